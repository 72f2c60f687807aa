//! A short name for many bytes, by which it is seen whether they are still the same.

use std::fmt;

use xxhash_rust::xxh3::xxh3_128;

/// 128 bits that differ where the bytes do (XXH3). It is no protection from somebody who wants two texts to have the same one: who can
/// write pages has no need of that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest(u128);

/// Makes a digest of bytes that come one after the other. They are kept until then: most digests are of few, and those are made of
/// all at once in less time than piece by piece.
pub struct Digester(Vec<u8>);

impl Default for Digester {
    fn default() -> Self {
        Digester(Vec::with_capacity(512))
    }
}

impl Digest {
    pub fn of(bytes: &[u8]) -> Self {
        Digest(xxh3_128(bytes))
    }

    pub fn bytes(self) -> [u8; 16] {
        self.0.to_be_bytes()
    }
}

impl Digester {
    /// Takes in more bytes.
    pub fn add(&mut self, bytes: impl AsRef<[u8]>) -> &mut Self {
        self.0.extend_from_slice(bytes.as_ref());
        self
    }

    /// Of all bytes so far.
    pub fn digest(&self) -> Digest {
        Digest::of(&self.0)
    }
}

/// 32 hexadecimal digits; `{:.10}` shows the first ten.
impl fmt::Display for Digest {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(&format!("{:032x}", self.0))
    }
}
