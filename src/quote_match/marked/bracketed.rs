//! What words in brackets make of the sentence that they stand in. A name, a date or an explanation says more of the same;
//! "allegedly", "denied that" or "most" says something else.

use crate::quote_match::languages::conditions::CONDITIONS;
use std::ops::Range;
use std::sync::OnceLock;

use super::bracket_adds;
use super::bracket_claims::{causes, conditions, narrows};
use super::bracket_turns;
use super::other_verb::is_past;
use crate::date::month_named;
use crate::quote_match::folding::fold::{Folded, Spaces};
use crate::quote_match::folding::words::{is_function, is_one_of, is_pronoun};
use crate::quote_match::languages::language::Language::{
    self, Czech, Dutch, English, Finnish, French, German, Hungarian, Italian, Polish, Portuguese, Russian, Spanish,
    Swedish, Ukrainian,
};
use crate::quote_match::languages::language::is_of;
use crate::quote_match::languages::limits::{HEDGING, LESSENING, weakens};
use crate::quote_match::languages::two_parts::EXCEPTED;
use crate::quote_match::languages::vocabulary::qualifies;
use crate::quote_match::weighing::amounts::quantities;

/// Adverbs that take something off what is said, besides the qualifiers that are known everywhere.
const HEDGES: &[(Language, &str)] = &[
    (
        English,
        "allegedly almost apparently arguably barely falsely hardly largely likely mainly mistakenly nearly nominally \
         occasionally only ostensibly partially partly possibly potentially practically presumably probably purportedly \
         rarely reportedly scarcely seemingly seldom sometimes supposedly unlikely untrue virtually wrongly",
    ),
    (
        German,
        "anscheinend angeblich beinahe fast falschlich kaum mutmasslich nur offenbar scheinbar teilweise vermeintlich vermutlich \
         vielleicht wohl womoglich",
    ),
    (French, "apparemment faussement partiellement peut-etre presque pretendument seulement soi-disant"),
    (Spanish, "aparentemente casi falsamente parcialmente presuntamente supuestamente"),
    (Italian, "apparentemente presumibilmente presunto quasi solo soltanto"),
    (Portuguese, "alegadamente aparentemente parcialmente quase supostamente"),
    (Dutch, "bijna blijkbaar deels kennelijk vermoedelijk zogenaamd"),
    (Polish, "czesciowo niemal podobno prawie rzekomo"),
    (Russian, "видимо вероятно почти предположительно частично якобы"),
    (Swedish, "delvis formodligen nastan troligen"),
    (Language::Danish, "angiveligt delvist formentlig naesten"),
    (Czech, "castecne pravdepodobne temer udajne"),
    (Ukrainian, "імовірно маиже можливо нібито"),
    (Language::Greek, "δηθεν μαλλον πιθανωσ σχεδον φερεται"),
    (Language::Turkish, "belki guya muhtemelen neredeyse sozde"),
    (Language::Arabic, "ربما تقريبا"),
    (Language::Hebrew, "אולי כמעט כנראה לכאורה"),
];

/// How often.
const TIMES: &[(Language, &str)] = &[
    (English, "once thrice twice"),
    (German, "dreimal mehrfach mehrmals zweimal"),
    (Dutch, "driemaal meermaals tweemaal"),
    (Polish, "dwukrotnie trzykrotnie wielokrotnie"),
    (Czech, "dvakrat opakovane trikrat"),
    (Russian, "дважды многократно неоднократно трижды"),
    (Ukrainian, "двічі неодноразово тричі"),
    (Finnish, "kahdesti kolmesti"),
    (Hungarian, "haromszor ketszer tobbszor"),
];

