//! Passages cut out of a text, word by word.

use std::ops::Range;

use crate::chance::Chance;

/// A passage: its words with their punctuation, and what stands after each.
#[derive(Debug, Clone)]
pub struct Passage {
    pub words: Vec<String>,
    /// One a word; the last is empty.
    pub gaps: Vec<String>,
    /// Bytes of the text that it was cut from.
    pub span: Range<usize>,
}

/// How passages are cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cut {
    /// Anywhere, over the ends of lines too.
    Anywhere,
    /// Within a line of running text.
    Prose,
    /// Running text over the end of a line.
    Across,
}

/// Words of a line that is taken for running text.
const PROSE_WORDS: usize = 8;

/// The words of a text: runs between white space, and each character of a script without spaces by itself, with the
/// punctuation that follows it.
pub fn tokens(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        if c.is_whitespace() {
            open = false;
        } else if !open || is_unspaced(c) && !is_mark(c) {
            found.push(at..end);
            open = true;
        } else if let Some(last) = found.last_mut() {
            let after_unspaced = text[last.clone()].chars().next_back().is_some_and(is_unspaced);
            if after_unspaced && c.is_alphanumeric() && !is_mark(c) {
                found.push(at..end);
            } else {
                last.end = end;
            }
        }
    }
    found
}

/// Scripts without spaces between words.
pub fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3041}'..='\u{30ff}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
}

/// Vowel and tone signs of scripts without spaces, which do not stand by themselves.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}' | '\u{102b}'..='\u{103e}' | '\u{17b4}'..='\u{17d3}')
        || unicode_normalization::char::is_combining_mark(c)
}

/// Cuts a passage of 3 to 45 words; more where words are characters.
pub fn cut(chance: &mut Chance, text: &str, tokens: &[Range<usize>], how: Cut) -> Option<Passage> {
    let first = chance.below(tokens.len());
    let unspaced = text[tokens.get(first)?.clone()].chars().any(is_unspaced);
    let length = match chance.below(4) {
        0 => 3 + chance.below(5),
        1 | 2 => 8 + chance.below(13),
        _ => 21 + chance.below(25),
    } * if unspaced { 2 } else { 1 };
    let within = match how {
        Cut::Prose => true,
        Cut::Anywhere => chance.percent(85),
        Cut::Across => false,
    };
    let breaks = |index: usize| text[tokens[index].end..tokens[index + 1].start].contains(['\n', '\t']);
    let mut end = (first + length).min(tokens.len());
    if within {
        end = (first..end - 1).find(|&index| breaks(index)).map_or(end, |index| index + 1);
    }
    let own = &tokens[first..end];
    let worded = own.iter().filter(|token| text[(*token).clone()].contains(char::is_alphabetic)).count();
    let least = if unspaced { 6 } else { 3 };
    if worded < least || how != Cut::Anywhere && (worded < PROSE_WORDS || worded * 5 < own.len() * 4) {
        return None;
    }
    let word = |index: usize| &text[tokens[index].clone()];
    let cuts = |index: usize| 0 < index && index < tokens.len() && is_one_number(word(index - 1), word(index));
    if cuts(first) || cuts(end) {
        return None;
    }
    let gap = |index: usize| {
        let gap = if index + 1 < end { &text[tokens[index].end..tokens[index + 1].start] } else { "" };
        gap.chars().map(|c| if matches!(c, '\n' | '\t') { ' ' } else { c }).collect()
    };
    Some(Passage {
        words: own.iter().map(|token| text[token.clone()].to_owned()).collect(),
        gaps: (first..end).map(gap).collect(),
        span: own[0].start..own[own.len() - 1].end,
    })
}

impl Passage {
    /// As it reads.
    pub fn text(&self) -> String {
        self.words.iter().zip(&self.gaps).flat_map(|(word, gap)| [word.as_str(), gap]).collect()
    }

    /// The letters and digits of a word, without the punctuation around them.
    pub fn core(&self, index: usize) -> &str {
        self.words[index].trim_matches(|c: char| !is_core(c))
    }

    /// With another word in the same punctuation.
    pub fn with(&self, index: usize, core: &str) -> Self {
        let (old, word) = (self.core(index), &self.words[index]);
        let at = word.find(old).unwrap_or(0);
        let changed = format!("{}{core}{}", &word[..at], &word[at + old.len()..]);
        let mut other = self.clone();
        other.words[index] = changed;
        other
    }

    /// With a word more, before word `index`.
    pub fn inserted(&self, index: usize, word: &str) -> Self {
        let mut other = self.clone();
        let gap = if word.chars().all(is_unspaced) { "" } else { " " };
        other.words.insert(index, word.to_owned());
        other.gaps.insert(index, gap.to_owned());
        other
    }

    /// Without a word; the punctuation around it goes to its neighbours.
    pub fn removed(&self, index: usize) -> Self {
        let mut other = self.clone();
        let core = self.core(index).to_owned();
        let word = other.words.remove(index);
        let gap = other.gaps.remove(index);
        let tail = word.split_once(&core).map_or("", |(_, tail)| tail).to_owned();
        if index > 0 {
            other.words[index - 1].push_str(&tail);
            if index == other.words.len() {
                other.gaps[index - 1] = gap;
            }
        }
        other
    }

