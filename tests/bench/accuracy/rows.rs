//! The kinds of changes, each a row of the matrix.

use std::ops::Range;

use crate::chance::Chance;
use crate::judged::Read;
use crate::passage::{Cut, Passage};
use crate::pool::Pool;
use crate::words::Lexicon;
use crate::{keep, keep_marks, made, scramble, turn, turn_words};

/// A passage of a page, and what may be used to change it.
pub struct Sample<'s> {
    pub passage: Passage,
    pub read: &'s Read<'s>,
    pub tokens: &'s [Range<usize>],
    pub lexicon: Option<&'static Lexicon>,
    pub pool: &'s Pool,
    /// The index of the page.
    pub own: usize,
}

/// A quote that was made of a passage.
pub struct Made {
    pub quote: String,
    pub place: Where,
    /// The page to look in, where it is not the passage's own.
    pub page: Option<String>,
}

/// Where the quote stands.
pub enum Where {
    /// At these bytes of the visible text.
    At(Range<usize>),
    /// Where these letters stand.
    Letters(String),
    /// Nowhere, or at no place that is known.
    Unknown,
}

/// What a change does, and with it which goal it is held to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Does {
    /// Keeps the words: accepted at the right place.
    Keep,
    /// Changes a digit: never accepted.
    TurnDigit,
    /// Changes the meaning: not accepted.
    Turn,
    /// Leaves something out at an edge, so that what is left is truly there.
    Truncate,
    /// Cuts something at an edge, so that what is left is there and says another thing: not accepted.
    Cut,
    /// Disturbs: no goal.
    Disturb,
    /// Takes the words of another page: absent, and not because of the language.
    Another,
    /// Takes the words of a page in another language: unverifiable, or absent.
    Foreign,
}

/// A row: its name, what it does, how its passages are cut, and the change.
pub struct Row {
    pub name: &'static str,
    pub does: Does,
    pub cut: Cut,
    pub make: fn(&mut Chance, &Sample<'_>) -> Option<Made>,
}

impl Made {
    /// A quote of the whole passage.
    pub fn whole(sample: &Sample<'_>, quote: String) -> Self {
        Self { quote, place: Where::At(sample.passage.span.clone()), page: None }
    }

    /// A quote that is only held against the page.
    pub fn anywhere(quote: String) -> Self {
        Self { quote, place: Where::Unknown, page: None }
    }
}

const fn row(name: &'static str, does: Does, cut: Cut, make: fn(&mut Chance, &Sample<'_>) -> Option<Made>) -> Row {
    Row { name, does, cut, make }
}

use Cut::{Across, Anywhere, Prose};
use Does::{Another, Disturb, Foreign, Keep, Truncate, Turn, TurnDigit};

