//! The language of a text, by its script and its small words, and whether a quote is in another one.
//!
//! Small words are what a language cannot be written without and others do not have, so a handful of them tells two
//! languages apart where letters by threes guess. What tells nothing is no language: then every list of words holds.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::alphabets::is_written_in;
use super::letters::is_unspaced;
use super::scripts::{CYRILLIC, HAN, KANA, LATIN, SCRIPTS, beyond_ascii, script, scripts};
use super::small_words::{SMALL, small};
use crate::quote_match::folding::fold::Folded;
use crate::text::hashed::Quickly;

/// A language whose words are known here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub(crate) enum Language {
    English,
    German,
    French,
    Spanish,
    Italian,
    Portuguese,
    Dutch,
    Polish,
    Czech,
    Swedish,
    Danish,
    Finnish,
    Hungarian,
    Romanian,
    Turkish,
    Vietnamese,
    Indonesian,
    Russian,
    Ukrainian,
    Bulgarian,
    Greek,
    Arabic,
    Persian,
    Hebrew,
    Hindi,
    Chinese,
    Japanese,
    Korean,
    Thai,
}

/// Letters by which a page that says its language shows that it is in it, where few of its words are small ones.
const OWN_LETTERS: [(Language, &str); 16] = [
    (Language::German, "äöüß"),
    (Language::French, "éèêçàœîôù"),
    (Language::Spanish, "ñáéíóú"),
    (Language::Italian, "àèéìòù"),
    (Language::Portuguese, "ãõçáéêóâí"),
    (Language::Polish, "łąęśżźćń"),
    (Language::Czech, "řěůžšč"),
    (Language::Swedish, "åäö"),
    (Language::Danish, "æøå"),
    (Language::Finnish, "äö"),
    (Language::Hungarian, "őűáéö"),
    (Language::Romanian, "ăâîșțşţ"),
    (Language::Turkish, "ğışçöü"),
    (Language::Vietnamese, "đơưạảấộếệ"),
    (Language::Russian, "ыэё"),
    (Language::Ukrainian, "іїєґ"),
];

/// Words of a text that says its language, and small ones and letters of it among them, at least.
const MIN_DECLARED: usize = 6;
const MIN_SHOWN: usize = 2;

/// Languages as bits.
pub(crate) type Languages = u32;

/// Set beside the languages of a text that surely parts thousands by points, `1.000`, and puts a comma before decimals.
pub(crate) const POINTED_THOUSANDS: Languages = 1 << 31;

/// Set where too little is written to tell the language, hardly a word of it in English alone and some in no English.
const ELSEWHERE: Languages = 1 << 30;

/// Set beside the language that a page says it has, where its words are too few to agree.
pub(crate) const DECLARED: Languages = 1 << 29;

/// Whether it is known in which languages a text is; how it parts thousands can be known all the same.
pub(crate) fn are_told(languages: Languages) -> bool {
    languages & DECLARED == 0 && languages & !(POINTED_THOUSANDS | ELSEWHERE) != 0
}

/// Whether too little is written to tell the language of a text, and that is surely not English.
pub(crate) fn is_elsewhere(languages: Languages) -> bool {
    !are_told(languages) && languages & ELSEWHERE != 0
}

/// Whether a text is in languages that have a comma before decimals, all of them, so that a point may part thousands.
pub(crate) fn may_have_pointed_thousands(languages: Languages) -> bool {
    let all = POINTED.iter().chain(&COMMA_DECIMALS).fold(0, |all, language| all | language.bit());
    is_elsewhere(languages) || are_told(languages) && languages & !(all | POINTED_THOUSANDS) == 0
}

/// Languages that write numbers so, all of them. Spanish has both ways, by country.
const POINTED: [Language; 10] = [
    Language::German,
    Language::Italian,
    Language::Portuguese,
    Language::Dutch,
    Language::Danish,
    Language::Romanian,
    Language::Turkish,
    Language::Greek,
    Language::Indonesian,
    Language::Vietnamese,
];

/// Languages that have a comma before decimals and a space between thousands, which some write as a point.
const COMMA_DECIMALS: [Language; 10] = [
    Language::French,
    Language::Spanish,
    Language::Polish,
    Language::Czech,
    Language::Swedish,
    Language::Finnish,
    Language::Hungarian,
    Language::Russian,
    Language::Ukrainian,
    Language::Bulgarian,
];

