//! The links of a page: annotations with an address.

use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, Number, String as PdfString};
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::kurbo::{Affine, Point};

use super::PdfLink;

/// Annotations of a page that are looked at.
const MOST: usize = 2_000;

/// Bytes of an address.
const LONGEST: usize = 4_096;

/// The links of `page`, in the order of the file.
pub(super) fn links(page: &Page<'_>) -> Vec<PdfLink> {
    let turned = Affine::new(page.initial_transform(true).as_coeffs());
    let Some(annotations) = page.raw().get::<Array<'_>>(b"Annots") else { return Vec::new() };
    annotations.iter::<Dict<'_>>().take(MOST).filter_map(|annotation| link(&annotation, turned)).collect()
}

fn link(annotation: &Dict<'_>, turned: Affine) -> Option<PdfLink> {
    let kind = annotation.get::<Name<'_>>(b"Subtype")?;
    let url = annotation.get::<Dict<'_>>(b"A")?.get::<PdfString<'_>>(b"URI")?;
    if &*kind != b"Link" || url.as_bytes().len() > LONGEST {
        return None;
    }
    let rect: Vec<f64> =
        annotation.get::<Array<'_>>(b"Rect")?.iter::<Number>().map(|number| number.as_f64()).take(4).collect();
    let &[left, low, right, high] = &rect[..] else { return None };
    let [one, other] = [turned * Point::new(left, low), turned * Point::new(right, high)];
    #[expect(clippy::cast_possible_truncation, reason = "points of a page")]
    let edges = |one: f64, other: f64| [one.min(other) as f32, one.max(other) as f32];
    let url = String::from_utf8_lossy(url.as_bytes()).trim().to_owned();
    // Letters and calls are no sources.
    let scheme = url.split_once(':').map_or("", |(scheme, _)| scheme).to_ascii_lowercase();
    if ["mailto", "tel", "sms", "javascript", "file"].contains(&scheme.as_str()) {
        return None;
    }
    Some(PdfLink { url, x: edges(one.x, other.x), y: edges(one.y, other.y) })
}
