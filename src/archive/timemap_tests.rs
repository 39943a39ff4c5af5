//! One list of captures in the formats that archives write it in, and what occurs in them.

use proptest::prelude::*;

use super::*;
use crate::archive::table::wayback;

const PAGE: &str = "https://a.example/x";
const ASKED: &str = "https://archive.test/timemap/https://a.example/x";

fn original() -> Url {
    Url::parse(PAGE).unwrap()
}

fn heard(body: &str) -> Heard {
    Heard {
        url: Url::parse(ASKED).unwrap(),
        asked_at: "2026-01-01T00:00:00Z".parse().unwrap(),
        status: 200,
        memento: None,
        location: None,
        content_location: None,
        links: vec![],
        fault: None,
        body: body.to_owned(),
    }
}

fn part(body: &str, anchor: Option<&str>) -> Option<TimeMap> {
    read(&wayback(), &original(), &heard(body), anchor.map(|at| at.parse().unwrap()))
}

/// Each capture as its address and its date; or none.
fn check(body: &str, expected: Option<&[&str]>) {
    let found = part(body, None).map(|map| {
        let each = map.captures.iter().map(|it| format!("{} {}", it.url, it.captured_at.strftime("%Y-%m-%d %H:%M:%S")));
        each.collect::<Vec<_>>()
    });
    let expected = expected.map(|each| each.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>());
    assert_eq!(found, expected, "{body}");
}

const BOTH: Option<&[&str]> = Some(&[
    "https://web.archive.org/web/20190301100000/https://a.example/x 2019-03-01 10:00:00",
    "https://web.archive.org/web/20210615123456/https://a.example/x 2021-06-15 12:34:56",
]);

#[test]
fn links_list_captures_in_any_order_and_form() {
    let at = |digits: &str| format!("//archive.test/{digits}mp_/https://a.example/x");
    let text = format!(
        "<https://a.example:443/x>; rel=\"original\",\n<{ASKED}>; rel=\"self\"; type=\"application/link-format\",\n\
         <https://archive.test>; rel=\"timegate\",\n\
         <{}>; rel=\"last memento\"; datetime=\"Tue, 15 Jun 2021 12:34:56 GMT\"; collection=\"cw\",\n\
         <{}>; rel=memento; datetime=\"Tue, 01 Jan 2019 00:00:00 GMT\",\n\
         <{}>; rel=\"memento\"; datetime=\"soon\",\n",
        at("20210615123456"),
        at("20190101000000"),
        at("20180101000000")
    );
    let map = part(&text, None).unwrap();
    let raw: Vec<&str> = map.captures.iter().filter_map(|capture| capture.raw_url.as_deref()).collect();
    assert_eq!(
        raw,
        [
            "https://archive.test/20210615123456id_/https://a.example/x",
            "https://archive.test/20190101000000id_/https://a.example/x"
        ]
    );
    check("<html>no links</html>", None);
}

#[test]
fn captures_of_other_pages_and_of_days_to_come_are_left_out_of_every_list() {
    let at = |digits: &str, page: &str| format!("https://web.archive.org/web/{digits}/{page}");
    let others = [
        (at("20200101000000", "https://a.example/X"), "2020-01-01T00:00:00Z", "Wed, 01 Jan 2020 00:00:00 GMT"),
        (at("20300101000000", PAGE), "2030-01-01T00:00:00Z", "Tue, 01 Jan 2030 00:00:00 GMT"),
        (at("20190301100000", PAGE), "2019-03-01T10:00:00Z", "Fri, 01 Mar 2019 10:00:00 GMT"),
        (at("20210615123456", PAGE), "2021-06-15T12:34:56Z", "Tue, 15 Jun 2021 12:34:56 GMT"),
    ];
    let links = others.iter().map(|(url, _, date)| format!("<{url}>; rel=\"memento\"; datetime=\"{date}\""));
    check(&links.collect::<Vec<_>>().join(",\n"), BOTH);
    let list = others.iter().map(|(url, date, _)| format!("{{\"datetime\": \"{date}\", \"uri\": \"{url}\"}}"));
    let list = list.collect::<Vec<_>>().join(",");
    check(&format!("{{\"original_uri\": \"{PAGE}\", \"mementos\": {{\"list\": [{list}]}}}}"), BOTH);
}

