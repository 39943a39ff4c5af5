//! Whether the page is the one that was cited: the title of the reference against the titles of the page.

use super::{TitleCheck, TitleVerdict};
use crate::finding::{Code, Finding};
use crate::page::Page;
use crate::quote_match;
use crate::standing::Standing;

use super::words::excerpt;

/// Of 842 pages with a known title, 96 % reach this with one of their own titles and none with another page's.
const SAME: f64 = 0.8;

/// Compares the cited title with every title of the page. `page` is none where the source is not live.
pub fn check(cited: Option<&str>, page: Option<&Page>, authors: &[String]) -> TitleCheck {
    let titles = page.map_or(&[][..], |page| page.titles.as_slice());
    let Some(cited) = cited.filter(|cited| !cited.trim().is_empty() && !titles.is_empty()) else {
        return TitleCheck { page: titles.first().cloned(), verdict: TitleVerdict::Unknown };
    };
    let (closest, similarity) = quote_match::title::check(cited, titles);
    let title = closest.and_then(|at| titles.get(at)).or(titles.first()).cloned();
    let verdict = match similarity {
        same if same >= SAME => TitleVerdict::Match,
        _ if is_an_author(cited, authors) || is_one_word(cited) || is_its_site(cited, page) => TitleVerdict::Unknown,
        _ => TitleVerdict::Differs,
    };
    TitleCheck { page: title, verdict }
}

/// The standing of a citation: its source's, but a live page under another title may not be the one that was cited.
pub fn standing(source: Standing, title: &TitleCheck) -> Standing {
    match title.verdict {
        TitleVerdict::Differs => source.max(Standing::Unknown),
        TitleVerdict::Match | TitleVerdict::Unknown => source,
    }
}

/// The finding on a title that differs.
pub fn finding(cited: Option<&str>, check: &TitleCheck) -> Option<Finding> {
    let (cited, page) = (cited?, check.page.as_deref()?);
    (check.verdict == TitleVerdict::Differs).then(|| {
        let message = format!(
            "The reference says “{}”, the page calls itself “{}”: it may be another page than the one that was cited.",
            excerpt(cited, 150),
            excerpt(page, 150)
        );
        Finding::new(Code::TitleDiffers, message, None)
    })
}

/// Whether a title is one word, `FAQ`, that a page need not be called by. Where scripts have no spaces no title is.
fn is_one_word(cited: &str) -> bool {
    let spaced = cited.split(|c: char| !c.is_alphanumeric() && !"'’-".contains(c)).filter(|word| !word.is_empty());
    spaced.count() == 1 && cited.chars().all(|c| u32::from(c) < 0x2E80)
}

/// Whether what was read as the title of the entry is the name of the site.
fn is_its_site(cited: &str, page: Option<&Page>) -> bool {
    let squeezed = |text: &str| {
        let text: String = text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
        text.strip_prefix("the").map_or(text.clone(), str::to_owned)
    };
    let site = page.and_then(|page| page.signs.owner.site.as_deref());
    site.is_some_and(|site| !site.is_empty() && squeezed(site) == squeezed(cited))
}

/// Whether what was read as the title of the entry is only the name of an author, so that it says nothing of the page.
fn is_an_author(cited: &str, authors: &[String]) -> bool {
    let names = |text: &str| {
        let mut names: Vec<String> =
            text.split(|c: char| !c.is_alphanumeric()).filter(|name| !name.is_empty()).map(str::to_lowercase).collect();
        names.sort();
        names
    };
    let cited = names(cited);
    authors.iter().any(|author| names(author) == cited)
}

#[cfg(test)]
mod tests;
