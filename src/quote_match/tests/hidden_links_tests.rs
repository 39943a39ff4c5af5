//! Ellipses that leave out what joins what they keep.

use super::CRITICAL;
use super::harmless_tests::{DE, EN, ES, FR, NL, ZH, check_all};
use crate::quote_match::MatchClass;

#[test]
fn an_ellipsis_hides_no_before_and_no_until() {
    check_all(
        [
            (
                EN,
                "Further trials are needed before it can be recommended.",
                "Further trials are needed … it can be recommended",
            ),
            (EN, "We met the owner in May until the pier may be closed.", "We met the owner … the pier may be closed"),
            (
                DE,
                "Weitere Versuche sind nötig, bevor es empfohlen werden kann.",
                "Weitere Versuche sind nötig … es empfohlen werden kann",
            ),
        ],
        CRITICAL,
    );
    check_all(
        [
            (EN, "The board met at noon before the guests had left.", "The board met at noon … the guests had left"),
            (EN, "The board met in May, and it can be recommended.", "The board met … it can be recommended"),
            (
                EN,
                "Further trials are needed before it can be recommended.",
                "Further trials … before it can be recommended",
            ),
            (
                EN,
                "Further trials are needed in Hull before it can be recommended.",
                "are needed … before it can be recommended",
            ),
        ],
        MatchClass::Edited,
    );
}

#[test]
fn who_is_called_so_and_whom_many_say_to_be_so_is_not() {
    check_all(
        [
            (EN, "The man is known as a liar in the town.", "The man is … a liar in the town"),
            (EN, "The man is widely regarded as a liar in the town.", "The man is … a liar in the town"),
            (EN, "The clerk is, say the neighbours, a thief of boats.", "The clerk is … a thief of boats"),
            (EN, "The clerk is, some neighbours say, a thief of boats.", "The clerk is … a thief of boats"),
            (DE, "Der Mann ist bekannt als ein Lügner in der Stadt.", "Der Mann ist … ein Lügner in der Stadt"),
            (
                FR,
                "Le greffier est, disent les voisins, un voleur de bateaux.",
                "Le greffier est … un voleur de bateaux",
            ),
            (ES, "El alcalde es conocido como un mentiroso en la ciudad.", "El alcalde es … un mentiroso en la ciudad"),
        ],
        CRITICAL,
    );
    check_all(
        [
            (EN, "The house is known as the Gate in the town.", "The house is … the Gate in the town"),
            (
                EN,
                "The house is known as a meeting place for the crews.",
                "The house is known … a meeting place for the crews",
            ),
            (EN, "The clerk is, in this matter, a friend of boats.", "The clerk is … a friend of boats"),
            (EN, "The pier, say the neighbours, fell into the sea.", "The pier … fell into the sea"),
            (EN, "“The clerk is,” say the neighbours, “a friend of boats.”", "The clerk is … a friend of boats"),
        ],
        MatchClass::Edited,
    );
}

#[test]
fn the_second_of_two_is_not_the_first() {
    check_all(
        [
            (
                EN,
                "This act comes into force on 1 January 2030, except section 9, which comes into force at once.",
                "This act comes into force … at once",
            ),
            (
                DE,
                "Das Gesetz wurde am 3. Mai vom Unterhaus beschlossen und am 5. Mai vom Oberhaus verworfen.",
                "Das Gesetz wurde am 3. Mai vom … Oberhaus verworfen",
            ),
            (EN, "The pier is longer than the bridge but shorter than the wall.", "The pier is longer than the … wall"),
            (EN, "Side effects were mild in most patients but severe in nine.", "Side effects were … severe in nine"),
            (
                EN,
                "An appeal lies to the court within 28 days, and from there to the High Court within 14 days.",
                "An appeal lies to the court … within 14 days",
            ),
            (
                EN,
                "The drug did not reduce deaths in women, although it did so in men over 70.",
                "The drug did not reduce deaths … in men over 70",
            ),
            (
                EN,
                "Of those on the drug 12% had a stroke, compared with 18% of those on the placebo.",
                "12% had a stroke … on the placebo",
            ),
            (
                EN,
                "Dr Anna Hart, professor of geology at Leeds, wrote the report with Karl Lane, a student of law.",
                "Dr Anna Hart … a student of law",
            ),
        ],
        CRITICAL,
    );
    check_all(
        [
            (EN, "The pier is longer than the old bridge and the wall.", "The pier is longer than the … bridge"),
            (
                DE,
                "Das Gesetz wurde am 3. Mai vom Unterhaus und vom Oberhaus beschlossen.",
                "Das Gesetz wurde am 3. Mai vom Unterhaus … vom Oberhaus beschlossen",
            ),
            (
                EN,
                "This act comes into force in Wales, and it comes into force at once.",
                "This act comes into force … at once",
            ),
            (EN, "Side effects were mild and were severe in nine.", "Side effects … were severe in nine"),
            (EN, "An appeal lies to the court in Hull within 14 days.", "An appeal lies to the court … within 14 days"),
            (
                EN,
                "The drug did not reduce deaths in women or in men over 70.",
                "The drug did not reduce deaths … in men over 70",
            ),
            (EN, "Karl Lane, born in Hull in May, was a student of law.", "Karl Lane … was a student of law"),
        ],
        MatchClass::Edited,
    );
}

