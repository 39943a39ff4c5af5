//! Scripts and languages: what their writers change without changing a word, and what makes another.

use super::{CRITICAL, MINOR, check};
use crate::quote_match::*;

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
        ("They spent £2.4m³ on the old bridge", "They spent £2.4m on the old bridge"),
        ("They spent £2.4m³ on the old bridge", "They spent £2.4 million on the old bridge"),
        ("They spent € 30m² on the old bridge", "They spent € 30m on the old bridge"),
        ("They spent US$7m³ on the old bridge", "They spent US$7m on the old bridge"),
        ("They spent $24³ on the old bridge", "They spent $24 on the old bridge"),
        ("They spent £5³ on the old bridge", "They spent £5 on the old bridge"),
    ] {
        check(text, quote, MatchClass::Typographic);
    }
    for (text, quote) in [
        ("They spent £2³ on 10⁶ bricks and 10⁻⁵ grams", "They spent £2 on 10^6 bricks and 10^-5 grams"),
        ("In the town⁴ they made 10^6 bricks", "In the town they made 10⁶ bricks"),
        ("In the town⁴ they made 2⁸ bricks", "In the town they made 2^8 bricks"),
    ] {
        check(text, quote, MatchClass::Typographic);
    }
    for (text, quote) in [
        ("It is 12 m² of land in the town", "It is 12 m of land in the town"),
        ("It is 12 km² of land in the town", "It is 12 km of land in the town"),
        ("so that x² is more than the rest", "so that x is more than the rest"),
        ("It is 2.4m³ of sand in the town", "It is 2.4m of sand in the town"),
        ("It costs £5 for 30m³ of gas in the town", "It costs £5 for 30m of gas in the town"),
        ("It is $5 a 10³ kilos in the town", "It is $5 a 10 kilos in the town"),
        ("about 10⁶ cells were in the dish", "about 10 cells were in the dish"),
        ("about 10⁶ cells were in the dish", "about 10^7 cells were in the dish"),
        ("about 10⁶ cells were in the dish", "about 10^-6 cells were in the dish"),
        ("about 10⁶ cells were in the dish", "about 12^6 cells were in the dish"),
        ("about 10^6 cells were in the dish", "about 106 cells were in the dish"),
    ] {
        check(text, quote, CRITICAL);
    }
}

const ENGLISH: &str = "The council of the old town met on Monday and voted for the new bridge that the mayor had promised to \
    the people of the north. It was not clear who would pay for it, and the clerk said that they would have to wait for the \
    summer. Some of the members were not in the room when the vote was taken.";

const GERMAN: &str = "Der Rat der alten Stadt kam am Montag zusammen und stimmte für die neue Brücke, die der Bürgermeister \
    den Leuten im Norden versprochen hatte. Es war nicht klar, wer sie bezahlen wird, und der Schreiber sagte, dass sie bis \
    zum 12. Mai auf den Sommer warten müssen. In der Not hilft nur ein Freund, sagte einer von ihnen.";

fn other_language(text: &str, quote: &str) -> bool {
    super::found(text, quote, QuoteKind::Sentence).other_language
}

#[test]
fn a_quote_in_another_language_than_the_page_is_told_from_an_absent_one() {
    for (text, quote) in [
        (ENGLISH, "Der Rat stimmte für die neue Brücke"),
        (ENGLISH, "le maire a promis le pont aux gens du nord"),
        (ENGLISH, "город проголосовал за новый мост"),
        (ENGLISH, "市议会投票赞成修建新桥"),
        (GERMAN, "the council voted for the new bridge"),
        (GERMAN, "no hints of that"),
        (GERMAN, "la ciudad vieja votó por el puente nuevo"),
        ("市议会周一开会，投票赞成修建新桥。没有人知道谁来付钱。", "市議会は新しい橋に賛成した"),
        ("ο δήμος ψήφισε για τη νέα γέφυρα τη Δευτέρα", "the council voted for the new bridge"),
    ] {
        assert!(other_language(text, quote), "{quote}");
    }
    for (text, quote) in [
        (ENGLISH, "the governor of the province opened an old mill"),
        (ENGLISH, "he had a certain je ne sais quoi about him"),
        (ENGLISH, "La Dolce Vita"),
        (ENGLISH, "the café served crème brûlée to nobody"),
        (GERMAN, "der Verkauf der Mühle wurde abgesagt"),
        (GERMAN, "Das Meeting mit dem Team war ein Flop"),
        (GERMAN, "Windows Server Standard Edition Setup"),
    ] {
        assert!(!other_language(text, quote), "{quote}");
    }
}

