//! The words that say when a source was archived: `Archived (PDF) from the original on 3 May 2020`, in the languages of the
//! encyclopedias whose copies have them. Where `the original` was a link, white space beside it can be lost.

use super::dates::word;
use super::explained::ARCHIVES;

/// What stands before the day, lower case; a bar parts them.
pub(super) const ARCHIVED: &str = "\
    archived | archived copy | archived version | captured | archive copy | cached on | \
    archiviert | archivierte version | archivierte fassung | archivversion | archivlink | memento vom | memento des originals | \
    archivé | archivée | archive du | copie archivée | archivado | archivada | archivo del | archiviato | archiviata | \
    arquivado | arquivada | gearchiveerd | gearchiveerde versie | arkiverad | arkiverat | arkiverad kopia | arkivert | \
    arkiveret | arkiveret kopi | arkistoitu | arkistoitu kopio | zarchiwizowane | zarchiwizowano | zarchiwizowany | zarchiwizowana | \
    archivováno | archivované | archivovaný | archivovaná | мұрағатталған | архивировано | архивирован | архивирана | архивиран | \
    архивная копия | архивированная копия | архівовано | архівована копія | архівована версія | архів оригіналу | архівавана | \
    архивирано | arhivirano | arhivirana kopija | arhivat | arhivată | αρχειοθετήθηκε | αρχειοθετημένο | \
    arxivat | arxivada | artxibatua | diarsipkan | diarkibkan | lưu trữ | bản gốc lưu trữ | bản lưu trữ | arkivuar | arhiveeritud | \
    originaali arhiivikoopia | suarchyvuota | archyvuota | arhivēts | arkivita | archifwyd | geargiveer | inarkibo | naka-arkibo | \
    arxivləşdirilib | arxivlangan | արխիվացված է | արխիվացված | დაარქივებულია | safnvistað | \
    مؤرشف من الأصل | مؤرشفة من الأصل | مؤرشف | مؤرشفة | أرشف | نسخة محفوظة | بایگانی‌شده | بایگانی شده | אורכב | \
    เก็บถาวร | คลังข้อมูลเก่าเก็บ | संग्रहित | पुरालेखित | मूल से संग्रहीत | আর্কাইভকৃত | பரணிடப்பட்டது | \
    原始内容存档于 | 原始內容存檔於 | 存档日期 | 存檔日期 | 存档于 | 存檔於 | 存档 | 存檔 | 封存於 | 归档于 | 歸檔於 | アーカイブ日 | 보존일";

/// What follows that where it says of what the copy is, lower case.
const OF_ORIGINAL: &str = "\
    from the original | from the original page | from original | from the original source | from an original | vom original | \
    vom originalen | des originals | von der originalseite | aus dem original | vom ursprünglichen | depuis l'original | \
    depuis l’original | de l'original | de l’original | de la page d’origine | de la page d'origine | desde el original | \
    del original | desde la página original | dall'originale | dall’originale | dall'url originale | dall’url originale | \
    dal sito originale | do original | a partir do original | da página original | van het origineel | vanaf het origineel | \
    van de originele pagina | från originalet | från ursprungssidan | från originalsidan | från original | fra originalen | \
    fra originalet | fra den opprinnelige siden | alkuperäisestä | z oryginału | z adresu | z pierwowzoru | z originálu | \
    z originálnej stránky | z pôvodného zdroja | z původního zdroje | из первоисточника | из оригинала | с оригинала | \
    з оригіналу | з першоджерела | оригіналу | от оригинала | од оригинала | од изворникот | од изворника | \
    з арыгінала | s izvornika | s izvorne stranice | sa originala | iz originala | iz izvirnika | z izvirnika | \
    iz prvotnega spletišča | iz prvotnega | din original | din originalul | de la original | από το πρωτότυπο | από το αρχικό | \
    de l'original | des de l'original | dari versi asli | dari yang asli | dari aslinya | daripada yang asal | daripada asal | \
    từ bản gốc | bản gốc | nga origjinali | dende o orixinal | do orixinal | el la originalo | o'r gwreiddiol | o’r gwreiddiol | \
    vanaf die oorspronklike | van die oorspronklike | mula sa orihinal | iš originalo | no oriģināla | originaalist | seisuga | \
    jatorritik | orijinalından | օրիգինալից | ორიგინალიდან | من الأصل | از اصلی | از نسخهٔ اصلی | از نسخه اصلی | \
    מהמקור | מ-המקור | מן המקור | จากแหล่งเดิม | จากต้นฉบับ | मूल से | মূল থেকে | மூலத்திலிருந்து";

