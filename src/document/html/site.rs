//! What a site has on every page, beside the article: its foot, its buttons, and lists of its other pages. Their links cite
//! nothing. And the title of an article that is no heading.

use std::ops::Range;

use super::tree::{Event, Tree};
use super::writer::Writer;

/// Bytes of the words of a link that asks readers to edit the page.
const ASKS: usize = 40;

/// Classes of what sends a page on, lists other pages, or leads through the site.
const PARTS: &[&str] = &[
    "a2a_kit",
    "addtoany_share_save_container",
    "breadcrumb",
    "breadcrumbs",
    "jp-relatedposts",
    "pagination",
    "pagination-nav",
    "post-navigation",
    "post-share",
    "related",
    "related-articles",
    "related-content",
    "related-posts",
    "relatedposts",
    "share",
    "share-buttons",
    "share-links",
    "sharedaddy",
    "sharing",
    "social-icons",
    "social-links",
    "social-media",
    "social-share",
    "theme-doc-breadcrumbs",
    "yarpp",
    "yarpp-related",
];

/// What such a part is; what is around an article is no part of it.
const ELEMENTS: &[&str] = &["div", "p", "ul", "ol", "section", "aside", "span"];

/// Ids and classes that programs give to what readers say below an article.
const READERS: &[&str] = &[
    "comment-list",
    "comment-respond",
    "commentlist",
    "comments-area",
    "comments-list",
    "comments-section",
    "comments-wrapper",
    "comment-section",
    "cusdis_thread",
    "disqus_thread",
    "fb-comments",
    "giscus",
    "isso-thread",
    "post-comments",
    "utterances",
];

/// The same where a part of the text can be called so: only behind the last article they surely are.
const BESIDE: &[&str] = &["comments", "comment", "replies", "reply", "respond", "webmentions"];

/// Where in the events articles stand.
pub(super) struct Articles {
    /// The end of the first that ends.
    ended: usize,
    /// The beginning of the last.
    last: usize,
}

impl Articles {
    pub(super) fn of(tree: &Tree<'_>) -> Option<Self> {
        let all = || tree.elements.iter().filter(|own| own.name == "article").map(|own| &own.events);
        Some(Self { ended: all().map(|own| own.end).min()?, last: all().map(|own| own.start).max()? })
    }
}

/// Classes of a link that leads to where the page is edited.
const EDITS: &[&str] =
    &["edit-this-page", "editthispage", "edit-page", "edit-link", "edit-page-link", "edit-on-github"];

/// What such a link says, in lower case.
const EDIT_WORDS: &[&str] = &[
    "edit this page",
    "edit page",
    "edit on github",
    "edit on gitlab",
    "edit this page on github",
    "edit this page on gitlab",
    "edit this page on github.",
    "edit me",
    "view page source",
    "improve this page",
    "suggest edits",
    "report an issue",
    "create documentation issue",
    "modifier cette page",
    "éditer cette page",
    "diese seite bearbeiten",
    "seite bearbeiten",
    "editar esta página",
    "edita esta página",
    "modifica questa pagina",
    "deze pagina bewerken",
    "edytuj tę stronę",
    "редактировать эту страницу",
    "编辑此页",
    "编辑本页",
    "このページを編集",
    "이 페이지 편집",
];

impl Writer<'_, '_> {
    /// Whether what is open belongs to every page of the site: what stands at its foot, as the
    /// categories of wikis do, or is called what sends readers on.
    pub(super) fn is_of_the_site(&self) -> bool {
        self.open.iter().any(|open| {
            let own = &self.tree.elements[open.element];
            let parent = own.parent.map(|parent| self.tree.elements[parent].name.as_str());
            let value = |name| self.tree.value(open.element, name);
            value("role").is_some_and(|role| role == "contentinfo" || role == "banner")
                || value("id").is_some_and(|id| id.eq_ignore_ascii_case("footer") || id == "catlinks")
                || own.name == "footer" && matches!(parent, None | Some("body" | "html"))
                || ELEMENTS.contains(&own.name.as_str())
                    && has_class(self.tree, open.element, |class| PARTS.contains(&class))
        })
    }

