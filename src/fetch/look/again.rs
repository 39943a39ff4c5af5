//! What is asked for once more within a look, whatever it is: a page whose server refuses the question for changes, and one
//! whose body broke off.

use super::super::body::Late;
use super::super::client::Received;
use super::super::headers::headers;
use super::super::{Source, retry, unchanged};
use super::Chain;
use crate::observation::{Answer, BodyEnd, NoAnswer, Outcome, Phase, Trouble};

/// What this look has asked for again, each once.
#[derive(Debug, Default)]
pub(super) struct Again {
    /// The page as it is, whether or not it has changed.
    pub(super) whole: bool,
    /// What stands behind a body that broke off.
    broken: bool,
    /// Who kept the body waiting that was read last.
    pub(super) late: Option<Late>,
}

/// Whether an answer may be one to the question for changes and not to the page: what says that a page is gone, or asks for
/// patience, says so of the page.
pub(super) fn refuses_the_question(status: u16, request_headers: &[(String, String)]) -> bool {
    let may = matches!(status, 400..=599) && !matches!(status, 404 | 410 | 429 | 451);
    may && unchanged::was_asked(request_headers)
}

/// Whether an answer is the page of a wall, which asking again makes higher.
pub(super) fn is_wall(received: &Received) -> bool {
    retry::is_wall(&|name| headers(received, name).next().is_some())
}

impl Chain<'_> {
    /// Whether the page is asked for once more, since what came of it broke off.
    pub(super) fn asks_for_the_rest(&mut self, outcome: &Outcome) -> bool {
        let broke_off = |answer: &Answer| answer.body == BodyEnd::Truncated;
        if self.again.broken || !matches!(outcome, Outcome::Answered(answer) if broke_off(answer)) {
            return false;
        }
        let can_be_had = match &self.fetcher.source {
            Source::Network(_) => true,
            Source::Replay { files, .. } => files.tried_again(self.thread, self.url.as_str()),
        };
        if can_be_had {
            self.again.broken = true;
            self.retried.push(Trouble::NoAnswer(NoAnswer::Reset));
            // Who holds room waits for none.
            self.room = None;
        }
        can_be_had
    }
}

impl Again {
    /// A page that was promised and of which not one byte came is no answer. One that found no room here is.
    pub(super) fn settled(&self, outcome: Outcome) -> Outcome {
        let Outcome::Answered(answer) = &outcome else { return outcome };
        match answer.body {
            _ if answer.bytes > 0 || !(200..300).contains(&answer.status) => outcome,
            BodyEnd::Truncated => Outcome::NoAnswer(NoAnswer::Reset),
            BodyEnd::TimedOut if self.late == Some(Late::Host) => Outcome::NoAnswer(NoAnswer::Timeout(Phase::Body)),
            BodyEnd::Whole | BodyEnd::OverCap | BodyEnd::TimedOut | BodyEnd::Undecodable(_) => outcome,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_not_to_blame_for_a_page_that_found_no_room_here() {
        let settled = |late, bytes| {
            let answer = Answer { bytes, body: BodyEnd::TimedOut, ..Answer::sample("https://one.test/", 200) };
            Again { late: Some(late), ..Again::default() }.settled(Outcome::Answered(answer))
        };
        assert_eq!(settled(Late::Host, 0), Outcome::NoAnswer(NoAnswer::Timeout(Phase::Body)));
        assert!(matches!(settled(Late::Host, 1), Outcome::Answered(_)));
        assert!(matches!(settled(Late::Room, 0), Outcome::Answered(_)));
    }
}
