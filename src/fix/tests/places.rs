//! Places of which there are few: fields that are empty, stops that are no full stop, words behind an address.

use super::{check, dead, planned};
use crate::document::Format;
use crate::fix::{Options, edit};

#[test]
fn a_last_record_without_a_line_end_has_the_line_end_of_the_others() {
    check(Format::Ris, "TY  - WEB\r\nUR  - https://a.test/b", "TY  - WEB\r\nUR  - https://a.test/b\r\nUR  - {A}");
    check(Format::Ris, "TY  - WEB\nUR  - https://a.test/b", "TY  - WEB\nUR  - https://a.test/b\nUR  - {A}");
}

#[test]
fn fields_for_an_archive_that_are_empty_are_filled() {
    check(
        Format::CslJson,
        "[{\"id\": \"a\", \"URL\": \"https://a.test/b\", \"archive\": \"\", \"archive_location\": \"\"}]\n",
        "[{\"id\": \"a\", \"URL\": \"https://a.test/b\", \"archive\": \"Internet Archive\", \"archive_location\": \"{A}\"}]\n",
    );
    check(
        Format::CslJson,
        "[{\"archive_location\":\"\",\"URL\":\"https://a.test/b\"}]",
        "[{\"archive_location\":\"{A}\",\"URL\":\"https://a.test/b\",\"archive\":\"Internet Archive\"}]",
    );
    let full = "[{\"URL\":\"https://a.test/b\",\"archive\":\"\",\"archive_location\":\"Box 3\"}]";
    check(Format::CslJson, full, full);
}

#[test]
fn an_entry_that_ends_with_another_stop_gets_no_second_one() {
    let list = |entry: &str| format!("据说如此[1]。\n\n参考文献\n\n[1] {entry}\n");
    let check = |before: &str, after: &str| check(Format::Plain, &list(before), &list(after));
    check(
        "李四. 海浪. https://a.test/b，2020年5月3日访问。",
        "李四. 海浪. https://a.test/b，2020年5月3日访问。 Archived 2024年6月30日. {A}。",
    );
    check("李四. https://a.test/b. 海浪？", "李四. https://a.test/b. 海浪？ Archived 2024-06-30. {A}");
    check("李四. 海浪. https://a.test/b.", "李四. 海浪. https://a.test/b. Archived 2024-06-30. {A}.");
}

#[test]
fn an_address_in_angle_brackets_stays_in_them() {
    check(Format::Plain, "See <URL:https://a.test/b> now.\n", "See <URL:https://a.test/b> (archived: {A}) now.\n");
    check(Format::Plain, "See <https://a.test/b> now.\n", "See <https://a.test/b> (archived: {A}) now.\n");
}

#[test]
fn a_note_has_it_where_its_words_stay_what_they_are() {
    check(
        Format::Asciidoc,
        "So.footnote:[See https://a.test/b[F], p. 3.] And.\n",
        "So.footnote:[See https://a.test/b[F] (archived: {A}), p. 3.] And.\n",
    );
    check(
        Format::Asciidoc,
        "So.footnote:[See https://a.test/b[F], Post, p. 3.] And.\n",
        "So.footnote:[See https://a.test/b[F] (archived: {A}), Post, p. 3.] And.\n",
    );
    check(
        Format::Org,
        "So[fn:1].\n\n[fn:1] Post. [[https://a.test/b][S]].\n",
        "So[fn:1].\n\n[fn:1] Post. [[https://a.test/b][S]] ([[{A}][archived]]).\n",
    );
}

#[test]
fn attributes_of_a_link_stay_with_it_and_code_of_liquid_stays_as_it_is() {
    check(
        Format::Markdown,
        "See [a](https://a.test/b){:target=\"_blank\"} now.\n\n{% highlight sh %}\nget https://a.test/b\n{% endhighlight %}\n",
        "See [a](https://a.test/b){:target=\"_blank\"} ([archived]({A})) now.\n\n{% highlight sh %}\nget https://a.test/b\n{% endhighlight %}\n",
    );
    check(
        Format::Markdown,
        "import A from 'a'\n\nSee [a](https://a.test/b) and {props.url ?? \"https://a.test/c\"}. {/* [c](https://a.test/d) */}\n",
        "import A from 'a'\n\nSee [a](https://a.test/b) ([archived]({A})) and {props.url ?? \"https://a.test/c\"}. {/* [c](https://a.test/d) */}\n",
    );
}

