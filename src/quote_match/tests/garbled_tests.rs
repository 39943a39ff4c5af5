//! Texts that were stored as UTF-8 and read as Windows-1252, on the page or in the quote.

use super::*;

/// What was meant, and the same as it is read wrongly; each stands in the other's place.
const PAIRS: &[(&str, &str)] = &[
    ("The dye could ‘save many lives’ a year", "The dye could â€˜save many livesâ€™ a year"),
    ("Young Benjamin Côté has always suffered from it", "Young Benjamin CÃ´tÃ© has always suffered from it"),
    ("We don’t know why it fell", "We donâ€™t know why it fell"),
    ("The café on the quay – the oldest – closed", "The cafÃ© on the quay â€“ the oldest â€“ closed"),
    ("She said “never again” and left", "She said â€œnever againâ€\u{9d} and left"),
    ("She said “never again” and left", "She said â€œnever againâ€ and left"),
    ("Die Straße führt über die Brücke", "Die StraÃŸe fÃ¼hrt Ã¼ber die BrÃ¼cke"),
    ("L’État a fermé le théâtre à Nîmes", "Lâ€™Ã‰tat a fermÃ© le thÃ©Ã¢tre Ã\u{a0} NÃ®mes"),
    ("El niño cruzó el río según la señora", "El niÃ±o cruzÃ³ el rÃ\u{ad}o segÃºn la seÃ±ora"),
    ("A ponte não foi construída então", "A ponte nÃ£o foi construÃ\u{ad}da entÃ£o"),
    ("The bridge cost £5 million in that year", "The bridge cost Â£5 million in that year"),
    ("The bridge cost €5 million in that year", "The bridge cost â‚¬5 million in that year"),
    ("It was 5 °C at the harbour gate", "It was 5 Â°C at the harbour gate"),
    ("Zażółć gęślą jaźń wieczorem w mieście", "ZaÅ¼Ã³Å‚Ä‡ gÄ™Å›lÄ… jaÅºÅ„ wieczorem w mieÅ›cie"),
    ("Köprü yıkıldı, şehir karanlıkta kaldı", "KÃ¶prÃ¼ yÄ±kÄ±ldÄ±, ÅŸehir karanlÄ±kta kaldÄ±"),
    ("And then… nothing came of it at all", "And thenâ€¦ nothing came of it at all"),
];

#[test]
fn what_was_read_wrongly_is_what_was_meant() {
    let both = PAIRS.iter().flat_map(|(meant, read)| [(read, meant), (meant, read)]);
    let wrong = both.filter_map(|(page, quote)| {
        let found = found(&format!("Before it. {page}. Behind it."), quote, QuoteKind::Sentence);
        (found.class != MatchClass::Typographic && !(found.class == MatchClass::Edited && quote.contains('…')))
            .then(|| format!("{:?}: {quote} | {page} | {:?}", found.class, found.diff))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_same_characters_are_verbatim_and_parted_accents_are_the_same() {
    for (_, read) in PAIRS {
        let page = format!("Before it. {read}. Behind it.");
        check(&page, read, MatchClass::Verbatim);
    }
    let read = "Young Benjamin CÃ´tÃ© has always suffered from it";
    let parted = read.replace('Ã', "A\u{303}");
    check(&format!("Before it. {read}. Behind it."), &parted, MatchClass::Typographic);
}

#[test]
fn it_is_still_the_words_that_decide() {
    for (page, quote) in [
        ("The dye could â€˜save many livesâ€™ a year", "The dye could ‘save few lives’ a year"),
        ("We donâ€™t know why it fell", "We do know why it fell"),
        ("The bridge cost Â£5 million in that year", "The bridge cost €5 million in that year"),
        ("The bridge cost â‚¬5 million in that year", "The bridge cost £5 million in that year"),
        ("El niÃ±o cruzÃ³ el puente", "El niña cruzó el puente"),
    ] {
        check(page, quote, CRITICAL);
    }
}

#[test]
fn letters_beside_marks_are_letters() {
    // Each would be another letter if it had been read wrongly; nobody means that.
    for text in [
        "They met in the CAFÉ” and left at noon",
        "Byn heter “Å” och ligger i Lofoten",
        "Åren gick i “Ä”, “Ö” och “Å”…",
        "A IRMû disse nada naquele dia de maio",
        "A IRMÇ disse nada naquele dia de maio",
        "A MANHÃ… chegou tarde na serra",
        "AMANHÃ—disse ela—não haverá ponte",
        "La lettre «Â» se prononce autrement ici",
        "TREI ROMÂ» s-au dus pe deal la vale",
        "Il a dit « voilà » et il est parti",
    ] {
        check(text, text, MatchClass::Verbatim);
        let plain = text.replace(['“', '”', '«', '»', '…', '—'], " ");
        let found = found(text, &plain, QuoteKind::Sentence);
        assert!(found.class.is_sound(), "{plain:?}: {:?} {:?}", found.class, found.diff);
    }
}
