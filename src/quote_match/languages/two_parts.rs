//! What parts two things of a sentence of which each has its own: `compared with`, `than`, `other than`, `sur trois`; and who is meant with
//! all others, until it is said which. Language by language.

use std::sync::LazyLock;

use super::language::Language::{
    self, Bulgarian, Czech, Danish, Dutch, English, Finnish, French, German, Greek, Hungarian, Indonesian, Italian,
    Polish, Portuguese, Romanian, Russian, Spanish, Swedish, Ukrainian,
};
use super::phrases::Phrases;
use super::word_lists::WordLists;

/// What the other one stands behind that something is compared with.
const COMPARISONS: &[(Language, &str)] = &[
    (
        English,
        "as against,as compared to,as compared with,as opposed to,compared to,compared with,in comparison to,in comparison with",
    ),
    (
        German,
        "gegenüber nur,im Gegensatz zu,im Vergleich zu,im Vergleich zum,im Vergleich zur,verglichen mit,im Unterschied zu",
    ),
    (
        French,
        "comparé à,comparée à,comparés à,comparées à,en comparaison de,par opposition à,par rapport à,par rapport au,par rapport aux",
    ),
    (Spanish, "comparado con,comparada con,comparados con,comparadas con,en comparación con"),
    (Italian, "a fronte di,in confronto a,rispetto a,rispetto al,rispetto ai,rispetto alla,rispetto alle"),
    (Portuguese, "comparado com,comparada com,em comparação com"),
    (Dutch, "in tegenstelling tot,in vergelijking met,vergeleken met"),
    (Swedish, "i jämförelse med,jämfört med,till skillnad från"),
    (Danish, "i modsætning til,i sammenligning med,sammenlignet med,sammenliknet med"),
    (Polish, "w porównaniu do,w porównaniu z,w przeciwieństwie do"),
    (Czech, "na rozdíl od,oproti,ve srovnání s"),
    (Russian, "в отличие от,в сравнении с,по сравнению с"),
    (Ukrainian, "на відміну від,у порівнянні з,порівняно з"),
    (Bulgarian, "за разлика от,в сравнение с"),
    (Finnish, "verrattuna"),
    (Romanian, "comparativ cu,în comparație cu,spre deosebire de"),
    (Greek, "σε αντίθεση με,σε σύγκριση με"),
    (Indonesian, "dibandingkan dengan,dibanding"),
];

/// What stands between the two.
const THANS: &[(Language, &str)] = &[
    (English, "than"),
    (German, "als"),
    (Dutch, "dan"),
    (Swedish, "än"),
    (Danish, "end enn"),
    (Polish, "niż"),
    (Czech, "než"),
    (Russian, "чем"),
    (Ukrainian, "ніж"),
    (Bulgarian, "отколкото"),
    (Finnish, "kuin"),
    (Hungarian, "mint"),
    (Romanian, "decât"),
    (Greek, "παρά"),
    (Indonesian, "daripada"),
];

/// What takes what stands behind it out of what was said.
const EXCEPTIONS: &[(Language, &str)] = &[
    (English, "apart from,except,except for,excluding,other than,save for,with the exception of"),
    (
        German,
        "abgesehen von,abgesehen vom,ausgenommen,außer,bis auf die,mit Ausnahme,mit Ausnahme von,mit Ausnahme der,mit Ausnahme des",
    ),
    (French, "excepté,exception faite de,hormis,mis à part,à l’exception de,à l’exception des,à l’exception du,sauf"),
    (Spanish, "a excepción de,con excepción de,con la excepción de,excepto,salvo"),
    (Italian, "a eccezione di,ad eccezione di,ad eccezione del,eccetto,fatta eccezione per,salvo,tranne"),
    (Portuguese, "com exceção de,com exceção do,com exceção da,exceto,salvo,à exceção de"),
    (Dutch, "behalve,met uitzondering van,uitgezonderd"),
    (Swedish, "med undantag av,med undantag för,utom"),
    (Danish, "bortset fra,med undtagelse af,med unntak av,undtagen,unntatt"),
    (Polish, "z wyjątkiem"),
    (Czech, "s výjimkou,vyjma"),
    (Russian, "за исключением,исключая"),
    (Ukrainian, "за винятком"),
    (Bulgarian, "с изключение на"),
    (Finnish, "lukuun ottamatta,paitsi"),
    (Hungarian, "kivéve"),
    (Romanian, "cu excepția,exceptând"),
    (Greek, "με εξαίρεση"),
    (Indonesian, "kecuali"),
];

