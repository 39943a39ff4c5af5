//! The documents that a page links as its own: the PDF behind an "About" page, the full text behind an abstract.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use scraper::ElementRef;
use serde::{Deserialize, Serialize};
use url::Url;

use super::attribute::Attribute;
use super::sight;
use crate::page::walk::writer::line;

/// A document that a page links as its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkedDocument {
    /// Where it is, without a fragment.
    pub url: String,
    /// What says that it is the page's.
    pub by: LinkedBy,
}

/// What says that a document belongs to a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LinkedBy {
    /// The metadata of the page.
    Metadata,
    /// A link whose address, or whose words, are those of a document.
    Link,
}

/// Documents that are kept of a page; a list of more is a list of other works.
const MOST_DOCUMENTS: usize = 20;
/// Links that are looked at.
const MOST_LINKS: usize = 20_000;
/// A link with more characters is a sentence or a headline.
const LONGEST_LINK: usize = 80;

/// `<meta>` names whose content is the address of the document itself (Highwire Press tags, as Google Scholar asks for).
pub(super) const METAS: [&str; 5] = [
    "citation_pdf_url",
    "citation_fulltext_html_url",
    "citation_full_html_url",
    "bepress_citation_pdf_url",
    "eprints.document_url",
];
/// Words of links to the document itself, in the languages that most pages are in.
const WORDS: [&str; 24] = [
    "full text",
    "full report",
    "full study",
    "full paper",
    "full article",
    "full document",
    "full transcript",
    "complete report",
    "read the report",
    "read the paper",
    "read the study",
    "view the report",
    "view report",
    "download",
    "pdf",
    "volltext",
    "herunterladen",
    "texte intégral",
    "rapport complet",
    "télécharger",
    "texto completo",
    "informe completo",
    "descargar",
    "全文",
];

static KNOWN_WORDS: LazyLock<AhoCorasick> =
    LazyLock::new(|| AhoCorasick::new(WORDS).expect("the words are few and short"));

/// The documents that the page found at `page` links as its own: those of its metadata first, then PDFs, then others.
pub(super) fn documents(elements: &[ElementRef<'_>], page: &Url) -> Vec<LinkedDocument> {
    let mut base = None;
    let mut found: Vec<(u8, String)> = Vec::new();
    for element in elements {
        let value = element.value();
        if value.name() == "base" && base.is_none() {
            base = value.attribute("href").and_then(|href| page.join(href).ok());
        }
        let Some((rank, written)) = document(*element) else { continue };
        let url = base.as_ref().unwrap_or(page).join(written.trim()).ok();
        let other = |url: &Url| matches!(url.scheme(), "http" | "https") && !is_same(url, page);
        if let Some(mut url) = url.filter(other) {
            url.set_fragment(None);
            found.push((rank, url.into()));
        }
        if found.len() == MOST_LINKS {
            break;
        }
    }
    found.sort_by_key(|(rank, _)| *rank);
    let mut documents: Vec<LinkedDocument> = Vec::new();
    for (rank, url) in found {
        if documents.len() < MOST_DOCUMENTS && documents.iter().all(|known| known.url != url) {
            let by = if rank == 0 { LinkedBy::Metadata } else { LinkedBy::Link };
            documents.push(LinkedDocument { url, by });
        }
    }
    documents
}

fn is_same(url: &Url, page: &Url) -> bool {
    let without_fragment = |url: &Url| {
        let mut url = url.clone();
        url.set_fragment(None);
        url
    };
    without_fragment(url) == without_fragment(page)
}

/// What an element links as the document, and how certainly: 0 for metadata, 1 for a PDF, 2 for words that say so.
fn document(element: ElementRef<'_>) -> Option<(u8, &str)> {
    let value = element.value();
    let is_pdf_type =
        || value.attribute("type").is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/pdf"));
    match value.name() {
        "meta" => {
            let name = value.attribute("name").or_else(|| value.attribute("property"))?.trim();
            let named = METAS.iter().any(|known| name.eq_ignore_ascii_case(known));
            value.attribute("content").filter(|content| named && !content.trim().is_empty()).map(|content| (0, content))
        }
        "link" => {
            let mut relations = value.attribute("rel")?.split_ascii_whitespace();
            let alternate = relations.any(|relation| relation.eq_ignore_ascii_case("alternate"));
            value.attribute("href").filter(|_| alternate && is_pdf_type()).map(|href| (0, href))
        }
        "a" => {
            let href = value.attribute("href").filter(|href| !href.trim_start().starts_with('#'))?;
            let rank = if is_pdf_type() || ends_in_pdf(href) {
                1
            } else if value.attribute("download").is_some() || says_so(element) {
                2
            } else {
                return None;
            };
            (!is_in_margin(element)).then_some((rank, href))
        }
        "embed" | "object" | "iframe" => {
            let address = value.attribute("src").or_else(|| value.attribute("data"))?;
            let is_document = value.attribute("srcdoc").is_none() && (is_pdf_type() || ends_in_pdf(address));
            (is_document && !is_in_margin(element)).then_some((1, address))
        }
        _ => None,
    }
}

fn ends_in_pdf(href: &str) -> bool {
    let path = href.split(['?', '#']).next().unwrap_or_default().trim_end();
    path.len() > 4 && path.get(path.len() - 4..).is_some_and(|end| end.eq_ignore_ascii_case(".pdf"))
}

/// Whether the words of a link are those of a link to the document itself.
fn says_so(link: ElementRef<'_>) -> bool {
    let mut text = String::new();
    for piece in link.text() {
        text.push_str(piece);
        if text.len() > LONGEST_LINK * 8 {
            return false;
        }
    }
    let text = line(&text).to_lowercase();
    text.chars().count() <= LONGEST_LINK
        && KNOWN_WORDS.find_overlapping_iter(&text).any(|known| stands_alone(&text, known.start(), known.end()))
}

fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let free = |c: Option<char>| c.is_none_or(|c| !c.is_ascii_alphanumeric());
    free(text[..start].chars().next_back()) && free(text[end..].chars().next())
}

