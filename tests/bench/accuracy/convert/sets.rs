//! Where each public set keeps its pages and what is true of them.

use std::io::{self, Read};
use std::path::Path;

use serde_json::Value;

use super::text::{all_letters, sentences, visible};
use super::{Found, files};
use crate::passage::letters;

/// `ground-truth.json` and `html/ID.html.gz`.
pub fn scrapinghub(source: &Path) -> io::Result<Vec<Found>> {
    let truth = json(&source.join("ground-truth.json"))?;
    let mut found = Vec::new();
    for (id, entry) in truth.as_object().into_iter().flatten() {
        let mut bytes = Vec::new();
        let file = std::fs::File::open(source.join(format!("html/{id}.html.gz")))?;
        flate2::read::GzDecoder::new(file).read_to_end(&mut bytes)?;
        let body = entry.get("articleBody").and_then(Value::as_str).unwrap_or_default();
        found.push(Found { bytes, name: format!("{id}.html"), language: None, present: sentences(body) });
    }
    Ok(found)
}

/// `test/test-pages/NAME/source.html` and `expected.html`.
pub fn readability(source: &Path) -> io::Result<Vec<Found>> {
    let mut found = Vec::new();
    for path in files(&source.join("test/test-pages"), "/source.html")? {
        let folder = path.parent().unwrap_or(source);
        let expected = std::fs::read(folder.join("expected.html"))?;
        let name = format!("{}.html", file_name(folder));
        found.push(Found {
            bytes: std::fs::read(&path)?,
            name,
            language: None,
            present: sentences(&visible(&expected)),
        });
    }
    Ok(found)
}

/// `tests/evaldata.json`; the pages lie in `tests/eval` and `tests/cache`.
pub fn trafilatura(source: &Path) -> io::Result<Vec<Found>> {
    let truth = json(&source.join("tests/evaldata.json"))?;
    let mut found = Vec::new();
    for entry in truth.as_object().into_iter().flatten().map(|(_, entry)| entry) {
        let Some(file) = entry.get("file").and_then(Value::as_str) else { continue };
        let places = ["tests/eval", "tests/cache"].map(|folder| source.join(folder).join(file));
        let Some(path) = places.iter().find(|path| path.exists()) else { continue };
        let with = entry.get("with").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let present = with.iter().filter_map(Value::as_str).map(str::to_owned).collect();
        found.push(Found { bytes: std::fs::read(path)?, name: file.to_owned(), language: None, present });
    }
    Ok(found)
}

/// `html/NAME`, `reference/NAME`, and the language of each in `doc_lg.json`.
pub fn daniel(source: &Path) -> io::Result<Vec<Found>> {
    let languages = json(&source.join("doc_lg.json"))?;
    let mut found = Vec::new();
    for path in files(&source.join("html"), "")? {
        let name = file_name(&path);
        let Ok(reference) = std::fs::read(source.join("reference").join(&name)) else { continue };
        let language = languages.get(&name).and_then(Value::as_str).map(str::to_owned);
        let bytes = std::fs::read(&path)?;
        let all = all_letters(&bytes);
        let mut present = sentences(&visible(&reference));
        present.retain(|sentence| all.contains(&letters(sentence)));
        found.push(Found { bytes, name: format!("{name}.html"), language, present });
    }
    Ok(found)
}

/// `x.html` with `x.txt`, or `x.json` with a `cleaned_text`, beside it or in a folder `txt` or `text` beside its own.
pub fn pairs(source: &Path) -> io::Result<Vec<Found>> {
    let mut found = pages(source)?;
    for page in &mut found {
        let path = source.join(page.name.replace("__", "/"));
        let stem = path.with_extension("");
        let name = file_name(&stem);
        let folder = path.parent().and_then(Path::parent).unwrap_or(source);
        let texts = [
            stem.with_extension("txt"),
            folder.join(format!("txt/{name}.txt")),
            folder.join(format!("text/{name}.txt")),
        ];
        let text = texts.iter().find_map(|path| std::fs::read_to_string(path).ok());
        let expected = || {
            let value = json(&stem.with_extension("json")).ok()?;
            value.pointer("/expected/cleaned_text").and_then(Value::as_str).map(str::to_owned)
        };
        page.present = text.or_else(expected).map(|text| sentences(&text)).unwrap_or_default();
    }
    Ok(found)
}

/// Every `.html` below the folder.
pub fn pages(source: &Path) -> io::Result<Vec<Found>> {
    let mut found = Vec::new();
    for path in files(source, ".html")? {
        let below = path.strip_prefix(source).unwrap_or(&path).to_string_lossy().replace('/', "__");
        found.push(Found { bytes: std::fs::read(&path)?, name: below, language: None, present: Vec::new() });
    }
    Ok(found)
}

fn json(path: &Path) -> io::Result<Value> {
    let text = std::fs::read_to_string(path)
        .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))?;
    serde_json::from_str(&text).map_err(|error| io::Error::other(format!("{}: {error}", path.display())))
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
