//! The site map: every page of the site, for search engines. A site with more pages than the
//! protocol allows in one file gets an index of parts.

use askama::Template;

use crate::content::page::{Page, Role};
use crate::date::Date;
use crate::outputs::format::{Output, OutputFormat, OutputSource};
use crate::outputs::renderer::SiteRenderer;
use crate::outputs::template::render_template;
use crate::route::Route;
use crate::site::{PageId, Site};
use crate::snapshot::Answer;

pub static SITEMAP: OutputFormat = OutputFormat {
    media_type: "application/xml; charset=utf-8",
    link: None,
    outputs: |site| {
        let output = |(route, source)| Output::new(route, source, &SITEMAP);
        addresses(entries(site).len(), MAX_ENTRIES)
            .into_iter()
            .map(output)
            .collect()
    },
    write,
};

/// The number of addresses that the protocol allows in one file.
const MAX_ENTRIES: usize = 50_000;

/// A file with addresses: of pages, or of the parts of the site map.
#[derive(Template)]
#[template(path = "sitemap.xml")]
pub struct SiteMap {
    /// The element around all, and the one around each.
    pub elements: (&'static str, &'static str),
    pub entries: Vec<SiteMapEntry>,
}

pub struct SiteMapEntry {
    pub address: String,
    /// The day of the last change that matters; `None` where no honest day is known.
    pub changed: Option<Date>,
}

/// The address of the site map, or of the index of its parts.
pub fn route() -> Route {
    Route::home().file("sitemap.xml")
}

fn part_route(part: usize) -> Route {
    Route::home().file(&format!("sitemap-{part}.xml"))
}

/// The addresses of a site map with so many entries, of which a file holds at most `limit`.
pub fn addresses(entries: usize, limit: usize) -> Vec<(Route, OutputSource)> {
    let mut addresses = vec![(route(), OutputSource::Site)];
    if entries > limit {
        let parts = 1..=entries.div_ceil(limit);
        addresses.extend(parts.map(|part| (part_route(part), OutputSource::SitePart(part))));
    }
    addresses
}

fn write(renderer: &SiteRenderer<'_>, output: &Output) -> Answer {
    let base_url = &renderer.site.config.base_url;
    let entries = entries(renderer.site);
    output.answer(file(&entries, MAX_ENTRIES, output.source, base_url))
}

/// A page with the day of its last change, where that is known.
type Entry<'a> = (&'a Route, Option<Date>);

/// The text of the whole site map, of the index of its parts, or of one part.
pub fn file(entries: &[Entry<'_>], limit: usize, source: OutputSource, base_url: &str) -> String {
    let entry = |route: &Route, changed| SiteMapEntry {
        address: format!("{base_url}{route}"),
        changed,
    };
    let parts = entries.chunks(limit).zip(1..);
    let (elements, entries) = if source == OutputSource::Site && entries.len() > limit {
        let last_change = |part: &[Entry<'_>]| part.iter().filter_map(|entry| entry.1).max();
        let parts = parts.map(|(part, number)| entry(&part_route(number), last_change(part)));
        (("sitemapindex", "sitemap"), parts.collect())
    } else {
        let is_shown =
            |number: usize| [OutputSource::Site, OutputSource::SitePart(number)].contains(&source);
        let shown = parts.filter(|(_, number)| is_shown(*number));
        let entries = shown.flat_map(|(part, _)| part);
        (
            ("urlset", "url"),
            entries
                .map(|(route, changed)| entry(route, *changed))
                .collect(),
        )
    };
    render_template(&SiteMap { elements, entries })
}

/// Every page that search engines may show, in the order of the addresses.
fn entries<'a>(site: &'a Site<'_>) -> Vec<Entry<'a>> {
    let mut entries: Vec<Entry<'_>> = site
        .pages
        .iter()
        .map(|site_page| (&site_page.page.route, last_change(site, &site_page.page)))
        .collect();
    let lists = site.collections.iter().flat_map(|of| &of.lists);
    let further = lists.filter(|list| site.at(&list.route).is_none());
    entries.extend(further.map(|list| (&list.route, newest(site, &list.items))));
    let addresses = &site.config.addresses;
    let generated = [
        &addresses.index,
        &addresses.overview,
        &addresses.alerts,
        &addresses.data,
    ];
    entries.extend(generated.into_iter().flatten().map(|route| (route, None)));
    entries.sort_unstable_by_key(|(route, _)| *route);
    entries
}

/// The day on which a page last changed. A page that shows the latest items of a kind changes with
/// them.
fn last_change(site: &Site<'_>, page: &Page) -> Option<Date> {
    let shown = site.collections.iter().filter(|of| {
        let is_shown = match page.role {
            Role::Home => page.language == site.config.language(),
            Role::Index => page.kind == of.kind,
            Role::Item => false,
        };
        is_shown && of.is_paged()
    });
    let newest = shown.map(|of| newest(site, &of.items));
    newest.chain([page.meta.last_changed()]).flatten().max()
}

fn newest(site: &Site<'_>, ids: &[PageId]) -> Option<Date> {
    let days = ids.iter().map(|id| site.page(*id).meta.last_changed());
    days.flatten().max()
}
