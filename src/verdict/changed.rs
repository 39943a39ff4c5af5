//! Whether a page still says what it said in the capture nearest to the day on which it was read: how much of that, and
//! since when not.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::look;
use super::words::day;
use crate::observation::{Answer, BodyEnd, Observation};
use crate::page::{Overlap, Signs};

/// A capture as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CapturedPage {
    /// The address that a person opens.
    pub url: String,
    /// When the page was captured.
    pub captured_at: Timestamp,
    /// What the page showed of itself then.
    pub signs: Signs,
}

/// What a page became since it was captured.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changed {
    /// In a word.
    pub verdict: Change,
    /// Of a hundred runs of three words that stand in either text, so many stand in both.
    pub similarity: u8,
    /// Of a hundred of the capture, so many still stand.
    pub kept: u8,
    /// Of a hundred of the page, so many are not in the capture.
    pub new: u8,
    /// The capture that it was compared with.
    pub capture: String,
    /// When that was captured.
    pub captured_at: Timestamp,
    /// When it was last known to read as in the capture, before it was known to have changed.
    pub still_so: Option<Timestamp>,
    /// When it was first known not to, after that.
    pub changed_by: Option<Timestamp>,
}

/// What a page became.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// It reads as it did, or nearly so.
    Same,
    /// A part of what it said is not there any more.
    Edited,
    /// Most of what it said is not there any more.
    Rewritten,
}

/// Of a hundred runs, so many have to stand for a page to read as it did. See docs/pages.md for what this and the next tell
/// apart, and how well.
const SAME: u8 = 80;
/// Of a page that was rewritten, fewer stand.
const REWRITTEN: u8 = 30;

impl Change {
    /// The word of the report.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Edited => "edited",
            Self::Rewritten => "rewritten",
        }
    }

    fn of(kept: u8) -> Self {
        match kept {
            SAME.. => Self::Same,
            REWRITTEN.. => Self::Edited,
            _ => Self::Rewritten,
        }
    }
}

impl Changed {
    /// Whether it reads otherwise than in the capture.
    pub fn is_told(&self) -> bool {
        self.verdict != Change::Same
    }

    /// As a sentence or two.
    pub(super) fn told(&self) -> String {
        let (kept, new, captured) = (self.kept, self.new, day(self.captured_at));
        let much = match kept {
            0 => "next to nothing of what it said then still stands".to_owned(),
            kept => format!("about {kept} % of what it said then still stands"),
        };
        let new = if new == 0 { String::new() } else { format!(", and about {new} % of what it says now is new") };
        let since = match (self.still_so, self.changed_by) {
            (Some(so), Some(by)) if so > self.captured_at && day(so) == day(by) => {
                format!(" It changed on {}, between two looks.", day(by))
            }
            (Some(so), Some(by)) if so > self.captured_at => {
                format!(" It still read so on {}, and had changed by {}.", day(so), day(by))
            }
            (_, Some(by)) => format!(" It had changed by {}.", day(by)),
            (_, None) => String::new(),
        };
        format!("The page has changed since it was captured on {captured}: {much}{new}.{since}")
    }
}

/// Compares the last look with the first of the captures; the other captures and looks say since when it is another.
pub(super) fn compare(history: &[Observation], captured: &[CapturedPage]) -> Option<Changed> {
    let (last, capture) = (history.last()?, captured.first()?);
    let overlap = overlap(last, capture)?;
    let (verdict, kept) = (Change::of(overlap.kept()), overlap.kept());
    let (still_so, changed_by) = match verdict {
        Change::Same => (Some(last.observed_at), None),
        Change::Edited | Change::Rewritten => since(history, captured, capture),
    };
    Some(Changed {
        verdict,
        similarity: overlap.similarity(),
        kept,
        new: overlap.added(),
        capture: capture.url.clone(),
        captured_at: capture.captured_at,
        still_so,
        changed_by,
    })
}

/// Whether a look read otherwise than a capture does.
pub fn differs(look: &Observation, capture: &CapturedPage) -> bool {
    overlap(look, capture).is_some_and(|overlap| Change::of(overlap.kept()) != Change::Same)
}

/// How far a look at a page that was there, and came whole, says what the capture does.
pub(super) fn overlap(look: &Observation, capture: &CapturedPage) -> Option<Overlap> {
    let signs = signs(look)?;
    capture.signs.sketch.as_ref()?.overlap(signs.sketch.as_ref()?)
}

/// What the page of a look showed, where it was there and came whole.
pub(super) fn signs(look: &Observation) -> Option<&Signs> {
    let is_whole = |answer: &&Answer| answer.body == BodyEnd::Whole && !answer.is_partial();
    let answer = look.answer().filter(is_whole).filter(|_| look::read(look, None).is_good())?;
    answer.signs.as_deref().filter(|signs| !signs.script_only)
}

/// The last moment at which the page read as in the capture, and the first one after it at which it did not.
fn since(
    history: &[Observation],
    captured: &[CapturedPage],
    capture: &CapturedPage,
) -> (Option<Timestamp>, Option<Timestamp>) {
    let of_looks = history.iter().filter_map(|look| Some((look.observed_at, overlap(look, capture)?)));
    let own = capture.signs.sketch.as_ref();
    let of_captures =
        captured.iter().filter_map(|other| Some((other.captured_at, own?.overlap(other.signs.sketch.as_ref()?)?)));
    let read = of_looks.chain(of_captures).map(|(at, overlap)| (at, Change::of(overlap.kept()) == Change::Same));
    let mut read: Vec<(Timestamp, bool)> = read.filter(|(at, _)| *at >= capture.captured_at).collect();
    read.sort_unstable();
    let still_so = read.iter().rev().find(|(_, same)| *same).map(|(at, _)| *at);
    let changed_by = read.iter().find(|(at, same)| !same && still_so.is_none_or(|so| *at >= so)).map(|(at, _)| *at);
    (still_so, changed_by)
}

#[cfg(test)]
pub(super) mod tests;
