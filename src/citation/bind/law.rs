//! Cases and laws that are cited in the text, as briefs and opinions do: `Doe v. Roe Co., 519 U.S. 337, 340 (1997)`,
//! `55 ILCS 5/3-15003`, `42 U.S.C. § 1983`, `Br. at 12`.

/// Words of the longest name of a case, and of what a reporter or a code is called.
const NAME: usize = 14;
const CALLED: usize = 5;
/// Digits of a volume.
const VOLUME: usize = 4;
/// Words before a citation.
const SIGNALS: &[&str] =
    &["see", "also", "accord", "cf", "e.g", "but", "quoting", "citing", "compare", "in", "re", "ex", "parte"];

/// Whether a text that stands right behind a quotation begins with such a citation.
pub(super) fn is_cited(rest: &str) -> bool {
    let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || ".,;([—–-*_".contains(c));
    let words: Vec<&str> = rest.split_whitespace().take(NAME + 2 * CALLED).collect();
    let Some(first) = words.first() else { return false };
    if first.starts_with('§') {
        return has_number(first) || words.get(1).is_some_and(|word| has_number(word));
    }
    is_of_record(&words) || is_of_case(&words) || is_of_code(&words)
}

/// `Id. at 12`, `Br. at 12.`, `Pet. App. at 3a`: what is shortened, and its page.
fn is_of_record(words: &[&str]) -> bool {
    let Some(at) = words.iter().take(CALLED).position(|word| *word == "at") else { return false };
    let short = |word: &&str| word.starts_with(char::is_uppercase) && word.ends_with('.');
    at > 0
        && words[..at].iter().all(short)
        && words.get(at + 1).is_some_and(|page| page.starts_with(|c: char| c.is_ascii_digit()))
}

/// The parties, and where in which reporter: `In re Doe, 519 U.S. 337`.
fn is_of_case(words: &[&str]) -> bool {
    let Some(volume) = words.iter().take(NAME).position(|word| is_volume(word)) else { return false };
    let parties = &words[..volume];
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let suit =
        parties.iter().any(|word| matches!(*word, "v." | "vs.")) || parties.len() == 1 && parties[0].ends_with(',');
    let led = parties.iter().all(|word| SIGNALS.contains(&bare(word).as_str()));
    let named = matches!(parties, ["In" | "in", "re", ..] | ["Ex" | "ex", "parte", ..]);
    (suit || led || named) && is_reported(&words[volume + 1..])
}

/// `U.S. 337`, `F. Supp. 2d 12`, `U.S. at 341`: the name of a reporter, and a page.
fn is_reported(words: &[&str]) -> bool {
    let is_series = |word: &str| matches!(word, "2d" | "3d" | "4th" | "5th");
    let starts_page = |word: &str| word.starts_with(|c: char| c.is_ascii_digit()) && !is_series(word);
    let Some(page) = words.iter().take(CALLED).position(|word| starts_page(word)) else { return false };
    let name = words[..page].strip_suffix(&["at"]).unwrap_or(&words[..page]);
    let called = |word: &&str| word.starts_with(char::is_uppercase) || is_series(word);
    let capitals = |word: &&str| word.chars().filter(|c| c.is_uppercase()).count() >= 2;
    let short = |word: &&str| word.contains('.') || capitals(word);
    // `3 Sept. 2019`
    let is_day = name.len() == 1 && !name.iter().any(capitals) && is_year(words[page]);
    !name.is_empty() && name.iter().all(called) && name.iter().any(short) && !is_day
}

/// A section of a code: `42 U.S.C. § 1983`, `Cal. Penal Code § 187`, `U.S. Const. art. I`.
fn is_of_code(words: &[&str]) -> bool {
    if let ["U.S.", "Const.", ..] = words {
        return true;
    }
    let Some(sign) = words.iter().take(2 * CALLED).position(|word| word.starts_with('§')) else { return false };
    let called = |word: &&str| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '&');
    let numbered = has_number(words[sign]) || words.get(sign + 1).is_some_and(|word| has_number(word));
    numbered && words[..sign].iter().all(called)
}

fn is_volume(word: &str) -> bool {
    (1..=VOLUME).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_year(word: &str) -> bool {
    let bare = word.trim_end_matches(|c: char| !c.is_ascii_digit());
    bare.len() == VOLUME && ["17", "18", "19", "20"].iter().any(|start| bare.starts_with(start))
}

fn has_number(word: &str) -> bool {
    word.contains(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases_and_laws_are_known_by_their_form() {
        for text in [
            " Robinson v. Shell Oil Co., 519 U.S. 337, 340 (1997). The jail",
            " See Doe v. City of Lund, 12 F.3d 4, 5 (2d Cir. 1993)",
            ", Doe v. Roe, 100 F. Supp. 2d 12 (D. Mass. 2001),",
            " In re Doe, 5 N.E.2d 100",
            " 519 U.S. at 341. It",
            " Robinson, 519 U.S. at 341.",
            " 55 ILCS 5/3-15003. The jail is full.",
            " 42 U.S.C. § 1983.",
            " Cal. Penal Code § 187(a).",
            " (§ 12)",
            " §§ 12–14.",
            " U.S. Const. art. I, § 8.",
            " Br. at 12. The",
            " Id. at 4.",
            " Pet. App. at 3a.",
            " See 5 U.S.C. § 552.",
        ] {
            assert!(is_cited(text), "{text}");
        }
        for text in [
            " Robinson said so in 1997. The jail",
            " The Post v. the Star is old news. 12 men came.",
            " He was 45 in May 2019.",
            " 3 Sept. 2019. The jail",
            " 3 May 2019, p. 4.",
            " Doe, 3 Sept. 2019.",
            " Dr. Doe said at 12 that",
            " They met at 12.",
            " In 2019, 12 US soldiers left 4 towns.",
            " 12 U.S. soldiers and 4 others",
            " 519 people met in the U.S. in 1997.",
            " Mr. Roe at 12 Main Street",
            ", and the Board fined 12 NATO members 4 times.",
            " The law of 1997, in § 4, says",
            "",
        ] {
            assert!(!is_cited(text), "{text}");
        }
    }
}
