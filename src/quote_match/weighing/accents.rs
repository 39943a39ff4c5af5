//! Accents and apostrophes of two words with the same letters: which of them make another word, and which are habits of
//! writing.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::decompose_compatible;

use crate::quote_match::folding::fold::meant;
use crate::quote_match::languages::language::{Language, Languages, are_told};
use crate::quote_match::languages::letters::{is_accent, is_quotation_mark, is_vowel_point, stroked, vanishes};

/// What is left out by habit where it stands on an alef: hamza above and below, madda.
const ON_ALEF: [char; 3] = ['\u{654}', '\u{655}', '\u{653}'];

/// What Russian leaves out on its ё.
const DOTS: char = '\u{308}';

/// Under the letters of Romanian, in the encodings before Unicode had the other.
const CEDILLA: char = '\u{327}';
const COMMA_BELOW: char = '\u{326}';

/// The accents of a word, each with the number of letters before it.
#[derive(Debug, Default)]
struct Accents {
    found: Vec<(usize, char)>,
    /// Letters that may have lost or won a dot with their case: `I` is the capital of `ı` in Turkish, `İ` that of `i`.
    dotless: Vec<usize>,
    dotted: Vec<usize>,
    /// Where an alef stands.
    alefs: Vec<usize>,
    /// Where a Russian е stands, which may be a ё without its dots.
    dotless_e: Vec<usize>,
    /// How many letters there are.
    letters: usize,
    /// Whether it begins with a capital.
    capital: bool,
}

/// Whether two words of the same letters have the same accents, but for those that writers leave out as they like: on
/// capitals, on the first capital of a French word (`Etat`), which way an Italian one leans, the dots of a Turkish `i` with its case and of a Russian ё, hamza
/// and madda on an alef.
pub(crate) fn same_accents(one: &str, other: &str, languages: Languages) -> bool {
    let (a, b) = (Accents::of(one), Accents::of(other));
    if a.found == b.found {
        return true;
    }
    // Greek capitals have no accents, and the dots that keep two vowels apart: `ΜΑΪΟΥ` for `Μαΐου`.
    let plain = |word: &str, accents: &Accents| {
        let greek = word.contains(|c| matches!(c, '\u{370}'..='\u{3ff}'));
        accents.found.iter().all(|(_, mark)| greek && *mark == DOTS)
    };
    let bare = |word: &str, accents: &Accents| plain(word, accents) && is_in_capitals(word);
    let (a, b) = if languages & Language::French.bit() != 0 && a.capital && b.capital {
        (a.behind_first_letter(), b.behind_first_letter())
    } else {
        (a, b)
    };
    let italian = languages & Language::Italian.bit() != 0;
    let (a, b) = if italian { (a.without_slant(), b.without_slant()) } else { (a, b) };
    bare(one, &a) || bare(other, &b) || a.without_habits(&b) == b.without_habits(&a)
}

/// German verbs, folded, of which an umlaut makes what would be of what was or is: `wurde` and `würde`.
const SUPPOSED: &str = "brachte brachten dachte dachten durfte durften hatte hatten hattest kame kamen konnte konnten mochte mochten \
    musste mussten wusste wussten ware waren wart wurde wurden wurdest gabe gaben ginge lage lagen sahen taten fanden \
    standen trafen sprachen nahmen lasen";

/// Whether two words are a German verb that only one side says to be supposed.
pub(crate) fn is_supposed_by_umlaut(one: &str, other: &str, languages: Languages) -> bool {
    const UMLAUTS: [(char, char); 3] = [('ä', 'a'), ('ö', 'o'), ('ü', 'u')];
    let plain = |word: &str| -> String {
        let bare = |c: char| UMLAUTS.iter().find(|(umlaut, _)| *umlaut == c).map_or(c, |(_, bare)| *bare);
        word.to_lowercase().nfc().map(bare).collect::<String>().replace('ß', "ss")
    };
    let umlauts = |word: &str| word.to_lowercase().nfc().filter(|c| matches!(c, 'ä' | 'ö' | 'ü')).count();
    (!are_told(languages) || languages & Language::German.bit() != 0)
        && umlauts(one) != umlauts(other)
        && plain(one) == plain(other)
        && SUPPOSED.split_ascii_whitespace().any(|verb| verb == plain(one))
}

