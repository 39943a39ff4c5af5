//! Bare numbers in the texts of other languages.

use super::tests::check;

#[test]
fn words_without_spaces_have_marks_before_their_stops() {
    let text = "其指位于天下正中的国家1 2 3。原指包括今河南一带的中原地区5；经过历代王朝扩张（共3次）。人口聚集在大门6:503，标志着开端7[註 1]。门户也打开了8，没有人来9\n\n再说一次，天气温暖的时代2 3。";
    check(text, &["1 2 3", "5", "6", "7", "8", "9", "2 3"]);
    check(
        "港口在代表1。《海之书》2，人口（三千）3；占全年的11%4，“冰冻”5。海（陆地6）。夏季的7、8月，第7。又称Harbour7，这里8 5 9。",
        &["1", "2", "3", "4", "5", "6", "7", "8 5 9"],
    );
    let apart = text
        .replace("家1", "家 1")
        .replace("区5", "区 5")
        .replace("门6", "门 6")
        .replace("端7", "端 7")
        .replace("了8", "了 8")
        .replace("来9", "来 9")
        .replace("代2", "代 2");
    check(&apart, &["1 2 3", "5", "6", "7", "8", "9", "2 3"]);
}

#[test]
fn a_comma_of_their_own_parts_marks_of_words_without_spaces() {
    let list = "港口早已关闭1、2。船员说“冰已经冻住”3、4。城里的人离开了5，警察没有来6、7、8。";
    check(list, &["1、2", "3、4", "5", "6、7、8"]);
    // What is counted goes on with its measure, and what a word numbers is none.
    check("港口早已关闭1。第2、3章，见图2、3。约2、3人。船员离开了2。城市扩建3。", &["1", "2", "3"]);
}

#[test]
fn abbreviations_and_decimals_of_other_languages_are_no_marks() {
    check(
        "Das Meer stieg.1 So steht es in Art. 28 Abs. 1 S. 2 GG, bzw. 2,6 von hundert. Sie sind still.2 Sie ruhen.3",
        &["1", "2", "3"],
    );
    check(
        "Das Meer stieg.1 Es fiel um 30 Prozent. 2 Prozent blieben.2 Die Bild (Aufl. 1,27 Mio.) sagt es.3",
        &["1", "2", "3"],
    );
    check("The sea rose.1 It was a third of the power,2 3,4 percent of the heat, and so on.3", &["1", "2", "3"]);
    check("Morze rosło.1 Por. ust. 2 i art. 3 ustawy.2 Море росло.3 См. ст. 4 закона.4", &["1", "2", "3", "4"]);
    check("The sea rose. 1 2 It fell. 3, 4 And so.", &["1 2", "3, 4"]);
}

#[test]
fn marks_stand_behind_the_stops_and_closing_marks_of_other_languages() {
    check("नदी तेज़ हो गई।1 उसने कहा, “खेत ले लिया”।1 रिपोर्ट आई।2 सब चले गए।2,3", &["1", "1", "2", "2,3"]);
    check("بندرگاہ بند تھی۔1 اس نے لکھا: “بازار گیا”۔2 لوگ چلے گئے۔3", &["1", "2", "3"]);
    check("أغلق الميناء.1 هل تستمر السوق؟2 قال: «بعنا القوارب كلها»،3 ثم رحل.1", &["1", "2", "3", "1"]);
    check(
        "Der Hafen schloss.1 Sie schrieb: »Der Markt zog fort.«2 Er sagte: »Niemand blieb«,3 und ging.1",
        &["1", "2", "3", "1"],
    );
    check("Der Hafen schloss. 1 Sie schrieb: »Der Markt zog fort.« 2 Er ging. 3", &["1", "2", "3"]);
    check("Il dit :«12 bateaux» et «3 ports». Le port ferma.1 Il part.2 Elle reste.3", &["1", "2", "3"]);
    check("A praia recuou 41,5 m. 1 O dono contou. 2 O mar entrou. 3", &["1", "2", "3"]);
}

#[test]
fn months_pages_and_headings_beside_glued_marks() {
    check("One is sure.1 The port closed.2 May was bad.3 Nobody knows.1", &["1", "2", "3", "1"]);
    check("One is sure.1 It rose.2 It fell.3 So says page 12.2 The grid is old.3", &["1", "2", "3", "2", "3"]);
    check("One is sure.1 It rose.2 It fell.3 So says section 12.2 The grid is old.3", &["1", "2", "3", "3"]);
    check("One is sure.1 It rose.2\n\n1.1 What is a share?\n\nIt fell.3 So it is.1", &["1", "2", "3", "1"]);
    check("One is sure.1 It rose.2 The end. 2 Kings is a book. It fell.3", &["1", "2", "3"]);
}
