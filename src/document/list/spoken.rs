//! Sentences that quote somebody, told from entries: minutes and diaries have headings called `Notes` as well.

use crate::document::entry::leads_into_work;
use crate::document::pairs::Pairing;
use crate::document::saying::{holds, leads_to_saying, says};
use crate::span::floor_char_boundary;

use super::remark::{cites_work, has_bare_year};

/// Bytes that are looked at.
const LOOKED_AT: usize = 2_000;
/// Words of a passage in small letters that is part of the sentence around it, and no term or title.
const FEWEST: usize = 3;
/// Words behind a quotation among which the verb stands that says it.
const VERB_WITHIN: usize = 4;

/// Whether words are a sentence that quotes somebody: a verb of saying stands before or behind the quotation, `the mayor said
/// “…”`, or the sentence runs on into it, `they “left in the night”`. What is built as a reference is none, whatever its title
/// says.
pub(in crate::document) fn quotes_somebody(words: &str) -> bool {
    let words = &words[..floor_char_boundary(words, LOOKED_AT)];
    if cites_work(words) || has_bare_year(words) {
        return false;
    }
    let mut pairing = Pairing::default();
    pairing.read(words, 0..words.len(), &[]);
    let quoted = pairing.finish();
    let mut parts = quoted.iter().filter_map(|quoted| quoted.parts.first()).map(|part| part.range());
    parts.any(|range| {
        // A mark can have a space within, `« ainsi »`.
        let marked = words[..range.start].trim_end();
        let before = marked.trim_end_matches(|c: char| "“”\"„‟«»‹›‘’'「『`".contains(c)).trim_end();
        let behind = words[range.end..].trim_start_matches(|c: char| !c.is_alphanumeric() && !".;:!?()[]".contains(c));
        let inner = &words[range];
        !is_headline(inner) && (is_said(before) || is_said_behind(behind)) || goes_on(before, inner)
    })
}

/// Whether words lead to what somebody says, and not to the title of a work that quotes it.
fn is_said(before: &str) -> bool {
    leads_to_saying(before) && !leads_into_work(before)
}

/// Whether a verb of saying stands right behind a quotation, `says the mayor`, `the mayor said`; not `as reported in`.
fn is_said_behind(behind: &str) -> bool {
    let mut near = behind.split_whitespace().take(VERB_WITHIN).take_while(|word| !word.contains("://"));
    let mut before = "";
    near.any(|word| {
        let verb = word.starts_with(char::is_lowercase) && says(word) && !matches!(before, "as" | "by" | "in" | "wie");
        before = word;
        verb
    }) && !leads_into_work(behind)
}

/// Whether a sentence runs on into a passage that begins in small letters, with no stop between.
fn goes_on(before: &str, inner: &str) -> bool {
    const PRONOUNS: &str = "i he she it we you they this that who ich er sie es wir ihr il elle nous vous ils elles ella nosotros \
        ellos ellas lui lei noi loro ele ela nós eles elas hij zij wij on ona oni он она они мы";
    /// What a sentence begins with that speaks of somebody.
    const DETERMINERS: &str = "the a an this that these those our their der die das den ein eine dieser diese dieses le la les un une \
        el los las una il lo gli o os as um uma de het een den det en et";
    /// What is called by the words in marks.
    const CALLED: &str = "article entry section chapter heading term word keyword phrase entitled titled called see also compare cf s.v. under \
        auch aussi también anche artikel stichwort eintrag abschnitt kapitel article entrée chapitre artículo capítulo voce capitolo";
    let last = before.split_whitespace().next_back().unwrap_or_default();
    let small = inner.starts_with(char::is_lowercase) && inner.split_whitespace().count() >= FEWEST;
    let lower = last.to_lowercase();
    // `The Board “spent all of it”`
    let sentence = before.rsplit(['.', '!', '?', ';', ':']).next().unwrap_or_default();
    let first = sentence.split_whitespace().next().unwrap_or_default().to_lowercase();
    let noun = last.starts_with(char::is_lowercase) || holds(DETERMINERS, &first) && first != lower;
    let open = last.ends_with(char::is_alphanumeric) && (noun || holds(PRONOUNS, &lower));
    // `See also “the wall”, Post`: nobody does anything.
    let told = before.split_whitespace().count() > 1 || holds(PRONOUNS, &lower);
    small && open && told && !holds(CALLED, &lower) && !leads_into_work(before)
}

/// Whether words are written as titles of newspapers are: each but small ones with a capital.
fn is_headline(words: &str) -> bool {
    /// Letters of the longest word that can stand in small letters.
    const SMALL: usize = 4;
    let small = words.split_whitespace().filter(|word| word.starts_with(char::is_lowercase));
    let count = words.split_whitespace().count();
    count >= FEWEST && small.clone().count() * 2 < count && small.into_iter().all(|word| word.chars().count() <= SMALL)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_that_quotes_somebody_is_told_from_an_entry() {
        for text in [
            "The council “spent all of the money”. See agenda.",
            "They \"left in the night\".",
            "They \"left in the night\", the Star wrote: https://star.test/n.",
            "The council said \"no further money will be spent\" (https://council.test/m).",
            "\"We knew it all along,\" says the mayor (Star)",
            "“It was so,” the mayor told us.",
            "Read the Gazette on “the gate that was never shut”",
            "Der Rat „gab alles im Mai aus“.",
            "Le maire a dit : « nous partirons demain ».",
            "El alcalde dijo que “no habrá más dinero”.",
        ] {
            assert!(quotes_somebody(text), "{text}");
        }
        for text in [
            "“What Is Said of the Wall.” Harbour Post, May 2020. https://a.test/b",
            "Doe, Jane. “the wall of the north.” Post, 2020.",
            "Doe, Jane. The mayor who said “no more of it”: a life. Star, 2020.",
            "Doe, J. (2020). They “left in the night”. Star.",
            "“Wall Falls,” Consumer Reports, https://a.test/b",
            "“Wall falls at night,” as reported by the Star, https://a.test/b",
            "Star reported “Mayor Resigns After the Storm” https://a.test/b",
            "Harbour Star: “The mayor says no more of it,” https://a.test/b",
            "See also “the wall of the north”, Post, https://a.test/b",
            "Quoted in “The Wall of the North”, Post, https://a.test/b",
            "Cited in Doe, “the wall of the north”, https://a.test/b",
            "See the entry “wall of the north” in the Dictionary.",
            "The harbour board, https://a.test/b",
            "Call the harbour board",
            "",
        ] {
            assert!(!quotes_somebody(text), "{text}");
        }
    }
}
