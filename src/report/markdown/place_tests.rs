//! Where in a report a source or a quote is told, and what is advised there.

use crate::finding::Code;
use crate::finding::silence::{Silence, Which};
use crate::observation::capture::CaptureSearch;
use crate::observation::probe::{Probe, ProbeEnd, Unasked};
use crate::report::sample::{self, Whole};
use crate::report::to_do::Way;
use crate::report::{CitationReport, QuoteReport};
use crate::verdict::{Availability, CaptureRead, ReadFrom, TitleCheck, TitleVerdict, Unreadable};

fn written(report: &Whole) -> String {
    let (drawn_up, mut to) = (report.drawn_up(), Vec::new());
    super::document(&drawn_up.documents[0], &drawn_up.run, &mut to).unwrap();
    String::from_utf8(to).unwrap()
}

/// A section of the report, up to the next one.
fn section<'t>(text: &'t str, heading: &str) -> &'t str {
    let from = text.find(&format!("\n## {heading}\n")).unwrap_or_else(|| panic!("no {heading} in {text}"));
    let rest = &text[from + 1..];
    &rest[..rest[3..].find("\n## ").map_or(rest.len(), |end| end + 3)]
}

/// The source that is gone.
fn gone(report: &mut Whole) -> &mut CitationReport {
    &mut report.documents[0].citations[1]
}

fn quoted<'r>(report: &'r mut Whole, words: &str) -> &'r mut QuoteReport {
    report.documents[0].quotes.iter_mut().find(|quote| quote.quote.text.starts_with(words)).unwrap()
}

fn was_read(citation: &CitationReport, lacks: usize, title: Option<&str>) -> CaptureRead {
    let capture = citation.captures.captures().first().unwrap();
    let verdict = if title.is_some() { TitleVerdict::Differs } else { TitleVerdict::Match };
    let title = TitleCheck { page: title.map(str::to_owned), verdict };
    CaptureRead { url: capture.url.clone(), captured_at: capture.captured_at, holds: 0, lacks, title }
}

#[test]
fn a_capture_that_is_something_else_is_told_and_not_advised() {
    for (lacks, title, why) in [
        (1, None, "it was read, and does not have the words that are quoted."),
        (0, Some("Old page"), "it was read, and calls itself “Old page”."),
        (2, Some("Old page"), "it was read, and does not have the words that are quoted and calls itself “Old page”."),
    ] {
        let mut report = sample::report();
        let read = was_read(gone(&mut report), lacks, title);
        gone(&mut report).read = vec![read];
        let text = written(&report);
        let item = section(&text, "Broken");
        let item = &item[item.find("source 2 is gone").unwrap()..];
        assert!(
            item.contains("**To do:** Cite another source that stands. Do not cite the [capture of 2024-06-30]"),
            "{item}"
        );
        assert!(item.contains(why), "{item}");
        assert!(!item.contains("Cite the capture"), "{item}");
    }
}

#[test]
fn a_capture_that_holds_a_quote_is_the_page_whatever_its_title() {
    let mut report = sample::report();
    let read = was_read(gone(&mut report), 1, Some("Old page"));
    gone(&mut report).read = vec![CaptureRead { holds: 1, ..read }];
    assert!(written(&report).contains("**To do:** Cite the capture of 2024-06-30"));
}

#[test]
fn a_quote_that_a_capture_lacks_stands_alone_and_not_among_those_that_wait() {
    let mut report = sample::report();
    let words = "a quiet end to a loud quarrel";
    quoted(&mut report, words).verdict.not_in_capture = "2024-06-30T12:00:00Z".parse().ok();
    let text = written(&report);
    assert!(section(&text, "Unknown").contains("not in the capture of source 5"), "{text}");
    assert!(!text.contains(&format!("- line 6, “{words}”")), "{text}");
}

