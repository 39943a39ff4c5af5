//! A sketch of what a page says, so that two readings of it can be compared without keeping their texts.
//!
//! Of every run of three words (in scripts without spaces: of four to six characters) a number of 32 bits is made that is the
//! same on every machine, and the smallest of the numbers are kept: all of a short text, 64 to 192 of a long one. Numbers
//! fall where they will, so those up to a bound are a sample of the text that is the same sample of every text: the share of
//! one sketch's numbers that stands in the other is the share of its runs that does. Of 64 numbers that is a share with a
//! standard error of 6 in the hundred at worst, of 24 numbers (the fewest that are believed) of 10.

mod runs;

use data_encoding::BASE64_NOPAD;
use serde::{Deserialize, Serialize, Serializer};

use self::runs::Runs;

/// The sketch of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Sketch {
    rule: Rule,
    /// How many numbers there are where all are kept, else the runs of the text.
    runs: u32,
    /// The smallest of their numbers, in order, each once.
    numbers: Vec<u32>,
}

/// By what rule a run became a number: those of two rules have nothing to do with each other.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Rule {
    /// A letter at a time, and a word behind the other; looks that were kept before have it.
    First,
    /// Eight letters at a time, and three words at once.
    #[default]
    Second,
}

/// How far two texts say the same, by their sketches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overlap {
    /// Runs of the one text that were held against the other.
    pub ours: usize,
    /// Runs of the other that were held against the one.
    pub theirs: usize,
    /// Runs of both.
    pub both: usize,
    /// Whether these are all runs of both texts, and no sample of them.
    pub exact: bool,
}

/// Numbers that are kept of any text, of a longer one (one number for so many runs), and at most.
const FEWEST: usize = 64;
const ONE_FOR: usize = 16;
const MOST: usize = 192;
/// Fewer numbers say too little of a text that is longer.
const BELIEVED: usize = 24;
/// A text of fewer runs is a line or a notice.
const SHORTEST: u32 = 20;
/// What a sketch by the second rule begins with.
const SECOND: &str = "2/";

impl Sketch {
    /// The sketch of a text in pieces; none of a text that says next to nothing.
    pub(super) fn of(pieces: &[&str]) -> Option<Self> {
        let mut runs = Runs::default();
        for piece in pieces {
            runs.read(piece);
        }
        let (runs, numbers) = smallest(&runs.numbers);
        let runs = u32::try_from(runs).unwrap_or(u32::MAX);
        (runs >= SHORTEST).then_some(Self { rule: Rule::default(), runs, numbers })
    }

    /// How far two texts say the same; none where the sketches are too small a sample of texts of so different lengths, or of
    /// two rules.
    pub fn overlap(&self, other: &Self) -> Option<Overlap> {
        if self.rule != other.rule {
            return None;
        }
        let (own, others) = (self.bound(), other.bound());
        let bound = own.min(others);
        let up_to = |numbers: &[u32]| numbers.partition_point(|number| *number <= bound);
        let (ours, theirs) = (&self.numbers[..up_to(&self.numbers)], &other.numbers[..up_to(&other.numbers)]);
        let both = ours.iter().filter(|number| theirs.binary_search(number).is_ok()).count();
        let exact = bound == u32::MAX;
        let overlap = Overlap { ours: ours.len(), theirs: theirs.len(), both, exact };
        (exact || ours.len() >= BELIEVED).then_some(overlap)
    }

    /// Numbers up to this one are all there.
    fn bound(&self) -> u32 {
        if self.runs as usize == self.numbers.len() {
            u32::MAX
        } else {
            self.numbers.last().copied().unwrap_or(u32::MAX)
        }
    }
}

impl Overlap {
    /// Of a hundred runs of the one text, so many stand in the other.
    pub fn kept(self) -> u8 {
        share(self.both, self.ours)
    }

    /// Of a hundred runs of the other text, so many are not in the one.
    pub fn added(self) -> u8 {
        100 - share(self.both, self.theirs)
    }

    /// Of a hundred runs of either, so many are of both.
    pub fn similarity(self) -> u8 {
        share(self.both, self.ours + self.theirs - self.both)
    }
}

/// In the hundred, to the nearest.
fn share(part: usize, whole: usize) -> u8 {
    u8::try_from((part * 200 + whole) / (2 * whole).max(1)).unwrap_or(100).min(100)
}

/// How many numbers are kept of so many runs.
fn wanted(runs: usize) -> usize {
    (runs / ONE_FOR).clamp(FEWEST, MOST)
}

/// How many runs there are, and the smallest of their numbers in order, each once; where all are kept, how many those are.
fn smallest(numbers: &[u32]) -> (usize, Vec<u32>) {
    let wanted = wanted(numbers.len());
    // Half as many again as are wanted fall below this bound, unless the text says the same again and again.
    let likely = u32::MAX as usize / numbers.len().max(1) * (wanted + wanted / 2);
    let mut smallest = up_to(u32::try_from(likely).unwrap_or(u32::MAX), numbers);
    if smallest.len() <= wanted {
        smallest = up_to(u32::MAX, numbers);
    }
    if smallest.len() <= wanted {
        return (smallest.len(), smallest);
    }
    smallest.truncate(wanted);
    smallest.shrink_to_fit();
    (numbers.len(), smallest)
}

