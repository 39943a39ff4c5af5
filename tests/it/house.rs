//! How the house stands: imports run one way, the core has no I/O, every module says what it is for, no file grows
//! past 500 lines.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms in their order, read from `src/lib.rs`; the core ends at the ruled line.
struct House {
    order: Vec<String>,
    core: usize,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn house() -> House {
    let house = rooms_of("src/lib.rs");
    assert!(house.core > 0, "src/lib.rs has no line that ends the core");
    house
}

/// The rooms that a file names, in their order.
fn rooms_of(file: &str) -> House {
    let lib = fs::read_to_string(root().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
    let (mut order, mut core) = (Vec::new(), 0);
    // The tests' own web stands below the rooms.
    let rooms = lib.lines().take_while(|line| !line.starts_with("#[cfg(test)]"));
    for line in rooms {
        if line.starts_with("// ── core above") {
            core = order.len();
        }
        let words: Vec<&str> = line.trim_end_matches(';').split(' ').collect();
        if let Some(at) = words.iter().position(|word| *word == "mod")
            && line.ends_with(';')
            && !line.starts_with("//")
        {
            order.push(words[at + 1].to_owned());
        }
    }
    House { order, core }
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of the project") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found.sort();
}

/// The source files by path relative to the project.
fn files(folder: &str) -> BTreeMap<String, String> {
    let mut found = Vec::new();
    rust_files(&root().join(folder), &mut found);
    let name = |path: &Path| path.strip_prefix(root()).expect("below the project").to_string_lossy().into_owned();
    found.iter().map(|path| (name(path), fs::read_to_string(path).expect("a source file"))).collect()
}

fn room(file: &str) -> Option<&str> {
    let rest = file.strip_prefix("src/")?;
    let name = rest.split('/').next()?.trim_end_matches(".rs");
    (!["lib", "main"].contains(&name)).then_some(name)
}

/// The source without comments and without string contents that could look like a path.
fn code(source: &str) -> String {
    source.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The rooms that a file names through `crate::`, grouped imports included.
fn used_rooms(source: &str) -> Vec<String> {
    named_behind("crate::", source)
}

/// What a file names behind a path, grouped imports included.
fn named_behind(path: &str, source: &str) -> Vec<String> {
    let code = code(source);
    let mut used = Vec::new();
    for (at, _) in code.match_indices(path) {
        let rest = &code[at + path.len()..];
        let names: Vec<&str> = if let Some(group) = rest.strip_prefix('{') {
            group.split('}').next().unwrap_or_default().split(',').map(str::trim).collect()
        } else {
            vec![rest]
        };
        for name in names {
            let word: String = name.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            used.push(word);
        }
    }
    used
}

#[test]
fn imports_run_one_way() {
    let house = house();
    let position = |name: &str| house.order.iter().position(|room| room == name);
    let mut wrong = Vec::new();
    for (file, source) in files("src") {
        let Some(own) = room(&file) else { continue };
        let own_at = position(own).unwrap_or_else(|| panic!("{file}: room {own} is not in src/lib.rs"));
        for used in used_rooms(&source) {
            if position(&used).is_some_and(|at| at > own_at) {
                wrong.push(format!("{file} uses {used}, which stands after {own}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_rooms_within_a_room_use_each_other_one_way() {
    // What is known of a language is told by folded words, and folding asks which language it is.
    const TOGETHER: [&str; 2] = ["languages", "folding"];
    let mut wrong = Vec::new();
    for (house, tests_of) in [("run", "fixing"), ("quote_match", "title")] {
        let order = rooms_of(&format!("src/{house}/mod.rs")).order;
        let position = |name: &str| order.iter().position(|room| room == name);
        let absolute = format!("crate::{house}::");
        for (file, source) in files(&format!("src/{house}")) {
            let within = file.strip_prefix(&format!("src/{house}/")).expect("a file of the room");
            let own = within.split('/').next().expect("a name").trim_end_matches(".rs");
            let own = own.strip_suffix("_tests").map_or(own, |_| tests_of);
            let Some(own_at) = position(own) else {
                assert!(matches!(own, "mod" | "tests"), "{file} is in no room of src/{house}/mod.rs");
                continue;
            };
            let above = if within.contains('/') && !within.ends_with("/mod.rs") { "super::super::" } else { "super::" };
            for used in [named_behind(&absolute, &source), named_behind(above, &source)].concat() {
                let is_together = TOGETHER.contains(&own) && TOGETHER.contains(&used.as_str());
                if position(&used).is_some_and(|at| at > own_at) && !is_together {
                    wrong.push(format!("{file} uses {used}, which stands after {own}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_shell_rooms_meet_only_in_run() {
    const APART: &[(&str, &[&str])] = &[
        ("store", &["evidence", "fetch", "reader", "archive", "intake"]),
        ("evidence", &["store"]),
        ("fetch", &["store"]),
        ("reader", &["store"]),
        ("archive", &["store"]),
    ];
    for (file, source) in files("src") {
        let Some(own) = room(&file) else { continue };
        let forbidden = APART.iter().find(|(name, _)| *name == own).map_or(&[][..], |(_, list)| *list);
        for used in used_rooms(&source) {
            assert!(!forbidden.contains(&used.as_str()), "{file} uses {used}");
            assert!(used != "cli" || own == "cli", "{file} uses cli");
        }
    }
}

#[test]
fn the_core_has_no_clock_files_sockets_environment_async_or_logging() {
    const FORBIDDEN: &[&str] = &[
        "std::fs",
        "std::env",
        "std::process",
        "std::thread",
        "std::time::Instant",
        "std::time::SystemTime",
        "TcpStream",
        "UdpSocket",
        "async fn",
        ".await",
        "tokio::",
        "reqwest::",
        "sqlx::",
        "tracing::",
        "println!",
        "eprintln!",
        "Timestamp::now",
        "Zoned::now",
    ];
    let house = house();
    let core = &house.order[..house.core];
    for (file, source) in files("src") {
        if !room(&file).is_some_and(|own| core.iter().any(|name| name == own)) {
            continue;
        }
        for word in FORBIDDEN {
            assert!(!code(&source).contains(word), "{file} of the core holds {word}");
        }
    }
}

#[test]
fn every_file_says_what_it_is_for_and_stays_under_500_lines() {
    for (file, source) in files("src").into_iter().chain(files("tests")) {
        assert!(source.starts_with("//! "), "{file} does not open with a //! line");
        let lines = source.lines().count();
        assert!(lines <= 500, "{file} has {lines} lines");
    }
}

#[test]
fn no_module_is_a_bag() {
    const BAGS: &[&str] = &["util", "utils", "common", "helper", "helpers", "manager", "misc", "types", "service"];
    for file in files("src").keys() {
        let name = Path::new(file).file_stem().expect("a name").to_string_lossy().into_owned();
        assert!(!BAGS.contains(&name.as_str()), "{file}");
    }
}

#[test]
fn every_command_of_the_readme_exists() {
    let readme = fs::read_to_string(root().join("README.md")).expect("README.md");
    assert!(readme.lines().count() <= 120, "README.md is longer than 120 lines");
    for command in ["tests/run", "cargo run --release"] {
        assert!(readme.contains(command), "README.md does not name {command}");
    }
}

#[test]
fn every_test_program_is_run_by_the_test_command() {
    let (cargo, script) = (include_str!("../../Cargo.toml"), include_str!("../run"));
    let programs: Vec<&str> =
        cargo.split("[[test]]\nname = \"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(programs.len(), 5, "{programs:?}");
    for program in programs {
        assert!(script.contains(&format!("--test {program}")), "{program}");
    }
}
