//! What a formula shows besides the digits that stand in it: the stroke between two numbers, the root of one, a power. Without them
//! `½` would read `12`, and `10³` `103`. Other formulas are read as they are copied, letter by letter.

use scraper::ElementRef;

use super::marks;

/// Elements around a number, at most.
const DEEP: usize = 8;

/// Whether `element` is the number below the stroke of a fraction.
pub(super) fn is_below(element: ElementRef<'_>) -> bool {
    parent(element).is_some_and(|fraction| is_fraction(fraction) && is_child(fraction, element, 1))
}

/// Whether a digit right before `element` is of another number: the whole of a mixed one, what stands before an index.
pub(super) fn is_apart(element: ElementRef<'_>) -> bool {
    let index = || parent(element).is_some_and(|base| is(base, "msub") && is_child(base, element, 1));
    let stacked = || parent(element).is_some_and(|fraction| is(fraction, "mfrac") && is_child(fraction, element, 1));
    let behind = || element.prev_siblings().find_map(ElementRef::wrap).is_some_and(is_fraction);
    let number = is(element, "mn") && (behind() || index() || stacked() && !is_below(element));
    is_fraction(element) || is(element, "mtd") || number
}

/// Whether `element` is the power of a number.
pub(super) fn is_raised(element: ElementRef<'_>) -> bool {
    let base = parent(element).filter(|base| is(*base, "msup") && is_child(*base, element, 1));
    base.and_then(|base| base.child_elements().next()).is_some_and(is_number)
}

/// Whether `element` says which root of a number its formula takes.
pub(super) fn is_degree(element: ElementRef<'_>) -> bool {
    parent(element).is_some_and(|root| is(root, "mroot") && is_root(root) && is_child(root, element, 1))
}

/// The sign that is drawn before the number in `element`.
pub(super) fn sign(element: ElementRef<'_>) -> Option<String> {
    let degree = || element.child_elements().nth(1).and_then(marks::text_of).unwrap_or_default();
    let degree = if is(element, "mroot") { marks::raised(&degree()) } else { String::new() };
    is_root(element).then(|| format!("{degree}√"))
}

fn is(element: ElementRef<'_>, name: &str) -> bool {
    element.value().name() == name
}

fn parent(element: ElementRef<'_>) -> Option<ElementRef<'_>> {
    element.parent().and_then(ElementRef::wrap)
}

fn is_child(parent: ElementRef<'_>, element: ElementRef<'_>, at: usize) -> bool {
    parent.child_elements().nth(at) == Some(element)
}

/// A number over another, with a stroke between.
fn is_fraction(element: ElementRef<'_>) -> bool {
    let stroke = !element.attr("linethickness").is_some_and(|thickness| thickness.trim().starts_with('0'));
    is(element, "mfrac") && stroke && element.child_elements().all(is_number)
}

fn is_root(element: ElementRef<'_>) -> bool {
    let first = || element.child_elements().next().is_some_and(is_number);
    let only = || element.child_elements().nth(1).is_none();
    is(element, "msqrt") && first() && only() || is(element, "mroot") && first()
}

/// Whether a number, and nothing else, stands in `element`.
fn is_number(element: ElementRef<'_>) -> bool {
    let mut inner = element;
    for _ in 0..DEEP {
        let mut children = inner.child_elements();
        match (children.next(), children.next()) {
            _ if is(inner, "mn") => return true,
            (Some(only), None) if is(inner, "mrow") || is(inner, "mstyle") => inner = only,
            _ => return false,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use scraper::Html;

    use crate::page::walk::texts;

    fn check(formula: &str, expected: &str) {
        let html = Html::parse_document(&format!("<p>a <math>{formula}</math> b"));
        assert_eq!(texts(html.root_element()).visible.trim(), format!("a {expected} b"), "{formula}");
    }

    #[test]
    fn the_numbers_of_a_formula_are_read_as_they_are_drawn() {
        check("<mfrac><mn>1</mn><mn>2</mn></mfrac>", "1/2");
        check("<mfrac><mrow><mn>1</mn></mrow><mrow><mn>2</mn></mrow></mfrac>", "1/2");
        check("<mn>3</mn><mfrac><mn>1</mn><mn>2</mn></mfrac><mn>5</mn>", "3 1/2 5");
        check("<mfrac linethickness=0><mn>9</mn><mn>2</mn></mfrac>", "9 2");
        check("<msup><mn>10</mn><mn>3</mn></msup>", "10³");
        check("<msup><mn>10</mn><mrow><mo>−</mo><mn>12</mn></mrow></msup><mi>m</mi>", "10⁻¹²m");
        check("<msub><mn>10</mn><mn>2</mn></msub>", "10 2");
        check("<msqrt><mn>2</mn></msqrt>", "√2");
        check("<mroot><mn>8</mn><mn>3</mn></mroot>", "³√8");
    }

    #[test]
    fn other_formulas_are_read_as_they_are_copied() {
        check("<mi>x</mi><mo>=</mo><mn>2</mn><annotation>x = 2</annotation>", "x=2");
        check("<msub><mi>H</mi><mn>2</mn></msub><mi>O</mi>", "H2O");
        check("<mn>12</mn><mi>m</mi>", "12m");
        check("<msup><mi>x</mi><mn>2</mn></msup>", "x2");
        check("<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mi>c</mi></mfrac>", "a+bc");
        check("<msqrt><msup><mi>b</mi><mn>2</mn></msup><mo>−</mo><mn>4</mn></msqrt>", "b2−4");
        let html = Html::parse_document("<p>a <b>1</b><i>2</i> <msup>3</msup>");
        assert_eq!(texts(html.root_element()).visible.trim(), "a 12 3");
    }
}
