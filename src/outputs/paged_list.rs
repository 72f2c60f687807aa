//! The pages of a list that is cut into pages: all items of a kind, those of a year, and those that
//! belong to another page.

use askama::Template;

use crate::html::Html;
use crate::kinds::spec::{Division, KindSpec, Listing};
use crate::outputs::layout::{NavState, PageLayout};
use crate::outputs::page_layout::page_layout;
use crate::outputs::pager::{Pager, PagerStep};
use crate::outputs::prose::{self, Links};
use crate::outputs::renderer::RenderContext;
use crate::outputs::template::render_template;
use crate::outputs::view::{Choice, LinkView, PageHeader, Teaser, mark};
use crate::site::{Collection, ListPage, PageId, Scope};

#[derive(Template)]
#[template(path = "paged_list.html")]
struct PagedList<'a> {
    layout: PageLayout,
    header: PageHeader,
    prose: Html,
    groups: Vec<YearGroup<'a>>,
    /// Above the ways to narrow the list.
    choose: &'a str,
    divisions: Vec<ListDivision<'a>>,
    pager: Pager,
}

/// The items of one year, within one page of a list.
struct YearGroup<'a> {
    /// Unique within the page.
    id: String,
    title: String,
    items: Vec<&'a Teaser>,
}

/// A way to narrow the list.
struct ListDivision<'a> {
    title: &'a str,
    choices: Vec<Choice>,
}

pub fn render(cx: &RenderContext<'_>, collection: &Collection<'_>, list: &ListPage) -> String {
    let (site, text, kind) = (cx.site, cx.text(), collection.kind.name);
    let index = collection
        .index
        .expect("there are lists only where there is a page for them");
    let page = site.page(index);
    let is_first = list.route == page.route;
    let mut title = title(cx, collection.kind, index, list.scope);
    if list.number > 1 {
        let number = text.fill(
            "page-of",
            [
                ("number", list.number.into()),
                ("total", list.pages.len().into()),
            ],
        );
        title = format!("{title}, {number}");
    }
    let mut layout = page_layout(cx, index, &list.route, &title);
    let mut header = PageHeader {
        kicker: text.count(&format!("{kind}-count"), list.total),
        mark: match list.scope {
            Scope::Related(id) => mark(site.page(id)),
            Scope::All | Scope::Year(_) => None,
        },
        title,
        lead: String::new(),
        dates: Vec::new(),
    };
    let mut prose = Html::default();
    if is_first {
        header.lead.clone_from(&page.meta.summary);
        prose = prose::render(cx, &site.pages[index], Links::OnPage);
    } else {
        let name = format!("{kind}-list-description");
        layout.description = text.fill(
            &name,
            [
                ("title", header.title.as_str().into()),
                ("count", list.total.into()),
            ],
        );
    }
    render_template(&PagedList {
        layout,
        header,
        prose,
        groups: groups(cx, &list.items),
        choose: text.say(&format!("choose-{kind}")),
        divisions: divisions(cx, collection, list.scope),
        pager: Pager::new(list.number, list.pages.len(), |number| {
            list.pages[number - 1].to_string()
        }),
    })
}

/// The title of a list, whichever of its pages it is.
fn title(cx: &RenderContext<'_>, kind: &KindSpec, index: PageId, scope: Scope) -> String {
    match scope {
        Scope::All => cx.site.page(index).meta.title.clone(),
        Scope::Year(year) => cx
            .text()
            .say_with(&format!("{}-of-year", kind.name), "year", year),
        Scope::Related(id) => {
            let page = cx.site.page(id);
            let name = format!("{}-of-{}", kind.name, page.kind.name);
            cx.text().say_with(&name, "title", &page.meta.title)
        }
    }
}

/// Links to the lists of parts.
pub fn archive_links(cx: &RenderContext<'_>, collection: &Collection<'_>) -> Vec<LinkView> {
    let Some(index) = collection.index else {
        return Vec::new();
    };
    let link = |archive: &ListPage| {
        let title = title(cx, collection.kind, index, archive.scope);
        LinkView::new(title, archive.route.as_str())
    };
    collection.archives().map(link).collect()
}

/// Items in the order of their dates, by year.
fn groups<'a>(cx: &'a RenderContext<'_>, items: &[PageId]) -> Vec<YearGroup<'a>> {
    let year = |id: &PageId| cx.site.page(*id).meta.date.map_or(0, |date| date.year());
    let by_year = items.chunk_by(|a, b| year(a) == year(b));
    let group = |items: &[PageId]| YearGroup {
        id: format!("s-{}", year(&items[0])),
        title: year(&items[0]).to_string(),
        items: cx.teasers(items.iter().copied()),
    };
    by_year.map(group).collect()
}

/// The ways to narrow the list, on a page of the list with this scope.
fn divisions<'a>(
    cx: &'a RenderContext<'_>,
    collection: &Collection<'_>,
    current: Scope,
) -> Vec<ListDivision<'a>> {
    let Listing::Paged(divisions) = collection.kind.listing else {
        return Vec::new();
    };
    let division = |division: &Division| {
        let (by, all) = match division {
            Division::Year => ("by-year".to_owned(), "all-years".to_owned()),
            Division::Relation(name) => (format!("by-{name}"), format!("all-{name}")),
        };
        let is_of = |scope: Scope| match (division, scope) {
            (Division::Year, Scope::Year(_)) => true,
            (Division::Relation(name), Scope::Related(id)) => cx.site.page(id).kind.name == *name,
            _ => false,
        };
        let mut choices = vec![Choice {
            link: LinkView::new(cx.text().say(&all), collection.address.as_str()),
            chosen: !is_of(current),
        }];
        let archives = collection.archives().filter(|archive| is_of(archive.scope));
        choices.extend(archives.map(|archive| choice(cx, archive, current)));
        ListDivision {
            title: cx.text().say(&by),
            choices,
        }
    };
    divisions.iter().map(division).collect()
}

fn choice(cx: &RenderContext<'_>, archive: &ListPage, current: Scope) -> Choice {
    let title = match archive.scope {
        Scope::Year(year) => year.to_string(),
        Scope::Related(id) => cx.site.page(id).meta.title.clone(),
        Scope::All => String::new(),
    };
    Choice {
        link: LinkView::new(title, archive.route.as_str()),
        chosen: archive.scope == current,
    }
}
