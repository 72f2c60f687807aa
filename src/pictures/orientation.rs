//! The way in which a camera was held, as it wrote that beside its picture.

use std::io::Cursor;

use exif::{In, Tag};
use imagesize::ImageType;

/// The picture is as it is shown.
pub const UPRIGHT: u32 = 1;

/// The way in which the camera was held that took a picture: 1 to 8, as Exif numbers them.
pub fn orientation(body: &[u8]) -> u32 {
    if !matches!(imagesize::image_type(body), Ok(ImageType::Jpeg)) {
        return UPRIGHT;
    }
    let exif = exif::Reader::new().read_from_container(&mut Cursor::new(body));
    let held = exif.ok().and_then(|exif| {
        let field = exif.get_field(Tag::Orientation, In::PRIMARY)?;
        field.value.get_uint(0)
    });
    held.filter(|held| (1..=8).contains(held))
        .unwrap_or(UPRIGHT)
}

/// True for a way of holding a camera that turns the picture a quarter.
pub fn is_on_its_side(held: u32) -> bool {
    (5..=8).contains(&held)
}
