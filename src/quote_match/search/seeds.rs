//! Where on a page a quote could stand, by the words they share: every shared word votes for the place where the quote
//! would then begin, rare words louder.

use std::ops::Range;

use crate::quote_match::folding::fold::Folded;
use crate::quote_match::folding::spelling::variants;

/// Votes that are counted for one quote; the rarest words vote first. It bounds the work of one quote on any page.
const MAX_VOTES: usize = 50_000;

/// So many of the quote's rarest words vote however common they are, so that a quote of common words has a voice.
const ALWAYS_VOTE: usize = 4;

/// Words more common than this vote only among the rarest.
const COMMON: usize = 64;

/// Windows that are looked into.
const WINDOWS: usize = 3;

/// The words of a page by their hash.
#[derive(Debug)]
pub(crate) struct Index {
    /// Start of each bucket in `entries`; a bucket holds the hashes that begin with the same bits.
    buckets: Vec<u32>,
    /// A hash and the word that has it, in order.
    entries: Vec<Entry>,
    shift: u32,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    hash: u32,
    place: u32,
}

struct Vote {
    start: i64,
    weight: u32,
}

impl Index {
    /// Indexes the words of `page`.
    pub fn new(page: &Folded<'_>) -> Self {
        let hashes: Vec<u32> = page.all().map(|index| hash(page.word(index))).collect();
        let bits = usize::BITS - hashes.len().max(2).leading_zeros();
        let shift = 32 - bits.min(24);
        let mut buckets = vec![0u32; (1 << (32 - shift)) + 1];
        for hash in &hashes {
            buckets[(hash >> shift) as usize + 1] += 1;
        }
        for at in 1..buckets.len() {
            buckets[at] += buckets[at - 1];
        }
        let mut next = buckets.clone();
        let mut entries = vec![Entry::default(); hashes.len()];
        for (place, &hash) in (0u32..).zip(&hashes) {
            let slot = &mut next[(hash >> shift) as usize];
            entries[*slot as usize] = Entry { hash, place };
            *slot += 1;
        }
        for bucket in buckets.windows(2) {
            let own = &mut entries[bucket[0] as usize..bucket[1] as usize];
            if !own.is_sorted() {
                own.sort_unstable();
            }
        }
        Self { buckets, entries, shift }
    }

    /// Where a word stands.
    fn places(&self, word: &str) -> &[Entry] {
        let hash = hash(word);
        let bucket = (hash >> self.shift) as usize;
        let own = &self.entries[self.buckets[bucket] as usize..self.buckets[bucket + 1] as usize];
        let start = own.partition_point(|entry| entry.hash < hash);
        let end = own.partition_point(|entry| entry.hash <= hash);
        &own[start..end]
    }

    /// Where among `words` of the page a word stands, in order; another word of the same hash can be among them.
    pub fn places_in(&self, word: &str, words: Range<usize>) -> impl DoubleEndedIterator<Item = usize> {
        let places = self.places(word);
        let from = places.partition_point(|entry| (entry.place as usize) < words.start);
        let end = places.partition_point(|entry| (entry.place as usize) < words.end);
        places[from..end.max(from)].iter().map(|entry| entry.place as usize)
    }

    /// Where a word stands, or another spelling of it where it does not.
    fn places_spelled(&self, word: &str) -> &[Entry] {
        let own = self.places(word);
        if !own.is_empty() {
            return own;
        }
        variants(word).map(|other| self.places(&other)).find(|places| !places.is_empty()).unwrap_or_default()
    }

    /// How many words the page has.
    pub fn length(&self) -> usize {
        self.entries.len()
    }

    /// How often a word stands on the page.
    pub fn count(&self, word: &str) -> usize {
        self.places(word).len()
    }

    /// Ranges of the page's words that could hold the words of the quote, the best first.
    pub fn windows(&self, quote: &Folded<'_>, words: Range<usize>) -> Vec<Range<usize>> {
        let length = words.len();
        let votes = self.votes(quote, words);
        let reach = i64::try_from(length / 2 + 4).unwrap_or(i64::MAX);
        let mut sums = Vec::with_capacity(votes.len());
        let (mut sum, mut first) = (0, 0);
        for (last, vote) in votes.iter().enumerate() {
            sum += vote.weight;
            while votes[first].start < vote.start - reach {
                sum -= votes[first].weight;
                first += 1;
            }
            sums.push((sum, votes[first].start, votes[last].start));
        }
        self.best_of(sums, length)
    }

    /// Where the most words of the quote stand in the places that they have in it.
    pub fn aligned(&self, quote: &Folded<'_>, words: Range<usize>) -> Option<Range<usize>> {
        let length = words.len();
        let votes = self.votes(quote, words);
        let same = votes.chunk_by(|one, other| one.start == other.start);
        let best = same.max_by_key(|votes| votes.iter().map(|vote| vote.weight).sum::<u32>())?;
        let start = usize::try_from(best[0].start).ok()?;
        Some(start..(start + length).min(self.entries.len()))
    }

    fn best_of(&self, mut sums: Vec<(u32, i64, i64)>, length: usize) -> Vec<Range<usize>> {
        let slack = length / 4 + 4;
        let mut windows: Vec<Range<usize>> = Vec::new();
        while windows.len() < WINDOWS {
            let Some(&(_, first, last)) = sums.iter().max_by_key(|(sum, first, _)| (*sum, -first)) else { break };
            let start = usize::try_from(first).unwrap_or(0).saturating_sub(slack);
            let end = usize::try_from(last).unwrap_or(0) + length + slack;
            windows.push(start..end.min(self.entries.len()));
            sums.retain(|&(_, other_first, other_last)| other_last < first || other_first > last);
        }
        windows
    }

    /// Sorted by where the quote would begin.
    fn votes(&self, quote: &Folded<'_>, words: Range<usize>) -> Vec<Vote> {
        let mut seeds: Vec<(usize, &[Entry])> =
            words.clone().map(|word| (word - words.start, self.places_spelled(quote.word(word)))).collect();
        seeds.retain(|(_, places)| !places.is_empty());
        seeds.sort_by_key(|(offset, places)| (places.len(), *offset));
        let mut votes: Vec<Vote> = Vec::new();
        for (rank, (offset, places)) in seeds.into_iter().enumerate() {
            let count = places.len();
            if (count > COMMON && rank >= ALWAYS_VOTE) || votes.len() + count > MAX_VOTES {
                break;
            }
            let weight = (self.entries.len() / count).max(1).ilog2() + 1;
            let offset = i64::try_from(offset).unwrap_or(i64::MAX);
            votes.extend(places.iter().map(|entry| Vote { start: i64::from(entry.place) - offset, weight }));
        }
        // The votes of each word are in order already, which the stable sort makes use of.
        votes.sort_by_key(|vote| vote.start);
        votes
    }
}

/// Multiply and rotate over eight bytes at a time; the high bits are the good ones.
fn hash(word: &str) -> u32 {
    const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut state = word.len() as u64;
    for chunk in word.as_bytes().chunks(8) {
        let mut eight = [0; 8];
        eight[..chunk.len()].copy_from_slice(chunk);
        state = (state.rotate_left(23) ^ u64::from_le_bytes(eight)).wrapping_mul(ODD);
    }
    u32::try_from((state ^ state >> 29).wrapping_mul(ODD) >> 32).unwrap_or_default()
}
