//! Names of bodies that have an “and” in them, `Food & Water Watch`, and are no two names.

use super::names;

/// Words between two names.
const JOINTS: &[&str] = &[" and ", " & ", " und ", " et "];

/// Words that the names of bodies end in, beside those that [`names::is_body`] knows.
const LAST: &[&str] = &[
    "watch",
    "trust",
    "foundation",
    "fund",
    "society",
    "association",
    "alliance",
    "coalition",
    "network",
    "project",
    "initiative",
    "partnership",
    "group",
    "union",
    "league",
    "club",
    "centre",
    "center",
    "council",
    "committee",
    "commission",
    "institute",
    "agency",
    "authority",
    "administration",
    "bureau",
    "service",
    "services",
    "department",
    "ministry",
    "office",
    "board",
    "company",
    "museum",
    "library",
    "university",
    "college",
    "school",
    "federation",
    "campaign",
    "international",
    "programme",
    "program",
    "organisation",
    "organization",
    "stiftung",
    "verband",
    "verein",
];

/// Words in the plural that names of bodies begin with.
const FIRST: &[&str] = &["centers", "centres", "academies", "institutes", "departments", "services"];

/// Small words behind the kind of a body, before what it is for.
const FOR: &[&str] = &["for", "of", "on", "für", "de", "des", "du", "pour", "der"];

/// Words that what a body is for ends in: nobody is called by them.
const FIELDS: &[&str] = &[
    "services",
    "affairs",
    "development",
    "security",
    "technology",
    "planning",
    "administration",
    "resources",
    "education",
    "research",
    "medicine",
    "engineering",
    "culture",
    "sport",
    "agriculture",
    "energy",
    "statistics",
    "safety",
    "health",
    "industry",
    "tourism",
    "innovation",
    "skills",
    "prevention",
    "policy",
    "studies",
    "sciences",
    "arts",
    "letters",
    "records",
    "change",
    "rights",
    "justice",
    "trade",
    "transport",
    "communications",
    "communities",
    "rescue",
    "wildlife",
    "fisheries",
];

/// The names between the joints of `text`.
pub(super) fn joined(text: &str) -> Vec<&str> {
    let mut joints: Vec<(usize, usize)> =
        JOINTS.iter().flat_map(|joint| text.match_indices(joint).map(|(at, _)| (at, at + joint.len()))).collect();
    joints.sort_unstable();
    let (mut names, mut start) = (Vec::new(), 0);
    for (index, &(at, behind)) in joints.iter().enumerate() {
        // Two joints can share a space.
        if at < start {
            continue;
        }
        let end = joints.get(index + 1).map_or(text.len(), |next| next.0);
        let right = text.get(behind..end).unwrap_or_default();
        if !is_one(&text[start..at], right) {
            names.push(&text[start..at]);
            start = behind;
        }
    }
    names.push(&text[start..]);
    names
}

/// Whether what stands on both sides of a joint is the name of one body.
fn is_one(left: &str, right: &str) -> bool {
    let (left, right) = (left.trim(), right.trim().trim_end_matches(['.', ',']));
    is_named_by_both(left, right) || is_for_both(left, right)
}

/// `Food & Water Watch`, `John D. and Catherine T. MacArthur Foundation`: one word, or given names, and the body behind
/// the joint.
fn is_named_by_both(left: &str, right: &str) -> bool {
    let last = right.rsplit(' ').next().unwrap_or_default().to_lowercase();
    let body = LAST.contains(&last.as_str()) && right.contains(' ') && !right.contains(',');
    let word = !left.contains([' ', ',', '.']) && left.chars().any(char::is_lowercase);
    let given =
        !left.contains(',') && left.split(' ').count() <= 3 && is_initial(left.rsplit(' ').next().unwrap_or_default());
    body && left.starts_with(char::is_uppercase) && (word || given)
}

fn is_initial(word: &str) -> bool {
    word.strip_suffix('.').is_some_and(|letter| letter.chars().count() == 1)
}

/// `Centers for Disease Control and Prevention`: a body, what it is for, and behind the joint what it is for as well.
fn is_for_both(left: &str, right: &str) -> bool {
    let words: Vec<&str> = left.split(' ').collect();
    let is_kind = |word: &str| FIRST.contains(&word.to_lowercase().as_str()) || names::is_body(word);
    let kind = words.windows(2).position(|pair| is_kind(pair[0]) && FOR.contains(&pair[1]));
    let Some(kind) = kind else { return false };
    // `Office for Tides, Ann Byrd and …`: a list of names.
    let listed = words[kind..].join(" ").split(", ").skip(1).any(|part| part.trim().contains(' '));
    let last = right.rsplit(' ').next().unwrap_or_default();
    let small = ["the ", "des ", "der ", "the ", "for ", "für "].iter().any(|small| right.starts_with(small));
    let bare = !right.contains(' ') && right.chars().any(char::is_lowercase);
    let field = FIELDS.contains(&last.to_lowercase().as_str());
    !listed && !right.contains(',') && (small || bare || field)
}

#[cfg(test)]
mod tests {
    use crate::document::entry::authors::read;

    #[test]
    fn a_body_with_an_and_in_its_name_is_one() {
        for name in [
            "Food & Water Watch",
            "Bill & Melinda Gates Foundation",
            "John D. and Catherine T. MacArthur Foundation",
            "Centers for Disease Control and Prevention",
            "Canal & River Trust",
            "Canal and River Trust",
            "Department of Health and Human Services",
            "U.S. Department of Health & Human Services",
            "National Academies of Sciences, Engineering, and Medicine",
            "Ministry of Food and Agriculture",
            "Bundesministerium für Wirtschaft und Klimaschutz",
            "Ministère de la Mer et des Ports",
            "Department of Housing and Urban Development",
        ] {
            assert_eq!(read(&format!("{name}, ")), [name]);
        }
    }

    #[test]
    fn two_names_with_an_and_between_them_are_two() {
        let check = |text: &str, expected: &[&str]| assert_eq!(read(text), expected, "{text}");
        check("Ann Byrd and Max Cole", &["Ann Byrd", "Max Cole"]);
        check("Byrd & Cole", &["Byrd", "Cole"]);
        check("Plato and John Smith", &["Plato", "John Smith"]);
        check("WHO & World Bank Group", &["WHO", "World Bank Group"]);
        check("WHO and UNICEF", &["WHO", "UNICEF"]);
        check("Harbour Board and Tide Commission", &["Harbour Board", "Tide Commission"]);
        check("Office for Tides and Ann Byrd", &["Office for Tides", "Ann Byrd"]);
        check("Office for Tides and WHO", &["Office for Tides", "WHO"]);
        check("Office for Tides and Harbour Board", &["Office for Tides", "Harbour Board"]);
        check("Byrd, A. and Harbour Foundation", &["Byrd, A.", "Harbour Foundation"]);
        check("Ann Byrd and Food & Water Watch", &["Ann Byrd", "Food & Water Watch"]);
        check("Ann Byrd, Max Cole, and Canal & River Trust", &["Ann Byrd", "Max Cole", "Canal & River Trust"]);
    }
}
