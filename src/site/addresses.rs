//! The page at each address. Of two files that want the same one, the same one always gets it,
//! whatever was there before: a new file never takes the place of a page, a list or the search.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::config::Config;
use crate::content::meta::PublishState;
use crate::content::page::Page;
use crate::content::route_of;
use crate::date::Timestamp;
use crate::problem::Report;
use crate::route::Route;
use crate::rule::Rule;
use crate::site::generated::GeneratedPages;
use crate::site::list_address::is_reserved;
use crate::site::unpublished::PageState;
use crate::source::Place;

/// Leaves out each page whose address is that of another one, at a moment at which both would be
/// there, or that of the site itself. Drafts and planned pages are reported before they clash; so
/// are files that no page can be made of yet.
pub fn unique(
    pages: Vec<PageState>,
    invalid: &[PageState],
    generated: &GeneratedPages,
    config: &Config,
    report: &mut Report,
) -> Vec<PageState> {
    let mut first: FxHashMap<&str, usize> = FxHashMap::default();
    let mut wanted: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut refused = vec![false; pages.len()];
    for (number, (page, state)) in pages.iter().enumerate() {
        if *state == PublishState::Expired {
            continue;
        }
        if let Some(owner) = owner(&page.route, generated, config) {
            report_taken(page, &page.route, owner, report);
            refused[number] = true;
        } else if let Some(other) = first.get(page.route.as_str()) {
            wanted
                .entry(page.route.as_str())
                .or_insert_with(|| vec![*other])
                .push(number);
        } else {
            first.insert(page.route.as_str(), number);
        }
    }
    for (route, mut numbers) in wanted {
        numbers.sort_by_key(|number| rank(&pages[*number].0));
        let mut kept: Vec<usize> = Vec::new();
        for number in numbers {
            let page = &pages[number].0;
            match kept
                .iter()
                .map(|other| &pages[*other].0)
                .find(|other| meet(page, other))
            {
                None => kept.push(number),
                Some(other) => {
                    report_taken(page, &page.route, &format!("`{}`", other.file), report);
                    refused[number] = true;
                }
            }
        }
        first.insert(route, kept[0]);
    }
    for (page, _) in invalid {
        let Some(route) = route_of(&page.file, config) else {
            continue;
        };
        if let Some(owner) = owner(&route, generated, config) {
            report_taken(page, &route, owner, report);
        } else if let Some((other, _)) = first
            .get(route.as_str())
            .map(|number| &pages[*number])
            .filter(|(other, _)| other.file != page.file)
        {
            report_taken(page, &route, &format!("`{}`", other.file), report);
        }
    }
    drop(first);
    pages
        .into_iter()
        .zip(refused)
        .filter_map(|(page, refused)| (!refused).then_some(page))
        .collect()
}

/// The part of the site itself that has an address, in the words of an editor.
fn owner(route: &Route, generated: &GeneratedPages, config: &Config) -> Option<&'static str> {
    generated
        .owner(route)
        .or_else(|| is_reserved(route, config).then_some("een lijst met nieuws"))
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

fn report_taken(page: &Page, route: &Route, owner: &str, report: &mut Report) {
    let place = Place::of_file(page.file.clone());
    let message = format!("het adres {route} is al van {owner}");
    let help = match owner.starts_with('`') || owner == "een lijst met nieuws" {
        true => "geef dit bestand een andere naam",
        false => "geef dit bestand een andere naam, of kies in site.toml een ander woord",
    };
    report.add(place, Rule::DuplicateAddress, message, help);
}
