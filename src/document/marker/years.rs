//! Marks that are a name and a year, as styles of the social sciences have them: `(Smith, 2020, p. 4)`, `(see Jones & Roe,
//! 2021; Lee 2019)`, `Roe (2019) says`. One leads somewhere only where it names exactly one entry of a reference list; in
//! a document that has such marks the others end the search for a source.

use std::collections::HashMap;

use super::notes::{Among, Found};
use crate::date::{DayMonth, read};
use crate::document::draft::Draft;
use crate::document::{BlockKind, Entry, Quoted, Role, Shape};
use crate::span::floor_char_boundary;

/// Bytes of the longest names before a year, or of the pages behind it.
const LONGEST: usize = 120;
/// What joins the last name to the one before it.
const AND: &[&str] = &["and", "&", "und", "et", "y", "e", "en", "och", "og", "i", "и"];
/// Words that lead to a work.
const LEADS: &[&str] = &[
    "see", "also", "e.g", "eg", "cf", "in", "as", "cited", "quoted", "vgl", "siehe", "zit", "nach", "voir", "véase",
    "cfr", "compare", "for", "example", "but", "and", "und", "et",
];
/// Words of the longest name of a body.
const NAME_WORDS: usize = 4;

/// Every such mark of the prose, outside of quotations.
pub(in crate::document) fn find(draft: &Draft<'_>, quoted: &[Quoted]) -> Vec<Found> {
    let works = Works::of(draft);
    let mut found: Vec<Found> = Vec::new();
    if works.by_name.is_empty() {
        return found;
    }
    let prose = draft.prose.text();
    let told = works.tell_in_private(draft);
    let is_prose = |kind| matches!(kind, BlockKind::Paragraph | BlockKind::Item | BlockKind::Cell);
    for block in draft.blocks.iter().filter(|block| is_prose(block.kind)) {
        let text = &prose[block.range.clone()];
        let mut last = 0;
        for (at, year) in years(text) {
            let Some((work, start)) = named(text, at, year, &works) else { continue };
            let work = if !told && is_private(text, at) { Work::Unlisted } else { work };
            let end = end_of(text, at + year.len());
            let range = block.range.start + start.max(last)..block.range.start + end;
            let joint = last > start && text.get(last..at).is_some_and(|gap| second_hand(gap).is_some());
            last = end;
            if let (true, Work::Listed(label), Some(first)) = (joint, &work, found.last_mut()) {
                first.labels.push((*label).to_owned());
                first.shape = Shape::Named;
                first.range.end = range.end;
                first.span = draft.prose.span(&first.range);
                continue;
            }
            let within = quoted.partition_point(|own| own.parts[0].start <= range.start);
            let is_quoted = within > 0 && quoted[within - 1].parts.iter().any(|part| part.contains(&range.start));
            if !is_quoted {
                let span = draft.prose.span(&range);
                let (labels, shape) = match work {
                    Work::Listed(label) => (vec![label.to_owned()], Shape::Named),
                    Work::Unlisted => (Vec::new(), Shape::Wanting),
                };
                found.push(Found { labels, among: Among::Lists, shape, range, span });
            }
        }
    }
    if found.iter().any(|found| found.shape == Shape::Named) { found } else { Vec::new() }
}

/// Whether a mark is a year in brackets behind a name that is part of the sentence.
pub(in crate::document) fn is_narrative(mark: &str) -> bool {
    mark.starts_with(['(', '['])
}

/// What a year and the name beside it are of.
enum Work<'w> {
    /// The label of the one work that has both.
    Listed(&'w str),
    /// A work that no list has, or one of several.
    Unlisted,
}

/// The works of the lists.
struct Works<'a> {
    /// Labels by name and year; of a name and year that several have none is meant.
    by_name: HashMap<(String, String), Option<&'a str>>,
}

impl<'a> Works<'a> {
    fn of(draft: &'a Draft<'_>) -> Self {
        let mut works = Self { by_name: HashMap::new() };
        let mut last = None;
        for entry in draft.entries.iter().filter(|entry| matches!(entry.role, Role::Listed { .. })) {
            // The sources of one entry are one work.
            if last.replace(entry.span) != Some(entry.span) {
                let text = entry.range.as_ref().map_or("", |range| &draft.prose.text()[range.clone()]);
                works.add(entry, text);
            }
        }
        works
    }

