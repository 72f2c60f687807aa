//! The page with what was found, and the same as JSON.

mod data;
mod question;

use std::sync::Arc;

use askama::Template;
use serde_json::{Value, json};

use crate::content::page::Role;
use crate::digest::{Digest, Digester};
use crate::outputs::alphabet::{self, LetterGroup, LetterStep};
use crate::outputs::generated::{entry, is_topic};
use crate::outputs::layout::{Directory, LanguageLink, NavState, PageLayout, SiteLayout};
use crate::outputs::pager::{Pager, PagerStep};
use crate::outputs::renderer::RenderContext;
use crate::outputs::search::question::Question;
use crate::outputs::template::render_template;
use crate::outputs::view::{Link, Teaser, Time};
use crate::route::Route;
use crate::search::analysis::Language;
use crate::search::facets::Facet;
use crate::search::lazy::LazyIndex;
use crate::search::query::{Filters, Query, Spelling};
use crate::search::snippet::SnippetPart;
use crate::search::{Hit, SearchResults, search};
use crate::site::PageId;
use crate::snapshot::dynamic::{DynamicHandler, DynamicOutcome, DynamicResponse, ResponseFormat};
use crate::snapshot::{CachePolicy, Stored};

/// The length of the list from A to Z. A site with more pages leaves out those below the first ones.
const MAX_TOPICS: usize = 400;

/// Answers questions, in the look of the site.
pub struct Search {
    layout: Arc<SiteLayout>,
    index: Arc<LazyIndex>,
    /// The language in which visitors ask.
    language: Language,
    route: Route,
    base_url: String,
    /// Where to go on when nothing was found: the themes, or the first pages where there are none in the language.
    suggestions: Vec<Teaser>,
    /// The name of the string that says what these are.
    suggestions_title: &'static str,
    letters: Vec<LetterGroup>,
    digest: Digest,
}

#[derive(Template)]
#[template(path = "search.html")]
struct SearchPage<'a> {
    layout: PageLayout,
    title: String,
    /// Why there is no answer; empty where there is one.
    lead: String,
    action: &'a Route,
    query: &'a str,
    count: Option<Count>,
    suggestion: Option<Suggestion>,
    hits: Vec<SearchHit>,
    pager: Option<Pager>,
    groups: Vec<FacetGroup>,
    nothing: Option<String>,
    /// What is shown where nothing was asked or found.
    suggestions: &'a [Teaser],
    suggestions_title: &'a str,
    directory: Option<&'a Directory>,
    /// The way through the letters.
    letter_nav: Vec<LetterStep>,
    letters: &'a [LetterGroup],
}

/// How many pages were found, as it is read aloud.
struct Count {
    number: String,
    words: String,
}

struct Suggestion {
    meant: Link,
    found: String,
    literally: Link,
}

/// A page that was found.
struct SearchHit {
    href: String,
    /// Said before the kind, where the question names this page.
    named: String,
    /// The language of its words, where the page with the hits has another one.
    other: Option<OtherLanguage>,
    title: Vec<SnippetPart>,
    kind: String,
    time: Option<Time>,
    /// The titles of the pages above it.
    trail: Vec<String>,
    passage: Vec<SnippetPart>,
}

struct OtherLanguage {
    tag: &'static str,
    /// As it is said of a page: `in het Duits`.
    said: String,
}

struct FacetGroup {
    title: String,
    choices: Vec<FacetChoice>,
}

struct FacetChoice {
    title: String,
    count: String,
    /// `None` for what is chosen.
    href: Option<String>,
}

impl Search {
    /// The search in the language of a renderer. `None` where that has none.
    pub fn new(cx: &RenderContext<'_>, route: Route, index: Arc<LazyIndex>) -> Self {
        let (suggestions, suggestions_title) = suggestions(cx);
        let mut search = Search {
            layout: cx.layout.clone(),
            language: Language::of(cx.text().language()),
            route,
            base_url: cx.site.config.base_url.clone(),
            suggestions: suggestions.into_iter().cloned().collect(),
            suggestions_title,
            letters: letters(cx),
            digest: index.digest(),
            index,
        };
        let empty = search.page(&Query::new(""), "");
        search.digest = Digester::default()
            .add(search.digest.bytes())
            .add(empty)
            .digest();
        search
    }

    fn say(&self, name: &str) -> &str {
        self.layout.text.say(name)
    }

    /// The layout of a page for this question: each language leads to its own answer to it.
    fn page_layout(&self, title: &str, current_title: &str, question: &str) -> PageLayout {
        let query = form_urlencoded::Serializer::new(String::new())
            .append_pair("q", question)
            .finish();
        let with_question = |language: &LanguageLink| {
            let href = match &language.search {
                Some(search) if question.is_empty() => search.to_string(),
                Some(search) => format!("{search}?{query}"),
                None => language.href.clone(),
            };
            LanguageLink {
                href,
                ..language.clone()
            }
        };
        PageLayout {
            languages: self.layout.languages.iter().map(with_question).collect(),
            current_title: current_title.to_owned(),
            ..PageLayout::new(&self.layout, title).below_home()
        }
    }

