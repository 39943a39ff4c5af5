//! Real documents, held against the counts of other readers.
//!
//! They are not part of the repository: `CITEWATCH_SHARED` names the folder that holds them.

use std::path::Path;

#[path = "../bench/corpora/held.rs"]
mod held;

/// Bytes between two cuts: a tenth of what the benchmark makes, for a build that is not for release.
const CUT: usize = 9_973;

#[test]
fn real_documents_are_counted_as_other_readers_count_them() {
    let Some(shared) = std::env::var_os("CITEWATCH_SHARED") else {
        crate::program::left_out("CITEWATCH_SHARED is not set, so the documents are not at hand");
        return;
    };
    let mut lines = Vec::new();
    let same = held::held(&Path::new(&shared).join("corpora"), CUT, &mut |line| lines.push(line)).expect("a manifest");
    assert!(same, "{}", lines.join("\n"));
}
