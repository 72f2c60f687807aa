//! The compressed forms of a body, and which of them a visitor gets.
//!
//! Policy: nothing is compressed at compile. The first visitor who accepts a coding has it made at a quick level; who accepts
//! none has the body put together. When the machine is idle the bodies of a large site are packed: zstd is made of them and they
//! are dropped; who asks for those gets them unpacked in microseconds. Then brotli and zstd are made of every body at their
//! highest levels, and take the place of the quick forms. gzip stays at its quick level: the highest is no smaller. Each form
//! has its own ETag, with the level in it, so other bytes always have another tag.

use std::io::Write;
use std::sync::Arc;

use arc_swap::ArcSwapOption;
use bytes::Bytes;
use http::HeaderValue;

use crate::digest::Digest;
use crate::snapshot::body::Body;

/// Bodies below this many bytes are sent as they are: the headers weigh more than the gain.
const SMALLEST: usize = 1024;

/// A content coding, in the order in which they are preferred.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Coding {
    Brotli,
    Zstd,
    Gzip,
    Identity,
}

impl Coding {
    pub const ALL: [Coding; 4] = [Coding::Brotli, Coding::Zstd, Coding::Gzip, Coding::Identity];

    /// The token of HTTP; `None` for identity, which is not named.
    pub fn token(self) -> Option<&'static str> {
        match self {
            Coding::Brotli => Some("br"),
            Coding::Zstd => Some("zstd"),
            Coding::Gzip => Some("gzip"),
            Coding::Identity => None,
        }
    }
}

/// How hard to compress.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// Under a millisecond for a page.
    Quick,
    /// The smallest that the coding can do.
    Best,
}

/// Bytes to send, with the strong tag that names exactly these bytes.
#[derive(Clone, Debug)]
pub struct Form {
    pub body: Bytes,
    pub etag: HeaderValue,
    pub effort: Effort,
}

/// All forms of one body, made on demand; in each coding there is one at a time.
#[derive(Debug)]
pub struct Forms {
    digest: Digest,
    /// The number of bytes of the body.
    length: usize,
    compressible: bool,
    /// `None` once it is packed; there is a form in zstd then.
    made: ArcSwapOption<Body>,
    forms: [ArcSwapOption<Form>; 4],
}

impl Forms {
    pub fn new(body: Body, compressible: bool) -> Self {
        let (digest, length) = (body.digest(), body.length());
        let made = ArcSwapOption::from_pointee(body);
        Forms { digest, length, compressible: compressible && length >= SMALLEST, made, forms: Default::default() }
    }

    /// The body in a row.
    pub fn plain(&self) -> Bytes {
        if let Some(form) = &*self.forms[Coding::Identity as usize].load() {
            return form.body.clone();
        }
        if let Some(made) = &*self.made.load() {
            return made.whole();
        }
        let packed = self.forms[Coding::Zstd as usize].load();
        let packed = packed.as_ref().expect("a body is let go only when there is a packed form");
        zstd::bulk::decompress(&packed.body, self.length).expect("what was packed can be unpacked").into()
    }

    /// The number of bytes of the body.
    pub fn length(&self) -> usize {
        self.length
    }

    pub fn digest(&self) -> Digest {
        self.digest
    }

    pub fn is_compressible(&self) -> bool {
        self.compressible
    }

    /// The form in a coding: the best there is by now, else a quick one, made here.
    pub fn in_coding(&self, coding: Coding) -> Form {
        let coding = if self.compressible { coding } else { Coding::Identity };
        let slot = &self.forms[coding as usize];
        if let Some(form) = &*slot.load() {
            return Form::clone(form);
        }
        let quick = Arc::new(self.make(coding, Effort::Quick));
        // What was packed is not kept unpacked as well.
        if coding != Coding::Identity || self.made.load().is_some() {
            // What another thread has put there in the meantime is the same, or better.
            slot.compare_and_swap(&None::<Arc<Form>>, Some(quick.clone()));
        }
        Form::clone(&quick)
    }

    /// Lets go of the body as it was made, for a form of which it can be made again. Returns whether there was something to do.
    pub fn pack(&self) -> bool {
        if !self.compressible || self.made.load().is_none() {
            return false;
        }
        self.in_coding(Coding::Zstd);
        self.made.store(None);
        self.forms[Coding::Identity as usize].store(None);
        true
    }

