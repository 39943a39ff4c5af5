//! Quotations by template: what each wiki calls them, what they quote, and whose it is.

use crate::document::BlockKind;

use super::call::{Call, Parameter, Run};
use super::names::Sort;
use super::writer::{Into, Later, Writer};

/// Names of templates that set a quotation apart, lower case; a bar parts them.
const SET_APART: &str = "quote | blockquote | block quotation | block quote | cquote | bquote | bq | rquote | quotation | \
     quote box | quotebox | quote frame | long quotation | verse translation | pull quote | pullquote | centered pull quote | \
     poemquote | poem quote | zitat | \" | citation bloc | bloc citation | citation longue | citazione | citação | citação2 | \
     cita | cita destacada | citació | citaat | citat | citat2 | sitat | sitaattilaatikko | lainaus | citát | idézet | cytat | \
     alıntı | цитата | цитат | цытата | اقتباس | اقتباس مضمن كبير | نقل قول | گفتاورد | ציטוט | 인용문 | 인용문2 | 인용 상자 | 引用 | \
     引文 | 引用文 | 引言 | trích dẫn | khung trích dẫn | kutipan | παράθεμα | απόσπασμα | उद्धरण | উক্তি | คำพูด | aipua | tsitaat | \
     citata | citāts | navod | навод | navedek | \
     bloque de cita | cita larga | quote1 | cytatd | cytat blokowy | blok alıntı | 인용구 | نقل‌قول | مقولة | цитування | \
     lainauslaatikko | citatboks | blockcitat | blokcitaat | citaatblok";
/// Names of those behind which a quotation begins that another template ends.
const OPENS: &str = "начало цитаты | початок цитати | пачатак цытаты | начало на цитат | почетак цитата | début citation bloc | \
     début de citation bloc | début bloc citation | blockquotetop | quote top | آغاز نقل قول | آغاز گفتاورد | بداية اقتباس | \
     début de citation";
/// Names of those that end it.
const CLOSES: &str = "конец цитаты | кінець цитати | канец цытаты | край на цитат | крај цитата | fin citation bloc | \
     fin de citation bloc | fin bloc citation | blockquotebottom | quote bottom | پایان نقل قول | پایان گفتاورد | نهاية اقتباس | \
     fin de citation";
/// Parameters that hold what is quoted.
const SAID: &[&str] = &[
    "text",
    "quote",
    "content",
    "quotetext",
    "contenu",
    "texte",
    "texto",
    "testo",
    "treść",
    "текст",
    "цитата",
    "tekst",
    "metin",
    "szöveg",
    "نص",
    "متن",
    "ציטוט",
    "תוכן",
    "본문",
    "내용",
    "内容",
    "內容",
    "本文",
    "nội dung",
    "κείμενο",
    "teks",
    "тэкст",
    "النص",
    "인용문",
    "alıntı",
    "idézet",
    "citat",
    "cytat",
    "citação",
    "zitat",
];
/// Parameters that say whose it is; a bar parts them.
const SAID_BY: &str = "author | by | source | sign | cite | title | character | publication | ref | autor | quelle | auteur | titre | \
     título | fuente | autore | opera | fonte | źródło | автор | источник | заглавие | bron | källa | kilde | zdroj | forrás | \
     kaynak | författare | forfatter | szerző | yazar | auteurs | œuvre | obra | font | fonto | aŭtoro | \
     iturria | egilea | lähde | tekijä | kirjoittaja | джерело | твір | крыніца | аўтар | източник | извор | аутор | izvor | vir | \
     avtor | sursă | sursa | allikas | avots | autors | šaltinis | autorius | πηγή | συγγραφέας | مصدر | المصدر | مؤلف | المؤلف | \
     قائل | منبع | نویسنده | گوینده | מקור | מחבר | דובר | 출처 | 저자 | 글쓴이 | 화자 | 出典 | 著者 | 作者 | 来源 | 來源 | 出处 | 出處 | \
     nguồn | tác giả | người nói | sumber | penulis | स्रोत | लेखक | উৎস | লেখক | ที่มา | ผู้แต่ง | \
     작성자 | who | podpis | подпись | підпис | imza";
/// The last position at which a quotation says whose it is.
const LAST_SAID: usize = 6;

/// What a template called `name` (lower case) does with a quotation.
pub(super) fn sort(name: &str) -> Option<Sort> {
    let is_of = |names: &str| names.split(" | ").any(|own| own.trim() == name);
    // `{{Zitat-fr|…}}`, in the language that it names.
    let language = name.strip_prefix("zitat-").is_some_and(|code| matches!(code.len(), 2 | 3) && code.is_ascii());
    match () {
        () if language || is_of(SET_APART) => Some(Sort::Quotation),
        () if is_of(OPENS) => Some(Sort::Opens),
        () if is_of(CLOSES) => Some(Sort::Closes),
        () => None,
    }
}