    /// A page with the form, and nothing found. `lead` says why where something was asked.
    fn page(&self, query: &Query, error: &str) -> String {
        let title = if error.is_empty() {
            self.say("search-title").to_owned()
        } else {
            self.layout.text.say(&format!("{error}-title")).to_owned()
        };
        render_template(&SearchPage {
            layout: self.page_layout(&title, &title, &query.text),
            lead: if error.is_empty() {
                String::new()
            } else {
                self.layout.text.say(&format!("{error}-lead")).to_owned()
            },
            title,
            action: &self.route,
            query: &query.text,
            count: None,
            suggestion: None,
            hits: Vec::new(),
            pager: None,
            groups: Vec::new(),
            nothing: None,
            suggestions: if error.is_empty() {
                &[]
            } else {
                &self.suggestions
            },
            suggestions_title: self.say(self.suggestions_title),
            directory: None,
            letter_nav: alphabet::letter_nav(&self.letters),
            letters: if error.is_empty() { &self.letters } else { &[] },
        })
    }

    fn found(&self, query: &Query, found: &SearchResults<'_>) -> String {
        let text = &self.layout.text;
        let nothing = (found.total == 0).then(|| {
            let narrowed = query.filters != Filters::default();
            text.say(if narrowed {
                "search-nothing-narrowed"
            } else {
                "search-nothing-lead"
            })
            .to_owned()
        });
        let is_empty = nothing.is_some();
        render_template(&SearchPage {
            layout: self.page_layout(
                &self.title(query, found),
                self.say("search-title"),
                &query.text,
            ),
            title: self.say("search-title").to_owned(),
            lead: String::new(),
            action: &self.route,
            query: &query.text,
            count: Some(Count {
                number: text.number(found.total as f64),
                words: format!(
                    "{} {}",
                    text.count("search-found", found.total),
                    text.say_with("search-found-for", "query", &query.text)
                ),
            }),
            suggestion: found
                .suggestion
                .as_ref()
                .map(|meant| self.suggestion(query, meant, found.total)),
            hits: found.hits.iter().map(|hit| self.hit(hit)).collect(),
            pager: (found.pages > 1).then(|| self.pager(query, found)),
            groups: self.groups(query, found),
            nothing,
            suggestions: if is_empty { &self.suggestions } else { &[] },
            suggestions_title: self.say(self.suggestions_title),
            directory: self.layout.directory.as_ref().filter(|_| is_empty),
            letter_nav: Vec::new(),
            letters: &[],
        })
    }

    /// What the window is called: the question, how much was found, and which page of it this is.
    fn title(&self, query: &Query, found: &SearchResults<'_>) -> String {
        let text = &self.layout.text;
        let mut title = text.say_with("search-title-of", "query", &query.text);
        title.push_str(&format!(
            ", {} {}",
            text.number(found.total as f64),
            text.count("search-found", found.total)
        ));
        if found.pages > 1 {
            title.push_str(&format!(
                ", {}",
                text.number_of("page-of", found.page, found.pages)
            ));
        }
        title
    }

    fn suggestion(&self, query: &Query, meant: &str, total: usize) -> Suggestion {
        let href = |query: &Query| self.href(query, &Filters::default(), 1);
        let literal = Query {
            spelling: Spelling::AsTyped,
            ..query.clone()
        };
        Suggestion {
            meant: Link {
                title: meant.to_owned(),
                href: href(&Query::new(meant)),
            },
            found: if total > 0 {
                self.say("search-suggestion-found").to_owned()
            } else {
                String::new()
            },
            literally: Link {
                title: self
                    .layout
                    .text
                    .say_with("search-literally", "query", &query.text),
                href: href(&literal),
            },
        }
    }

    fn hit(&self, hit: &Hit<'_>) -> SearchHit {
        let page = hit.page;
        let kind = self.index.kinds().of(page).name;
        SearchHit {
            href: page.route.to_string(),
            named: if hit.is_named {
                format!("{}: ", self.say("search-named"))
            } else {
                String::new()
            },
            other: (page.language != self.layout.text.language()).then(|| OtherLanguage {
                tag: page.language,
                said: self
                    .layout
                    .text
                    .say_with("search-in-language", "language", page.language),
            }),
            title: hit.title.clone(),
            time: page
                .event_date()
                .map(|date| Time::new(date, &self.layout.text)),
            trail: hit
                .trail
                .iter()
                .filter(|above| above.role != Role::Home)
                .map(|above| above.meta.title.clone())
                .collect(),
            kind: self.say(&format!("kind-{kind}")).to_owned(),
            passage: hit.passage.clone(),
        }
    }

