//! Numbers in a text that is folded: the signs and separators that make another number of one, and raised digits.

use super::folder::Folder;
use crate::quote_match::languages::letters::{digit, is_dash, is_number_sign, is_relation, is_unit, raised, sign};

/// Digits of a number that is raised to a power (`10⁶`); a longer one is a year or a count with a note mark (`2019³`).
const BASE_DIGITS: usize = 2;

/// What raised digits are that are no power and no part of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Raised {
    /// Marks of notes, and no part of the text.
    Marks,
    /// Digits on the line, as who copies a page often gets them: `protobuf3` for `protobuf³`.
    Digits,
}

impl Folder<'_, '_> {
    /// `+`, `<` and their like count where a number follows; a `+` also after one, or after a name: `50+`, `C++`.
    pub fn number_sign(&mut self, at: usize, end: usize, c: char) -> usize {
        let rest = self.original[end..].trim_start();
        let before_number = rest.starts_with(is_digit) || self.is_bare_point(self.original.len() - rest.len());
        let after_name = c == '+' && self.before(at).is_some_and(|last| last.is_alphanumeric() || last == '+');
        if before_number || after_name {
            // The operator is set for the sign of the keyboard.
            let c = if c == '∼' { '~' } else { c };
            return self.sign(at, end, c.encode_utf8(&mut [0; 4]));
        }
        self.open = false;
        end
    }

    /// `<`, `>` and `=` between two terms, spaced alike on both sides, the end of a line being a space: `x < y`, `x<y`;
    /// not `->` or `<b`.
    pub fn is_comparison(&self, at: usize, end: usize, c: char) -> bool {
        if !matches!(c, '<' | '>' | '=') {
            return false;
        }
        let (before, after) = (&self.original[..at], &self.original[end..]);
        let (left, right) = (before.trim_end(), after.trim_start());
        let is_term = |c: char| c.is_alphanumeric() || matches!(c, '(' | ')');
        (left.len() < before.len()) == (right.len() < after.len())
            && left.ends_with(is_term)
            && right.starts_with(is_term)
    }

    /// Between two digits a separator makes the number (3.5 is not 35), unless it only groups thousands. `mark` is what
    /// stands at `at..end`, in Latin.
    pub fn separator(&mut self, at: usize, end: usize, mark: char) {
        let inner = self.open && self.before(at).is_some_and(is_digit) && self.after(end).is_some_and(is_digit);
        // In Chinese a comma of full width parts the items of a list.
        let parts = mark == ',' && !self.original[at..].starts_with(',') && !self.is_grouping(at, end);
        if !inner || parts {
            self.open = false;
        } else if !(mark == ',' && self.is_grouping(at, end) || mark == '.' && self.is_dot_grouping(at, end)) {
            self.text.push(mark);
        }
    }

