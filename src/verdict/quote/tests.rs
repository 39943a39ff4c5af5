//! What was found where, with the verdicts that it calls for.

use super::*;
use crate::citation::QuoteKind;
use crate::finding::{Code, Level};
use crate::quote_match::{Change, ChangeOp, Hit};
use crate::span::{Place, Span};

pub(super) const WORDS: &str = "we may start in the month of May";

fn quote(text: &str, basis: Basis) -> Quote {
    let place = Place { span: Span::new(5, 5 + text.len()), line: 2, column: 3 };
    Quote { text: text.into(), kind: QuoteKind::Phrase, cites: vec![0], basis, place, unread: Vec::new() }
}

pub(super) fn found(class: MatchClass, similarity: f64) -> QuoteMatch {
    let change = |op, text: &str| Change::new(op, text);
    let hit = Hit {
        text: TextName::Visible,
        span: Span::new(0, 3),
        chars: Span::new(0, 3),
        matched: "we must start in the month of May".into(),
        before: "then ".into(),
        after: " or June".into(),
        occurrences: 1,
        in_margin: false,
        fragment: Some("#:~:text=we,May".into()),
        page: None,
        negation_beside: None,
    };
    let diff = vec![
        change(ChangeOp::Equal, "we "),
        change(ChangeOp::Delete, "may "),
        change(ChangeOp::Insert, "must "),
        change(ChangeOp::Equal, "start in the month of May"),
    ];
    let differs = matches!(class, MatchClass::Altered(_) | MatchClass::Absent);
    let hit = (class != MatchClass::Absent || similarity > 0.0).then_some(hit);
    QuoteMatch { class, similarity, hit, diff: if differs { diff } else { Vec::new() }, other_language: false }
}

pub(super) fn read(label: &str, class: MatchClass) -> Tried {
    let similarity = if class == MatchClass::Absent { 0.0 } else { 0.9 };
    let state = State::Readable { found: found(class, similarity), trust: Trust::Whole };
    Tried {
        label: label.into(),
        read_from: ReadFrom::Live,
        url: format!("https://{label}.example/"),
        captured_at: None,
        linked_from: None,
        unread_at: None,
        state,
    }
}

pub(super) fn doubtful(label: &str, class: MatchClass, why: Unreadable) -> Tried {
    let mut tried = read(label, class);
    if let State::Readable { trust, .. } = &mut tried.state {
        *trust = Trust::Doubtful(why);
    }
    tried
}

pub(super) fn unread(label: &str, why: Unreadable) -> Tried {
    Tried { state: State::Unreadable(why), ..read(label, MatchClass::Absent) }
}

/// A document that the page of `label` links.
fn linked(label: &str, class: MatchClass) -> Tried {
    Tried { linked_from: Some(format!("https://{label}.example/about")), ..read(label, class) }
}

pub(super) fn capture(label: &str, class: MatchClass) -> Tried {
    let captured_at = "2024-06-30T10:00:00Z".parse().ok();
    Tried { read_from: ReadFrom::Archive, captured_at, ..read(label, class) }
}

#[derive(Default)]
pub(super) struct Case<'a> {
    pub(super) cited: &'a [Tried],
    pub(super) linked: &'a [Tried],
    pub(super) elsewhere: &'a [Tried],
    pub(super) captures: &'a [Tried],
    pub(super) earlier: &'a [Tried],
}

pub(super) fn judged(text: &str, basis: Basis, case: &Case<'_>) -> QuoteVerdict {
    let quote = quote(text, basis);
    let Case { cited, linked, elsewhere, captures, earlier } = *case;
    judge(&QuoteFacts { quote: &quote, cited, linked, elsewhere, captures, earlier, min_quote_words: 3 })
}

/// The verdict as one line: `verdict standing reason found-in`.
pub(super) fn said(text: &str, case: &Case<'_>) -> String {
    let verdict = judged(text, Basis::Adjacent, case);
    let standing = verdict.standing.map_or("-", Standing::as_str);
    let reason = verdict.reason.map_or("-", Unreadable::as_str);
    let place = verdict.found_in.map_or_else(|| "-".to_owned(), |place| format!("{}:{}", place.place, place.label));
    format!("{} {standing} {reason} {place}", verdict.verdict)
}

