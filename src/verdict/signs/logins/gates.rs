//! Logins that are told by how they are made, in whatever words: the fields and targets of federated logins, ways for people to say
//! who they are to choose from, the institutions that readers are from, the cards of libraries.

use super::{
    Kind, LONGEST, Name, SMALL, WITH_A_PASSWORD, WITHOUT, find, is_called_a_login, named, of_another_matter, tells,
};
use crate::page::signature::{self, Class, as_words, plain, sentences};
use crate::page::vocabulary::{List, known};
use crate::page::{Place, Signs};

/// Ways to choose from that make a login of a page which is not called one.
const SEVERAL: usize = 2;
/// Letters that stand beside a scheme on its button: “Mobilt”, “på fil”.
const BESIDE: usize = 12;
/// Characters of a page that asks where its reader is from.
const ASKING: usize = 400;
/// The fields by which flows of CAS are known, which ask for a password as well.
const OF_CAS: [&str; 2] = ["execution", "_eventid"];
/// The fields of the proxy that most libraries have, and those of catalogues for the number of a card.
const OF_PROXY: [&str; 2] = ["user", "pass"];
const OF_CARDS: [&str; 8] =
    ["barcode", "cardnumber", "card_number", "librarycard", "library_card", "patronid", "borrowernumber", "borrower"];

/// By what a page that says next to nothing else is known to be a login.
pub(super) fn told(signs: &Signs) -> Option<String> {
    if signs.said > LONGEST {
        return None;
    }
    let page = Page::of(signs);
    let is_told = || sentences(&signs.opening).any(|it| tells(it, signs) && !keeps_away(it));
    page.mark().filter(|_| !is_told())
}

/// What a page is made of.
struct Page<'a> {
    signs: &'a Signs,
    /// Letters that no login says, and those of them that are no choice.
    others: usize,
    unchosen: usize,
    /// What stands beside its choices, in plain words.
    beside: String,
    /// Ways for people to say who they are, by the labels of its links and buttons.
    schemes: Vec<String>,
}

impl<'a> Page<'a> {
    fn of(signs: &'a Signs) -> Self {
        let said = plain(&signs.opening);
        let beside = without(&said, &signs.asked.choices);
        let letters = |text: &str| of_another_matter(text, &find(text), signs);
        Self {
            signs,
            others: letters(&said),
            unchosen: letters(&beside),
            beside,
            schemes: schemes(signs.asked.choices.iter().map(String::as_str)),
        }
    }

    /// What tells that it is a login.
    fn mark(&self) -> Option<String> {
        self.named_with_a_mark()
            .or_else(|| self.schemes())
            .or_else(|| self.federation())
            .or_else(|| self.origins())
            .or_else(|| self.card())
    }

    /// It is called a login, and one thing shows that it is.
    fn named_with_a_mark(&self) -> Option<String> {
        let name = named(self.signs, &|part| matches!(Name::of(part), Name::Login | Name::WithAnAccount))?;
        let lines = || schemes(self.signs.opening.lines()).len() >= SEVERAL;
        let is_marked = !self.schemes.is_empty() || self.field().is_some() || self.target().is_some() || lines();
        (self.others <= WITHOUT && is_marked).then(|| name.clone())
    }

    /// It lets its reader choose between ways to say who they are, and asks for that.
    fn schemes(&self) -> Option<String> {
        let has_ask = |text: &str| find(text).iter().any(|it| matches!(it.kind, Kind::Asks | Kind::Entry | Kind::Way));
        let is_asked = || {
            let named = self.names().any(|name| has_ask(&plain(name)));
            let on_buttons = || {
                self.signs.asked.choices.iter().map(|it| plain(it)).any(|it| is_scheme(&it).is_some() && has_ask(&it))
            };
            named || on_buttons()
        };
        let is_login = self.schemes.len() >= SEVERAL && self.others <= WITHOUT && is_asked();
        is_login.then(|| self.schemes.join(", "))
    }

    /// Its form is that of a federated login, and no heading is of another matter.
    fn federation(&self) -> Option<String> {
        let field = self.field().or_else(|| {
            let is_of_cas = self.signs.passwords == 1 && OF_CAS.iter().all(|name| self.has_field(name));
            is_of_cas.then_some(OF_CAS[0])
        })?;
        let most = if self.headings().next().is_some() { WITH_A_PASSWORD } else { WITHOUT };
        let is_login = self.signs.forms > 0 && self.unchosen <= most && self.headings().all(|it| is_of_logins(it));
        is_login.then(|| field.to_owned())
    }

