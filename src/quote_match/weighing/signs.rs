//! Signs that folding drops because they are mostly typography, where they are not: operators between operands, what is
//! written right at a word and makes another of it (`!ready`, `C#`, `.NET`), arrows, ticks and stars.

use std::ops::Range;

use crate::quote_match::Difference;
use crate::quote_match::folding::align::{Passage, Step, StepKind, neighbours};
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::languages::letters::{closes_sentence, is_apostrophe, is_dash, is_quotation_mark, is_unspaced};
use crate::span::floor_char_boundary;

/// What two gaps between the same words say.
#[derive(Debug, Default, PartialEq, Eq)]
struct Signs {
    /// Signs that say something wherever they stand.
    strong: Vec<String>,
    /// Signs that may be ornament: another in their place is a difference, none is not.
    weak: Vec<String>,
}

/// Letters of a name that a sign behind it makes another name of: `C#`, `A*`.
const NAME: usize = 1;

/// Bytes before a mark behind a number among which a quotation may have been opened.
const QUOTATION: usize = 400;

/// The steps beside which the two sides have other signs, each with what it can change.
pub(crate) fn other_signs(quote: &Passage<'_, '_>, page: &Passage<'_, '_>, steps: &[Step]) -> Vec<(Difference, Step)> {
    let mut found = Vec::new();
    let formula = [quote, page].into_iter().all(|side| side.folded.written(side.words.clone()).contains('='));
    for (before, behind) in neighbours(steps) {
        let (one, other) = (Gap::at(quote.folded, before.quote.end), Gap::at(page.folded, before.page.end));
        let (one, other) = (Gap { formula, ..one }, Gap { formula, ..other });
        let difference = one.differs(&other);
        found.extend(difference.into_iter().flat_map(|worst| [(worst, before.clone()), (worst, behind.clone())]));
    }
    found.extend(edges(quote, page, steps));
    found
}

/// `1e-5` on one side and `1e5` on the other: the minus of an exponent, which looks like a hyphen.
pub(crate) fn parts_exponent(side: &Folded<'_>, words: &Range<usize>) -> bool {
    let inner = words.start..words.end.saturating_sub(1);
    let is_base = |word: &str| {
        let digits = word.strip_suffix('e').unwrap_or_default();
        digits.starts_with(|c: char| c.is_ascii_digit())
            && digits.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ',')
    };
    inner.into_iter().any(|index| {
        is_base(side.word(index))
            && side.word(index + 1).bytes().all(|byte| byte.is_ascii_digit())
            && side.between(index).chars().all(is_dash)
    })
}

/// The same where the characters of the two sides are the same, beside which the page may have others.
pub(crate) fn cut_signs(quote: &Passage<'_, '_>, page: &Passage<'_, '_>) -> Vec<(Difference, Step)> {
    let (q, p) = (quote.words.clone(), page.words.clone());
    let ends = [(q.start, p.start), (q.end.saturating_sub(1), p.end.saturating_sub(1))];
    let same = ends.map(|(q, p)| Step { kind: StepKind::Same, quote: q..q + 1, page: p..p + 1 });
    if q.is_empty() || p.is_empty() { Vec::new() } else { edges(quote, page, &same) }
}

/// What cuts a name or a negation at the passage's own edges: `ready` where the page has `!ready`, `C` where it has `C#`.
fn edges(quote: &Passage<'_, '_>, page: &Passage<'_, '_>, steps: &[Step]) -> Vec<(Difference, Step)> {
    let same = |step: &&Step| step.kind == StepKind::Same;
    let mut found = Vec::new();
    if let Some(first) = steps.first().filter(same) {
        let (one, other) = (Gap::at(quote.folded, first.quote.start), Gap::at(page.folded, first.page.start));
        if one.negates() != other.negates() || both_differ(&one.pictures(), &other.pictures()) {
            found.push((Difference::Critical, first.clone()));
        }
    }
    if let Some(last) = steps.last().filter(same) {
        let (one, other) = (Gap::at(quote.folded, last.quote.end), Gap::at(page.folded, last.page.end));
        let cut = one.suffix() != other.suffix() || one.end() != other.end();
        if cut || both_differ(&one.pictures(), &other.pictures()) {
            found.push((Difference::Critical, last.clone()));
        }
    }
    found
}

