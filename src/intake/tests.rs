//! Real files in temporary folders.

use std::fs;

use tempfile::TempDir;

use super::*;

/// A folder with these files, each holding its own name.
fn folder(files: &[&str]) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    for file in files {
        write(&folder, file, file.as_bytes());
    }
    folder
}

fn write(folder: &TempDir, file: &str, bytes: &[u8]) -> String {
    let path = folder.path().join(file);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(&path, bytes).expect("a file");
    path.to_str().expect("a name").to_owned()
}

fn read_paths(paths: &[String]) -> Intake {
    read(paths, &mut io::empty(), None, None)
}

fn watch(root: &TempDir, documents: &[&str], exclude: &[&str]) -> Watch {
    let owned = |globs: &[&str]| globs.iter().map(|glob| (*glob).to_owned()).collect();
    Watch { root: root.path().to_owned(), documents: owned(documents), exclude: owned(exclude) }
}

/// The paths read below `folder`, and the problems, in order.
fn told(intake: &Intake, folder: &TempDir) -> (Vec<String>, Vec<String>) {
    let root = format!("{}/", folder.path().display());
    let paths = intake.documents.iter().map(|input| input.path.replace(&root, ""));
    let problems = intake.problems.iter().map(|problem| problem.to_string().replace(&root, ""));
    (paths.collect(), problems.collect())
}

/// Holds what became of one file with these bytes against the text or the message expected.
fn check(file: &str, bytes: &[u8], expected: Result<&str, &str>) {
    let folder = TempDir::new().expect("a folder");
    let path = write(&folder, file, bytes);
    let intake = read_paths(&[path]);
    let text = intake.documents.first().map(|input| input.text.as_str());
    let (_, problems) = told(&intake, &folder);
    match expected {
        Ok(expected) => assert_eq!((text, problems.len()), (Some(expected), 0), "{problems:?}"),
        Err(expected) => assert_eq!((text, problems), (None, vec![expected.to_owned()])),
    }
}

#[test]
fn a_folder_gives_its_documents_by_name_and_no_hidden_ones() {
    let folder = folder(&["b.md", "a/z.txt", "a/b.MARKDOWN", ".git/x.md", "a/.hidden.md", "code.rs", "c.mdx"]);
    let intake = read_paths(&[folder.path().to_str().expect("a name").to_owned()]);
    assert_eq!(
        told(&intake, &folder),
        (["a/b.MARKDOWN", "a/z.txt", "b.md", "c.mdx"].map(str::to_owned).to_vec(), vec![])
    );
    assert_eq!(intake.documents[1].format, Format::Plain);
    assert_eq!(intake.documents[2].format, Format::Markdown);
}

#[test]
fn what_git_leaves_out_is_left_out_unless_it_is_named() {
    let folder = folder(&["a.md", "built/b.md", "deep/c.md", "deep/d.md", "deep/e.txt"]);
    write(&folder, ".gitignore", b"/built\n");
    write(&folder, "deep/.gitignore", b"*.md\n!d.md\n");
    let path = |name: &str| format!("{}/{name}", folder.path().display());
    assert_eq!(
        told(&read_paths(&[path("")]), &folder).0,
        ["/a.md", "/deep/d.md", "/deep/e.txt"].map(|name| &name[1..])
    );
    assert_eq!(told(&read_paths(&[path("built"), path("deep/c.md")]), &folder).0, ["built/b.md", "deep/c.md"]);
    let paths = |documents: &[&str]| told(&watched(&watch(&folder, documents, &[]), None, None), &folder).0;
    assert_eq!(paths(&["**/*.md"]), ["a.md", "deep/d.md"]);
    assert_eq!(paths(&["built/b.md", "*.md"]), ["a.md", "built/b.md"]);
}

