//! BibTeX and BibLaTeX, an entry at a time.

use std::ops::Range;

use biblatex::{RawBibliography, RawChunk, RawEntry, Spanned};

use crate::date::{DayMonth, PartialDate};
use crate::finding::Code;
use crate::locator::identifier;
use crate::span::Span;

use super::inherited::{Parents, Texts};
use super::split::{self, Piece};
use super::tex::{self, Strings};
use super::{Record, Records, accessed_in, addresses, bare_addresses, date_in, doi_in, own_address};

/// Fields that hold the address of the source, the likeliest first.
const URLS: &[&str] = &["url", "ee", "link", "bdsk-url-1", "howpublished", "note", "addendum", "annote", "bdsk-url-2"];

/// Fields that hold the day of the last reading.
const ACCESSED: &[&str] =
    &["urldate", "lastchecked", "accessed", "lastaccessed", "lastvisited", "dateaccessed", "accessdate"];

/// A field: its name, lower case, and its value.
pub(super) struct Field<'a> {
    pub(super) name: String,
    pub(super) chunks: &'a [Spanned<RawChunk<'a>>],
    /// Whether another entry says it, and where it stands is no place of this one.
    pub(super) inherited: bool,
}

/// An entry that is being read.
struct Reading<'a> {
    fields: Vec<Field<'a>>,
    strings: &'a Strings,
    /// Where the text that was read begins in the file.
    base: usize,
    order: DayMonth,
}

pub(super) fn read(text: &str, order: DayMonth) -> Records {
    let mut records = Records::default();
    let mut strings = Strings::new();
    let pieces = split::pieces(text);
    let texts = Texts::of(text, &pieces);
    let parents = Parents::of(&texts, text);
    for piece in pieces {
        match piece.kind.as_str() {
            "comment" | "preamble" => {}
            "string" => add_string(text, &piece, &mut strings),
            _ => {
                let (record, is_container) = entry(text, &piece, &parents, &strings, order);
                if is_container {
                    records.findings.extend(record.findings);
                } else {
                    records.records.push(record);
                }
            }
        }
    }
    records
}

/// The addresses of the fields that cite in the one entry of `text`, where they are written.
pub(super) fn places(text: &str) -> Vec<(String, Span)> {
    let records = read(text, DayMonth::Unknown).records;
    let whole =
        records.into_iter().filter(|record| record.findings.iter().all(|(code, ..)| *code != Code::EntryBroken));
    whole.flat_map(|record| record.others).filter(|(_, at)| at.start() < at.end()).collect()
}

/// The text of a piece with braces for its brackets, each in its place.
pub(super) fn braced(text: &str, piece: &Piece) -> String {
    let mut own = text[piece.range.clone()].to_owned();
    let open = piece.open - piece.range.start;
    own.replace_range(open..=open, "{");
    match piece.close {
        Some(close) => own.replace_range(close - piece.range.start..=close - piece.range.start, "}"),
        None => own.push('}'),
    }
    braces_for_quotes(&mut own, open);
    own
}

/// Puts braces for the quotation marks around a value that has such marks within braces, `"The {"Log"}"`.
fn braces_for_quotes(own: &mut String, open: usize) {
    let (mut depth, mut begun, mut held, mut escaped) = (0_usize, None, false, false);
    let mut swaps = Vec::new();
    for (at, byte) in own.bytes().enumerate().skip(open + 1) {
        if std::mem::take(&mut escaped) {
            continue;
        }
        match byte {
            b'\\' => escaped = true,
            b'{' => depth += 1,
            b'}' if depth == 0 => break,
            b'}' => depth -= 1,
            b'"' if depth > 0 => held |= begun.is_some(),
            b'"' => match begun.take() {
                Some(start) if std::mem::take(&mut held) => swaps.push(start..at),
                Some(_) => {}
                None => begun = Some(at),
            },
            _ => {}
        }
    }
    for Range { start, end } in swaps {
        own.replace_range(start..=start, "{");
        own.replace_range(end..=end, "}");
    }
}

fn add_string(text: &str, piece: &Piece, strings: &mut Strings) {
    let own = braced(text, piece);
    let Ok(read) = RawBibliography::parse(&own) else { return };
    for pair in read.abbreviations {
        let words = tex::words(&pair.value.v, strings);
        strings.insert(pair.key.v.to_lowercase(), words);
    }
}