fn both_differ(one: &str, other: &str) -> bool {
    !one.is_empty() && !other.is_empty() && one != other
}

/// What stands between two words, or beside one.
struct Gap<'t> {
    text: &'t str,
    /// All that stands before it.
    before: &'t str,
    /// The word before it, as it is written.
    left: &'t str,
    /// All that stands behind it.
    behind: &'t str,
    /// The first letter or digit behind it.
    right: Option<char>,
    /// It is one of an equation, where a dash is a minus.
    formula: bool,
}

impl<'t> Gap<'t> {
    /// Before word `index`, and behind the one before it.
    fn at(folded: &Folded<'t>, index: usize) -> Self {
        let word = index.checked_sub(1);
        let left = word.map_or("", |before| folded.written(before..index));
        let text = word.map_or_else(|| &folded.original[..folded.start_of(index)], |before| folded.between(before));
        let (before, behind) = folded.original.split_at(folded.start_of(index));
        Self {
            text,
            before: &before[..before.len() - text.len()],
            left,
            behind,
            right: behind.chars().next(),
            formula: false,
        }
    }

    /// How much a difference between the two can change.
    fn differs(&self, other: &Self) -> Option<Difference> {
        if self.text == other.text {
            return None;
        }
        let (one, two) = (self.signs(), other.signs());
        // A sign at the beginning of a line is a bullet.
        let bullet = one.strong.is_empty() != two.strong.is_empty()
            && [self, other].into_iter().any(|gap| gap.text.contains(['\n', '\t']));
        let point = self.begins_with_point() != other.begins_with_point() && !(self.closes() && other.closes());
        let critical = one.strong != two.strong && !bullet
            || !one.weak.is_empty() && !two.weak.is_empty() && one.weak != two.weak
            || self.suffix() != other.suffix()
            || self.primes_differ(other)
            || both_differ(&self.pictures(), &other.pictures())
            || point;
        let joints = (self.joint(), other.joint());
        let minor = matches!(joints, (Some(one), Some(two)) if one != two)
            || matches!(joints, (Some('@'), None) | (None, Some('@')));
        if critical { Some(Difference::Critical) } else { minor.then_some(Difference::Minor) }
    }

    /// The operators, in order.
    fn signs(&self) -> Signs {
        let mut signs = Signs::default();
        let mut rest = self.text;
        while let Some(c) = rest.chars().next() {
            let length = rest.find(|c| !is_operator(c)).unwrap_or(rest.len());
            if length == 0 {
                if is_arrow(c) || matches!(c, '÷' | '±' | '√') {
                    signs.strong.push(c.to_string());
                }
                rest = &rest[c.len_utf8()..];
                continue;
            }
            self.operator(&rest[..length], self.text.len() - rest.len(), &mut signs);
            rest = &rest[length..];
        }
        signs
    }

    /// One run of operators, at byte `at` of the gap.
    fn operator(&self, written: &str, at: usize, signs: &mut Signs) {
        let run: String = written.chars().map(plain).collect();
        let (before, behind) = (&self.text[..at], &self.text[at + written.len()..]);
        let spaced = before.ends_with(char::is_whitespace) && behind.starts_with(char::is_whitespace);
        // The second sign of `!=` is a word of its own.
        if behind.is_empty() && matches!(self.right, Some('=' | '<' | '>')) {
            signs.strong.push(run);
            return;
        }
        match run.as_str() {
            "+" | "=" | "==" | "===" | "||" => signs.strong.push(run),
            "!" if self.is_prefix(before, behind) || self.is_factorial(before) => signs.strong.push(run),
            "*" if spaced => signs.weak.push(run),
            "-" if spaced && self.formula => signs.weak.push(run),
            "*" | "-" | "/" | "·" if self.has_operands() => signs.weak.push(run),
            "/" if spaced => signs.weak.push("a stroke".to_owned()),
            "<" | ">" | "</" => signs.weak.push(run),
            "->" | "-->" => signs.strong.push("→".to_owned()),
            "<-" | "<--" => signs.strong.push("←".to_owned()),
            "<->" => signs.strong.push("↔".to_owned()),
            "=>" => signs.strong.push("⇒".to_owned()),
            _ if run.contains('=') && run.contains(['<', '>', '!', '+', '-', '*', '/', '|']) => signs.strong.push(run),
            _ => {}
        }
    }

