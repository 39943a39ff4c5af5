//! Links of an entry that only say what stands beside them: what a DOI is in `[doi](…):[10.1000/x](…)`, what the archive is in
//! `Archived at the [Wayback Machine](…)`. Copies of encyclopedias have them in every entry; nothing is cited there.

use std::ops::Range;

use crate::locator::{archive_url, doi, identifier};

use super::{Link, Words};

/// What identifiers are called, in lower case.
const IDENTIFIERS: &[&str] = &[
    "arxiv",
    "arxiv id",
    "asin",
    "bibcode",
    "biorxiv",
    "citeseerx",
    "digital object identifier",
    "doi",
    "dnb",
    "eissn",
    "eudml",
    "gnd",
    "handle",
    "hdl",
    "isbn",
    "isbn-10",
    "isbn-13",
    "ismn",
    "isrc",
    "issn",
    "e-issn",
    "jfm",
    "jstor",
    "lccn",
    "medrxiv",
    "mr",
    "nbn",
    "nla",
    "oclc",
    "ol",
    "osti",
    "pmc",
    "pmcid",
    "pmid",
    "ppn",
    "rfc",
    "rism",
    "s2cid",
    "sbn",
    "ssrn",
    "sudoc",
    "urn",
    "viaf",
    "vid",
    "wikidata",
    "worldcat",
    "zbl",
    "zdb",
    // Arabic, Persian, Hebrew, Chinese, Japanese, Korean, Russian and Bengali.
    "ردمك",
    "ردمد",
    "دوي",
    "معرف الوثيقة الرقمي",
    "شابک",
    "شاپا",
    "מסת\"ב",
    "מסת״ב",
    "国际标准书号",
    "國際標準書號",
    "国际标准连续出版物号",
    "國際標準期刊號",
    "數位物件識別號",
    "数字对象标识符",
    "国際標準図書番号",
    "デジタルオブジェクト識別子",
    "국제표준도서번호",
    "국제 표준 도서 번호",
    "디지털 객체 식별자",
    "цифровой идентификатор объекта",
    "আইএসবিএন",
    "আইএসএসএন",
    "ডিওআই",
];

/// What their articles are called beside that, in lower case.
const ARTICLES: &[&str] = &[
    "digital object identifier",
    "international standard book number",
    "international standard serial number",
    "pubmed",
    "pubmed central",
    "pubmed identifier",
    "handle system",
    "semantic scholar",
    "library of congress control number",
    "mathematical reviews",
    "open library",
    "serial number",
];

/// Archives of the web, in lower case.
pub(super) const ARCHIVES: &[&str] = &[
    "wayback machine",
    "the wayback machine",
    "internet archive",
    "the internet archive",
    "archive.org",
    "archive.today",
    "archive.is",
    "archive.ph",
    "archive.fo",
    "webcite",
    "perma.cc",
    "ghostarchive",
    "megalodon",
    "library of congress",
    "uk web archive",
    "freezepage",
    "واي باك مشين",
    "آلة واي باك",
    "بایگانی اینترنت",
    "архив интернета",
    "архів інтернету",
    "ウェイバックマシン",
    "インターネットアーカイブ",
    "网站时光机",
    "互联网档案馆",
    "網際網路檔案館",
    "웨이백 머신",
    "인터넷 아카이브",
    "வந்தவழி இயந்திரம்",
    "वेबैक मशीन",
    "ওয়েব্যাক মেশিন",
    "เวย์แบ็กแมชชีน",
    "ארכיון האינטרנט",
];

/// Bytes of the longest identifier.
const LONGEST: usize = 120;
/// Digits in a row of an address that are the number of what it leads to.
const NUMBER: usize = 4;

/// The links without those that only say what stands beside them, where there are such.
pub(super) fn without_explained(text: &str, links: &[Link]) -> Option<Vec<Link>> {
    let explains = |index: usize| {
        let link = &links[index];
        let next = links.get(index + 1).map(|next| &next.range);
        link.words == Words::Names && explains(text, &link.range, &link.url, next)
            || links.len() > 1 && names_an_archive(text, link)
    };
    let kept: Vec<Link> =
        (0..links.len()).filter(|&index| !explains(index)).map(|index| links[index].clone()).collect();
    (kept.len() < links.len()).then_some(kept)
}

