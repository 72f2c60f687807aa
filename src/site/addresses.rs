//! The page at each address. Of two files that want the same one, the same one always gets it,
//! whatever was there before: a new file never takes the place of a page, a list or the search.

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::config::Config;
use crate::content::page::Page;
use crate::content::route_of;
use crate::date::Timestamp;
use crate::problem::{Problem, Report};
use crate::route::Route;
use crate::rule::Rule;
use crate::site::generated;
use crate::site::list_address::is_reserved;
use crate::site::reference_time::PageState;
use crate::source::Place;
use crate::visibility::PublishState;

/// The owner of the address of a list, in the words of an editor.
const A_LIST: &str = "een lijst met nieuws";

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
        match owner(&page.route, other.copied(), config) {
            None => others.push(page),
            Some(owner) => {
                let problem = taken(page, &page.route, &owner);
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
        if let Some(owner) = owner(&route, other, config) {
            report.extend([taken(page, &route, &owner)]);
        }
    }
    pages.retain(|(page, _)| !refused.contains_key(&page.file));
    hidden.extend(refused);
    pages
}

/// The part of the site itself that has an address, in the words of an editor, or else the other
/// page that has it.
fn owner(route: &Route, other: Option<&Page>, config: &Config) -> Option<String> {
    let own =
        generated::owner(route, config).or_else(|| is_reserved(route, config).then_some(A_LIST));
    own.map(str::to_owned)
        .or_else(|| Some(format!("`{}`", other?.file)))
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

fn taken(page: &Page, route: &Route, owner: &str) -> Problem {
    let place = Place::of_file(page.file.clone());
    let message = format!("het adres {route} is al van {owner}");
    let help = match owner.starts_with('`') || owner == A_LIST {
        true => "geef dit bestand een andere naam",
        false => "geef dit bestand een andere naam, of kies in site.toml een ander woord",
    };
    Problem::new(place, Rule::DuplicateAddress, message, help)
}
