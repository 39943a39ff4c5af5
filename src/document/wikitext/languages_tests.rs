//! Templates of other wikis than the English one, with the names that they have for what a citation says.

use crate::document::{Document, Format, Limits, parse};

/// Address, archive, what day it was read, quoted words.
fn read(note: &str) -> Vec<String> {
    let document: Document = parse(&format!("So it was.<ref>{note}</ref>"), Format::Wikitext, Limits::default());
    let shown = document.entries.iter().map(|entry| {
        let end = |url: &Option<String>| {
            url.as_deref().map(|url| url.trim_start_matches("https://").to_owned()).unwrap_or_default()
        };
        let quote: Vec<&str> = entry.quotes.iter().map(|quote| document.text(quote)).collect();
        let accessed = entry.source.accessed.map(|date| date.to_string()).unwrap_or_default();
        let title = entry.source.title.as_deref().unwrap_or_default();
        format!(
            "{} | {} | {accessed} | {title} | {}",
            end(&entry.source.url),
            end(&entry.source.archive_url),
            quote.join(" ")
        )
    });
    assert_eq!(document.markers.len(), 1, "{note}");
    assert_eq!(document.markers[0].entries.len(), document.entries.len(), "{note}");
    shown.collect()
}

const A: &str = "https://web.archive.org/web/20200203040506/https://a.test/1";

#[test]
fn a_citation_is_read_in_the_words_of_its_wiki() {
    for template in [
        "{{Internetquelle |autor=Anna Byrd |url=https://a.test/1 |titel=Flut |abruf=2020-06-04 |archiv-url={A} |archiv-datum=2020-02-03 |zitat=so war es}}",
        "{{Literatur |Autor=Anna Byrd |Titel=Flut |Online=[https://a.test/1 online] |Abruf=2020-06-04 |archiv-url={A} |Zitat=so war es}}",
        "{{Lien web |auteur1=Anne Byrd |url=https://a.test/1 |titre=Flut |consulté le=4 juin 2020 |archive-url={A} |archive-date=3 février 2020 |citation=so war es}}",
        "{{Article |prénom1=Max |nom1=Cole |titre=Flut |lire en ligne=https://a.test/1 |consulté le=4 juin 2020 |archiveurl={A} |extrait=so war es}}",
        "{{cita web |autor=Ana |url=https://a.test/1 |título=Flut |fechaacceso=4 de junio de 2020 |urlarchivo={A} |fechaarchivo=3 de febrero de 2020 |cita=so war es}}",
        "{{cita web |autore=Anna |url=https://a.test/1 |titolo=Flut |accesso=4 giugno 2020 |urlarchivio={A} |dataarchivio=3 febbraio 2020 |citazione=so war es}}",
        "{{Citar web |ultimo=Byrd |url=https://a.test/1 |titulo=Flut |acesso-data=4 de junho de 2020 |arquivo-url={A} |arquivo-data=3 de fevereiro de 2020 |citação=so war es}}",
        "{{статья |автор=Анна |заглавие=Flut |ссылка=https://a.test/1 |дата обращения=2020-06-04 |архив={A} |архив дата=2020-02-03 |цитата=so war es}}",
        "{{Cytuj stronę |url=https://a.test/1 |tytuł=Flut |data dostępu=2020-06-04 |archiwum={A} |zarchiwizowano=2020-02-03 |cytat=so war es}}",
        "{{Citeer web |url=https://a.test/1 |titel=Flut |bezochtdatum=4 juni 2020 |archief-url={A} |archief-datum=3 februari 2020 |citaat=so war es}}",
        "{{Cite web|和書|url=https://a.test/1|title=Flut|accessdate=2020-06-04|archiveurl={A}|archivedate=2020-02-03|quote=so war es}}",
        "{{web kaynağı |url=https://a.test/1 |başlık=Flut |erişimtarihi=4 Haziran 2020 |arşivurl={A} |alıntı=so war es}}",
    ] {
        let note = template.replace("{A}", A);
        let expected = "a.test/1 | web.archive.org/web/20200203040506/https://a.test/1 | 2020-06-04 | Flut | so war es";
        assert_eq!(read(&note), [expected], "{note}");
    }
}

