//! What `citewatch verify` prints: quotes against one source, as JSON or for people.

use serde::Serialize;

use super::json_text;
use crate::page::TextName;
use crate::quote_match::{Change, ChangeOp, Difference, Hit, QuoteMatch};
use crate::span::Span;
use crate::verdict::{Unreadable, Verdict};

const SCHEMA: &str = "citewatch.verify/1";

/// One source and the quotes held against it.
#[derive(Debug, Clone, PartialEq)]
pub struct Verified<'a> {
    /// As it was given: an address or a path.
    pub source: &'a str,
    /// The address of the page, for a link to the passage; none for a file.
    pub url: Option<&'a str>,
    /// What became of the address; none for a file.
    pub availability: Option<&'a str>,
    /// Why, where there is a why.
    pub reason: Option<&'a str>,
    /// The status of the last answer; none for a file.
    pub status: Option<u16>,
    /// Why no quote can be held against it, in a sentence.
    pub trouble: Option<String>,
    /// The first title of the page.
    pub title: Option<&'a str>,
    /// Bytes of the text that was searched first.
    pub text_bytes: usize,
    /// In the order given.
    pub quotes: Vec<VerifiedQuote<'a>>,
}

/// One quote and what was found.
#[derive(Debug, Clone, PartialEq)]
pub struct VerifiedQuote<'a> {
    /// As it was given.
    pub quote: &'a str,
    /// What became of it.
    pub verdict: Verdict,
    /// Why, where there is a why.
    pub reason: Option<Unreadable>,
    /// What holding it against the page gave; none where that tells nothing.
    pub found: Option<QuoteMatch>,
}

#[derive(Serialize)]
struct Wire<'a> {
    schema: &'static str,
    source: &'a str,
    availability: Option<&'a str>,
    reason: Option<&'a str>,
    status: Option<u16>,
    title: Option<&'a str>,
    text_bytes: usize,
    quotes: Vec<WireQuote<'a>>,
}

#[derive(Serialize)]
struct WireQuote<'a> {
    quote: &'a str,
    verdict: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    difference: Option<&'static str>,
    similarity: f64,
    matched: Option<&'a str>,
    diff: Option<Vec<WireChange<'a>>>,
    context: Option<WireContext<'a>>,
    /// What turns the words from beside them.
    #[serde(skip_serializing_if = "Option::is_none")]
    negation_beside: Option<&'a str>,
    text: Option<TextName>,
    /// Of a PDF.
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<usize>,
    occurrences: usize,
    span: Option<Span>,
    url: Option<String>,
}

#[derive(Serialize)]
struct WireChange<'a> {
    op: &'static str,
    text: &'a str,
    /// As the page has it, where that is written otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<&'a str>,
}

#[derive(Serialize)]
struct WireContext<'a> {
    before: &'a str,
    after: &'a str,
}

#[derive(Serialize)]
struct WireError<'a> {
    schema: &'static str,
    source: &'a str,
    error: &'a str,
}

/// One JSON object, without a line break in it or at its end.
pub fn json(verified: &Verified<'_>) -> String {
    let wire = Wire {
        schema: SCHEMA,
        source: verified.source,
        availability: verified.availability,
        reason: verified.reason,
        status: verified.status,
        title: verified.title,
        text_bytes: verified.text_bytes,
        quotes: verified.quotes.iter().map(|quote| wire_quote(quote, verified.url)).collect(),
    };
    json_text::on_one_line(&wire)
}

/// The object for a source that could not be read, without a line break.
pub fn json_error(source: &str, error: &str) -> String {
    json_text::on_one_line(&WireError { schema: SCHEMA, source, error })
}

fn wire_quote<'a>(quote: &'a VerifiedQuote<'a>, url: Option<&str>) -> WireQuote<'a> {
    let found = quote.found.as_ref();
    let hit = found.and_then(|found| found.hit.as_ref());
    let diff = found.map(|found| found.diff.as_slice()).filter(|diff| !diff.is_empty());
    WireQuote {
        quote: quote.quote,
        verdict: quote.verdict.as_str(),
        reason: quote.reason.map(Unreadable::as_str),
        difference: found.and_then(|found| found.class.difference()).map(Difference::as_str),
        similarity: found.map_or(0.0, |found| (found.similarity * 1000.0).round() / 1000.0),
        matched: hit.map(|hit| hit.matched.as_str()),
        diff: diff.map(|diff| diff.iter().map(wire_change).collect()),
        context: hit.map(|hit| WireContext { before: &hit.before, after: &hit.after }),
        negation_beside: hit.and_then(|hit| hit.negation_beside.as_deref()),
        text: hit.map(|hit| hit.text),
        page: hit.and_then(|hit| hit.page),
        occurrences: hit.map_or(0, |hit| hit.occurrences),
        span: hit.map(|hit| hit.chars),
        url: hit.and_then(|hit| link(hit, url)),
    }
}

