//! Documents that we have made up.

use super::super::Format;
use super::super::shown::{blocks, entries, markers, quotes, try_to_break};
use super::super::{Document, shown};

fn read(text: &str) -> Document {
    shown::read(text, Format::Latex)
}

#[test]
fn links_and_footnotes_cite() {
    let text = "\\documentclass{article}\n% \\title{No}\n\\title{The \\emph{Dawn}}\n\\begin{document}\nSee \\href{https://a.test/x\\_y\\%20z}{the \\emph{log}}, \\url{https://b.test/~me} \
                and https://c.test/d\\_e.\\footnote{Byrd, H. ``A Long Night.'' \\url{https://d.test}} Late\\footnote{\\doi{10.1000/182}}.\n\\end{document}\nhttps://no.test\n";
    let document = read(text);
    assert_eq!(document.title.as_deref(), Some("The Dawn"));
    let mut all = entries(&document);
    all.sort();
    assert_eq!(
        all,
        [
            "1: https://d.test A Long Night",
            "2: https://doi.org/10.1000/182",
            "3: https://a.test/x_y%20z",
            "4: https://b.test/~me",
            "5: https://c.test/d_e"
        ]
    );
    assert_eq!(blocks(&document)[0], "Paragraph: See the log, https://b.test/~me and https://c.test/d\\_e. Late.");
    assert_eq!(markers(&document)[3..], ["1 > 1", "2 > 2"]);
    let span = document.entries.iter().find(|entry| entry.label == "3").unwrap().source.url_spans[0];
    assert_eq!(&text[span.range()], "https://a.test/x\\_y\\%20z");
}

#[test]
fn what_a_writer_leaves_out_of_a_quotation_or_puts_into_it_stands_in_brackets() {
    for (text, expected) in [
        ("\\enquote{one \\textelp{} two}", "one […] two"),
        ("``one \\textelp{} two''", "one […] two"),
        ("\\enquote{one \\textelp{the} two}", "one [… the] two"),
        ("\\enquote{one \\textelp*{and} two}", "one [and …] two"),
        ("\\enquote{one \\textins{and a} two}", "one [and a] two"),
        ("\\enquote{\\textins*{T}he two}", "[T]he two"),
        ("\\textquote[x]{one \\textins{\\emph{and} a} two}", "one [and a] two"),
        ("\\enquote{one [\\dots] two}", "one […] two"),
    ] {
        assert_eq!(quotes(&read(text)), [expected], "{text}");
    }
    let all = blocks(&read("\\begin{quote}\nWe saw \\textelp{} no lights.\n\\end{quote}\n"));
    assert!(all[0].contains("We saw […] no lights."), "{all:?}");
}

#[test]
fn keys_lead_to_a_list_or_to_another_file() {
    let document = read(
        "It sank \\cite{byrd,oduya} and \\parencite[see][p.~3]{oduya}.\n\\begin{thebibliography}{9}\n\
         \\bibitem{byrd} H. Byrd. \\emph{The Log}. \\url{https://a.test}\n\\bibitem[Odu24]{oduya} S. Oduya. https://b.test\n\\end{thebibliography}\n",
    );
    assert_eq!(markers(&document), ["1,Odu24 > 1,Odu24", "Odu24 > Odu24"]);
    let document =
        read("\\addbibresource[location=local]{a.bib}\\autocites{x}[2]{y}{z} \\nocite{*}\\bibliography{b,c}");
    assert_eq!(document.named_files(), ["a.bib", "b.bib", "c.bib"]);
    assert_eq!(markers(&document), ["x,y,z > "]);
    assert!(read("\\citestyle{a} \\citeauthor{byrd}").named_files() == ["another file"]);
}