    /// Whether both operands are a letter or a number: `a / b`, and not `News / Sports`.
    fn has_operands(&self) -> bool {
        let short = |word: &str| word.chars().count() == 1 || word.chars().all(|c| c.is_ascii_digit() || c == '.');
        short(self.left) && !self.left.is_empty() && self.right.is_some_and(char::is_alphanumeric)
    }

    /// Right before the next word, with nothing but space or a bracket before: `!ready`.
    fn is_prefix(&self, before: &str, behind: &str) -> bool {
        let opens = |c: char| c.is_whitespace() || matches!(c, '(' | '[' | '{' | '!' | '&' | '|' | '=');
        let free = before.chars().next_back().map_or(self.left.is_empty(), opens);
        free && behind.is_empty() && self.right.is_some_and(char::is_alphanumeric)
    }

    /// Right behind a letter, a number or its bracket, and no end of a sentence: `n!`, `(n - 1)!`.
    fn is_factorial(&self, before: &str) -> bool {
        let behind = self.text[before.len() + 1..].trim_start().chars().next().or(self.right);
        let interjection = matches!(self.left, "O" | "o" | "I" | "A" | "a");
        matches!(before, "" | ")")
            && self.is_short_name()
            && !interjection
            && behind.is_some_and(|c| c.is_lowercase() || c.is_ascii_digit() || matches!(c, '=' | '/' | '+' | ')'))
    }

