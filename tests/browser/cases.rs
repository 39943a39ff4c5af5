//! Passages in every surrounding that makes a search in a page differ from reading it.

use crate::place::{HEAD, TAIL, follow_all, hit, page};

/// A body, and a passage of it whose link must lead there.
const LEADING: &[(&str, &str)] = &[
    // Inline markup, and what is invisible or another space.
    ("<p>The keeper <b>lit</b> the <i>la<u>mp</u></i> at dusk.", "keeper lit the lamp at dusk"),
    ("<p>The keeper lit&nbsp;the lamp&#x202f;at dusk.", "keeper lit the lamp at dusk"),
    (
        "<p>The keeper lit &nbsp; the lamp at dusk and went home again that night.",
        "keeper lit the lamp at dusk and went home",
    ),
    ("<p>The kee&shy;per lit the la&#8203;mp at du<wbr>sk.", "keeper lit the lamp at dusk"),
    (
        "<p>The keeper<!-- not --> lit <script>x</script>the <span hidden data-skip>red</span> lamp at dusk.",
        "keeper lit the lamp at dusk",
    ),
    ("<p>The keeper lit <img src=x width=9 height=9> the lamp at dusk.", "keeper lit the lamp at dusk"),
    (
        "<p>The keeper lit <span style='display:inline-block'>the lamp</span> at dusk every night.",
        "keeper lit the lamp at dusk every night",
    ),
    ("<p>The keeper lit <button>the lamp</button> at dusk every night.", "keeper lit the lamp at dusk every night"),
    ("<p>The keeper lit <input value='red'> the lamp at dusk every night.", "keeper lit the lamp at dusk every night"),
    (
        "<p>The keeper lit <svg width=9 height=9 data-skip><text>red</text></svg> the lamp at dusk every night.",
        "keeper lit the lamp at dusk every night",
    ),
    ("<p>The keeper has <del data-skip>never</del> lit the lamp at dusk.", "keeper has lit the lamp at dusk"),
    (
        "<p>The keeper measured <math><mi>x</mi></math> lamps at dusk every night.",
        "keeper measured x lamps at dusk every night",
    ),
    // Marks, signs and numbers.
    (
        "<p>The keeper<sup data-mark><a href='#n'>[1]</a></sup> lit the lamp<sup data-mark><a href='#n'>2</a></sup> at dusk.",
        "keeper lit the lamp at dusk",
    ),
    (
        "<p>The <ruby>漢字<rp data-skip>(</rp><rt data-mark>かんじ</rt><rp data-skip>)</rp></ruby> of the keeper is read at dusk.",
        "漢字 of the keeper is read at dusk",
    ),
    (
        "<p>The well-known, half-lit lamp: 5% of A&amp;B’s “red” light (or 1,000.5 lamps) – all of it.",
        "well-known, half-lit lamp: 5% of A&B's \"red\" light (or 1,000.5 lamps) – all of it",
    ),
    ("<p>Écoutez l’été, naïve Straße of the ﬁfth café.", "Écoutez l’été, naïve Straße of the fifth café"),
    ("<p>The key is lamp_post here", "The key is lamp"),
    ("<p>The key is lamp_post here<p>The key is lamp here", "The key is lamp here"),
    // Quotes that begin in the middle of what a browser takes for a word.
    ("<p>Doch was macht den Unterschied beim Licht der Lampe?", "och was macht den Unterschied beim Licht"),
    ("<p>The relit lamp of the keeper burns red.", "lit lamp of the keeper burns red"),
    ("<p>The half-lit lamp of the keeper burns red.", "lit lamp of the keeper burns red"),
    ("<p>The lamp_post of the keeper is red<p>The post of the keeper is green", "post of the keeper is red"),
    ("<p>记者今天从会议上了解到这些情况，并且没有更多的消息。", "议上了解到这些情况，并且没有"),
    ("<p>ภาษาไทยเป็นภาษาราชการ และภาษาประจำชาติ ของประเทศ", "ชการ และภาษาประจำชาติ"),
    // Blocks, lists, cells.
    ("<p>The keeper lit<p>the lamp<p>at dusk", "keeper lit the lamp at dusk"),
    ("<p>The keeper lit<br>the lamp<br>at dusk", "keeper lit the lamp at dusk"),
    ("<ul><li>The keeper<li>lit the lamp<li>at dusk</ul>", "The keeper lit the lamp at dusk"),
    ("<table><tr><td>The keeper<td>lit the lamp<tr><td>at dusk<td>again</table>", "The keeper lit the lamp at dusk"),
    ("<table><tr><td>1<td>the lamp<tr><td>2<td>the lamp is red</table>", "the lamp is red"),
    ("<pre>The keeper  lit\n   the lamp\nat dusk</pre>", "The keeper lit the lamp at dusk"),
    (
        "<p>Now <span style='white-space: pre'>the keeper  lit   the lamp</span> at dusk",
        "the keeper lit the lamp at dusk",
    ),
    ("<p style='white-space: pre-wrap'>The keeper  lit\n   the lamp\nat dusk</p>", "The keeper lit the lamp at dusk"),
    // Repeated passages, and what looks like one.
    ("<p>At noon the lamp is lit.<p>At dusk the lamp is lit.", "At dusk the lamp is lit"),
    ("<nav>The lamp is lit</nav><p>At dusk, “the lamp is lit” by the keeper.", "the lamp is lit"),
    ("<nav><a href=x>The lamp is lit</a></nav><p>At dusk: the lamp is lit.", "the lamp is lit"),
    ("<nav>The lamp is lit</nav><p>The lamp is lit. The keeper sleeps.", "The lamp is lit"),
    ("<nav>Now the lamp is lit again</nav><p>The lamp is lit (mostly) at dusk.", "The lamp is lit"),
    ("<nav>The lamp is lit</nav><h2>Dusk</h2><p>The lamp is lit", "The lamp is lit"),
    (
        "<details><summary>More</summary><span data-skip>The lamp is lit.</span></details><p>At dusk the lamp is lit.",
        "the lamp is lit",
    ),
    (
        "<details><summary>More</summary><div data-skip>The lamp is lit.</div></details><p>At dusk the lamp is lit.",
        "the lamp is lit",
    ),
    (
        "<p hidden data-skip>The lamp is lit.</p><p style='display:none' data-skip>the lamp is lit</p><p>At dusk the lamp is lit.",
        "the lamp is lit",
    ),
    (
        "<textarea data-skip>The lamp is lit.</textarea><input placeholder='The lamp is lit'><p>At dusk the lamp is lit.",
        "the lamp is lit",
    ),
    ("<svg height=20 data-skip><text y=12>The lamp is lit.</text></svg><p>At dusk the lamp is lit.", "the lamp is lit"),
    ("<p><del data-skip>The lamp is lit.</del><p>At dusk the lamp is lit.", "the lamp is lit"),
    ("<select multiple data-skip><option>The lamp is lit.</select><p>At dusk the lamp is lit.", "the lamp is lit"),
    ("<p>The lamplight is lit.<p>The lamp is lit.", "The lamp"),
    ("<p>concatenate<p>A cat sat", "cat"),
    // Scripts without spaces, from the right, with points.
    ("<p>吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。", "名前はまだ無い"),
    ("<p>记者今天从会议上了解到这些情况，并且没有更多的消息。", "从会议上了解到这些情"),
    (
        "<p>记者今天从会议上了解到这些情况，并且没有更多的消息。<p>记者昨天从会议上了解到这些情况，并且没有更多的消息。",
        "昨天从会议上了解到这些情况",
    ),
    ("<p>ภาษาไทยเป็นภาษาราชการ และภาษาประจำชาติ ของประเทศ", "ภาษาประจำชาติ"),
    ("<p dir=rtl>هذا كتاب جديد عن البحر والسفن في الميناء.", "كتاب جديد عن البحر"),
    ("<p dir=rtl>הסופר כתב סֵפֶר חדש על הים ועל צה״ל.", "כתב ספר חדש על הים"),
    ("<p>나는 오늘 학교에 갔다. 그리고 집에 왔다.", "오늘 학교에 갔다"),
    (
        "<p dir=rtl>قال القبطان، إن السفينة وصلت.<p dir=rtl>قالت المرأة، إن السفينة وصلت إلى الميناء.",
        "إن السفينة وصلت إلى الميناء",
    ),
    ("<p dir=rtl>הספינה הגיעה אתמול, כך אמר.<p dir=rtl>אבל הספינה הגיעה היום, כך אמרה.", "הספינה הגיעה היום, כך אמרה"),
    ("<table><tr><td>昨天的会议<td>灯塔已经点亮<tr><td>今天的会议<td>灯塔没有点亮</table>", "灯塔没有点亮"),
    // Signs that part the pieces of a fragment, in the words and beside them.
    (
        "<p>Fish-, lamp- & net-makers: the lamp is lit.<p>Fish-, net- & lamp-makers: the lamp is lit.",
        "net- & lamp-makers: the lamp is lit",
    ),
    (
        "<p>red, green, the lamp is lit - so, they say.<p>green, red, the lamp is lit - so, they think.",
        "the lamp is lit - so, they think",
    ),
    ("<p>a-, the lamp is lit<p>b-, the lamp is lit<p>c-, the lamp is lit-, d", "c-, the lamp is lit-, d"),
    ("<p>#:~:text=lamp is not<p>50% of &amp;lamp;s: a%20b + c=d?", "50% of &lamp;s: a%20b + c=d?"),
    // The third of three, told by words of two blocks.
    (
        "<h2>One</h2><p>The lamp is lit.</p><h2>Two</h2><p>The lamp is lit.</p><h2>Three</h2><p>So the lamp is lit.</p>",
        "So the lamp is lit",
    ),
    (
        "<p>The lamp is lit<p>The lamp is lit<p>Here the lamp is lit<p>at dusk, says the keeper",
        "Here the lamp is lit at dusk, says the keeper",
    ),
    // Folded away, and found all the same.
    (
        "<div hidden=until-found>The lamp is red.</div><details><summary>The lamp</summary><span data-skip>is green</span></details><p>The \
         lamp is lit at dusk.",
        "The lamp is lit at dusk",
    ),
    // Shadow trees that the markup declares.
    (
        "<div><template shadowrootmode=open><p>The keeper lit the lamp at dusk.</p></template></div>",
        "keeper lit the lamp at dusk",
    ),
];

/// A body, and a passage of it to which no fragment leads.
const NOT_LEADING: &[(&str, &str)] = &[
    (
        "<p>The lamp is lit.<p>The lamp is lit.<iframe srcdoc='<p>The keeper sleeps at noon.'></iframe>",
        "The keeper sleeps at noon",
    ),
    ("<p><span style='float:left'>T</span>he</p>", "the"),
];

#[test]
fn a_link_leads_to_its_passage_in_every_surrounding() {
    follow_all(LEADING);
}

#[test]
fn where_no_link_leads_to_a_passage_none_is_given() {
    for (body, quote) in NOT_LEADING {
        let page = page(&format!("{HEAD}{body}{TAIL}"));
        let hit = hit(&page, quote).unwrap_or_else(|| panic!("{quote} stands in {body}"));
        assert_eq!(hit.fragment, None, "{quote} in {body}");
    }
}