#[test]
fn a_quote_of_which_not_all_words_are_known_is_never_broken() {
    let quote = Quote { unread: vec!["zigzag".into(), "<math>".into()], ..quote(WORDS, Basis::Adjacent) };
    let critical = MatchClass::Altered(Difference::Critical);
    for (class, verdict, standing) in [
        (MatchClass::Edited, Verdict::Edited, Standing::Sound),
        (critical, Verdict::Altered, Standing::Unknown),
        (MatchClass::Absent, Verdict::Absent, Standing::Unknown),
    ] {
        let cited = [read("a", class)];
        let judged = judge(&QuoteFacts {
            quote: &quote,
            cited: &cited,
            linked: &[],
            elsewhere: &[],
            captures: &[],
            earlier: &[],
            min_quote_words: 3,
        });
        let told = judged.findings.iter().find(|finding| finding.code == Code::WordsNotKnown).unwrap();
        assert_eq!((judged.verdict, judged.standing), (verdict, Some(standing)));
        assert!(told.message.contains("{{zigzag}}, <math>"), "{}", told.message);
        assert!(judged.findings.iter().all(|finding| finding.level < Level::Error));
    }
}

fn check(cited: &[Tried], elsewhere: &[Tried], captures: &[Tried], expected: &str) {
    assert_eq!(said(WORDS, &Case { cited, elsewhere, captures, ..Case::default() }), expected);
}

pub(super) const CRITICAL: MatchClass = MatchClass::Altered(Difference::Critical);
pub(super) const MINOR: MatchClass = MatchClass::Altered(Difference::Minor);

#[test]
fn any_source_that_has_the_words_is_enough_and_the_closest_is_named() {
    check(&[read("a", MatchClass::Verbatim)], &[], &[], "verbatim sound - live:a");
    check(&[read("a", MatchClass::Parts)], &[], &[], "parts sound - live:a");
    let two = [read("a", CRITICAL), read("b", MatchClass::Edited), read("c", MatchClass::Typographic)];
    check(&two, &[], &[], "typographic sound - live:c");
    let two = [unread("a", Unreadable::NotLive), doubtful("b", MatchClass::Verbatim, Unreadable::TitleDiffers)];
    check(&two, &[], &[], "verbatim sound - live:b");
    let same = [read("a", MatchClass::Verbatim), read("b", MatchClass::Verbatim)];
    check(&same, &same, &same, "verbatim sound - live:a");
}

#[test]
fn other_words_are_broken_only_where_nothing_unread_can_have_the_exact_ones() {
    check(&[read("a", CRITICAL)], &[], &[], "altered broken - live:a");
    check(&[read("a", MINOR)], &[], &[], "altered unknown - live:a");
    check(&[read("a", CRITICAL), unread("b", Unreadable::NotLive)], &[], &[], "altered unknown not-live live:a");
    check(&[doubtful("a", CRITICAL, Unreadable::CutShort)], &[], &[], "altered unknown cut-short live:a");
    check(&[doubtful("a", CRITICAL, Unreadable::TitleDiffers)], &[], &[], "altered broken - live:a");
    check(&[read("a", CRITICAL)], &[read("b", MatchClass::Verbatim)], &[], "altered broken - live:a");
}

#[test]
fn a_capture_that_has_the_words_comes_before_what_the_page_says_today() {
    let captures = [capture("a", MatchClass::Typographic)];
    check(&[read("a", CRITICAL)], &[], &captures, "archived unknown - archive:a");
    check(
        &[read("a", MatchClass::Absent)],
        &[read("b", MatchClass::Verbatim)],
        &captures,
        "archived unknown - archive:a",
    );
    check(&[unread("a", Unreadable::NotLive)], &[], &captures, "archived unknown not-live archive:a");
    check(&[read("a", MatchClass::Verbatim)], &[], &captures, "verbatim sound - live:a");
}

