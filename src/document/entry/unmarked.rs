//! The title of an entry that marks it by nothing but its place: behind names, behind names and a year, or before the
//! line of a journal. Where the place leaves a doubt there is no title.

use std::ops::Range;

use super::authors;
use super::bare;
use super::capitals;
use super::container;
use super::cyrillic;
use super::dates;
use super::east_asian;
use super::imprint;
use super::law;
use super::lead_in;
use super::names::{self, Closed, Leading};
use super::noted;
use super::people;
use super::sentences::sentence_end;
use super::several;
use super::title::{AUTHORS_REACH, BARE_TITLE_WORDS, By, Title, without_stop};
use crate::date::{self, DayMonth};
use crate::document::list::remark;

/// The title in `text[head]`, which ends where dates that a word announces, and addresses, begin.
pub(in crate::document) fn find(text: &str, head: Range<usize>) -> Option<Title> {
    by_kind(text, head.clone())
        .or_else(|| by_areas(text, head.clone()))
        .or_else(|| by_law(text, head.clone()))
        .or_else(|| by_note(text, head.clone()))
        .or_else(|| by_year(text, head.clone(), Behind::Anything))
        .or_else(|| by_bare_year(text, head.clone(), Behind::Anything))
        .or_else(|| by_people(text, head.clone(), Behind::Anything))
        .or_else(|| by_sentence(text, head.clone(), Behind::Anything))
        .or_else(|| by_names(text, head.clone(), Behind::Anything))
        .or_else(|| by_colon(text, head.clone()))
        .or_else(|| by_commas(text, head.clone()))
        .or_else(|| by_journal(text, head.clone()))
        .or_else(|| bare::find(text, head).and_then(|words| title(text, words.clone(), words, By::Position)))
}

/// The title in `text[head]`, behind which stands, set in another type, what it appeared in.
pub(in crate::document) fn before_container(text: &str, head: Range<usize>) -> Option<Title> {
    by_year(text, head.clone(), Behind::Container)
        .or_else(|| by_bare_year(text, head.clone(), Behind::Container))
        .or_else(|| by_people(text, head.clone(), Behind::Container))
        .or_else(|| by_sentence(text, head.clone(), Behind::Container))
        .or_else(|| by_names(text, head, Behind::Container))
}

/// What is known of the text behind a head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Behind {
    Anything,
    /// The name of what the title appeared in.
    Container,
}

/// Whether `before`, which may end in a year, names people or a body and nothing else.
pub(in crate::document) fn only_names(before: &str) -> bool {
    let marks = |c: char| c.is_whitespace() || ".,:".contains(c);
    let bare = before.trim_end_matches(marks);
    let (bare, dated) = match bare.strip_suffix(')').and_then(|inner| inner.rsplit_once('(')) {
        Some((names, inside)) if is_dated(inside) => (names.trim_end_matches(marks), true),
        _ => match last_year(bare) {
            Some(at) => (bare[..at].trim_end_matches(marks), true),
            None => (bare, false),
        },
    };
    let few = dated && bare.split_whitespace().count() <= 4;
    let one = sentence_end(bare) == bare.len() && (names::is_proper(bare) || few);
    let roles = names::without_role(bare);
    one || names::are_names(bare)
        || names::is_proper(roles) && roles.len() < bare.len()
        || authors::inverted(&format!("{bare}. ")).is_some()
}

/// Names without the bracket behind them that says when their work appeared, or that nobody knows.
pub(in crate::document) fn without_date(names: &str) -> &str {
    let bare = names.trim_end_matches([' ', '.', ',', ':']);
    match bare.strip_suffix(')').and_then(|inner| inner.rsplit_once('(')) {
        Some((before, inside)) if is_dated(inside) => before.trim_end(),
        // `Smith, John. 2019`
        _ if bare.len() < names.len() && last_year(bare).is_some_and(|at| bare[..at].trim_end().ends_with('.')) => {
            bare[..bare.len() - 4].trim_end()
        }
        _ => dates::without_circa_behind(names),
    }
}

/// Whether all of `before` is names of persons, `Ann Byrd and Max Cole,`.
pub(in crate::document) fn are_people(before: &str) -> bool {
    let bare = before.trim_end_matches([',', ' ']);
    names::are_names(bare) || authors::read(bare).iter().all(|name| authors::is_person(name.trim_end_matches('.')))
}

