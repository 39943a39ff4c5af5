//! A document that is put together from parts gives these parts back.

use proptest::prelude::*;

use super::*;
use crate::document::{Format, Limits, parse};

/// What an entry is made of.
#[derive(Debug, Clone)]
struct Part {
    title: String,
    family: String,
    press: String,
    day: PartialDate,
    grammar: usize,
    quote: String,
}

/// The ways in which entries are written here.
const GRAMMARS: usize = 6;

fn part() -> impl Strategy<Value = Part> {
    let title = "[A-Z][b-df-hj-np-tv-z][aeo][lmnr][a-z]{2,6}( [bdfgkm][aeiou][lnrst][a-z]{2,5}){2,5}";
    let family = "[BDFGKM][aou][lnrt][a-z]{2,5}";
    let press = "[BDFGKM][aou][lnrt][a-z]{2,5} Post";
    let quote = "[bdfgkm][aou][lnrst][a-z]{1,5}( [bdfgkm][aou][lnrst][a-z]{1,5}){2,5}";
    let day = (1990..2030_i16, 1..=12_i8, 1..=28_i8);
    (title, family, press, day, 0..GRAMMARS, quote).prop_map(
        |(title, family, press, (year, month, day), grammar, quote)| {
            let day = PartialDate::from_day(year, month, day).expect("every month has 28 days");
            Part { title, family, press, day, grammar, quote }
        },
    )
}

impl Part {
    fn url(&self, number: usize) -> String {
        format!("https://h{number}.test/{}", self.family.to_lowercase())
    }

    fn entry(&self, number: usize) -> String {
        let Self { title, family, press, day, .. } = self;
        let (url, year) = (self.url(number), day.year());
        match self.grammar {
            0 => format!("{family}, Ann. “{title}.” {press}, {day}. Accessed {day}. {url}"),
            1 => format!("“{title}.” {press}, {day}. Accessed {day}. {url}."),
            2 => format!("{family}, Ann, and Max Cole. {title}. {press}, {day}. Accessed {day}. {url}"),
            3 => format!("{family}, A. ({year}). {title}. {press}. Accessed {day}. {url}"),
            4 => format!("{family} A, Cole M. {title}. {press} {year}; 3: 12–19. Accessed {day}. {url}"),
            _ => format!("{family}, Ann: {title}. {press}, {day}. Abgerufen am {day}. {url}"),
        }
    }

    /// The date of publication, as far as the grammar of the entry tells it.
    fn published(&self) -> PartialDate {
        let year = PartialDate::from_year(self.day.year()).expect("a year");
        if matches!(self.grammar, 3 | 4) { year } else { self.day }
    }
}

fn document(parts: &[Part], format: Format, mark: usize) -> String {
    let (title, list) = if format == Format::Markdown { ("# Words", "## References") } else { ("Words", "References") };
    let said = parts.iter().zip(1..).map(|(part, number)| {
        let mark = if mark == 0 { format!(" {number}") } else { format!("[{number}]") };
        format!("Somebody said “{}” to the others.{mark}\n\n", part.quote)
    });
    let entries = parts.iter().zip(1..).map(|(part, number)| format!("{number}. {}\n", part.entry(number)));
    format!("{title}\n\n{}{list}\n\n{}", said.collect::<String>(), entries.collect::<String>())
}

proptest! {
    #[test]
    fn a_document_gives_back_what_it_was_made_of(parts in prop::collection::vec(part(), 1..12), markdown in any::<bool>(), mark in 0..2_usize, crlf in any::<bool>()) {
        let format = if markdown { Format::Markdown } else { Format::Plain };
        let text = document(&parts, format, mark);
        let text = if crlf { format!("\u{feff}{}", text.replace('\n', "\r\n")) } else { text };
        let claims = claims(&parse(&text, format, Limits::default()), &text);
        prop_assert_eq!(claims.citations.len(), parts.len(), "{}", text);
        prop_assert_eq!(claims.quotes.len(), parts.len(), "{}", text);
        for (at, part) in parts.iter().enumerate() {
            let citation = &claims.citations[at];
            let url = part.url(at + 1);
            prop_assert_eq!(citation.title.as_ref(), Some(&part.title), "{}", text);
            prop_assert_eq!(citation.publisher.as_ref(), Some(&part.press), "{}", text);
            prop_assert_eq!((citation.published, citation.accessed), (Some(part.published()), Some(part.day)), "{}", text);
            prop_assert_eq!(citation.url.as_ref(), Some(&url));
            prop_assert_eq!(&text[citation.url_spans[0].range()], &url);
            let quote = &claims.quotes[at];
            prop_assert_eq!(&quote.text, &part.quote);
            prop_assert_eq!(&text[quote.place.span.range()], &part.quote);
            prop_assert_eq!(&quote.cites, &vec![at], "{}", text);
        }
    }
}
