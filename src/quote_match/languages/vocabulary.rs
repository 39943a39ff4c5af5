//! Words that turn a sentence, language by language: those that negate, that say how sure, how much, and how many.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use unicode_normalization::UnicodeNormalization;

use super::denial::begins_with_denial;
use super::language::Language::{
    self, Arabic, Bulgarian, Chinese, Czech, Danish, Dutch, English, Finnish, French, German, Greek, Hebrew, Hindi,
    Hungarian, Indonesian, Italian, Japanese, Korean, Persian, Polish, Portuguese, Romanian, Russian, Spanish, Swedish,
    Turkish, Ukrainian, Vietnamese,
};
use super::language::{DECLARED, Languages, POINTED_THOUSANDS, are_told};
use crate::quote_match::folding::fold::{Folded, Spaces};

/// In which languages a word does what.
#[derive(Debug, Default, Clone, Copy)]
struct Roles {
    negation: Languages,
    /// How sure, how much, how often: `may`, `most`.
    qualifier: Languages,
    number: Languages,
}

const NEGATIONS: &[(Language, &str)] = &[
    (
        English,
        "ain't aren't cannot can't couldn't didn't doesn't don't hadn't hardly hasn't haven't isn't mightn't mustn't needn't \
         neither never no nobody none non noone nor not nothing nowhere oughtn't scarcely shan't shouldn't unless wasn't \
         weren't without won't wouldn't",
    ),
    (
        German,
        "nicht nie niemals kein keine keinem keinen keiner keines keinerlei keineswegs keinesfalls mitnichten nichts niemand niemanden niemandem nirgends \
         nirgendwo weder ohne nein kaum",
    ),
    (French, "ne pas jamais aucun aucune rien sans ni non nullement guère personne"),
    (Spanish, "no nunca jamás ningún ninguno ninguna nada nadie sin ni tampoco apenas"),
    (Italian, "non mai nessun nessuno nessuna niente nulla senza né neanche nemmeno neppure no"),
    (Portuguese, "não nunca jamais nenhum nenhuma nada ninguém sem nem tampouco"),
    (Dutch, "niet nooit geen zonder niets niemand nergens noch nauwelijks nee"),
    (Polish, "nie nigdy bez ani żaden żadna żadne żadnego żadnej żadnych nikt nikogo nic niczego"),
    (Czech, "ne není nejsou nikoli nikoliv nikdy bez ani žádný žádná žádné nikdo nic nebyl nebyla nebylo nebude nemá"),
    (Swedish, "inte icke aldrig ingen inget inga utan varken ej knappt"),
    (Danish, "ikke aldrig ingen intet uden hverken næppe ej ingenting uten verken"),
    (Finnish, "ei en et emme ette eivät eikä älä ilman koskaan"),
    (Hungarian, "nem ne sem se soha senki semmi nélkül nincs nincsenek"),
    (Romanian, "nu niciodată nici fără nimeni nimic niciun nicio"),
    (Turkish, "değil değildir asla hiç hiçbir yok yoktur olmadan"),
    (Vietnamese, "không chưa chẳng đừng chớ"),
    (
        Indonesian,
        "tidak bukan belum tak jangan tanpa bukanlah bukannya tidaklah belumlah janganlah takkan takkanlah tiada tiadalah",
    ),
    (Russian, "вряд навряд не никогда нет ни без никто никого ничего ничто нельзя никакой никаких ничем нигде"),
    (Ukrainian, "навряд не ніколи немає ні без ніхто нічого ніщо жоден жодна жодного"),
    (Bulgarian, "не никога няма ни без никой нищо нито никакъв никаква"),
    (Greek, "δεν δε μην μη όχι χωρίς ούτε ποτέ κανείς κανένας καμία κανένα τίποτα μήτε"),
    (Arabic, "لا لم لن ليس ليست ليسوا غير بدون دون عدم أبدا"),
    (Persian, "نه نیست نبود نیستند هرگز بدون هیچ نمی"),
    (Hebrew, "לא אין אינו אינה אינם אינן בלי ללא מעולם אף אל"),
    (Hindi, "नहीं न ना मत बिना कभी"),
    (Korean, "안 못"),
];