/// Words between these and the day, in addition to those that every date has.
const LINKS: &[&str] = &[
    "vom",
    "von",
    "del",
    "du",
    "de",
    "от",
    "за",
    "з",
    "от дата",
    "den",
    "ב-",
    "ב־",
    "در",
    "เมื่อ",
    "เมื่อวันที่",
    "vào ngày",
    "vào",
    "je",
    "ar",
    "op",
    "el",
    "di",
    "да",
    "noong",
    "pada tanggal",
    "la data de",
    "laiks",
    "o",
    "το",
    "εις",
    "于",
    "於",
];

/// Words before the name of an archive.
const AT: &[&str] = &[
    "at the", "at", "by the", "by", "via the", "via", "in the", "in", "on the", "on", "from the", "from", "im", "bei",
    "beim", "auf", "sur l'", "sur l’", "sur", "en la", "en", "na", "no", "su", "presso", "op", "på", "i", "w", "v",
    "в", "на", "у", "pe", "a",
];

/// What files are called that a source is one of, lower case.
const FORMATS: &[&str] = &[
    "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "ps", "djvu", "epub", "rtf", "odt", "txt", "html", "zip",
    "mp3", "mp4", "csv", "xml", "jpg", "png",
];

/// Bytes of what stands in brackets and tells of the file.
const BRACKET: usize = 32;

/// Parts of what [`BEHIND`] has: most entries have none of them.
const STEMS: &[&str] = &[
    "アーカイブ",
    "보존",
    "存档",
    "存檔",
    "归档",
    "歸檔",
    "arşivlendi",
    "arxivləşdirilib",
    "archiválva",
    "dátummal",
    "पुरालेखित",
    "संग्रहीत",
    "আর্কাইভ",
    "Wayback",
    "Internet Archive",
    "archive.today",
    "WebCite",
    "Webarchiv",
];

/// The words of [`BEHIND`], where a text can have one.
pub(super) fn words_behind(text: &str) -> &'static [&'static str] {
    let has = |stem: &&str| memchr::memmem::find(text.as_bytes(), stem.as_bytes()).is_some();
    if STEMS.iter().any(has) { BEHIND } else { &[] }
}

/// What says behind a day that the source was archived on it: in languages that have the verb at the end, and by the name of
/// an archive.
const BEHIND: &[&str] = &[
    "時点のオリジナルよりアーカイブ",
    "時点におけるオリジナルのアーカイブ",
    "時点におけるアーカイブ",
    "時点のアーカイブ",
    "オリジナルよりアーカイブ",
    "オリジナルからアーカイブ",
    "アーカイブ",
    "에 원본 문서에서 보존된 문서",
    "에 원본 문서에서 보존됨",
    "에 원본에서 보존됨",
    "에 원본 문서에서 보존",
    "에 보존된 문서",
    "에 보존됨",
    "存档",
    "存檔",
    "归档",
    "歸檔",
    "tarihinde kaynağından arşivlendi",
    "tarihinde orijinalinden arşivlendi",
    "tarihinde özgün kaynağından arşivlendi",
    "tarihinde arşivlendi",
    "tarixində orijinalından arxivləşdirilib",
    "tarixində arxivləşdirilib",
    "-i dátummal az eredetiből archiválva",
    "-i dátummal",
    "-án az eredetiből archiválva",
    "-én az eredetiből archiválva",
    "को मूल से पुरालेखित",
    "को मूल से संग्रहीत",
    "को पुरालेखित",
    "को संग्रहीत",
    "তারিখে মূল থেকে আর্কাইভ",
    "তারিখে আর্কাইভ",
    "at the Wayback Machine",
    "at Wayback Machine",
    "in the Internet Archive",
    "at the Internet Archive",
    "at archive.today",
    "at WebCite",
    "im Internet Archive",
    "im Webarchiv",
    "sur Internet Archive",
    "sur l'Internet Archive",
    "sur l’Internet Archive",
    "en Wayback Machine",
    "en la Wayback Machine",
    "en Internet Archive",
    "in Internet Archive",
    "no Wayback Machine",
    "na Wayback Machine",
    "na Internet Archive",
    "på Internet Archive",
    "på Wayback Machine",
    "w Wayback Machine",
    "в Wayback Machine",
    "на Wayback Machine",
    "у Wayback Machine",
    "a Wayback Machine",
    "i Internet Archive",
];

/// Where the words end that follow `archived` at `at` and say of what and where, before the day; the second is whether they
/// name the original.
pub(super) fn behind(text: &str, at: usize) -> (usize, bool) {
    let mut end = behind_format(text, at);
    let original = OF_ORIGINAL.split(" | ").filter_map(|words| loose(&text[end..], words)).max();
    end += original.unwrap_or_default();
    end = behind_format(text, end);
    end = at_archive(text, end).unwrap_or(end);
    (end, original.is_some())
}

