//! Copies of pages that say nothing any more: the capture that an entry names, and what was read before.

use crate::place::{HTML, Place, Ran, judged};
use crate::warc::{Exchange, Warc};

const PAGE: &str = "https://tidewater.example/seeds";
const CAPTURE: &str = "https://web.archive.org/web/20190414083000/https://tidewater.example/seeds";
const OFFLINE: &str = "[archive]\nlookup = []\n";

fn body(title: &str) -> String {
    format!(
        "<!doctype html><title>{title}</title><h1>{title}</h1><p>The library lends seeds to whoever asks for them, and it has nineteen \
         shelves along the northern wall.</p><p>On wet days the door is open until six, and on fine ones until four. Nobody is \
         asked for money, though the roof was paid for by a fair.</p>"
    )
}

fn page<'a>(
    url: &'a str,
    date: &'a str,
    status: u16,
    headers: &'a [(&'a str, &'a str)],
    body: &'a str,
) -> Exchange<'a> {
    Exchange { url, date, accept_datetime: None, status, headers, body: body.as_bytes() }
}

/// A page that is gone, and the capture that is named for it, under a title.
fn gone_with_capture(place: &Place, title: &str) {
    let (mut warc, seen) = (Warc::default(), "2026-11-20T09:00:00Z");
    warc.add(&page(PAGE, seen, 404, HTML, "<title>Not found</title>"));
    let raw = CAPTURE.replacen("20190414083000", "20190414083000id_", 1);
    let headers = [HTML, &[("Memento-Datetime", "Sun, 14 Apr 2019 08:30:00 GMT")]].concat();
    warc.add(&page(&raw, seen, 200, &headers, &body(title)));
    place.write("web.warc", warc.into_bytes());
}

fn cited(quote: &str) -> String {
    format!(
        "They wrote that \"{quote}\".<ref>{{{{cite web |title=What we lend |url={PAGE} |archive-url={CAPTURE} |archive-date=14 April \
         2019 |url-status=dead}}}}</ref>\n"
    )
}

fn checked(title: &str, quote: &str) -> (Ran, String) {
    let place = Place::new(OFFLINE);
    gone_with_capture(&place, title);
    place.write("a.wikitext", cited(quote));
    let ran = place
        .run(&["check", "--format", "json", "--replay", "web.warc", "--reports", "reports", "a.wikitext"])
        .expect(1, &[]);
    let report = place.read("reports/a.wikitext.md");
    (ran, report)
}

#[test]
fn the_capture_that_an_entry_names_is_read_though_no_archive_is_asked() {
    let (ran, report) = checked("What we lend", "it has nineteen shelves along the northern wall");
    let quote = &ran.json()["documents"][0]["quotes"][0];
    assert_eq!((&quote["verdict"], &quote["standing"]), (&"archived".into(), &"unknown".into()));
    assert_eq!(quote["found_in"]["where"], "archive");
    assert!(report.contains("## The document has the capture") && !report.contains("## Broken"), "{report}");

    let (ran, report) = checked("What we lend", "it has ninety shelves along the northern wall");
    let quote = &ran.json()["documents"][0]["quotes"][0];
    assert_eq!((&quote["verdict"], &quote["standing"]), (&"altered".into(), &"broken".into()));
    assert_eq!(quote["matched"], "it has nineteen shelves along the northern wall");
    assert!(report.contains("other words than source"), "{report}");
}

#[test]
fn a_capture_that_is_another_page_is_told_and_settles_nothing() {
    let (ran, report) = checked("Forty ways to cook an eel", "a committee of seven meets in March to decide");
    let json = ran.json();
    let quote = &json["documents"][0]["quotes"][0];
    assert_eq!((&quote["verdict"], &quote["findings"][0]["level"]), (&"unverifiable".into(), &"warning".into()));
    assert_eq!(judged(&json["documents"][0]["citations"][0]), "gone not-found broken");
    assert!(report.contains("Do not cite the [capture of 2019-04-14]"), "{report}");
    assert!(report.contains("calls itself “Forty ways to cook an eel”"), "{report}");
    assert!(
        !report.contains("## The document has the capture") && !report.contains("Not compared because of it"),
        "{report}"
    );
}

#[test]
fn a_recording_of_a_later_day_knows_what_the_store_read_before_it() {
    let place = Place::new(OFFLINE);
    let recorded = |name: &str, day: &str, status: u16, html: &str| {
        let mut warc = Warc::default();
        warc.add(&page(PAGE, day, status, HTML, html));
        place.write(name, warc.into_bytes());
    };
    recorded("one.warc", "2026-11-01T09:00:00Z", 200, &body("What we lend"));
    recorded("two.warc", "2026-11-20T09:00:00Z", 404, "<title>Not found</title>");
    place.write(
        "a.md",
        format!("They wrote that “it has nineteen shelves along the northern wall” [^1].\n\n[^1]: <{PAGE}>\n"),
    );
    let check = |warc: &str, store: &str, code: i32| {
        let options = ["check", "--format", "json", "--replay", warc, "--reports", "reports", "--store", store, "a.md"];
        place.run(&options).expect(code, &[]).json()["documents"][0]["quotes"][0]["findings"].to_string()
    };
    assert_eq!(check("one.warc", "sqlite:one.db", 0), "[]");
    let told = check("two.warc", "sqlite:one.db", 1);
    assert!(told.contains("The words stood in source 1 when it was read on 2026-11-01."), "{told}");
    let report = place.read("reports/a.md.md");
    assert!(
        report.contains("was right, and stood there when it was read on 2026-11-01. Look for a capture"),
        "{report}"
    );
    // What was read later says nothing of the day of a recording.
    check("two.warc", "sqlite:two.db", 1);
    check("one.warc", "sqlite:two.db", 0);
    let told = check("two.warc", "sqlite:other.db", 1);
    assert!(!told.contains("The words stood"), "{told}");
}
