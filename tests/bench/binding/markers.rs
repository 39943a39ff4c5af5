//! Note numbers in plain text: found, missed, and taken for ones.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};

use citewatch::document::{Format, Limits, parse};

use crate::article::{Article, Style};
use crate::{Options, html, markdown, rule, share, wikitext};

/// An article with fewer notes says little about their order.
const FEWEST: usize = 3;
/// Bytes of a paragraph that does not stand in two articles by chance.
const LONG: usize = 80;

#[derive(Debug, Default, Clone, Copy)]
struct Counts {
    articles: usize,
    marks: usize,
    found: usize,
    wrong: usize,
    /// The same of the rule in four lines.
    by_rule: (usize, usize),
}

impl Counts {
    fn add(&mut self, other: Self) {
        self.articles += other.articles;
        self.marks += other.marks;
        self.found += other.found;
        self.wrong += other.wrong;
        self.by_rule.0 += other.by_rule.0;
        self.by_rule.1 += other.by_rule.1;
    }
}

pub fn measure(folder: &Path, options: Options) -> io::Result<String> {
    let mut table = String::from(
        "| source | marks look like | articles | marks | found | of those found, right | by a rule | right |\n\
        |---|---|---|---|---|---|---|---|\n",
    );
    let mut files = files(folder)?;
    files.retain(|file| options.takes(&file.file_name().unwrap_or_default().to_string_lossy()));
    let mut read = HashSet::new();
    let articles: Vec<(&'static str, PathBuf, Article)> = files
        .into_iter()
        .filter_map(|file| article(&file).map(|(kind, article)| (kind, file, article)))
        .filter(|(.., article)| is_new(article, &mut read))
        .collect();
    for style in Style::ALL {
        let mut all = Counts::default();
        for kind in ["html", "wikitext", "markdown"] {
            let mut counts = Counts::default();
            for (_, file, article) in articles.iter().filter(|(own, ..)| *own == kind) {
                counts.add(compare(file, article, style, options.show));
            }
            row(&mut table, kind, style, counts);
            all.add(counts);
        }
        row(&mut table, "all", style, all);
    }
    Ok(table)
}

/// Whether at most half of an article's paragraphs stand in one before: a set can have ten versions of one.
fn is_new(article: &Article, read: &mut HashSet<String>) -> bool {
    let long: Vec<&str> =
        article.paragraphs.iter().map(|own| own.text.trim()).filter(|text| text.len() >= LONG).collect();
    let known = long.iter().filter(|text| read.contains(**text)).count();
    read.extend(long.iter().map(|text| (*text).to_owned()));
    known * 2 <= long.len()
}

fn row(table: &mut String, kind: &str, style: Style, counts: Counts) {
    let Counts { articles, marks, found, wrong, by_rule } = counts;
    writeln!(
        table,
        "| {kind} | `{}` | {articles} | {marks} | {} | {} | {} | {} |",
        style.name(),
        share(found, marks),
        share(found, found + wrong),
        share(by_rule.0, marks),
        share(by_rule.0, by_rule.0 + by_rule.1),
    )
    .expect("a string can be written to");
}

fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() { open.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    Ok(files)
}

fn article(file: &Path) -> Option<(&'static str, Article)> {
    let text = String::from_utf8_lossy(&std::fs::read(file).ok()?).into_owned();
    let (kind, article) = match file.extension()?.to_str()? {
        "html" => ("html", html::read(&text)),
        "wikitext" | "txt" => ("wikitext", wikitext::read(&text)),
        "md" | "mdx" => ("markdown", markdown::read(&text)),
        _ => return None,
    };
    (article.notes() >= FEWEST).then_some((kind, article))
}

fn compare(file: &Path, article: &Article, style: Style, show: bool) -> Counts {
    let (text, truth) = article.flattened(style);
    let document = parse(&text, Format::Plain, Limits::default());
    let mut told: HashSet<(usize, usize)> = HashSet::new();
    // An address in the text is a citation of its own, and its digits are no number of a note.
    let numbers =
        document.markers.iter().filter(|marker| !text[marker.span.start()..marker.span.end()].contains("://"));
    for marker in numbers {
        let mut at = marker.span.start();
        for label in &marker.labels {
            let Some(next) = text[at..marker.span.end()].find(label.as_str()) else { continue };
            told.extend(label.parse().ok().map(|number| (at + next, number)));
            at += next + label.len();
        }
    }
    let known: HashSet<(usize, usize)> = truth.iter().copied().collect();
    let found = known.intersection(&told).count();
    if show {
        let around = |at: usize| {
            let start = (at.saturating_sub(50)..=at).find(|at| text.is_char_boundary(*at)).unwrap_or(at);
            let end = (at + 30..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
            text[start..end].replace('\n', "⏎")
        };
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let mut differ: Vec<&(usize, usize)> = known.symmetric_difference(&told).collect();
        differ.sort_unstable();
        for (at, number) in differ {
            let what = if known.contains(&(*at, *number)) { "missed" } else { "taken" };
            eprintln!("{what} {number} in {name}: {}", around(*at));
        }
    }
    let by_rule = rule::marks(text.rsplit_once("\nReferences\n").map_or("", |(prose, _)| prose), article.notes());
    let right = known.intersection(&by_rule).count();
    let by_rule = (right, by_rule.len() - right);
    Counts { articles: 1, marks: known.len(), found, wrong: told.len() - found, by_rule }
}
