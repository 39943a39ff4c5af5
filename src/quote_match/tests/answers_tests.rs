//! Questions and what answers them.

use super::{CRITICAL, check};
use crate::quote_match::*;

#[test]
fn an_ellipsis_gives_no_question_the_answer_of_another() {
    for (text, quote) in [
        (
            "Q: Did you take the money?\nA: No. I never saw it.\nQ: Did your wife take it?\nA: Yes.",
            "Did you take the money? … Yes.",
        ),
        (
            "Q: Did you take the money?\nA: No. I never saw it.\nQ: Did your wife take it?\nA: Yes.",
            "Did you take the money … Yes",
        ),
        ("Did you take the money? No. Did your wife? Yes, she did.", "Did you take the money? … Yes, she did."),
        (
            "Did you take the money from him? No. I found it there.",
            "Did you take the money from him? … I found it there.",
        ),
        ("Where did he live? In Bergen. Where did he die? In Oslo, alone.", "Where did he live? … In Oslo, alone."),
        ("Haben Sie das Geld genommen? Nein. Hat Ihre Frau es genommen? Ja.", "Haben Sie das Geld genommen? … Ja."),
        ("Avez-vous pris l’argent ? Non. Votre femme l’a-t-elle pris ? Oui.", "Avez-vous pris l’argent ? … Oui."),
        ("¿Tomó usted el dinero? No. ¿Lo tomó su mujer? Sí.", "¿Tomó usted el dinero? … Sí."),
        ("Вы взяли деньги? Нет. Ваша жена взяла? Да.", "Вы взяли деньги? … Да."),
        ("你拿了钱吗？没有。你妻子拿了吗？是。", "你拿了钱吗？……是。"),
    ] {
        check(text, quote, CRITICAL);
    }
}

#[test]
fn an_ellipsis_between_a_question_and_its_own_answer_passes_over_words() {
    for (text, quote) in [
        (
            "Why did the old bridge fall? The iron was poor, as all knew. It had no test.",
            "Why did the old bridge fall? … It had no test.",
        ),
        ("Who are we? Where do we come from? What do we want?", "Who are we? … What do we want?"),
        (
            "Is it safe to cross the bridge? The engineer looked up. Nobody has told us.",
            "Is it safe to cross the bridge? … Nobody has told us.",
        ),
    ] {
        check(text, quote, MatchClass::Edited);
    }
}

#[test]
fn a_bracket_makes_no_statement_of_a_question() {
    let page = "Is it safe in pregnancy? No, it is not.";
    for quote in ["It [is] safe in pregnancy", "[It is] safe in pregnancy", "[it is] safe in pregnancy."] {
        check(page, quote, CRITICAL);
    }
    check("Was it safe for the men? Nobody knew.", "[Is] it safe for the men?", MatchClass::Edited);
    check("It was safe in the harbour. Was it dear?", "It [is] safe in the harbour", MatchClass::Edited);
}
