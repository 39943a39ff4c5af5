//! What holds for any page and any quote.

use proptest::prelude::*;

use super::{found, page};
use crate::quote_match::*;

const WORDS: [&str; 40] = [
    "river",
    "harbour",
    "council",
    "voted",
    "the",
    "of",
    "and",
    "a",
    "in",
    "Monday",
    "London",
    "not",
    "never",
    "42",
    "1,000",
    "3.5",
    "didn’t",
    "well-known",
    "fishermen",
    "town",
    "north",
    "is",
    "was",
    "has",
    "boats",
    "may",
    "must",
    "every",
    "some",
    "people",
    "law",
    "money",
    "Straße",
    "café",
    "naïve",
    "rose",
    "fell",
    "again",
    "slowly",
    "today",
];

fn words(range: std::ops::Range<usize>) -> impl Strategy<Value = Vec<&'static str>> {
    proptest::collection::vec(prop::sample::select(WORDS.to_vec()), range)
}

fn is_within(text: &str, hit: &Hit) -> bool {
    text.get(hit.span.range()) == Some(hit.matched.as_str())
        && text.chars().skip(hit.chars.start()).take(hit.chars.end() - hit.chars.start()).eq(hit.matched.chars())
}

proptest! {
    #[test]
    fn a_search_for_what_is_sound_alone_says_the_same(
        text in words(5..60),
        from in 0usize..40,
        length in 1usize..14,
        changed in 0usize..14,
        other in prop::sample::select(vec!["river", "five", "5", "…", "[sic]", "[the town]", "1000", "Monday", ""]),
    ) {
        let page = page(&[(TextName::Visible, &text.join(" "))]);
        let folded = FoldedPage::new(&page);
        let mut quote: Vec<&str> = text.iter().skip(from % text.len()).take(length).copied().collect();
        let at = changed % quote.len();
        quote[at] = other;
        let quote = quote.join(" ");
        let kind = crate::citation::kind(&quote);
        let all = folded.find(&quote, kind);
        prop_assert_eq!(folded.find_sound(&quote, kind), Some(all).filter(|found| found.class.is_sound()));
    }

    #[test]
    fn nothing_panics_and_spans_are_true(text in "\\PC{0,300}", quote in "\\PC{0,80}") {
        for kind in [QuoteKind::Sentence, QuoteKind::List] {
            let found = found(&text, &quote, kind);
            prop_assert!(found.hit.is_none_or(|hit| is_within(&text, &hit)));
        }
    }

    #[test]
    fn what_stands_on_a_page_is_found_there_after_what_does_not(
        text in words(4..60), cuts in proptest::collection::vec((0usize..60, 1usize..12), 1..6),
    ) {
        let page = page(&[(TextName::Visible, &text.join(" "))]);
        let folded = FoldedPage::new(&page);
        folded.find("nobody has ever written this there", QuoteKind::Sentence);
        for (from, length) in cuts {
            let from = from % text.len();
            let quote = text[from..(from + length).min(text.len())].join(" ");
            prop_assert_eq!(folded.find(&quote, QuoteKind::Sentence).class, MatchClass::Verbatim, "{}", quote);
        }
    }

    #[test]
    fn what_differs_is_shown(
        page in words(4..40), quoted in words(1..10), brackets in proptest::collection::vec(0usize..6, 10),
        from in 0usize..40, length in 1usize..10, drawn in any::<bool>(),
    ) {
        let words = if drawn { page.iter().copied().cycle().skip(from).take(length).collect() } else { quoted };
        let marked = |(word, way): (&&str, &usize)| match way {
            0 => format!("[{word}]"),
            1 => format!("[{}]{}", &word[..1], &word[1..]),
            2 => format!("… {word}"),
            _ => (*word).to_owned(),
        };
        let quote = words.iter().filter(|word| word.is_ascii()).zip(&brackets).map(marked).collect::<Vec<_>>().join(" ");
        let found = found(&page.join(" "), &quote, QuoteKind::Sentence);
        if matches!(found.class, MatchClass::Altered(_)) {
            prop_assert!(found.diff.iter().any(|change| change.op != ChangeOp::Equal), "{quote}: {found:#?}");
        }
    }

    #[test]
    fn nothing_panics_on_what_folding_treats_apart(
        text in "[a-cA-C0-9.,'’\\-\\u{ad}\\n \\[\\]()…%&$½²¹éé漢が\u{301}\u{3099}İıς]{0,120}",
        quote in "[a-cA-C0-9.,'’\\-\\u{ad}\\n \\[\\]()…%&$½²¹éé漢が\u{301}\u{3099}İıς]{0,40}",
    ) {
        for kind in [QuoteKind::Sentence, QuoteKind::List] {
            let found = found(&text, &quote, kind);
            prop_assert!(found.hit.is_none_or(|hit| is_within(&text, &hit)));
        }
    }

    #[test]
    fn folded_words_cover_the_text_in_order(text in "\\PC{0,200}") {
        let folded = Folded::new(&text, Spaces::Written);
        prop_assert_eq!(folded.all().map(|index| folded.word(index)).collect::<String>(), folded.text.clone());
        for index in folded.all() {
            prop_assert!(!folded.word(index).is_empty());
            prop_assert!(folded.is_edge(folded.at(index)));
            prop_assert_eq!(folded.index_at(folded.at(index)), index);
            prop_assert_eq!(folded.edge_after(folded.at(index)), folded.at(index + 1));
            prop_assert!(!folded.written(index..index + 1).is_empty());
            prop_assert!(index == 0 || folded.span(index - 1..index).end() <= folded.span(index..index + 1).start());
        }
    }

    #[test]
    fn a_passage_cut_at_words_is_verbatim_at_its_place(all in words(5..80), from in 0usize..80, length in 1usize..40) {
        let from = from % all.len();
        let quote = all[from..(from + length).min(all.len())].join(" ");
        let text = all.join(" ");
        let found = found(&text, &quote, QuoteKind::Sentence);
        prop_assert_eq!(found.class, MatchClass::Verbatim);
        let hit = found.hit.expect("a passage");
        prop_assert_eq!(&hit.matched, &quote);
        let length = quote.split(' ').count();
        let first = all.windows(length).position(|words| words.join(" ") == quote).expect("it was cut from there");
        prop_assert_eq!(hit.span.start(), all[..first].iter().map(|word| word.len() + 1).sum::<usize>());
        prop_assert!(is_within(&text, &hit));
    }

    #[test]
    fn words_that_are_not_on_the_page_are_absent(all in words(5..80), seed in proptest::collection::vec("[qxzj]{3,9}", 5..20)) {
        let found = found(&all.join(" "), &seed.join(" "), QuoteKind::Sentence);
        prop_assert_eq!(found.class, MatchClass::Absent);
    }

    #[test]
    fn typography_does_not_matter(all in words(8..60), from in 0usize..60) {
        let from = from % (all.len() - 5);
        let quote = all[from..from + 5].join(" ").replace('’', "'").replace("1,000", "1000").replace("ß", "ss").replace("well-known", "well known");
        let text = all.join(" \u{a0}").replace("harbour", "har\u{ad}bour").replace("council", "coun\u{200b}cil");
        let found = found(&text, &quote, QuoteKind::Sentence);
        prop_assert!(found.class.is_sound(), "{:?} in {:?}: {:?}", quote, text, found);
    }

    #[test]
    fn a_changed_digit_is_never_sound(before in words(3..20), after in words(3..20), one in 100u32..99_999, at in 0usize..5, add in 1u32..10) {
        let digits: Vec<u32> = one.to_string().chars().filter_map(|c| c.to_digit(10)).collect();
        let at = at % digits.len();
        let changed: String = digits.iter().enumerate().map(|(index, digit)| {
            char::from_digit(if index == at { (digit + add) % 10 } else { *digit }, 10).unwrap_or('0')
        }).collect();
        let text = format!("{} {one} {}", before.join(" "), after.join(" "));
        let quote = format!("{} {changed} {}", before.join(" "), after.join(" "));
        prop_assert!(!found(&text, &quote, QuoteKind::Sentence).class.is_sound());
    }

    #[test]
    fn a_negation_put_in_is_never_sound(all in words(8..40), at in 1usize..40) {
        let at = 1 + at % (all.len() - 1);
        let mut quote = all.clone();
        quote.insert(at, "not");
        prop_assume!(all[at] != "not" && all[at - 1] != "not");
        let text = all.join(" ");
        for quote in [quote.join(" "), quote.join(" … ")] {
            prop_assert!(!found(&text, &quote, QuoteKind::Sentence).class.is_sound(), "{} in {}", quote, text);
        }
        let page_with = page(&[(TextName::Visible, &quote.join(" "))]);
        let found = FoldedPage::new(&page_with).find(&text, QuoteKind::Sentence);
        prop_assert!(!found.class.is_sound());
    }
}