#[test]
fn quotations_are_found_in_every_way_to_write_them() {
    let document = read(
        "He said ``no lights at all'' and `not one'. \\enquote{Never \\emph{ever} so}. \"`So nicht\"', \\textquote[{\\cite{byrd}}]{we saw it}. \
         \\textcquote[3]{oduya}{it was late}\n\n\
         \\begin{quote}\nWe saw\nno lights. --- Byrd\n\\end{quote}\n\n\\begin{displaycquote}[4]{log}\nNothing there.\n\\end{displaycquote}\n",
    );
    assert_eq!(
        quotes(&document),
        ["no lights at all", "not one", "Never ever so", "So nicht", "we saw it", "it was late"]
    );
    let all = blocks(&document);
    assert_eq!(all[1..], ["Paragraph: We saw no lights. — Byrd (0)", "Paragraph: Nothing there. (1)"]);
    assert_eq!(markers(&document), ["byrd > ", "oduya > ", "log > "]);
}

#[test]
fn a_note_that_only_cites_leads_to_what_it_cites() {
    let document = read(
        "It was ``dark at night''\\footnote{See \\cite{byrd}.}, ``late at night''\\footnote{\\cite[12]{none}} and cold.\\footnote{Cf. \\cite{byrd} and \\url{https://b.test}}\n\
         \\begin{thebibliography}{9}\n\\bibitem{byrd} H. Byrd. \\url{https://a.test}\n\\end{thebibliography}\n",
    );
    assert_eq!(entries(&document).len(), 2);
    let all = markers(&document);
    assert_eq!(all.iter().filter(|marker| *marker == "1 > 1").count(), 3, "{all:?}");
    assert!(document.named_files().is_empty(), "there is a list, and none is named beside it");
    assert!(read("It was dark.\\footnote{\\cite{byrd}}\\bibliography{a}").named_files() == ["a.bib"]);
}

#[test]
fn ligatures_are_quotation_marks() {
    let document = read("Er sagte ,,kein Licht am Abend`` und <<plus de phares>>, mais a<b, c>d.");
    assert_eq!(quotes(&document), ["kein Licht am Abend", "plus de phares"]);
}

#[test]
fn what_is_switched_off_is_not_read() {
    let document = read(
        "A \\iffalse ``not this'' \\cite{no} \\ifx a b \\fi \\iff % \\fi\n\\url{https://no.test} \\else B \\fi C \\iffalse \\url{https://d.test}",
    );
    assert_eq!(entries(&document), ["1: https://d.test"]);
    assert_eq!(blocks(&document), ["Paragraph: A B C https://d.test"]);
}

#[test]
fn quotations_in_a_language_of_their_own_are_found() {
    let document = read(
        "\\foreignquote{german}{kein Licht am Abend} \\cite{a}. \\foreigntextquote{german}[\\cite{b}]{es war dunkel}. \\hyphenquote{german}{und kalt war es}, \
         \\foreigntextcquote{german}[3]{c}{sehr kalt} ``all''\\parencites(see)()[1]{d}[3]{e}.\n\n\
         \\begin{foreigndisplayquote}{german}[\\cite{f}]\nNichts war zu sehen.\n\\end{foreigndisplayquote}\n\n\\begin{hyphendisplaycquote}{german}[4]{g}\nGar nichts.\n\\end{hyphendisplaycquote}\n",
    );
    assert_eq!(quotes(&document), ["kein Licht am Abend", "es war dunkel", "und kalt war es", "sehr kalt", "all"]);
    assert_eq!(markers(&document), ["a > ", "b > ", "c > ", "d,e > ", "f > ", "g > "]);
    assert_eq!(blocks(&document)[1..], ["Paragraph: Nichts war zu sehen. (0)", "Paragraph: Gar nichts. (1)"]);
}

