//! The width and height of a picture, as a browser shows it.

use std::io::Cursor;

use exif::{In, Tag};
use imagesize::ImageType;
use roxmltree::{Document, ParsingOptions};

/// The ways in which a camera was held that turn a photograph a quarter.
const ON_ITS_SIDE: std::ops::RangeInclusive<u32> = 5..=8;

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
    let size = imagesize::blob_size(body).ok()?;
    let (width, height) = (size.width.try_into().ok()?, size.height.try_into().ok()?);
    match lies_on_its_side(body) {
        true => Some((height, width)),
        false => Some((width, height)),
    }
}

/// True for a photograph that a browser turns a quarter.
fn lies_on_its_side(body: &[u8]) -> bool {
    if !matches!(imagesize::image_type(body), Ok(ImageType::Jpeg)) {
        return false;
    }
    let exif = exif::Reader::new().read_from_container(&mut Cursor::new(body));
    let orientation = exif.ok().and_then(|exif| {
        let field = exif.get_field(Tag::Orientation, In::PRIMARY)?;
        field.value.get_uint(0)
    });
    orientation.is_some_and(|held| ON_ITS_SIDE.contains(&held))
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
