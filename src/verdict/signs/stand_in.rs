//! What stands at an address that nobody serves a page at, told by the address itself: a domain that is offered or has run
//! out, a folder with nothing in it.

use url::Url;

use crate::locator::host;
use crate::page::signature::{self, Class};
use crate::page::vocabulary::known;
use crate::page::{Place, Signs};

/// Bytes behind the name of a domain in which it is said what becomes of it.
const BEHIND: usize = 80;
/// A page that offers its domain names it in its heading, and again where it says what becomes of it.
const MOST_NAMED: usize = 4;
/// The signature of what is for sale behind a name, as titles have it, and that of titles that say so of anything.
const FOR_SALE: [&str; 2] = ["domain-said-for-sale", "sale-title"];
/// The signatures of a text in which a domain is for sale, that of what stands around such words, and the most that a page says that
/// offers its own in one.
const SOLD_IN_TEXT: [&str; 2] = ["sale-text", "domain-to-buy"];
const ASKS_FOR_OFFERS: &str = "sale-around";
const OFFERING: usize = 700;
/// Words of a heading that names a domain: “Are you interested in site.example?”
const NAMING: usize = 6;
/// Words before the name of a domain that is offered: “The domain name”.
const BEFORE: usize = 3;
/// A page that offers its domain in a title or a heading and says no more has nothing else to say.
const LITTLE: usize = 300;
/// How servers title the list of a folder.
const LIST: &str = "Index of /";
/// Characters of such a list that lists nothing, at most.
const NOTHING_LISTED: usize = 300;

/// That a page offers its own domain, or says that it has run out.
pub(super) struct Offer {
    pub(super) place: Place,
    pub(super) said: String,
    /// Whether its titles and headings do nothing but offer it, on a page that says little more.
    pub(super) is_all: bool,
}

/// Where a title, a heading or the text offers the domain of the page itself, or says that it has run out: “The domain name
/// site.example is for sale”.
pub(super) fn offered(signs: &Signs, url: &str) -> Option<Offer> {
    let titles = signs.title.iter().map(|text| (Place::Title, text.as_str()));
    let headings = signs.headings.iter().map(|text| (Place::Heading, text.as_str()));
    let said = titles.chain(headings).chain([(Place::Text, signs.opening.as_str())]);
    let mut said = said.filter(|(_, text)| text.contains('.')).peekable();
    said.peek()?;
    let domain = host::lane(&Url::parse(url).ok()?).to_string();
    let found: Vec<(Place, Said)> =
        said.filter_map(|(place, text)| Some((place, offers(place, text, &domain)?))).collect();
    let is_all = signs.said <= LITTLE && found.iter().any(|(place, said)| *place != Place::Text && said.is_sale);
    let offer = found.into_iter().next().map(|(place, said)| Offer { place, said: said.text, is_all });
    offer.or_else(|| asked_for_offers(signs, &domain)).or_else(|| named_and_offered(signs, &domain))
}

/// Where a title or a heading asks for offers for the domain of the page, and says nothing else: “Make an offer on site.example”.
fn asked_for_offers(signs: &Signs, domain: &str) -> Option<Offer> {
    let asks = |text: &&str| {
        let lower = text.to_lowercase();
        let before = lower.trim().trim_end_matches(['!', '.']).strip_suffix(domain).map(signature::plain);
        before.is_some_and(|before| known().offers_for.has(before.trim()))
    };
    let titles = signs.title.iter().map(|text| (Place::Title, text.as_str()));
    let headings = signs.headings.iter().map(|text| (Place::Heading, text.as_str()));
    let (place, said) = titles.chain(headings).find(|(_, text)| asks(text))?;
    Some(Offer { place, said: said.to_owned(), is_all: false })
}

/// Where a short page names its own domain, and no other, in a title, a heading or its first word, and offers “this domain” below.
fn named_and_offered(signs: &Signs, domain: &str) -> Option<Offer> {
    let is_sold = || {
        let hits = signature::in_words(Place::Text, &signs.opening);
        let has = |ids: &[&str]| hits.iter().any(|hit| ids.contains(&hit.signature.id.as_str()));
        has(&SOLD_IN_TEXT) && has(&[ASKS_FOR_OFFERS])
    };
    if signs.said > OFFERING || names_another(&signs.opening, domain) || !is_sold() {
        return None;
    }
    let is_named =
        |text: &str| signature::words(text) <= NAMING && text.split_whitespace().any(|it| is_domain(it, domain));
    let titles = signs.title.iter().map(|text| (Place::Title, text.as_str()));
    let headings = signs.headings.iter().map(|text| (Place::Heading, text.as_str()));
    let first = signs.opening.split_whitespace().next().map(|word| (Place::Text, word));
    let (place, said) = titles.chain(headings).chain(first).find(|(_, text)| is_named(text))?;
    Some(Offer { place, said: said.to_owned(), is_all: false })
}

/// Whether a word of a text is that domain, in whatever marks.
fn is_domain(word: &str, domain: &str) -> bool {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    bare.strip_prefix("www.").unwrap_or(&bare) == domain
}

