//! Files that other tools write, made here by those tools.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::Command;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::Replay;
use crate::observation::exchange::{ExchangeAnswer, PayloadEnd, Response};
use crate::web::pywb::tool;

/// Serves a chunked page, a packed one and a redirect to the first, for as long as the test runs.
fn site() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            std::thread::spawn(move || serve(&stream.unwrap()));
        }
    });
    address
}

fn serve(mut stream: &TcpStream) {
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
    let Some(first) = lines.next() else { return };
    for _header in lines.take_while(|line| !line.is_empty()) {}
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(b"<p>packed</p>").unwrap();
    let packed = encoder.finish().unwrap();
    let (head, body): (&str, &[u8]) = match first.split(' ').nth(1).unwrap_or_default() {
        "/moved" => ("302 Found\r\nLocation: /chunked\r\nContent-Length: 0", b""),
        "/packed" => ("200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip", &packed),
        "/chunked" => (
            "200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked",
            b"6\r\n<p>two\r\nb;name=value\r\n chunks</p>\r\n0\r\n\r\n",
        ),
        _ => ("404 Not Found\r\nContent-Length: 4", b"none"),
    };
    // The other side may leave early; the test sees that by what was recorded.
    let _left = stream.write_all(format!("HTTP/1.1 {head}\r\nConnection: close\r\n\r\n").as_bytes());
    let _left = stream.write_all(body);
}

fn found(replay: &Replay, url: &str) -> Response {
    match replay.find(url, None).unwrap_or_else(|| panic!("{url} was recorded")).answer {
        ExchangeAnswer::Response(response) => response,
        other => panic!("{other:?}"),
    }
}

fn check(replay: &Replay, site: SocketAddr) {
    let chunked = found(replay, &format!("http://{site}/chunked"));
    assert_eq!(
        (chunked.status, chunked.payload.as_slice(), chunked.end == PayloadEnd::Whole),
        (200, &b"<p>two chunks</p>"[..], true)
    );
    assert_eq!(chunked.header("transfer-encoding"), None);
    let packed = found(replay, &format!("http://{site}/packed"));
    assert_eq!((packed.header("content-encoding"), &packed.payload[..2]), (Some("gzip"), &[0x1f, 0x8b][..]));
    let moved = found(replay, &format!("http://{site}/moved"));
    assert_eq!((moved.status, moved.header("location")), (302, Some("/chunked")));
    let gone = found(replay, &format!("http://{site}/gone"));
    assert_eq!((gone.status, gone.payload.as_slice()), (404, &b"none"[..]));
    assert!(replay.find(&format!("http://{site}/never"), None).is_none());
    assert_eq!(replay.damage(), []);
}

const PATHS: [&str; 4] = ["moved", "packed", "chunked", "gone"];

#[test]
fn what_wget_records_is_answered() {
    if Command::new("wget").arg("--version").output().is_err() {
        let _left_out = writeln!(std::io::stderr(), "left out: there is no wget");
        return;
    }
    for packing in ["--warc-compression", "--no-warc-compression"] {
        let (site, folder) = (site(), tempfile::tempdir().unwrap());
        let mut wget = Command::new("wget");
        wget.args(["--no-config", "--no-proxy", "-q", "-O", "page", "--warc-file=seen"]).current_dir(folder.path());
        if packing == "--no-warc-compression" {
            wget.arg(packing);
        }
        // It ends with an error because of the page that is gone.
        wget.args(PATHS.map(|path| format!("http://{site}/{path}"))).output().unwrap();
        check(&Replay::open(&[folder.path().to_owned()]).unwrap(), site);
    }
}

#[test]
fn what_warcio_records_is_answered() {
    const RECORD: &str = "
import sys
from warcio.capture_http import capture_http
import http.client
host = sys.argv[1]
with capture_http(sys.argv[2], warc_version=sys.argv[3]):
    for path in sys.argv[4:]:
        connection = http.client.HTTPConnection(host)
        connection.request('GET', '/' + path)
        connection.getresponse().read()
        connection.close()
";
    for (name, version) in [("seen.warc.gz", "1.1"), ("seen.warc", "1.0")] {
        let Some(mut python) = tool("python") else { return };
        let (site, folder) = (site(), tempfile::tempdir().unwrap());
        let file = folder.path().join(name);
        python.args(["-c", RECORD, &site.to_string()]).arg(&file).arg(version).args(PATHS);
        let output = python.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        check(&Replay::open(&[file]).unwrap(), site);
    }
}

#[test]
fn captures_that_warcio_writes_are_resolved_as_warcprox_refers_to_them() {
    const WRITE: &str = "
import io, sys
from warcio.warcwriter import WARCWriter
from warcio.statusandheaders import StatusAndHeaders
profile = 'http://netpreserve.org/warc/1.0/revisit/identical-payload-digest'
with open(sys.argv[1], 'wb') as file:
    writer = WARCWriter(file, gzip=True, warc_version='1.0')
    url, headers = 'https://a.example/', lambda: StatusAndHeaders('200 OK', [('X', 'y')], protocol='HTTP/1.1')
    first = writer.create_warc_record(url, 'response', payload=io.BytesIO(b'words'), http_headers=headers(),
        warc_headers_dict={'WARC-Date': '2020-01-01T00:00:00Z'})
    writer.write_record(first)
    digest = first.rec_headers.get_header('WARC-Payload-Digest')
    writer.write_record(writer.create_revisit_record('https://b.example/', digest, url, '2020-01-01T00:00:00Z',
        http_headers=headers(), warc_headers_dict={'WARC-Date': '2021-01-01T00:00:00Z', 'WARC-Profile': profile}))
";
    let Some(mut python) = tool("python") else { return };
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("seen.warc.gz");
    let output = python.args(["-c", WRITE]).arg(&file).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let torn = folder.path().join("torn.warc.gz");
    let bytes = fs::read(&file).unwrap();
    fs::write(&torn, &bytes[..bytes.len() - 40]).unwrap();
    let replay = Replay::open(&[file]).unwrap();
    assert_eq!(found(&replay, "https://b.example/").payload, b"words");
    assert_eq!(replay.find("https://b.example/", None).unwrap().sent_at.to_string(), "2021-01-01T00:00:00Z");
    assert_eq!(Replay::open(&[torn]).unwrap().damage().len(), 1);
}