/// Whether what stands in brackets behind names says when a work appeared, or that nobody knows.
fn is_dated(inside: &str) -> bool {
    const UNDATED: &str = "n.d.|n. d.|o. J.|o.J.|s. d.|s.d.|s. f.|s.f.|б. г.|б.г.|u.å.|z.j.|in press|forthcoming|im Druck|\
        im Erscheinen|à paraître|sous presse|en prensa|in corso di stampa|no prelo|в печати";
    let inside = dates::without_circa(inside);
    let year = inside.get(..4).is_some_and(|year| year.bytes().all(|byte| byte.is_ascii_digit()));
    year && inside.len() <= 40 || is_day(inside) || UNDATED.split('|').any(|word| inside.starts_with(word))
}

/// `4 de abril de 2009`, `June 2022`
fn is_day(inside: &str) -> bool {
    inside.contains(char::is_alphabetic)
        && inside.len() <= 40
        && date::read(inside, DayMonth::Unknown).is_some_and(|read| read.range == (0..inside.len()))
}

fn title(text: &str, words: Range<usize>, whole: Range<usize>, by: By) -> Option<Title> {
    // The mark of a question is part of the title, and no full stop.
    let asks = |at: usize| {
        text[at..].chars().next().filter(|c| matches!(c, '?' | '!' | '？' | '！')).map_or(0, char::len_utf8)
    };
    let (words, whole) = (words.start..words.end + asks(words.end), whole.start..whole.end + asks(whole.end));
    let words = without_description(text, without_stop(text, words));
    is_title(&text[words.clone()]).then_some(Title { words, whole, by })
}

/// Without what a style puts behind a title in brackets: `(2nd ed.)`, `[Press release]`.
fn without_description(text: &str, words: Range<usize>) -> Range<usize> {
    let slice = &text[words.clone()];
    let bracket = |open: char, close: char| slice.strip_suffix(close)?.rsplit_once(open);
    let edition = |inside: &str| {
        let mut parts = inside.split([' ', '.', ',']).filter(|part| !part.is_empty());
        parts.any(|part| {
            ["ed", "edn", "edition", "Aufl", "Auflage", "éd", "Vol", "Vols", "Nr", "No", "Version"].contains(&part)
        })
    };
    let described = bracket('[', ']').or_else(|| bracket('(', ')').filter(|(_, inside)| edition(inside)));
    match described {
        // `Dunes (Publication No. 123) [Dissertation]`
        Some((before, _)) if before.contains(char::is_alphabetic) => {
            without_description(text, words.start..words.start + before.trim_end().len())
        }
        _ => words,
    }
}

/// Whether words can be a title: neither too many nor the line of a journal, and no place where it is to be found.
fn is_title(words: &str) -> bool {
    let count = words.split_whitespace().count();
    let place = ["In:", "in:", "In :", "Ibid", "Ebd", "Op. cit"].iter().any(|start| words.starts_with(start));
    (1..=BARE_TITLE_WORDS).contains(&count)
        && words.contains(char::is_alphabetic)
        && !words.starts_with(['(', '['])
        && !place
        && container::journal_line(words).is_none()
}

/// `张三. 水坝[N]. 人民日报, 2021-03-03.`
fn by_kind(text: &str, head: Range<usize>) -> Option<Title> {
    let (words, whole) = east_asian::by_kind(&text[head.clone()])?;
    title(text, moved(words, head.start), moved(whole, head.start), By::Names)
}

/// `Иванов И. И. Плотина // Известия. — 2021. — С. 3.`
fn by_areas(text: &str, head: Range<usize>) -> Option<Title> {
    let (words, whole) = cyrillic::find(&text[head.clone()])?;
    title(text, moved(words, head.start), moved(whole, head.start), By::Names)
}

/// `Jane Doe, The Canon of Tides, 99 SEA L. REV. 1, 14 (2017)`
fn by_law(text: &str, head: Range<usize>) -> Option<Title> {
    let found = law::find(&text[head.clone()])?;
    let words = moved(found.title, head.start);
    title(text, words.clone(), words, By::Names)
}

/// `Ian Stewart, The Glasgow Tramcar (Glasgow: Museum Society, 1983), 201`
fn by_note(text: &str, head: Range<usize>) -> Option<Title> {
    let noted::Found { title: words, imprint } = noted::find(&text[head.clone()])?;
    let words = moved(words, head.start);
    title(text, words.clone(), words.start..head.start + imprint, By::Names)
}

