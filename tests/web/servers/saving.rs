//! A web archive that saves what it is asked for, as the Wayback Machine's Save Page Now does: there is no such server that
//! could be run, so this one says what its documentation and its clients say that it says.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard};

use jiff::Timestamp;

use super::server::{Asked, Do, Server, page};

/// The keys that it takes.
pub const ACCESS: &str = "access-of-a-test";
pub const SECRET: &str = "secret-of-a-test";

/// How it behaves, and what it holds.
#[derive(Debug, Clone, Default)]
pub struct Script {
    /// Moments of 14 digits, and pages.
    pub captures: Vec<(String, String)>,
    /// What captures of a moment show, where it is not what all do.
    pub shown: HashMap<String, String>,
    /// What is answered to a request to save a page, instead of a job: a status and a body.
    pub refusals: HashMap<String, (u16, String)>,
    /// What the job of a page ends in, instead of a capture.
    pub failures: HashMap<String, String>,
    /// Looks at a job before it is done.
    pub looks: usize,
    /// Whether a fresh capture can be seen; else the archive leads to the one before, or to none.
    pub shows: bool,
    /// The answers to how much is left, and to whether it works.
    pub user: (u16, String),
    pub system: (u16, String),
    /// Jobs begun, their pages, and how often each was looked at.
    pub jobs: Vec<(String, String, usize)>,
    /// Jobs that it has forgotten.
    pub forgotten: Vec<String>,
    /// Whether it forgets every job at once.
    pub forgets: bool,
}

/// The server.
pub struct Archive {
    pub server: Server,
    script: Arc<Mutex<Script>>,
}

impl Script {
    /// One that saves whatever it is asked for.
    pub fn willing() -> Self {
        Self {
            shows: true,
            user: (200, r#"{"available": 5, "processing": 0}"#.to_owned()),
            system: (200, r#"{"status": "ok"}"#.to_owned()),
            ..Self::default()
        }
    }
}

impl Archive {
    pub async fn start(script: Script) -> Self {
        let script = Arc::new(Mutex::new(script));
        let own = Arc::clone(&script);
        Self { server: Server::http(move |asked| answer(&mut locked(&own), asked)).await, script }
    }

    pub fn script(&self) -> MutexGuard<'_, Script> {
        locked(&self.script)
    }

    pub fn base(&self) -> String {
        format!("http://{}", self.server.address)
    }

    /// The pages that it was asked to save, in order.
    pub fn asked_to_save(&self) -> Vec<String> {
        let posts = self.server.asked().into_iter().filter(|asked| asked.head.starts_with("POST /save "));
        posts.filter_map(|asked| field(&asked.body, "url")).collect()
    }
}

fn locked(script: &Mutex<Script>) -> MutexGuard<'_, Script> {
    script.lock().expect("no test panicked with it")
}

fn json(status: u16, body: &str) -> Vec<Do> {
    page(status, &[("Content-Type", "application/json")], body)
}

fn field(form: &str, name: &str) -> Option<String> {
    url::form_urlencoded::parse(form.as_bytes()).find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
}

