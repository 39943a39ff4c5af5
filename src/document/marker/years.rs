//! Marks that are a name and a year, as styles of the social sciences have them: `(Smith, 2020, p. 4)`, `(see Jones & Roe,
//! 2021; Lee 2019)`, `Roe (2019) says`. One leads somewhere only where it names exactly one entry of a reference list; in
//! a document that has such marks the others end the search for a source.

mod leaning;
mod works;

use super::notes::{Among, Found};
use crate::date::{DayMonth, read};
use crate::document::draft::Draft;
use crate::document::entry::is_unspaced;
use crate::document::others::without_others;
use crate::document::{BlockKind, Quoted, Shape};
use crate::span::floor_char_boundary;

use self::works::{UNDATED, Works};

/// Bytes of the longest names before a year, or of the pages behind it.
const LONGEST: usize = 120;
/// What joins the last name to the one before it.
const AND: &[&str] =
    &["and", "&", "und", "et", "y", "e", "en", "och", "og", "i", "и", "та", "і", "και", "ve", "ja", "és", "și"];
/// Words that lead to a work.
const LEADS: &[&str] = &[
    "see",
    "also",
    "e.g",
    "eg",
    "cf",
    "in",
    "as",
    "cited",
    "quoted",
    "vgl",
    "siehe",
    "zit",
    "nach",
    "voir",
    "véase",
    "cfr",
    "compare",
    "for",
    "example",
    "but",
    "and",
    "und",
    "et",
    "см",
    "ср",
    "также",
];
/// What opens and closes a bracket.
const OPENING: [char; 4] = ['(', '[', '（', '［'];
const CLOSING: [char; 4] = [')', ']', '）', '］'];
/// Characters of the longest name in a script without spaces that is looked for before a bracket.
const UNSPACED: usize = 4;
/// Words of the longest name of a body.
const NAME_WORDS: usize = 4;

