//! Shares of a hundred: `5 %`, `5 Prozent`, `5パーセント`, `yüzde 5`.

use std::ops::Range;
use std::sync::OnceLock;

use super::{Amount, Said, count, han, in_digits, is_close, measured, whole_number};
use crate::quote_match::folding::fold::{Folded, Spaces};
use crate::quote_match::folding::words::joined;
use crate::quote_match::languages::denial::is_hangul;
use crate::quote_match::languages::language::Language;
use crate::quote_match::languages::number_words;

/// How a sign folds.
const SIGN: &str = "percent";

/// What stands behind the number, phrase by phrase.
const BEHIND: &str = "\
    percent|per cent|pct|proc|prozent|procent|procento|procenta|procentow|procente|prosent|prosenttia|pst|pour cent|\
    pourcent|por ciento|por cento|per cento|percento|la sută|százalék|persen|phần trăm|процент|процента|процентов|\
    відсоток|відсотка|відсотків|відсотки|τοις εκατό|τοις εκατόν|في المئة|في المائة|بالمئة|بالمائة|درصد|فیصد|אחוז|\
    אחוזים|प्रतिशत|फ़ीसदी|फीसदी|パーセント|퍼센트|เปอร์เซ็นต์|เปอร์เซนต์|procents|procenti|procentu|procentai|procentas|\
    procentų|procentaj|procenty|procenat|procenata|posto|odstotek|odstotka|odstotki|odstotkov|percenta|percentá|persent|\
    centono|centonoj|pertschient|pursentu|pasẹnt|göterim|protsenti|працэнт|працэнта|працэнтаў|працэнты|проценат|\
    процената|проценти|пайыз|пайызы|хувь|хувийн|տոկոս|տոկոսը|პროცენტი|პროცენტით|سلنه|टक्के|প্রতিশত|শতাংশ|ਪ੍ਰਤਿਸ਼ਤ|ટકા|\
    சதவீதம்|శాతం|ಶೇಕಡಾ|ശതമാനം|ሚእታዊ|በመቶ|de procente|pro chentu|y cant|dre gant|faoin gcéad|sa cheud|ka porsyento";

/// What stands before it.
const BEFORE: &str = "yüzde|ร้อยละ";

/// The share that begins at word `from`, where `number` is, with the ending that Korean writes on to it.
pub(super) fn at(text: &Folded<'_>, from: usize, end: usize, number: Option<&Said>) -> Option<Said> {
    if let Some(share) = led(text, from, end) {
        return Some(share);
    }
    if let Some(share) = number.and_then(|number| in_a_case(text, number, end)) {
        return Some(share);
    }
    let (amount, start) = glued(text, from).or_else(|| {
        let (words, amount) = number.cloned().or_else(|| han::at(text, from, end))?;
        is_near(text, words.end - 1).then(|| (amount, text.at(words.end)))
    })?;
    let (stop, ending) = with_ending(text, start, phrase(text, start, behind())?)?;
    let share = Amount::Money("%", Box::new(measured(amount)));
    let share = if ending.is_empty() { share } else { Amount::Ended(Box::new(share), ending.to_owned()) };
    let (start, stop) = (text.index_at(start), text.index_at(stop));
    (stop <= end && is_one_phrase(text, start..stop)).then_some((from..stop, share))
}

