//! Dates as they stand in documents, and what is no date.

use proptest::prelude::*;

use super::*;

fn shown(text: &str, order: DayMonth) -> String {
    let Some(found) = read(text, order) else { return "none".into() };
    let date = found.date.map_or_else(|problem| problem.to_string(), |date| date.to_string());
    let other = found.other.map(|other| format!(" or {other}")).unwrap_or_default();
    format!("{date}{other}")
}

fn check(text: &str, expected: &str) {
    assert_eq!(shown(text, DayMonth::Unknown), expected, "{text:?}");
}

#[test]
fn months_of_many_languages_and_eras_are_read() {
    for text in [
        "21 марта 2019",
        "21 березня 2019",
        "21 marca 2019",
        "21. března 2019",
        "21 Mart 2019",
        "21 Μαρτίου 2019",
        "21 martie 2019",
        "21. maaliskuuta 2019",
        "21 مارس 2019",
        "2019, 21 de marzo",
        "2019, 21 mars",
        "平成31年3月21日",
        "2019 m. kovo 21 d.",
        "2019. gada 21. martā",
        "2019ko martxoaren 21ean",
        "21 de març de 2019",
        "21. mars 2019",
        "21 במרץ 2019",
        "21 tháng 3 năm 2019",
        "21 tháng 3, 2019",
    ] {
        check(text, "2019-03-21");
    }
    check("令和元年5月1日", "2019-05-01");
    check("令和3年", "2021");
    check("1 d’abril de 2019", "2019-04-01");
    check("5 अप्रैल 2019", "2019-04-05");
    check("2019. gada martā", "2019-03");
    check("21 กุมภาพันธ์ 2562", "2019-02-21");
    check("21 มีนาคม 2019", "2019-03-21");
    for text in [
        "۲۱ مارس ۲۰۱۹",
        "২১ মার্চ ২০১৯",
        "২১ মার্চ, ২০১৯",
        "२१ मार्च २०१९",
        "٢١ مارس ٢٠١٩",
        "21 مارچ 2019",
        "21 มี.ค. 2562",
        "21 มีนาคม พ.ศ. 2562",
        "21 มีนาคม ค.ศ. 2019",
        "๒๑ มีนาคม ๒๕๖๒",
        "۱ فروردین ۱۳۹۸",
        "1 فروردین 1398",
        "۱۳۹۸/۰۱/۰۱",
        "۱۳۹۸-۱-۱",
        "２０１９年３月２１日",
        "21 Maret 2019",
    ] {
        check(text, "2019-03-21");
    }
    check("২৯ ফেব্রুয়ারি ২০২০", "2020-02-29");
    check("৩ জানুয়ারী ২০২০", "2020-01-03");
    check("۳ مه ۲۰۲۳", "2023-05-03");
    check("۳۱ مهر ۱۴۰۲", "no such date");
    check("۳ کتاب", "none");
    check("تیر ۱۴۰۳", "none");
    check("2019 m. May 3 people", "2019");
    check("2019 m. 3 May 2020", "2019");
    check("2019, 21 March 2020", "2019");
}

