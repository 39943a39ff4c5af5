//! Where a title ends that can have several sentences: `What now? The answer. Press.`, `Why fish swim. A review. Sea Lett 4:11`.
//! What follows it tells: the line of a periodical, a town and its publisher, a press, or emphasis.

use super::authors;
use super::container;
use super::imprint;
use super::names;
use super::people;
use super::publisher;
use super::sentences::sentence_end;
use super::unmarked::{Behind, last_year};

/// Sentences of a title.
const MOST: usize = 4;
/// Words of the name of a publisher.
const HOUSE_WORDS: usize = 6;

/// Where the title ends that `own` begins with, at the mark of its last sentence.
pub(super) fn title_end(own: &str, behind: Behind) -> usize {
    if let Some(found) = container::find(own).filter(|_| behind == Behind::Anything) {
        return before_editors(own, found.title_end);
    }
    let first = sentence_end(own);
    let starts = container::sentences(own);
    let piece = |at: usize| &own[starts[at]..starts.get(at + 1).map_or(own.len(), |&next| next)];
    let asks = own[first..].starts_with(['?', '!']);
    let until = match behind {
        Behind::Container => starts.len(),
        // What follows a question and its answer is who published both.
        Behind::Anything => {
            let house = |at: &usize| is_house(piece(*at)) || asks && *at == 2 && is_name(piece(*at));
            (2..starts.len()).take(MOST).find(house).unwrap_or(1)
        }
    };
    let further = (1..until).take_while(|&at| goes_on(piece(at))).last();
    // Between the title and its publisher nothing stands but the edition and the series.
    let between = |from: usize| (from..until).all(|at| is_edition(piece(at)));
    let complete = behind == Behind::Container || further.is_some_and(|at| between(at + 1));
    match further.filter(|_| complete) {
        Some(at) => starts[at] + sentence_end(piece(at)),
        None => first,
    }
}

/// Where a title ends that ends at `end` with those who edited it behind it, `Research on piers. Jefferson T, editor. Tide`.
fn before_editors(own: &str, end: usize) -> usize {
    let starts = container::sentences(&own[..end]);
    let Some(&last) = starts.last().filter(|&&last| last > 0) else { return end };
    if are_editors(own[last..end].trim()) { own[..last].trim_end().len() - 1 } else { end }
}

/// Whether a sentence is names and what makes editors of them.
pub(super) fn are_editors(piece: &str) -> bool {
    let bare = names::without_role(piece);
    bare.len() < piece.len()
        && (authors::inverted(&format!("{bare}. ")).is_some() || names::are_names(bare) || people::are_people(bare))
}

/// Whether a sentence behind the first of a title is its second: running words, or those that only titles begin with.
fn goes_on(piece: &str) -> bool {
    const OTHERS: &[&str] = &[
        "In ",
        "In: ",
        "In : ",
        "Translated ",
        "Edited ",
        "Illustrated ",
        "Traduit ",
        "Traducción ",
        "Übersetzt ",
        "Herausgegeben ",
        "Available ",
        "Retrieved ",
        "Unpublished ",
        "Doctoral ",
        "Master",
        "Paper presented",
        "Presented ",
        "With a",
        "Diss",
    ];
    let words = piece.trim_end_matches(['.', '?', '!', ' ']);
    let first = words.split(' ').next().unwrap_or_default();
    let begins = first == "A" || names::begins_title(first) && !is_article(first);
    let running = !names::is_proper(words) && words.contains(' ');
    (running || begins && words.contains(' '))
        && words.starts_with(char::is_uppercase)
        && !words.contains(|c: char| c.is_ascii_digit() || "[(“\"«„".contains(c))
        && !words.contains(", in: ")
        && !words.contains(": ")
        && !OTHERS.iter().any(|other| words.starts_with(other))
        && last_year(words).is_none()
}

/// `2nd ed.`, `Quay Studies 4`
fn is_edition(piece: &str) -> bool {
    let bare = piece.trim_end_matches(['.', ' ']);
    let last = bare.rsplit(' ').next().unwrap_or_default().trim_end_matches('.').to_lowercase();
    let number = (1..=3).contains(&last.len()) && last.bytes().all(|byte| byte.is_ascii_digit());
    number || ["ed", "edn", "edition", "aufl", "auflage", "éd", "édition"].contains(&last.as_str())
}

/// Words that names of papers begin with as well.
fn is_article(word: &str) -> bool {
    matches!(word, "The" | "Der" | "Die" | "Das" | "Le" | "La" | "Les" | "El" | "Los" | "Las")
}