/// Small words that a text must have in its language, and not in English, to be surely in it.
const SURE: usize = 5;

/// What a text is written in, as far as its words tell.
#[derive(Debug)]
pub(crate) struct Profile {
    /// The language of most of it.
    language: Option<Language>,
    /// That, and others of which much is written in it; none where nothing is told.
    pub languages: Languages,
    /// Letters of each script, of all that were looked at.
    scripts: [usize; SCRIPTS],
    letters: usize,
    /// Small words by the languages that have them, of all that were looked at.
    hits: HashMap<Languages, usize, Quickly>,
    /// The small words and the letters outside of ASCII that were seen.
    seen: HashSet<&'static str, Quickly>,
    seen_letters: HashSet<char>,
    /// Whether the page says that it is in another language than those that are known.
    pub is_another: bool,
}

/// Words of a text that are looked at.
const LOOKED_AT: usize = 5_000;

/// Fewer words than this tell nothing of a text's language.
const MIN_WORDS: usize = 20;

/// One of so many words of a text must be a small word of its language: three to five are.
const WORDS_A_SMALL_WORD: usize = 8;

/// How much rarer they are where words are put together of many endings.
const RARE_SMALL_WORDS: usize = 3;

/// Words of a quote that is long enough to tell its language.
const MIN_QUOTE_WORDS: usize = 5;

/// Words of one that tells it where not one of them is of the page's language: “no hints of that”, on a German page.
const MIN_STRANGE_WORDS: usize = 3;

/// Letters of a quote that is long enough to tell its script.
const MIN_QUOTE_LETTERS: usize = 12;

/// Small words of another language that a quote must have, different ones.
const MIN_EVIDENCE: usize = 2;

/// For so many of them it may have one of the page's own.
const OWN: usize = 3;

/// A language that has one for so many small words of a text's main language is written in it too.
const PART: usize = 4;

/// Of so many letters of a page one may be of the script, and of so many small words one of the language, of a quote in another.
const RARE: usize = 20;

/// The same for Latin: every page has names.
const SOME: usize = 4;

impl Language {
    /// As one of many.
    pub const fn bit(self) -> Languages {
        1 << self as u8
    }

    /// The one that a script gives away.
    fn of_script(script: usize) -> Option<Self> {
        [
            None,
            None,
            Some(Self::Greek),
            None,
            Some(Self::Hebrew),
            Some(Self::Hindi),
            Some(Self::Chinese),
            Some(Self::Japanese),
            Some(Self::Korean),
            Some(Self::Thai),
        ][script]
    }
}

/// Characters that Chinese is full of and Japanese does not write: its small words, and forms that only it has.
const CHINESE_ONLY: &str = "这們们這你她吗嗎给让还說说过么呢吧哪谁车门问间见长东马语话请买卖书电员关闭时实现发业务动开进达运远连选难题风飞战单边总样极标权欢汉济热爱环产\
    确种积穷罢习职联腾乐乡亚亲众优传伤伦侧债兰兴农净减凤则刚创别";

/// Whether a line is in other languages than `language`, by its small words.
pub(crate) fn is_of_others(line: &Folded<'_>, language: Language) -> bool {
    let small = small();
    let known = line.all().filter_map(|index| small.words.get(line.word(index)));
    let (own, others): (Vec<Languages>, Vec<Languages>) = known.partition(|of| *of & language.bit() != 0);
    others.len() > own.len()
}

/// Whether a word of a quote is part of a name: `São` of “São Paulo”, but not the first word of a sentence.
fn is_named(quote: &Folded<'_>, index: usize) -> bool {
    let capital = |at: usize| at < quote.words.len() && quote.written(at..at + 1).starts_with(char::is_uppercase);
    capital(index) && (index > 0 || capital(1))
}

/// Whether numbers are written `1.000` in a language.
pub(crate) fn points_thousands(language: Language) -> bool {
    POINTED.contains(&language)
}

