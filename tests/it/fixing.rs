//! `fix` from end to end: a web of loopback with an archive, the policy that confirms a death, the diff, and the file.

use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::Command;

use crate::place::{HTML, Place, Ran, says, spawned};
use crate::schedule::let_pass;
use crate::web::certificates::{Authority, Validity};
use crate::web::server::{Asked, Do, Server, page};

const ARCHIVE: &str = "[fetch]\ntimeout = \"4s\"\nper_host = { requests_per_second = 500, concurrency = 4 }\n\
                       [[archive.server]]\nname = \"ours\"\ndialect = \"memento\"\n\
                       timegate = \"http://archive.test/web/\"\n";

const TEXT: &str = "It says so.[^1] Also [here](http://gone.test/b \"B\"),\r\nand [there](http://live.test/c).\r\n\r\n\
                    [^1]: “A page.” Post, May 1, 2020. Accessed June 29, 2024. <http://gone.test/a>.\r\n";

/// The document as it is when both dead sources have their captures.
fn fixed() -> String {
    let capture = |page: &str| format!("http://archive.test/web/20240628101500/http://gone.test/{page}");
    TEXT.replace(" \"B\")", &format!(" \"B\") ([archived]({}))", capture("b")))
        .replace("gone.test/a>.", &format!("gone.test/a>. [Archived]({}) June 28, 2024.", capture("a")))
}

/// What lives, what is gone, and an archive that has one capture of every page.
fn web(asked: &Asked) -> Vec<Do> {
    let host = asked.header("host").unwrap_or_default();
    let target = asked.target.as_str();
    match (host, target.strip_prefix("/web/")) {
        ("archive.test", Some(rest)) if rest.starts_with("http") => {
            let location = format!("http://archive.test/web/20240628101500/{rest}");
            let link = format!("<{rest}>; rel=\"original\"");
            page(302, &[("Location", &location), ("Link", &link), ("Vary", "accept-datetime")], "")
        }
        ("archive.test", Some(_)) => {
            let headers = [HTML[0], ("Memento-Datetime", "Fri, 28 Jun 2024 10:15:00 GMT")];
            page(200, &headers, "<!doctype html><title>A page</title><p>as it was</p>")
        }
        ("gone.test", _) => page(404, &[], "no such page"),
        _ => says("a page that stands"),
    }
}

/// A place in which the policy has confirmed that both sources are dead.
fn confirmed() -> (Place, Server) {
    let place = Place::new(ARCHIVE);
    let server = place.server(web);
    place.write("a.md", TEXT);
    for _ in 0..3 {
        place.check(server.address, &["a.md", "--due", "--no-reports"]);
        let_pass(&place, 8 * 24);
    }
    (place, server)
}

