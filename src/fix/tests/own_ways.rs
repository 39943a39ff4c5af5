//! What a document has of its own is kept: the templates of its wiki, its columns, its attributes, its commands.

use super::{all_dead, check, planned};
use crate::citation::Citation;
use crate::document::Format;
use crate::fix::Options;
use crate::fix::edit;

fn dead(citation: &Citation) -> crate::fix::Known {
    all_dead(std::slice::from_ref(citation)).remove(0)
}

/// What is made of a page of a wiki that holds `link` behind `before`.
#[track_caller]
fn in_wiki(before: &str, capture: &str) {
    let page = |end: &str| format!("{before}<ref>[https://a.test/b Post]{end}</ref>\n");
    check(Format::Wikitext, &page(""), &page(capture));
}

#[test]
fn a_link_of_a_wiki_has_the_template_that_the_wiki_has_for_captures() {
    const GERMAN: &str = " {{Webarchiv|url=https://a.test/b|wayback=20240630101500|text=Archivierte Kopie}}";
    const FRENCH: &str =
        " {{Lien archive|url=https://a.test/b|horodatage archive=20240630101500|titre=Copie archivée}}";
    const SPANISH: &str = " {{Wayback|url=https://a.test/b|date=20240630101500}}";
    const ENGLISH: &str = " {{Webarchive|url={A}|date=2024-06-30}}";
    in_wiki("[[Kategorie:Hafen]] So.", GERMAN);
    in_wiki("{{Internetquelle |url=https://web.archive.org/web/2020/https://c.test |titel=A}} So.", GERMAN);
    in_wiki("Die Fähre sank am Abend im Hafen, und die Leute standen auf der Mole und sahen nicht viel davon.", GERMAN);
    in_wiki("[[Catégorie:Port]] So.", FRENCH);
    in_wiki("Le bac a coulé dans le port, et les gens de la ville étaient là pour le voir avec nous.", FRENCH);
    in_wiki("[[Categoría:Puerto]] So.", SPANISH);
    in_wiki("So.", ENGLISH);
    in_wiki("[[Категория:Порт]] So.", ENGLISH);
    in_wiki("The ferry sank at night in the harbour, and the people stood on the pier and saw it.", ENGLISH);
    // What the page has already is what its wiki has.
    let old = "https://web.archive.org/web/20200101000001/https://c.test";
    in_wiki(
        &format!("[[Kategorie:Hafen]] [https://c.test C] {{{{webarchive|url={old}|date=2020-01-01}}}}."),
        " {{webarchive|url={A}|date=2024-06-30}}",
    );
    in_wiki(
        "So [https://c.test C] {{Wayback|url=https://c.test|date=20200101000001}}.",
        " {{Wayback|url=https://a.test/b|date=20240630101500}}",
    );
}

#[test]
fn a_capture_without_a_moment_in_its_address_is_a_link_where_the_template_wants_one() {
    let text = "[[Kategorie:Hafen]] So.<ref>[https://a.test/b Post]</ref>\n";
    let made = planned(text, Format::Wikitext, &Options::default(), |citation| {
        let mut known = dead(citation);
        if let Some(capture) = &mut known.capture {
            capture.url = "https://perma.cc/AB12-CD34".to_owned();
        }
        known
    });
    let expected = text.replace("Post]", "Post] ([https://perma.cc/AB12-CD34 archiviert])");
    let is = edit::applied(text, &made.edits);
    assert!(is == expected || is == text && !made.left.is_empty(), "{is} {:?}", made.left);
}

#[test]
fn signs_that_stand_below_each_other_go_on_to() {
    check(
        Format::Wikitext,
        "So.<ref>{{cite web\n| title       = A\n| url         = https://a.test/b\n| access-date = 2024-06-29\n}}</ref>\n",
        "So.<ref>{{cite web\n| title       = A\n| url         = https://a.test/b\n| access-date = 2024-06-29\n\
         | archive-url = {A}\n| archive-date = 2024-06-30\n| url-status  = dead\n}}</ref>\n",
    );
    check(
        Format::Wikitext,
        "So.<ref>{{cite web\n| title = A\n| url = https://a.test/b\n| access-date = 2024-06-29\n}}</ref>\n",
        "So.<ref>{{cite web\n| title = A\n| url = https://a.test/b\n| access-date = 2024-06-29\n\
         | archive-url = {A}\n| archive-date = 2024-06-30\n| url-status = dead\n}}</ref>\n",
    );
    check(
        Format::Bibtex,
        "@online{a,\n  author  = {Byrd},\n  url     = {https://a.test/b},\n  urldate = {2024-06-29},\n}\n",
        "@online{a,\n  author  = {Byrd},\n  url     = {https://a.test/b},\n  urldate = {2024-06-29},\n  \
         addendum = {Archived at \\url{{A}}},\n}\n",
    );
    check(
        Format::Bibtex,
        "@misc{a,\n    title        = {Tides},\n    url          = {https://a.test/b},\n    howpublished = {Post}\n}\n",
        "@misc{a,\n    title        = {Tides},\n    url          = {https://a.test/b},\n    \
         note         = {Archived at \\url{{A}}},\n    howpublished = {Post}\n}\n",
    );
}

