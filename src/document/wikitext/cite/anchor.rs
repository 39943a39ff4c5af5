//! What short notes call a citation.

use std::collections::BTreeMap;

use super::super::call::{Call, Run};
use super::super::field::Field;
use super::super::writer::Writer;
use super::fields::Fields;

/// Authors that a short note names at most.
const NAMED: usize = 4;

impl Fields {
    /// What short notes call the citation, and what people do.
    pub(super) fn anchor(&self, writer: &mut Writer<'_, '_>) -> (Option<String>, Option<String>) {
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

/// Parameters in which `{{wikicite|ref=…|reference=…}}` has the words of an entry.
pub(in crate::document::wikitext) const REFERENCE: &[&str] = &["reference", "citation", "1"];

/// What `{{wikicite|ref={{sfnref|Smith|2001}}|…}}` is called by short notes, with what a reader calls it.
pub(in crate::document::wikitext) fn named_anchor(
    writer: &mut Writer<'_, '_>,
    call: &Call,
) -> Option<(String, String)> {
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
pub(in crate::document::wikitext) fn positional(writer: &mut Writer<'_, '_>, call: &Call) -> Vec<String> {
    let numbered = |name: &str| name.bytes().all(|byte| byte.is_ascii_digit());
    // What holds an address is a page of the source.
    let names = |run: &Run| !writer.text[run.bytes.clone()].contains("://");
    let values = call.parameters.iter().filter(|own| numbered(&own.name)).map(|own| own.value.clone());
    let runs: Vec<Run> = values.filter(names).collect();
    runs.iter().map(|run| writer.value(run)).filter(|value| !value.is_empty() && !is_page(value)).collect()
}

/// Whether a value is where in a source, which some put behind the year: `p. 3`, `pp. 3-4`.
pub(in crate::document::wikitext) fn is_page(value: &str) -> bool {
    let rest = ["pp.", "p.", "pag.", "pagg.", "pág.", "págs.", "cap.", "vol.", "s.", "с."]
        .iter()
        .find_map(|name| value.strip_prefix(name));
    rest.is_some_and(|rest| rest.trim_start().starts_with(|c: char| c.is_ascii_digit()))
}

/// What a template is called in the address of its place on the page, beside the name and the year that short notes have:
/// `cid=Rossi`, `id=Rossi1990`.
pub(super) fn called(writer: &mut Writer<'_, '_>, call: &Call) -> Vec<String> {
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
pub(in crate::document::wikitext) fn key_of(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// `2005`, `2005a`, `n.d.`
pub(super) fn year(words: &str) -> Option<String> {
    let digits = |word: &&str| word.len() >= 4 && word.as_bytes()[..4].iter().all(u8::is_ascii_digit);
    let found = words.split(|c: char| !c.is_ascii_alphanumeric()).find(|word| digits(word) && word.len() <= 5);
    found.map(str::to_owned).or_else(|| words.contains("n.d").then(|| "n.d.".to_owned()))
}
