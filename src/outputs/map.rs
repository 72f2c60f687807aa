//! The map of the region as a drawing: each area is a link to its page. The list of the same stands
//! beside it.

use crate::content::map::MapClass;
use crate::geometry::{Point, Shape};
use crate::outputs::renderer::RenderContext;
use crate::outputs::view::Teaser;
use crate::site::PageId;
use crate::site::map::{FINGER, MARK, MapLabel, RegionArea, RegionFeature, RegionMap, Room};
use crate::text::Text;

/// A drawing of links.
#[derive(Default)]
pub struct Map {
    /// The `viewBox` of the drawing.
    pub view_box: String,
    /// The layers around the areas, from the lowest up.
    pub around: Vec<MapLayer>,
    /// All areas as one, below what lies within them. Empty where nothing does.
    pub land: String,
    pub within: Vec<MapLayer>,
    /// The names of what has no page.
    pub names: Vec<MapName>,
    pub areas: Vec<MapShape>,
    /// The points of pages; those at one place have one mark.
    pub marks: Vec<MapMark>,
    pub points: Vec<MapPoint>,
    pub legend: Vec<LegendEntry>,
    pub attribution: String,
}

/// All things of one class.
pub struct MapLayer {
    pub class: &'static str,
    /// Path data.
    pub path: String,
}

/// A name as it is written, with where the middle of the foot of each line goes.
pub struct MapName {
    pub lines: Vec<(String, i32, i32)>,
    /// Path data of the line that leads to what has this name.
    pub leader: Option<String>,
}

pub struct MapShape {
    pub name: String,
    pub href: String,
    pub path: String,
    /// Path data of a square as large as a finger, where the shape itself is smaller.
    pub target: Option<String>,
    pub label: Option<MapName>,
    /// True where the map stands on the page of this place.
    pub is_current: bool,
}

/// A page that is about a point.
pub struct MapPoint {
    pub name: String,
    pub href: String,
    pub position: Point,
    /// A word or two on it.
    pub note: String,
}

/// A mark with the numbers of its pages in the list.
pub struct MapMark {
    pub numbers: String,
    pub names: String,
    pub href: String,
    /// Path data of a square as large as a finger.
    pub target: String,
    /// Path data of a dot.
    pub dot: String,
    pub x: i32,
    pub y: i32,
}

/// A class of things, with a piece of it and the names of all.
pub struct LegendEntry {
    pub class: &'static str,
    /// Path data in a square of 24.
    pub path: &'static str,
    pub title: String,
    pub names: String,
}

impl Map {
    /// The map as it stands on a page: in a language that has no pages about its areas, with those
    /// of the site's own.
    pub fn on_page(cx: &RenderContext<'_>, current: PageId) -> Option<Self> {
        let region = cx.site.map.as_ref()?;
        let is_shown = |area: &&RegionArea| cx.is_in_language(area.page);
        let mut areas: Vec<&RegionArea> = region.areas.iter().filter(is_shown).collect();
        if areas.is_empty() {
            areas.extend(&region.areas);
        }
        let shape = |area: &&RegionArea| {
            let link = cx.link(area.page);
            MapShape {
                is_current: area.page == current,
                ..MapShape::new(area, link.title.clone(), link.href.clone())
            }
        };
        let shapes: Vec<MapShape> = areas.iter().map(shape).collect();
        (!shapes.is_empty()).then(|| Map::new(region, shapes, cx.text()))
    }

    /// The map without words, to show which of its areas the page is about.
    pub fn without_names(cx: &RenderContext<'_>, current: PageId) -> Option<Self> {
        let mut map = Map {
            names: Vec::new(),
            legend: Vec::new(),
            ..Map::on_page(cx, current)?
        };
        for area in &mut map.areas {
            area.label = None;
        }
        Some(map)
    }

