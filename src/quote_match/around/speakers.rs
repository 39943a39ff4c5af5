//! Whether the words that tell who speaks tell of somebody else than those before them: “…,” he said. “…,” his wife added.

use std::ops::Range;

use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::words::{is_function, is_one_of, is_pronoun, is_role, is_title};
use crate::quote_match::languages::language::{Language, Languages};
use crate::quote_match::languages::letters::is_unspaced;

/// Who is told to speak.
#[derive(Debug, PartialEq, Eq)]
enum Speaker<'t> {
    /// Nobody who is named: `añadió`, `added in May`.
    Untold,
    /// By a row of [`PRONOUNS`].
    Pronoun(usize),
    Named(Vec<&'t str>),
}

/// Those who speak and are not named, folded, each row one of them.
const PRONOUNS: [&str; 6] = [
    "he er il el lui ele hij han on он він αυτοσ",
    "she sie elle ella lei ela zij ze hon hun ona она вона αυτη",
    "i ich je j yo io eu ik jag jeg ja я",
    "we wir nous nosotros nosotras noi nos wij vi my мы ми",
    "they ils elles ellos ellas loro eles elas oni они вони",
    "you du ihr tu vous usted ustedes vosotros voi voce jij u ty vy ты вы ти ви",
];

/// Who is a `he`, and who is a `she`, folded.
const MEN: &str = "boy brother duke father grandfather husband king man mr nephew prince sir son uncle widower \
    bruder herr junge konig mann onkel prinz sohn vater witwer frere homme mari monsieur neveu oncle pere roi \
    hermano hijo hombre marido padre principe rey senor sobrino tio fratello figlio marito re signor signore uomo zio \
    filho homem irmao pai rei senhor broer heer koning meneer oom vader zoon bror farbror herre konge kung mand \
    brat chlopiec krol maz mezczyzna ojciec pan syn wujek bratr kral muz otec брат дядя король муж мужчина отец сын \
    батько син чоловік";
const WOMEN: &str = "aunt daughter duchess girl grandmother lady miss mother mrs ms niece princess queen sister widow wife woman \
    frau konigin madchen mutter nichte prinzessin schwester tante tochter witwe dame epouse femme madame mere mlle mme reine soeur veuve \
    hermana hija mujer madre princesa reina senora sobrina tia viuda donna figlia moglie regina signora sorella vedova zia \
    filha irma mae mulher rainha senhora viuva dochter koningin mevrouw moeder vrouw zus dotter drottning moster syster \
    corka kobieta krolowa matka pani siostra zona dcera kralovna sestra zena дочь женщина жена королева мать сестра тетя \
    дочка дружина жінка мати";

/// The row of `they`.
const THEY: usize = 4;

/// Those of them that are articles or other small words elsewhere.
const AMBIGUOUS: &str = "il el on nos u lui je ja my hun vi i";

/// What stands before the noun of who speaks.
const DETERMINERS: &str = "the his her their my our your its another one some this that der die das ein eine einer sein seine ihr ihre \
    deren dessen unser mein le la les l un une son sa ses leur leurs mon ma notre el los las una su sus mi otro otra il lo i gli uno \
    suo sua altro o os as um uma seu outro outra de het een zijn haar hun hans hennes deras hendes deres min mitt sin jego jej ich \
    jeho jeji его ее её их іі іх ο η το";

/// What leads to another matter than who speaks: where, when, how, and to whom.
const LEADING: &str = "about after against as at before by during for from in into of on over to under when while with \
    als am auf aus bei beim durch fur gegen gegenuber im mit nach uber um vor wahrend zu zum zur \
    apres au aupres aux avec chez comme dans depuis devant en lors pendant pour sur vers \
    al ante con desde durante entre hacia para por sobre tras alla alle allo ai agli da dal dalla di nel nella per su \
    ao aos a com em no na nos nas pelo pela aan bij met naar op te tegen tijdens tot voor \
    efter hos i mot med om pa till til ved do dla o po podczas przed przy w we z ze k ke pri s v ve \
    в во для до за из к ко на о об от перед по при с со у із під";

/// What says when and how somebody speaks, before the verb.
const ADVERBS: &str = "again also already even finally first later now once only quickly quietly simply soon still then today \
    yesterday";

/// What helps a verb.
const AUXILIARIES: &str = "a ai as avait had has have hat hatte hatten ha hanno he tem tinha heeft hebben har hade havde would \
    could can will did does do se si sich t was";

/// What leads to who says it without a verb.
const ACCORDING: &str = "according laut zufolge selon segun secondo segundo volgens enligt ifolge wedlug podle";

/// Words that name one speaker, at most.
const LONGEST: usize = 5;

