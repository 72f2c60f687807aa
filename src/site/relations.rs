//! The relations between pages that front matter names, and the hierarchy of pages by address.

use rustc_hash::FxHashMap;

use crate::content::meta::Relation;
use crate::content::page::Page;
use crate::problem::Report;
use crate::route;
use crate::rule::Rule;
use crate::site::collections::Collection;
use crate::site::pages::{PageId, PageSet};
use crate::site::unpublished::ReferenceTime;
use crate::suggest::{did_you_mean, nearest};

/// The relations between pages, in both directions; one entry a page.
pub struct Relations {
    /// The pages that it names, in the order of the table of kinds.
    pub related: Vec<Vec<PageId>>,
    /// The pages that name it.
    pub named_by: Vec<Vec<PageId>>,
}

/// Resolves the pages that pages name. `named_by` is in the order of `sources`.
pub fn resolve(
    pages: &PageSet<'_>,
    collections: &[Collection<'_>],
    sources: &[PageId],
    report: &mut Report,
) -> Relations {
    let resolver = RelationResolver {
        pages,
        by_slug: collections
            .iter()
            .filter(|collection| collection.kind.relation.is_some())
            .map(|collection| {
                let slugs = collection.items.iter();
                let slugs = slugs.map(|id| (pages.page(*id).slug(), *id)).collect();
                (collection.kind.name, slugs)
            })
            .collect(),
    };
    for (page, time) in pages.only_checked() {
        resolver.related(page, time, report);
    }
    let mut related = vec![Vec::new(); pages.shown.len()];
    let mut named_by = vec![Vec::new(); pages.shown.len()];
    let mut discarded = Report::default();
    for id in sources {
        let page = pages.page(*id);
        let report = if pages.is_stale(page) {
            &mut discarded
        } else {
            &mut *report
        };
        related[*id] = resolver.related(page, ReferenceTime::Now, report);
        for target in &related[*id] {
            named_by[*target].push(*id);
        }
    }
    Relations { related, named_by }
}

struct RelationResolver<'a> {
    pages: &'a PageSet<'a>,
    /// The items of each kind that can be named.
    by_slug: FxHashMap<&'static str, FxHashMap<&'a str, PageId>>,
}

impl RelationResolver<'_> {
    fn related(&self, page: &Page, time: ReferenceTime, report: &mut Report) -> Vec<PageId> {
        let mut found = Vec::new();
        for relation in &page.meta.relations {
            self.resolve(relation, time, &mut found, report);
        }
        found
    }

    fn resolve(
        &self,
        relation: &Relation,
        time: ReferenceTime,
        found: &mut Vec<PageId>,
        report: &mut Report,
    ) {
        let none = FxHashMap::default();
        let items = self.by_slug.get(relation.kind.name).unwrap_or(&none);
        let folder = self.pages.config.slug_of(relation.kind);
        for name in &relation.names {
            if let Some(target) = items.get(name.name.as_str()) {
                if !found.contains(target) {
                    found.push(*target);
                }
                continue;
            }
            let unpublished = &self.pages.unpublished;
            let upcoming = unpublished.of_file(&format!("{folder}/{}.md", name.name));
            if upcoming.is_some_and(|(page, state)| time.will_be_live(page, *state)) {
                continue;
            }
            let noun = relation.kind.relation.unwrap_or_default();
            let otherwise =
                format!("gebruik de naam van een bestand in de map `{folder}`, zonder .md");
            report.add(
                name.place.clone(),
                Rule::UnknownName,
                format!("{noun} `{}` bestaat niet", name.name),
                did_you_mean(nearest(&name.name, items.keys().copied()), &otherwise),
            );
        }
    }
}

/// The place of each page below others, by the parts of its address; one entry a page.
pub struct Hierarchy {
    /// The pages above it, from the home page down.
    pub ancestors: Vec<Vec<PageId>>,
    /// The pages directly below it, in the order of their files.
    pub children: Vec<Vec<PageId>>,
}

/// The place of each page below those in its language.
pub fn hierarchy(pages: &PageSet<'_>) -> Hierarchy {
    let mut children = vec![Vec::new(); pages.shown.len()];
    let mut all_ancestors = Vec::with_capacity(pages.shown.len());
    for (id, page) in pages.pages().enumerate() {
        let mut ancestors = Vec::new();
        let mut address = page.route.as_str();
        while let Some(above) = route::parent(address) {
            let known = pages.at_address(above);
            ancestors.extend(known.filter(|id| pages.page(*id).language == page.language));
            address = above;
        }
        if let Some(above) = ancestors.first() {
            children[*above].push(id);
        }
        ancestors.reverse();
        all_ancestors.push(ancestors);
    }
    Hierarchy {
        ancestors: all_ancestors,
        children,
    }
}
