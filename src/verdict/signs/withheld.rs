//! Pages that say why they do not show what was asked for: it is for members, for another country, for another hour. Such a
//! sentence has the words of one about a page that is gone, and says nothing of the kind. Some name the code of what they say.

use super::notices::Talk;
use super::weight::{BY_CODE, WHOLE_NOTICES};
use super::{Sighting, Sightings, as_data};
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
        let is_notice = |seen: &Sighting| WHOLE_NOTICES.contains(&seen.evidence.sign.as_str());
        self.all = others;
        let is_another = !of_loss.iter().any(is_notice) && self.named_by_code().is_some();
        self.is_held_back = !of_loss.is_empty() && !says_code && (is_another || signature::holds_back(&said(signs)));
        if !self.is_held_back {
            self.all.extend(of_loss);
        }
    }
}

/// The signature of pages of which all is that a login is asked for.
const BARE_LOGIN: &str = "login-bare";
/// Signatures of what programs say with a code.
const BY_PROGRAM: [&str; 6] =
    ["server-failed", "spring-login", "spring-refused", "symfony-login", "symfony-refused", as_data::SIGN];
/// Signatures of pages that say that something is blocked, and not by whom.
const BLOCKED_BY_NOBODY: [&str; 3] = ["blocked-title", "blocked-and-nothing", "blocked-said"];

impl Sightings {
    /// Takes back that a page is blocked by law, where it gives itself the code of a refusal and names no law: “access blocked”
    /// is said of both.
    pub(super) fn leave_out_blocks(&mut self) {
        let is_blocked = |seen: &Sighting| BLOCKED_BY_NOBODY.contains(&seen.evidence.sign.as_str());
        let is_law = |seen: &Sighting| seen.class == Class::Legal && !is_blocked(seen);
        if self.named_by_code() == Some(Class::Refusal) && !self.all.iter().any(is_law) {
            self.all.retain(|seen| !is_blocked(seen));
        }
    }

    /// Whether a page says that it is blocked, and nowhere by whose order.
    pub(super) fn is_blocked_by_nobody(&self) -> bool {
        let mut of_law = self.all.iter().filter(|seen| seen.class == Class::Legal);
        of_law.all(|seen| BLOCKED_BY_NOBODY.contains(&seen.evidence.sign.as_str()))
    }

    /// A code that a page gives itself in its title, over its text and in a line is one sign, best of what is shown below the title.
    pub(super) fn count_codes_once(&mut self) {
        let is_code = |seen: &Sighting| BY_CODE.contains(&seen.evidence.sign.as_str());
        let place = |seen: &Sighting| match seen.evidence.place {
            Place::Heading => 0,
            Place::Text => 1,
            _ => 2,
        };
        let (mut codes, others): (Vec<_>, Vec<_>) = std::mem::take(&mut self.all).into_iter().partition(is_code);
        codes.sort_by_key(|seen| (seen.class, place(seen)));
        codes.dedup_by_key(|seen| seen.class);
        self.all = others;
        self.all.extend(codes);
    }

    /// Takes back that a text asks for a login, where only its headings do: those are counted as headings.
    pub(super) fn leave_out_headings(&mut self, signs: &Signs) {
        let is_asked = |seen: &Sighting| seen.class == Class::Login && seen.evidence.place == Place::Text;
        if !self.all.iter().any(is_asked) {
            return;
        }
        let headings: Vec<String> = signs.headings.iter().chain(&signs.lesser).map(|it| signature::plain(it)).collect();
        let lines: Vec<&str> =
            signs.opening.lines().filter(|line| !headings.contains(&signature::plain(line))).collect();
        let below = unquoted(&lines.join("\n")).into_owned();
        let in_lines = lines.iter().flat_map(|line| signature::in_line(line));
        let asked: Vec<&str> = signature::in_words(Place::Text, &below)
            .into_iter()
            .chain(in_lines)
            .map(|hit| hit.signature.id.as_str())
            .collect();
        self.all.retain(|seen| {
            let is_whole = seen.evidence.sign == BARE_LOGIN;
            !is_asked(seen) || is_whole || asked.contains(&seen.evidence.sign.as_str())
        });
    }

    /// The class of which a page gives itself the code, where it says so in words as well, or in those of its program.
    pub(super) fn named_by_code(&self) -> Option<Class> {
        let of_program = self.all.iter().find(|seen| BY_PROGRAM.contains(&seen.evidence.sign.as_str()));
        if let Some(seen) = of_program {
            return Some(seen.class);
        }
        let is_code = |seen: &&Sighting| BY_CODE.contains(&seen.evidence.sign.as_str());
        let codes = self.all.iter().filter(is_code);
        let is_said = |class: &Class| self.all.iter().any(|seen| seen.class == *class && !is_code(&seen));
        codes.map(|seen| seen.class).find(is_said)
    }
}

/// Whether a login stands beside what a page tells: neither its title nor its first heading names one, and it tells of the world.
pub(super) fn is_login_beside(signs: &Signs, talk: &Talk) -> bool {
    let names = |text: &&String| {
        let hits = signature::in_words(Place::Title, text).into_iter().chain(signature::in_words(Place::Heading, text));
        hits.into_iter().any(|hit| hit.signature.class == Class::Login)
    };
    let is_named = signs.title.iter().chain(signs.headings.first()).any(|text| names(&text));
    !is_named && talk.tells_of_the_world()
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
