//! Units that differ in case alone: a megawatt is a thousand million milliwatts, a byte eight bits.

use super::fold::Folded;

/// Letters before a unit that make more or less of it; `k` is written `K` as often.
const PREFIXES: &str = "pnµμumcdhkKMGTP";

/// Units of more than one letter with a prefix, whose case tells what they are.
const UNITS: [&str; 29] = [
    "A", "Ah", "B", "Bps", "Bq", "C", "F", "Gy", "H", "Hz", "J", "K", "L", "M", "N", "Pa", "S", "Sv", "T", "V", "W",
    "Wh", "b", "bit", "bps", "eV", "m", "mol", "s",
];

/// Whether two words of the same letters behind a number are two units: `mW` and `MW`, `Mb` and `MB`; not `KB` and `kB`.
pub(crate) fn are_two_units(one: &Folded<'_>, ours: usize, other: &Folded<'_>, theirs: usize) -> bool {
    let units = (measured(one, ours).and_then(unit), measured(other, theirs).and_then(unit));
    matches!(units, (Some(one), Some(other)) if one != other)
}

/// The letters of word `index` that stand behind a number, in the word or before it.
fn measured<'t>(text: &Folded<'t>, index: usize) -> Option<&'t str> {
    let written = text.written(index..index + 1);
    let letters = written.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    let numbered = index.checked_sub(1).is_some_and(|before| text.is_number(before));
    (letters.len() < written.len() || numbered).then_some(letters)
}

/// The prefix and the unit. One letter alone may be anything.
fn unit(letters: &str) -> Option<(char, &str)> {
    let prefix = letters.chars().next().filter(|prefix| PREFIXES.contains(*prefix))?;
    let unit = &letters[prefix.len_utf8()..];
    let bits = matches!(unit, "b" | "B" | "bit" | "bps" | "Bps");
    // Nobody counts thousandths of a bit: `mb` is written in haste, or a pressure.
    (UNITS.contains(&unit) && !(bits && prefix == 'm')).then_some((if prefix == 'K' { 'k' } else { prefix }, unit))
}

/// Whether two folded words are measures that are written for each other, although they are not the same: a passage in which they
/// differ is still the passage.
pub(crate) fn are_neighbours(one: &str, other: &str) -> bool {
    const PAIRS: [(&str, &str); 4] = [("ton", "tonne"), ("tons", "tonnes"), ("tons", "tonne"), ("ton", "tonnes")];
    PAIRS.iter().any(|pair| *pair == (one, other) || *pair == (other, one))
}