/// The same, and what denies and counts, where words are not parted by spaces.
const UNSPACED_HEDGES: &[&str] = &[
    "故意",
    "蓄意",
    "秘密",
    "只",
    "仅",
    "两次",
    "わざと",
    "密かに",
    "ひそかに",
    "故意に",
    "可能",
    "也许",
    "或许",
    "大概",
    "据称",
    "据说",
    "几乎",
    "疑似",
    "涉嫌",
    "并非",
    "从未",
    "没有",
    "不",
    "未",
    "没",
    "大部分",
    "多数",
    "少数",
    "部分",
    "所有",
    "全部",
    "おそらく",
    "恐らく",
    "多分",
    "たぶん",
    "かもしれない",
    "ほぼ",
    "いわゆる",
    "ほとんど",
    "一部の",
    "すべての",
    "全ての",
    "อาจ",
    "คงจะ",
    "น่าจะ",
    "เกือบ",
    "ไม่",
    "บาง",
];

/// What makes a condition or a cause there, with as many words behind it as it likes.
const UNSPACED_CLAUSES: [&str; 16] = [
    "如果",
    "若是",
    "除非",
    "只有在",
    "只要",
    "因为",
    "因為",
    "由于",
    "由於",
    "为此",
    "もし",
    "そのため",
    "なぜなら",
    "ถ้า",
    "หาก",
    "เพราะ",
];

/// What stands between how much there is of a thing and the thing.
const OF: &[(Language, &str)] = &[
    (English, "of"),
    (German, "von"),
    (French, "d de"),
    (Spanish, "de"),
    (Italian, "di"),
    (Portuguese, "de"),
    (Dutch, "van"),
    (Swedish, "av"),
    (Language::Danish, "af"),
    (Language::Romanian, "de"),
];

/// Characters of brackets in which one of them is what they say, and of those of one letter.
const FEW_CHARACTERS: usize = 6;
const PAIR: usize = 2;

/// What makes of a clause the thing that somebody says, knows or denies.
const THAT: &[(Language, &str)] = &[
    (English, "that"),
    (German, "dass"),
    (French, "que"),
    (Spanish, "que"),
    (Italian, "che"),
    (Portuguese, "que"),
    (Dutch, "dat"),
    (Polish, "ze"),
    (Russian, "что"),
    (Swedish, "att"),
];

/// What leaves something out, as the one word of an exception does, in brackets; elsewhere it puts one thing beside another.
const BESIDES: &[(Language, &str)] = &[(English, "besides unlike"), (German, "statt")];

/// What puts one thing to another.
const ADDITIONS: &[(Language, &str)] = &[
    (English, "and or but plus"),
    (German, "und oder aber"),
    (French, "et ou mais"),
    (Spanish, "y o pero"),
    (Italian, "e o ma"),
    (Portuguese, "e ou mas"),
    (Dutch, "en of maar"),
    (Polish, "i lub ale"),
    (Russian, "и или но"),
    (Swedish, "och eller men"),
];

/// Nouns of what somebody says, in English: `the claim that`. Behind another noun `that` is `which`.
const CLAIMS: &str = "accusation allegation assertion belief charge claim denial idea lie myth notion possibility \
                      report rumor rumour story suggestion theory";

/// Words that a noun stands behind.
const BEFORE_NOUNS: &str = "a an her his my our that the their this those ce cette der die das den el gli i il la las le les \
                            lo los un una une";

/// Verbs that deny, and those that leave open whether what follows came about, in English.
pub(crate) const DENIALS: &str = "denied denies deny denying disputed disputes refuted refutes rejected rejects";
pub(crate) const REFUSALS: &str = "decline declined declines fail failed fails refuse refused refuses unable";
const ATTEMPTS: &str = "attempted attempts bribed claimed claims coerced compelled decided declined declines expected fail failed fails forced hoped hopes intended \
                        intends likely offered offers ordered paid persuaded planned plans pressured pretended pretends promised promises refused refuses seem \
                        seemed seems supposed threatened threatens tried tries unable unlikely want wanted wants";

/// Verbs that say how sure it is, and whether it was.
const MODALS: &[(Language, &str)] = &[
    (English, "can could may might must shall should will would"),
    (German, "darf durfte kann konnen konnte konnten muss mussen soll sollen sollte will wird wurde wurden"),
    (French, "doit peut pourrait"),
    (Spanish, "debe podria puede"),
    (Italian, "deve potrebbe puo"),
    (Portuguese, "deve pode poderia"),
    (Dutch, "kan mag moet zal zou"),
];

