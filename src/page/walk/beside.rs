//! What stands beside the main text of a page, where navigation and footers have been told: the comments of readers, lists of
//! other articles, asides. They come and go while the text stays as it is, so that whoever compares two readings of a page
//! leaves them out.

mod listed;

use std::cmp::Ordering;

use scraper::node::Element;

use self::listed::Listings;
use crate::page::attribute::Attribute;
use crate::span::Span;

/// Parts of what a reader sees, in the order of the text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::page) struct Parts {
    /// Its links, up to a number.
    pub links: Vec<Span>,
    /// What is called comments, other articles or an aside.
    pub beside: Vec<Span>,
    /// Lists that are nothing but links.
    pub lists: Vec<Span>,
    /// Lists and tables of any kind.
    pub listed: Vec<Span>,
}

/// What an element holds, by what it is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Holds {
    /// No main text, whatever it says.
    Aside,
    /// Other articles, if it is links.
    Articles,
}

/// An element that may stand beside the text, while it is open.
#[derive(Debug, Clone, Copy)]
struct Open {
    depth: usize,
    start: usize,
    /// Bytes in links, and links, before it.
    linked: (usize, usize),
    holds: Holds,
}

/// Where the walk through a page is.
#[derive(Debug, Clone, Copy)]
pub(super) struct At {
    pub depth: usize,
    /// Bytes of the visible text so far.
    pub length: usize,
    /// Bytes of it in links, and links, so far.
    pub linked: (usize, usize),
}

/// What is found on the way through a page.
#[derive(Debug, Default)]
pub(super) struct Finder {
    open: Option<Open>,
    list: Option<Open>,
    beside: Vec<Span>,
    lists: Vec<Span>,
    listings: Listings,
}

/// What programs call the comments of readers, in order.
const COMMENTS: [&str; 24] = [
    "comment-area",
    "comment-list",
    "comment-section",
    "comment-thread",
    "comment-wrapper",
    "commentarea",
    "commentlist",
    "comments",
    "comments-area",
    "comments-container",
    "comments-list",
    "comments-section",
    "comments-wrapper",
    "disqus-comments",
    "disqus-thread",
    "fb-comments",
    "kommentare",
    "post-comments",
    "reader-comments",
    "respond",
    "responses",
    "user-comments",
    "usercomments",
    "view-comments",
];
/// What they call lists of other articles, in order.
const ARTICLES: [&str; 46] = [
    "also-read",
    "article-related",
    "jp-relatedposts",
    "latest-articles",
    "latest-news",
    "latest-posts",
    "more-articles",
    "more-from",
    "more-news",
    "more-on",
    "more-stories",
    "most-popular",
    "most-read",
    "most-viewed",
    "mostread",
    "popular",
    "popular-articles",
    "popular-posts",
    "post-related",
    "read-also",
    "read-more",
    "read-next",
    "recent-articles",
    "recent-posts",
    "recirculation",
    "recommendations",
    "recommended",
    "recommended-articles",
    "related",
    "related-articles",
    "related-content",
    "related-items",
    "related-links",
    "related-news",
    "related-pages",
    "related-posts",
    "related-reading",
    "related-stories",
    "related-topics",
    "relatedarticles",
    "relatedposts",
    "see-also",
    "similar-articles",
    "similar-posts",
    "trending",
    "you-may-also-like",
];
/// Fewer links are no list of them.
const FEWEST_LINKS: usize = 3;

impl Finder {
    /// An element begins.
    pub(super) fn open(&mut self, element: &Element, at: At, in_article: bool) {
        self.listings.open(element, at);
        if self.open.is_none()
            && let Some(holds) = holds(element, in_article)
        {
            self.open = Some(Open { depth: at.depth, start: at.length, linked: at.linked, holds });
        } else if self.open.is_none() && self.list.is_none() && matches!(element.name(), "ul" | "ol") {
            self.list = Some(Open { depth: at.depth, start: at.length, linked: at.linked, holds: Holds::Articles });
        }
    }

    /// An element ends.
    pub(super) fn close(&mut self, at: At) {
        self.listings.close(at);
        if let Some(open) = self.open.take_if(|open| open.depth == at.depth) {
            let (length, linked) = (at.length - open.start, at.linked.0 - open.linked.0);
            if open.holds == Holds::Aside || 2 * linked >= length {
                self.beside.push(Span::new(open.start, at.length));
            }
        }
        if let Some(list) = self.list.take_if(|list| list.depth == at.depth) {
            let (length, linked) = (at.length - list.start, at.linked.0 - list.linked.0);
            let links = at.linked.1 - list.linked.1;
            // The line ends between its items are in no link.
            if links >= FEWEST_LINKS && linked + 2 * links >= length {
                self.lists.push(Span::new(list.start, at.length));
            }
        }
    }

