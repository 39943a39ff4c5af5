//! What the formats of light markup share: paragraphs as one text, notes and targets put aside.

pub(super) mod gathered;
pub(super) mod listed;
#[cfg(test)]
mod noted_tests;
pub(super) mod paragraph;
pub(super) mod raw;
mod targets;

/// Whether a role of this name cites: `cite`, `cite:p`, `footcite:t`.
pub(in crate::document) fn is_citation(role: &str) -> bool {
    let (name, form) = role.split_once(':').unwrap_or((role, ""));
    matches!(name, "cite" | "footcite" | "citep" | "citet") && form.chars().all(|c| c.is_ascii_alphabetic())
}

/// Whether a citation that `written` begins with is part of its sentence and says who speaks: `\textcite{`, `citet:`,
/// `:cite:t:`, `{cite:t}`, `[cite/t:`.
pub(in crate::document) fn is_narrative(written: &str) -> bool {
    const TEXTUAL: &[&str] =
        &["citet", "textcite", "textcites", "citeauthor", "citeasnoun", "citea", "citealt", "newcite", "citenp"];
    const FORMS: &[&str] = &["t", "ts", "ct", "cts", "text"];
    let bare = written.trim_start_matches(['[', ':', '{', '\\']);
    let length = bare.find(|c: char| !(c.is_ascii_alphabetic() || c == '/' || c == ':')).unwrap_or(bare.len());
    let mut words = bare[..length].split(['/', ':']);
    let name = words.next().unwrap_or_default().to_ascii_lowercase();
    TEXTUAL.contains(&name.as_str()) || name.ends_with("cite") && words.next().is_some_and(|form| FORMS.contains(&form))
}

/// The keys of a citation, `doe20,roe21`, without what `{see}doe20{p. 3}` or `doe20(3)` says around them.
pub(in crate::document) fn keys(words: &str) -> Vec<String> {
    let (mut depth, mut bare) = (0_usize, String::new());
    for c in words.chars() {
        match c {
            '{' | '(' => depth += 1,
            '}' | ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => bare.push(c),
            _ => {}
        }
    }
    let keys =
        bare.split([',', ';']).map(str::trim).filter(|key| !key.is_empty() && !key.contains(char::is_whitespace));
    keys.map(str::to_owned).collect()
}
