//! A quote that needs a person: the words beside the words, what is known, what to do.

use super::beside::{Beside, beside, in_context};
use super::{folded, named};
use crate::citation::Basis;
use crate::page::TextName;
use crate::quote_match::{Difference, MatchClass, negates};
use crate::report::escape::{link, markdown};
use crate::report::{CitationReport, QuoteReport};
use crate::standing::Standing;
use crate::verdict::quote::scroll_to;
use crate::verdict::{FoundIn, ReadFrom, Unreadable, Verdict, day, excerpt, is_near, listed, places};

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
    parts.push(to_do(report, cited));
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
    found.map_or_else(|| opened(cited), |found| link(&place_name(found), &address(found, report)))
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

fn to_do(report: &QuoteReport, cited: &[CitationReport]) -> String {
    let found = report.verdict.found_in.as_ref();
    let advice = match report.verdict.verdict {
        Verdict::Altered if minor(report) => {
            "Take over the words of the source, or mark the change with brackets or an ellipsis.".to_owned()
        }
        Verdict::Altered | Verdict::Absent if has_changed(report) => "Look at what the page says now: where it was \
            corrected, correct the quote; where you mean the words as they were, cite a capture of that time."
            .to_owned(),
        Verdict::Altered => correction(report),
        Verdict::Elsewhere => format!(
            "Point the marker to source {}, which has the words.",
            found.map_or(String::new(), |found| markdown(&found.label))
        ),
        Verdict::Archived => found.map_or(String::new(), |found| archived(report, found, cited)),
        Verdict::Absent => absent(report).to_owned(),
        Verdict::Unverifiable => unverifiable(report, cited),
        Verdict::Verbatim | Verdict::Typographic | Verdict::Edited | Verdict::Parts | Verdict::Unbound => String::new(),
    };
    let later = match report.quote.basis {
        Basis::LaterSentence => "The marker stands in a later sentence: check first that it is meant for this quote. ",
        Basis::Explicit | Basis::Adjacent | Basis::SameSentence | Basis::Before | Basis::Unbound => "",
    };
    format!("**To do:** {later}{advice}{}", compare_with(report, cited))
}

/// A negation that only one side has is named: no mark of the writer's makes up for it.
fn correction(report: &QuoteReport) -> String {
    /// As much of a difference as its place is found by.
    const SHOWN: usize = 60;
    let places = report.verdict.matched.as_ref().map_or_else(Vec::new, |found| places(&found.diff));
    let turned = places.iter().find(|(quote, page)| negates(quote) != negates(page));
    let Some((quote, page)) = turned else {
        return "Correct the quote, or mark what was changed with brackets or an ellipsis.".to_owned();
    };
    let [quote, page] = [quote, page].map(|words| markdown(&excerpt(words, SHOWN)));
    match (quote.is_empty(), page.is_empty()) {
        (true, _) => {
            format!("Put back “{page}”, which the quote leaves out: without it, it says what the source denies.")
        }
        (_, true) => {
            format!(
                "Take out “{quote}”, which the source does not have: with it, the quote denies what the source says."
            )
        }
        (false, false) => format!("Write “{page}”, as the source does, and not “{quote}”: that turns what it says."),
    }
}

/// What is to be done about a page goes by the page: one that is only down for the moment is not to be replaced.
fn archived(report: &QuoteReport, found: &FoundIn, cited: &[CitationReport]) -> String {
    let source = cited.iter().find(|citation| citation.citation.label == found.label);
    let is_there = source.is_some_and(|source| !source.is_unreadable());
    let is_lost = source.is_some_and(|source| source.standing == Standing::Broken);
    if source.is_some_and(|source| source.names_capture(&found.url, found.captured_at)) {
        return "Nothing: the entry names the copy that has the words.".to_owned();
    }
    let copy = link(&found.url, &found.url);
    if is_there && report.verdict.reason.is_none() {
        format!(
            "Look at what the page says now: where it was corrected, correct the quote; where you mean the words as they \
             were, cite the copy: {copy}"
        )
    } else if is_there || is_lost {
        format!("Cite the copy, so that a reader finds the words: {copy}")
    } else {
        format!("Nothing yet: the quote was right. Should its page stay away, cite the copy: {copy}")
    }
}

