//! Pages that are not the page, with the verdicts that they call for.

use std::time::Duration;

use jiff::Timestamp;
use proptest::prelude::*;

use crate::observation::probe::{Probe, ProbeEnd};
use crate::observation::{Answer, Hop, NoAnswer, Observation, Outcome};
use crate::page::{self, ContentHead, SaidBy};
use crate::standing::Standing;
use crate::verdict::source::{self, Quotes, SharedTarget, SourceFacts};
use crate::verdict::{Availability, Confirmation, Evidence, Reason};

const URL: &str = "https://site.example/a/page.html";

/// A page as it was looked at.
pub(in crate::verdict) struct Seen(pub(in crate::verdict) Observation);

pub(in crate::verdict) fn seen(status: u16, html: &str) -> Seen {
    seen_as("text/html; charset=utf-8", status, html)
}

/// What was sent under another type.
pub(in crate::verdict) fn seen_as(content_type: &str, status: u16, body: &str) -> Seen {
    let head = ContentHead { content_type: Some(content_type), said_by: SaidBy::Server, url: URL };
    let page = page::read(body.as_bytes(), &head, &mut || true);
    let answer = Answer {
        bytes: body.len() as u64,
        content_type: Some(content_type.to_owned()),
        signs: Some(Box::new(page.signs)),
        ..Answer::sample(URL, status)
    };
    Seen(Observation {
        url: URL.into(),
        observed_at: Timestamp::UNIX_EPOCH,
        hops: Vec::new(),
        retried: Vec::new(),
        outcome: Outcome::Answered(answer),
        elapsed_ms: 0,
        cut_off: false,
        replayed: false,
    })
}

impl Seen {
    pub(in crate::verdict) fn edit(mut self, edit: impl FnOnce(&mut Answer)) -> Self {
        edit(self.0.answer_mut().unwrap());
        self
    }

    pub(in crate::verdict) fn led_to(mut self, to: &str) -> Self {
        self.0.hops = vec![Hop { url: self.0.url.clone(), status: 302, location: to.into(), peer: None }];
        self.edit(|answer| answer.final_url = to.into())
    }

    fn header(self, name: &str, value: &str) -> Self {
        self.edit(|answer| answer.headers.push((name.into(), value.into())))
    }

    pub(in crate::verdict) fn told(&self) -> String {
        self.judged(Quotes::Unasked, None).0
    }

    pub(in crate::verdict) fn is_doubtful(&self) -> bool {
        source::is_doubtful(&self.0)
    }

    pub(in crate::verdict) fn probed(self, status: u16, to: &str, likeness: Option<u8>) -> Self {
        let hops = self.0.hops.len();
        let end = ProbeEnd::Answered { status, final_url: to.into(), hops, likeness };
        let probe = Probe { url: "https://site.example/a/xyz.html".into(), end, home: None };
        self.edit(|answer| answer.probe = Some(Box::new(probe)))
    }

    /// The same, and so much of the first page of its site is like it.
    pub(in crate::verdict) fn probed_beside(self, likeness: u8, home: u8) -> Self {
        let probed = self.probed(200, "https://site.example/a/xyz.html", Some(likeness));
        probed.edit(|answer| answer.probe.as_deref_mut().expect("it was asked").home = Some(home))
    }

    pub(in crate::verdict) fn is_open_at_home(&self) -> bool {
        source::impression(&self.0).is_open_at_home
    }

    pub(in crate::verdict) fn judged(&self, quotes: Quotes, shared: Option<&str>) -> (String, Vec<Evidence>) {
        let verdict = source::judge(&SourceFacts {
            history: std::slice::from_ref(&self.0),
            page: None,
            quotes,
            shared: shared.map(|other| SharedTarget { other, is_of_any: false }),
            expect: None,
            confirmation: Confirmation::OneLook,
            now: Timestamp::UNIX_EPOCH,
        });
        let reason = verdict.reason.map_or("-", Reason::as_str);
        (format!("{} {reason} {}", verdict.availability, verdict.standing), verdict.evidence)
    }

