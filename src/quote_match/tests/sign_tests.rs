//! Signs that are typography in one place and say something in another.

use super::{CRITICAL, class};
use crate::quote_match::*;

fn of(page: &str, quote: &str) -> MatchClass {
    let text = format!("The old paper of the town says that the rule {page} and nothing else will do. It rained.");
    class(&text, &format!("paper of the town says that the rule {quote} and nothing else will do"))
}

#[test]
fn an_operator_turned_round_is_another_formula() {
    for (one, other) in [
        ("if (count == 0) return", "if (count != 0) return"),
        ("if (count == 0) return", "if (count = 0) return"),
        ("if (!ready) start", "if (ready) start"),
        ("total += price of it", "total -= price of it"),
        ("total = price + tax", "total = price - tax"),
        ("total = price * tax", "total = price / tax"),
        ("total = price * tax", "total = price - tax"),
        ("total = price / tax", "total = price − tax"),
        ("while (a <= b) run", "while (a >= b) run"),
        ("a => b is it", "a <= b is it"),
        ("a.b is it", "a->b is it"),
        ("<b> is it", "</b> is it"),
        ("1e-5 is the limit", "1e5 is the limit"),
        ("1.5e-3 mol of it", "1.5e3 mol of it"),
        ("profit = income − costs", "profit = income + costs"),
        ("y = a + b here", "y = a − b here"),
        ("a / b here", "a · b here"),
        ("the + pole is", "the − pole is"),
        ("is n! in all", "is n in all"),
        ("is 5! in all", "is 5 in all"),
        ("is p → q here", "is p ← q here"),
        ("is p → q here", "is p ↔ q here"),
        ("f′(x) = 0 here", "f(x) = 0 here"),
        ("is 5' in all", "is 5\" in all"),
    ] {
        for (page, quote) in [(one, other), (other, one)] {
            assert_eq!(of(page, quote), CRITICAL, "{quote} for {page}");
        }
    }
}

#[test]
fn a_name_with_a_sign_is_another_name() {
    for (one, other) in [
        ("uses C# for work", "uses C for work"),
        ("uses F# for work", "uses F for work"),
        ("uses .NET for work", "uses NET for work"),
        ("uses A* for work", "uses A for work"),
        ("is C♯ minor here", "is C minor here"),
        ("is B♭ major here", "is B major here"),
        ("has 5 ✓ and 3 ✗ here", "has 5 ✗ and 3 ✓ here"),
        ("rated ★★★★☆ from us", "rated ★★ from us"),
        ("says I 👍 this plan", "says I 👎 this plan"),
    ] {
        for (page, quote) in [(one, other), (other, one)] {
            assert_eq!(of(page, quote), CRITICAL, "{quote} for {page}");
        }
    }
    for (one, other) in [
        ("me@a.example is it", "me.a.example is it"),
        ("use @decorator on it", "use decorator on it"),
        ("C:\\dir is it", "C:/dir is it"),
    ] {
        assert!(!of(one, other).is_sound(), "{other} for {one}");
    }
}

#[test]
fn another_sign_at_the_edge_of_the_quote_is_another() {
    assert_eq!(class("☐ I agree to all of it", "☑ I agree to all of it"), CRITICAL);
}

#[test]
fn a_sign_right_behind_the_last_word_belongs_to_it() {
    for (page, quote) in [
        ("the town uses C# for work", "the town uses C"),
        ("the town uses C++ for work", "the town uses C"),
        ("the town has A+ for work", "the town has A"),
        ("the town has 50+ for work", "the town has 50"),
        ("the town has n! of them", "the town has n"),
        ("the value of f′ at one", "the value of f"),
        ("and then !ready is so", "ready is so"),
    ] {
        assert_eq!(class(page, quote), CRITICAL, "{quote} in {page}");
    }
    for (page, quote) in [
        ("the town uses C#, for work", "the town uses C#"),
        ("the town has grown! So it is", "the town has grown"),
        ("the town has 2+2 of them", "the town has 2"),
        ("the value of the ‘f’ at one", "the value of the ‘f’"),
        ("the town has it* for work", "the town has it"),
    ] {
        assert!(class(page, quote).is_sound(), "{quote} in {page}");
    }
}

