//! Rules of maintenance: each page has an owner and is up to date, and each file is used.

use crate::content::film::{BesideFilm, is_film};
use crate::date;
use crate::fault;
use crate::message;
use crate::problem::Report;
use crate::route::{Route, last_part};
use crate::rule::Rule;
use crate::site::{Site, SitePage};
use crate::source::Place;

/// The largest image that is fast enough on a slow connection, in bytes.
const LARGEST_IMAGE: u64 = 300_000;

/// The images of which the site makes no smaller ones.
const IMAGES: &[&str] = &["gif", "webp", "avif", "svg"];

/// Files that browsers, the program itself and other sites ask for by name, without a page that
/// refers to them.
const USED_BY_NAME: &[&str] = &[
    "static/css/",
    "static/favicon.",
    "static/apple-touch-icon.png",
    "static/logo.",
    "static/logo-footer.",
    "static/.well-known/",
    "static/robots.txt",
];

/// The days before the end of the contact for weak spots on which it is told of.
const MONTH: i32 = 30;

/// The days for which that contact may be given at most, as RFC 9116 advises.
const YEAR: i32 = 366;

/// The file that says by hand what the settings say of that contact.
const OWN_SECURITY_TXT: &str = "static/.well-known/security.txt";

pub fn check(site: &Site<'_>, report: &mut Report) {
    check_security(site, report);
    for site_page in &site.pages {
        fault::contain_in(report, &site_page.page.file, |report| {
            check_page(site, site_page, report);
        });
    }
    for (key, file) in site.assets {
        let used = site.used_assets.contains(key) || site.used_later.contains(key);
        let has_ending = |endings: &[&str]| {
            let (_, extension) = key.rsplit_once('.').unwrap_or_default();
            endings.contains(&extension.to_lowercase().as_str())
        };
        let in_content = key.strip_prefix("content/");
        let place =
            || Place::of_file(in_content.map_or_else(|| format!("../{key}"), str::to_owned));
        if used && file.size > LARGEST_IMAGE && has_ending(IMAGES) {
            let kilobytes = |bytes: u64| (bytes / 1000).to_string();
            let message = message!("large-image", size = kilobytes(file.size));
            let help = message!("large-image-help", largest = kilobytes(LARGEST_IMAGE));
            report.add(place(), Rule::LargeImage, message, help);
        }
        // What nobody can use has a name that is no address, which is reported.
        let has_address = Route::parse(&format!("/{}", in_content.unwrap_or(key))).is_some();
        if !used
            && has_address
            && !is_left_by_an_editor(key)
            && !USED_BY_NAME.iter().any(|name| key.starts_with(name))
        {
            let help = if in_content.is_some() && has_ending(&["txt"]) {
                message!("unused-text-help")
            } else {
                message!("unused-file-help")
            };
            let message = message!("unused-file");
            report.add(place(), Rule::UnusedFile, message, help);
        }
    }
}

fn check_page(site: &Site<'_>, site_page: &SitePage, report: &mut Report) {
    let page = &site_page.page;
    let at_top = || Place::of_file(page.file.clone());
    if let Some(review) = page.meta.review_by.filter(|review| *review <= site.today) {
        let message = message!("review-due", day = review.to_string());
        let help = message!("review-due-help");
        report.add(at_top(), Rule::ReviewDue, message, help);
    }
    old_translation(site, site_page, report);
    not_offered(site, site_page, report);
    films(site, site_page, report);
    let owner = page.meta.owner.as_deref().unwrap_or_default();
    if owner.trim().is_empty() {
        let message = message!("no-owner");
        let help = message!("no-owner-help");
        report.add(at_top(), Rule::NoOwner, message, help);
    }
}

/// Reports what keeps a document with a category of the Woo from the harvester of the government.
fn not_offered(site: &Site<'_>, site_page: &SitePage, report: &mut Report) {
    let page = &site_page.page;
    let publication = (page.kind.publication)(&page.facts);
    let category = publication.and_then(|of| Some((of.category.as_ref()?, of.is_elsewhere)));
    let Some(((_, place), is_elsewhere)) =
        category.filter(|_| site.config.publisher.tooi.is_some())
    else {
        return;
    };
    if page.meta.date.is_none() {
        let message = message!("woo-without-date");
        let help = message!("woo-without-date-help");
        report.add(place.clone(), Rule::MissingKey, message, help);
    }
    if is_elsewhere && page.meta.downloads.is_empty() {
        let message = message!("woo-elsewhere");
        let help = message!("woo-elsewhere-help");
        report.add(place.clone(), Rule::MissingKey, message, help);
    }
}

/// Reports a contact for weak spots that has expired, or will before long.
fn check_security(site: &Site<'_>, report: &mut Report) {
    let Some(security) = &site.config.security else {
        return;
    };
    let last = date::day_of(security.expires, &site.config.time_zone);
    let days = date::days_between(site.today, last);
    let day = last.to_string();
    let found = if days <= 0 {
        Some((Rule::SecurityExpired, message!("security-expired", day)))
    } else if days <= MONTH {
        Some((Rule::SecurityExpires, message!("security-expires", day)))
    } else if days > YEAR {
        Some((Rule::SecurityFar, message!("security-far", day)))
    } else {
        None
    };
    if let Some((rule, message)) = found {
        let help = match rule {
            Rule::SecurityFar => message!("security-far-help"),
            _ => message!("security-expires-help"),
        };
        report.add(security.expires_place.clone(), rule, message, help);
    }
    if site.assets.contains_key(OWN_SECURITY_TXT) {
        let place = Place::of_file(format!("../{OWN_SECURITY_TXT}"));
        let message = message!("security-made-twice");
        let help = message!("security-made-twice-help");
        report.add(place, Rule::DuplicateAddress, message, help);
    }
}

/// True if a file is one that a program for writing keeps beside another, or makes for a moment.
fn is_left_by_an_editor(key: &str) -> bool {
    let name = last_part(key);
    name == "4913"
        || name.ends_with('~')
        || name.starts_with('#') && name.ends_with('#')
        || [".swp", ".swx", ".bak", ".tmp", ".orig"]
            .iter()
            .any(|ending| name.ends_with(ending))
}

/// Reports the films of a page that have no captions.
fn films(site: &Site<'_>, site_page: &SitePage, report: &mut Report) {
    let keys = site_page.references.pictures.iter();
    for (picture, key) in site_page.page.body.pictures.iter().zip(keys) {
        let film = key.as_deref().filter(|key| is_film(key));
        if let Some(film) = film
            && BesideFilm::find(film, site.assets).captions.is_empty()
        {
            let name = last_part(film);
            let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
            let language = site_page.page.language;
            let message = message!("film-without-captions", name);
            let help = message!("film-without-captions-help", stem, language);
            report.add(picture.place.clone(), Rule::NoCaptions, message, help);
        }
    }
}

/// Reports a page that does not say when it was brought up to date with what it translates, or says
/// so of too early a day.
fn old_translation(site: &Site<'_>, site_page: &SitePage, report: &mut Report) {
    let meta = &site_page.page.meta;
    let original = site_page.versions.first();
    let changed = original.and_then(|original| site.page(*original).meta.last_changed());
    let (Some(file), Some(changed)) = (&meta.translates, changed) else {
        return;
    };
    let (original, since) = (&file.name, changed.to_string());
    let message = match meta.last_changed() {
        Some(day) if day >= changed => return,
        Some(day) => message!("old-translation", day = day.to_string(), original, since),
        None => message!("translation-without-date", original, since),
    };
    let help = message!("old-translation-help");
    report.add(file.place.clone(), Rule::OldTranslation, message, help);
}
