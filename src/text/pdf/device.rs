//! What a page draws, as far as it is text: a device for the engine that keeps glyphs and their places.

use hayro_interpret::font::{Glyph as Drawing, GlyphRun, PositionedGlyph};
use hayro_interpret::hayro_cmap::{BfString, WritingMode};
use hayro_interpret::hayro_syntax::object::{Dict, String as PdfString};
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect, Vec2};
use hayro_interpret::{BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask};

use super::glyph::{Glyph, Letters, Sized};
use super::meanings::{Meanings, meant};
use super::{Cut, information};

/// Glyphs of one page: the densest maps have a fifth.
const MAX_GLYPHS: usize = 500_000;

/// Drawing operations between two looks at the time.
const OPERATIONS_A_LOOK: u32 = 256;

/// A page is a picture where so much of it is covered by one.
const PICTURE: f64 = 0.5;

/// Points to which anything on a page reaches: the largest pages are 200 inches long.
const FARTHEST: f64 = 100_000.0;

/// Units of a font that make its height.
const UNITS: f64 = 1000.0;

/// A font is set narrower or wider as a whole; ratios that differ by more within one run are of single glyphs that
/// another font stands in for.
const SAME_RATIO: f64 = 0.005;

/// Collects the glyphs of a page.
pub(super) struct GlyphDevice<'g, 'p> {
    bounds: Rect,
    keep_going: &'g mut dyn FnMut() -> bool,
    meanings: &'g mut Meanings<'p>,
    operations: u32,
    glyphs: Vec<Glyph>,
    /// Glyphs so far, those off the page too.
    drawn: usize,
    covered: f64,
    /// What stands in for the glyphs of each open passage of marked content.
    replaced: Vec<Option<Replacement>>,
    stopped: Option<Cut>,
}

/// What a page has drawn.
pub(super) struct Drawn {
    /// In the order in which they were drawn.
    pub glyphs: Vec<Glyph>,
    /// Most of the page is a picture.
    pub picture: bool,
    /// Why it was not read to its end, where it was not.
    pub stopped: Option<Cut>,
}

/// `/ActualText`: what a passage says, whatever its glyphs are. The first of them says it all.
#[derive(Clone)]
enum Replacement {
    Due(String),
    Done,
}

/// What unwinds the engine, which knows no other way to stop.
struct Stopped;

impl<'g, 'p> GlyphDevice<'g, 'p> {
    /// A device for a page with these bounds.
    pub fn new(bounds: Rect, meanings: &'g mut Meanings<'p>, keep_going: &'g mut dyn FnMut() -> bool) -> Self {
        let (glyphs, replaced) = (Vec::new(), Vec::new());
        Self { bounds, keep_going, meanings, operations: 0, glyphs, drawn: 0, covered: 0.0, replaced, stopped: None }
    }

    /// What was drawn.
    pub fn into_drawn(self) -> Drawn {
        let picture = self.covered >= PICTURE * self.bounds.area();
        Drawn { glyphs: self.glyphs, picture, stopped: self.stopped }
    }

    /// Counts an operation, and stops the engine where there were too many or time is up.
    fn tick(&mut self) {
        self.operations += 1;
        if self.drawn > MAX_GLYPHS {
            self.stop(Cut::Limit);
        }
        if self.operations >= OPERATIONS_A_LOOK {
            self.operations = 0;
            if !(self.keep_going)() {
                self.stop(Cut::Deadline);
            }
        }
    }

    fn stop(&mut self, why: Cut) {
        self.stopped.get_or_insert(why);
        std::panic::resume_unwind(Box::new(Stopped));
    }

    /// The replacement that holds here: that of the outermost passage that has one.
    fn replacement(&mut self) -> Option<&mut Replacement> {
        self.replaced.iter_mut().find_map(Option::as_mut)
    }

    fn letters(&mut self, glyph: &PositionedGlyph<'_>) -> Letters {
        if let Some(replacement) = self.replacement() {
            return match std::mem::replace(replacement, Replacement::Done) {
                Replacement::Due(text) => Letters::of(&text),
                Replacement::Done => Letters::Nothing,
            };
        }
        match glyph.as_unicode() {
            Some(BfString::Char(c)) if meant(c) == char::REPLACEMENT_CHARACTER => self.meanings.of(glyph),
            Some(BfString::Char(c)) => Letters::One(c),
            Some(BfString::String(text)) => Letters::of(&text.chars().map(meant).collect::<String>()),
            None => self.meanings.of(glyph),
        }
    }

