//! The names on the map: each where there is room for it, and none over another.
//!
//! The width of letters is reckoned, not measured: the fonts are those of the reader.

use crate::content::map::MapClass;
use crate::geometry::{Point, Rect, Ring, Shape, centre, common, stretches, without};
use crate::site::PageId;
use crate::site::map::{RegionArea, RegionFeature};

/// The sizes of letters, in the units of the drawing: of areas, and of all else.
pub const NAME_SIZE: i32 = 24;
pub const SMALL_SIZE: i32 = 17;

/// A name of more letters than this is written on two lines, where it can be.
const LONG_NAME: usize = 12;

/// The least room between a name and what is beside it, in units.
const MARGIN: i32 = 2;

/// From the middle of a dot to its edge, in units.
const DOT: i32 = 5;

/// The width of the mark of a point, in units.
pub const MARK: i32 = 26;

/// From one height that is tried to the next, in units.
const STEP: usize = 2;

/// A name on the map.
pub struct MapLabel {
    pub lines: Vec<LabelLine>,
    /// The part of the map that it takes.
    pub rect: Rect,
    pub room: Room,
}

/// A line of a name, with where the middle of its foot goes.
pub struct LabelLine {
    pub text: String,
    pub x: i32,
    pub y: i32,
}

/// The room that there was for a name: enough where most of it lies within its area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    Enough,
    /// It stands beside its area, with a line between the two points.
    Beside(Point, Point),
    /// Only its first letters are written.
    Short,
}

/// Gives all that has a name its label: areas first, which have a page.
pub fn place<'a>(
    frame: &Rect,
    areas: &mut [RegionArea],
    surroundings: &mut [RegionFeature],
    points: &[(PageId, Point)],
    title: impl Fn(PageId) -> &'a str,
) {
    let dots = surroundings
        .iter()
        .filter_map(|feature| match &feature.shape {
            Shape::Points(points) => Some(points),
            _ => None,
        });
    let dots = dots.flatten().map(|dot| Rect::at(*dot, 2 * DOT, 2 * DOT));
    let dots: Vec<Rect> = dots.collect();
    let mut names = Names {
        frame: vec![corners(frame)],
        taken: points
            .iter()
            .map(|(_, point)| Rect::at(*point, MARK, MARK))
            .collect(),
    };
    let within =
        |names: &mut Names, name: &str, rings: &[Ring]| names.within(name, NAME_SIZE, rings);
    // Those that have no room within their area even on an empty map have the least choice.
    for area in areas.iter_mut() {
        let name = title(area.page);
        if within(&mut Names::default(), name, &area.rings).is_none() {
            area.label = names.across(name, &area.rings);
        }
    }
    let first = names.taken.len();
    names.taken.extend(&dots);
    for area in areas.iter_mut().filter(|area| area.label.is_none()) {
        area.label = within(&mut names, title(area.page), &area.rings);
    }
    // A dot may lie behind the name of an area rather than that the name stands elsewhere.
    names.taken.drain(first..first + dots.len());
    let ways = [within, Names::across, Names::beside, Names::shortened];
    for way in ways {
        for area in areas.iter_mut().filter(|area| area.label.is_none()) {
            area.label = way(&mut names, title(area.page), &area.rings);
        }
    }
    names.taken.extend(dots);
    for feature in surroundings {
        let is_named = areas.iter().any(|area| title(area.page) == feature.name);
        feature.label = match &feature.shape {
            Shape::Area(rings) if feature.class < MapClass::Water => {
                names.within(&feature.name, SMALL_SIZE, rings)
            }
            Shape::Points(points) if !is_named => points
                .first()
                .and_then(|dot| names.at_dot(&feature.name, *dot)),
            _ => None,
        };
    }
}

/// The middle of an area that has no square with this side in it.
pub fn target(rings: &[Ring], side: i32) -> Option<Point> {
    let has_room = Names::default()
        .spot(rings, (side, side), centre(rings)?)
        .is_some();
    (!has_room).then(|| centre(rings)).flatten()
}

