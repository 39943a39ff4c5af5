//! Numbers below a million in the words of other languages than English, in folded spelling: `einundzwanzig`, `quatre-vingts`,
//! `treinta y cinco`, `двести`.

mod declined;

use std::collections::HashMap;
use std::sync::OnceLock;

use aho_corasick::AhoCorasick;

use super::language::Language::{
    self, Arabic, Czech, Danish, Dutch, English, Finnish, French, German, Greek, Hindi, Hungarian, Indonesian, Italian,
    Polish, Portuguese, Romanian, Russian, Spanish, Swedish, Turkish, Ukrainian, Vietnamese,
};
use super::language::{Languages, are_told};
use crate::quote_match::folding::fold::{Folded, Spaces};
use crate::text::hashed::Quickly;

/// The words of a language, each with its value.
struct Numbers {
    language: Language,
    /// Each value, then its words.
    words: &'static str,
    thousand: &'static str,
    /// What may stand between two of them.
    and: &'static str,
}

const NUMBERS: [Numbers; 21] = [
    Numbers {
        language: German,
        words: "0 null 1 ein eins 2 zwei zwo 3 drei 4 vier 5 funf fuenf 6 sechs 7 sieben 8 acht 9 neun 10 zehn 11 elf 12 \
            zwolf zwoelf 13 dreizehn 14 vierzehn 15 funfzehn fuenfzehn 16 sechzehn 17 siebzehn 18 achtzehn 19 neunzehn \
            20 zwanzig 30 dreissig 40 vierzig 50 funfzig fuenfzig 60 sechzig 70 siebzig 80 achtzig 90 neunzig 100 \
            hundert",
        thousand: "tausend",
        and: "",
    },
    Numbers {
        language: Dutch,
        words: "0 nul 1 een 2 twee 3 drie 4 vier 5 vijf 6 zes 7 zeven 8 acht 9 negen 10 tien 11 elf 12 twaalf 13 dertien 14 \
            veertien 15 vijftien 16 zestien 17 zeventien 18 achttien 19 negentien 20 twintig 30 dertig 40 veertig 50 \
            vijftig 60 zestig 70 zeventig 80 tachtig 90 negentig 100 honderd",
        thousand: "duizend",
        and: "",
    },
    Numbers {
        language: French,
        words: "0 zero 1 un une 2 deux 3 trois 4 quatre 5 cinq 6 six 7 sept 8 huit 9 neuf 10 dix 11 onze 12 douze 13 treize \
            14 quatorze 15 quinze 16 seize 20 vingt vingts 30 trente 40 quarante 50 cinquante 60 soixante 70 septante 80 \
            huitante octante 90 nonante 100 cent cents",
        thousand: "mille",
        and: "et",
    },
    Numbers {
        language: Spanish,
        words: "0 cero 1 un uno una 2 dos 3 tres 4 cuatro 5 cinco 6 seis 7 siete 8 ocho 9 nueve 10 diez 11 once 12 doce 13 \
            trece 14 catorce 15 quince 16 dieciseis 17 diecisiete 18 dieciocho 19 diecinueve 20 veinte 21 veintiun \
            veintiuno veintiuna 22 veintidos 23 veintitres 24 veinticuatro 25 veinticinco 26 veintiseis 27 veintisiete \
            28 veintiocho 29 veintinueve 30 treinta 40 cuarenta 50 cincuenta 60 sesenta 70 setenta 80 ochenta 90 noventa \
            100 cien ciento 200 doscientos doscientas 300 trescientos trescientas 400 cuatrocientos cuatrocientas 500 \
            quinientos quinientas 600 seiscientos seiscientas 700 setecientos setecientas 800 ochocientos ochocientas \
            900 novecientos novecientas",
        thousand: "mil",
        and: "y",
    },
    Numbers {
        language: Italian,
        words: "0 zero 1 un uno una 2 due 3 tre 4 quattro 5 cinque 6 sei 7 sette 8 otto 9 nove 10 dieci 11 undici 12 dodici \
            13 tredici 14 quattordici 15 quindici 16 sedici 17 diciassette 18 diciotto 19 diciannove 20 venti 30 trenta \
            40 quaranta 50 cinquanta 60 sessanta 70 settanta 80 ottanta 90 novanta 100 cento",
        thousand: "mille mila",
        and: "",
    },
    Numbers {
        language: Portuguese,
        words: "0 zero 1 um uma 2 dois duas 3 tres 4 quatro 5 cinco 6 seis 7 sete 8 oito 9 nove 10 dez 11 onze 12 doze 13 \
            treze 14 catorze quatorze 15 quinze 16 dezesseis dezasseis 17 dezessete dezassete 18 dezoito 19 dezenove \
            dezanove 20 vinte 30 trinta 40 quarenta 50 cinquenta 60 sessenta 70 setenta 80 oitenta 90 noventa 100 cem \
            cento 200 duzentos duzentas 300 trezentos trezentas 400 quatrocentos quatrocentas 500 quinhentos quinhentas \
            600 seiscentos seiscentas 700 setecentos setecentas 800 oitocentos oitocentas 900 novecentos novecentas",
        thousand: "mil",
        and: "e",
    },
    Numbers {
        language: Polish,
        words: "0 zero 1 jeden jedna jedno 2 dwa dwie dwoch dwaj dwoma dwom 3 trzy trzech trzej trzema trzem 4 cztery czterech czterej czterema czterem 5 piec pieciu \
            6 szesc szesciu 7 siedem siedmiu 8 osiem osmiu 9 dziewiec dziewieciu 10 dziesiec dziesieciu 11 jedenascie \
            jedenastu 12 dwanascie dwunastu 13 trzynascie trzynastu 14 czternascie czternastu 15 pietnascie pietnastu 16 \
            szesnascie szesnastu 17 siedemnascie siedemnastu 18 osiemnascie osiemnastu 19 dziewietnascie dziewietnastu \
            20 dwadziescia dwudziestu 30 trzydziesci trzydziestu 40 czterdziesci czterdziestu 50 piecdziesiat \
            piecdziesieciu 60 szescdziesiat szescdziesieciu 70 siedemdziesiat siedemdziesieciu 80 osiemdziesiat \
            osiemdziesieciu 90 dziewiecdziesiat dziewiecdziesieciu 100 sto stu 200 dwiescie dwustu 300 trzysta trzystu \
            400 czterysta czterystu 500 piecset pieciuset 600 szescset szesciuset 700 siedemset siedmiuset 800 osiemset \
            osmiuset 900 dziewiecset dziewieciuset",
        thousand: "tysiac tysiace tysiecy",
        and: "",
    },
    Numbers {
        language: Russian,
        words: "0 ноль нуль 1 один одна одно 2 два две двух двум двумя 3 три трех трем тремя 4 четыре четырех четырем четырьмя 5 пять пяти 6 шесть шести 7 семь \
            семи 8 восемь восьми 9 девять девяти 10 десять десяти 11 одиннадцать одиннадцати 12 двенадцать двенадцати 13 \
            тринадцать тринадцати 14 четырнадцать четырнадцати 15 пятнадцать пятнадцати 16 шестнадцать шестнадцати 17 \
            семнадцать семнадцати 18 восемнадцать восемнадцати 19 девятнадцать девятнадцати 20 двадцать двадцати 30 \
            тридцать тридцати 40 сорок сорока 50 пятьдесят пятидесяти 60 шестьдесят шестидесяти 70 семьдесят семидесяти \
            80 восемьдесят восьмидесяти 90 девяносто девяноста 100 сто ста 200 двести двухсот 300 триста трехсот 400 \
            четыреста четырехсот 500 пятьсот пятисот 600 шестьсот шестисот 700 семьсот семисот 800 восемьсот восьмисот \
            900 девятьсот девятисот",
        thousand: "тысяча тысячи тысяч",
        and: "",
    },
    Numbers {
        language: Swedish,
        words: "0 noll 2 tva 3 tre 4 fyra 5 fem 6 sex 7 sju 8 atta 9 nio 10 tio 11 elva 12 tolv 13 tretton 14 fjorton 15 femton 16 \
            sexton 17 sjutton 18 arton 19 nitton 20 tjugo 30 trettio 40 fyrtio 50 femtio 60 sextio 70 sjuttio 80 attio 90 \
            nittio 100 hundra",
        thousand: "tusen",
        and: "",
    },
    Numbers {
        language: Danish,
        words: "0 nul 2 to 3 tre 4 fire 5 fem 6 seks 7 syv 8 otte 9 ni 10 ti 11 elleve 12 tolv 13 tretten 14 fjorten 15 femten \
            16 seksten 17 sytten 18 atten 19 nitten 20 tyve 30 tredive 40 fyrre 50 halvtreds 60 tres 70 halvfjerds 80 firs \
            90 halvfems 100 hundrede",
        thousand: "tusinde tusind",
        and: "og",
    },
    Numbers {
        language: Turkish,
        words: "0 sifir 1 bir 2 iki 3 uc 4 dort 5 bes 6 alti 7 yedi 8 sekiz 9 dokuz 10 on 20 yirmi 30 otuz 40 kirk 50 elli \
            60 altmis 70 yetmis 80 seksen 90 doksan 100 yuz",
        thousand: "bin",
        and: "",
    },
    Numbers {
        language: Greek,
        words: "0 μηδεν 2 δυο 3 τρια τρεισ τριων 4 τεσσερα τεσσερισ τεσσερεισ τεσσαρων 5 πεντε 6 εξι 7 επτα εφτα 8 οκτω \
            οχτω 9 εννεα εννια 10 δεκα 11 εντεκα ενδεκα 12 δωδεκα 13 δεκατρια δεκατρεισ 14 δεκατεσσερα δεκατεσσερισ 15 \
            δεκαπεντε 16 δεκαεξι 17 δεκαεπτα δεκαεφτα 18 δεκαοκτω δεκαοχτω 19 δεκαεννεα δεκαεννια 20 εικοσι 30 τριαντα \
            40 σαραντα 50 πενηντα 60 εξηντα 70 εβδομηντα 80 ογδοντα 90 ενενηντα 100 εκατο εκατον 200 διακοσια διακοσιοι \
            διακοσιεσ 300 τριακοσια τριακοσιοι τριακοσιεσ 500 πεντακοσια πεντακοσιοι πεντακοσιεσ",
        thousand: "χιλιαδεσ χιλια χιλιοι χιλιεσ",
        and: "",
    },
    Numbers {
        language: Ukrainian,
        words: declined::UKRAINIAN,
        thousand: "тисяча тисячам тисячами тисячах тисячею тисячі тисяч тисячу",
        and: "",
    },
    Numbers {
        language: Arabic,
        words: "3 ثلاثة ثلاث 4 أربعة أربع 5 خمسة خمس 6 ستة ست 7 سبعة سبع 8 ثمانية ثماني ثمان 9 تسعة تسع 10 عشرة عشر 20 عشرون عشرين \
            30 ثلاثون ثلاثين 40 أربعون أربعين 50 خمسون خمسين 60 ستون ستين 70 سبعون سبعين 80 ثمانون ثمانين 90 تسعون تسعين \
            100 مئة مائة 200 مئتان مئتين مائتان مائتين مئتا مئتي مائتا مائتي 300 ثلاثمئة ثلاثمائة 400 أربعمئة أربعمائة 500 خمسمئة خمسمائة 600 ستمئة \
            ستمائة 700 سبعمئة سبعمائة 800 ثمانمئة ثمانمائة 900 تسعمئة تسعمائة 2000 ألفان ألفين 2000000 مليونان مليونين",
        thousand: "ألف آلاف ألفا",
        and: "",
    },
    Numbers {
        language: Hindi,
        words: "1 एक 2 दो 3 तीन 4 चार 5 पांच पाँच 6 छह छः 7 सात 8 आठ 9 नौ 10 दस 11 ग्यारह 12 बारह 13 तेरह 14 चौदह 15 पंद्रह पन्द्रह \
            16 सोलह 17 सत्रह 18 अठारह 19 उन्नीस 20 बीस 25 पच्चीस 30 तीस 35 पैंतीस 40 चालीस 45 पैंतालीस 50 पचास 60 साठ 70 सत्तर 75 \
            पचहत्तर 80 अस्सी 90 नब्बे 100 सौ",
        thousand: "हज़ार हजार",
        and: "",
    },
    Numbers {
        language: Czech,
        words: "2 dva dve dvou dvema 3 tri trech trem tremi 4 ctyri ctyr ctyrech ctyrem ctyrmi 5 pet peti 6 sest sesti 7 sedm sedmi 8 osm \
            osmi 9 devet deviti 10 deset deseti 11 jedenact jedenacti 12 dvanact dvanacti 13 trinact trinacti 14 ctrnact ctrnacti 15 patnact \
            patnacti 16 sestnact sestnacti 17 sedmnact sedmnacti 18 osmnact osmnacti 19 devatenact devatenacti 20 dvacet dvaceti 30 tricet \
            triceti 40 ctyricet ctyriceti 50 padesat padesati 60 sedesat sedesati 70 sedmdesat sedmdesati 80 osmdesat osmdesati 90 devadesat \
            devadesati 100 sto sta set ste stu",
        thousand: "tisic tisice tisicu",
        and: "",
    },
    Numbers {
        language: Romanian,
        words: "2 doi doua 3 trei 4 patru 5 cinci 6 sase 7 sapte 8 opt 9 noua 10 zece 11 unsprezece 12 doisprezece douasprezece 13 \
            treisprezece 14 paisprezece 15 cincisprezece 16 saisprezece 17 saptesprezece 18 optsprezece 19 nouasprezece 20 \
            douazeci 30 treizeci 40 patruzeci 50 cincizeci 60 saizeci 70 saptezeci 80 optzeci 90 nouazeci 100 suta sute",
        thousand: "mie mii",
        and: "si",
    },
    Numbers {
        language: Hungarian,
        words: "2 ket ketto 3 harom 4 negy 5 ot 6 hat 7 het 8 nyolc 9 kilenc 10 tiz 11 tizenegy 12 tizenket tizenketto 13 \
            tizenharom 14 tizennegy 15 tizenot 16 tizenhat 17 tizenhet 18 tizennyolc 19 tizenkilenc 20 husz 30 harminc 40 \
            negyven 50 otven 60 hatvan 70 hetven 80 nyolcvan 90 kilencven 100 szaz",
        thousand: "ezer",
        and: "",
    },
    Numbers {
        language: Finnish,
        words: declined::FINNISH,
        thousand: "tuhannen tuhannella tuhannesta tuhat tuhatta tuhanteen",
        and: "",
    },
    Numbers {
        language: Indonesian,
        words: "1 satu 2 dua 3 tiga 4 empat 5 lima 6 enam 7 tujuh 8 delapan 9 sembilan 10 sepuluh puluh 11 sebelas 100 seratus ratus",
        thousand: "ribu seribu",
        and: "",
    },
    Numbers {
        language: Vietnamese,
        words: "1 mot 2 hai 3 ba 4 bon tu 5 nam lam 6 sau 7 bay 8 tam 9 chin 10 muoi 100 tram",
        thousand: "nghin ngan",
        and: "linh",
    },
];