#[test]
fn nobody_was_born_where_somebody_studied() {
    check_all(
        [
            (DE, "Sie wurde 1960 in Hull geboren, studierte Jura in Leeds.", "Sie wurde 1960 … in Leeds"),
            (ES, "Ella nació en Lugo en 1960, estudió derecho en León y fue juez en 1998.", "Ella nació … en León"),
            (ES, "Ella nació en Lugo en 1960, estudió derecho en León y fue juez en 1998.", "Ella nació … en 1998"),
            (
                FR,
                "Elle est née à Lille en 1960, a étudié le droit à Lyon et est devenue juge en 1998.",
                "Elle est née … à Lyon",
            ),
        ],
        CRITICAL,
    );
    check_all(
        [
            (ES, "Ella nació en Lugo, capital de la provincia, en 1960.", "Ella nació … en 1960"),
            (ES, "Ella nació el 3 de mayo de 1960 en León.", "Ella nació … en León"),
            (FR, "Elle est née à Lille, dans le nord, en 1960.", "Elle est née … en 1960"),
            (DE, "Sie wurde 1960 als Tochter eines Lehrers in Hull geboren.", "Sie wurde 1960 … in Hull geboren"),
            (
                NL,
                "Zij werd in 1960 als dochter van een leraar in Breda geboren.",
                "Zij werd in 1960 … in Breda geboren",
            ),
        ],
        MatchClass::Edited,
    );
}

#[test]
fn letters_within_another_word_tell_nothing_of_what_brackets_add() {
    let text = "The rebels were brought to the town on 3 May and changed by the long war.";
    check_all([(EN, text, "The rebels were brought to the town on 3 May [and hanged]")], CRITICAL);
    check_all([(EN, text, "The rebels were brought to the town on 3 May [and changed]")], MatchClass::Edited);
}

#[test]
fn a_question_without_its_pronoun_is_none() {
    check_all([(FR, "Le pont est-il sûr pour les bateaux ?", "Le pont est … sûr pour les bateaux")], CRITICAL);
    check_all(
        [
            (FR, "Le pont est, dit-il, sûr pour les bateaux.", "Le pont est … sûr pour les bateaux"),
            (FR, "Le pont de la ville est-il sûr pour les bateaux ?", "Le pont … est-il sûr pour les bateaux ?"),
        ],
        MatchClass::Edited,
    );
}

#[test]
fn an_ellipsis_in_chinese_joins_no_other_things() {
    check_all(
        [
            (ZH, "药物对心脏没有影响，但对肝脏有明显影响。", "药物对心脏没有……明显影响"),
            (ZH, "法案于5月3日通过，5月5日生效。", "法案于……5月5日生效"),
            (ZH, "市长不仅是小偷，他还是骗子。", "市长不……是小偷"),
            (ZH, "街上的商店中就有一家是空的。", "街上的商店……是空的"),
        ],
        CRITICAL,
    );
    check_all(
        [
            (ZH, "药物对心脏有影响，但对肝脏有明显影响。", "药物对心脏有……明显影响"),
            (ZH, "法案于今年春天的5月5日生效。", "法案于……5月5日生效"),
            (ZH, "街上的商店一直都是空的。", "街上的商店……是空的"),
        ],
        MatchClass::Edited,
    );
}

