//! What an ellipsis may not leave out between two clauses, or two things of one: the `before` on which a clause hangs, the `known as` of
//! somebody who is only called so, the other one of two that are measured, another place than the one where somebody was born.

use std::ops::Range;
use std::sync::LazyLock;

use super::other_verb::{BEFORE_NOUNS, is_clause};
use crate::quote_match::around::supposed::is_link;
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::words::{is_function, is_one_of, is_pronoun};
use crate::quote_match::languages::governing::{Role, has};
use crate::quote_match::languages::language::Language::{
    self, Bulgarian, Czech, Danish, Dutch, English, Finnish, French, German, Greek, Hungarian, Indonesian, Italian,
    Polish, Portuguese, Romanian, Russian, Spanish, Swedish, Ukrainian,
};
use crate::quote_match::languages::language::{is_of, languages_of};
use crate::quote_match::languages::leaving_open::LEAVING_OPEN;
use crate::quote_match::languages::letters::{is_apostrophe, is_quotation_mark, is_unspaced};
use crate::quote_match::languages::needing::{BUT, NO_THING};
use crate::quote_match::languages::openings::is_subject;
use crate::quote_match::languages::phrases::Phrases;
use crate::quote_match::languages::two_parts::{PARTICIPLES, THAN, WHICH_OF};
use crate::quote_match::languages::word_lists::WordLists;

/// What makes of the clause behind it what is not so yet.
const NOT_YET: &[(Language, &str)] = &[
    (English, "before,till,until"),
    (German, "bevor,bis,ehe"),
    (French, "avant qu’,avant que,jusqu’à ce qu’,jusqu’à ce que"),
    (Spanish, "antes de que,antes que,hasta que"),
    (Italian, "finché non,fino a quando,prima che"),
    (Portuguese, "antes de que,antes que,até que"),
    (Dutch, "eer,totdat,voordat"),
    (Swedish, "förrän,innan,tills"),
    (Danish, "før,inden,indtil"),
    (Polish, "zanim"),
    (Czech, "dokud,než"),
    (Russian, "пока,прежде чем"),
    (Ukrainian, "доки,перш ніж,поки"),
    (Bulgarian, "докато,преди да"),
    (Finnish, "ennen kuin,kunnes"),
    (Hungarian, "mielőtt"),
    (Romanian, "înainte să,până când"),
    (Greek, "μέχρι να,ώσπου να"),
    (Indonesian, "hingga,sebelum"),
];

/// What somebody is called or taken for, before what that is.
const CALLED: &[(Language, &str)] = &[
    (
        English,
        "accused of being,branded,called,depicted as,described as,known as,labeled,labelled,portrayed as,referred to as,regarded as,\
         seen as,viewed as",
    ),
    (German, "als,bekannt als,bezeichnet als,verrufen als,verschrien als"),
    (
        French,
        "considéré comme,considérée comme,connu comme,connue comme,décrit comme,décrite comme,qualifié d’,qualifiée d’,traité d’,vu comme",
    ),
    (
        Spanish,
        "calificado de,conocida como,conocido como,considerada,considerado,descrita como,descrito como,tachado de,visto como",
    ),
    (Italian, "chiamato,conosciuta come,conosciuto come,considerata,considerato,descritto come,definito,visto come"),
    (Portuguese, "conhecida como,conhecido como,considerada,considerado,descrito como,tido como,visto como"),
    (Dutch, "bekend als,beschouwd als,bestempeld als,gezien als,omschreven als"),
    (Swedish, "ansedd som,betraktad som,beskriven som,känd som,sedd som"),
    (Danish, "anset som,betragtet som,beskrevet som,kendt som,kjent som,set som"),
];