    /// The whole map, with the points of other pages.
    pub fn with_points(cx: &RenderContext<'_>, current: PageId) -> Option<Self> {
        let points = cx.site.map.iter().flat_map(|region| &region.points);
        let shown = points.filter(|(page, _)| cx.is_in_language(*page));
        let points = shown.map(|(page, position)| {
            let Teaser {
                link,
                time,
                note,
                summary,
                ..
            } = cx.teaser(*page);
            let time = time.as_ref().map(|time| &time.text);
            let notes: Vec<&str> = time.into_iter().chain(note).map(String::as_str).collect();
            MapPoint {
                name: link.title.clone(),
                href: link.href.clone(),
                position: *position,
                note: match notes.is_empty() {
                    true => summary.clone(),
                    false => notes.join(", "),
                },
            }
        });
        Some(Map::on_page(cx, current)?.with(points.collect()))
    }

    /// The map with these points on it.
    pub fn with(self, points: Vec<MapPoint>) -> Self {
        Map {
            marks: marks(&points),
            points,
            ..self
        }
    }

    pub fn new(region: &RegionMap, areas: Vec<MapShape>, text: &Text) -> Self {
        let frame = &region.frame;
        let (around, within): (Vec<&RegionFeature>, Vec<&RegionFeature>) = region
            .surroundings
            .iter()
            .partition(|feature| feature.class < MapClass::Water);
        let land = region.areas.iter().map(|area| closed(&area.rings));
        let language = text.language();
        let named = region
            .surroundings
            .iter()
            .filter_map(|of| MapName::of_feature(of, language));
        let mut sayings = region.attribution.values();
        let said = region.attribution.get(language);
        let said = said.or_else(|| sayings.next());
        Map {
            view_box: format!(
                "{} {} {} {}",
                frame.left,
                frame.top,
                frame.right - frame.left,
                frame.bottom - frame.top
            ),
            around: layers(&around),
            land: land.collect(),
            within: layers(&within),
            names: named.collect(),
            areas,
            marks: Vec::new(),
            points: Vec::new(),
            legend: legend(region, text),
            attribution: said.cloned().unwrap_or_default(),
        }
    }
}

impl MapShape {
    pub fn new(area: &RegionArea, name: String, href: String) -> Self {
        MapShape {
            name,
            href,
            path: closed(&area.rings),
            target: area.target.map(finger),
            label: area.label.as_ref().map(MapName::new),
            is_current: false,
        }
    }
}

impl MapName {
    fn new(label: &MapLabel) -> Self {
        let lines = label.lines.iter();
        MapName {
            lines: lines
                .map(|line| (line.text.clone(), line.x, line.y))
                .collect(),
            leader: match label.room {
                Room::Beside(from, to) => Some(path(&[from, to])),
                Room::Enough | Room::Short => None,
            },
        }
    }

    /// The name in a language: one of its own takes the place of that of the site, on one line.
    fn of_feature(feature: &RegionFeature, language: &str) -> Option<Self> {
        let mut name = MapName::new(feature.label.as_ref()?);
        if let Some(own) = feature.names.get(language) {
            name.lines.truncate(1);
            let lines = name.lines.iter_mut();
            lines.for_each(|(text, ..)| text.clone_from(own));
        }
        Some(name)
    }
}

/// The names of the neighbours of a page on the map, those abroad too.
pub fn neighbours(cx: &RenderContext<'_>, page: PageId) -> String {
    let areas = cx.site.map.iter().flat_map(|region| &region.areas);
    let names = areas.filter(|area| area.page == page).flat_map(|area| {
        let pages = area
            .neighbours
            .iter()
            .map(|page| cx.link(*page).title.as_str());
        pages.chain(area.abroad.iter().map(String::as_str))
    });
    names.collect::<Vec<_>>().join(", ")
}

