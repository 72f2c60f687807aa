//! The traces of people in a photograph: the place where it was taken, and the camera.

use std::io::Cursor;

use exif::{Context, Tag};
use memchr::memmem;

use crate::message;
use crate::problem::Report;
use crate::rule::Rule;
use crate::source::Place;

/// The numbers by which photographs of one camera are recognised.
const SERIAL_NUMBERS: [Tag; 2] = [Tag::BodySerialNumber, Tag::LensSerialNumber];

/// The packet of XMP in a file, which says much the same in words.
const PACKET: [&[u8]; 2] = [b"<x:xmpmeta", b"</x:xmpmeta>"];

/// The traces that a photograph carries beside its picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PhotoTraces {
    place: bool,
    camera: bool,
}

impl PhotoTraces {
    /// The traces in a file of this media type; none in what is no photograph.
    pub fn of(media_type: &str, body: &[u8]) -> Self {
        if !media_type.starts_with("image/") || media_type == "image/svg+xml" {
            return PhotoTraces::default();
        }
        let exif = exif::Reader::new().read_from_container(&mut Cursor::new(body));
        let tags: Vec<Tag> = exif.map_or_else(
            |_| Vec::new(),
            |exif| exif.fields().map(|field| field.tag).collect(),
        );
        let packet = packet(body);
        let says = |name: &[u8]| memmem::find(packet, name).is_some();
        let is_place = |tag: &Tag| tag.context() == Context::Gps && *tag != Tag::GPSVersionID;
        PhotoTraces {
            place: tags.iter().any(is_place) || says(b":GPSL"),
            camera: tags.iter().any(|tag| SERIAL_NUMBERS.contains(tag)) || says(b"SerialNumber"),
        }
    }

    /// Reports what should not go out with the picture.
    pub fn report(self, file: &str, report: &mut Report) {
        let traces = match self {
            PhotoTraces {
                place: true,
                camera: true,
            } => "both",
            PhotoTraces { place: true, .. } => "place",
            PhotoTraces { camera: true, .. } => "camera",
            PhotoTraces { .. } => return,
        };
        report.add(
            Place::of_file(file),
            Rule::PhotoTraces,
            message!("photo-traces", traces),
            message!("photo-traces-help"),
        );
    }
}

fn packet(body: &[u8]) -> &[u8] {
    let [start, end] = PACKET.map(|mark| memmem::find(body, mark));
    start
        .zip(end)
        .map_or(&[], |(start, end)| body.get(start..end).unwrap_or_default())
}