/// Apostrophes between letters, or quotation marks that stand for them; in `1980's` it is a habit of typesetting. Korean has none,
/// and writes on behind the marks of what is said: `“짓겠다”고`.
pub(crate) fn apostrophes(written: &str) -> usize {
    let mut last = None;
    let letter = |c: char| c.is_alphabetic() && !matches!(c, '\u{ac00}'..='\u{d7a3}');
    let between = |(last, c): (Option<char>, char)| is_quotation_mark(c) && last.is_some_and(letter);
    let seen = written.chars().filter(|c| !vanishes(*c) && !is_accent(*c));
    seen.map(|c| (last.replace(c), c)).filter(|pair| between(*pair)).count()
}

/// Where the letters of a word are capitals.
pub(crate) fn capitals(written: &str) -> Vec<bool> {
    let mut found = Vec::new();
    for c in meant(written).chars() {
        decompose_compatible(c, |part| {
            if part.is_lowercase() || part.is_uppercase() {
                found.push(part.is_uppercase());
            }
        });
    }
    found
}

fn is_in_capitals(word: &str) -> bool {
    let capitals = capitals(word);
    capitals.len() > 1 && capitals.into_iter().all(|capital| capital)
}

impl Accents {
    fn of(written: &str) -> Self {
        let capital = written.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase);
        let (mut accents, mut letters) = (Self { capital, ..Self::default() }, 0);
        // An acute that stands for an apostrophe is no accent.
        for c in written.chars().filter(|c| !is_quotation_mark(*c)) {
            match c {
                'I' => accents.dotless.push(letters),
                'İ' => accents.dotted.push(letters + 1),
                'ا' | 'أ' | 'إ' | 'آ' => accents.alefs.push(letters + 1),
                'е' | 'Е' | 'ё' | 'Ё' => accents.dotless_e.push(letters + 1),
                _ => {}
            }
            for lower in c.to_lowercase() {
                decompose_compatible(lower, |part| accents.add(part, &mut letters));
            }
        }
        accents.letters = letters;
        accents
    }

    fn add(&mut self, part: char, letters: &mut usize) {
        if is_vowel_point(part) {
            return;
        }
        if is_accent(part) {
            // Romanian ş and ș are one letter in two encodings.
            self.found.push((*letters, if part == CEDILLA { COMMA_BELOW } else { part }));
        } else if part.is_alphanumeric() {
            self.found.extend(stroked(part).map(|_| (*letters, part)));
            *letters += 1;
        }
    }

    /// Without those of the first letter.
    fn behind_first_letter(mut self) -> Self {
        self.found.retain(|(at, _)| *at != 1);
        self
    }

    /// With one accent for both that Italian sets on the last letter of a word, by the taste of the printer: `cosí` and `così`,
    /// `perchè` and `perché`.
    fn without_slant(mut self) -> Self {
        const ACUTE: char = '\u{301}';
        const GRAVE: char = '\u{300}';
        let last = self.letters;
        for (at, mark) in &mut self.found {
            if *mark == ACUTE && *at == last {
                *mark = GRAVE;
            }
        }
        self
    }

    /// Those that `other` lacks by more than a habit.
    fn without_habits(&self, other: &Self) -> Vec<(usize, char)> {
        let marked = |at: usize| other.found.iter().any(|(place, mark)| *place == at && ON_ALEF.contains(mark));
        let by_habit = |&(at, mark): &(usize, char)| {
            mark == 'ı' && other.dotless.contains(&at)
                || mark == '\u{307}' && self.dotted.contains(&at)
                || mark == DOTS && self.dotless_e.contains(&at)
                || ON_ALEF.contains(&mark) && self.alefs.contains(&at) && !marked(at)
        };
        self.found.iter().copied().filter(|accent| !by_habit(accent)).collect()
    }
}
