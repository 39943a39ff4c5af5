//! Places in a row in other languages than English and French: `2.` and `zweite`, `2.º` and `segundo`, `3:e` and `tredje`, `2-й` and
//! `второй`.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

use super::Amount;
use crate::quote_match::folding::fold::{Folded, Spaces};
use crate::quote_match::languages::language::Language::{
    self, Czech, Danish, Dutch, Finnish, German, Greek, Hungarian, Italian, Polish, Portuguese, Russian, Spanish,
    Swedish, Turkish, Ukrainian,
};
use crate::quote_match::languages::language::Languages;
use crate::quote_match::languages::number_words;
use crate::text::hashed::Quickly;

/// From the first place on, each in its forms, which a comma parts from the next; a hyphen stands for the endings.
const PLACES: [(Language, &str, &str); 15] = [
    (
        Spanish,
        "primer primero primera,segundo segunda,tercer tercero tercera,cuarto cuarta,quinto quinta,sexto sexta,septimo septima,\
         octavo octava,noveno novena,decimo decima",
        "",
    ),
    (
        Portuguese,
        "primeiro primeira,segundo segunda,terceiro terceira,quarto quarta,quinto quinta,sexto sexta,setimo setima,oitavo oitava,\
         nono nona,decimo decima",
        "",
    ),
    (
        Italian,
        "primo prima,secondo seconda,terzo terza,quarto quarta,quinto quinta,sesto sesta,settimo settima,ottavo ottava,nono nona,\
         decimo decima",
        "",
    ),
    (Dutch, "eerste,tweede,derde,vierde,vijfde,zesde,zevende,achtste,negende,tiende,elfde,twaalfde", ""),
    (Swedish, "forsta,andra,tredje,fjarde,femte,sjatte,sjunde,attonde,nionde,tionde,elfte,tolfte", ""),
    (Danish, "forste,anden andet,tredje,fjerde,femte,sjette,syvende,ottende,niende,tiende", ""),
    (
        Polish,
        "pierwsz-,drug-,trzec-,czwart-,piat-,szost-,siodm-,osm-,dziewiat-,dziesiat-",
        "y a e ego ej emu ym ych i ia ie iego iej iemu im ich",
    ),
    (
        Czech,
        "prvni prvniho prvnim,druh-,treti tretiho tretim,ctvrt-,pat-,sest-,sedm-,osm-,devat-,desat-",
        "y a e eho emu ym ych ou em",
    ),
    (
        Russian,
        "перв-,втор-,трет-,четверт-,пят-,шест-,седьм-,восьм-,девят-,десят-",
        "ыи ои ая ое ого ому ым ом ую ые ых ии ья ье ьего ьему ьеи ью",
    ),
    (
        Ukrainian,
        "перш-,друг-,трет-,четверт-,пят-,шост-,сьом-,восьм-,девят-,десят-",
        "ии а е ого ому им у ои і их іи я є ього ьому ю",
    ),
    (Greek, "πρωτ-,δευτερ-,τριτ-,τεταρτ-,πεμπτ-,εκτ-,εβδομ-,ογδο-,ενατ-,δεκατ-", "οσ η ο ου ησ ον ην οι εσ α ων"),
    (Turkish, "birinci,ikinci,ucuncu,dorduncu,besinci,altinci,yedinci,sekizinci,dokuzuncu,onuncu", ""),
    (Finnish, "ensimmainen,toinen,kolmas,neljas,viides,kuudes,seitsemas,kahdeksas,yhdeksas,kymmenes", ""),
    (Hungarian, "elso,masodik,harmadik,negyedik,otodik,hatodik,hetedik,nyolcadik,kilencedik,tizedik", ""),
    (German, "erste ersten erster erstes erstem", ""),
];

/// Languages in which a point behind a number makes a place of it: `der 2. Senat`.
const POINTED: [Language; 7] = [German, Danish, Polish, Czech, Turkish, Finnish, Hungarian];

