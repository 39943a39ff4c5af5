//! The values of a citation template by what they say.

use std::collections::{BTreeMap, HashSet};

use crate::date::{self, DateProblem, DayMonth, PartialDate};
use crate::document::entity;
use crate::document::entry::authors;
use crate::finding::Code;
use crate::locator::identifier::{self, Identifier};
use crate::span::Span;

use super::super::aside::Capture;
use super::super::call::{Call, Parameter, Run};
use super::super::field::{self, Field};
use super::super::names::{self, Sort};
use super::super::writer::{Writer, trimmed_bytes};
use super::anchor::year;
use super::without_comments_around;

/// A value of a field.
pub(super) struct Value {
    pub(super) words: String,
    pub(super) run: Run,
}

/// The values of a citation by what they say; of several that say the same the first.
pub(super) struct Fields {
    pub(super) values: BTreeMap<usize, (Field, Value)>,
}

/// Whether a parameter of German templates names an editor.
fn is_editor(parameter: &str) -> bool {
    matches!(parameter, "hrsg" | "herausgeber")
}

/// Templates for one paper, which they are called by.
const PAPERS: &[(&str, &str)] = &[("der spiegel", "Der Spiegel")];

impl Fields {
    pub(super) fn read(writer: &mut Writer<'_, '_>, call: &Call) -> Self {
        let mut values = BTreeMap::new();
        let mut seen = Vec::new();
        // Where a name comes twice, a wiki takes the last.
        let mut behind = HashSet::new();
        let says = |own: &Parameter| !writer.text[own.value.bytes.clone()].trim().is_empty();
        let last: Vec<bool> =
            call.parameters.iter().rev().map(|own| !says(own) || behind.insert(own.name.as_str())).collect();
        let own = call.parameters.iter().zip(last.into_iter().rev()).enumerate().filter(|(_, (_, last))| *last);
        let publishes = editor_publishes(call);
        for (at, (parameter, _)) in own {
            let field = match field::field(&parameter.name) {
                Some(Field::Editor(_)) if parameter.name == "editor" && publishes => Some(Field::Publisher),
                // Of a book it is who edits it, and of a page who publishes that.
                Some(Field::Publisher) if call.name == "literatur" && is_editor(&parameter.name) => {
                    Some(Field::Editor(1))
                }
                None if parameter.name == "1" => field::of_identifier(&call.name),
                field => field,
            };
            let Some(field) = field.filter(|field| !seen.contains(field)) else { continue };
            let written = writer.text[parameter.value.bytes.clone()].trim();
            let words = match field {
                Field::Quote | Field::Anchor => written.to_owned(),
                _ => writer.value(&parameter.value),
            };
            // A template that names a capture has no words.
            let captures = field == Field::Url && words.is_empty() && written.starts_with("{{");
            let words = if captures { "{{".to_owned() } else { words };
            if !words.is_empty() {
                seen.push(field);
                values.insert(at, (field, Value { words, run: parameter.value.clone() }));
            }
        }
        Self { values }
    }

    pub(super) fn get(&self, wanted: Field) -> Option<&Value> {
        self.values.values().find(|(field, _)| *field == wanted).map(|(_, value)| value)
    }

    pub(super) fn words(&self, wanted: Field) -> Option<String> {
        self.get(wanted).map(|value| value.words.clone())
    }

    /// A title without the marks around it and without its closing full stop.
    pub(super) fn title(&self, wanted: Field) -> Option<String> {
        let words = self.words(wanted)?;
        let marks: &[char] = &['"', '“', '”'];
        let bare = words.strip_prefix(marks).and_then(|rest| rest.strip_suffix(marks));
        let bare = bare.filter(|bare| !bare.contains(marks)).unwrap_or(&words);
        let bare = bare.strip_suffix('.').filter(|bare| !bare.ends_with('.')).unwrap_or(bare);
        // `script-title=zh:標題`: the language of a title in another script.
        let script = bare.split_once(':').filter(|(code, rest)| {
            (2..=3).contains(&code.find('-').unwrap_or(code.len()))
                && code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
                && !rest.is_ascii()
                && !rest.contains(|c: char| c.is_ascii_alphabetic())
        });
        let bare = script.map_or(bare, |(_, title)| title);
        Some(bare.trim().to_owned()).filter(|title| !title.is_empty())
    }

