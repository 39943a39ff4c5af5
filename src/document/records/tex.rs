//! Values of BibTeX fields: the words, without TeX.

use std::collections::HashMap;

use biblatex::{Bibliography, ChunksExt, Pair, RawBibliography, RawChunk, RawEntry, Spanned};

/// `@string` names, lower case, and what they stand for.
pub(super) type Strings = HashMap<String, String>;

const MONTHS: &[(&str, &str)] = &[
    ("jan", "January"),
    ("feb", "February"),
    ("mar", "March"),
    ("apr", "April"),
    ("may", "May"),
    ("jun", "June"),
    ("jul", "July"),
    ("aug", "August"),
    ("sep", "September"),
    ("oct", "October"),
    ("nov", "November"),
    ("dec", "December"),
];

/// The words of a field, one run of white space a space.
pub(super) fn words(field: &[Spanned<RawChunk<'_>>], strings: &Strings) -> String {
    let parts: String = field
        .iter()
        .map(|chunk| match chunk.v {
            RawChunk::Normal(written) => decoded(written),
            RawChunk::Abbreviation(name) => {
                let lower = name.to_lowercase();
                let month = || MONTHS.iter().find(|(short, _)| *short == lower).map(|(_, month)| (*month).to_owned());
                strings.get(&lower).cloned().or_else(month).unwrap_or_else(|| name.to_owned())
            }
        })
        .collect();
    let mut words = parts.split_whitespace().collect::<Vec<_>>().join(" ");
    words.truncate(crate::span::floor_char_boundary(&words, LONGEST));
    words
}

/// Bytes of the longest value: names that stand for names would grow without end.
const LONGEST: usize = 16_384;

/// A value without braces and commands; as it stands where it cannot be read.
pub(super) fn decoded(written: &str) -> String {
    if !written.contains(['\\', '{', '}', '$', '-', '~']) {
        return written.to_owned();
    }
    let plain = without_links(written);
    let written = plain.as_deref().unwrap_or(written);
    if depth(written) > DEPTH {
        return without_commands(written);
    }
    let value = Spanned::zero(vec![Spanned::zero(RawChunk::Normal(written))]);
    let fields = vec![Pair { key: Spanned::zero("title"), value }];
    let entry = RawEntry { key: Spanned::zero("a"), kind: Spanned::zero("misc"), fields };
    let raw =
        RawBibliography { preamble: String::new(), entries: vec![Spanned::zero(entry)], abbreviations: Vec::new() };
    let read = Bibliography::from_raw(raw).ok();
    let words = read.as_ref().and_then(|read| read.get("a")?.get("title")).map(ChunksExt::format_verbatim);
    let words = without_commands(&words.unwrap_or_else(|| written.to_owned()));
    // The signs around a formula are none of its words; an escaped one is a sum of money.
    if written.contains("\\$") || words.matches('$').count() % 2 == 1 {
        return words;
    }
    // Every other part is a formula, of which nobody sees the signs that raise and lower.
    let parts = words.split('$').enumerate();
    parts.map(|(at, part)| if at % 2 == 1 { part.replace(['_', '^'], "") } else { part.to_owned() }).collect()
}

/// Links of one value whose address is taken out.
const LINKS: usize = 8;

/// What `\href{https://…}{words}` shows; nothing where no link is written.
fn without_links(written: &str) -> Option<String> {
    const LINK: &str = "\\href{";
    let mut plain = written.to_owned();
    for _ in 0..LINKS {
        let Some((before, behind)) = plain.split_once(LINK) else { break };
        let Some(words) = behind.split_once('}').and_then(|(_, words)| words.trim_start().strip_prefix('{')) else {
            break;
        };
        plain = format!("{before}{{{words}");
    }
    (plain.len() < written.len()).then_some(plain)
}

/// Letters that formulas in titles name.
const LETTERS: &[(&str, &str)] = &[
    ("alpha", "α"),
    ("beta", "β"),
    ("gamma", "γ"),
    ("delta", "δ"),
    ("epsilon", "ε"),
    ("varepsilon", "ε"),
    ("zeta", "ζ"),
    ("eta", "η"),
    ("theta", "θ"),
    ("kappa", "κ"),
    ("lambda", "λ"),
    ("mu", "μ"),
    ("nu", "ν"),
    ("xi", "ξ"),
    ("pi", "π"),
    ("rho", "ρ"),
    ("sigma", "σ"),
    ("tau", "τ"),
    ("phi", "φ"),
    ("varphi", "φ"),
    ("chi", "χ"),
    ("psi", "ψ"),
    ("omega", "ω"),
    ("Gamma", "Γ"),
    ("Delta", "Δ"),
    ("Lambda", "Λ"),
    ("Sigma", "Σ"),
    ("Phi", "Φ"),
    ("Omega", "Ω"),
    ("times", "×"),
    ("rightarrow", "→"),
    ("to", "→"),
    ("infty", "∞"),
];

/// `\emph{ferry}` is `ferry`.
fn without_commands(words: &str) -> String {
    let mut kept = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(at) = rest.find('\\') {
        kept.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let name = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        kept.push_str(LETTERS.iter().find(|(own, _)| *own == &rest[..name]).map_or("", |(_, letter)| letter));
        rest = &rest[name..];
        if rest.starts_with(' ') && name > 0 && kept.ends_with(' ') {
            rest = &rest[1..];
        }
    }
    kept.push_str(rest);
    kept.replace(['{', '}'], "").replace('~', " ")
}

/// Commands within commands that are read: the parser of the library calls itself for each.
const DEPTH: usize = 50;

/// How deep braces stand in each other.
fn depth(written: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for byte in written.bytes() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

/// An address without the escapes of TeX: `\_`, `{\%}`, `\~{}`.
pub(super) fn address(written: &str) -> String {
    let mut url = String::with_capacity(written.len());
    let mut rest = written;
    while let Some(c) = rest.chars().next() {
        let escaped =
            ["\\_", "\\&", "\\%", "\\#", "\\$", "\\{", "\\}"].iter().find(|escape| rest.starts_with(**escape));
        if let Some(escape) = escaped {
            url.push_str(&escape[1..]);
            rest = &rest[2..];
        } else if let Some(after) = ["\\textasciitilde", "\\~"].iter().find_map(|tilde| rest.strip_prefix(tilde)) {
            url.push('~');
            rest = after.strip_prefix("{}").unwrap_or(after).trim_start();
        } else {
            if !matches!(c, '{' | '}') {
                url.push(c);
            }
            rest = &rest[c.len_utf8()..];
        }
    }
    url
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_lose_their_escapes() {
        let check = |written: &str, expected: &str| assert_eq!(address(written), expected, "{written}");
        check("https://a.test/b\\_c\\%20d", "https://a.test/b_c%20d");
        check("{https://a.test/\\~{}me}", "https://a.test/~me");
        check("https://a.test/{\\_}x\\textasciitilde{}y", "https://a.test/_x~y");
    }

    #[test]
    fn words_lose_their_commands() {
        let check = |written: &str, expected: &str| assert_eq!(decoded(written), expected, "{written}");
        check("{M{\\\"u}ller} -- a \\emph{ferry}", "Müller – a ferry");
        check("100\\% of {NASA}", "100% of NASA");
        check("MIT~Press", "MIT Press");
        check("A $\\alpha$ study of $n$ bodies", "A α study of n bodies");
        check("OCL$_h$ and H$^2$O, a_b", "OCLh and H2O, a_b");
        check("Worth \\$5 and $x$", "Worth $5 and $x$");
        check("an \\unknown{word} and a { brace", "an word and a  brace");
    }
}
