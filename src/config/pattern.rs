//! Patterns of source addresses: `*` for a run of characters without `/`, `**` for any run.

use url::Url;

use super::problem::BadValue;

/// A pattern of addresses, spelled as [`Url`] spells an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    written: String,
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Literal(String),
    WithinSegment,
    Anything,
}

impl Pattern {
    /// Reads a pattern: an http or https address in which stars may stand.
    ///
    /// It is put through the same parser as the addresses it is held against, so that letter case, default ports and
    /// percent signs are spelled alike.
    pub fn new(written: &str) -> Result<Self, BadValue> {
        let parsed = Url::parse(written.trim())
            .ok()
            .filter(|url| matches!(url.scheme(), "http" | "https"))
            .ok_or_else(|| BadValue::new("must be an http or https address, in which `*` and `**` may stand"))?;
        let mut spelled = without_fragment(&parsed).as_str().to_owned();
        let ends_in_host = written.split_once("://").is_some_and(|(_, rest)| !rest.contains('/'));
        if ends_in_host && written.ends_with('*') && spelled.ends_with('/') {
            spelled.pop();
        }
        Ok(Self { written: written.to_owned(), pieces: pieces(&spelled) })
    }

    /// Whether the address, without its fragment, fits.
    pub fn matches(&self, url: &Url) -> bool {
        let url = without_fragment(url);
        let text = url.as_str();
        let mut ends = vec![0];
        for piece in &self.pieces {
            ends = piece.ends(text, &ends);
        }
        ends.last() == Some(&text.len())
    }
}

impl Piece {
    /// Where the piece can end when it begins at any of `starts`; both sorted, without doubles. A set of places
    /// instead of backtracking keeps the time bounded by the product of the lengths.
    fn ends(&self, text: &str, starts: &[usize]) -> Vec<usize> {
        match self {
            Self::Literal(literal) => {
                let fits = |start: &&usize| text[**start..].starts_with(literal);
                starts.iter().filter(fits).map(|start| start + literal.len()).collect()
            }
            Self::WithinSegment => {
                let mut ends: Vec<usize> = Vec::new();
                for &start in starts {
                    if ends.last().is_some_and(|&last| start <= last) {
                        continue;
                    }
                    let stop = text[start..].find('/').map_or(text.len(), |slash| start + slash);
                    ends.extend((start..=stop).filter(|&at| text.is_char_boundary(at)));
                }
                ends
            }
            Self::Anything => {
                let first = starts.first().copied().unwrap_or(text.len() + 1);
                (first..=text.len()).filter(|&at| text.is_char_boundary(at)).collect()
            }
        }
    }
}

fn without_fragment(url: &Url) -> Url {
    let mut url = url.clone();
    url.set_fragment(None);
    url
}

fn pieces(spelled: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = spelled;
    while let Some(at) = rest.find('*') {
        if at > 0 {
            pieces.push(Piece::Literal(rest[..at].to_owned()));
        }
        let stars = rest[at..].bytes().take_while(|&byte| byte == b'*').count();
        pieces.push(if stars == 1 { Piece::WithinSegment } else { Piece::Anything });
        rest = &rest[at + stars..];
    }
    if !rest.is_empty() {
        pieces.push(Piece::Literal(rest.to_owned()));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(pattern: &str, url: &str, expected: bool) {
        let fits = Pattern::new(pattern).expect(pattern).matches(&Url::parse(url).expect(url));
        assert_eq!(fits, expected, "{pattern} on {url}");
    }

    #[test]
    fn one_star_stays_within_a_segment_and_two_do_not() {
        check("https://news.example/*", "https://news.example/a", true);
        check("https://news.example/*", "https://news.example/a/b", false);
        check("https://news.example/**", "https://news.example/a/b", true);
        check("https://news.example/**", "https://news.example/", true);
        check("https://news.example/**/pdf", "https://news.example/a/b/pdf", true);
        check("https://news.example/*/pdf", "https://news.example/a/b/pdf", false);
        check("https://*.news.example/**", "https://www.news.example/a", true);
        check("https://*.news.example/**", "https://news.example/a", false);
        check("https://news.example**", "https://news.example/a?b=c", true);
        check("https://news.example/a*b*c", "https://news.example/aXbYbZc", true);
        check("https://news.example/a*b*c", "https://news.example/aXbYbZd", false);
    }

    #[test]
    fn a_pattern_and_an_address_are_spelled_alike() {
        check("https://News.Example", "https://news.example/", true);
        check("https://news.example:443/a", "https://news.example/a", true);
        check("https://bücher.example/**", "https://xn--bcher-kva.example/a", true);
        check("https://news.example/ü*", "https://news.example/%C3%BCber", true);
        check("https://news.example/a", "https://news.example/a#part", true);
        check("https://news.example/a?x=*", "https://news.example/a?x=1", true);
        check("http://news.example/**", "https://news.example/a", false);
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for written in ["", "news.example/**", "ftp://news.example/**", "*", "https://"] {
            assert!(Pattern::new(written).is_err(), "{written}");
        }
    }

    #[test]
    fn many_stars_take_no_endless_time() {
        let pattern = format!("https://news.example/{}", "*a".repeat(200));
        check(&pattern, &format!("https://news.example/{}", "a".repeat(199)), false);
    }

    proptest! {
        #[test]
        fn no_pattern_panics(pattern in "https?://[a-z*.ü]{1,8}[/a-zü*?&=%]{0,20}", path in "[/a-zü*%]{0,20}") {
            let url = Url::parse(&format!("https://a.example/{path}")).expect("an address");
            if let Ok(pattern) = Pattern::new(&pattern) {
                pattern.matches(&url);
            }
        }
    }
}
