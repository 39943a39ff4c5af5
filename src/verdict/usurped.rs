//! Whether another owner has taken the address over: nothing of what the page said in the capture stands, its title is
//! another, and it says that it is somebody else's.
//!
//! Each of these alone happens to honest pages: they are rewritten, their sites are redesigned, their publishers take another
//! name or are translated. So all of them are asked for, the name of an owner that both have and that differs, and one more
//! mark; and any name that is still there, in short, in other forms or in another language, takes the suspicion back.

mod owner_name;
mod same_work;
mod translated;

use std::collections::BTreeSet;

use url::Url;

use self::owner_name::Name;
use super::Evidence;
use super::changed::{self, CapturedPage};
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
/// What a reader is shown of each.
const SHOWN: usize = 160;
/// A site's name of so many words that is the title of its page is no name: some programs write one in the place of the other.
const SENTENCE: usize = 4;

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
    if !is_named || marks.len() < MARKS || same_work::is(look, now, then) || is_continued(look, now, then) {
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
    for (sign, what, was, is) in [
        ("another-site-name", "the name of its site", site(then), site(now)),
        ("another-holder", "its copyright line", then.owner.holder.as_deref(), now.owner.holder.as_deref()),
    ] {
        if let (Some(was), Some(is)) = (was, is)
            && let (one, other) = (Name::of(was), Name::of(is))
            && !one.is_nobodys()
            && !other.is_nobodys()
            && !one.is_same(&other)
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

/// Whether the old owner is still named, or the new one has the name of the domain: a site that is redesigned, moved, renamed
/// or translated says so, or keeps its domain's name.
fn is_continued(look: &Observation, now: &Signs, then: &Signs) -> bool {
    let (old, new) = (owners(then), owners(now));
    let shown: BTreeSet<String> =
        titles(now).iter().chain([&now.opening]).flat_map(|text| owner_name::telling(text)).collect();
    let is_shown = old.iter().flat_map(Name::telling).any(|word| shown.contains(word));
    let has_the_domain = || label(&look.url).is_some_and(|label| new.iter().any(|name| name.is_in_domain(&label)));
    let in_two_languages = is_in_another_language(now, then);
    let is_the_same = |one: &Name, other: &Name| {
        one.is_same(other) || translated::is_translation(one, other, in_two_languages) && !is_about_games(now)
    };
    is_shown
        || is_named_around(look, now, &old)
        || old.iter().any(|one| new.iter().any(|other| is_the_same(one, other)))
        || has_the_domain()
}

/// Whether the navigation, the footer, the data or an address of e-mail names an old owner whole. An address below the page's own
/// domain is whose domain it is.
fn is_named_around(look: &Observation, now: &Signs, old: &[Name]) -> bool {
    let (domains, words): (Vec<&str>, Vec<&str>) =
        now.owner.around.split_whitespace().partition(|word| word.contains('.'));
    let words: BTreeSet<String> = owner_name::telling(&words.join(" ")).collect();
    let labels = domains.iter().filter_map(|domain| label(&format!("https://{}/", domain.to_ascii_lowercase())));
    let own = label(&look.url);
    let others: Vec<String> = labels.filter(|label| own.as_ref() != Some(label)).collect();
    old.iter().any(|name| name.stands_among(&words) || others.iter().any(|label| name.is_in_domain(label)))
}

/// The names of its owner that a page tells.
fn owners(signs: &Signs) -> Vec<Name> {
    let names = site(signs).into_iter().chain(signs.owner.holder.as_deref()).map(Name::of);
    names.filter(|name| !name.is_nobodys()).collect()
}

/// The name of its site that a page tells, unless that is its own title.
fn site(signs: &Signs) -> Option<&str> {
    let squashed = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let site = signs.owner.site.as_deref()?;
    let name: String = squashed(site);
    let is_title = |title: &String| squashed(title) == name;
    let is_sentence = site.split_whitespace().count() >= SENTENCE;
    (!is_sentence || !signs.title.iter().chain(&signs.headings).any(is_title)).then_some(site)
}

/// Whether a page says of itself what no institution says in another language.
fn is_about_games(signs: &Signs) -> bool {
    let names = signs.owner.site.iter().chain(&signs.owner.holder);
    signs.title.iter().chain(&signs.headings).chain(names).any(|text| translated::speaks_of_games(text))
}

/// Whether the two pages say that they are in two languages.
fn is_in_another_language(now: &Signs, then: &Signs) -> bool {
    language(then).zip(language(now)).is_some_and(|(was, is)| was != is)
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
mod tests;
