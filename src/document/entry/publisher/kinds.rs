//! Kinds of works that stand before whoever published them, and places that stand behind: `PhD diss., Harbour University`,
//! `Revista de mareas, São Paulo, v. 3`.

use crate::document::entry::container;
use crate::document::entry::imprint;
use crate::document::saying::holds;

/// Words that what is handed in for a degree is called by, lower case.
const THESES: &str = "diss dissertation thesis thèse tesis tese tesi dissertação doktorarbeit masterarbeit diplomarbeit \
    habilitationsschrift proefschrift avhandling avhandlingen afhandling mémoire диссертация дис diplomová rozprawa";
/// Words of such a kind.
const KIND_WORDS: usize = 4;

/// Whether words begin with a kind of a thesis.
pub(in crate::document::entry) fn is_thesis(text: &str) -> bool {
    behind_thesis(text).is_some()
}

/// The school behind the kind of a thesis, `PhD diss., Harbour University`; of several names the one that schools have.
pub(super) fn without_thesis(text: &str) -> &str {
    const SCHOOLS: &[&str] = &["univ", "college", "school", "école", "institut", "academ", "акад", "унив"];
    let Some(behind) = behind_thesis(text) else { return text };
    let school = |part: &&str| {
        let lower = part.to_lowercase();
        lower.split_whitespace().any(|word| SCHOOLS.iter().any(|school| word.starts_with(school)))
    };
    behind.split(", ").find(school).filter(|_| behind.contains(", ")).unwrap_or(behind)
}

/// What stands behind the kind of a thesis that `text` begins with.
fn behind_thesis(text: &str) -> Option<&str> {
    let end = text.find([',', ':', '(']).unwrap_or(text.len());
    let stops = text.match_indices(". ").map(|(at, _)| at).filter(|&at| at < end).take(KIND_WORDS);
    let is_kind = |kind: &str| {
        let last = kind.split_whitespace().next_back().unwrap_or_default();
        let words = kind.split_whitespace().count();
        words <= KIND_WORDS && holds(THESES, &last.trim_matches(['.', '[', ']']).to_lowercase())
    };
    let end = stops.chain([end]).find(|&end| is_kind(&text[..end]))?;
    Some(text[end..].trim_start_matches([',', ':', '.', ' ', ']']))
}

/// Without the town that a periodical is printed in, where its name shows where that ends.
pub(super) fn without_place_of_periodical(name: &str) -> &str {
    let Some((serial, town)) = name.rsplit_once(", ") else { return name };
    if container::is_serial(serial) && imprint::are_towns(town) { serial } else { name }
}

#[cfg(test)]
mod tests {
    use crate::document::entry::tests::check;

    #[test]
    fn the_kind_of_a_thesis_is_no_part_of_the_school() {
        let doe: &[&str] = &["Doe, Jane"];
        for kind in ["PhD diss.", "Ph.D. diss.", "Doctoral dissertation", "Master’s thesis", "M.S. thesis"] {
            let text = format!("Doe, Jane. “High Tides.” {kind}, Harbour University, 2017. https://a.test/b");
            check(&text, (Some("High Tides"), doe, Some("Harbour University"), Some("2017"), None));
        }
        let several =
            "Doe, Jane. “High Tides.” M.S. thesis, Dept. Elect. Eng., Quay Univ., Oslo, 2017. https://a.test/b";
        check(several, (Some("High Tides"), doe, Some("Quay Univ"), Some("2017"), None));
        let post = "Doe, Jane. “High Tides.” Thesis Quarterly Review of Sea Law, 2017. https://a.test/b";
        check(post, (Some("High Tides"), doe, Some("Thesis Quarterly Review of Sea Law"), Some("2017"), None));
    }

    #[test]
    fn the_town_of_a_periodical_is_no_part_of_its_name() {
        let doe: &[&str] = &["Doe, Jane"];
        let check = |name: &str, expected: &str| {
            let text = format!("Doe, Jane. “High Tides.” {name}, v. 53, n. 7, p. 733-740, 2015. https://a.test/b");
            check(&text, (Some("High Tides"), doe, Some(expected), Some("2015"), None));
        };
        check("Revista de Marés, São Paulo", "Revista de Marés");
        check("Journal of Sea, Air and Land", "Journal of Sea, Air and Land");
        check("Air, Land", "Air, Land");
    }
}
