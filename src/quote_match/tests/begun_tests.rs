//! Quotes that begin with a capital behind a word that turns their sentence, whatever stands before that word.

use super::{CRITICAL, check, class, found, page};
use crate::quote_match::*;

#[test]
fn a_negation_with_a_capital_begins_its_sentence_whatever_stands_before_it() {
    let quote = "Evidence was found in the house.";
    for lead in [
        "The search lasted two days.[1]",
        "The search lasted two days.1",
        "The search lasted two days.[12][13]",
        "The search lasted two days.[citation needed]",
        "The search lasted two days.[a]",
        "The search lasted two days.”",
        "(1)",
        "§ 4 (2)",
        "2 May 2021 –",
        "HARBOUR —",
        "OSLO (AP) —",
        "•",
    ] {
        check(&format!("{lead} No evidence was found in the house."), quote, CRITICAL);
        assert!(class(&format!("{lead} Evidence was found in the house."), quote).is_sound(), "{lead}");
    }
    for (text, quote) in [
        ("Se abrió la sesión.[1] No hay pruebas contra el alcalde.", "Hay pruebas contra el alcalde."),
        ("(2) Aucun témoin n’a été entendu par le juge.", "Témoin n’a été entendu par le juge."),
        ("The vote was close.[1] Almost all residents oppose the plan.", "All residents oppose the plan."),
    ] {
        assert!(!class(text, quote).is_sound(), "{quote}");
    }
    for (text, quote) in [
        ("The mayor said (1) that no evidence was found.", "Evidence was found."),
        ("They say no evidence was found in the house.", "evidence was found in the house"),
        ("No.[1] Evidence was found in the house.", quote),
    ] {
        assert!(class(text, quote).is_sound(), "{quote}");
    }
}

#[test]
fn what_takes_back_a_whole_is_known_in_many_languages() {
    for (text, quote) in [
        ("Kunta kokoontui. Lähes kaikki vastaajat etsivät työtä.", "Kaikki vastaajat etsivät työtä."),
        ("A testület ülésezett. Szinte minden lakó ellenzi az új utat.", "Minden lakó ellenzi az új utat."),
        ("Belediye toplandı. Neredeyse bütün esnaf yola karşı çıktı.", "Bütün esnaf yola karşı çıktı."),
        ("Il comune si è riunito. Quasi tutti i residenti rifiutano.", "Tutti i residenti rifiutano."),
        ("Rada se sešla. Téměř všichni obyvatelé jsou proti.", "Všichni obyvatelé jsou proti."),
        ("Consiliul s-a întrunit. Aproape toți locuitorii se opun.", "Toți locuitorii se opun."),
        ("Суд собрался. Вряд ли новый корпус откроют до осени.", "Новый корпус откроют до осени."),
        ("Суд собрался. Едва ли новый корпус откроют до осени.", "Новый корпус откроют до осени."),
        ("Рада зібралася. Навряд чи лікарню відкриють у травні.", "Лікарню відкриють у травні."),
        ("Съветът заседава. Почти всички жители са против.", "Всички жители са против."),
        ("Το συμβούλιο συνεδρίασε. Σχεδόν όλοι οι κάτοικοι διαφωνούν.", "Όλοι οι κάτοικοι διαφωνούν."),
        ("Hội đồng họp. Hầu hết người dân phản đối con đường mới.", "Người dân phản đối con đường mới."),
    ] {
        check(text, quote, CRITICAL);
    }
    for (text, quote) in [
        ("Kunta kokoontui. Kaikki vastaajat etsivät työtä.", "Kaikki vastaajat etsivät työtä."),
        ("Суд собрался. Едва новый корпус откроют, мы переедем.", "Новый корпус откроют"),
        ("Fasten ist schwer. Alle Kinder fasten.", "Alle Kinder fasten."),
    ] {
        assert!(class(text, quote).is_sound(), "{quote}");
    }
}

fn told(text: &str, quote: &str) -> Option<String> {
    let found = found(text, quote, QuoteKind::Sentence);
    assert!(found.class.is_sound(), "{quote} {found:#?}");
    found.hit.and_then(|hit| hit.negation_beside).map(String::from)
}

