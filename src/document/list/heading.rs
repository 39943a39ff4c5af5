//! Headings that open a reference list, in the languages that documents come in.

/// How sure the name of a heading makes it that a list of references follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::document) enum Named {
    /// `References`, `Works cited`: nothing else is called so.
    Surely,
    /// `Notes`, `Sources`: sometimes remarks; what follows decides.
    Perhaps,
}

const SURELY: &[&str] = &[
    "библиография",
    "бібліографія",
    "библиографија",
    "bibliografie",
    "bibliografi",
    "bibliyografya",
    "bibliografija",
    "kirjallisuusluettelo",
    "ביבליוגרפיה",
    "використана література",
    "използвана литература",
    "цитирана литература",
    "সন্দর্ভ",
    "তথ্যসূত্র",
    "सन्दर्भ",
    "संदर्भ सूची",
    "ссылки на источники",
    "список использованных источников",
    "список использованной литературы",
    "использованная литература",
    "список використаних джерел",
    "参考文献一覧",
    "引用・参考文献",
    "bibliographic references",
    "zitierte literatur",
    "citované zdroje",
    "použitá literatura",
    "wykaz źródeł",
    "wykaz literatury",
    "zoznam použitej literatúry",
    "källhänvisningar",
    "litteraturliste",
    "litteraturförteckning",
    "kildeliste",
    "lijst van geraadpleegde bronnen",
    "geraadpleegde bronnen",
    "literatuurlijst",
    "references",
    "normative references",
    "informative references",
    "references cited",
    "reference list",
    "list of references",
    "references and notes",
    "notes and references",
    "works cited",
    "obras citadas",
    "obres citades",
    "referenzen",
    "zitierte werke",
    "referenser",
    "referensi",
    "voetnoten",
    "irodalomjegyzék",
    "βιβλιογραφία",
    "संदर्भ",
    "เอกสารอ้างอิง",
    "각주",
    "referências citadas",
    "obras referenciadas",
    "geciteerd werk",
    "geciteerde werken",
    "sources des citations",
    "ouvrages cités",
    "œuvres citées",
    "opere citate",
    "riferimenti bibliografici",
    "cytowane prace",
    "citované práce",
    "citovaná díla",
    "alıntılanan çalışmalar",
    "nguồn trích dẫn",
    "karya yang dikutip",
    "citerade verk",
    "citeret arbejde",
    "siterte verk",
    "lähdeluettelo",
    "idézett munkák",
    "lucrări citate",
    "цитированные источники",
    "список источников",
    "цитовані джерела",
    "використані джерела",
    "עבודות שצוטטו",
    "المراجع المستشهد بها",
    "ผลงานที่อ้างอิง",
    "引用文献",
    "引用資料",
    "引用的文獻",
    "引用的文献",
    "引用著作",
    "参考資料",
    "참고 자료",
    "참고 문헌",
    "인용 자료",
    "sources cited",
    "literature cited",
    "bibliography",
    "citations",
    "footnotes",
    "endnotes",
    "einzelnachweise",
    "literaturverzeichnis",
    "quellenverzeichnis",
    "quellenangaben",
    "fußnoten",
    "références",
    "notes et références",
    "bibliographie",
    "referencias",
    "bibliografía",
    "bibliografia",
    "riferimenti",
    "referências",
    "referenties",
    "bronvermelding",
    "källförteckning",
    "referanser",
    "przypisy",
    "примечания",
    "список литературы",
    "références bibliographiques",
    "referências bibliográficas",
    "referencias bibliográficas",
    "kaynakça",
    "daftar pustaka",
    "tài liệu tham khảo",
    "piśmiennictwo",
    "viitteet",
    "hivatkozások",
    "παραπομπές",
    "примітки",
    "المراجع",
    "مراجع",
    "הערות שוליים",
    "อ้างอิง",
    "参考文献",
    "参考资料",
    "參考資料",
    "參考文獻",
    "引用的著作",
    "出典",
    "脚注",
    "참고문헌",
];

