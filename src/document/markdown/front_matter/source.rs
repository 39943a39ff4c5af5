//! A source of the front matter as an entry.

use std::ops::Range;

use crate::date::{self, DayMonth, PartialDate};
use crate::document::draft::{Draft, is_citable};
use crate::document::ignore::{self, InLine};
use crate::document::{Entry, Few, Role, Said, Source};
use crate::locator::{doi, scan};
use crate::span::Span;

use super::{FrontMatter, Item, unquoted};

const URLS: &[&str] = &["url", "link", "href", "uri"];
const ACCESSED: &[&str] = &["accessed", "accessed_at", "access-date", "access_date", "retrieved"];
const PUBLISHED: &[&str] = &["issued", "date", "published", "year"];
const PUBLISHERS: &[&str] = &["publisher", "container-title", "site", "publication"];

/// Adds the sources that name an address, a DOI or, in fields, a title.
pub(in super::super) fn add(draft: &mut Draft<'_>, front: &FrontMatter) {
    for (index, item) in front.sources.iter().enumerate() {
        let reading = Reading { item, text: draft.text, order: draft.order };
        let label = reading.words(&["id", "key"]).unwrap_or_else(|| (index + 1).to_string());
        let span = Span::new(item.range.start, item.range.end);
        let entries = reading.sources().into_iter().map(|source| Entry {
            label: label.clone(),
            role: Role::Keyed,
            source,
            span,
            ..Entry::default()
        });
        draft.entries.extend(entries);
    }
}

/// Marks behind the sign of a comment, `# citewatch: ignore`, in the front matter at `range` of the file.
pub(in super::super) fn add_marks(draft: &mut Draft<'_>, range: &Range<usize>) {
    for InLine { asked, range: own } in ignore::in_lines(&draft.text[range.clone()]) {
        let own = range.start + own.start..range.start + own.end;
        if draft.text[own.clone()].starts_with('#') {
            let marked = draft.marked_line(&own);
            draft.mark(asked, &own, marked);
        }
    }
}

struct Reading<'a> {
    item: &'a Item,
    text: &'a str,
    order: DayMonth,
}