#[test]
fn a_document_that_the_page_links_stands_for_it_and_is_to_be_cited_itself() {
    let case = |cited: Tried, found: MatchClass| {
        let (cited, linked) = ([cited], [linked("a", found)]);
        let case = Case { cited: &cited, linked: &linked, ..Case::default() };
        let verdict = judged(WORDS, Basis::Adjacent, &case);
        let codes: Vec<&str> = verdict.findings.iter().map(|finding| finding.code.as_str()).collect();
        let from = verdict.found_in.and_then(|place| place.linked_from);
        assert_eq!(from.is_some(), matches!(codes[..], ["in-linked-document"]) || found == CRITICAL);
        format!("{} {}", said(WORDS, &case), codes.join(" "))
    };
    let sound = "verbatim sound - live:a in-linked-document";
    assert_eq!(case(read("a", MatchClass::Absent), MatchClass::Verbatim), sound);
    assert_eq!(case(read("a", CRITICAL), MatchClass::Verbatim), sound);
    assert_eq!(case(read("a", MatchClass::Absent), CRITICAL), "altered broken - live:a quote-altered");
    let doubtful = doubtful("a", MatchClass::Absent, Unreadable::TitleDiffers);
    assert_eq!(case(doubtful, CRITICAL), "altered unknown title-differs live:a quote-altered");
    let own = [read("a", MatchClass::Verbatim)];
    let linked = [linked("a", MatchClass::Verbatim)];
    let verdict = judged(WORDS, Basis::Adjacent, &Case { cited: &own, linked: &linked, ..Case::default() });
    assert_eq!((verdict.findings.len(), verdict.found_in.and_then(|place| place.linked_from)), (0, None));
}

#[test]
fn words_that_a_reader_does_not_see_are_sound_and_noted() {
    let found = |text: TextName, in_margin: bool| {
        let mut tried = read("a", MatchClass::Verbatim);
        if let State::Readable { found, .. } = &mut tried.state
            && let Some(hit) = &mut found.hit
        {
            (hit.text, hit.in_margin) = (text, in_margin);
        }
        let verdict = judged(WORDS, Basis::Adjacent, &Case { cited: &[tried], ..Case::default() });
        assert_eq!(verdict.standing, Some(Standing::Sound));
        verdict.findings.into_iter().map(|finding| (finding.code, finding.message)).collect::<Vec<_>>()
    };
    for (text, in_margin, words) in [
        (TextName::Visible, true, "navigation or the footer"),
        (TextName::Hidden, false, "not shown"),
        (TextName::Structured, false, "data of its page"),
        (TextName::Meta, false, "head of its page"),
        (TextName::Script, false, "script of its page"),
    ] {
        let told = found(text, in_margin);
        assert!(told.len() == 1 && told[0].0 == Code::OutsideText && told[0].1.contains(words), "{told:?}");
    }
    for text in [TextName::Visible, TextName::NoMarks, TextName::Pdf] {
        assert_eq!(found(text, false), []);
    }
}

#[test]
fn what_only_a_script_of_another_source_has_is_not_elsewhere() {
    let mut other = read("b", MatchClass::Verbatim);
    if let State::Readable { found, .. } = &mut other.state
        && let Some(hit) = &mut found.hit
    {
        hit.text = TextName::Script;
    }
    check(&[read("a", MatchClass::Absent)], &[other], &[], "absent broken - -");
}

#[test]
fn the_wrong_marker_is_broken_only_where_the_cited_source_was_read_whole() {
    let there = [read("b", MatchClass::Absent), read("c", MatchClass::Verbatim)];
    check(&[read("a", MatchClass::Absent)], &there, &[], "elsewhere broken - live:c");
    check(&[read("a", MatchClass::Absent)], &[read("b", CRITICAL)], &[], "absent broken - -");
    check(&[unread("a", Unreadable::NotLive)], &there, &[], "unverifiable unknown not-live -");
    check(
        &[doubtful("a", MatchClass::Absent, Unreadable::TitleDiffers)],
        &there,
        &[],
        "absent unknown title-differs -",
    );
}

