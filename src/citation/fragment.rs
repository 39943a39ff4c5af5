//! Text fragments: an address that ends in `#:~:text=…` quotes the page that it points to.

use std::ops::Range;

use percent_encoding::percent_decode_str;

/// The passages that the fragment of `url` names, each with the bytes of the address that name it.
pub(super) fn quotes(url: &str) -> Vec<(String, Range<usize>)> {
    let Some(start) = url.find(":~:").map(|at| at + ":~:".len()) else { return Vec::new() };
    let mut at = start;
    let mut found = Vec::new();
    for directive in url[start..].split('&') {
        let range = at..at + directive.len();
        at = range.end + 1;
        if let Some(words) = directive.strip_prefix("text=").and_then(passage) {
            found.push((words, range.start + "text=".len()..range.end));
        }
    }
    found
}

/// `[prefix-,]start[,end][,-suffix]`: the words from `start` to `end`.
fn passage(directive: &str) -> Option<String> {
    let own = directive.split(',').filter(|part| !part.ends_with('-') && !part.starts_with('-'));
    let mut words = own.map(|part| percent_decode_str(part).decode_utf8_lossy().trim().to_owned());
    let start = words.next().filter(|start| start.contains(char::is_alphanumeric))?;
    Some(match words.next() {
        Some(end) => format!("{start} … {end}"),
        None => start,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_fragment_is_a_quote() {
        let check = |url: &str, expected: &[&str]| {
            let found = quotes(url);
            assert_eq!(found.iter().map(|(words, _)| words.as_str()).collect::<Vec<_>>(), expected, "{url}");
        };
        check("https://a.test/#:~:text=so%20it%20is", &["so it is"]);
        check("https://a.test/#top:~:text=in-,so%2C%20it,goes,-on&text=and%20so", &["so, it … goes", "and so"]);
        check("https://a.test/#text=no", &[]);
        check("https://a.test/#:~:text=", &[]);
    }
}
