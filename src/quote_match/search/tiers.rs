//! The search, tier by tier: exact, between the writer's marks, item by item, by likeness.

use std::cell::Cell;
use std::cmp::Reverse;
use std::ops::Range;

use super::copied::{with_copied_marks, without_marks};
use super::fuzzy::Closeness;
use super::numbered::Unnumbered;
use super::particles::with_particle;
use super::turned_start::{with_inversion, with_quantifier, with_turned_start};
use super::{fuzzy, parts, unnoted};
use crate::citation::QuoteKind;
use crate::page::{PAGE_BREAK, TextName};
use crate::quote_match::exact::{End, occurrences, with_whole_numbers};
use crate::quote_match::folding::align::{Passage, Step, StepKind, same_letters};
use crate::quote_match::folding::fold::{Folded, Spaces};
use crate::quote_match::folding::marks::{Brackets, Gap, Marked, References, Unmarked, has_reference, marks_in};
use crate::quote_match::languages::letters::raised;
use crate::quote_match::marked::edited::{best_chain, cut_off, pieces};
use crate::quote_match::marked::replaced::{at_the_end, with_other_content};
use crate::quote_match::marked::{brackets, elided};
use crate::quote_match::weighing::amounts::has_amount;
use crate::quote_match::weighing::edits::diff;
use crate::quote_match::weighing::likeness::{Likeness, compare};
use crate::quote_match::weighing::notes;
use crate::quote_match::weighing::notes::{Behind, Mark};
use crate::quote_match::{Change, ChangeOp, Difference, FoldedPage, FoldedText, Hit, MatchClass, QuoteMatch, fragment};
use crate::span::{Span, floor_char_boundary};

/// Characters of context on each side of a passage, as the reports show it.
const CONTEXT: usize = 80;

/// Occurrences that are compared character by character; the first of them that is verbatim ends the search.
pub(crate) const MAX_COMPARED: usize = 2_000;

/// Bytes around a passage in which an ellipsis of the page belongs to it.
const MARK_REACH: usize = 8;

/// A passage in one of the texts.
pub(crate) struct Found<'p> {
    text: &'p FoldedText<'p>,
    class: MatchClass,
    similarity: f64,
    words: Range<usize>,
    span: Span,
    occurrences: usize,
    diff: Vec<Change>,
    /// What its ellipses pass over that a reader should know.
    to_mind: Option<Range<usize>>,
}

/// The quote as it stands, and without its writer's marks where it has any.
struct Wanted<'q> {
    quote: &'q str,
    kind: QuoteKind,
    plain: Unmarked<'q>,
    marked: Vec<Unmarked<'q>>,
    /// Without the numbers of the list that it quotes.
    unnumbered: Option<(&'q Unnumbered, Unmarked<'q>)>,
    /// A text had brackets of its own where the quote has some: no other text is asked for the words without them.
    bracketed: Cell<bool>,
}

/// The best passage for `quote` on `page`.
pub(crate) fn find(page: &FoldedPage<'_>, quote: &str, kind: QuoteKind) -> QuoteMatch {
    let best = with_readings(page, quote, kind, |wanted| {
        let quoted = as_quoted_on(page, wanted);
        if quoted.as_ref().is_some_and(|found| found.class.is_sound()) {
            return quoted;
        }
        without_copied_notes(page, quote, kind).or(quoted).or_else(|| closest_on(page, wanted))
    });
    best.map_or_else(
        || QuoteMatch {
            class: MatchClass::Absent,
            similarity: 0.0,
            hit: None,
            diff: Vec::new(),
            other_language: false,
        },
        |best| best.into_match(page, quote),
    )
}

/// The passage of [`find`] where it is sound. What is only close is not looked for, which is most of the work; but a number in
/// another form is.
pub(crate) fn find_sound(page: &FoldedPage<'_>, quote: &str, kind: QuoteKind) -> Option<QuoteMatch> {
    let best = with_readings(page, quote, kind, |wanted| {
        let in_another_form = || has_amount(&wanted.plain.folded).then(|| closest_on(page, wanted)).flatten();
        let quoted = as_quoted_on(page, wanted);
        if quoted.as_ref().is_some_and(|found| found.class.is_sound()) {
            return quoted;
        }
        without_copied_notes(page, quote, kind).or(quoted).or_else(in_another_form)
    });
    best.filter(|best| best.class.is_sound()).map(|best| best.into_match(page, quote))
}

