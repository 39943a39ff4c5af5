//! Sums with the letters of their currency before them and no space between: `RM4.5m`, `R120bn`, `Rs3 crore`.

use std::ops::Range;

use super::digits::in_digits;
use super::money::code_of;
use super::{Amount, count, scale_at};
use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::words::joined;

/// Letters before a sum, folded: codes of ISO 4217, and what papers write for rand, ringgit, rupees, rupiah, shillings, pesos, taka,
/// kroner, dirhams, riyals, dinars, francs, naira, pula and kwacha. What stands before a number elsewhere (`p`, `no`, `s`) needs a scale as
/// any of them does.
const LETTERS: &str = "aed afn amd aoa ars aud azn bam bd bdt bgn bhd brl bs bwp byn cad cdf cfa chf clp cny cop crc czk dh dhs dkk dop dzd egp \
    etb eur fcfa frw gbp gel gh ghs gs gtq hkd hrk huf idr ils inr iqd irr isk jd jmd jod jpy kd kes kgs khr kr krw ksh kwd kzt lbp le lkr lyd mad \
    mdl mk mkd mmk mnt mop mur mvr mwk mxn myr mzn n nad ngn nis nok npr nzd omr p pen pgk php pkr pln pyg qar qr r re rm rmb ron rp rs rsd rub rwf \
    sar scr sdg sek sfr sgd sh sr syp thb tk tl tmt tnd try tsh ttd twd tzs uah ugx usd ush uyu uzs ves vnd xaf xof yer zar zmk zmw zwl";

/// What the letters right behind a number put to it.
const SCALES: [(&str, i32); 7] = [("bn", 9), ("tn", 12), ("trn", 12), ("mn", 6), ("m", 6), ("b", 9), ("k", 3)];

/// The sum that the word at `from` begins with, as long as letters or a word put zeros to it: without them it is the same sum in the
/// same letters only.
pub(super) fn at(text: &Folded<'_>, from: usize, end: usize) -> Option<(Range<usize>, Amount)> {
    let word = (from < end).then(|| text.word(from))?;
    let currency = currency(word).filter(|_| text.written(from..from + 1).starts_with(char::is_uppercase))?;
    let number = &word[currency.len()..];
    // `RM 4.5m`
    let (number, last) = match number {
        "" if from + 1 < end && matches!(text.between(from), " " | "\u{a0}" | "\u{202f}") => {
            (text.word(from + 1), from + 1)
        }
        "" => return None,
        number => (number, from),
    };
    let letters = SCALES.iter().find_map(|(letters, zeros)| Some((number.strip_suffix(letters)?, *zeros, last + 1)));
    let word = || {
        let zeros = scale_at(text, last + 1).filter(|_| joined(text, last))?;
        Some((number, zeros, last + 2))
    };
    let (digits, zeros, behind) = letters.or_else(|| (last + 1 < end).then(word)?)?;
    let (digits, decimals) = in_digits(digits)?;
    Some((
        from..behind,
        Amount::Money(code_of(currency).unwrap_or(currency), Box::new(count(digits, zeros - decimals))),
    ))
}

/// The letters of a currency with which a folded word begins, before a digit or nothing.
fn currency(word: &str) -> Option<&'static str> {
    let letters = word.find(|c: char| c.is_ascii_digit()).map_or(word, |digits| &word[..digits]);
    LETTERS.split_ascii_whitespace().find(|own| *own == letters)
}

#[cfg(test)]
mod tests {
    use crate::quote_match::MatchClass;
    use crate::quote_match::tests::{check, class};

    #[test]
    fn a_sum_behind_the_letters_of_its_currency_is_the_same_with_a_short_scale() {
        for (page, quote) in [
            ("RM4.5 million", "RM4.5m"),
            ("RM4.5m", "RM4.5 million"),
            ("RM 4.5 million", "RM4.5m"),
            ("R120bn", "R120 billion"),
            ("Rp5.5 trillion", "Rp5.5tn"),
            ("KSh3.4 billion", "Ksh 3.4bn"),
            ("EUR2.5m", "€2.5 million"),
            ("CHF3.5 billion", "CHF3.5bn"),
            ("PHP500 thousand", "PHP500k"),
        ] {
            let text = format!("They paid {page} for the cellar.");
            check(&text, &format!("They paid {quote} for the cellar"), MatchClass::Typographic);
        }
        for (page, quote) in
            [("RM4.5 million", "RM4.5bn"), ("RM4.5 million", "RM4.6m"), ("RM4.5 million", "R4.5m"), ("RM4.5", "RM4.5m")]
        {
            let text = format!("They paid {page} for the cellar.");
            let found = class(&text, &format!("They paid {quote} for the cellar"));
            assert!(!found.is_sound(), "{page} {quote}");
        }
    }
}
