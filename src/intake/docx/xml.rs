//! What all parts read of their XML.

use quick_xml::events::BytesStart;

/// The value of an attribute, whatever its namespace is called.
pub(super) fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = start.attributes().with_checks(false).flatten().find(|own| own.key.local_name().as_ref() == name)?;
    let written = found.value.into_owned();
    Some(quick_xml::escape::unescape(&written).map_or_else(|_| written.clone(), std::borrow::Cow::into_owned))
}
