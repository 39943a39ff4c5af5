//! Links by label, and numbers that lead to notes which another page holds.

use std::ops::Range;

use crate::document::marker::notes::{Among, Found};
use crate::document::{Shape, beside};

use super::anchored::Numbered;
use super::span_of;
use super::writer::{OpenLink, Writer};

impl Writer<'_, '_> {
    /// A number in a raised link that leads to another page of the same site is a note that another file holds. What numbers lead
    /// to within the page is known at its end.
    pub(super) fn elsewhere(&mut self, url: &str, label: Option<String>, range: Range<usize>, whole: &Range<usize>) {
        let (Some(label), raised) = (label, self.html.is_raised()) else { return };
        if let Some(id) = url.strip_prefix('#') {
            let (id, range, whole) = (id.to_owned(), range.clone(), span_of(whole));
            self.outline.numbers.push(Numbered { label: label.clone(), id, range, whole, raised });
        }
        if raised {
            self.notes_elsewhere(&[(label, url.to_owned())], range, whole);
        }
    }

    /// Notes by their labels, each with the page that holds it.
    fn notes_elsewhere(&mut self, notes: &[(String, String)], range: Range<usize>, whole: &Range<usize>) {
        let page = |(_, url): &(String, String)| url.split('#').next().unwrap_or_default().to_owned();
        let mut pages: Vec<String> = notes.iter().map(page).filter(|page| !page.is_empty()).collect();
        pages.dedup();
        let shape = if pages.is_empty() { Shape::Note } else { Shape::Elsewhere(Box::new(pages.join(beside::PARTED))) };
        let labels = notes.iter().map(|(label, _)| label.clone()).collect();
        self.draft.found.push(Found { labels, among: Among::Lists, shape, range, span: span_of(whole) });
    }

    /// A raised link by label whose definition leads to another page of the site; `[1][2]` is two notes here too.
    fn reference_elsewhere(&mut self, link: &OpenLink, range: Range<usize>, whole: &Range<usize>) {
        let words = number_only(&self.draft.prose.text()[range.clone()]).filter(|_| self.html.is_raised());
        let (Some(words), Some(url)) = (words, self.definitions.page(&link.id)) else { return };
        let second = number_only(&link.id).filter(|id| *id != words);
        let notes = match second.zip(self.definitions.page(&words)) {
            Some((second, first_url)) => vec![(words, first_url), (second, url)],
            None => vec![(words, url)],
        };
        self.notes_elsewhere(&notes, range, whole);
    }

    /// A link by label points to a definition. Where its words are a label too, as in `[1][2]`, it is two markers that
    /// stand side by side, which chat programs write and the parser cannot know.
    pub(super) fn reference(&mut self, link: &OpenLink, words: Range<usize>, whole: &Range<usize>) {
        self.definitions.used_by_words(&link.id);
        if !self.definitions.cites(&link.id) {
            return self.reference_elsewhere(link, words, whole);
        }
        let text = self.draft.prose.text()[words.clone()].trim().to_owned();
        let mut labels = vec![link.id.clone()];
        let numbered = link.id.bytes().all(|byte| byte.is_ascii_digit());
        if text != link.id && numbered && self.definitions.cites(&text) {
            self.definitions.used_by_words(&text);
            labels.insert(0, text.clone());
        }
        let shape = if numbered { Shape::Note } else { Shape::Link };
        if labels.len() > 1 || text == link.id && numbered {
            self.draft.masked.push(words.clone());
        }
        self.draft.found.push(Found { labels, among: Among::Definitions, shape, range: words, span: span_of(whole) });
    }
}

/// The number that is all there is to the words of a link, brackets aside.
pub(super) fn number_only(words: &str) -> Option<String> {
    let bare = words.trim().trim_start_matches(['[', '(']).trim_end_matches([']', ')']);
    ((1..=3).contains(&bare.len()) && bare.bytes().all(|byte| byte.is_ascii_digit())).then(|| bare.to_owned())
}
