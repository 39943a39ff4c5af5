//! What an ellipsis may not leave out right before what it keeps: that it is only wanted, tried, thought of or supposed, that it
//! hardly ever is so, that the thing is no such thing.

use std::ops::Range;

use crate::quote_match::around::supposed::is_link;
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::words::{is_function, is_one_of, is_pronoun};
use crate::quote_match::languages::governing::{Role, has};
use crate::quote_match::languages::language::Language::{
    self, Czech, Danish, Dutch, English, French, German, Italian, Polish, Portuguese, Russian, Spanish, Swedish,
    Ukrainian,
};
use crate::quote_match::languages::language::is_of;
use crate::quote_match::languages::titles::{
    ANOTHER, ANOTHER_BEHIND, ANOTHER_IN_TWO, WITH_ARTICLES, is_another_unspaced,
};

/// What is said of what somebody does not do, or not yet, before a `to`.
const INTENDING: &[(Language, &str)] = &[(
    English,
    "afraid aimed aims appear appeared appears asked attempt attempted attempts claim claimed claims decided declined declines \
     designed instructed invited meant ordered told urged attempting claiming conspired conspiring have has hoping intending need needs offering planning plotted plotting pretending promising seeking threatening trying wanting due eager expected fail failed fails forgets forgot hope hoped hopes intend intended intends keen likely neglected \
     offered offers omitted plan planned plans prepared pretend pretended pretends promised promises proposed proposes ready \
     refused refuses reluctant scheduled seek seeks seem seemed seems set sought supposed tempted threaten threatened threatens \
     tried tries try unable unlikely unwilling vowed vows want wanted wants willing wish wished wishes",
)];

/// Verbs behind which stands what is not done.
const REFUSING: &[(Language, &str)] = &[
    (
        English,
        "abandoned abandons blocked blocks cancelled canceled ceased declined dropped forbade halted opposed opposes postponed prevented \
         refused rejected resisted scrapped shelved stopped vetoed",
    ),
    (
        German,
        "beabsichtigt beabsichtigte droht drohte drohten erwagen erwagt erwog erwogen hofft hoffte hofften plant plante planten versaumte versaumt verweigert verweigerte verzichtet verzichtete weigern weigert weigerte weigerten unterliess",
    ),
    (French, "abandonne evite interdit refuse refusent refusait renonce renonca renoncent"),
    (Spanish, "descarta descarto evito nego negaron niega niegan prohibio rehusa rehuso renuncio"),
    (Italian, "evitato rifiuta rifiutano rifiutato rifiuto rinuncia rinunciato vietato"),
    (Portuguese, "descarta descartou desistiu evitou proibiu recusa recusam recusaram recusou"),
    (Dutch, "geweigerd weigeren weigerde weigerden weigert verbood"),
    (Polish, "odmawia odmowil odmowila odmowili zrezygnowal zrezygnowala"),
    (Russian, "запретил запретила отказалась отказался отказались отказывается передумал"),
    (Ukrainian, "відмовилася відмовився відмовилися відмовляється заборонив"),
    (Swedish, "avstod avstar forbjod vagrade vagrar"),
    (Danish, "afslog forbod naegtede naegter undlod"),
    (Czech, "odmitl odmitla odmitli odmita odmitaji"),
];

/// Those that are nouns too, or stand behind a noun, and those that stand behind an `is`.
const NOUNS_TOO: &str = "need needs planning aims afraid asked attempt attempts claim claims designed due eager expected fails hope hopes instructed intended invited keen \
    likely offers ordered plan planned plans prepared promises proposed ready reluctant scheduled set supposed tempted told tries unable unlikely unwilling urged want wants willing wish wishes";
const WITH_BE: &str = "afraid asked designed due eager expected instructed invited keen likely ordered prepared ready reluctant scheduled set supposed \
    tempted told unable unlikely unwilling urged willing";

/// The same before a French `de`.
const INTENDING_DE: &str = "accepte envisage envisagent essaie essaye menace menacent menacait prevoit prevoient projette tente \
    tentent tentait";

