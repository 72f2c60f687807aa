//! Rules of links: they say where they lead, lead there straight, and reach every page.

use std::collections::{BTreeMap, BTreeSet};

use crate::content::document::Target;
use crate::content::meta::PublishState;
use crate::content::page::{Page, Role};

use crate::content::values::DOMAIN_ENDINGS;
use crate::problem::{Problem, Report};
use crate::route::{RedirectPattern, Route, canonical_candidates};
use crate::rule::Rule;
use crate::site::links::hidden_target;
use crate::site::paths::relative;
use crate::site::rules::words::words_in;
use crate::site::{LinkTarget, PageId, Site, SitePage};
use crate::source::Place;

/// Words that say nothing of where a link leads, in each language that the site can have.
const VAGUE: &[(&str, &str)] = &[
    ("nl", include_str!("words/vague-nl.txt")),
    ("en", include_str!("words/vague-en.txt")),
    ("de", include_str!("words/vague-de.txt")),
];

/// The ends of the names of files that people download.
const DOWNLOADS: &[&str] = &[
    ".pdf", ".doc", ".docx", ".xls", ".xlsx", ".csv", ".ods", ".odt", ".ppt", ".pptx", ".zip",
    ".md",
];

pub fn check(site: &Site<'_>, report: &mut Report) {
    let current = site
        .pages
        .iter()
        .filter(|site_page| !site.is_stale(&site_page.page));
    for site_page in current.chain(&site.invalid) {
        for (link, destination) in site_page
            .page
            .body
            .links
            .iter()
            .zip(&site_page.references.links)
        {
            if let (LinkTarget::Page { page: target, .. }, Target::File { path, .. }) =
                (destination, &link.target)
                && let Some((message, help)) = hidden(site_page, &site.pages[*target], path)
            {
                report.extend([Problem::new(
                    link.place.clone(),
                    Rule::HiddenTarget,
                    message,
                    help,
                )]);
                continue;
            }
            let mut report_link = |rule, (message, help): (String, String)| {
                let length = if link.text.is_empty() {
                    0
                } else {
                    link.text.chars().count() + 2
                };
                report.extend([
                    Problem::new(link.place.clone(), rule, message, help).spanning(length)
                ]);
            };
            if let LinkTarget::Elsewhere(address) = destination
                && let Some((rule, found)) = detour(site, &site_page.page, address)
            {
                report_link(rule, found);
            }
            if !matches!(destination, LinkTarget::Language(_))
                && let Some(found) = vague(&link.text, site_page.page.language)
            {
                report_link(Rule::VagueLink, found);
                continue;
            }
            if matches!(destination, LinkTarget::Asset(_))
                && let Some(found) = file_link(&link.text)
            {
                report_link(Rule::FileLink, found);
            }
            if let LinkTarget::Elsewhere(address) = destination
                && let Some(found) = file_elsewhere(&link.text, address)
            {
                report_link(Rule::FileLink, found);
            }
        }
        same_texts(site_page, report);
    }
    orphans(site, report);
}

/// The reason why visitors cannot follow a link that works in a preview with drafts.
fn hidden(from: &SitePage, target: &SitePage, path: &str) -> Option<(String, String)> {
    let is_seen_with_it =
        || match from.state {
            PublishState::Draft => true,
            _ => from.page.meta.visibility.publish.is_some_and(|moment| {
                target.page.meta.visibility.state(moment) == PublishState::Live
            }),
        };
    let is_hidden =
        matches!(target.state, PublishState::Draft | PublishState::Planned) && !is_seen_with_it();
    is_hidden.then(|| hidden_target(path, target.state))
}