/// Letters behind a number, a colon or a hyphen, folded.
const ENDINGS: [(Language, &str, &str); 8] = [
    (Spanish, ".", "er"),
    (Swedish, ":", "e a"),
    (Finnish, ":", "s nen"),
    (Russian, "-", "и я е го му м ю х ыи ои ая ого"),
    (Ukrainian, "-", "и а е го му м у х"),
    (Turkish, "'’", "inci nci uncu ncu"),
    (Greek, "", "οσ η ο ου ησ"),
    (Dutch, "", "e de ste"),
];

/// The place at word `from`.
pub(super) fn at(text: &Folded<'_>, from: usize, end: usize) -> Option<(Range<usize>, Amount)> {
    if from >= end {
        return None;
    }
    let word = text.word(from);
    if let Some(place) = named(word, text.languages) {
        return Some((from..from + 1, Amount::Place(place)));
    }
    let (behind, place) = in_digits(text, from, end)?;
    Some((from..behind, Amount::Place(place)))
}

/// The place that a folded word names in one of `languages`.
pub(super) fn named(word: &str, languages: Languages) -> Option<u128> {
    let known = words().get(word).into_iter().flatten();
    let told = known.filter(|(language, _)| languages & language.bit() != 0).map(|(_, place)| *place).next();
    let german = || (languages & German.bit() != 0 && word.is_ascii()).then(|| number_words::german_place(word));
    told.or_else(|| german().flatten())
}

/// `2.`, `2.º`, `2ª`, `2°`, `3:e`, `2-й`: the word behind, and the place.
fn in_digits(text: &Folded<'_>, from: usize, end: usize) -> Option<(usize, u128)> {
    let word = text.word(from);
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let place: u128 = word[..digits].parse().ok().filter(|_| (1..=2).contains(&digits) && !word.starts_with('0'))?;
    let is_in = |languages: &[Language]| languages.iter().any(|language| text.languages & language.bit() != 0);
    let romance = is_in(&[Spanish, Portuguese, Italian]);
    let letters = &word[digits..];
    if matches!(letters, "o" | "a") && romance {
        return Some((from + 1, place));
    }
    let ending = |between: &str, letters: &str| {
        ENDINGS.iter().any(|(language, joint, endings)| {
            let joins = if joint.is_empty() {
                between.is_empty()
            } else {
                between.chars().count() == 1 && joint.contains(between)
            };
            joins && is_in(&[*language]) && endings.split(' ').any(|own| own == letters)
        })
    };
    if !letters.is_empty() {
        return ending("", letters).then_some((from + 1, place));
    }
    let between = text.between(from);
    if from + 1 < end {
        let next = text.word(from + 1);
        let raised = matches!(between, "" | ".") && matches!(next, "o" | "a");
        // `20° C` is no place.
        let degree = || from + 2 >= end || matches!(text.word(from + 2), "c" | "f");
        let ring = between.is_empty() && next == "°" && !degree();
        if romance && (raised || ring) || ending(between, next) {
            return Some((from + 2, place));
        }
    }
    (is_in(&POINTED) && between.starts_with('.')).then_some((from + 1, place))
}

/// Words, and the place that each names in which language.
type Places = HashMap<String, Vec<(Language, u128)>, Quickly>;

fn words() -> &'static Places {
    static WORDS: OnceLock<Places> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut words: Places = HashMap::default();
        for (language, places, endings) in PLACES {
            for (place, forms) in (1..).zip(places.split(',')) {
                for form in forms.split_ascii_whitespace() {
                    let all: Vec<String> = match form.strip_suffix('-') {
                        Some(stem) => endings.split(' ').map(|ending| format!("{stem}{ending}")).collect(),
                        None => vec![form.to_owned()],
                    };
                    for word in all {
                        let word = if word.is_ascii() { word } else { Folded::new(&word, Spaces::Written).text };
                        words.entry(word).or_default().push((language, place));
                    }
                }
            }
        }
        words
    })
}
