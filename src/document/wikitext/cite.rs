//! What a citation template says about its source.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use crate::date::{self, DateProblem, DayMonth, PartialDate};
use crate::document::entry::authors;
use crate::document::{Few, Said, Source, entity};
use crate::finding::Code;
use crate::locator::identifier::{self, Identifier};
use crate::span::Span;

use super::aside::Capture;
use super::call::{Call, Parameter, Run};
use super::field::{self, Field};
use super::names::{self, Sort};
use super::writer::{Writer, trimmed_bytes};

/// A citation template, read.
#[derive(Debug)]
pub(super) struct Cited {
    /// One for each address; at least one.
    pub(super) sources: Vec<Source>,
    /// The words that it quotes, in the prose.
    pub(super) quote: Option<Range<usize>>,
    /// What short notes call it: `smith2001`.
    pub(super) keys: Vec<String>,
    /// `Smith 2001`.
    pub(super) name: Option<String>,
    /// What is wrong with it, with where.
    pub(super) findings: Vec<(Code, String, Span)>,
    pub(super) span: Span,
}

/// A value of a field.
struct Value {
    words: String,
    run: Run,
}

/// The values of a citation by what they say; of several that say the same the first.
struct Fields {
    values: BTreeMap<usize, (Field, Value)>,
}

/// Templates for one paper, which they are called by.
const PAPERS: &[(&str, &str)] = &[("der spiegel", "Der Spiegel")];
/// Authors that a short note names at most.
const NAMED: usize = 4;

/// Reads the citation `call`; its quote is written into the prose.
pub(super) fn read(writer: &mut Writer<'_, '_>, call: &Call) -> Cited {
    let fields = Fields::read(writer, call);
    let span = Span::new(call.bytes.start, call.bytes.end);
    let order = writer.draft.order;
    let mut findings = Vec::new();
    let mut dated = |value: Option<&Value>| {
        let value = value?;
        let read = date_of(&value.words, order);
        let place = trimmed_bytes(writer.text, value.run.bytes.clone());
        let finding = |(code, message)| (code, message, Span::new(place.start, place.end));
        findings.extend(read.problem.map(finding));
        read.date
    };
    let mut source = Source::from(Said {
        published: dated(fields.get(Field::Date)).or_else(|| dated(fields.get(Field::Year))),
        accessed: dated(fields.get(Field::Accessed)),
        archive_date: dated(fields.get(Field::ArchiveDate)),
        title: fields.title(Field::Title).or_else(|| fields.title(Field::PartTitle)),
        authors: fields.authors(),
        publisher: fields.publisher(call),
        doi: fields.doi(),
        ..Said::default()
    });
    source.published = fields.month_and_year(order).filter(|_| fields.get(Field::Date).is_none()).or(source.published);
    source.archive_url = fields.address(writer.text, Field::ArchiveUrl).map(|(url, _)| url);
    let mut sources = addresses(&fields, writer.text, source);
    for source in sources.iter_mut().filter(|source| source.archive_url.is_none()) {
        source.archive_url = source.url.as_ref().and_then(|url| fields.capture_of(url));
    }
    if let Some(first) = sources.first_mut().filter(|first| first.url.is_none() && first.doi.is_none())
        && let Some(capture) = fields.captured(writer)
    {
        first.archive_url = capture.original.is_some().then(|| capture.url.clone());
        first.url = Some(capture.original.unwrap_or(capture.url));
        first.url_spans = Few::One(capture.url_span);
    }
    if let Some(first) = sources.first_mut().filter(|first| first.url.is_none() && first.doi.is_none()) {
        first.url = post(writer, call);
    }
    let quote = fields.get(Field::Quote).map(|value| value.run.clone()).and_then(|run| quote(writer, &run));
    let (key, name) = fields.anchor(writer);
    let keys = key.into_iter().chain(called(writer, call)).collect();
    Cited { sources, quote, keys, name, findings, span }
}

