//! The site map: every page of the site, for search engines, with the day of its last change, its
//! versions in other languages and its picture. A site with more than the protocol allows in one
//! file gets an index of parts.

use askama::Template;

use crate::content::page::{Page, Role};
use crate::date::Date;
use crate::outputs::format::{Output, OutputFormat, OutputSource};
use crate::outputs::renderer::SiteRenderer;
use crate::outputs::template::render_template;
use crate::route::Route;
use crate::site::{Collection, PageId, Site};
use crate::snapshot::Answer;

pub static SITEMAP: OutputFormat = OutputFormat {
    media_type: "application/xml; charset=utf-8",
    link: None,
    outputs: |site| {
        let output = |(route, source)| Output::new(route, source, &SITEMAP);
        addresses(&entries(site), LIMITS)
            .into_iter()
            .map(output)
            .collect()
    },
    write,
};

/// The most that one file may hold.
#[derive(Clone, Copy)]
pub struct SiteMapLimits {
    pub entries: usize,
    pub bytes: usize,
}

/// The limits of the protocol, with room for the lines around the entries.
const LIMITS: SiteMapLimits = SiteMapLimits {
    entries: 50_000,
    bytes: 50_000_000,
};

/// The most bytes of an entry beside what is different in each, and of one version or picture.
const ENTRY_BYTES: usize = 120;

/// A page, or a part of the site map, as far as its own address.
#[derive(Clone)]
pub struct SiteMapEntry<'a> {
    pub route: &'a Route,
    /// The day of the last change that matters; `None` where no honest day is known.
    pub changed: Option<Date>,
    /// Its address in each language that has it, by the tag of that, the site's own first.
    pub versions: Vec<(&'static str, &'a Route)>,
    /// The key of the picture that goes with it.
    pub picture: Option<&'a str>,
}

/// A file with addresses: of pages, or of the parts of the site map.
#[derive(Template)]
#[template(path = "sitemap.xml")]
struct SiteMap<'a> {
    is_index: bool,
    base_url: &'a str,
    entries: Vec<ShownEntry<'a>>,
}

struct ShownEntry<'a> {
    entry: SiteMapEntry<'a>,
    /// The address of its picture.
    picture: Option<Route>,
}

/// The address of the site map, or of the index of its parts.
pub fn route() -> Route {
    Route::home().file("sitemap.xml")
}

fn part_route(part: usize) -> Route {
    Route::home().file(&format!("sitemap-{part}.xml"))
}

/// The entries of each part of a site map with these limits.
fn parts<'a, 'b>(
    entries: &'b [SiteMapEntry<'a>],
    limits: SiteMapLimits,
) -> Vec<&'b [SiteMapEntry<'a>]> {
    let mut parts = Vec::new();
    let (mut start, mut bytes) = (0, 0);
    for (end, entry) in entries.iter().enumerate() {
        let more = entry.bytes();
        if end - start == limits.entries || (bytes + more > limits.bytes && end > start) {
            parts.push(&entries[start..end]);
            (start, bytes) = (end, 0);
        }
        bytes += more;
    }
    parts.push(&entries[start..]);
    parts
}

impl SiteMapEntry<'_> {
    /// The bytes that it takes at most.
    fn bytes(&self) -> usize {
        let address = |route: &Route| ENTRY_BYTES + route.as_str().len();
        let versions = self.versions.iter().map(|(_, route)| address(route));
        // The version by default is the first once more.
        let versions =
            versions.sum::<usize>() + self.versions.first().map_or(0, |of| address(of.1));
        let picture = self.picture.map_or(0, |key| ENTRY_BYTES + 2 * key.len());
        address(self.route) + versions + picture
    }
}