#[test]
fn wikis_of_other_languages_have_it_in_their_own_names_and_months() {
    let check = |before: &str, after: &str| {
        check(
            Format::Wikitext,
            &format!("So.<ref>{{{{{before}}}}}</ref>\n"),
            &format!("So.<ref>{{{{{after}}}}}</ref>\n"),
        );
    };
    for (before, added) in [
        (
            "Web kaynağı |url=https://a.test/b |başlık=K |erişimtarihi=3 Mayıs 2020",
            " |arşivurl={A} |arşivtarihi=30 Haziran 2024",
        ),
        (
            "Citace elektronické monografie |url=https://a.test/b |titul=M |datum přístupu=3. května 2020",
            " |url archivu={A} |datum archivace=30. června 2024 |nedostupné=ano",
        ),
        ("Verkkoviite |Osoite=https://a.test/b |Nimeke=N |Viitattu=3.5.2020", " |Arkisto={A} |Arkistoitu=30.6.2024"),
        ("웹 인용 |url=https://a.test/b |제목=N |확인날짜=2020년 5월 3일", " |보존url={A} |보존날짜=2024년 6월 30일"),
        ("Webbref|url=https://a.test/b|titel=F|hämtdatum=3 maj 2020", "|arkivurl={A}|arkivdatum=30 juni 2024"),
        (
            "Kilde www |url=https://a.test/b |tittel=G |besøksdato=3. mai 2020",
            " |arkivurl={A} |arkivdato=30. juni 2024",
        ),
        (
            "Cytuj stronę |url=https://a.test/b |tytuł=D |data dostępu=3 maja 2020",
            " |archiwum={A} |zarchiwizowano=30 czerwca 2024",
        ),
        (
            "Cita web |url=https://a.test/b |título=A |fecha-acceso=3 de mayo de 2020",
            " |url-archivo={A} |fecha-archivo=30 de junio de 2024",
        ),
    ] {
        check(before, &format!("{before}{added}"));
    }
}

#[test]
fn the_tag_of_a_dead_link_goes_in_other_languages_too() {
    let note = |tag: &str| {
        format!("So.<ref>{{{{Webbref |url=https://a.test/b |titel=F |hämtdatum=2020-05-03}}}}{tag}</ref>\n")
    };
    let after = note("").replace("05-03", "05-03 |arkivurl={A} |arkivdatum=2024-06-30");
    for tag in [" {{Död länk|datum=maj 2021}}", "{{död_länk}}", " {{Dead link|date=May 2021}}"] {
        check(Format::Wikitext, &note(tag), &after);
    }
    check(
        Format::Wikitext,
        "So.<ref>[https://a.test/b Y], Post, 3 May 2020.{{dead link|date=May 2021}}</ref>\n",
        "So.<ref>[https://a.test/b Y] {{Webarchive|url={A}|date=30 June 2024}}, Post, 3 May 2020.</ref>\n",
    );
    // Which of the two it is about nothing tells.
    let two = "So.<ref>[https://a.test/b Y]; [https://c.test/d Z].{{dead link|date=May 2021}}</ref>\n";
    let made = super::planned(two, Format::Wikitext, &crate::fix::Options::default(), |citation| {
        super::all_dead(std::slice::from_ref(citation)).remove(0)
    });
    assert!(crate::fix::edit::applied(two, &made.edits).contains("{{dead link|date=May 2021}}"));
}

#[test]
fn a_capture_stands_behind_the_whole_of_a_command_of_the_document() {
    let define = "\\newcommand{\\web}[1]{\\footnote{\\url{#1}}}\n\\newcommand{\\lnk}[2]{#1\\footnote{\\href{#2}{#2}}}\n\\def\\src#1#2{\\href{#1}{#2}}\n\\newcommand{\\at}[2][x]{\\href{#2}{#1}}\n\\NewDocumentCommand{\\doc}{o m m}{\\href{#2}{#3}}\n\\begin{document}\n";
    let check = |before: &str, after: &str| {
        let after = after.replace("{C}", " (\\href{{A}}{archived})");
        check(Format::Latex, &format!("{define}{before}\n"), &format!("{define}{after}\n"));
    };
    check("One\\web{https://a.test/b}. Two.", "One\\web{https://a.test/b}{C}. Two.");
    check("Two \\lnk{text}{https://a.test/b} here.", "Two \\lnk{text}{https://a.test/b}{C} here.");
    check("So \\src{https://a.test/b}{dead \\emph{lf}} and.", "So \\src{https://a.test/b}{dead \\emph{lf}}{C} and.");
    check("So \\src{https://a.test/b} {the text} and.", "So \\src{https://a.test/b} {the text}{C} and.");
    check("So \\at[words]{https://a.test/b} and.", "So \\at[words]{https://a.test/b}{C} and.");
    check("So \\doc[words]{https://a.test/b}{words} and.", "So \\doc[words]{https://a.test/b}{words}{C} and.");
    // Words of an argument are words, and a note is a note.
    check("So \\web{see https://a.test/b there} and.", "So \\web{see https://a.test/b{C} there} and.");
    // Of a command from elsewhere nothing is known.
    check("So \\elsewhere{https://a.test/b}{words} and.", "So \\elsewhere{https://a.test/b}{words} and.");
}

