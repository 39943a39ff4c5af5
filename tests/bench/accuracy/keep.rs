//! Changes of typography: the words stay.

use unicode_normalization::UnicodeNormalization;

use crate::chance::Chance;
use crate::passage::is_unspaced;
use crate::rows::{Made, Sample};

#[expect(clippy::unnecessary_wraps, reason = "the changes of all rows have one shape")]
pub fn none(_: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    Some(Made::whole(sample, sample.passage.text()))
}

/// The first bytes of letters that were stored as UTF-8 and read as Windows-1252: a mark behind one is the rest of the letter.
const HALF_LETTERS: &str = "ÂÃÄÅâ€";

/// The passage with some of its characters in another form, if any has one.
fn replaced(sample: &Sample<'_>, form: impl Fn(char) -> Option<&'static str>) -> Option<Made> {
    let text = sample.passage.text();
    let mut changed = String::with_capacity(text.len());
    let mut last = ' ';
    for c in text.chars() {
        match form(c).filter(|_| !HALF_LETTERS.contains(last)) {
            Some(other) => changed.push_str(other),
            None => changed.push(c),
        }
        last = c;
    }
    (changed != text).then(|| Made::whole(sample, changed))
}

/// Straight for curly, curly for straight, dashes, three dots.
pub fn typography(_: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    replaced(sample, |c| {
        Some(match c {
            '’' | '‘' | '׳' => "'",
            '\'' => "’",
            '“' | '”' | '„' | '״' => "\"",
            '"' => "”",
            '–' => "-",
            '—' => "–",
            '\u{a0}' | '\u{202f}' => " ",
            '\u{ad}' | '\u{200b}' => "",
            _ => return None,
        })
    })
}

pub fn quotation_marks(_: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    replaced(sample, |c| {
        Some(match c {
            '“' => "« ",
            '”' => " »",
            '«' => "„",
            '»' | '「' | '『' => "“",
            '„' => "»",
            '」' | '』' => "”",
            _ => return None,
        })
    })
}

pub fn french_spaces(_: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let text = sample.passage.text();
    let mut changed = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let ends = chars.peek().is_none_or(|next| next.is_whitespace());
        if matches!(c, ';' | ':' | '!' | '?') && ends && !changed.ends_with(char::is_whitespace) {
            changed.push('\u{a0}');
        }
        changed.push(c);
    }
    (changed != text).then(|| Made::whole(sample, changed))
}

/// Quotation marks inside of a quote are single ones.
pub fn nested(_: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    replaced(sample, |c| {
        Some(match c {
            '“' => "‘",
            '”' => "’",
            '"' => "'",
            '«' => "‹",
            '»' => "›",
            _ => return None,
        })
    })
}

pub fn dashes(_: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let text = sample.passage.text();
    let changed = if text.contains(" – ") {
        text.replace(" – ", "—")
    } else if text.contains(" - ") {
        text.replace(" - ", " — ")
    } else if text.contains('—') {
        text.replace('—', " – ")
    } else {
        text.replace(['–', '-'], "\u{2011}")
    };
    (changed != text).then(|| Made::whole(sample, changed))
}

pub fn ligatures(_: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let text = sample.passage.text();
    let changed = text.replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ").replace("ff", "ﬀ");
    (changed != text).then(|| Made::whole(sample, changed))
}

/// Characters that are not seen, between letters.
pub fn soft_hyphens(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let text = sample.passage.text();
    let mut changed = String::new();
    let mut last = ' ';
    for c in text.chars() {
        if last.is_alphabetic() && c.is_alphabetic() && chance.percent(10) {
            changed.push(if chance.percent(50) { '\u{ad}' } else { '\u{200b}' });
        }
        changed.push(c);
        last = c;
    }
    (changed != text).then(|| Made::whole(sample, changed))
}

pub fn spaces(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let mut passage = sample.passage.clone();
    for gap in passage.gaps.iter_mut().filter(|gap| *gap == " ") {
        if chance.percent(30) {
            let other = chance.one_of(&["\u{a0}", "\u{202f}", "\u{2009}", "  "]).copied().unwrap_or(" ");
            other.clone_into(gap);
        }
    }
    let changed = passage.text();
    (changed != sample.passage.text()).then(|| Made::whole(sample, changed))
}

pub fn line_breaks(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let mut passage = sample.passage.clone();
    for gap in passage.gaps.iter_mut().filter(|gap| *gap == " ") {
        if chance.percent(20) {
            "\n".clone_into(gap);
        }
    }
    let changed = passage.text();
    (changed != sample.passage.text()).then(|| Made::whole(sample, changed))
}

