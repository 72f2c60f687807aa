//! The pages of a list that is cut into pages: all items of a kind, and the parts of its divisions.

use askama::Template;

use crate::html::Html;
use crate::kinds::spec::{Division, KindSpec, Listing, Order};
use crate::outputs::calendar_link;
use crate::outputs::layout::{NavState, PageLayout};
use crate::outputs::page_layout::page_layout;
use crate::outputs::pager::{Pager, PagerStep};
use crate::outputs::picture::PictureView;
use crate::outputs::prose::{self, Links};
use crate::outputs::renderer::RenderContext;
use crate::outputs::schema_org;
use crate::outputs::template::render_template;
use crate::outputs::view::{Choice, Dated, LinkView, PageHeader, Teaser, Time, mark};
use crate::site::{Collection, ListPage, PageId, Scope};

#[derive(Template)]
#[template(path = "paged_list.html")]
struct PagedList<'a> {
    layout: PageLayout,
    header: PageHeader,
    picture: Option<PictureView>,
    prose: Html,
    groups: Vec<ListGroup<'a>>,
    is_empty: bool,
    /// The way to follow the whole list.
    feed: Option<LinkView>,
    /// The way to follow it in a calendar, where the items happen at a time.
    calendar: Option<LinkView>,
    /// The years of the list, above it.
    years: Option<ListDivision<'a>>,
    /// All other ways to narrow it.
    divisions: Vec<ListDivision<'a>>,
    pager: Pager,
}

/// Items that belong together, within one page of a list: those of a year, of a month, or all.
struct ListGroup<'a> {
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
    let (site, text) = (cx.site, cx.text());
    let index = collection
        .index
        .expect("there are lists only where there is a page for them");
    let page = site.page(index);
    let is_first = list.route == page.route;
    let mut title = title(cx, collection, &list.scope);
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
    let about = match list.scope {
        Scope::Related(id) => id,
        _ => index,
    };
    let mut layout = PageLayout {
        alerts: cx.layout.alerts_above(Some(about)),
        ..page_layout(cx, index, &list.route, &title)
    };
    let mut header = PageHeader {
        kicker: match collection.kind.order {
            Order::NewestFirst | Order::Soonest => count(cx, collection, list),
            _ => site.config.name.clone(),
        },
        mark: mark(site.page(about)),
        title,
        official: None,
        lead: String::new(),
        author: None,
        dates: Vec::new(),
        drawing: None,
    };
    let (mut picture, mut prose) = (None, Html::default());
    if is_first {
        header.lead.clone_from(&page.meta.summary);
        header.dates = newest(cx, collection, list).into_iter().collect();
        picture = cx.picture(&site.pages[index]);
        prose = prose::render(cx, &site.pages[index], Links::OnPage);
    } else {
        layout.description = text.fill(
            "list-description",
            [
                ("title", header.title.as_str().into()),
                ("count", list.total.into()),
            ],
        );
    }
    let (years, divisions) = divisions(cx, collection, list);
    let items = list.items.iter().map(|id| site.page(*id));
    layout.metadata.push(schema_org::item_list(site, items));
    render_template(&PagedList {
        layout,
        header,
        picture,
        prose,
        groups: groups(cx, collection, list),
        is_empty: list.items.is_empty(),
        feed: feed_link(cx, collection),
        calendar: calendar_link::link_to_list(cx, collection, &list.scope),
        years,
        divisions,
        pager: Pager::new(list.number, list.pages.len(), |number| {
            list.pages[number - 1].to_string()
        }),
    })
}

/// The number of items of a list: above its title, or above the items where they have no days.
fn count(cx: &RenderContext<'_>, collection: &Collection<'_>, list: &ListPage) -> String {
    let name = format!("{}-count", collection.kind.name);
    cx.text().count(&name, list.total)
}

/// The title of a list, whichever of its pages it is. The list has a page of its own.
pub fn title(cx: &RenderContext<'_>, collection: &Collection<'_>, scope: &Scope) -> String {
    let (text, kind) = (cx.text(), collection.kind.name);
    let of = |part: &str, title: &str| {
        let name = format!("{kind}-of-{part}");
        text.say_with(&name, "title", title)
    };
    match scope {
        Scope::All => {
            let index = collection.index.map(|index| cx.site.page(index));
            index.map_or_else(String::new, |page| page.meta.title.clone())
        }
        Scope::Past => text.say(&format!("{kind}-past")).to_owned(),
        Scope::Related(id) => {
            let page = cx.site.page(*id);
            of(page.kind.name, &page.meta.title)
        }
        Scope::Year(_) => of("years", &part_title(cx, scope)),
        Scope::Month(_) => of("months", &part_title(cx, scope)),
        Scope::Word(name, word) => of(name, word),
    }
}

/// The name of a part within its division.
fn part_title(cx: &RenderContext<'_>, scope: &Scope) -> String {
    match scope {
        Scope::All => String::new(),
        Scope::Past => cx.text().say("past").to_owned(),
        Scope::Year(year) => year.to_string(),
        Scope::Month(day) => cx.text().month(*day),
        Scope::Related(id) => cx.site.page(*id).meta.title.clone(),
        Scope::Word(_, word) => word.to_string(),
    }
}