impl Profile {
    /// Of a text, by its beginning, its middle and its end.
    pub fn of(text: &Folded<'_>) -> Self {
        let total = text.words.len();
        let third = LOOKED_AT / 3;
        let parts = if total <= LOOKED_AT {
            [0..total, total..total, total..total]
        } else {
            [0..third, total / 2..total / 2 + third, total - third..total]
        };
        let words = parts.iter().map(Range::len).sum();
        let mut profile = Self {
            language: None,
            languages: 0,
            scripts: [0; SCRIPTS],
            letters: 0,
            hits: HashMap::default(),
            seen: HashSet::default(),
            seen_letters: HashSet::default(),
            is_another: false,
        };
        for part in parts {
            profile.add(text, part);
        }
        profile.language = profile.by_script().or_else(|| profile.by_words(words));
        profile.languages = profile.language.map_or(0, |language| language.bit() | profile.beside(language));
        if profile.parts_by_points() {
            profile.languages |= POINTED_THOUSANDS;
        }
        if profile.language.is_none() && profile.is_elsewhere() {
            profile.languages |= ELSEWHERE;
        }
        profile
    }

    /// What the page says of its own language counts where too little is written to tell it: where the words agree it is the language,
    /// else its words hold beside those that hold where nothing is told.
    pub fn declare(&mut self, language: Language, words: usize) {
        if are_told(self.languages) && !self.says_as_much(language) {
            return;
        }
        if !self.says_as_much(language) && !self.agrees(language, words) {
            self.languages |= language.bit() | DECLARED;
            return;
        }
        self.language = Some(language);
        self.languages = language.bit();
        let pointed = POINTED.iter().fold(0, |all, language| all | language.bit());
        if self.parts_by_points() || self.own_letters(language) >= MIN_SHOWN && self.languages & !pointed == 0 {
            self.languages |= POINTED_THOUSANDS;
        }
    }

    /// Whether another language is told by no more small words than `language` has here: neighbours share most of theirs.
    fn says_as_much(&self, language: Language) -> bool {
        let told = self.language.filter(|told| *told != language && self.own_letters(language) >= MIN_SHOWN);
        told.is_some_and(|told| self.count(language, 0) >= self.count(told, 0))
    }

    /// What is told to be in any language is in this one: it was taken out of a page that is.
    pub fn settle(&mut self, language: Language) {
        self.language = self.language.map(|_| language);
        self.languages |= self.language.map_or(0, Language::bit);
    }

    /// Whether small words and letters of `language` are written, and nothing speaks against it. English needs none of this: its words
    /// are known wherever no language is told.
    fn agrees(&self, language: Language, words: usize) -> bool {
        let own = self.count(language, 0);
        let rival = |(other, _): &(Language, &str)| {
            *other != language && self.count(*other, language.bit()) >= self.count(language, other.bit()).max(1)
        };
        language != Language::English
            && words >= MIN_DECLARED
            && own >= MIN_SHOWN
            && (self.own_letters(language) >= MIN_SHOWN || own * WORDS_A_SMALL_WORD >= words)
            && !SMALL.iter().any(rival)
    }

    /// How many letters are written that `language` has and few others.
    fn own_letters(&self, language: Language) -> usize {
        let letters = OWN_LETTERS.iter().find(|(known, _)| *known == language).map_or("", |(_, letters)| letters);
        letters.chars().filter(|letter| self.seen_letters.contains(letter)).count()
    }

    /// Whether its small words are of `language`, most of them.
    pub fn agrees_with(&self, language: Language) -> bool {
        let own = self.count(language, 0);
        let all: usize = self.hits.values().sum();
        all <= 2 * own
    }

    fn add(&mut self, text: &Folded<'_>, part: Range<usize>) {
        let written = text.written(part.clone());
        let (counts, letters) = scripts(written);
        self.seen_letters.extend(beyond_ascii(written).filter(|c| c.is_alphabetic()));
        self.scripts.iter_mut().zip(counts).for_each(|(sum, own)| *sum += own);
        self.letters += letters;
        let small = small();
        let words = part.filter(|index| small.may_have(text, *index)).map(|index| text.word(index));
        for (word, languages) in words.filter_map(|word| small.words.get_key_value(word)) {
            *self.hits.entry(*languages).or_insert(0) += 1;
            self.seen.insert(word);
        }
    }