/// `5 %:lla` and `5 prosentilla`, `5%-kal` and `5 százalékkal`: the share, and its case.
fn in_a_case(
    text: &Folded<'_>,
    (words, amount): &(Range<usize>, Amount),
    end: usize,
) -> Option<(Range<usize>, Amount)> {
    const CASES: &str = "iin ksi lla lle lta n na ssa sta a at ban bol hoz ig kal nak nal os ot ra rol tol";
    let at = words.end;
    if at >= end || !is_near(text, at - 1) {
        return None;
    }
    let word = text.word(at);
    let (ending, stop) = if word == SIGN {
        let written_on = at + 1 < end && matches!(text.between(at), ":" | "-" | "\u{2010}" | "\u{2011}");
        (written_on.then(|| text.word(at + 1))?, at + 2)
    } else {
        let strong = || {
            word.strip_prefix("prosentti").and_then(|ending| match ending {
                "in" => Some("iin"),
                "na" => Some("na"),
                _ => None,
            })
        };
        let weak = || word.strip_prefix("prosenti");
        (word.strip_prefix("szazalek").or_else(strong).or_else(weak)?, at + 1)
    };
    let share = Amount::Money("%", Box::new(measured(amount.clone())));
    CASES
        .split(' ')
        .any(|case| case == ending)
        .then(|| (words.start..stop, Amount::Ended(Box::new(share), ending.to_owned())))
}

/// Where the words end that make a share of the number before word `at`.
pub(crate) fn end_of(text: &Folded<'_>, at: usize) -> Option<usize> {
    let start = text.at(at);
    let stop = start + phrase(text, start, behind())?;
    let (end, near) = (text.index_at(stop), at > 0 && is_near(text, at - 1));
    (near && text.is_edge(stop) && is_one_phrase(text, at..end)).then_some(end)
}

/// `yüzde 5`, and `%5` or `% 5` as Turkish has it.
fn led(text: &Folded<'_>, from: usize, end: usize) -> Option<(Range<usize>, Amount)> {
    static BEFORE_IT: OnceLock<Vec<Phrase>> = OnceLock::new();
    let start = text.at(from);
    let apart = from.checked_sub(1).is_none_or(|before| !text.between(before).is_empty());
    let turkish = text.languages & Language::Turkish.bit() != 0;
    let close = from + 1 < end && (text.between(from).is_empty() || turkish && is_near(text, from));
    let signed = apart && close && text.word(from) == SIGN;
    let sign = signed.then_some(SIGN.len());
    let length = sign.or_else(|| phrase(text, start, BEFORE_IT.get_or_init(|| phrases(BEFORE))))?;
    let at = text.index_at(start + length);
    let near = text.is_edge(start + length) && at < end && is_near(text, at - 1);
    if !near {
        return None;
    }
    if let Some((amount, ending)) = bent(text, at).filter(|_| turkish) {
        let share = Amount::Money("%", Box::new(measured(amount)));
        return Some((from..at + 1, Amount::Ended(Box::new(share), ending.to_owned())));
    }
    if let Some((behind, value, ending)) = bent_words(text, at, end).filter(|_| turkish) {
        let share = Amount::Money("%", Box::new(count(value, 0)));
        return Some((from..behind, Amount::Ended(Box::new(share), ending.to_owned())));
    }
    let (words, amount) = whole_number(text, at, end)?;
    Some((from..words.end, Amount::Money("%", Box::new(measured(amount)))))
}

/// `15’i`, `15,5’lik`: a number in digits, and what Turkish writes on to it.
fn bent<'t>(text: &'t Folded<'_>, at: usize) -> Option<(Amount, &'t str)> {
    let word = text.word(at);
    let letters = word.find(char::is_alphabetic).filter(|letters| *letters > 0)?;
    let (digits, ending) = word.split_at(letters);
    let value = in_digits(digits).filter(|_| ending.chars().all(char::is_alphabetic))?;
    Some((super::with_value(value, digits), ending))
}

/// `on beşi`, `yirmisi`: a number in words, and what Turkish writes on to the last of them.
fn bent_words<'t>(text: &'t Folded<'_>, at: usize, end: usize) -> Option<(usize, u128, &'t str)> {
    let tens = number_words::value_in(Language::Turkish, text.word(at)).filter(|tens| (10..100).contains(tens));
    let unit = (at + 1 < end && joined(text, at)).then(|| stem(text.word(at + 1))).flatten();
    let unit = unit.filter(|(unit, _)| (1..10).contains(unit));
    tens.zip(unit)
        .map(|(tens, (unit, ending))| (at + 2, tens + unit, ending))
        .or_else(|| stem(text.word(at)).map(|(value, ending)| (at + 1, value, ending)))
}