/// The record of a piece, and whether only others have something from it.
fn entry(text: &str, piece: &Piece, parents: &Parents<'_>, strings: &Strings, order: DayMonth) -> (Record, bool) {
    let own = braced(text, piece);
    let span = Span::new(piece.range.start, piece.range.end);
    let parsed = RawBibliography::parse(&own);
    let read = parsed.as_ref().ok().and_then(|read| read.entries.first()).map(|entry| &entry.v);
    let Some(read) = read else {
        let why = parsed.err().map_or_else(|| "it has no fields".to_owned(), |error| error.kind.to_string());
        return (broken(text, piece, &why), false);
    };
    let mut reading = Reading::of(read, strings, piece.range.start, order);
    parents.add(read, &mut reading.fields, strings);
    let mut record = reading.record(span);
    record.key = Some(read.key.v.trim().to_owned()).filter(|key| !key.is_empty());
    if piece.close.is_none() {
        record.findings.push((Code::EntryBroken, "the entry is not closed before the next one".to_owned(), span));
    }
    (record, parents.is_container(read))
}

/// An entry that cannot be read: its key and its addresses are kept all the same.
fn broken(text: &str, piece: &Piece, why: &str) -> Record {
    let span = Span::new(piece.range.start, piece.range.end);
    let inner = text[piece.open + 1..piece.range.end.max(piece.open + 1)].split([',', '}', '\n']).next();
    let key = inner.map(str::trim).filter(|key| !key.is_empty() && !key.contains(['=', ' '])).map(str::to_owned);
    let name = key.as_deref().map_or_else(String::new, |key| format!(" {key}"));
    let finding = (Code::EntryBroken, format!("the entry{name} cannot be read: {why}"), span);
    let others = escaped_addresses(&text[piece.range.clone()], piece.range.start);
    let others = others.into_iter().map(|(url, at)| (tex::address(&url), at)).collect();
    Record { key, span, others, findings: vec![finding], ..Record::default() }
}

impl<'a> Reading<'a> {
    fn of(entry: &'a RawEntry<'a>, strings: &'a Strings, base: usize, order: DayMonth) -> Self {
        let fields = entry.fields.iter();
        let fields = fields.map(|pair| Field {
            name: pair.key.v.to_lowercase(),
            chunks: pair.value.v.as_slice(),
            inherited: false,
        });
        Self { fields: fields.collect(), strings, base, order }
    }

    fn record(&self, span: Span) -> Record {
        let mut record = Record { span, ..Record::default() };
        let mut dated = |names: &[&str]| {
            let (words, at) = names.iter().find_map(|name| Some((self.words(&[name])?, self.place(name)?)))?;
            date_in(&words, self.order, at, &mut record.findings)
        };
        let (published, accessed) = (dated(&["date"]), dated(ACCESSED));
        let published = published.or_else(|| self.year(span, &mut record.findings));
        let source = &mut record.source;
        source.published = published;
        source.accessed = accessed.or_else(|| {
            let mut notes = ["note", "howpublished", "addendum"].iter();
            notes.find_map(|name| {
                let (note, at) = (self.words(&[name])?, self.place(name)?);
                accessed_in(&note, self.order, at, &mut record.findings)
            })
        });
        source.title = self.words(&["title", "booktitle"]).map(|title| title.trim_end_matches('.').to_owned());
        source.authors = self.authors();
        source.publisher =
            self.words(&["publisher", "journaltitle", "journal", "organization", "institution", "school", "booktitle"]);
        source.doi = self.words(&["doi"]).and_then(|doi| doi_in(&doi));
        record.others = URLS.iter().flat_map(|name| self.addresses(name)).collect();
        if record.others.is_empty() {
            record.others = self.addresses("title");
        }
        if record.others.is_empty() && record.source.doi.is_none() {
            record.others = self.addresses("eprint");
        }
        if record.others.is_empty() {
            record.others = self.without_scheme();
        }
        if record.others.is_empty() && record.source.doi.is_none() {
            record.source.url = self.identifier();
        }
        // What is wrong with a day of another entry is told of that one.
        record.findings.retain(|(.., at)| *at != Span::default());
        record
    }

