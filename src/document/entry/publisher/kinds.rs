//! Kinds of works that stand before whoever published them, and places that stand behind: `PhD diss., Harbour University`,
//! `Revista de mareas, São Paulo, v. 3`.

use crate::document::entry::container;
use crate::document::entry::dates;
use crate::document::entry::imprint;
use crate::document::saying::holds;

/// Words that what is handed in for a degree is called by, lower case.
const THESES: &str = "diss dissertation thesis thèse tesis tese tesi dissertação doktorarbeit masterarbeit diplomarbeit \
    habilitationsschrift proefschrift avhandling avhandlingen afhandling mémoire диссертация дис diplomová rozprawa";
/// Words of such a kind.
const KIND_WORDS: usize = 4;

/// What works are called that are none of a periodical, lower case: English, German, French, Spanish, Portuguese, Italian, Dutch,
/// Swedish, Danish and Norwegian, Polish, Czech, Russian, Ukrainian, Turkish.
const WORKS: &str = "\
    press release | news release | media release | press statement | op-ed | opinion | editorial | commentary | working paper | \
    discussion paper | conference paper | white paper | green paper | position paper | research paper | technical report | \
    research report | annual report | blog post | blog entry | blog | weblog | memorandum | memo | report | policy brief | \
    policy paper | briefing paper | briefing | brief | fact sheet | factsheet | issue brief | video | youtube video | audio | \
    podcast | podcast episode | webinar | transcript | interview | speech | lecture | statement | letter | open letter | email | \
    newsletter | dataset | data set | database | software | map | poster | presentation | slides | preprint | manuscript | \
    unpublished manuscript | brochure | leaflet | pamphlet | tweet | online article | web page | website | infographic | \
    testimony | survey | guidance | press conference | photograph | film | \
    pressemitteilung | medienmitteilung | presseerklärung | pressemeldung | meinungsbeitrag | leitartikel | kommentar | \
    arbeitspapier | diskussionspapier | positionspapier | weißbuch | bericht | forschungsbericht | jahresbericht | blogbeitrag | \
    blogeintrag | faktenblatt | merkblatt | vortrag | rede | offener brief | broschüre | datensatz | \
    communiqué de presse | communiqué | tribune | éditorial | document de travail | livre blanc | rapport | rapport annuel | \
    billet de blog | note de blog | note de synthèse | fiche d'information | fiche d’information | vidéo | entretien | discours | \
    lettre | lettre ouverte | jeu de données | \
    comunicado de prensa | nota de prensa | artículo de opinión | columna | documento de trabajo | libro blanco | informe | \
    entrada de blog | hoja informativa | vídeo | entrevista | discurso | carta | carta abierta | folleto | \
    comunicado de imprensa | nota de imprensa | artigo de opinião | documento de trabalho | livro branco | relatório | ficha \
    informativa | carta aberta | folheto | \
    comunicato stampa | editoriale | documento di lavoro | libro bianco | rapporto | relazione | scheda informativa | intervista | \
    discorso | lettera | lettera aperta | opuscolo | \
    persbericht | opiniestuk | werkdocument | witboek | blogbericht | informatieblad | toespraak | open brief | \
    pressmeddelande | debattartikel | arbetspapper | faktablad | blogginlägg | tal | öppet brev | \
    pressemeddelelse | pressemelding | debatindlæg | kronikk | arbejdspapir | arbeidsnotat | faktaark | blogindlæg | blogginnlegg | \
    komunikat prasowy | informacja prasowa | raport | wpis na blogu | wywiad | przemówienie | list otwarty | broszura | \
    tisková zpráva | zpráva | rozhovor | projev | otevřený dopis | \
    пресс-релиз | сообщение для прессы | доклад | отчёт | отчет | видео | интервью | речь | открытое письмо | запись в блоге | \
    пресреліз | звіт | відео | інтерв’ю | промова | \
    basın açıklaması | basın bülteni | rapor | röportaj";

/// Those that periodicals are called by as well: with a capital they are names.
const NAMES_TOO: [&str; 5] = ["columna", "commentary", "interview", "opinion", "tribune"];

/// Marks and words before the number of one of a series, `working paper no. 12`.
const NUMBERS: &[&str] = &["no.", "nos.", "nr.", "n°", "nº", "n.", "№", "#"];

/// What stands behind the kind of a work that `text` begins with, which a mark, its number or the end follows: `press release, 4
/// May`. What goes on with words is a name, `Report of the Harbour`.
pub(in crate::document) fn behind_work(text: &str) -> Option<&str> {
    let capital = text.starts_with(char::is_uppercase);
    let kinds = WORKS.split(" | ").filter(|kind| !(capital && NAMES_TOO.contains(kind)));
    let rests = kinds.filter_map(|kind| {
        let rest = &text[dates::begins(text, kind)?..];
        let numbered = rest.trim_start();
        let numbered = NUMBERS.iter().find_map(|word| numbered.strip_prefix(word)).unwrap_or(numbered).trim_start();
        let number = numbered.find(|c: char| !c.is_ascii_digit() && !"-/".contains(c)).unwrap_or(numbered.len());
        let rest = if number > 0 { &numbered[number..] } else { rest };
        let ends = rest.is_empty() || rest.starts_with([',', ';', '.', ':', '(', '[', '،', '，', '。']);
        ends.then_some(rest)
    });
    rests.min_by_key(|rest| rest.len())
}

/// Whoever published it behind the kind of a work.
pub(super) fn without_work(text: &str) -> &str {
    behind_work(text).map_or(text, |rest| rest.trim_start_matches([',', ';', '.', ':', ' ']))
}

