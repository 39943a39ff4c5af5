//! Small things that turn a quote: a sign, a letter in brackets, the word or the digits beside it.

use super::tests::{CRITICAL, check, class};
use super::*;

#[test]
fn a_sign_and_its_negation_are_two_signs() {
    for (one, other) in [
        ("≠", "="),
        ("∉", "∈"),
        ("≢", "≡"),
        ("∄", "∃"),
        ("≯", ">"),
        ("≮", "<"),
        ("⊄", "⊂"),
        ("=\u{338}", "="),
        ("<", ">"),
        ("≤", "<"),
    ] {
        let text = |sign: &str| format!("so we know that x {sign} y for all of them");
        check(&text(one), &text(other), CRITICAL);
        check(&text(other), &text(one), CRITICAL);
        check(&text(one), &text(one), MatchClass::Verbatim);
        assert!(!class(&text(one), &format!("x {other} y")).is_sound(), "{one} {other}");
    }
    check("so we know that x ≠ y for all", "that x =\u{338} y for all", MatchClass::Typographic);
    check("the a∙b and c ⋯ d of it", "the a·b and c d of it", MatchClass::Typographic);
}