#[test]
fn a_template_that_names_the_moment_of_a_capture_names_the_page() {
    let expected = "a.test/1 | web.archive.org/web/20200203040506/https://a.test/1 |  | Flut | ";
    for note in [
        "{{Webarchiv |url=https://a.test/1 |wayback=20200203040506 |text=Flut}}",
        "{{Wayback |url=https://a.test/1 |date=20200203040506 |title=Flut}}",
        "{{Literatur |Titel=Flut |Online={{Webarchiv |url=https://a.test/1 |wayback=20200203040506 |text=Online}} }}",
        "{{Lien archive |url=https://a.test/1 |horodatage archive=20200203040506 |titre=Flut}}",
        "[https://a.test/1 ''Flut.''] {{Webarchiv |url=https://a.test/1 |wayback=20200203040506 |text=Archiv}}",
        "{{Toter Link |url=https://a.test/1 |text=Flut}} {{Webarchiv |url=https://a.test/1 |wayback=20200203040506}}",
        "{{enlace roto|1=[https://a.test/1 Flut] |bot=B}} {{Wayback |url=https://a.test/1 |date=20200203040506}}",
    ] {
        assert_eq!(read(note), [expected], "{note}");
    }
    let whole = format!("{{{{Webarchief|url={A}|titel=Flut}}}}");
    assert_eq!(read(&whole), ["web.archive.org/web/20200203040506/https://a.test/1 |  |  | Flut | "]);
}

#[test]
fn the_words_of_a_capture_name_its_page_whatever_stands_around_them() {
    let document = |note: &str| {
        let text = format!("So „ist es hier am Hafen“.<ref>{note}</ref>\n");
        crate::document::parse(&text, crate::document::Format::Wikitext, crate::document::Limits::default())
    };
    let capture = "{{Webarchiv |url=https://a.test/1 |wayback=20200203040506 |text=Museum an der Flut}}";
    for (note, authors, publisher, published) in [
        (format!("{capture} auf ''museum.test''"), &[][..], Some("museum.test"), None),
        (capture.to_owned(), &[], None, None),
        (
            format!("Anna Berg: {capture} In: Freie Post, 3. Mai 2014."),
            &["Anna Berg"],
            Some("Freie Post"),
            Some("2014-05-03"),
        ),
    ] {
        let document = document(&note);
        let source = &document.entries[0].source;
        assert_eq!(document.entries.len(), 1, "{note}");
        assert_eq!(source.title.as_deref(), Some("Museum an der Flut"), "{note}");
        assert_eq!(source.url.as_deref(), Some("https://a.test/1"), "{note}");
        assert!(source.archive_url.is_some(), "{note}");
        let published_read = source.published.map(|day| day.to_string());
        let said = (source.publisher.as_deref(), published_read.as_deref());
        assert_eq!(
            (&*source.authors, said),
            (&*authors.iter().map(|&own| own.to_owned()).collect::<Vec<_>>(), (publisher, published)),
            "{note}"
        );
    }
    let own = document(&format!(
        "Anna Berg: ''Der Fluss''. Hafenverlag, 2014. {}",
        capture.replace("Museum an der Flut", "Archivlink")
    ));
    assert_eq!(own.entries[0].source.title.as_deref(), Some("Der Fluss"));
}

#[test]
fn a_template_that_nobody_knows_has_its_address_in_its_note() {
    assert_eq!(read("{{Quelle am Hafen|url=https://a.test/1|title=Flut}}"), ["a.test/1 |  |  | Flut | "]);
    assert_eq!(read("{{Hafenlink|https://a.test/1}}"), ["a.test/1 |  |  |  | "]);
    assert_eq!(read("[https://a.test/1 ''Flut''] {{toter Link|2020}}"), ["a.test/1 |  |  | Flut | "]);
}

