//! Rules of links: they say where they lead, lead there straight, and reach every page.

use std::collections::{BTreeMap, BTreeSet};

use crate::content::answers::{self, AnswerLink, AnswerTarget, DirectAnswer};
use crate::content::document::{Link, Target};
use crate::content::page::Role;
use crate::content::values::DOMAIN_ENDINGS;
use crate::fault;
use crate::message;
use crate::message::Message;
use crate::problem::{Problem, Report};
use crate::route::{RedirectPattern, Route, canonical_candidates, is_file_name};
use crate::rule::Rule;
use crate::site::generated;
use crate::site::links::hidden_target;
use crate::site::paths::relative;
use crate::site::rules::words::WordFile;
use crate::site::{LinkTarget, PageId, Site, SiteMenuLink, SitePage};
use crate::source::Place;
use crate::visibility::PublishState;

/// Words that say nothing of where a link leads, in each language that the site can have.
static VAGUE: [(&str, WordFile); 3] = [
    ("nl", WordFile::new(include_str!("words/vague-nl.txt"))),
    ("en", WordFile::new(include_str!("words/vague-en.txt"))),
    ("de", WordFile::new(include_str!("words/vague-de.txt"))),
];

/// The ends of the names of files that people download.
const DOWNLOADS: &[&str] = &[
    ".pdf", ".doc", ".docx", ".xls", ".xlsx", ".csv", ".ods", ".odt", ".ppt", ".pptx", ".zip",
    ".md",
];

/// The rule that a link breaks, the message and the remedy.
type Finding = (Rule, Message, Message);

pub fn check(site: &Site<'_>, report: &mut Report) {
    let pages = site.pages.iter();
    let current = pages.filter(|site_page| !site.is_stale(&site_page.page));
    for site_page in current.chain(&site.invalid) {
        fault::contain_in(report, &site_page.page.file, |report| {
            for (link, destination) in site_page.links() {
                check_link(site, site_page, link, destination, report);
            }
            same_texts(site_page, report);
        });
    }
    for answer in &site.answers {
        check_answer(site, answer.answer, report);
    }
    orphans(site, report);
}

fn check_answer(site: &Site<'_>, answer: &DirectAnswer, report: &mut Report) {
    let Some(AnswerLink { title, target }) = &answer.link else {
        return;
    };
    let detour = match target {
        AnswerTarget::Elsewhere(address) => detour(site, answers::FILE, address),
        AnswerTarget::File(_) => None,
    };
    for (rule, message, help) in detour
        .into_iter()
        .chain(vague(&title.name, answer.language))
    {
        report.add(title.place.clone(), rule, message, help);
    }
}

fn check_link(
    site: &Site<'_>,
    site_page: &SitePage,
    link: &Link,
    destination: &LinkTarget,
    report: &mut Report,
) {
    if let (LinkTarget::Page { page: target, .. }, Target::File { path, .. }) =
        (destination, &link.target)
        && let Some((message, help)) = hidden(site_page, &site.pages[*target], path)
    {
        return report.add(link.place.clone(), Rule::HiddenTarget, message, help);
    }
    let (detour, file) = match destination {
        LinkTarget::Language(_) => return,
        LinkTarget::Asset { .. } => (None, file_link(&link.text)),
        LinkTarget::Elsewhere(address) => (
            detour(site, &site_page.page.file, address),
            file_elsewhere(&link.text, address),
        ),
        LinkTarget::Page { .. } | LinkTarget::Heading(_) | LinkTarget::Nowhere => (None, None),
    };
    // Of an address as it is typed, one finding says enough.
    let is_bare =
        matches!(&link.target, Target::Elsewhere(address) if address.ends_with(&link.text));
    let of_text = vague(&link.text, site_page.page.language).or(file);
    let of_text = of_text.filter(|_| !(is_bare && detour.is_some()));
    for found in detour.into_iter().chain(of_text) {
        report.extend([on_text(link, found)]);
    }
}

/// A problem with a link, from the bracket before its text to the one behind it.
fn on_text(link: &Link, (rule, message, help): Finding) -> Problem {
    let length = match link.text.chars().count() {
        0 => 0,
        length => length + 2,
    };
    Problem::new(link.place.clone(), rule, message, help).spanning(length)
}

/// The reason why visitors cannot follow a link that works in a preview with drafts.
fn hidden(from: &SitePage, target: &SitePage, path: &str) -> Option<(Message, Message)> {
    let is_live_at = |moment| target.page.meta.visibility.state(moment) == PublishState::Live;
    let is_seen_with_it = || match from.state {
        PublishState::Draft => true,
        _ => from.page.meta.visibility.publish.is_some_and(is_live_at),
    };
    let is_hidden = target.state.is_upcoming() && !is_seen_with_it();
    is_hidden.then(|| hidden_target(format!("`{path}`"), target.state))
}

/// A link in a file over the web to the site itself.
fn detour(site: &Site<'_>, file: &str, address: &str) -> Option<Finding> {
    let (host, path) = on_the_web(address)?;
    if on_the_web(&site.config.base_url)?.0 != host {
        return None;
    }
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let routes: Vec<Route> = canonical_candidates(path)
        .iter()
        .filter_map(|candidate| Route::parse(candidate))
        .collect();
    let key = path.trim_start_matches('/');
    let to_page = |target: PageId| relative(file, &site.page(target).file);
    let (target, message) = if let Some(page) = routes.iter().find_map(|route| site.at(route)) {
        (to_page(page), message!("detour-to-page"))
    } else if site.assets.contains_key(key) {
        (
            relative(&format!("content/{file}"), key),
            message!("detour-to-file"),
        )
    } else if let Some(page) = routes.iter().find_map(|route| site.at(site.moved(route)?)) {
        (to_page(page), message!("detour-by-old-address"))
    } else if is_answered(site, &routes) || is_file_name(key) {
        return None;
    } else {
        let message = message!("detour-to-nothing", path);
        let help = message!("detour-to-nothing-help");
        return Some((Rule::BrokenLink, message, help));
    };
    Some((Rule::Detour, message, message!("detour-help", target)))
}

