//! Pages: what lies in the folder of no other kind, the home page among it.

use askama::Template;
use serde_json::json;

use crate::content::page::Role;
use crate::html::Html;
use crate::kinds::spec::{KindSpec, Order, Presence};
use crate::kinds::{municipality, news, theme};
use crate::outputs::layout::{MenuItem, NavState, PageLayout, SectionMenu};
use crate::outputs::map::Map;
use crate::outputs::page::{self, MAX_LATEST, PageText};
use crate::outputs::renderer::RenderContext;
use crate::outputs::schema_org::{self, CONTEXT};
use crate::outputs::template::render_template;
use crate::outputs::view::{LinkView, PageHeader, Teaser};
use crate::site::{PageId, Site};

pub static SPEC: KindSpec = KindSpec {
    name: "page",
    presence: Presence::Fallback,
    order: Order::ByNumber { is_required: false },
    ..KindSpec::PLAIN
};

#[derive(Template)]
#[template(path = "home.html")]
struct HomePage<'a> {
    layout: PageLayout,
    header: PageHeader,
    text: PageText,
    themes: Vec<&'a Teaser>,
    theme_list: Option<&'a LinkView>,
    news: Vec<&'a Teaser>,
    news_list: Option<&'a LinkView>,
    map: Option<Map>,
    municipality_list: Option<&'a LinkView>,
    municipalities: Vec<&'a LinkView>,
}

#[derive(Template)]
#[template(path = "page.html")]
struct PlainPage<'a> {
    layout: PageLayout,
    header: PageHeader,
    text: PageText,
    section: Option<SectionMenu>,
    themes: Vec<&'a Teaser>,
    /// The pages directly below this one.
    below: Vec<&'a Teaser>,
    /// Above the related pages.
    related_title: &'a str,
    related: Vec<&'a Teaser>,
}

pub fn render(cx: &RenderContext<'_>, id: PageId) -> String {
    if cx.site.page(id).role == Role::Home {
        render_template(&home(cx, id))
    } else {
        render_plain(cx, id, "related")
    }
}

/// Renders a page that is nothing but its text. `related` names the string above related pages.
pub fn render_plain(cx: &RenderContext<'_>, id: PageId, related: &str) -> String {
    let (layout, header, text) = page::parts(cx, id);
    let themes: Vec<PageId> = cx.site.related(id, &theme::SPEC).collect();
    render_template(&PlainPage {
        layout,
        header,
        text,
        section: section(cx, id),
        below: cx.teasers(cx.site.pages[id].children.iter().copied()),
        related_title: cx.text().say(related),
        related: page::linked_from(cx, id, &themes),
        themes: cx.teasers(cx.in_language(&themes)),
    })
}

/// The menu of the nearest section around a page that has more pages than one. Kinds with lists of
/// their own have no sections.
fn section(cx: &RenderContext<'_>, id: PageId) -> Option<SectionMenu> {
    let is_plain = |id: &PageId| {
        let page = cx.site.page(*id);
        page.kind == &SPEC && page.role == Role::Item
    };
    let ancestors = &cx.site.pages[id].ancestors;
    let path: Vec<PageId> = ancestors.iter().copied().chain([id]).collect();
    let sections = path
        .windows(2)
        .rev()
        .filter(|step| step.iter().all(is_plain));
    let mut menus = sections.map(|step| {
        let pages = cx.site.pages[step[0]].children.iter();
        let item = |page: &PageId| MenuItem {
            link: cx.link(*page).clone(),
            state: match *page {
                page if page == id => NavState::Page,
                page if page == step[1] => NavState::Below,
                _ => NavState::Elsewhere,
            },
        };
        SectionMenu {
            head: cx.link(step[0]).clone(),
            pages: pages.filter(|page| is_plain(page)).map(item).collect(),
        }
    });
    menus.find(|menu| menu.pages.len() > 1)
}

fn home<'a>(cx: &'a RenderContext<'_>, id: PageId) -> HomePage<'a> {
    let (mut layout, header, text) = page::parts(cx, id);
    if cx.is_main() {
        layout.metadata.push(web_site(cx.site, id));
    }
    let list = |kind| {
        let index = cx.site.collection(kind)?.index?;
        cx.is_in_language(index).then(|| cx.link(index))
    };
    let municipalities = cx.site.items(&municipality::SPEC).iter();
    HomePage {
        layout,
        header,
        text,
        themes: cx.teasers(cx.in_language(cx.site.items(&theme::SPEC))),
        theme_list: list(&theme::SPEC),
        news: cx.teasers(cx.in_language(cx.site.items(&news::SPEC)).take(MAX_LATEST)),
        news_list: list(&news::SPEC),
        map: Map::of_names(cx, id),
        municipality_list: list(&municipality::SPEC),
        municipalities: municipalities
            .filter(|_| cx.is_main())
            .map(|id| cx.link(*id))
            .collect(),
    }
}

/// The site itself, as search engines read it.
fn web_site(site: &Site<'_>, home: PageId) -> Html {
    let page = site.page(home);
    let address = site.absolute(&page.route);
    schema_org::data_block(&json!({
        "@context": CONTEXT,
        "@graph": [
            schema_org::publisher(site),
            {"@type": "WebSite", "@id": format!("{address}#site"), "url": address, "name": site.config.name,
             "description": site.config.description, "inLanguage": page.language,
             "publisher": {"@id": format!("{}/#publisher", site.config.base_url)}},
        ],
    }))
}
