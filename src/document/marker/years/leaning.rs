//! Marks that lean on one before them, in a text that cites by name and year: `(ibid., p. 7)`, a page alone behind a
//! quotation, `“…” (p. 7)`, and a year behind one whose author the sentence names, `Doe says “…” (2019, p. 3)`. What could be
//! meant of two works, or of one that no list has, is a mark that leads nowhere.

use std::ops::Range;

use super::works::Works;
use super::{AND, CLOSING, LONGEST, OPENING};
use crate::date::month_named;
use crate::document::draft::Draft;
use crate::document::marker::notes::{Among, Found};
use crate::document::saying;
use crate::document::{BlockKind, Quoted, Shape};
use crate::span::floor_char_boundary;

/// Bytes of the sentence before a mark in which its author is named.
const SENTENCE: usize = 600;
/// Bytes between the closing mark of a quotation and a bracket.
const GAP: usize = 16;
/// Words of the longest name.
const NAME_WORDS: usize = 4;
/// What stands for the work that was cited last, in small letters.
const AGAIN: &[&str] = &[
    "ibidem",
    "ibid",
    "ib.",
    "ebenda",
    "ebd",
    "loc. cit",
    "там же",
    "там само",
    "пак там",
    "同書",
    "同上书",
    "위의 책",
    "aynı yerde",
    "a.g.e.",
    "tamże",
    "tamtéž",
    "samma ställe",
    "同上",
    "同前",
];
/// What stands before the number of a page, or of another part.
const PAGES: &[&str] = &[
    "pp.", "p.", "pág.", "págs.", "pag.", "paras.", "para.", "pars.", "par.", "chap.", "ch.", "sect.", "sec.", "lines",
    "line", "S.", "s.", "Abs.", "Rn.", "¶¶", "¶", "§§", "§", "с.", "стр.", "str.", "σ.", "σσ.",
];

/// What a bracket holds.
enum Leaning<'t> {
    /// The work that was cited last.
    Again,
    /// A page, of a work that is told elsewhere.
    Page,
    /// A year, of an author who is named before.
    Year(&'t str),
}

/// The work of a mark; none if it leads nowhere.
type Meant<'a> = Option<&'a str>;

/// A mark that was read before.
struct Mark<'a> {
    range: Range<usize>,
    meant: Meant<'a>,
}

/// Every such mark of the prose outside of quotations; `found` are those of a name and a year.
pub(super) fn find(draft: &Draft<'_>, quoted: &[Quoted], works: &Works<'_>, found: &[Found]) -> Vec<Found> {
    let prose = draft.prose.text();
    let mut marks: Vec<&Found> = found.iter().collect();
    marks.sort_by_key(|mark| mark.range.start);
    let mut links: Vec<Range<usize>> = draft.link_ranges().collect();
    links.sort_by_key(|link| link.start);
    let mut leaning = Vec::new();
    let mut last: Meant<'_> = None;
    for block in &draft.blocks {
        if !matches!(block.kind, BlockKind::Paragraph | BlockKind::Item | BlockKind::Cell) {
            last = last.filter(|_| block.kind == BlockKind::Caption);
            continue;
        }
        let text = &prose[block.range()];
        let mut paragraph = Paragraph {
            text,
            start: block.range().start,
            quoted,
            works,
            ahead: within(&marks, &block.range(), |mark| mark.range.start),
            links: within(&links, &block.range(), |link| link.start),
            marks: Vec::new(),
            mixed: false,
            last,
        };
        for (at, mark) in text.match_indices(OPENING) {
            let Some((range, meant)) = paragraph.leaning(at, at + mark.len()) else { continue };
            let labels: Vec<String> = meant.iter().map(|label| (*label).to_owned()).collect();
            let shape = if labels.is_empty() { Shape::Wanting } else { Shape::Named };
            let span = draft.prose.span(&range);
            paragraph.push(Mark { range: range.clone(), meant });
            leaning.push(Found { labels, among: Among::Lists, shape, range, span });
        }
        paragraph.pass(block.range().end);
        last = paragraph.last;
    }
    leaning
}

