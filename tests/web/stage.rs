//! The stage: hosts that each play a part at an address of their own, and a check of a document for each.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use serde_json::Value;
use tokio::net::TcpListener;

use crate::place::{Place, Ran, judged, word};
use crate::web::names::{NameServer, Said};
use crate::web::server::{Answer, Asked, Do, Front, Server};

/// Patient enough for a busy machine, and no archive.
pub const USUAL: &str = "timeout = \"8s\"\nper_host = { requests_per_second = 500, concurrency = 4 }\n";

/// A host, and what is told of it.
pub struct Case {
    name: String,
    part: Part,
    /// The address that is cited, with `{port}` for the port of the stage; none where nobody cites it.
    url: Option<String>,
    told: &'static str,
    words: Vec<&'static str>,
    quote: Option<(&'static str, &'static str)>,
    asked: Option<usize>,
    address: Option<Ipv4Addr>,
}

/// What a host plays.
enum Part {
    Server(Front, Arc<Answer>),
    /// The name leads to an address where nobody listens.
    Nobody,
    /// There is a name, or none, and no more is known of it.
    Name(Said),
    /// Another citation of a host that has its part.
    Again,
}

/// A stage whose hosts play.
pub struct Stage {
    pub place: Place,
    pub port: u16,
    _names: NameServer,
    servers: BTreeMap<String, Server>,
    cases: Vec<Case>,
}

impl Case {
    fn of(name: &str, part: Part, told: &'static str) -> Self {
        let url = Some(format!("http://{name}.test:{{port}}/"));
        Self { name: name.to_owned(), part, url, told, words: Vec::new(), quote: None, asked: None, address: None }
    }

    /// A host without a citation, to which others lead.
    pub fn uncited(self) -> Self {
        Self { url: None, ..self }
    }

    /// It stands at this address of [`address`].
    pub fn stands_at(self, address: Ipv4Addr) -> Self {
        Self { address: Some(address), ..self }
    }

    /// Cited by this address.
    pub fn cited(self, url: &str) -> Self {
        Self { url: Some(url.to_owned()), ..self }
    }

    /// Cited with this path.
    pub fn at(self, path: &str) -> Self {
        let url = self.url.map(|url| url.trim_end_matches('/').to_owned() + path);
        Self { url, ..self }
    }

    /// The report says these words of it.
    pub fn says(mut self, words: &'static str) -> Self {
        self.words.push(words);
        self
    }

    /// It is cited for this quote, whose verdict is that.
    pub fn quote(self, text: &'static str, verdict: &'static str) -> Self {
        Self { quote: Some((text, verdict)), ..self }
    }

    /// So many requests come to it.
    pub fn asked(self, times: usize) -> Self {
        Self { asked: Some(times), ..self }
    }

    /// The host of this case, where it has a server of its own.
    pub fn server(&self) -> Option<String> {
        matches!(self.part, Part::Server(..)).then(|| self.name.clone())
    }

    /// What is told of it.
    pub fn told(&self) -> &'static str {
        self.told
    }

    /// The address that is cited.
    pub fn address(&self) -> &str {
        self.url.as_deref().unwrap_or_default()
    }

    fn document(&self) -> String {
        format!("{}.md", self.name)
    }
}

/// A host that answers each request so.
pub fn http(name: &str, answer: impl Fn(&Asked) -> Vec<Do> + Send + Sync + 'static, told: &'static str) -> Case {
    Case::of(name, Part::Server(Front::Plain, Arc::new(answer)), told)
}

/// A host that answers every request with these steps.
pub fn steps(name: &str, steps: Vec<Do>, told: &'static str) -> Case {
    http(name, move |_| steps.clone(), told)
}

/// A host that does this on connecting.
pub fn greeting(name: &str, steps: Vec<Do>, told: &'static str) -> Case {
    Case::of(name, Part::Server(Front::Greeting(steps), Arc::new(|_| vec![Do::Close])), told)
}

