//! The latest items of a collection as an Atom feed (RFC 4287).

use askama::Template;

use crate::date;
use crate::outputs::format::{Format, FormatLink, Output, Source};
use crate::outputs::prose::Links;
use crate::outputs::renderer::{PageContext, SiteRenderer};
use crate::outputs::template::render_template;
use crate::site::{PageId, Site};
use crate::snapshot::Answer;
use crate::text::Text;

pub static ATOM: Format = Format {
    media_type: "application/atom+xml; charset=utf-8",
    link: Some(FormatLink {
        rel: "alternate",
        title,
    }),
    outputs,
    write,
};

/// The number of items in a feed.
const MAX_ENTRIES: usize = 20;

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

fn title(site: &Site<'_>, text: &Text) -> String {
    text.say_with("feed-title", "name", &site.config.name)
}

fn outputs(site: &Site<'_>) -> Vec<Output> {
    let feed = |(route, index)| Output {
        linked_from: Some(0),
        ..Output::new(route, Source::Collection(index), &ATOM)
    };
    site.feed().map(feed).into_iter().collect()
}

fn write(renderer: &SiteRenderer<'_>, output: &Output) -> Answer {
    let Source::Collection(index) = output.source else {
        unreachable!("a feed is of a collection");
    };
    let cx = &renderer.languages[0];
    let (site, zone) = (renderer.site, &renderer.site.config.time_zone);
    let index = site.page(index);
    let latest = site.news.iter().take(MAX_ENTRIES);
    let entries: Vec<FeedEntry> = latest.filter_map(|id| entry(cx, *id)).collect();
    let updated = entries.iter().map(|entry| entry.updated.clone()).max();
    output.answer(render_template(&Feed {
        language: site.config.language(),
        title: title(site, cx.text()),
        subtitle: index.summary.clone(),
        author: site.config.publisher.name.clone(),
        address: site.absolute(&output.route),
        page: site.absolute(&index.route),
        updated: updated
            .unwrap_or_else(|| date::rfc3339(index.last_changed().unwrap_or(site.today), zone)),
        entries,
    }))
}

fn entry(cx: &PageContext<'_>, id: PageId) -> Option<FeedEntry> {
    let (page, zone) = (cx.site.page(id), &cx.site.config.time_zone);
    Some(FeedEntry {
        title: page.title.clone(),
        address: cx.site.absolute(&page.route),
        published: date::rfc3339(page.date?, zone),
        updated: date::rfc3339(page.last_changed()?, zone),
        summary: page.summary.clone(),
        content: cx
            .prose(&cx.site.pages[id], Links::Absolute)
            .as_str()
            .to_owned(),
    })
}
