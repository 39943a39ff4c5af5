//! Words that make another statement of what they stand in, whatever stands around them: by these lists alone it is told
//! which changes keep the words. They are longer than they need be, and have nothing of what is measured.

use std::ops::Range;

use crate::leaving::leaves_open;
use crate::passage::is_scale;
use crate::words::LEXICONS;

/// Conditions, exceptions, hedges, denials and refusals.
const TURNING: &[&str] = &[
    "if whether unless until lest provided except excepting excluding besides instead almost nearly barely scarcely hardly \
     allegedly apparently falsely wrongly supposedly purportedly reportedly seemingly likely unlikely probably possibly perhaps \
     maybe little fewer least around about roughly approximately merely partly rarely seldom sometimes usually once twice half \
     refuse refused refuses refusing fail failed fails failing deny denied denies denying dispute disputed disputes reject \
     rejected rejects doubt doubted doubts rumored rumoured mainly mostly largely stop stopped cease ceased lack lacks lacked avoid avoided prevent prevented false myth",
    "wenn falls ob sofern außer ausgenommen statt anstatt fast beinahe angeblich vermeintlich vermutlich mutmaßlich wohl offenbar \
     anscheinend scheinbar wahrscheinlich möglicherweise vielleicht etwa rund ungefähr wenig wenige weniger wenigen meist meiste meisten \
     selten manchmal halb teilweise könnte könnten konnte konnten dürfte dürften müsste müssten sollte sollten niemanden niemandem \
     nichts keines keinem keinerlei keineswegs womöglich größtenteils teils überwiegend mangel mangels fehlt fehlen fehlte",
    "si sauf excepté hormis presque prétendument apparemment peut-être probablement peu moins environ ne n'",
    "si excepto salvo casi supuestamente aparentemente quizás quizá probablemente poco pocos poca pocas menos apenas",
    "se tranne eccetto quasi presunto apparentemente forse probabilmente poco pochi poca poche meno",
    "se caso exceto salvo quase supostamente aparentemente talvez provavelmente pouco poucos pouca poucas menos",
    "indien mits als behalve bijna vermoedelijk misschien waarschijnlijk weinig minder",
    "jeśli jeżeli czy oprócz prawie podobno rzekomo chyba mało niewiele żadnego żadnej żadnych nikogo niczego brak braku brakuje",
    "если ли кроме почти якобы вероятно возможно мало немного никого ничто никакой никаких",
    "αν εάν εκτός σχεδόν δήθεν ίσως λίγο λίγα μη μην",
    "eğer eger ise neredeyse",
    "jika kalau kecuali hampir mungkin belum tidak bukan sedikit",
    "nếu trừ gần ít chưa không",
    "ei en et emme ette eivät eikä ellei jos tuskin ehkä",
];

/// What is only wanted, tried, expected, said or supposed, or was so once, or is less so; denials that are no word of their own.
const SUPPOSING: &[&str] = &[
    "accused afraid aim aimed aims appear appeared appears ask asked attempt attempted attempts believed charged claim claimed claims \
     considered considering decide decided decline declined declines due eager expect expected expects forget forgot given hope hoped hopes \
     impossible intend intended intends keen less neglected offer offered offers omitted plan planned plans pretend pretended pretends \
     promise promised promises propose proposed proposes rather ready reluctant said scheduled seek seeks seem seemed seems set sought suggested \
     supposed suspected tempted thought threaten threatened threatens tried tries try trying unable unwilling used vow vowed vows want \
     wanted wants willing wish wished wishes without",
    "verweigert verweigern verweigerte durfte durften gern hätte hätten möchte möchten nein ohne soll sollen vorzugsweise wäre wären will wollen wollte wollten würde würden",
    "aurait auraient devrait devraient espère essaie essaye failli menace pourrait pourraient sans serait seraient tente veulent veut voudrait voulait",
    "debería deberían habría habrían intenta intentó parece podría podrían pretende quiere quieren quería rara raras sin",
    "avrebbe avrebbero dovrebbe intende potrebbe potrebbero sarebbe sarebbero sembra senza vogliono voleva vorrebbe vuole",
    "deveria parece poderia poderiam pretende quer queria querem sem seria seriam teria teriam tenta tentou",
    "wil wilde wilden willen zonder zou zouden",
    "bez ledwo może mogą mógł mogła mogli rzadko",
    "без меньше мог могла могли могут может планирует пытался пытается редко реже хочет хотел хотела хотят",
    "chce chtěl mohl mohla mohou může",
    "nincs nincsenek nélkül ritkán semmi",
    "lär ska skall skal skulle utan vill ville kunne",
];

