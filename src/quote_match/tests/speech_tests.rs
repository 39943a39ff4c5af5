//! Who says it, left out of what is said.

use super::{CRITICAL, MINOR, check, class, found};
use crate::quote_match::*;

#[test]
fn what_is_said_is_quoted_whole_without_the_words_that_tell_who_says_it() {
    for (text, quote) in [
        (
            "“The water came under the door like a cat,” she says. “By midnight it had taken the piano.” She laughs.",
            "The water came under the door like a cat. By midnight it had taken the piano.",
        ),
        (
            "„Wir haben die Flut unterschätzt“, sagt die Chefin Ellen Marsh. „Seit 1931 hat niemand gemessen.“",
            "Wir haben die Flut unterschätzt. Seit 1931 hat niemand gemessen",
        ),
        (
            "“I don’t think it’s right,” said Mr. O’Neill, “but I won’t stop it.”",
            "I don't think it's right, but I won't stop it",
        ),
        (
            "‘We will mend the wall,’ the mayor told us, ‘before the winter comes.’",
            "We will mend the wall before the winter comes",
        ),
        (
            "« La digue tiendra bon », assure le maire, « et le pont aussi tiendra. » Il sourit.",
            "La digue tiendra bon et le pont aussi tiendra",
        ),
        (
            "«La presa aguanta bien», dijo la alcaldesa, «pero el puente no aguanta».",
            "La presa aguanta bien, pero el puente no aguanta",
        ),
        // Between dashes, in a paragraph that a dash begins, or within the marks.
        ("—No lo sé —dijo Marta—, pero nadie lo vio salir de la casa.", "No lo sé, pero nadie lo vio salir de la casa"),
        (
            "—El agua entró de noche —dijo Marta—. Por la mañana ya no quedaba nada.",
            "El agua entró de noche. Por la mañana ya no quedaba nada.",
        ),
        (
            "— A água entrou de noite — disse Marta. — De manhã já não havia nada.",
            "A água entrou de noite. De manhã já não havia nada.",
        ),
        (
            "— Вода пришла ночью, — сказала Марта. — К утру ничего не осталось.",
            "Вода пришла ночью. К утру ничего не осталось.",
        ),
        (
            "— Woda przyszła nocą — powiedziała Marta. — Rano nic nie zostało.",
            "Woda przyszła nocą. Rano nic nie zostało.",
        ),
        (
            "«Вода пришла ночью, — сказала Марта, — и к утру ничего не осталось».",
            "Вода пришла ночью, и к утру ничего не осталось",
        ),
        ("“水是夜里来的，”玛塔说，“早上什么也没剩下。”", "水是夜里来的，早上什么也没剩下。"),
        (
            "“Is it safe to cross?” he asked. “Nobody has told us so far.”",
            "Is it safe to cross? Nobody has told us so far.",
        ),
        (
            "“It held for a night,” said Marsh, “then for a week,” she added, “and then it broke.”",
            "It held for a night, then for a week, and then it broke",
        ),
    ] {
        check(text, quote, MatchClass::Edited);
        let diff = found(text, quote, QuoteKind::Sentence).diff;
        assert!(diff.iter().any(|change| change.op == ChangeOp::Insert), "{diff:?}");
        assert!(diff.iter().all(|change| change.op != ChangeOp::Delete), "{diff:?}");
    }
}

#[test]
fn what_else_is_left_out_or_changed_beside_a_speaker_counts_as_ever() {
    let page = "“I have never promised a date,” Marsh told reporters. “I have promised that it will not leak in 1953.”";
    let quote = "I have promised a date. I have promised that it will not leak in 1953.";
    check(page, quote, CRITICAL);
    let diff = found(page, quote, QuoteKind::Sentence).diff;
    assert!(diff.iter().any(|change| change.op == ChangeOp::Insert && change.text.contains("never")), "{diff:?}");
    check(page, "I have never promised a date. I have promised that it will not leak in 1963.", CRITICAL);
    check(page, "I have never promised a date. I have promised that it will leak in 1953.", CRITICAL);
    check(page, "I have never promised a date. I have promised that it will not leak in 1953.", MatchClass::Edited);
}

