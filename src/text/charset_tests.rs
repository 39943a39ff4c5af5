//! How the charset of a page is decided.

use proptest::prelude::*;

use super::*;

fn check(bytes: &[u8], header: Option<&str>, expected: (&str, CharsetBy)) {
    let charset = decode(bytes, header, Sniff::Html).charset;
    assert_eq!((charset.name.as_str(), charset.by), expected, "{:?}", String::from_utf8_lossy(bytes));
}

#[test]
fn the_mark_beats_the_header_and_the_header_beats_the_page() {
    let page = b"<meta charset=koi8-r>\xe9";
    check(page, None, ("KOI8-R", CharsetBy::Meta));
    check(page, Some("text/html; Charset=\"ISO-8859-1\""), ("windows-1252", CharsetBy::Header));
    check(page, Some("text/html; charset=unheard-of"), ("KOI8-R", CharsetBy::Meta));
    check(b"\xef\xbb\xbf<meta charset=koi8-r>", Some("text/html; charset=koi8-r"), ("UTF-8", CharsetBy::Mark));
    let wide = decode(b"\xff\xfea\0\x1c\x20", None, Sniff::Html);
    assert_eq!((wide.text.as_str(), wide.charset.name.as_str()), ("a“", "UTF-16LE"));
}

#[test]
fn a_declaration_is_found_as_the_standard_has_it() {
    for page in [
        &b"<meta charset=shift_jis>"[..],
        b"<META CHARSET = 'Shift_JIS' >",
        b"<meta/charset=shift_jis />",
        b"<meta name=x content='charset' charset=\"shift_jis\">",
        b"<meta http-equiv=Content-Type content='text/html; charset=shift_jis'>",
        b"<meta content='text/html; charset  =  \"shift_jis\"; x' http-equiv=CONTENT-TYPE>",
        b"<meta content=\"charset charset=shift_jis\" http-equiv=content-type>",
        b"<!-- <meta charset=utf-8> --><meta charset=shift_jis>",
        b"<!--><meta charset=shift_jis>",
        b"<a title='<meta charset=utf-8>'><meta charset=shift_jis>",
        b"<!doctype html><?x <meta charset=shift_jis>><meta charset=shift_jis>",
        b"</p title='<meta charset=utf-8>'><meta charset=shift_jis>",
        b"<meta charset=bad><meta charset=shift_jis>",
        b"<meta charset=shift_jis charset=utf-8>",
        b"<meta content='text/html; charset=utf-8'><meta charset=shift_jis>",
        b"<?xml version='1.0' encoding='shift_jis'?><p>",
    ] {
        check(page, None, ("Shift_JIS", CharsetBy::Meta));
    }
}

#[test]
fn what_only_looks_like_a_declaration_is_none() {
    for page in [
        &b"<metacharset=shift_jis>"[..],
        b"<meta charset=shift_jis",
        b"<!-- <meta charset=shift_jis>",
        b"<meta content='text/html; charset=shift_jis'>",
        b"<meta http-equiv=refresh content='0; charset=shift_jis'>",
        b"<meta http-equiv=content-type content='charset=\"shift_jis'>",
        b"<p data-x='<meta charset=shift_jis>'>",
        b"< meta charset=shift_jis>",
        b"<meta charset=''>",
        b"<meta content=charset>",
    ] {
        check(page, None, ("UTF-8", CharsetBy::Valid));
    }
    assert_eq!(decode(b"<meta charset=shift_jis>", None, Sniff::Plain).charset.name, "UTF-8");
}

#[test]
fn a_page_that_reads_as_ascii_is_not_in_utf_16() {
    check(b"<meta charset=utf-16le>", None, ("UTF-8", CharsetBy::Meta));
    check(b"<meta charset=x-user-defined>", None, ("windows-1252", CharsetBy::Meta));
}

#[test]
fn several_characters_of_utf_8_are_not_text_of_a_charset_with_a_byte_a_character() {
    let page = "<meta charset=iso-8859-1>Die Größe „schön“ – für später".as_bytes();
    check(page, None, ("UTF-8", CharsetBy::Valid));
    check(page, Some("text/html; charset=windows-1252"), ("UTF-8", CharsetBy::Valid));
    check("“".as_bytes(), Some("text/html; charset=koi8-r"), ("UTF-8", CharsetBy::Valid));
    check("Ã©".as_bytes(), Some("text/html; charset=utf-8"), ("UTF-8", CharsetBy::Header));
    check(b"Spa\xdf\xab", Some("text/html; charset=latin1"), ("windows-1252", CharsetBy::Header));
    check(b"\xbbSpa\xdf\xab, \xbbGru\xdf\xab", Some("text/html; charset=latin1"), ("windows-1252", CharsetBy::Header));
}