/// Links to the lists of parts.
pub fn archive_links(cx: &RenderContext<'_>, collection: &Collection<'_>) -> Vec<LinkView> {
    let link = |archive: &ListPage| {
        let title = title(cx, collection, &archive.scope);
        LinkView::new(title, archive.route.as_str())
    };
    collection.archives().map(link).collect()
}

/// The way to follow a kind: the page that says how, or else the feed itself.
fn feed_link(cx: &RenderContext<'_>, collection: &Collection<'_>) -> Option<LinkView> {
    let mut feeds = cx.layout.feeds();
    let feed = feeds.find(|feed| feed.href.starts_with(collection.address.as_str()))?;
    let follow = cx.site.config.addresses.follow.as_ref();
    let page = follow.map(|page| format!("{page}#s-feed-{}", collection.kind.name));
    Some(LinkView::new(
        &feed.label,
        page.unwrap_or_else(|| feed.href.clone()),
    ))
}

/// Items in their order, by year or month where that order is one of days.
fn groups<'a>(
    cx: &'a RenderContext<'_>,
    collection: &Collection<'_>,
    list: &ListPage,
) -> Vec<ListGroup<'a>> {
    let order = collection.kind.order;
    let month = |id: PageId| match (&list.scope, cx.site.occurrence(id)) {
        (Scope::Month(month), _) => Some((*month, false)),
        (_, current) => current.map(|of| (of.occurrence.day().first_of_month(), of.is_over)),
    };
    // The part of its title that is fit to be an id, and the title.
    let heading = |id: &PageId| match order {
        Order::NewestFirst => {
            let year = cx
                .site
                .page(*id)
                .meta
                .date
                .map(|date| date.year().to_string());
            let undated = || ("undated".to_owned(), cx.text().say("undated").to_owned());
            year.map_or_else(undated, |year| (year.clone(), year))
        }
        Order::Soonest => month(*id).map_or_else(Default::default, |(month, is_over)| {
            let title = cx.text().month(month);
            match is_over && list.scope != Scope::Past {
                false => (month.strftime("%Y-%m").to_string(), title),
                true => {
                    let title = cx.text().say_with("month-past", "month", title);
                    (month.strftime("%Y-%m-past").to_string(), title)
                }
            }
        }),
        _ => ("list".to_owned(), count(cx, collection, list)),
    };
    let by_heading = list.items.chunk_by(|a, b| heading(a) == heading(b));
    let group = |items: &[PageId]| {
        let (id, title) = heading(&items[0]);
        ListGroup {
            id: format!("s-{id}"),
            title,
            items: cx.teasers(items.iter().copied()),
        }
    };
    by_heading.map(group).collect()
}

/// The day of the newest item of a whole list, so that a list that has long been the same says so.
fn newest(cx: &RenderContext<'_>, collection: &Collection<'_>, list: &ListPage) -> Option<Dated> {
    let KindSpec { name, order, .. } = collection.kind;
    let is_by_day = matches!(order, Order::NewestFirst) && list.scope == Scope::All;
    let newest = list.items.first().filter(|_| is_by_day)?;
    Some(Dated {
        label: cx.text().say(&format!("newest-{name}")).to_owned(),
        time: Time::new(cx.site.page(*newest).meta.date?, cx.text()),
    })
}

/// The ways to narrow the list, on one of its pages: by year, and all others.
fn divisions<'a>(
    cx: &'a RenderContext<'_>,
    collection: &Collection<'_>,
    current: &ListPage,
) -> (Option<ListDivision<'a>>, Vec<ListDivision<'a>>) {
    let Listing::Paged(divisions) = collection.kind.listing else {
        return (None, Vec::new());
    };
    let division = |division: &Division| {
        let name = division.name();
        let is_of = |scope: &Scope| match (division, scope) {
            (Division::Year, Scope::Year(_))
            | (Division::Month, Scope::Month(_))
            | (Division::Past, Scope::Past) => true,
            (Division::Relation(name), Scope::Related(id)) => cx.site.page(*id).kind.name == *name,
            (Division::Word(name, _), Scope::Word(own, _)) => name == own,
            _ => false,
        };
        let all = LinkView::new(
            cx.text().say(&format!("all-{name}")),
            collection.address.as_str(),
        );
        let archives = collection
            .archives()
            .filter(|archive| is_of(&archive.scope));
        let parts: Vec<Choice> = archives
            .map(|archive| choice(cx, collection, archive, current))
            .collect();
        if parts.is_empty() {
            return None;
        }
        let mut choices = vec![Choice {
            link: all,
            chosen: !is_of(&current.scope),
        }];
        choices.extend(parts);
        Some(ListDivision {
            title: cx.text().say(&format!("by-{name}")),
            choices,
        })
    };
    let (years, others): (Vec<&Division>, Vec<&Division>) = divisions
        .iter()
        .partition(|division| matches!(division, Division::Year));
    let years = years.into_iter().find_map(division);
    (years, others.into_iter().filter_map(division).collect())
}

fn choice(
    cx: &RenderContext<'_>,
    collection: &Collection<'_>,
    archive: &ListPage,
    current: &ListPage,
) -> Choice {
    // The name of a page alone is the text of the links to that page.
    let words = match archive.scope {
        Scope::Related(_) => title(cx, collection, &archive.scope),
        _ => part_title(cx, &archive.scope),
    };
    Choice {
        link: LinkView::new(words, archive.route.as_str()),
        chosen: archive.scope == current.scope,
    }
}