/// A link over the web to the site itself.
fn detour(site: &Site<'_>, page: &Page, address: &str) -> Option<(Rule, (String, String))> {
    let (host, path) = on_the_web(address)?;
    if on_the_web(&site.config.base_url)?.0 != host {
        return None;
    }
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let routes: Vec<Route> = canonical_candidates(path)
        .iter()
        .filter_map(|candidate| Route::parse(candidate))
        .collect();
    let straight = routes.iter().find_map(|route| site.at(route));
    let moved = || routes.iter().find_map(|route| site.at(site.moved(route)?));
    let key = path.trim_start_matches('/');
    let (target, message) = match straight {
        Some(target) => (
            relative(&page.file, &site.page(target).file),
            "deze link gaat met een omweg over het web naar een pagina van de site zelf",
        ),
        None if site.assets.contains_key(key) => (
            relative(&format!("content/{}", page.file), key),
            "deze link gaat met een omweg over het web naar een bestand van de site zelf",
        ),
        None => match moved() {
            Some(target) => (
                relative(&page.file, &site.page(target).file),
                "deze link gaat langs een oud adres naar een pagina van de site zelf",
            ),
            None if is_answered(site, &routes)
                || key
                    .rsplit('/')
                    .next()
                    .is_some_and(|name| name.contains('.')) =>
            {
                return None;
            }
            None => {
                let help = "verwijs naar het bestand van de pagina die u bedoelt: `../map/naam.md`";
                return Some((
                    Rule::BrokenLink,
                    (
                        format!("op `{path}` staat op deze site geen pagina"),
                        help.to_owned(),
                    ),
                ));
            }
        },
    };
    Some((
        Rule::Detour,
        (
            message.to_owned(),
            format!("verwijs naar het bestand: `{target}`"),
        ),
    ))
}

/// True if something else than a page answers at one of these addresses, or will or did so.
fn is_answered(site: &Site<'_>, routes: &[Route]) -> bool {
    routes.iter().any(|route| {
        let mut lists = site.collections.iter().flat_map(|kind| &kind.lists);
        site.generated().has(route)
            || lists.any(|list| list.route == *route)
            || site
                .redirects
                .contains_key(&RedirectPattern::Exact(route.clone()))
            || site
                .unpublished()
                .iter()
                .any(|(page, _)| page.route == *route)
            || site
                .invalid
                .iter()
                .any(|site_page| site_page.page.route == *route)
    })
}

/// The host of a web address, without what makes no difference, and what stands behind it.
fn on_the_web(address: &str) -> Option<(String, &str)> {
    let (scheme, rest) = address.split_once("://")?;
    if !["http", "https"].contains(&scheme.to_lowercase().as_str()) {
        return None;
    }
    let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let host = host.to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host).to_owned();
    Some((host, if path.starts_with('/') { path } else { "/" }))
}

fn vague(text: &str, language: &str) -> Option<(String, String)> {
    let lower = text.to_lowercase();
    let plain = lower.trim_matches(|c: char| !c.is_alphanumeric());
    let is_one_word = !plain.contains(char::is_whitespace);
    let is_address = ["http://", "https://", "www."]
        .iter()
        .any(|start| plain.starts_with(start));
    let is_site = is_one_word
        && !plain.contains('@')
        && DOMAIN_ENDINGS.iter().any(|ending| plain.ends_with(ending));
    let is_file = is_one_word && DOWNLOADS.iter().any(|ending| plain.ends_with(ending));
    let vague = VAGUE.iter().find(|(tag, _)| *tag == language);
    let vague: Vec<&str> = vague.map_or_else(Vec::new, |(_, list)| words_in(list).collect());
    let mut words = plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let says_nothing = !text.trim().is_empty() && words.all(|word| vague.contains(&word));
    if !is_address && !is_site && !is_file && !says_nothing {
        return None;
    }
    let what = if is_address || is_site {
        "een kaal adres als linktekst"
    } else if is_file {
        "een bestandsnaam als linktekst"
    } else {
        "deze linktekst"
    };
    let help = "schrijf waar de link heen gaat, zo dat het ook zonder de zin eromheen duidelijk is: [de site van de provincie](…)";
    Some((
        format!(
            "{what} zegt niet waar de link heen gaat: `{}`",
            in_one_line(text)
        ),
        help.to_owned(),
    ))
}

/// The kind and size of a file come behind a link by themselves, as they are measured; what
/// somebody typed will not stay true.
fn file_link(text: &str) -> Option<(String, String)> {
    let bare = text
        .strip_suffix([')', ']'])
        .and_then(|text| text.rsplit_once(['(', '[']))
        .filter(|(_, text)| says_size(text));
    let help = format!("schrijf: [{}](…)", bare?.0.trim());
    Some((
        "de grootte van het bestand komt vanzelf achter de link".to_owned(),
        help,
    ))
}

