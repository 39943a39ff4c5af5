//! Halves of sentences about two things that an ellipsis makes one sentence, and what of one may stand beside another.

use super::blocks_tests::class;
use super::{CRITICAL, check};
use crate::quote_match::MatchClass;

const ITEMS: &str = "<p>The council met for the third time this week.</p><ul><li>New chapel opened in Harwick</li><li>Mayor of Selby \
    resigns over bribery claims</li><li>Widow hid the gold under the floor of her barn</li></ul><p>Rain is expected in the north.</p>\
    <h2>Most read</h2><ul><li><a href=/1>First memorial to the queen unveiled in Oakham, with a smile and three dogs</a></li><li><a \
    href=/2>Caleb Weller goes solo in representation debate</a></li><li><a href=/3>‘But I am a good guy’: Man accused of punching his \
    aunt, who later died, remanded in Selby</a></li></ul><h2>Judge frees the widow of Selby</h2><p>The jury sat for nine days in the old \
    hall.</p><p>The bishop of Ely sold the tower by night, said one of the porters.</p>";

#[test]
fn halves_of_two_items_or_headings_are_no_sentence() {
    for quote in [
        "Mayor of Selby … hid the gold under the floor of her barn",
        "New chapel opened … over bribery claims",
        "New chapel opened in Harwick … over bribery claims",
        "Mayor of Selby resigns … under the floor of her barn",
        "Mayor of Selby resigns over bribery claims […] under the floor of her barn",
        "First memorial to the queen … goes solo in representation debate",
        "First memorial to the queen unveiled in Oakham, … solo in representation debate",
        "Caleb Weller goes solo … remanded in Selby",
        "The council met for the third time … over bribery claims",
        "Judge frees the widow … in the old hall",
        "Judge frees the widow of Selby … nine days in the old hall",
        "The jury sat … the tower by night",
        "The jury sat for nine days in the old hall … sold the tower by night",
    ] {
        assert_eq!(class(ITEMS, quote), CRITICAL, "{quote}");
    }
}

#[test]
fn halves_of_two_paragraphs_are_none_in_any_language() {
    for (page, quote) in [
        (
            "<p>Der Rat der Stadt beriet am Montag über den Bau der neuen Brücke.</p><p>Die Witwe versteckte das Gold unter dem Boden der Scheune.</p>",
            "Der Rat der Stadt beriet … das Gold unter dem Boden der Scheune",
        ),
        (
            "<p>Le conseil de la ville a parlé du nouveau pont.</p><p>La veuve a caché l’or sous le sol de la grange.</p>",
            "Le conseil de la ville a parlé … sous le sol de la grange",
        ),
        (
            "<p>Совет города обсудил новый мост через реку.</p><p>Вдова спрятала золото под полом старого сарая.</p>",
            "Совет города обсудил … золото под полом старого сарая",
        ),
        (
            "<p>Το συμβούλιο της πόλης συζήτησε τη νέα γέφυρα.</p><p>Η χήρα έκρυψε το χρυσάφι κάτω από το πάτωμα.</p>",
            "Το συμβούλιο της πόλης συζήτησε … το χρυσάφι κάτω από το πάτωμα",
        ),
        (
            "<p>مجلس المدينة ناقش الجسر الجديد فوق النهر.</p><p>الأرملة أخفت الذهب تحت أرضية الحظيرة.</p>",
            "مجلس المدينة ناقش … الذهب تحت أرضية الحظيرة",
        ),
        (
            "<ul><li>市议会讨论了新的大桥</li><li>寡妇把黄金藏在谷仓的地板下</li></ul>",
            "市议会讨论了……黄金藏在谷仓的地板下",
        ),
    ] {
        assert_eq!(class(page, quote), CRITICAL, "{quote}");
    }
}

#[test]
fn an_empty_line_of_a_plain_text_parts_paragraphs() {
    let text = "Kent meclisi yeni köprüyü pazartesi günü uzun uzun görüştü.\n\nDul kadın altını ahırın tabanının altına sakladı.";
    check(text, "Kent meclisi yeni köprüyü … altını ahırın tabanının altına sakladı", CRITICAL);
    let text = "We want to build houses in the city.\n\nWe want to close the mine in the hills.";
    check(text, "We want to build … the mine in the hills", CRITICAL);
    assert!(super::class(text, "We want to build houses … to close the mine").is_sound());
}

