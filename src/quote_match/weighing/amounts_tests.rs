//! The same number or date in another form, and what only looks like it.

use super::*;
use crate::quote_match::MatchClass;
use crate::quote_match::folding::fold::Spaces;
use crate::quote_match::tests::{CRITICAL, check, class};

#[test]
fn a_date_in_another_order_is_the_same_date() {
    for (page, quote) in [
        ("3 May 2021", "May 3, 2021"),
        ("May 3, 2021", "3 May 2021"),
        ("3rd of May 2021", "May 3, 2021"),
        ("the 3rd of May, 2021", "May 3rd, 2021"),
        ("May 3rd, 2021", "3 May 2021"),
        ("14 September 2019", "Sept. 14, 2019"),
        ("Sep 14, 2019", "14 September 2019"),
        ("2021-05-03", "3 May 2021"),
        ("May 3, 2021", "2021-05-03"),
        ("3 May", "May 3"),
        ("3. Mai 2021", "3 Mai 2021"),
        ("03.05.2021", "3. Mai 2021"),
        ("3.5.2021", "03.05.2021"),
        ("2021/05/03", "3 May 2021"),
        ("25 December 2020", "25/12/2020"),
        ("25 December 2020", "12/25/2020"),
        ("25 December 2020", "25-12-2020"),
        ("5 May 2018", "05/05/2018"),
    ] {
        check(
            &format!("The treaty was signed on {page} in the old hall."),
            &format!("treaty was signed on {quote} in the old hall"),
            MatchClass::Typographic,
        );
        check(&format!("It was signed on {page}."), &format!("signed on {quote}"), MatchClass::Typographic);
        check(&format!("On {page} it was signed."), &format!("{quote} it was signed"), MatchClass::Typographic);
    }
}

#[test]
fn another_day_and_a_date_of_two_meanings_are_not_the_same_date() {
    for (page, quote) in [
        ("3 May 2021", "03/05/2021"),
        ("3 May 2021", "03-05-2021"),
        ("25 December 2020", "26/12/2020"),
        ("25 December 2020", "25/12/2021"),
        ("25 December 2020", "25/25/2020"),
        ("05/03/2021", "03/05/2021"),
        ("3 May 2021", "May 4, 2021"),
        ("3 May 2021", "June 3, 2021"),
        ("3 May 2021", "May 3, 2020"),
        ("3 May 2021", "May 2021"),
        ("May 2021", "3 May 2021"),
        ("2021-05-03", "5 March 2021"),
        ("2021-13-03", "3 May 2021"),
        ("3 May and 4 June", "4 May and 3 June"),
    ] {
        let found = class(
            &format!("The treaty was signed on {page} in the old hall."),
            &format!("treaty was signed on {quote} in the old hall"),
        );
        assert_eq!(found, CRITICAL, "{quote} for {page}");
    }
    for quote in ["5 March 2021", "4.5.2021", "03/05/2021"] {
        assert!(
            !class("It was signed on 03.05.2021 in the hall.", &format!("signed on {quote} in the hall")).is_sound()
        );
    }
}

#[test]
fn a_number_in_another_form_is_the_same_number() {
    for (page, quote) in [
        ("five", "5"),
        ("12", "twelve"),
        ("twenty-five", "25"),
        ("a hundred", "100"),
        ("100", "a hundred"),
        ("a hundred and fifty", "150"),
        ("a thousand", "1,000"),
        ("a million", "one million"),
        ("the third", "the 3rd"),
        ("the 5th", "the fifth"),
        ("twenty-first", "21st"),
        ("the 12th", "the twelfth"),
        ("1.5bn", "1.5 billion"),
        ("1.5 billion", "1.5 bn"),
        ("$5m", "$5 million"),
        ("$5", "5 dollars"),
        ("€12.3 million", "12.3 million euros"),
        ("€5", "5 €"),
        ("5 Prozent", "5 %"),
        ("5%", "5 por ciento"),
        ("twenty five", "25"),
        ("one thousand", "1,000"),
        ("1,000", "one thousand"),
        ("two hundred and fifty-five", "255"),
        ("1,250,000", "1.25 million"),
        ("3.5 million", "3,5 million"),
        ("5 million", "five million"),
        ("3,5", "3.5"),
        ("0.125", "0,125"),
        ("25", "twenty-five"),
        ("99,000", "ninety-nine thousand"),
    ] {
        check(
            &format!("They counted {page} barrels in the cellar."),
            &format!("counted {quote} barrels in the cellar"),
            MatchClass::Typographic,
        );
        check(&format!("They counted {page} barrels."), &format!("{quote} barrels"), MatchClass::Typographic);
        check(&format!("In all they counted {page}."), &format!("they counted {quote}"), MatchClass::Typographic);
    }
}

