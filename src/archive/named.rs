//! Captures that documents name themselves.

use super::table::{raw_url, untrusted};
use crate::locator::archive_url::{self, Kind, Service};
use crate::observation::capture::Capture;

/// The capture at an address that a document names as the archive of a page; none of a place that is not one moment of one
/// page, or of an archive that is not believed.
pub(crate) fn named(url: &str) -> Option<Capture> {
    let read = archive_url::read(url).filter(|read| read.kind == Kind::Capture)?;
    // WebCite shows its captures in a frame, and says of none when it was made.
    let can_be_read = !matches!(read.service, Service::ArchiveToday | Service::WebCite) && !untrusted(url);
    let original = read.original.filter(|_| can_be_read)?;
    let captured_at = read.captured_at?;
    let archive = match read.service {
        Service::Wayback => "wayback".to_owned(),
        _ => url::Url::parse(url).ok()?.host_str()?.to_owned(),
    };
    let is_whole = !original.is_empty();
    is_whole.then(|| Capture {
        archive,
        raw_url: raw_url(url),
        url: url.to_owned(),
        captured_at,
        status: None,
        digest: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_moment_of_one_page_is_a_capture() {
        let capture = named("https://web.archive.org/web/20190414083000/https://shore.example/a").unwrap();
        assert_eq!(capture.archive, "wayback");
        assert_eq!(capture.captured_at.to_string(), "2019-04-14T08:30:00Z");
        let raw = "https://web.archive.org/web/20190414083000id_/https://shore.example/a";
        assert_eq!(capture.raw_url.as_deref(), Some(raw));
    }

    #[test]
    fn a_calendar_another_page_and_an_archive_that_is_not_believed_are_none() {
        for url in [
            "https://web.archive.org/web/2019*/https://shore.example/a",
            "https://web.archive.org/web/https://shore.example/a",
            "https://web.archive.org/save/https://shore.example/a",
            "https://archive.today/20190414083000/https://shore.example/a",
            "https://www.webcitation.org/5zHfNdAbc?url=https://shore.example/a",
            "https://shore.example/a",
            "",
        ] {
            assert_eq!(named(url), None, "{url}");
        }
    }
}
