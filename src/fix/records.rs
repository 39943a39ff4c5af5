//! Captures in the files of reference managers: a field behind that of the address.

use super::archive::{Place, Why, insert};
use super::spelling::inner_json;
use super::{Swap, layout};
use crate::locator::archive_url::{self, Service};
use crate::span::Span;

/// A field of a BibTeX entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Field<'a> {
    /// Lower case.
    pub(super) name: String,
    /// Between the comma before it and its name.
    pub(super) lead: &'a str,
    /// Between its name and its value.
    pub(super) equals: &'a str,
    /// Its value, brackets included, in the file.
    pub(super) value: std::ops::Range<usize>,
}

impl Field<'_> {
    /// The white space between its name and its sign.
    fn behind_name(&self) -> &str {
        &self.equals[..self.equals.find('=').unwrap_or_default()]
    }
}

/// What is written only for BibLaTeX.
const BIBLATEX: &[&str] = &["@online", "urldate", "journaltitle", "eprinttype", "addendum"];

/// `addendum = {Archived at \url{…}}`, or a `note` where the file is one of BibTeX and the entry has none.
pub(super) fn bibtex(at: &Place<'_>) -> Result<Vec<Swap>, Why> {
    let fields = fields(at.text(), at.entry.span.range());
    let holds = |field: &&Field<'_>| field.value.contains(&at.address.start());
    let Some(own) = fields.iter().find(holds) else { return Err("the entry is not well formed") };
    only_first(at)?;
    let has = |name: &str| fields.iter().any(|field| field.name == name);
    let empty = |field: &Field<'_>| at.text()[field.value.clone()].trim_matches(['{', '}', '"', ' ', '\t']).is_empty();
    let says = |name: &str| fields.iter().any(|field| field.name == name && !empty(field));
    let lower = at.text().to_lowercase();
    let modern = BIBLATEX.iter().any(|word| lower.contains(word)) || has("date");
    let name = match (modern, says("addendum"), says("note")) {
        (true, false, _) | (false, false, true) => "addendum",
        (_, _, false) => "note",
        (_, true, true) => return Err("its `note` and its `addendum` say something else"),
    };
    // Behind one that has no comma yet, its line would change, which holds no address.
    let goes_on = |field: &&Field<'_>| at.text()[field.value.end..].trim_start().starts_with(',');
    let after = fields.iter().rfind(|field| field.name == "urldate").filter(goes_on).unwrap_or(own);
    // TeX takes what stands behind a percent sign for a comment, even in an address that stands in a field.
    let url =
        at.url().replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C").replace('%', "\\%").replace('#', "\\#");
    let words = format!("{{Archived at \\url{{{url}}}}}");
    if let Some(field) = fields.iter().find(|field| field.name == name) {
        return Ok(vec![(Span::new(field.value.start, field.value.end), words)]);
    }
    let aligned = layout::aligned(fields.iter().filter(|field| field.lead.contains('\n')).map(|field| {
        let name = field.name.chars().count();
        (name, name + field.behind_name().chars().count())
    }));
    let behind = layout::behind_name(name, after.behind_name(), aligned);
    let added = format!(",{}{name}{behind}{}{words}", after.lead, &after.equals[after.behind_name().len()..]);
    Ok(vec![insert(after.value.end, added)])
}

/// `"archive":"Internet Archive","archive_location":"…"` behind the address, in the layout of the file.
pub(super) fn csl(at: &Place<'_>) -> Result<Vec<Swap>, Why> {
    only_first(at)?;
    let item = &at.text()[at.entry.span.range()];
    let mut swaps = Vec::new();
    let has_location = item.contains("\"archive_location\"");
    if has_location {
        let Some(place) = empty_value(item, "archive_location") else {
            return Err("its `archive_location` says something else");
        };
        let own = at.entry.span.start() + place;
        swaps.push(insert(own, inner_json(at.url())));
    }
    let before = &at.text()[..at.address.start()];
    let key_end = before.strip_suffix('"').map(|rest| rest.trim_end_matches([' ', '\t', '\n', '\r', ':']).len());
    let Some((key_end, key)) = key_end.and_then(|end| Some((end, before[..end].strip_suffix('"')?.rfind('"')?))) else {
        return Err("its address stands in no field of its own");
    };
    let lead = &before[before[..key].trim_end().len()..key];
    let colon = &before[key_end..before.len() - 1];
    let field = |name: &str, value: &str| format!(",{lead}\"{name}\"{colon}\"{}\"", inner_json(value));
    let mut added = String::new();
    match empty_value(item, "archive") {
        Some(place) => swaps.push(insert(at.entry.span.start() + place, inner_json(&keeper(at)))),
        None if item.contains("\"archive\"") => {}
        None => added = field("archive", &keeper(at)),
    }
    if !has_location {
        added.push_str(&field("archive_location", at.url()));
    }
    if !added.is_empty() {
        swaps.push(insert(at.address.end() + 1, added));
    }
    Ok(swaps)
}

/// Where the value of a field stands that is an empty string.
fn empty_value(item: &str, name: &str) -> Option<usize> {
    let key = format!("\"{name}\"");
    let behind = item.find(&key)? + key.len();
    let value = item[behind..].trim_start().strip_prefix(':')?.trim_start().strip_prefix("\"\"")?;
    Some(item.len() - value.len() - 1)
}

