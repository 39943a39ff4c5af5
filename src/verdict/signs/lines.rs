//! The lines of a page that may be a notice, as far as numbers stand in them.

use std::borrow::Cow;

use super::notices::supposes;
use crate::page::signature::{self, Class, plain, sentences};
use crate::page::vocabulary::known;
use crate::page::{Place, Signs};

/// What platforms say in words of their own.
const NOTHING_HERE: &str = "nothing here";
/// The code of a page that is not there.
const CODE: &str = "404";

/// The number that a line begins with or is, of three digits in what names the codes of answers.
fn leading_number(line: &str) -> Option<&str> {
    let first = line.split_whitespace().next()?;
    let is_number = first.bytes().all(|byte| byte.is_ascii_digit());
    (is_number && (first.len() == line.trim().len() || first.len() == CODE.len())).then_some(first)
}

/// The text without its list of numbers, where it has one: a number among others is one of them, and so is a line that begins
/// with one.
pub(super) fn without_list(text: &str) -> Cow<'_, str> {
    let mut numbers: Vec<&str> = text.lines().filter_map(leading_number).collect();
    numbers.dedup();
    if numbers.len() < 2 {
        return text.into();
    }
    let lines: Vec<&str> = text.lines().filter(|line| leading_number(line).is_none()).collect();
    lines.join("\n").into()
}

/// The text without what says that there is nothing yet in a part of it: right below a heading of its own, on a page that says
/// something between its first heading and that one.
pub(super) fn without_empty_parts<'t>(text: &'t str, signs: &Signs) -> Cow<'t, str> {
    let headings: Vec<String> = signs.headings.iter().chain(&signs.lesser).map(|it| plain(it)).collect();
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let Some(first) = lines.iter().position(|line| headings.first() == Some(&plain(line))) else { return text.into() };
    let is_notice = |line: &str| {
        let hits = signature::in_words(Place::Heading, line).into_iter().chain(signature::in_words(Place::Title, line));
        signature::telling_words(line) == 0 || hits.into_iter().any(|hit| hit.signature.class == Class::Soft404)
    };
    let is_of_nothing = |line: &str| {
        let is_nothing = |hit: &signature::Hit| {
            hit.signature.id.starts_with(signature::NOTHING) || hit.phrase.contains(NOTHING_HERE)
        };
        signature::in_words(Place::Text, line).iter().any(is_nothing)
    };
    let says_yet = |line: &str| {
        let plain = plain(line);
        known().not_yet.all().any(|word| plain.contains(signature::as_words(word).as_str()))
    };
    // The first heading, something of its own, the heading of a part or more of its own, and that there is nothing.
    let is_left_out = |at: usize| {
        let is_of_a_part = || headings[1..].contains(&plain(lines[at - 1])) && !is_notice(lines[at - 1]);
        at >= first + 3
            && is_of_nothing(lines[at])
            && (is_of_a_part() || says_yet(lines[at]))
            && !is_notice(lines[first])
    };
    if !(0..lines.len()).any(is_left_out) {
        return text.into();
    }
    let kept: Vec<&str> = (0..lines.len()).filter(|at| !is_left_out(*at)).map(|at| lines[at]).collect();
    kept.join("\n").into()
}

/// Lines that make a list below a heading.
const ITEMS: usize = 3;
/// Words of a line that is a sentence, and no item.
const SENTENCE: usize = 8;

/// Whether a page is a list below a heading that is a part of its title, or has it whole, and what it says of a page that is not
/// there an item of that.
pub(super) fn is_a_list(signs: &Signs) -> bool {
    let title = signs.title.as_deref().map(plain).unwrap_or_default();
    let heading = signs.headings.first().map(|it| plain(it)).unwrap_or_default();
    let is_titled = title.starts_with(heading.as_str()) && is_of_items(signs)
        || (title.contains(heading.as_str()) || heading.contains(title.as_str())) && says_in_lists(signs);
    !heading.trim().is_empty() && !title.trim().is_empty() && is_titled
}

