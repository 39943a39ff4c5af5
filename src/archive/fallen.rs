//! Captures that say of themselves that they are no page, as far as a run has seen them.

use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};

use crate::observation::capture::Capture;

/// The bytes of captures that say of themselves that they are no page: archives list the error page of a host under every
/// address that they asked it for.
#[derive(Debug)]
pub(crate) struct Fallen(
    // Looked into and left at once.
    Mutex<HashSet<String>>,
);

/// The digest of nothing at all, as archives write it: what redirects say.
const NOTHING: &str = "3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ";

impl Default for Fallen {
    fn default() -> Self {
        Self(Mutex::new(HashSet::from([NOTHING.to_owned()])))
    }
}

impl Fallen {
    pub(crate) fn has(&self, capture: &Capture) -> bool {
        let fallen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        capture.digest.as_ref().is_some_and(|digest| fallen.contains(digest))
    }

    pub(crate) fn add(&self, capture: &Capture) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend(capture.digest.clone());
    }
}
