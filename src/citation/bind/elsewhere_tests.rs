//! Quotes whose source is said and cannot be looked at, links that are none, and quotes beside those of others.

use super::tests::{check, markdown, told};
use crate::citation::Basis;
use crate::document::Format;

const NOTES: &str = "\n\n[^1]: https://a.test\n[^2]: https://b.test\n[^3]: https://c.test\n";
const WORDS: &str = "build it twice to be safe";

fn cites(text: &str, format: Format, expected: &[&str]) {
    let found = told(text, format);
    let cites: Vec<&str> = found.iter().map(|(_, _, cites)| cites.as_str()).collect();
    assert_eq!(cites, expected, "{text}");
}

fn unbound(body: &str) {
    cites(&format!("{body}{NOTES}"), Format::Markdown, &[""]);
}

fn bound(body: &str, label: &str) {
    cites(&format!("{body}{NOTES}"), Format::Markdown, &[label]);
}

#[test]
fn a_page_of_the_same_site_is_a_source_that_the_next_mark_is_not() {
    for link in ["[guide](../guide.md#build)", "[guide](guide/)", "[the guide](/guide.html)", "see [guide](guide.md)"] {
        unbound(&format!("The guide says “{WORDS}” ({link}). The council agreed.[^1]"));
        unbound(&format!("The guide says “{WORDS}” ({link}, p. 3). The log is public ([log](https://c.test/log))."));
    }
    unbound(&format!("The guide says “{WORDS}.” [Guide, 12](guide.md). The council agreed.[^1]"));
    let page = |behind: &str| {
        format!(
            "<html><head><title>T</title></head><body><article><h1>T</h1><p>The guide says “{WORDS}.” {behind} The jail is old.\
             <sup><a id=\"fr1\" href=\"#fn1\">1</a></sup></p><hr><p id=\"fn1\"><a href=\"#fr1\">1</a> \
             <a href=\"https://a.test/lake\">report</a>, 2019.</p></article></body></html>"
        )
    };
    cites(&page("<a href=\"/us/519/\"><em>Doe v. Roe</em>, 519</a>."), Format::Html, &[""]);
    cites(&page("(<a href=\"/us/519/\">guide</a>)."), Format::Html, &[""]);
    cites(&page("The <a href=\"/us/519/\">guide</a> is old."), Format::Html, &["1"]);
}

#[test]
fn a_page_of_the_same_site_that_is_only_followed_ends_nothing() {
    bound(&format!("The [guide](guide.md) says “{WORDS}”, and so on.[^1]"), "1");
    bound(&format!("The guide says “{WORDS}” in its [chapter](guide.md). The council agreed.[^1]"), "1");
    bound(&format!("The guide says “{WORDS}” ([guide](guide.md)).[^1] So."), "1");
    bound(&format!("The guide says “{WORDS}” ([guide](guide.md))[^2]. So.[^1]"), "2");
    bound(&format!("The guide says “{WORDS}”.[^2] [Others](guide.md). So.[^1]"), "2");
    bound(&format!("The guide says “{WORDS}” ([below](#below)). The council agreed.[^1]"), "1");
    bound(&format!("“{WORDS}.” [Others](guide.md) said so. The council agreed.[^1]"), "1");
    cites(
        &format!("The [Post](https://p.test/x) says “{WORDS}” ([guide](guide.md)). The council agreed.[^1]{NOTES}"),
        Format::Markdown,
        &["4"],
    );
}

#[test]
fn what_was_told_in_private_is_of_no_other_source() {
    const LIST: &str = "\n\n## References\n\nLee, A. (2023). *Silence*. Press. https://a.test/lee\n\nBerg, A. (2022). *Noise*. Press. https://a.test/berg\n";
    for told in [
        "(J. Doe, personal communication, 2019)",
        "(J. Doe, personal communication, May 3, 2019)",
        "(personal communication, May 3, 2024)",
        "(J. Doe, email to the author, 2019)",
        "(interview with the author, 3 May 2024)",
        "(J. Doe, email, 2019)",
        "(J. Doe, phone interview, May 3, 2019)",
        "(author interview)",
        "(persönliche Mitteilung, 3. Mai 2024)",
    ] {
        let text =
            format!("Work is “far from over” (Berg, 2022). He said “{WORDS}” {told}. They agreed (Lee, 2023).{LIST}");
        let found: Vec<String> =
            super::tests::told(&text, Format::Markdown).into_iter().map(|(_, _, cites)| cites).collect();
        assert_eq!((found.len(), found[1].as_str()), (2, ""), "{told}");
        unbound(&format!("He said “{WORDS}” {told}. The union agreed.[^1]"));
        unbound(&format!("He said “{WORDS}” on the phone {told}. The union agreed.[^1]"));
    }
    bound(&format!("He said “{WORDS}” (personal communication).[^2] They agreed.[^1]"), "2");
    bound(&format!("He said “{WORDS}”. She (author interview) did not.[^1]"), "1");
    bound(&format!("He said “{WORDS}” (a letter of May). They agreed.[^1]"), "1");
    bound(&format!("He said “{WORDS}” (in public). They agreed (personal communication).[^1]"), "1");
    bound(&format!("He said “{WORDS}”.[^2] So did she (author interview)."), "2");
}