/// A file of another site cannot be measured: what it is, and how large, only the writer can say.
fn file_elsewhere(text: &str, address: &str) -> Option<(String, String)> {
    let path = address
        .split(['?', '#'])
        .next()
        .unwrap_or_default()
        .to_lowercase();
    let ending = DOWNLOADS
        .iter()
        .find(|ending| path.ends_with(**ending) && **ending != ".md")?;
    let kind = ending.trim_start_matches('.');
    if says_size(text)
        && text
            .to_lowercase()
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| word == kind)
    {
        return None;
    }
    let message =
        format!("deze link naar een {kind} van een andere site noemt de soort en de grootte niet");
    Some((
        message,
        format!("zet ze erbij: [{} ({kind}, 2 MB)](…)", text.trim()),
    ))
}

/// True if a text has the size of a file in it.
fn says_size(text: &str) -> bool {
    text.to_lowercase()
        .split(|c: char| !c.is_ascii_alphabetic())
        .any(|word| ["kb", "mb"].contains(&word))
}

/// A text as it reads where its lines end elsewhere.
fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// One text that leads to two places, at the second of them.
fn same_texts(site_page: &SitePage, report: &mut Report) {
    let mut first = BTreeMap::new();
    for (link, destination) in site_page
        .page
        .body
        .links
        .iter()
        .zip(&site_page.references.links)
    {
        if matches!(destination, LinkTarget::Language(_) | LinkTarget::Nowhere)
            || link.text.is_empty()
        {
            continue;
        }
        let text = in_one_line(&link.text);
        let (known, line) = *first
            .entry(text.to_lowercase())
            .or_insert((destination, link.place.line));
        if known != destination {
            let message = format!("`{text}` leidt op regel {line} naar een andere plaats");
            let help = "geef de twee links elk een tekst die zegt waar zij heen gaan";
            let length = link.text.chars().count() + 2;
            report.extend([
                Problem::new(link.place.clone(), Rule::SameLinkText, message, help)
                    .spanning(length),
            ]);
        }
    }
}

/// Pages that no chain of links leads to from the home page.
fn orphans(site: &Site<'_>, report: &mut Report) {
    if site.at(&Route::home()).is_none() {
        return;
    }
    let homes = site
        .languages
        .iter()
        .filter_map(|language| site.at(&language.settings.home));
    let menus = site
        .languages
        .iter()
        .flat_map(|language| language.navigation.iter().chain(&language.footer))
        .map(|(_, id)| *id);
    let alert = site
        .alert
        .as_ref()
        .and_then(|alert| alert.link)
        .map(|(_, id)| id);
    // A page that cannot be shown is about to be repaired: what it leads to is not lost.
    let invalid = site.invalid.iter().flat_map(|site_page| {
        site_page
            .references
            .links
            .iter()
            .filter_map(LinkTarget::page)
    });
    let mut to_visit: Vec<PageId> = menus.chain(alert).chain(invalid).chain(homes).collect();
    let mut reached: BTreeSet<PageId> = BTreeSet::new();
    while let Some(id) = to_visit.pop() {
        if reached.insert(id) {
            to_visit.extend(ways_on(site, id));
        }
    }
    for (id, site_page) in site.pages.iter().enumerate() {
        if !reached.contains(&id) {
            let place = Place::of_file(site_page.page.file.clone());
            let help = "verwijs ernaar vanaf een pagina waar een lezer haar zoekt, of zet haar in het menu";
            report.add(
                place,
                Rule::Orphan,
                "langs links komt een lezer nooit op deze pagina",
                help,
            );
        }
    }
}

/// The pages to which a page leads: by its links, its lists, and what it has in common with others.
fn ways_on(site: &Site<'_>, id: PageId) -> Vec<PageId> {
    let page = &site.pages[id];
    let listed = match page.page.role {
        Role::Index => site.items(page.page.kind),
        Role::Home | Role::Item => &[],
    };
    let links = page.references.links.iter().filter_map(LinkTarget::page);
    links
        .chain(listed.iter().copied())
        .chain(
            page.related
                .iter()
                .chain(&page.named_by)
                .chain(&page.ancestors)
                .chain(&page.versions)
                .copied(),
        )
        .collect()
}
