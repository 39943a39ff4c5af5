//! What an ellipsis may not leave out between a verb and what stands behind it: another verb, which that belongs to (“acquitted the
//! clerk and convicted the mayor”), or another one who does it (“Profits rose while debts fell”).

use std::ops::Range;

use crate::quote_match::around::supposed::is_link;
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::words::{is_function, is_one_of, is_pronoun};
use crate::quote_match::languages::governing::{Role, has};
use crate::quote_match::languages::language::Language::{
    self, Bulgarian, Czech, Danish, Dutch, English, French, German, Greek, Italian, Polish, Portuguese, Romanian,
    Russian, Spanish, Swedish, Ukrainian,
};
use crate::quote_match::languages::language::is_of;

/// Verbs of English in the past that do not end in `ed`.
pub(super) const PAST: &str = "became began born bought broke brought built came caught chose cut dealt died drew drove fell felt fled fought found gave grew held \
    hid hit hurt kept knew laid led left lent lit lost made met paid put ran rang read rose said sang sank saw sent set shot shut sold \
    sought spent spoke stole stood struck swore taught threw told took wept went withdrew won wrote";

/// Participles that end in other ways, and are no past.
const PARTICIPLES: &str = "beaten bitten blown broken chosen driven eaten fallen forgotten forbidden frozen given hidden ridden seen shaken shown \
    shrunk sown spoken stolen sunk sworn taken thrown torn worn woven written";

/// Verbs that are told by no ending.
const VERBS_IN_FULL: &str = "back backs buy buys had hate hates have like likes love loves need needs oppose opposes own owns support supports \
    take takes want wants";

/// What stands before a noun.
pub(super) const BEFORE_NOUNS: &[(Language, &str)] = &[
    (English, "a an another her his its my our that the their these this those your"),
    (
        German,
        "das dem den der des die ein eine einem einen einer eines ihr ihre ihrem ihren ihrer sein seine seinem seinen seiner unser unsere",
    ),
    (French, "ce ces cette l la le les leur leurs sa ses son un une"),
    (Spanish, "el la las los su sus un una"),
    (Italian, "gli i il l la le lo sua suo suoi un una uno"),
    (Portuguese, "a as o os seu seus sua suas um uma"),
    (Dutch, "de een het hun zijn"),
];

/// Ends of verbs, as they are written.
const VERBS: &[(Language, &str)] = &[
    (English, "ed s"),
    (German, "t te ten"),
    (French, "a ait ent it t te é"),
    (Spanish, "a an aron e en ieron ió ó"),
    (Italian, "a ano ato e ito ono uto ò"),
    (Portuguese, "a am e em eu iu ou"),
    (Dutch, "de den t te ten"),
];

/// Words that end so and are none, beside the small ones.
const NO_VERBS: &str = "across after all also always against as besides both half is perhaps plus sometimes this thus towards yes \
    avec dont et sont tout toute est entre contre para hasta toda cada entre contra sobre ante nada una da e ma della quasi tutta mit \
    nicht seit jetzt erst meist fast selbst mot met niet tot uit dat het wat ata";

/// What begins a clause of its own.
const JOINTS: &[(Language, &str)] =
    &[(English, "after although because before since though unless until when whereas while")];

/// The same that stand before a noun as well.
const PREPOSITIONS: &str = "after before since until";

/// What a clause within a sentence begins with that belongs to the noun before it.
const RELATIVE: &str = "that when where which who whom whose";

/// What may stand between a link and a verb of the same subject.
const ADVERBS: &str = "also always even later never not now often once only soon still then";

/// What stands before the one whose the noun before it is, or where that is from.
const OWNING: &[(Language, &str)] = &[
    (English, "at for from in of"),
    (German, "aus der des von vom"),
    (French, "d de des du"),
    (Spanish, "de del"),
    (Italian, "d degli dei del dell della delle dello di"),
    (Portuguese, "da das de do dos"),
    (Dutch, "uit van"),
    (Swedish, "av för från i"),
    (Danish, "af fra i"),
    (Polish, "z ze"),
    (Czech, "z ze"),
    (Romanian, "al ale de din lui"),
    (Greek, "του της των"),
    (Bulgarian, "на от"),
    (Russian, "из"),
    (Ukrainian, "з із"),
];

/// Words of a subject, and of a longer one; words before an ellipsis among which its verb stands; words between a link and a verb.
const SUBJECT: usize = 3;
pub(super) const LONG_SUBJECT: usize = 6;
const VERB: usize = 3;
const TAIL: usize = 4;

/// Letters of a verb that is known by its ending.
const LETTERS: usize = 4;

