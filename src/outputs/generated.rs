//! The generated lists that lead to every page: from A to Z, and by section.

use askama::Template;

use crate::content::page::Role;
use crate::outputs::alphabet::{self, LetterEntry, LetterGroup, LetterStep};
use crate::outputs::layout::{NavState, PageLayout};
use crate::outputs::paged_list;
use crate::outputs::renderer::RenderContext;
use crate::outputs::template::render_template;
use crate::outputs::view::{LinkView, PageHeader};
use crate::route::Route;
use crate::site::PageId;

#[derive(Template)]
#[template(path = "index.html")]
struct IndexPage<'a> {
    layout: PageLayout,
    header: PageHeader,
    letter_nav: Vec<LetterStep>,
    letters: Vec<LetterGroup>,
    /// The lists of the pages that are left out here.
    other_lists: Vec<&'a LinkView>,
}

#[derive(Template)]
#[template(path = "overview.html")]
struct OverviewPage<'a> {
    layout: PageLayout,
    header: PageHeader,
    sections: Vec<Section<'a>>,
    /// The address of the alerts that are over, which lie in no section.
    alerts: Option<&'a Route>,
    /// The address of the open data, likewise.
    data: Option<&'a Route>,
}

/// A page with those directly below it.
struct Section<'a> {
    /// Unique within the page.
    id: String,
    link: &'a LinkView,
    /// The language of the pages, where it is not that of the site.
    language: Option<&'static str>,
    pages: Vec<&'a LinkView>,
    /// The lists of parts, where the pages are too many to stand here.
    lists: Vec<LinkView>,
}

/// Every page from A to Z but for those that people look for by day: these have lists of their own.
pub fn index(cx: &RenderContext<'_>, route: &Route) -> String {
    let topics = (0..cx.site.pages.len()).filter(|id| is_topic(cx, *id));
    let letters = alphabet::letters(topics.map(|id| entry(cx, id, String::new())), cx.text());
    let (layout, header) = frame(cx, route, "index");
    render_template(&IndexPage {
        layout,
        header,
        letter_nav: alphabet::letter_nav(&letters),
        letters,
        other_lists: other_lists(cx).collect(),
    })
}

/// True for a page that stands in an A to Z.
pub fn is_topic(cx: &RenderContext<'_>, id: PageId) -> bool {
    let page = cx.site.page(id);
    let is_by_day = page.role == Role::Item && page.kind.is_by_day();
    page.role != Role::Home && !is_by_day && cx.is_in_language(id)
}

/// The lists of the items that stand in no A to Z.
pub fn other_lists<'a>(cx: &'a RenderContext<'_>) -> impl Iterator<Item = &'a LinkView> {
    let by_day = cx.site.collections.iter().filter(|of| of.kind.is_by_day());
    by_day.filter_map(|of| Some(cx.link(of.index?)))
}

/// A page in an A to Z.
pub fn entry(cx: &RenderContext<'_>, id: PageId, text: String) -> LetterEntry {
    LetterEntry {
        id: cx.site.page(id).slug().to_owned(),
        link: cx.link(id).clone(),
        text,
    }
}

/// Every page by the page above it. Items in lists that are cut into pages are there by the lists
/// of parts.
pub fn overview(cx: &RenderContext<'_>, route: &Route) -> String {
    let in_menu = |id: PageId| {
        let mut menu = cx.language.navigation.iter();
        menu.position(|entry| entry.page() == Some(id))
            .unwrap_or(usize::MAX)
    };
    let mut above: Vec<PageId> = (0..cx.site.pages.len())
        .filter(|id| has_more(cx, *id))
        .collect();
    above.sort_by_key(|id| {
        let is_home = cx.site.page(*id).role == Role::Home;
        (!cx.is_in_language(*id), !is_home, in_menu(*id), *id)
    });
    let (layout, header) = frame(cx, route, "overview");
    render_template(&OverviewPage {
        layout,
        header,
        sections: above.into_iter().map(|id| section(cx, id)).collect(),
        alerts: cx.site.config.addresses.alerts.as_ref(),
        data: cx.site.config.addresses.data.as_ref(),
    })
}

fn has_more(cx: &RenderContext<'_>, id: PageId) -> bool {
    !cx.site.pages[id].children.is_empty()
}

fn section<'a>(cx: &'a RenderContext<'_>, id: PageId) -> Section<'a> {
    let page = cx.site.page(id);
    let collection = cx.site.collection(page.kind);
    let paged = collection.filter(|collection| page.role == Role::Index && collection.is_paged());
    let children = cx.site.pages[id].children.iter();
    let leaves = children.filter(|page| paged.is_none() && !has_more(cx, **page));
    let path = page.route.as_str().trim_matches('/').replace('/', "-");
    Section {
        id: format!("s-{path}"),
        link: cx.link(id),
        language: Some(page.language).filter(|_| !cx.is_in_language(id)),
        pages: leaves.map(|page| cx.link(*page)).collect(),
        lists: paged.map_or_else(Vec::new, |of| paged_list::archive_links(cx, of)),
    }
}

/// The layout and header of a generated page with this name.
pub fn frame(cx: &RenderContext<'_>, route: &Route, name: &str) -> (PageLayout, PageHeader) {
    let title = cx.text().say(&format!("{name}-title"));
    let lead = cx.text().say(&format!("{name}-lead"));
    let layout = PageLayout::new(&cx.layout, title).below_home();
    let header = PageHeader {
        kicker: cx.site.config.name.clone(),
        mark: None,
        title: title.to_owned(),
        official: None,
        lead: lead.to_owned(),
        author: None,
        dates: Vec::new(),
        drawing: None,
    };
    (layout.findable(lead, cx.site.absolute(route)), header)
}
