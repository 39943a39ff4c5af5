//! Marks that are a name alone, or with a page, as the style of the MLA has them: `(Smith)`, `(Smith and Doe 12)`,
//! `(“Short Title” 4)`, and `Smith says “so” (12)`. One leads somewhere only where it names exactly one entry of a list whose
//! entries have no numbers.

use std::collections::{HashMap, HashSet};

use super::notes::{Among, Found};
use crate::document::draft::Draft;
use crate::document::{BlockKind, Quoted, Role, Shape};
use crate::span::floor_char_boundary;

/// Bytes of the longest mark.
const LONGEST: usize = 160;
/// Bytes of the sentence before a page in which its author is named.
const SENTENCE: usize = 400;
/// Words of a short title.
const TITLE_WORDS: usize = 6;
/// Words of the longest name.
const NAME_WORDS: usize = 6;
/// Words before a name.
const LEADS: &[&str] = &[
    "see also ",
    "see ",
    "cf. ",
    "e.g., ",
    "e.g. ",
    "qtd. in ",
    "quoted in ",
    "cited in ",
    "as cited in ",
    "vgl. ",
    "siehe ",
];
/// What stands before the number of a page.
const PAGES: &[&str] =
    &["p.", "pp.", "par.", "pars.", "ch.", "chs.", "sec.", "vol.", "line", "lines", "n.p.", "n.", "S."];

/// Every such mark of the prose, outside of quotations.
pub(in crate::document) fn find(draft: &Draft<'_>, quoted: &[Quoted]) -> Vec<Found> {
    let works = Works::of(draft);
    if works.by_name.is_empty() && works.by_title.is_empty() {
        return Vec::new();
    }
    let (mut named, mut paged, mut wanting) = (Vec::new(), Vec::new(), Vec::new());
    let is_prose = |kind| matches!(kind, BlockKind::Paragraph | BlockKind::Item | BlockKind::Cell);
    for block in draft.blocks.iter().filter(|block| is_prose(block.kind)) {
        let text = &draft.prose.text()[block.range()];
        for (open, _) in text.match_indices('(') {
            let near =
                &text[open + 1..floor_char_boundary(text, open.saturating_add(LONGEST).min(text.len()).max(open + 1))];
            let Some(inside) = near.find(')').map(|close| &near[..close]) else { continue };
            let at = block.range().start + open;
            let within = quoted.partition_point(|own| own.parts[0].start() <= at);
            if super::years::says_private(&inside.to_lowercase())
                || within > 0 && quoted[within - 1].parts.iter().any(|part| part.contains(at))
            {
                continue;
            }
            let end = open + inside.len() + 2;
            let (labels, shape, own) = match works.of_mark(inside) {
                Some(labels) if stands_as_mark(&text[..open], inside, &text[end..]) => {
                    (labels, Shape::Named, &mut named)
                }
                Some(_) => continue,
                // A page in one of several works of an author: nobody can tell in which.
                None if quotes(&text[..open]) && works.of_several(inside) => (Vec::new(), Shape::Wanting, &mut wanting),
                None => match works.of_page(&text[..open], inside) {
                    Some(label) => (vec![label], Shape::Named, &mut paged),
                    None => continue,
                },
            };
            let range = at..block.range().start + end;
            let span = draft.prose.span(&range);
            own.push(Found { labels, among: Among::Lists, shape, range, span });
        }
    }
    // A page alone is one where the document has the style.
    if named.is_empty() && paged.len() < 2 {
        return Vec::new();
    }
    named.append(&mut paged);
    named.append(&mut wanting);
    named
}

/// Whether a bracket stands where a mark does, and does not explain a name: behind a quotation, before the end of a clause,
/// or with a page.
fn stands_as_mark(before: &str, inside: &str, behind: &str) -> bool {
    let before = before.trim_end();
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let short_form = word.chars().count() > 1 && word.chars().all(char::is_uppercase);
    let ends = behind.is_empty() || behind.starts_with(['.', ',', ';', ':', '!', '?']);
    quotes(before) || inside.contains(|c: char| c.is_ascii_digit()) || ends && !short_form
}