/// What is too much of something, hardly more or less than all of it, or nothing else.
const EXCLUDING: &[&str] = &[
    "too overly excessively insufficiently only solely exclusively purely just alone sole simply virtually practically essentially \
     somewhat partially relatively comparatively approximately approaching close enough scarcely",
    "zu allzu übermäßig nur bloß lediglich ausschließlich einzig allein allenfalls erst nahezu annähernd praktisch quasi sozusagen \
     gewissermaßen gleichsam schier einigermaßen relativ vergleichsweise ziemlich beinah knapp genug",
    "trop excessivement seulement uniquement exclusivement simplement juste seul seule seuls seules guère quasi quasiment pratiquement près \
     approximativement relativement assez partiellement",
    "demasiado demasiada demasiados demasiadas excesivamente solo sólo solamente únicamente exclusivamente meramente sino prácticamente \
     aproximadamente relativamente parcialmente bastante",
    "troppo troppa troppi troppe eccessivamente solo solamente soltanto unicamente esclusivamente meramente praticamente pressoché \
     circa all'incirca approssimativamente relativamente parzialmente abbastanza",
    "demasiado demasiada demasiados demasiadas demais excessivamente só somente apenas unicamente exclusivamente meramente praticamente \
     aproximadamente relativamente parcialmente bastante",
    "te overmatig alleen slechts enkel uitsluitend louter maar pas vrijwel haast nagenoeg praktisch zowat ongeveer betrekkelijk relatief \
     gedeeltelijk genoeg",
    "zbyt zbytnio za nadmiernie tylko jedynie wyłącznie zaledwie ledwie niemal praktycznie omal nieomal około stosunkowo częściowo dość dosyć",
    "слишком чересчур чрезмерно излишне только лишь исключительно единственно всего практически примерно приблизительно чуть едва \
     относительно сравнительно частично отчасти довольно достаточно",
    "надто занадто тільки лише виключно майже практично приблизно ледве відносно частково досить достатньо",
    "υπερβολικά υπέρ παραπάνω μόνο μονάχα μόλις αποκλειστικά απλώς περίπου πρακτικά ουσιαστικά σχετικά εν-μέρει αρκετά",
    "fazla aşırı sadece yalnızca yalnız ancak adeta hemen yaklaşık oldukça nispeten kısmen",
    "příliš přespříliš jen jenom pouze výhradně téměř skoro prakticky přibližně poměrně částečně dost",
    "alltför bara endast enbart blott nästan praktiskt ungefär relativt delvis ganska tillräckligt altfor kun udelukkende næsten omtrent delvist bare nesten",
    "liian vain ainoastaan pelkästään lähes melkein miltei noin osittain melko tarpeeksi túl túlságosan csak csupán kizárólag majdnem szinte \
     körülbelül részben elég prea doar numai exclusiv aproape aproximativ parțial destul",
    "terlalu hanya cuma saja hampir nyaris sekitar sebagian cukup quá chỉ hầu gần khoảng khá đủ",
    "جدا فقط إلا سوى مجرد تقريبا حوالي نحو كاد يكاد מדי רק בלבד כמעט בערך די बहुत ज़्यादा केवल सिर्फ़ सिर्फ लगभग करीब 너무 오직 단지 거의 약 만",
];

