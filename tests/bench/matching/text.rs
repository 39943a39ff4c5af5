//! Pages of made-up words that are as frequent as words are: the second half as often as the first, and so on.

/// Different words of a page; the first are small ones.
const VOCABULARY: usize = 20_000;

/// Words of a quote, from the fewest to the most.
const FEWEST: usize = 6;
const MOST: usize = 40;

/// Makes pages and quotes, the same each time.
pub struct Words {
    state: u64,
    vocabulary: Vec<String>,
}

/// Quotes for one page.
pub struct Quotes {
    /// Stand there.
    pub exact: Vec<String>,
    /// Stand there with two other words.
    pub near: Vec<String>,
    /// Are of the same words, and stand nowhere.
    pub absent: Vec<String>,
}

impl Words {
    pub fn new(seed: u64) -> Self {
        let mut words = Self { state: seed, vocabulary: Vec::new() };
        words.vocabulary = (0..VOCABULARY).map(|rank| words.made_up(rank)).collect();
        words
    }

    fn below(&mut self, end: usize) -> usize {
        self.state = self.state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.state >> 33).unwrap_or(0) % end.max(1)
    }

    /// Common words are short, rare ones long.
    fn made_up(&mut self, rank: usize) -> String {
        const SYLLABLES: [&str; 16] =
            ["ta", "ren", "mo", "sil", "ker", "du", "vin", "lo", "pas", "gri", "ben", "hal", "ti", "zor", "ne", "cam"];
        let syllables = if rank < 200 { 1 + self.below(2) } else { 2 + self.below(3) };
        (0..syllables).map(|_| SYLLABLES[self.below(SYLLABLES.len())]).collect()
    }

    /// A word by its frequency: each doubling of the rank is as likely as the one before.
    fn word(&mut self) -> String {
        let doublings = VOCABULARY.ilog2() as usize;
        let doubling = self.below(doublings + 1);
        let rank = (1 << doubling) - 1 + self.below(1 << doubling);
        self.vocabulary[rank.min(VOCABULARY - 1)].clone()
    }

    /// Paragraphs of sentences.
    pub fn page(&mut self, bytes: usize) -> String {
        let mut text = String::with_capacity(bytes + 100);
        while text.len() < bytes {
            let length = 8 + self.below(20);
            let sentence: Vec<String> = (0..length).map(|_| self.word()).collect();
            text.push_str(&sentence.join(" "));
            text.push_str(if self.below(6) == 0 { ".\n" } else { ". " });
        }
        text
    }

    pub fn quotes(&mut self, text: &str, count: usize) -> Quotes {
        let words: Vec<&str> = text.split(' ').collect();
        let mut quotes = Quotes { exact: Vec::new(), near: Vec::new(), absent: Vec::new() };
        for _ in 0..count {
            let length = FEWEST + self.below(MOST - FEWEST);
            let at = self.below(words.len() - length);
            let passage = &words[at..at + length];
            quotes.exact.push(passage.join(" "));
            let mut changed: Vec<String> = passage.iter().map(|word| (*word).to_owned()).collect();
            for _ in 0..2 {
                let place = self.below(length);
                changed[place] = self.word();
            }
            quotes.near.push(changed.join(" "));
            quotes.absent.push((0..length).map(|_| self.word()).collect::<Vec<_>>().join(" "));
        }
        quotes
    }
}
