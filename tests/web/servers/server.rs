//! A web server of raw bytes: what it sends, when, and how it ends is up to the test.

use std::io;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;

/// A request as it came.
#[derive(Debug, Clone)]
pub struct Asked {
    /// When, since the server was started.
    pub at: Duration,
    /// The request line and the headers, as sent.
    pub head: String,
    /// The path and query asked for.
    pub target: String,
    /// What was sent behind the headers, as long as they say.
    pub body: String,
}

/// What a server does next.
#[derive(Debug, Clone)]
pub enum Do {
    /// Sends these bytes.
    Send(Vec<u8>),
    /// Sends these bytes again and again, for ever.
    Pour(Vec<u8>),
    /// Sends these bytes, one at a time with that pause before each.
    Drip(Vec<u8>, Duration),
    /// Waits.
    Wait(Duration),
    /// Says nothing more and keeps the connection open.
    Hang,
    /// Closes the connection.
    Close,
    /// Ends the connection with a reset.
    Reset,
}

/// A server on loopback.
pub struct Server {
    pub address: SocketAddr,
    connections: Arc<Connections>,
    asked: Arc<Mutex<Vec<Asked>>>,
    task: JoinHandle<()>,
}

/// What a server says to a request.
pub type Answer = dyn Fn(&Asked) -> Vec<Do> + Send + Sync;

/// How many there were, are, and have been at once.
#[derive(Default)]
struct Connections {
    accepted: AtomicUsize,
    open: AtomicUsize,
    most: AtomicUsize,
}

/// What stands before the requests.
#[derive(Clone)]
pub enum Front {
    Plain,
    Tls(Arc<ServerConfig>),
    /// Does this on connecting, before anything is asked.
    Greeting(Vec<Do>),
}

impl Server {
    /// Answers each request with what `answer` says.
    pub async fn http(answer: impl Fn(&Asked) -> Vec<Do> + Send + Sync + 'static) -> Self {
        Self::start(Front::Plain, Arc::new(answer)).await
    }

    /// As [`Server::http`], behind TLS.
    pub async fn https(config: Arc<ServerConfig>, answer: impl Fn(&Asked) -> Vec<Do> + Send + Sync + 'static) -> Self {
        Self::start(Front::Tls(config), Arc::new(answer)).await
    }

    /// As [`Server::https`], at a given address; none where the system does not give it.
    pub async fn https_at(
        address: &str,
        config: Arc<ServerConfig>,
        answer: impl Fn(&Asked) -> Vec<Do> + Send + Sync + 'static,
    ) -> Option<Self> {
        let listener = TcpListener::bind(address).await.ok()?;
        Some(Self::listen(listener, Front::Tls(config), Arc::new(answer)))
    }

    /// Does this whenever somebody connects.
    pub async fn greeting(greeting: Vec<Do>) -> Self {
        Self::start(Front::Greeting(greeting), Arc::new(|_| vec![Do::Close])).await
    }

    /// A port where nobody listens.
    pub async fn nobody() -> SocketAddr {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        listener.local_addr().expect("its address")
    }

    async fn start(front: Front, answer: Arc<Answer>) -> Self {
        Self::listen(TcpListener::bind("127.0.0.1:0").await.expect("a port"), front, answer)
    }

    /// Serves whoever comes to this listener.
    pub fn listen(listener: TcpListener, front: Front, answer: Arc<Answer>) -> Self {
        let address = listener.local_addr().expect("its address");
        let (connections, asked) = (Arc::<Connections>::default(), Arc::new(Mutex::new(Vec::new())));
        let work = Work { front, answer, asked: Arc::clone(&asked), began: tokio::time::Instant::now() };
        let task = tokio::spawn(accept(listener, work, Arc::clone(&connections)));
        Self { address, connections, asked, task }
    }

    /// Connections accepted so far.
    pub fn connections(&self) -> usize {
        self.connections.accepted.load(Ordering::SeqCst)
    }

    /// The most connections that were open at once.
    pub fn most_at_once(&self) -> usize {
        self.connections.most.load(Ordering::SeqCst)
    }

    /// Requests read so far.
    pub fn asked(&self) -> Vec<Asked> {
        self.asked.lock().expect("no test panicked with it").clone()
    }

    /// The targets of the requests read so far.
    pub fn targets(&self) -> Vec<String> {
        self.asked().into_iter().map(|asked| asked.target).collect()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Asked {
    /// The value of a header, by its lower-case name.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().skip(1).find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then_some(value.trim())
        })
    }
}

/// A whole answer with its length.
pub fn page(status: u16, headers: &[(&str, &str)], body: impl AsRef<[u8]>) -> Vec<Do> {
    let mut bytes = head(status, headers, Some(body.as_ref().len()));
    bytes.extend_from_slice(body.as_ref());
    vec![Do::Send(bytes)]
}

/// The head of an answer; without a length the body ends with the connection.
pub fn head(status: u16, headers: &[(&str, &str)], length: Option<usize>) -> Vec<u8> {
    let fields: String = headers.iter().flat_map(|(name, value)| [*name, ": ", *value, "\r\n"]).collect();
    let length = length.map(|length| format!("Content-Length: {length}\r\n")).unwrap_or_default();
    format!("HTTP/1.1 {status} Said So\r\n{fields}{length}\r\n").into_bytes()
}

