//! What an ellipsis leaves out right before what it keeps, and what it may.

use super::CRITICAL;
use super::harmless_tests::{CS, DE, EN, ES, FR, IT, NL, PL, PT, RU, SV, ZH, check_all};
use crate::quote_match::MatchClass;

#[test]
fn what_turns_the_words_behind_an_ellipsis_is_not_withheld() {
    check_all(
        [
            (
                EN,
                "The minister hinted that he might resign before the vote of the council.",
                "The minister … resign before the vote",
            ),
            (EN, "The owners have stopped trying to close the mine in the north.", "The owners have … close the mine"),
            (
                EN,
                "The owners have long since abandoned plans to close the mine.",
                "The owners have … plans to close the mine",
            ),
            (EN, "The owners scrapped a proposal to close the mine in the north.", "The owners … close the mine"),
            (
                EN,
                "Sales rose in Norway but fell sharply in Sweden and Finland.",
                "Sales rose in Norway … Sweden and Finland",
            ),
            (EN, "Sales rose in Norway, fell in Sweden and rose in Finland.", "Sales rose in Norway … Sweden"),
            (EN, "The drug cured the mice. In humans it had no effect at all.", "The drug cured … humans"),
            (
                EN,
                "Brandt praised the plan. Olsen called it a disgrace to the town.",
                "Brandt … called it a disgrace to the town",
            ),
            (
                EN,
                "He is to pay for it only if the court of the town says so.",
                "He is to pay … if the court of the town says so",
            ),
            (
                DE,
                "Der Minister der Stadt weigerte sich, die Brücke zu sperren, und das ist nicht gut.",
                "Der Minister … die Brücke zu sperren",
            ),
            (
                DE,
                "Er haftet nur, wenn er den Schaden in der Stadt verursacht hat, und das ist nicht so.",
                "Er haftet … wenn er den Schaden in der Stadt verursacht hat",
            ),
            (
                FR,
                "Le ministre de la ville a refusé de fermer le pont, et les rues sont vides.",
                "Le ministre de la ville a … fermer le pont",
            ),
            (
                ES,
                "El ministro de la ciudad se negó a cerrar el puente, y las calles están vacías.",
                "El ministro … cerrar el puente",
            ),
            (
                ES,
                "El ministro de la ciudad descartó que el puente fuera a cerrarse, y las calles están vacías.",
                "El ministro … el puente fuera a cerrarse",
            ),
            (
                IT,
                "Il ministro della città si è rifiutato di chiudere il ponte, e le strade sono vuote.",
                "Il ministro … chiudere il ponte",
            ),
            (
                NL,
                "De minister van de stad weigerde de brug voor de winter te sluiten, en het is niet goed.",
                "De minister … de brug voor de winter te sluiten",
            ),
            (
                RU,
                "Министр отказался закрыть мост до зимы, и это не так хорошо для города.",
                "Министр … закрыть мост до зимы",
            ),
            (ZH, "部长否认大桥今年将关闭的报道，这是他昨天在城里说的。", "部长……大桥今年将关闭"),
            (
                PT,
                "O ministro da cidade recusou-se a fechar a ponte antes do inverno.",
                "O ministro da cidade … fechar a ponte",
            ),
            (
                SV,
                "Ministern i staden vägrade att stänga bron före vintern.",
                "Ministern i staden … stänga bron före vintern",
            ),
            (CS, "Ministr ve městě odmítl uzavřít most před zimou.", "Ministr ve městě … uzavřít most před zimou"),
            (
                PL,
                "Minister w mieście odmówił zamknięcia mostu przed zimą.",
                "Minister w mieście … zamknięcia mostu przed zimą",
            ),
            (
                IT,
                "Il ministro della città ha escluso che il ponte venga chiuso quest’anno.",
                "Il ministro … il ponte venga chiuso quest’anno",
            ),
        ],
        CRITICAL,
    );
}