#[test]
fn words_between_marks_that_are_no_single_speaker_are_left_out_words() {
    for (text, quote) in [
        // Two who speak.
        (
            "“The water is clean and good,” said the minister. Marsh disagreed: “It is full of lead and oil.”",
            "The water is clean and good. It is full of lead and oil.",
        ),
        (
            "“The water is clean and good,” said Reed. “It is full of lead and oil,” said Marsh.",
            "The water is clean and good. It is full of lead and oil.",
        ),
        (
            "“The water is clean and good,” said Reed, and Marsh replied, “It is full of lead and oil.”",
            "The water is clean and good. It is full of lead and oil.",
        ),
        (
            "“The water is clean and good,” said Reed.\n“It is full of lead and oil.” He left.",
            "The water is clean and good. It is full of lead and oil.",
        ),
        (
            "It was “a very great success of ours”, said one, “a waste of our money”, said another.",
            "a very great success of ours, a waste of our money",
        ),
        // Nobody speaks, or the words are the writer's.
        (
            "The law forbids “the sale of arms abroad,” a term of the treaty, “the sale of drugs at home” and more.",
            "the sale of arms abroad, the sale of drugs at home",
        ),
        (
            "He called it “a great big success” and said it was “for the whole of the town” then.",
            "a great big success for the whole of the town",
        ),
        (
            "The pumps failed, said the mayor of the town, and they will fail again.",
            "The pumps failed, and they will fail again",
        ),
        // Dashes around words of the sentence, two who speak, and words that say more.
        (
            "El agua —dijo que— entró, y nadie la vio entrar en la casa —dijo Marta— y se fue.",
            "nadie la vio entrar en la casa y se fue",
        ),
        (
            "El puente es seguro —dijo Marta—, pero nadie lo cruza de noche.",
            "El puente es seguro, pero nadie lo cruza de noche",
        ),
        (
            "— Вода чистая и хорошая, — сказала Марта. — Да.\n— В ней много свинца, — сказал Иван.",
            "Вода чистая и хорошая. Да. В ней много свинца",
        ),
        (
            "— Вода пришла ночью, — сказала Марта, но никто не поверил. — К утру ничего не осталось.",
            "Вода пришла ночью. К утру ничего не осталось.",
        ),
        // Another sentence is made of two.
        (
            "“It was a good year for us,” she said. “Not that I cared about the money.”",
            "It was a good year for us not that I cared about the money",
        ),
    ] {
        let class = class(text, quote);
        assert!(matches!(class, CRITICAL | MatchClass::Absent), "{quote}: {class:?}");
    }
    let page = "“I don’t think it’s right,” said Mr. O’Neill, “but I won’t stop it.”";
    check(page, "I don’t think it’s right. But I won’t stop it.", MINOR);
}

#[test]
fn a_negation_before_what_is_said_or_counted_is_not_hidden_by_a_capital() {
    for (text, quote) in [
        ("—No lo sé —dijo Marta—, pero nadie lo vio salir de la casa.", "Lo sé, pero nadie lo vio salir de la casa."),
        (
            "“Never cross the bridge,” said Marsh, “before the water is gone.”",
            "Cross the bridge before the water is gone.",
        ),
        ("The harbour is old. No evidence of thirty cases was found there.", "Evidence of 30 cases was found there"),
    ] {
        check(text, quote, CRITICAL);
    }
    check(
        "He said that no evidence of thirty cases was found there.",
        "evidence of 30 cases was found there",
        MatchClass::Typographic,
    );
}

