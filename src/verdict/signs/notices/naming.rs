//! Titles that have the words of a notice and are the name of something: a song, an area code, a report of an error.

use super::{CODE_SIGNS, speaks_to_reader};
use crate::page::signature::{self, Class, parts, plain, sentences, unquoted, words};
use crate::page::vocabulary::known;
use crate::page::{Place, Signs};

/// Words of a headline behind its notice; the name of a site has fewer.
const HEADLINE: usize = 4;
/// The same of one that a heading repeats, and what parts it.
const BEHIND: usize = 3;
const BREAKS: [&str; 9] = [": ", "：", " – ", " — ", " - ", "——", "? ", "！", "？"];
/// Words of a title that is one of its own; “Hosting” and “We are sorry” head notices.
const TITLE: usize = 4;
/// Words of a sentence that says what its first words are.
const DEFINITION: usize = 6;
/// Digits of the code of an answer.
const CODE: usize = 3;
/// Words of a qualifier: `(area code)`.
const QUALIFIER: usize = 3;
/// The signature of titles that say what kind of text there is.
pub(super) const KIND: &str = "kind-of-text";
/// That of titles that are the notice as a whole, and the same with those that are the code.
const NOT_FOUND: &str = "not-found";
const WHOLE: [&str; 2] = [NOT_FOUND, "code-alone"];
/// That of what its reader wanted and is not there.
const WANTED: &str = "wanted-near-text";
/// Those of sentences that say that a page is not there, or why.
const AGAIN: [&str; 5] =
    ["not-found-text", "not-found-near-text", "wanted-near-text", "explained", "not-found-and-little"];

/// Whether what a title or a heading says is the name of something. `tells` is whether a sentence of some length does not
/// speak to its reader, and `tells_its_own` whether it does not say what a notice says either: an error page does nothing else.
pub(super) fn is_name(signs: &Signs, tells: bool, tells_its_own: bool) -> bool {
    let titles = || signs.title.iter().chain(&signs.headings).map(String::as_str);
    let parts = || titles().flat_map(parts);
    let is_told = tells_its_own && parts().any(is_qualified) || tells && parts().any(is_counted);
    is_told || is_of_a_kind(signs) || is_defined(signs, tells_its_own) || is_listed(signs)
}

/// Whether a line says that what it names may be several things, a list of which follows.
fn is_listed(signs: &Signs) -> bool {
    let lists = |line: &str| {
        let is_open = line.trim_end().ends_with([':', '：']);
        let plain = plain(line);
        is_open && known().may_be.all().any(|phrase| plain.contains(signature::as_words(phrase).as_str()))
    };
    let mut lines = signs.opening.lines();
    lines.any(lists) && lines.filter(|line| !line.trim().is_empty()).count() > 1
}

/// Whether a heading is the notice as a whole, and the sentence behind it says so in other words: whatever the page has below is
/// of its site. What is called so has a text about itself there.
pub(super) fn is_said_twice(signs: &Signs) -> bool {
    let headings = || signs.headings.iter().chain(&signs.lesser);
    let is_whole = |heading: &&String| {
        signature::in_words(Place::Heading, heading).iter().any(|hit| WHOLE.contains(&hit.signature.id.as_str()))
    };
    let notices: Vec<String> = headings().filter(is_whole).map(|heading| plain(heading)).collect();
    let of_words = sentences(&signs.opening).filter(|sentence| !sentence.trim().is_empty());
    let said: Vec<&str> = if notices.is_empty() { Vec::new() } else { of_words.collect() };
    let is_again = |notice: &str, behind: &str| {
        let hits = signature::in_words(Place::Text, behind);
        !plain(behind).contains(notice.trim()) && hits.iter().any(|hit| AGAIN.contains(&hit.signature.id.as_str()))
    };
    said.windows(2).any(|pair| {
        let (heading, behind) = (plain(pair[0]), pair[1]);
        notices.iter().any(|notice| notice.ends_with(&heading) && is_again(&heading, behind))
    })
}

/// Whether a part of a title says that it is of a help page, and none that a page was not found.
pub(super) fn is_help(signs: &Signs) -> bool {
    let says = |part: &str| {
        let plain = plain(part);
        plain.split(' ').any(|word| known().help.has(word)) || known().help_unspaced.stands_in(&plain)
    };
    let is_notice =
        |title: &str| signature::in_words(Place::Title, title).iter().any(|hit| hit.signature.id == NOT_FOUND);
    signs.title.as_deref().is_some_and(|title| parts(title).into_iter().any(says) && !is_notice(title))
}

/// Whether a title goes on in words of its own behind a colon.
pub(super) fn is_headline(signs: &Signs) -> bool {
    let goes_on = |title: &String| {
        title.split_once(": ").is_some_and(|(_, told)| {
            words(told) >= HEADLINE
                && signature::in_words(Place::Title, told).iter().all(|hit| hit.signature.class == Class::About)
        })
    };
    signs.title.iter().any(goes_on)
}

