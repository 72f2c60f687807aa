//! Feeds of what is new on the site: of each kind with a long list, of the part of it that belongs
//! to a page, and of each further language. All formats of a feed are made of what stands
//! here, so that an item has one name and one text in each of them.

use crate::date::{self, Date};
use crate::outputs::format::{Output, OutputFormat, OutputSource};
use crate::outputs::items::{self, FeedEntry, Items};
use crate::outputs::paged_list;
use crate::outputs::permanent_id::{id_of, permanent_id};
use crate::outputs::prose::{self, Links};
use crate::outputs::renderer::{RenderContext, SiteRenderer, picture};
use crate::route::Route;
use crate::site::{Collection, PageId, Scope, Site};
use crate::text::Text;

/// The number of items in an archive, and the fewest that the feed itself has where there are more.
const LENGTH: usize = 20;

const HAS_DAY: &str = "a feed is of pages that have a day";

/// A feed, or one of its archives.
pub struct Feed {
    pub language: &'static str,
    /// Its lasting name, which its archives share.
    pub id: String,
    pub title: String,
    pub subtitle: String,
    pub author: String,
    /// Its own address.
    pub address: String,
    /// The address of the page with the same items.
    pub page: String,
    pub updated: Date,
    pub items: Vec<PageId>,
    /// The feed of which this is an archive.
    pub current: Option<String>,
    /// The archive with the items before these.
    pub older: Option<String>,
    /// The archive with the items after these.
    pub newer: Option<String>,
}

/// The outputs of each feed in a format with archives, below its page: `feed.xml`, `feed-1.xml`.
pub fn outputs(site: &Site<'_>, extension: &str, format: &'static OutputFormat) -> Vec<Output> {
    let mut outputs = Vec::new();
    for (page, items) in items::feeds(site) {
        let route = page.file(&format!("feed.{extension}"));
        outputs.push(Output::new(route, OutputSource::Items(items), format));
        let archives = 1..=archives(items::count(site, items));
        outputs.extend(archives.map(|number| {
            let route = archive(&page, number, extension);
            Output::new(route, OutputSource::Archive(items, number), format)
        }));
    }
    outputs
}

/// The number of archives of a feed with so many items. The oldest items are in the first, so that
/// an archive stays as it is when there is news.
fn archives(items: usize) -> usize {
    (items / LENGTH).saturating_sub(1)
}

/// The address of an archive, counted from 1.
fn archive(page: &Route, number: usize, extension: &str) -> Route {
    page.file(&format!("feed-{number}.{extension}"))
}

/// The title of a feed.
pub fn title(cx: &RenderContext<'_>, items: Items) -> String {
    let site = cx.site;
    let name = &site.config.name;
    match items {
        Items::Kind(number) => title_of_kind(site, &site.collections[number], cx.text()),
        Items::Related { collection, to } => {
            let title = paged_list::title(cx, &site.collections[collection], &Scope::Related(to));
            format!("{title} – {name}")
        }
        Items::Tag(number) => format!("{} – {name}", site.tags[number].name),
        Items::Language(_) => cx.text().say_with("language-feed", "name", name),
    }
}

/// The title of the feed with all items of a kind.
pub fn title_of_kind(site: &Site<'_>, collection: &Collection<'_>, text: &Text) -> String {
    let name = format!("{}-feed", collection.kind.name);
    text.say_with(&name, "name", &site.config.name)
}

/// The feed that an output shows.
pub fn of(renderer: &SiteRenderer<'_>, output: &Output) -> Feed {
    let site = renderer.site;
    let (items, archive_number) = match output.source {
        OutputSource::Items(items) => (items, None),
        OutputSource::Archive(items, number) => (items, Some(number)),
        _ => unreachable!("a feed is of items"),
    };
    let (cx, index) = match items {
        Items::Kind(number)
        | Items::Related {
            collection: number, ..
        } => (&renderer.languages[0], site.collections[number].index),
        Items::Tag(_) => (&renderer.languages[0], site.at(&Route::home())),
        Items::Language(number) => {
            let cx = &renderer.languages[number];
            (cx, site.at(&cx.language.settings.home))
        }
    };
    let index = site.page(index.expect("a feed has a page beside it"));
    let page = match items {
        Items::Related { collection, to } => site.part_address(&site.collections[collection], to),
        Items::Tag(number) => site.tags[number].route.clone(),
        _ => index.route.clone(),
    };
    let all = &renderer.feeds.newest[&items];
    let archives = archives(all.len());
    let from_oldest = |number: usize| all.len() - (number * LENGTH).min(all.len());
    let shown = match archive_number {
        None => &all[..from_oldest(archives)],
        Some(number) => &all[from_oldest(number)..from_oldest(number - 1)],
    };
    // The page of a part is there only while it has items.
    let alternate = match all.is_empty() {
        true => &index.route,
        false => &page,
    };
    let updated = shown.iter().map(|id| updated(site, *id)).max();
    let older = archive_number.map_or(archives, |number| number - 1);
    let newer = archive_number.filter(|number| *number < archives);
    let (_, extension) = output
        .route
        .as_str()
        .rsplit_once('.')
        .expect("a feed is a file");
    let absolute = |number: usize| site.absolute(&archive(&page, number, extension));
    Feed {
        language: cx.language.settings.tag,
        id: id_of(site, &page),
        title: title(cx, items),
        subtitle: index.meta.summary.clone(),
        author: site.config.publisher.name.clone(),
        address: site.absolute(&output.route),
        page: site.absolute(alternate),
        updated: updated
            .or(index.meta.last_changed())
            .unwrap_or(Date::constant(1970, 1, 1)),
        items: shown.to_vec(),
        current: archive_number.map(|_| site.absolute(&page.file(&format!("feed.{extension}")))),
        older: (older > 0).then(|| absolute(older)),
        newer: newer.map(|number| absolute(number + 1)),
    }
}

/// An item of a feed, in its own language.
pub fn entry<'r>(renderer: &'r SiteRenderer<'_>, id: PageId) -> &'r FeedEntry {
    renderer.feeds.entries[id].get_or_init(|| made(renderer, id))
}

fn made(renderer: &SiteRenderer<'_>, id: PageId) -> FeedEntry {
    let (site, cx) = (renderer.site, renderer.context(id));
    let site_page = &site.pages[id];
    let page = &site_page.page;
    let related = site_page.related.iter();
    let picture = picture(site_page, cx.assets);
    FeedEntry {
        id: permanent_id(site, page),
        title: page.meta.title.clone(),
        address: site.absolute(&page.route),
        published: page.meta.date.expect(HAS_DAY),
        updated: updated(site, id),
        summary: page.meta.summary.clone(),
        author: page.meta.author.clone(),
        content: prose::render(cx, site_page, Links::Absolute),
        tags: related
            .map(|id| site.page(*id).meta.title.clone())
            .chain(page.meta.tags.iter().map(|tag| tag.name.clone()))
            .collect(),
        image: picture.map(|picture| site.absolute(&picture.address)),
    }
}

/// The day on which an item last changed. One that is still to come is no change.
fn updated(site: &Site<'_>, id: PageId) -> Date {
    let changed = site.page(id).meta.last_changed();
    changed.expect(HAS_DAY).min(site.today)
}

/// A day as feeds write it, by the clocks of the site.
pub fn moment(day: Date, site: &Site<'_>) -> String {
    date::rfc3339(day, &site.config.time_zone)
}
