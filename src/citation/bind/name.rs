//! Names in quotation marks, which quote nothing: those of newspapers, works, laws and bodies, told by the word that stands before
//! them, `газета «Новый мир»`, or by what they are said to say, `laut „Der Spiegel“`.

use crate::citation::QuoteKind;
use crate::document::saying::{holds, says, words};

use super::Passage;

/// Words of the longest name.
const NAME: usize = 6;

/// What has a name that is written in quotation marks, in the forms that stand right before it.
const NAMED: &str = "\
    newspaper newspapers newsmagazine film movie novel song album sitcom musical \
    zeitung tageszeitung wochenzeitung zeitschrift magazin nachrichtenmagazin fachzeitschrift blatt verein partei bündnis initiative \
    bürgerinitiative stiftung gesetz roman films spielfilm dokumentarfilm sachbuch oper theaterstück \
    journal quotidien hebdomadaire mensuel magazine revue chanson pièce association collectif parti \
    periódico diario semanario revista película novela canción asociación partido fundación \
    jornal filme romance canção associação \
    giornale quotidiano settimanale rivista romanzo canzone partito \
    krant dagblad tijdschrift weekblad vereniging partij \
    tidningen tidskriften avisen avisa tidsskriftet föreningen foreningen filmen romanen \
    gazeta gazety gazecie gazetę dziennik dziennika dzienniku tygodnik tygodnika tygodniku czasopismo czasopisma czasopiśmie powieść \
    powieści film filmu stowarzyszenie stowarzyszenia fundacja fundacji partia partii \
    noviny novin časopis časopisu deník deníku román románu spolek spolku \
    газета газеты газете газету газетой журнал журнала журнале журналу журналом еженедельник еженедельника роман романа романе \
    фильм фильма фильме фильму книга книги книге книгу повесть повести пьеса пьесы песня песни картина картины издание издания \
    издательство издательства издательстве издательством компания компании компанию компанией корпорация корпорации фирма фирмы \
    фирме концерн концерна холдинг холдинга завод завода заводе фабрика фабрики банк банка банке партия партии партию партией \
    движение движения фонд фонда фонде клуб клуба клубе стадион стадиона стадионе гостиница гостиницы гостинице отель отеля отеле \
    театр театра театре кинотеатр телеканал телеканала телеканале радиостанция радиостанции агентство агентства агентству агентстве \
    общество общества организация организации организацию ооо оао зао ао пао фгуп ано нко чоп тоо \
    газети газеті часопис часопису видавництво видавництва компанія компанії партія партії фільм фільму товариство тов \
    вестник вестника вестнике списание списанието вестникът";

/// What stands right behind the name of a newspaper that says something: `«Le Monde» écrit que`.
const THAT: &str = "that dass daß que qu che dat att at že że что що";

/// Words that end in the name of who says something: `according to “The Northern Star”`.
const SOURCES: &str = "według podle enligt ifølge selon según segons segundo secondo volgens laut согласно згідно";
const ACCORDING: &[&str] =
    &["according to", "по данным", "по информации", "по сообщению", "за даними", "за інформацією", "d après"];

/// Whether a passage with `before` and `behind` it in its sentence is a name and no quotation.
pub(super) fn is_name(before: &str, passage: &Passage, behind: &str) -> bool {
    if passage.kind == QuoteKind::Sentence || !can_be_name(&passage.text) {
        return false;
    }
    let bare = before.trim_end_matches(|c: char| c.is_whitespace() || OPEN.contains(c));
    // A colon or a comma leads to what is said.
    if !bare.ends_with(char::is_alphabetic) {
        return bare.is_empty() && tells(behind);
    }
    let last = words(bare).next_back().unwrap_or_default();
    let near = words(bare).rev().take(2).collect::<Vec<_>>();
    let near: String = near.into_iter().rev().collect::<Vec<_>>().join(" ");
    // `er rief laut „…“`
    let clause = bare.rsplit([',', ';', ':', '(']).next().unwrap_or_default();
    let loud = last == "laut" && words(clause).count() > 1;
    let from = holds(SOURCES, &last) && !loud || ACCORDING.contains(&near.as_str());
    // `the Roman “Mare Nostrum”`
    let roman = bare.ends_with("Roman") && near.split(' ').next().is_none_or(|article| !holds(GERMAN, article));
    let judged = || words(before).any(|word| holds(JUDGED, &word) || holds(OWN, &word));
    // What ends a clause can be what is said of the work.
    let goes_on = behind.trim_start().starts_with(|c: char| c.is_alphabetic() || c == '(') && behind.starts_with(' ');
    let named = holds(NAMED, &last) && !roman && goes_on && !says(before) && !judged();
    named || from || holds(ARTICLES, &last) && words(bare).count() == 1 && tells(behind)
}

