//! What becomes of old addresses: each leads to the page that has its content now, or says that the page is gone.

use std::collections::HashSet;
use std::sync::Arc;

use crate::content::page::{Page, Standing};
use crate::problem::Report;
use crate::route::{Route, canonical_candidates};
use crate::rule::Rule;
use crate::site::{PageId, Site};

/// A page that was there and is not any more.
#[derive(Clone, Debug)]
pub struct Departed {
    pub route: Route,
    pub title: String,
    /// The nearest page above it, which a visitor may want instead.
    pub instead: PageId,
}

/// Settles the old addresses that front matter names, and those of expired pages.
pub fn settle(site: &mut Site<'_>, hidden: &[(Arc<Page>, Standing)], report: &mut Report) {
    let listed: HashSet<Route> = site.listings.iter().map(|listing| listing.route.clone()).collect();
    for id in 0..site.pages.len() {
        let page = site.pages[id].page.clone();
        for former in &page.former {
            let mut refuse = |message: String, help: &str| report.add(former.place.clone(), Rule::FormerAddress, message, help);
            let Some(old) = old_route(&former.name) else {
                refuse(
                    format!("`{}` is geen adres binnen de site", former.name),
                    "schrijf het oude adres vanaf de eerste schuine streep: /map/naam",
                );
                continue;
            };
            if site.at(&old).is_some() || site.search.as_ref() == Some(&old) || listed.contains(&old) {
                refuse(format!("op `{old}` staat nu een andere pagina"), "haal het oude adres weg, of geef die pagina een ander adres");
            } else if let Some(other) = site.moved.get(&old).filter(|other| **other != page.route) {
                refuse(
                    format!("`{old}` leidt al naar {other}"),
                    "een oud adres kan maar naar een pagina leiden: haal het bij een van de twee weg",
                );
            } else {
                site.moved.insert(old, page.route.clone());
            }
        }
    }
    for (page, standing) in hidden {
        if *standing == Standing::Expired && site.at(&page.route).is_none() && site.search.as_ref() != Some(&page.route) {
            site.moved.remove(&page.route);
            if let Some(instead) = nearest_above(site, &page.route) {
                site.departed.push(Departed { route: page.route.clone(), title: page.title.clone(), instead });
            }
        }
    }
}

/// An old address in the form in which every address is looked up.
fn old_route(address: &str) -> Option<Route> {
    if !address.starts_with('/') || address.contains(['?', '#']) {
        return None;
    }
    let candidates = canonical_candidates(address);
    let is_file = address.rsplit('/').next().is_some_and(|name| name.contains('.'));
    candidates.into_iter().filter_map(|candidate| Route::parse(&candidate)).nth(usize::from(is_file))
}

fn nearest_above(site: &Site<'_>, route: &Route) -> Option<PageId> {
    std::iter::successors(route.parent(), Route::parent).find_map(|above| site.at(&above))
}
