//! Which entries are remarks of the writer, or lead somewhere that is no address: such name no source that lacks one.

use crate::document::{Document, Entry, Format, Role};

use super::Citation;

/// Words before the number of a page, and names of numbers that books have.
const PLACES: &[&str] = &["p", "pp", "pg", "page", "pages", "s", "str", "isbn", "issn", "vol", "стр", "с"];

/// Bytes of a note that are looked at for the page of a work.
const LONGEST: usize = 2_000;

/// Whether `entry`, which has no address, needs none. `file` is the text of the file.
pub(super) fn is_one(document: &Document, entry: &Entry, citation: &Citation, file: &str) -> bool {
    let written = file.get(entry.span.range()).unwrap_or_default();
    if matches!(document.format, Format::Markdown | Format::Html) && holds_component(written) {
        return true;
    }
    if document.format == Format::Bibtex && (is_of_others(written) || inherits(document, file, written, DEEPEST)) {
        return true;
    }
    if is_private(document, entry, citation, written) {
        return true;
    }
    if names_a_source(document, entry, citation) {
        return false;
    }
    match entry.role {
        Role::Footnote | Role::Definition => true,
        Role::Listed { .. } => leads_within(document.format, written),
        Role::Link | Role::Keyed => false,
    }
}

/// Entries that take fields from one that takes them from another, in a row.
const DEEPEST: usize = 3;

/// Whether an entry of BibTeX stands for others, or holds what others take.
fn is_of_others(written: &str) -> bool {
    let kind = written.trim_start_matches('@').split(['{', '(']).next().unwrap_or_default().trim();
    ["set", "xdata"].iter().any(|name| kind.eq_ignore_ascii_case(name))
}

/// Whether an entry of BibTeX takes its address from another.
fn inherits(document: &Document, file: &str, written: &str, deepest: usize) -> bool {
    let is_given = |entry: &Entry| {
        let own = file.get(entry.span.range()).unwrap_or_default();
        entry.source.url.is_some()
            || entry.source.doi.is_some()
            || deepest > 0 && inherits(document, file, own, deepest - 1)
    };
    let of_key = |key: &String| document.entries.iter().find(|entry| entry.label.to_lowercase() == *key);
    ["crossref", "xdata"].iter().flat_map(|name| keys_in(written, name)).any(|key| of_key(&key).is_some_and(is_given))
}

/// The keys, in lower case, that the field `name` of an entry has.
fn keys_in(written: &str, name: &str) -> Vec<String> {
    let lower = written.to_lowercase();
    let value = lower.match_indices(name).find_map(|(at, _)| {
        let within = lower[..at].matches('{').count() > 1 + lower[..at].matches('}').count();
        let apart = !within && lower[..at].ends_with(|c: char| c.is_whitespace() || c == ',');
        let value = lower[at + name.len()..].trim_start().strip_prefix('=').filter(|_| apart)?.trim_start();
        let end = value.char_indices().skip(1).find(|(_, c)| "}\"\n".contains(*c)).map_or(value.len(), |(at, _)| at);
        Some(value[..end].trim_matches(|c: char| c.is_whitespace() || "{\",".contains(c)).to_owned())
    });
    value
        .iter()
        .flat_map(|keys| keys.split(','))
        .map(|key| key.trim().to_owned())
        .filter(|key| !key.is_empty())
        .collect()
}

/// What was said or written to somebody, or lies in a drawer: nobody can look it up at an address.
const PRIVATE: &[&str] = &[
    "personal communication",
    "private communication",
    "pers. comm",
    "personal correspondence",
    "private correspondence",
    "private letter",
    "personal letter",
    "letter to the author",
    "letter to author",
    "email to the author",
    "e-mail to the author",
    "email to author",
    "e-mail to author",
    "email from ",
    "e-mail from ",
    "email correspondence",
    "e-mail correspondence",
    "email message to",
    "e-mail message to",
    "text message to",
    "personal interview",
    "telephone interview",
    "phone interview",
    "phone call with",
    "telephone conversation",
    "interview by the author",
    "interview by author",
    "interview with the author",
    "interview with author",
    "interviewed by the author",
    "conversation with the author",
    "conversation with author",
    "discussion with the author",
    "unpublished",
    "author’s calculation",
    "author's calculation",
    "authors’ calculation",
    "authors' calculation",
    "own calculation",
    "author’s collection",
    "author's collection",
    "private collection",
    "possession of the author",
    "author’s possession",
    "author's possession",
    "on file with the author",
    "on file with author",
    "field notes",
    "persönliche mitteilung",
    "persönliche kommunikation",
    "persönliche auskunft",
    "mündliche mitteilung",
    "schriftliche mitteilung",
    "brief an den verfasser",
    "brief an den autor",
    "e-mail an den verfasser",
    "e-mail an den autor",
    "gespräch mit dem verfasser",
    "gespräch mit dem autor",
    "privatbesitz",
    "privatarchiv",
    "unveröffentlicht",
    "unpubliziert",
    "eigene berechnung",
    "communication personnelle",
    "comm. pers.",
    "lettre à l’auteur",
    "lettre à l'auteur",
    "entretien avec l’auteur",
    "entretien avec l'auteur",
    "lettre privée",
    "collection particulière",
    "archives personnelles",
    "non publié",
    "inédit",
    "calculs de l’auteur",
    "calculs de l'auteur",
    "comunicación personal",
    "carta privada",
    "carta al autor",
    "entrevista personal",
    "no publicado",
    "elaboración propia",
    "comunicazione personale",
    "lettera privata",
    "elaborazione propria",
    "non pubblicato",
    "comunicação pessoal",
    "carta particular",
    "não publicado",
    "elaboração própria",
    "persoonlijke communicatie",
    "persoonlijke mededeling",
    "ongepubliceerd",
    "niet gepubliceerd",
    "personlig kommunikation",
    "personligt meddelande",
    "personlig meddelelse",
    "opublicerad",
    "upubliceret",
    "upublisert",
    "informacja własna",
    "korespondencja prywatna",
    "list prywatny",
    "niepublikowan",
    "nieopublikowan",
    "nepublikovan",
    "osobní sdělení",
    "личное сообщение",
    "личная беседа",
    "личная переписка",
    "личное письмо",
    "частное письмо",
    "устное сообщение",
    "личный архив",
    "архив автора",
    "не опубликован",
    "неопубликован",
    "расчёты автора",
    "расчеты автора",
    "особисте повідомлення",
    "особистий архів",
    "неопублікован",
    "私信",
    "私人通信",
    "私人收藏",
    "未发表",
    "未發表",
    "未公刊",
    "未発表",
];

