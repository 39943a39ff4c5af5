//! Pages that try what no page should: addresses of this machine and its network, endless work, windows, downloads.

use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::place::Place;
use crate::stand::{SHELL, WORDS, check, cite, codes, html, nothing, place, quote, says, script, verdict};
use crate::web::server::{Answer, Asked, Do, Front, Server, redirect};

/// A server at an address that the check is not allowed to reach.
fn trap(place: &Place) -> Server {
    place.start(async {
        let listener = tokio::net::TcpListener::bind("127.0.0.2:0").await.unwrap();
        let answer: Arc<Answer> = Arc::new(|_: &Asked| html("a secret"));
        Server::listen(listener, Front::Plain, answer)
    })
}

/// Two pages that ask within this of each other are shown at once.
const MEETING: Duration = Duration::from_secs(6);

fn shell(asked: &Asked, page: &str) -> Option<Vec<Do>> {
    (asked.target == format!("/{page}")).then(|| html(&SHELL.replace("SCRIPT", &format!("{page}.js"))))
}

#[test]
fn no_page_reaches_this_machine_or_its_network_through_the_browser() {
    let Some(place) = place("timeout = \"15s\"") else { return };
    let trap = trap(&place);
    let port = trap.address.port();
    let after = says(WORDS);
    let tries = format!(
        "(async () => {{
             const at = '127.0.0.2:{port}';
             const all = ['http://' + at + '/', 'http://2130706434:{port}/', 'http://[::ffff:127.0.0.2]:{port}/',
                 'http://localhost:{port}/', 'http://printer.local/', 'http://10.0.0.1/', 'http://169.254.169.254/latest/',
                 '/to-private', 'file:///etc/passwd', 'http://a.test:25/'];
             for (const url of all) {{
                 for (const mode of ['cors', 'no-cors']) {{ try {{ await fetch(url, {{ mode }}) }} catch {{}} }}
                 const frame = document.createElement('iframe'); frame.src = url; document.body.append(frame);
                 const image = new Image(); image.src = url;
             }}
             for (const url of ['ws://' + at + '/', 'ws://localhost:{port}/']) {{
                 try {{ const socket = new WebSocket(url); socket.onerror = () => {{}} }} catch {{}}
             }}
             try {{ new EventSource('http://' + at + '/') }} catch {{}}
             try {{ navigator.sendBeacon('http://' + at + '/', 'x') }} catch {{}}
             try {{ new Worker(URL.createObjectURL(new Blob([`importScripts('http://${{at}}/')`]))) }} catch {{}}
             try {{
                 const peer = new RTCPeerConnection({{ iceServers: [{{ urls: 'stun:' + at }}, {{ urls: 'turn:' + at + '?transport=tcp', username: 'x', credential: 'x' }}] }});
                 peer.createDataChannel('x'); peer.setLocalDescription(await peer.createOffer());
             }} catch {{}}
             for (const rel of ['preconnect', 'prefetch', 'dns-prefetch', 'stylesheet']) {{
                 const link = document.createElement('link'); link.rel = rel; link.href = 'http://' + at + '/';
                 document.head.append(link);
             }}
             {after}
         }})()"
    );
    let to = format!("http://{}/", trap.address);
    let (to_private, to_move) = (to.clone(), to);
    let server = place.server(move |asked: &Asked| {
        let mine = shell(asked, "tries").or_else(|| shell(asked, "moves"));
        match asked.target.as_str() {
            "/tries.js" => script(&tries),
            "/moves.js" => script(&format!("location.href = {to_move:?}")),
            "/to-private" => redirect(302, &to_private),
            _ => mine.unwrap_or_else(|| nothing(asked)),
        }
    });
    cite(&place, "a.md", "tries", WORDS);
    cite(&place, "b.md", "moves", WORDS);
    let ran = check(&place, &server, &[]).expect(0, &[]);
    assert_eq!(verdict(&ran, 0), "verbatim sound", "{}", ran.err);
    assert_eq!(verdict(&ran, 1), "unverifiable unknown");
    assert!(server.targets().contains(&"/to-private".to_owned()), "{:?}", server.targets());
    assert_eq!(trap.connections(), 0, "{:?}", trap.asked());
}

