//! A template called: its name, and its parameters as ranges of tokens.

use std::ops::Range;

use super::token::{Kind, Token};

/// A run of tokens, of which only the bytes of `bytes` count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) tokens: Range<usize>,
    pub(super) bytes: Range<usize>,
}

/// One parameter of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Parameter {
    /// Lower case; the position, from 1, of one that is not named.
    pub(super) name: String,
    pub(super) value: Run,
}

/// `{{name|value|name=value}}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Call {
    /// Lower case, without underscores, a namespace or `subst:`.
    pub(super) name: String,
    pub(super) parameters: Vec<Parameter>,
    /// The whole call, in the file.
    pub(super) bytes: Range<usize>,
}

/// Names of templates that stand for a sign, and the sign.
const SIGNS: [(&str, &str); 2] = [("{{!}}", "|"), ("{{=}}", "=")];

/// Parameters of a template that are read: no citation has a tenth of them.
const PARAMETERS: usize = 2_000;

impl Call {
    /// The template that the token `opener` opens.
    pub(super) fn read(text: &str, tokens: &[Token], opener: usize) -> Option<Self> {
        let runs = parts(tokens, opener)?;
        let end = tokens[tokens[opener].partner?].range.end;
        let (first, rest) = runs.split_first()?;
        let mut name = name(&text[first.bytes.clone()]);
        let mut parameters = Vec::with_capacity(rest.len());
        // `{{#tag:ref|…}}` and `{{DISPLAYTITLE:…}}` name their first value behind a colon.
        if let Some(colon) = name.find(':').filter(|_| name.starts_with('#')) {
            let value = text[first.bytes.clone()].find(':').map_or(first.bytes.end, |at| first.bytes.start + at + 1);
            parameters.push(Parameter { name: "0".to_owned(), value: first.behind(value) });
            name.truncate(colon);
        }
        let mut position = 0;
        // `{{formatnum:12000}}`, of which the value is the first.
        if let Some(colon) = name.find(':').filter(|&colon| &name[..colon] == "formatnum") {
            let value = text[first.bytes.clone()].find(':').map_or(first.bytes.end, |at| first.bytes.start + at + 1);
            parameters.push(Parameter { name: "1".to_owned(), value: first.behind(value) });
            name.truncate(colon);
            position = 1;
        }
        for run in rest {
            parameters.push(parameter(text, tokens, run, &mut position));
        }
        Some(Self { name, parameters, bytes: tokens[opener].range.start..end })
    }

    /// The sign that `{{!}}` or `{{=}}`, which begins at the front of `opener`, stands for: without it the sign would part values.
    pub(super) fn sign(text: &str, opener: &Range<usize>) -> Option<&'static str> {
        let signs = SIGNS.iter().filter(|(written, _)| text[opener.start..].starts_with(written));
        signs.map(|(_, sign)| *sign).next()
    }

    /// The last parameter of this name that has a value: what a wiki takes where a name comes twice.
    pub(super) fn value(&self, name: &str) -> Option<&Run> {
        self.parameters.iter().rev().find(|parameter| parameter.name == name).map(|parameter| &parameter.value)
    }

    /// The first of these names that there is.
    pub(super) fn any(&self, names: &[&str]) -> Option<&Run> {
        names.iter().find_map(|name| self.value(name))
    }
}

impl Run {
    fn behind(&self, at: usize) -> Self {
        Self { tokens: self.tokens.clone(), bytes: at.min(self.bytes.end)..self.bytes.end }
    }
}

/// What stands between the brackets of a template or a link, parted at its bars.
pub(super) fn parts(tokens: &[Token], opener: usize) -> Option<Vec<Run>> {
    let close = tokens[opener].partner.filter(|&close| close > opener)?;
    let mut runs = Vec::new();
    let (mut first, mut start) = (opener + 1, tokens[opener].range.end);
    let mut at = opener + 1;
    while at < close {
        if tokens[at].kind == Kind::Bar && runs.len() < PARAMETERS {
            runs.push(Run { tokens: first..at, bytes: start..tokens[at].range.start });
            (first, start) = (at + 1, tokens[at].range.end);
        }
        at = next(tokens, at);
    }
    runs.push(Run { tokens: first..close, bytes: start..tokens[close].range.start });
    Some(runs)
}

/// The token behind this one and all that it holds.
pub(super) fn next(tokens: &[Token], at: usize) -> usize {
    tokens[at].partner.filter(|&partner| partner > at).unwrap_or(at) + 1
}

fn parameter(text: &str, tokens: &[Token], run: &Run, position: &mut usize) -> Parameter {
    let mut at = run.tokens.start;
    while at < run.tokens.end {
        let token = &tokens[at];
        let equals = (token.kind == Kind::Text).then(|| text[token.range.clone()].find('=')).flatten();
        if let Some(equals) = equals {
            let equals = token.range.start + equals;
            let name = without_comments(&text[run.bytes.start..equals]).trim().to_lowercase();
            return Parameter { name, value: run.behind(equals + 1) };
        }
        at = next(tokens, at);
    }
    *position += 1;
    Parameter { name: position.to_string(), value: run.clone() }
}

/// A template's name as wikis compare it, but for the case of letters.
fn name(written: &str) -> String {
    let words = without_comments(written).replace('_', " ");
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let words = words.strip_prefix("subst:").unwrap_or(&words);
    words.strip_prefix("template:").unwrap_or(words).trim().to_owned()
}

/// `words` without `<!-- … -->`.
pub(super) fn without_comments(words: &str) -> String {
    let mut kept = String::new();
    let mut rest = words;
    while let Some((before, after)) = rest.split_once("<!--") {
        kept.push_str(before);
        rest = after.split_once("-->").map_or("", |(_, behind)| behind);
    }
    kept.push_str(rest);
    kept
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::*;

    #[test]
    fn a_call_is_its_name_and_its_parameters() {
        let text = "{{Cite_web <!-- x -->|url = https://a.test/?b=c |title=[[A|B=C]] |d {{e|f=g}} |1a=}}";
        let call = Call::read(text, &tokens(text), 0).unwrap();
        let shown: Vec<(&str, &str)> =
            call.parameters.iter().map(|p| (p.name.as_str(), &text[p.value.bytes.clone()])).collect();
        assert_eq!(call.name, "cite web");
        let expected = [("url", " https://a.test/?b=c "), ("title", "[[A|B=C]] "), ("1", "d {{e|f=g}} "), ("1a", "")];
        assert_eq!(shown, expected);
    }

    #[test]
    fn a_function_has_its_first_value_behind_a_colon() {
        let text = "{{#tag:ref|words|name=a}}";
        let call = Call::read(text, &tokens(text), 0).unwrap();
        assert_eq!((call.name.as_str(), call.parameters[0].name.as_str()), ("#tag", "0"));
        assert_eq!(&text[call.value("0").unwrap().bytes.clone()], "ref");
        assert_eq!(&text[call.value("1").unwrap().bytes.clone()], "words");
    }
}
