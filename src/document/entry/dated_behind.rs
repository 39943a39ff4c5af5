//! Dates of which what stands behind them, or the medium before them, says that the source was read then.

use std::ops::Range;

use crate::date::{DateRead, DayMonth, native, read};
use crate::span::floor_char_boundary;

use super::announcing::BEHIND;
use super::dates::{Announced, Event, inside, month_by_number, unannounced, value};
use super::original;

/// The mark behind the title of a work that was read on the web, as the standard of China has it.
const ON_THE_WEB: &str = "/OL]";

/// `旧港的石头[EB/OL]. (2018-05-01)[2021-03-12].`: a day in brackets of its own behind such a mark, of which nothing else
/// says what it is.
pub(super) fn behind_medium(text: &str, order: DayMonth) -> Option<Announced> {
    let behind = text.find(ON_THE_WEB)? + ON_THE_WEB.len();
    let open = text[behind..].match_indices(['[', '［']).map(|(at, mark)| (behind + at, behind + at + mark.len()));
    open.take(3).find_map(|(open, start)| {
        let inner = &text[start..start + text[start..].find([']', '］'])?];
        let date =
            read(inner, order).filter(|date| date.range == (0..inner.len()) && inner.len() >= "2021-3-1".len())?;
        let range = start..start + inner.len();
        Some(Announced { event: Event::Accessed, range: open..range.end, date: DateRead { range, ..date } })
    })
}

/// Bytes before such a word in which its date begins.
const BEHIND_REACH: usize = 48;

/// `2022年4月5日閲覧`: dates of which a word behind them says what they are.
pub(super) fn named_behind(
    text: &str,
    masked: &[Range<usize>],
    order: DayMonth,
    known: &[Announced],
) -> Vec<Announced> {
    let places = |words: &'static [&str], event: Event| {
        words.iter().flat_map(move |word| text.match_indices(word).map(move |(at, _)| (event, at..at + word.len())))
    };
    let places = places(BEHIND, Event::Accessed).chain(places(original::words_behind(text), Event::Archived));
    let told = |at: usize| {
        let next = known.partition_point(|other| other.range.end <= at);
        known.get(next).is_some_and(|other| other.range.start <= at)
    };
    let free = |at: usize| !inside(masked, at) && !told(at);
    let found = places.filter(|(_, place)| free(place.start)).filter_map(|(event, place)| {
        let before = text[..place.start].trim_end_matches(|c: char| c.is_whitespace() || "に最終에,".contains(c));
        let from = floor_char_boundary(before, before.len().saturating_sub(BEHIND_REACH));
        let starts = before[from..].char_indices().map(|(at, _)| from + at);
        let begins_word = |at: usize| {
            let apart = at == 0 || before[..at].ends_with(|c: char| c.is_whitespace() || ",，(".contains(c));
            apart && before[at..].starts_with(char::is_alphabetic)
        };
        let begins = |at: usize| before[at..].starts_with(begins_date) || begins_word(at);
        let date = starts.filter(|&at| free(at) && begins(at)).find_map(|at| {
            let date = read(&before[at..], order).or_else(|| month_by_number(&before[at..]));
            Some((at, date.filter(|date| at + date.range.end == before.len())?))
        });
        let (at, date) = date?;
        let is_whole = value(&date).is_some_and(|date| date.day().is_some());
        if event == Event::Archived && !is_whole {
            return None;
        }
        let range = at + date.range.start..at + date.range.end;
        Some(Announced { event, range: at..place.end, date: DateRead { range, ..date } })
    });
    found.collect()
}

/// Signs between an address and a date behind it.
const AROUND: &[char] = &['>', ')', ']', '/', ' ', '\u{a0}'];

/// `https://a.test, 3 May 2021.`: the date of publication behind an address and a comma, in words or a year alone: one of
/// numbers is as often that of the reading.
pub(super) fn behind_address(text: &str, region: Range<usize>, order: DayMonth) -> Option<(Range<usize>, DateRead)> {
    let rest = text.get(region.clone())?.trim_start_matches(AROUND);
    let at = region.end - rest.strip_prefix([',', '，', '、', '،'])?.len();
    let found = unannounced(text, at..region.end, order)?;
    let written = &text[found.1.range.clone()];
    let in_words = written.contains(char::is_alphabetic) || written.len() == 4;
    (in_words && text[at..found.0.start].trim().is_empty()).then_some(found)
}

/// Where what is told of a source ends in `region`, which begins behind its address: behind a date that stands there at once.
pub(super) fn end_of_date(text: &str, region: Range<usize>, announced: &[Announced], order: DayMonth) -> Option<usize> {
    let gap = |own: &&Announced| {
        text.get(region.start..own.range.start).is_some_and(|gap| !gap.contains(char::is_alphanumeric))
    };
    let told = announced.iter().filter(|own| own.range.start >= region.start && own.range.end <= region.end);
    let told = told.into_iter().find(gap).map(|own| own.range.end);
    let end = told.or_else(|| behind_address(text, region.clone(), order).map(|(range, _)| range.end))?;
    let rest = text.get(end..region.end)?;
    // `<2020-05-04 Mon>`, as Org writes a day.
    let weekday = |day: &str| day.len() <= 8 && day.chars().all(|c| c.is_alphabetic() || c == ' ');
    let rest = rest.split_once(['>', ']']).filter(|(day, _)| weekday(day)).map_or(rest, |(_, behind)| behind);
    Some(region.end - rest.trim_start_matches([')', ']', '.', ',', ' ', '\u{a0}']).len())
}

fn begins_date(c: char) -> bool {
    c.is_ascii_digit() || "令平昭一二".contains(c) || native::digit(c).is_some()
}