/// `Hull: Harbour Press, 2021`, `Quay University Press`
fn is_house(piece: &str) -> bool {
    let bare = piece.trim_end_matches(['.', ' ']);
    let bare = last_year(bare).map_or(bare, |at| bare[..at].trim_end_matches([' ', ',', '(']));
    if publisher::is_thesis(bare) {
        return true;
    }
    match bare.rsplit_once(": ") {
        // `2nd ed. Quay Studies 4. Hull: Harbour Press`: short numbers and words end no sentence.
        Some((towns, house)) => {
            let behind_edition = || {
                let (edition, town) = towns.rsplit_once(". ")?;
                Some(is_edition(edition) && imprint::are_towns(town))
            };
            imprint::is_house(house) && (imprint::are_towns(towns) || behind_edition() == Some(true))
        }
        None => publisher::is_press(bare) && is_name(bare),
    }
}

/// `Harbour Post, 3 May 2020`
fn is_name(piece: &str) -> bool {
    let bare = piece.split(", ").next().unwrap_or(piece).trim_end_matches(['.', ' ']);
    names::is_proper(bare) && bare.split_whitespace().count() <= HOUSE_WORDS
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(own: &str, behind: Behind, expected: &str) {
        assert_eq!(&own[..title_end(own, behind)], expected, "{own}");
    }

    #[test]
    fn what_follows_a_title_tells_how_many_sentences_it_has() {
        let any = Behind::Anything;
        check("What now? The answer. Harbour Press.", any, "What now? The answer");
        check("What now? The answer of it. Harbour Post, 2020.", any, "What now? The answer of it");
        check("Waves. What they are. Hull: Harbour Press, 2021.", any, "Waves. What they are");
        check("Waves. A Story. Harbour University Press, 2021.", any, "Waves. A Story");
        check("Waves. What They Are. 2nd ed. Sea Studies 4. Hull: Harbour Press, 2021.", any, "Waves. What They Are");
        check("Wellen. Eine Reise. Diss. Univ. Bern, 2009.", any, "Wellen. Eine Reise");
        check("Why fish swim. A review. J Sea Stud. 2019;4(2):11-9.", any, "Why fish swim. A review");
        check("¿Por qué sube? Una respuesta breve. ", Behind::Container, "¿Por qué sube? Una respuesta breve");
    }

    #[test]
    fn what_stands_between_a_title_and_its_publisher_is_no_second_half_of_it() {
        let any = Behind::Anything;
        check("What now? Harbour Press.", any, "What now");
        check("What now? The answer.", any, "What now");
        check("Waves. Harbour Post. Hull: Harbour Press, 2021.", any, "Waves");
        check("Waves. Translated by Max Cole. Hull: Harbour Press, 2021.", any, "Waves");
        check("Waves. Harbour report no. 5. Hull: Harbour Press, 2021.", any, "Waves");
        check("Waves. They are many. It is so.", any, "Waves");
        check("The flood. In ", Behind::Container, "The flood");
        check("The flood. Harbour Press. ", Behind::Container, "The flood");
        check("The flood. The Harbour Press. ", Behind::Container, "The flood");
    }

    #[test]
    fn titles_of_several_sentences_are_read_whole_with_what_they_appeared_in() {
        for (text, title, authors, publisher, published) in [
            (
                "Doe, J. (2023). What now? The answer. Harbour Press. https://a.test/1",
                "What now? The answer",
                &["Doe, J."][..],
                "Harbour Press",
                "2023",
            ),
            (
                "Roe A, Low B. Why fish swim. A review. J Sea Stud. 2019;4(2):11-9. https://a.test/1",
                "Why fish swim. A review",
                &["Roe A", "Low B"],
                "J Sea Stud",
                "2019",
            ),
            (
                "Roe A, Low B (2011) Fatigue at sea. Int Marit Health 62:123–130. https://a.test/1",
                "Fatigue at sea",
                &["Roe A", "Low B"],
                "Int Marit Health",
                "2011",
            ),
            (
                "Müller, H.-J.; Özen, Ş. (Hrsg.) (2011): Küsten im Wandel. Ein Handbuch. Hamburg: Deichverlag. https://a.test/1",
                "Küsten im Wandel. Ein Handbuch",
                &["Müller, H.-J.", "Özen, Ş."],
                "Deichverlag",
                "2011",
            ),
            (
                "Berg, Å., A. Roe, and B. Low. 2014. “Ice on the Route.” Polar Studies 53 (7): 733–40. https://a.test/1",
                "Ice on the Route",
                &["Berg, Å.", "A. Roe", "B. Low"],
                "Polar Studies",
                "2014",
            ),
            (
                "Doe JA, Roe AB III, van der Berg C. Salt in motion. JAMA Sea. 2010;53(7):733-740. https://a.test/1",
                "Salt in motion",
                &["Doe JA", "Roe AB III", "van der Berg C"],
                "JAMA Sea",
                "2010",
            ),
        ] {
            super::super::tests::check(text, (Some(title), authors, Some(publisher), Some(published), None));
        }
    }
}