    /// Makes the best forms where they are not there yet. Returns whether there was something to do.
    pub fn improve(&self) -> bool {
        let mut worked = false;
        for coding in [Coding::Brotli, Coding::Zstd] {
            let slot = &self.forms[coding as usize];
            if self.compressible && slot.load().as_ref().is_none_or(|form| form.effort != Effort::Best) {
                slot.store(Some(Arc::new(self.make(coding, Effort::Best))));
                worked = true;
            }
        }
        worked
    }

    fn make(&self, coding: Coding, effort: Effort) -> Form {
        let body = compress(&self.plain(), coding, effort);
        let suffix = match (coding, effort) {
            (Coding::Identity, _) => "",
            (Coding::Brotli, Effort::Quick) => "-br5",
            (Coding::Brotli, Effort::Best) => "-br11",
            (Coding::Zstd, Effort::Quick) => "-zst3",
            (Coding::Zstd, Effort::Best) => "-zst19",
            (Coding::Gzip, _) => "-gz6",
        };
        Form { body, etag: etag(self.digest, suffix), effort }
    }
}

fn etag(digest: Digest, suffix: &str) -> HeaderValue {
    let tag = format!("\"{digest:.20}{suffix}\"");
    HeaderValue::from_str(&tag).expect("hexadecimal digits can stand in a header")
}

/// Compresses bytes. Levels as measured: brotli 5 and zstd 3 give nearly all for nearly nothing; the best levels are for idle time.
pub fn compress(bytes: &Bytes, coding: Coding, effort: Effort) -> Bytes {
    const IN_MEMORY: &str = "writing to memory does not fail";
    let compressed = match coding {
        Coding::Identity => return bytes.clone(),
        Coding::Brotli => {
            let quality = if effort == Effort::Quick { 5 } else { 11 };
            let parameters = brotli::enc::BrotliEncoderParams { quality, lgwin: 18, size_hint: bytes.len(), ..Default::default() };
            let mut compressed = Vec::with_capacity(bytes.len() / 3);
            brotli::BrotliCompress(&mut &**bytes, &mut compressed, &parameters).expect(IN_MEMORY);
            compressed
        }
        Coding::Zstd => zstd::bulk::compress(bytes, if effort == Effort::Quick { 3 } else { 19 }).expect(IN_MEMORY),
        Coding::Gzip => {
            let mut encoder = flate2::write::GzEncoder::new(Vec::with_capacity(bytes.len() / 3), flate2::Compression::new(6));
            encoder.write_all(bytes).expect(IN_MEMORY);
            encoder.finish().expect(IN_MEMORY)
        }
    };
    // What was kept free while compressing goes back.
    compressed.into_boxed_slice().into()
}

/// The coding that the `Accept-Encoding` of a request asks for (RFC 9110, 12.5.3): the highest weight wins, and between
/// equals the order of `Coding`. Without the header, or with nothing in it that we have, the bytes go as they are.
pub fn negotiate(accept: Option<&[u8]>) -> Coding {
    let Some(accept) = accept else { return Coding::Identity };
    let tokens = || accept.split(|byte| *byte == b',').map(<[u8]>::trim_ascii);
    // What nearly everybody says: without weights, all that are named weigh the same.
    if !accept.iter().any(|byte| matches!(byte, b';' | b'*')) {
        let is_named = |coding: &Coding| tokens().any(|token| coding_named(token) == Some(*coding));
        return Coding::ALL.into_iter().find(is_named).unwrap_or(Coding::Identity);
    }
    let mut weights = [None::<u16>; 4];
    let mut any = None;
    for part in tokens() {
        let mut pieces = part.split(|byte| *byte == b';');
        let token = pieces.next().unwrap_or_default().trim_ascii();
        let Some(weight) = pieces.next().map_or(Some(1000), weight) else { continue };
        match token {
            b"*" => any = Some(weight),
            token => {
                if let Some(coding) = coding_named(token) {
                    weights[coding as usize] = Some(weight);
                }
            }
        }
    }
    let weight_of = |coding: Coding| match (weights[coding as usize], any) {
        (Some(weight), _) | (None, Some(weight)) => weight,
        (None, None) => 0,
    };
    let compressed = [Coding::Brotli, Coding::Zstd, Coding::Gzip];
    let best = compressed.into_iter().map(weight_of).max().unwrap_or(0);
    let identity = weights[Coding::Identity as usize].unwrap_or(0);
    if best == 0 || identity > best {
        return Coding::Identity;
    }
    compressed.into_iter().find(|coding| weight_of(*coding) == best).unwrap_or(Coding::Identity)
}

