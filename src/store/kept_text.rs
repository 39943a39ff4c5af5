//! The texts of a page as they are kept: as they stand, behind the rest of the page as JSON. Escaping a text for JSON, and
//! finding its end there again, is more work than packing it.

use serde::{Deserialize, Serialize};

use crate::packed;
use crate::page::{Page, PageText, TextName};

/// What stands first in a page that is kept so; one that is JSON as a whole begins otherwise.
const APART: u8 = 0x05;

/// What stands before the texts.
#[derive(Serialize)]
struct Head<'a> {
    page: &'a Page,
    /// The length of each.
    texts: Vec<(TextName, usize)>,
}

#[derive(Deserialize)]
struct HeadRead {
    page: Page,
    texts: Vec<(TextName, usize)>,
}

/// The page, packed.
pub(super) fn pack(mut page: Page) -> Vec<u8> {
    let texts = std::mem::take(&mut page.texts);
    let lengths = texts.iter().map(|text| (text.name, text.text.len())).collect();
    let head = packed::json(&Head { page: &page, texts: lengths });
    let length = u32::try_from(head.len()).expect("a page is far smaller than four gigabytes");
    let all: usize = texts.iter().map(|text| text.text.len()).sum();
    let mut bytes = Vec::with_capacity(size_of::<u32>() + head.len() + all);
    bytes.extend(length.to_le_bytes());
    bytes.extend_from_slice(head.as_bytes());
    for text in &texts {
        bytes.extend_from_slice(text.text.as_bytes());
    }
    packed::pack_lz4(APART, &bytes)
}

/// The page that was packed, now or by an earlier version.
pub(super) fn unpack(packed: &[u8]) -> Result<Page, serde_json::Error> {
    match packed.split_first() {
        Some((&APART, rest)) => parted(&packed::unpack_lz4(rest).map_err(serde_json::Error::io)?),
        _ => packed::unpack(packed),
    }
}

fn parted(bytes: &[u8]) -> Result<Page, serde_json::Error> {
    let (length, rest) = bytes.split_first_chunk().ok_or_else(damaged)?;
    let length = usize::try_from(u32::from_le_bytes(*length)).map_err(|_| damaged())?;
    let (head, mut rest) = rest.split_at_checked(length).ok_or_else(damaged)?;
    let HeadRead { mut page, texts } = serde_json::from_slice(head)?;
    for (name, length) in texts {
        let (text, after) = rest.split_at_checked(length).ok_or_else(damaged)?;
        rest = after;
        page.texts.push(PageText { name, text: String::from_utf8(text.to_vec()).map_err(|_| damaged())? });
    }
    if rest.is_empty() { Ok(page) } else { Err(damaged()) }
}

fn damaged() -> serde_json::Error {
    serde_json::Error::io(std::io::Error::new(std::io::ErrorKind::InvalidData, "the texts of a page are damaged"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(texts: &[(TextName, &str)]) -> Page {
        let texts = texts.iter().map(|(name, text)| PageText { name: *name, text: (*text).to_owned() }).collect();
        Page { titles: vec!["“Tides”, a\ttitle".to_owned()], texts, ..Page::default() }
    }

    #[test]
    fn a_page_is_read_back_as_it_was_and_what_is_damaged_is_refused() {
        let long = "words of a page “quoted”\n\t".repeat(9000);
        for texts in [&[][..], &[(TextName::Visible, "ä\n\"b\"")], &[(TextName::Visible, &long), (TextName::Meta, "")]]
        {
            let packed = pack(page(texts));
            assert_eq!(unpack(&packed).unwrap(), page(texts));
            assert!(unpack(&packed[..packed.len() - 1]).is_err() && unpack(&packed[..3]).is_err());
        }
        let parts = |head: &str, texts: &[u8]| {
            let length = u32::try_from(head.len()).unwrap().to_le_bytes();
            packed::pack_lz4(APART, &[&length[..], head.as_bytes(), texts].concat())
        };
        let head = |length: usize| {
            let page = serde_json::to_string(&page(&[])).unwrap();
            format!("{{\"page\":{page},\"texts\":[[\"visible\",{length}]]}}")
        };
        assert_eq!(unpack(&parts(&head(3), "abc".as_bytes())).unwrap(), page(&[(TextName::Visible, "abc")]));
        for (length, text) in [(4, &b"abc"[..]), (2, b"abc"), (usize::MAX, b"abc"), (1, b"\xff")] {
            assert!(unpack(&parts(&head(length), text)).is_err());
        }
        assert!(unpack(&packed::pack_lz4(APART, b"\xff\xff\xff\xff")).is_err());
    }

    #[test]
    fn a_page_that_an_earlier_version_kept_is_read() {
        let earlier = page(&[(TextName::Visible, "words")]);
        assert_eq!(unpack(&packed::pack_zlib(&earlier)).unwrap(), earlier);
    }
}
