//! How notes are numbered: `1`, `a`, `i`, `*`, from which number on, and whether each section begins anew.

use quick_xml::Reader;
use quick_xml::events::Event;

use super::xml::attribute;

/// How often a letter or a sign is repeated; beyond that nobody can tell them apart.
const MOST_REPEATED: usize = 20;

/// What a document or one of its sections says of its footnotes, or of its endnotes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Numbering {
    form: Option<Form>,
    start: Option<usize>,
    /// Each section begins anew.
    anew: bool,
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Digits,
    SmallLetter,
    LargeLetter,
    SmallRoman,
    LargeRoman,
    Signs,
}

impl Numbering {
    /// What an element within says.
    pub(super) fn set(&mut self, element: &str, value: &str) {
        match element {
            "numFmt" => {
                self.form = match value {
                    "decimal" => Some(Form::Digits),
                    "lowerLetter" => Some(Form::SmallLetter),
                    "upperLetter" => Some(Form::LargeLetter),
                    "lowerRoman" => Some(Form::SmallRoman),
                    "upperRoman" => Some(Form::LargeRoman),
                    "chicago" => Some(Form::Signs),
                    _ => None,
                }
            }
            "numStart" => self.start = value.parse().ok(),
            _ => self.anew = value == "eachSect",
        }
    }

    /// Of the footnotes and of the endnotes of a document, by the part that holds its settings.
    pub(super) fn of_settings(xml: &str) -> [Self; 2] {
        let mut reader = Reader::from_str(xml);
        reader.config_mut().check_end_names = false;
        let (mut all, mut open) = (<[Self; 2]>::default(), None::<usize>);
        while let Ok(event) = reader.read_event() {
            match event {
                Event::Start(start) | Event::Empty(start) => match start.local_name().as_ref() {
                    "footnotePr" => open = Some(0),
                    "endnotePr" => open = Some(1),
                    name @ ("numFmt" | "numStart" | "numRestart") => {
                        let value = attribute(&start, "val").unwrap_or_default();
                        if let Some(kind) = open {
                            all[kind].set(name, &value);
                        }
                    }
                    _ => {}
                },
                Event::End(end) if matches!(end.local_name().as_ref(), "footnotePr" | "endnotePr") => open = None,
                Event::Eof => break,
                _ => {}
            }
        }
        all
    }

    /// What a section says, and the document where that says nothing.
    fn or(self, document: Self) -> Self {
        Self {
            form: self.form.or(document.form),
            start: self.start.or(document.start),
            anew: self.anew || document.anew,
        }
    }
}

/// Counts the notes of one kind.
pub(super) struct Count<'s> {
    kind: usize,
    document: Numbering,
    sections: &'s [(usize, [Numbering; 2])],
    /// The section of the last one, and its number.
    last: Option<(usize, usize)>,
}

impl<'s> Count<'s> {
    /// The footnotes are kind 0, the endnotes 1.
    pub(super) fn of(kind: usize, document: Numbering, sections: &'s [(usize, [Numbering; 2])]) -> Self {
        Self { kind, document, sections, last: None }
    }

    /// The label of the next note, whose first mark stands at a byte of the text; without a mark it goes on with the last.
    pub(super) fn next(&mut self, mark: Option<usize>) -> String {
        let section = match (mark, self.last) {
            (Some(at), _) => self.sections.partition_point(|(end, _)| *end < at),
            (None, last) => last.map_or(0, |(section, _)| section),
        };
        let own = |section: usize| {
            let said = self.sections.get(section).map_or(Numbering::default(), |(_, own)| own[self.kind]);
            said.or(self.document)
        };
        let numbering = own(section);
        let first = numbering.start.unwrap_or(1);
        let number = match self.last {
            None => first,
            Some((before, _)) if before != section && (numbering.anew || own(before).start != numbering.start) => first,
            Some((_, number)) => number.saturating_add(1),
        };
        self.last = Some((section, number));
        let usual = if self.kind == 0 { Form::Digits } else { Form::SmallRoman };
        numbering.form.unwrap_or(usual).written(number)
    }
}

impl Form {
    fn written(self, number: usize) -> String {
        let one_of = |signs: &[char]| {
            let own = number.checked_sub(1).map(|index| (signs[index % signs.len()], index / signs.len() + 1));
            let own = own.filter(|(_, times)| *times <= MOST_REPEATED);
            own.map_or_else(|| number.to_string(), |(sign, times)| sign.to_string().repeat(times))
        };
        let letters: Vec<char> = ('a'..='z').collect();
        match self {
            Self::Digits => number.to_string(),
            Self::SmallLetter => one_of(&letters),
            Self::LargeLetter => one_of(&letters).to_uppercase(),
            Self::SmallRoman => roman(number),
            Self::LargeRoman => roman(number).to_uppercase(),
            Self::Signs => one_of(&['*', '†', '‡', '§']),
        }
    }
}

/// A Roman number in small letters.
fn roman(number: usize) -> String {
    const SIGNS: [(usize, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if number > 3_999 {
        return number.to_string();
    }
    let (mut left, mut written) = (number, String::new());
    for (value, sign) in SIGNS {
        while left >= value {
            written.push_str(sign);
            left -= value;
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_office_programs_write_them() {
        let written =
            |form: Form, numbers: &[usize]| -> Vec<String> { numbers.iter().map(|own| form.written(*own)).collect() };
        assert_eq!(written(Form::SmallLetter, &[1, 26, 27, 28]), ["a", "z", "aa", "bb"]);
        assert_eq!(written(Form::LargeLetter, &[2, 9_999]), ["B", "9999"]);
        assert_eq!(written(Form::SmallRoman, &[4, 1994, 5_000]), ["iv", "mcmxciv", "5000"]);
        assert_eq!(written(Form::LargeRoman, &[9]), ["IX"]);
        assert_eq!(written(Form::Signs, &[1, 4, 5, 0]), ["*", "§", "**", "0"]);
    }

    #[test]
    fn sections_go_on_with_the_count_but_where_they_say_otherwise() {
        let numbering = |start: Option<usize>, anew: bool| Numbering { form: None, start, anew };
        let labels = |sections: [Numbering; 2], document: Numbering| {
            let sections = [(10, [sections[0]; 2]), (20, [sections[1]; 2])];
            let mut count = Count::of(0, document, &sections);
            let labels = [Some(1), Some(10), Some(12), None].map(|mark| count.next(mark));
            labels.join(" ")
        };
        let plain = numbering(None, false);
        assert_eq!(labels([plain, plain], plain), "1 2 3 4");
        assert_eq!(labels([plain, plain], numbering(Some(5), false)), "5 6 7 8");
        assert_eq!(labels([plain, numbering(None, true)], plain), "1 2 1 2");
        assert_eq!(labels([plain, numbering(Some(7), false)], plain), "1 2 7 8");
        assert_eq!(labels([numbering(Some(5), false); 2], plain), "5 6 7 8");
        assert_eq!(labels([plain, plain], numbering(None, true)), "1 2 1 2");
        let xml = "<w:settings><w:numFmt w:val=\"chicago\"/><w:footnotePr><w:numFmt w:val=\"upperRoman\"/><w:footnote w:id=\"0\"/>\
            </w:footnotePr><w:endnotePr><w:numStart w:val=\"3\"/></w:endnotePr></w:settings>";
        let [feet, ends] = Numbering::of_settings(xml);
        assert_eq!((feet.form, ends.start), (Some(Form::LargeRoman), Some(3)));
    }
}