    fn add(&mut self, entry: &'a Entry, text: &str) {
        let Some(author) = entry.source.authors.first() else { return };
        let year = entry.source.published.map(|date| date.year().to_string());
        let Some(year) = year.or_else(|| written_year(text)) else { return };
        let mut names = vec![author.split(',').next().unwrap_or(author).trim().to_lowercase()];
        if !author.contains(',') {
            names.extend(author.rsplit(' ').next().map(str::to_lowercase));
            names.extend(short_form(author));
        }
        names.dedup();
        let years = [lettered(text, &year), Some(year)];
        let keys = names
            .iter()
            .filter(|name| !name.is_empty())
            .flat_map(|name| years.iter().flatten().map(|year| (name.clone(), year.clone())));
        for key in keys {
            let known = self.by_name.entry(key).or_insert(Some(entry.label.as_str()));
            if *known != Some(entry.label.as_str()) {
                *known = None;
            }
        }
    }

    /// Whether a list has what was told in private.
    fn tell_in_private(&self, draft: &Draft<'_>) -> bool {
        let texts = draft
            .entries
            .iter()
            .filter_map(|entry| entry.range.as_ref())
            .map(|range| &draft.prose.text()[range.clone()]);
        !self.by_name.is_empty() && texts.map(str::to_lowercase).any(|text| says_private(&text))
    }

    /// The label of the one work of a name and a year.
    fn one(&self, name: &str, year: &str) -> Option<&'a str> {
        let name = name.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let name = name.strip_suffix("’s").or_else(|| name.strip_suffix("'s")).unwrap_or(&name);
        self.by_name.get(&(name.to_owned(), year.to_owned())).copied().flatten()
    }
}

/// What somebody told the writer, which no list of works has.
const PRIVATE: [&str; 18] = [
    "personal communication",
    "personal correspondence",
    "personal interview",
    "private communication",
    "pers. comm",
    "email to",
    "email from",
    "e-mail to",
    "e-mail from",
    "letter to",
    "interview with",
    "interview by the author",
    "persönliche mitteilung",
    "persönliches gespräch",
    "pers. mitt",
    "communication personnelle",
    "comunicación personal",
    "comunicazione personale",
];

fn says_private(text: &str) -> bool {
    PRIVATE.iter().any(|words| text.contains(words))
}

/// Whether the bracket around the year at `at` speaks of something told in private: `(J. Doe, personal communication, 2019)`.
fn is_private(text: &str, at: usize) -> bool {
    let from = floor_char_boundary(text, at.saturating_sub(LONGEST));
    let Some(open) = text[from..at].rfind('(').map(|open| from + open) else { return false };
    let begin = text[open..at].rfind(';').map_or(open, |parted| open + parted);
    let near = &text[begin..floor_char_boundary(text, at + LONGEST)];
    let end = near[at - begin..].find([')', ';']).map_or(near.len(), |end| at - begin + end);
    says_private(&near[..end].to_lowercase())
}

/// What a body is called for short, `HB` for the Harbour Board.
fn short_form(author: &str) -> Option<String> {
    let letters: String =
        author.split(' ').filter_map(|word| word.chars().next().filter(|c| c.is_uppercase())).collect();
    (letters.chars().count() > 1).then(|| letters.to_lowercase())
}

/// What is written in the place of a year that nobody knows.
const UNDATED: &str = "n.d.";

/// The year behind the names of an entry: `Roe, P. 2019. Two.`
fn written_year(text: &str) -> Option<String> {
    let near = &text[..floor_char_boundary(text, LONGEST)];
    if near.contains("(n.d.)") || near.contains(". n.d.") {
        return Some(UNDATED.to_owned());
    }
    let ends = |word: &str| word.ends_with(['.', ',', ')']);
    let year =
        near.split_whitespace().filter(|word| ends(word)).map(|word| word.trim_matches(|c: char| !c.is_ascii_digit()));
    let mut years =
        year.filter(|year| year.len() == 4 && ["18", "19", "20"].iter().any(|start| year.starts_with(start)));
    years.next().map(str::to_owned)
}

/// The year of an entry with the letter that tells it from another of the same author, `2010a`.
fn lettered(text: &str, year: &str) -> Option<String> {
    let behind = &text[text.find(year)? + year.len()..];
    let letter = behind.chars().next().filter(char::is_ascii_lowercase)?;
    (!behind[1..].starts_with(char::is_alphanumeric)).then(|| format!("{year}{letter}"))
}