    /// Whether an element holds what readers say of the article, and no part of that: its title, a note or the mark of one.
    pub(super) fn is_of_readers(&self, element: usize) -> bool {
        let own = &self.tree.elements[element];
        if !ELEMENTS.contains(&own.name.as_str()) || self.in_note {
            return false;
        }
        let called = |names: &[&str]| {
            has_class(self.tree, element, |class| names.contains(&class))
                || self.tree.value(element, "id").is_some_and(|id| names.contains(&id.to_ascii_lowercase().as_str()))
        };
        // What readers say can stand in articles of its own.
        let behind = |articles: &Articles| articles.ended <= own.events.start && articles.last < own.events.end;
        let readers = called(READERS) || self.articles.as_ref().is_some_and(behind) && called(BESIDE);
        let notes = &self.footnotes.notes;
        let next = notes.partition_point(|note| note.events.start < own.events.start);
        let holds = |event: &Event| match event {
            Event::Open(inner) => self.footnotes.marks.contains_key(inner) || self.tree.elements[*inner].name == "h1",
            _ => false,
        };
        readers
            && notes.get(next).is_none_or(|note| note.events.start >= own.events.end)
            && !self.tree.events[own.events.clone()].iter().any(holds)
    }

    /// Whether an element that begins at the byte `start` of the prose is the title of the document, which text programs write
    /// as its first paragraph.
    pub(super) fn is_title(&self, element: usize, start: usize) -> bool {
        let before = || self.draft.prose.text().get(..start).is_none_or(|before| before.trim().is_empty());
        match self.tree.elements[element].name.as_str() {
            "p" => has_class(self.tree, element, |class| class == "title") && before(),
            name => name == "h1",
        }
    }

    /// Whether a link asks readers to edit the page.
    pub(super) fn is_to_edit(&self, element: usize, words: &Range<usize>) -> bool {
        let words = self.draft.prose.text()[words.clone()].trim();
        let called =
            |class: &str| EDITS.iter().any(|name| class == *name || class.strip_prefix("theme-") == Some(name));
        words.len() <= ASKS && EDIT_WORDS.contains(&words.to_lowercase().as_str())
            || has_class(self.tree, element, called)
            || self.tree.value(element, "rel").is_some_and(|rel| rel.split_whitespace().any(|rel| rel == "edit"))
    }
}

/// Whether one of the classes of an element, in lower case, is wanted.
fn has_class(tree: &Tree<'_>, element: usize, wanted: impl Fn(&str) -> bool) -> bool {
    tree.value(element, "class").is_some_and(|classes| classes.to_ascii_lowercase().split_whitespace().any(wanted))
}

#[cfg(test)]
mod tests {
    use crate::document::{Format, Limits, parse};

    fn urls(text: &str) -> Vec<String> {
        let document = parse(text, Format::Html, Limits::default());
        document.entries.iter().filter_map(|entry| entry.source.url.clone()).collect()
    }

    #[test]
    fn what_sends_readers_on_cites_nothing() {
        for part in [
            "<div class=\"related\"><h3>Related</h3><ul><li><a href=\"https://b.test/2\">Two</a></li></ul></div>",
            "<p class=\"share\"><a href=\"https://m.test/post\">Mastodon</a></p>",
            "<div class=\"Sharedaddy sd-sharing-enabled\"><a href=\"https://m.test/post\">Print</a></div>",
            "<ul class=\"breadcrumbs\"><li><a href=\"https://b.test/docs\">Docs</a></li></ul>",
            "<section class=\"related-posts wide\"><a href=\"https://b.test/2\">Two</a></section>",
            "<a href=\"https://git.test/o/d/tree/main/docs/a.md\" class=\"theme-edit-this-page\">Bearbeiten</a>",
            "<p><a href=\"https://git.test/o/d/edit/main/a.md\">Edit this page</a></p>",
            "<p><a href=\"https://git.test/o/d/blob/main/a.rst\"> Edit on GitHub</a></p>",
            "<p><a rel=\"nofollow edit\" href=\"https://git.test/o/d/blob/main/a.rst\">Change</a></p>",
        ] {
            let text =
                format!("<body><article><p>So <a href=\"https://a.test/1\">it is</a>.</p>{part}</article></body>");
            assert_eq!(urls(&text), ["https://a.test/1"], "{part}");
        }
    }

    #[test]
    fn a_paragraph_at_the_top_that_is_called_so_is_the_title() {
        let check = |text: &str, title: Option<&str>, quotes: usize| {
            let document = parse(text, Format::Html, Limits::default());
            assert_eq!((document.title.as_deref(), document.quoted.len()), (title, quotes), "{text}");
        };
        let body = "<h1 class=\"c3\" id=\"h.1\">Why</h1><p class=\"c1\">It is “as high as ever”.</p>";
        let top = "<body class=\"c9 doc-content\"><p class=\"c2 title\" id=\"h.0\"><span class=\"c7\">Of “the long harbour”</span></p>";
        check(&format!("{top}{body}"), Some("Of “the long harbour”"), 1);
        check(&format!("{body}<p class=\"title\">Of “the long harbour”</p>"), Some("Why"), 2);
        check(&format!("<p class=\"subtitle\">A report</p>{body}"), Some("Why"), 1);
    }