#[test]
fn notes_of_other_files_are_read_beside_the_document() {
    let folder = folder(&[]);
    write(&folder, "docs/a.tex", br"It sank \cite{log}. \bibliography{refs,none}");
    write(&folder, "docs/refs.bib", b"@misc{log, url={https://a.test}}");
    write(&folder, "docs/book/b.md", b"It sank <sup>[1](/notes/README.html)</sup>.");
    write(&folder, "docs/notes/README.md", b"# References\n\n1. https://b.test\n");
    let path = |name: &str| format!("{}/{name}", folder.path().display());
    let intake = read_paths(&[path("docs/a.tex"), path("docs/book/b.md")]);
    let urls = intake.documents.iter().map(|input| {
        let document = parsed(input);
        document.entries.iter().filter_map(|entry| entry.source.url.clone()).collect::<Vec<_>>().join(" ")
    });
    assert_eq!(urls.collect::<Vec<_>>(), ["https://a.test", "https://b.test"]);
}

#[test]
fn other_files_are_called_from_where_the_document_is_called_from() {
    let folder = folder(&[]);
    write(&folder, "docs/book/paper.tex", b"\\cite{log} \\bibliography{../refs}\n");
    write(&folder, "docs/refs.bib", b"@misc{log, url={https://a.test}}");
    let called = |input: &Input| parsed(input).beside.iter().map(|file| file.path().to_owned()).collect::<Vec<_>>();
    let watched = watched(&watch(&folder, &["docs/book/*.tex"], &[]), None, None);
    assert_eq!(watched.documents[0].path, "docs/book/paper.tex");
    assert_eq!(called(&watched.documents[0]), ["docs/refs.bib"]);
    write(&folder, "docs/book/refs.bib", b"@misc{log, url={https://a.test}}");
    let own = write(&folder, "docs/book/beside.tex", b"\\cite{log} \\bibliography{./refs}\n");
    let read = read_paths(std::slice::from_ref(&own));
    assert_eq!(called(&read.documents[0]), [own.replace("beside.tex", "refs.bib")]);
}

#[test]
fn documents_stand_in_the_order_given_and_once() {
    let folder = folder(&["b.md", "a.md"]);
    let path = |name: &str| format!("{}/{name}", folder.path().display());
    let intake = read_paths(&[path("b.md"), path("."), path("a.md"), path("b.md")]);
    assert_eq!(intake.documents.iter().map(|input| input.text.as_str()).collect::<Vec<_>>(), ["b.md", "a.md"]);
}

#[test]
fn what_cannot_be_read_does_not_stop_the_rest() {
    let folder = folder(&["a.md", "code.rs"]);
    let path = |name: &str| format!("{}/{name}", folder.path().display());
    let intake = read_paths(&[path("none.md"), path("code.rs"), path("*.rst"), path("[x"), path("a.md")]);
    let (paths, problems) = told(&intake, &folder);
    assert_eq!(paths, ["a.md"]);
    assert_eq!(problems.len(), 4, "{problems:?}");
    assert!(problems[0].starts_with("read none.md: No such file"), "{problems:?}");
    assert!(problems[1].contains("name the format with --input-format"), "{problems:?}");
    assert_eq!(problems[2], "find a document that fits *.rst");
    assert!(problems[3].starts_with("read the pattern [x: "), "{problems:?}");
}

#[test]
fn a_file_with_a_usual_name_and_no_ending_is_a_text() {
    let folder = folder(&[]);
    let format = |file: &str, text: &str| {
        let intake = read_paths(&[write(&folder, file, text.as_bytes())]);
        intake.documents.first().map(|input| input.format)
    };
    assert_eq!(format("LICENSE", "Free to all.\nSee https://a.test/l for more.\n"), Some(Format::Plain));
    assert_eq!(format("README", "Sea\n\nSee https://a.test/l for more.\n"), Some(Format::Plain));
    assert_eq!(format("Readme", "# Sea\n\nSee [this](https://a.test/l).\n"), Some(Format::Markdown));
    assert_eq!(format("Makefile", "all:\n\tcurl https://a.test/l\n"), None);
    assert_eq!(format("LICENSE.part", "Free to all.\n"), None);
}

