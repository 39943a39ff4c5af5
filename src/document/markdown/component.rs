//! Components and imports of MDX, which are code and not prose, though the Markdown parser reads many as text.

use std::ops::Range;

/// The ranges of `text`, a paragraph, that are code.
pub(super) fn code(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find('<').map(|next| at + next) {
        at = start + 1;
        let capital = text[at..].starts_with(|c: char| c.is_ascii_uppercase());
        let letter = text[at..].starts_with(|c: char| c.is_ascii_alphabetic());
        match if letter { tag_end(text, at) } else { End::NoTag } {
            // The parser takes small ones out, if there is no expression among their attributes.
            End::At(end) if !capital && !text[start..end].contains("={") => {}
            End::At(end) => {
                found.push(start..end);
                at = end;
            }
            End::NoTag => {}
            End::Never => break,
        }
    }
    found
}

/// The expressions of MDX in `text`, a paragraph: `{props.url ?? "https://…"}`.
pub(super) fn expressions(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut depth, mut start, mut before) = (0_usize, 0, ' ');
    for (at, c) in text.char_indices() {
        match c {
            '{' if before != '\\' => {
                if depth == 0 {
                    start = at;
                }
                depth += 1;
            }
            '}' if depth == 1 => {
                depth = 0;
                found.push(start..at + 1);
            }
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        before = c;
    }
    found
}

/// Where a tag ends.
enum End {
    At(usize),
    NoTag,
    /// Not before the text does, so that no other one is looked for in it.
    Never,
}

/// `import { A } from '…'`, `export const a = …;`, `export { A }`
pub(super) fn is_statement(text: &str) -> bool {
    const EXPORTS: &[&str] = &[
        "const ",
        "let ",
        "var ",
        "default ",
        "function ",
        "async function ",
        "class ",
        "type ",
        "interface ",
        "{ ",
        "* ",
    ];
    let ends = text.trim_end().ends_with([';', '\'', '"', '}']);
    if let Some(rest) = text.strip_prefix("import ") {
        let from = [" from '", " from \"", "import '", "import \""].iter().any(|from| text.contains(from));
        return (ends || left_open(text, 0) > 0)
            && from
            && rest.starts_with(|c: char| c.is_ascii_alphabetic() || "{*'\"".contains(c));
    }
    text.strip_prefix("export ").is_some_and(|rest| {
        let code = ends || rest.contains([';', '=']) || rest.contains('(') && rest.contains('{');
        EXPORTS.iter().any(|start| rest.starts_with(start)) && code
    })
}

/// Brackets that are open behind `text`, where `open` are before it; a statement never has more than [`MOST_OPEN`].
pub(super) fn left_open(text: &str, open: usize) -> usize {
    let depth = text.chars().fold(open, |depth, c| match c {
        '{' | '(' | '[' => depth + 1,
        '}' | ')' | ']' => depth.saturating_sub(1),
        _ => depth,
    });
    if depth > MOST_OPEN { 0 } else { depth }
}

/// Brackets that a statement can have open at the end of a paragraph.
const MOST_OPEN: usize = 16;

/// Behind the `>` that closes a tag, braces and strings within it in balance.
fn tag_end(text: &str, at: usize) -> End {
    let name = text[at..].find(|c: char| !c.is_ascii_alphanumeric() && c != '.').unwrap_or(text.len() - at);
    let inner = at + name;
    if !text[inner..].starts_with(|c: char| c.is_whitespace() || c == '/' || c == '>') {
        return End::NoTag;
    }
    let (mut depth, mut string) = (0_usize, None);
    for (offset, c) in text[inner..].char_indices().take(LONGEST) {
        match (string, c) {
            (Some(mark), _) if c == mark => string = None,
            (None, '"') => string = Some(c),
            (None, '{') => depth += 1,
            (None, '}') => depth = depth.saturating_sub(1),
            (None, '>') if depth == 0 => return End::At(inner + offset + 1),
            (None, '<') if depth == 0 => return End::NoTag,
            (Some(_) | None, _) => {}
        }
    }
    End::Never
}

/// Characters of the longest tag that is read to its end.
const LONGEST: usize = 20_000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_of_components_and_imports_are_code() {
        let check = |text: &str, expected: &[&str]| {
            let found: Vec<&str> = code(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("See <Table rows={[\"a > b\"]} /> here", &["<Table rows={[\"a > b\"]} />"]);
        check("<Questions of={[ \"Is it?\", ]} /> and <B>", &["<Questions of={[ \"Is it?\", ]} />", "<B>"]);
        check("<div style={{ a: \"b\" }}>c</div>", &["<div style={{ a: \"b\" }}>"]);
        check("where A < B and C > D, a <b", &[]);
    }

    #[test]
    fn statements_are_told_from_sentences() {
        for text in [
            "import { A } from '@parts/wiki';",
            "import './a'",
            "import { A } from './a' export const b = {",
            "export const a = { b: \"c d e\", }",
            "export default function F() { return (<p>\"x\"</p>) }",
            "export { A } from \"b\"",
        ] {
            assert!(is_statement(text), "{text}");
        }
        for text in [
            "import duties rose “from 'five' percent”.",
            "export growth was “very low” then.",
            "export default rates fell.",
        ] {
            assert!(!is_statement(text), "{text}");
        }
        assert_eq!((left_open("export const a = [", 0), left_open("{ b: 1 } ]", 1)), (1, 0));
    }
}