fn is_in_margin(link: ElementRef<'_>) -> bool {
    let mut within = link.ancestors().filter_map(ElementRef::wrap);
    within.any(|parent| sight::is_margin(parent.value(), false))
}

#[cfg(test)]
mod tests {
    use scraper::Html;

    use super::*;
    use crate::page::telling;

    fn check(html: &str, expected: &[(&str, LinkedBy)]) {
        let tree = Html::parse_document(html);
        let found = documents(&telling::elements(&tree), &Url::parse("https://e.example/about/").unwrap());
        let found: Vec<(&str, LinkedBy)> = found.iter().map(|document| (document.url.as_str(), document.by)).collect();
        assert_eq!(found, expected, "{html}");
    }

    #[test]
    fn what_a_page_links_as_its_document_is_told() {
        use LinkedBy::{Link, Metadata};
        let a = "https://e.example/about/a";
        check("<meta name=Citation_PDF_url content='/r.pdf'>", &[("https://e.example/r.pdf", Metadata)]);
        check(
            "<link rel='x ALTERNATE' type=application/pdf href=r.pdf>",
            &[("https://e.example/about/r.pdf", Metadata)],
        );
        check("<a href='r.PDF?v=1#page=2'>The report</a>", &[("https://e.example/about/r.PDF?v=1", Link)]);
        for words in ["Download", "Read the <b>report</b>", "View full text", "Report (PDF)", "论文全文", "Volltext"]
        {
            check(&format!("<a href=a>{words}</a>"), &[(a, Link)]);
        }
        check("<a href=a download>The study</a><a href=a>PDF</a>", &[(a, Link)]);
        for html in ["<object data=r.pdf>", "<embed src=r.pdf>", "<iframe src='r.pdf'></iframe>"] {
            check(html, &[("https://e.example/about/r.pdf", Link)]);
        }
        check("<base href='https://f.example/x/'><a href=a>pdf</a>", &[("https://f.example/x/a", Link)]);
        let all = "<a href=b>full text</a><a href=b.pdf>report</a><meta name=citation_pdf_url content=c>";
        let [b, c] = ["https://e.example/about/b.pdf", "https://e.example/about/c"];
        check(all, &[(c, Metadata), (b, Link), ("https://e.example/about/b", Link)]);
    }

    #[test]
    fn other_links_are_no_documents() {
        for html in [
            "<a href=a>About us</a>",
            "<a href=a>downloading and pdfs</a>",
            "<a href='#full'>Full text</a>",
            "<a href='/about/#x'>Full text</a>",
            "<nav><a href=a.pdf>PDF</a></nav>",
            "<footer><a href=a>Download</a></footer>",
            "<a href='mailto:a@e.example'>Download</a>",
            "<a>Download</a>",
            "<link rel=alternate type=application/rss+xml href=a>",
            "<meta name=citation_pdf_url content=' '>",
        ] {
            check(html, &[]);
        }
        let long = format!("<a href=a>{} pdf</a>", "word ".repeat(400));
        check(&long, &[]);
        let many: Vec<String> = (0..99).map(|n| format!("<a href={n}.pdf>x</a>")).collect();
        let many = many.concat();
        let tree = Html::parse_document(&many);
        let found = documents(&telling::elements(&tree), &Url::parse("https://e.example/").unwrap());
        assert_eq!(found.len(), MOST_DOCUMENTS);
    }
}