#[test]
fn fields_of_smaller_wikis_are_read() {
    let capture = "web.archive.org/web/20200203040506/https://a.test/1";
    for template in [
        "{{웹 인용|url=https://a.test/1|제목=Flut|확인날짜=2020-06-04|보존url={A}}}",
        "{{Chú thích web|url=https://a.test/1|tiêu đề=Flut|ngày truy cập=4 tháng 6 năm 2020|url lưu trữ={A}}}",
        "{{یادکرد وب|نشانی=https://a.test/1|عنوان=Flut|تاریخ بازبینی=2020-06-04|پیوند بایگانی={A}}}",
        "{{cite web|url=https://a.test/1|назва=Flut|дата-доступу=4 червня 2020|архів-url={A}}}",
        "{{cite web|url=https://a.test/1|назва=Flut|дата-доступу=4 червня 2020|url-архіву={A}}}",
        "{{Kilde www|url=https://a.test/1|titel=Flut|besøgsdato=4. juni 2020|arkiv_url={A}}}",
        "{{Verkkoviite|osoite=https://a.test/1|nimike=Flut|luettu=4.6.2020|arkisto={A}}}",
        "{{Citeer web|url=https://a.test/1|titel=Flut|raadpleegdatum=4 juni 2020|archiefurl={A}}}",
        "{{Citar web|url=https://a.test/1|titulo=Flut|dataacesso=4 de junho de 2020|urlarquivo={A}}}",
        "{{Цитат уеб|уеб_адрес=https://a.test/1|заглавие=Flut|достъп_дата=4 юни 2020|архив_уеб_адрес={A}}}",
        "{{Citar periódico|url=https://a.test/1|titulo=Flut|acessadoem=4 de junho de 2020|wayb=20200203040506}}",
        "{{Cita web|url=https://a.test/1|título=Flut|data-acceso=4 de xuño de 2020|url-arquivo={A}}}",
        "{{Lien web|url=https://a.test/1|titre=Flut|date de consultation=4 juin 2020|lien archive={A}}}",
    ] {
        let note = template.replace("{A}", A);
        assert_eq!(read(&note), [format!("a.test/1 | {capture} | 2020-06-04 | Flut | ")], "{note}");
    }
    assert_eq!(
        read("{{קישור כללי|כתובת=https://a.test/1|כותרת=Flut|תאריך_וידוא=2020-06-04}}"),
        ["a.test/1 |  | 2020-06-04 | Flut | "]
    );
    for (written, day) in [
        ("jour=3|mois=mai|année=2020", "2020-05-03"),
        ("jour=1er|mois=mai|année=2020", "2020-05-01"),
        ("jour=3|mois=5|année=2020", "2020-05-03"),
        ("mois=5|année=2020", "2020-05"),
        ("tag=3|monat=Mai|jahr=2020", "2020-05-03"),
        ("dag=3|måned=mai|år=2020", "2020-05-03"),
        ("ano=2020|mês=maio", "2020-05"),
        ("mois=13|année=2020", "2020"),
        ("año=2020|mes=mayo", "2020-05"),
    ] {
        let text = format!("So.<ref>{{{{Lien web|url=https://a.test/1|titre=Flut|{written}}}}}</ref>");
        let document = parse(&text, Format::Wikitext, Limits::default());
        let published = document.entries[0].source.published.map(|date| date.to_string());
        assert_eq!(published.as_deref(), Some(day), "{written}");
    }
}

#[test]
fn an_editor_publishes_in_some_languages_and_is_a_person_in_others() {
    for (note, publisher) in [
        ("{{citat web |url=https://a.test/1 |titlu=Unu |editor=Casa Presei}}", Some("Casa Presei")),
        ("{{Citat carte |url=https://a.test/1 |titlu=Unu |editura=Casa Presei}}", Some("Casa Presei")),
        ("{{ref-web |url=https://a.test/1 |títol=Dos |editor=Casa de la Premsa}}", Some("Casa de la Premsa")),
        ("{{cita web |url=https://a.test/1 |título=Tres |data=2 de maio de 2020 |editor=Casa}}", Some("Casa")),
        ("{{cita libro |url=https://a.test/1 |titolo=Quattro |editore=Casa}}", Some("Casa")),
        ("{{cita web |url=https://a.test/1 |título=Cinco |fecha=2020 |editor=Ana Byrd}}", None),
        ("{{cita web |url=https://a.test/1 |título=Seis |data=2020 |editor=Ana Byrd |editorial=Casa}}", Some("Casa")),
        ("{{cite book |url=https://a.test/1 |title=Seven |editor=Ann Byrd}}", None),
        ("{{ref-llibre |url=https://a.test/1 |títol=Vuit |editor2=Anna Byrd}}", None),
    ] {
        let document: Document = parse(&format!("So it was.<ref>{note}</ref>"), Format::Wikitext, Limits::default());
        assert_eq!(document.entries[0].source.publisher.as_deref(), publisher, "{note}");
    }
}

#[test]
fn a_citation_of_a_smaller_wiki_is_read_in_its_words() {
    for template in [
        "{{Citiranje weba |url=https://a.test/1 |naslov=Flut |izdavač=Luka |pristupljeno=4. lipnja 2020. |arhivurl={A}}}",
        "{{Citácia elektronického dokumentu |url=https://a.test/1 |titul=Flut |vydavateľ=Luka |dátum prístupu=2020-06-04 |url archívu={A}}}",
        "{{Kilde www |url=https://a.test/1 |titel=Flut |udgiver=Luka |hentet=4. juni 2020 |arkiv-url={A} |arkiv-dato=3. februar 2020}}",
        "{{Netiviide |url=https://a.test/1 |pealkiri=Flut |väljaanne=Luka |kasutatud=04.06.2020 |archive-url={A}}}",
        "{{Ref-web |url=https://a.test/1 |títol=Flut |editor=Luka |consulta=4 juny 2020 |urlarxiu={A}}}",
        "{{navedi splet |url=https://a.test/1 |naslov=Flut |izdavač=Luka |datum-dostopa=4. junij 2020 |archive-url={A}}}",
        "{{Citar web |url=https://a.test/1 |título=Flut |publicado=Luka |acessodata=4 de junho de 2020 |arquivourl={A}}}",
    ] {
        let note = template.replace("{A}", A);
        let expected = "a.test/1 | web.archive.org/web/20200203040506/https://a.test/1 | 2020-06-04 | Flut | ";
        assert_eq!(read(&note), [expected], "{note}");
        let document = parse(&format!("So it was.<ref>{note}</ref>"), Format::Wikitext, Limits::default());
        assert_eq!(document.entries[0].source.publisher.as_deref(), Some("Luka"), "{note}");
    }
}

