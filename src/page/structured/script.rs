//! The strings of a script, their escapes taken out.
//!
//! No parser: comments, regular expressions and the three kinds of quotes are told apart well enough that a string of
//! one line, or a template, is found whole. Where that goes wrong, at most the rest of the line is misread.

/// Strings of a script that are taken: more than that are a table.
const MOST_LITERALS: usize = 50_000;

/// What is put into a template is a name or a call.
const LONGEST_PUT_IN: usize = 200;
/// Digits of a character's number, and the brace behind them.
const LONGEST_CODE: usize = 9;

/// What may stand before a `/` that begins a regular expression and not a division.
const BEFORE_PATTERN: &[u8] = b"(,=:[!&|?{};+\n";

/// Every string of `script` in order, unescaped. In a template what is put in stands as a space.
pub(in crate::page) fn literals(script: &str) -> Vec<String> {
    let bytes = script.as_bytes();
    let (mut found, mut at, mut before) = (Vec::new(), 0, b'\n');
    while let Some(&byte) = bytes.get(at).filter(|_| found.len() < MOST_LITERALS) {
        at = match byte {
            b'/' if bytes.get(at + 1) == Some(&b'/') => line_end(bytes, at),
            b'/' if bytes.get(at + 1) == Some(&b'*') => comment_end(script, at),
            b'/' if BEFORE_PATTERN.contains(&before) => pattern_end(bytes, at),
            b'"' | b'\'' | b'`' => match literal_end(bytes, at) {
                Ok(end) => {
                    found.push(unescaped(&script[at + 1..end]));
                    end + 1
                }
                Err(end) => end,
            },
            _ => at + 1,
        };
        if !byte.is_ascii_whitespace() || byte == b'\n' {
            before = byte;
        }
    }
    found
}

fn line_end(bytes: &[u8], at: usize) -> usize {
    memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |end| at + end)
}

fn comment_end(script: &str, at: usize) -> usize {
    script[at + 2..].find("*/").map_or(script.len(), |end| at + 2 + end + 2)
}

/// Behind a regular expression of one line; at the end of the line where it does not end in it.
fn pattern_end(bytes: &[u8], at: usize) -> usize {
    let (mut end, mut in_class) = (at + 1, false);
    while let Some(&byte) = bytes.get(end) {
        match byte {
            b'\n' => return end,
            b'\\' => end += 1,
            b'[' => in_class = true,
            b']' => in_class = false,
            b'/' if !in_class => return end + 1,
            _ => {}
        }
        end += 1;
    }
    end
}

/// Where the closing quote of the string at `at` stands, else where its line ends. Only a template goes over that.
pub(in crate::page) fn literal_end(bytes: &[u8], at: usize) -> Result<usize, usize> {
    let quote = bytes[at];
    let mut end = at + 1;
    while let Some(&byte) = bytes.get(end) {
        match byte {
            b'\\' => end += 1,
            b'\n' if quote != b'`' => return Err(end),
            byte if byte == quote => return Ok(end),
            _ => {}
        }
        end += 1;
    }
    Err(end)
}

pub(in crate::page) fn unescaped(literal: &str) -> String {
    if !literal.contains(['\\', '$']) {
        return literal.to_owned();
    }
    let mut text = String::with_capacity(literal.len());
    let mut rest = literal;
    let mut high: Option<u32> = None;
    while let Some(c) = rest.chars().next() {
        let put_in =
            rest.strip_prefix("${").and_then(|inner| inner.bytes().take(LONGEST_PUT_IN).position(|b| b == b'}'));
        if let Some(end) = put_in {
            text.push(' ');
            rest = &rest[end + 3..];
            continue;
        }
        rest = &rest[c.len_utf8()..];
        if c != '\\' {
            text.push(c);
            continue;
        }
        let Some(escape) = rest.chars().next() else { break };
        rest = &rest[escape.len_utf8()..];
        let code = match escape {
            'u' => hexadecimal(&mut rest, 4),
            'x' => hexadecimal(&mut rest, 2),
            _ => None,
        };
        match (escape, code) {
            (_, Some(code @ 0xd800..=0xdbff)) => high = Some(code),
            (_, Some(code)) => {
                let pair = high.take().filter(|_| (0xdc00..=0xdfff).contains(&code));
                let code = pair.map_or(code, |high| 0x1_0000 + ((high - 0xd800) << 10) + (code - 0xdc00));
                text.push(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            ('n' | 'r', None) => text.push('\n'),
            ('t' | 'v' | 'f' | 'b', None) => text.push(' '),
            ('\n', None) => {}
            (other, None) => text.push(other),
        }
    }
    text
}

/// The number in the next `digits` hexadecimal digits, or in braces, which are passed over.
fn hexadecimal(rest: &mut &str, digits: usize) -> Option<u32> {
    let (number, behind) = match rest.strip_prefix('{').filter(|_| digits == 4) {
        Some(inner) => {
            let end = inner.bytes().take(LONGEST_CODE).position(|byte| byte == b'}')?;
            (&inner[..end], &inner[end + 1..])
        }
        None => rest.split_at_checked(digits)?,
    };
    let code = u32::from_str_radix(number, 16).ok()?;
    *rest = behind;
    Some(code)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn strings_are_read_without_their_escapes() {
        for (script, expected) in [
            (r#"var a = "one", b = 'two'; c(`three`)"#, &["one", "two", "three"][..]),
            (r#"x("a \"b\" \u003Cp\u003E\x41\u{1F600} \ud83d\ude00\n\/")"#, &["a \"b\" <p>A\u{1f600} \u{1f600}\n/"]),
            ("f('it\\'s')", &["it's"]),
            ("f(`one ${name.of(x)} two\nthree`)", &["one   two\nthree"]),
            ("// don't\ng('a') /* isn't */ + \"b\"", &["a", "b"]),
            ("s.replace(/[\"'/]/g, 'x').split(/'/)", &["x"]),
            ("a / b / 'c'", &["c"]),
            ("bad ' line\nh('good')", &["good"]),
            ("'unended", &[]),
            ("'\\u12", &[]),
            ("'\\u12'", &["u12"]),
            ("", &[]),
        ] {
            assert_eq!(literals(script), expected, "{script}");
        }
    }

    proptest! {
        #[test]
        fn no_script_panics(script in "([\"'`/\\\\\\n*\\[\\]${}(=,]|u00|x4|é|\\PC){0,40}") {
            literals(&script);
        }
    }
}
