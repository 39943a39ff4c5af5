//! Answers as `TimeGates` and `TimeMaps` of different archives give them.

use super::*;
use crate::archive::links;
use crate::archive::table::wayback;

const GATE: &str = "https://web.archive.org/web/https://a.example/x";
const AT: &str = "Tue, 15 Jun 2021 12:34:56 GMT";
const CAPTURE: &str = "https://web.archive.org/web/20210615123456/https://a.example/x";

const FIRST: &str = "https://web.archive.org/web/20000101000000/https://a.example/x";

fn original() -> Url {
    Url::parse("https://a.example/x").unwrap()
}

/// An answer with these headers and this body.
fn heard(url: &str, status: u16, headers: &[(&str, &str)], body: &str) -> Heard {
    let url = Url::parse(url).unwrap();
    let header = |name: &str| headers.iter().find(|(key, _)| *key == name).map(|(_, value)| *value);
    Heard {
        status,
        memento: header("memento-datetime").and_then(crate::evidence::http_date),
        location: header("location").and_then(|value| url.join(value).ok()),
        content_location: header("content-location").and_then(|value| url.join(value).ok()),
        links: links::read(header("link").unwrap_or_default(), &url),
        fault: header("x-archive-wayback-runtime-error").map(str::to_owned),
        body: body.to_owned(),
        asked_at: "2026-01-01T00:00:00Z".parse().unwrap(),
        url,
    }
}

/// The addresses and statuses of the captures told of, or what else was told.
fn told(heard: &Heard) -> String {
    match negotiate(&wayback(), &original(), heard) {
        Negotiated::Further(url) => format!("further {url}"),
        Negotiated::Told(Told::Captures(captures)) => {
            let each = captures.iter().map(|it| format!("{} {} {:?}", it.url, it.captured_at, it.status));
            each.collect::<Vec<_>>().join("\n")
        }
        Negotiated::Told(other) => format!("{other:?}"),
    }
}

#[test]
fn any_redirect_to_a_dated_address_is_a_capture() {
    let expected = format!("{CAPTURE} 2021-06-15T12:34:56Z None");
    for status in [301, 302, 303, 307, 308] {
        for location in [CAPTURE, "/web/20210615123456/https://a.example/x"] {
            assert_eq!(told(&heard(GATE, status, &[("location", location)], "")), expected);
        }
    }
}

#[test]
fn a_link_says_when_an_address_without_a_date_was_captured() {
    let link = format!("<https://perma.test/AB-1>; rel=memento; datetime=\"{AT}\",");
    let answer = heard(GATE, 302, &[("location", "https://perma.test/AB-1"), ("link", &link)], "");
    assert_eq!(told(&answer), "https://perma.test/AB-1 2021-06-15T12:34:56Z None");
    let unknown = heard(GATE, 302, &[("location", "https://perma.test/AB-1")], "");
    assert_eq!(told(&unknown), "further https://perma.test/AB-1");
}

/// Other pages that have the key of the one that was asked for in an index, or nothing of it.
const OTHERS: [&str; 4] =
    ["https://a.example/other", "https://a.example/X", "http://www.a.example/X", "https://b.example/x"];

#[test]
fn a_redirect_to_a_capture_of_another_page_is_no_capture_of_this_one() {
    for other in OTHERS {
        let location = format!("https://web.archive.org/web/20210615123456/{other}");
        let none = "Unclear(\"names a capture of another page\")";
        assert_eq!(told(&heard(GATE, 302, &[("location", &location)], "")), none, "{other}");
        assert_eq!(told(&heard(&location, 200, &[("memento-datetime", AT)], "")), none, "{other}");
        // An address without the page's in it: the answer says whose it is.
        let link = format!("<{other}>; rel=\"original\", <https://perma.test/AB-1>; rel=memento; datetime=\"{AT}\"");
        let headers = [("location", "https://perma.test/AB-1"), ("link", link.as_str())];
        assert_eq!(told(&heard(GATE, 302, &headers, "")), none, "{other}");
        let headers = [("memento-datetime", AT), ("link", link.as_str())];
        assert_eq!(told(&heard("https://perma.test/AB-1", 200, &headers, "")), none, "{other}");
    }
}

#[test]
fn what_archives_fold_into_their_keys_is_the_page_all_the_same() {
    for same in ["http://a.example/x", "https://www.a.example:443/x/", "a.example/x"] {
        let location = format!("https://web.archive.org/web/20210615123456/{same}");
        let link = "<http://a.example:80/x>; rel=\"original\"";
        let answer = heard(GATE, 302, &[("location", &location), ("link", link)], "");
        assert!(told(&answer).ends_with("2021-06-15T12:34:56Z None"), "{same}: {}", told(&answer));
    }
}