/// What many say who are not named, in the languages whose verbs tell that they are many.
const MANY_SAY: &[(Language, &str)] = &[
    (English, "allege argue believe claim fear say suspect think"),
    (German, "behaupten fürchten glauben meinen sagen vermuten"),
    (French, "affirment assurent croient disent pensent prétendent soupçonnent"),
    (Spanish, "afirman aseguran creen dicen piensan sospechan"),
    (Italian, "affermano credono dicono pensano sospettano sostengono"),
    (Portuguese, "acham acreditam afirmam alegam dizem suspeitam"),
    (Dutch, "beweren denken geloven menen vermoeden zeggen"),
    (Polish, "mówią sądzą twierdzą uważają"),
    (Czech, "myslí říkají tvrdí"),
    (Russian, "говорят думают полагают считают утверждают"),
    (Ukrainian, "вважають думають кажуть стверджують"),
];

/// How somebody came into the world: where and when is of nothing else.
const BORN: &[(Language, &str)] = &[
    (English, "born"),
    (German, "geboren"),
    (French, "naquit née né"),
    (Spanish, "nacida nacido nació"),
    (Italian, "nacque nata nato"),
    (Portuguese, "nascida nascido nasceu"),
    (Dutch, "geboren"),
    (Swedish, "född föddes"),
    (Danish, "født"),
    (Polish, "urodził urodziła"),
    (Czech, "narodil narodila"),
    (Russian, "родилась родился"),
    (Ukrainian, "народилася народився"),
    (Romanian, "născut născută"),
];

/// Ends of verbs in the past, as they are written, and such verbs and their helps that have other ends.
const PAST_ENDS: &[(Language, &str)] = &[
    (English, "ed"),
    (German, "te"),
    (French, "a it ut"),
    (Spanish, "ió ó"),
    (Italian, "ò ì"),
    (Portuguese, "eu iu ou"),
    (Dutch, "de te"),
    (Swedish, "ade"),
    (Danish, "ede te"),
    (Polish, "ł ła"),
    (Czech, "l la"),
    (Russian, "л ла лась лся"),
    (Ukrainian, "в ла лася вся"),
];
const PAST_IN_FULL: &[(Language, &str)] = &[
    (English, "became began came found got grew held left made met spent taught took was went won wrote"),
    (German, "begann ging kam lebte war wurde zog"),
    (French, "a est fit fut"),
    (Spanish, "fue hizo"),
    (Italian, "fu ha divenne"),
    (Portuguese, "fez foi"),
    (Dutch, "begon ging werd"),
    (Swedish, "blev gick"),
    (Danish, "blev gik"),
    (Romanian, "a"),
];

/// What stands before a place or a time.
const WHERE: &[(Language, &str)] = &[
    (English, "at in on"),
    (German, "am an im in"),
    (French, "a au dans en"),
    (Spanish, "en"),
    (Italian, "a ad nel nella in"),
    (Portuguese, "em na no"),
    (Dutch, "in op te"),
    (Swedish, "i pa"),
    (Danish, "i pa"),
    (Polish, "na w we"),
    (Czech, "na v ve"),
    (Russian, "в во на"),
    (Ukrainian, "в на у"),
    (Romanian, "in la"),
];

static UNTIL: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(NOT_YET));
static NAMED: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(CALLED));
static SAYING: LazyLock<WordLists> = LazyLock::new(|| WordLists::new(MANY_SAY));
static BIRTH: LazyLock<WordLists> = LazyLock::new(|| WordLists::new(BORN));
static PAST: LazyLock<WordLists> = LazyLock::new(|| WordLists::new(PAST_IN_FULL));

/// Words of a clause that are looked at; of a link; letters of a verb that is told by its ending.
const CLAUSE: usize = 8;
const LINK: usize = 4;
const LETTERS: usize = 5;

/// Whether an ellipsis over `words` leaves out what joins what is kept on its two sides, and joined them otherwise.
pub(super) fn hides_link(page: &Folded<'_>, words: &Range<usize>) -> bool {
    if words.is_empty() || words.start == 0 || words.end >= page.words.len() {
        return false;
    }
    let passed = Passed { page, first: words.start, end: words.end };
    if [words.start - 1, words.start].into_iter().any(|index| page.word(index).starts_with(is_unspaced)) {
        return passed.joins_in_chinese();
    }
    let one_sentence = (words.start - 1..words.end).all(|index| !passed.closes(index));
    passed.hides_not_yet()
        || passed.is_question()
        || one_sentence
            && (passed.is_called()
                || passed.is_hearsay()
                || passed.is_behind_second_than()
                || passed.is_of_second_participle()
                || passed.is_said_of_exception()
                || passed.is_of_others()
                || passed.is_born_elsewhere()
                || passed.is_of_another_number()
                || passed.is_so_after_all())
}