#[test]
fn a_death_that_the_policy_confirms_is_mended_once_and_nothing_else_is() {
    let place = Place::new(ARCHIVE);
    let server = place.server(web);
    place.write("a.md", TEXT);
    place.run(&["fix", "a.md"]).expect(2, &["it is not there; `citewatch check` makes it"]);
    place.check(server.address, &["a.md", "--no-reports"]).expect(1, &[]);
    // Broken to a plain check, and not yet to the policy.
    let ran = place.run(&["fix", "a.md"]).expect(0, &["nothing to edit: 2 sources seem gone", "has not confirmed yet"]);
    assert_eq!(ran.out, "");
    assert_eq!(place.run(&["fix", "a.md", "-q"]).expect(0, &[]).err, "");
    for _ in 0..3 {
        let_pass(&place, 8 * 24);
        place.check(server.address, &["a.md", "--due", "--no-reports"]);
    }
    let asked = server.targets().len();
    let ran = place.run(&["fix", "a.md"]).expect(1, &[]);
    assert_eq!(place.read("a.md"), TEXT, "a diff is all that is made");
    place.write("a.diff", &ran.out);
    let json = place.run(&["fix", "a.md", "--format", "json"]).expect(1, &[]).json();
    assert_eq!(json["schema"], "citewatch.fix/1");
    let edits = json["documents"][0]["edits"].as_array().unwrap();
    assert_eq!((edits.len(), edits[0]["kind"].as_str()), (2, Some("archive")), "{json:#}");
    assert_eq!(edits[0]["finding"], "source-gone");
    assert!(edits[0]["why"].as_str().unwrap().contains("404"), "{json:#}");

    place.run(&["fix", "a.md", "--write"]).expect(0, &[]);
    assert_eq!(place.read("a.md"), fixed());
    for command in [&["fix", "a.md"][..], &["fix", "a.md", "--write"]] {
        assert_eq!(place.run(command).expect(0, &[]).out, "", "there is nothing left to do");
    }
    assert_eq!(place.read("a.md"), fixed());
    assert_eq!(server.targets().len(), asked, "nobody was asked");

    // The diff says what was written.
    place.write("a.md", TEXT);
    let applied = Command::new("git").args(["apply", "a.diff"]).current_dir(place.path("")).status();
    if applied.is_ok_and(|status| status.success()) {
        assert_eq!(place.read("a.md"), fixed());
    } else {
        panic!("git does not apply {}", place.read("a.diff"));
    }
    // A check finds the captures in the document.
    let report = place.check(server.address, &["a.md", "--no-reports"]).json();
    let archived = report["documents"][0]["citations"].as_array().unwrap();
    let archived = archived.iter().filter(|citation| citation["archive_url"].is_string()).count();
    assert_eq!(archived, 2, "{report:#}");
}

#[test]
fn a_diff_applies_whatever_its_documents_are_called_and_however_they_are_named() {
    let (place, _server) = confirmed();
    let names =
        ["a b.md", "é\u{1f600}.md", "tab\there.md", "line\nend.md", "quo\"te\\s.md", "one/two/x.md", "real/a.md"];
    for folder in ["one/two", "real"] {
        std::fs::create_dir_all(place.path(folder)).unwrap();
    }
    let write = || names.iter().for_each(|name| place.write(name, TEXT));
    write();
    symlink("real/a.md", place.path("link.md")).unwrap();
    let mut args: Vec<String> = vec!["fix".to_owned()];
    let whole = |name: &&str| place.path(name).to_string_lossy().into_owned();
    args.extend(names[..6].iter().map(whole));
    args.extend(["link.md".to_owned(), "real/a.md".to_owned()]);
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let ran = place.run(&args).expect(1, &[]);
    place.write("a.diff", &ran.out);
    for (program, args) in [("git", &["apply", "a.diff"][..]), ("patch", &["--binary", "-p1", "-i", "a.diff"])] {
        write();
        let Ok(applied) = Command::new(program).args(args).current_dir(place.path("")).output() else { continue };
        assert!(applied.status.success(), "{program}: {applied:?}\n{}", ran.out);
        for name in names {
            assert_eq!(place.read(name), fixed(), "{program}: {name}");
        }
    }
    // What is written is the same, once.
    write();
    place.run(&[&["fix", "--write"][..], &args[1..]].concat()).expect(0, &[]);
    for name in names {
        assert_eq!(place.read(name), fixed(), "{name}");
    }
    // A file with two names is told of, and the rest is done.
    write();
    std::fs::hard_link(place.path("a b.md"), place.path("again.md")).unwrap();
    let ran = place.run(&["fix", "--write", "a b.md", "one/two/x.md"]).expect(2, &["it has 2 names (hard links)"]);
    assert!(ran.out.contains("one/two/x.md: 2 edits written"), "{ran:?}");
    assert_eq!((place.read("again.md"), place.read("one/two/x.md")), (TEXT.to_owned(), fixed()));
}