/// Whether the parameter called `name` says whose a quotation is.
fn is_said_by(name: &str) -> bool {
    SAID_BY.split(" | ").any(|own| own.trim() == name)
}

/// Whether a value is a note.
fn is_note(text: &str, run: &Run) -> bool {
    text[run.bytes.clone()].trim_start().starts_with("<ref")
}

impl Writer<'_, '_> {
    /// `{{tq|words}}`: the words in quotation marks.
    pub(super) fn marked(&mut self, call: &Call) {
        if let Some(words) = call.any(&["text", "texte", "1"]).cloned() {
            let edges = [call.bytes.start..words.bytes.start, words.bytes.end..call.bytes.end];
            self.write_as("“", edges[0].clone());
            self.run(&words);
            self.write_as("”", edges[1].clone());
            let notes = call.parameters.iter().filter(|own| own.value != words && is_note(self.text, &own.value));
            for note in notes.map(|own| own.value.clone()).collect::<Vec<Run>>() {
                self.run(&note);
            }
        }
    }

    /// `{{quote|words|who}}`: the words, and behind them who said it, as a reader sees it.
    pub(super) fn quotation_template(&mut self, call: &Call) {
        // `{{rquote|right|words|who}}` begins with its side.
        let sided = call.value("1").is_some_and(|first| is_layout(&self.text[first.bytes.clone()]));
        let position = if sided { "2" } else { "1" };
        let words = call.any(SAID).or_else(|| call.value(position)).cloned();
        let Some(words) = words else { return self.frame(call) };
        // A note of its own is none of the words that say whose it is.
        let note = call.value("ref").cloned().filter(|run| is_note(self.text, run));
        let says = |own: &&Parameter| {
            let positional = own.name.parse::<usize>().is_ok_and(|at| (2..=LAST_SAID).contains(&at));
            own.value != words
                && Some(&own.value) != note.as_ref()
                && (positional && !is_layout(&self.text[own.value.bytes.clone()])
                    || is_said_by(&own.name)
                    || self.text[own.value.bytes.clone()].contains("<ref"))
        };
        let said: Vec<Run> = call.parameters.iter().filter(says).map(|own| own.value.clone()).collect();
        let quotation = Some(self.new_quotation());
        let mut parts = vec![Later { quotation, ..Later::of(words, BlockKind::Paragraph) }];
        let last = said.len().saturating_sub(1);
        parts.extend(said.into_iter().enumerate().map(|(index, run)| {
            let lead = if index == 0 { "— " } else { ", " };
            Later { quotation, lead, goes_on: index < last, says_whose: true, ..Later::of(run, BlockKind::Paragraph) }
        }));
        self.set_apart(parts);
        if let Some(note) = note {
            self.run(&note);
        }
    }

    /// `{{начало цитаты}}`: what follows is quoted, up to the template that closes it.
    pub(super) fn open_quotation(&mut self) {
        if self.into == Into::Prose {
            self.end_block();
            self.quotation = Some(self.new_quotation());
        }
    }

    /// `{{конец цитаты|источник=…}}`: behind what it closes stands whose it is, as a reader sees it.
    pub(super) fn close_quotation(&mut self, call: &Call) {
        if self.into != Into::Prose || self.quotation.is_none() {
            return self.frame(call);
        }
        self.end_block();
        let quotation = self.quotation.take();
        let noted = |own: &Parameter| self.text[own.value.bytes.clone()].contains("<ref");
        let says = |own: &&Parameter| own.name == "1" || is_said_by(&own.name) || noted(own);
        let said: Vec<Run> = call.parameters.iter().filter(says).map(|own| own.value.clone()).collect();
        let last = said.len().saturating_sub(1);
        for (index, run) in said.into_iter().enumerate() {
            let lead = if index == 0 { "— " } else { ", " };
            let part = Later::of(run, BlockKind::Paragraph);
            self.part(&Later { quotation, lead, goes_on: index < last, says_whose: true, ..part });
        }
    }
}

/// Whether a value says how a quotation is laid out: `20px`, `right`, `yes`.
fn is_layout(value: &str) -> bool {
    let value = value.trim().to_ascii_lowercase();
    let unit = value.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let size = unit.len() < value.len() && ["", "px", "em", "%", "pt"].contains(&unit);
    size || value.is_empty() || ["left", "right", "center", "centre", "none", "yes", "no"].contains(&value.as_str())
}
