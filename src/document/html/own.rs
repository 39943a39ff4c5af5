//! The addresses that an article says it has itself: links to them with a `#fragment` lead to places in it. A page that a
//! browser has saved is full of them.

use std::cell::OnceCell;
use std::collections::HashSet;

use super::tree::{Event, Tree};

/// Events at the beginning of a file among which the comment of the program that saved it stands.
const COMMENTS: usize = 64;

/// See the module; without their fragments, scheme and closing slash.
pub(super) fn addresses(tree: &Tree<'_>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    // The places that links without an address of a page lead to, looked for where that is asked.
    let inner = OnceCell::new();
    let within = || inner.get_or_init(|| fragments(tree));
    for (element, own) in tree.elements.iter().enumerate() {
        let is = |name: &str, value: &str| tree.value(element, name).is_some_and(|own| own.eq_ignore_ascii_case(value));
        let address = match own.name.as_str() {
            "link" if is("rel", "canonical") => tree.value(element, "href"),
            "meta" if is("property", "og:url") => tree.value(element, "content"),
            "base" => tree.value(element, "href"),
            _ => None,
        };
        found.extend(address.as_deref().and_then(bare));
        if own.name == "a" {
            let href = tree.value(element, "href");
            found.extend(href.as_deref().and_then(|href| page_of_note(tree, href)));
            let page = href.as_deref().and_then(|href| page_of_mark(tree, element, href));
            found.extend(page.filter(|(_, fragment)| !within().contains(*fragment)).map(|(page, _)| page));
        }
    }
    for event in tree.events.iter().take(COMMENTS) {
        // `<!-- saved from url=(0021)https://a.example/b -->`, `Page saved with SingleFile url: https://…`
        let Event::Comment(words, _) = event else { continue };
        let words = &tree.text[words.clone()];
        let saved = words.find("saved").and_then(|at| words[at..].find("://").map(|scheme| at + scheme));
        let start =
            saved.map(|scheme| words[..scheme].rfind(|c: char| !c.is_ascii_alphabetic()).map_or(0, |at| at + 1));
        let address = start.and_then(|start| words[start..].split_whitespace().next());
        found.extend(address.and_then(bare));
    }
    found.sort();
    found.dedup();
    found
}

/// The page that a link to a note of this article names, as every one does in what the parser of wikis writes:
/// `./Tide#cite_note-1`.
fn page_of_note(tree: &Tree<'_>, href: &str) -> Option<String> {
    let (page, fragment) = href.split_once('#')?;
    let of_note = ["cite_note", "cite_ref"].iter().any(|start| fragment.starts_with(start));
    (of_note && !page.is_empty() && !page.contains("://") && tree.target(fragment).is_some()).then(|| page.to_owned())
}

/// Elements around a mark of which one raises it, and bytes of the mark.
const AROUND: usize = 3;
const MARK: usize = 8;

/// The page that a raised number leads to, and the place there, where this article has that place further down: it is the mark
/// of a note, written with the whole address of the article.
fn page_of_mark<'h>(tree: &Tree<'_>, element: usize, href: &'h str) -> Option<(String, &'h str)> {
    let (page, fragment) = href.split_once('#').filter(|_| href.contains("://"))?;
    tree.target(fragment).filter(|&target| target > element)?;
    let events = &tree.elements[element].events;
    let words = tree.words_in(events, MARK);
    let number = words.trim_matches(['[', ']', '(', ')']);
    let is_number = !number.is_empty() && number.len() < MARK && number.bytes().all(|byte| byte.is_ascii_digit());
    let is_sup = |own: usize| tree.elements[own].name == "sup";
    let holds = || tree.events[events.clone()].iter().any(|event| matches!(event, Event::Open(own) if is_sup(*own)));
    let raised = is_number && (tree.around(element, AROUND).any(is_sup) || holds());
    raised.then(|| bare(page)).flatten().map(|page| (page, fragment))
}

/// Where the links of the article lead that name no page: an article whose own marks do so has copied the others.
fn fragments(tree: &Tree<'_>) -> HashSet<String> {
    let links = (0..tree.elements.len()).filter(|&element| tree.elements[element].name == "a");
    let hrefs = links.filter_map(|element| tree.value(element, "href"));
    hrefs.filter_map(|href| href.strip_prefix('#').map(str::to_owned)).collect()
}

/// An address over the network as it is compared.
pub(super) fn bare(address: &str) -> Option<String> {
    let address = address.trim().split('#').next().unwrap_or_default();
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"))?;
    let rest = rest.trim_end_matches('/');
    // The host of a site alone says nothing of this page.
    rest.contains('/').then(|| rest.to_owned())
}

#[cfg(test)]
mod tests {
    use crate::document::{Format, shown};

    fn check(mark: &str, note: &str, more: &str, urls: &[&str]) {
        let text = format!(
            "<html><body><article><p>It was “the king of all knots”{mark} to every boatman.{more}</p><ol>{note}</ol></article></body></html>"
        );
        let document = shown::read(&text, Format::Html);
        let found: Vec<&str> = document.entries.iter().filter_map(|entry| entry.source.url.as_deref()).collect();
        assert_eq!(found, urls, "{text}");
    }

    #[test]
    fn a_raised_number_with_the_whole_address_of_the_article_is_the_mark_of_its_note() {
        const SOURCE: &str = "https://a.test/ashley";
        for note in [
            format!(
                "<li><span id=\"fn-1-55\"></span>C. Ashley, <a href=\"{SOURCE}\">{SOURCE}</a><a href=\"#ref-1-55\">↩</a></li>"
            ),
            format!("<li id=\"fn-1-55\">C. Ashley, <a href=\"{SOURCE}\">{SOURCE}</a></li>"),
        ] {
            for mark in [
                "<span id='ref-1-55'></span><a href='https://b.test/knots#fn-1-55' title='x'><sup>1</sup></a>",
                "<sup id='ref-1-55'><a href='https://b.test/knots/#fn-1-55'>1</a></sup>",
                "<span id='ref-1-55'></span><sup><span><a href='https://b.test/?p=55#fn-1-55'>[1]</a></span></sup>",
            ] {
                check(mark, &note, "", &[SOURCE]);
            }
        }
    }

    #[test]
    fn a_number_that_leads_to_a_place_of_another_page_is_no_mark() {
        const SOURCE: &str = "https://a.test/ashley";
        const OTHER: &str = "https://b.test/knots#fn-1";
        let note = format!("<li id=\"fn-1\">C. Ashley, <a href=\"{SOURCE}\">{SOURCE}</a></li>");
        // It is not raised, no number, or this article has marks of its own.
        check("<a href='https://b.test/knots#fn-1'>1 knot</a>", &note, "", &[OTHER, SOURCE]);
        check("<sup><a href='https://b.test/knots#fn-1'>so</a></sup>", &note, "", &[OTHER, SOURCE]);
        let own = " So it is.<sup><a href='#fn-1'>1</a></sup>";
        check("<sup><a href='https://b.test/knots#fn-1'>1</a></sup>", &note, own, &[OTHER, SOURCE]);
        // The place is not here.
        let far = "<sup><a href='https://b.test/knots#fn-7'>7</a></sup>";
        check(far, &note, "", &["https://b.test/knots#fn-7", SOURCE]);
    }
}
