//! Numbers whose other form stands in a line beside, halves in a word, sums with both marks, and numbers that are only about so many.

use super::{CRITICAL, MINOR, check, class};
use crate::quote_match::*;

#[test]
fn a_number_with_both_marks_is_read_in_one_way() {
    for (text, quote) in [
        ("el Ayuntamiento adeuda 125.400,75 euros a los proveedores", "adeuda 125.400,75 € a los proveedores"),
        ("el Ayuntamiento adeuda 125.400,75 euros a los proveedores", "adeuda 125400,75 euros a los proveedores"),
        ("el Ayuntamiento adeuda 125.400,75 euros a los proveedores", "adeuda 125 400,75 euros a los proveedores"),
        ("den Lieferanten noch 1.125.400,75 Euro schuldet", "den Lieferanten noch 1.125.400,75 € schuldet"),
        ("il Comune deve ancora 125.400,75 euro ai fornitori", "deve ancora 125.400,75 € ai fornitori"),
        ("The board still owes its suppliers 125,400.75 euros.", "owes its suppliers €125,400.75"),
    ] {
        check(text, quote, MatchClass::Typographic);
    }
    for (text, quote) in [
        ("el Ayuntamiento adeuda 125.400,75 euros a los proveedores", "adeuda 125.400,57 € a los proveedores"),
        ("el Ayuntamiento adeuda 125.400,75 euros a los proveedores", "adeuda 12540075 euros a los proveedores"),
        ("el Ayuntamiento adeuda 125.400 euros a los proveedores", "adeuda 125,400 euros a los vecinos y proveedores"),
        ("el Ayuntamiento adeuda 125.400,75 euros a los proveedores", "adeuda 125.400,75 $ a los proveedores"),
    ] {
        assert!(matches!(class(text, quote), CRITICAL | MatchClass::Absent), "{quote:?} in {text:?}");
    }
}

#[test]
fn a_half_in_a_word_of_its_own_needs_no_scale() {
    for (text, quote) in [
        ("Das Fest dauert anderthalb Stunden, sagte der Leiter.", "Das Fest dauert 1,5 Stunden"),
        ("Das Fest dauert anderthalb Stunden, sagte der Leiter.", "Das Fest dauert eineinhalb Stunden"),
        ("Das Fest dauert anderthalb Stunden, sagte der Leiter.", "Das Fest dauert 1½ Stunden"),
        ("Das Fest dauert zweieinhalb Stunden, sagte der Leiter.", "Das Fest dauert 2,5 Stunden"),
        ("Поезд уходит в восемь и идёт полтора часа, как сказал директор.", "идёт 1,5 часа, как сказал директор"),
        ("Поезд уходит в восемь и идёт полтора часа, как сказал директор.", "идёт 1½ часа, как сказал директор"),
        ("Het feest duurt anderhalf uur, zei de leider.", "Het feest duurt 1,5 uur"),
        ("Tren iki buçuk saat sonra kalktı.", "Tren 2,5 saat sonra kalktı"),
    ] {
        check(text, quote, MatchClass::Typographic);
    }
    for (text, quote) in [
        ("Das Fest dauert anderthalb Stunden, sagte der Leiter.", "Das Fest dauert 2,5 Stunden"),
        ("Das Fest dauert anderthalb Stunden, sagte der Leiter.", "Das Fest dauert zweieinhalb Stunden"),
        ("Das Fest kostet anderthalb Millionen Euro, sagte der Leiter.", "Das Fest kostet 1,5 Euro, sagte der Leiter"),
        ("Das Fest kostet anderthalb Millionen Euro, sagte der Leiter.", "Das Fest kostet 1,5 Milliarden Euro"),
    ] {
        assert!(matches!(class(text, quote), CRITICAL | MatchClass::Absent), "{quote:?} in {text:?}");
    }
}