    pub(in crate::verdict) fn check(&self, expected: &str) {
        let (said, evidence) = self.judged(Quotes::Unasked, None);
        assert_eq!(said, expected, "{evidence:#?} {:#?}", self.0.answer().unwrap().signs);
        let is_told = expected.starts_with("live") || !evidence.is_empty();
        let by_status = self.0.answer().unwrap().status != 200;
        assert!(is_told || by_status, "{expected} without a reason");
    }
}

pub(in crate::verdict) fn paragraphs(count: usize) -> String {
    "<p>It took the town three years to agree on a bridge, and another two to build it, as the records show.</p>"
        .repeat(count)
}

#[test]
fn a_page_that_says_that_it_is_not_there_is_a_soft_404_in_every_language() {
    for (title, text) in [
        ("Page not found | The Gazette", "Sorry, the page you are looking for could not be found."),
        ("404", "This page does not exist. Go back home."),
        ("The Gazette", "Oops! We can't find the page you requested. It may have been moved. Return to the homepage."),
        ("Seite nicht gefunden – Bote", "Die gesuchte Seite existiert nicht."),
        ("Page introuvable - Courrier", "La page demandée n'existe pas."),
        ("Página no encontrada | Diario", "La página que buscas no existe."),
        ("Página não encontrada", "A página que procura não existe."),
        ("Pagina non trovata", "La pagina che stai cercando non esiste."),
        ("Pagina niet gevonden", "Deze pagina bestaat niet."),
        ("Sidan kunde inte hittas", "Sidan finns inte."),
        ("Siden findes ikke", "Vi kan ikke finde siden."),
        ("Sivua ei löydy", "Hakemaasi sivua ei löytynyt."),
        ("Nie znaleziono strony", "Strona nie istnieje."),
        ("Stránka nenalezena", "Stránka neexistuje."),
        ("Страница не найдена", "Такой страницы не существует."),
        ("Сторінку не знайдено", "Сторінки не існує."),
        ("Η σελίδα δεν βρέθηκε", "Η σελίδα δεν υπάρχει."),
        ("Sayfa bulunamadı", "Aradığınız sayfa mevcut değil."),
        ("ページが見つかりません", "お探しのページは存在しません。"),
        ("页面不存在", "您访问的页面不存在。"),
        ("페이지를 찾을 수 없습니다", "존재하지 않는 페이지입니다."),
        ("الصفحة غير موجودة", "لم يتم العثور على الصفحة."),
        ("הדף לא נמצא", "הדף אינו קיים."),
        ("Không tìm thấy trang", "Trang không tồn tại."),
        ("Halaman tidak ditemukan", "Halaman yang Anda cari tidak ditemukan."),
    ] {
        seen(200, &format!("<title>{title}</title><h1>{title}</h1><p>{text}</p>")).check("gone soft-404 unknown");
    }
    for few in [
        "<p>Not Found",
        "<title>Board</title><p>Error 404",
        "<p>404 - Page not found!",
        "<title>Gazette</title><p>未找到",
        "<title>Untitled</title><div>File not found</div><div>We tidy up from time to time, and an old link need not lead on. \
         Go to the main entrance and look around from there, as most of our readers do.</div>",
        "<title>Error404</title><h1>Error404</h1><p>Atrás",
        "<title>Studio</title><h1>404Page Not Found</h1>",
        "<title>Gazette</title><p>Ошибка! Не найдена страница. Главная",
        "<title>这个页面走丢了呢</title><p>要不要试着回到主页找一找",
        "<title>Game</title><p>页面不见了，玩一个游戏吧",
    ] {
        seen(200, few).check("gone soft-404 unknown");
    }
    let html = "<title>Page not found</title><p>It could not be found.</p>";
    seen(400, html).check("gone soft-404 unknown");
    seen(404, html).check("gone not-found broken");
    seen(403, html).check("withheld forbidden unknown");
    seen(200, "<title>Shop</title><h1>Sorry, this shop is currently unavailable.</h1>").check("gone soft-404 unknown");
    seen(200, "<title>Welcome to nginx!</title><h1>Welcome to nginx!</h1>").check("gone soft-404 unknown");
}

