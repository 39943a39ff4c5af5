//! What turns a passage from beside it, and is no part of the quote.

use super::found;
use crate::quote_match::*;

/// Enough English for the language to be told.
const REST: &str = " The town lies on the river, and the people of the valley have worked there for a long time.";

fn beside(sentence: &str, quote: &str) -> Option<String> {
    let found = found(&format!("{sentence}{REST}"), quote, QuoteKind::Sentence);
    assert!(found.class.is_sound(), "{quote:?} in {sentence:?}: {found:#?}");
    found.hit.and_then(|hit| hit.negation_beside).map(String::from)
}

#[test]
fn words_that_deny_or_suppose_the_clause_that_is_quoted_are_told() {
    for (lead, told) in [
        ("It is not true that ", "It is not true that"),
        ("It is simply not at all true, doctors say, that ", "It is simply not at all true, doctors say, that"),
        ("The agency has repeatedly denied claims that ", "denied claims that"),
        ("He denied, under oath, that ", "He denied, under oath, that"),
        ("A website falsely claimed that ", "A website falsely claimed that"),
        ("There is no evidence at all to suggest that ", "There is no evidence at all to suggest that"),
        ("If ", "If"),
        ("It would be a scandal if ", "if"),
        ("We asked whether ", "whether"),
        ("There are critics who say ", "There are critics who say"),
        ("There are critics who say that ", "There are critics who say that"),
        ("It is a myth that ", "It is a myth that"),
        ("Contrary to the claim that ", "Contrary to the claim that"),
        ("Opponents argue that ", "Opponents argue that"),
        ("I do not for a moment believe that ", "I do not for a moment believe that"),
        ("It is unlikely that ", "It is unlikely that"),
        ("Researchers rejected the hypothesis that ", "Researchers rejected the hypothesis that"),
        ("Researchers failed to show that ", "Researchers failed to show that"),
        ("It is wrong to say that ", "It is wrong to say that"),
        ("Myth 3: ", "Myth 3"),
        ("Allegedly, ", "Allegedly"),
        ("Despite rumours that ", "Despite rumours that"),
        ("He lied when he said that ", "He lied when he said that"),
        ("They acted as though ", "though"),
        ("Suppose that ", "Suppose that"),
        ("He dreamt that ", "He dreamt that"),
        ("Legend has it that ", "Legend has it that"),
        ("Neither Orr nor Fox thought that ", "Neither Orr nor Fox thought that"),
        ("No witness said that ", "No witness said that"),
        ("Only a fool would think that ", "Only a fool would think that"),
        ("There is no truth in the story that ", "There is no truth in the story that"),
        ("It was once thought that ", "It was once thought that"),
        ("It used to be believed that ", "It used to be believed that"),
        ("The judge ruled out that ", "The judge ruled out that"),
        ("It is alleged that ", "It is alleged that"),
        ("Had it been so, ", "Had it been so"),
        ("The rumour that ", "The rumour that"),
        ("There were allegations in the press that ", "There were allegations in the press that"),
        ("It is a common mistake to think that ", "mistake to think that"),
        ("It would be naive to believe that ", "It would be naive to believe that"),
        ("According to conspiracy theorists, ", "According to conspiracy theorists"),
        ("His lawyer argued in vain that ", "vain that"),
        ("Counsel argued unsuccessfully that ", "Counsel argued unsuccessfully that"),
    ] {
        let sentence = format!("{lead}the vaccine causes serious harm in children.");
        let found = beside(&sentence, "The vaccine causes serious harm in children");
        assert_eq!(found.as_deref(), Some(told), "{sentence}");
    }
}

#[test]
fn words_that_govern_another_clause_are_not() {
    for lead in [
        "The study found that ",
        "There is little doubt in the field that ",
        "Nobody can seriously deny that ",
        "He rejected the appeal, ruling that ",
        "The court denied the appeal and ruled that ",
        "The minister did not come, but the report says that ",
        "If you read the whole of the long report, you learn at last that ",
        "The problem lies in the fact that ",
        "The study not only showed for a fact that ",
        "He denied everything. ",
        "If only we knew; ",
        "Critics were silent, and ",
        "There is no doubt that ",
        "It is no secret that ",
        "Nobody denies that ",
        "We must not forget that ",
        "Despite his denial, it is certain that ",
        "It was once more confirmed that ",
        "He had no time to rest, and said that ",
        "Only in May they found that ",
        "It was previously reported that ",
        "No doubt the study said that ",
        "He had it on paper that ",
        "According to the doctors, ",
        "It is no mistake to say that ",
        "The rumour was denied; it is known that ",
        "In the vain hope of peace he said that ",
    ] {
        let sentence = format!("{lead}the vaccine causes serious harm in children.");
        assert_eq!(beside(&sentence, "The vaccine causes serious harm in children"), None, "{sentence}");
    }
}

