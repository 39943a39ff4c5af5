//! The titles of a list of which every entry is a number, words and an address, as chat programs write it: `[2] Lamps of the
//! north https://…`. In one entry alone such words may be anything; all of a list name what their addresses lead to.

use std::collections::HashMap;

use crate::document::draft::Draft;
use crate::document::{ListNumber, Role, entry};

/// Entries of the shortest such list.
const FEWEST: usize = 2;

/// Gives the entries of such lists their titles, where nothing else is known of them.
pub(super) fn fill(draft: &mut Draft<'_>) {
    let mut lists: HashMap<ListNumber, Option<Vec<(usize, &str)>>> = HashMap::new();
    let prose = draft.prose.text();
    for (at, entry) in draft.entries.iter().enumerate() {
        let Role::Listed { list, numbered: true } = entry.role else { continue };
        let text = entry.range().map_or("", |range| &prose[range]);
        let own = lists.entry(list).or_insert_with(|| Some(Vec::new()));
        match before_address(text) {
            Some(words) => own.iter_mut().for_each(|own| own.push((at, words))),
            None => *own = None,
        }
    }
    let lists = lists.into_values().flatten().filter(|list| list.len() >= FEWEST);
    let titled = lists.flatten().filter(|(at, words)| {
        let source = &draft.entries[*at].source;
        let bare = source.title.is_none() && source.publisher.is_none() && source.published.is_none();
        bare && source.authors.is_empty() && entry::can_be_title(words)
    });
    let titled: Vec<(usize, String)> = titled.map(|(at, words)| (at, words.to_owned())).collect();
    for (at, words) in titled {
        draft.entries[at].source.title = Some(words);
    }
}

/// The words before an address that ends a text.
fn before_address(text: &str) -> Option<&str> {
    let (words, address) = text.split_at(["http://", "https://"].iter().filter_map(|scheme| text.find(scheme)).min()?);
    let words = words.trim_end_matches([' ', '<', '(', ':', '-', '–', '—']);
    let whole = address.contains("://") && !address.trim_end().contains(char::is_whitespace);
    (whole && !words.is_empty()).then_some(words)
}

#[cfg(test)]
mod tests {
    use crate::document::{Format, Limits, parse};

    fn titles(list: &str) -> Vec<Option<String>> {
        let text = format!(
            "Here is what I found:\n\nIt was “never meant to be built” [1]. It “rose” [2].\n\nSources:\n{list}"
        );
        let document = parse(&text, Format::Plain, Limits::default());
        document.entries.iter().map(|entry| entry.source.title.clone()).collect()
    }

    #[test]
    fn words_between_numbers_and_addresses_are_the_titles_of_a_whole_list() {
        let some = |words: &str| Some(words.to_owned());
        let both = [some("Lamps of the North"), some("The money of the harbour")];
        for list in [
            "[1] Lamps of the North https://a.test/lamps\n[2] The money of the harbour https://a.test/money\n",
            "1. Lamps of the North: https://a.test/lamps\n2. The money of the harbour: https://a.test/money\n",
            "[1] Lamps of the North\nhttps://a.test/lamps\n[2] The money of the harbour\nhttps://a.test/money\n",
        ] {
            assert_eq!(titles(list), both, "{list}");
        }
        // A body, a person, what leads to a page, and what is no title for its length.
        for words in ["Institute for the North", "Anna Lee", "See the old harbour report", "Lamps", "on the old lamps"]
        {
            let list = format!("[1] {words} https://a.test/lamps\n[2] The money of the harbour https://a.test/money\n");
            assert_eq!(titles(&list), [None, some("The money of the harbour")], "{list}");
        }
        // What says what stands at the address, and the word http.
        for words in [
            "Photo by Anna Lee",
            "Data for the year 2019",
            "Available online at the library",
            "Archived copy of the page",
        ] {
            let list = format!("[1] {words} https://a.test/lamps\n[2] The money of the harbour https://a.test/money\n");
            assert_eq!(titles(&list), [None, some("The money of the harbour")], "{list}");
        }
        let list =
            "[1] How http and lamps work https://a.test/lamps\n[2] The money of the harbour https://a.test/money\n";
        assert_eq!(titles(list)[0], some("How http and lamps work"));
        // Where one entry says more, nobody knows what the words of another are.
        let list = "[1] Lamps of the North https://a.test/lamps\n[2] The money https://a.test/money and what follows from it\n";
        assert_eq!(titles(list)[0], None);
    }
}
