//! The ways from a page to the calendars with what it tells of.

use crate::kinds::spec::Order;
use crate::outputs::items::Items;
use crate::outputs::renderer::RenderContext;
use crate::outputs::view::LinkView;
use crate::route::Route;
use crate::site::{Collection, PageId, Scope, Site};

/// The name of a calendar below the page that it belongs to.
pub const FILE: &str = "calendar.ics";

/// The way to put what a page tells of in a calendar.
pub fn link(cx: &RenderContext<'_>, id: PageId) -> LinkView {
    let route = cx.site.page(id).route.file(FILE);
    LinkView::new(cx.text().say("calendar-add"), route.as_str())
}

/// The way to subscribe to a list of a kind of which the items happen at a time.
pub fn link_to_list(
    cx: &RenderContext<'_>,
    collection: &Collection<'_>,
    scope: &Scope,
) -> Option<LinkView> {
    let route = match scope {
        Scope::Related(id) => cx.site.part_address(collection, *id),
        _ => collection.address.clone(),
    };
    let title = cx.text().say("calendar-follow");
    happens(collection).then(|| LinkView::new(title, route.file(FILE).as_str()))
}

/// The calendars to subscribe to, each with the address of its page. Those of parts are there
/// before the first item and after the last one: who subscribes keeps what it is.
pub fn all(site: &Site<'_>) -> Vec<(Route, Items)> {
    let collections = site.collections.iter().enumerate();
    let followed = collections.filter(|(_, of)| of.index.is_some() && happens(of));
    let calendars = followed.flat_map(|(collection, of)| {
        let parts = site.divided_by(of).into_iter();
        let part = move |to| {
            let items = Items::Related { collection, to };
            (site.part_address(of, to), items)
        };
        let whole = (of.address.clone(), Items::Kind(collection));
        std::iter::once(whole).chain(parts.map(part))
    });
    calendars.collect()
}

/// True for a kind of which the items happen at a time.
fn happens(collection: &Collection<'_>) -> bool {
    matches!(collection.kind.order, Order::Soonest)
}