#[test]
fn a_watched_file_whose_ending_says_nothing_is_read_as_the_format_that_is_named() {
    let folder = folder(&["a.md", "notes.part"]);
    let formats = |named: Option<Format>| -> Vec<Format> {
        let intake = watched(&watch(&folder, &["*"], &[]), named, None);
        intake.documents.iter().map(|input| input.format).collect()
    };
    assert_eq!(formats(Some(Format::Latex)), [Format::Markdown, Format::Latex]);
    assert_eq!(formats(None), [Format::Markdown]);
}

#[test]
fn a_pattern_that_the_shell_left_is_read() {
    let folder = folder(&["docs/a.md", "docs/deep/b.md", "docs/c.txt"]);
    let intake = read_paths(&[format!("{}/docs/**/*.md", folder.path().display())]);
    assert_eq!(told(&intake, &folder).0, ["docs/a.md", "docs/deep/b.md"]);
}

#[test]
fn standard_input_is_plain_text_unless_its_format_is_named() {
    let once = ["-".to_owned(), "-".to_owned()];
    let intake = read(&once, &mut "words".as_bytes(), None, None);
    let expected = Input {
        path: "-".to_owned(),
        format: Format::Plain,
        text: "words".to_owned(),
        place: None,
        laid: None,
        on_disk: OnDisk::default(),
    };
    assert_eq!(intake.documents, [expected]);
    let intake = read(&once, &mut "words".as_bytes(), Some(Format::Markdown), None);
    assert_eq!(intake.documents[0].format, Format::Markdown);
}

#[test]
fn a_named_format_is_for_files_whose_ending_says_nothing_and_for_texts() {
    let folder = folder(&["NOTES", "a.txt", "a.html"]);
    let paths = ["NOTES", "a.txt", "a.html"].map(|name| format!("{}/{name}", folder.path().display()));
    let intake = read(&paths, &mut io::empty(), Some(Format::Markdown), None);
    let formats: Vec<Format> = intake.documents.iter().map(|input| input.format).collect();
    assert_eq!(formats, [Format::Markdown, Format::Markdown, Format::Html]);
}

#[test]
fn watch_patterns_are_relative_to_the_root_and_leave_out_the_reports() {
    let folder =
        folder(&["README.md", "docs/a.md", "docs/gen/b.md", "docs/deep/c.md", "reports/docs__a.md", "x/README.md"]);
    let reports = folder.path().join("reports");
    let intake = watched(&watch(&folder, &["README.md", "docs/**/*.md"], &["docs/gen/**"]), None, Some(&reports));
    assert_eq!(told(&intake, &folder).0, ["README.md", "docs/a.md", "docs/deep/c.md"]);
    let intake = watched(&watch(&folder, &["**/*.md"], &[]), None, Some(&reports));
    assert!(intake.documents.iter().all(|input| !input.path.starts_with("reports")), "{intake:?}");
    assert_eq!(intake.documents.len(), 5);
}

#[test]
fn reports_that_would_be_documents_of_the_next_run_are_refused() {
    let folder = folder(&["a.md", "docs/b.md"]);
    let watched =
        |patterns: &[&str], exclude: &[&str]| watched(&watch(&folder, patterns, exclude), None, Some(folder.path()));
    let refused = watched(&["*.md"], &[]);
    assert!(refused.documents.is_empty() && refused.problems[0].to_string().contains("--reports"), "{refused:?}");
    assert_eq!(told(&watched(&["a.md"], &[]), &folder), (vec!["a.md".to_owned()], vec![]));
    assert_eq!(told(&watched(&["*.md"], &["index.md", "*.md.md"]), &folder), (vec!["a.md".to_owned()], vec![]));
}

#[test]
fn the_reports_folder_is_read_where_it_is_named_itself() {
    let folder = folder(&["a.md", "reports/b.md"]);
    let reports = folder.path().join("reports");
    let all = [folder.path().to_str().expect("a name").to_owned()];
    assert_eq!(told(&read(&all, &mut io::empty(), None, Some(&reports)), &folder).0, ["a.md"]);
    let named = [reports.to_str().expect("a name").to_owned()];
    assert_eq!(told(&read(&named, &mut io::empty(), None, Some(&reports)), &folder).0, ["reports/b.md"]);
}

