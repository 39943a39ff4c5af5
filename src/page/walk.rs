//! The texts of a tree: what a reader sees, the same without note marks, and what is there but not shown.
//!
//! The walk goes from node to node without calling itself, so that no tree is too deep for it.

pub(super) mod beside;
pub(super) mod between;
pub(super) mod blocks;
mod display;
mod formulas;
pub(super) mod marks;
pub(super) mod printed;
mod texts;
pub(super) mod transcribed;
mod verses;
pub(super) mod writer;

use scraper::node::Element;
use scraper::{ElementRef, Node};

use self::beside::{At, Finder};
use self::between::Flow;
use self::blocks::{Blocks, Edges};
use self::display::{
    Display, SKIPPED, UNSHOWN, closed_details, display, is_block, is_glued_label, is_set_apart, keeps_spaces,
};
pub(super) use self::display::{is_hidden, is_unread};
pub(super) use self::texts::Texts;
use self::verses::References;
use self::writer::{Gap, White, Writer};
use super::attribute::Attribute;
use super::sight::{self, Called, Sight};
use crate::span::Span;

/// More are a list of links.
pub(super) const MOST_LINKS: usize = 400;

/// Of more parts that are called margins none is asked whether it is a notice.
const MOST_NAMED: usize = 60;

/// Frames whose text is read: more than that are a flood.
const MOST_FRAMES: usize = 20;

/// An element that is called navigation or a footer.
#[derive(Debug, Clone, Copy)]
struct CalledAt {
    depth: usize,
    called: Called,
    start: usize,
    /// Bytes in links before it.
    linked: usize,
}

/// Whether the walk goes into an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Descend {
    Into,
    Over,
}

#[derive(Debug, Default)]
struct Walk {
    visible: Writer,
    /// From the first note mark on.
    no_marks: Option<Writer>,
    /// The paragraphs of it that something interrupts, without that.
    flow: Flow,
    references: References,
    hidden: Writer,
    noscript: String,
    depth: usize,
    /// The depth of the outermost element that hides what is in it.
    hidden_at: Option<usize>,
    /// The depth of the note mark that the walk is in.
    mark_at: Option<usize>,
    /// The same of one in what is not shown, which has no text of its own without marks.
    unread_at: Option<usize>,
    /// The depth of the interruption that the walk is in.
    interrupted_at: Option<usize>,
    /// The depth of the raised number that the walk is in.
    raised_at: Option<usize>,
    /// How many `<pre>` the walk is in.
    pre: usize,
    /// How many formulas the walk is in.
    formulas: usize,
    /// How many elements it is in whose style keeps white space as written.
    spaced: usize,
    /// How many articles the walk is in.
    articles: usize,
    /// The depth of the navigation or footer that the walk is in, and where its text begins.
    margin_at: Option<(usize, usize)>,
    /// The same of what is called one, with the links before it.
    called_at: Option<CalledAt>,
    /// Where begins what a class hides until a script shows it.
    kept_at: Option<(usize, usize)>,
    /// Bytes in links so far.
    linked: usize,
    /// The same of a link.
    link_at: Option<(usize, usize)>,
    links: Vec<Span>,
    /// Links so far.
    links_so_far: usize,
    beside: Finder,
    /// The depth of what is not shown and still searched by browsers, and its text.
    searched: Option<(usize, Writer)>,
    /// The depth of what is not even searched within that.
    kept_away_at: Option<usize>,
    frames: Vec<String>,
    sight: Sight,
    /// The edges of elements since the last words that a reader sees.
    edges: Edges,
}

/// The texts of a page of so many bytes of markup. A fourth of them is text, about.
pub(super) fn texts_of_page(root: ElementRef<'_>, bytes: usize) -> Texts {
    gather(root, Walk { visible: Writer::with_room(bytes / 4), ..Walk::default() })
}

/// The texts of `root` and everything in it.
pub(super) fn texts(root: ElementRef<'_>) -> Texts {
    gather(root, Walk::default())
}

fn gather(root: ElementRef<'_>, mut walk: Walk) -> Texts {
    let mut node = *root;
    'walk: loop {
        let descend = match node.value() {
            Node::Text(text) => {
                walk.text(text, node.parent().is_some_and(|parent| closed_details(parent.value())));
                Descend::Over
            }
            Node::Element(_) => ElementRef::wrap(node).map_or(Descend::Over, |element| walk.open(element)),
            Node::Fragment => Descend::Into,
            _ => Descend::Over,
        };
        if descend == Descend::Into {
            if let Some(child) = node.first_child() {
                node = child;
                continue;
            }
            walk.close(ElementRef::wrap(node));
        }
        while node != *root {
            if let Some(next) = node.next_sibling() {
                node = next;
                continue 'walk;
            }
            let Some(parent) = node.parent() else { break };
            node = parent;
            walk.close(ElementRef::wrap(node));
        }
        break;
    }
    walk.finish()
}

