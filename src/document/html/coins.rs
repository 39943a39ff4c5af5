//! Citations that a page holds for machines: `<span class="Z3988" title="…">`.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use crate::date::PartialDate;
use crate::document::draft::{Draft, is_citable};
use crate::document::{Entry, Role, Source, entity};
use crate::locator::doi;
use crate::span::Span;

/// What wikis put behind an address that they make of an identifier.
const OF_IDENTIFIER: &str = "#id-name=";

/// Addresses and identifiers, the best first.
#[derive(Default)]
struct Places {
    url: Option<String>,
    /// The copy that everybody can read.
    free: Option<String>,
    /// Where a number leads that is no address of its own.
    other: Option<String>,
    doi: Option<String>,
}

impl Places {
    fn add(&mut self, value: String) {
        let number = |name: &str| value.strip_prefix(name).filter(|number| !number.is_empty());
        if let Some(doi) = number("info:doi/").or_else(|| number("doi:")) {
            self.doi.get_or_insert_with(|| doi.to_lowercase());
        } else if let Some(number) = number("info:pmid/") {
            self.other.get_or_insert_with(|| format!("https://pubmed.ncbi.nlm.nih.gov/{number}/"));
        } else if let Some(number) = number("info:arxiv/").or_else(|| number("info:arXiv/")) {
            self.other.get_or_insert_with(|| format!("https://arxiv.org/abs/{number}"));
        } else if let Some(number) = number("info:hdl/") {
            self.other.get_or_insert_with(|| format!("https://hdl.handle.net/{number}"));
        } else if !value.starts_with("info:") && (value.contains("://") || value.starts_with("//")) {
            let url = if value.starts_with("//") { format!("https:{value}") } else { value };
            match url.split_once(OF_IDENTIFIER) {
                Some((url, "PMC")) => self.free.get_or_insert_with(|| url.to_owned()),
                Some((url, "JSTOR")) => self.other.get_or_insert_with(|| url.to_owned()),
                // What a catalogue says of a work is not the work.
                Some(_) => return,
                None => self.url.get_or_insert(url),
            };
        }
    }
}

/// The source that the `title` of such a span describes, its character references taken out.
pub(super) fn read(title: &str) -> Source {
    let mut source = Source::default();
    let mut places = Places::default();
    let (mut family, mut given, mut part, mut whole, mut journal) = (None, None, None, None, None);
    for (key, value) in url::form_urlencoded::parse(entity::decoded(title).as_bytes()) {
        let value = without_tags(&value).split_whitespace().collect::<Vec<_>>().join(" ");
        if value.is_empty() {
            continue;
        }
        match key.as_ref() {
            "rft_id" | "rft.identifier" => places.add(value),
            "rft.atitle" => part = part.or(Some(value)),
            "rft.title" | "rft.btitle" => whole = whole.or(Some(value)),
            "rft.jtitle" => journal = journal.or(Some(value)),
            "rft.pub" | "rft.publisher" => source.publisher = Some(value),
            "rft.date" => source.published = PartialDate::parse_iso(&value).ok(),
            "rft.aulast" => family = Some(value),
            "rft.aufirst" => given = Some(value),
            "rft.au" | "rft.creator" => source.authors.push(value),
            _ => {}
        }
    }
    // Of a part the title is what the reader is sent to, and the whole is where it appeared.
    let appeared = journal.or_else(|| whole.clone().filter(|_| part.is_some()));
    if source.publisher.is_none() {
        source.publisher = appeared;
    }
    source.title = part.or(whole).map(|title| title.trim_end_matches('.').to_owned());
    if let Some(family) = family {
        let name = given.as_ref().map_or_else(|| family.clone(), |given| format!("{family}, {given}"));
        let same = given.map(|given| format!("{given} {family}"));
        source.authors.retain(|author| Some(author) != same.as_ref());
        if !source.authors.contains(&name) {
            source.authors.insert(0, name);
        }
    }
    let Places { url, free, other, doi } = places;
    source.url = url.or(free).or_else(|| other.filter(|_| doi.is_none()));
    source.doi = doi.or_else(|| source.url.as_deref().and_then(doi::of_address));
    source
}

/// A value without the tags that a template has left in it.
fn without_tags(value: &str) -> Cow<'_, str> {
    if !value.contains("</") {
        return Cow::Borrowed(value);
    }
    let mut words = String::with_capacity(value.len());
    let mut rest = value;
    while let Some((before, tag)) = rest.split_once('<') {
        words.push_str(before);
        let is_tag = tag.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
        rest = tag.split_once('>').filter(|_| is_tag).map_or(tag, |(_, behind)| behind);
        if rest.len() == tag.len() {
            words.push('<');
        }
    }
    words.push_str(rest);
    Cow::Owned(words)
}

