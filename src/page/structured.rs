//! Text that stands in the data of a page: JSON-LD, the state that program libraries send along, and last the strings of
//! its scripts.

mod publishers;
pub(super) mod script;

use scraper::ElementRef;
use serde_json::{Map, Value};

use super::attribute::Attribute;
use super::{CutShort, parse, walk};
use crate::page::walk::writer::{Gap, White, Writer, line};
use crate::span::floor_char_boundary;

/// What the data of a page holds.
#[derive(Debug, Default)]
pub(super) struct Structured {
    /// The texts, a line each or several.
    pub text: String,
    /// Sentences of other scripts, a line each or several.
    pub script: String,
    /// What JSON-LD calls headline.
    pub headlines: Vec<String>,
    /// The first date of publication in it, as written.
    pub published: Option<String>,
    /// What JSON-LD says of `isAccessibleForFree`; false where a part of the page is not.
    pub free: Option<bool>,
    /// Characters of the longest text of an article in JSON-LD.
    pub body: usize,
    /// What the data says that the page is of: the types of its own things in JSON-LD.
    pub kinds: Vec<String>,
    /// Who it says that the page is of, best first: its publisher, its site, an organization.
    pub owners: Vec<String>,
    /// CSS selectors of the parts that JSON-LD says are not free.
    pub locked: Vec<String>,
    /// Why a text with markup in it was not read to its end.
    pub cut_short: Option<CutShort>,
}

/// Properties of schema.org whose values are text that a reader could quote.
const TEXTS: [&str; 9] = [
    "headline",
    "alternativeHeadline",
    "description",
    "articleBody",
    "abstract",
    "text",
    "reviewBody",
    "transcript",
    "caption",
];
/// A shorter string of a program's state is a name or a key. As many characters as a short sentence has.
const SHORTEST_SENTENCE: usize = 25;
/// How many strings with markup in them are parsed; the others stand as they are.
const MOST_PARSED: usize = 500;
/// A string of a script with fewer words than that is a message or a name.
const FEWEST_WORDS: usize = 6;
/// The variables in which program libraries keep the state of a page.
const STATES: [&str; 12] = [
    "__NEXT_DATA__",
    "__next_f",
    "__NUXT__",
    "__APOLLO_STATE__",
    "__INITIAL_STATE__",
    "__INITIAL_DATA__",
    "__PRELOADED_STATE__",
    "__PRELOADED_DATA__",
    "__RELAY_STORE__",
    "__remixContext",
    "__sveltekit",
    "__staticRouterHydrationData",
];
/// Where the name of a state stands: before the state.
const NAME_WITHIN: usize = 200;
/// More headlines than that are a list of other pages.
const MOST_HEADLINES: usize = 3;

/// Things, and locked parts, that a page has; more are a list of other pages.
const MOST_KINDS: usize = 50;

/// Reads the data of a page, among its elements.
pub(super) fn read(elements: &[ElementRef<'_>], keep_going: &mut dyn FnMut() -> bool) -> Structured {
    let writers = (Writer::default(), Writer::default());
    let mut reader =
        Reader { found: Structured::default(), writer: writers.0, script: writers.1, parsed: 0, keep_going };
    for script in elements.iter().filter(|element| element.value().name() == "script") {
        match kind(*script) {
            Some(Kind::LinkedData) => reader.linked_data(&script.text().collect::<String>()),
            Some(Kind::State) => reader.state(&script.text().collect::<String>()),
            Some(Kind::Program) => reader.program(&script.text().collect::<String>()),
            None => {}
        }
    }
    Structured { text: reader.writer.finish(), script: reader.script.finish(), ..reader.found }
}

enum Kind {
    LinkedData,
    State,
    Program,
}

fn kind(script: ElementRef<'_>) -> Option<Kind> {
    let essence = script.attribute("type").unwrap_or_default().split(';').next().unwrap_or_default().trim();
    if essence.eq_ignore_ascii_case("application/ld+json") {
        Some(Kind::LinkedData)
    } else if essence.eq_ignore_ascii_case("application/json") || script.value().id() == Some("__NEXT_DATA__") {
        Some(Kind::State)
    } else if essence.is_empty() || PROGRAMS.iter().any(|program| essence.eq_ignore_ascii_case(program)) {
        Some(Kind::Program)
    } else {
        None
    }
}

/// Types of scripts that are programs.
const PROGRAMS: [&str; 5] =
    ["text/javascript", "application/javascript", "module", "application/x-javascript", "text/ecmascript"];

struct Reader<'a> {
    found: Structured,
    writer: Writer,
    script: Writer,
    parsed: usize,
    keep_going: &'a mut dyn FnMut() -> bool,
}

