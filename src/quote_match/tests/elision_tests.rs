//! Words that an apostrophe parts, vowels in two spellings, and Chinese in two kinds of letters.

use super::{check, class};
use crate::quote_match::*;

#[test]
fn a_word_behind_an_apostrophe_that_parts_words_is_quoted_by_itself() {
    for (text, quote) in [
        ("Il a passé l’été dernier à Lyon avec eux.", "été dernier à Lyon"),
        ("Il a passé l’été dernier à Lyon avec eux.", "été dernier"),
        ("Ils sont tombés d’accord sur le prix du pain.", "accord sur le prix"),
        ("Ils disent qu’aujourd’hui on ne sait pas.", "aujourd’hui on ne sait pas"),
        ("La storia dell’arte antica di Roma.", "arte antica di Roma"),
        ("És l’obra més gran de l’escriptor català.", "escriptor català"),
        ("Dün Ankara’nın eski sokakları kapandı.", "eski sokakları kapandı"),
        ("Dün eski Ankara'nın sokakları kapandı.", "Dün eski Ankara"),
    ] {
        check(text, quote, MatchClass::Verbatim);
    }
    for (text, quote) in [
        ("Il a passé l’été dernier à Lyon.", "passé l'été dernier"),
        ("Il a passé l' été dernier à Lyon.", "passé l’été dernier"),
        ("Dün eski Ankara'nın sokakları kapandı.", "Dün eski Ankara’nın sokakları"),
    ] {
        check(text, quote, MatchClass::Typographic);
    }
    for (text, quote) in [
        ("We don’t know it at all, they say.", "We don"),
        ("We can’t know it at all, they say.", "We can"),
        ("They say it isn't all of it.", "They say it isn"),
        ("Il dit que l’été n’est pas fini ici.", "l’été est fini ici"),
    ] {
        assert!(!class(text, quote).is_sound(), "{quote} in {text}");
    }
}

#[test]
fn a_thai_vowel_is_the_same_in_one_sign_and_in_two() {
    let text = "เขาไม่เคยทำงานในวันอาทิตย์และน้ำท่วมครั้งนี้";
    for quote in ["เขาไม่เคยทํางานในวันอาทิตย์และนํ้าท่วมครั้งนี้", "น้ําท่วมครั้งนี้", "นํ้าท่วม"]
    {
        assert!(class(text, quote).is_sound(), "{quote}");
    }
}

#[test]
fn traditional_letters_are_the_simplified_ones_and_the_reverse() {
    let (simple, full) = (
        "市长表示，没有证据显示工程师在2019年3月篡改了数据。市议会随后通过决议，要求发电厂在两年内关闭，并赔偿附近的居民。",
        "市長表示，沒有證據顯示工程師在2019年3月篡改了數據。市議會隨後通過決議，要求發電廠在兩年內關閉，並賠償附近的居民。",
    );
    for (quoted, on_page) in [(simple, full), (full, simple)] {
        let quotes = quoted.split('。').filter(|quote| !quote.is_empty());
        quotes.for_each(|quote| check(on_page, quote, MatchClass::Typographic));
    }
    check(full, "市長表示，沒有證據顯示工程師", MatchClass::Verbatim);
    for quote in ["市長表示，有證據顯示工程師在2019年3月篡改了數據", "市議會隨後通過決議，要求發電廠在三年內關閉"]
    {
        assert!(!class(simple, quote).is_sound(), "{quote}");
    }
    assert!(!class("他把毛巾擰乾以後放在桌上。", "他把毛巾擰幹以後放在桌上").is_sound());
}
