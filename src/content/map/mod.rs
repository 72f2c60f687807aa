//! `kaart.geojson`: the borders of the municipalities, and what lies within and around them.
//!
//! The file is GeoJSON. It is read with serde alone: of each feature its place in the text has to
//! be known, so that a mistake is reported where it stands, and crates for GeoJSON forget it.

mod feature;
mod geometry;

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::content::map::feature::RawFeature;
use crate::geometry::{Position, Projection, Shape, Units};
use crate::message;
use crate::message::Message;
use crate::problem::Report;
use crate::rule::Rule;
use crate::source::{LocatedName, Source};

/// The name of the file, in the content folder. A site can do without it.
pub const FILE: &str = "kaart.geojson";

/// A map as its file has it, in a plane.
#[derive(Clone, Debug)]
pub struct MapFile {
    /// The words that have to stand below the map: who made it, how exact it is. By language, or
    /// with an empty name for all.
    pub attribution: BTreeMap<String, String>,
    pub projection: Projection,
    /// In the order of the file.
    pub features: Vec<MapFeature>,
    /// The codes of all areas, those that were left out for a mistake among them.
    pub codes: Vec<String>,
}

/// One thing on the map.
#[derive(Clone, Debug)]
pub struct MapFeature {
    pub subject: MapSubject,
    pub name: String,
    /// The name in other languages, by their tags.
    pub names: BTreeMap<String, String>,
    pub shape: Shape,
}

/// The thing that a feature is: an area that has a page, by its code, or one of a class.
#[derive(Clone, Debug)]
pub enum MapSubject {
    Area(LocatedName),
    Class(MapClass),
}

/// A class of things that are on the map without a page of their own, from the lowest layer up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MapClass {
    Neighbour,
    Abroad,
    Water,
    Road,
    Railway,
    Border,
    Town,
}

impl MapClass {
    pub const ALL: [MapClass; 7] = [
        MapClass::Neighbour,
        MapClass::Abroad,
        MapClass::Water,
        MapClass::Road,
        MapClass::Railway,
        MapClass::Border,
        MapClass::Town,
    ];

    /// The name in the file and in the style sheet.
    pub fn name(self) -> &'static str {
        match self {
            MapClass::Neighbour => "neighbour",
            MapClass::Abroad => "abroad",
            MapClass::Water => "water",
            MapClass::Road => "road",
            MapClass::Railway => "railway",
            MapClass::Border => "border",
            MapClass::Town => "town",
        }
    }

    fn fits(self, shape: &Shape) -> bool {
        match self {
            MapClass::Neighbour | MapClass::Abroad => matches!(shape, Shape::Area(_)),
            MapClass::Water => !matches!(shape, Shape::Points(_)),
            MapClass::Road | MapClass::Railway | MapClass::Border => {
                matches!(shape, Shape::Lines(_))
            }
            MapClass::Town => matches!(shape, Shape::Points(_)),
        }
    }
}

#[derive(Deserialize)]
struct RawMap<'a> {
    #[serde(borrow)]
    features: Vec<&'a RawValue>,
    #[serde(default)]
    attribution: serde_json::Value,
}

/// Reads the file. A feature that is wrong is reported and left out; `None` where there is no map.
pub fn read(source: &Source, report: &mut Report) -> Option<MapFile> {
    let reader = &mut MapReader { source, report };
    let raw = reader.raw()?;
    let raw_features: Vec<RawFeature<'_>> = raw
        .features
        .iter()
        .filter_map(|feature| reader.feature(feature))
        .collect();
    let projection = reader.projection(&raw_features)?;
    let codes = raw_features.iter().filter_map(RawFeature::code);
    let codes = codes.map(str::to_owned).collect();
    let mut features: Vec<MapFeature> = Vec::new();
    for raw in raw_features {
        let Some(feature) = reader.shaped(raw, projection) else {
            continue;
        };
        if let MapSubject::Area(code) = &feature.subject
            && features.iter().any(|other| other.has_code(&code.name))
        {
            reader.report.add(
                code.place.clone(),
                Rule::Map,
                message!("map-twice", code = &code.name),
                message!("map-twice-help"),
            );
            continue;
        }
        features.push(feature);
    }
    Some(MapFile {
        attribution: by_language(&raw.attribution),
        projection,
        features,
        codes,
    })
}