#[test]
fn one_object_lists_captures_as_aggregators_do() {
    let list = r#"{"original_uri": "https://a.example/x", "self": "x", "timegate_uri": "y", "mementos": {
        "list": [
            {"datetime": "2019-03-01T10:00:00Z", "uri": "https://web.archive.org/web/20190301100000/https://a.example/x"},
            {"datetime": "2020-01-01T00:00:00Z", "uri": "https://archive.ph/AbCd"},
            {"datetime": "soon", "uri": "https://web.archive.org/web/2020/https://a.example/x"},
            {"datetime": "2021-06-15T12:34:56Z", "uri": "https://web.archive.org/web/20210615123456/https://a.example/x"}],
        "first": {"datetime": "2019-03-01T10:00:00Z", "uri": "x"}, "last": null},
        "timemap_uri": {"link_format": "a", "json_format": "b", "cdxj_format": "c"}}"#;
    check(list, BOTH);
    check(r#"{"original_uri": "https://a.example/x", "mementos": {"list": []}}"#, Some(&[]));
    check(r#"{"message": "no"}"#, None);
    check(r#"{"error": {}}"#, None);
}

#[test]
fn an_object_a_line_is_a_row_of_the_index() {
    let rows = "{\"urlkey\": \"example,a)/x\", \"timestamp\": \"20190301100000\", \"url\": \"https://a.example/x\", \
                \"mime\": \"text/html\", \"status\": \"200\", \"digest\": \"AAAA\"}\n\
                {\"urlkey\": \"example,a)/x\", \"timestamp\": \"20200301100000\", \"url\": \"https://a.example/X\", \
                \"mime\": \"text/html\", \"status\": \"200\", \"digest\": \"BBBB\"}\n\
                {\"urlkey\": \"example,a)/x\", \"timestamp\": \"20210615123456\", \"url\": \"https://a.example/x\", \
                \"mime\": \"warc/revisit\", \"digest\": \"AAAA\"}\n";
    check(rows, BOTH);
    let statuses: Vec<Option<u16>> = part(rows, None).unwrap().captures.iter().map(|it| it.status).collect();
    assert_eq!(statuses, [Some(200), Some(200)], "an unchanged page has the status of the same payload");
}

#[test]
fn a_key_and_a_moment_may_stand_before_the_object() {
    check(
        "example,a)/x 20190301100000 {\"url\": \"https://a.example/x\", \"status\": \"200\", \"digest\": \"A\"}\n\
         example,a)/x 20210615123456 {\"url\": \"https://a.example/x\", \"status\": \"200\", \"digest\": \"B\"}\n",
        BOTH,
    );
    check(
        "!context [\"http://tools.ietf.org/html/rfc7089\"]\n!id {\"uri\": \"https://archive.test/timemap/cdxj/x\"}\n\
         20190301100000 {\"uri\": \"https://web.archive.org/web/20190301100000/https://a.example/x\", \
         \"rel\": \"first memento\", \"datetime\": \"Fri, 01 Mar 2019 10:00:00 GMT\"}\n\
         20210615123456 {\"uri\": \"https://web.archive.org/web/20210615123456/https://a.example/x\", \
         \"rel\": \"last memento\", \"datetime\": \"Tue, 15 Jun 2021 12:34:56 GMT\"}\n",
        BOTH,
    );
}

#[test]
fn rows_under_a_row_of_names_are_the_wayback_machine_s() {
    check(
        r#"[["urlkey","timestamp","original","mimetype","statuscode","digest","redirect","robotflags","length","offset","filename"],
        ["example,a)/x","20190301100000","https://a.example/x","text/html","200","AAAA","-","-","99","1","x.warc.gz"],
        ["example,a)/x","20210615123456","https://a.example/x","text/html","200","BBBB","-","-","99","1","x.warc.gz"]]"#,
        BOTH,
    );
    check("[]", Some(&[]));
}

#[test]
fn what_is_no_list_is_none() {
    for body in ["", "Not Found", "{", "[1", "<!DOCTYPE html><p>The archive is down</p>", "upstream connect error { x"]
    {
        check(body, None);
    }
}

/// The addresses of further parts, in the order in which they are to be asked.
fn further(body: &str, anchor: Option<&str>) -> Vec<String> {
    let map = part(body, anchor).unwrap_or_else(|| panic!("{body}"));
    map.further.iter().map(|url| url.as_str().strip_prefix("https://archive.test").unwrap().to_owned()).collect()
}

#[test]
fn a_list_in_parts_is_read_from_the_part_that_spans_the_date() {
    let links = format!(
        "<{PAGE}>; rel=\"original\",<{ASKED}>; rel=\"self\",\
         </1>; rel=\"timemap\"; until=\"Tue, 01 Jan 2019 00:00:00 GMT\",\
         </2>; rel=\"timemap\"; from=\"Wed, 02 Jan 2019 00:00:00 GMT\"; until=\"Sat, 01 Jan 2022 00:00:00 GMT\",\
         <{ASKED}>; rel=\"timemap\""
    );
    let object = r#"{"original_uri": "https://a.example/x", "timemap_index": [
        {"until": "2019-01-01T00:00:00Z", "uri": "https://archive.test/1"},
        {"from": "2019-01-02T00:00:00Z", "until": "2022-01-01T00:00:00Z", "uri": "/2"}]}"#;
    for body in [links.as_str(), object] {
        assert_eq!(further(body, Some("2020-01-01T00:00:00Z")), ["/2", "/1"]);
        assert_eq!(further(body, Some("2018-01-01T00:00:00Z")), ["/1", "/2"]);
        assert_eq!(further(body, None), ["/2", "/1"]);
    }
    let pages =
        r#"{"original_uri": "x", "mementos": {"list": []}, "pages": {"next": {"uri": "/3"}, "prev": {"uri": "/1"}}}"#;
    assert_eq!(further(pages, None), ["/3", "/1"]);
}

proptest! {
    #[test]
    fn no_answer_makes_it_panic(body in "\\PC{0,120}", other in "[\\[\\]{}\",:<>;=a-z0-9 !\n]{0,80}") {
        part(&body, None);
        part(&other, Some("2020-01-01T00:00:00Z"));
    }
}
