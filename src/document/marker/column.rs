//! Numbers in a column of a table that its head calls the source: nothing but the head tells that they are marks.

use std::collections::HashSet;
use std::ops::Range;

use super::cited;
use super::notes::{Among, Found};
use crate::document::draft::Draft;
use crate::document::{Block, BlockKind, Role, Shape};

/// What such a column is called, in small letters. `No.` and `#` count rows, and a `Note` is a mark at school.
const HEADS: &[&str] = &[
    "ref",
    "refs",
    "reference",
    "references",
    "source",
    "sources",
    "citation",
    "citations",
    "cite",
    "cites",
    "notes",
    "footnote",
    "footnotes",
    "quelle",
    "quellen",
    "beleg",
    "belege",
    "nachweis",
    "nachweise",
    "fußnote",
    "référence",
    "références",
    "réf",
    "réfs",
    "fuente",
    "fuentes",
    "referencia",
    "referencias",
    "fonte",
    "fontes",
    "fonti",
    "referência",
    "referências",
    "riferimento",
    "riferimenti",
    "bron",
    "bronnen",
    "källa",
    "källor",
    "kilde",
    "kilder",
    "lähde",
    "lähteet",
    "viite",
    "źródło",
    "źródła",
    "przypis",
    "zdroj",
    "zdroje",
    "источник",
    "источники",
    "ссылка",
    "джерело",
    "джерела",
    "kaynak",
    "kaynaklar",
    "forrás",
    "források",
    "πηγή",
    "πηγές",
    "sursă",
    "sursa",
    "surse",
    "nguồn",
    "sumber",
    "출처",
    "参考",
    "文献",
    "参考文献",
    "出典",
    "来源",
    "來源",
    "مصدر",
    "المصدر",
    "المصادر",
    "منبع",
    "منابع",
    "מקור",
    "מקורות",
    "स्रोत",
];
/// Cells of a row that are looked at.
const MOST_CELLS: usize = 64;

/// The numbers of such columns, each cell of which holds nothing but numbers of a list.
pub(in crate::document) fn find(draft: &Draft<'_>) -> Vec<Found> {
    let numbered = draft.entries.iter().filter(|entry| matches!(entry.role, Role::Listed { .. }));
    let listed: HashSet<&str> = numbered.map(|entry| entry.label.as_str()).collect();
    let mut found = Vec::new();
    let starts = draft.row_starts();
    if listed.is_empty() || starts.is_empty() {
        return found;
    }
    for table in draft.blocks.chunk_by(|one, next| one.kind == BlockKind::Cell && next.kind == BlockKind::Cell) {
        let rows = rows(draft, table, &starts);
        let Some((head, rows)) = rows.split_first().filter(|(_, rows)| !rows.is_empty()) else { continue };
        for (column, name) in head.iter().enumerate().take(MOST_CELLS) {
            if !is_head(&draft.prose.text()[name.range()]) {
                continue;
            }
            // Which column a cell is of shows only where none is empty.
            let cells = rows.iter().filter(|row| row.len() == head.len()).map(|row| row[column].range());
            let marks: Option<Vec<Found>> = cells.map(|cell| mark(draft, cell, &listed)).collect();
            found.extend(marks.unwrap_or_default());
        }
    }
    found
}

/// The cells of a table by its rows.
fn rows<'b>(draft: &Draft<'_>, table: &'b [Block], starts: &[usize]) -> Vec<Vec<&'b Block>> {
    let mut rows: Vec<Vec<&Block>> = Vec::new();
    let mut last = None;
    for cell in table.iter().filter(|block| block.kind == BlockKind::Cell) {
        let at = draft.prose.span(&cell.range()).start();
        let row = starts.partition_point(|start| *start <= at);
        match rows.last_mut().filter(|_| last == Some(row)) {
            Some(own) => own.push(cell),
            None => rows.push(vec![cell]),
        }
        last = Some(row);
    }
    rows
}

fn is_head(words: &str) -> bool {
    let bare = words.trim().trim_matches(['*', '_', '.', ':', '(', ')', '[', ']']).to_lowercase();
    HEADS.contains(&bare.as_str())
}

fn mark(draft: &Draft<'_>, cell: Range<usize>, listed: &HashSet<&str>) -> Option<Found> {
    let words = &draft.prose.text()[cell.clone()];
    let start = cell.start + words.len() - words.trim_start().len();
    let range = start..start + words.trim().len();
    let labels = cited::numbers(words.trim()).filter(|own| own.iter().all(|own| listed.contains(own.as_str())))?;
    let span = draft.prose.span(&range);
    Some(Found { labels, among: Among::Lists, shape: Shape::Note, range, span })
}

#[cfg(test)]
mod tests {
    use crate::document::{Format, Limits, parse};

    #[test]
    fn numbers_of_a_column_that_is_called_the_source_are_marks() {
        let check = |head: &str, cells: [&str; 2], expected: &[&str]| {
            let text = format!(
                "It “rose” [1].\n\n| What | Words | {head} |\n|--|--|--|\n| sea | “it fell so” | {} |\n| land | “it stood so” | {} |\n\n\
                 ## References\n\n1. A, https://a.test/1\n2. B, https://a.test/2\n3. C, https://a.test/3\n",
                cells[0], cells[1]
            );
            let document = parse(&text, Format::Markdown, Limits::default());
            let notes = document.markers.iter().filter(|marker| marker.shape.is_note());
            let found: Vec<String> = notes.skip(1).map(|marker| marker.labels.join(" ")).collect();
            assert_eq!(found, expected, "{text}");
        };
        for head in ["Ref", "Sources", "**Source**", "Quelle", "Источник", "出典"] {
            check(head, ["1", "2, 3"], &["1", "2 3"]);
        }
        // Other columns, other numbers, and words.
        check("Height", ["1", "2"], &[]);
        check("No.", ["1", "2"], &[]);
        check("Ref", ["1", "2019"], &[]);
        check("Ref", ["1", "9"], &[]);
        check("Ref", ["1", "2 km"], &[]);
    }
}