/// A host behind such a front, cited with https.
pub fn https(
    name: &str,
    front: Front,
    answer: impl Fn(&Asked) -> Vec<Do> + Send + Sync + 'static,
    told: &'static str,
) -> Case {
    let case = Case::of(name, Part::Server(front, Arc::new(answer)), told);
    let url = case.url.as_deref().map(|url| url.replace("http://", "https://"));
    Case { url, ..case }
}

/// A host where nobody listens.
pub fn nobody(name: &str, told: &'static str) -> Case {
    Case::of(name, Part::Nobody, told)
}

/// A name of which the name server says this.
pub fn named(name: &str, said: Said, told: &'static str) -> Case {
    Case::of(name, Part::Name(said), told)
}

/// Another citation, by its address.
pub fn also(name: &str, url: &str, told: &'static str) -> Case {
    Case::of(name, Part::Again, told).cited(url)
}

/// Between two sayings of who talks on: many within any time that is waited for, and a small load.
pub const PAUSE: Duration = Duration::from_millis(10);

/// Says this again and again, longer than anybody listens here.
pub fn again(bytes: &[u8], pause: Duration) -> Vec<Do> {
    let times = 6000 / pause.as_millis();
    (0..times).flat_map(|_| [Do::Send(bytes.to_vec()), Do::Wait(pause)]).collect()
}

/// An address with the port of the stage, which `asked` came to.
pub fn to(asked: &Asked, host_and_path: &str) -> String {
    let (host, path) = host_and_path.split_at(host_and_path.find('/').unwrap_or(host_and_path.len()));
    format!("http://{host}:{}{path}", port(asked))
}

/// The port that `asked` came to.
pub fn port(asked: &Asked) -> &str {
    asked.header("host").and_then(|host| host.split_once(':')).map_or("80", |(_, port)| port)
}

/// Addresses of 127.0.0.0/8, none of them twice; 127.0.0.0/16 is left to other tests.
pub fn address() -> Ipv4Addr {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    Ipv4Addr::from(u32::from(Ipv4Addr::new(127, 20, 0, 1)) + NEXT.fetch_add(1, Ordering::SeqCst))
}

/// Listeners at these addresses, all at one port.
pub async fn listeners(addresses: &[Ipv4Addr]) -> (u16, Vec<TcpListener>) {
    'port: loop {
        let mut found: Vec<TcpListener> = Vec::with_capacity(addresses.len());
        for address in addresses {
            let port = found.first().map_or(0, |first| first.local_addr().unwrap().port());
            match TcpListener::bind((*address, port)).await {
                Ok(listener) => found.push(listener),
                Err(_) => continue 'port,
            }
        }
        return (found[0].local_addr().unwrap().port(), found);
    }
}

impl Stage {
    /// With these lines of `[fetch]`.
    pub fn new(fetch: &str, cases: Vec<Case>) -> Self {
        let place = Place::new("");
        let addresses: Vec<Ipv4Addr> = cases.iter().map(|case| case.address.unwrap_or_else(address)).collect();
        let (port, listeners) = place.start(listeners(&addresses));
        let mut names = Vec::new();
        let mut servers = BTreeMap::new();
        for ((case, address), listener) in cases.iter().zip(addresses).zip(listeners) {
            let here = Said::Addresses(vec![IpAddr::V4(address)]);
            let said = match &case.part {
                Part::Server(front, answer) => {
                    let (front, answer) = (front.clone(), Arc::clone(answer));
                    let server = place.start(async { Server::listen(listener, front, answer) });
                    servers.insert(case.name.clone(), server);
                    here
                }
                Part::Nobody => here,
                Part::Name(said) => said.clone(),
                Part::Again => continue,
            };
            names.push((format!("{}.test", case.name), said));
        }
        let names = place.start(NameServer::with(names));
        place.write(
            "sources.toml",
            format!("[fetch]\n{fetch}resolver = \"{}\"\n[archive]\nlookup = []\n", names.address),
        );
        for case in cases.iter().filter(|case| case.url.is_some()) {
            let url = case.url.as_deref().unwrap_or_default().replace("{port}", &port.to_string());
            let text = match case.quote {
                Some((quote, _)) => format!("It says that “{quote}” ([page](<{url}>)).\n"),
                None => format!("- [page](<{url}>)\n"),
            };
            place.write(&case.document(), text);
        }
        Self { place, port, _names: names, servers, cases }
    }