/// Whether an ellipsis over `words` leaves out the verb that what is kept behind it belongs to, or whom it speaks of, where another
/// one is kept before it.
pub(super) fn belongs_to_another(page: &Folded<'_>, words: &Range<usize>) -> bool {
    if words.len() < 2 || words.start == 0 || words.end >= page.words.len() {
        return false;
    }
    let passed = Passed { page, words: words.clone() };
    let in_sentence =
        (words.start - 1..words.end).all(|index| !page.between(index).contains(['.', '!', '?', '\n', '\t']));
    in_sentence && (passed.has_second_verb() || passed.repeats_verb() || passed.has_second_subject())
}

/// Whether `words` are hardly more than a noun with what belongs to it: `Anna Marsh`, `the captain of the team`.
pub(super) fn is_noun_phrase(page: &Folded<'_>, words: &Range<usize>) -> bool {
    let close = (words.start..words.end.saturating_sub(1)).all(|index| page.between(index).trim().is_empty());
    (1..=SUBJECT).contains(&words.len()) && close || has_owner(page, words)
}

/// `the captain of the team`: a noun and whose it is, and no verb.
pub(super) fn has_owner(page: &Folded<'_>, words: &Range<usize>) -> bool {
    let inner = words.start + 1..words.end.saturating_sub(1);
    let close = (words.start..words.end.saturating_sub(1))
        .all(|index| page.between(index).chars().all(|c| c.is_whitespace() || matches!(c, '\'' | '’')));
    let verb = |index: usize| {
        is_past(page, index) || [Role::Be, Role::Modal, Role::Speech].into_iter().any(|role| has(page, index, role))
    };
    let owner = inner.clone().any(|index| is_of(OWNING, page, page.word(index)));
    words.len() <= LONG_SUBJECT
        && close
        && owner
        && !is_pronoun(page.word(words.start))
        && !words.clone().skip(1).any(verb)
}

/// Whether a noun or a name begins with word `index`, and its verb stands hardly behind it: `the board has`.
pub(super) fn is_clause(page: &Folded<'_>, index: usize) -> bool {
    const NEAR: usize = 5;
    let end = page.words.len().min(index + NEAR);
    let noun =
        is_of(BEFORE_NOUNS, page, page.word(index)) || page.written(index..index + 1).starts_with(char::is_uppercase);
    let verb = |at: usize| {
        let may = page.word(at) == "may" && page.written(at..at + 1).starts_with(char::is_uppercase);
        has(page, at, Role::Be)
            || has(page, at, Role::Modal) && !may
            || matches!(page.word(at), "had" | "has" | "have")
            || is_past(page, at)
    };
    let mut subject = (index + 1..end)
        .take_while(|&at| page.between(at - 1).trim().is_empty() && !is_one_of(RELATIVE, page.word(at)));
    noun && subject.any(verb)
}

/// A verb of English in the past.
pub(super) fn is_past(page: &Folded<'_>, index: usize) -> bool {
    let word = page.word(index);
    let small = page.written(index..index + 1).starts_with(char::is_lowercase);
    let ending = word.ends_with("ed") && word.len() > LETTERS;
    small && (ending || is_one_of(PAST, word)) && is_of(&[(English, word)], page, word)
}

struct Passed<'f, 't> {
    page: &'f Folded<'t>,
    words: Range<usize>,
}

impl Passed<'_, '_> {
    fn adjoin(&self, index: usize) -> bool {
        self.page.between(index).trim().is_empty()
    }

    fn is_past(&self, index: usize) -> bool {
        is_past(self.page, index)
    }

    fn is_small(&self, index: usize) -> bool {
        is_function(self.page.word(index)) || is_pronoun(self.page.word(index))
    }

    /// The verb that is kept before the ellipsis, with nothing but small words behind it.
    fn kept_verb(&self) -> Option<usize> {
        let first = self.words.start.saturating_sub(VERB);
        let near = (first..self.words.start).rev();
        let mut near = near.take_while(|&index| index + 1 == self.words.start || self.adjoin(index));
        near.find(|&index| !self.is_small(index)).filter(|&index| !self.page.is_number(index))
    }

    /// The last link among the words that something stands before: `the clerk and`.
    fn link(&self) -> Option<usize> {
        let from = self.words.start + 1;
        (from..self.words.end).rev().take(TAIL + 1).find(|&index| is_link(self.page, index))
    }

