//! What is written replaces nothing that is read.

use crate::place::Place;

/// Asks no archive, and never any host: only what stands before a look counts here.
const OFF: &str = "[archive]\nlookup = []\n";
const NOTE: &str = "It stood.[^1]\n\n[^1]: Post. http://post.test/a\n";
const OFFLINE: [&str; 4] = ["--offline", "-q", "--fail-on", "none"];

#[test]
fn a_report_never_stands_in_the_place_of_a_document() {
    for (documents, reports, replaced) in [
        (&["docs/index.md"][..], "docs", "docs/index.md"),
        (&["doc.md", "doc.md.md"][..], ".", "doc.md.md"),
        (&["docs/INDEX.md", "docs/index.md"][..], "docs/../docs", "docs/index.md"),
    ] {
        let place = Place::new(OFF);
        std::fs::create_dir(place.path("docs")).unwrap();
        for document in documents {
            place.write(document, NOTE);
        }
        let arguments = [&["check"], documents, &["--reports", reports], &OFFLINE].concat();
        place.run(&arguments).expect(2, &["is a document that is read here", "--reports"]);
        assert_eq!(place.read(replaced), NOTE, "{reports}");
        let arguments = [&["check"], documents, &["--reports", "reports"], &OFFLINE].concat();
        place.run(&arguments).expect(0, &[]);
    }
}

#[test]
fn the_documents_of_the_configuration_are_spared_below_its_root() {
    let place = Place::new("");
    std::fs::create_dir_all(place.path("site/docs")).unwrap();
    place.write("site/sources.toml", format!("{OFF}[watch]\ndocuments = [\"docs/**/*.md\"]\n"));
    place.write("site/docs/index.md", NOTE);
    let config = ["--config", "site/sources.toml", "--reports"];
    let replay = ["check", "--store", "sqlite:kept.db", "--replay", "none.warc", "-q", "--fail-on", "none"];
    place.write("none.warc", "");
    place.run(&[&replay, &config[..], &["reports"]].concat()).expect(0, &[]);
    // Those of the last run are written anew: its documents stand below the root.
    let again = ["report", "--store", "sqlite:kept.db"];
    place.run(&[&again, &config[..], &["site/docs"]].concat()).expect(2, &["is a document that is read here"]);
    assert_eq!(place.read("site/docs/index.md"), NOTE);
}

#[test]
fn a_result_never_replaces_what_the_run_reads_or_what_no_result_is() {
    let place = Place::new(OFF);
    place.write("main.tex", "\\documentclass{article}\\begin{document}So\\cite{a}.\\bibliography{refs}\\end{document}");
    let references = "@misc{a,\n title={X},\n url={http://post.test/a},\n}\n";
    place.write("refs.bib", references);
    place.run(&["extract", "main.tex", "--output", "refs.bib"]).expect(2, &["refs.bib", "--output would replace"]);
    assert_eq!(place.read("refs.bib"), references);

    place.write("a.md", NOTE);
    place.write("kept", "");
    let check = |more: &[&str]| place.run(&[&["check", "a.md", "--no-reports"], &OFFLINE[..], more].concat());
    let config = place.read("sources.toml");
    check(&["--output", "sources.toml"]).expect(2, &["--output would replace"]);
    assert_eq!(place.read("sources.toml"), config);
    let named = place.path("other.txt");
    place.write("other.txt", OFF);
    check(&["--config", named.to_str().unwrap(), "--output", "other.txt"]).expect(2, &["it is read here"]);
    assert_eq!(place.read("other.txt"), OFF);

    // What a run before this one wrote is replaced.
    check(&["--output", "out.txt"]).expect(0, &[]);
    check(&["--output", "out.txt"]).expect(0, &[]);
    check(&["--output", "out.md"]).expect(0, &[]);
    check(&["--format", "json", "--output", "out.json"]).expect(0, &[]);
    check(&["--format", "json", "--output", "out.json"]).expect(0, &[]);
}

#[test]
fn what_cannot_be_written_is_told_at_once_and_what_was_found_is_printed_all_the_same() {
    let place = Place::new(OFF);
    place.write("a.md", NOTE);
    place.write("taken", "a file");
    std::fs::create_dir_all(place.path("folder/index.md")).unwrap();
    let check = |more: &[&str]| place.run(&[&["check", "a.md", "--offline", "--fail-on", "none"], more].concat());
    for (options, why) in [
        (["--output", "none/out.txt"], "none/out.txt: its folder is not there"),
        (["--output", "folder"], "folder: it is a folder"),
        (["--reports", "taken"], "taken: it is a file"),
    ] {
        assert_eq!(check(&options).expect(2, &[why]).out, "", "nothing was done");
    }
    let ran = check(&["--reports", "folder"]).expect(2, &["folder/index.md"]);
    assert!(ran.out.contains("1 document, 1 citation"), "{}", ran.out);
    assert_eq!(place.read("taken"), "a file");
}