#[test]
fn a_notice_or_a_navigation_in_the_language_of_the_quote_makes_no_page_of_it() {
    let quote = "the council voted for the new bridge over the river";
    let cookies = "We use cookies to improve the experience of our visitors. Accept all";
    for around in [cookies, "Home\nAbout us\nContact the editors\nTerms of use", "Skip to the main content"] {
        assert!(other_language(&format!("{around}\n{GERMAN}\n{GERMAN}"), quote), "{around}");
        assert!(
            !other_language(&format!("{around}\n{GERMAN}\n{GERMAN}"), "der Rat stimmte gegen die alte Mühle"),
            "{around}"
        );
    }
    // The page says itself which language is its own.
    let links = "Share this story\nMost read\nLetters: the state of the pier\nTen walks along the coast and the end of the road\nWho pays \
                 for the mill and why it is not in the plan of the council";
    let text = format!("{cookies}\n{GERMAN}\n{GERMAN}\n{links}");
    let declared = |language: Option<&str>| {
        let page = super::page(&[(TextName::Visible, &text)]);
        let page = Page { language: language.map(str::to_owned), ..page };
        FoldedPage::new(&page).find(quote, QuoteKind::Sentence).other_language
    };
    assert!(declared(Some("de-AT")));
    // A page in two languages can hold quotes in both.
    assert!(!other_language(&format!("{GERMAN}\n{ENGLISH}"), quote));
    assert!(!other_language(&format!("{GERMAN}\n{GERMAN}\n{ENGLISH}"), quote));
}

#[test]
fn what_negates_depends_on_the_language_of_the_page() {
    let beside = |text: &str, quote: &str| {
        super::found(text, quote, QuoteKind::Sentence).hit.and_then(|hit| hit.negation_beside)
    };
    assert_eq!(beside(GERMAN, "auf den Sommer warten müssen"), None);
    assert_eq!(beside(GERMAN, "hilft nur ein Freund"), None);
    assert_eq!(beside(GERMAN, "klar, wer sie bezahlen wird").as_deref(), Some("nicht"));
    for (text, quote, negation) in [
        ("Мост не был построен в этом году", "был построен в этом году", "не"),
        ("Most nie został zbudowany w tym roku", "został zbudowany w tym roku", "nie"),
        ("De brug is niet gebouwd in dit jaar", "gebouwd in dit jaar", "niet"),
        ("Η γέφυρα δεν χτίστηκε φέτος εδώ", "χτίστηκε φέτος εδώ", "δεν"),
        ("الجسر لم يبن في هذه السنة", "يبن في هذه السنة", "لم"),
        ("הגשר לא נבנה השנה בעיר הזאת", "נבנה השנה בעיר הזאת", "לא"),
        ("पुल इस साल नहीं बना था यहाँ", "बना था यहाँ", "नहीं"),
        ("这座桥今年没有建成", "今年", "没有"),
        ("สะพานนี้ไม่ได้สร้างในปีนี้", "สร้างในปีนี้", "ไม่"),
    ] {
        assert!(
            beside(text, quote).is_some_and(|found| found.starts_with(negation)),
            "{quote}: {:?}",
            beside(text, quote)
        );
    }
    assert_eq!(beside("The answer was no. The bridge was built", "The bridge was built"), None);
}

