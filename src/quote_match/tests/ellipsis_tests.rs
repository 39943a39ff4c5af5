//! What an ellipsis may pass over: words that turn what is kept, and those that are left out with all they speak of.

use super::{CRITICAL, check, found};
use crate::quote_match::*;

#[test]
fn what_is_left_out_with_all_that_it_speaks_of_turns_nothing() {
    for (text, quote) in [
        ("Growth fell to its lowest rate in nearly three decades of peace.", "lowest rate in … decades of peace"),
        ("The tools will make the next few months bearable for him.", "will make the next … months bearable"),
        ("The poor little boy ran home to his mother.", "The … boy ran home to his mother"),
        ("The few people who had boats left at once.", "The … people who had boats left"),
        (
            "He is angry about its description as disputed territory of both.",
            "about its description as … territory of both",
        ),
        ("They are not only valid but needed by the town.", "They are … valid but needed by the town"),
        ("There is no doubt that the mayor took the money.", "There is … that the mayor took the money"),
        ("The men allegedly threatened a guard in the yard.", "The men … a guard in the yard"),
    ] {
        check(text, quote, MatchClass::Edited);
    }
    let german = "Es geht der Stadt nicht nur um das Geld, und sie sagt, dass die Leute das wissen. Er kam mit der drohenden, \
        angeblich wachsenden Gefahr für die Leute.";
    check(german, "Es geht der Stadt … um das Geld", MatchClass::Edited);
    check(german, "mit der drohenden … Gefahr für die Leute", MatchClass::Edited);
}

#[test]
fn what_governs_the_words_behind_the_ellipsis_turns_them() {
    for (text, quote) in [
        ("They are not valid but needed by the town.", "They are … valid but needed by the town"),
        ("There is little evidence that the drug works.", "There is … that the drug works"),
        ("The few said that few people had boats of their own.", "said that … people had boats of their own"),
        ("Growth is almost certainly wrong for the town.", "Growth is … wrong for the town"),
        ("The council disputed the claim of the mayor.", "The council … the claim of the mayor"),
        ("We went home with the others, asking them if he had left.", "We went home … he had left"),
        ("They spent a year in doubt about whether the plan works.", "They spent a year … the plan works"),
        ("The board met all day and then refused to approve the plan.", "The board met … approve the plan"),
        ("The men were taken to the yard and then nearly beaten to death.", "The men were taken … beaten to death"),
        ("He was seen in the town by men who denied knowing him.", "He was seen in the town … knowing him"),
        ("The court refused, after a long hearing, to release the men.", "The court … to release the men"),
        ("The claim that vaccines harm children is false, they said.", "vaccines harm children … they said"),
        ("That the river rose is a myth, they said.", "That the river rose … they said"),
    ] {
        check(text, quote, CRITICAL);
    }
    for (text, quote) in [
        ("We went home if it rained, and they came with us.", "We went home … they came with us"),
        (
            "We asked them if the old plan works. The others came by the road.",
            "We asked them … The others came by the road",
        ),
        ("They argued at length over whether to go on, but the plan works.", "They argued … the plan works"),
    ] {
        check(text, quote, MatchClass::Edited);
    }
}

#[test]
fn a_word_that_is_spelled_like_a_condition_is_none() {
    let spanish = "Se quedaron con los puntos que les dio el árbitro. Eso sí, la desventaja del equipo es que tiene una \
        lesión. Le quiero pedir a mi hijo, si me ha dado todo, que no se vaya de la casa.";
    check(spanish, "que les dio el árbitro. Eso … la desventaja del equipo", MatchClass::Edited);
    check(spanish, "pedir a mi hijo, … me ha dado todo", CRITICAL);
    let polish = "Oni wyjadą na urlop czy na studia, a to jest dla nich ważne. Nie wiem, czy przyjdą, ale oni są \
        już w drodze do domu.";
    check(polish, "Oni wyjadą na urlop … na studia", MatchClass::Edited);
    check(polish, "Nie wiem, … przyjdą, ale oni są już w drodze", CRITICAL);
    let russian = "Он получил звание лучшего игрока. Кроме того, его партнер и друг забил гол. Они взяли всё, кроме стола и стульев.";
    check(russian, "Он получил звание лучшего игрока. … его партнер и друг", MatchClass::Edited);
    check(russian, "Они взяли всё, … стола и стульев", CRITICAL);
}

