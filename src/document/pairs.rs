//! Finds what stands between quotation marks: straight, curly, angled, low, in the ways that languages mix them.
//!
//! A mark opens or closes by what stands on either side of it, so that apostrophes, inches and minutes are left alone.
//! Only the outermost pair counts. A mark that is never closed counts only where the next paragraph opens with it again.

use std::ops::Range;

use super::saying::holds;
use super::{Few, Quoted};

mod marks;
mod typed;
mod written_on;

use marks::{is_double, is_mark, pairs, resumes};

/// One mark that has not been closed yet.
#[derive(Debug)]
struct Open {
    mark: char,
    /// Behind the mark.
    inside: usize,
    /// Whether it opens a paragraph to continue the quotation of the one before.
    resumes: bool,
    /// Closed pairs within, which count only if this one is never closed.
    within: Vec<Quoted>,
}

/// What a mark does where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Turn {
    Opens,
    Closes,
    Nothing,
}

/// Pairs marks block by block.
#[derive(Debug, Default)]
pub(super) struct Pairing {
    found: Vec<Quoted>,
    /// A quotation that runs on, if the next block opens with the same mark.
    running: Option<Running>,
    /// Whether two characters can stand for a mark.
    typed: bool,
}

#[derive(Debug)]
struct Running {
    mark: char,
    parts: Vec<Range<usize>>,
    /// What the paragraphs hold if the quotation turns out never to end.
    within: Vec<Quoted>,
}

/// How far ahead a closing mark is looked for before a plural apostrophe is taken for one. Quotations in single marks
/// are sentences; longer ones come in double marks.
const PLURAL_REACH: usize = 300;

/// Words that a year stands behind: of time, seasons and months, in the languages that cut years short with an apostrophe.
const BEFORE_YEARS: &str = "\
    in since until till during early late mid spring summer autumn fall winter january february march april may june july \
    august september october november december jan feb mar apr jun jul aug sep sept oct nov dec seit bis anno sommer herbst \
    frühjahr frühling januar februar märz mai juni juli oktober dezember en dès depuis printemps été automne hiver janvier \
    février mars avril juin juillet août septembre octobre novembre décembre années nel dal anni estate autunno inverno primavera \
    gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre dicembre desde hasta años verano otoño \
    invierno enero febrero abril mayo junio julio septiembre octubre noviembre diciembre anos verão outono sinds jaren zomer \
    herfst lente mei augustus sedan siden sommaren sommeren hösten høsten våren vintern vinteren åren årene";

/// Marks that can be open at a time. Three are in real use; the rest bounds the work on text that is nothing but marks.
const DEPTH: usize = 16;

impl Pairing {
    /// One for a text in which no markup gives a meaning of its own to two apostrophes and their like.
    pub(super) fn typed() -> Self {
        Self { typed: true, ..Self::default() }
    }

    /// Reads the marks of one block of `prose`, outside the ranges of `masked` (sorted).
    pub(super) fn read(&mut self, prose: &str, block: Range<usize>, masked: &[Range<usize>]) {
        let mut reader = Reader { prose, block: block.clone(), open: Vec::new(), closed: Vec::new(), resumed: None };
        let mut at = block.start + self.resume(prose, &block, &mut reader);
        let mut next_mask = masked.partition_point(|mask| mask.end <= at);
        while let Some(c) = prose[at..block.end].chars().next() {
            if let Some(mask) = masked.get(next_mask).filter(|mask| mask.start <= at) {
                at = mask.end.clamp(at, block.end);
                next_mask += 1;
                continue;
            }
            let typed = if self.typed { typed::read(prose, &block, at) } else { None };
            let (mark, width) = typed.unwrap_or((c, c.len_utf8()));
            reader.mark(at, mark, width);
            at += width;
        }
        self.end_block(reader);
    }

    /// Everything found, in the order of the text.
    pub(super) fn finish(mut self) -> Vec<Quoted> {
        self.stop();
        self.found.sort_by_key(|quoted| quoted.parts[0].start());
        self.found
    }

    /// Takes the mark that continues a running quotation; gives the bytes that it covers.
    fn resume(&mut self, prose: &str, block: &Range<usize>, reader: &mut Reader<'_>) -> usize {
        let text = &prose[block.clone()];
        let lead = text.len() - text.trim_start().len();
        let first = text[lead..].chars().next();
        match &self.running {
            Some(running) if first.is_some_and(|mark| resumes(running.mark, mark)) => {
                let inside = lead + first.map_or(0, char::len_utf8);
                let inside_at = block.start + inside;
                reader.push(Open { mark: running.mark, inside: inside_at, resumes: true, within: Vec::new() });
                inside
            }
            Some(_) => {
                self.stop();
                0
            }
            None => 0,
        }
    }