#[test]
fn a_measure_in_another_form_is_the_same_measure() {
    for (page, quote) in [
        ("5 km", "5 kilometers"),
        ("5 lb", "5 lbs"),
        ("6 hrs", "six hours"),
        ("5 km", "five kilometres"),
        ("5km", "5 km"),
        ("5km", "5 kilometres"),
        ("3.5km", "3,5 km"),
        ("fünf Kilometer und 5 Kilometer", "fünf Kilometer und 5 km"),
        ("12 kg", "twelve kilograms"),
        ("50°", "50 degrees"),
        ("50 degrees", "50°"),
        ("50 °C", "50 degrees Celsius"),
        ("80 km/h", "80 kilometres per hour"),
        ("60 miles an hour", "60 mph"),
        ("3 lbs", "3 pounds"),
        ("3,5 Prozent", "3,5 %"),
        ("12 %", "12 pour cent"),
        ("12 000 Euro", "12 000 €"),
        ("3 000 €", "3 000 euros"),
        ("5 MW", "5 megawatts"),
    ] {
        check(
            &format!("They counted {page} of wire in the cellar."),
            &format!("counted {quote} of wire in the cellar"),
            MatchClass::Typographic,
        );
        check(&format!("They counted {page} of wire."), &format!("{quote} of wire"), MatchClass::Typographic);
    }
}

#[test]
fn a_time_in_another_form_is_the_same_time() {
    for (page, quote) in [
        ("6:30 p.m.", "6.30 p.m."),
        ("6:30 p.m.", "6.30pm"),
        ("6:30 p.m.", "6:30 PM"),
        ("6.30pm", "6:30 P.M."),
        ("9.15am", "9:15 a.m."),
        ("6 p.m.", "6 PM"),
        ("14:30 Uhr", "14.30 Uhr"),
        ("14h30", "14 h 30"),
        ("14h30", "14:30"),
    ] {
        check(
            &format!("The court sat at {page} on Monday to hear him."),
            &format!("court sat at {quote} on Monday to hear him"),
            MatchClass::Typographic,
        );
        check(&format!("It sat at {page} on Monday."), &format!("at {quote} on Monday"), MatchClass::Typographic);
    }
}

#[test]
fn a_roman_numeral_behind_what_it_counts_is_its_number() {
    for (page, quote) in [
        ("World War II", "World War 2"),
        ("World War II", "World War Two"),
        ("World War 1", "World War I"),
        ("Chapter IV", "Chapter 4"),
        ("Henry VIII", "Henry 8"),
        ("Super Bowl LIV", "Super Bowl 54"),
    ] {
        check(
            &format!("The end of {page} was not the end of the story."),
            &format!("end of {quote} was not the end of the story"),
            MatchClass::Typographic,
        );
    }
}