/// Whether a text names a domain besides that one: those who trade in them do.
fn names_another(text: &str, domain: &str) -> bool {
    let is_name = |word: &str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let (name, last) = bare.rsplit_once('.').unwrap_or_default();
        name.ends_with(char::is_alphanumeric) && last.len() > 1 && last.chars().all(char::is_alphabetic)
    };
    text.split_whitespace().any(|word| is_name(word) && !word.contains('@') && !is_domain(word, domain))
}

/// What a text says becomes of a domain.
struct Said {
    text: String,
    /// Whether it is for sale, and the text says nothing else.
    is_sale: bool,
}

/// The part of `text` in which something becomes of `domain`. Whoever sells domains has several, and who names a site in a sentence
/// may go on with what is for sale there.
fn offers(place: Place, text: &str, domain: &str) -> Option<Said> {
    let lower = text.to_lowercase();
    let offered = |at: usize| {
        let behind = &lower[at + domain.len()..];
        let behind = &behind[..crate::span::floor_char_boundary(behind, BEHIND)];
        let ends = !behind.starts_with(|c: char| c.is_alphanumeric() || c == '-' || c == '/');
        // What is for sale behind a mark is something else: “site.example: à vendre”, and then of a house.
        let is_of_name = place != Place::Text && behind.starts_with(char::is_whitespace);
        let is_meant = |hit: &signature::Hit| is_of_name || hit.signature.id != FOR_SALE[0];
        let says = |hit: &signature::Hit| {
            hit.signature.class == Class::Parked && hit.start <= 1 && !hit.phrase.contains("domains") && is_meant(hit)
        };
        let hits: Vec<signature::Hit> = signature::in_words(Place::Title, behind).into_iter().filter(says).collect();
        let longest = hits
            .iter()
            .filter(|hit| FOR_SALE.contains(&hit.signature.id.as_str()))
            .map(|hit| hit.phrase)
            .max_by_key(|it| it.len());
        let is_sale = is_of_name
            && longest.is_some_and(|phrase| {
                // What a site calls itself stands behind such a mark.
                let told = behind.split(['|', '–', '—', '·']).next().unwrap_or_default();
                let is_end = signature::words(told) <= signature::words(phrase);
                signature::words(&lower[..at]) <= BEFORE && is_end
            });
        let text = || lower[at..at + domain.len() + behind.len()].to_owned();
        (ends && !hits.is_empty()).then(|| Said { text: text(), is_sale })
    };
    lower.match_indices(domain).take(MOST_NAMED).find_map(|(at, _)| offered(at))
}

/// Whether a page is the list of a folder with nothing in it, as servers send it.
pub(super) fn lists_nothing(signs: &Signs) -> bool {
    let Some(title) = signs.title.as_deref().filter(|title| title.starts_with(LIST)) else { return false };
    let is_of_server =
        |line: &str| line.contains("Server at ") || line.starts_with("Apache/") || line.starts_with("nginx/");
    let is_of_list = |word: &str| known().of_folders.has(&word.to_lowercase());
    let mut lines = signs.opening.lines().map(str::trim).filter(|line| *line != title && !is_of_server(line));
    signs.said <= NOTHING_LISTED && lines.all(|line| line.split_whitespace().all(is_of_list))
}

#[cfg(test)]
mod tests {
    use crate::verdict::signs::tests::seen;

    #[test]
    fn a_list_of_nothing_is_no_page() {
        for html in [
            "<title>Index of /</title><h1>Index of /</h1><table><tr><th>Name<th>Last modified<th>Size<th>Description</table>\
             <address>Apache/2.4.57 (Debian) Server at site.example Port 443</address>",
            "<title>Index of /</title><h1>Index of /</h1><ul><li><a href=cgi-bin/>cgi-bin/</a></ul>",
            "<title>Index of /a/tides</title><h1>Index of /a/tides</h1><pre><a href='../'>../</a></pre>",
        ] {
            seen(200, html).check("gone soft-404 unknown");
        }
        for html in [
            "<title>Index of /</title><h1>Index of /</h1><ul><li><a href=tides.pdf>tides.pdf</a></ul>",
            "<title>Index of /pub</title><h1>Index of /pub</h1><pre><a href='../'>../</a> <a href='up/'>1998/</a></pre>",
            "<title>Index of names</title><h1>Index of names</h1><p>Name</p>",
        ] {
            seen(200, html).check("live - sound");
        }
    }