impl Reader<'_> {
    fn linked_data(&mut self, text: &str) {
        let Some(value) = json(text) else {
            // Broken data is still text that a search can find something in.
            self.writer.gap(Gap::Line);
            self.writer.push(text, White::Collapses);
            return;
        };
        self.found.kinds.extend(kinds(&value));
        self.found.kinds.truncate(MOST_KINDS);
        publishers::add(&value, &mut self.found.owners);
        self.found.locked.extend(locked(&value));
        self.found.locked.truncate(MOST_KINDS);
        if let Some(free) = is_free(&value) {
            self.found.free = Some(self.found.free.unwrap_or(true) && free);
        }
        for (key, text) in strings(&value) {
            match key {
                "datePublished" if self.found.published.is_none() => self.found.published = Some(text.to_owned()),
                "headline" if self.found.headlines.len() < MOST_HEADLINES => {
                    let headline = line(&self.plain(text));
                    self.found.headlines.push(headline);
                }
                _ => {}
            }
            if key == "articleBody" {
                self.found.body = self.found.body.max(text.chars().count());
            }
            if TEXTS.contains(&key) {
                self.add(text);
            }
        }
    }

    fn state(&mut self, text: &str) {
        let Some(value) = json(text) else { return };
        for (_, text) in strings(&value) {
            if is_sentence(text) && !text.starts_with(['{', '[']) {
                self.add(text);
            }
        }
    }

    /// The strings of a script: of one that holds the state of the page, or of any other.
    fn program(&mut self, text: &str) {
        let head = &text[..floor_char_boundary(text, NAME_WITHIN)];
        let is_state = STATES.iter().any(|name| head.contains(name));
        for literal in script::literals(text) {
            if !(self.keep_going)() {
                self.found.cut_short.get_or_insert(CutShort::Deadline);
                return;
            }
            if literal.trim_start().starts_with(['{', '[']) && json(&literal).is_some() {
                self.state(&literal);
            } else if is_state && is_sentence(&literal) {
                self.add(&literal);
            } else if is_sentence(&literal) && count_words(&literal) >= FEWEST_WORDS {
                let plain = self.plain(&literal);
                self.script.gap(Gap::Line);
                self.script.push(&plain, White::Stands);
            }
        }
    }

    fn add(&mut self, text: &str) {
        let plain = self.plain(text);
        self.writer.gap(Gap::Line);
        self.writer.push(&plain, White::Stands);
    }

    /// The text without the markup that many writers leave in it.
    fn plain(&mut self, text: &str) -> String {
        let marked_up = text.contains('&') || is_marked_up(text);
        if !marked_up || self.parsed >= MOST_PARSED {
            return text.to_owned();
        }
        let once = self.parsed(text);
        // Some escape it twice.
        if text.contains("&lt;") && is_marked_up(&once) { self.parsed(&once) } else { once }
    }

    fn parsed(&mut self, text: &str) -> String {
        self.parsed += 1;
        let (html, cut_short) = parse::parse(text, self.keep_going);
        self.found.cut_short = self.found.cut_short.or(cut_short);
        walk::texts(html.root_element()).visible
    }
}