const PERHAPS: &[&str] = &[
    "litteratur",
    "източници",
    "литература и источники",
    "источники и литература",
    "kirjallisuus",
    "kilder og litteratur",
    "källor och litteratur",
    "literatura i źródła",
    "prameny",
    "viri",
    "izvori",
    "извори",
    "πηγές και σημειώσεις",
    "bibliography and notes",
    "注",
    "註",
    "注記",
    "注記・出典",
    "註解",
    "주",
    "주석",
    "미주",
    "сноски",
    "fotnoter",
    "merknader",
    "catatan kaki",
    "catatan",
    "chú thích",
    "tham khảo",
    "پانویس",
    "پی‌نوشت",
    "ارجاعات",
    "ارجاع‌ها",
    "फ़ुटनोट",
    "टिप्पणी",
    "টীকা",
    "poznámky pod čarou",
    "notes de fin",
    "pie de página",
    "notas al pie",
    "notas a pie de página",
    "note a piè di pagina",
    "notas de rodapé",
    "dipnotlar",
    "notlar",
    "jegyzetek",
    "lábjegyzetek",
    "alaviitteet",
    "bilješke",
    "σημειώσεις",
    "υποσημειώσεις",
    "注释",
    "註釋",
    "출처",
    "literatura",
    "poznámky",
    "irodalom",
    "бележки",
    "منابع",
    "notes",
    "sources",
    "source",
    "reference",
    "literature",
    "further reading",
    "references and further reading",
    "sources and further reading",
    "sources and references",
    "references and sources",
    "sources and notes",
    "notes and sources",
    "sources used",
    "sources used in the report",
    "sources consulted",
    "works consulted",
    "references used",
    "المصادر",
    "مصادر",
    "מקורות",
    "kaynaklar",
    "lähteet",
    "források",
    "zdroje",
    "πηγές",
    "джерела",
    "来源",
    "來源",
    "external links",
    "quellen",
    "literatur",
    "anmerkungen",
    "notes de bas de page",
    "sources et notes",
    "fuentes",
    "notas",
    "note",
    "fonti",
    "fontes",
    "bronnen",
    "noten",
    "källor",
    "kilder",
    "źródła",
    "bibliografia i źródła",
    "источники",
    "литература",
    "资料来源",
];

/// Longest heading looked at, in bytes: the longest name above with numbering and decoration.
const LONGEST: usize = 80;

/// Whether `text`, markup or not, names a reference list.
pub(in crate::document) fn names_references(text: &str) -> Option<Named> {
    let text = text.trim();
    if text.len() > LONGEST {
        return None;
    }
    // Signs around it, pictures too; not the marks of a question or a quotation.
    let decoration = |c: char| !c.is_alphanumeric() && !".?!“”\"'‘’«»„()".contains(c);
    let bare = text.trim_matches(decoration);
    let numbering = |c: char| c.is_ascii_digit() || c == '.' || c == ')' || "IVX".contains(c);
    let unnumbered = match bare.split_once(' ') {
        Some((number, rest)) if number.chars().all(numbering) => rest.trim_matches(decoration),
        _ => bare,
    };
    let name = without_count(unnumbered).trim_end_matches('.').replace('&', "and").to_lowercase();
    // `Source: Conversation with Bing, 12/3/2023`
    let is_chat = name.strip_prefix("source: conversation with ").is_some_and(|program| !program.is_empty());
    if SURELY.contains(&name.as_str()) {
        Some(Named::Surely)
    } else {
        (is_chat || PERHAPS.contains(&name.as_str())).then_some(Named::Perhaps)
    }
}

/// Whether a heading names a list of what the text does not point to: `Further reading`.
pub(in crate::document) fn names_others(text: &str) -> bool {
    const OTHERS: [&str; 8] = [
        "further reading",
        "additional reading",
        "external links",
        "see also",
        "weiterführende literatur",
        "weblinks",
        "pour en savoir plus",
        "lecturas adicionales",
    ];
    let name = text.trim().trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    OTHERS.contains(&name.as_str())
}

/// `References (12)`: how many there are is no part of the name.
fn without_count(name: &str) -> &str {
    let counted =
        name.trim_end_matches(|c: char| "*_: ".contains(c)).strip_suffix(')').and_then(|name| name.rsplit_once('('));
    let is_count =
        |count: &str| !count.is_empty() && count.len() <= 3 && count.bytes().all(|byte| byte.is_ascii_digit());
    counted
        .filter(|(_, count)| is_count(count))
        .map_or(name, |(name, _)| name.trim_end_matches(|c: char| "*_: ".contains(c)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_list_is_known_by_its_name_whatever_decorates_it() {
        for text in [
            "References",
            "REFERENCES:",
            "## References",
            "**Works cited**",
            "7. References",
            "Bibliography.",
            "2.1.  Normative References",
            "**References** (3)",
            "References (12):",
        ] {
            assert_eq!(names_references(text), Some(Named::Surely), "{text}");
        }
        for text in [
            "Notes",
            "Sources:",
            "== Quellen ==",
            "📚 Sources",
            "Sources used:",
            "➤ מקורות",
            "Source: Conversation with Bing, 12/3/2023",
        ] {
            assert_eq!(names_references(text), Some(Named::Perhaps), "{text}");
        }
        for text in [
            "",
            "References are listed below",
            "Participants",
            "Note that",
            "7.",
            "“Notes”",
            "Sources?",
            "References (short)",
            "References ()",
        ] {
            assert_eq!(names_references(text), None, "{text}");
        }
    }
}
