//! Stage 3: the checked site becomes answers, by the table of outputs. A new output is a file
//! beside this one, with its [`OutputFormat`], and a row in `FORMATS`.

mod alerts;
pub mod alphabet;
pub mod assets;
mod atom;
pub mod calendar;
pub mod calendar_link;
mod csv_table;
mod data;
pub mod dimensions;
mod diwoo;
mod errors;
mod feed;
mod film;
mod finder;
mod follow;
pub mod format;
pub mod generated;
mod html;
pub mod items;
mod json_feed;
pub mod layout;
mod llms_txt;
mod manifest;
pub mod map;
mod markdown;
mod open_search;
pub mod page;
pub mod page_layout;
mod paged_list;
pub mod pager;
mod patterns;
mod pdf;
mod permanent_id;
pub mod photo;
pub mod picture;
pub mod prose;
pub mod renderer;
mod robots;
pub mod routes;
mod rss;
pub mod schema_org;
mod search;
mod security_txt;
pub mod sitemap;
mod social_card;
pub mod social_image;
mod styles;
mod tags;
pub mod template;
pub mod view;

use std::sync::Arc;

use rayon::prelude::*;

use crate::config;
use crate::fault;
use crate::message;
use crate::outputs::assets::Assets;
use crate::outputs::format::{Output, OutputFormat, OutputSource};
use crate::outputs::items::SharedFeeds;
use crate::outputs::layout::{HeadLink, SiteLayout};
use crate::outputs::renderer::{RenderContext, SiteRenderer};
use crate::outputs::routes::{RouteTable, RouteTarget};
use crate::problem::{HiddenPage, Problem, Seen};
use crate::progress::Progress;
use crate::route::{RedirectPattern, Route};
use crate::search::background::BackgroundIndex;
use crate::site::{Redirect, Site};
use crate::snapshot::{Answer, Snapshot};
use crate::text::Text;

/// Every format in which the site is published.
const FORMATS: [&OutputFormat; 19] = [
    &html::HTML,
    &sitemap::SITEMAP,
    &robots::ROBOTS,
    &manifest::MANIFEST,
    &social_card::SOCIAL_CARD,
    &atom::ATOM,
    &json_feed::JSON_FEED,
    &rss::RSS,
    &calendar::CALENDAR,
    &open_search::OPEN_SEARCH,
    &llms_txt::LLMS_TXT,
    &security_txt::SECURITY_TXT,
    &diwoo::DIWOO,
    &data::json::DATA_JSON,
    &data::csv::DATA_CSV,
    &data::schema::DATA_SCHEMA,
    &data::dcat::DCAT_TURTLE,
    &data::dcat::DCAT_JSON_LD,
    &data::geojson::GEOJSON,
];

/// The most outputs in one unit of parallel work, so that few wait for one that takes long, as the
/// site map does.
const MAX_BATCH: usize = 4;

/// Every address of the site, with what answers there.
pub fn routes(site: &Site<'_>, assets: &Assets) -> RouteTable {
    let outputs = FORMATS.iter().flat_map(|format| (format.outputs)(site));
    RouteTable::new(outputs.collect(), assets, site)
}

/// The answers of a site, as far as the program does not fail at them.
pub struct Rendered {
    /// An output at which it fails keeps its previous answer, or has none. `None` where it fails
    /// at the entry of a page in lists.
    pub snapshot: Option<Snapshot>,
    pub faults: Vec<HiddenPage>,
}