/// Whether an entry says that its source is none that stands anywhere. In a title that is set apart the words are those of
/// the source.
fn is_private(document: &Document, entry: &Entry, citation: &Citation, written: &str) -> bool {
    let text = entry.range().map_or("", |range| document.text(&range));
    let lower = text[..crate::span::floor_char_boundary(text, LONGEST)].to_lowercase();
    let apart = |title: &&str| {
        let before = written.find(*title).and_then(|at| written[..at].chars().next_back());
        before.is_some_and(|before| "*_'\"“„«‘>{/=|`”".contains(before))
    };
    let title = citation.title.as_deref().filter(apart).unwrap_or_default().to_lowercase();
    PRIVATE.iter().any(|words| lower.contains(words) && !title.contains(words))
}

/// Whether an entry says whose, or when, or where in a work: what a remark does not.
fn names_a_source(document: &Document, entry: &Entry, citation: &Citation) -> bool {
    if !citation.authors.is_empty() || citation.published.is_some() || citation.accessed.is_some() {
        return true;
    }
    let text = entry.range().map_or("", |range| document.text(&range)).trim_start();
    let titled = citation.title.is_some() && (citation.publisher.is_some() || text.starts_with(['“', '"', '«', '„']));
    titled || SHORT.iter().any(|short| starts(text, short)) || names_a_place(text)
}

/// What stands for a source that was named before.
const SHORT: &[&str] = &["ibid", "ebd", "op. cit", "loc. cit", "idem"];

fn starts(text: &str, word: &str) -> bool {
    text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}

/// `p. 12`, `S. 40`, `ISBN 978…`
fn names_a_place(text: &str) -> bool {
    let text = &text[..crate::span::floor_char_boundary(text, LONGEST)];
    let words = || text.split(|c: char| c.is_whitespace() || c == '(' || c == ',');
    words().zip(words().skip(1)).any(|(word, next)| {
        let name = word.trim_end_matches(['.', ':']).to_lowercase();
        PLACES.contains(&name.as_str()) && next.starts_with(|c: char| c.is_ascii_digit())
    })
}

/// A component of the page's own, `<Source id="a1">`, which may know the address.
fn holds_component(written: &str) -> bool {
    let tags = || written.match_indices('<').map(|(at, _)| &written[at + 1..]);
    tags().any(|tag| tag.starts_with(|c: char| c.is_ascii_uppercase()) && own_name(tag))
}

/// Whether a tag is named as components are, with a small letter in its name or with an attribute: HTML can be shouted.
fn own_name(tag: &str) -> bool {
    let name: &str = tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    let attribute = tag[name.len()..].starts_with(' ') && tag.split('>').next().is_some_and(|tag| tag.contains('='));
    attribute && !matches!(name, "A" | "IMG" | "FONT" | "SPAN" | "P" | "LI" | "DIV" | "TD")
}

/// A link to another page of the same site, or of the same folder.
fn leads_within(format: Format, written: &str) -> bool {
    let starts: &[&str] = match format {
        Format::Html => &["href=\"", "href='"],
        Format::Markdown | Format::Jupyter => &["](", "href=\""],
        _ => return false,
    };
    let targets = starts.iter().flat_map(|start| written.split(start).skip(1));
    targets.into_iter().any(|target| !target.starts_with(['#', '"', '\'', ')']) && !target.starts_with("javascript:"))
}