/// True if something else than a page answers at one of these addresses, or will or did so.
fn is_answered(site: &Site<'_>, routes: &[Route]) -> bool {
    let unpublished = site.unpublished().iter().map(|(page, _)| page);
    let hidden = unpublished.chain(site.invalid.iter().map(|site_page| &site_page.page));
    let lists = site.collections.iter().flat_map(|kind| &kind.lists);
    let mut known = hidden
        .map(|page| &page.route)
        .chain(lists.map(|list| &list.route));
    known.any(|route| routes.contains(route))
        || routes.iter().any(|route| {
            let address = RedirectPattern::Exact(route.clone());
            generated::owner(route, site.config).is_some() || site.redirects.contains_key(&address)
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

fn vague(text: &str, language: &str) -> Option<Finding> {
    let lower = text.to_lowercase();
    let plain = lower.trim_matches(|c: char| !c.is_alphanumeric());
    let is_one_word = !plain.contains(char::is_whitespace);
    let ends_with = |endings: &[&str]| endings.iter().any(|ending| plain.ends_with(ending));
    let is_address = ["http://", "https://", "www."]
        .iter()
        .any(|start| plain.starts_with(start));
    let is_site = is_one_word && !plain.contains('@') && ends_with(DOMAIN_ENDINGS);
    let vague = VAGUE.iter().find(|(tag, _)| *tag == language);
    let is_vague = |word: &str| vague.is_some_and(|(_, words)| words.contains(word));
    let shown = || in_one_line(text);
    let message = if is_address || is_site {
        message!("vague-link-address", text = shown())
    } else if is_one_word && ends_with(DOWNLOADS) {
        message!("vague-link-file-name", text = shown())
    } else if !text.trim().is_empty() && words(plain).all(is_vague) {
        message!("vague-link-text", text = shown())
    } else {
        return None;
    };
    Some((Rule::VagueLink, message, message!("vague-link-help")))
}

/// The kind and size of a file come behind a link by themselves, as they are measured; what
/// somebody typed will not stay true.
fn file_link(text: &str) -> Option<Finding> {
    let (bare, note) = text.strip_suffix([')', ']'])?.rsplit_once(['(', '['])?;
    let message = message!("file-link-with-size");
    let help = message!("file-link-with-size-help", text = bare.trim());
    says_size(note).then_some((Rule::FileLink, message, help))
}

/// A file of another site cannot be measured: what it is, and how large, only the writer can say.
fn file_elsewhere(text: &str, address: &str) -> Option<Finding> {
    let path = address.split(['?', '#']).next()?.to_lowercase();
    let ending = DOWNLOADS
        .iter()
        .find(|ending| path.ends_with(**ending) && **ending != ".md")?;
    let kind = ending.trim_start_matches('.');
    if says_size(text) && words(&text.to_lowercase()).any(|word| word == kind) {
        return None;
    }
    let message = message!("file-link-without-size", kind);
    let help = message!("file-link-without-size-help", text = text.trim(), kind);
    Some((Rule::FileLink, message, help))
}

/// The words of a text, without what stands between them.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
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
    for (link, destination) in site_page.links() {
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
            let message = message!("same-link-text", text, line);
            let help = message!("same-link-text-help");
            report.extend([on_text(link, (Rule::SameLinkText, message, help))]);
        }
    }
}

/// Pages that no chain of links leads to from the home page.
fn orphans(site: &Site<'_>, report: &mut Report) {
    if site.at(&Route::home()).is_none() {
        return;
    }
    let languages = site.languages.iter();
    let homes = languages
        .clone()
        .filter_map(|of| site.at(&of.settings.home));
    let menus = languages.flat_map(|of| {
        let menus = [&of.navigation, &of.questions, &of.footer];
        menus.into_iter().flatten()
    });
    let alerts = site.alerts.live.iter().flat_map(|alert| &alert.links);
    // A page that cannot be shown is about to be repaired: what it leads to is not lost.
    let invalid = site.invalid.iter();
    let invalid = invalid.flat_map(|site_page| site_page.references.pages());
    let mut to_visit: Vec<PageId> = menus
        .filter_map(SiteMenuLink::page)
        .chain(alerts.flatten().copied())
        .chain(invalid)
        .chain(homes)
        .collect();
    let mut reached: BTreeSet<PageId> = BTreeSet::new();
    while let Some(id) = to_visit.pop() {
        if reached.insert(id) {
            to_visit.extend(ways_on(site, id));
        }
    }
    for (id, site_page) in site.pages.iter().enumerate() {
        if !reached.contains(&id) {
            let place = Place::of_file(site_page.page.file.clone());
            let (message, help) = (message!("orphan"), message!("orphan-help"));
            report.add(place, Rule::Orphan, message, help);
        }
    }
}

/// The pages to which a page leads: by its links, its lists, and what it has in common with others.
fn ways_on(site: &Site<'_>, id: PageId) -> Vec<PageId> {
    let page = &site.pages[id];
    let listed = match page.page.role {
        Role::Index => site.items(page.page.kind),
        Role::Item if page.page.kind.lists_below => &page.children,
        Role::Home | Role::Item => &[],
    };
    let related = page.related.iter().chain(&page.named_by);
    let along = related.chain(&page.ancestors).chain(&page.versions);
    page.references
        .pages()
        .chain(listed.iter().chain(along).copied())
        .collect()
}