    /// `the clerk and convicted` behind `acquitted`, before `the mayor`.
    fn has_second_verb(&self) -> bool {
        let (page, end) = (self.page, self.words.end);
        if self.is_dated_behind_comma() {
            return true;
        }
        let Some(kept) = self.kept_verb() else { return false };
        if !self.adjoin(end - 1) || is_link(page, end) {
            return false;
        }
        let parted = |&index: &usize| page.between(index).contains(',');
        let link = self
            .link()
            .or_else(|| (self.words.start..end - 1).rev().take(TAIL).find(parted).filter(|_| self.is_past(kept)));
        let Some(link) = link else { return self.is_dated_by(kept) };
        let tail = link + 1..end;
        let close = tail.clone().all(|index| self.adjoin(index));
        if tail.is_empty() || !close {
            return false;
        }
        // `and burned in`, with verbs in the past on both sides.
        let past = self.is_past(kept)
            && self.is_past(tail.start)
            && tail.clone().skip(1).all(|index| self.is_small(index) || page.is_number(index));
        // `but may harm`, `and to close`
        let modal =
            matches!(page.word(tail.start), "could" | "may" | "might" | "must" | "shall" | "should" | "will" | "would")
                || page.word(tail.start) == "to";
        let led = modal && tail.len() == 2 && is_of(&[(English, page.word(tail.start))], page, page.word(tail.start));
        past || self.is_dated_by(kept)
            || led && !self.is_small(tail.start + 1)
            || tail.len() == 1 && self.is_verb_of_noun(kept, tail.start)
    }

    /// `and rejected by the upper house` before an `on 5 May`, behind a `passed`: where and when that was.
    fn is_dated_by(&self, kept: usize) -> bool {
        const PHRASE: usize = 7;
        let (page, end) = (self.page, self.words.end);
        let near = (self.words.start + 1..end).rev().take(PHRASE).take_while(|&index| self.adjoin(index));
        let Some(link) = near.into_iter().find(|&index| is_link(page, index)) else { return false };
        let verb = link + 1;
        self.is_past(kept)
            && kept + 1 == self.words.start
            && verb < end
            && self.is_past(verb)
            && !(verb + 1..end).any(|index| self.is_past(index) || is_one_of(RELATIVE, page.word(index)))
            && is_one_of("at in on", page.word(end))
    }

    /// `in Hull in 1960, studied law` before an `at Leeds`, behind a `born` that is kept; `in May, bought a boat in June and burned it` behind
    /// `sold the farm`.
    fn is_dated_behind_comma(&self) -> bool {
        const OBJECT: usize = 2;
        const PHRASE: usize = 5;
        let (page, start, end) = (self.page, self.words.start, self.words.end);
        let when = |index: usize| is_one_of("at in on", page.word(index));
        let before = (start.saturating_sub(OBJECT + 1)..start).rev();
        let mut before = before.take_while(|&index| index + 1 == start || self.adjoin(index) && !when(index));
        let parted = |index: usize| page.between(index).trim() == "," || is_link(page, index);
        let near = (start + 1..end).rev().take(PHRASE + 1);
        let mut near = near.take_while(|&index| index + 1 == end || self.adjoin(index) || parted(index));
        let second = near.find(|&index| parted(index)).map(|parting| parting + 1).filter(|&verb| verb < end);
        let known = |verb: usize| self.is_past(verb) || is_one_of(PARTICIPLES, page.word(verb));
        when(start)
            && when(end)
            && self.adjoin(end - 1)
            && second.is_some_and(|verb| {
                known(verb)
                    && !(verb + 1..end).any(|index| self.is_past(index) || is_one_of(RELATIVE, page.word(index)))
            })
            && before.any(|index| self.is_past(index))
    }

    /// `convicted` before `the mayor`, in whatever language; `loves` and `hates` before a name.
    fn is_verb_of_noun(&self, kept: usize, verb: usize) -> bool {
        let (page, end) = (self.page, self.words.end);
        let is_verb = |index: usize| {
            let written = page.written(index..index + 1).to_lowercase();
            let known = |(language, ends): &(Language, &str)| {
                let ends = ends.split(' ').any(|ending| written.ends_with(ending) && written.len() > ending.len() + 2);
                ends && is_of(&[(*language, page.word(index))], page, page.word(index))
            };
            page.written(index..index + 1).starts_with(char::is_lowercase)
                && !self.is_small(index)
                && !page.is_guarded(index)
                && !is_one_of(NO_VERBS, page.word(index))
                && (VERBS.iter().any(known) || self.is_past(index))
        };
        let noun = |at: usize| at < page.words.len() && is_of(BEFORE_NOUNS, page, page.word(at));
        let personal = || {
            matches!(page.word(end), "a" | "al")
                && is_of(&[(Spanish, "a al")], page, page.word(end))
                && (page.word(end) == "al" || noun(end + 1))
        };
        let name = || {
            let (one, other) = (page.word(kept), page.word(verb));
            let english = is_of(&[(English, other)], page, other);
            let both = |ending: &str| one.ends_with(ending) && other.ends_with(ending);
            english && both("s") && page.written(end..end + 1).starts_with(char::is_uppercase)
        };
        is_verb(kept) && is_verb(verb) && (noun(end) || personal() || name())
    }