/// Reads the quote in every way that the page leaves open, and searches for it.
fn with_readings<T>(page: &FoldedPage<'_>, quote: &str, kind: QuoteKind, search: impl FnOnce(&Wanted<'_>) -> T) -> T {
    let (texts, languages) = (&page.texts, page.profile.languages);
    let stands = |bracket: &str| texts.iter().any(|text| text.folded.original.contains(bracket));
    let marked = Marked::readings(quote, &stands);
    // A page that numbers its references anywhere is held to the numbers everywhere.
    let numbered = marked.iter().any(Marked::drops_numbers) && is_numbered(page);
    let marked = marked.iter().filter(|marked| !(numbered && marked.drops_numbers()));
    let unmarked = marked.map(|marked| marked.fold(languages)).filter(|unmarked| !pieces(unmarked).is_empty());
    let unnumbered = Unnumbered::of(quote);
    let wanted = Wanted {
        quote,
        kind,
        unnumbered: unnumbered.as_ref().map(|own| (own, Unmarked::plain(&own.text, languages))),
        plain: Unmarked::plain(quote, languages),
        marked: unmarked.collect(),
        bracketed: Cell::new(false),
    };
    search(&wanted)
}

/// The best passage of all texts with the words as they are quoted.
fn as_quoted_on<'p>(page: &'p FoldedPage<'_>, wanted: &Wanted<'_>) -> Option<Found<'p>> {
    let mut best: Option<Found<'_>> = None;
    for text in &page.texts {
        best = better(best, as_quoted(text, wanted));
        if best.as_ref().is_some_and(|best| best.class == MatchClass::Verbatim && best.text.name.is_shown()) {
            break;
        }
    }
    best
}

/// The passage of all texts that comes closest.
fn closest_on<'p>(page: &'p FoldedPage<'_>, wanted: &Wanted<'_>) -> Option<Found<'p>> {
    page.texts.iter().fold(None, |best, text| better(best, closest(text, wanted)))
}

/// The better of two; the first of equals. Among sound passages one that a reader sees wins, then the better class; among
/// others the better class, then the closer.
fn better<'p>(one: Option<Found<'p>>, other: Option<Found<'p>>) -> Option<Found<'p>> {
    let (Some(first), Some(second)) = (&one, &other) else { return one.or(other) };
    let rank = |found: &Found<'_>| {
        let sound = found.class.is_sound();
        let closeness = if sound { 0 } else { thousandths(found.similarity) };
        (!sound, sound && !found.text.name.is_shown(), found.class, Reverse(closeness))
    };
    if rank(first) <= rank(second) { one } else { other }
}

/// All but the last tier: the words as they are quoted.
fn as_quoted<'p>(text: &'p FoldedText<'p>, wanted: &Wanted<'_>) -> Option<Found<'p>> {
    if wanted.plain.folded.words.is_empty() {
        return without_letters(text, wanted.quote);
    }
    let mut best = literal(text, &wanted.plain);
    if best.as_ref().is_none_or(|best| !best.class.is_sound()) {
        best = better(best, with_copied_marks(text, &wanted.plain));
    }
    if best.as_ref().is_none_or(|best| !best.class.is_sound()) {
        best = better(best, without_marks(text, &wanted.plain));
    }
    if best.as_ref().is_none_or(|best| !best.class.is_sound()) {
        best = better(best, without_numbers(text, wanted));
    }
    if best.is_none() {
        best = with_particle(text, &wanted.plain);
    }
    for unmarked in &wanted.marked {
        if best.as_ref().is_some_and(|best| best.class <= MatchClass::Edited) {
            break;
        }
        best = better(best, edited(text, wanted, unmarked));
    }
    if wanted.kind == QuoteKind::List && best.as_ref().is_none_or(|best| !best.class.is_sound()) {
        best = better(best, listed(text, wanted.quote));
    }
    best
}

