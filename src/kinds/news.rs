//! News: what happened on a day.

use askama::Template;
use serde::Serialize;

use crate::content::page::Page;
use crate::date;
use crate::html::Html;
use crate::kinds::spec::{
    Division, FileName, KindSpec, Listing, Order, OtherNames, Presence, SearchSpec,
};
use crate::kinds::{municipality, theme};
use crate::outputs::layout::{NavState, PageLayout};
use crate::outputs::page::{PageText, linked_from, parts};
use crate::outputs::renderer::RenderContext;
use crate::outputs::schema_org::{self, CONTEXT, Organization};
use crate::outputs::social_image::{self, SocialImage};
use crate::outputs::template::render_template;
use crate::outputs::view::{LinkView, PageHeader, Teaser};
use crate::site::{PageId, Site};

pub static SPEC: KindSpec = KindSpec {
    name: "news",
    presence: Presence::Required,
    lists_below: false,
    file_name: FileName::DateSlug,
    order: Order::NewestFirst,
    listing: Listing::Paged(&[
        Division::Year,
        Division::Relation("themes"),
        Division::Relation("municipalities"),
    ]),
    search: SearchSpec {
        weight: 0.8,
        names: OtherNames::None,
        has_spoken_label: true,
        ..KindSpec::PLAIN.search
    },
    ..KindSpec::PLAIN
};

#[derive(Template)]
#[template(path = "news.html")]
struct NewsPage<'a> {
    layout: PageLayout,
    header: PageHeader,
    text: PageText,
    themes: Vec<&'a Teaser>,
    municipalities: Vec<&'a LinkView>,
    older: Option<&'a LinkView>,
    newer: Option<&'a LinkView>,
    related: Vec<&'a Teaser>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct NewsArticle<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    headline: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    url: &'a str,
    main_entity_of_page: &'a str,
    in_language: &'static str,
    date_published: String,
    date_modified: String,
    author: NewsAuthor<'a>,
    publisher: &'a Organization<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<[&'a str; 1]>,
}

/// Whoever wrote a news item: the publisher, where it names nobody.
#[derive(Serialize)]
#[serde(untagged)]
enum NewsAuthor<'a> {
    Publisher(&'a Organization<'a>),
    Person {
        #[serde(rename = "@type")]
        kind: &'static str,
        name: &'a str,
    },
}

pub fn render(cx: &RenderContext<'_>, id: PageId) -> String {
    let (mut layout, header, text) = parts(cx, id);
    layout.social_kind = "article";
    let image = layout.image.as_ref();
    let image = image.filter(|_| social_image::has_picture(cx.site, id));
    let article = article(cx.site, cx.site.page(id), image);
    layout.metadata.extend(article);
    let site_page = &cx.site.pages[id];
    let themes: Vec<PageId> = cx.site.related(id, &theme::SPEC).collect();
    let municipalities = cx.site.related(id, &municipality::SPEC);
    render_template(&NewsPage {
        layout,
        header,
        text,
        municipalities: municipalities.map(|id| cx.link(id)).collect(),
        older: site_page.older.map(|id| cx.link(id)),
        newer: site_page.newer.map(|id| cx.link(id)),
        related: linked_from(cx, id, &themes),
        themes: cx.teasers(themes),
    })
}

/// The news item, as search engines read it.
fn article(site: &Site<'_>, page: &Page, image: Option<&SocialImage>) -> Option<Html> {
    let date = page.event_date()?;
    let address = site.absolute(&page.route);
    let zone = &site.config.time_zone;
    let publisher = schema_org::publisher(site);
    Some(schema_org::data_block(&NewsArticle {
        context: CONTEXT,
        kind: "NewsArticle",
        headline: &page.meta.title,
        description: &page.meta.summary,
        url: &address,
        main_entity_of_page: &address,
        in_language: page.language,
        date_published: date::rfc3339(date, zone),
        date_modified: date::rfc3339(page.meta.updated.unwrap_or(date), zone),
        author: page
            .meta
            .author
            .as_deref()
            .map_or(NewsAuthor::Publisher(&publisher), |name| {
                NewsAuthor::Person {
                    kind: "Person",
                    name,
                }
            }),
        publisher: &publisher,
        image: image.map(|image| [image.address.as_str()]),
    }))
}
