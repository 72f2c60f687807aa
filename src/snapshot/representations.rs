//! The body of an answer, in each coding in which it can be sent.
//!
//! Policy: a body is kept as it was made until there is brotli of it, and as brotli from then on,
//! which takes a quarter of the memory; who asks for it without compression gets it out of that.
//! Quick brotli is made in the background after a swap, or when it is first asked for; the best
//! brotli takes the place of the quick one in idle time. gzip, which no browser prefers, is made
//! when it is first asked for. An entity tag names the content and its coding, so that replicas, a
//! restart and a better compression all give the same one. Since other bytes may come under the
//! same tag, it is a weak one.

use std::sync::{Arc, OnceLock};

use arc_swap::ArcSwap;
use bytes::Bytes;
use http::HeaderValue;

use crate::digest::{Digest, Digester};
use crate::snapshot::encoding::{Coding, Effort, compress, decompress};

/// The smallest body that is compressed, in bytes: below it the headers weigh more than the gain.
const SMALLEST: usize = 1024;

/// The form in which a body is kept.
#[derive(Debug)]
enum KeptBody {
    /// As it was made, in pieces, of which other bodies may have the same.
    Plain(Vec<Bytes>),
    Brotli(Bytes, Effort),
}

/// One body in every coding.
#[derive(Debug)]
pub struct Representations {
    digest: Digest,
    /// The bytes without compression.
    length: usize,
    is_compressible: bool,
    kept: ArcSwap<KeptBody>,
    gzip: OnceLock<Bytes>,
    /// The tags of the codings, in their order.
    etags: [HeaderValue; 3],
}

impl Representations {
    /// A body that is made of these pieces, one after the other.
    pub fn new(pieces: Vec<Bytes>, is_compressible: bool) -> Self {
        let mut digester = Digester::default();
        for piece in &pieces {
            digester.add(piece);
        }
        let digest = digester.digest();
        let length = pieces.iter().map(Bytes::len).sum();
        Representations {
            digest,
            length,
            is_compressible: is_compressible && length >= SMALLEST,
            kept: ArcSwap::from_pointee(KeptBody::Plain(pieces)),
            gzip: OnceLock::new(),
            etags: Coding::ALL.map(|coding| weak_etag(digest, "", coding)),
        }
    }

    /// The body without compression.
    pub fn identity(&self) -> Bytes {
        match &**self.kept.load() {
            KeptBody::Plain(pieces) => joined(pieces),
            KeptBody::Brotli(bytes, _) => decompress(bytes, self.length),
        }
    }

    /// The number of bytes without compression.
    pub fn length(&self) -> usize {
        self.length
    }

    pub fn digest(&self) -> Digest {
        self.digest
    }

    pub fn is_compressible(&self) -> bool {
        self.is_compressible
    }

    pub fn etag(&self, coding: Coding) -> &HeaderValue {
        &self.etags[coding as usize]
    }

    /// The body in a coding, if it is there in that.
    pub fn get(&self, coding: Coding) -> Option<Bytes> {
        match (coding, &**self.kept.load()) {
            (Coding::Identity, KeptBody::Plain(pieces)) => Some(joined(pieces)),
            (Coding::Brotli, KeptBody::Brotli(bytes, _)) => Some(bytes.clone()),
            (Coding::Gzip, _) => self.gzip.get().cloned(),
            _ => None,
        }
    }

    /// The body in a coding; it is made here and now where it is not there.
    pub fn get_or_encode(&self, coding: Coding) -> Bytes {
        self.get(coding).unwrap_or_else(|| match coding {
            Coding::Identity => self.identity(),
            Coding::Brotli => self.encode(Effort::Quick),
            Coding::Gzip => {
                let encode = || compress(&self.identity(), coding, Effort::Quick);
                self.gzip.get_or_init(encode).clone()
            }
        })
    }

    /// Makes the brotli where it is not there yet with at least this effort.
    pub fn prepare(&self, effort: Effort) {
        let is_there = match **self.kept.load() {
            KeptBody::Plain(_) => !self.is_compressible,
            KeptBody::Brotli(_, made) => effort == Effort::Quick || made == Effort::Best,
        };
        if !is_there {
            self.encode(effort);
        }
    }

    fn encode(&self, effort: Effort) -> Bytes {
        let before = self.kept.load();
        let bytes = compress(&self.identity(), Coding::Brotli, effort);
        let made = Arc::new(KeptBody::Brotli(bytes.clone(), effort));
        // What another thread has put there in the meantime is the same, or better.
        self.kept.compare_and_swap(&*before, made);
        bytes
    }

    /// Takes over what was made of the same body in an earlier snapshot.
    pub fn adopt(&self, earlier: &Representations) {
        let kept = earlier.kept.load_full();
        if let KeptBody::Brotli(..) = *kept {
            self.kept.store(kept);
        }
        if let Some(gzip) = earlier.gzip.get() {
            self.gzip.get_or_init(|| gzip.clone());
        }
    }
}

fn joined(pieces: &[Bytes]) -> Bytes {
    match pieces {
        [whole] => whole.clone(),
        pieces => pieces.concat().into(),
    }
}

/// The tag of a form of what has this digest, in a coding. The form of the body itself has no name.
pub(super) fn weak_etag(digest: Digest, form: &str, coding: Coding) -> HeaderValue {
    let coding = coding.token().map(|token| format!("-{token}"));
    let coding = coding.unwrap_or_default();
    let tag = format!("W/\"{digest:.20}{form}{coding}\"");
    HeaderValue::from_str(&tag).expect("hexadecimal digits can stand in a header")
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    const LICENSE: &str = include_str!("../../LICENSE");

    fn body() -> Representations {
        let (start, end) = LICENSE.split_at(500);
        Representations::new(vec![start.into(), end.into()], true)
    }

    #[test]
    fn every_coding_holds_the_same_text_under_a_tag_of_its_own() {
        let body = body();
        let (mut brotli, mut gzip) = (Vec::new(), Vec::new());
        let bytes = body.get_or_encode(Coding::Brotli);
        brotli::BrotliDecompress(&mut &*bytes, &mut brotli).expect("valid brotli");
        let bytes = body.get_or_encode(Coding::Gzip);
        flate2::read::GzDecoder::new(&*bytes)
            .read_to_end(&mut gzip)
            .expect("valid gzip");
        assert!(brotli == LICENSE.as_bytes() && gzip == LICENSE.as_bytes());
        assert_eq!(body.get_or_encode(Coding::Identity), LICENSE);
        let mut tags = Coding::ALL.map(|coding| body.etag(coding).clone()).to_vec();
        tags.sort();
        tags.dedup();
        assert_eq!(tags.len(), 3);
    }

    #[test]
    fn a_better_compression_keeps_the_tag_and_is_kept_for_the_next_snapshot() {
        let (body, next) = (body(), body());
        let quick = body.get_or_encode(Coding::Brotli);
        body.prepare(Effort::Best);
        body.get_or_encode(Coding::Gzip);
        let best = body.get(Coding::Brotli).expect("it was made");
        assert!(best.len() <= quick.len());
        next.adopt(&body);
        assert_eq!(next.get(Coding::Brotli).as_ref(), Some(&best));
        assert_eq!(next.get(Coding::Gzip), body.get(Coding::Gzip));
        assert_eq!(next.etag(Coding::Brotli), body.etag(Coding::Brotli));
        next.prepare(Effort::Quick);
        assert_eq!(
            next.get(Coding::Brotli),
            Some(best),
            "a quick one never takes its place"
        );
    }
}