#[test]
fn the_prose_is_what_a_reader_sees() {
    let document = read(
        "\\section*{A \\textbf{fine} day}\\label{s}\nThe caf\\'e of M\\\"uller \\& \\c{C}elik~-- 100\\% \\LaTeX{} \\ldots % gone\n  end $x^2$ \\(y\\).\n\n\
         \\begin{equation}\nno\n\\end{equation}\n\\begin{itemize}\n\\item one\n\\item[b] two\n\\end{itemize}\n\
         \\begin{tabular}{ll}\na & b \\\\ \\hline\nc & \\multicolumn{2}{c}{d}\n\\end{tabular}\n\
         \\begin{figure}[htb]\\includegraphics[width=1cm]{x}\\caption{A ferry}\\end{figure}\n\\verb|no \"quote\"| it\\\\is.\n",
    );
    assert_eq!(
        blocks(&document),
        [
            "Heading: A fine day",
            "Paragraph: The café of Müller & Çelik – 100% LaTeX …end x^2 y.",
            "Item: one",
            "Item: b two",
            "Cell: a",
            "Cell: b",
            "Cell: c",
            "Cell: d",
            "Paragraph: A ferry",
            "Paragraph: no \"quote\" it is."
        ]
    );
}

#[test]
fn percent_signs_of_addresses_are_no_comments() {
    let text = "See \\url{https://a.test/a%20b} and \\href{https://b.test/c%C3%A9}{text} there.\\footnote{\\url{https://c.test/%41}} \\emph{x}% gone \\url{no\n";
    let mut all = entries(&read(text));
    all.sort();
    assert_eq!(all, ["1: https://c.test/%41", "2: https://a.test/a%20b", "3: https://b.test/c%C3%A9"]);
}

#[test]
fn a_line_can_be_left_alone() {
    let document = read("% citewatch: ignore\nSee \\url{https://a.test}.\n\nSee \\url{https://b.test}.\n");
    assert_eq!(entries(&document), ["1: https://b.test"]);
}

#[test]
fn broken_documents_are_read_in_linear_time() {
    let parts = [
        "\\",
        "{",
        "}",
        "\\url{",
        "\\href{",
        "\\footnote{",
        "\\footnote{a}",
        "\\cite{",
        "\\cite{a}",
        "$",
        "%",
        "``",
        "\\begin{quote}",
        "\\end{quote}",
        "\\begin{verbatim}",
        "\\item[",
        "\\bibitem{a}",
        "\\begin{thebibliography}",
        "\\enquote{",
        "\\'",
        "\\'\\",
        "\\section{",
        "\\verb|",
        "\\verb|a_b| ",
        "\\verb|a \\verb+b ",
        "[",
        "\\cites",
        "\\\\[",
        "\\(",
        "& ",
        "\n\n",
        "\\begin{displayquote}[",
        "\\title{",
        "\\iffalse ",
        "\\iffalse a\\fi ",
        "\\foreignquote{a}",
        ",,<<>>",
        "\\cites(",
    ];
    let text = "\\title{É}\\begin{document}é \\url{https://é.test} \\href{https://é.test}{é} \\footnote{é \\cite{é}} ``é'' \\enquote{\\'{é}} \\'é \\verb|é| $é$ % é\n\\begin{quote}é\\end{quote}\\section{é}\\bibitem[é]{é} é\\begin{thebibliography}{é}\\bibitem[é]{é} é\\end{thebibliography}";
    try_to_break(&parts, text, Format::Latex);
}

#[test]
fn an_address_beside_a_key_is_kept() {
    let text = "It sank \\cite[\\href{https://a.test}{log}, p. 3]{key} at \\cite[see][p. 4]{other}.";
    let document = crate::document::parse(text, crate::document::Format::Latex, crate::document::Limits::default());
    assert_eq!(document.entries[0].source.url.as_deref(), Some("https://a.test"));
    assert!(!document.prose.text().contains("p. 4"));
}

#[test]
fn the_files_that_a_document_is_made_of_are_named() {
    let files = super::files_of(
        "\\documentclass{book}\n\\addbibresource[x]{refs.bib} % \\include{no}\n\\include{ch/intro}\\input{ch/two.tex} \\input ch/three\n\\\\input \
         \\import{parts/}{four} \\input{\\jobname} \\bibliography{a,b}",
    );
    assert!(files.is_main);
    assert_eq!(files.parts, ["ch/intro.tex", "ch/two.tex", "ch/three.tex", "parts/four.tex"]);
    assert_eq!(files.references, ["refs.bib", "a.bib", "b.bib"]);
}