/// A citation for machines that stands in no note: what it says, where in the prose, and in the file.
pub(super) type Alone = (Source, Range<usize>, Span);

/// Gives what stands in no note to the entries that are of the same sources; what nothing else cites is an entry of its own.
pub(super) fn add_alone(draft: &mut Draft<'_>, alone: Vec<Alone>) {
    if alone.is_empty() {
        return;
    }
    let mut known: HashMap<String, usize> = HashMap::new();
    for (at, entry) in draft.entries.iter().enumerate() {
        for address in addresses(&entry.source) {
            known.entry(address).or_insert(at);
        }
    }
    let mut written: Vec<(usize, usize)> =
        draft.entries.iter().enumerate().map(|(at, own)| (own.span.start(), at)).collect();
    written.sort_unstable();
    for (source, place, span) in alone {
        let same = addresses(&source).iter().find_map(|address| known.get(address).copied());
        let beside = || {
            let behind = written.partition_point(|(start, _)| *start <= span.start());
            let (_, entry) = written.get(behind.checked_sub(1)?)?;
            let text = &draft.prose.text()[draft.entries[*entry].range().clone()?];
            source.title.as_ref().is_some_and(|title| text.contains(title.as_str())).then_some(*entry)
        };
        if let Some(entry) = same.or_else(beside) {
            fill(&mut draft.entries[entry].source, source);
            continue;
        }
        if source.url.as_deref().is_some_and(|url| !is_citable(url)) {
            continue;
        }
        let own = addresses(&source);
        if own.is_empty() && source.title.is_none() {
            continue;
        }
        known.extend(own.into_iter().map(|address| (address, draft.entries.len())));
        draft.entries.push(Entry { role: Role::Link, source, span, stretch: Some(place.into()), ..Entry::default() });
    }
}

/// What tells that two sources are one.
fn addresses(source: &Source) -> Vec<String> {
    let bare = |url: &String| {
        let rest = url.split_once("://").map_or(url.as_str(), |(_, rest)| rest);
        rest.trim_start_matches("www.").trim_end_matches('/').to_owned()
    };
    source.url.iter().map(bare).chain(source.doi.clone()).collect()
}

