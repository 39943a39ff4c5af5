//! Negations beside a passage that affirm it or belong to another clause, and denials behind words in quotation marks.

use super::found;
use crate::quote_match::QuoteKind;

/// Enough of a language for it to be told, the passage, and sentences with `{}` in its place: such as deny it, and such as do not.
type Denials = (&'static str, &'static str, &'static [&'static str], &'static [&'static str]);

const DENIALS: &[Denials] = &[
    (
        "The council met on Monday in the old town hall to hear the report of the harbour office. Many of the people who live there had come to listen.",
        "the bridge was built in a single year",
        &[
            "“{}” is false.",
            "“{}” was a lie.",
            "The sentence “{}” is simply untrue.",
            "The claim that {} is wrong.",
            "The idea that {} was quite mistaken.",
            "The claim that {} is not wrong but false.",
            "It is not so that {}.",
            "It is not true that the harbour was sold and that {}.",
            "The mayor denied that the harbour was sold and that {}.",
        ],
        &[
            "In no time {}.",
            "No less surprising, {}.",
            "If nothing else, {}.",
            "{}, nothing less.",
            "{}; nobody complained.",
            "He did not leave before {}.",
            "They did not sleep until {}.",
            "The claim that {} is right.",
            "It is true that the harbour was not sold and that {}.",
            "The mayor denied the sale and said that {}.",
            "The play “{}” was rejected.",
        ],
    ),
    (
        "Der Rat kam am Montag in der alten Stadt zusammen, um den Bericht der Leute vom Hafen zu hören. Viele von denen, die dort leben, waren gekommen.",
        "die Brücke in einem Jahr gebaut wurde",
        &["Dass {}, ist falsch.", "Es stimmt nicht, dass {}.", "Er glaubt nicht, dass {}.", "„{}“ ist eine Lüge."],
        &[
            "Es verwundert nicht, dass {}.",
            "Es überrascht nicht, dass {}.",
            "Er bezweifelt nicht, dass {}.",
            "Sie gingen nicht, bevor {}.",
        ],
    ),
    (
        "Le conseil s’est réuni lundi dans la vieille mairie pour entendre le rapport du port. Beaucoup de ceux qui y vivent étaient venus.",
        "le pont a été construit en une seule année",
        &[
            "Personne n’a dit que {}.",
            "« {} » est faux.",
            "Dire que {} est inexact.",
            "Il n’est pas vrai que {}.",
            "Personne ne croit que {}.",
        ],
        &[
            "On n’ignore pas que {}.",
            "Personne n’ignore que {}.",
            "Une personne a dit que {}.",
            "Cette personne croit que {}.",
            "Il ne fait aucun doute que {}.",
        ],
    ),
    (
        "Rådet möttes på måndagen i det gamla rådhuset för att höra rapporten från hamnen. Många av dem som bor där hade kommit.",
        "bron byggdes på ett enda år",
        &["Att {} är falskt.", "Det är inte sant att {}.", "Ingen sade att {}."],
        &[
            "Inte bara det, utan han sade att {}.",
            "Det är ingen hemlighet att {}.",
            "Det råder ingen tvekan om att {}.",
        ],
    ),
    (
        "Rada zebrała się w poniedziałek w starym ratuszu, żeby wysłuchać raportu o porcie. Przyszło wielu z tych, którzy tam mieszkają.",
        "most został zbudowany w jeden rok",
        &["To, że {}, jest fałszem.", "Nie jest prawdą, że {}."],
        &["Nie jest tajemnicą, że {}.", "Nie ma wątpliwości, że {}."],
    ),
    (
        "Совет собрался в понедельник в старой ратуше, чтобы выслушать доклад о порте. Пришли многие из тех, кто там живёт.",
        "мост был построен за один год",
        &["То, что {}, — ложь.", "Неправда, что {}.", "Он не сказал: «{}»."],
        &["Не секрет, что {}.", "Нет сомнений, что {}."],
    ),
    (
        "Рада зібралася в понеділок у старій ратуші, щоб вислухати доповідь про порт. Прийшло багато з тих, хто там живе.",
        "міст був побудований за один рік",
        &["Неправда, що {}.", "Ніхто не казав, що {}."],
        &["Немає сумнівів, що {}.", "Не секрет, що {}."],
    ),
    (
        "Rådet mødtes mandag i det gamle rådhus for at høre rapporten om havnen. Mange af dem, der bor der, var kommet.",
        "broen blev bygget på et enkelt år",
        &["Det er ikke sandt, at {}."],
        &["Det er ingen hemmelighed, at {}.", "Der er ingen tvivl om, at {}."],
    ),
    (
        "Rada se sešla v pondělí na staré radnici, aby vyslechla zprávu o přístavu. Přišlo mnoho těch, kteří tam bydlí.",
        "most byl postaven za jediný rok",
        &["Není pravda, že {}."],
        &["Není tajemstvím, že {}.", "Není pochyb o tom, že {}."],
    ),
    (
        "評議会は月曜日に古い市役所に集まり、港の報告を聞いた。そこに住む多くの人が来ていた。",
        "その橋は一年で建てられた",
        &["{}とは言っていない。", "{}というのは嘘だ。", "{}わけではない。"],
        &["{}に違いない。", "間違いなく{}。", "言うまでもなく{}。"],
    ),
    (
        "의회는 월요일에 오래된 시청에 모여 항구 보고서를 들었다. 그곳에 사는 많은 사람이 왔다.",
        "다리는 일 년 만에 지어졌다",
        &["{}는 것은 사실이 아니다."],
        &["의심할 여지 없이 {}.", "틀림없이 {}."],
    ),
    (
        "اجتمع المجلس يوم الاثنين في دار البلدية القديمة للاستماع إلى تقرير الميناء، وقد جاء كثير من الذين يعيشون هناك.",
        "بني الجسر في سنة واحدة",
        &["ليس صحيحا أنه {}."],
        &["لا شك أنه {}."],
    ),
    (
        "המועצה התכנסה ביום שני בבית העירייה הישן כדי לשמוע את הדוח על הנמל. רבים מן הגרים שם באו.",
        "הגשר נבנה בשנה אחת",
        &["לא נכון כי {}."],
        &["אין ספק כי {}."],
    ),
    (
        "परिषद सोमवार को पुराने टाउन हॉल में बंदरगाह की रिपोर्ट सुनने के लिए इकट्ठा हुई। वहाँ रहने वाले बहुत से लोग आए थे।",
        "पुल एक साल में बनाया गया था",
        &["यह सच नहीं है कि {}।"],
        &["इसमें कोई शक नहीं कि {}।"],
    ),
];

fn is_told(rest: &str, sentence: &str, passage: &str) -> bool {
    let found = found(&format!("{rest}\n{sentence}\n"), passage, QuoteKind::Sentence);
    assert!(found.hit.is_some(), "{sentence}");
    !found.class.is_sound() || found.hit.is_some_and(|hit| hit.negation_beside.is_some())
}

#[test]
fn what_says_that_a_passage_is_not_so_is_told() {
    for (rest, passage, told, _) in DENIALS {
        for sentence in told.iter().map(|sentence| sentence.replace("{}", passage)) {
            assert!(is_told(rest, &sentence, passage), "{sentence}");
        }
    }
}

#[test]
fn what_affirms_a_passage_by_a_negation_is_not_told() {
    for (rest, passage, _, not_told) in DENIALS {
        for sentence in not_told.iter().map(|sentence| sentence.replace("{}", passage)) {
            assert!(!is_told(rest, &sentence, passage), "{sentence}");
        }
    }
}