#[test]
fn an_ordinary_page_is_no_soft_404_whatever_it_speaks_of() {
    for html in [
        format!(
            "<title>How to design a “page not found” page</title><h1>How to design a “page not found” page</h1>{}",
            paragraphs(40)
        ),
        format!("<title>404 (number)</title><h1>404</h1>{}", paragraphs(40)),
        format!("<title>The bridge</title><h1>The bridge</h1>{}", paragraphs(1)),
        format!("<title>Lost and found</title><p>A purse was not found. It no longer exists.</p>{}", paragraphs(20)),
        "<title>Contact</title><h1>Contact</h1><p>Write to us. Home page.</p>".to_owned(),
        "<title>Peugeot 404</title><p>A car of the sixties.</p>".to_owned(),
        "<title>Room404Studio</title><h1>Room404Studio</h1><p>We make films.</p>".to_owned(),
        "<title>Catalogue 14045</title><p>Seeds of 2024040.</p>".to_owned(),
        "<title>Tags</title><p>Lost and found again</p>".to_owned(),
        "<p>Yes</p>".to_owned(),
    ] {
        seen(200, &html).check("live - sound");
    }
}

#[test]
fn a_redirect_to_the_first_page_of_a_site_is_told_whatever_its_host_says_of_others() {
    let html = format!("<title>The Gazette</title>{}", paragraphs(30));
    let home = || seen(200, &html).led_to("https://www.site.example/");
    home().check("gone redirected-to-home unknown");
    seen(200, &html).led_to("https://site.example/en/index.html").check("gone redirected-to-home unknown");
    seen(200, &html).led_to("https://site.example/fr/").check("gone redirected-to-home unknown");
    home().probed(404, "https://site.example/a/xyz.html", None).check("gone redirected-to-home unknown");
    let signs: Vec<String> = home().judged(Quotes::Unasked, None).1.into_iter().map(|seen| seen.sign).collect();
    assert_eq!(signs, ["led-home"]);
    assert!(!source::is_doubtful(&home().0), "there is nothing to ask");
    seen(200, "<title>Page not found</title><h1>Page not found</h1>")
        .led_to("https://www.site.example/")
        .check("gone soft-404 unknown");
    seen(200, &html).led_to("https://other.example/").check("gone redirected-to-home unknown");
    seen(200, &html).led_to("https://site.example/b/new.html").check("live - sound");
    seen(200, &html).led_to("https://other.example/b/new.html").check("live - sound");
    let mut short = seen(200, &html).led_to("https://other.example/");
    short.0.url = "https://site.example/x7Kq".into();
    short.check("live - sound");
    let mut numbered = home();
    numbered.0.url = "https://site.example/?p=123".into();
    numbered.check("gone redirected-to-home unknown");
    let mut root = home();
    root.0.url = "https://site.example/index.php".into();
    root.check("live - sound");
    assert_eq!(home().judged(Quotes::Absent, None).0, "gone redirected-to-home broken");
    assert_eq!(home().judged(Quotes::Found, None).0, "live - sound");
}

#[test]
fn what_is_suspicious_is_settled_by_a_sibling_that_cannot_be_there() {
    let html = "<title>The Gazette</title><p>Sorry! It has been removed from our pages, we regret to say.</p>";
    seen(200, html).check("live - sound");
    assert!(source::is_doubtful(&seen(200, html).0));
    seen(200, html).probed(200, "https://site.example/a/xyz.html", Some(98)).check("gone soft-404 unknown");
    seen(200, html).probed(200, "https://site.example/a/xyz.html", Some(60)).check("live - sound");
    seen(200, html).probed(404, "https://site.example/a/xyz.html", Some(99)).check("live - sound");
    assert!(!source::is_doubtful(&seen(200, &paragraphs(3)).0));
    let small = "<title>Gazette</title><p>Sorry about that. Take me home</p>";
    assert!(source::is_doubtful(&seen(200, small).0));
    assert!(!source::is_doubtful(&seen(200, "<title>Gazette</title><p>A house is for sale.</p>").0));
    let scripted = "<title>Gazette</title><p>Take me home</p><script src=a.js></script>";
    assert!(!source::is_doubtful(&seen(200, scripted).0));
    let unread = seen(200, "").edit(|answer| answer.signs = Some(Box::default()));
    assert!(!source::is_doubtful(&unread.0));
    assert!(!source::is_doubtful(&seen(404, html).0));
    assert!(!source::is_doubtful(&seen(200, html).edit(|answer| answer.quote_found = true).0));
}

