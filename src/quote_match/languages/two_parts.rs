//! What parts two things of a sentence of which each has its own: `compared with`, `than`, `other than`, `sur trois`; and who is meant with
//! all others, until it is said which. Language by language.

use std::sync::LazyLock;

use super::language::Language::{
    self, Bulgarian, Czech, Danish, Dutch, English, Finnish, French, German, Greek, Hungarian, Indonesian, Italian,
    Polish, Portuguese, Romanian, Russian, Spanish, Swedish, Turkish, Ukrainian,
};
use super::phrases::Phrases;
use super::word_lists::WordLists;

/// What the other one stands behind that something is compared with.
const COMPARISONS: &[(Language, &str)] = &[
    (
        English,
        "as against,as compared to,as compared with,as opposed to,compared to,compared with,in comparison to,in comparison with",
    ),
    (German, "gegenüber nur,im Gegensatz zu,im Vergleich zu,im Vergleich zum,im Vergleich zur,im Unterschied zu"),
    (French, "en comparaison de,par opposition à,par rapport à,par rapport au,par rapport aux"),
    (Spanish, "en comparación con"),
    (Italian, "a fronte di,in confronto a,rispetto a,rispetto al,rispetto ai,rispetto alla,rispetto alle"),
    (Portuguese, "em comparação com"),
    (Dutch, "in tegenstelling tot,in vergelijking met"),
    (Swedish, "i jämförelse med,jämfört med,till skillnad från"),
    (Danish, "i modsætning til,i sammenligning med"),
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

/// What says both that one thing is measured by another and that it is likened to it: behind it stands what the first is not.
pub(super) const LIKENED: &[(Language, &str)] = &[
    (English, "likened to"),
    (German, "verglichen mit"),
    (French, "comparé à,comparée à,comparés à,comparées à"),
    (Spanish, "comparado a,comparada a,comparado con,comparada con,comparados con,comparadas con"),
    (Italian, "paragonata a,paragonato a"),
    (Portuguese, "comparada a,comparado a,comparada com,comparado com"),
    (Dutch, "vergeleken met"),
    (Swedish, "liknad vid,liknades vid"),
    (Danish, "sammenlignet med,sammenliknet med"),
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

/// What takes what stands behind it out of what was said. Not here: what is so in brackets alone (`bracket_adds`), as `menos el` is
/// elsewhere the end of `por lo menos`; and the longer list of what binds a clause, with its conditions (`conditions`).
const EXCEPTIONS: &[(Language, &str)] = &[
    (English, "apart from,except,except for,excepting,excluding,other than,save for,with the exception of"),
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
    (Polish, "oprócz,prócz,z wyjątkiem"),
    (Czech, "s výjimkou,vyjma"),
    (Russian, "за исключением,исключая,кроме"),
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

/// What takes all of what follows out, folded.
pub(crate) const NONE: &[(Language, &str)] = &[
    (English, "no"),
    (German, "kein keine keinem keinen keiner"),
    (French, "aucun aucune"),
    (Spanish, "ningun ninguna"),
    (Italian, "nessun nessuna"),
    (Portuguese, "nenhum nenhuma"),
    (Dutch, "geen"),
    (Swedish, "ingen inga"),
    (Danish, "ingen"),
];

/// What takes in all of what follows, folded.
pub(crate) const ALL: &[(Language, &str)] = &[
    (English, "all any each every"),
    (German, "alle allen aller jede jedem jeden jeder jedes samtliche samtlichen"),
    (French, "chaque tous tout toute toutes"),
    (Spanish, "cada cualquier toda todas todo todos"),
    (Italian, "ogni qualsiasi qualunque tutta tutte tutti tutto"),
    (Portuguese, "cada qualquer toda todas todo todos"),
    (Dutch, "alle elk elke ieder iedere"),
    (Swedish, "alla varje"),
    (Danish, "alle hver hvert"),
    (Polish, "kazda kazde kazdego kazdej kazdy wszyscy wszystkich wszystkie wszystkim wszystkimi"),
    (Czech, "kazda kazde kazdy vsech vsechna vsechny vsem vsemi vsichni"),
    (Russian, "все всем всеми всех каждая каждого каждое каждои каждыи"),
    (Ukrainian, "всі всім всіх кожен кожна кожне кожного усі усіх"),
    (Finnish, "jokainen jokaisen kaikki kaikkien kaikille"),
    (Hungarian, "minden"),
    (Romanian, "fiecare toata toate toti"),
    (Greek, "καθε ολα ολεσ ολοι ολουσ"),
    (Turkish, "butun her tum"),
    (Indonesian, "semua seluruh setiap"),
];

/// Nobody and everybody, folded.
pub(crate) const NOBODY: &[(Language, &str)] = &[
    (English, "anybody anyone everybody everyone nobody none"),
    (German, "jedermann niemand niemanden"),
    (French, "personne quiconque"),
    (Spanish, "nadie"),
    (Italian, "chiunque nessuno"),
    (Portuguese, "ninguem"),
    (Dutch, "iedereen niemand"),
];

/// Who is all of them with a `who` behind; elsewhere it only points.
const THOSE: &[(Language, &str)] = &[(English, "those")];

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
    (German, "einander,gegenseitig,sich gegenseitig,wechselseitig"),
    (French, "les uns les autres,les unes les autres,l’un l’autre,l’une l’autre,mutuellement,réciproquement"),
    (Spanish, "el uno al otro,la una a la otra,mutuamente,recíprocamente,unas a otras,unos a otros"),
    (Italian, "a vicenda,gli uni gli altri,le une le altre,l’un l’altra,l’un l’altro,reciprocamente,vicendevolmente"),
    (Portuguese, "mutuamente,reciprocamente,um ao outro,uma à outra,umas às outras,uns aos outros"),
    (Dutch, "elkaar,elkander,mekaar"),
    (Swedish, "varandra,varann"),
    (Danish, "hinanden,hverandre"),
    (Polish, "nawzajem,siebie nawzajem,się nawzajem,wzajemnie"),
    (Czech, "jeden druhého,navzájem,se navzájem,vzájemně"),
    (Russian, "взаимно,друг друга,друг другу,один другого"),
    (Ukrainian, "взаємно,одна одну,одне одного,одне одному,один одного,один одному"),
    (Bulgarian, "един друг,един на друг,взаимно"),
    (Finnish, "toinen toistaan,toisiaan,toisiansa"),
    (Hungarian, "egymást,egymásnak,kölcsönösen"),
    (Romanian, "reciproc,unii pe alții,unul pe altul,unul pe celălalt"),
    (Greek, "ο ένας τον άλλο,ο ένας τον άλλον,αλληλους"),
    (Turkish, "birbirini,birbirlerini"),
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
        "a friend of,a relative of,accused by,engaged to,friends with,married to,related to,the brother of,the daughter of,\
         the father of,the friend of,the husband of,the mother of,the sister of,the son of,the victim of,the widow of,\
         the widower of,the wife of",
    ),
    (
        German,
        "befreundet mit,verheiratet mit,verlobt mit,verwandt mit,ein Freund,eine Freundin,der Bruder,der Freund,der Mann,\
         der Sohn,der Vater,die Frau,die Freundin,die Mutter,die Schwester,die Tochter,die Witwe,das Opfer,Opfer",
    ),
    (
        French,
        "l’ami d’,l’ami de,l’amie d’,l’amie de,l’époux d’,l’époux de,l’épouse d’,l’épouse de,la femme d’,la femme de,\
         la fille d’,la fille de,la mère d’,la mère de,la sœur d’,la sœur de,la veuve d’,la veuve de,la victime d’,\
         la victime de,le fils d’,le fils de,le frère d’,le frère de,le mari d’,le mari de,le père d’,le père de,le veuf d’,\
         le veuf de,parent d’,parent de,parente d’,parente de,marié à,mariée à,fiancé à,fiancée à",
    ),
    (
        Spanish,
        "amiga de,la amiga de,amigo de,el amigo de,esposa de,la esposa de,esposo de,el esposo de,hermana de,la hermana de,\
         hermano de,el hermano de,hija de,la hija de,hijo de,el hijo de,madre de,la madre de,padre de,el padre de,pariente de,\
         viuda de,la viuda de,viudo de,el viudo de,víctima de,la víctima de,la mujer de,el marido de,casada con,casado con,\
         prometida con,prometido con",
    ),
    (
        Italian,
        "amica di,l’amica di,amico di,l’amico di,figlia di,la figlia di,figlio di,il figlio di,fratello di,il fratello di,\
         madre di,la madre di,marito di,il marito di,moglie di,la moglie di,padre di,il padre di,parente di,il parente di,\
         sorella di,la sorella di,vedova di,la vedova di,vittima di,la vittima di,fidanzata con,fidanzato con,sposata con,\
         sposato con",
    ),
    (
        Portuguese,
        "amiga de,a amiga de,amigo de,o amigo de,esposa de,a esposa de,filha de,a filha de,filho de,o filho de,irmã de,\
         a irmã de,irmão de,o irmão de,mulher de,a mulher de,mãe de,a mãe de,marido de,o marido de,pai de,o pai de,parente de,\
         viúva de,a viúva de,vítima de,a vítima de,casada com,casado com,noiva de,noivo de",
    ),
    (
        Dutch,
        "bevriend met,de broer van,de dochter van,de man van,de moeder van,de vader van,de vrouw van,de weduwe van,de zoon van,\
         de zus van,een vriend van,een vriendin van,het slachtoffer van,getrouwd met,verloofd met,verwant aan",
    ),
    (
        Swedish,
        "bror till,dotter till,far till,fru till,förlovad med,gift med,mor till,offer för,släkt med,son till,syster till,\
         vän med,vän till,änka efter",
    ),
    (
        Danish,
        "bror til,datter af,enke efter,far til,mor til,søn af,søster til,ven af,forlovet med,gift med,i familie med,offer for,\
         ven med,datter av,enke etter,sønn av,søster av,venn av,venn med",
    ),
];

/// How a participle of German and Dutch ends.
pub(crate) const PARTICIPLES: [&str; 3] = ["en", "t", "d"];

/// `compared with`, `other than`, `in` of `one in three`
pub(crate) static COMPARED: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(&[COMPARISONS, LIKENED].concat()));
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
pub(crate) static EVERYBODY: LazyLock<WordLists> =
    LazyLock::new(|| WordLists::new(&[ALL, NONE, NOBODY, THOSE].concat()));
pub(crate) static WHICH_OF: LazyLock<WordLists> = LazyLock::new(|| WordLists::new(RELATIVES));

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quote_match::folding::fold::{Folded, Spaces};

    #[test]
    fn words_that_are_looked_for_as_they_are_written_are_folded_and_stand_once() {
        for list in [ALL, NONE, NOBODY] {
            for (language, words) in list {
                let all: Vec<&str> = words.split(' ').collect();
                for (at, word) in all.iter().enumerate() {
                    assert_eq!(Folded::new(word, Spaces::Written).text, *word, "{language:?}");
                    assert!(!all[..at].contains(word), "{language:?}: {word}");
                }
            }
        }
    }
}
