//! Publishers that are spelled in two ways which are nearly alike: one of the two is likely a slip.

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};
use url::Url;

use crate::finding::{Code, Finding};
use crate::locator::{host, redirector};
use crate::span::Place;

use super::Citation;

/// Alike enough to be one name: four letters in thirty-four, as in `Immigrant` and `Immigration` in a name of five words.
const ALIKE: f64 = 0.88;
/// Alike enough to be one word that begins with the same letter: `Proceedings` and `Procedings`.
const ALIKE_WORD: f64 = 0.65;
/// Letters below which names that differ in one are often two names (`BBC`, `NBC`).
const SHORTEST: usize = 8;
/// Publishers that are compared with each other, for a bound on the work.
const MOST: usize = 400;

/// Every publisher with what is known of its citations, which come one after another.
#[derive(Default)]
pub(super) struct Publishers {
    uses: BTreeMap<String, Uses>,
}

/// The citations of one publisher.
struct Uses {
    /// How many publishers were known before it.
    order: usize,
    /// The other file that each is in, if any, and where.
    places: Vec<(Option<String>, Place)>,
    /// Where its works are found, but for the hosts at which all are.
    sites: BTreeSet<String>,
}

impl Publishers {
    pub(super) fn citation(&mut self, citation: &Citation) {
        let Some(publisher) = &citation.publisher else { return };
        if !self.uses.contains_key(publisher) {
            let uses = Uses { order: self.uses.len(), places: Vec::new(), sites: BTreeSet::new() };
            self.uses.insert(publisher.clone(), uses);
        }
        if let Some(uses) = self.uses.get_mut(publisher) {
            let (file, place) = citation.written();
            uses.places.push((file.map(str::to_owned), place));
            uses.sites.extend(site(citation));
        }
    }

    /// A finding for each citation whose publisher is nearly spelled as a more frequent one.
    pub(super) fn finish(self) -> Vec<Finding> {
        let mut by_use: Vec<(String, Uses)> = self.uses.into_iter().take(MOST).collect();
        by_use.sort_by_key(|(_, uses)| (std::cmp::Reverse(uses.places.len()), uses.order));
        let names: Vec<Name> = by_use.iter().map(|(name, _)| Name::of(name)).collect();
        let mut found = Vec::new();
        for (at, (name, uses)) in by_use.iter().enumerate() {
            let is_slip = |usual: &usize| {
                nearly_alike(&names[*usual], &names[at])
                    && are_one_house((&names[*usual], &by_use[*usual].1), (&names[at], uses))
            };
            let Some((usual, known)) = (0..at).find(is_slip).map(|usual| &by_use[usual]) else { continue };
            let message = format!("“{name}” here, “{usual}” elsewhere");
            // Of two that one other file holds it is told where that is read.
            let apart = |(file, _): &&(Option<String>, Place)| {
                file.is_none() || known.places.iter().all(|(other, _)| other != file)
            };
            found.extend(uses.places.iter().filter(apart).map(|(file, place)| {
                Finding::new(Code::PublisherSpelling, message.clone(), Some(*place)).in_file(file.as_deref())
            }));
        }
        found
    }
}

/// Hosts at which the works of everybody are found.
const OF_ALL: &[&str] =
    &["doi.org", "handle.net", "jstor.org", "archive.org", "google.com", "worldcat.org", "ssrn.com"];

/// Whether two names that are nearly alike can be those of one publisher: what is found at two sites is of two
/// (`Journal of Psychology`, `Journal of Psychiatry`); where no site tells, a letter or two can be a slip.
fn are_one_house((one, ones): (&Name, &Uses), (other, others): (&Name, &Uses)) -> bool {
    if differ_in_signs(one, other) {
        return true;
    }
    if ones.sites.is_empty() || others.sites.is_empty() {
        return strsim::levenshtein(&one.folded, &other.folded) <= SLIP;
    }
    !ones.sites.is_disjoint(&others.sites)
}

/// Words of a name that is one name still where one of them has another ending.
const SEVERAL: usize = 3;

/// Letters of a stem that two words share which are one with two endings, however short the name is.
const LONG_STEM: usize = 7;

/// Endings of one word, behind its stem. Most others make another word of it: `Pharmacology`, `Pharmacognosy`.
const ENDINGS: &[&str] =
    &["ant", "ants", "ation", "ations", "ational", "ent", "ents", "ention", "ist", "ists", "istic"];

