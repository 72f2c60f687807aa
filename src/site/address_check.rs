//! Checks of the old and the known addresses against what answers at them.

use crate::content::Content;
use crate::message;
use crate::problem::Report;
use crate::route::RedirectPattern;
use crate::rule::Rule;
use crate::site::redirects::{Occupant, report_occupied};
use crate::site::uses::Uses;
use crate::site::{Site, SitePage};
use crate::source::LocatedName;

/// The state of an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RouteStatus {
    Free,
    /// A page, a list or a file.
    Live,
    /// A move to another address, or word that it is gone.
    Redirect,
}

/// Reports old addresses at which a page stands, and known ones at which nothing answers.
pub fn check_addresses(
    content: &Content,
    site: &Site<'_>,
    status: impl Fn(&str) -> RouteStatus,
    report: &mut Report,
) {
    if site.has_foreign_redirects {
        return;
    }
    let map = &content.redirect_map;
    let aliases = site.pages.iter().flat_map(|SitePage { page, .. }| {
        let aliases = page.meta.aliases.iter();
        aliases.map(|old| (old, &*page.file))
    });
    let moved = map
        .moved
        .iter()
        .map(|moved| (&moved.address, &*moved.to.name));
    // Where one is to go instead is not what stood there.
    let gone = map.gone.iter().map(|gone| (&gone.address, ""));
    for (old, to) in aliases.chain(moved).chain(gone) {
        if let Some(route) = RedirectPattern::exact(&old.name)
            && status(route.as_str()) == RouteStatus::Live
        {
            let is_own = to == route.as_str()
                || site.at(&route).is_some_and(|id| *site.page(id).file == *to);
            let occupant = if is_own {
                Occupant::Itself
            } else {
                Occupant::Another
            };
            report_occupied(&route, occupant, &old.place, report);
        }
    }
    let is_lost = |known: &&LocatedName| is_lost(&known.name, &status);
    let lost: Vec<&LocatedName> = map.known_urls.iter().filter(is_lost).collect();
    if !lost.is_empty() {
        report_lost(content, site, &lost, report);
    }
}

/// True where nothing answers at an address, in this form or its canonical one.
fn is_lost(address: &str, status: impl Fn(&str) -> RouteStatus) -> bool {
    let is_free = |address: &str| status(address) == RouteStatus::Free;
    let canonical = RedirectPattern::exact(address);
    is_free(address) && canonical.is_none_or(|route| is_free(route.as_str()))
}

fn report_lost(content: &Content, site: &Site<'_>, lost: &[&LocatedName], report: &mut Report) {
    let uses = Uses::by_address(content);
    let hidden = site.hidden_addresses();
    for entry in lost {
        let address = &entry.name;
        let file = RedirectPattern::exact(address).and_then(|route| hidden.get(&route));
        let hidden = file.and_then(|file| {
            let what = message!("lost-address-for-now", address, file = &**file);
            site.set.hidden_target(file, what)
        });
        if let Some((message, help)) = hidden {
            report.add(entry.place.clone(), Rule::LostAddress, message, help);
            continue;
        }
        let message = message!("lost-address", address);
        let help = message!("lost-address-help", address);
        let help = match uses.summary(address) {
            Some(users) => message!("lost-address-and-users", help, users),
            None => help,
        };
        report.add(entry.place.clone(), Rule::LostAddress, message, help);
    }
}
