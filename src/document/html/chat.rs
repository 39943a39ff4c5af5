//! The list that chat programs put at the end of what they wrote, in a page: numbers that are links, the title of a page, and
//! its address below.

use std::ops::Range;

use crate::document::chat::{self, ChatLink, Titled};
use crate::document::draft::{Draft, is_citable};
use crate::document::entry::Words;
use crate::document::{Entry, Role};

use super::seen::Seen;

/// Adds the entries, which are of list 0, and gives where they stand.
pub(super) fn add(draft: &mut Draft<'_>, seen: &Seen) -> Vec<Range<usize>> {
    let links = seen.links.iter().map(|seen| ChatLink {
        range: seen.link.range.clone(),
        url: &seen.link.url,
        number: number(&draft.prose.text()[seen.link.range.clone()]),
        is_address: seen.link.words == Words::Address,
    });
    let found = chat::find(draft.prose.text(), &draft.blocks, &links.collect::<Vec<_>>());
    let mut taken = Vec::new();
    for Titled { called, words, whole, address, archive, numbers } in found {
        draft.next_in_list(0);
        let role = Role::Listed { list: 0.into(), numbered: true };
        let span = draft.prose.span(&whole);
        let own =
            super::notes::add_entry(draft, seen, words, Entry { label: called.label, role, span, ..Entry::default() });
        let address = &seen.links[address].link;
        if let Some(entry) = own.first().and_then(|&first| draft.entries.get_mut(first)) {
            entry.source.is_at(address.url.clone(), address.spans.clone());
            if let Some(archive) = archive {
                entry.source.archive_url = Some(seen.links[archive].link.url.clone());
            }
        }
        // One that leads elsewhere, or to a passage that only the list names, is its own source.
        let apart = seen.links[numbers].iter().filter(|seen| !called.numbers.contains(&seen.link.range));
        for seen in apart.filter(|seen| is_citable(&seen.link.url)) {
            let link = &seen.link;
            let label = number(&draft.prose.text()[link.range.clone()]).map(str::to_owned);
            draft.labelled_link(link.url.clone(), link.spans.clone().into(), seen.whole, link.range.clone(), label);
        }
        taken.push(whole);
    }
    taken
}

/// `[2]`
fn number(words: &str) -> Option<&str> {
    let inner = words.trim().strip_prefix('[')?.strip_suffix(']')?;
    (!inner.is_empty() && inner.bytes().all(|byte| byte.is_ascii_digit())).then_some(inner)
}

#[cfg(test)]
mod tests {
    use crate::document::{Format, Limits, parse};

    const TEXT: &str = "<p>It rose<a href=\"https://pier.test/wall#:~:text=rose\">[1]</a>. It is young<a \
                        href=\"https://town.test/c\">[2]</a>.</p><hr>";

    /// The entries of lists: label, title and address.
    fn listed(list: &str) -> Vec<String> {
        let document = parse(&format!("{TEXT}{list}"), Format::Html, Limits::default());
        let own =
            document.entries.into_iter().filter(|entry| matches!(entry.role, crate::document::Role::Listed { .. }));
        let shown = own.map(|entry| {
            let source = &entry.source;
            let [title, url] = [&source.title, &source.url].map(|part| part.as_deref().unwrap_or_default());
            format!("{} {title} {url}", entry.label)
        });
        shown.collect()
    }

    #[test]
    fn a_number_with_its_address_again_below_the_title_is_an_entry() {
        let wall = "<p><a href=\"https://pier.test/wall#:~:text=rose\">[1]</a> The wall of the pier</p>\
                    <p><a href=\"https://pier.test/wall\">https://pier.test/wall</a></p>";
        let town = "<p><a href=\"https://town.test/c\">[2]</a> <a href=\"https://town.test/c#:~:text=more\">[4]</a> A town \
                    and its tide<br><a href=\"https://town.test/c\">https://town.test/c</a></p>";
        let expected =
            ["1 The wall of the pier https://pier.test/wall", "2, 4 A town and its tide https://town.test/c"];
        assert_eq!(listed(&format!("{wall}{town}")), expected);
        assert_eq!(listed(&format!("<h2>Sources</h2>{wall}{town}")), expected);
        // Beside a list of another kind.
        let works = "<h2>Literature</h2><ol><li>Doe, Ann. “Walls.” Press, 2019. <a href=\"https://a.test/doe\">https://a.test/doe</a></li></ol>";
        assert_eq!(listed(&format!("{wall}{works}")), [expected[0], "1 Walls https://a.test/doe"]);
    }

    #[test]
    fn what_has_another_address_below_it_is_no_such_entry() {
        let below = |words: &str, address: &str| {
            format!("<p><a href=\"https://pier.test/wall\">[1]</a> {words}</p><p>{address}</p>")
        };
        let link = |url: &str| format!("<a href=\"{url}\">{url}</a>");
        for list in [
            below("The wall of the pier", &link("https://star.test/a")),
            below("The wall of the pier", &format!("It is at {} too.", link("https://pier.test/wall"))),
            below("", &link("https://pier.test/wall")),
            below("The wall of the pier", "<a href=\"https://pier.test/wall\">The wall</a>"),
        ] {
            assert!(listed(&list).is_empty(), "{list}");
        }
    }
}