    /// `the ball and Mr Crane hit` behind a `hit` that is kept: the same verb, of somebody else.
    fn repeats_verb(&self) -> bool {
        let (page, kept, last) = (self.page, self.words.start - 1, self.words.end - 1);
        let tells = |index: usize| {
            let known =
                [Role::Be, Role::Modal, Role::Speech, Role::Belief].into_iter().any(|role| has(page, index, role));
            let verb = known || is_one_of(VERBS_IN_FULL, page.word(index)) || self.is_past(index);
            verb && is_of(&[(English, page.word(index))], page, page.word(index))
        };
        let other = |joint: usize, verb: usize| {
            let subject = joint + 1..verb;
            let same = verb == last && kept > 0 && page.word(kept - 1) == page.word(verb - 1);
            (1..=TAIL + 1).contains(&subject.len())
                && subject.clone().all(|index| self.adjoin(index))
                && !is_one_of(RELATIVE, page.word(subject.start))
                && (!same || self.is_small(verb - 1))
                // Whom a pronoun stands for is not known.
                && subject.clone().any(|index| !self.is_small(index) && !is_one_of(ADVERBS, page.word(index)))
        };
        let joint = |verb: usize| {
            let before = (self.words.start..verb).rev().find(|&index| {
                is_link(page, index)
                    || is_of(JOINTS, page, page.word(index))
                    || page.between(index).contains([';', ','])
            });
            before.filter(|&joint| joint > self.words.start || !is_link(page, joint))
        };
        let repeated = |verb: usize| joint(verb).is_some_and(|joint| other(joint, verb));
        // `like Hale and 35` before a `like` that is kept.
        let ahead = self.words.end;
        let first = page.word(self.words.start) == page.word(ahead)
            && tells(ahead)
            && self.adjoin(kept)
            && self.adjoin(last)
            && repeated(ahead);
        // `30 percent … 5 percent`
        let measures = kept > 0 && page.is_number(kept - 1);
        first || page.word(kept) == page.word(last) && !measures && tells(last) && self.adjoin(last) && repeated(last)
    }

    /// `rose by 12% while debts` behind a subject that is kept, before a verb.
    fn has_second_subject(&self) -> bool {
        let (page, words) = (self.page, &self.words);
        let (kept, next) = (words.start - 1, words.end);
        let opens = (words.start.saturating_sub(SUBJECT)..words.start)
            .any(|index| index == 0 || page.between(index - 1).contains(['.', '!', '?', '\n']));
        let verb = |index: usize| {
            let forms = has(page, index, Role::Be) || has(page, index, Role::Modal) || page.word(index) == "had";
            forms || self.is_past(index)
        };
        let commas = |range: Range<usize>| range.into_iter().any(|index| page.between(index).contains(','));
        let passing = page.between(kept).contains(',') && page.between(next - 1).contains(',');
        let joint = (words.start + 1..next).rev().find(|&index| {
            is_of(JOINTS, page, page.word(index)) || page.between(index - 1).contains(';') && index > words.start
        });
        let Some(joint) = joint else { return false };
        let subject = joint + usize::from(is_of(JOINTS, page, page.word(joint)))..next;
        // `Karl Brandt, the former head of the mill,`
        let apposed = subject.clone().find(|&index| page.between(index).contains(','));
        let subject = subject.start..apposed.map_or(next, |index| index + 1);
        let told = (words.start..joint).any(verb);
        let set_off = apposed.is_none() || page.between(next - 1).contains(',');
        let named = page.written(subject.start..subject.start + 1).starts_with(char::is_uppercase);
        let clause = !is_one_of(PREPOSITIONS, page.word(joint)) || named && commas(words.start..joint);
        opens
            && verb(next)
            && page.written(next..next + 1).starts_with(char::is_lowercase)
            && told
            && set_off
            && clause
            && (1..=SUBJECT).contains(&subject.len())
            && !subject.clone().any(|index| verb(index) || is_pronoun(page.word(index)))
            && !is_one_of(RELATIVE, page.word(words.start))
            && (!passing || commas(words.start..joint))
    }
}