#[test]
fn a_number_in_another_form_is_found_beside_a_line_with_the_quotes_own() {
    for (text, quote, matched) in [
        (
            "Population, 3 May 2021\nMay 3, 2021 was the day of the census, and 12,000 people lived in the town.",
            "3 May 2021 was the day of the census",
            "May 3, 2021 was the day of the census",
        ),
        (
            "Bericht 2021: zwölf\n12 Kinder lernten schwimmen, sagte der Leiter am Montag.",
            "zwölf Kinder lernten schwimmen",
            "12 Kinder lernten schwimmen",
        ),
    ] {
        check(text, quote, MatchClass::Typographic);
        let hit = super::found(text, quote, QuoteKind::Sentence).hit.expect("a passage");
        assert_eq!(hit.matched, matched);
    }
    for (text, quote) in [
        ("Census, 3 May 2021\nMay 4, 2021 was the day of the census.", "3 May 2021 was the day of the census"),
        ("Bericht 2021: zwölf\n13 Kinder lernten schwimmen, sagte der Leiter.", "zwölf Kinder lernten schwimmen"),
    ] {
        assert!(!class(text, quote).is_sound(), "{quote:?} in {text:?}");
    }
}

#[test]
fn about_so_many_are_not_so_many() {
    for (text, quote) in [
        ("Hay unos 300 socios en el club, según la directiva.", "Hay 300 socios en el club"),
        ("Hay unas 20 socias en el club, según la directiva.", "Hay 20 socias en el club"),
        ("Hay 300 socios en el club, según la directiva.", "Hay unos 300 socios en el club"),
        ("Es kamen an die 300 Gäste zu dem Fest im Hafen.", "Es kamen 300 Gäste zu dem Fest im Hafen"),
    ] {
        assert!(matches!(class(text, quote), CRITICAL | MatchClass::Absent), "{quote:?} in {text:?}");
    }
    check("Vinieron unos amigos de la casa y cantaron.", "Vinieron amigos de la casa y cantaron", MINOR);
}

#[test]
fn a_negation_that_turned_the_subject_round_is_not_cut_off() {
    let page = "At no time was the reactor unsafe. Never was the mayor guilty of fraud. Under no circumstances was the drug safe for \
                children. Seldom has the bank been right. In May was the harbour open.";
    for quote in [
        "The reactor was unsafe.",
        "The mayor was guilty of fraud.",
        "The drug was safe for children.",
        "The bank has been right.",
    ] {
        check(page, quote, CRITICAL);
    }
    check(page, "The harbour was open.", MINOR);
    check("Not only was the mayor guilty of fraud, he fled.", "The mayor was guilty of fraud", MINOR);
}

#[test]
fn a_few_patients_are_not_the_patients() {
    let page = "La carte est gratuite pour tous. Peu de patients savent que le médecin reçoit sans rendez-vous.";
    check(page, "Les patients savent que le médecin reçoit sans rendez-vous.", CRITICAL);
}

#[test]
fn what_is_set_against_something_between_commas_may_be_left_out() {
    for (text, quote) in [
        ("Ägaren, inte hyresgästen, svarar för skadan.", "Ägaren … svarar för skadan"),
        ("Kommunen, utan att fråga någon, sålde hamnen.", "Kommunen … sålde hamnen"),
        ("Der Eigentümer, nicht der Mieter, haftet für den Schaden.", "Der Eigentümer … haftet für den Schaden"),
        (
            "De eigenaar, niet de huurder, is aansprakelijk voor de schade.",
            "De eigenaar … is aansprakelijk voor de schade",
        ),
        ("El dueño, no el inquilino, responde de los daños.", "El dueño … responde de los daños"),
        ("Ejeren, ikke lejeren, hæfter for skaden.", "Ejeren … hæfter for skaden"),
    ] {
        check(text, quote, MatchClass::Edited);
    }
    for (text, quote) in [
        ("El dueño prometió pagar, no pagó, y huyó de la villa.", "El dueño prometió pagar … y huyó de la villa"),
        ("Han sade att han, utan tvekan inte, skulle komma hem.", "Han sade att han … skulle komma hem"),
        ("Er sagte, nicht alle, die kamen, hätten gezahlt.", "Er sagte … die kamen, hätten gezahlt"),
        ("Der Eigentümer haftet nicht für den Schaden im Haus.", "Der Eigentümer haftet … für den Schaden im Haus"),
    ] {
        assert!(matches!(class(text, quote), CRITICAL | MatchClass::Absent), "{quote:?} in {text:?}");
    }
}

