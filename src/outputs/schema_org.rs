//! Structured data for search engines: JSON-LD in the terms of schema.org.

use serde::Serialize;

use crate::content::page::Page;
use crate::date::{self, Date};
use crate::html::Html;
use crate::kinds::spec::Happening;
use crate::outputs::view::LinkView;
use crate::schedule::Occurrence;
use crate::site::Site;

/// The `@context` of every data block.
pub const CONTEXT: &str = "https://schema.org";

/// The thing that a page is about, with the facts that only its kind has.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Thing<'a, T> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
    url: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    #[serde(flatten)]
    more: T,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct EventFacts<'a> {
    start_date: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    previous_start_date: Option<String>,
    event_status: &'static str,
    in_language: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    location: Option<Place<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    organizer: Option<Named<'a>>,
}

#[derive(Serialize)]
struct Place<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<String>,
}

/// A thing of which no more is known than its name.
#[derive(Serialize)]
pub struct Named<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArticleFacts<'a> {
    headline: &'a str,
    in_language: &'static str,
    date_published: String,
    date_modified: String,
    publisher: Organization<'a>,
}

#[derive(Serialize)]
struct ItemList {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "itemListElement")]
    items: Vec<ListedPage>,
}

#[derive(Serialize)]
struct ListedPage {
    #[serde(rename = "@type")]
    kind: &'static str,
    position: usize,
    url: String,
}

#[derive(Serialize)]
struct BreadcrumbList<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "itemListElement")]
    items: Vec<ListItem<'a>>,
}

#[derive(Serialize)]
struct ListItem<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    position: usize,
    name: &'a str,
    item: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Organization<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id")]
    id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    identifier: Option<&'a str>,
    name: &'a str,
    url: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    same_as: Option<&'a str>,
}

/// The breadcrumbs of a page at an absolute address. `None` for the home page, which has none.
pub fn breadcrumbs(base_url: &str, above: &[LinkView], title: &str, address: &str) -> Option<Html> {
    if above.is_empty() {
        return None;
    }
    let above = above
        .iter()
        .map(|link| (link.title.as_str(), format!("{base_url}{}", link.href)));
    let items = above.chain([(title, address.to_owned())]).zip(1..);
    let items = items.map(|((name, item), position)| ListItem {
        kind: "ListItem",
        position,
        name,
        item,
    });
    Some(data_block(&BreadcrumbList {
        context: CONTEXT,
        kind: "BreadcrumbList",
        items: items.collect(),
    }))
}

/// The thing that a page is about, as search engines read it.
pub fn thing(site: &Site<'_>, page: &Page, kind: &'static str, more: impl Serialize) -> Html {
    data_block(&Thing {
        context: CONTEXT,
        kind,
        name: &page.meta.title,
        url: site.absolute(&page.route),
        description: &page.meta.summary,
        more,
    })
}

/// The event that a page tells of, at one of its times. `moved` is the day on which it was to be
/// first.
pub fn event(
    site: &Site<'_>,
    page: &Page,
    happening: Happening<'_>,
    time: &Occurrence,
    organiser: Option<&str>,
    moved: Option<Date>,
) -> Html {
    let zone = &site.config.time_zone;
    let address = happening.address.join(", ");
    let facts = EventFacts {
        start_date: time.iso_start(zone),
        end_date: time.iso_end(zone),
        previous_start_date: moved.map(|day| day.to_string()),
        event_status: match (happening.cancelled, moved) {
            (Some(_), _) => "https://schema.org/EventCancelled",
            (None, Some(_)) => "https://schema.org/EventRescheduled",
            (None, None) => "https://schema.org/EventScheduled",
        },
        in_language: page.language,
        location: happening.place.map(|name| Place {
            kind: "Place",
            name,
            address: Some(address).filter(|address| !address.is_empty()),
        }),
        organizer: organiser.map(organization),
    };
    thing(site, page, "Event", facts)
}

/// An organisation of which no more is known than its name.
pub fn organization(name: &str) -> Named<'_> {
    Named {
        kind: "Organization",
        name,
    }
}

/// A page that is a text by itself. `None` where nobody knows since when it is there.
pub fn article(site: &Site<'_>, page: &Page) -> Option<Html> {
    let zone = &site.config.time_zone;
    let facts = ArticleFacts {
        headline: &page.meta.title,
        in_language: page.language,
        date_published: date::rfc3339(page.meta.date?, zone),
        date_modified: date::rfc3339(page.meta.last_changed()?, zone),
        publisher: publisher(site),
    };
    Some(thing(site, page, "Article", facts))
}

/// The pages that a list shows, in their order.
pub fn item_list<'a>(site: &Site<'_>, pages: impl Iterator<Item = &'a Page>) -> Html {
    let items = pages.zip(1..).map(|(page, position)| ListedPage {
        kind: "ListItem",
        position,
        url: site.absolute(&page.route),
    });
    data_block(&ItemList {
        context: CONTEXT,
        kind: "ItemList",
        items: items.collect(),
    })
}

/// The publisher of the site.
pub fn publisher<'a>(site: &'a Site<'_>) -> Organization<'a> {
    let config = site.config;
    let publisher = &config.publisher;
    Organization {
        kind: match publisher.tooi {
            Some(_) => "GovernmentOrganization",
            None => "Organization",
        },
        identifier: publisher.tooi.as_deref(),
        id: format!("{}/#publisher", config.base_url),
        name: &publisher.name,
        url: &config.base_url,
        same_as: publisher.address.as_deref(),
    }
}

/// The name of a thing that is described elsewhere on the page.
#[derive(Serialize)]
pub struct Reference {
    #[serde(rename = "@id")]
    id: String,
}

pub fn publisher_reference(site: &Site<'_>) -> Reference {
    Reference {
        id: publisher(site).id,
    }
}

/// The value as a data block. A `<` cannot end the block early.
pub fn data_block(value: &impl Serialize) -> Html {
    let mut written = Vec::with_capacity(1024);
    serde_json::to_writer(&mut written, value).expect("texts and numbers can be written as JSON");
    let written = String::from_utf8(written).expect("JSON is UTF-8");
    Html::from_markup(if written.contains('<') {
        written.replace('<', "\\u003c")
    } else {
        written
    })
}