fn moved(range: Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

/// `Smith, J. (2020). Title of the work. Publisher.`
fn by_year(text: &str, head: Range<usize>, kind: Behind) -> Option<Title> {
    let slice = &text[head.clone()];
    let (open, close) = slice.match_indices(['(', '（']).take(3).find_map(|(open, mark)| {
        let close = open + slice[open..].find([')', '）'])?;
        (is_dated(&slice[open + mark.len()..close]) && open <= AUTHORS_REACH).then_some((open, close))
    })?;
    let close = close + slice[close..].chars().next().map_or(1, char::len_utf8);
    let rest = &slice[close..];
    let named = slice[..open].trim_end();
    // A year behind more than names is that of an issue: `Müller, Hans: Titel. In: Zeitung 3 (2020), S. 12`.
    let bare = names::without_role(named);
    let more = |names: Leading| bare.get(names.end..).is_some_and(|more| more.contains(char::is_alphabetic));
    if names::leading(slice).is_some_and(more) {
        return None;
    }
    // Names have no numbers; a judgment is cited by volume and page before its year.
    let numbered = named.split([' ', ',']).any(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit()));
    if numbered {
        return None;
    }
    if let Some(title) = in_place_of_author(text, head.start, named, close, rest) {
        return Some(title);
    }
    let are_names = named.ends_with('.')
        || named.contains([',', '&'])
        || named.split_whitespace().count() <= 4 && !named.contains(':');
    let sure = names::are_names(named.trim_end_matches('.'))
        || bare.len() < named.trim_end_matches('.').len()
        || names::is_body(named.trim_end_matches('.'))
        || cyrillic::are_names(named)
        || authors::inverted(&format!("{}. ", named.trim_end_matches('.'))).is_some()
        || east_asian::is_name(named.trim_end_matches('.'));
    // `Smith et al. (2020) – Title – what is in it`: without a doubt about the names a dash is a mark as any.
    let dash = rest.trim_start().chars().next().filter(|c| matches!(c, '-' | '–' | '—'));
    // `High Tides (May 2020). Post`
    let are_names =
        are_names && (sure || !is_day(slice.get(open..close).unwrap_or_default().trim_matches(['(', ')', '（', '）'])));
    if !are_names || rest.trim_start().starts_with('|') || dash.is_some() && !sure {
        return None;
    }
    let marks = |c: char| Some(c) == dash || ".,: \u{a0}。．，：\u{3000}".contains(c);
    let behind = rest.trim_start_matches(marks);
    let start = close + (rest.len() - behind.len());
    let remark = dash.and_then(|dash| behind.find(&format!(" {dash} ")));
    let end = start + remark.unwrap_or(usize::MAX).min(several::title_end(&slice[start..], kind));
    let words = head.start + start..head.start + end;
    let enough = sure || text[words.clone()].split_whitespace().count() >= 2;
    title(text, words, head.start + open..head.start + end, By::Year).filter(|_| open > 0 && enough)
}

/// Words of a title in the place of an author; fewer can be the name of a body.
const WORDS_OF_TITLE: usize = 4;
/// Words of the name of a paper, or of a site.
const WORDS_OF_PAPER: usize = 5;

/// `New law passed in a night. (2022, March 3). The Star.`: a sentence before the year that is nobody's name, and a name
/// behind it, where the title would stand.
fn in_place_of_author(text: &str, from: usize, named: &str, close: usize, rest: &str) -> Option<Title> {
    let bare = named.strip_suffix(['.', '?', '!'])?;
    let count = bare.split_whitespace().count();
    let behind = rest.trim_start_matches(['.', ',', ' ']);
    let paper = behind[..sentence_end(behind)].split([',', '(']).next()?.trim();
    let is_paper = names::is_proper(paper) && paper.split_whitespace().count() <= WORDS_OF_PAPER;
    let title_like =
        count > WORDS_OF_TITLE || count == WORDS_OF_TITLE && (remark::has_verb(bare) || !named.ends_with('.'));
    let whole = sentence_end(bare) == bare.len() && bare.starts_with(char::is_uppercase) && !bare.contains("--");
    // `… .--Langdon, A. G. (1896)`
    let initial = bare.rsplit([' ', '.']).next().is_none_or(|last| last.chars().count() < 2);
    let is_title = title_like && !initial && whole && !names::is_proper(bare) && !names::begins_with_body(bare);
    let words = from..from + bare.len();
    (is_title && is_paper).then(|| title(text, words.clone(), words.start..from + close, By::Authorless))?
}

