//! The number of pages of a PDF, as its page tree says it.

use std::io::Read;

use flate2::read::ZlibDecoder;

/// The most bytes that one compressed part of a file is looked through for.
const MAX_INFLATED: u64 = 16 << 20;

/// The number of pages; `None` where the file does not say it in a place that can be read.
pub fn page_count(body: &[u8]) -> Option<u32> {
    if !body.starts_with(b"%PDF-") {
        return None;
    }
    let plain = counts(body).max();
    plain.or_else(|| {
        object_streams(body)
            .filter_map(|part| counts(&part).max())
            .max()
    })
}

/// The counts of the nodes of the page tree in a piece of a file; that of the root is the highest.
fn counts(text: &[u8]) -> impl Iterator<Item = u32> {
    let nodes = positions(text, b"/Count");
    nodes.filter_map(|at| {
        // A count stands in the dictionary of a node; those of outlines are in others.
        let start = text[..at].windows(2).rposition(|pair| pair == b"<<")?;
        let length = text[at..].windows(2).position(|pair| pair == b">>")?;
        let dictionary = &text[start..at + length];
        positions(dictionary, b"/Pages").next()?;
        let digits = text[at + b"/Count".len()..].trim_ascii_start();
        let end = digits.iter().position(|byte| !byte.is_ascii_digit())?;
        std::str::from_utf8(&digits[..end]).ok()?.parse().ok()
    })
}

/// The compressed streams in which a file keeps its objects, as they were before.
fn object_streams(body: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    positions(body, b"/ObjStm").filter_map(|at| {
        let start = at + positions(&body[at..], b"stream").next()? + b"stream".len();
        let data = body[start..].trim_ascii_start();
        let mut inflated = Vec::new();
        // What can be read of a broken stream counts as well.
        _ = ZlibDecoder::new(data)
            .take(MAX_INFLATED)
            .read_to_end(&mut inflated);
        Some(inflated)
    })
}

fn positions<'a>(text: &'a [u8], word: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    let windows = text.windows(word.len()).enumerate();
    windows.filter_map(move |(at, window)| (window == word).then_some(at))
}
