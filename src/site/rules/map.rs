//! The rule that a name on the map has room within its area.

use crate::message;

use crate::problem::Report;
use crate::rule::Rule;
use crate::site::Site;
use crate::site::map::Room;
use crate::source::Place;

pub fn check(site: &Site<'_>, report: &mut Report) {
    for area in site.map.iter().flat_map(|map| &map.areas) {
        let page = site.page(area.page);
        let name = &page.meta.title;
        let message = match area.label.as_ref().map(|label| label.room) {
            Some(Room::Enough) => continue,
            Some(Room::Beside(..)) => message!("map-name-beside", name),
            Some(Room::Short) => message!("map-name-cut", name),
            None => message!("map-name-left-out", name),
        };
        let help = message!("map-name-help");
        report.add(
            Place::of_file(page.file.clone()),
            Rule::LongMapName,
            message,
            help,
        );
    }
}
