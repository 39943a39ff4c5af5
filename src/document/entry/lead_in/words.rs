//! The words of [`super`], lower case, in the languages that documents come in; a bar parts them.

/// Signals before a reference, lower case. One of a single word without a stop needs a space or a colon behind it:
/// `See, John` is a name.
pub(super) const SIGNALS: &str = "\
    see | see also | see, e.g. | see e.g. | see, eg | see generally | see for example | see, for example | \
    see for instance | see, for instance | see especially | see further | see more at | see also, e.g. | \
    but see | but cf. | contra | cf. | cf | compare | e.g. | for example | for details see | for more see | \
    for more, see | quoted in | as quoted in | quoting | cited in | as cited in | citing | reprinted in | \
    siehe | siehe auch | siehe z. b. | siehe z.b. | siehe etwa | siehe dazu | s. auch | s. a. | vgl. | vgl | \
    vgl. auch | vgl. dazu | vgl. etwa | vergleiche | zit. nach | zitiert nach | zit. n. | voir | voir aussi | \
    voir par exemple | voir notamment | cité dans | cité par | véase | véase también | ver | ver también | \
    vid. | cfr. | cfr | citado en | citado por | vedi | vedi anche | si veda | si veda anche | citato in | \
    veja | veja também | ver também | conferir | citado em | apud | zie | zie ook | zie bijvoorbeeld | \
    geciteerd in | se även | se också | jfr | jfr. | jf. | zob. | zob. też | zobacz | por. | cyt. za | viz | \
    viz též | srov. | см. | см | см. также | ср. | цит. по | див. | пор. | вж. | bkz. | bkz | βλ. | ks. | \
    lásd | xem | lihat | انظر | أنظر | راجع | نقلا عن | ראו | ראה | 参见 | 參見 | 参看 | 详见 | 詳見 | 転引自 | 转引自";

/// Names for what follows, lower case, each with a colon behind it.
pub(super) const LABELS: &str = "\
    source | sources | original source | original | reference | ref | citation | cited | link | url | via | \
    from | web | website | online | article | report | paper | book | video | audio | podcast | transcript | \
    interview | press release | statement | tweet | more | quelle | quellen | beleg | fundstelle | nachweis | \
    lien | référence | fuente | fuentes | enlace | referencia | fonte | fonti | fontes | bron | bronnen | \
    källa | källor | kilde | kilder | źródło | zdroj | источник | источники | источник цитаты | ссылка | \
    джерело | kaynak | πηγή | lähde | forrás | sumber | nguồn | المصدر | مصدر | מקור | 出典 | 出处 | 出處 | 来源 | 來源 | \
    资料来源 | 資料來源 | 引用元 | 参照 | 参考 | 参考文献 | 链接 | 網址 | 출처 | 참조";

/// Whole phrases before an address, or the words of a link, that say nothing of what is there; lower case.
pub(super) const LEADS: &str = "\
    available | available online | available here | full text | full article | full report | full story | \
    full paper | full interview | full transcript | more | more info | more information | more details | \
    read more | learn more | read the article | read the full article | this article | this report | \
    this paper | this page | this link | this post | this study | the article | the report | the paper | \
    the study | original article | original post | links | urls | website | web site | web page | webpage | \
    homepage | home page | page | this | that | it | and | or | pdf | html | doc | docx | epub | download | \
    download pdf | pdf download | view | view pdf | view online | view source | source link | article link | \
    doi | accessed | retrieved | visited | archived | archive | archived copy | archived version | \
    archived link | archive link | archivlink | archivversion | memento | webarchiv | archiv | archivkopie | cached | backup | mirror | snapshot | wayback | wayback machine | abstract | \
    preprint | supplement | thread | post | blog post | document | docs | data | dataset | code | details | \
    references | citations | note | notes | footnote | permalink | screenshot | ibid | ibidem | ib | id | \
    idem | op. cit | op cit | loc. cit | supra | infra | ebd | ebenda | a. a. o | a.a.o | verfügbar | \
    online verfügbar | abrufbar | online abrufbar | hier | mehr | weiterlesen | mehr dazu | webseite | seite | \
    ici | en ligne | disponible | site | page web | lire la suite | aquí | disponible en línea | en línea | \
    sitio web | leer más | qui | disponibile | sito | sito web | aqui | disponível | disponível online | meer | \
    beschikbaar | här | her | tutaj | zde | здесь | тут | там же | указ. соч | режим доступа | \
    электронный ресурс | сайт | подробнее | burada | εδώ | هنا | متاح | الرابط | رابط | المرجع نفسه | המקור | \
    table of contents | contents | digital copy | digitised copy | digitized copy | scan | preview | excerpt | \
    inhaltsverzeichnis | inhalt | digitalisat | volltext | leseprobe | vorschau | textauszug | table des matières | sommaire | \
    texte intégral | numérisation | extrait | índice | texto completo | digitalizado | sumário | indice | sommario | \
    testo completo | inhoudsopgave | volledige tekst | innehållsförteckning | fulltext | indholdsfortegnelse | \
    innholdsfortegnelse | sisällysluettelo | kokoteksti | spis treści | pełny tekst | obsah | plný text | tartalomjegyzék | \
    teljes szöveg | cuprins | text integral | içindekiler | tam metin | περιεχόμενα | оглавление | содержание | полный текст | \
    скан | зміст | повний текст | съдържание | sadržaj | kazalo | תוכן העניינים | المحتويات | النص الكامل | فهرست | \
    mục lục | toàn văn | daftar isi | 目次 | 目录 | 目錄 | 全文 | 목차 | 전문 | \
    full table of contents | toc | limited preview | google preview | inhaltsangabe | inhaltsübersicht | \
    klappentext | verlagstext | eingeschränkte vorschau | digitalisiert | online-version | onlineversion | \
    auszug | extraits | aperçu | lire en ligne | vista previa | anteprima | pré-visualização | \
    gedeeltelijke weergave | voorbeeld | садржај | 차례 | \
    כאן | 这里 | 這裡 | 此处 | 原文 | 同上 | ここ | こちら | 同書 | 同上書 | リンク | 여기 | 링크 | 원문";

