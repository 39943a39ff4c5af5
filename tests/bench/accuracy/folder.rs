//! A folder of pages: files as servers sent them, and `manifest.jsonl`, a line a page:
//!
//! ```json
//! {"page":"news/a.html","set":"news","language":"de","type":"text/html","true":["A sentence on it."],"absent":["One not."]}
//! ```
//!
//! `page` is a path below the folder. `language`, `type` (what the server said of the content) and both lists may be left
//! out. `true` holds sentences that independent judges found on the page, `absent` such as are not on it.

use std::io;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::chance::hash;
use crate::options::Part;

/// Of a hundred pages, so many are held out.
const HELD_OUT: u64 = 40;

/// The pages that are measured.
pub struct Folder {
    root: PathBuf,
    pub entries: Vec<Entry>,
}

/// A page.
#[derive(Debug, Clone, Default)]
pub struct Entry {
    pub page: String,
    pub set: String,
    pub language: Option<String>,
    pub content_type: Option<String>,
    pub present: Vec<String>,
    pub absent: Vec<String>,
}

impl Folder {
    /// Reads the manifest; a line that is no entry is an error that names it.
    pub fn open(root: &Path, part: Part, set: &str) -> io::Result<Self> {
        let path = root.join("manifest.jsonl");
        let text = std::fs::read_to_string(&path)
            .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))?;
        let mut entries = Vec::new();
        for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let entry = Entry::read(line)
                .ok_or_else(|| io::Error::other(format!("{}:{}: no entry", path.display(), number + 1)))?;
            entries.push(entry);
        }
        entries.retain(|entry| entry.set.starts_with(set) && (part == Part::All || entry.part() == part));
        Ok(Self { root: root.to_owned(), entries })
    }

    /// The bytes of a page.
    pub fn bytes(&self, entry: &Entry) -> io::Result<Vec<u8>> {
        std::fs::read(self.root.join(&entry.page))
    }
}

impl Entry {
    /// From a line of a manifest.
    pub fn read(line: &str) -> Option<Self> {
        let value: Value = serde_json::from_str(line).ok()?;
        let word = |key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
        let list = |key: &str| -> Vec<String> {
            let all = value.get(key).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
            all.iter().filter_map(Value::as_str).map(str::to_owned).collect()
        };
        Some(Self {
            page: word("page")?,
            set: word("set").unwrap_or_default(),
            language: word("language"),
            content_type: word("type"),
            present: list("true"),
            absent: list("absent"),
        })
    }

    /// As a line of a manifest.
    pub fn line(&self) -> String {
        let mut value = json!({ "page": self.page, "set": self.set, "true": self.present, "absent": self.absent });
        for (key, word) in [("language", &self.language), ("type", &self.content_type)] {
            if let Some(word) = word {
                value[key] = json!(word);
            }
        }
        value.to_string()
    }

    /// By a hash of the file's name, whatever folder it stands in.
    pub fn part(&self) -> Part {
        let name = self.page.rsplit('/').next().unwrap_or(&self.page);
        if hash(name) % 100 < HELD_OUT { Part::HeldOut } else { Part::Tuning }
    }
}