#[test]
fn a_document_that_has_changed_since_it_was_checked_is_refused() {
    let (place, _server) = confirmed();
    place.write("b.md", "[b](http://gone.test/b)");
    place.write("a.md", TEXT.to_owned() + "\r\nMore.\r\n");
    let ran = place.run(&["fix", "a.md", "b.md"]).expect(2, &["a.md: it has changed since it was checked at 20"]);
    assert!(ran.err.contains("b.md: it was never checked") && ran.out.is_empty(), "{ran:?}");
    place.run(&["fix", "a.md", "--write"]).expect(2, &[]);
    assert!(place.read("a.md").ends_with("More.\r\n"));
    // The same words under another name are what was checked.
    place.write("c.md", TEXT);
    let ran = place.run(&["fix", "a.md", "c.md"]).expect(2, &[]);
    assert!(ran.out.starts_with("--- a/c.md\n+++ b/c.md\n"), "{}", ran.out);
}

#[test]
fn a_mark_of_the_writer_and_the_choice_of_edits_are_kept_to() {
    let (place, _server) = confirmed();
    let ran = place.run(&["fix", "a.md", "--only", "https,tracking,redirect,accessed"]).expect(0, &[]);
    assert_eq!(ran.out, "");
    place.run(&["fix", "a.md", "--only", "archives"]).expect(2, &["expected some of archive, redirect"]);
    place.run(&["fix", "-"]).expect(2, &["fix edits files"]);
    let replaced = place.run(&["fix", "a.md", "--replace"]).expect(1, &[]).out;
    assert!(replaced.contains("+It says so.[^1] Also [here](http://archive.test/web/"), "{replaced}");
    place.run(&["fix", "a.md", "--format", "markdown"]).expect(2, &["fix prints a diff, or json"]);
}

#[test]
fn a_document_keeps_its_rights_and_its_link_and_is_never_half_written() {
    let (place, _server) = confirmed();
    std::fs::create_dir(place.path("real")).unwrap();
    std::fs::rename(place.path("a.md"), place.path("real/a.md")).unwrap();
    symlink("real/a.md", place.path("a.md")).unwrap();
    let rights = |name: &str, mode: u32| {
        std::fs::set_permissions(place.path(name), std::fs::Permissions::from_mode(mode)).unwrap();
    };
    rights("real/a.md", 0o444);
    place.run(&["fix", "a.md", "--write"]).expect(2, &["write", "it is read-only; make it writable first"]);
    rights("real/a.md", 0o640);
    rights("real", 0o555);
    place.run(&["fix", "a.md", "--write"]).expect(2, &["its folder is read-only"]);
    rights("real", 0o755);
    assert_eq!(place.read("a.md"), TEXT);
    // Whatever moment it is killed at, the file is what it was or what it is to be.
    for wait in 0..12 {
        std::fs::write(place.path("real/a.md"), TEXT).unwrap();
        let mut child = spawned(place.command(&["fix", "a.md", "--write"]));
        std::thread::sleep(std::time::Duration::from_millis(wait * 8));
        child.kill().unwrap();
        child.wait().unwrap();
        let now = place.read("a.md");
        assert!(now == TEXT || now == fixed(), "{now}");
    }
    std::fs::write(place.path("real/a.md"), TEXT).unwrap();
    place.run(&["fix", "a.md", "--write"]).expect(0, &[]);
    assert_eq!(place.read("real/a.md"), fixed());
    assert!(std::fs::symlink_metadata(place.path("a.md")).unwrap().is_symlink());
    assert_eq!(std::fs::metadata(place.path("real/a.md")).unwrap().permissions().mode() & 0o777, 0o640);
}

const QUOTED: &str = "They wrote that “the tide came in over the wall” ([log](http://moved.test/old?utm_source=mail)).\n\n\
                      So.[^1]\n\n[^1]: “A page.” Accessed June 29, 2024. <http://moved.test/old>. It says “the tide \
                      came in over the wall”.\n";