/// `Office for Tides. 2020. Title of the work.` and `Smith, J., 2020. Title of the work.`
fn by_bare_year(text: &str, head: Range<usize>, behind: Behind) -> Option<Title> {
    let slice = &text[head.clone()];
    let (end, start, comma) = year_behind(slice)?;
    let named = slice[..end].trim_end_matches([' ', ',']);
    let until = start + several::title_end(&slice[start..], behind);
    let words = slice[start..until].trim();
    let sure = names::are_names(named.trim_end_matches('.'))
        || authors::inverted(&format!("{named}. ")).is_some()
        || names::is_body(named)
        || behind == Behind::Container && names::is_proper(named)
        || named.chars().count() >= 2 && named.chars().all(char::is_uppercase);
    // A title can stand before its year as well, and its publisher behind: a name is shorter than a title.
    let count = |text: &str| text.split_whitespace().count();
    let longer = !comma && names::is_proper(named) && count(words) > count(named) && !names::is_body(words);
    // `Jane Doe and Max Poe. 2017. The walls of the north.`
    let spoken = !comma && people::are_list(named.trim_end_matches('.'));
    let spoken = spoken && (people::are_people(named) || count(words) >= WORDS_OF_TITLE) && !names::is_body(words);
    let made = title(text, head.start + start..head.start + until, head.start + end..head.start + until, By::Year);
    made.filter(|_| sure || longer || spoken)
}

/// `NICE. Medicines optimisation. 2015. https://www.nice.test/ng5`: the sentence behind a name in capitals that its host is
/// called by. Without the host nobody knows whether such a word is a name, or begins the title.
pub(in crate::document) fn by_house(text: &str, head: Range<usize>, url: &str) -> Option<Title> {
    let slice = &text[head.clone()];
    let end = slice.find(". ")?;
    let name = slice[..end].trim();
    let capitals = (2..=8).contains(&name.chars().count()) && name.chars().all(char::is_uppercase);
    let start = end + 2 + (slice[end + 2..].len() - slice[end + 2..].trim_start().len());
    let rest = &slice[start..];
    let dated = date::read(rest, DayMonth::Unknown).is_some_and(|read| read.range.start == 0);
    if !capitals || dated || !lead_in::names_the_host(name, url) {
        return None;
    }
    let words = head.start + start..head.start + start + sentence_end(rest);
    title(text, words.clone(), words, By::Names)
}

/// Where names end that a year without brackets follows, where the title begins behind it, and whether a comma parts
/// names and year.
fn year_behind(slice: &str) -> Option<(usize, usize, bool)> {
    let seps = slice.match_indices([' ']).take_while(|(at, _)| *at <= AUTHORS_REACH);
    for (at, _) in seps {
        let before = &slice[..at];
        let rest = &slice[at + 1..];
        if !before.ends_with(['.', ',']) || !is_year(rest) {
            continue;
        }
        let letter = usize::from(rest[4..].starts_with(|c: char| c.is_ascii_lowercase()));
        let behind = &rest[4 + letter..];
        let title = behind.strip_prefix(". ").or_else(|| behind.strip_prefix(": "))?;
        let title = title.trim_start();
        let end = if before.ends_with(',') { at } else { at - 1 };
        return (at > 1 && !title.starts_with(char::is_lowercase)).then_some((
            end,
            slice.len() - title.len(),
            before.ends_with(','),
        ));
    }
    None
}

/// Whether `text` begins with the four digits of a year that books have.
pub(super) fn is_year(text: &str) -> bool {
    let digits = text.bytes().take(5).take_while(u8::is_ascii_digit).count();
    digits == 4 && ["15", "16", "17", "18", "19", "20"].iter().any(|century| text.starts_with(century))
}

/// `Jane Doe. Title of the work. Herald. 2023.`, `Jane Doe, Title of the work, Herald, 3 May 2023`
fn by_people(text: &str, head: Range<usize>, behind: Behind) -> Option<Title> {
    let slice = &text[head.clone()];
    let listed = || people::by_list(slice).or_else(|| people::by_commas(slice)).filter(|_| behind == Behind::Anything);
    let words = moved(people::by_stop(slice, behind).or_else(listed)?, head.start);
    title(text, words.clone(), words, By::Names)
}