fn unverifiable(report: &QuoteReport, cited: &[CitationReport]) -> String {
    let opened = opened(cited);
    let is_lost = !cited.is_empty() && cited.iter().all(|cited| cited.is_lost() || cited.source.suspect);
    let near = report.verdict.matched.as_ref().is_some_and(is_near);
    if is_lost && near {
        return "Open the capture, which shows the page as it was, and correct the quote by it.".to_owned();
    }
    if is_lost && report.verdict.not_in_capture.is_some() {
        return "Find out whether the source ever had these words: what is left of it does not. Cite one that has them, or \
                take the quotation marks away."
            .to_owned();
    }
    match report.verdict.reason {
        Some(Unreadable::SentOn) => {
            format!("Look where the notice of {opened} leads, and cite that address where it has the words.")
        }
        Some(Unreadable::AbstractOnly) => {
            format!(
                "Look into the work that {opened} describes, and cite the address of its text where that is public."
            )
        }
        Some(Unreadable::Embedded) => {
            format!("Open {opened}, compare the words with what it shows, and cite the address of that.")
        }
        Some(Unreadable::FewWords) => {
            format!("Open {opened}: where a notice stands there in the place of the page, wait, or cite a capture.")
        }
        Some(Unreadable::Spoken) => format!("Listen for the words in {opened}, or cite a transcript."),
        _ => format!("Open {opened} and compare the words yourself."),
    }
}

fn absent(report: &QuoteReport) -> &'static str {
    match (report.verdict.standing, report.verdict.reason) {
        (_, Some(Unreadable::MayBeNotice)) => {
            "Open the page in a browser: where it is a notice in the place of the page, wait, or cite a capture."
        }
        (Some(Standing::Broken), _) if report.verdict.matched.as_ref().is_some_and(is_near) => {
            "Where the nearest words are meant, correct the quote. Else cite the source that has its words, or take the \
             quotation marks away."
        }
        (Some(Standing::Broken), _) => {
            "Cite the source that has the words, or take the quotation marks away. Where the page has changed since, cite \
             a capture that still has them."
        }
        (_, Some(Unreadable::TitleDiffers)) => {
            "Open the page: where it is another page than the one that was cited, correct the address or cite a capture."
        }
        (_, Some(_)) => "Open the page and look for the words yourself.",
        (_, None) => "Nothing, where the words are the writer’s own.",
    }
}

/// The captures that could settle it, where the verdict does not name one already.
fn compare_with(report: &QuoteReport, cited: &[CitationReport]) -> String {
    if !matches!(report.verdict.verdict, Verdict::Absent | Verdict::Unverifiable | Verdict::Altered) {
        return String::new();
    }
    let captures: Vec<String> = cited
        .iter()
        .filter_map(|citation| {
            let capture = citation.good_capture()?;
            Some(link(&format!("source {} on {}", citation.citation.label, day(capture.captured_at)), &capture.url))
        })
        .collect();
    if captures.is_empty() { String::new() } else { format!(" A capture to compare with: {}.", listed(&captures)) }
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

/// The cited sources as links.
fn opened(cited: &[CitationReport]) -> String {
    let links: Vec<String> = cited
        .iter()
        .map(|citation| {
            let name = format!("source {}", citation.citation.label);
            citation.source_url().map_or_else(|| markdown(&name), |url| link(&name, &url))
        })
        .collect();
    if links.is_empty() { "the source".to_owned() } else { listed(&links) }
}

/// Whether a page that is broken for the quote was seen to hold it.
fn has_changed(report: &QuoteReport) -> bool {
    report.verdict.stood_on.is_some() && report.verdict.standing == Some(Standing::Broken)
}

fn minor(report: &QuoteReport) -> bool {
    report.verdict.matched.as_ref().is_some_and(|found| found.class == MatchClass::Altered(Difference::Minor))
}

/// The quote on one line of a list, with its verdict.
pub(super) fn mention(report: &QuoteReport) -> String {
    let verdict = &report.verdict;
    let other = verdict.stands_in.as_ref().map(|label| format!("; the words stand in source {}", markdown(label)));
    let before = verdict.stood_on.map(|moment| format!("; they stood there when it was read on {}", day(moment)));
    let facts: String = other.into_iter().chain(before).collect();
    format!("line {}, {}{facts}", report.quote.place.line, named(&report.quote.text))
}
