//! HTML as far as it is needed here: paragraphs, and the raised links to notes in them.

use scraper::{ElementRef, Html, Node};

use crate::article::Article;

pub fn read(text: &str) -> Article {
    let html = Html::parse_document(text);
    let mut article = Article::default();
    for element in html.root_element().descendent_elements() {
        if element.value().name() == "p" {
            article.paragraph();
            walk(element, &mut article);
        }
    }
    article
}

fn walk(element: ElementRef<'_>, article: &mut Article) {
    for child in element.children() {
        match child.value() {
            Node::Text(text) => article.push(text),
            Node::Element(value) => {
                let Some(child) = ElementRef::wrap(child) else { continue };
                match value.name() {
                    "script" | "style" | "table" | "math" => {}
                    "sup" => match number(child) {
                        Some(number) => article.mark(&number),
                        None => walk(child, article),
                    },
                    _ => walk(child, article),
                }
            }
            _ => {}
        }
    }
}

/// The number of a raised link within the page.
fn number(sup: ElementRef<'_>) -> Option<String> {
    let linked = sup.descendent_elements().any(|child| child.attr("href").is_some_and(|href| href.contains('#')));
    let text: String = sup.text().collect();
    let number = text.trim().trim_matches(['[', ']']);
    (linked && !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())).then(|| number.to_owned())
}
