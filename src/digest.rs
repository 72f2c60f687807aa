//! Digests: hashes that show whether bytes are still the same.

use std::fmt;

/// 128 bits that differ where the bytes do (BLAKE3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest([u8; 16]);

/// Makes a digest of bytes that come one after the other.
#[derive(Default)]
pub struct Digester(blake3::Hasher);

impl Digest {
    pub fn of(bytes: &[u8]) -> Self {
        Digest::from(blake3::hash(bytes))
    }

    pub fn bytes(self) -> [u8; 16] {
        self.0
    }
}

impl From<blake3::Hash> for Digest {
    fn from(hash: blake3::Hash) -> Self {
        let (half, _) = hash.as_bytes().split_at(16);
        Digest(half.try_into().expect("half of 32 bytes is 16"))
    }
}

impl Digester {
    /// Takes in more bytes.
    pub fn add(&mut self, bytes: impl AsRef<[u8]>) -> &mut Self {
        self.0.update(bytes.as_ref());
        self
    }

    /// Of all bytes so far.
    pub fn digest(&self) -> Digest {
        Digest::from(self.0.finalize())
    }
}

/// 32 hexadecimal digits; `{:.10}` shows the first ten.
impl fmt::Display for Digest {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(&format!("{:032x}", u128::from_be_bytes(self.0)))
    }
}
