//! The data file is well formed, and its signatures are found where they count.

use std::collections::HashSet;

use super::known::File;
use super::*;

fn file() -> File {
    toml::from_str(include_str!("../signatures.toml")).unwrap()
}

/// The names of what stands in a title.
fn in_title(title: &str) -> Vec<&'static str> {
    let mut ids: Vec<&str> = in_words(Place::Title, title).iter().map(|hit| hit.signature.id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

#[test]
fn every_signature_says_where_it_counts_where_it_is_from_and_what_it_mistakes() {
    let file = file();
    assert!(file.dated.parse::<jiff::civil::Date>().is_ok());
    let mut ids = HashSet::new();
    for sign in &file.sign {
        let id = &sign.id;
        assert!(ids.insert(id.clone()), "{id} stands twice");
        assert!(id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'), "{id}");
        assert!(!sign.places.is_empty() && sign.source.len() > 5 && sign.false_alarms.len() > 5, "{id}");
        assert!((1..=100).contains(&sign.points), "{id}");
        let in_header = sign.counts_in(Place::Header);
        assert_eq!(in_header, sign.header.is_some(), "{id}");
        assert!(in_header || !sign.any.is_empty() || sign.phrases.is_some(), "{id} looks for nothing");
        for name in sign.phrases.iter().chain(&sign.near) {
            assert!(file.phrases.contains_key(name), "{id} names a list that is not there");
        }
        assert!(sign.near.is_none() || sign.phrases.is_some() && sign.any.is_empty(), "{id} is near nothing");
        assert!(sign.vendor.as_ref().is_none_or(|vendor| !vendor.is_empty()), "{id}");
        // A sign that decides alone on a page of any length and status is a header, an address or nothing at all.
        let alone = sign.points == 100 && sign.most.is_none() && !sign.refusing;
        let certain = sign.places.iter().all(|place| matches!(place, Place::Header | Place::Redirect));
        assert!(!alone || certain, "{id} decides alone");
        let of_markup = sign.places.iter().any(|place| matches!(place, Place::Markup | Place::Script));
        assert!(
            !of_markup || sign.refusing || sign.most.is_some_and(|most| most <= 4_000),
            "{id}: long pages are not searched"
        );
        assert!(sign.any.iter().all(|phrase| phrase.trim().len() > 1), "{id}");
        let mut phrases = HashSet::new();
        let twice = sign.any.iter().find(|phrase| !phrases.insert(*phrase));
        assert_eq!(twice, None, "{id} looks for it twice");
    }
}

#[test]
fn languages_stand_behind_words_of_lists_that_are_looked_for_near_each_other_only() {
    let file = file();
    let is_near = |name: &str| {
        let of = |sign: &&Signature| [&sign.phrases, &sign.near].into_iter().flatten().any(|it| it == name);
        file.sign.iter().filter(of).all(|sign| sign.near.is_some())
    };
    for (name, phrases) in &file.phrases {
        for (words, languages) in phrases.iter().filter_map(|phrase| phrase.split_once('@')) {
            let is_code = |code: &str| code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_lowercase());
            assert!(!words.is_empty() && languages.split(',').all(is_code), "{words}@{languages}");
            assert!(is_near(name), "{name}: {words}");
        }
    }
    let pairs: HashSet<_> = file.sign.iter().filter_map(|sign| sign.near.as_ref().zip(sign.phrases.as_ref())).collect();
    assert!(pairs.len() <= 64, "{} pairs of lists; a bit for each", pairs.len());
}

#[test]
fn a_title_is_held_against_its_parts_without_its_fillers() {
    for title in [
        "Page not found",
        "404 – Page Not Found!",
        "Page not found | The Example",
        "The Example: Error 404 (Page Not Found)",
        "Seite nicht gefunden - Beispiel",
        "Erreur 404 : page introuvable",
        "Página no encontrada — Ejemplo",
        "ページが見つかりません｜例",
        "页面不存在",
        "페이지를 찾을 수 없습니다",
        "Страница не найдена",
    ] {
        assert!(in_title(title).contains(&"not-found"), "{title}: {:?}", in_title(title));
    }
    assert!(in_title("404").contains(&"code-alone"));
    assert!(in_title("Error 404").contains(&"code-alone"));
    for title in ["404 Media", "Peugeot 404 - A history", "Lost and found", "How the page was not foundational"] {
        let found = in_title(title);
        assert!(
            !found.iter().any(|id| ["not-found", "not-found-words", "code-alone"].contains(id)),
            "{title}: {found:?}"
        );
    }
}

#[test]
fn markup_counts_where_it_stands() {
    let in_script = "<p>x</p><script>window._cf_chl_opt={}</script>";
    let found = in_markup(in_script);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].0, found[0].1.signature.id.as_str()), (Place::Script, "cloudflare-challenge-script"));
    assert!(in_markup("<script>a()</script><p>location.replace(</p>").is_empty());
}