#[test]
fn a_condition_and_a_denial_behind_the_clause_are_told() {
    let quote = "I will lower taxes for everyone";
    for (sentence, told) in [
        ("If elected, I will lower taxes for everyone.", Some("If elected")),
        ("I will lower taxes for everyone if the council agrees.", Some("if the council agrees")),
        ("I will lower taxes for everyone, but only if it rains.", Some("only if it rains")),
        ("I will lower taxes for everyone, but if it rains we stay.", None),
        ("I will lower taxes for everyone, he said.", None),
        ("I will lower taxes for everyone if necessary.", None),
        ("That I will lower taxes for everyone is a myth.", Some("is a myth")),
        ("The idea that I will lower taxes for everyone has been debunked.", Some("has been debunked")),
        ("The rumour that I will lower taxes for everyone turned out to be untrue.", Some("turned out to be untrue")),
        ("I will lower taxes for everyone, critics say.", Some("critics say")),
        ("I will lower taxes for everyone, according to critics.", Some("according to critics")),
        ("I will lower taxes for everyone, according to the plan.", None),
        ("I will lower taxes for everyone, allegedly.", Some("allegedly")),
        ("I will lower taxes for everyone, allegedly by 3 per cent.", None),
        ("I will lower taxes for everyone, unless the council objects.", Some("unless the council objects")),
        ("I will lower taxes for everyone except the rich.", Some("except the rich")),
        ("I will lower taxes for everyone (except in May).", Some("except in May")),
        ("I will lower taxes for everyone provided that it rains.", Some("provided that it rains")),
        ("I will lower taxes for everyone, subject to the budget.", Some("subject to the budget")),
        ("Subject to the budget, I will lower taxes for everyone.", Some("Subject to the budget")),
        ("Except in an emergency, I will lower taxes for everyone.", Some("Except in an emergency")),
        ("The claim that I will lower taxes for everyone was withdrawn.", Some("was withdrawn")),
        ("He called the claim that I will lower taxes for everyone absurd.", Some("absurd")),
        ("The suggestion that I will lower taxes for everyone is ridiculous.", Some("is ridiculous")),
        ("The rumour that I will lower taxes for everyone was confirmed.", None),
    ] {
        assert_eq!(beside(sentence, quote).as_deref(), told, "{sentence}");
    }
    assert_eq!(
        beside("The firm failed to disclose the known risks.", "disclose the known risks").as_deref(),
        Some("The firm failed to")
    );
    assert_eq!(beside("We do not know if the mill would burn.", "The mill would burn").as_deref(), Some("if"));
}

#[test]
fn what_bounds_a_number_or_a_group_that_the_quote_begins_with_is_told() {
    for (sentence, quote, told) in [
        ("Up to 300 workers were hurt in the fire.", "300 workers were hurt in the fire", Some("Up to")),
        ("It was seen by nearly 300 workers of the mill.", "300 workers of the mill", Some("nearly")),
        ("There were 300 workers in the mill.", "300 workers in the mill", None),
        ("Most of the villagers supported the dam.", "The villagers supported the dam", Some("Most of")),
        ("Only the mayor knew about the letter.", "The mayor knew about the letter", Some("Only")),
        ("He said that only the mayor knew about the letter.", "the mayor knew about the letter", None),
    ] {
        assert_eq!(beside(sentence, quote).as_deref(), told, "{sentence}");
    }
}

