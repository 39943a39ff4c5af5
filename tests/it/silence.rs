//! Findings that are not told: by the configuration, by a mark; and that they are counted.

use serde_json::Value;

use crate::place::{HTML, Place, QUICK, Ran};
use crate::web::server::{Asked, page};

const LINKS: &str = "See [a](https://a.example/x?utm_source=m) and\n[b](https://b.example/x?utm_source=m) \
                     <!-- citewatch: ignore tracking-parameters -->\n\nSo it is.[^z]\n";

fn codes(document: &Value) -> Vec<&str> {
    document["findings"].as_array().unwrap().iter().map(|finding| finding["code"].as_str().unwrap()).collect()
}

#[test]
fn a_finding_is_silenced_by_code_path_and_mark_and_counted() {
    let place = Place::new(QUICK);
    std::fs::create_dir(place.path("docs")).unwrap();
    place.write("docs/a.md", LINKS);
    place.write("b.md", LINKS);
    let config = "[[ignore]]\ncode = \"orphan-marker\"\npath = \"docs/*\"\n";
    place.write("ignore.toml", config);
    let args = ["extract", "docs/a.md", "b.md", "--config", "ignore.toml", "--format", "json"];
    let report = place.run(&args).expect(0, &[]).json();
    let documents = &report["documents"];
    assert_eq!(codes(&documents[0]), ["tracking-parameters"]);
    assert_eq!(codes(&documents[1]), ["tracking-parameters", "orphan-marker"]);
    assert_eq!((documents[0]["silenced"].as_u64(), documents[1]["silenced"].as_u64()), (Some(2), Some(1)));
    let told = place.run(&args[..5]).expect(0, &[]).out;
    assert!(told.contains("docs/a.md: 2 citations, 0 quotes, 0 of them bound; 2 findings silenced"), "{told}");
}

#[test]
fn the_path_of_a_document_is_that_from_the_folder_of_the_configuration_however_it_is_named() {
    let place = Place::new(QUICK);
    std::fs::create_dir_all(place.path("conf/docs/sub")).unwrap();
    place.write("conf/docs/sub/a.md", LINKS);
    place.write("conf/b.md", LINKS);
    place.write("conf/sources.toml", "[[ignore]]\ncode = \"orphan-marker\"\npath = \"docs/**\"\n");
    let whole = place.path("conf/docs/sub/a.md");
    let named = ["conf/docs/sub/a.md", "./conf/docs/sub/a.md", "conf/../conf/docs/sub/a.md", whole.to_str().unwrap()];
    for path in named {
        let args = ["extract", path, "--config", "conf/sources.toml", "--format", "json"];
        let report = place.run(&args).expect(0, &[]).json();
        assert_eq!(codes(&report["documents"][0]), ["tracking-parameters"], "{path}");
    }
    let args = ["extract", "conf/b.md", "--config", "conf/sources.toml", "--format", "json"];
    let report = place.run(&args).expect(0, &[]).json();
    assert_eq!(codes(&report["documents"][0]), ["tracking-parameters", "orphan-marker"]);
}

#[test]
fn a_check_tells_how_many_findings_it_was_silent_about_and_does_not_fail_on_them() {
    let place = Place::new(QUICK);
    std::fs::create_dir(place.path("docs")).unwrap();
    place.write("docs/a.md", LINKS);
    let check = |config: &str, code: i32, silenced: u64| {
        place.write("ignore.toml", format!("[archive]\nlookup = []\n{config}"));
        let args = ["check", "docs/a.md", "--config", "ignore.toml", "--offline", "--no-reports", "--fail-on"];
        let ran = place.run(&[&args[..], &["tracking-parameters", "--format", "json"]].concat()).expect(code, &[]);
        let report = ran.json();
        assert_eq!(report["summary"]["silenced"].as_u64(), Some(silenced), "{report}");
        assert_eq!(report["documents"][0]["silenced"].as_u64(), Some(silenced));
    };
    check("", 1, 1);
    check("[[ignore]]\ncode = \"tracking-parameters\"\n", 0, 2);
    check("[[ignore]]\npath = \"docs/**\"\n", 0, 5);
}

#[test]
fn an_access_date_that_is_yet_to_come_is_told_by_the_day_of_the_clock() {
    let place = Place::new(QUICK);
    place.write("a.txt", "So it is. 1\n\nReferences\n- “Sea.” Post. Accessed May 29, 2524. https://a.example/x.\n");
    let ran = place.run(&["extract", "a.txt", "--format", "json"]).expect(0, &[]);
    assert_eq!(codes(&ran.json()["documents"][0]), ["accessed-in-future"]);
}

#[test]
fn whoever_silences_another_title_says_that_it_is_the_page() {
    let place = Place::new(QUICK);
    let body = "<title>Harbour dues for visitors</title><h1>Harbour dues for visitors</h1><p>Each boat pays at the quay, and \
                the keeper writes it down in a book that lies on the table of the office by the old gate of the harbour.</p>";
    let server = place.server(move |_: &Asked| page(200, HTML, body));
    place.write("a.md", "So it is.[^1]\n\n[^1]: “The Log of 1931.” *Tide Post*, 2020. http://log.test/\n");
    let check = |config: &str| {
        place.write("ignore.toml", format!("[archive]\nlookup = []\n{config}"));
        let args = ["--config", "ignore.toml", "--no-reports", "a.md"];
        Ran::of(place.checking(server.address, &args).output().unwrap()).json()["documents"][0]["citations"][0].clone()
    };
    let told = check("");
    assert_eq!(
        (&told["source"]["title"]["verdict"], &told["standing"]),
        (&Value::from("differs"), &Value::from("unknown"))
    );
    let told = check("[[ignore]]\ncode = \"title-differs\"\n");
    assert_eq!(
        (&told["source"]["title"]["verdict"], &told["standing"]),
        (&Value::from("unknown"), &Value::from("sound")),
        "{told}"
    );
}

#[test]
fn one_source_that_is_skipped_is_one_however_it_is_written() {
    let place = Place::new(QUICK);
    place.write(
        "a.md",
        "See [a](http://skip.test/p?b=2) and [b](http://SKIP.test:80/p?b=2#x) and [c](http://skip.test/q).\n",
    );
    place.write("skip.toml", "[archive]\nlookup = []\n[[source]]\nurl = \"http://skip.test/**\"\nexpect = \"skip\"\n");
    let args = ["check", "a.md", "--config", "skip.toml", "--offline", "--no-reports", "--format", "json"];
    let report = place.run(&args).json();
    assert_eq!(report["summary"]["sources"], 2, "{report}");
}