    /// The server of a host.
    pub fn server(&self, name: &str) -> &Server {
        &self.servers[name]
    }

    /// The server of a host, where it has one.
    pub fn find_server(&self, name: &str) -> Option<&Server> {
        self.servers.get(name)
    }

    /// Of the same hosts, these are told of next.
    pub fn expect_next(&mut self, cases: Vec<Case>) {
        self.cases = cases;
    }

    /// Checks every document, and holds what is told against the table.
    #[track_caller]
    pub fn play(&self, more: &[&str]) -> Ran {
        let allowed = ["--allow-private", "127.0.0.0/8"];
        self.hold(Ran::of(self.command(&[&allowed, more].concat()).output().unwrap()))
    }

    /// A check of every document, with no address allowed.
    pub fn command(&self, more: &[&str]) -> Command {
        let documents: Vec<String> = self.cited().map(Case::document).collect();
        let mut command = self.place.command(&["check", "--format", "json", "--no-reports"]);
        command.args(more).arg("--").args(documents);
        command
    }

    /// Holds what is told against the table.
    #[track_caller]
    pub fn hold(&self, ran: Ran) -> Ran {
        let report = ran.json();
        let found = report["documents"].as_array().unwrap();
        assert_eq!(found.len(), self.cited().count());
        let differences = self.cited().zip(found).filter_map(|(case, document)| self.difference(case, document));
        let wrong: Vec<String> = differences.collect();
        assert!(wrong.is_empty(), "{} of {}:\n{}\n{}", wrong.len(), found.len(), wrong.join("\n"), ran.err);
        let broken = self.cited().any(|case| {
            case.told.contains("broken") || case.quote.is_some_and(|(_, verdict)| verdict.contains("broken"))
        });
        ran.expect(i32::from(broken), &[])
    }

    fn cited(&self) -> impl Iterator<Item = &Case> {
        self.cases.iter().filter(|case| case.url.is_some())
    }

    /// Checks every document from what was recorded in that folder.
    pub fn replay(&self, folder: &str) -> Ran {
        let documents: Vec<String> = self.cited().map(Case::document).collect();
        let documents: Vec<&str> = documents.iter().map(String::as_str).collect();
        let arguments = ["check", "--format", "json", "--no-reports", "--replay", folder, "--"];
        self.place.run(&[&arguments[..], &documents].concat())
    }

    /// What is told of a case and should not be.
    fn difference(&self, case: &Case, document: &Value) -> Option<String> {
        let citation = &document["citations"][0];
        let found = |of: &Value| of["findings"].as_array().cloned().unwrap_or_default();
        let findings = [found(citation), found(&document["quotes"][0])].concat();
        let messages: Vec<String> = findings.iter().map(|finding| word(&finding["message"])).collect();
        let messages = messages.join(" ");
        let mut wrong = Vec::new();
        let told = judged(citation);
        // A class of bad luck may come to either of two.
        if case.told.split(" | ").all(|expected| told != expected) {
            wrong.push(format!("is {told}, not {}", case.told));
        }
        wrong.extend(
            case.words.iter().filter(|words| !messages.contains(*words)).map(|words| format!("does not say {words:?}")),
        );
        let quote = &document["quotes"][0];
        let quoted = format!("{} {}", word(&quote["verdict"]), word(&quote["standing"]));
        if let Some((_, expected)) = case.quote
            && quoted != expected
        {
            wrong.push(format!("its quote is {quoted}, not {expected}: {}", quote["context"]));
        }
        let asked = self.servers.get(&case.name).map_or(0, |server| server.asked().len());
        if let Some(expected) = case.asked
            && asked != expected
        {
            wrong.push(format!("was asked {asked} times, not {expected}"));
        }
        (!wrong.is_empty()).then(|| format!("{}: {} ({messages})", case.name, wrong.join("; ")))
    }
}