/// `Smith J, Doe A. Title of the work. Journal. 2021` and `Harbour Board. Title [Internet]. Press; 2021`: the sentence
/// behind names that have the form of names, or the one that says what medium it is in.
fn by_sentence(text: &str, head: Range<usize>, behind: Behind) -> Option<Title> {
    const MEDIA: &[&str] = &["[Internet]", "[internet]", "[Online]", "[online]", "[Web page]", "[Website]"];
    let slice = &text[head.clone()];
    let medium = MEDIA.iter().filter_map(|medium| Some((slice.find(medium)?, medium.len()))).min();
    let names = authors::inverted(slice).or_else(|| {
        let (at, _) = medium?;
        let end = slice[..at].find(". ")?;
        (end <= AUTHORS_REACH).then_some(end + 1)
    });
    let names = names.or_else(|| medium.map(|_| 0))?;
    let start = names + (slice[names..].len() - slice[names..].trim_start().len());
    let sentence = start + several::title_end(&slice[start..], behind);
    // `Harbour opens the new quantum wall. IBM. IBM Newsroom [online]`: what is too long for a name, and has another sentence
    // before the medium, is the title.
    let first = slice[..names].trim_end_matches('.');
    if medium.is_some_and(|(at, _)| at > sentence) && authors::inverted(slice).is_none() && is_no_name(first) {
        return title(text, head.start..head.start + first.len(), head.start..head.start + first.len(), By::Position);
    }
    let (end, whole) = match medium {
        Some((at, len)) if at > start && at <= sentence => (at, at + len),
        _ => (sentence, sentence),
    };
    let ends = whole < slice.len() || slice.ends_with(['.', '?', '!']);
    title(text, head.start + start..head.start + end, head.start + start..head.start + whole, By::Sentence)
        .filter(|_| ends)
}

/// Whether words before a stop are too many for the name of a body, and none of people.
fn is_no_name(words: &str) -> bool {
    const NAME_WORDS: usize = 4;
    let count = words.split_whitespace().count();
    count > NAME_WORDS
        && !names::begins_with_body(words)
        && !names::is_body(words)
        && !names::are_names(words)
        && !people::are_list(words)
}

/// `Smith, John, and Ann Doe. Title of the Book. Press, 2021.` and `Müller, Hans: Titel. Verlag, Ort 2020.`
fn by_names(text: &str, head: Range<usize>, behind: Behind) -> Option<Title> {
    let slice = &text[head.clone()];
    let Leading { end, closed } = names::leading(slice).or_else(|| body(slice))?;
    let mark = end + (slice[end..].len() - slice[end..].trim_start_matches([' ', '\u{a0}', '\u{202f}']).len()) + 1;
    behind_names(text, head, mark, closed, behind)
}

/// `Harbour Board. Report on tides. https://…`: a body, and words that are no name of another.
fn body(slice: &str) -> Option<Leading> {
    let end = sentence_end(slice);
    let rest = slice.get(end..)?.trim_start_matches(['.', ' ']);
    let next = &rest[..sentence_end(rest)];
    let small = !names::is_proper(next) && last_year(next).is_none();
    // `Harbour Board. Report on the Wall. 2020.`
    let dated = || is_year(rest[next.len()..].trim_start_matches(['.', ' ']));
    let joined = || next.split_whitespace().any(|word| word.starts_with(char::is_lowercase)) && !names::is_body(next);
    let title = small || next.split_whitespace().count() >= WORDS_OF_TITLE && joined() && dated();
    (end <= AUTHORS_REACH && title && names::is_body(&slice[..end])).then_some(Leading { end, closed: Closed::Stop })
}

/// `Hans Müller: Titel. In: Zeitung.`: only what follows shows that a person is meant.
fn by_colon(text: &str, head: Range<usize>) -> Option<Title> {
    let slice = &text[head.clone()];
    let (named, rest) = slice.split_once(": ").filter(|(named, _)| named.len() <= AUTHORS_REACH)?;
    let people = || named.split([',', ';', '/']).flat_map(|part| part.split(" und ")).map(str::trim);
    let behind = rest.get(sentence_end(rest)..)?.trim_start_matches(['.', '?', '!', ' ']);
    let found = people().all(authors::is_person)
        && (["In: ", "In ", "Auf: ", "in: "].iter().any(|word| behind.starts_with(word)) || within(rest).is_some())
        || people().all(authors::is_person) && people().any(people::are_people) && imprint::find(rest).is_some();
    found.then(|| behind_names(text, head, named.len() + 1, Closed::Colon, Behind::Anything))?
}

