//! What the readers see in the markup of a document, counted: to be held against the counts of other readers.

use std::collections::HashSet;
use std::ops::RangeInclusive;

use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};

use crate::locator::scan;

use super::{Document, Format, Limits, Shape, html, markdown, parse, wikitext};

/// Counts by name, in a fixed order. The names are those of the field: `refs`, `cite_templates`, `a_href`, `links` …
pub fn tally(text: &str, format: Format) -> Vec<(&'static str, usize)> {
    match format {
        Format::Wikitext => wikitext::tally(text),
        Format::Html => html::tally(text),
        Format::Markdown => of_markdown(text),
        Format::Bibtex | Format::CslJson | Format::Ris => of_records(text, &parse(text, format, Limits::default())),
        Format::Rst | Format::Asciidoc | Format::Org | Format::Latex => {
            of_notes(&parse(text, format, Limits::default()))
        }
        Format::Plain | Format::Jupyter | Format::Docx | Format::Pdf => vec![("urls", scan::scan(text).len())],
    }
}

fn of_markdown(text: &str) -> Vec<(&'static str, usize)> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (mut links, mut shown, mut definitions, mut marks, mut quotations, mut automatic) = (Vec::new(), 0, 0, 0, 0, 0);
    let (mut depth, mut code, mut data) = (0_usize, 0_usize, 0_usize);
    let mut seen = String::new();
    for event in Parser::new_ext(text, markdown::options()) {
        match event {
            Event::Start(Tag::Link { dest_url, link_type, .. }) => {
                automatic += usize::from(link_type == LinkType::Autolink);
                links.push(dest_url.to_string());
                depth += 1;
            }
            Event::End(TagEnd::Link) => depth -= 1,
            Event::Start(Tag::CodeBlock(_)) => code += 1,
            Event::End(TagEnd::CodeBlock) => code -= 1,
            Event::Start(Tag::MetadataBlock(_)) => data += 1,
            Event::End(TagEnd::MetadataBlock(_)) => data -= 1,
            Event::Start(Tag::FootnoteDefinition(_)) => definitions += 1,
            Event::FootnoteReference(_) => marks += 1,
            Event::Start(Tag::BlockQuote(_)) => quotations += 1,
            // What is said of a document before it is a part of what is written in it.
            Event::Text(words) if data > 0 => seen.push_str(&words),
            Event::Text(words) if code == 0 => {
                seen.push_str(&words);
                let found = scan::scan(&words);
                shown += found.len();
                if depth == 0 {
                    links.extend(found.into_iter().map(|found| words[found.range].to_owned()));
                }
            }
            Event::SoftBreak | Event::HardBreak => seen.push(' '),
            Event::Code(words) => seen.push_str(&words),
            Event::End(end) if !is_within_line(end) => seen.push('\n'),
            _ => {}
        }
    }
    let http: Vec<&String> = links.iter().filter(|url| url.starts_with("http")).collect();
    let hosts: HashSet<String> =
        http.iter().filter_map(|url| Some(url::Url::parse(url).ok()?.host_str()?.to_owned())).collect();
    let document = parse(text, Format::Markdown, Limits::default());
    let raised = document.markers.iter().filter(|marker| matches!(marker.shape, Shape::Elsewhere(_))).count();
    vec![
        ("links", links.len()),
        ("http_links", http.len()),
        ("distinct_urls", http.iter().collect::<HashSet<_>>().len()),
        ("hosts", hosts.len()),
        ("autolinks", automatic),
        ("urls_in_visible_text", shown),
        ("footnote_defs", definitions),
        ("footnote_refs", marks),
        ("block_quotes", quotations),
        ("curly_open_quotes", text.matches('“').count()),
        ("straight_quote_pairs", straight_pairs(&seen, &(1..=usize::MAX))),
        ("sup_markers", raised),
        ("accessed_dates", accessed(&document)),
        (
            "glued_digit_markers",
            document
                .markers
                .iter()
                .filter(|marker| marker.shape == Shape::Bare)
                .map(|marker| marker.labels.len())
                .sum(),
        ),
    ]
}

/// Whether what ends is a part of a line.
fn is_within_line(end: TagEnd) -> bool {
    matches!(end, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image)
}

