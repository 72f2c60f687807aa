//! One feature of the file: what it is, and the numbers of its form.

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::content::map::geometry::RawGeometry;
use crate::content::map::{MapClass, MapFeature, MapReader, MapSubject};
use crate::geometry::{Position, Projection, Shape, Units, crossing};
use crate::source::LocatedName;
use crate::suggest::{did_you_mean, nearest};

/// A feature whose form is still to be looked at.
pub struct RawFeature<'a> {
    subject: MapSubject,
    name: String,
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
            let help = "een onderdeel van de kaart heeft `properties` en `geometry`";
            self.wrong(at, "dit onderdeel is niet te lezen", help);
            return None;
        };
        let properties = parts.properties.unwrap_or_default();
        let subject = match (properties.code, properties.class) {
            (Some(code), _) => MapSubject::Area(self.code(code)?),
            (None, Some(class)) => MapSubject::Class(self.class(class)?),
            (None, None) => {
                let help = "geef een gemeente haar code (\"code\": \"GM0141\"), en al het andere een soort (\"class\": \"road\")";
                self.wrong(at, "dit onderdeel heeft geen `code` en geen `class`", help);
                return None;
            }
        };
        let Some(geometry) = parts.geometry else {
            let help = "teken het opnieuw, of haal het weg";
            self.wrong(at, "dit onderdeel heeft geen vorm", help);
            return None;
        };
        let text = geometry.get();
        let read = serde_json::from_str::<RawGeometry>(text).ok();
        let positions = read.as_ref().map(RawGeometry::positions);
        let (Some(geometry), Some(positions)) = (read, positions.filter(|of| !of.is_empty()))
        else {
            let at = self.offset(text);
            self.wrong(
                at,
                "deze vorm is niet te lezen",
                "een vorm is een `Polygon`, `LineString` of `Point`, of een `Multi…` daarvan, met punten van twee getallen",
            );
            return None;
        };
        let name = properties.name.unwrap_or_default();
        Some(RawFeature {
            subject,
            name: name.as_str().unwrap_or_default().to_owned(),
            text,
            geometry,
            positions,
        })
    }

    fn code(&mut self, raw: &RawValue) -> Option<LocatedName> {
        let at = self.offset(raw.get());
        let Ok(name) = serde_json::from_str(raw.get()) else {
            let help = "schrijf de code tussen aanhalingstekens: \"GM0141\"";
            self.wrong(at, "deze code is geen tekst", help);
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
            let otherwise = format!("kies uit: {}", names.join(", "));
            let help = did_you_mean(nearest(&name, names), &otherwise);
            let at = self.offset(raw.get());
            self.wrong(at, format!("de soort {} bestaat niet", raw.get()), help);
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
            let help = "kijk of de getallen kloppen en in de goede volgorde staan";
            self.wrong(at, "dit punt ligt ver buiten de kaart", help);
            return None;
        }
        if let Some(number) = raw.geometry.open_ring() {
            let at = raw.offset_of(number, self);
            let help =
                "een rand heeft minstens vier punten, en het laatste is gelijk aan het eerste";
            self.wrong(at, "deze rand is niet gesloten", help);
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
            let help = "teken de rand opnieuw, zo dat hij zichzelf niet kruist";
            self.wrong(at, "vanaf dit punt kruist de rand zichzelf", help);
            return None;
        }
        let (name, fits) = match &raw.subject {
            MapSubject::Area(code) => (code.name.as_str(), matches!(shape, Shape::Area(_))),
            MapSubject::Class(class) => (class.name(), class.fits(&shape)),
        };
        if !fits {
            let at = self.offset(raw.text);
            self.wrong(
                at,
                format!("deze vorm past niet bij `{name}`"),
                "een gemeente en een buurgebied zijn vlakken; een weg, spoorweg en grens zijn lijnen, water ook of een vlak; een plaats is een punt",
            );
            return None;
        }
        Some(MapFeature {
            subject: raw.subject,
            name: raw.name,
            shape,
        })
    }
}
