//! What a page asks of its reader and lets them choose: what the fields of its forms are called, where its forms and links lead, and
//! what its links and buttons say. By these names the makers of logins know their own forms, in whatever language the page is.

use scraper::ElementRef;
use serde::{Deserialize, Serialize};

use super::attribute::Attribute;
use super::walk::writer::line;
use crate::span::floor_char_boundary;

/// What a page that says little asks and offers, outside of its head, its navigation and its footer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// What the fields of its forms are called, else of which type they are, in lower case, each once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<String>,
    /// Where its forms and links lead, as written, each once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<String>,
    /// What its links and buttons say.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<String>,
    /// How many lines there are to select.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub options: usize,
}

/// A page that says more characters than that is more than a question.
pub const LONGEST_PAGE: usize = 700;
/// Of each as many are kept, and so many elements are looked at.
const MOST: usize = 24;
const MOST_LOOKED_AT: usize = 300;
/// Bytes of a name, of an address and of a label; what says more is a text.
const LONGEST_NAME: usize = 40;
const LONGEST_TARGET: usize = 300;
const LONGEST_LABEL: usize = 90;

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn is_zero(count: &usize) -> bool {
    *count == 0
}

/// What is gathered of that from the elements of a page.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    asked: Asked,
    looked_at: usize,
}

impl Gathered {
    pub(super) fn take(&mut self, element: ElementRef<'_>) {
        let name = element.value().name();
        if !matches!(name, "a" | "button" | "form" | "input" | "option" | "select") {
            return;
        }
        self.looked_at += 1;
        if self.looked_at > MOST_LOOKED_AT || is_around(element) {
            return;
        }
        let asked = &mut self.asked;
        match name {
            "a" if element.attribute("href").is_some() => {
                add(&mut asked.targets, element.attribute("href"), LONGEST_TARGET);
                add(&mut asked.choices, label(element).as_deref(), LONGEST_LABEL);
            }
            "form" => add(&mut asked.targets, element.attribute("action"), LONGEST_TARGET),
            "button" => add(&mut asked.choices, label(element).as_deref(), LONGEST_LABEL),
            "option" => asked.options += 1,
            "input" | "select" => asked.take_field(element),
            _ => {}
        }
    }

    pub(super) fn finish(self) -> Asked {
        self.asked
    }
}

/// What the fields of a search are called.
const SEARCHES: [&str; 12] =
    ["q", "s", "search", "query", "keyword", "keywords", "term", "words", "searchword", "suche", "recherche", "buscar"];

/// Whether a part of a name is so: `search-field`, `q`.
fn is_part(name: &str, part: &str) -> bool {
    name.split(|c: char| !c.is_alphanumeric()).any(|it| it == part)
}

impl Asked {
    /// Whether all that its reader can fill in is a search of the site.
    pub fn only_searches(&self) -> bool {
        self.options == 0 && self.fields.iter().all(|name| SEARCHES.iter().any(|it| is_part(name, it)))
    }

    pub(super) fn is_nothing(&self) -> bool {
        *self == Self::default()
    }

    fn take_field(&mut self, field: ElementRef<'_>) {
        let kind = field.attribute("type").unwrap_or("text").trim().to_ascii_lowercase();
        if matches!(kind.as_str(), "submit" | "button" | "image") {
            let said = field.attribute("value").or_else(|| field.attribute("alt"));
            add(&mut self.choices, said, LONGEST_LABEL);
            return;
        }
        let name = field.attribute("name").or_else(|| field.attribute("id")).map(str::trim);
        let name = name.filter(|name| !name.is_empty()).map(str::to_ascii_lowercase);
        add(&mut self.fields, Some(&name.unwrap_or(kind)), LONGEST_NAME);
    }
}

/// Adds what is said, once, where it is no more than `longest` bytes and there is room.
fn add(all: &mut Vec<String>, said: Option<&str>, longest: usize) {
    let Some(said) = said.map(str::trim).filter(|said| !said.is_empty()) else { return };
    // An address says by its beginning where it leads.
    let said = if longest == LONGEST_TARGET { &said[..floor_char_boundary(said, longest)] } else { said };
    if all.len() < MOST && said.len() <= longest && !all.iter().any(|it| it == said) {
        all.push(said.to_owned());
    }
}

/// What a link or a button says, to those who do not see it where it is a picture.
fn label(element: ElementRef<'_>) -> Option<String> {
    let said = line(&element.text().collect::<String>());
    if !said.is_empty() {
        return Some(said);
    }
    let pictures = || element.descendent_elements().filter(|it| it.value().name() == "img");
    let names = || ["aria-label", "title"].into_iter().find_map(|name| element.attribute(name));
    let said = pictures().find_map(|it| it.attribute("alt")).filter(|alt| !alt.trim().is_empty()).or_else(names);
    said.map(line)
}

/// Whether an element stands around what the page says.
fn is_around(element: ElementRef<'_>) -> bool {
    let mut around = element.ancestors().filter_map(ElementRef::wrap).map(|it| it.value().name());
    around.any(|name| matches!(name, "nav" | "aside" | "footer" | "header"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{ContentHead, SaidBy, read};

    fn asked(html: &str) -> Asked {
        let head =
            ContentHead { content_type: Some("text/html"), said_by: SaidBy::Server, url: "https://site.example/" };
        *read(html.as_bytes(), &head, &mut || true).signs.asked
    }

    #[test]
    fn a_short_page_is_known_by_its_fields_its_targets_and_its_choices() {
        let page = "<nav><a href=/home>Home</a></nav><form action='/a?b=1'><input name=User_IdP type=hidden><input type=email>\
             <select name=idp><option>One<option>Two</select><input type=submit value=Go><button><img alt=Quay></button></form>\
             <a href=/other>Another <b>way</b></a><ul><li><a href=/third>Third</a></li></ul><footer><a href=/i>Imprint</a></footer>";
        let expected = Asked {
            fields: ["user_idp", "email", "idp"].map(str::to_owned).into(),
            targets: ["/a?b=1", "/other", "/third"].map(str::to_owned).into(),
            choices: ["Go", "Quay", "Another way", "Third"].map(str::to_owned).into(),
            options: 2,
        };
        assert_eq!(asked(page), expected);
    }

    #[test]
    fn a_page_that_has_a_text_is_asked_for_nothing() {
        let text = "<p>The tide came in at four, and the boats went out with it as they do.</p>".repeat(12);
        assert!(asked(&format!("{text}<form action=/login><input name=user></form>")).is_nothing());
        let many = (0..90).fold(String::new(), |all, at| all + &format!("<a href=/{at}>{at}</a>"));
        let asked = asked(&many);
        assert_eq!((asked.targets.len(), asked.choices.len()), (MOST, MOST));
    }
}