#[test]
fn an_ellipsis_over_what_only_looks_turned_is_sound() {
    check_all(
        [
            (
                EN,
                "In Hull the singer discussed everything that she had.",
                "In Hull the singer … everything that she had",
            ),
            (
                EN,
                "There is a decline in fertility with increasing age, so it makes no sense.",
                "decline in fertility … so it makes no sense",
            ),
            (
                EN,
                "People give up their plans and forget to take in proper food for the body.",
                "give up their plans and forget to … proper food for the body",
            ),
            (
                EN,
                "They say so. Thus, Prof. Copeland remarks that the spray was good.",
                "They say so. Thus, … remarks that the spray was good",
            ),
            (
                EN,
                "They went to the sea to find out the future or to talk with the king.",
                "to the sea to find … or to talk with the king",
            ),
            (
                DE,
                "Sie wollten keine Fehler machen, so dass das Lernen leicht geschehen kann.",
                "keine Fehler machen, … dass das Lernen leicht geschehen kann",
            ),
            (DE, "Und nun ist nicht alles gut so wie es ist.", "ist nicht alles gut … wie es ist"),
            (FR, "Il n’y a pas jusqu’à présent de bateau dans le port.", "Il n’y a pas … de bateau dans le port"),
            (ES, "El puente no tiene hasta ahora un dueño conocido.", "El puente no tiene … un dueño conocido"),
            (DE, "Sie waren bereit, über alle Maßen gut auszukommen.", "Sie waren bereit … alle Maßen gut auszukommen"),
        ],
        MatchClass::Edited,
    );
    check_all(
        [
            (
                EN,
                "In Hull the owner discussed closing the mill that she had.",
                "In Hull the owner … closing the mill that she had",
            ),
            (EN, "Prices rose in May but fell sharply in June.", "Prices rose in May … in June"),
            (DE, "Es kamen fast alle Gäste in die Stadt.", "Es kamen … alle Gäste in die Stadt"),
        ],
        CRITICAL,
    );
}

#[test]
fn a_bracket_says_each_other_in_other_words() {
    check_all(
        [
            (EN, "Both sides blamed each other for the fire.", "Both sides blamed [one another] for the fire"),
            (EN, "Both sides blamed one another for the fire.", "Both sides blamed [each other] for the fire"),
            (EN, "Both sides blamed one another.", "Both sides blamed [each other]"),
            (
                DE,
                "Beide Seiten hassten einander seit dem Brand.",
                "Beide Seiten hassten [sich gegenseitig] seit dem Brand",
            ),
            (
                DE,
                "Beide Seiten hassten sich gegenseitig seit dem Brand.",
                "Beide Seiten hassten [einander] seit dem Brand",
            ),
            (FR, "Ils se détestaient l’un l’autre depuis le feu.", "Ils se détestaient [mutuellement] depuis le feu"),
            (ES, "Se odiaban el uno al otro desde el incendio.", "Se odiaban [mutuamente] desde el incendio"),
            (NL, "Beide kanten haatten elkaar sinds de brand.", "Beide kanten haatten [elkander] sinds de brand"),
        ],
        MatchClass::Edited,
    );
    check_all(
        [(EN, "Both sides blamed each other for the fire.", "Both sides blamed [the clerk] for the fire")],
        CRITICAL,
    );
}

#[test]
fn a_bracket_makes_no_people_of_mice_and_no_deeds() {
    check_all(
        [
            (EN, "The cream is linked to rashes in mice.", "The cream is linked to rashes in [people]"),
            (
                EN,
                "The cream is linked to rashes in mice at noon.",
                "The cream is linked to rashes in [patients] at noon",
            ),
            (
                EN,
                "The bill was passed by the lower house on 3 May and rejected by the upper house.",
                "The bill was passed by the lower house on 3 May [and became law]",
            ),
            (
                NL,
                "De burgemeester trad vrijdag om twaalf uur af.",
                "De burgemeester trad vrijdag [in het geheim] om twaalf uur af",
            ),
        ],
        CRITICAL,
    );
    check_all(
        [
            (EN, "The cream is linked to rashes in smokers.", "The cream is linked to rashes in [people]"),
            (
                EN,
                "The bill was passed by the lower house on 3 May and rejected by the upper house.",
                "The bill was passed by the lower house on 3 May [and rejected]",
            ),
        ],
        MatchClass::Edited,
    );
}
