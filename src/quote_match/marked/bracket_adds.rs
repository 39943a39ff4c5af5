//! Words in brackets that put to the page what it does not say, where they stand for nothing of it: how good or bad a thing is, what
//! somebody did besides, that only some are meant, that one thing causes another.

use std::ops::Range;
use std::sync::LazyLock;

use super::bracketed::{Side, is_quantity};
use crate::quote_match::around::speech::is_verb_of_saying;
use crate::quote_match::folding::fold::{Folded, Spaces};
use crate::quote_match::folding::words::{is_function, is_one_of, is_pronoun};
use crate::quote_match::languages::language::Language::{
    self, Arabic, Czech, Danish, Dutch, English, Finnish, French, German, Greek, Hungarian, Indonesian, Italian,
    Polish, Portuguese, Romanian, Russian, Spanish, Swedish, Turkish, Ukrainian,
};
use crate::quote_match::languages::language::is_of;
use crate::quote_match::languages::letters::is_unspaced;
use crate::quote_match::languages::openings::is_subject;
use crate::quote_match::languages::phrases::Phrases;
use crate::quote_match::languages::two_parts::EXCEPTED;

/// Words before a noun that take some of what the page says of all of it.
const SOME: &[(Language, &str)] = &[
    (English, "some several certain"),
    (German, "einige einigen einiger etliche etlichen manche manchen mancher"),
    (French, "certains certaines quelques"),
    (Spanish, "algunos algunas ciertos ciertas"),
    (Italian, "alcuni alcune certi certe"),
    (Portuguese, "alguns algumas certos certas"),
    (Dutch, "enkele sommige"),
    (Polish, "kilka kilku niektore niektorych niektorym niektorymi niektorzy"),
    (Czech, "nektera nektere nekteri nekterych nekterym nekterymi"),
    (Russian, "некоторые некоторых некоторым некоторыми"),
    (Ukrainian, "деякі деяким деякими деяких"),
    (Swedish, "nagra somliga vissa"),
    (Danish, "nogle somme visse"),
    (Finnish, "jotkin jotkut joidenkin joillekin muutamat"),
    (Hungarian, "egyes nehany"),
    (Romanian, "cateva cativa unele unii unor"),
    (Turkish, "bazi kimi"),
    (Indonesian, "beberapa sebagian"),
    (Greek, "καποια καποιεσ καποιοι μερικα μερικεσ μερικοι ορισμενα ορισμενεσ ορισμενοι"),
    (Arabic, "بعض"),
];

/// Words of judgement, of English whole ones, of the others without their endings.
const COLOURS: &[(Language, &str)] = &[
    (
        English,
        "absurd armed awful bad beautiful biased botched brave brilliant careless catastrophic cowardly cruel dangerous deadly \
         disastrous dreadful drugged drunk drunken evil excellent flawed foolish great greedy harmful horrible incompetent insane \
         lazy lethal lying poisoned poisonous racist reckless ridiculous rigged rotten sexist shameful stupid tainted terrible toxic \
         tragic ugly unarmed useless violent wicked wonderful worthless",
    ),
    (
        German,
        "beschamt betrunken bestechlich feig furchtbar gefahrlich gescheitert gewalttatig gierig giftig grausam kauflich korrupt \
         kriminell rassistisch schlecht schrecklich todlich unfahig vergiftet verdorben",
    ),
    (
        French,
        "affreu avide cruel dangereu empoisonn honteu horrible incompetent ivre lache mauvais mortel raciste stupide terrible \
         toxique vereu violent corromp",
    ),
    (
        Spanish,
        "avergonzad borrach cobarde codicios corrupt cruel criminal envenenad estupid horribl incompetent mortal peligros pesim racista \
         terribl toxic violent",
    ),
    (
        Italian,
        "avid avvelenat codard corrott criminal crudel incompetent mortal orribil pericolos pessim razzist stupid terribil tossic \
         ubriac vergognos violent",
    ),
    (
        Portuguese,
        "bebad corrupt covarde criminos cruel envenenad envergonhad estupid ganancios horrive incompetent mortal perigos pessim \
         racista terrive toxic violent",
    ),
    (
        Dutch,
        "beschaamd corrupt crimineel criminele dodelijk dronken gevaarlijk gewelddadig giftig hebzuchtig laffe omgekocht onbekwa \
         racistisch slecht verschrikkelijk vergiftigd vreselijk wreed wrede",
    ),
    (
        Swedish,
        "berusad dalig dodlig farlig feg forgiftad fruktansvard girig giftig grym hemsk inkompetent korrupt kriminell rasistisk",
    ),
    (
        Danish,
        "beruset darlig farlig forfaerdelig forgifte frygtelig giftig gradig grusom inkompetent korrupt kriminel racistisk voldelig",
    ),
    (
        Polish,
        "chciw glup niebezpieczn okropn okrutn pijan przekupn przestepcz rasistowsk skorumpowan smierteln straszn tchorzliw trujac \
         zatrut zawstydzon",
    ),
    (
        Czech,
        "chamtiv hloup hrozn jedovat krut nebezpecn opil otraven rasistick smrteln strasn uplatn zahanben zbabel zkorumpovan zlocinn",
    ),
    (
        Russian,
        "глуп жадн жесток коррумпированн опасн отравленн преступн продажн пристыженн пьян расистск смертельн страшн труслив ужасн ядовит",
    ),
    (Ukrainian, "жадібн жахлив жорсток злочинн корумпован небезпечн отруин продажн смертельн страшн"),
    (Finnish, "hirvea kauhea korruptoitun myrkyllis myrkytet tappava vaaralli"),
    (Hungarian, "halalos korrupt mergez reszeg rettenetes szornyu veszelyes"),
    (Romanian, "beat corupt crud groaznic incompetent oribil otravit periculos rusinat toxic"),
    (Turkish, "berbat korkunc sarhos tehlikeli yozlasmis zehirli"),
    (Indonesian, "berbahaya beracun buruk kejam korup mabuk mengerikan"),
    (Greek, "απαισι διεφθαρμεν δηλητηριασμεν επικινδυν μεθυσμεν τρομερ φρικτ"),
];

