//! Wikitext cut into tokens, with the partner of every bracket that has one; linear in size, whatever stands in it.
//!
//! A tree would have to be taken apart again where a bracket is never closed; here such a bracket is text.

use std::ops::Range;

use super::tags::{self, Extension, TagClosers};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Words.
    Text,
    /// A line end.
    Break,
    /// `|`.
    Bar,
    /// `''` and its like.
    Apostrophes,
    /// `&…;`.
    Entity,
    /// `<!-- … -->`.
    Comment,
    /// `__TOC__`.
    Switch,
    /// `{{`.
    Template,
    /// `{{{`.
    Argument,
    /// `[[`.
    Link,
    /// `[https://…`, the bracket alone.
    External,
    /// The opening tag of an extension whose content is wikitext.
    Extension(Extension),
    /// An extension whole, whose content is not wikitext.
    Raw(Extension),
    /// An HTML tag.
    Tag,
    /// The partner of an opening bracket or tag.
    Close,
    /// Part of a bracket of several characters.
    Nothing,
}

/// A piece of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    /// Bytes of the text.
    pub(super) range: Range<usize>,
    /// For what opens, the token that closes it; what opens and is never closed is [`Kind::Text`].
    pub(super) partner: Option<usize>,
}

/// Longest `&…;` that is looked at: no name is longer.
const ENTITY: usize = 40;
/// Longest HTML tag that is looked for the end of.
const TAG: usize = 4_000;

/// Cuts `text` into tokens that cover it whole, in order.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut lexer = Lexer {
        text,
        at: 0,
        line: 0,
        tokens: Vec::new(),
        open: Vec::new(),
        extensions: Vec::new(),
        closers: TagClosers::of(text),
        last_arrow: text.rfind("-->").unwrap_or(0),
    };
    lexer.run();
    lexer.tokens
}

/// Something that has been opened.
#[derive(Debug)]
enum Open {
    /// A run of `{`, with how many of it are left; they are tokens of one character each, the first at `token`.
    Braces {
        token: usize,
        left: usize,
    },
    Link {
        token: usize,
    },
    External {
        token: usize,
        line: usize,
    },
    /// What has been opened before is not closed by what stands within.
    Extension {
        token: usize,
    },
}

/// An extension that is open.
#[derive(Debug, Clone, Copy)]
struct Within {
    token: usize,
    /// Where it stands in what is open.
    depth: usize,
    /// Where its closing tag begins.
    end: usize,
}

struct Lexer<'a> {
    text: &'a str,
    at: usize,
    line: usize,
    tokens: Vec<Token>,
    open: Vec<Open>,
    /// The extensions among what is open.
    extensions: Vec<Within>,
    closers: TagClosers,
    last_arrow: usize,
}