/// The addresses of a site map with these entries.
pub fn addresses(
    entries: &[SiteMapEntry<'_>],
    limits: SiteMapLimits,
) -> Vec<(Route, OutputSource)> {
    let mut addresses = vec![(route(), OutputSource::Site)];
    let parts = parts(entries, limits).len();
    if parts > 1 {
        addresses.extend((1..=parts).map(|part| (part_route(part), OutputSource::SitePart(part))));
    }
    addresses
}

fn write(renderer: &SiteRenderer<'_>, output: &Output) -> Answer {
    let (base_url, assets) = (&renderer.site.config.base_url, renderer.languages[0].assets);
    let entries = entries(renderer.site);
    let picture = |key: &str| assets.address(key);
    output.answer(file(&entries, LIMITS, output.source, base_url, picture))
}

/// The text of the whole site map, of the index of its parts, or of one part. `picture` gives the
/// address of a picture by its key.
pub fn file(
    entries: &[SiteMapEntry<'_>],
    limits: SiteMapLimits,
    source: OutputSource,
    base_url: &str,
    picture: impl Fn(&str) -> Route,
) -> String {
    let parts = parts(entries, limits);
    let shown = match source {
        OutputSource::SitePart(number) => parts[number - 1],
        _ if parts.len() > 1 => {
            let last_change =
                |part: &[SiteMapEntry<'_>]| part.iter().filter_map(|of| of.changed).max();
            let parts = parts.iter().zip(1..);
            let parts = parts.map(|(part, number)| (part_route(number), last_change(part)));
            return index(&parts.collect::<Vec<_>>(), base_url);
        }
        _ => entries,
    };
    let shown = shown.iter().map(|entry| ShownEntry {
        picture: entry.picture.map(&picture),
        entry: entry.clone(),
    });
    render_template(&SiteMap {
        is_index: false,
        base_url,
        entries: shown.collect(),
    })
}

/// The text of an index of the parts of a site map, each with the day of its last change.
pub fn index(parts: &[(Route, Option<Date>)], base_url: &str) -> String {
    let entries = parts.iter().map(|(route, changed)| ShownEntry {
        entry: SiteMapEntry {
            route,
            changed: *changed,
            versions: Vec::new(),
            picture: None,
        },
        picture: None,
    });
    render_template(&SiteMap {
        is_index: true,
        base_url,
        entries: entries.collect(),
    })
}

/// Every page that search engines may show, in the order of the addresses.
fn entries<'a>(site: &'a Site<'_>) -> Vec<SiteMapEntry<'a>> {
    let plain = |route: &'a Route, changed: Option<Date>| SiteMapEntry {
        route,
        // A day that is still to come is no change.
        changed: changed.map(|day| day.min(site.today)),
        versions: Vec::new(),
        picture: None,
    };
    let version = |id: &PageId| {
        let page = site.page(*id);
        (!page.meta.noindex).then_some((page.language, &page.route))
    };
    let pages = site.pages.iter().filter(|of| !of.page.meta.noindex);
    let pages = pages.map(|site_page| SiteMapEntry {
        versions: site_page.versions.iter().filter_map(version).collect(),
        picture: site_page.references.image.as_deref(),
        ..plain(&site_page.page.route, last_change(site, &site_page.page))
    });
    let mut entries: Vec<SiteMapEntry<'_>> = pages.collect();
    let is_offered = |of: &&Collection<'_>| {
        let index = of.index.map(|index| site.page(index));
        index.is_none_or(|index| !index.meta.noindex)
    };
    let collections = site.collections.iter().filter(is_offered);
    let lists = collections.flat_map(|of| &of.lists);
    let further = lists.filter(|list| site.at(&list.route).is_none());
    entries.extend(further.map(|list| plain(&list.route, newest(site, &list.items))));
    let tags = site.tags.iter();
    entries.extend(tags.map(|tag| plain(&tag.route, newest(site, &tag.items))));
    let addresses = &site.config.addresses;
    let generated = [
        &addresses.index,
        &addresses.overview,
        &addresses.follow,
        &addresses.tags,
        &addresses.alerts,
        &addresses.data,
    ];
    entries.extend(
        generated
            .into_iter()
            .flatten()
            .map(|route| plain(route, None)),
    );
    entries.sort_unstable_by_key(|entry| entry.route);
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