/// The address of a post that is named by who wrote it and its number.
fn post(writer: &mut Writer<'_, '_>, call: &Call) -> Option<String> {
    if !matches!(call.name.as_str(), "cite tweet" | "cite twitter" | "cite x") {
        return None;
    }
    let [user, number] = [&["user"][..], &["number"]].map(|names| call.any(names).cloned());
    let (user, number) = (writer.value(&user?), writer.value(&number?));
    let plain =
        |words: &str| !words.is_empty() && words.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    let user = user.trim_start_matches('@');
    (plain(user) && number.bytes().all(|byte| byte.is_ascii_digit()) && !number.is_empty())
        .then(|| format!("https://twitter.com/{user}/status/{number}"))
}

/// One source for each address of the template.
fn addresses(fields: &Fields, text: &str, mut source: Source) -> Vec<Source> {
    let (whole, part) = (fields.address(text, Field::Url), fields.address(text, Field::PartUrl));
    let mut of_part = part.map(|(url, span)| {
        let title = fields.title(Field::PartTitle).or_else(|| source.title.clone());
        let mut source = source.clone();
        (source.url, source.url_spans) = (Some(url), Few::One(span));
        source.title = title;
        source
    });
    let sources: Vec<Source> = match whole {
        Some((url, span)) => {
            if let Some(part) = &mut of_part {
                part.archive_url = None;
            }
            source.url = Some(url);
            source.url_spans = Few::One(span);
            [Some(source), of_part].into_iter().flatten().collect()
        }
        None if of_part.is_some() => of_part.into_iter().collect(),
        None => {
            if let Some((url, span)) = fields.address(text, Field::ArchiveUrl) {
                source.url = Some(url);
                source.url_spans = Few::One(span);
                source.archive_url = None;
            } else {
                // A wiki leads from the title to the copy that everybody can read.
                source.url = fields.identified(&["PMC"]);
                if source.url.is_none() && source.doi.is_none() {
                    source.url = fields.identified(&["arXiv"]).or_else(|| fields.jstor());
                    source.url = source.url.take().or_else(|| fields.identified(&["PMID", "hdl"]));
                    source.url = source.url.take().or_else(|| Some(fields.numbers().first()?.url()));
                }
            }
            vec![source]
        }
    };
    sources
}

/// A range of `text` without the comments that it begins or ends with.
fn without_comments_around(text: &str, range: Range<usize>) -> Range<usize> {
    let mut range = range;
    while let Some(length) = text[range.clone()].strip_prefix("<!--").and_then(|rest| rest.find("-->")) {
        range = trimmed_bytes(text, range.start + length + 7..range.end);
    }
    while let Some(inner) = text[range.clone()].strip_suffix("-->") {
        let Some(start) = inner.rfind("<!--") else { break };
        range = trimmed_bytes(text, range.start..range.start + start);
    }
    range
}

/// Writes the quoted words; gives their range in the prose.
fn quote(writer: &mut Writer<'_, '_>, run: &Run) -> Option<Range<usize>> {
    let start = writer.draft.begin();
    writer.run(run);
    let range = trimmed_bytes(writer.draft.prose.text(), start..writer.draft.prose.len());
    let words = &writer.draft.prose.text()[range.clone()];
    let marks: &[char] = &['"', '“', '”', '«', '»', '„', '‘', '’'];
    // Marks around the whole are the writer's; one within is not.
    let inner = words.strip_prefix(marks).and_then(|rest| rest.strip_suffix(marks));
    let inner = inner.filter(|inner| !inner.contains(['“', '”', '"']));
    let lead = inner.map_or(0, |_| words.chars().next().map_or(0, char::len_utf8));
    let length = inner.map_or(words.len(), str::len);
    let range = range.start + lead..range.start + lead + length;
    (!range.is_empty()).then_some(range)
}

