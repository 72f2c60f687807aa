//! The width and height of a picture or a film, as a browser shows it.

use roxmltree::{Document, ParsingOptions};

use crate::pictures::orientation::{is_on_its_side, orientation};

/// The units of a length that does not depend on what stands around it, in CSS pixels.
const UNITS: [(&str, f64); 7] = [
    ("px", 1.0),
    ("pt", 96.0 / 72.0),
    ("pc", 16.0),
    ("mm", 96.0 / 25.4),
    ("cm", 96.0 / 2.54),
    ("in", 96.0),
    ("", 1.0),
];

/// Width and height of a picture in CSS pixels, where they can be told.
pub fn dimensions(key: &str, body: &[u8]) -> Option<(u32, u32)> {
    if key.ends_with(".svg") {
        return of_drawing(std::str::from_utf8(body).ok()?);
    }
    if key.ends_with(".mp4") {
        return of_film(body);
    }
    let size = imagesize::blob_size(body).ok()?;
    let (width, height) = (size.width.try_into().ok()?, size.height.try_into().ok()?);
    match is_on_its_side(orientation(body)) {
        true => Some((height, width)),
        false => Some((width, height)),
    }
}

/// The size of the first track of a film that has one (ISO 14496-12).
fn of_film(body: &[u8]) -> Option<(u32, u32)> {
    let movie = boxes(body).find(|(name, _)| name == b"moov")?.1;
    let tracks = boxes(movie).filter(|(name, _)| name == b"trak");
    tracks.map(|(_, track)| track).find_map(|track| {
        let header = boxes(track).find(|(name, _)| name == b"tkhd")?.1;
        // Width and height come last, each with two bytes behind the comma.
        let size = header.last_chunk::<8>()?;
        let pixels = |at: usize| u32::from(u16::from_be_bytes([size[at], size[at + 1]]));
        Some((pixels(0), pixels(4))).filter(|(width, height)| *width > 0 && *height > 0)
    })
}

/// The boxes of a film, or those in one of them, each by its name.
fn boxes(mut rest: &[u8]) -> impl Iterator<Item = ([u8; 4], &[u8])> {
    std::iter::from_fn(move || {
        let (length, behind) = rest.split_first_chunk::<4>()?;
        let (name, _) = behind.split_first_chunk::<4>()?;
        let (head, length) = match u32::from_be_bytes(*length) {
            0 => (8, rest.len()),
            1 => {
                let length = rest.get(8..16)?.first_chunk::<8>()?;
                (16, usize::try_from(u64::from_be_bytes(*length)).ok()?)
            }
            length => (8, length as usize),
        };
        let inside = rest.get(head..length)?;
        rest = &rest[length..];
        Some((*name, inside))
    })
}

/// The size that an SVG gives itself, or else that of its coordinates.
fn of_drawing(svg: &str) -> Option<(u32, u32)> {
    let options = ParsingOptions {
        allow_dtd: true,
        ..ParsingOptions::default()
    };
    let svg = svg.trim_start_matches('\u{feff}');
    let document = Document::parse_with_options(svg, options).ok()?;
    let root = document.root_element();
    let length = |name| root.attribute(name).and_then(pixels);
    let view_box = root.attribute("viewBox").and_then(|numbers| {
        let numbers = numbers.split(|c: char| c.is_ascii_whitespace() || c == ',');
        let numbers: Vec<f64> = numbers.filter_map(|number| number.parse().ok()).collect();
        let [_, _, width, height] = numbers[..] else {
            return None;
        };
        (is_length(&width) && is_length(&height)).then_some((width, height))
    });
    let (width, height) = match (length("width"), length("height"), view_box) {
        (Some(width), Some(height), _) => (width, height),
        (Some(width), None, Some((x, y))) => (width, width * y / x),
        (None, Some(height), Some((x, y))) => (height * x / y, height),
        (_, _, view_box) => view_box?,
    };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a drawing has a size that a screen can show"
    )]
    let rounded = |length: f64| length.round().clamp(1.0, 100_000.0) as u32;
    Some((rounded(width), rounded(height)))
}

/// A length in CSS pixels; `None` for one that depends on what stands around the drawing.
fn pixels(length: &str) -> Option<f64> {
    let length = length.trim().to_ascii_lowercase();
    let (number, unit) = UNITS
        .iter()
        .find_map(|(unit, pixels)| Some((length.strip_suffix(unit)?, pixels)))?;
    let pixels = number.trim_end().parse::<f64>().ok()? * unit;
    is_length(&pixels).then_some(pixels)
}

fn is_length(number: &f64) -> bool {
    number.is_finite() && *number > 0.0
}
