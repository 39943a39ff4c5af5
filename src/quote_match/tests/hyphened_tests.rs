//! A quote that begins within a word, behind its hyphen.

use super::{CRITICAL, check};
use crate::quote_match::*;

#[test]
fn the_part_before_a_hyphen_belongs_to_the_word() {
    for (text, quote) in [
        ("Ex-mayor Tom Brand sued the bank.", "Mayor Tom Brand sued the bank."),
        ("The ex-mayor Tom Brand sued the bank.", "mayor Tom Brand sued the bank"),
        ("Vice-President Carl Reed resigned.", "President Carl Reed resigned"),
        ("Anti-tax groups won the seat.", "Tax groups won the seat"),
        ("Un-American acts were banned.", "American acts were banned"),
        ("Two-thirds of boats sank.", "thirds of boats sank"),
        ("The mid-1990s were wet.", "1990s were wet"),
        ("The 30-day limit holds.", "day limit holds"),
        ("Non-members may vote in June.", "Members may vote in June"),
        ("He said that he met the vice-president of the firm.", "He said … president of the firm"),
        ("Вице-президент банка ушёл в отставку.", "президент банка ушёл в отставку"),
        ("Der Ex-Minister kam in die Stadt.", "Minister kam in die Stadt"),
    ] {
        check(text, quote, CRITICAL);
    }
}

#[test]
fn what_stands_whole_behind_a_hyphen_or_a_dash_is_quoted_whole() {
    for (text, quote, class) in [
        ("The boat sank-the crew was saved.", "the crew was saved", MatchClass::Verbatim),
        ("The boat sank – nobody was hurt.", "nobody was hurt", MatchClass::Verbatim),
        ("The boat sank—crews were saved.", "crews were saved", MatchClass::Verbatim),
        ("The years 1914–1918 were wet ones.", "1918 were wet ones", MatchClass::Verbatim),
        ("1-Boil the water at home.", "Boil the water at home", MatchClass::Verbatim),
        ("LONDON-Ministers met in May.", "Ministers met in May", MatchClass::Verbatim),
        ("Abdel al-Sisi said so in May.", "Sisi said so in May", MatchClass::Verbatim),
        ("A state-run school closed in May.", "run school closed in May", MatchClass::Verbatim),
        ("Die TVB-Vorsitzende kam in die Stadt.", "Vorsitzende kam in die Stadt", MatchClass::Verbatim),
        ("3-open the window at home.", "open the window at home", MatchClass::Verbatim),
        ("The vice-president met the president of the firm.", "president of the firm", MatchClass::Verbatim),
        ("A well-known author came.", "well-known author came", MatchClass::Verbatim),
        ("It was a twenty-year-old boat.", "a twenty year old boat", MatchClass::Typographic),
    ] {
        check(text, quote, class);
    }
    let romanian =
        "Primarul orașului a spus că nu știe nimic despre asta. Oamenii l-am văzut pe stradă, iar ea s-a dus acasă.";
    check(romanian, "am văzut pe stradă, iar ea", MatchClass::Verbatim);
    check(romanian, "a dus acasă", MatchClass::Verbatim);
}