impl Reading<'_> {
    /// The source with its fields, and what other addresses a line without fields has.
    fn sources(&self) -> Vec<Source> {
        let named = URLS.iter().find_map(|name| self.addresses(self.value(name)?).into_iter().next());
        let mut addresses = match named {
            Some(address) => vec![address],
            None => self.addresses(&self.item.range),
        };
        if !self.item.fields.is_empty() {
            addresses.truncate(1);
        }
        let mut addresses = addresses.into_iter();
        let mut first = self.described();
        if let Some((url, span)) = addresses.next() {
            first.doi = first.doi.take().or_else(|| doi::of_address(&url));
            (first.url, first.url_spans) = (Some(url), Few::One(span));
        }
        let more = addresses.map(|(url, span)| Source::of_address(url, vec![span]));
        let says = first.url.is_some() || first.doi.is_some() || first.title.is_some();
        says.then_some(first).into_iter().chain(more).collect()
    }

    fn described(&self) -> Source {
        Source::from(Said {
            doi: self.words(&["doi"]).and_then(|doi| doi::find(&doi).into_iter().next().map(|(_, doi)| doi)),
            title: self.words(&["title", "name"]).map(|title| title.trim_end_matches('.').to_owned()),
            authors: self.authors(),
            publisher: self.words(PUBLISHERS),
            published: self.date(PUBLISHED),
            accessed: self.date(ACCESSED),
            ..Said::default()
        })
    }

    fn value(&self, name: &str) -> Option<&Range<usize>> {
        self.item.fields.iter().find(|(own, _)| own == name).map(|(_, value)| value)
    }

    fn words(&self, names: &[&str]) -> Option<String> {
        let words = names.iter().filter_map(|name| Some(unquoted(&self.text[self.value(name)?.clone()])));
        words.into_iter().find(|words| !words.is_empty()).map(str::to_owned)
    }

    fn addresses(&self, range: &Range<usize>) -> Vec<(String, Span)> {
        let words = &self.text[range.clone()];
        let found = scan::scan(words).into_iter().map(|found| {
            let span = Span::new(range.start + found.range.start, range.start + found.range.end);
            (words[found.range].to_owned(), span)
        });
        found.filter(|(url, _)| is_citable(url)).collect()
    }

    /// The fields within a field, by name.
    fn within<'s>(&'s self, outer: &'s str) -> impl Iterator<Item = (&'s str, &'s str)> {
        self.item.fields.iter().filter_map(move |(name, value)| {
            let inner = name.strip_prefix(outer)?.strip_prefix('.')?;
            Some((inner, unquoted(&self.text[value.clone()])))
        })
    }

    fn authors(&self) -> Vec<String> {
        let whole = ["author", "authors"].iter().filter_map(|name| self.words(&[name]));
        let mut names: Vec<String> = whole
            .flat_map(|names| flowing(&names).unwrap_or_else(|| listed(&names).map(str::to_owned).collect()))
            .collect();
        for (name, value) in self.within("author").chain(self.within("authors")) {
            match name {
                "given" => {
                    if let Some(family) = names.last_mut() {
                        *family = format!("{family}, {value}");
                    }
                }
                "family" | "literal" | "name" | "" => {
                    names.extend(flowing(value).unwrap_or_else(|| vec![value.to_owned()]));
                }
                _ => {}
            }
        }
        names.retain(|name| !name.is_empty());
        names
    }

    /// A date in one value, or in parts below it.
    fn date(&self, names: &[&str]) -> Option<PartialDate> {
        names.iter().find_map(|name| {
            let words = self.words(&[name]).unwrap_or_default();
            if let Ok(date) = PartialDate::parse_iso(words.split('T').next().unwrap_or_default()) {
                return Some(date);
            }
            let parts = self.within(name).flat_map(|(_, value)| numbers(value));
            of_parts(
                &numbers(&words).into_iter().filter(|_| words.starts_with(['[', '{'])).chain(parts).collect::<Vec<_>>(),
            )
            .or_else(|| date::read(&words, self.order)?.date.ok())
        })
    }
}

/// The names of `[{family: Byrd, given: Ann}, {literal: Harbour Board}]`.
fn flowing(words: &str) -> Option<Vec<String>> {
    let open = words.trim_start_matches('[').trim_start().starts_with('{');
    let people = words.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(inner, _)| inner);
    let name = |inner: &str| {
        let field = |name: &str| {
            let mut fields = inner.split(',').filter_map(|field| field.split_once(':'));
            let own = fields.find(|(own, _)| unquoted(own.trim()) == name).map(|(_, value)| unquoted(value.trim()));
            own.filter(|value| !value.is_empty()).map(str::to_owned)
        };
        let family = field("family").or_else(|| field("literal")).or_else(|| field("name"))?;
        Some(field("given").map_or(family.clone(), |given| format!("{family}, {given}")))
    };
    open.then(|| people.filter_map(name).collect())
}

/// `[a, b]` or `a`.
fn listed(words: &str) -> impl Iterator<Item = &str> {
    let inner = words.strip_prefix('[').and_then(|inner| inner.strip_suffix(']'));
    let several = inner.is_some();
    let parts = inner.unwrap_or(words).split(move |c| several && c == ',');
    parts.map(|name| unquoted(name.trim()))
}

fn numbers(words: &str) -> Vec<i16> {
    words.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect()
}

fn of_parts(parts: &[i16]) -> Option<PartialDate> {
    let small = |part: i16| i8::try_from(part).ok();
    match *parts {
        [year] => PartialDate::from_year(year).ok(),
        [year, month] => PartialDate::from_month(year, small(month)?).ok(),
        [year, month, day] => PartialDate::from_day(year, small(month)?, small(day)?).ok(),
        _ => None,
    }
}