    fn end_block(&mut self, reader: Reader<'_>) {
        let Reader { prose, block, open, mut closed, resumed } = reader;
        let mut open = open.into_iter();
        let outermost = open.next();
        let rest: Vec<Quoted> = open.flat_map(|inner| inner.within).collect();
        match (self.running.take(), resumed, outermost) {
            (Some(mut running), Some(last), outermost) => {
                running.parts.push(last);
                self.found.push(Quoted::of(running.parts));
                self.leave_open(prose, &block, outermost, rest);
            }
            (Some(mut running), None, Some(still)) if still.resumes => {
                running.parts.push(trimmed(prose, still.inside..block.end));
                running.within.extend(still.within.into_iter().chain(rest));
                self.running = Some(running);
            }
            (running, _, outermost) => {
                self.found.extend(running.into_iter().flat_map(|running| running.within));
                self.leave_open(prose, &block, outermost, rest);
            }
        }
        self.found.append(&mut closed);
    }

    fn leave_open(&mut self, prose: &str, block: &Range<usize>, outermost: Option<Open>, mut rest: Vec<Quoted>) {
        let Some(open) = outermost else { return };
        rest.splice(0..0, open.within);
        let part = trimmed(prose, open.inside..block.end);
        if is_double(open.mark) && !part.is_empty() {
            self.running = Some(Running { mark: open.mark, parts: vec![part], within: rest });
        } else {
            self.found.append(&mut rest);
        }
    }

    /// Nothing that has been opened goes on from here.
    pub(super) fn stop(&mut self) {
        if let Some(running) = self.running.take() {
            self.found.extend(running.within);
        }
    }
}

struct Reader<'a> {
    prose: &'a str,
    block: Range<usize>,
    open: Vec<Open>,
    closed: Vec<Quoted>,
    /// The last part of a quotation that began in an earlier block.
    resumed: Option<Range<usize>>,
}

