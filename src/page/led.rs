//! Pages that are nothing but a script that leads their reader on, as `location.replace("/there")`.
//!
//! No script is run. One that goes to an address that it writes out, and does nothing else that depends on anything, is
//! followed like a redirect; of any other that goes somewhere nobody knows where to without a browser.

use scraper::ElementRef;
use url::Url;

use super::attribute::Attribute;
use crate::page::structured::script;

/// A longer script does more than lead on.
const LONGEST: usize = 4_000;

/// Where parked domains are sold on their own hosts: the page that leads there is known for what it is, and the other says
/// nothing without scripts.
const SALE: &str = "/lander";

/// Where the script of a page leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Led {
    /// Nowhere: its reader stays.
    Nowhere,
    /// To this address, as written.
    To(String),
    /// Somewhere that only a browser can tell.
    Somewhere,
}

/// Words of scripts that go on under a condition, or are a test of whoever reads.
const DEPENDS: [&str; 13] = [
    "if",
    "else",
    "switch",
    "case",
    "catch",
    "for",
    "while",
    "confirm",
    "prompt",
    "cookie",
    "localStorage",
    "sessionStorage",
    "fetch",
];

/// Where the scripts among `elements` lead, of the page at `url`.
pub(super) fn by_script(elements: &[ElementRef<'_>], url: &str) -> Led {
    let (mut codes, mut files) = (Vec::new(), 0);
    for element in elements {
        match element.value().name() {
            "script" if is_data(*element) => {}
            "script" if element.attribute("src").is_some() => files += 1,
            "script" => codes.push(element.text().collect::<String>()),
            "body" => codes.extend(element.value().attribute("onload").map(str::to_owned)),
            _ => {}
        }
    }
    codes.retain(|code| !code.trim().is_empty());
    let goes = codes.iter().any(|code| code.len() <= LONGEST && !targets(&Code::read(code)).is_empty());
    let to = match codes.as_slice() {
        _ if !goes => return Led::Nowhere,
        [code] if files == 0 => address(&Code::read(code)),
        _ => None,
    };
    match to {
        Some(to) if to == SALE => Led::Nowhere,
        Some(to) if is_followed(&to, url) => Led::To(to),
        _ => Led::Somewhere,
    }
}

/// Structured data and templates are no scripts.
fn is_data(element: ElementRef<'_>) -> bool {
    let kind = element.attribute("type").unwrap_or_default().trim().to_ascii_lowercase();
    !(kind.is_empty() || kind == "module" || kind.contains("javascript") || kind.contains("ecmascript"))
}

/// The address that a script goes to whatever happens.
fn address(code: &Code) -> Option<String> {
    if code.pieces.iter().any(Piece::depends) {
        return None;
    }
    let found = targets(code);
    let Some(Target::Written(first)) = found.first() else { return None };
    found.iter().all(|other| matches!(other, Target::Written(other) if other == first)).then(|| first.clone())
}

/// Whether an address is followed from the page at `url`: one of the web, and never from a safe way to an open one.
fn is_followed(to: &str, url: &str) -> bool {
    let Ok(page) = Url::parse(url) else { return false };
    let Ok(next) = page.join(to.trim()) else { return false };
    next.scheme() == page.scheme() || (page.scheme(), next.scheme()) == ("http", "https")
}

/// A script without its comments and white space.
struct Code {
    pieces: Vec<Piece>,
}

#[derive(Debug, PartialEq, Eq)]
enum Piece {
    Word(String),
    /// A string, its escapes taken out; of a template that something is put into nothing is known.
    Text(Option<String>),
    Sign(char),
}

impl Piece {
    fn depends(&self) -> bool {
        match self {
            Self::Word(word) => DEPENDS.contains(&word.as_str()),
            Self::Sign(sign) => *sign == '?',
            Self::Text(_) => false,
        }
    }

    fn is_word(&self, word: &str) -> bool {
        matches!(self, Self::Word(own) if own == word)
    }

    fn is_sign(&self, sign: char) -> bool {
        matches!(self, Self::Sign(own) if *own == sign)
    }
}

impl Code {
    fn read(code: &str) -> Self {
        let mut pieces = Vec::new();
        let mut rest = code;
        while let Some(c) = rest.chars().next() {
            let taken = match c {
                _ if rest.starts_with("//") || rest.starts_with("<!--") || rest.starts_with("-->") => {
                    rest.find('\n').unwrap_or(rest.len())
                }
                _ if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
                '"' | '\'' | '`' => {
                    let Ok(end) = script::literal_end(rest.as_bytes(), 0) else { break };
                    let text = &rest[1..end];
                    let known = !(c == '`' && text.contains("${"));
                    pieces.push(Piece::Text(known.then(|| script::unescaped(text))));
                    end + 1
                }
                c if is_of_word(c) => {
                    let end = rest.find(|c| !is_of_word(c)).unwrap_or(rest.len());
                    pieces.push(Piece::Word(rest[..end].to_owned()));
                    end
                }
                c => {
                    if !c.is_whitespace() {
                        pieces.push(Piece::Sign(c));
                    }
                    c.len_utf8()
                }
            };
            rest = &rest[taken..];
        }
        Self { pieces }
    }
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '$')
}