/// A redirect.
pub fn redirect(status: u16, location: &str) -> Vec<Do> {
    page(status, &[("Location", location)], "moved")
}

#[derive(Clone)]
struct Work {
    front: Front,
    answer: Arc<Answer>,
    asked: Arc<Mutex<Vec<Asked>>>,
    began: tokio::time::Instant,
}

impl Connections {
    fn come(&self) {
        self.accepted.fetch_add(1, Ordering::SeqCst);
        let open = self.open.fetch_add(1, Ordering::SeqCst) + 1;
        self.most.fetch_max(open, Ordering::SeqCst);
    }

    fn go(&self) {
        self.open.fetch_sub(1, Ordering::SeqCst);
    }
}

async fn accept(listener: TcpListener, work: Work, connections: Arc<Connections>) {
    // Dropped with the server, which ends every connection.
    let mut tasks = tokio::task::JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        connections.come();
        let (work, connections) = (work.clone(), Arc::clone(&connections));
        tasks.spawn(async move {
            // A client that hangs up is what half of the tests are about.
            drop(work.serve(stream).await);
            connections.go();
        });
        while tasks.try_join_next().is_some() {}
    }
}

impl Work {
    async fn serve(self, stream: TcpStream) -> io::Result<()> {
        match &self.front {
            Front::Plain => self.answers(stream).await,
            Front::Tls(config) => {
                let stream = TlsAcceptor::from(Arc::clone(config)).accept(stream).await?;
                self.answers(stream).await
            }
            Front::Greeting(greeting) => {
                let mut stream = stream;
                act(&mut stream, greeting).await?;
                Ok(())
            }
        }
    }

    async fn answers(&self, mut stream: impl Connection) -> io::Result<()> {
        let mut buffer = Vec::new();
        while let Some(head) = read_head(&mut stream, &mut buffer).await? {
            let target = head.split(' ').nth(1).unwrap_or_default().to_owned();
            let mut asked = Asked { at: self.began.elapsed(), head, target, body: String::new() };
            let length = asked.header("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
            asked.body = read_body(&mut stream, &mut buffer, length).await?;
            self.asked.lock().expect("no test panicked with it").push(asked.clone());
            if act(&mut stream, &(self.answer)(&asked)).await? == Ended::Yes {
                return Ok(());
            }
        }
        Ok(())
    }
}

#[derive(PartialEq, Eq)]
enum Ended {
    Yes,
    No,
}

/// A stream that can be ended rudely.
trait Connection: AsyncRead + AsyncWrite + Unpin + Send {
    fn reset(&self) -> io::Result<()>;
}

impl Connection for TcpStream {
    fn reset(&self) -> io::Result<()> {
        self.set_zero_linger()
    }
}

impl Connection for tokio_rustls::server::TlsStream<TcpStream> {
    fn reset(&self) -> io::Result<()> {
        self.get_ref().0.set_zero_linger()
    }
}

async fn act(stream: &mut impl Connection, steps: &[Do]) -> io::Result<Ended> {
    for step in steps {
        match step {
            Do::Send(bytes) => stream.write_all(bytes).await?,
            Do::Pour(bytes) => loop {
                stream.write_all(bytes).await?;
            },
            Do::Drip(bytes, pause) => {
                for byte in bytes {
                    tokio::time::sleep(*pause).await;
                    stream.write_all(&[*byte]).await?;
                    stream.flush().await?;
                }
            }
            Do::Wait(time) => tokio::time::sleep(*time).await,
            Do::Hang => std::future::pending().await,
            Do::Close => {
                stream.shutdown().await?;
                return Ok(Ended::Yes);
            }
            Do::Reset => {
                stream.reset()?;
                return Ok(Ended::Yes);
            }
        }
        stream.flush().await?;
    }
    Ok(Ended::No)
}

async fn read_head(stream: &mut impl Connection, buffer: &mut Vec<u8>) -> io::Result<Option<String>> {
    loop {
        if let Some(end) = buffer.windows(4).position(|window| window == b"\r\n\r\n") {
            let head = buffer.drain(..end + 4).collect::<Vec<u8>>();
            return Ok(Some(String::from_utf8_lossy(&head).into_owned()));
        }
        let mut chunk = [0; 4096];
        match stream.read(&mut chunk).await? {
            0 => return Ok(None),
            count => buffer.extend_from_slice(&chunk[..count]),
        }
    }
}

async fn read_body(stream: &mut impl Connection, buffer: &mut Vec<u8>, length: usize) -> io::Result<String> {
    while buffer.len() < length {
        let mut chunk = [0; 4096];
        match stream.read(&mut chunk).await? {
            0 => break,
            count => buffer.extend_from_slice(&chunk[..count]),
        }
    }
    let body = buffer.drain(..length.min(buffer.len())).collect::<Vec<u8>>();
    Ok(String::from_utf8_lossy(&body).into_owned())
}
