//! Marks by name beside footnotes, and the work that stands before a quote.

use crate::citation::bound_tests::bound;
use crate::document::Format;

const LIST: &str = "\n\n# References\n\nVane, T. (1988). *Ash*. Coal House. <https://a.test/vane>\n\nLund, E. (1990). *Stones*. <https://a.test/lund>\n";
const NOTE: &str = "\n[^1]: See <https://a.test/note> for more.\n";

fn markdown(text: &str, expected: &[&str]) {
    assert_eq!(bound(&format!("{text}{LIST}{NOTE}"), Format::Markdown), expected, "{text}");
}

#[test]
fn one_footnote_does_not_keep_names_and_years_from_being_read() {
    markdown(
        "Some thought that “wetness is an opinion” (Lund 1990). They “agreed on the tide” (Vane, 1988, p. 3). All is known.[^1]",
        &["wetness is an opinion > lund", "agreed on the tide > vane"],
    );
    markdown(
        "Lund (1990) says that “wetness is an opinion”. All is known, “or so it seems here”.[^1]",
        &["wetness is an opinion > lund", "or so it seems here > note"],
    );
    // The note that is the quote's own stays its source.
    markdown("Some thought that “wetness is an opinion”.[^1] So did Lund (1990).", &["wetness is an opinion > note"]);
    // A work that no list has ends the search where names are the custom.
    markdown(
        "It is “as wide as that” (Doe 1999). So (Lund 1990). So (Vane 1988). All is known.[^1]",
        &["as wide as that > "],
    );
    // In a text of footnotes a year in a bracket is no mark.
    markdown("It is “as wide as that” (May 1999). All is known.[^1]", &["as wide as that > note"]);
    let german = "\n\n# Literatur\n\nMüller, A. (2019): *Flüsse*. <https://a.test/m>\n";
    let text = format!("Es „war so und anders“ (Müller 2019, S. 3). Alles ist bekannt.[^1]{german}{NOTE}");
    assert_eq!(bound(&text, Format::Markdown), ["war so und anders > m"]);
}

#[test]
fn the_same_stands_in_a_page() {
    let note = "<a href=\"#fn1\" id=\"fnref1\" role=\"doc-noteref\"><sup>1</sup></a>";
    let feet = "<section class=\"footnotes\" role=\"doc-endnotes\"><ol><li id=\"fn1\"><p>J. Keeper, “Clocks of the coast,” \
                <em>Coast</em>, 3 May 2014, <a href=\"https://a.test/coast\">https://a.test/coast</a>.<a href=\"#fnref1\">↩</a></p></li></ol></section>";
    let list = "<p>Board, Harbour. 2019. <em>Paying for Clocks</em>. <a href=\"https://a.test/board\">https://a.test/board</a>.</p>\
                <p>Moss, Dan. 2001. “No Opinion.” <em>Sea Letters</em> 4 (2): 1–9. <a href=\"https://a.test/moss\">https://a.test/moss</a>.</p>";
    let body = format!(
        "<p>He calls it “a clock that nobody winds”.{note} It is “a clock that all pay for” (Board 2019, 4).</p><p>Moss (2001) writes that “the tide has no opinion”.</p>"
    );
    let expected =
        ["a clock that nobody winds > coast", "a clock that all pay for > board", "the tide has no opinion > moss"];
    assert_eq!(bound(&format!("{body}<h2>References</h2>{list}{feet}"), Format::Html), expected);
    // Programs that make such a list leave the heading to the writer.
    for open in [
        "<div id=\"refs\" class=\"references csl-bib-body\" role=\"list\">",
        "<div class=\"csl-bib-body\">",
        "<section role=\"doc-bibliography\">",
        "<div class=\"references\">",
    ] {
        let page = format!("{body}{feet}{open}{list}</{}>", &open[1..open.find(' ').unwrap()]);
        assert_eq!(bound(&page, Format::Html), expected, "{open}");
        let entry = list.replace("<p>", "<div class=\"csl-entry\" role=\"listitem\">").replace("</p>", "</div>");
        let page = format!("{body}{open}{entry}</{}>{feet}", &open[1..open.find(' ').unwrap()]);
        assert_eq!(bound(&page, Format::Html), expected, "{open}");
    }
    // What is only called so, and holds no entries, is none.
    let page = "<div class=\"references\"><p>So it is “a clock that all pay for”, they say.</p></div>";
    assert_eq!(bound(page, Format::Html), ["a clock that all pay for > "]);
}