/// The names that have their place already, and all else that none may stand on.
#[derive(Default)]
struct Names {
    /// The part of the plane that is shown, as a shape; all of it where there is none.
    frame: Vec<Ring>,
    taken: Vec<Rect>,
}

impl Names {
    /// A name within its area, on one line or two.
    fn within(&mut self, name: &str, size: i32, rings: &[Ring]) -> Option<MapLabel> {
        let near = centre(rings)?;
        layouts(name).into_iter().find_map(|texts| {
            let middle = self.spot(rings, extent(&texts, size), near)?;
            Some(self.take(&texts, size, middle, Room::Enough))
        })
    }

    /// A name that is wider than its area, but has most of its letters within and covers no other.
    fn across(&mut self, name: &str, rings: &[Ring]) -> Option<MapLabel> {
        let near = centre(rings)?;
        let texts = [name];
        let (width, height) = extent(&texts, NAME_SIZE);
        let middle = self.spot(&self.frame, (width, height), near)?;
        let within = stretches(rings, middle.y);
        let (left, right) = (middle.x - width / 2, middle.x + width / 2);
        let most = common(&within, &[(left, right)]).into_iter();
        let most: i32 = most.map(|(left, right)| right - left).sum();
        let has_middle = within
            .iter()
            .any(|(left, right)| (*left..*right).contains(&middle.x));
        (has_middle && 2 * most > width).then(|| self.take(&texts, NAME_SIZE, middle, Room::Enough))
    }

    /// A name outside its area, as near as there is room, with a line to it.
    fn beside(&mut self, name: &str, rings: &[Ring]) -> Option<MapLabel> {
        let near = centre(rings)?;
        let texts = [name];
        let (width, height) = extent(&texts, NAME_SIZE);
        self.taken
            .push(Rect::around(rings.iter().flatten().copied())?);
        let middle = self.spot(&self.frame, (width, height), near);
        self.taken.pop();
        let middle = middle?;
        let edge = Rect::at(middle, width, height);
        let start = Point {
            x: near.x.clamp(edge.left, edge.right),
            y: near.y.clamp(edge.top, edge.bottom),
        };
        Some(self.take(&texts, NAME_SIZE, middle, Room::Beside(start, near)))
    }

    /// As many of the first letters of a name as there is room for.
    fn shortened(&mut self, name: &str, rings: &[Ring]) -> Option<MapLabel> {
        let near = centre(rings)?;
        let ends = name.char_indices().map(|(at, _)| at).skip(1);
        let short = ends.map(|end| format!("{}…", name[..end].trim_end()));
        let short: Vec<String> = short.collect();
        short.iter().rev().find_map(|text| {
            let texts = [text.as_str()];
            let middle = self.spot(rings, extent(&texts, NAME_SIZE), near)?;
            Some(self.take(&texts, NAME_SIZE, middle, Room::Short))
        })
    }

    /// A name beside a dot.
    fn at_dot(&mut self, name: &str, dot: Point) -> Option<MapLabel> {
        let texts = [name];
        let (width, height) = extent(&texts, SMALL_SIZE);
        let (across, down) = (DOT + width / 2, DOT + height / 2);
        let sides = [(across, 0), (-across, 0), (0, -down), (0, down)];
        let middles = sides.map(|(x, y)| Point {
            x: dot.x + x,
            y: dot.y + y,
        });
        let frame = Rect::around(self.frame[0].iter().copied())?;
        let is_free = |middle: &Point| {
            let rect = Rect::at(*middle, width, height);
            // The dot itself has no margin.
            let rest = Rect::at(*middle, width - 2 * MARGIN, height);
            frame.contains(&rect) && !self.taken.iter().any(|taken| taken.overlaps(&rest))
        };
        let middle = middles.into_iter().find(is_free)?;
        Some(self.take(&texts, SMALL_SIZE, middle, Room::Enough))
    }

