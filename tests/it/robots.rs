//! What robots.txt refuses, through the whole program.

use crate::place::{HTML, Place, says};
use crate::web::server::{Asked, Do, Server, page};

fn config(robots: &str, archive: &str) -> String {
    format!(
        "[fetch]\ntimeout = \"4s\"\nper_host = {{ requests_per_second = 500, concurrency = 4 }}\n{robots}\n[archive]\n{archive}\n"
    )
}

/// A site that keeps one folder to itself, one whose robots.txt is broken, and an archive that holds nothing.
fn web(asked: &Asked) -> Vec<Do> {
    match (asked.header("host").unwrap_or_default(), asked.target.as_str()) {
        ("site.test", "/robots.txt") => page(200, &[], "User-agent: *\nDisallow: /members/\n"),
        ("closed.test", "/robots.txt") => page(503, &[], "busy"),
        ("archive.test", _) => page(404, HTML, "nothing"),
        (_, "/robots.txt") => page(404, HTML, "none"),
        _ => says("It was lit at dusk by the keeper himself."),
    }
}

const CITED: [&str; 4] =
    ["http://site.test/open", "http://site.test/members/1", "http://closed.test/", "http://free.test/"];

fn verdicts(ran: &crate::place::Ran) -> Vec<String> {
    ran.sources().into_iter().map(|(_, verdict)| verdict).collect()
}

fn pages_asked(server: &Server) -> usize {
    server.targets().iter().filter(|target| *target != "/robots.txt").count()
}

#[test]
fn what_robots_txt_refuses_is_withheld_and_never_asked_for_and_the_archive_still_is() {
    let archive = "[[archive.server]]\nname = \"ours\"\ndialect = \"memento\"\n\
                   timegate = \"http://archive.test/gate/\"\n";
    let place = Place::new(&config("robots = \"obey\"", archive));
    let server = place.server(web);
    place.cite("a.md", &CITED);
    let ran = place.check(server.address, &["a.md", "--record", "evidence"]).expect(0, &[]);
    let expected = ["live - sound", "withheld robots unknown", "withheld robots unknown", "live - sound"];
    assert_eq!(verdicts(&ran), expected);
    let targets = server.targets();
    assert!(!targets.contains(&"/members/1".to_owned()), "{targets:?}");
    assert!(targets.contains(&"/gate/http://site.test/members/1".to_owned()), "{targets:?}");
    assert_eq!(ran.json()["summary"]["broken"], 0);

    let report = place.read("reports/a.md.md");
    for words in ["site.test/robots.txt", "Disallow: /members/", "503", "closes the whole site"] {
        assert!(report.contains(words), "does not say {words}:\n{report}");
    }
    let history = place.run(&["history", "http://site.test/members/1"]).expect(0, &[]).out;
    assert!(history.contains("withheld (robots)"), "{history}");

    let before = server.connections();
    let again = place.run(&["check", "a.md", "--format", "json", "--replay", "evidence"]).expect(0, &[]);
    assert_eq!(verdicts(&again), expected);
    assert_eq!(server.connections(), before);
}

#[test]
fn a_check_asks_no_robots_txt_unless_it_is_told_to() {
    for ignore in ["", "robots = \"ignore\""] {
        let place = Place::new(&config(ignore, "lookup = []"));
        let server = place.server(web);
        place.cite("a.md", &CITED);
        let ran = place.check(server.address, &["a.md"]).expect(0, &[]);
        assert_eq!(verdicts(&ran), ["live - sound"; 4]);
        assert_eq!((pages_asked(&server), server.targets().len()), (4, 4));
    }
    let place = Place::new(&config("robots = \"obay\"", "lookup = []"));
    place.cite("a.md", &CITED);
    place.run(&["check", "a.md"]).expect(2, &["`fetch.robots`", "did you mean `obey`?"]);
}

#[test]
fn a_host_that_takes_no_connection_is_failing_whether_or_not_robots_txt_is_asked() {
    let place = Place::new(&config("robots = \"obey\"", "lookup = []"));
    let (server, nobody) = (place.server(web), place.start(Server::nobody()));
    place.cite("a.md", &["http://dead.test/", "http://free.test/"]);
    let (dead, rest) = (format!("dead.test:80:{nobody}"), format!("*:80:{}", server.address));
    let network = ["--allow-private", "127.0.0.0/8", "--connect-to", &dead, "--connect-to", &rest];
    let ran = place.run(&[&["check", "a.md", "--format", "json"][..], &network].concat()).expect(0, &[]);
    assert_eq!(verdicts(&ran), ["failing refused unknown", "live - sound"]);
}