#[test]
fn months_of_other_languages_are_read_whole_and_cut_short() {
    for text in [
        "21 Nis 2019",
        "21 Απρ 2019",
        "21 квіт. 2019 р.",
        "2019. ápr. 21.",
        "21 באפר׳ 2019",
        "21 thg 4, 2019",
        "21 এপ্রি, 2019",
        "२१ एप्रिल, २०१९",
        "21 красавіка 2019 г.",
        "21 април 2019 г.",
        "21 prill 2019",
        "21 aprel 2019",
        "21-aprel, 2019",
        "2019 ж. 21 сәуір",
        "2019-ж., 21-апрель",
        "21 აპრილი, 2019",
        "21 ապրիլի, 2019 թ.",
        "21 اپریل، 2019",
        "21\u{200f}/04\u{200f}/2019",
        "21 Ebrill 2019",
        "21 Aibreán 2019",
        "21 ta’ April 2019",
        "21 ஏப்ரல், 2019",
        "21 ഏപ്രിൽ 2019",
        "21 ເມສາ 2019",
        "21 មេសា 2019",
        "21 ኤፕሪል 2019",
        "21 Aprili 2019",
        "21. Abrëll 2019",
        "söndag 21 april 2019",
        "воскресенье, 21 апреля 2019",
        "niedziela, 21 kwietnia 2019",
        "Κυριακή 21 Απριλίου 2019",
    ] {
        check(text, "2019-04-21");
    }
    check("23. listopada 2021.", "2021-10-23");
    check("23 listopada 2021", "2021-11-23");
    check("3. lip 2021.", "2021-06-03");
    check("3 lip 2021", "2021-07-03");
    check("16 Mac 2021", "2021-03-16");
    check("Mac 2021", "none");
    check("Elo 2021", "none");
    check("Nisan 2021", "2021-04");
}

#[test]
fn words_that_say_what_a_number_of_a_date_is_are_read_with_it() {
    for text in [
        "2019(e)ko maiatzaren 3(a)",
        "2019(e)ko maiatzaren 3(an)",
        "2019(e)ko maiatzaren 3a",
        "2019(e)ko mai. 3(a)",
        "2019ko maiatzaren 3an, ostirala",
        "2019ko maiatzaren 3",
        "2019ko maiatzak 3",
        "ວັນທີ 3 ພຶດສະພາ 2019",
        "ວັນທີ3 ພຶດສະພາ ປີ2019",
        "3 ພຶດສະພາ ປີ 2019",
        "3 ເດືອນພຶດສະພາ ຄ.ສ. 2019",
        "3 ພຶດສະພາ ພ.ສ. 2562",
        "໓ ພຶດສະພາ ໒໐໑໙",
        "3 ພ.ພ. 2019",
        "วันที่ 3 พฤษภาคม พ.ศ. 2562",
        "3 เดือนพฤษภาคม ปี 2562",
        "ថ្ងៃទី៣ ខែឧសភា ឆ្នាំ២០១៩",
        "ថ្ងៃទី 3 ខែ ឧសភា ឆ្នាំ 2019",
        "ngày 3 tháng 5 năm 2019",
        "2019 оны 5-р сарын 3",
        "2019\u{202f}оны 5-р сарын 3",
        "2019 оны 05 дугаар сарын 03-ны өдөр",
        "2019 թ. մայիսի 3",
        "2019 թվականի մայիսի 3-ին",
        "2019 წლის 3 მაისი",
        "2019 წლის 3 მაისს",
        "2019 жылғы 3 мамыр",
        "2019-yil 3-may",
        "3-a de majo 2019",
        "3-го мая 2019",
        "الجمعة، 3 مايو 2019",
        "3 da mai 2019",
    ] {
        check(text, "2019-05-03");
    }
    for text in [
        "2019(e)ko maiatza",
        "2019ko maiatzean",
        "2019 оны 5-р сар",
        "2019 թ. մայիս",
        "2019. május).",
        "ພຶດສະພາ ປີ 2019",
        "พฤษภาคม 2562",
    ] {
        check(text, "2019-05");
    }
    for text in [
        "2019(e)ko",
        "2019 m. gegužės 3 žmonės",
        "2019(a)ko maiatzaren 3",
        "2019 оны 5 хүн",
        "2019 թ. մայիսի 3 մարդ",
        "2019. may we ask",
        "2019. gada 3. maijs 2020",
    ] {
        check(text, "2019");
    }
    for text in ["2019ko maiatzaren 3k", "3 ປີ", "ວັນທີ 3", "3-a 2019", "3-b de majo 2019", "ປີ 3"] {
        check(text, "none");
    }
}