#[test]
fn a_page_that_is_gone_with_its_capture_in_the_document_is_no_item_among_the_broken() {
    let mut report = sample::report();
    let url = gone(&mut report).captures.captures()[0].url.clone();
    gone(&mut report).citation.archive_url = Some(url);
    let quote = quoted(&mut report, "a danger to nobody");
    quote.verdict.found_in.as_mut().unwrap().place = ReadFrom::NamedArchive;
    let text = written(&report);
    assert!(!section(&text, "Broken").contains("source 2 is gone"), "{text}");
    assert!(!text.contains("**To do:** Nothing in"), "{text}");
    let settled = section(&text, "The document has the capture");
    assert!(settled.contains("`expect = \"gone\"`") && settled.contains("| 2: "), "{settled}");
    assert!(settled.contains("“a danger to nobody” | [2024-06-30]("), "{settled}");
    assert!(!text.contains("only in a copy of source 2"), "{text}");
    // Where the capture is something else, a person has to do something all the same.
    let read = was_read(gone(&mut report), 1, None);
    gone(&mut report).read = vec![read];
    assert!(section(&written(&report), "Broken").contains("source 2 is gone"));
}

#[test]
fn a_quote_of_a_page_that_is_gone_was_right_where_it_stood_there() {
    let mut report = sample::report();
    gone(&mut report).captures = CaptureSearch::NotAsked;
    let quiet = quoted(&mut report, "a quiet end to a loud quarrel").verdict.clone();
    let quote = quoted(&mut report, "a danger to nobody");
    quote.verdict = quiet;
    quote.verdict.stood_on = "2026-02-01T10:00:00Z".parse().ok();
    let text = written(&report);
    let item = &text[text.find("source 2 is gone").unwrap()..];
    let right = "What is quoted from it was right, and stood there when it was read on 2026-02-01. Look for a capture";
    assert!(item.contains(right), "{item}");
    let right = &item[item.find("Right when the page was read before:").unwrap()..];
    assert!(right.lines().nth(2).unwrap().contains("“a danger to nobody”"), "{right}");
}

#[test]
fn where_archives_have_none_no_capture_is_advised_and_what_they_have_is_told() {
    let errors = "ours: the 2 captures nearest that date are of errors";
    for (captures, told) in [
        (CaptureSearch::None, "No archive that was asked has a capture of it.".to_owned()),
        (
            CaptureSearch::OnlyErrors(errors.to_owned()),
            format!("No archive that was asked has a capture that shows it ({errors})."),
        ),
    ] {
        let mut report = sample::report();
        gone(&mut report).captures = captures.clone();
        let quote = quoted(&mut report, "a danger to nobody");
        quote.verdict.stood_on = "2026-02-01T10:00:00Z".parse().ok();
        let text = written(&report);
        let item = &text[text.find("source 2 is gone").unwrap()..];
        let item = item.split("\n### ").next().unwrap();
        assert!(item.contains(&told) && item.contains("another source"), "{item}");
        assert!(!item.contains("Look for a capture") && !item.contains("citewatch archive"), "{item}");
        // A page that is there for a person can still be saved.
        let cited = gone(&mut report);
        cited.source.availability = Availability::Withheld;
        let advice = crate::report::to_do::source::capture_or_not(Way::Plain, cited, "Cite");
        assert!(
            advice.contains(&told) && advice.ends_with("`citewatch archive` asks one to save it as it is."),
            "{advice}"
        );
    }
    let mut report = sample::report();
    gone(&mut report).captures = CaptureSearch::Unknown("ours: takes no connection".to_owned());
    assert!(written(&report).contains("Whether there is a capture is not known: ours: takes no connection."));
}