#[test]
fn a_work_before_a_quote_in_its_sentence_is_its_source_whoever_spoke_in_the_sentence_before() {
    let before = "Lund (1990) thought that wetness is an argument.";
    markdown(&format!("{before} In the end (Vane 1988) they “agreed on the tide”."), &["agreed on the tide > vane"]);
    // A sentence without a mark has none.
    markdown(&format!("{before} In the end they “agreed on the tide”."), &["agreed on the tide > "]);
    markdown(&format!("{before} In the end they “agreed on the tide”. So (Vane 1988)."), &["agreed on the tide > "]);
    let list = "\\begin{thebibliography}{9}\\bibitem[Lund(1990)]{lund} \\url{https://a.test/lund}\n\\bibitem[Vane(1988)]{vane} \\url{https://a.test/vane}\\end{thebibliography}";
    let text = format!(
        "\\citet{{lund}} thought that wetness is an argument. In the end \\citep{{vane}} they ``agreed on the tide''.\n\n{list}\n"
    );
    assert_eq!(bound(&text, Format::Latex), ["agreed on the tide > vane"]);
}

#[test]
fn a_key_that_is_nowhere_is_not_the_note_behind_it() {
    let note = "\\footnote{Or so the \\href{https://a.test/gossip}{gossip} ran.}";
    for mark in [" \\cite{k1}.", "~\\cite{k1,k2}.", " \\parencite[3]{k1}."] {
        let text = format!("It is said that ``nobody reads it''{mark}{note} It sank.\n");
        assert_eq!(bound(&text, Format::Latex), ["nobody reads it > "], "{mark}");
    }
    assert_eq!(
        bound(&format!("It is said that ``nobody reads it''.{note}\n"), Format::Latex),
        ["nobody reads it > gossip"]
    );
}

const NOTES: &str =
    "\n\n[^1]: Report, <https://a.test/1>.\n[^2]: Post, <https://a.test/2>.\n[^3]: Star, <https://a.test/3>.\n";

#[test]
fn each_of_two_speakers_in_a_sentence_has_its_own_quote() {
    for (text, expected) in [
        ("The *Post*[^2] says “stolen by night” and the *Star*[^3] “stolen by day”.", ["2", "3"]),
        ("The *Post*[^2] says “stolen by night”, the *Star*[^3] “stolen by day”.", ["2", "3"]),
        ("The *Post*[^2] says “stolen by night”, and the *Star*[^3] that it was “stolen by day”.", ["2", "3"]),
        ("The *Post*[^2] writes: “stolen by night”; the *Star*[^3] writes: “stolen by day”.", ["2", "3"]),
        ("The *Post*[^2] writes: “stolen by night”; the *Star*[^3]: “stolen by day”.", ["2", "3"]),
        ("According to the report[^1], it was “stolen by night”; the *Post*[^2] says “stolen by day”.", ["1", "2"]),
        ("“Stolen by night,” says one author[^1]; “stolen by day,” say others.[^2] The rest is silent.", ["1", "2"]),
        ("„Stolen by night“, sagt einer[^1]; „stolen by day“, sagen andere.[^2] Mehr nicht.", ["1", "2"]),
        ("« Stolen by night », dit-il[^1]; « stolen by day », dit-elle.[^2] Puis rien.", ["1", "2"]),
        (
            "“Stolen by night,” says one author[^1]; “stolen by day,” say others.[^2] “Perhaps we may,”[^3] says a third.",
            ["1", "2"],
        ),
        ("“Stolen by night,” says one, and the *Post*[^2] reports “stolen by day”.", ["2", "2"]),
        // A note behind the sentence is that of both.
        ("The *Post* says “stolen by night” and the *Star* “stolen by day”.[^3]", ["3", "3"]),
    ] {
        let own = bound(&format!("{text}{NOTES}"), Format::Markdown);
        let led: Vec<&str> = own.iter().take(2).map(|quote| quote.rsplit("> ").next().unwrap_or_default()).collect();
        assert_eq!(led, expected, "{text}");
    }
    let rst = "According to [m]_, it \"was found in the river\"; [p]_ says \"stolen by night\" and [s]_ \"stolen by day\".\n\n\
               .. [m] Minutes. https://a.test/m\n.. [p] Post. https://a.test/p\n.. [s] Star. https://a.test/s\n";
    assert_eq!(bound(rst, Format::Rst), ["was found in the river > m", "stolen by night > p", "stolen by day > s"]);
}

#[test]
fn who_said_the_quote_before_says_no_other_that_has_its_own_speaker() {
    markdown(
        "“Yes, we can,” says Vane (1988); “no, we can not,” says Lund (1990).[^1]",
        &["Yes, we can, > vane", "no, we can not, > lund"],
    );
    markdown(
        "“Yes, we can,” says Vane (1988) and “no, we can not,” says Lund (1990). So.[^1]",
        &["Yes, we can, > vane", "no, we can not, > lund"],
    );
    // Who goes on to speak stays the source.
    markdown(
        "“Yes, we can,” says Vane (1988); “no, we can not,” she adds. So.[^1]",
        &["Yes, we can, > vane", "no, we can not, > vane"],
    );
    markdown(
        "“Yes, we can,” says Vane (1988), “and we will do so”. So.[^1]",
        &["Yes, we can, > vane", "and we will do so > vane"],
    );
    let links = "“Yes, we can,” says [one author](https://a.test/1); “no, we can not,” say [others](https://a.test/2). The rest is silent.\n";
    let own = bound(links, Format::Markdown);
    assert!(own[0].ends_with("> 1") && !own[1].ends_with('1'), "{own:?}");
}

