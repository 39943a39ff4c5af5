//! What one says, given by an ellipsis to another: “The mayor said … the money was gone” of “The mayor said the school would stay open.
//! The bishop said the money was gone”.

use std::ops::Range;

use super::other_verb::BEFORE_NOUNS;
use crate::quote_match::around::speakers::{is_according, is_another, is_plural, is_third};
use crate::quote_match::around::speech::is_verb_of_saying;
use crate::quote_match::around::supposed::is_link;
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::words::{is_function, is_one_of, is_pronoun};
use crate::quote_match::languages::governing::{Role, has};
use crate::quote_match::languages::language::Language::{
    self, Bulgarian, Czech, Danish, Dutch, English, Finnish, French, German, Greek, Hungarian, Italian, Polish,
    Portuguese, Romanian, Russian, Spanish, Swedish, Ukrainian,
};
use crate::quote_match::languages::language::{is_of, is_of_letters};
use crate::quote_match::languages::letters::{is_apostrophe, is_quotation_mark};
use crate::quote_match::languages::openings::is_subject;

/// Verbs of saying behind who speaks and before what is said, beside those that stand beside words in quotation marks.
const VERBS: &[(Language, &str)] = &[
    (
        English,
        "acknowledged alleged alleges believed confirmed confirms denied denies disclosed emphasised emphasized estimated estimates revealed reveals testified",
    ),
    (German, "behauptete berichteten bestatigt bestatigte erklarten gab hiess mitgeteilt teilte teilten"),
    (French, "affirment annonce confirme declarent disent ecrivent indique indiquent"),
    (Spanish, "aseguraron confirmo declararon dijeron informo indico manifesto"),
    (Italian, "confermato dicono dice diceva riferito sostiene"),
    (Portuguese, "confirmou dizem disseram informou revelou"),
    (Dutch, "beweert bevestigde liet meldde meldt stelt stelde zeggen zeiden"),
    (Swedish, "berattade havdade havdar menade menar sa sager sade skriver uppgav uppger"),
    (Danish, "fortalte fortaeller haevdede haevder mener mente oplyser oplyste sa sagde sier siger skriver"),
    (Polish, "mowil mowila oswiadczyl oswiadczyla poinformowal poinformowala powiedzieli stwierdzili twierdzi uwaza"),
    (Czech, "oznamil oznamila prohlasil prohlasila rika rekli sdelil sdelila tvrdi uvedli"),
    (Russian, "заявили сообщил сообщила сообщили считает утверждает"),
    (Ukrainian, "заявив заявила заявили каже кажуть повідомив повідомила повідомили сказала стверджує"),
    (Bulgarian, "заяви каза казаха съобщи твърди"),
    (Finnish, "kertoi kertoo sanoi sanoo vaitti vaittaa"),
    (Hungarian, "allitja allitotta elmondta kozolte mondja mondta"),
    (Romanian, "afirma afirmat anuntat declarat sustine spune spus zis"),
    (Greek, "ανεφερε δηλωσε ειπαν λενε υποστηριξε υποστηριζει"),
];

/// Such languages as [`is_turning`] tells of.
const TURNING: [Language; 4] = [German, Dutch, Swedish, Danish];

/// What begins a clause beside another.
const BESIDE: &str = "while whereas wahrend tandis alors mientras mentre enquanto terwijl medan mens";

/// Words of a sentence that is looked back at; before its verb of saying; between that and what is kept.
const SENTENCE: usize = 40;
const SUBJECT: usize = 8;
const TAIL: usize = 5;

/// Who is told to speak, and the verb that tells so.
struct Told {
    words: Range<usize>,
    verb: usize,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Pronoun,
    Name,
    Noun,
    /// `the commissioner, Paul Cole,`
    NounAndName,
    /// A language without articles does not tell.
    Untold,
}

