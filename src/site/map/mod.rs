//! The map of the region as it is drawn: the areas of its file with the pages that they belong to,
//! what lies around and within them, and the points of other pages.

mod labels;

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use crate::content::map::{FILE, MapClass, MapFeature, MapFile, MapSubject};
use crate::content::page::Page;
use crate::fault;
use crate::geometry::{Borders, Point, Position, Projection, Rect, Ring, Shape, sides};
use crate::message;
use crate::problem::Report;
use crate::rule::Rule;
use crate::site::pages::{PageId, PageSet};
use crate::source::{LocatedName, Place};
use crate::suggest::{did_you_mean, nearest};

pub use labels::{LabelLine, MARK, MapLabel, Room};

/// The width of all areas together in the drawing, in its units.
const WIDTH: f64 = 640.0;

/// The room around them, in units.
const EDGE: i32 = 20;

/// No point that is left out lies further from its border than this, in units.
const TOLERANCE: f64 = 2.0;

/// The side of the square that a finger needs on the smallest screen, in units: 24 pixels, where
/// the drawing is 288 wide.
pub const FINGER: i32 = 58;

/// The map of the region. All its points are in the units of the drawing.
pub struct RegionMap {
    pub attribution: BTreeMap<String, String>,
    /// The part of the plane that is shown.
    pub frame: Rect,
    /// In the order of their pages.
    pub areas: Vec<RegionArea>,
    /// All else, from the lowest layer up.
    pub surroundings: Vec<RegionFeature>,
    /// The pages that are about one point within the frame.
    pub points: Vec<(PageId, Point)>,
}

/// The area of a page.
pub struct RegionArea {
    pub page: PageId,
    pub rings: Vec<Ring>,
    /// Its south-western and north-eastern corners in degrees, where the file has those.
    pub corners: Option<[Position; 2]>,
    /// `None` where there is no room for its name at all.
    pub label: Option<MapLabel>,
    /// The middle of the square in which a finger finds it, where it is smaller itself.
    pub target: Option<Point>,
    /// The areas that it shares a border with.
    pub neighbours: Vec<PageId>,
    /// The names of what it shares a border with abroad.
    pub abroad: Vec<String>,
}

/// Something on the map that has no page.
pub struct RegionFeature {
    pub class: MapClass,
    pub name: String,
    /// The name in other languages, by their tags.
    pub names: BTreeMap<String, String>,
    pub shape: Shape,
    pub label: Option<MapLabel>,
}

/// The map of a site, of the areas whose pages are shown. Areas without a page, and pages without
/// an area, go to the report.
pub fn resolve(set: &PageSet<'_>, report: &mut Report) -> Option<RegionMap> {
    report_same_codes(set, report);
    let file = set.content.map.as_ref()?;
    let areas = areas(set, file, report);
    // Of what is over nobody asks where it is.
    let is_over = |id: PageId| set.occurrence(id).is_some_and(|of| of.is_over);
    let pages = set.pages().enumerate().filter(|(id, _)| !is_over(*id));
    let placed = pages.filter_map(|(id, page)| Some((id, page.meta.point.as_ref()?)));
    let placed: Vec<(PageId, &(Position, Place))> = placed.collect();
    let points: Vec<(PageId, Position)> = placed.iter().map(|(id, of)| (*id, of.0)).collect();
    let map = RegionMap::of(file, &areas, &points, |page| &set.page(page).meta.title)?;
    for (page, (_, place)) in placed {
        if !map.points.iter().any(|(shown, _)| *shown == page) {
            let message = message!("point-off-map");
            let help = message!("point-off-map-help", file = FILE);
            report.add(place.clone(), Rule::NotOnMap, message, help);
        }
    }
    Some(map)
}

impl RegionFeature {
    pub fn name_in(&self, language: &str) -> &str {
        self.names.get(language).unwrap_or(&self.name)
    }
}