#[test]
fn absence_is_broken_only_where_the_text_was_read_whole_and_can_be_trusted() {
    check(&[read("a", MatchClass::Absent)], &[], &[], "absent broken - -");
    check(&[read("a", MatchClass::Absent), read("b", MatchClass::Absent)], &[], &[], "absent broken - -");
    for (why, expected) in [
        (Unreadable::Charset, "absent unknown charset -"),
        (Unreadable::TitleDiffers, "absent unknown title-differs -"),
        (Unreadable::MayBeNotice, "absent unknown may-be-notice -"),
        (Unreadable::CutShort, "unverifiable unknown cut-short -"),
        (Unreadable::ScriptOnly, "unverifiable unknown script-only -"),
        (Unreadable::NoText, "unverifiable unknown no-text -"),
        (Unreadable::PartShown, "unverifiable unknown part-shown -"),
        (Unreadable::Walled, "unverifiable unknown walled -"),
        (Unreadable::AbstractOnly, "unverifiable unknown abstract-only -"),
        (Unreadable::Embedded, "unverifiable unknown embedded -"),
        (Unreadable::Spoken, "unverifiable unknown spoken -"),
        (Unreadable::SentOn, "unverifiable unknown sent-on -"),
        (Unreadable::FewWords, "unverifiable unknown few-words -"),
        (Unreadable::Language, "unverifiable unknown language -"),
        (Unreadable::NotLive, "unverifiable unknown not-live -"),
    ] {
        check(&[doubtful("a", MatchClass::Absent, why)], &[], &[], expected);
        check(&[read("b", MatchClass::Absent), doubtful("a", MatchClass::Absent, why)], &[], &[], expected);
    }
    check(&[unread("a", Unreadable::NotLive)], &[], &[], "unverifiable unknown not-live -");
    check(&[], &[], &[], "unverifiable unknown not-live -");
    check(&[], &[read("b", MatchClass::Verbatim)], &[], "unverifiable unknown not-live -");
}

#[test]
fn a_term_is_looked_up_and_never_failed() {
    let absent = [read("a", MatchClass::Absent)];
    let there = [read("b", MatchClass::Verbatim)];
    let case = Case { cited: &absent, elsewhere: &there, captures: &[], ..Case::default() };
    assert_eq!(said("resistance plans", &case), "absent unknown - -");
    assert_eq!(judged("resistance", Basis::Adjacent, &case).findings[0].code, Code::TermAbsent);
    assert_eq!(judged("resistance", Basis::Adjacent, &case).findings[0].level, Level::Note);
    assert_eq!(said("we resist plans", &case), "elsewhere broken - live:b");
    let altered = [read("a", CRITICAL)];
    assert_eq!(said("resistance", &Case { cited: &altered, ..case }), "altered unknown - live:a");
    let found = [read("a", MatchClass::Verbatim)];
    assert_eq!(said("resistance", &Case { cited: &found, ..case }), "verbatim sound - live:a");
}

#[test]
fn scripts_without_spaces_have_two_characters_a_word() {
    for (text, expected) in
        [("a b  c", 3), ("", 0), ("– …", 0), ("抵抗計画", 2), ("これは新しい計画です", 5), ("don't", 1)]
    {
        assert_eq!(words(text), expected, "{text}");
    }
}

#[test]
fn an_unbound_quote_has_no_standing() {
    let verdict = judged(WORDS, Basis::Unbound, &Case { cited: &[], elsewhere: &[], captures: &[], ..Case::default() });
    assert_eq!((verdict.verdict, verdict.standing), (Verdict::Unbound, None));
    assert!(verdict.findings.is_empty());
}

#[test]
fn a_miss_of_a_later_sentence_is_a_warning_and_as_broken_as_any() {
    let cited = [read("a", MatchClass::Absent)];
    let case = Case { cited: &cited, elsewhere: &[], captures: &[], ..Case::default() };
    let soft = judged(WORDS, Basis::LaterSentence, &case);
    assert_eq!((soft.standing, soft.findings[0].level), (Some(Standing::Broken), Level::Warning));
    assert_eq!(judged(WORDS, Basis::SameSentence, &case).findings[0].level, Level::Error);
}