#[test]
fn english_dates_are_read_in_every_common_spelling() {
    for text in [
        "June 29, 2024",
        "June 29 2024",
        "June 29th, 2024",
        "Jun. 29, 2024",
        "Jun-29-2024",
        "29 June 2024",
        "29th of June, 2024",
        "29-Jun-2024",
        "29 june2024",
        "Saturday, June 29, 2024",
        "Sat, 29 Jun 2024 10:15:00 GMT",
        "  June\n   29,\u{a0}2024. https://e.example/",
    ] {
        check(text, "2024-06-29");
    }
    check("Sept. 5, 2019", "2019-09-05");
    check("7 March2015", "2015-03-07");
    check("2024, June 29).", "2024-06-29");
    check("2024a, June 29).", "2024-06-29");
    check("June 29, 2024.5 The next sentence", "2024-06-29");
}

#[test]
fn other_languages_are_read() {
    check("29. Juni 2024", "2024-06-29");
    check("19. Nov. 2020", "2020-11-19");
    check("Samstag, den 29. Juni 2024", "2024-06-29");
    check("1er août 2023", "2023-08-01");
    check("le 3 mai 2023", "none");
    check("mar. 5 nov. 2024", "2024-11-05");
    check("29 de junio de 2024", "2024-06-29");
    check("1º de março de 2024", "2024-03-01");
    check("segunda-feira, 1 de julho de 2024", "2024-07-01");
    check("3 giugno 2024", "2024-06-03");
    check("3 mei 2024", "2024-05-03");
    check("21. oktober 2012", "2012-10-21");
    check("七月 27, 2025，https://e.example", "2025-07-27");
    check("2024年6月29日", "2024-06-29");
    check("2024年 6月", "2024-06");
    check("2024年六月", "2024-06");
    check("2024年十一月二十九日", "2024-11-29");
    check("二〇二四年六月三十日", "2024-06-30");
    check("二零二四年六月", "2024-06");
    check("一九九八年十二月三十一日", "1998-12-31");
    check("二〇二四年", "2024");
    check("令和六年五月一日", "2024-05-01");
    check("平成三十一年三月廿一日", "2019-03-21");
    check("二〇二四年二月三十日", "no such date");
    check("二四年六月", "none");
    check("二千年来", "none");
    check("一二三四", "none");
    check("2024년 6월 29일", "2024-06-29");
    check("2024. 6. 29.", "2024-06-29");
    check("2024. 6. 29)", "2024-06-29");
    check("2024. 6. 29 접속", "2024-06-29");
    check("2024. 12. 3", "2024-12-03");
}

#[test]
fn numbers_are_read_as_dates_only_where_they_are_written_as_dates() {
    check("2024-06-29", "2024-06-29");
    check("2024-06-29T10:15:00Z", "2024-06-29");
    check("2024‑06‑29に閲覧", "2024-06-29");
    check("2024/6/29", "2024-06-29");
    check("29.06.2024", "2024-06-29");
    check("29. 6. 2024", "2024-06-29");
    check("29.6.24", "2024-06-29");
    check("06.07.2024", "2024-07-06");
    check("20090312022528", "2009-03-12");
    check("20240629", "2024-06-29");
    for text in ["", "24", "1.2.24.5", "1998–2014", "1998-14", "2024.5", "1990s", "12345678", "3/64", "10,000", "0024"]
    {
        check(text, "none");
    }
}

#[test]
fn an_ambiguous_date_has_both_readings_unless_the_document_decides() {
    check("06/07/2024", "2024-06-07 or 2024-07-06");
    check("6/5/14", "2014-06-05 or 2014-05-06");
    check("5/5/14", "2014-05-05");
    check("8/22/13", "2013-08-22");
    check("22/8/2013", "2013-08-22");
    check("22-08-2013", "2013-08-22");
    assert_eq!(shown("06/07/2024", DayMonth::DayFirst), "2024-07-06");
    assert_eq!(shown("06/07/2024", DayMonth::MonthFirst), "2024-06-07");
    assert_eq!(shown("06/29/2024", DayMonth::DayFirst), "2024-06-29");
}

