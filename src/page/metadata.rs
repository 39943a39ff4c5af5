//! What a page says about itself: titles, description, dates, language, its own address.

use scraper::ElementRef;

use super::asked;
use super::attribute::Attribute;
use super::led::Led;
use super::owner::{self, MOST_MAILS, Owner};
use super::signs::{Mount, Signs, Voice, Written};
use super::{refresh, sight, structured::Structured, tongues, walk, work};
use crate::date::{self, DayMonth};
use crate::page::walk::writer::line;

/// What a page says about itself.
#[derive(Debug, Default)]
pub(super) struct Metadata {
    /// Best first, each once.
    pub titles: Vec<String>,
    pub description: Option<String>,
    pub canonical: Option<String>,
    pub published: Option<String>,
    pub language: Option<String>,
    /// Titles and descriptions of the head, each once, a line each.
    pub text: String,
    /// Whether nothing can be read before scripts have run.
    pub script_shell: bool,
    /// The same, as long as the page says nothing at all.
    pub script_shell_if_mute: bool,
    /// Where the reader is sent on to soon.
    pub refresh: Option<String>,
    /// Where the reader is sent on to, however late.
    pub leads_on: Option<String>,
    /// What addresses of the page are relative to, as written; nothing where that is its own address.
    pub base: Option<String>,
    /// As far as they stand in elements.
    pub signs: Signs,
    /// Inputs for passwords that are kept for scripts.
    pub kept_passwords: usize,
}

impl Metadata {
    /// Takes in where the scripts of a page that says next to nothing lead its reader.
    pub(super) fn led(&mut self, led: Led) {
        match led {
            Led::To(to) if self.refresh.is_none() => {
                self.signs.refresh = Some(to.clone());
                self.leads_on = Some(to.clone());
                self.refresh = Some(to);
            }
            Led::Somewhere if self.refresh.is_none() => self.script_shell = true,
            Led::To(_) | Led::Somewhere | Led::Nowhere => {}
        }
    }
}

/// What is gathered from the elements of one page, in the order of the page.
#[derive(Debug, Default)]
struct Gathered {
    headings: Vec<String>,
    /// Of the second rank.
    lesser: Vec<String>,
    /// Of the lower ranks.
    low: Vec<String>,
    /// Those of any rank that a reader sees.
    seen: Vec<String>,
    /// What pictures, drawings and labels say in the place of words.
    pictured: Vec<String>,
    title: Option<String>,
    forms: usize,
    asked: asked::Gathered,
    passwords: usize,
    /// Those that are kept for scripts.
    kept_passwords: usize,
    written: Written,
    /// Lower-case name and content of `<meta>`.
    metas: Vec<(String, String)>,
    times: Vec<String>,
    canonical: Option<String>,
    language: Option<String>,
    has_script: bool,
    /// There is something to see that is no text.
    has_picture: bool,
    mount: Mount,
    refresh: Option<String>,
    leads_on: Option<String>,
    base: Option<String>,
    /// Domains of the addresses of e-mail that it links.
    mails: Vec<String>,
}

/// More than that many headings of the first rank are no titles of the page.
const MOST_HEADINGS: usize = 8;
/// Headings of the second rank stand in where there are few of the first.
const MOST_LESSER: usize = 2;
/// And of the lower ranks after those.
const MOST_LOW: usize = 4;
/// A page that is a picture has one, and those of its navigation.
const MOST_PICTURED: usize = 8;
/// A longer title is text of the page.
const LONGEST_TITLE: usize = 1_000;
/// As much of a description as search engines and previews keep, many times over.
const LONGEST_DESCRIPTION: usize = 10_000;
/// More than that many `<meta>` elements are a flood.
const MOST_METAS: usize = 500;

/// An element that scripts fill in holds a spinner at most.
const MOST_IN_SHELL: usize = 100;

const TITLES: [&str; 5] = ["og:title", "twitter:title", "citation_title", "dc.title", "parsely-title"];
/// Who a page says that it is of.
const SITES: [&str; 5] =
    ["og:site_name", "application-name", "apple-mobile-web-app-title", "citation_publisher", "dc.publisher"];
const HOLDERS: [&str; 3] = ["copyright", "dcterms.rightsholder", "dc.rights"];
const DESCRIPTIONS: [&str; 5] =
    ["description", "og:description", "twitter:description", "dc.description", "citation_abstract"];
