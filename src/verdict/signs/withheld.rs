//! Pages that say why they do not show what was asked for: it is for members, for another country, for another hour. Such a
//! sentence has the words of one about a page that is gone, and says nothing of the kind.

use super::Sightings;
use crate::page::signature::{self, Class, unquoted};
use crate::page::{Place, Signs};

/// How the signatures of the code are called.
const CODE_SIGNS: &str = "code-";

impl Sightings {
    /// Takes back what titles, headings and text said of a page that is gone, where they only say why it is not shown.
    pub(super) fn hold_back(&mut self, signs: &Signs) {
        let is_shown = |place| matches!(place, Place::Title | Place::Heading | Place::Text);
        let (of_loss, others): (Vec<_>, Vec<_>) = std::mem::take(&mut self.all)
            .into_iter()
            .partition(|seen| seen.class == Class::Soft404 && is_shown(seen.evidence.place));
        let says_code = of_loss.iter().any(|seen| seen.evidence.sign.starts_with(CODE_SIGNS));
        self.is_held_back = !of_loss.is_empty() && !says_code && signature::holds_back(&said(signs));
        self.all = others;
        if !self.is_held_back {
            self.all.extend(of_loss);
        }
    }
}

/// What a page says that counts, by lines, what it quotes left out.
fn said(signs: &Signs) -> String {
    let titles = signs.title.iter().chain(&signs.headings).map(String::as_str);
    let lines: Vec<&str> = titles.chain([signs.opening.as_str()]).collect();
    unquoted(&lines.join("\n")).into_owned()
}

#[cfg(test)]
#[path = "withheld_tests.rs"]
mod tests;