/// What of a sorted list begins within a range.
fn within<'l, T>(list: &'l [T], range: &Range<usize>, start: impl Fn(&T) -> usize) -> &'l [T] {
    let from = list.partition_point(|one| start(one) < range.start);
    let end = list.partition_point(|one| start(one) < range.end);
    &list[from..end.max(from)]
}

/// What a bracket holds, if it leans on what stands before.
fn read(inside: &str) -> Option<Leaning<'_>> {
    let inside = inside.trim();
    let lower = inside.to_lowercase();
    let again = |word: &&&str| lower.starts_with(**word) && !lower[word.len()..].starts_with(char::is_alphanumeric);
    if let Some(word) = AGAIN.iter().find(again) {
        let rest = lower[word.len()..].trim_start_matches(['.', ',', ':', ' ', '，', '：', '、']);
        return (rest.is_empty() || is_page(rest) || is_numbers(rest)).then_some(Leaning::Again);
    }
    if is_page(inside) {
        return Some(Leaning::Page);
    }
    let (at, year) = super::years(inside).next().filter(|(at, _)| *at == 0)?;
    let rest = inside[at + year.len()..].trim_start_matches([',', ':', ' ', '，', '：', '、', '年']);
    (rest.is_empty() || is_page(rest) || is_numbers(rest)).then_some(Leaning::Year(year))
}

/// `p. 7`, `pp. 3–4`, `S. 7 f.`, `第3页`, `頁3`.
fn is_page(text: &str) -> bool {
    let unspaced = |text: &str| {
        let text = text.strip_prefix('第').unwrap_or(text);
        let marks = ["页", "頁", "ページ", "쪽"];
        marks
            .iter()
            .find_map(|mark| text.strip_suffix(mark).or_else(|| text.strip_prefix(mark)))
            .is_some_and(is_numbers)
    };
    let spaced = || {
        let rest = PAGES.iter().find_map(|word| text.strip_prefix(word))?;
        Some(is_numbers(rest.trim_start()))
    };
    unspaced(text) || spaced().unwrap_or(false)
}

/// Numbers of pages and what stands between them.
fn is_numbers(text: &str) -> bool {
    let words = text.split(|c: char| c.is_whitespace() || "-–—,".contains(c)).filter(|word| !word.is_empty());
    let number = |word: &str| {
        let word = word.trim_end_matches(['f', '.']);
        word.is_empty() || word.chars().all(|c| c.is_ascii_digit()) || word.chars().all(|c| "ivxlc".contains(c))
    };
    text.len() <= 24
        && text.starts_with(|c: char| c.is_ascii_digit() || "ivxlc".contains(c))
        && words.clone().all(number)
}

/// A paragraph, and the marks of it that were read.
struct Paragraph<'p, 'a> {
    text: &'p str,
    /// Where it begins in the prose.
    start: usize,
    quoted: &'p [Quoted],
    works: &'p Works<'a>,
    /// Marks of a name and a year, and links, that were not come to yet.
    ahead: &'p [&'a Found],
    links: &'p [Range<usize>],
    /// Those that were.
    marks: Vec<Mark<'a>>,
    /// Whether they are of several works.
    mixed: bool,
    /// What was cited last, here or in a paragraph before.
    last: Meant<'a>,
}

