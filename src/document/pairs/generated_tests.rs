//! Quotation marks of many languages, put into each other in every way that is written.

use proptest::prelude::*;

use super::tests::quoted;

/// How a language marks a quotation, what may stand within it, and the space inside of its marks.
type Style = (&'static str, &'static str, &'static [(&'static str, &'static str)], &'static str);

const STYLES: &[Style] = &[
    ("“", "”", &[("‘", "’"), ("'", "'"), ("“", "”"), ("«", "»"), ("„", "“")], ""),
    ("\"", "\"", &[("'", "'"), ("‘", "’"), ("“", "”"), ("„", "“")], ""),
    ("‘", "’", &[("“", "”"), ("\"", "\""), ("«", "»")], ""),
    ("„", "“", &[("‚", "‘"), ("»", "«"), ("«", "»"), ("'", "'")], ""),
    ("„", "”", &[("‚", "’"), ("»", "«"), ("’", "’")], ""),
    ("»", "«", &[("›", "‹"), ("‚", "‘"), ("„", "“")], ""),
    ("«", "»", &[("‹", "›"), ("“", "”"), ("„", "“"), ("\"", "\"")], ""),
    ("«", "»", &[("“", "”"), ("‹", "›")], "\u{a0}"),
    ("« ", " »", &[("“", "”"), ("‹ ", " ›"), ("« ", " »")], ""),
    ("”", "”", &[("’", "’"), ("'", "'")], ""),
    ("「", "」", &[("『", "』"), ("「", "」")], ""),
];

/// Words with the apostrophes that they are written with.
const WORDS: &[&str] = &[
    "river",
    "rose",
    "don't",
    "don’t",
    "l’homme",
    "d'eau",
    "it’s",
    "o’clock",
    "rock’n’roll",
    "well-known",
    "3.5",
    "Straße",
    "night,",
    "town;",
    "so:",
    "(once)",
    "U.S.",
];

const BEFORE: &[&str] = &["", "He said ", "He said, ", "(He wrote: ", "So — ", "The miller’s word was "];
const AFTER: &[&str] = &["", " and left.", ", he said.", ".", "; then more.", ").", ".1 More."];
const ENDS: &[&str] = &["", ".", ",", "!", "?", "…"];

fn words(range: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    proptest::collection::vec(prop::sample::select(WORDS.to_vec()), range).prop_map(|words| words.join(" "))
}

/// Single marks are apostrophes too often to run on, and Japanese has no such custom.
fn running() -> Vec<Style> {
    STYLES.iter().copied().filter(|(open, ..)| !matches!(*open, "‘" | "「")).collect()
}

fn one_of(list: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
    prop::sample::select(list.to_vec())
}

proptest! {
    #[test]
    fn a_quotation_within_another_belongs_to_it(
        style in prop::sample::select(STYLES.to_vec()),
        nested in 0usize..6,
        (lead, within, rest) in (words(0..3), words(1..4), words(0..3)),
        (before, after, end) in (one_of(BEFORE), one_of(AFTER), one_of(ENDS)),
    ) {
        let (open, close, inner, space) = style;
        let held = match inner.get(nested) {
            Some((first, last)) => [lead.as_str(), &format!("{first}{within}{last}"), &rest].join(" ").trim().to_owned(),
            None => format!("{within} {rest}").trim().to_owned(),
        };
        let held = format!("{held}{end}");
        let text = format!("{before}{open}{space}{held}{space}{close}{after}");
        prop_assert_eq!(quoted(&[&text]), vec![held], "{}", text);
    }

    #[test]
    fn two_quotations_of_a_paragraph_are_two(
        style in prop::sample::select(STYLES.to_vec()),
        (one, other, between) in (words(1..5), words(1..5), words(1..4)),
        end in one_of(ENDS),
    ) {
        let (open, close, _, space) = style;
        let text = format!("He said {open}{space}{one}{end}{space}{close} {between} {open}{space}{other}{space}{close}.");
        prop_assert_eq!(quoted(&[&text]), vec![format!("{one}{end}"), other], "{}", text);
    }

    #[test]
    fn paragraphs_that_each_open_a_quotation_are_one(
        style in prop::sample::select(running()),
        paragraphs in proptest::collection::vec(words(2..6), 2..5),
        after in one_of(&["", " She left.", ", she said."]),
    ) {
        let (open, close, _, space) = style;
        let last = paragraphs.len() - 1;
        let texts: Vec<String> = paragraphs.iter().enumerate().map(|(at, words)| {
            if at == last { format!("{open}{space}{words}.{space}{close}{after}") } else { format!("{open}{space}{words}.") }
        }).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        prop_assert_eq!(quoted(&texts), vec![format!("{}.", paragraphs.join(". "))], "{:?}", texts);
    }

    #[test]
    fn a_mark_that_is_never_closed_takes_no_other_quotation_with_it(
        style in prop::sample::select(STYLES.to_vec()),
        (stray, own) in (words(2..5), words(2..5)),
    ) {
        let (open, close, _, space) = style;
        let texts = [format!("He said {open}{space}{stray} and left."), format!("She said {open}{space}{own}{space}{close} twice.")];
        prop_assert_eq!(quoted(&[&texts[0], &texts[1]]), vec![own], "{:?}", texts);
    }
}