/// A list, item by item. A word that denies one of them on the page, and that the quote leaves out, is told.
fn listed<'p>(text: &'p FoldedText<'p>, quote: &str) -> Option<Found<'p>> {
    let listed = parts::find(&text.folded, quote)?;
    let Some(denial) = listed.denial else { return Some(Found::new(text, MatchClass::Parts, listed.words)) };
    let (before, behind) = quote.split_at(denial.at);
    let denied = format!("{} ", text.folded.written(denial.words));
    let pieces = [(ChangeOp::Equal, before), (ChangeOp::Insert, denied.as_str()), (ChangeOp::Equal, behind)];
    let diff: Vec<Change> =
        pieces.into_iter().filter(|(_, text)| !text.is_empty()).map(|(op, text)| Change::new(op, text)).collect();
    let class = MatchClass::Altered(Difference::Critical);
    Some(Found { similarity: alike(&diff), diff, ..Found::new(text, class, listed.words) })
}

/// A quote of signs only can only be found as it is.
fn without_letters<'p>(text: &'p FoldedText<'p>, quote: &str) -> Option<Found<'p>> {
    let quote = quote.trim();
    let at = text.folded.original.find(quote).filter(|_| !quote.is_empty())?;
    let words = text.folded.words_before(at)..text.folded.words_before(at);
    let span = Span::new(at, at + quote.len());
    let occurrences = text.folded.original.matches(quote).count();
    Some(Found { span, occurrences, ..Found::new(text, MatchClass::Verbatim, words) })
}

/// Whether a page numbers its references anywhere.
fn is_numbered(page: &FoldedPage<'_>) -> bool {
    let numbers = |text: &FoldedText<'_>| text.name == TextName::Visible && has_reference(text.folded.original);
    *page.numbered.get_or_init(|| page.texts.iter().any(numbers))
}

/// The passage that is sound for the quote without marks of notes that were copied with its words, where no word of the page
/// has such a number.
fn without_copied_notes<'p>(page: &'p FoldedPage<'_>, quote: &str, kind: QuoteKind) -> Option<Found<'p>> {
    let mut marks = notes::marks(quote);
    marks.retain(|mark| mark.behind != Behind::Bracket || !is_numbered(page));
    let named = |mark: &Mark| match mark.behind {
        Behind::Word(start) => {
            let word = Folded::new(&quote[start..mark.span.end()], Spaces::Written);
            page.texts.iter().any(|text| !occurrences(&text.folded, &word.text, End::Word).is_empty())
        }
        Behind::Punctuation | Behind::Bracket => false,
    };
    if marks.is_empty() || marks.iter().any(named) {
        return None;
    }
    let bare = notes::without(quote, &marks);
    let found = with_readings(page, &bare, kind, |wanted| as_quoted_on(page, wanted));
    let found = found.filter(|found| found.class.is_sound() && !has_other_notes(found))?;
    Some(Found { class: found.class.max(MatchClass::Typographic), ..found })
}

/// Whether a passage has marks of notes of its own: those of the quote are other ones. A page that has the words without marks only
/// in the text that leaves them out has some there.
fn has_other_notes(found: &Found<'_>) -> bool {
    let original = found.text.folded.original;
    let end = floor_char_boundary(original, found.span.end() + MARK_REACH);
    let passage = &original[found.span.start()..end.max(found.span.end())];
    found.text.name == TextName::NoMarks
        || notes::goes_on_with_number(&original[found.span.end()..])
        || passage.contains(|c| raised(c).is_some())
        || !notes::marks(passage).is_empty()
}

/// A list whose numbers a browser puts there.
fn without_numbers<'p>(text: &'p FoldedText<'p>, wanted: &Wanted<'_>) -> Option<Found<'p>> {
    let (list, plain) = wanted.unnumbered.as_ref()?;
    let found = literal(text, plain).filter(|found| found.class.is_sound())?;
    let is_list = list.is_list(&plain.folded, &text.folded, &found.words);
    is_list.then_some(Found { class: MatchClass::Typographic, ..found })
}