#[test]
fn a_syllable_or_a_tone_makes_another_word_than_a_negation() {
    check(
        "希臘總理卡斯帕帕季莫斯(Lucas Papademos)周一宣布",
        "希臘總理卡斯帕帕…斯(Lucas Papademos)周一",
        MatchClass::Edited,
    );
    check("他们说千万莫说谎话给别人听", "他们说千万…谎话给别人听", CRITICAL);
    check("空機到貨!全館3C再降價", "空機到貨! … 3C再降價", MatchClass::Edited);
    check("镇上的人意见不同，他们都离开了家", "镇上的人意见…同，他们都离开了家", CRITICAL);
    check("镇上的人意见不同，他们都离开了家", "镇上的人意见…他们都离开了家", MatchClass::Edited);
    let vietnamese = "Cách tính này được nhiều nước trên thế giới đang áp dụng cho người dân của họ. Các ông đừng nói với \
        người dân như thế, và những người khác cũng không đồng ý với các ông.";
    check(vietnamese, "nhiều nước trên thế giới … cho người dân của họ", MatchClass::Edited);
    check(vietnamese, "Các ông … nói với người dân như thế", CRITICAL);
}

#[test]
fn an_ellipsis_within_the_brackets_of_the_page_is_one() {
    let text =
        "He said that the plan [Putin’s plan to hold the east of it] broke down at the border. See [the act of May].";
    check(text, "the plan [Putin’s plan to … it] broke down at the border", MatchClass::Edited);
    check(text, "the plan [ … the east of it] broke down at the border", MatchClass::Edited);
    check(text, "the plan [Putin’s wish to … it] broke down at the border", CRITICAL);
    check("开会的消息【到微博反馈给我们】", "开会的消息【 … 反馈给我们】", MatchClass::Edited);
}

#[test]
fn dots_before_each_item_of_a_list_are_the_pages_own() {
    let text = "Camps (1)\n...North side (10)\n...South side (4)\n...East side (3)";
    check(text, "Camps (1) ...North side (10)", MatchClass::Verbatim);
    check(text, "Camps (1) … East side (3)", MatchClass::Edited);
    check(text, "North side (10) ...East side (3)", CRITICAL);
}

#[test]
fn a_bracket_of_the_page_at_the_edge_of_a_quote_is_held_to_its_number() {
    let text = "Photo by J. Doe [CC BY-SA 3.0], via Free Commons of the town.";
    check(text, "[CC BY-SA 3.0], via Free Commons", MatchClass::Verbatim);
    check(text, "[CC BY-SA 30], via Free Commons", CRITICAL);
    check("He went to sea [in 1901]. Left the town of Bergen.", "[Smith] left the town of Bergen", MatchClass::Edited);
}

#[test]
fn a_bracket_of_the_quotes_own_may_stand_behind_one_of_the_page() {
    let text = "The river [of the north] rose in May and fell in June.";
    check(text, "the north] [a province] rose in May", MatchClass::Edited);
}

#[test]
fn a_remark_of_the_page_may_stand_beside_a_bracket_of_the_quote() {
    let text = "The line fell to ruin in the course (sic!) of the sale, which they have to deal with today.";
    check(text, "in the course (sic!) of the sale, which [the towns] have to deal with", MatchClass::Edited);
    check("The line fell to ruin in the corse of it.", "in the corse [sic] of it", MatchClass::Edited);
}

#[test]
fn a_reference_that_was_escaped_once_more_is_the_same_sign() {
    check("one place &mdash; another place", "one place &amp;mdash; another place", MatchClass::Typographic);
    check("it&#39;s in the town", "it&amp;#39;s in the town", MatchClass::Typographic);
    check("it&rsquo;s in the town", "it’s in the town", MatchClass::Typographic);
    check("salt & oil for all", "salt &amp; oil for all", MatchClass::Typographic);
}