/// Whether a text ends with a quotation.
fn quotes(text: &str) -> bool {
    text.trim_end().ends_with(['”', '"', '»', '“', '’'])
}

/// A work of a list.
struct Work<'a> {
    label: &'a str,
    /// The family name of the second author.
    second: Option<String>,
    title: String,
}

/// The works of the lists without numbers.
struct Works<'a> {
    by_name: HashMap<String, Vec<Work<'a>>>,
    /// By the first words of their titles.
    by_title: HashMap<String, Option<&'a str>>,
}

impl<'a> Works<'a> {
    fn of(draft: &'a Draft<'_>) -> Self {
        let mut works = Self { by_name: HashMap::new(), by_title: HashMap::new() };
        let mut seen = HashSet::new();
        for entry in &draft.entries {
            // The sources of one entry are one work.
            if !matches!(entry.role, Role::Listed { numbered: false, .. }) || !seen.insert(entry.span) {
                continue;
            }
            let title = entry.source.title.as_deref().map(normal).unwrap_or_default();
            let label = entry.label.as_str();
            works.add_title(&title, label);
            let Some(author) = entry.source.authors.first() else { continue };
            let second = entry.source.authors.get(1).map(|author| family(author));
            let mut names = vec![normal(author.split(',').next().unwrap_or(author)), family(author)];
            names.dedup();
            for name in names.into_iter().filter(|name| !name.is_empty()) {
                works.by_name.entry(name).or_default().push(Work {
                    label,
                    second: second.clone(),
                    title: title.clone(),
                });
            }
        }
        works
    }

    fn add_title(&mut self, title: &str, label: &'a str) {
        let mut starts: HashSet<String> = HashSet::new();
        for title in [title, without_article(title)] {
            let words: Vec<&str> = title.split(' ').filter(|word| !word.is_empty()).take(TITLE_WORDS).collect();
            starts.extend((1..=words.len()).map(|count| words[..count].join(" ")).chain([title.to_owned()]));
        }
        for start in starts {
            let known = self.by_title.entry(start).or_insert(Some(label));
            if *known != Some(label) {
                *known = None;
            }
        }
    }

    /// The labels of the works that what stands in brackets names; none if a part of it is something else.
    fn of_mark(&self, inside: &str) -> Option<Vec<String>> {
        let parts = inside.split(';').map(|part| self.of_part(part));
        parts.collect::<Option<Vec<&str>>>().map(|labels| labels.into_iter().map(str::to_owned).collect())
    }