#[test]
fn what_stands_by_itself_may_follow_from_another_block() {
    const SPEECH: &str = "<p>We have waited a long time for this day, and for the people of this town. “We lost everything,” she \
        said.</p><p>On Monday the board approved the plan. It was a terrible night for the family. The bridge (old as it is) will \
        stay.</p><p>And we will build it again, because the town needs a bridge; the money is there. We want to build houses in the \
        city.</p><p>We want to close the mine. In 1940 he moved to Selby. That was because of the war.</p><p>Anna Marsh was born in \
        Leeds to a baker.</p><p>She moved to Selby in 1940, and Marsh died there. In May 1975 the town made her a citizen.</p><p>(b) \
        make an order that binds the owner; the mayor, in June, gave it back.</p><p>The painters of the town met her there.</p>";
    for quote in [
        // A sentence, a clause, or a whole one before.
        "We have waited a long time … It was a terrible night for the family",
        "We have waited a long time … it was a terrible night for the family",
        "We have waited a long time … we will build it again",
        "We have waited a long time … because the town needs a bridge",
        "We have waited a long time … the money is there",
        "We have waited a long time … The board approved the plan",
        "We have waited a long time … the board approved the plan",
        "We have waited a long time … [t]he board approved the plan",
        "We lost everything … a terrible night for the family",
        "It was a terrible night for the family … because of the war",
        // Of the same one.
        "Anna Marsh was born in Leeds … moved to Selby in 1940",
        "Anna Marsh was born … died there",
        "We want to build houses … to close the mine",
        "Anna Marsh was born … make an order that binds the owner",
        // The end is shown.
        "It was a terrible night. … gave it back",
        "It was a terrible night. . . . gave it back",
        "It was a terrible night.... gave it back",
        // The writer tells who.
        "Anna Marsh was born … [the mayor] gave it back",
    ] {
        let class = class(SPEECH, quote);
        assert!(class.is_sound(), "{quote}: {class:?}");
    }
}

#[test]
fn what_is_one_sentence_or_one_row_is_no_half() {
    for (page, quote) in [
        (
            "<p>The trust shall</p><ul><li>keep the birds of the park;</li><li>count the fish in the lake; and</li><li>feed the \
             horses of the town.</li></ul>",
            "The trust shall … count the fish in the lake",
        ),
        (
            "<p>The trust will<ul><li>Protect the lake in winter</li><li>Count the birds in the park</li></ul>",
            "The trust will … count the birds in the park",
        ),
        (
            "<p>The council said that the bridge was</p><figure><img src=x><figcaption>A view of the bridge in May</figcaption></figure>\
             <p>old and had to be closed.</p>",
            "The council said … had to be closed",
        ),
        (
            "<p>I think that I shall never see</p><p>A boat as lovely as a tree</p><p>A boat whose sail is always pressed</p><p>Against \
             the winter’s flowing breast</p>",
            "whose sail … the winter’s flowing breast",
        ),
        (
            "<p>I think that I shall never see<br>A boat as lovely as a tree<br>A boat whose sail is always pressed<br>Against the \
             winter’s flowing breast</p>",
            "whose sail … the winter’s flowing breast",
        ),
        (
            "<p>สภาเมืองประชุมเรื่องสะพานใหม่ เมื่อวันจันทร์</p><p>หญิงม่ายซ่อนทองไว้ ใต้พื้นยุ้งฉาง</p>",
            "สภาเมืองประชุมเรื่องสะพานใหม่ … ใต้พื้นยุ้งฉาง",
        ),
        (
            "<pre>The council of the town met on Monday. They spoke of\nthe bridge. Rain fell on the roof of the old hall, and it was\nlate. \
             The others went home to the town by the river.</pre>",
            "The council of the town met … on the roof of the old hall",
        ),
        (
            "<p>In the town of Selby the old bridge was closed in May, and it rained on the day. The men had come from the hills.</p>",
            "In the town of Selby the old bridge was closed … from the hills",
        ),
    ] {
        let class = class(page, quote);
        assert!(class.is_sound(), "{quote}: {class:?}");
    }
}

const TOWN: &str = "The council met for the third time this week, and the room was full. The mayor resigned in May. The widow hid the \
    gold. The bishop of Ely opened the bridge. The driver stole forty pounds from the till. The captain of the team praised the plan. The \
    owner called it a disgrace. The mother of the boy praised the plan. A friend of the boy called it a disgrace. Anna Marsh won the \
    election. Peter Dunn lost it by nine votes. Marsh thanked them. The porter saw it. Olsen called it a gift.";