impl RegionMap {
    /// The map of a file, of the features with these numbers, each with its page, and with the
    /// points of other pages. `None` without areas.
    pub fn of<'a>(
        file: &MapFile,
        areas: &[(PageId, usize)],
        points: &[(PageId, Position)],
        title: impl Fn(PageId) -> &'a str,
    ) -> Option<Self> {
        let drawing = Drawing::of(file, areas)?;
        let beside = beside(&file.features);
        let area = |(page, number): &(PageId, usize)| {
            let beside = &beside[number];
            let abroad = beside.iter().filter_map(|number| {
                let feature = &file.features[*number];
                let is_abroad = matches!(feature.subject, MapSubject::Class(MapClass::Abroad));
                is_abroad.then(|| feature.name.clone())
            });
            let neighbours = areas.iter().filter(|(_, number)| beside.contains(number));
            let shape = &file.features[*number].shape;
            let rings = drawing.rings(shape);
            RegionArea {
                page: *page,
                label: None,
                target: labels::target(&rings, FINGER),
                neighbours: neighbours.map(|(page, _)| *page).collect(),
                abroad: abroad.collect(),
                corners: corners(shape, file.projection),
                rings,
            }
        };
        let mut areas: Vec<RegionArea> = areas.iter().map(area).collect();
        let features = file.features.iter();
        let mut surroundings: Vec<RegionFeature> = features
            .filter_map(|feature| drawing.surrounding(feature))
            .collect();
        surroundings.sort_by_key(|feature| feature.class);
        let is_located = file.projection != Projection::Plane;
        let points = points
            .iter()
            .filter(|_| is_located)
            .filter_map(|(page, position)| {
                let point = drawing.point(file.projection.point(*position));
                let is_shown = drawing.frame.contains(&Rect::at(point, 0, 0));
                is_shown.then_some((*page, point))
            });
        let points: Vec<(PageId, Point)> = points.collect();
        labels::place(
            &drawing.frame,
            &mut areas,
            &mut surroundings,
            &points,
            title,
        );
        Some(RegionMap {
            attribution: file.attribution.clone(),
            frame: drawing.frame,
            areas,
            surroundings,
            points,
        })
    }
}

/// The south-western and north-eastern corners of a shape in degrees.
fn corners(shape: &Shape, projection: Projection) -> Option<[Position; 2]> {
    let around = Rect::around(shape.rings().iter().flatten().copied())?;
    let corner = |x, y| projection.degrees(Point { x, y });
    Some([
        corner(around.left, around.bottom)?,
        corner(around.right, around.top)?,
    ])
}

/// The pages with an area on the map, each with the number of its feature, in the order of the
/// pages.
fn areas(set: &PageSet<'_>, file: &MapFile, report: &mut Report) -> Vec<(PageId, usize)> {
    let shown = set.pages().enumerate();
    let pages: Vec<(PageId, &LocatedName)> = shown
        .filter_map(|(id, page)| Some((id, code_of(page)?)))
        .collect();
    let page_of = |code: &str| pages.iter().find(|(_, other)| other.name == code);
    let mut found = Vec::new();
    for (number, feature) in file.features.iter().enumerate() {
        let MapSubject::Area(code) = &feature.subject else {
            continue;
        };
        let is_meant = |page: &Page| code_of(page).is_some_and(|of| of.name == code.name);
        if let Some((page, _)) = page_of(&code.name) {
            found.push((*page, number));
        } else if !set.is_hidden(is_meant) {
            let codes = pages.iter().map(|(_, code)| code.name.as_str());
            let otherwise = message!("area-without-page-help");
            let help = did_you_mean(nearest(&code.name, codes), otherwise);
            let message = message!("area-without-page", code = &code.name);
            report.add(code.place.clone(), Rule::Map, message, help);
        }
    }
    for (_, LocatedName { name, place }) in &pages {
        if !file.codes.contains(name) {
            let message = message!("page-off-map", code = name);
            let help = message!("page-off-map-help", file = FILE);
            report.add(place.clone(), Rule::NotOnMap, message, help);
        }
    }
    found.sort_unstable();
    found
}

/// Reports the pages that have a code which another page has too.
fn report_same_codes(set: &PageSet<'_>, report: &mut Report) {
    let mut owners: FxHashMap<&str, &Page> = FxHashMap::default();
    for page in set.pages() {
        let Some(LocatedName { name, place }) = code_of(page) else {
            continue;
        };
        let first = *owners.entry(name).or_insert(page);
        if first.file != page.file {
            let message = message!("same-code", code = name, other = &*first.file);
            let help = message!("same-code-help");
            report.add(place.clone(), Rule::WrongType, message, help);
        }
    }
}

