//! A dash in the place of a name, which stands for the author of the entry before: `———. 2021. “The Bank.”`

use crate::span::Span;

use super::{Entry, ListNumber, Prose, Role};

/// Gives entries that begin with such a dash the authors that it stands for. The entries of a list follow one another.
pub(super) fn fill(entries: &mut [Entry], prose: &Prose) {
    let mut last: Option<(ListNumber, Span, Vec<String>)> = None;
    for entry in entries {
        let (Role::Listed { list, .. }, Some(range)) = (entry.role, entry.range()) else { continue };
        let text = &prose.text()[range];
        let nameless = entry.source.authors.is_empty() && is_dashed(text);
        match &last {
            Some((own, _, authors)) if *own == list && nameless => entry.source.authors.clone_from(authors),
            // The first source of an entry has its authors.
            Some((_, span, _)) if *span == entry.span => {}
            _ => last = Some((list, entry.span, entry.source.authors.clone())),
        }
    }
}

/// Whether a text begins with a dash of two ems or three, or with what is typed for one.
fn is_dashed(text: &str) -> bool {
    let text = text.trim_start();
    let least = match text.chars().next() {
        Some('⸺' | '⸻') => 1,
        Some('—' | '―' | '–') => 2,
        Some('-' | '_') => 3,
        _ => return false,
    };
    let rest = text.trim_start_matches(['⸺', '⸻', '—', '―', '–', '-', '_']);
    let count = text[..text.len() - rest.len()].chars().count();
    count >= least && rest.starts_with(|c: char| c.is_whitespace() || ".,:;(".contains(c))
}

#[cfg(test)]
mod tests {
    use crate::document::{Format, Limits, parse};

    #[test]
    fn a_dash_stands_for_the_author_of_the_entry_before() {
        for dash in ["———", "——", "⸻", "---", "_____"] {
            let list = format!(
                "Smith, John. 2020. “The River.” Harbour Post. https://a.test/1.\n{dash}. 2021. “The Bank.” Harbour Post. https://a.test/2.\n\
                 {dash}. 2022. “The Ford.” Harbour Post. https://a.test/3.\nYoung, Ann. 2019. “The Weir.” Harbour Post. https://a.test/4.\n"
            );
            let document = parse(&format!("It rose.\n\nReferences\n{list}"), Format::Plain, Limits::default());
            let authors: Vec<String> = document.entries.iter().map(|entry| entry.source.authors.join(";")).collect();
            assert_eq!(authors, ["Smith, John", "Smith, John", "Smith, John", "Young, Ann"], "{dash}");
        }
    }
}
