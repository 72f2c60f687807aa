//! Structured data for search engines: JSON-LD in the terms of schema.org.

use serde::Serialize;

use crate::html::Html;
use crate::outputs::view::LinkView;
use crate::site::Site;

/// The `@context` of every data block.
pub const CONTEXT: &str = "https://schema.org";

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

/// The publisher of the site.
pub fn publisher<'a>(site: &'a Site<'_>) -> Organization<'a> {
    let config = site.config;
    Organization {
        kind: "Organization",
        id: format!("{}/#publisher", config.base_url),
        name: &config.publisher.name,
        url: &config.base_url,
        same_as: config.publisher.address.as_deref(),
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
