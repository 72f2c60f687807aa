//! The dots of a picture: read, scaled, turned and written.

use std::io::Cursor;

use anyhow::{Context, bail, ensure};
use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{PixelType, Resizer};
use image_webp::WebPEncoder;
use jpeg_encoder::Encoder;
use png::Transformations;
use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;

use crate::pictures::orientation::is_on_its_side;

/// The quality of photographs, of 100: at less, one begins to see it.
const QUALITY: u8 = 78;

/// The most bytes of a description of colours that goes with each size. Those for print are larger.
const MAX_PROFILE: usize = 8 * 1024;

/// The dots of a picture, row after row, of one byte a channel.
pub struct Raster {
    width: u32,
    height: u32,
    /// 1 for grey, 2 with what shines through, 3 for colours, 4 with what shines through.
    channels: usize,
    dots: Vec<u8>,
    /// The description of its colours (ICC), where they are not those of most screens.
    profile: Option<Vec<u8>>,
}

impl Raster {
    pub fn read_jpeg(body: &[u8]) -> anyhow::Result<Self> {
        let decoder = |colours| {
            let options = DecoderOptions::default().jpeg_set_out_colorspace(colours);
            JpegDecoder::new_with_options(ZCursor::new(body), options)
        };
        let mut decoded = decoder(ColorSpace::RGB);
        decoded.decode_headers()?;
        let mut channels = 3;
        if decoded.input_colorspace() == Some(ColorSpace::Luma) {
            decoded = decoder(ColorSpace::Luma);
            channels = 1;
        }
        let dots = decoded.decode()?;
        let (width, height) = decoded.dimensions().context("it has no size")?;
        Ok(Raster {
            width: width.try_into()?,
            height: height.try_into()?,
            channels,
            dots,
            profile: None,
        }
        .with_profile(decoded.icc_profile().as_deref()))
    }

    pub fn read_png(body: &[u8]) -> anyhow::Result<Self> {
        let mut decoder = png::Decoder::new(Cursor::new(body));
        decoder.set_transformations(Transformations::normalize_to_color8());
        let mut reader = decoder.read_info()?;
        let mut dots = vec![0; reader.output_buffer_size().context("it is too large")?];
        let frame = reader.next_frame(&mut dots)?;
        dots.truncate(frame.buffer_size());
        let raster = Raster {
            width: frame.width,
            height: frame.height,
            channels: frame.color_type.samples(),
            dots,
            profile: None,
        };
        Ok(raster.with_profile(reader.info().icc_profile.as_deref()))
    }

    /// This picture with the description of its colours, where that is one of these channels.
    fn with_profile(mut self, profile: Option<&[u8]>) -> Self {
        let colours: &[u8] = if self.channels < 3 { b"GRAY" } else { b"RGB " };
        let is_of_these =
            |profile: &&[u8]| profile.len() <= MAX_PROFILE && profile.get(16..20) == Some(colours);
        self.profile = profile.filter(is_of_these).map(<[u8]>::to_vec);
        self
    }

    /// The picture in this width, turned upright from the way in which the camera was held.
    pub fn scaled(self, width: u32, held: u32) -> anyhow::Result<Self> {
        let (shown_width, shown_height) = match is_on_its_side(held) {
            true => (self.height, self.width),
            false => (self.width, self.height),
        };
        ensure!(width <= shown_width, "it is smaller than it seemed");
        let height = u64::from(shown_height) * u64::from(width) / u64::from(shown_width);
        let height = u32::try_from(height)?.max(1);
        let scaled = match is_on_its_side(held) {
            true => self.resized(height, width)?,
            false => self.resized(width, height)?,
        };
        Ok(scaled.upright(held))
    }

    fn resized(self, width: u32, height: u32) -> anyhow::Result<Self> {
        if (self.width, self.height) == (width, height) {
            return Ok(self);
        }
        let kind = match self.channels {
            1 => PixelType::U8,
            2 => PixelType::U8x2,
            3 => PixelType::U8x3,
            4 => PixelType::U8x4,
            other => bail!("it has {other} channels"),
        };
        let large = ImageRef::new(self.width, self.height, &self.dots, kind)?;
        let mut small = Image::new(width, height, kind);
        Resizer::new().resize(&large, &mut small, None)?;
        Ok(Raster {
            width,
            height,
            dots: small.into_vec(),
            ..self
        })
    }

    fn upright(self, held: u32) -> Self {
        let (width, height) = (self.width as usize, self.height as usize);
        let (right, bottom) = (width - 1, height - 1);
        let place = |x: usize, y: usize| match held {
            2 => (right - x, y),
            3 => (right - x, bottom - y),
            4 => (x, bottom - y),
            5 => (y, x),
            6 => (y, bottom - x),
            7 => (right - y, bottom - x),
            8 => (right - y, x),
            _ => (x, y),
        };
        let (upright_width, upright_height) = match is_on_its_side(held) {
            true => (self.height, self.width),
            false => (self.width, self.height),
        };
        let mut dots = Vec::with_capacity(self.dots.len());
        for y in 0..upright_height as usize {
            for x in 0..upright_width as usize {
                let (x, y) = place(x, y);
                let at = (y * width + x) * self.channels;
                dots.extend_from_slice(&self.dots[at..at + self.channels]);
            }
        }
        Raster {
            width: upright_width,
            height: upright_height,
            dots,
            ..self
        }
    }

    pub fn to_jpeg(&self) -> anyhow::Result<Vec<u8>> {
        let colours = match self.channels {
            1 => jpeg_encoder::ColorType::Luma,
            _ => jpeg_encoder::ColorType::Rgb,
        };
        let mut written = Vec::new();
        let mut encoder = Encoder::new(&mut written, QUALITY);
        encoder.set_progressive(true);
        encoder.set_optimized_huffman_tables(true);
        if let Some(profile) = &self.profile {
            encoder.add_icc_profile(profile)?;
        }
        let (width, height) = (self.width.try_into()?, self.height.try_into()?);
        encoder.encode(&self.dots, width, height, colours)?;
        Ok(written)
    }

    pub fn to_webp(&self) -> anyhow::Result<Vec<u8>> {
        let colours = match self.channels {
            1 => image_webp::ColorType::L8,
            2 => image_webp::ColorType::La8,
            3 => image_webp::ColorType::Rgb8,
            _ => image_webp::ColorType::Rgba8,
        };
        let mut written = Vec::new();
        let mut encoder = WebPEncoder::new(&mut written);
        encoder.set_icc_profile(self.profile.clone().unwrap_or_default());
        encoder.encode(&self.dots, self.width, self.height, colours)?;
        Ok(written)
    }
}
