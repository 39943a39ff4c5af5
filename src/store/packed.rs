//! Large values as JSON, compressed: what the larger columns hold, made and read piece by piece.

use std::io::{BufReader, BufWriter, Read};

use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::packed::LARGEST;

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