#[test]
fn a_number_or_a_negation_of_another_language_is_no_slip() {
    const SPANISH: &str = "El consejo de la ciudad votó por el puente que había prometido a los vecinos del norte, y no se \
        sabe quién lo va a pagar con el dinero de la provincia.";
    const PORTUGUESE: &str = "O conselho da cidade votou pela ponte que tinha prometido aos vizinhos do norte, e não se sabe \
        quem a vai pagar com o dinheiro da província.";
    const RUSSIAN: &str = "Совет города проголосовал за мост, который он обещал жителям на севере, и никто не знает, кто за \
        него будет платить и как это было решено.";
    const POLISH: &str = "Rada miasta głosowała za mostem, który był obiecany mieszkańcom na północy, i nie jest jasne, kto za to \
        zapłaci oraz jak to będzie.";
    for (page, text, quote) in [
        (SPANISH, "hubo sesenta barcos en el puerto viejo ayer", "hubo setenta barcos en el puerto viejo ayer"),
        (SPANISH, "el puente se abrió en junio del año pasado", "el puente se abrió en julio del año pasado"),
        (PORTUGUESE, "a ponte foi aberta em junho do ano passado", "a ponte foi aberta em julho do ano passado"),
        (GERMAN, "es war keine Brücke in der alten Stadt da", "es war kleine Brücke in der alten Stadt da"),
        (RUSSIAN, "в порту было двадцать лодок в тот день", "в порту было тридцать лодок в тот день"),
        (POLISH, "most był zbudowany w tym roku przez miasto", "most nie był zbudowany w tym roku przez miasto"),
    ] {
        check(&format!("{page} {text}."), quote, CRITICAL);
    }
    // "In the" of Portuguese is the "no" of English.
    let text = format!("{PORTUGUESE} A ponte caiu no rio durante a noite.");
    check(&text, "A ponte caiu … rio durante a noite", MatchClass::Edited);
}

#[test]
fn brackets_of_the_page_are_held_to_their_words() {
    let text = "Only one of them stayed. [MP3] The others left the town at once. The bridge [over the river] fell.";
    check(text, "one of them stayed. [MP3] The others left", MatchClass::Verbatim);
    check(text, "one of them stayed. [MP2] The others left", CRITICAL);
    check(text, "Only one of them stayed. [MP2]", CRITICAL);
    check(text, "The bridge [over the road] fell", CRITICAL);
    check(text, "one of them stayed. [MP3] The others … at once", MatchClass::Edited);
    check("He said that he is not guilty of it.", "[Smith is] guilty of it", CRITICAL);
    check("He said that he is not guilty of it.", "[Smith is not] guilty of it", MatchClass::Edited);
    check("他喜欢娱乐[引用日期2014-05-19]。", "他喜欢娱乐[引用日期2015-05-19]", CRITICAL);
    check("It is so [4]. The others left the town.", "It is so [5]. The others left", CRITICAL);
    let text = "It had no boats.[n 11][283] The main ones left. It had no cars.[n 12] They stayed.";
    check(text, "It had no boats.[n 11] The main ones left", MatchClass::Edited);
    check(text, "It had no boats.[n 12] The main ones left", CRITICAL);
    check(text, "It had no cars.[n 11] They stayed", CRITICAL);
}

#[test]
fn a_bracket_of_the_page_passes_over_no_words_beside_it() {
    let text = "The old bridge [over the river] finally fell. They met the keeper [of the light] by night.";
    check(text, "The old bridge [over the river] fell. They met", CRITICAL);
    check(text, "The bridge [over the river] finally fell", CRITICAL);
    check(text, "[over the river] fell. They met the keeper", CRITICAL);
    check(text, "fell. They met the [of the light]", CRITICAL);
    check(text, "The old bridge [over the river] finally fell", MatchClass::Verbatim);
    check("It had no boats.[n 11][283] The main ones left.", "It had no boats.[n 11] The ones left", CRITICAL);
}

#[test]
fn a_percentage_is_no_bare_number() {
    let text = "Prices rose by 30% in May and by 5 % in June of that year.";
    check(text, "Prices rose by 30 … in June", CRITICAL);
    check(text, "rose by 30% in May and by 5 … of that year", CRITICAL);
    check(text, "in May and by 5", CRITICAL);
    check(text, "Prices rose by 30% … in June", MatchClass::Edited);
    check(text, "Prices rose by 30 % in May", MatchClass::Typographic);
    check(text, "rose by 30 percent in May", MatchClass::Typographic);
    let worded = "Prices rose by 30 percent in May and by 5 per cent in June, or 7 in all.";
    check(worded, "Prices rose by 30", CRITICAL);
    check(worded, "Prices rose by 30 … in June", CRITICAL);
    check(worded, "in May and by 5", CRITICAL);
    check(worded, "in May and by 5 per cent", MatchClass::Verbatim);
    check(worded, "in June, or 7", MatchClass::Verbatim);
    check("Die Preise stiegen im Mai um 30 Prozent.", "Die Preise stiegen im Mai um 30", CRITICAL);
    check("Ceny w maju wzrosły o 30 proc. i spadły o 5 tys. w czerwcu.", "Ceny w maju wzrosły o 30", CRITICAL);
    check("Ceny w maju wzrosły o 30 proc. i spadły o 5 tys. w czerwcu.", "i spadły o 5", CRITICAL);
    check("В городе живут 30 тысяч человек и 5 львов.", "В городе живут 30", CRITICAL);
    check("В городе живут 30 тысяч человек и 5 львов.", "30 тысяч человек и 5", MatchClass::Verbatim);
}