/// What makes a thing no such thing, or not yet.
const UNREAL: &[(Language, &str)] = &[
    (
        English,
        "alleged attempted bogus fake imaginary imitation mock presumed \
         pretended proposed purported putative reputed sham supposed suspected counterfeit feigned forged",
    ),
    (
        German,
        "angebliche angeblichen angeblicher angebliches \
        mutmassliche mutmasslichen mutmasslicher mutmassliches sogenannte \
        sogenannten sogenannter sogenanntes vermeintliche vermeintlichen vermeintlicher vermeintliches gefalschte gefalschten gefalschter gefalschtes versuchte versuchten versuchter versuchtes",
    ),
    (
        French,
        "presume presumee presumees presumes pretendu pretendue pretendus supposee supposes fausse faux pretendues",
    ),
    (Spanish, "falso falsa falsos presunta presuntas presunto presuntos supuesta supuestas supuesto supuestos"),
    (Italian, "presunta presunte presunti presunto sedicente falsa false falsi falso"),
    (
        Portuguese,
        "alegada alegado alegados falsa falso presumido suposta supostas suposto supostos alegadas falsas falsos",
    ),
    (Dutch, "vermeende vermoedelijke zogenaamde zogeheten nep valse vervalste"),
    (
        Polish,
        "domniemana domniemany rzekoma rzekomy domniemane domniemanego falszywa falszywe falszywy niedoszly niedoszla rzekome",
    ),
    (
        Russian,
        "мнимая мнимыи предполагаемая предполагаемыи предполагаемые ложныи поддельные поддельныи фальшивые фальшивыи якобы",
    ),
    (Swedish, "formodade misstankta misstankte pastadda falska forfalskade pastadd"),
    (Danish, "formodede formodet pastaede falske forfalskede"),
];

/// What takes from an adjective or a noun what it says.
const LESS: &[(Language, &str)] = &[
    (English, "least less"),
    (German, "weniger"),
    (French, "moins"),
    (Spanish, "menos"),
    (Italian, "meno"),
    (Portuguese, "menos"),
    (Dutch, "minder"),
    (Polish, "mniej"),
    (Russian, "менее"),
    (Swedish, "mindre"),
    (Danish, "mindre"),
];

/// What a noun stands behind.
pub(super) const BEFORE: &str = "a an another any as at by every for from her his in its my no of on one our some that the their these this those to \
    two with your al aos ao as au aux da das de dei del della dem den der des det die dies dos du een ein eine einem einen einer el en et \
    gli het i il l la las le les lo los o os som sa ses son um uma un una une uno";

/// Pairs that say `seldom`.
const SELDOM: [(&str, &str); 7] = [
    ("rara", "vez"),
    ("pocas", "veces"),
    ("raras", "veces"),
    ("raras", "vezes"),
    ("poucas", "vezes"),
    ("rare", "volte"),
    ("poche", "volte"),
];

/// Behind which stands what was not done, as a noun of the verb.
const AVOIDING: &str = "avoided avoiding avoids considered considering considers contemplated contemplates contemplating discussed \
    mulled mulls opposed opposes recommended risked suggested";

/// What may be so, before a verb.
const MODALS: &str = "could may might should would";

/// Words that are short enough for every pair among them to count.
const SHORT: usize = 3;

/// Whether an ellipsis over `words` leaves out that what it goes on with is not so, or not yet, or not known to be.
pub(super) fn is_unreal(page: &Folded<'_>, words: &Range<usize>) -> bool {
    let passed = Passed { page, words: words.clone() };
    !words.is_empty()
        && words.end < page.words.len()
        && page.between(words.end - 1).trim().is_empty()
        && (passed.intends()
            || passed.unmakes()
            || passed.is_another_behind()
            || passed.says_seldom()
            || passed.avoids()
            || passed.nearly()
            || passed.is_anything_but())
}

/// Whether what somebody does not do, or not yet, stands behind word `index` and a `to`.
pub(super) fn intends(page: &Folded<'_>, index: usize) -> bool {
    is_of(INTENDING, page, page.word(index))
}

fn known_without_articles(page: &Folded<'_>) -> bool {
    page.languages != 0 && page.languages & WITH_ARTICLES == 0
}

