//! The page at each address. Of two files that want the same one, the same one always gets it,
//! whatever was there before: a new file never takes the place of a page, a list or the search.

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::config::Config;
use crate::content::page::Page;
use crate::content::route_of;
use crate::date::Timestamp;
use crate::message;
use crate::message::MessageValue;
use crate::problem::{Problem, Report};
use crate::route::Route;
use crate::rule::Rule;
use crate::site::generated;
use crate::site::list_address::is_reserved;
use crate::site::reference_time::PageState;
use crate::source::Place;
use crate::visibility::PublishState;

/// Leaves out each page whose address is that of another one, at a moment at which both would be
/// there, or that of the site itself, and adds it to the hidden ones. Drafts and planned pages are
/// reported before they clash; so are files that no page can be made of yet.
pub fn unique(
    mut pages: Vec<PageState>,
    invalid: &[PageState],
    config: &Config,
    hidden: &mut BTreeMap<Arc<str>, Problem>,
    report: &mut Report,
) -> Vec<PageState> {
    let mut by_rank: Vec<&Arc<Page>> = pages
        .iter()
        .filter(|(_, state)| *state != PublishState::Expired)
        .map(|(page, _)| page)
        .collect();
    by_rank.sort_by_key(|page| rank(page));
    let mut kept: FxHashMap<&Route, Vec<&Page>> = FxHashMap::default();
    let mut refused: BTreeMap<Arc<str>, Problem> = BTreeMap::new();
    for page in by_rank {
        let others = kept.entry(&page.route).or_default();
        let other = others.iter().find(|other| meet(page, other));
        match taken(page, &page.route, other.copied(), config) {
            None => others.push(page),
            Some(problem) => {
                report.extend([problem.clone()]);
                refused.insert(page.file.clone(), problem);
            }
        }
    }
    for (page, _) in invalid {
        let Some(route) = route_of(&page.file, config) else {
            continue;
        };
        let first = kept.get(&route).and_then(|pages| pages.first().copied());
        let other = first.filter(|other| other.file != page.file);
        report.extend(taken(page, &route, other, config));
    }
    pages.retain(|(page, _)| !refused.contains_key(&page.file));
    hidden.extend(refused);
    pages
}

/// The lowest keeps the address: a page that is there before one that is planned, a draft last;
/// then the page of a folder before a file that has the name of the folder; then the first by name.
fn rank(page: &Page) -> (bool, Option<Timestamp>, bool, &str) {
    let is_index = page.file.rsplit('/').next() == Some("index.md");
    (
        page.meta.visibility.draft,
        page.meta.visibility.publish,
        !is_index,
        &page.file,
    )
}

/// True where there is a moment at which both pages are there.
fn meet(a: &Page, b: &Page) -> bool {
    let ends_before =
        |a: &Page, b: &Page| match (a.meta.visibility.expires, b.meta.visibility.publish) {
            (Some(end), Some(start)) => end <= start,
            _ => false,
        };
    !ends_before(a, b) && !ends_before(b, a)
}

/// The problem of an address that the site itself has, or else another page.
fn taken(page: &Page, route: &Route, other: Option<&Page>, config: &Config) -> Option<Problem> {
    let rename = || message!("address-taken-help");
    let (owner, help): (MessageValue, _) = if let Some(owner) = generated::owner(route, config) {
        (owner.into(), message!("address-taken-by-site-help"))
    } else if is_reserved(route, config) {
        (message!("page-of-news").into(), rename())
    } else {
        (format!("`{}`", other?.file).into(), rename())
    };
    let message = message!("address-taken", address = route.to_string(), owner);
    let place = Place::of_file(page.file.clone());
    Some(Problem::new(place, Rule::DuplicateAddress, message, help))
}
