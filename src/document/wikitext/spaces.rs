//! The namespaces of wikis whose links show no words of theirs where they stand, in all languages that have a Wikipedia.

/// Names of the namespace of pictures, lower case, with `_` for a space.
const FILES: &str = "\
    aafbeilding abruozdielis afaylu afbeelding anaajaalaa apamduööt archivi archivo archivu arkivo arquivo attēls \
    barakas barkas beeld beld belld berkas bestand beureukaih bhengkek bielde bild bilde biliþ billede \
    biru'_na_zayzyuwaw biru’_na_zayzyuwaw chitro coadan dadai dataja datei datnyvei datoteca datoteka delwedd \
    dencukaay dosiero dosiye dossia dosya dosye duoro_kɔre ewava eʼelyaaígíí faali fael faidhle fail faili fails \
    failu fajl fasciculus fayil fayl faylo faýl feil fexeiro ficheiro ficheru fichier fichièr fichiér fichye fiché \
    figura fiila fiileq fil file fisye fitxategi fitxer fiùra fişier fișier fotografija fájl fáìlì fáílú gambar \
    gefre gepokan grafika hình imachen image imagem imagen imagine imago imahen imaj imajen imajo imatge imaxe \
    imaxen imej immaggine immagine immàgini imàjine imådje irudi iyeltak kiʻi kuva kép ladawan lahabali_kɔligu \
    litratu lêer magod mmàggini mynd natisinahikaniwoc obrázok ofbeeldienge ofbyld papeles patas_bntasan payl \
    paypay picha pilt plaetje plik ragiv resim restr restren rikcha räsem sary seswantšho setshwantsho \
    sineqetj_a_vecik skeda skeudenn slika soubor stampa su'wret swret súbor ta'ãnga talaksan tangan tasvir tiedosto \
    tiätuvuárkká tugna tóng-àn tập_tin ugasan usòrò vaizdas waihona wepo wobraz wékpo wêne ymele àwòrán \
    ákwúkwó_orünotu émâge íomhá òbrôzk īxiptli şəkil αρχείο αρχείον εικόνα εικόναν акс артовкс афаил билэ боомг \
    ви́дъ видъ выява датотека дѣло зображення зураг зург изображение картинка ныв няйф ойуу податотека ресим рәсем \
    слика сурат суред сурет сурт файл фотографија хlум ӳкерчĕк պատկեր בילד טעקע קו קובץ תמונה أسگ انځور تصویر جانیا \
    دوتنه سۋرەت صورة عڪس فائل فاىل فایل فيشي فَیِل ملف پرونده پەڕگە ھۆججەت ܠܦܦܐ ފައިލު ފައިލް ߞߐߕߐ߮ किपा चित्र \
    चित्रं चित्रम् पटिमा फाइल फाईल फायल सञ्चिका চিত্র চিত্ৰ ছবি ਤਸਵੀਰ ચિત્ર ଫାଇଲ படிமம் దస్త్రం ఫైలు బొమ్మ ಚಿತ್ರ \
    ಫೈಲ್ ചിത്രം പ്രമാണം ගොනුව රූපය ภาพ ไฟล์ ຮູບ ဖိုင် ဖုဲင် ဝှာင် ၾၢႆႇ სურათი ფაილი ስዕል ፋይል រូបភាព ឯកសារ ᱨᱮᱫ ⴰⴼⴰⵢⵍⵓ \
    ファイル 图 图像 图片 圖 圖像 圖片 文件 文檔 档 档案 檔 檔案 画像 ꯐꯥꯏꯜ 그림 파일 𐍆𐌴𐌹𐌻𐌰";

