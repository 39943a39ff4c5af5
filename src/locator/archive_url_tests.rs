//! Addresses in web archives as documents have them, the broken ones included.

use proptest::prelude::*;

use super::*;

/// Kind, moment and page in one line.
fn shown(url: &str) -> String {
    let Some(found) = read(url) else { return "none".into() };
    let ArchiveRef { kind, timestamp, original, .. } = found;
    format!("{kind:?} {} {}", timestamp.as_deref().unwrap_or("-"), original.as_deref().unwrap_or("-"))
}

fn check(url: &str, expected: &str) {
    assert_eq!(shown(url), expected, "{url}");
}

#[test]
fn an_address_in_the_wayback_machine_tells_moment_and_page() {
    const A: &str = "Capture 20240630101500 https://e.example/a?b=c#d";
    check("https://web.archive.org/web/20240630101500/https://e.example/a?b=c#d", A);
    check("http://archive.org/web/20240630101500id_/https://e.example/a?b=c#d", A);
    check("https://www.web.archive.org/20240630101500if_/https:/e.example/a?b=c#d", A);
    check("https://WEB.archive.org/web/20240630101500/https:///e.example/a?b=c#d", A);
    check("https://web.archive.org/web/20240630101500/https%3A%2F%2Fe.example%2Fa%3Fb%3Dc%23d", A);
    check("https://web.archive.org/web/20240630/e.example/a", "Capture 20240630 http://e.example/a");
    check("https://web.archive.org/web/2024/http://e.example:80/", "Capture 2024 http://e.example:80/");
    check("https://web.archive.org/web/https://e.example/", "Newest - https://e.example/");
    check("https://web.archive.org/web/2/https://e.example/", "Newest - https://e.example/");
    check("https://web.archive.org/web/*/https://e.example/*", "Calendar - https://e.example/*");
    check(
        "https://web.archive.org/web/20220000000000*/https://e.example/",
        "Calendar 20220000000000 https://e.example/",
    );
    check("https://archive.org/details/a-book", "Item - -");
    check("https://archive.org/about/", "none");
    check("https://blog.archive.org/2024/05/a-post", "none");
}

#[test]
fn other_archives_are_told_by_their_hosts() {
    let service = |url: &str| read(url).map(|found| found.service);
    for (url, expected) in [
        ("https://archive.ph/2024.06.30-101500/https://e.example/", Service::ArchiveToday),
        ("https://archive.today/20240630101500/https://e.example/", Service::ArchiveToday),
        ("https://arquivo.pt/wayback/20240630101500mp_/https://e.example/", Service::Arquivo),
        ("https://webarchive.loc.gov/all/20240630101500/https://e.example/", Service::LibraryOfCongress),
        (
            "https://webarchive.nationalarchives.gov.uk/ukgwa/20240630101500/https://e.example/",
            Service::UkNationalArchives,
        ),
        ("https://wayback.archive-it.org/1234/20240630101500/https://e.example/", Service::ArchiveIt),
        ("https://www.webarchive.org.uk/wayback/archive/20240630101500/https://e.example/", Service::UkWebArchive),
        ("https://archive.wikiwix.com/cache/20240630101500/https://e.example/", Service::Wikiwix),
        ("https://timetravel.mementoweb.org/memento/20240630101500/https://e.example/", Service::Memento),
        ("http://archive.test:8080/web/20240630101500mp_/https://e.example/", Service::Other),
    ] {
        assert_eq!(service(url), Some(expected), "{url}");
        check(url, "Capture 20240630101500 https://e.example/");
    }
    check("https://archive.wikiwix.com/cache/?url=https%3A%2F%2Fe.example%2Fa", "Newest - https://e.example/a");
    check("https://archive.is/AbC1d", "ShortCode - -");
    check("https://archive.is/o/AbC1d/https://e.example/", "ShortCode - https://e.example/");
    check("https://archive.is/https://e.example/", "Calendar - https://e.example/");
    check("https://perma.cc/AB12-CD34", "ShortCode - -");
    check("https://perma.cc/about", "none");
    check("https://ghostarchive.org/archive/AbCdE", "ShortCode - -");
    for url in
        ["https://e.example/20240630/https://f.example/", "https://e.example/a", "perma.cc/AB12-CD34", "", "mailto:a"]
    {
        check(url, "none");
    }
}