/// Every such mark of the prose, outside of quotations.
pub(in crate::document) fn find(draft: &Draft<'_>, quoted: &[Quoted]) -> Vec<Found> {
    let works = Works::of(draft);
    let mut found: Vec<Found> = Vec::new();
    if works.is_empty() {
        return found;
    }
    let prose = draft.prose.text();
    let told = works.tell_in_private(draft);
    let is_prose = |kind| matches!(kind, BlockKind::Paragraph | BlockKind::Item | BlockKind::Cell);
    for block in draft.blocks.iter().filter(|block| is_prose(block.kind)) {
        let text = &prose[block.range()];
        let mut last = 0;
        for (at, year) in years(text) {
            let work = named(text, at, year, &works);
            let work = match work {
                Some((Work::Listed(_), _)) => work,
                _ => titled(text, at, year, &works).or(work),
            };
            let Some((work, start)) = work else { continue };
            let work = if !told && is_private(text, at) { Work::Unlisted } else { work };
            let end = end_of(text, at + year.len());
            let range = block.range().start + start.max(last)..block.range().start + end;
            let joint = last > start && text.get(last..at).is_some_and(|gap| second_hand(gap).is_some());
            last = end;
            if let (true, Work::Listed(label), Some(first)) = (joint, &work, found.last_mut()) {
                first.labels.push((*label).to_owned());
                first.shape = Shape::Named;
                first.range.end = range.end;
                first.span = draft.prose.span(&first.range);
                continue;
            }
            let within = quoted.partition_point(|own| own.parts[0].start() <= range.start);
            let is_quoted = within > 0 && quoted[within - 1].parts.iter().any(|part| part.contains(range.start));
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
    let leaning = leaning::find(draft, quoted, &works, &found);
    found.extend(leaning);
    if found.iter().any(|found| found.shape == Shape::Named) { found } else { Vec::new() }
}

/// Whether a mark is a year in brackets behind a name that is part of the sentence.
pub(in crate::document) fn is_narrative(mark: &str) -> bool {
    mark.starts_with(OPENING)
}

/// Whether a mark at `at` that says `label` is a year in a bracket that opens right behind a name: `Doe et al. ([2014](#doe))
/// write`.
pub(in crate::document) fn is_year_of_name(prose: &str, at: usize, label: &str) -> bool {
    let Some(year) = years(label).next().filter(|(start, _)| *start == 0).map(|(_, year)| year) else { return false };
    let near = &prose[floor_char_boundary(prose, at.saturating_sub(LONGEST))..at];
    let Some(before) = near.rsplit('\n').next().and_then(|line| line.strip_suffix(OPENING)) else { return false };
    let before = without_others(before.trim_end());
    let last = before.split_whitespace().next_back().unwrap_or_default();
    !before.ends_with([',', '.']) && is_name(last) && !is_month(last, year)
}

/// What a year and the name beside it are of.
enum Work<'w> {
    /// The label of the one work that has both.
    Listed(&'w str),
    /// A work that no list has, or one of several.
    Unlisted,
}

/// What somebody told the writer, which no list of works has.
const PRIVATE: [&str; 24] = [
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
    "author interview",
    "author’s interview",
    "author's interview",
    "conversation with the author",
    "told the author",
    "message to the author",
    "persönliche mitteilung",
    "persönliches gespräch",
    "pers. mitt",
    "communication personnelle",
    "comunicación personal",
    "comunicazione personale",
];

/// Whether words in small letters speak of something told in private.
pub(crate) fn says_private(text: &str) -> bool {
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
        let behind = text[end..].strip_prefix('年').unwrap_or(&text[end..]);
        let ends = behind.chars().next().is_none_or(|c| ",;:)]，；：、）］".contains(c));
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
    let open = near[..short.unwrap_or(near.len())].rfind(['(', '[', ';', '（', '［', '；'])?;
    let start = from + open + near[open..].chars().next().map_or(1, char::len_utf8);
    if let Some(short) = short {
        let name = text[start..from + short].trim();
        return Some((in_brackets(name, year, list)?, start + text[start..].len() - text[start..].trim_start().len()));
    }
    if text[start..at].contains(CLOSING) {
        return None;
    }
    // The work that another one is cited in is the one that was read.
    let second = second_hand(&text[start..at]).unwrap_or(0);
    let piece = text[start + second..at].split(|c: char| c.is_ascii_digit()).next().unwrap_or_default();
    if piece.contains(char::is_alphabetic) {
        let lead = text[start..at].len() - text[start..at].trim_start().len();
        let own = in_brackets(piece, year, list);
        if !matches!(own, Some(Work::Listed(_)))
            && let Some(together) = authors_of_one(near, open, year, list)
        {
            return Some(together).map(|(work, start)| (work, from + start));
        }
        return Some((own?, start + lead));
    }
    if !text[from + open..].starts_with(OPENING) {
        return None;
    }
    let before = text[floor_char_boundary(text, (from + open).saturating_sub(LONGEST))..from + open].trim_end();
    Some((before_brackets(before, year, list)?, from + open))
}

/// `("New media law," 2022)`, `(World press, 2024)`: a work without an author is called by the first words of its title.
fn titled<'w>(text: &str, at: usize, year: &str, list: &Works<'w>) -> Option<(Work<'w>, usize)> {
    let from = floor_char_boundary(text, at.saturating_sub(LONGEST));
    let near = text[from..at].trim_end_matches([' ', ',', '，']);
    let open = |near: &str| near.rfind(['(', '[', ';', '（', '［', '；']);
    let behind = |open: usize| open + near[open..].chars().next().map_or(1, char::len_utf8);
    let start = if let Some(inner) = near.strip_suffix(['”', '"', '»', '“']) {
        let mark = inner.rfind(['“', '"', '«', '„'])?;
        let lead = behind(open(&near[..mark])?);
        leads(&near[lead..mark]).then_some(mark)?
    } else {
        let start = behind(open(near)?);
        start + near[start..].len() - near[start..].trim_start().len()
    };
    let label = list.titled(&near[start..], year)?;
    Some((Work::Listed(label), from + start))
}

/// Whether words are none but those that lead to a work.
fn leads(words: &str) -> bool {
    words.split_whitespace().all(|word| LEADS.contains(&word.trim_matches([',', '.', ':']).to_lowercase().as_str()))
}

/// Whether a mark calls a work by a title in quotation marks, which is nothing that is quoted.
pub(in crate::document) fn is_titled(mark: &str) -> bool {
    mark.starts_with(['“', '"', '«', '„'])
}

/// `(SILVA; SOUZA, 2003)`: authors of one work, where a semicolon at `open` stands between them and no year before it.
fn authors_of_one<'w>(near: &str, open: usize, year: &str, list: &Works<'w>) -> Option<(Work<'w>, usize)> {
    near[open..].starts_with(';').then_some(())?;
    let bracket = near[..open].rfind(OPENING)?;
    let start = bracket + near[bracket..].chars().next().map_or(1, char::len_utf8);
    let names = &near[start..];
    let plain = !names.contains(|c: char| c.is_ascii_digit() || CLOSING.contains(&c));
    let work = in_brackets(&names.replace(';', ","), year, list).filter(|_| plain)?;
    matches!(work, Work::Listed(_)).then_some((work, start))
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
    if is_caseless(piece) {
        return caseless(piece, year, list);
    }
    let whole = piece;
    let piece = without_others(piece);
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
    let one = with_particles.or_else(|| list.one(name.last()?, year));
    match one.or_else(|| of_several(&name, year, list).filter(|_| piece.len() < whole.len())) {
        Some(label) => Some(Work::Listed(label)),
        None => are_names(&words, first, year).then_some(Work::Unlisted),
    }
}