/// A second line of the address.
pub(super) fn ris(at: &Place<'_>) -> Result<Vec<Swap>, Why> {
    only_first(at)?;
    let text = at.text();
    let start = text[..at.address.start()].rfind('\n').map_or(0, |end| end + 1);
    let lead = text[start..at.address.start()].trim_start_matches('\u{feff}');
    let end = text[at.address.end()..].find('\n').map(|end| at.address.end() + end + 1);
    if let Some(end) = end {
        let line_end = if text[..end].ends_with("\r\n") { "\r\n" } else { "\n" };
        Ok(vec![insert(end, format!("{lead}{}{line_end}", at.url()))])
    } else {
        let line_end = if text[..start].ends_with("\r\n") { "\r\n" } else { "\n" };
        Ok(vec![insert(text.len(), format!("{line_end}{lead}{}", at.url()))])
    }
}

/// A record has place for one archive, and that is of its first address.
fn only_first(at: &Place<'_>) -> Result<(), Why> {
    let first = at.page.document.entries.iter().find(|entry| entry.span == at.entry.span);
    let own = first.is_none_or(|first| first.source.url_spans == at.entry.source.url_spans);
    if own { Ok(()) } else { Err("its entry has place for the archive of its first address only") }
}

fn keeper(at: &Place<'_>) -> String {
    match archive_url::read(at.url()).map(|capture| capture.service) {
        Some(Service::Wayback) => "Internet Archive".to_owned(),
        Some(Service::Other) | None => at.capture.keeper.clone(),
        Some(service) => service.as_str().to_owned(),
    }
}

/// The fields of the entry at `entry`, as far as it is well formed.
pub(super) fn fields(text: &str, entry: std::ops::Range<usize>) -> Vec<Field<'_>> {
    let mut found = Vec::new();
    let own = &text[entry.clone()];
    let Some(open) = own.find(['{', '(']) else { return found };
    let close = if own[open..].starts_with('(') { ')' } else { '}' };
    let Some(mut at) = own[open..].find(',').map(|comma| open + comma + 1) else { return found };
    loop {
        at = behind_comments(own, at);
        let Some(equals) = own[at..].find('=').map(|equals| at + equals) else { break };
        let named = &own[at..equals];
        let name = named.trim();
        if name.is_empty() || name.contains(|c: char| c.is_whitespace() || "{}\",".contains(c)) {
            break;
        }
        let lead = &named[..named.len() - named.trim_start().len()];
        let behind = lead.len() + name.len();
        let gap = own[equals + 1..].len() - own[equals + 1..].trim_start().len();
        let start = equals + 1 + gap;
        let Some(length) = value(&own[start..], close) else { break };
        found.push(Field {
            name: name.to_lowercase(),
            lead,
            equals: &own[at + behind..start],
            value: entry.start + start..entry.start + start + length,
        });
        let rest = own[behind_comments(own, start + length)..].trim_start();
        let Some(rest) = rest.strip_prefix(',') else { break };
        at = own.len() - rest.len();
    }
    found
}

/// The place behind the comments at `at`, each up to the end of its line.
fn behind_comments(text: &str, at: usize) -> usize {
    let mut at = at;
    while let Some(comment) = text[at..].trim_start().strip_prefix('%') {
        let end = comment.find('\n').unwrap_or(comment.len());
        at = text.len() - comment.len() + end;
    }
    at
}

/// The bytes of a value: in brackets or quotation marks, a word, or several of these with `#` between. `close` is the
/// bracket that closes the entry.
fn value(text: &str, close: char) -> Option<usize> {
    let mut at = 0;
    loop {
        let (mut depth, mut quoted) = (0_usize, false);
        let end = text[at..].char_indices().find(|&(offset, c)| {
            match c {
                '{' => depth += 1,
                c if c == close && depth == 0 && !quoted => return true,
                '}' => depth = depth.saturating_sub(1),
                '"' if depth == 0 => quoted = !quoted || offset == 0,
                ',' | '#' | '%' if depth == 0 && !quoted => return true,
                _ => {}
            }
            false
        });
        let end = at + end?.0;
        if !text[end..].starts_with('#') {
            return Some(text[..end].trim_end().len());
        }
        at = end + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fields_of_an_entry_are_found_as_they_are_written() {
        let text =
            "@misc{key,\n  title = {A {b}, \\\"c = d},\n  month = jan # \"~1\",\n  url=\"https://a.test/{b},c\"\n}";
        let shown: Vec<(String, &str, &str)> = fields(text, 0..text.len())
            .into_iter()
            .map(|field| (field.name, field.equals, &text[field.value]))
            .collect();
        let expected = [
            ("title", " = ", "{A {b}, \\\"c = d}"),
            ("month", " = ", "jan # \"~1\""),
            ("url", "=", "\"https://a.test/{b},c\""),
        ];
        assert_eq!(shown, expected.map(|(name, equals, value)| (name.to_owned(), equals, value)));
        let round = text.replace("@misc{", "@misc(").replace("\n}", "\n)");
        assert_eq!(fields(&round, 0..round.len()).len(), 3);
        for end in 0..text.len() {
            fields(text, 0..end);
            fields(&round, 0..end);
        }
    }
}
