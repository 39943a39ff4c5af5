//! Parts of one in the words of other languages than English: `ein Drittel`, `dwie trzecie`, `треть`, `üçte bir`.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::quote_match::folding::fold::{Folded, Spaces};
use crate::quote_match::languages::language::Language::{
    self, Arabic, Czech, Danish, Dutch, Finnish, French, German, Greek, Hindi, Hungarian, Indonesian, Italian, Polish,
    Portuguese, Romanian, Russian, Spanish, Swedish, Ukrainian,
};
use crate::quote_match::languages::language::Languages;

use super::number_words;
use crate::quote_match::folding::words::joined;
use crate::text::hashed::Quickly;

/// The words of a language: each number of parts, then what one of them is called, in its forms; folded.
struct Parts {
    language: Language,
    /// The word says one part where no number stands before it.
    alone: bool,
    words: &'static str,
}

/// What a word names in a language: of how many parts it is one, and whether it does so alone.
struct Part {
    language: Language,
    under: u128,
    alone: bool,
}

const PARTS: [Parts; 19] = [
    Parts {
        language: German,
        alone: false,
        words: "3 drittel dritteln drittels 4 viertel vierteln viertels 5 funftel fuenftel funfteln 6 sechstel sechsteln 7 siebtel \
            siebteln 8 achtel achteln 9 neuntel neunteln 10 zehntel zehnteln",
    },
    Parts {
        language: Dutch,
        alone: false,
        words: "3 derde 4 kwart vierde 5 vijfde 6 zesde 7 zevende 8 achtste 9 negende 10 tiende",
    },
    Parts {
        language: French,
        alone: false,
        words: "3 tiers 4 quart quarts 5 cinquieme cinquiemes 6 sixieme sixiemes 7 septieme septiemes 8 huitieme huitiemes 9 \
            neuvieme neuviemes 10 dixieme dixiemes",
    },
    Parts {
        language: Spanish,
        alone: false,
        words: "3 tercio tercios 4 cuarto cuartos 5 quinto quintos 6 sexto sextos 7 septimo septimos 8 octavo octavos 9 noveno \
            novenos 10 decimo decimos",
    },
    Parts {
        language: Italian,
        alone: false,
        words: "3 terzo terzi 4 quarto quarti 5 quinto quinti 6 sesto sesti 7 settimo settimi 8 ottavo ottavi 9 nono noni 10 \
            decimo decimi",
    },
    Parts {
        language: Portuguese,
        alone: false,
        words: "3 terco tercos 4 quarto quartos 5 quinto quintos 6 sexto sextos 7 setimo setimos 8 oitavo oitavos 9 nono nonos 10 \
            decimo decimos",
    },
    Parts {
        language: Swedish,
        alone: false,
        words: "3 tredjedel tredjedelar 4 fjardedel fjardedelar 5 femtedel femtedelar 6 sjattedel sjattedelar 7 sjundedel \
            sjundedelar 8 attondel attondelar 9 niondel niondelar 10 tiondel tiondelar",
    },
    Parts {
        language: Danish,
        alone: false,
        words: "3 tredjedel tredjedele tredel tredeler 4 fjerdedel fjerdedele fjerdedeler 5 femtedel femtedele femdel femdeler 6 \
            sjettedel sjettedele 7 syvendedel syvendedele 8 ottendedel ottendedele 9 niendedel niendedele 10 tiendedel \
            tiendedele tidel tideler",
    },
    Parts {
        language: Polish,
        alone: false,
        words: "3 trzecia trzecie trzecich trzeciej 4 czwarta czwarte czwartych czwartej 5 piata piate piatych piatej 6 szosta \
            szoste szostych szostej 7 siodma siodme siodmych siodmej 8 osma osme osmych osmej 9 dziewiata dziewiate \
            dziewiatych dziewiatej 10 dziesiata dziesiate dziesiatych dziesiatej",
    },
    Parts {
        language: Czech,
        alone: true,
        words: "3 tretina tretiny tretin tretinu tretine tretinou 4 ctvrtina ctvrtiny ctvrtin ctvrtinu ctvrtine ctvrtinou 5 petina \
            petiny petin petinu petine petinou 6 sestina sestiny sestin sestinu 7 sedmina sedminy sedmin sedminu 8 osmina \
            osminy osmin osminu 10 desetina desetiny desetin desetinu",
    },
    Parts {
        language: Russian,
        alone: false,
        words: "3 треть трети третью третьих 4 четверть четверти четвертью четвертых 5 пятая пятую пятых пятои 6 шестая шестую \
            шестых шестои 7 седьмая седьмую седьмых седьмои 8 восьмая восьмую восьмых восьмои 9 девятая девятую девятых \
            девятои 10 десятая десятую десятых десятои",
    },
    Parts {
        language: Ukrainian,
        alone: false,
        words: "3 третина третини третину третіх третя третю 4 чверть чверті четверта четверту четвертих 5 пята пяту пятих 10 \
            десята десяту десятих",
    },
    Parts {
        language: Greek,
        alone: false,
        words: "3 τριτο τριτα τριτων 4 τεταρτο τεταρτα τεταρτων 5 πεμπτο πεμπτα 6 εκτο εκτα 8 ογδοο ογδοα 10 δεκατο δεκατα",
    },
    Parts {
        language: Finnish,
        alone: true,
        words: "3 kolmasosa kolmasosan kolmasosaa kolmannes kolmanneksen kolmannesta 4 neljasosa neljasosan neljasosaa neljannes \
            neljanneksen neljannesta 5 viidesosa viidesosan viidesosaa viidennes viidenneksen viidennesta 10 kymmenesosa \
            kymmenesosan kymmenesosaa kymmenes",
    },
    Parts {
        language: Hungarian,
        alone: true,
        words: "3 egyharmad egyharmada egyharmadat 4 egynegyed egynegyede 5 egyotod egyotode",
    },
    Parts { language: Indonesian, alone: true, words: "3 sepertiga 4 seperempat 5 seperlima" },
    Parts {
        language: Romanian,
        alone: false,
        words: "3 treime treimi 4 sfert sferturi 5 cincime cincimi 10 zecime zecimi",
    },
    Parts { language: Hindi, alone: false, words: "3 तिहाई 4 चौथाई" },
    Parts { language: Arabic, alone: true, words: "3 ثلث 4 ربع" },
];

