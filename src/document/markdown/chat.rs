//! The list that chat programs put at the end of what they wrote: `[\[1\]](https://…) The wall of the pier`, and below it the
//! address, `<https://…>`. The numbers are links themselves, and often to a passage of the page.

use std::collections::HashMap;
use std::ops::Range;

use crate::document::chat::{self, ChatLink, Titled};
use crate::document::draft::Draft;
use crate::document::entry::Words;

use super::outline::{LinkSeen, Outline};
use super::sections::{Listed, Shape};

/// The entries of such a list, and the numbers that say nothing besides.
#[derive(Debug, Default)]
pub(super) struct Chat {
    pub(super) entries: Vec<Listed>,
    /// Where the numbers and the addresses stand in the prose.
    pub(super) taken: Vec<Range<usize>>,
    /// The address of each entry, by where its words begin.
    pub(super) addresses: HashMap<usize, Address>,
}

/// An address that stands apart from the words of its entry, and a capture of it.
#[derive(Debug)]
pub(super) struct Address {
    pub(super) link: LinkSeen,
    pub(super) archive: Option<String>,
}

/// Finds the entries, which are of list 0.
pub(super) fn find(draft: &Draft<'_>, outline: &Outline) -> Chat {
    let mut chat = Chat::default();
    let links = outline.links.iter().map(|link| ChatLink {
        range: link.range.clone(),
        url: &link.url,
        number: link.label.as_deref(),
        is_address: link.words == Words::Address,
    });
    for Titled { called, words, whole, address, archive, .. } in
        chat::find(draft.prose.text(), &draft.blocks, &links.collect::<Vec<_>>())
    {
        let archive = archive.map(|archive| &outline.links[archive]);
        let link = outline.links[address].clone();
        let span = outline.whole_of(draft.prose.span(&whole), &whole);
        chat.taken.extend(archive.into_iter().chain([&link]).map(|link| link.range.clone()));
        chat.addresses.insert(words.start, Address { link, archive: archive.map(|link| link.url.clone()) });
        chat.taken.extend(called.numbers);
        chat.entries.push(Listed { list: 0, label: Some(called.label), shape: Shape::Paragraph, range: words, span });
    }
    chat
}

#[cfg(test)]
mod tests {
    use crate::document::{Document, Format, Limits, parse};

    const TEXT: &str = "The wall was raised in 1790[\\[1\\]](https://pier.test/wall#:~:text=raised). The tide is \
        young[\\[2\\]](https://town.test/c#:~:text=more).\n\n---\n\n";

    fn read(list: &str) -> Document {
        parse(&format!("{TEXT}{list}\n"), Format::Markdown, Limits::default())
    }

    /// The entries with a title: label, title and address.
    fn titled(list: &str) -> Vec<String> {
        let own = read(list).entries.into_iter().filter_map(|entry| {
            let source = &entry.source;
            Some(format!("{} {} {}", entry.label, source.title.as_deref()?, source.url.as_deref().unwrap_or_default()))
        });
        own.collect()
    }

    #[test]
    fn a_number_with_its_address_again_below_the_title_is_an_entry() {
        let list = "[\\[1\\]](https://pier.test/wall#:~:text=raised) The wall of the pier\n\n<https://pier.test/wall>\n\n\
            [\\[2\\]](https://town.test/c#:~:text=more) A town and its tide\n\n<https://town.test/c>";
        let expected = ["1 The wall of the pier https://pier.test/wall", "2 A town and its tide https://town.test/c"];
        assert_eq!(titled(list), expected);
        assert_eq!(read(list).entries.len(), 4, "the links of the text are citations of their own");
        assert_eq!(titled(&format!("## Sources\n\n{list}")), expected);
        // The address in the same paragraph, and a further number that leads elsewhere.
        let list = "[\\[1\\]](https://pier.test/wall) [\\[3\\]](https://star.test/a) The wall of the pier\n<https://pier.test/wall>";
        assert_eq!(titled(list), expected[..1]);
        let star =
            read(list).entries.into_iter().find(|entry| entry.source.url.as_deref() == Some("https://star.test/a"));
        assert_eq!(star.unwrap().label, "3");
    }

    #[test]
    fn a_passage_that_only_the_list_names_is_kept() {
        let list =
            "[\\[1\\]](https://pier.test/wall#:~:text=of%20stone) The wall of the pier\n\n<https://pier.test/wall>";
        assert!(read(list).entries.iter().any(|entry| entry.source.url.as_deref().unwrap().ends_with("stone")));
    }

    #[test]
    fn numbers_side_by_side_lead_to_their_pages_and_entries() {
        let text = "A keeper wrote that \"nobody painted it\"[\\[2\\]](https://keeper.test/diary)[\\[3\\]](https://tide.test/wall).\n\n---\n\n\
            [\\[2\\]](https://keeper.test/diary) Diary\n\n<https://keeper.test/diary>\n\n\
            [\\[3\\]](https://tide.test/wall) Four stones\n\n<https://tide.test/wall>\n";
        let document = parse(text, Format::Markdown, Limits::default());
        let led = document.markers.iter().flat_map(|marker| marker.entries.to_vec());
        let mut urls: Vec<&str> = led.filter_map(|entry| document.entries[entry].source.url.as_deref()).collect();
        urls.sort_unstable();
        let expected = ["https://keeper.test/diary"; 2].into_iter().chain(["https://tide.test/wall"; 2]);
        assert_eq!(urls, expected.collect::<Vec<_>>());
    }

    #[test]
    fn what_has_another_address_below_it_is_no_such_entry() {
        for list in [
            "[\\[1\\]](https://pier.test/wall) The wall of the pier\n\n<https://star.test/a>",
            "[\\[1\\]](https://pier.test/wall) The wall of the pier\n\nIt is at https://pier.test/wall too.",
            "[\\[1\\]](https://pier.test/wall)\n\n<https://pier.test/wall>",
        ] {
            assert!(titled(list).is_empty(), "{list}");
        }
    }
}