/// How Vietnamese writes them: another tone makes another word.
const TONED: &str = "một mốt hai ba bốn tư năm lăm sáu bảy bẩy tám chín mười mươi trăm nghìn ngàn linh lẻ";

/// Words of these languages that are other words of English: they count where it is known that English is not written.
const ENGLISH_TOO: &str = "bin cent cents dos due elf fire firs hat mil nul on once onze opt otte pet sei sept sex sexton ti tien to tres zero";

/// Words of one number, at most.
const LONGEST: usize = 12;

/// Letters of a compound, at least.
const COMPOUND: usize = 7;

/// The number that begins at word `from`: its value, and the word behind it.
pub(crate) fn at(text: &Folded<'_>, from: usize, end: usize) -> Option<(u128, usize)> {
    let word = if from < end { text.word(from) } else { "" };
    if !words().contains_key(word) && !is_compound(word, text.languages) {
        return None;
    }
    let wanted = |numbers: &&Numbers| in_some(numbers.language, text.languages);
    let found = NUMBERS.iter().filter(wanted).filter_map(|numbers| numbers.at(text, from, end));
    found.max_by_key(|(_, end)| *end)
}

/// Whether a folded word is a number of its own in one of `languages`.
pub(crate) fn is_one(word: &str, languages: Languages) -> bool {
    let simple = words().get(word).is_some_and(|known| {
        known.iter().any(|(language, value)| in_some(*language, languages) && *value > 1)
            && !is_english(word, languages)
    });
    simple || is_compound(word, languages)
}

