//! What leaves a verb open is not hidden before it, in whatever language and however much stands between the two.

use super::hidden_tests::declared;
use super::{CRITICAL, check};
use crate::quote_match::MatchClass;

/// All are of one class; those that are not are shown together.
fn all(cases: &[(&str, &str, &str)], expected: MatchClass) {
    let of = |(language, text, quote): &(&str, &str, &str)| {
        let class = declared(language, text, quote);
        (class != expected).then(|| format!("{class:?} [{language}]: {quote}"))
    };
    let wrong: Vec<String> = cases.iter().filter_map(of).collect();
    assert!(wrong.is_empty(), "{expected:?}\n{}", wrong.join("\n"));
}

#[test]
fn a_verb_that_can_must_or_should_be_is_not_kept_without_that() {
    all(
        &[
            ("en", "The dust can cause a cough in children.", "The dust … cause a cough in children"),
            ("en", "The clerk must have burned the list of the guests.", "The clerk … burned the list of the guests"),
            ("en", "The council has to close the school in May.", "The council … close the school in May"),
            ("en", "The letter should be read as a joke by all.", "The letter … read as a joke by all"),
            ("sv", "Väskan kan tillhöra kvinnan från Lund.", "Väskan … tillhöra kvinnan från Lund"),
            ("sv", "Ärendet bör avslutas före sommaren.", "Ärendet … avslutas före sommaren"),
            ("sv", "Han lär ha sålt gården till sin bror.", "Han … sålt gården till sin bror"),
            ("sv", "Hon ska ha sett allt från fönstret.", "Hon … sett allt från fönstret"),
            ("sv", "Hon måste betala hyran i maj.", "Hon … betala hyran i maj"),
            ("no", "Han skal ha solgt gården til sin bror.", "Han … solgt gården til sin bror"),
            ("no", "Hun må ha sett alt fra vinduet.", "Hun … sett alt fra vinduet"),
            ("da", "Han skal have solgt gården til sin bror.", "Han … solgt gården til sin bror"),
            ("da", "Sagen bør afsluttes før sommeren.", "Sagen … afsluttes før sommeren"),
            ("nl", "Het stof kan bij kinderen hoest veroorzaken.", "Het stof … hoest veroorzaken"),
            ("nl", "De burgemeester moet de school sluiten.", "De burgemeester … de school sluiten"),
            ("de", "Der Schreiber muss die Liste verbrannt haben.", "Der Schreiber … die Liste verbrannt"),
            ("de", "Der Staub kann bei Kindern Husten auslösen.", "Der Staub … Husten auslösen"),
            ("de", "Die Gemeinde darf die Schule im Mai schließen.", "Die Gemeinde … die Schule im Mai schließen"),
            ("fr", "Le greffier doit avoir brûlé la liste.", "Le greffier … brûlé la liste"),
            ("fr", "Les sacs peuvent appartenir à la voisine.", "Les sacs … appartenir à la voisine"),
            ("fr", "La lettre devrait être lue comme une farce.", "La lettre … lue comme une farce"),
            ("es", "El polvo puede causar tos en los niños.", "El polvo … causar tos en los niños"),
            ("it", "La polvere può causare la tosse nei bambini.", "La polvere … causare la tosse nei bambini"),
            ("it", "La lettera dovrebbe essere letta come uno scherzo.", "La lettera … letta come uno scherzo"),
            ("pt", "A poeira pode causar tosse nas crianças.", "A poeira … causar tosse nas crianças"),
            ("pl", "List powinien być czytany jako żart.", "List … czytany jako żart"),
            ("cs", "Dopis by měl být čten jako žert.", "Dopis … čten jako žert"),
            ("ru", "Письмо должно быть прочитано как шутка.", "Письмо … прочитано как шутка"),
            ("uk", "Пил може викликати кашель у дітей.", "Пил … викликати кашель у дітей"),
            ("fi", "Pöly voi aiheuttaa yskää lapsille.", "Pöly … aiheuttaa yskää lapsille"),
            ("ro", "Praful poate provoca tuse la copii.", "Praful … provoca tuse la copii"),
            ("ro", "Grefierul ar fi ars lista.", "Grefierul … ars lista"),
            ("el", "Η σκόνη μπορεί να προκαλέσει βήχα στα παιδιά.", "Η σκόνη … προκαλέσει βήχα στα παιδιά"),
            ("id", "Debu itu dapat menyebabkan batuk pada anak.", "Debu itu … menyebabkan batuk pada anak"),
            ("he", "האבק עלול לגרום לשיעול אצל ילדים.", "האבק … לגרום לשיעול אצל ילדים"),
        ],
        CRITICAL,
    );
}