#[test]
fn what_bounds_a_whole_is_told_where_nothing_has_capitals() {
    for (text, quote, word) in [
        ("市议会周二开会。几乎所有商户都反对修建新路。", "所有商户都反对修建新路。", "几乎"),
        ("市议会周二开会。只有三名议员投了反对票。", "三名议员投了反对票。", "只有"),
        ("市议会周二开会。大部分商户反对修建新路。", "商户反对修建新路。", "大部分"),
        ("ほとんどすべての商店主が反対している。", "すべての商店主が反対している。", "ほとんど"),
        ("市議会が開かれた。一部の議員が反対した。", "議員が反対した。", "一部の"),
        ("시의회가 열렸다. 거의 모든 상인이 반대하고 있다.", "모든 상인이 반대하고 있다.", "거의"),
        ("시의회가 열렸다. 약 300명이 반대했다.", "300명이 반대했다.", "약"),
        ("המועצה התכנסה. כמעט כל הדיירים חתמו על ההסכם.", "כל הדיירים חתמו על ההסכם.", "כמעט"),
        ("اجتمع المجلس. تقريبا كل السكان يعارضون الطريق الجديد.", "كل السكان يعارضون الطريق الجديد.", "تقريبا"),
        ("परिषद की बैठक हुई। लगभग सभी दुकानदार विरोध कर रहे हैं।", "सभी दुकानदार विरोध कर रहे हैं।", "लगभग"),
        ("Hội đồng họp. Chỉ có ba đại biểu bỏ phiếu chống.", "Ba đại biểu bỏ phiếu chống.", "Chỉ có"),
        ("Komise jednala. Nejméně polovina bodů musí být z testu.", "polovina bodů musí být z testu", "Nejméně"),
    ] {
        assert_eq!(told(text, quote).as_deref(), Some(word), "{quote}");
    }
    for (text, quote) in [
        ("市议会周二开会。所有商户都反对修建新路。", "所有商户都反对修建新路。"),
        ("市长说这一部分议员反对修建新路。", "议员反对修建新路"),
        ("시의회가 열렸다. 모든 상인이 반대하고 있다.", "모든 상인이 반대하고 있다."),
        ("Hội đồng họp. Ông ấy ở gần nhà dân và chợ.", "nhà dân và chợ"),
    ] {
        assert_eq!(told(text, quote), None, "{quote}");
    }
}

#[test]
fn what_ends_a_clause_and_turns_it_is_told() {
    for (text, quote) in [
        ("অনুমতি ছাড়া কাজ শুরু করা যাবে না। মেয়র সভায় আসেন নি।", "অনুমতি ছাড়া কাজ শুরু করা যাবে।"),
        ("অনুমতি ছাড়া কাজ শুরু করা যাবে না। মেয়র সভায় আসেন নি।", "মেয়র সভায় আসেন।"),
        ("橋は3月末までに閉鎖される可能性がある。", "橋は3月末までに閉鎖される。"),
        ("橋は3月末までに閉鎖される恐れがある。", "橋は3月末までに閉鎖される。"),
        ("橋は3月末までに閉鎖されるかもしれない。", "橋は3月末までに閉鎖される。"),
        ("다리는 3월 말까지 폐쇄될 가능성이 있다.", "다리는 3월 말까지 폐쇄될"),
    ] {
        assert!(told(text, quote).is_some(), "{quote}");
    }
    for (text, quote) in [
        ("কাজ শুরু করা যাবে। না বলার কিছু নেই।", "কাজ শুরু করা যাবে।"),
        ("橋は3月末までに閉鎖される。可能性がある。", "橋は3月末までに閉鎖される。"),
    ] {
        assert_eq!(told(text, quote), None, "{quote}");
    }
}

#[test]
fn a_mark_of_a_note_hides_nothing_that_takes_a_sentence_back() {
    let told = |visible: &str, unmarked: &str, quote: &str| {
        let page = page(&[(TextName::Visible, visible), (TextName::NoMarks, unmarked)]);
        let found = FoldedPage::new(&page).find(quote, QuoteKind::Sentence);
        assert!(found.class.is_sound(), "{quote}");
        found.hit.and_then(|hit| hit.negation_beside).map(String::from)
    };
    let quote = "The mayor took the money";
    for (visible, unmarked) in [
        ("The mayor took the money.[3] That is false.", "The mayor took the money. That is false."),
        ("The mayor took the money,[3] which the board denies.", "The mayor took the money, which the board denies."),
        ("The mayor took the money.3 That is false.", "The mayor took the money. That is false."),
        ("It is not true[4] that the mayor took the money.", "It is not true that the mayor took the money."),
    ] {
        assert!(told(visible, unmarked, quote).is_some(), "{visible}");
    }
    let twice = "The mayor took the money.[3] The mayor took the money.[4] That is false.";
    let plain = "The mayor took the money. The mayor took the money. That is false.";
    assert_eq!(told(twice, plain, quote), None);
    assert_eq!(told("The mayor took the money.[3] That is so.", "The mayor took the money. That is so.", quote), None);
}