impl Lexer<'_> {
    fn run(&mut self) {
        let bytes = self.text.as_bytes();
        while self.at < bytes.len() {
            self.close_extensions();
            match bytes.get(self.at) {
                Some(b'{') => self.open_braces(),
                Some(b'}') => self.close_braces(),
                Some(b'[') => self.open_bracket(),
                Some(b']') => self.close_bracket(),
                Some(b'<') => self.angle(),
                Some(b'|') => self.take(Kind::Bar, 1),
                Some(b'\n') => {
                    self.take(Kind::Break, 1);
                    self.line += 1;
                }
                Some(b'\r') if bytes.get(self.at + 1) == Some(&b'\n') => {
                    self.take(Kind::Break, 2);
                    self.line += 1;
                }
                Some(b'\'') if self.run_of(b'\'') > 1 => self.take(Kind::Apostrophes, self.run_of(b'\'')),
                Some(b'&') => self.entity(),
                Some(b'_') if self.text[self.at..].starts_with("__") => self.switch(),
                Some(_) => self.words(),
                None => break,
            }
        }
        self.close_extensions();
    }

    fn take(&mut self, kind: Kind, length: usize) {
        self.tokens.push(Token { kind, range: self.at..self.at + length, partner: None });
        self.at += length;
    }

    /// Characters that are words; neighbours are one token.
    fn take_text(&mut self, length: usize) {
        let end = self.at + length;
        // A token that something may still open must keep to itself.
        let last = self.tokens.len().wrapping_sub(1);
        let taken = self.open.last().is_some_and(|open| open.holds(last));
        let last = self.tokens.last_mut().filter(|last| !taken && last.kind == Kind::Text && last.range.end == self.at);
        match last {
            Some(last) => last.range.end = end,
            None => self.tokens.push(Token { kind: Kind::Text, range: self.at..end, partner: None }),
        }
        self.at = end;
    }

    fn run_of(&self, byte: u8) -> usize {
        self.text.as_bytes()[self.at..].iter().take_while(|&&other| other == byte).count()
    }

    fn words(&mut self) {
        let rest = &self.text.as_bytes()[self.at..];
        let special =
            |byte: &u8| matches!(byte, b'{' | b'}' | b'[' | b']' | b'<' | b'|' | b'\n' | b'\r' | b'\'' | b'&' | b'_');
        let length = rest.iter().skip(1).position(special).map_or(rest.len(), |at| at + 1);
        self.take_text(length.min(self.limit() - self.at).max(1));
    }

    /// Where the extension that is open ends.
    fn limit(&self) -> usize {
        self.extensions.last().map_or(self.text.len(), |within| within.end)
    }

    /// Ends the extensions whose content ends here.
    fn close_extensions(&mut self) {
        while let Some(within) = self.extensions.pop_if(|within| within.end <= self.at) {
            self.open.truncate(within.depth);
            let length = self.text[self.at..].find('>').map_or(self.text.len() - self.at, |at| at + 1);
            self.close(within.token, length);
        }
    }

    fn open_braces(&mut self) {
        let count = self.run_of(b'{');
        let token = self.tokens.len();
        for _ in 0..count {
            self.tokens.push(Token { kind: Kind::Text, range: self.at..self.at + 1, partner: None });
            self.at += 1;
        }
        if count > 1 {
            self.open.push(Open::Braces { token, left: count });
        }
    }

    fn close_braces(&mut self) {
        let mut count = self.run_of(b'}');
        while count > 1 {
            let Some(depth) = self.innermost(|open| matches!(open, Open::Braces { .. })) else { break };
            self.open.truncate(depth + 1);
            let Some(Open::Braces { token, left }) = self.open.pop() else { break };
            let length = count.min(left).min(3);
            let first = token + left - length;
            self.tokens[first].kind = if length == 3 { Kind::Argument } else { Kind::Template };
            self.tokens[first].range.end = self.tokens[first].range.start + length;
            for part in first + 1..first + length {
                self.tokens[part].kind = Kind::Nothing;
                self.tokens[part].range.start = self.tokens[part].range.end;
            }
            self.close(first, length);
            count -= length;
            if left - length > 1 {
                self.open.push(Open::Braces { token, left: left - length });
            }
        }
        for _ in 0..count {
            self.take_text(1);
        }
    }

    /// The innermost of what is open of a sort, within the extension that is open.
    fn innermost(&self, wanted: impl Fn(&Open) -> bool) -> Option<usize> {
        // What is passed over here is thrown away if something is found; if nothing is, the search ends at a bracket
        // of the other sort that may be asked for again, so it goes no deeper than nesting ever does.
        const DEPTH: usize = 200;
        for (depth, open) in self.open.iter().enumerate().rev().take(DEPTH) {
            if wanted(open) {
                return Some(depth);
            }
            if matches!(open, Open::Extension { .. }) {
                return None;
            }
        }
        None
    }

    fn close(&mut self, opener: usize, length: usize) {
        self.tokens[opener].partner = Some(self.tokens.len());
        self.take(Kind::Close, length);
        let last = self.tokens.len() - 1;
        self.tokens[last].partner = Some(opener);
    }

    fn open_bracket(&mut self) {
        let rest = &self.text[self.at..];
        if rest.starts_with("[[") && !rest[2..].starts_with("http") {
            self.open.push(Open::Link { token: self.tokens.len() });
            self.take(Kind::Text, 2);
        } else if tags::starts_address(&rest[1..]) {
            self.open.push(Open::External { token: self.tokens.len(), line: self.line });
            self.take(Kind::Text, 1);
        } else {
            self.take_text(1);
        }
    }

    fn close_bracket(&mut self) {
        let double = self.text[self.at..].starts_with("]]");
        let external = self.innermost(|open| matches!(open, Open::External { .. } | Open::Link { .. }));
        let is_external = external.is_some_and(|depth| matches!(self.open[depth], Open::External { .. }));
        // `[https://a.test/ [b]]`: the first bracket closes what an external link holds of its own.
        let wanted = if is_external { external } else { external.filter(|_| double) };
        let Some(depth) = wanted else { return self.take_text(1) };
        self.open.truncate(depth + 1);
        match self.open.pop() {
            Some(Open::External { token, line }) if line == self.line => {
                self.tokens[token].kind = Kind::External;
                self.close(token, 1);
            }
            Some(Open::Link { token }) if self.is_target(token) => {
                self.tokens[token].kind = Kind::Link;
                self.close(token, 2);
            }
            _ => self.take_text(1),
        }
    }

    /// Whether what follows the opening brackets, up to the first bar, can be the name of a page.
    fn is_target(&self, token: usize) -> bool {
        let target = self.tokens[token + 1..].iter().take_while(|token| token.kind != Kind::Bar);
        let mut target = target.take(TARGET);
        !target.any(|token| matches!(token.kind, Kind::Break | Kind::Tag | Kind::Extension(_) | Kind::External))
    }

    fn angle(&mut self) {
        let rest = &self.text[self.at..];
        if rest.starts_with("<!--") {
            let end = if self.at > self.last_arrow { None } else { rest.find("-->") };
            let length = end.map_or(rest.len(), |at| at + 3).min(self.limit() - self.at);
            self.line += memchr::memchr_iter(b'\n', &rest.as_bytes()[..length]).count();
            return self.take(Kind::Comment, length);
        }
        let Some(name) = tags::name(rest) else { return self.take_text(1) };
        let extension = Extension::named(name.word);
        if extension.is_some_and(|extension| !name.closes && self.extension(name.word, extension)) {
            return;
        }
        let end = rest.as_bytes().iter().take(TAG).position(|&byte| byte == b'>');
        let end = end.filter(|&end| extension.is_none() && tags::is_html(name.word) && self.at + end < self.limit());
        match end.filter(|&end| !rest[1..end].contains(['<', '\n'])) {
            Some(end) => self.take(Kind::Tag, end + 1),
            None => self.take_text(1),
        }
    }

    /// The opening tag of an extension, or all of it; false where it is not closed.
    fn extension(&mut self, name: &str, extension: Extension) -> bool {
        let rest = &self.text[self.at..];
        let limit = self.limit();
        let Some(tag) = memchr::memchr(b'>', &rest.as_bytes()[..limit - self.at]).map(|end| end + 1) else {
            return false;
        };
        if rest[..tag].ends_with("/>") {
            self.take(Kind::Extension(extension), tag);
            return true;
        }
        let inner = self.at + tag;
        let Some(end) = self.closers.next(name, inner).filter(|&end| end < limit) else { return false };
        if extension.is_raw() {
            let close = self.text[end..].find('>').map_or(self.text.len(), |at| end + at + 1);
            self.line += memchr::memchr_iter(b'\n', &self.text.as_bytes()[self.at..close]).count();
            self.take(Kind::Raw(extension), close - self.at);
        } else {
            let token = self.tokens.len();
            self.extensions.push(Within { token, depth: self.open.len(), end });
            self.open.push(Open::Extension { token });
            self.take(Kind::Extension(extension), tag);
        }
        true
    }

    fn entity(&mut self) {
        let rest = &self.text[self.at..];
        let end = rest.bytes().take(ENTITY).position(|byte| byte == b';').filter(|&end| self.at + end < self.limit());
        match end {
            Some(end) if super::super::entity::of(rest).is_some_and(|(_, length)| length == end + 1) => {
                self.take(Kind::Entity, end + 1);
            }
            _ => self.take_text(1),
        }
    }

    /// `__NOTOC__`, in any language.
    fn switch(&mut self) {
        let rest = &self.text[self.at + 2..];
        let word: usize = rest.chars().take(SWITCH).take_while(|c| c.is_uppercase()).map(char::len_utf8).sum();
        // Amid a word or an address it is part of that.
        let before = self.text[..self.at].chars().next_back();
        let within = before.is_some_and(|c| c.is_alphanumeric() || "/-=&?%".contains(c));
        if word > 1 && !within && rest[word..].starts_with("__") {
            self.take(Kind::Switch, word + 4);
        } else {
            self.take_text(2);
        }
    }
}

