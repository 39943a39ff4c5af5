//! Whether a name is another one in another language. What an institution is gets translated with its name; the names of
//! newspapers, shops and people do not.

use std::sync::LazyLock;

use super::owner_name::{Name, fold, has_same_stem};

/// What institutions are called: of a kind that may take another word in another language, a line a language.
const INSTITUTIONS: [&[&str]; 7] = [
    // Of a state or a town.
    &[
        "ministry department government parliament senate commission council authority agency office embassy court police \
         administration treasury municipality republic federal inspectorate directorate statistics",
        "ministerium bundesministerium amt bundesamt landesamt behörde regierung parlament bundestag landtag rat stadtrat \
         kommission agentur botschaft gericht gerichtshof polizei verwaltung gemeinde republik bundes statistik",
        "ministère département gouvernement parlement sénat commission conseil autorité agence bureau ambassade cour \
         police administration trésor mairie république fédéral direction statistique",
        "ministerio departamento gobierno parlamento senado comisión consejo autoridad agencia oficina embajada corte \
         tribunal policía administración ayuntamiento república federal dirección estadística",
        "ministero dipartimento governo parlamento senato commissione consiglio autorità agenzia ufficio ambasciata corte \
         polizia amministrazione comune repubblica federale direzione statistica",
        "ministério departamento governo parlamento senado comissão conselho autoridade agência tribunal câmara \
         prefeitura polícia embaixada república estatística",
        "ministerie departement overheid regering parlement commissie raad autoriteit agentschap bureau ambassade \
         rechtbank politie gemeente republiek",
        "ministerstwo rząd parlament sejm komisja rada urząd agencja ambasada sąd policja gmina republika",
        "министерство департамент правительство парламент комиссия совет агентство посольство суд полиция республика",
        "ministeriet departementet regeringen regjeringen folketinget riksdagen stortinget kommissionen myndigheten \
         styrelsen direktoratet politiet polisen kommune kommunen",
        "bakanlığı hükümeti meclisi komisyonu kurumu ajansı büyükelçiliği mahkemesi belediyesi",
        "卫生部 外交部 国防部 教育部 财政部 外務省 総務省 財務省 厚生労働省 文部科学省 保健省 政府 委员会 委員会 国会 議会 法院 裁判所 警察 市役所",
        "وزارة حكومة مجلس هيئة سفارة محكمة شرطة بلدية",
        "กระทรวง กรม สำนักงาน รัฐบาล เทศบาล",
        "정부 위원회 국회 법원 경찰 시청",
        "kementerian departemen pemerintah dewan badan kedutaan",
    ],
    // Of learning.
    &[
        "university college institute school academy faculty research science sciences technology polytechnic laboratory \
         observatory",
        "universität hochschule institut forschungsinstitut schule gymnasium akademie fakultät forschung wissenschaft \
         wissenschaften technologie labor sternwarte",
        "université collège institut école lycée académie faculté recherche sciences technologie laboratoire observatoire \
         polytechnique",
        "universidad colegio instituto escuela academia facultad investigación investigaciones ciencia ciencias \
         tecnología laboratorio observatorio",
        "università istituto scuola accademia facoltà ricerca ricerche scienza scienze tecnologia politecnico laboratorio",
        "universidade instituto escola academia faculdade pesquisa pesquisas ciência ciências tecnologia",
        "universiteit hogeschool instituut academie faculteit onderzoek wetenschap wetenschappen",
        "uniwersytet politechnika instytut szkoła akademia wydział badań nauk",
        "университет институт школа академия факультет исследований наук",
        "universitetet universitet högskolan høgskolen institutet instituttet skolan skolen akademin forskning",
        "üniversitesi enstitüsü okulu akademisi araştırma",
        "大学 大學 学院 學院 研究所 研究院 学校 學校 科学院",
        "جامعة معهد مدرسة أكاديمية كلية",
        "มหาวิทยาลัย สถาบัน โรงเรียน",
        "대학교 대학 연구소 연구원 학교",
        "universitas institut sekolah akademi",
    ],
    // Of many members.
    &[
        "organization organisation union association society federation foundation committee league network alliance \
         confederation nations friends cross doctors chamber club fund trust",
        "organisation union vereinigung verband verein gesellschaft bund föderation stiftung ausschuss liga netzwerk \
         bündnis nationen freunde kreuz ärzte kammer fonds",
        "organisation union association société fédération fondation comité ligue réseau alliance confédération nations \
         amis croix médecins chambre fonds",
        "organización unión asociación sociedad federación fundación comité liga red alianza confederación naciones \
         amigos cruz médicos cámara fondo",
        "organizzazione unione associazione società federazione fondazione comitato lega rete alleanza confederazione \
         nazioni amici croce medici camera fondo",
        "organização união associação sociedade federação fundação comitê liga rede aliança nações amigos cruz médicos",
        "organisatie unie vereniging genootschap federatie stichting comité bond netwerk naties vrienden kruis artsen",
        "organizacja unia związek stowarzyszenie towarzystwo federacja fundacja komitet liga sieć przyjaciele krzyż",
        "организация союз ассоциация общество федерация фонд комитет лига друзья крест врачи",
        "organisationen organisasjonen unionen föreningen foreningen förbundet forbundet stiftelsen samfundet selskabet \
         vänner korset",
        "örgütü birliği derneği cemiyeti federasyonu vakfı komitesi",
        "组织 組織 联合国 联盟 協会 协会 学会 基金会 機構 机构 財団 連盟",
        "منظمة اتحاد جمعية مؤسسة لجنة رابطة",
        "องค์การ สมาคม มูลนิธิ สหภาพ",
        "기구 연합 협회 재단 연맹 학회",
        "organisasi persatuan asosiasi yayasan komite",
    ],
    // Of what people gather.
    &[
        "museum library libraries archive archives gallery theatre theater opera",
        "museum museen bibliothek bücherei archiv galerie theater oper",
        "musée musées bibliothèque archives galerie théâtre opéra",
        "museo biblioteca archivo galería teatro ópera",
        "museo musei biblioteca archivio galleria teatro opera",
        "museu biblioteca arquivo galeria teatro",
        "museum bibliotheek archief galerij schouwburg",
        "muzeum biblioteka archiwum galeria teatr",
        "музей библиотека архив галерея театр",
        "museet biblioteket arkivet galleriet teatern teatret",
        "müzesi kütüphanesi arşivi galerisi tiyatrosu",
        "博物馆 博物館 图书馆 図書館 美术馆 美術館 档案馆",
        "متحف مكتبة",
        "พิพิธภัณฑ์ หอสมุด",
        "박물관 도서관 미술관",
        "museum perpustakaan galeri",
    ],
    // Of money.
    &[
        "bank exchange insurance",
        "bank sparkasse börse versicherung",
        "banque bourse assurance",
        "banco bolsa seguros",
        "banca borsa assicurazioni",
        "bank beurs verzekering",
        "банк биржа",
        "banken børsen",
        "bankası borsası",
        "银行 銀行",
        "بنك مصرف",
        "ธนาคาร",
        "은행",
    ],
    // Of faith and health.
    &[
        "church parish diocese hospital clinic health",
        "kirche pfarrei bistum krankenhaus klinik klinikum gesundheit",
        "église paroisse diocèse hôpital clinique santé",
        "iglesia parroquia hospital clínica salud",
        "chiesa parrocchia ospedale clinica salute",
        "igreja paróquia hospital clínica saúde",
        "kerk parochie ziekenhuis kliniek gezondheid",
        "kościół parafia szpital zdrowia",
        "церковь больница здравоохранения",
        "kyrkan kirken sjukhuset sygehuset hälsa sundhed",
        "kilisesi hastanesi sağlık",
        "教会 教會 医院 病院 卫生",
        "كنيسة مستشفى الصحة",
        "โรงพยาบาล",
        "교회 병원 보건",
    ],
    // Of broadcasting.
    &[
        "radio television broadcasting voice",
        "radio rundfunk fernsehen stimme",
        "radio télévision radiodiffusion voix",
        "radio televisión radiodifusión voz",
        "radio televisione voce",
        "rádio televisão voz",
        "radio televisie omroep stem",
        "radio telewizja głos",
        "радио телевидение голос",
        "radion televisionen røst",
        "radyo televizyon sesi",
        "电台 電台 电视台 放送局 之音",
        "إذاعة تلفزيون صوت",
        "방송",
    ],
];