/// Whether what is not done stands behind word `index`: `refused`, `weigerte`, `negó`.
pub(super) fn refuses(page: &Folded<'_>, index: usize) -> bool {
    is_of(REFUSING, page, page.word(index))
}

/// Whether a word of English ends as a verb in `-ing` does, and is no noun that is known: `everything`, `evening`.
pub(super) fn is_gerund(word: &str) -> bool {
    const OTHERS: &str =
        "anything ceiling clothing during earring evening everything morning nothing sibling something spring string";
    word.ends_with("ing") && word.len() > "thing".len() && !is_one_of(OTHERS, word)
}

struct Passed<'f, 't> {
    page: &'f Folded<'t>,
    words: Range<usize>,
}

impl Passed<'_, '_> {
    /// The word so many places before what is kept, if it is passed over.
    fn back(&self, places: usize) -> &str {
        let at = self.words.end.checked_sub(places).filter(|&at| at >= self.words.start);
        at.map_or("", |at| self.page.word(at))
    }

    fn before(&self, places: usize) -> Option<usize> {
        self.words.end.checked_sub(places)
    }

    fn adjoin(&self, index: usize) -> bool {
        self.page.between(index).trim().is_empty()
    }

    /// `hope to`, `threatened to`, `is about to`, `used to`.
    fn intends(&self) -> bool {
        let page = self.page;
        let auxiliaries =
            (1..=2).take_while(|&places| matches!(self.back(places), "be" | "become" | "been" | "have")).count();
        let to = 1 + auxiliaries;
        let adverb = usize::from(self.back(to + 1).ends_with("ly"));
        let verb = self.back(to + 1 + adverb);
        let is = |places: usize| {
            self.before(places)
                .is_some_and(|at| has(page, at, Role::Be) || matches!(page.word(at), "get" | "got" | "getting"))
        };
        let french = self.back(1) == "de" && is_of(&[(French, INTENDING_DE)], page, self.back(2));
        let once = verb == "used" && !is(to + 2 + adverb);
        let soon = verb == "about" && is(to + 2 + adverb);
        // `is about to run` before `out of water`.
        let begins = self.words.len() <= SHORT
            && (page.word(self.words.start), self.back(self.words.len() - usize::from(self.words.len() > 1)))
                == ("about", "to")
            && is(self.words.len() + 1);
        // `was set to`, and not `the plans to`, `the interview, set to`.
        let at = to + 1 + adverb;
        let finite = !is_one_of(NOUNS_TOO, verb)
            || self.before(at + 1).is_some_and(|before| {
                let noun = is_link(page, before) || is_one_of(BEFORE, page.word(before)) || !self.adjoin(before);
                !noun && (!is_one_of(WITH_BE, verb) || is(at + 1) || page.negates(before))
            });
        let english = is_of(&[(English, "to")], page, self.back(to));
        french || begins || english && (once || soon || is_of(INTENDING, page, verb) && finite)
    }

    /// `the alleged`, `the so-called` before the noun that is kept.
    fn unmakes(&self) -> bool {
        let page = self.page;
        let next = page.word(self.words.end);
        let joint = is_link(page, self.words.end);
        let noun = !joint && !is_function(next) && !is_pronoun(next) && !page.is_number(self.words.end);
        let called = self.back(1) == "called" && self.back(2) == "so";
        let led = |places: usize| {
            self.before(places)
                .is_some_and(|at| is_one_of(BEFORE, page.word(at)) || page.between(at).contains(['.', '\n']))
        };
        let slavic = page.languages & (Polish.bit() | Russian.bit()) != 0 && self.words.len() == 1;
        // With its ending a German adjective stands before a noun in whatever surroundings: `Festnahmen mutmaßlicher Täter`.
        let bent = page.languages & German.bit() != 0
            && UNREAL.iter().any(|(language, words)| *language == German && is_one_of(words, self.back(1)));
        // `more or less`, `no less`
        let less =
            is_of(LESS, page, self.back(1)) && !self.before(2).is_some_and(|at| is_link(page, at) || page.negates(at));
        noun && (called
            || less
            || self.is_another()
            || is_of(UNREAL, page, self.back(1)) && (slavic || bent || led(2) || self.words.end == 1))
    }