#[test]
fn words_left_out_of_a_run_make_no_list() {
    let list = |text: &str, quote: &str| super::found(text, quote, QuoteKind::List).class;
    let text = "They won seven medals, of them two in gold, four titles and a cup.";
    assert_eq!(list(text, "seven medals, two in gold, four titles"), CRITICAL);
    assert!(!list("They sell apples, pears and plums.", "apples, pears or plums").is_sound());
    assert_eq!(list("They sell apples. Then pears came.\nAt last plums.", "apples, pears, plums"), MatchClass::Parts);
}

/// Puts a word into a text of its language.
type Around<'a> = &'a dyn Fn(&str) -> String;

#[test]
fn a_negation_within_a_word_is_no_slip_of_the_pen() {
    let turkish = |word: &str| {
        format!(
            "Komisyon raporunda mühendislerin ölçümleri {word} yazıyordu ve bu herkes tarafından biliniyordu. Bu bir şehir \
             için çok önemli ve büyük bir karar olarak kabul edildi, daha sonra ise yeni bir rapor istendi."
        )
    };
    let german = |word: &str| {
        format!("Das Gericht hielt die Firma für {word} und schrieb das auch in sein Urteil, das nun allen vorliegt.")
    };
    let finnish = |word: &str| {
        format!(
            "Lautakunta sanoi että hän oli päässyt taloon {word} ja että se on ollut niin kauan kuin joku muistaa, mutta myös \
             että hän ei ole ollut siitä vastuussa kun se oli vain hänen oikeus."
        )
    };
    let persian = |word: &str| {
        format!(
            "کمیسیون در گزارش خود نوشت که مدیر از سفر {word} و این را همه مردم شهر از مدت‌ها پیش می‌دانستند و گفتند که این را به او \
             گفته بودند و باید برای آن با مردم حرف بزند"
        )
    };
    let czech = |word: &str| {
        format!(
            "Komise uvedla že to byl {word} most ve městě a že to všichni už dávno věděli když se na to ptali, ale není jisté že \
             by to také bylo pro všechny tak jen v tom roce."
        )
    };
    let korean =
        |word: &str| format!("위원회는 보고서에서 그런 증거가 분명히 {word} 하고 밝혔고 모두가 그것을 알고 있었다");
    let sides: &[(Around, &[(&str, &str)])] = &[
        (
            &turkish,
            &[
                ("sakladıklarını", "saklamadıklarını"),
                ("bildirdiler", "bildirmediler"),
                ("bekliyorlardı", "beklemiyorlardı"),
                ("gönderiyorlar", "göndermiyorlar"),
                ("düşünülüyor", "düşünülmüyor"),
                ("açıklamadılar", "açıklayamadılar"),
                ("gösteremediler", "göstermediler"),
                ("sorumluluğunu", "sorumsuzluğunu"),
            ],
        ),
        (&german, &[("zahlungsfähig", "zahlungsunfähig"), ("arbeitsfähige", "arbeitsunfähige")]),
        (&finnish, &[("maksamalla", "maksamatta")]),
        (&persian, &[("برگشت", "برنگشت")]),
        (&czech, &[("nejbezpečnější", "nejnebezpečnější")]),
        (&korean, &[("있었습니다", "없었습니다"), ("찾았습니다", "찾겠습니다")]),
    ];
    for (text, pairs) in sides {
        for (one, other) in *pairs {
            for (page, quote) in [(one, other), (other, one)] {
                check(&text(page), text(quote).trim_end_matches('.'), CRITICAL);
            }
        }
    }
    check(&turkish("bildirdiler"), &turkish("bildirdler"), MINOR);
    check("Hiçbir şeyi gizlemedik.", "Hiçbir şeyi gizledik", CRITICAL);
}