/// Words that qualify a number and are prepositions before anything else.
const BESIDE_NUMBERS: [&str; 7] = ["about", "around", "over", "under", "some", "up", "once"];

/// Which side of the passage a bracket stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// Between two of its words, in place of what the page has there.
    Within,
    /// Before its first word.
    Before,
    /// Behind its last word.
    Behind,
}

/// Words in brackets, and what stands at their place.
struct Bracket<'f, 't> {
    page: &'f Folded<'t>,
    /// What they stand for; beside a passage what stands right there that tells.
    words: Range<usize>,
    /// What they may stand for.
    near: Range<usize>,
    with: &'f Folded<'f>,
    side: Side,
}

/// Whether words in brackets say what the page does not, and turn by it what they stand in. `words` are those of the page
/// that they stand for, `near` those that they may stand for where they stand beside a passage.
pub(crate) fn claims_more(
    page: &Folded<'_>,
    words: Range<usize>,
    near: Range<usize>,
    with: &Folded<'_>,
    side: Side,
) -> bool {
    let bracket = Bracket { page, words, near, with, side };
    !with.words.is_empty()
        && (bracket.qualifies()
            || bracket.qualifies_unspaced()
            || bracket.counts()
            || bracket.hides_number()
            || bracket.subordinates()
            || bracket.excepts()
            || bracket.adds()
            || causes(page, &bracket.words, with, side)
            || conditions(page, &bracket.near, with)
            || bracket_turns::turns(page, &bracket.words, with, side, bracket.leads_to_number())
            || bracket_adds::adds(page, &bracket.words, with, side)
            || side != Side::Before && narrows(page, &bracket.words, with, side))
}

/// Whether one word is, in brackets, what the other is in the tense of the writer's sentence.
pub(crate) fn is_in_another_tense(with: &Folded<'_>, ours: &str, theirs: &str) -> bool {
    let had_to = matches!(ours, "had" | "has" | "have") && with.text.ends_with("to");
    matches!((theirs, ours), ("will", "would") | ("can", "could") | ("may", "might"))
        || theirs == "must" && (ours == "must" || had_to)
}

impl Bracket<'_, '_> {
    /// `[allegedly]`, `[most]`, `[The board may]`, where nothing on the page says so.
    fn qualifies(&self) -> bool {
        let with = self.with;
        let own: Vec<usize> = with.all().filter(|&index| self.is_qualifier(with, index)).collect();
        let (Some(&first), Some(&last)) = (own.first(), own.last()) else { return false };
        let told = self.near.clone().any(|index| {
            let word = self.page.word(index);
            self.is_qualifier(self.page, index)
                || own.iter().any(|&own| with.word(own) == word)
                || self.page.negates(index)
        });
        let hedges = [HEDGING, LESSENING].into_iter().any(|words| is_of(words, self.page, with.word(first)));
        !told
            && (self.is_bare()
                || first == 0 && (hedges || self.repeats_page())
                || last + 1 == with.words.len()
                    && is_of(MODALS, self.page, with.word(last))
                    && (self.side == Side::Before || !self.words.is_empty()))
    }

    /// `[可能]`, `[没有]`.
    fn qualifies_unspaced(&self) -> bool {
        static KNOWN: OnceLock<[Vec<String>; 2]> = OnceLock::new();
        let folded = |words: &[&str]| words.iter().map(|hedge| Folded::new(hedge, Spaces::Written).text).collect();
        let [known, clauses] = KNOWN.get_or_init(|| [folded(UNSPACED_HEDGES), folded(&UNSPACED_CLAUSES)]);
        let (ours, theirs) = (self.with.text.as_str(), self.page.folded(self.near.clone()));
        let most = |hedge: &str| if hedge.chars().nth(1).is_none() { PAIR } else { FEW_CHARACTERS };
        let clause = |clause: &String| ours.starts_with(clause.as_str()) && !theirs.contains(clause.as_str());
        clauses.iter().any(clause)
            || self.with.words.len() <= FEW_CHARACTERS
                && known.iter().any(|hedge| {
                    ours.starts_with(hedge.as_str())
                        && self.with.words.len() <= most(hedge)
                        && !theirs.contains(hedge.as_str())
                })
    }