    /// Whether a decimal point or comma without a digit before it stands at `at`: `.5 percent`, `$.50`, `p<.05`. A full stop
    /// that ends a word or an ellipsis is none.
    pub fn is_bare_point(&self, at: usize) -> bool {
        let (before, rest) = self.original.split_at(at);
        let mut behind = rest.chars();
        if !matches!(behind.next(), Some('.' | ',' | '٫')) || !behind.next().is_some_and(is_digit) {
            return false;
        }
        if ends_leader(before) {
            return false;
        }
        let mut before = before.chars().rev();
        let opens = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '['));
        match before.next() {
            Some('"' | '\'') => opens(before.next()),
            Some(c) => opens(Some(c)) || may_lead(c),
            None => true,
        }
    }

    /// `.5` is written `0.5` as well.
    pub fn bare_point(&mut self, at: usize, end: usize) -> usize {
        self.open = false;
        self.begin(at);
        self.text.push('0');
        self.text.push(if self.original[at..].starts_with(',') { ',' } else { '.' });
        self.extend(end);
        end
    }

    /// Whether the separator at `at..end` parts thousands: one to three digits, then groups of three.
    pub fn is_grouping(&self, at: usize, end: usize) -> bool {
        let mark = self.original[at..].chars().next();
        let digits: Vec<char> = self.original[..at].chars().rev().take(4).take_while(|c| is_digit(*c)).collect();
        let lead = self.original[..at].chars().rev().nth(digits.len());
        let opens = (1..=3).contains(&digits.len()) && digits.last().copied().and_then(digit) != Some('0');
        self.digits_after(end) == 3 && if lead == mark { digits.len() == 3 } else { opens }
    }

    /// How many digits follow byte `at`, four at most.
    fn digits_after(&self, at: usize) -> usize {
        self.original[at..].chars().take(4).take_while(|c| is_digit(*c)).count()
    }

    /// A single full stop is a decimal point (1.000); two and more in groups of three part thousands (1.000.000).
    fn is_dot_grouping(&self, at: usize, end: usize) -> bool {
        let mark = self.original[at..].chars().next();
        let rest = &self.original[end..];
        let group: usize = rest.chars().take(3).map(char::len_utf8).sum();
        let more = rest[group..].chars().next() == mark;
        let again = more && self.digits_after(end + group + mark.map_or(1, char::len_utf8)) == 3;
        let mut group = self.original[..at].chars().rev();
        let before = group.by_ref().take(3).filter(|c| is_digit(*c)).count() == 3 && group.next() == mark;
        self.is_grouping(at, end) && (again || before)
    }

    /// Raised digits are a power after a number, part of a unit after a short word or with a sign, and a note mark
    /// anywhere else.
    pub fn raised(&mut self, at: usize) -> usize {
        let run: String = self.original[at..].chars().map_while(raised).collect();
        let end = at + self.original[at..].chars().take(run.len()).map(char::len_utf8).sum::<usize>();
        if let Some(end) = self.fraction(at, end, &run) {
            return end;
        }
        let last = self.before(at).filter(|_| self.open);
        let word = self.words.last().map_or("", |word| &self.text[word.at as usize..]);
        let numbered = run.contains(|c: char| c.is_ascii_digit());
        let signed = run.contains(['-', '+']);
        let is_sum = self.is_sum_of_money();
        let is_base = signed || !is_sum && word.len() <= BASE_DIGITS && !matches!(word, "0" | "1");
        let power = numbered && is_base && last.is_some_and(|last| last.is_ascii_digit());
        if power && self.marks == Raised::Digits {
            self.open = false;
            self.on_the_line(at, run.trim_start_matches(['-', '+']));
        } else if power {
            self.has_marks = true;
            self.text.push('^');
            self.text.push_str(&run);
        } else if numbered
            && last.is_some_and(char::is_alphabetic)
            && (signed || is_unit(word) || is_length(word) && !is_sum)
        {
            // "s⁻¹" is also written "s-1".
            self.text.push_str(run.trim_start_matches(['-', '+']));
        } else if numbered && self.marks == Raised::Digits && !self.before(at).is_some_and(is_digit) {
            self.on_the_line(at, &run);
        } else {
            self.has_marks |= numbered;
            self.open &= numbered;
            return end;
        }
        self.extend(end);
        end
    }

    /// A power as a keyboard has it, `10^6`, is folded as a raised one.
    pub fn caret(&mut self, end: usize, c: char) -> Option<usize> {
        const LONGEST: usize = 3;
        let word = self.words.last().filter(|_| self.open && self.marks == Raised::Marks && c == '^')?;
        let (base, rest) = (&self.text[word.at as usize..], &self.original[end..]);
        let sign = rest.chars().next().filter(|c| matches!(c, '-' | '−' | '+'));
        let power: String = rest.chars().skip(usize::from(sign.is_some())).take_while(char::is_ascii_digit).collect();
        let end = end + sign.map_or(0, char::len_utf8) + power.len();
        let is_base = base.len() <= BASE_DIGITS && base.bytes().all(|byte| byte.is_ascii_digit());
        let ends = !self.after(end).is_some_and(char::is_alphanumeric);
        if !(is_base && ends && (1..=LONGEST).contains(&power.len())) || sign.is_none() && matches!(base, "0" | "1") {
            return None;
        }
        self.text.push('^');
        self.text.extend(sign.map(|sign| if sign == '+' { '+' } else { '-' }));
        self.text.push_str(&power);
        self.extend(end);
        Some(end)
    }

    /// Whether the last word is a number right behind the sign of a currency: no sum is raised to a power, and its `m` are millions.
    fn is_sum_of_money(&self) -> bool {
        let [.., sign, number] = &self.words[..] else { return false };
        let named = &self.text[sign.at as usize..number.at as usize];
        let gap = &self.original[sign.end as usize..number.start as usize];
        matches!(named, "$" | "€" | "£" | "¥" | "₹") && gap.trim().is_empty() && gap.chars().count() <= 1
    }

    /// The part of one that the raised `run` at `at..end` begins, `¹⁄4`, `¹/₂`: as `¼` is folded. With a stroke that is no
    /// fraction's, one that stands by itself.
    fn fraction(&mut self, at: usize, end: usize, run: &str) -> Option<usize> {
        const LONGEST: usize = 3;
        let rest = &self.original[end..];
        let alone = self.before(at).is_none_or(|c| c.is_whitespace() || c == '(');
        // `3¹/2`, three and a half; `2019¹/2` is a year with the mark of a note.
        let whole = self.before(at).is_some_and(is_digit)
            && self.open
            && self.words.last().is_some_and(|word| self.text.len() - word.at as usize <= LONGEST);
        let stroke = rest.chars().next().filter(|c| *c == '⁄' || (alone || whole) && matches!(c, '/' | '∕'))?;
        let rest = &rest[stroke.len_utf8()..];
        let below: Vec<(char, usize)> =
            rest.chars().map_while(|c| Some((digit(c).or(raised(c)).or(lowered(c))?, c.len_utf8()))).collect();
        let under: String = below.iter().map(|(digit, _)| digit).collect();
        let plain = |digits: &str| (1..=LONGEST).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        let less = || run.parse::<u16>().ok() < under.parse().ok() && under.len() < LONGEST;
        if !plain(run) || !plain(&under) || whole && stroke != '⁄' && !less() {
            return None;
        }
        self.open = false;
        self.begin(at);
        self.text.push_str(run);
        self.text.push('/');
        self.text.push_str(&under);
        self.open = true;
        let end = end + stroke.len_utf8() + below.iter().map(|(_, bytes)| bytes).sum::<usize>();
        self.extend(end);
        Some(end)
    }

    /// The raised `run` as digits; behind a comma after others (`¹,²`) as decimals are.
    fn on_the_line(&mut self, at: usize, run: &str) {
        let listed = self.before(at) == Some(',') && self.original[..at - 1].ends_with(|c| raised(c).is_some());
        if listed && self.words.last().is_some_and(|word| word.end as usize == at - 1) {
            self.text.push(',');
            self.open = true;
        }
        self.begin(at);
        self.text.push_str(run);
        self.open = true;
    }
}