/// From the most to the least exact about what is dated.
const DATES: [&str; 10] = [
    "article:published_time",
    "datepublished",
    "citation_publication_date",
    "citation_date",
    "citation_online_date",
    "dc.date.issued",
    "dc.date",
    "parsely-pub-date",
    "sailthru.date",
    "date",
];
/// Elements that show something, or somebody else's page, or ask for something.
const SHOWN: [&str; 17] = [
    "img", "picture", "svg", "canvas", "video", "audio", "embed", "object", "applet", "iframe", "frame", "map", "math",
    "input", "button", "select", "textarea",
];
/// The elements that well-known program libraries fill in.
const ROOTS: [&str; 9] = ["root", "app", "__next", "__nuxt", "app-root", "react-root", "svelte", "q-app", "___gatsby"];
/// What Next.js calls a page that failed before its scripts have put something in its place.
const FAILED_SHELL: &str = "__next_error__";

/// Reads the metadata of a page, among its elements; its JSON-LD has been read.
pub(super) fn read(elements: &[ElementRef<'_>], structured: &Structured) -> Metadata {
    let gathered = gather(elements);
    let meta = |names: &[&str]| -> Vec<String> {
        names
            .iter()
            .flat_map(|name| gathered.metas.iter().filter(move |(known, _)| known == name))
            .map(|(_, content)| content.clone())
            .collect()
    };
    let head = gathered.title.iter().cloned().chain(meta(&TITLES));
    let titles = gathered
        .headings
        .iter()
        .cloned()
        .chain(head.clone())
        .chain(structured.headlines.iter().map(|title| line(title)));
    // What is kept for later says nothing of the page, unless nothing else is a heading of it.
    let is_shown = |heading: &String| gathered.seen.is_empty() || gathered.seen.contains(heading);
    let descriptions = meta(&DESCRIPTIONS);
    let dates = meta(&DATES).into_iter().chain(structured.published.clone()).chain(gathered.times);
    Metadata {
        titles: once_each(titles.filter(|title| title.chars().count() <= LONGEST_TITLE)),
        description: descriptions.first().cloned(),
        published: dates.into_iter().find_map(|text| iso(&text)),
        language: gathered.language.clone(),
        text: once_each(head.chain(descriptions)).join("\n"),
        script_shell: gathered.has_script && gathered.mount == Mount::Known,
        script_shell_if_mute: gathered.has_script && gathered.mount != Mount::None,
        signs: Signs {
            title: gathered.title.clone(),
            headings: gathered.headings.iter().chain(&gathered.lesser).filter(|it| is_shown(it)).cloned().collect(),
            lesser: gathered.low.iter().filter(|it| is_shown(it)).cloned().collect(),
            pictured: gathered.pictured.clone(),
            forms: gathered.forms,
            passwords: gathered.passwords,
            asked: Box::new(gathered.asked.finish()),
            written: gathered.written,
            languages: tongues::of(elements),
            empty: !gathered.has_script && !gathered.has_picture,
            scripted: gathered.has_script,
            mount: gathered.mount,
            voice: if gathered.has_script && !gathered.has_picture { Voice::Mute } else { Voice::Heard },
            free: structured.free.or_else(|| free(&gathered.metas)),
            canonical: gathered.canonical.clone().or_else(|| meta(&["og:url"]).into_iter().next()),
            refresh: gathered.refresh.clone(),
            work: work::of(&gathered.metas),
            owner: whose(meta(&SITES), meta(&HOLDERS), gathered.language, structured, &gathered.mails),
            ..Signs::default()
        },
        kept_passwords: gathered.kept_passwords,
        canonical: gathered.canonical,
        refresh: gathered.refresh,
        leads_on: gathered.leads_on,
        base: gathered.base,
    }
}

/// Whose page it is, by what its head and its data say; the names that are not the best one stand around it.
fn whose(
    sites: Vec<String>,
    holders: Vec<String>,
    language: Option<String>,
    structured: &Structured,
    mails: &[String],
) -> Owner {
    let mut names = once_each(sites.into_iter().chain(structured.owners.iter().cloned())).into_iter();
    let site = names.next();
    let around = once_each(names.chain(mails.iter().cloned())).join("\n");
    Owner { site, holder: holders.into_iter().next(), language, around }
}

/// What microdata says of `isAccessibleForFree`.
fn free(metas: &[(String, String)]) -> Option<bool> {
    let said = metas.iter().find(|(name, _)| name == "isaccessibleforfree");
    said.map(|(_, value)| !value.to_ascii_lowercase().contains("false"))
}

fn gather(elements: &[ElementRef<'_>]) -> Gathered {
    let mut gathered = Gathered::default();
    for element in elements {
        gathered.take(*element);
    }
    gathered
}

impl Gathered {
    fn take(&mut self, element: ElementRef<'_>) {
        let value = element.value();
        self.asked.take(element);
        match value.name() {
            "html" => {
                self.language = value.attribute("lang").map(line).filter(|lang| !lang.is_empty());
                self.mount(value.id() == Some(FAILED_SHELL), Mount::Known);
            }
            "title" if self.title.is_none() && !in_drawing(element) => {
                self.title = Some(line(&element.text().collect::<String>())).filter(|title| !title.is_empty());
            }
            "h1" if self.headings.len() < MOST_HEADINGS => {
                let texts = walk::texts(element);
                let heading = [texts.no_marks, texts.visible, texts.hidden].into_iter().find(|text| !text.is_empty());
                let heading = heading.map(|heading| line(&heading));
                self.seen.extend(heading.clone().filter(|_| is_seen(element)));
                self.headings.extend(heading);
            }
            "h2" if self.lesser.len() < MOST_LESSER => {
                let heading = Some(line(&walk::texts(element).visible)).filter(|heading| !heading.is_empty());
                self.seen.extend(heading.clone().filter(|_| is_seen(element)));
                self.lesser.extend(heading);
            }
            "h2" | "h3" | "h4" | "h5" | "h6" if self.low.len() < MOST_LOW => {
                let heading = Some(line(&walk::texts(element).visible)).filter(|heading| !heading.is_empty());
                self.seen.extend(heading.clone().filter(|_| is_seen(element)));
                self.low.extend(heading);
            }
            "form" if is_of_the_page(element) => {
                self.forms += 1;
                self.written = self.written.max(written_in(element));
            }
            "a" if self.mails.len() < MOST_MAILS => self.mails.extend(value.attribute("href").and_then(owner::mailed)),
            "input" if asks_for_password(element) => {
                let count = if is_seen(element) { &mut self.passwords } else { &mut self.kept_passwords };
                *count += 1;
            }
            "meta" if self.metas.len() < MOST_METAS => self.take_meta(element),
            "base" if self.base.is_none() => self.base = value.attribute("href").map(line),
            "link" if self.canonical.is_none() && is_canonical(element) => {
                self.canonical = value.attribute("href").map(line);
            }
            "time" if is_publication(element) => self.times.extend(value.attribute("datetime").map(line)),
            "script" => self.has_script = true,
            "noscript" => {
                let asks = element.text().any(|text| text.to_ascii_lowercase().contains("javascript"));
                self.mount(asks, Mount::Known);
            }
            "div" | "main" | "section" | "app-root" => {
                self.mount(is_known_root(element) && is_empty(element), Mount::Known);
                self.mount(value.id().is_some() && is_empty(element), Mount::Named);
            }
            name if name.contains('-') => self.mount(is_empty(element), Mount::Named),
            _ => {}
        }
        self.has_picture |= SHOWN.contains(&value.name());
        if self.pictured.len() < MOST_PICTURED {
            self.pictured.extend(pictured(element).map(|said| line(&said)).filter(|said| !said.is_empty()));
        }
        if value.name() != "meta"
            && value.attribute("itemprop").is_some_and(|name| name.eq_ignore_ascii_case("datePublished"))
        {
            self.times.extend(value.attribute("datetime").or_else(|| value.attribute("content")).map(line));
        }
    }

    fn mount(&mut self, is_there: bool, mount: Mount) {
        if is_there {
            self.mount = self.mount.max(mount);
        }
    }

    fn take_meta(&mut self, element: ElementRef<'_>) {
        let value = element.value();
        let content = value.attribute("content").unwrap_or_default();
        let content = line(&content[..crate::span::floor_char_boundary(content, LONGEST_DESCRIPTION)]);
        let pragma = value.attribute("http-equiv").unwrap_or_default().trim();
        if self.refresh.is_none() && pragma.eq_ignore_ascii_case("refresh") {
            self.refresh = refresh::target(&content).map(str::to_owned);
            self.leads_on = refresh::at_last(&content).map(str::to_owned);
        }
        let names = ["property", "name", "itemprop"].into_iter().filter_map(|attribute| value.attribute(attribute));
        for name in names.take_while(|_| !content.is_empty()) {
            self.metas.push((name.trim().to_ascii_lowercase(), content.clone()));
        }
    }
}

/// What somebody writes into a form, the answer to a question to robots aside.
fn written_in(form: ElementRef<'_>) -> Written {
    let is_answer = |element: &ElementRef<'_>| {
        let names = ["name", "id", "class"].into_iter().filter_map(|it| element.value().attribute(it));
        names.map(str::to_ascii_lowercase).any(|name| ANSWERS.iter().any(|answer| name.contains(answer)))
    };
    let takes = |element: &ElementRef<'_>| {
        let kind = element.value().attribute("type").unwrap_or("text").trim().to_ascii_lowercase();
        match element.value().name() {
            "input" => LINES.contains(&kind.as_str()),
            name => name == "textarea",
        }
    };
    let fields = || form.descendent_elements().filter(|it| takes(it) && !is_answer(it) && is_seen(*it));
    match fields().take(2).count() {
        0 => Written::Nothing,
        1 if fields().all(|field| field.value().name() == "input") => Written::Line,
        _ => Written::Letter,
    }
}