    /// It asks from which institution its reader is, and says what for, or is made by those who ask so.
    fn origins(&self) -> Option<String> {
        let signs = self.signs;
        let is_way = |text: &str| find(text).iter().any(|it| it.kind == Kind::Way);
        let asks = named(signs, &|part| is_way(&plain(part))).is_some() || is_way(&self.beside);
        let is_chosen = signs.asked.options >= SEVERAL || !signs.asked.choices.is_empty();
        let for_something =
            || has_of(&self.beside, &known().login_reasons) || self.field().is_some() || self.target().is_some();
        let is_login = signs.said <= ASKING
            && asks
            && is_chosen
            && for_something()
            && self.unchosen <= WITHOUT
            && self.headings().all(|it| is_of_logins(it));
        is_login.then(|| self.names().next().cloned().unwrap_or_else(|| "it asks where its reader is from".to_owned()))
    }

    /// It asks for a password and for the card of a library, or for what its proxy asks for.
    fn card(&self) -> Option<String> {
        let is_form =
            OF_PROXY.iter().all(|name| self.has_field(name)) || OF_CARDS.iter().any(|name| self.has_field(name));
        let is_asked = self.signs.passwords == 1 && self.signs.forms <= 1 && is_form;
        let all = self.names().map(|name| plain(name)).chain([plain(&self.signs.opening)]);
        let is_remote = || all.map(|it| it.trim().to_owned()).any(|it| has_of(&it, &known().login_remote));
        (is_asked && self.headings().all(|it| is_of_logins(it) || has_of(it, &known().login_remote)) && is_remote())
            .then(|| self.signs.asked.fields.join(", "))
    }

    fn names(&self) -> impl Iterator<Item = &String> {
        self.signs.title.iter().chain(self.headings())
    }

    fn headings(&self) -> impl Iterator<Item = &String> {
        self.signs.headings.iter().chain(&self.signs.lesser)
    }

    fn has_field(&self, name: &str) -> bool {
        self.signs.asked.fields.iter().any(|it| it == name)
    }

    fn field(&self) -> Option<&str> {
        self.signs.asked.fields.iter().map(String::as_str).find(|name| known().federated_fields.begins(name))
    }

    fn target(&self) -> Option<&str> {
        let is_federated = |to: &&String| known().federated_targets.stands_in(&to.to_ascii_lowercase());
        self.signs.asked.targets.iter().find(is_federated).map(String::as_str)
    }
}

/// The schemes that labels name, each once; a label that says much else names none.
fn schemes<'a>(labels: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut all: Vec<String> = labels.filter_map(|label| is_scheme(&plain(label))).collect();
    all.sort_unstable();
    all.dedup();
    all
}

fn is_scheme(label: &str) -> Option<String> {
    let found = find(label);
    let is_beside = |at: usize| !found.iter().any(|it| it.at.contains(&at));
    let beside = label.char_indices().filter(|(at, c)| !c.is_whitespace() && is_beside(*at)).count();
    let scheme = found.iter().find(|it| it.kind == Kind::Scheme).filter(|_| beside <= BESIDE)?;
    Some(label[scheme.at.clone()].trim().to_owned())
}

/// Whether a heading says nothing but what logins say.
fn is_of_logins(heading: &str) -> bool {
    let plain = plain(heading);
    let found = find(&plain);
    let is_beside = |at: usize| !found.iter().any(|it| it.at.contains(&at));
    let beside = plain.char_indices().filter(|(at, c)| !c.is_whitespace() && is_beside(*at)).count();
    !found.is_empty() && beside <= SMALL || is_called_a_login(heading)
}

/// Whether a sentence says whom the page is for: “Access is restricted to staff.”
fn keeps_away(sentence: &str) -> bool {
    let is_refusal = |class: Class| matches!(class, Class::Login | Class::Refusal | Class::Unshared);
    signature::in_words(Place::Text, sentence).iter().any(|hit| is_refusal(hit.signature.class))
}

fn has_of(text: &str, list: &List) -> bool {
    let plain = plain(text);
    list.all().map(as_words).any(|phrase| plain.contains(phrase.as_str()))
}

/// A text in plain words without those labels, each once.
fn without(said: &str, labels: &[String]) -> String {
    let mut left = said.to_owned();
    for label in labels.iter().map(|it| plain(it)) {
        if !label.trim().is_empty() {
            left = left.replacen(&label, " ", 1);
        }
    }
    left
}

#[cfg(test)]
#[path = "gates_tests.rs"]
mod tests;