fn coding_named(token: &[u8]) -> Option<Coding> {
    match token {
        b"br" => Some(Coding::Brotli),
        b"zstd" => Some(Coding::Zstd),
        b"gzip" | b"x-gzip" => Some(Coding::Gzip),
        b"identity" => Some(Coding::Identity),
        token if token.iter().any(u8::is_ascii_uppercase) => coding_named(&token.to_ascii_lowercase()),
        _ => None,
    }
}

/// `q=0.5` in thousandths; `None` where it is not a weight.
pub fn weight(parameter: &[u8]) -> Option<u16> {
    let value = parameter.trim_ascii();
    let value = value.strip_prefix(b"q=").or_else(|| value.strip_prefix(b"Q="))?;
    let (whole, rest) = value.split_first()?;
    let digits = match rest {
        [] => &[],
        [b'.', digits @ ..] if digits.len() <= 3 => digits,
        _ => return None,
    };
    let fraction = [100, 10, 1]
        .iter()
        .zip(digits)
        .try_fold(0, |sum, (unit, digit)| digit.is_ascii_digit().then(|| sum + unit * u16::from(digit - b'0')))?;
    match whole {
        b'0' => Some(fraction),
        b'1' if fraction == 0 => Some(1000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(accept: &str, expected: Coding) {
        assert_eq!(negotiate(Some(accept.as_bytes())), expected, "{accept:?}");
    }

    #[test]
    fn the_heaviest_coding_wins_and_brotli_between_equals() {
        check("gzip, deflate, br, zstd", Coding::Brotli);
        check("br;q=0.5, gzip", Coding::Gzip);
        check("gzip;q=0.3, zstd;q=0.7", Coding::Zstd);
        check("GZIP", Coding::Gzip);
        check("*", Coding::Brotli);
        check("br;q=0, *;q=0.1", Coding::Zstd);
        check("gzip;q=0.5, identity", Coding::Identity);
    }

    #[test]
    fn what_we_do_not_have_or_may_not_send_is_not_sent() {
        check("", Coding::Identity);
        check("deflate, compress", Coding::Identity);
        check("br;q=0", Coding::Identity);
        check("br;q=0.000", Coding::Identity);
        check("br;q=2, gzip;q=1.5", Coding::Identity);
        check("br;q=abc", Coding::Identity);
        assert_eq!(negotiate(None), Coding::Identity);
    }

    #[test]
    fn every_form_holds_the_same_text_under_its_own_tag() {
        let text = "Twente ".repeat(400);
        let forms = Forms::new(Body::from(text.clone()), true);
        let tags = || Coding::ALL.map(|coding| forms.in_coding(coding).etag.clone());
        let quick = tags();
        assert!(forms.pack() && !forms.pack(), "what is packed is not packed again");
        assert_eq!(forms.in_coding(Coding::Identity).body, text.as_bytes());
        assert!(forms.forms[Coding::Identity as usize].load().is_none(), "what is packed is not kept as it was too");
        assert!(forms.improve());
        assert!(!forms.improve(), "what is done is not done again");
        let mut all: Vec<_> = quick.into_iter().chain(tags()).collect();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), 6, "identity and gzip have one tag, the others two");
        let mut plain = Vec::new();
        brotli::BrotliDecompress(&mut &*forms.in_coding(Coding::Brotli).body, &mut plain).expect("sound brotli");
        assert_eq!(plain, text.as_bytes());
        assert_eq!(zstd::bulk::decompress(&forms.in_coding(Coding::Zstd).body, 9999).expect("sound zstd"), text.as_bytes());
    }
}