/// Years of a text, with where each stands and the letter behind it.
fn years(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let found = ["18", "19", "20"].iter().flat_map(|start| text.match_indices(*start).map(|(at, _)| at));
    let undated = text.match_indices(UNDATED).map(|(at, _)| at);
    let mut found: Vec<usize> = found.chain(undated).collect();
    found.sort_unstable();
    found.into_iter().filter_map(|at| {
        if text[at..].starts_with(UNDATED) {
            let end = at + UNDATED.len();
            let apart = text[..at].ends_with(|c: char| c.is_whitespace() || "([".contains(c));
            return (apart && text[end..].chars().next().is_none_or(|c| ",;:)]".contains(c)))
                .then_some((at, &text[at..end]));
        }
        let year = text.get(at..at + 4).filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()))?;
        let apart = !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '-' || c == '.' || c == '/');
        let letter = usize::from(text[at + 4..].starts_with(|c: char| c.is_ascii_lowercase()));
        let end = at + year.len() + letter;
        let ends = text[end..].chars().next().is_none_or(|c| ",;:)]".contains(c));
        (apart && ends).then_some((at, &text[at..end]))
    })
}

/// The work that a year at `at` belongs to, and where the mark begins. None where the year stands in no brackets, or
/// beside no name.
fn named<'w>(text: &str, at: usize, year: &str, list: &Works<'w>) -> Option<(Work<'w>, usize)> {
    let from = floor_char_boundary(text, at.saturating_sub(LONGEST));
    let near = &text[from..at];
    // `Harbour Board [HB], 2022`
    let short = near.trim_end_matches([' ', ',']).strip_suffix(']').and_then(|inner| inner.rfind('['));
    let open = near[..short.unwrap_or(near.len())].rfind(['(', '[', ';'])?;
    let start = from + open + 1;
    if let Some(short) = short {
        let name = text[start..from + short].trim();
        return Some((in_brackets(name, year, list)?, start + text[start..].len() - text[start..].trim_start().len()));
    }
    if text[start..at].contains([')', ']']) {
        return None;
    }
    // The work that another one is cited in is the one that was read.
    let second = second_hand(&text[start..at]).unwrap_or(0);
    let piece = text[start + second..at].split(|c: char| c.is_ascii_digit()).next().unwrap_or_default();
    if piece.contains(char::is_alphabetic) {
        let lead = text[start..at].len() - text[start..at].trim_start().len();
        return Some((in_brackets(piece, year, list)?, start + lead));
    }
    if !text[from + open..].starts_with(['(', '[']) {
        return None;
    }
    let before = text[floor_char_boundary(text, (from + open).saturating_sub(LONGEST))..from + open].trim_end();
    Some((before_brackets(before, year, list)?, from + open))
}

/// What stands between a work and the one that it was read in: `as cited in`.
const SECOND_HAND: &[&str] = &[
    "cited in",
    "quoted in",
    "qtd. in",
    "cited by",
    "quoted by",
    "zit. nach",
    "zitiert nach",
    "zit. in",
    "cité dans",
    "cité par",
    "citado en",
    "citado por",
    "citato in",
];

/// The place behind the words that lead to the work that another one was read in.
fn second_hand(text: &str) -> Option<usize> {
    SECOND_HAND.iter().filter_map(|phrase| Some(text.rfind(phrase)? + phrase.len())).max()
}

/// `see Jones & Roe, `: the first name counts.
fn in_brackets<'w>(piece: &str, year: &str, list: &Works<'w>) -> Option<Work<'w>> {
    let words: Vec<&str> = piece.split_whitespace().collect();
    // Words that lead to it, as `see, e.g.,`; the particles of a name can stand among them.
    let first = words.iter().position(|word| word.starts_with(char::is_uppercase))?;
    let name: Vec<&str> = words[first..]
        .iter()
        .scan(false, |over, word| {
            let own = !std::mem::replace(over, *over || word.ends_with(',')) && !AND.contains(word) && *word != "al.";
            *over |= !own;
            own.then_some(*word)
        })
        .take(NAME_WORDS)
        .collect();
    let with_particles = (0..=first).find_map(|from| list.one(&[&words[from..first], &name].concat().join(" "), year));
    match with_particles.or_else(|| list.one(name.last()?, year)) {
        Some(label) => Some(Work::Listed(label)),
        None => are_names(&words, first, year).then_some(Work::Unlisted),
    }
}

/// Whether the words before a year in brackets are names, which begin with the word `first`, and what leads to them.
fn are_names(words: &[&str], first: usize, year: &str) -> bool {
    let bare = |word: &str| word.trim_matches([',', '.']).to_lowercase();
    let lead = words[..first].iter().all(|word| LEADS.contains(&bare(word).as_str()) || is_particle(word));
    let name = |word: &&str| {
        AND.contains(word) || bare(word) == "al" || is_particle(word) || is_name(word.trim_end_matches([',', '.']))
    };
    let dated = words.last().is_some_and(|word| is_month(word, year));
    lead && !dated && words.len() <= 2 * NAME_WORDS && words[first..].iter().all(name)
}