#[test]
fn a_quote_in_doubt_says_why_the_host_was_not_asked() {
    let advice = |end: ProbeEnd| {
        let mut report = sample::report();
        let quote = quoted(&mut report, "the eastern wall moves");
        quote.verdict.reason = Some(Unreadable::MayBeNotice);
        let quote = quote.clone();
        let probe = Probe { url: "https://site.example/xyz".to_owned(), end, home: None };
        let cited = &mut report.documents[0].citations[quote.quote.cites[0]];
        let answer = cited.observation.as_mut().unwrap().answer_mut().unwrap();
        answer.probe = Some(Box::new(probe));
        crate::report::to_do::quote::of(Way::Plain, &quote, std::slice::from_ref(cited))
    };
    for (why, told) in [
        (Unasked::Budget, "it was asked as often as a host is in one run."),
        (Unasked::Robots, "its robots.txt refuses programs."),
        (Unasked::NotInReplay, "is not in the recorded files."),
    ] {
        let advice = advice(ProbeEnd::NotAsked(why));
        assert!(advice.contains("a page that cannot be there") && advice.contains(told), "{advice}");
    }
    assert!(!advice(ProbeEnd::Nothing).contains("cannot be there"));
}

#[test]
fn another_title_and_none_of_the_quotes_is_one_item_before_all_others() {
    let text = written(&sample::report());
    let at = |words: &str| text.find(words).unwrap();
    assert!(at("## Perhaps another page than the one cited") < at("## Broken"));
    let item = section(&text, "Perhaps another page than the one cited");
    assert!(item.contains("calls itself") && item.contains("“nothing in here is for sale”"), "{item}");
    assert_eq!(text.matches("nothing in here is for sale").count(), 1);
    // One quote that is there, in any words, and it is the page.
    let mut report = sample::report();
    let there = quoted(&mut report, "a quay that stays open").clone();
    let mut there = QuoteReport { quote: there.quote, verdict: there.verdict, hushed: None };
    there.quote.cites = vec![3];
    report.documents[0].quotes.push(there);
    let text = written(&report);
    assert!(!text.contains("## Perhaps another page"), "{text}");
    assert!(section(&text, "Unknown").contains("source 4 has another title"));
}

#[test]
fn a_quote_beside_a_denial_is_not_folded_away() {
    let text = written(&sample::report());
    let fold = text.find("<details>\n<summary>2 sources and 2 quotes that stand").unwrap();
    let quote = text.find("“a quay that stays open to everyone”").unwrap();
    assert!(quote < fold && !text[fold..].contains("a quay that stays open"));
    assert!(section(&text, "Stands there, beside a denial").contains("did not promise **a quay that stays open"));
}

#[test]
fn what_was_not_checked_is_counted_at_the_head() {
    let text = written(&sample::report());
    let head = &text[..text.find("\n## ").unwrap()];
    assert!(head.contains("One quote was not checked, since no citation belongs to it"), "{head}");
    assert!(head.contains("| Quotes | **4** | 7 | 3 | 1 |"), "{head}");
}

#[test]
fn what_is_not_told_has_no_item_and_stands_folded_with_its_reason() {
    let silent = |which: Which| {
        let mut silence = Silence::default();
        silence.add(which);
        let (drawn_up, mut to) = (sample::report().drawn_up_with(&silence), Vec::new());
        super::document(&drawn_up.documents[0], &drawn_up.run, &mut to).unwrap();
        String::from_utf8(to).unwrap()
    };
    let told = written(&sample::report());
    assert!(!told.contains("of which nothing is told"), "{told}");
    let text = silent(Which::All);
    let (items, folded) = text.split_at(text.find("of which nothing is told, as asked").unwrap());
    // An item has its sentence between its head and what is to be done.
    for item in items.split("\n### ").skip(1) {
        let (body, _) = item.split_once("**To do:**").unwrap();
        let last = body.trim_end().lines().last().unwrap();
        assert!(!last.starts_with('|') && !last.contains(" — `"), "{item}");
    }
    assert!(items.contains("is gone") && !items.contains("refuses programs") && !items.contains("## Terms"), "{items}");
    assert!(folded.contains("`withheld: ") && folded.contains("| `unverifiable` | "), "{folded}");
    assert!(!folded.contains("|  |\n"), "{folded}");
    // A quote that rests on a source that nobody wants to hear of is told for itself.
    let text = silent(Which::Codes(vec![Code::SourceWithheld]));
    assert!(section(&text, "Unknown").contains("could not be compared with"), "{text}");
    assert!(!section(&text, "Unknown").contains("`withheld: "), "{text}");
}
