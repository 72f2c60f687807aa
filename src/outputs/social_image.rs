//! The picture by which a page is shown where others share it: its own, or its card.

use crate::content::page::Role;
use crate::route::Route;
use crate::site::{PageId, Site};

/// The picture that goes with a page when it is shared.
#[derive(Clone)]
pub struct SocialImage {
    pub address: String,
    pub alternative: String,
}

/// The address of the card of a page. `None` for one that has a picture of its own to show there,
/// but for the home page, whose card stands for all that is no page of the editors.
pub fn card(site: &Site<'_>, id: PageId) -> Option<Route> {
    let page = site.page(id);
    let is_needed = page.role == Role::Home || !has_picture(site, id);
    is_needed.then(|| card_beside(&page.route))
}

/// The address of the card of the page at an address.
pub fn card_beside(page: &Route) -> Route {
    page.file("share.png")
}

/// True where a page has a picture that tells something of it elsewhere. Places where pages are
/// shared show no drawings.
pub fn has_picture(site: &Site<'_>, id: PageId) -> bool {
    let key = site.pages[id].references.image.as_ref();
    let image = site.page(id).meta.image.as_ref();
    image.is_some_and(|image| !image.alternative.is_empty())
        && key.is_some_and(|key| !key.ends_with(".svg"))
}
