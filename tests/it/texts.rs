//! Which text of a page held a quote, how often, and what is said where a page was cut short.

use serde_json::Value;

use crate::place::{Place, QUICK, says, word};
use crate::web::server::Asked;

const WORDS: &str = "the ferry ran on every night of that winter";

/// Checks a quote against a page whose body is `body`; gives what is said of the source and of the quote.
fn checked(body: &str, quote: &str, code: i32) -> (Value, Value) {
    let place = Place::new(QUICK);
    place.write("a.md", format!("It said that “{quote}” ([page](http://a.test/page)).\n"));
    let body = body.to_owned();
    let server = place.server(move |_: &Asked| says(&body));
    let report = place.check(server.address, &[]).expect(code, &[]).json();
    let document = &report["documents"][0];
    (document["citations"][0].clone(), document["quotes"][0].clone())
}

fn codes(value: &Value) -> Vec<String> {
    value["findings"].as_array().unwrap().iter().map(|finding| word(&finding["code"])).collect()
}

#[test]
fn the_text_that_held_a_quote_is_named_and_one_that_nobody_sees_is_noted() {
    for (body, text, noted) in [
        (format!("<p>In that year {WORDS}."), "visible", false),
        (
            format!("<p>In that year {}.", WORDS.replace("night", "night<sup><a href='#n'>[3]</a></sup>")),
            "no-marks",
            false,
        ),
        (format!("<p hidden>In that year {WORDS}."), "hidden", true),
        (format!("<p>We say that <del>{WORDS}</del>."), "hidden", true),
        (
            format!("<script type='application/ld+json'>{{\"articleBody\": \"In that year {WORDS}.\"}}</script>"),
            "structured",
            true,
        ),
        (
            format!("<script type='application/ld+json'>{{\"articleBody\": \"In that year {WORDS}.</script>"),
            "structured",
            true,
        ),
        (format!("<script>window.__NUXT__={{a:\"In that year {WORDS}.\"}}</script>"), "structured", true),
        (format!("<script>show(\"&lt;p&gt;In that year {WORDS}.&lt;/p&gt;\")</script>"), "script", true),
        (format!("<meta name=description content='In that year {WORDS}.'>"), "meta", true),
        (format!("<nav>In that year {WORDS}.</nav>"), "visible", true),
        (format!("<nav>In that year {WORDS}.</nav><p>Yes, {WORDS}."), "visible", false),
    ] {
        let (_, quote) = checked(&format!("A page of the harbour.</p>{body}"), WORDS, 0);
        assert_eq!(word(&quote["text_name"]), text, "{body}: {quote:#}");
        assert_eq!((word(&quote["standing"]), word(&quote["verdict"])), ("sound".into(), "verbatim".into()), "{body}");
        assert_eq!(codes(&quote).contains(&"outside-text".to_owned()), noted, "{body}: {quote:#}");
    }
}

#[test]
fn the_same_words_are_counted_wherever_they_begin_in_the_text_that_held_them() {
    for (body, quote, expected) in [
        (format!("<h1>{WORDS}</h1><p>Yes, {WORDS}. And <b>{WORDS}</b>!"), WORDS, 3),
        (format!("<p>Yes, {WORDS}.<script>f('so it was that {WORDS}')</script><p hidden>{WORDS}"), WORDS, 1),
        ("<p>row by row by row by row".to_owned(), "row by row", 3),
        (format!("<p>The ferry ran on, every night of that winter. {WORDS}"), WORDS, 2),
        (format!("<p>{WORDS}<sup><a href='#n'>[1]</a></sup>. So {WORDS}"), WORDS, 2),
        (format!("<p>{}. So {WORDS}", WORDS.replace("night", "night<sup><a href='#n'>[3]</a></sup>")), WORDS, 1),
    ] {
        let (_, told) = checked(&body, quote, 0);
        assert_eq!(told["occurrences"], expected, "{body}: {told:#}");
    }
}

#[test]
fn a_page_that_is_cut_short_is_said_to_be_and_breaks_no_quote() {
    let attributes: Vec<String> = (0..200_000).map(|n| format!("a{n} ")).collect();
    for bomb in ["<div>".repeat(200_000), format!("<p {}>", attributes.concat())] {
        let (citation, quote) = checked(&format!("A page of the harbour.</p>{bomb}{WORDS}"), WORDS, 0);
        assert_eq!((word(&citation["standing"]), codes(&citation)), ("sound".into(), vec!["cut-short".into()]));
        assert_eq!((word(&quote["verdict"]), word(&quote["standing"])), ("unverifiable".into(), "unknown".into()));
        assert_eq!(word(&quote["reason"]), "cut-short");
        let (_, quote) = checked(&format!("In that year {WORDS}.</p>{bomb}"), WORDS, 0);
        assert_eq!((word(&quote["verdict"]), word(&quote["standing"])), ("verbatim".into(), "sound".into()));
    }
}

#[test]
fn a_page_under_another_title_that_has_the_other_quotes_is_what_was_cited() {
    const OTHER: &str = "the mill was sold to the town for a single crown";
    const INVENTED: &str = "the keeper had never once lit the lamp himself";
    let told = |proof: &str| {
        let place = Place::new(QUICK);
        place.write(
            "a.md",
            format!(
                "It said that “{proof}”.[^1] It said that “{INVENTED}”.[^1] It said that “{OTHER}”.[^1] And “{OTHER}”.[^2]\n\n\
                 [^1]: Doe, Jane. “How the boats went over.” <http://a.test/page>.\n[^2]: Roe, John. “Mills of the coast.” <http://b.test/mill>.\n"
            ),
        );
        let server = place.server(move |asked: &Asked| {
            let (title, words) =
                if asked.target == "/mill" { ("Mills of the coast", OTHER) } else { ("Winter boats", WORDS) };
            says(&format!(
                "<title>{title}</title><h1>{title}</h1><p>In that year {words}. {}</p>",
                "The rest is of nets. ".repeat(30)
            ))
        });
        let report = place.check(server.address, &["--fail-on", "none"]).expect(0, &[]).json();
        let quotes = report["documents"][0]["quotes"].as_array().unwrap().clone();
        quotes
            .iter()
            .map(|quote| format!("{} {}", word(&quote["verdict"]), word(&quote["standing"])))
            .collect::<Vec<_>>()
    };
    assert_eq!(told(WORDS), ["verbatim sound", "absent broken", "elsewhere broken", "verbatim sound"]);
    // A few words stand on many pages, and what stands on none proves nothing.
    for proof in ["on every night", "the ferry never sailed by day nor by night"] {
        assert_eq!(told(proof)[1..3], ["absent unknown", "absent unknown"], "{proof}");
    }
}