/// The numbers up to a bound in order, each once.
fn up_to(bound: u32, numbers: &[u32]) -> Vec<u32> {
    let mut some = Vec::new();
    for number in numbers {
        if *number <= bound {
            some.push(*number);
        }
    }
    some.sort_unstable();
    some.dedup();
    some
}

/// The rule but for the first, how many there are, then the smallest as four bytes each, in base 64.
impl Serialize for Sketch {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut bytes = Vec::with_capacity(4 * self.numbers.len());
        for number in &self.numbers {
            bytes.extend_from_slice(&number.to_be_bytes());
        }
        let rule = match self.rule {
            Rule::First => "",
            Rule::Second => SECOND,
        };
        let mut text = format!("{rule}{}:", self.runs);
        BASE64_NOPAD.encode_append(&bytes, &mut text);
        serializer.serialize_str(&text)
    }
}

impl TryFrom<String> for Sketch {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let damaged = "the sketch of a text is damaged";
        let (rule, text) = text.strip_prefix(SECOND).map_or((Rule::First, &*text), |text| (Rule::Second, text));
        let (runs, numbers) = text.split_once(':').ok_or(damaged)?;
        let bytes = BASE64_NOPAD.decode(numbers.as_bytes()).map_err(|_| damaged)?;
        let numbers: Vec<u32> =
            bytes.as_chunks().0.iter().map(|number: &[u8; 4]| u32::from_be_bytes(*number)).collect();
        let runs = runs.parse().map_err(|_| damaged)?;
        let is_sound = numbers.is_sorted() && bytes.len() % 4 == 0 && numbers.len() <= runs as usize;
        if is_sound { Ok(Self { rule, runs, numbers }) } else { Err(damaged) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn sketch(text: &str) -> Sketch {
        Sketch::of(&[text]).unwrap()
    }

    /// Sentences that have no run in common with those of another `seed`.
    fn text(seed: usize, words: usize) -> String {
        (0..words).map(|at| format!("w{seed}x{at} ")).collect::<Vec<_>>().concat()
    }

    proptest! {
        #[test]
        fn the_smallest_are_those_that_sorting_all_would_give(
            numbers in prop::collection::vec(prop_oneof![any::<u32>(), 0..40_u32, (u32::MAX - 9)..=u32::MAX], 0..4000),
        ) {
            let mut sorted = numbers.clone();
            sorted.sort_unstable();
            sorted.dedup();
            let wanted = (numbers.len() / ONE_FOR).clamp(FEWEST, MOST);
            let runs = if sorted.len() > wanted { numbers.len() } else { sorted.len() };
            sorted.truncate(wanted);
            prop_assert_eq!(smallest(&numbers), (runs, sorted));
        }
    }

    #[test]
    fn the_numbers_are_the_same_on_every_machine_and_those_of_two_rules_are_not_compared() {
        // They are kept: another number here makes every kept sketch worthless, and wants another rule.
        let words = "The river rises in the hills above the town and runs past nine mills to the sea; in spring it floods \
                     the lower meadows, and the road by the old bridge is closed for a week.";
        let kept = serde_json::to_string(&sketch(words)).unwrap();
        assert_eq!(&kept[1..23], "2/34:AO806wPAZf4IWanDE", "{kept}");
        let before = Sketch::try_from(kept[3..kept.len() - 1].to_owned()).unwrap();
        assert_eq!((before.rule, before.overlap(&sketch(words))), (Rule::First, None));
        assert_eq!(before.overlap(&before).map(Overlap::kept), Some(100));
        assert_eq!(serde_json::to_string(&before).unwrap(), kept.replace("2/", ""));
    }

    #[test]
    fn a_part_that_stands_is_told_from_one_that_is_new() {
        for (kept, new, expected) in [
            (2000, 0, (100, 0)),
            (2000, 2000, (100, 50)),
            (1000, 1000, (50, 50)),
            (200, 1800, (10, 90)),
            (0, 2000, (0, 100)),
        ] {
            let before = text(1, kept) + &text(2, 2000 - kept);
            let after = text(1, kept) + &text(3, new);
            let overlap = sketch(&before).overlap(&sketch(&after)).unwrap();
            let near = |a: u8, b: u8| a.abs_diff(b) <= 12;
            assert!(near(overlap.kept(), expected.0) && near(overlap.added(), expected.1), "{kept} {new}: {overlap:?}");
        }
    }

    #[test]
    fn a_share_is_as_near_as_a_sample_of_so_many_tells_it() {
        const TEXTS: usize = 400;
        // Of 130 words 52 are new, which is 40 in the hundred and a little more of the runs.
        let added = (0..TEXTS).map(|seed| {
            let [kept, before, new] = [(0, 78), (1, 52), (2, 52)].map(|(part, words)| text(3 * seed + part, words));
            let overlap = sketch(&(kept.clone() + &before)).overlap(&sketch(&(kept + &new))).unwrap();
            i64::from(overlap.added())
        });
        let added: Vec<i64> = added.collect();
        let count = i64::try_from(TEXTS).unwrap();
        let (sum, squares): (i64, i64) = (added.iter().sum(), added.iter().map(|share| (share - 41).pow(2)).sum());
        assert!((sum / count - 41).abs() <= 1, "{}", sum / count);
        assert!((12..=36).contains(&(squares / count)), "a standard error of some 5: {}", squares / count);
    }

    #[test]
    fn short_texts_are_compared_whole_and_notices_not_at_all() {
        let (one, other) = (text(1, 40), text(1, 31) + &text(2, 9));
        let overlap = sketch(&one).overlap(&sketch(&other)).unwrap();
        assert_eq!((overlap.ours, overlap.both, overlap.exact), (38, 29, true));
        assert_eq!(Sketch::of(&["Page not found. Go back to the first page, or look for something else."]), None);
        // A line in a book: nothing can be said from what is kept of the book.
        assert_eq!(sketch(&text(1, 30)).overlap(&sketch(&text(1, 100_000))), None);
    }

    #[test]
    fn typography_case_accents_and_pieces_change_nothing() {
        let words = "Das Café „Zur Brücke“ öffnet um acht Uhr, sagt der Wirt; es schließt, wenn der letzte Gast gegangen ist, \
                     und der geht spät. Am Sonntag ruht es, im Winter auch am Montag.";
        let other = words.to_uppercase().replace('ẞ', "SS").replace([',', '„'], " ");
        let decomposed: String = unicode_normalization::UnicodeNormalization::nfd(words).collect();
        assert_eq!(sketch(words), sketch(&decomposed));
        assert!(sketch(words).overlap(&sketch(&other)).unwrap().kept() >= 85, "only ß is written in two letters");
        let (head, tail) = words.split_at(words.find("öffnet").unwrap());
        assert_eq!(Some(sketch(words)), Sketch::of(&[head, tail]));
    }

    #[test]
    fn scripts_without_spaces_are_compared_by_their_characters() {
        let japanese = "川は町の上の丘に発し、九つの水車を過ぎて海に注ぐ。春には低い草地が水に浸り、古い橋のそばの道は一週間閉ざされる。";
        let edited = japanese.replace("九つ", "十二");
        let other = "図書館は種を貸し出し、秋に二倍を受け取る。棚は四十あり、雨の日でも開いていて、誰でも中に入ることができる。";
        let overlap = |other: &str| sketch(japanese).overlap(&sketch(other)).unwrap();
        assert!((80..100).contains(&overlap(&edited).kept()), "{:?}", overlap(&edited));
        assert!(overlap(other).kept() <= 5, "{:?}", overlap(other));
        let thai = "แม่น้ำเกิดบนเนินเขาเหนือเมืองและไหลผ่านโรงสีเก้าแห่งลงสู่ทะเล ในฤดูใบไม้ผลิน้ำท่วมทุ่งหญ้าที่ต่ำ";
        assert_eq!(sketch(thai).overlap(&sketch(thai)).unwrap().kept(), 100);
    }

    proptest! {
        #[test]
        fn a_text_against_itself_is_unchanged(words in proptest::collection::vec("[a-zé水ก]{1,8}", 0..1500)) {
            if let Some(sketch) = Sketch::of(&[&words.join(" ")]) {
                let overlap = sketch.overlap(&sketch).unwrap();
                prop_assert_eq!((overlap.kept(), overlap.added(), overlap.similarity()), (100, 0, 100));
            }
        }

        #[test]
        fn a_sketch_comes_back_as_it_was_and_damage_is_refused(
            words in proptest::collection::vec("[a-z]{1,8}", 30..1500),
            noise in "[0-9]{0,3}:?[A-Za-z0-9+/=]{0,40}",
        ) {
            if let Some(sketch) = Sketch::of(&[&words.join(" ")]) {
                let json = serde_json::to_string(&sketch).unwrap();
                prop_assert!(json.len() <= 1100);
                prop_assert_eq!(serde_json::from_str::<Sketch>(&json).unwrap(), sketch);
            }
            // It never panics; what it takes can be compared.
            if let Ok(sketch) = Sketch::try_from(noise) {
                sketch.overlap(&sketch);
            }
        }

        #[test]
        fn two_texts_are_as_near_from_either_side(
            one in proptest::collection::vec("[a-c]{1,2}", 40..400),
            other in proptest::collection::vec("[a-c]{1,2}", 40..400),
        ) {
            if let (Some(one), Some(other)) = (Sketch::of(&[&one.join(" ")]), Sketch::of(&[&other.join(" ")]))
                && let (Some(there), Some(back)) = (one.overlap(&other), other.overlap(&one))
            {
                prop_assert_eq!(there.similarity(), back.similarity());
                prop_assert_eq!(there.kept(), 100 - back.added());
            }
        }
    }
}