impl Reader<'_> {
    fn push(&mut self, open: Open) {
        if self.open.len() == DEPTH {
            let outermost = self.open.remove(0);
            self.closed.extend(outermost.within);
        }
        self.open.push(open);
    }

    /// Reads the mark at `at`, which takes so many bytes.
    fn mark(&mut self, at: usize, c: char, width: usize) {
        if !is_mark(c) {
            return;
        }
        match self.turn(at, c, width) {
            Turn::Opens => {
                let inside = at + width;
                self.push(Open { mark: c, inside, resumes: false, within: Vec::new() });
            }
            Turn::Closes => self.close(at, c),
            Turn::Nothing => {}
        }
    }

    fn close(&mut self, at: usize, c: char) {
        // A straight mark is closed by a curly one where nothing better is open.
        let own = |open: &Open| pairs(open.mark, c) && !(open.mark == '"' && c == '”');
        let depth = self.open.iter().rposition(own).or_else(|| self.open.iter().rposition(|open| pairs(open.mark, c)));
        let Some(depth) = depth else { return };
        let mut dropped = self.open.split_off(depth);
        let open = dropped.remove(0);
        let lost = open.within.into_iter().chain(dropped.into_iter().flat_map(|inner| inner.within));
        let part = trimmed(self.prose, open.inside..at);
        if open.resumes {
            self.resumed = Some(part);
            return;
        }
        let found: Vec<Quoted> = if self.prose[part.clone()].contains(char::is_alphanumeric) {
            vec![Quoted { parts: Few::One(part.into()) }]
        } else {
            lost.collect()
        };
        match self.open.last_mut() {
            Some(outer) => outer.within.extend(found),
            None => self.closed.extend(found),
        }
    }

    fn turn(&self, at: usize, c: char, width: usize) -> Turn {
        let before = self.prose[self.block.start..at].chars().next_back();
        let rest = &self.prose[at + width..self.block.end];
        let after = rest.chars().next();
        let opens = opens_after(before) && after.is_some_and(|next| !next.is_whitespace());
        let closes = before.is_some_and(|last| !last.is_whitespace()) && self.is_open(c);
        match c {
            '“' | '”'
                if self.is_open(c)
                    && (c == '”' || !opens || is_behind_words(before, after) || self.is_before_the_end(at + width)) =>
            {
                Turn::Closes
            }
            '“' | '„' | '‟' | '「' | '『' | '〝' | '❝' | '❛' | typed::OPENING | typed::OPENING_ANGLE => {
                Turn::Opens
            }
            '”' if opens => Turn::Opens,
            // Programs turn one mark of a pair and leave the other: `"so it was”`.
            '”' if closes || self.ends_straight(before, after) => Turn::Closes,
            '«' | '»' | '‹' | '›' => self.angle(c, opens || self.spaced(before, after)),
            typed::CLOSING if self.is_open(c) => Turn::Closes,
            typed::CLOSING if opens => Turn::Opens,
            '"' | '״' if written_on::is_amid_hebrew(before, rest) => {
                let opens = !self.is_open(c) && written_on::opens(self.prose, &self.block, at, c);
                if opens { Turn::Opens } else { Turn::Nothing }
            }
            '"' | '＂' | '״' => {
                // `"'words'"`: the mark that a quotation within ends in is none of the words.
                let bare = self.prose[self.block.start..at].trim_end_matches(['\'', '’', '‘', '”', '“', '»', '«']);
                let before = bare.chars().next_back().filter(|c| c.is_alphanumeric()).or(before);
                let open = self.is_open(c);
                let opens = opens || !open && written_on::opens(self.prose, &self.block, at, c);
                straight(before, rest, opens, open)
            }
            '‘' if closes && !word_goes_on(before, after) => Turn::Closes,
            // Nor does an apostrophe stand behind their letters.
            '‘' if before.is_some_and(|c| c.is_alphanumeric() && !goes_on(c)) => Turn::Opens,
            '‘' | '\'' if opens && self.is_year(at, c) => Turn::Nothing,
            '‘' | '‚' => quote_or_apostrophe(self.prose, at + width, opens),
            '\'' if opens && !self.is_open(c) => quote_or_apostrophe(self.prose, at + 1, opens),
            '’' | '\'' if closes && !word_goes_on(before, after) && !self.is_plural(at, c) => Turn::Closes,
            '」' | '』' | '〞' | '〟' | '❞' | '❜' | typed::CLOSING_ANGLE => Turn::Closes,
            _ => Turn::Nothing,
        }
    }

    /// `«` and `»` open and close by the language: what is open decides, else the side that has the white space.
    fn angle(&self, c: char, opens: bool) -> Turn {
        if self.is_open(c) {
            Turn::Closes
        } else if opens || matches!(c, '«' | '‹') {
            Turn::Opens
        } else {
            Turn::Nothing
        }
    }

    fn spaced(&self, before: Option<char>, after: Option<char>) -> bool {
        self.open.is_empty() && before.is_none_or(char::is_whitespace) && after.is_some()
    }

    /// Whether nothing stands behind a mark but the end of what is quoted around it: `“„so:“…”`.
    fn is_before_the_end(&self, inside: usize) -> bool {
        let next = self.prose[inside..self.block.end].trim_start_matches('…').chars().next();
        next.is_some_and(|mark| match mark {
            '"' => self.open.iter().any(|open| open.mark == mark),
            '”' | '»' | '«' | '›' | '‹' | '’' => self.is_open(mark),
            _ => false,
        })
    }

    fn is_open(&self, closing: char) -> bool {
        self.open.iter().any(|open| pairs(open.mark, closing) && !(open.mark == '"' && closing == '”'))
    }

    /// Whether a curly mark stands where a quotation ends that a straight one began.
    fn ends_straight(&self, before: Option<char>, after: Option<char>) -> bool {
        let ends = before.is_some_and(|last| !last.is_whitespace()) && !after.is_some_and(char::is_alphabetic);
        ends && self.open.iter().any(|open| open.mark == '"')
    }

    /// Whether two digits behind the mark are a year without its century: where the next single mark opens again, or behind a word
    /// that years follow where none closes. `'14 people waited'` is a quotation, and so is what is told `in '14 words'`.
    fn is_year(&self, at: usize, c: char) -> bool {
        let rest = &self.prose[at + c.len_utf8()..self.block.end];
        let behind = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let digits = rest.len() - behind.len();
        if digits != 2 || behind.starts_with(|c: char| c.is_alphanumeric() || "'’:%".contains(c)) {
            return false;
        }
        let before = self.prose[self.block.start..at].trim_end_matches([' ', '\u{a0}', '\n', '.']);
        let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
        let mut last = ' ';
        let next = behind.char_indices().take_while(|&(ahead, _)| ahead < PLURAL_REACH).find_map(|(ahead, next)| {
            let rest = &behind[ahead + next.len_utf8()..];
            let follows = rest.chars().next();
            let before = std::mem::replace(&mut last, next);
            let opens = opens_after(Some(before)) && follows.is_some_and(char::is_alphabetic);
            // `the workers’ diary`
            let plural =
                before == 's' && rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_lowercase));
            let closes = !plural && !before.is_whitespace() && !follows.is_some_and(char::is_alphanumeric);
            (matches!(next, '\'' | '‘' | '’') && (opens || closes)).then_some(opens)
        });
        next == Some(true) || next.is_none() && holds(BEFORE_YEARS, &word)
    }

    /// Whether the mark ends a plural (`the workers’ rights’`): the words go on and a better closing mark follows.
    fn is_plural(&self, at: usize, c: char) -> bool {
        let rest = &self.prose[at + c.len_utf8()..self.block.end];
        let goes_on = rest.strip_prefix(' ').is_some_and(|next| next.starts_with(char::is_lowercase));
        if !self.prose[..at].ends_with('s') || !goes_on {
            return false;
        }
        let mut last = ' ';
        for (ahead, next) in rest.char_indices().take_while(|&(ahead, _)| ahead < PLURAL_REACH) {
            let follows = rest[ahead + next.len_utf8()..].chars().next();
            if next == c && !last.is_whitespace() && !follows.is_some_and(char::is_alphanumeric) {
                return true;
            }
            if opens_after(Some(last)) && matches!(next, '‘' | '\'') {
                return false;
            }
            last = next;
        }
        false
    }
}

