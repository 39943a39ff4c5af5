//! Whose page it says it is: the name of its site, whoever holds its copyright, its language.

use serde::{Deserialize, Serialize};

use crate::span::floor_char_boundary;

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
}

/// A name or a line is kept up to so many bytes.
const LONGEST: usize = 120;
/// Bytes at the end of a page in which the word “copyright” is looked for; the sign is looked for everywhere.
const END: usize = 4_000;
/// The words, in lower case.
const COPYRIGHT: [&str; 2] = ["copyright", "(c) "];

impl Owner {
    /// Whether nothing is known.
    pub(super) fn is_unknown(&self) -> bool {
        *self == Self::default()
    }

    /// Adds what a reader sees.
    pub(super) fn read(&mut self, visible: &str) {
        if let Some(line) = copyright(visible) {
            self.holder = Some(line.to_owned());
        }
    }

    /// Bounds what was gathered.
    pub(super) fn bound(&mut self) {
        for text in [&mut self.site, &mut self.holder, &mut self.language].into_iter().flatten() {
            text.truncate(floor_char_boundary(text, LONGEST));
        }
    }
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
}