#[test]
fn what_declares_nothing_is_utf_8_if_it_can_be_and_else_a_guess() {
    check("“words”".as_bytes(), None, ("UTF-8", CharsetBy::Valid));
    check("cut “".as_bytes().split_last().unwrap().1, None, ("UTF-8", CharsetBy::Valid));
    check(b"d\xe9j\xe0 vu, l'\xe9t\xe9 est l\xe0, tr\xe8s t\xf4t", None, ("windows-1252", CharsetBy::Detection));
    let mut damaged = "“Ihre Größe”, sagt sie, „schön – für später“ ".repeat(4).into_bytes();
    damaged.push(0xff);
    check(&damaged, None, ("UTF-8", CharsetBy::Detection));
}

#[test]
fn a_declaration_that_does_not_fit_gives_way_to_one_that_does() {
    let (words, ..) = encoding_rs::GBK.encode("新华社北京六月三十日电，记者今天从会议上了解到这些情况。");
    let mut page = b"<meta charset=utf-8><title>x</title><meta charset=gb2312>".to_vec();
    page.extend_from_slice(&words);
    check(&page, None, ("GBK", CharsetBy::Meta));
    check(&page, Some("text/html; charset=utf-8"), ("GBK", CharsetBy::Meta));
    check(&words, Some("text/html; charset=utf-8"), ("GBK", CharsetBy::Detection));
    assert_eq!(decode(&page, None, Sniff::Html).replaced, 0);
}

#[test]
fn one_bad_byte_in_a_long_page_changes_nothing_and_is_counted() {
    let mut page = b"<meta charset=utf-8>".to_vec();
    page.extend_from_slice("words ".repeat(100).as_bytes());
    page.push(0xff);
    let decoded = decode(&page, None, Sniff::Html);
    assert_eq!((decoded.charset.name.as_str(), decoded.replaced), ("UTF-8", 1));
}

#[test]
fn a_declaration_beyond_the_first_bytes_is_better_than_a_guess() {
    let mut page = vec![b' '; 5_000];
    page.extend_from_slice(b"<meta charset=koi8-r>\xc1\xc2\xd7");
    check(&page, None, ("KOI8-R", CharsetBy::Meta));
    let mut page = vec![b' '; 5_000];
    page.extend_from_slice("<meta charset=koi8-r>“".as_bytes());
    check(&page, None, ("UTF-8", CharsetBy::Valid));
}

/// The text of `bytes`, whatever decided the charset.
fn reads(bytes: &[u8], header: Option<&str>, expected: &str) {
    let decoded = decode(bytes, header, Sniff::Html);
    assert!(decoded.text.contains(expected), "{:?}: {:?}", decoded.charset, decoded.text);
}

fn encoded(label: &str, text: &str) -> Vec<u8> {
    Encoding::for_label(label.as_bytes()).unwrap().encode(text).0.into_owned()
}

#[test]
fn utf_16_shows_in_its_zeros_whatever_is_declared() {
    let html = "<!doctype html><p>The “quick” fox";
    let (little, big): (Vec<u8>, Vec<u8>) = (
        html.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        html.encode_utf16().flat_map(u16::to_be_bytes).collect(),
    );
    for header in [None, Some("text/html"), Some("text/html; charset=utf-8"), Some("text/html; charset=utf-16")] {
        reads(&little, header, "The “quick” fox");
        reads(&big, header, "The “quick” fox");
    }
    check(b"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", None, ("UTF-8", CharsetBy::Valid));
}

#[test]
fn iso_2022_jp_shows_in_its_escapes_and_a_cut_within_one_changes_nothing() {
    let page = encoded("iso-2022-jp", "<meta charset=iso-2022-jp><p>首相は昨日の会議で述べた。</p>");
    for header in [None, Some("text/html; charset=utf-8"), Some("text/html; charset=iso-8859-1")] {
        reads(&page, header, "首相は昨日の会議で述べた。");
    }
    check(&page[..page.len() - 9], None, ("ISO-2022-JP", CharsetBy::Meta));
    reads(&encoded("iso-2022-jp", "首相は昨日の会議で述べた。"), None, "首相は昨日の会議で述べた。");
    reads(b"colour \x1b[31mred\x1b[0m", None, "red");
}

#[test]
fn a_character_that_a_cut_left_incomplete_is_no_sign_of_a_wrong_charset() {
    let page = encoded("shift_jis", "<meta charset=shift_jis><p>首相は昨日の会議で述べた。");
    check(&page[..page.len() - 1], None, ("Shift_JIS", CharsetBy::Meta));
}

#[test]
fn a_server_that_says_iso_8859_1_of_everything_gives_way_to_a_page_that_is_not_western() {
    for (label, text) in [
        ("koi8-r", "Президент сказал, что река поднялась этой ночью, и жители города уехали."),
        ("windows-1251", "Президент сказал, что река поднялась этой ночью, и жители города уехали."),
        ("shift_jis", "首相は川の水位が再び上がったと昨日の会議で述べた。"),
        ("big5", "總理昨天在會議上說河水再次上漲居民們已經離開了這座城市"),
    ] {
        let page = encoded(label, &format!("<meta charset={label}><p>{text}"));
        reads(&page, Some("text/html; charset=ISO-8859-1"), text);
    }
    let page = encoded("windows-1252", "<meta charset=koi8-r><p>déjà vu, l'été est là, très tôt, à Orléans");
    reads(&page, Some("text/html; charset=iso-8859-1"), "l'été est là");
    reads(b"<p>\x93so\x94", Some("text/html; charset=x-user-defined"), "“so”");
}

