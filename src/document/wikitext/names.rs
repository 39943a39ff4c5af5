//! Names in use on wikis: namespaces and templates, in the languages of large ones.

use super::quotations;
use super::shown::{self, Shown};

/// What a template is, as far as its name says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// A citation of one source.
    Cite,
    /// A short note that points to a citation by name and year.
    Short,
    /// Several of them in one.
    ShortMany,
    /// A note, of which the first value is the text.
    Note,
    /// Points to notes by their names.
    ByName,
    /// Points to a note by the name that is its first value.
    ByFirst,
    /// A capture of the source before it.
    Capture,
    /// Says that a page is gone; the link to it can stand in it.
    Dead,
    /// A quotation set apart.
    Quotation,
    /// A quotation within a line.
    Marked,
    /// A quotation set apart begins behind it.
    Opens,
    /// Such a quotation ends, and it can say whose it is.
    Closes,
    /// Words within a line: the value of this position.
    Words(&'static str),
    /// Words within a line: its last value.
    LastWords,
    /// Stands for these characters.
    Characters(&'static str),
    /// An address and its words.
    Address,
    /// The same, with the words behind the address.
    Linked,
    /// Words within a line, of which its values are a part.
    Shown(Shown),
    /// Holds parts of the page, notes among them.
    Frame,
    /// Says that no program is to touch the source before it.
    Spares,
    /// Says that what stands before it has no source.
    Wanting,
    /// That it does not say who speaks; the source can follow as long as the sentence goes on.
    Unnamed,
    /// Says something to editors.
    Silent,
}

const SORTS: &[(&str, Sort)] = &[
    ("citation", Sort::Cite),
    ("internetquelle", Sort::Cite),
    ("literatur", Sort::Cite),
    ("lien web", Sort::Cite),
    ("lien brisé", Sort::Cite),
    ("article", Sort::Cite),
    ("ouvrage", Sort::Cite),
    ("chapitre", Sort::Cite),
    ("sitaatti", Sort::Cite),
    ("verkkoviite", Sort::Cite),
    ("kirjaviite", Sort::Cite),
    ("lehtiviite", Sort::Cite),
    ("webbref", Sort::Cite),
    ("bokref", Sort::Cite),
    ("tidningsref", Sort::Cite),
    ("kilde www", Sort::Cite),
    ("kilde bok", Sort::Cite),
    ("referencia web", Sort::Cite),
    ("ref-web", Sort::Cite),
    ("ref-llibre", Sort::Cite),
    ("ref-publicació", Sort::Cite),
    ("ref-notícia", Sort::Cite),
    ("статья", Sort::Cite),
    ("книга", Sort::Cite),
    ("публикация", Sort::Cite),
    ("стаття", Sort::Cite),
    ("web kaynağı", Sort::Cite),
    ("haber kaynağı", Sort::Cite),
    ("kitap kaynağı", Sort::Cite),
    ("dergi kaynağı", Sort::Cite),
    ("artikkeliviite", Sort::Cite),
    ("webartikel", Sort::Cite),
    ("der spiegel", Sort::Cite),
    ("harvrefcol", Sort::Short),
    ("harvard citation no brackets", Sort::Short),
    ("sfn", Sort::Short),
    ("sfnp", Sort::Short),
    ("sfn whitelist", Sort::Silent),
    ("sfnref", Sort::Silent),
    ("harvid", Sort::Silent),
    ("harv", Sort::Short),
    ("harvnb", Sort::Short),
    ("harvp", Sort::Short),
    ("harvnp", Sort::Short),
    ("harvs", Sort::Short),
    ("harvtxt", Sort::Short),
    ("harvcol", Sort::Short),
    ("harvcoltxt", Sort::Short),
    ("harvsp", Sort::Short),
    ("sp", Sort::Short),
    ("snf", Sort::Short),
    ("odn", Sort::Short),
    ("sfnm", Sort::ShortMany),
    ("harvmnb", Sort::ShortMany),
    ("efn", Sort::Note),
    ("efn-ua", Sort::Note),
    ("efn-lr", Sort::Note),
    ("efn-ur", Sort::Note),
    ("efn-lg", Sort::Note),
    ("efn-ug", Sort::Note),
    ("refn", Sort::Note),
    ("note", Sort::Note),
    ("cnote", Sort::Note),
    ("#tag", Sort::Note),
    ("efn2", Sort::Note),
    ("refnest", Sort::Note),
    ("notetag", Sort::Note),
    ("uwaga", Sort::Note),
    ("הערה", Sort::Note),
    ("پاورقی", Sort::Note),
    ("للهامش", Sort::Note),
    ("nota de rodapé", Sort::Note),
    ("r", Sort::ByName),
    ("refhely", Sort::ByFirst),
    ("wikicite", Sort::Cite),
    ("ref label", Sort::Silent),
    ("webarchive", Sort::Capture),
    ("wayback", Sort::Capture),
    ("webarchiv", Sort::Capture),
    ("memento", Sort::Capture),
    ("webcite", Sort::Capture),
    ("webarchief", Sort::Capture),
    ("webarkiv", Sort::Capture),
    ("lien archive", Sort::Capture),
    ("архивировано", Sort::Capture),
    ("ウェブアーカイブ", Sort::Capture),
    ("début citation", Sort::Characters("“")),
    ("fin citation", Sort::Characters("”")),
    ("citation étrangère", Sort::Marked),
    ("guil", Sort::Marked),
    ("guillemets", Sort::Marked),
    ("qi", Sort::Marked),
    ("quote inline", Sort::Marked),
    ("tq", Sort::Marked),
    ("tqi", Sort::Marked),
    ("tqq", Sort::Marked),
    ("talk quote", Sort::Marked),
    ("talk quote inline", Sort::Marked),
    ("abbr", Sort::Words("1")),
    ("tooltip", Sort::Words("1")),
    ("nowrap", Sort::Words("1")),
    ("nobr", Sort::Words("1")),
    ("nobold", Sort::Words("1")),
    ("small", Sort::Words("1")),
    ("smaller", Sort::Words("1")),
    ("big", Sort::Words("1")),
    ("em", Sort::Words("1")),
    ("strong", Sort::Words("1")),
    ("smallcaps", Sort::Words("1")),
    ("aut", Sort::Words("1")),
    ("kapitälchen", Sort::Words("1")),
    ("petites capitales", Sort::Words("1")),
    ("maiuscoletto", Sort::Words("1")),
    ("versalita", Sort::Words("1")),
    ("sc", Sort::Words("1")),
    ("sup", Sort::Words("1")),
    ("sub", Sort::Words("1")),
    ("sic", Sort::Words("1")),
    ("notatypo", Sort::Words("1")),
    ("not a typo", Sort::Words("1")),
    ("as written", Sort::Words("1")),
    ("chem2", Sort::Words("1")),
    ("flag", Sort::Words("1")),
    ("flagu", Sort::Words("1")),
    ("flagcountry", Sort::Words("1")),
    ("ipa", Sort::Words("1")),
    ("linktext", Sort::Words("1")),
    ("uc", Sort::Words("1")),
    ("lc", Sort::Words("1")),
    ("w", Sort::LastWords),
    ("typo", Sort::Words("1")),
    ("interlanguage link", Sort::Words("1")),
    ("ill", Sort::Words("1")),
    ("illm", Sort::Words("1")),
    ("as of", Sort::Words("1")),
    ("visible anchor", Sort::Words("1")),
    ("vanchor", Sort::Words("1")),
    ("noitalic", Sort::Words("1")),
    ("'\"", Sort::Characters("’”")),
    ("script", Sort::Words("2")),
    ("translation", Sort::Words("1")),
    ("lang", Sort::LastWords),
    ("langx", Sort::Words("2")),
    ("langue", Sort::LastWords),
    ("transl", Sort::LastWords),
    ("transliteration", Sort::LastWords),
    ("color", Sort::LastWords),
    ("font color", Sort::LastWords),
    ("highlight", Sort::LastWords),
    ("spaced ndash", Sort::Characters(" – ")),
    ("spnd", Sort::Characters(" – ")),
    ("snd", Sort::Characters(" – ")),
    ("ndash", Sort::Characters("–")),
    ("endash", Sort::Characters("–")),
    ("mdash", Sort::Characters("—")),
    ("emdash", Sort::Characters("—")),
    ("spaced mdash", Sort::Characters(" — ")),
    ("nbsp", Sort::Characters("\u{a0}")),
    ("spaces", Sort::Characters(" ")),
    ("!", Sort::Characters("|")),
    ("=", Sort::Characters("=")),
    ("'", Sort::Characters("’")),
    ("'s", Sort::Characters("’s")),
    ("\" '", Sort::Characters("“‘")),
    ("' \"", Sort::Characters("’”")),
    ("ellipsis", Sort::Characters("…")),
    ("...", Sort::Characters("…")),
    ("dot", Sort::Characters(" · ")),
    ("·", Sort::Characters(" · ")),
    ("bull", Sort::Characters(" • ")),
    ("clear", Sort::Silent),
    ("url", Sort::Address),
    ("link", Sort::Linked),
    ("official", Sort::Address),
    ("official website", Sort::Address),
    ("rp", Sort::Silent),
    // What French parts two notes with.
    (",", Sort::Silent),
    ("reference page", Sort::Silent),
    ("dead link", Sort::Silent),
    ("cbignore", Sort::Spares),
    ("toter link", Sort::Dead),
    ("enlace roto", Sort::Dead),
    ("ligação inativa", Sort::Dead),
    ("link inativo", Sort::Dead),
    ("collegamento interrotto", Sort::Dead),
    ("dode link", Sort::Dead),
    ("verbroken link", Sort::Dead),
    ("död länk", Sort::Dead),
    ("død lenke", Sort::Dead),
    ("dødt link", Sort::Dead),
    ("martwy link", Sort::Dead),
    ("недоступная ссылка", Sort::Dead),
    ("リンク切れ", Sort::Dead),
    ("citation needed", Sort::Wanting),
    ("citationneeded", Sort::Wanting),
    ("citation-needed", Sort::Wanting),
    ("cn", Sort::Wanting),
    ("fact", Sort::Wanting),
    ("facts", Sort::Wanting),
    ("source needed", Sort::Wanting),
    ("source?", Sort::Wanting),
    ("needs citation", Sort::Wanting),
    ("ref needed", Sort::Wanting),
    ("reference needed", Sort::Wanting),
    ("refneeded", Sort::Wanting),
    ("unreferenced inline", Sort::Wanting),
    ("unsourced inline", Sort::Wanting),
    ("uncited inline", Sort::Wanting),
    ("cite quote", Sort::Wanting),
    ("quote needs citation", Sort::Wanting),
    ("medical citation needed", Sort::Wanting),
    ("blp citation needed", Sort::Wanting),
    ("attribution needed", Sort::Unnamed),
    ("according to whom", Sort::Unnamed),
    ("according to whom?", Sort::Unnamed),
    ("by whom", Sort::Unnamed),
    ("by whom?", Sort::Unnamed),
    ("like whom?", Sort::Unnamed),
    ("who", Sort::Unnamed),
    ("who?", Sort::Unnamed),
    ("says who", Sort::Unnamed),
    ("says who?", Sort::Unnamed),
    ("quotation needed", Sort::Wanting),
    ("quote without source", Sort::Wanting),
    ("unattributed quote", Sort::Wanting),
    ("refnec", Sort::Wanting),
    ("référence nécessaire", Sort::Wanting),
    ("référence souhaitée", Sort::Wanting),
    ("нет аи", Sort::Wanting),
    ("источник?", Sort::Wanting),
    ("кто?", Sort::Unnamed),
    ("original research inline", Sort::Wanting),
    ("or", Sort::Wanting),
    ("quelle", Sort::Wanting),
    ("cita requerida", Sort::Wanting),
    ("carece de fontes", Sort::Wanting),
    ("carece de fonte", Sort::Wanting),
    ("citação necessária", Sort::Wanting),
    ("senza fonte", Sort::Wanting),
    ("citazione necessaria", Sort::Wanting),
    ("bron?", Sort::Wanting),
    ("feit", Sort::Wanting),
    ("fakt", Sort::Wanting),
    ("citat behövs", Sort::Wanting),
    ("källa behövs", Sort::Wanting),
    ("trenger referanse", Sort::Wanting),
    ("kilde mangler", Sort::Wanting),
    ("lähde", Sort::Wanting),
    ("нет источника", Sort::Wanting),
    ("джерело?", Sort::Wanting),
    ("要出典", Sort::Wanting),
    ("来源请求", Sort::Wanting),
    ("來源請求", Sort::Wanting),
    ("출처 필요", Sort::Wanting),
    ("kaynak belirt", Sort::Wanting),
    ("بحاجة لمصدر", Sort::Wanting),
    ("cần dẫn nguồn", Sort::Wanting),
    ("butuh rujukan", Sort::Wanting),
    ("clarify", Sort::Silent),
    ("better source needed", Sort::Silent),
    ("failed verification", Sort::Silent),
    ("subscription required", Sort::Silent),
    ("registration required", Sort::Silent),
    ("use dmy dates", Sort::Silent),
    ("use mdy dates", Sort::Silent),
    ("short description", Sort::Silent),
    ("defaultsort", Sort::Silent),
];

/// Beginnings of names of citations; what follows says of which kind.
const CITES: &[&str] = &[
    "cite ",
    "cite-",
    "vcite ",
    "citar ",
    "cita ",
    "citace ",
    "citácia ",
    "cytuj",
    "citeer ",
    "citat ",
    "kilde ",
    "استشهاد",
    "يستشهد",
    "یادکرد",
    "מאמר",
    "קישור ",
    "хроника",
    "cite",
    "citation/",
    "literatuur",
    "bronvermelding",
    "citaweb",
    "출처",
    "웹 인용",
    "뉴스 인용",
    "chú thích",
    "цитат ",
    "citaĵo",
    "erreferentzia",
];

/// What a template called `name` (lower case) is.
pub(super) fn sort(name: &str) -> Sort {
    if let Some((_, sort)) = SORTS.iter().find(|(known, _)| *known == name) {
        return *sort;
    }
    if let Some(sort) = quotations::sort(name) {
        return sort;
    }
    if name.starts_with("lang-") {
        return Sort::Words("1");
    }
    if let Some(shown) = shown::shown(name) {
        return Sort::Shown(shown);
    }
    if shown::is_silent(name) {
        return Sort::Silent;
    }
    let cites = CITES.iter().any(|start| name.starts_with(start)) && !name.starts_with("citeref");
    if cites { Sort::Cite } else { Sort::Frame }
}

/// Whether a short note called `name` is a raised number where it stands, and not words of a note.
pub(super) fn is_raised(name: &str) -> bool {
    name.starts_with("sfn") || matches!(name, "snf" | "odn" | "harvnp")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_are_known_by_their_names() {
        assert_eq!(sort("cite web"), Sort::Cite);
        assert_eq!(sort("citation needed"), Sort::Wanting);
        assert_eq!(sort("infobox country"), Sort::Frame);
        assert_eq!(sort("internetquelle"), Sort::Cite);
    }
}
