//! Where the sentences of a reference entry end: most of its full stops are those of initials and abbreviations.

use super::east_asian::is_unspaced;

/// Words in small letters that a full stop shortens.
const SMALL: &[&str] = &[
    "vol", "no", "nos", "nr", "pp", "ed", "eds", "edn", "al", "vs", "st", "ca", "cf", "ch", "chap", "art", "sec",
    "par", "fig", "ff", "hg", "hrsg", "rev", "tr", "trans", "dr", "ser", "rpt", "usw", "bzw", "übers", "trad", "coll",
    "éd", "dir", "coord",
];

/// Words with a capital that a full stop shortens, in lower case: titles, months, and what journals are called by.
const CAPITAL: &[&str] = &[
    "vol", "vols", "no", "nos", "nr", "pp", "ed", "eds", "ch", "art", "sec", "fig", "hg", "hgg", "hrsg", "aufl", "bd",
    "bde", "rev", "tr", "trans", "dr", "prof", "ser", "mr", "mrs", "ms", "jr", "sr", "st", "inc", "ltd", "co", "corp",
    "dept", "univ", "pt", "gen", "gov", "sen", "rep", "col", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
    "sept", "oct", "nov", "dec", "okt", "dez", "janv", "févr", "avr", "juil", "sci", "int", "med", "res", "nat",
    "natl", "soc", "acad", "proc", "bull", "lett", "phys", "chem", "biol", "eng", "tech", "env", "ecol", "geol",
    "geophys", "hist", "am", "br", "eur", "can", "suppl", "übers", "trad", "coll", "éd", "th", "wm", "mt", "ft", "yu",
    "ya", "kh", "conf", "symp", "comput", "electr", "elect", "assoc", "zh", "ts", "chr",
];

/// Where the first sentence of `text` ends.
pub(in crate::document) fn sentence_end(text: &str) -> usize {
    stop(text, &['.', '?', '!'])
}

/// The first of `marks` that ends a sentence: a full stop that does not close an abbreviation, an initial or a number.
pub(in crate::document) fn stop(text: &str, marks: &[char]) -> usize {
    for (at, mark) in text.match_indices(marks) {
        let rest = &text[at + 1..];
        let follows = rest.trim_start();
        if follows.is_empty() {
            return at;
        }
        let apart = rest.len() > follows.len();
        let begins = follows.starts_with(|c: char| {
            c.is_uppercase() || c.is_ascii_digit() || is_unspaced(c) || "“\"„«‘[(¿¡".contains(c)
        }) || is_brand(follows);
        if apart && begins && (mark != "." || !is_shortened(&text[..at])) {
            return at;
        }
    }
    text.len()
}

/// Whether a text begins with a name that has its capital further on: `eLife`, `mBio`, `iScience`, `bioRxiv`.
fn is_brand(text: &str) -> bool {
    const SMALL: usize = 5;
    let word = text.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let small = word.chars().take_while(|c| c.is_lowercase()).count();
    (1..=SMALL).contains(&small) && word.chars().count() > small + 1
}

/// Whether a full stop behind `text` shortens its last word.
fn is_shortened(text: &str) -> bool {
    let word = text.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let number = word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    let closed = word.is_empty() && text.ends_with([')', ']', '”', '"', '»', '’']);
    let list = if word.starts_with(char::is_lowercase) { SMALL } else { CAPITAL };
    !closed && (word.chars().count() <= 1 || number || list.contains(&word.to_lowercase().as_str()))
}

/// Whether most of the longer words begin with a capital.
pub(crate) fn is_title_case(text: &str) -> bool {
    let words = || text.split_whitespace().filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 3);
    let capital =
        words().filter(|word| word.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_uppercase));
    // Six in ten: headline style leaves short words small, running words rarely have more than three in ten.
    capital.count() * 10 >= words().count() * 6
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(&text[..sentence_end(text)], expected, "{text}");
    }

    #[test]
    fn a_sentence_ends_behind_a_word_and_not_behind_an_initial_or_an_abbreviation() {
        check("The Deep Sea. Harbour Press", "The Deep Sea");
        check("Why now? Harbour Press", "Why now");
        check("What it is of. Press", "What it is of");
        check("The work of J. R. Smith. Press", "The work of J. R. Smith");
        check("Harbours of the U.S. Navy. Press", "Harbours of the U.S. Navy");
        check("Tides vol. 3. 2nd ed. Press", "Tides vol. 3. 2nd ed. Press");
        check("High tides. 2nd ed. Press", "High tides");
        check("J. Mar. Sci. 2020", "J. Mar. Sci. 2020");
        check("Rules for the EU. Press", "Rules for the EU");
        check("Tides (a study). Press", "Tides (a study)");
        check("Am 3. Mai in St. Ives. Press", "Am 3. Mai in St. Ives");
        check("Vivir en el mar. Editorial", "Vivir en el mar");
        check("Only this.", "Only this");
        check("Nr.5 and a.b", "Nr.5 and a.b");
        check("Priority of tides. eTide. eTide Publications, Ltd", "Priority of tides");
        check("Priority of tides. bioRxiv", "Priority of tides");
        check("What it is of. and so on", "What it is of. and so on");
        check("The soil of St. mB", "The soil of St. mB");
    }
}