pub fn line_hyphens(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let long = |word: &str| word.chars().count() >= 6 && word.chars().all(char::is_lowercase);
    let index = sample.passage.any(chance, long)?;
    let core = sample.passage.core(index);
    let at = core.char_indices().nth(3).map(|(at, _)| at)?;
    let changed = sample.passage.with(index, &format!("{}-\n{}", &core[..at], &core[at..])).text();
    Some(Made::whole(sample, changed))
}

pub fn decomposed(_: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let text = sample.passage.text();
    let (apart, together): (String, String) = (text.nfd().collect(), text.nfc().collect());
    let changed = if apart == text { together } else { apart };
    (changed != text).then(|| Made::whole(sample, changed))
}

/// Letters and digits of Latin in the width of Chinese and Japanese ones.
pub fn full_width(_: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let text = sample.passage.text();
    if !text.contains(is_unspaced) {
        return None;
    }
    let wide = |c: char| {
        let other = c.is_ascii_graphic().then(|| char::from_u32(c as u32 + 0xfee0)).flatten();
        other
            .filter(|_| c.is_ascii_alphanumeric() || matches!(c, ',' | '!' | '?' | '(' | ')' | ':' | ';' | '%'))
            .unwrap_or(c)
    };
    let changed: String = text.chars().map(wide).collect();
    (changed != text).then(|| Made::whole(sample, changed))
}

pub fn slashes(_: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let text = sample.passage.text();
    let mut changed = String::new();
    let chars: Vec<char> = text.chars().collect();
    for (at, c) in chars.iter().enumerate() {
        let beside = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(|c| c.is_alphabetic());
        if *c == '/' && beside(at.checked_sub(1)) && beside(Some(at + 1)) {
            changed.push_str(" / ");
        } else {
            changed.push(*c);
        }
    }
    (changed != text && !text.contains("://") && !text.contains("www.")).then(|| Made::whole(sample, changed))
}

pub fn ampersands(_: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let text = sample.passage.text();
    let plain = text.contains('&') && !text.contains("&amp;");
    plain.then(|| Made::whole(sample, text.replace('&', "&amp;")))
}

/// `1,000` as `1000`, `10000` as `10,000`; not of a number that may be a year or a name.
pub fn thousands(_: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let passage = &sample.passage;
    let index = (0..passage.words.len()).find(|&index| {
        let core = passage.core(index);
        let groups: Vec<&str> = core.split(',').collect();
        groups.len() > 1
            && (1..=3).contains(&groups[0].len())
            && !groups[0].starts_with('0')
            && groups[1..].iter().all(|group| group.len() == 3)
            && groups.iter().all(|group| group.bytes().all(|byte| byte.is_ascii_digit()))
    })?;
    Some(Made::whole(sample, passage.with(index, &passage.core(index).replace(',', "")).text()))
}

/// A letter drawn out, or a vowel sign: what Arabic writers add as they like.
pub fn arabic(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let letter = |c: char| ('\u{628}'..='\u{64a}').contains(&c);
    let index = sample.passage.any(chance, |word| word.chars().count() >= 4 && word.chars().all(letter))?;
    let core: Vec<char> = sample.passage.core(index).chars().collect();
    let mark = if chance.percent(50) { '\u{640}' } else { '\u{64e}' };
    let changed: String = core[..2].iter().chain([&mark]).chain(&core[2..]).collect();
    Some(Made::whole(sample, sample.passage.with(index, &changed).text()))
}

/// Commas inside go, the end gets another mark: American and British habits.
pub fn commas(chance: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let mut passage = sample.passage.clone();
    let last = passage.words.len() - 1;
    let mut changed = false;
    for word in &mut passage.words[..last] {
        let inner = word.strip_suffix(',').filter(|rest| rest.ends_with(char::is_alphabetic)).map(str::to_owned);
        if let Some(rest) = inner {
            (*word, changed) = (rest, true);
        }
    }
    let bare = passage.words[last].trim_end_matches(['.', ',', ';', ':', '!', '?']).to_owned();
    if bare.ends_with(char::is_alphabetic) {
        passage.words[last] = bare + chance.one_of(&[",", ".", ";", ""]).copied().unwrap_or_default();
    }
    changed |= passage.words[last] != sample.passage.words[last];
    changed.then(|| Made::whole(sample, passage.text()))
}

/// The first letter follows the sentence around the quote.
pub fn first_case(_: &mut Chance, sample: &Sample<'_>) -> Option<Made> {
    let core = sample.passage.core(0);
    let first = core.chars().next()?;
    let rest = &core[first.len_utf8()..];
    let small = rest.chars().count() > 1 && rest.chars().all(char::is_lowercase);
    let other: String =
        if first.is_uppercase() { first.to_lowercase().collect() } else { first.to_uppercase().collect() };
    let changes = small && other.chars().count() == 1 && !other.starts_with(first);
    changes.then(|| Made::whole(sample, sample.passage.with(0, &format!("{other}{rest}")).text()))
}
