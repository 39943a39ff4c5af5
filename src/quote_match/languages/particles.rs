//! What Korean writes on to a word and leaves it what it is: `정부는`, `않겠다고`.

use std::sync::OnceLock;

use crate::quote_match::folding::fold::{Folded, Spaces};

/// Particles behind a noun, and what makes reported speech of a sentence. Those that say more are none of them: `만` (only), `도`
/// (too), `까지` (until), `면` (if).
const PARTICLES: [&str; 9] = ["은", "는", "이", "가", "을", "를", "의", "에", "에서"];

/// What reports, behind the last syllable of a sentence or a noun.
const REPORTING: [(&str, &str); 12] = [
    ("다", "고"),
    ("다", "며"),
    ("라", "고"),
    ("라", "며"),
    ("자", "고"),
    ("자", "며"),
    ("냐", "고"),
    ("냐", "며"),
    ("", "라고"),
    ("", "이라고"),
    ("", "라는"),
    ("", "이라는"),
];

/// Whether folded letters may be a particle behind a word.
pub(crate) fn is_particle(letters: &str) -> bool {
    static FOLDED: OnceLock<Vec<String>> = OnceLock::new();
    let all = || PARTICLES.into_iter().chain(REPORTING.into_iter().map(|(_, ending)| ending));
    let folded = FOLDED.get_or_init(|| all().map(|ending| Folded::new(ending, Spaces::Written).text).collect());
    folded.iter().any(|own| own == letters)
}

/// Whether an ending leaves the word before it to say what it says. `했다가`, had done and then not, is no particle behind a noun.
pub(crate) fn leads_on(word: &str, ending: &str) -> bool {
    let past = word.strip_suffix('다').is_some_and(|stem| stem.ends_with(has_past));
    REPORTING.iter().any(|(last, own)| word.ends_with(last) && *own == ending)
        || PARTICLES.contains(&ending) && (!past || ending == "는")
}

/// Whether a character is a whole syllable of Korean.
pub(crate) fn is_syllable(c: char) -> bool {
    matches!(c, '\u{ac00}'..='\u{d7a3}')
}

/// Whether a syllable ends in the `ㅆ` of `했`, `않겠`.
fn has_past(c: char) -> bool {
    const ENDS: u32 = 28;
    const DOUBLE: u32 = 20;
    is_syllable(c) && (u32::from(c) - 0xac00) % ENDS == DOUBLE
}