    /// `[50]`, `[three]`, where the page has no number: dates and the numbers of things aside.
    fn counts(&self) -> bool {
        let with = self.with;
        let any = with.all().any(|index| is_quantity(with, index));
        let told = self.near.clone().any(|index| is_number(self.page, index));
        // `[$50 of]`, `[two loaves of]` before the bread that is told.
        let measures =
            self.words.is_empty() && self.side != Side::Behind && is_of(OF, self.page, with.word(with.words.len() - 1));
        any && !told && (self.is_bare() || self.repeats_page() || measures)
    }

    /// `[almost all]` for `3 of 10`.
    fn hides_number(&self) -> bool {
        let (page, with) = (self.page, self.with);
        let plain = |index: usize| page.is_number(index) || is_function(page.word(index));
        let theirs = self.words.clone().any(|index| is_quantity(page, index));
        let only = self.words.clone().all(plain);
        let ours = with.all().any(|index| with.is_number(index));
        let qualified = self.is_qualifier(with, 0) || self.is_bare();
        theirs && !ours && (only || qualified)
    }

    /// `[if]`, `[denied that he]`, `[refused to]`.
    fn subordinates(&self) -> bool {
        let (page, with) = (self.page, self.with);
        let last = with.words.len() - 1;
        let told = |word: &str| self.near.clone().any(|index| page.word(index) == word);
        let condition = |index: usize| is_of(CONDITIONS, page, with.word(index)) && !told(with.word(index));
        let open =
            |from: usize| (from..=last).all(|index| is_function(with.word(index)) || is_pronoun(with.word(index)));
        let claims = |index: usize| {
            let word = with.word(index - 1);
            let noun = index > 1 && is_one_of(BEFORE_NOUNS, with.word(index - 2));
            let tells = !is_function(word) && !is_pronoun(word) || with.negates(index - 1);
            tells && (!noun || is_one_of(CLAIMS, word))
        };
        let that = |index: usize| {
            let word = with.word(index);
            is_of(THAT, page, word) && open(index + 1) && claims(index) && !told(word)
        };
        let open_before =
            |index: usize| (0..index).all(|index| is_function(with.word(index)) || is_pronoun(with.word(index)));
        let denies = |index: usize| {
            let alone = open_before(index) && (index == last || open(index + 1));
            is_one_of(DENIALS, with.word(index)) && alone && !told(with.word(index))
        };
        let attempts = last > 0 && with.word(last) == "to" && is_one_of(ATTEMPTS, with.word(last - 1));
        // "[if necessary]" is no clause.
        condition(0) && (last != 1 || self.is_bare())
            || condition(last)
            || self.side != Side::Behind && (1..=last).any(that)
            || with.all().any(denies)
            || attempts && self.side != Side::Behind && !told(with.word(last - 1))
    }

    /// `[except his wife]`.
    fn excepts(&self) -> bool {
        let word = self.with.word(0);
        (EXCEPTED.at(self.with, 0) == Some(1) || is_of(BESIDES, self.page, word))
            && !self.near.clone().any(|index| self.page.word(index) == word)
    }

    /// `[and his brother]`, where the page has nothing at the place.
    fn adds(&self) -> bool {
        let word = self.with.word(0);
        self.side != Side::Before
            && self.words.is_empty()
            && is_of(ADDITIONS, self.page, word)
            && !self.is_bare()
            && (!self.near.clone().any(|index| self.page.word(index) == word) || self.adds_verb())
    }

    /// `[and became law]`: what the page tells of nobody, whatever else it puts to the words.
    fn adds_verb(&self) -> bool {
        const STEM: usize = 4;
        let (page, with) = (self.page, self.with);
        let stem = |index: usize| with.word(index).chars().take(STEM).collect::<String>();
        let told = |stem: &str| page.all().any(|index| page.word(index).starts_with(stem));
        with.words.len() > 1
            && is_past(with, 1)
            && with.all().skip(1).all(|index| is_function(with.word(index)) || !told(&stem(index)))
    }

