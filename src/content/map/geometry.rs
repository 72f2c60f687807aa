//! The form of a feature as GeoJSON has it.

use serde::Deserialize;

use crate::geometry::{Point, Position, Projection, Shape};

type RawLine = Vec<RawPosition>;

#[derive(Deserialize)]
#[serde(tag = "type", content = "coordinates")]
pub enum RawGeometry {
    Point(RawPosition),
    MultiPoint(RawLine),
    LineString(RawLine),
    MultiLineString(Vec<RawLine>),
    Polygon(Vec<RawLine>),
    MultiPolygon(Vec<Vec<RawLine>>),
}

/// Two numbers; a third, the height, is left alone.
#[derive(Clone, Copy, Deserialize)]
#[serde(try_from = "Vec<f64>")]
pub struct RawPosition(Position);

impl TryFrom<Vec<f64>> for RawPosition {
    type Error = &'static str;

    fn try_from(numbers: Vec<f64>) -> Result<Self, Self::Error> {
        match numbers[..] {
            [x, y, ..] => Ok(RawPosition(Position(x, y))),
            _ => Err("two numbers"),
        }
    }
}

impl RawGeometry {
    /// The lines or rings that it consists of.
    fn lines(&self) -> Vec<&[RawPosition]> {
        match self {
            RawGeometry::Point(point) => vec![std::slice::from_ref(point)],
            RawGeometry::MultiPoint(line) | RawGeometry::LineString(line) => vec![line],
            RawGeometry::MultiLineString(lines) | RawGeometry::Polygon(lines) => {
                lines.iter().map(Vec::as_slice).collect()
            }
            RawGeometry::MultiPolygon(polygons) => {
                polygons.iter().flatten().map(Vec::as_slice).collect()
            }
        }
    }

    /// All positions, in the order of the file.
    pub fn positions(&self) -> Vec<Position> {
        let positions = self.lines().into_iter().flatten();
        positions.map(|position| position.0).collect()
    }

    fn is_area(&self) -> bool {
        matches!(self, RawGeometry::Polygon(_) | RawGeometry::MultiPolygon(_))
    }

    /// The number of the first position of a ring that is none.
    pub fn open_ring(&self) -> Option<usize> {
        let mut before = 0;
        let rings = if self.is_area() {
            self.lines()
        } else {
            Vec::new()
        };
        for ring in rings {
            let ends = (
                ring.first().map(|first| first.0),
                ring.last().map(|last| last.0),
            );
            if ring.len() < 4 || ends.0 != ends.1 {
                return Some(before);
            }
            before += ring.len();
        }
        None
    }

    pub fn shape(&self, projection: Projection) -> Shape {
        let points = |line: &[RawPosition]| -> Vec<Point> {
            line.iter()
                .map(|position| projection.point(position.0))
                .collect()
        };
        let lines = self.lines().into_iter();
        match self {
            RawGeometry::Point(_) | RawGeometry::MultiPoint(_) => {
                Shape::Points(lines.flat_map(points).collect())
            }
            RawGeometry::LineString(_) | RawGeometry::MultiLineString(_) => {
                Shape::Lines(lines.map(points).collect())
            }
            RawGeometry::Polygon(_) | RawGeometry::MultiPolygon(_) => {
                Shape::Area(lines.map(|ring| points(&ring[..ring.len() - 1])).collect())
            }
        }
    }
}
