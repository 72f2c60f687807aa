//! What machines come for by themselves: the site map, the rules for robots and the feed of the news.

use askama::Template;

use crate::content::page::{Kind, Page};
use crate::date::{self, Date};
use crate::outputs::prose::Links;
use crate::outputs::{Renderer, render_template};
use crate::route::Route;
use crate::site::{Listing, PageId, Site};
use crate::snapshot::{CachePolicy, Stored};

/// How many of the latest items the feed holds.
const FEED_LENGTH: usize = 20;

#[derive(Template)]
#[template(path = "sitemap.xml")]
struct SiteMap {
    entries: Vec<SiteMapEntry>,
}

struct SiteMapEntry {
    address: String,
    /// The day of the last change that matters; nothing where no honest day is known.
    changed: Option<Date>,
}

/// Every page of the site, for search engines.
pub fn sitemap(site: &Site<'_>) -> Stored {
    let newest = |ids: &[PageId]| {
        ids.iter()
            .filter_map(|id| site.page(*id).last_changed())
            .max()
    };
    let changed = |page: &Page| match page.kind {
        // These pages show the news, so they change with it.
        Kind::Home | Kind::NewsList if page.language == site.config.language() => page
            .last_changed()
            .into_iter()
            .chain(newest(&site.news))
            .max(),
        _ => page.last_changed(),
    };
    let pages = site.pages.iter().map(|site_page| SiteMapEntry {
        address: site.absolute(&site_page.page.route),
        changed: changed(&site_page.page),
    });
    let further = |listing: &&Listing| site.at(&listing.route).is_none();
    let listings = site
        .listings
        .iter()
        .filter(further)
        .map(|listing| SiteMapEntry {
            address: site.absolute(&listing.route),
            changed: newest(&listing.items),
        });
    let lists = [&site.generated.index, &site.generated.overview]
        .into_iter()
        .flatten();
    let lists = lists.map(|route| SiteMapEntry {
        address: site.absolute(route),
        changed: None,
    });
    let mut entries: Vec<SiteMapEntry> = pages.chain(listings).chain(lists).collect();
    entries.sort_by(|a, b| a.address.cmp(&b.address));
    Stored::new(
        "application/xml; charset=utf-8",
        CachePolicy::Revalidate,
        render_template(&SiteMap { entries }),
    )
}

/// What crawlers may read: everything.
pub fn robots(site: &Site<'_>) -> String {
    format!(
        "User-agent: *\nAllow: /\n\nSitemap: {}\n",
        site.absolute(&Route::home().file("sitemap.xml"))
    )
}

#[derive(Template)]
#[template(path = "opensearch.xml")]
struct OpenSearch<'a> {
    short_name: String,
    description: &'a str,
    language: &'a str,
    address: String,
}

/// The longest name that OpenSearch allows, in characters.
const SHORT_NAME: usize = 16;

/// How a browser can offer the search in a language, at `search`, by itself (OpenSearch 1.1).
pub fn open_search(renderer: &Renderer<'_>, search: &Route) -> String {
    let (site, language) = (renderer.site, renderer.text().language());
    let home = site
        .at(&renderer.language.settings.home)
        .filter(|_| language != site.config.language());
    render_template(&OpenSearch {
        short_name: site
            .config
            .name
            .chars()
            .take(SHORT_NAME)
            .collect::<String>()
            .trim_end()
            .to_owned(),
        description: home.map_or(&site.config.description, |home| &site.page(home).summary),
        language,
        address: site.absolute(search),
    })
}

#[derive(Template)]
#[template(path = "feed.xml")]
struct Feed {
    language: &'static str,
    title: String,
    subtitle: String,
    author: String,
    /// The address of the feed, which is also its lasting name.
    address: String,
    page: String,
    updated: String,
    entries: Vec<FeedEntry>,
}

struct FeedEntry {
    title: String,
    address: String,
    published: String,
    updated: String,
    summary: String,
    /// HTML as text: the feed escapes it once more.
    content: String,
}

/// The latest news as an Atom feed (RFC 4287) at `route`, of the news that `list` is the page of.
pub fn atom(renderer: &Renderer<'_>, route: &Route, list: PageId) -> String {
    let site = renderer.site;
    let list = site.page(list);
    let zone = &site.config.time_zone;
    let entries: Vec<FeedEntry> = site
        .news
        .iter()
        .take(FEED_LENGTH)
        .filter_map(|id| {
            let page = site.page(*id);
            Some(FeedEntry {
                title: page.title.clone(),
                address: site.absolute(&page.route),
                published: date::rfc3339(page.date?, zone),
                updated: date::rfc3339(page.last_changed()?, zone),
                summary: page.summary.clone(),
                content: renderer
                    .prose(&site.pages[*id], Links::Absolute)
                    .as_str()
                    .to_owned(),
            })
        })
        .collect();
    let updated = entries.iter().map(|entry| entry.updated.clone()).max();
    render_template(&Feed {
        language: site.config.language(),
        title: renderer
            .text()
            .say_with("feed-title", "name", &site.config.name),
        subtitle: list.summary.clone(),
        author: site.config.publisher.name.clone(),
        address: site.absolute(route),
        page: site.absolute(&list.route),
        updated: updated
            .unwrap_or_else(|| date::rfc3339(list.last_changed().unwrap_or(site.today), zone)),
        entries,
    })
}
