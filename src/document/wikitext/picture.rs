//! What is the caption among the parts of a picture, and what says how it is shown.

mod words;

use super::call::{Call, Run};
use super::names::{self, Sort};
use super::tags::Extension;
use super::token::{Kind, Token};

/// What of the `parts` of a picture, of which the first is its name, is read: the caption, the last that is no option,
/// wherever it stands, and what is not shown but has notes, which are.
pub(super) fn read<'p>(text: &str, tokens: &[Token], parts: &'p [Run]) -> Vec<&'p Run> {
    let parts = parts.get(1..).unwrap_or_default();
    let caption = parts.iter().rposition(|part| !is_option(text[part.bytes.clone()].trim()));
    let is_read = |(at, part): &(usize, &Run)| caption == Some(*at) || has_note(text, tokens, part);
    parts.iter().enumerate().filter(is_read).map(|(_, part)| part).collect()
}

/// Whether a note, or a mark of one, stands in `run`.
pub(super) fn has_note(text: &str, tokens: &[Token], run: &Run) -> bool {
    run.tokens.clone().any(|at| match tokens[at].kind {
        Kind::Extension(extension) => extension == Extension::Reference,
        Kind::Template => Call::read(text, tokens, at).is_some_and(|call| is_note(&call)),
        _ => false,
    })
}

fn is_note(call: &Call) -> bool {
    matches!(
        names::sort(&call.name),
        Sort::Cite | Sort::Short | Sort::ShortMany | Sort::Note | Sort::ByName | Sort::ByFirst
    )
}

fn is_option(part: &str) -> bool {
    let holds = |list: &str, word: &str| list.split_ascii_whitespace().any(|own| own == word);
    let lower = part.to_lowercase();
    let joined = |words: &str| words.trim().replace(' ', "_");
    let named = lower.split_once('=').is_some_and(|(name, _)| holds(words::NAMES, &joined(name)));
    named
        || lower.is_empty()
        || holds(words::ALONE, &joined(&lower))
        || is_size(&lower)
        || lower.split_once(' ').is_some_and(|(name, value)| holds(words::NAMES, name) && is_number(value))
        || lower.strip_prefix("upright").is_some_and(is_number)
}

/// `220px`, `x180px`, `220x180px`.
fn is_size(part: &str) -> bool {
    let unit = part.trim_start_matches(|c: char| c.is_ascii_digit() || c == 'x');
    let bare = &part[..part.len() - unit.len()];
    bare.contains(|c: char| c.is_ascii_digit())
        && !bare.ends_with('x')
        && words::UNITS.split_ascii_whitespace().any(|own| own == unit.trim_start())
}

fn is_number(part: &str) -> bool {
    let bare = part.trim();
    !bare.is_empty() && bare.chars().all(|c| c.is_ascii_digit() || c == '.')
}

#[cfg(test)]
mod tests {
    use crate::document::{Format, Limits, parse};

    /// The paragraphs of a page that has one picture.
    fn shown(options: &str) -> Vec<String> {
        let document = parse(&format!("[[File:Wall.jpg|{options}]]\n"), Format::Wikitext, Limits::default());
        document.blocks.iter().map(|block| document.text(&block.range()).to_owned()).collect()
    }

    #[test]
    fn the_caption_of_a_picture_stands_wherever_no_option_does() {
        for options in [
            "thumb|A wall.",
            "thumb|A wall.|alt=Stones",
            "A wall.|thumb|right|220px",
            "thumb|A wall.|right|upright=1.2",
            "thumb|alt=Stones|A wall.",
            "mini|hochkant=0.8|A wall.|rechts",
            "vignette|A wall.|gauche|x180px",
            "мини|A wall.|справа|220пкс",
            "thumb|An old wall.|A wall.|class=notpageimage",
        ] {
            assert_eq!(shown(options), ["A wall."], "{options}");
        }
        for options in ["miniatyr|A wall.|höger", "pienoiskuva|A wall.|oikea", "A wall.|sense marc", "A wall.|pagina 3"]
        {
            assert_eq!(shown(options), ["A wall."], "{options}");
        }
        // What only looks like an option is said.
        assert_eq!(shown("thumb|page three of the log"), ["page three of the log"]);
        assert_eq!(shown("thumb|E = mc2"), ["E = mc2"]);
        assert_eq!(shown("thumb|Left of the wall"), ["Left of the wall"]);
        assert_eq!(shown("thumb|right|220px"), Vec::<String>::new());
    }

    #[test]
    fn notes_of_a_caption_are_read_wherever_it_stands() {
        let text = "[[File:Wall.jpg|thumb|A wall.<ref name=\"a\">{{cite web|title=Walls|url=https://a.test}}</ref>|alt=Stones]]\nIt fell.<ref name=\"a\" />\n";
        let document = parse(text, Format::Wikitext, Limits::default());
        assert_eq!(document.entries.len(), 1);
        assert!(document.markers.iter().all(|marker| marker.entries.len() == 1));
    }

    #[test]
    fn no_note_of_a_picture_or_a_category_is_lost() {
        let note = |name: &str| format!("<ref>{{{{cite web|title={name}|url=https://{name}.test}}}}</ref>");
        let titles = |text: &str| -> Vec<String> {
            let document = parse(text, Format::Wikitext, Limits::default());
            document.entries.iter().filter_map(|entry| entry.source.title.clone()).collect()
        };
        for text in [
            format!("[[File:A.jpg|thumb|One{}|Two{}]]", note("a"), note("b")),
            format!("[[File:A.jpg|thumb|alt=One{}|Two{}]]", note("a"), note("b")),
            format!("[[File:A.jpg|One {{{{refn|See {{{{cite web|title=a|url=https://a.test}}}}}}}}|Two{}]]", note("b")),
            format!("[[Fitxer:A.jpg|miniatura|Un mur{}|Dos{}]]", note("a"), note("b")),
            format!("[[Category:Walls|One{}]]\nWalls.{}", note("a"), note("b")),
        ] {
            let mut titles = titles(&text);
            titles.sort();
            assert_eq!(titles, ["a", "b"], "{text}");
        }
        // Of what is not shown and has no note nothing is read.
        assert_eq!(shown("thumb|An {{old}} wall.|alt={{stone}}|A wall."), ["A wall."]);
    }
}
