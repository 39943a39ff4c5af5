//! User names and passwords in addresses: hidden before anything is made of them.

use url::Url;

use super::host;

/// Stands where user information stood; an address with it is still one with user information.
const HIDDEN: &str = "***";

/// Characters that end the part of an address that names its host.
const AFTER_HOST: &[char] = &['/', '?', '#', '\\', '<', '>', '"', '(', ')', '[', ']', ' ', '\t', '\r', '\n'];

/// Times that an address within an address is percent-encoded, from once on.
const LAYERS: usize = 3;

/// `url` with its user information hidden, and a password in an address within it, as archives and redirectors wrap them.
pub fn hidden(url: &str) -> String {
    let mut shown = hidden_plain(url);
    for escape in escapes(&shown) {
        shown = without_encoded(&shown, &escape, |_| HIDDEN.to_owned());
    }
    shown
}

/// Whether user information stands in `url`, or did before it was hidden, be it of an address within it.
pub fn is_in(url: &str) -> bool {
    if !url.contains(['@', '%']) {
        return false;
    }
    let lower = url.to_ascii_lowercase();
    let stands = |slash: &str, at: &str| lower.contains(&format!("{slash}{slash}{HIDDEN}{at}"));
    let encoded = |escape: &String| {
        let slash = format!("{escape}2f");
        stands(&slash, "@") || stands(&slash, &format!("{escape}40"))
    };
    stands("/", "@") || escapes(url).iter().any(encoded) || hidden(url) != url
}

/// How a `%` of an address within an address is written, for each depth that there may be one.
fn escapes(text: &str) -> Vec<String> {
    let depths = if text.contains("%40") || text.contains("%25") || text.contains('%') && text.contains('@') {
        LAYERS
    } else {
        0
    };
    (0..depths).map(|depth| format!("%{}", "25".repeat(depth))).collect()
}

/// `text` with the passwords hidden of addresses that are percent-encoded in it, so many times.
fn without_encoded(text: &str, escape: &str, hide: impl Fn(&str) -> String) -> String {
    // Letters of escapes are of either case, and others keep their place.
    let lower = text.to_ascii_lowercase();
    let [colon, slash, at] = ["3a", "2f", "40"].map(|code| format!("{escape}{code}"));
    let begins = format!("{colon}{slash}{slash}");
    let ends = [slash.clone(), format!("{escape}3f"), format!("{escape}23"), format!("{escape}26")];
    let (mut shown, mut done) = (String::with_capacity(text.len()), 0);
    while let Some(found) = lower[done..].find(&begins) {
        let start = done + found + begins.len();
        let rest = &lower[start..];
        let plain = rest.find(|c: char| "/?#&\\<>\"'()[]".contains(c) || c.is_whitespace()).unwrap_or(rest.len());
        let end = ends.iter().filter_map(|end| rest[..plain].find(end.as_str())).min().unwrap_or(plain);
        let authority = &rest[..end];
        let secret = authority.rfind(&at).or_else(|| authority.rfind('@')).filter(|&secret| {
            secret > 0 && (authority[..secret].contains(&colon) || authority[..secret].contains(':'))
        });
        shown.push_str(&text[done..start]);
        let secret = secret.unwrap_or(0);
        if secret > 0 {
            shown.push_str(&hide(&text[start..start + secret]));
        }
        done = start + secret;
    }
    shown + &text[done..]
}

fn hidden_plain(url: &str) -> String {
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
    let mut shown = starred_plain(text);
    for escape in escapes(&shown) {
        shown = without_encoded(&shown, &escape, |secret| "*".repeat(secret.chars().count()));
    }
    shown
}

fn starred_plain(text: &str) -> String {
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
    fn an_address_that_held_a_password_is_known_by_what_hides_it() {
        for url in [
            "https://me:word@news.example/",
            "https://a.example/web/2024/http://me:word@b.example/",
            "https://l.example/l.php?u=http%3A%2F%2Fme%3Aword%40a.example%2F",
            "https://l.example/?u=http%3a%2f%2fme:word@a.example&v=1",
            "https://l.example/?u=http%253A%252F%252Fme%253Aword%2540a.example",
        ] {
            assert!(is_in(url) && is_in(&hidden(url)), "{url}");
        }
        for url in ["https://news.example/@me", "https://news.example/***@here", "https://a.example/?q=***%40b.example"]
        {
            assert!(!is_in(url) && !is_in(&hidden(url)), "{url}");
        }
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
        check(
            "https://l.example/l.php?u=http%3A%2F%2Fme%3Aword%40a.example%2F",
            "https://l.example/l.php?u=http%3A%2F%2F***%40a.example%2F",
        );
        check(
            "https://l.example/?u=http%3a%2f%2fme:word@a.example&v=1",
            "https://l.example/?u=http%3a%2f%2f***@a.example&v=1",
        );
        check(
            "https://w.example/web/2024/http%3A%2F%2Fme%3Aw%25rd%40a.example%2Fx",
            "https://w.example/web/2024/http%3A%2F%2F***%40a.example%2Fx",
        );
        check(
            "https://l.example/?u=http%253A%252F%252Fme%253Aword%2540a.example",
            "https://l.example/?u=http%253A%252F%252F***%2540a.example",
        );
        check("http://me:s(cret@news.example/x", "http://***@news.example/x");
        check("http://me:<s\"]cret@news.example/x", "http://***@news.example/x");
        for same in [
            "https://news.example/@me",
            "https://news.example/?mail=me@post.example",
            "https://web.archive.org/web/2024/https://me@news.example/",
            "https://@news.example/",
            "https://l.example/?u=http%3A%2F%2Fa.example%2F%3Fmail%3Dme%40post.example",
            "https://l.example/?u=http%3A%2F%2Fme%40a.example%2F",
            "https://l.example/?u=http%3A%2F%2Fa.example%3A80%2F&mail=me%40post.example",
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
        check(
            "see l.example/?u=http%3A%2F%2Fme%3Awörd%40a.example",
            "see l.example/?u=http%3A%2F%2F*********%40a.example",
        );
        check("me@post.example and https://news.example/@me", "me@post.example and https://news.example/@me");
    }
}