/// Letters of a slip of the pen.
const SLIP: usize = 2;

/// The site at which a citation is found.
fn site(citation: &Citation) -> Option<String> {
    let url = citation.original_url.as_deref().or(citation.url.as_deref())?;
    let led = redirector::target(url);
    let site = host::lane(&Url::parse(led.as_deref().unwrap_or(url)).ok()?).to_string();
    (!OF_ALL.contains(&site.as_str())).then_some(site)
}

/// A name as it is compared.
struct Name {
    /// Without case, accents of typography, and an article at the front.
    folded: String,
    letters: usize,
    digits: String,
    words: Vec<String>,
    /// In one piece.
    joined: String,
    /// Without the signs on its letters, in both ways of writing them; none where it has no letter with one.
    bare: Option<[String; 2]>,
}

impl Name {
    fn of(name: &str) -> Self {
        let folded = folded(name);
        Self {
            letters: folded.chars().count(),
            digits: folded.chars().filter(char::is_ascii_digit).collect(),
            words: folded.split(' ').map(str::to_owned).collect(),
            joined: folded.replace(' ', ""),
            bare: (!folded.is_ascii()).then(|| [without_signs(&folded, false), without_signs(&folded, true)]),
            folded,
        }
    }

    /// Whether `other` is this name without signs on its letters, in one way or the other.
    fn is_bare(&self, other: &Self) -> bool {
        self.bare.as_ref().is_some_and(|own| match &other.bare {
            Some(others) => own.iter().any(|form| others.contains(form)),
            None => own.contains(&other.folded),
        })
    }
}

/// Whether two names differ in the spaces only, or in a few letters of one word.
fn nearly_alike(one: &Name, other: &Name) -> bool {
    if one.folded == other.folded || one.digits != other.digits {
        return false;
    }
    if differ_in_signs(one, other) {
        return true;
    }
    if one.letters.min(other.letters) < SHORTEST {
        return false;
    }
    if one.joined == other.joined {
        return true;
    }
    if one.words.len() != other.words.len() {
        return false;
    }
    let mut differing = one.words.iter().zip(&other.words).filter(|(one, other)| one != other);
    let (Some((word, read)), None) = (differing.next(), differing.next()) else { return false };
    let near = || {
        strsim::normalized_levenshtein(&one.folded, &other.folded) >= ALIKE
            || one.words.len() >= SEVERAL && shared(word, read) >= LONG_STEM && have_two_endings(word, read)
    };
    let two = is_place(word) && is_place(read) || are_cases(word, read);
    !two && (is_mistyped(word, read) || are_one_word(word, read) && near())
}

/// Whether two words are one stem with two endings: `Immigrant` and `Immigration`.
fn have_two_endings(one: &str, other: &str) -> bool {
    ENDINGS.iter().any(|ending| {
        let stem = one.strip_suffix(ending);
        let rest = stem.filter(|stem| stem.len() + 1 >= LONG_STEM).and_then(|stem| other.strip_prefix(stem));
        rest.is_some_and(|rest| ENDINGS.contains(&rest))
    })
}

/// Whether two words are one of Latin in two cases, as titles of journals have it: `Acta Mathematica`, `Fundamenta Mathematicae`.
fn are_cases(one: &str, other: &str) -> bool {
    const ENDINGS: [(&str, &str); 7] =
        [("a", "ae"), ("us", "i"), ("um", "i"), ("um", "orum"), ("a", "arum"), ("um", "a"), ("a", "orum")];
    let stems = |word: &str, ending: &str| word.strip_suffix(ending).is_some_and(|stem| stem.len() >= FEWEST);
    ENDINGS.iter().any(|(first, second)| {
        let same = |one: &str, other: &str| {
            stems(one, first) && stems(other, second) && one.strip_suffix(first) == other.strip_suffix(second)
        };
        same(one, other) || same(other, one)
    })
}

/// Whether a word is a name of a place which another place is called nearly like, as those of authorities have it.
fn is_place(word: &str) -> bool {
    const PLACES: &str = "austria australia austrian australian niger nigeria iran iraq iranian iraqi mali malta malawi slovakia slovenia \
        slovak slovene slovenian guinea guyana guiana latvia lithuania latvian lithuanian india indiana indian indonesia gambia zambia \
        dominica dominican mauritius mauritania paraguay uruguay sweden switzerland swedish swiss ireland iceland irish icelandic korea \
        georgia georgian north south east west northern southern eastern western central york cork kansas arkansas carolina dakota \
        virginia lancaster leicester worcester gloucester chester winchester manchester";
    PLACES.split_whitespace().any(|place| place == word)
}