/// The texts in an object with one for each language, or the same text for all.
fn by_language(raw: &serde_json::Value) -> BTreeMap<String, String> {
    let text = |language: &str, text: &serde_json::Value| {
        Some((language.to_owned(), text.as_str()?.to_owned()))
    };
    let by_language = raw.as_object().into_iter().flatten();
    by_language
        .filter_map(|(language, of)| text(language, of))
        .chain(text("", raw))
        .collect()
}

impl MapFeature {
    fn has_code(&self, wanted: &str) -> bool {
        matches!(&self.subject, MapSubject::Area(code) if code.name == wanted)
    }
}

/// Reads one file, and reports what is wrong with it.
struct MapReader<'a> {
    source: &'a Source,
    report: &'a mut Report,
}

impl<'a> MapReader<'a> {
    fn wrong(&mut self, at: usize, message: Message, help: Message) {
        let place = self.source.place(at);
        self.report.add(place, Rule::Map, message, help);
    }

    /// The offset in the file of a text that was taken from it.
    fn offset(&self, part: &str) -> usize {
        part.as_ptr().addr() - self.source.text.as_ptr().addr()
    }

    fn raw(&mut self) -> Option<RawMap<'a>> {
        let text = &self.source.text;
        let error = match serde_json::from_str::<RawMap<'a>>(text) {
            Ok(raw) if !raw.features.is_empty() => return Some(raw),
            Ok(_) => {
                self.wrong(0, message!("map-bare"), message!("map-bare-help"));
                return None;
            }
            Err(error) => error,
        };
        if text.trim().is_empty() {
            self.wrong(0, message!("map-empty"), message!("map-empty-help"));
        } else if error.is_data() {
            self.wrong(0, message!("map-none"), message!("map-none-help"));
        } else {
            let (at, message, help) = match error.is_eof() {
                true => (
                    text.trim_end().len() - 1,
                    message!("map-cut-off"),
                    message!("map-cut-off-help"),
                ),
                false => (
                    self.source.line_start(error.line()) + error.column().saturating_sub(1),
                    message!("map-unreadable"),
                    message!("map-unreadable-help"),
                ),
            };
            self.wrong(at, message, help);
        }
        None
    }

    /// The projection of the map, by what nearly all of its positions seem to be written in: a few
    /// numbers of a plane in kilometres could be degrees as well.
    fn projection(&mut self, features: &[RawFeature<'_>]) -> Option<Projection> {
        let positions: Vec<Position> = features
            .iter()
            .flat_map(|feature| feature.positions.iter().copied())
            .collect();
        let times = |wanted| {
            positions
                .iter()
                .filter(|of| Units::of(**of) == wanted)
                .count()
        };
        let usual = [Units::Degrees, Units::SwappedDegrees, Units::Metres]
            .into_iter()
            .find(|units| !positions.is_empty() && times(*units) * 10 >= positions.len() * 9)
            .unwrap_or(Units::Kilometres);
        let (message, help) = match usual {
            Units::Kilometres => return Some(Projection::Plane),
            Units::Degrees => {
                let here = positions
                    .iter()
                    .filter(|of| Units::of(**of) == Units::Degrees);
                let ends = here.fold((f64::MAX, f64::MIN), |(south, north), position| {
                    (south.min(position.1), north.max(position.1))
                });
                return Some(Projection::at_latitude(f64::midpoint(ends.0, ends.1)));
            }
            Units::SwappedDegrees => (message!("map-swapped"), message!("map-swapped-help")),
            Units::Metres => (message!("map-metres"), message!("map-metres-help")),
        };
        let is_usual = |at: &Position| Units::of(*at) == usual;
        let first = features
            .iter()
            .find(|feature| feature.positions.first().is_some_and(is_usual))?;
        let at = first.offset_of(0, self);
        self.wrong(at, message, help);
        None
    }
}
