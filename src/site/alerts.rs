//! The alerts of a site at one moment, with the pages that they name.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::content::alerts::{Alert, Level};
use crate::date::Timestamp;
use crate::problem::Report;
use crate::site::SitePage;
use crate::site::pages::{PageId, PageSet};
use crate::source::LocatedName;
use crate::visibility::PublishState;

/// The alerts of a site at one moment.
#[derive(Default)]
pub struct SiteAlerts<'a> {
    /// Those that stand above pages now, the weightiest first.
    pub live: Vec<SiteAlert<'a>>,
    /// Those that are over, the last first.
    pub past: Vec<SiteAlert<'a>>,
}

/// An alert with the pages that it names.
pub struct SiteAlert<'a> {
    pub alert: &'a Alert,
    /// The pages that it is about.
    pub on: Vec<PageId>,
    /// The pages above which it stands: those that it is about, and those that belong to one of
    /// them. `None` for every page.
    pub above: Option<BTreeSet<PageId>>,
    /// The page that its link leads to, in each of its languages.
    pub links: Vec<Option<PageId>>,
}

/// The alerts at `now`. One that is over may name what is gone.
pub fn resolve<'a>(
    set: &PageSet<'a>,
    pages: &[SitePage],
    now: Timestamp,
    report: &mut Report,
) -> SiteAlerts<'a> {
    let mut alerts = SiteAlerts::default();
    let mut discarded = Report::default();
    for alert in set.content.alerts.iter() {
        let state = alert.visibility.state(now);
        let report = match state {
            PublishState::Expired => &mut discarded,
            _ => &mut *report,
        };
        let mut page = |file: &LocatedName| set.named_file(file, report);
        for file in &alert.loose_files {
            page(file);
        }
        if alert.words.is_empty() {
            continue;
        }
        let named = alert.on.iter().flatten();
        let on: Vec<PageId> = named.filter_map(&mut page).collect();
        let links = alert.words.iter();
        let links = links.map(|words| page(&words.link.as_ref()?.file));
        let found = SiteAlert {
            alert,
            links: links.collect(),
            above: above(alert, &on, pages),
            on,
        };
        match state {
            PublishState::Live => alerts.live.push(found),
            PublishState::Expired => alerts.past.push(found),
            PublishState::Planned | PublishState::Draft => {}
        }
    }
    alerts.live.sort_by_key(|live| Reverse(live.alert.level));
    let ends = |past: &SiteAlert<'_>| past.alert.visibility.expires;
    alerts.past.sort_by_key(|past| Reverse(ends(past)));
    alerts
}

/// The pages above which an alert stands. A crisis is told to everyone, wherever it is.
fn above(alert: &Alert, on: &[PageId], pages: &[SitePage]) -> Option<BTreeSet<PageId>> {
    if alert.on.is_none() || alert.level == Level::Crisis {
        return None;
    }
    let belongs = |id: &PageId| pages[*id].related.iter().any(|named| on.contains(named));
    let above = (0..pages.len()).filter(|id| on.contains(id) || belongs(id));
    Some(above.collect())
}