#[test]
fn what_a_host_says_of_every_address_is_what_its_words_say_and_no_death_by_regret_alone() {
    for (html, expected) in [
        (
            "<title>Sorry</title><h1>Sorry!</h1><p>You need to be signed in to see this. Sign in or create a free account to go on.",
            "withheld login unknown",
        ),
        (
            "<title>Gazette</title><p>Oops! Something went wrong. Please try again later.",
            "failing server-error unknown",
        ),
        (
            "<title>Gazette</title><h1>Sorry</h1><p>Subscribe to continue reading from £1 a week.",
            "withheld paywall unknown",
        ),
        ("<title>Sorry</title><h1>We are sorry</h1><p>A hat of blue felt, for the lady of the house.", "live - sound"),
    ] {
        let page = seen(200, html).probed(200, "https://site.example/a/xyz.html", Some(100));
        let (said, evidence) = page.judged(Quotes::Unasked, None);
        assert_eq!(said, expected, "{html} {evidence:#?}");
    }
}

#[test]
fn two_pages_that_led_to_one_address_are_suspicious_together_with_more() {
    let other = Some("https://site.example/a/other.html");
    let led = |html: &str| seen(200, html).led_to("https://site.example/b/all.html");
    assert_eq!(led(&paragraphs(30)).judged(Quotes::Unasked, other).0, "live - sound");
    let sorry = "<title>Gazette</title><p>The page you are looking for has been removed.</p>";
    assert_eq!(led(sorry).judged(Quotes::Unasked, other).0, "gone soft-404 unknown");
    led("<title>Error</title><p>Nothing.</p>").check("live - sound");
    let path =
        seen(200, "<title>Gazette</title><p>It does not exist.</p>").led_to("https://site.example/page-not-found");
    path.check("gone soft-404 unknown");
}

#[test]
fn what_a_look_kept_of_a_shared_address_counts_in_later_runs_and_in_earlier_looks() {
    let sorry = "<title>Gazette</title><p>Sorry! It has been removed from our pages, we regret to say.</p>";
    let other: Box<str> = "https://site.example/a/other.html".into();
    let at = |hours: i64, kept: bool| {
        let look = seen(200, sorry).led_to("https://site.example/b/all.html");
        let mut look = look.edit(|answer| answer.shared = kept.then(|| other.clone()));
        look.0.observed_at = Timestamp::from_second(hours * 3600).unwrap();
        look.0
    };
    let judged = |kept: bool, shared: Option<SharedTarget<'_>>| {
        let history = [at(0, kept), at(24, kept), at(72, kept)];
        let verdict = source::judge(&SourceFacts {
            history: &history,
            page: None,
            quotes: Quotes::Unasked,
            shared,
            expect: None,
            confirmation: Confirmation::Policy { looks: 3, apart: Duration::from_hours(48) },
            now: Timestamp::from_second(72 * 3600).unwrap(),
        });
        (verdict.reason, verdict.standing)
    };
    assert_eq!(judged(false, None), (None, Standing::Sound));
    assert_eq!(judged(true, None), (Some(Reason::Soft404), Standing::Broken));
    let led = SharedTarget { other: &other, is_of_any: false };
    assert_eq!(judged(false, Some(led)), (Some(Reason::Soft404), Standing::Broken));
}

#[test]
fn the_first_of_two_pages_that_led_where_every_page_leads_is_told_as_the_second() {
    let html = format!("<title>Gazette</title><h1>Welcome</h1>{}", paragraphs(6));
    let look = seen(200, &html).led_to("https://site.example/start/welcome.html");
    let judged = |is_of_any| {
        let other = "https://site.example/a/other.html";
        let verdict = source::judge(&SourceFacts {
            history: std::slice::from_ref(&look.0),
            page: None,
            quotes: Quotes::Unasked,
            shared: Some(SharedTarget { other, is_of_any }),
            expect: None,
            confirmation: Confirmation::TwoLooks,
            now: Timestamp::UNIX_EPOCH,
        });
        verdict.reason
    };
    assert_eq!(judged(true), Some(Reason::Soft404));
    assert_eq!(judged(false), None);
}

