//! What search engines read of a page: JSON-LD in the terms of schema.org.

use serde_json::{Value, json};

use crate::content::page::{Kind, Page};
use crate::date;
use crate::html::Html;
use crate::render::frame::SocialImage;
use crate::render::view::Link;
use crate::site::Site;

/// The way to a page. `None` for the home page, which has none.
pub fn breadcrumbs(site: &Site<'_>, trail: &[Link], title: &str, address: &str) -> Option<Html> {
    if trail.is_empty() {
        return None;
    }
    let above = trail.iter().map(|link| (link.title.as_str(), format!("{}{}", site.config.base_url, link.href)));
    let items: Vec<Value> = above
        .chain([(title, address.to_owned())])
        .enumerate()
        .map(|(index, (name, item))| json!({"@type": "ListItem", "position": index + 1, "name": name, "item": item}))
        .collect();
    Some(data_block(&json!({"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": items})))
}

/// What a page is about, for the kinds that search engines know.
pub fn of_page(site: &Site<'_>, page: &Page, image: Option<&SocialImage>) -> Option<Html> {
    let address = site.absolute(&page.route);
    let zone = &site.config.time_zone;
    let value = match &page.kind {
        Kind::Home if page.language == site.config.language() => json!({
            "@context": "https://schema.org",
            "@graph": [
                publisher(site),
                {"@type": "WebSite", "@id": format!("{address}#site"), "url": address, "name": site.config.name,
                 "description": site.config.description, "inLanguage": page.language,
                 "publisher": {"@id": format!("{}/#publisher", site.config.base_url)}},
            ],
        }),
        Kind::News { date } => {
            let mut article = json!({
                "@context": "https://schema.org",
                "@type": "NewsArticle",
                "headline": page.title,
                "description": page.summary,
                "url": address,
                "mainEntityOfPage": address,
                "inLanguage": page.language,
                "datePublished": date::rfc3339(*date, zone),
                "dateModified": date::rfc3339(page.last_changed().unwrap_or(*date), zone),
                "author": publisher(site),
                "publisher": publisher(site),
            });
            if let Some(image) = image {
                article["image"] = json!([image.address]);
            }
            article
        }
        Kind::Municipality(municipality) => json!({
            "@context": "https://schema.org",
            "@type": "AdministrativeArea",
            "name": page.title,
            "identifier": municipality.code,
            "description": page.summary,
            "url": address,
            "sameAs": municipality.website,
        }),
        _ => return None,
    };
    Some(data_block(&value))
}

fn publisher(site: &Site<'_>) -> Value {
    let mut publisher = json!({
        "@type": "Organization",
        "@id": format!("{}/#publisher", site.config.base_url),
        "name": site.config.publisher.name,
        "url": site.config.base_url,
    });
    if let Some(address) = &site.config.publisher.address {
        publisher["sameAs"] = json!(address);
    }
    publisher
}

/// The value as a data block. A `<` cannot end the block early.
fn data_block(value: &Value) -> Html {
    Html::from_markup(value.to_string().replace('<', "\\u003c"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_cannot_end_the_data_block() {
        assert!(!data_block(&json!({"name": "</script><script>alert(1)"})).as_str().contains('<'));
    }
}
