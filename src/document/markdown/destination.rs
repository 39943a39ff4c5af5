//! Where the address of a link stands in the source: the parser gives the whole link only.

use std::ops::Range;

/// The bytes of the destination in `source`, which begins at or before the `](` of an inline link.
pub(super) fn inline(source: &str) -> Option<Range<usize>> {
    let open = source.find("](")? + 2;
    destination(source, open)
}

/// The bytes of the destination of a link definition, `source` being the whole of it.
pub(super) fn definition(source: &str) -> Option<Range<usize>> {
    let mut escaped = false;
    let close = source.bytes().position(|byte| {
        let ends = byte == b']' && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    })?;
    let rest = &source[close + 1..];
    let colon = rest.find(':').filter(|&at| rest[..at].trim().is_empty())?;
    destination(source, close + 1 + colon + 1)
}

/// A destination at or behind `from`: in angle brackets, or up to white space with brackets in balance.
fn destination(source: &str, from: usize) -> Option<Range<usize>> {
    let rest = &source[from..];
    // A line of a block quote goes on behind its mark.
    let gap = rest.len() - rest.trim_start_matches(|c: char| c.is_whitespace() || c == '>').len();
    let start = from + gap;
    if let Some(angled) = source[start..].strip_prefix('<') {
        let end = angled.find(['>', '\n'])?;
        return Some(start + 1..start + 1 + end);
    }
    let (mut depth, mut escaped) = (0_usize, false);
    let end = source[start..].char_indices().find(|&(_, c)| {
        let plain = !escaped;
        escaped = c == '\\' && plain;
        match c {
            '(' if plain => depth += 1,
            ')' if plain && depth == 0 => return true,
            ')' if plain => depth -= 1,
            _ => {}
        }
        c.is_whitespace()
    });
    Some(start..end.map_or(source.len(), |(at, _)| start + at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_destination_is_found_as_it_is_written() {
        let check =
            |source: &str, expected: &str| assert_eq!(inline(source).map(|range| &source[range]), Some(expected));
        check("](https://a.test/b)", "https://a.test/b");
        check("](<https://a.test/b c> \"T\")", "https://a.test/b c");
        check("](https://a.test/(b)_c 'T')", "https://a.test/(b)_c");
        check("](\n  https://a.test/b\\)c\n)", "https://a.test/b\\)c");
        check("*](https://a.test/)", "https://a.test/");
        let check =
            |source: &str, expected: &str| assert_eq!(definition(source).map(|range| &source[range]), Some(expected));
        check("[1]: https://a.test/b \"T\"", "https://a.test/b");
        check("[a\\]b]: <https://a.test/b>", "https://a.test/b");
        check("[1]:\n  https://a.test/b", "https://a.test/b");
    }
}