/// Letters of a word in which two that have changed places, or one that stands twice, are a slip and no other word.
const LONG_WORD: usize = 6;

/// Whether two long words differ in two letters side by side that have changed places, or in one that stands twice.
fn is_mistyped(one: &str, other: &str) -> bool {
    let [ones, others] = [one, other].map(|word| word.chars().collect::<Vec<_>>());
    let differing = || ones.iter().zip(&others).position(|(one, other)| one != other);
    match ones.len().abs_diff(others.len()) {
        _ if ones.len().min(others.len()) < LONG_WORD => false,
        0 => differing().is_some_and(|at| {
            let swapped = ones.get(at) == others.get(at + 1) && ones.get(at + 1) == others.get(at);
            at > 0 && swapped && ones.get(at + 2..) == others.get(at + 2..)
        }),
        1 => {
            let (short, long) = if ones.len() < others.len() { (&ones, &others) } else { (&others, &ones) };
            let at = differing().unwrap_or(short.len());
            // One that is doubled at the end of a word can make another of it.
            at > 0 && at < short.len() && long[at] == long[at - 1] && long[at + 1..] == short[at..]
        }
        _ => false,
    }
}

/// Letters of a name that is told by them, signs aside.
const FEWEST: usize = 4;

/// Whether two names are one but for the signs on their letters, of which some are written as a letter of their own:
/// `Süddeutsche`, `Sueddeutsche`, `Suddeutsche`.
fn differ_in_signs(one: &Name, other: &Name) -> bool {
    one.folded != other.folded && one.letters.min(other.letters) >= FEWEST && (one.is_bare(other) || other.is_bare(one))
}

/// A name without the signs on its Latin letters; those that can be written as a letter behind are, where they are to be.
fn without_signs(name: &str, in_letters: bool) -> String {
    let mut bare = String::with_capacity(name.len());
    for c in name.chars() {
        match (c, in_letters) {
            ('æ', _) | ('ä', true) => bare.push_str("ae"),
            ('œ', _) | ('ö' | 'ø', true) => bare.push_str("oe"),
            ('ü', true) => bare.push_str("ue"),
            ('å', true) => bare.push_str("aa"),
            ('ß', _) => bare.push_str("ss"),
            ('ø', false) => bare.push('o'),
            ('ł', _) => bare.push('l'),
            ('đ', _) => bare.push('d'),
            ('ı', _) => bare.push('i'),
            // Letters of other scripts are others without their signs.
            (c, _) if c < '\u{250}' || ('\u{1e00}'..='\u{1eff}').contains(&c) => {
                decompose_canonical(c, |part| bare.extend((!is_combining_mark(part)).then_some(part)));
            }
            (c, _) => bare.push(c),
        }
    }
    bare
}

/// Whether two words are likely one: a slip of the pen, or two endings of one stem, `Migrant` and `Migration`.
fn are_one_word(one: &str, other: &str) -> bool {
    let shared = shared(one, other);
    let longest = one.chars().count().max(other.chars().count());
    2 * shared >= longest || shared > 0 && strsim::normalized_levenshtein(one, other) >= ALIKE_WORD
}

/// Characters with which two words begin alike.
fn shared(one: &str, other: &str) -> usize {
    one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count()
}

