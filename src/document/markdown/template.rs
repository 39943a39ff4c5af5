//! What other programs take out before a reader sees it: the tags of template languages, attributes in braces, short
//! codes with attributes, comments of MDX.

use std::ops::Range;

use memchr::memmem;

use crate::span::floor_char_boundary;

/// Bytes of the longest tag that is read to its end.
const LONGEST: usize = 1_000;

/// The ranges of `text`, a paragraph, that are tags.
pub(super) fn tags(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(['{', '[']).map(|next| at + next) {
        at = start + 1;
        let near = &text[start..floor_char_boundary(text, start + LONGEST)];
        if let Some(len) = pair(near).or_else(|| attributes(near)).or_else(|| short_code(near)) {
            found.push(start..start + len);
            at = start + len;
        }
    }
    found
}

/// The comments of `prose`, which can hold many paragraphs. The parser may have taken their stars for emphasis.
pub(super) fn comments(prose: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = memmem::find(&prose.as_bytes()[at..], b"{/").map(|next| at + next) {
        let Some(len) = memmem::find(&prose.as_bytes()[start..], b"/}") else { break };
        at = start + len + 2;
        found.push(start..at);
    }
    found
}

/// `{{< ref "a" >}}`, `{% include "a" %}`
fn pair(near: &str) -> Option<usize> {
    let close = [("{{", "}}"), ("{%", "%}")].iter().find(|(open, _)| near.starts_with(open)).map(|(_, close)| close)?;
    near.find(close).map(|at| at + close.len())
}

/// `{: .note title="a"}`, `{#id key="a"}`
fn attributes(near: &str) -> Option<usize> {
    let end = near.strip_prefix('{')?.find(['{', '}', '\n']).map(|at| at + 1)?;
    let has_value = ["=\"", "='", "=“", "=”"].iter().any(|mark| near[..end].contains(mark));
    (near[end..].starts_with('}') && has_value).then_some(end + 1)
}

/// `[caption id="a"]`
fn short_code(near: &str) -> Option<usize> {
    let inner = near.strip_prefix('[')?;
    let end = inner.find(['[', ']', '\n']).filter(|&at| inner[at..].starts_with(']'))?;
    let (name, rest) = inner[..end].split_once(' ')?;
    let named = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || b"-_".contains(&byte));
    let key = rest.split('=').next().filter(|key| key.len() < rest.len())?;
    let keyed = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    let valued = rest[key.len() + 1..].starts_with(['"', '\'', '“', '”']);
    (named && keyed && valued).then_some(end + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_of_templates_are_no_words() {
        let check = |text: &str, expected: &[&str]| {
            let found: Vec<&str> = tags(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("See {{< ref \"a b c\" >}} and {{% note %}}", &["{{< ref \"a b c\" >}}", "{{% note %}}"]);
        check("{% include \"a.html\" %} x", &["{% include \"a.html\" %}"]);
        check("A {: .b title=\"c d\"} x {#e f=\"g\"}", &["{: .b title=\"c d\"}", "{#e f=\"g\"}"]);
        check("[caption id=\"a\" b=\"c\"]words[/caption]", &["[caption id=\"a\" b=\"c\"]"]);
        check("He said [that “x = 1”] and {“so it is”} [sic] [a b] {{", &[]);
    }

    #[test]
    fn comments_run_over_paragraphs() {
        let text = "a {/* “b”\n\n“c” */} d {/e/} {/* f";
        let found: Vec<&str> = comments(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["{/* “b”\n\n“c” */}", "{/e/}"]);
    }
}