/// The sentence behind names that end in a mark before `at`, if something follows that can be its publisher or if
/// nothing in it is one.
fn behind_names(text: &str, head: Range<usize>, at: usize, closed: Closed, behind: Behind) -> Option<Title> {
    let slice = &text[head.clone()];
    let rest = slice.get(at..)?;
    let start = at + (rest.len() - rest.trim_start().len());
    let own = &slice[start..];
    let imprint = (closed == Closed::Colon && within(own).is_none()).then(|| imprint::find(own)).flatten();
    if let Some(found) = imprint {
        let words = head.start + start..head.start + start + found.title_end;
        return title(text, words.clone(), words.start..head.start + start + found.start, By::Names);
    }
    let within = within(own).filter(|_| closed == Closed::Colon);
    let end = start + within.unwrap_or_else(|| several::title_end(own, behind));
    let more = slice[end..].contains(char::is_alphanumeric);
    let words = slice[start..end].trim();
    let dated = last_year(words);
    let end = match dated {
        None => end,
        Some(_) if more => end,
        // `Titel, Ort 2020`; elsewhere what stands before the year can as well be a publisher.
        Some(at) => {
            let (before, town) = words[..at].trim_end().rsplit_once(", ").filter(|_| closed == Closed::Colon)?;
            let is_town = town.split_whitespace().count() <= 2 && town.starts_with(char::is_uppercase);
            is_town.then_some(start + before.len())?
        }
    };
    title(text, head.start + start..head.start + end, head.start + start..head.start + end, By::Names)
}

/// Where the first sentence of `text` names what a title appeared in, as German has it: `Titel, in: Hafenpost, 12.3.2023`.
fn within(text: &str) -> Option<usize> {
    let own = &text[..sentence_end(text)];
    [", in: ", ", In: ", " – in: ", "; in: "].iter().filter_map(|mark| own.find(mark)).min().filter(|&at| at > 0)
}

/// Where the year begins that `words` end in, brackets aside.
pub(super) fn last_year(words: &str) -> Option<usize> {
    let bare = words.trim_end_matches(|c: char| c.is_whitespace() || ".,;)".contains(c));
    let at = bare.len().checked_sub(4).filter(|&at| bare.is_char_boundary(at))?;
    let apart = !bare[..at].ends_with(|c: char| c.is_alphanumeric() || c == '-' || c == '–');
    (is_year(&bare[at..]) && apart && at > 0).then_some(at)
}

/// `DUPONT Jean, Titre, Paris, Éditions du Port, 2020.`
fn by_commas(text: &str, head: Range<usize>) -> Option<Title> {
    let words = moved(capitals::by_commas(&text[head.clone()])?, head.start);
    title(text, words.clone(), words, By::Names)
}

/// Most words of a first sentence that can be a name.
const SHORT: usize = 4;

/// `Title of the work. Sea Lett 2020; 3: 12–19`: what a journal's line follows.
fn by_journal(text: &str, head: Range<usize>) -> Option<Title> {
    let slice = &text[head.clone()];
    let first = sentence_end(slice);
    let rest = slice.get(first..)?.trim_start_matches(['.', '?', '!', ' ']);
    let line = container::journal_line(rest).is_some();
    let end = match container::find(slice) {
        // A short first sentence in capitals can be a name as well.
        Some(found) if found.title_end > first && east_asian::is_name(&slice[..first]) => {
            let start = head.start + slice.len() - rest.len();
            return title(text, start..head.start + found.title_end, start..head.start + found.title_end, By::Names);
        }
        Some(found) if found.title_end > first => {
            let name = names::is_proper(&slice[..first]) && slice[..first].split_whitespace().count() <= SHORT;
            (!name).then_some(found.title_end)?
        }
        Some(found) if line || names::is_proper(&slice[found.name.clone()]) => found.title_end,
        _ if line => first,
        _ => return None,
    };
    title(text, head.start..head.start + end, head.start..head.start + end, By::Names)
}
