//! Configurations, good and bad, held against what is made of them.

use std::path::{Path, PathBuf};
use std::time::Duration;

use proptest::prelude::*;
use serde_json::Value;
use url::Url;

use super::*;
use crate::standing::Standing;

fn read(text: &str) -> Result<Config, Vec<ConfigProblem>> {
    load(Path::new("sources.toml"), text, PathBuf::from("/project"))
}

/// Holds the messages of all problems, in order, against `expected`.
fn check(text: &str, expected: &[&str]) {
    let problems = read(text).err().unwrap_or_default();
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(told, expected, "{text}");
}

#[test]
fn nothing_written_is_the_default() {
    let config = read("").expect("no problem");
    assert_eq!(config, Config::default_at(PathBuf::from("/project")));
    assert_eq!(config.fetch.timeout, Duration::from_secs(20));
    assert_eq!(config.archives.len(), 1);
    assert_eq!(config.store, Store::Sqlite(PathBuf::from("/project/.citewatch/store.db")));
    assert!(config.fetch.user_agent.contains("+https://"), "{}", config.fetch.user_agent);
}

#[test]
fn the_template_says_the_defaults() {
    let mut config = read(template()).expect("no problem");
    config.watch.documents = vec!["**/*.md".to_owned()];
    assert_eq!(config, Config::default_at(PathBuf::from("/project")));
}

#[test]
fn every_key_that_the_template_shows_is_a_key() {
    let uncomment = |line: &'static str| {
        let key = |rest: &&str| rest.contains(" = ") || rest.starts_with("[[");
        line.strip_prefix("# ").filter(key).unwrap_or(line)
    };
    let uncommented = template().lines().map(uncomment).collect::<Vec<_>>().join("\n");
    let tables = uncommented.replace("[[archive.server]]", "\n[[archive.server]]");
    let config = read(&tables).expect("no problem");
    assert_eq!((config.sources.len(), config.fetch.resolver.is_some()), (1, true));
}

#[test]
fn the_example_of_the_documentation_is_read() {
    let text = r#"
        [watch]
        documents = ["docs/**/*.md", "profiles/*.txt"]
        exclude = ["docs/generated/**"]
        [policy]
        fail_on = ["broken", "quote-altered"]
        [fetch]
        concurrency = 8
        per_host = { requests_per_second = 0.5, concurrency = 1 }
        timeout = "2m"
        user_agent = "ours/1 (mailto:us@example.org)"
        resolver = "[2001:db8::1]:5353"
        [archive]
        lookup = ["ours", "wayback"]
        [[archive.server]]
        name = "ours"
        dialect = "pywb"
        cdx = "http://localhost:8080/all/cdx"
        [store]
        url = "sqlite:/var/lib/cw.db"
        record = true
        [[source]]
        url = "https://news.example/**"
        expect = "paywall"
        note = "subscription"
    "#;
    let config = read(text).expect("no problem");
    assert_eq!(config.policy.fail_on.len(), 2);
    assert!((config.fetch.per_host.requests_per_second - 0.5).abs() < f64::EPSILON);
    assert_eq!(config.fetch.resolver.map(|server| server.port()), Some(5353));
    let names: Vec<&str> = config.archives.iter().map(|server| server.name.as_str()).collect();
    assert_eq!(names, ["ours", "wayback"]);
    assert_eq!(config.store, Store::Sqlite(PathBuf::from("/var/lib/cw.db")));
    let rule = config.rule_for(&Url::parse("https://news.example/a/b").expect("an address"));
    assert_eq!(rule.and_then(|rule| rule.expect), Some(Expect::Paywall));
}

#[test]
fn archives_are_switched_off_by_an_empty_list_and_a_server_alone_is_asked() {
    check("archive.near = \"1m\"", &["sources.toml:1:16: `archive.near` must be from 1h to 3650d"]);
    assert!(read("[archive]\nlookup = []").expect("no problem").archives.is_empty());
    let own = "[[archive.server]]\nname = \"a\"\ndialect = \"memento\"\ntimegate = \"https://a.example/tg/\"";
    let config = read(own).expect("no problem");
    assert_eq!(config.archives.iter().map(|server| server.name.as_str()).collect::<Vec<_>>(), ["a"]);
}

#[test]
fn the_first_rule_that_matches_counts() {
    let text =
        "[[source]]\nurl = \"https://a.example/x\"\nexpect = \"gone\"\n[[source]]\nurl = \"https://a.example/**\"";
    let config = read(text).expect("no problem");
    let expect = |url: &str| config.rule_for(&Url::parse(url).expect("an address")).map(|rule| rule.expect);
    assert_eq!(expect("https://a.example/x"), Some(Some(Expect::Gone)));
    assert_eq!(expect("https://a.example/y"), Some(None));
    assert_eq!(expect("https://b.example/"), None);
}