fn literal<'p>(text: &'p FoldedText<'p>, plain: &Unmarked<'_>) -> Option<Found<'p>> {
    if !text.may_hold(&plain.folded.text) {
        return None;
    }
    let mut places = occurrences(&text.folded, &plain.folded.text, End::Word);
    // What stands in the text of the page counts before what stands around it.
    if !text.margins.is_empty() {
        places.sort_by_key(|words| text.is_in_margin(text.folded.span(words.clone())));
    }
    let mut best: Option<Found<'p>> = None;
    for words in places.iter().take(MAX_COMPARED) {
        let whole = with_turned_start(&text.folded, plain, with_whole_numbers(&text.folded, words));
        let found = if whole == *words {
            as_written(text, plain, words.clone())
        } else {
            cut_number(text, plain, words, whole)
        };
        let found = Found { occurrences: places.len(), ..found };
        let done = found.class == MatchClass::Verbatim;
        best = better(best, Some(found));
        if done {
            break;
        }
    }
    best
}

/// A passage with the letters of the quote whose first or last number is part of a larger one on the page, or whose first
/// word has a negation before it.
fn cut_number<'p>(
    text: &'p FoldedText<'p>,
    plain: &Unmarked<'_>,
    words: &Range<usize>,
    whole: Range<usize>,
) -> Found<'p> {
    let quote = plain.passage();
    let lone = |at: usize, page: Range<usize>| Step { kind: StepKind::Changed, quote: at..at, page };
    let mut steps = same_letters(&quote, &Passage { folded: &text.folded, words: words.clone() });
    steps.insert(0, lone(quote.words.start, whole.start..words.start));
    steps.push(lone(quote.words.end, words.end..whole.end));
    let page = Passage { folded: &text.folded, words: whole.clone() };
    let diff = diff(plain, &page, &steps, &[]);
    Found { similarity: alike(&diff), diff, ..Found::new(text, MatchClass::Altered(Difference::Critical), whole) }
}

/// A passage with the letters of the quote, compared as both are written.
fn as_written<'p>(text: &'p FoldedText<'p>, plain: &Unmarked<'_>, words: Range<usize>) -> Found<'p> {
    let quote = plain.passage();
    let page = Passage { folded: &text.folded, words: words.clone() };
    match compare(&quote, &page) {
        Likeness::Verbatim(span) => Found { span, ..Found::new(text, MatchClass::Verbatim, words) },
        Likeness::Typographic(span) => {
            let marks = marks_in(quote.folded.original);
            let class = if marks > 0 && marks_in(around(text, &words, quote.folded)) < marks {
                MatchClass::Edited
            } else {
                MatchClass::Typographic
            };
            Found { span, ..Found::new(text, class, words) }
        }
        Likeness::Altered(difference, altered) => Found {
            diff: diff(plain, &page, &same_letters(&quote, &page), &altered),
            ..Found::new(text, MatchClass::Altered(difference), words)
        },
    }
}

/// The passage, with what stands beside it where the quote has a mark at that edge.
fn around<'p>(text: &FoldedText<'p>, words: &Range<usize>, quote: &Folded<'_>) -> &'p str {
    let own = quote.span(quote.all());
    let reach = |edge: &str| if marks_in(edge) > 0 { MARK_REACH } else { 0 };
    with_margins(text, words, (reach(&quote.original[..own.start()]), reach(&quote.original[own.end()..])))
}

fn with_margins<'p>(text: &FoldedText<'p>, words: &Range<usize>, (before, after): (usize, usize)) -> &'p str {
    let (original, span) = (text.folded.original, text.folded.span(words.clone()));
    let start = floor_char_boundary(original, span.start().saturating_sub(before));
    let end = floor_char_boundary(original, span.end() + after);
    &original[start..end.max(span.end())]
}

