//! One page on loopback, which can be changed.

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// A server that gives the same page at every address.
pub struct Site {
    // Shared with the thread that answers; a page is set and asked for in turn, so nobody ever waits for it.
    page: Arc<Mutex<String>>,
    address: String,
    pages: usize,
}

impl Site {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let page = Arc::new(Mutex::new(String::new()));
        let shown = Arc::clone(&page);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let shown = Arc::clone(&shown);
                // A browser opens connections ahead that it may never use.
                std::thread::spawn(move || answer(stream, &shown));
            }
        });
        Self { page, address, pages: 0 }
    }

    /// Sets the page; gives an address for it that no page had before.
    pub fn show(&mut self, html: &str) -> String {
        html.clone_into(&mut self.page.lock().unwrap());
        self.pages += 1;
        format!("{}/{}", self.address, self.pages)
    }
}

fn answer(mut stream: TcpStream, page: &Mutex<String>) {
    let (mut asked, mut buffer) = (Vec::new(), [0; 4096]);
    while !asked.windows(4).any(|bytes| bytes == b"\r\n\r\n") {
        match stream.read(&mut buffer) {
            Ok(read) if read > 0 => asked.extend_from_slice(&buffer[..read]),
            _ => return,
        }
    }
    let page = page.lock().unwrap().clone();
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        page.len()
    );
    // The browser may have gone on to the next page.
    drop(stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(page.as_bytes())));
}
