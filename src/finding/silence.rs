//! Which findings nobody wants to hear of: by their code, and by where in the document they stand.

use super::{Code, Finding, Level};
use crate::span::Span;

/// The findings of one document that are not told. An error is never among them: what is broken stays broken, and a
/// build that fails must say why.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Silence {
    everywhere: Vec<Which>,
    places: Vec<(Span, Which)>,
    /// What the writers of other files have asked for, by the paths of these.
    files: Vec<(String, Silence)>,
}

/// Which findings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Which {
    /// All of them.
    All,
    /// Those with these codes.
    Codes(Vec<Code>),
}

impl Which {
    fn holds(&self, code: Code) -> bool {
        match self {
            Self::All => true,
            Self::Codes(codes) => codes.contains(&code),
        }
    }
}

impl Silence {
    /// Silences findings in the whole document.
    pub fn add(&mut self, which: Which) {
        self.everywhere.push(which);
    }

    /// Silences findings that start within `place`.
    pub fn add_at(&mut self, place: Span, which: Which) {
        self.places.push((place, which));
    }

    /// Silences in another file what is silenced there.
    pub fn add_file(&mut self, file: &str, own: Self) {
        self.files.push((file.to_owned(), own));
    }

    /// Moves the places, where the text that was read is put together from pieces of the file.
    pub(crate) fn lead(&mut self, to: impl Fn(Span) -> Span) {
        self.places.iter_mut().for_each(|(place, _)| *place = to(*place));
    }

    /// Whether the writer has asked for everything that starts at the byte `at` to be left alone.
    pub fn spares(&self, at: usize) -> bool {
        self.places.iter().any(|(place, which)| *which == Which::All && place.range().contains(&at))
    }

    /// Takes the findings out that are not told; gives how many these were.
    pub fn hush(&self, findings: &mut Vec<Finding>) -> usize {
        let all = findings.len();
        findings.retain(|finding| !self.is_silent_in_its_file(finding));
        // The furthest end of all places up to each: a document of many marks is not searched whole for each finding.
        let mut places: Vec<(Span, &Which, usize)> =
            self.places.iter().map(|(place, which)| (*place, which, 0)).collect();
        places.sort_by_key(|(place, ..)| place.start());
        let mut furthest = 0;
        for (place, _, reach) in &mut places {
            furthest = furthest.max(place.end());
            *reach = furthest;
        }
        findings.retain(|finding| !self.is_silent(finding, &places));
        all - findings.len()
    }

    fn is_silent(&self, finding: &Finding, places: &[(Span, &Which, usize)]) -> bool {
        let code = finding.code;
        let here = |at: usize| {
            let before = &places[..places.partition_point(|(place, ..)| place.start() <= at)];
            let mut near = before.iter().rev().take_while(|(.., reach)| *reach > at);
            near.any(|(place, which, _)| place.end() > at && which.holds(code))
        };
        finding.level != Level::Error
            && (self.everywhere.iter().any(|which| which.holds(code))
                || finding.file.is_none() && finding.place.is_some_and(|own| here(own.span.start())))
    }

    fn is_silent_in_its_file(&self, finding: &Finding) -> bool {
        let Some(file) = &finding.file else { return false };
        let at = finding.place.map_or(0, |place| place.span.start());
        let holds = |silence: &Self| {
            let mut here =
                silence.places.iter().filter(|(place, _)| place.range().contains(&at)).map(|(_, which)| which);
            silence.everywhere.iter().any(|which| which.holds(finding.code))
                || here.any(|which| which.holds(finding.code))
        };
        let mut own = self.files.iter().filter(|(path, _)| path == file);
        finding.level != Level::Error && own.any(|(_, silence)| holds(silence))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Lines;

    #[test]
    fn findings_are_silenced_by_code_and_by_place_and_errors_never() {
        let lines = Lines::new("one\ntwo\nthree\n");
        let at = |code: Code, start: usize| Finding::new(code, "", Some(lines.place(Span::new(start, start + 1))));
        let all = [
            at(Code::OrphanMarker, 0),
            at(Code::DateAmbiguous, 5),
            at(Code::UnusedReference, 5),
            at(Code::SourceGone, 5),
            at(Code::DateAmbiguous, 9),
            Finding::new(Code::CutShort, "", None),
        ];
        let check = |silence: &Silence, expected: &[usize]| {
            let mut left = all.to_vec();
            let silenced = silence.hush(&mut left);
            assert_eq!(left, expected.iter().map(|&at| all[at].clone()).collect::<Vec<_>>());
            assert_eq!(silenced, all.len() - expected.len());
        };
        let mut silence = Silence::default();
        check(&silence, &[0, 1, 2, 3, 4, 5]);
        silence.add_at(Span::new(4, 8), Which::Codes(vec![Code::DateAmbiguous, Code::SourceGone]));
        check(&silence, &[0, 2, 3, 4, 5]);
        silence.add_at(Span::new(4, 8), Which::All);
        check(&silence, &[0, 3, 4, 5]);
        assert!(silence.spares(4) && !silence.spares(8));
        silence.add(Which::Codes(vec![Code::DateAmbiguous, Code::CutShort]));
        check(&silence, &[0, 3]);
        silence.add(Which::All);
        check(&silence, &[3]);
    }
}
