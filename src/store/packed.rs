//! Values as JSON, compressed: what the larger columns hold.

use std::cell::RefCell;
use std::io::{BufReader, BufWriter, Read};

use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use flate2::{Compress, Compression, FlushCompress, Status};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Far above any page or report that is kept; a damaged column must not fill the memory.
const LARGEST: u64 = 512 * 1024 * 1024;

/// The value as JSON, zlib.
pub(super) fn pack<T: Serialize + ?Sized>(value: &T) -> Vec<u8> {
    pack_bytes(&serde_json::to_vec(value).expect("our own values have string keys"))
}

/// A large value as JSON, compressed: made and read piece by piece, so that its text is never in memory.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Packed(Vec<u8>);

impl Packed {
    /// The value packed.
    pub(crate) fn of<T: Serialize>(value: &T) -> Result<Self, serde_json::Error> {
        let mut json = BufWriter::new(ZlibEncoder::new(Vec::new(), Compression::fast()));
        serde_json::to_writer(&mut json, value)?;
        let packed = json.into_inner().map_err(std::io::IntoInnerError::into_error).and_then(ZlibEncoder::finish);
        packed.map(Self).map_err(serde_json::Error::io)
    }

    /// The value that was packed.
    pub(crate) fn read<T: DeserializeOwned>(&self) -> Result<T, serde_json::Error> {
        serde_json::from_reader(BufReader::new(ZlibDecoder::new(&self.0[..]).take(LARGEST)))
    }

    /// Out of a column.
    pub(super) fn from_column(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// Into a column.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.0
    }
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
    let mut text = String::new();
    ZlibDecoder::new(packed).take(LARGEST).read_to_string(&mut text).map_err(serde_json::Error::io)?;
    serde_json::from_str(&text)
}