fn answer(script: &mut Script, asked: &Asked) -> Vec<Do> {
    let target = asked.target.as_str();
    if let Some(rest) = target.strip_prefix("/web/") {
        return capture(script, rest);
    }
    if let Some(query) = target.strip_prefix("/cdx?") {
        return index(script, &field(query, "url").unwrap_or_default());
    }
    if target.starts_with("/save") && asked.header("authorization") != Some(&format!("LOW {ACCESS}:{SECRET}")) {
        return json(401, r#"{"message": "You need to be logged in to use Save Page Now."}"#);
    }
    match target.strip_prefix("/save") {
        Some("/status/system") => json(script.system.0, &script.system.1),
        Some(user) if user.starts_with("/status/user?") => json(script.user.0, &script.user.1),
        Some("") if asked.head.starts_with("POST ") => begin(script, &field(&asked.body, "url").unwrap_or_default()),
        Some(job) => look(script, job.strip_prefix("/status/").unwrap_or_default()),
        None => page(404, &[], "nothing here"),
    }
}

fn capture(script: &Script, rest: &str) -> Vec<Do> {
    let of = |url: &str| script.captures.iter().filter(|(_, page)| page == url).map(|(moment, _)| moment.clone()).max();
    let Some((moment, url)) = rest.split_once("id_/") else {
        return match of(rest) {
            Some(moment) => page(302, &[("Location", &format!("/web/{moment}/{rest}"))], ""),
            None => page(404, &[], "The Wayback Machine has not archived that URL."),
        };
    };
    if !script.captures.iter().any(|(at, page)| at == moment && page == url) {
        return page(404, &[], "The Wayback Machine has not archived that URL.");
    }
    let shown = script.shown.get(moment).map_or("<p>as captured</p>", String::as_str);
    page(200, &[("Content-Type", "text/html"), ("Memento-Datetime", &http_date(moment))], shown)
}

fn index(script: &Script, url: &str) -> Vec<Do> {
    let mut rows = vec![r#"["urlkey","timestamp","original","mimetype","statuscode","digest"]"#.to_owned()];
    for (moment, page) in script.captures.iter().filter(|(_, page)| page == url) {
        rows.push(format!(r#"["key","{moment}","{page}","text/html","200","{moment}"]"#));
    }
    json(200, &if rows.len() == 1 { "[]".to_owned() } else { format!("[{}]", rows.join(",")) })
}

fn begin(script: &mut Script, url: &str) -> Vec<Do> {
    if let Some((status, body)) = script.refusals.get(url) {
        return json(*status, body);
    }
    // The same for the same page, as it is within an hour.
    let known = script.jobs.iter().find(|(_, page, _)| page == url).map(|(job, ..)| job.clone());
    let job = known.unwrap_or_else(|| format!("spn2-{:040x}", script.jobs.len() + 1));
    if !script.jobs.iter().any(|(known, ..)| *known == job) {
        script.jobs.push((job.clone(), url.to_owned(), 0));
    }
    json(200, &format!(r#"{{"url": "{url}", "job_id": "{job}"}}"#))
}

fn look(script: &mut Script, job: &str) -> Vec<Do> {
    let (needed, shows) = (script.looks, script.shows);
    let forgotten = script.forgets || script.forgotten.iter().any(|forgotten| forgotten == job);
    let Some((_, url, looks)) = script.jobs.iter_mut().find(|(known, ..)| known == job && !forgotten) else {
        return json(404, r#"{"message": "The job is not found."}"#);
    };
    *looks += 1;
    if *looks <= needed {
        return json(200, &format!(r#"{{"status": "pending", "job_id": "{job}", "resources": []}}"#));
    }
    let url = url.clone();
    if let Some(failure) = script.failures.get(&url) {
        return json(200, failure);
    }
    let moment = now().strftime("%Y%m%d%H%M%S").to_string();
    if shows {
        script.captures.push((moment.clone(), url.clone()));
    }
    json(
        200,
        &format!(
            r#"{{"status": "success", "job_id": "{job}", "timestamp": "{moment}", "original_url": "{url}", "duration_sec": 1.5,
            "resources": ["{url}"], "outlinks": {{}}, "http_status": 200, "counters": {{"embeds": 0}}}}"#
        ),
    )
}

/// Archives date what they capture by the day on which they do.
#[expect(clippy::disallowed_methods, reason = "this archive has a clock of its own, as others do")]
fn now() -> Timestamp {
    Timestamp::now()
}

fn http_date(moment: &str) -> String {
    let at = jiff::civil::DateTime::strptime("%Y%m%d%H%M%S", moment).expect("14 digits");
    let at = jiff::tz::TimeZone::UTC.to_timestamp(at).expect("a moment");
    jiff::fmt::rfc2822::DateTimePrinter::new().timestamp_to_rfc9110_string(&at).expect("a date")
}