/// Names of the namespace of categories.
const CATEGORIES: &str = "\
    abdeeling adà akotchajülee_sünülia akpaxwé bangsaan bekätakthook bhângsa buuri_buuri bólkur catadorie catagóir \
    categoreye categori categoria categorie category categorìa categoría categorîa categuria categurìa catigurìa \
    catègorie catégorie dalala flocc flokkur gbuli gbúgbe horong ikiciro jamii kaarangay kadegorie kakuniza kalasi \
    karolo kasasiwasiw kateggoría kategooria kategoreja kategori kategoria kategorie kategorii kategoriija \
    kategorija kategorio kategoriya kategoriye kategoriýa kategory kategorya kategoryjo kategoría kategorî \
    kategourii kateguorėjė kategòrëjô kategória katejori kateqoriya katigori katigoria katiguriya kattejori \
    katégori katēggoría kaurian kawan klad klass klesi loma luokka lūi-pia̍t māhele neneuhcāyōtl nkyekyεmu \
    pinapapilipiliqan pubu roinn-seòrsa ronney rukuni rummad saachjrop saachjropp saachjrupp sachgrubb sachjrop \
    sanat setensele shopni snakun sokajy sumut_atassuseq taggayt thể_loại tipanictawin tispir tumbung turkum törkem \
    tʼááłáhági_átʼéego umuce vibhag wàll zyuwaw_na ébéonọr ñemohenda òtù κατηγορία κατηγορίαν акатегориа ангилал \
    аңгылал гурӯҳ кадегар категори категорие категорий категориэ категория категорија категорія катеґорія катигорїꙗ \
    катигорї катэгорыя оагӏат санат тоба төркем төркөм янз әәшл կատեգորիա ստորոգութիւն קאַטעגאָריע קאטעגאריע קט \
    קטגוריה بؤلمه تصنيف تۈر جرگه دأسە رج رده زمرو زمرہ زٲژ سانات ونکی وېشنيزه پۆل گٹھ ܣܕܪܐ ޤިސްމު ߦߌߟߡߊ पुचः वर्ग \
    वर्गः विभाग श्रेणी থাক বিষয়শ্রেণী শ্রেণী শ্ৰেণী ਸ਼੍ਰੇਣੀ શ્રે શ્રેણી ବିଭାଗ ଶ୍ରେଣୀ பகுப்பு వర్గం ವರ್ಗ ವರ್ಗೊ \
    വിഭാഗം വർഗ്ഗം ප්‍රවර්ගය หมวดหมู่ ໝວດ ကဏ္ဍ ပိူင်ထၢၼ်ႈ კატეგორია መደብ ចំណាត់ក្រុម ចំណាត់ថ្នាក់ក្រុម \
    ចំនាត់ថ្នាក់ក្រុម ᱛᱷᱚᱠ ẹ̀ka ⴰⵙⵎⵉⵍ カテゴリ 分类 分類 类 類 ꯃꯆꯥꯈꯥꯏꯕ 분류 𐌷𐌰𐌽𐍃𐌰";

/// Whether a link to `target` shows a file.
pub(super) fn is_file(target: &str) -> bool {
    is_in(target, FILES)
}

/// Whether a link to `target` shows nothing where it stands: a category, or the same page in another language.
pub(super) fn is_silent(target: &str) -> bool {
    let language = target.split_once(':').is_some_and(|(code, rest)| {
        (2..=3).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_lowercase()) && !rest.is_empty()
    });
    language || is_in(target, CATEGORIES)
}

fn is_in(target: &str, names: &str) -> bool {
    let Some((space, _)) = target.split_once(':') else { return false };
    let space = space.split([' ', '_']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join("_").to_lowercase();
    names.split_ascii_whitespace().any(|name| name == space)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_and_categories_are_known_in_every_language() {
        for file in
            ["File:A.jpg", "Datei:A.jpg", "image: A", "Fitxer:A.png", "Tập_tin:A.jpg", "Pilt:A.jpg", "Şəkil:A.jpg"]
        {
            assert!(is_file(file), "{file}");
        }
        for silent in ["Kategorie:A", "de:A", "Kategori:A", "Thể loại:A", "श्रेणी:A", "Категорія:A"]
        {
            assert!(is_silent(silent), "{silent}");
        }
        // A title with a colon, and a link to a page about a file.
        for shown in ["Star Trek: B", "Class: A History", ":File:A.jpg", ":Category:A", "File", "Figure: A Play"] {
            assert!(!is_file(shown) && !is_silent(shown), "{shown}");
        }
    }
}
