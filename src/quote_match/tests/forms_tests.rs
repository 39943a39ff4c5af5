//! Numbers and letters in the forms that languages write them in: each form is the same, and nothing else is.

use proptest::prelude::*;

use super::{CRITICAL, MINOR, check, class};
use crate::quote_match::*;

/// A page in a language that is told, with a sentence of it around a number.
struct Page {
    /// Enough of the language to be told.
    text: &'static str,
    before: &'static str,
    after: &'static str,
    /// What stands between thousands, and before decimals.
    thousands: &'static [&'static str],
    decimal: char,
}

const ENGLISH: Page = Page {
    text: "The council of the old town met on Monday and voted for the bridge that the mayor had promised to all of them.",
    before: "In that year they counted",
    after: "barrels in the cellar",
    thousands: &[",", ""],
    decimal: '.',
};

const GERMAN: Page = Page {
    text: "Der Rat der alten Stadt kam am Montag zusammen und stimmte für die Brücke, die der Bürgermeister ihnen versprochen \
        hatte, weil sie nicht mehr über den Fluss kommen.",
    before: "In diesem Jahr zählten sie",
    after: "Fässer in dem Keller",
    thousands: &["\u{202f}", "\u{a0}", "\u{2009}", ""],
    decimal: ',',
};

const FRENCH: Page = Page {
    text: "Le conseil de la ville a voté lundi pour le pont que le maire avait promis aux gens du nord, mais on ne sait pas qui \
        va le payer dans les années qui viennent.",
    before: "Cette année on a compté",
    after: "barils dans la cave",
    thousands: &["\u{202f}", "\u{a0}", " ", ""],
    decimal: ',',
};

fn grouped(number: u32, mark: &str) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push_str(mark);
        }
        text.push(digit);
    }
    text
}

fn of(page: &Page, on_page: &str, quoted: &str) -> MatchClass {
    let text = format!("{} {} {on_page} {}.", page.text, page.before, page.after);
    class(&text, &format!("{} {quoted} {}", page.before, page.after))
}

