//! The HTML of the search page: the form, the results of a query, or the reason why there are none.

use askama::Template;

use crate::content::page::{Page, Role};
use crate::content::slug::slug;
use crate::kinds::spec::OtherNames;
use crate::outputs::alphabet::{self, LetterGroup, LetterStep};
use crate::outputs::layout::{Directory, LanguageLink, NavState, PageLayout};
use crate::outputs::pager::{Pager, PagerStep};
use crate::outputs::search::Search;
use crate::outputs::search::parameters::QueryError;
use crate::outputs::template::render_template;
use crate::outputs::view::{self, AnswerView, LinkView, Teaser, Time};
use crate::route::Route;
use crate::search::corpus::IndexedAnswer;
use crate::search::facets::FacetValues;
use crate::search::kinds::Facet;
use crate::search::query::{Filters, Query, Spelling};
use crate::search::snippet::SnippetPart;
use crate::search::{Hit, SearchResults};

#[derive(Template)]
#[template(path = "search.html")]
struct SearchPage<'a> {
    layout: PageLayout,
    title: String,
    /// The reason why there are no results; empty where there is none.
    lead: String,
    /// The address that answers; `None` where nothing does.
    action: Option<&'a Route>,
    query: &'a str,
    count: Option<Count>,
    suggestion: Option<Suggestion>,
    answers: Vec<AnswerView>,
    /// The words that no page has, in a sentence; empty where there are none.
    unmatched: String,
    hits: Vec<SearchHit>,
    pager: Option<Pager>,
    groups: Vec<FacetGroup>,
    nothing: Option<Nothing>,
    nearest: Vec<Teaser>,
    suggestions: &'a [Teaser],
    suggestions_title: &'a str,
    directory: Option<&'a Directory>,
    letter_nav: Vec<LetterStep>,
    letters: &'a [LetterGroup],
    other_lists: &'a [LinkView],
}

/// The number of hits, as a screen reader reads it.
struct Count {
    number: String,
    words: String,
}

/// The reason why there are no hits, and the same query without what narrows it.
struct Nothing {
    reason: String,
    way_back: Option<LinkView>,
}

struct Suggestion {
    meant: LinkView,
    found: String,
    literally: LinkView,
}

struct SearchHit {
    href: String,
    /// The text before the kind of a page that the query names.
    named: String,
    /// The words that a place which the query names lies there.
    lies: Option<String>,
    /// The language of the page, if it is not that of the search page.
    other: Option<OtherLanguage>,
    title: Vec<SnippetPart>,
    kind: String,
    time: Option<Time>,
    /// The titles of the pages above it.
    ancestors: Vec<String>,
    snippet: Vec<SnippetPart>,
}

struct OtherLanguage {
    tag: &'static str,
    /// The text that says so: `in het Duits`.
    said: String,
}

struct FacetGroup {
    title: String,
    /// True where its choices are seen at once: those of most use, and where one was made.
    is_open: bool,
    choices: Vec<FacetChoice>,
}

struct FacetChoice {
    title: String,
    count: String,
    /// `None` for what is chosen.
    href: Option<String>,
}

impl Search {
    /// The layout of a page for this query: each language links to its own results of it.
    fn page_layout(&self, title: &str, current_title: &str, query: &str) -> PageLayout {
        let query_string = form_urlencoded::Serializer::new(String::new())
            .append_pair("q", query)
            .finish();
        let with_query = |language: &LanguageLink| {
            let href = match &language.search {
                Some(search) if query.is_empty() => search.to_string(),
                Some(search) => format!("{search}?{query_string}"),
                None => language.href.clone(),
            };
            LanguageLink {
                href,
                ..language.clone()
            }
        };
        PageLayout {
            languages: self.layout.languages.iter().map(with_query).collect(),
            current_title: current_title.to_owned(),
            description: self.layout.text.say("search-description").to_owned(),
            ..PageLayout::new(&self.layout, title).below_home()
        }
    }

    /// A page without results.
    fn blank<'a>(&'a self, title: &str, query: &'a str) -> SearchPage<'a> {
        SearchPage {
            layout: self.page_layout(title, title, query),
            title: title.to_owned(),
            lead: String::new(),
            action: Some(&self.route),
            query,
            count: None,
            suggestion: None,
            answers: Vec::new(),
            unmatched: String::new(),
            hits: Vec::new(),
            pager: None,
            groups: Vec::new(),
            nothing: None,
            nearest: Vec::new(),
            suggestions: &[],
            suggestions_title: self.say(self.suggestions_title),
            directory: None,
            letter_nav: Vec::new(),
            letters: &[],
            other_lists: &[],
        }
    }