#[test]
fn a_case_or_a_law_right_behind_a_quote_is_its_source() {
    for law in [
        "*Robinson v. Shell Oil Co.*, 519 U.S. 337, 340 (1997).",
        "55 ILCS 5/3-15003.",
        "Br. at 12.",
        "42 U.S.C. § 1983.",
        "*Id.* at 341.",
    ] {
        unbound(&format!("The text says “{WORDS}.” {law} The jail is old.[^1]"));
        bound(&format!("The text says “{WORDS}.” {law}[^2] The jail is old.[^1]"), "2");
    }
    bound(
        &format!("The text says “{WORDS}.” Doe v. Roe, 1 U.S. 2 (1997) (quoting Lee v. Poe, 3 U.S. 4).[^2] So.[^1]"),
        "2",
    );
    bound(&format!("The text says “{WORDS}.” In 1997 Robinson left. The jail is old.[^1]"), "1");
    bound(&format!("The text says “{WORDS}.” He was at 12 Main Street. The jail is old.[^1]"), "1");
}

#[test]
fn each_of_two_marks_in_a_sentence_is_of_what_it_is_said_to_say() {
    let (one, two, three) = ("“the toe is scoured to the clay”", "“no money has been set aside”", "“a wall of paper”");
    let check = |body: &str, expected: &[&str]| cites(&format!("{body}{NOTES}"), Format::Markdown, expected);
    let last = format!("As the Post put it: {three}[^3].");
    check(&format!("The report[^1] says {one}, and the minutes[^2] that {two}. {last}"), &["1", "2", "3"]);
    check(&format!("The report[^1] says that {one}, and the minutes[^2] that {two}. {last}"), &["1", "2", "3"]);
    check(&format!("Der Bericht[^1] sagt, dass {one}, und das Protokoll[^2], dass {two}."), &["1", "2"]);
    check(&format!("The report[^1] says {one}, and the minutes[^2] that {two}[^3]."), &["1", "3"]);
    check(&format!("The report[^1] says {one}, and the minutes that {two}[^2]. {last}"), &["1", "2", "3"]);
    let entries = "\nReferences\n1. “Sea.” Post. https://a.test\n2. “Moon.” Post. https://b.test\n3. “Sun.” Post. https://c.test\n";
    let text =
        format!("The report [1] says {one}, and the minutes [2] that {two}. As they put it: {three} [3].\n{entries}");
    cites(&text, Format::Plain, &["1", "2", "3"]);
}

#[test]
fn a_link_that_says_who_somebody_is_is_no_source() {
    let free = |text: &str| cites(text, Format::Markdown, &[""]);
    let said = |text: &str| cites(text, Format::Markdown, &["1"]);
    free("“They are leaving us for good,” said [Ann Byrd](https://en.wikipedia.org/wiki/Ann_Byrd), the trapper.");
    free("“They are leaving us for good,” says [Ann Byrd](https://twitter.com/annbyrd), who is here.");
    free("The [mayor](https://en.wikipedia.org/wiki/Mayor) said “they are leaving us for good.”");
    free("[Byrd](https://www.linkedin.com/in/annbyrd) said “they are leaving us for good.”");
    said("The [Post](https://post.test/x) said “they are leaving us for good.”");
    said("“They are leaving us for good,” said [Ann Byrd](https://post.test/x).");
    said("“They are leaving us for good,” [said Ann Byrd](https://twitter.com/annbyrd).");
    said("[Ann Byrd](https://twitter.com/annbyrd/status/12) said “they are leaving us for good.”");
    said("“They are leaving us for good” ([Ann Byrd](https://en.wikipedia.org/wiki/Ann_Byrd)).");
    said("An [eel](https://en.wikipedia.org/wiki/Eel) is “a long fish that leaves us for good”.");
    said("According to [Wikipedia](https://en.wikipedia.org/wiki/Ann_Byrd), “they are leaving us for good.”");
    free(
        "“They are leaving us for good,” says [Ann Byrd](https://twitter.com/annbyrd), who [runs the reserve](https://post.test/x).",
    );
    for behind in [" in the [Post](https://post.test/x)", ", according to [the Post](https://post.test/x)"] {
        let text = format!("“They are leaving us for good,” says [Ann Byrd](https://twitter.com/annbyrd){behind}.");
        cites(&text, Format::Markdown, &["2"]);
    }
    cites(
        "The [mayor](https://en.wikipedia.org/wiki/Mayor) said “they are leaving us for good” ([Post](https://post.test/x)).",
        Format::Markdown,
        &["2"],
    );
}