/// What somebody felt, or how others saw it, behind a preposition: `in shame`.
const FEELINGS: &[(Language, &str)] = &[
    (
        English,
        "anger bed chains cowardice despair desperation disgrace disgust fear fury greed horror humiliation jealousy panic protest rage secret shame spite tears triumph",
    ),
    (German, "angst bett geheimen gier handschellen panik protest scham schande tranen triumph verzweiflung wut zorn"),
    (French, "colere degout desespoir honte horreur larmes panique peur rage secret triomphe"),
    (Spanish, "desesperacion desgracia ira lagrimas miedo panico rabia secreto verguenza"),
    (Italian, "disgrazia disperazione ira lacrime panico paura rabbia segreto vergogna"),
    (Portuguese, "desespero ira lagrimas medo panico raiva segredo vergonha"),
    (Dutch, "angst geheim paniek protest schaamte schande tranen wanhoop woede"),
    (Swedish, "hemlighet ilska panik protest radsla skam smyg tarar vrede"),
    (Danish, "frygt hemmelighed hemmelighet panik protest raseri skam smug tarer vrede"),
    (Polish, "gniewie gniewu hanbie panice placzem rozpaczy strachu tajemnicy wstydem wstydu"),
    (Czech, "hanbe hanbou hnevem panice slzach strachu tajnosti vzteku zoufalstvi"),
    (Russian, "гнева гневе отчаянии отчаяния панике позором слезами слезах страха стыдом таине"),
    (Ukrainian, "ганьбою гніві паніці розпачі сльозами соромом страху таємниці"),
];