#[test]
fn an_unknown_key_names_the_place_and_the_nearest_key() {
    check(
        "[watch]\ndocument = [\"a.md\"]\n",
        &["sources.toml:2:1: unknown key `watch.document`; did you mean `documents`?"],
    );
    check("[fetsh]\n", &["sources.toml:1:2: unknown key `fetsh`; did you mean `fetch`?"]);
    check("timeout = \"3s\"\n", &["sources.toml:1:1: unknown key `timeout`; did you mean `fetch.timeout`?"]);
    check(
        "[fetch]\nper_host = { rps = 2 }\n",
        &[
            "sources.toml:2:14: unknown key `fetch.per_host.rps`, where there can be `concurrency`, `requests_per_second`",
        ],
    );
}

#[test]
fn a_value_of_another_type_is_named() {
    check(
        "[fetch]\nconcurrency = \"8\"",
        &["sources.toml:2:15: `fetch.concurrency` must be a whole number, not a string"],
    );
    check("watch = 3", &["sources.toml:1:9: `watch` must be a table, not a whole number"]);
    check(
        "[source]\nurl = \"https://a.example/\"",
        &["sources.toml:1:1: `source` must be an array of tables, written `[[…]]`, not a table"],
    );
    check(
        "[watch]\nexclude = [\"a\", 1]",
        &["sources.toml:2:17: `watch.exclude` must be a string, not a whole number"],
    );
}

#[test]
fn bounds_are_checked_and_named() {
    check("[fetch]\nconcurrency = 0", &["sources.toml:2:15: `fetch.concurrency` must be from 1 to 4096"]);
    check(
        "fetch.per_host.requests_per_second = nan",
        &["sources.toml:1:38: `fetch.per_host.requests_per_second` must be from 0.001 to 1000"],
    );
    check(
        "fetch.concurrency = 99999999999999999999999",
        &["sources.toml:1:21: `fetch.concurrency` must be from 1 to 4096"],
    );
    check("fetch.timeout = \"1ms\"", &["sources.toml:1:17: `fetch.timeout` must be from 1s to 10m"]);
}

#[test]
fn an_archive_named_twice_is_a_mistake_that_is_told() {
    let text = "[archive]\nlookup = [\"wayback\",\n  \"wayback\"]\n";
    check(text, &["sources.toml:3:3: `archive.lookup` holds `wayback` twice"]);
}

#[test]
fn bad_values_are_told_all_at_once_in_the_order_of_the_file() {
    let text = "[policy]\nfail_on = [\"brokn\"]\n[archive]\nlookup = [\"waybak\"]\n[store]\nurl = \"postgres://db/x\"\n\
                [[source]]\nurl = \"news.example\"\nexpect = \"paywal\"\n[[source]]\nnote = \"é\"\nx = 1\n";
    check(
        text,
        &[
            "sources.toml:2:12: `policy.fail_on` holds `brokn`, which is no standing and no finding code; did you mean `broken`?",
            "sources.toml:4:11: `archive.lookup` holds `waybak`, which no `[[archive.server]]` describes; did you mean `wayback`?",
            "sources.toml:6:7: `store.url` names a PostgreSQL database, which is not built yet; use `sqlite:` and a path",
            "sources.toml:8:7: `source.url` must be an http or https address, in which `*` and `**` may stand",
            "sources.toml:9:10: `source.expect` must be one of `paywall`, `login`, `bot-wall`, `gone`, `skip`, not `paywal`; \
         did you mean `paywall`?",
            "sources.toml:10:1: `source.url` is missing",
            "sources.toml:12:1: unknown key `source.x`, where there can be `expect`, `note`, `url`",
        ],
    );
}

#[test]
fn pages_are_saved_only_where_somebody_saves_them() {
    assert!(read("archive.save = true").expect("no problem").archiving.save);
    check(
        "[archive]\nsave = true\nlookup = []\n",
        &["sources.toml:2:8: `archive.save` is true, and no archive of `lookup` has a `save` to ask"],
    );
    check(
        "archive.saving = { per_minute = 0, poll = \"10ms\", wait = \"2h\" }",
        &[
            "sources.toml:1:33: `archive.saving.per_minute` must be from 1 to 60",
            "sources.toml:1:43: `archive.saving.poll` must be from 1s to 1m",
            "sources.toml:1:58: `archive.saving.wait` must be from 1s to 1h",
        ],
    );
}

