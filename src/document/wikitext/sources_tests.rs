//! What templates say of a source in parameters of their own kind.

use crate::document::{Format, Limits, parse};

/// Address, DOI, title, authors, publisher, date of the one source of a note.
fn said(note: &str) -> String {
    let document = parse(&format!("So it was.<ref>{note}</ref>"), Format::Wikitext, Limits::default());
    assert_eq!(document.entries.len(), 1, "{note}");
    let source = &document.entries[0].source;
    let parts = [
        source.url.clone().unwrap_or_default(),
        source.doi.clone().unwrap_or_default(),
        source.title.clone().unwrap_or_default(),
        source.authors.join("; "),
        source.publisher.clone().unwrap_or_default(),
        source.published.map(|date| date.to_string()).unwrap_or_default(),
    ];
    parts.join(" | ").trim_end_matches([' ', '|']).to_owned()
}

#[test]
fn identifiers_can_stand_in_a_parameter_for_all_of_them() {
    let check = |id: &str, expected: &str| {
        assert_eq!(said(&format!("{{{{cite journal |title=A |id={id}}}}}")), expected, "{id}");
    };
    check("{{doi|10.5555/BL.12}}", " | 10.5555/bl.12 | A");
    check("{{arxiv|1201.1234}}", "https://arxiv.org/abs/1201.1234 |  | A");
    check("PMID 12345678", "https://pubmed.ncbi.nlm.nih.gov/12345678/ |  | A");
    check("{{ISBN|978-1}} {{hdl|2134/5}}", "https://hdl.handle.net/2134/5 |  | A");
    check("{{PMID|12}}, {{doi|10.5555/x}}", " | 10.5555/x | A");
    for none in ["Dupont2001", "12345678", "ISBN 978-1-234", "{{ISBN|978-1}}"] {
        check(none, " |  | A");
    }
    assert_eq!(said("{{cite journal |title=A |url=https://a.test |id=PMID 12}}"), "https://a.test |  | A");
    assert_eq!(said("{{cite journal |title=A |doi=10.5555/y |id={{doi|10.5555/x}}}}"), " | 10.5555/y | A");
}

#[test]
fn a_template_of_its_own_kind_says_who_what_and_when() {
    for (note, expected) in [
        (
            "{{cite court |litigants=Rennie v. Cole |court=Court |date=1814 |url=https://a.test}}",
            "https://a.test |  | Rennie v. Cole |  |  | 1814",
        ),
        (
            "{{cite patent |title=Lamp |inventor=Rogers, George |pubdate=1788-05-06}}",
            " |  | Lamp | Rogers, George |  | 1788-05-06",
        ),
        (
            "{{cite patent |title=Lamp |inventor1-last=Rogers |inventor1-first=G. |inventor2-last=Cole |issue-date=1788}}",
            " |  | Lamp | Rogers, G.; Cole |  | 1788",
        ),
        (
            "{{Bokref |efternamn=Berg |förnamn=Åsa |titel=Platen |år=1993 |förlag=Symposion}}",
            " |  | Platen | Berg, Åsa | Symposion | 1993",
        ),
        ("{{Der Spiegel |ID=13507731 |Titel=Kolosseum |Jahr=1976 |Nr=34}}", " |  | Kolosseum |  | Der Spiegel | 1976"),
        (
            "{{cite web|url=https://a.test|title=A|date={{Start date|2020|1|2}}}}",
            "https://a.test |  | A |  |  | 2020-01-02",
        ),
        (
            "{{cite web|url=https://a.test|title=A|date={{start date and age|df=yes|2020|11}}}}",
            "https://a.test |  | A |  |  | 2020-11",
        ),
        ("{{cite web|url=https://a.test|title=A|date={{dts|2020|May|6}}}}", "https://a.test |  | A |  |  | 2020-05-06"),
        (
            "{{cite web|url=https://a.test|title=A|date={{date|2020-01-02}}}}",
            "https://a.test |  | A |  |  | 2020-01-02",
        ),
        ("{{Link|pt|https://a.test/d|Discurso de 1974}}", "https://a.test/d |  | Discurso de 1974"),
        ("{{Link||2=https://a.test/d|3=Discurso}}", "https://a.test/d |  | Discurso"),
        ("{{Link|pt|https://a.test/d}}", "https://a.test/d"),
    ] {
        assert_eq!(said(note), expected, "{note}");
    }
    assert_eq!(
        said("{{Aut|Sloff, Karel}}: ''[https://a.test/sloff Zeeuwse spreuken]'', 1990."),
        "https://a.test/sloff |  | Zeeuwse spreuken | Sloff, Karel |  | 1990"
    );
}

