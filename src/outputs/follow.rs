//! The page that says how to follow the site, with every feed and calendar that it has.

use askama::Template;

use crate::outputs::calendar_link;
use crate::outputs::feed;
use crate::outputs::generated::frame;
use crate::outputs::items::{self, Items};
use crate::outputs::layout::{NavState, PageLayout};
use crate::outputs::paged_list;
use crate::outputs::renderer::RenderContext;
use crate::outputs::template::render_template;
use crate::outputs::view::{LinkView, PageHeader};
use crate::route::Route;
use crate::site::Scope;

#[derive(Template)]
#[template(path = "follow.html")]
struct FollowPage {
    layout: PageLayout,
    header: PageHeader,
    feeds: Vec<FollowWay>,
    calendars: Vec<FollowWay>,
}

/// A way to follow all of a kind, or a part of it.
struct FollowWay {
    /// Unique within the page.
    id: String,
    title: String,
    links: Vec<LinkView>,
}

pub fn render(cx: &RenderContext<'_>, route: &Route) -> String {
    let (layout, header) = frame(cx, route, "follow");
    let formats = [
        ("follow-atom", "feed.xml"),
        ("follow-rss", "rss.xml"),
        ("follow-json", "feed.json"),
    ];
    let calendar = [("follow-calendar", calendar_link::FILE)];
    render_template(&FollowPage {
        layout,
        header,
        feeds: ways(cx, items::feeds(cx.site), "feed", &formats),
        calendars: ways(cx, calendar_link::all(cx.site), "calendar", &calendar),
    })
}

/// The ways to follow each kind: the whole in each format, and its parts in the first of them.
fn ways(
    cx: &RenderContext<'_>,
    followed: Vec<(Route, Items)>,
    name: &str,
    formats: &[(&str, &str)],
) -> Vec<FollowWay> {
    let site = cx.site;
    let mut ways: Vec<FollowWay> = Vec::new();
    for (page, items) in followed {
        let link = |list: &str, (format, file): &(&str, &str)| {
            let title = cx.text().say_with(format, "list", list);
            LinkView::new(&title, page.file(file).as_str())
        };
        match items {
            Items::Kind(number) => {
                let kind = site.collections[number].kind.name;
                let title = feed::title(cx, items);
                let formats = formats.iter();
                ways.push(FollowWay {
                    id: format!("s-{name}-{kind}"),
                    links: formats.map(|format| link(&title, format)).collect(),
                    title,
                });
            }
            Items::Related { collection, to } => {
                let collection = &site.collections[collection];
                let has_items = !site.items_of(collection, Some(to)).is_empty();
                let title = paged_list::title(cx, collection, &Scope::Related(to));
                let whole = ways.last_mut().filter(|_| has_items);
                whole
                    .into_iter()
                    .for_each(|way| way.links.push(link(&title, &formats[0])));
            }
            // They are found on the pages in that language, and on that of the word.
            Items::Language(_) | Items::Tag(_) => {}
        }
    }
    ways
}
