//! The rule that a name on the map has room within its area.

use crate::problem::Report;
use crate::rule::Rule;
use crate::site::Site;
use crate::site::map::Room;
use crate::source::Place;

pub fn check(site: &Site<'_>, report: &mut Report) {
    for area in site.map.iter().flat_map(|map| &map.areas) {
        let fate = match area.label.as_ref().map(|label| label.room) {
            Some(Room::Enough) => continue,
            Some(Room::Beside(..)) => "hij staat ernaast, met een lijntje",
            Some(Room::Short) => "alleen het begin staat er",
            None => "hij staat er niet",
        };
        let page = site.page(area.page);
        let message = format!(
            "de naam `{}` past op de kaart niet in het vlak: {fate}",
            page.meta.title
        );
        let help = "laat het zo, want de naam staat ook in de lijst; of kies een kortere titel";
        report.add(
            Place::of_file(page.file.clone()),
            Rule::LongMapName,
            message,
            help,
        );
    }
}
