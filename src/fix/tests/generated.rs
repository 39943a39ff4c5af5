//! Documents that are put together at random, in every format that is edited: with every source dead only lines change that
//! hold an address, what is read stays the same, and a second run has nothing to do.

use proptest::prelude::*;

use super::{all_dead, read, said};
use crate::document::Format;
use crate::fix::{Known, Options, edit, plan};

/// What documents of a format are put together from; `{U}` is an address, `{W}` words.
#[expect(clippy::too_many_lines, reason = "a table")]
fn pieces(format: Format) -> (&'static [&'static str], &'static [&'static str]) {
    match format {
        Format::Markdown => (
            &[
                "# {W}\n\n",
                "## [{W}]({U})\n\n",
                "{W} [{W}]({U} \"{W} (b)\"), {W} <{U}> and {U}.\n\n",
                "- {W}\n  - {W} [{W}]({U})\n    - <{U}>\n\n",
                "> {W} [{W}]({U}) {W} {W} {W}.\n>\n> — {W}, <{U}>\n\n",
                "| a | b |\n| - | - |\n| [{W}]({U}) | {U} |\n\n",
                "<p>{W} <a href=\"{U}\">{W}</a> {U}</p>\n\n",
                "[![{W}](https://img.test/a.png)]({U})\n\n",
                "```\n{U}\n```\n\n<!-- {U} -->\n\n",
                "“{W} {W} {W}” ({U}). *{W} [{W}]({U})*\n\n",
                "{W} [{W}][r{N}] says “{W} {W} {W}”.\n\n[r{N}]: {U} \"{W}\"\n\n",
                "{W}.[^{N}]\n\n[^{N}]: {W}, “{W}”. May 3, 2020. <{U}>.\n\n",
                "{W}.[^{N}]\n\n[^{N}]: [{W}]({U}); see [{W}]({U}).\n\n",
                "{W}.[^{N}]\n\n[^{N}]: {W}, “{W}”. Accessed 3 May 2020. <{U}>.\n\n",
            ],
            &[],
        ),
        Format::Plain => (
            &["{W} {W}.\n\n", "{W} ({U}), {W}.\n\n", "+----+\n| {U} |\n+----+\n\n", "“{W} {W} {W}” {U}\n\n"],
            &[
                "References\n\n1. {W}. “{W}.” May 3, 2020. {U}.\n2. {W}. {U}\n3. {W}: {U}; {U}.\n4. {W}. Accessed May 3, 2020. {U}.\n",
            ],
        ),
        Format::Wikitext => (
            &[
                "== {W} ==\n",
                "{W}.<ref>{{cite web |url={U} |title={W} |access-date=3 May 2020}}</ref> {W}\n\n",
                "{W}.<ref name=a{N}>[{U} {W}], {W}, 3 May 2020.</ref>\n\n",
                "* [{U} {W}]\n** {U}\n\n",
                "{| class=\"wikitable\"\n| [{U} {W}] || {W}\n|}\n\n",
                "{W}.<ref>{{cite news\n | url = {U}\n | title = {W}\n | quote = {W}\n}}</ref>\n\n",
            ],
            &["<references />\n"],
        ),
        Format::Html => (
            &[
                "<h2>{W}</h2>\n",
                "<p>{W} <a href=\"{U}\">{W}</a> and <b>{U}</b>.</p>\n",
                "<table><tr><td><a class='x' href='{U}'>{W}</a></td></tr></table>\n",
                "<blockquote cite=\"{U}\">{W} {W} {W}</blockquote>\n",
                "<ul><li>{W}<ul><li><a href={U}>{W}</a></li></ul></li></ul>\n",
                "<!-- <a href=\"{U}\">{W}</a> --><pre><code>{U}</code></pre>\n",
            ],
            &[],
        ),
        Format::Rst => (
            &[
                "{W}\n================================================\n\n",
                "`{W} <{U}>`__\n------------------------\n\n",
                "{W} `{W} <{U}>`_ and {U}.\n\n",
                "{W} [{N}]_ so.\n\n.. [{N}] {W}. {U}\n\n",
                "{W} [#{N}]_ so.\n\n.. [#{N}] {W}. Accessed May 3, 2020. {U}\n\n",
                "{W} `a{N}`_.\n\n.. _a{N}: {U}\n\n",
                "+------+-----+\n| {U} | b |\n+------+-----+\n\n",
                "=====  =====\na      {U}\n=====  =====\n\n",
                "* {W}\n\n  * {U}\n\n",
            ],
            &[],
        ),
        Format::Asciidoc => (
            &[
                "== {W}\n\n",
                "== {U}[{W}]\n\n",
                "{W} {U}[{W}] and {U}.\n\n",
                "{W}.footnote:[{W}. {U}] {W}\n\n",
                "{W}.footnote:[{W}. Retrieved 2020-05-03. {U}] {W}\n\n",
                "|===\n| {U}[{W}] | {W}\n|===\n\n",
                "* {W}\n** link:{U}[{W}]\n\n",
                "----\n{U}\n----\n\n",
            ],
            &[],
        ),
        Format::Org => (
            &[
                "* {W}\n",
                "* [[{U}][{W}]] :tag:\n",
                "{W} [[{U}][{W}]] and {U} so.\n\n",
                "{W}.[fn:{N}]\n\n[fn:{N}] {W}. [[{U}][{W}]]\n\n",
                "{W}.[fn:{N}]\n\n[fn:{N}] {W}. Accessed 3 May 2020. [[{U}][{W}]]\n\n",
                "| [[{U}][{W}]] | b |\n|---+---|\n\n",
                "#+begin_src sh\n{U}\n#+end_src\n\n",
            ],
            &[],
        ),
        Format::Latex => (
            &[
                "\\section{{W}}\n",
                "\\section{{W} \\href{{U}}{{W}}}\n",
                "{W} \\href{{U}}{{W}} and \\url{{U}}.\n\n",
                "{W}.\\footnote{{W}. \\url{{U}}} {W}\n\n",
                "{W}.\\footnote{{W}. Accessed May 3, 2020. \\url{{U}}} {W}\n\n",
                "% {U}\n\\begin{itemize}\n\\item {W} \\url{{U}}\n\\end{itemize}\n\n",
            ],
            &[],
        ),
        Format::Bibtex => (
            &[
                "@online{k{N},\n  title = {{W}},\n  url = {{U}},\n  urldate = {2020-05-03}\n}\n\n",
                "@misc(h{N}, title=\"{W}\", url={{U}}, urldate = \"2020-05-03\")\n",
                "@misc{j{N}, author=\"{W}\", howpublished={\\url{{U}}}, year=2020}\n",
                "% {W}\n@article{i{N},\n\ttitle = \"{W}\",\n\tnote = {{W}},\n\turl = \"{U}\",\n}\n",
            ],
            &[],
        ),
        Format::Ris => (
            &[
                "TY  - ELEC\nTI  - {W}\nUR  - {U}\nY2  - 2020/05/03/\nER  - \n\n",
                "TY  - BOOK\nUR  - {U}\nAU  - {W}\nER  - \n",
            ],
            &[],
        ),
        Format::CslJson => (
            &[
                "{\"id\": \"a{N}\", \"URL\": \"{U}\", \"title\": \"{W}\"}",
                "{\n  \"title\": \"{W}\",\n  \"URL\": \"{U}\"\n}",
                "{\"URL\": \"{U}\", \"accessed\": {\"date-parts\": [[2020, 5, 3]]}}",
                "{\"accessed\": {\"raw\": \"2020-05-03\"}, \"URL\": \"{U}\"}",
            ],
            &[],
        ),
        Format::Jupyter => (
            &[
                "{\"cell_type\": \"markdown\", \"source\": [\"{W} [{W}]({U}).\\n\", \"<{U}>\"]}",
                "{\"cell_type\": \"markdown\", \"source\": \"<p>{W} {U}</p>\"}",
                "{\"cell_type\": \"code\", \"source\": [\"{U}\"]}",
            ],
            &[],
        ),
        Format::Docx | Format::Pdf => (&[], &[]),
    }
}