/// What says of a thing that it is not there, or only feared or forbidden: `lack of`, `risk of`.
const MISSING: &[&str] = &[
    "lack absence shortage dearth want threat threats fear fears risk risks danger dangers ban bans",
    "fehlen abwesenheit knappheit gefahr gefahren angst furcht risiko verbot drohung",
    "manque absence pénurie menace menaces crainte craintes peur risque risques danger interdiction",
    "falta ausencia carencia escasez amenaza temor miedo riesgo peligro prohibición",
    "mancanza assenza carenza minaccia timore paura rischio pericolo divieto",
    "falta ausência escassez ameaça temor medo risco perigo proibição",
    "gebrek afwezigheid tekort dreiging vrees angst risico gevaar verbod",
    "brak groźba obawa strach ryzyko zagrożenie zakaz",
    "отсутствие нехватка недостаток угроза угрозы опасность страх риск запрет відсутність нестача загроза небезпека ризик заборона",
    "έλλειψη απουσία απειλή φόβος κίνδυνος απαγόρευση",
    "avsaknad brist hot rädsla risk fara förbud mangel fravær trussel frygt fare forbud nedostatek hrozba strach riziko zákaz puute uhka pelko riski hiány veszély \
     félelem kockázat lipsă amenințare frică risc eksiklik tehdit korku risk yokluk kekurangan ancaman risiko thiếu nguy عدم غياب خطر تهديد חוסר היעדר סכנה איום",
];

/// What is so in theory, in part or at best, and what is only threatened, tried or planned.
const LEAVING_OPEN: &[&str] = &[
    "theoretically theory principle part best worst least most nominally notionally postponed postpones delayed planning hoping trying",
    "theoretisch theorie prinzip prinzipiell bestenfalls schlimmstenfalls teil droht drohen drohte drohten plant planen plante planten beabsichtigt versucht \
     versuchen versuchte versuchten hofft hoffen hoffte erwägt erwägen vorhat verschoben",
    "théoriquement théorie principe partie mieux pire menacent menaçait prévoit prévoient envisage envisagent compte comptent tentent tentait essayé reporté",
    "teóricamente teoría principio parte mejor peor amenaza amenazan planea planean prevé prevén intentan intentaba aplazado",
    "teoricamente teoria principio parte meglio peggio minaccia minacciano prevede prevedono tenta tentano tentato cerca rinviato",
    "teoricamente teoria princípio parte melhor pior ameaça ameaçam planeja planeia prevê preveem tentam adiado",
    "theoretisch theorie principe deel best hooguit dreigt dreigen dreigde plant plannen probeert proberen probeerde hoopt uitgesteld",
    "teoretycznie teorii zasadzie części najlepiej najwyżej grozi grożą planuje planują próbuje próbują próbował zamierza zamierzają chce chcą mógłby miał odroczono",
    "теоретически теории принципе лучшем худшем частью грозит грозят угрожает намерен намерена намерены собирается собираются пытаются попытался отложен \
     теоретично теорії принципі загрожує планує планують намагається хоче хочуть має-намір",
    "θεωρητικά θεωρία αρχήν μέρει καλύτερη απειλεί απειλούν σχεδιάζει σχεδιάζουν προσπαθεί προσπαθούν προσπάθησε σκοπεύει θέλει θέλουν φέρεται φέρονται μάλλον",
    "teoretiskt teori princip hotar planerar försöker försökte hoppas teoretisk truer planlægger forsøger forsøgte håber planlegger forsøker håper teoreticky teorii \
     hrozí plánuje snaží hodlá teoriassa uhkaa suunnittelee yrittää aikoo haluaa elméletben fenyeget tervez próbál akar teoretic amenință intenționează încearcă vrea",
    "akan ingin berencana dapat bisa ingin teori sẽ muốn định dự có-thể nên bị-cáo-buộc قد سوف يهدد يخطط يحاول يريد מאיים מתכנן מנסה רוצה עלול עשוי योजना कोशिश चाहता",
];

