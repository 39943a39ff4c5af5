//! What is the caption among the parts of a picture, and what says how it is shown.

use super::call::Run;

/// Words that say how and where a picture is shown, in the languages of wikis, lower case.
const WORDS: &str = "\
    thumb thumbnail frame framed enframed frameless border left right center centre none baseline sub super sup top text-top middle \
    bottom text-bottom upright mini miniatur gerahmt rahmenlos hochkant rechts links zentriert ohne rand vignette cadre encadré \
    sans_cadre redresse droite gauche centré néant bordure miniatura miniaturadeimagen marco sinmarco derecha izquierda centro \
    ninguna no borde min riquadrato incorniciato senza_cornice verticale destra sinistra nessuno bordo miniaturadaimagem commoldura \
    semmoldura superiordireito direita esquerda nenhum borda мини миниатюра обрамить безрамки сверхусправа справа слева центр без \
    граница мініатюра міні праворуч ліворуч межа мала дясно ляво център мини рамка mały ramka bezramki prawo lewo centruj bez \
    miniatuur omkaderd kaderloos rechtop gecentreerd geen kader miniatyr ram inramad ramlös stående höger vänster centrerad ingen \
    kantlinje ramme høyre venstre sentrert midtstilt náhled rám bezrámu vpravo vlevo střed žádný náhľad vľavo stred pienoiskuva \
    pienois kehystetty oikea vasen keskitetty tyhjä bélyegkép miniatűr keretben bal jobb közép semmi dreta esquerra cap marc \
    küçükresim küçük çerçeveli sağ sol orta yok kenarlık μικρογραφία μινι δεξιά αριστερά κέντρο καθόλου πλαίσιο nhỏ khung phải \
    trái giữa không jmpl bingkai ka kanan ki kiri pus tengah nir ezkerrera eskuinera erdian desno lijevo središte minijatura okvir \
    десно лево центар умањено dreapta stânga centru サムネイル フレーム 右 左 中央 なし 缩略图 縮圖 有框 无框 無框 居中 置中 无 無 \
    섬네일 축소판 오른쪽 왼쪽 가운데 없음 프레임 تصغير مصغر يمين يسار مركز وسط بلا بدون إطار بندانگشتی انگشتدان راست چپ هیچ قاب \
    ממוזער ימין שמאל מרכז ללא גבול מסגרת अंगूठाकार दाएँ बाएँ केंद्र";

/// Names before a sign of equation that say the same, or what stands for the picture.
const NAMES: &str = "\
    alt link lang page class upright thumb thumbnail alternativtext verweis sprache seite klasse mini miniatur hochkant lien langue \
    redresse vignette enlace vínculo vinculo idioma página miniatura ligação hiperligação collegamento pagina verticale альт ссылка \
    страница посилання сторінка мини миниатюра koppeling rechtop länk sida stående lenke alternativ odkaz strana alternatywny linkki \
    sivu enllaç bağlantı sayfa σύνδεσμος liên_kết pranala 代替文 リンク ページ 替代文本 替代文字 链接 連結 대체글 링크 بديل وصلة \
    جایگزین پیوند קישור טקסט";

/// The caption of a picture: the last of its parts that is no option, wherever it stands.
pub(super) fn caption<'p>(text: &str, parts: &'p [Run]) -> Option<&'p Run> {
    parts.get(1..)?.iter().rev().find(|part| !is_option(text[part.bytes.clone()].trim()))
}

fn is_option(part: &str) -> bool {
    let holds = |list: &str, word: &str| list.split_ascii_whitespace().any(|own| own == word);
    let lower = part.to_lowercase();
    let named = lower.split_once('=').is_some_and(|(name, _)| holds(NAMES, name.trim_end()));
    named
        || lower.is_empty()
        || holds(WORDS, &lower)
        || is_size(&lower)
        || lower.strip_prefix("upright").is_some_and(is_number)
}

/// `220px`, `x180px`, `220x180px`.
fn is_size(part: &str) -> bool {
    let bare = part.trim_end_matches(char::is_alphabetic).trim_end();
    let unit = part[bare.len()..].trim_start();
    let wide = unit.strip_prefix('x').is_none();
    wide && matches!(unit, "px" | "пкс" | "пкл" | "п" | "бкс" | "נקודות" | "بكس" | "پیکسل" | "ppx" | "pks")
        && bare.contains(|c: char| c.is_ascii_digit())
        && bare.chars().all(|c| c.is_ascii_digit() || c == 'x')
}

fn is_number(part: &str) -> bool {
    let bare = part.trim();
    !bare.is_empty() && bare.chars().all(|c| c.is_ascii_digit() || c == '.')
}

#[cfg(test)]
mod tests {
    use crate::document::{Format, Limits, parse};

    /// The paragraphs of a page that has one picture.
    fn shown(options: &str) -> Vec<String> {
        let document = parse(&format!("[[File:Wall.jpg|{options}]]\n"), Format::Wikitext, Limits::default());
        document.blocks.iter().map(|block| document.text(&block.range()).to_owned()).collect()
    }

    #[test]
    fn the_caption_of_a_picture_stands_wherever_no_option_does() {
        for options in [
            "thumb|A wall.",
            "thumb|A wall.|alt=Stones",
            "A wall.|thumb|right|220px",
            "thumb|A wall.|right|upright=1.2",
            "thumb|alt=Stones|A wall.",
            "mini|hochkant=0.8|A wall.|rechts",
            "vignette|A wall.|gauche|x180px",
            "мини|A wall.|справа|220пкс",
            "thumb|An old wall.|A wall.|class=notpageimage",
        ] {
            assert_eq!(shown(options), ["A wall."], "{options}");
        }
        // What only looks like an option is said.
        assert_eq!(shown("thumb|E = mc2"), ["E = mc2"]);
        assert_eq!(shown("thumb|Left of the wall"), ["Left of the wall"]);
        assert_eq!(shown("thumb|right|220px"), Vec::<String>::new());
    }

    #[test]
    fn notes_of_a_caption_are_read_wherever_it_stands() {
        let text = "[[File:Wall.jpg|thumb|A wall.<ref name=\"a\">{{cite web|title=Walls|url=https://a.test}}</ref>|alt=Stones]]\nIt fell.<ref name=\"a\" />\n";
        let document = parse(text, Format::Wikitext, Limits::default());
        assert_eq!(document.entries.len(), 1);
        assert!(document.markers.iter().all(|marker| marker.entries.len() == 1));
    }
}
