//! The words by which editors say what pages are about: the list of all, and the pages of each.

use askama::Template;

use crate::outputs::generated::frame;
use crate::outputs::items::{self, Items};
use crate::outputs::layout::{NavState, PageLayout};
use crate::outputs::renderer::RenderContext;
use crate::outputs::template::render_template;
use crate::outputs::view::{LinkView, PageHeader, Teaser};
use crate::route::Route;

#[derive(Template)]
#[template(path = "tags.html")]
struct TagsPage<'a> {
    layout: PageLayout,
    header: PageHeader,
    tags: Vec<LinkView>,
    items: Vec<&'a Teaser>,
    /// The way to follow the list.
    feed: Option<LinkView>,
}

/// The list of all words.
pub fn all(cx: &RenderContext<'_>, route: &Route) -> String {
    let (layout, header) = frame(cx, route, "tags");
    let tags = cx.site.tags.iter();
    render_template(&TagsPage {
        layout,
        header,
        tags: tags
            .map(|tag| {
                let title = format!("{} ({})", tag.name, tag.items.len());
                LinkView::new(title, tag.route.as_str())
            })
            .collect(),
        items: Vec::new(),
        feed: None,
    })
}

/// The pages that have one word, by its number.
pub fn one(cx: &RenderContext<'_>, number: usize) -> String {
    let tag = &cx.site.tags[number];
    let text = cx.text();
    let description = text.say_with("tag-description", "tag", &tag.name);
    let mut layout = PageLayout::new(&cx.layout, &tag.name).below_home();
    if let Some(root) = &cx.site.config.addresses.tags {
        let all = LinkView::new(text.say("tags-title"), root.as_str());
        layout.breadcrumbs.push(all);
    }
    let layout = layout.findable(&description, cx.site.absolute(&tag.route));
    let header = PageHeader {
        kicker: text.say("tags-title").to_owned(),
        mark: None,
        title: tag.name.clone(),
        official: None,
        lead: description,
        author: None,
        dates: Vec::new(),
        drawing: None,
    };
    let has_feed = items::count(cx.site, Items::Tag(number)) > 0;
    let feed = || {
        LinkView::new(
            text.say("tag-feed-link"),
            tag.route.file("feed.xml").as_str(),
        )
    };
    render_template(&TagsPage {
        layout,
        header,
        tags: Vec::new(),
        items: cx.teasers(tag.items.iter().copied()),
        feed: has_feed.then(feed),
    })
}

/// The lists of the words of a page.
pub fn of_page(cx: &RenderContext<'_>, route: &Route) -> Vec<LinkView> {
    let Some(id) = cx.site.at(route) else {
        return Vec::new();
    };
    let tags = cx.site.tags.iter().filter(|tag| tag.items.contains(&id));
    tags.map(|tag| LinkView::new(&tag.name, tag.route.as_str()))
        .collect()
}
