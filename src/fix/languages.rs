//! The months of the languages in which days are written, and how a day and a month stand together in each.

/// The months of a language.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Language {
    /// From January on, parted by spaces, as they stand behind a day.
    months: &'static str,
    /// Behind the day.
    pub(super) day: &'static str,
    /// Behind the month.
    pub(super) month: &'static str,
}

const fn plain(months: &'static str) -> Language {
    Language { months, day: " ", month: " " }
}

const fn dotted(months: &'static str) -> Language {
    Language { months, day: ". ", month: " " }
}

const fn with_of(months: &'static str) -> Language {
    Language { months, day: " de ", month: " de " }
}

pub(super) static ENGLISH: Language =
    plain("January February March April May June July August September October November December");

/// In the order in which a month that several have is taken for one of theirs.
static OTHERS: [Language; 22] = [
    // German, French, Spanish, Italian, Portuguese, Dutch, Russian.
    dotted("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
    plain("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    with_of("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
    plain("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"),
    with_of("janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"),
    plain("januari februari maart april mei juni juli augustus september oktober november december"),
    plain("января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
    // Swedish, Danish, Norwegian, Finnish, Estonian.
    plain("januari februari mars april maj juni juli augusti september oktober november december"),
    dotted("januar februar marts april maj juni juli august september oktober november december"),
    dotted("januar februar mars april mai juni juli august september oktober november desember"),
    dotted(
        "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta \
         marraskuuta joulukuuta",
    ),
    dotted("jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember"),
    // Polish, Czech, Slovak, Slovene, Ukrainian, Bulgarian.
    plain("stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia"),
    dotted("ledna února března dubna května června července srpna září října listopadu prosince"),
    dotted("januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra"),
    dotted("januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra"),
    plain("січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня"),
    plain("януари февруари март април май юни юли август септември октомври ноември декември"),
    // Turkish, Romanian, Greek, Indonesian.
    plain("Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık"),
    plain("ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie"),
    plain(
        "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου \
         Δεκεμβρίου",
    ),
    plain("Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"),
];

/// English months cut short, with a stop.
pub(super) static STOPPED: Language = plain("Jan. Feb. Mar. Apr. May Jun. Jul. Aug. Sep. Oct. Nov. Dec.");

/// And without one.
pub(super) static CUT: Language = plain("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec");

/// Letters of the shortest month that is cut.
const SHORTEST: usize = 3;

/// The languages in which a day is written `dotted` (`3. mai`) or with `of` (`3 de mayo`) and has this month: those that
/// write it in just these letters, else those that write it so but for capitals, else those in which it can be cut short to it.
pub(super) fn with_month(month: &str, dotted: bool, of: bool) -> Vec<&'static Language> {
    let fit = |language: &&Language| dotted == language.day.starts_with('.') && (language.day == " de ") == of;
    let having = |is: &dyn Fn(&str) -> bool| -> Vec<&'static Language> {
        all().filter(fit).filter(|language| language.names().any(is)).collect()
    };
    let lower = month.to_lowercase();
    let long = month.chars().count() >= SHORTEST;
    let ways: [&dyn Fn(&str) -> bool; 4] = [
        &|name| name == month,
        &|name| name.to_lowercase() == lower,
        &|name| long && name.starts_with(month),
        &|name| long && name.to_lowercase().starts_with(&lower),
    ];
    ways.iter().map(|is| having(is)).find(|found| !found.is_empty()).unwrap_or_default()
}

/// Whether it is one of these words that is the whole name of a month, however it begins.
pub(super) fn is_whole(month: &str) -> bool {
    let lower = month.to_lowercase();
    all().any(|language| language.names().any(|name| name.to_lowercase() == lower))
}

fn all() -> impl Iterator<Item = &'static Language> {
    std::iter::once(&ENGLISH).chain(&OTHERS)
}

impl Language {
    /// The name of a month, 1 to 12.
    pub(super) fn name(&self, month: i8) -> &'static str {
        let before = usize::from(month.unsigned_abs()).saturating_sub(1);
        self.names().nth(before).unwrap_or_default()
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.months.split_ascii_whitespace()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_twelve_months_that_are_read() {
        for language in all().chain([&STOPPED, &CUT]) {
            assert_eq!(language.names().count(), 12, "{language:?}");
            for (number, name) in (1_i8..).zip(language.names()) {
                let lower = name.trim_end_matches('.').to_lowercase();
                assert_eq!(crate::date::month_named(&lower), Some(number), "{name}");
            }
        }
    }
}
