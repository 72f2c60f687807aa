//! One feature of the file: what it is, and the numbers of its form.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::content::map::geometry::RawGeometry;
use crate::content::map::{MapClass, MapFeature, MapReader, MapSubject, by_language};
use crate::geometry::{Position, Projection, Shape, Units, crossing};
use crate::message;
use crate::message::MessageValue;
use crate::source::LocatedName;
use crate::suggest::{did_you_mean, nearest};

/// A feature whose form is still to be looked at.
pub struct RawFeature<'a> {
    subject: MapSubject,
    name: String,
    names: BTreeMap<String, String>,
    /// The form as it is written.
    text: &'a str,
    geometry: RawGeometry,
    /// All its positions, in the order of the file.
    pub positions: Vec<Position>,
}

#[derive(Deserialize)]
struct RawParts<'a> {
    #[serde(borrow)]
    properties: Option<RawProperties<'a>>,
    #[serde(borrow)]
    geometry: Option<&'a RawValue>,
}

/// The properties that count; others are left alone. Statistics Netherlands has its own names.
#[derive(Default, Deserialize)]
struct RawProperties<'a> {
    #[serde(borrow, alias = "statcode")]
    code: Option<&'a RawValue>,
    #[serde(alias = "statnaam")]
    name: Option<serde_json::Value>,
    #[serde(default)]
    names: serde_json::Value,
    #[serde(borrow)]
    class: Option<&'a RawValue>,
}

impl RawFeature<'_> {
    pub fn code(&self) -> Option<&str> {
        match &self.subject {
            MapSubject::Area(code) => Some(&code.name),
            MapSubject::Class(_) => None,
        }
    }

    /// The offset in the file of the position with this number.
    pub fn offset_of(&self, number: usize, reader: &MapReader<'_>) -> usize {
        let start = self.text.find("\"coordinates\"").unwrap_or_default();
        let brackets = self.text[start..].match_indices('[');
        let positions = brackets.filter(|(at, _)| {
            let inside = self.text[start + at + 1..].trim_start();
            inside.starts_with(|first: char| first == '-' || first.is_ascii_digit())
        });
        let at = positions.map(|(at, _)| start + at).nth(number);
        reader.offset(self.text) + at.unwrap_or_default()
    }
}

impl<'a> MapReader<'a> {
    /// A feature with its form as it is written.
    pub fn feature(&mut self, raw: &'a RawValue) -> Option<RawFeature<'a>> {
        let at = self.offset(raw.get());
        let Ok(parts) = serde_json::from_str::<RawParts<'a>>(raw.get()) else {
            let help = message!("map-feature-unreadable-help");
            self.wrong(at, message!("map-feature-unreadable"), help);
            return None;
        };
        let properties = parts.properties.unwrap_or_default();
        let subject = match (properties.code, properties.class) {
            (Some(code), _) => MapSubject::Area(self.code(code)?),
            (None, Some(class)) => MapSubject::Class(self.class(class)?),
            (None, None) => {
                let help = message!("map-feature-unnamed-help");
                self.wrong(at, message!("map-feature-unnamed"), help);
                return None;
            }
        };
        let Some(geometry) = parts.geometry else {
            let help = message!("map-feature-without-form-help");
            self.wrong(at, message!("map-feature-without-form"), help);
            return None;
        };
        let text = geometry.get();
        let read = serde_json::from_str::<RawGeometry>(text).ok();
        let positions = read.as_ref().map(RawGeometry::positions);
        let (Some(geometry), Some(positions)) = (read, positions.filter(|of| !of.is_empty()))
        else {
            let help = message!("map-form-unreadable-help");
            self.wrong(self.offset(text), message!("map-form-unreadable"), help);
            return None;
        };
        let name = properties.name.unwrap_or_default();
        Some(RawFeature {
            subject,
            name: name.as_str().unwrap_or_default().to_owned(),
            names: by_language(&properties.names),
            text,
            geometry,
            positions,
        })
    }

    fn code(&mut self, raw: &RawValue) -> Option<LocatedName> {
        let at = self.offset(raw.get());
        let Ok(name) = serde_json::from_str(raw.get()) else {
            self.wrong(at, message!("map-code"), message!("map-code-help"));
            return None;
        };
        let place = self.source.place(at);
        Some(LocatedName { name, place })
    }

    fn class(&mut self, raw: &RawValue) -> Option<MapClass> {
        let name: String = serde_json::from_str(raw.get()).unwrap_or_default();
        let mut classes = MapClass::ALL.into_iter();
        let found = classes.find(|class| class.name() == name);
        if found.is_none() {
            let names = MapClass::ALL.map(MapClass::name);
            let otherwise = message!("choose-from", names = MessageValue::from_iter(names));
            let help = did_you_mean(nearest(&name, names), otherwise);
            let message = message!("map-class-unknown", class = raw.get());
            self.wrong(self.offset(raw.get()), message, help);
        }
        found
    }

    /// The feature with its form, where that is sound.
    pub fn shaped(&mut self, raw: RawFeature<'a>, projection: Projection) -> Option<MapFeature> {
        let is_here = |position: &Position| match (projection, Units::of(*position)) {
            (Projection::Equirectangular { .. }, units) => units == Units::Degrees,
            (Projection::Plane, units) => units != Units::Metres,
        };
        let away = raw.positions.iter().position(|position| !is_here(position));
        if let Some(number) = away {
            let at = raw.offset_of(number, self);
            self.wrong(at, message!("map-far-away"), message!("map-far-away-help"));
            return None;
        }
        if let Some(number) = raw.geometry.open_ring() {
            let at = raw.offset_of(number, self);
            self.wrong(
                at,
                message!("map-open-ring"),
                message!("map-open-ring-help"),
            );
            return None;
        }
        let shape = raw.geometry.shape(projection);
        if let Shape::Area(rings) = &shape
            && let Some(side) = crossing(rings)
        {
            // In the file each ring has its first point twice.
            let mut before = 0;
            let ring = rings.iter().position(|ring| {
                before += ring.len();
                side < before
            });
            let at = raw.offset_of(side + ring.unwrap_or_default(), self);
            self.wrong(at, message!("map-crossing"), message!("map-crossing-help"));
            return None;
        }
        let (name, fits) = match &raw.subject {
            MapSubject::Area(code) => (code.name.as_str(), matches!(shape, Shape::Area(_))),
            MapSubject::Class(class) => (class.name(), class.fits(&shape)),
        };
        if !fits {
            let message = message!("map-form-unfit", name);
            self.wrong(
                self.offset(raw.text),
                message,
                message!("map-form-unfit-help"),
            );
            return None;
        }
        Some(MapFeature {
            subject: raw.subject,
            name: raw.name,
            names: raw.names,
            shape,
        })
    }
}