#[test]
fn the_link_scrolls_to_the_words() {
    let judge = |url: &str| {
        let cited = [Tried { url: url.into(), ..read("a", MatchClass::Verbatim) }];
        judged(WORDS, Basis::Adjacent, &Case { cited: &cited, elsewhere: &[], captures: &[], ..Case::default() })
            .found_in
            .unwrap()
            .url
    };
    assert_eq!(judge("https://a.example/p"), "https://a.example/p#:~:text=we,May");
    assert_eq!(judge("https://a.example/p#top"), "https://a.example/p#top:~:text=we,May");
    assert_eq!(judge("https://a.example/p#:~:text=old"), "https://a.example/p#:~:text=we,May");
    let captures = [capture("a", MatchClass::Verbatim)];
    let archived =
        judged(WORDS, Basis::Adjacent, &Case { cited: &[], elsewhere: &[], captures: &captures, ..Case::default() });
    assert_eq!(archived.found_in.unwrap().url, "https://a.example/");
}

#[test]
fn the_message_says_what_stands_there_instead() {
    let message = |case: &Case<'_>| judged(WORDS, Basis::Adjacent, case).findings.remove(0).message;
    let case = Case { cited: &[], elsewhere: &[], captures: &[], ..Case::default() };
    for (cited, elsewhere, captures, expected) in [
        (
            vec![read("3", CRITICAL)],
            vec![read("5", MatchClass::Verbatim)],
            vec![],
            "Source 3 has a close passage, but it says “must” where the quote says “may”. The exact words stand in source 5.",
        ),
        (
            vec![read("3", MatchClass::Absent), read("4", MatchClass::Absent)],
            vec![],
            vec![],
            "Nothing close to these words stands in sources 3 and 4, which were read whole.",
        ),
        (
            vec![read("3", MatchClass::Absent)],
            vec![],
            vec![capture("3", MatchClass::Absent)],
            "Nothing close to these words stands in source 3, which was read whole. The capture made on 2024-06-30 does \
             not have them either.",
        ),
        (
            vec![read("3", MatchClass::Absent)],
            vec![read("5", MatchClass::Verbatim)],
            vec![],
            "The words do not stand in source 3, but in source 5.",
        ),
        (
            vec![read("3", CRITICAL)],
            vec![],
            vec![capture("3", MatchClass::Verbatim)],
            "The page does not say this any more, but the capture made on 2024-06-30 has the words. Today source 3 has a \
             close passage, but it says “must” where the quote says “may”.",
        ),
        (
            vec![unread("3", Unreadable::NotLive)],
            vec![read("5", MatchClass::Verbatim)],
            vec![capture("3", CRITICAL)],
            "The quote could not be compared with source 3: the page could not be read. The words stand in source 5. The \
             capture made on 2024-06-30 has a close passage, but it says “must” where the quote says “may”.",
        ),
    ] {
        assert_eq!(
            message(&Case { cited: &cited, elsewhere: &elsewhere, captures: &captures, ..Case::default() }),
            expected
        );
    }
    assert!(message(&case).contains("could not be compared with its source"));
}

#[test]
fn a_negation_close_beside_the_words_is_told() {
    let beside = |negation: Option<&str>, text: &str| {
        let mut tried = read("3", MatchClass::Verbatim);
        if let State::Readable { found: QuoteMatch { hit: Some(hit), .. }, .. } = &mut tried.state {
            hit.negation_beside = negation.map(Into::into);
        }
        let verdict =
            judged(text, Basis::Adjacent, &Case { cited: &[tried], elsewhere: &[], captures: &[], ..Case::default() });
        (verdict.standing, verdict.findings)
    };
    let (standing, findings) = beside(Some("not"), WORDS);
    assert_eq!(
        (standing, findings[0].code, findings[0].level),
        (Some(Standing::Sound), Code::NegationBeside, Level::Note)
    );
    assert_eq!(findings[0].message, "Source 3 has the words, but “not” stands close beside them there.");
    assert!(beside(None, WORDS).1.is_empty());
    assert!(beside(Some("not"), "the plan").1.is_empty());
}