/// Whether the last of the words that an ellipsis over `words` passes over tell that another speaks than the one who is told to in the
/// sentence before, which goes on until `ends` finds its end. `is_kept` tells what the quote has before the ellipsis.
pub(super) fn is_said_by_another(
    page: &Folded<'_>,
    words: &Range<usize>,
    ends: impl Fn(usize) -> bool,
    is_kept: impl Fn(&Range<usize>) -> bool,
) -> bool {
    let from = words.start.saturating_sub(SENTENCE);
    let opens = |index: usize| index == 0 || ends(index - 1);
    let Some(first) = (from..words.start).rev().find(|&index| opens(index)) else { return false };
    let Some(one) = told(page, first..words.start) else { return false };
    if !is_kept(&one.words) {
        return false;
    }
    let head = (words.start.max(words.end.saturating_sub(SENTENCE))..words.end).rev();
    let beside = |index: usize| {
        is_link(page, index) || is_one_of(BESIDE, page.word(index)) || page.between(index - 1).contains(';')
    };
    let sentence = head.clone().take_while(|&index| !ends(index));
    let begins = sentence.clone().find(|&index| opens(index)).or_else(|| sentence.clone().find(|&index| beside(index)));
    let Some(other) = begins.and_then(|begins| told(page, begins..words.end)) else { return false };
    if words.end > other.verb.max(other.words.end - 1) + 1 + TAIL {
        return false;
    }
    are_two(page, &one, &other, words.end)
}

/// Whether an ellipsis over `words` passes from what one says to what another does, each told beside what he says: `said Lane. “I never
/// touched it,” said Hart. “`.
pub(super) fn is_quoted_of_another(page: &Folded<'_>, words: &Range<usize>) -> bool {
    const LONGEST: usize = 8;
    let mark = |index: usize| page.between(index).contains(|c| is_quotation_mark(c) && !is_apostrophe(c));
    let Some(before) = words.start.checked_sub(1).filter(|&before| mark(before) && words.end < page.words.len()) else {
        return false;
    };
    let parts = |index: usize| mark(index) || page.between(index).contains(['.', '!', '?', '\n', ',']);
    let Some(first) = words.clone().take(LONGEST).find(|&index| parts(index)) else { return false };
    let last = words.end - 1;
    let begins = (words.start..last).rev().take(LONGEST).find(|&index| parts(index)).map(|index| index + 1);
    let told = |words: &Range<usize>| words.clone().any(|index| tells(page, index));
    let one = before + 1..first + 1;
    let Some(other) = begins.map(|begins| begins..words.end).filter(|other| other.start > first) else { return false };
    let spoken = mark(last) && mark(other.start - 1) && page.between(last).trim_end().ends_with(is_quotation_mark);
    spoken && told(&one) && told(&other) && is_another(page, &one, &other, |index| tells(page, index))
}

/// Who is told to speak in a sentence that begins with the first of `words`: `The mayor said`, `On Tuesday, Ann Reed said`, `Am Dienstag
/// sagte der Bischof`.
fn told(page: &Folded<'_>, words: Range<usize>) -> Option<Told> {
    let beside = |index: usize| is_link(page, index) || is_one_of(BESIDE, page.word(index));
    let start = words.start + words.clone().take_while(|&index| beside(index)).count();
    let near = start..words.end.min(start + SUBJECT);
    if is_according(page.word(start)) {
        let comma = near.clone().find(|&index| page.between(index).contains(','))?;
        let name = start + 1 + usize::from(page.word(start) == "according");
        let kind = kind(page, name, comma + 1)?;
        return Some(Told { words: start..comma + 1, verb: comma, kind });
    }
    let verb = near.clone().find(|&index| tells(page, index))?;
    let comma = (start..verb).find(|&index| page.between(index).contains(','));
    let own = [Some(start), comma.map(|comma| comma + 1)].into_iter().flatten().find_map(|at| {
        let kind = kind(page, at, verb)?;
        (at < verb).then_some((at, kind))
    });
    if let Some((at, kind)) = own {
        return Some(Told { words: at..verb + 1, verb, kind });
    }
    let turned = is_turning(page) && verb + 1 < words.end;
    let kind = turned.then(|| kind(page, verb + 1, words.end.min(verb + SUBJECT)))??;
    let close = (verb + 1..words.end).find(|&index| !page.between(index).trim().is_empty()).unwrap_or(words.end - 1);
    let end = (close + 1).min(words.end);
    Some(Told { words: verb..end, verb, kind })
}