/// Those of languages that are not told, in scripts or letters of their own: of Bengali, Gujarati, Punjabi, Tamil, Telugu, Kannada,
/// Malayalam, Urdu, Marathi, Georgian and Armenian. Nobody writes them in another language.
const NEGATIONS_ELSEWHERE: &str =
    "না নি নয় নেই নাই નથી નહીં ਨਹੀਂ ਨਾ இல்லை அல்ல కాదు లేదు ಇಲ್ಲ ಅಲ್ಲ ഇല്ല അല്ല نہیں नाही नाहीत არ ვერ არა ոչ չի չեն";

const QUALIFIERS: &[(Language, &str)] = &[
    (
        English,
        "can could may maybe might must need needs ought perhaps possibly probably shall should will would about all almost \
         always any approximately barely both double each either every everyone exactly few fewer frequently half less little \
         many more most mostly much nearly often once only over partly quarter rarely roughly seldom several single some \
         sometimes third triple twice under usually whole least fewest allegedly reportedly supposedly",
    ),
    (
        German,
        "kann können konnte konnten könnte könnten muss müssen musste mussten müsste darf dürfen durfte dürfte soll sollen sollte \
         sollten will wollen wollte wird werden wurde würde würden vielleicht wahrscheinlich möglicherweise angeblich \
         mutmaßlich alle allen aller alles einige einigen viele vielen wenige wenigen mehr weniger meist meiste meisten immer \
         oft selten manchmal nur fast etwa rund ungefähr genau jeder jede jedes jeden jedem mehrere manche halb beide beiden \
         ganz mindestens höchstens",
    ),
    (
        French,
        "peut peuvent pouvait pourra pourront pourrait pourraient doit doivent devait devra devront devrait devraient faut fallait peut-être probablement \
         tout tous toute toutes plusieurs quelques certains certaines beaucoup peu plus moins toujours souvent rarement parfois \
         presque environ seulement chaque la plupart moitié double trop aussi assez",
    ),
    (
        Spanish,
        "puede pueden podía podrá podrán podría podrían debe deben debía deberá deberán debería deberían quizá quizás tal probablemente todo todos toda \
         todas algunos algunas muchos muchas pocos pocas más menos siempre casi sólo solo solamente cada varios varias mitad \
         doble ambos bastante demasiado supuestamente",
    ),
    (
        Italian,
        "può possono poteva potrà potranno potrebbe potrebbero deve devono doveva dovrà dovranno dovrebbe dovrebbero forse probabilmente tutto tutti tutta \
         tutte alcuni alcune molti molte pochi poche più meno sempre spesso raramente quasi circa solo soltanto ogni metà \
         doppio entrambi qualche parecchi",
    ),
    (
        Portuguese,
        "pode podem podia poderá poderão poderia poderiam deve devem devia deverá deverão deveria deveriam talvez provavelmente todo todos toda todas alguns \
         algumas muitos muitas poucos poucas mais menos sempre quase só somente apenas cada vários várias metade dobro ambos",
    ),
    (
        Dutch,
        "kan kunnen kon konden moet moeten moest mag mogen mocht zal zullen zou zouden wil willen misschien waarschijnlijk \
         alle allen alles sommige veel vele weinig meer minder meest meeste altijd vaak zelden soms bijna ongeveer alleen \
         slechts elke elk ieder iedere enkele verschillende helft beide vermoedelijk",
    ),
    (
        Polish,
        "może mogą mógł mogła mogło mogli musi muszą powinien powinna powinno trzeba chyba prawdopodobnie wszystko wszyscy \
         wszystkie niektórzy niektóre wiele wielu dużo mało więcej mniej większość zawsze często rzadko prawie około tylko \
         każdy każda każde kilka połowa oba rzekomo",
    ),
    (
        Czech,
        "může mohou musí měl měla mělo snad možná všichni všechny někteří mnoho málo více méně vždy často skoro asi jen pouze každý několik polovina",
    ),
    (
        Swedish,
        "kan kunde måste bör borde ska skall skulle får kanske troligen alla några många få mer mindre mest alltid ofta sällan nästan ungefär bara varje flera hälften båda",
    ),
    (
        Danish,
        "kan kunne må måtte bør burde skal skulle vil ville måske muligvis alle nogle mange få mere mindre mest altid ofte sjældent næsten cirka kun hver flere halvdelen begge noen mer",
    ),
    (
        Finnish,
        "voi voivat täytyy pitäisi pitää saa ehkä kaikki jotkut monet vähän enemmän vähemmän aina usein lähes noin vain jokainen puolet molemmat",
    ),
    (
        Hungarian,
        "lehet kell kellene talán mind minden néhány sok kevés több kevesebb mindig gyakran majdnem csak minden fele",
    ),
    (
        Romanian,
        "poate pot putea trebuie ar probabil toți toate unii multe puține mai puțin mereu adesea aproape doar fiecare câteva jumătate",
    ),
    (
        Turkish,
        "olabilir gerekir gerek lazım mümkün belki muhtemelen tüm bütün bazı çok az daha en her zaman sık sadece yalnız her birkaç yarısı sözde",
    ),
    (Vietnamese, "phải nên cần tất mọi nhiều ít hơn chỉ luôn thường mỗi vài hầu"),
    (
        Indonesian,
        "bisa dapat harus mungkin semua beberapa banyak sedikit lebih kurang selalu sering hampir hanya setiap",
    ),
    (
        Russian,
        "может могут мог могла могли должен должна должно должны можно нужно необходимо надо возможно вероятно все всех всё \
         некоторые некоторых многие много мало более менее больше меньше большинство всегда часто редко иногда почти около \
         только лишь каждый каждая каждое несколько половина оба обе якобы",
    ),
    (
        Ukrainian,
        "може можуть міг могла повинен повинна повинні можна треба потрібно всі деякі багато мало більше менше завжди часто майже лише тільки кожен кожна кілька половина нібито",
    ),
    (
        Bulgarian,
        "може могат трябва всички някои много малко повече по-малко винаги често почти само всеки няколко половината",
    ),
    (
        Greek,
        "μπορεί μπορούν μπορούσε πρέπει έπρεπε ίσως πιθανώς πιθανόν όλα όλοι όλες όλων μερικά μερικοί πολλά πολλοί πολλές λίγα \
         λίγοι λίγες περισσότερο περισσότερα περισσότεροι λιγότερο λιγότερα πιο πάντα συχνά σπάνια σχεδόν περίπου μόνο κάθε \
         αρκετά μισό δήθεν φέρεται",
    ),
    (
        Arabic,
        "يمكن يجب قد ربما سوف كل جميع بعض معظم أكثر أقل كثير كثيرة قليل قليلة دائما غالبا نادرا حوالي نحو فقط عدة نصف كلا",
    ),
    (Persian, "می‌تواند باید شاید همه برخی بسیاری کمی بیشتر کمتر همیشه اغلب تقریبا فقط هر چند نیمی"),
    (
        Hebrew,
        "יכול יכולה יכולים חייב חייבת צריך צריכה אפשר אולי כל חלק רוב הרבה מעט יותר פחות תמיד לפעמים כמעט בערך רק כמה חצי שני",
    ),
    (Hindi, "सकता सकते सकती चाहिए शायद सभी सब कुछ कई अधिक ज्यादा कम हमेशा अक्सर लगभग केवल सिर्फ हर आधा दोनों"),
    (Korean, "모든 모두 일부 많은 적은 더 덜 항상 자주 거의 약 만 각 여러 절반 아마"),
];

