//! Endings of verbs that say when, or whether at all: `venderam`, they sold, `venderão`, they will sell, and `venderiam`, they would.
//! A letter or two is all that tells them apart, as “will” and “would” do in English.

use super::language::Language::{self, Czech, French, Italian, Polish, Portuguese, Russian, Spanish, Ukrainian};
use super::language::{Languages, are_told};

/// When what a verb says is so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Time {
    /// It was, or it is: these two are forms of one word.
    Real,
    /// It will be, or may be present: some languages say both alike.
    Ahead,
    /// It would be.
    Supposed,
}

use Time::{Ahead, Real, Supposed};

/// Letters of what stands before an ending, at least.
const STEM: usize = 3;

/// Endings, folded, which stand behind the same stem in each of their times.
const ENDINGS: &[(Language, &[(Time, &str)])] = &[
    (
        French,
        &[
            (Real, "erent irent urent"),
            (Ahead, "ra ras rai rons rez ront era erai eront ira iront"),
            (Supposed, "rait rais rions riez raient erait eraient irait iraient"),
        ],
    ),
    (
        Spanish,
        &[
            (Real, "aron eron ieron"),
            (Ahead, "ara eran era ira aran iran are ere ire aremos eremos iremos"),
            (Supposed, "aria eria iria arian erian irian ariamos eriamos iriamos"),
        ],
    ),
    (
        Portuguese,
        &[
            (Real, "aram eram iram"),
            (Ahead, "ara era ira arao erao irao aremos eremos iremos"),
            (Supposed, "aria eria iria ariam eriam iriam ariamos eriamos iriamos"),
        ],
    ),
    (
        Italian,
        &[
            (Real, "arono erono irono"),
            (Ahead, "era ira ero iro eranno iranno eremo iremo"),
            (Supposed, "erebbe irebbe erei irei erebbero irebbero eremmo iremmo"),
        ],
    ),
];

/// Whether two folded words are one verb in two times that no slip of the pen makes of each other.
pub(crate) fn is_other_time(one: &str, other: &str, languages: Languages) -> bool {
    let may_be = |language: Language| !are_told(languages) || languages & language.bit() != 0;
    let surely = |language: Language| languages & language.bit() != 0;
    ENDINGS.iter().any(|(language, times)| may_be(*language) && differ(one, other, times))
        || surely(Polish) && (is_conditional_of(one, other) || is_conditional_of(other, one))
        || [(Russian, "т"), (Ukrainian, "ть"), (Polish, ""), (Czech, "")].iter().any(|(language, ahead)| {
            surely(*language) && (is_past_of(one, other, ahead) || is_past_of(other, one, ahead))
        })
}

fn differ(one: &str, other: &str, times: &[(Time, &str)]) -> bool {
    let (own, others) = (readings(one, times), readings(other, times));
    // What can be the same time is a slip.
    let same = own.iter().any(|reading| others.contains(reading));
    !same && own.iter().any(|(time, stem)| others.iter().any(|(other, own)| other != time && own == stem))
}

/// The times that a word can tell, each with what stands before its ending.
fn readings<'w>(word: &'w str, times: &[(Time, &str)]) -> Vec<(Time, &'w str)> {
    let mut found = Vec::new();
    for (time, endings) in times {
        let stems = endings.split_ascii_whitespace().filter_map(|ending| word.strip_suffix(ending));
        found.extend(stems.filter(|stem| stem.chars().count() >= STEM).map(|stem| (*time, stem)));
    }
    found
}

/// Polish `sprzedałaby`, would sell, of `sprzedała`.
fn is_conditional_of(one: &str, other: &str) -> bool {
    ["by", "bym", "bys", "bysmy", "byscie"].iter().any(|ending| one.strip_suffix(ending) == Some(other))
}

/// Russian `построил`, built, of `построит`, will build: what is done is told by an `л`.
fn is_past_of(one: &str, other: &str, ahead: &str) -> bool {
    const PAST: [&str; 10] = ["л", "ла", "ли", "ло", "в", "l", "la", "li", "lo", "ly"];
    let bare = |word: &str| -> String {
        ["ся", "сь"].iter().find_map(|own| word.strip_suffix(own)).unwrap_or(word).to_owned()
    };
    let (one, other) = (bare(one), bare(other));
    let Some(stem) = other.strip_suffix(ahead) else { return false };
    let open = stem.ends_with(['а', 'е', 'и', 'о', 'у', 'ы', 'я', 'і', 'є', 'a', 'e', 'i', 'y']);
    open && stem.chars().count() >= STEM && PAST.iter().any(|past| one.strip_suffix(past) == Some(stem))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verb_that_tells_another_time_is_no_slip() {
        for (language, one, other) in [
            (French, "livrerent", "livreront"),
            (French, "livreront", "livreraient"),
            (French, "annoncera", "annoncerait"),
            (French, "garderont", "garderent"),
            (French, "prendra", "prendrait"),
            (French, "finirent", "finiront"),
            (Spanish, "compraron", "compraran"),
            (Spanish, "cerrara", "cerraria"),
            (Spanish, "abandonaran", "abandonarian"),
            (Portuguese, "venderam", "venderao"),
            (Portuguese, "venderao", "venderiam"),
            (Portuguese, "fechara", "fecharia"),
            (Italian, "chiudero", "chiuderei"),
            (Polish, "sprzedala", "sprzedalaby"),
            (Polish, "zbudowali", "zbudowaliby"),
            (Polish, "zrobi", "zrobil"),
            (Czech, "postavi", "postavila"),
            (Russian, "построит", "построил"),
            (Russian, "появится", "появился"),
            (Ukrainian, "зробить", "зробив"),
        ] {
            let told = language.bit();
            assert!(is_other_time(one, other, told) && is_other_time(other, one, told), "{one} {other}");
        }
        for (language, one, other) in [
            (French, "livrerent", "livrrent"),
            (French, "opera", "operas"),
            (French, "annoncera", "anoncera"),
            (Spanish, "historia", "histora"),
            (Spanish, "compraron", "comparron"),
            (Portuguese, "venderam", "vendram"),
            (Portuguese, "irmao", "irmaos"),
            (Polish, "szkola", "szkol"),
            (Russian, "построил", "построила"),
            (Russian, "правительство", "правителство"),
        ] {
            assert!(!is_other_time(one, other, language.bit()), "{one} {other}");
        }
        assert!(!is_other_time("opera", "operas", Language::English.bit()));
    }
}
