//! The title that is all of an entry but its address, behind a comma: `Topics on walls in the north, https://…`, as lists of
//! chat programs have it that leave out who published a page.

use std::ops::Range;

use super::sentences::sentence_end;
use super::{authors, lead_in, names, people};
use crate::document::list::remark;
use crate::document::saying::holds;

/// Words of such a title: fewer can be the name of a body, or of a site, and more are a sentence.
const WORDS: std::ops::RangeInclusive<usize> = 4..=30;

/// The title in `text[head]`, if the address behind it ends the text.
pub(super) fn find(text: &str, head: Range<usize>) -> Option<Range<usize>> {
    let address = text[head.end..].trim_start_matches(['<', '(']);
    let is_last = address.starts_with("http") && !address.trim_end().contains(char::is_whitespace);
    let words = text[head.clone()].trim_end_matches([' ', '<', '(']).strip_suffix(',')?.trim_end();
    let first = words.split_whitespace().next()?;
    let begins = first.starts_with(char::is_uppercase) || first.contains(|c: char| c.is_ascii_digit());
    let whole = sentence_end(words.trim_end_matches(['?', '!'])) == words.trim_end_matches(['?', '!']).len();
    let is_title = is_last
        && begins
        && whole
        && WORDS.contains(&words.split_whitespace().count())
        && !words.contains([',', ';', '“', '"', '(', '|', '–', '—'])
        && !words.contains(" - ")
        && !names::is_proper(words)
        && !names::begins_with_body(words)
        && !remark::has_verb(words)
        && (people::can_be(words) || first.starts_with(char::is_lowercase));
    (is_title && lead_in::signal(words) == 0).then(|| head.start..head.start + words.len())
}

/// Words of a title that stands between the number of an entry and its address.
const BETWEEN: std::ops::RangeInclusive<usize> = 3..=30;

/// Words that begin what says what stands at an address, or how it came there, and hardly a title.
const SAID_OF: &str = "\
    photo photos photograph photographs picture image images figure figures table data dataset numbers statistics screenshot video audio map \
    chart graph illustration \
    available accessible archived archive accessed retrieved viewed visited cached copy copied download downloaded downloads \
    original link links source sources via from courtesy based adapted taken quoted cited quote quotes citation excerpt excerpts text transcript \
    translation translated version full page website site homepage pdf press more further information info details also same another posted \
    published updated reprinted \
    foto fotos bild bilder daten zahlen verfügbar archiviert abgerufen kopie quelle zitat text seite weitere mehr \
    image données disponible archivé consulté copie source datos disponible archivado consultado copia fuente dati disponibile archiviato \
    фото данные доступно архив источник";

/// Whether words between the number of an entry and its address can be a title: no name, no sentence that goes on, and nothing
/// that leads to the address.
pub(in crate::document) fn can_be_title(words: &str) -> bool {
    let bare = words.trim_end_matches(['?', '!', '.']);
    words.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && BETWEEN.contains(&words.split_whitespace().count())
        && sentence_end(bare) == bare.len()
        && !words.contains(['“', '"', '|', ';'])
        && !names::begins_with_body(words)
        && !names::is_body(words)
        && !authors::is_person(words)
        && !words.split(' ').next().is_some_and(|first| holds(SAID_OF, &first.to_lowercase()))
        && lead_in::signal(words) == 0
}

#[cfg(test)]
mod tests {
    use crate::document::entry::tests::entry;

    #[test]
    fn words_before_a_comma_and_the_address_are_the_title() {
        let title = |text: &str| entry(text).sources[0].title.clone();
        for words in [
            "Topics on modern wall phenomenology",
            "g2-harbours and associative walls via fourfolds",
            "Über die alten Mauern im Norden",
        ] {
            assert_eq!(title(&format!("{words}, https://a.test/1")).as_deref(), Some(words));
        }
        // A site behind a dash is none of it.
        let whole = "The hymn and the wall of the north - arXiv";
        assert_ne!(title(&format!("{whole}, https://a.test/1")).as_deref(), Some(whole));
        for text in [
            // Who published it, where it is, a sentence, a mark of another kind, and what goes on behind the address.
            "Harbour Board of the North, https://a.test/1",
            "Harbour Board, Hull and the coast, https://a.test/1",
            "See the report of the board on this, https://a.test/1",
            "She said that the wall was very old, https://a.test/1",
            "Topics on modern wall phenomenology https://a.test/1",
            "Topics on modern wall phenomenology, https://a.test/1 and what follows from it",
            "the walls of the north in winter, https://a.test/1",
            "On the wall, https://a.test/1",
        ] {
            assert_eq!(title(text), None, "{text}");
        }
    }
}