    fn is_short_name(&self) -> bool {
        let word = self.left;
        let letter = word.chars().count() == NAME && !word.starts_with(is_unspaced);
        letter || !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// A `!` right before the word.
    fn negates(&self) -> bool {
        self.text.strip_suffix('!').is_some_and(|before| self.is_prefix(before, ""))
    }

    /// What makes another name of a name of one letter: `C#`, `A*`, `C♯`.
    fn suffix(&self) -> Option<char> {
        let first = self.text.chars().next().filter(|c| matches!(c, '#' | '*') || is_music(*c))?;
        let capital = self.left.chars().count() == NAME && self.left.starts_with(char::is_uppercase);
        capital.then_some(if first == '♯' { '#' } else { first })
    }

    /// What else makes another thing of the last word: the `+` of `C++` and `50+`, the `!` of `n!`, the prime of `f′`.
    fn end(&self) -> Option<char> {
        let letter = self.left.chars().count() == NAME && self.left.starts_with(char::is_alphabetic);
        match self.text.chars().next() {
            Some('!') if self.is_factorial("") => Some('!'),
            Some(prime @ ('′' | '″' | '‴')) if letter => Some(prime),
            None => self.right.filter(|right| *right == '+' && self.is_end_of_name()),
            _ => None,
        }
    }

    /// Whether the plus behind the word is a part of it, and none between two operands.
    fn is_end_of_name(&self) -> bool {
        let behind = self.behind.trim_start_matches('+').chars().next();
        !self.left.is_empty() && !behind.is_some_and(char::is_alphanumeric)
    }

    /// `.NET`: a full stop right before a word, that ends nothing.
    fn begins_with_point(&self) -> bool {
        let Some(before) = self.text.strip_suffix('.') else { return false };
        self.right.is_some_and(char::is_alphabetic)
            && (before.ends_with([' ', '\u{a0}', '(']) || before.is_empty() && self.left.is_empty())
            && !before.contains('.')
    }

    fn closes(&self) -> bool {
        self.text.contains(closes_sentence)
    }

    /// Other signs of feet and inches, minutes and seconds, or derivatives.
    fn primes_differ(&self, other: &Self) -> bool {
        let is_prime = |c: char| matches!(c, '′' | '″' | '‴');
        let told = self.text.starts_with(is_prime) || other.text.starts_with(is_prime);
        let typed = self.is_typed_prime() && other.is_typed_prime();
        self.is_short_name() && (told || typed) && primes(self.text) != primes(other.text)
    }

    /// Whether a mark of a keyboard right behind a number is a measure, and closes no quotation.
    fn is_typed_prime(&self) -> bool {
        let rest = self.text.trim_start_matches(['\'', '"', '’', '”']);
        let number = self.left.ends_with(|c: char| c.is_ascii_digit());
        number && rest.len() < self.text.len() && rest.starts_with([' ', '\u{a0}']) && !opens_quotation(self.before)
    }

    /// Stars, ticks, boxes and thumbs, in order.
    fn pictures(&self) -> String {
        self.text.chars().filter(|c| is_picture(*c)).collect()
    }

    /// What joins two words without a space: the `@` or the strokes of an address, the bracket of a call.
    fn joint(&self) -> Option<char> {
        let behind = self.right.is_some_and(char::is_alphanumeric);
        let tight = behind && !self.left.is_empty();
        match self.text {
            text if text.ends_with('@') && behind => Some('@'),
            "[" | "{" | "(" | "/" | "\\" if tight => self.text.chars().next(),
            ":/" | ":\\" if tight => self.text.chars().nth(1),
            _ => None,
        }
    }
}

/// How many strokes `text` begins with.
fn primes(text: &str) -> usize {
    let strokes = |c: char| match c {
        '″' | '"' | '”' | '“' => 2,
        '‴' => 3,
        _ if is_apostrophe(c) => 1,
        _ => 0,
    };
    text.chars().map(strokes).take_while(|strokes| *strokes > 0).sum()
}

/// Whether a quotation was opened shortly before the end of `text`.
fn opens_quotation(text: &str) -> bool {
    let text = &text[floor_char_boundary(text, text.len().saturating_sub(QUOTATION))..];
    let mut last = ' ';
    text.chars().any(|c| {
        let opens = is_quotation_mark(c) && (last.is_whitespace() || matches!(last, '(' | '['));
        last = c;
        opens
    })
}

/// Signs that stand between operands, dashes among them.
fn is_operator(c: char) -> bool {
    matches!(c, '+' | '=' | '<' | '>' | '!' | '*' | '/' | '|' | '∕' | '∗' | '·' | '⋅' | '∙') || is_dash(c)
}

fn plain(c: char) -> char {
    match c {
        '∕' => '/',
        '∗' => '*',
        '⋅' | '∙' => '·',
        _ if is_dash(c) => '-',
        c => c,
    }
}

/// Arrows that lead from one thing to another; those that point up or out stand beside links.
fn is_arrow(c: char) -> bool {
    matches!(c, '←' | '→' | '↔' | '⇐' | '⇒' | '⇔' | '↦' | '⟵' | '⟶' | '⟷' | '⟸' | '⟹' | '⟺' | '⇄' | '⇌')
}

/// Sharp, flat and natural.
fn is_music(c: char) -> bool {
    matches!(c, '♭' | '♮' | '♯')
}

/// Pictures that say yes or no, or how much.
fn is_picture(c: char) -> bool {
    matches!(
        c,
        '★' | '☆'
            | '✓'
            | '✔'
            | '✗'
            | '✘'
            | '✕'
            | '✖'
            | '☐'
            | '☑'
            | '☒'
            | '✅'
            | '❌'
            | '❎'
            | '♀'
            | '♂'
            | '▲'
            | '▼'
            | '↑'
            | '↓'
            | '⭐'
            | '👍'
            | '👎'
    )
}