#[test]
fn a_partial_date_never_becomes_a_full_one() {
    check("June 2024", "2024-06");
    check("June, 2024", "2024-06");
    check("junio de 2024", "2024-06");
    check("2024, June).", "2024-06");
    check("2024-06", "2024-06");
    check("06/2024", "2024-06");
    check("2024", "2024");
    check("2024.", "2024");
    check("2024 may be too late", "2024");
    check("2005a", "2005");
    check("July–August 2004", "2004");
    check("November 27–29, 2007", "2007-11");
    check("27–29 November 2007", "2007-11");
    check("27 November – 3 December 2007", "2007");
    check("November 27 – December 3, 2007", "2007");
    check("Spring–Summer 1985", "1985");
    for text in ["June", "June 29", "29 June", "n.d.", "c. 2003", "Monday", "June 29, 24"] {
        check(text, "none");
    }
}

#[test]
fn a_date_that_does_not_exist_is_no_guess() {
    for text in [
        "February 30, 2024",
        "29 February 2023",
        "2019-02-30",
        "2024-13-05",
        "31/04/2024",
        "31.11.2023",
        "45 June 2024",
        "0 June 2024",
        "13/13/2024",
        "June 29, 0024",
    ] {
        check(text, "no such date");
    }
}

#[test]
fn the_dates_of_a_document_show_its_order() {
    assert_eq!(majority("on 3 May 2020 and 4/30/2020 and 25/12/2019"), DayMonth::DayFirst);
    assert_eq!(majority("Accessed June 3, 2020; 6/5/14."), DayMonth::MonthFirst);
    assert_eq!(majority("6/5/14 and 2020-01-02"), DayMonth::Unknown);
}

#[test]
fn the_range_holds_the_date_and_nothing_after_it() {
    let text = "  Sat., 29 June 2024. More";
    assert_eq!(&text[read(text, DayMonth::Unknown).unwrap().range], "Sat., 29 June 2024");
}

proptest! {
    #[test]
    fn no_text_panics_and_ranges_are_in_the_text(text in "\\PC{0,40}|[0-9/.,年月日 \n-]{0,24}|(June|mar|29|2024|[ ,.–-]){0,9}") {
        majority(&text);
        if let Some(found) = read(&text, DayMonth::Unknown) {
            prop_assert!(text.get(found.range).is_some_and(|piece| !piece.is_empty()));
        }
    }

    #[test]
    fn what_is_written_out_is_read_back(year in 1950_i16..2099, month in 1_i8..=12, day in 1_i8..=28) {
        let date = PartialDate::from_day(year, month, day);
        let name = jiff::civil::Date::new(year, month, day).unwrap();
        for form in ["%B %d, %Y", "%-d %b %Y", "%Y-%m-%d", "%A, %d %B %Y", "%d.%m.%Y", "%Y%m%d"] {
            let found = read(&name.strftime(form).to_string(), DayMonth::Unknown).map(|found| found.date);
            prop_assert_eq!(found, Some(date), "{}", form);
        }
    }
}

#[test]
fn months_in_roman_numerals_are_read_where_a_year_follows() {
    for text in ["3 V 2019", "3.V.2019", "3.v.2019", "3. V. 2019"] {
        check(text, "2019-05-03");
    }
    check("30 VI 2024", "2024-06-30");
    check("1 XII 1999", "1999-12-01");
    check("1° maggio 2019", "2019-05-01");
    // A quantity, a volume, a number of another sort.
    for text in ["3 v 2019", "4 x 2000 m", "3 V", "3 XIII 2019"] {
        assert!(
            read(text, DayMonth::Unknown).is_none_or(|found| found.date.is_ok_and(|date| date.day().is_none())),
            "{text}"
        );
    }
}