    /// The address of a field, with where it is written.
    pub(super) fn address(&self, text: &str, wanted: Field) -> Option<(String, Span)> {
        let value = self.get(wanted)?;
        let place = without_comments_around(text, trimmed_bytes(text, value.run.bytes.clone()));
        let written = &text[place.clone()];
        // Of `[https://a.test words]` the address alone.
        let bracket = written.starts_with('[');
        let written = if bracket { written[1..].split([' ', ']']).next().unwrap_or_default() } else { written };
        let start = place.start + usize::from(bracket);
        let plain = !written.contains("{{") && !written.contains("<!--");
        let url = if plain { entity::decoded(written) } else { value.words.clone() };
        let url = match url.to_lowercase() {
            lower if lower.contains("://") => url,
            lower if lower.starts_with("//") => format!("https:{url}"),
            lower if lower.starts_with("www.") => format!("http://{url}"),
            _ => return None,
        };
        let url = url.split_whitespace().next()?.to_owned();
        let length = if plain { written.split_whitespace().next()?.len() } else { written.len() };
        Some((url, Span::new(start, start + length)))
    }

    /// The capture that stands in the place of an address: `Online={{Webarchiv|…}}`.
    pub(super) fn captured(&self, writer: &mut Writer<'_, '_>) -> Option<Capture> {
        let run = self.get(Field::Url)?.run.clone();
        let opener = run.tokens.clone().find(|&at| writer.tokens[at].partner.is_some())?;
        let call = Call::read(writer.text, writer.tokens, opener)?;
        (names::sort(&call.name) == Sort::Capture).then(|| writer.captured(&call)).flatten()
    }

    /// The address of the first identifier of one of these kinds.
    pub(super) fn identified(&self, kinds: &[&str]) -> Option<String> {
        let found = self.values.values().find_map(|(field, value)| match field {
            Field::Identifier(label) if kinds.contains(label) => {
                // The number of PubMed Central is written with its letters and without.
                let bare = *label == "PMC" && value.words.bytes().all(|byte| byte.is_ascii_digit());
                let gap = if bare { "" } else { ":" };
                identifier::find(&format!("{label}{gap}{}", value.words)).into_iter().next()
            }
            _ => None,
        });
        found.map(|found| found.identifier.url())
    }