#[test]
fn what_only_seems_or_is_planned_or_tried_is_not_kept_without_that() {
    all(
        &[
            ("sv", "De försökte sälja gården i våras.", "De … sälja gården i våras"),
            ("no", "De forsøkte å selge gården i vår.", "De … selge gården i vår"),
            ("da", "De forsøgte at sælge gården i foråret.", "De … sælge gården i foråret"),
            ("nl", "Hij schijnt de lijst verbrand te hebben.", "Hij … de lijst verbrand"),
            ("fr", "Le greffier semble avoir brûlé la liste.", "Le greffier … brûlé la liste"),
            ("fr", "La commune compte vendre le moulin.", "La commune … vendre le moulin"),
            ("es", "El escribano parece haber quemado la lista.", "El escribano … quemado la lista"),
            ("es", "La villa piensa vender el molino.", "La villa … vender el molino"),
            ("it", "Il cancelliere sembra aver bruciato la lista.", "Il cancelliere … bruciato la lista"),
            ("pt", "O escrivão parece ter queimado a lista.", "O escrivão … queimado a lista"),
            ("pl", "Gmina chce sprzedać młyn wiosną.", "Gmina … sprzedać młyn wiosną"),
            ("pl", "Pisarz miał spalić listę gości.", "Pisarz … spalić listę gości"),
            ("pl", "Gmina zamierza zamknąć szkołę.", "Gmina … zamknąć szkołę"),
            ("cs", "Obec hodlá zavřít školu v květnu.", "Obec … zavřít školu v květnu"),
            ("ru", "Посёлок намерен закрыть школу в мае.", "Посёлок … закрыть школу в мае"),
            ("uk", "Писар мав намір спалити список гостей.", "Писар … спалити список гостей"),
            ("fi", "Kunta haluaa myydä myllyn keväällä.", "Kunta … myydä myllyn keväällä"),
            ("fi", "Kunta aikoo sulkea koulun.", "Kunta … sulkea koulun"),
            ("ro", "Comuna intenționează să vândă moara.", "Comuna … să vândă moara"),
            ("id", "Mereka berencana menjual kincir itu.", "Mereka … menjual kincir itu"),
            (
                "en",
                "The clerk was convicted of plotting to burn the mill.",
                "The clerk was convicted of … burn the mill",
            ),
            ("en", "He led a vain attempt to cross the moor.", "He led … cross the moor"),
            (
                "de",
                "Er haftet für einen gescheiterten Versuch, die Mühle zu verbrennen.",
                "Er haftet für … die Mühle zu verbrennen",
            ),
            ("fr", "Le greffier répond d’une tentative ratée d’incendie.", "Le greffier répond … d’incendie"),
            ("pl", "Pisarz odpowiada za nieudaną próbę podpalenia młyna.", "Pisarz odpowiada za … podpalenia młyna"),
        ],
        CRITICAL,
    );
}

