//! Where a passage stands in a page as the browser lays it out, and whether a link led there.

use citewatch::citation::QuoteKind;
use citewatch::page::{ContentHead, Page, SaidBy, TextName, read};
use citewatch::quote_match::{FoldedPage, Hit};
use serde_json::json;

use crate::browser::Browser;
use crate::site::Site;

/// What every page begins with: marked passages are red, and no passage stands where a page begins to show.
pub const HEAD: &str = "<!doctype html><meta charset=utf-8><style>body{margin:8px;font:16px/24px sans-serif}\
    h2{font-size:16px}td{vertical-align:top}sup{line-height:0}\
    .space{height:3000px}::target-text{background:#f00;color:#f00}</style><div class=space></div>";
/// What every page ends with: its last passage can stand in the middle.
pub const TAIL: &str = "<div class=space></div>";

/// Pixels by which a place may miss: glyphs lean over the boxes that they are in.
const NEAR: f64 = 5.0;
/// Less than a line, by which a browser's idea of where a line begins may miss.
const LINE: f64 = 14.0;

/// Finds the characters of a passage by their number among those that are shown, and tells where they stand.
/// What is marked `data-skip` is no visible text, and what is marked `data-mark` is a note mark.
const PLACE: &str = r"
const [wanted, skipped, done] = arguments;
const invisible = /[\s\u0085\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u0000-\u0008\u000e-\u001f\u007f]/u;
function texts(root, found) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.shadowRoot) texts(node.shadowRoot, found);
    if (node.nodeType == 3 && !node.parentElement?.closest('script,style,' + skipped)) found.push(node);
  }
  return found;
}
function place() {
  let at = 0;
  const found = wanted.map(() => null);
  for (const node of texts(document.body, [])) {
    let offset = 0;
    for (const c of node.data) {
      if (!invisible.test(c)) {
        const here = () => {
          const range = document.createRange();
          range.setStart(node, offset); range.setEnd(node, offset + c.length);
          const box = [...range.getClientRects()].find(box => box.width > 0) ?? range.getBoundingClientRect();
          return [box.left, box.top, box.right, box.bottom, c.codePointAt(0)];
        };
        wanted.forEach((number, index) => { if (number == at) found[index] = here(); });
        at++;
      }
      offset += c.length;
    }
  }
  return [scrollY, innerHeight, ...found];
}
let frames = 0;
function wait() { ++frames > 12 || scrollY > 0 && frames > 3 ? done(place()) : requestAnimationFrame(wait); }
requestAnimationFrame(wait);
";

/// Reads a page as citewatch does.
pub fn page(html: &str) -> Page {
    let head = ContentHead { content_type: Some("text/html; charset=utf-8"), said_by: SaidBy::Server, url: "" };
    read(html.as_bytes(), &head, &mut || true)
}

/// The passage for `quote` on `page`.
pub fn hit(page: &Page, quote: &str) -> Option<Hit> {
    FoldedPage::new(page).find(quote, QuoteKind::Sentence).hit
}

