//! Citations that a page holds for machines: `<span class="Z3988" title="…">`.

use crate::date::PartialDate;
use crate::document::{Source, entity};
use crate::locator::doi;

/// The source that the `title` of such a span describes, its character references taken out.
pub(super) fn read(title: &str) -> Source {
    let mut source = Source::default();
    let (mut family, mut given) = (None, None);
    for (key, value) in url::form_urlencoded::parse(entity::decoded(title).as_bytes()) {
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        if value.is_empty() {
            continue;
        }
        match key.as_ref() {
            "rft_id" if value.contains("://") && !value.starts_with("info:") => {
                source.url.get_or_insert(value);
            }
            "rft_id" if value.starts_with("//") => {
                source.url.get_or_insert_with(|| format!("https:{value}"));
            }
            "rft_id" => {
                source.doi = source.doi.take().or_else(|| Some(value.strip_prefix("info:doi/")?.to_lowercase()));
            }
            "rft.title" | "rft.atitle" => {
                source.title.get_or_insert_with(|| value.trim_end_matches('.').to_owned());
            }
            "rft.btitle" if source.title.is_none() => source.title = Some(value),
            "rft.pub" => source.publisher = Some(value),
            "rft.jtitle" => {
                source.publisher.get_or_insert(value);
            }
            "rft.date" => source.published = PartialDate::parse_iso(&value).ok(),
            "rft.aulast" => family = Some(value),
            "rft.aufirst" => given = Some(value),
            "rft.au" => source.authors.push(value),
            _ => {}
        }
    }
    if let Some(family) = family {
        let name = given.map_or_else(|| family.clone(), |given| format!("{family}, {given}"));
        if !source.authors.contains(&name) {
            source.authors.insert(0, name);
        }
    }
    if source.doi.is_none() {
        source.doi = source.url.as_deref().and_then(doi::of_address);
    }
    source
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_held_for_machines_is_read() {
        let source = read(
            "ctx_ver=Z39.88-2004&amp;rft.genre=unknown&amp;rft.btitle=A+Long+Night&amp;rft.pub=Harbour+Post&amp;rft.date=2021-05-03\
             &amp;rft.aulast=Byrd&amp;rft.aufirst=Hazel&amp;rft.au=Oduya%2C+Sam&amp;rft_id=https%3A%2F%2Fpost.test%2Fa%3Fb%3D1",
        );
        assert_eq!(source.url.as_deref(), Some("https://post.test/a?b=1"));
        assert_eq!(
            (source.title.as_deref(), source.publisher.as_deref()),
            (Some("A Long Night"), Some("Harbour Post"))
        );
        assert_eq!(source.authors, ["Byrd, Hazel", "Oduya, Sam"]);
        assert_eq!(source.published, PartialDate::parse_iso("2021-05-03").ok());
    }
}