    /// The date that the fields `year`, `month` and `day` make.
    fn year(&self, span: Span, findings: &mut Vec<(Code, String, Span)>) -> Option<PartialDate> {
        let year = self.words(&["year"])?;
        let month = self.words(&["month"]).unwrap_or_default();
        let day = self.words(&["day"]).filter(|day| day.bytes().all(|byte| byte.is_ascii_digit())).unwrap_or_default();
        let number = (1..=2).contains(&month.len()) && month.bytes().all(|byte| byte.is_ascii_digit());
        let written = match (number, day.as_str()) {
            (true, "") => format!("{year}-{month:0>2}"),
            (true, day) => format!("{year}-{month:0>2}-{day:0>2}"),
            (false, day) if month.contains(char::is_alphabetic) => format!("{day} {month} {year}"),
            (false, _) => year.clone(),
        };
        let (at, mut told) = (self.place("day").unwrap_or(span), Vec::new());
        let whole = date_in(written.trim(), self.order, at, &mut told);
        findings.extend(told.into_iter().filter(|(code, ..)| *code == Code::DateImpossible));
        let read = |text: &str| date_in(text, self.order, span, &mut Vec::new());
        whole.or_else(|| read(format!("{month} {year}").trim())).or_else(|| read(&year))
    }

    fn field(&self, name: &str) -> Option<&Field<'a>> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// The words of the first of these fields that has any.
    fn words(&self, names: &[&str]) -> Option<String> {
        let words = names.iter().filter_map(|name| Some(tex::words(self.field(name)?.chunks, self.strings)));
        words.into_iter().find(|words| !words.is_empty())
    }

    /// Where a field stands; what another entry says stands nowhere in this one.
    fn place(&self, name: &str) -> Option<Span> {
        let Field { chunks, inherited, .. } = self.field(name)?;
        if *inherited {
            return Some(Span::default());
        }
        let range = chunks.first()?.span.start..chunks.last()?.span.end;
        Some(self.shifted(&range))
    }

    fn shifted(&self, range: &Range<usize>) -> Span {
        Span::new(self.base + range.start, self.base + range.end)
    }

    /// The addresses of a field, with where they stand.
    fn addresses(&self, name: &str) -> Vec<(String, Span)> {
        let mut found = self.addresses_in(name);
        if self.field(name).is_some_and(|field| field.inherited) {
            for (_, span) in &mut found {
                *span = Span::default();
            }
        }
        found
    }

    fn addresses_in(&self, name: &str) -> Vec<(String, Span)> {
        let chunks = self.field(name).map_or(&[][..], |field| field.chunks);
        if let Some(whole) = self.joined(chunks) {
            return vec![(tex::address(&whole), Span::default())];
        }
        // What stands for an address elsewhere in the file is no place where it is written.
        let named = chunks.iter().filter_map(|chunk| match chunk.v {
            RawChunk::Abbreviation(name) => self.strings.get(&name.trim().to_lowercase()),
            RawChunk::Normal(_) => None,
        });
        let named: Vec<_> =
            named.flat_map(|words| addresses(words, 0)).map(|(url, _)| (url, Span::default())).collect();
        // An address without braces is taken for the name of a string.
        let normal = chunks.iter().map(|chunk| match chunk.v {
            RawChunk::Normal(written) | RawChunk::Abbreviation(written) => (written, self.base + chunk.span.start),
        });
        let found = normal.flat_map(|(written, start)| {
            // The braces around an address are not part of it, those within it are.
            let lead = written.len() - written.trim_start_matches(|c: char| c.is_whitespace() || c == '{').len();
            let whole = written[lead..].trim_end_matches(|c: char| c.is_whitespace() || c == '}');
            let escaped = whole.contains('\\') && !whole.contains(char::is_whitespace) && whole.starts_with("http");
            if escaped {
                return vec![(whole.to_owned(), Span::new(start + lead, start + lead + whole.len()))];
            }
            escaped_addresses(written, start)
        });
        found.map(|(url, at)| (tex::address(&url), at)).chain(named).collect()
    }

    /// An address that is put together with `#`; it stands nowhere as a whole.
    fn joined(&self, chunks: &[Spanned<RawChunk<'a>>]) -> Option<String> {
        let written = |chunk: &Spanned<RawChunk<'a>>| match chunk.v {
            RawChunk::Normal(written) => written.to_owned(),
            RawChunk::Abbreviation(name) => {
                self.strings.get(&name.trim().to_lowercase()).cloned().unwrap_or_else(|| name.to_owned())
            }
        };
        let whole: String = chunks.iter().filter(|_| chunks.len() > 1).map(written).collect();
        let whole = whole.trim();
        (whole.starts_with("http") && whole.contains("://") && !whole.contains(char::is_whitespace))
            .then(|| whole.to_owned())
    }