proptest! {
    #[test]
    fn thousands_may_be_parted_in_every_way_of_the_language(number in 1_000u32..9_999_999, one in 0usize..4, other in 0usize..4, in_which in 0usize..3) {
        let page = [&ENGLISH, &GERMAN, &FRENCH][in_which];
        let mark = |at: usize| page.thousands[at % page.thousands.len()];
        let (on_page, quoted) = (grouped(number, mark(one)), grouped(number, mark(other)));
        prop_assert!(of(page, &on_page, &quoted).is_sound(), "{} for {}", quoted, on_page);
    }

    #[test]
    fn another_number_is_never_sound(number in 1_000u32..9_999_999, other in 1_000u32..9_999_999, one in 0usize..4, two in 0usize..4, in_which in 0usize..3) {
        prop_assume!(number != other);
        let page = [&ENGLISH, &GERMAN, &FRENCH][in_which];
        let mark = |at: usize| page.thousands[at % page.thousands.len()];
        let (on_page, quoted) = (grouped(number, mark(one)), grouped(other, mark(two)));
        prop_assert!(!of(page, &on_page, &quoted).is_sound(), "{} for {}", quoted, on_page);
    }

    #[test]
    fn a_decimal_mark_moved_or_lost_is_never_sound(whole in 0u32..1_000, part in 1u32..100, lead in 1u32..10, in_which in 0usize..3, other in 0usize..6) {
        let page = [&ENGLISH, &GERMAN, &FRENCH][in_which];
        let number = format!("{whole}{}{part}", page.decimal);
        let other = &[
            format!("{whole}{part}"),
            format!("{lead}{number}"),
            format!("{number}{lead}"),
            format!("{whole}{}0{part}", page.decimal),
            format!("{whole}"),
            format!("{whole} {part}"),
        ][other];
        prop_assert!(!of(page, &number, other).is_sound(), "{} for {}", other, number);
        prop_assert!(!of(page, other, &number).is_sound(), "{} for {}", number, other);
    }

    #[test]
    fn a_range_is_the_same_with_any_dash_and_no_other_range(one in 1u32..2_000, other in 1u32..2_000, more in 1u32..50) {
        let text = format!("{one}–{other}");
        for quoted in [format!("{one}-{other}"), format!("{one} – {other}"), format!("{one}‑{other}"), format!("{one}—{other}")] {
            prop_assert!(of(&ENGLISH, &text, &quoted).is_sound(), "{}", quoted);
        }
        let (above, below) = (other + more, one + more);
        for quoted in [format!("{one}–{above}"), format!("{below}–{other}"), format!("{one}{other}"), format!("{one}.{other}"), one.to_string(), other.to_string()] {
            prop_assert!(!of(&ENGLISH, &text, &quoted).is_sound(), "{} for {}", quoted, text);
        }
    }

    #[test]
    fn points_vowels_and_tatweel_change_no_word(at in 1usize..6, word in 0usize..6, mark in 0usize..5) {
        let arabic = ["ارتفع", "النهر", "مدينة", "القارب", "كتاب", "سوق"][word];
        let hebrew = ["הנהר", "בלילה", "הספר", "ירושלים", "שלום", "גשר"][word];
        let put = |word: &str, mark: &str| {
            let at = word.char_indices().map(|(at, _)| at).nth(at.min(word.chars().count() - 1)).unwrap_or(0);
            format!("{}{mark}{}", &word[..at], &word[at..])
        };
        let arab_mark = ["ـ", "\u{64e}", "\u{652}", "\u{651}\u{650}", "ــ"][mark];
        let hebrew_mark = ["\u{5b7}", "\u{5b0}", "\u{5bc}", "\u{5bc}\u{5b8}", "\u{5bf}"][mark];
        for (text, with, without) in [
            ("وقال إن {} كان هناك في الليل مع أخيه", put(arabic, arab_mark), arabic),
            ("הוא אמר כי {} היה שם אתמול עם אחיו", put(hebrew, hebrew_mark), hebrew),
        ] {
            let (marked, plain) = (text.replace("{}", &with), text.replace("{}", without));
            prop_assert!(class(&marked, &plain).is_sound(), "{} in {}", plain, marked);
            prop_assert!(class(&plain, &marked).is_sound(), "{} in {}", marked, plain);
        }
    }

    #[test]
    fn spaces_and_lines_do_not_matter_where_words_have_none(at in 1usize..12, gap in 0usize..4) {
        let gap = [" ", "\n", "\u{3000}", "\u{200b}"][gap];
        for text in ["市议会周一投票赞成修建新桥", "市議会は新しい橋の建設に賛成した", "แม่น้ำเพิ่มขึ้นในคืนนั้นอย่างรวดเร็ว", "ទឹកទន្លេបានឡើងនៅយប់នោះ"] {
            let Some((cut, c)) = text.char_indices().nth(at) else { continue };
            // A mark belongs to the character before it.
            prop_assume!(languages::letters::is_unspaced(c) && c.is_alphabetic() && !unicode_normalization::char::is_combining_mark(c));
            let parted = format!("{}{gap}{}", &text[..cut], &text[cut..]);
            prop_assert!(class(text, &parted).is_sound(), "{} in {}", parted, text);
            prop_assert!(class(&parted, text).is_sound(), "{} in {}", text, parted);
        }
    }
}

#[test]
fn a_number_of_a_german_page_has_points_between_its_thousands() {
    for (on_page, quoted, sound) in [
        ("1.000", "1000", true),
        ("1000", "1.000", true),
        ("1.250.000", "1250000", true),
        ("1.000,5", "1000,5", true),
        ("2,125", "2.125", false),
        ("2,125", "2,125", true),
        ("12,5", "12.5", true),
        ("Version 2.5", "Version 2,5", true),
        ("1.000", "1,0", false),
        ("1.000", "1,000", false),
        ("1.000", "1", false),
        ("1.000", "10.000", false),
        ("1.000", "100", false),
        ("1.500", "1,5", false),
    ] {
        let class = of(&GERMAN, on_page, quoted);
        assert_eq!(class.is_sound(), sound, "{quoted} for {on_page}: {class:?}");
    }
    for (on_page, quoted) in [("1.000", "1000"), ("1.500", "1500"), ("3.141", "3141")] {
        assert!(!of(&ENGLISH, on_page, quoted).is_sound(), "{quoted} for {on_page}");
    }
}