/// A verb of saying, and no noun: `the claim`, `a report`.
fn tells(page: &Folded<'_>, index: usize) -> bool {
    let led = || {
        index
            .checked_sub(1)
            .is_some_and(|before| is_of(BEFORE_NOUNS, page, page.word(before)) && !is_pronoun_subject(page, before))
    };
    let small = page.written(index..index + 1).starts_with(char::is_lowercase);
    small
        && (is_verb_of_saying(page.word(index))
            || has(page, index, Role::Speech)
            || is_of_letters(VERBS, page, page.word(index)))
        && !led()
}

fn is_pronoun_subject(page: &Folded<'_>, index: usize) -> bool {
    is_subject(page, index) || is_third(page.word(index)) || is_plural(page.word(index))
}

/// What the words from `start` to `end` name somebody with; none where they begin with neither.
fn kind(page: &Folded<'_>, start: usize, end: usize) -> Option<Kind> {
    if start >= end {
        return None;
    }
    let capital = |index: usize| page.written(index..index + 1).starts_with(char::is_uppercase);
    let with_articles = BEFORE_NOUNS.iter().any(|(language, _)| page.languages & language.bit() != 0);
    if is_subject(page, start) && start + 1 == end {
        return Some(Kind::Pronoun);
    }
    if with_articles && is_of(BEFORE_NOUNS, page, page.word(start)) {
        let named = page.languages & German.bit() == 0 && (start + 1..end).any(capital);
        return Some(if named { Kind::NounAndName } else { Kind::Noun });
    }
    let small = is_function(page.word(start)) || is_pronoun(page.word(start)) || is_subject(page, start);
    (capital(start) && !small).then_some(if with_articles { Kind::Name } else { Kind::Untold })
}

/// Whether two who are told to speak are surely not one. Whether a name is that of who was called by a noun before is not known, nor whom
/// a pronoun stands for; but `they` is nobody whom the sentence before has called `he`.
fn are_two(page: &Folded<'_>, one: &Told, other: &Told, end: usize) -> bool {
    let another = |words: &Range<usize>| is_another(page, &one.words, words, |index| tells(page, index));
    match (one.kind, other.kind) {
        (Kind::Pronoun, Kind::Pronoun) => another(&other.words),
        (Kind::Name, Kind::Pronoun) => {
            let that = one.verb + 1 + usize::from(has(page, one.verb + 1, Role::That));
            is_third(page.word(that)) && is_plural(page.word(other.words.start)) && that < end
        }
        (Kind::Noun | Kind::NounAndName, Kind::Pronoun) if is_third(page.word(other.words.start)) => {
            another(&other.words)
        }
        (Kind::Pronoun, _) | (_, Kind::Pronoun) | (Kind::Name, Kind::Noun) | (Kind::Noun, Kind::Name) => false,
        // `Später sagte er`: what stands before the verb may be no subject.
        _ => {
            let behind = other.verb + 1..end;
            let turned = other.words.end == behind.start
                && is_turning(page)
                && kind(page, behind.start, end.min(behind.start + 1)).is_some();
            another(&other.words) && (!turned || another(&(other.verb..end)))
        }
    }
}

/// Whether a page is in a language whose verb stands before its subject, where something else begins the sentence.
fn is_turning(page: &Folded<'_>) -> bool {
    TURNING.iter().any(|language| page.languages & language.bit() != 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quote_match::folding::fold::Spaces;

    #[test]
    fn verbs_of_saying_are_written_as_they_are_folded() {
        let words = VERBS.iter().flat_map(|(_, words)| words.split_ascii_whitespace());
        for word in words.chain(BESIDE.split_ascii_whitespace()) {
            assert_eq!(Folded::new(word, Spaces::Written).text, word);
        }
    }
}