/// Whether the words of a link are the name of an identifier that stands behind it, as the words of the link `next` or in the
/// text, and it leads to what that kind of identifier is.
pub(in crate::document) fn explains(text: &str, range: &Range<usize>, url: &str, next: Option<&Range<usize>>) -> bool {
    let name = |words: &str| words.trim_matches(|c: char| c.is_whitespace() || ":()[]".contains(c)).to_lowercase();
    let Some(words) = text.get(range.clone()).map(name).filter(|words| IDENTIFIERS.contains(&words.as_str())) else {
        return false;
    };
    if holds_an_identifier(url) {
        return false;
    }
    let rest = text.get(range.end..).unwrap_or_default();
    let behind = rest.trim_start_matches(|c: char| c.is_whitespace() || ":：#".contains(c));
    let start = range.end + rest.len() - behind.len();
    if let Some(next) = next.filter(|next| next.start == start) {
        return is_identifier(&text[next.clone()]);
    }
    let value = behind.split(|c: char| c.is_whitespace() || ",;)]".contains(c)).next().unwrap_or_default();
    let value = value.trim_end_matches('.');
    value.len() >= NUMBER && is_identifier(value) && is_about(url, &words)
}

/// `10.1000/x`, `978-3-16-148410-0`, `PMC 1234567`, `2012Natur.483...34D`
fn is_identifier(words: &str) -> bool {
    let words = words.trim();
    let bare = IDENTIFIERS.iter().find_map(|name| {
        let own = words.get(..name.len()).filter(|own| own.eq_ignore_ascii_case(name))?;
        Some(words[own.len()..].trim_start_matches([':', ' ', '\u{a0}'])).filter(|rest| !rest.is_empty())
    });
    let bare = bare.unwrap_or(words);
    let digits = bare.bytes().filter(u8::is_ascii_digit).count();
    let spaced = bare.starts_with(|c: char| c.is_ascii_digit()) && !bare.contains(char::is_alphabetic);
    let enough = digits >= NUMBER || digits > 0 && digits == bare.len();
    enough && bare.len() <= LONGEST && (spaced || !bare.contains(char::is_whitespace)) && !bare.contains("://")
}

/// Whether an address leads to one thing that has a number.
fn holds_an_identifier(url: &str) -> bool {
    let path = url.split_once("://").and_then(|(_, rest)| rest.split_once('/')).map_or("", |(_, path)| path);
    // A copy in an archive has the number of its moment.
    let inner = archive_url::read(url).and_then(|capture| capture.original);
    if let Some(inner) = inner.filter(|inner| inner != url) {
        return holds_an_identifier(&inner);
    }
    let numbers = path.split(|c: char| !c.is_ascii_digit()).any(|run| run.len() >= NUMBER);
    numbers || doi::of_address(url).is_some() || !identifier::find(path).is_empty()
}

/// Whether an address is that of the article about the kind of identifier that is called so.
fn is_about(url: &str, words: &str) -> bool {
    let title = article(url);
    title.contains("(identifier)") || title == words || ARTICLES.contains(&title.as_str())
}

/// What the last part of the path says, in lower case and with spaces.
fn article(url: &str) -> String {
    let path = url.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    let last = path.rsplit('/').next().unwrap_or_default();
    let decoded = percent_encoding::percent_decode_str(last).decode_utf8_lossy().replace('_', " ");
    decoded.to_lowercase()
}

/// Whether a link leads to the article about the archive that its words name.
fn names_an_archive(text: &str, link: &Link) -> bool {
    let words = text.get(link.range.clone()).unwrap_or_default().trim().to_lowercase();
    let own = words.strip_prefix("the ").unwrap_or(&words);
    ARCHIVES.contains(&words.as_str()) && article(&link.url) == own && link.url.contains("/wiki/")
}

#[cfg(test)]
mod tests {
    use crate::document::{Format, Limits, parse};

    fn urls(text: &str, format: Format) -> Vec<String> {
        let document = parse(text, format, Limits::default());
        document.entries.into_iter().filter_map(|entry| entry.source.url).collect()
    }

    const W: &str = "https://en.wiki.test/wiki/Digital_object_identifier";

