//! The page that finds the municipality of a place: by its name, by a part of it, with a typing
//! mistake in it, or by the figures of a postcode.

use std::sync::Arc;

use askama::Template;

use crate::content::postcodes::{Postcodes, is_postcode};
use crate::content::slug::slug;
use crate::digest::{Digest, Digester};
use crate::kinds::spec::OtherNames;
use crate::outputs::layout::{NavState, PageLayout, SiteLayout};
use crate::outputs::renderer::RenderContext;
use crate::outputs::template::render_template;
use crate::outputs::view::{LinkView, PageHeader};
use crate::route::Route;
use crate::site::PageId;
use crate::snapshot::dynamic::{DynamicHandler, DynamicOutcome, DynamicResponse, ResponseFormat};
use crate::snapshot::{CachePolicy, Stored};
use crate::suggest::edit_distance;

/// The most characters of a name that is looked for; no place has a longer one.
const MAX_LENGTH: usize = 60;

/// The fewest characters of a part of a name that says something.
const MIN_PART: usize = 2;

/// The answers to what people type to find a page of the directory.
pub struct Finder {
    layout: Arc<SiteLayout>,
    route: Route,
    kicker: String,
    entries: Vec<FinderEntry>,
    digest: Digest,
}

/// A page that can be found.
struct FinderEntry {
    route: Route,
    link: LinkView,
    /// Its title and its places, each with the form in which names are compared.
    names: Vec<(String, String)>,
    postcodes: Vec<Postcodes>,
}

/// A page that is found, with the place by which it is.
struct FinderMatch<'a> {
    entry: &'a FinderEntry,
    /// Empty where it was found by its title or by a postcode.
    place: &'a str,
}

#[derive(Template)]
#[template(path = "finder.html")]
struct FinderPage<'a> {
    layout: PageLayout,
    header: PageHeader,
    action: &'a str,
    query: &'a str,
    /// Said above the list, where something was asked.
    answer: String,
    matches: Vec<(&'a LinkView, String)>,
}

impl Finder {
    /// The finder at this address, of the pages of the directory of the site.
    pub fn new(cx: &RenderContext<'_>, route: Route) -> Self {
        let directory = cx.site.collections.iter().find(|of| of.kind.is_directory);
        let items = directory.map_or(&[][..], |of| &of.items);
        let index = directory.and_then(|of| of.index);
        let mut finder = Finder {
            layout: cx.layout.clone(),
            route,
            kicker: index.map_or_else(String::new, |index| cx.link(index).title.clone()),
            entries: items.iter().map(|id| entry(cx, *id)).collect(),
            digest: Digester::default().digest(),
        };
        let names = finder.entries.iter().flat_map(|entry| &entry.names);
        let names: Vec<&str> = names.map(|(name, _)| name.as_str()).collect();
        finder.digest = Digester::default()
            .add(names.join("\n"))
            .add(finder.page("", Vec::new()))
            .digest();
        finder
    }