#[test]
fn two_who_speak_are_not_one() {
    for (text, quote) in [
        ("“I was there,” he said. “But I did not see it,” his wife added.", "I was there. But I did not see it."),
        (
            "“We paid the fine,” the mayor said. “We never paid a penny,” the clerk said.",
            "We paid the fine. We never paid a penny.",
        ),
        (
            "“We paid the fine,” the mayor said. “We never paid a penny,” the deputy mayor said.",
            "We paid the fine. We never paid a penny.",
        ),
        ("“We paid the fine,” he said. “We never paid a penny,” she said.", "We paid the fine. We never paid a penny."),
        (
            "“We paid the fine,” said Marsh. “We never paid a penny,” I said.",
            "We paid the fine. We never paid a penny.",
        ),
        (
            "“We paid the fine,” she said. “We never paid a penny,” snapped her brother.",
            "We paid the fine. We never paid a penny.",
        ),
        (
            "“We paid,” he said. “They came at night,” his wife added. “Nobody saw them,” he said.",
            "We paid. They came at night. Nobody saw them.",
        ),
        (
            "„Ich war dort“, sagte er. „Aber ich habe nichts gesehen“, ergänzte seine Frau.",
            "Ich war dort. Aber ich habe nichts gesehen.",
        ),
        (
            "„Ich war dort“, sagte er. „Aber ich habe nichts gesehen“, sagte sie.",
            "Ich war dort. Aber ich habe nichts gesehen.",
        ),
        (
            "„Ich war dort“, sagte sie. „Aber ich habe nichts gesehen“, sagte ihr Mann.",
            "Ich war dort. Aber ich habe nichts gesehen.",
        ),
        (
            "« J’étais là », a-t-il dit. « Mais je n’ai rien vu », a ajouté sa femme.",
            "J’étais là. Mais je n’ai rien vu.",
        ),
        ("—Yo estaba allí —dijo él—. Pero no vi nada —añadió su mujer.", "Yo estaba allí. Pero no vi nada."),
        ("—Yo estaba allí —dijo él—. Pero no vi nada —dijo ella.", "Yo estaba allí. Pero no vi nada."),
        ("«Я был там», — сказал он. «Но я ничего не видел», — добавил его брат.", "Я был там. Но я ничего не видел."),
        ("— Я был там, — сказал он. — Но я ничего не видел, — добавила она.", "Я был там. Но я ничего не видел."),
        (
            "— Byłem tam — powiedział Jan. — Ale nic nie widziałem — dodał jego brat.",
            "Byłem tam. Ale nic nie widziałem.",
        ),
        ("”Jag var där”, sade han. ”Men jag såg inget”, sade hans hustru.", "Jag var där. Men jag såg inget."),
        (
            "“Ero lì”, ha detto lui. “Ma non ho visto niente”, ha aggiunto sua moglie.",
            "Ero lì. Ma non ho visto niente.",
        ),
        (
            "“Ik was daar,” zei hij. “Maar ik heb niets gezien,” zei zijn vrouw.",
            "Ik was daar. Maar ik heb niets gezien.",
        ),
        ("“我在那里，”他说，“但是我什么也没看见，”他妻子说。", "我在那里，但是我什么也没看见"),
        ("“我在那里，”玛塔说，“但是我什么也没看见，”李明说。", "我在那里，但是我什么也没看见"),
    ] {
        let class = class(text, quote);
        assert!(matches!(class, CRITICAL | MatchClass::Absent), "{text}: {class:?}");
    }
}

#[test]
fn who_goes_on_speaking_is_the_same() {
    for (text, quote) in [
        ("“I was there,” he said. “But I did not see it,” he added.", "I was there. But I did not see it."),
        ("“I was there,” he said. “But I did not see it,” he told the paper.", "I was there. But I did not see it."),
        ("“We paid the fine,” the mayor said. “We owe nothing,” she added later.", "We paid the fine. We owe nothing."),
        (
            "“We paid the fine,” the mayor said. “We owe nothing,” the mayor also said.",
            "We paid the fine. We owe nothing.",
        ),
        ("“We paid the fine,” said Ann Brook. “We owe nothing,” Brook added.", "We paid the fine. We owe nothing."),
        (
            "„Ich war dort“, sagte Marsh. „Aber ich habe nichts gesehen“, fügte er hinzu.",
            "Ich war dort. Aber ich habe nichts gesehen.",
        ),
        (
            "„Ich war dort“, sagte sie. „Aber ich habe nichts gesehen“, sagte sie leise.",
            "Ich war dort. Aber ich habe nichts gesehen.",
        ),
        ("« J’étais là », a-t-il dit. « Mais je n’ai rien vu », a-t-il ajouté.", "J’étais là. Mais je n’ai rien vu."),
        ("« J’étais là », dit le maire. « Mais je n’ai rien vu », ajoute-t-il.", "J’étais là. Mais je n’ai rien vu."),
        ("—Yo estaba allí —dijo Marta—. Pero no vi nada —añadió con calma.", "Yo estaba allí. Pero no vi nada."),
        ("«Я был там», — сказал он. «Но я ничего не видел», — добавил он.", "Я был там. Но я ничего не видел."),
        ("“我在那里，”玛塔说，“但是我什么也没看见，”她说。", "我在那里，但是我什么也没看见"),
        ("“我在那里，”他说，“但是我什么也没看见，”他又说。", "我在那里，但是我什么也没看见"),
    ] {
        check(text, quote, MatchClass::Edited);
    }
}