    fn of_part(&self, part: &str) -> Option<&'a str> {
        let part = part.trim();
        let part = LEADS.iter().find_map(|lead| part.strip_prefix(lead)).unwrap_or(part);
        let bare = without_pages(part);
        let (name, title) = match bare.find(['“', '"', '‘']) {
            Some(at) => (&bare[..at], Some(normal(&bare[at..]))),
            None => match bare.split_once(", ") {
                Some((name, title)) if self.by_name.contains_key(&normal(name)) => (name, Some(normal(title))),
                _ => (bare, None),
            },
        };
        let name = name.trim_end_matches([' ', ',']);
        match (name.is_empty(), title) {
            (true, Some(title)) => self.titled(&title),
            (true, None) => None,
            // A title that no marks show is one with a page.
            (false, title) => self
                .named(name, title.as_deref())
                .or_else(|| if bare.len() < part.len() { self.titled(&normal(bare)) } else { None }),
        }
    }

    /// Whether a mark is the name of an author of several works, and a page.
    fn of_several(&self, inside: &str) -> bool {
        let part = LEADS.iter().find_map(|lead| inside.strip_prefix(lead)).unwrap_or(inside).trim();
        let name = without_pages(part);
        let several = |works: &Vec<Work<'_>>| works.iter().any(|work| work.label != works[0].label);
        name.len() < part.len()
            && name.starts_with(char::is_uppercase)
            && !name.contains(';')
            && self.by_name.get(&normal(name)).is_some_and(several)
    }

    fn titled(&self, title: &str) -> Option<&'a str> {
        let bare = without_article(title);
        self.by_title.get(title).or_else(|| self.by_title.get(bare)).copied().flatten()
    }

    /// The one work of a name, or of two, and a title.
    fn named(&self, name: &str, title: Option<&str>) -> Option<&'a str> {
        let words = name.split_whitespace().count();
        if words > NAME_WORDS || !name.starts_with(char::is_uppercase) && !name.contains(' ') {
            return None;
        }
        let whole = self.by_name.get(&normal(name));
        let bare = name.trim_end_matches('.');
        let others = bare.strip_suffix(" et al").or_else(|| bare.strip_suffix(" and others")).unwrap_or(name);
        let joint = [" and ", " & ", " und ", " et ", " y "].iter().find_map(|and| others.split_once(and));
        let (first, second) = match joint {
            Some((first, rest)) => (first, rest.rsplit(' ').next().map(normal)),
            None => (others, None),
        };
        let first = first.split(',').next().unwrap_or(first);
        let of_name =
            whole.or_else(|| self.by_name.get(&normal(first))).or_else(|| self.by_name.get(&family(first)))?;
        let fits = |work: &&Work<'_>| {
            let both = whole.is_some() || second.is_none() || second == work.second || work.second.is_none();
            let own = without_article(&work.title);
            both && title.is_none_or(|title| own.starts_with(without_article(title)))
        };
        let mut fitting = of_name.iter().filter(fits);
        let label = fitting.next()?.label;
        fitting.all(|work| work.label == label).then_some(label)
    }

    /// The work of the one author whom the sentence before a page names.
    fn of_page(&self, before: &str, inside: &str) -> Option<String> {
        if inside.is_empty() || !without_pages(inside).is_empty() || is_year(inside) {
            return None;
        }
        let near = &before[floor_char_boundary(before, before.len().saturating_sub(SENTENCE))..];
        let quotes = near.trim_end().ends_with(['”', '"', '»', '“']);
        let sentence =
            near.rmatch_indices(". ").map(|(at, _)| at).find(|&at| is_end(&near[..at])).map_or(0, |at| at + 2);
        let words: Vec<&str> = near[sentence..].split_whitespace().collect();
        let mut labels = HashSet::new();
        let capital = words.iter().enumerate().filter(|(_, word)| word.starts_with(char::is_uppercase));
        for (at, _) in capital {
            let run = |length: usize| normal(&words[at..at + length].join(" "));
            let longest = (1..=NAME_WORDS.min(words.len() - at)).rev();
            let named = longest.map(run).find_map(|name| self.by_name.get(without_genitive(&name)));
            if let Some([only]) = named.map(Vec::as_slice) {
                labels.insert(only.label);
            }
        }
        let mut labels = labels.into_iter();
        let first = labels.next().filter(|_| quotes)?;
        labels.next().is_none().then(|| first.to_owned())
    }
}

/// Whether a full stop behind a text ends a sentence, and shortens no name.
fn is_end(text: &str) -> bool {
    let word = text.rsplit([' ', '.']).next().unwrap_or_default();
    word.chars().count() > 2 && !matches!(word, "al" | "Mrs" | "Prof" | "etc")
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && ["15", "16", "17", "18", "19", "20"].iter().any(|start| text.starts_with(start))
}

/// A part of a mark without the pages at its end.
fn without_pages(part: &str) -> &str {
    let mut bare = part.trim_end();
    loop {
        let start =
            bare.rfind(char::is_whitespace).map_or(0, |at| at + bare[at..].chars().next().map_or(0, char::len_utf8));
        let word = &bare[start..];
        let numbers = word.contains(|c: char| c.is_ascii_digit())
            && word.chars().all(|c| c.is_ascii_digit() || "-–—,.:".contains(c));
        let numbered = bare.len() < part.trim_end().len();
        let is_page = numbers || numbered && PAGES.contains(&word);
        if word.is_empty() || !is_page {
            return bare.trim_end_matches([',', ' ']);
        }
        bare = bare[..start].trim_end();
    }
}

fn without_genitive(name: &str) -> &str {
    name.strip_suffix(" s").unwrap_or(name)
}

fn without_article(title: &str) -> &str {
    ["the ", "a ", "an "].iter().find_map(|article| title.strip_prefix(article)).unwrap_or(title)
}

