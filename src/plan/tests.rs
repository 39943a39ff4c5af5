//! Citations in, looks out.

use std::path::{Path, PathBuf};

use super::*;
use crate::config;
use crate::span::{Place, Span};

fn citation(url: Option<&str>, doi: Option<&str>) -> Citation {
    Citation {
        id: "1".to_owned(),
        label: "1".to_owned(),
        url: url.map(str::to_owned),
        original_url: None,
        doi: doi.map(str::to_owned),
        title: None,
        authors: Vec::new(),
        publisher: None,
        published: None,
        accessed: None,
        archive_url: None,
        archive_date: None,
        quote: None,
        place: Place { span: Span::new(0, 0), line: 1, column: 1 },
        url_spans: Vec::new(),
        kept: None,
    }
}

fn cited(urls: &[&str]) -> Vec<Citation> {
    urls.iter().map(|url| citation(Some(url), None)).collect()
}

fn configured(text: &str) -> Config {
    config::load(Path::new("sources.toml"), text, PathBuf::from("/project")).expect("no problem")
}

fn planned(citations: &[Citation]) -> Plan {
    plan([citations], &Config::default_at(PathBuf::from("/project")))
}

/// Holds the one look, or the reason why there is none, against `expected`.
fn check(citation: Citation, expected: Result<&str, Skip>) {
    let plan = planned(&[citation]);
    match (plan.targets.of(0, 0), expected) {
        (Target::Source(0), Ok(url)) => assert_eq!(plan.sources.url(0), url),
        (Target::Skipped(skipped), Err(expected)) => assert_eq!(skipped.why, expected),
        (target, expected) => panic!("{target:?} is not {expected:?}"),
    }
}

#[test]
fn each_address_is_looked_at_once_and_fragments_make_no_difference() {
    let one = cited(&["https://a.example/x", "https://a.example/y", "https://a.example/x#part"]);
    let two = cited(&["https://A.example:443/x", "http://a.example/x"]);
    let config = Config::default_at(PathBuf::from("/project"));
    let plan = plan([one.as_slice(), two.as_slice()], &config);
    let urls: Vec<&str> = plan.sources.urls().collect();
    assert_eq!(urls, ["https://a.example/x", "https://a.example/y", "http://a.example/x"]);
    let sources = |document, count| (0..count).map(|at| plan.targets.source(document, at)).collect::<Vec<_>>();
    assert_eq!(sources(0, 3), [Some(0), Some(1), Some(0)]);
    assert_eq!(sources(1, 2), [Some(0), Some(2)]);
}

#[test]
fn what_cannot_be_looked_at_says_why() {
    check(citation(None, None), Err(Skip::NoLocator));
    check(citation(Some("ftp://a.example/x"), None), Err(Skip::UnsupportedScheme("ftp".to_owned())));
    check(citation(Some("mailto:me@a.example"), None), Err(Skip::UnsupportedScheme("mailto".to_owned())));
    check(citation(Some("https://"), None), Err(Skip::UnsupportedScheme("https://".to_owned())));
    check(citation(Some("https://me:pass@a.example/"), None), Err(Skip::Credentials));
    check(citation(Some("https://a.example/?u=http%3A%2F%2F***%40b.example%2F"), None), Err(Skip::Credentials));
}

#[test]
fn a_doi_alone_is_looked_up_at_its_resolver() {
    check(citation(None, Some("10.1000/182")), Ok("https://doi.org/10.1000/182"));
    check(citation(Some("https://a.example/"), Some("10.1000/182")), Ok("https://a.example/"));
}

#[test]
fn archive_today_is_never_looked_at() {
    check(citation(Some("https://archive.ph/AbCd1"), None), Err(Skip::UntrustedArchive));
    check(citation(Some("https://archive.ph/20240101000000/https://a.example/x"), None), Ok("https://a.example/x"));
    let known = Citation {
        original_url: Some("https://a.example/y#z".to_owned()),
        ..citation(Some("https://archive.is/AbCd1"), None)
    };
    check(known, Ok("https://a.example/y"));
}

#[test]
fn a_page_that_an_archive_would_capture_on_a_look_is_looked_at_itself() {
    check(citation(Some("https://web.archive.org/save/https://a.example/x"), None), Ok("https://a.example/x"));
    check(citation(Some("https://web.archive.org/save/_embed/https://a.example/x"), None), Ok("https://a.example/x"));
    for own in ["https://web.archive.org/save/", "https://web.archive.org/web/*/https://a.example/x"] {
        check(citation(Some(own), None), Ok(own));
    }
}

#[test]
fn what_a_redirector_leads_to_is_looked_at() {
    check(
        citation(Some("https://www.google.com/url?q=https://a.example/2&sa=D&ust=1"), None),
        Ok("https://a.example/2"),
    );
    check(citation(Some("https://www.google.com/search?q=tides"), None), Ok("https://www.google.com/search?q=tides"));
    let archived = "https://www.google.com/url?q=https://archive.ph/20240101000000/https://a.example/x&sa=D";
    check(citation(Some(archived), None), Ok("https://a.example/x"));
}

#[test]
fn a_capture_in_another_archive_is_looked_at_as_cited() {
    let url = "https://web.archive.org/web/20240101000000/https://a.example/x";
    check(citation(Some(url), None), Ok(url));
}

#[test]
fn rules_leave_out_and_tell() {
    let config = configured(
        "[[source]]\nurl = \"https://a.example/private/**\"\nexpect = \"skip\"\nnote = \"ours\"\n\
         [[source]]\nurl = \"https://a.example/**\"\nexpect = \"paywall\"\n",
    );
    let plan = plan([cited(&["https://a.example/private/1", "https://a.example/2#p"]).as_slice()], &config);
    let Target::Skipped(skipped) = plan.targets.of(0, 0) else { panic!("{plan:?}") };
    let Skipped { url, why, rule } = skipped;
    assert_eq!((url.as_str(), why), ("https://a.example/private/1", &Skip::Excluded));
    assert_eq!(rule.as_ref().and_then(|rule| rule.note.as_deref()), Some("ours"));
    let rule = plan.sources.rule(0).expect("a rule");
    assert_eq!(rule.expect, Some(Expect::Paywall));
}
