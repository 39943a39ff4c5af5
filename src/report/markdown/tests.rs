//! The reports as they are read, and that nothing from outside adds markup to them.

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::*;
use crate::quote_match::{Change, ChangeOp};
use crate::report::Report;
use crate::report::changes::{Changes, FoundBy, Left, Snapshot, between};
use crate::report::sample::{self, WholeDocument};
use crate::verdict::Availability;

fn written(report: &Report, at: usize) -> String {
    let mut to = Vec::new();
    document(&report.documents[at], &report.run, &mut to).unwrap();
    String::from_utf8(to).unwrap()
}

#[test]
fn the_report_on_a_document_with_everything() {
    insta::assert_snapshot!("harbour.md", written(&sample::drawn_up(), 0));
}

#[test]
fn the_report_on_a_document_in_which_all_stands() {
    insta::assert_snapshot!("quiet.md", written(&sample::drawn_up(), 1));
}

#[test]
fn the_index_after_a_first_run_and_after_another() {
    let report = sample::drawn_up();
    insta::assert_snapshot!("first-index.md", index(&report, &Changes { first_run: true, ..Changes::default() }));
    let mut before = sample::report();
    before.documents[0].citations[1].source.availability = Availability::Live;
    before.documents[0].citations[1].standing = crate::standing::Standing::Sound;
    before.documents[0].citations[0].standing = crate::standing::Standing::Unknown;
    before.documents[0].quotes.remove(4);
    before.documents.pop();
    let left = Left { path: "old/notes_1.md".to_owned(), citations: 1, quotes: 12 };
    let snapshot = Snapshot::after(None, &before.drawn_up(), FoundBy::Watch, |_, _| false);
    let changes = Changes { left: vec![left], ..between(Some(&snapshot), &report, &mut snapshot.clone()) };
    insta::assert_snapshot!("index.md", index(&report, &changes));
}

/// Everything but text: what a reader would see as structure, and where it leads.
fn structure(markdown: &str) -> Vec<String> {
    Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES)
        .filter_map(|event| match event {
            Event::Text(_) => None,
            Event::Start(Tag::Link { .. }) => Some("link".to_owned()),
            other => Some(format!("{other:?}")),
        })
        .collect()
}

#[test]
fn hostile_words_leave_the_structure_as_it_is() {
    let hostile = "x</details>\n\n# H | `c` <b>*i* ~~s~~ [l](https://evil.example) @team #1\n- li\n\u{202e}";
    let mut attacked = sample::report();
    let mut plain = attacked.clone();
    let edit = |document: &mut WholeDocument, words: &str| {
        document.title = Some(words.into());
        for citation in &mut document.citations {
            citation.citation.title = Some(words.into());
            citation.citation.label = words.into();
            citation.note = Some(words.into());
            citation.findings.iter_mut().for_each(|finding| finding.message = words.into());
        }
        for quote in &mut document.quotes {
            quote.quote.text = words.into();
            quote.verdict.findings.iter_mut().for_each(|finding| finding.message = words.into());
            quote.verdict.stands_in = Some(words.into());
            if let Some(place) = quote.verdict.found_in.as_mut() {
                place.label = words.into();
            }
            if let Some(found) = quote.verdict.matched.as_mut() {
                for change in &mut found.diff {
                    (change.text, change.page) = (words.into(), change.page.as_ref().map(|_| words.into()));
                }
                if let Some(hit) = found.hit.as_mut() {
                    (hit.matched, hit.before, hit.after) = (words.into(), words.into(), words.into());
                }
            }
        }
        document.findings.iter_mut().for_each(|finding| finding.message = words.into());
    };
    edit(&mut attacked.documents[0], hostile);
    edit(
        &mut plain.documents[0],
        "x H c i s l team li and so on until it is about as long as the other is, word for word",
    );
    assert_eq!(structure(&written(&attacked.drawn_up(), 0)), structure(&written(&plain.drawn_up(), 0)));
}

#[test]
fn every_citation_and_every_quote_is_in_the_report() {
    let report = sample::report();
    let text = written(&report.drawn_up(), 0);
    for citation in &report.documents[0].citations {
        let title = citation.citation.title.as_deref().unwrap();
        assert!(text.contains(&format!("[{title}](")) || text.contains(&format!(": {title} |")), "{title}");
    }
    for quote in &report.documents[0].quotes {
        let line = quote.quote.place.line;
        assert!(text.to_lowercase().contains(&format!("line {line}")) || text.contains(&format!("| {line} |")));
    }
}

#[test]
fn a_quote_that_is_told_with_its_source_is_told_with_what_is_known_of_its_words() {
    let mut report = sample::report();
    let resting =
        report.documents[0].quotes.iter_mut().find(|quote| quote.quote.text == "a quiet end to a loud quarrel");
    let verdict = &mut resting.unwrap().verdict;
    verdict.stands_in = Some("3".into());
    verdict.stood_on = "2024-06-30T10:00:00Z".parse().ok();
    let text = written(&report.drawn_up(), 0);
    let line = text.lines().find(|line| line.contains("a quiet end to a loud quarrel")).unwrap();
    assert!(line.contains("; the words stand in source 3; they stood there when it was read on 2024-06-30"), "{line}");
}

#[test]
fn the_advice_names_a_negation_that_only_one_side_has() {
    let advice = |quote: &str, page: &str| {
        let mut report = sample::report();
        let altered = &mut report.documents[0].quotes[1].verdict.matched.as_mut().unwrap().diff;
        let changes = [(ChangeOp::Equal, "the water is "), (ChangeOp::Delete, quote), (ChangeOp::Insert, page)];
        *altered =
            changes.into_iter().filter(|(_, text)| !text.is_empty()).map(|(op, text)| Change::new(op, text)).collect();
        let text = written(&report.drawn_up(), 0);
        text.lines().filter(|line| line.starts_with("**To do:**")).map(str::to_owned).collect::<Vec<_>>()
    };
    for (quote, page, expected) in [
        (
            "",
            "not ",
            "**To do:** Put back “not”, which the quote leaves out: without it, it says what the source denies.",
        ),
        (
            "never ",
            "",
            "**To do:** Take out “never”, which the source does not have: with it, the quote denies what the source says.",
        ),
        ("is ", "isn’t ", "**To do:** Write “isn’t”, as the source does, and not “is”: that turns what it says."),
        ("may ", "must ", "**To do:** Correct the quote, or mark what was changed with brackets or an ellipsis."),
    ] {
        let advice = advice(quote, page);
        assert!(advice.iter().any(|line| line.starts_with(expected)), "{expected}: {advice:?}");
    }
}

#[test]
fn a_dead_source_that_is_cited_again_is_told_once_with_all_its_lines() {
    let mut report = sample::report();
    let broken = report.documents[0]
        .citations
        .iter()
        .find(|it| it.standing == crate::standing::Standing::Broken && it.source.availability == Availability::Gone);
    let mut again = broken.unwrap().clone();
    again.citation.label = "77".to_owned();
    again.citation.place.line = 7777;
    let url = again.source_url().unwrap();
    report.documents[0].citations.push(again.clone());
    let text = written(&report.drawn_up(), 0);
    let told = |text: &str| text.matches(" is gone").count();
    assert_eq!(told(&text), told(&written(&sample::drawn_up(), 0)));
    assert!(text.contains("The same source is cited again: line 7777 (77).\n"), "{text}");
    // Another address is another source.
    again.citation.url = Some(format!("{url}/other"));
    again.observation = None;
    report.documents[0].citations.push(again);
    assert!(!written(&report.drawn_up(), 0).contains("line 7777 (77), line 7777 (77)"));
}