const NUMBERS: &[(Language, &str)] = &[
    (
        English,
        "billion billions dozen dozens eight eighteen eighth eighty eleven eleventh fifteen fifth fifty first five forty four \
         fourteen fourth hundred hundreds million millions nine nineteen ninety ninth one percent permille second seven \
         seventeen seventh seventy six sixteen sixth sixty ten tenth thirteen thirty thousand thousands three trillion trillions \
         twelfth twelve twenty twentieth two zero",
    ),
    (
        German,
        "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn \
         neunzehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert hunderte tausend tausende million \
         millionen milliarde milliarden billion billionen prozent dutzend erste ersten erster erstes zweite zweiten zweiter \
         zweites dritte dritten dritter drittes vierte vierten fünfte fünften sechste siebte achte neunte zehnte hälfte drittel \
         viertel",
    ),
    (
        French,
        "zéro deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante \
         cinquante soixante cent cents mille million millions milliard milliards pourcent premier première premiers premières \
         second seconde deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième douzaine tiers quart \
         demi",
    ),
    (
        Spanish,
        "cero dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho \
         diecinueve veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento cientos doscientos trescientos \
         cuatrocientos quinientos seiscientos setecientos ochocientos novecientos mil miles millón millones billón primer \
         primero primera segundo segunda tercer tercero tercera cuarto cuarta quinto sexto séptimo octavo noveno décimo docena \
         tercio",
    ),
    (
        Italian,
        "zero due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette \
         diciotto diciannove venti trenta quaranta cinquanta sessanta settanta ottanta novanta cento mille mila milione milioni \
         miliardo miliardi primo prima primi prime secondo seconda terzo terza quarto quarta quinto quinta sesto settimo ottavo \
         nono decimo dozzina",
    ),
    (
        Portuguese,
        "zero dois duas três quatro cinco seis sete oito nove dez onze doze treze catorze quatorze quinze dezesseis dezasseis \
         dezessete dezoito dezenove vinte trinta quarenta cinquenta sessenta setenta oitenta noventa cem cento centenas mil \
         milhão milhões bilhão bilhões primeiro primeira segundo segunda terceiro terceira quarto quinta quinto sexto sétimo \
         oitavo nono décimo dúzia terço",
    ),
    (
        Dutch,
        "nul twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien \
         negentien twintig dertig veertig vijftig zestig zeventig tachtig negentig honderd honderden duizend duizenden miljoen \
         miljoenen miljard miljarden procent eerste tweede derde vierde vijfde zesde zevende achtste negende tiende dozijn",
    ),
    (
        Polish,
        "zero dwa dwie dwóch dwaj trzy trzech cztery czterech pięć pięciu sześć sześciu siedem siedmiu osiem ośmiu dziewięć \
         dziewięciu dziesięć dziesięciu jedenaście dwanaście trzynaście czternaście piętnaście szesnaście siedemnaście \
         osiemnaście dziewiętnaście dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt \
         osiemdziesiąt dziewięćdziesiąt sto dwieście trzysta czterysta pięćset tysiąc tysiące tysięcy milion miliony milionów \
         miliard miliardy miliardów pierwszy pierwsza pierwsze drugi druga drugie trzeci trzecia czwarty piąty",
    ),
    (
        Czech,
        "nula dva dvě tři čtyři pět šest sedm osm devět deset jedenáct dvanáct dvacet třicet čtyřicet padesát šedesát sedmdesát osmdesát devadesát sto tisíc tisíce milion miliony milionů miliarda miliardy první druhý druhá třetí čtvrtý",
    ),
    (
        Swedish,
        "noll två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo trettio fyrtio femtio sextio sjuttio åttio nittio hundra tusen miljon miljoner miljard miljarder första andra tredje fjärde femte",
    ),
    (
        Danish,
        "nul to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten tyve tredive fyrre halvtreds tres halvfjerds firs halvfems hundrede tusind million millioner milliard milliarder første anden tredje fjerde femte",
    ),
    (
        Finnish,
        "nolla kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen sata tuhat miljoona miljoonaa miljardi miljardia ensimmäinen toinen kolmas neljäs viides",
    ),
    (
        Hungarian,
        "nulla kettő két három négy öt hat hét nyolc kilenc tíz húsz harminc negyven ötven hatvan hetven nyolcvan kilencven száz ezer millió milliárd első második harmadik negyedik",
    ),
    (
        Romanian,
        "zero doi două trei patru cinci șase șapte opt nouă zece unsprezece doisprezece douăzeci treizeci patruzeci cincizeci sută sute mie mii milion milioane miliard miliarde primul prima doilea doua treilea treia",
    ),
    (
        Turkish,
        "sıfır iki üç dört beş altı yedi sekiz dokuz on yirmi otuz kırk elli altmış yetmiş seksen doksan yüz bin milyon milyar ilk birinci ikinci üçüncü dördüncü beşinci",
    ),
    (Vietnamese, "hai ba bốn năm sáu bảy tám chín mười trăm nghìn ngàn triệu tỷ nhất nhì"),
    (
        Indonesian,
        "nol dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas ratus ribu juta miliar pertama kedua ketiga",
    ),
    (
        Russian,
        "ноль два две двух двое три трёх трех трое четыре четырёх четырех пять пяти шесть шести семь семи восемь восьми девять \
         девяти десять десяти одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать \
         девятнадцать двадцать двадцати тридцать тридцати сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто сто двести \
         триста четыреста пятьсот шестьсот тысяча тысячи тысяч миллион миллиона миллионов миллиард миллиарда миллиардов млн млрд \
         тыс первый первая первое первого первой второй второе второго третий третья третьего четвёртый четвертый пятый половина \
         треть четверть",
    ),
    (
        Ukrainian,
        "нуль два дві двох три трьох чотири чотирьох п'ять шість сім вісім дев'ять десять двадцять тридцять сорок п'ятдесят сто двісті тисяча тисячі тисяч мільйон мільйони мільйонів мільярд мільярди мільярдів перший перша другий друга третій третя",
    ),
    (
        Bulgarian,
        "нула два две три четири пет шест седем осем девет десет двадесет тридесет сто двеста хиляда хиляди милион милиона милиард милиарда първи първа втори втора трети трета",
    ),
    (
        Greek,
        "μηδέν δύο δυο τρεις τρία τέσσερις τέσσερα πέντε έξι επτά εφτά οκτώ οχτώ εννέα εννιά δέκα έντεκα δώδεκα δεκατρείς είκοσι \
         τριάντα σαράντα πενήντα εξήντα εβδομήντα ογδόντα ενενήντα εκατό χίλια χίλιες χιλιάδες εκατομμύριο εκατομμύρια \
         δισεκατομμύριο δισεκατομμύρια πρώτος πρώτη πρώτο δεύτερος δεύτερη δεύτερο τρίτος τρίτη τρίτο τέταρτος τέταρτη τέταρτο",
    ),
    (
        Arabic,
        "صفر اثنان اثنين اثنتين ثلاثة ثلاث أربعة أربع خمسة خمس ستة ست سبعة سبع ثمانية ثمان تسعة تسع عشرة عشر عشرون عشرين ثلاثون ثلاثين أربعون أربعين خمسون خمسين ستون ستين سبعون سبعين ثمانون ثمانين تسعون تسعين مئة مائة مئات ألف آلاف مليون ملايين مليار مليارات الأول الأولى الثاني الثانية الثالث الثالثة الرابع الرابعة",
    ),
    (
        Persian,
        "صفر دو سه چهار پنج شش هفت هشت نه ده بیست سی چهل پنجاه شصت هفتاد هشتاد نود صد هزار میلیون میلیارد اول دوم سوم چهارم",
    ),
    (
        Hebrew,
        "אפס שניים שתיים שני שתי שלושה שלוש ארבעה ארבע חמישה חמש שישה שש שבעה שבע שמונה תשעה תשע עשרה עשר עשרים שלושים ארבעים חמישים שישים שבעים שמונים תשעים מאה מאות אלף אלפים אלפי מיליון מיליוני מיליארד ראשון ראשונה שנייה שלישי שלישית רביעי",
    ),
    (
        Hindi,
        "शून्य एक दो तीन चार पांच पाँच छह छः सात आठ नौ दस ग्यारह बारह बीस तीस चालीस पचास साठ सत्तर अस्सी नब्बे सौ हजार हज़ार लाख करोड़ अरब पहला पहली पहले दूसरा दूसरी दूसरे तीसरा तीसरी",
    ),
    (Korean, "하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉 열 두 세 네 백 천 만 억 조 첫 첫째 둘째"),
    (Chinese, "零 一 二 两 兩 三 四 五 六 七 八 九 十 百 千 万 萬 亿 億 半"),
    (Japanese, "零 一 二 三 四 五 六 七 八 九 十 百 千 万 億 兆 半"),
];

