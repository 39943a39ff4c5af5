//! What two other programs read in a file, as far as they agree. They are only run here, and no part of the project.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Words of a phrase.
pub(crate) const PHRASE: usize = 8;

/// The two programs.
pub(crate) struct Oracle {
    kept: Option<PathBuf>,
}

/// What both read.
pub(crate) struct Agreed {
    /// Words of three letters and more, folded.
    pub(crate) words: HashSet<String>,
    /// What stands between spaces in the text of the first program, and its words: where each stands there, and folded.
    written: Vec<String>,
    at: Vec<usize>,
    folded: Vec<String>,
    /// Phrases of the second.
    other: HashSet<String>,
}

impl Oracle {
    /// Both, where they are on the path.
    pub(crate) fn find(kept: Option<&Path>) -> Option<Self> {
        let runs = |program: &str| {
            let run = Command::new(program).arg("-v").stdout(Stdio::null()).stderr(Stdio::null()).status();
            run.is_ok()
        };
        (runs("pdftotext") && runs("mutool")).then(|| Self { kept: kept.map(Path::to_path_buf) })
    }

    /// What both read in `file`.
    pub(crate) fn read(&self, file: &Path) -> Agreed {
        let path = file.to_string_lossy();
        let one = self.text(file, "poppler", &["timeout", "20", "pdftotext", "-q", "-enc", "UTF-8", &path, "-"]);
        let other =
            self.text(file, "mupdf", &["timeout", "20", "mutool", "draw", "-q", "-F", "text", "-o", "-", &path]);
        let written: Vec<String> = joined(&one).split_whitespace().map(str::to_owned).collect();
        let (at, folded) = words(&written);
        let others = joined(&other).split_whitespace().map(fold).filter(|word| !word.is_empty()).collect::<Vec<_>>();
        let long = |words: &[String]| -> HashSet<String> {
            words.iter().filter(|word| word.chars().count() >= 3).cloned().collect()
        };
        let both = long(&folded).intersection(&long(&others)).cloned().collect();
        Agreed { words: both, other: phrases(&others, PHRASE), written, at, folded }
    }

    fn text(&self, file: &Path, program: &str, command: &[&str]) -> String {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let kept = self.kept.as_ref().map(|folder| folder.join(format!("{name}.{program}.txt")));
        if let Some(text) = kept.as_ref().and_then(|kept| std::fs::read(kept).ok()) {
            return String::from_utf8_lossy(&text).into_owned();
        }
        let ran = Command::new(command[0]).args(&command[1..]).stderr(Stdio::null()).output();
        let text = ran.map(|output| output.stdout).unwrap_or_default();
        if let Some(kept) = kept
            && let Err(error) = std::fs::write(&kept, &text)
        {
            eprintln!("failed to keep {}: {error}", kept.display());
        }
        String::from_utf8_lossy(&text).into_owned()
    }
}

impl Agreed {
    /// Where phrases of `length` words begin that both have, at most `most`, evenly spread.
    pub(crate) fn places(&self, length: usize, most: usize) -> Vec<usize> {
        let both = |at: usize| {
            (at..=at + length - PHRASE)
                .step_by(1)
                .all(|from| self.other.contains(&self.folded[from..from + PHRASE].concat()))
        };
        let whole = |at: usize| !self.is_one_number(at) && !self.is_one_number(at + length);
        let all: Vec<usize> =
            (0..(self.folded.len() + 1).saturating_sub(length)).filter(|at| both(*at) && whole(*at)).collect();
        let step = all.len().div_ceil(most).max(1);
        all.into_iter().step_by(step).collect()
    }

    /// Whether the word before `at` and the one there are one number: `85 percent`, `1.2 million`. Nobody quotes half of it.
    fn is_one_number(&self, at: usize) -> bool {
        const BEHIND: [&str; 12] = [
            "percent",
            "per",
            "prozent",
            "pourcent",
            "million",
            "millions",
            "billion",
            "thousand",
            "millionen",
            "milliarden",
            "trillion",
            "hundred",
        ];
        let Some(before) = at.checked_sub(1).filter(|_| at < self.at.len()) else { return false };
        let number = self.written[self.at[before]].ends_with(|c: char| c.is_ascii_digit());
        let share = self.written[self.at[before] + 1..self.at[at]].iter().any(|sign| sign.starts_with('%'));
        number && (share || BEHIND.contains(&self.folded[at].as_str()))
    }

    /// The words from `at` as letters and digits.
    pub(crate) fn phrase(&self, at: usize, length: usize) -> String {
        self.folded[at..at + length].concat()
    }

    /// The words from `at`, with what stands between them, as a person would type them.
    pub(crate) fn typed(&self, at: usize, length: usize) -> String {
        self.written[self.at[at]..=self.at[at + length - 1]].join(" ")
    }
}

/// Words that a hyphen breaks at the end of a line stand together.
fn joined(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((line, more)) = rest.split_once('\n') {
        let starts_small = more.starts_with(char::is_lowercase);
        match line.strip_suffix(['-', '\u{ad}', '\u{2010}']) {
            Some(start) if starts_small && start.ends_with(char::is_lowercase) => joined.push_str(start),
            _ => {
                joined.push_str(line);
                joined.push('\n');
            }
        }
        rest = more;
    }
    joined.push_str(rest);
    joined
}

/// Where words stand in `written`, and their letters.
fn words(written: &[String]) -> (Vec<usize>, Vec<String>) {
    let folded = written.iter().map(|word| fold(word)).enumerate();
    folded.filter(|(_, word)| !word.is_empty()).unzip()
}

fn phrases(words: &[String], length: usize) -> HashSet<String> {
    words.windows(length).map(<[String]>::concat).collect()
}

/// Letters and digits, in one case and without typography.
pub(crate) fn fold(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.nfkd().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
