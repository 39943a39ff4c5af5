//! The words of a link that are a title between quotation marks, from the first to the last: the frame that a program draws
//! around a link tells the words of each line only nearly.

use crate::text::laid::LaidLink;

/// Words that a frame can miss, of a title that has so many times as many.
const MISSED: usize = 2;

/// Lets every link that has one of the marks around a title have all of it.
pub(super) fn complete(links: &mut [LaidLink], text: &str) {
    for at in 0..links.len() {
        let end = links.get(at + 1).map_or(text.len(), |next| next.range.start);
        let start = at.checked_sub(1).map_or(0, |before| links[before].range.end);
        let own = &mut links[at].range;
        let words = text.get(own.clone()).unwrap_or_default();
        let most = words.split_whitespace().count().min(MISSED);
        for (open, close) in [('“', '”'), ('«', '»'), ('„', '“'), ('"', '"')] {
            let begins = words.trim_start().starts_with(open);
            let opens = words.matches(open).count();
            if begins && opens == 1 && (open == close || !words.contains(close)) {
                let behind = text.get(own.end..end.max(own.end)).unwrap_or_default();
                let missed = behind.find(close).filter(|&length| is_few(&behind[..length], most, open));
                own.end += missed.map_or(0, |length| length + close.len_utf8());
                break;
            }
            let ends = words.trim_end().trim_end_matches([',', '.']).ends_with(close);
            if ends && !begins && words.matches(close).count() == 1 && (open == close || opens == 0) {
                let before = text.get(start.min(own.start)..own.start).unwrap_or_default();
                let missed = before.rfind(open).filter(|&from| is_few(&before[from + open.len_utf8()..], most, close));
                own.start -= missed.map_or(0, |from| before.len() - from);
                break;
            }
        }
    }
}

/// Whether what was missed is no more than some words of one paragraph, with no mark of another quotation.
fn is_few(missed: &str, most: usize, other: char) -> bool {
    missed.split_whitespace().count() <= most && !missed.contains("\n\n") && !missed.contains(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, words: &str, expected: &str) {
        let start = text.find(words).unwrap();
        let mut links = [LaidLink { range: start..start + words.len(), url: "https://a.test".to_owned() }];
        complete(&mut links, text);
        assert_eq!(&text[links[0].range.clone()], expected, "{text}");
    }

    #[test]
    fn a_link_that_has_one_mark_of_a_title_has_all_of_it() {
        check("Jane Doe, “The Wall Falls,” Post.", "“The Wall", "“The Wall Falls,”");
        check("Jane Doe, “The Wall\nFalls,” Post.", "“The Wall", "“The Wall\nFalls,”");
        check("Jane Doe, \"The Wall Falls,\" Post.", "\"The Wall", "\"The Wall Falls,\"");
        check("Jane Doe, “The Wall Falls,” Post.", "Wall Falls,”", "“The Wall Falls,”");
        check("Jane Doe, „Die Mauer fällt“, Post.", "„Die Mauer", "„Die Mauer fällt“");
    }

    #[test]
    fn a_link_that_is_no_title_stays() {
        for (text, words) in [
            ("Jane Doe, “The Wall Falls,” Post.", "“The Wall Falls,”"),
            ("Jane Doe, “The Wall Falls,” Post.", "Wall"),
            ("He said “The Wall fell on the town” today.", "“The Wall"),
            ("He said “The Wall\n\nfell” today.", "“The Wall"),
            ("He said “The Wall and “so” today.", "“The Wall"),
            ("See the report, “Post”.", "the report"),
        ] {
            check(text, words, words);
        }
    }
}