/// Straight marks: the side that touches a word decides; where none does, or both do, one that is open is closed. What
/// stood beside the mark can be gone: a template, a note, a comment; and a link can follow it at once.
fn straight(before: Option<char>, rest: &str, opens: bool, open: bool) -> Turn {
    let word_after = rest.starts_with(char::is_alphabetic);
    let behind_word = before.is_some_and(|c| c.is_alphabetic() || ".,;!?…".contains(c));
    let tight = before.is_some_and(|last| !last.is_whitespace());
    if open && (is_end(rest) || behind_word || tight && is_noted(rest)) {
        return Turn::Closes;
    }
    let closes = open && tight;
    if opens && !is_end(rest) {
        Turn::Opens
    } else if closes && !(word_after && before.is_some_and(char::is_alphanumeric)) {
        Turn::Closes
    } else {
        Turn::Nothing
    }
}

/// Whether a full stop stands behind a mark, and the number of a note glued to it: `so:".1 More`.
fn is_noted(rest: &str) -> bool {
    let Some(note) = rest.strip_prefix('.') else { return false };
    let behind = note.trim_start_matches(|c: char| c.is_ascii_digit());
    behind.len() < note.len() && behind.chars().next().is_none_or(char::is_whitespace)
}

/// Whether what stands behind a mark lets nothing begin there.
fn is_end(rest: &str) -> bool {
    let mut next = rest.chars();
    match next.next() {
        // `"...and so on"`, `".org"`.
        Some('.') => !next.next().is_some_and(|c| c == '.' || c.is_alphanumeric()),
        Some(c) => c.is_whitespace() || ",;:!?)]}".contains(c),
        None => true,
    }
}

/// An opening single mark, unless the word behind it is one that loses its beginning (`’90s`, `’tis`).
fn quote_or_apostrophe(prose: &str, inside: usize, opens: bool) -> Turn {
    const CLIPPED: &[&str] = &["tis", "twas", "em", "til", "till", "cause", "n", "bout", "round", "cos"];
    let word: String = prose[inside..].chars().take(8).take_while(|c| c.is_alphanumeric()).collect();
    let decade = word.starts_with(|c: char| c.is_ascii_digit()) && word.ends_with('s');
    if !opens || decade || CLIPPED.contains(&word.to_lowercase().as_str()) { Turn::Nothing } else { Turn::Opens }
}

/// Whether a mark that follows `before` can open.
fn opens_after(before: Option<char>) -> bool {
    before.is_none_or(|c| c.is_whitespace() || "([{<—–-/=:¿¡>…*_|,;".contains(c) || is_mark(c) && c != '’')
}

/// Whether a mark that could open stands where one closes: `„so,“ sagt er`, `„und so …“.`
fn is_behind_words(before: Option<char>, after: Option<char>) -> bool {
    let ends = before.is_some_and(|c| matches!(c, ',' | ';'));
    let elided = before == Some('…') && !after.is_some_and(char::is_alphabetic);
    ends || elided || after.is_some_and(ends_clause)
}

/// Whether a character behind an apostrophe goes on with its word. In scripts without capitals that follow a mark at once, as
/// Korean sets its particles, it does not.
fn goes_on(c: char) -> bool {
    c.is_alphanumeric() && c < '\u{2e80}'
}

/// Whether a word goes on behind a mark that can be an apostrophe. A raised number there is the mark of a note, as one behind a
/// stop is: `to pay the toll.’2 He`.
fn word_goes_on(before: Option<char>, after: Option<char>) -> bool {
    let raised = after.is_some_and(|c| matches!(c, '¹' | '²' | '³' | '⁰'..='⁹'));
    let noted = after.is_some_and(|c| c.is_ascii_digit()) && before.is_some_and(|c| ".,!?…".contains(c));
    after.is_some_and(goes_on) && !raised && !noted
}

fn ends_clause(c: char) -> bool {
    matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']')
}

/// The range without the white space at its ends (French puts some inside its marks).
fn trimmed(prose: &str, range: Range<usize>) -> Range<usize> {
    let text = &prose[range.clone()];
    let start = range.start + (text.len() - text.trim_start().len());
    start..(start + text.trim().len()).max(start)
}

#[cfg(test)]
mod generated_tests;
#[cfg(test)]
mod tests;