/// Whether a word is a number with the side of an area or of a volume: the `300m` of `300m²`.
fn is_length(word: &str) -> bool {
    let unit = word.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    unit.len() < word.len() && matches!(unit, "cm" | "ft" | "km" | "m" | "mm" | "км" | "м" | "см")
}

/// The digit that stands lowered, `₄`.
fn lowered(c: char) -> Option<char> {
    matches!(c, '₀'..='₉').then(|| char::from_digit(u32::from(c) - u32::from('₀'), 10)).flatten()
}

/// Whether `text` ends in the dots that lead to the number of a page: `Harbours . . . .7`.
fn ends_leader(text: &str) -> bool {
    let dots = text.trim_end_matches([' ', '\u{a0}']);
    dots.len() < text.len() && dots.strip_suffix('.').is_some_and(|inner| inner.ends_with([' ', '\u{a0}', '.']))
}

/// Whether a number may begin right behind `c`, which is no letter, no digit and no mark that closes anything.
fn may_lead(c: char) -> bool {
    let opening = matches!(c, '{' | '“' | '‘' | '„' | '«' | '‹' | '/' | '*' | '^' | '~' | '≈' | '≤' | '≥');
    let money = sign(c).is_some() && !matches!(c, '%' | '％' | '﹪' | '‰' | '°' | '¢');
    opening || money || is_dash(c) || is_number_sign(c) || is_relation(c)
}

pub(super) fn is_digit(c: char) -> bool {
    digit(c).is_some()
}