/// Whether words of `other` tell of another speaker than `one`. `verb` finds the verb of saying.
pub(crate) fn is_another(
    page: &Folded<'_>,
    one: &Range<usize>,
    other: &Range<usize>,
    says: impl Fn(usize) -> bool,
) -> bool {
    if let (Some(first), Some(second)) = (says_as(page, one, &says), says_as(page, other, &says))
        && first != second
    {
        return true;
    }
    let (first, second) = (speaker(page, one, &says), speaker(page, other, &says));
    match (first, second) {
        (_, Speaker::Untold) | (Speaker::Untold, Speaker::Pronoun(_)) => false,
        (Speaker::Untold | Speaker::Pronoun(_), Speaker::Named(_)) => true,
        (Speaker::Pronoun(one), Speaker::Pronoun(other)) => one != other,
        // A name is no `I` and no `we`; `her brother` is no `she`.
        (Speaker::Named(_), Speaker::Pronoun(other)) => {
            matches!(other, 2 | 3 | 5) || is_of_other_kind(page, one, other)
        }
        (Speaker::Named(first), Speaker::Named(second)) => {
            let told: Vec<&str> = one.clone().map(|index| page.word(index)).collect();
            let shorter = second.iter().all(|word| told.contains(word));
            let is_name = |word: &&str| other.clone().any(|index| page.word(index) == *word && is_named(page, index));
            let longer = first.iter().all(|word| second.contains(word) && is_name(word)) && second.iter().all(is_name);
            !shorter && !longer
        }
    }
}

/// Whether a woman or a man is told to have said it by the verb: `сказала`, `powiedział`. None where it does not tell.
fn says_as(page: &Folded<'_>, tag: &Range<usize>, says: impl Fn(usize) -> bool) -> Option<bool> {
    const SLAVIC: Languages =
        Language::Russian.bit() | Language::Ukrainian.bit() | Language::Polish.bit() | Language::Czech.bit();
    let verb = tag.clone().find(|&index| says(index)).filter(|_| page.languages & SLAVIC != 0)?;
    let word = page.word(verb);
    let man = word.ends_with(['л', 'l']) || word.ends_with('в') && page.languages & Language::Ukrainian.bit() != 0;
    if word.ends_with("ла") || word.ends_with("la") { Some(true) } else { man.then_some(false) }
}

/// Whether `words` name a man where row `pronoun` is a woman's, or a woman where it is a man's. Of `the man’s wife` that is not known.
fn is_of_other_kind(page: &Folded<'_>, words: &Range<usize>, pronoun: usize) -> bool {
    // `his` in French, `is` in Spanish; a king; `one` in German and in the north.
    let other = |word: &str| {
        let languages = match word {
            "son" => [Language::French, Language::Spanish, Language::Turkish],
            "re" => [Language::English, Language::French, Language::German],
            "man" => [Language::German, Language::Swedish, Language::Danish],
            _ => return false,
        };
        languages.iter().any(|language| page.languages & language.bit() != 0)
    };
    let has = |list: &str| {
        words.clone().any(|index| {
            let word = page.word(index).trim_end_matches("'s").trim_end_matches("’s");
            is_one_of(list, word) && !other(word)
        })
    };
    // `M. Lang`
    let monsieur = || {
        let short = |index: usize| page.word(index) == "m" && page.between(index).starts_with('.');
        page.languages & Language::French.bit() != 0 && words.clone().any(short)
    };
    let (men, women) = (has(MEN) || monsieur(), has(WOMEN));
    men != women && (men && pronoun == 1 || women && pronoun == 0)
}

fn speaker<'t>(page: &'t Folded<'_>, tag: &Range<usize>, says: impl Fn(usize) -> bool) -> Speaker<'t> {
    let Some(verb) = tag.clone().find(|&index| says(index)) else {
        let led = is_one_of(ACCORDING, page.word(tag.start));
        // `snapped her brother`: a verb that is not known here.
        let other = !led && is_content(page, tag.start) && tag.len() > 1 && opens_name(page, tag.start + 1);
        let told = led || other || opens_name(page, tag.start);
        let start = tag.start
            + usize::from(led || other && !is_named(page, tag.start))
            + usize::from(page.word(tag.start) == "according");
        return if told { behind_verb(page, start..tag.end) } else { Speaker::Untold };
    };
    let before = tag.start..verb;
    let content: Vec<&str> =
        before.clone().filter(|&index| is_content(page, index)).map(|index| page.word(index)).collect();
    let first = before.clone().next().map(|index| page.word(index));
    let surely = first.filter(|word| !is_one_of(AMBIGUOUS, word)).and_then(pronoun);
    let among = || before.clone().find_map(|index| pronoun(page.word(index)));
    match surely.or_else(|| if content.is_empty() { among() } else { None }) {
        Some(row) => Speaker::Pronoun(row),
        None if content.is_empty() => behind_verb(page, verb + 1..tag.end),
        None => Speaker::Named(content),
    }
}

