//! Records, films, books, headlines and help pages that are called like a notice, and notices in words of their own.

use crate::verdict::signs::tests::seen;

/// Title, heading, text.
type Page = (&'static str, &'static str, &'static str);

fn page((title, heading, text): &Page) -> String {
    format!("<title>{title}</title><h1>{heading}</h1>{text}")
}

/// What has the name of an error, with what is told of such things.
const WORKS: &[Page] = &[
    (
        "Error 404, a single by The Tidemarks",
        "The Tidemarks – Error 404",
        "<p>Label: Skerry, SK 07</p><p>Released: 2009</p><p>A Error 404 2:58</p><p>B Ebb 3:40</p>",
    ),
    (
        "404 (2016) - Reelbook",
        "404",
        "<p>1h 47m · Drama</p><p>A porter finds a room that is on no plan.</p><p>Director: Ines Falk</p>",
    ),
    (
        "Page Not Found: Poems by Ola Rink",
        "Page Not Found",
        "<p>Ola Rink</p><p>Paperback, 96 pages. £9.99</p><p>Add to basket</p>",
    ),
    (
        "Error 404 – Compañía del Faro",
        "Error 404",
        "<p>Una comedia de Marta Vega. Jueves a las 20:30.</p><p>Entradas: 12 €</p>",
    ),
    ("Pagina non trovata, romanzo di Ida Moro", "Pagina non trovata", "<p>Romanzo, 180 pagine, 15 euro.</p>"),
    ("404 Not Found - 潮の音 - 歌詞", "404 Not Found", "<p>潮の音</p><p>2012年のシングル。</p>"),
    (
        "404 Not Found – Ausstellung im Speicher",
        "404 Not Found",
        "<p>3. Mai bis 9. Juni 2024. Elf Künstler zeigen verlorene Karten.</p>",
    ),
    ("Line 404: timetable", "404", "<p>Pier – Mill – School</p><p>06:15 06:45 07:15</p>"),
];

/// Headlines in the words of notices, over what they tell.
const HEADLINES: &[Page] = &[
    (
        "Beschlagnahmt: Zoll findet Aale im Koffer",
        "Beschlagnahmt",
        "<p>Die Beamten haben am Freitag in einem Koffer am Hafen mehr als tausend junge Aale gefunden.</p>",
    ),
    (
        "This website has been seized: the clerk who rented a server",
        "This website has been seized",
        "<p>On a wet morning in April two officers came to the shop of Jim Poole and asked for his keys.</p>",
    ),
    (
        "Not available in your country",
        "Not available in your country",
        "<p>A film by two sisters from Tallinn about borders, cables and a radio that would not be silent. 74 minutes.</p>",
    ),
];

/// Help about notices, in the words of those.
const HELP: &[Page] = &[
    (
        "Ошибка 404 - Справка Маяка",
        "Ошибка 404",
        "<p>Она появляется, если адрес изменился. Откройте раздел «Настройки» и добавьте старый путь.</p>",
    ),
    (
        "404 오류가 표시될 때 - 등대 도움말",
        "404 오류가 표시될 때",
        "<p>블로그를 옮긴 뒤에는 예전 주소에서 오류가 날 수 있습니다.</p>",
    ),
    (
        "Enable cookies in your browser | Beacon Help",
        "Enable cookies in your browser",
        "<p>Open Settings, then Privacy. Turn on the switch beside Cookies and load the page once more.</p>",
    ),
];

#[test]
fn what_is_called_like_a_notice_and_tells_of_itself_is_a_page() {
    for it in [WORKS, HEADLINES, HELP].concat() {
        seen(200, &page(&it)).check("live - sound");
    }
}

#[test]
fn a_notice_with_a_word_or_a_year_of_things_is_a_notice() {
    for it in [
        ("Page not found – Skerry Film Archive", "Page not found", "<p>Search for films, directors and stars.</p>"),
        (
            "Page not found – Skerry Books",
            "Page not found",
            "<p>The page you are looking for does not exist.</p><p>© 2024 Skerry Books</p>",
        ),
        ("404", "404", "<p>The page that was here in 2019 has sailed.</p>"),
        ("Page not found – Beacon Help", "Page not found", "<p>The page you requested could not be found.</p>"),
    ] {
        seen(200, &page(&it)).check("gone soft-404 unknown");
    }
    let designed = "<body class=\"error404\"><title>Page not found – Reelbook</title><h1>Page not found</h1>\
                    <p>New: Ebb, a drama of 2024, 98 min</p>";
    seen(200, designed).check("gone soft-404 unknown");
    seen(200, "<title>Beschlagnahmt</title><h1>Beschlagnahmt</h1><p>durch die Polizei</p>")
        .check("gone seized unknown");
}

#[test]
fn a_notice_in_words_of_its_own_is_told_by_what_its_reader_wanted() {
    for (title, text) in [
        ("Lyset", "<h1>Uff da!</h1><p>Innholdet du prøvde å åpne er ikke lenger tilgjengelig.</p>"),
        ("Lyset", "<h1>Her er det ingenting</h1><p>Lenken du fulgte er ødelagt.</p>"),
        ("Φάρος", "<h1>Ωχ!</h1><p>Το περιεχόμενο που αναζητάτε δεν υπάρχει πλέον.</p>"),
        ("Φάρος", "<p>Η ζητούμενη σελίδα δεν μπόρεσε να βρεθεί.</p>"),
        ("등대", "<h1>알림</h1><p>찾으시는 콘텐츠가 존재하지 않습니다.</p>"),
        ("Farul", "<h1>Hopa!</h1><p>Conținutul căutat nu mai există.</p>"),
        ("Farul", "<p>Pagina solicitată nu a putut fi găsită.</p>"),
        ("Világítótorony", "<h1>Elnézést</h1><p>A keresett tartalom már nem elérhető.</p>"),
        ("Beacon", "<h1>This one got away</h1><p>The story you were hoping to read is no longer published here.</p>"),
        ("Leuchtfeuer", "<h1>Mist!</h1><p>Der Beitrag, den Sie lesen wollten, wurde gelöscht.</p>"),
        ("Latarnia", "<p>Treść, którą próbujesz otworzyć, już nie istnieje.</p>"),
    ] {
        seen(200, &format!("<title>{title}</title>{text}")).check("gone soft-404 unknown");
    }
    for (title, text) in [
        ("Lend and borrow", "<h1>Spades</h1><p>The spade you wanted to borrow is with somebody else until May.</p>"),
        (
            "Πάροδος",
            "<h1>Δεν βρέθηκε ποτέ</h1><p>Το δέκατο τέταρτο φύλλο χάθηκε στη φωτιά. Ένας βιβλιοπώλης λέει ότι το έχει.</p>",
        ),
        (
            "사라진 페이지",
            "<h1>사라진 페이지</h1><p>시편집의 열네 번째 장은 화재 때 없어졌다. 한 책방 주인이 그것을 가지고 있다고 말한다.</p>",
        ),
    ] {
        seen(200, &format!("<title>{title}</title>{text}")).check("live - sound");
    }
}

#[test]
fn a_word_of_readers_that_another_language_has_speaks_to_nobody_there() {
    let novel = "<title>Page introuvable – Éditions du Quai</title><h1>Page introuvable</h1><p>Roman de Cécile Mars, 288 pages, 18 euros. Paru \
        le 4 mai 2021 aux éditions du Quai.</p><p>Une archiviste tombe amoureuse d’une page qu’elle n’a jamais pu ouvrir.</p>";
    seen(200, novel).check("live - sound");
    for html in [
        "<title>Page introuvable</title><h1>Page introuvable</h1><p>La page du site que vous cherchez n’existe pas.</p>",
        "<title>Seite nicht gefunden</title><h1>Seite nicht gefunden</h1><p>Die Seite, die du suchst, gibt es seit 2021 nicht mehr.</p>",
    ] {
        seen(200, html).check("gone soft-404 unknown");
    }
}