#[test]
fn what_an_ellipsis_passes_over_beside_what_is_kept_is_pointed_out() {
    for (text, quote, word) in [
        ("We will, if we are elected in May, cut the taxes at once.", "We will … cut the taxes", Some("if")),
        ("The men who had not been there before left at once.", "The men … left at once", Some("not")),
        ("The men saw it in May. They had not known of it. They paid.", "The men saw it … They paid", None),
        ("The men, who had been there before, left at once.", "The men … left at once", None),
        ("Prices rose in all towns by up to 30 percent.", "Prices rose … 30 percent", Some("up to")),
        ("The court refused, after a long hearing, to release the men.", "The court refused … to release", None),
    ] {
        let found = found(text, quote, QuoteKind::Sentence);
        assert_eq!(found.class, MatchClass::Edited, "{quote}");
        assert_eq!(found.hit.unwrap().negation_beside.as_deref(), word, "{quote}");
    }
}

#[test]
fn a_contraction_denies_whatever_language_is_around_it() {
    let german = "Der Film handelt von einer Familie, die im alten Haus am Hafen wohnt und nicht mehr weiß, was sie tun soll. \
        Im Trailer heißt es: She knows that Mother Nature couldn’t drain the joy from the town.";
    check(german, "She knows that Mother Nature … drain the joy from the town", CRITICAL);
}

#[test]
fn what_denies_where_no_spaces_are_written_is_not_passed_over() {
    let japanese = "この薬は全ての患者に効くわけではないが、多くの患者に効果がある。彼は駅で切符を買わない人を見た。";
    check(japanese, "この薬は全ての患者に効く……多くの患者に効果がある", CRITICAL);
    check(japanese, "彼は駅で……人を見た", MatchClass::Edited);
    let chinese = "他昨天说他没有签署合同，明天也不会读它。";
    check(chinese, "他昨天说他……读它", CRITICAL);
    check(chinese, "他……没有签署合同", MatchClass::Edited);
    check(chinese, "他昨天说他……签署合同", CRITICAL);
}

#[test]
fn what_is_taken_out_of_all_is_not_passed_over() {
    check("Then he left — without his hat — for Rome and the sea.", "Then he left … for Rome", MatchClass::Edited);
    check("Then he left without his hat for Rome and the sea.", "Then he left … for Rome", CRITICAL);
    check(
        "All 27 member states but Hungary agreed to the plan.",
        "All 27 member states … agreed to the plan",
        CRITICAL,
    );
    check("All 27 member states but Hungary agreed to the plan.", "All 27 member states and Hungary agreed", CRITICAL);
    check(
        "All of them, but slowly, agreed to the new plan.",
        "All of them … agreed to the new plan",
        MatchClass::Edited,
    );
}

#[test]
fn a_whole_clause_beside_the_one_that_is_kept_turns_nothing_of_it() {
    for (text, quote) in [
        (
            "The mayor said that no school will close before 2030 and that spending will rise by 4 percent.",
            "The mayor said that … spending will rise by 4 percent",
        ),
        (
            "The clerk wrote that nobody had come to the hearing and that the vote was put off.",
            "The clerk wrote that ... the vote was put off",
        ),
        (
            "Der Rat der Stadt sagte, dass keine Schule vor 2030 schließt und dass die Ausgaben um 4 Prozent steigen.",
            "Der Rat der Stadt sagte, dass … die Ausgaben um 4 Prozent steigen",
        ),
        (
            "El consejo de la ciudad dijo que ninguna escuela cerrará antes de 2030 y que los gastos subirán un poco.",
            "El consejo de la ciudad dijo que … los gastos subirán un poco",
        ),
        (
            "Le conseil de la ville a dit que personne ne sera oublié et que les dépenses vont augmenter avec le temps.",
            "Le conseil de la ville a dit que … les dépenses vont augmenter",
        ),
        (
            "Совет города заявил, что ни одна школа не закроется и что расходы вырастут на 4 процента.",
            "Совет города заявил, что … расходы вырастут на 4 процента",
        ),
    ] {
        check(text, quote, MatchClass::Edited);
    }
    for (text, quote) in [
        (
            "The mayor said that it was not true that the harbour had been sold and that the spending will rise.",
            "The mayor said that … the spending will rise",
        ),
        (
            "The mayor said that nobody should think that the prices fall and that the spending will rise.",
            "The mayor said that … the spending will rise",
        ),
        (
            "The mayor said that he denied that the prices fall and that the spending will rise.",
            "The mayor said that … the spending will rise",
        ),
        (
            "The mayor said that no increase in spending will come.",
            "The mayor said that … increase in spending will come",
        ),
        (
            "The mayor said that no one there thinks that spending will rise by 4 percent.",
            "The mayor said that … spending will rise by 4 percent",
        ),
    ] {
        check(text, quote, CRITICAL);
    }
}

