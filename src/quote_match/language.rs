//! The language of a text, by its script and its small words, and whether a quote is in another one.
//!
//! Small words are what a language cannot be written without and others do not have, so a handful of them tells two
//! languages apart where letters by threes guess. What tells nothing is no language: then every list of words holds.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::OnceLock;

use super::fold::{Folded, Spaces};
use super::letters::is_unspaced;

/// A language whose words are known here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub(super) enum Language {
    English,
    German,
    French,
    Spanish,
    Italian,
    Portuguese,
    Dutch,
    Polish,
    Czech,
    Swedish,
    Danish,
    Finnish,
    Hungarian,
    Romanian,
    Turkish,
    Vietnamese,
    Indonesian,
    Russian,
    Ukrainian,
    Bulgarian,
    Greek,
    Arabic,
    Persian,
    Hebrew,
    Hindi,
    Chinese,
    Japanese,
    Korean,
    Thai,
}

/// Languages as bits.
pub(super) type Languages = u32;

/// Set beside the languages of a text that surely parts thousands by points, `1.000`, and puts a comma before decimals.
pub(super) const POINTED_THOUSANDS: Languages = 1 << 31;

/// Languages that write numbers so, all of them. Spanish has both ways, by country.
const POINTED: [Language; 10] = [
    Language::German,
    Language::Italian,
    Language::Portuguese,
    Language::Dutch,
    Language::Danish,
    Language::Romanian,
    Language::Turkish,
    Language::Greek,
    Language::Indonesian,
    Language::Vietnamese,
];

/// Small words that a text must have in its language, and not in English, to be surely in it.
const SURE: usize = 5;

/// What a text is written in, as far as its words tell.
#[derive(Debug)]
pub(super) struct Profile {
    /// The language of most of it.
    language: Option<Language>,
    /// That, and others of which much is written in it; none where nothing is told.
    pub languages: Languages,
    /// Letters of each script, of all that were looked at.
    scripts: [usize; SCRIPTS],
    letters: usize,
    /// Small words by the languages that have them, of all that were looked at.
    hits: HashMap<Languages, usize>,
    /// The small words and the letters outside of ASCII that were seen.
    seen: HashSet<&'static str>,
    seen_letters: HashSet<char>,
}

/// Words of a text that are looked at.
const LOOKED_AT: usize = 5_000;

/// Fewer words than this tell nothing of a text's language.
const MIN_WORDS: usize = 20;

/// One of so many words of a text must be a small word of its language: three to five are.
const WORDS_A_SMALL_WORD: usize = 8;

/// Words of a quote that is long enough to tell its language.
const MIN_QUOTE_WORDS: usize = 5;

/// Words of one that tells it where not one of them is of the page's language: “no hints of that”, on a German page.
const MIN_STRANGE_WORDS: usize = 3;

/// Letters of a quote that is long enough to tell its script.
const MIN_QUOTE_LETTERS: usize = 12;

/// Small words of another language that a quote must have, different ones.
const MIN_EVIDENCE: usize = 2;

/// For so many of them it may have one of the page's own.
const OWN: usize = 3;

/// A language that has one for so many small words of a text's main language is written in it too.
const PART: usize = 4;

/// Of so many letters of a page at most one may be of the script, and of so many small words one of the language, of a
/// quote that is in another: a page in two languages can hold quotes in both.
const RARE: usize = 20;

/// The same for Latin, in which every page has names.
const SOME: usize = 4;

