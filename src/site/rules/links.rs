//! Whether links say where they lead, lead there straight, and reach every page.

use std::collections::{BTreeMap, BTreeSet};

use crate::content::markdown::Target;
use crate::content::page::{Kind, Page, Standing};
use crate::problem::{Problem, Report};
use crate::route::{Route, canonical_candidates};
use crate::rule::Rule;
use crate::site::links::{hidden_target, relative};
use crate::site::{Destination, PageId, Site, SitePage};

/// Texts that say nothing of where a link leads.
const VAGUE: &[&str] = &[
    "bekijk",
    "deze link",
    "deze pagina",
    "deze site",
    "deze website",
    "download",
    "downloaden",
    "ga verder",
    "hier",
    "hier meer",
    "klik",
    "klik hier",
    "lees hier",
    "lees hier meer",
    "lees meer",
    "lees verder",
    "link",
    "meer",
    "meer info",
    "meer informatie",
    "meer lezen",
    "naar de site",
    "naar de website",
    "pagina",
    "pdf",
    "site",
    "verder",
    "verder lezen",
    "via deze link",
    "volgende",
    "vorige",
    "website",
    "zie hier",
];

/// How the names of files end that people download.
const DOWNLOADS: &[&str] = &[".pdf", ".doc", ".docx", ".xls", ".xlsx", ".csv", ".ods", ".odt", ".ppt", ".pptx", ".zip", ".md"];

pub fn check(site: &Site<'_>, report: &mut Report) {
    let current = site.pages.iter().filter(|site_page| !site.is_outdated(&site_page.page));
    for site_page in current.chain(&site.unsound) {
        for (link, destination) in site_page.page.body.links.iter().zip(&site_page.links) {
            if let (Destination::Page { page: target, .. }, Target::File { path, .. }) = (destination, &link.target)
                && let Some((message, help)) = hidden(site_page, &site.pages[*target], path)
            {
                report.extend([Problem::new(link.place.clone(), Rule::HiddenTarget, message, help)]);
                continue;
            }
            let mut tell = |rule, (message, help): (String, String)| {
                let length = if link.text.is_empty() { 0 } else { link.text.chars().count() + 2 };
                report.extend([Problem::new(link.place.clone(), rule, message, help).spanning(length)]);
            };
            if let Destination::Elsewhere(address) = destination
                && let Some(found) = detour(site, &site_page.page, address)
            {
                tell(Rule::Detour, found);
            }
            if !matches!(destination, Destination::Language(_))
                && let Some(found) = vague(&link.text)
            {
                tell(Rule::VagueLink, found);
            }
            if matches!(destination, Destination::Asset(_))
                && let Some(found) = file_link(&link.text)
            {
                tell(Rule::FileLink, found);
            }
        }
        same_texts(site_page, report);
    }
    orphans(site, report);
}

/// Why visitors cannot follow a link that a preview with drafts can.
fn hidden(from: &SitePage, target: &SitePage, path: &str) -> Option<(String, String)> {
    let is_seen_with_it = || match from.standing {
        Standing::Draft => true,
        _ => from.page.visibility.publish.is_some_and(|moment| target.page.visibility.standing(moment) == Standing::Live),
    };
    let is_hidden = matches!(target.standing, Standing::Draft | Standing::Planned) && !is_seen_with_it();
    is_hidden.then(|| hidden_target(path, target.standing))
}

/// A link over the web to a page of the site itself.
fn detour(site: &Site<'_>, page: &Page, address: &str) -> Option<(String, String)> {
    let path = address.strip_prefix(&site.config.base_url)?;
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let routes: Vec<Route> = canonical_candidates(path).iter().filter_map(|candidate| Route::parse(candidate)).collect();
    let straight = routes.iter().find_map(|route| site.at(route));
    let moved = || routes.iter().find_map(|route| site.at(site.moved(route)?));
    let (target, message) = match straight {
        Some(target) => (target, "deze link gaat met een omweg over het web naar een pagina van de site zelf"),
        None => (moved()?, "deze link gaat langs een oud adres naar een pagina van de site zelf"),
    };
    Some((message.to_owned(), format!("verwijs naar het bestand: `{}`", relative(&page.file, &site.page(target).file))))
}