#[test]
fn what_stands_between_the_two_verbs_makes_no_difference() {
    all(
        &[
            ("en", "The firm may, of course, have hidden the debts.", "The firm … hidden the debts"),
            ("en", "The firm may, of course, have hidden the debts.", "The firm … have hidden the debts"),
            ("en", "The clerk might well have burned the list.", "The clerk … burned the list"),
            ("en", "The dust may, in some homes, cause a bad cough.", "The dust … cause a bad cough"),
            ("en", "The firm could (say the owners) have hidden the debts.", "The firm … have hidden the debts"),
            ("de", "Die Firma könnte allerdings die Schulden versteckt haben.", "Die Firma … die Schulden versteckt"),
            (
                "de",
                "Der Schreiber soll nach Angaben der Nachbarn die Liste verbrannt haben.",
                "Der Schreiber … die Liste verbrannt",
            ),
            ("fr", "La firme pourrait toutefois avoir caché ses dettes.", "La firme … caché ses dettes"),
            ("fr", "Le greffier aurait, selon ses voisins, brûlé la liste.", "Le greffier … brûlé la liste"),
            ("es", "La firma podría, por otra parte, haber ocultado sus deudas.", "La firma … ocultado sus deudas"),
            ("es", "El escribano podría sin embargo haber quemado la lista.", "El escribano … haber quemado la lista"),
            (
                "it",
                "Il sindaco, che potrebbe però aver venduto il mulino, tace.",
                "Il sindaco … aver venduto il mulino",
            ),
            ("en", "The clerk is said by some to have burned the list.", "The clerk … burned the list"),
            ("en", "The clerk is believed by the family to have sold it.", "The clerk … have sold it"),
            ("en", "The clerk was accused by her sister of burning the list.", "The clerk … burning the list"),
            ("en", "The clerk was charged with burning the list.", "The clerk was … burning the list"),
            ("en", "The fire began at noon and is thought to have been set by boys.", "The fire … set by boys"),
            ("en", "The fire broke out in May and is hypothesized to have been set by boys.", "The fire … set by boys"),
            ("en", "The coins were found in Ely and are presumed to be Roman.", "The coins … Roman"),
            ("en", "Small boys, who appear to be more at risk, stay at home.", "Small boys, who … more at risk"),
            ("en", "They raised what they believed to be the lost bell.", "They raised … the lost bell"),
            (
                "en",
                "They opened the tomb of what scholars think is the first bishop.",
                "They opened the tomb of … the first bishop",
            ),
            ("en", "They met a man whom they suspect to be the owner of the mill.", "They met … the owner of the mill"),
        ],
        CRITICAL,
    );
}

#[test]
fn what_leaves_open_another_verb_than_the_one_that_is_kept_may_be_passed_over() {
    for (text, quote) in [
        ("The dust can harm lungs, and in May the school closed.", "The dust … in May the school closed"),
        ("The firm, which may close, has sold the mill.", "The firm … has sold the mill"),
        ("He opened the can and ate the beans.", "He opened … ate the beans"),
        ("The pilot, who can swim, went ashore.", "The pilot … went ashore"),
        ("In May the town sold the mill.", "In … the town sold the mill"),
        ("She said to the men that the mill was sold.", "She said … the men that the mill was sold"),
        ("They keep the bread in the house for baking day.", "They keep the bread … for baking day"),
        ("The mill was given by the town to the guild.", "The mill was … to the guild"),
        ("She accused the clerk of theft and left the town.", "She accused the clerk … left the town"),
        ("They had, of course, to leave the house in May.", "They … leave the house in May"),
        ("The men were paid by the day to clear the road.", "The men were paid … to clear the road"),
    ] {
        check(text, quote, MatchClass::Edited);
    }
    all(
        &[
            ("de", "Die Leute konnten gestern den Wald sehen.", "Die Leute … den Wald sehen"),
            (
                "de",
                "Die Gemeinde kann sparen und sie hat die Schule verkauft.",
                "Die Gemeinde … sie hat die Schule verkauft",
            ),
            ("de", "Im Versuch wuchs die Pflanze sehr schnell.", "Im … wuchs die Pflanze sehr schnell"),
            ("pl", "Pisarz miał psa i młyn nad rzeką.", "Pisarz … psa i młyn nad rzeką"),
            ("cs", "Písař měl velký mlýn u řeky.", "Písař … mlýn u řeky"),
            ("es", "Se trata de un molino junto al río.", "Se … un molino junto al río"),
            ("fr", "Le compte ouvert en mai est vide.", "Le … ouvert en mai est vide"),
            ("sv", "Hon ska resa, och kvarnen är såld.", "Hon … kvarnen är såld"),
        ],
        MatchClass::Edited,
    );
}

