//! The names by which feeds and calendars know a page again: they outlast every edit, and a new
//! address that the page gets in its folder.

use crate::content::page::Page;
use crate::route::{RedirectPattern, Route};
use crate::site::Site;

/// The lasting name of a page: a tag (RFC 4151) where the settings say since when the site has its
/// own, or else an address. It has the first address of the page in its folder.
pub fn permanent_id(site: &Site<'_>, page: &Page) -> String {
    let former = page.meta.aliases.iter();
    let mut former = former.filter_map(|alias| RedirectPattern::exact(&alias.name));
    let first = former.find(|former| former.parent() == page.route.parent());
    id_of(site, first.as_ref().unwrap_or(&page.route))
}

/// The lasting name of what is at an address.
pub fn id_of(site: &Site<'_>, route: &Route) -> String {
    match &site.config.tag {
        Some(tag) => format!("tag:{tag}:{route}"),
        None => site.absolute(route),
    }
}
