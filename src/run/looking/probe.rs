//! Asks a host for a page that cannot be there, where a page seems not to be there and nothing is certain.
//!
//! After Bar-Yossef, Broder, Kumar and Tomkins, “Sic transit gloria telae” (WWW 2004): a host that answers the same for a
//! name that nobody gives as for the page has no page. It is asked once a run for each folder and ending, in its lane as any
//! look, and never against its robots.txt. The name comes from the address, so that recorded files answer it as well.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use sha2::{Digest, Sha256};
use tokio::sync::OnceCell;
use url::Url;

use super::Looker;
use super::refresh;
use crate::fetch::{Follow, Look, LookRequest, Purpose};
use crate::locator::host;
use crate::observation::probe::{Probe, ProbeEnd, SAME, Unasked};
use crate::observation::{Outcome, Skip};
use crate::page::{Page, TextName};

/// Letters of a name that nobody gives.
const LETTERS: usize = 25;
/// Folders of one host that are asked about in a run: more is a crawl.
const MOST_OF_A_HOST: usize = 8;
/// Hosts that are asked in a run.
const MOST_HOSTS: usize = 1_000;
/// Words of an answer that are compared.
const MOST_WORDS: usize = 1_000;
/// An answer of fewer words says too little to be compared.
const FEWEST_WORDS: usize = 5;

/// What one host was asked, by the address of the page that cannot be there.
type OfHost = HashMap<String, Arc<OnceCell<Asked>>>;

/// What hosts were asked in this run.
#[derive(Debug, Default)]
pub(crate) struct Probes {
    // Looked into and left at once; who waits for an answer waits in its cell, not here.
    asked: Mutex<HashMap<String, OfHost>>,
}

/// What asking came to.
#[derive(Debug)]
struct Asked {
    end: ProbeEnd,
    words: Words,
}

/// What two answers are compared by.
#[derive(Debug, Default)]
struct Words {
    /// The first words of all that is shown, in order.
    all: Vec<String>,
    /// Those beside its links and asides: the news of the day and what else is worth a look stand on error pages as well.
    own: Vec<String>,
}

/// A page that cannot be there.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Sibling {
    url: Url,
    name: String,
}

impl Looker {
    /// Asks about the page that a look found, and notes it in the observation.
    pub(super) async fn probe(&self, look: &mut Look, page: &Page) -> anyhow::Result<()> {
        let cited = Url::parse(&look.observation.url)?;
        let Some(sibling) = Sibling::of(&cited) else { return Ok(()) };
        let Some(cell) = self.learnt.probes.cell(&cited, &sibling.url) else {
            note(look, sibling, ProbeEnd::NotAsked(Unasked::Budget));
            return Ok(());
        };
        // Who holds room waits for none.
        look.room = None;
        let asked = cell.get_or_try_init(|| self.ask(&sibling)).await?;
        let own = Words::of(page, &[&sibling.name, last_segment(&cited)]);
        let mut end = asked.end.clone();
        if let ProbeEnd::Answered { likeness: found, .. } = &mut end {
            *found = own.likeness(&asked.words);
        }
        note(look, sibling, end);
        Ok(())
    }

    /// Asks for the first page of the site beside a page that its host gives for any address, and notes how like it is.
    pub(super) async fn probe_home(&self, look: &mut Look, page: &Page) -> anyhow::Result<()> {
        let cited = Url::parse(&look.observation.url)?;
        if !self.is_same_anywhere(&cited, look, page).await? {
            return Ok(());
        }
        let mut url = cited.clone();
        url.set_path("/");
        url.set_query(None);
        url.set_fragment(None);
        let home = Sibling { url, name: String::new() };
        let Some(cell) = self.learnt.probes.cell(&cited, &home.url) else { return Ok(()) };
        look.room = None;
        let asked = cell.get_or_try_init(|| self.ask(&home)).await?;
        let is_page = matches!(asked.end, ProbeEnd::Answered { status: 200, .. });
        let own = Words::of(page, &[last_segment(&cited)]);
        // What says next to nothing is no page to be held against.
        let like = own.likeness(&asked.words).or((asked.words.all.len() >= FEWEST_WORDS).then_some(0));
        if let Some(probe) = look.observation.answer_mut().and_then(|answer| answer.probe.as_deref_mut()) {
            probe.home = like.filter(|_| is_page);
        }
        Ok(())
    }