    /// `former`, `acting` before the noun that is kept.
    fn is_another(&self) -> bool {
        let (page, last, length) = (self.page, self.words.end - 1, self.words.len());
        if length > SHORT {
            return false;
        }
        let led = |back: usize| {
            self.before(back)
                .is_some_and(|at| is_one_of(BEFORE, page.word(at)) || page.between(at).contains(['.', '\n']))
        };
        let known = ANOTHER.languages_of(page, last);
        let alone = known & !WITH_ARTICLES != 0
            && length == 1
            && page.written(last..last + 1).starts_with(|c: char| !c.is_uppercase());
        let in_two = last > 0 && last > self.words.start && ANOTHER_IN_TWO.at(page, last - 1) == Some(2);
        known != 0 && (led(2) || alone)
            || in_two && (led(3) || known_without_articles(page))
            || is_another_unspaced(
                page.written(self.words.clone()),
                page.written(self.words.end..self.words.end + 1),
                page.languages,
            )
    }

    /// `par intérim` behind a noun that is kept behind its article.
    fn is_another_behind(&self) -> bool {
        if ANOTHER_BEHIND.at(self.page, self.words.start) != Some(self.words.len()) {
            return false;
        }
        let Some(noun) = self.words.start.checked_sub(1) else { return false };
        let articled = self.page.languages & WITH_ARTICLES == 0
            || noun.checked_sub(1).is_some_and(|at| is_one_of(BEFORE, self.page.word(at)));
        articled && self.adjoin(noun) && !is_function(self.page.word(noun)) && !is_pronoun(self.page.word(noun))
    }

    /// `rara vez se`
    fn says_seldom(&self) -> bool {
        let clitic = usize::from(matches!(self.back(1), "le" | "les" | "lo" | "me" | "nos" | "os" | "se" | "si"));
        SELDOM.contains(&(self.back(clitic + 2), self.back(clitic + 1)))
    }

    /// `considered` before `closing`; `ruled out` before who did that.
    fn avoids(&self) -> bool {
        let gerund = is_gerund(self.page.word(self.words.end));
        let out = (self.back(2), self.back(1)) == ("ruled", "out") && self.words.len() <= SHORT;
        let whether = (self.back(2), self.back(1)) == ("whether", "to");
        let might_have_to = self.back(1) == "to"
            && matches!(self.back(2), "have" | "need")
            && (3..=4).any(|places| is_of(&[(English, MODALS)], self.page, self.back(places)));
        out || whether || might_have_to || gerund && is_of(&[(English, AVOIDING)], self.page, self.back(1))
    }

    /// `so gut wie`, `as good as`, `all but` before a verb or an adjective.
    fn nearly(&self) -> bool {
        const NEARLY: [(&str, &str, &str); 6] = [
            ("as", "good", "as"),
            ("so", "gut", "wie"),
            ("zo", "goed", "als"),
            ("sa", "godt", "som"),
            ("sa", "gott", "som"),
            ("pour", "ainsi", "dire"),
        ];
        let next = self.words.end;
        let plain =
            !is_function(self.page.word(next)) && !self.page.is_number(next) && !is_pronoun(self.page.word(next));
        let all_but = (self.back(2), self.back(1)) == ("all", "but") && plain;
        all_but || NEARLY.contains(&(self.back(3), self.back(2), self.back(1)))
    }

    /// `is anything but`, `is far from`
    fn is_anything_but(&self) -> bool {
        let is = self.before(3).is_some_and(|at| has(self.page, at, Role::Be));
        let named = self.page.written(self.words.end..self.words.end + 1).starts_with(char::is_uppercase);
        is && match (self.back(2), self.back(1)) {
            ("anything", "but") => true,
            ("far", "from") => !named && !is_function(self.page.word(self.words.end)),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quote_match::folding::fold::Spaces;

    #[test]
    fn words_that_make_unreal_are_written_as_they_are_folded() {
        let lists = [INTENDING, REFUSING, UNREAL, LESS].into_iter().flatten().map(|(_, words)| *words);
        for word in lists.chain([INTENDING_DE, AVOIDING]).flat_map(str::split_ascii_whitespace) {
            assert_eq!(Folded::new(word, Spaces::Written).text, word);
        }
    }
}
