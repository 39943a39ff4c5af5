//! Documents far larger than anybody writes: all on one line, and with more links than a book has words.

#![cfg(target_os = "linux")]

use std::time::{Duration, Instant};

use crate::memory::held;
use crate::place::{Place, QUICK};

/// Links of a usual run; `CITEWATCH_LINKS` names another number, such as a million.
const LINKS: usize = 3_000;

/// What a link with a quote and some words around it may take while its document is read and printed, in bytes.
const MOST_OF_A_LINK: usize = 4_000;

/// What the program takes without any document, in KiB.
const PROGRAM: u64 = 100 * 1024;

/// A second for a thousand links, thirty times what a build without optimization takes, and more.
fn longest(links: usize) -> Duration {
    Duration::from_secs(30 + links as u64 / 1000)
}

fn links() -> usize {
    std::env::var("CITEWATCH_LINKS").ok().and_then(|links| links.parse().ok()).unwrap_or(LINKS)
}

/// Words that quote and link, by the ending of the file.
fn passage(ending: &str, at: usize) -> String {
    let link = match ending {
        "md" => format!("[Post {at}](https://post.test/{at})"),
        "html" => format!("<a href=\"https://post.test/{at}\">Post {at}</a>"),
        "wiki" => format!("[https://post.test/{at} Post {at}]"),
        "rst" => format!("`Post {at} <https://post.test/{at}>`__"),
        "adoc" => format!("https://post.test/{at}[Post {at}]"),
        "org" => format!("[[https://post.test/{at}][Post {at}]]"),
        "tex" => format!("\\href{{https://post.test/{at}}}{{Post {at}}} \\verb|a_{at}|"),
        _ => format!("https://post.test/{at}"),
    };
    format!("It was “a very long night”, says {link}.")
}

/// Reads such a document, `between` its passages, and finds each link and each quote.
#[track_caller]
fn check(ending: &str, between: &str) {
    let links = links();
    let place = Place::new(QUICK);
    let name = format!("a.{ending}");
    place.write(&name, (0..links).map(|at| passage(ending, at) + between).collect::<String>());
    let began = Instant::now();
    let (peak, told) = held(&mut place.command(&["extract", "--quiet", &name]));
    let took = began.elapsed();
    let expected = format!("{name}: {links} citations, {links} quotes, {links} of them bound");
    assert_eq!(told.lines().next(), Some(&*expected));
    let most = PROGRAM + (links * MOST_OF_A_LINK / 1024) as u64;
    assert!(peak < most, "{name}: {} MiB", peak / 1024);
    assert!(took < longest(links), "{name}: {took:?}");
}

#[test]
fn a_document_on_one_line_is_read_like_any_other() {
    for ending in ["md", "txt", "html", "wiki", "rst", "adoc", "org", "tex"] {
        check(ending, " ");
    }
}

#[test]
fn a_document_of_very_many_links_is_read_like_any_other() {
    for ending in ["md", "txt", "html", "wiki", "rst", "adoc", "org", "tex"] {
        check(ending, if ending == "html" { "<p>\n" } else { "\n\n" });
    }
}
