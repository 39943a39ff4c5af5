//! Numbers in the letters of Chinese and Japanese, as dates have them: `二〇二四年六月三十日`.

use super::super::cursor::Cursor;

/// The digit that a letter is.
fn digit(c: char) -> Option<i16> {
    const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    match c {
        '零' | '○' | '◯' | 'Ｏ' => Some(0),
        _ => (0..).zip(DIGITS).find(|(_, own)| *own == c).map(|(value, _)| value),
    }
}

/// Whether a text can begin with a year in such letters.
pub(super) fn begins_year(c: char) -> bool {
    matches!(c, '一' | '二')
}

/// A year of four digits: `二〇二四`.
pub(super) fn year(start: Cursor<'_>) -> Option<(i16, Cursor<'_>)> {
    let (mut year, mut after) = (0, start);
    for _ in 0..4 {
        let (c, next) = after.eat(|c| digit(c).is_some())?;
        (year, after) = (year * 10 + digit(c)?, next);
    }
    (after.peek() == Some('年')).then_some((year, after))
}

/// A number below a hundred: `六`, `十二`, `三十`, `三十一`, `廿三`.
pub(super) fn small(start: Cursor<'_>) -> Option<(i8, Cursor<'_>)> {
    let one = |from: Cursor<'_>| -> Option<(i8, usize)> {
        let (c, end) = from.eat(|c| digit(c).is_some_and(|value| value > 0))?;
        Some((i8::try_from(digit(c)?).ok()?, end.at()))
    };
    let at = |end: usize| start.forward(end - start.at());
    let tens = match start.peek()? {
        '廿' => Some((20, start.forward('廿'.len_utf8()))),
        '卅' => Some((30, start.forward('卅'.len_utf8()))),
        '十' => Some((10, start.forward('十'.len_utf8()))),
        _ => one(start).and_then(|(count, end)| Some((count * 10, at(end).eat(|c| c == '十')?.1))),
    };
    match tens {
        Some((tens, after)) => {
            let ones = one(after).map_or((0, after.at()), |(ones, end)| (ones, end));
            Some((tens + ones.0, at(ones.1)))
        }
        None => one(start).map(|(ones, end)| (ones, at(end))),
    }
}
