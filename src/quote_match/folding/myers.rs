//! Approximate search for a pattern in a text by edit distance, 64 cells at a time: Myers' bit vectors in the block form
//! of Hyyrö.

/// A pattern made ready.
#[derive(Debug)]
pub(crate) struct Pattern {
    length: usize,
    blocks: usize,
    /// Row of the table for each ASCII character; 0 where the pattern has none.
    ascii: [u16; 128],
    /// The same for all others, in order.
    others: Vec<(char, u16)>,
    /// For every character of the pattern the bits of its places; row 0 is empty.
    table: Vec<u64>,
}

/// Where the text may begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Start {
    /// Anywhere: what stands before the match costs nothing.
    Anywhere,
    /// At its first character.
    Here,
}

/// The best match: how many edits, and after how many characters of the text it ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Nearest {
    /// Insertions, deletions and replacements.
    pub distance: usize,
    /// Characters of the text up to the end of the match; the first of equals.
    pub end: usize,
}

impl Pattern {
    /// Makes `pattern` ready.
    pub fn new(pattern: impl Iterator<Item = char> + Clone) -> Self {
        let length = pattern.clone().count();
        let blocks = length.div_ceil(64).max(1);
        let mut ready = Self { length, blocks, ascii: [0; 128], others: Vec::new(), table: vec![0; blocks] };
        for (at, c) in pattern.enumerate() {
            let row = ready.row_for(c);
            ready.table[row * blocks + at / 64] |= 1 << (at % 64);
        }
        ready
    }

    fn row_for(&mut self, c: char) -> usize {
        let known = self.row(c);
        if known > 0 {
            return known;
        }
        let row = self.table.len() / self.blocks;
        // A pattern with more kinds of characters than that would be longer than any quote that is searched for.
        let Ok(short) = u16::try_from(row) else { return 0 };
        self.table.resize(self.table.len() + self.blocks, 0);
        if let Some(slot) = self.ascii.get_mut(c as usize) {
            *slot = short;
        } else {
            let at = self.others.partition_point(|(other, _)| *other < c);
            self.others.insert(at, (c, short));
        }
        row
    }

    fn row(&self, c: char) -> usize {
        match self.ascii.get(c as usize) {
            Some(row) => usize::from(*row),
            None => {
                self.others.binary_search_by_key(&c, |(other, _)| *other).map_or(0, |at| usize::from(self.others[at].1))
            }
        }
    }

    /// The place in `text` with the fewest edits.
    pub fn nearest(&self, text: impl Iterator<Item = char>, start: Start) -> Nearest {
        let mut best = Nearest { distance: self.length, end: 0 };
        self.scan(text, start, |distance, end| {
            if distance < best.distance {
                best = Nearest { distance, end };
            }
        });
        best
    }

    /// The edits that turn the pattern into the whole of `text`.
    pub fn distance(&self, text: impl Iterator<Item = char>) -> usize {
        let mut last = self.length;
        self.scan(text, Start::Here, |distance, _| last = distance);
        last
    }

    /// Gives `each` the distance of the whole pattern after every character of the text.
    fn scan(&self, text: impl Iterator<Item = char>, start: Start, mut each: impl FnMut(usize, usize)) {
        if self.length == 0 {
            text.enumerate().for_each(|(at, _)| each(if start == Start::Here { at + 1 } else { 0 }, at + 1));
            return;
        }
        let mut column: Vec<(u64, u64)> = vec![(u64::MAX, 0); self.blocks];
        let last_bit = (self.length - 1) % 64;
        let mut distance = self.length;
        for (at, c) in text.enumerate() {
            let row = self.row(c) * self.blocks;
            let mut carry = i8::from(start == Start::Here);
            for (block, cell) in column.iter_mut().enumerate() {
                let top = if block + 1 == self.blocks { last_bit } else { 63 };
                carry = advance(cell, self.table[row + block], carry, top);
            }
            distance = distance.saturating_add_signed(isize::from(carry));
            each(distance, at + 1);
        }
    }
}

/// One block of one column: the vertical differences `(plus, minus)` move on, and the horizontal one at bit `top` comes
/// out.
fn advance(cell: &mut (u64, u64), places: u64, carry: i8, top: usize) -> i8 {
    let (plus, minus) = *cell;
    let vertical = places | minus;
    let places = places | u64::from(carry < 0);
    let horizontal = ((places & plus).wrapping_add(plus) ^ plus) | places;
    let up = minus | !(horizontal | plus);
    let down = plus & horizontal;
    let out = i8::from(up >> top & 1 == 1) - i8::from(down >> top & 1 == 1);
    let up = up << 1 | u64::from(carry > 0);
    let down = down << 1 | u64::from(carry < 0);
    *cell = (down | !(vertical | up), up & vertical);
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn by_table(pattern: &[char], text: &[char], start: Start) -> Nearest {
        let mut column: Vec<usize> = (0..=pattern.len()).collect();
        let mut best = Nearest { distance: pattern.len(), end: 0 };
        for (at, c) in text.iter().enumerate() {
            let mut diagonal = column[0];
            column[0] = if start == Start::Here { at + 1 } else { 0 };
            for row in 1..=pattern.len() {
                let cost =
                    (diagonal + usize::from(pattern[row - 1] != *c)).min(column[row - 1] + 1).min(column[row] + 1);
                diagonal = std::mem::replace(&mut column[row], cost);
            }
            if column[pattern.len()] < best.distance {
                best = Nearest { distance: column[pattern.len()], end: at + 1 };
            }
        }
        best
    }

    proptest! {
        #[test]
        fn the_bit_vectors_say_what_the_full_table_says(
            pattern in proptest::collection::vec(prop::sample::select(vec!['a', 'b', 'c', 'é', '中']), 0..200),
            text in proptest::collection::vec(prop::sample::select(vec!['a', 'b', 'c', 'é', '中', 'x']), 0..300),
        ) {
            for start in [Start::Anywhere, Start::Here] {
                let found = Pattern::new(pattern.iter().copied()).nearest(text.iter().copied(), start);
                prop_assert_eq!(found, by_table(&pattern, &text, start));
            }
            let (one, other): (String, String) = (pattern.iter().collect(), text.iter().collect());
            let distance = Pattern::new(pattern.iter().copied()).distance(text.iter().copied());
            prop_assert_eq!(distance, strsim::levenshtein(&one, &other));
        }
    }
}
