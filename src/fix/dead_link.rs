//! What a wiki says of a source that is dead: the tag behind its reference, which means that no archive has it, and the word by
//! which its template sends readers to the page or to the capture.

use std::ops::Range;

use super::{Page, Swap};
use crate::document::Parameter;
use crate::span::{Span, floor_char_boundary};

/// The template that says that a link is dead, by the names that lead to it.
const TAGS: &[&str] = &[
    "dead link",
    "deadlink",
    "dead-link",
    "dead links",
    "dead url",
    "broken link",
    "brokenlink",
    "bad link",
    "badlink",
    // German, French, Polish, Swedish, Norwegian, Danish, Dutch, Portuguese, Turkish, Russian, Ukrainian, Chinese, Japanese,
    // Korean, Vietnamese, Indonesian, Hungarian.
    "toter link",
    "lien mort",
    "martwy link",
    "död länk",
    "død lenke",
    "dødt link",
    "dode link",
    "ligação inativa",
    "ölü bağlantı",
    "недоступная ссылка",
    "недоступне посилання",
    "失效链接",
    "死链",
    "リンク切れ",
    "깨진 링크",
    "liên kết hỏng",
    "pranala mati",
    "halott link",
];

/// A tag has a date and a few words; a template that is longer is another one.
const LONGEST: usize = 300;

/// A word of a template that says that its page is there, and what says that it is not.
const WORDS: &[(&[&str], &[&str], &str)] = &[
    (&["url-status"], &["live"], "dead"),
    (&["deadurl", "dead-url"], &["no"], "yes"),
    (&["offline"], &["0", "no", "nein"], "1"),
    (&["urlmorta"], &["no", "não", "nao"], "sim"),
    (&["urlmorto"], &["no"], "sì"),
];

/// The tag behind `at`, with the white space before it: directly, or behind the end of the note.
pub(super) fn tag(text: &str, at: usize) -> Option<Range<usize>> {
    const END: &str = "</ref>";
    let rest = &text[at..];
    let behind = rest.trim_start().strip_prefix(END).map(|behind| text.len() - behind.len());
    tag_at(text, at).or_else(|| tag_at(text, behind?))
}

fn tag_at(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = &text[at..at + floor_char_boundary(&text[at..], LONGEST)];
    let tag = rest.trim_start_matches([' ', '\t']);
    let (inside, _) = tag.strip_prefix("{{")?.split_once("}}")?;
    let name = inside.split('|').next().unwrap_or_default().trim().replace('_', " ").to_lowercase();
    let end = at + rest.len() - tag.len() + "{{".len() + inside.len() + "}}".len();
    // One that leads somewhere is a reference of its own.
    (TAGS.contains(&name.as_str()) && !inside.contains("{{") && !inside.contains("://")).then_some(at..end)
}

/// The word of a template that has an archive and says that its page is alive, turned.
pub(super) fn said_alive(page: &Page<'_>, index: usize) -> Option<Vec<Swap>> {
    let address = page.entry(index).source.url_spans.first()?;
    let template = page.templates.as_ref()?.around(address.start()).filter(|template| template.cites)?;
    let turned = |own: &Parameter| {
        let value = own.value(page.text);
        let says = page.text[value.clone()].to_lowercase();
        let (_, _, dead) = WORDS
            .iter()
            .find(|(names, alive, _)| names.contains(&own.name.as_str()) && alive.contains(&says.as_str()))?;
        Some((Span::new(value.start, value.end), (*dead).to_owned()))
    };
    template.parameters.iter().find_map(turned).map(|swap| vec![swap])
}