/// What the pages of those say who take domains over for their visitors, in whatever language: nothing that an institution
/// would translate its name beside.
const GAMES: &str = "casino casinos slot slots slotxo poker betting bets jackpot judi togel gacor taruhan bahis bahisleri \
    kasino kasyno казино букмекер apuestas scommesse viagra cialis porn";
const GAMES_UNSPACED: [&str; 16] = [
    "คาสิโน",
    "สล็อต",
    "แทงบอล",
    "พนัน",
    "บาคาร่า",
    "หวย",
    "카지노",
    "슬롯",
    "토토",
    "바카라",
    "カジノ",
    "スロット",
    "赌场",
    "娱乐城",
    "博彩",
    "كازينو",
];

/// A word that ends in one of so many letters is a compound of it.
const COMPOUND: usize = 5;

/// The words of the lists as names are folded, with their kind and language.
static WORDS: LazyLock<Vec<(String, usize, usize)>> = LazyLock::new(|| {
    let mut words = Vec::new();
    for (kind, languages) in INSTITUTIONS.iter().enumerate() {
        for (language, line) in languages.iter().enumerate() {
            words.extend(line.split_ascii_whitespace().map(|word| (fold(word), kind, language)));
        }
    }
    words
});

/// Whether the two names are those of one institution in two languages, as far as that can be told: what both are called is
/// of one kind, or of one of them only initials are known. Words of one language are no translation, unless the pages say
/// that they are in two.
pub(super) fn is_translation(one: &Name, other: &Name, are_in_two_languages: bool) -> bool {
    let (ones, others) = (kinds(one), kinds(other));
    let have_in_common = ones.iter().any(|(kind, _)| others.iter().any(|(other, _)| kind == other));
    if are_in_two_languages {
        let is_told = |kinds: &[(usize, usize)], name: &Name| !kinds.is_empty() || name.has_initials();
        let shortened = one.has_initials() || other.has_initials();
        return have_in_common || shortened && is_told(&ones, one) && is_told(&others, other);
    }
    let is_of_one_language = ones.iter().any(|(_, language)| others.iter().any(|(_, other)| language == other));
    have_in_common && !is_of_one_language
}