#[test]
fn a_capture_is_written_in_no_line_of_asciidoc_that_reads_no_links() {
    let check = |before: &str, after: &str| check(Format::Asciidoc, before, after);
    let link = " (link:{A}[archived])";
    check("So pass:[https://a.test/b], they say.\n", &format!("So pass:[https://a.test/b]{link}, they say.\n"));
    check("So compass:[https://a.test/b]\n", &format!("So compass:[https://a.test/b{link}]\n"));
    for text in [
        "= W\nAda Cole <https://a.test/b>\n\nSo.\n",
        "[quote, Ada Cole, https://a.test/b]\nThe words that are quoted.\n",
        "[verse,Ada Cole,https://a.test/b]\n____\nThe words that are quoted.\n____\n",
    ] {
        check(text, text);
    }
    check("= W\n\nSee https://a.test/b[b].\n", &format!("= W\n\nSee https://a.test/b[b]{link}.\n"));
}

#[test]
fn empty_fields_of_an_entry_are_filled_and_comments_stay() {
    let check = |before: &str, after: &str| check(Format::Bibtex, before, after);
    let archived = "{Archived at \\url{{A}}}";
    check(
        "@online{a,\n  title = {Sea},\n  url = {https://a.test/b},\n  note = {},\n  addendum = {},\n}\n",
        &format!(
            "@online{{a,\n  title = {{Sea}},\n  url = {{https://a.test/b}},\n  note = {{}},\n  addendum = {archived},\n}}\n"
        ),
    );
    check(
        "@misc{a,\n  title = {Sea},\n  note = \"\",\n  url = {https://a.test/b}\n}\n",
        &format!("@misc{{a,\n  title = {{Sea}},\n  note = {archived},\n  url = {{https://a.test/b}}\n}}\n"),
    );
    check(
        "@misc{a,\n  title = {Sea}, % so\n  url = {https://a.test/b} % no comma\n}\n",
        &format!(
            "@misc{{a,\n  title = {{Sea}}, % so\n  url = {{https://a.test/b}},\n  note = {archived} % no comma\n}}\n"
        ),
    );
    let full = "@misc{a,\n  title = {Sea},\n  url = {https://a.test/b},\n  note = {x},\n  addendum = {y},\n}\n";
    check(full, full);
}

#[test]
fn links_side_by_side_each_have_their_capture() {
    for text in [
        "<p>It “was a ruin in all but name”.<sup><a href='https://a.test/1'>1</a></sup><sup><a href='https://b.test/2'>2</a></sup> So.</p>",
        "<p>It “was a ruin in all but name” <a href='https://a.test/1'>[1]</a><a href='https://b.test/2'>[2]</a>. So.</p>",
        "<p>It “was a ruin in all but name” <a href='https://a.test/1'>[1]</a> <a href='https://b.test/2'>[2]</a>. So.</p>",
        "<p>It “was a ruin in all but name” <a href='https://a.test/1'>Post</a> <a href='https://b.test/2'>Star</a>. So.</p>",
        "<p>It “was a ruin in all but name” (<a href='https://a.test/1'>Post</a>, <a href='https://b.test/2'>Star</a>). So.</p>",
        "<p>It “was a ruin in all but name”. <a href='https://a.test/1'>Post</a>, <a href='https://b.test/2'>Star</a></p>",
        "<p>It was <a href='https://a.test/1'>so</a> <a href='https://b.test/2'>there</a>.</p>",
        "<p>It was <a href='https://a.test/1'>so</a><a href='https://b.test/2'>there</a>.</p>",
    ] {
        for visible in [false, true] {
            let options = Options { visible, ..Options::default() };
            let made = planned(text, Format::Html, &options, dead);
            let after = edit::applied(text, &made.edits);
            let captures = after.matches("https://web.archive.org/web/").count();
            assert_eq!((captures, made.left.len()), (2, 0), "{after} {:?}", made.left);
            let again = planned(&after, Format::Html, &options, dead);
            assert_eq!(edit::applied(&after, &again.edits), after, "a second time");
        }
    }
}
