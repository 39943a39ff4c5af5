//! The defects of articles of an encyclopedia, counted by another reader, which ours must find.
//!
//! The articles are not part of the repository: `CITEWATCH_SHARED` names the folder that holds them.

use std::path::Path;

use citewatch::citation::claims;
use citewatch::document::{Format, Limits, parse};
use citewatch::finding::Code;
use serde_json::Value;

/// What the other reader calls it, and our code for it.
const DEFECTS: [(&str, Code); 3] = [
    ("archived URL is not the cited url", Code::ArchiveOfAnotherPage),
    ("archive URL in url=", Code::ArchiveAsSource),
    ("accessed before published", Code::AccessedBeforePublished),
];

#[test]
fn the_known_defects_of_articles_are_found() {
    let Some(shared) = std::env::var_os("CITEWATCH_SHARED") else {
        crate::program::left_out("CITEWATCH_SHARED is not set, so the articles are not at hand");
        return;
    };
    let folder = Path::new(&shared).join("corpora");
    let truth = std::fs::read_to_string(folder.join("wikitext-known-defects.json")).expect("the counts are there");
    let truth: Value = serde_json::from_str(&truth).expect("the counts are JSON");
    for (file, counts) in truth.as_object().expect("counts by file") {
        let text = std::fs::read_to_string(folder.join("wikitext").join(file)).expect("the article is there");
        let claims = claims(&parse(&text, Format::Wikitext, Limits::default()), &text);
        for (name, code) in DEFECTS {
            let known = counts[name].as_u64().unwrap_or(0);
            let found = claims.findings.iter().filter(|finding| finding.code == code).count() as u64;
            // Ours looks at more archives than the other reader, so it may find more.
            assert!(found >= known, "{file}: {name}: {found} found, {known} known");
        }
    }
}