#[test]
fn western_bytes_that_were_pasted_into_utf_8_are_read() {
    let (utf_8, western) =
        ("<p>Ihre Größe — schön für später, ÄÖÜ</p>", encoded("windows-1252", "<p>The “quick” fox isn’t</p>"));
    let mixed = [utf_8.as_bytes(), &western].concat();
    reads(&mixed, Some("text/html; charset=utf-8"), "The “quick” fox isn’t");
    reads(&mixed, Some("text/html; charset=utf-8"), "Ihre Größe — schön für später");
    let long = [" plain words".repeat(200).as_bytes(), &western, " plain words".repeat(200).as_bytes()].concat();
    reads(&long, Some("text/html; charset=utf-8"), "The “quick” fox isn’t");
    let other = [" plain words".repeat(200).as_bytes(), &encoded("gbk", "新华社北京"), b" words"].concat();
    assert!(decode(&other, Some("text/html; charset=utf-8"), Sniff::Html).replaced > 0);
}

#[test]
fn controls_that_no_text_has_are_what_windows_has_there() {
    reads("The \u{93}river\u{94} isn\u{92}t".as_bytes(), Some("text/html; charset=utf-8"), "The “river” isn’t");
    reads("The \u{81} river".as_bytes(), None, "The \u{81} river");
}

#[test]
fn text_that_was_encoded_twice_is_read_as_it_was() {
    let twice = |text: &str| WINDOWS_1252.decode_without_bom_handling(text.as_bytes()).0.into_owned();
    for text in
        ["“Ihre Größe” – sagt sie – “schön”", "It isn’t what it’s said to be… “so”, à Orléans", "Президент сказал"]
    {
        reads(format!("<p>{}", twice(text)).as_bytes(), Some("text/html; charset=utf-8"), text);
        reads(format!("<meta charset=utf-8><p>{}", twice(text)).as_bytes(), None, text);
    }
    // A page that shows such text, and one that has two such letters.
    for text in ["Größe, schön, später: it came out as Ã¶, Ã¤, Ã¼", "Ã© and Ã¨", "São Paulo, AÇÃO, «não»"]
    {
        reads(text.as_bytes(), Some("text/html; charset=utf-8"), text);
    }
}

#[test]
fn cyrillic_of_old_macs_is_told_by_its_last_letter() {
    let text = "Президент сказал, что вся земля, как и она сама, поднимается; жители города уехали. Моя семья тоже.";
    let mac = encoding_rs::X_MAC_CYRILLIC;
    let bytes = encoded("x-mac-cyrillic", text);
    let decoded = decode(&bytes, None, Sniff::Html);
    assert_eq!((decoded.text.as_str(), decoded.charset.name.as_str()), (text, mac.name()));
    reads(&encoded("windows-1251", text), None, text);
    reads(&encoded("windows-1251", &format!("{text} КОНЕЦ, Я")), None, "КОНЕЦ, Я");
    reads(&encoded("koi8-r", text), None, text);
}

proptest! {
    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), header in "\\PC{0,20}|text/html;charset=[a-z0-9-]{0,9}", tld in "\\PC{0,4}") {
        for sniff in [Sniff::Html, Sniff::Plain] {
            let decoded = decode_from(&bytes, Some(&header), sniff, Some(&tld));
            prop_assert_eq!(decoded.replaced, decoded.text.matches('\u{fffd}').count());
        }
    }

    #[test]
    fn no_markup_panics(text in "(<|>|<meta |<!--|-->|/|=|'|\"|charset|content|http-equiv| |[a-z]|<\\?xml|encoding){0,40}") {
        decode(text.as_bytes(), None, Sniff::Html);
    }

    #[test]
    fn utf_8_is_read_back(text in "\\PC{0,80}") {
        prop_assert_eq!(decode(text.as_bytes(), Some("text/plain; charset=utf-8"), Sniff::Plain).text, text);
    }
}

#[test]
fn many_characters_of_utf_8_contradict_a_charset_of_two_bytes_a_character() {
    let text = "<meta charset=gb2312><p>河水昨天夜里又上涨了，镇上的人都离开了家。";
    check(text.as_bytes(), None, ("UTF-8", CharsetBy::Valid));
    check(text.as_bytes(), Some("text/html; charset=gbk"), ("UTF-8", CharsetBy::Valid));
    check(
        "<meta charset=euc-kr><p>어젯밤에 강물이 다시 불어났다고 한다.".as_bytes(),
        None,
        ("UTF-8", CharsetBy::Valid),
    );
    let (own, _, _) = encoding_rs::GBK.encode(text);
    check(&own, None, ("GBK", CharsetBy::Meta));
    // Two characters can look so by chance.
    check(b"<meta charset=gb2312><p>\xc4\xa3\xca\xbd", None, ("GBK", CharsetBy::Meta));
}
