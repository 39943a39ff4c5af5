//! Values as JSON, compressed; and long lists of them, which a run holds a part at a time.

mod packet;

use std::cell::RefCell;
use std::collections::VecDeque;
use std::fmt;
use std::io::{self, Read};
use std::sync::{Mutex, PoisonError};

use flate2::read::ZlibDecoder;
use lz4_flex::block::CompressTable;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde::ser::Serializer;
use serde::{Deserialize, Deserializer};

pub(crate) use packet::{Packet, Shelf, shelve_with};

/// Far above any page or report that is kept; damaged bytes must not fill the memory.
pub(crate) const LARGEST: u64 = 512 * 1024 * 1024;

/// Values of a part: enough that what they have in common is written once, and little to read for the sake of one of them.
const PART: usize = 16;

/// Parts that stay read: quotes point to and fro among the entries of a reference list, of which there are some hundred.
const PARTS_READ: usize = 64;

/// What stands first in a value that is packed with LZ4; one with zlib begins with 0x78. Its length as JSON follows, in four
/// bytes, the lowest first.
const LZ4: u8 = 0x04;
const HEAD: usize = 5;

/// More bytes than the usual page has want a larger table, which is not kept.
const USUAL: usize = 60_000;

/// A byte of LZ4 stands for no more than so many.
const MOST_FOR_A_BYTE: usize = 256;

/// What packing needs beside what is packed.
struct Bench {
    table: CompressTable,
    /// For what it is packed to, which is written off to its own room once its length is known.
    room: Vec<u8>,
}

impl Bench {
    fn new() -> Self {
        Self { table: CompressTable::small(), room: Vec::new() }
    }
}

thread_local! {
    /// Larger than most pages: made once, and cleared for each.
    static BENCH: RefCell<Bench> = RefCell::new(Bench::new());
}

/// Bytes of what a look leaves as JSON, about.
const USUAL_JSON: usize = 2048;

/// The value as JSON, for those that are written once a look: most fit the room that there is from the start.
pub(crate) fn json<T: Serialize + ?Sized>(value: &T) -> String {
    let mut bytes = Vec::with_capacity(USUAL_JSON);
    serde_json::to_writer(&mut bytes, value).expect("our own values have string keys");
    String::from_utf8(bytes).expect("JSON is text")
}

/// The value as JSON, LZ4.
pub(crate) fn pack<T: Serialize + ?Sized>(value: &T) -> Vec<u8> {
    pack_lz4(LZ4, json(value).as_bytes())
}

/// The value as JSON, zlib, as earlier versions packed what a run left.
#[cfg(test)]
pub(crate) fn pack_zlib<T: Serialize + ?Sized>(value: &T) -> Vec<u8> {
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    serde_json::to_writer(&mut packed, value).expect("our own values have string keys");
    packed.finish().expect("there is no end to memory")
}

/// Bytes as LZ4, behind a mark: a third of the work of zlib, and half as much again to keep. A run packs the text of a page, and
/// what it thinks of it, for each link.
pub(crate) fn pack_lz4(mark: u8, bytes: &[u8]) -> Vec<u8> {
    let length = u32::try_from(bytes.len()).expect("a page is far smaller than four gigabytes");
    let most = lz4_flex::block::get_maximum_output_size(bytes.len());
    BENCH.with_borrow_mut(|bench| {
        let Bench { table, room } = bench;
        if room.len() < most {
            room.resize(most, 0);
        }
        let written = lz4_flex::block::compress_into_with_table(bytes, room, table);
        let block = &room[..written.expect("there is room for the worst")];
        let mut packed = Vec::with_capacity(HEAD + block.len());
        packed.push(mark);
        packed.extend_from_slice(&length.to_le_bytes());
        packed.extend_from_slice(block);
        if bytes.len() > USUAL {
            *bench = Bench::new();
        }
        packed
    })
}

