//! `fix --only` in every format that is written: addresses that moved, answer over https or carry parameters, and access
//! dates, where they cite; the same words in code, quotes, titles and other addresses stay.

use std::process::Command;

use crate::place::{HTML, Place, QUICK, Ran, says};
use crate::web::certificates::{Authority, Validity};
use crate::web::server::{Asked, Do, Server, page};

const WORDS: &str = "the tide came in over the wall";

/// In the documents `{M}` stands for an address that has moved and is cited, `{m}` for the same in words, `{P}` for one that
/// begins alike, `{S}` for one over https, `{T}` for one with parameters, `{DAY}` for the access date, `{W}` for a quote.
const MOVED: (&str, &str) = ("http://moved.test/old", "http://www.moved.test/new");
const SAFE: (&str, &str) = ("http://safe.test/a", "https://safe.test/a");
const FOLLOWED: (&str, &str) = ("http://live.test/p?utm_source=x{&}id=3", "http://live.test/p?id=3");

/// A document by its name, the sign that joins parameters in it, its text, and the days as they are written.
struct Case {
    name: &'static str,
    and: &'static str,
    text: &'static str,
    /// `strftime` of the access date.
    day: &'static str,
}

const CASES: &[Case] = &[
    Case {
        name: "a.md",
        and: "&",
        day: "%B %-d, %Y",
        text: "Run `curl {m}`: “{W}” ([it]({M})), [more]({P}), <{M}>, [b]({S}) and [c]({T}).\n\n```\n{m}\n```\n\n\
               It says “{W}”.[^1] “Go to {m} at once” is [no answer]({P}).\n\n[ref]: {M} \"{m}\"\n\nSee [x][ref].\n\n\
               [^1]: “A page about {m}.” Post. Accessed {DAY}. <http://live.test/q>.\n",
    },
    Case {
        name: "b.wikitext",
        and: "&",
        day: "%-d %B %Y",
        text: "It rose, “{W}”.<ref>{{cite web |url={M} |title=Tides and walls |via=About {m} |access-date={DAY}}}</ref> It fell.<ref>[{P} More]</ref>\n\
               <nowiki>{m}</nowiki> <!-- {m} --> It “{W}”.<ref name=q>{{cite web |url=http://live.test/q |title=A page |access-date={DAY}}}</ref>\n\
               * [{M} it], [{S} b] and {T}\n<pre>{m}</pre>\n",
    },
    Case {
        name: "c.html",
        and: "&amp;",
        day: "%B %-d, %Y",
        text: "<!doctype html><html><head><title>{m}</title></head><body>\n<p>“{W}” (<a href=\"{M}\">it</a>), <a href='{P}'>more</a>, \
               <a href={S}>b</a>, <a href=\"{T}\">c</a>.</p>\n<pre><code>curl {m}</code></pre><!-- {m} -->\n\
               <p>It says “{W}”.<sup id=\"r1\"><a href=\"#n1\">1</a></sup></p>\n<h2>References</h2>\n<ol><li id=\"n1\">“A page.” Post. Accessed {DAY}. \
               <a href=\"http://live.test/q\">http://live.test/q</a> <a href=\"#r1\">↩</a></li></ol>\n</body></html>\n",
    },
    Case {
        name: "d.bib",
        and: "\\&",
        day: "%Y-%m-%d",
        text: "% {m}\n@online{a,\n  title = {Tides and walls},\n  url = {{M}},\n  keywords = {About {m}},\n}\n@online{b, title={B}, url={{P}}}\n\
               @online{c, title={C}, url = \"{S}\"}\n@online{d, title={D}, url = {{T}}}\n\
               @misc{e, title={Tides and walls}, howpublished={\\url{{M}}}, abstract={see {m}}}\n",
    },
    Case {
        name: "e.csl.json",
        and: "&",
        day: "",
        text: "[\n  {\"id\": \"a\", \"type\": \"webpage\", \"title\": \"Tides and walls\", \"URL\": \"{M}\", \"abstract\": \"see {m}\"},\n\
                 {\"id\": \"b\", \"type\": \"webpage\", \"title\": \"B\", \"URL\": \"{P}\"},\n  {\"id\": \"c\", \"URL\": \"{S}\", \"title\": \"C\"},\n\
                 {\"id\": \"d\", \"URL\":\"{T}\",\"title\": \"D\"}\n]\n",
    },
    Case {
        name: "f.ris",
        and: "&",
        day: "",
        text: "TY  - ELEC\r\nTI  - Tides and walls\r\nUR  - {M}\r\nAB  - see {m}\r\nER  - \r\nTY  - ELEC\r\nTI  - B\r\nUR  - {P}\r\nER  - \r\n\
               TY  - ELEC\r\nTI  - C\r\nUR  - {S}\r\nER  - \r\nTY  - ELEC\r\nTI  - D\r\nUR  - {T}\r\nER  - \r\n",
    },
    Case {
        name: "g.rst",
        and: "&",
        day: "%B %-d, %Y",
        text: "Run ``curl {m}``: \"{W}\" (`it <{M}>`_), `more <{P}>`_, `b <{S}>`__ and {T} now.\n\n.. code-block:: sh\n\n   curl {m}\n\n\
               It says \"{W}\" [1]_. See log_.\n\n.. _log: {M}\n.. {m}\n\n.. [1] \"A page about it.\" Post. Accessed {DAY}. http://live.test/q\n",
    },
    Case {
        name: "h.adoc",
        and: "&",
        day: "%-d %B %Y",
        text: "= Tides\n\nRun `curl {m}`: \"`{W}`\" ({M}[it]), link:{P}[more], {S}[b] and {T}[c].\n\n----\ncurl {m}\n----\n\n// {m}\n\n\
               It says \"`{W}`\".footnote:[\"A page.\" Post. Accessed {DAY}. http://live.test/q]\n",
    },
    Case {
        name: "i.org",
        and: "&",
        day: "%-d %B %Y",
        text: "* Tides\nRun =curl {m}= and ~{m}~: “{W}” ([[{M}][it]]), [[{P}][more]], [[{S}][b]] and [[{T}][c]].\n\n#+begin_src sh\ncurl {m}\n#+end_src\n# {m}\n\n\
               It says “{W}”.[fn:1]\n\n[fn:1] “A page.” Post. Accessed {DAY}. http://live.test/q\n",
    },
    Case {
        name: "j.tex",
        and: "\\&",
        day: "%B %-d, %Y",
        text: "\\documentclass{article}\n\\begin{document}\n% {m}\n``{W}'' (\\href{{M}}{it}), \\href{{P}}{more}, \\url{{S}} and \\href{{T}}{c}.\n\
               \\begin{verbatim}\ncurl {m}\n\\end{verbatim}\nIt says ``{W}''.\\footnote{``A page.'' Post. Accessed {DAY}. \\url{http://live.test/q}}\n\\end{document}\n",
    },
    Case {
        name: "k.ipynb",
        and: "&",
        day: "%B %-d, %Y",
        text: "{\"cells\": [{\"cell_type\": \"code\", \"source\": [\"get('{m}')\"], \"metadata\": {}, \"outputs\": [], \"execution_count\": null},\n\
               {\"cell_type\": \"markdown\", \"metadata\": {}, \"source\": [\"“{W}” ([it]({M})), [more]({P}), [b]({S}) and [c]({T}). `{m}`\\n\", \"\\n\",\n\
               \"It says “{W}”.[^1]\\n\", \"\\n\", \"[^1]: “A page.” Post. Accessed {DAY}. <http://live.test/q>.\\n\"]}],\n\"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 5}\n",
    },
    Case {
        name: "l.txt",
        and: "&",
        day: "%B %-d, %Y",
        text: "It “{W}” ({M}), more at {P}, b at <{S}> and c at {T}.\r\n\r\nIt says “{W}” [1]. “Go to {m} at once” is no answer.\r\n\r\n\
               References\r\n\r\n[1] “A page about {m}.” Post. Accessed {DAY}. http://live.test/q.\r\n",
    },
];

