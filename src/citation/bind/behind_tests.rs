//! A source that stands behind a quote goes before a link that only stands before it.

use crate::citation::{bound_tests::shown, claims};
use crate::document::{Format, Limits, parse};

const NOTES: &str = "\n\n[^1]: Doe, <https://note.test/1>.\n[^2]: Roe, <https://note.test/2>.\n";

/// The ends of the addresses that each quote is bound to.
fn of(text: &str, format: Format) -> Vec<String> {
    let own = shown(&claims(&parse(text, format, Limits::default()), text));
    own.iter().map(|quote| quote.rsplit("> ").next().unwrap_or_default().to_owned()).collect()
}

/// Each text with `S` and `O` for the addresses of its source and of another link.
fn check(texts: &[&str], expected: &[&str]) {
    let wrong: Vec<(&str, Vec<String>)> = texts
        .iter()
        .map(|text| {
            let mut own = text.to_string();
            for (name, host) in [("S", "star"), ("T", "star"), ("O", "north"), ("P", "north")] {
                own = own.replace(&format!("]({name})"), &format!("](https://{host}.test/{name})"));
            }
            (*text, of(&format!("{own}{}", if own.contains("[^") { NOTES } else { "" }), Format::Markdown))
        })
        .filter(|(_, own)| own != expected)
        .collect();
    assert!(wrong.is_empty(), "not {expected:?}: {wrong:#?}");
}

#[test]
fn a_source_behind_a_quote_goes_before_a_link_of_the_subject() {
    check(
        &[
            "The mayor of [Nordhaven](O) said \"one two three four\" on Monday ([Star](S)).",
            "The mayor of [Nordhaven](O) said \"one two three five\", [the Star reported](S).",
            "The mayor of [Nordhaven](O) said on Monday that \"one two three six\", according to [the Star](S).",
            "[Jane Doe](O), the mayor, said \"one two three seven\" on Monday ([Star](S)).",
            "[Jane Doe](O) told the Star \"one two three eight\" on Monday ([source](S)).",
            "After the [storm](O) she said \"one two three nine\" in an interview with [the Star](S).",
            "[Acme](O) said it was \"one two four five\" in [a statement](S).",
            "Der Bürgermeister von [Nordhaven](O) sagte am Montag „eins zwei drei vier“, [berichtet der Stern](S).",
            "Le maire de [Nordhaven](O) a dit « un deux trois quatre » lundi ([Le Star](S)).",
            "In 2019 (see [Post](O)), the mayor said \"one two three four\" ([Star](S)).",
            "The mayor, a member of the [Party](O), called it \"a ruin in all but name.\" [Source](S)",
            "The mayor, a member of the [Party](O), called it \"a ruin in all but name\" [in an interview](S).",
            "The mayor, a member of the [Party](O), called it \"a ruin in all but name\". ([Post](S))",
            "The mayor, a member of the [Party](O), called it \"a ruin in all but name\" (Source: [Post](S)).",
            "The wall, built by [Acme](O), is \"a ruin in all but name\", according to [the audit](S).",
            "The [wall](O), which the auditors call \"a ruin in all but name\" [in their report](S), fell.",
            "Since [the flood of 1953](O), it has been \"a ruin in all but name\", as [the audit](S) puts it.",
            "Since [the flood of 1953](O), engineers have warned that it is \"a ruin in all but name\" ([audit](S)).",
            "Jane Doe, author of [Walls](O), says: \"It is a ruin in all but name.\" — [Post, 3 May](S)",
            "Jane Doe (author of [Walls](O)) says it is \"a ruin in all but name\" ([Post, 3 May](S)).",
            "* **[Jane Doe](O)** – \"It is a ruin in all but name\" – [Post](S)",
            "* [Jane Doe](O): \"It is a ruin in all but name\" ([Post](S))",
            "The [EU](O) said it was \"a ruin in all but name\", Reuters [reported](S).",
            "The [EU](O) said it was \"a ruin in all but name\", [Reuters](S) reported.",
            "The [EU](O) said it was \"a ruin in all but name\", per [Reuters](S).",
            "The report says it is \"a ruin in all but name\", which [Acme](O) denies ([report](S)).",
            "El alcalde de [Nordhaven](O) dijo «una ruina de verdad» el lunes, según [el Star](S).",
            "Il sindaco di [Nordhaven](O) ha detto «una vera rovina» in [un'intervista](S).",
            "De burgemeester van [Nordhaven](O) zei „een echte ruïne“, [meldt de Star](S).",
            "Мэр [Нордхавена](O) сказал «настоящая руина здесь», [сообщает Стар](S).",
        ],
        &["S"],
    );
    check(
        &[
            "The mayor of [Nordhaven](O) said \"one two three four\" on Monday.[^1]",
            "The mayor, a member of the [Party](O), called it \"a ruin in all but name\".[^1]",
            "The mayor, a member of the [Party](O), called it \"a ruin in all but name\" in May.[^1]",
        ],
        &["1"],
    );
}