#[test]
fn a_parked_domain_needs_two_signs() {
    let parked = "<html data-adblockkey=\"MFwwDQYJ\"><title>site.example</title><p>This domain is for sale. Related searches</p>";
    seen(200, parked).check("gone parked unknown");
    seen(200, "<title>site.example is for sale</title><p>Buy this domain.</p>").check("gone parked unknown");
    seen(200, "<script>window.location.href=\"/lander\"</script>").check("gone parked unknown");
    seen(200, &format!("<title>Which domain is for sale?</title>{}", paragraphs(40))).check("live - sound");
    // A page of next to nothing with the files of a lander; and one that names its domain as on sale.
    seen(
        200,
        "<title>site.example</title><script>window.LANDER_SYSTEM=\"PW\"</script>\
         <script src=\"https://img1.wsimg.com/parking-lander/static/js/main.0a1b2c3d.js\"></script><div id=root></div>",
    )
    .check("gone parked unknown");
    seen(
        200,
        "<title>The domain name site.example is for sale</title><h1>site.example</h1><p>Make an offer.</p>\
         <a href=\"https://dan.com/buy-domain/site.example\">Buy now</a>",
    )
    .check("gone parked unknown");
    let offered = "<title>The domain name site.example is for sale</title><p>Make an offer on it.</p>";
    seen(200, offered).check("gone parked unknown");
    seen(200, &offered.replace("site.example", "other.example")).check("live - sound");
    seen(200, "<title>site.example: a house is for sale</title><p>Privacy policy. Related links.</p>")
        .check("live - sound");
    let link = "<p>We sold our old name at <a href=\"https://dan.com/buy-domain/old.example\">a market</a>.</p>";
    seen(200, &format!("<title>News</title>{link}")).check("live - sound");
    seen(200, "<title>News</title><p>A house is for sale near the bridge.</p>").check("live - sound");
}

#[test]
fn suspended_and_seized_sites_are_gone() {
    seen(200, "<title>Account Suspended</title><p>Contact your hosting provider.</p>").check("gone suspended unknown");
    seen(200, "<p>x</p>").led_to("https://site.example/cgi-sys/suspendedpage.cgi").check("gone suspended unknown");
    seen(200, "<h1>This domain has been seized</h1>").check("gone seized unknown");
    seen(200, &format!("<h1>A market: “this domain has been seized”</h1>{}", paragraphs(30))).check("live - sound");
}

#[test]
fn walls_are_withheld_by_their_own_marks_and_never_by_what_every_page_has() {
    let challenge = "<title>Just a moment...</title><script>window._cf_chl_opt={cvId:'3'}</script>";
    for status in [200, 202, 403, 429, 503] {
        seen(status, challenge).check("withheld bot-wall unknown");
    }
    seen(404, challenge).check("withheld script-only unknown");
    seen(404, challenge).header("cf-mitigated", "challenge").check("withheld bot-wall unknown");
    seen(202, "<script>window.gokuProps = {}</script>").check("withheld bot-wall unknown");
    seen(405, "<p>x</p>").header("x-amzn-waf-action", "captcha").check("withheld bot-wall unknown");
    seen(403, "<title>Access Denied</title><p>You don't have permission to access \"/a\" on this server.</p>")
        .check("withheld bot-wall unknown");
    seen(403, "<title>403 Forbidden</title><h1>Forbidden</h1>").check("withheld forbidden unknown");
    seen(200, "<p>Please verify you are a human.</p>").check("withheld bot-wall unknown");
    let beacon = format!(
        "{}<script src=/cdn-cgi/challenge-platform/scripts/jsd/main.js></script><div class=g-recaptcha></div>",
        paragraphs(10)
    );
    seen(200, &beacon).header("server", "cloudflare").check("live - sound");
}