#[test]
fn a_subject_of_several_words_does_not_what_the_next_sentence_says_of_another() {
    for quote in [
        "The bishop of Ely … stole forty pounds from the till",
        "The bishop … stole forty pounds from the till",
        "The captain of the team … called it a disgrace",
        "The mother of the boy … called it a disgrace",
        "The mayor … hid the gold",
        "The porter … called it a gift",
        // The whole sentence, as if the next were a part of it.
        "The bishop of Ely opened the bridge … stole forty pounds from the till",
        "The mayor resigned in May … hid the gold",
        "Anna Marsh won the election … lost it by nine votes",
        "Anna Marsh won the election [...] lost it by nine votes",
    ] {
        check(TOWN, quote, CRITICAL);
    }
    for (text, quote) in [
        (
            "Die Ministerin eröffnete die Brücke. Der Fahrer stahl vierzig Pfund aus der Kasse, und das ist nicht wenig für die Leute.",
            "Die Ministerin eröffnete die Brücke … stahl vierzig Pfund aus der Kasse",
        ),
        (
            "Der Kapitän der Mannschaft lobte den Plan. Der Besitzer nannte ihn eine Schande für die Stadt, und das ist nicht neu.",
            "Der Kapitän der Mannschaft … nannte ihn eine Schande",
        ),
        (
            "Le capitaine de l’équipe a salué le plan. Le patron a parlé de honte pour la ville, et les gens ne sont pas contents.",
            "Le capitaine de l’équipe … a parlé de honte",
        ),
        (
            "El capitán del equipo elogió el plan. El dueño lo llamó una vergüenza para la ciudad, y los vecinos no están contentos.",
            "El capitán del equipo … lo llamó una vergüenza",
        ),
        (
            "Министр открыл мост через реку. Водитель украл сорок фунтов из кассы, и это не так мало для города.",
            "Министр … украл сорок фунтов из кассы",
        ),
    ] {
        check(text, quote, CRITICAL);
    }
}

#[test]
fn what_is_said_of_the_same_one_or_shown_as_two_sentences_stays() {
    for (text, quote) in [
        (TOWN, "Anna Marsh won the election … thanked them"),
        (TOWN, "The bishop of Ely opened the bridge. … stole forty pounds from the till"),
        (TOWN, "The bishop of Ely opened the bridge … The driver stole forty pounds from the till"),
        (TOWN, "The bishop of Ely opened the bridge … the driver stole forty pounds from the till"),
        ("The bishop of Ely opened the bridge. He praised the town.", "The bishop of Ely … praised the town"),
        (
            "The bishop of Ely opened the bridge. He praised the town.",
            "The bishop of Ely opened the bridge … praised the town",
        ),
        ("The bishop of Ely opened the bridge. Later the bishop praised it.", "The bishop of Ely … praised it"),
        (
            "Smith was born in Leeds in 1920. The painter died in 1975.",
            "Smith was born in Leeds in 1920 … died in 1975",
        ),
        ("He was born in Leeds in 1920. Smith died in 1975.", "He was born in Leeds in 1920 … died in 1975"),
        ("The town sold the mill in May. In 1920 it burned down.", "The town sold the mill … burned down"),
        ("The man in the boat, a friend of the mayor, called it a gift.", "The man in the boat … called it a gift"),
        ("The bishop of Ely, who was old, called it a gift.", "The bishop of Ely … called it a gift"),
        ("The bishop of Ely opened it when it rained and called it a gift.", "The bishop of Ely … called it a gift"),
        ("He met Gen. Lee at the gate of the fort in the rain.", "He met … at the gate of the fort"),
    ] {
        let class = super::class(text, quote);
        assert!(class.is_sound(), "{quote}: {class:?}");
    }
}

#[test]
fn what_begins_a_sentence_is_not_made_the_object_of_another() {
    for (text, quote) in [
        ("She killed the fox. Her husband fled to the hills.", "She killed … her husband"),
        ("We sold the ferry. The pier belongs to the town.", "We sold … the pier"),
    ] {
        check(text, quote, CRITICAL);
    }
    for (text, quote) in [
        ("She killed the fox. Her husband fled to the hills.", "She killed … her husband fled"),
        ("She killed the fox. Her husband fled to the hills.", "She killed the fox. … Her husband fled"),
        ("We sold the ferry and all of the pier in May.", "We sold … the pier"),
    ] {
        check(text, quote, MatchClass::Edited);
    }
}
