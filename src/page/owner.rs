//! Whose page it says it is: the name of its site, whoever holds its copyright, its language.

use serde::{Deserialize, Serialize};

use crate::span::{Span, floor_char_boundary};

/// What a page says of its owner, as written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owner {
    /// The name of its site: `og:site_name`, `application-name`, the publisher of its metadata.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<String>,
    /// The line of its copyright: the last one that a reader sees with a year, else what its metadata has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holder: Option<String>,
    /// `<html lang>`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// What else is named around the text of a page that names an owner: words of its navigation and footer that are written
    /// as names are, domains of its addresses of e-mail, other names in its metadata. Apart by white space.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub around: String,
}

/// A name or a line is kept up to so many bytes.
const LONGEST: usize = 120;
/// Bytes at the end of a page in which the word “copyright” is looked for; the sign is looked for everywhere.
const END: usize = 4_000;
/// As much is kept of what is named around the text, and looked through for it.
const AROUND: usize = 600;
const LOOKED_THROUGH: usize = 6_000;
/// Bytes at the end of a page that belong to its footer, whether that is marked or not.
const FOOT: usize = 300;
/// Domains of addresses of e-mail.
pub(super) const MOST_MAILS: usize = 4;
const MOST_SIGNS: usize = 50;
/// The words, in lower case.
const COPYRIGHT: [&str; 2] = ["copyright", "(c) "];

impl Owner {
    /// Whether nothing is known.
    pub(super) fn is_unknown(&self) -> bool {
        *self == Self::default()
    }

    /// Adds what a reader sees, with the navigation and the footer in it.
    pub(super) fn read(&mut self, visible: &str, margins: &[Span]) {
        if let Some(line) = copyright(visible) {
            self.holder = Some(line.to_owned());
        }
        if self.site.is_none() && self.holder.is_none() {
            self.around.clear();
            return;
        }
        for word in mails(visible).into_iter().chain(named(visible, margins)) {
            if self.around.len() + word.len() >= AROUND {
                break;
            }
            if !self.around.is_empty() {
                self.around.push(' ');
            }
            self.around.push_str(word);
        }
    }

    /// Bounds what was gathered.
    pub(super) fn bound(&mut self) {
        for text in [&mut self.site, &mut self.holder, &mut self.language].into_iter().flatten() {
            text.truncate(floor_char_boundary(text, LONGEST));
        }
        self.around.truncate(floor_char_boundary(&self.around, AROUND));
    }
}

/// The domain of the address that a link writes to.
pub(super) fn mailed(href: &str) -> Option<String> {
    let (scheme, address) = href.trim_start().split_once(':')?;
    let domain = address.split_once('@')?.1;
    scheme.eq_ignore_ascii_case("mailto").then(|| domain_at(domain).map(str::to_owned)).flatten()
}

/// The domains of addresses of e-mail in a text.
fn mails(visible: &str) -> Vec<&str> {
    let mut domains: Vec<&str> = Vec::new();
    for at in memchr::memchr_iter(b'@', visible.as_bytes()).take(MOST_SIGNS) {
        let domain = domain_at(&visible[at + 1..]).filter(|_| visible[..at].ends_with(char::is_alphanumeric));
        domains.extend(domain.filter(|domain| domains.len() < MOST_MAILS && !domains.contains(domain)));
    }
    domains
}

/// The domain that a text begins with.
fn domain_at(text: &str) -> Option<&str> {
    let end =
        text.bytes().take(LONGEST).take_while(|byte| byte.is_ascii_alphanumeric() || b"-.".contains(byte)).count();
    let domain = text[..end].trim_end_matches(['.', '-']);
    (domain.contains('.') && !domain.starts_with('.')).then_some(domain)
}

/// The words at the end of a page and in its margins, the last first, that are written as names are; each once.
fn named<'a>(visible: &'a str, margins: &[Span]) -> Vec<&'a str> {
    let mut foot = visible.len().saturating_sub(FOOT);
    while !visible.is_char_boundary(foot) {
        foot += 1;
    }
    let parts =
        std::iter::once(&visible[foot..]).chain(margins.iter().rev().filter_map(|span| visible.get(span.range())));
    let (mut words, mut length, mut left): (Vec<&str>, usize, usize) = (Vec::new(), 0, LOOKED_THROUGH);
    for part in parts {
        let part = &part[..floor_char_boundary(part, left)];
        left -= part.len();
        for word in part.split(|c: char| !c.is_alphanumeric()).filter(|word| is_named(word)) {
            if length < AROUND && !words.contains(&word) {
                length += word.len() + 1;
                words.push(word);
            }
        }
    }
    words
}