#[test]
fn keys_are_sent_to_their_archive_and_to_this_machine_only() {
    let save = |dialect: &str, address: &str| {
        let server = format!(
            "archive.server = [{{ name = \"a\", dialect = \"{dialect}\", timegate = \"https://a.example/\", save = \"{address}\" }}]"
        );
        read(&server).map(|config| config.archives[0].save.clone())
    };
    for (dialect, address) in [
        ("wayback", "https://web.archive.org/save/"),
        ("wayback", "http://127.0.0.1:8080/save"),
        ("wayback", "http://[::1]/save"),
        ("pywb", "http://archive.example/live/record/id_/"),
    ] {
        assert_eq!(
            save(dialect, address),
            Ok(Some(if dialect == "pywb" { address } else { address.trim_end_matches('/') }.to_owned()))
        );
    }
    for (dialect, address) in [
        ("wayback", "http://web.archive.org/save"),
        ("wayback", "https://web.archive.org.example/save"),
        ("wayback", "https://notarchive.org/save"),
        ("wayback", "https://web.archive.org:444/save"),
        ("wayback", "http://localhost/save"),
        ("wayback", "http://10.0.0.1/save"),
        ("memento", "https://a.example/save"),
        ("aggregator", "https://a.example/save"),
        ("pywb", "ftp://a.example/save"),
    ] {
        assert!(save(dialect, address).is_err(), "{dialect} {address}");
    }
}

#[test]
fn a_schedule_is_a_time_between_looks_or_a_cron_expression() {
    let schedule = |text: &str| read(text).expect("no problem").schedule;
    let usual = schedule("");
    assert_eq!(usual.cadence, Cadence::Every(Duration::from_hours(7 * 24)));
    assert_eq!(usual.confirm, Confirm { looks: 3, apart: Duration::from_hours(2 * 24) });
    let own = schedule("schedule = { every = \"12h\", confirm = { looks = 2, apart = \"1h\" } }");
    assert_eq!(own.cadence, Cadence::Every(Duration::from_hours(12)));
    assert_eq!(own.confirm, Confirm { looks: 2, apart: Duration::from_hours(1) });
    assert!(matches!(schedule("schedule.cron = \"0 4 * * *\"").cadence, Cadence::Cron(_)));
}

#[test]
fn a_schedule_that_cannot_be_kept_is_refused() {
    check(
        "[schedule]\nevery = \"7d\"\ncron = \"0 4 * * *\"\n",
        &["sources.toml:3:8: `schedule.cron` stands instead of `every`; keep one of them"],
    );
    check(
        "schedule.cron = \"daily at four\"",
        &["sources.toml:1:17: `schedule.cron` must have five fields, such as `0 4 * * *`, not `daily at four`"],
    );
    check("schedule.every = \"5s\"", &["sources.toml:1:18: `schedule.every` must be from 1m to 3650d"]);
    check("schedule.confirm.apart = \"4000d\"", &["sources.toml:1:26: `schedule.confirm.apart` must be at most 365d"]);
}

#[test]
fn values_that_would_harm_are_refused() {
    check(
        "fetch.user_agent = \"curl\"",
        &[
            "sources.toml:1:20: `fetch.user_agent` must hold a web or mail address where the owners of sites can reach you",
        ],
    );
    check(
        "watch.documents = [\"../*.md\"]",
        &["sources.toml:1:20: `watch.documents` `../*.md` must stay within the folder of the configuration file"],
    );
    check(
        "archive.server = [{ name = \"a\", dialect = \"memento\" }, { name = \"b\", dialect = \"aggregator\", \
         timemap = \"https://b.example/\", cdx = \"https://b.example/cdx\" }, { name = \"c\", dialect = \"pywb\", \
         cdx = \"https://c.example/rows\" }]",
        &[
            "sources.toml:1:28: `archive.server.name` `a` needs `timegate` or `timemap` to be asked by",
            "sources.toml:1:65: `archive.server.name` `b` has a `cdx`, which archives of its `dialect` do not have",
            "sources.toml:1:168: `archive.server.name` `c` needs a `timegate`, since the rows of its `cdx` do not say where \
             captures stand",
        ],
    );
}

#[test]
fn what_is_not_toml_is_told_with_its_place() {
    let problems = read("[watch\ndocuments = 1\n").expect_err("not TOML");
    assert_eq!(problems.first().map(|problem| problem.line), Some(1), "{problems:?}");
}

#[test]
fn a_list_on_the_command_line_is_read_like_the_one_in_the_file() {
    assert_eq!(FailOn::parse_list("none"), Ok(Vec::new()));
    assert!(FailOn::parse_list("none,broken").unwrap_err().message.contains("stands alone"));
    let both = vec![FailOn::Standing(Standing::Unknown), FailOn::Finding(Code::TitleDiffers)];
    assert_eq!(FailOn::parse_list("unknown, title-differs"), Ok(both));
    assert!(FailOn::parse_list("").is_err());
}

#[test]
fn durations_have_a_unit() {
    for (word, seconds) in [("20s", 20), ("2m", 120), ("1h", 3600), ("2d", 172_800)] {
        assert_eq!(trust::duration(word), Ok(Duration::from_secs(seconds)), "{word}");
    }
    for word in ["", "20", "s", "-1s", "1.5s", "1 s", "99999999999999999999d", "20S"] {
        assert!(trust::duration(word).is_err(), "{word}");
    }
}

