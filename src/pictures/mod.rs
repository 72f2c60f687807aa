//! Photographs and other pictures of dots in the sizes that screens need: turned as the camera was
//! held, and without what the camera wrote beside them.

pub mod orientation;
mod raster;

use imagesize::ImageType;
use memchr::memmem;

use crate::digest::{Digest, Digester};
use crate::pictures::raster::Raster;

/// The widths in which a picture is offered, in dots.
const WIDTHS: [u32; 5] = [320, 640, 960, 1280, 1920];

/// The most dots of a picture that is offered in sizes: to read it takes three or four bytes each.
const MAX_DOTS: u64 = 64_000_000;

/// The version of the way in which sizes are made. Another one makes them anew.
const RECIPE: &str = "picture 1";

/// The format in which the sizes of a picture are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SizeFormat {
    Jpeg,
    /// Without loss: of a picture that may hold letters, lines or what shines through.
    WebP,
}

impl SizeFormat {
    /// The format for the sizes of a picture, where it can have sizes.
    pub fn of(body: &[u8]) -> Option<Self> {
        match imagesize::image_type(body).ok()? {
            ImageType::Jpeg => Some(SizeFormat::Jpeg),
            ImageType::Png if !is_animated(body) => Some(SizeFormat::WebP),
            _ => None,
        }
    }

    pub fn extension(self) -> &'static str {
        match self {
            SizeFormat::Jpeg => "jpg",
            SizeFormat::WebP => "webp",
        }
    }
}

/// The widths in which a picture of this size is offered, the largest last: none that is wider than
/// the picture itself. One that is small has none.
pub fn widths((width, height): (u32, u32)) -> Vec<u32> {
    let dots = u64::from(width) * u64::from(height);
    if width <= WIDTHS[0] || dots > MAX_DOTS {
        return Vec::new();
    }
    let largest = width.min(WIDTHS[WIDTHS.len() - 1]);
    // Two that are nearly the same serve nobody.
    let smaller = WIDTHS
        .into_iter()
        .filter(|smaller| smaller * 5 <= largest * 4);
    smaller.chain([largest]).collect()
}

/// The digest by which a size of a picture is known.
pub fn size_digest(picture: Digest, width: u32) -> Digest {
    let mut digester = Digester::default();
    digester.add(RECIPE).add(picture.bytes());
    digester.add(width.to_be_bytes()).digest()
}

/// The picture in this width, turned as it is shown. `None` where that takes more bytes than the
/// picture itself.
///
/// # Errors
/// Where the picture cannot be read.
pub fn scaled(body: &[u8], format: SizeFormat, width: u32) -> anyhow::Result<Option<Vec<u8>>> {
    let scaled = match format {
        SizeFormat::Jpeg => {
            let held = orientation::orientation(body);
            Raster::read_jpeg(body)?.scaled(width, held)?.to_jpeg()?
        }
        SizeFormat::WebP => Raster::read_png(body)?
            .scaled(width, orientation::UPRIGHT)?
            .to_webp()?,
    };
    Ok((scaled.len() < body.len()).then_some(scaled))
}

/// True for a PNG that moves: its sizes would stand still.
fn is_animated(png: &[u8]) -> bool {
    let image = memmem::find(png, b"IDAT").unwrap_or(png.len());
    memmem::find(&png[..image], b"acTL").is_some()
}
