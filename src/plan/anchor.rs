//! The date at which a source said what is quoted of it, as far as its citation tells.

use jiff::{Timestamp, ToSpan};

use crate::citation::Citation;
use crate::date::PartialDate;
use crate::locator::archive_url;

/// Days after its publication by which a page has been captured, as a rule, and has not changed much.
const DAYS_AFTER_PUBLICATION: i64 = 30;

/// The date for which a capture is wanted: that of a capture that the citation itself names, else the end of the day
/// on which the author read the page, else a while after it was published.
pub fn anchor(citation: &Citation) -> Option<Timestamp> {
    let mut addresses = citation.archive_url.iter().chain(&citation.url);
    let named = addresses.find_map(|url| archive_url::read(url)?.captured_at);
    // The year of a capture says less than the day of reading.
    let archived = citation.archive_date.filter(|date| date.day().is_some() || citation.accessed.is_none());
    let written = archived.or(citation.accessed).map(PartialDate::end);
    let published = citation.published.map(|date| date.end() + (24 * DAYS_AFTER_PUBLICATION).hours());
    named.or(written).or(published)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::{Place, Span};

    fn date(text: &str) -> Option<PartialDate> {
        Some(text).filter(|text| !text.is_empty()).map(|text| PartialDate::parse_iso(text).unwrap())
    }

    /// A citation with these, each left out where it is empty.
    fn check([url, archive_url, archive_date, accessed, published]: [&str; 5], expected: Option<&str>) {
        let text = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let citation = Citation {
            id: "1".to_owned(),
            label: "1".to_owned(),
            url: text(url),
            original_url: None,
            doi: None,
            title: None,
            authors: vec![],
            publisher: None,
            published: date(published),
            accessed: date(accessed),
            archive_url: text(archive_url),
            archive_date: date(archive_date),
            quote: None,
            place: Place { span: Span::default(), line: 1, column: 1 },
            url_spans: vec![],
            kept: None,
        };
        assert_eq!(anchor(&citation).map(|at| at.to_string()).as_deref(), expected);
    }

    const LIVE: &str = "https://a.example/x";
    const CAPTURE: &str = "https://web.archive.org/web/20200102030405/https://a.example/x";

    #[test]
    fn the_capture_that_is_named_outweighs_the_dates() {
        let at = Some("2020-01-02T03:04:05Z");
        check([LIVE, CAPTURE, "2020-01-03", "2024-06-29", "2019"], at);
        check([CAPTURE, "", "", "2024-06-29", ""], at);
    }

    #[test]
    fn the_day_of_reading_comes_before_that_of_publication() {
        check([LIVE, "https://archive.example/abc", "2020-01-03", "2024-06-29", ""], Some("2020-01-03T23:59:59Z"));
        check([LIVE, "", "", "2024-06-29", "2019"], Some("2024-06-29T23:59:59Z"));
        check([LIVE, "https://archive.example/2024/x", "2024", "2024-06-15", ""], Some("2024-06-15T23:59:59Z"));
        check([LIVE, "https://archive.example/2024/x", "2024", "", ""], Some("2024-12-31T23:59:59Z"));
        check([LIVE, "", "", "2024-06", ""], Some("2024-06-30T23:59:59Z"));
        check([LIVE, "", "", "", "2024-06-01"], Some("2024-07-01T23:59:59Z"));
        check([LIVE, "", "", "", "9998"], Some("9999-01-30T23:59:59Z"));
        check([LIVE, "", "", "", ""], None);
        check(["", "", "", "", ""], None);
    }
}
