//! Dates that begin with their year, or with the era that it is counted in.

use super::super::cursor::Cursor;
use super::super::{PartialDate, names};
use super::han;
use super::{Reading, date, days, full, is_hyphen, is_suffix, link, month_word, year_after};

/// `2024-06-29`, `2024/6/29`, `2024-06`, `2024-Jun-29`, `2024, June 29`, `2024年6月29日`.
pub(super) fn year_first(start: Cursor<'_>) -> Option<Reading<'_>> {
    let (year, after) = start.year()?;
    if let Some((_, after)) = after.gap().eat(|c| matches!(c, '年' | '년')) {
        return Some(east_asian(year, after));
    }
    if let Some(reading) = year_named(year, after) {
        return Some(reading);
    }
    let Some((separator, after)) = after.eat(|c| is_hyphen(c) || matches!(c, '/' | '.')) else {
        return year_then_words(year, after);
    };
    let same = |c: char| c == separator;
    if separator == '.'
        && let Some(reading) = year_dot_words(year, after).or_else(|| year_dot_numbers(year, after))
    {
        return Some(reading);
    }
    if let Some((month, after)) = after.word().and_then(|(word, after)| Some((names::month(&word)?, after))) {
        let (day, end) = after.eat(same)?.1.small()?;
        return end.ends().then(|| Reading::new(full(year, month, day), end));
    }
    let (month, end) = after.small()?;
    if let Some((day, end)) = end.eat(same).and_then(|(_, after)| after.small()) {
        let ends = end.ends_number() || end.peek() == Some('T');
        return ends.then(|| Reading::new(full(year, month, day), end));
    }
    // `2011-14` is a range of years and `2024.06` a version.
    let written_out = end.at() - after.at() == 2 && separator != '.' && end.ends_number();
    (written_out && (1..=12).contains(&month)).then(|| Reading::new(PartialDate::from_month(year, month), end))
}

/// What follows `2024` where a word names it a year: `m. birželio 29 d.`, `. gada 29. jūnijā`, `. gada jūnijā`, `-ж., 29-июнь`,
/// `(e)ko ekainaren 29(a)`, ` оны 6-р сарын 29`.
fn year_named(year: i16, after: Cursor<'_>) -> Option<Reading<'_>> {
    let bare = after.eat(is_hyphen).map_or(after, |(_, end)| end);
    let bracketed = after.rest().starts_with("(e)ko").then(|| after.forward("(e)".len()));
    let (word, after) = bracketed.unwrap_or(bare.skip('.').gap()).word()?;
    if word == "оны" {
        return mongolian(year, after.gap());
    }
    let behind = names::behind_day(&word)?;
    let start = after.skip('.').skip('\u{2024}').skip(',').gap();
    if let Some((month, after)) = month_word(start) {
        let Some((days, after)) = days(after.gap()) else {
            let alone = behind.contains(&"") && after.ends();
            return alone.then(|| Reading::new(PartialDate::from_month(year, month), after));
        };
        let end = past_ending(after, behind)?;
        return year_after(end).is_none().then(|| Reading::new(date(year, month, days), end));
    }
    let (days, after) = days(start).filter(|_| behind.contains(&""))?;
    let after = after.eat(is_hyphen).map_or(after.skip('.').gap(), |(_, end)| end);
    let (month, end) = month_word(after)?;
    year_after(end).is_none().then(|| Reading::new(date(year, month, days), end))
}

/// Past what stands behind the day: ` d`, `an`, `(a)`, or nothing where that is one of these.
fn past_ending<'a>(after: Cursor<'a>, behind: &[&str]) -> Option<Cursor<'a>> {
    let ending = |from: Cursor<'a>| from.word().filter(|(word, _)| behind.contains(&&**word)).map(|(_, end)| end);
    let bracketed = || ending(after.eat(|c| c == '(')?.1)?.eat(|c| c == ')').map(|(_, end)| end);
    // `2024 թ. հունիսի 3 մարդ` counts people.
    let counts = || after.gap().peek().is_some_and(|c| c.is_alphabetic() && !c.is_uppercase());
    let nothing = || (behind.contains(&"") && after.ends() && !counts()).then_some(after);
    ending(after.gap()).or_else(bracketed).or_else(nothing)
}

