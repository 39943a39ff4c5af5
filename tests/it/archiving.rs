//! `citewatch archive`: a scripted Save Page Now, a pywb that records, and a run that is killed.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::Value;
use sqlx::{Connection, SqliteConnection};

use crate::place::{HTML, Place, Ran, listing, says, spawned, until, word};
use crate::web::pywb::{Collection, Framed, Pywb};
use crate::web::saving::{ACCESS, Archive, SECRET, Script};
use crate::web::server::{Asked, Server, page};

const A: &str = "https://a.test/page";
const B: &str = "https://b.test/page";

/// A place with a document that cites these, and an archive that saves.
fn place(script: Script, cited: &[&str]) -> (Place, Archive) {
    let place = Place::new("");
    let archive = place.start(Archive::start(script));
    let base = archive.base();
    place.write(
        "sources.toml",
        format!(
            "[fetch]\ntimeout = \"4s\"\nper_host = {{ requests_per_second = 500, concurrency = 4 }}\n\
             [archive]\nsaving = {{ per_minute = 60, wait = \"20s\", poll = \"1s\" }}\n\
             [[archive.server]]\nname = \"scripted\"\ndialect = \"wayback\"\ntimegate = \"{base}/web/\"\n\
             cdx = \"{base}/cdx\"\nsave = \"{base}/save\"\n"
        ),
    );
    place.cite("a.md", cited);
    (place, archive)
}

fn archive(place: &Place, keys: Option<(&str, &str)>, more: &[&str]) -> std::process::Command {
    let mut command = place.command(&["archive", "a.md", "--allow-private", "127.0.0.0/8"]);
    command.args(more).env_remove("IA_ACCESS_KEY_ID").env_remove("IA_SECRET_ACCESS_KEY");
    if let Some((access, secret)) = keys {
        command.env("IA_ACCESS_KEY_ID", access).env("IA_SECRET_ACCESS_KEY", secret);
    }
    command
}

fn run(place: &Place, keys: Option<(&str, &str)>, more: &[&str]) -> Ran {
    Ran::of(archive(place, keys, more).output().unwrap())
}

fn states(report: &Value) -> Vec<String> {
    report["sources"].as_array().unwrap().iter().map(|source| word(&source["state"])).collect()
}

const KEYS: Option<(&str, &str)> = Some((ACCESS, SECRET));

#[test]
fn pages_are_saved_and_the_keys_are_shown_nowhere() {
    let (place, archive) = place(Script::willing(), &[A, B]);
    let dry = run(&place, None, &["--dry-run", "--format", "json"]).expect(0, &[]);
    assert_eq!(states(&dry.json()), ["wanted", "wanted"]);
    assert_eq!(dry.json()["dry_run"], true);
    assert!(archive.asked_to_save().is_empty());
    let saved = run(&place, KEYS, &["-vv", "--log-format", "json"]).expect(0, &[]);
    assert!(saved.out.contains("saved") && saved.out.contains("scripted: 2 sources: 2 saved"), "{}", saved.out);
    assert_eq!(archive.asked_to_save(), [A, B]);
    // Options count as set for `1` and `on` only; what was captured on the day is not captured again.
    let asked = archive.server.asked().into_iter().find(|asked| asked.head.starts_with("POST /save "));
    assert_eq!(asked.unwrap().body, "url=https%3A%2F%2Fa.test%2Fpage&skip_first_archive=1&if_not_archived_within=1d");
    let again = run(&place, KEYS, &["--format", "json"]).expect(0, &[]);
    assert_eq!(states(&again.json()), ["kept", "kept"]);
    let store = std::fs::read(place.path(".citewatch/store.db")).unwrap();
    let holds = |bytes: &[u8], words: &str| memchr::memmem::find(bytes, words.as_bytes()).is_some();
    for words in [SECRET, ACCESS] {
        for text in [&saved.out, &saved.err, &again.out, &again.err] {
            assert!(!text.contains(words), "{text}");
        }
        assert!(!holds(&store, words), "the store holds {words}");
    }
    assert_eq!(listing(&place.path("")), [".citewatch", "a.md", "sources.toml"]);
}

