//! Addresses as each format writes them, so that no sign of theirs is read as one of its own.

use std::fmt::Write as _;

use crate::locator::scan;

/// An address without signs that end one wherever it stands.
pub(super) fn plain(url: &str) -> String {
    encoded(url, "{}|\\^`\"<> ")
}

/// An address that stands bare in a text, without signs at its end that belong to the sentence there.
pub(super) fn bare(url: &str) -> String {
    let end = scan::at(url, 0).unwrap_or(url.len());
    url[..end].to_owned() + &encoded(&url[end..], "!$&'()*+,-./:;=?@[]_~%#")
}

/// The same in Markdown, where signs of it can be emphasis.
pub(super) fn markdown_bare(url: &str) -> String {
    let url = bare(url).replace('*', "%2A").replace("~~", "%7E%7E");
    let mut written = String::with_capacity(url.len());
    let mut all = url.chars().peekable();
    let mut before = ' ';
    while let Some(c) = all.next() {
        let amid = before.is_alphanumeric() && all.peek().is_some_and(|next| next.is_alphanumeric());
        match c {
            '_' if !amid => written.push_str("%5F"),
            c => written.push(c),
        }
        before = c;
    }
    written
}

/// An address in an argument of LaTeX.
pub(super) fn latex_address(url: &str) -> String {
    let mut written = String::with_capacity(url.len());
    for c in url.chars() {
        if matches!(c, '%' | '#' | '&') {
            written.push('\\');
        }
        written.push(c);
    }
    written.replace('{', "\\%7B").replace('}', "\\%7D")
}

/// An address in the brackets of a link of Org; a bar would end the cell of a table.
pub(super) fn org_address(url: &str) -> String {
    encoded(url, "[]|")
}

/// An address of `AsciiDoc` where it stands bare: without signs that would set a part of it apart.
pub(super) fn asciidoc_address(url: &str) -> String {
    let url = encoded(&bare(url), ASCIIDOC);
    if !is_read_as_markup(&url) {
        return url;
    }
    encoded(&url, "*_~'{}").replace("--", "-%2D").replace("...", "..%2E")
}

/// The target of a link of `AsciiDoc`; what would be read as markup is passed through as it is.
pub(super) fn asciidoc_target(url: &str) -> String {
    let url = encoded(url, ASCIIDOC);
    if !is_read_as_markup(&url) {
        url
    } else if url.contains("++") || url.ends_with('+') {
        format!("pass:[{url}]")
    } else {
        format!("++{url}++")
    }
}

const ASCIIDOC: &str = "[]|<>^`";

/// Whether signs of an address set a part of it apart in `AsciiDoc`, or are replaced by others.
pub(super) fn is_read_as_markup(url: &str) -> bool {
    const REPLACED: &[&str] = &["'", "{", "--", "...", "(C)", "(R)", "(TM)"];
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let mut before = None;
    let mut all = url.chars().peekable();
    let mut apart = false;
    while let Some(c) = all.next() {
        // Amid a word these are words.
        apart |= "*_#+".contains(c) && !(is_word(before) && is_word(all.peek().copied()));
        before = Some(c);
    }
    apart || url.matches('~').count() > 1 || REPLACED.iter().any(|sign| url.contains(sign))
}

/// An address of reStructuredText, without signs that begin or end something in a text.
pub(super) fn rst_address(url: &str) -> String {
    // Signs behind a backslash are part of it wherever they stand.
    let stem = url.trim_end_matches(['*', '_']);
    let url = encoded(&(bare(stem) + &url[stem.len()..]), "<>`|\\");
    let mut written = String::with_capacity(url.len());
    let mut all = url.chars().peekable();
    while let Some(c) = all.next() {
        // A low line at the end of a word makes it a reference.
        if c == '*' || c == '_' && !all.peek().is_some_and(|next| next.is_alphanumeric()) {
            written.push('\\');
        }
        written.push(c);
    }
    written
}

fn encoded(url: &str, signs: &str) -> String {
    let mut written = String::with_capacity(url.len());
    for c in url.chars() {
        match c {
            c if signs.contains(c) => write!(written, "%{:02X}", u32::from(c)).expect("a string takes it"),
            c => written.push(c),
        }
    }
    written
}

/// An address as a link of Markdown leads to it. A bar would end the cell of a table.
pub(super) fn destination(url: &str) -> String {
    let url = url.replace('|', "%7C");
    if url.contains(['(', ')', '\\']) { format!("<{url}>") } else { url }
}

/// A text as it stands within a string of JSON.
pub(super) fn inner_json(words: &str) -> String {
    let quoted = serde_json::Value::from(words).to_string();
    quoted[1..quoted.len() - 1].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_an_address_are_no_markup() {
        let check = |url: &str, rst: &str, asciidoc: &str, target: &str| {
            let url = format!("https://a.test/{url}");
            let written = [rst_address(&url), asciidoc_address(&url), asciidoc_target(&url)];
            let expected = [rst, asciidoc, target].map(|path| path.replace("{A}", "https://a.test/"));
            assert_eq!(written, expected);
        };
        check("a_b~c#d+e", "{A}a_b~c#d+e", "{A}a_b~c#d+e", "{A}a_b~c#d+e");
        check("a_/*b", "{A}a\\_/\\*b", "{A}a%5F/%2Ab", "++{A}a_/*b++");
        check("~a/~b", "{A}~a/~b", "{A}%7Ea/%7Eb", "++{A}~a/~b++");
        check("a--b", "{A}a--b", "{A}a-%2Db", "++{A}a--b++");
        check("_c++[d]", "{A}_c++[d]", "{A}%5Fc++%5Bd%5D", "pass:[{A}_c++%5Bd%5D]");
        check("a.*", "{A}a%2E\\*", "{A}a%2E%2A", "++{A}a.*++");
        check("a`b|c", "{A}a%60b%7Cc", "{A}a%60b%7Cc", "{A}a%60b%7Cc");
    }
}