/// What follows `2024 оны`: `6-р сарын 29`, `6 дугаар сарын 29-ний`, `6-р сар`.
fn mongolian(year: i16, start: Cursor<'_>) -> Option<Reading<'_>> {
    let (month, after) = start.small()?;
    let (ordinal, after) = after.eat(is_hyphen).map_or(after.gap(), |(_, end)| end).word()?;
    let (word, after) = match &*ordinal {
        "р" | "дугаар" | "дүгээр" => after.gap().word()?,
        _ => (ordinal, after),
    };
    match &*word {
        "сарын" => {
            let (day, end) = after.gap().small()?;
            Some(Reading::new(full(year, month, day), end))
        }
        "сар" | "сард" => Some(Reading::new(PartialDate::from_month(year, month), after)),
        _ => None,
    }
}

/// What follows `2024.` in Hungarian: `június 29.`, `június`.
fn year_dot_words(year: i16, after: Cursor<'_>) -> Option<Reading<'_>> {
    let word = after.gap();
    // In other languages another sentence begins.
    if word.at() == after.at() || !word.peek()?.is_lowercase() {
        return None;
    }
    let (month, end) = month_word(word)?;
    let Some((days, end)) = days(end.gap()) else {
        // Without a day only where nothing goes on: elsewhere it is the next sentence, in small letters.
        let closed = end.skip('.').gap().peek().is_none_or(|c| matches!(c, '.' | ')' | ']' | ',' | ';'));
        return (closed && end.ends()).then(|| Reading::new(PartialDate::from_month(year, month), end));
    };
    end.ends().then(|| Reading::new(date(year, month, days), end))
}

/// What follows `2024.` in Korean: ` 6. 29.`, ` 6. 29)`.
fn year_dot_numbers(year: i16, after: Cursor<'_>) -> Option<Reading<'_>> {
    let word = after.gap();
    if word.at() == after.at() {
        return None;
    }
    let (month, after) = word.small().filter(|(month, _)| (1..=12).contains(month))?;
    let behind = after.eat(|c| c == '.')?.1;
    let (day, end) = Some(behind.gap()).filter(|next| next.at() > behind.at())?.small()?;
    // `2019. 4. 12–18` is a year, an issue and its pages.
    let closed = end.peek().is_none_or(|c| matches!(c, '.' | ')' | ']' | ',' | ';' | '」' | '）'));
    let korean = || end.gap().peek().is_some_and(|c| ('\u{ac00}'..='\u{d7a3}').contains(&c));
    ((1..=31).contains(&day) && (closed || korean())).then(|| Reading::new(full(year, month, day), end.skip('.')))
}

fn year_then_words(year: i16, after: Cursor<'_>) -> Option<Reading<'_>> {
    // The disambiguating letter of an author-date style: `2024a, June 29`.
    let after = after.eat(is_suffix).map(|(_, end)| end).filter(|end| end.ends()).unwrap_or(after);
    let comma = after.skip(',');
    if comma.at() > after.at()
        && let Some(reading) = day_and_word(year, comma.gap())
    {
        return Some(reading);
    }
    let (month, end) = month_word(comma.gap())?;
    if let Some((days, end)) = days(end.gap())
        && end.ends()
    {
        return Some(Reading::new(date(year, month, days), end));
    }
    // Without the comma, `2024 may` is a year and a verb; `2009 Jan [` and `2009 Jan;` are dates of Vancouver.
    let capital = comma.gap().peek().is_some_and(char::is_uppercase);
    let marked = end.skip('.').gap().peek().is_none_or(|c| matches!(c, '[' | ']' | ';' | ')'));
    (end.ends() && (comma.at() > after.at() || capital && marked))
        .then(|| Reading::new(PartialDate::from_month(year, month), end))
}

/// What follows `2024,` where the day comes first: `29 de junio`, `29 juin`.
fn day_and_word(year: i16, start: Cursor<'_>) -> Option<Reading<'_>> {
    let (days, after) = days(start)?;
    let (month, end) = month_word(link(after.skip('.').gap()))?;
    // `In 2024, 29 June 2025` has a year and a date.
    (end.ends() && year_after(end).is_none()).then(|| Reading::new(date(year, month, days), end))
}

/// `令和元年5月1日`, `平成3年`.
pub(super) fn era(start: Cursor<'_>) -> Option<Reading<'_>> {
    let (name, before) = names::era(start.rest())?;
    let after = start.forward(name.len());
    let (year, after) = match after.eat(|c| c == '元') {
        Some((_, after)) => (1, after),
        None => after.small().or_else(|| han::small(after))?,
    };
    let (_, after) = after.eat(|c| c == '年')?;
    Some(east_asian(before + i16::from(year), after))
}

/// `二〇二四年六月三十日`
pub(super) fn in_letters(start: Cursor<'_>) -> Option<Reading<'_>> {
    start.peek().filter(|c| han::begins_year(*c))?;
    let (year, after) = han::year(start)?;
    Some(east_asian(year, after.forward('年'.len_utf8())))
}

/// What follows `2024年`: `6月29日`, `六月` or nothing.
fn east_asian(year: i16, after: Cursor<'_>) -> Reading<'_> {
    let part = |from: Cursor<'_>, units: [char; 3]| -> Option<(i8, usize)> {
        let (number, after) = from.gap().small().or_else(|| han::small(from.gap()))?;
        let (_, end) = after.gap().eat(|c| units.contains(&c))?;
        Some((number, end.at() - from.at()))
    };
    let Some((month, length)) = part(after, ['月', '月', '월']) else {
        return Reading::new(PartialDate::from_year(year), after);
    };
    let end = after.forward(length);
    match part(end, ['日', '号', '일']) {
        None => Reading::new(PartialDate::from_month(year, month), end),
        Some((day, length)) => Reading::new(full(year, month, day), end.forward(length)),
    }
}
