//! Citations by key as Pandoc and Quarto have them, `[see @smith04, p. 3; @doe99]`, `@smith04 says`, and as roles of `MyST`.
//!
//! An `@` before a word can be a person: where the document says nothing of references, only what stands in brackets, and
//! looks like keys, cites. Its project may name the file that holds them.

use std::collections::HashSet;
use std::ops::Range;

use crate::document::draft::Draft;
use crate::document::marker::notes::{Among, Found};
use crate::document::{Entry, Role, Shape, Source, beside, light};
use crate::locator::{identifier, scan};
use crate::span::Span;

use super::front_matter::FrontMatter;
use super::outline::Outline;

/// What keys begin with that point to a part of the document itself.
const PARTS: &[&str] =
    &["fig", "tbl", "sec", "eq", "lst", "thm", "lem", "cor", "prp", "cnj", "def", "exm", "exr", "sol", "rem", "ref"];

/// Adds the markers that keys are.
pub(super) fn add(draft: &mut Draft<'_>, outline: &mut Outline, front: &FrontMatter) {
    let mut known: HashSet<String> = draft
        .entries
        .iter()
        .filter(|entry| entry.role == Role::Keyed)
        .map(|entry| entry.label.to_lowercase())
        .collect();
    let named = front.has_references();
    let hidden = hidden(draft, outline);
    let mut groups: Vec<Group> =
        draft.blocks.iter().flat_map(|block| in_block(draft, &block.range(), &hidden)).collect();
    if !named {
        let prose = draft.prose.text();
        let cited = |group: &Group| looks_cited(group, &prose[group.range.clone()]);
        let in_brackets: HashSet<String> = groups
            .iter()
            .filter(|group| cited(group))
            .flat_map(|group| &group.keys)
            .map(|key| key.to_lowercase())
            .collect();
        let all =
            |group: &Group, among: &HashSet<String>| group.keys.iter().all(|key| among.contains(&key.to_lowercase()));
        // In a note what is cited in brackets elsewhere calls nobody, nor does what ends with a year and begins the note.
        let is_noted = |group: &Group| {
            let next = outline.notes.partition_point(|note| note.range.start <= group.range.start);
            let own = next.checked_sub(1).map(|last| &outline.notes[last].range);
            let is_dated = || group.keys.iter().all(|key| is_dated(key));
            own.filter(|note| group.range.end <= note.end)
                .is_some_and(|note| all(group, &in_brackets) || is_dated() && opens_note(note, group, prose))
        };
        groups.retain(|group| all(group, &known) || cited(group) || is_noted(group));
    }
    groups.extend(outline.roles.iter().cloned().map(|(keys, range, span)| Group { keys, range, span }));
    groups.sort_by_key(|group| group.range.start);
    // An address that is a key is no link besides.
    let held: Vec<&Group> =
        groups.iter().filter(|group| group.keys.iter().any(|key| key.starts_with("url:"))).collect();
    if !held.is_empty() {
        outline.links.retain(|link| {
            let next = held.partition_point(|group| group.range.end < link.range.end);
            held.get(next).is_none_or(|group| link.range.start < group.range.start)
        });
    }
    let files = if named { front.files.join(beside::PARTED) } else { beside::ANOTHER.to_owned() };
    for Group { keys, range, span } in groups {
        let span = span.unwrap_or_else(|| draft.prose.span(&range));
        let keys: Vec<String> =
            keys.into_iter().filter(|key| known.contains(&key.to_lowercase()) || !is_part(key)).collect();
        if keys.is_empty() {
            continue;
        }
        for key in &keys {
            let Some(url) = address(key).filter(|_| known.insert(key.to_lowercase())) else { continue };
            let source = Source::of_address(url, Vec::new());
            draft.entries.push(Entry { label: key.clone(), role: Role::Keyed, source, span, ..Entry::default() });
        }
        let own = files.is_empty() || keys.iter().all(|key| known.contains(&key.to_lowercase()));
        let shape = if own { Shape::Note } else { Shape::Elsewhere(Box::new(files.clone())) };
        let written = &draft.prose.text()[range.clone()];
        if written.starts_with('@') || light::is_narrative(written) {
            draft.narrative.push(span.start());
        }
        draft.masked.push(range.clone());
        draft.found.push(Found { labels: keys, among: Among::Keys, shape, range, span });
    }
}

/// Keys that stand together.
struct Group {
    keys: Vec<String>,
    /// With the brackets around them.
    range: Range<usize>,
    /// In the file, where they leave no trace in the prose.
    span: Option<Span>,
}