#[test]
fn redirects_parameters_and_access_dates_are_mended_where_the_quotes_were_found() {
    let place = Place::new(crate::place::QUICK);
    let server = place.server(|asked: &Asked| match asked.target.split('?').next() {
        Some("/old") => page(301, &[("Location", "http://www.moved.test/new")], ""),
        _ => says("In that night the tide came in over the wall, and stayed."),
    });
    place.write("a.md", QUOTED);
    place.check(server.address, &["a.md", "--no-reports"]).expect(0, &[]);
    let fix = |only: &str| place.run(&["fix", "a.md", "--only", only]).expect(1, &[]).out;
    let moved = fix("redirect");
    assert!(moved.contains("+They wrote") && moved.contains("(http://www.moved.test/new))"), "{moved}");
    assert!(moved.contains("<http://www.moved.test/new>. It says"), "{moved}");
    let tracking = fix("tracking");
    assert!(tracking.contains("([log](http://moved.test/old))") && !tracking.contains("+[^1]"), "{tracking}");
    let accessed = fix("accessed");
    assert!(
        accessed.contains("-[^1]: “A page.” Accessed June 29, 2024.")
            && accessed.contains("+[^1]: “A page.” Accessed "),
        "{accessed}"
    );
    place.run(&["fix", "a.md", "--only", "redirect,tracking,accessed", "--write"]).expect(0, &[]);
    assert!(place.read("a.md").contains("(http://www.moved.test/new)"), "{}", place.read("a.md"));
    assert_eq!(place.run(&["fix", "a.md", "--only", "redirect,tracking"]).expect(0, &[]).out, "");
}

/// A list of records quotes nothing; the documents that cite it do.
#[test]
fn the_access_dates_of_records_are_those_of_the_quotes_that_cite_them() {
    let place = Place::new(crate::place::QUICK);
    let server = place.server(|_: &Asked| says("In that night the tide came in over the wall, and stayed."));
    let records = "@online{doe, title={A page}, url={http://a.test/page}, urldate={2019-06-04}}\n";
    place.write("r.bib", records);
    place.write("r.ris", "TY  - ELEC\nTI  - A page\nUR  - http://a.test/page\nY2  - 2019/06/04/\nER  - \n");
    let words = "the tide came in over the wall";
    place.write("b.tex", format!("\\documentclass{{article}}\n\\begin{{document}}\nIt says ``{words}'' \\cite{{doe}}.\n\\bibliography{{r}}\n\\end{{document}}\n"));
    place.check(server.address, &["b.tex", "r.bib", "r.ris"]).expect(0, &[]);
    let diff = place.run(&["fix", "b.tex", "r.bib", "r.ris", "--only", "accessed"]).out;
    assert!(diff.contains("-@online{doe, title={A page}, url={http://a.test/page}, urldate={2019-06-04}}"), "{diff}");
    assert!(diff.contains("-Y2  - 2019/06/04/"), "{diff}");
    let alone = place.run(&["fix", "r.bib", "--only", "accessed"]).expect(0, &[]);
    assert!(!alone.out.contains("urldate"), "{}", alone.out);
}

#[test]
fn an_address_is_mended_wherever_the_document_has_it_once_its_quotes_were_found() {
    let place = Place::new(crate::place::QUICK);
    let server = place.server(|asked: &Asked| match asked.target.as_str() {
        "/old" | "/mail?utm_source=m" => page(301, &[("Location", &asked.target.replacen('/', "/new/", 1))], ""),
        _ => says("In that night the tide came in over the wall, and stayed."),
    });
    let text = "See http://moved.test/old. They wrote that “the tide came in over the wall” ([log](http://moved.test/old)) \
                and “in that night the tide came in” ([mail](http://moved.test/mail?utm_source=m)).\n";
    place.write("a.md", text);
    place.check(server.address, &["a.md", "--no-reports"]).expect(0, &[]);
    place.run(&["fix", "a.md", "--only", "redirect,tracking", "--write"]).expect(0, &[]);
    let mended = text.replace("test/old", "test/new/old").replace("test/mail?utm_source=m", "test/new/mail");
    assert_eq!(place.read("a.md"), mended);
}

