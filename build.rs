//! What is known of English spelling, as sorted lines that take no memory before they are read: the misspellings that
//! `typos-dict` knows, and the words that it sets right.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("no OUT_DIR"))?);
    let folded = |word: &str| word.bytes().all(|byte| byte.is_ascii_lowercase());
    let (mut misspellings, mut words) = (BTreeMap::new(), BTreeSet::new());
    for (misspelling, corrections) in typos_dict::WORD.map.entries() {
        let misspelling = misspelling.into_inner().to_ascii_lowercase();
        let corrections: Vec<&str> = corrections.iter().copied().filter(|word| folded(word)).collect();
        if folded(&misspelling) && !corrections.is_empty() {
            words.extend(corrections.iter().copied());
            misspellings.insert(misspelling, corrections);
        }
    }
    let lines = misspellings.iter().map(|(misspelling, words)| format!("{misspelling} {}", words.join(" ")));
    fs::write(out.join("misspellings.txt"), lines.collect::<Vec<_>>().join("\n"))?;
    fs::write(out.join("words.txt"), words.into_iter().collect::<Vec<_>>().join("\n"))
}
