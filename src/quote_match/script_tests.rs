//! Scripts and languages: what their writers change without changing a word, and what makes another.

use super::tests::{CRITICAL, MINOR, check};
use super::*;

#[test]
fn arabic_is_written_with_and_without_what_helps_to_read_it() {
    for (text, quote) in [
        ("ارتفع النهر في الليل مرة", "ارتفـــع النهر في الليل"),
        ("ارْتَفَعَ النَّهْرُ في الليل", "ارتفع النهر في الليل"),
        ("أعلن المجلس عن خطة جديدة", "اعلن المجلس عن خطة جديدة"),
        ("إلى القرية الآن وصل القارب", "الى القرية الان وصل القارب".trim_start_matches("الى ")),
        ("\u{fe8d}\u{fedf}\u{fee8}\u{fee2}\u{fead} عال جدا اليوم", "النمر عال جدا اليوم"),
        ("رودخانه در شب بالا آمد و کسی ندید", "رودخانه در شب بالا آمد و كسي ندید"),
        ("ارتفع النهر ٣٫٥ متر في الليل", "ارتفع النهر 3.5 متر في الليل"),
        ("بلغ العدد ١٬٢٠٠ شخص في القرية", "بلغ العدد 1200 شخص في القرية"),
    ] {
        check(text, quote, MatchClass::Typographic);
    }
    check("قال إن القارب وصل إلى القرية", "قال أن القارب وصل إلى القرية", MINOR);
    check("ارتفع النهر ٣٫٥ متر في الليل", "ارتفع النهر 35 متر في الليل", CRITICAL);
}

#[test]
fn hebrew_marks_and_points_are_typography() {
    for (text, quote) in [
        ("עָלָה הַנָּהָר בלילה", "עלה הנהר בלילה"),
        ("ראש צה״ל אמר שהנהר עלה", "ראש צה\"ל אמר שהנהר עלה"),
        ("הוא גר ברח׳ הנהר בעיר", "הוא גר ברח' הנהר בעיר"),
        ("היא קראה את הספר של ג׳ורג׳ בלילה", "היא קראה את הספר של ג'ורג' בלילה"),
    ] {
        check(text, quote, MatchClass::Typographic);
    }
}

#[test]
fn turkish_and_greek_letters_change_with_their_case() {
    for (text, quote) in [
        ("Isparta ırmağı yükseldi. Gece oldu.", "ISPARTA IRMAĞI YÜKSELDİ"),
        ("Dün gece ışık söndü.", "Işık söndü"),
        ("Dün gece ince bir yağmur yağdı.", "İnce bir yağmur yağdı"),
        ("İnce bir yağmur yağdı.", "ince bir yağmur yağdı"),
        ("Ο ποταμός φούσκωσε τη νύχτα", "Ο ποταμόσ φούσκωσε τη νύχτα"),
        ("Ο ΠΟΤΑΜΟΣ ΦΟΥΣΚΩΣΕ ΤΗ ΝΥΧΤΑ\nΚανείς δεν το είδε.", "Ο ποταμός φούσκωσε τη νύχτα"),
        ("L'ÉTAT ET LA VILLE\nIl pleut.", "L'ETAT ET LA VILLE"),
    ] {
        check(text, quote, MatchClass::Typographic);
    }
    check("Dün gece kırk kişi geldi", "Dün gece kirk kişi geldi", MINOR);
    check("είπε ότι ο νόμος άλλαξε χθες", "είπε ότι ο νομός άλλαξε χθες", MINOR);
}

#[test]
fn wide_letters_and_digits_are_the_narrow_ones() {
    for (text, quote) in [
        ("指数は1.11％上昇し2300円を超えた", "指数は１.１１％上昇し２３００円を超えた"),
        ("指数は1.11%上昇し2,300円を超えた", "指数は１．１１％上昇し２，３００円を超えた"),
        ("水位は３,５００メートルに上がった", "水位は3500メートルに上がった"),
        ("试合は3：0で终わりました", "试合は3:0で终わりました"),
        ("ＡＢＣ社は水位を測った", "ABC社は水位を測った"),
        ("이 강은 밤에 불어났다", "이 \u{1100}\u{1161}\u{11bc}은 밤에 불어났다"),
        ("カ\u{3099}ラスの橋は落ちた", "ガラスの橋は落ちた"),
    ] {
        check(text, quote, MatchClass::Typographic);
    }
    check("指数は1.11％上昇した", "指数は１１.１％上昇した", CRITICAL);
    check("共有1，2，3三种情况", "共有1、2、3三种情况", MatchClass::Typographic);
}

#[test]
fn vietnamese_hindi_and_thai_keep_their_signs() {
    check("Con sông dâng cao trong đêm", "Con so\u{302}ng da\u{302}ng cao trong đêm", MatchClass::Typographic);
    check("Con sông dâng cao trong đêm qua", "Con song dâng cao trong đêm qua", MINOR);
    check("नदी रात में ब\u{95d} गई।", "नदी रात में बढ\u{93c} गई", MatchClass::Typographic);
    check("नदी रात में बढ़ गई। पुल टूट गया।", "नदी रात में घट गई", CRITICAL);
    check("แม่น้ำเพิ่มขึ้นในคืนนั้น", "แม่นํ้าเพิ่มขึ้นในคืนนั้น".replace("นํ้า", "น้ำ").as_str(), MatchClass::Verbatim);
    check("แม่น้ำเพิ่มขึ้นในคืนนั้น", "แม่น้ำ เพิ่มขึ้น ในคืนนั้น", MatchClass::Typographic);
}

#[test]
fn a_mark_that_is_an_apostrophe_on_one_side_is_no_other_word() {
    for (text, quote) in [
        ("So Beyonce\u{301}'s new boat came", "So Beyoncé's new boat came"),
        ("he said \"so\"and left the town", "he said 'so'and left the town"),
    ] {
        check(text, quote, MatchClass::Typographic);
    }
}

#[test]
fn an_arrow_between_the_parts_of_a_path_is_the_same_over_a_line() {
    let text = "Home >\nNews >\nRivers\nThe river rose.";
    check(text, "Home > News > Rivers", MatchClass::Verbatim);
    check("Home\n>\nNews\n> 15 boats came", "Home > News > 15 boats came", MatchClass::Verbatim);
    check("so x > y holds for all", "so x < y holds for all", CRITICAL);
    check("so x >\ny holds for all", "so x < y holds for all", CRITICAL);
}

#[test]
fn a_raised_number_behind_a_word_or_a_year_is_a_note() {
    for (text, quote) in [
        ("The boats go on⁵ sale in May", "The boats go on sale in May"),
        ("No⁵ one saw the boats in May", "No one saw the boats in May"),
        ("It rained a¹ lot in the town of Lund", "It rained a lot in the town of Lund"),
        ("In 2019³ the old bridge fell down", "In 2019 the old bridge fell down"),
        ("It rose by 5.7² percent in the year", "It rose by 5.7 percent in the year"),
    ] {
        check(text, quote, MatchClass::Typographic);
    }
    for (text, quote) in [
        ("It is 12 m² of land in the town", "It is 12 m of land in the town"),
        ("It is 12 km² of land in the town", "It is 12 km of land in the town"),
        ("so that x² is more than the rest", "so that x is more than the rest"),
        ("about 10⁶ cells were in the dish", "about 10 cells were in the dish"),
    ] {
        check(text, quote, CRITICAL);
    }
}
