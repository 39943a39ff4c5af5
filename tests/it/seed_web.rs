//! The web that plays the sources of the seed, built from its ground truth: some quotes verbatim, some in other
//! typography, one altered by a word, one as separate headings, one only in an old capture, one in another source.

use serde_json::Value;

pub const NEWSPAPER: &str = "www.nytimes.com";
pub const VISIONING: &str = "www.imvp.org";
pub const PROGRESS: &str = "www.americanprogress.org";

/// The words of one quote as the page may hold them: without the punctuation of the host sentence.
fn words(truth: &Value, id: &str) -> String {
    let quotes = truth["quotes"].as_array().expect("quotes");
    let quote = quotes.iter().find(|quote| quote["id"] == id).expect("the quote");
    quote["match_text"].as_str().expect("match_text").to_owned()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

fn page(title: &str, body: &str) -> String {
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title><style>p {{}}</style>\
         </head><body><nav><a href=\"/\">Home</a></nav><main><h1>{title}</h1>{body}</main><script>var x;</script>\
         </body></html>"
    )
}

fn about_body(truth: &Value) -> String {
    let word = |id: &str| escaped(&words(truth, id));
    let items: Vec<String> =
        words(truth, "q17").split("; ").map(|item| format!("<li>{}</li>", escaped(item))).collect();
    [
        format!("<p>There are {} everywhere.</p>", word("q02")),
        format!("<p>Those who came were {} of the field.</p>", word("q04")),
        format!(
            "<p>This is a {} pushed by {}.</p>",
            word("q05").replacen("regressive", "regres&shy;sive", 1),
            word("q06")
        ),
        format!("<p>We {} and are {} who know it.</p>", word("q08"), word("q09").replacen('-', "\u{2011}", 1)),
        format!("<p>{}, we believe.</p>", word("q10")),
        format!("<p>A {} set out to {}.</p>", word("q11"), word("q12").replacen("federal", "regional", 1)),
        format!(
            "<p>A {} was made. We learned that {} has a {}.</p>",
            word("q13"),
            word("q14"),
            word("q15").replace('’', "'")
        ),
        format!("<p>The risks:</p><ul>{}</ul>", items.concat()),
    ]
    .concat()
}

/// The About page: without q03 (in an old capture only), q07 (on another page) and q16 (nowhere).
pub fn about(truth: &Value) -> String {
    page("About", &about_body(truth))
}

/// The same as it was in June 2024, with q03.
pub fn about_then(truth: &Value) -> String {
    page("About", &format!("{}<p>We see a {} today.</p>", about_body(truth), escaped(&words(truth, "q03"))))
}

/// The newspaper's article as the archive has it.
pub fn article_then(_truth: &Value) -> String {
    page(
        "The Resistance to a New Trump Administration Has Already Started - The New York Times",
        "<p>They spoke of the resistance at length.</p>",
    )
}

pub fn questions(truth: &Value) -> String {
    let run = format!("{}, {}", words(truth, "q20"), words(truth, "q21"));
    let body = format!("<p>Our hope is to {}.</p><p>These are {}.</p>", escaped(&run), escaped(&words(truth, "q22")));
    page("Frequently Asked Questions", &body)
}

/// Headings, each with a paragraph; and q07, which the seed cites to the About page.
pub fn vision(truth: &Value) -> String {
    let headings: Vec<String> = words(truth, "q19")
        .split(", ")
        .map(|item| format!("<h3>{}</h3><p>A paragraph on what that means to us.</p>", title_case(item)))
        .collect();
    let last = escaped(&words(truth, "q07"));
    page("Vision", &format!("<h2>{}</h2>{}<p>We want {last}.</p>", title_case(&words(truth, "q18")), headings.concat()))
}

pub fn participants(truth: &Value) -> String {
    let text = words(truth, "q24");
    let items: Vec<String> = text.split("; ").map(|item| format!("<li>{}</li>", escaped(item))).collect();
    page("Participants", &format!("<p>Six categories:</p><ul>{}</ul>", items.concat()))
}

pub fn event() -> String {
    page(
        "Beyond Sanctuary: How Colleges and Universities Can Support Their DACAmented and Undocumented Students",
        "<p>A panel.</p>",
    )
}

fn title_case(text: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    };
    text.split(' ').map(word).collect::<Vec<_>>().join(" ")
}