/// Where a word ends that leads to the day.
pub(super) fn link(text: &str) -> Option<usize> {
    let glued = |link: &&&str| link.ends_with(['-', '־', '于', '於']);
    let own = LINKS.iter().filter_map(|link| word(text, link));
    own.chain(LINKS.iter().filter(glued).filter(|link| text.starts_with(**link)).map(|link| link.len())).max()
}

/// Past brackets that only tell what file it is: `(PDF)`, `[PDF; 1,2 MB]`.
fn behind_format(text: &str, at: usize) -> usize {
    let rest = text[at..].trim_start();
    let close = match rest.chars().next() {
        Some('(') => ')',
        Some('[') => ']',
        _ => return at,
    };
    let Some(inside) = rest[1..].find(close).map(|close| &rest[1..=close]).filter(|inside| inside.len() <= BRACKET)
    else {
        return at;
    };
    let is_format = names_a_format(inside);
    if is_format { text.len() - rest.len() + 1 + inside.len() + 1 } else { at }
}

/// Whether what stands in brackets tells what file a source is: `PDF`, `PDF; 1,2 MB`, `pdf, in German`.
pub(super) fn names_a_format(inside: &str) -> bool {
    let first = inside.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    FORMATS.contains(&first.to_lowercase().as_str())
}

/// Behind the name of an archive and the word before it.
fn at_archive(text: &str, at: usize) -> Option<usize> {
    let gap = |at: usize| text.len() - text[at..].trim_start_matches([' ', '\u{a0}', ',']).len();
    let name = |at: usize| {
        let names = ARCHIVES.iter().filter_map(|name| Some(at + loose(&text[at..], name)?));
        names.filter(|&end| !text[end..].starts_with(char::is_alphanumeric)).max()
    };
    let start = gap(at);
    let named = AT.iter().filter_map(|own| Some(gap(start + word(&text[start..], own)?))).filter_map(name).max();
    named.or_else(|| name(start).filter(|_| start > at))
}

/// The bytes of `words`, in lower case, that `text` begins with, where any white space, or none, is before and between them.
fn loose(text: &str, words: &str) -> Option<usize> {
    let mut chars = text.char_indices().peekable();
    let space = |chars: &mut std::iter::Peekable<std::str::CharIndices<'_>>| {
        while chars.next_if(|(_, c)| c.is_whitespace()).is_some() {}
    };
    space(&mut chars);
    for own in words.chars() {
        if own == ' ' {
            space(&mut chars);
        } else {
            chars.next_if(|(_, c)| c.to_lowercase().eq(std::iter::once(own)))?;
        }
    }
    Some(chars.peek().map_or(text.len(), |(at, _)| *at))
}

#[cfg(test)]
mod tests {
    use crate::date::DayMonth;
    use crate::document::entry::dates::{Event, announced, value};
    use crate::document::{Format, Limits, parse};

    #[test]
    fn the_day_of_a_copy_is_announced_in_many_languages() {
        for text in [
            "Archived from the original on April 21, 2013.",
            "Archived from the originalon April 21, 2013.",
            "Archived fromthe originalon April 21, 2013.",
            "Archived (PDF) from the original on April 21, 2013.",
            "Archived from the original (PDF) on April 21, 2013.",
            "Archived fromthe original(PDF; 1.2 MB)on April 21, 2013.",
            "Archived at the Wayback Machine on April 21, 2013.",
            "Archived April 21, 2013, at the Wayback Machine.",
            "April 21, 2013, at the Wayback Machine.",
            "Archiviert vom Original am 21. April 2013.",
            "Archiviert vomOriginalam 21. April 2013.",
            "(Memento vom 21. April 2013 im Internet Archive)",
            "(Memento des Originals vom 21. April 2013 im Internet Archive)",
            "Archivé depuis l'original le 21 avril 2013.",
            "(version du 21 avril 2013 sur Internet Archive)",
            "Archivado desde el original el 21 de abril de 2013.",
            "(archiviato dall'url originale il 21 aprile 2013)",
            "Arquivado do original em 21 de abril de 2013.",
            "Gearchiveerd van het origineel op 21 april 2013.",
            "Arkiverad från originalet den 21 april 2013.",
            "Arkivert fra originalen 21. april 2013.",
            "Arkiveret fra originalen 21. april 2013.",
            "Arkistoitu 21.4.2013.",
            "[zarchiwizowane z adresu 2013-04-21]",
            "Archivováno z originálu dne 21. 4. 2013.",
            "Архивировано из оригинала 21 апреля 2013 года.",
            "Архивная копия от 21 апреля 2013 на Wayback Machine.",
            "Архів оригіналу за 21 квітня 2013.",
            "Архивиран от оригинала на 21 април 2013.",
            "Архивирано из оригинала 21. 4. 2013.",
            "Arhivirano s izvorne stranice 21. travnja 2013.",
            "Arhivat din original la 21 aprilie 2013.",
            "Αρχειοθετήθηκε από το πρωτότυπο στις 21 Απριλίου 2013.",
            "Arxivat de l'original el 2013-04-21.",
            "Diarsipkan dari versi asli tanggal 2013-04-21.",
            "Bản gốc lưu trữ ngày 21 tháng 4 năm 2013.",
            "2013. április 21-i dátummal az eredetiből archiválva.",
            "21 Nisan 2013 tarihinde kaynağından arşivlendi.",
            "(原始内容存档于2013-04-21)",
            "2013年4月21日時点のオリジナルよりアーカイブ。",
            "2013년 4월 21일에 원본 문서에서 보존된 문서.",
            "مؤرشف من الأصل في 21 أبريل 2013.",
            "אורכב מ-המקור ב-21 באפריל 2013.",
            "บทความ คลังข้อมูลเก่าเก็บจากแหล่งเดิมเมื่อ 2013-04-21",
        ] {
            let found = announced(text, &[], DayMonth::Unknown);
            let days: Vec<_> =
                found.iter().filter_map(|own| Some((own.event, value(&own.date)?.to_string()))).collect();
            assert!(days.contains(&(Event::Archived, "2013-04-21".to_owned())), "{text} {days:?}");
            assert!(days.iter().all(|(event, _)| *event == Event::Archived), "{text} {days:?}");
        }
    }

