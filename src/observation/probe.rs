//! What came of asking a host for a page that cannot be there, beside one that seems not to be.

use serde::{Deserialize, Serialize};

/// Of a hundred words, so many are the same on two answers that say the same.
pub(crate) const SAME: u8 = 95;

/// A question for a page of a random name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Probe {
    /// What was asked for: the folder and the ending of the cited page, with a name that nobody gives.
    pub url: String,
    /// How it ended.
    pub end: ProbeEnd,
    /// Of a hundred words of the cited page and of the first page of its site, so many are the same; none where that was not
    /// asked for, or says too little to be compared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub home: Option<u8>,
}

/// How such a question ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProbeEnd {
    /// With an answer.
    Answered {
        /// The status.
        status: u16,
        /// The URL that answered.
        final_url: String,
        /// Redirects on the way there.
        hops: usize,
        /// Of a hundred words of the two answers, so many are the same; none where one of them says next to nothing.
        likeness: Option<u8>,
    },
    /// Without one.
    Nothing,
    /// It was not asked.
    NotAsked(Unasked),
}

/// Why a host was not asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unasked {
    /// It was asked as often as a host is in a run, or is left alone for the rest of it.
    Budget,
    /// Its robots.txt refuses it.
    Robots,
    /// The recorded files do not hold its answer.
    NotInReplay,
}

impl Probe {
    /// Whether the question was asked, whatever came of it.
    pub(crate) fn was_asked(&self) -> bool {
        !matches!(self.end, ProbeEnd::NotAsked(_))
    }
}
