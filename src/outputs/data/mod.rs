//! The open data of the site: every collection as JSON and CSV with a description, the map, their
//! catalogue, and the page that leads to them.

pub mod csv;
mod dataset;
pub mod dcat;
pub mod geojson;
pub mod json;
pub mod schema;

use askama::Template;

use crate::date::Date;
use crate::outputs::format::{Output, OutputFormat, OutputSource};
use crate::outputs::generated::frame;
use crate::outputs::items::Items;
use crate::outputs::layout::{NavState, PageLayout};
use crate::outputs::renderer::{RenderContext, SiteRenderer};
use crate::outputs::template::render_template;
use crate::outputs::view::{LinkView, PageHeader};
use crate::route::Route;
use crate::site::{Collection, Site};

#[derive(Template)]
#[template(path = "data.html")]
struct DataPage {
    layout: PageLayout,
    header: PageHeader,
    datasets: Vec<DatasetView>,
    licence: Option<LinkView>,
    catalog: Vec<LinkView>,
}

/// A set of data, as the page of all data describes it.
pub struct DatasetView {
    /// Its name in addresses.
    pub name: String,
    pub title: String,
    pub description: String,
    /// The day of the last change, where it is known.
    pub changed: Option<Date>,
    /// The name of each format, with its address.
    pub files: Vec<(&'static str, Route)>,
    pub schema: Option<Route>,
}

/// The address of a file below the page with the data, where the site has one.
fn data_route(site: &Site<'_>, name: &str) -> Option<Route> {
    Some(site.config.addresses.data.as_ref()?.file(name))
}

/// The address of the data of a collection, in the format with this ending.
fn route(site: &Site<'_>, collection: &Collection<'_>, ending: &str) -> Option<Route> {
    let name = site.config.slug_of(collection.kind);
    data_route(site, &format!("{name}.{ending}"))
}

/// An output for each collection, in a format.
fn outputs_of(site: &Site<'_>, ending: &str, format: &'static OutputFormat) -> Vec<Output> {
    let collections = site.collections.iter().enumerate();
    let output = |(number, collection)| {
        let route = route(site, collection, ending)?;
        Some(Output::new(
            route,
            OutputSource::Items(Items::Kind(number)),
            format,
        ))
    };
    collections.filter_map(output).collect()
}

/// The number of the collection that an output shows.
fn collection_of(output: &Output) -> usize {
    let OutputSource::Items(Items::Kind(number)) = output.source else {
        unreachable!("data are of a collection");
    };
    number
}

/// The name of a collection for people.
fn title<'a>(site: &'a Site<'_>, collection: &Collection<'_>) -> &'a str {
    let index = collection.index.map(|index| site.page(index));
    index.map_or(collection.kind.name, |index| &index.meta.title)
}

/// Every set of data, the map last.
fn datasets(renderer: &SiteRenderer<'_>) -> Vec<DatasetView> {
    let (site, text) = (renderer.site, renderer.languages[0].text());
    let of_collection = |collection: &Collection<'_>| {
        let index = collection.index.map(|index| site.page(index));
        let changes = collection.items.iter();
        let changes = changes.filter_map(|id| site.page(*id).meta.last_changed());
        let format = |(name, ending)| Some((name, route(site, collection, ending)?));
        DatasetView {
            name: site.config.slug_of(collection.kind).to_owned(),
            title: title(site, collection).to_owned(),
            description: index
                .map(|index| index.meta.summary.clone())
                .unwrap_or_default(),
            changed: changes.max(),
            files: [("CSV", "csv"), ("JSON", "json")]
                .into_iter()
                .filter_map(format)
                .collect(),
            schema: Some(schema::route(site, collection)),
        }
    };
    let map = geojson::route(site).map(|route| DatasetView {
        name: "kaart".to_owned(),
        title: text.say("map-drawing").to_owned(),
        description: text.say("data-map").to_owned(),
        changed: None,
        files: vec![("GeoJSON", route)],
        schema: None,
    });
    let collections = site.collections.iter().map(of_collection);
    collections.chain(map).collect()
}

/// The page that leads to all data.
pub fn render(renderer: &SiteRenderer<'_>, cx: &RenderContext<'_>, route: &Route) -> String {
    let (layout, header) = frame(cx, route, "data");
    let site = cx.site;
    let licence = site.config.data.licence.as_ref();
    let catalog = dcat::routes(site).into_iter();
    render_template(&DataPage {
        layout,
        header,
        datasets: datasets(renderer),
        licence: licence.map(|licence| LinkView::new(licence, licence)),
        catalog: catalog
            .map(|route| LinkView::new(route.as_str().trim_start_matches('/'), route.as_str()))
            .collect(),
    })
}