/// Whether the title and a heading are one headline: a notice, and words of its own behind a colon or a dash. The name of a site
/// is not repeated in headings.
pub(super) fn is_headline_twice(signs: &Signs) -> bool {
    let is_own = |told: &str| {
        // What it quotes is spoken of, and so is the code among words of its own: “the art of the error 404”.
        let told = unquoted(told);
        let hits = signature::in_words(Place::Title, &told).into_iter().chain(signature::in_words(Place::Text, &told));
        let is_notice =
            |hit: signature::Hit| hit.signature.class == Class::Soft404 && !hit.signature.id.starts_with(CODE_SIGNS);
        signature::telling_words(&told) >= BEHIND && !hits.into_iter().any(is_notice)
    };
    let goes_on = |title: &str| BREAKS.iter().filter_map(|mark| title.split_once(mark)).any(|(_, told)| is_own(told));
    let title = signs.title.as_deref().map(plain).unwrap_or_default();
    signs.headings.iter().any(|heading| title.starts_with(plain(heading).trim_end()) && goes_on(heading))
}

/// Whether a title or heading has the words of no notice.
fn is_of_none(text: &str) -> bool {
    let hits = signature::in_words(Place::Title, text).into_iter().chain(signature::in_words(Place::Heading, text));
    hits.into_iter().all(|hit| hit.signature.class == Class::About)
}

/// Whether a heading is the title without the name of the site, of several words that no notice has.
pub(super) fn is_titled_twice(signs: &Signs) -> bool {
    let title = signs.title.as_deref().map(plain).unwrap_or_default();
    let is_title = |heading: &String| {
        // The name of a domain heads a notice about it.
        words(heading) >= TITLE && !heading.contains('.') && title.starts_with(&plain(heading)) && is_of_none(heading)
    };
    signs.title.as_deref().is_some_and(is_of_none) && signs.headings.iter().any(is_title)
}

/// Whether a heading is the title without the name of the site, of no notice, and not all of the title: the name of a site heads
/// its notices.
pub(super) fn is_headed_as_titled(signs: &Signs) -> bool {
    let title = signs.title.as_deref().map(plain).unwrap_or_default();
    let is_title = |heading: &String| {
        let plain = plain(heading);
        !heading.contains('.') && title.starts_with(&plain) && title.len() > plain.len() && is_of_none(heading)
    };
    signs.headings.iter().any(is_title)
}

/// Whether a title ends in brackets that tell the thing from others of that name, and are no words of an error.
fn is_qualified(title: &str) -> bool {
    let inner = title.trim().strip_suffix([')', '）']).and_then(|it| it.rsplit_once(['(', '（']));
    inner.is_some_and(|(before, inner)| {
        let is_word = |c: char| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '’');
        let is_told = signature::in_words(Place::Heading, inner).is_empty()
            && !plain(inner).split(' ').any(|word| known().of_time.has(word));
        !before.trim().is_empty() && inner.chars().all(is_word) && (1..=QUALIFIER).contains(&words(inner)) && is_told
    })
}

