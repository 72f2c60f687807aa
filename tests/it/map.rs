//! The map: the borders of its file as they are drawn, and the site's own map against the figures
//! of the region.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::time::Duration;

use noaber::content::map::{self, MapFile, MapSubject};
use noaber::geometry::{Point, Position, Rect, centre, double_area, sides, stretches};
use noaber::problem::Report;
use noaber::site::map::{MARK, RegionMap, Room};
use noaber::source::Source;

use crate::support::html::Document;
use crate::support::{NOW, Server, TestSite, answers, compiled, project};

/// The units of the plane in a kilometre.
const KILOMETRE: f64 = 100_000.0;

#[track_caller]
fn read(text: &str) -> MapFile {
    let mut report = Report::default();
    let file = map::read(&Source::new(map::FILE, text), &mut report);
    assert_eq!(report.problems(), [], "the map has no mistakes");
    file.expect("there is a map")
}

/// The map of a file of which every area has a page.
fn drawn(file: &MapFile) -> RegionMap {
    let areas = file.features.iter().enumerate();
    let areas = areas.filter(|(_, of)| matches!(of.subject, MapSubject::Area(_)));
    let areas: Vec<(usize, usize)> = areas.map(|(number, _)| (number, number)).collect();
    let title = |number: usize| file.features[number].name.as_str();
    RegionMap::of(file, &areas, &[], title).expect("there are areas")
}

/// The pairs of areas that share a border, by name.
fn pairs(file: &MapFile, map: &RegionMap) -> BTreeSet<String> {
    let name = |number: &usize| file.features[*number].name.clone();
    let of_area = map.areas.iter().flat_map(|area| {
        let neighbours = area.neighbours.iter();
        neighbours.map(|other| {
            let mut pair = [name(&area.page), name(other)];
            pair.sort();
            pair.join(" – ")
        })
    });
    of_area.collect()
}