    /// Whether nothing in the brackets has a meaning of its own: `[almost all of the]`.
    fn is_bare(&self) -> bool {
        let with = self.with;
        with.all().all(|index| {
            let word = with.word(index);
            is_function(word)
                || is_pronoun(word)
                || with.is_guarded(index)
                || is_of(HEDGES, self.page, word)
                || is_of(TIMES, self.page, word)
                || is_of(HEDGING, self.page, word)
                || weakens(with, index)
                || BESIDE_NUMBERS.contains(&word)
        })
    }

    /// Whether the brackets repeat a word of content that the page has at their place: `[most experts]` for `the experts`.
    fn repeats_page(&self) -> bool {
        let (page, with) = (self.page, self.with);
        let tells = |word: &str| !is_function(word) && !is_pronoun(word);
        let own = |index: usize| tells(with.word(index)) && !with.is_guarded(index);
        with.all().any(|at| own(at) && self.near.clone().any(|index| page.word(index) == with.word(at)))
    }

    fn is_qualifier(&self, text: &Folded<'_>, index: usize) -> bool {
        let word = text.word(index);
        let name = matches!(word, "may" | "will") && text.written(index..index + 1).starts_with(char::is_uppercase);
        let leads = if index + 1 < text.words.len() { text.is_number(index + 1) } else { self.leads_to_number() };
        !name
            && (!BESIDE_NUMBERS.contains(&word) || leads)
            && (qualifies(word, self.page.languages)
                || is_of(HEDGES, self.page, word)
                || is_of(TIMES, self.page, word)
                || is_of(HEDGING, self.page, word)
                || weakens(text, index))
            && !text.is_number(index)
            && !text.negates(index)
    }

    /// Whether the page goes on with a number behind the brackets.
    fn leads_to_number(&self) -> bool {
        let next = if self.side == Side::Before { self.near.end } else { self.words.end };
        self.side != Side::Behind && next < self.page.words.len() && self.page.is_number(next)
    }
}

/// Whether two runs of words name the same numbers in the same order, in whatever form.
pub(crate) fn same_numbers(one: &Folded<'_>, ours: Range<usize>, other: &Folded<'_>, theirs: Range<usize>) -> bool {
    quantities(one, ours) == quantities(other, theirs)
}

/// A number that is not the mark of a note: `[283]`.
pub(crate) fn is_number(text: &Folded<'_>, index: usize) -> bool {
    let span = text.span(index..index + 1);
    let (before, behind) = (&text.original[..span.start()], &text.original[span.end()..]);
    let marks =
        before.ends_with('[') && behind.starts_with(']') && text.word(index).bytes().all(|c| c.is_ascii_digit());
    text.is_number(index) && !marks
}

/// A number that says how many; `one` is a pronoun as often.
pub(super) fn is_quantity(text: &Folded<'_>, index: usize) -> bool {
    is_number(text, index) && !is_date(text, index) && text.word(index) != "one"
}

/// Whether a number is a year, a day, or the number of something: `1901`, `June 3`, `Article 5`.
fn is_date(text: &Folded<'_>, index: usize) -> bool {
    let word = text.word(index);
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let year = digits == 4 && matches!(&word[digits..], "" | "s") && ("1000"..="2999").contains(&&word[..digits]);
    let month = |at: usize| month_named(&text.written(at..at + 1).to_lowercase()).is_some();
    let before = index.checked_sub(1);
    let dated = before.is_some_and(month) || index + 1 < text.words.len() && month(index + 1);
    let named = before.is_some_and(|before| {
        let written = text.written(before..before + 1);
        written.starts_with(char::is_uppercase) && before > 0
            || matches!(
                text.word(before),
                "article"
                    | "section"
                    | "page"
                    | "pages"
                    | "p"
                    | "pp"
                    | "chapter"
                    | "no"
                    | "number"
                    | "vol"
                    | "volume"
                    | "figure"
                    | "fig"
                    | "table"
                    | "part"
                    | "paragraph"
                    | "line"
                    | "aged"
                    | "note"
                    | "rule"
                    | "act"
            )
    });
    let digits = digits > 0;
    year || dated || digits && named
}