/// What leads to how many there are of which one is meant.
const OUT_OF: &[(Language, &str)] = &[
    (English, "in,in every,out of,out of every,of every"),
    (German, "von,von je,unter"),
    (French, "sur"),
    (Spanish, "de cada"),
    (Italian, "su,su ogni"),
    (Portuguese, "em cada,em,a cada"),
    (Dutch, "op de,op,van de"),
    (Swedish, "av,av varje"),
    (Danish, "ud af,av,ut av"),
    (Polish, "na"),
    (Czech, "ze,z"),
    (Russian, "из"),
    (Ukrainian, "з,із"),
    (Romanian, "din"),
    (Indonesian, "dari"),
];

/// All or none of a kind.
const ALL: &[(Language, &str)] = &[
    (English, "all any anybody anyone each every everybody everyone no nobody none those"),
    (German, "alle jede jeder jedes kein keine niemand"),
    (French, "aucun aucune chaque quiconque tous tout toute toutes"),
    (Spanish, "cada cualquier nadie ningún ninguna toda todas todo todos"),
    (Italian, "chiunque nessun nessuna nessuno ogni qualsiasi qualunque tutte tutti"),
    (Portuguese, "cada nenhum nenhuma ninguém qualquer toda todas todo todos"),
    (Dutch, "alle elk elke geen ieder iedere iedereen niemand"),
    (Swedish, "alla ingen inga varje"),
    (Danish, "alle hver hvert ingen"),
];

/// What says which of them.
const RELATIVES: &[(Language, &str)] = &[
    (English, "that which who"),
    (German, "das der die"),
    (French, "qui"),
    (Spanish, "que"),
    (Italian, "che"),
    (Portuguese, "que"),
    (Dutch, "dat die"),
    (Swedish, "som"),
    (Danish, "der som"),
];

/// What leaves out, or fails at, the one of several things that stands behind it.
const BARS: &[(Language, &str)] = &[
    (
        English,
        "banned bans barred barring bars excluded excludes excluding failed fails failing forbids forbidden lacked lacks omits rejected rejects refused",
    ),
    (German, "scheiterte verbietet verbot verweigerte"),
    (French, "exclut interdit refuse rejette"),
    (Spanish, "excluye prohíbe rechaza rechazó"),
    (Italian, "esclude rifiuta vieta"),
    (Portuguese, "exclui proíbe rejeita rejeitou"),
    (Dutch, "verbiedt verbood weigert weigerde"),
    (Swedish, "förbjöd förbjuder saknade saknar"),
    (Danish, "forbød forbyder mangler manglede"),
    (Polish, "wyklucza zabrania odrzuca odrzucił"),
    (Czech, "vylučuje zakazuje zakázal odmítl"),
    (Russian, "запретил запрещает исключает отверг отклонил"),
    (Ukrainian, "заборонив забороняє виключає відхилив"),
];

/// Part of a thing.
const HALF: &[(Language, &str)] = &[
    (English, "half"),
    (German, "halb halbe halben halber halbes"),
    (French, "demi"),
    (Spanish, "media medio"),
    (Italian, "mezza mezzo"),
    (Portuguese, "meia meio"),
    (Dutch, "half halve"),
    (Swedish, "halv halva"),
    (Danish, "halv halve halvt"),
    (Polish, "pół"),
    (Czech, "půl"),
    (Russian, "пол половину половина"),
    (Ukrainian, "пів половину половина"),
];

/// Who does something to whom, each to the other.
const MUTUAL: &[(Language, &str)] = &[
    (English, "each other,one another"),
    (German, "einander,gegenseitig"),
    (French, "les uns les autres,l’un l’autre,mutuellement"),
    (Spanish, "el uno al otro,mutuamente,unos a otros"),
    (Italian, "a vicenda,gli uni gli altri,l’un l’altro,reciprocamente"),
    (Portuguese, "mutuamente,um ao outro,uns aos outros"),
    (Dutch, "elkaar"),
    (Swedish, "varandra"),
    (Danish, "hinanden,hverandre"),
    (Polish, "nawzajem"),
    (Czech, "navzájem"),
    (Russian, "друг друга,друг другу"),
    (Ukrainian, "одне одного,один одного"),
    (Finnish, "toisiaan,toisiansa"),
    (Hungarian, "egymást"),
    (Indonesian, "satu sama lain"),
];