#[test]
fn marks_and_notes_apart_are_one_and_epigraphs_are_quotations() {
    let document = read(
        "``One''\\footnotemark{} so.\\footnotetext{https://a.test} ``Two''\\footnote{https://b.test} ``Three''\\footnotemark[7].\n\n\\footnotetext[7]{https://c.test}\n\n\
         \\epigraph{We saw no lights.}{Byrd~\\cite{log}}\n\nLate.",
    );
    assert_eq!(entries(&document), ["1: https://a.test", "2: https://b.test", "3: https://c.test"]);
    assert_eq!(markers(&document), ["1 > 1", "2 > 2", "3 > 3", "log > "]);
    assert_eq!(
        blocks(&document)[1..4],
        ["Paragraph: We saw no lights. (0)", "Paragraph: — Byrd (0)", "Paragraph: Late."]
    );
}

#[test]
fn commands_of_the_document_are_what_they_stand_for() {
    let document = read(
        "\\documentclass{article}\n\\newcommand{\\q}[1]{``#1''}\n\\newcommand*\\say[1]{\\emph{\\enquote{#1}}}\n\\def\\fn#1{\\footnote{#1}}\n\
         \\NewDocumentCommand{\\zit}{m}{\\glqq{}#1\\grqq{}}\n% \\newcommand{\\no}[1]{``#1''}\n\\newcommand{\\two}[2]{``#1''}\n\\newcommand{\\big}[1]{{\\Large #1}}\n\
         \\begin{document}\nHe said \\q{no lights at all}, \\say{not one} and \\zit{gar keine}.\\fn{\\url{https://a.test}} \\no{a} \\big{b} \\two{c}{d}\n\\end{document}\n",
    );
    assert_eq!(quotes(&document), ["no lights at all", "not one", "gar keine"]);
    assert_eq!(entries(&document), ["1: https://a.test"]);
}

#[test]
fn an_entry_that_is_switched_off_is_none() {
    let document = read(
        "So \\cite{b}.\\begin{thebibliography}{9}\n%\\bibitem{a} https://a.test\n\\bibitem{b} 5\\% of all. https://b.test\n% \\bibitem{c}\n\\end{thebibliography}",
    );
    assert_eq!(entries(&document), ["1: https://b.test"]);
}

#[test]
fn the_year_behind_its_author_is_part_of_the_same_name() {
    let behind = |text: &str| -> usize {
        let list = "\\begin{thebibliography}{9}\n\\bibitem{a} A. https://a.test\n\\end{thebibliography}\n";
        let document = read(&format!("{text}\n{list}"));
        document.markers.iter().filter(|marker| marker.voice == super::super::Voice::Parenthetical).count()
    };
    assert_eq!(behind("\\citeauthor{a} \\citeyearpar{a} says so."), 0);
    assert_eq!(behind("\\citeauthor*{a} (\\citeyear{a}) says so."), 0);
    assert_eq!(behind("\\citeauthor{a}'s \\citeyearpar{a} book."), 0);
    assert_eq!(behind("\\citeauthor{a} says so \\citeyearpar{a}."), 1);
}

#[test]
fn the_address_that_a_link_shows_is_no_other_one() {
    for words in
        ["\\url{https://a.test/x}", "\\nolinkurl{https://a.test/x}", "\\texttt{https://a.test/x}", "https://a.test/x"]
    {
        let document = read(&format!("See \\href{{https://a.test/x}}{{{words}}}.\n"));
        assert_eq!(entries(&document), ["1: https://a.test/x"], "{words}");
    }
}

#[test]
fn words_of_a_dialogue_are_quoted() {
    assert_eq!(quotes(&read("He said \\say{the tide rose}.\n")), ["the tide rose"]);
}

