//! The latest items of a collection as an Atom feed (RFC 4287).

use std::cmp::Reverse;

use askama::Template;

use crate::date;
use crate::outputs::format::{FormatLink, Output, OutputFormat, OutputSource};
use crate::outputs::prose::{self, Links};
use crate::outputs::renderer::{RenderContext, SiteRenderer};
use crate::outputs::template::render_template;
use crate::site::{Collection, PageId, Site};
use crate::snapshot::Answer;
use crate::text::Text;

pub static ATOM: OutputFormat = OutputFormat {
    media_type: "application/atom+xml; charset=utf-8",
    link: Some(FormatLink {
        rel: "alternate",
        title,
        label: |site, output, text| {
            let kind = collection(site, output).kind.name;
            text.say(&format!("{kind}-feed-link")).to_owned()
        },
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

fn title(site: &Site<'_>, output: &Output, text: &Text) -> String {
    let kind = collection(site, output).kind.name;
    text.say_with(&format!("{kind}-feed"), "name", &site.config.name)
}

/// The pages that a feed is of.
fn collection<'a, 'b>(site: &'a Site<'b>, output: &Output) -> &'a Collection<'b> {
    let OutputSource::Collection(number) = output.source else {
        unreachable!("a feed is of a collection");
    };
    &site.collections[number]
}

fn outputs(site: &Site<'_>) -> Vec<Output> {
    let collections = site.collections.iter().enumerate();
    let feed = |(number, collection): (usize, &Collection<'_>)| {
        collection.index.filter(|_| collection.is_paged())?;
        let route = collection.address.file("feed.xml");
        Some(Output {
            linked_from: Some(0),
            ..Output::new(route, OutputSource::Collection(number), &ATOM)
        })
    };
    collections.filter_map(feed).collect()
}

fn write(renderer: &SiteRenderer<'_>, output: &Output) -> Answer {
    let (site, zone) = (renderer.site, &renderer.site.config.time_zone);
    let cx = &renderer.languages[0];
    let collection = collection(site, output);
    let index = collection.index.expect("a feed has a page beside it");
    let index = site.page(index);
    let mut latest = collection.items.clone();
    // Stable: news keeps its order within a day.
    latest.sort_by_key(|id| Reverse(site.page(*id).meta.date));
    let latest = latest.into_iter().take(MAX_ENTRIES);
    let entries: Vec<FeedEntry> = latest.filter_map(|id| entry(cx, id)).collect();
    let updated = entries.iter().map(|entry| entry.updated.clone()).max();
    output.answer(render_template(&Feed {
        language: site.config.language(),
        title: title(site, output, cx.text()),
        subtitle: index.meta.summary.clone(),
        author: site.config.publisher.name.clone(),
        address: site.absolute(&output.route),
        page: site.absolute(&index.route),
        updated: updated.unwrap_or_else(|| {
            date::rfc3339(index.meta.last_changed().unwrap_or(site.today), zone)
        }),
        entries,
    }))
}

fn entry(cx: &RenderContext<'_>, id: PageId) -> Option<FeedEntry> {
    let (page, zone) = (cx.site.page(id), &cx.site.config.time_zone);
    Some(FeedEntry {
        title: page.meta.title.clone(),
        address: cx.site.absolute(&page.route),
        published: date::rfc3339(page.meta.date?, zone),
        updated: date::rfc3339(page.meta.last_changed()?, zone),
        summary: page.meta.summary.clone(),
        content: prose::render(cx, &cx.site.pages[id], Links::Absolute)
            .as_str()
            .to_owned(),
    })
}