struct Passed<'f, 't> {
    page: &'f Folded<'t>,
    first: usize,
    end: usize,
}

impl Passed<'_, '_> {
    fn word(&self, index: usize) -> &str {
        if index < self.page.words.len() { self.page.word(index) } else { "" }
    }

    fn adjoins(&self, index: usize) -> bool {
        self.page.between(index).chars().all(|c| c.is_whitespace() || is_apostrophe(c))
    }

    fn adjoin(&self, mut words: Range<usize>) -> bool {
        words.all(|index| self.adjoins(index))
    }

    fn closes(&self, index: usize) -> bool {
        let dated = self.is_digits(index) && self.page.between(index) == ". ";
        self.page.between(index).contains(['.', '!', '?', '\n', '\t']) && !dated
    }

    fn is_digits(&self, index: usize) -> bool {
        self.word(index).starts_with(|c: char| c.is_ascii_digit())
    }

    fn is_small(&self, index: usize) -> bool {
        is_function(self.word(index)) || is_pronoun(self.word(index))
    }

    fn parts(&self, index: usize) -> bool {
        self.page.between(index).contains([',', ';']) || is_link(self.page, index)
    }

    /// `before`, `until` right before a clause that says what can, may or must be.
    fn hides_not_yet(&self) -> bool {
        let (page, end) = (self.page, self.end);
        let near = self.first.max(end.saturating_sub(LINK))..end;
        let before = near.into_iter().any(|at| UNTIL.at(page, at) == Some(end - at) && self.adjoin(at..end));
        let behind = end + 1..page.words.len().min(end + CLAUSE);
        let mut clause = behind.take_while(|&index| self.adjoins(index - 1));
        before && (is_subject(page, end) || is_clause(page, end)) && clause.any(|index| LEAVING_OPEN.has(page, index))
    }

    /// `known as` between an `is` and an `a liar`.
    fn is_called(&self) -> bool {
        const ARTICLES: &str = "a an een ein eine einen en et ett um uma un una une uno";
        let (page, first, end) = (self.page, self.first, self.end);
        let start = first + usize::from(end - first > 1 && self.word(first).ends_with("ly"));
        has(page, first - 1, Role::Be)
            && NAMED.at(page, start) == Some(end - start)
            && self.adjoin(first - 1..end)
            && is_one_of(ARTICLES, self.word(end))
            && is_of(BEFORE_NOUNS, page, self.word(end))
    }

    /// `, say the neighbours,` behind an `is`, where nobody is quoted.
    fn is_hearsay(&self) -> bool {
        let (page, first, last) = (self.page, self.first, self.end - 1);
        let comma = |index: usize| {
            let between = page.between(index);
            between.trim() == "," && !between.contains(is_quotation_mark)
        };
        let said = SAYING.has(page, first) || SAYING.has(page, last);
        (2..=LINK + 1).contains(&(self.end - first))
            && comma(first - 1)
            && comma(last)
            && self.adjoin(first..last)
            && has(page, first - 1, Role::Be)
            && said
    }

    /// `bridge but shorter than the` behind a `longer than the` that is kept.
    fn is_behind_second_than(&self) -> bool {
        let (page, first, last) = (self.page, self.first, self.end - 1);
        last > first + 1
            && first > 1
            && self.word(last) == self.word(first - 1)
            && THAN.has(page, last - 1)
            && THAN.has(page, first - 2)
            && self.adjoins(first - 1)
            && (first..last).any(|index| self.parts(index))
    }