impl Case {
    fn written(&self, (moved, safe, followed): (&str, &str, &str), day: &str) -> String {
        let text = self.text.replace("{M}", moved).replace("{m}", MOVED.0).replace("{P}", "http://moved.test/old/more");
        let text = text.replace("{S}", safe).replace("{T}", followed).replace("{{T}}", followed);
        text.replace("{&}", self.and).replace("{W}", WORDS).replace("{DAY}", day)
    }

    fn before(&self) -> String {
        self.written((MOVED.0, SAFE.0, FOLLOWED.0), &self.on("2019-06-04"))
    }

    fn after(&self, today: &str) -> String {
        self.written((MOVED.1, SAFE.1, FOLLOWED.1), &self.on(today))
    }

    fn on(&self, day: &str) -> String {
        let day: jiff::civil::Date = day.parse().unwrap();
        day.strftime(self.day).to_string()
    }
}

fn web(asked: &Asked) -> Vec<Do> {
    match (asked.header("host").unwrap_or_default(), asked.target.as_str()) {
        ("moved.test", "/old") => page(301, &[("Location", MOVED.1)], ""),
        ("safe.test", target) => page(301, &[("Location", &format!("https://safe.test{target}"))], ""),
        _ => {
            let words = format!("In that night {WORDS}, and stayed. Go to {} at once, said the mayor.", MOVED.0);
            page(200, HTML, format!("<!doctype html><title>Tides and walls</title><p>{words}</p>"))
        }
    }
}