/// Whether a folded word is a number put together of several: `zweiundvierzig`, `trentacinque`.
pub(crate) fn is_compound(word: &str, languages: Languages) -> bool {
    let of_these = |numbers: &&Numbers| in_some(numbers.language, languages);
    word.len() >= COMPOUND
        && parts().is_match(word)
        && NUMBERS.iter().filter(of_these).any(Numbers::is_compounding)
        && NUMBERS.iter().filter(of_these).any(|numbers| numbers.value(word).is_some())
}

/// What some part of every compound has in it.
fn parts() -> &'static AhoCorasick {
    static PARTS: OnceLock<AhoCorasick> = OnceLock::new();
    PARTS.get_or_init(|| {
        AhoCorasick::new([
            "ogty", "ogfy", "ogtr", "oghalv", "ogfirs", "hundra", "tusen", "tusind", "tio", "tjugo", "hundred",
            "hundert", "tausend", "zig", "ssig", "honderd", "duizend", "tig", "cento", "mila", "mille", "vent", "rent",
            "ant", "veinti",
        ])
        .expect("a few short words")
    })
}

/// The place that a folded word of German names, in whatever case: `neunzehnten`, `zwanzigstes`.
pub(crate) fn german_place(word: &str) -> Option<u128> {
    let stem = ["er", "es", "em", "en", "e"].iter().find_map(|ending| word.strip_suffix(ending))?;
    let other = match stem {
        "erst" => Some(1),
        "dritt" => Some(3),
        "siebt" => Some(7),
        "acht" => Some(8),
        _ => None,
    };
    let value = |end: &str, from: u128| NUMBERS[0].value(stem.strip_suffix(end)?).filter(|value| *value >= from);
    other.or_else(|| value("st", 20)).or_else(|| value("t", 2).filter(|value| *value < 20))
}

