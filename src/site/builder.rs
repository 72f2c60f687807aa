//! The steps by which a site is made. Each adds what it finds to the pages; the site exists when
//! all is there.

use crate::content::Content;
use crate::content::map::FILE;
use crate::date::{self, Timestamp};
use crate::geometry::Projection;
use crate::problem::Report;
use crate::site::pages::{Drafts, PageSet};
use crate::site::reference_time::PageState;
use crate::site::references::ResolvedLinks;
use crate::site::{
    Site, SitePage, alerts, answers, collections, links, lists, map, menus, redirects, relations,
    tags, translations,
};

/// Makes the site as it stands at `now`; what is wrong goes to the report.
pub fn build<'a>(
    content: &'a Content,
    now: Timestamp,
    drafts: Drafts,
    report: &mut Report,
) -> Site<'a> {
    report.extend(content.problems.iter().cloned());
    report
        .files
        .extend(content.files.iter().map(|file| file.path.clone()));
    let set = PageSet::new(content, now, drafts, report);
    let mut collections = collections::all(&set);
    let listed_first = collections::listed_first(&set, &collections);
    let unrelated = |(page, state): &PageState| {
        SitePage::unrelated(page.clone(), *state, ResolvedLinks::default())
    };
    let mut pages: Vec<SitePage> = set.shown.iter().map(unrelated).collect();
    let mut invalid: Vec<SitePage> = set.invalid.iter().map(unrelated).collect();
    relations::resolve(&set, &collections, &listed_first, &mut pages, report);
    relations::set_hierarchy(&set, &mut pages);
    let used_later = links::resolve(&set, &mut pages, &mut invalid, report);
    links::set_backlinks(&mut pages, &listed_first);
    translations::resolve(&set, &mut pages, report);
    collections::set_adjacent(&collections, &mut pages);
    let languages = menus::resolve(&set, report);
    let alerts = alerts::resolve(&set, &pages, now, report);
    let map = map::resolve(&set, report);
    let answers = answers::resolve(&set, report);
    for number in 0..collections.len() {
        collections[number].lists = lists::all(&set, &collections, &collections[number], &pages);
    }
    let tags = tags::resolve(&set, &pages, &listed_first, report);
    let redirects = redirects::resolve(&set, &collections, report);
    let of_alerts = content.alerts.iter();
    let of_alerts = of_alerts.filter_map(|alert| alert.visibility.next_change(now));
    let of_all = pages.iter().chain(&invalid);
    let used_assets = of_all.flat_map(|page| page.references.assets().cloned());
    Site {
        config: set.config,
        commit: content.commit.as_deref(),
        today: date::day_of(now, &set.config.time_zone),
        assets: &content.assets,
        used_assets: used_assets.collect(),
        used_later,
        pages,
        tags,
        invalid,
        collections,
        languages,
        alerts,
        map_text: content.map.as_ref().and_then(|map| {
            let is_in_degrees = matches!(map.projection, Projection::Equirectangular { .. });
            let table = content.table(FILE).filter(|_| is_in_degrees);
            table.map(|table| &*table.text)
        }),
        map,
        answers,
        redirects: redirects.by_address,
        texts: &content.texts,
        has_foreign_redirects: redirects.is_foreign,
        until: of_alerts.chain(set.until).min(),
        set,
    }
}