const WORDS: &[&str] =
    &["Sea", "the long night", "Hafen im März", "海の日", "بيت البحر", "ship 🚢 came", "Zoë’s café", "A. Name"];
/// What addresses go on with.
pub(super) const PATHS: &[&str] = &["b", "a_b/c-d", "x/y?id=3&z=4", "q(1)", "~me/a.html", "p#part", "a%20b"];

/// The pieces with their places filled, and no address twice.
fn filled(format: Format, shapes: &[usize], seed: usize, paths: &[&str]) -> String {
    let (middle, end) = pieces(format);
    let all: Vec<&str> = shapes.iter().map(|shape| middle[shape % middle.len()]).chain(end.iter().copied()).collect();
    let list = match format {
        Format::CslJson => format!("[{}]\n", all.join(",\n")),
        Format::Jupyter => format!("{{\"cells\": [\n{}\n], \"nbformat\": 4}}\n", all.join(",\n")),
        _ => all.concat(),
    };
    let mut text = String::new();
    let (mut rest, mut count) = (list.as_str(), seed);
    let mut note = 0;
    while let Some(at) = rest.find(['{']) {
        text.push_str(&rest[..at]);
        let token = rest.get(at..at + 3).unwrap_or_default();
        count += 1;
        match token {
            "{U}" => {
                let path = paths[(count * 7 + seed) % paths.len()];
                let path = match format {
                    Format::Html => path.replace('&', "&amp;"),
                    Format::Latex => path.replace(['%', '&', '~', '_', '#'], "-"),
                    Format::Bibtex => path.replace(['%', '#'], "-"),
                    Format::Markdown | Format::Jupyter => path.replace(['(', ')'], "-"),
                    _ => path.to_owned(),
                };
                text.extend(["https://h", &count.to_string(), ".test/", &path]);
            }
            "{W}" => text.push_str(WORDS[(count * 5 + seed) % WORDS.len()]),
            // The same number for a mark and its note.
            "{N}" => {
                text.push_str(&(1 + note / 2).to_string());
                note += 1;
            }
            _ => {
                text.push('{');
                rest = &rest[at + 1..];
                continue;
            }
        }
        rest = &rest[at + 3..];
    }
    text + rest
}