#[test]
fn notes_to_a_title_and_to_authors_are_read() {
    for (before, after) in [("", "\\begin{document}\\maketitle "), ("\\begin{document}", "\\maketitle ")] {
        let head = "\\title{Tides\\thanks{From \\url{https://a.test}. 100\\% % \\thanks{no}\n}}\\author{A. Byrd\\thanks{\\href{https://b.test}{Post}} \\and O. Lee}";
        let document =
            read(&format!("{before}{head}{after}So it sank.\\footnote{{\\url{{https://c.test}}}}\\end{{document}}"));
        let mut all = entries(&document);
        all.sort();
        assert_eq!(all, ["1: https://a.test", "2: https://b.test", "3: https://c.test"]);
        assert!(document.title.as_deref().is_none_or(|title| title == "Tides"), "{:?}", document.title);
        assert!(blocks(&document).contains(&"Paragraph: So it sank.".to_owned()), "{:?}", blocks(&document));
    }
    for text in ["\\title{\\thanks{é", "\\title{\\", "\\title{\\é}", "\\title{a\\}é\\thanks{"] {
        read(&format!("{text}\\begin{{document}}é\\end{{document}}"));
        read(text);
    }
}

#[test]
fn commands_of_the_document_that_lead_to_an_address_are_links() {
    let defined = "\\newcommand{\\site}[2]{\\href{https://a.test/#1}{#2}}\n\\newcommand{\\wall}{\\href{https://b.test/wall}{The \\emph{Wall}}}\n\
                   \\def\\page#1{\\url{https://c.test/#1\\_x}}\n\\NewDocumentCommand\\rfc{m}{\\href{https://d.test/rfc#1}{RFC~#1}}\n\
                   \\newcommand{\\old}[1][x]{\\href{https://e.test/#1}{no}}\n\\newcommand{\\plain}[1]{\\emph{#1}}\n";
    let document = read(&format!(
        "{defined}\\begin{{document}}\n\\wall{{}} says ``it rose high''; \\site{{x}}{{the \\emph{{log}}}}, \\page{{7}}, \\rfc{{2119}} and \\plain{{so}}.\\footnote{{\\rfc{{9}}}}\n\\end{{document}}\n"
    ));
    let mut all = entries(&document);
    all.sort();
    assert_eq!(
        all,
        [
            "1: https://d.test/rfc9 RFC\u{a0}9",
            "2: https://b.test/wall",
            "3: https://a.test/x",
            "4: https://c.test/7_x",
            "5: https://d.test/rfc2119"
        ]
    );
    assert!(blocks(&document)[0].starts_with("Paragraph: The Wall says"), "{:?}", blocks(&document));
    for text in ["\\site{x}", "\\site{é", "\\wall", "\\page", "\\rfc{}"] {
        read(&format!("{defined}\\begin{{document}}é{text}"));
    }
}

#[test]
fn what_says_on_which_slides_something_is_shown_is_no_word() {
    let document = read(
        "\\begin{frame}<1->{A}\n\\item<2-> ``It sank at night''\\footnote<2->{\\href<3>{https://a.test}{Post}} and \\only<1-2|handout:0>{rose} \\cite<+->[p.~3]{k}, 1<2 {x}.\n\\end{frame}\n",
    );
    assert_eq!(entries(&document), ["1: https://a.test"]);
    assert_eq!(markers(&document), ["1 > 1", "k > "]);
    assert_eq!(quotes(&document), ["It sank at night"]);
}

#[test]
fn commands_of_the_document_can_quote_and_cite() {
    let list = "\n\\begin{thebibliography}{9}\\bibitem[A]{a} \\url{https://a.test}\\end{thebibliography}\n";
    for define in [
        r"\newcommand*{\q}[2]{\enquote{#1}~\autocite{#2}}",
        r"\newcommand{\q}[2]{\enquote{#1} (\cite{#2})}",
        r"\newcommand{\q}[2]{``#1''\footnote{\cite{#2}.}}",
        r"\newcommand{\q}[3][]{\enquote{#2}~\cite[#1]{#3}}",
        r"\NewDocumentCommand{\q}{m m}{\enquote{#1} \cite{#2}}",
        r"\newcommand{\q}[2]{\textcquote{#2}{#1}}",
        r"\def\q#1#2{\enquote{#1} \cite{#2}}",
    ] {
        let document = read(&format!(
            "{define}\n\\begin{{document}}\nDoe held that \\q{{a wheel should rest}}{{a}} at last.{list}"
        ));
        assert_eq!(quotes(&document), ["a wheel should rest"], "{define}");
        assert_eq!(markers(&document), ["A > A"], "{define}");
    }
    for define in [r"\newcommand{\q}[2]{\emph{#1} \cite{#2}}", r"\newcommand{\q}[2]{\enquote{#1 or #2}}"] {
        let document = read(&format!(
            "{define}\n\\begin{{document}}\nDoe held that \\q{{a wheel should rest}}{{a}} at last.{list}"
        ));
        assert!(quotes(&document).is_empty(), "{define}");
    }
}

