//! What holds for a request of the program holds for one of a page that is shown: its robots.txt, and whom it trusts.

use crate::place::Ran;
use crate::stand::{SHELL, WORDS, check, cite, html, nothing, place, script, verdict};
use crate::web::certificates::{Authority, Validity};
use crate::web::server::{Asked, Do, Server, page};

/// A page whose words a script asks for under `/kept/`.
fn site(asked: &Asked) -> Vec<Do> {
    match asked.target.as_str() {
        "/robots.txt" => page(200, &[("Content-Type", "text/plain")], "User-agent: citewatch\nDisallow: /kept/\n"),
        "/app" => html(&SHELL.replace("SCRIPT", "app.js")),
        "/app.js" => script(
            "fetch('/kept/data').then(data => data.text()).then(words => {
                 document.getElementById('root').textContent = `In that year ${words}.`;
             })",
        ),
        "/kept/data" => page(200, &[("Content-Type", "text/plain")], WORDS),
        _ => nothing(asked),
    }
}

#[test]
fn what_a_robots_txt_keeps_from_programs_is_kept_from_the_pages_that_they_show() {
    for (robots, expected) in [("ignore", "verbatim sound"), ("obey", "unverifiable unknown")] {
        let Some(place) = place("when = \"script-only\"") else { return };
        let with = place.read("sources.toml").replace("[fetch]\n", &format!("[fetch]\nrobots = {robots:?}\n"));
        place.write("sources.toml", with);
        let server = place.server(site);
        cite(&place, "a.md", "app", WORDS);
        assert_eq!(verdict(&check(&place, &server, &[]), 0), expected, "{robots}");
        let was_asked = server.targets().contains(&"/kept/data".to_owned());
        assert_eq!(was_asked, robots == "ignore", "{robots}: {:?}", server.targets());
    }
}

#[test]
fn a_page_is_shown_by_the_certificates_that_the_command_line_names_and_by_no_others() {
    let Some(place) = place("when = \"script-only\"") else { return };
    let (ours, theirs) = (Authority::new(), Authority::new());
    place.write("ca.pem", ours.pem());
    let serve = |authority: &Authority, name: &str| {
        let tls = authority.identity(&[name], Validity::Now).server_config(&["http/1.1"]);
        place.start(Server::https(tls, |asked: &Asked| match asked.target.as_str() {
            "/app" => html(&SHELL.replace("/SCRIPT", "https://b.test/app.js")),
            "/app.js" => script(&crate::stand::says(WORDS)),
            _ => nothing(asked),
        }))
    };
    place.write("a.md", format!("It said that “{WORDS}” ([page](https://a.test/app)).\n"));
    for (authority, expected) in [(&ours, "verbatim sound"), (&theirs, "unverifiable unknown")] {
        let (page, scripts) = (serve(&ours, "a.test"), serve(authority, "b.test"));
        let mut command = place.command(&["check", "--format", "json", "--allow-private", "127.0.0.1/32"]);
        command.args(["--ca", "ca.pem", "--no-reports", "--store", "sqlite::memory:"]);
        for (name, server) in [("a.test", &page), ("b.test", &scripts)] {
            command.args(["--connect-to", &format!("{name}:443:{}", server.address)]);
        }
        command.env("TMPDIR", place.path("tmp"));
        assert_eq!(verdict(&Ran::of(command.output().unwrap()), 0), expected);
    }
}
