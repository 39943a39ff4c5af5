//! A name server that says what it is told to say, and counts what it is asked.

use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex};

use hickory_proto::op::{Message, OpCode, ResponseCode};
use hickory_proto::rr::{RData, Record, RecordType};
use tokio::net::UdpSocket;
use tokio::task::JoinHandle;

/// What is said about a name.
#[derive(Debug, Clone)]
pub enum Said {
    /// It has these addresses.
    Addresses(Vec<IpAddr>),
    /// First these, then those, and so on; the last for ever.
    Changing(Vec<Vec<IpAddr>>),
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
    task: JoinHandle<()>,
}

impl NameServer {
    pub async fn start(said: &[(&str, Said)]) -> Self {
        let socket = UdpSocket::bind("127.0.0.1:0").await.expect("a socket");
        let address = socket.local_addr().expect("its address");
        let asked = Arc::new(Mutex::new(Vec::new()));
        let said = said.iter().map(|(name, said)| (format!("{name}."), said.clone())).collect();
        let task = tokio::spawn(serve(socket, said, Arc::clone(&asked)));
        Self { address, asked, task }
    }

    /// The names asked for, each time, addresses of version 4 only.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().expect("no test panicked with it").clone()
    }
}

impl Drop for NameServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn serve(socket: UdpSocket, said: HashMap<String, Said>, asked: Arc<Mutex<Vec<String>>>) {
    let mut buffer = [0; 4096];
    while let Ok((length, from)) = socket.recv_from(&mut buffer).await {
        let Ok(question) = Message::from_vec(&buffer[..length]) else { continue };
        let Some(query) = question.queries.first() else { continue };
        let name = query.name().to_string().to_ascii_lowercase();
        let before = {
            let mut asked = asked.lock().expect("no test panicked with it");
            let before = asked.iter().filter(|earlier| **earlier == name).count();
            if query.query_type() == RecordType::A {
                asked.push(name.clone());
            }
            before
        };
        let said = said.get(&name).unwrap_or(&Said::NoSuchName);
        if let Some(answer) = answer(&question, said, before) {
            // A client that went away is no failure of the server.
            drop(socket.send_to(&answer, from).await);
        }
    }
}

fn answer(question: &Message, said: &Said, before: usize) -> Option<Vec<u8>> {
    let query = question.queries.first()?.clone();
    let mut message = Message::response(question.metadata.id, OpCode::Query);
    message.metadata.recursion_desired = true;
    message.metadata.recursion_available = true;
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
        Said::Addresses(addresses) => addresses,
        Said::Changing(series) => series.get(before).or(series.last()).map_or(&[][..], Vec::as_slice),
    };
    for address in addresses {
        let data = match (address, query.query_type()) {
            (IpAddr::V4(address), RecordType::A) => RData::A((*address).into()),
            (IpAddr::V6(address), RecordType::AAAA) => RData::AAAA((*address).into()),
            _ => continue,
        };
        // Nothing is kept: the next question is asked again.
        message.add_answer(Record::from_rdata(query.name().clone(), 0, data));
    }
    message.add_query(query);
    message.to_vec().ok()
}