/// A municipality of Twente: its name, area in square kilometres, centre, and its extent from west
/// to east and from north to south; in kilometres from the north-west corner of the region.
type Figures = (&'static str, f64, [f64; 2], [f64; 2], [f64; 2]);

const TWENTE: &[Figures] = &[
    ("Almelo", 69.3, [22.6, 16.4], [18.5, 26.9], [10.7, 22.8]),
    ("Borne", 26.2, [28.4, 20.3], [24.7, 32.4], [17.1, 23.6]),
    ("Dinkelland", 176.7, [40.0, 13.6], [29.4, 50.8], [2.8, 24.7]),
    ("Enschede", 142.2, [37.5, 30.5], [29.2, 44.6], [23.3, 37.2]),
    (
        "Haaksbergen",
        105.0,
        [29.2, 37.8],
        [20.3, 38.3],
        [32.1, 42.0],
    ),
    ("Hellendoorn", 139.0, [8.5, 12.1], [0.5, 18.5], [3.7, 19.7]),
    ("Hengelo", 61.7, [30.7, 26.7], [25.6, 35.8], [20.2, 33.8]),
    (
        "Hof van Twente",
        214.7,
        [17.9, 28.8],
        [6.1, 29.0],
        [20.7, 36.9],
    ),
    ("Losser", 99.5, [46.0, 21.4], [41.4, 50.8], [12.8, 30.5]),
    ("Oldenzaal", 21.9, [39.8, 20.8], [36.3, 42.5], [18.0, 23.7]),
    (
        "Rijssen-Holten",
        94.2,
        [7.3, 22.7],
        [0.0, 15.5],
        [18.8, 28.1],
    ),
    ("Tubbergen", 147.6, [30.6, 9.4], [23.4, 42.4], [1.9, 18.4]),
    ("Twenterand", 108.3, [18.5, 5.2], [8.2, 26.6], [0.0, 12.4]),
    ("Wierden", 95.3, [15.9, 16.8], [9.6, 20.8], [8.6, 25.1]),
];

/// The longitude and latitude of that corner.
const CORNER: Position = Position(6.3265, 52.4950);

const NEIGHBOURS: &[&str] = &[
    "Almelo – Borne",
    "Almelo – Hof van Twente",
    "Almelo – Tubbergen",
    "Almelo – Twenterand",
    "Almelo – Wierden",
    "Borne – Dinkelland",
    "Borne – Hengelo",
    "Borne – Hof van Twente",
    "Borne – Tubbergen",
    "Dinkelland – Enschede",
    "Dinkelland – Hengelo",
    "Dinkelland – Losser",
    "Dinkelland – Oldenzaal",
    "Dinkelland – Tubbergen",
    "Enschede – Haaksbergen",
    "Enschede – Hengelo",
    "Enschede – Losser",
    "Enschede – Oldenzaal",
    "Haaksbergen – Hengelo",
    "Haaksbergen – Hof van Twente",
    "Hellendoorn – Rijssen-Holten",
    "Hellendoorn – Twenterand",
    "Hellendoorn – Wierden",
    "Hengelo – Hof van Twente",
    "Hof van Twente – Rijssen-Holten",
    "Hof van Twente – Wierden",
    "Losser – Oldenzaal",
    "Rijssen-Holten – Wierden",
    "Tubbergen – Twenterand",
    "Twenterand – Wierden",
];

fn own_map() -> MapFile {
    let path = project().join("content").join(map::FILE);
    read(&fs::read_to_string(path).expect("the site has a map"))
}

#[test]
fn the_map_of_twente_has_the_areas_centres_and_extents_that_it_should() {
    let file = own_map();
    let origin = file.projection.point(CORNER);
    let kilometres = |point: Point| {
        [point.x - origin.x, point.y - origin.y].map(|units| f64::from(units) / KILOMETRE)
    };
    let mut wrong = String::new();
    for (name, area, middle, west_east, north_south) in TWENTE {
        let feature = file.features.iter().find(|of| of.name == *name);
        let rings = feature.expect("each municipality is there").shape.rings();
        #[expect(clippy::cast_precision_loss, reason = "a region is not that large")]
        let drawn = double_area(&rings[0]).abs() as f64 / 2.0 / KILOMETRE / KILOMETRE;
        let off = (drawn / area - 1.0).abs();
        let centre = kilometres(centre(rings).expect("it has a centre"));
        let away = (centre[0] - middle[0]).hypot(centre[1] - middle[1]);
        let points = || rings[0].iter().map(|point| kilometres(*point));
        let ends = |axis: usize| {
            let along = points().map(|point| point[axis]);
            along.fold([f64::MAX, f64::MIN], |ends, at| {
                [ends[0].min(at), ends[1].max(at)]
            })
        };
        let furthest = [ends(0), ends(1)]
            .concat()
            .iter()
            .zip([*west_east, *north_south].concat())
            .map(|(drawn, meant)| (drawn - meant).abs())
            .fold(0.0, f64::max);
        if off > 0.1 || away > 1.0 || furthest > 0.5 {
            let _ = writeln!(
                wrong,
                "{name}: area {off:.2}, centre {away:.2}, ends {furthest:.2}"
            );
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn the_map_of_twente_has_the_right_neighbours_and_no_others() {
    let file = own_map();
    let found = pairs(&file, &drawn(&file));
    assert_eq!(found, NEIGHBOURS.iter().map(ToString::to_string).collect());
}

#[test]
fn on_the_map_of_twente_every_border_is_that_of_two_areas() {
    let file = own_map();
    let all = file.features.iter().flat_map(|of| of.shape.rings());
    let mut sides: Vec<(Point, Point)> = all
        .flat_map(|ring| sides(ring))
        .map(|(from, to)| (from.min(to), from.max(to)))
        .collect();
    sides.sort_unstable();
    let times = |side: &(Point, Point)| sides.iter().filter(|other| *other == side).count();
    let areas = file.features.iter();
    let areas = areas.filter(|of| matches!(of.subject, MapSubject::Area(_)));
    for area in areas {
        for (from, to) in sides_of(area.shape.rings()) {
            let side = (from.min(to), from.max(to));
            assert_eq!(times(&side), 2, "{}: {side:?}", area.name);
        }
    }
}

fn sides_of(rings: &[Vec<Point>]) -> Vec<(Point, Point)> {
    rings.iter().flat_map(|ring| sides(ring)).collect()
}

/// The positions of a border that wavers as real ones do, with many points, from the first of its
/// ends to the last.
fn border(from: [f64; 2], to: [f64; 2]) -> Vec<[f64; 2]> {
    let count = 200;
    let points = (0..=count).map(|at| {
        let part = f64::from(at) / f64::from(count);
        let waver = |size: f64, times: f64| size * (part * times * std::f64::consts::TAU).sin();
        let off = waver(0.06, 1.0) + waver(0.02, 5.0) + waver(0.002, 31.0);
        let way = [to[0] - from[0], to[1] - from[1]];
        [
            from[0] + part * way[0] - off * way[1] * 2.0,
            from[1] + part * way[1] + off * way[0] * 2.0,
        ]
        .map(|degree| (degree * 1e5).round() / 1e5)
    });
    points.collect()
}

/// A ring of borders, each of which begins where the one before it ends; those that are drawn
/// against their own direction are turned.
fn ring(borders: &[(&[[f64; 2]], bool)]) -> Vec<[f64; 2]> {
    let mut ring = Vec::new();
    for (border, is_turned) in borders {
        let mut border = border.to_vec();
        if *is_turned {
            border.reverse();
        }
        ring.pop();
        ring.extend(border);
    }
    ring
}

/// A map as they are published: many points, an island, and a hole with another area in it.
fn dense_map() -> String {
    let [north, south, west, east, middle] = [
        border([6.2, 52.5], [6.6, 52.5]),
        border([6.2, 52.2], [6.6, 52.2]),
        border([6.2, 52.5], [6.2, 52.2]),
        border([7.0, 52.5], [7.0, 52.2]),
        border([6.6, 52.5], [6.6, 52.2]),
    ];
    let (north_east, south_east) = (
        border([6.6, 52.5], [7.0, 52.5]),
        border([6.6, 52.2], [7.0, 52.2]),
    );
    let circle = |x: f64, y: f64, size: f64| -> Vec<[f64; 2]> {
        let around = (0..=300).map(|at| f64::from(at % 300) / 300.0 * std::f64::consts::TAU);
        let points = around.map(|angle| [x + size * angle.cos(), y + size * 0.6 * angle.sin()]);
        points
            .map(|point| point.map(|degree| (degree * 1e5).round() / 1e5))
            .collect()
    };
    let left = ring(&[
        (&north, false),
        (&middle, false),
        (&south, true),
        (&west, true),
    ]);
    let right = ring(&[
        (&north_east, false),
        (&east, false),
        (&south_east, true),
        (&middle, true),
    ]);
    let (enclave, island) = (circle(6.8, 52.35, 0.08), circle(6.1, 52.1, 0.03));
    let mut turned = enclave.clone();
    turned.reverse();
    let feature = |code: &str, name: &str, polygons: Vec<Vec<Vec<[f64; 2]>>>| {
        serde_json::json!({
            "type": "Feature",
            "properties": {"statcode": code, "statnaam": name, "jaarcode": 2025},
            "geometry": {"type": "MultiPolygon", "coordinates": polygons},
        })
    };
    let features = [
        feature("GM0001", "Links", vec![vec![left], vec![island]]),
        feature("GM0002", "Rechts", vec![vec![right, turned]]),
        feature("GM0003", "Midden", vec![vec![enclave]]),
    ];
    serde_json::json!({"type": "FeatureCollection", "features": features}).to_string()
}

#[test]
fn borders_with_many_points_are_drawn_with_few_and_stay_one() {
    let file = read(&dense_map());
    let map = drawn(&file);
    assert_eq!(
        pairs(&file, &map).into_iter().collect::<Vec<_>>(),
        ["Links – Rechts", "Midden – Rechts"]
    );
    let [left, right, inner] = &map.areas[..] else {
        panic!("there are three areas");
    };
    let counts = [left, right, inner].map(|area| area.rings.len());
    assert_eq!(counts, [2, 2, 1], "the island and the hole are there");
    let written: usize = file
        .features
        .iter()
        .flat_map(|of| of.shape.rings())
        .map(Vec::len)
        .sum();
    let kept: usize = map
        .areas
        .iter()
        .flat_map(|area| &area.rings)
        .map(Vec::len)
        .sum();
    assert!(kept * 3 < written, "{kept} of {written} points");
    let sides = |rings| {
        let sides = sides_of(rings).into_iter();
        sides
            .map(|(from, to)| (from.min(to), from.max(to)))
            .collect::<BTreeSet<_>>()
    };
    let (left, right) = (sides(&left.rings), sides(&right.rings));
    assert!(
        left.intersection(&right).count() > 5,
        "the border is that of both"
    );
    assert!(
        sides(&inner.rings).is_subset(&right),
        "the hole is what lies in it"
    );
}

/// The lines of a name on a map sixty kilometres wide, in an area with these corners.
#[track_caller]
fn check_name(name: &str, corners: &[[f64; 2]], expected: &[&str], room: fn(Room) -> bool) {
    let closed: Vec<_> = corners.iter().chain(corners.first()).collect();
    let far = [[40, 0], [60, 0], [60, 40], [40, 40], [40, 0]];
    let feature = |code: &str, name: &str, ring: serde_json::Value| {
        serde_json::json!({
            "type": "Feature",
            "properties": {"code": code, "name": name},
            "geometry": {"type": "Polygon", "coordinates": [ring]},
        })
    };
    let features = [
        feature("GM0001", name, serde_json::json!(closed)),
        feature("GM0002", "Ver", serde_json::json!(far)),
    ];
    let text = serde_json::json!({"type": "FeatureCollection", "features": features}).to_string();
    let map = drawn(&read(&text));
    let label = map.areas[0].label.as_ref().expect("there is some room");
    let lines: Vec<&str> = label.lines.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(lines, expected);
    assert!(room(label.room), "{:?}", label.room);
}

#[test]
fn a_long_name_takes_two_lines_and_a_short_one_stays_whole() {
    let square = [[0.0, 0.0], [20.0, 0.0], [20.0, 20.0], [0.0, 20.0]];
    let is_enough = |room| room == Room::Enough;
    check_name("Ter Aa", &square, &["Ter Aa"], is_enough);
    check_name(
        "Aan de Overzijde",
        &square,
        &["Aan de", "Overzijde"],
        is_enough,
    );
    check_name(
        "Oostwest-Thuis",
        &square,
        &["Oostwest-", "Thuis"],
        is_enough,
    );
}

#[test]
fn a_name_stands_where_the_shape_has_room_for_it_or_else_beside_it() {
    let hook = [
        [0.0, 0.0],
        [30.0, 0.0],
        [30.0, 8.0],
        [3.0, 8.0],
        [3.0, 30.0],
        [0.0, 30.0],
    ];
    check_name(
        "Boven in de haak",
        &hook,
        &["Boven in", "de haak"],
        |room| room == Room::Enough,
    );
    let small = [[0.0, 0.0], [3.0, 0.0], [3.0, 3.0], [0.0, 3.0]];
    let is_beside = |room| matches!(room, Room::Beside(..));
    check_name("Klein", &small, &["Klein"], is_beside);
}

#[test]
fn points_lie_where_they_are_and_names_keep_clear_of_them() {
    let file = own_map();
    let almelo = file.features.iter().position(|of| of.name == "Almelo");
    let almelo = almelo.expect("Almelo is on the map");
    let points = [Position(6.66, 52.36), Position(6.66, 51.0)].map(|position| (99, position));
    let map = RegionMap::of(&file, &[(0, almelo)], &points, |_| "Almelo").expect("it has an area");
    let [(page, point)] = map.points[..] else {
        panic!("the point beyond the map is not on it: {:?}", map.points);
    };
    assert_eq!(page, 99);
    let area = &map.areas[0];
    let inside = stretches(&area.rings, point.y);
    assert!(
        inside
            .iter()
            .any(|(left, right)| (*left..*right).contains(&point.x))
    );
    let label = area.label.as_ref().expect("it has its name").rect;
    assert!(
        !label.overlaps(&Rect::at(point, MARK, MARK)),
        "{label:?} {point:?}"
    );
}

#[test]
fn names_lie_over_no_other() {
    let map = drawn(&own_map());
    let labels: Vec<_> = map
        .areas
        .iter()
        .map(|area| area.label.as_ref().expect("each area has its name"))
        .collect();
    let beside = labels.iter().filter(|label| label.room != Room::Enough);
    assert!(
        beside.count() <= 1,
        "nearly all names have room within their area"
    );
    let all = labels
        .into_iter()
        .chain(map.surroundings.iter().filter_map(|of| of.label.as_ref()));
    let rects: Vec<_> = all.map(|label| label.rect).collect();
    for (at, rect) in rects.iter().enumerate() {
        assert!(map.frame.contains(rect), "{rect:?} lies within the map");
        for other in &rects[at + 1..] {
            assert!(!rect.overlaps(other), "{rect:?} and {other:?}");
        }
    }
}

/// The map of real boundaries loads and draws, where a file of them is there: see README.md.
#[test]
fn the_boundaries_of_an_operator_are_drawn_with_their_neighbours() {
    let Some(path) = std::env::var_os("NOABER_BOUNDARIES") else {
        return;
    };
    let file = read(&fs::read_to_string(path).expect("the boundaries can be read"));
    let map = drawn(&file);
    let alone = map.areas.iter().filter(|area| area.neighbours.is_empty());
    assert_eq!(alone.count(), 0, "{:#?}", pairs(&file, &map));
}

#[test]
fn a_changed_map_is_live_at_once_and_a_broken_one_hides_nothing_else() {
    let copy = TestSite::new();
    let server = Server::start(&["--content", &copy.content(), "--now", NOW]);
    server.wait_for("/gemeenten/", "Een schets van duin en oever.");
    let map = copy.read(map::FILE);
    copy.write(map::FILE, map.replace("Een schets", "Een betere schets"));
    server.wait_for("/gemeenten/", "Een betere schets van duin en oever.");
    copy.write(map::FILE, &map[..map.len() / 2]);
    let mut tries = 0;
    while server.get("/gemeenten/").text().contains("class=\"map\"") {
        tries += 1;
        assert!(tries < 100, "the broken map goes");
        std::thread::sleep(Duration::from_millis(50));
    }
    assert!(
        server
            .get("/gemeenten/")
            .text()
            .contains("/gemeenten/duin/")
    );
}

#[test]
fn a_map_that_is_too_large_or_empty_is_reported_and_the_site_does_without() {
    let site = TestSite::new();
    let check = |text: &str, expected: &str| {
        site.write(map::FILE, text);
        let compiled = compiled(&site.path(""), NOW.parse().expect("a moment"), None);
        let problems = compiled.report.problems().iter();
        let problems = problems.map(|problem| problem.in_language("nl"));
        let problems: Vec<String> = problems.filter(|of| of.starts_with(map::FILE)).collect();
        assert_eq!(problems, [expected]);
        assert!(!answers(&compiled.snapshot)["/gemeenten/"].contains("class=\"map\""));
    };
    check(
        &" ".repeat(2 * 1024 * 1024 + 1),
        "kaart.geojson:1:1: fout: deze kaart is groter dan 2 MB [B101 onleesbaar-bestand]\n  \
         hulp: neem gegeneraliseerde grenzen, en alleen die van uw eigen gemeenten",
    );
    check(
        "",
        "kaart.geojson:1:1: fout: dit bestand is leeg [K101 kaart]\n  \
         hulp: zet er een kaart in, of haal het bestand weg",
    );
}

#[test]
fn the_map_and_the_list_beside_it_say_the_same() {
    let page = TestSite::new().build(&[]).read("/gemeenten/");
    let document = Document::parse(&page);
    let links = document.attributes("a", "href");
    for municipality in ["/gemeenten/duin/", "/gemeenten/oever/"] {
        let times = links.iter().filter(|href| *href == municipality).count();
        assert!(times >= 2, "{municipality} is on the map and in the list");
    }
    for shown in [
        "<title>Duin</title>",
        "Grenst aan: Oever, Overzee",
        "Grenst aan: Duin, Overzee",
        "<li>Water <span>De Vaart</span></li>",
        "<li>Plaats <span>Dorp</span></li>",
        "Een schets van duin en oever.",
        // The point of a page, on both.
        "<a href=\"/afspraken/\"><path class=\"map-target\"",
        "<title>Afspraken</title>",
        "<li><a href=\"/afspraken/\">Afspraken</a> <span>Wat Oever en Duin samen doen.</span></li>",
    ] {
        assert!(page.contains(shown), "{shown} is in {page}");
    }
}