#[test]
fn other_languages_deny_in_their_own_words() {
    for (sentence, quote, told) in [
        (
            "Es ist keineswegs so, dass der Impfstoff den Kindern ernsthaft schadet, sagte der Arzt in der Stadt, als er mit \
             den Eltern sprach und sie nach ihm fragten.",
            "Der Impfstoff den Kindern ernsthaft schadet",
            Some("Es ist keineswegs so, dass"),
        ),
        (
            "Die Behörde bestreitet, dass der Impfstoff den Kindern in der Stadt ernsthaft schadet.",
            "der Impfstoff den Kindern in der Stadt ernsthaft schadet",
            Some("Die Behörde bestreitet, dass"),
        ),
        (
            "Die Studie zeigt, dass der Impfstoff den Kindern in der Stadt ernsthaft schadet.",
            "der Impfstoff den Kindern in der Stadt ernsthaft schadet",
            None,
        ),
        (
            "L'agence nie que le vaccin provoque de graves maladies chez les enfants de la ville.",
            "Le vaccin provoque de graves maladies chez les enfants",
            Some("L'agence nie que"),
        ),
        (
            "Es un mito que la vacuna causa graves enfermedades en los niños de la ciudad.",
            "La vacuna causa graves enfermedades en los niños",
            Some("Es un mito que"),
        ),
    ] {
        let found = found(sentence, quote, QuoteKind::Sentence);
        assert!(found.class.is_sound(), "{quote}");
        assert_eq!(found.hit.and_then(|hit| hit.negation_beside).as_deref(), told, "{sentence}");
    }
}

#[test]
fn a_list_that_leaves_out_what_denies_one_of_its_items_is_altered() {
    let list = |sentences: &str, quote: &str| found(&format!("{sentences}{REST}"), quote, QuoteKind::List);
    let critical = MatchClass::Altered(Difference::Critical);
    for (sentences, quote, left_out) in [
        ("It sold apples in May. It did not sell pears. It sold plums.", "apples, pears, and plums", "not "),
        ("It sold apples in May. Pears were never sold. It sold plums.", "apples, pears, and plums", "never "),
        (
            "It will cut taxes. It refuses to raise wages. It will close schools.",
            "cut taxes; raise wages; close schools",
            "refuses ",
        ),
        ("He wanted apples, but not pears, and plums.", "apples, pears, and plums", "not "),
        ("It sold apples in May. It sold pears. Plums weren’t sold.", "apples, pears, and plums", "weren’t "),
    ] {
        let found = list(sentences, quote);
        assert_eq!(found.class, critical, "{sentences} {found:#?}");
        assert!(found.diff.contains(&Change::new(ChangeOp::Insert, left_out)), "{found:#?}");
    }
    for (sentences, quote) in [
        ("It sold apples in May. It sold pears. It sold plums.", "apples, pears, and plums"),
        (
            "It protects rivers. It does not cost jobs, it protects forests. It helps schools.",
            "protects rivers; protects forests; helps schools",
        ),
        ("It sold not only apples. It sold pears. It sold plums. Nuts were not sold.", "apples, pears, and plums"),
        ("It did not sell apples. It did not sell pears. It did not sell plums.", "did not sell apples, pears, plums"),
    ] {
        assert_eq!(list(sentences, quote).class, MatchClass::Parts, "{sentences}");
    }
}

