//! The words that announce the dates of an entry, in the languages that are read.

use crate::span::floor_char_boundary;

use super::dates::{Event, word};
use super::original::ARCHIVED;

/// For each event the words that announce its date, lower case; a bar parts them. The longest that fits counts.
pub(super) const WORDS: &[(Event, &str)] = &[
    (Event::Accessed, ACCESSED),
    (Event::Archived, ARCHIVED),
    (Event::Published, PUBLISHED),
    (Event::Modified, MODIFIED),
];
const ACCESSED: &str = "\
    last accessed | last visited | last retrieved | last checked | date accessed | access date | accessed | \
    acessado em | acesso em | acesso a | retrieved | viewed | visited | consulted | zuletzt abgerufen | \
    zuletzt besucht | zuletzt geprüft | abgerufen | abruf | zugriff | besucht | consultée | consulté | visité | visitée | consultado | \
    consultato | recuperado | visitato | geraadpleegd | hämtad | läst | besøkt | dostęp | дата обращения | \
    访问时间为 | 访问时间 | 访问日期 | 存取日期 | 閲覧日 | zuletzt aufgerufen | zuletzt eingesehen | letzter zugriff | \
    letzter aufruf | letzter abruf | abrufdatum | zugriffsdatum | zugegriffen | zuletzt zugegriffen | abgefragt | \
    zuletzt abgefragt | letzter besuch | aufgerufen | eingesehen | stand der abfrage | fecha de consulta | \
    fecha de acceso | última consulta | última visita | último acceso | accedido | consultada | \
    dernière consultation | dernier accès | date de consultation | ultimo accesso | ultima consultazione | \
    data di accesso | consultata | último acesso | data de acesso | acedido | laatst geraadpleegd | \
    bezocht | hentet | besøgt | data dostępu | citováno | дата звернення | дата доступа | просмотрено | \
    erişim tarihi | erişim | ημερομηνία πρόσβασης | ανακτήθηκε | viitattu | اطلع عليه | تم الاطلاع | تاريخ الاطلاع | \
    تاريخ الوصول | استرجع | 检索日期 | 检索于 | 取用日期 | 查阅日期 | 浏览日期 | アクセス日 | 最終アクセス | 最終閲覧日 | 最終閲覧 | 参照日 | 접속일 | \
    검색일 | 확인일 | 열람일 | geopend | otwierano | дата последнего обращения | 檢索日期 | 檢索於 | 存取時間 | \
    accesso eseguito il giorno | accesso eseguito | تم الوصول | truy cập vào ngày | truy cập vào | truy cập | \
    diakses tanggal | diakses pada | diakses | tilgået | åpnet | avattu | použito | accesată pe | accesată | accesat pe | hozzáférés dátuma | \
    hozzáférés | доступ отримано | осъществен достъп на | πρόσβαση | data d'accés | נרשמה גישה בתאריך | เข้าถึงเมื่อ | \
    megtekintve | megtekintés | letöltve | elérés | процитовано | перевірено | посетен | посетена | проверено | \
    осъществен достъп | accesat | preluat | consultat | ανάκτηση | προσπελάστηκε | truy cập ngày | \
    pristupljeno | preuzeto | приступљено | преузето | pridobljeno | dostopano | vaadatud | žiūrėta | \
    skatīts | अभिगमन तिथि | citované | citováno dne | sótt | navštívené | vizitat | accés | \
    пристъпено | نظر إليه | תאריך גישה | נבדק ב- | נצפה ב- | אוחזר ב- | \
    נבדק ב־ | נצפה ב־ | אוחזר ב־ | נצפה בתאריך | אוחזר בתאריך | kontsultatua | \
    สืบค้นเมื่อวันที่ | สืบค้นเมื่อ | สืบค้นวันที่ | สืบค้น | เข้าถึงเมื่อวันที่ | เข้าถึงวันที่ | เรียกดูเมื่อวันที่ | เรียกดูเมื่อ | \
    بازیابی‌شده در | بازیابی شده در | بازبینی‌شده در | بازبینی شده در | دریافت‌شده در | دریافت شده در | تاریخ دسترسی | \
    تاریخ بازدید | دسترسی در تاریخ | دسترسی در | دسترسی | اخذ شده بتاریخ | \
    সংগ্রহের তারিখ | সংগৃহীত | অভিগমনের তারিখ | अभिगमन की तिथि | पुनःप्राप्ति तिथि | truy cập lúc ngày | \
    date of access | date last accessed | date viewed | date retrieved | last viewed | last consulted | \
    last downloaded | åtkomstdatum | åtkomst | hämtat | hämtades | besökt | lokaliseret | haettu | luettu | tarkistettu | \
    katsottu | navštíveno | datum přístupu | ověřeno | dátum prístupu | letöltés dátuma | letöltés ideje | \
    utolsó letöltés | utolsó hozzáférés | utolsó megtekintés | lekérés dátuma | accesat în | accesat la data de | \
    data accesării | son erişim tarihi | son erişim | görüntülenme tarihi | dicapai pada | dicapai | dilihat pada | \
    дата доступу | переглянуто | дата перегляду | дата просмотра | последнее обращение | посетено | последен достъп | \
    последно посетен | posljednji pristup | datum pristupa | posjećeno | датум приступа | последњи приступ | посећено | \
    pridobljeno dne | zadnji dostop | ogledano | τελευταία πρόσβαση | ημερομηνία ανάκτησης | ανακτήθηκε την | \
    nuoroda tikrinta | tikrinta | peržiūrėta | aplūkots | pārbaudīts | piekļuves datums | kasutatud | külastatud | \
    noiz kontsultatua | data de consulta | darrer accés | data de acceso | تم الاطلاع عليه | تم الوصول إليه | \
    تاريخ الزيارة | تمت الزيارة | 최종 접속일 | 최종 접속 | 최종 확인일 | 최종 확인 | 최종 방문 | 조회일 | 방문일 | 取得日 | 確認日 | 閲覧日時 | праверана | \
    пристапено | последен пристап | վերցված է | ստուգված է | դիտված է | ციტირების თარიღი | skoðað | sótt þann | \
    marrë më | vizituar më | parë më | istifadə tarixi | i̇stifadə tarixi | yoxlanılıb | тексерілді | қаралған күні | murojaat sanasi | \
    பார்க்கப்பட்ட நாள் | அணுகப்பட்ட நாள் | సేకరణ తేదీ | ശേഖരിച്ചത് | अभिगमन तिथी | अभिगमन मिति | alirita | \
    iliwekwa mnamo | ilitembelewa | hinango noong | nakuha noong | besoek op | geraadpleeg op | cyrchwyd ar | \
    cyrchwyd | arna rochtain | visité le | visitée le | visité | visitée";