/// What somebody is called who did wrong.
const WRONGDOERS: &[(Language, &str)] = &[
    (
        English,
        "abuser abusers conman conmen criminals crook crooks fraudster fraudsters gangster gangsters killer killers liar \
         liars murderer murderers rapist rapists terrorist terrorists thief thieves thug thugs traitor traitors",
    ),
    (
        German,
        "betruger dieb diebe dieben lugner morder mordern rauber schlager terrorist terroristen verbrecher verbrechern vergewaltiger \
         verrater",
    ),
    (
        French,
        "assassin assassins criminel criminels escroc escrocs menteur menteurs meurtrier meurtriers terroriste terroristes traitre \
         traitres voleur voleurs",
    ),
    (
        Spanish,
        "asesino asesinos criminales estafador estafadores ladron ladrones mentiroso mentirosos terrorista terroristas traidor \
         traidores",
    ),
    (
        Italian,
        "assassini assassino bugiardi bugiardo criminali ladri ladro terrorista terroristi traditore traditori truffatore \
         truffatori",
    ),
    (
        Portuguese,
        "assassino assassinos criminoso criminosos ladrao ladroes mentiroso mentirosos terrorista terroristas traidor traidores",
    ),
    (
        Dutch,
        "criminelen dief dieven leugenaar leugenaars moordenaar moordenaars oplichter oplichters terroristen verrader verraders",
    ),
    (Swedish, "bedragare brottslingar forradare lognare mordare terrorister tjuv tjuvar"),
    (Danish, "bedragere forbrydere forraedere lognere morder mordere terrorister tyv tyve"),
    (
        Polish,
        "klamca klamcy morderca mordercami mordercy oszusci oszust terrorysci terrorysta zabojca zabojcami zabojcy zdrajca zdrajcy \
         zlodziej zlodzieje",
    ),
    (Czech, "lhar lhari podvodnik terorista teroriste vrah vrahove vrahy zlocinci zlodej zlodeji zradce"),
    (
        Russian,
        "воры вором лжец лжецы мошенник мошенники преступник преступники преступниками предатели предатель террорист террористы убиица \
         убиицами убиицы",
    ),
    (Ukrainian, "вбивця вбивці брехун зрадник зрадники злодіі злочинці терористи"),
];

/// Verbs that make one thing come of another.
const CAUSING: &[(Language, &str)] = &[
    (English, "cause caused causes causing"),
    (German, "verursachen verursacht verursachte verursachten"),
    (French, "cause causent provoque provoquent"),
    (Spanish, "causa causan causo provoca provocan provoco"),
    (Italian, "causa causano causo provoca provocano provoco"),
    (Portuguese, "causa causam causou provoca provocam provocou"),
    (Dutch, "veroorzaakt veroorzaakte veroorzaakten veroorzaken"),
    (Swedish, "orsakade orsakar"),
    (Danish, "forarsagede forarsager"),
    (Polish, "powoduja powoduje spowodowal spowodowala spowodowalo"),
    (Czech, "zpusobil zpusobila zpusobilo zpusobuje zpusobuji"),
    (Russian, "вызвал вызвала вызвало вызывает вызывают причиняет"),
    (Ukrainian, "викликає викликав викликало спричиняє спричинив спричинило"),
];

/// The same in other words, with which the page may say it.
const COMES_OF: &[(Language, &str)] = &[
    (
        English,
        "because brings brought create created creates due gave give gives induce induced induces lead leading leads led made make makes \
         produce produced produces provoke provoked provokes result resulted results spark sparked sparks trigger triggered triggers",
    ),
    (German, "auslosen fuhren fuhrt fuhrte loste lost wegen weil"),
    (French, "engendre entraine entrainent occasionne suscite"),
    (Spanish, "genera generan ocasiona produce producen"),
    (Italian, "comporta genera generano produce producono"),
    (Portuguese, "gera geram ocasiona produz produzem"),
    (Dutch, "leidde leiden leidt"),
    (Russian, "приводит приводят привел привело привела"),
];

/// Small words that make another verb of the one before them.
const PARTICLES: [&str; 4] = ["away", "off", "out", "up"];

/// What takes something out at the beginning of brackets alone: elsewhere `bis auf` is how far, and `menos el` the end of “at least the”.
const TAKEN_OUT: &[(Language, &str)] = &[
    (German, "bis auf"),
    (Spanish, "menos el,menos la,menos las,menos los"),
    (Portuguese, "menos a,menos as,menos o,menos os"),
];
static EXCEPT: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(TAKEN_OUT));

/// The same as all of these, where words are not parted by spaces, and the most characters of such brackets.
const UNSPACED: &str = "一些 有些 某些 腐败 腐敗 有毒 可怕 邪恶 邪惡 愚蠢 残忍 殘忍 糟糕 いくつかの ひどい 恐ろしい 毒入りの 愚かな 残酷な";
const UNSPACED_MOST: usize = 6;

/// Letters of a stem that tell of what word it is, and of an ending behind it.
const STEM: usize = 4;
const ENDING: usize = 3;

/// Words around the place among which the page may say the same.
const NEAR: usize = 20;

/// Words in brackets that say one thing; more of them explain.
const FEW: usize = 3;