    fn by_script(&self) -> Option<Language> {
        let most =
            (0..SCRIPTS).max_by_key(|&script| self.scripts[script]).filter(|&script| self.scripts[script] > 0)?;
        if most == HAN && self.scripts[KANA] * RARE > self.scripts[HAN] {
            return Some(Language::Japanese);
        }
        Language::of_script(most)
    }

    fn by_words(&self, words: usize) -> Option<Language> {
        let most = SMALL.iter().map(|(language, _)| (self.count(*language, 0), *language)).max_by_key(|most| most.0);
        let (count, language) = most?;
        // Where one word says what others say in three, small ones are rare, and letters tell with them.
        let glued = matches!(language, Language::Turkish | Language::Finnish | Language::Hungarian);
        let lettered = glued && count > 1 && words >= 2 * MIN_WORDS && self.own_letters(language) >= MIN_SHOWN;
        let rare = if lettered { RARE_SMALL_WORDS } else { 1 };
        (words >= MIN_WORDS && count * WORDS_A_SMALL_WORD * rare >= words).then_some(language)
    }

    /// How many small words of a language were seen that none of `others` has.
    fn count(&self, language: Language, others: Languages) -> usize {
        let counted = |languages: &Languages| languages & language.bit() != 0 && languages & others == 0;
        self.hits.iter().filter(|(languages, _)| counted(languages)).map(|(_, count)| count).sum()
    }

    /// Whether all that is written has a point between thousands, and hardly a word is English.
    fn parts_by_points(&self) -> bool {
        let Some(language) = self.language else { return false };
        let all = POINTED.iter().fold(0, |all, language| all | language.bit());
        let own = if language == Language::Greek { SURE } else { self.count(language, Language::English.bit()) };
        let english = self.count(Language::English, language.bit());
        // One word is the title of something.
        self.languages & !all == 0 && own >= SURE && english.saturating_sub(1) * RARE < own
    }

    /// Whether hardly a word of it is of English alone, and some word or letter of no English; by Latin and Cyrillic letters.
    fn is_elsewhere(&self) -> bool {
        let english = Language::English.bit();
        let alone = self.hits.get(&english).copied().unwrap_or_default();
        let beyond = |c: &char| matches!(script(*c), Some(LATIN | CYRILLIC));
        let others = self.hits.iter().filter(|(languages, _)| *languages & english == 0);
        let others: usize = others.map(|(_, count)| count).sum();
        alone * PART <= others && (others > 0 || self.seen_letters.iter().any(beyond))
    }

    /// Languages in which a good part is written besides `language`.
    fn beside(&self, language: Language) -> Languages {
        let own = self.count(language, 0);
        let much = |other: &Language| {
            let count = self.count(*other, language.bit());
            *other != language && count > 0 && count * PART >= own
        };
        SMALL.iter().map(|(other, _)| *other).filter(much).fold(0, |all, other| all | other.bit())
    }

    pub fn has_pointed_thousands(&self) -> bool {
        self.languages & POINTED_THOUSANDS != 0
    }

    /// Whether this text is in a language.
    pub fn is_in(&self, language: Language) -> bool {
        self.language == Some(language)
    }

    /// What most of it is written in.
    pub fn language(&self) -> Option<Language> {
        self.language
    }

    /// Whether a quote is in another language than this text.
    pub fn is_foreign(&self, quote: &Folded<'_>) -> bool {
        let (counts, letters) = scripts(quote.original);
        let alone = quote.original.chars().filter(|c| is_unspaced(*c)).count();
        if letters + alone < MIN_QUOTE_LETTERS || self.letters < MIN_QUOTE_LETTERS {
            return false;
        }
        let own = (0..SCRIPTS).max_by_key(|&script| counts[script]).unwrap_or(0);
        // A page in a script of its own has names and brands in Latin.
        let rare = if own == LATIN { SOME } else { RARE };
        let is_rare = |script: usize| self.scripts[script] * rare < self.letters;
        let other_script = counts[own] * 5 >= letters * 4 && is_rare(own);
        let kana = counts[KANA] * 5 >= letters && is_rare(KANA);
        other_script || kana || self.is_chinese_beside(quote.original) || self.has_other_words(quote)
    }