/// What denies, refuses or takes back what stands behind it, and what keeps it from being so.
const DENYING: &[&str] = &[
    "inte aldrig ingen inget inga utan ikke aldri intet uden uten není nikdy žádný žádná žádné nem soha niciodată fără ніколи немає jangan janganlah tanpa bukanlah \
     tidaklah belumlah asla değil",
    "absolved acquitted charged cleared convicted exonerated freed indicted innocent freigesprochen angeklagt beschuldigt verdächtigt vorwurf verdacht acquitté acquittée \
     blanchi innocenté inculpé accusé accusée soupçonné absuelto absuelta acusado acusada exculpado imputado sospechoso assolto assolta accusato accusata prosciolto \
     scagionato imputato indagato absolvido absolvida inocentado aangeklaagd beschuldigd verdacht vrijgesproken oskarżony oskarżona podejrzany uniewinniony обвинен \
     обвинена обвиняется оправдан подозревается anklagad åtalad misstänkt frikänd friad anklaget tiltalt sigtet frifundet frikendt obviněn obžalován syytetty epäilty",
    "contradict contradicts contradicted disprove disproved disproves refute refuted refutes rebut rebutted dismiss dismissed dismisses oppose \
     opposed opposes forbid forbids forbade forbidden prohibit prohibits prohibited ban banned bans block blocked abandon abandoned cancel \
     cancelled canceled halt halted withdraw withdrew retract retracted",
    "leugnen leugnet leugnete bestreiten bestreitet bestritt bestritten dementieren dementiert dementierte dementierten verneinen verneint \
     verneinte widerlegt widerlegte widersprechen widerspricht widersprach zweifeln zweifelt zweifelte bezweifelt bezweifelte ablehnen lehnt lehnte \
     abgelehnt verbieten verbietet verbot verboten verhindern verhindert verhinderte vermeiden vermeidet vermied scheitert scheiterte gescheitert \
     weigert weigerte weigern verzichtet verzichtete unterlassen unterließ",
    "nie nient niait nié nier dément démentent démenti démentir réfute réfuté conteste contesté contestent doute doutent refuse refusent refusé \
     rejette rejeté interdit interdire empêche empêché évite évité échoue échoué renonce renoncé cesse manque",
    "niega niegan negó negaron desmiente desmintió refuta rechaza rechazan rechazó duda dudan prohíbe prohibió impide impidió evita evitó \
     fracasó renuncia renunció cesó falta",
    "nega negano negò negato smentisce smentito confuta contesta dubita rifiuta rifiutano rifiutato respinge vieta vietato impedisce evita evitato \
     fallito rinuncia rinunciato manca",
    "nega negam negou desmente desmentiu refuta contesta duvida recusa recusou rejeita rejeitou proíbe proibiu impede impediu evita evitou fracassou \
     desistiu falta",
    "ontkent ontkennen ontkende weerlegt betwist betwijfelt twijfelt weigert weigerde weigeren verwerpt verbiedt verbood verboden voorkomt vermijdt mislukt \
     mislukte ontbreekt",
    "zaprzecza zaprzeczył zaprzeczyła dementuje zdementował wątpi odmawia odmówił odmówiła odrzuca odrzucił zabrania zakazał zakazuje unika \
     zapobiega rezygnuje zrezygnował",
    "отрицает отрицают отрицал отрицала опровергает опроверг опровергла сомневается сомневаются отказался отказалась отказались отказывается отвергает \
     отверг запрещает запретил запретила избегает избежал предотвратил заперечує заперечив спростував відмовився відмовилася заборонив",
    "αρνείται αρνούνται αρνήθηκε αρνήθηκαν διαψεύδει διέψευσε αμφισβητεί αμφιβάλλει απορρίπτει απέρριψε απαγορεύει αποφεύγει απέφυγε απέτυχε",
    "reddetti reddediyor yalanladı inkar popírá popřel odmítl odmítla zakázal förnekar förnekade vägrar vägrade benægter nægter afviste avviste \
     kieltää kielsi kiisti tagadja tagadta megtagadta neagă negat refuză menyangkal membantah menolak melarang phủ bác từ cấm נגד מכחיש הכחיש סירב \
     نفى ينفي رفض يرفض इनकार खंडन 부인 거부 부정",
];