fn wire_change(change: &Change) -> WireChange<'_> {
    WireChange { op: change.op.as_str(), text: &change.text, page: change.page.as_deref() }
}

/// The page's address with the fragment that leads to the passage, in place of any fragment of its own.
fn link(hit: &Hit, url: Option<&str>) -> Option<String> {
    let url = url?;
    match &hit.fragment {
        Some(fragment) => Some(format!("{}{fragment}", url.split('#').next().unwrap_or(url))),
        None => Some(url.to_owned()),
    }
}

/// For people: a line for each quote, and below it the words found where they differ.
pub fn human(verified: &Verified<'_>) -> String {
    let title = verified.title.map(|title| format!("  {}\n", shown(title)));
    let trouble = verified.trouble.as_deref().map(|trouble| format!("  {}\n", shown(trouble)));
    let mut parts = vec![shown(verified.source), "\n".to_owned()];
    parts.extend([title, trouble].into_iter().flatten());
    for quote in &verified.quotes {
        parts.push(format!("\n{}: “{}”\n", headline(quote), shown(quote.quote)));
        parts.extend(quote.found.as_ref().map(passage));
    }
    parts.concat()
}

fn headline(quote: &VerifiedQuote<'_>) -> String {
    let difference = quote.found.as_ref().and_then(|found| found.class.difference()).map(Difference::as_str);
    match difference.or_else(|| quote.reason.map(Unreadable::as_str)) {
        Some(what) => format!("{} ({what})", quote.verdict),
        None => quote.verdict.to_string(),
    }
}

fn passage(found: &QuoteMatch) -> String {
    let Some(hit) = &found.hit else { return String::new() };
    if !found.class.is_sound() {
        let closest = if found.class.difference().is_some() { "the page has" } else { "closest" };
        let similarity = found.similarity * 100.0;
        let changes: String = found.diff.iter().map(marked).collect();
        return format!("  {closest} ({similarity:.0} % alike, in {}): {changes}\n", place(hit));
    }
    let (before, matched, after) = (shown(&hit.before), shown(&hit.matched), shown(&hit.after));
    let times = if hit.occurrences > 1 { format!(" ({} times)", hit.occurrences) } else { String::new() };
    let denial = hit.negation_beside.as_deref();
    let denial = denial.map(|negation| format!("  mind the “{}” beside it\n", shown(negation)));
    let replaced: String = found.diff.iter().map(marked).collect();
    let deletes = found.diff.iter().any(|change| change.op == ChangeOp::Delete);
    let what = if deletes { "in brackets" } else { "left out" };
    let replaced = if replaced.is_empty() { replaced } else { format!("  mind the words {what}: {replaced}\n") };
    format!("  in {}: …{before}[{matched}]{after}…{times}\n{}{replaced}", place(hit), denial.unwrap_or_default())
}

/// `the visible text`, `the pdf text, page 3`.
fn place(hit: &Hit) -> String {
    let page = hit.page.map(|page| format!(", page {page}"));
    format!("the {} text{}", hit.text.as_str(), page.unwrap_or_default())
}

/// `[-only quoted-]{+only on the page+}`, as word diffs are written.
fn marked(change: &Change) -> String {
    let text = shown(&change.text);
    let (words, space) = (text.trim_end(), &text[text.trim_end().len()..]);
    match change.op {
        ChangeOp::Equal => text,
        ChangeOp::Delete => format!("[-{words}-]{space}"),
        ChangeOp::Insert => format!("{{+{words}+}}{space}"),
    }
}

