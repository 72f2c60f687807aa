//! What was found, for programs.

use serde_json::{Value, json};

use crate::outputs::search::Search;
use crate::search::facets::Facet;
use crate::search::query::Query;
use crate::search::snippet::SnippetPart;
use crate::search::{Hit, SearchResults};

impl Search {
    /// What was found, as the README describes it.
    pub fn data(&self, query: &Query, found: &SearchResults<'_>) -> Value {
        let absolute = |address: &str| format!("{}{address}", self.base_url);
        let pieces = |pieces: &[SnippetPart]| -> Value {
            pieces
                .iter()
                .map(|piece| match piece {
                    SnippetPart::Plain(text) => json!({"text": text}),
                    SnippetPart::Highlighted(text) => json!({"text": text, "marked": true}),
                })
                .collect()
        };
        let hit = |hit: &Hit<'_>| {
            let view = self.hit(hit);
            json!({
                "url": absolute(hit.page.route.as_str()),
                "title": hit.page.meta.title,
                "kind": self.index.kind_of(hit.page),
                "date": view.time.map(|time| time.iso),
                "breadcrumb": hit.trail.iter().map(|above| json!({"title": above.meta.title, "url": absolute(above.route.as_str())})).collect::<Value>(),
                "passage": pieces(&hit.passage),
                "best": hit.is_named,
            })
        };
        let facets = |facets: &[Facet]| -> Value {
            facets.iter().map(|facet| json!({"name": facet.name, "title": self.facet_title(facet), "count": facet.count})).collect()
        };
        json!({
            "query": query.text,
            "total": found.total,
            "page": found.page,
            "pages": found.pages,
            "next": (found.page < found.pages).then(|| absolute(&self.href(query, &query.filters, found.page + 1))),
            "suggestion": found.suggestion,
            "hits": found.hits.iter().map(hit).collect::<Value>(),
            "facets": {
                "kind": facets(&found.facets.kinds),
                "theme": facets(&found.facets.themes),
                "municipality": facets(&found.facets.municipalities),
                "year": facets(&found.facets.years),
            },
        })
    }
}