/// Verbs that say what something is, or is held for.
const JUDGED: &str = "\
    is are was were be been being am isn find finds found call calls called consider considers considered hold holds held think thinks thought \
    deem deems deemed label labels labeled labelled dub dubs dubbed describe describes described \
    ist sind war waren sei seien wäre bin wird wurde finde findet finden fand fanden hält halten hielt hielten nennt nennen nannte nannten \
    bezeichnet bezeichnen bezeichnete \
    est sont était étaient fut trouve trouvent trouvait appelle appellent qualifie qualifient juge jugent considère \
    es son era eran fue fueron considera consideran llama llaman llamó encuentra \
    è sono fu ritiene chiama chiamano trova é são foi acha chama \
    är var anser kallar kaller kalder anses vindt vinden vond noemt noemen noemde \
    jest są był była było uważa uważają nazywa nazwał je jsou byl byla považuje \
    является являются был была было были считает считают считал считала считали называет называют назвал назвала назвали находит \
    є вважає вважають називає";
/// What says whose a work is, or which: who speaks of it so judges it.
const OWN: &str = "\
    my your his her its our their this these those own \
    mein meine meinen meinem meiner dein deine sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres unser unsere unseren \
    unserem eigene eigenen eigener eigenes dieser diese dieses diesen diesem jener jene jenes jenen \
    mon ma mes ton ta tes sa ses notre nos votre vos leur leurs ce cet cette ces \
    mi mis su sus nuestro nuestra este esta ese esa aquel aquella suo sua suoi sue questo questa quel quella \
    meu minha seu sua nosso nossa esse essa mijn zijn haar hun onze ons deze dit min sin sitt sina denna detta denne dette \
    mój moja jego jej ich ten ta tę nasz nasza můj jeho její tento tato tuto \
    мой моя мою его её ее их наш наша нашу свой своя свою этот эта эту это этом этой этого тот та ту цей ця цю його її їх";

/// What opens a quotation.
const OPEN: &str = "”\"’'»“‘„«›‹「『〝＂";
/// What stands before a name in its language.
const ARTICLES: &str = "the der die das le la les el il o a de het";

/// What stands before a noun in German.
const GERMAN: &str =
    "der des dem den ein eines einem einen im zum sein seinem seinen ihr ihrem ihren neuer neuen neuem";

/// Whether a verb of saying and its `that` follow at once: who is told to speak stands before them.
fn tells(behind: &str) -> bool {
    let mut own = words(behind);
    let verb = own.next().is_some_and(|verb| says(&verb));
    verb && behind.starts_with(' ') && own.next().is_some_and(|that| holds(THAT, &that))
}

/// Whether a few words begin with a capital, and no stop is among them or ends them.
fn can_be_name(text: &str) -> bool {
    (1..=NAME).contains(&text.split_whitespace().count())
        && text.starts_with(char::is_uppercase)
        && !text.contains(['.', ',', ';', ':', '!', '?', '…'])
        && !says(text)
}

#[cfg(test)]
mod tests {
    use crate::citation::{Basis, Quote, claims};
    use crate::document::{Format, Limits, parse};