/// Words, and what each counts in which language.
type Counts = HashMap<String, Vec<(Language, u128)>, Quickly>;

/// The single words of all languages.
fn words() -> &'static Counts {
    static WORDS: OnceLock<Counts> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut words: Counts = HashMap::default();
        for numbers in &NUMBERS {
            let thousands = numbers.thousand.split(' ').map(|word| (1000, word));
            for (value, word) in numbers.all().chain(thousands) {
                words.entry(folded(word)).or_default().push((numbers.language, value));
            }
        }
        words
    })
}

/// The value of one word of a language.
pub(crate) fn value_in(language: Language, word: &str) -> Option<u128> {
    words().get(word)?.iter().find(|(own, _)| *own == language).map(|(_, value)| *value)
}

fn in_some(language: Language, languages: Languages) -> bool {
    // Their words without accents are words of many languages.
    let common = matches!(language, Indonesian | Vietnamese | Czech | Romanian | Hungarian | Finnish);
    let guessed = !are_told(languages) && !common;
    guessed || languages & language.bit() != 0
}

fn folded(word: &str) -> String {
    if word.is_ascii() { word.to_owned() } else { Folded::new(word, Spaces::Written).text }
}

/// Whether a word may be of English, where it is another.
fn is_english(word: &str, languages: Languages) -> bool {
    (!are_told(languages) || languages & English.bit() != 0) && ENGLISH_TOO.split(' ').any(|own| own == word)
}

