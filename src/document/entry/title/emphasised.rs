//! Titles that are told by their emphasis, or by standing before it.

use std::ops::Range;

use super::super::sentences::sentence_end;
use super::super::{EntryText, authors, container, east_asian, lead_in, names, noted, people, unmarked};
use super::{AUTHORS_REACH, By, Place, Stop, Title, without_stop};
use crate::date::{self, DayMonth};
use crate::document::entry::is_title_case;
use crate::document::list::remark;

/// `Smith, J. (2020). Title of the work. *Journal*`: what the grammar of an entry makes a title before the emphasis, which
/// is then that of what it appeared in.
pub(super) fn before_emphasis(entry: &EntryText<'_>, part: &Range<usize>, head: usize) -> Option<Title> {
    let emphasis = emphasis(entry, part)?;
    unmarked::before_container(entry.text, part.start..emphasis.start.min(head))
}

pub(in crate::document::entry) fn emphasis<'a>(
    entry: &'a EntryText<'_>,
    part: &Range<usize>,
) -> Option<&'a Range<usize>> {
    let own = |range: &&Range<usize>| {
        let words = entry.text.get(range.start..range.end).unwrap_or("");
        part.start <= range.start
            && range.end <= part.end
            && !lead_in::leads(words)
            && !are_names_in_front(entry, part, range)
    };
    entry.emphasised.iter().find(own)
}

/// Whether what is emphasised at the front of a part is who wrote it, `**Doe, J.** (2012) The walls. *Walls*`. Names as they are
/// spoken, and those of bodies, can be a title as well: there running words follow, as no publisher has them.
fn are_names_in_front(entry: &EntryText<'_>, part: &Range<usize>, range: &Range<usize>) -> bool {
    let Some(before) = entry.text.get(part.start..range.start) else { return false };
    if before.contains(char::is_alphabetic) {
        return false;
    }
    let words = entry.text[range.clone()].trim().trim_end_matches([',', ':', ' ']);
    let bare = words.trim_end_matches('.');
    let listed = bare.contains([',', ';']) && names::are_names(bare);
    if listed || authors::inverted(&format!("{bare}. ")).is_some() {
        return true;
    }
    let rest = entry.text.get(range.end..part.end).unwrap_or_default();
    let parted = words.len() < entry.text[range.clone()].trim().len()
        || rest.starts_with(['.', ':', ','])
        || rest.starts_with(" (");
    let rest = rest.trim_start_matches(['.', ':', ',', ' ']);
    // Behind the year.
    let rest = rest.strip_prefix('(').and_then(|rest| rest.split_once(')')).map_or(rest, |(_, behind)| behind);
    let rest = rest.trim_start_matches(['.', ':', ',', ' ']);
    let next = &rest[..sentence_end(rest)];
    let running = next.split_whitespace().count() >= TITLE_WORDS && !next.contains("://") && !names::is_proper(next);
    let title = running
        || next.split_whitespace().count() >= TITLE_WORDS && entry.emphasised.iter().any(|own| own.start > range.end);
    parted && title && (people::are_people(bare) || names::is_body(bare))
}

/// `Ministry of Weather. (2019). *Statement*.`: the kind of work, which elsewhere only leads to one.
fn work_behind_names<'a>(entry: &'a EntryText<'_>, part: &Range<usize>) -> Option<&'a Range<usize>> {
    let own = |range: &&Range<usize>| part.start <= range.start && range.end <= part.end;
    let whole = entry.emphasised.iter().find(own)?;
    let before = entry.text.get(part.start..whole.start)?.trim_end();
    let closed = before.ends_with(['.', ')']) && unmarked::only_names(before);
    (closed && lead_in::is_work(&entry.text[whole.clone()])).then_some(whole)
}

/// Emphasis names the title where nothing but names stands before it.
pub(super) fn by_emphasis(entry: &EntryText<'_>, part: &Range<usize>) -> Option<Title> {
    let whole = emphasis(entry, part).or_else(|| work_behind_names(entry, part))?;
    let before = entry.text[part.start..whole.start].trim_end();
    let closed = before.ends_with(['.', ')', ':'])
        || before.ends_with(',')
            && (unmarked::are_people(before)
                || is_by_one_word(before, &entry.text[whole.start..part.end], whole.len(), entry.links.is_empty()));
    // `P. Lind, *Phys. Rev.* 36, 401 (2009)`
    if container::follow(entry.text.get(whole.end..part.end).unwrap_or_default()) {
        return None;
    }
    let alone = before.is_empty()
        || closed && before.len() <= AUTHORS_REACH && unmarked::only_names(before)
        || is_by_names_and_dash(before, &entry.text[whole.clone()]);
    alone.then(|| Title { words: without_stop(entry.text, whole.clone()), whole: whole.clone(), by: By::Emphasis })
}