/// Takes over what an entry does not say itself.
pub(super) fn fill(own: &mut Source, source: Source) {
    if own.url.is_none() && own.doi.is_none() {
        own.url.clone_from(&source.url);
    }
    let lacks = own.title.is_none() || own.authors.is_empty() || own.publisher.is_none() || own.published.is_none();
    if lacks || own.doi.is_none() && source.doi.is_some() {
        let said = source;
        own.doi = own.doi.take().or_else(|| said.doi.clone());
        own.title = own.title.take().or_else(|| said.title.clone());
        own.publisher = own.publisher.take().or_else(|| said.publisher.clone());
        own.published = own.published.or(said.published);
        if own.authors.is_empty() {
            own.authors.clone_from(&said.authors);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Document, Format, Limits, parse};

    #[test]
    fn what_is_held_for_machines_is_read() {
        let source = read(
            "ctx_ver=Z39.88-2004&amp;rft.genre=unknown&amp;rft.btitle=A+Long+Night&amp;rft.pub=Harbour+Post&amp;rft.date=2021-05-03\
             &amp;rft.aulast=Byrd&amp;rft.aufirst=Hazel&amp;rft.au=Oduya%2C+Sam&amp;rft_id=https%3A%2F%2Fpost.test%2Fa%3Fb%3D1",
        );
        assert_eq!(source.url.as_deref(), Some("https://post.test/a?b=1"));
        assert_eq!(
            (source.title.as_deref(), source.publisher.as_deref()),
            (Some("A Long Night"), Some("Harbour Post"))
        );
        assert_eq!(source.authors, ["Byrd, Hazel", "Oduya, Sam"]);
        assert_eq!(source.published, PartialDate::parse_iso("2021-05-03").ok());
    }

    #[test]
    fn of_several_addresses_that_of_the_work_is_taken() {
        let check = |title: &str, url: Option<&str>, doi: Option<&str>| {
            let source = read(title);
            assert_eq!((source.url.as_deref(), source.doi.as_deref()), (url, doi), "{title}");
        };
        check("rft_id=info%3Adoi%2F10.1000%2FA.1&rft_id=info%3Apmid%2F123", None, Some("10.1000/a.1"));
        check("rft_id=info%3Apmid%2F123", Some("https://pubmed.ncbi.nlm.nih.gov/123/"), None);
        check("rft_id=info%3Aarxiv%2F2101.00001", Some("https://arxiv.org/abs/2101.00001"), None);
        check("rft_id=https%3A%2F%2Fapi.test%2FCorpusID%3A1%23id-name%3DS2CID&rft_id=info:oclcnum/7", None, None);
        check(
            "rft_id=%2F%2Fpmc.test%2F1%23id-name%3DPMC&rft_id=info:doi/10.1000/a",
            Some("https://pmc.test/1"),
            Some("10.1000/a"),
        );
        check("rft_id=%2F%2Fpmc.test%2F1%23id-name%3DPMC&rft_id=https://a.test/1", Some("https://a.test/1"), None);
        check("rft.identifier=https://a.test/1", Some("https://a.test/1"), None);
    }

    #[test]
    fn the_title_is_that_of_the_part_and_an_author_comes_once() {
        let source = read(
            "rft.title=Harbour+Review&rft.atitle=Tides.&rft.aulast=Byrd&rft.aufirst=Ann&rft.au=Ann+Byrd&rft.au=Bo+Lee",
        );
        assert_eq!((source.title.as_deref(), source.publisher.as_deref()), (Some("Tides"), Some("Harbour Review")));
        assert_eq!(source.authors, ["Byrd, Ann", "Bo Lee"]);
    }

    fn all(document: &Document) -> Vec<String> {
        let shown = document.entries.iter().map(|entry| {
            let source = &entry.source;
            let place = source.url.as_deref().or(source.doi.as_deref()).unwrap_or("-");
            format!("{place} {} {}", source.title.as_deref().unwrap_or("-"), source.authors.join("; "))
        });
        shown.collect()
    }

    #[test]
    fn one_that_stands_in_no_note_is_a_citation_of_its_own_or_fills_the_one_beside_it() {
        let span = |title: &str| format!("<span class=\"Z3988\" title=\"{title}\"></span>");
        let page = format!(
            "<p>See <a href=\"https://a.test/1\">this</a>{}, and {} and {}.</p><h2>Other</h2><p>Lee: Sand.</p>{}{}",
            span("rft_id=https%3A%2F%2Fa.test%2F1%2F&amp;rft.btitle=The+Log&amp;rft.au=Byrd"),
            span("rft_id=https%3A%2F%2Fb.test%2F2&amp;rft.title=Ropes"),
            span("rft_id=info%3Adoi%2F10.1000%2Fx&amp;rft.atitle=Tides&amp;rft.au=Hale"),
            span("rft.btitle=Sand&amp;rft.au=Lee"),
            span("rft.pub=Nobody"),
        );
        let document = parse(&page, Format::Html, Limits::default());
        assert_eq!(
            all(&document),
            ["https://a.test/1 The Log Byrd", "https://b.test/2 Ropes ", "10.1000/x Tides Hale", "- Sand Lee"]
        );
        assert_eq!(document.markers.len(), 1);
        let page = format!(
            "<p>So.</p><h2>References</h2><ol><li>Byrd. <i>The Log</i>. Harbour Press.{}</li><li>Lee. Sand. https://b.test/2{}</li></ol>",
            span("rft.btitle=The+Log&amp;rft.au=Byrd&amp;rft_id=https://a.test/log"),
            span("rft.btitle=Sand&amp;rft.au=Lee&amp;rft_id=https://b.test/2"),
        );
        let document = parse(&page, Format::Html, Limits::default());
        assert_eq!(all(&document), ["https://a.test/log The Log Byrd", "https://b.test/2 Sand Lee"]);
    }

    #[test]
    fn tags_in_a_value_are_none_of_it() {
        for (written, expected) in [
            ("%3Cspan+class%3D%22ilh-all%22%3E%3Ci%3ETide+Museum%3C%2Fi%3E%3C%2Fspan%3E", "Tide Museum"),
            ("Tide+%3C+Ebb+%3Cb%3EMuseum%3C%2Fb%3E", "Tide < Ebb Museum"),
            ("Tide+%3C3+Museum", "Tide <3 Museum"),
        ] {
            let source = read(&format!("rft.btitle=The+tides&amp;rft.pub={written}"));
            assert_eq!(source.publisher.as_deref(), Some(expected), "{written}");
        }
    }
}
