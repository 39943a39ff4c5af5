//! Short codes and components that quote or lead somewhere: their sources, and what their quotes belong to.

use crate::document::{Format, Limits, parse};

/// The sources of a text, and what its quotes belong to.
fn read(text: &str) -> (Vec<String>, Vec<(String, usize)>) {
    let document = parse(text, Format::Markdown, Limits::default());
    let claims = crate::citation::claims(&document, text);
    for citation in &claims.citations {
        let written = citation.url_spans.iter().map(|span| &text[span.range()]).collect::<String>();
        assert_eq!(Some(written), citation.url, "{text}");
    }
    let quotes = claims.quotes.iter().map(|quote| (quote.text.clone(), quote.cites.len())).collect();
    (claims.citations.into_iter().filter_map(|citation| citation.url).collect(), quotes)
}

#[test]
fn a_short_code_that_quotes_is_bound_to_its_source() {
    let words = "The *harbour* was shut for two winters.";
    for text in [
        format!("{{{{< quote source=\"https://a.test/1\" >}}}}\n{words}\n{{{{< /quote >}}}}\n"),
        format!(
            "{{{{<quote author=\"Doe\" cite=\"The Port\" url='https://a.test/1'>}}}}\n\n{words}\n\n{{{{</quote>}}}}\n"
        ),
        format!(
            "{{{{% blockquote author=\"Doe\" link=\"https://a.test/1\" title=\"T\" %}}}}\n{words}\n{{{{% /blockquote %}}}}\n"
        ),
        format!(
            "{{{{< epigraph pre=\"Doe, \" cite=\"T\" link=\"https://a.test/1\" >}}}}\n{words}\n{{{{< / epigraph >}}}}\n"
        ),
        format!("{{% blockquote Doe https://a.test/1 The Port %}}\n{words}\n{{% endblockquote %}}\n"),
        format!("{{%- quote \"https://a.test/1\" -%}}\n{words}\n{{%- endquote -%}}\n"),
        format!("Before.\n{{{{< quote source=\"https://a.test/1\" >}}}}\n{words}\n{{{{< /quote >}}}}\nBehind.\n"),
        format!("{{{{< quote\n  source=\"https://a.test/1\"\n  author=\"Doe\" >}}}}\n{words}\n{{{{< /quote >}}}}\n"),
        format!("- It.\n\n  {{{{< quote source=\"https://a.test/1\" >}}}}\n  {words}\n  {{{{< /quote >}}}}\n"),
    ] {
        let (sources, quotes) = read(&text);
        assert_eq!(sources, ["https://a.test/1"], "{text}");
        assert_eq!(quotes, [("The harbour was shut for two winters.".to_owned(), 1)], "{text}");
    }
    let (_, quotes) = read(
        "{{< quote >}}\nThe harbour was shut [then](https://b.test/2).\n{{< /quote >}}\n\nIt “rained on the town” here.\n",
    );
    assert_eq!(quotes.len(), 2);
}

#[test]
fn a_component_that_quotes_is_bound_to_its_source() {
    let words = "The harbour was shut for two winters.";
    for (name, source) in [("Quote", "source"), ("BlockQuote", "cite"), ("Blockquote", "url"), ("Quotation", "href")] {
        let open = format!("<{name} author=\"Doe\" {source}=\"https://a.test/1\">");
        for text in [
            format!("{open}{words}</{name}>\n"),
            format!("# Ice\n\n{open}{words}</{name}>\n\nBehind.\n"),
            format!("# Ice\n\n{open}\n  {words}\n</{name}>\n\nBehind.\n"),
            format!("import {name} from './q'\n\n## Ice\n\nBefore.\n\n{open}\n\n{words}\n\n</{name}>\n\nBehind.\n"),
            format!("- It.\n\n  {open}\n  {words}\n  </{name}>\n"),
        ] {
            let (sources, quotes) = read(&text);
            assert_eq!(sources, ["https://a.test/1"], "{text}");
            assert_eq!(quotes, [(words.to_owned(), 1)], "{text}");
        }
    }
    // Without a source it is a quotation all the same.
    for text in [format!("<Quote>\n{words}\n</Quote>\n"), format!("</Quote>\n\n> {words}\n")] {
        assert_eq!(read(&text).1, [(words.to_owned(), 0)], "{text}");
    }
    // What is never closed sets nothing apart, and neither does what has nothing within.
    assert_eq!(
        read("<Blockquote cite=\"https://a.test/1\" />\n\nBehind it.\n"),
        (vec!["https://a.test/1".to_owned()], vec![])
    );
    assert_eq!(read(&format!("<Quote>{words}\n")).1, []);
    assert_eq!(read(&format!("<Quotes>{words}</Quotes>\n")).1, []);
}

#[test]
fn a_short_code_that_leads_somewhere_is_a_source() {
    for text in [
        "{{< figure src=\"/a.png\" caption=\"Ice\" attr=\"Office\" attrlink=\"https://a.test/1\" >}}\n",
        "It froze. {{< cite \"https://a.test/1\" >}}\n",
        "It froze {{% citation url=\"https://a.test/1\" %}} hard.\n",
        "{{< card link=\"https://a.test/1\" title=\"Ice\" />}}\n",
        "{{< button href='https://a.test/1' >}}Ice{{< /button >}}\n",
        "It froze.[^1]\n\n[^1]: {{< cite \"https://a.test/1\" >}}\n",
        "![The pier. Source: [Office](https://a.test/1)](pier.png){#fig-ice}\n",
        "<Card title=\"Ice\" href=\"https://a.test/1\" />\n",
    ] {
        assert_eq!(read(text).0, ["https://a.test/1"], "{text}");
    }
    for text in [
        "`{{< cite \"https://a.test/1\" >}}`\n",
        "```\n{{< cite \"https://a.test/1\" >}}\n```\n",
        "    {{< cite \"https://a.test/1\" >}}\n",
        "{{< video src=\"https://a.test/1\" >}}\n",
        "{{< figure src=\"https://a.test/1.png\" >}}\n",
        "{{< ref \"a.md\" >}} and {{< youtube w7F >}}\n",
        "{% include a.html src=\"https://a.test/1\" %}\n",
    ] {
        assert_eq!(read(text).0, [""; 0], "{text}");
    }
}