/// Text from outside on one line, without anything that a terminal obeys.
fn shown(text: &str) -> String {
    let obeyed = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars()
        .filter(|&c| !obeyed(c))
        .map(|c| match c {
            '\n' | '\r' | '\t' | '\u{c}' | '\u{2028}' | '\u{2029}' => ' ',
            c if c.is_control() => '\u{fffd}',
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::citation::QuoteKind;
    use crate::page::{Page, PageText};
    use crate::quote_match::{FoldedPage, MatchClass};

    const TEXT: &str = "The council did not sell the old bridge.\nIt was closed in 2019 for good, they said.\u{1b}[0m";

    fn verified(quotes: &[&'static str]) -> Verified<'static> {
        let page = Page { texts: vec![PageText { name: TextName::Visible, text: TEXT.to_owned() }], ..Page::default() };
        let folded = FoldedPage::new(&page);
        let found = |quote: &&'static str| {
            let found = folded.find(quote, QuoteKind::Sentence);
            let verdict = match found.class {
                MatchClass::Verbatim => Verdict::Verbatim,
                MatchClass::Absent => Verdict::Absent,
                _ => Verdict::Altered,
            };
            VerifiedQuote { quote, verdict, reason: None, found: Some(found) }
        };
        Verified {
            source: "https://bridge.example/news#top",
            url: Some("https://bridge.example/news#top"),
            availability: Some("live"),
            reason: None,
            status: Some(200),
            trouble: None,
            title: Some("A bridge"),
            text_bytes: TEXT.len(),
            quotes: quotes.iter().map(found).collect(),
        }
    }

    #[test]
    fn the_json_has_every_field_of_the_contract() {
        let json = json(&verified(&["sell the old bridge", "It was closed in 2018 for good, they said"]));
        insta::assert_snapshot!(json, @r###"{"schema":"citewatch.verify/1","source":"https://bridge.example/news#top","availability":"live","reason":null,"status":200,"title":"A bridge","text_bytes":87,"quotes":[{"quote":"sell the old bridge","verdict":"verbatim","difference":null,"similarity":1.0,"matched":"sell the old bridge","diff":null,"context":{"before":"The council did not ","after":".\nIt was closed in 2019 for good, they said.\u001b[0m"},"negation_beside":"not","text":"visible","occurrences":1,"span":[20,39],"url":"https://bridge.example/news#:~:text=sell%20the%20old%20bridge"},{"quote":"It was closed in 2018 for good, they said","verdict":"altered","difference":"critical","similarity":0.969,"matched":"It was closed in 2019 for good, they said","diff":[{"op":"equal","text":"It was closed in "},{"op":"delete","text":"2018 "},{"op":"insert","text":"2019 "},{"op":"equal","text":"for good, they said"}],"context":{"before":"The council did not sell the old bridge.\n","after":".\u001b[0m"},"text":"visible","occurrences":1,"span":[41,82],"url":"https://bridge.example/news#:~:text=It%20was%20closed%20in%202019%20for%20good%2C%20they%20said"}]}"###);
    }

    #[test]
    fn a_quote_that_could_not_be_held_against_the_page_says_why() {
        let quote = || VerifiedQuote {
            quote: "any words",
            verdict: Verdict::Unverifiable,
            reason: Some(Unreadable::Language),
            found: None,
        };
        let json = json(&Verified { quotes: vec![quote()], ..verified(&[]) });
        assert!(
            json.contains(
                r#""verdict":"unverifiable","reason":"language","difference":null,"similarity":0.0,"matched":null"#
            ),
            "{json}"
        );
        let human = human(&Verified { quotes: vec![quote()], ..verified(&[]) });
        assert!(human.contains("\nunverifiable (language): “any words”"), "{human}");
    }

    #[test]
    fn a_source_that_cannot_be_read_has_its_error() {
        let json = json_error("a\"b", "no such file");
        assert_eq!(json, r#"{"schema":"citewatch.verify/1","source":"a\"b","error":"no such file"}"#);
    }

    #[test]
    fn people_see_the_words_and_a_terminal_obeys_none() {
        let quotes = ["sell the old bridge", "It was closed in 2018 for good, they said", "green fish"];
        let human = human(&Verified { title: Some("The \u{202e}bridge"), ..verified(&quotes) });
        assert!(!human.contains(['\u{1b}', '\u{202e}']));
        insta::assert_snapshot!(human, @r###"
        https://bridge.example/news#top
          The bridge

        verbatim: “sell the old bridge”
          in the visible text: …The council did not [sell the old bridge]. It was closed in 2019 for good, they said.�[0m…
          mind the “not” beside it

        altered (critical): “It was closed in 2018 for good, they said”
          the page has (97 % alike, in the visible text): It was closed in [-2018-] {+2019+} for good, they said

        absent: “green fish”
        "###);
    }
}