#[test]
fn forms_of_a_share_are_the_same_share_and_no_other() {
    for (on_page, quoted, sound) in [
        ("5%", "5 %", true),
        ("5%", "5 percent", true),
        ("5 percent", "5 per cent", true),
        ("five percent", "5%", true),
        ("12.5%", "12.5 percent", true),
        ("5%", "5", false),
        ("5%", "50%", false),
        ("0.6%", "16.6%", false),
        ("16.6%", "0.6%", false),
        ("16.6%", "6.6%", false),
        ("1.5%", "15%", false),
        ("15%", "1.5%", false),
        ("5%", "5 percentage points", false),
        ("5‰", "5%", false),
        ("1,000", "one thousand", true),
        ("1000", "one thousand", true),
        ("1,000", "1 000", true),
        ("1,000", "1\u{202f}000", true),
        ("1,000", "1.000", false),
        ("2,000", "one thousand", false),
        ("1,000", "1,000,000", false),
        ("$5", "5", false),
        ("$5", "€5", false),
        ("-5", "5", false),
        ("½", "1/2", true),
        ("1½", "1 1/2", true),
        ("1½", "11/2", false),
        ("x²", "x2", true),
        ("10²", "102", false),
    ] {
        let class = of(&ENGLISH, on_page, quoted);
        assert_eq!(class.is_sound(), sound, "{quoted} for {on_page}: {class:?}");
    }
}

#[test]
fn letters_that_a_language_writes_in_two_ways_are_one_letter() {
    for (text, quote) in [
        ("Ещё вчера самолёт прилетел в город", "Еще вчера самолет прилетел в город"),
        ("Еще вчера самолет прилетел в город", "Ещё вчера самолёт прилетел в город"),
        ("САМОЛЁТ ПРИЛЕТЕЛ В ГОРОД\nОн сел.", "Самолет прилетел в город"),
        ("Οδυσσέας και ο δρόμος του", "ΟΔΥΣΣΕΑΣ ΚΑΙ Ο ΔΡΟΜΟΣ ΤΟΥ"),
        ("ΟΔΥΣΣΕΑΣ ΚΑΙ Ο ΔΡΟΜΟΣ\nΤέλος.", "Οδυσσέας και ο δρόμος"),
        ("İSTANBUL VE IĞDIR\nSon.", "İstanbul ve Iğdır"),
        ("İstanbul ve Iğdır gece", "ISTANBUL VE IĞDIR".replace("IS", "İS").as_str()),
        ("Die Straße war groß und leer", "Die Strasse war gross und leer"),
        ("DIE STRASSE WAR GROSS\nUnd leer.", "Die Straße war groß"),
        ("DIE STRAẞE WAR GROẞ\nUnd leer.", "Die Straße war groß"),
    ] {
        let found = class(text, quote);
        assert!(found.is_sound(), "{quote} in {text}: {found:?}");
    }
    for (text, quote) in [
        ("мой сын ушёл домой поздно", "моё сын ушёл домой поздно"),
        ("Dün gece sıkıldı ve gitti", "Dün gece sikildi ve gitti"),
        ("шли й домой поздно вечером", "шли и домой поздно вечером"),
    ] {
        let found = class(text, quote);
        assert!(!found.is_sound(), "{quote} in {text}: {found:?}");
    }
}

#[test]
fn spaces_between_thousands_are_the_points_of_a_page_that_has_points() {
    let page = |number: &str| {
        format!(
            "Die Stadt ist alt, und nach dem Krieg wurden {number} Tonnen Schutt für die neue Mole mit der Bahn abgetragen."
        )
    };
    for (text, quote) in
        [("14.500", "14 500"), ("14 500", "14.500"), ("1.014.500", "1 014 500"), ("14.500", "14\u{202f}500")]
    {
        check(&page(text), &format!("wurden {quote} Tonnen Schutt"), MatchClass::Typographic);
    }
    check(&page("14.500"), "wurden 15 500 Tonnen Schutt", CRITICAL);
    check(&page("14.500"), "wurden 14 50 Tonnen Schutt", CRITICAL);
}