#[test]
fn neighbours_of_another_page_are_left_out() {
    let link = format!(
        "<https://web.archive.org/web/20200101000000/https://a.example/X>; rel=\"prev memento\"; \
         datetime=\"Wed, 01 Jan 2020 00:00:00 GMT\", <{CAPTURE}>; rel=\"memento\"; datetime=\"{AT}\""
    );
    let answer = heard(GATE, 302, &[("location", CAPTURE), ("link", &link)], "");
    assert_eq!(told(&answer), format!("{CAPTURE} 2021-06-15T12:34:56Z None"));
}

#[test]
fn a_day_that_has_not_come_has_no_capture() {
    let none = "Unclear(\"names a capture of a day that has not come\")";
    let location = "https://web.archive.org/web/20300615123456/https://a.example/x";
    assert_eq!(told(&heard(GATE, 302, &[("location", location)], "")), none);
    let memento = ("memento-datetime", "Sat, 15 Jun 2030 12:34:56 GMT");
    assert_eq!(told(&heard(location, 200, &[memento], "")), none);
    // Clocks differ.
    let today = "https://web.archive.org/web/20260101120000/https://a.example/x";
    assert!(told(&heard(GATE, 302, &[("location", today)], "")).starts_with(today));
}

#[test]
fn the_capture_may_be_the_answer() {
    let memento = ("memento-datetime", AT);
    let expected = format!("{CAPTURE} 2021-06-15T12:34:56Z Some(200)");
    assert_eq!(told(&heard(CAPTURE, 200, &[memento], "page")), expected);
    assert_eq!(told(&heard(GATE, 200, &[memento, ("content-location", CAPTURE)], "page")), expected);
    let link = format!("<{CAPTURE}>; rel=\"last memento\"; datetime=\"{AT}\"");
    assert_eq!(told(&heard(GATE, 200, &[memento, ("link", &link)], "page")), expected);
}

#[test]
fn the_status_of_a_capture_is_the_page_s_own() {
    let memento = ("memento-datetime", AT);
    for status in [301, 404, 429, 500] {
        let expected = format!("{CAPTURE} 2021-06-15T12:34:56Z Some({status})");
        assert_eq!(told(&heard(CAPTURE, status, &[memento, ("location", "/elsewhere")], "")), expected);
    }
}

#[test]
fn links_name_the_captures_right_before_and_after() {
    let before = "https://web.archive.org/web/20200101000000/https://a.example/x";
    let link = format!(
        "<https://a.example/x>; rel=\"original\", <{before}>; rel=\"prev memento\"; \
         datetime=\"Wed, 01 Jan 2020 00:00:00 GMT\", <{FIRST}>; rel=\"first memento\"; \
         datetime=\"Sat, 01 Jan 2000 00:00:00 GMT\", <{CAPTURE}>; rel=\"memento\"; datetime=\"{AT}\""
    );
    let expected = format!("{CAPTURE} 2021-06-15T12:34:56Z None\n{before} 2020-01-01T00:00:00Z None");
    assert_eq!(told(&heard(GATE, 302, &[("location", CAPTURE), ("link", &link)], "")), expected);
}

#[test]
fn a_page_without_a_date_is_no_capture() {
    assert_eq!(told(&heard(GATE, 404, &[], "has not archived that URL")), "None");
    for (status, body) in [(200, "<iframe>"), (503, ""), (403, "")] {
        assert!(told(&heard(GATE, status, &[], body)).starts_with("Unclear"), "{status}");
    }
    assert!(told(&heard(GATE, 302, &[], "")).starts_with("Unclear"));
}

#[test]
fn an_excluded_site_is_told_apart_from_an_archived_page_that_says_the_same() {
    let page = "<h2>This URL has been excluded from the Wayback Machine.</h2>";
    assert_eq!(told(&heard(GATE, 200, &[], page)), "Excluded");
    let fault = "AdministrativeAccessControlException: Blocked Site Error";
    assert_eq!(told(&heard(GATE, 403, &[("x-archive-wayback-runtime-error", fault)], "")), "Excluded");
    assert!(told(&heard(CAPTURE, 200, &[("memento-datetime", AT)], page)).starts_with(CAPTURE));
}

#[test]
fn captures_of_an_untrusted_archive_are_left_out() {
    let link = format!("<https://archive.ph/AbCd>; rel=\"memento\"; datetime=\"{AT}\"");
    let answer = heard(GATE, 302, &[("location", "https://archive.ph/AbCd"), ("link", &link)], "");
    assert_eq!(told(&answer), "");
}