    fn pager(&self, query: &Query, found: &SearchResults<'_>) -> Pager {
        Pager::new(found.page, found.pages, |number| {
            self.href(query, &query.filters, number)
        })
    }

    /// The ways to narrow what was found; a group with nothing to choose is left out.
    fn groups(&self, query: &Query, found: &SearchResults<'_>) -> Vec<FacetGroup> {
        let filters = &query.filters;
        let with = |choose: fn(&mut Filters, Option<String>), value: Option<&str>| {
            let mut chosen = filters.clone();
            choose(&mut chosen, value.map(str::to_owned));
            self.href(query, &chosen, 1)
        };
        let group = |title: &str,
                     facets: &[Facet],
                     chosen: Option<&str>,
                     choose: fn(&mut Filters, Option<String>)| {
            if facets.is_empty() && chosen.is_none() {
                return None;
            }
            let all = FacetChoice {
                title: self.say("search-all-hits").to_owned(),
                count: String::new(),
                href: chosen.is_some().then(|| with(choose, None)),
            };
            let choice = |facet: &Facet| FacetChoice {
                title: self.facet_title(facet),
                count: self.layout.text.number(facet.count as f64),
                href: (chosen != Some(&facet.name)).then(|| with(choose, Some(&facet.name))),
            };
            let choices = std::iter::once(all)
                .chain(facets.iter().map(choice))
                .collect();
            Some(FacetGroup {
                title: self.say(title).to_owned(),
                choices,
            })
        };
        let facets = &found.facets;
        let year = filters.year.map(|year| year.to_string());
        [
            group(
                "search-kinds",
                &facets.kinds,
                filters.kind.as_deref(),
                |filters, value| filters.kind = value,
            ),
            group(
                "themes",
                &facets.themes,
                filters.theme.as_deref(),
                |filters, value| filters.theme = value,
            ),
            group(
                "municipalities",
                &facets.municipalities,
                filters.municipality.as_deref(),
                |filters, value| filters.municipality = value,
            ),
            group(
                "search-years",
                &facets.years,
                year.as_deref(),
                |filters, value| filters.year = value.and_then(|year| year.parse().ok()),
            ),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// A facet as it is read. Kinds have a name only in addresses.
    fn facet_title(&self, facet: &Facet) -> String {
        if !facet.title.is_empty() {
            return facet.title.clone();
        }
        match self.index.kinds().named(&facet.name) {
            Some(kind) => self.say(&format!("search-kind-{}", kind.name)).to_owned(),
            None => facet.name.clone(),
        }
    }
}

impl DynamicHandler for Search {
    fn respond(&self, question: &str, wanted: ResponseFormat) -> DynamicResponse {
        let store = |page| Stored::page(self.layout.text.language(), CachePolicy::NoStore, page);
        let store_data =
            |data: Value| Stored::new("application/json", CachePolicy::NoStore, data.to_string());
        let refuse = |error: &str| DynamicResponse {
            stored: match wanted {
                ResponseFormat::Html => store(self.page(&Query::new(""), error)),
                ResponseFormat::Json => {
                    store_data(json!({"error": self.layout.text.say(&format!("{error}-lead"))}))
                }
            },
            outcome: DynamicOutcome::BadRequest,
        };
        let query = match self.read(question) {
            Question::Sound(query) => query,
            Question::Refused(error) => return refuse(error),
        };
        if query.text.is_empty() && wanted == ResponseFormat::Html {
            return DynamicResponse {
                stored: store(self.page(&query, "")),
                outcome: DynamicOutcome::Found,
            };
        }
        let found = search(&self.index, &query);
        if query.page > found.pages {
            return refuse("search-no-page");
        }
        let is_counted = query.filters == Filters::default()
            && !found.words.is_empty()
            && !query.may_be_personal();
        let unanswered = found.total == 0 && is_counted;
        DynamicResponse {
            stored: match wanted {
                ResponseFormat::Html => store(self.found(&query, &found)),
                ResponseFormat::Json => store_data(self.data(&query, &found)),
            },
            outcome: if unanswered {
                DynamicOutcome::NoResults(found.words)
            } else {
                DynamicOutcome::Found
            },
        }
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
    let first = collections.find(|of| of.kind.relation.is_some() && !of.kind.is_directory);
    if let Some(first) = first
        && cx.in_language(&first.items).next().is_some()
    {
        return (cx.teasers(cx.in_language(&first.items)), first.kind.name);
    }
    let menu = cx.language.navigation.iter().map(|(_, page)| *page);
    (cx.teasers(menu), "pages")
}