/// Follows the link to each passage in its body, and fails with all that lead elsewhere.
pub fn follow_all(cases: &[(&str, &str)]) {
    let Some(browser) = Browser::start() else { return };
    let mut site = Site::start();
    let mut wrong = Vec::new();
    for (body, quote) in cases {
        let html = format!("{HEAD}{body}{TAIL}");
        let page = page(&html);
        let told = match hit(&page, quote) {
            Some(hit) if hit.fragment.is_some() => {
                follow(&browser, &mut site, &html, &page, &hit).map_err(|why| format!("{why}: {:?}", hit.fragment))
            }
            other => Err(format!("no fragment: {other:?}")),
        };
        wrong.extend(told.err().map(|why| format!("{quote:?} in {body}\n    {why}")));
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

/// Follows the fragment of `hit` on a page; says what is wrong, if anything is.
pub fn follow(browser: &Browser, site: &mut Site, html: &str, page: &Page, hit: &Hit) -> Result<(), String> {
    let fragment = hit.fragment.as_deref().expect("a fragment to follow");
    browser.open(&format!("{}{fragment}", site.show(html)));
    let text = page.text(hit.text).unwrap();
    let matched = &text[hit.span.range()];
    let shown = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
    // Signs at the edges of a passage may be marked with it.
    let from = shown(&text[..hit.span.start()]);
    let to = from + shown(matched) - 1;
    let signs = |text: &mut dyn Iterator<Item = char>| {
        text.take_while(|c| !c.is_alphanumeric() || "⁰¹²³⁴⁵⁶⁷⁸⁹".contains(*c)).filter(|c| !c.is_whitespace()).count()
    };
    let inner = (from + signs(&mut matched.chars()), to - signs(&mut matched.chars().rev()));
    let skipped = if hit.text == TextName::NoMarks { "[data-skip],[data-mark]" } else { "[data-skip]" };
    let told = browser.run(PLACE, &json!([[inner.0, inner.1, from, to], skipped]));
    let of = |index: usize| -> [f64; 5] {
        let glyph = &told[index + 2];
        std::array::from_fn(|side| glyph[side].as_f64().unwrap_or_else(|| panic!("no such character: {told}\n{html}")))
    };
    let (scrolled, height) = (told[0].as_f64().unwrap(), told[1].as_f64().unwrap());
    let (first, last, outer_first, outer_last) = (of(0), of(1), of(2), of(3));
    let begins = matched.chars().filter(|c| !c.is_whitespace()).nth(inner.0 - from).unwrap();
    // A raised digit is written as one in the text, and as a digit in the page.
    let same = (first[4] - f64::from(u32::from(begins))).abs() < 0.5 || !begins.is_alphabetic();
    assert!(same, "the page is counted otherwise: {begins:?}, {:?}\n{html}", first[4]);
    if scrolled < 1.0 {
        return Err("it does not scroll".into());
    }
    if (first[1] - height / 2.0).abs() > LINE && (outer_first[1] - height / 2.0).abs() > LINE {
        return Err(format!("it scrolls {} pixels beside", first[1] - height / 2.0));
    }
    let marked = browser.picture().marked();
    let (Some(top), Some(bottom)) = (marked.first(), marked.last()) else { return Err("nothing is marked".into()) };
    #[expect(clippy::cast_precision_loss, reason = "pixels of a window")]
    let pixel = |at: usize| at as f64;
    let is_below = last[3] >= height;
    let near_row = |red: usize, rows: [f64; 2]| rows.iter().any(|row| (pixel(red) - row).abs() <= LINE);
    if !near_row(top.0, [first[1], outer_first[1]]) || !is_below && !near_row(bottom.0, [last[3], outer_last[3]]) {
        return Err(format!("it marks rows {} to {}, not {} to {}", top.0, bottom.0, first[1], last[3]));
    }
    // What is written from the right has its edges where numbers in it let them be.
    if text.chars().any(|c| ('\u{590}'..'\u{900}').contains(&c)) {
        return Ok(());
    }
    let of_line = |line: [f64; 5]| {
        let rows = marked.iter().filter(|(y, _)| pixel(*y) > line[1] + 2.0 && pixel(*y) < line[3] - 2.0);
        let reds: Vec<(usize, usize)> = rows.map(|(_, red)| *red).collect();
        (reds.iter().map(|red| pixel(red.0)).reduce(f64::min), reds.iter().map(|red| pixel(red.1)).reduce(f64::max))
    };
    let between = |red: Option<f64>, one: f64, other: f64| {
        red.is_some_and(|red| red >= one.min(other) - NEAR && red <= one.max(other) + NEAR)
    };
    let same_line = |one: [f64; 5], other: [f64; 5]| (one[1] - other[1]).abs() < 1.0;
    // On the line of the passage itself; its outer signs may stand on another.
    let on =
        |line: [f64; 5], outer: [f64; 5], side: usize| if same_line(line, outer) { outer[side] } else { line[side] };
    let begins_right = between(of_line(first).0, first[0], on(first, outer_first, 0)) || !same_line(first, outer_first);
    let ends_right =
        is_below || between(of_line(last).1, last[2], on(last, outer_last, 2)) || !same_line(last, outer_last);
    if begins_right && ends_right {
        Ok(())
    } else {
        let (begins, ends) = (of_line(first).0, of_line(last).1);
        Err(format!("it marks {begins:?} to {ends:?}, not {:?} to {:?}", first[0], last[2]))
    }
}