#[test]
fn conditions_and_exceptions_are_told_in_other_languages() {
    for (text, quote, told) in [
        (
            "Die Stadt hat die Brücke im Mai gesperrt, und die Leute müssen einen Umweg fahren. Die Genehmigung gilt fünf Jahre, es sei denn, \
             der Rat widerruft sie.",
            "Die Genehmigung gilt fünf Jahre",
            "es sei denn, der",
        ),
        (
            "Die Stadt hat die Brücke im Mai gesperrt, und die Leute müssen einen Umweg fahren. Die Stadt haftet nur, wenn sie es selbst war.",
            "Die Stadt haftet …",
            "nur, wenn sie es",
        ),
        (
            "La ville a fermé le pont au mois de mai et les gens doivent faire un détour. La licence est accordée pour cinq ans, sauf si le \
             conseil la révoque.",
            "La licence est accordée pour cinq ans",
            "sauf si le conseil",
        ),
        (
            "La ville a fermé le pont au mois de mai et les gens doivent faire un détour. La licence est accordée pour cinq ans, à condition \
             que la taxe soit payée.",
            "La licence est accordée pour cinq ans",
            "à condition que la",
        ),
        (
            "La ciudad cerró el puente en mayo y la gente tiene que dar un rodeo. La licencia se concede por cinco años, salvo que el consejo \
             la revoque.",
            "La licencia se concede por cinco años",
            "salvo que el consejo",
        ),
        (
            "La città ha chiuso il ponte a maggio e la gente deve fare un giro. La licenza è concessa per cinque anni, a meno che il consiglio \
             non la revochi.",
            "La licenza è concessa per cinque anni",
            "a meno che il",
        ),
        (
            "De stad heeft de brug in mei gesloten en de mensen moeten een omweg maken. De vergunning geldt vijf jaar, tenzij de raad haar \
             intrekt.",
            "De vergunning geldt vijf jaar",
            "tenzij de raad haar",
        ),
        (
            "Miasto zamknęło most w maju, a ludzie muszą jeździć objazdem. Zezwolenie jest ważne pięć lat, chyba że rada je cofnie.",
            "Zezwolenie jest ważne pięć lat",
            "chyba że rada je",
        ),
        (
            "Rada města v květnu most uzavřela, protože se na něm objevily trhliny, a lidé od té doby musí jezdit jinudy. Povolení platí pět let, pokud je rada neodvolá.",
            "Povolení platí pět let",
            "pokud je rada neodvolá",
        ),
        (
            "Byen lukkede broen i maj, og folk må køre en omvej. Tilladelsen gælder i fem år, medmindre rådet kalder den tilbage.",
            "Tilladelsen gælder i fem år",
            "medmindre rådet kalder den",
        ),
        (
            "Город закрыл мост в мае, и люди ездят в объезд. Критики утверждают, что мост построен на песке.",
            "мост построен на песке",
            "Критики утверждают, что",
        ),
        (
            "Staden har stängt bron, och nu måste de som bor där köra en annan väg för att komma till arbetet. Kritiker hävdar att bron är byggd på sand.",
            "bron är byggd på sand",
            "Kritiker hävdar att",
        ),
        (
            "Die Stadt hat die Brücke im Mai gesperrt, und die Leute müssen einen Umweg fahren. Das Gerücht, der Bürgermeister habe das Geld \
             genommen, hat ein Rivale erfunden.",
            "der Bürgermeister habe das Geld genommen",
            "Das Gerücht",
        ),
    ] {
        let found = found(text, quote, QuoteKind::Sentence);
        let beside = found.hit.and_then(|hit| hit.negation_beside).map(String::from);
        assert_eq!(beside.as_deref(), Some(told), "{text}");
    }
}

#[test]
fn words_that_look_like_conditions_are_not() {
    for (text, quote) in [
        (
            "Die Stadt hat die Brücke im Mai gesperrt, und die Leute müssen einen Umweg fahren. Die Anlage steht seit Mai außer Betrieb.",
            "Die Anlage steht seit Mai",
        ),
        (
            "La ciudad cerró el puente en mayo y la gente tiene que dar un rodeo. La licencia se concede por cinco años y se puede renovar.",
            "La licencia se concede por cinco años",
        ),
        (
            "Город закрыл мост в мае, и люди ездят в объезд. Мост построен на песке, кроме того, он стар.",
            "Мост построен на песке",
        ),
        (
            "La ciudad cerró el puente en mayo y la gente tiene que dar un rodeo. El hombre salió sano y salvo de la casa.",
            "El hombre salió sano y",
        ),
        (
            "The profits of the firm are subject to tax in the state, and so is the rent of the mill.",
            "The profits of the firm are",
        ),
    ] {
        let found = found(text, quote, QuoteKind::Sentence);
        assert_eq!(found.hit.and_then(|hit| hit.negation_beside), None, "{text}");
    }
}

#[test]
fn a_word_that_is_folded_like_a_negation_is_none() {
    for (text, quote) in [
        (
            "Le peintre est né dans la ville de Lyon en mai et il a travaillé avec les artistes de la région pendant toute sa vie.",
            "dans la ville de Lyon en mai",
        ),
        (
            "La città ne ha parlato con i cittadini durante la riunione di ieri, e il sindaco ha detto che la strada sarà chiusa per i lavori.",
            "ha parlato con i cittadini",
        ),
        (
            "Ρώτησε πότε έφτασε το πλοίο στο λιμάνι της πόλης, και οι κάτοικοι είπαν ότι το είδαν το πρωί και έτρεξαν στην ακτή με τα παιδιά τους.",
            "έφτασε το πλοίο στο λιμάνι",
        ),
    ] {
        let found = found(text, quote, QuoteKind::Sentence);
        assert_eq!(found.hit.and_then(|hit| hit.negation_beside), None, "{text}");
    }
    let text = "Le peintre ne dort pas dans la ville de Lyon en mai et il a travaillé avec les artistes de la région pendant toute sa vie.";
    let found = found(text, "dort pas dans la ville de Lyon", QuoteKind::Sentence);
    assert_eq!(found.hit.and_then(|hit| hit.negation_beside).as_deref(), Some("ne"));
}