    #[test]
    fn the_same_words_in_a_title_announce_nothing() {
        for text in [
            "Archived from the originals of 2012",
            "An archive of 2012",
            "The memento of April 21, 2013",
            "2013年アーカイブ",
            "Archived originals 2012",
            "The Internet Archive 2013",
            "Archived sounds of 3 May 2012",
        ] {
            assert!(announced(text, &[], DayMonth::Unknown).is_empty(), "{text}");
        }
    }

    #[test]
    fn the_day_of_a_copy_is_not_that_of_publication() {
        const COPY: &str = "https://web.archive.org/web/20130421145334/http://a.test/wall";
        for (told, published) in [
            ("Archived from[the original](http://a.test/wall)on April 21, 2013. Retrieved 2012-11-01.", None),
            ("Archived from [the original](http://a.test/wall) on April 21, 2013. Retrieved 2012-11-01.", None),
            (
                "(PDF). Archived from [the original](http://a.test/wall)(PDF)on April 21, 2013. Retrieved 2012-11-01.",
                None,
            ),
            (
                "(PDF). Archived (PDF) from [the original](http://a.test/wall) on 21 April 2013. Retrieved 2012-11-01.",
                None,
            ),
            ("Archiviert vom [Original](http://a.test/wall) am 21. April 2013; abgerufen am 1. November 2012.", None),
            (
                "Archivado desde [el original](http://a.test/wall) el 21 de abril de 2013. Consultado el 1 de noviembre de 2012.",
                None,
            ),
            ("Архивировано из [оригинала](http://a.test/wall) 21 апреля 2013. Дата обращения: 1 ноября 2012.", None),
            (
                "May 3, 2011. Archived from[the original](http://a.test/wall)on April 21, 2013. Retrieved 2012-11-01.",
                Some("2011-05-03"),
            ),
        ] {
            let text = format!("So.[^1]\n\n[^1]: [\"People of the wall\"]({COPY}). {told}\n");
            let text = text.replace("). (PDF)", ") (PDF)");
            let entry = &parse(&text, Format::Markdown, Limits::default()).entries[0];
            let source = &entry.source;
            let day = |date: Option<crate::date::PartialDate>| date.map(|date| date.to_string());
            assert_eq!(day(source.published).as_deref(), published, "{text}");
            assert_eq!(day(source.accessed).as_deref(), Some("2012-11-01"), "{text}");
            assert_eq!(day(source.archive_date).as_deref(), Some("2013-04-21"), "{text}");
            assert_eq!(
                (source.title.as_deref(), source.publisher.as_deref()),
                (Some("People of the wall"), None),
                "{text}"
            );
            assert_eq!(source.url.as_deref(), Some("http://a.test/wall"), "{text}");
        }
        // Behind a link that only names the site stands the day of publication.
        let text = "So.[^1]\n\n[^1]: “People of the wall.” [Post](http://a.test/wall), April 21, 2013.\n";
        let entry = &parse(text, Format::Markdown, Limits::default()).entries[0];
        assert_eq!(entry.source.published.map(|date| date.to_string()).as_deref(), Some("2013-04-21"));
    }
}