#[test]
fn what_bounds_and_what_only_may_be_is_not_withheld_behind_other_words() {
    check_all(
        [
            (EN, "The office hopes to collect at least R120bn in tax debt.", "The office hopes to collect … R120bn"),
            (EN, "The financier and his son nearly maxed out to the man.", "The financier and … maxed out to the man"),
            (EN, "The tax is set to rise by up to 25% in the north.", "The tax is set to … 25% in the north"),
            (EN, "In the frame you can lay up to six jumpers flat.", "you can lay … six jumpers flat"),
            (EN, "The country was home to more than 90% of the plants.", "The country was … 90% of the plants"),
            (
                DE,
                "Eine Rolle spielen könnte in der Stadt auch der Preis der Häuser.",
                "Eine Rolle spielen … in der Stadt auch der Preis",
            ),
            (DE, "Die Firma würde den Wald in der Stadt verkaufen.", "Die Firma … den Wald in der Stadt verkaufen"),
            (
                DE,
                "Er droht mit der Abschiebung von Leuten mutmaßlicher Mitglieder der Bande.",
                "Abschiebung von Leuten … Mitglieder der Bande",
            ),
            (
                IT,
                "Il sindaco prevedeva la partecipazione di circa 2.200 persone.",
                "Il sindaco prevedeva la … 2.200 persone",
            ),
        ],
        CRITICAL,
    );
    check_all(
        [
            (EN, "The road was built at least in the north of 20 towns.", "The road was … of 20 towns"),
            (EN, "He spoke of more than the weather to six old men.", "He spoke … to six old men"),
            (DE, "Die Stadt wurde im Mai von den Leuten verlassen.", "Die Stadt … im Mai von den Leuten verlassen"),
            (EN, "The tax rose, it was said of all up to then, by 25% in May.", "The tax rose … by 25% in May"),
        ],
        MatchClass::Edited,
    );
}

#[test]
fn what_turns_nothing_of_them_may_be_left_out() {
    check_all(
        [
            (
                EN,
                "The judge said Brandt, and not Olsen, set the fire in the barn.",
                "The judge said Brandt … set the fire in the barn",
            ),
            (
                EN,
                "Sales fell in May but rose in June, and in July they fell again.",
                "Sales fell in May … in July they fell again",
            ),
            (EN, "Brandt praised the plan. He called it a gift to the town.", "Brandt … called it a gift to the town"),
            (
                EN,
                "The council met in May. The council voted to close the mine.",
                "The council met … voted to close the mine",
            ),
            (
                EN,
                "The men saw it. In May they came back with the others.",
                "The men saw … they came back with the others",
            ),
            (EN, "The owners, who opposed the plan, will close the mine.", "The owners … will close the mine"),
            (
                EN,
                "The owners dropped the plan by June and went home to the town.",
                "The owners … and went home to the town",
            ),
            (EN, "The owners, who scrapped the old ships, build new ones.", "The owners … build new ones"),
            (EN, "The town, which opened the road in May, closed the mine.", "The town … closed the mine"),
            (
                EN,
                "The price rose in all of the towns that were asked, and it fell in May.",
                "The price rose in all … and it fell in May",
            ),
            (EN, "In the month of May the council … met.", "In the month … the council"),
            (
                DE,
                "Der Minister, der sich weigerte, sperrt die Brücke nun doch.",
                "Der Minister … sperrt die Brücke nun doch",
            ),
            (FR, "Le ministre, qui a refusé hier, a dit oui au maire.", "Le ministre … a dit oui au maire"),
            (DE, "Der Minister erklärte, dass er die Brücke sperren lasse.", "Der Minister … die Brücke sperren lasse"),
            (RU, "Министр города заявил, что мост закроют в этом году.", "Министр города … мост закроют в этом году"),
            (
                DE,
                "Der Rat hat am 3. Mai 2019 rund 4 Millionen Euro bewilligt.",
                "Der Rat hat … rund 4 Millionen Euro bewilligt",
            ),
            (EN, "The men met the old Gen. Lee went by in a hurry, they said.", "The men met … went by in a hurry"),
            (
                PL,
                "Miasto miało wielu mieszkańców, tj. o 1/3 więcej niż dawniej.",
                "Miasto miało wielu … więcej niż dawniej",
            ),
        ],
        MatchClass::Edited,
    );
}