    /// Whether the host gives that page in a folder that cannot be there as well: a program that finds its pages by a number before
    /// the title, or by one of several parameters, gives a page for any title.
    async fn is_same_anywhere(&self, cited: &Url, look: &mut Look, page: &Page) -> anyhow::Result<bool> {
        let nowhere = Sibling::nowhere(cited);
        let Some(cell) = self.learnt.probes.cell(cited, &nowhere.url) else { return Ok(false) };
        look.room = None;
        let asked = cell.get_or_try_init(|| self.ask(&nowhere)).await?;
        let status = look.observation.answer().map(|answer| answer.status);
        let is_told = matches!(asked.end, ProbeEnd::Answered { status: given, hops: 0, .. } if Some(given) == status);
        let own = Words::of(page, &[&nowhere.name, last_segment(cited)]);
        Ok(is_told && own.likeness(&asked.words) >= Some(SAME))
    }

    async fn ask(&self, sibling: &Sibling) -> anyhow::Result<Asked> {
        let request = LookRequest {
            url: sibling.url.clone(),
            accept_datetime: None,
            follow: Follow::All,
            purpose: Purpose::Probe,
            known: None,
        };
        let mut look = self.fetcher().look(&request).await;
        let read = refresh::read(self.tools.fetcher.as_ref(), &self.tools.reader, &mut look, &[]).await;
        let Look { observation, exchanges, room, .. } = look;
        let end = match &observation.outcome {
            Outcome::Answered(answer) => ProbeEnd::Answered {
                status: answer.status,
                final_url: answer.final_url.clone(),
                hops: observation.hops.len(),
                likeness: None,
            },
            Outcome::Skipped(Skip::Robots(_)) => ProbeEnd::NotAsked(Unasked::Robots),
            Outcome::Skipped(Skip::NotInReplay) => ProbeEnd::NotAsked(Unasked::NotInReplay),
            Outcome::Skipped(Skip::Budget | Skip::AskedToWait(_)) => ProbeEnd::NotAsked(Unasked::Budget),
            Outcome::NoAnswer(_) | Outcome::Skipped(_) => ProbeEnd::Nothing,
        };
        self.tools.recorder.keep(exchanges).await?;
        drop(room);
        let words = read.map(|read| Words::of(&read.page, &[&sibling.name])).unwrap_or_default();
        Ok(Asked { end, words })
    }
}

fn note(look: &mut Look, sibling: Sibling, end: ProbeEnd) {
    if let Some(answer) = look.observation.answer_mut() {
        answer.probe = Some(Box::new(Probe { url: sibling.url.into(), end, home: None }));
    }
}

impl Probes {
    /// Where the answer is, or will be; none where the host was asked enough.
    fn cell(&self, cited: &Url, sibling: &Url) -> Option<Arc<OnceCell<Asked>>> {
        let mut asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        let (hosts, lane) = (asked.len(), host::lane(cited).to_string());
        if hosts >= MOST_HOSTS && !asked.contains_key(&lane) {
            return None;
        }
        let of_host = asked.entry(lane).or_default();
        if of_host.len() >= MOST_OF_A_HOST && !of_host.contains_key(sibling.as_str()) {
            return None;
        }
        Some(Arc::clone(of_host.entry(sibling.to_string()).or_default()))
    }
}

impl Sibling {
    /// A page in a folder of which the site has none.
    fn nowhere(cited: &Url) -> Self {
        let mut url = cited.clone();
        url.set_query(None);
        url.set_fragment(None);
        url.set_path("/");
        let name = name(&format!("{url} nowhere"));
        url.set_path(&format!("/{name}/{name}"));
        Self { url, name }
    }

    /// A page beside `cited`: in its folder and with its ending; where one script makes all pages, with another value of the
    /// parameter that chooses the page. In a folder that is a number, that is what chooses it, and the title behind it is there
    /// for its readers. None beside the first page of a site.
    fn of(cited: &Url) -> Option<Self> {
        let mut url = cited.clone();
        url.set_fragment(None);
        let pairs: Vec<(String, String)> =
            cited.query_pairs().map(|(name, value)| (name.into_owned(), value.into_owned())).collect();
        let segment = last_segment(cited).to_owned();
        let ending = segment.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
        let makes_all =
            segment.is_empty() || ["php", "asp", "aspx", "jsp", "cgi", "pl", "do", "cfm"].contains(&ending.as_str());
        if let (true, Some(chosen)) = (makes_all, choosing(&pairs)) {
            url.set_query(None);
            let name = name(&format!("{url}?{}", pairs[chosen].0));
            let value = |at: usize| if at == chosen { &name } else { &pairs[at].1 };
            url.query_pairs_mut().extend_pairs((0..pairs.len()).map(|at| (&pairs[at].0, value(at))));
            return Some(Self { url, name });
        }
        url.set_query(None);
        let is_folder = cited.path().ends_with('/');
        let mut segments = url.path_segments_mut().ok()?;
        segments.pop_if_empty().pop();
        drop(segments);
        if is_number(last_segment(&url)) {
            url.path_segments_mut().ok()?.pop();
        }
        if cited.path() == "/" {
            return None;
        }
        let name = name(&format!("{url} .{ending} {is_folder}"));
        let written = match (ending.as_str(), is_folder) {
            (_, true) | ("", false) => name.clone(),
            (ending, false) => format!("{name}.{ending}"),
        };
        let mut segments = url.path_segments_mut().ok()?;
        segments.pop_if_empty().push(&written);
        if is_folder {
            segments.push("");
        }
        drop(segments);
        Some(Self { url, name })
    }
}