    #[test]
    fn what_readers_say_below_an_article_is_none_of_it() {
        let remark = "<p>“The best post in years” <a href=\"https://b.test/@sam\">Sam</a></p>";
        let article = "<article><h1>Sand</h1><p>Sand is “the most extracted of all” (<a href=\"https://a.test/1\">A</a>).</p>ROOM</article>";
        let check = |text: &str, quotes: usize, expected: &[&str]| {
            assert_eq!(urls(text), expected, "{text}");
            assert_eq!(parse(text, Format::Html, Limits::default()).quoted.len(), quotes, "{text}");
        };
        for part in [
            format!("<section id=\"comments\">{remark}</section>"),
            format!("<div class=\"wide Comments\"><article class=\"comment-body\">{remark}</article></div>"),
            format!("<aside class=\"replies\">{remark}</aside>"),
            format!("<div id=\"respond\">{remark}</div>"),
        ] {
            check(&format!("<body>{}{part}</body>", article.replace("ROOM", "")), 1, &["https://a.test/1"]);
            // A part of the text that is called so: within the article, before one, and where there is none.
            let both = &["https://a.test/1", "https://b.test/@sam"];
            if !part.contains("<article") {
                check(&format!("<body>{}</body>", article.replace("ROOM", &part)), 2, both);
                check(&format!("<body>{}</body>", article.replace("ROOM", &part).replace("article", "main")), 2, both);
                let more = "<article><h2>Sea</h2><p>So it is.</p></article>";
                check(&format!("<body>{}{part}{more}</body>", article.replace("ROOM", "")), 2, both);
            }
        }
        for part in [
            format!("<ol class=\"comment-list\"><li>{remark}</li></ol>"),
            format!("<div id=\"comments-area\">{remark}</div>"),
            format!("<div id=\"disqus_thread\">{remark}</div>"),
        ] {
            check(&format!("<body>{}</body>", article.replace("ROOM", &part)), 1, &["https://a.test/1"]);
        }
        for part in [
            format!("<section id=\"comments-on-sand\">{remark}</section>"),
            format!("<section class=\"commentary\">{remark}</section>"),
            format!("<div class=\"comments\"><h1>Sand, again</h1>{remark}</div>"),
            format!("<p class=\"uncommented\">{remark}</p>"),
        ] {
            let text = format!("<body>{}{part}</body>", article.replace("ROOM", ""));
            check(&text, 2, &["https://a.test/1", "https://b.test/@sam"]);
        }
        // Notes that stand there are notes all the same.
        let text = "<body><article><p>So.<sup><a href=\"#fn1\" id=\"r1\">1</a></sup></p></article><div class=\"comments\"><ol><li id=\"fn1\">\
                    <a href=\"https://a.test/1\">One</a> <a href=\"#r1\">↩</a></li></ol></div></body>";
        check(text, 0, &["https://a.test/1"]);
    }

    #[test]
    fn what_is_only_about_such_things_is_cited() {
        for part in [
            "<section id=\"related\"><h2>Related work</h2><p><a href=\"https://b.test/2\">Two</a></p></section>",
            "<section class=\"related-work\"><p><a href=\"https://b.test/2\">Two</a></p></section>",
            "<p class=\"market-share\">The <a href=\"https://b.test/2\">share of the market</a> fell.</p>",
            "<p>The guide says to <a href=\"https://b.test/2\">edit this page of the atlas</a> by hand.</p>",
            "<article class=\"share\"><p><a href=\"https://b.test/2\">Two</a></p></article>",
        ] {
            let text = format!("<body><p>So <a href=\"https://a.test/1\">it is</a>.</p>{part}</body>");
            assert_eq!(urls(&text), ["https://a.test/1", "https://b.test/2"], "{part}");
        }
        // A note that stands in such a part is one all the same.
        let text = "<body><p>So.<sup><a href=\"#fn1\" id=\"r1\">1</a></sup></p><div class=\"related\"><ol><li id=\"fn1\">\
                    <a href=\"https://a.test/1\">One</a> <a href=\"#r1\">↩</a></li></ol></div></body>";
        assert_eq!(urls(text), ["https://a.test/1"]);
    }
}