/// Whether brackets that stand for `words` of the page put to it what it does not say.
pub(super) fn adds(page: &Folded<'_>, words: &Range<usize>, with: &Folded<'_>, side: Side) -> bool {
    let added = Added { page, words, with, side };
    let bare = words.clone().all(|index| is_small(page, index));
    added.causes()
        || added.calls_names()
        || added.excepts()
        || added.is_unspaced()
        || bare
            && (added.takes_some()
                || added.colours()
                || added.feels()
                || added.tells_of()
                || added.goes_on()
                || added.makes_another_verb())
}

fn is_small(text: &Folded<'_>, index: usize) -> bool {
    is_function(text.word(index)) || is_pronoun(text.word(index))
}

fn stem(word: &str) -> &str {
    word.char_indices().nth(STEM).map_or(word, |(end, _)| &word[..end])
}

struct Added<'f, 't> {
    page: &'f Folded<'t>,
    words: &'f Range<usize>,
    with: &'f Folded<'f>,
    side: Side,
}

impl Added<'_, '_> {
    /// `[some] patients`.
    fn takes_some(&self) -> bool {
        let (page, with, next) = (self.page, self.with, self.words.end);
        let is_some = |text: &Folded<'_>, index: usize| is_of(SOME, page, text.word(index));
        let led = self.words.start.saturating_sub(1)..page.words.len().min(next + 1);
        self.side != Side::Behind
            && is_some(with, 0)
            && (1..with.words.len()).all(|index| is_small(with, index))
            && next < page.words.len()
            && !is_small(page, next)
            && !page.is_number(next)
            && !led.clone().any(|index| is_some(page, index) || page.is_number(index))
    }

    /// `[poisoned]`, `a [terrible]`.
    fn colours(&self) -> bool {
        let (page, with) = (self.page, self.with);
        let judges = |index: usize| {
            let word = with.word(index);
            let small = with.written(index..index + 1).starts_with(char::is_lowercase);
            small && is_coloured(page, word) && !self.is_told(word)
        };
        with.words.len() <= FEW
            && with.all().any(judges)
            && with.all().all(|index| is_small(with, index) || judges(index))
    }

    /// `[in shame]`.
    fn feels(&self) -> bool {
        let (page, with) = (self.page, self.with);
        let last = with.words.len() - 1;
        (1..=FEW).contains(&last)
            && is_of(FEELINGS, page, with.word(last))
            && (0..last).all(|index| is_small(with, index) || with.word(index).len() <= 2)
            && !self.is_told(with.word(last))
    }

    /// `the money [he stole]`.
    fn tells_of(&self) -> bool {
        let (page, with) = (self.page, self.with);
        let last = with.words.len() - 1;
        let subject = (0..last).find(|&index| is_subject(with, index));
        let told = || {
            let word = with.word(last);
            let small = with.written(last..last + 1).starts_with(char::is_lowercase);
            small && !is_small(with, last) && !is_verb_of_saying(word) && !self.stands_anywhere(word)
        };
        let noun = self
            .words
            .start
            .checked_sub(1)
            .is_some_and(|before| !is_small(page, before) && page.between(before).chars().all(char::is_whitespace));
        self.words.is_empty()
            && self.side != Side::Before
            && with.words.len() <= FEW
            && subject.is_some_and(|subject| (0..subject).all(|index| is_small(with, index)))
            && noun
            && told()
    }

    /// `[, killing nine]`: a clause more, by a verb in `-ing`.
    fn goes_on(&self) -> bool {
        const NO_VERBS: &str =
            "according being concerning during excluding following including meaning referring regarding";
        let (page, with) = (self.page, self.with);
        let first = with.word(0);
        let verb = first.ends_with("ing") && first.len() > STEM && is_of(&[(English, first)], page, first);
        let parted = with.original.trim_start().starts_with(',') || with.all().any(|index| is_quantity(with, index));
        self.words.is_empty()
            && self.side != Side::Before
            && verb
            && parted
            && with.words.len() > 1
            && !is_one_of(NO_VERBS, first)
            && !self.is_told(first)
    }