    /// Whether a word begins a sentence, or stands where one may begin.
    pub fn begins_sentence(&self, index: usize) -> bool {
        index == 0
            || self.words[index - 1].ends_with(|c: char| !c.is_alphanumeric() && !matches!(c, ',' | ')'))
            || self.words[index].starts_with(|c: char| !c.is_alphanumeric())
    }

    /// The indices of words for which `is` holds, at random the first.
    pub fn any(&self, chance: &mut Chance, is: impl Fn(&str) -> bool) -> Option<usize> {
        let all: Vec<usize> = (0..self.words.len()).filter(|&index| is(self.core(index))).collect();
        chance.one_of(&all).copied()
    }
}

fn is_core(c: char) -> bool {
    c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c)
}

/// Letters and digits in lower case, without raised digits: what is left of a text where two are compared.
pub fn letters(text: &str) -> String {
    let plain = text.replace('&', "and");
    let raised = |c: char| matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹');
    plain.chars().filter(|c| c.is_alphanumeric() && !raised(*c)).flat_map(char::to_lowercase).collect()
}

/// The same with the signs that make another number, for the question whether a page has the changed words as well.
pub fn letters_and_signs(text: &str) -> String {
    let signs = ['%', '$', '€', '£', '¥', '.', ',', '<', '>', '-', '−', '[', ']'];
    text.chars().filter(|c| c.is_alphanumeric() || signs.contains(c)).flat_map(char::to_lowercase).collect()
}

/// Words that go on with the number before them.
const SCALES: &[&str] = &[
    "hundred",
    "thousand",
    "millions",
    "billion",
    "billions",
    "trillion",
    "mio",
    "mrd",
    "millionen",
    "milliarden",
    "mln",
    "mld",
    "mil",
    "млн",
    "млрд",
    "тыс",
    "million",
    "milioni",
    "millones",
    "milhões",
    "miljoen",
    "milionów",
    "tys",
    "тысяч",
    "миллионов",
    "миллиардов",
    "triệu",
    "tỷ",
    "per",
    "pour",
    "por",
    "percent",
    "prozent",
    "procent",
    "proc",
    "k",
    "m",
    "bn",
    "millón",
    "milhão",
    "milione",
    "miljoner",
    "millioner",
    "miljoonaa",
    "miljoonan",
    "miljardia",
    "миллион",
    "миллиона",
    "миллиард",
    "миллиарда",
    "тысяча",
    "тысячи",
    "процента",
    "процентов",
    "мільйона",
    "мільйонів",
    "тисяч",
    "prosentin",
    "prosenttia",
    "prosentti",
    "procenta",
    "procenty",
    "százalék",
    "százalékos",
    "millió",
    "milliárd",
    "εκατ",
    "εκατομμύρια",
    "τοις",
];

/// Digits and scales of Chinese and Japanese.
const HAN_NUMBERS: &str = "〇零一二三四五六七八九十百千万萬亿億兆两兩廿卅";

/// The scales among them, which make a larger number of `300`; a digit does not: `200一天` is one day.
const HAN_SCALES: &str = "十百千万萬亿億兆";

/// Whether the words on both sides of an edge are one number: a cut there makes another one of it.
pub fn is_one_number(before: &str, after: &str) -> bool {
    let word = after.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let sign = matches!(before, "-" | "−" | "–" | "—" | "<" | ">" | "+" | "±" | "~");
    let (number, han) = (before.ends_with(|c: char| c.is_numeric()), before.ends_with(is_han_number));
    let goes_on = after.starts_with(|c: char| c.is_numeric()) || after.starts_with(is_han_number);
    let counts = goes_on || after.starts_with(['%', '‰', '°']) || SCALES.contains(&word.as_str());
    let share = matches!(before, "per" | "por" | "pour") && matches!(word.as_str(), "cent" | "cento" | "ciento");
    number && counts || share || han && goes_on || sign && after.starts_with(|c: char| c.is_numeric())
}

/// Whether the number before an edge is a larger one or a share with the word behind it: `30` and `%`, `300` and `萬`, `3` and `million`.
/// Numbers side by side may be two, and what belongs to a name (`iPhone4`) or is that of a telephone goes on with nothing.
pub fn is_part_of_number(before: &str, after: &str) -> bool {
    const OTHERS: [&str; 6] = ["k", "m", "mil", "per", "por", "pour"];
    const DIGITS: usize = 9;
    let word = after.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let scale = SCALES.contains(&word.as_str()) && !OTHERS.contains(&word.as_str());
    let digits = before.trim_start_matches(|c: char| !c.is_alphanumeric());
    let plain = digits.chars().all(|c| c.is_numeric() || matches!(c, '.' | ',' | '\'' | '’'));
    let number = before.ends_with(|c: char| c.is_numeric()) && plain && digits.chars().count() <= DIGITS;
    number && (scale || after.starts_with(['%', '‰']) || after.starts_with(|c| HAN_SCALES.contains(c)))
}

/// Whether a word goes on with a number: `million`, `percent`.
pub fn is_scale(word: &str) -> bool {
    SCALES.contains(&word.to_lowercase().as_str())
}

/// Whether a character is a digit or a scale of Chinese and Japanese.
pub fn is_han_number(c: char) -> bool {
    HAN_NUMBERS.contains(c)
}
