//! What is told of denials beside a passage, language by language: those of its own clause, and no others.

use super::found;
use crate::quote_match::QuoteKind;

/// Sentences that are enough of a language for it to be told, then what is quoted, what denies it there, and what does not; `{}`
/// is the passage.
struct Denials {
    rest: &'static str,
    passage: &'static str,
    told: &'static [&'static str],
    not_told: &'static [&'static str],
}

const DENIALS: &[Denials] = &[
    Denials {
        rest: "The council met on Monday in the old town hall to hear the report of the harbour office. Many of the people who live there had come to listen.",
        passage: "the bridge was safe for all cars",
        told: &[],
        not_told: &["The mayor said that the harbour was not only old but {}."],
    },
    Denials {
        rest: "The council met on Monday in the old town hall to hear the report of the harbour office. Many of the people who live there had come to listen.",
        passage: "the bridge is safe for all cars and lorries",
        told: &[],
        not_told: &["It is not only the council that says {}."],
    },
    Denials {
        rest: "The council met on Monday in the old town hall to hear the report of the harbour office. Many of the people who live there had come to listen.",
        passage: "the bridge was safe for all cars and lorries",
        told: &[
            "It was hardly true that {}.",
            "Hardly anybody said {}.",
            "The mayor denied that {}.",
            "The mayor denied, at some length, that {}.",
            "The mayor has denied that, as people say, {}.",
            "Nobody believes that {}.",
            "It is far from certain that {}.",
            "It is doubtful whether {}.",
            "I do not think {}.",
            "I don’t think {}.",
            "There is no evidence that {}.",
            "The claim that {} is false.",
            "It is a lie that {}.",
            "It would be wrong to say that {}.",
            "In no way can we say that {}.",
            "The council failed to show that {}.",
            "Few believed that {}.",
            "The mayor refused to say that {}.",
            "The board denies having said {}.",
            "He stopped short of saying {}.",
            "The mayor disputed the claim that {}.",
            "We can no longer say that {}.",
            "It cannot be said that {}.",
        ],
        not_told: &[
            "There is no doubt that {}.",
            "No one doubts that {}.",
            "He could not help but say {}.",
            "It is not surprising that {}.",
            "It is no secret that {}.",
            "Not surprisingly, {}.",
            "Nevertheless, {}.",
            "Although he did not come, {}.",
            "He said no more; {}.",
            "The old road was not. But {}.",
            "Without doubt {}.",
            "Nothing is more certain than that {}.",
            "The mayor did not deny that {}.",
            "The mayor has never denied that {}.",
            "We cannot deny that {}.",
            "It goes without saying that {}.",
            "No wonder {}.",
            "Sure enough, no less than five times {}.",
            "It is not just that {}.",
            "Last but not least, {}.",
            "Believe it or not, {}.",
            "Whether or not it rained, {}.",
            "In no small part, {}.",
            "Needless to say, not a day passed, and {}.",
        ],
    },
    Denials {
        rest: "The council met on Monday in the old town hall to hear the report of the harbour office. Many of the people who live there had come to listen.",
        passage: "the bridge that was safe for all cars and lorries",
        told: &[],
        not_told: &["One cannot but admire {}."],
    },
    Denials {
        rest: "The council met on Monday in the old town hall to hear the report of the harbour office. Many of the people who live there had come to listen.",
        passage: "the bridge was open for all cars and lorries",
        told: &[],
        not_told: &["No sooner had he come than {}."],
    },
    Denials {
        rest: "The council met on Monday in the old town hall to hear the report of the harbour office. Many of the people who live there had come to listen.",
        passage: "The bridge was safe for all cars and lorries",
        told: &[
            "“{}” is what nobody said.",
            "{}? Not at all.",
            "{}, which nobody believed.",
            "{} – or so they wanted us to believe.",
        ],
        not_told: &[
            "{}, and not only for those of the town.",
            "{}, no matter how heavy they were.",
            "{}, but no one used it.",
            "{} because nobody had neglected it.",
            "{}, not least because of its new piers.",
            "Why not? {}.",
        ],
    },
    Denials {
        rest: "The council met on Monday in the old town hall to hear the report of the harbour office. Many of the people who live there had come to listen.",
        passage: "the bridge safe for all cars and lorries",
        told: &["By no means was {}."],
        not_told: &[],
    },
    Denials {
        rest: "The council met on Monday in the old town hall to hear the report of the harbour office. Many of the people who live there had come to listen.",
        passage: "is the bridge safe for all cars and lorries",
        told: &["Under no circumstances {}."],
        not_told: &[],
    },
    Denials {
        rest: "The council met on Monday in the old town hall to hear the report of the harbour office. Many of the people who live there had come to listen.",
        passage: "was the bridge safe for all cars and lorries",
        told: &["Scarcely {}."],
        not_told: &[],
    },
    Denials {
        rest: "The council met on Monday in the old town hall to hear the report of the harbour office. Many of the people who live there had come to listen.",
        passage: "safe for all cars and lorries",
        told: &["The bridge was never {}."],
        not_told: &[],
    },
    Denials {
        rest: "The council met on Monday in the old town hall to hear the report of the harbour office. Many of the people who live there had come to listen.",
        passage: "safe for all cars",
        told: &["The bridge was neither {} nor for lorries."],
        not_told: &[],
    },
    Denials {
        rest: "Der Rat kam am Montag im alten Rathaus zusammen, um den Bericht des Hafenamts zu hören. Viele von denen, die dort wohnen, waren gekommen.",
        passage: "die Brücke für alle Autos und Lastwagen sicher war",
        told: &["Der Bürgermeister bestritt, dass {}.", "Kaum jemand glaubt, dass {}.", "Es stimmt nicht, dass {}."],
        not_told: &["Es besteht kein Zweifel, dass {}.", "Niemand bestreitet, dass {}."],
    },
    Denials {
        rest: "Der Rat kam am Montag im alten Rathaus zusammen, um den Bericht des Hafenamts zu hören. Viele von denen, die dort wohnen, waren gekommen.",
        passage: "die Brücke sei für alle Autos und Lastwagen sicher",
        told: &[],
        not_told: &["Nicht nur der Rat sagt, {}."],
    },
    Denials {
        rest: "Der Rat kam am Montag im alten Rathaus zusammen, um den Bericht des Hafenamts zu hören. Viele von denen, die dort wohnen, waren gekommen.",
        passage: "die für alle Autos und Lastwagen sicher war",
        told: &["Von einer Brücke, {}, kann keine Rede sein."],
        not_told: &[],
    },
    Denials {
        rest: "Le conseil s’est réuni lundi dans la vieille mairie pour entendre le rapport du port. Beaucoup de ceux qui y habitent étaient venus.",
        passage: "le pont était sûr pour toutes les voitures",
        told: &[
            "Le maire a nié que {}.",
            "Il est faux que {}.",
            "Je ne crois pas que {}.",
            "Personne ne croit que {}.",
        ],
        not_told: &[
            "Il ne fait aucun doute que {}.",
            "Non seulement {}, mais il était beau.",
            "Nul ne conteste que {}.",
        ],
    },
    Denials {
        rest: "El consejo se reunió el lunes en el viejo ayuntamiento para oír el informe del puerto. Muchos de los que viven allí habían venido.",
        passage: "el puente era seguro para todos los coches",
        told: &["El alcalde negó que {}.", "No es cierto que {}.", "Apenas nadie cree que {}."],
        not_told: &["No cabe duda de que {}.", "No solo {}, sino que era bonito.", "Nadie niega que {}."],
    },
    Denials {
        rest: "Il consiglio si è riunito lunedì nel vecchio municipio per ascoltare la relazione del porto. Molti di quelli che vi abitano erano venuti.",
        passage: "il ponte era sicuro per tutte le auto della città",
        told: &["Il sindaco ha negato che {}.", "Non è vero che {}."],
        not_told: &["Non c’è dubbio che {}.", "Non solo {}, ma era bello."],
    },
    Denials {
        rest: "O conselho reuniu-se na segunda-feira na velha câmara para ouvir o relatório do porto. Muitos dos que vivem ali tinham vindo.",
        passage: "a ponte era segura para todos os carros",
        told: &["O prefeito negou que {}.", "Não é verdade que {}."],
        not_told: &["Não há dúvida de que {}.", "Não só {}, como era bonita."],
    },
    Denials {
        rest: "De raad kwam maandag in het oude stadhuis bijeen om het verslag van de haven te horen. Velen van wie daar wonen waren gekomen.",
        passage: "de brug voor alle auto’s veilig was",
        told: &["De burgemeester ontkende dat {}.", "Het is niet waar dat {}."],
        not_told: &["Het lijdt geen twijfel dat {}."],
    },
    Denials {
        rest: "De raad kwam maandag in het oude stadhuis bijeen om het verslag van de haven te horen. Velen van wie daar wonen waren gekomen.",
        passage: "was de brug voor alle auto’s veilig",
        told: &[],
        not_told: &["Niet alleen {}, ze was ook mooi."],
    },
    Denials {
        rest: "Совет собрался в понедельник в старой ратуше, чтобы выслушать отчёт порта. Многие из тех, кто там живёт, пришли.",
        passage: "мост был безопасен для всех машин города",
        told: &["Мэр отрицал, что {}.", "Неправда, что {}.", "Никто не верит, что {}."],
        not_told: &["Нет сомнений, что {}.", "Не только {}, но и дорога."],
    },
    Denials {
        rest: "Rada zebrała się w poniedziałek w starym ratuszu, aby wysłuchać raportu portu. Wielu z tych, którzy tam mieszkają, przyszło.",
        passage: "most był bezpieczny dla wszystkich samochodów",
        told: &["Burmistrz zaprzeczył, że {}.", "To nieprawda, że {}."],
        not_told: &["Nie ma wątpliwości, że {}."],
    },
    Denials {
        rest: "Rådet möttes på måndagen i det gamla rådhuset för att höra hamnens rapport. Många av dem som bor där hade kommit.",
        passage: "bron var säker för alla bilar",
        told: &["Borgmästaren förnekade att {}.", "Det är inte sant att {}."],
        not_told: &["Det råder inget tvivel om att {}."],
    },
    Denials {
        rest: "Rådet möttes på måndagen i det gamla rådhuset för att höra hamnens rapport. Många av dem som bor där hade kommit.",
        passage: "var bron säker för alla bilar",
        told: &[],
        not_told: &["Inte bara {}, den var också vacker."],
    },
    Denials {
        rest: "Rådet mødtes mandag i det gamle rådhus for at høre havnens rapport. Mange af dem, der bor der, var kommet.",
        passage: "broen var sikker for alle biler",
        told: &["Borgmesteren nægtede, at {}.", "Det er ikke sandt, at {}."],
        not_told: &["Der er ingen tvivl om, at {}."],
    },
    Denials {
        rest: "市議会は月曜日に旧市庁舎で開かれ、港湾局の報告を聞いた。",
        passage: "橋がすべての車にとって安全だった",
        told: &["{}というのは事実ではない。"],
        not_told: &[],
    },
    Denials {
        rest: "市议会星期一在旧市政厅开会，听取了港务局的报告。",
        passage: "这座桥对所有汽车都是安全的",
        told: &["市长否认{}。", "没有证据表明{}。"],
        not_told: &["不可否认，{}。", "市长没有否认{}。", "毫无疑问，{}。"],
    },
    Denials {
        rest: "시의회는 월요일 옛 시청에서 항만청의 보고를 들었다.",
        passage: "다리가 모든 차량에 안전했다",
        told: &["{}는 것은 사실이 아니다."],
        not_told: &[],
    },
    Denials {
        rest: "Meclis pazartesi günü eski belediye binasında toplandı ve liman raporunu dinledi. Orada yaşayanların çoğu gelmişti.",
        passage: "Köprünün bütün arabalar için güvenli olduğu",
        told: &["{} doğru değil."],
        not_told: &[],
    },
    Denials {
        rest: "اجتمع المجلس يوم الاثنين في دار البلدية القديمة للاستماع إلى تقرير الميناء.",
        passage: "الجسر كان آمنا لجميع السيارات",
        told: &["ليس صحيحا أن {}."],
        not_told: &[],
    },
    Denials {
        rest: "Το συμβούλιο συνεδρίασε τη Δευτέρα στο παλιό δημαρχείο για να ακούσει την έκθεση του λιμανιού.",
        passage: "η γέφυρα ήταν ασφαλής για όλα τα αυτοκίνητα",
        told: &["Δεν είναι αλήθεια ότι {}."],
        not_told: &[],
    },
];

