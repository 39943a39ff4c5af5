//! What stands between commas or dashes and is said in passing: “The owner, not the tenant, is liable”, “The town, without asking, sold it”.

use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::words::is_one_of;
use crate::quote_match::languages::language::Language::{self, Bulgarian, Czech, Polish, Russian, Ukrainian};
use crate::quote_match::languages::language::is_of;
use crate::quote_match::languages::letters::is_apostrophe;

/// What leads to something that was not there or not done, folded.
const WITHOUT: &str = "without sans ohne sin senza sem zonder uden uten bez без fara ilman χωρισ tanpa";

/// A `not` that no verb follows within commas, as these languages order their words.
const NOT: &str = "not nicht niet inte icke ikke";

/// The same where a verb has its negation in itself; and where a `nie` before a verb is one, behind an “and” that is none before a verb.
const NOT_BY_ITSELF: &[(Language, &str)] = &[(Czech, "ne nikoli nikoliv")];
const AND_NOT: &[(Language, &str)] = &[
    (Polish, "a+nie"),
    (Czech, "a+ne a+nikoli a+nikoliv"),
    (Russian, "а+не"),
    (Ukrainian, "а+не"),
    (Bulgarian, "а+не"),
];

/// What such a word is said of in the clause that stands around the commas: `Er sagte, nicht alle, die kamen, hätten gezahlt`, `bat ihn, nicht zu
/// kommen`.
const GO_ON: &str = "alla alle allen alles att at elk elke ieder iedere immer jede jedem jeden jeder jedes mehr mer meer te viele vielen \
    varje veel zu vsichni vsechny vsech kazdy vzdy vzdycky zcela";

/// The same where a verb may follow, `Prometió pagar, no pagó, y huyó`, and the articles that tell that none does.
const BEFORE_ARTICLES: [(&str, &str); 5] = [
    ("no", "al del el la las los un una"),
    ("non", "al alla gli i il l la le les lo un una une uno"),
    ("nao", "a as ao o os um uma"),
    ("pas", "l la le les un une"),
    ("nu", "un o"),
];

/// Whether word `at` begins what is said of something else: `not the tenant`.
pub(super) fn denies(page: &Folded<'_>, at: usize) -> bool {
    let next = if at + 1 < page.words.len() { page.word(at + 1) } else { "" };
    let word = page.word(at);
    // `l’inquilino` is one word where the language is not told.
    let elided = || {
        if next.is_empty() {
            return false;
        }
        let mut letters = page.written(at + 1..at + 2).chars();
        matches!(letters.next(), Some('l' | 'L')) && letters.next().is_some_and(is_apostrophe)
    };
    let article = |articles: &str| is_one_of(articles, next) || is_one_of(articles, "l") && elided();
    let pair = |first: usize| {
        let behind = if first + 1 < page.words.len() { page.word(first + 1) } else { "" };
        is_of(AND_NOT, page, &format!("{}+{behind}", page.word(first)))
    };
    is_one_of(NOT, word) && !is_one_of(GO_ON, next)
        || is_of(NOT_BY_ITSELF, page, word) && !is_one_of(GO_ON, next)
        || pair(at)
        || at.checked_sub(1).is_some_and(pair)
        || BEFORE_ARTICLES.iter().any(|(not, articles)| *not == word && article(articles))
}

/// Whether word `at` begins what somebody did without. Swedish `utan` is also a “but”.
pub(super) fn is_without(page: &Folded<'_>, at: usize) -> bool {
    let next = if at + 1 < page.words.len() { page.word(at + 1) } else { "" };
    is_one_of(WITHOUT, page.word(at)) || page.word(at) == "utan" && next == "att"
}