impl Walk {
    fn open(&mut self, element: ElementRef<'_>) -> Descend {
        let name = element.value().name();
        if name == "noscript" {
            self.noscript.extend(element.text());
            self.noscript.push('\n');
            return Descend::Over;
        }
        if SKIPPED.contains(&name) {
            self.skip(element);
            return Descend::Over;
        }
        if self.formulas > 0 && formulas::is_degree(element) {
            return Descend::Over;
        }
        let is_shadow = name == "template" && element.attribute("shadowrootmode").is_some();
        if UNSHOWN.contains(&name) && !is_shadow {
            self.unshown(element);
            return Descend::Into;
        }
        if let Some(text) = instead(element) {
            self.hidden.gap(Gap::Line);
            self.hidden.push(text, White::Collapses);
            self.hidden.gap(Gap::Line);
        }
        self.depth += 1;
        if is_set_apart(element) {
            self.part();
        }
        let display = display(element);
        self.edge(element.value());
        if display == Display::Hidden && self.hidden_at.is_none() {
            self.hidden_at = Some(self.depth);
            self.hidden.gap(Gap::Line);
            if sight::is_searched(element) {
                self.searched = Some((self.depth, Writer::default()));
            }
        } else if display == Display::Hidden && self.kept_away_at.is_none() && !sight::is_searched(element) {
            self.kept_away_at = Some(self.depth);
        }
        if self.margin_at.is_none() && sight::is_margin(element.value(), self.articles > 0) {
            self.margin_at = Some((self.depth, self.visible.len()));
        }
        if self.margin_at.is_none() && self.hidden_at.is_none() {
            self.open_called(element.value());
        }
        if self.link_at.is_none() && name == "a" && element.value().attribute("href").is_some() {
            self.link_at = Some((self.depth, self.visible.len()));
        }
        if self.margin_at.is_none() && self.hidden_at.is_none() {
            self.beside.open(element.value(), self.at(), self.articles > 0);
        }
        self.articles += usize::from(sight::is_article(element.value()));
        if self.interrupted_at.is_none() && self.hidden_at.is_none() && between::interrupts(element) {
            self.interrupted_at = Some(self.depth);
            let no_marks = self.no_marks.get_or_insert_with(|| self.visible.clone());
            self.flow.interrupt(no_marks);
        }
        let before = || self.running().last();
        // A formula often stands there twice, the second time drawn by a script.
        let is_aside = || {
            name == "math"
                || marks::is_for_listeners(element)
                || marks::is_mark(element, before())
                || matches!(name, "sup" | "b" | "strong" | "span") && verses::is_number(element, before())
                || marks::is_raised_letter(element, self.running())
                || printed::is_mark(element)
                || is_glued_label(element)
        };
        if self.hidden_at.is_some() {
            let is_mark =
                || marks::is_mark(element, self.hidden.last()) || marks::is_raised_letter(element, &self.hidden);
            if self.unread_at.is_none() && is_mark() {
                self.unread_at = Some(self.depth);
            }
        } else if self.mark_at.is_none() && is_aside() {
            self.mark_at = Some(self.depth);
            self.no_marks.get_or_insert_with(|| self.visible.clone());
        }
        if self.raised_at.is_none() && marks::is_raised_number(element, self.last()) {
            self.raised_at = Some(self.depth);
        }
        self.pre += usize::from(is_pre(element.value()));
        self.spaced += usize::from(keeps_spaces(element.value()));
        if self.hidden_at.is_none() {
            self.edges.begin(name);
        }
        match display {
            Display::Block => self.gap(Gap::Line),
            Display::Cell => self.gap(Gap::Cell),
            Display::Hidden | Display::Inline => {}
        }
        self.formulas += usize::from(name == "math");
        if self.formulas > 0 {
            self.formula(element);
        }
        Descend::Into
    }

    /// What a formula shows before what is in `element`.
    fn formula(&mut self, element: ElementRef<'_>) {
        if formulas::is_below(element) {
            self.text("/", false);
        }
        if formulas::is_apart(element) && self.last().is_some_and(|last| last.is_ascii_digit()) {
            self.gap(Gap::Space);
        }
        if formulas::is_raised(element) && self.raised_at.is_none() {
            self.raised_at = Some(self.depth);
        }
        if let Some(sign) = formulas::sign(element) {
            self.text(&sign, false);
        }
    }