#[test]
fn only_what_cites_is_written_otherwise_in_every_format_and_once() {
    let place = Place::new(QUICK);
    let authority = Authority::new();
    place.write("ca.pem", authority.pem());
    let tls = authority.identity(&["safe.test"], Validity::Now).server_config(&["http/1.1"]);
    let secure = place.start(Server::https(tls, |_: &Asked| says("a page that stands")));
    let plain = place.server(web);
    for case in CASES {
        place.write(case.name, case.before());
    }
    let names: Vec<&str> = CASES.iter().map(|case| case.name).collect();
    let mut command = place.checking(plain.address, &[&names[..], &["--no-reports", "--ca", "ca.pem"]].concat());
    command.args(["--connect-to", &format!("*:443:{}", secure.address)]);
    let report = Ran::of(command.output().unwrap()).json();
    let only = ["fix", "--only", "redirect,https,tracking,accessed"];
    let ran = place.run(&[&only[..], &names[..]].concat()).expect(1, &[]);
    place.write("a.diff", &ran.out);
    place.run(&[&only[..], &["--write"], &names[..]].concat()).expect(0, &[]);
    let today = report["run"]["started"].as_str().unwrap()[..10].to_owned();
    let mut wrong = Vec::new();
    for case in CASES {
        let (is, should) = (place.read(case.name), case.after(&today));
        if is != should {
            let lines = is.split('\n').zip(should.split('\n')).filter(|(is, should)| is != should);
            wrong.extend(lines.map(|(is, should)| format!("{}\n  is     {is}\n  should {should}", case.name)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(place.run(&[&only[..], &names[..]].concat()).expect(0, &[]).out, "", "a second time");
    for case in CASES {
        place.write(case.name, case.before());
    }
    let applied = Command::new("git").args(["apply", "a.diff"]).current_dir(place.path("")).status();
    assert!(applied.is_ok_and(|status| status.success()), "{}", ran.out);
    for case in CASES {
        assert_eq!(place.read(case.name), case.after(&today));
    }
}

#[test]
fn text_of_other_charsets_is_refused_with_a_word_and_stays() {
    let place = Place::new(QUICK);
    let server = place.server(web);
    let wide = |text: &str| -> Vec<u8> {
        std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
    };
    let text = format!("It “{WORDS}” (http://moved.test/old), they say.\n");
    place.write("wide.txt", wide(&text));
    place.write("plain.txt", &text);
    place.check(server.address, &["wide.txt", "plain.txt", "--no-reports"]).expect(0, &[]);
    let ran = place.run(&["fix", "--only", "redirect", "--write", "wide.txt", "plain.txt"]);
    let ran = ran.expect(2, &["wide.txt", "only UTF-8 is edited"]);
    assert!(ran.out.contains("plain.txt: 1 edit written"), "{ran:?}");
    assert_eq!(std::fs::read(place.path("wide.txt")).unwrap(), wide(&text));
    for bytes in [&b"Caf\xe9 at http://moved.test/old\n"[..], b"\x82\xb1 http://moved.test/old\n"] {
        place.write("other.txt", bytes);
        place.run(&["fix", "--only", "redirect", "--write", "other.txt"]).expect(2, &["other.txt", "not UTF-8"]);
        assert_eq!(std::fs::read(place.path("other.txt")).unwrap(), bytes);
    }
}
