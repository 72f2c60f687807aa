//! Feeds as JSON Feed 1.1, each with what it has no room for behind its `next_url`.

use bytes::Bytes;
use serde::Serialize;

use crate::outputs::feed;
use crate::outputs::format::{Output, OutputFormat};
use crate::outputs::items::FeedEntry;
use crate::outputs::renderer::SiteRenderer;
use crate::site::Site;
use crate::snapshot::Answer;

pub static JSON_FEED: OutputFormat = OutputFormat {
    media_type: "application/feed+json; charset=utf-8",
    link: None,
    outputs: |site| feed::outputs(site, "json", &JSON_FEED),
    write,
};

/// All of a feed but its items.
#[derive(Serialize)]
struct JsonHead<'a> {
    version: &'static str,
    title: &'a str,
    home_page_url: &'a str,
    feed_url: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    next_url: Option<&'a str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    language: &'a str,
    authors: [Author<'a>; 1],
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
}

#[derive(Serialize)]
struct JsonItem<'a> {
    id: &'a str,
    url: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    summary: &'a str,
    content_html: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<&'a str>,
    date_published: String,
    date_modified: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    authors: Option<[Author<'a>; 1]>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    tags: &'a [String],
}

fn write(renderer: &SiteRenderer<'_>, output: &Output) -> Answer {
    let feed = feed::of(renderer, output);
    let head = json(&JsonHead {
        version: "https://jsonfeed.org/version/1.1",
        title: &feed.title,
        home_page_url: &feed.page,
        feed_url: &feed.address,
        next_url: feed.older.as_deref(),
        description: &feed.subtitle,
        language: feed.language,
        authors: [Author {
            name: &feed.author,
            url: Some(&renderer.site.config.base_url),
        }],
    });
    let open = head.strip_suffix('}').expect("an object ends in a brace");
    let mut pieces: Vec<Bytes> = vec![format!("{open},\"items\":[").into()];
    for (number, id) in feed.items.iter().enumerate() {
        if number > 0 {
            pieces.push(Bytes::from_static(b",\n"));
        }
        let made = || item(renderer.site, feed::entry(renderer, *id));
        pieces.push(renderer.feeds.json[*id].get_or_init(made).clone());
    }
    pieces.push(Bytes::from_static(b"]}"));
    output.answer_of_pieces(pieces)
}

fn item(site: &Site<'_>, entry: &FeedEntry) -> Bytes {
    let written = json(&JsonItem {
        id: &entry.id,
        url: &entry.address,
        title: &entry.title,
        summary: &entry.summary,
        content_html: entry.content.as_str(),
        image: entry.image.as_deref(),
        date_published: feed::moment(entry.published, site),
        date_modified: feed::moment(entry.updated, site),
        authors: entry
            .author
            .as_deref()
            .map(|name| [Author { name, url: None }]),
        tags: &entry.tags,
    });
    written.into()
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("texts can be written as JSON")
}