fn edited<'p>(text: &'p FoldedText<'p>, wanted: &Wanted<'_>, quote: &Unmarked<'_>) -> Option<Found<'p>> {
    let chain = best_chain(&text.folded, quote)?;
    // A page that numbers its references is held to the numbers, and one that has words in brackets there to the words.
    if quote.references == References::Dropped && has_reference(with_margins(text, &chain.words, (0, MARK_REACH))) {
        return None;
    }
    if brackets::has_own_dots(&text.folded, wanted.quote, &chain) {
        return None;
    }
    if wanted.bracketed.get() && replaces(quote) || brackets::are_of_page(&text.folded, quote, &chain) {
        wanted.bracketed.set(true);
        return None;
    }
    let page = Passage { folded: &text.folded, words: chain.words.clone() };
    let Some(difference) = chain.difference else {
        let mut replaced = with_other_content(&text.folded, quote, &chain.steps);
        let mut steps = chain.steps;
        let last = at_the_end(&text.folded, quote, &chain.words);
        steps.extend(last.clone());
        replaced.extend(last);
        let shown = if replaced.is_empty() { Vec::new() } else { diff(quote, &page, &steps, &replaced) };
        let mut gaps = steps.iter().filter(|step| step.kind == StepKind::Gap && quote.is_elided(step.quote.start));
        let to_mind = gaps.find_map(|gap| elided::to_mind(&text.folded, &gap.page));
        return Some(Found { diff: shown, to_mind, ..Found::new(text, MatchClass::Edited, chain.words) });
    };
    let diff = diff(quote, &page, &chain.steps, &chain.altered);
    Some(Found { similarity: alike(&diff), diff, ..Found::new(text, MatchClass::Altered(difference), chain.words) })
}

/// The share of letters that are in both, of those in either.
#[expect(clippy::cast_precision_loss, reason = "counts of letters")]
fn alike(diff: &[Change]) -> f64 {
    let letters = |op: ChangeOp| -> usize {
        let texts = diff.iter().filter(|change| change.op == op).map(|change| change.text.as_str());
        texts.flat_map(str::chars).filter(|c| c.is_alphanumeric()).count()
    };
    let (equal, changed) = (letters(ChangeOp::Equal), letters(ChangeOp::Delete).max(letters(ChangeOp::Insert)));
    equal as f64 / (equal + changed).max(1) as f64
}

/// Whether words in brackets are taken for the writer's.
fn replaces(quote: &Unmarked<'_>) -> bool {
    quote.gaps.iter().any(|(_, gap)| matches!(gap, Gap::Replaced(_)))
}

/// The passage that comes closest.
fn closest<'p>(text: &'p FoldedText<'p>, wanted: &Wanted<'_>) -> Option<Found<'p>> {
    let literal = |brackets| {
        wanted.marked.iter().find(|reading| reading.references == References::Kept && reading.brackets == brackets)
    };
    let Some(reading) = literal(Brackets::Page) else { return closest_to(text, &wanted.plain) };
    let closest = closest_to(text, reading);
    if replaces(reading) { better(closest, closest_to(text, &wanted.plain)) } else { closest }
}

fn closest_to<'p>(text: &'p FoldedText<'p>, quote: &Unmarked<'_>) -> Option<Found<'p>> {
    if quote.folded.words.is_empty() || text.folded.words.is_empty() {
        return None;
    }
    let near = fuzzy::nearest(&text.folded, text.index(), quote)?;
    let class = match near.closeness {
        Closeness::Same if quote.gaps.is_empty() => MatchClass::Typographic,
        Closeness::Same | Closeness::Spoken => MatchClass::Edited,
        Closeness::Altered(difference) => MatchClass::Altered(difference),
        Closeness::Far => MatchClass::Absent,
    };
    let (words, mut steps) = (with_turned_start(&text.folded, quote, near.words.clone()), near.steps);
    let words = if class.is_sound() {
        words
    } else {
        with_inversion(&text.folded, quote, &steps, with_quantifier(&text.folded, &steps, words))
    };
    let turned = words != near.words && (class.is_sound() || class == MatchClass::Altered(Difference::Minor));
    if near.closeness == Closeness::Same && !turned {
        return Some(Found { similarity: near.similarity, ..Found::new(text, class, near.words) });
    }
    let (words, class) =
        if turned { (words, MatchClass::Altered(Difference::Critical)) } else { (near.words.clone(), class) };
    steps.splice(0..0, cut_off(0, words.start..near.words.start));
    let page = Passage { folded: &text.folded, words: words.clone() };
    let diff = diff(quote, &page, &steps, &near.altered);
    Some(Found { similarity: near.similarity, diff, ..Found::new(text, class, words) })
}