#[test]
fn an_error_page_that_scripts_fill_in_is_not_dead() {
    seen(404, "<title>App</title><div id=root></div><script src=a.js></script>").check("withheld script-only unknown");
    seen(404, "<title>Docs</title><script>location.replace('/?/' + location.pathname)</script>")
        .check("withheld script-only unknown");
    for body in
        ["<script src=/bundle.js></script>", "<div style='display: contents'><script>import('/a.js')</script></div>"]
    {
        seen(404, &format!("<title>Harbour</title>{body}")).check("withheld script-only unknown");
        seen(404, &format!("<title>Harbour</title><img src=a.png alt=\"\">{body}")).check("gone not-found broken");
        seen(404, &format!("<title>Page not found</title>{body}")).check("gone not-found broken");
    }
    seen(404, "<title>Harbour</title>").check("gone not-found broken");
    seen(404, "<title>Not Found</title><div id=root></div><script src=a.js></script>").check("gone not-found broken");
    seen(404, "<h1>Not Found</h1><script>a()</script>").check("gone not-found broken");
    seen(200, "<title>App</title><div id=root></div><script src=a.js></script>").check("live - sound");
}

/// A look of a history, as one letter: good, a wall, a soft 404, a 404, a time-out.
fn look(kind: char, hours: i64) -> Observation {
    let mut seen = match kind {
        'g' => seen(200, &paragraphs(3)),
        'w' => seen(403, "<title>Just a moment...</title>").header("cf-mitigated", "challenge"),
        's' => seen(200, "<title>Page not found</title><p>It does not exist.</p>"),
        'n' => seen(404, "<title>Not found</title>"),
        _ => {
            let mut silent = seen(200, "");
            silent.0.outcome = Outcome::NoAnswer(NoAnswer::Refused);
            silent
        }
    };
    seen.0.observed_at = Timestamp::from_second(hours * 3600).unwrap();
    seen.0
}

fn over_time(kinds: &str, hours: i64) -> (Standing, Availability) {
    let history: Vec<Observation> = kinds.chars().zip(1..).map(|(kind, at)| look(kind, at * hours)).collect();
    let verdict = source::judge(&SourceFacts {
        history: &history,
        page: None,
        quotes: Quotes::Unasked,
        shared: None,
        expect: None,
        confirmation: Confirmation::Policy { looks: 3, apart: Duration::from_hours(48) },
        now: Timestamp::from_second(0).unwrap(),
    });
    (verdict.standing, verdict.availability)
}

proptest! {
    #[test]
    fn no_source_dies_before_its_looks_and_days_and_one_good_look_resets(kinds in "[gwsnt]{1,12}", hours in 1_i64..60) {
        let (standing, availability) = over_time(&kinds, hours);
        if standing == Standing::Broken {
            let since_good = kinds.rsplit('g').next().unwrap_or_default();
            let bad: Vec<usize> = since_good.char_indices().filter(|(_, kind)| "snt".contains(*kind)).map(|(at, _)| at).collect();
            prop_assert!(bad.len() >= 3, "{kinds}");
            let spread = i64::try_from(bad[bad.len() - 1] - bad[0]).unwrap() * hours;
            prop_assert!(spread >= 48, "{kinds} {hours}");
            prop_assert!(matches!(availability, Availability::Gone | Availability::Failing));
        }
        prop_assert_eq!(over_time(&(kinds + "g"), hours).0, Standing::Sound);
    }

    #[test]
    fn a_wall_never_advances_towards_death(kinds in "[gwsnt]{0,8}", hours in 1_i64..60) {
        let walled = kinds.clone() + "www";
        prop_assert_eq!(over_time(&walled, hours).0, Standing::Unknown);
        // A history without its walls says the same as one with them, at the same hours.
        let history: Vec<Observation> = kinds.chars().zip(1..).map(|(kind, at)| look(kind, at * hours)).collect();
        let without: Vec<Observation> = history.iter().zip(kinds.chars()).filter(|(_, kind)| *kind != 'w').map(|(look, _)| look.clone()).collect();
        if kinds.ends_with(['s', 'n', 't']) {
            let judge = |history: &[Observation]| source::judge(&SourceFacts {
                history, page: None, quotes: Quotes::Unasked, shared: None, expect: None,
                confirmation: Confirmation::Policy { looks: 3, apart: Duration::from_hours(48) },
                now: Timestamp::from_second(0).unwrap(),
            }).standing;
            prop_assert_eq!(judge(&history), judge(&without));
        }
    }
}
