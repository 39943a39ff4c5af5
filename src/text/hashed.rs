//! A quick hash for tables whose keys are ours: every word of a page is looked up in them, and what is looked up is never
//! added, so that nobody can choose words that crowd.

use std::hash::{BuildHasherDefault, Hasher};

/// Makes the hash.
pub(crate) type Quickly = BuildHasherDefault<Quick>;

/// The hash so far: eight bytes are mixed in at a time.
#[derive(Debug, Default)]
pub(crate) struct Quick(u64);

/// An odd number without a pattern: the golden ratio.
const TIMES: u64 = 0x9e37_79b9_7f4a_7c15;

impl Quick {
    fn add(&mut self, bytes: u64) {
        self.0 = (self.0.rotate_left(5) ^ bytes).wrapping_mul(TIMES);
    }
}

impl Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        let (eights, rest) = bytes.as_chunks();
        for eight in eights {
            self.add(u64::from_le_bytes(*eight));
        }
        self.add(rest.iter().fold(rest.len() as u64, |all, byte| all << 8 | u64::from(*byte)));
    }

    fn write_u8(&mut self, byte: u8) {
        self.add(u64::from(byte));
    }

    fn write_u32(&mut self, number: u32) {
        self.add(u64::from(number));
    }

    fn finish(&self) -> u64 {
        // Tables look at the lowest and at the highest bits.
        self.0 ^ self.0 >> 32
    }
}
