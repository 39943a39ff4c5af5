//! Emphasis in the entries of a bibliography and in notes, where it shows a title: `\emph{…}`, `{\it …}`.

use crate::span::floor_char_boundary;

use super::argument::{group, skip_space};
use super::writer::Writer;

/// Bytes of the longest emphasis behind a switch.
const LONGEST: usize = 600;

/// Whether a command puts its argument in italics.
pub(super) fn is_command(name: &str) -> bool {
    matches!(name, "emph" | "textit" | "textsl" | "mkbibemph")
}

/// Whether a command puts the rest of its group in italics.
pub(super) fn is_switch(name: &str) -> bool {
    matches!(name, "em" | "it" | "sl" | "itshape" | "slshape")
}

impl Writer<'_, '_> {
    /// Writes what a command behind which `behind` stands emphasises; gives where it ends.
    pub(super) fn emphasised(&mut self, switch: bool, behind: usize, end: usize) -> usize {
        let found = if switch {
            let from = skip_space(self.text, behind, end);
            close_of_group(&self.text[from..end]).map(|length| (from..from + length, from + length))
        } else {
            group(self.text, behind, end)
        };
        let Some((inner, behind)) = found else { return skip_space(self.text, behind, end) };
        let from = self.draft.prose.len();
        self.nested(inner);
        let place = from..self.draft.prose.len();
        self.draft.emphasised.push(place);
        behind
    }
}

/// The bytes up to the brace that closes the group that is open.
fn close_of_group(rest: &str) -> Option<usize> {
    let near = &rest.as_bytes()[..floor_char_boundary(rest, LONGEST)];
    let (mut depth, mut escaped) = (0_usize, false);
    for (at, byte) in near.iter().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'{' => depth += 1,
            b'}' if depth == 0 => return Some(at),
            b'}' => depth -= 1,
            _ => {}
        }
    }
    None
}
