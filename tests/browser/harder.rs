//! Passages that a browser cuts into words otherwise than a reader does, or that stand in several pieces of a page.

use crate::place::follow_all;

/// A body, and a passage of it whose link must lead there.
const LEADING: &[(&str, &str)] = &[
    // Chinese and Japanese beside other letters, in several blocks, with readings.
    ("<p>会议于2024年3月5日在灯塔GmbH举行，共有120人参加。", "2024年3月5日在灯塔GmbH举行"),
    (
        "<p>灯台の<ruby>灯<rt data-mark>とも</rt></ruby>りは<ruby>夜<rt data-mark>よる</rt></ruby>に見える。港は静かだ。",
        "灯台の灯りは夜に見える",
    ),
    ("<p>灯塔在夜里点亮。<br>守塔人回家了。<br>港口很安静。", "灯塔在夜里点亮。守塔人回家了。港口很安静"),
    ("<p>灯塔在<b>夜</b>里<i>点亮</i>，守塔人<a href=x>回家</a>了，港口很安静。", "夜里点亮，守塔人回家了"),
    (
        "<p>「灯台は夜に見える」と彼は言った。<p>「灯台は夜に見える」と彼女は言った。",
        "「灯台は夜に見える」と彼女は言った",
    ),
    ("<p>カメラで灯台をとった。<p>カメラで灯台を見た。", "カメラで灯台を見た"),
    ("<p>ﾊﾝｶｸの文字とＡＢＣの文字が灯台にある。", "文字とＡＢＣの文字が灯台にある"),
    ("<p>등대지기가 저녁마다 등불을 켰다고 시장이 “분명히” 말했다.", "저녁마다 등불을 켰다고 시장이 “분명히” 말했다"),
    ("<p>등대는 밝다.<p>그 등대는 밝다고 했다.", "등대는 밝다고 했다"),
    // From the right, with numbers, latin words and marks between.
    (
        "<p dir=rtl>قال حارس المنارة (Harbour Post) إن 42 سفينة وصلت في 2024.",
        "حارس المنارة (Harbour Post) إن 42 سفينة وصلت",
    ),
    ("<p dir=rtl>وَصَلَتِ السَّفِينَةُ إِلَى الْمِينَاءِ ليلا.", "وصلت السفينة إلى الميناء ليلا"),
    ("<p dir=rtl>הספינה ה־42 הגיעה ל„נמל“ ב־2024, כך נמסר מצה״ל.", "הספינה ה־42 הגיעה ל„נמל“ ב־2024"),
    ("<p>The word <bdi dir=rtl>שלום</bdi> stands on the lamp of the keeper.", "word שלום stands on the lamp"),
    ("<p>The word &rlm;שלום&lrm; stands on the lamp.", "word שלום stands on the lamp"),
    // Hindi, Thai, Vietnamese: marks that are put on letters.
    ("<p>दीपस्तंभ का रखवाला रोज़ शाम को दीया जलाता है।<p>वह सोता है।", "रखवाला रोज़ शाम को दीया जलाता"),
    ("<p>Người gác đèn thắp đèn mỗi tối ở cảng cũ.", "gác đèn thắp đèn mỗi tối"),
    ("<p>Nguo\u{31b}\u{300}i ga\u{301}c \u{111}e\u{300}n tha\u{301}\u{306}p m\u{1ed7}i t\u{f4}\u{301}i.", "gác đèn"),
    ("<p>The cafe\u{301} of the n\u{303}andu\u{301} is open at dusk.", "café of the ñandú is open"),
    // Soft hyphens, hyphens of several kinds, blanks of several kinds, at the edges too.
    ("<p>The light&shy;house keeper&shy; lit&shy; the lamp.", "lighthouse keeper lit the lamp"),
    ("<p>The &shy;keeper lit the lamp&shy;.", "keeper lit the lamp"),
    (
        "<p>The well‑known half‐lit lamp — a “light‑house” – is red.",
        "well‑known half‐lit lamp — a “light‑house” – is red",
    ),
    ("<p>The lamp&ensp;is&thinsp;lit&#x3000;at&nbsp;&nbsp;dusk by the keeper.", "lamp is lit at dusk by the keeper"),
    ("<p>&nbsp;The lamp is lit&nbsp;<p>&nbsp;The lamp is red&nbsp;", "The lamp is red"),
    ("<p>The lamp\u{feff} is\u{200d} lit\u{2060} at dusk.", "lamp is lit at dusk"),
    // Signs at the edges and in the words.
    ("<p>-keeper, lamp- and net&net: a,b;c & d - e.", "lamp- and net&net: a,b;c & d - e"),
    ("<p>It costs $5, or €4.50 (+20%), & that is it.", "$5, or €4.50 (+20%), & that is it"),
    ("<p>See https://post.example/a-b,c&d?e=f#g for the lamp.", "https://post.example/a-b,c&d?e=f#g for the lamp"),
    ("<p>The keeper's “lamp”—‘red’—is lit…and out.", "keeper's “lamp”—‘red’—is lit…and out"),
    ("<p>¿Está encendida la lámpara? ¡Sí!<p>¿Está encendida la radio?", "¿Está encendida la radio?"),
    ("<p>#lamp @keeper 100% C++ C# .NET a_b a.b.c", "#lamp @keeper 100% C++ C# .NET"),
    // Cells, lists and terms.
    ("<table><tr><th>Lamp<th>Keeper<tr><td>red<td>Doe, J.<tr><td>green<td>Roe, R.</table>", "green Roe, R."),
    ("<table><caption>Lamps of 2024</caption><tr><td>red<td>5<tr><td>green<td>7</table>", "Lamps of 2024"),
    ("<dl><dt>Lamp<dd>what is lit<dt>Keeper<dd>who lights the lamp</dl>", "Keeper who lights the lamp"),
    ("<ol><li>Lit the lamp<li>Rang the bell<li>Lit the lamp again</ol>", "Lit the lamp again"),
    (
        "<figure><img alt='The lamp is lit' src=x><figcaption>The lamp is lit at dusk</figcaption></figure>",
        "The lamp is lit at dusk",
    ),
    // Verse, and blocks within blocks.
    (
        "<p>The lamp is lit,<br>the sea is low,<br>the keeper sleeps,<br>the winds do blow.",
        "sea is low, the keeper sleeps, the winds",
    ),
    ("<p>The lamp is lit,<br><br>the sea is low,<br><br>the keeper sleeps.", "lamp is lit, the sea is low, the keeper"),
    ("<div>The lamp<div>is lit</div>at dusk<div>by the keeper</div></div>", "lamp is lit at dusk by the keeper"),
    (
        "<blockquote><p>The lamp is lit.</p><footer>Doe</footer></blockquote><p>The lamp is lit. Roe",
        "The lamp is lit. Roe",
    ),
    (
        "<p>The lamp <span style='display:block'>is lit</span> at dusk by the keeper.",
        "lamp is lit at dusk by the keeper",
    ),
    ("<p>The lamp <span style='text-transform:uppercase'>is lit</span> at dusk.", "lamp is lit at dusk"),
    ("<p><span>l</span><span>a</span><span>m</span><span>p</span> is lit at dusk.", "lamp is lit at dusk"),
    // Hidden and doubled.
    ("<p aria-hidden=true>The lamp is lit<p>The lamp is lit at dusk", "The lamp is lit at dusk"),
    (
        "<p style='visibility:hidden' data-skip>The lamp is lit at dusk</p><p>The lamp is lit at dusk by him",
        "The lamp is lit at dusk by him",
    ),
    ("<p>The lamp is lit. The lamp is lit. The lamp is lit at last.", "The lamp is lit at last"),
    ("<p>A lamp is lit at dusk<p>The lamp is lit at dusk<p>A lamp is lit at dusk again", "A lamp is lit at dusk again"),
    // Capitals that change their length, sigmas, the dotless i.
    ("<p>DIE STRASSE AM HAFEN IST OFFEN.<p>Die Straße am Hafen ist zu.", "Die Straße am Hafen ist zu"),
    ("<p>Ο φύλακας ανάβει τον φάρο.<p>Ο ΦΥΛΑΚΑΣ ΑΝΑΒΕΙ ΤΟΝ ΛΥΧΝΟ.", "Ο ΦΥΛΑΚΑΣ ΑΝΑΒΕΙ ΤΟΝ ΛΥΧΝΟ"),
    ("<p lang=tr>İstanbul’un ışıkları yanıyor.<p>Izmir’in ışıkları sönük.", "Izmir’in ışıkları sönük"),
    ("<p>The oﬃce of the ﬂoating lamp at №5 costs ½ of it.", "office of the floating lamp at №5 costs ½"),
    // Long passages, of several paragraphs.
    (
        "<p>The keeper lit the lamp at dusk, as every day, and went down the long stairs to the harbour.<p>There the boats lay \
         still, and nobody said a word of what had come to pass in the night before.",
        "lit the lamp at dusk, as every day, and went down the long stairs to the harbour. There the boats lay still, and nobody said a \
         word of what",
    ),
];

#[test]
fn a_link_leads_to_its_passage_in_harder_surroundings() {
    follow_all(LEADING);
}