    /// The pages that are meant: those with the name, or else with a part of it, or else with the
    /// name that differs least.
    fn find(&self, asked: &str) -> Vec<FinderMatch<'_>> {
        let has = |entry: &&FinderEntry| entry.postcodes.iter().any(|of| of.contains(asked));
        let by_postcode = self.entries.iter().filter(has);
        let by_postcode: Vec<FinderMatch<'_>> = by_postcode
            .map(|entry| FinderMatch { entry, place: "" })
            .collect();
        if !by_postcode.is_empty() || is_postcode(asked) {
            return by_postcode;
        }
        let asked = compared(asked);
        let asked = self.without_label(&asked);
        if asked.len() < MIN_PART {
            return Vec::new();
        }
        let exact = self.by_name(|name| (name == asked).then_some(0));
        if !exact.is_empty() {
            return exact;
        }
        let part = self.by_name(|name| name.contains(asked).then_some(0));
        if !part.is_empty() {
            return part;
        }
        self.by_name(|name| edit_distance(asked, name))
    }

    /// The pages of which a name is at the least distance, each once.
    fn by_name(&self, distance: impl Fn(&str) -> Option<usize>) -> Vec<FinderMatch<'_>> {
        let nearest = |entry: &FinderEntry| {
            let names = entry.names.iter().enumerate();
            let distances = names.filter_map(|(at, (_, name))| Some((distance(name)?, at)));
            distances.min()
        };
        let found = self
            .entries
            .iter()
            .filter_map(|entry| Some((nearest(entry)?, entry)));
        let found: Vec<((usize, usize), &FinderEntry)> = found.collect();
        let least = found.iter().map(|((distance, _), _)| *distance).min();
        let best = found
            .into_iter()
            .filter(|((distance, _), _)| Some(*distance) == least);
        best.map(|((_, name), entry)| FinderMatch {
            entry,
            place: match name {
                0 => "",
                name => &entry.names[name].0,
            },
        })
        .collect()
    }

    /// The question without the word for the kind before it: `almelo` of `gemeente-almelo`.
    fn without_label<'a>(&self, asked: &'a str) -> &'a str {
        let label = compared(self.layout.text.say("kind-municipalities"));
        let rest = asked
            .strip_prefix(&label)
            .and_then(|rest| rest.strip_prefix('-'));
        rest.unwrap_or(asked)
    }

    /// The page with the form: what was found, or else everything.
    fn page(&self, query: &str, found: Vec<FinderMatch<'_>>) -> String {
        let text = &self.layout.text;
        let answer = match (query.is_empty(), found.is_empty()) {
            (true, _) => String::new(),
            (false, true) => text.say_with("finder-nothing", "query", query),
            (false, false) => text.say_with("finder-several", "query", query),
        };
        let lies = |place: &str| match place.is_empty() {
            true => String::new(),
            false => text.say_with("place-lies-here", "place", place),
        };
        let matches = match found.is_empty() {
            true => self
                .entries
                .iter()
                .map(|entry| (&entry.link, String::new()))
                .collect(),
            false => found
                .iter()
                .map(|found| (&found.entry.link, lies(found.place)))
                .collect(),
        };
        let title = text.say("finder-title");
        render_template(&FinderPage {
            layout: PageLayout {
                description: self.layout.text.say("finder-lead").to_owned(),
                ..PageLayout::new(&self.layout, title).below_home()
            },
            header: PageHeader {
                kicker: self.kicker.clone(),
                mark: None,
                title: title.to_owned(),
                official: None,
                lead: text.say("finder-lead").to_owned(),
                author: None,
                dates: Vec::new(),
                drawing: None,
            },
            action: self.route.as_str(),
            query,
            answer,
            matches,
        })
    }
}

fn entry(cx: &RenderContext<'_>, id: PageId) -> FinderEntry {
    let page = cx.site.page(id);
    let places = match page.kind.search.names {
        OtherNames::Places(places) => places(&page.facts),
        OtherNames::None | OtherNames::Slug => Vec::new(),
    };
    let names = [page.meta.title.clone()].into_iter().chain(places);
    FinderEntry {
        route: page.route.clone(),
        link: cx.link(id).clone(),
        names: names.map(|name| (name.clone(), compared(&name))).collect(),
        postcodes: (page.kind.postcodes)(&page.facts),
    }
}

/// A name in the form in which names are compared: without case, accents and signs.
fn compared(name: &str) -> String {
    slug(name)
}

impl DynamicHandler for Finder {
    fn respond(&self, query: &str, _: ResponseFormat) -> DynamicResponse {
        let pairs = form_urlencoded::parse(query.as_bytes());
        let asked = pairs.into_iter().find(|(name, _)| name == "q");
        let asked = asked
            .map(|(_, value)| value.trim().to_owned())
            .unwrap_or_default();
        let is_readable = asked.chars().count() <= MAX_LENGTH;
        let found = match is_readable {
            true => self.find(&asked),
            false => Vec::new(),
        };
        let outcome = match found.as_slice() {
            [only] => DynamicOutcome::SeeOther(only.entry.route.clone()),
            _ => DynamicOutcome::Found,
        };
        let page = self.page(&asked, found);
        let language = self.layout.text.language();
        DynamicResponse {
            stored: Stored::page(language, CachePolicy::NoStore, page),
            outcome,
        }
    }

    fn digest(&self) -> Digest {
        self.digest
    }
}