/// What negates where words are not parted by spaces: the letters that the text goes on with.
const UNSPACED_NEGATIONS: &[&str] = &[
    // Elsewhere 莫 is a syllable of names: 莫斯科.
    "莫不",
    "莫要",
    "莫再",
    "莫说",
    "莫說",
    "莫怕",
    "莫忘",
    "莫问",
    "莫問",
    "莫敢",
    "莫能",
    "莫让",
    "莫讓",
    "莫想",
    "莫使",
    "不",
    "没",
    "沒",
    "未",
    "非",
    "无",
    "無",
    "勿",
    "ない",
    "なかっ",
    "なく",
    "なけれ",
    "ません",
    "ずに",
    "ไม่",
    "มิได้",
    "อย่า",
];

/// Words that begin like a negation and are none.
const UNSPACED_OTHERS: &[&str] = &[
    "不过", "不過", "不仅", "不僅", "不但", "不断", "不斷", "不同", "不久", "不少", "不管", "不论", "不論", "未来",
    "未來", "非常", "非洲", "无论", "無論", "没收", "沒收",
];

/// Languages that negate where it is not known which one is written: of those whose negations are no common words elsewhere.
const ANY_NEGATES: Languages = bits(&[
    English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Swedish, Danish, Russian, Ukrainian,
    Bulgarian, Greek, Arabic, Persian, Hebrew, Hindi, Korean,
]);

