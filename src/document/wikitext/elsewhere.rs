//! More names of parameters: those of wikis that have their own beside the English ones, and of older versions of their
//! templates.

use super::field::{Field, is_joined};
use super::parameters::OfAuthor;

/// For each field its names, lower case; a bar parts them.
const FIELDS: &[(Field, &str)] = &[
    (
        Field::PartUrl,
        "kapitel-url | kapitelurl | kapittelurl | kapittel-url | bidrag-url | bidragurl | konference-url | konferanseurl | konferanse-url | url-capítulo | capítulo-url | capítulourl | urlcapitulo | url-capitolo | urlcontributo | urlconferenza | urlconferencia | urltrascrizione | hoofdstukurl | adres rozdziału | ссылка часть | bölüm-url | bölümurl | kısım-url | harita-url | seksjonurl | نشانی فصل | مسار الفصل | url chương | 章网址 | 章節網址",
    ),
    (
        Field::Title,
        "nimike | rubrik | titlo | litigants | tựa đề | nhan đề | العنوان | judul | titull | pavadinimas | nosaukums | शीर्षक | назва статті | 书名 | 書名 | 題名 | 표제 | názov | المقال | کتاب | مقاله | سرواژه | کتاب عنوان | tiêu đề sách | 책제목 | naziv | назив | titolu",
    ),
    (
        Field::PartTitle,
        "capítulo | capitulo | capitolo | hoofdstuk | kapittel | rozdział | часть | bölüm | artículo | artigo | articolo | artikkel | sezione | contributo | contribuição | titre chapitre | chap | kappale | voce | فصل | الفصل | chương | 章 | 章节 | 章節 | розділ | глава | kapitola | fejezet | capitol | κεφάλαιο | peatükk | poglavlje | поглавље | bab",
    ),
    (
        Field::Authors,
        "forfattere | autores | autors | personas | pessoas | personer | kişiler | yazarlar | auteur institutionnel | créditos | הכותב | نویسنده | نویسندگان | المؤلف | المؤلفون | מחברים | 작성자 | συγγραφείς | auctores | szerzők | autoři | autori | автори | аутори | 著者 | 作者 | aŭtoroj | egileak | penulis",
    ),
    (
        Field::Publisher,
        "forlag | förlag | instituição | instituicao | institusjon | ente | produttore | produtora | universidade | zaprezentowany | publicadopor | yayımcı | édition | نشر | دار النشر | הוצאה | הוצאה לאור | 出版社 | 出版者 | εκδότης | penerbit | založnik | izdavatelj | nakladnik | izdevējs | leidykla | kirjastus | प्रकाशक | 발행처 | nxb | hírügynökség | väljaandja | založba | nakladatelství | издавачка кућа | 発行所 | انتشارات",
    ),
    (
        Field::Work,
        "tidsskrift | magasin | arbejde | værk | verk | ordbog | ordbok | oppslagsverk | encyklopædi | hjemmeside | nettside | publikasjon | periodico | giornale | enciclopedia | enciclopédia | dizionario | diccionario | dicionário | revista | pub-periódica | tidskrift | dergi | eser | süreliyayın | websitesi | ansiklopedi | sözlük | sivusto | trabalho | publicació | веб-сайт | صحيفة | جريدة | مجلة | عمل | موقع | الموقع | روزنامه | مجله | ژورنال | وبگاه | اثر | 잡지 | 매거진 | 작품 | 학술지 | tạp chí | tác phẩm | 报纸 | 報紙 | 期刊 | 作品 | 网站 | 網站 | 雑誌 | 新聞 | surat kabar | majalah | situs | karya | εφημερίδα | περιοδικό | έργο | ιστοσελίδα | труд | вестник | вестник/списание | часопис | новини | ziar | újság | folyóirat | periodika | lap | honlap | noviny | aldizkaria | egunkaria | ajaleht | समाचारपत्र | পত্রিকা | সংবাদপত্র | עיתון | دورية | الصحيفة | نشریه | nhật báo | mű | weboldal | webhely | списание | сайт на | новине | газета | журнал | সাময়িকী | ওয়েবসাইট | কর্ম | 杂志 | 雜誌 | ajakiri | revistă | jurnal",
    ),
    (
        Field::Date,
        "utgivelsesdato | udgivelsesdato | data-publicação | data-publicacao | datapubblicazione | datatrasmissione | publicatiedatum | publdatum | utgivningsdatum | yayın-tarihi | yayıntarihi | transmissão | publicationdate | pubdate | issue-date | gdate | ημερομηνία | tanggal | 발행일 | التاريخ | data publicării | kuupäev | datums | दिनांक | तिथि | თარიღი | dato de publikigo | تاريخ النشر | تاریخ انتشار | ngày tháng | ngày xuất bản | 작성일 | датум | dátum kiadás | 発行日",
    ),
    (
        Field::Year,
        "annee | utgivelsesår | udgivelsesår | datum-jahr | سنة | السنة | عام | سال | 연도 | év | năm | שנה | έτος | godina | година | leto | urtea | aasta | tahun | an | jaro | 年 | 年份 | 出版年 | বছর | वर्ष | metai | gads | viti | год издания | рік видання | 년 | kiadás éve | সাল | χρονολογία",
    ),
    (
        Field::Month,
        "monat | miesiąc | mês | maand | måned | månad | месяц | ay | شهر | ماه | 월 | hónap | tháng | חודש | μήνας | luna | mjesec | mesec | месец | місяць | kuu | hilabetea | bulan | monato | 月 | মাস | माह | měsíc | mesiac | kuukausi | lună | 月份",
    ),
    (Field::Day, "tag | dag | число | gün | يوم | روز | 일 | nap | 日 | день | den | päivä"),
    (
        Field::Accessed,
        "luettu | hentningsdato | besøgsdato | hentedag | accessdato | accesdate | acessdate | consulte le | dataaccés | datadiaccesso | datumbezocht | datumgeraadpleegd | raadpleegdatum | accessodata | dataacesso | erişim tarihi | بازبینی | بازیابی | تاريخ الاطلاع | 확인 날짜 | 접근날짜 | ημερομηνία πρόσβασης | diakses | tanggal akses | accesat | accesat la | data accesării | vaadatud | दिनांक-अभिगमन | 查阅日期 | 閲覧日 | 检索日期 | prieiga | pristup | تاریخ بازیابی | 접근일 | elérés dátuma | датум приступа | приступљено | ημερομηνία ανάκτησης | 參閱日期 | 檢索日期 | אוחזר | נצפה",
    ),
    (
        Field::ArchiveUrl,
        "arkiv url | url-архіву | urlarquivo | نشانی بایگانی | مسار الأرشيف | رابط الأرشيف | وصلة أرشيف | 보존 url | 아카이브url | địa chỉ lưu trữ | url-arsip | 存档网址 | 存檔網址 | 存档url | アーカイブurl | artxibo-url | arhiiviurl | arhiva-url | arhivă-url | url arhivă | url archivio | url archivo | адрес архива | архивный url | архивная ссылка | url архіву | url архива | архива-url | url αρχείου | arkisto-url | arkistourl | कड़ी-संग्रह | आर्काइव-यूआरएल | archyvo url | arhīva url | مسار الارشيف | مسار ارشيف | أرشيف | بایگانی | 보관url | liên kết lưu trữ | архивирано | arhiva | arhīvs | αρχείο url | arsip-url | 存檔url | 档案url | 檔案url | ארכיון",
    ),
    (
        Field::ArchiveDate,
        "arkiv dato | дата-архіву | تاريخ الأرشيف | 보존 날짜 | 아카이브날짜 | tanggal-arsip | 存档日期 | 存檔日期 | アーカイブ日 | artxibo-data | arhiivikuupäev | arhiva-dată | data arhivării | data archivio | fecha archivo | дата архіву | архива-датум | ημερομηνία αρχείου | arkistointipäivä | تاريخ الارشيف | تاريخ ارشيف | 보관날짜 | 档案日期 | 檔案日期",
    ),
    (Field::Numbers, "id"),
    (
        Field::Quote,
        "citacao | citar | sitering | نقل قول | گفتاورد | 인용 | 인용구 | trích dẫn | ציטוט | παράθεμα | kutipan | aipua | 引文 | 引用 | tsitaat | उद्धरण | উদ্ধৃতি | lời trích | παράθεση | উক্তি | навод | navedek | citate",
    ),
    (
        Field::Url,
        "رابط | وصلة | پیوند | url адреса | адреса | διεύθυνση | url-адреса | adresa | alamat | लिंक | यूआरएल | 주소 | địa chỉ",
    ),
];

