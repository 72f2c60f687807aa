//! Search results as JSON, as the README describes it.

use serde_json::{Value, json};

use crate::content::page::Page;
use crate::outputs::search::Search;
use crate::outputs::view::Time;
use crate::search::corpus::IndexedAnswer;
use crate::search::facets::FacetValue;
use crate::search::query::Query;
use crate::search::snippet::SnippetPart;
use crate::search::{Hit, SearchResults};

impl Search {
    pub fn json(&self, query: &Query, results: &SearchResults<'_>) -> Value {
        let next = (results.page < results.pages)
            .then(|| self.absolute(&self.href(query, &query.filters, results.page + 1)));
        json!({
            "query": query.text,
            "total": results.total,
            "page": results.page,
            "pages": results.pages,
            "next": next,
            "suggestion": results.suggestion,
            "answers": results.answers.iter().map(|answer| self.answer_json(answer)).collect::<Value>(),
            "unmatched": results.unmatched,
            "hits": results.hits.iter().map(|hit| self.hit_json(hit)).collect::<Value>(),
            "facets": self.facets_json(results),
            "nearest": self.nearest_json(results),
        })
    }

    /// The ways on where nothing is found: pages that come near, and those that the page of results
    /// offers.
    fn nearest_json(&self, results: &SearchResults<'_>) -> Value {
        let pages = results.nearest.iter().map(|page| self.page_json(page));
        let suggestions = self.suggestions.iter().map(|teaser| &teaser.link);
        let directory = self.layout.directory.iter().flat_map(|of| &of.items);
        let offered = suggestions.chain(directory).filter(|_| results.total == 0);
        let offered =
            offered.map(|link| json!({"title": link.title, "url": self.absolute(&link.href)}));
        pages.chain(offered).collect()
    }

    fn answer_json(&self, answer: &IndexedAnswer) -> Value {
        let link = |(title, address): &(String, String)| {
            let url = match address.starts_with('/') {
                true => self.absolute(address),
                false => address.clone(),
            };
            json!({"title": title, "url": url})
        };
        json!({"text": answer.text, "link": answer.link.as_ref().map(link)})
    }

    /// The address and title of a page.
    fn page_json(&self, page: &Page) -> Value {
        json!({"title": page.meta.title, "url": self.absolute(page.route.as_str())})
    }

    fn hit_json(&self, hit: &Hit<'_>) -> Value {
        let breadcrumb = hit.ancestors.iter().map(|above| self.page_json(above));
        let date = hit.page.day();
        let date = date.map(|date| Time::new(date, &self.layout.text).iso);
        json!({
            "url": self.absolute(hit.page.route.as_str()),
            "title": hit.page.meta.title,
            "kind": self.index.kinds().of(hit.page).map(|(_, name)| name),
            "date": date,
            "breadcrumb": breadcrumb.collect::<Value>(),
            "passage": hit.snippet.iter().map(part_json).collect::<Value>(),
            "best": hit.scored.is_named,
        })
    }

    fn facets_json(&self, results: &SearchResults<'_>) -> Value {
        let values = |values: &[FacetValue]| -> Value {
            let value = |value: &FacetValue| json!({"name": value.name, "title": self.facet_title(value), "count": value.count});
            values.iter().map(value).collect()
        };
        let facets = results.facets.iter();
        let facets = facets.map(|of| (of.facet.name().to_owned(), values(&of.values)));
        Value::Object(facets.collect())
    }

    fn absolute(&self, address: &str) -> String {
        format!("{}{address}", self.base_url)
    }
}

fn part_json(part: &SnippetPart) -> Value {
    match part {
        SnippetPart::Plain(text) => json!({"text": text}),
        SnippetPart::Highlighted(text) => json!({"text": text, "marked": true}),
    }
}
