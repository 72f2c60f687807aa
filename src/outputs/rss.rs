//! The feeds of whole kinds as RSS 2.0, for readers that know nothing else.

use askama::Template;

use crate::date::{Date, TimeZone};
use crate::outputs::feed::{self, Feed};
use crate::outputs::format::{Output, OutputFormat, OutputSource};
use crate::outputs::items::{self, FeedEntry, Items};
use crate::outputs::renderer::SiteRenderer;
use crate::outputs::template::render_template;
use crate::route::Route;
use crate::site::{PageId, Site};
use crate::snapshot::Answer;

pub static RSS: OutputFormat = OutputFormat {
    media_type: "application/rss+xml; charset=utf-8",
    link: None,
    outputs,
    write,
};

fn outputs(site: &Site<'_>) -> Vec<Output> {
    let mut feeds = items::feeds(site);
    feeds.retain(|(_, items)| matches!(items, Items::Kind(_)));
    let output = |(page, items): (Route, Items)| {
        Output::new(page.file("rss.xml"), OutputSource::Items(items), &RSS)
    };
    feeds.into_iter().map(output).collect()
}

#[derive(Template)]
#[template(path = "rss.xml")]
struct RssFeed<'a> {
    feed: &'a Feed,
    updated: String,
    items: Vec<RssItem<'a>>,
}

struct RssItem<'a> {
    entry: &'a FeedEntry,
    published: String,
}

fn write(renderer: &SiteRenderer<'_>, output: &Output) -> Answer {
    let (feed, zone) = (feed::of(renderer, output), &renderer.site.config.time_zone);
    let item = |id: &PageId| {
        let entry = feed::entry(renderer, *id);
        RssItem {
            published: rfc822(entry.published, zone),
            entry,
        }
    };
    output.answer(render_template(&RssFeed {
        feed: &feed,
        updated: rfc822(feed.updated, zone),
        items: feed.items.iter().map(item).collect(),
    }))
}

/// The start of a day as RSS writes it: `Mon, 30 Nov 2026 00:00:00 +0100`.
fn rfc822(day: Date, zone: &TimeZone) -> String {
    let start = day.to_zoned_datetime(zone.clone());
    let start = start.expect("a day that was read from content is far from the ends of time");
    start.strftime("%a, %d %b %Y %H:%M:%S %z").to_string()
}