#[test]
fn a_not_is_not_kept_without_the_only_behind_it() {
    all(
        &[
            ("en", "The priest was not just a poet but a thief.", "The priest was not … a poet"),
            ("en", "She did not merely read the book, she wrote it.", "She did not … read the book"),
            ("en", "He is not only a poet but also a priest.", "He is not … a poet"),
            ("da", "Hun er ikke blot digter, men også præst.", "Hun er ikke … digter"),
            ("no", "Hun er ikke bare dikter, men også prest.", "Hun er ikke … dikter"),
            ("de", "Sie ist nicht nur Dichterin, sondern auch Ärztin.", "Sie ist nicht … Dichterin"),
            ("fr", "Elle n’est pas seulement poète mais aussi juge.", "Elle n’est pas … poète"),
            ("es", "Ella no es poeta ni juez; no solo escribe versos.", "no … escribe versos"),
            ("ru", "Она не только поэт, но и судья.", "Она не … поэт"),
            ("nl", "Zij is niet alleen dichter, maar ook rechter.", "Zij is niet … dichter"),
            (
                "en",
                "The fence would keep the lamb from falling into the pit.",
                "The fence would keep the lamb … falling into the pit",
            ),
            ("fr", "Le moulin n’est qu’un débris du passé.", "Le moulin n’est … un débris du passé"),
            ("fr", "La ville n’a plus qu’un moulin.", "La ville n’a plus … un moulin"),
            ("fr", "La ville n’a plus qu’un moulin.", "La ville n’a plus … moulin"),
            ("id", "Menara itu bukanlah milik kota.", "Menara itu … milik kota"),
            ("id", "Jembatan itu tidaklah aman bagi anak.", "Jembatan itu … aman bagi anak"),
        ],
        CRITICAL,
    );
    all(
        &[
            ("en", "He is not only a poet but also a priest.", "He is … also a priest"),
            ("en", "She did not read only the book of the priest.", "She did not read … the book of the priest"),
            ("en", "The man from the mill kept singing in the rain.", "The man … kept singing in the rain"),
            ("en", "The rule stops the firms from dumping oil at sea.", "The rule stops the firms … at sea"),
            ("fr", "La ville ne croit plus que le moulin est vide.", "La ville ne croit plus que … est vide"),
        ],
        MatchClass::Edited,
    );
}

#[test]
fn who_thinks_so_is_not_hidden_before_a_clause() {
    for (text, quote) in [
        ("I saw the wall and I thought the stones were moving and ran.", "I saw … the stones were moving"),
        ("We heard a bell and I suppose the priest was awake.", "We heard a bell … the priest was awake"),
        ("The priest thought the bridge was safe.", "The priest … the bridge was safe"),
        ("We came home late and I guess the gate was open.", "We came home late … the gate was open"),
    ] {
        check(text, quote, CRITICAL);
    }
    for (text, quote) in [
        ("At the thought the priest was glad and sang.", "At … the priest was glad and sang"),
        ("He bought felt and the tailor was glad.", "He bought … the tailor was glad"),
    ] {
        check(text, quote, MatchClass::Edited);
    }
}

#[test]
fn a_part_is_not_made_the_whole() {
    all(
        &[
            ("en", "The dam is not always safe in spring.", "The dam is not … safe in spring"),
            ("en", "Not all mills are insured against fire.", "Not … mills are insured against fire"),
            ("en", "The report is not entirely honest about it.", "The report is not … honest about it"),
            ("de", "Der Damm ist nicht immer sicher.", "Der Damm ist nicht … sicher"),
            ("fr", "Le barrage n’est pas toujours sûr.", "Le barrage n’est pas … sûr"),
            ("es", "La presa no es siempre segura.", "La presa no es … segura"),
            ("ru", "Плотина не всегда безопасна.", "Плотина не … безопасна"),
            ("en", "Nearly every second mill is empty.", "every … mill is empty"),
            ("en", "The boat runs every other day in May.", "The boat runs every … day in May"),
            ("de", "Fast jede zweite Mühle steht leer.", "jede … Mühle steht leer"),
            ("en", "Selby is the second largest town in the shire.", "Selby is the … largest town in the shire"),
            ("en", "The mill is one of the oldest in the land.", "The mill is … oldest in the land"),
            ("en", "It was, I think, a Monday in May.", "It was … a Monday in May"),
            ("en", "The mill is, they say, full of rats.", "The mill is … full of rats"),
            ("de", "Die Mühle ist, so heißt es, voller Ratten.", "Die Mühle ist … voller Ratten"),
            ("fr", "Le moulin est, dit-on, plein de rats.", "Le moulin est … plein de rats"),
            ("ru", "Мельница, говорят, полна крыс.", "Мельница … полна крыс"),
        ],
        CRITICAL,
    );
    all(
        &[
            ("en", "Selby is the large old town in the shire.", "Selby is the … town in the shire"),
            ("en", "The mills sold all of the flour in May.", "The mills sold … the flour in May"),
            ("en", "Every old mill in the shire is empty.", "Every … mill in the shire is empty"),
            ("en", "The three oldest mills are empty.", "The … oldest mills are empty"),
            ("en", "It was, as you know, a Monday in May.", "It was … a Monday in May"),
            ("en", "The dam is not, in spring, safe at all.", "The dam is not … safe at all"),
        ],
        MatchClass::Edited,
    );
}