    /// The address of a `url` field, or of the field that says how something was published, that has no scheme.
    fn without_scheme(&self) -> Vec<(String, Span)> {
        let chunk = |name: &str| self.field(name).filter(|field| !field.inherited)?.chunks.first();
        let written = |chunk: &Spanned<RawChunk<'a>>| match chunk.v {
            RawChunk::Normal(written) | RawChunk::Abbreviation(written) => {
                (written, Span::new(self.base + chunk.span.start, self.base + chunk.span.start + written.len()))
            }
        };
        if let Some((value, span)) = chunk("url").map(written) {
            return own_address(value, span);
        }
        chunk("howpublished").map(written).map_or(Vec::new(), |(value, span)| bare_addresses(value, span))
    }

    /// `Byrd, Hazel and Sam Oduya`: as written, one by one.
    fn authors(&self) -> Vec<String> {
        let Some(field) = self.field("author").or_else(|| self.field("editor")) else { return Vec::new() };
        let mut names = Vec::new();
        for chunk in field.chunks {
            match chunk.v {
                RawChunk::Normal(written) => names.extend(parted(written).iter().map(|name| tex::decoded(name))),
                RawChunk::Abbreviation(_) => names.push(tex::words(std::slice::from_ref(chunk), self.strings)),
            }
        }
        let names = names.into_iter().map(|name| name.split_whitespace().collect::<Vec<_>>().join(" "));
        names.filter(|name| !name.is_empty() && name != "others").collect()
    }

    /// The address that an identifier without one stands for.
    fn identifier(&self) -> Option<String> {
        let archive = self.words(&["archiveprefix", "eprinttype"]).unwrap_or_else(|| "arXiv".to_owned());
        let archive = if archive.eq_ignore_ascii_case("pubmed") { "PMID".to_owned() } else { archive };
        let labelled = |name: &str, label: &str| self.words(&[name]).map(|value| format!("{label}:{value}"));
        if let Some(url) = self.words(&["eprint"]).and_then(|eprint| kept_by(&archive, &eprint)) {
            return Some(url);
        }
        // `journal = {arXiv preprint arXiv:2101.00001}`, `journal = {CoRR}, volume = {abs/2101.00001}`
        let preprint = || {
            ["journal", "howpublished", "publisher", "note"]
                .iter()
                .find_map(|name| self.words(&[name]).filter(|words| words.to_lowercase().contains("arxiv:")))
        };
        let volume = || self.words(&["volume"])?.strip_prefix("abs/").map(|number| format!("arXiv:{number}"));
        let candidates =
            [labelled("eprint", &archive), labelled("pmid", "PMID"), labelled("pmcid", "PMC"), preprint(), volume()];
        let mut found = candidates
            .into_iter()
            .flatten()
            .filter_map(|text| identifier::find(&text).into_iter().next().map(|found| found.identifier.url()));
        found.next()
    }
}

/// The addresses of a value that begins at the byte `start` of the file, as they are written.
fn escaped_addresses(written: &str, start: usize) -> Vec<(String, Span)> {
    // Escapes are part of an address, and as long as what stands for them here.
    const TILDES: &[&str] = &["{\\textasciitilde}", "\\textasciitilde{}", "{\\~{}}", "\\~{}", "{\\~}"];
    let mut plain = written.to_owned();
    for (escape, sign) in [("\\_", "_"), ("\\%", "5"), ("\\&", "&"), ("\\#", "#")] {
        // Mendeley puts braces around them.
        for own in [format!("{{{escape}}}"), escape.to_owned()] {
            plain = plain.replace(&own, &sign.repeat(own.len()));
        }
    }
    for own in TILDES {
        plain = plain.replace(own, &"~".repeat(own.len()));
    }
    let found = addresses(&plain, start).into_iter();
    found.map(|(_, at)| (written[at.start() - start..at.end() - start].to_owned(), at)).collect()
}

/// The address of what an archive that is no list of preprints keeps under a number.
fn kept_by(archive: &str, number: &str) -> Option<String> {
    let plain = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte));
    let base = match archive.to_lowercase().as_str() {
        "jstor" => "https://www.jstor.org/stable/",
        "googlebooks" => "https://books.google.com/books?id=",
        _ => return None,
    };
    plain.then(|| format!("{base}{number}"))
}

/// A list of names parted at ` and ` outside of braces.
fn parted(names: &str) -> Vec<&str> {
    let (mut depth, mut start, mut parts) = (0_usize, 0, Vec::new());
    for (at, c) in names.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            c if c.is_whitespace() && depth == 0 && at >= start => {
                let rest = names[at..].trim_start();
                let and = rest.get(..3).is_some_and(|word| word.eq_ignore_ascii_case("and"));
                if and && rest[3..].starts_with(char::is_whitespace) {
                    parts.push(names[start..at].trim());
                    start = names.len() - rest.len() + 3;
                }
            }
            _ => {}
        }
    }
    parts.push(names[start..].trim());
    parts
}
