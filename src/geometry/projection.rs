//! From a position on the globe to a point in the plane.

use crate::geometry::Point;

/// The kilometres in a degree of latitude.
const DEGREE: f64 = 111.2;

/// The units of the plane in a kilometre: they are centimetres.
const KILOMETRE: f64 = 100_000.0;

/// The furthest that a point in a plane lies from its origin, in kilometres: beyond it the numbers
/// are no kilometres.
const FURTHEST: f64 = 1000.0;

/// Two numbers of a position, as they are written: longitude and latitude, or kilometres to the
/// east and to the south.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Position(pub f64, pub f64);

/// The units that the numbers of a position seem to have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Units {
    /// Longitude and latitude, in WGS84.
    Degrees,
    /// Latitude and longitude, in WGS84.
    SwappedDegrees,
    Kilometres,
    /// The metres of a national grid, such as the Dutch `RD`.
    Metres,
}

impl Units {
    /// Of a position in Europe, or in kilometres or metres of a plane.
    pub fn of(Position(x, y): Position) -> Self {
        let lies_here = |longitude: f64, latitude: f64| {
            (-25.0..=45.0).contains(&longitude) && (34.0..=72.0).contains(&latitude)
        };
        if lies_here(x, y) {
            Units::Degrees
        } else if lies_here(y, x) {
            Units::SwappedDegrees
        } else if x.abs().max(y.abs()) <= FURTHEST {
            Units::Kilometres
        } else {
            Units::Metres
        }
    }
}

/// The way in which positions become points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Projection {
    /// From longitude and latitude. True along the meridians and at one latitude; within a region
    /// it is off by some metres in a kilometre at most.
    Equirectangular {
        /// The kilometres in a degree of longitude at that latitude.
        degree: f64,
    },
    /// From kilometres.
    Plane,
}

impl Projection {
    /// The one that is true at this latitude.
    pub fn at_latitude(latitude: f64) -> Self {
        Projection::Equirectangular {
            degree: DEGREE * latitude.to_radians().cos(),
        }
    }

    pub fn point(self, Position(x, y): Position) -> Point {
        let (east, south) = match self {
            Projection::Equirectangular { degree } => (x * degree, -y * DEGREE),
            Projection::Plane => (x, y),
        };
        Point {
            x: centimetres(east),
            y: centimetres(south),
        }
    }

    /// The longitude and latitude of a point; `None` where the file has kilometres.
    pub fn degrees(self, Point { x, y }: Point) -> Option<Position> {
        let Projection::Equirectangular { degree } = self else {
            return None;
        };
        let kilometres = |centimetres: i32| f64::from(centimetres) / KILOMETRE;
        Some(Position(kilometres(x) / degree, -kilometres(y) / DEGREE))
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a position lies within some thousand kilometres, which was checked"
)]
fn centimetres(kilometres: f64) -> i32 {
    (kilometres * KILOMETRE).round() as i32
}
