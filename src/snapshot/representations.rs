//! The body of an answer, in each coding in which it can be sent.
//!
//! Policy: identity is there from the start. Quick brotli is made in the background after a swap,
//! or when it is first asked for; the best brotli takes the place of the quick one in idle time.
//! gzip, which no browser prefers, is made when it is first asked for. An entity tag names the
//! content and its coding, so that replicas, a restart and a better compression all give the same
//! one. Since other bytes may come under the same tag, it is a weak one.

use std::sync::{Arc, OnceLock};

use arc_swap::ArcSwapOption;
use bytes::Bytes;
use http::HeaderValue;

use crate::digest::Digest;
use crate::snapshot::encoding::{Coding, Effort, compress};

/// The smallest body that is compressed, in bytes: below it the headers weigh more than the gain.
const SMALLEST: usize = 1024;

/// A body in brotli, and how hard it was compressed.
#[derive(Debug)]
struct EncodedBody {
    bytes: Bytes,
    effort: Effort,
}

/// One body in every coding.
#[derive(Debug)]
pub struct Representations {
    digest: Digest,
    is_compressible: bool,
    identity: Bytes,
    brotli: ArcSwapOption<EncodedBody>,
    gzip: OnceLock<Bytes>,
    /// The tags of the codings, in their order.
    etags: [HeaderValue; 3],
}

impl Representations {
    pub fn new(identity: Bytes, is_compressible: bool) -> Self {
        let digest = Digest::of(&identity);
        Representations {
            digest,
            is_compressible: is_compressible && identity.len() >= SMALLEST,
            identity,
            brotli: ArcSwapOption::empty(),
            gzip: OnceLock::new(),
            etags: Coding::ALL.map(|coding| weak_etag(digest, coding)),
        }
    }

    pub fn identity(&self) -> &Bytes {
        &self.identity
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

    /// The body in a coding, if it was made by now.
    pub fn get(&self, coding: Coding) -> Option<Bytes> {
        match coding {
            Coding::Identity => Some(self.identity.clone()),
            Coding::Brotli => self.brotli.load().as_ref().map(|body| body.bytes.clone()),
            Coding::Gzip => self.gzip.get().cloned(),
        }
    }

    /// The body in a coding; it is compressed here and now where that was not done yet.
    pub fn get_or_encode(&self, coding: Coding) -> Bytes {
        if let Some(bytes) = self.get(coding) {
            return bytes;
        }
        let encode = || compress(&self.identity, coding, Effort::Quick);
        match coding {
            Coding::Gzip => self.gzip.get_or_init(encode).clone(),
            _ => {
                let bytes = encode();
                let quick = Arc::new(EncodedBody {
                    bytes: bytes.clone(),
                    effort: Effort::Quick,
                });
                // What another thread has put there in the meantime is the same, or better.
                self.brotli
                    .compare_and_swap(&None::<Arc<EncodedBody>>, Some(quick));
                bytes
            }
        }
    }

    /// Makes the brotli where it is not there yet with at least this effort.
    pub fn prepare(&self, effort: Effort) {
        if !self.is_compressible {
            return;
        }
        self.get_or_encode(Coding::Brotli);
        if effort == Effort::Best && !self.is_best() {
            self.brotli.store(Some(Arc::new(EncodedBody {
                bytes: compress(&self.identity, Coding::Brotli, Effort::Best),
                effort: Effort::Best,
            })));
        }
    }

    fn is_best(&self) -> bool {
        let brotli = self.brotli.load();
        brotli
            .as_ref()
            .is_some_and(|body| body.effort == Effort::Best)
    }

    /// Takes over what was made of the same body in an earlier snapshot.
    pub fn adopt(&self, earlier: &Representations) {
        if let Some(brotli) = earlier.brotli.load_full() {
            self.brotli.store(Some(brotli));
        }
        if let Some(gzip) = earlier.gzip.get() {
            self.gzip.get_or_init(|| gzip.clone());
        }
    }
}

fn weak_etag(digest: Digest, coding: Coding) -> HeaderValue {
    let suffix = match coding {
        Coding::Identity => "",
        Coding::Brotli => "-br",
        Coding::Gzip => "-gzip",
    };
    let tag = format!("W/\"{digest:.20}{suffix}\"");
    HeaderValue::from_str(&tag).expect("hexadecimal digits can stand in a header")
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    fn body() -> Representations {
        Representations::new(include_str!("../../LICENSE").into(), true)
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
        assert!(brotli == *body.identity() && gzip == *body.identity());
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
        assert_eq!(next.get(Coding::Brotli), Some(best));
        assert_eq!(next.get(Coding::Gzip), body.get(Coding::Gzip));
        assert_eq!(next.etag(Coding::Brotli), body.etag(Coding::Brotli));
        next.get_or_encode(Coding::Brotli);
        assert!(next.is_best(), "a quick one never takes its place");
    }
}