#[test]
fn a_clause_behind_a_semicolon_has_its_own_source() {
    for text in [
        "Selon la Poste[^1], c’est « une vraie perte » ; l’Étoile[^2] parle d’« un vrai gain ».",
        "Según el Correo[^1], fue «una gran pérdida»; la Estrella[^2] habla de «una ganancia».",
        "Laut der Post[^1] war es „in dem Fluss“; der Stern[^2] sagt: „im See“.",
    ] {
        let own = bound(&format!("{text}{NOTES}"), Format::Markdown);
        let led: Vec<&str> = own.iter().take(2).map(|quote| quote.rsplit("> ").next().unwrap_or_default()).collect();
        assert_eq!(led, ["1", "2"], "{text}");
    }
    // One that has no source of its own has that of the sentence.
    let own = bound(&format!("The *Post*[^1] is clear; it was “a loss of words”.{NOTES}"), Format::Markdown);
    assert_eq!(own[0], "a loss of words > 1");
}

#[test]
fn a_mark_that_begins_its_paragraph_is_of_what_it_leads_to() {
    let list = "\\begin{thebibliography}{9}\\bibitem{lund} \\url{https://a.test/lund}\n\\bibitem{vane} \\url{https://a.test/vane}\\end{thebibliography}";
    let check = |text: &str, sources: &[&str]| {
        let found = bound(&format!("It rained.\n\n{text}\n\nIt rained.\n\n{list}\n"), Format::Latex);
        let found: Vec<&str> = found.iter().map(|own| own.rsplit("> ").next().unwrap()).collect();
        assert_eq!(found, sources, "{text}");
    };
    check("\\cite{lund}: ``Nobody reads it.''", &["lund"]);
    check("\\cite{lund}: ``Nobody reads it.'' So it was \\cite{vane}.", &["lund"]);
    check("\\cite{lund}: ``Nobody reads it'', and ``nobody did''~\\cite{vane}.", &["lund", "vane"]);
    check("\\cite{lund,vane}: ``Nobody reads it.''", &["lund vane"]);
    check("\\citet{lund} writes: ``Nobody reads it.'' So it was \\cite{vane}.", &["lund"]);
    check("\\cite{lund} describes the book as ``nobody reads it''.", &["lund"]);
    check("\\cite{lund} describes the book as ``nobody reads it'' \\cite{vane}.", &["vane"]);
    // What stands there without a word may be of anything, and what a later sentence quotes is not led to.
    check("\\cite{lund} ``Nobody reads it.''", &[""]);
    check("\\cite{lund} The book is what ``nobody reads''.", &[""]);
    check("\\cite{lund} describes it. The book is what ``nobody reads''.", &[""]);
    check("\\cite{lund} describes it, and \\cite{vane} calls the book what ``nobody reads''.", &["vane"]);
    check("\\cite{lund} describes it, and \\cite{vane} is the book that ``nobody reads''.", &[""]);
}

#[test]
fn several_who_speak_with_a_note_at_their_name_have_it_as_their_source() {
    let notes = "\n\n[^1]: Doe, <https://a.test/one>.\n[^2]: Lund, <https://b.test/two>.\n";
    let check = |text: &str, first: &str, second: &str| {
        let own = bound(&format!("{text}{notes}"), Format::Markdown);
        let ends: Vec<&str> = own.iter().filter_map(|quote| quote.rsplit(' ').next()).collect();
        assert_eq!(ends, [first, second], "{text}");
    };
    for text in [
        "Others[^1] speak of “a habit of the poor”, and Lund of “nothing but a habit”.[^2]",
        "Critics[^1] call it “a habit of the rich”, while Lund calls it “nothing but a fashion”.[^2]",
        "Berg and Holm[^1] also write of “a habit of the old”, and Lund speaks of “nothing but a fear”.[^2]",
        "Kritiker[^1] sprechen von „einer Gewohnheit der Armen“, Lund von „nichts als Angst“.[^2]",
        "Le Post[^1] parle d’« une habitude des pauvres », et Lund de « rien que la peur ».[^2]",
        "Algunos[^1] hablan de «una costumbre de pobres», y Lund de «nada más que miedo».[^2]",
        "Критики[^1] говорят о «привычке бедных людей», а Лунд о «страхе и только».[^2]",
    ] {
        check(text, "one", "two");
    }
    // A noun behind a mark, and what another one says.
    check(
        "It fell.[^1] The calls for “a habit of the poor” and for “nothing but a habit” were heard.[^2]",
        "two",
        "two",
    );
    check("Others[^1] were there, and “a habit of the poor” and “nothing but a habit” were seen.[^2]", "two", "two");
}
