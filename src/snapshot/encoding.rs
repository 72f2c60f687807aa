//! The codings in which a body can be sent, and which of them a visitor gets.

use std::io::Write;

use bytes::Bytes;

const SOUND: &str = "what was compressed here is sound";

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

/// Compresses bytes. Levels as measured: brotli 5 and zstd 3 give nearly all for nearly nothing; the best levels are for idle time.
pub fn compress(bytes: &Bytes, coding: Coding, effort: Effort) -> Bytes {
    const IN_MEMORY: &str = "writing to memory does not fail";
    let compressed = match coding {
        Coding::Identity => return bytes.clone(),
        Coding::Brotli => {
            let quality = if effort == Effort::Quick { 5 } else { 11 };
            let parameters = brotli::enc::BrotliEncoderParams {
                quality,
                lgwin: 18,
                size_hint: bytes.len(),
                ..Default::default()
            };
            let mut compressed = Vec::with_capacity(bytes.len() / 3);
            brotli::BrotliCompress(&mut &**bytes, &mut compressed, &parameters).expect(IN_MEMORY);
            compressed
        }
        Coding::Zstd => zstd::bulk::compress(bytes, if effort == Effort::Quick { 3 } else { 19 })
            .expect(IN_MEMORY),
        Coding::Gzip => {
            let mut encoder = flate2::write::GzEncoder::new(
                Vec::with_capacity(bytes.len() / 3),
                flate2::Compression::new(6),
            );
            encoder.write_all(bytes).expect(IN_MEMORY);
            encoder.finish().expect(IN_MEMORY)
        }
    };
    // What was kept free while compressing goes back.
    compressed.into_boxed_slice().into()
}

/// The bytes of which brotli was made here; there are `length`.
pub fn unbrotli(compressed: &[u8], length: usize) -> Bytes {
    let mut plain = Vec::with_capacity(length);
    brotli::BrotliDecompress(&mut &*compressed, &mut plain).expect(SOUND);
    plain.into()
}

/// The bytes of which zstd was made here; there are `length`.
pub fn unzstd(compressed: &[u8], length: usize) -> Bytes {
    zstd::bulk::decompress(compressed, length)
        .expect(SOUND)
        .into()
}

/// The coding that the `Accept-Encoding` of a request asks for (RFC 9110, 12.5.3): the highest weight wins, and between
/// equals the order of `Coding`. Without the header, or with nothing in it that we have, the bytes go as they are.
pub fn negotiate(accept: Option<&[u8]>) -> Coding {
    let Some(accept) = accept else {
        return Coding::Identity;
    };
    let tokens = || accept.split(|byte| *byte == b',').map(<[u8]>::trim_ascii);
    // What nearly everybody says: without weights, all that are named weigh the same.
    if !accept.iter().any(|byte| matches!(byte, b';' | b'*')) {
        let is_named = |coding: &Coding| tokens().any(|token| coding_named(token) == Some(*coding));
        return Coding::ALL
            .into_iter()
            .find(is_named)
            .unwrap_or(Coding::Identity);
    }
    let mut weights = [None::<u16>; 4];
    let mut any = None;
    for part in tokens() {
        let mut pieces = part.split(|byte| *byte == b';');
        let token = pieces.next().unwrap_or_default().trim_ascii();
        let Some(weight) = pieces.next().map_or(Some(1000), weight) else {
            continue;
        };
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
    compressed
        .into_iter()
        .find(|coding| weight_of(*coding) == best)
        .unwrap_or(Coding::Identity)
}

fn coding_named(token: &[u8]) -> Option<Coding> {
    match token {
        b"br" => Some(Coding::Brotli),
        b"zstd" => Some(Coding::Zstd),
        b"gzip" | b"x-gzip" => Some(Coding::Gzip),
        b"identity" => Some(Coding::Identity),
        token if token.iter().any(u8::is_ascii_uppercase) => {
            coding_named(&token.to_ascii_lowercase())
        }
        _ => None,
    }
}

/// `q=0.5` in thousandths; `None` where it is not a weight.
pub fn weight(parameter: &[u8]) -> Option<u16> {
    let value = parameter.trim_ascii();
    let value = value
        .strip_prefix(b"q=")
        .or_else(|| value.strip_prefix(b"Q="))?;
    let (whole, rest) = value.split_first()?;
    let digits = match rest {
        [] => &[],
        [b'.', digits @ ..] if digits.len() <= 3 => digits,
        _ => return None,
    };
    let fraction = [100, 10, 1]
        .iter()
        .zip(digits)
        .try_fold(0, |sum, (unit, digit)| {
            digit
                .is_ascii_digit()
                .then(|| sum + unit * u16::from(digit - b'0'))
        })?;
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
}