/// By what something is counted, behind it.
const MEASURES: &[(Language, &str)] = &[
    (English, "in real terms,per capita,per head"),
    (German, "je Einwohner,pro Einwohner,pro Kopf"),
    (French, "en termes réels,par habitant,par tête"),
    (Spanish, "en términos reales,per cápita,por habitante"),
    (Italian, "in termini reali,per abitante,pro capite"),
    (Portuguese, "em termos reais,per capita,por habitante"),
    (Dutch, "per hoofd,per hoofd van de bevolking,per inwoner"),
    (Swedish, "i reala termer,per capita,per invånare"),
    (Danish, "pr. indbygger,per innbygger,per capita"),
    (Polish, "na głowę,na mieszkańca,per capita"),
    (Czech, "na hlavu,na obyvatele"),
    (Russian, "в реальном выражении,на душу населения"),
    (Ukrainian, "на душу населення"),
    (Romanian, "pe cap de locuitor,în termeni reali"),
    (Indonesian, "per kapita"),
];

/// What somebody is to another, before who that is.
const NEXT_TO: &[(Language, &str)] = &[
    (
        English,
        "a friend of,a relative of,accused by,engaged to,friends with,married to,related to,the brother of,the daughter of,the father of,\
         the friend of,the husband of,the mother of,the sister of,the son of,the victim of,the widow of,the wife of",
    ),
    (
        German,
        "befreundet mit,verheiratet mit,verlobt mit,verwandt mit,ein Freund,eine Freundin,die Frau,der Sohn,die Tochter,Opfer",
    ),
    (French, "l’ami d’,l’ami de,la femme d’,la fille d’,la victime d’,le fils d’,marié à,mariée à,parent d’"),
    (
        Spanish,
        "amigo de,casada con,casado con,el hijo de,hija de,hijo de,la hija de,la viuda de,pariente de,víctima de",
    ),
    (
        Italian,
        "amico di,figlia di,figlio di,il figlio di,la figlia di,la moglie di,parente di,sposata con,sposato con,vittima di",
    ),
    (Portuguese, "a filha de,amigo de,casada com,casado com,filha de,filho de,o filho de,parente de,vítima de"),
    (
        Dutch,
        "bevriend met,de dochter van,de vrouw van,de zoon van,een vriend van,getrouwd met,verloofd met,verwant aan",
    ),
    (Swedish, "dotter till,förlovad med,gift med,släkt med,son till,vän med,vän till"),
    (Danish, "datter af,forlovet med,gift med,i familie med,søn af,ven af,ven med,datter av,sønn av,venn av"),
];

/// How a participle of German and Dutch ends.
pub(crate) const PARTICIPLES: [&str; 3] = ["en", "t", "d"];

/// `compared with`, `other than`, `in` of `one in three`
pub(crate) static COMPARED: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(COMPARISONS));
pub(crate) static EXCEPTED: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(EXCEPTIONS));
/// `per head`, `married to`
pub(crate) static RATES: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(MEASURES));
pub(crate) static KIN: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(NEXT_TO));
/// `each other`
pub(crate) static EACH_OTHER: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(MUTUAL));
/// `bars`, `half`
pub(crate) static BARRED: LazyLock<WordLists> = LazyLock::new(|| WordLists::new(BARS));
pub(crate) static HALVED: LazyLock<WordLists> = LazyLock::new(|| WordLists::new(HALF));
pub(crate) static SHARED: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(OUT_OF));
/// `than`, `every`, `who`
pub(crate) static THAN: LazyLock<WordLists> = LazyLock::new(|| WordLists::new(THANS));
pub(crate) static EVERYBODY: LazyLock<WordLists> = LazyLock::new(|| WordLists::new(ALL));
pub(crate) static WHICH_OF: LazyLock<WordLists> = LazyLock::new(|| WordLists::new(RELATIVES));
