//! A key that holds a point on the globe.

use toml::Spanned;

use crate::content::front_matter::key_reader::KeyReader;
use crate::geometry::{Position, Units};
use crate::rule::Rule;

impl KeyReader<'_> {
    /// A latitude and a longitude in degrees, as people write them.
    pub fn point(&mut self, value: Option<Spanned<[f64; 2]>>) -> Option<Position> {
        let position = |[latitude, longitude]: [f64; 2]| Position(longitude, latitude);
        let point = self.checked(
            value,
            |numbers| Units::of(position(*numbers)) == Units::Degrees,
            Rule::WrongType,
            "dit is geen punt in of om Nederland",
            "schrijf eerst de breedte en dan de lengte, in graden: [52.36, 6.66]",
        );
        point.map(position)
    }
}