/// Whether a string can be a sentence. One in a script without spaces between words is.
fn is_sentence(text: &str) -> bool {
    let long = text.chars().nth(SHORTEST_SENTENCE - 1).is_some();
    long && (text.contains(' ') || text.chars().filter(|c| is_unspaced(*c)).count() * 2 > text.chars().count())
}

/// Words, where a letter of a script without spaces is half a one.
fn count_words(text: &str) -> usize {
    text.split_whitespace().count() + text.chars().filter(|c| is_unspaced(*c)).count() / 2
}

/// Letters of scripts that write no spaces.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
}

fn is_marked_up(text: &str) -> bool {
    text.contains("</") || text.contains("/>") || text.contains('<') && text.contains('>')
}

/// Reads JSON as pages have it: in a comment, with a semicolon, with line ends in its strings.
pub(super) fn json(text: &str) -> Option<Value> {
    let text = text.trim().trim_start_matches("<!--").trim_start_matches("//<![CDATA[").trim_start_matches("<![CDATA[");
    let text = text.trim().trim_end_matches("-->").trim_end_matches("//]]>").trim_end_matches("]]>");
    let text = text.trim().trim_end_matches(';');
    serde_json::from_str(text).or_else(|_| serde_json::from_str(&text.replace(['\n', '\r', '\t'], " "))).ok()
}

/// What `value` says of `isAccessibleForFree`, as the word or as a string; false goes before true.
fn is_free(value: &Value) -> Option<bool> {
    let mut found = None;
    let mut open = vec![value];
    while let Some(value) = open.pop() {
        match value {
            Value::Array(values) => open.extend(values),
            Value::Object(fields) => {
                let told = fields.get("isAccessibleForFree");
                let said = told.filter(|said| said.is_boolean() || said.is_string()).map(|said| !is_false(said));
                found = said.map(|free| found.unwrap_or(true) && free).or(found);
                open.extend(fields.values());
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    found
}

fn is_false(said: &Value) -> bool {
    match said {
        Value::Bool(free) => !free,
        Value::String(word) => word.to_ascii_lowercase().contains("false"),
        Value::Null | Value::Number(_) | Value::Array(_) | Value::Object(_) => false,
    }
}

/// The types of the things that stand at the top of `value`, or in its graph.
fn kinds(value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    each_object(value, |fields, open| {
        open.extend(fields.get("@graph"));
        found.extend(words(fields.get("@type")).map(|kind| kind.rsplit('/').next().unwrap_or(kind).to_owned()));
    });
    found
}

/// The selectors of parts that are not free.
fn locked(value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    each_object(value, |fields, open| {
        if fields.get("isAccessibleForFree").is_some_and(is_false) {
            found.extend(words(fields.get("cssSelector")).map(str::to_owned));
        }
        open.extend(fields.values());
    });
    found
}

/// Goes through the objects of `value`; `take` says what else is gone through.
fn each_object<'v>(value: &'v Value, mut take: impl FnMut(&'v Map<String, Value>, &mut Vec<&'v Value>)) {
    let mut open = vec![value];
    while let Some(value) = open.pop() {
        match value {
            Value::Array(values) => open.extend(values),
            Value::Object(fields) => take(fields, &mut open),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
}

/// A string, or the strings of a list.
fn words(value: Option<&Value>) -> impl Iterator<Item = &str> {
    let (one, several) = match value {
        Some(Value::Array(values)) => (None, values.as_slice()),
        other => (other, [].as_slice()),
    };
    one.into_iter().chain(several).filter_map(Value::as_str)
}

/// Every string of `value` with the key that it stands under, the fields of an object by name.
pub(super) fn strings(value: &Value) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let mut open = vec![("", value)];
    while let Some((key, value)) = open.pop() {
        match value {
            Value::String(text) => found.push((key, text.as_str())),
            Value::Array(values) => open.extend(values.iter().rev().map(|value| (key, value))),
            Value::Object(fields) => {
                let at = open.len();
                open.extend(fields.iter().map(|(key, value)| (key.as_str(), value)));
                open[at..].reverse();
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    found
}