#[test]
fn another_measure_time_or_numeral_is_not_the_same() {
    for (page, quote) in [
        ("5 km", "5 miles"),
        ("5 km", "5 kg"),
        ("5 km", "6 kilometers"),
        ("5 m", "5 million"),
        ("5m", "5 metres"),
        ("5 MW", "5 kilowatts"),
        ("5 km", "5 km/h"),
        ("50 °C", "50 °F"),
        ("50 °C", "50 degrees Fahrenheit"),
        ("6:30 p.m.", "6.30 a.m."),
        ("6:30 p.m.", "7.30 p.m."),
        ("6.30", "6:30"),
        ("6.5 p.m.", "6:05 p.m."),
        ("World War II", "World War I"),
        ("World War II", "World War 3"),
        ("Chapter IV", "Chapter 6"),
        ("Malcolm X", "Malcolm 10"),
        ("the IV", "the 4"),
    ] {
        let found = class(
            &format!("They counted {page} barrels in the cellar of the inn."),
            &format!("counted {quote} barrels in the cellar of the inn"),
        );
        assert!(!found.is_sound(), "{quote} for {page}: {found:?}");
    }
}

#[test]
fn another_number_is_not_the_same_number() {
    for (page, quote) in [
        ("five", "6"),
        ("15", "fifty"),
        ("twenty-five", "20"),
        ("3.5", "3,500"),
        ("3,500", "3.5"),
        ("3.500", "3,5"),
        ("3.10", "3,1"),
        ("16.6", "0.6"),
        ("16,6", "0.6"),
        ("1.000", "1,000"),
        ("5 million", "5 billion"),
        ("5 million", "500,000"),
        ("007", "7"),
        ("third", "three"),
        ("3rd", "three"),
        ("100th", "100"),
        ("100", "hundredth"),
        ("the 3rd", "the fourth"),
        ("twenty-first", "22nd"),
        ("twenty-first", "1st"),
        ("half a million", "half 1,000,000"),
        ("a hundred and fifty", "100"),
        ("a hundred and fifty", "a hundred"),
        ("a hundred", "a thousand"),
        ("$5m", "$5 billion"),
        ("5m", "5 million"),
        ("$5", "5 euros"),
        ("€5", "5"),
        ("5 Prozent", "6 %"),
        ("5 Prozent", "5 €"),
        ("€5", "6 €"),
        ("5 dollars", "$6"),
        ("one hundred and five hundred", "105 hundred"),
        ("10 of five", "5 of ten"),
    ] {
        let found = class(
            &format!("They counted {page} barrels in the cellar of the inn."),
            &format!("counted {quote} barrels in the cellar of the inn"),
        );
        assert!(!found.is_sound(), "{quote} for {page}: {found:?}");
    }
    check("And so no one ever saw the cellar again", "so no 1 ever saw the cellar again", CRITICAL);
    check("You may 3 times enter the cellar of the inn", "You 3 may times enter the cellar of the inn", CRITICAL);
}

#[test]
fn one_behind_a_word_that_points_at_it_is_a_number_only_with_what_it_counts() {
    for (page, quote, expected) in [
        ("that 100", "that one hundred", MatchClass::Typographic),
        ("the 1,000", "the one thousand", MatchClass::Typographic),
        ("another one million", "another 1 million", MatchClass::Typographic),
        ("that 200", "that one hundred", CRITICAL),
        ("this one", "this one", MatchClass::Verbatim),
    ] {
        let words = |number: &str| format!("The police said in the morning {number} people were held in the square");
        check(&words(page), &words(quote), expected);
    }
}

#[test]
fn a_number_in_words_is_not_cut_out_of_a_larger_one() {
    for (text, quote) in [
        ("They were twenty-five barrels in all.", "five barrels in all"),
        ("He was then aged twenty-five in all.", "He was then aged twenty"),
        ("In all they lost 12 million in May.", "In all they lost 12"),
        ("In all they lost five hundred in May.", "In all they lost five"),
    ] {
        check(text, quote, CRITICAL);
    }
    check("They were twenty. Five barrels in all.", "Five barrels in all", MatchClass::Verbatim);
    check("It held a million barrels in all.", "million barrels in all", MatchClass::Verbatim);
}