#[test]
fn what_an_agency_wrote_is_published_by_the_paper() {
    for fields in [
        "agency=AP|work=[[The Star (London)|The Star]]",
        "work=The Star|agency=AP",
        "agency=AP|newspaper=The Star",
        "agency=AP|publisher=The Star",
    ] {
        assert_eq!(said(&format!("{{{{cite news|title=A|{fields}}}}}")), " |  | A |  | The Star", "{fields}");
    }
    assert_eq!(said("{{cite news|title=A|agency=AP}}"), " |  | A |  | AP");
}

#[test]
fn templates_that_stand_for_a_sign_are_that_sign_in_addresses_and_values() {
    for (note, expected) in [
        ("{{cite web |url=https://a.test/?b{{=}}1{{!}}2 |title=A{{!}}B{{=}}C}}", "https://a.test/?b=1|2 |  | A|B=C"),
        ("[https://a.test/b{{!}}c?d{{=}}e Words {{!}} more]", "https://a.test/b|c?d=e |  | Words | more"),
        ("[https://a.test/b{{!}}c]", "https://a.test/b|c"),
        ("[https://a.test/b {{!}} Words]", "https://a.test/b |  | | Words"),
        ("{{Link|de|https://a.test/b{{!}}c|Words}}", "https://a.test/b|c |  | Words"),
        // Any other template ends an address.
        ("[https://a.test/b{{nbsp}}c Words]", "https://a.test/b |  | c Words"),
    ] {
        assert_eq!(said(note), expected, "{note}");
    }
    let capture = "[https://a.test/b{{!}}c A] {{Webarchive|url=https://web.archive.org/web/20200101000001/https://a.test/b{{!}}c}}";
    let document = parse(&format!("So it was.<ref>{capture}</ref>"), Format::Wikitext, Limits::default());
    let source = &document.entries[0].source;
    assert_eq!(source.archive_url.as_deref(), Some("https://web.archive.org/web/20200101000001/https://a.test/b|c"));
}

#[test]
fn the_language_of_a_title_in_another_script_is_no_part_of_it() {
    assert_eq!(said("{{cite book|url=https://a.test|script-title=zh:集市與法令}}"), "https://a.test |  | 集市與法令");
    assert_eq!(
        said("{{cite book|url=https://a.test|title=re:Publica und Café}}"),
        "https://a.test |  | re:Publica und Café"
    );
}

#[test]
fn a_source_says_the_same_in_every_language() {
    for (note, expected) in [
        (
            "{{استشهاد بكتاب| الأول=G.B. | الأخير=Byrd | سنة=1991| عنوان=The Sea | ناشر=Port | مسار=https://ar.test/a}}",
            "https://ar.test/a |  | The Sea | Byrd, G.B. | Port | 1991",
        ),
        (
            "{{서적 인용|성=White|이름=Dana|연도=2000|제목=Sea|url=https://ko.test/a}}",
            "https://ko.test/a |  | Sea | White, Dana |  | 2000",
        ),
        (
            "{{웹 인용|url=https://ko.test/b|제목=돌다리의 역사|저자=김민수|날짜=2012년 3월 4일}}",
            "https://ko.test/b |  | 돌다리의 역사 | 김민수 |  | 2012-03-04",
        ),
        (
            "{{یادکرد کتاب|نام خانوادگی=حسینی|نام=مریم|عنوان=سنگ و آب|سال=۱۹۳۱|نشانی=https://fa.test/a}}",
            "https://fa.test/a |  | سنگ و آب | حسینی, مریم |  | 1931",
        ),
        (
            "{{CitLib|szerző=Kiss Pál|cím=Kő és víz|kiadó=Folyó|év=1931|url=https://hu.test/a}}",
            "https://hu.test/a |  | Kő és víz | Kiss Pál | Folyó | 1931",
        ),
        (
            "{{chú thích sách|họ=Trần|tên=Bình|tựa đề=Đá và nước|năm=1931|nhà xuất bản=Sông|url=https://vi.test/a}}",
            "https://vi.test/a |  | Đá và nước | Trần, Bình | Sông | 1931",
        ),
        (
            "{{цитат уеб|фамилно_име=Иванов|първо_име=Петър|заглавие=Море|година=1931|уеб_адрес=https://bg.test/a}}",
            "https://bg.test/a |  | Море | Иванов, Петър |  | 1931",
        ),
        (
            "{{cite book|authors=Byrd, A. and Ann Cole.|title=Sea|url=https://a.test}}",
            "https://a.test |  | Sea | Byrd, A.; Ann Cole",
        ),
        (
            "{{cite book|title=Sea|author=Sato|script-title=ja:塩の法|url=https://a.test}}",
            "https://a.test |  | Sea | Sato",
        ),
        ("{{cite book|script-title=zh-hant:集市與法令|url=https://a.test}}", "https://a.test |  | 集市與法令"),
        ("{{cite book|title=ja:pan|url=https://a.test}}", "https://a.test |  | ja:pan"),
    ] {
        assert_eq!(said(note), expected, "{note}");
    }
}