    /// Whether a quote is in Chinese and this text in Japanese, which has the same script and more.
    fn is_chinese_beside(&self, quote: &str) -> bool {
        if self.language != Some(Language::Japanese) || quote.chars().any(|c| script(c) == Some(KANA)) {
            return false;
        }
        let strange: HashSet<char> =
            quote.chars().filter(|c| CHINESE_ONLY.contains(*c) && !self.seen_letters.contains(c)).collect();
        let seen = self.seen_letters.iter().filter(|c| CHINESE_ONLY.contains(**c)).count();
        strange.len() >= MIN_EVIDENCE && seen < MIN_EVIDENCE
    }

    /// By its small words: some that another language has and the page's has not, and next to none of the page's own.
    fn has_other_words(&self, quote: &Folded<'_>) -> bool {
        let Some(language) = self.language else { return false };
        if quote.words.len() < MIN_STRANGE_WORDS || quote.text.contains(is_unspaced) {
            return false;
        }
        let mut words: Vec<&str> =
            quote.all().filter(|index| !is_named(quote, *index)).map(|index| quote.word(index)).collect();
        words.sort_unstable();
        words.dedup();
        let (strange_letters, least) =
            if self.is_another { (0, MIN_EVIDENCE + 1) } else { (self.strange_words(quote), MIN_EVIDENCE) };
        let of: Vec<(&str, Languages)> =
            words.iter().filter_map(|word| small().words.get(*word).map(|languages| (*word, *languages))).collect();
        let own = |others: Languages| {
            of.iter().filter(|(_, languages)| languages & self.languages != 0 && languages & others == 0).count()
        };
        let all_own = own(0);
        SMALL.iter().any(|&(candidate, _)| {
            let counted = |(word, languages): &&(&str, Languages)| {
                languages & candidate.bit() != 0 && languages & self.languages == 0 && !self.seen.contains(word)
            };
            let strange_words = of.iter().filter(counted).count();
            let evidence = strange_words + strange_letters;
            // A word that both languages have says nothing for either, unless letters alone tell.
            let own = if strange_words > 0 { own(candidate.bit()) } else { all_own };
            // One word of a page is a name or a loan.
            let seen = self.count(candidate, language.bit()).saturating_sub(1);
            let strange = seen * RARE < self.count(language, candidate.bit());
            let long = quote.words.len() >= MIN_QUOTE_WORDS || all_own == 0;
            evidence >= least && own * OWN <= evidence && strange && long
        })
    }

    /// Words without a capital that have letters which the page has not, nor its language.
    fn strange_words(&self, quote: &Folded<'_>) -> usize {
        let strange = |c: char| {
            c.is_alphabetic() && !c.is_ascii() && !self.seen_letters.contains(&c) && !is_written_in(c, self.languages)
        };
        let mut words: Vec<&str> = quote.all().map(|index| quote.written(index..index + 1)).collect();
        words.sort_unstable();
        words.dedup();
        words.into_iter().filter(|word| word.starts_with(char::is_lowercase) && word.contains(strange)).count()
    }
}

/// Whether a folded word is in one of the lists of the languages of the page, or of English where they are not known.
pub(crate) fn is_of(lists: &[(Language, &str)], page: &Folded<'_>, word: &str) -> bool {
    let wanted = if are_told(page.languages) { page.languages } else { Language::English.bit() | page.languages };
    let has = |words: &str| words.split_ascii_whitespace().any(|own| own == word);
    lists.iter().any(|(language, words)| wanted & language.bit() != 0 && has(words))
}

/// The same, where it is not known which languages a page is in, of words with other letters than English in any.
pub(crate) fn is_of_letters(lists: &[(Language, &str)], page: &Folded<'_>, word: &str) -> bool {
    is_of(lists, page, word) || !word.is_ascii() && languages_of(lists, page, word) != 0
}

/// The languages of the page in whose list a folded word is, of all where it is not known which those are.
pub(crate) fn languages_of(lists: &[(Language, &str)], page: &Folded<'_>, word: &str) -> Languages {
    let wanted = if are_told(page.languages) { page.languages } else { Languages::MAX };
    let has = |words: &str| words.split_ascii_whitespace().any(|own| own == word);
    lists.iter().filter(|(_, words)| has(words)).fold(0, |all, (language, _)| all | language.bit()) & wanted
}