/// Whether a word can be a name.
fn is_name(word: &str) -> bool {
    let word = word.strip_suffix("’s").or_else(|| word.strip_suffix("'s")).unwrap_or(word);
    word.chars().nth(1).is_some()
        && word.starts_with(char::is_uppercase)
        && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '’' | '\'' | '.' | '‐'))
}

/// Whether a word is one that small letters begin in names.
fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "von"
            | "van"
            | "der"
            | "den"
            | "ter"
            | "de"
            | "del"
            | "della"
            | "di"
            | "da"
            | "dos"
            | "du"
            | "la"
            | "le"
            | "al-"
            | "bin"
            | "ibn"
    )
}

/// Whether a word before a year is a month or a season.
fn is_month(word: &str, year: &str) -> bool {
    let year = year.get(..4).unwrap_or_default();
    read(&format!("{} {year}", word.trim_end_matches(',')), DayMonth::Unknown).is_some()
}

/// `As Jones and Roe `: the name at its end, or the first of two.
fn before_brackets<'w>(before: &str, year: &str, list: &Works<'w>) -> Option<Work<'w>> {
    let mut words: Vec<&str> = before.split_whitespace().rev().take(2 * NAME_WORDS).collect();
    words.reverse();
    while words.last().is_some_and(|word| matches!(*word, "al." | "al" | "et" | "others" | "colleagues" | "and")) {
        words.pop();
    }
    let joint = words.iter().rposition(|word| AND.contains(word));
    let joint = joint.filter(|&joint| joint > 0 && joint + 3 > words.len() && is_name(words[joint - 1]));
    let end = joint.unwrap_or(words.len());
    let name = words[..end].last()?;
    if !name.starts_with(char::is_uppercase) || name.ends_with('.') {
        return None;
    }
    let label = (1..=NAME_WORDS.min(end)).rev().find_map(|count| list.one(&words[end - count..end].join(" "), year));
    match label {
        Some(label) => Some(Work::Listed(label)),
        None => (is_name(name) && !is_month(name, year)).then_some(Work::Unlisted),
    }
}

/// Where a mark ends whose year ends at `at`: before the closing bracket or the next work, pages included.
fn end_of(text: &str, at: usize) -> usize {
    let near = &text[at..floor_char_boundary(text, at + LONGEST)];
    let stop = near.find([';', ')', ']']).unwrap_or(0);
    let is_pages = !near[..stop].contains(['(', '“', '"']) && !has_year(&near[..stop]);
    if is_pages { at + stop } else { at }
}

fn has_year(text: &str) -> bool {
    years(text).next().is_some()
}

#[cfg(test)]
mod tests {
    use crate::document::{Document, Format, Limits, parse};

    const LIST: &str = "\n\n## References\n\nJones, P., & Roe, A. (2021). *Two tides*. <https://a.test/jones>\n\nLee, K. (2018). *Three*. <https://a.test/lee1>\n\n\
                        Lee, M. (2018). *Four*. <https://a.test/lee2>\n\nSmith, J. (2020). *One*. <https://a.test/smith>\n\n\
                        World Bank. (2019). *Five*. <https://a.test/bank>\n";

    fn marks(document: &Document) -> Vec<String> {
        let notes = document.markers.iter().filter(|marker| marker.shape.is_note());
        let led = notes.map(|marker| {
            let ends = marker
                .entries
                .iter()
                .filter_map(|&entry| document.entries[entry].source.url.as_deref()?.rsplit('/').next());
            format!("{} > {}", document.text(&marker.range), ends.collect::<Vec<_>>().join(" "))
        });
        led.collect()
    }

    #[test]
    fn what_was_told_in_private_is_no_work_of_the_list() {
        let text = "He said “the first words here” (J. Smith, personal communication, May 3, 2020). It “was so” (Smith, email to author, 2020; Roe 2021). \
                    It “is so” (interview with J. Smith, June 2020), and “was here” (Smith, 2020; Lee, letter to Roe, 2018).";
        let document = parse(&format!("{text}{LIST}"), Format::Markdown, Limits::default());
        let led: Vec<String> = marks(&document).into_iter().filter(|mark| !mark.ends_with("> ")).collect();
        assert_eq!(led, ["Smith, 2020 > smith"], "{:?}", marks(&document));
    }