#[test]
fn a_sum_of_a_quote_may_have_points_where_decimals_have_commas() {
    let french = |sum: &str| {
        format!(
            "Le conseil s’est réuni lundi dans la vieille mairie. Le loyer de la salle est de {sum} par mois pour les clubs."
        )
    };
    let quote = |sum: &str| format!("Le loyer de la salle est de {sum} par mois");
    for (page, own) in [("1 250 €", "1.250 €"), ("12 500 euros", "12.500 euros"), ("1\u{202f}250 €", "1.250 euros")]
    {
        check(&french(page), &quote(own), MatchClass::Typographic);
    }
    // What a page writes with a point may be what a litre costs.
    for (page, own) in [("1 250 €", "1.260 €"), ("1,25 €", "1.250 €"), ("1.250 €", "1 250 €"), ("1 250 €", "1.25 €")]
    {
        check(&french(page), &quote(own), CRITICAL);
    }
    let english =
        "The council met on Monday in the old town hall. The rent of the room is 1 250 euros a month for the clubs.";
    check(english, "The rent of the room is 1.250 euros a month", CRITICAL);
}

#[test]
fn a_greek_page_has_points_between_its_thousands() {
    let text = "Σύμφωνα με την έκθεση που δημοσιεύθηκε χθες, συμμετείχαν 1.200 άτομα από όλες τις περιοχές της χώρας.";
    check(text, "συμμετείχαν 1200 άτομα από όλες τις περιοχές", MatchClass::Typographic);
    check(text, "συμμετείχαν 1,2 άτομα από όλες τις περιοχές", CRITICAL);
}

#[test]
fn the_first_capital_of_a_french_word_may_lack_its_accent() {
    let text = "Selon l’enquête, près de la moitié des ménages ont payé plus que les autres dans ce pays, et l’État n’a rien \
                fait. À Paris, l’Église et l’École se sont tues. Écoutez-moi bien, dit-il. Le marché est fermé.";
    for quote in ["l’Etat n’a rien fait", "A Paris, l'Eglise et l'Ecole se sont tues", "Ecoutez-moi bien, dit-il"] {
        check(text, quote, MatchClass::Typographic);
    }
    check(text, "Le marche est fermé", MINOR);
    check(
        "The États were never called by the king who had been told of it by them.",
        "The Etats were never called",
        MINOR,
    );
}

#[test]
fn greek_capitals_and_korean_amounts_are_typography() {
    let greek = "Η επιτροπή έγραψε την 3η Μαΐου ότι το λιμάνι και η πόλη ήταν ασφαλή για όλους.";
    check(greek, "Η επιτροπή έγραψε την 3η ΜΑΪΟΥ ότι το λιμάνι", MatchClass::Typographic);
    let korean = "그 선장은 지난해 가을에 250만 원을 항구에 냈고 배는 떠나지 않았다.";
    check(korean, "지난해 가을에 250만원을 항구에 냈고", MatchClass::Typographic);
    check(korean, "지난해 가을에 251만원을 항구에 냈고", CRITICAL);
    check(korean, "지난해 가을에 250원을 항구에 냈고", CRITICAL);
}

#[test]
fn titles_and_words_that_others_write_in_full_or_in_two_are_minor() {
    let page = "In the town Dr. Orr saw St. John, and it was all right that the disc had a lot of rust.";
    for quote in [
        "In the town Doctor Orr saw St. John",
        "Orr saw Saint John, and it was",
        "and it was alright that the",
        "that the disk had a lot of",
    ] {
        check(page, quote, MINOR);
    }
    for quote in [
        "In the town Professor Orr saw St. John",
        "Orr saw Sister John, and it was",
        "In the town Dr. Ott saw St. John",
    ] {
        check(page, quote, CRITICAL);
    }
}

#[test]
fn centuries_are_the_same_however_they_are_counted() {
    let german = "Der Hafen und die Stadt waren im 19. Jahrhundert reich, und das ist nicht mehr so.";
    check(german, "Der Hafen und die Stadt waren im neunzehnten Jahrhundert reich", MatchClass::Typographic);
    check(german, "Der Hafen und die Stadt waren im achtzehnten Jahrhundert reich", CRITICAL);
    let french = "Le port et la ville étaient riches au XIXe siècle, et ils ne le sont plus.";
    check(french, "Le port et la ville étaient riches au 19e siècle", MatchClass::Typographic);
    check(french, "Le port et la ville étaient riches au 18e siècle", CRITICAL);
    let swedish = "Ingen av de fyrtio båtarna lämnade hamnen, eftersom kaptenen inte litade på kartan.";
    check(swedish, "Ingen av de 40 båtarna lämnade hamnen", MatchClass::Typographic);
    check(swedish, "Ingen av de 41 båtarna lämnade hamnen", CRITICAL);
}

