//! Components and imports of MDX, which are code and not prose, though the Markdown parser reads many as text.

use std::ops::Range;

/// The ranges of `text`, a paragraph, that are code.
pub(super) fn code(text: &str) -> Vec<Range<usize>> {
    if is_import(text) {
        return std::iter::once(0..text.len()).collect();
    }
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find('<').map(|next| at + next) {
        at = start + 1;
        let capital = text[at..].starts_with(|c: char| c.is_ascii_uppercase());
        match if capital { tag_end(text, at) } else { End::NoTag } {
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

/// Where a tag ends.
enum End {
    At(usize),
    NoTag,
    /// Not before the text does, so that no other one is looked for in it.
    Never,
}

/// `import { A } from '…'` and `export const a = …;`
fn is_import(text: &str) -> bool {
    let ends = text.trim_end().ends_with([';', '\'', '"', '}']);
    let imports = text.starts_with("import ")
        && [" from '", " from \"", "import '", "import \""].iter().any(|from| text.contains(from));
    let exports = ["export const ", "export default ", "export function "].iter().any(|start| text.starts_with(start));
    ends && (imports || exports)
}

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
        check("import { A } from '@parts/wiki';", &["import { A } from '@parts/wiki';"]);
        check("import duties rose “from 'five' percent”.", &[]);
        check("where A < B and C > D, a <b", &[]);
    }
}
