//! Entries as the styles of BibTeX write them, `Arsho Salt. Low water in winter, 2026. URL https://…`: the sentence behind who
//! wrote it is the title, known or not, where a sign of these styles follows.

use std::ops::Range;

use super::{IN_CAPITALS, can_be, has_year, is_name, joined};
use crate::document::entry::sentences::sentence_end;
use crate::document::entry::unmarked::Behind;
use crate::document::entry::{names, several};

/// Bytes of those who wrote a work that are no list.
const REACH: usize = 120;
/// Words of a body that wrote it.
const BODY: usize = 4;

/// The title that is the sentence behind one name, two, or a body.
pub(super) fn title(text: &str) -> Option<Range<usize>> {
    let end = sentence_end(text);
    if end > REACH || !text[end..].starts_with('.') {
        return None;
    }
    let rest = text[end + 1..].trim_start();
    let start = text.len() - rest.len();
    let until = several::title_end(rest, Behind::Anything);
    let words = undated(&rest[..until]);
    let tail = &rest[words.len()..];
    let own = joined(&text[..end]);
    let people = own.split(", ").all(is_name);
    let told = is_of_web(tail) || is_printed(tail) && people;
    let proper = names::is_proper(words) && (words.split_whitespace().count() < IN_CAPITALS || names::is_body(words));
    let sure = told && has_year(tail) && !proper && words.split_whitespace().count() >= IN_CAPITALS;
    (sure && (people || is_author(&text[..end])) && can_be(words)).then_some(start..start + words.len())
}

/// Whether a body can be called so: few words, all of them with capitals, `OpenTide Team`.
fn is_author(text: &str) -> bool {
    text.split_whitespace().count() <= BODY && names::is_proper(text) && !text.contains([':', '“', '"', '('])
}

/// The words without the year and the month that stand behind them.
fn undated(words: &str) -> &str {
    let Some((before, last)) = words.rsplit_once(", ") else { return words };
    let year = last.rsplit(' ').next().unwrap_or_default();
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    let month = last[..last.len() - year.len()].trim_end_matches(['.', ' ']);
    if is_year && month.chars().all(char::is_alphabetic) { before } else { words }
}

/// `, 2026. URL`, behind which the address stands.
fn is_of_web(tail: &str) -> bool {
    let lead = tail.trim_end_matches([' ', '<']);
    lead.strip_suffix("URL")
        .or_else(|| lead.strip_suffix("URL:"))
        .is_some_and(|lead| lead.trim_end().ends_with(['.', ',']))
}

/// `arXiv preprint arXiv:…`, `In Proceedings of …`, `Sea Letters, 12(3):45–67, 2019`.
fn is_printed(tail: &str) -> bool {
    let tail = tail.trim_start_matches(['.', '?', '!', ' ']);
    let paged = || {
        tail.match_indices(", ").any(|(at, _)| {
            let volume = tail[at + 2..].trim_start_matches(|c: char| c.is_ascii_digit());
            let numbered =
                volume.strip_prefix('(').and_then(|rest| rest.split_once(')')).map_or(volume, |(_, rest)| rest);
            let pages = numbered.strip_prefix(':').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
            volume.len() < tail.len() - at - 2 && pages
        })
    };
    ["arXiv preprint arXiv:", "arXiv e-prints", "CoRR, abs/", "In Proceedings of ", "In Proc. "]
        .iter()
        .any(|own| tail.starts_with(own))
        || paged()
}

#[cfg(test)]
mod tests {
    use crate::document::entry::tests::entry;

    #[test]
    fn an_entry_of_a_style_of_bibtex_has_its_title_behind_whoever_wrote_it() {
        let walls = "How iterative walls beat evidence";
        for (text, authors) in [
            ("Anthropia. How iterative walls beat evidence, 2025. URL https://a.test/1", &["Anthropia"][..]),
            ("OpenTide Team. How iterative walls beat evidence, May 2025. URL https://a.test/1", &["OpenTide Team"]),
            ("Arsho Salt. How iterative walls beat evidence, 2025. URL https://a.test/1", &["Arsho Salt"]),
            (
                "Arsho Salt and Sofya Kasma. How iterative walls beat evidence. arXiv preprint arXiv:2505.00002, 2025.",
                &["Arsho Salt", "Sofya Kasma"],
            ),
            (
                "Arsho Salt and Sofya Kasma. How iterative walls beat evidence. Sea Letters, 12(3):45–67, 2019. https://a.test/1",
                &["Arsho Salt", "Sofya Kasma"],
            ),
            (
                "Arsho K. Salt. How iterative walls beat evidence. In Proceedings of the Harbour Meeting, 2019. https://a.test/1",
                &["Arsho K. Salt"],
            ),
        ] {
            let reading = entry(text);
            let source = &reading.sources[0];
            let named: Vec<&str> = source.authors.iter().map(String::as_str).collect();
            assert_eq!((source.title.as_deref(), &named[..]), (Some(walls), authors), "{text}");
        }
        // No sign of such a style, or what follows is no title.
        for text in [
            "Grace Harbour. A story of the sea, 2020. https://a.test/1",
            "Grace Harbour. A story of the sea. Sea Letters 12 (2020), 45. https://a.test/1",
            "Anthropia. Annual Report, 2025. URL https://a.test/1",
            "The sea rose in winter. Nobody had seen it before, 2025. URL https://a.test/1",
        ] {
            let reading = entry(text);
            assert_eq!(reading.sources[0].authors.len(), 0, "{text}");
        }
    }
}