/// Whether a text speaks of games for money and their like.
pub(super) fn speaks_of_games(text: &str) -> bool {
    let lower = text.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.any(|word| GAMES.split_ascii_whitespace().any(|game| game == word))
        || GAMES_UNSPACED.iter().any(|game| lower.contains(game))
}

/// The kinds of institution that a name holds a word for, each with its language.
fn kinds(name: &Name) -> Vec<(usize, usize)> {
    let mut kinds: Vec<(usize, usize)> = name.words().flat_map(kinds_of).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

/// By the word itself, else by what it ends in, else by another form of it.
fn kinds_of(word: &str) -> Vec<(usize, usize)> {
    let by = |is: &dyn Fn(&str) -> bool| -> Vec<(usize, usize)> {
        WORDS.iter().filter(|(known, ..)| is(known)).map(|(_, kind, language)| (*kind, *language)).collect()
    };
    let is_unspaced = |known: &str| known.chars().all(|c| c >= '\u{600}');
    let itself = by(&|known| known == word || is_unspaced(known) && word.contains(known));
    if !itself.is_empty() {
        return itself;
    }
    let compound = by(&|known| known.is_ascii() && known.len() >= COMPOUND && word.ends_with(known));
    if compound.is_empty() { by(&|known| has_same_stem(known, word)) } else { compound }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(one: &str, other: &str, in_two_languages: bool) -> bool {
        let (one, other) = (Name::of(one), Name::of(other));
        let told = is_translation(&one, &other, in_two_languages);
        assert_eq!(is_translation(&other, &one, in_two_languages), told, "from either side");
        told
    }

    #[test]
    fn institutions_are_known_in_other_languages() {
        for (one, other) in [
            ("Landesministerium für Gärten", "State Ministry of Horticulture"),
            ("Museum der Küste", "Musée du littoral"),
            ("© 2019 Küstenbibliothek Hallow", "© 2026 Library of the Coast"),
            ("港口博物馆", "Harbour Museum"),
            ("وزارة البذور", "Ministry of Seeds"),
            ("กระทรวงสวน", "Ministry of Gardens"),
            ("Министерство садов", "Ministry of Gardens"),
        ] {
            assert!(check(one, other, true), "{one} {other}");
            assert!(check(one, other, false), "{one} {other}");
        }
        for (one, other) in [
            ("VSRO", "Organisation européenne de la semence"),
            ("Coastal Institute of Technology", "KTH Hallow"),
            ("VSO", "OVS"),
            ("Varnish Seed Organization", "Organisation de la semence"),
        ] {
            assert!(check(one, other, true), "{one} {other}");
            assert!(!check(one, other, false), "{one} {other}: nothing says that it is another language");
        }
    }

    #[test]
    fn what_is_not_translated_or_is_of_another_kind_is_no_translation() {
        for (one, other) in [
            ("Varn Gazette", "Gacor88"),
            ("Varn Gazette", "ลัคกี้สปิน"),
            ("Museum of the Coast", "Gacor88"),
            ("Museum of the Coast", "Bankhaus Küste"),
            ("Varn Gazette", "Gartenfreunde Nord"),
            ("Varn School", "Verein der Dichter"),
            ("VBC", "Gacor88"),
        ] {
            assert!(!check(one, other, true) && !check(one, other, false), "{one} {other}");
        }
        assert!(!check("Museum of the Coast", "Library of Spins", false), "both in English");
    }

    #[test]
    fn games_are_told_in_many_languages() {
        for text in [
            "Situs Judi Slot",
            "Best Casino 2026",
            "เว็บคาสิโนออนไลน์",
            "라이브카지노",
            "オンラインカジノ",
            "Онлайн казино",
        ] {
            assert!(speaks_of_games(text), "{text}");
        }
        for text in ["Ministry of Health", "Parisian alphabet", "The timeslots of the doctors", ""] {
            assert!(!speaks_of_games(text), "{text}");
        }
    }
}