/// Pairs of straight quotation marks on one line, with so many characters between them.
pub(super) fn straight_pairs(text: &str, between: &RangeInclusive<usize>) -> usize {
    text.lines().map(|line| pairs_of_line(line, between)).sum()
}

fn pairs_of_line(line: &str, lengths: &RangeInclusive<usize>) -> usize {
    let (mut pairs, mut open) = (0, None);
    for (at, _) in line.match_indices('"') {
        let between = open.map(|open: usize| line[open + 1..at].chars().count());
        let is_pair = between.is_some_and(|between| lengths.contains(&between));
        pairs += usize::from(is_pair);
        // A mark that closes nothing opens.
        open = (!is_pair).then_some(at);
    }
    pairs
}

fn accessed(document: &Document) -> usize {
    let dated = document.entries.iter().filter(|entry| entry.source.accessed.is_some());
    dated.map(|entry| entry.span).collect::<HashSet<_>>().len()
}

fn of_records(text: &str, document: &Document) -> Vec<(&'static str, usize)> {
    let spans: Vec<_> = document.entries.iter().map(|entry| entry.span).collect();
    let whole: HashSet<_> = spans.iter().collect();
    let first = |at: &usize| spans[..*at].last() != Some(&spans[*at]);
    let firsts: Vec<usize> = (0..spans.len()).filter(first).collect();
    let keys: HashSet<&str> = firsts.iter().map(|&at| document.entries[at].label.as_str()).collect();
    let having =
        |has: &dyn Fn(&super::Source) -> bool| firsts.iter().filter(|&&at| has(&document.entries[at].source)).count();
    // In BibTeX an address can stand in other fields, and a field can have one without a scheme.
    let has_url = |at: &usize| match document.format {
        Format::Bibtex => has_field(&text[spans[*at].range()], "url"),
        _ => document.entries[*at].source.url.is_some(),
    };
    vec![
        ("entries", whole.len()),
        ("duplicate_keys", whole.len() - keys.len()),
        ("url", firsts.iter().filter(|at| has_url(at)).count()),
        ("urls", having(&|source| source.url.is_some())),
        ("urldate", having(&|source| source.accessed.is_some())),
        (
            "url_in_note_or_howpublished",
            firsts.iter().filter(|&&at| names_url_in_words(&text[spans[at].range()])).count(),
        ),
        ("doi", firsts.iter().filter(|&&at| has_doi_field(&text[spans[at].range()])).count()),
    ]
}

/// Whether an address stands among the words of an entry of BibTeX, in its note or in how it was published.
fn names_url_in_words(entry: &str) -> bool {
    entry.lines().any(|line| {
        let lower = line.trim_start().to_ascii_lowercase();
        let field = ["note", "howpublished"].iter().find_map(|name| lower.strip_prefix(name));
        field.is_some_and(|rest| rest.trim_start().starts_with('=') && rest.contains("://"))
    })
}

/// Whether an entry has a field for a DOI; an address can name one as well.
fn has_doi_field(entry: &str) -> bool {
    has_field(entry, "doi") || entry.lines().any(|line| line.trim_start().to_ascii_lowercase().starts_with("do  - "))
}

/// Whether a line of an entry begins a field of that name: `name =`, or `"name":` in JSON.
fn has_field(entry: &str, name: &str) -> bool {
    entry.lines().any(|line| {
        let lower = line.trim_start().to_ascii_lowercase();
        let quoted = lower.strip_prefix('"').and_then(|bare| bare.strip_prefix(name)?.strip_prefix('"'));
        let behind = |field: Option<&str>, sign: char| field.is_some_and(|rest| rest.trim_start().starts_with(sign));
        behind(quoted, ':') || behind(lower.strip_prefix(name), '=')
    })
}

fn of_notes(document: &Document) -> Vec<(&'static str, usize)> {
    let notes: HashSet<_> =
        document.entries.iter().filter(|entry| entry.role == super::Role::Footnote).map(|entry| entry.span).collect();
    let marks = document.markers.iter().filter(|marker| marker.shape == Shape::Note).map(|marker| marker.labels.len());
    vec![
        ("note_defs", notes.len()),
        ("note_refs", marks.sum()),
        ("urls", document.entries.iter().filter(|entry| entry.source.url.is_some()).count()),
    ]
}