/// Small words, folded; those of a script of its own need none.
const SMALL: &[(Language, &str)] = &[
    (
        Language::English,
        "the of and to in is that for it as was with be by on at from this have has had which were are their they you we she \
         but there what who will would about into than then them been these those when not or an its his her can could all \
         if so do more only other some your our how where after before while because also may my no out up over between",
    ),
    (
        Language::German,
        "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass \
         sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch \
         man sein wurde wir ich ihr ihre kann gegen vom können schon wenn habe seine ihrer diese dieser wieder keine unter \
         jeder jede hat recht alle weil muss was beim ohne",
    ),
    (
        Language::French,
        "de la le et les des en un du une que est pour qui dans par plus pas au sur ce il sont se avec son aux ou cette sa \
         ses mais nous vous été leur elle ces comme ils être fait on je ne si tout même aussi bien sans peut ont deux leurs \
         où dont entre toute tous après très ainsi lui était cet droit depuis sous",
    ),
    (
        Language::Spanish,
        "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre \
         este ya entre cuando todo esta ser son también fue había era muy años hasta desde está mi porque qué sólo han yo \
         hay vez puede todos así nos ni parte tiene uno donde bien toda tiempo derecho persona ellos",
    ),
    (
        Language::Italian,
        "di e il la che in a per un del è una con i le della si non da al dei alla nel più sono come ha gli lo anche dal ma \
         delle o se questo questa su alle ai ad sua suo nella loro degli essere hanno tra era quando dalla fra due stato ogni \
         individuo dello allo sulla cui perché solo chi ci",
    ),
    (
        Language::Portuguese,
        "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser \
         quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus quem nas me \
         esse eles estão você tinha foram essa num nem suas meu às minha têm toda todo pessoa direito são",
    ),
    (
        Language::Dutch,
        "de het een van en in is dat op te zijn voor met die niet aan er om ook als dan maar bij nog uit door over naar heeft \
         hij ze wij was worden wordt tot of deze dit kan hebben meer geen werd veel onder zal al zich haar wat haar hun zo \
         tegen recht ieder heeft moet zonder",
    ),
    (
        Language::Polish,
        "w i z na do się że to o jest a od za po ze dla oraz przez jak ale przy który która które są tym tego jego już co czy \
         także nie być tak jej tylko może ich był było była będzie ma lub bardzo między kiedy ten ta te pod bez jako prawo \
         każdy człowiek",
    ),
    (
        Language::Czech,
        "a v se na je že s z do o i k ve to pro za by ale si po od jako který která které jsou nebo byl bylo být jeho ze tak \
         už jen při má není co aby než více také však jsme až podle tím mezi právo každý má své",
    ),
    (
        Language::Swedish,
        "och i att det som en på är av för med den till inte har de ett om var men sig så från vi kan han nu när hade skall \
         eller år under också efter upp vid ut vad sin mycket andra här blir alla där mot ska än bara rätt varje",
    ),
    (
        Language::Danish,
        "og i at det som en på er af for med den til ikke har de et om var men sig så fra vi kan han nu når havde skal eller \
         år under også efter op ved ud hvad sin meget andre her blir alle der mot mod ble blev være bare ret enhver etter \
         til hvor dette å ha seg av",
    ),
    (
        Language::Finnish,
        "ja on ei että se hän oli joka kun mutta ovat myös jos mitä olla tai niin kuin vain ole sen ne sitä jo hänen voi \
         jotka ollut tämä siitä nyt kaikki sekä mukaan kanssa jokaisella oikeus jonka",
    ),
    (
        Language::Hungarian,
        "a az és hogy nem is egy van ez meg de ha csak el már még mint vagy volt azt kell sem lesz amely minden nagyon ki \
         ami lehet után aki pedig így között arra joga van való más",
    ),
    (
        Language::Romanian,
        "de și în a la cu pe o nu că este din un mai se care pentru sau ca au fost sunt are dar ce prin ar după fi cel sa lui \
         acest această această orice să al ale fără dreptul persoană",
    ),
    (
        Language::Turkish,
        "ve bir bu da de için ile çok olarak daha olan gibi kadar sonra ancak ne o her en ya değil ki var ama göre ise veya \
         olduğu olduğunu tarafından hakkı hakkına haiz şahsın diye",
    ),
    (
        Language::Vietnamese,
        "và của là có các được cho trong những một với này đã người để khi ở không như về từ ra cũng đến theo vào tại hay nào \
         mọi quyền sẽ nhưng bị",
    ),
    (
        Language::Indonesian,
        "yang dan di dari untuk dengan ini itu pada dalam tidak adalah akan oleh ke juga atau telah sebagai ada bahwa dapat \
         bisa kepada karena saat setiap orang berhak tersebut mereka seperti lebih",
    ),
    (
        Language::Russian,
        "и в не на что с по к из у за о от для это как до его но так же все она они мы я он был было или также которые который \
         может при чтобы только уже если более быть без под со этот эта после имеет право их",
    ),
    (
        Language::Ukrainian,
        "і в не на що з по до за від для це як та у його але так же всі вона вони ми я він був було або також які який може \
         при щоб тільки вже якщо більше бути без під цей після має право її є про",
    ),
    (
        Language::Bulgarian,
        "и в не на че с по към от за да това как до но така се е са тя те ние аз той беше бе или също които който може при за \
         само вече ако бъде без под този след има право ще си като във със",
    ),
    (
        Language::Arabic,
        "في من على أن إلى التي عن مع هذا هذه الذي كان بعد قد لا ما كما بين لم كل أو ذلك حيث هو هي وقد ثم منذ حق فرد شخص أي",
    ),
    (
        Language::Persian,
        "و در به از که این را با است برای آن یک تا می بر خود شد هر باید کرد نیز شده دارد حق یا هم اما ها های آنها بود",
    ),
];

/// Scripts by themselves; what is in none of them is Latin or unknown.
const SCRIPTS: usize = 10;