#[test]
fn a_sum_is_the_same_without_the_noughts_of_its_cents() {
    for (page, quote) in [
        ("The fee is $1,234.00 a year.", "The fee is $1,234 a year"),
        ("The fee is £5.00 a year.", "The fee is £5 a year"),
        ("The fee is €12 a year.", "The fee is €12.00 a year"),
        ("The fee is 12.00 euros a year.", "The fee is 12 euros a year"),
    ] {
        check(page, quote, MatchClass::Typographic);
    }
    for (page, quote) in [
        ("The fee is $1,234.50 a year.", "The fee is $1,234 a year"),
        ("The fee is $1,234.00 a year.", "The fee is $123,400 a year"),
        ("The fee is £5.00 a year.", "The fee is £500 a year"),
        ("Release 5.00 came a year ago.", "Release 5 came a year ago"),
    ] {
        check(page, quote, CRITICAL);
    }
}

#[test]
fn places_and_times_are_the_same_in_other_forms() {
    for (page, quote) in [
        ("Le 1er mai, le pont fut fermé.", "Le premier mai, le pont fut fermé"),
        ("La 1re fois, le pont fut fermé.", "La première fois, le pont fut fermé"),
        ("La 3ème fois, le pont fut fermé.", "La troisième fois, le pont fut fermé"),
        ("Au 5e essai, le pont fut fermé.", "Au cinquième essai, le pont fut fermé"),
        ("Mötet börjar kl. 19.30 i skolan.", "Mötet börjar kl 19:30 i skolan"),
        ("La riunione comincia alle ore 19.30 in aula.", "La riunione comincia alle ore 19:30 in aula"),
        ("Zebranie zaczyna się o godz. 19.30 w szkole.", "Zebranie zaczyna się o godz. 19:30 w szkole"),
        ("Pasar itu buka mulai pukul 05.30 di sana.", "Pasar itu buka mulai pukul 5.30 di sana"),
    ] {
        check(page, quote, MatchClass::Typographic);
    }
    for (page, quote) in [
        ("Le 1er mai, le pont fut fermé.", "Le 11 mai, le pont fut fermé"),
        ("La 3ème fois, le pont fut fermé.", "La deuxième fois, le pont fut fermé"),
        ("Au 5e essai, le pont fut fermé.", "Au 6e essai, le pont fut fermé"),
        ("Au 5e essai, le pont fut fermé.", "Au cinq essai, le pont fut fermé"),
        ("Mötet börjar kl. 19.30 i skolan.", "Mötet börjar kl 20:30 i skolan"),
        ("The rate is 19.30 at the port now.", "The rate is 19:30 at the port now"),
    ] {
        check(page, quote, CRITICAL);
    }
}

#[test]
fn thousands_in_words_behind_digits_are_the_same_in_digits() {
    let italian =
        "Il consiglio della città vecchia si riunì lunedì e votò per il ponte che il sindaco aveva promesso a tutti.";
    let czech =
        "Rada starého města se sešla v pondělí a hlasovala pro most, který starosta všem slíbil, protože ho chtěli.";
    let finnish =
        "Vanhan kaupungin neuvosto kokoontui maanantaina ja äänesti sillan puolesta, koska se oli luvattu kaikille.";
    for (text, page, quote) in [
        (italian, "La città contava 12 mila abitanti.", "La città contava 12.000 abitanti"),
        (italian, "La città contava 12 mila abitanti.", "La città contava 12000 abitanti"),
        (italian, "La città contava 300.000 abitanti.", "La città contava 300 mila abitanti"),
        (czech, "Město mělo 12 tisíc obyvatel.", "Město mělo 12 000 obyvatel"),
        (finnish, "Kaupungissa oli 12 tuhatta asukasta.", "Kaupungissa oli 12 000 asukasta"),
    ] {
        check(&format!("{text} {page}"), quote, MatchClass::Typographic);
    }
    for (text, page, quote) in [
        (italian, "La città contava 12 mila abitanti nel porto.", "La città contava 12 abitanti nel porto"),
        (italian, "La città contava 12 mila abitanti nel porto.", "La città contava 120.000 abitanti nel porto"),
        (czech, "Město mělo 12 tisíc obyvatel v roce.", "Město mělo 12 obyvatel v roce"),
        (finnish, "Kaupungissa oli 12 tuhatta asukasta silloin.", "Kaupungissa oli 12 asukasta silloin"),
    ] {
        assert!(!class(&format!("{text} {page}"), quote).is_sound(), "{quote}");
    }
}