/// Documents with addresses that go on with one of `paths`.
pub(super) fn documents(paths: &'static [&'static str]) -> impl Strategy<Value = (Format, String)> {
    let format = prop::sample::select(Format::ALL[..12].to_vec());
    let shapes = prop::collection::vec(0..64_usize, 1..9);
    (format, shapes, 0..1000_usize, any::<bool>(), any::<bool>(), any::<bool>()).prop_map(
        move |(format, shapes, seed, crlf, mark, open)| {
            let mut text = filled(format, &shapes, seed, paths);
            if crlf {
                text = text.replace('\n', "\r\n");
            }
            if open {
                text.truncate(text.trim_end().len());
            }
            if mark {
                text.insert(0, '\u{feff}');
            }
            (format, text)
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]
    #[test]
    fn a_document_of_dead_sources_reads_as_before_and_has_their_captures((format, text) in documents(PATHS)) {
        let (document, citations) = read(&text, format);
        let nothing = plan(&text, &document, &citations, &vec![Known { sound: true, ..Known::default() }; citations.len()], &Options::default());
        prop_assert!(nothing.edits.is_empty() && nothing.left.is_empty());
        let made = plan(&text, &document, &citations, &all_dead(&citations), &Options::default());
        let edited = edit::applied(&text, &made.edits);
        // Lines without an address stay, and new ones are those of captures.
        let plain = |text: &str| -> Vec<String> { text.split('\n').filter(|line| !line.contains("://")).map(str::to_owned).collect() };
        let (before, mut now) = (plain(&text), plain(&edited));
        // A capture has lines of its own in these.
        let own = ["archive-date", "url-status", "\"archive\""];
        now.retain(|line| before.contains(line) || !own.iter().any(|name| line.contains(name)));
        prop_assert_eq!(before, now, "{}", edited);
        prop_assert_eq!(edited.starts_with('\u{feff}'), text.starts_with('\u{feff}'));
        prop_assert_eq!(edited.matches("\r\n").count() == edited.matches('\n').count(), text.matches("\r\n").count() == text.matches('\n').count());
        let (document, after) = read(&edited, format);
        let again = plan(&edited, &document, &after, &all_dead(&after), &Options::default());
        prop_assert_eq!(again.edits, vec![], "{}", edited);
        let in_place = made.edits.iter().any(|edit| !edit.span.range().is_empty());
        if !in_place {
            prop_assert_eq!(said(&after), said(&citations), "{}", edited);
        }
        let done = after.iter().filter(|own| own.archive_url.is_some()).count() + after.iter().filter(|own| own.original_url.is_some()).count();
        let left = made.left.len();
        prop_assert!(done + left >= citations.len(), "{}: {:?}\n{}", format.as_str(), made.left, edited);
        // Where nothing is in the way nothing is left.
        if matches!(format, Format::Bibtex | Format::Ris | Format::CslJson | Format::Jupyter) {
            prop_assert_eq!(&made.left, &[], "{}", edited);
        }
    }
}