fn vague(text: &str) -> Option<(String, String)> {
    let plain = text.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let words = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_address = ["http://", "https://", "www."].iter().any(|start| words.starts_with(start));
    let is_file = !words.contains(' ') && DOWNLOADS.iter().any(|ending| words.ends_with(ending));
    if !is_address && !is_file && !VAGUE.contains(&words.as_str()) {
        return None;
    }
    let what = if is_address {
        "een kaal adres als linktekst"
    } else if is_file {
        "een bestandsnaam als linktekst"
    } else {
        "deze linktekst"
    };
    let help = "schrijf waar de link heen gaat, zo dat het ook zonder de zin eromheen duidelijk is: [de site van de provincie](…)";
    Some((format!("{what} zegt niet waar de link heen gaat: `{}`", text.trim()), help.to_owned()))
}

/// The kind and size of a file come behind a link by themselves, as they are measured; what somebody typed will not stay true.
fn file_link(text: &str) -> Option<(String, String)> {
    let (bare, told) = text.strip_suffix(')')?.rsplit_once('(')?;
    let told = told.to_lowercase();
    let says_size = told.split(|c: char| !c.is_ascii_alphabetic()).any(|word| ["kb", "mb"].contains(&word));
    let help = format!("schrijf: [{}](…)", bare.trim());
    says_size.then(|| ("de grootte van het bestand komt vanzelf achter de link".to_owned(), help))
}

/// One text that leads to two places, at the second of them.
fn same_texts(site_page: &SitePage, report: &mut Report) {
    let mut first = BTreeMap::new();
    for (link, destination) in site_page.page.body.links.iter().zip(&site_page.links) {
        if matches!(destination, Destination::Language(_) | Destination::Nowhere) || link.text.is_empty() {
            continue;
        }
        let (known, line) = *first.entry(link.text.to_lowercase()).or_insert((destination, link.place.line));
        if known != destination {
            let message = format!("`{}` leidt op regel {line} naar een andere plaats", link.text);
            let help = "geef de twee links elk een tekst die zegt waar zij heen gaan";
            let length = link.text.chars().count() + 2;
            report.extend([Problem::new(link.place.clone(), Rule::SameLinkText, message, help).spanning(length)]);
        }
    }
}

/// Pages that no chain of links leads to from the home page.
fn orphans(site: &Site<'_>, report: &mut Report) {
    if site.at(&Route::home()).is_none() {
        return;
    }
    let homes = site.languages.iter().filter_map(|language| site.at(&language.settings.home));
    let menus = site.languages.iter().flat_map(|language| language.navigation.iter().chain(&language.footer)).map(|(_, id)| *id);
    let alert = site.alert.as_ref().and_then(|alert| alert.link).map(|(_, id)| id);
    // A page that cannot be shown is about to be mended: what it leads to is not lost.
    let unsound = site.unsound.iter().flat_map(|site_page| site_page.links.iter().filter_map(Destination::page));
    let mut to_visit: Vec<PageId> = menus.chain(alert).chain(unsound).chain(homes).collect();
    let mut reached: BTreeSet<PageId> = BTreeSet::new();
    while let Some(id) = to_visit.pop() {
        if reached.insert(id) {
            to_visit.extend(ways_on(site, id));
        }
    }
    for (id, site_page) in site.pages.iter().enumerate() {
        if !reached.contains(&id) {
            let place = crate::problem::Place { file: site_page.page.file.clone(), line: 1, column: 1 };
            let help = "verwijs ernaar vanaf een pagina waar een lezer haar zoekt, of zet haar in het menu";
            report.add(place, Rule::Orphan, "langs links komt een lezer nooit op deze pagina", help);
        }
    }
}

/// The pages to which a page leads: by its links, its lists, and what it has in common with others.
fn ways_on(site: &Site<'_>, id: PageId) -> Vec<PageId> {
    let page = &site.pages[id];
    let listed: &[PageId] = match page.page.kind {
        Kind::NewsList => &site.news,
        Kind::ThemeList => &site.themes,
        Kind::MunicipalityList => &site.municipalities,
        Kind::TermList => &site.terms,
        Kind::QuestionList => &site.questions,
        _ => &[],
    };
    let links = page.links.iter().filter_map(Destination::page);
    links
        .chain(listed.iter().copied())
        .chain(page.themes.iter().chain(&page.municipalities).chain(&page.named_by).chain(&page.trail).chain(&page.versions).copied())
        .collect()
}