#[test]
fn nothing_is_done_to_a_source_that_is_withheld_or_does_not_hold_its_quote() {
    let place = Place::new(crate::place::QUICK);
    let server = place.server(|asked: &Asked| match (asked.header("host"), asked.target.as_str()) {
        (Some("closed.test"), _) => page(403, &[], "no"),
        (_, "/old?utm_source=mail") => page(301, &[("Location", "http://www.moved.test/new")], ""),
        _ => says("Something else stands here now."),
    });
    place.write(
        "a.md",
        "It is [a](http://closed.test/?utm_source=x). They say “the tide came in over the wall” \
                         ([log](http://moved.test/old?utm_source=mail)).\n",
    );
    place.check(server.address, &["a.md", "--no-reports"]);
    let ran = place.run(&["fix", "a.md", "--only", "archive,redirect,https,accessed"]).expect(0, &[]);
    assert_eq!(ran.out, "");
    let tracking = place.run(&["fix", "a.md", "--only", "tracking"]).expect(1, &[]).out;
    assert!(tracking.contains("+It is [a](http://closed.test/?utm_source=x)."), "{tracking}");
}

#[test]
fn a_site_that_leads_to_https_has_the_scheme_set_and_nothing_else() {
    let place = Place::new(crate::place::QUICK);
    let authority = Authority::new();
    place.write("ca.pem", authority.pem());
    let tls = authority.identity(&["safe.test"], Validity::Now).server_config(&["http/1.1"]);
    let secure = place.start(Server::https(tls, |_: &Asked| says("In that night the tide came in over the wall.")));
    let plain = place.server(|asked: &Asked| {
        let (host, target) = (asked.header("host").unwrap_or_default(), &asked.target);
        match host {
            "safe.test" => page(301, &[("Location", &format!("https://safe.test{target}"))], ""),
            _ => says("a page that stands"),
        }
    });
    let text = "\u{feff}See [http://safe.test/a](http://safe.test/a) and <http://plain.test/b>,\r\n\r\n\
                | a |\r\n|---|\r\n|\t[c](http://safe.test/c?utm_source=x \"http://safe.test\")|";
    place.write("a.md", text);
    let mut command = place.checking(plain.address, &["a.md", "--no-reports", "--ca", "ca.pem"]);
    command.args(["--connect-to", &format!("*:443:{}", secure.address)]);
    Ran::of(command.output().unwrap()).expect(0, &[]);
    for only in ["archive", "redirect", "accessed"] {
        assert_eq!(place.run(&["fix", "a.md", "--only", only]).expect(0, &[]).out, "", "{only}");
    }
    place.run(&["fix", "a.md", "--only", "https", "--write"]).expect(0, &[]);
    let mended = text
        .replace("[http://safe.test/a](http://safe.test/a)", "[https://safe.test/a](https://safe.test/a)")
        .replace("(http://safe.test/c", "(https://safe.test/c");
    assert_eq!(place.read("a.md"), mended);
    assert_eq!(place.run(&["fix", "a.md", "--only", "https"]).expect(0, &[]).out, "");
}

#[test]
fn what_is_not_utf_8_is_refused_and_the_rest_is_done() {
    let (place, server) = confirmed();
    place.write("latin.md", b"Caf\xe9 [b](http://gone.test/b)\n");
    place.check(server.address, &["latin.md", "a.md", "--due", "--no-reports"]);
    let ran = place.run(&["fix", "--write", "latin.md", "a.md"]).expect(2, &["latin.md", "it is not UTF-8"]);
    assert!(ran.out.contains("a.md: 2 edits written"), "{ran:?}");
    assert_eq!(place.read("a.md"), fixed());
    assert_eq!(std::fs::read(place.path("latin.md")).unwrap(), b"Caf\xe9 [b](http://gone.test/b)\n");
}