/// The same for what qualifies and counts: English, and what no other language of its script is taken for.
const ANY_COUNTS: Languages =
    bits(&[English, Russian, Greek, Arabic, Persian, Hebrew, Hindi, Korean, Chinese, Japanese]);

const fn bits(languages: &[Language]) -> Languages {
    let (mut all, mut at) = (0, 0);
    while at < languages.len() {
        all |= languages[at].bit();
        at += 1;
    }
    all
}

/// Whether a folded word negates in one of `languages`; none of them where they are not known.
pub(crate) fn negates(word: &str, languages: Languages) -> bool {
    has(word, languages, ANY_NEGATES, |roles| roles.negation) || begins_with_denial(word, languages)
}

/// Whether a folded word says how sure, how much or how often.
pub(crate) fn qualifies(word: &str, languages: Languages) -> bool {
    has(word, languages, ANY_COUNTS, |roles| roles.qualifier)
}

/// Whether a folded word is a number in letters.
pub(crate) fn counts(word: &str, languages: Languages) -> bool {
    has(word, languages, ANY_COUNTS, |roles| roles.number)
}

/// Whether folded letters without spaces go on with a negation.
pub(crate) fn go_on_with_negation(letters: &str) -> bool {
    let begins = |words: &[&str]| words.iter().any(|word| letters.starts_with(word));
    begins(UNSPACED_NEGATIONS) && !begins(UNSPACED_OTHERS)
}