#[test]
fn an_incise_within_the_marks_of_a_french_page_may_be_left_out() {
    const PAGE: &str = "La cour a entendu les témoins pendant trois jours et la presse était là. ";
    const END: &str = " Les juges ont pris leur temps avant de rendre leur décision.";
    let said = |told: &str| format!("{PAGE}« Mon client est tout à fait innocent, {told} »{END}");
    let quote = "Mon client est tout à fait innocent. Il n’a jamais vu cet argent";
    for told in [
        "dit son avocate. Il n’a jamais vu cet argent, dit-elle.",
        "dit son avocate. Il n’a jamais vu cet argent.",
        "a déclaré son avocate. Il n’a jamais vu cet argent, a-t-elle ajouté.",
        "a-t-elle ajouté. Il n’a jamais vu cet argent.",
    ] {
        check(&said(told), quote, MatchClass::Edited);
    }
    for told in [
        "dit son avocate. Il n’a jamais vu cet argent, ajoute le juge.",
        "dit son frère. Il n’a jamais vu cet argent, dit-elle.",
        "ne dit pas son avocate. Il n’a jamais vu cet argent.",
        "pour son avocate. Il n’a jamais vu cet argent.",
    ] {
        let found = class(&said(told), quote);
        assert!(!found.is_sound(), "{told}: {found:?}");
    }
    let unspoken =
        format!("{PAGE}Le client est tout à fait innocent, dit son avocate. Il n’a jamais vu cet argent.{END}");
    let found = class(&unspoken, "Le client est tout à fait innocent. Il n’a jamais vu cet argent");
    assert!(!found.is_sound(), "{found:?}");
}

#[test]
fn what_a_verb_in_the_middle_of_a_french_sentence_is_done_to_is_nobody_who_speaks() {
    const PAGE: &str = "La cour a entendu les témoins pendant trois jours et la presse était là. ";
    const END: &str = " Les juges ont pris leur temps avant de rendre leur décision.";
    let said = |told: &str| {
        format!(
            "{PAGE}« Le maire de la ville recule devant la foule, {told}, puis s’en va de la place sans un mot »{END}"
        )
    };
    let quote = "Le maire de la ville recule devant la foule, puis s’en va de la place sans un mot";
    for told in [
        "demande un délai",
        "demande le départ du préfet",
        "annonce des travaux",
        "note une erreur",
        "a ajouté du sel",
        "a annoncé la fête",
        "a expliqué tout cela",
    ] {
        assert_eq!(class(&said(told), quote), CRITICAL, "{told}");
    }
    for told in [
        "dit-elle",
        "dit son avocate",
        "demande l’avocate",
        "affirme Jeanne Morin",
        "explique l’ancien ministre",
        "a-t-il ajouté",
        "a ajouté Jeanne Morin",
        "a ajouté le préfet",
    ] {
        check(&said(told), quote, MatchClass::Edited);
    }
}

#[test]
fn a_verb_tells_that_a_woman_speaks_and_no_man() {
    const RU: &str =
        "Совет собрался во вторник в ратуше, и все члены совета слушали доклад о порту, который был написан зимой. ";
    let said =
        |other: &str| format!("{RU}«Насос сломался ещё зимой», – сказал Лангов. «Никто не пришёл к нам», – {other}.");
    let quote = "Насос сломался ещё зимой. Никто не пришёл к нам";
    for other in ["добавила она", "сказала Анна"] {
        let found = class(&said(other), quote);
        assert!(!found.is_sound(), "{other}: {found:?}");
    }
    check(&said("добавил он"), quote, MatchClass::Edited);
}