#[test]
fn a_place_in_the_way_of_amsrefs_is_part_of_the_mark() {
    let list = "\n\\begin{thebibliography}{9}\\bibitem[Ek05]{ek} \\url{https://a.test}\\end{thebibliography}\n";
    let document = read(&format!(
        "It is shown in~\\cite{{ek}}*{{Thm.~2}} that it is so \\citelist{{\\cite{{ek}}*{{p. 3}}}}.{list}"
    ));
    assert_eq!(markers(&document), ["Ek05 > Ek05", "Ek05 > Ek05"]);
    assert!(blocks(&document)[0].starts_with("Paragraph: It is shown in that it is so"), "{:?}", blocks(&document));
}

#[test]
fn a_year_behind_a_name_is_part_of_the_sentence() {
    let list = "\n\\begin{thebibliography}{9}\\bibitem[Fry(2019)]{fry} \\url{https://a.test}\\end{thebibliography}\n";
    let narrative = |text: &str| {
        let document = read(&format!("{text}{list}"));
        document.markers[0].voice == crate::document::Voice::Narrative
    };
    for text in [
        r"Fry (\citeyear{fry}) objects to it.",
        r"Fry \citeyearpar{fry} objects to it.",
        r"So did Fry and Gil's (\citeyear[3]{fry}) work.",
        r"Fry et al. (\citeyear{fry}) object to it.",
        r"Fry \parencite*{fry} objects to it.",
    ] {
        assert!(narrative(text), "{text}");
    }
    for text in [
        r"It is so (Fry, \citeyear{fry}) they say.",
        r"It is so (Fry \citeyear{fry}) they say.",
        r"It is so \citeyearpar{fry} they say.",
        r"It is so \parencite{fry} they say.",
        r"See \citeyear{fry} for it.",
    ] {
        assert!(!narrative(text), "{text}");
    }
}

#[test]
fn a_link_by_another_name_is_one_with_its_capture() {
    for define in [
        r"\newcommand{\src}[2]{\href{#1}{#2}}",
        r"\newcommand*\src[2]{\href{#1}{\emph{#2}}}",
        r"\def\src#1#2{\href{#1}{#2}}",
        r"\NewDocumentCommand{\src}{m m}{\href{#1}{#2}}",
    ] {
        let document = read(&format!(
            "{define}\n\\begin{{document}}\nSee \\src{{https://a.test/b}}{{that}} \
             (\\href{{https://web.archive.org/web/20240630101500/https://a.test/b}}{{archived}}).\n\\end{{document}}\n"
        ));
        assert_eq!(entries(&document), ["1: https://a.test/b"], "{define}");
        let archive = document.entries[0].source.archive_url.as_deref().unwrap_or_default();
        assert!(archive.ends_with("https://a.test/b"), "{define}");
        assert!(document.prose.text().contains("See that"), "{define}");
    }
    // The other way round, or with more around it, it is read as before.
    for define in [r"\newcommand{\src}[2]{\href{#2}{#1}}", r"\newcommand{\src}[2]{(\href{#1}{#2})}"] {
        let document = read(&format!(
            "{define}\n\\begin{{document}}\nSee \\src{{that}}{{https://a.test/b}}.\n\\end{{document}}\n"
        ));
        assert!(document.prose.text().contains("that"), "{define}");
    }
}
