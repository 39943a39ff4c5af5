//! How gently and how soon hosts are asked, as their servers see it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crate::place::{Place, Ran, says};
use crate::web::server::{Asked, Do, Server, page};

/// So many requests a second to one host, `slots` under way over all.
fn config(rate: u32, slots: u32) -> String {
    format!(
        "[fetch]\ntimeout = \"1s\"\nconcurrency = {slots}\nper_host = {{ requests_per_second = {rate}, concurrency = 2 }}\n\
         [archive]\nlookup = []\n"
    )
}

/// When a host whose name ends so was asked, since the first request of all.
fn times(server: &Server, host: &str) -> Vec<Duration> {
    let asked = server.asked();
    let first = asked.first().map_or(Duration::ZERO, |asked| asked.at);
    let of_host = |asked: &&Asked| asked.header("host").is_some_and(|name| name.ends_with(host));
    asked.iter().filter(of_host).map(|asked| asked.at.saturating_sub(first)).collect()
}

/// The last request of all, since the first.
fn last(server: &Server) -> Duration {
    times(server, "").last().copied().unwrap_or_default()
}

#[test]
fn a_slow_host_delays_nobody_else() {
    let place = Place::new(&config(20, 3).replace("1s", "5s"));
    let server = place.server(|asked| {
        let mut answer = says("a page that stands");
        if asked.header("host") == Some("slow.test") {
            answer.insert(0, Do::Wait(Duration::from_secs(2)));
        }
        answer
    });
    let of = |host: &'static str| (0..6).map(move |nth| format!("http://{host}.test/{nth}"));
    // The slow one first: whoever works through the list in its order waits for it.
    let urls: Vec<String> = of("slow").chain(of("one")).chain(of("two")).collect();
    place.cite("a.md", &urls);
    place.check(server.address, &["a.md"]).expect(0, &[]);
    let end = |host: &str| *times(&server, host).last().unwrap();
    assert_eq!((times(&server, "one.test").len(), times(&server, "two.test").len()), (6, 6));
    // Five gaps of 50 ms; the slow one takes two seconds for each pair.
    assert!(end("slow.test") >= Duration::from_millis(3950), "{:?}", times(&server, "slow.test"));
    assert!(end("one.test") < Duration::from_millis(3900), "{:?}", times(&server, "one.test"));
    assert!(end("two.test") < Duration::from_millis(3900), "{:?}", times(&server, "two.test"));
}

#[test]
fn the_pace_of_a_domain_is_kept_whatever_its_hosts_are_called() {
    let place = Place::new(&config(5, 64));
    let server = place.server(|_| says("a page that stands"));
    let urls: Vec<String> = (0..6).map(|nth| format!("http://www{}.domain.test/{nth}", nth % 3)).collect();
    place.cite("a.md", &urls);
    place.check(server.address, &["a.md"]).expect(0, &[]);
    let times = times(&server, "domain.test");
    assert_eq!(times.len(), 6);
    // What the client sends 200 ms apart may reach the server closer together; without the pace, all at once.
    assert!(times[5].saturating_sub(times[0]) >= Duration::from_millis(700), "{times:?}");
}

#[test]
fn a_thousand_links_take_as_long_grouped_by_host_as_mixed() {
    // Ten hosts with a hundred links each, at most twenty a second, and slots for three: five seconds and a half, if
    // waiting holds no slot; three times as long, if it does. The lanes' own test has four thousand.
    let took = |mixed: bool| {
        let place = Place::new(&config(20, 3).replace("1s", "9s"));
        let server = place.server(|_| says("a page that stands"));
        let url = |host: usize, nth: usize| format!("http://host{host}.test/{nth}");
        let urls: Vec<String> = if mixed {
            (0..100).flat_map(|nth| (0..10).map(move |host| url(host, nth))).collect()
        } else {
            (0..10).flat_map(|host| (0..100).map(move |nth| url(host, nth))).collect()
        };
        place.cite("a.md", &urls);
        place.check(server.address, &["a.md", "--no-reports"]).expect(0, &[]);
        assert_eq!(times(&server, "").len(), 1000);
        last(&server)
    };
    let (grouped, mixed) = (took(false), took(true));
    let least = Duration::from_secs(5);
    assert!(grouped >= least && mixed >= least, "grouped {grouped:?}, mixed {mixed:?}");
    assert!(grouped < mixed * 2 && mixed < grouped * 2, "grouped {grouped:?}, mixed {mixed:?}");
}

#[test]
fn a_host_that_asks_for_more_patience_than_a_lease_lasts_is_waited_for_and_its_other_pages_asked_once() {
    let place = Place::new(&config(20, 64));
    let busy = AtomicBool::new(true);
    let server = place.server(move |asked| match asked.target.as_str() {
        "/busy" if busy.swap(false, Ordering::SeqCst) => page(503, &[("Retry-After", "12")], "busy"),
        _ => says("a page that stands"),
    });
    place.cite("a.md", &["http://busy.test/busy", "http://busy.test/a", "http://busy.test/b", "http://busy.test/c"]);
    let ran = place.check(server.address, &["a.md"]).expect(0, &[]);
    let live = ran.sources().iter().filter(|(_, verdict)| verdict == "live - sound").count();
    assert_eq!(live, 4);
    let mut targets = server.targets();
    targets.sort();
    assert_eq!(targets, ["/a", "/b", "/busy", "/busy", "/c"]);
    assert!(!ran.err.contains("leased to another run"), "{}", ran.err);
}

