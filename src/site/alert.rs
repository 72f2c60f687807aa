//! The alert that stands above pages at one moment.

use std::collections::BTreeSet;

use crate::config::Alert;
use crate::date::Timestamp;
use crate::problem::Report;
use crate::site::pages::{PageId, PageSet};
use crate::visibility::PublishState;

/// The alert that stands above pages now.
pub struct SiteAlert<'a> {
    pub alert: &'a Alert,
    /// The pages it is about; `None` where it is about every page.
    pub on: Option<BTreeSet<PageId>>,
    /// The text of its link and the page that it leads to.
    pub link: Option<(&'a str, PageId)>,
}

/// The alert of the settings, if this is a moment for it.
pub fn resolve<'a>(
    pages: &PageSet<'a>,
    now: Timestamp,
    report: &mut Report,
) -> Option<SiteAlert<'a>> {
    let alert = pages.config.alert.as_ref()?;
    if alert.visibility.state(now) != PublishState::Live {
        return None;
    }
    let link = alert.link.as_ref().and_then(|link| {
        let id = pages.named_file(&link.file, report)?;
        Some((link.title.as_str(), id))
    });
    let on = alert.on.as_ref().map(|files| {
        files
            .iter()
            .filter_map(|file| pages.named_file(file, report))
            .collect()
    });
    Some(SiteAlert { alert, on, link })
}