/// Without case, accents of typography, and an article at the front.
fn folded(name: &str) -> String {
    let lower: String = name.to_lowercase().nfc().collect();
    let bare = lower.strip_prefix("the ").unwrap_or(&lower);
    bare.chars().filter(|c| c.is_alphanumeric() || *c == ' ').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nearly_alike(one: &str, other: &str) -> bool {
        super::nearly_alike(&Name::of(one), &Name::of(other))
    }

    #[test]
    fn names_at_two_sites_are_those_of_two_publishers() {
        use crate::document::{Format, Limits, parse};
        let told = |one: &str, other: &str| {
            let entry = |at: usize, name: &str, url: &str| format!("{at}. “Tides {at}.” {name}, May 1, 2020. {url}.\n");
            let list = entry(1, "International Journal of Tidal Psychology", one)
                + &entry(2, "International Journal of Tidal Psychiatry", other);
            let text = format!("So.[1] And so.[2]\n\nReferences\n\n{list}");
            let document = parse(&text, Format::Plain, Limits::default());
            let claims = crate::citation::claims(&document, &text);
            assert_eq!(claims.citations.len(), 2);
            claims.findings.iter().any(|finding| finding.code == Code::PublisherSpelling)
        };
        assert!(told("https://a.test/1", "https://a.test/2"));
        assert!(!told("https://a.test/1", "https://b.test/2"));
        assert!(!told("https://doi.org/10.1000/1", "https://doi.org/10.1000/2"));
    }

    #[test]
    fn signs_on_letters_and_letters_that_changed_places_are_slips() {
        for (one, other) in [
            ("Süddeutsche Zeitung", "Sueddeutsche Zeitung"),
            ("Süddeutsche Zeitung", "Suddeutsche Zeitung"),
            ("Sueddeutsche Zeitung", "Suddeutsche Zeitung"),
            ("Öko-Institut", "Oeko-Institut"),
            ("El Diário", "El Diario"),
            ("Société Générale", "Societe Generale"),
            ("Straßenblatt", "Strassenblatt"),
            ("The Washington Tide", "The Washingotn Tide"),
            ("Guardian", "Gaurdian"),
            ("Tides Commission", "Tides Comission"),
        ] {
            assert!(nearly_alike(one, other) && nearly_alike(other, one), "{one} / {other}");
        }
        for (one, other) in [
            ("Su\u{308}ddeutsche Zeitung", "Süddeutsche Zeitung"),
            ("Oncology", "Ontology"),
            ("Ö1", "O1"),
            ("Zeitung Nord", "Zeitung Süd"),
            ("Вестник", "Вестнік"),
        ] {
            assert!(!nearly_alike(one, other), "{one} / {other}");
        }
    }

    #[test]
    fn names_that_differ_in_signs_are_of_one_publisher_wherever_they_are_found() {
        let text = "A.[^1] B.[^2]\n\n[^1]: “One.” *Süddeutsche Zeitung*, May 1, 2020. https://a.test/1\n\
                    [^2]: “Two.” *Sueddeutsche Zeitung*, May 1, 2020. https://b.test/2\n";
        let document =
            crate::document::parse(text, crate::document::Format::Markdown, crate::document::Limits::default());
        let findings = crate::citation::claims(&document, text).findings;
        let told: Vec<&str> = findings.iter().map(|finding| finding.message.as_str()).collect();
        assert_eq!(told, ["“Sueddeutsche Zeitung” here, “Süddeutsche Zeitung” elsewhere"]);
    }

    #[test]
    fn a_slip_is_nearly_alike_and_another_name_is_not() {
        for (one, other) in [
            ("Harbour Workers Reading Circle", "Harbor Workers Reading Circle"),
            ("Migrant Harvest Planning Council Board", "Migration Harvest Planning Council Board"),
            ("The Sea Gull", "Seagull"),
            ("Tide Watch Weekly", "Tidewatch Weekly"),
            ("Immigrant Harvest Board", "Immigration Harvest Board"),
        ] {
            assert_eq!(nearly_alike(one, other), one != "The Sea Gull", "{one} / {other}");
        }
        for (one, other) in [
            ("The Northern Post", "Northern Post"),
            ("Review of Tides 12", "Review of Tides 13"),
            ("BBC", "NBC"),
            ("Journal of Psychology", "Journal of Psychiatry"),
            ("Journal of Pharmacology", "Journal of Pharmacognosy"),
            ("Landesanstalt für Umwelt", "Landesamt für Umwelt"),
            ("Northern Post", "Southern Post"),
            ("Acta Mathematica", "Acta Mathematicae"),
            ("Annales Botanici Fennici", "Annales Botanicum Fennici"),
            ("Bibliotheca Nova Scientia", "Bibliotheca Nova Scientiae"),
            ("Collectanea Mathematica", "Collectanea Mathematicorum"),
            ("North University Department of Tides", "South University Department of Tides"),
            ("Proceedings of the Tenth Conference on Tides", "Proceedings of the Eleventh Conference on Tides"),
        ] {
            assert!(!nearly_alike(one, other), "{one} / {other}");
        }
    }
}
