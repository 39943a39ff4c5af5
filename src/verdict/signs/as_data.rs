//! Answers that are no page: a text, a table, data, a program. What is a notice on a page stands in a row of theirs as well, so
//! only one that is a notice and nothing else is one.

use serde_json::{Map, Value};

use crate::observation::Answer;
use crate::page::Signs;
use crate::page::signature::{Class, words};
use crate::verdict::words::excerpt;

/// Lines and words of a text that is a notice and nothing else.
const LINES: usize = 2;
const WORDS: usize = 20;
/// Words of data that are an error and nothing else, with the names of its fields.
const WORDS_OF_DATA: usize = 40;
/// Objects that one error is written in: itself, and what it stands in.
const OBJECTS: usize = 2;
/// What the one element of such data is called.
const ERRORS: [&str; 4] = ["<error>", "<error ", "<problem ", "<exception"];

/// What an answer is sent as that is no page.
#[derive(Clone, Copy)]
enum Form {
    Text,
    Json,
    Xml,
    /// Tables, programs and their like: none of them is a notice.
    Other,
}

/// Whether what an answer says can be a notice: it is a page, or all that it says fits into one.
pub(super) fn may_be_notice(answer: &Answer, signs: &Signs) -> bool {
    let said = signs.opening.trim();
    match answer.content_type.as_deref().and_then(form) {
        None => true,
        // What begins so is a page that is sent as a text.
        Some(Form::Text) => {
            said.starts_with('<') || said.lines().count() <= LINES && words(said) <= WORDS || is_json(said)
        }
        Some(Form::Json) => is_json(said) || !said.starts_with(['{', '[']) && words(said) <= WORDS,
        Some(Form::Xml) => is_xml(said),
        Some(Form::Other) => false,
    }
}

/// The name of what an error sent as data says of itself.
pub(super) const SIGN: &str = "error-as-data";

/// What one error that is sent as JSON gives for its code; nothing where its fields tell of anything else.
pub(super) fn coded(answer: &Answer, signs: &Signs) -> Option<(Class, String)> {
    let said = signs.opening.trim();
    let Some(Form::Json | Form::Text) = answer.content_type.as_deref().and_then(form) else { return None };
    let data: Value = is_json(said).then(|| serde_json::from_str(said).ok()).flatten()?;
    let fields = data.as_object()?;
    let inner = fields.get("error").and_then(Value::as_object);
    let known = |fields: &Map<String, Value>| {
        fields.keys().all(|name| FIELDS.contains(&name.to_ascii_lowercase().replace(['_', '-'], "").as_str()))
    };
    let is_well = |fields: &Map<String, Value>| WELL.iter().any(|name| fields.get(*name) == Some(&Value::Bool(true)));
    if is_well(fields) || inner.is_some_and(is_well) {
        return None;
    }
    let fields_of_code = inner.filter(|inner| code(inner).is_some()).unwrap_or(fields);
    let code = code(fields_of_code).filter(|_| known(fields) && inner.is_none_or(known) && is_told(fields))?;
    Some((class_of(code)?, excerpt(said, LONGEST_TOLD)))
}

/// Fields of errors, in small letters and without what joins their words.
const FIELDS: [&str; 30] = [
    "timestamp",
    "time",
    "date",
    "status",
    "statuscode",
    "statustext",
    "httpstatus",
    "httpcode",
    "code",
    "errorcode",
    "error",
    "errors",
    "errormessage",
    "errordescription",
    "message",
    "msg",
    "detail",
    "details",
    "reason",
    "title",
    "type",
    "path",
    "instance",
    "traceid",
    "requestid",
    "correlationid",
    "exception",
    "trace",
    "success",
    "ok",
];
/// Fields that say in words what has gone wrong.
const WORDS_OF_ERRORS: [&str; 6] = ["error", "message", "msg", "detail", "reason", "errorMessage"];
/// Fields that say that nothing has.
const WELL: [&str; 2] = ["ok", "success"];
/// Fields that give the code of an answer.
const CODES: [&str; 6] = ["status", "statusCode", "status_code", "code", "httpStatus", "errorCode"];
/// Bytes of data that are told.
const LONGEST_TOLD: usize = 160;

/// Whether fields say in words what has gone wrong. Works and rooms have a title as well: it says so beside the status as a number,
/// as in RFC 9457.
fn is_told(fields: &Map<String, Value>) -> bool {
    let says = |name: &str| fields.get(name).is_some_and(|value| value.is_string() || value.is_object());
    WORDS_OF_ERRORS.into_iter().any(says) || says("title") && fields.get("status").is_some_and(Value::is_number)
}

/// The code of an answer that an error gives: the first that its fields have. Behind one of an answer that is in order, a number is
/// something else.
fn code(fields: &Map<String, Value>) -> Option<u64> {
    let number = |value: &Value| value.as_u64().or_else(|| value.as_str()?.parse().ok());
    let mut codes = CODES.iter().filter_map(|name| fields.get(*name).and_then(number));
    codes.find(|code| (200..600).contains(code)).filter(|code| *code >= 400)
}

fn class_of(code: u64) -> Option<Class> {
    Some(match code {
        401 | 407 => Class::Login,
        403 => Class::Refusal,
        404 | 410 => Class::Soft404,
        429 => Class::RateLimit,
        451 => Class::Legal,
        500.. => Class::Trouble,
        _ => return None,
    })
}

/// The form of a type of content; none for those of pages.
fn form(content_type: &str) -> Option<Form> {
    let essence = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let subtype = essence.split_once('/')?.1;
    match subtype {
        "plain" => Some(Form::Text),
        "csv"
        | "tab-separated-values"
        | "markdown"
        | "x-markdown"
        | "css"
        | "yaml"
        | "x-yaml"
        | "calendar"
        | "vcard" => Some(Form::Other),
        "json" => Some(Form::Json),
        "xhtml+xml" => None,
        "xml" => Some(Form::Xml),
        it if it.ends_with("javascript") || it.ends_with("ecmascript") => Some(Form::Other),
        it if it.ends_with("+json") => Some(Form::Json),
        it if it.ends_with("+xml") => Some(Form::Xml),
        _ => None,
    }
}

/// Whether data are one error.
fn is_json(said: &str) -> bool {
    said.starts_with(['{', '[']) && said.matches('{').count() <= OBJECTS && words(said) <= WORDS_OF_DATA
}

/// The same of data in elements; what stands in tags is not counted.
fn is_xml(said: &str) -> bool {
    let plain = said.to_ascii_lowercase();
    let is_error = ERRORS.iter().any(|error| plain.matches(error).count() == 1);
    // Of elements that were read as a page their text is left.
    let is_read = !plain.contains('<') && said.lines().count() <= LINES;
    let text: usize = said.split('<').map(|part| words(part.rsplit('>').next().unwrap_or_default())).sum();
    (is_error || is_read) && text <= WORDS_OF_DATA
}
