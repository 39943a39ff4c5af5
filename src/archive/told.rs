//! What one archive told of one page, and what several come to.

use jiff::Timestamp;

use super::choice::choose;
use crate::observation::capture::{Capture, CaptureSearch};

/// Captures of an archive that are none of the page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Bad {
    /// Of errors.
    pub(super) errors: usize,
    /// Of redirects that lead to no page of their own.
    pub(super) led: usize,
}

/// What an archive told of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Told {
    /// It has these; the first stands.
    Captures(Vec<Capture>),
    /// It has none.
    None,
    /// It does not show the site.
    Excluded,
    /// It has nothing but captures of errors or redirects near the date; how many of them were seen.
    OnlyErrors(Bad),
    /// It wants no more requests; why, in plain words.
    Refused(String),
    /// No answer that can be trusted; why, in plain words.
    Unclear(String),
}

impl Bad {
    /// `its 3 captures nearest that date are of errors`.
    fn told(self, is_dated: bool) -> String {
        let which = |count: usize| match (count, is_dated) {
            (1, true) => "the capture nearest that date".to_owned(),
            (1, false) => "the latest capture".to_owned(),
            (count, true) => format!("the {count} captures nearest that date"),
            (count, false) => format!("the {count} latest captures"),
        };
        match (self.errors, self.led) {
            (0, 0) => "no capture of the page, only of errors or redirects".to_owned(),
            (1, 0) => format!("{} is of an error", which(1)),
            (errors, 0) => format!("{} are of errors", which(errors)),
            (0, 1) => format!("{} is of a redirect", which(1)),
            (0, led) => format!("{} are of redirects", which(led)),
            (errors, led) => format!("{} are of errors ({errors}) and redirects ({led})", which(errors + led)),
        }
    }
}

/// Brings together what archives told, each under its name: one that has the page outweighs the rest, and one that
/// could not say leaves it open.
pub(super) fn together(told: &[(String, Told)], anchor: Option<Timestamp>) -> CaptureSearch {
    let (mut captures, mut reasons, mut excluded) = (Vec::new(), Vec::new(), false);
    let mut only_errors = true;
    for (archive, told) in told {
        match told {
            Told::Captures(found) => captures.extend(found.iter().cloned()),
            Told::None => {}
            Told::Excluded => excluded = true,
            Told::OnlyErrors(bad) => reasons.push(format!("{archive}: {}", bad.told(anchor.is_some()))),
            Told::Refused(why) | Told::Unclear(why) => {
                only_errors = false;
                reasons.push(format!("{archive}: {why}"));
            }
        }
    }
    match (told.is_empty(), captures.is_empty(), reasons.is_empty(), excluded) {
        (true, ..) => CaptureSearch::NotAsked,
        (_, false, ..) => CaptureSearch::Found(choose(captures, anchor)),
        (_, _, false, _) if only_errors => CaptureSearch::OnlyErrors(reasons.join("; ")),
        (_, _, false, _) => CaptureSearch::Unknown(reasons.join("; ")),
        (.., true) => CaptureSearch::Excluded,
        (.., false) => CaptureSearch::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn capture(status: Option<u16>) -> Capture {
        Capture {
            archive: "one".to_owned(),
            url: "https://archive.test/1".to_owned(),
            raw_url: None,
            captured_at: Timestamp::UNIX_EPOCH,
            status,
            digest: None,
        }
    }

    #[test]
    fn what_archives_told_comes_to_one_state() {
        let good = || Told::Captures(vec![capture(Some(200))]);
        let open = || Told::Unclear("broke".to_owned());
        let unknown = |text: &str| CaptureSearch::Unknown(text.to_owned());
        let found = || CaptureSearch::Found(vec![capture(Some(200))]);
        let bad = Told::OnlyErrors(Bad { errors: 2, led: 0 });
        let words = "the 2 latest captures are of errors";
        let errors = |archive: &str| CaptureSearch::OnlyErrors(format!("{archive}: {words}"));
        for (told, expected) in [
            (vec![], CaptureSearch::NotAsked),
            (vec![Told::None], CaptureSearch::None),
            (vec![Told::Excluded, Told::None], CaptureSearch::Excluded),
            (vec![Told::None, open()], unknown("2: broke")),
            (vec![Told::None, bad.clone()], errors("2")),
            (vec![bad.clone(), open()], unknown(&format!("1: {words}; 2: broke"))),
            // Whatever an archive has to say of itself.
            (vec![Told::Unclear(format!("broke; {words}"))], unknown(&format!("1: broke; {words}"))),
            (vec![Told::Unclear(words.to_owned())], unknown(&format!("1: {words}"))),
            (vec![bad, good()], found()),
            (vec![Told::Excluded, Told::Refused("no".to_owned())], unknown("2: no")),
            (vec![open(), good()], found()),
            (vec![Told::Excluded, good()], found()),
        ] {
            let named: Vec<_> = told.into_iter().enumerate().map(|(at, told)| ((at + 1).to_string(), told)).collect();
            assert_eq!(together(&named, None), expected, "{named:?}");
        }
    }

    #[test]
    fn captures_that_are_none_of_the_page_are_told_by_how_many_and_of_what() {
        for (errors, led, is_dated, expected) in [
            (1, 0, true, "the capture nearest that date is of an error"),
            (3, 0, true, "the 3 captures nearest that date are of errors"),
            (0, 1, false, "the latest capture is of a redirect"),
            (0, 2, true, "the 2 captures nearest that date are of redirects"),
            (2, 1, false, "the 3 latest captures are of errors (2) and redirects (1)"),
        ] {
            assert_eq!(Bad { errors, led }.told(is_dated), expected);
        }
    }
}