/// Whether a word is written as names are, with a capital or in a script that has none.
fn is_named(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(|first| first.is_alphabetic() && !first.is_lowercase()) && letters.next().is_some()
}

/// The last line of a text that claims a copyright and names a year: without one it is the credit of a picture.
fn copyright(visible: &str) -> Option<&str> {
    let by_sign = visible.rmatch_indices('©').map(|(at, _)| line_around(visible, at)).find(|line| has_year(line));
    by_sign.or_else(|| {
        let mut start = visible.len().saturating_sub(END);
        while !visible.is_char_boundary(start) {
            start += 1;
        }
        let end = &visible[start..];
        let lower = end.to_ascii_lowercase();
        let last = || end.lines().rev().map(str::trim).find(|line| has_year(line) && says_copyright(line));
        COPYRIGHT.iter().any(|word| lower.contains(word)).then(last).flatten()
    })
}

/// The line around a sign, without the rest of a paragraph before it.
fn line_around(text: &str, at: usize) -> &str {
    let start = text[..at].rfind(['\n', '\t']).map_or(0, |start| start + 1);
    let end = text[at..].find(['\n', '\t']).map_or(text.len(), |end| at + end);
    let start = if end - start > LONGEST { at } else { start };
    text[start..end].trim()
}

fn says_copyright(line: &str) -> bool {
    let is = |word: &&str| line.len() <= 2 * LONGEST && line.to_ascii_lowercase().contains(*word);
    COPYRIGHT.iter().any(is)
}

/// Whether four digits in it are a year of the web, or of what stands on it.
fn has_year(line: &str) -> bool {
    let line = &line[..floor_char_boundary(line, 4 * LONGEST)];
    line.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() == 4 && matches!(&digits[..2], "19" | "20"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_holder_of_the_copyright_is_in_the_last_line_that_names_a_year() {
        for (text, expected) in [
            ("Words.\n© 2019 Tidewater Seed Library", Some("© 2019 Tidewater Seed Library")),
            (
                "A picture © Ada Holm\nWords.\nCopyright © 2020–2026 Varn County. All rights reserved.\nTop",
                Some("Copyright © 2020–2026 Varn County. All rights reserved."),
            ),
            ("Words.\nCopyright 2003, The Hallow Courier", Some("Copyright 2003, The Hallow Courier")),
            ("Words.\n(c) 2011 Hallow", Some("(c) 2011 Hallow")),
            ("A picture © Ada Holm", None),
            (
                "The law of copyright of 1911 was long in force.\nWords",
                Some("The law of copyright of 1911 was long in force."),
            ),
            ("Nothing of the kind in 2019", None),
        ] {
            assert_eq!(copyright(text), expected, "{text}");
        }
        let long = format!("{} © 2019 Tidewater", "word ".repeat(100));
        assert_eq!(copyright(&long), Some("© 2019 Tidewater"));
    }

    #[test]
    fn what_is_named_around_the_text_of_a_page_is_kept_within_bounds() {
        let (text, foot) = (
            format!("{}Write to info@varn.example, not @hallow.example. ", "words of Ada ".repeat(40)),
            "words ".repeat(60),
        );
        let visible = format!("Home\nVarn is now Hallow\n{text}{foot}The Varn mark");
        let mut owner = Owner { site: Some("Hallow".into()), around: "Hallow Group".into(), ..Owner::default() };
        owner.read(&visible, &[Span::new(0, 23)]);
        assert_eq!(owner.around, "Hallow Group varn.example The Varn Home Hallow");
        let mut of_nobody = Owner::default();
        of_nobody.read(&visible, &[Span::new(0, 23)]);
        assert!(of_nobody.is_unknown());
        let many = (0..2_000).map(|at| format!("Name{at} ")).collect::<Vec<_>>().concat();
        owner.read(&many, &[Span::new(0, many.len())]);
        owner.bound();
        assert!(owner.around.len() <= AROUND);
    }

    #[test]
    fn links_to_e_mail_name_its_domain() {
        for (href, expected) in [
            ("mailto:info@varn.example?subject=x", Some("varn.example")),
            ("MAILTO:info@varn.example", Some("varn.example")),
            ("mailto:info", None),
            ("https://varn.example/@ada", None),
            ("mailto:info@localhost", None),
        ] {
            assert_eq!(mailed(href).as_deref(), expected, "{href}");
        }
    }
}
