//! The search page of one language, and its results as JSON.

mod json;
mod page;
mod parameters;

use std::sync::Arc;

use serde_json::json;

use crate::digest::{Digest, Digester};

use crate::outputs::alphabet::{self, LetterGroup};
use crate::outputs::generated::{entry, is_topic, other_lists};
use crate::outputs::layout::SiteLayout;
use crate::outputs::renderer::RenderContext;
use crate::outputs::search::parameters::{QueryError, QueryParameter, parameters};
use crate::outputs::view::{LinkView, Teaser};
use crate::route::Route;
use crate::search;
use crate::search::background::BackgroundIndex;
use crate::search::facets::FacetValue;
use crate::search::language::SearchLanguage;
use crate::search::query::Query;
use crate::site::{PageId, SiteMenuLink};
use crate::snapshot::dynamic::{DynamicHandler, DynamicOutcome, DynamicResponse, ResponseFormat};
use crate::snapshot::{CachePolicy, Stored};
use crate::threshold_counter::may_identify_a_person;

/// The length of the list from A to Z. A larger site leaves out those below the first pages.
const MAX_TOPICS: usize = 400;

/// The search in one language.
pub struct Search {
    layout: Arc<SiteLayout>,
    index: Arc<BackgroundIndex>,
    /// The language in which queries are expected.
    language: SearchLanguage,
    route: Route,
    /// The parameters of its addresses, by their names in the language.
    parameters: Vec<(QueryParameter, String)>,
    base_url: String,
    /// The pages offered where nothing is found: the themes, or the pages of the navigation where
    /// the language has no themes.
    suggestions: Vec<Teaser>,
    /// The name of the string that is their title.
    suggestions_title: &'static str,
    letters: Vec<LetterGroup>,
    /// The lists of what does not stand among the letters.
    other_lists: Vec<LinkView>,
    digest: Digest,
}

impl Search {
    pub fn new(cx: &RenderContext<'_>, route: Route, index: Arc<BackgroundIndex>) -> Self {
        let (suggestions, suggestions_title) = suggestions(cx);
        let lists = other_lists(cx);
        let mut search = Search {
            layout: cx.layout.clone(),
            language: SearchLanguage::of(cx.text().language()),
            route,
            parameters: parameters(cx.text(), index.kinds()),
            base_url: cx.site.config.base_url.clone(),
            suggestions: suggestions.into_iter().cloned().collect(),
            suggestions_title,
            letters: letters(cx),
            other_lists: lists.filter(|_| cx.is_main()).cloned().collect(),
            digest: index.digest(),
            index,
        };
        search.digest = Digester::default()
            .add(search.digest.bytes())
            .add(search.form_page(&Query::new("")))
            .digest();
        search
    }

    fn say(&self, name: &str) -> &str {
        self.layout.text.say(name)
    }

    /// The text of a facet value. A kind has only a name in addresses.
    fn facet_title(&self, value: &FacetValue) -> String {
        if !value.title.is_empty() {
            return value.title.clone();
        }
        let mut kinds = self.index.kinds().iter();
        match kinds.find(|(_, name)| *name == value.name) {
            Some((kind, _)) => self.say(&format!("search-kind-{}", kind.name)).to_owned(),
            None => value.name.clone(),
        }
    }

    fn html(&self, page: String) -> Stored {
        Stored::page(self.layout.text.language(), CachePolicy::NoStore, page)
    }

    fn error(&self, error: QueryError, format: ResponseFormat) -> DynamicResponse {
        let stored = match format {
            ResponseFormat::Html => self.html(self.error_page(error)),
            ResponseFormat::Json => {
                let text = self.say(&format!("{}-lead", error.string()));
                json_response(&json!({"error": text}))
            }
        };
        DynamicResponse {
            stored,
            outcome: DynamicOutcome::BadRequest,
        }
    }
}

fn json_response(data: &serde_json::Value) -> Stored {
    Stored::new("application/json", CachePolicy::NoStore, data.to_string())
}

impl DynamicHandler for Search {
    fn respond(&self, query_string: &str, format: ResponseFormat) -> DynamicResponse {
        let query = match self.parse(query_string) {
            Ok(query) => query,
            Err(error) => return self.error(error, format),
        };
        if query.text.is_empty() && format == ResponseFormat::Html {
            // Without waiting for the index.
            return DynamicResponse {
                stored: self.html(self.form_page(&query)),
                outcome: DynamicOutcome::Found,
            };
        }
        let index = self.index.latest();
        let parsed = search::parse(&index, &query);
        if parsed.is_truncated {
            return self.error(QueryError::TooManyWords, format);
        }
        let results = search::search_parsed(&index, &query, parsed);
        if query.page > results.pages && results.total > 0 {
            return self.error(QueryError::NoSuchPage, format);
        }
        let stored = match format {
            ResponseFormat::Html => self.html(self.results_page(&query, &results)),
            ResponseFormat::Json => json_response(&self.json(&query, &results)),
        };
        let is_counted = results.total == 0
            && results.answers.is_empty()
            && query.filters.is_empty()
            && !results.normalised_query.is_empty()
            && !may_identify_a_person(&query.text);
        let outcome = if is_counted {
            DynamicOutcome::NoResults(results.normalised_query)
        } else {
            DynamicOutcome::Found
        };
        DynamicResponse { stored, outcome }
    }

    fn without_queries(&self) -> Stored {
        self.html(self.list_page())
    }

    fn digest(&self) -> Digest {
        self.digest
    }
}

/// The pages from A to Z, or the first of them where there are too many.
fn letters(cx: &RenderContext<'_>) -> Vec<LetterGroup> {
    let topics = (0..cx.site.pages.len()).filter(|id| is_topic(cx, *id));
    let mut topics: Vec<PageId> = topics.collect();
    if topics.len() > MAX_TOPICS {
        topics.retain(|id| {
            let page = cx.site.page(*id);
            let above = page.route.parent().and_then(|above| above.parent());
            !page.kind.is_fallback() || above.is_none()
        });
        topics.truncate(MAX_TOPICS);
    }
    let entries = topics.into_iter().map(|id| entry(cx, id, String::new()));
    alphabet::letters(entries, cx.text())
}

/// The pages to go on with, and the name of the string above them: those of the first kind that
/// other pages belong to, or those in the menu where there are none in the language.
fn suggestions<'a>(cx: &'a RenderContext<'_>) -> (Vec<&'a Teaser>, &'static str) {
    let mut collections = cx.site.collections.iter();
    let first = collections.find(|of| of.kind.search.facet.is_some() && !of.kind.is_directory);
    if let Some(first) = first
        && cx.in_language(&first.items).next().is_some()
    {
        return (cx.teasers(cx.in_language(&first.items)), first.kind.name);
    }
    let menu = cx.language.navigation.iter().filter_map(SiteMenuLink::page);
    (cx.teasers(menu), "pages")
}
