//! Generated documents whose sources have moved, are met over https, carry parameters that follow the reader, or were looked
//! at again: only the lines change that hold what is edited, the same is cited, and a second run has nothing to do.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::generated::{PATHS, documents};
use super::read;
use crate::citation::Citation;
use crate::date::PartialDate;
use crate::document::Format;
use crate::fix::{Kind, Known, Options, edit, plan};

/// Where sources move to, with signs that mean something in one format or another.
const MOVED: &[&str] = &["new", "a_/b_*c*", "x?y=(1)&z=2", "~q/~r--s", "d/%20e", "it's{f}", "p#part"];
const FOLLOWED: &[&str] =
    &["b?utm_source=x", "a_b?id=3&utm_source=x&utm_medium=y", "c?fbclid=1&z=4#part", "d?utm_a=1&e=2&utm_b=3", "f"];

fn moved(citation: &Citation) -> Known {
    let to = citation.url.as_deref().and_then(|url| {
        let (host, _) = url.strip_prefix("https://")?.split_once('/')?;
        let path = MOVED[host.bytes().map(usize::from).sum::<usize>() % MOVED.len()];
        (!host.starts_with("m.")).then(|| format!("https://m.{host}/{path}"))
    });
    Known { sound: true, moved_to: to, ..Known::default() }
}

/// An address without what a format may write otherwise.
fn plain(url: &str) -> String {
    let signs = [("%2A", "*"), ("%27", "'"), ("%28", "("), ("%29", ")"), ("%5F", "_"), ("%7E", "~"), ("%2D", "-")];
    signs.iter().chain(&[("%7B", "{"), ("%7D", "}")]).fold(url.to_owned(), |url, (code, sign)| url.replace(code, sign))
}

/// All that is said of a source but its address and when it was looked at.
fn rest(citation: &Citation) -> String {
    let Citation { title, authors, publisher, published, archive_url, .. } = citation;
    format!("{title:?} {authors:?} {publisher:?} {published:?} {archive_url:?}")
}

/// The citations of a document before and behind the edits, with those that were left.
fn rewritten(
    kind: Kind,
    format: Format,
    text: &str,
    known: impl Fn(&Citation) -> Known,
) -> Result<Vec<(Citation, Citation, bool)>, TestCaseError> {
    let options = Options { kinds: BTreeSet::from([kind]), ..Options::default() };
    let planned = |text: &str| {
        let (document, citations) = read(text, format);
        let known: Vec<Known> = citations.iter().map(&known).collect();
        (plan(text, &document, &citations, &known, &options), citations)
    };
    let (made, before) = planned(text);
    let edited = edit::applied(text, &made.edits);
    prop_assert_eq!(text.split('\n').count(), edited.split('\n').count());
    for (old, new) in text.split('\n').zip(edited.split('\n')) {
        let holds = old.contains(if kind == Kind::Accessed { "2020" } else { "://" });
        prop_assert!(old == new || holds, "{} > {}", old, new);
        prop_assert_eq!(old.ends_with('\r'), new.ends_with('\r'));
    }
    let (again, after) = planned(&edited);
    prop_assert_eq!(again.edits, vec![], "{}", edited);
    prop_assert_eq!(before.len(), after.len(), "{}", edited);
    let is_left = |at: usize| made.left.iter().any(|left| left.citation == at);
    let all = before.into_iter().zip(after).enumerate();
    let all: Vec<(Citation, Citation, bool)> = all.map(|(at, (old, new))| (old, new, is_left(at))).collect();
    for (old, new, _) in &all {
        prop_assert_eq!(rest(old), rest(new), "{}", edited);
    }
    Ok(all)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]
    #[test]
    fn sources_that_moved_are_cited_where_they_are((format, text) in documents(PATHS)) {
        for (old, new, left) in rewritten(Kind::Redirect, format, &text, moved)? {
            let to = moved(&old).moved_to.filter(|_| !left).or(old.url.clone()).unwrap_or_default();
            let url = plain(new.url.as_deref().unwrap_or_default());
            let to = if left { to } else { plain(&to) };
            let part = to.contains('#') || !old.url.as_deref().unwrap_or_default().contains('#');
            prop_assert_eq!(if part { &url } else { url.trim_end_matches("#part") }, &to, "{}", text);
        }
    }

    #[test]
    fn sources_are_cited_over_https((format, text) in documents(PATHS)) {
        let text = text.replace("https://", "http://");
        let known = |_: &Citation| Known { sound: true, over_https: true, ..Known::default() };
        for (old, new, left) in rewritten(Kind::Https, format, &text, known)? {
            let to = old.url.map(|url| if left { url } else { url.replacen("http://", "https://", 1) });
            prop_assert_eq!(new.url, to, "{}", text);
        }
    }

    #[test]
    fn sources_are_cited_without_what_follows_the_reader((format, text) in documents(FOLLOWED)) {
        let known = |_: &Citation| Known { sound: true, ..Known::default() };
        for (old, new, left) in rewritten(Kind::Tracking, format, &text, known)? {
            let url = new.url.unwrap_or_default();
            prop_assert!(left || !url.contains("utm_") && !url.contains("fbclid"), "{}\n{}", url, text);
            let old = old.url.unwrap_or_default();
            let kept = |url: &str| ["id=3", "z=4", "e=2", "#part"].map(|part| url.contains(part));
            // LaTeX and BibTeX have none of these signs here.
            prop_assert!(!old.contains('&') || kept(&url) == kept(&old), "{} > {}", old, url);
        }
    }

    #[test]
    fn sources_have_the_day_of_the_last_look((format, text) in documents(PATHS)) {
        let day = PartialDate::parse_iso("2026-11-20").ok();
        let known = |_: &Citation| Known { sound: true, verified: day, ..Known::default() };
        for (old, new, left) in rewritten(Kind::Accessed, format, &text, known)? {
            prop_assert_eq!(&new.url, &old.url);
            let to = old.accessed.and(if left { old.accessed } else { day });
            prop_assert_eq!(new.accessed, to, "{}", text);
        }
    }
}