/// Title, authors, publisher, year, day of publication, archive.
fn said(template: &str) -> String {
    let document = parse(&format!("A<ref>{template}</ref>"), Format::Wikitext, Limits::default());
    let source = &document.entries[0].source;
    format!(
        "{} | {} | {} | {} | {}",
        source.title.as_deref().unwrap_or_default(),
        source.authors.join("; "),
        source.publisher.as_deref().unwrap_or_default(),
        source.published.map(|date| date.to_string()).unwrap_or_default(),
        source.archive_url.is_some()
    )
}

#[test]
fn who_what_and_when_is_read_in_the_words_of_each_wiki() {
    let archive = "https://web.archive.org/web/20130203040506/https://a.test/1";
    for (template, expected) in [
        (
            "{{استشهاد بكتاب|الأول=م.|الأخير=حسين|سنة=1991|عنوان=حجر|مسار=https://a.test/1|ناشر=النهر}}",
            "حجر | حسين, م. | النهر | 1991 | false",
        ),
        (
            "{{서적 인용|성=White|이름=Dana|성2=Cole|이름2=A.|연도=2000|제목=강|출판사=물|url=https://a.test/1}}",
            "강 | White, Dana; Cole, A. | 물 | 2000 | false",
        ),
        ("{{웹 인용|url=https://a.test/1|제목=돌|저자=김민수|보존url={A}}}", "돌 | 김민수 |  |  | true"),
        (
            "{{یادکرد وب|نشانی=https://a.test/1|عنوان=پل|نویسنده=علی رضایی|نشانی بایگانی={A}}}",
            "پل | علی رضایی |  |  | true",
        ),
        ("{{یادکرد وب|نشانی=https://a.test/1|عنوان=پل|نشانی‌بایگانی={A}}}", "پل |  |  |  | true"),
        (
            "{{یادکرد کتاب|نام خانوادگی=حسینی|نام=مریم|عنوان=سنگ|سال=1931|ناشر=رود|نشانی=https://a.test/1}}",
            "سنگ | حسینی, مریم | رود | 1931 | false",
        ),
        (
            "{{CitLib|szerző=Kiss Pál|cím=Kő|kiadó=Folyó|év=1931|url=https://a.test/1}}",
            "Kő | Kiss Pál | Folyó | 1931 | false",
        ),
        (
            "{{chú thích sách|họ=Trần|tên=Bình|tựa đề=Đá|năm=1931|nhà xuất bản=Sông|url=https://a.test/1}}",
            "Đá | Trần, Bình | Sông | 1931 | false",
        ),
        (
            "{{chú thích web|url=https://a.test/1|tiêu đề=Cầu|tác giả=Nguyễn An|url-lưu-trữ={A}}}",
            "Cầu | Nguyễn An |  |  | true",
        ),
        (
            "{{Citace monografie|příjmení=Novák|jméno=Jan|titul=Most|rok=1931|vydavatel=Řeka|url=https://a.test/1}}",
            "Most | Novák, Jan | Řeka | 1931 | false",
        ),
        (
            "{{Citation|επώνυμο=Δούκας|όνομα=Α.|τίτλος=Πέτρα|έτος=1931|εκδότης=Νερό|url=https://a.test/1}}",
            "Πέτρα | Δούκας, Α. | Νερό | 1931 | false",
        ),
        (
            "{{citat knjiga|prezime=Horvat|ime=Ana|naslov=Most|godina=1931|izdavač=Rijeka|url=https://a.test/1}}",
            "Most | Horvat, Ana | Rijeka | 1931 | false",
        ),
        (
            "{{cite book|nume=Popa|prenume=Ion|titlu=Podul|an=1931|editura=Apa|url=https://a.test/1}}",
            "Podul | Popa, Ion | Apa | 1931 | false",
        ),
    ] {
        assert_eq!(said(&template.replace("{A}", archive)), expected, "{template}");
    }
}
