//! Feeds as Atom (RFC 4287), each with archives of what it has no room for (RFC 5005).

use askama::Template;
use bytes::Bytes;

use crate::outputs::feed::{self, Feed};
use crate::outputs::format::{FormatLink, Output, OutputFormat, OutputSource};
use crate::outputs::items::{FeedEntry, Items};
use crate::outputs::renderer::SiteRenderer;
use crate::outputs::template::render_template;
use crate::site::{Collection, PageId, Site};
use crate::snapshot::Answer;
use crate::text::Text;

pub static ATOM: OutputFormat = OutputFormat {
    media_type: "application/atom+xml; charset=utf-8",
    link: Some(FormatLink {
        rel: "alternate",
        title,
        label,
    }),
    outputs,
    write,
};

/// The text after the entries.
const END: &str = "</feed>";

/// The text before the entries.
#[derive(Template)]
#[template(path = "feed.xml")]
struct AtomHead<'a> {
    feed: &'a Feed,
    updated: String,
}

#[derive(Template)]
#[template(path = "feed_entry.xml")]
struct AtomEntry<'a> {
    entry: &'a FeedEntry,
    published: String,
    updated: String,
}

/// The kind with all of whose items a feed is.
fn kind<'a, 'b>(site: &'a Site<'b>, output: &Output) -> Option<&'a Collection<'b>> {
    match output.source {
        OutputSource::Items(Items::Kind(number)) => Some(&site.collections[number]),
        _ => None,
    }
}

fn title(site: &Site<'_>, output: &Output, text: &Text) -> String {
    match kind(site, output) {
        Some(collection) => feed::title_of_kind(site, collection, text),
        None => text.say_with("language-feed", "name", &site.config.name),
    }
}

fn label(site: &Site<'_>, output: &Output, text: &Text) -> String {
    let name = kind(site, output).map_or("language", |of| of.kind.name);
    text.say(&format!("{name}-feed-link")).to_owned()
}

fn outputs(site: &Site<'_>) -> Vec<Output> {
    let mut outputs = feed::outputs(site, "xml", &ATOM);
    for output in &mut outputs {
        output.linked_from = match output.source {
            OutputSource::Items(Items::Kind(_)) => Some(0),
            OutputSource::Items(Items::Language(number)) => Some(number),
            _ => None,
        };
    }
    outputs
}

fn write(renderer: &SiteRenderer<'_>, output: &Output) -> Answer {
    let feed = feed::of(renderer, output);
    let head = render_template(&AtomHead {
        feed: &feed,
        updated: feed::moment(feed.updated, renderer.site),
    });
    let entry = |id: &PageId| {
        let made = || entry(renderer.site, feed::entry(renderer, *id));
        renderer.feeds.atom[*id].get_or_init(made).clone()
    };
    let entries = feed.items.iter().map(entry);
    let pieces = [head.into()].into_iter().chain(entries);
    output.answer_of_pieces(pieces.chain([END.into()]).collect())
}

fn entry(site: &Site<'_>, entry: &FeedEntry) -> Bytes {
    let mut written = render_template(&AtomEntry {
        published: feed::moment(entry.published, site),
        updated: feed::moment(entry.updated, site),
        entry,
    });
    written.push('\n');
    written.into()
}
