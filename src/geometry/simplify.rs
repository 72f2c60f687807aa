//! Fewer points for a coarse drawing. A border between two shapes is simplified once, whichever
//! shape it is met in, so that they still share it.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::geometry::{Point, Ring, Shape};

/// The borders of all shapes of a drawing, which keeps the points where they meet.
pub struct Borders {
    meetings: FxHashSet<Point>,
    /// No point that is left out lies further from the line than this.
    tolerance: f64,
}

impl Borders {
    pub fn new<'a>(shapes: impl Iterator<Item = &'a Shape>, tolerance: f64) -> Self {
        let mut meetings: FxHashSet<Point> = FxHashSet::default();
        let mut rings = Vec::new();
        for shape in shapes {
            match shape {
                Shape::Area(borders) => rings.extend(borders),
                Shape::Lines(lines) => {
                    let ends = lines.iter().flat_map(|line| [line.first(), line.last()]);
                    meetings.extend(ends.flatten());
                }
                Shape::Points(_) => {}
            }
        }
        // A point where borders meet has more than the two neighbours of a point on one border.
        let mut neighbours: FxHashMap<Point, [Option<Point>; 2]> = FxHashMap::default();
        for ring in rings {
            for (at, point) in ring.iter().enumerate() {
                let before = ring[(at + ring.len() - 1) % ring.len()];
                let after = ring[(at + 1) % ring.len()];
                let known = neighbours
                    .entry(*point)
                    .or_insert([Some(before), Some(after)]);
                if !known.contains(&Some(before)) || !known.contains(&Some(after)) {
                    meetings.insert(*point);
                }
            }
        }
        Borders {
            meetings,
            tolerance,
        }
    }

    /// A ring with fewer points.
    pub fn ring(&self, ring: &Ring) -> Ring {
        let is_meeting = |point: &Point| self.meetings.contains(point);
        let first = ring.iter().position(is_meeting);
        // A ring that meets no other starts at the same point in every shape.
        let lowest = || (0..ring.len()).min_by_key(|at| ring[*at]);
        let Some(first) = first.or_else(lowest) else {
            return Ring::new();
        };
        let mut closed = ring.clone();
        closed.rotate_left(first);
        closed.push(closed[0]);
        let mut simple = self.line(&closed);
        simple.pop();
        simple
    }

    /// A line with fewer points; it keeps both ends.
    pub fn line(&self, line: &[Point]) -> Vec<Point> {
        let mut simple: Vec<Point> = line.first().copied().into_iter().collect();
        let mut start = 0;
        for end in 1..line.len() {
            if end + 1 == line.len() || self.meetings.contains(&line[end]) {
                simple.extend_from_slice(&self.stretch(&line[start..=end])[1..]);
                start = end;
            }
        }
        simple
    }

    /// A part of a border between two points that are kept, the same in both directions.
    fn stretch(&self, points: &[Point]) -> Vec<Point> {
        if points.iter().gt(points.iter().rev()) {
            let mut turned = points.to_vec();
            turned.reverse();
            let mut simple = self.douglas_peucker(&turned);
            simple.reverse();
            return simple;
        }
        self.douglas_peucker(points)
    }

    /// The algorithm of Douglas and Peucker: a point stays where the line would pass too far by it.
    fn douglas_peucker(&self, points: &[Point]) -> Vec<Point> {
        let last = points.len() - 1;
        let mut keeps = vec![false; points.len()];
        (keeps[0], keeps[last]) = (true, true);
        let mut waiting = vec![(0, last)];
        while let Some((from, to)) = waiting.pop() {
            let far = (from + 1..to)
                .map(|at| (at, distance(points[at], points[from], points[to])))
                .fold(
                    (0, self.tolerance),
                    |far, next| if next.1 > far.1 { next } else { far },
                );
            if far.0 > 0 {
                keeps[far.0] = true;
                waiting.extend([(from, far.0), (far.0, to)]);
            }
        }
        let kept = points.iter().zip(keeps).filter(|(_, keeps)| *keeps);
        kept.map(|(point, _)| *point).collect()
    }
}

/// The distance of a point from the line between two others.
fn distance(point: Point, from: Point, to: Point) -> f64 {
    let float = |point: Point| (f64::from(point.x), f64::from(point.y));
    let ((x, y), (from_x, from_y), (to_x, to_y)) = (float(point), float(from), float(to));
    let (way_x, way_y) = (to_x - from_x, to_y - from_y);
    let length = way_x * way_x + way_y * way_y;
    let along = if length > 0.0 {
        (((x - from_x) * way_x + (y - from_y) * way_y) / length).clamp(0.0, 1.0)
    } else {
        0.0
    };
    (x - from_x - along * way_x).hypot(y - from_y - along * way_y)
}
