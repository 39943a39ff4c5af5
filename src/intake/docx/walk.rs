//! The elements of an XML that keeps records, one after another.

use std::ops::ControlFlow;

use quick_xml::Reader;
use quick_xml::events::Event;

/// What happens to the innermost of the elements that are open.
pub(super) enum Step<'s> {
    /// It begins.
    Begins,
    /// It says this, or a part of what it says.
    Says(&'s str),
    /// It ends.
    Ends,
}

/// Goes through `xml` as far as it can be read, with the names of the elements that are open, the innermost last.
pub(super) fn walk(xml: &str, mut each: impl FnMut(&[String], Step<'_>) -> ControlFlow<()>) {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    let mut open: Vec<String> = Vec::new();
    while let Ok(event) = reader.read_event() {
        let flow = match event {
            Event::Start(start) => {
                open.push(start.local_name().as_ref().to_owned());
                each(&open, Step::Begins)
            }
            Event::End(_) => {
                let flow = each(&open, Step::Ends);
                open.pop();
                flow
            }
            Event::Text(text) => each(&open, Step::Says(&text)),
            Event::CData(text) => each(&open, Step::Says(&text)),
            Event::GeneralRef(name) => match quick_xml::escape::unescape(&format!("&{};", &*name)) {
                Ok(text) => each(&open, Step::Says(&text)),
                // An entity that XML does not have says nothing.
                Err(_) => ControlFlow::Continue(()),
            },
            Event::Eof => break,
            _ => ControlFlow::Continue(()),
        };
        if flow.is_break() {
            break;
        }
    }
}
