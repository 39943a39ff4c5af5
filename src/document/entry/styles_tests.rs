//! Entries in the styles of other countries and other trades, made up.

use super::tests::{Said, check};

fn each(entries: &[(&str, Said<'_>)]) {
    for (text, expected) in entries {
        check(text, *expected);
    }
}

#[test]
fn arabic_entries_have_their_own_commas() {
    each(&[
        (
            "أحمد علي، «السد»، البحر، 3 مارس 2021. https://a.test/b اطلع عليه بتاريخ 5 أبريل 2022.",
            (Some("السد"), &["أحمد علي"], Some("البحر"), Some("2021-03-03"), Some("2022-04-05")),
        ),
        ("مؤرشف من الأصل في 2 يناير 2020. https://a.test/b", (None, &[], None, None, None)),
    ]);
}

#[test]
fn chinese_and_japanese_entries_have_no_spaces() {
    each(&[
        (
            "李四，《河流不睡》，海港社，2019年3月21日，https://a.test/b，访问时间为 七月 27, 2025。",
            (Some("河流不睡"), &["李四"], Some("海港社"), Some("2019-03-21"), Some("2025-07-27")),
        ),
        (
            "张三. 水坝[N]. 海港日报, 2021-03-03. https://a.test/b. 访问日期：2022年4月5日。",
            (Some("水坝"), &["张三"], Some("海港日报"), Some("2021-03-03"), Some("2022-04-05")),
        ),
        (
            "BYRD A, COLE M J. High tides of the north[J/OL]. Sea Letters, 2021, 12(3): 45-67. https://a.test/b",
            (Some("High tides of the north"), &["BYRD A", "COLE M J"], Some("Sea Letters"), Some("2021"), None),
        ),
        (
            "山田太郎「ダム」『海港新聞』2021年3月3日。https://a.test/b （2022年4月5日閲覧）",
            (Some("ダム"), &["山田太郎"], Some("海港新聞"), Some("2021-03-03"), Some("2022-04-05")),
        ),
        (
            "「川は眠らない」、海港新聞、令和元年5月1日、https://a.test/b、2020年2月1日閲覧。",
            (Some("川は眠らない"), &[], Some("海港新聞"), Some("2019-05-01"), Some("2020-02-01")),
        ),
    ]);
}

#[test]
fn russian_entries_have_areas_between_dashes() {
    each(&[
        (
            "Иванов И. И. Плотина // Морские вести. — 2021. — 3 марта. URL: https://a.test/b (дата обращения: 05.04.2022).",
            (Some("Плотина"), &["Иванов И. И."], Some("Морские вести"), Some("2021"), Some("2022-04-05")),
        ),
        (
            "Иванов И. И., Петров П. П. Плотина на реке. — М. : Наука, 2020. — 300 с. https://a.test/b",
            (Some("Плотина на реке"), &["Иванов И. И.", "Петров П. П."], Some("Наука"), Some("2020"), None),
        ),
        (
            "Петров П. П. Плотина на реке. М.: Наука, 2020. 200 с. URL: https://a.test/b (дата обращения: 05.06.2021).",
            (Some("Плотина на реке"), &["Петров П. П."], Some("Наука"), Some("2020"), Some("2021-06-05")),
        ),
        (
            "Петров П.П. Лёд. СПб.: Гавань, 2019. https://a.test/b",
            (Some("Лёд"), &["Петров П.П."], Some("Гавань"), Some("2019"), None),
        ),
        ("Петров П. П. Дом. https://a.test/b", (Some("Дом"), &["Петров П. П."], None, None, None)),
        ("Петров П. П. Лёд г. Омска. https://a.test/b", (Some("Лёд г. Омска"), &["Петров П. П."], None, None, None)),
        (
            "«Река не спит». Морские вести (21 марта 2019). Дата обращения: 1 февраля 2020. https://a.test/b",
            (Some("Река не спит"), &[], Some("Морские вести"), Some("2019-03-21"), Some("2020-02-01")),
        ),
    ]);
}

#[test]
fn law_reviews_have_the_volume_before_the_name() {
    each(&[
        (
            "Jane Q. Doe, The Canon of Tides, 99 SEA L. REV. 1, 14–15 (2017), https://a.test/b.",
            (Some("The Canon of Tides"), &["Jane Q. Doe"], Some("SEA L. REV."), Some("2017"), None),
        ),
        (
            "See, e.g., Ann Byrd, Ports Said to Seek Data, HARB. POST (June 6, 2013), https://a.test/b.",
            (Some("Ports Said to Seek Data"), &["Ann Byrd"], Some("HARB. POST"), Some("2013-06-06"), None),
        ),
        (
            "See Harbour Co. v. Tide Bd., 579 U.S. 325, 335 (2016) (quoting Byrd, 561 U.S. at 255), available at https://a.test/b (last visited Jan. 5, 2023).",
            (None, &[], None, Some("2016"), Some("2023-01-05")),
        ),
        ("Harbour Co. v. Tide Board, 579 U.S. 325 (2016), https://a.test/b.", (None, &[], None, Some("2016"), None)),
    ]);
}

#[test]
fn spanish_and_german_entries_name_their_dates() {
    each(&[
        (
            "García Márquez, G. (2019, 21 de marzo). El río. El Puerto. Recuperado el 1 de febrero de 2020 de https://a.test/b",
            (Some("El río"), &["García Márquez, G."], Some("El Puerto"), Some("2019-03-21"), Some("2020-02-01")),
        ),
        (
            "Bundesministerium für Gezeiten (Hrsg.): Bericht zum Fluss. Berlin 2018. Online verfügbar unter: https://a.test/b [Stand: 15.08.2020].",
            (Some("Bericht zum Fluss"), &["Bundesministerium für Gezeiten"], None, Some("2018"), Some("2020-08-15")),
        ),
    ]);
}