#[test]
fn a_link_before_a_quote_that_is_its_source_stays_it() {
    check(
        &[
            "[The Post](S) wrote that \"one two three four\".",
            "[The Post](S) wrote that \"one two three four\" on Monday.",
            "[The Post](S) wrote that \"one two three four\", which [Acme](O) denies.",
            "The mayor of [Nordhaven](S) said \"one two three four\" on Monday.",
            "The [Commission](S) said it was \"a ruin in all but name\" and moved on to [other matters](O).",
            "[The Commission said](S) it was \"a ruin in all but name\" and moved on to [other matters](O).",
            "According to [the Commission](S), it was \"a ruin in all but name\", unlike [the new wall](O).",
            "Laut [Audit](S) ist sie „eine Ruine, die noch steht“, anders als [die neue Mauer](O).",
            "[The Post](S) said it was \"a ruin in all but name\" in [1953](O).",
            "[The Post](S) said it was \"a ruin in all but name\" in May (see also [walls](O)).",
            "The authors of [the report](S) call \"a ruin in all but name\" what [Acme](O) built.",
            "[The Post](S) wrote \"one two three four\" in its review of [Walls](O).",
            "[The Post](S) wrote \"one two three four\" in its review of [North](O).",
            "[The Post](S) wrote \"one two three four\" in a review of [The North](O).",
            "[The Post](S) wrote \"one two three four\" in its report on [the North](O).",
            "[Die Post](S) schrieb „eins zwei drei vier“ in ihrer Rezension von [North](O).",
            "[La Poste](S) écrit « un deux trois quatre » dans sa critique de [North](O).",
            "[El Correo](S) escribió «uno dos tres cuatro» en su reseña de [North](O).",
            "[The Post](S) said \"one two three four\", as did [the Star](O).",
            "[The Post](S) said it was \"a ruin in all but name\". [Acme](O), however, built it.",
            "[The Post](S) said it was \"a ruin in all but name.\" [Acme](O) built it.",
            "[Jane Doe](O) of the Post [called it](S) \"a ruin in all but name\".",
        ],
        &["S"],
    );
    check(&["[The Post](S) said \"one two three\" and \"four five six\"."], &["S", "S"]);
    check(&["[A](S) wrote \"one words here\", [B](O) wrote \"two words here\"."], &["S", "O"]);
    // Who says it has a source of its own beside the one in the bracket.
    check(
        &[
            "According to [the Post](S), it was \"one two three\" ([Guide](O)).",
            "The board says in [its report](S) that \"one two three\" is gone ([Guide](O)).",
        ],
        &["O S"],
    );
    check(&["- “One two three four” - Doe https://star.test/S"], &["S"]);
}

#[test]
fn the_front_page_of_a_site_only_says_who_speaks_where_a_source_stands_behind() {
    let of_site = |texts: &[&str], expected: &str| {
        for text in texts {
            let text = text.replace("(H)", "(https://north.test/)").replace("(S)", "(https://star.test/S)");
            assert_eq!(of(&text.replace("(O)", "(https://north.test/O)"), Format::Markdown), [expected], "{text}");
        }
    };
    of_site(
        &[
            "Der [Rat](H) nannte sie „eine echte Ruine“ ([Post](S)).",
            "The [Council](H) called it \"a ruin in all but name\" ([Post](S)).",
            "Le [Conseil](H) l’appelle « une vraie ruine » ([La Poste](S)).",
        ],
        "S",
    );
    of_site(&["The [Council](O) called it \"a ruin in all but name\" ([Post](S))."], "S O");
    // With no other source it is the one that is meant.
    of_site(&["The [Council](H) called it \"a ruin in all but name\"."], "");
}