/// Who says, thinks or hopes what stands behind it does not make it so; nor does what is only a rumour.
const SAYING: &[&str] = &[
    "say says saying said tell tells telling told argue argues argued state states stated believe believes think thinks suppose supposes suggest \
     suggests suspect suspects assume assumes assumed assert asserts asserted allege alleges alleged maintain maintains maintained insist insists \
     insisted contend contends contended report reports reported estimate estimates estimated hold holds held feel feels felt fear fears feared \
     guess guessed imagine imagined dream doubt reckon reckons predict predicts predicted warn warns warned hint hints announce announces announced \
     according theory theories rumour rumor rumours rumors belief beliefs allegation allegations assumption suspicion hypothesis idea impression \
     opinion view feeling accusation assertion",
    "sage glaube denke meine vermute hoffe fürchte sagen sagt sagte sagten gesagt meinen meint meinte meinten glauben glaubt glaubte denken denkt dachte behaupten behauptet behauptete behaupteten \
     vermuten vermutet vermutete erklären erklärt erklärte finden findet fand hoffen hofft hoffte fürchten befürchtet fürchtet annehmen nehmen \
     schätzen schätzt schätzte berichten berichtet berichtete warnen warnt warnte laut zufolge gemäß theorie gerücht gerüchte behauptung vermutung \
     annahme verdacht meinung ansicht eindruck vorwurf",
    "dit disent disait dire affirme affirment affirmait pense pensent pensait croit croient croyait estime estiment prétend prétendent suppose supposent \
     soupçonne déclare déclarent assure assurent craint craignent espère juge selon d'après théorie rumeur rumeurs croyance hypothèse soupçon idée \
     impression avis opinion accusation",
    "dice dicen dijo dijeron afirma afirman afirmó piensa piensan cree creen creía supone suponen sospecha sospechan asegura aseguran aseguró sostiene \
     sostienen opina opinan estima teme espera según teoría rumor rumores creencia hipótesis sospecha idea impresión opinión acusación",
    "dice dicono disse detto afferma affermano pensa pensano crede credono credeva suppone sospetta sospettano sostiene sostengono ritiene ritengono \
     dichiara assicura stima teme spera secondo teoria voce voci credenza ipotesi sospetto idea impressione opinione accusa",
    "diz dizem disse disseram afirma afirmam afirmou pensa pensam acredita acreditam acha acham supõe suspeita suspeitam garante sustenta estima teme \
     espera segundo teoria boato boatos crença hipótese suspeita ideia impressão opinião acusação",
    "zegt zeggen zei zeiden gezegd denkt denken dacht gelooft geloven vindt vinden vond beweert beweren beweerde meent vermoedt vermoeden stelt \
     schat vreest hoopt volgens theorie gerucht geruchten overtuiging vermoeden idee indruk mening",
    "mówi mówią powiedział powiedziała twierdzi twierdzą twierdził uważa uważają myśli myślą sądzi sądzą wierzy przypuszcza podejrzewa zdaniem według \
     oświadczył zapewnia szacuje obawia teoria plotka pogłoska podejrzenie hipoteza wrażenie opinia",
    "говорит говорят сказал сказала сказали заявил заявила заявили заявляет утверждает утверждают утверждал считает считают считал думает думают полагает \
     полагают верит верят надеется опасается подозревает предполагает предполагают сообщает сообщил сообщила сообщили уверяет уверен уверены \
     мнению словам данным согласно теория слух слухи гипотеза подозрение мнение впечатление каже кажуть сказав сказала вважає вважають думає \
     стверджує стверджують заявив заявила повідомив повідомила словами даними",
    "λέει λένε είπε είπαν δήλωσε δήλωσαν δηλώνει υποστηρίζει υποστηρίζουν υποστήριξε ισχυρίζεται ισχυρίζονται ισχυρίστηκε πιστεύει πιστεύουν νομίζει \
     νομίζουν θεωρεί θεωρούν εκτιμά εκτιμούν ελπίζει φοβάται σύμφωνα κατά θεωρία φήμη φήμες υπόθεση υποψία άποψη γνώμη",
    "diyor dedi söyledi söylüyor inanıyor düşünüyor göre říká řekl řekla tvrdí myslí věří podle säger sade tror anser hävdar enligt siger sagde mener \
     påstår hevder ifølge sanoo sanoi uskoo väittää mukaan mondja mondta állítja gondolja szerint spune spun crede susține potrivit kata katanya \
     berkata mengatakan percaya menurut nói cho tin theo قال قالت يقول تقول يعتقد زعم يزعم أعلن أكد بحسب אמר אמרה טוען חושב מאמין לדברי לפי कहा कहते मानते \
     अनुसार 말했다 주장했다 따르면",
];

