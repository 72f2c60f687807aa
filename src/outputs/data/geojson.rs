//! The map of the region as GeoJSON (RFC 7946): the file of the editors as it is, where its numbers
//! are degrees.

use crate::outputs::data::data_route;
use crate::outputs::format::{Output, OutputFormat, OutputSource};
use crate::outputs::renderer::SiteRenderer;
use crate::route::Route;
use crate::site::Site;
use crate::snapshot::Answer;

pub static GEOJSON: OutputFormat = OutputFormat {
    media_type: "application/geo+json",
    link: None,
    outputs: |site| {
        let output = |route| Output::new(route, OutputSource::Site, &GEOJSON);
        route(site).map(output).into_iter().collect()
    },
    write,
};

/// The address of the map, where there is one.
pub fn route(site: &Site<'_>) -> Option<Route> {
    site.map_text?;
    data_route(site, "kaart.geojson")
}

fn write(renderer: &SiteRenderer<'_>, output: &Output) -> Answer {
    output.answer(renderer.site.map_text.unwrap_or_default().to_owned())
}
