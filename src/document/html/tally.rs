//! What stands in an HTML file, counted.

use std::collections::HashSet;

use super::tree::Tree;

/// Elements and links, by name.
pub(in crate::document) fn tally(text: &str) -> Vec<(&'static str, usize)> {
    let tree = Tree::read(text);
    let mut hrefs = Vec::new();
    for (index, element) in tree.elements.iter().enumerate() {
        if element.name == "a"
            && let Some(href) = tree.value(index, "href")
        {
            hrefs.push(href.trim().to_owned());
        }
    }
    let named = |name: &str| tree.elements.iter().filter(|element| element.name == name).count();
    let coins = (0..tree.elements.len())
        .filter(|&index| tree.value(index, "class").is_some_and(|class| class.contains("Z3988")));
    let http: Vec<&String> = hrefs.iter().filter(|href| href.starts_with("http")).collect();
    vec![
        ("a_href", named("a")),
        ("http", http.len()),
        ("distinct_http", http.iter().collect::<HashSet<_>>().len()),
        ("fragment_links", hrefs.iter().filter(|href| href.starts_with('#')).count()),
        ("sup", named("sup")),
        ("cite", named("cite")),
        ("q", named("q")),
        ("blockquote", named("blockquote")),
        ("coins", coins.count()),
        ("web_archive_links", hrefs.iter().filter(|href| href.contains("web.archive.org/")).count()),
        ("soft_hyphens", text.matches('\u{ad}').count() + text.matches("&shy;").count()),
    ]
}