/// `seine Frau` of `ergänzte seine Frau`, `er` of `fügte er hinzu`, and nobody in `añadió con calma`.
fn behind_verb<'t>(page: &'t Folded<'_>, words: Range<usize>) -> Speaker<'t> {
    let mut named = Vec::new();
    for index in words.clone().take(LONGEST) {
        let word = page.word(index);
        let apart = index > words.start
            && !page.between(index - 1).trim_matches(|c: char| c == '-' || c.is_whitespace()).is_empty();
        if !named.is_empty() && (apart || leads(page, word)) {
            break;
        }
        let last = index + 1 >= words.end || !page.between(index).trim().is_empty();
        if named.is_empty()
            && pronoun(word).is_some()
            && (last || !is_one_of(AMBIGUOUS, word))
            && !is_possessive(page, index, last)
        {
            return pronoun(word).map_or(Speaker::Untold, Speaker::Pronoun);
        }
        if named.is_empty() && !is_one_of(DETERMINERS, word) && leads(page, word) {
            return Speaker::Untold;
        }
        if is_content(page, index) {
            named.push(word);
        }
    }
    if named.is_empty() { Speaker::Untold } else { Speaker::Named(named) }
}

/// `ihr Mann` beside `ihr`.
fn is_possessive(page: &Folded<'_>, index: usize, last: bool) -> bool {
    is_one_of(DETERMINERS, page.word(index)) && !last && is_content(page, index + 1)
}

/// Whether a word leads to where, when and to whom. `a` is an article of English and Portuguese.
fn leads(page: &Folded<'_>, word: &str) -> bool {
    let article = Language::English.bit() | Language::Portuguese.bit();
    match word {
        "a" => page.languages != 0 && page.languages & article == 0,
        _ => is_one_of(LEADING, word),
    }
}

fn opens_name(page: &Folded<'_>, index: usize) -> bool {
    let word = page.word(index);
    is_named(page, index) || is_role(word) || is_one_of(DETERMINERS, word) || pronoun(word).is_some()
}

fn is_named(page: &Folded<'_>, index: usize) -> bool {
    page.written(index..index + 1).starts_with(char::is_uppercase)
}

fn is_content(page: &Folded<'_>, index: usize) -> bool {
    let word = page.word(index);
    let small = [DETERMINERS, LEADING, ADVERBS, AUXILIARIES].iter().any(|list| is_one_of(list, word));
    // `seine Frau`, and not `Frau Meier`.
    let ends = index + 1 == page.words.len() || !page.between(index).trim().is_empty();
    let stands_for = is_pronoun(word) || pronoun(word).is_some();
    !(small || stands_for || is_function(word) || is_title(word) && !ends) && word.chars().nth(1).is_some()
}

/// Whether a folded word leads to who says something: `according`, `laut`.
pub(crate) fn is_according(word: &str) -> bool {
    is_one_of(ACCORDING, word)
}

/// `he`, `she` and their like.
pub(crate) fn is_third(word: &str) -> bool {
    matches!(pronoun(word), Some(0 | 1))
}

/// `they` and its like.
pub(crate) fn is_plural(word: &str) -> bool {
    pronoun(word) == Some(THEY)
}

fn pronoun(word: &str) -> Option<usize> {
    PRONOUNS.iter().position(|row| is_one_of(row, word))
}

/// The same in Chinese, of the words before the verb: `他妻子` is not `他`.
pub(super) fn is_another_in_chinese(one: &str, other: &str) -> bool {
    const SELVES: [&str; 4] = ["他", "她", "我", "我们"];
    let plain = |name: &str| name.trim_matches(['又', '还', '還', '也', '再', '则', '則', '接', '着', '著']).to_owned();
    let (one, other) = (plain(one), plain(other));
    let is_self = |name: &str| SELVES.contains(&name);
    if other.is_empty() || one == other {
        return false;
    }
    let third = |name: &str| matches!(name, "他" | "她");
    if is_self(&other) {
        is_self(&one) || !third(&other)
    } else {
        is_self(&one) || !one.contains(&other) && !other.contains(&one)
    }
}

/// The words before the verb of saying with which a Chinese clause at word `from` ends; none where it has no such.
pub(super) fn speaker_in_chinese<'t>(page: &'t Folded<'_>, from: usize, verbs: &[&str]) -> Option<&'t str> {
    const FAR: usize = 12;
    let last = page.words.len();
    let inner = |index: usize| page.word(index).chars().all(is_unspaced);
    let length = (from..last.min(from + FAR))
        .take_while(|&index| inner(index) && (index == from || page.between(index - 1).is_empty()));
    let clause = page.folded(from..from + length.count());
    verbs.iter().filter_map(|verb| clause.find(verb)).min().map(|at| &clause[..at])
}