/// The value that was packed, one way or the other.
pub(crate) fn unpack<T: DeserializeOwned>(packed: &[u8]) -> Result<T, serde_json::Error> {
    if let Some((LZ4, rest)) = packed.split_first().map(|(first, rest)| (*first, rest)) {
        return serde_json::from_slice(&unpack_lz4(rest).map_err(serde_json::Error::io)?);
    }
    let mut text = String::new();
    ZlibDecoder::new(packed).take(LARGEST).read_to_string(&mut text).map_err(serde_json::Error::io)?;
    serde_json::from_str(&text)
}

/// What stands behind the mark of bytes that were packed with LZ4.
pub(crate) fn unpack_lz4(packed: &[u8]) -> io::Result<Vec<u8>> {
    let damaged = || io::Error::new(io::ErrorKind::InvalidData, "damaged LZ4");
    let (length, block) = packed.split_first_chunk().ok_or_else(damaged)?;
    let length = usize::try_from(u32::from_le_bytes(*length)).map_err(|_| damaged())?;
    if length as u64 > LARGEST || length / MOST_FOR_A_BYTE > block.len() {
        return Err(damaged());
    }
    let json =
        lz4_flex::block::decompress(block, length).map_err(|why| io::Error::new(io::ErrorKind::InvalidData, why))?;
    if json.len() == length { Ok(json) } else { Err(damaged()) }
}

/// A list that only grows. All but the last values are packed, [`PART`] together, so that each costs a few dozen bytes, or
/// next to none on a shelf.
pub(crate) struct Parts<T> {
    packed: Vec<Packet>,
    open: Vec<T>,
    /// The parts that were asked for last. Nobody waits for the lock: a list is read by one task, and shared so that others
    /// may hold it.
    read: Mutex<VecDeque<(usize, Vec<T>)>>,
}

impl<T> Default for Parts<T> {
    fn default() -> Self {
        Self { packed: Vec::new(), open: Vec::new(), read: Mutex::default() }
    }
}

impl<T: Clone> Clone for Parts<T> {
    fn clone(&self) -> Self {
        Self { packed: self.packed.clone(), open: self.open.clone(), read: Mutex::default() }
    }
}

impl<T> Parts<T> {
    /// How many values there are.
    pub(crate) fn len(&self) -> usize {
        self.packed.len() * PART + self.open.len()
    }
}

impl<T: Serialize + DeserializeOwned> Parts<T> {
    /// Adds a value.
    pub(crate) fn push(&mut self, value: T) {
        if self.open.len() == PART {
            self.packed.push(Packet::of(pack(&self.open)));
            self.open.clear();
        }
        self.open.push(value);
    }

    /// Every value, in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = T>
    where
        T: Clone,
    {
        self.packed.iter().flat_map(|part| unpacked(part)).chain(self.open.iter().cloned())
    }

    /// The value at that place.
    pub(crate) fn get(&self, at: usize) -> Option<T>
    where
        T: Clone,
    {
        let (part, within) = (at / PART, at % PART);
        let Some(packed) = self.packed.get(part) else { return self.open.get(at - self.packed.len() * PART).cloned() };
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, values)) = read.iter().find(|(at, _)| *at == part) {
            return values.get(within).cloned();
        }
        if read.len() == PARTS_READ {
            read.pop_front();
        }
        let values = unpacked(packed);
        let value = values.get(within).cloned();
        read.push_back((part, values));
        value
    }

    /// The list of these parts; an error where they are not what this version would have packed it to.
    pub(crate) fn of_packets(mut packed: Vec<Packet>) -> Result<Self, serde_json::Error> {
        let last: Option<Vec<T>> = packed.pop().map(|last| unpack(&last.bytes())).transpose()?;
        for part in &packed {
            if unpack::<Vec<T>>(&part.bytes())?.len() != PART {
                return Err(serde::de::Error::custom("a part of another length"));
            }
        }
        let open = last.unwrap_or_default();
        if open.len() > PART {
            return Err(serde::de::Error::custom("a part of another length"));
        }
        Ok(Self { packed, open, read: Mutex::default() })
    }

    /// The parts, packed.
    pub(crate) fn packed(&self) -> impl Iterator<Item = Packet> {
        let open = (!self.open.is_empty()).then(|| Packet::of(pack(&self.open)));
        self.packed.iter().cloned().chain(open)
    }
}