#[test]
fn attributes_for_captures_that_are_empty_are_filled() {
    for (before, after) in [
        (
            "<a href=\"https://a.test/b\" data-versionurl=\"\" data-versiondate=\"\">a</a>",
            "<a href=\"https://a.test/b\" data-versionurl=\"{A}\" data-versiondate=\"2024-06-30\">a</a>",
        ),
        (
            "<a data-versionurl='' href=\"https://a.test/b\" class=x>a</a>",
            "<a data-versionurl='{A}' href=\"https://a.test/b\" data-versiondate=\"2024-06-30\" class=x>a</a>",
        ),
        (
            "<a data-versiondate href=\"https://a.test/b\">a</a>",
            "<a data-versiondate=\"2024-06-30\" href=\"https://a.test/b\" data-versionurl=\"{A}\">a</a>",
        ),
        // That of another link is none of this one, and what says so in a title is no attribute.
        (
            "<a title=\"my data-versionurl=''\" href=\"https://a.test/b\">a</a> <i data-versionurl=\"\">b</i>",
            "<a title=\"my data-versionurl=''\" href=\"https://a.test/b\" data-versionurl=\"{A}\" \
             data-versiondate=\"2024-06-30\">a</a> <i data-versionurl=\"\">b</i>",
        ),
    ] {
        check(Format::Html, &format!("<p>{before}</p>\n"), &format!("<p>{after}</p>\n"));
    }
}

#[test]
fn an_address_that_plain_text_gives_to_a_shell_is_left() {
    for line in [
        "Run `curl https://a.test/b` first.",
        "$ wget https://a.test/b",
        "[2] $ ./load --all https://a.test/b",
        "Fetch it: curl -sSL -o page.html https://a.test/b",
        "git clone https://a.test/b",
        "Then (wget \"https://a.test/b\").",
        "[1] curl -X POST https://a.test/b",
    ] {
        let made = planned(line, Format::Plain, &Options::default(), dead);
        assert_eq!(made.edits, [], "{line}");
    }
    for line in [
        "See curl at https://a.test/b.",
        "Curl, https://a.test/b.",
        "The price is $ 5 at https://a.test/b.",
        "He said `no` at https://a.test/b.",
        "A long-lived one – see https://a.test/b.",
    ] {
        let made = planned(line, Format::Plain, &Options::default(), dead);
        assert_eq!(made.edits.len(), 1, "{line}: {:?}", made.left);
    }
}

#[test]
fn days_of_numbers_are_written_as_the_document_writes_them() {
    let list = |day: &str, end: &str| {
        format!("So. [1]\n\nQuellen\n\n[1] Byrd: „Die Fähre“. Hafenpost. https://a.test/b, abgerufen am {day}.{end}\n")
    };
    for (day, own) in [("4.6.2020", "30.6.2024"), ("04.06.2020", "30.06.2024"), ("2020-06-04", "2024-06-30")] {
        check(Format::Plain, &list(day, ""), &list(day, &format!(" Archived {own}. {{A}}.")));
    }
}

#[test]
fn a_document_of_latex_without_links_gets_no_command_for_one() {
    let page = |before: &str, end: &str| {
        format!(
            "\\documentclass{{article}}\n{before}\\begin{{document}}\nSee \\url{{https://a.test/b}}{end}.\n\\end{{document}}\n"
        )
    };
    for (before, end) in [
        ("\\usepackage{url}\n", " (archived: \\url{{A}})"),
        ("\\usepackage[hidelinks]{hyperref}\n", " (\\href{{A}}{archived})"),
        ("\\input{preamble}\n", " (\\href{{A}}{archived})"),
    ] {
        check(Format::Latex, &page(before, ""), &page(before, end));
    }
    let beamer = |end: &str| page("", end).replace("{article}", "{beamer}");
    check(Format::Latex, &beamer(""), &beamer(" (\\href{{A}}{archived})"));
    check(Format::Latex, "See \\url{https://a.test/b}.\n", "See \\url{https://a.test/b} (\\href{{A}}{archived}).\n");
    // The address of a capture that would be cut by its signs is left.
    for text in [
        page("\\usepackage{url}\n", "").replace("a.test/b", "a.test/b\\%20c"),
        page("", "").replace("\\url{https://a.test/b}", "https://a.test/b"),
    ] {
        let made = planned(&text, Format::Latex, &Options::default(), dead);
        assert_eq!(made.edits, [], "{text}");
        assert!(made.left[0].why.contains("no command for a link"), "{:?}", made.left);
    }
}