const PUBLISHED: &str = "\
    first published | published | posted | veröffentlicht | publié | publicado | опубликовано | 发布日期";
const MODIFIED: &str = "\
    last modified | last updated | last revised | page last updated | modified | updated | revised | \
    zuletzt geändert | zuletzt aktualisiert | aktualisiert | letzte änderung | dernière mise à jour | \
    mis à jour | mise à jour | modifié | actualizado | aggiornato";

/// Words that announce an access date only at the beginning of a bracket, as medical journals have it:
/// `[cited 2021 Jun 3]`.
pub(super) const BRACKETED: &[(&str, Event)] = &[
    ("cited", Event::Accessed),
    ("citado", Event::Accessed),
    ("cité", Event::Accessed),
    ("zitiert", Event::Accessed),
    ("stand", Event::Accessed),
    ("cit.", Event::Accessed),
    ("cit", Event::Accessed),
    ("vid.", Event::Accessed),
    ("vid", Event::Accessed),
    ("viděno", Event::Accessed),
    ("参照", Event::Accessed),
    ("参照日", Event::Accessed),
];

/// Words that announce an access date only behind a mark, and before a whole day: titles have them too.
pub(super) const BEHIND_MARKS: &[(&str, Event)] = &[
    ("read", Event::Accessed),
    ("last read", Event::Accessed),
    ("gelesen", Event::Accessed),
    ("zuletzt gelesen", Event::Accessed),
    ("lu", Event::Accessed),
    ("leído", Event::Accessed),
    ("gelezen", Event::Accessed),
    ("lest", Event::Accessed),
    ("brukt", Event::Accessed),
    ("consulta", Event::Accessed),
    ("acceso", Event::Accessed),
    ("acesso", Event::Accessed),
    ("accès", Event::Accessed),
    ("checked", Event::Accessed),
    ("downloaded", Event::Accessed),
    ("přístup", Event::Accessed),
    ("prístup", Event::Accessed),
    ("staženo", Event::Accessed),
    ("zobrazeno", Event::Accessed),
    ("letöltés", Event::Accessed),
    ("erişim", Event::Accessed),
    ("достъп", Event::Accessed),
    ("pristup", Event::Accessed),
    ("приступ", Event::Accessed),
    ("dostop", Event::Accessed),
    ("prieiga", Event::Accessed),
    ("επίσκεψη", Event::Accessed),
    ("προσπέλαση", Event::Accessed),
    ("접속", Event::Accessed),
    ("확인", Event::Accessed),
    ("cit.", Event::Accessed),
    // The medium, as the eighth edition of the MLA's handbook no longer has it: `Web. 4 May 2012.`
    ("web.", Event::Accessed),
];

