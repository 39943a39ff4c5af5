//! What is read of a page after its scripts ran, and when.

use serde_json::Value;

use crate::place::word;
use crate::stand::{SHELL, WORDS, check, checking, cite, html, nothing, place, quote, says, script, verdict};
use crate::web::server::{Asked, Do, page};

fn site(asked: &Asked) -> Vec<Do> {
    match asked.target.as_str() {
        "/app" => html(&SHELL.replace("SCRIPT", "app.js")),
        "/app.js" => script(
            "fetch('/data').then(data => data.json()).then(data => {
                 customElements.define('x-text', class extends HTMLElement {
                     connectedCallback() {
                         this.attachShadow({ mode: 'open' }).innerHTML = `<p>In that year ${data.words}.</p>`;
                     }
                 });
                 document.getElementById('root').append(document.createElement('x-text'));
             })",
        ),
        "/data" if asked.head.starts_with("GET ") => page(302, &[("Location", "/data2")], ""),
        "/data2" => page(200, &[("Content-Type", "application/json")], format!("{{\"words\":{WORDS:?}}}")),
        // Enough to read without its scripts.
        "/half" => {
            let text = "The harbour master kept the books of that year, and they are shown here. ".repeat(6);
            html(&format!(
                "<!DOCTYPE html><title>Books</title><p>{text}<script>setTimeout(() => {{{}}}, 50)</script>",
                says(WORDS)
            ))
        }
        "/wall" => page(
            403,
            &[("Content-Type", "text/html"), ("cf-mitigated", "challenge")],
            format!("<title>Just a moment...</title><script>{}</script>", says(WORDS)),
        ),
        _ => nothing(asked),
    }
}

/// What must be the same from the network, from recorded files and from the store.
fn told(quote: &Value) -> Value {
    serde_json::json!([quote["verdict"], quote["found_in"], quote["findings"], quote["matched"]])
}

#[test]
fn a_page_whose_text_comes_by_script_is_read_and_replays() {
    let Some(place) = place("when = \"script-only\"") else { return };
    let server = place.server(site);
    cite(&place, "a.md", "app", WORDS);
    let ran = check(&place, &server, &["--record", "evidence"]).expect(0, &[]);
    let live = quote(&ran, 0);
    assert_eq!(verdict(&ran, 0), "verbatim sound", "{live:#}");
    assert_eq!(word(&live["findings"][0]["code"]), "after-scripts");
    assert_eq!(live["found_in"]["after_scripts"], true);
    assert!(place.read("reports/a.md.md").contains("after its scripts ran"));
    // By our own name, and by nobody else.
    for asked in server.asked() {
        assert!(asked.header("user-agent").unwrap().starts_with("citewatch/"), "{}", asked.head);
    }
    let before = server.asked().len();
    let replayed = place.run(&["check", "--format", "json", "--replay", "evidence"]).expect(0, &[]);
    assert_eq!(told(&quote(&replayed, 0)), told(&live));
    let offline = place.run(&["check", "--format", "json", "--offline"]).expect(0, &[]);
    assert_eq!(told(&quote(&offline, 0)), told(&live));
    assert_eq!(server.asked().len(), before);
}

#[test]
fn a_quote_that_only_scripts_add_is_found_where_that_is_asked_for() {
    for (when, expected) in
        [("missing-quote", "verbatim sound"), ("script-only", "absent broken"), ("never", "absent broken")]
    {
        let Some(place) = place(&format!("when = {when:?}")) else { return };
        let server = place.server(site);
        cite(&place, "a.md", "half", WORDS);
        assert_eq!(verdict(&check(&place, &server, &[]), 0), expected, "{when}");
    }
}

#[test]
fn words_that_no_script_adds_are_not_found_and_that_is_said() {
    let Some(place) = place("") else { return };
    let server = place.server(site);
    cite(&place, "a.md", "app", "seventeen lanterns were counted on the eastern pier");
    let ran = check(&place, &server, &[]).expect(0, &[]);
    assert_eq!(verdict(&ran, 0), "unverifiable unknown");
    assert!(word(&quote(&ran, 0)["findings"][0]["message"]).contains("After its scripts ran"), "{}", quote(&ran, 0));
}

#[test]
fn a_browser_is_no_way_round_a_wall() {
    let Some(place) = place("") else { return };
    let server = place.server(site);
    cite(&place, "a.md", "wall", WORDS);
    let ran = check(&place, &server, &[]).expect(0, &[]);
    assert_eq!(verdict(&ran, 0), "unverifiable unknown");
    assert_eq!(server.targets(), ["/wall"]);
}

#[test]
fn a_page_that_was_read_whole_is_not_shown() {
    let Some(place) = place("") else { return };
    let server = place.server(site);
    cite(&place, "a.md", "half", "kept the books of that year");
    let ran = crate::place::Ran::of(checking(&place, &server, &[]).output().unwrap()).expect(0, &[]);
    assert_eq!(verdict(&ran, 0), "verbatim sound");
    assert_eq!(server.targets(), ["/half"]);
}
