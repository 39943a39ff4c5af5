//! Pages that show a part of a text, speak of a work without showing it, or play it.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::{
    LONGEST_BESIDE_DOCUMENT, LONGEST_BESIDE_FILM, LONGEST_BESIDE_FRAME, LONGEST_PART, LONGEST_RECORD, Seen, Unshown,
    UnshownKind, came, phrases,
};

/// What pages say that show the beginning of a text. Each speaks of the text that it stands in.
static PART: LazyLock<AhoCorasick> = LazyLock::new(|| {
    phrases(&[
        "preview of subscription content",
        "buy article pdf",
        "purchase pdf",
        "section snippets",
        "access through your organi",
        "access through your institution",
        "log in through your institution",
        "login through your institution",
        "login via your institution",
        "log in via your institution",
        "log in via an institution",
        "via an institution to check access",
        "check access to the full text",
        "get full access to this article",
        "access through shibboleth",
        "account to read the full story",
        "to read the full article",
        "to read this article in full",
        "to read the rest of",
        "to continue reading",
        "to keep reading",
        "continue reading for free",
        "keep reading for free",
        "article is for subscribers",
        "story is for subscribers",
        "content is for subscribers",
        "post is for paid subscribers",
        "post is for paying subscribers",
        "article is for members",
        "story is for members",
        "post is for members",
        "content is for members",
        "only available to subscribers",
        "available to subscribers only",
        "available to medium members",
        "exclusive to subscribers",
        "limit of free articles",
        "free article limit",
        "your last free article",
        "no free articles left",
        "reached your article limit",
        "used all your free articles",
        "subscribe to read this",
        "subscribe to read the full",
        "subscribe to continue",
        "register to continue",
        "sign in to continue reading",
        "unlock this article",
        "unlock the full article",
        "the full article is available to",
        "nur für abonnenten",
        "jetzt weiterlesen",
        "um weiterzulesen",
        "mit einem abo weiterlesen",
        "registrieren und weiterlesen",
        "réservé aux abonnés",
        "réservé à nos abonnés",
        "la suite est réservée",
        "de cet article à lire",
        "pour lire la suite",
        "exclusivo para suscriptores",
        "solo para suscriptores",
        "para seguir leyendo",
        "riservato agli abbonati",
        "per continuare a leggere",
        "exclusivo para assinantes",
        "para continuar lendo",
        "alleen voor abonnees",
        "om verder te lezen",
        "endast för prenumeranter",
        "aby czytać dalej",
        "dla prenumeratorów",
        "доступно только подписчикам",
        "только для подписчиков",
        "有料会員限定",
        "会員限定記事",
        "订阅后阅读全文",
    ])
});
/// What a page says whose text comes with its scripts.
const LOADING: [&str; 10] = [
    "loading",
    "loading...",
    "loading…",
    "please wait...",
    "please wait…",
    "load more comments",
    "load more replies",
    "wird geladen…",
    "chargement…",
    "cargando…",
];
/// What pages say of a work that is somewhere else.
static ELSEWHERE: LazyLock<AhoCorasick> = LazyLock::new(|| {
    phrases(&[
        "full text links",
        "no preview available",
        "full text available",
        "full-text available",
        "request full-text",
        "view full text",
        "full text not available",
        "volltext verfügbar",
        "texte intégral disponible",
        "texto completo disponible",
    ])
});
/// What entries of catalogues name; two of them are one.
static RECORD: LazyLock<AhoCorasick> = LazyLock::new(|| {
    phrases(&[
        "call number",
        "physical description",
        "bibliographic information",
        "request item",
        "holdings",
        "isbn",
        "oclc",
        "lccn",
        "publication details",
        "signatur",
        "umfang",
        "cote",
        "description matérielle",
        "signatura",
        "descripción física",
        "collocazione",
        "descrizione fisica",
        "шифр",
    ])
});
/// What the heading of an abstract says; a summary stands above many whole texts.
const ABSTRACT: [&str; 3] = ["abstract", "kurzfassung", "аннотация"];
/// Headings of the text of a paper.
const BODY: [&str; 14] = [
    "introduction",
    "method",
    "results",
    "discussion",
    "conclusion",
    "background",
    "einleitung",
    "methoden",
    "ergebnisse",
    "fazit",
    "introducción",
    "resultados",
    "résultats",
    "введение",
];
const FILMS: [&str; 10] = [
    "VideoObject",
    "AudioObject",
    "PodcastEpisode",
    "RadioEpisode",
    "TVEpisode",
    "Episode",
    "Clip",
    "Movie",
    "MusicRecording",
    "PodcastSeries",
];
const ARTICLES: [&str; 6] =
    ["Article", "NewsArticle", "BlogPosting", "ReportageNewsArticle", "ScholarlyArticle", "Report"];