#[test]
fn a_bracket_behind_an_ellipsis_does_not_make_sure_what_is_not() {
    for (text, quote) in [
        ("The abbot may be poor.", "The abbot … [is] poor"),
        ("The abbot used to be a soldier.", "The abbot … [is] a soldier"),
        ("The plan ought to be dropped in May.", "The plan … [was] dropped in May"),
        ("Cole was cleared of taking the ring.", "Cole was … taking the ring"),
        ("Cole was cleared of taking the ring.", "Cole … [took] the ring"),
        ("The guide refused, after a long talk, to sign the book.", "The guide … sign[ed] the book"),
        ("The firm failed, for once, to pay the toll.", "The firm … pa[id] the toll"),
        ("The guild did not, as the paper wrote, lose the cup.", "The guild … los[t] the cup"),
    ] {
        check(text, quote, CRITICAL);
    }
    for (text, quote) in [
        ("The abbot, who is old, has been poor for years.", "The abbot … [is] poor for years"),
        ("The abbot may be poor.", "The abbot … [may be] poor"),
        ("The owner, not the tenant, pays the toll.", "The owner … pays the toll"),
        ("The guide agreed, after a long talk, to sign the book.", "The guide agreed … to sign the book"),
    ] {
        check(text, quote, MatchClass::Edited);
    }
}

#[test]
fn what_is_lacking_or_only_called_so_is_not_made_the_thing() {
    all(
        &[
            ("en", "The lack of rain hurt the crops.", "The … rain hurt the crops"),
            ("en", "The threat of a strike ended the talks.", "The … strike ended the talks"),
            ("fr", "Le manque de pluie a nui aux champs.", "Le … pluie a nui aux champs"),
            ("de", "Der Mangel an Regen schadete den Feldern.", "Der … Regen schadete den Feldern"),
            ("en", "The deputy mayor took the ring.", "The … mayor took the ring"),
            ("en", "The former abbot was jailed in May.", "The … abbot was jailed in May"),
            ("de", "Der ehemalige Abt wurde verhaftet.", "Der … Abt wurde verhaftet"),
            ("de", "Er wurde wegen versuchten Mordes verurteilt.", "Er wurde wegen … Mordes verurteilt"),
            ("hu", "A falu kevés pénzt adott a híd építésére.", "A falu … pénzt adott a híd építésére"),
            ("fi", "Kirjuri kuulemma poltti luettelon.", "Kirjuri … poltti luettelon"),
            ("de", "Der Schreiber hat wohl die Liste verbrannt.", "Der Schreiber hat … die Liste verbrannt"),
            ("en", "The clerk most likely burned the list.", "The clerk … burned the list"),
            ("ro", "Grefierul poate a ars lista.", "Grefierul … a ars lista"),
            ("zh", "警方怀疑书记员烧毁了名单。", "警方……书记员烧毁了名单"),
            ("vi", "Ông ta bị cáo buộc đốt danh sách.", "Ông ta … đốt danh sách"),
            (
                "en",
                "The Danes did not return to the isle until 1769 when the reef was drawn.",
                "The Danes did not return to the isle … when the reef was drawn",
            ),
        ],
        CRITICAL,
    );
    all(
        &[
            ("en", "The end of the rain pleased the farmers.", "The end … pleased the farmers"),
            ("en", "The old mayor took the ring.", "The … mayor took the ring"),
            ("de", "Zum Wohl der Stadt wurde der Damm gebaut.", "Zum … der Stadt wurde der Damm gebaut"),
            ("en", "The men who were planned for left the deputy and the mayor stayed.", "The men … the mayor stayed"),
        ],
        MatchClass::Edited,
    );
}