/// The path of every key of the schema, with a value of its type.
fn keys(schema: &Value, path: &str, found: &mut Vec<(String, String)>) {
    if let Some(properties) = schema["properties"].as_object() {
        for (key, schema) in properties {
            keys(schema, &if path.is_empty() { key.clone() } else { format!("{path}.{key}") }, found);
        }
        return;
    }
    let value = match schema["type"].as_str() {
        Some("array") => "[]",
        Some("boolean") => "true",
        Some("integer" | "number") => "5",
        _ => "\"\"",
    };
    found.push((path.to_owned(), value.to_owned()));
}

#[test]
fn every_key_of_the_schema_is_known_and_described() {
    let schema = schema();
    let mut found = Vec::new();
    keys(&schema, "", &mut found);
    assert!(found.len() > 12, "{found:?}");
    for (key, value) in found {
        let problems = read(&format!("{key} = {value}")).err().unwrap_or_default();
        let shape =
            |problem: &&ConfigProblem| problem.message.contains("unknown key") || problem.message.contains(", not a ");
        assert_eq!(problems.iter().find(shape), None, "{key}");
        let part = key.split('.').fold(&schema, |schema, part| &schema["properties"][part]);
        assert!(part["description"].is_string(), "{key}");
    }
    assert!(!schema.to_string().contains("null"), "{schema:#}");
}

#[test]
fn a_browser_is_refused_where_nothing_can_drive_it() {
    let text = "[render]\nbrowser = \"bin/chromium\"\n";
    if cfg!(feature = "render") {
        let render = read(text).expect("no problem").render.expect("a browser");
        assert_eq!(render.browser, PathBuf::from("/project/bin/chromium"));
        assert_eq!((render.when, render.sandbox), (RenderWhen::MissingQuote, Sandbox::Required));
        assert_eq!(render.timeout, Duration::from_secs(20));
        check(
            "[render]\nbrowser = \"x\"\ntimeout = \"4s\"\n",
            &["sources.toml:3:11: `render.timeout` must be from 5s to 10m"],
        );
    } else {
        for text in [text, "[render]\ntimeout = 3\n"] {
            check(
                text,
                &["sources.toml:1:1: `render` needs a citewatch with a browser's part in it: build it with \
             `--features render`, or take the table out"],
            );
        }
    }
}

#[test]
fn the_projects_own_configuration_is_read() {
    let config = read(include_str!("../../sources.toml")).expect("no problem");
    assert_eq!(config.watch.documents, ["README.md", "docs/**/*.md"]);
}

proptest! {
    #[test]
    fn no_text_panics(text in "(\\[{0,2}(watch|fetch|source|archive|x)\\.?(server)?\\]{0,2}|[a-z_]{0,8} ?= ?|[\"\\[\\]{},0-9é*.-]{0,6}|\n){0,24}") {
        drop(read(&text));
    }
}

#[test]
fn findings_are_ignored_by_code_and_path() {
    let text = r#"
        [[ignore]]
        code = "unused-reference"
        path = "docs/**/*.md"
        [[ignore]]
        code = "date-ambiguous"
        [[ignore]]
        path = "drafts/*"
    "#;
    let config = read(text).expect("no problem");
    let check = |path: &str, expected: &[Which]| {
        let beside = path.strip_prefix("/project/");
        assert_eq!(config.ignored_in(path, beside), expected, "{path}");
    };
    let (unused, dates) = (Which::Codes(vec![Code::UnusedReference]), Which::Codes(vec![Code::DateAmbiguous]));
    check("docs/a/b.md", &[unused.clone(), dates.clone()]);
    check("./docs/b.md", &[unused.clone(), dates.clone()]);
    check("/project/docs/b.md", &[unused, dates.clone()]);
    check("docs/b.txt", std::slice::from_ref(&dates));
    check("drafts/b.md", &[dates.clone(), Which::All]);
    check("drafts/a/b.md", &[dates]);
}

#[test]
fn an_error_or_a_word_that_is_no_code_cannot_be_ignored() {
    check(
        "[[ignore]]\ncode = \"source-gone\"",
        &[
            "sources.toml:2:8: `ignore.code` names `source-gone`, which is an error: a build that fails must say why; see \
           `expect`, `fail_on` and the mark `citewatch: ignore`",
        ],
    );
    check(
        "[[ignore]]\ncode = \"orphan-markers\"\npath = \"../a\"",
        &[
            "sources.toml:2:8: `ignore.code` names `orphan-markers`, which is no finding code; did you mean `orphan-marker`?",
            "sources.toml:3:8: `ignore.path` `../a` must stay within the folder of the configuration file",
        ],
    );
}