/// Words by the languages that have them among their small ones.
struct Small {
    words: HashMap<String, Languages>,
    /// Bytes of the longest.
    longest: usize,
}

fn small() -> &'static Small {
    static WORDS: OnceLock<Small> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut words = HashMap::new();
        for (language, list) in SMALL {
            let folded = Folded::new(list, Spaces::Written);
            for index in folded.all() {
                *words.entry(folded.word(index).to_owned()).or_insert(0) |= language.bit();
            }
        }
        Small { longest: words.keys().map(String::len).max().unwrap_or_default(), words }
    })
}

impl Language {
    /// As one of many.
    pub const fn bit(self) -> Languages {
        1 << self as u8
    }

    /// The one that a script gives away.
    fn of_script(script: usize) -> Option<Self> {
        [
            None,
            None,
            Some(Self::Greek),
            None,
            Some(Self::Hebrew),
            Some(Self::Hindi),
            Some(Self::Chinese),
            Some(Self::Japanese),
            Some(Self::Korean),
            Some(Self::Thai),
        ][script]
    }
}

/// Latin, Cyrillic, Greek, Arabic, Hebrew, Devanagari, Han, kana, Hangul, Thai.
fn script(c: char) -> Option<usize> {
    Some(match c {
        'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => 0,
        '\u{400}'..='\u{52f}' => 1,
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => 2,
        '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' => 3,
        '\u{590}'..='\u{5ff}' => 4,
        '\u{900}'..='\u{97f}' => 5,
        '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' => 6,
        '\u{3041}'..='\u{30ff}' => 7,
        '\u{1100}'..='\u{11ff}' | '\u{ac00}'..='\u{d7a3}' => 8,
        '\u{e00}'..='\u{e7f}' => 9,
        _ => return None,
    })
}

const LATIN: usize = 0;
const HAN: usize = 6;
const KANA: usize = 7;

/// The characters of a text that are not of ASCII, which most texts have none of.
fn beyond_ascii(text: &str) -> impl Iterator<Item = char> {
    let text = if text.is_ascii() { "" } else { text };
    text.chars().filter(|c| !c.is_ascii())
}

fn scripts(text: &str) -> ([usize; SCRIPTS], usize) {
    let ascii = text.bytes().filter(u8::is_ascii_alphabetic).count();
    let (mut counts, mut letters) = ([0; SCRIPTS], ascii);
    counts[LATIN] = ascii;
    for c in beyond_ascii(text).filter(|c| c.is_alphabetic()) {
        letters += 1;
        if let Some(script) = script(c) {
            counts[script] += 1;
        }
    }
    (counts, letters)
}

impl Profile {
    /// Of a text, by its beginning, its middle and its end.
    pub fn of(text: &Folded<'_>) -> Self {
        let total = text.words.len();
        let third = LOOKED_AT / 3;
        let parts = if total <= LOOKED_AT {
            [0..total, total..total, total..total]
        } else {
            [0..third, total / 2..total / 2 + third, total - third..total]
        };
        let words = parts.iter().map(Range::len).sum();
        let mut profile = Self {
            language: None,
            languages: 0,
            scripts: [0; SCRIPTS],
            letters: 0,
            hits: HashMap::new(),
            seen: HashSet::new(),
            seen_letters: HashSet::new(),
        };
        for part in parts {
            profile.add(text, part);
        }
        profile.language = profile.by_script().or_else(|| profile.by_words(words));
        profile.languages = profile.language.map_or(0, |language| language.bit() | profile.beside(language));
        if profile.has_pointed_thousands() {
            profile.languages |= POINTED_THOUSANDS;
        }
        profile
    }

    fn add(&mut self, text: &Folded<'_>, part: Range<usize>) {
        let written = text.written(part.clone());
        let (counts, letters) = scripts(written);
        self.seen_letters.extend(beyond_ascii(written).filter(|c| c.is_alphabetic()));
        self.scripts.iter_mut().zip(counts).for_each(|(sum, own)| *sum += own);
        self.letters += letters;
        let small = small();
        let words = part.map(|index| text.word(index)).filter(|word| word.len() <= small.longest);
        for (word, languages) in words.filter_map(|word| small.words.get_key_value(word)) {
            *self.hits.entry(*languages).or_insert(0) += 1;
            self.seen.insert(word);
        }
    }

    fn by_script(&self) -> Option<Language> {
        let most =
            (0..SCRIPTS).max_by_key(|&script| self.scripts[script]).filter(|&script| self.scripts[script] > 0)?;
        if most == HAN && self.scripts[KANA] * RARE > self.scripts[HAN] {
            return Some(Language::Japanese);
        }
        Language::of_script(most)
    }