#[test]
fn an_archive_that_is_named_in_a_language_is_known() {
    let capture = "https://web.archive.org/web/20200203040506/https://a.test/1";
    for template in [
        "{{یادکرد وب|نشانی=https://a.test/1|عنوان=پل سنگی|نشانی بایگانی={A}}}",
        "{{استشهاد ويب|مسار=https://a.test/1|عنوان=Sea|مسار الأرشيف={A}}}",
        "{{Cite web|url=https://a.test/1|title=Sea|存档url={A}}}",
    ] {
        let note = template.replace("{A}", capture);
        let document = parse(&format!("So it was.<ref>{note}</ref>"), Format::Wikitext, Limits::default());
        assert_eq!(document.entries.len(), 1, "{note}");
        assert_eq!(document.entries[0].source.archive_url.as_deref(), Some(capture), "{note}");
    }
}

#[test]
fn a_capture_that_shows_no_page_of_its_note_is_of_the_one_before_it() {
    let capture = |page: &str| {
        format!("{{{{Webarchive|url=https://web.archive.org/web/20070509000000/{page}|date=9 May 2007}}}}")
    };
    let check = |note: &str, expected: &[bool]| {
        let document = parse(&format!("Text.<ref>{note}</ref>"), Format::Wikitext, Limits::default());
        let kept: Vec<bool> = document.entries.iter().map(|entry| entry.source.archive_url.is_some()).collect();
        assert_eq!(kept, expected, "{note}");
    };
    let (one, two, other) = ("https://a.test/1", "https://b.test/2", "https://c.test/3");
    check(&format!("[{one} One] {}, [{two} Two]", capture(other)), &[true, false]);
    check(&format!("[{one} One], [{two} Two] {}", capture(other)), &[false, true]);
    check(
        &format!("{{{{cite web|title=One|url={one}}}}} {}, {{{{cite web|title=Two|url={two}}}}}", capture(other)),
        &[true, false],
    );
    // Where it shows one of them, it is that one's.
    check(&format!("[{one} One] {}, [{two} Two]", capture(two)), &[false, true]);
}

#[test]
fn words_that_a_note_begins_with_are_quoted_where_names_and_a_work_follow() {
    let words = "as many masons have stressed, it is the forms of the wall that count";
    let read = |note: &str| {
        let document = parse(&format!("Text.<ref>{note}</ref>"), Format::Wikitext, Limits::default());
        let entry = &document.entries[0];
        let quotes: Vec<String> = entry.quotes.iter().map(|range| document.text(range).to_owned()).collect();
        (entry.source.title.clone().unwrap_or_default(), quotes)
    };
    let (title, quotes) = read(&format!("\"{words}.\" Judith Suis. ''Masonry and Education''. Routhedge. 2006. p. 7"));
    assert_eq!((title.as_str(), quotes), ("Masonry and Education", vec![format!("{words}.")]));
    // Where the title appeared.
    let (title, quotes) = read("\"the wall of the harbour fell down at night\" ''The Post''. 3 May 2001");
    assert_eq!((title.as_str(), quotes.len()), ("the wall of the harbour fell down at night", 0));
}