#[test]
fn a_header_counts_by_its_value_where_one_is_named() {
    let ids = |name: &'static str, value: &'static str| -> Vec<&str> {
        in_headers(|asked| (asked == name).then_some(value)).iter().map(|(it, _)| it.id.as_str()).collect()
    };
    assert_eq!(ids("cf-mitigated", " Challenge"), ["cloudflare-mitigated"]);
    assert_eq!(ids("cf-mitigated", "none"), [""; 0]);
    assert_eq!(ids("x-vercel-mitigated", "challenge"), ["vercel-mitigated"]);
    assert_eq!(ids("x-dd-b", "1"), ["datadome-blocked"]);
    assert_eq!(ids("ft-access-decision-policy", "DENIED_ZEPHR"), ["ft-access-denied"]);
    assert_eq!(ids("server", "cloudflare"), [""; 0]);
}

/// Marks within the name of a site part nothing; those at the end of a sentence do.
#[test]
fn a_stop_within_a_name_ends_no_sentence() {
    let says = |text: &str| in_words(Place::Text, text).iter().any(|hit| hit.signature.id == "domain-unused");
    for text in [
        "Diese Domain harbour.example ist abgelaufen",
        "Домен harbour.example зарегистрирован",
        "このドメインはお名前.comで取得されています",
    ] {
        assert!(says(text), "{text}");
    }
    for text in ["We bought this domain. It has expired", "this domain.\nIt has expired", "Die Domain.Ist abgelaufen"] {
        assert!(!says(text), "{text}");
    }
}

#[test]
fn nothing_but_something_is_no_notice() {
    let says = |text: &str| in_words(Place::Heading, text).iter().any(|hit| hit.signature.id == "nothing-here");
    for text in [
        "There is nothing here but the wind",
        "Nothing here apart from sand",
        "Hier ist nichts als der Wind",
        "Hier ist nichts, wie es scheint",
        "Il n’y a rien ici que la mer",
        "Aquí no hay nada que celebrar",
        "Qui non c’è niente se non sabbia",
        "Hier is niets dan de zee",
        "Här finns inget utom vinden",
        "Tu nic nie ma oprócz wiatru",
        "Здесь ничего нет, кроме ветра",
        "Тут нічого немає, крім вітру",
        "Nothing here is for sale",
        "Hier ist nichts zu verkaufen",
        "Her er intet til salg",
        "Her er ingenting til salgs",
        "Qui non c’è niente in vendita",
    ] {
        assert!(!says(text), "{text}");
    }
    for text in [
        "There is nothing here",
        "Nothing here, but you can search",
        "There is nothing here. But the harbour has a page",
        "Hier ist nichts",
        "Hier ist nichts mehr",
        "Il n’y a rien ici",
        "Il n’y a rien ici que vous cherchiez",
        "Aquí no hay nada que ver",
        "Qui non c’è niente",
        "Hier is niets",
        "Här finns inget",
        "Tu nic nie ma",
        "Здесь ничего нет",
        "Тут нічого немає",
        // “Må” of Danish is no “ma” of Polish.
        "Tu nic nie ma do czytania",
    ] {
        assert!(says(text), "{text}");
    }
}
