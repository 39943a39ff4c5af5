//! Text that was encoded twice: its UTF-8 was once read as windows-1252 and encoded again, so that `“` came out as `â€œ`.

use encoding_rs::WINDOWS_1252;

/// Characters that must come out right before a text is taken for one: fewer stand in a page about such text.
const FEWEST: usize = 3;
/// So many of them for each character beyond ASCII that is none of them.
const FOR_EACH_OTHER: usize = 20;

/// `text` as it was before it was encoded again, where nearly all of it that is not ASCII came out of that.
pub(super) fn undone(text: &str) -> Option<String> {
    // Every such character begins with a byte from C2 to F4, which windows-1252 shows as one of these.
    if !text.contains(|c| matches!(c, '\u{c2}'..='\u{f4}')) {
        return None;
    }
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    let (mut right, mut others) = (0, 0);
    while let Some(start) = rest.find(|c: char| !c.is_ascii()) {
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        let end = rest.find(|c: char| c.is_ascii()).unwrap_or(rest.len());
        let run = &rest[..end];
        if let Some(was) = once(run) {
            right += was.chars().count();
            out.push_str(&was);
        } else {
            others += run.chars().count();
            out.push_str(run);
        }
        rest = &rest[end..];
    }
    out.push_str(rest);
    (right >= FEWEST && right >= others * FOR_EACH_OTHER).then_some(out)
}

/// What characters beyond ASCII were before they were encoded again, where all of them were.
fn once(run: &str) -> Option<String> {
    let bytes: Option<Vec<u8>> = run.chars().map(byte).collect();
    String::from_utf8(bytes?).ok()
}

/// The byte that windows-1252 shows as `c`; the five bytes that it has no character for are shown as controls.
fn byte(c: char) -> Option<u8> {
    let mut buffer = [0; 4];
    let (bytes, _, failed) = WINDOWS_1252.encode(c.encode_utf8(&mut buffer));
    match *bytes {
        [byte] if !failed => Some(byte),
        _ => None,
    }
}