/// Types of inputs for a line that somebody writes.
const LINES: [&str; 3] = ["text", "email", "tel"];
/// What the fields are called that take an answer to a question to robots.
const ANSWERS: [&str; 4] = ["captcha", "turnstile", "challenge", "_cf_"];

/// Whether an input asks for the password of what the page is about; sites have boxes for their members around every page.
fn asks_for_password(input: ElementRef<'_>) -> bool {
    let mut around = input.ancestors().filter_map(ElementRef::wrap).map(|element| element.value().name());
    input.value().attribute("type").is_some_and(|kind| kind.trim().eq_ignore_ascii_case("password"))
        && !around.any(|name| matches!(name, "nav" | "aside" | "footer" | "header"))
}

/// Whether a form is one of what the page is about, and not the search or the letters of news that stand around every page. One that
/// asks for a password there is a box for members.
fn is_of_the_page(form: ElementRef<'_>) -> bool {
    let value = form.value();
    let is_search = value.attribute("role").is_some_and(|role| role.trim().eq_ignore_ascii_case("search"));
    let mut names = value.attribute("class").into_iter().chain(value.attribute("id")).chain(value.attribute("action"));
    let is_called = names.any(|name| {
        let mut parts = name.split(|c: char| !c.is_ascii_alphanumeric());
        parts.any(|part| {
            ["search", "searchform", "newsletter", "subscribe"].iter().any(|it| part.eq_ignore_ascii_case(it))
        })
    });
    let asks = || form.descendent_elements().any(|it| it.value().attribute("type") == Some("password"));
    let mut around = form.ancestors().filter_map(ElementRef::wrap).map(|element| element.value().name());
    let is_around = around.any(|name| matches!(name, "nav" | "aside" | "footer"));
    !is_search && (asks() || !is_called) && !is_around
}