pub const ROWS: &[Row] = &[
    row("none", Keep, Anywhere, keep::none),
    row("typography", Keep, Anywhere, keep::typography),
    row("quotation marks of other languages", Keep, Anywhere, keep::quotation_marks),
    row("spaces before closing marks", Keep, Anywhere, keep::french_spaces),
    row("nested quotation marks", Keep, Anywhere, keep::nested),
    row("dashes", Keep, Anywhere, keep::dashes),
    row("ligatures", Keep, Anywhere, keep::ligatures),
    row("soft hyphens and zero widths", Keep, Anywhere, keep::soft_hyphens),
    row("no-break and thin spaces", Keep, Anywhere, keep::spaces),
    row("line breaks", Keep, Anywhere, keep::line_breaks),
    row("hyphens at line ends", Keep, Anywhere, keep::line_hyphens),
    row("decomposed accents", Keep, Anywhere, keep::decomposed),
    row("full-width forms", Keep, Anywhere, keep::full_width),
    row("spaces around slashes", Keep, Anywhere, keep::slashes),
    row("ampersands as entities", Keep, Anywhere, keep::ampersands),
    row("thousands in another form", Keep, Anywhere, keep::thousands),
    row("tatweel and vowel signs", Keep, Anywhere, keep::arabic),
    row("commas dropped, end changed", Keep, Anywhere, keep::commas),
    row("first letter in another case", Keep, Anywhere, keep::first_case),
    row("[t]he", Keep, Anywhere, keep_marks::first_bracket),
    row("ellipsis …", Keep, Prose, |chance, sample| keep_marks::ellipsis(chance, sample, " … ")),
    row("ellipsis ...", Keep, Prose, |chance, sample| keep_marks::ellipsis(chance, sample, "... ")),
    row("ellipsis […]", Keep, Prose, |chance, sample| keep_marks::ellipsis(chance, sample, " […] ")),
    row("ellipsis . . .", Keep, Prose, |chance, sample| keep_marks::ellipsis(chance, sample, " . . . ")),
    row("two ellipses", Keep, Prose, keep_marks::two_ellipses),
    row("[sic]", Keep, Prose, keep_marks::sic),
    row("[Name] for a pronoun", Keep, Prose, keep_marks::name_for_pronoun),
    row("[words] added", Keep, Prose, keep_marks::words_added),
    row("ellipsis over a negation", Disturb, Prose, keep_marks::ellipsis_over_negation),
    row("ellipsis over a condition or a hedge", Disturb, Prose, keep_marks::ellipsis_over_condition),
    row("ellipsis from inside one sentence into another", Disturb, Prose, keep_marks::ellipsis_between_sentences),
    row("ellipsis from one block into another", Disturb, Across, keep_marks::ellipsis_between_blocks),
    row("[words] that count or qualify added", Disturb, Prose, keep_marks::turning_words_added),
    row("(emphasis added)", Keep, Prose, keep_marks::emphasis),
    row("page: inline markup inside of words", Keep, Prose, made::inline_markup),
    row("page: &shy; and <wbr>", Keep, Prose, made::soft_breaks),
    row("page: entities", Keep, Prose, made::entities),
    row("page: <br> and wrapped source", Keep, Prose, made::breaks),
    row("page: note marks", Keep, Prose, made::notes),
    row("page: list items", Keep, Prose, made::list),
    row("page: table cells", Keep, Prose, made::cells),
    row("page: paragraphs", Keep, Prose, made::paragraphs),
    row("page: links and spans", Keep, Prose, made::links),
    row("one digit", TurnDigit, Anywhere, turn::digit),
    row("a digit more", TurnDigit, Anywhere, turn::digit_more),
    row("decimal point moved", TurnDigit, Anywhere, turn::decimal),
    row("a sign before a number", TurnDigit, Anywhere, turn::sign),
    row("cut off amid a number", Does::Cut, Prose, turn::cut_off),
    row("number word", Turn, Prose, turn_words::number_word),
    row("negation added", Turn, Prose, turn_words::negation_added),
    row("negation removed", Turn, Prose, turn_words::negation_removed),
    row("ellipsis that ends in a negation", Turn, Prose, keep_marks::ellipsis_that_ends_in_negation),
    row("negation cut off at an edge", Truncate, Prose, turn_words::negation_cut_off),
    row("one name", Turn, Prose, turn_words::name),
    row("two names swapped", Turn, Prose, turn_words::names_swapped),
    row("one content word", Turn, Prose, turn_words::content_word),
    row("one content word at an edge", Turn, Prose, turn_words::content_word_at_edge),
    row("two content words swapped", Turn, Prose, turn_words::words_swapped),
    row("content word added", Turn, Prose, turn_words::word_added),
    row("content word dropped", Turn, Prose, turn_words::word_dropped),
    row("modal", Turn, Prose, turn_words::modal),
    row("quantifier, more or less", Turn, Prose, turn_words::quantifier),
    row("month or weekday", Turn, Prose, turn_words::date),
    row("adverb of doubt added", Turn, Prose, turn_words::doubt),
    row("ordinal", TurnDigit, Anywhere, turn::ordinal),
    row("percent sign dropped", Turn, Anywhere, turn::percent_dropped),
    row("percent sign added", Turn, Anywhere, turn::percent_added),
    row("currency", Turn, Anywhere, turn::currency),
    row("unit", Turn, Anywhere, turn::unit),
    row("prefix un- or non-", Turn, Prose, turn::prefix),
    row("part of a compound", Turn, Prose, turn::compound),
    row("tense", Turn, Prose, turn::tense),
    row("singular or plural", Turn, Prose, turn::plural),
    row("and for or", Turn, Prose, turn::and_or),
    row("pronoun", Turn, Prose, turn::pronoun),
    row("preposition turned", Turn, Prose, turn::preposition),
    row("note number glued to a number", TurnDigit, Anywhere, turn::glued),
    row("stitched from two far passages", Turn, Prose, scramble::stitched),
    row("words shuffled", Turn, Prose, scramble::shuffled),
    row("5 % of words", Disturb, Prose, |chance, sample| scramble::words(chance, sample, 5)),
    row("10 % of words", Disturb, Prose, |chance, sample| scramble::words(chance, sample, 10)),
    row("20 % of words", Disturb, Prose, |chance, sample| scramble::words(chance, sample, 20)),
    row("5 % of characters", Disturb, Prose, |chance, sample| scramble::characters(chance, sample, 5)),
    row("10 % of characters", Disturb, Prose, |chance, sample| scramble::characters(chance, sample, 10)),
    row("sentence of another page", Another, Prose, scramble::another),
    row("sentence in another language", Foreign, Prose, scramble::foreign),
];