    /// `on 1 January, except section 9, which comes into force` behind a `comes into force` that is kept.
    fn is_said_of_exception(&self) -> bool {
        let (page, first, end) = (self.page, self.first, self.end);
        let same = |back: &usize| first.checked_sub(*back).is_some_and(|kept| self.word(kept) == self.word(end - back));
        let again = (1..=LINK.min(end - first - 1)).take_while(same).count();
        let which = (end - again).checked_sub(1).filter(|&which| which > first && again > 1);
        which.is_some_and(|which| {
            WHICH_OF.has(page, which)
                && page.between(which - 1).contains(',')
                && self.adjoin(which..end)
                && (end - again..end).any(|index| self.is_content(index))
        })
    }

    /// `Unterhaus beschlossen und am 5. Mai vom` behind a `vom` that is kept.
    fn is_of_second_participle(&self) -> bool {
        let (page, first, last) = (self.page, self.first, self.end - 1);
        let german = page.languages & (German.bit() | Dutch.bit()) != 0;
        let link = (first + 1..last).rev().find(|&index| is_link(page, index));
        let participle = |index: usize| {
            let written = page.written(index..index + 1);
            written.starts_with(char::is_lowercase)
                && written.chars().count() >= LETTERS
                && PARTICIPLES.iter().any(|ending| written.ends_with(ending))
        };
        german
            && self.word(last) == self.word(first - 1)
            && self.word(last).chars().count() <= LETTERS
            && self.adjoins(first - 1)
            && self.adjoins(last)
            && link.is_some_and(|link| participle(link - 1) && (link + 1..last).any(|index| self.is_digits(index)))
    }

    /// `mild in most patients but` behind a `were` that is kept, before a `severe in nine`: of others it is said otherwise.
    fn is_of_others(&self) -> bool {
        let (page, first, end, last) = (self.page, self.first, self.end, self.end - 1);
        let leads = |index: usize| {
            let word = self.word(index);
            is_function(word) && !is_pronoun(word) && !is_of(BEFORE_NOUNS, page, word) && !is_link(page, index)
        };
        last > first + 2
            && has(page, first - 1, Role::Be)
            && BUT.has(page, last)
            && self.word(first + 1) == self.word(end + 1)
            && leads(first + 1)
            && !self.is_small(first)
            && !self.is_small(end)
            && self.adjoin(first - 1..first + 1)
            && self.adjoin(last..end + 1)
    }

    /// `en Lugo en 1960, estudió derecho` behind a `nació`, before an `en León`: the place is of another verb.
    fn is_born_elsewhere(&self) -> bool {
        let (page, first, end) = (self.page, self.first, self.end);
        let born = (first.saturating_sub(LINK)..end).any(|index| BIRTH.has(page, index));
        let Some(joint) = (first..end - 1).rev().find(|&index| self.parts(index)) else { return false };
        let verb = joint + 1;
        let later = || (verb..end).all(|index| !BIRTH.has(page, index));
        born && verb < end
            && self.is_past(verb)
            && later()
            && self.adjoin(verb..end)
            && is_of(WHERE, page, self.word(end))
    }

    fn is_past(&self, index: usize) -> bool {
        let page = self.page;
        let written = page.written(index..index + 1);
        let ended = |(language, ends): &(Language, &str)| {
            ends.split(' ').any(|end| written.ends_with(end))
                && is_of(&[(*language, page.word(index))], page, page.word(index))
        };
        let told = written.chars().count() >= LETTERS && !self.is_small(index) && PAST_ENDS.iter().any(ended);
        written.starts_with(char::is_lowercase) && (told || PAST.has(page, index))
    }

    /// `within 28 days, and from there to the High Court` before a `within 14 days`.
    fn is_of_another_number(&self) -> bool {
        let (first, end) = (self.first, self.end);
        let counted = |at: usize| self.is_digits(at + 1) && !self.is_digits(at + 2) && !self.is_small(at + 2);
        let written = |index: usize| {
            index < self.page.words.len() && self.page.written(index..index + 1).starts_with(char::is_lowercase)
        };
        end > first + 3
            && self.word(first) == self.word(end)
            && is_function(self.word(first))
            && counted(first)
            && counted(end)
            && self.word(first + 2) == self.word(end + 2)
            && self.word(first + 1) != self.word(end + 1)
            && written(first + 2)
            && self.adjoin(first - 1..first + 2)
            && self.adjoin(end - 1..end + 2)
            && self.goes_elsewhere()
    }