    #[test]
    fn what_says_what_an_identifier_is_is_no_source() {
        for (entry, expected) in [
            (format!("Doe, J. (2015). \"The wall\". *Walls*. [doi]({W}):[10.5555/wall.1](https://doi.org/10.5555/wall.1)."), "https://doi.org/10.5555/wall.1"),
            (format!("Doe, J. (2015). \"The wall\". *Walls*. [doi]({W}):[10.5555/wall.1](//doi.org/10.5555%2Fwall.1)."), "https://doi.org/10.5555%2Fwall.1"),
            ("Doe. *Walls*. [ISBN](https://en.wiki.test/wiki/ISBN_(identifier)) [978-3-16-148410-0](https://en.wiki.test/wiki/Special:BookSources/978-3-16-148410-0).".to_owned(), "https://en.wiki.test/wiki/Special:BookSources/978-3-16-148410-0"),
            ("Doe. *Walls*. [PMID](https://en.wiki.test/wiki/PubMed)\u{a0}[123](https://pubmed.test/123).".to_owned(), "https://pubmed.test/123"),
            ("Doe. *Walls*. [ISSN](https://de.wiki.test/wiki/ISSN) [1234-567X](https://issn.test/1234-567X).".to_owned(), "https://issn.test/1234-567X"),
            ("Doe. *Walls*. [PMC](https://en.wiki.test/wiki/PMC_(identifier)) [PMC 12345](https://pmc.test/PMC12345).".to_owned(), "https://pmc.test/PMC12345"),
            ("[Walls](https://a.test/1). [ISBN](https://en.wiki.test/wiki/ISBN) 978-3-16-148410-0.".to_owned(), "https://a.test/1"),
            ("[Walls](https://a.test/1). Archived 2013-04-21 at the [Wayback Machine](https://en.wiki.test/wiki/Wayback_Machine).".to_owned(), "https://a.test/1"),
        ] {
            let text = format!("So.[^1]\n\n[^1]: {entry}\n");
            assert_eq!(urls(&text, Format::Markdown), [expected], "{text}");
            let text = format!("So it is ({entry})\n");
            if !entry.contains("Wayback") && !entry.contains("a.test") {
                assert_eq!(urls(&text, Format::Markdown), [expected], "{text}");
            }
        }
        let html = format!(
            "<p>So.</p><p>Doe, “Wall”, <a href=\"{W}\">doi</a>:<a href=\"https://doi.org/10.5555/w\">10.5555/w</a>.</p>"
        );
        assert_eq!(urls(&html, Format::Html), ["https://doi.org/10.5555/w"]);
    }

    #[test]
    fn a_link_by_the_name_of_an_identifier_leads_to_the_work() {
        for (entry, expected) in [
            (
                "Doe. *Walls*. [DOI](https://doi.org/10.5555/wall.1) [PMID](https://pubmed.test/1234567).",
                &["https://doi.org/10.5555/wall.1", "https://pubmed.test/1234567"][..],
            ),
            ("Doe. *Walls*. [DOI](https://doi.org/10.5555/wall.1), 2015.", &["https://doi.org/10.5555/wall.1"]),
            (
                "Doe. *Walls*. [arXiv](https://arxiv.test/abs/2101.00001): 2101.00001.",
                &["https://arxiv.test/abs/2101.00001"],
            ),
            (
                "Doe. *Walls*. [PMID](https://pubmed.test/1234567) [1234567](https://pubmed.test/1234567/).",
                &["https://pubmed.test/1234567", "https://pubmed.test/1234567/"],
            ),
            ("[ISBN](https://en.wiki.test/wiki/ISBN), in: Wiki.", &["https://en.wiki.test/wiki/ISBN"]),
            (
                "[Wayback Machine](https://en.wiki.test/wiki/Wayback_Machine).",
                &["https://en.wiki.test/wiki/Wayback_Machine"],
            ),
        ] {
            assert_eq!(urls(&format!("So.[^1]\n\n[^1]: {entry}\n"), Format::Markdown), expected, "{entry}");
        }
    }

    #[test]
    fn a_doi_ends_with_the_link_that_it_is_the_words_of() {
        let entry = "Doe, J. (2015). \"The wall\". *Walls*. [10.5555/wall.x](//doi.org/10.5555%2Fwall.x).[eISSN](https://en.wiki.test/wiki/ISSN)[1755-5949](https://w.test/1755-5949).";
        let document = parse(&format!("So.[^1]\n\n[^1]: {entry}\n"), Format::Markdown, Limits::default());
        let dois: Vec<_> = document.entries.iter().map(|entry| entry.source.doi.as_deref()).collect();
        assert_eq!(dois, [Some("10.5555/wall.x"), None]);
    }
}