#[test]
fn what_a_reader_is_asked_to_do_below_a_block_quote_is_no_source() {
    let quote = "A marsh is a bank that pays in birds.";
    for call in [
        "Subscribe now",
        "Subscribe to our newsletter",
        "Buy our calendar here",
        "Join us",
        "Sign up for the newsletter",
        "Donate",
        "Share this post",
        "Abonnieren",
        "Order now",
    ] {
        markdown(&format!("> {quote}\n\n[{call}](https://a.test)\n\nIt rained."), &[(quote, Basis::Unbound, "")]);
    }
    for source in
        ["Harbour Post", "Join or Die", "Buy Nothing Day", "The Subscribers", "Order of the Boats", "Share of Nothing"]
    {
        markdown(&format!("> {quote}\n\n[{source}](https://a.test)\n\nIt rained."), &[(quote, Basis::Explicit, "1")]);
    }
    let page = |below: &str| {
        format!(
            "<html><head><title>M</title></head><body><article><h1>M</h1><p>It fell.</p><blockquote>{quote}</blockquote>{below}\
             <p>It rained.</p></article></body></html>"
        )
    };
    let card = "<figure class=\"kg-card\"><a href=\"https://a.test/x\"><div><div>Salt marsh carbon</div><div>How marshes store it.</div></div></a></figure>";
    check(&page(card), Format::Html, &[(quote, Basis::Unbound, "")]);
    let button = "<p><a class=\"button\" href=\"https://a.test/x\">Subscribe now</a></p>";
    check(&page(button), Format::Html, &[(quote, Basis::Unbound, "")]);
    let source = "<p><a href=\"https://a.test/x\">Salt marsh carbon</a></p>";
    check(&page(source), Format::Html, &[(quote, Basis::Explicit, "1")]);
}

#[test]
fn a_quote_whose_own_mark_leads_nowhere_is_not_that_of_a_link_before_it() {
    let (words, note) = ("the tide is very young", "\n\n[^1]: https://a.test\n");
    let check = |body: &str, basis: Basis, label: &str| markdown(&format!("{body}{note}"), &[(words, basis, label)]);
    check(&format!("See [Star](https://b.test), “{words}” [^9]. So.[^1]"), Basis::Unbound, "");
    check(&format!("In [Town](https://b.test) it is “{words}” [@doe20, p. 3]. So.[^1]"), Basis::Unbound, "");
    // What a link is told to say is of that, and the words of a link are.
    check(&format!("The [Star](https://b.test) says “{words}” [^9]. So.[^1]"), Basis::SameSentence, "2");
    check(&format!("It is “[{words}](https://b.test)” [^9]. So.[^1]"), Basis::SameSentence, "2");
    check(&format!("In [Town](https://b.test) it is “{words}”. So.[^1]"), Basis::SameSentence, "2");
}

#[test]
fn a_link_among_the_words_of_a_quote_is_not_its_source_where_another_is_told_to_say_it() {
    let quote = "“Walls are built only for [boats](https://b.test), and not for ships.”";
    let words = "Walls are built only for boats, and not for ships.";
    for lead in [
        "The [Guide](https://a.test) states:",
        "According to the [Guide](https://a.test),",
        "The [Guide](https://a.test):",
    ] {
        markdown(&format!("{lead} {quote}"), &[(words, Basis::SameSentence, "1")]);
    }
    // Of one that is only near it is not, and what is a link as a whole is of that.
    markdown(&format!("In [Town](https://a.test) they hold {quote}"), &[(words, Basis::SameSentence, "2")]);
    markdown(
        "The [Guide](https://a.test) states: “[walls are built for boats](https://b.test)”.",
        &[("walls are built for boats", Basis::SameSentence, "2")],
    );
}
