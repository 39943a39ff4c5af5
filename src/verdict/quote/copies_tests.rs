//! What captures that were read say of quotes whose pages say nothing, and what is told of the nearest words.

use super::tests::{CRITICAL, Case, MINOR, WORDS, capture, doubtful, found, judged, read, said, unread};
use super::*;
use crate::finding::{Code, Level};

/// A capture that the entry names itself.
fn named(label: &str, class: MatchClass) -> Tried {
    Tried { read_from: ReadFrom::NamedArchive, ..capture(label, class) }
}

fn check(cited: &[Tried], captures: &[Tried], expected: &str) {
    assert_eq!(said(WORDS, &Case { cited, captures, ..Case::default() }), expected);
}

fn gone(label: &str) -> Tried {
    unread(label, Unreadable::NotLive)
}

#[test]
fn a_capture_that_was_read_and_lacks_the_words_is_told_and_warned_of() {
    let other_title = |tried: Tried| match tried.state {
        State::Readable { found, .. } => {
            let trust = Trust::Doubtful(Unreadable::TitleDiffers);
            Tried { state: State::Readable { found, trust }, ..tried }
        }
        State::Unreadable(_) => tried,
    };
    let lacking = capture("3", MatchClass::Absent);
    for (copy, end) in [
        (lacking.clone(), "does not have these words."),
        (other_title(lacking), "does not have these words, and its title is not the one in the reference."),
    ] {
        let captures = [copy];
        check(&[gone("3")], &captures, "unverifiable unknown not-live -");
        let verdict =
            judged(WORDS, Basis::Adjacent, &Case { cited: &[gone("3")], captures: &captures, ..Case::default() });
        assert_eq!(verdict.not_in_capture, captures[0].captured_at);
        let told = &verdict.findings[0];
        assert_eq!((told.code, told.level), (Code::QuoteUnverifiable, Level::Warning));
        assert!(told.message.ends_with(end), "{}", told.message);
    }
}

#[test]
fn a_capture_that_may_not_show_all_and_a_term_say_nothing() {
    let says = |text: &str, copy: Tried| {
        judged(text, Basis::Adjacent, &Case { cited: &[gone("3")], captures: &[copy], ..Case::default() })
            .not_in_capture
    };
    let partly = |why| Tried { read_from: ReadFrom::Archive, ..doubtful("3", MatchClass::Absent, why) };
    assert_eq!(says(WORDS, partly(Unreadable::ScriptOnly)), None);
    assert_eq!(says(WORDS, partly(Unreadable::MayBeNotice)), None);
    assert_eq!(says("the plan", capture("3", MatchClass::Absent)), None);
    assert_eq!(says(WORDS, capture("3", CRITICAL)), None);
    assert!(says(WORDS, capture("3", MatchClass::Absent)).is_some());
}

#[test]
fn what_the_capture_that_is_cited_says_instead_counts_where_its_page_says_nothing() {
    check(&[gone("3")], &[named("3", CRITICAL)], "altered broken - archive:3");
    check(&[gone("3")], &[named("3", MINOR)], "altered unknown - archive:3");
    check(&[gone("3")], &[named("3", MatchClass::Verbatim)], "archived unknown not-live archive:3");
    // One that archives know and nobody cites is a witness only.
    check(&[gone("3")], &[capture("3", CRITICAL)], "unverifiable unknown not-live -");
    // The page itself comes first, and another source that was not read may have the words.
    check(&[read("3", MatchClass::Absent)], &[named("3", CRITICAL)], "absent broken - -");
    check(&[gone("3"), gone("4")], &[named("3", CRITICAL)], "altered unknown not-live archive:3");
    let case = Case { cited: &[gone("3")], captures: &[named("3", CRITICAL)], ..Case::default() };
    assert_eq!(
        judged(WORDS, Basis::Adjacent, &case).findings[0].message,
        "The page of source 3 could not be read; the capture made on 2024-06-30, which its entry names, has a close passage, \
         but it says “must” where the quote says “may”."
    );
}

#[test]
fn words_that_are_near_are_told_and_not_called_nothing_close() {
    let missed = |similarity: f64| {
        let trust = Trust::Whole;
        Tried {
            state: State::Readable { found: found(MatchClass::Absent, similarity), trust },
            ..read("3", MatchClass::Absent)
        }
    };
    let told = |similarity: f64| {
        let case = Case { cited: &[missed(similarity)], ..Case::default() };
        judged(WORDS, Basis::Adjacent, &case).findings.remove(0).message
    };
    assert_eq!(
        told(0.7),
        "These words do not stand in source 3, which was read whole. The nearest words in source 3 are “we must start in the \
         month of May”."
    );
    assert!(told(0.0).starts_with("Nothing close to these words stands in source 3"));
}