/// Whether nothing beside its lists and tables says that a page is not there.
fn says_in_lists(signs: &Signs) -> bool {
    let is_notice = |hit: &signature::Hit| hit.signature.class == Class::Soft404 && !hit.signature.vague;
    let says = |text: &str| {
        let in_line = |line: &str| signature::in_line(line).iter().any(is_notice);
        let said: Vec<&str> = sentences(text).filter(|sentence| !supposes(sentence)).collect();
        signature::in_words(Place::Text, &said.join("\n")).iter().any(is_notice) || text.lines().any(in_line)
    };
    signs.beside_lists.as_deref().is_some_and(|beside| !says(beside))
}

/// Whether all that a page says are lines of a few words, of which the first is no notice: an error page comes to the point.
fn is_of_items(signs: &Signs) -> bool {
    let headings: Vec<String> = signs.headings.iter().chain(&signs.lesser).map(|it| plain(it)).collect();
    let is_heading = |line: &&str| headings.contains(&plain(line));
    let lines = signs.opening.lines().filter(|line| !line.trim().is_empty());
    let items: Vec<&str> = lines.filter(|line| !is_heading(line)).collect();
    let is_notice = |line: &&str| {
        let hits = signature::in_words(Place::Heading, line).into_iter().chain(signature::in_words(Place::Text, line));
        hits.chain(signature::in_line(line)).any(|hit| hit.signature.class == Class::Soft404 && !hit.signature.vague)
    };
    let comes_to_the_point = items.first().is_none_or(is_notice);
    let is_short = items.iter().all(|line| signature::words(line) < SENTENCE);
    items.len() >= ITEMS && is_short && !comes_to_the_point
}

/// The text with the digits of the code in one: designs give each a line of its own.
pub(super) fn in_one(text: &str) -> Cow<'_, str> {
    let lines: Vec<&str> = text.lines().collect();
    let is_code = |at: &[&str]| at.iter().map(|line| line.trim()).eq(["4", "0", "4"]);
    let Some(at) = lines.windows(CODE.len()).position(is_code) else { return text.into() };
    let mut whole = lines[..at].to_vec();
    whole.push(CODE);
    whole.extend(&lines[at + CODE.len()..]);
    whole.join("\n").into()
}

#[cfg(test)]
mod tests {
    use crate::verdict::signs::tests::seen;

    #[test]
    fn a_part_of_a_page_with_nothing_in_it_yet_is_no_notice() {
        for (about, of, nothing) in [
            ("Engineer, sailor, mother of two.", "Posts", "Nothing to see here yet."),
            ("Ingenieurin und Seglerin aus Husum.", "Beiträge", "Hier gibt es noch nichts."),
            ("Ingénieure et navigatrice à Brest.", "Articles", "Il n’y a rien ici pour l’instant."),
            ("Ingeniera y navegante en Vigo.", "Entradas", "No hay nada aquí todavía."),
            ("Инженер и яхтсмен из Керчи.", "Записи", "Здесь пока ничего нет."),
            ("横浜の技師。", "投稿", "ここにはまだ何もありません。"),
        ] {
            let page = format!(
                "<title>Hana Roe – codehub</title><h1>Hana Roe</h1><p>{about}</p><p>12 · 9</p><h2>{of}</h2><p>{nothing}</p>"
            );
            seen(200, &page).check("live - sound");
        }
        for said in ["There’s nothing here yet.", "It looks like there’s nothing here yet."] {
            let page = format!(
                "<title>Hana Roe – codehub</title><h1>Hana Roe</h1><p>Engineer and sailor.</p><p>12 · 9</p><p>{said}</p>"
            );
            seen(200, &page).check("live - sound");
        }
        for html in [
            "<title>codehub</title><h1>codehub</h1><p>There is nothing here yet.</p>",
            "<title>codehub</title><h1>codehub</h1><h2>404</h2><p>There is nothing here.</p>",
            "<title>Page not found</title><h1>Tide Post</h1><p>News of the shore.</p><h2>Page not found</h2><p>There is nothing here.</p>",
            "<title>404</title><h1>Oops</h1><h2>404</h2><p>There is nothing here to see.</p>",
        ] {
            seen(200, html).check("gone soft-404 unknown");
        }
    }
}
