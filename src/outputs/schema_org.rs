//! What search engines read of a page: JSON-LD in the terms of schema.org.

use serde::Serialize;
use serde_json::json;

use crate::content::page::{Kind, Page};
use crate::date;
use crate::html::Html;
use crate::outputs::view::{Link, SocialImage};
use crate::site::Site;

const CONTEXT: &str = "https://schema.org";

// Nearly every page has the way to it, and most are news: these are written as they are, where a tree of values takes ten times as long.

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
struct NewsArticle<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    headline: &'a str,
    description: &'a str,
    url: &'a str,
    main_entity_of_page: &'a str,
    in_language: &'static str,
    date_published: String,
    date_modified: String,
    author: &'a Organization<'a>,
    publisher: &'a Organization<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<[&'a str; 1]>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Organization<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id")]
    id: String,
    name: &'a str,
    url: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    same_as: Option<&'a str>,
}

/// The way to a page at an absolute address. `None` for the home page, which has none.
pub fn breadcrumbs(base_url: &str, above: &[Link], title: &str, address: &str) -> Option<Html> {
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

/// What a page is about, for the kinds that search engines know.
pub fn of_page(site: &Site<'_>, page: &Page, image: Option<&SocialImage>) -> Option<Html> {
    let address = site.absolute(&page.route);
    let zone = &site.config.time_zone;
    let block = match &page.kind {
        Kind::Home if page.language == site.config.language() => data_block(&json!({
            "@context": CONTEXT,
            "@graph": [
                publisher(site),
                {"@type": "WebSite", "@id": format!("{address}#site"), "url": address, "name": site.config.name,
                 "description": site.config.description, "inLanguage": page.language,
                 "publisher": {"@id": format!("{}/#publisher", site.config.base_url)}},
            ],
        })),
        Kind::News { date } => {
            let publisher = publisher(site);
            data_block(&NewsArticle {
                context: CONTEXT,
                kind: "NewsArticle",
                headline: &page.title,
                description: &page.summary,
                url: &address,
                main_entity_of_page: &address,
                in_language: page.language,
                date_published: date::rfc3339(*date, zone),
                date_modified: date::rfc3339(page.last_changed().unwrap_or(*date), zone),
                author: &publisher,
                publisher: &publisher,
                image: image.map(|image| [image.address.as_str()]),
            })
        }
        Kind::Municipality(municipality) => data_block(&json!({
            "@context": CONTEXT,
            "@type": "AdministrativeArea",
            "name": page.title,
            "identifier": municipality.code,
            "description": page.summary,
            "url": address,
            "sameAs": municipality.website,
        })),
        _ => return None,
    };
    Some(block)
}

fn publisher<'a>(site: &'a Site<'_>) -> Organization<'a> {
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
fn data_block(value: &impl Serialize) -> Html {
    let mut written = Vec::with_capacity(1024);
    serde_json::to_writer(&mut written, value).expect("texts and numbers can be written as JSON");
    let written = String::from_utf8(written).expect("JSON is UTF-8");
    Html::from_markup(if written.contains('<') {
        written.replace('<', "\\u003c")
    } else {
        written
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_cannot_end_the_data_block() {
        assert!(
            !data_block(&json!({"name": "</script><script>alert(1)"}))
                .shared()
                .contains('<')
        );
    }
}