#[test]
fn what_denies_the_clause_that_is_kept_is_not_passed_over() {
    for (text, quote) in [
        ("Dr Hale denied that he had taken the money.", "Dr Hale … had taken the money"),
        ("Dr Hale, 54, of Norwick, denied that he had taken the money.", "Dr Hale … had taken the money"),
        ("Dr Hale rejected the claim that the mayor had taken the money.", "Dr Hale … had taken the money"),
        ("The board doubts, after three reports, that the dam is safe.", "The board … the dam is safe"),
        ("The board doubts, after three reports, that Mr Hale is well.", "The board … is well"),
        ("It is a myth in the town that the tower leans to the north.", "It is … the tower leans to the north"),
        ("Dr Hale is said to have taken the money.", "Dr Hale … taken the money"),
        ("Dr Hale is widely believed to be rich and ill.", "Dr Hale … rich and ill"),
        ("Dr Hale, a man of 54, was accused of having taken the money.", "Dr Hale … taken the money"),
        (
            "Herr Hahn, der im Haus am Hafen wohnt, bestreitet, dass er das Geld aus der Kasse genommen hat.",
            "Herr Hahn … das Geld aus der Kasse genommen hat",
        ),
        (
            "M. Hallé, qui est le maire de la ville, nie avoir pris l’argent de la caisse.",
            "M. Hallé … avoir pris l’argent de la caisse",
        ),
        (
            "M. Hallé, qui est le maire de la ville, nie qu’il ait pris l’argent de la caisse.",
            "M. Hallé … ait pris l’argent de la caisse",
        ),
        (
            "El señor Hale, que es el alcalde de la ciudad, negó que él hubiera tomado el dinero.",
            "El señor Hale … hubiera tomado el dinero",
        ),
        (
            "Il signor Hale, che è il sindaco della città, ha negato che lui abbia preso il denaro.",
            "Il signor Hale … abbia preso il denaro",
        ),
        (
            "O senhor Hale, que é o prefeito da cidade, negou que ele tivesse levado o dinheiro.",
            "O senhor Hale … tivesse levado o dinheiro",
        ),
        (
            "De heer Hale, die de burgemeester van de stad is, ontkent dat hij het geld heeft genomen.",
            "De heer Hale … het geld heeft genomen",
        ),
        (
            "Мэр города, который был в отпуске, отрицал, что он взял деньги из кассы.",
            "Мэр города … взял деньги из кассы",
        ),
    ] {
        check(text, quote, CRITICAL);
    }
    for (text, quote) in [
        ("The men who deny that they took it were paid by the town.", "The men … were paid by the town"),
        ("Dr Hale denied that he had taken the money.", "Dr Hale denied … he had taken the money"),
        ("Dr Hale, who is 54, admitted that he had taken the money.", "Dr Hale … had taken the money"),
        ("Dr Hale is known to have taken the money.", "Dr Hale … taken the money"),
        ("The old man, it is said to this day, was kind to them all.", "The old man … was kind to them all"),
        ("Its claim to the north and, as disputed territory, the south of it.", "as … territory, the south of it"),
        ("He denied it. The court found that he had taken the money.", "He denied it … had taken the money"),
        ("There is no doubt whatever that the drug works.", "There is … the drug works"),
        (
            "Herr Hahn, der im Haus am Hafen wohnt, sagt, dass er das Geld aus der Kasse genommen hat.",
            "Herr Hahn … das Geld aus der Kasse genommen hat",
        ),
    ] {
        check(text, quote, MatchClass::Edited);
    }
}
