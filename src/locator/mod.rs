//! Where a source is: URLs in text, one spelling for a page, archive addresses, identifiers.
