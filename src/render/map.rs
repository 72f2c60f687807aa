//! The schematic map of the municipalities, drawn from the outlines in their front matter.

use crate::content::page::Kind;
use crate::render::Renderer;
use crate::site::PageId;

/// How many units of the drawing go in a kilometre.
const SCALE: f64 = 12.0;

/// Room around the outer borders, in units.
const EDGE: f64 = 4.0;

/// A map of links: each municipality is a shape that leads to its page.
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
    /// Where the middle of the name goes.
    pub x: i32,
    pub y: i32,
    /// Whether the map stands on the page of this municipality.
    pub here: bool,
}

impl Renderer<'_> {
    /// The map, as it stands on the page `here`. `None` where no municipality has an outline.
    pub fn map(&self, here: PageId) -> Option<Map> {
        let mut shapes = Vec::new();
        let (mut width, mut height) = (0.0_f64, 0.0_f64);
        for id in &self.site.municipalities {
            let page = self.site.page(*id);
            let Kind::Municipality(municipality) = &page.kind else { continue };
            if municipality.outline.len() < 3 {
                continue;
            }
            let points: Vec<[f64; 2]> = municipality.outline.iter().map(|point| point.map(|km| km * SCALE)).collect();
            for [x, y] in &points {
                (width, height) = (width.max(*x), height.max(*y));
            }
            let [x, y] = middle(&points);
            shapes.push(Shape {
                name: page.title.clone(),
                href: page.route.to_string(),
                outline: outline(&points),
                x: rounded(x),
                y: rounded(y),
                here: *id == here,
            });
        }
        let view_box = format!("{0} {0} {1} {2}", rounded(-EDGE), rounded(width + 2.0 * EDGE), rounded(height + 2.0 * EDGE));
        (!shapes.is_empty()).then_some(Map { view_box, shapes })
    }
}

fn outline(points: &[[f64; 2]]) -> String {
    let corners: Vec<String> = points.iter().map(|[x, y]| format!("{} {}", rounded(*x), rounded(*y))).collect();
    format!("M{}z", corners.join("L"))
}

/// The centre of gravity of a polygon.
fn middle(points: &[[f64; 2]]) -> [f64; 2] {
    let (mut area, mut sum) = (0.0, [0.0, 0.0]);
    for (index, [x, y]) in points.iter().enumerate() {
        let [next_x, next_y] = points[(index + 1) % points.len()];
        let cross = x * next_y - next_x * y;
        area += cross;
        sum = [sum[0] + (x + next_x) * cross, sum[1] + (y + next_y) * cross];
    }
    if area == 0.0 { points[0] } else { sum.map(|value| value / (3.0 * area)) }
}

#[expect(clippy::cast_possible_truncation, reason = "a region is some hundreds of kilometres wide at most")]
fn rounded(value: f64) -> i32 {
    value.round() as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_stands_in_the_middle_of_the_shape() {
        assert_eq!(middle(&[[0.0, 0.0], [4.0, 0.0], [4.0, 2.0], [0.0, 2.0]]), [2.0, 1.0]);
        assert_eq!(outline(&[[0.0, 0.0], [4.4, 0.0], [4.0, 2.6]]), "M0 0L4 0L4 3z");
    }
}