/// Whether words begin with a kind of a thesis.
pub(in crate::document::entry) fn is_thesis(text: &str) -> bool {
    behind_thesis(text).is_some()
}

/// The school behind the kind of a thesis, `PhD diss., Harbour University`; of several names the one that schools have.
pub(super) fn without_thesis(text: &str) -> &str {
    const SCHOOLS: &[&str] = &["univ", "college", "school", "école", "institut", "academ", "акад", "унив"];
    let Some(behind) = behind_thesis(text) else { return text };
    let school = |part: &&str| {
        let lower = part.to_lowercase();
        lower.split_whitespace().any(|word| SCHOOLS.iter().any(|school| word.starts_with(school)))
    };
    behind.split(", ").find(school).filter(|_| behind.contains(", ")).unwrap_or(behind)
}

/// What stands behind the kind of a thesis that `text` begins with.
fn behind_thesis(text: &str) -> Option<&str> {
    let end = text.find([',', ':', '(']).unwrap_or(text.len());
    let stops = text.match_indices(". ").map(|(at, _)| at).filter(|&at| at < end).take(KIND_WORDS);
    let is_kind = |kind: &str| {
        let last = kind.split_whitespace().next_back().unwrap_or_default();
        let words = kind.split_whitespace().count();
        words <= KIND_WORDS && holds(THESES, &last.trim_matches(['.', '[', ']']).to_lowercase())
    };
    let end = stops.chain([end]).find(|&end| is_kind(&text[..end]))?;
    Some(text[end..].trim_start_matches([',', ':', '.', ' ', ']']))
}

/// Without the town that a periodical is printed in, where its name shows where that ends.
pub(super) fn without_place_of_periodical(name: &str) -> &str {
    let Some((serial, town)) = name.rsplit_once(", ") else { return name };
    if container::is_serial(serial) && imprint::are_towns(town) { serial } else { name }
}

#[cfg(test)]
mod tests {
    use crate::document::entry::tests::{check, marked_up};

    #[test]
    fn the_kind_of_a_thesis_is_no_part_of_the_school() {
        let doe: &[&str] = &["Doe, Jane"];
        for kind in ["PhD diss.", "Ph.D. diss.", "Doctoral dissertation", "Master’s thesis", "M.S. thesis"] {
            let text = format!("Doe, Jane. “High Tides.” {kind}, Harbour University, 2017. https://a.test/b");
            check(&text, (Some("High Tides"), doe, Some("Harbour University"), Some("2017"), None));
        }
        let several =
            "Doe, Jane. “High Tides.” M.S. thesis, Dept. Elect. Eng., Quay Univ., Oslo, 2017. https://a.test/b";
        check(several, (Some("High Tides"), doe, Some("Quay Univ"), Some("2017"), None));
        let post = "Doe, Jane. “High Tides.” Thesis Quarterly Review of Sea Law, 2017. https://a.test/b";
        check(post, (Some("High Tides"), doe, Some("Thesis Quarterly Review of Sea Law"), Some("2017"), None));
    }

    #[test]
    fn what_a_work_is_called_between_its_title_and_its_day_names_nobody() {
        let said =
            |publisher| (Some("Trains on Time"), &["Office for Transport"][..], publisher, Some("2022-05-04"), None);
        for kind in [
            "press release",
            "op-ed",
            "working paper",
            "blog post",
            "memorandum",
            "report",
            "policy brief",
            "fact sheet",
            "video",
            "podcast",
            "policy brief no. 12",
            "Working Paper 12-3",
            "Pressemitteilung",
            "communiqué de presse",
            "nota de prensa",
            "comunicato stampa",
            "persbericht",
            "pressmeddelande",
            "komunikat prasowy",
            "пресс-релиз",
        ] {
            check(
                &format!("Office for Transport, “Trains on Time,” {kind}, 4 May 2022, https://a.test/b."),
                said(None),
            );
            let housed =
                format!("Office for Transport, “Trains on Time,” {kind}, Harbour Board, 4 May 2022, https://a.test/b.");
            check(&housed, said(Some("Harbour Board")));
        }
        let doe = "Smith, Jane, “Trains on Time,” blog post, 4 May 2022, https://a.test/b.";
        check(doe, (Some("Trains on Time"), &["Smith, Jane"], None, Some("2022-05-04"), None));
        // A periodical can be called so.
        for name in ["Tribune", "Commentary", "Opinion"] {
            let text = format!("Doe, Ann. “Low water,” {name}, 4 May 2022. https://a.test/b");
            check(&text, (Some("Low water"), &["Doe, Ann"], Some(name), Some("2022-05-04"), None));
        }
        // What goes on with words is a name, or a sentence.
        check(
            "Doe, Ann. “Low water.” Report of the Harbour Board, 4 May 2022. https://a.test/b",
            (Some("Low water"), &["Doe, Ann"], Some("Report of the Harbour Board"), Some("2022-05-04"), None),
        );
        let remark = marked_up("The town said “trains on time” report what they will, 4 May 2022, https://a.test/b.");
        assert_eq!(remark.sources[0].title, None);
    }

    #[test]
    fn the_town_of_a_periodical_is_no_part_of_its_name() {
        let doe: &[&str] = &["Doe, Jane"];
        let check = |name: &str, expected: &str| {
            let text = format!("Doe, Jane. “High Tides.” {name}, v. 53, n. 7, p. 733-740, 2015. https://a.test/b");
            check(&text, (Some("High Tides"), doe, Some(expected), Some("2015"), None));
        };
        check("Revista de Marés, São Paulo", "Revista de Marés");
        check("Journal of Sea, Air and Land", "Journal of Sea, Air and Land");
        check("Air, Land", "Air, Land");
    }
}