#[test]
fn a_korean_negation_at_the_end_of_what_is_left_out_is_left_out_with_it() {
    let text = "위원회는 증거를 찾지 못했지만 시장은 그 결과에 만족하지 않고 새로운 조사를 명령했다.";
    check(text, "위원회는 증거를 찾지 못했지만 … 새로운 조사를 명령했다", MatchClass::Edited);
    check(text, "위원회는 증거를 찾지 못했지만 [...] 새로운 조사를 명령했다", MatchClass::Edited);
    check(text, "위원회는 증거를 찾지 … 새로운 조사를 명령했다", CRITICAL);
    let text = "위원회는 보고서에서 그가 오래전부터 전혀 알지 못하는 사람을 만났다고 밝혔다";
    check(text, "위원회는 보고서에서 … 사람을 만났다고 밝혔다", CRITICAL);
    let text =
        "Komisyon kanıt buldu ama başkan bu sonuçtan hiç memnun değildi ve yeni bir soruşturma için karar verdi.";
    check(text, "Komisyon kanıt buldu … ve yeni bir soruşturma için karar verdi", MatchClass::Edited);
}

#[test]
fn the_marks_of_chinese_japanese_and_korean_writers_are_marks() {
    let japanese = "技術者が測定値を改ざんした証拠を見つけなかったが、市長はその結果に満足せず、新しい調査を命じた。";
    for quote in [
        "証拠を見つけなかったが（中略）新しい調査を命じた",
        "証拠を見つけなかったが〔中略〕新しい調査を命じた",
        "証拠を見つけなかったが［中略］新しい調査を命じた",
        "証拠を見つけなかったが、（…）新しい調査を命じた",
        "証拠を見つけなかったが・・・新しい調査を命じた",
        "証拠を見つけなかったが‥‥新しい調査を命じた",
        "（前略）市長はその結果に満足せず、新しい調査を命じた",
        "市長はその結果に満足せず（後略）",
        "新しい調査を命じた（傍点筆者）",
        "新しい調査を命じた［強調は引用者による］",
        "市長は〔調査の〕結果に満足せず、新しい調査を命じた",
        "市長は【調査の】結果に満足せず、新しい調査を命じた",
        "満足せず［ママ］、新しい調査を命じた",
        "満足せず（原文ママ）、新しい調査を命じた",
    ] {
        check(japanese, quote, MatchClass::Edited);
    }
    let chinese = "委员会没有发现篡改数据的证据，但市长对结果并不满意，下令进行新的调查。";
    for quote in [
        "没有发现篡改数据的证据（略）下令进行新的调查",
        "没有发现篡改数据的证据〔中略〕下令进行新的调查",
        "市长对〔调查〕结果并不满意",
        "市长对结果并不满意（着重号为引者所加）",
        "市长对结果并不满意［原文如此］",
    ] {
        check(chinese, quote, MatchClass::Edited);
    }
    let korean = "위원회는 증거를 찾지 못했지만 시장은 그 결과에 만족하지 않고 새로운 조사를 명령했다.";
    for quote in [
        "증거를 찾지 못했지만 (중략) 새로운 조사를 명령했다",
        "새로운 조사를 명령했다 (강조는 필자)",
        "시장은 〔조사〕 결과에 만족하지 않고",
        "시장은 그 결과에 만족하지 않고(원문대로) 새로운 조사를 명령했다",
    ] {
        check(korean, quote, MatchClass::Edited);
    }
    // What the page has in such brackets is its own, and an aside in parentheses is the passage's.
    check("市長は〔再度の〕結果に満足せず、調査を命じた。", "市長は〔最初の〕結果に満足せず、調査を命じた", CRITICAL);
    check("来源：中国新闻网 参与互动 【字体：大 小】 打印", "来源：中国新闻网 【字体：大 小】", CRITICAL);
    check(japanese, "市長はその結果に（大いに）満足せず、新しい調査を命じた", CRITICAL);
    check(japanese, "証拠を見つけ〔た〕が、市長はその結果に満足せず", CRITICAL);
}