    fn draw(&mut self, glyph: &PositionedGlyph<'_>, transform: Affine, mode: WritingMode, ratio: f64) {
        let place = Place::of(transform);
        let (advance, along) = match mode {
            WritingMode::Horizontal => (advance_units(glyph) / UNITS * place.height * ratio, place.along),
            WritingMode::Vertical => (place.height, place.down),
        };
        let centre = match mode {
            WritingMode::Horizontal => place.at,
            // Glyphs of vertical writing stand on a line through their middle.
            WritingMode::Vertical => place.at + along * (-place.height) + place.along * (place.height / 2.0),
        };
        let finite = [centre.x, centre.y, along.x, along.y, advance, place.height].iter().all(|n| n.abs() < FARTHEST);
        let shown = self.bounds.inflate(place.height, place.height).contains(centre);
        let letters = self.letters(glyph);
        if finite && shown && place.height > 0.0 {
            let sized = match &**glyph {
                Drawing::Outline(_) => Sized::ByFont,
                Drawing::Type3(_) => Sized::ByDrawing,
            };
            let raised = self.meanings.raised(glyph, &letters).filter(|_| matches!(mode, WritingMode::Horizontal));
            let at = raised.map_or(centre, |raised| centre - place.down * (raised.by * place.height));
            self.glyphs.push(Glyph {
                letters,
                at: [short(at.x), short(at.y)],
                along: [short(along.x), short(along.y)],
                advance: short(advance),
                size: short(raised.map_or(1.0, |raised| raised.size) * place.height),
                sized,
            });
        }
    }
}

/// Where a glyph stands.
struct Place {
    at: Point,
    along: Vec2,
    down: Vec2,
    height: f64,
}

impl Place {
    fn of(transform: Affine) -> Self {
        let [along_x, along_y, up_x, up_y, x, y] = transform.as_coeffs();
        let (along, up) = (Vec2::new(along_x, along_y), Vec2::new(up_x, up_y));
        Self { at: Point::new(x, y), along: along / along.hypot(), down: -up / up.hypot(), height: up.hypot() * UNITS }
    }
}

fn advance_units(glyph: &PositionedGlyph<'_>) -> f64 {
    let advance = match &**glyph {
        Drawing::Outline(outline) => outline.advance_width(),
        Drawing::Type3(drawing) => drawing.advance_width(),
    };
    f64::from(advance.unwrap_or(500.0))
}

/// How much wider than high the glyphs of a run are drawn, as its writer wants it.
fn ratio(run: &GlyphRun<'_, '_>, transform: Affine) -> f64 {
    let mut ratios = run.glyphs().iter().map(|glyph| {
        let [a, b, c, d, ..] = (transform * glyph.transform()).as_coeffs();
        a.hypot(b) / c.hypot(d)
    });
    let Some(first) = ratios.next().filter(|ratio| ratio.is_finite()) else { return 1.0 };
    if ratios.all(|ratio| (ratio - first).abs() <= SAME_RATIO * first) { first } else { 1.0 }
}

#[expect(clippy::cast_possible_truncation, reason = "places on a page need no more")]
fn short(number: f64) -> f32 {
    number as f32
}

impl<'a> Device<'a> for GlyphDevice<'_, '_> {
    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {
        self.tick();
    }

    fn push_clip_path(&mut self, _: &ClipPath) {
        self.tick();
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {
        self.tick();
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        let ratio = ratio(run, props.transform);
        for glyph in run.glyphs() {
            self.drawn += 1;
            self.tick();
            self.draw(glyph, props.transform * glyph.transform(), run.writing_mode(), ratio);
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        self.tick();
        let size = Rect::new(0.0, 0.0, f64::from(image.width()), f64::from(image.height()));
        let seen = props.transform.transform_rect_bbox(size).intersect(self.bounds);
        self.covered += seen.area().max(0.0);
    }

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}

    fn begin_marked_content(&mut self, _: &[u8], properties: Option<&Dict<'_>>) {
        self.tick();
        let text = properties.and_then(|properties| properties.get::<PdfString<'_>>(b"ActualText"));
        let text = text.map(|text| information::decoded(text.as_bytes()));
        self.replaced.push(text.map(Replacement::Due));
    }

    fn end_marked_content(&mut self) {
        self.replaced.pop();
    }
}
