//! Shapes in a plane. Their points are whole numbers, so that two shapes that share a border have
//! the very same points on it, and no rounding sets them apart.

mod projection;
mod simplify;

pub use projection::{Position, Projection, Units};
pub use simplify::Borders;

/// A point, to the east and to the south of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Point {
    pub x: i32,
    pub y: i32,
}

/// A border that ends where it starts: the last point is not that of the start.
pub type Ring = Vec<Point>;

/// The form of a thing.
#[derive(Clone, Debug)]
pub enum Shape {
    /// The borders of all its parts, and of the holes in them.
    Area(Vec<Ring>),
    Lines(Vec<Vec<Point>>),
    Points(Vec<Point>),
}

impl Shape {
    /// The borders of an area; none of what is no area.
    pub fn rings(&self) -> &[Ring] {
        match self {
            Shape::Area(rings) => rings,
            Shape::Lines(_) | Shape::Points(_) => &[],
        }
    }
}

/// A rectangle along the axes.
#[derive(Clone, Copy, Debug)]
pub struct Rect {
    pub left: i32,
    pub top: i32,
    pub right: i32,
    pub bottom: i32,
}

impl Rect {
    /// The smallest one around these points.
    pub fn around(points: impl IntoIterator<Item = Point>) -> Option<Rect> {
        let mut points = points.into_iter();
        let first = points.next()?;
        let start = Rect {
            left: first.x,
            top: first.y,
            right: first.x,
            bottom: first.y,
        };
        Some(points.fold(start, |rect, point| Rect {
            left: rect.left.min(point.x),
            top: rect.top.min(point.y),
            right: rect.right.max(point.x),
            bottom: rect.bottom.max(point.y),
        }))
    }

    /// The one of this size around a point.
    pub fn at(middle: Point, width: i32, height: i32) -> Rect {
        let (left, top) = (middle.x - width / 2, middle.y - height / 2);
        Rect {
            left,
            top,
            right: left + width,
            bottom: top + height,
        }
    }

    pub fn middle(&self) -> Point {
        Point {
            x: i32::midpoint(self.left, self.right),
            y: i32::midpoint(self.top, self.bottom),
        }
    }

    /// This rectangle with so much more room on every side.
    pub fn widened(&self, room: i32) -> Rect {
        Rect {
            left: self.left - room,
            top: self.top - room,
            right: self.right + room,
            bottom: self.bottom + room,
        }
    }

    pub fn contains(&self, other: &Rect) -> bool {
        self.left <= other.left
            && self.top <= other.top
            && other.right <= self.right
            && other.bottom <= self.bottom
    }

    pub fn overlaps(&self, other: &Rect) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

/// Each point of a ring with the next one.
pub fn sides(ring: &[Point]) -> impl Iterator<Item = (Point, Point)> {
    let next = ring.iter().copied().cycle().skip(1);
    ring.iter().copied().zip(next)
}

/// Twice the area of a ring: above 0 with the points in the order of the clock.
pub fn double_area(ring: &[Point]) -> i64 {
    sides(ring).map(|(from, to)| cross(from, to)).sum()
}

/// The centre of gravity of a shape, whose holes run against its borders.
pub fn centre(rings: &[Ring]) -> Option<Point> {
    let outer = rings
        .iter()
        .max_by_key(|ring| double_area(ring).unsigned_abs())?;
    let area = double_area(outer);
    let start = *outer.first()?;
    if area == 0 {
        return Some(start);
    }
    // From a corner, so that the products stay small.
    let sum = sides(outer).fold((0_i128, 0_i128), |(x, y), (from, to)| {
        let (from, to) = (from.from(start), to.from(start));
        let weight = i128::from(cross(from, to));
        (
            x + i128::from(from.x + to.x) * weight,
            y + i128::from(from.y + to.y) * weight,
        )
    });
    let mean = |sum: i128| i32::try_from(sum / (3 * i128::from(area))).unwrap_or_default();
    Some(Point {
        x: start.x + mean(sum.0),
        y: start.y + mean(sum.1),
    })
}

impl Point {
    /// The way from another point to this one.
    fn from(self, other: Point) -> Point {
        Point {
            x: self.x - other.x,
            y: self.y - other.y,
        }
    }

    pub fn distance(self, other: Point) -> f64 {
        let way = self.from(other);
        f64::from(way.x).hypot(f64::from(way.y))
    }
}

fn cross(one: Point, other: Point) -> i64 {
    i64::from(one.x) * i64::from(other.y) - i64::from(other.x) * i64::from(one.y)
}

/// The number of the first side, in all rings of a shape one after another, that crosses another.
pub fn crossing(rings: &[Ring]) -> Option<usize> {
    let mut all: Vec<(usize, (Point, Point))> = rings
        .iter()
        .flat_map(|ring| sides(ring))
        .enumerate()
        .collect();
    // Only sides that lie above the same stretch can cross.
    all.sort_by_key(|(_, (from, to))| from.x.min(to.x));
    let crossed = all.iter().enumerate().filter_map(|(at, (number, side))| {
        let right = side.0.x.max(side.1.x);
        let near = all[at + 1..]
            .iter()
            .take_while(|(_, (from, to))| from.x.min(to.x) <= right);
        let crossed = near.filter(|(_, other)| cross_each_other(*side, *other));
        crossed.map(|(other, _)| *number.min(other)).min()
    });
    crossed.min()
}

/// True where two sides cross; not where they only touch.
fn cross_each_other(one: (Point, Point), other: (Point, Point)) -> bool {
    let turns =
        |(from, to): (Point, Point), point: Point| cross(to.from(from), point.from(from)).signum();
    turns(one, other.0) * turns(one, other.1) < 0 && turns(other, one.0) * turns(other, one.1) < 0
}

/// The stretches inside a shape at this height, from left to right.
pub fn stretches(rings: &[Ring], y: i32) -> Vec<(i32, i32)> {
    let mut borders: Vec<i32> = rings
        .iter()
        .flat_map(|ring| sides(ring))
        .filter(|(from, to)| (from.y <= y) != (to.y <= y))
        .map(|(from, to)| {
            let way = to.from(from);
            let part = i64::from(y - from.y) * i64::from(way.x) / i64::from(way.y);
            from.x + i32::try_from(part).unwrap_or_default()
        })
        .collect();
    borders.sort_unstable();
    let pairs = borders.chunks_exact(2);
    pairs.map(|pair| (pair[0], pair[1])).collect()
}

/// The parts that two lists of stretches have in common.
pub fn common(one: &[(i32, i32)], other: &[(i32, i32)]) -> Vec<(i32, i32)> {
    let pairs = one
        .iter()
        .flat_map(|one| other.iter().map(move |other| (one, other)));
    let parts = pairs.map(|(one, other)| (one.0.max(other.0), one.1.min(other.1)));
    parts.filter(|(left, right)| left < right).collect()
}

/// The parts of these stretches that do not lie between two borders.
pub fn without(stretches: &[(i32, i32)], left: i32, right: i32) -> Vec<(i32, i32)> {
    common(stretches, &[(i32::MIN, left), (right, i32::MAX)])
}