#[test]
fn who_is_told_behind_a_quote_to_speak_of_it_is_its_source() {
    check(
        &[
            "\"A ruin in all but name\" is how [the auditors](S) describe it.",
            "\"A ruin in all but name\" is what [the auditors](S) call it.",
            "\"A ruin in all but name,\" write [the auditors](S).",
            "„Eine echte Ruine“, so beschreiben [die Prüfer](S) die Mauer.",
            "« Une vraie ruine », c’est ainsi que [les auditeurs](S) la décrivent.",
            "« Une vraie ruine », écrivent [les auditeurs](S).",
            "«Una ruina de verdad», así la describen [los auditores](S).",
        ],
        &["S"],
    );
    check(
        &[
            "\"A ruin in all but name\" is what [the old wall](O) had become.",
            "\"A ruin in all but name\" is how it looks from [the harbour](O).",
            "They spoke of \"a ruin of note\" and [the auditors](O) describe it.",
            "The \"sound wall\" report [of the auditors](O) is gone.",
            "« Une vraie ruine » et [les auditeurs](O) la décrivent.",
        ],
        &[""],
    );
}

#[test]
fn each_of_two_quotes_has_the_source_behind_its_own_words() {
    check(
        &[
            "\"Nothing of this is true,\" she told the Post ([link](S)); \"all of it is true,\" she told the Star ([link](O)).",
            "\"Nothing of this is true,\" she told the Post ([Post](S)), but \"all of it is true,\" she told the Star ([Star](O)).",
            "- \"Nothing of this is true,\" she told the Post ([link](S)); \"all of it is true,\" she told the Star in a long talk in May ([link](O)).",
            "„Nichts davon stimmt“, sagte sie der Post ([Link](S)); „alles davon stimmt“, sagte sie dem Stern ([Link](O)).",
            "\"Nothing of this is true,\" she told [the Post](S); \"all of it is true,\" she told [the Star](O).",
            "\"Nothing of this is true,\" [she told the Post](S), and \"all of it is true,\" [she told the Star](O).",
            "[The Post](S) said \"one two three\", and the Star \"four five six\" ([Star](O)).",
            "\"Nothing of this is true,\" she told [the Post](S); \"all of it is true,\" she told the Star ([link](O)).",
            "“One two three four”, Doe, https://star.test/S; “five six seven eight”, Roe, https://north.test/O",
        ],
        &["S", "O"],
    );
    // One link behind both, or before both.
    check(
        &[
            "She called it \"one two three\" and \"four five six\" in May ([Star](S)).",
            "The mayor of [Nordhaven](O) called it \"one two three\" and \"four five six\" ([Star](S)).",
            "\"One two three,\" she said, \"and four five six\" ([Star](S)).",
        ],
        &["S", "S"],
    );
    check(
        &[
            "[The Post](S) said \"one two three\"; the Star said \"four five six\".[^1]",
            "He said \"one two three\" ([Post](S)), and later \"four five six\".[^1]",
        ],
        &["S", "1"],
    );
    check(
        &["He said \"one two three\" ([Post](S)), and later \"four five six\",[^1] then \"seven eight nine\".[^2]"],
        &["S", "1", "2"],
    );
}

#[test]
fn a_source_behind_is_that_in_every_format() {
    let (north, star) = ("https://north.test/O", "https://star.test/S");
    for (format, lead, behind) in [
        (Format::Html, format!("<a href='{north}'>Nordhaven</a>"), format!("<a href='{star}'>Star</a>")),
        (Format::Rst, format!("`Nordhaven <{north}>`__"), format!("`Star <{star}>`__")),
        (Format::Org, format!("[[{north}][Nordhaven]]"), format!("[[{star}][Star]]")),
        (Format::Wikitext, format!("[{north} Nordhaven]"), format!("[{star} Star]")),
        (Format::Asciidoc, format!("{north}[Nordhaven]"), format!("{star}[Star]")),
        (Format::Latex, format!("\\href{{{north}}}{{Nordhaven}}"), format!("\\href{{{star}}}{{Star}}")),
    ] {
        for (text, expected) in [
            (format!("The mayor of {lead} said “one two three four” on Monday ({behind})."), "S"),
            (format!("The mayor of {lead} said “one two three four”, according to {behind}."), "S"),
            (format!("The {lead} wrote that “one two three four” on Monday, unlike {behind}."), "O"),
        ] {
            let own = if format == Format::Html { format!("<p>{text}</p>") } else { text };
            assert_eq!(of(&own, format), [expected], "{format:?} {own}");
        }
    }
}

#[test]
fn a_capture_beside_a_link_parts_no_row() {
    let capture = "[archived](https://web.archive.org/web/20240630101500/https://star.test/S)";
    check(
        &[
            &format!("\"A ruin in all but name\" [Post](S) ({capture}) [Star](O)."),
            &format!("\"A ruin in all but name\" ([Post](S) ({capture}), [Star](O))."),
        ],
        &["S O"],
    );
    check(&["\"A ruin in all but name\" [Post](S) (a copy) [Star](O)."], &["S"]);
}
