//! A run against the one before.

use super::*;
use crate::report::sample;

/// What a run over named documents leaves, all of which are there.
fn after_named(previous: Option<Snapshot>, report: &Report) -> Snapshot {
    Snapshot::after(previous, report, FoundBy::Name, |_, _| false)
}

/// What changed where every document is still there.
fn since(previous: Option<&Snapshot>, report: &Report) -> Changes {
    between(previous, report, &mut after_named(previous.cloned(), report))
}

fn turns(changes: &Changes) -> Vec<String> {
    let one = |change: &Change| {
        let subject = match &change.subject {
            Subject::Source { label, .. } => format!("source {label}"),
            Subject::Quote(words) => words.clone(),
        };
        let words = |state: &Option<State>| state.as_ref().map_or_else(|| "-".to_owned(), |state| state.words.clone());
        format!("{} {subject}: {} > {}", change.turn.as_str(), words(&change.was), words(&change.now))
    };
    changes.documents.iter().flat_map(|document| &document.changes).map(one).collect()
}

#[test]
fn the_first_run_has_nothing_to_compare_with() {
    assert_eq!(since(None, &sample::drawn_up()), Changes { first_run: true, ..Changes::default() });
}

#[test]
fn the_same_again_is_no_change_and_survives_the_store() {
    let snapshot = after_named(None, &sample::drawn_up());
    let stored = serde_json::to_string(&snapshot).unwrap();
    let snapshot: Snapshot = serde_json::from_str(&stored).unwrap();
    assert_eq!(since(Some(&snapshot), &sample::drawn_up()), Changes::default());
}

#[test]
fn what_turned_is_told_whichever_way_it_went() {
    let mut before = sample::report();
    let document = &mut before.documents[0];
    document.citations[1].source.availability = Availability::Live;
    document.citations[1].source.reason = None;
    document.citations[1].standing = Standing::Sound;
    document.citations[0].source.availability = Availability::Failing;
    document.citations[0].source.reason = Some(Reason::Timeout);
    document.citations[0].standing = Standing::Unknown;
    document.citations[4].source.reason = Some(Reason::Forbidden);
    document.citations.remove(2);
    document.quotes[0].verdict.verdict = Verdict::Typographic;
    document.quotes[1].quote.text = "words that were taken out".into();
    let snapshot = after_named(None, &before.drawn_up());
    assert_eq!(
        turns(&since(Some(&snapshot), &sample::drawn_up())),
        [
            "broken the work may start in the month of May: - > altered",
            "broken source 2: live > gone: not-found",
            "sound source 1: failing: timeout > live",
            "other a quay that stays open to everyone: typographic > verbatim",
            "other source 5: withheld: forbidden > withheld: paywall",
            "new source 3: - > moved: permanent-redirect",
            "left words that were taken out: altered > -",
        ]
    );
}

#[test]
fn a_document_that_moved_down_the_page_has_not_changed() {
    let snapshot = after_named(None, &sample::drawn_up());
    let mut report = sample::report();
    report.documents[0].quotes.reverse();
    report.documents[0].citations.reverse();
    for quote in &mut report.documents[0].quotes {
        quote.quote.place.line += 7;
    }
    assert_eq!(since(Some(&snapshot), &report.drawn_up()), Changes::default());
}

#[test]
fn a_document_that_was_not_looked_at_is_kept_and_a_new_one_tells_only_what_is_broken() {
    let mut report = sample::report();
    let quiet = report.documents.pop().unwrap();
    let one = after_named(None, &report.drawn_up());
    let mut other = sample::report();
    other.documents = vec![quiet];
    let both = after_named(Some(one.clone()), &other.drawn_up());
    assert_eq!(since(Some(&both), &sample::drawn_up()), Changes::default());
    let changes = since(Some(&one), &sample::drawn_up());
    assert_eq!(changes.documents.len(), 1);
    assert!(changes.documents[0].new && changes.documents[0].changes.is_empty());
}

#[test]
fn the_same_words_of_two_sources_are_two_quotes() {
    let mut before = sample::report();
    let document = &mut before.documents[0];
    let [here, there] = [0, 3].map(|cites| {
        let mut quote = document.quotes[0].clone();
        quote.quote.cites = vec![cites];
        quote
    });
    document.quotes = vec![here, there.clone()];
    document.quotes[0].verdict.verdict = Verdict::Unverifiable;
    document.quotes[0].verdict.standing = Some(Standing::Unknown);
    let mut after = before.clone();
    after.documents[0].quotes = vec![there.clone()];
    let snapshot = after_named(None, &before.drawn_up());
    let left = "left a quay that stays open to everyone: unverifiable > -";
    assert_eq!(turns(&since(Some(&snapshot), &after.drawn_up())), [left]);
    // One that is bound to another source now is the same quote.
    after.documents[0].quotes[0].quote.cites = vec![4];
    let snapshot =
        after_named(None, &sample::Whole { documents: vec![before.documents[0].clone()], ..before }.drawn_up());
    let snapshot = Snapshot {
        named: BTreeSet::new(),
        watcher: Vec::new(),
        recent: Vec::new(),
        documents: snapshot
            .documents
            .into_iter()
            .map(|(path, document)| {
                (path, DocumentSnapshot { quotes: document.quotes.iter().skip(1).collect(), ..document })
            })
            .collect(),
    };
    let after = sample::Whole { documents: vec![after.documents[0].clone()], ..after };
    assert_eq!(since(Some(&snapshot), &after.drawn_up()), Changes::default());
}

#[test]
fn a_document_that_has_left_is_told_once_and_not_kept() {
    let both = sample::drawn_up();
    let [first, other] = [0, 1].map(|at| both.documents[at].head.path.clone());
    let before = Snapshot::after(None, &both, FoundBy::Watch, |_, _| false);
    let mut report = sample::report();
    report.documents.remove(1);
    let report = report.drawn_up();
    let has_left = |path: &str, found_by| path == other && found_by == FoundBy::Watch;
    let mut next = Snapshot::after(Some(before.clone()), &report, FoundBy::Watch, has_left);
    let left = Left {
        path: other.clone(),
        citations: both.documents[1].citations.len(),
        quotes: both.documents[1].quotes.len(),
    };
    assert_eq!(between(Some(&before), &report, &mut next), Changes { left: vec![left], ..Changes::default() });
    let mut last = Snapshot::after(Some(next.clone()), &report, FoundBy::Watch, has_left);
    assert_eq!(between(Some(&next), &report, &mut last), Changes::default());
    assert_eq!(last.documents.keys().collect::<Vec<_>>(), [&first]);
}

#[test]
fn how_a_document_was_found_is_kept_and_the_watch_goes_before_its_name() {
    let report = sample::drawn_up();
    let named = after_named(None, &report);
    let all: BTreeSet<String> = report.documents.iter().map(|document| document.head.path.clone()).collect();
    assert_eq!(named.named, all);
    let watched = Snapshot::after(Some(named), &report, FoundBy::Watch, |_, _| false);
    assert!(watched.named.is_empty());
    assert!(after_named(Some(watched), &report).named.is_empty());
}