const TRANSCRIPTS: [&str; 5] = ["transcript", "transkript", "transcription", "transcripción", "trascrizione"];

impl Seen<'_> {
    /// Whether the page is about a thing of one of these kinds, and no article.
    fn is_of(&self, kinds: &[&str]) -> bool {
        let mut things = self.gathered.things.iter().chain(&self.known.structured.kinds);
        things.any(|thing| kinds.contains(&thing.as_str()))
    }

    fn has_heading(&self, words: &[&str]) -> bool {
        self.gathered.headings.iter().any(|heading| words.iter().any(|word| heading.contains(word)))
    }
}

/// A page that is a film or a recording, or has one and next to no text. A transcript is its text.
pub(super) fn spoken(seen: &Seen<'_>) -> Option<Unshown> {
    if seen.said > LONGEST_BESIDE_DOCUMENT || seen.has_heading(&TRANSCRIPTS) {
        return None;
    }
    let kind = seen.gathered.kind.as_deref().unwrap_or_default();
    let is_article = kind == "article" || seen.is_of(&ARTICLES);
    let is_film = kind.starts_with("video") || kind.starts_with("music") || seen.is_of(&FILMS);
    let plays = || seen.gathered.plays || seen.gathered.frames.iter().any(|frame| frame.plays(seen));
    let beside = || seen.said <= LONGEST_BESIDE_FILM && plays();
    (is_film && !is_article || beside()).then(|| Unshown::new(UnshownKind::Spoken, None))
}

/// The beginning of a text, as its data or its words say.
pub(super) fn rest(seen: &Seen<'_>) -> Option<Unshown> {
    if seen.said > LONGEST_PART {
        return None;
    }
    let structured = seen.known.structured;
    let locked = seen.known.free == Some(false) && structured.body <= seen.said;
    let locked = locked && !came(seen.known.tree, &structured.locked);
    let loads = seen.gathered.scripted && seen.said <= LONGEST_BESIDE_FRAME;
    let loads = loads && seen.lines.iter().any(|line| LOADING.contains(&line.as_str()));
    (locked || loads || seen.says(&PART)).then(|| Unshown::new(UnshownKind::Rest, None))
}

/// An abstract, or an entry of a catalogue.
pub(super) fn work(seen: &Seen<'_>) -> Option<Unshown> {
    if seen.said > LONGEST_PART || seen.has_heading(&BODY) {
        return None;
    }
    let document = seen.gathered.document.as_ref().and_then(|written| seen.other(written));
    let headed = || seen.gathered.headings.iter().any(|heading| ABSTRACT.contains(&heading.as_str()));
    let is_book = || seen.gathered.kind.as_deref().is_some_and(|kind| kind == "book" || kind.starts_with("books."));
    let labels = || seen.said_of(&RECORD);
    let is_record = || seen.said <= LONGEST_RECORD && (labels() >= 2 || is_book() || seen.is_of(&["Book"]));
    let told = document.is_some() || headed() || seen.says(&ELSEWHERE) || is_record();
    told.then(|| Unshown::new(UnshownKind::Work, document.map(String::from)))
}