/// The same of a name whose words are joined in another way.
pub(super) fn joined(name: &str) -> Option<Field> {
    FIELDS.iter().find(|(_, names)| names.split(" | ").any(|own| is_joined(own, name))).map(|(field, _)| *field)
}

/// For what is numbered by author the same; the bare name is that of the first.
const NUMBERED: &[(OfAuthor, &str)] = &[
    (
        Field::Family,
        "الأخير | الاخير | نام خانوادگی | 성 | họ | vezetéknév | επώνυμο | prezime | презиме | priimek | abizena | perekonnanimi | \
         priezvisko | apelidos | nume | фамилно име | фамілія | שם משפחה | 姓 | sukunimi | nama belakang | শেষাংশ | pavardė | \
         uzvārds | familinomo | الاسم الأخير | фамилно | abizenak | পদবি",
    ),
    (
        Field::Given,
        "الأول | الاول | نام | 이름 | tên | keresztnév | όνομα | ime | име | izena | eesnimi | meno | prenume | първо име | ім’я | имя | \
         שם פרטי | 名 | etunimi | nama depan | প্রথমাংশ | vardas | vārds | persona nomo | الاسم الأول | първо",
    ),
    (
        Field::Author,
        "مؤلف | كاتب | نویسنده | 저자 | tác giả | szerző | συγγραφέας | auctor | avtor | аутор | autors | egilea | מחבר | 著者 | 作者 | \
         aŭtoro | tekijä | penulis | লেখক | लेखक | autorius | auteur | аўтар | 글쓴이 | המחבר",
    ),
    (
        Field::Editor,
        "محرر | المحرر | ویراستار | 편집자 | biên tập viên | szerk | szerkesztő | עורך | সম্পাদক | 编辑 | 編輯",
    ),
];

/// What the parameter called `name`, without its number, says of an author.
pub(super) fn of_author(name: &str) -> Option<OfAuthor> {
    NUMBERED.iter().find(|(_, names)| names.split(" | ").any(|own| own == name)).map(|(of, _)| *of)
}

/// What the parameter called `name` says; a space stands for a low line.
pub(super) fn field(name: &str) -> Option<Field> {
    FIELDS.iter().find(|(_, names)| names.split(" | ").any(|own| own == name)).map(|(field, _)| *field)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_name_is_of_one_field() {
        let mut known = std::collections::HashSet::new();
        for (_, names) in FIELDS {
            for name in names.split(" | ") {
                assert!(known.insert(name), "{name} twice");
                assert!(super::super::parameters::FIELDS.iter().all(|(own, _)| *own != name), "{name} again");
                assert_eq!(name, name.to_lowercase());
            }
        }
    }
}