#[test]
fn numbers_are_read_to_their_end() {
    for (text, expected) in [
        ("five ships", Some((1, Amount::Count(5, 0)))),
        ("two hundred and fifty-five thousand men", Some((6, Amount::Count(255, 3)))),
        ("one hundred and five hundred", Some((2, Amount::Count(1, 2)))),
        ("nineteen eighty-four", Some((1, Amount::Count(19, 0)))),
        ("3.5 million tons", Some((2, Amount::Count(35, 5)))),
        ("3,5 tons", Some((1, Amount::Decimal("3.5".to_owned())))),
        ("million tons", None),
        ("1.000,50 tons", Some((1, Amount::Decimal("1000.50".to_owned())))),
        ("tons", None),
    ] {
        let folded = Folded::new(text, Spaces::Written);
        let found = number(&folded, 0, folded.words.len()).map(|(words, amount)| (words.end, amount));
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn numbers_in_words_of_other_languages_are_the_same_where_they_are_equal() {
    const GERMAN: &str =
        ", und jedes Jahr kommen viele Menschen in die Stadt, um dort zu spazieren und sich zu erholen.";
    const FRENCH: &str = ", et chaque année beaucoup de gens viennent dans la ville pour les voir avec leurs enfants.";
    const SPANISH: &str = ", y cada año viene mucha gente a la ciudad para verlos con sus hijos en el mes de mayo.";
    for (page, rest, same, other) in [
        ("Die Stadt hat einundzwanzig Parks", GERMAN, "Die Stadt hat 21 Parks", "Die Stadt hat 22 Parks"),
        ("Die Stadt hat zweihundertfünfzig Parks", GERMAN, "Die Stadt hat 250 Parks", "Die Stadt hat 205 Parks"),
        ("Am Ende gingen fünfzig Prozent", GERMAN, "Am Ende gingen 50 %", "Am Ende gingen 15 %"),
        ("Die Stadt hat zweiundvierzig Parks", GERMAN, "Die Stadt hat 42 Parks", "Die Stadt hat zweiundsiebzig Parks"),
        ("La ville compte quatre-vingt-dix-sept parcs", FRENCH, "La ville compte 97 parcs", "La ville compte 87 parcs"),
        ("La ville compte deux cents parcs", FRENCH, "La ville compte 200 parcs", "La ville compte 300 parcs"),
        (
            "La ciudad tiene treinta y cinco parques",
            SPANISH,
            "La ciudad tiene 35 parques",
            "La ciudad tiene 36 parques",
        ),
    ] {
        let text = format!("{page}{rest}");
        check(&text, same, MatchClass::Typographic);
        assert!(!class(&text, other).is_sound(), "{other}");
        check(&format!("{same}{rest}"), page, MatchClass::Typographic);
    }
    assert!(!class(&format!("La ville compte quatre-vingts parcs{FRENCH}"), "La ville compte quatre").is_sound());
}

#[test]
fn chinese_and_japanese_numerals_are_numbers() {
    for (text, same, other) in [
        ("该市有三十个公园，每年有很多人来这里参观和休息。", "该市有30个公园，每年", "该市有40个公园，每年"),
        ("他们卖出了一千二百辆汽车，比前一年多，大家都很高兴。", "他们卖出了1,200辆汽车", "他们卖出了1,300辆汽车"),
        ("二〇二四年五月三日，他们在城里开会，讨论新的计划。", "2024年5月3日，他们在城里", "2023年5月3日，他们在城里"),
        ("他们卖出了3万辆汽车，比前一年多，大家都很高兴。", "他们卖出了30000辆汽车", "他们卖出了3亿辆汽车"),
        ("他们卖出了1.2亿辆汽车，比前一年多，大家都很高兴。", "他们卖出了1亿2000万辆汽车", "他们卖出了1亿3000万辆汽车"),
        ("有百分之三十的人说他们不喜欢这个计划，这是问题。", "有30%的人说他们不喜欢", "有13%的人说他们不喜欢"),
        (
            "この会社は一億二千万円を使って新しい工場を建てました。",
            "この会社は1億2000万円を使って",
            "この会社は2億1000万円を使って",
        ),
    ] {
        check(text, same, MatchClass::Typographic);
        assert!(!class(text, other).is_sound(), "{other}");
    }
    // Three or five is not thirty-five, and a number is quoted whole.
    assert!(!class("他们等了三五天，然后回到城里去了，大家都很高兴。", "他们等了35天，然后回到城里").is_sound());
    assert!(!class("去年增加了三十五人，比前一年多，大家都很高兴。", "去年增加了三十").is_sound());
    assert!(!class("去年增加了3万人，比前一年多，大家都很高兴。", "去年增加了3").is_sound());
    assert!(class("他们在第一百货商店里买了很多东西，大家都很高兴。", "百货商店里买了很多东西").is_sound());
}

#[test]
fn sums_with_groups_and_decimals_are_the_same_in_another_form() {
    for (page, quote) in [
        ("She paid 1,250.50 dollars for the car", "She paid 1250.50 dollars for the car"),
        ("Elle coûte 1 234,50 € et plus encore", "Elle coûte 1234,50 € et plus encore"),
        ("Elle coûte 12 000 € et plus encore", "Elle coûte 12000 € et plus encore"),
    ] {
        check(page, quote, MatchClass::Typographic);
        check(quote, page, MatchClass::Typographic);
    }
    for (page, quote) in [
        ("Sie zahlte 1.250,50 € für das Auto", "Sie zahlte 1.250,05 € für das Auto"),
        ("Sie zahlte 1.250,50 € für das Auto", "Sie zahlte 125050 € für das Auto"),
        ("Elle coûte 1 234,50 € et plus encore", "Elle coûte 123450 € et plus encore"),
    ] {
        assert!(!class(page, quote).is_sound(), "{quote}");
    }
}

#[test]
fn indian_groups_and_words_count() {
    let text = "The state has 1,00,000 farmers and 2 crore trees in the valley";
    check(text, "The state has 100,000 farmers and 20 million trees", MatchClass::Typographic);
    check(text, "The state has 1 lakh farmers", MatchClass::Typographic);
    check(text, "The state has 10,00,000 farmers", CRITICAL);
}

#[test]
fn a_part_in_words_is_the_same_part() {
    for (page, quote) in [
        ("Two-thirds of the members voted.", "2/3 of the members voted"),
        ("2/3 of the members voted.", "Two thirds of the members voted"),
        ("¾ of the members voted.", "Three quarters of the members voted"),
        ("Three-fourths of the members voted.", "3/4 of the members voted"),
        ("One third of the members voted.", "A third of the members voted"),
        ("Half of the members voted on it.", "1/2 of the members voted on it"),
        ("They waited one and a half hours in the rain.", "They waited 1.5 hours in the rain"),
        ("They waited 1½ hours in the rain.", "They waited one and a half hours in the rain"),
        ("They waited 1½ hours in the rain.", "They waited 1.5 hours in the rain"),
        ("They waited two and three quarters hours there.", "They waited 2.75 hours there"),
        ("It cost two and a half million pounds a year.", "It cost 2.5 million pounds a year"),
        ("It lies half a mile from the old harbour.", "It lies ½ mile from the old harbour"),
        ("They took one half of the old harbour.", "They took ½ of the old harbour"),
    ] {
        check(page, quote, MatchClass::Typographic);
    }
}

#[test]
fn another_part_is_another_number() {
    for (page, quote) in [
        ("Two-thirds of the members voted for it.", "3/4 of the members voted for it"),
        ("Two-thirds of the members voted for it.", "1/3 of the members voted for it"),
        ("They waited one and a half hours in the rain.", "They waited half hours in the rain"),
        ("They waited one and a half hours in the rain.", "They waited 2.5 hours in the rain"),
        ("They waited 1½ hours in the rain.", "They waited 11.5 hours in the rain"),
        ("He was the third man to leave the hall.", "He was the 1/3 man to leave the hall"),
        ("It was a third attempt to leave the hall.", "It was 1/3 attempt to leave the hall"),
        ("Their second half was better than the others.", "Their second 1/2 was 1/3 better than the others"),
        ("It rose by twenty and a half points in May.", "It rose by 20 points in May"),
        ("It was up and running six seconds after the click.", "It was up and running six second after the click"),
        ("The high lasted between four and six hours.", "The high lasted between four and six hour"),
    ] {
        assert!(!class(page, quote).is_sound(), "{quote} for {page}");
    }
}

#[test]
fn a_thing_that_is_numbered_has_its_number_in_every_form() {
    for (page, quote) in [
        ("It was listed as No. 7 on the register.", "listed as number 7 on the register"),
        ("It was listed as No. 7 on the register.", "listed as #7 on the register"),
        ("It was listed as #7 on the register.", "listed as No. 7 on the register"),
        ("It was listed as № 7 on the register.", "listed as number 7 on the register"),
        ("Costs are the No. 1 reason for leaving.", "Costs are the number one reason for leaving"),
        ("Es war die Nr. 7 auf der Liste von heute.", "Es war die Nummer 7 auf der Liste von heute"),
    ] {
        check(page, quote, MatchClass::Typographic);
    }
    for (page, quote) in [
        ("It was listed as No. 7 on the register.", "listed as number 8 on the register"),
        ("It was listed as No. 7 on the register.", "listed as 7 on the register"),
        ("There were no 7 men who could do the work.", "There were number 7 men who could do the work"),
        ("Costs are the No. 1 reason for leaving.", "Costs are one reason for leaving"),
    ] {
        assert!(!class(page, quote).is_sound(), "{quote} for {page}");
    }
}

#[test]
fn a_number_is_taken_with_its_millions_in_whatever_language() {
    for (page, quote) in [
        ("Over 1.1 billions works have been shared by now.", "Over 1.1"),
        ("Gazprom może stracić nawet 6 mld m3 rynku w tym roku.", "może stracić nawet 6"),
        ("Le coût a atteint 4 millions d’euros pour la ville.", "Le coût a atteint 4"),
        ("Witness says that it cost 5 miljoner in the end.", "Witness says that it cost 5"),
        ("Το έργο κόστισε 3 δισ. ευρώ για την πόλη.", "Το έργο κόστισε 3"),
    ] {
        check(page, quote, CRITICAL);
    }
    for (page, quote) in [
        ("He put 3 bin bags out in the rain on Monday.", "He put 3"),
        ("The film is 5 mil thick and does not tear at all.", "The film is 5"),
    ] {
        assert!(class(page, quote).is_sound(), "{quote} of {page}");
    }
    assert!(!class("It cost 5 million pounds a year.", "It cost 5 millions pounds a year").is_sound());
    check("Es kostete 6 Mrd. Euro in der Stadt.", "Es kostete 6 Milliarden Euro in der Stadt", MatchClass::Typographic);
}

#[test]
fn more_units_and_places_are_the_same_in_words() {
    for (page, quote) in [
        ("The lamp took 20 W all of the night.", "The lamp took 20 watts all of the night"),
        ("The lamp took 0.6 volts all of the night.", "The lamp took 0.6 V all of the night"),
        ("It hummed at 100 Hz all of the night.", "It hummed at 100 hertz all of the night"),
        ("It took 3 h to put out the old lamp.", "It took 3 hours to put out the old lamp"),
        ("It was the 100th lamp of the old town.", "It was the hundredth lamp of the old town"),
    ] {
        check(page, quote, MatchClass::Typographic);
    }
    for (page, quote) in [
        ("The lamp took 20 W all of the night.", "The lamp took 20 volts all of the night"),
        ("The lamp took 20 kW all of the night.", "The lamp took 20 watts all of the night"),
        ("It took 3 h to put out the old lamp.", "It took 3 minutes to put out the old lamp"),
    ] {
        assert!(!class(page, quote).is_sound(), "{quote} for {page}");
    }
}