/// Parameters that choose how a page is shown, and not which.
const MANNERS: [&str; 18] = [
    "lang",
    "language",
    "hl",
    "locale",
    "print",
    "page",
    "sort",
    "order",
    "view",
    "format",
    "theme",
    "itemid",
    "ref",
    "source",
    "fbclid",
    "gclid",
    "sid",
    "phpsessid",
];

/// Which parameter chooses the page: the last one with a number in it, else the last one, those of the manner aside; none where there
/// are no others.
fn choosing(pairs: &[(String, String)]) -> Option<usize> {
    let is_manner = |name: &str| {
        let name = name.to_ascii_lowercase();
        MANNERS.contains(&name.as_str()) || name.starts_with("utm_")
    };
    let own = |at: &usize| !is_manner(&pairs[*at].0);
    let numbered = |at: &usize| pairs[*at].1.bytes().any(|byte| byte.is_ascii_digit());
    let mut all = (0..pairs.len()).rev();
    all.clone().find(|at| own(at) && numbered(at)).or_else(|| all.find(own))
}

/// Whether a folder is the number of a page, and no year, month or day.
fn is_number(folder: &str) -> bool {
    let is_year = folder.len() == 4 && (folder.starts_with("19") || folder.starts_with("20"));
    folder.len() > 2 && !is_year && folder.len() != 8 && folder.bytes().all(|byte| byte.is_ascii_digit())
}

fn last_segment(url: &Url) -> &str {
    url.path().trim_end_matches('/').rsplit('/').next().unwrap_or_default()
}

/// Letters that nobody puts together, the same for the same place.
fn name(place: &str) -> String {
    let digest = Sha256::digest(format!("a page that cannot be there: {place}"));
    digest.iter().cycle().take(LETTERS).enumerate().map(|(at, byte)| letter(*byte, at)).collect()
}

fn letter(byte: u8, at: usize) -> char {
    char::from(b'a' + u8::try_from((usize::from(byte) + at) % 26).unwrap_or_default())
}

impl Words {
    fn of(page: &Page, asked: &[&str]) -> Self {
        let all = words(page.text(TextName::Visible).unwrap_or_default(), asked);
        Self { all, own: words(&page.own, asked) }
    }

    /// Of a hundred words of both, so many are the same; none where one of them says too little.
    fn likeness(&self, other: &Self) -> Option<u8> {
        let is_enough = self.own.len().min(other.own.len()) >= FEWEST_WORDS;
        let own = if is_enough { likeness(&self.own, &other.own) } else { None };
        likeness(&self.all, &other.all).max(own)
    }
}

/// The first words of a text in order, without those that only repeat what was asked for, and without what has a digit: the
/// hour, or the number that the question has in the books of its server.
fn words(text: &str, asked: &[&str]) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase);
    let asked: Vec<String> =
        asked.iter().flat_map(|it| it.split(|c: char| !c.is_alphanumeric())).map(str::to_lowercase).collect();
    let is_said = |word: &String| !asked.contains(word) && !word.contains(|c: char| c.is_numeric());
    let mut words: Vec<String> = words.filter(is_said).take(MOST_WORDS).collect();
    words.sort_unstable();
    words
}