    /// The page with the form and the list of all pages.
    pub fn form_page(&self, query: &Query) -> String {
        render_template(&SearchPage {
            letter_nav: alphabet::letter_nav(&self.letters),
            letters: &self.letters,
            other_lists: &self.other_lists,
            ..self.blank(self.say("search-title"), &query.text)
        })
    }

    /// The list of all pages, where nothing answers queries.
    pub fn list_page(&self) -> String {
        render_template(&SearchPage {
            lead: self.say("search-list-lead").to_owned(),
            action: None,
            letter_nav: alphabet::letter_nav(&self.letters),
            letters: &self.letters,
            other_lists: &self.other_lists,
            ..self.blank(self.say("search-title"), "")
        })
    }

    /// The page that explains why the query string is no query.
    pub fn error_page(&self, error: QueryError) -> String {
        let title = self.say(&format!("{}-title", error.string()));
        render_template(&SearchPage {
            lead: self.say(&format!("{}-lead", error.string())).to_owned(),
            suggestions: &self.suggestions,
            ..self.blank(title, "")
        })
    }

    pub fn results_page(&self, query: &Query, results: &SearchResults<'_>) -> String {
        let text = &self.layout.text;
        let found = text.count("search-found", results.total);
        let found_for = text.say_with("search-found-for", "query", &query.text);
        let suggestion = results.suggestion.as_ref();
        let groups = results.facets.iter();
        let groups = groups.filter_map(|facet| self.facet_group(query, facet, results.total));
        let title = self.say("search-title");
        let mut page = SearchPage {
            layout: self.page_layout(&self.window_title(query, results), title, &query.text),
            count: Some(Count {
                number: text.number(results.total as f64),
                words: format!("{found} {found_for}"),
            }),
            suggestion: suggestion.map(|meant| self.suggestion(query, meant, results.total)),
            answers: results.answers.iter().map(|of| self.answer(of)).collect(),
            unmatched: self.unmatched(results),
            hits: results
                .hits
                .iter()
                .map(|hit| self.hit(hit, &results.normalised_query))
                .collect(),
            pager: (results.pages > 1).then(|| self.pager(query, results)),
            groups: groups.collect(),
            ..self.blank(title, &query.text)
        };
        if results.total == 0 {
            page.nothing = self.nothing(query, results);
            let nearest = results.nearest.iter();
            page.nearest = nearest.map(|page| view::teaser(page, text)).collect();
            page.suggestions = &self.suggestions;
            page.directory = self.layout.directory.as_ref();
        }
        render_template(&page)
    }

    /// The words that no page has, in a sentence.
    fn unmatched(&self, results: &SearchResults<'_>) -> String {
        let text = &self.layout.text;
        let quoted = results.unmatched.iter();
        let quoted = quoted.map(|word| text.say_with("search-quoted", "word", word));
        let words: Vec<String> = quoted.collect();
        match words.is_empty() {
            true => String::new(),
            false => text.say_with("search-unmatched", "words", words.join(", ")),
        }
    }

    /// The reason why there are no hits. `None` where an answer says enough.
    fn nothing(&self, query: &Query, results: &SearchResults<'_>) -> Option<Nothing> {
        let is_narrowed = !query.filters.is_empty();
        let reason = match is_narrowed {
            true => self.say("search-nothing-narrowed"),
            false => self.say("search-nothing-lead"),
        };
        let way_back = is_narrowed.then(|| {
            let address = self.href(query, &Filters::default(), 1);
            LinkView::new(self.say("search-not-narrowed"), address)
        });
        (is_narrowed || results.answers.is_empty()).then(|| Nothing {
            reason: reason.to_owned(),
            way_back,
        })
    }

    fn answer(&self, answer: &IndexedAnswer) -> AnswerView {
        let link = answer.link.as_ref();
        AnswerView {
            text: answer.text.clone(),
            link: link.map(|(title, address)| LinkView::new(title, address)),
            language: (answer.tag != self.layout.text.language()).then_some(answer.tag),
        }
    }

