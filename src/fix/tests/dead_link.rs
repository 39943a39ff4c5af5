//! What a wiki says of a dead source beside its capture: tags and words that would contradict it.

use super::planned;
use crate::document::Format;
use crate::fix::{Capture, Known, Options, edit};

const CAPTURE: &str = "https://web.archive.org/web/20240630101500/https://a.test/b";

fn fixed(text: &str, format: Format, change: impl Fn(Known) -> Known) -> (String, Vec<String>) {
    let capture = Capture { url: CAPTURE.to_owned(), ..super::capture("https://a.test/b") };
    let dead = |citation: &crate::citation::Citation| {
        let known = super::all_dead(std::slice::from_ref(citation)).remove(0);
        change(Known { capture: Some(capture.clone()), ..known })
    };
    let plan = planned(text, format, &Options::default(), dead);
    (edit::applied(text, &plan.edits), plan.left.into_iter().map(|left| left.why).collect())
}

#[track_caller]
fn check(format: Format, before: &str, after: &str) {
    let (made, left) = fixed(before, format, |known| known);
    assert_eq!(made, after.replace("{A}", CAPTURE), "{left:?}");
}

#[test]
fn a_tag_of_a_dead_link_goes_where_its_capture_is_written_in() {
    let plain = "So.<ref>{{cite web |url=https://a.test/b |title=Sea |access-date=3 June 2021}}";
    for tag in
        ["{{dead link|date=March 2024}}", " {{Dead link|date=May 2023|bot=X|fix-attempted=yes}}", "{{Dead_link}}"]
    {
        let (made, _) = fixed(&format!("{plain}{tag}</ref> Then."), Format::Wikitext, |known| known);
        assert!(!made.to_lowercase().contains("dead link") && !made.contains("Dead_link"), "{made}");
        assert!(made.contains("archive-url=") && made.ends_with("}}</ref> Then."), "{made}");
        let (made, _) = fixed(&format!("{plain}</ref>{tag} Then."), Format::Wikitext, |known| known);
        assert!(made.ends_with("}}</ref> Then."), "{made}");
    }
    check(
        Format::Wikitext,
        "So.<ref>[https://a.test/b Old story] {{Dead link|date=May 2023|fix-attempted=yes}}</ref>",
        "So.<ref>[https://a.test/b Old story] {{Webarchive|url={A}|date=2024-06-30}}</ref>",
    );
}

#[test]
fn other_templates_and_tags_of_other_references_stay() {
    for rest in [
        "{{better source needed|date=May 2023}}</ref>",
        "</ref>{{citation needed}}",
        "; [https://c.test/d c]{{dead link}}</ref>",
    ] {
        let (made, _) = fixed(
            &format!("So.<ref>{{{{cite web |url=https://a.test/b |title=Sea}}}}{rest}"),
            Format::Wikitext,
            |known| known,
        );
        let stays = rest.trim_end_matches("</ref>").trim_start_matches("</ref>");
        assert!(made.contains(stays.split("{{").last().unwrap()), "{made}");
    }
}

#[test]
fn a_template_that_has_its_archive_says_no_longer_that_the_page_is_alive() {
    let note = |status: &str| {
        format!(
            "So.<ref>{{{{cite web |url=https://a.test/b |title=Sea |archive-url={CAPTURE} |archive-date=1 January 2020{status}}}}}</ref>"
        )
    };
    let check = |before: &str, after: &str| check(Format::Wikitext, &note(before), &note(after));
    check(" |url-status=live", " |url-status=dead");
    check(" |dead-url=no", " |dead-url=yes");
    check(" |url-status=deviated", " |url-status=deviated");
    check(" |url-status=unfit", " |url-status=unfit");
    check(" |url-status=", " |url-status=");
    check("", "");
}

#[test]
fn a_capture_that_is_something_else_is_not_written_in_and_it_is_said_why() {
    let why = "its capture of 2024-06-30 was read and does not have what is quoted";
    let unfit = |known: Known| Known { capture: None, unfit: Some(why.to_owned()), ..known };
    for text in [
        "So.<ref>{{cite web |url=https://a.test/b |title=Sea}}</ref>".to_owned(),
        format!(
            "So.<ref>{{{{cite web |url=https://a.test/b |title=Sea |archive-url={CAPTURE} |url-status=live}}}}</ref>"
        ),
    ] {
        assert_eq!(fixed(&text, Format::Wikitext, unfit), (text.clone(), vec![why.to_owned()]));
    }
}

#[test]
fn the_part_of_the_page_that_is_cited_is_cited_in_its_capture() {
    let (made, _) = fixed("See [the bullet](https://a.test/b#sec).", Format::Markdown, |known| known);
    assert_eq!(made, format!("See [the bullet](https://a.test/b#sec) ([archived]({CAPTURE}#sec))."));
    let (made, _) = fixed("# Of [sea](https://a.test/b#sec)\n", Format::Markdown, |known| known);
    assert_eq!(made, format!("# Of [sea]({CAPTURE}#sec)\n"));
}