    #[test]
    fn a_page_that_names_its_domain_and_offers_it_below_is_parked() {
        for html in [
            "<title>Domain site.example kaufen</title><h1>Sie interessieren sich für site.example?</h1><p>Der Inhaber bietet diese Domain \
             zum Kauf an. Preis: 1.900 €. Jetzt Angebot abgeben.</p>",
            "<p>site.example is a strong, short name with a thousand visits a day. This domain could be yours! Submit your offer today.</p>",
            "<title>site.example</title><h1>site.example</h1><p>¿Te interesa este dominio? Su propietario acepta ofertas.</p>",
            "<title>site.example</title><h1>site.example</h1><p>Interesse in deze domeinnaam? Doe een bod.</p>",
            "<title>site.example</title><h1>www.site.example</h1><p>Ce nom de domaine pourrait être à vous. Faites une offre.</p>",
            "<title>Domain available for purchase</title><h1>Domain available for purchase</h1><p>Price: $1,923.</p>",
            "<title>Domain im Kundenauftrag registriert</title><p>Diese Domain wurde im Kundenauftrag registriert.</p>",
        ] {
            seen(200, html).check("gone parked unknown");
        }
        for html in [
            "<title>site.example</title><h1>site.example</h1><p>We trade in names. Interested in this domain: lamplight.test? Make an offer.</p>",
            "<title>site.example</title><h1>site.example</h1><p>Interested in this domain of knowledge? Read the lectures of 1998.</p>",
            "<title>Brandable names</title><h1>Brandable names</h1><p>This domain could be yours for ten euros a year, say the sellers.</p>",
            "<title>site.example</title><h1>site.example</h1><p>A house by the sea could be yours. Submit your offer today.</p>",
            "<title>site.example</title><h1>Umzug</h1><p>Seit Montag ist unsere Domain bei IONOS registriert, und alle Bilder sind wieder da.</p>",
            "<title>Domain kaufen: so geht es</title><h1>Domain kaufen</h1><p>Wer an einer Domain interessiert ist, fragt beim Inhaber nach.</p>",
            "<title>Kurs</title><h1>site.example</h1><p>Wer in dieser Domäne arbeitet, kann das Modell kaufen oder mieten.</p>",
        ] {
            seen(200, html).check("live - sound");
        }
    }

    #[test]
    fn a_domain_that_is_offered_where_it_stands_is_parked() {
        for html in [
            "<title>site.example is for sale | HugeDomains</title><h1>Site.example</h1><p>is for sale</p><p>Buy now: $2,395</p>",
            "<title>site.example</title><h1>site.example has expired</h1><p>Is this your domain? Renew now.</p>",
            "<title>site.example</title><h1>site.example</h1><p>The domain name site.example is for sale</p><p>Buy now, or make an offer.</p>",
            "<title>site.example steht zum Verkauf</title><h1>Angebot abgeben</h1>",
            // On a longer page, and in a heading alone.
            "<title>Welcome</title><h1>site.example is for sale!</h1><p>Valid name is required.</p><p>Enter a valid email.</p>\
             <p>We have kept this name since 2009 for a shop of tea that was never opened. Whoever has better use for it than we \
             had may make an offer, and will hear from us within the week, on working days at the latest.</p><p>Submit offer</p>\
             <p>This domain can be purchased by anybody.</p>",
            "<title>Domain site.example for sale</title><h1>Domain for Sale</h1><h2>site.example</h2><p>Write what you would pay.</p>",
            // Nothing else is said.
            "<title>site.example à vendre</title><h1>site.example à vendre</h1><p>Écrivez-nous.</p>",
            "<title>site.example 出售</title><h1>site.example</h1><p>域名出售，请联系。</p>",
            "<title>Domena site.example na sprzedaż</title><h1>Domena site.example jest na sprzedaż</h1><p>Cena: 900 zł.</p>",
            "<title>site.example te koop | Namen</title><p>Bel ons.</p>",
            "<title>site.example</title><h1>Doména site.example vypršela</h1><p>Pokud jste vlastníkem domény, obnovte ji.</p>",
            "<title>site.example</title><h1>Domena site.example wygasła</h1><p>Domena wygasła 3 maja.</p>",
        ] {
            seen(200, html).check("gone parked unknown");
        }
        for html in [
            "<title>voice.example is for sale</title><h1>voice.example</h1><p>What it cost, and who asked for it.</p>",
            "<title>site.example domains for sale</title><h1>Our list</h1><p>lamplight.test, ferry.test, harbour.test</p>",
            "<title>Boats</title><h1>A boat is for sale</h1><p>Write to office@site.example of the harbour.</p>",
            "<title>Houses</title><h1>This house is for sale</h1><p>More at site.example for sale prices and plans of the rooms.</p>",
            "<title>site.example</title><h1>For sale</h1><p>A bicycle, two lamps, and a boat for four.</p>",
            "<title>lamplight.test for sale</title><h1>lamplight.test for sale</h1><p>It went for 4,000 in May, to a maker of lamps.</p>",
            "<title>site.example: à vendre</title><h1>À vendre</h1><p>Maison de pêcheur, trois pièces, 245 000 €.</p>",
            "<title>site.example for sale signs and boards</title><h1>Boards for agents</h1><p>Printed in two days.</p>",
            "<title>Why site.example for sale boards are blue</title><h1>Blue boards</h1><p>It is the paint of boats.</p>",
            "<title>site.example is registered with the office for charities</title><h1>Registered</h1><p>Number 40921.</p>",
            "<title>site.example, en venta en librerías</title><h1>Novela</h1><p>La nueva novela de Inés Maro.</p>",
        ] {
            seen(200, html).check("live - sound");
        }
    }
}