impl<'a> Paragraph<'_, 'a> {
    fn push(&mut self, mark: Mark<'a>) {
        self.mixed |= self.marks.last().is_some_and(|last| last.meant != mark.meant);
        self.last = mark.meant;
        self.marks.push(mark);
    }

    /// Comes to all marks and links that begin up to a place of the prose.
    fn pass(&mut self, until: usize) {
        while let Some((mark, rest)) = self.ahead.split_first().filter(|(mark, _)| mark.range.start <= until) {
            self.ahead = rest;
            let between = self.marks.last().and_then(|last| {
                self.text.get(last.range.end.checked_sub(self.start)?..mark.range.start.checked_sub(self.start)?)
            });
            let joint = between.is_some_and(|gap| gap.starts_with([';', '；']) && !gap.contains(CLOSING));
            let meant = if let ([label], false) = (&mark.labels[..], joint) { Some(label.as_str()) } else { None };
            self.push(Mark { range: mark.range.clone(), meant });
        }
        while let Some((link, rest)) = self.links.split_first().filter(|(link, _)| link.start < until) {
            self.links = rest;
            // A mark can be a link itself.
            let before = self.marks.last().is_none_or(|mark| mark.range.end <= link.start);
            self.last = self.last.filter(|_| !before);
        }
    }

    /// The mark in the bracket that opens at the byte `at` of the paragraph, and what it means.
    fn leaning(&mut self, at: usize, open: usize) -> Option<(Range<usize>, Meant<'a>)> {
        let text = self.text;
        self.pass(self.start + open);
        let near = &text[open..floor_char_boundary(text, open + LONGEST)];
        let inside = &near[..near.find(CLOSING)?];
        let range = self.start + open..self.start + open + inside.len();
        let taken = self.ahead.first().is_some_and(|mark| mark.range.start < range.end)
            || self.marks.last().is_some_and(|mark| mark.range.end > self.start + at);
        if taken || self.is_quoted(range.start) {
            return None;
        }
        let behind = self.is_behind_quotation(at);
        let Some(kind) = read(inside) else {
            // A work that is cited otherwise, `(Roe, in press)`.
            self.last = self.last.filter(|_| !(behind && inside.starts_with(char::is_uppercase)));
            return None;
        };
        let meant = match kind {
            Leaning::Again => Some(self.last),
            Leaning::Page if behind => self.of_page(at),
            Leaning::Year(year) if behind => self.of_year(at, year),
            Leaning::Page | Leaning::Year(_) => None,
        };
        meant.map(|meant| (range, meant))
    }

    /// The range of the prose between the marks of the quotation that begins last before `at`.
    fn quotation(&self, at: usize) -> Option<Range<usize>> {
        let next = self.quoted.partition_point(|own| own.parts[0].start() <= at);
        self.quoted[..next].last().and_then(|own| own.parts.last()).map(|part| part.range())
    }

    fn is_quoted(&self, at: usize) -> bool {
        let next = self.quoted.partition_point(|own| own.parts[0].start() <= at);
        next > 0 && self.quoted[next - 1].parts.iter().any(|part| part.contains(at))
    }

    /// Whether nothing but a closing mark stands between the last quotation and the byte `at` of the paragraph.
    fn is_behind_quotation(&self, at: usize) -> bool {
        let gap = self.quotation(self.start + at).and_then(|quotation| {
            let from = quotation.end.checked_sub(self.start)?;
            self.text.get(from..at)
        });
        gap.filter(|gap| gap.len() <= GAP).is_some_and(|gap| {
            gap.chars().filter(|c| !c.is_whitespace()).count() <= 2 && !gap.contains(char::is_alphanumeric)
        })
    }

    /// The work of a page alone: of the last mark of its sentence, else of the author whom it names, else of the one that
    /// its paragraph speaks of. None where nothing tells of a work.
    fn of_page(&self, at: usize) -> Option<Meant<'a>> {
        let sentence = self.sentence(at);
        let told = self.marks.last().filter(|mark| mark.range.start >= self.start + sentence.start);
        let from = told.map_or(sentence.start, |mark| mark.range.end.saturating_sub(self.start).max(sentence.start));
        let bare = self.bare(from..at);
        let last = self.marks.last().and_then(|mark| mark.meant);
        match &self.authors(&bare)[..] {
            [] if told.is_some() && self.are_joint(sentence.start) => Some(None),
            [] if told.is_none() && (self.names_another(&bare, at) || self.speaks_of_another(&bare)) => Some(None),
            [] if told.is_some() || self.is_one_work() => self.marks.last().map(|mark| mark.meant),
            [] => self.marks.last().map(|_| None),
            [only] => Some(last.filter(|label| only.contains(label)).or(match only[..] {
                [work] => Some(work),
                _ => None,
            })),
            _ => Some(None),
        }
    }

    /// Whether the last two marks are of different works that say something together, `Doe (2019) and Roe (2020) agree`.
    fn are_joint(&self, sentence: usize) -> bool {
        let [.., first, second] = &self.marks[..] else { return false };
        let between = first.range.end.max(self.start + sentence)..second.range.start;
        let gap = between.start.checked_sub(self.start).zip(between.end.checked_sub(self.start));
        let gap = gap.and_then(|(from, until)| self.text.get(from..until)).unwrap_or_default();
        first.meant != second.meant && first.range.start >= self.start + sentence && saying::joins(gap)
    }

    /// Whether all marks of the paragraph are of one work, or the last one stands behind a quotation itself.
    fn is_one_work(&self) -> bool {
        let Some(last) = self.marks.last() else { return false };
        let open = last.range.start.saturating_sub(self.start);
        let bracket = self.text.get(..open).map_or(0, |before| before.trim_end_matches(OPENING).len());
        !self.mixed || self.is_behind_quotation(bracket)
    }

    /// The work of a year whose author stands before it: behind the last mark of its sentence, else anywhere in it. None
    /// where no author of a list does.
    fn of_year(&self, at: usize, year: &str) -> Option<Meant<'a>> {
        let sentence = self.sentence(at);
        let behind = self.marks.last().map_or(0, |mark| mark.range.end.saturating_sub(self.start));
        [behind.max(sentence.start), sentence.start].into_iter().find_map(|from| {
            let bare = self.bare(from..at);
            match self.authors(&bare).len() {
                0 if from > sentence.start => self.names_another(&bare, at).then_some(None),
                1 if self.names_another(&bare, at) => Some(None),
                1 => Some(self.one_of(&bare, year)),
                // Of none it is the year of what somebody else has made, of several that of whoever speaks.
                _ if self.names_another(&bare, at) => Some(None),
                _ => Some(self.speaker(&bare).and_then(|name| self.works.one(name, year))),
            }
        })
    }

    /// The sentence that the byte `at` of the paragraph stands in, up to there.
    fn sentence(&self, at: usize) -> Range<usize> {
        let from = floor_char_boundary(self.text, at.saturating_sub(SENTENCE));
        let bare = self.bare(from..at);
        let mut ends = bare.rmatch_indices(['.', '!', '?', '。', '！', '？']);
        let start = ends.find_map(|(end, mark)| {
            let behind = bare[end + mark.len()..].trim_start_matches(['”', '"', '»', '“', '’', '」', '』']);
            let next = behind.trim_start();
            let begins = behind.len() > next.len() && !next.starts_with(char::is_lowercase);
            (!mark.is_ascii() || begins && is_end(&bare[..end])).then_some(end + mark.len())
        });
        from + start.unwrap_or(0)..at
    }

    /// A piece of the paragraph in which what stands in quotations and brackets is no word; as long as it is.
    fn bare(&self, range: Range<usize>) -> String {
        let mut bare = String::with_capacity(range.len());
        let mut depth = 0_usize;
        for (offset, c) in self.text[range.clone()].char_indices() {
            depth += usize::from(OPENING.contains(&c));
            let place = self.start + range.start + offset;
            let hidden = depth > 0 || self.is_quoted(place);
            depth = depth.saturating_sub(usize::from(CLOSING.contains(&c)));
            // The stop before a closing mark ends the sentence where a capital follows.
            let stops =
                depth == 0 && self.is_quoted(place) && !self.is_quoted(place + c.len_utf8()) && ".!?".contains(c);
            match (stops, hidden) {
                (true, _) => bare.push('.'),
                (_, true) => bare.extend(std::iter::repeat_n('x', c.len_utf8())),
                (_, false) => bare.push(c),
            }
        }
        bare
    }

    /// The works of each author of the lists who is named in a text.
    fn authors(&self, bare: &str) -> Vec<&[&'a str]> {
        let mut authors: Vec<&[&'a str]> = Vec::new();
        for own in names(bare).filter_map(|name| self.works.all_of(name)) {
            if !authors.contains(&own) {
                authors.push(own);
            }
        }
        authors
    }

    /// The one author of the lists who is told to say something, not together with another one.
    fn speaker<'b>(&self, bare: &'b str) -> Option<&'b str> {
        let words: Vec<&str> = bare.split_whitespace().collect();
        let is_initial = |word: &&&str| word.ends_with('.') && word.chars().count() == 2;
        let mut speakers = words.windows(2).enumerate().filter(|(at, pair)| {
            let before = words[..*at].iter().rev().find(|word| !is_initial(word));
            let verb = pair[1].starts_with(char::is_lowercase) && saying::says(pair[1]);
            verb && self.works.all_of(pair[0]).is_some() && !before.is_some_and(|word| AND.contains(word))
        });
        let (_, only) = speakers.next()?;
        speakers.next().is_none().then_some(only[0])
    }

    fn one_of(&self, bare: &str, year: &str) -> Meant<'a> {
        names(bare).find_map(|name| self.works.one(name, year))
    }

    /// Whether somebody whom no list has is told to say what is quoted: `Miller says`, `Miller’s “…”`.
    fn names_another(&self, bare: &str, at: usize) -> bool {
        let words: Vec<&str> = bare.split_whitespace().collect();
        let says = words
            .windows(2)
            .any(|pair| self.is_other(pair[0]) && saying::says(pair[1]) && pair[1].starts_with(char::is_lowercase));
        let from = words.windows(2).any(|pair| {
            matches!(pair[0], "to" | "To" | "by" | "laut" | "selon" | "según")
                && self.is_other(pair[1])
                && bare.contains("ccording")
        });
        let open = self.quotation(self.start + at).and_then(|quotation| quotation.start.checked_sub(self.start));
        let before = open.and_then(|open| self.text.get(..open)).unwrap_or_default();
        let before = before.trim_end_matches(|c: char| !c.is_alphanumeric());
        let owner = before.rsplit(char::is_whitespace).next().unwrap_or_default();
        says || from || is_genitive(owner) && self.is_other(owner)
    }

    /// Whether a sentence that names no author of the lists has a name within, and tells that somebody says something; or begins
    /// with one in the genitive. Who speaks then is not known.
    fn speaks_of_another(&self, bare: &str) -> bool {
        let mut words = bare.split_whitespace();
        let owner = words.next().is_some_and(|first| is_genitive(first) && self.is_other(first));
        let speaks = || saying::says(bare) || bare.contains(" put it") || bare.contains(" puts it");
        owner || words.any(|word| self.is_other(word)) && speaks()
    }

    /// Whether a word is a name that no list has, as far as its capital tells.
    fn is_other(&self, word: &str) -> bool {
        const NOBODY: &[&str] = &[
            "He", "She", "They", "It", "We", "I", "This", "That", "The", "Who", "Er", "Sie", "Es", "Il", "Elle",
            "Ella", "Él", "Ils", "Lui", "Lei", "Он", "Она", "Они", "In", "As", "And", "But", "A", "An", "Here",
            "There", "Also", "Later", "Then",
        ];
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        word.starts_with(char::is_uppercase) && !NOBODY.contains(&word) && self.works.all_of(word).is_none()
    }
}

