//! Whether another owner has taken the address over: nothing of what the page said in the capture stands, its title is
//! another, and it says that it is somebody else's.
//!
//! Each of these alone happens to honest pages: they are rewritten, their sites are redesigned, their publishers take another
//! name or are translated. So all of them are asked for, the name of an owner that both have and that differs, and one more
//! mark; and any name that is still there takes the suspicion back.

use std::collections::BTreeSet;

use url::Url;

use super::Evidence;
use super::changed::{self, CapturedPage};
use super::owner::{self, names};
use super::words::{day, excerpt};
use crate::locator::host;
use crate::observation::Observation;
use crate::page::{Place, Signs};
use crate::quote_match;

/// Of a hundred runs of the capture at most so many stand on the page: texts of two owners share a phrase now and then.
const NOTHING: u8 = 3;
/// Titles that are less alike are of different pages.
const UNLIKE: f64 = 0.5;
/// Marks of another owner that are asked for, the name of the owner among them.
const MARKS: usize = 2;
/// Names of sites have fewer words, and titles that stand in their place more.
const TITLE_WORDS: usize = 4;
/// What a reader is shown of each.
const SHOWN: usize = 160;
/// What speaks for another owner; none where anything speaks against it.
pub(super) fn evidence(look: &Observation, capture: &CapturedPage) -> Option<Vec<Evidence>> {
    let (now, then) = (changed::signs(look)?, &capture.signs);
    let overlap = changed::overlap(look, capture).filter(|overlap| overlap.kept() <= NOTHING)?;
    let (was, is) = (titles(then), titles(now));
    if was.is_empty() || is.is_empty() || is.iter().any(|title| quote_match::title::check(title, &was).1 >= UNLIKE) {
        return None;
    }
    let marks = marks(look, now, then);
    let is_named = marks.iter().any(|mark| matches!(mark.sign.as_str(), "another-site-name" | "another-holder"));
    if !is_named || marks.len() < MARKS || is_continued(look, now, then) {
        return None;
    }
    let captured = day(capture.captured_at);
    let words = format!("of {} runs of words of the capture of {captured} {} stand there", overlap.ours, overlap.both);
    let title = format!("its title was “{}” and is “{}”", excerpt(&was[0], SHOWN / 2), excerpt(&is[0], SHOWN / 2));
    let mut all = vec![seen("another-text", words), seen("another-title", title)];
    all.extend(marks);
    Some(all)
}

fn seen(sign: &str, text: String) -> Evidence {
    Evidence { sign: sign.to_owned(), place: Place::Capture, text }
}

fn titles(signs: &Signs) -> Vec<String> {
    signs.title.iter().chain(&signs.headings).filter(|title| !title.trim().is_empty()).cloned().collect()
}

/// What says that the page is somebody else's now.
fn marks(look: &Observation, now: &Signs, then: &Signs) -> Vec<Evidence> {
    let mut marks = Vec::new();
    let is_translated = matches!((language(then), language(now)), (Some(was), Some(is)) if was != is);
    for (sign, what, was, is) in [
        ("another-site-name", "the name of its site", site(then), site(now)),
        ("another-holder", "its copyright line", then.owner.holder.as_deref(), now.owner.holder.as_deref()),
    ] {
        if let (Some(was), Some(is)) = (was, is)
            && !names(was).is_empty()
            && !names(is).is_empty()
            && !owner::are_one(was, is)
            && !(is_translated && owner::are_translated(was, is))
        {
            marks.push(seen(sign, format!("{what} was “{}” and is “{}”", excerpt(was, SHOWN), excerpt(is, SHOWN))));
        }
    }
    if let (Some(was), Some(is)) = (language(then), language(now))
        && was != is
    {
        marks.push(seen("another-language", format!("it said that its language is “{was}”, and says “{is}”")));
    }
    if let Some(to) = led_away(look) {
        marks.push(seen("another-domain", format!("it leads to {}", excerpt(to, SHOWN))));
    }
    marks
}

/// Whether the old owner is still named, or the new one has the name of the domain: a site that is redesigned, moved or
/// renamed says so, or keeps its domain's name.
fn is_continued(look: &Observation, now: &Signs, then: &Signs) -> bool {
    let owner = |signs: &Signs| -> BTreeSet<String> {
        [&signs.owner.site, &signs.owner.holder].into_iter().flatten().flat_map(|name| names(name)).collect()
    };
    let shown = titles(now).into_iter().chain([now.opening.clone()]).flat_map(|text| names(&text));
    let mut shown: BTreeSet<String> = shown.collect();
    shown.extend(owner(now));
    let old = owner(then);
    let label = label(&look.url);
    let has_the_domain = |name: &String| {
        name.len() >= owner::TELLING && label.as_ref().is_some_and(|label| label.contains(name.as_str()))
    };
    !old.is_disjoint(&shown) || owner(now).iter().any(has_the_domain)
}

/// The name of its site; many a page writes its own title there.
fn site(signs: &Signs) -> Option<&str> {
    let site = signs.owner.site.as_deref()?;
    let is_title = |title: &String| title.trim().eq_ignore_ascii_case(site.trim());
    let is_sentence = site.split_whitespace().count() >= TITLE_WORDS;
    Some(site).filter(|_| !(is_sentence && titles(signs).iter().any(is_title)))
}

/// `en` of `en-GB`.
fn language(signs: &Signs) -> Option<String> {
    let written = signs.owner.language.as_deref()?.trim();
    let primary = written.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    ((2..=3).contains(&primary.len())).then_some(primary)
}

/// Where redirects led, if that is a registrable domain of another name; `x.example` and `x.test` have the same.
fn led_away(look: &Observation) -> Option<&str> {
    let answer = look.answer().filter(|_| !look.hops.is_empty())?;
    let (from, to) = (label(&look.url)?, label(&answer.final_url)?);
    (from != to).then_some(answer.final_url.as_str())
}

/// The name that somebody registered, without what it stands below.
fn label(url: &str) -> Option<String> {
    let lane = host::lane(&Url::parse(url).ok()?);
    lane.as_str().split('.').next().filter(|label| !label.is_empty()).map(str::to_owned)
}

#[cfg(test)]
#[path = "usurped_tests.rs"]
mod tests;