/// Renders every output in the strings of each language. `previous` has the previous answers.
pub fn render(
    site: &Site<'_>,
    assets: &Assets,
    routes: &RouteTable,
    texts: &[Arc<Text>],
    index: &Arc<BackgroundIndex>,
    previous: Option<&Snapshot>,
    progress: Option<&Progress>,
) -> Rendered {
    let context = |(number, language)| {
        let links = links(routes, site, number, &texts[number]);
        let layout = SiteLayout::new(site, number, texts, assets, links);
        RenderContext::new(site, language, layout, assets)
    };
    let contexts = site.languages.iter().enumerate().map(context);
    let languages = match contexts.collect() {
        Ok(languages) => languages,
        Err(faults) => {
            return Rendered {
                snapshot: None,
                faults,
            };
        }
    };
    let renderer = SiteRenderer {
        site,
        languages,
        index,
        feeds: SharedFeeds::new(site),
    };
    let entries = routes.entries().par_iter().with_max_len(MAX_BATCH);
    let answered = entries.map(|(route, target)| {
        let earlier = previous.and_then(|previous| previous.get(route.as_str()));
        let work = || answer(&renderer, route, target, progress);
        let (answer, fault) = contained(site, route, target, earlier, work);
        (answer.map(|answer| (route.clone(), answer)), fault)
    });
    let (answers, faults): (Vec<_>, Vec<_>) = answered.unzip();
    let patterns = site
        .redirects
        .par_iter()
        .filter_map(|(address, redirect)| match address {
            RedirectPattern::Exact(_) => None,
            RedirectPattern::Prefix(pattern) => {
                Some((pattern.clone(), redirected(&renderer, redirect)))
            }
        })
        .collect();
    let layouts = renderer.languages.iter().map(|cx| cx.layout.clone());
    let pages = site.pages.iter().map(|site_page| site_page.page.clone());
    let snapshot = Snapshot::new(
        answers.into_iter().flatten().collect(),
        patterns,
        errors::pages(layouts.collect(), pages.collect()),
        site.until,
        site.commit,
    );
    Rendered {
        snapshot: Some(snapshot),
        faults: faults.into_iter().flatten().map(|fault| *fault).collect(),
    }
}

/// The outcome of the work on the answer at an address. Where the program fails at it, the earlier
/// answer stays, and the fault is that of the page there.
fn contained(
    site: &Site<'_>,
    route: &Route,
    target: &RouteTarget,
    earlier: Option<&Answer>,
    work: impl FnOnce() -> Answer,
) -> (Option<Answer>, Option<Box<HiddenPage>>) {
    let at = site.at(route);
    let page = at.or(match target {
        RouteTarget::Output(output) => output.page(),
        _ => None,
    });
    let file = page.map_or(config::FILE, |id| &*site.page(id).file);
    let cause = match fault::contain(file, work) {
        Ok(answer) => return (Some(answer), None),
        Err(problem) => Problem {
            message: message!("fault-at-address", address = route.as_str()),
            ..problem
        },
    };
    let seen = match (at, earlier) {
        (None, _) => Seen::Page,
        (Some(_), Some(_)) => Seen::OldVersion,
        (Some(_), None) => Seen::Nothing,
    };
    let file = cause.place.file.clone();
    let fault = HiddenPage { file, cause, seen };
    (earlier.cloned(), Some(Box::new(fault)))
}

/// The links to outputs that stand in the head of the pages in the language of this number.
fn links(routes: &RouteTable, site: &Site<'_>, number: usize, text: &Text) -> Vec<HeadLink> {
    let link = |output: &Output| {
        let link = output.format.link.as_ref()?;
        Some(HeadLink {
            rel: link.rel,
            media_type: output.format.media_type.split(';').next()?,
            title: (link.title)(site, output, text),
            label: (link.label)(site, output, text),
            href: output.route.to_string(),
        })
    };
    routes
        .outputs()
        .filter(|output| output.linked_from == Some(number))
        .filter_map(link)
        .collect()
}

fn answer(
    renderer: &SiteRenderer<'_>,
    route: &Route,
    target: &RouteTarget,
    progress: Option<&Progress>,
) -> Answer {
    match target {
        RouteTarget::Output(output) => {
            if let (Some(progress), OutputSource::Page(_) | OutputSource::List { .. }) =
                (progress, output.source)
            {
                progress.advance();
            }
            (output.format.write)(renderer, output)
        }
        RouteTarget::Asset(answer) => answer.clone(),
        RouteTarget::Moved(to) => Answer::Moved(to.clone()),
        RouteTarget::Redirect => {
            let address = RedirectPattern::Exact(route.clone());
            redirected(renderer, &renderer.site.redirects[&address])
        }
    }
}

fn redirected(renderer: &SiteRenderer<'_>, redirect: &Redirect) -> Answer {
    match redirect {
        Redirect::Moved(to) => Answer::Moved(to.clone()),
        Redirect::Gone {
            reason,
            replacement,
        } => html::gone(renderer, reason, *replacement),
    }
}