#[test]
fn windows_alerts_downloads_and_questions_keep_no_page_from_being_read() {
    let Some(place) = place("timeout = \"15s\"") else { return };
    let server = place.server(|asked: &Asked| match asked.target.as_str() {
        "/loud.js" => script(&format!(
            "for (let i = 0; i < 5; i++) {{ window.open('/window'); alert('stay'); confirm('stay'); prompt('stay') }}
             const link = document.createElement('a'); link.href = 'data:application/octet-stream,x'; link.download = 'x';
             document.body.append(link); link.click();
             onbeforeunload = () => 'stay';
             globalThis.Notification?.requestPermission?.(); navigator.geolocation?.getCurrentPosition(() => {{}});
             Element.prototype.getHTML = () => 'nothing'; Document.prototype.querySelectorAll = () => [];
             {}",
            says(WORDS)
        )),
        "/get" => vec![Do::Send(b"HTTP/1.1 200 OK\r\nContent-Disposition: attachment\r\n\r\n".to_vec()), Do::Close],
        _ => shell(asked, "loud").unwrap_or_else(|| nothing(asked)),
    });
    cite(&place, "a.md", "loud", WORDS);
    let ran = check(&place, &server, &[]).expect(0, &[]);
    assert_eq!(verdict(&ran, 0), "verbatim sound", "{}", quote(&ran, 0));
    assert!(!server.targets().contains(&"/window".to_owned()), "{:?}", server.targets());
}

#[test]
fn endless_work_memory_and_loading_end_with_the_time_of_the_page_and_are_told() {
    let Some(place) = place("timeout = \"8s\"") else { return };
    let server = place.server(|asked: &Asked| {
        let pages = ["busy", "greedy", "waiting", "flood"];
        match asked.target.as_str() {
            "/busy.js" => script("for (;;) {}"),
            "/greedy.js" => script("const held = []; for (;;) held.push(new Uint8Array(16 << 20).fill(1))"),
            "/waiting.js" | "/never" => vec![Do::Hang],
            "/flood.js" => {
                script("setInterval(() => { for (let i = 0; i < 50; i++) fetch('/never?' + Math.random()) }, 1)")
            }
            _ => pages.iter().find_map(|page| shell(asked, page)).unwrap_or_else(|| vec![Do::Hang]),
        }
    });
    for (name, path) in [("a.md", "busy"), ("b.md", "greedy"), ("c.md", "waiting"), ("d.md", "flood")] {
        cite(&place, name, path, WORDS);
    }
    let began = Instant::now();
    let ran = check(&place, &server, &[]).expect(0, &[]);
    assert!(began.elapsed() < Duration::from_mins(1), "{:?}", began.elapsed());
    for document in 0..4 {
        assert_eq!(verdict(&ran, document), "unverifiable unknown");
    }
    for document in 0..2 {
        assert_eq!(codes(&ran, document), ["scripts-not-run"], "{}", quote(&ran, document));
    }
    // Of a page in the middle of loading the part that is there is read.
    assert!(codes(&ran, 2).is_empty(), "{:?}", codes(&ran, 2));
    let floods = server.targets().iter().filter(|target| target.starts_with("/never")).count();
    assert!(floods <= 200, "{floods}");
}

#[test]
fn two_pages_are_shown_at_once_and_see_nothing_of_each_other() {
    let Some(place) = place("timeout = \"20s\"") else { return };
    let server = place.server(|asked: &Asked| match asked.target.as_str() {
        "/one.js" | "/two.js" => script(&format!(
            "fetch('/meet').then(() => {{ if (!document.cookie && !localStorage.seen) {{ {} }}
                 document.cookie = 'seen=1'; localStorage.seen = 1; }})",
            says(WORDS)
        )),
        "/meet" => [vec![Do::Wait(MEETING)], script("")].concat(),
        _ => shell(asked, "one").or_else(|| shell(asked, "two")).unwrap_or_else(|| nothing(asked)),
    });
    cite(&place, "a.md", "one", WORDS);
    cite(&place, "b.md", "two", WORDS);
    let ran = check(&place, &server, &[]).expect(0, &[]);
    for document in 0..2 {
        assert_eq!(verdict(&ran, document), "verbatim sound", "{} {:?}", quote(&ran, document), codes(&ran, document));
    }
    let asked = server.asked();
    let met: Vec<Duration> = asked.iter().filter(|asked| asked.target == "/meet").map(|asked| asked.at).collect();
    assert!(met.len() == 2 && met[0].abs_diff(met[1]) < MEETING, "{met:?}");
}
