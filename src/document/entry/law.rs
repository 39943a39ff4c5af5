//! Notes as American law reviews have them: `Jane Doe, The Canon of Tides, 99 SEA L. REV. 1, 14 (2017)`, and
//! `Ann Byrd, High Tides, HARBOUR POST (June 6, 2013)`.

use std::ops::Range;

use super::authors;

/// A title, and the name of what it appeared in.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) title: Range<usize>,
    pub(super) container: Range<usize>,
}

/// Brackets before the one with the year.
const BRACKETS: usize = 8;

/// Reads such a note; the year in brackets ends it.
pub(super) fn find(text: &str) -> Option<Found> {
    let open = text.match_indices('(').take(BRACKETS).map(|(at, _)| at).find(|&at| is_dated(&text[at + 1..]))?;
    let before = text[..open].trim_end();
    let pieces = pieces(before);
    let first = pieces.first()?;
    let (at, container) = pieces.iter().enumerate().skip(2).find_map(|(at, piece)| {
        let name = container(&before[piece.clone()], at + 1 == pieces.len())?;
        Some((at, piece.start + name.start..piece.start + name.end))
    })?;
    let people = before[first.clone()].split(" & ").all(|name| authors::is_person(name) || authors::has_initial(name));
    let title = pieces[1].start..pieces[at - 1].end;
    let words = &before[title.clone()];
    // The names of the parties of a suit are shortened: they are not what the page is called.
    (people && !words.contains(" v. ")).then_some(Found { title, container })
}

/// What commas part.
fn pieces(text: &str) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices(", ") {
        pieces.push(start..at);
        start = at + 2;
    }
    pieces.push(start..text.len());
    pieces
}

/// `99 SEA L. REV. 1`: the name between the volume and the page; or, where it is the last, a name in capitals.
fn container(piece: &str, last: bool) -> Option<Range<usize>> {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (volume, rest) = piece.split_once(' ').unwrap_or(("", piece));
    if digits(volume) {
        let (name, page) = rest.rsplit_once(' ')?;
        let start = volume.len() + 1;
        return (digits(page) && name.starts_with(char::is_uppercase)).then_some(start..start + name.len());
    }
    let capitals = piece.chars().filter(|c| c.is_alphabetic()).count() >= 3 && !piece.contains(char::is_lowercase);
    (last && capitals).then_some(0..piece.len())
}

/// `Sea LR` of `36 Sea LR 401`.
pub(super) fn reporter(text: &str) -> Option<&str> {
    text.starts_with(|c: char| c.is_ascii_digit()).then(|| container(text, false)).flatten().map(|name| &text[name])
}

/// Whether a bracket begins with the year of a volume or the date of a newspaper.
fn is_dated(inside: &str) -> bool {
    let Some((date, _)) = inside.split_once(')') else { return false };
    let year = date.rsplit(' ').next().unwrap_or(date);
    year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_told_from_judgments() {
        let check = |text: &str, expected: Option<(&str, &str)>| {
            let found = find(text).map(|found| (&text[found.title], &text[found.container]));
            assert_eq!(found, expected, "{text}");
        };
        check(
            "Jane Q. Doe, The Canon of Tides, 99 SEA L. REV. 1, 14–15 (2017), ",
            Some(("The Canon of Tides", "SEA L. REV.")),
        );
        check(
            "Ann Byrd & Max Cole, Tides, Boats, and Law, 12 Harb. L.J. 3 (2017)",
            Some(("Tides, Boats, and Law", "Harb. L.J.")),
        );
        check(
            "Ann Byrd, Ports Said to Seek Data, HARBOUR POST (June 6, 2013), ",
            Some(("Ports Said to Seek Data", "HARBOUR POST")),
        );
        assert_eq!((reporter("36 Sea LR 401"), reporter("Sea LR 401")), (Some("Sea LR"), None));
        for text in [
            "Harbour Co. v. Tide Bd., 579 U.S. 325, 335 (2016) (quoting Byrd, 561 U.S. at 255)",
            "28 U.S.C. § 1605(a)(2) (2018).",
            "Press Release, Dep’t of Tides, Fine Imposed (Mar. 12, 2019)",
            "Byrd, A. (2020). High tides, 12 boats. Harbour Post.",
        ] {
            check(text, None);
        }
    }
}