fn is_told(rest: &str, sentence: &str, passage: &str) -> bool {
    let found = found(&format!("{rest}\n{sentence}\n"), passage, QuoteKind::Sentence);
    !found.class.is_sound() || found.hit.is_some_and(|hit| hit.negation_beside.is_some())
}

#[test]
fn what_denies_a_passage_from_beside_it_is_told() {
    for denials in DENIALS {
        for lead in denials.told {
            let sentence = lead.replace("{}", denials.passage);
            assert!(is_told(denials.rest, &sentence, denials.passage), "{sentence}");
        }
    }
}

#[test]
fn a_negation_that_affirms_or_belongs_to_another_clause_is_not_told() {
    for denials in DENIALS {
        for lead in denials.not_told {
            let sentence = lead.replace("{}", denials.passage);
            assert!(!is_told(denials.rest, &sentence, denials.passage), "{sentence}");
        }
    }
}

#[test]
fn a_negation_that_only_looks_harmless_is_told() {
    const REST: &str = "The council met on Monday, and many of the people who live there had come.";
    for (sentence, passage) in [
        ("Not only the bridge was safe for all cars.", "only the bridge was safe for all cars"),
        ("The bridge was safe for all cars but not for lorries.", "The bridge was safe for all cars"),
        ("The bridge was not safe for all cars, because it was old.", "safe for all cars, because it was old"),
        ("The bridge was anything but safe for all cars of the town.", "safe for all cars of the town"),
        ("Without proof the bridge was called safe for all cars.", "the bridge was called safe for all cars"),
    ] {
        assert!(is_told(REST, sentence, passage), "{sentence}");
    }
}
