//! Pages: what lies in the folder of no other kind, the home page among it.

use askama::Template;
use serde::Serialize;

use crate::content::page::Role;
use crate::html::Html;
use crate::kinds::spec::{KindSpec, Order, Presence};
use crate::kinds::{municipality, news, theme};
use crate::outputs::layout::{MenuItem, NavState, PageLayout, SectionMenu};
use crate::outputs::map::Map;
use crate::outputs::page::{self, MAX_LATEST, PageText};
use crate::outputs::renderer::RenderContext;
use crate::outputs::schema_org::{self, CONTEXT, Organization, Reference};
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
    map: Option<Map>,
    themes: Vec<Teaser>,
    news: Vec<&'a Teaser>,
    news_list: Option<&'a LinkView>,
    municipality_list: Option<&'a LinkView>,
    /// Empty where the foot of every page has them.
    municipalities: Vec<&'a LinkView>,
    /// The language of what there is in the site's own alone, where this page is in another.
    other: Option<OtherLanguage>,
}

/// A language in which visitors of this page may not expect what it leads to.
struct OtherLanguage {
    tag: &'static str,
    /// `auf Niederländisch`
    said: String,
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

#[derive(Serialize)]
struct SiteData<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: (Organization<'a>, WebSite<'a>),
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct WebSite<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id")]
    id: String,
    url: String,
    name: &'a str,
    description: &'a str,
    in_language: &'static str,
    publisher: Reference,
    #[serde(skip_serializing_if = "Option::is_none")]
    potential_action: Option<SearchAction>,
}

#[derive(Serialize)]
struct SearchAction {
    #[serde(rename = "@type")]
    kind: &'static str,
    target: EntryPoint,
    #[serde(rename = "query-input")]
    query_input: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct EntryPoint {
    #[serde(rename = "@type")]
    kind: &'static str,
    url_template: String,
}

pub fn render(cx: &RenderContext<'_>, id: PageId) -> String {
    if cx.site.page(id).role == Role::Home {
        render_template(&home(cx, id))
    } else {
        let data = schema_org::article(cx.site, cx.site.page(id));
        render_as(cx, id, "related", data)
    }
}

/// Renders a page that is nothing but its text. `related` names the string above related pages.
pub fn render_plain(cx: &RenderContext<'_>, id: PageId, related: &str) -> String {
    render_as(cx, id, related, None)
}

/// Renders a page that is nothing but its text, with what search engines read of it.
pub fn render_as(cx: &RenderContext<'_>, id: PageId, related: &str, data: Option<Html>) -> String {
    let (mut layout, header, text) = page::parts(cx, id);
    layout.metadata.extend(data);
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
    let list = |kind| Some(cx.link(index(cx, kind)?));
    let is_main = cx.is_main();
    let own = cx.site.config.language();
    let municipalities = cx.site.items(&municipality::SPEC).iter();
    HomePage {
        layout,
        header,
        text,
        map: Map::on_page(cx, id),
        themes: themes(cx),
        news: cx.teasers(cx.site.items(&news::SPEC).iter().copied().take(MAX_LATEST)),
        news_list: list(&news::SPEC),
        municipality_list: list(&municipality::SPEC),
        municipalities: municipalities
            .filter(|_| !is_main)
            .map(|id| cx.link(*id))
            .collect(),
        other: (!is_main).then(|| OtherLanguage {
            tag: own,
            said: cx.text().say_with("search-in-language", "language", own),
        }),
    }
}

/// The page with the list of all of a kind, in the language of this page where there is such a one.
fn index(cx: &RenderContext<'_>, kind: &KindSpec) -> Option<PageId> {
    let index = cx.site.collection(kind)?.index?;
    let mut versions = cx.site.pages[index].versions.iter().copied();
    let own = versions.find(|version| cx.is_in_language(*version));
    Some(own.unwrap_or(index))
}

/// The themes. In a language without pages about them, they are the headings of the page about all,
/// if it has as many.
fn themes(cx: &RenderContext<'_>) -> Vec<Teaser> {
    let items = cx.site.items(&theme::SPEC);
    let teasers = || items.iter().map(|id| cx.teaser(*id).clone());
    let own: Vec<PageId> = cx.in_language(items).collect();
    let Some(index) = index(cx, &theme::SPEC).filter(|_| own.is_empty()) else {
        return cx.teasers(own).into_iter().cloned().collect();
    };
    let page = cx.site.page(index);
    let headings = page.body.headings.iter();
    let headings: Vec<_> = headings.filter(|heading| heading.level == 2).collect();
    if !cx.is_in_language(index) || headings.len() != items.len() {
        return Vec::new();
    }
    let titled = teasers().zip(headings);
    let titled = titled.map(|(teaser, heading)| Teaser {
        link: LinkView::new(&heading.text, format!("{}#{}", page.route, heading.id)),
        ..teaser
    });
    titled.collect()
}

/// The site itself, as search engines read it.
fn web_site(site: &Site<'_>, home: PageId) -> Html {
    let page = site.page(home);
    let address = site.absolute(&page.route);
    let search = site.languages[0].settings.search.as_ref();
    schema_org::data_block(&SiteData {
        context: CONTEXT,
        graph: (
            schema_org::publisher(site),
            WebSite {
                kind: "WebSite",
                id: format!("{address}#site"),
                name: &site.config.name,
                description: &site.config.description,
                in_language: page.language,
                publisher: schema_org::publisher_reference(site),
                potential_action: search.map(|search| SearchAction {
                    kind: "SearchAction",
                    target: EntryPoint {
                        kind: "EntryPoint",
                        url_template: format!("{}?q={{search_term_string}}", site.absolute(search)),
                    },
                    query_input: "required name=search_term_string",
                }),
                url: address,
            },
        ),
    })
}