#[test]
fn what_has_a_page_captured_is_no_capture() {
    for url in [
        "https://web.archive.org/save/https://e.example/",
        "http://web.archive.org/save/_embed/https://e.example/",
        "https://web.archive.org/save/https%3A%2F%2Fe.example%2F",
        "https://liveweb.archive.org/https://e.example/",
        "https://archive.ph/submit/?url=https%3A%2F%2Fe.example%2F",
        "https://www.webcitation.org/archive?url=https%3A%2F%2Fe.example%2F&email=a@b.example",
    ] {
        check(url, "Saving - https://e.example/");
    }
    for form in ["https://web.archive.org/save", "https://web.archive.org/save/", "https://archive.ph/submit/"] {
        check(form, "Saving - -");
    }
    check("https://web.archive.org/saved/https://e.example/", "none");
    check("https://liveweb.archive.org/", "none");
}

#[test]
fn an_address_in_webcite_tells_its_moment_and_may_tell_its_page() {
    let at = |rest: &str, expected: &str| check(&format!("https://www.webcitation.org/{rest}"), expected);
    at("5zHfNdAbc", "ShortCode 20110608084213 -");
    at("1138911916587475", "ShortCode 20060202202516 -");
    at("query?id=1138911916587475", "ShortCode 20060202202516 -");
    at("query.php?id=5zHfNdAbc", "ShortCode 20110608084213 -");
    at("6abcDEF", "ShortCode - -");
    at("cache/73e53dd1f16cf8c5da298418d2a6e452870cf50e", "ShortCode - -");
    at("5zHfNdAbc?url=http://e.example/a?b=1&c=2", "Capture 20110608084213 http://e.example/a?b=1&c=2");
    // What is asked for by its id is what the id says.
    at("5zHfNdAbc?url=http%3A%2F%2Fe.example%2Fa&date=2012-01-31", "Capture 20110608084213 http://e.example/a");
    at("query?url=http%3A%2F%2Fe.example%2Fa&date=2012-01-31", "Capture 20120131 http://e.example/a");
    at("query?url=http%3A%2F%2Fe.example%2Fa", "Newest - http://e.example/a");
    for none in ["", "about", "archive", "query", "faq", "6b?url=nonsense"] {
        at(none, "none");
    }
}

#[test]
fn the_moment_is_a_time_where_its_day_exists() {
    let at = |digits: &str| {
        read(&format!("https://web.archive.org/web/{digits}/https://e.example/"))
            .and_then(|found| found.captured_at)
            .map(|at| at.to_string())
    };
    assert_eq!(at("20240630101500").as_deref(), Some("2024-06-30T10:15:00Z"));
    assert_eq!(at("20240630").as_deref(), Some("2024-06-30T00:00:00Z"));
    for digits in ["202406", "20240631000000", "20240000000000", "20240630256161"] {
        assert_eq!(at(digits), None, "{digits}");
    }
}

#[test]
fn archives_of_archives_are_taken_off() {
    let inner = "https://web.archive.org/web/20230101000000/http://e.example/";
    let outer = format!("https://web.archive.org/web/20240101000000/{inner}");
    assert_eq!(read(&outer).and_then(|found| found.original).as_deref(), Some(inner));
    assert_eq!(unwrap_all(&outer).as_deref(), Some("http://e.example/"));
    assert_eq!(unwrap_all("http://e.example/"), None);
    assert!(unwrap_all(&"https://web.archive.org/web/2024/".repeat(50)).is_some());
}

proptest! {
    #[test]
    fn no_text_panics(
        text in "\\PC{0,60}|https://(web\\.archive\\.org|archive\\.is|perma\\.cc|arquivo\\.pt|e\\.example)(/|web|\\*|[0-9]{1,15}|id_|https?:/|%3A|%2F|é|\\?url=|e\\.example){0,9}",
    ) {
        unwrap_all(&text);
        if let Some(original) = read(&text).and_then(|found| found.original) {
            prop_assert!(Url::parse(&original).is_ok());
        }
    }
}