#[test]
fn keys_that_are_missing_or_wrong_are_told_before_anything_is_asked_for() {
    let (place, archive) = place(Script::willing(), &[A]);
    run(&place, None, &[]).expect(2, &["IA_ACCESS_KEY_ID is not set", "archive.org/account/s3.php"]);
    run(&place, Some((ACCESS, "")), &[]).expect(2, &["IA_SECRET_ACCESS_KEY is not set"]);
    run(&place, Some((ACCESS, "two words")), &[]).expect(2, &["IA_SECRET_ACCESS_KEY holds characters"]);
    assert!(archive.server.asked().is_empty());
    let wrong = run(&place, Some((ACCESS, "guessed")), &["--format", "json"]).expect(2, &["refuses the keys"]);
    assert_eq!(states(&wrong.json()), ["waiting"]);
    assert!(archive.asked_to_save().is_empty() && !wrong.err.contains("guessed"), "{wrong:?}");
}

#[test]
fn what_cannot_be_saved_is_code_1_and_what_waits_is_not() {
    let refusal = r#"{"status": "error", "status_ext": "error:blocked-url", "message": "x"}"#;
    let refusals = [(A.to_owned(), (200, refusal.to_owned()))].into();
    let user = (200, r#"{"available": 5, "daily_captures": 9, "daily_captures_limit": 10}"#.to_owned());
    let (place, archive) = place(Script { refusals, user, ..Script::willing() }, &[A, B, "https://c.test/"]);
    let ran = run(&place, KEYS, &[]).expect(1, &[]);
    for words in ["blocked-url: the address is on a list of trackers", "waiting  https://c.test/", "cited in a.md:1"] {
        assert!(ran.out.contains(words), "{words}: {}", ran.out);
    }
    archive.script().user.1 = r#"{"available": 5, "daily_captures": 10, "daily_captures_limit": 10}"#.to_owned();
    place.cite("a.md", &[B, "https://c.test/"]);
    run(&place, KEYS, &["-q"]).expect(0, &["captures no more for you today"]);
}

#[test]
fn a_run_that_is_killed_in_the_middle_of_a_job_is_gone_on_with() {
    let (place, scripted) = place(Script { looks: 1_000_000, ..Script::willing() }, &[A]);
    let mut child = spawned(archive(&place, KEYS, &[]));
    until("the job is looked at", || {
        scripted.server.targets().iter().any(|target| target.contains("/save/status/spn2"))
    });
    child.kill().unwrap();
    child.wait().unwrap();
    let dry = run(&place, None, &["--dry-run", "--format", "json"]).expect(0, &[]);
    assert_eq!(states(&dry.json()), ["pending"]);
    scripted.script().looks = 0;
    let ran = run(&place, KEYS, &["--format", "json"]).expect(0, &[]);
    assert_eq!(states(&ran.json()), ["saved"]);
    assert_eq!(scripted.asked_to_save(), [A]);
}

#[test]
fn an_archive_that_is_down_is_no_page_that_cannot_be_saved() {
    let (place, archive) = place(Script::willing(), &[A]);
    archive.script().refusals.insert(A.to_owned(), (503, String::new()));
    let ran =
        run(&place, KEYS, &["--format", "json"]).expect(2, &["is out of order (status 503)", "the next run asks"]);
    assert_eq!(states(&ran.json()), ["waiting"]);
    archive.script().system.0 = 502;
    let ran = run(&place, KEYS, &["--format", "json"]).expect(2, &["is down (status 502)", "the next run asks"]);
    assert_eq!(states(&ran.json()), ["waiting"]);
    let config = place.read("sources.toml").replace("/save\"", "/save\"\n").replace(
        &format!("save = \"{}", archive.base()),
        &format!("save = \"http://{}", place.start(crate::web::server::Server::nobody())),
    );
    place.write("sources.toml", config);
    let ran = run(&place, KEYS, &["--format", "json"]).expect(2, &["takes no connection", "the next run asks"]);
    assert_eq!(states(&ran.json()), ["waiting"]);
}

#[test]
fn without_an_archive_that_saves_there_is_nothing_to_do() {
    let place = Place::new("[archive]\nlookup = []\n");
    place.cite("a.md", &[A]);
    run(&place, KEYS, &[]).expect(2, &["find an archive that saves pages"]);
    run(&place, KEYS, &["--format", "markdown"]).expect(2, &["archive prints human or json"]);
}

#[test]
fn a_pywb_that_records_saves_without_keys() {
    let Some(pywb) = Pywb::start(&Collection::Recorded, Framed::No) else { return };
    let base = pywb.base();
    let place = Place::new(&format!(
        "[fetch]\ntimeout = \"10s\"\nper_host = {{ requests_per_second = 500, concurrency = 4 }}\n\
         [archive]\nsaving = {{ per_minute = 60, wait = \"30s\", poll = \"1s\" }}\n\
         [[archive.server]]\nname = \"ours\"\ndialect = \"pywb\"\ntimegate = \"{base}\"\ncdx = \"{base}cdx\"\n\
         save = \"{base}record/id_/\"\n"
    ));
    let site = place.server(|asked: &Asked| match asked.target.as_str() {
        "/page" => says("recorded as it stood"),
        "/moved" => page(302, &[("Location", "/page")], ""),
        _ => page(404, HTML, "no such page"),
    });
    let at = |path: &str| format!("http://{}{path}", site.address);
    let nobody = place.start(crate::web::server::Server::nobody());
    place.cite("a.md", &[at("/page"), at("/moved"), at("/none"), format!("http://{nobody}/x")]);
    let ran = run(&place, None, &["--format", "json"]).expect(1, &[]);
    assert_eq!(states(&ran.json()), ["saved", "saved", "refused", "unknown"], "{}", ran.out);
    let capture = &ran.json()["sources"][0]["capture"];
    assert_eq!((word(&capture["archive"]), &capture["replayable"]), ("ours".to_owned(), &Value::Bool(true)));
    let address = word(&capture["url"]);
    let (status, body) = pywb.get(address.strip_prefix(&base).unwrap()).unwrap();
    assert!(status == 200 && String::from_utf8(body).unwrap().contains("recorded as it stood"), "{address}");
    let again = run(&place, None, &["--format", "json"]);
    assert_eq!(states(&again.json()), ["kept", "kept", "refused", "unknown"], "{}", again.out);
    let asked = site.targets().into_iter().filter(|target| target == "/page").count();
    assert!(asked <= 2, "{:?}", site.targets());
}

#[test]
fn a_check_has_pages_saved_where_the_configuration_says_so() {
    let (place, archive) = place(Script::willing(), &[]);
    let site = place.server(|_: &Asked| says("a page that stands"));
    place.write("sources.toml", place.read("sources.toml").replace("saving =", "save = true\nsaving ="));
    place.cite("a.md", &["http://a.test/page"]);
    let check = |keys: Option<(&str, &str)>, more: &[&str]| {
        let mut command = place.command(&["check", "--allow-private", "127.0.0.0/8"]);
        command.args(["--connect-to", &format!("a.test:80:{}", site.address)]).args(more);
        command.env_remove("IA_ACCESS_KEY_ID").env_remove("IA_SECRET_ACCESS_KEY");
        if let Some((access, secret)) = keys {
            command.env("IA_ACCESS_KEY_ID", access).env("IA_SECRET_ACCESS_KEY", secret);
        }
        Ran::of(command.output().unwrap())
    };
    check(None, &[]).expect(2, &["IA_ACCESS_KEY_ID is not set"]);
    assert!(site.asked().is_empty(), "without keys nothing is begun");
    check(KEYS, &[]).expect(0, &["scripted: 1 source: 1 saved"]);
    assert_eq!(archive.asked_to_save(), ["http://a.test/page"]);
    let again = check(KEYS, &["--format", "json"]).expect(0, &["scripted: 1 source: 1 kept"]);
    let capture = &again.json()["documents"][0]["citations"][0]["source"]["archive"];
    assert_eq!(word(&capture["state"]), "found");
    // A check of what is kept asks nobody.
    check(None, &["--offline"]).expect(0, &[]);
}

#[test]
fn evidence_is_exported_as_one_file_that_answers_as_it_does() {
    let place = Place::new("[archive]\nlookup = []\n");
    let site = place.server(|_: &Asked| says("a page that stands"));
    place.write("a.md", "It is “a page that stands” ([page](http://a.test/page)).\n");
    let nothing = place.run(&["archive", "--export", "all.wacz"]);
    nothing.expect(2, &["failed to find evidence in", "check --record DIR"]);
    place.check(site.address, &["--record", "seen", "--no-reports"]).expect(0, &[]);
    let ran = place.run(&["archive", "--export", "all.wacz", "--evidence", "seen", "--format", "json"]).expect(0, &[]);
    let told = ran.json();
    assert_eq!(
        (&told["schema"], &told["captures"], &told["pages"]),
        (&"citewatch.export/1".into(), &1.into(), &1.into())
    );
    assert_eq!(told["bytes"], std::fs::metadata(place.path("all.wacz")).unwrap().len());
    let replayed = place.run(&["check", "--format", "json", "--replay", "all.wacz", "--no-reports"]).expect(0, &[]);
    assert_eq!(word(&replayed.json()["documents"][0]["quotes"][0]["verdict"]), "verbatim");
    let ran = place.run(&["archive", "a.md", "--export", "all.wacz"]).expect(2, &["cannot be used with"]);
    assert!(!ran.err.contains("Usage"), "a usage that shows what is refused: {}", ran.err);
    place.run(&["archive", "--evidence", "seen"]).expect(2, &["--export"]);
    place
        .run(&["archive", "--export", "no/such/all.wacz", "--evidence", "seen"])
        .expect(2, &["failed to write no/such"]);
}

const NONE: &str = "<html><title>404 - Page not found</title><h1>Page not found</h1><p>Sorry.</p></html>";

/// A page that says this, and an archive with two captures of it: the nearer one says that it is none.
fn lamp(now: &'static str) -> (Place, Server) {
    lamp_beside(now, NONE)
}

/// The same with another nearer one.
fn lamp_beside(now: &'static str, nearer: &'static str) -> (Place, Server) {
    let place = Place::new("");
    let captures = [
        ("20240628000001", nearer),
        ("20240601000001", "<html><title>Lamp</title><p>It was lit at dusk by the keeper himself.</p></html>"),
    ];
    let server = place.server(move |asked: &Asked| {
        let Some(rest) = asked.target.strip_prefix("/web/") else {
            let is_index = asked.target.starts_with("/cdx");
            return if is_index { page(200, &[], index(&["20240628000001", "20240601000001"])) } else { says(now) };
        };
        match captures.iter().find(|(moment, _)| rest.starts_with(&format!("{moment}id_/"))) {
            Some((moment, body)) => {
                let day = &moment[6..8];
                let date = format!("{}, {day} Jun 2024 00:00:01 GMT", if day == "28" { "Fri" } else { "Sat" });
                page(200, &[HTML[0], ("Memento-Datetime", &date)], body)
            }
            None => page(302, &[("Location", "/web/20240628000001/http://a.test/lamp")], ""),
        }
    });
    archived_at(&place, server.address);
    (place, server)
}

/// A configuration with that archive alone, and a document that quotes a page of June 29, 2024.
fn archived_at(place: &Place, address: SocketAddr) {
    let base = format!("http://{address}");
    place.write(
        "sources.toml",
        format!(
            "[[archive.server]]\nname = \"ours\"\ndialect = \"wayback\"\ntimegate = \"{base}/web/\"\ncdx = \"{base}/cdx\"\n"
        ),
    );
    let note = "“Lamp.” Post. Accessed June 29, 2024. http://a.test/lamp";
    place.write("a.md", format!("It was “lit at dusk by the keeper himself”.[^1]\n\n[^1]: {note}\n"));
}

/// The verdict on the quote, and the capture that is named.
fn quote_and_capture(report: &Value) -> (String, String) {
    let document = &report["documents"][0];
    let archive = &document["citations"][0]["source"]["archive"];
    (word(&document["quotes"][0]["verdict"]), archive["url"].as_str().unwrap_or_default().to_owned())
}

#[test]
fn a_capture_of_a_page_that_says_it_is_none_is_passed_over() {
    let (place, server) = lamp("The lamp was taken away.");
    let (verdict, capture) = quote_and_capture(&place.check(server.address, &["--no-reports"]).json());
    assert_eq!(verdict, "archived");
    assert!(capture.contains("20240601000001"), "{capture}");
}

#[test]
fn a_capture_of_what_stands_in_the_place_of_a_page_is_passed_over() {
    for nearer in [
        "<html><title>Just a moment...</title><script>window._cf_chl_opt={cvId:'3'}</script><p>Checking your browser.</p></html>",
        "<html><title>Log in</title><form action=/login><input name=user><input type=password></form></html>",
        "<html><title>503</title><h1>Service temporarily unavailable</h1></html>",
        "",
    ] {
        let (place, server) = lamp_beside("It was lit at dusk by the keeper himself.", nearer);
        let (_, capture) = quote_and_capture(&place.check(server.address, &["--no-reports"]).json());
        assert!(capture.contains("20240601000001"), "{nearer}: {capture}");
    }
    // What is there of an article before it is to be paid for is of the page.
    let cut =
        "<html><title>Lamp</title><p>It was lit at dusk.</p><div class=paywall>Subscribe to read on.</div></html>";
    let (place, server) = lamp_beside("It was lit at dusk by the keeper himself.", cut);
    let (_, capture) = quote_and_capture(&place.check(server.address, &["--no-reports"]).json());
    assert!(capture.contains("20240628000001"), "{capture}");
}

#[test]
fn a_capture_that_is_only_named_is_judged_and_so_is_one_that_was_named_before() {
    let (place, server) = lamp("It was lit at dusk by the keeper himself.");
    let of_archives = || {
        let asked = server.targets();
        asked.iter().filter(|target| target.starts_with("/web/") || target.starts_with("/cdx")).count()
    };
    let mut asked = 0;
    for run in ["first", "second"] {
        let (verdict, capture) = quote_and_capture(&place.check(server.address, &["--no-reports"]).json());
        assert_eq!(verdict, "verbatim", "{run}");
        assert!(capture.contains("20240601000001"), "{run}: {capture}");
        // What was judged once is judged again from what was kept of it.
        assert!(run == "first" || of_archives() == asked, "{:?}", server.targets());
        asked = of_archives();
    }
    let (_, capture) =
        quote_and_capture(&place.run(&["check", "--format", "json", "--offline", "--no-reports"]).json());
    assert!(capture.contains("20240601000001"), "{capture}");
}

#[test]
fn a_capture_that_is_known_stands_on_a_day_on_which_its_archive_is_down() {
    let (place, server) = lamp("The lamp was taken away.");
    place.check(server.address, &["--no-reports"]).expect(0, &[]);
    keep(&place, "UPDATE capture_search SET searched_at = searched_at - 40 * 86400000");
    let down = place.server(|asked: &Asked| match asked.target.as_str() {
        "/lamp" => says("The lamp was taken away."),
        _ => page(503, &[], "down"),
    });
    archived_at(&place, down.address);
    for _ in 0..2 {
        let (verdict, capture) = quote_and_capture(&place.check(down.address, &["--no-reports"]).json());
        assert_eq!(verdict, "archived");
        assert!(capture.contains("20240601000001"), "{capture}");
    }
    assert!(down.targets().iter().any(|target| target.starts_with("/web/")), "{:?}", down.targets());
}

#[test]
fn what_only_this_network_reaches_is_told_to_no_archive_of_the_public() {
    let place = Place::new("");
    let server = place.server(|asked: &Asked| match asked.target.as_str() {
        "/page" => says("The page."),
        _ => page(404, &[], "no capture"),
    });
    place.write(
        "sources.toml",
        "[[archive.server]]\nname = \"public\"\ndialect = \"wayback\"\ntimegate = \"http://archive.test/web/\"\n\
         cdx = \"http://archive.test/cdx\"\n",
    );
    let own = ["http://10.0.0.7/one", "http://intranet/two", "http://box.local/three", "http://wiki.test/four?key=abc"];
    place.write("a.md", format!("{}\nhttp://a.test/page\n", own.join("\n\n")));
    let mut command = place.command(&["check", "--format", "json", "--allow-private", "127.0.0.0/8", "--no-reports"]);
    for host in ["a.test", "archive.test"] {
        command.args(["--connect-to", &format!("{host}:80:{}", server.address)]);
    }
    let ran = Ran::of(command.args(["--resolve", "wiki.test:80:10.0.0.8"]).output().unwrap());
    let report = ran.json();
    for (at, url) in own.iter().enumerate() {
        let source = &report["documents"][0]["citations"][at]["source"];
        assert_eq!(word(&source["reason"]), "private-address", "{url}: {source}");
        assert!(source["archive"]["url"].is_null(), "{url}: {source}");
    }
    let asked = server.targets();
    assert!(asked.iter().any(|target| target.ends_with("/http://a.test/page")), "{asked:?}");
    for part in ["one", "two", "three", "four"] {
        assert!(!asked.iter().any(|target| target.contains(part)), "{part}: {asked:?}");
    }
}

/// Writes into what is kept, as an earlier build may have done.
fn keep(place: &Place, statement: &'static str) {
    let url = format!("sqlite:{}", place.path(".citewatch/store.db").display());
    place.start(async {
        let mut store = SqliteConnection::connect(&url).await.unwrap();
        assert!(sqlx::query(statement).execute(&mut store).await.unwrap().rows_affected() > 0, "{statement}");
    });
}

#[test]
fn a_capture_of_another_page_that_an_earlier_build_kept_is_not_used() {
    let (place, server) = lamp("It was lit at dusk by the keeper himself.");
    let named = |arguments: &[&str]| quote_and_capture(&place.run(arguments).json()).1;
    let offline = ["check", "--format", "json", "--offline", "--no-reports"];
    place.check(server.address, &["--no-reports"]).expect(0, &[]);
    assert!(named(&offline).contains("20240601000001"));
    keep(&place, "UPDATE capture_search SET found = replace(found, '/lamp', '/other')");
    assert_eq!(named(&offline), "", "without a network it is dropped");
    let (_, capture) = quote_and_capture(&place.check(server.address, &["--no-reports"]).json());
    assert!(capture.ends_with("20240601000001/http://a.test/lamp"), "with one, archives are asked again: {capture}");
}

#[test]
fn a_capture_of_an_error_that_an_earlier_build_kept_is_judged_by_what_is_stored() {
    let (place, server) = lamp("The lamp was taken away.");
    let offline = ["check", "--format", "json", "--offline", "--no-reports"];
    place.check(server.address, &["--no-reports"]).json();
    keep(&place, "UPDATE capture_search SET found = replace(found, '20240601000001', '20240628000001')");
    keep(&place, "UPDATE page_text SET extractor = extractor - 1");
    let (verdict, capture) = quote_and_capture(&place.run(&offline).json());
    assert_eq!(capture, "", "{verdict}");
    let (verdict, capture) = quote_and_capture(&place.check(server.address, &["--no-reports"]).json());
    assert_eq!(verdict, "archived");
    assert!(capture.contains("20240601000001"), "{capture}");
}

#[test]
fn a_quote_that_a_page_loses_is_looked_for_in_the_index_though_a_capture_was_named_while_it_stood() {
    const WORDS: &str = "It was lit at dusk by the keeper himself.";
    let is_there = Arc::new(AtomicBool::new(true));
    let place = Place::new("");
    let now = Arc::clone(&is_there);
    let server = place.server(move |asked: &Asked| {
        if asked.target.starts_with("/cdx") {
            return page(200, &[], index(&["20240628000001", "20240601000001"]));
        }
        let Some(rest) = asked.target.strip_prefix("/web/") else {
            return says(if now.load(Ordering::SeqCst) { WORDS } else { "The lamp was taken away." });
        };
        let (words, date) = match &rest[..14] {
            "20240628000001" => ("The lamp has been cleaned.", "Fri, 28 Jun 2024 00:00:01 GMT"),
            "20240601000001" => (WORDS, "Sat, 01 Jun 2024 00:00:01 GMT"),
            _ => return page(302, &[("Location", "/web/20240628000001/http://a.test/lamp")], ""),
        };
        page(200, &[HTML[0], ("Memento-Datetime", date)], format!("<title>Lamp</title><p>{words}</p>"))
    });
    archived_at(&place, server.address);
    let verdict = || quote_and_capture(&place.check(server.address, &["--no-reports"]).json());
    assert_eq!(verdict().0, "verbatim");
    is_there.store(false, Ordering::SeqCst);
    assert_eq!(verdict().0, "archived", "{:?}", server.targets());
}

#[test]
fn what_archives_answer_is_evidence_and_what_is_asked_with_keys_is_not() {
    let (place, archive) = place(Script::willing(), &[A]);
    run(&place, KEYS, &["--record", "seen"]).expect(0, &[]);
    assert_eq!(archive.asked_to_save(), [A]);
    place.run(&["archive", "--export", "all.wacz", "--evidence", "seen"]).expect(0, &[]);
    let index = place.path("seen/index.cdxj");
    let index = std::fs::read_to_string(&index).unwrap_or_else(|_| panic!("{:?}", listing(&place.path("seen"))));
    assert!(index.contains("/web/") && !index.contains("/save"), "{index}");
    run(&place, KEYS, &["--record", "seen", "--export", "all.wacz"]).expect(2, &["cannot be used with"]);
}

/// What an index says of captures of one page.
fn index(moments: &[&str]) -> String {
    let row =
        |moment: &&str| format!(r#",["test,a)/lamp","{moment}","http://a.test/lamp","text/html","200","{moment}"]"#);
    let rows: Vec<String> = moments.iter().map(row).collect();
    format!(r#"[["urlkey","timestamp","original","mimetype","statuscode","digest"]{}]"#, rows.concat())
}
