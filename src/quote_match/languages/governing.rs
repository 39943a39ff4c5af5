//! Words that deny, doubt or suppose what a clause says behind them, language by language.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::conditions::CONDITIONS;
use super::language::Language::{
    self, Czech, Danish, Dutch, English, Finnish, French, German, Greek, Italian, Polish, Portuguese, Russian, Spanish,
    Swedish, Ukrainian,
};
use super::language::{Languages, are_told};
use super::only::{MERE, ONLY};
use crate::quote_match::folding::fold::{Folded, Spaces};

/// What a word does to the clause that it governs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// `that`: makes a clause the thing that is said of.
    That,
    /// `if`, `whether`.
    Condition,
    /// `if`, behind a clause too.
    If,
    /// `denied`, `rejected`.
    Denial,
    /// `myth`, `untrue`, `unlikely`.
    Untruth,
    /// `falsely`, beside a verb of speech.
    Falsely,
    /// `evidence`, `true`, `believe`: what a negation before it takes from the clause behind.
    Belief,
    /// `claim`, `say`.
    Speech,
    /// `claim`, `idea`, `rumour`: what somebody says, as a noun.
    Claim,
    /// `rumour`, `allegation`: what is said and not known to be so.
    Rumour,
    /// `critics`, `opponents`.
    Adversary,
    /// `refused`, `failed`, before a `to`.
    Refusal,
    /// `allegedly`.
    Doubt,
    /// `myth:` before what is quoted.
    Label,
    /// `not only`, `no doubt`: what stands behind a negation and takes it back.
    Assent,
    /// `and`, `but`, `because`: begins another clause.
    Joint,
    /// `would`, `will`.
    Modal,
    /// `is`, `was`.
    Be,
    /// `ask`, `wonder`: what an `if` behind belongs to.
    Question,
}

