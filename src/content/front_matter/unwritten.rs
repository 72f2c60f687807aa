//! The texts of a new page that wait for an editor to write others. A page that is no draft cannot
//! keep them.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::message;
use crate::message::Message;

static SUMMARIES: LazyLock<BTreeSet<String>> = LazyLock::new(|| in_every_language(&summary()));
static FACTS: LazyLock<BTreeSet<String>> = LazyLock::new(|| in_every_language(&fact()));

/// The text that stands for the summary.
pub fn summary() -> Message {
    message!("draft-summary")
}

/// The text that stands for a fact.
pub fn fact() -> Message {
    message!("draft-fact")
}

pub fn is_summary(text: &str) -> bool {
    SUMMARIES.contains(text)
}

pub fn is_fact(text: &str) -> bool {
    FACTS.contains(text)
}

fn in_every_language(message: &Message) -> BTreeSet<String> {
    let said = message::languages().map(|language| message.in_language(language));
    said.collect()
}