#[test]
fn patterns_reach_the_folders_that_they_name() {
    let folder = folder(&["docs/a.md", "docs/deep/b.md", "build/x/c.md", "d.md"]);
    let paths = |documents: &[&str]| told(&watched(&watch(&folder, documents, &[]), None, None), &folder).0;
    assert_eq!(paths(&["docs/*.md", "./d.md"]), ["d.md", "docs/a.md"]);
    assert_eq!(paths(&["docs/{deep,flat}/*.md"]), ["docs/deep/b.md"]);
    assert_eq!(paths(&["*/*/c.md"]), ["build/x/c.md"]);
    assert_eq!(paths(&["build/x/c.md"]), ["build/x/c.md"]);
}

#[test]
fn a_watched_folder_that_is_not_there_is_a_problem() {
    let folder = folder(&[]);
    let gone = Watch { root: folder.path().join("gone"), ..watch(&folder, &["*.md"], &[]) };
    assert_eq!(watched(&gone, None, None).problems.len(), 1);
}

#[test]
fn text_is_taken_as_it_stands_and_utf_16_by_its_mark() {
    check("a.txt", "é\r\n“a”".as_bytes(), Ok("é\r\n“a”"));
    check("a.txt", b"", Ok(""));
    check("a.txt", "\u{feff}a".as_bytes(), Ok("\u{feff}a"));
    let utf16 = |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    check("a.txt", &utf16("\u{feff}über \u{1F600}"), Ok("über \u{1F600}"));
}

#[test]
fn a_page_is_read_in_the_charset_that_it_declares() {
    let page = |charset: &str, words: &[u8]| {
        [format!("<!doctype html><meta charset={charset}><p>").as_bytes(), words].concat()
    };
    let said = |charset: &str, words: &str| format!("<!doctype html><meta charset={charset}><p>{words}");
    check("a.html", &page("windows-1252", b"caf\xe9 \x93so\x94"), Ok(&said("windows-1252", "café “so”")));
    check("a.htm", &page("iso-8859-1", b"caf\xe9"), Ok(&said("iso-8859-1", "café")));
    check("a.html", &page("koi8-r", b"\xd3\xd4"), Ok(&said("koi8-r", "ст")));
    check("a.html", &page("shift_jis", b"\x96h\x92\xaa"), Ok(&said("shift_jis", "防潮")));
    // What is declared and cannot be, what is not declared, and what is no page.
    let refused = Err("read a.html: it is not UTF-8 (line 1); save it as UTF-8, or as UTF-16 with a byte order mark");
    check("a.html", &page("utf-8", b"caf\xe9"), refused);
    check("a.html", &page("no", b"caf\xe9"), refused);
    check("a.html", b"<!doctype html><p>caf\xe9", refused);
    let refused = Err("read a.txt: it is not UTF-8 (line 1); save it as UTF-8, or as UTF-16 with a byte order mark");
    check("a.txt", b"charset=windows-1252 caf\xe9", refused);
}

#[test]
fn what_is_no_text_is_told_as_such() {
    check(
        "a.txt",
        b"one\ncaf\xe9\n",
        Err("read a.txt: it is not UTF-8 (line 2); save it as UTF-8, or as UTF-16 with a byte order mark"),
    );
    check(
        "a.md",
        b"\x89PNG\r\n\x1a\n\x00\x00",
        Err("read a.md: it is not a text but binary data (a zero byte at byte 8)"),
    );
    let wide = Err("read a.md: it is UTF-32; save it as UTF-8, or as UTF-16 with a byte order mark");
    check("a.md", b"\xff\xfe\0\0#\0\0\0", wide);
    check("a.md", b"\0\0\xfe\xff\0\0\0#", wide);
    check("a.md", b"ab\x00c", Err("read a.md: it is not a text but binary data (a zero byte at byte 2)"));
}

#[test]
fn a_document_beyond_the_limit_is_refused_by_name() {
    let endless = &mut io::repeat(b'a');
    let intake = read(&["-".to_owned()], endless, None, None);
    let said = intake.problems.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(said, ["read -: it is larger than 100 MB, the most that is read of a document"]);
}