type Words = &'static [(Role, &'static [(Language, &'static str)])];

const WORDS: Words = &[
    (
        Role::That,
        &[
            (English, "that"),
            (German, "dass"),
            (French, "que qu"),
            (Spanish, "que"),
            (Italian, "che"),
            (Portuguese, "que"),
            (Dutch, "dat"),
            (Language::Polish, "jakoby ze"),
            (Language::Russian, "что будто"),
            (Swedish, "att"),
            (Danish, "at"),
            (Czech, "ze"),
            (Ukrainian, "що"),
            (Greek, "οτι πως"),
            (Finnish, "etta"),
        ],
    ),
    (Role::Condition, CONDITIONS),
    (Role::Condition, &[(Swedish, "om"), (Danish, "hvis")]),
    (
        Role::If,
        &[
            (English, "if"),
            (German, "wenn falls sofern"),
            (French, "si"),
            (Spanish, "si"),
            (Italian, "se"),
            (Portuguese, "caso"),
            (Dutch, "indien mits"),
            (Language::Polish, "jesli jezeli"),
            (Language::Russian, "если"),
        ],
    ),
    (
        Role::Denial,
        &[
            (
                English,
                "contested contests debunk debunked debunking debunks denied denies deny denying denial disbelieve \
                 disbelieved disbelieves dismiss dismissed dismisses dismissing disproved disproven disproves dispute disputed \
                 disputes disputing doubt doubted doubting doubts rebutted rebuts refute refuted refutes refuting reject \
                 rejected rejecting rejects recanted recants retracted retracting retracts",
            ),
            (
                German,
                "bestreitet bestreiten bestritt bestritten bezweifelt bezweifeln bezweifelte dementiert dementieren dementierte \
                 leugnet leugnen leugnete verneint verneinte widerlegt widerlegte",
            ),
            (
                French,
                "conteste contestent contester dement dementent dementi doute doutent nie nient niait nier refute refutent refuter",
            ),
            (
                Spanish,
                "descarta descartan descarto desmiente desmienten desmintio duda dudan nego negaron niega niegan rechaza rechazo refuta refuto",
            ),
            (
                Italian,
                "contesta contestato dubita escluso esclude escludono dubitano nega negano negato smentisce smentito",
            ),
            (
                Portuguese,
                "descarta descartam descartou desmente desmentiu duvida duvidam nega negam negou negaram rejeita rejeitou",
            ),
            (Dutch, "betwijfelt betwist betwistte bestrijdt ontkennen ontkende ontkenden ontkent"),
            (Language::Polish, "zaprzecza zaprzeczyl zaprzeczyla zaprzeczyli watpi"),
            (
                Language::Russian,
                "исключает исключил исключила исключили отрицает отрицал отрицала отрицали отрицают опроверг опровергла опровергли сомневается",
            ),
            (
                Swedish,
                "avfardade avvisade betvivlar dementerade dementerar bestred bestrider fornekade fornekar fornekat tvivlar",
            ),
            (
                Danish,
                "afviste afviser benægter benægtede bestred bestrider betvivler dementerede nægter nægtede tvivler",
            ),
            (Czech, "popira popiraji popřel popřela popřeli vyvratil vyvrátila"),
            (Ukrainian, "заперечив заперечила заперечили заперечує заперечують спростував спростувала"),
            (Greek, "αρνειται αρνηθηκε αρνηθηκαν αρνουνται διαψευδει διεψευσε διεψευσαν"),
            (Finnish, "kielsi kiisti kiistaa kiistivat"),
        ],
    ),
    (
        Role::Untruth,
        &[
            (
                English,
                "baseless bogus conspiracy discredited doubtful fallacy falsehood false fiction hoax impossible inconceivable \
                 incorrect misbelief misconception misconceptions myth myths superstition unfounded unlikely unproven \
                 unsubstantiated untrue untruth",
            ),
            (
                German,
                "falsch irrtum irrglaube luge missverstandnis trugschluss mythos marchen unmoglich unwahr unwahrscheinlich ausgeschlossen",
            ),
            (French, "errone erronee faux fausse impossible improbable inexact inexacte legende mensonge mythe"),
            (Spanish, "bulo erroneo falacia falsa falso imposible improbable incorrecto inexacto mentira mito"),
            (Italian, "bufala bugia errato equivoco falsa falso impossibile improbabile inesatto menzogna mito"),
            (Portuguese, "boato falsa falso impossivel improvavel incorreto inexato mentira mito"),
            (Dutch, "fabel leugen misvatting misverstand mythe onjuist onmogelijk onwaar onwaarschijnlijk"),
            (Language::Polish, "bzdura falsz falszem klamstwem klamstwo mit mitem nieprawda niemozliwe"),
            (Language::Russian, "заблуждение маловероятно миф ложь невозможно неверно неправда неправильно ошибочно"),
            (Swedish, "lögn missförstånd missuppfattning myt osannolikt osant omöjligt falskt"),
            (Danish, "løgn misforståelse myte usandsynligt usandt umuligt falsk"),
            (Czech, "lež mýtus nemožné nepravda"),
            (Ukrainian, "брехня міф невірно неможливо неправда омана помилково"),
            (Finnish, "harhaluulo myytti valetta"),
            (Greek, "αδυνατον μυθος ψεμα ψευδες"),
        ],
    ),
    (
        Role::Falsely,
        &[
            (
                English,
                "baselessly unsuccessfully vain vainly erroneously fallaciously falsely groundlessly incorrectly mistakenly untruthfully wrongly wrongfully",
            ),
            (German, "erfolglos vergeblich falschlich falschlicherweise irrtumlich faelschlich"),
            (French, "faussement tort vain"),
            (Spanish, "erroneamente falsamente vano"),
            (Italian, "erroneamente falsamente invano torto"),
            (Portuguese, "erroneamente falsamente"),
            (Dutch, "abusievelijk tevergeefs ten onrechte"),
        ],
    ),
    (
        Role::Belief,
        &[
            (
                English,
                "accept accepted agree agreed argue argued assume basis believe believed believes believing case certain \
                 claim claimed clear conclude concluded conclusive confirm confirmed convinced correct demonstrate demonstrated \
                 enough established evidence expect expected fact find found grounds guarantee hint imply implied indicate \
                 indicated indication indications intend intended likely mean means possible pretend probable promise promised \
                 proof prove proved proven reason record report reported reports right said say saying says scientific \
                 show showed shown shows sign signs state stated suggest suggested suggestion suggests support sure think \
                 thinks thought trace true truth",
            ),
            (
                German,
                "anhaltspunkt anhaltspunkte anzeichen beleg belege belegt beweis beweise bewiesen denken denkt erwiesen fest gesagt \
                 glaube glauben glaubt grund hinweis hinweise meint nachgewiesen richtig sagt sagte sagten sicher so stimmt wahr \
                 zutreffend",
            ),
            (
                French,
                "certain croient croire crois croit dire dit disent etabli exact indice indices pense pensent demontre prouve prouvee prouver \
                 preuve preuves raison signe sur vrai",
            ),
            (
                Spanish,
                "acreditado cierta cierto cree creen creo demostrado probado dice dicho dijo evidencia evidencias hay indicios piensa prueba pruebas \
                 razon seguro verdad",
            ),
            (
                Italian,
                "accertata accertato certo crede credo credono detto dice dimostrata dimostrato indizi pensa penso prova prove provata provato ragione sicuro vero verita",
            ),
            (
                Portuguese,
                "acredita acredito acreditam certo comprovado demonstrado disse dito evidencia evidencias indicios pensa prova provas provado razao \
                 verdade",
            ),
            (
                Dutch,
                "aangetoond aanwijzing aanwijzingen bewezen bewijs denk denkt geloof gelooft gezegd juist reden waar zegt zeker",
            ),
            (Language::Polish, "dowiedziono dowod dowodow udowodniono prawda powiedzial wierze wierzy mysle mysli"),
            (Swedish, "bevis bevisat sant säkert sade säger tror"),
            (Danish, "bevis bevist sandt sikkert siger sagde tror"),
            (Czech, "dukaz dukazy jiste pravda prokazano"),
            (Ukrainian, "вірно доведено доказів правда"),
            (Greek, "αληθεια αληθες αποδειξεις αποδεδειγμενο βεβαιο πιστευω πιστευει σιγουρο"),
            (Finnish, "näyttöä todisteita totta varmaa"),
            (Language::Russian, "верно верит верю говорил доказано доказательств думаю думает правда сказал"),
        ],
    ),
    (
        Role::Speech,
        &[
            (
                English,
                "accuse accused allege alleged alleges alleging argue argued argues arguing assert asserted asserts assume assumed \
                 assumes believe believed believes believing claim claimed claiming claims conclude concluded concludes contend contended \
                 contends implied implies imply insinuated insist insisted insists maintain maintained maintains report reported \
                 reports say saying says said state stated states suggest suggested suggesting suggests suppose supposed tell \
                 telling think thinking thinks thought told warn warned warns",
            ),
            (German, "behauptet behaupten behauptete behaupteten glaubt glauben meinen meint sagen sagt sagte sagten"),
            (
                French,
                "affirme affirment affirmait affirmer croient croit disent dit pense pensent pretend pretendaient pretendait pretendent pretendu",
            ),
            (Spanish, "afirma afirman afirmo creen cree dice dicen dijo dijeron sostiene sostienen"),
            (Italian, "afferma affermano affermato crede credono dice dicono sostiene sostengono"),
            (Portuguese, "afirma afirmam afirmou acreditam dizem diz disse disseram"),
            (Dutch, "beweert beweren beweerde denken denkt zeggen zegt zei zeiden"),
            (Swedish, "anser hävdade hävdar menade menar påstod påstår säger tror"),
            (Danish, "hævdede hævder mener mente påstod påstår siger tror"),
            (Polish, "mowia mowi sadza twierdza twierdzi twierdzili uwazaja"),
            (Czech, "mysli rikaji tvrdi tvrdili"),
            (Russian, "говорят заявляют полагают считают утверждает утверждал утверждали утверждают"),
            (Ukrainian, "вважають кажуть стверджує стверджують твердять"),
            (Finnish, "sanovat väittävät väittää"),
            (Greek, "ισχυρίζονται λένε υποστηρίζουν"),
        ],
    ),
    (
        Role::Claim,
        &[
            (
                English,
                "accusation accusations allegation allegations argument arguments assertion assertions assumption belief beliefs \
                 charge charges claim claims conclusion hypothesis idea ideas insinuation insinuations narrative notion notions \
                 perception report reports rumor rumors rumour rumours speculation statement story stories suggestion suggestions \
                 theories theory view views",
            ),
            (German, "annahme aussage behauptung behauptungen gerucht geruchte idee these vorstellung vorwurf"),
            (French, "affirmation affirmations allegation allegations hypothese idee rumeur rumeurs these"),
            (Spanish, "acusacion afirmacion afirmaciones creencia hipotesis idea rumor rumores teoria"),
            (Italian, "accusa accuse affermazione affermazioni idea ipotesi teoria tesi voce voci"),
            (Portuguese, "acusacao afirmacao afirmacoes alegacao crenca hipotese ideia rumor rumores teoria"),
            (Dutch, "bewering beweringen gedachte gerucht geruchten idee stelling theorie"),
        ],
    ),
    (
        Role::Rumour,
        &[
            (
                English,
                "allegation allegations gossip hearsay insinuation insinuations rumor rumors rumour rumours speculation",
            ),
            (German, "gerucht geruchte gerüchten unterstellung unterstellungen"),
            (French, "rumeur rumeurs"),
            (Spanish, "bulo habladurias rumor rumores"),
            (Italian, "diceria dicerie"),
            (Portuguese, "boato boatos rumor rumores"),
            (Dutch, "gerucht geruchten"),
            (Swedish, "rykte rykten ryktet ryktena"),
            (Danish, "rygte rygter rygtet rygterne"),
            (Polish, "plotka plotki plotkom pogłoska pogłoski"),
            (Czech, "fáma fámy fámu"),
            (Russian, "слух слухи сплетня"),
            (Ukrainian, "чутка чутки"),
            (Finnish, "huhu huhut"),
            (Greek, "φήμη φήμες"),
        ],
    ),
    (
        Role::Adversary,
        &[
            (
                English,
                "critics critic deniers denier detractors detractor opponents opponent rivals sceptics sceptic skeptics skeptic \
                 theorists theorist naysayers adversaries",
            ),
            (German, "gegner gegnern kritiker kritikern skeptiker verschworungstheoretiker"),
            (French, "adversaires critiques detracteurs opposants sceptiques complotistes"),
            (Spanish, "adversarios criticos detractores escepticos opositores"),
            (Italian, "avversari critici detrattori oppositori scettici"),
            (Portuguese, "adversarios criticos detratores ceticos opositores"),
            (Dutch, "critici sceptici tegenstanders"),
            (Swedish, "belackare kritiker kritikerna motståndare motståndarna skeptiker"),
            (Danish, "kritikere kritikerne modstandere modstanderne skeptikere"),
            (Polish, "krytycy krytykow przeciwnicy przeciwnikow sceptycy"),
            (Czech, "kritici kritiku odpurci skeptici"),
            (Russian, "критики критиков оппоненты противники противников скептики"),
            (Ukrainian, "критики критиків опоненти противники скептики"),
            (Finnish, "arvostelijat kriitikot vastustajat"),
            (Greek, "επικριτές πολέμιοι"),
        ],
    ),
    (
        Role::Refusal,
        &[(
            English,
            "decline declined declines declining fail failed failing fails failure forgot neglected refusal refuse refused refuses refusing unable unwilling",
        )],
    ),
    (
        Role::Doubt,
        &[
            (English, "allegedly ostensibly purportedly supposedly"),
            (German, "angeblich vermeintlich"),
            (French, "pretendument"),
            (Spanish, "presuntamente supuestamente"),
            (Italian, "presumibilmente presunto"),
            (Portuguese, "supostamente"),
            (Dutch, "zogenaamd vermeend"),
            (Language::Russian, "якобы"),
            (Language::Polish, "rzekomo"),
        ],
    ),
    (
        Role::Label,
        &[
            (
                English,
                "claim false fallacy falsehood fiction hoax lie misconception misinformation myth rumor rumour untrue",
            ),
            (German, "behauptung falsch gerucht irrtum mythos"),
            (French, "faux intox mythe rumeur"),
            (Spanish, "bulo falso mito"),
            (Italian, "bufala falso mito"),
            (Portuguese, "boato falso mito"),
            (Dutch, "fabel mythe onwaar"),
        ],
    ),
    (Role::Assent, ONLY),
    (Role::Assent, MERE),
    (
        Role::Assent,
        &[
            (English, "deny denying doubt less question wonder"),
            (German, "zweifel"),
            (French, "doute"),
            (Spanish, "duda"),
            (Italian, "dubbio"),
            (Portuguese, "duvida"),
            (Dutch, "twijfel"),
        ],
    ),
    (
        Role::Joint,
        &[
            (English, "although and because but nor or so though where whereas which while who whose yet"),
            (German, "aber denn obwohl oder sondern und wahrend weil wobei"),
            (French, "car et mais ou parce qui tandis"),
            (Spanish, "aunque e mientras o pero porque sino y"),
            (Italian, "e ed ma mentre o perche"),
            (Portuguese, "e embora enquanto mas ou porque"),
            (Dutch, "en maar of omdat terwijl want"),
            (Language::Polish, "a ale ktory ktora lecz lub oraz"),
            (Language::Russian, "а и или который которая но однако"),
        ],
    ),
    (
        Role::Modal,
        &[
            (English, "can could may might must shall should will would"),
            (
                German,
                "darf durfte kann konnen konnte konnten muss mussen soll sollen sollte will wird werden wurde wurden",
            ),
            (French, "doit peut pourrait devrait serait aurait"),
            (Spanish, "debe podria puede seria"),
            (Italian, "deve potrebbe puo sarebbe"),
            (Portuguese, "deve pode poderia seria"),
            (Dutch, "kan mag moet zal zou zouden zullen"),
        ],
    ),
    (
        Role::Be,
        &[
            (English, "are be been has have is proved proves remains turned was were"),
            (German, "bleibt ist sind war waren"),
            (French, "est etait sont"),
            (Spanish, "era es son"),
            (Italian, "e era sono"),
            (Portuguese, "e era sao"),
            (Dutch, "is zijn was waren"),
            (Swedish, "ar var"),
            (Danish, "er var"),
            (Language::Polish, "jest bylo"),
            (Czech, "bylo je"),
            (Finnish, "oli on"),
            (Ukrainian, "було є"),
            (Greek, "ειναι ηταν"),
        ],
    ),
    (
        Role::Question,
        &[
            (
                English,
                "as ask asked asking asks check clear decide decided determine discuss even know knew knows learn matter only \
                 question saw say see sure tell told uncertain unclear understand unsure what wonder wondered wondering wonders",
            ),
            (German, "als auch fragen fragt fragte nur selbst sehen wissen weiss"),
            (French, "comme demande demander meme savoir sait voir"),
            (Spanish, "como incluso pregunta pregunto saber sabe ver"),
            (Italian, "anche chiede chiedere come sapere sa vedere"),
            (Portuguese, "como mesmo perguntou saber sabe ver"),
        ],
    ),
];

/// Words of other languages that are other words of English, where it is not known which of them is written.
const ENGLISH_TOO: &str =
    "a alone as at charge dice die e fail falls fest gut hay is mit o of om or se so ten tort war will y";

/// Languages whose words hold where it is not known which one is written.
const ANY: Languages = English.bit()
    | German.bit()
    | French.bit()
    | Spanish.bit()
    | Italian.bit()
    | Portuguese.bit()
    | Dutch.bit()
    | Language::Polish.bit()
    | Language::Russian.bit();

/// Whether word `index` of `text` has a role in the language that it is written in.
pub(crate) fn has(text: &Folded<'_>, index: usize, role: Role) -> bool {
    let Some(roles) = (index < text.words.len()).then(|| words().get(text.word(index))).flatten() else { return false };
    let known = roles.iter().find(|(own, _)| *own == role).map_or(0, |(_, languages)| *languages);
    let wanted = if are_told(text.languages) {
        text.languages
    } else if ENGLISH_TOO.split_ascii_whitespace().any(|word| word == text.word(index)) {
        English.bit() | text.languages
    } else {
        ANY | text.languages
    };
    known & wanted != 0
}

fn words() -> &'static HashMap<String, Vec<(Role, Languages)>> {
    static KNOWN: OnceLock<HashMap<String, Vec<(Role, Languages)>>> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let mut known: HashMap<String, Vec<(Role, Languages)>> = HashMap::new();
        let all = WORDS.iter().flat_map(|(role, lists)| lists.iter().map(move |list| (*role, list)));
        for (role, (language, list)) in all {
            for word in list.split_ascii_whitespace() {
                let roles = known.entry(Folded::new(word, Spaces::Written).text).or_default();
                match roles.iter_mut().find(|(own, _)| *own == role) {
                    Some((_, languages)) => *languages |= language.bit(),
                    None => roles.push((role, language.bit())),
                }
            }
        }
        known
    })
}