/// What a clause begins with that somebody is told to say.
const THAT: &str = "that dass daß que qu che dat że iż что чтобы что-то що ότι πως ki že att at että hogy că bahwa rằng là أن أنه أنها إن ש כי कि";

/// What leaves one thing out of what an “all” or a “no” says before it.
const LEAVING_OUT: &str = "mais ma pero aber ale но але men mutta hanem dar ci ama tetapi melainkan αλλά but except excepting save besides until till than beyond que qu sino más mas salvo excepto menos hasta che altro tranne meno \
    senão exceto als außer ausgenommen sondern bis vor dan behalve maar tot tylko lecz oprócz prócz poza aż niż кроме лишь только а чем пока крім окрім \
    лише доки decât afară παρά εκτός ωσότου kromě než jen utom förrän än undtagen end muuta kuin kivéve hariç dışında başka kecuali selain ngoại trừ إلا سوى \
    חוץ מלבד अलावा सिवाय 밖에 외에";

/// All, each and any.
const ALL: &str = "all every each everyone everybody everything any anyone anybody anything always whole entire alle alles allen aller jede jeder jedes jeden \
    jedem sämtliche immer ganz tout toute tous toutes chaque chacun chacune toujours todo toda todos todas cada siempre tutto tutta tutti tutte ogni \
    ognuno sempre tudo ieder iedere iedereen elk elke altijd wszystko wszystkie wszyscy każdy każda każde zawsze все всё всех всем каждый каждая каждое \
    всегда всі усі кожен кожна όλα όλοι όλες κάθε πάντα tüm bütün her všechno všechny všichni každý alla allt varje alt hver kaikki jokainen minden \
    összes toți toate fiecare semua setiap tất mọi كل جميع כל सभी सब हर 모든 모두";

/// Behind which what it is said of says how much: `more … women`, `too … to see`.
const GRADING: &str = "more most less least too so as such fewer mehr weniger meist zu allzu so ebenso genauso plus moins trop aussi tant autant más menos \
    demasiado tan tanto più meno troppo così tanto mais tão meer minder meest minst te zo even bardziej mniej najbardziej zbyt tak równie более менее \
    наиболее наименее слишком столь так більш менш найбільш надто πιο περισσότερο λιγότερο υπερβολικά τόσο daha en více méně příliš mer mindre mest \
    lika mere altfor enemmän vähemmän liian niin több kevesebb túl mai atât lebih kurang terlalu hơn quá أكثر أقل יותר פחות מדי अधिक कम 더 덜 너무";

/// Denials of languages that put no spaces between words.
const UNSPACED: &[&str] = &[
    "不", "勿", "没", "沒", "未", "无", "無", "非", "ず", "않", "없", "못", "말고", "말라", "アン", "别", "別", "否",
    "莫",
];