impl Numbers {
    fn at(&self, text: &Folded<'_>, from: usize, end: usize) -> Option<(u128, usize)> {
        let (mut total, mut part, mut reached) = (0, 0, from);
        let mut at = from;
        while at < end.min(from + LONGEST) && (at == from || crate::quote_match::folding::words::joined(text, at - 1)) {
            let word = text.word(at);
            if is_english(word, text.languages)
                || self.language == Vietnamese && is_toned_otherwise(text, at, reached > from)
            {
                break;
            }
            if reached > from && !self.and.is_empty() && word == self.and {
                at += 1;
                continue;
            }
            if self.language == Indonesian && word == "belas" && (2..10).contains(&(part % 100)) {
                part += 10;
            } else if self.is_thousand(word) && total == 0 {
                (total, part) = (part.max(1) * 1000, 0);
            } else {
                let Some(value) = self.value(word) else { break };
                // `un` is an article before it is a number.
                let opens = reached == from && value > 1 || reached > from;
                let Some(next) = self.with(part, value).filter(|_| opens) else { break };
                part = next;
            }
            at += 1;
            reached = at;
        }
        (reached > from).then_some((total + part, reached))
    }

    /// The value of `part` with `value` behind it, if the two are one number.
    fn with(&self, part: u128, value: u128) -> Option<u128> {
        let french = self.language == French;
        let (tens, rest) = (part % 100, part % 10);
        match value {
            20 if french && tens == 4 => Some(part - 4 + 80),
            100 if matches!(
                self.language,
                French | Italian | German | Dutch | Swedish | Danish | Turkish | Hindi | Czech | Romanian
            ) && (2..10).contains(&part) =>
            {
                Some(part * 100)
            }
            100 if matches!(self.language, Indonesian | Vietnamese) && (1..10).contains(&part) => Some(part * 100),
            10 if matches!(self.language, Indonesian | Vietnamese) && (2..10).contains(&tens) => Some(part + tens * 9),
            _ if part == 0 => Some(value),
            1..=9 if matches!(self.language, Turkish | Vietnamese) && tens == 10 => Some(part + value),
            1..=9 if tens == 0 || rest == 0 && tens >= 20 || french && tens == 10 && value >= 7 => Some(part + value),
            10..=19 if tens == 0 || french && matches!(tens, 60 | 80) => Some(part + value),
            // Behind `soixante-dix`, `quatre-vingt-dix`.
            1..=9 if french && matches!(tens, 70 | 90) => Some(part + value),
            20..=99 if tens == 0 => Some(part + value),
            _ => None,
        }
    }