    /// `paid [off]`.
    fn makes_another_verb(&self) -> bool {
        let (page, with) = (self.page, self.with);
        let verb = self.words.start.checked_sub(1).filter(|&before| !is_small(page, before) && self.words.is_empty());
        let near = self.words.start.saturating_sub(FEW)..page.words.len().min(self.words.end + FEW);
        with.words.len() == 1
            && PARTICLES.contains(&with.word(0))
            && is_of(&[(English, with.word(0))], page, with.word(0))
            && self.side != Side::Before
            && verb.is_some_and(|verb| page.written(verb..verb + 1).starts_with(char::is_lowercase))
            && !near.clone().any(|index| page.word(index) == with.word(0))
    }

    /// `[the killers]`, where the page has nothing of the kind.
    fn calls_names(&self) -> bool {
        let (page, with) = (self.page, self.with);
        let wrong = |index: &usize| is_of(WRONGDOERS, page, with.word(*index));
        // `[killer] whales`
        let named = with.words.len() > 1 || !self.words.is_empty();
        named
            && with.words.len() <= FEW
            && with.all().all(|index| is_small(with, index) || wrong(&index))
            && with.all().filter(wrong).any(|index| !self.stands_anywhere(with.word(index)))
    }

    /// `[causes]` for “is linked to”.
    fn causes(&self) -> bool {
        let (page, with) = (self.page, self.with);
        let makes = |text: &Folded<'_>, index: usize| is_of(CAUSING, page, text.word(index));
        let told =
            |index: usize| makes(page, index) || is_of(COMES_OF, page, page.word(index)) || self.is_cause_of(index);
        with.words.len() <= FEW
            && with.all().any(|index| makes(with, index))
            && with.all().all(|index| is_small(with, index) || makes(with, index))
            && !self.around(FEW * 2).any(told)
    }

    /// The noun of one of the verbs of the brackets: `the causes of`, `Ursache`.
    fn is_cause_of(&self, index: usize) -> bool {
        let word = self.page.word(index);
        self.with.all().any(|own| !is_small(self.with, own) && stem(self.with.word(own)) == stem(word))
    }

    /// `[menos las mujeres]`, `[apart from the women]`.
    fn excepts(&self) -> bool {
        let takes_out = |text: &Folded<'_>, from: usize| {
            let long = EXCEPTED.at(text, from).filter(|&length| length > 1);
            long.or_else(|| EXCEPT.at(text, from)).map(|length| text.folded(from..from + length).to_owned())
        };
        let ours = takes_out(self.with, 0);
        ours.is_some() && !self.around(NEAR).any(|from| takes_out(self.page, from) == ours)
    }

    /// `[一些]`.
    fn is_unspaced(&self) -> bool {
        let near = self.page.folded(self.around(UNSPACED_MOST));
        let ours = self.with.text.as_str();
        let added = |word: &str| {
            let word = Folded::new(word, Spaces::Written).text;
            ours.starts_with(word.as_str()) && !near.contains(word.as_str())
        };
        ours.starts_with(is_unspaced) && ours.chars().count() <= UNSPACED_MOST && UNSPACED.split(' ').any(added)
    }

    fn around(&self, near: usize) -> Range<usize> {
        self.words.start.saturating_sub(near)..self.page.words.len().min(self.words.end + near)
    }

    /// Whether the page has such a word near.
    fn is_told(&self, word: &str) -> bool {
        self.around(NEAR).any(|index| stem(self.page.word(index)) == stem(word))
    }

    fn stands_anywhere(&self, word: &str) -> bool {
        self.page.text.contains(stem(word))
    }
}

/// Whether a word judges in a language of the page.
fn is_coloured(page: &Folded<'_>, word: &str) -> bool {
    let ended = |own: &&str| word.strip_prefix(*own).is_some_and(|ending| ending.chars().count() <= ENDING);
    let whole = COLOURS.iter().filter(|(language, _)| *language == English);
    let stems = COLOURS.iter().filter(|(language, _)| *language != English);
    whole.clone().any(|own| is_of(&[*own], page, word))
        || stems
            .flat_map(|(language, stems)| stems.split_ascii_whitespace().map(move |stem| (*language, stem)))
            .any(|(language, stem)| ended(&stem) && is_of(&[(language, stem)], page, stem))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_add_are_written_as_they_are_folded() {
        let lists = [SOME, COLOURS, FEELINGS, WRONGDOERS, CAUSING, COMES_OF];
        let words = lists.into_iter().flatten().flat_map(|(_, words)| words.split_ascii_whitespace());
        for word in words {
            assert_eq!(Folded::new(word, Spaces::Written).text, word);
        }
    }
}