    fn by_words(&self, words: usize) -> Option<Language> {
        let most = SMALL.iter().map(|(language, _)| (self.count(*language, 0), *language)).max_by_key(|most| most.0);
        let (count, language) = most?;
        (words >= MIN_WORDS && count * WORDS_A_SMALL_WORD >= words).then_some(language)
    }

    /// How many small words of a language were seen that none of `others` has.
    fn count(&self, language: Language, others: Languages) -> usize {
        let counted = |languages: &Languages| languages & language.bit() != 0 && languages & others == 0;
        self.hits.iter().filter(|(languages, _)| counted(languages)).map(|(_, count)| count).sum()
    }

    /// Whether all that is written has a point between thousands, and hardly a word is English.
    fn has_pointed_thousands(&self) -> bool {
        let Some(language) = self.language else { return false };
        let all = POINTED.iter().fold(0, |all, language| all | language.bit());
        let own = if language == Language::Greek { SURE } else { self.count(language, Language::English.bit()) };
        let english = self.count(Language::English, language.bit());
        self.languages & !all == 0 && own >= SURE && english * RARE < own
    }

    /// Languages in which a good part is written besides `language`.
    fn beside(&self, language: Language) -> Languages {
        let own = self.count(language, 0);
        let much = |other: &Language| {
            let count = self.count(*other, language.bit());
            *other != language && count > 0 && count * PART >= own
        };
        SMALL.iter().map(|(other, _)| *other).filter(much).fold(0, |all, other| all | other.bit())
    }

    /// Whether this text is in a language.
    pub fn is_in(&self, language: Language) -> bool {
        self.language == Some(language)
    }

    /// Whether a line of this text is in other languages than the text: by its small words.
    pub fn is_of_others(&self, line: &Folded<'_>) -> bool {
        let Some(language) = self.language else { return false };
        let small = small();
        let known = line.all().filter_map(|index| small.words.get(line.word(index)));
        let (own, others): (Vec<Languages>, Vec<Languages>) = known.partition(|of| *of & language.bit() != 0);
        others.len() > own.len()
    }

    /// Whether a quote is in another language than this text.
    pub fn is_foreign(&self, quote: &Folded<'_>) -> bool {
        let (counts, letters) = scripts(quote.original);
        let alone = quote.original.chars().filter(|c| is_unspaced(*c)).count();
        if letters + alone < MIN_QUOTE_LETTERS || self.letters < MIN_QUOTE_LETTERS {
            return false;
        }
        let own = (0..SCRIPTS).max_by_key(|&script| counts[script]).unwrap_or(0);
        // A page in a script of its own has names and brands in Latin.
        let rare = if own == LATIN { SOME } else { RARE };
        let is_rare = |script: usize| self.scripts[script] * rare < self.letters;
        let other_script = counts[own] * 5 >= letters * 4 && is_rare(own);
        let kana = counts[KANA] * 5 >= letters && is_rare(KANA);
        other_script || kana || self.has_other_words(quote)
    }

    /// By its small words: some that another language has and the page's has not, and next to none of the page's own.
    fn has_other_words(&self, quote: &Folded<'_>) -> bool {
        let Some(language) = self.language else { return false };
        if quote.words.len() < MIN_STRANGE_WORDS || quote.text.contains(is_unspaced) {
            return false;
        }
        let mut words: Vec<&str> = quote.all().map(|index| quote.word(index)).collect();
        words.sort_unstable();
        words.dedup();
        let strange_letters = self.strange_words(quote);
        let of: Vec<(&str, Languages)> =
            words.iter().filter_map(|word| small().words.get(*word).map(|languages| (*word, *languages))).collect();
        let own = of.iter().filter(|(_, languages)| languages & self.languages != 0).count();
        SMALL.iter().any(|&(candidate, _)| {
            let counted = |(word, languages): &&(&str, Languages)| {
                languages & candidate.bit() != 0 && languages & self.languages == 0 && !self.seen.contains(word)
            };
            let evidence = of.iter().filter(counted).count() + strange_letters;
            let strange = self.count(candidate, language.bit()) * RARE < self.count(language, candidate.bit());
            let long = quote.words.len() >= MIN_QUOTE_WORDS || own == 0;
            evidence >= MIN_EVIDENCE && own * OWN <= evidence && strange && long
        })
    }

    /// Words without a capital that have letters which the page has not.
    fn strange_words(&self, quote: &Folded<'_>) -> usize {
        let strange = |c: char| c.is_alphabetic() && !c.is_ascii() && !self.seen_letters.contains(&c);
        let mut words: Vec<&str> = quote.all().map(|index| quote.written(index..index + 1)).collect();
        words.sort_unstable();
        words.dedup();
        words.into_iter().filter(|word| word.starts_with(char::is_lowercase) && word.contains(strange)).count()
    }
}
