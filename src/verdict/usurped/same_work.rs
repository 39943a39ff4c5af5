//! Whether a page is of the work that its capture was of, whoever keeps it: journals change their publisher, and a publisher its
//! site and its name.

use url::Url;

use super::owner_name::Name;
use crate::locator::doi;
use crate::observation::Observation;
use crate::page::Signs;
use crate::page::signature::{parts, plain};

/// Words of a part of a title that say what it is about: “Journal of Lamps” has two.
const TELLING: usize = 2;

/// Whether both have an identifier in common, a journal, an author or a part of their titles.
pub(super) fn is(look: &Observation, now: &Signs, then: &Signs) -> bool {
    has_the_same_doi(look, now, then) || is_the_same_by_name(now, then) || has_a_title_in_common(now, then)
}

/// An identifier that the address that was cited has, or the metadata of the capture, in the metadata or the address of the page.
fn has_the_same_doi(look: &Observation, now: &Signs, then: &Signs) -> bool {
    let landed = look.answer().map(|answer| answer.final_url.as_str()).filter(|landed| *landed != look.url);
    let addresses = [landed, now.canonical.as_deref()];
    let is: Vec<String> = addresses.into_iter().flatten().flat_map(in_address).chain(identifiers(now)).collect();
    let was: Vec<String> = identifiers(then).chain(in_address(&look.url)).collect();
    // What stands behind a DOI in a path is its part or its form: `/pdf`.
    let is_same =
        |one: &str, other: &str| one.strip_prefix(other).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    was.iter().any(|was| is.iter().any(|is| is_same(was, is) || is_same(is, was)))
}

fn identifiers(signs: &Signs) -> impl Iterator<Item = String> {
    signs.work.iter().filter(|said| said.starts_with(|c: char| c.is_ascii_digit())).cloned()
}

/// The DOIs of an address, in lower case.
fn in_address(address: &str) -> Vec<String> {
    let Ok(url) = Url::parse(address) else { return Vec::new() };
    let path = percent_encoding::percent_decode_str(url.path()).decode_utf8_lossy().to_lowercase();
    let from = path.match_indices("/10.").map(|(at, _)| &path[at + 1..]).next();
    from.map(doi::find).unwrap_or_default().into_iter().map(|(_, doi)| doi).take(1).collect()
}

/// A journal or an author, in whatever order the words are.
fn is_the_same_by_name(now: &Signs, then: &Signs) -> bool {
    let names = |signs: &Signs| -> Vec<Vec<String>> {
        let names = signs.work.iter().map(|said| Name::of(said)).filter(|name| !name.is_nobodys());
        let words = names.map(|name| {
            let mut words: Vec<String> = name.words().map(str::to_owned).collect();
            words.sort_unstable();
            words
        });
        words.filter(|words| words.len() > 1).collect()
    };
    let was = names(then);
    names(now).iter().any(|is| was.contains(is))
}

/// The journal, or the work, among what titles are put together with: “Tides : Journal of Lamps : Vol 3 – Quay Online”.
fn has_a_title_in_common(now: &Signs, then: &Signs) -> bool {
    let told = |signs: &Signs| -> Vec<String> {
        let titles = signs.title.iter().chain(&signs.headings);
        let parts = titles.flat_map(|title| parts(title));
        parts.filter(|part| Name::of(part).telling().count() >= TELLING).map(plain).collect()
    };
    let was = told(then);
    told(now).iter().any(|is| was.contains(is))
}