    /// `, and from there to the High Court` at the end of what is hidden: of another thing than what is kept, and no `and then`.
    fn goes_elsewhere(&self) -> bool {
        let Some(joint) = (self.first + 2..self.end - 1).rev().find(|&index| self.parts(index)) else { return false };
        let tail = joint + 1..self.end;
        tail.len() > 2 && self.is_small(tail.start) && self.is_content(self.end - 1)
    }

    fn is_content(&self, index: usize) -> bool {
        let word = self.word(index);
        !self.is_small(index) && !self.is_digits(index) && !is_one_of(NO_THING, word) && !word.ends_with("ly")
    }

    /// `in women, although it did so` before an `in men`, behind a `did not`: of those it is so. English has a verb for all others.
    fn is_so_after_all(&self) -> bool {
        let (page, end) = (self.page, self.end);
        let so = usize::from(self.word(end - 1) == "so");
        let at = |back: usize| end.checked_sub(back + so).filter(|&at| at >= self.first);
        let told = |back: usize, words: &str| at(back).is_some_and(|at| is_one_of(words, self.word(at)));
        let denied = (self.first.saturating_sub(CLAUSE)..self.first).rev().take_while(|&index| !self.closes(index));
        told(1, "are did do does had has have is was were")
            && told(3, "although but though")
            && at(2).is_some_and(|at| is_subject(page, at))
            && is_of(&[(English, "so")], page, "so")
            && self.adjoins(end - 1)
            && !(self.first..end).any(|index| page.negates(index))
            && denied.into_iter().any(|index| page.negates(index))
    }

    /// `-il` of `est-il sûr ?`, without which it is no question.
    fn is_question(&self) -> bool {
        const INVERTED: &str = "ce elle elles il ils je nous on t tu vous";
        let (page, first, end) = (self.page, self.first, self.end);
        let mut ahead = (end..page.words.len()).filter(|&index| self.closes(index));
        let mut asked = || ahead.next().is_some_and(|index| page.between(index).contains('?'));
        page.between(first - 1).trim().starts_with(['-', '‐', '‑'])
            && (first..end).all(|index| is_one_of(INVERTED, self.word(index)))
            && languages_of(&[(French, "il")], page, "il") != 0
            && asked()
    }

    /// `没有……明显影响` of “没有影响，但有明显影响”; `于……5月5日` of “于5月3日通过，5月5日”; `不……是` of “不仅是”; `商店……是` of “商店中有一家是”.
    fn joins_in_chinese(&self) -> bool {
        const NEAR: usize = 3;
        const AT: &str = "于 於 在 自 至 从 從";
        const ONE: &str = "家 个 個 名 位 座 部 条 條 只 件 间 間";
        let (page, first, end) = (self.page, self.first, self.end);
        let beside = |index: usize| page.between(index).is_empty();
        let comma = |index: usize| page.between(index).contains(['，', ',']);
        let kept = |index: usize| (index..first).all(beside);
        let denied = (first.saturating_sub(NEAR)..first).any(|index| page.negates(index) && kept(index));
        let but = (first + 1..end).rev().find(|&index| is_one_of("但 而 却 卻", self.word(index)) && comma(index - 1));
        let so = |but: usize| beside(end - 1) && !(but..end).any(|index| page.negates(index));
        let month = |index: usize| page.is_number(index) && is_one_of("年 月 日", self.word(index + 1));
        let dated = is_one_of(AT, self.word(first - 1)) && beside(first - 1) && month(first) && month(end);
        let one = end - first > 2
            && beside(end - 1)
            && self.word(end) == "是"
            && is_one_of(ONE, self.word(end - 1))
            && (self.word(end - 3), self.word(end - 2)) == ("有", "一");
        let only = end - first == 1
            && self.word(first - 1) == "不"
            && is_one_of("仅 僅 只 单 單 光 但", self.word(first))
            && beside(first - 1);
        denied && but.is_some_and(so) || dated && (first..end).any(comma) || one || only
    }
}