    /// The middle of a free rectangle of this size in a shape, as near to a point as there is one.
    fn spot(&self, rings: &[Ring], (width, height): (i32, i32), near: Point) -> Option<Point> {
        let whole = Rect::around(rings.iter().flatten().copied())?;
        let frame = self.frame.first().map_or(whole, |frame| {
            Rect::around(frame.iter().copied()).unwrap_or(whole)
        });
        let tops = whole.top.max(frame.top)..=whole.bottom.min(frame.bottom) - height;
        let spots = tops.step_by(STEP).flat_map(|top| {
            let rows = (0..=4).map(|row| stretches(rings, top + row * height / 4));
            let shown = vec![(frame.left, frame.right)];
            let free = rows.fold(shown, |free, row| common(&free, &row));
            let beside = self
                .taken
                .iter()
                .filter(|taken| taken.top < top + height && top < taken.bottom);
            let free = beside.fold(free, |free, taken| without(&free, taken.left, taken.right));
            let wide = free
                .into_iter()
                .filter(|(left, right)| right - left >= width);
            wide.map(move |(left, right)| Point {
                x: near.x.clamp(left + width / 2, right - width + width / 2),
                y: top + height / 2,
            })
            .collect::<Vec<Point>>()
        });
        spots.min_by(|one, other| one.distance(near).total_cmp(&other.distance(near)))
    }

    /// Writes a name, so that no other comes there.
    fn take(&mut self, texts: &[&str], size: i32, middle: Point, room: Room) -> MapLabel {
        let (width, height) = extent(texts, size);
        let rect = Rect::at(middle, width, height);
        self.taken.push(rect);
        let first = middle.y - height / 2 + MARGIN + size * 4 / 5;
        let lines = texts.iter().zip(0..).map(|(text, number)| LabelLine {
            text: (*text).to_owned(),
            x: middle.x,
            y: first + number * line_height(size),
        });
        MapLabel {
            lines: lines.collect(),
            rect,
            room,
        }
    }
}

fn corners(rect: &Rect) -> Ring {
    let Rect {
        left,
        top,
        right,
        bottom,
    } = *rect;
    [(left, top), (right, top), (right, bottom), (left, bottom)]
        .map(|(x, y)| Point { x, y })
        .into()
}

/// The ways to write a name, the best first. A long one breaks after the space or hyphen that is
/// nearest to its half.
fn layouts(name: &str) -> Vec<Vec<&str>> {
    let half = name.len() / 2;
    let breaks = name.match_indices([' ', '-']).map(|(at, _)| at + 1);
    let whole = vec![name];
    let Some(at) = breaks.min_by_key(|at| at.abs_diff(half)) else {
        return vec![whole];
    };
    let broken = vec![name[..at].trim_end(), &name[at..]];
    match name.chars().count() > LONG_NAME {
        true => vec![broken, whole],
        false => vec![whole, broken],
    }
}

fn line_height(size: i32) -> i32 {
    size * 13 / 12
}

/// The width and height of a name with the room around it.
fn extent(texts: &[&str], size: i32) -> (i32, i32) {
    let width = texts.iter().map(|text| width(text, size)).max();
    let lines = i32::try_from(texts.len()).unwrap_or(1);
    (
        width.unwrap_or_default() + 2 * MARGIN,
        (lines - 1) * line_height(size) + size + 2 * MARGIN,
    )
}

/// The width of a text in letters of this size, as wide as common fonts have it.
fn width(text: &str, size: i32) -> i32 {
    let hundredths = text.chars().map(|letter| match letter {
        'f' | 'i' | 'j' | 'l' | 'r' | 't' | 'I' | ' ' | '-' | '.' | ',' | '\'' => 38,
        'm' | 'w' | 'M' | 'W' => 92,
        _ if letter.is_uppercase() => 70,
        _ => 58,
    });
    hundredths.sum::<i32>() * size / 100
}
