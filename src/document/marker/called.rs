//! Numbers of notes that are called so in a bracket: `(see note 1)`, `(vgl. Anm. 2)`, `（注3）`, `[#4]`.

use std::collections::HashSet;

use super::cited;

/// What leads to a note, in small letters.
const LEADS: &[&str] = &[
    "see also", "see", "cf.", "cf", "vgl.", "siehe", "s.", "voir", "cfr.", "véase", "ver", "veja", "vedi", "zie",
    "vgl", "se", "jf.", "jfr", "zob.", "patrz", "por.", "viz", "srov.", "см.", "див.", "ср.", "пор.", "bkz.", "ks.",
    "lásd", "ld.", "βλ.", "vezi", "veure", "参见", "參見", "见", "見", "参照",
];

/// What notes and sources with a number are called, in small letters.
const NAMES: &[&str] = &[
    "note",
    "notes",
    "endnote",
    "endnotes",
    "footnote",
    "footnotes",
    "fn.",
    "fn",
    "n.",
    "nn.",
    "source",
    "sources",
    "reference",
    "references",
    "ref.",
    "refs.",
    "ref",
    "refs",
    "anm.",
    "anmerkung",
    "anmerkungen",
    "fußnote",
    "fußnoten",
    "fussnote",
    "fussnoten",
    "endnoten",
    "quelle",
    "quellen",
    "référence",
    "références",
    "réf.",
    "réfs.",
    "nota",
    "notas",
    "fuente",
    "fuentes",
    "referencia",
    "referencias",
    "fonte",
    "fontes",
    "fonti",
    "referência",
    "referências",
    "rif.",
    "noot",
    "noten",
    "voetnoot",
    "eindnoot",
    "bron",
    "bronnen",
    "not",
    "noter",
    "fotnot",
    "källa",
    "källor",
    "fotnote",
    "fodnote",
    "kilde",
    "kilder",
    "viite",
    "alaviite",
    "lähde",
    "przypis",
    "przyp.",
    "źródło",
    "źr.",
    "poznámka",
    "pozn.",
    "zdroj",
    "прим.",
    "примечание",
    "сноска",
    "сн.",
    "источник",
    "ист.",
    "примітка",
    "виноска",
    "джерело",
    "dipnot",
    "kaynak",
    "jegyzet",
    "lábjegyzet",
    "forrás",
    "σημ.",
    "σημείωση",
    "πηγή",
    "notă",
    "sursa",
    "注",
    "註",
    "注釈",
    "脚注",
    "脚註",
    "注释",
    "出典",
    "来源",
    "來源",
    "文献",
    "주",
    "각주",
    "출처",
    "#",
    "№",
    "no.",
    "nr.",
    "n°",
    "nº",
];

/// Names of notes that stand in a bracket of their own wherever a mark does.
const EAST_ASIAN: &[&str] = &["注", "註", "주"];

/// The numbers that a bracket behind a quotation calls notes or sources.
pub(super) fn numbers(inside: &str) -> Option<Vec<String>> {
    let parts = inside.split([';', '；']).map(|part| named(part.trim(), NAMES));
    parts.collect::<Option<Vec<_>>>().map(|parts| parts.concat())
}

/// The same of a bracket that is a mark wherever it stands: `（注1）`.
pub(super) fn east_asian(inside: &str) -> Option<Vec<String>> {
    named(inside.trim(), EAST_ASIAN)
}

/// Whether a quotation ends at the end of `text`, with a stop behind its mark or not.
pub(super) fn is_behind_quotation(text: &str) -> bool {
    let bare = text.trim_end();
    let bare = bare.strip_suffix(['.', ',', '。', '，', '、']).unwrap_or(bare);
    bare.ends_with(['”', '"', '’', '»', '“', '«', '」', '』', '〞', '〟', '״'])
}

fn named(part: &str, names: &[&str]) -> Option<Vec<String>> {
    let lower = part.to_lowercase();
    let lead = LEADS.iter().filter_map(|lead| lower.strip_prefix(lead)).map(str::trim_start);
    // The longest name is the one: `n.` begins no `notes`.
    let own = lead.chain([lower.as_str()]).flat_map(|bare| names.iter().filter_map(|name| bare.strip_prefix(name)));
    let rest = own.min_by_key(|rest| rest.len())?.trim_start();
    cited::several(rest, &HashSet::new())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_called_by_their_number_in_many_languages() {
        let check = |inside: &str, expected: &[&str]| {
            assert_eq!(numbers(inside).unwrap_or_default(), expected, "{inside}");
        };
        for inside in [
            "see note 1",
            "note 1",
            "See n. 1",
            "#1",
            "source 1",
            "vgl. Anm. 1",
            "siehe Fußnote 1",
            "voir note 1",
            "véase nota 1",
            "fonte 1",
            "zie noot 1",
            "se not 1",
            "przyp. 1",
            "viz pozn. 1",
            "см. прим. 1",
            "див. джерело 1",
            "bkz. dipnot 1",
            "ks. viite 1",
            "注1",
            "参见注1",
            "각주 1",
            "№ 1",
        ] {
            check(inside, &["1"]);
        }
        check("notes 1 and 3", &["1", "3"]);
        check("see note 1; note 4", &["1", "4"]);
        for other in
            ["see page 1", "1 note", "note", "see Doe 2019", "notes 2019", "see the note 1", "noteworthy 1", "1", ""]
        {
            check(other, &[]);
        }
    }
}
