//! User names and passwords in addresses: hidden before anything is made of them.

use url::Url;

use super::host;

/// Stands where user information stood; an address with it is still one with user information.
const HIDDEN: &str = "***";

/// Characters that end the part of an address that names its host.
const AFTER_HOST: &[char] = &['/', '?', '#', '\\', '<', '>', '"', '(', ')', '[', ']', ' ', '\t', '\r', '\n'];

/// `url` with its user information hidden, and a password in an address within it, as archives wrap them.
pub fn hidden(url: &str) -> String {
    if !url.contains('@') {
        return url.to_owned();
    }
    let (mut shown, mut rest, mut found) = (String::with_capacity(url.len()), url, false);
    while let Some((before, after)) = rest.split_once("://") {
        let secret = length(after).filter(|length| shown.is_empty() || after[..*length].contains(':'));
        found |= secret.is_some();
        shown = shown + before + "://" + secret.map_or("", |_| HIDDEN);
        rest = &after[secret.unwrap_or(0)..];
    }
    if found {
        return shown + rest;
    }
    if host::as_written(url).is_some() {
        return url.to_owned();
    }
    match Url::parse(url) {
        // `https:me:word@news.example/` and its like are read as addresses, too.
        Ok(mut parsed) if !parsed.username().is_empty() || parsed.password().is_some() => {
            let set = parsed.set_password(None).and_then(|()| parsed.set_username(HIDDEN));
            set.map_or_else(|()| HIDDEN.to_owned(), |()| parsed.into())
        }
        Ok(_) | Err(_) => url.to_owned(),
    }
}

/// `text` with the user information of every address in it hidden, a star for each character.
pub fn starred(text: &str) -> String {
    let (mut shown, mut rest) = (String::with_capacity(text.len()), text);
    while let Some((before, after)) = rest.split_once("://") {
        let secret = length(after).unwrap_or(0);
        shown = shown + before + "://";
        shown.extend(after[..secret].chars().map(|_| '*'));
        rest = &after[secret..];
    }
    shown + rest
}

/// How many bytes of what follows `://` are user information, if any are. A password may hold what ends an address in a text:
/// rather too much is hidden.
fn length(rest: &str) -> Option<usize> {
    let ends = |c: char| matches!(c, '/' | '?' | '#' | '\\') || c.is_whitespace();
    let written = &rest[..rest.find(ends).unwrap_or(rest.len())];
    let authority = &written[..written.find(AFTER_HOST).unwrap_or(written.len())];
    let secret = if authority.contains('@') { authority } else { written };
    // `<https://a.example>,<me@post.example>` is an address and then another thing.
    let of_user = |at: &usize| *at > 0 && (secret.len() == authority.len() || written[..*at].contains(':'));
    secret.rfind('@').filter(of_user)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(url: &str, expected: &str) {
        assert_eq!(hidden(url), expected);
    }

    #[test]
    fn user_information_is_hidden_and_nothing_else_is_touched() {
        check("https://me:word@news.example/a?b#c", "https://***@news.example/a?b#c");
        check("https://token@news.example", "https://***@news.example");
        check("ftp://me:w@rd@news.example/", "ftp://***@news.example/");
        check("https:me:word@news.example/", "https://***@news.example/");
        check(
            "https://a.example/web/2024/http://me:word@b.example/",
            "https://a.example/web/2024/http://***@b.example/",
        );
        check("https:/me:word@news.example/", "https://***@news.example/");
        check("http://me:s(cret@news.example/x", "http://***@news.example/x");
        check("http://me:<s\"]cret@news.example/x", "http://***@news.example/x");
        for same in [
            "https://news.example/@me",
            "https://news.example/?mail=me@post.example",
            "https://web.archive.org/web/2024/https://me@news.example/",
            "https://@news.example/",
            "mailto:me@post.example",
            "nothing",
            "",
        ] {
            check(same, same);
        }
    }

    #[test]
    fn in_a_text_every_address_is_starred_character_by_character() {
        let check = |text: &str, expected: &str| assert_eq!(starred(text), expected);
        check("see http://me:s(crt@a.example/x), ok", "see http://********@a.example/x), ok");
        check("<https://a.example>,<me@b.example>", "<https://a.example>,<me@b.example>");
        check("see <https://me:wörd@a.example/x>, ok", "see <https://*******@a.example/x>, ok");
        check("ftp://a:b@c.example ftp://d:e@f.example", "ftp://***@c.example ftp://***@f.example");
        check("me@post.example and https://news.example/@me", "me@post.example and https://news.example/@me");
    }
}