/// Where a script goes at one place in it.
#[derive(Debug, PartialEq, Eq)]
enum Target {
    /// To an address that is written out.
    Written(String),
    /// To one that it makes.
    Made,
}

/// Every place to which a script goes. A script in a string is read as well, as
/// `setTimeout` takes one.
fn targets(code: &Code) -> Vec<Target> {
    let mut found = Vec::new();
    for (at, piece) in code.pieces.iter().enumerate() {
        match piece {
            Piece::Word(word) if word == "location" => found.extend(target(&code.pieces[..at], &code.pieces[at + 1..])),
            Piece::Text(Some(text)) if at >= 2 && code.pieces[at - 2].is_word("setTimeout") => {
                found.extend(targets(&Code { pieces: inner(text) }));
            }
            Piece::Word(_) | Piece::Text(_) | Piece::Sign(_) => {}
        }
    }
    found
}

/// The pieces of a script in a string. Strings in that are not looked into again.
fn inner(text: &str) -> Vec<Piece> {
    let mut pieces = Code::read(text).pieces;
    pieces.retain(|piece| !piece.is_word("setTimeout"));
    pieces
}

/// What a `location` between these pieces is told to go to; nothing where it is only read.
fn target(before: &[Piece], after: &[Piece]) -> Option<Target> {
    let is_own = match before {
        [.., Piece::Word(of), Piece::Sign('.')] => {
            matches!(of.as_str(), "window" | "document" | "self" | "top" | "parent" | "this" | "globalThis")
        }
        [.., Piece::Sign('.')] => false,
        // `var location = …` is another one.
        [.., Piece::Word(word)] => !matches!(word.as_str(), "var" | "let" | "const" | "function"),
        _ => true,
    };
    if !is_own {
        return None;
    }
    let (value, close) = match after {
        [Piece::Sign('.'), Piece::Word(name), Piece::Sign('='), rest @ ..] if name == "href" => (rest, false),
        [Piece::Sign('.'), Piece::Word(name), Piece::Sign('('), rest @ ..] if name == "replace" || name == "assign" => {
            (rest, true)
        }
        [Piece::Sign('='), rest @ ..] => (rest, false),
        // To the same address, where another page stands by then.
        [Piece::Sign('.'), Piece::Word(name), Piece::Sign('('), ..] if name == "reload" => return Some(Target::Made),
        _ => return None,
    };
    // A comparison.
    if value.first().is_some_and(|piece| piece.is_sign('=')) {
        return None;
    }
    let [Piece::Text(Some(to)), rest @ ..] = value else { return Some(Target::Made) };
    let ends = match rest.first() {
        Some(piece) if close => piece.is_sign(')'),
        None | Some(Piece::Word(_)) => !close,
        Some(piece) => [';', '}', ',', ')'].iter().any(|sign| piece.is_sign(*sign)),
    };
    let to = to.trim();
    Some(if ends && !to.is_empty() { Target::Written(to.to_owned()) } else { Target::Made })
}

