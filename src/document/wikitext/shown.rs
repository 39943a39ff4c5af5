//! Templates that show their values within a line in a form of their own: measures, amounts, dates, titles of persons,
//! names of ships. What else one shows than its values is not known.

use super::call::{Call, Run};
use super::writer::{Into, Writer};

/// What a template shows of its values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// The first value, and behind it what is not known: a unit, and the same in another one.
    Measure,
    /// A value, a unit and a half of it: the first two values, as long as there are no more.
    Unit,
    /// A number that may have a unit in a parameter with a name.
    Number,
    /// The first value behind these characters.
    Behind(&'static str),
    /// The first value, with a sign of its currency on one of its sides.
    Amount,
    /// A fraction.
    Fraction,
    /// All values, with these characters between them.
    Joined(&'static str),
    /// A day of which the values are its year, month and day, in a form that is not known.
    Day,
    /// The first value between these characters.
    Between(&'static str, &'static str),
    /// The name of the template as it is written, and behind it the first value: `{{USS|Arizona}}`, `{{1er|mai}}`.
    Named,
    /// The two first values: `{{ship|HMS|Victory}}`.
    Pair,
    /// A century of which the values are the numeral and its ending, and what follows is not known.
    Century,
}

const SHOWN: &[(&str, Shown)] = &[
    ("convert", Shown::Measure),
    ("cvt", Shown::Measure),
    ("convertir", Shown::Measure),
    ("converti", Shown::Measure),
    ("konvertieren", Shown::Measure),
    ("height", Shown::Measure),
    ("rndprimes", Shown::Measure),
    ("unité", Shown::Unit),
    ("unite", Shown::Unit),
    ("unité/2", Shown::Unit),
    ("nombre", Shown::Unit),
    ("nb", Shown::Unit),
    ("unidad", Shown::Unit),
    ("val", Shown::Number),
    ("num", Shown::Number),
    ("formatnum", Shown::Number),
    ("formatzahl", Shown::Number),
    ("zahl", Shown::Number),
    ("gaps", Shown::Joined("")),
    ("gbp", Shown::Behind("£")),
    ("£", Shown::Behind("£")),
    ("pound sterling", Shown::Behind("£")),
    ("us$", Shown::Behind("US$")),
    ("usd", Shown::Behind("US$")),
    ("us dollar", Shown::Behind("US$")),
    ("au$", Shown::Behind("A$")),
    ("a$", Shown::Behind("A$")),
    ("aud", Shown::Behind("A$")),
    ("ca$", Shown::Behind("C$")),
    ("c$", Shown::Behind("C$")),
    ("nz$", Shown::Behind("NZ$")),
    ("hk$", Shown::Behind("HK$")),
    ("¥", Shown::Behind("¥")),
    ("jpy", Shown::Behind("¥")),
    ("inr", Shown::Behind("₹")),
    ("indian rupee", Shown::Behind("₹")),
    ("currency", Shown::Amount),
    ("eur", Shown::Amount),
    ("euro", Shown::Amount),
    ("€", Shown::Amount),
    ("chf", Shown::Amount),
    ("währung", Shown::Amount),
    ("doi", Shown::Behind("doi:")),
    ("pmid", Shown::Behind("PMID: ")),
    ("pmc", Shown::Behind("PMC")),
    ("arxiv", Shown::Behind("arXiv:")),
    ("hdl", Shown::Behind("hdl:")),
    ("circa", Shown::Behind("c. ")),
    ("c.", Shown::Behind("c. ")),
    ("ca.", Shown::Behind("c. ")),
    ("floruit", Shown::Behind("fl. ")),
    ("fl.", Shown::Behind("fl. ")),
    ("reign", Shown::Behind("r. ")),
    ("frac", Shown::Fraction),
    ("fraction", Shown::Fraction),
    ("sfrac", Shown::Fraction),
    ("tfrac", Shown::Fraction),
    ("date-", Shown::Joined(" ")),
    ("date", Shown::Joined(" ")),
    ("datum", Shown::Joined(" ")),
    ("start date", Shown::Day),
    ("start date and age", Shown::Day),
    ("end date", Shown::Day),
    ("end date and age", Shown::Day),
    ("film date", Shown::Day),
    ("dts", Shown::Day),
    ("date table sorting", Shown::Day),
    ("s", Shown::Century),
    ("s-", Shown::Century),
    ("-s", Shown::Century),
    ("-s-", Shown::Century),
    ("siècle", Shown::Century),
    ("m.", Shown::Named),
    ("mm.", Shown::Named),
    ("mme", Shown::Named),
    ("mlle", Shown::Named),
    ("dr", Shown::Named),
    ("pr", Shown::Named),
    ("mgr", Shown::Named),
    ("n°", Shown::Named),
    ("uss", Shown::Named),
    ("usns", Shown::Named),
    ("uscgc", Shown::Named),
    ("hms", Shown::Named),
    ("hmas", Shown::Named),
    ("hmcs", Shown::Named),
    ("hmnzs", Shown::Named),
    ("ins", Shown::Named),
    ("rms", Shown::Named),
    ("ss", Shown::Named),
    ("sms", Shown::Named),
    ("mv", Shown::Named),
    ("ms", Shown::Named),
    ("ship", Shown::Pair),
    ("incise", Shown::Between("– ", " –")),
    ("interp", Shown::Between("[", "]")),
    ("brackets", Shown::Between("[", "]")),
    ("bracket", Shown::Between("[", "]")),
    ("double+single", Shown::Between("“‘", "’”")),
    ("single+double", Shown::Between("‘“", "”’")),
    ("thin space", Shown::Joined("\u{2009}")),
    ("thinspace", Shown::Joined("\u{2009}")),
    ("thinsp", Shown::Joined("\u{2009}")),
];

/// What a template called `name` (lower case) shows.
pub(super) fn shown(name: &str) -> Option<Shown> {
    let known = SHOWN.iter().find(|(known, _)| *known == name).map(|(_, shown)| *shown);
    known.or_else(|| is_ordinal(name).then_some(Shown::Named))
}

/// Templates that show nothing, or a note to editors in small raised letters, within a line.
const SILENT: &str = "\
    clarification needed | clarifyme | when | when? | where | where? | which | which? | why | why? | whom? | what? | huh | \
    how | how? | vague | dubious | discuss | specify | elucidate | update inline | update after | peacock inline | \
    weasel inline | pov inline | relevance inline | better source | page needed | volume needed | year needed | \
    date needed | full citation needed | full | verify source | verification needed | need quotation | quote needed | \
    nonspecific | non-primary source needed | primary source inline | self-published inline | \
    self-published source | unreliable source? | unreliable source | unreliable fringe source? | citation broken | \
    definition needed | disambiguation needed | dn | ambiguous | contradict-inline | contradictory inline | \
    obsolete source | tone inline | jargon inline | jargon | editorializing | undue weight inline | \
    speculation inline | fix inline | excessive detail inline | cref | cref2 | anchor | anchors | ancre | anker | \
    shy | zwsp | wbr | zwj | zwnj | flagicon | flag icon | où | quand | qui | combien | pas clair | pourquoi | comment ? | \
    source insuffisante | à sourcer | wann? | wer? | wo? | welche? | genauer | unclear inline | sic?";

/// Whether a template called `name` (lower case) shows nothing that is quoted.
pub(super) fn is_silent(name: &str) -> bool {
    SILENT.split(" | ").any(|known| known == name)
}

/// `1er`, `2e`, `XXe siècle`: the name is what it shows.
fn is_ordinal(name: &str) -> bool {
    let digits = name.trim_start_matches(|c: char| c.is_ascii_digit());
    let roman = || {
        let century = name.strip_suffix(" siècle").and_then(|name| name.strip_suffix(['e', 'r']));
        century.is_some_and(|name| name.trim_end_matches('e').bytes().all(|byte| b"ivx".contains(&byte)))
    };
    digits.len() < name.len() && ["er", "re", "e", "ère", "ème", "st", "nd", "rd", "th"].contains(&digits) || roman()
}

impl Writer<'_, '_> {
    /// Writes what a template shows, as far as that is known.
    pub(super) fn shown(&mut self, call: &Call, shown: Shown) {
        let own = call.parameters.iter().filter(|own| own.name.bytes().all(|byte| byte.is_ascii_digit()));
        let values: Vec<Run> =
            own.map(|own| own.value.clone()).filter(|run| !self.text[run.bytes.clone()].trim().is_empty()).collect();
        let edge = call.bytes.start..call.bytes.start;
        let Some(first) = values.first() else { return self.without_values(call, shown) };
        // How many of the values are shown as they are; what the others do is not known.
        let known = match shown {
            Shown::Measure | Shown::Century | Shown::Day => 0,
            Shown::Number | Shown::Behind(_) | Shown::Named => 1,
            Shown::Unit | Shown::Pair => 2,
            Shown::Amount | Shown::Fraction | Shown::Joined(_) | Shown::Between(..) => usize::MAX,
        };
        match shown {
            Shown::Measure | Shown::Number => self.trimmed_run(first),
            Shown::Unit => self.joined(&values[..values.len().min(2)], "\u{a0}", call),
            Shown::Pair => self.joined(&values[..values.len().min(2)], " ", call),
            Shown::Century => self.joined(&values[..values.len().min(2)], "", call),
            Shown::Behind(sign) => {
                self.write_as(sign, edge);
                self.trimmed_run(first);
            }
            Shown::Amount => {
                self.gap(&call.name);
                self.trimmed_run(first);
                self.gap(&call.name);
            }
            Shown::Fraction => self.fraction(&values, call),
            Shown::Day if self.into == Into::Value => return self.day(&values, call),
            Shown::Day => {}
            Shown::Joined(_) if self.into != Into::Value && self.is_iso_date(&values) => self.gap(&call.name),
            Shown::Joined(between) => self.joined(&values, between, call),
            Shown::Between(open, close) => {
                self.write_as(open, edge);
                self.trimmed_run(first);
                self.write_as(close, call.bytes.end..call.bytes.end);
            }
            Shown::Named => {
                self.name_as_written(call);
                self.write_as(" ", edge);
                self.trimmed_run(first);
            }
        }
        if values.len() > known || shown == Shown::Number && !only_layout(call) {
            self.gap(&call.name);
        }
    }

    /// `{{£}}`, `{{XXe siècle}}`: a sign or a name alone.
    fn without_values(&mut self, call: &Call, shown: Shown) {
        match shown {
            Shown::Behind(sign) => self.write_as(sign.trim_end(), call.bytes.clone()),
            Shown::Joined("\u{2009}") => self.write_as("\u{2009}", call.bytes.clone()),
            Shown::Named => self.name_as_written(call),
            _ => self.gap(&call.name),
        }
    }

    fn name_as_written(&mut self, call: &Call) {
        let written = self.text[call.bytes.clone()].trim_start_matches('{');
        let start = call.bytes.end - written.len();
        let length = written.find(['|', '}']).unwrap_or(written.len());
        let name = super::writer::trimmed_bytes(self.text, start..start + length);
        self.write(name);
    }

    /// `{{frac|2|1|3}}` is 2 1⁄3, `{{frac|1|2}}` 1⁄2, `{{frac|2}}` 1⁄2.
    fn fraction(&mut self, values: &[Run], call: &Call) {
        let edge = call.bytes.start..call.bytes.start;
        match values {
            [under] => {
                self.write_as("1⁄", edge);
                self.trimmed_run(under);
            }
            [over, under] => self.joined(&[over.clone(), under.clone()], "⁄", call),
            [whole, over, under] => {
                self.trimmed_run(whole);
                self.write_as(" ", edge);
                self.joined(&[over.clone(), under.clone()], "⁄", call);
            }
            _ => self.gap(&call.name),
        }
    }

    fn joined(&mut self, values: &[Run], between: &str, call: &Call) {
        for (index, value) in values.iter().enumerate() {
            if index > 0 {
                self.write_as(between, call.bytes.start..call.bytes.start);
            }
            self.trimmed_run(value);
        }
    }

    /// What is said of a source has the day itself: `2020-05-03`, or as far as it is given.
    fn day(&mut self, values: &[Run], call: &Call) {
        const PARTS: usize = 3;
        let parts = &values[..values.len().min(PARTS)];
        let numbers: Option<Vec<u16>> =
            parts.iter().map(|part| self.text[part.bytes.clone()].trim().parse().ok()).collect();
        let Some(numbers) = numbers else { return self.joined(parts, " ", call) };
        let written: Vec<String> = numbers.iter().map(|number| format!("{number:02}")).collect();
        self.write_as(&written.join("-"), call.bytes.clone());
    }

    /// One value that a program formats: `2020-05-03`.
    fn is_iso_date(&self, values: &[Run]) -> bool {
        matches!(values, [only] if {
            let words = self.text[only.bytes.clone()].trim();
            words.contains('-') && words.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
        })
    }

    /// A value without the white space around it.
    fn trimmed_run(&mut self, run: &Run) {
        let bytes = super::writer::trimmed_bytes(self.text, run.bytes.clone());
        self.run(&Run { tokens: run.tokens.clone(), bytes });
    }
}

/// Whether the parameters with names only say how a number is laid out.
fn only_layout(call: &Call) -> bool {
    let named = call.parameters.iter().filter(|own| !own.name.bytes().all(|byte| byte.is_ascii_digit()));
    named.into_iter().all(|own| matches!(own.name.as_str(), "fmt" | "link" | "0"))
}