#[test]
fn a_host_that_refuses_is_asked_more_slowly_and_then_parked_and_nothing_of_it_is_called_dead() {
    let place = Place::new(&config(40, 64));
    let well = Arc::new(AtomicBool::new(false));
    let recovered = Arc::clone(&well);
    let server = place.server(move |asked| match asked.header("host") {
        Some("busy.test") if !recovered.load(Ordering::SeqCst) => page(429, &[], "later"),
        _ => says("a page that stands"),
    });
    let urls: Vec<String> = (0..12).map(|nth| format!("http://busy.test/{nth}")).collect();
    place.cite("a.md", &[&urls[..], &["http://calm.test/".to_owned()]].concat());
    let ran = place.check(server.address, &["a.md"]).expect(0, &[]);
    let count = |ran: &Ran, verdict: &str| ran.sources().iter().filter(|(_, found)| found == verdict).count();
    let (limited, parked) = (count(&ran, "withheld rate-limited unknown"), count(&ran, "skipped budget unknown"));
    assert_eq!((limited + parked, count(&ran, "live - sound")), (12, 1), "{:?}", ran.sources());
    assert!((3..=7).contains(&limited), "{:?}", ran.sources());
    assert_eq!(ran.json()["summary"]["broken"], 0);
    assert!(place.read("reports/a.md.md").contains("a later run looks at it"));
    let asked = times(&server, "busy.test");
    assert!((12..=14).contains(&asked.len()), "{asked:?}");
    let (first, last) = (asked[1].saturating_sub(asked[0]), asked[11].saturating_sub(asked[10]));
    assert!(last > first && last > Duration::from_millis(200), "{asked:?}");

    well.store(true, Ordering::SeqCst);
    let again = place.check(server.address, &["a.md"]).expect(0, &[]);
    assert_eq!(count(&again, "live - sound"), 13, "{:?}", again.sources());
}

#[test]
fn a_host_that_asks_for_an_hour_is_not_asked_again_and_no_other_source_of_it_is_called_dead() {
    let place = Place::new(&config(40, 64));
    let server = place.server(|asked| {
        if asked.target == "/0" {
            return page(503, &[("Retry-After", "1h")], "later");
        }
        [vec![Do::Wait(Duration::from_millis(300))], says("a page that stands")].concat()
    });
    let urls: Vec<String> = (0..6).map(|nth| format!("http://busy.test/{nth}")).collect();
    place.cite("a.md", &urls);
    let ran = place.check(server.address, &["a.md"]).expect(0, &[]);
    let verdicts: Vec<String> = ran.sources().into_iter().map(|(_, verdict)| verdict).collect();
    assert_eq!(verdicts[0], "failing server-error unknown");
    assert!(verdicts[2..].iter().all(|verdict| verdict == "skipped budget unknown"), "{verdicts:?}");
    let asked = times(&server, "busy.test").len();
    assert!(asked <= 2, "{:?}", server.targets());

    // So does the next run, whatever it looks at; and no other host waits for that.
    place.cite("b.md", &["http://www.busy.test/other", "http://calm.test/"]);
    let next = place.check(server.address, &["b.md"]).expect(0, &[]);
    let found: Vec<String> = next.sources().into_iter().map(|(_, verdict)| verdict).collect();
    assert_eq!(found, ["skipped budget unknown", "live - sound"]);
    assert_eq!(times(&server, "busy.test").len(), asked, "{:?}", server.targets());
    assert!(place.read("reports/b.md.md").contains("asked"), "{}", place.read("reports/b.md.md"));
}

#[test]
fn what_was_seen_to_be_gone_stays_so_where_its_host_asks_for_an_hour_before_the_second_look() {
    let place = Place::new(&config(40, 1));
    let server = place.server(|asked| match asked.target.as_str() {
        "/busy" => page(429, &[("Retry-After", "1h")], "later"),
        _ => page(404, &[], "no such page"),
    });
    place.cite("a.md", &["http://port.test/missing", "http://port.test/busy"]);
    let gone = "gone not-found unknown suspect";
    let first = place.check(server.address, &["a.md"]).expect(0, &[]);
    assert_eq!(first.sources()[0].1, gone, "{:?}", first.sources());
    let kept = place.run(&["check", "--offline", "--no-reports", "--format", "json", "a.md"]).expect(0, &[]);
    assert_eq!(kept.sources()[0].1, gone, "{:?}", kept.sources());
    // A later run that does not get to it says so.
    let next = place.check(server.address, &["a.md"]).expect(0, &[]);
    assert_eq!(next.sources()[1].1, "skipped budget unknown", "{:?}", next.sources());
}

#[test]
fn hundreds_of_pages_of_one_host_that_are_gone_are_looked_at_at_once_without_waiting_for_each_other() {
    let place =
        Place::new("[fetch]\nper_host = { requests_per_second = 1000, concurrency = 32 }\n[archive]\nlookup = []\n");
    let server = place.server(|_| page(404, &[], "not here"));
    let urls: Vec<String> = (0..600).map(|nth| format!("http://gone.test/{nth}")).collect();
    place.cite("a.md", &urls);
    let ran = place.check(server.address, &["a.md"]).expect(1, &[]);
    let broken = ran.sources().into_iter().filter(|(_, verdict)| verdict == "gone not-found broken");
    assert_eq!(broken.count(), 600);
}