/// Words that are none of these lists in their language, though one is folded alike: `né`, born, and `ne`; `πότε`, when, and `ποτέ`.
const ACCENTED: [(Language, &str); 3] = [(French, "né"), (Italian, "ne"), (Greek, "πότε")];

/// Whether a word is another than the one of these lists that is folded alike: `dùng` and `đừng`, `Nam` and `năm`.
pub(crate) fn is_toned_otherwise(written: &str, languages: Languages) -> bool {
    static KNOWN: OnceLock<HashSet<String>> = OnceLock::new();
    let told = languages & !(POINTED_THOUSANDS | DECLARED);
    if told != Vietnamese.bit() {
        let alone = |language: Language| told & !English.bit() == language.bit();
        return ACCENTED.iter().any(|(language, other)| alone(*language) && spelled(written) == *other);
    }
    let known = KNOWN.get_or_init(|| {
        let lists = [NEGATIONS, QUALIFIERS, NUMBERS].into_iter().flatten();
        let own = lists.filter(|(language, _)| *language == Vietnamese);
        // Without tones only the first is no other word.
        own.flat_map(|(_, list)| list.split_ascii_whitespace()).chain(["khong"]).map(spelled).collect()
    });
    let word = written.contains(char::is_alphabetic) && !written.contains(char::is_numeric);
    word && !known.contains(&spelled(written))
}

fn spelled(word: &str) -> String {
    word.to_lowercase().nfc().collect()
}

fn has(word: &str, languages: Languages, any: Languages, of: impl Fn(&Roles) -> Languages) -> bool {
    let wanted = if are_told(languages) { languages } else { any | languages };
    words().get(word).is_some_and(|roles| of(roles) & wanted != 0)
}

fn words() -> &'static HashMap<String, Roles> {
    static WORDS: OnceLock<HashMap<String, Roles>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut words = HashMap::new();
        read(&mut words, NEGATIONS, |roles| &mut roles.negation);
        for written in NEGATIONS_ELSEWHERE.split_ascii_whitespace() {
            words.entry(Folded::new(written, Spaces::Written).text).or_default().negation = Languages::MAX;
        }
        read(&mut words, QUALIFIERS, |roles| &mut roles.qualifier);
        read(&mut words, NUMBERS, |roles| &mut roles.number);
        words
    })
}

/// The lists are written as the languages are, and folded here like the words that are looked for in them.
fn read(words: &mut HashMap<String, Roles>, lists: &[(Language, &str)], role: impl Fn(&mut Roles) -> &mut Languages) {
    for (language, list) in lists {
        for written in list.split_ascii_whitespace() {
            let folded = Folded::new(written, Spaces::Written);
            *role(words.entry(folded.text.clone()).or_default()) |= language.bit();
        }
    }
}