impl Fields {
    fn read(writer: &mut Writer<'_, '_>, call: &Call) -> Self {
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

    fn get(&self, wanted: Field) -> Option<&Value> {
        self.values.values().find(|(field, _)| *field == wanted).map(|(_, value)| value)
    }

    fn words(&self, wanted: Field) -> Option<String> {
        self.get(wanted).map(|value| value.words.clone())
    }

    /// A title without the marks around it and without its closing full stop.
    fn title(&self, wanted: Field) -> Option<String> {
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
    fn address(&self, text: &str, wanted: Field) -> Option<(String, Span)> {
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
    fn captured(&self, writer: &mut Writer<'_, '_>) -> Option<Capture> {
        let run = self.get(Field::Url)?.run.clone();
        let opener = run.tokens.clone().find(|&at| writer.tokens[at].partner.is_some())?;
        let call = Call::read(writer.text, writer.tokens, opener)?;
        (names::sort(&call.name) == Sort::Capture).then(|| writer.captured(&call)).flatten()
    }

    /// The address of the first identifier of one of these kinds.
    fn identified(&self, kinds: &[&str]) -> Option<String> {
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

    fn jstor(&self) -> Option<String> {
        let number = self.words(Field::Jstor)?;
        let plain =
            !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"./-_".contains(&byte));
        plain.then(|| format!("https://www.jstor.org/stable/{number}"))
    }

    /// The DOI, which a paper at SSRN has by its number.
    fn doi(&self) -> Option<String> {
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
    fn numbers(&self) -> Vec<Identifier> {
        let words = self.words(Field::Numbers).unwrap_or_default();
        identifier::find(&words).into_iter().map(|found| found.identifier).collect()
    }

    /// Who published it; what an agency wrote is that of the paper that printed it.
    fn publisher(&self, call: &Call) -> Option<String> {
        let named = [Field::Publisher, Field::Work, Field::Agency].into_iter().find_map(|field| self.words(field));
        let of_paper = || PAPERS.iter().find(|(name, _)| *name == call.name).map(|(_, paper)| (*paper).to_owned());
        named.or_else(of_paper)
    }

    /// `Family, Given` for each author, in their order.
    fn authors(&self) -> Vec<String> {
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
    fn capture_of(&self, url: &str) -> Option<String> {
        let moment = self.words(Field::Moment)?;
        let digits = moment.bytes().all(|byte| byte.is_ascii_digit()) && matches!(moment.len(), 4..=14);
        digits.then(|| format!("https://web.archive.org/web/{moment}/{url}"))
    }

    fn month_and_year(&self, order: DayMonth) -> Option<PartialDate> {
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

    /// What short notes call the citation, and what people do.
    fn anchor(&self, writer: &mut Writer<'_, '_>) -> (Option<String>, Option<String>) {
        let named = |number_of: fn(Field) -> Option<usize>| -> Vec<String> {
            let all = self.values.values();
            let all = all.filter_map(|(field, value)| Some((number_of(*field)?, value.words.clone())));
            all.collect::<BTreeMap<usize, String>>().into_values().take(NAMED).collect()
        };
        let authors = named(|field| match field {
            Field::Family(number) | Field::Author(number) => Some(number),
            _ => None,
        });
        let editors = || named(|field| if let Field::Editor(number) = field { Some(number) } else { None });
        // What nobody has written is called by who has put it together.
        let families = if authors.is_empty() { editors() } else { authors };
        let year = self.get(Field::Year).or_else(|| self.get(Field::Date)).and_then(|value| year(&value.words));
        let name = families.first().zip(year.as_ref()).map(|(family, year)| format!("{family} {year}"));
        let own = self.get(Field::Anchor).map(|value| (value.words.clone(), value.run.clone()));
        let given = own.and_then(|(words, run)| match words.strip_prefix("CITEREF") {
            Some(key) => Some(key.to_owned()),
            None if words.starts_with("{{") => {
                let opener = run.tokens.clone().find(|&at| writer.tokens[at].partner.is_some())?;
                let call = Call::read(writer.text, writer.tokens, opener)?;
                Some(positional(writer, &call).concat())
            }
            // Russian wikis have the name alone there, and the year from its own field.
            None => {
                let name = year.as_ref().filter(|_| words.contains(char::is_uppercase) && words != "CITEREF");
                name.map(|year| format!("{words}{year}"))
            }
        });
        let usual = year.filter(|_| !families.is_empty()).map(|year| format!("{}{year}", families.concat()));
        (given.or(usual).map(|key| key_of(&key)), name)
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

/// Parameters in which `{{wikicite|ref=…|reference=…}}` has the words of an entry.
pub(super) const REFERENCE: &[&str] = &["reference", "citation", "1"];

/// What `{{wikicite|ref={{sfnref|Smith|2001}}|…}}` is called by short notes, with what a reader calls it.
pub(super) fn named_anchor(writer: &mut Writer<'_, '_>, call: &Call) -> Option<(String, String)> {
    let run = call.any(&["ref", "id"]).cloned()?;
    let opener = run.tokens.clone().find(|&at| writer.tokens[at].partner.is_some());
    let within = opener.and_then(|opener| Call::read(writer.text, writer.tokens, opener));
    let names = match within {
        Some(own) => positional(writer, &own),
        None => vec![writer.value(&run).trim_start_matches("CITEREF").to_owned()],
    };
    Some((key_of(&names.concat()), names.join(" "))).filter(|(key, _)| !key.is_empty())
}

/// The values of a call that are not named, in order.
pub(super) fn positional(writer: &mut Writer<'_, '_>, call: &Call) -> Vec<String> {
    let numbered = |name: &str| name.bytes().all(|byte| byte.is_ascii_digit());
    let runs: Vec<Run> =
        call.parameters.iter().filter(|own| numbered(&own.name)).map(|own| own.value.clone()).collect();
    runs.iter().map(|run| writer.value(run)).filter(|value| !value.is_empty() && !is_page(value)).collect()
}

/// Whether a value is where in a source, which some put behind the year: `p. 3`, `pp. 3-4`.
pub(super) fn is_page(value: &str) -> bool {
    let rest = ["pp.", "p.", "pag.", "pagg.", "pág.", "págs.", "cap.", "vol.", "s.", "с."]
        .iter()
        .find_map(|name| value.strip_prefix(name));
    rest.is_some_and(|rest| rest.trim_start().starts_with(|c: char| c.is_ascii_digit()))
}

/// What a template is called in the address of its place on the page, beside the name and the year that short notes have:
/// `cid=Rossi`, `id=Rossi1990`.
fn called(writer: &mut Writer<'_, '_>, call: &Call) -> Vec<String> {
    let [cid, id] = ["cid", "id"].map(|name| call.value(name).cloned().map(|run| writer.value(&run)));
    let dated = |id: &String| {
        let name = id.trim_end_matches(|c: char| c.is_ascii_lowercase()).trim_end_matches(|c: char| c.is_ascii_digit());
        year(&id[name.len()..]).is_some()
            && name.starts_with(char::is_uppercase)
            && name.chars().all(char::is_alphabetic)
    };
    cid.into_iter().chain(id.filter(dated)).map(|name| key_of(&name)).filter(|key| !key.is_empty()).collect()
}

/// Names and year as they are compared.
pub(super) fn key_of(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// `2005`, `2005a`, `n.d.`
fn year(words: &str) -> Option<String> {
    let digits = |word: &&str| word.len() >= 4 && word.as_bytes()[..4].iter().all(u8::is_ascii_digit);
    let found = words.split(|c: char| !c.is_ascii_alphanumeric()).find(|word| digits(word) && word.len() <= 5);
    found.map(str::to_owned).or_else(|| words.contains("n.d").then(|| "n.d.".to_owned()))
}

struct DateFound {
    date: Option<PartialDate>,
    problem: Option<(Code, String)>,
}

/// The date that a value says, as far as it says one.
fn date_of(words: &str, order: DayMonth) -> DateFound {
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