/// The marks of points, in the order of the first page of each. Where two would lie over each
/// other, one is enough.
fn marks(points: &[MapPoint]) -> Vec<MapMark> {
    let mut marks: Vec<MapMark> = Vec::new();
    for (at, point) in points.iter().enumerate() {
        let Point { x, y } = point.position;
        let number = (at + 1).to_string();
        let covers = |mark: &&mut MapMark| (mark.x - x).abs() < MARK && (mark.y - y).abs() < MARK;
        match marks.iter_mut().find(covers) {
            Some(mark) => {
                mark.numbers = format!("{}, {number}", mark.numbers);
                mark.names = format!("{}, {}", mark.names, point.name);
                "#s-points".clone_into(&mut mark.href);
            }
            None => marks.push(MapMark {
                numbers: number,
                names: point.name.clone(),
                href: point.href.clone(),
                target: finger(point.position),
                dot: dot(point.position),
                x,
                y,
            }),
        }
    }
    marks
}

/// The features as paths, those of one class after another as one.
fn layers(features: &[&RegionFeature]) -> Vec<MapLayer> {
    let mut layers: Vec<MapLayer> = Vec::new();
    for feature in features {
        let path: String = match &feature.shape {
            Shape::Area(rings) => closed(rings),
            Shape::Lines(lines) => lines.iter().map(|line| path(line)).collect(),
            Shape::Points(points) => points.iter().map(|point| dot(*point)).collect(),
        };
        let class = style(feature);
        match layers.last_mut().filter(|last| last.class == class) {
            Some(last) => last.path += &path,
            None => layers.push(MapLayer { class, path }),
        }
    }
    layers
}

/// The name in the style sheet: water that is no line is filled.
fn style(feature: &RegionFeature) -> &'static str {
    match (feature.class, &feature.shape) {
        (MapClass::Water, Shape::Area(_)) => "lake",
        (class, _) => class.name(),
    }
}

fn legend(region: &RegionMap, text: &Text) -> Vec<LegendEntry> {
    const SQUARE: &str = "M2 5h20v14H2z";
    let title = |name: &str| text.say(&format!("map-{name}")).to_owned();
    let land = LegendEntry {
        class: "land",
        path: SQUARE,
        title: title("land"),
        names: String::new(),
    };
    let classes = MapClass::ALL.into_iter().filter_map(|class| {
        let of_class = || region.surroundings.iter().filter(|of| of.class == class);
        let first = of_class().next()?;
        let names = of_class().map(|of| of.name_in(text.language()));
        let names: Vec<&str> = names.filter(|name| !name.is_empty()).collect();
        Some(LegendEntry {
            class: style(first),
            path: match &first.shape {
                Shape::Area(_) => SQUARE,
                Shape::Lines(_) => "M1 12h22",
                Shape::Points(_) => "M12 12h0",
            },
            title: title(class.name()),
            names: names.join(", "),
        })
    });
    std::iter::once(land).chain(classes).collect()
}

/// The path of borders that end where they start.
fn closed(rings: &[Vec<Point>]) -> String {
    rings.iter().map(|ring| path(ring) + "z").collect()
}

/// The path of the square in which a finger finds the point in its middle.
fn finger(Point { x, y }: Point) -> String {
    let (left, top) = (x - FINGER / 2, y - FINGER / 2);
    format!("M{left} {top}h{FINGER}v{FINGER}h-{FINGER}z")
}

/// The path of a dot: a line without length, with round ends.
fn dot(Point { x, y }: Point) -> String {
    format!("M{x} {y}h0")
}

/// The path of a line: its start, then each step from there.
fn path(points: &[Point]) -> String {
    let Some(first) = points.first() else {
        return String::new();
    };
    let steps = points.windows(2).flat_map(|pair| {
        let [from, to] = pair else { return [0, 0] };
        [to.x - from.x, to.y - from.y]
    });
    let steps = steps.enumerate().fold(String::new(), |path, (at, step)| {
        // A minus sign sets two numbers apart by itself.
        let gap = if at == 0 || step < 0 { "" } else { " " };
        format!("{path}{gap}{step}")
    });
    format!("M{} {}l{steps}", first.x, first.y)
}
