//! What one says, given by an ellipsis to another; and what the same one goes on to say.

use super::{CRITICAL, check};

const TOWN: &str = "The council met on Tuesday about the old bridge over the river, and the room was full. Ann Reed says the bridge is safe for \
    cars. The commissioner, Paul Cole, says the tunnel will be closed in June. India said it struck a camp in the hills. Pakistan said 26 \
    people died in the strikes. Marsh said he ordered the army to answer. They said 42 other people had been wounded. The mayor said the \
    school would stay open. It rained. On Monday, the bishop said that the money had been stolen. The judge told the council that the mill \
    was sold and the clerk told it that the barn was empty. He said the ferry was late. She added that the harbour was closed. According to \
    the owner, the roof was new. According to the tenant, the cellar was wet.";

#[test]
fn the_words_of_one_speaker_are_not_those_of_another() {
    for quote in [
        "Ann Reed says … the tunnel will be closed in June",
        "Ann Reed says the bridge is safe for cars … the tunnel will be closed in June",
        "Ann Reed says the bridge is … the tunnel will be closed in June",
        "India said … 26 people died in the strikes",
        "India said it struck a camp in the hills … 26 people died in the strikes",
        "Marsh said … 42 other people had been wounded",
        "Marsh said he ordered the army to answer … 42 other people had been wounded",
        "The mayor said … the money had been stolen",
        "The mayor said the school would stay open … the money had been stolen",
        "The mayor said the school … would stay open … the money had been stolen",
        "The judge told the council that … the barn was empty",
        "The judge told the council that the mill was sold … the barn was empty",
        "He said the ferry was late … the harbour was closed",
        "According to the owner, the roof was new … the cellar was wet",
    ] {
        check(TOWN, quote, CRITICAL);
    }
}

#[test]
fn nor_are_they_in_other_languages() {
    for (text, quotes) in [
        (
            "Der Rat tagte am Dienstag wegen der alten Brücke über den Fluss. Der Bürgermeister sagte, die Schule bleibe offen. Der Bischof \
             sagte, das Geld sei gestohlen worden. Anna Reed sagt, die Brücke sei sicher. Am Montag erklärte Paul Kohl, der Tunnel werde im \
             Juni geschlossen.",
            &[
                "Der Bürgermeister sagte … das Geld sei gestohlen worden",
                "Der Bürgermeister sagte, die Schule bleibe offen … das Geld sei gestohlen worden",
                "Anna Reed sagt … der Tunnel werde im Juni geschlossen",
                "Anna Reed sagt, die Brücke sei sicher … der Tunnel werde im Juni geschlossen",
            ][..],
        ),
        (
            "Le conseil s’est réuni mardi au sujet du vieux pont sur la rivière. Le maire a dit que l’école restait ouverte. L’évêque a dit \
             que l’argent avait été volé.",
            &[
                "Le maire a dit que l’école restait ouverte … que l’argent avait été volé",
                "Le maire a dit que … l’argent avait été volé",
            ],
        ),
        (
            "El consejo se reunió el martes por el viejo puente sobre el río. El alcalde dijo que la escuela seguía abierta. El obispo dijo \
             que el dinero había sido robado.",
            &["El alcalde dijo que la escuela seguía abierta … que el dinero había sido robado"],
        ),
        (
            "Il consiglio si è riunito martedì per il vecchio ponte sul fiume. Il sindaco ha detto che la scuola resta aperta. Il vescovo ha \
             detto che il denaro è stato rubato.",
            &["Il sindaco ha detto che la scuola resta aperta … il denaro è stato rubato"],
        ),
        (
            "De raad kwam dinsdag bijeen over de oude brug en het was druk. De burgemeester zei dat de school open bleef. De bisschop zei \
             dat het geld was gestolen.",
            &["De burgemeester zei dat de school open bleef … dat het geld was gestolen"],
        ),
        (
            "Rådet möttes på tisdagen om den gamla bron över ån, och det var många som ville se den. Borgmästaren sa att skolan är öppen. Biskopen sa att pengarna var borta och \
             att de inte kommer \
             tillbaka, och det är något som alla i staden känner till och inte har glömt.",
            &["Borgmästaren sa att skolan är öppen … pengarna var borta"],
        ),
        (
            "Совет собрался во вторник, и в зале было много людей. Мэр сказал, что школа останется открытой. Епископ сказал, что деньги были \
             украдены.",
            &[
                "Мэр сказал, что школа останется открытой … деньги были украдены",
                "Мэр сказал … что деньги были украдены",
            ],
        ),
    ] {
        for quote in quotes {
            check(text, quote, CRITICAL);
        }
    }
}

#[test]
fn what_the_same_one_goes_on_to_say_stays() {
    let page = "The mayor of Selby said the school would stay open until June. She said the money was safe in the bank. The mayor added that the \
        mill was sold. Brandt said the ferry was late. The harbour master said the pier was wet. Ann Reed says the bridge is safe. Reed says \
        the tunnel will be closed in June. The firm told the press that it was sold, and it told the council that the barn was empty. The police said he was drunk. They said the car was blue. The bishop said the vicar said the hall was cold.";
    for quote in [
        "The mayor of Selby said the school would stay open … the money was safe in the bank",
        "The mayor of Selby said the school would stay open until June … the mill was sold",
        "the school would stay open until June … the pier was wet",
        "Brandt said the ferry was late … the pier was wet",
        "Ann Reed says the bridge is safe … the tunnel will be closed in June",
        "The firm told the press that it was sold … the barn was empty",
        "The police said he was drunk … the car was blue",
        "The mayor of Selby said … until June",
        // The end of the sentence is shown, or another is told to speak.
        "The mayor of Selby said the school would stay open until June. … the ferry was late",
        "The mayor of Selby said the school would stay open … the harbour master said the pier was wet",
        "The bishop said … the hall was cold",
    ] {
        let class = super::class(page, quote);
        assert!(class.is_sound(), "{quote}: {class:?}");
    }
    for (text, quote) in [
        (
            "Der Rat tagte am Dienstag wegen der alten Brücke. Der Bürgermeister sagte, die Schule bleibe offen. Später sagte er, das Geld sei \
             gestohlen worden. Außerdem sagte der Bürgermeister, die Mühle sei verkauft.",
            "Der Bürgermeister sagte, die Schule bleibe offen … das Geld sei gestohlen worden",
        ),
        (
            "Der Rat tagte am Dienstag wegen der alten Brücke. Der Bürgermeister sagte, die Schule bleibe offen. Außerdem sagte der \
             Bürgermeister, die Mühle sei verkauft und das Geld sei nicht mehr da.",
            "Der Bürgermeister sagte … die Mühle sei verkauft",
        ),
        (
            "El consejo se reunió el martes por el viejo puente. El alcalde dijo que la escuela seguía abierta. Dijo que el dinero estaba en \
             el banco de la ciudad.",
            "El alcalde dijo que la escuela seguía abierta … el dinero estaba en el banco",
        ),
        (
            "Le conseil s’est réuni mardi au sujet du vieux pont. Le maire a dit que l’école restait ouverte. Il a ajouté que l’argent était à \
             la banque de la ville.",
            "Le maire a dit que l’école restait ouverte … l’argent était à la banque",
        ),
    ] {
        let class = super::class(text, quote);
        assert!(class.is_sound(), "{quote}: {class:?}");
    }
}
