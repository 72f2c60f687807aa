//! The page that says how to follow the site: one link for each part of it, and its other formats.

use askama::Template;

use crate::outputs::calendar_link;
use crate::outputs::feed;
use crate::outputs::generated::frame;
use crate::outputs::items::{self, Items};
use crate::outputs::layout::{NavState, PageLayout};
use crate::outputs::paged_list;
use crate::outputs::renderer::RenderContext;
use crate::outputs::template::render_template;
use crate::outputs::view::PageHeader;
use crate::route::Route;
use crate::site::{PageId, Scope};

#[derive(Template)]
#[template(path = "follow.html")]
struct FollowPage {
    layout: PageLayout,
    header: PageHeader,
    groups: Vec<FollowGroup>,
}

/// Things to follow: all of each kind, or those that belong to the pages of a kind.
struct FollowGroup {
    /// The name within the page.
    name: &'static str,
    title: String,
    rows: Vec<FollowRow>,
}

/// One thing to follow.
struct FollowRow {
    /// The name within the page, where other pages lead to it.
    name: Option<&'static str>,
    title: String,
    href: String,
    /// More of the same: in other formats, or of other kinds.
    others: Vec<FollowLink>,
}

/// A link that says in short what it leads to, and in full for the ear.
struct FollowLink {
    name: String,
    of: String,
    href: String,
}

pub fn render(cx: &RenderContext<'_>, route: &Route) -> String {
    let (layout, header) = frame(cx, route, "follow");
    let mut groups = vec![FollowGroup {
        name: "all",
        title: cx.text().say("follow-all").to_owned(),
        rows: wholes(cx),
    }];
    for (to, row) in parts(cx) {
        let name = cx.site.page(to).kind.name;
        match groups.iter_mut().find(|group| group.name == name) {
            Some(group) => group.rows.push(row),
            None => groups.push(FollowGroup {
                name,
                title: cx.text().say(&format!("by-{name}")).to_owned(),
                rows: vec![row],
            }),
        }
    }
    render_template(&FollowPage {
        layout,
        header,
        groups,
    })
}

/// All of each kind. What happens at a time is followed in a calendar before all else.
fn wholes(cx: &RenderContext<'_>) -> Vec<FollowRow> {
    let feeds = items::feeds(cx.site);
    let calendars = calendar_link::all(cx.site);
    let has = |list: &[(Route, Items)], items: Items| list.iter().any(|(_, of)| *of == items);
    let collections = cx.site.collections.iter().enumerate();
    let rows = collections.filter_map(|(number, of)| {
        let items = Items::Kind(number);
        let mut formats = Vec::new();
        if has(&calendars, items) {
            formats.push(("iCalendar", calendar_link::FILE));
        }
        if has(&feeds, items) {
            formats.extend([
                ("Atom", "feed.xml"),
                ("RSS", "rss.xml"),
                ("JSON Feed", "feed.json"),
            ]);
        }
        let (_, file) = *formats.first()?;
        let title = feed::title(cx, items);
        let other = |(name, file): &(&str, &str)| FollowLink {
            name: (*name).to_owned(),
            of: title.clone(),
            href: of.address.file(file).to_string(),
        };
        Some(FollowRow {
            name: Some(of.kind.name),
            others: formats[1..].iter().map(other).collect(),
            href: of.address.file(file).to_string(),
            title,
        })
    });
    rows.collect()
}

/// Things that belong to a page, by that page: the first kind in full, the others behind it. Those
/// that are empty today are left out.
fn parts(cx: &RenderContext<'_>) -> Vec<(PageId, FollowRow)> {
    let site = cx.site;
    let feeds = items::feeds(site).into_iter().map(|of| (of, "feed.xml"));
    let calendars = calendar_link::all(site).into_iter();
    let followed = feeds.chain(calendars.map(|of| (of, calendar_link::FILE)));
    let mut rows: Vec<(PageId, FollowRow)> = Vec::new();
    for ((page, items), file) in followed {
        let Items::Related { collection, to } = items else {
            continue;
        };
        let collection = &site.collections[collection];
        let Some(index) = collection.index else {
            continue;
        };
        if site.items_of(collection, Some(to)).is_empty() {
            continue;
        }
        let href = page.file(file).to_string();
        match rows.iter_mut().find(|(of, _)| *of == to) {
            Some((_, row)) => row.others.push(FollowLink {
                name: cx.link(index).title.clone(),
                of: cx.link(to).title.clone(),
                href,
            }),
            None => rows.push((
                to,
                FollowRow {
                    name: None,
                    title: paged_list::title(cx, collection, &Scope::Related(to)),
                    href,
                    others: Vec::new(),
                },
            )),
        }
    }
    rows
}
