//! Who blocks a page, as an answer with 451 names them: `Link: <https://office.example/>; rel="blocked-by"` (RFC 7725, section 4).

use url::Url;

use crate::observation::Answer;

/// The relation, among those of a link.
const RELATION: &str = "blocked-by";

/// The address of whoever blocks the page, where the answer names it.
pub(super) fn named(answer: &Answer) -> Option<Url> {
    let links = answer.headers.iter().filter(|(name, _)| name == "link");
    let target = links
        .flat_map(|(_, value)| Links { rest: value })
        .find_map(|(target, parameters)| blocks(parameters).then_some(target))?;
    Url::parse(&answer.final_url).ok()?.join(target.trim()).ok()
}

/// The links of a header: the target of each, and its parameters.
struct Links<'a> {
    rest: &'a str,
}

impl<'a> Iterator for Links<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let (_, behind) = self.rest.split_once('<')?;
        let (target, behind) = behind.split_once('>')?;
        let mut is_quoted = false;
        let end = behind.find(|c| {
            is_quoted ^= c == '"';
            c == ',' && !is_quoted
        });
        let (parameters, rest) = behind.split_at(end.unwrap_or(behind.len()));
        self.rest = rest;
        Some((target, parameters))
    }
}

/// Whether `; rel="blocked-by"` is among the parameters of a link, maybe beside other relations.
fn blocks(parameters: &str) -> bool {
    let mut relations = parameters.split(';').filter_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        name.trim().eq_ignore_ascii_case("rel").then(|| value.trim().trim_matches('"'))
    });
    relations.next().is_some_and(|all| all.split_ascii_whitespace().any(|one| one.eq_ignore_ascii_case(RELATION)))
}

#[cfg(test)]
mod tests {
    use crate::verdict::signs::tests::seen;
    use crate::verdict::source::Quotes;

    #[test]
    fn an_answer_with_451_names_who_blocks_the_page() {
        for (link, expected) in [
            (r#"<https://office.test/>; rel="blocked-by""#, Some("https://office.test/")),
            ("<https://office.test/order>; rel=blocked-by", Some("https://office.test/order")),
            (
                r#"</style.css>; rel=preload; as=style, <//office.test>;REL="alternate Blocked-By""#,
                Some("https://office.test/"),
            ),
            (r#"<https://a.test/>; title="rel=blocked-by, <x>"; rel=next"#, None),
            ("<https://a.test/>; rel=blocked-by-nobody", None),
            ("<https://a.test/; rel=blocked-by", None),
            ("rel=blocked-by", None),
        ] {
            let look = seen(451, "<title>Unavailable</title><p>Ask the court.</p>").edit(|answer| {
                answer.headers.push(("link".into(), "</a>; rel=next".into()));
                answer.headers.push(("link".into(), link.into()));
            });
            look.check("withheld legal unknown");
            let named = look
                .judged(Quotes::Unasked, None)
                .1
                .into_iter()
                .find(|seen| seen.sign == "blocked-by")
                .map(|seen| seen.text);
            assert_eq!(named, expected.map(|url| format!("Link: blocked-by {url}")), "{link}");
        }
        let other = seen(200, "<p>x</p>").edit(|answer| {
            answer.headers.push(("link".into(), "<https://office.test/>; rel=blocked-by".into()));
        });
        other.check("live - sound");
    }
}
