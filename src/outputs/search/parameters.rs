//! Queries as they stand in addresses.

use crate::outputs::search::Search;
use crate::search::kinds::{Facet, FacetKinds};
use crate::search::query::{Filters, MAX_LENGTH, Query, Spelling};
use crate::text::Text;

/// The value of the parameter for words that are meant as they are typed.
const LITERAL: &str = "1";

/// A parameter in the address of a search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QueryParameter {
    Text,
    Filter(Facet),
    Page,
    Literal,
}

/// The parameters with their names in one language, in the order in which they are written.
pub fn parameters(text: &Text, kinds: &FacetKinds) -> Vec<(QueryParameter, String)> {
    let name = |name: &str| text.say(&format!("search-choice-{name}")).to_owned();
    let mut parameters = vec![(QueryParameter::Text, "q".to_owned())];
    let filters = kinds.facets();
    parameters.extend(filters.map(|facet| (QueryParameter::Filter(facet), name(facet.name()))));
    parameters.push((QueryParameter::Page, name("page")));
    parameters.push((QueryParameter::Literal, name("literal")));
    parameters
}

/// A query string that is no query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QueryError {
    Malformed,
    TooLong,
    TooManyWords,
    NoSuchPage,
}

impl QueryError {
    /// The beginning of the names of the strings that explain it.
    pub fn string(self) -> &'static str {
        match self {
            QueryError::Malformed => "search-malformed",
            QueryError::TooLong => "search-too-long",
            QueryError::TooManyWords => "search-too-many",
            QueryError::NoSuchPage => "search-no-page",
        }
    }
}

impl Search {
    /// Parses a query string. Other parameters in it are ignored.
    pub fn parse(&self, query_string: &str) -> Result<Query, QueryError> {
        let mut query = Query {
            language: Some(self.language),
            ..Query::new("")
        };
        if !is_percent_encoded(query_string) {
            return Err(QueryError::Malformed);
        }
        let mut seen = Vec::new();
        for (name, value) in form_urlencoded::parse(query_string.as_bytes()) {
            let known = self.parameters.iter().find(|(_, known)| *known == name);
            let Some((parameter, _)) = known else {
                continue;
            };
            let is_strange = |c: char| {
                (c.is_control() && !c.is_whitespace()) || c == char::REPLACEMENT_CHARACTER
            };
            if seen.contains(parameter) || value.chars().any(is_strange) {
                return Err(QueryError::Malformed);
            }
            seen.push(*parameter);
            let value = value.trim();
            if value.chars().count() > MAX_LENGTH {
                return Err(QueryError::TooLong);
            }
            if !value.is_empty() {
                set(&mut query, *parameter, value).ok_or(QueryError::Malformed)?;
            }
        }
        Ok(query)
    }

    /// The address of a query with these filters and this page of results.
    pub fn href(&self, query: &Query, filters: &Filters, page: usize) -> String {
        let mut written = form_urlencoded::Serializer::new(String::new());
        for (parameter, name) in &self.parameters {
            let value = match parameter {
                QueryParameter::Text => Some(query.text.clone()),
                QueryParameter::Filter(facet) => filters.get(facet.name()).cloned(),
                QueryParameter::Page => (page > 1).then(|| page.to_string()),
                QueryParameter::Literal => {
                    (query.spelling == Spelling::AsTyped).then(|| LITERAL.to_owned())
                }
            };
            if let Some(value) = value {
                written.append_pair(name, &value);
            }
        }
        format!("{}?{}", self.route, written.finish())
    }
}

/// Sets a parameter of a query. `None` if it cannot have this value.
fn set(query: &mut Query, parameter: QueryParameter, value: &str) -> Option<()> {
    match parameter {
        QueryParameter::Text => query.text = value.to_owned(),
        QueryParameter::Literal if value == LITERAL => query.spelling = Spelling::AsTyped,
        QueryParameter::Literal => return None,
        QueryParameter::Page => query.page = value.parse().ok().filter(|page| *page > 0)?,
        QueryParameter::Filter(facet) => {
            query.filters.insert(facet.name(), value.to_owned());
        }
    }
    Some(())
}

/// True if each `%` of a query string begins an escape.
fn is_percent_encoded(query_string: &str) -> bool {
    let is_escape = |rest: &str| matches!(rest.as_bytes(), [a, b, ..] if a.is_ascii_hexdigit() && b.is_ascii_hexdigit());
    query_string.split('%').skip(1).all(is_escape)
}
