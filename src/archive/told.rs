//! What one archive told of one page, and what several come to.

use jiff::Timestamp;

use super::choice::choose;
use crate::observation::capture::{Capture, CaptureSearch};

const ONLY_ERRORS: &str = "only captures of errors or redirects near that date";

/// What an archive told of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Told {
    /// It has these; the first stands.
    Captures(Vec<Capture>),
    /// It has none.
    None,
    /// It does not show the site.
    Excluded,
    /// It has nothing but captures of errors or redirects near the date.
    OnlyErrors,
    /// It wants no more requests; why, in plain words.
    Refused(String),
    /// No answer that can be trusted; why, in plain words.
    Unclear(String),
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
            Told::OnlyErrors => reasons.push(format!("{archive}: {ONLY_ERRORS}")),
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
        let errors = |archive: &str| CaptureSearch::OnlyErrors(format!("{archive}: {ONLY_ERRORS}"));
        for (told, expected) in [
            (vec![], CaptureSearch::NotAsked),
            (vec![Told::None], CaptureSearch::None),
            (vec![Told::Excluded, Told::None], CaptureSearch::Excluded),
            (vec![Told::None, open()], unknown("2: broke")),
            (vec![Told::None, Told::OnlyErrors], errors("2")),
            (vec![Told::OnlyErrors, open()], unknown(&format!("1: {ONLY_ERRORS}; 2: broke"))),
            // Whatever an archive has to say of itself.
            (vec![Told::Unclear(format!("broke; {ONLY_ERRORS}"))], unknown(&format!("1: broke; {ONLY_ERRORS}"))),
            (vec![Told::Unclear(ONLY_ERRORS.to_owned())], unknown(&format!("1: {ONLY_ERRORS}"))),
            (vec![Told::OnlyErrors, good()], found()),
            (vec![Told::Excluded, Told::Refused("no".to_owned())], unknown("2: no")),
            (vec![open(), good()], found()),
            (vec![Told::Excluded, good()], found()),
        ] {
            let named: Vec<_> = told.into_iter().enumerate().map(|(at, told)| ((at + 1).to_string(), told)).collect();
            assert_eq!(together(&named, None), expected, "{named:?}");
        }
    }
}
