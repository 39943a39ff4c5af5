//! Numbers in words, and what bounds or rounds a number, in any language.

use crate::passage::is_han_number;
use crate::turning::{core, is_one_of};

/// What bounds or rounds the number behind it, in any language.
const BOUNDING: &str = "above below beyond exceeding exactly from just maximum minimum over past than to toward towards under until up \
    within ab bis circa exakt genau gut höchstens knapp maximal minimal mindestens über um unter zirka zwischen dès jusqu'à jusqu’à plus \
    moins sous más menos hasta desde sobre bajo unos unas cerca alrededor máximo mínimo oltre più meno fino sotto sopra almeno massimo \
    mais até acima abaixo meer minder minstens hoogstens ruim tot boven onder ongeveer bijna blisko koło mniej nad niemal niespełna \
    około pod ponad powyżej poniżej prawie więcej более менее больше меньше до около от свыше порядка почти примерно ниже выше понад \
    близько більше менше περίπου πάνω κάτω έως μέχρι σχεδόν άνω τουλάχιστον kolem asi přes více méně až téměř nejméně nejvýše över \
    under cirka omkring ungefär minst högst drygt knappt nästan mer mindre upp til opp nær rundt mindst højst yli alle noin \
    vähintään enintään lähes jopa több kevesebb mint legalább legfeljebb közel körülbelül mintegy peste sub aproape circa aproximativ \
    fazla yaklaşık lebih kurang sekitar hampir hơn dưới gần khoảng \
    least most almost nearly approximately roughly some only between within every another every than as many few wenigstens fast nahezu annähernd rund etwa \
    ungefähr nur erst als gegen bald alle je mehr weniger presque quelque quelques seulement entre que casi apenas sólo solo solamente aproximadamente \
    entre mínimo unos quasi appena soltanto solo tra fra massimo minimo quase cerca apenas somente entre mínimo máximo bijna minstens zowat slechts \
    tussen dan niemal zaledwie tylko między niż co najmniej najwyżej maksymalnie minimum чем лишь всего только между порядка минимум максимум ніж лише \
    між щонайменше μόλις μόνο μεταξύ τουλάχιστον το-πολύ από en az çok sadece arası mezi jen než bara endast mellan än kun mellem end vain kuin \
    csak mint doar între decât hanya antara paling chỉ từ đến ít nhất أكثر أقل نحو حوالي בערך כ לפחות יותר लगभग कम 약 최소 최대 거의";

/// What may stand between such a word and its number: `más de 76`, `fewer than 8`, `au moins les 3`.
const BEFORE_NUMBER: &str = "a an as de d' d of than the that die der das den dem an als von les la le el los las di del dei delle dos das da do van dan het niż od z \
    чем из από τις τους τα του na si";

/// The same right before a number in Chinese, Japanese and Korean.
const BOUNDING_UNSPACED: &str = "约約近逾过過少多达達超满滿到至上下等";

/// Numbers in words.
const COUNTING: &str = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty \
    fifty sixty seventy eighty ninety hundred hundreds thousand thousands million dozen dozens half \
    zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig \
    dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert tausend hunderte tausende dutzend \
    deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante cent cents mille \
    dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis veinte treinta cuarenta cincuenta sesenta setenta \
    ochenta noventa cien ciento doscientos mil \
    due tre quattro cinque sette otto nove dieci undici dodici tredici quattordici quindici sedici venti trenta quaranta cinquanta sessanta settanta \
    ottanta novanta cento duecento mila dois duas três quatro cinco seis sete oito nove dez onze doze treze quatorze quinze vinte trinta quarenta \
    cinquenta sessenta setenta oitenta noventa cem cento duzentos \
    één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien twintig dertig veertig vijftig zestig zeventig tachtig negentig \
    honderd duizend jeden jedna jedno dwa dwie trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście piętnaście dwadzieścia trzydzieści \
    czterdzieści pięćdziesiąt sześćdziesiąt sto dwieście tysiąc tysiące один одна одного два две двух три трех трёх четыре четырех пять пяти шесть шести семь \
    восемь девять десять десяти одиннадцать двенадцать пятнадцать двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто сто двести \
    тысяча тысячи двоє дві чотири пʼять п'ять шість сім вісім дев'ять двадцять ένα έναν μία μια δύο τρεις τρία τέσσερις τέσσερα πέντε έξι επτά εφτά οκτώ οχτώ εννέα \
    δέκα έντεκα δώδεκα δεκαπέντε είκοσι τριάντα σαράντα πενήντα εξήντα εκατό χίλια χίλιες iki üç dört beş altı yedi sekiz dokuz yirmi otuz kırk elli yüz \
    jeden dva dvě tři čtyři pět šest sedm osm devět deset dvacet třicet padesát två tre fyra fem sju åtta nio tio tolv tjugo trettio femtio hundra \
    tusen fire seks syv otte åtte tyve halvtreds hundrede tusind kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen sata tuhat \
    kettő két három négy öt hét nyolc kilenc tíz húsz harminc száz ezer unu doi două trei patru cinci șase șapte opt nouă zece douăzeci sută \
    dua tiga empat lima enam tujuh delapan sembilan sepuluh seratus hai ba bốn năm sáu bảy tám chín mười trăm \
    واحد اثنان اثنين ثلاثة ثلاث أربعة أربع خمسة خمس ستة سبعة ثمانية تسعة عشرة عشر عشرين مئة ألف אחד אחת שניים שתיים שלושה שלוש ארבעה ארבע חמישה חמש שש עשרה מאה אלף \
    एक दो तीन चार पांच पाँच छह सात आठ नौ दस सौ हजार 한 두 세 네 다섯 여섯 일곱 여덟 아홉 열 스무";

/// Ends of German numbers of several words: `siebenundzwanzig`, `dreitausend`.
const COUNTING_ENDS: [&str; 5] = ["zehn", "zig", "ßig", "hundert", "tausend"];

/// Whether the last of `before` bound or round the number that `next` is: `unter 14`, `around 80`, `más de 76`, `drei bis neun`.
pub fn bound(before: &[String], next: &str) -> bool {
    let mut last = before.iter().rev().map(|word| core(word));
    let (one, other) = (last.next().unwrap_or_default(), last.next().unwrap_or_default());
    let unspaced = || one.ends_with(|c| BOUNDING_UNSPACED.contains(c));
    let bounding = |word: &str| word.split(['-', '–', '/']).any(|part| is_one_of(BOUNDING, part));
    counts(next) && (bounding(&one) || is_one_of(BEFORE_NUMBER, &one) && bounding(&other) || unspaced())
}

/// Whether a word is a number, in digits or in letters.
fn counts(word: &str) -> bool {
    let core = core(word);
    let worded = |part: &str| is_one_of(COUNTING, part) || COUNTING_ENDS.iter().any(|end| part.ends_with(end));
    core.starts_with(char::is_numeric) || core.starts_with(is_han_number) || core.split('-').any(worded)
}
