//! A schematic map of places, drawn from their outlines.

/// The units of the drawing in a kilometre.
const SCALE: f64 = 12.0;

/// Room around the outer borders, in units.
const EDGE: f64 = 4.0;

/// A name of more letters than this is written on two lines, where it can be.
const LONG_NAME: usize = 12;

/// From one line of a name to the next, in units.
const LINE: f64 = 26.0;

/// From the middle of a line to the foot of its letters, in units.
const FOOT: f64 = 8.0;

/// A map of links: each place is a shape that leads to its page.
pub struct Map {
    /// The `viewBox` of the drawing.
    pub view_box: String,
    pub shapes: Vec<Shape>,
}

pub struct Shape {
    pub name: String,
    pub href: String,
    /// Path data.
    pub outline: String,
    /// The name as it is written on the shape, with where the middle of each line goes.
    pub lines: Vec<NameLine>,
    /// True where the map stands on the page of this place.
    pub is_current: bool,
}

pub struct NameLine {
    pub text: String,
    pub x: i32,
    pub y: i32,
}

/// A place on the map, with the corners of its shape in kilometres.
pub struct MapPlace<'a> {
    pub name: &'a str,
    pub href: String,
    pub corners: &'a [[f64; 2]],
    pub is_current: bool,
}

impl Map {
    /// The map of these places. `None` where none of them has a shape.
    pub fn new<'a>(places: impl Iterator<Item = MapPlace<'a>>) -> Option<Self> {
        let mut shapes = Vec::new();
        let (mut width, mut height) = (0.0_f64, 0.0_f64);
        for place in places.filter(|place| place.corners.len() > 2) {
            let scaled = |corner: &[f64; 2]| corner.map(|km| km * SCALE);
            let points: Vec<[f64; 2]> = place.corners.iter().map(scaled).collect();
            for [x, y] in &points {
                (width, height) = (width.max(*x), height.max(*y));
            }
            shapes.push(Shape {
                name: place.name.to_owned(),
                href: place.href,
                outline: outline(&points),
                lines: name_lines(place.name, &points),
                is_current: place.is_current,
            });
        }
        let view_box = format!(
            "{0} {0} {1} {2}",
            rounded(-EDGE),
            rounded(width + 2.0 * EDGE),
            rounded(height + 2.0 * EDGE)
        );
        (!shapes.is_empty()).then_some(Map { view_box, shapes })
    }
}

/// The path of a shape.
fn outline(points: &[[f64; 2]]) -> String {
    let corners: Vec<String> = points
        .iter()
        .map(|[x, y]| format!("{} {}", rounded(*x), rounded(*y)))
        .collect();
    format!("M{}z", corners.join("L"))
}

/// Writes a name where the shape is wide enough for it. A long one breaks after the space or hyphen
/// that is nearest to its half.
fn name_lines(name: &str, shape: &[[f64; 2]]) -> Vec<NameLine> {
    let half = name.len() / 2;
    let break_at = name
        .match_indices([' ', '-'])
        .map(|(at, _)| at + 1)
        .min_by_key(|at| at.abs_diff(half));
    let (texts, height) = match break_at {
        Some(at) if name.chars().count() > LONG_NAME => {
            (vec![name[..at].trim_end(), &name[at..]], 2.0 * LINE)
        }
        _ => (vec![name], LINE),
    };
    let [x, y] = place(shape, height);
    let first = y - (height - LINE) / 2.0 + FOOT;
    let feet = [first, first + LINE];
    texts
        .into_iter()
        .zip(feet)
        .map(|(text, y)| NameLine {
            text: text.to_owned(),
            x: rounded(x),
            y: rounded(y),
        })
        .collect()
}

/// The middle of a name of this height: as high as the centre of gravity, and there halfway the
/// stretch that all of it can use.
fn place(shape: &[[f64; 2]], height: f64) -> [f64; 2] {
    let [x, y] = middle(shape);
    let stretches = [y - height / 2.0, y, y + height / 2.0]
        .into_iter()
        .filter_map(|y| stretch(shape, y));
    let (left, right) = stretches.fold((f64::MIN, f64::MAX), |(left, right), (from, to)| {
        (left.max(from), right.min(to))
    });
    [
        if left < right {
            f64::midpoint(left, right)
        } else {
            x
        },
        y,
    ]
}

/// The widest stretch inside a shape at this height.
fn stretch(shape: &[[f64; 2]], y: f64) -> Option<(f64, f64)> {
    let mut borders: Vec<f64> = sides(shape)
        .filter(|(from, to)| (from[1] <= y) != (to[1] <= y))
        .map(|(from, to)| from[0] + (y - from[1]) / (to[1] - from[1]) * (to[0] - from[0]))
        .collect();
    borders.sort_by(f64::total_cmp);
    let inside = borders.chunks_exact(2).map(|pair| (pair[0], pair[1]));
    inside.max_by(|one, other| (one.1 - one.0).total_cmp(&(other.1 - other.0)))
}

/// Each corner with the next one.
fn sides(points: &[[f64; 2]]) -> impl Iterator<Item = ([f64; 2], [f64; 2])> {
    points
        .iter()
        .copied()
        .zip(points.iter().copied().cycle().skip(1))
}

/// The centre of gravity of a polygon.
fn middle(points: &[[f64; 2]]) -> [f64; 2] {
    let (mut area, mut sum) = (0.0, [0.0, 0.0]);
    for ([x, y], [next_x, next_y]) in sides(points) {
        let cross = x * next_y - next_x * y;
        area += cross;
        sum = [sum[0] + (x + next_x) * cross, sum[1] + (y + next_y) * cross];
    }
    if area == 0.0 {
        points[0]
    } else {
        sum.map(|value| value / (3.0 * area))
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a region is some hundreds of kilometres wide at most"
)]
fn rounded(value: f64) -> i32 {
    value.round() as i32
}