#[cfg(unix)]
#[test]
fn links_to_folders_do_not_lead_in_circles() {
    let folder = folder(&["a/b.md"]);
    std::os::unix::fs::symlink(folder.path(), folder.path().join("a/loop")).expect("a link");
    std::os::unix::fs::symlink(folder.path().join("a/b.md"), folder.path().join("linked.md")).expect("a link");
    let intake = read_paths(&[folder.path().to_str().expect("a name").to_owned()]);
    assert_eq!(told(&intake, &folder).0, ["a/b.md"], "the file and the link to it are one document");
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_told_and_leaves_the_rest() {
    let folder = folder(&["a.md"]);
    std::os::unix::fs::symlink("/no/such/file.md", folder.path().join("lost.md")).expect("a link");
    std::os::unix::fs::symlink("/no/such/file.o", folder.path().join("lost.o")).expect("a link");
    for intake in [
        watched(&watch(&folder, &["*.md"], &[]), None, None),
        read_paths(&[folder.path().to_str().expect("a name").to_owned()]),
    ] {
        let said = intake.problems.iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(intake.documents.len(), 1);
        assert!(matches!(&said[..], [said] if said.contains("lost.md: ")), "{said:?}");
    }
}

#[test]
fn a_document_that_the_configuration_names_and_that_is_not_there_is_told() {
    let folder = folder(&["a.md"]);
    let intake = watched(&watch(&folder, &["a.md", "gone.md", "none/*.md"], &[]), None, None);
    let said = intake.problems.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(intake.documents.len(), 1);
    assert!(
        matches!(&said[..], [said] if said.starts_with("read gone.md, which [watch] documents names: ")),
        "{said:?}"
    );
}

#[cfg(unix)]
#[test]
fn a_name_that_is_no_text_is_told_where_the_pattern_means_it() {
    use std::os::unix::ffi::OsStrExt;
    let folder = folder(&["a b.md"]);
    std::fs::write(folder.path().join(std::ffi::OsStr::from_bytes(b"b\xe9.md")), "").expect("a file");
    let pattern = |name: &str| vec![format!("{}/{name}", folder.path().to_str().expect("a name"))];
    let read = |name: &str| read_paths(&pattern(name));
    assert_eq!((read("a*.md").documents.len(), read("a*.md").problems.len()), (1, 0));
    let all = read("*.md");
    assert_eq!(all.documents.len(), 1);
    assert!(all.problems[0].to_string().ends_with("its name is not UTF-8; rename it"), "{all:?}");
    assert!(read("*.zzz").problems[0].to_string().starts_with("find a document that fits"));
}

#[test]
fn the_chapters_of_a_main_file_are_read_with_its_references() {
    let folder = TempDir::new().expect("a folder");
    let main =
        br"\documentclass{book}\addbibresource{refs.bib}\begin{document}\include{ch/intro}\input{../out}\end{document}";
    let main = write(&folder, "book/main.tex", main);
    write(&folder, "out.tex", br"\cite{log}");
    let intro = write(&folder, "book/ch/intro.tex", br"It sank \cite{log}. \input{ch/deep}");
    write(&folder, "book/ch/deep.tex", br"It sank \cite{log}.");
    write(&folder, "book/refs.bib", b"@misc{log, url={https://a.test}}");
    let intake = read_paths(&[main]);
    assert_eq!(told(&intake, &folder).0, ["book/main.tex", "book/ch/intro.tex", "book/ch/deep.tex"]);
    let cited = |input: &Input| -> usize { parsed(input).markers.iter().map(|marker| marker.entries.len()).sum() };
    assert_eq!(intake.documents.iter().map(cited).collect::<Vec<_>>(), [0, 1, 1]);
    assert_eq!(cited(&read_paths(&[intro]).documents[0]), 1);
    let watched = watched(&watch(&folder, &["book/main.tex"], &["book/ch/deep.tex"]), None, None);
    let names: Vec<&str> = watched.documents.iter().map(|input| input.path.as_str()).collect();
    assert_eq!(names, ["book/ch/intro.tex", "book/main.tex"]);
}

#[test]
fn the_list_of_a_main_file_is_that_of_its_chapters() {
    const LIST: &[u8] = br"\begin{thebibliography}{9}\bibitem{log} \url{https://a.test}\end{thebibliography}";
    let cited = |path: &str| -> usize {
        let document = parsed(&read_paths(&[path.to_owned()]).documents[0]);
        document.markers.iter().map(|marker| marker.entries.len()).sum()
    };
    // The list stands in the main file, or in another chapter.
    for (list, end) in [("", LIST), (r"\input{list}", &b""[..])] {
        let folder = TempDir::new().expect("a folder");
        let head = format!(r"\documentclass{{book}}\begin{{document}}It \cite{{log}}. \include{{ch/intro}}{list}");
        let main = write(&folder, "main.tex", &[head.as_bytes(), end].concat());
        let intro = write(&folder, "ch/intro.tex", br"It sank \cite{log}.");
        let other = write(&folder, "other.tex", br"It sank \cite{log}.");
        write(&folder, "list.tex", LIST);
        assert_eq!([main, intro, other].each_ref().map(|path| cited(path)), [1, 1, 0], "{list}");
    }
}

#[test]
fn the_list_that_bibtex_has_made_stands_for_a_file_that_is_not_there() {
    let cited = |path: &str| -> usize {
        let document = parsed(&read_paths(&[path.to_owned()]).documents[0]);
        document.markers.iter().map(|marker| marker.entries.len()).sum()
    };
    let made = br"\begin{thebibliography}{9}\bibitem[Doe(2020)]{log} Doe. \newblock \url{https://a.test}.\end{thebibliography}";
    let folder = TempDir::new().expect("a folder");
    let main = write(&folder, "main.tex", br"\documentclass{book}It sank \cite{log}. \input{ch}\bibliography{refs}");
    let chapter = write(&folder, "ch.tex", br"It sank \cite{log}.");
    assert_eq!([cited(&main), cited(&chapter)], [0, 0]);
    write(&folder, "main.bbl", b"\\entry{log}{misc}{}");
    assert_eq!([cited(&main), cited(&chapter)], [0, 0]);
    write(&folder, "main.bbl", made);
    assert_eq!([cited(&main), cited(&chapter)], [1, 1]);
    write(&folder, "refs.bib", b"@misc{other, url={https://b.test}}");
    assert_eq!([cited(&main), cited(&chapter)], [0, 0]);
}

#[test]
fn references_that_the_project_names_are_read() {
    for (configuration, named) in [
        ("_quarto.yml", "bibliography: refs.bib\n"),
        ("index.Rmd", "---\ntitle: A\nbibliography: [refs.bib]\n---\n\nSee no.bib\n"),
        ("conf.py", "bibtex_bibfiles = ['refs.bib']\n"),
    ] {
        let folder = TempDir::new().expect("a folder");
        write(&folder, configuration, named.as_bytes());
        write(&folder, "refs.bib", b"@misc{doe20, url={https://a.test}}");
        let chapter = write(&folder, "sub/ch.qmd", b"It \xe2\x80\x9csank at dawn\xe2\x80\x9d [@doe20].");
        let document = parsed(&read_paths(&[chapter]).documents[0]);
        let urls: Vec<_> = document.entries.iter().filter_map(|entry| entry.source.url.as_deref()).collect();
        assert_eq!(urls, ["https://a.test"], "{configuration}");
    }
}

#[test]
fn references_that_nobody_names_are_those_beside_the_document() {
    let folder = TempDir::new().expect("a folder");
    write(&folder, "a/refs.bib", b"@misc{doe20, url={https://a.test}}");
    let [beside, below] = ["a/ch.md", "a/b/ch.md"].map(|name| write(&folder, name, b"It sank [@doe20]."));
    let count = |path: String| parsed(&read_paths(&[path]).documents[0]).entries.len();
    assert_eq!((count(beside), count(below)), (1, 0));
}