    /// The title of the window: the query, the number of hits, and the number of this page.
    fn window_title(&self, query: &Query, results: &SearchResults<'_>) -> String {
        let text = &self.layout.text;
        let mut title = format!(
            "{}, {} {}",
            text.say_with("search-title-of", "query", &query.text),
            text.number(results.total as f64),
            text.count("search-found", results.total)
        );
        if results.pages > 1 {
            let number = text.fill(
                "page-of",
                [
                    ("number", results.page.into()),
                    ("total", results.pages.into()),
                ],
            );
            title.push_str(&format!(", {number}"));
        }
        title
    }

    fn suggestion(&self, query: &Query, meant: &str, total: usize) -> Suggestion {
        let text = &self.layout.text;
        let href = |query: &Query| self.href(query, &Filters::default(), 1);
        let literal = Query {
            spelling: Spelling::AsTyped,
            ..query.clone()
        };
        Suggestion {
            meant: LinkView {
                title: meant.to_owned(),
                href: href(&Query::new(meant)),
            },
            found: if total > 0 {
                self.say("search-suggestion-found").to_owned()
            } else {
                String::new()
            },
            literally: LinkView {
                title: text.say_with("search-literally", "query", &query.text),
                href: href(&literal),
            },
        }
    }

    fn hit(&self, hit: &Hit<'_>, asked: &str) -> SearchHit {
        let (page, text) = (hit.page, &self.layout.text);
        let kind = self
            .index
            .kinds()
            .of(page)
            .map_or("", |(kind, _)| kind.name);
        // The list of its kind says no more than the kind does.
        let says_more = |above: &&&Page| match above.role {
            Role::Home => false,
            Role::Index => above.kind.is_fallback() || above.kind != page.kind,
            Role::Item => true,
        };
        let ancestors = hit.ancestors.iter().filter(says_more);
        let place = hit.scored.is_named.then(|| place_in(page, asked)).flatten();
        SearchHit {
            href: page.route.to_string(),
            lies: place.map(|place| text.say_with("place-lies-here", "place", place)),
            named: if hit.scored.is_named {
                format!("{}: ", self.say("search-named"))
            } else {
                String::new()
            },
            other: (page.language != text.language()).then(|| OtherLanguage {
                tag: page.language,
                said: text.say_with("search-in-language", "language", page.language),
            }),
            title: hit.title.clone(),
            time: page.day().map(|date| Time::new(date, text)),
            ancestors: ancestors.map(|above| above.meta.title.clone()).collect(),
            kind: self.say(&format!("kind-{kind}")).to_owned(),
            snippet: hit.snippet.clone(),
        }
    }

    fn pager(&self, query: &Query, results: &SearchResults<'_>) -> Pager {
        Pager::new(results.page, results.pages, |number| {
            self.href(query, &query.filters, number)
        })
    }

    /// The choices of a facet, where one was chosen or would help: it leaves out some of the hits,
    /// and there are fewer choices than hits to read.
    fn facet_group(&self, query: &Query, of: &FacetValues, total: usize) -> Option<FacetGroup> {
        let FacetValues { facet, values } = of;
        let chosen = query.filters.get(facet.name());
        let narrows = values.iter().any(|value| value.count != total);
        if chosen.is_none() && (!narrows || values.len() >= total) {
            return None;
        }
        let href = |filters: &Filters| self.href(query, filters, 1);
        let mut filters = query.filters.clone();
        filters.remove(facet.name());
        let mut choices = vec![FacetChoice {
            title: self.say("search-all-hits").to_owned(),
            count: String::new(),
            href: chosen.is_some().then(|| href(&filters)),
        }];
        for value in values {
            filters.insert(facet.name(), value.name.clone());
            choices.push(FacetChoice {
                title: self.facet_title(value),
                count: self.layout.text.number(value.count as f64),
                href: (chosen != Some(&value.name)).then(|| href(&filters)),
            });
        }
        let title = match facet {
            Facet::Kind => "search-kinds",
            Facet::Entity(kind) => kind.name,
            Facet::Year => "search-years",
        };
        Some(FacetGroup {
            title: self.say(title).to_owned(),
            is_open: chosen.is_some() || matches!(facet, Facet::Kind),
            choices,
        })
    }
}

/// The place of a page that is named in a query of folded words, where that is not its title.
fn place_in(page: &Page, asked: &str) -> Option<String> {
    let OtherNames::Places(places) = page.kind.search.names else {
        return None;
    };
    let asked = format!("-{}-", slug(asked));
    let has = |name: &str| asked.contains(&format!("-{}-", slug(name)));
    let mut places = places(&page.facts).into_iter();
    places.find(|place| has(place) && !has(&page.meta.title))
}