/// The same of several characters, which are words of their own where passages are cut: the endings of Japanese verbs, and Thai.
const UNSPACED_RUNS: &[&str] = &[
    "ない",
    "なく",
    "なかっ",
    "なかろ",
    "なけれ",
    "なきゃ",
    "ません",
    "ざる",
    "ぬよう",
    "まい",
    "ไม่",
    "มิได้",
    "ห้าม",
    "ไร้",
    "ยังมิ",
];

/// What makes a guess, a condition, a claim or an only there.
const UNSPACED_TURNING: &[&str] = &[
    "可能",
    "也许",
    "也許",
    "或许",
    "或許",
    "大概",
    "大约",
    "大約",
    "似乎",
    "据说",
    "據說",
    "据称",
    "據稱",
    "几乎",
    "幾乎",
    "差点",
    "差點",
    "涉嫌",
    "疑似",
    "如果",
    "若",
    "假如",
    "只",
    "仅",
    "僅",
    "才",
    "唯",
    "太",
    "过于",
    "過於",
    "至少",
    "最多",
    "除",
    "否认",
    "否認",
    "拒绝",
    "拒絕",
    "认为",
    "認為",
    "表示",
    "指出",
    "称",
    "稱",
    "说",
    "說",
    "相信",
    "希望",
    "应该",
    "應該",
    "だけ",
    "のみ",
    "しか",
    "ばかり",
    "すぎ",
    "過ぎ",
    "ほとんど",
    "ほぼ",
    "おそらく",
    "恐らく",
    "たぶん",
    "多分",
    "かもしれ",
    "らしい",
    "そうだ",
    "ようだ",
    "だろう",
    "でしょう",
    "はず",
    "もし",
    "なら",
    "たら",
    "れば",
    "という",
    "と思",
    "と言",
    "と述べ",
    "とされ",
    "とみられ",
    "可能性",
    "予定",
    "以外",
    "少なくとも",
    "拒否",
    "否定",
    "やめ",
    "เกือบ",
    "อาจ",
    "ถ้า",
    "หาก",
    "เท่านั้น",
    "เพียง",
    "แค่",
    "เกินไป",
    "คงจะ",
    "ยกเว้น",
    "ว่า",
];

/// English denials as they are written in a hurry, and what says no in talk.
const CONTRACTED: &str = "aint arent cant couldnt didnt doesnt dont hadnt hasnt havent isnt shouldnt wasnt werent wont wouldnt nope nah nö nee";

/// What claims a cause or a consequence of what stands behind it.
const CLAIMING: &str = "because since so therefore thus hence consequently accordingly weil da denn darum deshalb daher deswegen folglich \
    somit also car parce puisque donc ainsi porque pues perché poiché quindi dunque perciò pois portanto omdat want daarom dus bo ponieważ \
    dlatego więc потому поэтому так γιατί επειδή άρα çünkü karena sebab vì nên protože proto därför eftersom fordi derfor \
    wegen aufgrund infolge dank grâce debido gracias grazie graças devido dankzij vanwege wegens dzięki wskutek kvůli díky \
    благодаря вследствие завдяки через εξαιτίας λόγω χάρη";

/// Whether a word, in small letters, claims one.
pub fn claims(word: &str) -> bool {
    let core = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    CLAIMING.split_ascii_whitespace().any(|own| own == core)
}

/// Whether a word, in its punctuation, is in one of the lists above, or negates, qualifies or counts in the lexicon of any
/// language; of a compound any part.
pub fn turns(word: &str) -> bool {
    word.to_lowercase().split(['-', '‐', '‑', '–', '/']).any(|part| {
        let core = part.trim_matches(|c: char| !c.is_alphanumeric());
        let lists = [TURNING, SUPPOSING, EXCLUDING, LEAVING_OPEN, MISSING, DENYING].into_iter().flatten();
        let listed = lists.copied().any(|list| is_one_of(list, core));
        let within = UNSPACED.iter().any(|denial| core.contains(denial));
        listed || within || leaves_open(core) || negates(part) || counts_or_qualifies(core)
    })
}