#[cfg(test)]
mod tests {
    use crate::page::{self, ContentHead, Page, SaidBy};

    fn read(html: &str) -> Page {
        let head = ContentHead {
            content_type: Some("text/html; charset=utf-8"),
            said_by: SaidBy::Server,
            url: "https://harbour.example/a/lamp",
        };
        page::read(html.as_bytes(), &head, &mut || true)
    }

    #[track_caller]
    fn check(html: &str, to: Option<&str>, script_only: bool) {
        let page = read(html);
        assert_eq!((page.leads_to(), page.script_only()), (to, script_only), "{html}");
    }

    #[test]
    fn a_page_whose_only_script_goes_to_an_address_leads_there() {
        for code in [
            "location.replace('/new')",
            "window.location=\"/new\"",
            "window.location.href = \"/new\";",
            "document.location='/new'",
            "top.location.href=`/new`",
            "self.location.assign(\"/new\");",
            "location = '\\x2fnew'",
            "location.href='\\/new'\n",
            "<!--\nlocation.replace('/new');\n//-->",
            "// we have moved\n/* to here */ 'use strict'; var moved = true; location.href = '/new'",
            "setTimeout(function () { window.location.href = '/new' }, 500)",
            "setTimeout(\"location.href='/new'\", 500)",
            "window.onload = () => { location.replace('/new') }",
            "location.replace('/new'); location.href = '/new'",
        ] {
            check(
                &format!("<html><head><title>Moved</title><script>{code}</script></head><body></body></html>"),
                Some("/new"),
                false,
            );
            check(&format!("<script type='text/javascript'>{code}</script><p>Redirecting…</p>"), Some("/new"), false);
        }
        check("<body onload=\"location.href='/new'\">", Some("/new"), false);
        check(
            "<script type='application/ld+json'>{\"name\":\"location.href='/x'\"}</script><script>location='/new'</script>",
            Some("/new"),
            false,
        );
        check("<script>location.href='https://pier.example/x'</script>", Some("https://pier.example/x"), false);
        check("<base href=/b/><script>location.href='x'</script>", Some("https://harbour.example/b/x"), false);
    }

    #[test]
    fn where_only_a_browser_knows_the_way_a_page_is_not_read() {
        for code in [
            "location.href = '/new' + location.search",
            "location.replace(next)",
            "if (top == self) location.href = '/new'",
            "location.href = mobile ? '/m' : '/new'",
            "location.href = '/m'; location.href = '/new'",
            "document.cookie = 'seen=1'; location.href = '/new'",
            "location.href = `/new/${number}`",
            "location.href = 'http://harbour.example/new'",
            "document.cookie = 'seen=1'; location.reload()",
            "location.href = 'javascript:go()'",
            "location.href = 'file:///etc/passwd'",
            "location.href = 'mailto:keeper@harbour.example'",
        ] {
            check(&format!("<script>{code}</script>"), None, true);
        }
        check("<script src=/count.js></script><script>location.href='/new'</script>", None, true);
        check("<script>var lamp</script><script>location.href='/new'</script>", None, true);
    }

    #[test]
    fn a_page_that_has_words_or_only_asks_where_it_is_stays() {
        let words = "The keeper lit the lamp at dusk and wrote the hour into his book. ".repeat(4);
        check(&format!("<script>location.href='/new'</script><p>{words}"), None, false);
        for code in [
            "if (location.href == '/new') go()",
            "var location = '/new'",
            "map.location = '/new'",
            "send(location.href)",
            "log('location.href=\"/new\"')",
        ] {
            check(&format!("<script>{code}</script>"), None, false);
        }
        check("<title>404 Not Found</title><script>location.href='/'</script>", None, false);
    }

    #[test]
    fn a_page_that_goes_to_the_sale_of_its_domain_is_told_by_that() {
        check("<script>window.onload=function(){window.location.href=\"/lander\"}</script>", None, false);
    }
}
