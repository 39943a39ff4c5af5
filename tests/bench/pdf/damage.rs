//! Ways to damage a file, the same for the same seed.

/// What is done to the bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// One byte in a thousand is another.
    Bytes,
    /// Twenty bits are turned.
    Bits,
    /// It ends early.
    Cut,
    /// A piece of it is zeros.
    Zeros,
    /// A piece of it stands twice.
    Twice,
    /// Digits are other digits.
    Digits,
}

/// A stream of numbers (`SplitMix64`).
pub(crate) struct Lot(u64);

impl Way {
    /// Every way.
    pub(crate) const ALL: [Self; 6] = [Self::Bytes, Self::Bits, Self::Cut, Self::Zeros, Self::Twice, Self::Digits];

    /// For the table.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Bytes => "bytes changed",
            Self::Bits => "bits turned",
            Self::Cut => "cut off",
            Self::Zeros => "a piece of zeros",
            Self::Twice => "a piece twice",
            Self::Digits => "digits changed",
        }
    }

    /// The bytes, damaged.
    pub(crate) fn damage(self, mut bytes: Vec<u8>, lot: &mut Lot) -> Vec<u8> {
        if bytes.is_empty() {
            return bytes;
        }
        match self {
            Self::Bytes => {
                for _ in 0..=bytes.len() / 1000 {
                    let at = lot.below(bytes.len());
                    bytes[at] = lot.byte();
                }
            }
            Self::Bits => {
                for _ in 0..20 {
                    let at = lot.below(bytes.len());
                    bytes[at] ^= 1 << lot.below(8);
                }
            }
            Self::Cut => bytes.truncate(lot.below(bytes.len())),
            Self::Zeros => {
                let at = lot.below(bytes.len());
                let end = (at + 1 + lot.below(4096)).min(bytes.len());
                bytes[at..end].fill(0);
            }
            Self::Twice => {
                let at = lot.below(bytes.len());
                let end = (at + 1 + lot.below(4096)).min(bytes.len());
                let piece = bytes[at..end].to_vec();
                bytes.splice(at..at, piece);
            }
            Self::Digits => {
                let digits: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at].is_ascii_digit()).collect();
                for _ in 0..digits.len().min(50) {
                    bytes[digits[lot.below(digits.len())]] = b'0' + lot.byte() % 10;
                }
            }
        }
        bytes
    }
}

impl Lot {
    /// The numbers of a seed and a name.
    pub(crate) fn new(seed: u64, name: &str) -> Self {
        Self(name.bytes().fold(seed, |state, byte| (state ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).unwrap_or_default()
    }

    fn byte(&mut self) -> u8 {
        self.next().to_le_bytes()[0]
    }
}
