//! The codings in which a body can be sent, and which of them a visitor gets.

use std::io::Write;

use bytes::Bytes;

/// A content coding, in the order in which they are preferred.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Coding {
    Brotli,
    Gzip,
    Identity,
}

impl Coding {
    pub const ALL: [Coding; 3] = [Coding::Brotli, Coding::Gzip, Coding::Identity];

    /// The token of HTTP; `None` for identity, which is not named.
    pub fn token(self) -> Option<&'static str> {
        match self {
            Coding::Brotli => Some("br"),
            Coding::Gzip => Some("gzip"),
            Coding::Identity => None,
        }
    }

    fn named(token: &[u8]) -> Option<Self> {
        let is = |name: &str| token.eq_ignore_ascii_case(name.as_bytes());
        if is("br") {
            Some(Coding::Brotli)
        } else if is("gzip") || is("x-gzip") {
            Some(Coding::Gzip)
        } else if is("identity") {
            Some(Coding::Identity)
        } else {
            None
        }
    }
}

/// The strength of compression.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Effort {
    /// Under a millisecond for a page.
    Quick,
    /// The smallest that the coding can do.
    Best,
}

/// Compresses bytes. Level 5 of brotli gives nearly all of the gain in a fraction of the time;
/// level 11 is for idle time. Gzip gains nothing above level 6.
pub fn compress(bytes: &Bytes, coding: Coding, effort: Effort) -> Bytes {
    const IN_MEMORY: &str = "writing to memory does not fail";
    let mut compressed = Vec::with_capacity(bytes.len() / 3);
    match coding {
        Coding::Identity => return bytes.clone(),
        Coding::Brotli => {
            let parameters = brotli::enc::BrotliEncoderParams {
                quality: if effort == Effort::Quick { 5 } else { 11 },
                lgwin: 18,
                size_hint: bytes.len(),
                ..Default::default()
            };
            brotli::BrotliCompress(&mut &**bytes, &mut compressed, &parameters).expect(IN_MEMORY);
        }
        Coding::Gzip => {
            let level = flate2::Compression::new(6);
            let mut encoder = flate2::write::GzEncoder::new(&mut compressed, level);
            encoder.write_all(bytes).expect(IN_MEMORY);
            encoder.finish().expect(IN_MEMORY);
        }
    }
    // Gives back the spare capacity.
    compressed.into_boxed_slice().into()
}

/// The bytes that were compressed with brotli, of which there are so many.
pub fn decompress(brotli: &[u8], length: usize) -> Bytes {
    let mut bytes = Vec::with_capacity(length);
    brotli::BrotliDecompress(&mut &*brotli, &mut bytes).expect("it is what was made here");
    bytes.into()
}

/// The coding that the `Accept-Encoding` of a request asks for (RFC 9110, 12.5.3), given as the
/// values of that header: the highest weight wins, and between equals the order of [`Coding`].
/// Without the header, or with nothing in it that is here, the bytes go as they are.
pub fn negotiate<'a>(accept: impl Iterator<Item = &'a [u8]>) -> Coding {
    let mut weights = [None::<u16>; 3];
    let mut any = None;
    for (token, weight) in accept.flat_map(weighted) {
        match Coding::named(token) {
            Some(coding) => weights[coding as usize] = Some(weight),
            None if token == b"*" => any = Some(weight),
            None => {}
        }
    }
    let identity = weights[Coding::Identity as usize].unwrap_or(0);
    let weight_of = |coding: Coding| weights[coding as usize].or(any).unwrap_or(0);
    // The first of those that weigh most.
    let best = [Coding::Gzip, Coding::Brotli]
        .into_iter()
        .max_by_key(|coding| weight_of(*coding));
    best.filter(|coding| weight_of(*coding) > 0 && weight_of(*coding) >= identity)
        .unwrap_or(Coding::Identity)
}

/// The items of a header such as `br;q=0.5, gzip`, with their weights in thousandths. An item with
/// a weight that is none is left out.
pub fn weighted(list: &[u8]) -> impl Iterator<Item = (&[u8], u16)> {
    list.split(|byte| *byte == b',').filter_map(|item| {
        let mut parts = item.split(|byte| *byte == b';').map(<[u8]>::trim_ascii);
        let token = parts.next()?;
        let quality = parts.find(|part| part.first().is_some_and(|first| b"qQ".contains(first)));
        Some((token, quality.map_or(Some(1000), weight)?))
    })
}

/// The thousandths of `q=0.5`; `None` where it is no weight.
fn weight(parameter: &[u8]) -> Option<u16> {
    let value = std::str::from_utf8(parameter).ok()?;
    let value = value
        .strip_prefix("q=")
        .or_else(|| value.strip_prefix("Q="))?;
    let is_written_right = value.len() <= 5 && value.starts_with(['0', '1']);
    let weight: f32 = value.parse().ok().filter(|_| is_written_right)?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it lies between zero and a thousand"
    )]
    (weight <= 1.0).then(|| (weight * 1000.0).round() as u16)
}