    #[test]
    fn a_name_and_a_year_point_to_the_one_work_that_has_both() {
        let text = "He said “the first words here” (Smith, 2020). It “was so” (see Jones & Roe, 2021, p. 4; World Bank 2019). \
                    Jones and Roe (2021) wrote “more”, as Smith (2020: 3) did.";
        let document = parse(&format!("{text}{LIST}"), Format::Markdown, Limits::default());
        assert_eq!(
            marks(&document),
            [
                "Smith, 2020 > smith",
                "see Jones & Roe, 2021, p. 4; World Bank 2019 > jones bank",
                "(2021 > jones",
                "(2020: 3 > smith"
            ]
        );
        let plain = format!("{text}{LIST}").replace("## ", "").replace(['*', '<', '>'], "");
        assert_eq!(marks(&parse(&plain, Format::Plain, Limits::default())).len(), 4);
    }

    #[test]
    fn a_letter_tells_two_works_of_a_year_apart() {
        let list = "\n\n## References\n\nLee, K. (2010a). *Three*. <https://a.test/lee1>\n\nLee, K. (2010b). *Four*. <https://a.test/lee2>\n";
        let text = "It “sank” (Lee, 2010a), and Lee (2010b, p. 3) says “so”; not (Lee, 2010) or (Lee et al., 2010c).";
        let document = parse(&format!("{text}{list}"), Format::Markdown, Limits::default());
        assert_eq!(
            marks(&document),
            ["Lee, 2010a > lee1", "(2010b, p. 3 > lee2", "Lee, 2010 > ", "Lee et al., 2010c > "]
        );
    }

    #[test]
    fn a_body_has_a_short_form_and_a_work_no_date() {
        let list = "\n\n## References\n\nHarbour Board. (2022). *Of boats*. <https://a.test/board>\n\n\
                    Moon Office. (n.d.). *Of the moon*. Retrieved May 3, 2024, from <https://a.test/moon>\n";
        let text = "It “sank” (Harbour Board [HB], 2022), and “rose” (HB, 2022). So “it was” (Moon Office, n.d.).";
        let document = parse(&format!("{text}{list}"), Format::Markdown, Limits::default());
        assert_eq!(
            marks(&document),
            ["Harbour Board [HB], 2022 > board", "HB, 2022 > board", "Moon Office, n.d. > moon"]
        );
    }

    #[test]
    fn a_dash_for_the_author_names_a_work() {
        let list = "\nReferences\nSmith, John. 2020. “The River.” Harbour Post. https://a.test/smith.\n\
                    ———. 2021. “The Bank.” Harbour Post. https://a.test/bank.\n";
        let document = parse(&format!("It “sank” (Smith 2021).\n{list}"), Format::Plain, Limits::default());
        assert_eq!(marks(&document), ["Smith 2021 > bank"]);
    }

    #[test]
    fn a_work_that_no_list_has_is_a_mark_that_leads_nowhere() {
        let text = "He said “it sank” (Smith, 2020). “It rose” (see Doe & van der Berg 1999). Miller (2003) wrote. In May (2020) it rained \
                    (June 2020; about 1912; the flood, 1999).";
        let document = parse(&format!("{text}{LIST}"), Format::Markdown, Limits::default());
        assert_eq!(marks(&document), ["Smith, 2020 > smith", "see Doe & van der Berg 1999 > ", "(2003 > "]);
    }

    #[test]
    fn what_names_no_work_or_two_points_nowhere() {
        let text =
            "It sank (Lee, 2018) in 2020, as Smith said (1999). In May (2020) we met Smith 2020 (“Smith (2020)”).";
        let document = parse(&format!("{text}{LIST}"), Format::Markdown, Limits::default());
        assert_eq!(marks(&document), Vec::<String>::new());
    }

    #[test]
    fn a_work_that_is_cited_in_another_is_read_there() {
        let text = "It “sank” (Smith, 2020, as cited in Jones & Roe, 2021). It “rose” (Lund, as cited in Smith, 2020). \
                    It “fell” (World Bank, 2019). (Smith, 2020)";
        let document = parse(&format!("{text}{LIST}"), Format::Markdown, Limits::default());
        assert_eq!(
            marks(&document),
            [
                "Smith, 2020, as cited in Jones & Roe, 2021 > smith jones",
                "Lund, as cited in Smith, 2020 > smith",
                "World Bank, 2019 > bank",
                "Smith, 2020 > smith"
            ]
        );
    }
}