/// Whether a part of a title is a number of a list.
fn is_counted(part: &str) -> bool {
    let plain = plain(part);
    plain.trim().rsplit_once(' ').is_some_and(|(kind, number)| {
        known().counted.has(kind) && !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// Whether the page is titled with a kind of text, and with no notice.
fn is_of_a_kind(signs: &Signs) -> bool {
    let titles = || signs.title.iter().chain(&signs.headings);
    let hits = || titles().flat_map(|title| signature::in_words(Place::Title, title));
    hits().any(|hit| hit.signature.id == KIND) && hits().all(|hit| hit.signature.class == Class::About)
}

/// Whether a sentence of the text says what that is of which the title has the name. A notice that explains itself does so as well,
/// and says nothing else: “Error 404 means that the requested page could not be found.”
fn is_defined(signs: &Signs, tells_its_own: bool) -> bool {
    let has_notice = |name: &str| {
        let hits = signature::in_words(Place::Title, name).into_iter().chain(signature::in_words(Place::Heading, name));
        hits.into_iter().any(|hit| hit.signature.class != Class::About)
    };
    let all: Vec<&str> = signs.title.iter().chain(&signs.headings).flat_map(|title| parts(title)).collect();
    // Beside a notice what a site says of itself names nothing: “Mill & Sons is a family business.”
    let is_any = !all.iter().any(|name| has_notice(name));
    let names: Vec<(&str, bool)> =
        all.into_iter().map(|name| (name, has_notice(name))).filter(|(_, is_notice)| is_any || *is_notice).collect();
    // “Error 503” of “Error 503 Service unavailable”.
    let coded = |name: &str| {
        let plain = bare(name);
        let end = plain.match_indices(|c: char| c.is_ascii_digit()).map(|(at, _)| at + 1).nth(CODE - 1);
        let end = end.filter(|end| plain.as_bytes()[end - CODE..*end].iter().all(u8::is_ascii_digit));
        end.filter(|end| plain[..*end].contains(' ')).map(|end| plain[..end].to_owned())
    };
    let coded: Vec<(String, bool)> =
        names.iter().filter(|it| it.1).filter_map(|it| Some((coded(it.0)?, true))).collect();
    let names: Vec<(String, bool)> = names.into_iter().map(|it| (bare(it.0), it.1)).chain(coded).collect();
    let defines = |sentence: &str| {
        let is_asked_for = !tells_its_own && speaks_of_request(sentence);
        let sentence = bare(sentence);
        let is_said = |(name, is_notice): &(String, bool)| {
            let behind = sentence.strip_prefix(name.as_str());
            // What a site does says nothing of a notice that it shows.
            let of_notice = known().does.all().filter(|_| *is_notice);
            let mut phrases = known().is_a.all().chain(of_notice);
            behind.is_some_and(|behind| match behind.strip_prefix(' ') {
                Some(behind) => phrases.any(|it| behind.starts_with(&plain(it)[1..])),
                // Scripts without spaces.
                None => !behind.is_ascii() && phrases.any(|it| behind.starts_with(plain(it).trim())),
            })
        };
        let is_meant = |(name, is_notice): &&(String, bool)| !(name.is_empty() || *is_notice && is_asked_for);
        names.iter().filter(is_meant).any(is_said)
    };
    let long = |sentence: &&str| words(sentence) >= DEFINITION && !speaks_to_reader(sentence);
    sentences(&signs.opening).filter(long).any(defines)
}

/// Whether no sentence speaks to its reader, or of what that asked for.
pub(super) fn is_for_nobody(signs: &Signs) -> bool {
    !sentences(&signs.opening).any(|sentence| speaks_to_reader(sentence) || speaks_of_request(sentence))
}

/// Whether a sentence speaks of what its reader asked for.
fn speaks_of_request(sentence: &str) -> bool {
    let is_wanted = |hit: &signature::Hit| hit.signature.id == WANTED;
    sentence.to_lowercase().split(|c: char| !c.is_alphanumeric()).any(|word| known().requested.begins(word))
        || signature::in_words(Place::Text, sentence).iter().any(is_wanted)
}

/// The plain words of a text without an article before them.
fn bare(text: &str) -> String {
    let plain = plain(text);
    let words = plain.trim();
    let (first, rest) = words.split_once(' ').unwrap_or((words, ""));
    if known().articles.has(first) && !rest.is_empty() { rest.to_owned() } else { words.to_owned() }
}

#[cfg(test)]
mod tests {
    use crate::verdict::signs::tests::seen;

    #[test]
    fn a_site_that_says_what_it_is_names_no_notice() {
        for html in [
            "<title>Mend - Clinic</title><h2>404 Error Page</h2><p>Home / 404 Error</p><h1>404</h1><p>Mend is a professional clinic \
             and health care provider for the whole county.</p><a href=/>Go back to homepage</a>",
            "<title>Mill &amp; Sons</title><h1>404 - Page not found</h1><p>Mill &amp; Sons is a family business that has made flour since \
             1871.</p>",
            "<title>Ruderverein Oberau</title><h1>Seite nicht gefunden</h1><p>Ruderverein Oberau ist ein Verein mit neunzig Mitgliedern und \
             acht Booten.</p>",
            "<title>Erreur 404 | Atelier Dune</title><h1>Erreur 404</h1><p>Page introuvable.</p><p>Atelier Dune est un atelier de céramique qui \
             reçoit le public toute l’année.</p>",
            "<title>Página no encontrada - Casa Brava</title><h1>404</h1><p>Casa Brava es una pequeña casa rural en la sierra de Gredos.</p>",
            "<title>404 - Bottega Lume</title><h1>Pagina non trovata</h1><p>Bottega Lume è un laboratorio di lampade nel centro della città.</p>",
        ] {
            seen(200, html).check("gone soft-404 unknown");
        }
        for html in [
            "<title>Error 404 - Clubs</title><h1>Error 404</h1><p>Error 404 is a techno club in the old harbour of Porto, open since 1998.</p>",
            "<title>404 | Glossary</title><h1>404</h1><p>A 404 is the answer of a server that has nothing to send for an address.</p>",
            "<title>Page Not Found - Records</title><h1>Page Not Found</h1><p>Page Not Found is the second record of the Tide Mills, made in \
             a barn near Wells.</p>",
            "<title>Nicht gefunden | Filme</title><h1>Nicht gefunden</h1><p>Nicht gefunden ist ein Spielfilm von Anna Berg aus dem Jahr 1987.</p>",
            "<title>Introuvable - Livres</title><h1>Introuvable</h1><p>Introuvable est un roman de Luc Maro, qui parut à Nantes en 1961.</p>",
            "<title>Área 404 - Prefijos</title><h1>404</h1><p>404 es el prefijo telefónico de la ciudad de Atlanta y de sus barrios.</p>",
            "<title>Mill &amp; Sons</title><h1>About us</h1><p>Mill &amp; Sons is a family business that has made flour since 1871.</p>",
        ] {
            seen(200, html).check("live - sound");
        }
    }

    #[test]
    fn a_notice_that_explains_its_code_defines_nothing() {
        let is_defined = |title: &str, said: &str, tells_its_own: bool| {
            let look = seen(200, &format!("<title>{title} – Mill</title><h1>{title}</h1><p>{said}</p>"));
            super::is_defined(look.0.answer().unwrap().signs.as_ref().unwrap(), tells_its_own)
        };
        for (title, said) in [
            ("Error 404", "Error 404 means that the requested page could not be found."),
            ("Erreur 404", "L’erreur 404 signifie que la page demandée n’existe pas ou plus."),
            ("Error 404", "El error 404 indica que la página solicitada no existe en el servidor."),
            ("Errore 404", "L’errore 404 significa che la pagina richiesta non esiste più qui."),
            ("Fehler 404", "Fehler 404 bedeutet, dass die angeforderte Seite nicht gefunden wurde."),
            ("Ошибка 404", "Ошибка 404 означает, что запрашиваемая страница не найдена на сервере."),
        ] {
            assert!(!is_defined(title, said, false), "{said}");
            assert!(is_defined(title, said, true), "{said}");
        }
        for (title, said) in [
            ("Error 404", "Error 404 means that a server has nothing to send for an address."),
            ("Fehler 503", "Der Fehler 503 bedeutet, dass ein Server überlastet ist oder gewartet wird."),
            (
                "Erreur 503 Service indisponible",
                "L’erreur 503 signifie que le serveur est surchargé ou en maintenance.",
            ),
        ] {
            assert!(is_defined(title, said, false), "{said}");
        }
    }

    #[test]
    fn a_heading_and_the_sentence_behind_it_say_twice_that_a_page_is_not_there() {
        let site = "<p>We have milled flour beside the harbour since 1871. Our stones come from the hills of Wales. The shop opens at \
            nine and sells bread, rolls and cakes.</p><h3>Events</h3><p>12 May: baking for children, 5 pounds. 3 June: the long night of \
            the mills. 9 July: the brass band plays in the yard at eight.</p>";
        for (title, said) in [
            (
                "Harbour Mill",
                "<h1>Oops! That page can’t be found.</h1><p>It looks like nothing was found at this location.</p>",
            ),
            ("Harbour Mill", "<h1>404</h1><h2>Page not found</h2>"),
            ("Hafenmühle", "<h1>Seite nicht gefunden</h1><p>Die gewünschte Adresse existiert leider nicht.</p>"),
            ("Moulin du port", "<h1>Page introuvable</h1><p>Le contenu demandé n’existe pas ou plus.</p>"),
            ("Molino del puerto", "<h1>Página no encontrada</h1><p>La dirección que buscas no existe.</p>"),
            ("Мельница", "<h1>Страница не найдена</h1><p>Возможно, она была удалена или перенесена.</p>"),
            (
                "港の水車",
                "<h1>ページが見つかりません</h1><p>お探しのページは移動または削除された可能性があります。</p>",
            ),
        ] {
            seen(200, &format!("<title>{title}</title>{said}{site}")).check("gone soft-404 unknown");
        }
        for (title, said) in [
            (
                "Records",
                "<h1>Page Not Found</h1><p>Page not found, the second record of the Tide Mills, came out in May.</p>",
            ),
            ("Records", "<h1>Page Not Found</h1><p>The second record of the Tide Mills came out in May.</p>"),
            ("Bücher", "<h1>Seite nicht gefunden</h1><p>Der zweite Roman von Anna Berg spielt in Husum.</p>"),
            ("Livres", "<h1>Page introuvable</h1><p>Le deuxième roman de Luc Maro parut à Nantes en 1961.</p>"),
            ("Cine", "<h1>Página no encontrada</h1><p>La segunda película de Inés Maro se estrenó ayer.</p>"),
            ("Стихи", "<h1>Страница не найдена</h1><p>Вторая книга стихов вышла в Оренбурге весной.</p>"),
            (
                "Mill",
                "<h1>The mill</h1><p>The page that you are looking for does not exist, it said on the door of the yard.</p>",
            ),
        ] {
            let page = seen(200, &format!("<title>{title}</title>{said}{site}"));
            assert!(page.told().starts_with("live"), "{said}: {}", page.told());
        }
    }
}