/// What may stand between the word and its date.
pub(super) const LINKS: &[&str] = &[
    "on the",
    "on",
    "from the original on",
    "the",
    "date",
    "am",
    "le",
    "el",
    "il",
    "em",
    "op",
    "den",
    "in",
    "at",
    "dnia",
    "i",
    "в",
    "في",
    "بتاريخ",
    "yılında",
    "w dniu",
    "dne",
    "en",
    "στις",
    "на",
    "la",
    "ngày",
    "from",
    "o",
    "a",
    "în",
    "την",
    "më",
    "mnamo",
    "noong",
    "pada",
    "tanggal",
];

/// What says behind a date that the source was read on it, in languages that have the verb at the end.
pub(super) const BEHIND: &[&str] = &[
    "閲覧",
    "アクセス",
    "参照",
    "確認",
    "取得",
    "访问",
    "訪問",
    "查阅",
    "查閱",
    "檢索",
    "造訪",
    "瀏覽",
    "存取",
    "检索",
    "检阅",
    "액세스",
    "방문",
    "取用",
    "浏览",
    "접속",
    "열람",
    "확인",
    "검색",
    "tarihinde erişildi",
    "tarihinde erişilmiştir",
    "को देखा गया",
    "को अभिगमन",
    "को एक्सेस किया गया",
    "को एक्सेस",
    "को पुनः प्राप्त",
    "को पुनःप्राप्त",
    "তারিখে সংগৃহীত",
    "তারিখে সংগ্রহ",
];

/// Bytes of a bracket before a word in it that announces a date.
const BRACKET_REACH: usize = 80;

/// Whether text ends within a bracket, behind a date or what else a mark parts: `[updated 2012 Feb 3; cited`.
pub(super) fn goes_on_in_bracket(before: &str) -> bool {
    let parted = before.trim_end().ends_with([';', ',']);
    let near = &before[floor_char_boundary(before, before.len().saturating_sub(BRACKET_REACH))..];
    parted && near.rfind('[').is_some_and(|open| !near[open..].contains(']'))
}

/// Behind the address in `from https://a.test/b on 3 May 2020`, where what follows it says that a date comes.
pub(super) fn behind_address(text: &str, at: usize) -> Option<usize> {
    const FROM: &[&str] =
        &["from", "at", "via", "von", "unter", "auf", "sur", "de", "da", "em", "su", "van", "op", "på", "z", "с"];
    const ON: &[&str] = &["on", "am", "le", "el", "il", "em", "op", "den", "dnia"];
    let from = FROM.iter().find_map(|from| word(&text[at..], from)).map_or(at, |length| at + length);
    let rest = text[from..].trim_start_matches([' ', '<', ':', '(', '[']);
    let address = rest.split(char::is_whitespace).next()?;
    let is_address = ["http://", "https://", "www."].iter().any(|start| address.starts_with(start))
        || address.split('.').count() > 1 && address.split('.').all(|label| label.len() > 1 && label.is_ascii());
    let behind = text.len() - rest.len() + address.len();
    let gap = text[behind..].len() - text[behind..].trim_start().len();
    (is_address && ON.iter().any(|on| word(&text[behind + gap..], on).is_some())).then_some(behind + gap)
}