    /// All that was found, with the links of the page.
    pub(super) fn finish(self, links: Vec<Span>) -> Parts {
        Parts { links, beside: self.beside, lists: self.lists, listed: self.listings.finish() }
    }
}

/// What `element` holds, where it may stand beside the text.
fn holds(element: &Element, in_article: bool) -> Option<Holds> {
    if matches!(element.name(), "html" | "body" | "main" | "article" | "a" | "p" | "span" | "h1" | "h2" | "h3" | "li") {
        return None;
    }
    let is_aside = element.name() == "aside"
        || element.attribute("role").is_some_and(|role| role.trim().eq_ignore_ascii_case("complementary"));
    if is_aside && in_article {
        return Some(Holds::Aside);
    }
    let names = element.attribute("id").into_iter().chain(element.attribute("class"));
    let called = names.flat_map(str::split_ascii_whitespace).find_map(|name| {
        // `article__related` is a part of an article.
        let part = name.rsplit_once("__").map_or(name, |(_, part)| part);
        if is_among(&COMMENTS, part) {
            Some(Holds::Aside)
        } else {
            is_among(&ARTICLES, part).then_some(Holds::Articles)
        }
    });
    called.or(is_aside.then_some(Holds::Articles))
}

fn is_among(names: &[&str], name: &str) -> bool {
    names.binary_search_by(|known| order(known, name)).is_ok()
}

/// As names are in order, whatever their case and whether `_` or `-` stands between their words.
fn order(known: &str, name: &str) -> Ordering {
    let spelled = name.bytes().map(|byte| if byte == b'_' { b'-' } else { byte.to_ascii_lowercase() });
    known.bytes().cmp(spelled)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::walk;

    fn parts(html: &str) -> (Vec<String>, Vec<String>) {
        let texts = walk::texts(scraper::Html::parse_document(html).root_element());
        let words = |spans: &[Span]| spans.iter().map(|span| texts.visible[span.range()].trim().to_owned()).collect();
        (words(&texts.parts.beside), words(&texts.parts.lists))
    }

    #[test]
    fn the_names_are_in_order() {
        assert!(COMMENTS.is_sorted() && ARTICLES.is_sorted());
    }

    #[test]
    fn comments_lists_of_articles_and_asides_stand_beside_the_text() {
        let links = "<a href=/a>One</a> <a href=/b>Two</a>";
        for (html, beside) in [
            ("<p>Text<section id=comments><p>First!</section>", &["First!"][..]),
            ("<p>Text<ol class='x commentlist'><li>First!</ol><p>On", &["First!"]),
            ("<p>Text<div id=disqus_thread><p>First!</div>", &["First!"]),
            ("<p>Text<div class='post__comments'>First!</div>", &["First!"]),
            (&format!("<p>Text<div class='Related-Posts'>{links}</div>"), &["One Two"]),
            (&format!("<main><p>Text<aside><h2>Next</h2>{links}</aside></main>"), &["Next\nOne Two"]),
            ("<main><p>Text<aside><p>In short</aside></main>", &["In short"]),
            (&format!("<p>Text<aside>{links}</aside>"), &["One Two"]),
            // Near misses.
            ("<p>Text<aside><p>A box with words of its own</aside>", &[]),
            ("<p>Text<div class=related>A long text on how they are related <a href=/a>One</a></div>", &[]),
            ("<p>Text<div class='has-comments no-comments'><p>Text</div>", &[]),
            ("<body class=comments><p>Text", &[]),
            ("<article class=related><p>Text <a href=/>x</a></article>", &[]),
            ("<p>Text<p class=comments>A note", &[]),
        ] {
            assert_eq!(parts(html).0, beside, "{html}");
        }
    }

    #[test]
    fn lists_of_links_are_told_from_lists_with_words() {
        let item = |words: &str| format!("<li><a href=/x>One link</a>{words}</li>");
        for (html, count) in [
            (format!("<ul>{}</ul>", item("").repeat(4)), 1),
            (format!("<ul>{}</ul>", item("").repeat(2)), 0),
            (format!("<ol>{}</ol>", item(", told by Ada").repeat(4)), 0),
            (format!("<ul><li>More words of its own<ul>{}</ul></li></ul>", item("").repeat(4)), 0),
        ] {
            assert_eq!(parts(&html).1.len(), count, "{html}");
        }
    }
}
