//! The made-up web of `docs/example`: the pages of its six sources as they are, and as an archive captured them.

/// An answer of the made-up web.
pub struct Page {
    pub url: &'static str,
    pub status: u16,
    pub headers: &'static [(&'static str, &'static str)],
    pub body: &'static str,
}

/// A page as an archive captured it.
pub struct Capture {
    pub url: &'static str,
    /// Fourteen digits.
    pub timestamp: &'static str,
    pub body: &'static str,
}

const HTML: (&str, &str) = ("Content-Type", "text/html; charset=utf-8");

/// When the recorded answers were given.
pub const SEEN: &str = "2026-11-20T09:00:00Z";

/// The archive of the example's configuration.
pub const ARCHIVE: &str = "https://archive.shoreline.example/web/";

/// The end of the day on which each source was read, which is what the archive is asked for.
pub fn asked_for(url: &str) -> &'static str {
    const LATER: &[&str] = &["hallow-courier", "growers", "varn-county"];
    if LATER.iter().any(|part| url.contains(part)) {
        "Thu, 30 May 2024 23:59:59 GMT"
    } else {
        "Wed, 29 May 2024 23:59:59 GMT"
    }
}

/// The dates of the captures, as HTTP writes them.
pub fn http_date(timestamp: &str) -> &'static str {
    match timestamp {
        "20240517064210" => "Fri, 17 May 2024 06:42:10 GMT",
        "20240520101500" => "Mon, 20 May 2024 10:15:00 GMT",
        "20240527030000" => "Mon, 27 May 2024 03:00:00 GMT",
        "20240611120000" => "Tue, 11 Jun 2024 12:00:00 GMT",
        other => panic!("no date for {other}"),
    }
}

pub const PAGES: &[Page] = &[
    Page { url: "https://www.tidewater-seed.example/about/", status: 200, headers: &[HTML], body: ABOUT },
    Page {
        url: "https://www.hallow-courier.example/2024/05/16/seed-keepers-prepare.html",
        status: 403,
        headers: &[HTML],
        body: "<!doctype html><title>The Hallow Courier</title><p>Please read us in a browser.</p>",
    },
    Page { url: "https://www.tidewater-seed.example/questions/", status: 200, headers: &[HTML], body: QUESTIONS },
    Page { url: "https://www.tidewater-seed.example/promises/", status: 200, headers: &[HTML], body: PROMISES },
    Page {
        url: "https://www.tidewater-seed.example/growers/",
        status: 301,
        headers: &[("Location", "/people/growers/")],
        body: "",
    },
    Page { url: "https://www.tidewater-seed.example/people/growers/", status: 200, headers: &[HTML], body: GROWERS },
    Page {
        url: "https://www.varn-county.example/meetings/a-room-for-seed/",
        status: 404,
        headers: &[HTML],
        body: "<!doctype html><title>Not found</title><h1>There is no such page</h1>",
    },
];

pub const CAPTURES: &[Capture] = &[
    Capture { url: "https://www.tidewater-seed.example/about/", timestamp: "20240520101500", body: ABOUT },
    Capture {
        url: "https://www.hallow-courier.example/2024/05/16/seed-keepers-prepare.html",
        timestamp: "20240517064210",
        body: COURIER,
    },
    Capture { url: "https://www.tidewater-seed.example/questions/", timestamp: "20240527030000", body: QUESTIONS_THEN },
    Capture {
        url: "https://www.varn-county.example/meetings/a-room-for-seed/",
        timestamp: "20240611120000",
        body: MEETING,
    },
];

const ABOUT: &str = r##"<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>About - Tidewater Seed Library</title>
<meta name="description" content="A lending library of vegetable seed on the Varn estuary.">
<style>.note { display: none }</style></head>
<body><nav><a href="/">Home</a> <a href="/promises/">Promises</a></nav>
<main><h1>About</h1>
<p>We began with a biscuit tin. What worried us was the quiet loss of field varieties, and a seed trade that has
forgotten the small garden.<sup><a href="#n1">[1]</a></sup> Our members are drawn from every parish of the estuary.</p>
<p>We have seen enough of short-lived and uncertain seed from far away. We want slow and generous exchange: Every borrower signs the
same promise, in the same green book, and brings back twice the seed.</p>
<p>Until 2019 the library has charged a fee. A copy of the promise is kept at the shed.</p>
<ol><li id="n1">From the minutes of the first meeting.</li></ol></main>
<script>var words = "no gardener has ever been turned away";</script></body></html>
"##;

const COURIER: &str = r#"<!doctype html>
<html lang="en"><head><title>Seed Keepers of the Varn Prepare for a Hard Spring | The Hallow Courier</title></head>
<body><h1>Seed Keepers of the Varn Prepare for a Hard Spring</h1><p>By Ruth Penhale, Daniel K. Osei and Lena Brandt</p>
<p>In a cold greenhouse they spoke of a reserve harvest. &#8220;We have enough seed for two winters, if nobody
panics,&#8221; said Odile Marsh.</p></body></html>
"#;

const QUESTIONS: &str = r#"<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Questions and Answers - Tidewater Seed Library</title></head>
<body><h1>Questions and Answers</h1>
<h2>Since when?</h2><p>Since the spring of 2016, when eleven gardeners put their beans on one table.</p>
<h2>Who keeps a variety alive?</h2><p>The growers&#8217; work&nbsp;&#8212; not the market&#8217;s&nbsp;&#8212; keeps a
vari&shy;ety alive.</p></body></html>
"#;

const QUESTIONS_THEN: &str = r#"<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Questions and Answers - Tidewater Seed Library</title></head>
<body><h1>Questions and Answers</h1>
<h2>Since when?</h2><p>Since the spring of 2016, when eleven gardeners put their beans on one table.</p>
<h2>Is there a queue?</h2><p>There is a list in April.</p></body></html>
"#;

const PROMISES: &str = r#"<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Our Promises - Tidewater Seed Library</title></head>
<body><h1>Our Promises</h1><h2>Five Promises</h2>
<h3>Promise to Grow</h3><p>Sow what you borrow in the year you borrow it.</p>
<h3>Promise to Save</h3><p>Leave the best plants standing until their seed is ripe.</p>
<h3>Promise to Share</h3><p>Give some of it away before you bring it back.</p>
<h3>Promise to Teach</h3><p>Show one neighbour how it is done.</p>
<h3>Promise to Return</h3><p>Bring back twice what you took.</p></body></html>
"#;

const GROWERS: &str = r#"<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Growers - Tidewater Seed Library</title></head>
<body><h1>Growers</h1><p>A seed is a letter to a stranger, and growers are its postmen. We look for:</p>
<ul><li>Patience with slow plants</li><li>A dry shed with a lock</li><li>A good memory for names</li>
<li>Willingness to teach a neighbour</li></ul></body></html>
"#;

const MEETING: &str = r#"<!doctype html>
<html lang="en"><head><title>A Room for Seed: The County Hears the Gardeners - Varn County Council</title></head>
<body><h1>A Room for Seed: The County Hears the Gardeners</h1>
<p>19 October 2017. The council gave the library a room of its own and forty shelves, for as long as it lends.</p>
</body></html>
"#;
