//! A page with its score.

use std::cmp::Ordering;

use crate::search::score::factors::Factors;
use crate::search::terms::DocId;

/// A page that matches the query.
#[derive(Clone, Debug)]
pub struct ScoredPage {
    pub page: DocId,
    /// The sum of its scores for the words of the query.
    pub sum: f32,
    pub factors: Factors,
    /// True if it matches more of the query than fragments of its words.
    pub is_evident: bool,
    /// True if the query is the name of the page.
    pub is_named: bool,
}

impl ScoredPage {
    pub fn score(&self) -> f32 {
        self.sum * self.factors.product()
    }
}

/// The best first; of equals the first in the site.
pub fn by_score(a: &ScoredPage, b: &ScoredPage) -> Ordering {
    b.score()
        .total_cmp(&a.score())
        .then_with(|| a.page.cmp(&b.page))
}