/// Whether what stands in brackets is a citation and calls nobody: its keys hold a number or a colon, as those of
/// references do, or several stand apart as no names do.
fn looks_cited(group: &Group, text: &str) -> bool {
    const BEFORE: [&str; 6] = ["see ", "see also ", "e.g. ", "e.g., ", "cf. ", "vgl. "];
    let Some(inside) = text.strip_prefix('[') else { return false };
    let bare = BEFORE.iter().find_map(|words| inside.strip_prefix(words)).unwrap_or(inside);
    let like_key = |key: &String| key.contains(|c: char| c.is_ascii_digit() || c == ':');
    bare.trim_start_matches('-').starts_with('@') && (group.keys.iter().all(like_key) || text.contains(';'))
}

/// Whether a key ends with a year, as most do: `min11`, `smith2004b`.
fn is_dated(key: &str) -> bool {
    let bare = key.strip_suffix(|c: char| c.is_ascii_lowercase()).unwrap_or(key);
    let name = bare.trim_end_matches(|c: char| c.is_ascii_digit());
    let year = &bare[name.len()..];
    let is_year =
        matches!(year.len(), 2) || year.len() == 4 && ["18", "19", "20"].iter().any(|start| year.starts_with(start));
    is_year && name.chars().filter(|c| c.is_alphabetic()).nth(1).is_some()
}

/// Whether a note begins with a key: `@min11, p. 7`, `See @min11`, `Vgl. @min11`.
fn opens_note(note: &Range<usize>, group: &Group, prose: &str) -> bool {
    const LEADS: &[&str] = &[
        "see",
        "also",
        "cf",
        "eg",
        "e.g",
        "compare",
        "quoted",
        "in",
        "from",
        "after",
        "vgl",
        "siehe",
        "auch",
        "nach",
        "zit",
        "voir",
        "aussi",
        "cf",
        "véase",
        "ver",
        "vid",
        "vedi",
        "cfr",
        "veja",
        "zie",
        "ook",
        "se",
        "jf",
        "jfr",
        "katso",
        "ks",
        "patrz",
        "zob",
        "por",
        "viz",
        "srov",
        "см",
        "ср",
        "також",
        "также",
        "див",
        "vd",
        "lásd",
        "bkz",
        "見",
        "参照",
        "参见",
        "參見",
    ];
    let lead = prose.get(note.start..group.range.start).filter(|_| group.range.end <= note.end);
    let is_lead = |word: &str| LEADS.contains(&word.trim_matches([',', '.', ':']).to_lowercase().as_str());
    lead.is_some_and(|lead| lead.split_whitespace().all(is_lead))
}

/// Ranges of the prose that hold no keys, in order and apart.
fn hidden(draft: &Draft<'_>, outline: &Outline) -> Vec<Range<usize>> {
    let mut all = draft.masked.clone();
    all.extend(outline.links.iter().map(|link| link.range.clone()));
    all.sort_by_key(|range| range.start);
    let mut apart: Vec<Range<usize>> = Vec::new();
    for range in all {
        match apart.last_mut().filter(|last| range.start <= last.end) {
            Some(last) => last.end = last.end.max(range.end),
            None => apart.push(range),
        }
    }
    apart
}

fn in_block(draft: &Draft<'_>, block: &Range<usize>, hidden: &[Range<usize>]) -> Vec<Group> {
    let prose = draft.prose.text();
    let is_hidden = |at: usize| {
        let behind = hidden.partition_point(|range| range.start <= at);
        behind > 0 && hidden[behind - 1].end > at
    };
    let is_key = |at: usize| !is_hidden(at) && !is_escaped(draft, at);
    let mut groups: Vec<Group> = Vec::new();
    let (mut open, mut next) = (Vec::new(), block.start);
    for (at, c) in prose[block.clone()].char_indices() {
        let at = block.start + at;
        match c {
            '[' if !is_hidden(at) => open.push((at, groups.len())),
            ']' => {
                let Some((start, first)) = open.pop() else { continue };
                if groups.len() <= first {
                    // `@smith04 [p. 3] says`: where in the source it stands.
                    let led = groups.last_mut().filter(|own| prose.get(own.range.end..start) == Some(" "));
                    if let Some(own) = led.filter(|own| prose[own.range.start..].starts_with('@')) {
                        own.range.end = at + 1;
                    }
                    continue;
                }
                // A note within the paragraph is written between brackets of its own.
                if !prose[block.start..start].ends_with('^') {
                    let keys = groups.drain(first..).flat_map(|group| group.keys).collect();
                    groups.push(Group { keys, range: start..at + 1, span: None });
                }
            }
            '@' if at >= next && is_key(at) && !prose[block.start..at].ends_with(char::is_alphanumeric) => {
                if let Some((key, length)) = key(&prose[at + 1..block.end]) {
                    next = at + 1 + length;
                    groups.push(Group { keys: vec![key.to_owned()], range: at..next, span: None });
                }
            }
            _ => {}
        }
    }
    groups
}

