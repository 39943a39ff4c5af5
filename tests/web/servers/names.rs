//! A name server that says what it is told to say, over UDP and TCP, and counts what it is asked.

use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex};

use hickory_proto::op::{Message, OpCode, ResponseCode};
use hickory_proto::rr::rdata::{CNAME, NS};
use hickory_proto::rr::{Name, RData, Record, RecordType};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream, UdpSocket};
use tokio::task::JoinHandle;

/// What is said about a name.
#[derive(Debug, Clone)]
pub enum Said {
    /// It has these addresses.
    Addresses(Vec<IpAddr>),
    /// First these, then those, and so on; the last for ever.
    Changing(Vec<Vec<IpAddr>>),
    /// It is another name for that one, about which nothing is said in the same breath.
    Alias(&'static str),
    /// Over UDP it is too much to say; over TCP it has these addresses.
    TooLongForUdp(Vec<IpAddr>),
    /// Somebody else is to be asked: a server that was made responsible and does not know it.
    AskElsewhere,
    /// NXDOMAIN.
    NoSuchName,
    /// The name exists, without an address.
    NoData,
    /// An error.
    Error(ResponseCode),
    /// Nothing.
    Silence,
    /// Bytes that are no answer.
    Garbage,
}

/// A name server on loopback; names that it was not told about do not exist.
pub struct NameServer {
    pub address: SocketAddr,
    asked: Arc<Mutex<Vec<String>>>,
    tasks: [JoinHandle<()>; 2],
}

/// What it was told, and what it is asked.
#[derive(Clone)]
struct Book {
    said: Arc<HashMap<String, Said>>,
    asked: Arc<Mutex<Vec<String>>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Over {
    Udp,
    Tcp,
}

impl NameServer {
    pub async fn start(said: &[(&str, Said)]) -> Self {
        Self::with(said.iter().map(|(name, said)| ((*name).to_owned(), said.clone())).collect()).await
    }

    /// As [`NameServer::start`], with names that were made up.
    pub async fn with(said: Vec<(String, Said)>) -> Self {
        let (udp, tcp) = sockets().await;
        let address = udp.local_addr().expect("its address");
        let asked = Arc::new(Mutex::new(Vec::new()));
        let said = said.into_iter().map(|(name, said)| (format!("{name}."), said)).collect();
        let book = Book { said: Arc::new(said), asked: Arc::clone(&asked) };
        let tasks = [tokio::spawn(serve(udp, book.clone())), tokio::spawn(accept(tcp, book))];
        Self { address, asked, tasks }
    }

    /// The names asked for, each time, addresses of version 4 only.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().expect("no test panicked with it").clone()
    }
}

impl Drop for NameServer {
    fn drop(&mut self) {
        self.tasks.iter().for_each(JoinHandle::abort);
    }
}

/// A port of both kinds.
async fn sockets() -> (UdpSocket, TcpListener) {
    loop {
        let udp = UdpSocket::bind("127.0.0.1:0").await.expect("a socket");
        if let Ok(tcp) = TcpListener::bind(udp.local_addr().expect("its address")).await {
            return (udp, tcp);
        }
    }
}

async fn serve(socket: UdpSocket, book: Book) {
    let mut buffer = [0; 4096];
    while let Ok((length, from)) = socket.recv_from(&mut buffer).await {
        if let Some(answer) = book.answer(&buffer[..length], Over::Udp) {
            // A client that went away is no failure of the server.
            drop(socket.send_to(&answer, from).await);
        }
    }
}

async fn accept(listener: TcpListener, book: Book) {
    let mut tasks = tokio::task::JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        let book = book.clone();
        tasks.spawn(async move { drop(converse(stream, book).await) });
    }
}

async fn converse(mut stream: TcpStream, book: Book) -> std::io::Result<()> {
    loop {
        let length = stream.read_u16().await?;
        let mut question = vec![0; length.into()];
        stream.read_exact(&mut question).await?;
        let Some(answer) = book.answer(&question, Over::Tcp) else { continue };
        stream.write_u16(u16::try_from(answer.len()).expect("a short answer")).await?;
        stream.write_all(&answer).await?;
    }
}

impl Book {
    fn answer(&self, question: &[u8], over: Over) -> Option<Vec<u8>> {
        let question = Message::from_vec(question).ok()?;
        let query = question.queries.first()?;
        let name = query.name().to_ascii().to_ascii_lowercase();
        let before = {
            let mut asked = self.asked.lock().expect("no test panicked with it");
            let before = asked.iter().filter(|earlier| **earlier == name).count();
            if query.query_type() == RecordType::A && over == Over::Udp {
                asked.push(name.clone());
            }
            before
        };
        answer(&question, self.said.get(&name).unwrap_or(&Said::NoSuchName), before, over)
    }
}

fn answer(question: &Message, said: &Said, before: usize, over: Over) -> Option<Vec<u8>> {
    let query = question.queries.first()?.clone();
    let mut message = Message::response(question.metadata.id, OpCode::Query);
    message.metadata.recursion_desired = true;
    message.metadata.recursion_available = true;
    // Nothing is kept: the next question is asked again.
    let record = |data| Record::from_rdata(query.name().clone(), 0, data);
    let name = |name: &str| Name::from_ascii(name).expect("a name");
    let addresses = match said {
        Said::Silence => return None,
        Said::Garbage => return Some(vec![0xFF; 20]),
        Said::NoSuchName => {
            message.metadata.response_code = ResponseCode::NXDomain;
            &[][..]
        }
        Said::Error(code) => {
            message.metadata.response_code = *code;
            &[]
        }
        Said::NoData => &[],
        Said::Alias(other) => {
            message.add_answer(record(RData::CNAME(CNAME(name(other)))));
            &[]
        }
        Said::AskElsewhere => {
            message.metadata.recursion_available = false;
            message.add_authority(record(RData::NS(NS(name("ns.elsewhere.test.")))));
            &[]
        }
        Said::TooLongForUdp(_) if over == Over::Udp => {
            message.metadata.truncation = true;
            &[]
        }
        Said::Addresses(addresses) | Said::TooLongForUdp(addresses) => addresses,
        Said::Changing(series) => series.get(before).or(series.last()).map_or(&[][..], Vec::as_slice),
    };
    for address in addresses {
        let data = match (address, query.query_type()) {
            (IpAddr::V4(address), RecordType::A) => RData::A((*address).into()),
            (IpAddr::V6(address), RecordType::AAAA) => RData::AAAA((*address).into()),
            _ => continue,
        };
        message.add_answer(record(data));
    }
    message.add_query(query);
    message.to_vec().ok()
}
