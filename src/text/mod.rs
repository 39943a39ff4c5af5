//! Decoding that documents and pages share: from bytes to characters.
