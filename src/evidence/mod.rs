//! Exchanges written as WARC, and read back.
