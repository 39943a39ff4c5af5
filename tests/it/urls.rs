//! The lists of a well-known link finder, where the folder with them is given: every address with a scheme is found.
//!
//! The lists are not ours to copy, so they are read from `CITEWATCH_SHARED` and the test says so where it is unset.

use std::path::Path;

use citewatch::locator::scan::scan;

/// Where the list and this scanner part by design: double quotes and braces end an address here.
const BY_DESIGN: &[&str] = &["\"doublequoted\"", "{I'm_king}"];

fn lines(file: &str) -> Option<Vec<String>> {
    let shared = std::env::var_os("CITEWATCH_SHARED")?;
    let text = std::fs::read_to_string(Path::new(&shared).join("corpora/urls").join(file)).expect("the list is there");
    Some(text.lines().map(|line| line.split(" %").next().unwrap_or(line).trim_end().to_owned()).collect())
}

fn found(text: &str) -> Vec<&str> {
    scan(text).into_iter().map(|found| &text[found.range]).collect()
}

#[test]
fn addresses_with_a_scheme_are_found_as_a_known_list_has_them() {
    let Some(lines) = lines("linkify-it-links.txt") else {
        return crate::program::left_out("CITEWATCH_SHARED is not set");
    };
    let mut wrong = Vec::new();
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| !line.starts_with('%') && line.contains("://")) {
        let is_answer = at > 0 && !lines[at - 1].is_empty() && lines[at - 1].contains(line.as_str());
        let answer = lines.get(at + 1).filter(|next| !next.is_empty()).unwrap_or(line);
        let by_design = BY_DESIGN.iter().any(|shape| line.contains(shape));
        if !is_answer && !by_design && found(line) != [answer.as_str()] {
            wrong.push(format!("{line:?}: {:?}, not {answer:?}", found(line)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_a_known_list_says_is_no_address_is_not_found() {
    let Some(lines) = lines("linkify-it-not-links.txt") else {
        return crate::program::left_out("CITEWATCH_SHARED is not set");
    };
    // Emphasis around an address is not part of it.
    let wrong: Vec<_> = lines
        .iter()
        .filter(|line| !line.starts_with('%') && !line.starts_with("_http") && !found(line).is_empty())
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}