/// What this process has packed or has read before.
fn unpacked<T: DeserializeOwned>(part: &Packet) -> Vec<T> {
    unpack(&part.bytes()).expect("what was packed can be unpacked")
}

impl<T: Serialize + DeserializeOwned> Extend<T> for Parts<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, values: I) {
        values.into_iter().for_each(|value| self.push(value));
    }
}

impl<T: Serialize + DeserializeOwned> FromIterator<T> for Parts<T> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        let mut parts = Self::default();
        parts.extend(values);
        parts
    }
}

impl<T: Serialize + DeserializeOwned + Clone + PartialEq> PartialEq for Parts<T> {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().eq(other.iter())
    }
}

impl<T: Serialize + DeserializeOwned + Clone + Eq> Eq for Parts<T> {}

impl<T> fmt::Debug for Parts<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} values", self.len())
    }
}

/// As the list that it is.
impl<T: Serialize + DeserializeOwned + Clone> Serialize for Parts<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'de, T: Serialize + DeserializeOwned> Deserialize<'de> for Parts<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(Pushing(std::marker::PhantomData))
    }
}

/// Packs a list while it is read.
struct Pushing<T>(std::marker::PhantomData<T>);

impl<'de, T: Serialize + DeserializeOwned> serde::de::Visitor<'de> for Pushing<T> {
    type Value = Parts<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut values: A) -> Result<Parts<T>, A::Error> {
        let mut parts = Parts::default();
        while let Some(value) = values.next_element()? {
            parts.push(value);
        }
        Ok(parts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(length: usize) -> Parts<usize> {
        (0..length).collect()
    }

    #[test]
    fn a_list_holds_what_was_put_into_it_whatever_its_length() {
        for length in [0, 1, PART, PART + 1, 3 * PART, (PARTS_READ + 3) * PART] {
            let parts = counted(length);
            assert_eq!(parts.len(), length);
            assert!(parts.iter().eq(0..length));
            assert!((0..length).rev().all(|at| parts.get(at) == Some(at)));
            assert_eq!(parts.get(length), None);
        }
    }

    #[test]
    fn a_list_is_written_as_a_list_and_read_back() {
        let parts = counted(2 * PART + 5);
        let json = serde_json::to_string(&parts).unwrap();
        assert!(json.starts_with("[0,1,2,"));
        assert_eq!(serde_json::from_str::<Parts<usize>>(&json).unwrap(), parts);
        let packed: Vec<Vec<usize>> = parts.packed().map(|part| unpack(&part.bytes()).unwrap()).collect();
        assert_eq!(packed.concat(), (0..parts.len()).collect::<Vec<_>>());
        assert_eq!(Parts::of_packets(parts.packed().collect()).unwrap(), parts);
        assert!(Parts::<usize>::of_packets(parts.packed().skip(2).chain(parts.packed()).collect()).is_err());
        assert!(Parts::<String>::of_packets(parts.packed().collect()).is_err());
    }

    #[test]
    fn what_is_packed_one_way_or_the_other_is_read_back_and_what_is_damaged_is_refused() {
        for value in ["", "a", &"many words of a page ".repeat(5000)] {
            for packed in [pack(value), pack_zlib(value)] {
                assert_eq!(unpack::<String>(&packed).unwrap(), value);
                assert!(unpack::<String>(&packed[..packed.len() - 1]).is_err());
                assert!(unpack::<String>(&packed[..2]).is_err());
            }
        }
        let bomb = [&[LZ4][..], &u32::MAX.to_le_bytes(), &[0; 64]].concat();
        assert!(unpack::<String>(&bomb).is_err() && unpack::<String>(&[]).is_err());
    }
}