fn is_genitive(word: &str) -> bool {
    word.ends_with("’s") || word.ends_with("'s")
}

/// Runs of words that a name can be.
fn names(bare: &str) -> impl Iterator<Item = &str> {
    let is_name = |c: char| c.is_alphanumeric() || "-’'.‐".contains(c);
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    for word in bare.split(|c: char| !is_name(c)) {
        words.push(at..at + word.len());
        at += word.len();
        at += bare[at..].chars().next().map_or(0, char::len_utf8);
    }
    words.retain(|word| !word.is_empty());
    let is_start = |at: usize| {
        let word = &bare[words[at].clone()];
        // `In May` names nobody.
        let month = month_named(&word.to_lowercase()).is_some();
        let speaks = || words.get(at + 1).is_some_and(|next| saying::says(&bare[next.clone()]));
        word.starts_with(char::is_uppercase) && (!month || speaks())
    };
    let starts: Vec<usize> = (0..words.len()).filter(|&at| is_start(at)).collect();
    starts.into_iter().flat_map(move |at| {
        let last = (at + NAME_WORDS).min(words.len());
        (at..last).rev().map(|end| &bare[words[at].start..words[end].end]).collect::<Vec<_>>()
    })
}

/// Whether a stop behind a text ends a sentence, and shortens no name.
fn is_end(text: &str) -> bool {
    let word = text.rsplit([' ', '.']).next().unwrap_or_default();
    word.chars().count() > 2 && !matches!(word, "al" | "Mrs" | "Prof" | "etc")
}