    /// The passages of a text with one note behind each sentence that are bound, and those that are not.
    fn read(text: &str) -> (Vec<String>, Vec<String>) {
        let text = format!("{text}[^1]\n\n[^1]: Herald, <https://herald.test/3>.\n");
        let claims = claims(&parse(&text, Format::Markdown, Limits::default()), &text);
        let (bound, unbound): (Vec<_>, Vec<_>) =
            claims.quotes.into_iter().partition(|quote| quote.basis != Basis::Unbound);
        let words = |quotes: Vec<Quote>| quotes.into_iter().map(|quote| quote.text).collect();
        (words(bound), words(unbound))
    }

    #[test]
    fn names_of_newspapers_works_and_bodies_are_no_quotes() {
        for text in [
            "В газете «Северный берег» писали о стене.",
            "Журнал «Новый свет» сообщил, что стена упала.",
            "ООО «Северный берег» построило стену.",
            "По данным «Северного берега», стена упала.",
            "Роман «Стена и море» издан в мае.",
            "Der Verein „Rettet den Deich“ klagt.",
            "Laut „Der Bote“ fiel die Mauer.",
            "Die Zeitschrift „Der Bote“ schrieb über die Mauer.",
            "Das Gesetz „Gute Deiche“ gilt.",
            "Im Roman „Die Mauer“ fällt sie.",
            "Le roman « La Digue » est de 1937.",
            "Le quotidien « La Mer du Nord » en parle.",
            "« La Mer du Nord » écrit que la digue est tombée.",
            "Selon « La Mer du Nord », la digue est tombée.",
            "La revista «Mar del Norte» lo publicó.",
            "The newspaper \"The Northern Star\" wrote of the wall.",
            "According to \"The Northern Star\", the wall fell.",
            "The film \"Walls of the North\" is of 1937.",
            "Gazeta „Morze Północne” pisała o murze.",
        ] {
            let (bound, unbound) = read(text);
            assert_eq!((bound.len(), unbound.len()), (0, 1), "{text}");
        }
    }

    #[test]
    fn what_is_said_stays_a_quote() {
        for text in [
            "В газете пишут: «Северный берег стоит».",
            "Газета назвала стену «настоящей руиной».",
            "Газета «не верит в стену».",
            "Der Verein: „Rettet den Deich“.",
            "Die Partei „steht vor dem Ende“.",
            "Er nannte das Gesetz „Murks von gestern“.",
            "« La digue est tombée », écrit le maire.",
            "« Nous savons » dit le maire.",
            "They knew the Roman \"Mare Nostrum\" well.",
            "Er rief laut „Haltet den Deich“.",
            "The newspaper wrote \"The Northern wall fell\".",
            "She called the film \"a ruin in all but name\".",
            "\"Walls fall\" said the mayor.",
            "According to him \"Walls must fall\".",
            "The board praised \"Walls of the North\".",
            "Für die Fischer ist das Gesetz „Murks“.",
            "Kritiker finden den Film „Kitsch in Reinform“.",
            "In ihren Augen war die Stiftung „Betrug am Fischer“ und mehr.",
            "Der Vorsitzende über die eigene Partei „Ein Trümmerhaufen“.",
            "Er hält den Film „Schrott“ für Kinder vor.",
            "Для них этот фильм «Позор моря» навсегда.",
            "Она считает, что компания «Банда рыбаков» и только.",
            "In his review of the movie \"Utterly Grey\" he went on.",
            "For them it was a film \"Made By Fish\" and more.",
            "The poster has the film \"Never Again\".",
        ] {
            let (bound, unbound) = read(text);
            assert_eq!((bound.len(), unbound.len()), (1, 0), "{text}");
        }
    }

    #[test]
    fn what_is_quoted_beside_a_name_is_bound() {
        for text in [
            "Die Zeitschrift „Der Bote“ schrieb, sie sei „eine Ruine in allem außer dem Namen“.",
            "Selon « La Mer du Nord », la digue est « une ruine de plus ».",
            "Газета «Северный берег» назвала стену «настоящей руиной».",
        ] {
            let (bound, unbound) = read(text);
            assert_eq!((bound.len(), unbound.len()), (1, 1), "{text}");
        }
    }
}