    fn close(&mut self, node: Option<ElementRef<'_>>) {
        let Some(node) = node else { return };
        let (element, apart) = (node.value(), is_set_apart(node));
        self.formulas -= usize::from(element.name() == "math");
        if is_block(element) {
            self.gap(Gap::Line);
        }
        if self.hidden_at.is_none() {
            self.edges.end(element.name());
            if sight::is_apart(element) {
                self.sight.break_at(self.visible.len(), "");
            }
        }
        self.pre -= usize::from(is_pre(element));
        self.spaced -= usize::from(keeps_spaces(element));
        self.articles -= usize::from(sight::is_article(element));
        if let Some((_, start)) = self.margin_at.take_if(|(at, _)| *at == self.depth) {
            self.sight.margins.push(Span::new(start, self.visible.len()));
        }
        if let Some((_, start)) = self.link_at.take_if(|(at, _)| *at == self.depth) {
            self.linked += self.visible.len() - start;
            self.links_so_far += 1;
            if self.links.len() < MOST_LINKS {
                self.links.push(Span::new(start, self.visible.len()));
            }
        }
        self.beside.close(self.at());
        if let Some(called) = self.called_at.take_if(|called| called.depth == self.depth) {
            self.close_called(called);
        }
        if let Some((_, start)) = self.kept_at.take_if(|(at, _)| *at == self.depth)
            && self.sight.named_margins.len() < MOST_NAMED
            && self.visible.text().get(start..).is_some_and(sight::is_notice)
        {
            self.sight.named_margins.push(Span::new(start, self.visible.len()));
        }
        if let Some((_, text)) = self.searched.take_if(|(at, _)| *at == self.depth) {
            self.sight.break_at(self.visible.len(), &text.finish());
        }
        self.kept_away_at = self.kept_away_at.filter(|at| *at != self.depth);
        self.hidden_at = self.hidden_at.filter(|at| *at != self.depth);
        self.mark_at = self.mark_at.filter(|at| *at != self.depth);
        self.unread_at = self.unread_at.filter(|at| *at != self.depth);
        self.interrupted_at = self.interrupted_at.filter(|at| *at != self.depth);
        self.raised_at = self.raised_at.filter(|at| *at != self.depth);
        self.depth -= 1;
        if apart {
            self.part();
        }
    }

    fn at(&self) -> At {
        At { depth: self.depth, length: self.visible.len(), linked: (self.linked, self.links_so_far) }
    }

    /// A box of its own begins or ends within a line.
    fn part(&mut self) {
        self.gap(Gap::Space);
        if self.hidden_at.is_none() {
            self.sight.break_at(self.visible.len(), "");
        }
    }

    /// The beginning of what may be a margin by its classes.
    fn open_called(&mut self, element: &Element) {
        let (depth, start, linked) = (self.depth, self.visible.len(), self.linked);
        if let (None, Some(called)) = (self.called_at, sight::called(element)) {
            self.called_at = Some(CalledAt { depth, called, start, linked });
        }
        if self.kept_at.is_none() && sight::is_kept(element) {
            self.kept_at = Some((depth, start));
        }
    }

    /// Navigation is links; a footer stands behind something.
    fn close_called(&mut self, at: CalledAt) {
        let length = self.visible.len() - at.start;
        let is_margin = match at.called {
            Called::Navigation => 2 * (self.linked - at.linked) >= length,
            Called::Footer => !self.visible.text()[..at.start].trim().is_empty(),
            Called::Banner => true,
        };
        let of_kind = if at.called == Called::Banner { &mut self.sight.banners } else { &mut self.sight.named_margins };
        if is_margin {
            of_kind.push(Span::new(at.start, self.visible.len()));
        }
    }

    /// The beginning of what is no text of the page and is there all the same.
    fn unshown(&mut self, element: ElementRef<'_>) {
        self.skip(element);
        self.depth += 1;
        if self.hidden_at.is_none() {
            self.hidden_at = Some(self.depth);
        } else if self.kept_away_at.is_none() {
            self.kept_away_at = Some(self.depth);
        }
        self.pre += usize::from(is_pre(element.value()));
        self.spaced += usize::from(keeps_spaces(element.value()));
        self.hidden.gap(Gap::Line);
    }

