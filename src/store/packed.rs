//! Values as JSON, compressed: what the larger columns hold.

use std::cell::RefCell;
use std::io::Read;

use flate2::read::ZlibDecoder;
use flate2::{Compress, Compression, FlushCompress, Status};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Far above any page or report that is kept; a damaged column must not fill the memory.
const LARGEST: u64 = 512 * 1024 * 1024;

/// The value as JSON, zlib.
pub(super) fn pack<T: Serialize + ?Sized>(value: &T) -> Vec<u8> {
    pack_bytes(&serde_json::to_vec(value).expect("our own values have string keys"))
}

/// The same for text that is JSON already.
pub(super) fn pack_text(text: &str) -> Vec<u8> {
    pack_bytes(text.as_bytes())
}

thread_local! {
    /// Its tables are larger than most pages: made once, and cleared for each.
    static COMPRESS: RefCell<Compress> = RefCell::new(Compress::new(Compression::fast(), true));
}

/// The fastest level: pages are packed once a look, and text shrinks to a third all the same.
fn pack_bytes(bytes: &[u8]) -> Vec<u8> {
    COMPRESS.with_borrow_mut(|compress| {
        compress.reset();
        let mut packed = Vec::with_capacity(bytes.len() / 2 + 64);
        loop {
            let read = usize::try_from(compress.total_in()).expect("what is in memory can be counted");
            let status = compress.compress_vec(&bytes[read..], &mut packed, FlushCompress::Finish);
            if status.expect("a compressor takes any bytes") == Status::StreamEnd {
                return packed;
            }
            packed.reserve(bytes.len() / 2 + 64);
        }
    })
}

/// The value of a packed column.
pub(super) fn unpack<T: DeserializeOwned>(packed: &[u8]) -> Result<T, serde_json::Error> {
    serde_json::from_str(&unpack_text(packed).map_err(serde::de::Error::custom)?)
}

/// The text of a packed column.
pub(super) fn unpack_text(packed: &[u8]) -> std::io::Result<String> {
    let mut text = String::new();
    ZlibDecoder::new(packed).take(LARGEST).read_to_string(&mut text)?;
    Ok(text)
}
