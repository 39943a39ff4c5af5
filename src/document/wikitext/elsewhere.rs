//! More names of parameters: those of wikis that have their own beside the English ones, and of older versions of their
//! templates.

use super::field::Field;

/// For each field its names, lower case; a bar parts them.
const FIELDS: &[(Field, &str)] = &[
    (
        Field::PartUrl,
        "kapitel-url | kapitelurl | kapittelurl | kapittel-url | bidrag-url | bidragurl | konference-url | konferanseurl | konferanse-url | url-capítulo | capítulo-url | capítulourl | urlcapitulo | url-capitolo | urlcontributo | urlconferenza | urlconferencia | urltrascrizione | hoofdstukurl | adres rozdziału | ссылка часть | bölüm-url | bölümurl | kısım-url | harita-url | seksjonurl",
    ),
    (Field::Title, "nimike | rubrik | titlo | litigants"),
    (
        Field::PartTitle,
        "capítulo | capitulo | capitolo | hoofdstuk | kapittel | rozdział | часть | bölüm | artículo | artigo | articolo | artikkel | sezione | contributo | contribuição | titre chapitre | chap | kappale | voce",
    ),
    (
        Field::Authors,
        "forfattere | autores | autors | personas | pessoas | personer | kişiler | yazarlar | auteur institutionnel | créditos | הכותב",
    ),
    (
        Field::Publisher,
        "forlag | förlag | instituição | instituicao | institusjon | ente | produttore | produtora | universidade | zaprezentowany | publicadopor | yayımcı | édition",
    ),
    (
        Field::Work,
        "tidsskrift | magasin | arbejde | værk | verk | ordbog | ordbok | oppslagsverk | encyklopædi | hjemmeside | nettside | publikasjon | periodico | giornale | enciclopedia | enciclopédia | dizionario | diccionario | dicionário | revista | pub-periódica | tidskrift | dergi | eser | süreliyayın | websitesi | ansiklopedi | sözlük | sivusto | trabalho | publicació | веб-сайт",
    ),
    (
        Field::Date,
        "utgivelsesdato | udgivelsesdato | data-publicação | data-publicacao | datapubblicazione | datatrasmissione | publicatiedatum | publdatum | utgivningsdatum | yayın-tarihi | yayıntarihi | transmissão | publicationdate | pubdate | issue-date | gdate",
    ),
    (Field::Year, "annee | utgivelsesår | udgivelsesår | datum-jahr"),
    (Field::Month, "monat | miesiąc | mês | maand | måned | månad | месяц | ay"),
    (Field::Day, "tag | dag | число | gün"),
    (
        Field::Accessed,
        "luettu | hentningsdato | besøgsdato | hentedag | accessdato | accesdate | acessdate | consulte le | dataaccés | datadiaccesso | datumbezocht | datumgeraadpleegd | raadpleegdatum | accessodata | dataacesso | erişim tarihi",
    ),
    (Field::ArchiveUrl, "arkiv url | url-архіву | urlarquivo"),
    (Field::ArchiveDate, "arkiv dato | дата-архіву"),
    (Field::Numbers, "id"),
    (Field::Quote, "citacao | citar | sitering"),
];

/// What the parameter called `name` says; a space stands for a low line.
pub(super) fn field(name: &str) -> Option<Field> {
    FIELDS.iter().find(|(_, names)| names.split(" | ").any(|own| own == name)).map(|(field, _)| *field)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_name_is_of_one_field() {
        let mut known = std::collections::HashSet::new();
        for (_, names) in FIELDS {
            for name in names.split(" | ") {
                assert!(known.insert(name), "{name} twice");
                assert!(super::super::parameters::FIELDS.iter().all(|(own, _)| *own != name), "{name} again");
                assert_eq!(name, name.to_lowercase());
            }
        }
    }
}