/// The label of the one work of a name that stands before `et al.` and its like.
fn of_several<'w>(name: &[&str], year: &str, list: &Works<'w>) -> Option<&'w str> {
    list.one_of_several(&name.join(" "), year).or_else(|| list.one_of_several(name.last()?, year))
}

/// Whether words are of a script that has no capitals.
fn is_caseless(words: &str) -> bool {
    words.contains(char::is_alphabetic) && !words.contains(|c: char| c.is_uppercase() || c.is_lowercase())
}

/// `田中, `, `参见王明、李华，`: the first name counts.
fn caseless<'w>(piece: &str, year: &str, list: &Works<'w>) -> Option<Work<'w>> {
    let piece = piece.trim_matches(|c: char| !c.is_alphanumeric());
    let piece = ["参见", "參見", "参照", "见", "見"].iter().find_map(|lead| piece.strip_prefix(lead)).unwrap_or(piece);
    let first = without_others(piece)
        .split(['、', '，', ',', '・', '&', '＆', '和', '与', '與'])
        .next()
        .unwrap_or(piece)
        .trim();
    let label = list.one(piece, year).or_else(|| list.one(first, year));
    if let Some(label) = label {
        return Some(Work::Listed(label));
    }
    let name = first.chars().all(|c| is_unspaced(c) || matches!(c, '\u{ac00}'..='\u{d7a3}'));
    (name && (2..=UNSPACED).contains(&first.chars().count())).then_some(Work::Unlisted)
}

/// `しかし佐藤`, `김철수`: the name that a text of a script without capitals ends with, where a list has it.
fn caseless_before<'w>(before: &str, year: &str, list: &Works<'w>) -> Option<Work<'w>> {
    let own = |before: &str| {
        let run = last_caseless(before)?;
        let starts: Vec<usize> = run.char_indices().rev().take(UNSPACED).map(|(at, _)| at).collect();
        // One character alone is a name where nothing stands before it.
        let whole = |at: usize| at == 0 || run.chars().all(is_unspaced) && run[at..].chars().nth(1).is_some();
        starts.into_iter().rev().filter(|&at| whole(at)).find_map(|at| list.one(&run[at..], year))
    };
    own(before).or_else(|| own(without_others(before))).map(Work::Listed)
}

/// The word of a script without capitals that a text ends with.
fn last_caseless(before: &str) -> Option<&str> {
    before.rsplit(|c: char| !c.is_alphabetic() && c != '々').next().filter(|run| is_caseless(run))
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
    // `“The words.”—Doe (2019)`
    let behind_mark = |at: usize| at + before[at..].chars().next().map_or(0, char::len_utf8);
    let before = &before[before.rfind(['”', '"', '»', '「', '」', '『', '』', '—']).map_or(0, behind_mark)..];
    if before.trim_end().ends_with(|c: char| is_caseless(c.encode_utf8(&mut [0; 4]))) {
        return caseless_before(before, year, list);
    }
    let whole = before;
    let before = without_others(before);
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
    let others = || of_several(&[name], year, list).filter(|_| before.len() < whole.len());
    match label.or_else(others) {
        Some(label) => Some(Work::Listed(label)),
        None => (is_name(name) && !is_month(name, year)).then_some(Work::Unlisted),
    }
}

/// Where a mark ends whose year ends at `at`: before the closing bracket or the next work, pages included.
fn end_of(text: &str, at: usize) -> usize {
    let near = &text[at..floor_char_boundary(text, at + LONGEST)];
    let stop = near.find([';', ')', ']', '；', '）', '］']).unwrap_or(0);
    let is_pages = !near[..stop].contains(['(', '“', '"']) && !has_year(&near[..stop]);
    if is_pages { at + stop } else { at }
}

fn has_year(text: &str) -> bool {
    years(text).next().is_some()
}

#[cfg(test)]
mod tests;