/// Tokens of a link before its first bar that are looked at: names of pages are short.
const TARGET: usize = 40;
/// Letters of the longest switch in use, and room for other languages.
const SWITCH: usize = 60;

impl Open {
    fn holds(&self, at: usize) -> bool {
        match self {
            Self::Braces { token, left } => (*token..token + left).contains(&at),
            Self::Link { token } | Self::External { token, .. } | Self::Extension { token } => *token == at,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, expected: &str) {
        let tokens = tokens(text);
        let mut shown = String::new();
        for (at, token) in tokens.iter().enumerate() {
            let words = &text[token.range.clone()];
            match token.kind {
                Kind::Nothing => {}
                Kind::Close => shown.push('›'),
                Kind::Text => shown.push_str(words),
                kind => {
                    let name = format!("{kind:?}").to_lowercase();
                    shown.push('‹');
                    shown.push_str(name.split('(').next().unwrap());
                    if let Some(partner) = token.partner {
                        assert_eq!(tokens[partner].partner, Some(at), "{text}");
                    }
                    shown.push(if token.partner.is_some() { ' ' } else { '›' });
                }
            }
        }
        assert_eq!(shown, expected, "{text}");
    }

    #[test]
    fn brackets_find_their_partners() {
        check("a {{b|c={{d}}}} e", "a ‹template b‹bar›c=‹template d›› e");
        check("{{{a|{{b}}}}}", "‹argument a‹bar›‹template b››");
        check("{{{{a}}}}", "{‹argument a›}");
        check("[[A|b]] [http://a.test c] [d]", "‹link A‹bar›b› ‹external http://a.test c› [d]");
        check("[[File:x.jpg|thumb|a [[b]] c]]", "‹link File:x.jpg‹bar›thumb‹bar›a ‹link b› c›");
        check("[[http://a.test b]]", "[‹external http://a.test b›]");
    }

    #[test]
    fn what_is_never_closed_is_text() {
        check("{{a [[b", "{{a [[b");
        check("{{a|[[b}} c", "‹template a‹bar›[[b› c");
        check("[http://a.test b\nc]", "[http://a.test b‹break›c]");
        check("<ref>a", "<ref>a");
        check("[[a\nb]]", "[[a‹break›b]]");
    }

    #[test]
    fn an_extension_holds_what_stands_in_it() {
        check("{{a <ref name=b>}} c</ref>}}", "‹template a ‹extension }} c››");
        check("<ref name=a/> <ref>[[b</ref> c]]", "‹extension› ‹extension [[b› c]]");
        check("<nowiki>{{a}}</nowiki>{{b}}", "‹raw›‹template b›");
        check("<REF>a</ref ><ref>b <ref>c</ref>", "‹extension a›‹extension b <ref>c›");
        check(
            "<!-- {{ -->}} <b>&amp;</b> __TOC__ ''i''",
            "‹comment›}} ‹tag›‹entity›‹tag› ‹switch› ‹apostrophes›i‹apostrophes›",
        );
    }

    proptest! {
        #[test]
        fn tokens_cover_the_text(text in r"([{}\[\]<>|&;'/a\n -]|<ref>|</ref>|<nowiki>|</nowiki>|\{\{|\}\}|\[\[|\]\]|\[http://a|<!--|-->|é){0,60}") {
            let tokens = tokens(&text);
            let mut at = 0;
            for (index, token) in tokens.iter().enumerate() {
                if token.kind == Kind::Nothing {
                    continue;
                }
                prop_assert_eq!(token.range.start, at);
                at = token.range.end;
                prop_assert!(text.is_char_boundary(at));
                if let Some(partner) = token.partner {
                    prop_assert_eq!(tokens[partner].partner, Some(index));
                }
            }
            prop_assert_eq!(at, text.len());
        }
    }
}