/// The code by which the map knows a page.
fn code_of(page: &Page) -> Option<&LocatedName> {
    fault::at_page(&page.file, || (page.kind.map_code)(&page.facts))
}

/// The numbers of the features with which each shares a border.
fn beside(features: &[MapFeature]) -> FxHashMap<usize, BTreeSet<usize>> {
    let mut owners: FxHashMap<(Point, Point), usize> = FxHashMap::default();
    let mut beside: FxHashMap<usize, BTreeSet<usize>> = FxHashMap::default();
    for (number, feature) in features.iter().enumerate() {
        beside.entry(number).or_default();
        for (from, to) in feature.shape.rings().iter().flat_map(|ring| sides(ring)) {
            let owner = *owners.entry((from.min(to), from.max(to))).or_insert(number);
            if owner != number {
                beside.entry(number).or_default().insert(owner);
                beside.entry(owner).or_default().insert(number);
            }
        }
    }
    beside
}

/// The way from the plane of the file to the drawing.
struct Drawing {
    borders: Borders,
    /// The upper left corner of all areas, in the plane.
    corner: Point,
    /// The units of the plane in one of the drawing.
    scale: f64,
    frame: Rect,
}

impl Drawing {
    /// Of a map with these areas; `None` where there are none.
    fn of(file: &MapFile, areas: &[(PageId, usize)]) -> Option<Self> {
        let shown = areas
            .iter()
            .flat_map(|(_, number)| file.features[*number].shape.rings());
        let extent = Rect::around(shown.flatten().copied())?;
        let width = f64::from(extent.right - extent.left).max(1.0);
        let scale = width / WIDTH;
        let all = file.features.iter();
        let mut drawing = Drawing {
            borders: Borders::new(all.map(|feature| &feature.shape), TOLERANCE * scale),
            corner: Point {
                x: extent.left,
                y: extent.top,
            },
            scale,
            frame: extent,
        };
        let end = drawing.point(Point {
            x: extent.right,
            y: extent.bottom,
        });
        drawing.frame = Rect::around([Point { x: 0, y: 0 }, end])?.widened(EDGE);
        Some(drawing)
    }

    fn point(&self, point: Point) -> Point {
        let unit =
            |value: i32, from: i32| rounded((f64::from(value) - f64::from(from)) / self.scale);
        Point {
            x: unit(point.x, self.corner.x),
            y: unit(point.y, self.corner.y),
        }
    }

    fn line(&self, line: &[Point]) -> Vec<Point> {
        let mut points: Vec<Point> = line.iter().map(|point| self.point(*point)).collect();
        points.dedup();
        points
    }

    /// The rings of an area, without those that are too small to be seen.
    fn rings(&self, shape: &Shape) -> Vec<Ring> {
        let drawn = shape.rings().iter().map(|ring| {
            let mut ring = self.line(&self.borders.ring(ring));
            let first = ring.first().copied();
            ring.pop_if(|last| Some(*last) == first);
            ring
        });
        drawn.filter(|ring| ring.len() > 2).collect()
    }

    fn surrounding(&self, feature: &MapFeature) -> Option<RegionFeature> {
        let MapSubject::Class(class) = feature.subject else {
            return None;
        };
        let shape = match &feature.shape {
            Shape::Area(_) => Shape::Area(self.rings(&feature.shape)),
            Shape::Lines(lines) => {
                let lines = lines.iter().map(|line| self.line(&self.borders.line(line)));
                Shape::Lines(lines.collect())
            }
            Shape::Points(points) => {
                Shape::Points(points.iter().map(|point| self.point(*point)).collect())
            }
        };
        Some(RegionFeature {
            class,
            name: feature.name.clone(),
            names: feature.names.clone(),
            shape,
            label: None,
        })
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "what a map shows lies within some thousands of units"
)]
fn rounded(value: f64) -> i32 {
    value.round() as i32
}
