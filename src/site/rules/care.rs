//! Whether somebody looks after each page and each file.

use crate::problem::{Place, Report};
use crate::rule::Rule;
use crate::site::Site;

/// More is slow on a bad line, in bytes.
const LARGEST_IMAGE: u64 = 300_000;

const IMAGES: &[&str] = &["jpg", "jpeg", "png", "gif", "webp", "avif", "svg"];

/// What browsers, the program itself and other sites ask for by name, without a page that refers to it.
const USED_BY_NAME: &[&str] =
    &["static/css/", "static/favicon.", "static/apple-touch-icon.png", "static/.well-known/", "static/robots.txt"];

pub fn check(site: &Site<'_>, report: &mut Report) {
    for site_page in &site.pages {
        let page = &site_page.page;
        let at_top = || Place { file: page.file.clone(), line: 1, column: 1 };
        if let Some(review) = page.review.filter(|review| *review <= site.today) {
            let message = format!("deze pagina moest op {review} worden nagekeken");
            let help = "lees haar na, verbeter wat niet meer klopt, en zet bij `review` een nieuwe datum";
            report.add(at_top(), Rule::ReviewDue, message, help);
        }
        if page.owner.as_deref().is_none_or(|owner| owner.trim().is_empty()) {
            let help = "voeg een regel `owner = \"…\"` toe met wie de tekst bijhoudt";
            report.add(at_top(), Rule::NoOwner, "niemand houdt deze pagina bij", help);
        }
    }
    for (key, file) in site.assets {
        let used = site.used_assets.contains(key);
        let extension = key.rsplit_once('.').map_or("", |(_, extension)| extension).to_lowercase();
        let place =
            || Place { file: key.strip_prefix("content/").map_or_else(|| format!("../{key}"), str::to_owned).into(), line: 1, column: 1 };
        if used && file.size > LARGEST_IMAGE && IMAGES.contains(&extension.as_str()) {
            let message = format!("dit beeld is {} kB groot", file.size / 1000);
            let help = format!("maak het kleiner dan {} kB: minder breed, of als WebP of AVIF", LARGEST_IMAGE / 1000);
            report.add(place(), Rule::LargeImage, message, help);
        }
        if !used && !USED_BY_NAME.iter().any(|name| key.starts_with(name)) {
            let help = "haal het weg, of verwijs ernaar vanaf een pagina";
            report.add(place(), Rule::UnusedFile, "geen pagina gebruikt dit bestand", help);
        }
    }
}