    /// What is left out of every text, and what of it a browser still sees.
    fn skip(&mut self, element: ElementRef<'_>) {
        let value = element.value();
        if let Some(markup) = value.attribute("srcdoc").filter(|_| value.name() == "iframe") {
            if self.hidden_at.is_none() && self.frames.len() < MOST_FRAMES {
                self.frames.push(markup.to_owned());
            }
        } else if sight::is_apart(value) {
            let mut inner = Writer::default();
            element.text().for_each(|text| inner.push(text, White::Collapses));
            let text = sight::form_text(value).into_iter().chain([inner.finish()]).collect::<Vec<_>>().join(" ");
            self.sight.break_at(self.visible.len(), text.trim());
        }
    }

    /// The beginning of what a search does not go over.
    fn edge(&mut self, element: &Element) {
        if self.hidden_at.is_none() && sight::is_apart(element) {
            self.sight.break_at(self.visible.len(), &sight::form_text(element).unwrap_or_default());
        }
    }

    fn text(&mut self, text: &str, in_closed_details: bool) {
        let white = if self.pre + self.spaced > 0 { White::Stands } else { White::Collapses };
        let raised = self.raised_at.map(|_| marks::raised(text));
        let text = raised.as_deref().unwrap_or(text);
        if self.hidden_at.is_some() || in_closed_details {
            if self.unread_at.is_none() {
                self.hidden.push(text, white);
            }
            match &mut self.searched {
                Some((_, searched)) if self.kept_away_at.is_none() => searched.push(text, white),
                None if in_closed_details && self.hidden_at.is_none() => {
                    self.sight.break_at(self.visible.len(), text.trim());
                }
                Some(_) | None => {}
            }
            return;
        }
        // Code has numbers in brackets that are no marks.
        let marked = self.pre > 0 || self.mark_at.is_some();
        let reference = if marked || !self.running().begins_line() { None } else { self.references.behind(text) };
        let pieces = if marked { None } else { marks::without_numbers(reference.unwrap_or(text)) };
        let pieces = pieces.or_else(|| reference.map(|text| vec![text]));
        if pieces.is_some() {
            self.no_marks.get_or_insert_with(|| self.visible.clone());
        }
        let end = self.edges.before(text);
        self.visible.end(end);
        self.visible.push(text, white);
        if let Some(no_marks) = self.no_marks.as_mut().filter(|_| self.mark_at.is_none()) {
            no_marks.end(end);
            if self.interrupted_at.is_none() {
                self.flow.end(end);
            }
            for piece in pieces.unwrap_or_else(|| vec![text]) {
                no_marks.push(piece, white);
                if self.interrupted_at.is_none() {
                    self.flow.push(piece, white);
                }
            }
        }
    }

    /// The text without marks that grows here.
    fn running(&self) -> &Writer {
        self.no_marks.as_ref().unwrap_or(&self.visible)
    }

    /// The last character that was written, if nothing stands between it and what follows.
    fn last(&self) -> Option<char> {
        if self.hidden_at.is_some() { self.hidden.last() } else { self.visible.last() }
    }

    fn gap(&mut self, gap: Gap) {
        if self.hidden_at.is_some() {
            self.hidden.gap(gap);
        } else {
            self.visible.gap(gap);
            if let Some(no_marks) = &mut self.no_marks {
                no_marks.gap(gap);
            }
            if self.interrupted_at.is_none() {
                self.flow.gap(gap);
            }
        }
    }

    fn finish(mut self) -> Texts {
        let (wide, seams) = (self.visible.take_wide(), self.visible.take_seams());
        let ends = self.visible.take_ends();
        let visible = self.visible.finish();
        if let Some(no_marks) = &mut self.no_marks {
            self.flow.append_to(no_marks);
        }
        let unmarked = self.no_marks.as_mut().map(Writer::take_ends).unwrap_or_default();
        Texts {
            sight: Sight {
                seams,
                blocks: Box::new(Blocks { visible: ends, unmarked }),
                ..self.sight.finish(&visible, wide)
            },
            frames: self.frames,
            visible,
            no_marks: self.no_marks.map(Writer::finish).unwrap_or_default(),
            hidden: self.hidden.finish(),
            noscript: self.noscript,
            parts: self.beside.finish(self.links),
        }
    }
}

/// What an image says to those who do not see it.
fn instead(element: ElementRef<'_>) -> Option<&str> {
    let value = element.value();
    value.attribute("alt").filter(|_| matches!(value.name(), "img" | "area" | "input"))
}

fn is_pre(element: &Element) -> bool {
    matches!(element.name(), "pre" | "listing" | "plaintext" | "xmp")
}

#[cfg(test)]
mod tests;