#[test]
fn how_many_times_and_how_much_of_a_unit_has_several_forms() {
    let german = format!("{} Das Mittel wird dreimal am Tag genommen, und der Preis stieg zehnfach.", GERMAN.text);
    let english = format!(
        "{} Sales rose tenfold, margins fell by 150 basis points, the share cost 12.5p, the dose was 5 mg/kg, \
         the abbey was founded c. 1140, the temple burnt in 312 BC and the bath had ~50 degrees.",
        ENGLISH.text
    );
    let polish = "Rada starego miasta zebrała się w poniedziałek i głosowała za mostem, który obiecał im burmistrz. Spadły o 3,5 proc. \
        do 1,2 mld zł.";
    let danish = "Byens råd mødtes mandag og stemte for broen, som borgmesteren havde lovet dem alle. Det faldt til 1,2 mia. kr. i maj.";
    let chinese = "市议会星期一开会，投票赞成市长答应他们的那座桥。第二季度营收同比下降3.5%，至12亿元。";
    let japanese = "市議会は月曜日に開かれ、市長が約束した橋に賛成した。第2四半期の売上高は3.5％減の1,200億円だった。";
    for (text, quote) in [
        (german.as_str(), "Das Mittel wird 3-mal am Tag genommen"),
        (&german, "der Preis stieg 10-fach"),
        (&english, "Sales rose 10-fold, margins fell by 150bps"),
        (&english, "Sales rose ten-fold, margins fell by 150 bp"),
        (&english, "the share cost 12.5 pence"),
        (&english, "the bath had ∼50 degrees"),
        (polish, "Spadły o 3,5% do 1,2 miliarda złotych"),
        (danish, "Det faldt til 1,2 milliarder kroner i maj"),
        (chinese, "第2季度营收同比下降百分之三点五，至12亿元"),
        (japanese, "第二四半期の売上高は3.5%減の1200億円だった"),
    ] {
        let class = class(text, quote);
        assert!(class.is_sound(), "{quote}: {class:?}");
    }
    for (text, quote) in [
        (english.as_str(), "the dose was 5 mg per kg"),
        (&german, "Das Mittel wird drei Mal am Tag genommen"),
        (&english, "the abbey was founded circa 1140"),
        (&english, "the abbey was founded ca. 1140"),
        (&english, "the temple burnt in 312 BCE"),
        ("Staden stängde bron i maj och folk får köra en omväg. Det tas i 10–14 dagar.", "Det tas i 10 till 14 dagar"),
        (
            "Die Stadt hat die Brücke im Mai gesperrt, und alle fahren einen Umweg. Es dauert 10–14 Tage.",
            "Es dauert 10 bis 14 Tage",
        ),
    ] {
        assert_eq!(class(text, quote), MINOR, "{quote}");
    }
    for (text, quote) in [
        (german.as_str(), "Das Mittel wird 4-mal am Tag genommen"),
        (&german, "Das Mittel wird zweimal am Tag genommen"),
        (&german, "der Preis stieg 100-fach"),
        (&english, "Sales rose twofold, margins fell by 150 basis points"),
        (&english, "margins fell by 150 percentage points"),
        (&english, "margins fell by 15 bps"),
        (&english, "the share cost 12.5 pounds"),
        (&english, "the dose was 5 mg/l"),
        (&english, "the abbey was founded c. 1410"),
        (&english, "the temple burnt in 312 AD"),
        (&english, "the bath had 50 degrees"),
        (
            "Die Stadt hat die Brücke im Mai gesperrt, und alle fahren einen Umweg. Es dauert 10–14 Tage.",
            "Es dauert 10 bis 41 Tage",
        ),
        (polish, "Spadły o 3,5% do 1,2 miliona złotych"),
        (danish, "Det faldt til 1,2 millioner kroner i maj"),
        (chinese, "第2季度营收同比下降百分之五点三，至12亿元"),
        (japanese, "第三四半期の売上高は3.5%減の1200億円だった"),
    ] {
        let class = class(text, quote);
        assert!(matches!(class, CRITICAL | MatchClass::Absent), "{quote}: {class:?}");
    }
}