    fn is_thousand(&self, word: &str) -> bool {
        self.simple(word) == Some(1000)
    }

    /// The value of one word.
    fn value(&self, word: &str) -> Option<u128> {
        self.simple(word).or_else(|| self.is_compounding().then(|| self.compound(word)).flatten())
    }

    /// Whether numbers are written in one word.
    fn is_compounding(&self) -> bool {
        matches!(self.language, German | Dutch | Italian | Swedish | Danish)
    }

    fn simple(&self, word: &str) -> Option<u128> {
        value_in(self.language, word)
    }

    /// Every word with its value.
    fn all(&self) -> impl Iterator<Item = (u128, &'static str)> {
        let mut value = 0;
        self.words.split_ascii_whitespace().filter_map(move |token| match token.parse() {
            Ok(next) => {
                value = next;
                None
            }
            Err(_) => Some((value, token)),
        })
    }

    /// `zweitausenddreihundertvier`, `duemilatrecento`.
    fn compound(&self, word: &str) -> Option<u128> {
        let thousand = self.thousand.split(' ').find_map(|thousand| word.split_once(thousand));
        match thousand {
            Some((before, behind)) => {
                let count = if before.is_empty() { 1 } else { self.below_thousand(before)? };
                Some(count * 1000 + self.rest(behind)?)
            }
            None => self.below_thousand(word),
        }
    }

    /// What stands behind thousands or hundreds, nothing included.
    fn rest(&self, word: &str) -> Option<u128> {
        let joint = self.joint();
        if word.is_empty() {
            return Some(0);
        }
        self.below_thousand(word).or_else(|| {
            let rest = word.strip_prefix(joint).filter(|_| !joint.is_empty());
            rest.and_then(|rest| self.below_thousand(rest))
        })
    }

    fn below_thousand(&self, word: &str) -> Option<u128> {
        let hundred = match self.language {
            German => "hundert",
            Dutch => "honderd",
            Swedish => "hundra",
            Danish => "hundrede",
            _ => "cento",
        };
        match word.split_once(hundred) {
            Some((before, behind)) => {
                let count = if before.is_empty() { Some(1) } else { self.simple(before) };
                let count = count.filter(|count| (1..10).contains(count))?;
                let rest = self.rest(behind).filter(|rest| *rest < 100)?;
                Some(count * 100 + rest)
            }
            None => self.simple(word).filter(|value| *value < 100).or_else(|| self.tens(word)),
        }
    }

    /// What stands between units and tens in one word.
    fn joint(&self) -> &'static str {
        match self.language {
            German => "und",
            Dutch => "en",
            Danish => "og",
            _ => "",
        }
    }

    /// `einundzwanzig`, `tweeentwintig`, `ventuno`, `fyrtiofem`.
    fn tens(&self, word: &str) -> Option<u128> {
        let mut all = self.all().filter(|(value, _)| (20..100).contains(value));
        let unit = |letters: &str| self.simple(letters).filter(|unit| (1..10).contains(unit));
        if self.language == Italian {
            return all.find_map(|(value, own)| {
                let short = &own[..own.len() - 1];
                let behind = word
                    .strip_prefix(own)
                    .or_else(|| word.strip_prefix(short).filter(|rest| rest.starts_with(['u', 'o'])));
                Some(value + unit(behind?)?)
            });
        }
        if self.language == Swedish {
            return all.find_map(|(value, own)| Some(value + unit(word.strip_prefix(own)?)?));
        }
        let joint = self.joint();
        all.find_map(|(value, own)| Some(value + unit(word.strip_suffix(own)?.strip_suffix(joint)?)?))
    }
}

/// Whether the word at `at` is another than the number that it looks like without its tone. `năm` is a year, too: within a
/// number it is five before `mươi` only.
fn is_toned_otherwise(text: &Folded<'_>, at: usize, within: bool) -> bool {
    let written = text.written(at..at + 1).to_lowercase();
    let tens = at + 1 < text.words.len() && text.word(at + 1) == "muoi";
    let led = at > 0 && matches!(text.word(at - 1), "linh" | "le");
    !TONED.split(' ').any(|own| own == written) || within && written == "năm" && !tens && !led
}

#[cfg(test)]
mod tests;