#[test]
fn an_absence_from_a_page_in_another_language_is_no_absence() {
    let mut cited = read("3", MatchClass::Absent);
    if let State::Readable { found, .. } = &mut cited.state {
        found.other_language = true;
    }
    let cited = [cited];
    let verdict = judged(
        WORDS,
        Basis::Adjacent,
        &Case { cited: &cited, linked: &[], elsewhere: &[], captures: &[], earlier: &[] },
    );
    assert_eq!(
        (verdict.verdict, verdict.reason, verdict.standing),
        (Verdict::Unverifiable, Some(Unreadable::Language), Some(Standing::Unknown))
    );
    // The words in the source beside it say that the number is wrong, whatever the language.
    let elsewhere = [read("5", MatchClass::Verbatim)];
    let verdict = judged(
        WORDS,
        Basis::Adjacent,
        &Case { cited: &cited, linked: &[], elsewhere: &elsewhere, captures: &[], earlier: &[] },
    );
    assert_eq!(verdict.verdict, Verdict::Elsewhere);
}

#[test]
fn words_that_a_page_had_before_are_told_and_change_no_verdict() {
    let earlier = [capture("3", MatchClass::Verbatim)];
    for (cited, expected) in [
        (read("3", MatchClass::Absent), "absent broken - -"),
        (read("3", CRITICAL), "altered broken - live:3"),
        (unread("3", Unreadable::NotLive), "unverifiable unknown not-live -"),
    ] {
        let case = Case { cited: &[cited], earlier: &earlier, ..Case::default() };
        assert_eq!(said(WORDS, &case), expected);
        let told = judged(WORDS, Basis::Adjacent, &case).findings[0].message.clone();
        assert!(told.ends_with("The words stood in source 3 when it was read on 2024-06-30."), "{told}");
        assert_eq!(judged(WORDS, Basis::Adjacent, &case).stood_on, earlier[0].captured_at);
    }
    let others = [read("5", MatchClass::Verbatim)];
    for (cited, expected) in [(unread("3", Unreadable::NotLive), Some("5")), (read("3", MatchClass::Absent), None)] {
        let case = Case { cited: &[cited], elsewhere: &others, earlier: &earlier, ..Case::default() };
        let verdict = judged(WORDS, Basis::Adjacent, &case);
        assert_eq!(verdict.stands_in.as_deref(), expected);
        let told = &verdict.findings[0].message;
        assert!(told.ends_with("The words stood in source 3 when it was read on 2024-06-30."), "{told}");
    }
    let case = Case { cited: &[read("3", MatchClass::Verbatim)], earlier: &earlier, ..Case::default() };
    assert_eq!(judged(WORDS, Basis::Adjacent, &case).stood_on, None);
}

#[test]
fn what_a_page_does_not_show_is_named_and_settled_where_it_was_read() {
    let at = "https://b.example/";
    let named = |why| Tried { unread_at: Some(at.to_owned()), ..doubtful("a", MatchClass::Absent, why) };
    let cited = [named(Unreadable::AbstractOnly)];
    let verdict = judged(WORDS, Basis::Adjacent, &Case { cited: &cited, ..Case::default() });
    assert!(verdict.findings[0].message.contains(at), "{}", verdict.findings[0].message);
    let read = [linked("b", MatchClass::Absent)];
    assert_eq!(said(WORDS, &Case { cited: &cited, linked: &read, ..Case::default() }), "absent broken - -");
    let cited = [named(Unreadable::Spoken)];
    let heard = "unverifiable unknown spoken -";
    assert_eq!(said(WORDS, &Case { cited: &cited, linked: &read, ..Case::default() }), heard);
}

#[test]
fn close_words_in_the_part_that_a_page_shows_are_altered_and_beside_the_work_itself_unknown() {
    check(&[doubtful("a", CRITICAL, Unreadable::PartShown)], &[], &[], "altered broken - live:a");
    check(&[doubtful("a", CRITICAL, Unreadable::AbstractOnly)], &[], &[], "altered unknown abstract-only live:a");
}