/// What says that it is one part, folded.
const ONE: &str = "een ein eine einem einen eines einer en et ett un una uno um uma o un jedna jednej jedno jedne jednu одна одну однои \
    одні одна ενα ενοσ एक";

/// What says two, three or four parts in a case of its own, folded.
const FEW: [(&str, u128); 8] =
    [("dwie", 2), ("dve", 2), ("dvou", 2), ("дві", 2), ("двух", 2), ("doua", 2), ("trei", 3), ("tri", 3)];

/// What Turkish sets before the number of parts: in three of them, one.
const TURKISH: [(&str, u128); 8] = [
    ("ucte", 3),
    ("dortte", 4),
    ("beste", 5),
    ("altida", 6),
    ("yedide", 7),
    ("sekizde", 8),
    ("dokuzda", 9),
    ("onda", 10),
];

/// Whether a folded word may name a part.
pub(super) fn names_part(word: &str, languages: Languages) -> bool {
    part(word, languages).is_some() || in_turkish(word, languages).is_some()
}

/// The part that is said at word `from`: the word behind it, how many and of how many.
pub(super) fn at(text: &Folded<'_>, from: usize, end: usize) -> Option<(usize, (u128, u128))> {
    let word = text.word(from);
    if let Some((_, alone)) = part(word, text.languages) {
        let counted = || from.checked_sub(1).is_some_and(|before| joined(text, before) && is_count(text, before, from));
        return (alone && !counted()).then(|| part(word, text.languages).map(|(under, _)| (from + 1, (1, under))))?;
    }
    if from + 1 >= end || !joined(text, from) {
        return None;
    }
    if let Some(under) = in_turkish(word, text.languages) {
        let next = text.word(from + 1);
        let bare = ["sinin", "inin", "unu", "ini", "sini", "si", "i", "u"]
            .iter()
            .find_map(|ending| next.strip_suffix(ending).filter(|bare| number_of(bare, text.languages).is_some()));
        let over = number_of(next, text.languages).or_else(|| number_of(bare?, text.languages))?;
        return Some((from + 2, (over, under)));
    }
    let (under, _) = part(text.word(from + 1), text.languages)?;
    let over = count(text, from, end)?;
    (over > 0 && over < under).then_some((from + 2, (over, under)))
}

fn is_count(text: &Folded<'_>, at: usize, end: usize) -> bool {
    count(text, at, end).is_some()
}

/// The number of parts that the word at `from` says.
fn count(text: &Folded<'_>, from: usize, end: usize) -> Option<u128> {
    let word = text.word(from);
    if ONE.split_ascii_whitespace().any(|one| one == word) {
        return Some(1);
    }
    let few = FEW.iter().find(|(few, _)| *few == word).map(|(_, value)| *value);
    let spoken = || number_words::at(text, from, end).filter(|(_, behind)| *behind == from + 1).map(|(value, _)| value);
    few.or_else(spoken)
}

fn number_of(word: &str, languages: Languages) -> Option<u128> {
    const TURKISH_NUMBERS: [&str; 9] = ["bir", "iki", "uc", "dort", "bes", "alti", "yedi", "sekiz", "dokuz"];
    let known = languages & Language::Turkish.bit() != 0;
    (1..).zip(TURKISH_NUMBERS).find(|(_, number)| known && *number == word).map(|(value, _)| value)
}

fn in_turkish(word: &str, languages: Languages) -> Option<u128> {
    let known = languages & Language::Turkish.bit() != 0;
    TURKISH.iter().find(|(of, _)| known && *of == word).map(|(_, under)| *under)
}

/// Of how many parts a folded word names one, and whether it does so alone.
fn part(word: &str, languages: Languages) -> Option<(u128, bool)> {
    let known = words().get(word)?;
    known.iter().find(|part| languages & part.language.bit() != 0).map(|part| (part.under, part.alone))
}

/// The words of all languages, folded; each language once.
fn words() -> &'static HashMap<String, Vec<Part>, Quickly> {
    static WORDS: OnceLock<HashMap<String, Vec<Part>, Quickly>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut words: HashMap<String, Vec<Part>, Quickly> = HashMap::default();
        for parts in &PARTS {
            let mut under = 0;
            for own in parts.words.split_ascii_whitespace() {
                if let Ok(value) = own.parse() {
                    under = value;
                    continue;
                }
                let word = if own.is_ascii() { own.to_owned() } else { Folded::new(own, Spaces::Written).text };
                let known = words.entry(word).or_default();
                if known.iter().all(|part| part.language != parts.language) {
                    known.push(Part { language: parts.language, under, alone: parts.alone });
                }
            }
        }
        words
    })
}