/// Whether a backslash keeps the sign at `at` from being read as one.
fn is_escaped(draft: &Draft<'_>, at: usize) -> bool {
    draft.text[..draft.prose.span(&(at..at + 1)).start()].ends_with('\\')
}

/// The key that `text` begins with, and its bytes.
fn key(text: &str) -> Option<(&str, usize)> {
    if let Some(inner) = text.strip_prefix('{') {
        let inner = &inner[..inner.find('}')?];
        return (!inner.is_empty() && !inner.contains(char::is_whitespace)).then_some((inner, inner.len() + 2));
    }
    if let Some(end) = text.strip_prefix("url:").and_then(|address| scan::at(address, 0)) {
        return Some((&text[.."url:".len() + end], "url:".len() + end));
    }
    let word = |c: char| c.is_alphanumeric() || c == '_';
    let mut length = 0;
    let mut signs = 0;
    for c in text.chars() {
        if word(c) {
            length += signs + c.len_utf8();
            signs = 0;
        } else if signs == 0 && length > 0 && ":.#$%&-+?<>~/".contains(c) {
            signs = 1;
        } else {
            break;
        }
    }
    (length > 0).then(|| (&text[..length], length))
}

/// The address that a key is itself, as Manubot has them: `doi:10.1000/x`, `pmid:123`, `url:https://…`.
pub(super) fn address(key: &str) -> Option<String> {
    let (kind, rest) = key.split_once(':')?;
    match kind.to_ascii_lowercase().as_str() {
        "url" => (scan::at(rest, 0) == Some(rest.len())).then(|| rest.to_owned()),
        "doi" | "arxiv" | "pmid" | "pmc" | "pmcid" => {
            identifier::find(key).into_iter().next().map(|found| found.identifier.url())
        }
        _ => None,
    }
}

/// Whether a key points to a figure, a table or a section.
fn is_part(key: &str) -> bool {
    key.split_once(['-', ':']).is_some_and(|(kind, _)| PARTS.contains(&kind))
}

#[cfg(test)]
mod tests {
    use crate::document::{Beside, Document, Format, Limits, Shape, parse};

    fn read(text: &str) -> Document {
        parse(text, Format::Markdown, Limits::default())
    }

    fn labels(document: &Document) -> Vec<Vec<&str>> {
        document.markers.iter().map(|marker| marker.labels.iter().map(String::as_str).collect()).collect()
    }

    const FRONT: &str = "---\nbibliography: refs.bib\n---\n\n";

    #[test]
    fn keys_are_markers_where_the_document_names_its_references() {
        let text = "It “sank at dawn” [see @log04, p. 3; -@doe99]. @byrd:2 says [-@log04], as @{a key}, @fig-map and \
                    a@b.test do; `@code` [@a](https://c.test) \\@no @AT_x.";
        let document = read(&format!("{FRONT}{text}\n"));
        let notes: Vec<_> = document.markers.iter().filter(|marker| marker.shape != Shape::Link).collect();
        let labels: Vec<String> = notes.iter().map(|marker| marker.labels.join(" ")).collect();
        assert_eq!(labels, ["log04 doe99", "byrd:2", "log04", "AT_x"]);
        assert_eq!(document.text(&notes[0].range()), "[see @log04, p. 3; -@doe99]");
        let document = read(text);
        let elsewhere = document.markers.iter().filter(|marker| marker.shape != Shape::Link);
        assert_eq!(elsewhere.map(|marker| marker.labels.join(" ")).collect::<Vec<_>>(), ["log04 doe99", "log04"]);
    }

    #[test]
    fn keys_lead_to_the_files_that_the_front_matter_names() {
        let mut document = read(&format!("{FRONT}It sank [@log; @none]. So says @log.\n"));
        assert_eq!(document.named_files(), ["refs.bib"]);
        let bib = "@misc{log, title={The Log}, url={https://a.test}}";
        document.join(&[Beside::read("refs.bib", bib, Format::Bibtex, Limits::default())]);
        assert_eq!(labels(&document), [vec!["log", "none"], vec!["log"]]);
        assert_eq!(document.entries[0].source.url.as_deref(), Some("https://a.test"));
        assert!(document.markers.iter().all(|marker| marker.entries[..] == [0]));
    }

