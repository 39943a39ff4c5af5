//! An article whose notes are known, and the plain text that it becomes.

use std::collections::HashMap;
use std::fmt::Write as _;

/// Paragraphs, and where their notes are.
#[derive(Debug, Default)]
pub struct Article {
    pub paragraphs: Vec<Paragraph>,
    numbers: HashMap<String, usize>,
}

/// A paragraph: its text, and at which byte of it which note is marked.
#[derive(Debug, Default)]
pub struct Paragraph {
    pub text: String,
    pub marks: Vec<(usize, usize)>,
}

/// How a mark looks in plain text.
#[derive(Debug, Clone, Copy)]
pub enum Style {
    /// `issues.1 The`, `issues.1 2 The`
    Glued,
    /// `issues. 1 The`
    Spaced,
    /// `issues.1,2 The`
    Commas,
}

impl Style {
    pub const ALL: [Self; 3] = [Self::Glued, Self::Spaced, Self::Commas];

    pub fn name(self) -> &'static str {
        match self {
            Self::Glued => "issues.1 2 The",
            Self::Spaced => "issues. 1 2 The",
            Self::Commas => "issues.1,2 The",
        }
    }
}

impl Article {
    /// Begins a paragraph.
    pub fn paragraph(&mut self) {
        if self.paragraphs.last().is_none_or(|last| !last.text.trim().is_empty() || !last.marks.is_empty()) {
            self.paragraphs.push(Paragraph::default());
        }
    }

    pub fn push(&mut self, text: &str) {
        if self.paragraphs.is_empty() {
            self.paragraph();
        }
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        for c in text.chars() {
            let white = c.is_whitespace();
            if white && paragraph.text.ends_with(char::is_whitespace) {
                continue;
            }
            paragraph.text.push(if white { ' ' } else { c });
        }
    }

    /// A mark of the note with this name: notes are numbered in the order in which they appear.
    pub fn mark(&mut self, name: &str) {
        let next = self.numbers.len() + 1;
        let number = *self.numbers.entry(name.to_owned()).or_insert(next);
        if self.paragraphs.is_empty() {
            self.paragraph();
        }
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.marks.push((paragraph.text.len(), number));
        }
    }

    pub fn notes(&self) -> usize {
        self.numbers.len()
    }

    /// The plain text with its list of references, and which number stands at which byte of it.
    pub fn flattened(&self, style: Style) -> (String, Vec<(usize, usize)>) {
        let (mut text, mut truth) = (String::new(), Vec::new());
        for paragraph in self.paragraphs.iter().filter(|paragraph| !paragraph.text.trim().is_empty()) {
            let mut written = 0;
            for (index, (at, number)) in paragraph.marks.iter().enumerate() {
                text.push_str(&paragraph.text[written..*at]);
                written = *at;
                let follows = index > 0 && paragraph.marks[index - 1].0 == *at;
                match style {
                    Style::Commas if follows => text.push(','),
                    Style::Glued | Style::Spaced if follows => text.push(' '),
                    Style::Spaced if !text.ends_with(' ') => text.push(' '),
                    Style::Glued | Style::Commas | Style::Spaced => {}
                }
                truth.push((text.len(), *number));
                write!(text, "{number}").expect("a string can be written to");
                let next = paragraph.text[written..].chars().next();
                let last = paragraph.marks.get(index + 1).is_none_or(|next| next.0 != *at);
                if last && next.is_some_and(|c| c.is_alphanumeric() || c == '(') {
                    text.push(' ');
                }
            }
            text.push_str(paragraph.text[written..].trim_end());
            text.push_str("\n\n");
        }
        text.push_str("References\n\n");
        for number in 1..=self.notes() {
            writeln!(
                text,
                "“The Title of Source {}.” Harbour Post. Accessed May 3, 2021. https://post.example/{number}.\n",
                LETTERS[number % LETTERS.len()]
            )
            .expect("a string can be written to");
        }
        (text, truth)
    }
}

/// Titles of sources have no digits here: a list must not help to find its own numbers.
const LETTERS: [&str; 6] = ["Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta"];
