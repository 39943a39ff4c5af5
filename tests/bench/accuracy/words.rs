//! The words with which passages are changed, language by language. They are made for this measurement and are not those
//! that the matching knows.

use std::ops::RangeInclusive;

/// Words of a language.
#[derive(Debug)]
pub struct Lexicon {
    pub code: &'static str,
    pub name: &'static str,
    /// Its letters, where they give it away.
    pub script: Option<RangeInclusive<char>>,
    /// Small words, by which it is known, and which carry no content.
    pub small: &'static str,
    /// Words that negate; the first is put in, any is taken out.
    pub negations: &'static str,
    /// `word>another` of its kind that says something else.
    pub modals: &'static str,
    pub quantifiers: &'static str,
    pub numbers: &'static str,
    pub dates: &'static str,
    /// An adverb that casts doubt.
    pub doubt: &'static str,
}

/// Whether `word` is one of a list.
pub fn has(list: &str, word: &str) -> bool {
    list.split(' ').any(|own| own == word)
}

/// What stands for `word` in a list of pairs.
pub fn paired(list: &'static str, word: &str) -> Option<&'static str> {
    list.split(' ').filter_map(|pair| pair.split_once('>')).find(|(one, _)| *one == word).map(|(_, other)| other)
}

pub const LEXICONS: &[Lexicon] = &[
    Lexicon {
        code: "en",
        name: "english",
        script: None,
        small: "the of and to in a is that for it as was with be by on he at from his are this have has had which \
            were their they you we she her but when there what who will would about into than then them been \
            these those after before where while other could should some more most also your",
        negations: "not never no nor without cannot nothing nobody nowhere neither none unless hardly",
        modals: "can>may could>must may>will might>will must>may should>could will>may would>might shall>can",
        quantifiers: "all>some some>all many>few few>many most>some every>any always>often often>always only>also \
            both>either more>less less>more several>all each>any over>under least>most",
        numbers: "one>two two>three three>four four>five five>six six>seven ten>twelve hundred>thousand \
            million>billion billion>million first>second second>third third>fourth half>third dozen>score",
        dates: "January>February February>March March>April April>May June>July July>August August>September \
            September>October October>November November>December December>January Monday>Tuesday \
            Tuesday>Wednesday Wednesday>Thursday Thursday>Friday Friday>Saturday Saturday>Sunday Sunday>Monday",
        doubt: "allegedly",
    },
    Lexicon {
        code: "de",
        name: "german",
        script: None,
        small: "der die und in den von zu das mit sich des auf für ist im dem eine als auch es an werden aus er hat \
            dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben oder aber vor zur \
            bis mehr durch man sein wurde sei ein wir ich",
        negations: "nicht nie kein keine keinen keiner niemals ohne weder nichts niemand kaum",
        modals: "kann>muss können>müssen muss>kann müssen>dürfen soll>darf sollen>können will>muss darf>muss \
            dürfen>müssen wollen>sollen könnte>sollte sollte>musste",
        quantifiers: "alle>einige einige>alle viele>wenige mehr>weniger weniger>mehr immer>oft oft>immer nur>auch \
            fast>genau mehrere>alle jeder>mancher",
        numbers: "zwei>drei drei>vier vier>fünf fünf>sechs sechs>sieben zehn>zwölf hundert>tausend \
            Millionen>Milliarden Milliarden>Millionen ersten>zweiten erste>zweite zweite>dritte zweiten>dritten",
        dates: "Januar>Februar Februar>März März>April April>Mai Mai>Juni Juni>Juli Juli>August August>September \
            September>Oktober Oktober>November November>Dezember Dezember>Januar Montag>Dienstag Freitag>Samstag",
        doubt: "angeblich",
    },
    Lexicon {
        code: "fr",
        name: "french",
        script: None,
        small: "de la le et les des en un du une que est pour qui dans a par plus au sur ce il sont la se avec son \
            aux ou cette sa ses mais nous vous été leur elle ces comme ils être fait on je",
        negations: "pas jamais aucun aucune rien sans ni personne",
        modals: "peut>doit peuvent>doivent doit>peut doivent>peuvent pourrait>devrait faut>peut",
        quantifiers: "tous>certains plusieurs>tous toujours>souvent souvent>toujours plus>moins moins>plus \
            presque>exactement chaque>toute quelques>tous",
        numbers: "deux>trois trois>quatre quatre>cinq cinq>six dix>douze cent>mille millions>milliards \
            milliards>millions premier>second première>seconde",
        dates: "janvier>février février>mars mars>avril avril>mai mai>juin juin>juillet juillet>août août>septembre \
            septembre>octobre octobre>novembre novembre>décembre décembre>janvier lundi>mardi",
        doubt: "prétendument",
    },
    Lexicon {
        code: "es",
        name: "spanish",
        script: None,
        small: "de la que el en y a los se del las un por con una su para es al lo como más o pero sus le ha me si \
            este ya entre cuando todo esta ser son dos también fue había era muy",
        negations: "no nunca jamás ningún ninguna nada nadie sin ni tampoco",
        modals: "puede>debe pueden>deben debe>puede deben>pueden podría>debería",
        quantifiers: "todos>algunos algunos>todos muchos>pocos siempre>casi más>menos menos>más cada>toda varios>todos \
            todas>algunas",
        numbers: "dos>tres tres>cuatro cuatro>cinco cinco>seis diez>doce cien>mil mil>cien millones>miles \
            primer>segundo primera>segunda",
        dates: "enero>febrero febrero>marzo marzo>abril abril>mayo mayo>junio junio>julio julio>agosto \
            agosto>septiembre septiembre>octubre octubre>noviembre noviembre>diciembre diciembre>enero \
            lunes>martes",
        doubt: "supuestamente",
    },
    Lexicon {
        code: "it",
        name: "italian",
        script: None,
        small: "di e il la che in a per un del è una con i le della si da al dei alla nel più sono come ha gli lo \
            anche dal ma delle o se questo questa su",
        negations: "non mai nessun nessuno nessuna niente nulla senza né",
        modals: "può>deve possono>devono deve>può devono>possono potrebbe>dovrebbe",
        quantifiers: "tutti>alcuni alcuni>tutti molti>pochi sempre>spesso spesso>sempre più>meno meno>più ogni>qualche \
            solo>anche",
        numbers: "due>tre tre>quattro quattro>cinque cinque>sei dieci>dodici cento>mille milioni>miliardi \
            miliardi>milioni primo>secondo prima>seconda",
        dates: "gennaio>febbraio febbraio>marzo marzo>aprile aprile>maggio maggio>giugno giugno>luglio luglio>agosto \
            agosto>settembre settembre>ottobre ottobre>novembre novembre>dicembre dicembre>gennaio",
        doubt: "presumibilmente",
    },
    Lexicon {
        code: "pt",
        name: "portuguese",
        script: None,
        small: "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem \
            à seu sua ou ser também",
        negations: "não nunca jamais nenhum nenhuma nada ninguém sem nem",
        modals: "pode>deve podem>devem deve>pode devem>podem poderia>deveria",
        quantifiers: "todos>alguns alguns>todos muitos>poucos sempre>quase mais>menos menos>mais cada>toda vários>todos \
            todas>algumas",
        numbers: "dois>três três>quatro quatro>cinco cinco>seis dez>doze cem>mil mil>cem milhões>bilhões \
            primeiro>segundo primeira>segunda",
        dates: "janeiro>fevereiro fevereiro>março março>abril abril>maio maio>junho junho>julho julho>agosto \
            agosto>setembro setembro>outubro outubro>novembro novembro>dezembro dezembro>janeiro",
        doubt: "supostamente",
    },
    Lexicon {
        code: "nl",
        name: "dutch",
        script: None,
        small: "de het een van en in is dat op te zijn voor met die aan er om ook als dan maar bij nog uit door over \
            naar heeft hij ze wij was",
        negations: "niet nooit geen zonder niets niemand noch",
        modals: "kan>moet kunnen>moeten moet>mag moeten>mogen mag>moet zou>zal",
        quantifiers: "alle>sommige veel>weinig meer>minder minder>meer altijd>vaak vaak>altijd enkele>alle elke>sommige",
        numbers: "twee>drie drie>vier vier>vijf vijf>zes tien>twaalf honderd>duizend miljoen>miljard miljard>miljoen \
            eerste>tweede tweede>derde",
        dates: "januari>februari februari>maart maart>april april>mei mei>juni juni>juli juli>augustus \
            september>oktober oktober>november november>december",
        doubt: "vermoedelijk",
    },
    Lexicon {
        code: "pl",
        name: "polish",
        script: None,
        small: "w i z na do się że to o jest a od za po ze dla oraz przez jak ale przy który która które są tym tego \
            jego już co czy także",
        negations: "nie nigdy bez ani żaden żadna nikt nic",
        modals: "może>musi mogą>muszą musi>może muszą>mogą powinien>może",
        quantifiers: "wszystkie>niektóre wszyscy>niektórzy wiele>mało więcej>mniej mniej>więcej zawsze>często \
            często>zawsze tylko>także kilka>wiele",
        numbers: "dwa>trzy trzy>cztery cztery>pięć pięć>sześć dziesięć>dwanaście sto>tysiąc milionów>miliardów \
            pierwszy>drugi drugi>trzeci dwie>trzy",
        dates: "stycznia>lutego lutego>marca marca>kwietnia kwietnia>maja maja>czerwca czerwca>lipca lipca>sierpnia \
            sierpnia>września września>października października>listopada listopada>grudnia grudnia>stycznia",
        doubt: "rzekomo",
    },
    Lexicon {
        code: "tr",
        name: "turkish",
        script: None,
        small: "ve bir bu da de için ile çok olarak daha olan gibi kadar sonra ancak ne o",
        negations: "değil asla hiç hiçbir yok",
        modals: "gerekir>mümkün mümkün>gerekli gerekli>mümkün",
        quantifiers: "tüm>bazı bazı>tüm her>bazı çok>az daha>en sadece>ayrıca",
        numbers: "iki>üç üç>dört dört>beş beş>altı on>yirmi milyon>milyar milyar>milyon bin>milyon",
        dates: "Ocak>Şubat Şubat>Mart Mart>Nisan Nisan>Mayıs Mayıs>Haziran Haziran>Temmuz Ağustos>Eylül Eylül>Ekim",
        doubt: "sözde",
    },
    Lexicon {
        code: "ru",
        name: "russian",
        script: Some('\u{400}'..='\u{4ff}'),
        small: "и в не на что с по к из у за о от для это как до его но так же все она они мы я он был было или \
            также которые который",
        negations: "не никогда нет ни без никто ничего нельзя",
        modals: "может>должен могут>должны должны>могут должен>может можно>нужно нужно>можно необходимо>можно",
        quantifiers: "все>некоторые многие>некоторые более>менее менее>более больше>меньше меньше>больше всегда>часто \
            часто>всегда только>также несколько>много",
        numbers: "два>три три>четыре четыре>пять пять>шесть двух>трех тысяч>миллионов млн>млрд млрд>млн \
            миллионов>миллиардов первый>второй второй>третий две>три",
        dates: "января>февраля февраля>марта марта>апреля апреля>мая мая>июня июня>июля июля>августа \
            августа>сентября сентября>октября октября>ноября ноября>декабря декабря>января",
        doubt: "якобы",
    },
    Lexicon {
        code: "el",
        name: "greek",
        script: Some('\u{370}'..='\u{3ff}'),
        small: "και το της να του η την ο για από με που στο οι των σε είναι τα στην τον τη θα τους τις στη ότι κατά \
            ένα μια στα αλλά ή",
        negations: "δεν μην όχι χωρίς ούτε ποτέ κανείς τίποτα",
        modals: "μπορεί>πρέπει πρέπει>μπορεί μπορούν>πρέπει ίσως>σίγουρα",
        quantifiers: "όλα>μερικά όλοι>μερικοί πολλά>λίγα περισσότερο>λιγότερο περισσότερα>λιγότερα μόνο>επίσης πάντα>συχνά \
            κάθε>κάποια πιο>λιγότερο όλες>μερικές",
        numbers: "δύο>τρία τρεις>τέσσερις τρία>τέσσερα πέντε>έξι δέκα>δώδεκα εκατομμύρια>δισεκατομμύρια \
            χιλιάδες>εκατομμύρια πρώτη>δεύτερη πρώτο>δεύτερο",
        dates: "Ιανουαρίου>Φεβρουαρίου Φεβρουαρίου>Μαρτίου Μαρτίου>Απριλίου Οκτωβρίου>Νοεμβρίου Νοεμβρίου>Δεκεμβρίου \
            Δεκεμβρίου>Ιανουαρίου",
        doubt: "δήθεν",
    },
    Lexicon {
        code: "ar",
        name: "arabic",
        script: Some('\u{600}'..='\u{6ff}'),
        small: "في من على أن إلى التي عن مع هذا هذه الذي كان بعد قد و ما كما بين",
        negations: "لا لم لن ليس ليست غير بدون دون عدم",
        modals: "يمكن>يجب يجب>يمكن قد>سوف ربما>حتما",
        quantifiers: "كل>بعض بعض>كل جميع>بعض أكثر>أقل أقل>أكثر فقط>أيضا عدة>كل",
        numbers: "ثلاثة>أربعة أربعة>خمسة خمسة>ستة عشرة>عشرين مليون>مليار مليار>مليون ألف>مليون الأول>الثاني \
            الأولى>الثانية ثلاث>أربع",
        dates: "يناير>فبراير فبراير>مارس مارس>أبريل مايو>يونيو يونيو>يوليو الاثنين>الثلاثاء الجمعة>السبت",
        doubt: "زعما",
    },
    Lexicon {
        code: "he",
        name: "hebrew",
        script: Some('\u{590}'..='\u{5ff}'),
        small: "של את על לא הוא זה עם כי גם או היא אל כל אני מה אם",
        negations: "לא אין אינו אינה בלי ללא אף",
        modals: "יכול>חייב אפשר>צריך צריך>אפשר חייב>יכול",
        quantifiers: "כל>חלק יותר>פחות פחות>יותר רק>גם תמיד>לפעמים רוב>מעט",
        numbers: "שני>שלושה שתי>שלוש שלושה>ארבעה מיליון>מיליארד מיליארד>מיליון אלף>מיליון ראשון>שני",
        dates: "ינואר>פברואר מרץ>אפריל מאי>יוני יולי>אוגוסט",
        doubt: "לכאורה",
    },
    Lexicon {
        code: "hi",
        name: "hindi",
        script: Some('\u{900}'..='\u{97f}'),
        small: "के में की है से का को और पर ने कि हैं यह एक भी इस हो तो था",
        negations: "नहीं न ना बिना मत",
        modals: "सकता>चाहिए सकते>चाहिए चाहिए>सकता",
        quantifiers: "सभी>कुछ कुछ>सभी अधिक>कम कम>अधिक हर>कुछ केवल>भी सब>कुछ",
        numbers: "दो>तीन तीन>चार चार>पांच लाख>करोड़ करोड़>लाख हजार>लाख पहले>दूसरे",
        dates: "जनवरी>फरवरी मार्च>अप्रैल जून>जुलाई अगस्त>सितंबर",
        doubt: "कथित",
    },
    Lexicon {
        code: "ko",
        name: "korean",
        script: Some('\u{ac00}'..='\u{d7a3}'),
        small: "이 그 및 등 수 있다 것 한 더 또",
        negations: "안 못 없다 아니다 없이 않는다 않았다",
        modals: "수>필요가",
        quantifiers: "모든>일부 일부>모든 많은>적은 더>덜 각>모든",
        numbers: "두>세 세>네 첫>두 한>두",
        dates: "",
        doubt: "소위",
    },
    Lexicon {
        code: "ja",
        name: "japanese",
        script: Some('\u{3041}'..='\u{30ff}'),
        small: "",
        negations: "不 無 未 非",
        modals: "",
        quantifiers: "全>半 多>少 大>小 上>下 増>減",
        numbers: "一>二 二>三 三>四 万>億 億>万 千>百",
        dates: "",
        doubt: "",
    },
    Lexicon {
        code: "zh",
        name: "chinese",
        script: Some('\u{4e00}'..='\u{9fff}'),
        small: "",
        negations: "不 没 未 非 无 沒 無",
        modals: "",
        quantifiers: "多>少 少>多 大>小 上>下 都>也 全>半 每>某",
        numbers: "一>二 二>三 三>四 两>三 万>亿 亿>万 千>百 十>百",
        dates: "",
        doubt: "",
    },
    Lexicon {
        code: "th",
        name: "thai",
        script: Some('\u{e00}'..='\u{e7f}'),
        small: "",
        negations: "ไม่",
        modals: "",
        quantifiers: "",
        numbers: "",
        dates: "",
        doubt: "",
    },
    Lexicon {
        code: "vi",
        name: "vietnamese",
        script: None,
        small: "và của là có các được cho trong những một với này đã người để khi ở",
        negations: "không chưa chẳng đừng",
        modals: "có>phải phải>có nên>phải",
        quantifiers: "tất>một nhiều>ít ít>nhiều mỗi>vài chỉ>cũng",
        numbers: "hai>ba ba>bốn triệu>tỷ tỷ>triệu nghìn>triệu",
        dates: "",
        doubt: "được cho là",
    },
];
