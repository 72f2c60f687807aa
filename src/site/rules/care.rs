//! Rules of maintenance: each page has an owner and is up to date, and each file is used.

use std::collections::BTreeSet;

use crate::content::document::Target;
use crate::content::meta::PublishState;
use crate::content::page::Page;

use crate::problem::Report;
use crate::rule::Rule;
use crate::site::paths::resolve;
use crate::site::{Site, SitePage};
use crate::source::Place;

/// The largest image that is fast enough on a slow connection, in bytes.
const LARGEST_IMAGE: u64 = 300_000;

const IMAGES: &[&str] = &["jpg", "jpeg", "png", "gif", "webp", "avif", "svg"];

/// Files that browsers, the program itself and other sites ask for by name, without a page that
/// refers to them.
const USED_BY_NAME: &[&str] = &[
    "static/css/",
    "static/favicon.",
    "static/apple-touch-icon.png",
    "static/.well-known/",
    "static/robots.txt",
];

pub fn check(site: &Site<'_>, report: &mut Report) {
    for site_page in &site.pages {
        let page = &site_page.page;
        let at_top = || Place::of_file(page.file.clone());
        if let Some(review) = page.meta.review_by.filter(|review| *review <= site.today) {
            let message = format!("deze pagina moest op {review} worden nagekeken");
            let help =
                "lees haar na, verbeter wat niet meer klopt, en zet bij `review` een nieuwe datum";
            report.add(at_top(), Rule::ReviewDue, message, help);
        }
        old_translation(site, site_page, report);
        if page
            .meta
            .owner
            .as_deref()
            .is_none_or(|owner| owner.trim().is_empty())
        {
            let help = "voeg een regel `owner = \"…\"` toe met wie de tekst bijhoudt";
            report.add(
                at_top(),
                Rule::NoOwner,
                "niemand houdt deze pagina bij",
                help,
            );
        }
    }
    let later = used_later(site);
    for (key, file) in site.assets {
        let used = site.used_assets.contains(key) || later.contains(key);
        let extension = key
            .rsplit_once('.')
            .map_or("", |(_, extension)| extension)
            .to_lowercase();
        let place = || {
            Place::of_file(
                key.strip_prefix("content/")
                    .map_or_else(|| format!("../{key}"), str::to_owned),
            )
        };
        if used && file.size > LARGEST_IMAGE && IMAGES.contains(&extension.as_str()) {
            let message = format!("dit beeld is {} kB groot", file.size / 1000);
            let help = format!(
                "maak het kleiner dan {} kB: minder breed, of als WebP of AVIF",
                LARGEST_IMAGE / 1000
            );
            report.add(place(), Rule::LargeImage, message, help);
        }
        if !used
            && !is_left_by_an_editor(key)
            && !USED_BY_NAME.iter().any(|name| key.starts_with(name))
        {
            let is_text = key.starts_with("content/")
                && ["md", "markdown", "txt"].contains(&extension.as_str());
            let help = if is_text {
                "moet dit een pagina zijn, laat de naam dan eindigen op .md; haal het anders weg"
            } else {
                "haal het weg, of verwijs ernaar vanaf een pagina"
            };
            report.add(
                place(),
                Rule::UnusedFile,
                "geen pagina gebruikt dit bestand",
                help,
            );
        }
    }
}

/// True if a file is one that a program for writing keeps beside another, or makes for a moment.
fn is_left_by_an_editor(key: &str) -> bool {
    let name = key.rsplit('/').next().unwrap_or_default();
    name == "4913"
        || name.ends_with('~')
        || name.starts_with('#') && name.ends_with('#')
        || [".swp", ".swx", ".bak", ".tmp", ".orig"]
            .iter()
            .any(|ending| name.ends_with(ending))
}

/// Reports a page that does not say when it was brought up to date with what it translates, or says
/// so of too early a day.
fn old_translation(site: &Site<'_>, site_page: &SitePage, report: &mut Report) {
    let (page, Some(file)) = (&site_page.page, &site_page.page.meta.translates) else {
        return;
    };
    let Some(changed) = site_page
        .versions
        .first()
        .and_then(|original| site.page(*original).meta.last_changed())
    else {
        return;
    };
    let message = match page.meta.last_changed() {
        Some(day) if day >= changed => return,
        Some(day) => format!(
            "deze vertaling is van {day}, en `{}` is op {changed} gewijzigd",
            file.name
        ),
        None => format!(
            "deze vertaling heeft geen datum, en `{}` is op {changed} gewijzigd",
            file.name
        ),
    };
    let help = "neem over wat er veranderd is, en zet bij `updated` de dag waarop dat gebeurde";
    report.add(file.place.clone(), Rule::OldTranslation, message, help);
}

/// The files that pages refer to which visitors do not get to see yet.
fn used_later(site: &Site<'_>) -> BTreeSet<String> {
    let upcoming = site
        .unpublished()
        .iter()
        .filter(|(_, state)| matches!(state, PublishState::Draft | PublishState::Planned));
    let paths = |page: &Page| -> Vec<String> {
        let links = page
            .body
            .links
            .iter()
            .filter_map(|link| match &link.target {
                Target::File { path, .. } => Some(path),
                _ => None,
            });
        let pictures = page.body.pictures.iter().map(|picture| &picture.path);
        let named = page
            .meta
            .downloads
            .iter()
            .map(|download| &download.file.name)
            .chain(page.meta.image.iter().map(|image| &image.path.name));
        links
            .chain(pictures)
            .chain(named)
            .filter_map(|path| resolve(&page.file, path))
            .collect()
    };
    upcoming.flat_map(|(page, _)| paths(page)).collect()
}
