//! DOIs of entries that were broken at the end of a line: `doi:10.1234/` and `tides.2023.0007`.

/// Digits of a registrant at least.
const REGISTRANT: usize = 4;

/// Whether `line` ends within a DOI that goes on in `next`: where it cannot end there, behind a sign that ends none, or behind
/// a full stop that no sentence can follow.
pub(super) fn goes_on(line: &str, next: &str) -> bool {
    let token = line.trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
    let word = next.trim_start().split(char::is_whitespace).next().unwrap_or_default();
    let bare = word.trim_end_matches(['.', ',', ';', ')', ']', '>']);
    let Some((doi, labelled)) = begun(token) else { return false };
    if token.contains("://")
        || word.contains("://")
        || bare.is_empty()
        || !bare.bytes().all(|byte| byte.is_ascii_graphic())
    {
        return false;
    }
    let begins = bare.starts_with(|c: char| c.is_ascii_alphanumeric() || "/.-_(".contains(c));
    let inner = bare.contains(['.', '-', '/', '_', '(']) && bare.contains(|c: char| c.is_ascii_digit());
    let Some((registrant, suffix)) = doi.split_once('/') else {
        // `doi:10.` and `1234/tides`, `10.1234` and `/tides`
        let digits = doi.len() + bare.bytes().take_while(u8::is_ascii_digit).count();
        let whole = bare.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with('/');
        let plain = doi.bytes().all(|byte| byte.is_ascii_digit());
        return labelled && plain && digits >= REGISTRANT && whole;
    };
    if registrant.len() < REGISTRANT || !registrant.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return false;
    }
    match suffix.chars().next_back() {
        // Nothing stands behind the registrant yet, or a sign that ends none.
        None | Some('/' | '-' | '_') => begins,
        Some('.') => begins && inner && !bare.starts_with(char::is_uppercase),
        Some(_) => bare.starts_with(['/', '-', '_', '.']) && bare.len() > 1,
    }
}

/// What stands behind the `10.` that a token has, and whether the token says that it is a DOI.
fn begun(token: &str) -> Option<(&str, bool)> {
    let token = token.trim_start_matches(['(', '[', '<']);
    let bare = ["doi:", "DOI:", "Doi:", "doi.org/"].iter().find_map(|label| token.strip_prefix(label));
    Some((bare.unwrap_or(token).strip_prefix("10.")?, bare.is_some()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Format, Limits, parse};

    #[test]
    fn a_doi_goes_on_in_the_next_line_where_it_cannot_end() {
        for (line, next) in [
            ("Sea, 2023, doi:10.", "1234/tides.2023.0009."),
            ("Sea, 2023, doi:10.1234", "/tides.2023.0009."),
            ("Sea, 2023, doi:10.1234/", "tides.2023."),
            ("Sea, 2023, DOI 10.1234/", "tides"),
            ("Sea, 2023, 10.1234/tides-", "north."),
            ("Sea, 2023, doi:10.1234/tides.", "2023.0011. Accessed"),
            ("Sea, 2023, doi:10.1234/tides", ".2023.0011"),
            ("Sea, 2023, (doi:10.1234/tides/", "north-2)"),
        ] {
            assert!(goes_on(line, next), "{line} {next}");
        }
        for (line, next) in [
            ("Sea, 2023, doi:10.1234/tides.7.", "Accessed 3 May 2024"),
            ("Sea, 2023, doi:10.1234/tides.7.", "2024. Press"),
            ("Sea, 2023, doi:10.1234/tides.7", "north"),
            ("Sea, 2023, doi:10.1234/tides.7.", "https://a.test/1.2"),
            ("Sea, 2023, doi:10.1234/tides.7.", "Available at 1.2"),
            ("It grew to 10.", "1234/tides"),
            ("It grew by 10.1234", "/tides"),
            ("It came on 10.10/", "11 May"),
            ("https://doi.org/10.1234/", "tides"),
        ] {
            assert!(!goes_on(line, next), "{line} {next}");
        }
    }

    #[test]
    fn a_broken_doi_of_an_entry_is_whole() {
        let text = "So it was.[1] And so.[2] It is at 10.1234/\ntides.\n\nReferences\n\n[1] Doe, “Tides,” Sea, 2023, doi:10.1234/\n\
                    tides.2023.0007. Accessed 3 May 2024.\n[2] Roe, “Ice,” Sea, 2023, doi:10.1234/ice-\n2023.8.\n";
        let document = parse(text, Format::Plain, Limits::default());
        let found: Vec<_> = document.entries.iter().filter_map(|entry| entry.source.doi.as_deref()).collect();
        assert_eq!(found, ["10.1234/tides.2023.0007", "10.1234/ice-2023.8"]);
        assert_eq!(document.entries[0].source.accessed.map(|date| date.to_string()).as_deref(), Some("2024-05-03"));
    }
}
