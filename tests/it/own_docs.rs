//! The project's own pages cite their sources with quotes: read without a network; `citewatch check` looks at them.

use serde_json::Value;

use crate::program::{citewatch, root};

#[test]
fn the_projects_own_pages_cite_what_they_quote() {
    let run = citewatch().args(["extract", "--format", "json"]).current_dir(root()).output().expect("the program runs");
    assert_eq!(run.status.code(), Some(0), "{}", String::from_utf8_lossy(&run.stderr));
    let extract: Value = serde_json::from_slice(&run.stdout).expect("JSON");
    let documents = extract["documents"].as_array().expect("documents");
    let list = |document: &Value, name: &str| document[name].as_array().expect("a list").clone();
    for document in documents {
        for finding in list(document, "findings") {
            assert_eq!(finding["level"], "note", "{}: {finding}", document["path"]);
        }
    }
    let cited = |document: &&Value| {
        let noted = list(document, "citations").iter().any(|citation| !citation["accessed"].is_null());
        noted && list(document, "quotes").iter().any(|quote| quote["cites"] != serde_json::json!([]))
    };
    assert!(documents.iter().filter(cited).count() >= 2, "the pages on quotes and on pages quote their sources");
}