    #[test]
    fn sources_of_the_front_matter_are_cited_by_their_keys() {
        let text = "---\nreferences:\n- id: log\n  title: 'The Log.'\n  author:\n  - family: Byrd\n    given: Hazel\n  \
                    issued:\n    date-parts:\n    - - 2019\n      - 4\n  URL: \"https://a.test/x\"\n- id: z\n  type: book\n\
                    sources:\n  - https://b.test\n  - The tide, https://c.test/1\n---\n\nIt sank [@log].\n";
        let document = read(text);
        let urls: Vec<_> = document.entries.iter().map(|entry| entry.source.url.as_deref().unwrap()).collect();
        assert_eq!(urls, ["https://a.test/x", "https://b.test", "https://c.test/1"]);
        for entry in &document.entries {
            assert_eq!(Some(&text[entry.source.url_spans[0].range()]), entry.source.url.as_deref());
        }
        let source = &document.entries[0].source;
        assert_eq!((source.title.as_deref(), source.authors.join(";")), (Some("The Log"), "Byrd, Hazel".to_owned()));
        assert_eq!(source.published.unwrap().to_string(), "2019-04");
        assert_eq!((labels(&document), document.markers[0].entries.to_vec()), (vec![vec!["log"]], vec![0]));
    }

    #[test]
    fn keys_in_brackets_end_a_search_where_nothing_is_said_of_references() {
        let text = "He said “the river forgets nothing” [@doe2020, p. 3]. She said “it was cold” [see @log:a; @byrd].[^1] \
                    Thanks to [@hazel] and @doe2020, {cite:p}`roe2021,lee` said “it was warm”.[^1]\n\n[^1]: https://a.test\n";
        let mut document = read(text);
        let elsewhere = |document: &Document| -> Vec<String> {
            let all = document.markers.iter().filter(|marker| matches!(marker.shape, Shape::Elsewhere(_)));
            all.map(|marker| marker.labels.join(" ")).collect()
        };
        assert_eq!(elsewhere(&document), ["doe2020", "log:a byrd", "roe2021 lee"]);
        assert_eq!(document.named_files(), [crate::document::ANOTHER]);
        let bib = "@misc{doe2020, url={https://b.test}}";
        document.join(&[Beside::read(crate::document::ANOTHER, bib, Format::Bibtex, Limits::default())]);
        assert_eq!(document.entries.last().unwrap().source.url.as_deref(), Some("https://a.test"));
        assert_eq!(document.markers[0].entries.len(), 1);
    }

    #[test]
    fn keys_can_be_the_addresses_of_their_sources() {
        let text = "It “sank” [@doi:10.1000/abc.1] so [@url:https://a.test/x_y; @pmid:123456] [@tag:log] and [@tag:log; @arxiv:2401.01234].\n\n\
                    [@tag:log]: doi:10.1000/log\n";
        let document = read(text);
        let urls: Vec<_> = document.entries.iter().filter_map(|entry| entry.source.url.as_deref()).collect();
        assert_eq!(
            urls,
            [
                "https://doi.org/10.1000/abc.1",
                "https://a.test/x_y",
                "https://pubmed.ncbi.nlm.nih.gov/123456/",
                "https://arxiv.org/abs/2401.01234",
                "https://doi.org/10.1000/log"
            ]
        );
        assert!(document.markers.iter().all(|marker| marker.entries.len() == marker.labels.len()));
        assert_eq!(document.markers.len(), 3);
    }

    #[test]
    fn articles_made_with_distill_cite_by_key() {
        use crate::document::{Beside, Format, Limits, parse};
        let cite = "<d-cite key=\"doe2019, lee\"></d-cite>";
        for front in ["", "---\nlayout: distill\nbibliography: refs.bib\n---\n\n"] {
            let text = format!("{front}It “rose by night” {cite} and fell.\n\n- So <d-cite key='lee'/>.\n");
            let mut document = parse(&text, Format::Markdown, Limits::default());
            let name = document.named_files()[0].to_owned();
            assert_eq!(name, if front.is_empty() { crate::document::beside::ANOTHER } else { "refs.bib" });
            let bib = "@misc{doe2019, url={https://a.test}}\n@misc{lee, url={https://b.test}}\n";
            document.join(&[Beside::read(&name, bib, Format::Bibtex, Limits::default())]);
            let led: Vec<Vec<usize>> = document.markers.iter().map(|marker| marker.entries.to_vec()).collect();
            assert_eq!(led, [vec![0, 1], vec![1]], "{text}");
            assert!(text[document.markers[0].span.range()].starts_with("<d-cite key"));
        }
        let none = "It rose <d-cite></d-cite> and <cite key='a'>fell</cite>, `<d-cite key=\"b\">`.\n";
        assert!(parse(none, Format::Markdown, Limits::default()).markers.is_empty());
    }
}