    pub(super) fn jstor(&self) -> Option<String> {
        let number = self.words(Field::Jstor)?;
        let plain =
            !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"./-_".contains(&byte));
        plain.then(|| format!("https://www.jstor.org/stable/{number}"))
    }

    /// The DOI, which a paper at SSRN has by its number.
    pub(super) fn doi(&self) -> Option<String> {
        let of_paper = || {
            let number = self.words(Field::Ssrn)?;
            number.bytes().all(|byte| byte.is_ascii_digit()).then(|| format!("10.2139/ssrn.{number}"))
        };
        let numbered = || {
            self.numbers()
                .into_iter()
                .find_map(|number| if let Identifier::Doi(doi) = number { Some(doi) } else { None })
        };
        let doi = self.words(Field::Doi).or_else(numbered);
        doi.map(|doi| doi.to_lowercase()).or_else(of_paper)
    }

    /// The identifiers that stand in a parameter for all of them, each with what it is called by.
    pub(super) fn numbers(&self) -> Vec<Identifier> {
        let words = self.words(Field::Numbers).unwrap_or_default();
        identifier::find(&words).into_iter().map(|found| found.identifier).collect()
    }

    /// Who published it; what an agency wrote is that of the paper that printed it.
    pub(super) fn publisher(&self, call: &Call) -> Option<String> {
        let named = [Field::Publisher, Field::Work, Field::Agency].into_iter().find_map(|field| self.words(field));
        let of_paper = || PAPERS.iter().find(|(name, _)| *name == call.name).map(|(_, paper)| (*paper).to_owned());
        named.or_else(of_paper)
    }

    /// `Family, Given` for each author, in their order.
    pub(super) fn authors(&self) -> Vec<String> {
        let mut families: BTreeMap<usize, (String, Option<String>)> = BTreeMap::new();
        for (field, value) in self.values.values() {
            match field {
                Field::Family(number) => families.entry(*number).or_default().0.clone_from(&value.words),
                Field::Author(number) => {
                    families.entry(*number).or_default().0.clone_from(&value.words);
                }
                Field::Given(number) => families.entry(*number).or_default().1 = Some(value.words.clone()),
                _ => {}
            }
        }
        let name = |(family, given): (String, Option<String>)| match given {
            Some(given) if !family.is_empty() => format!("{family}, {given}"),
            Some(given) => given,
            None => family,
        };
        let named: Vec<String> = families.into_values().map(name).collect();
        match self.get(Field::Authors) {
            Some(value) if named.is_empty() => authors::read(&value.words),
            _ => named,
        }
    }

    /// The capture of a page whose moment alone is written.
    pub(super) fn capture_of(&self, url: &str) -> Option<String> {
        let moment = self.words(Field::Moment)?;
        let digits = moment.bytes().all(|byte| byte.is_ascii_digit()) && matches!(moment.len(), 4..=14);
        digits.then(|| format!("https://web.archive.org/web/{moment}/{url}"))
    }

    pub(super) fn month_and_year(&self, order: DayMonth) -> Option<PartialDate> {
        let month = self.words(Field::Month)?;
        let year = self.words(Field::Year)?;
        let digits =
            |day: String| day.split(|c: char| !c.is_ascii_digit()).next().and_then(|day| day.parse::<u8>().ok());
        let day = self.words(Field::Day).and_then(digits);
        if let (Ok(month), true) = (month.parse::<u8>(), year.bytes().all(|byte| byte.is_ascii_digit())) {
            let day = day.map(|day| format!("-{day:02}")).unwrap_or_default();
            return date_of(&format!("{year}-{month:02}{day}"), order).date;
        }
        let whole = day.and_then(|day| date_of(&format!("{day} {month} {year}"), order).date);
        whole.or_else(|| date_of(&format!("{month} {year}"), order).date)
    }
}

/// Whether `editor` names who publishes, as in Catalan, Romanian and Galician; the last shares the names of its templates
/// with Spanish, where it is a person.
fn editor_publishes(call: &Call) -> bool {
    const GALICIAN: &[&str] = &[
        "data",
        "data-acceso",
        "data acceso",
        "dataacceso",
        "data de acceso",
        "apelidos",
        "páxina",
        "páxinas",
        "lingua",
    ];
    const PUBLISHERS: &[&str] = &["editorial", "publisher", "editora", "editore", "editura", "editură"];
    let name = call.name.as_str();
    let has = |names: &[&str]| call.parameters.iter().any(|own| names.contains(&own.name.as_str()));
    let own = name.starts_with("citat ") || name.starts_with("ref-") || name.starts_with("cita ") && has(GALICIAN);
    own && !has(PUBLISHERS)
}

pub(super) struct DateFound {
    pub(super) date: Option<PartialDate>,
    pub(super) problem: Option<(Code, String)>,
}

/// The date that a value says, as far as it says one.
pub(super) fn date_of(words: &str, order: DayMonth) -> DateFound {
    let words = ["c. ", "ca. ", "circa "].iter().find_map(|about| words.strip_prefix(about)).unwrap_or(words);
    let by_year =
        || year(words).and_then(|year| year.get(..4)?.parse().ok()).and_then(|y| PartialDate::from_year(y).ok());
    let Some(read) = date::read(words, order) else { return DateFound { date: by_year(), problem: None } };
    let written = &words[read.range.clone()];
    match (read.date, read.other) {
        (Err(DateProblem::Impossible), _) => {
            DateFound { date: None, problem: Some((Code::DateImpossible, format!("there is no {written}"))) }
        }
        (Err(DateProblem::Form), _) => DateFound { date: by_year(), problem: None },
        (Ok(date), Some(other)) => {
            let message = format!("{written} can be {date} or {other}");
            DateFound { date: Some(date), problem: Some((Code::DateAmbiguous, message)) }
        }
        (Ok(date), None) => DateFound { date: Some(date), problem: None },
    }
}