/// Whether nothing around an element, nor itself, hides it or keeps it for scripts.
fn is_seen(element: ElementRef<'_>) -> bool {
    let is_kept = |element: ElementRef<'_>| walk::is_hidden(element) || sight::is_kept_notice(element);
    !is_kept(element) && !element.ancestors().filter_map(ElementRef::wrap).any(is_kept)
}

/// What an element that is no text says to those who do not see it, or in a drawing.
fn pictured(element: ElementRef<'_>) -> Option<String> {
    let value = element.value();
    match value.name() {
        "img" | "area" => value.attribute("alt").map(str::to_owned),
        "text" => Some(element.text().collect()),
        "title" if in_drawing(element) => Some(element.text().collect()),
        _ if value.attribute("role") == Some("img") => value.attribute("aria-label").map(str::to_owned),
        _ => None,
    }
}

fn in_drawing(element: ElementRef<'_>) -> bool {
    element.parent().and_then(ElementRef::wrap).is_some_and(|parent| parent.value().name() == "svg")
}

fn is_canonical(link: ElementRef<'_>) -> bool {
    link.attribute("rel")
        .is_some_and(|rel| rel.split_ascii_whitespace().any(|word| word.eq_ignore_ascii_case("canonical")))
}

/// Whether a `<time>` says when the page was published; other times tell of events and comments.
fn is_publication(time: ElementRef<'_>) -> bool {
    let class = time.attribute("class").unwrap_or_default().to_ascii_lowercase();
    time.attribute("pubdate").is_some() || ["publish", "entry-date", "pubdate"].iter().any(|word| class.contains(word))
}

fn is_known_root(element: ElementRef<'_>) -> bool {
    element.value().id().is_some_and(|id| ROOTS.contains(&id)) || element.value().name() == "app-root"
}

fn is_empty(element: ElementRef<'_>) -> bool {
    let mut nodes = element.descendants();
    nodes.by_ref().take(MOST_IN_SHELL).all(|node| node.value().as_text().is_none_or(|text| text.trim().is_empty()))
        && nodes.next().is_none()
}

/// The date that `text` begins with, as ISO 8601 has it.
fn iso(text: &str) -> Option<String> {
    let read = date::read(text, DayMonth::Unknown)?;
    read.other.is_none().then_some(read.date.ok()?.to_string())
}

fn once_each(lines: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen: Vec<String> = Vec::new();
    for line in lines.filter(|line| !line.is_empty()) {
        if !seen.contains(&line) {
            seen.push(line);
        }
    }
    seen
}