/// `Harbour Board – *Annual report* – https://…`: whether names that a dash ends stand before words that are no name of a
/// paper, `World Bank – *The Harbour Post*`.
fn is_by_names_and_dash(before: &str, title: &str) -> bool {
    let named = before.strip_suffix(['–', '—', '-']).filter(|named| named.ends_with(' ')).map(str::trim_end);
    let title = title.trim_end_matches(['.', ',', ' ']);
    let paper = names::is_proper(title) || title.split_whitespace().count() < 2;
    named.is_some_and(|named| names::is_body(named) || names::are_names(named) || people::are_people(named)) && !paper
}

/// Words of a sentence that answers: fewer can be the name of a press.
const ANSWER_WORDS: usize = 6;

/// `**Why is the wall so low?** It was cheap, and nobody asked for more.`: a note asks, and answers in running words, without
/// an address, a date or a press. It cites nothing.
pub(super) fn is_answered(entry: &EntryText<'_>, place: &Place) -> bool {
    let Place { part, stop: Stop::End, .. } = place else { return false };
    let in_front = |range: &&Range<usize>| {
        let before = entry.text.get(part.start..range.start);
        before.is_some_and(|before| !before.contains(char::is_alphanumeric)) && range.end <= part.end
    };
    let Some(asked) = entry.emphasised.iter().find(in_front) else { return false };
    let asks = |text: &str| text.trim_end().ends_with(['?', '？', '؟', '՞', '፧', '꘏']);
    let rest = entry.text[asked.end..part.end].trim_start();
    let begun = rest.trim_start_matches(['?', '？', '؟']);
    if !asks(&entry.text[asked.clone()]) && begun.len() == rest.len() {
        return false;
    }
    let sentence = &begun[..sentence_end(begun)];
    let unspaced = begun.starts_with(east_asian::is_unspaced) && begun.contains('。');
    let long = sentence.split_whitespace().count() >= ANSWER_WORDS && !is_title_case(sentence);
    (long || unspaced) && !remark::tells_surely(begun) && !remark::has_bare_year(begun)
}

/// Words of an emphasised title behind an author of one word: less can be the name of a paper.
const TITLE_WORDS: usize = 3;

/// `WHO, *World Malaria Report*, 2023`: whether one word, or a body, before the emphasis that `rest` begins with wrote it.
/// What a volume or a day follows is a paper, `Floods, *The Harbour Post*, 3 May 2020`. The imprint of a book leaves no doubt,
/// `Doe, *Walls* (Dry Press, 2019)`, and behind what is `printed`, without an address, stands a book rather than a paper.
fn is_by_one_word(before: &str, rest: &str, emphasis: usize, printed: bool) -> bool {
    let word = unmarked::without_date(before.trim_end_matches([',', ' ']));
    let (title, behind) = rest.split_at(emphasis);
    let short = word.chars().filter(|c| c.is_uppercase()).count() >= 2 && !word.contains(char::is_lowercase);
    let words = title.split_whitespace().count();
    let bracket = behind.trim_start().strip_prefix('(').and_then(|rest| rest.split_once(')'));
    let imprint = bracket.is_some_and(|(inside, _)| noted::is_house_and_year(inside));
    let behind = behind.trim_start_matches([',', '.', ' ', '(']);
    let day = date::read(behind, DayMonth::Unknown).and_then(|read| read.date.ok());
    let year = day.is_some_and(|date| date.month().is_none());
    let enough = words >= if short { 2 } else { TITLE_WORDS } || printed && year;
    let enough = imprint || enough && !title.starts_with("The ");
    // A house in capitals can be named once more as its publisher.
    let name = short && day.is_none() && behind.starts_with(char::is_uppercase);
    let ends = imprint || !behind.starts_with(char::is_alphanumeric) || year || name || behind.starts_with("http");
    // `Ministry of Water, *Rules for Wells*, 2011`
    let one = !word.contains(char::is_whitespace) || names::is_body(word);
    names::is_proper(word) && one && enough && ends
}