#[test]
fn typography_beside_words_stays_typography() {
    for (one, other) in [
        ("the tower* of the town", "the tower of the town"),
        ("the tower† of the town", "the tower of the town"),
        ("the *tower* of the town", "the tower of the town"),
        ("the **tower** of the town", "the tower of the town"),
        ("the tower - of old - of it", "the tower — of old — of it"),
        ("the tower -- of old -- of it", "the tower, of old, of it"),
        ("the tower ->of old", "the tower → of old"),
        ("the tower! of the town", "the tower of the town"),
        ("the tower (of old) of it", "the tower [of old] of it"),
        ("the “tower of 5” of it", "the ‘tower of 5’ of it"),
        ("the \"tower of 5\" of it", "the 'tower of 5' of it"),
        ("the tower .The town", "the tower. The town"),
        ("News / Sports / Weather", "News | Sports | Weather"),
        ("News • Sports • Weather", "News, Sports, Weather"),
        ("is 5′ tall of it", "is 5' tall of it"),
        ("f′(x) = 0 here", "f'(x) = 0 here"),
        ("is C♯ minor here", "is C# minor here"),
        ("is f(x) here", "is f (x) here"),
        ("pages 3–5 of it", "pages 3-5 of it"),
        ("the team 🎉 of it", "the team of it"),
        ("the report ↗ of it", "the report of it"),
        ("O! how lovely it is", "O how lovely it is"),
        ("«tower» of it", "<<tower>> of it"),
        ("#5 of them", "# 5 of them"),
    ] {
        for (page, quote) in [(one, other), (other, one)] {
            assert!(of(page, quote).is_sound(), "{quote} for {page}: {:?}", of(page, quote));
        }
    }
    assert!(class("All of it:\n+ the tower\n+ the town wall", "the tower the town wall").is_sound());
    assert!(class("✓ the tower of the town", "the tower of the town").is_sound());
}

#[test]
fn quotation_marks_within_a_korean_word_are_typography() {
    let marked = "장관은 어제 \"새 다리를 내년에 짓겠다\"고 밝혔다. 주민들은 환영했다.";
    let plain = "장관은 어제 새 다리를 내년에 짓겠다고 밝혔다. 주민들은 환영했다.";
    assert_eq!(class(marked, "장관은 어제 새 다리를 내년에 짓겠다고 밝혔다"), MatchClass::Typographic);
    for marks in ["“”", "‘’", "「」", "''"] {
        let [open, close] = [0, 1].map(|at| marks.chars().nth(at).unwrap_or('"'));
        let quote = format!("장관은 어제 {open}새 다리를 내년에 짓겠다{close}고 밝혔다");
        assert_eq!(class(plain, &quote), MatchClass::Typographic, "{quote}");
    }
    for quote in [
        "장관은 어제 \"새 다리를 내년에 짓지 않겠다\"고 밝혔다",
        "장관은 어제 \"새 다리를 올해에 짓겠다\"고 밝혔다",
        "장관은 어제 \"새 다리를 내년에 짓겠느냐\"고 밝혔다",
    ] {
        assert_eq!(class(plain, quote), CRITICAL, "{quote}");
    }
}

#[test]
fn an_apostrophe_is_none_of_them() {
    for (text, quote) in [
        ("The men said that we're ready to go home in May.", "The men said that were ready to go home in May"),
        ("Les gens disent que l'une des écoles ferme en mai.", "Les gens disent que lune des écoles ferme en mai"),
    ] {
        assert!(!class(text, quote).is_sound(), "{quote}");
    }
}