impl<'p> Found<'p> {
    pub fn new(text: &'p FoldedText<'p>, class: MatchClass, words: Range<usize>) -> Self {
        let span = text.folded.span(words.clone());
        Self { text, class, similarity: 1.0, words, span, occurrences: 1, diff: Vec::new(), to_mind: None }
    }

    /// The same with the bytes of the passage, and how often its words stand there.
    pub fn standing(self, span: Span, occurrences: usize) -> Self {
        Self { span, occurrences, ..self }
    }

    fn into_match(self, page: &FoldedPage<'_>, quote: &str) -> QuoteMatch {
        let folded = &self.text.folded;
        let start = self.text.chars_before(self.span.start());
        let matched = folded.original[self.span.range()].to_owned();
        let is_pdf = page.texts.iter().any(|text| text.name == TextName::Pdf);
        let number = is_pdf.then(|| 1 + folded.original[..self.span.start()].matches(PAGE_BREAK).count());
        let passed_over = || self.to_mind.clone().map(|words| folded.written(words).into());
        let negation_beside =
            unnoted::turned(page, self.text, &self.words, is_recapitalised(quote, &matched)).or_else(passed_over);
        let fragment = match self.text.name {
            _ if self.class == MatchClass::Absent => None,
            TextName::Pdf | TextName::NoMarks if number.is_some() => number.map(|number| format!("#page={number}")),
            TextName::Visible => page.view().and_then(|view| fragment::of(view, self.words)),
            // A browser sees the note marks.
            TextName::NoMarks => page.view().and_then(|view| {
                let words = fragment::with_marks(view.text, folded, &self.words)?;
                fragment::of(view, words)
            }),
            TextName::Hidden | TextName::Structured | TextName::Meta | TextName::Pdf | TextName::Script => None,
        };
        let hit = Hit {
            text: self.text.name,
            span: self.span,
            chars: Span::new(start, start + matched.chars().count()),
            matched,
            before: before(folded, self.span.start()),
            after: after(folded, self.span.end()),
            occurrences: self.occurrences,
            in_margin: self.text.is_in_margin(self.span),
            fragment,
            page: number,
            negation_beside,
        };
        let Self { class, similarity, diff, .. } = self;
        QuoteMatch { class, similarity, hit: Some(hit), diff, other_language: false }
    }
}

/// Whether a quote begins with a capital that its passage has not: it poses as the beginning of a sentence.
fn is_recapitalised(quote: &str, passage: &str) -> bool {
    let first = |text: &str| text.chars().find(|c| c.is_alphanumeric());
    first(quote).is_some_and(char::is_uppercase) && first(passage).is_some_and(char::is_lowercase)
}

/// Up to [`CONTEXT`] characters before `at`, from the beginning of a word where there is one.
fn before(folded: &Folded<'_>, at: usize) -> String {
    let text = &folded.original[..at];
    let start = text.char_indices().rev().take(CONTEXT).last().map_or(at, |(at, _)| at);
    let cut = &text[start..];
    let in_a_word = start > 0 && !text[..start].ends_with(char::is_whitespace);
    let whole = if in_a_word { cut.find(char::is_whitespace).map(|word| &cut[word..]) } else { None };
    whole.unwrap_or(cut).to_owned()
}

/// The same after `at`, to the end of a word.
fn after(folded: &Folded<'_>, at: usize) -> String {
    let text = &folded.original[at..];
    let end = text.char_indices().nth(CONTEXT).map_or(text.len(), |(end, _)| end);
    let cut = &text[..end];
    let in_a_word = end < text.len() && !text[end..].starts_with(char::is_whitespace);
    let whole = if in_a_word { cut.rfind(char::is_whitespace).map(|word| &cut[..word]) } else { None };
    whole.unwrap_or(cut).to_owned()
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a likeness lies between 0 and 1")]
fn thousandths(similarity: f64) -> u32 {
    (similarity * 1000.0).round() as u32
}
