//! A quote that needs a person: the words beside the words, what is known, what to do.

use super::beside::{Beside, beside, in_context};
use super::{folded, named};
use crate::page::TextName;
use crate::quote_match::MatchClass;
use crate::report::escape::{link, markdown};
use crate::report::to_do::quote::{minor, opened};
use crate::report::to_do::{self, Way};
use crate::report::{CitationReport, QuoteReport};
use crate::verdict::quote::scroll_to;
use crate::verdict::{FoundIn, ReadFrom, Verdict, day, excerpt, is_near, listed};

/// Longer quotes are cut in a table and told whole below it.
const SHOWN: usize = 320;

/// The heading, without its number signs; `cited` is what the quote is bound to.
pub(super) fn heading(report: &QuoteReport, cited: &[CitationReport]) -> String {
    let own = sources(cited);
    let line = report.quote.place.line;
    let found = report.verdict.found_in.as_ref().map_or(String::new(), |found| markdown(&found.label));
    match report.verdict.verdict {
        Verdict::Altered if minor(report) => format!("Line {line}: a small difference from source {found}"),
        Verdict::Altered => format!("Line {line}: other words than source {found}"),
        Verdict::Elsewhere => format!("Line {line}: in source {found}, not in {own}"),
        Verdict::Archived => format!("Line {line}: only in a copy of source {found}"),
        Verdict::Absent => format!("Line {line}: not found in {own}"),
        Verdict::Unverifiable if report.verdict.not_in_capture.is_some() => {
            format!("Line {line}: not in the capture of {own}")
        }
        Verdict::Unverifiable => format!("Line {line}: could not be compared with {own}"),
        Verdict::Verbatim | Verdict::Typographic | Verdict::Edited | Verdict::Parts | Verdict::Unbound => {
            format!("Line {line}: {}", report.verdict.verdict)
        }
    }
}

/// The item below its heading.
pub(super) fn body(report: &QuoteReport, cited: &[CitationReport]) -> String {
    let mut parts = side_by_side(report, cited);
    let messages: Vec<String> = report.verdict.findings.iter().map(|finding| markdown(&finding.message)).collect();
    parts.push(messages.join(" "));
    if let Some(context) = context(report) {
        parts.push(format!("> {context}"));
    }
    parts.push(format!("**To do:** {}", to_do::quote::of(Way::Markdown, report, cited)));
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n") + "\n"
}

/// The table, and the whole quote where the table cuts it.
fn side_by_side(report: &QuoteReport, cited: &[CitationReport]) -> Vec<String> {
    let quote = &report.quote.text;
    let marked = report.verdict.matched.as_ref().filter(|found| !found.diff.is_empty() && is_near(found));
    let Beside { quote: left, passage: right, cut } = match marked {
        Some(found) => beside(&found.diff),
        None => Beside {
            quote: markdown(&excerpt(quote, SHOWN)),
            passage: passage(report),
            cut: quote.chars().count() > SHOWN,
        },
    };
    let head = [format!("The document, line {}", report.quote.place.line), place(report, cited)];
    let head: Vec<&str> = head.iter().map(String::as_str).collect();
    vec![super::table(&head, &[vec![left, right]]).trim_end().to_owned(), whole(cut, quote)]
}

fn whole(cut: bool, quote: &str) -> String {
    if cut { folded("The whole quote", &format!("> {}", markdown(quote))).trim_end().to_owned() } else { String::new() }
}

/// The words of the source where they are not marked word by word.
fn passage(report: &QuoteReport) -> String {
    let Some(found) = &report.verdict.matched else {
        let read = report.verdict.verdict == Verdict::Absent;
        return if read { "_nothing close_" } else { "_not compared_" }.to_owned();
    };
    match &found.hit {
        Some(hit) if is_near(found) => markdown(&excerpt(&hit.matched, SHOWN)),
        _ => "_nothing close_".to_owned(),
    }
}

/// What the right side is, as a link that scrolls to the passage.
fn place(report: &QuoteReport, cited: &[CitationReport]) -> String {
    let near = report.verdict.matched.as_ref().is_some_and(is_near);
    let nearest = report.verdict.nearest.as_ref().filter(|_| near);
    let found = report.verdict.found_in.as_ref().or(nearest);
    found.map_or_else(|| opened(Way::Markdown, cited), |found| link(&place_name(found), &address(found, report)))
}

/// What was read there: the page, a capture of it and of what day.
pub(super) fn place_name(found: &FoundIn) -> String {
    let when = found.captured_at.map_or_else(String::new, |moment| format!(" of {}", day(moment)));
    match found.place {
        ReadFrom::Live => format!("Source {}", found.label),
        ReadFrom::Rendered => format!("Source {}, after its scripts ran", found.label),
        ReadFrom::Archive | ReadFrom::NamedArchive => format!("Source {}, capture{when}", found.label),
        ReadFrom::Evidence => format!("Source {}, our copy{when}", found.label),
    }
}

/// Browsers scroll in a capture as they do in a page.
pub(super) fn address(found: &FoundIn, report: &QuoteReport) -> String {
    let hit = report.verdict.matched.as_ref().and_then(|matched| matched.hit.as_ref());
    match hit.and_then(|hit| hit.fragment.as_deref()) {
        Some(fragment) => scroll_to(&found.url, fragment),
        None => found.url.clone(),
    }
}

pub(super) fn context(report: &QuoteReport) -> Option<String> {
    let found = report.verdict.matched.as_ref().filter(|found| found.class != MatchClass::Absent)?;
    let hit = found.hit.as_ref()?;
    let page = hit.page.map(|page| format!(" (page {page})")).unwrap_or_default();
    let hidden = match hit.text {
        TextName::Visible | TextName::NoMarks | TextName::Pdf if hit.in_margin => {
            " (in the navigation or footer of the page)"
        }
        TextName::Visible | TextName::NoMarks | TextName::Pdf => "",
        TextName::Hidden => " (in a part of the page that is not shown)",
        TextName::Structured | TextName::Meta => " (in the data of the page, not in its text)",
        TextName::Script => " (in a script of the page, not in its text)",
    };
    Some(in_context(hit) + &page + hidden)
}

/// `source 3`, `sources 3 and 4`, as Markdown.
fn sources(cited: &[CitationReport]) -> String {
    let labels: Vec<String> = cited.iter().map(|citation| markdown(&citation.citation.label)).collect();
    match labels.as_slice() {
        [] => "its source".to_owned(),
        [label] => format!("source {label}"),
        labels => format!("sources {}", listed(labels)),
    }
}

/// The quote on one line of a list, with its verdict.
pub(super) fn mention(report: &QuoteReport) -> String {
    let verdict = &report.verdict;
    let other = verdict.stands_in.as_ref().map(|label| format!("; the words stand in source {}", markdown(label)));
    let before = verdict.stood_on.map(|moment| format!("; they stood there when it was read on {}", day(moment)));
    let facts: String = other.into_iter().chain(before).collect();
    format!("line {}, {}{facts}", report.quote.place.line, named(&report.quote.text))
}