/// The value of a word of Turkish without its ending, and that.
fn stem(word: &str) -> Option<(u128, &str)> {
    // `dördü` is of `dört`.
    let softened = word.strip_prefix("dord").filter(|ending| !ending.is_empty()).map(|ending| (4, ending));
    let cuts = (1..word.len()).rev().filter(|&cut| word.is_char_boundary(cut));
    let mut stems = cuts.map(|cut| word.split_at(cut));
    let known = |(stem, ending)| number_words::value_in(Language::Turkish, stem).map(|value| (value, ending));
    softened.or_else(|| stems.find_map(known))
}

/// `5퍼센트`: the number, and where the rest of its word begins.
fn glued(text: &Folded<'_>, from: usize) -> Option<(Amount, usize)> {
    let word = text.text.get(text.at(from)..text.at(from + 1))?;
    let letters = word.find(is_korean).filter(|digits| *digits > 0)?;
    let (digits, decimals) = in_digits(&word[..letters])?;
    Some((super::with_value((digits, decimals), &word[..letters]), text.at(from) + letters))
}

/// Where the share that says so in the `length` bytes from `start` on ends, and its ending.
fn with_ending<'t>(text: &'t Folded<'_>, start: usize, length: usize) -> Option<(usize, &'t str)> {
    let stop = start + length;
    let rest = &text.text[stop..];
    if !text.is_edge(stop) {
        let end = text.edge_after(stop);
        return is_hangul(rest).then(|| (end, &text.text[stop..end]));
    }
    let last = text.index_at(stop).checked_sub(1)?;
    if text.word(last) == SIGN && text.between(last).is_empty() && is_hangul(rest) {
        let end = text.edge_after(stop);
        return Some((end, &text.text[stop..end]));
    }
    Some((stop, ""))
}

/// Bytes of the longest of `phrases` that stands at byte `start`, word by word; in Korean an ending may follow.
fn phrase(text: &Folded<'_>, start: usize, phrases: &[Phrase]) -> Option<usize> {
    let rest = text.text.get(start..)?;
    let whole = |phrase: &&Phrase| phrase.ends_at(text, start) || is_hangul(&phrase.folded);
    let found = phrases.iter().filter(|phrase| rest.starts_with(phrase.folded.as_str()));
    found.filter(whole).map(|phrase| phrase.folded.len()).max()
}

fn behind() -> &'static [Phrase] {
    static BEHIND_IT: OnceLock<Vec<Phrase>> = OnceLock::new();
    BEHIND_IT.get_or_init(|| phrases(BEHIND))
}

/// Words that stand together, as they fold.
pub(super) struct Phrase {
    pub(super) folded: String,
    pub(super) written: &'static str,
    words: usize,
}

impl Phrase {
    /// Whether a phrase whose letters stand at byte `start` has its words there: `percent, a` is no `percenta`.
    pub(super) fn ends_at(&self, text: &Folded<'_>, start: usize) -> bool {
        let stop = start + self.folded.len();
        text.is_edge(stop) && text.index_at(stop) - text.index_at(start) == self.words
    }
}

pub(super) fn phrases(list: &'static str) -> Vec<Phrase> {
    let phrase = |written| {
        let Folded { text: folded, words, .. } = Folded::new(written, Spaces::Written);
        Phrase { folded, written, words: words.len() }
    };
    list.split('|').map(phrase).collect()
}

fn is_korean(c: char) -> bool {
    is_hangul(c.encode_utf8(&mut [0; 4]))
}

pub(super) fn is_one_phrase(text: &Folded<'_>, words: Range<usize>) -> bool {
    (words.start..words.end.saturating_sub(1)).all(|index| is_near(text, index))
}

fn is_near(text: &Folded<'_>, index: usize) -> bool {
    is_close(text, index) || joined(text, index)
}