fn family(author: &str) -> String {
    match author.split_once(',') {
        Some((family, _)) => normal(family),
        None => normal(author.rsplit(' ').next().unwrap_or(author)),
    }
}

/// Words without case and signs.
fn normal(words: &str) -> String {
    let words = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use crate::document::{Document, Format, Limits, parse};

    const LIST: &str = "\n\n## Works Cited\n\nByrd, Ann. “The Tide of the North.” *Harbour Post*, 3 May 2019, https://a.test/byrd. Accessed 3 May 2024.\n\n\
        Cole, Max, and Pia Roe. “The Wall.” *Town Post*, 4 June 2020, https://a.test/cole. Accessed 3 May 2024.\n\n\
        Doe, Jane, et al. “The Net.” *Net Post*, 2021, https://a.test/doe. Accessed 3 May 2024.\n\n\
        Harbour Board. “Of Boats.” *Harbour Board*, 2022, https://a.test/board. Accessed 3 May 2024.\n\n\
        Lee, Kim. *The Cold*. Cold Press, 2018, https://a.test/cold.\n\n\
        Lee, Kim. *The Warmth*. Cold Press, 2019, https://a.test/warmth.\n\n\
        “The Net of Nets.” *Net Post*, 2017, https://a.test/nets. Accessed 3 May 2024.\n";

    fn marks(document: &Document) -> Vec<String> {
        let notes = document.markers.iter().filter(|marker| marker.shape.is_note());
        let led = notes.map(|marker| {
            let ends =
                marker.entries.iter().filter_map(|&at| document.entries[at].source.url.as_deref()?.rsplit('/').next());
            format!("{} > {}", document.text(&marker.range()), ends.collect::<Vec<_>>().join(" "))
        });
        led.collect()
    }

    fn check(text: &str, expected: &[&str]) {
        let document = parse(&format!("{text}{LIST}"), Format::Markdown, Limits::default());
        assert_eq!(marks(&document), expected, "{text}");
        let plain = format!("{text}{LIST}").replace("## ", "").replace('*', "");
        assert_eq!(marks(&parse(&plain, Format::Plain, Limits::default())).len(), expected.len(), "{text}");
    }

    #[test]
    fn a_name_with_or_without_a_page_points_to_the_one_work_that_has_it() {
        check(
            "It “rose by three feet” (Byrd). So “a wall is built” (Cole and Roe 12).",
            &["(Byrd) > byrd", "(Cole and Roe 12) > cole"],
        );
        check(
            "It “rose by three feet” (Doe et al. 4; Harbour Board), “so it was” (“Net of Nets” 3).",
            &["(Doe et al. 4; Harbour Board) > doe board", "(“Net of Nets” 3) > nets"],
        );
        check(
            "It “was so cold” (Lee, *Cold* 12), and “warm again” (qtd. in Lee, *The Warmth* 4–6).",
            &["(Lee, Cold 12) > cold", "(qtd. in Lee, The Warmth 4–6) > warmth"],
        );
    }

    #[test]
    fn a_page_alone_points_to_the_author_whom_its_sentence_names() {
        check(
            "Byrd says “it was so cold there” (15). It “rose by feet” (Cole and Roe). Doe’s boat “sank here” (7).",
            &["(15) > byrd", "(Cole and Roe) > cole", "(7) > doe"],
        );
        // Of two works of one author neither is meant, nor one of two authors.
        check("It “was so cold” (Lee 12). It “rose” (Byrd).", &["(Lee 12) > ", "(Byrd) > byrd"]);
        check(
            "Lee says “it was so cold” (15), and Byrd and Doe say “it was so warm” (4). It “rose” (Byrd).",
            &["(Byrd) > byrd"],
        );
    }

    #[test]
    fn names_that_only_explain_are_no_marks() {
        check("The HB (Harbour Board) said “it was so”. The captain (Byrd) left, in 2019 (Lee), at 4 (Mr. Roe).", &[]);
        check("It “rose” (in Harbour Town), “fell” (2019), and “stood” (Lee).", &[]);
    }
}