/// Of [`LABELS`] those that are kinds of works as well: in italics behind whoever made it such a word is its title.
pub(super) const WORKS: &str =
    "article | report | paper | book | video | podcast | interview | press release | statement | transcript";

/// What the link to a page is called behind one to its capture, lower case.
pub(super) const ORIGINALS: &str = "\
    the original | the original page | original | original page | das original | dem original | l’original | \
    l'original | el original | o original | l'originale | l’originale | het origineel | origineel | originalet | \
    originalen | oryginału | оригинала | оригіналу | 原文 | 原始内容 | 原始內容 | オリジナル | 원본";

/// Words that a title never ends in: what follows them is the place.
pub(super) const LAST: &str = "\
    at | in | on | from | via | see | by | under | here | visit | to | of | for | with | the | a | is | are | \
    was | and | or | as | unter | auf | bei | siehe | hier | von | aus | im | zu | und | adresse | sur | à | \
    dans | de | ici | voir | chez | par | l’adresse | l'adresse | en | aquí | desde | ver | su | da | qui | \
    presso | em | no | na | aqui | op | bij | på | od | на | в | по | здесь | из | адресу | في | على | من | عبر";

/// Words that a place in a work is told with, and numbers.
pub(super) const LOCATORS: &str = "\
    p | pp | pg | page | pages | s | seite | seiten | str | стр | с | pág | págs | pag | à | f | ff | at | ch | \
    chap | chapter | sec | section | para | paras | fig | vol | no | nr | note | notes | n | nn | fn | line | \
    lines | kap | kapitel | abs | art | table | slide | min | and | und | et | 第 | 页 | 頁";

/// Words after which a link names the site that the source is on.
pub(super) const BEFORE_SITES: &str = "\
    via | from | on | at | by | per | von | bei | auf | chez | sur | en";

/// Words that begin what says where a source is, lower case.
pub(super) const WHERE: &str = "\
    available | online | also | link | url | full text | verfügbar | abrufbar | zu finden | nachzulesen | einsehbar | \
    disponible | en ligne | consultable | accessible | en línea | disponibile | disponível | beschikbaar | te vinden | \
    tillgänglig | tilgjengelig | tilgængelig | dostępne | dostępny | доступно | режим доступа";

/// Words between who says something and the work in which somebody quotes it, lower case.
pub(super) const QUOTED_IN: &str = "\
    quoted in | as quoted in | qtd. in | cited in | as cited in | reprinted in | excerpted in | interviewed in | \
    interviewed for | zitiert in | zitiert nach | zit. nach | zit. in | cité dans | cité par | citado en | citado por | \
    citato in | citado em | geciteerd in | citerad i | citeret i | цит. по";

/// Kinds of works that stand where names do, lower case.
pub(super) const KINDS: &str = "\
    speech | interview | press release | press conference | news release | podcast | video | testimony | \
    remarks | lecture | keynote | rede | vortrag | pressemitteilung | pressekonferenz | discours | entretien | \
    communiqué de presse | discurso | entrevista | comunicado de prensa | discorso | intervista | \
    comunicato stampa | toespraak | persbericht | речь | интервью";

/// What stands between such a kind and who made it.
pub(super) const BY: &str = "by | of | von | de | par | por | di | van";

/// What stands between it and who only takes part.
pub(super) const WITH: &str = "with | mit | avec | con | com | met | с";
