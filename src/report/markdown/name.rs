//! The file of a document's report.

use std::collections::BTreeMap;
use std::fmt::Write;

use sha2::{Digest, Sha256};

/// Most file systems take names of 255 bytes; the digest and the ending need room.
const LONGEST: usize = 200;

/// The report on all documents.
pub(crate) const INDEX: &str = "index.md";

/// The file name of the report on `path`: `/` as `__`, then `.md`. A leading `./` and the steps of `..` that stay within
/// the path are taken out; characters that some file systems refuse become `_`.
pub(crate) fn file_name(path: &str) -> String {
    let mut steps: Vec<&str> = Vec::new();
    for step in path.split('/') {
        match step {
            "." => {}
            ".." if steps.last().is_some_and(|last| !last.is_empty() && *last != "..") => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    let plain: String = steps.join("__").chars().map(|c| if is_refused(c) { '_' } else { c }).collect();
    match plain.as_str() {
        "" | "-" => "stdin.md".to_owned(),
        long if long.len() > LONGEST => marked(long, path),
        plain => format!("{plain}.md"),
    }
}

/// The file names of the reports on all of `paths`, each another: where two would share a name, those whose path holds
/// `__` or a refused character of its own carry a digest of the path. Paths that differ in capitals alone are there side by
/// side only where files are told apart by them; the index is not told from `INDEX` everywhere.
pub(crate) fn file_names(paths: &[&str]) -> Vec<String> {
    let plain: Vec<String> = paths.iter().map(|path| file_name(path)).collect();
    let key = |name: &str| if name.eq_ignore_ascii_case(INDEX) { INDEX.to_owned() } else { name.to_owned() };
    let mut shared: BTreeMap<String, Vec<usize>> = BTreeMap::from([(INDEX.to_owned(), vec![usize::MAX])]);
    for (at, name) in plain.iter().enumerate() {
        shared.entry(key(name)).or_default().push(at);
    }
    let keeps = |at: usize, name: &String| {
        let all = &shared[&key(name)];
        all.len() == 1
            || (is_straight(paths[at])
                && all.iter().filter(|it| **it == usize::MAX || is_straight(paths[**it])).count() == 1)
    };
    let named = |(at, name): (usize, &String)| {
        if keeps(at, name) { name.clone() } else { marked(name.trim_end_matches(".md"), paths[at]) }
    };
    plain.iter().enumerate().map(named).collect()
}

/// Whether the name of the report can be read back to the path.
fn is_straight(path: &str) -> bool {
    !path.contains("__") && !path.contains("./") && !path.chars().any(is_refused)
}

fn is_refused(c: char) -> bool {
    c.is_control() || matches!(c, '<' | '>' | ':' | '"' | '\\' | '|' | '?' | '*')
}

fn marked(name: &str, path: &str) -> String {
    let cut = crate::span::floor_char_boundary(name, LONGEST);
    let mut marked = format!("{}-", &name[..cut]);
    for byte in &Sha256::digest(path.as_bytes())[..4] {
        write!(marked, "{byte:02x}").expect("a String takes all that is written");
    }
    marked + ".md"
}

/// `name` as the address of a link from a file beside it.
pub(super) fn address(name: &str) -> String {
    let mut address = String::with_capacity(name.len());
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._".contains(&byte) {
            address.push(char::from(byte));
        } else {
            write!(address, "%{byte:02X}").expect("a String takes all that is written");
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_a_name_without_folders() {
        for (path, expected) in [
            ("docs/a.md", "docs__a.md.md"),
            ("./docs/a.md", "docs__a.md.md"),
            ("docs/x/../a.md", "docs__a.md.md"),
            ("../docs/a.md", "..__docs__a.md.md"),
            ("/home/a.txt", "__home__a.txt.md"),
            ("a\\b:c\n.md", "a_b_c_.md.md"),
            ("-", "stdin.md"),
        ] {
            assert_eq!(file_name(path), expected);
        }
        assert!(file_name(&"é".repeat(300)).len() < 255);
    }

    #[test]
    fn no_two_documents_share_a_report() {
        let paths = ["a/b", "a__b", "A/B", "a|b", "index", "INDEX", "c", "d//e", "d__/e", "d/__e"];
        let names = file_names(&paths);
        assert_eq!((names[0].as_str(), names[2].as_str()), ("a__b.md", "A__B.md"));
        let mut distinct = names.clone();
        distinct.sort();
        distinct.dedup();
        assert_eq!(distinct.len(), paths.len(), "{names:?}");
        assert!(names.iter().all(|name| !name.eq_ignore_ascii_case("index.md")));
        assert_eq!(file_names(&["a/b", "a__b"])[0], "a__b.md");
        assert_eq!(file_names(&["a__b", "a/b"])[1], "a__b.md");
        assert_eq!(file_names(&["a__b"]), ["a__b.md"]);
    }

    #[test]
    fn an_address_has_nothing_that_ends_a_link() {
        assert_eq!(address("a__(b) é.md"), "a__%28b%29%20%C3%A9.md");
    }
}