/// Whether a word, in its punctuation, negates in any language; of a compound any part.
pub fn negates(word: &str) -> bool {
    word.to_lowercase().split(['-', '‐', '‑', '–', '/']).any(|part| {
        let core = part.trim_matches(|c: char| !c.is_alphanumeric());
        let contracted = core.ends_with("n't") || core.ends_with("n’t") || is_one_of(CONTRACTED, core);
        let german = ["kein", "nirgend", "niemand"].iter().any(|stem| core.starts_with(stem));
        contracted || german || LEXICONS.iter().any(|lexicon| crate::words::has(lexicon.negations, core))
    })
}

/// Whether a word, in small letters, says how sure, how much or how many.
fn counts_or_qualifies(core: &str) -> bool {
    is_scale(core)
        || LEXICONS.iter().any(|lexicon| {
            let lists = [lexicon.modals, lexicon.quantifiers, lexicon.numbers];
            let pairs = lists.into_iter().flat_map(str::split_ascii_whitespace);
            core == lexicon.doubt || pairs.flat_map(|pair| pair.split('>')).any(|own| own.to_lowercase() == core)
        })
}

/// Whether a word says how much of what stands behind it: `more`, `too`, `as`.
pub fn grades(word: &str) -> bool {
    is_one_of(GRADING, &core(word))
}

/// Whether a word takes something out of what an “all” or a “not” among the words `before` says.
pub fn leaves_out(before: &[String], word: &str) -> bool {
    let elided = |word: &str| word.split(['\'', '’']).next().is_some_and(|first| is_one_of(LEAVING_OUT, first));
    let whole = |word: &String| negates(word) || is_one_of(ALL, &core(word)) || is_elided_denial(word);
    elided(&core(word)) && before.iter().any(whole)
}

/// `n’ont`, `n'a`: the French `ne` before a vowel.
fn is_elided_denial(word: &str) -> bool {
    let core = core(word);
    core.starts_with("n'") || core.starts_with("n’") || core == "ne"
}

/// Whether a word is an “all” or an “every”.
pub fn includes_all(word: &str) -> bool {
    is_one_of(ALL, &core(word))
}

/// Whether a word says that somebody says, thinks or fears something.
pub fn says(word: &str) -> bool {
    let core = core(word);
    SAYING.iter().any(|list| is_one_of(list, &core))
}

/// Whether a word begins what is said: `that`, `qu’il`.
pub fn begins_what_is_said(word: &str) -> bool {
    let core = core(word);
    is_one_of(THAT, &core) || core.split(['\'', '’']).next().is_some_and(|first| first == "qu" || first == "ch")
}

/// Whether a denial of several characters stands in `text` so that part of it stands at `bytes`.
pub fn negates_within(text: &str, bytes: &Range<usize>) -> bool {
    overlaps(UNSPACED_RUNS, text, bytes)
}

/// The same of what turns a statement in languages without spaces.
pub fn turns_within(text: &str, bytes: &Range<usize>) -> bool {
    overlaps(UNSPACED_TURNING, text, bytes)
}

fn overlaps(words: &[&str], text: &str, bytes: &Range<usize>) -> bool {
    let mut found = words.iter().flat_map(|word| text.match_indices(word));
    found.any(|(at, word)| at < bytes.end && bytes.start < at + word.len())
}

/// A word in small letters, without the punctuation around it.
pub fn core(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

/// Whether a word is one of a list.
pub fn is_one_of(list: &str, word: &str) -> bool {
    !word.is_empty() && list.split_ascii_whitespace().any(|own| own == word)
}

/// Whether a word is a small one in any language.
pub fn is_small(core: &str) -> bool {
    LEXICONS.iter().any(|lexicon| crate::words::has(lexicon.small, core))
}