#[test]
fn remarks_of_editors_are_known_in_more_languages() {
    for (text, quote) in [
        (
            "Zkoušku lze opakovat dvakrát, a to do konce září.",
            "Zkoušku lze opakovat dvakrát, a to do konce září (zdůraznil autor).",
        ),
        (
            "Zkoušku lze opakovat dvakrát, a to do konce září.",
            "Zkoušku lze opakovat dvakrát, a to do konce září. (kurzíva moje)",
        ),
        (
            "A közgyűlés elhalasztotta a híd felújítását.",
            "A közgyűlés elhalasztotta a híd felújítását (kiemelés tőlem).",
        ),
        ("Työttömyysaste laski heinäkuussa.", "Työttömyysaste laski heinäkuussa (kursivointi lisätty)."),
        ("Я никогда не мечтала стать врачом.", "Я никогда не мечтала стать врачом (курсив наш. — А. Б.)."),
        (
            "Wir können kein Geld ausgeben, das wir nicht haben.",
            "Wir können kein Geld ausgeben, das wir nicht haben (Herv. i. O.)",
        ),
        ("We cannot spend money we do not have.", "We cannot spend money we do not have (cleaned up)"),
        (
            "Não houve diferenças entre homens e mulheres.",
            "Não houve diferenças entre homens e mulheres (sublinhado nosso).",
        ),
        (
            "시의회는 다리 보수를 연기하기로 했다. 사업비는 두 배가 넘는다. 시장은 보고서를 보았다.",
            "시의회는 다리 보수를 연기하기로 했다. (…중략…) 시장은 보고서를 보았다.",
        ),
        (
            "قرر المجلس البلدي في مدينة الواحة تأجيل ترميم الجسر",
            "قرر المجلس البلدي (كذا) في مدينة الواحة تأجيل ترميم الجسر",
        ),
    ] {
        check(text, quote, MatchClass::Edited);
    }
}

#[test]
fn a_date_in_another_form_is_found_below_a_title_with_its_year() {
    for (text, quote, matched) in [
        (
            "人口統計の概要（二〇二四年）\n2024年10月1日現在の人口は1万2千人で、前年より3.5％減少した。世帯数は五千二百である。",
            "二〇二四年10月1日現在の人口は1万2千人",
            "2024年10月1日現在の人口は1万2千人",
        ),
        (
            "二〇二四年人口概要\n2024年10月1日人口为12,000人，比上年减少3.5%。",
            "二〇二四年10月1日人口为12,000人",
            "2024年10月1日人口为12,000人",
        ),
    ] {
        check(text, quote, MatchClass::Typographic);
        let hit = super::found(text, quote, QuoteKind::Sentence).hit.expect("a passage");
        assert_eq!(hit.matched, matched);
    }
}

#[test]
fn what_is_set_against_something_has_its_article_with_an_apostrophe() {
    let page = "Il proprietario, non l’inquilino, risponde dei danni.";
    check(page, "Il proprietario … risponde dei danni", MatchClass::Edited);
}

#[test]
fn what_is_set_against_something_behind_an_and_may_be_left_out() {
    let page = "Le propriétaire, et non le locataire, répond des dégâts.";
    check(page, "Le propriétaire … répond des dégâts", MatchClass::Edited);
}