#[test]
fn the_digits_of_every_script_are_digits() {
    for (text, quote) in [
        ("ท่าเรือสูญเสียการจราจร ๑๒% ในปีนี้", "ท่าเรือสูญเสียการจราจร 12% ในปีนี้"),
        ("การวัดในเดือนมีนาคม 2562 ผิดพลาด", "การวัดในเดือนมีนาคม ๒๕๖๒ ผิดพลาด"),
        ("ຜູ້ຄົນ ໑໒໐໐ ຄົນ", "ຜູ້ຄົນ 1200 ຄົນ"),
        ("လူ ၁၂၀၀ ရောက်သည်", "လူ 1200 ရောက်သည်"),
        ("មនុស្ស ១២០០ នាក់", "មនុស្ស 1,200 នាក់"),
        ("མི་ ༡༢༠༠ ཡོད།", "མི་ 1200 ཡོད།"),
        ("ᠬᠦᠮᠦᠨ ᠑᠒᠐᠐ ᠢᠷᠡᠪᠡ", "ᠬᠦᠮᠦᠨ 1200 ᠢᠷᠡᠪᠡ"),
    ] {
        check(text, quote, MatchClass::Typographic);
    }
    check("ท่าเรือสูญเสียการจราจร ๑๒% ในปีนี้", "ท่าเรือสูญเสียการจราจร 13% ในปีนี้", CRITICAL);
    check("การวัดในปี๒๕๖๒ผิดพลาด", "การวัดในปี2562ผิดพลาด", MatchClass::Typographic);
}

#[test]
fn the_same_letters_in_another_encoding_are_the_same_words() {
    let romanian = "Şi atunci ţara întreagă a ştiut că preşedintele nu a spus adevărul despre războiul din 1989.";
    check(romanian, "Și atunci țara întreagă a știut că președintele nu a spus adevărul", MatchClass::Typographic);
    let persian =
        "من میخواهم که این کتاب را در کتابخانههای بزرگ شهر بخوانم و هیچکس مرا نمیبیند و این را با او تا شب برای آن گفت";
    check(persian, "من می خواهم که این کتاب را در کتابخانه های بزرگ شهر بخوانم", MatchClass::Typographic);
    check(persian, "هیچ کس مرا نمی بیند", MatchClass::Typographic);
    check("เขาไม่เคยทำงานในวันอาทิตย์", "เขาไม่เคยทํางานในวันอาทิตย์", MatchClass::Typographic);
    check("Wie geht´s dem Hafen heute?", "Wie geht’s dem Hafen heute", MatchClass::Typographic);
    check("Il boit de l'eau du port", "Il boit de l´eau du port", MatchClass::Typographic);
    check("the old harbour was n e v e r safe at night", "the old harbour was never safe", MatchClass::Typographic);
}

#[test]
fn a_negation_within_a_word_is_one_where_the_language_is_not_told() {
    check("Dün vergi artışını düşünmüyoruz dedi.", "Dün vergi artışını düşünüyoruz dedi", CRITICAL);
}

#[test]
fn a_particle_that_is_written_on_to_the_first_word_may_be_left_out() {
    let hebrew = "היא אמרה בבית העירייה שהחוק הזה אינו נוגד את החוקה, ורבים מאלה שגרים שם תמכו בו.";
    check(hebrew, "החוק הזה אינו נוגד את החוקה", MatchClass::Typographic);
    check(hebrew, "רבים מאלה שגרים שם תמכו בו", MatchClass::Typographic);
    check(hebrew, "היא אמרה בבית העירייה החוק הזה אינו נוגד", CRITICAL);
    let arabic = "قالت إن القانون جديد وأيده نحو ألف شخص في المدينة القديمة وغيرها.";
    check(arabic, "أيده نحو ألف شخص في المدينة القديمة", MatchClass::Typographic);
    check(arabic, "ايد نحو ألف شخص في المدينة القديمة", CRITICAL);
}

#[test]
fn letters_of_taiwan_are_those_of_the_mainland_and_not_those_of_japan() {
    check("人口佔總數的六成，上週在遊行中宣佈。", "人口占总数的六成，上周在游行中宣布", MatchClass::Typographic);
    let japanese = "この道は一周するのに二時間かかると市の人は言っていた。";
    check(japanese, "この道は一週するのに二時間かかると市の人は言っていた", CRITICAL);
}