/// Of a hundred words of both, so many are the same.
fn likeness(one: &[String], other: &[String]) -> Option<u8> {
    if one.len().min(other.len()) < FEWEST_WORDS {
        return (one == other && one.len() > 1).then_some(100);
    }
    let (mut a, mut b, mut same) = (one.iter().peekable(), other.iter().peekable(), 0_usize);
    while let (Some(left), Some(right)) = (a.peek(), b.peek()) {
        match left.cmp(right) {
            std::cmp::Ordering::Less => drop(a.next()),
            std::cmp::Ordering::Greater => drop(b.next()),
            std::cmp::Ordering::Equal => {
                same += 1;
                a.next();
                b.next();
            }
        }
    }
    u8::try_from(same * 200 / (one.len() + other.len())).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{ContentHead, SaidBy};

    fn sibling(cited: &str) -> Option<String> {
        let sibling = Sibling::of(&Url::parse(cited).unwrap())?;
        assert_eq!(sibling.name.len(), LETTERS);
        Some(sibling.url.as_str().replace(&sibling.name, "NAME"))
    }

    #[test]
    fn a_sibling_stands_in_the_folder_and_has_the_ending_of_the_page() {
        for (cited, expected) in [
            ("https://a.example/b/c.html?x=1#f", "https://a.example/b/NAME.html"),
            ("https://a.example/b/c", "https://a.example/b/NAME"),
            ("https://a.example/b/c/", "https://a.example/b/NAME/"),
            ("https://a.example/c", "https://a.example/NAME"),
            ("https://a.example/show.php?lang=de&id=12", "https://a.example/show.php?lang=de&id=NAME"),
            ("https://a.example/?p=12", "https://a.example/?p=NAME"),
            ("https://a.example/view.php?id=12&lang=en", "https://a.example/view.php?id=NAME&lang=en"),
            (
                "https://a.example/index.php?id=12&Itemid=4&utm_source=x",
                "https://a.example/index.php?id=NAME&Itemid=4&utm_source=x",
            ),
            (
                "https://a.example/index.php?option=content&view=article",
                "https://a.example/index.php?option=NAME&view=article",
            ),
            ("https://a.example/show.php?lang=de", "https://a.example/NAME.php"),
            ("https://a.example/visit.php?utm_source=letter", "https://a.example/NAME.php"),
            ("https://a.example/jobs/4412/dock-carpenter", "https://a.example/jobs/NAME"),
            ("https://a.example/jobs/4412/dock-carpenter/", "https://a.example/jobs/NAME/"),
            ("https://a.example/2024/05/dock", "https://a.example/2024/05/NAME"),
            ("https://a.example/20240512/dock", "https://a.example/20240512/NAME"),
        ] {
            assert_eq!(sibling(cited).as_deref(), Some(expected), "{cited}");
        }
        assert_eq!(sibling("https://a.example/"), None);
        let of = |cited: &str| Sibling::of(&Url::parse(cited).unwrap()).unwrap().url;
        assert_eq!(of("https://a.example/b/c.html"), of("https://a.example/b/d.html"));
        assert_ne!(of("https://a.example/b/c.html"), of("https://a.example/c/c.html"));
    }

    #[test]
    fn links_asides_and_numbers_make_no_other_answer() {
        let read = |news: &str, number: &str| {
            let html = format!(
                "<!doctype html><title>Gazette</title><nav>Home News</nav><p>Maybe it sank with the old pier in a storm.</p>\
                 <p>Request {number}-4a7b</p><h2>Latest</h2><p><a href=/x>{news}</a></p>"
            );
            let head =
                ContentHead { content_type: Some("text/html"), said_by: SaidBy::Server, url: "https://a.example/b" };
            Words::of(&crate::page::read(html.as_bytes(), &head, &mut || true), &[])
        };
        let one = read("Eels return to the harbour of Varn after nineteen years", "81f3");
        let other = read("Council votes on the bridge, and the ferry sails late on Sunday", "9c20");
        assert_eq!(likeness(&one.all, &other.all).filter(|same| *same >= 95), None);
        assert!(one.likeness(&other) >= Some(95), "{one:?} {other:?}");
        let html = "<title>Gazette</title><p>The pier was opened by the mayor in spring.</p>";
        let head = ContentHead { content_type: Some("text/html"), said_by: SaidBy::Server, url: "https://a.example/b" };
        let another = Words::of(&crate::page::read(html.as_bytes(), &head, &mut || true), &[]);
        assert!(one.likeness(&another) < Some(60));
    }

    #[test]
    fn likeness_is_a_share_of_words_and_none_of_nearly_nothing() {
        let words = |text: &str| {
            let mut words: Vec<String> = text.split(' ').map(str::to_owned).collect();
            words.sort_unstable();
            words
        };
        assert_eq!(likeness(&words("a b c d e"), &words("e d c b a")), Some(100));
        assert_eq!(likeness(&words("a b c d e"), &words("a b c d f")), Some(80));
        assert_eq!(likeness(&words("a b c d e"), &words("a b c d")), None);
        assert_eq!(likeness(&words("contenuto non disponibile"), &words("contenuto non disponibile")), Some(100));
        assert_eq!(likeness(&words("contenuto non disponibile"), &words("contenuto non presente")), None);
        assert_eq!(likeness(&words("loading"), &words("loading")), None, "every page of an app begins so");
    }
}
