//! A run against the one before.

use super::*;
use crate::report::sample;

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
    assert_eq!(between(None, &sample::drawn_up()), Changes { first_run: true, documents: vec![] });
}

#[test]
fn the_same_again_is_no_change_and_survives_the_store() {
    let snapshot = Snapshot::after(None, &sample::drawn_up());
    let stored = serde_json::to_string(&snapshot).unwrap();
    let snapshot: Snapshot = serde_json::from_str(&stored).unwrap();
    assert_eq!(between(Some(&snapshot), &sample::drawn_up()), Changes::default());
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
    let snapshot = Snapshot::after(None, &before.drawn_up());
    assert_eq!(
        turns(&between(Some(&snapshot), &sample::drawn_up())),
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
    let snapshot = Snapshot::after(None, &sample::drawn_up());
    let mut report = sample::report();
    report.documents[0].quotes.reverse();
    report.documents[0].citations.reverse();
    for quote in &mut report.documents[0].quotes {
        quote.quote.place.line += 7;
    }
    assert_eq!(between(Some(&snapshot), &report.drawn_up()), Changes::default());
}

#[test]
fn a_document_that_was_not_looked_at_is_kept_and_a_new_one_tells_only_what_is_broken() {
    let mut report = sample::report();
    let quiet = report.documents.pop().unwrap();
    let one = Snapshot::after(None, &report.drawn_up());
    let mut other = sample::report();
    other.documents = vec![quiet];
    let both = Snapshot::after(Some(one.clone()), &other.drawn_up());
    assert_eq!(between(Some(&both), &sample::drawn_up()), Changes::default());
    let changes = between(Some(&one), &sample::drawn_up());
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
    let snapshot = Snapshot::after(None, &before.drawn_up());
    let left = "left a quay that stays open to everyone: unverifiable > -";
    assert_eq!(turns(&between(Some(&snapshot), &after.drawn_up())), [left]);
    // One that is bound to another source now is the same quote.
    after.documents[0].quotes[0].quote.cites = vec![4];
    let snapshot =
        Snapshot::after(None, &sample::Whole { documents: vec![before.documents[0].clone()], ..before }.drawn_up());
    let snapshot = Snapshot {
        watcher: Vec::new(),
        documents: snapshot
            .documents
            .into_iter()
            .map(|(path, document)| {
                (path, DocumentSnapshot { quotes: document.quotes.iter().skip(1).collect(), ..document })
            })
            .collect(),
    };
    let after = sample::Whole { documents: vec![after.documents[0].clone()], ..after };
    assert_eq!(between(Some(&snapshot), &after.drawn_up()), Changes::default());
}
