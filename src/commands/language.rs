//! The language in which the program speaks to the person who runs it.

use std::path::Path;

use noaber::config::{self, language_of_editors, main_language};
use noaber::dictionary::Dictionary;
use noaber::message;

/// The variables that say the language of a system, the strongest first (POSIX).
const VARIABLES: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// The main language of the site in this folder; where it does not say, or there is none, that of
/// the system.
pub fn of_site(content: &Path) -> &'static str {
    let of_site = settings(content).and_then(|text| language_of_editors(&text));
    of_site.unwrap_or_else(of_system)
}

/// The system's dictionary of the main language of the site in this folder.
pub fn dictionary_of_site(content: &Path) -> Option<Dictionary> {
    Dictionary::of_system(main_language(&settings(content)?)?)
}

fn settings(content: &Path) -> Option<String> {
    std::fs::read_to_string(content.join(config::FILE)).ok()
}

/// The language of the system, as its environment says.
pub fn of_system() -> &'static str {
    let set = VARIABLES
        .into_iter()
        .filter_map(|name| std::env::var(name).ok());
    let value = set.into_iter().find(|value| !value.is_empty());
    let tag = value.unwrap_or_default();
    message::language_for(tag.split(['_', '.', '-']).next().unwrap_or_default())
}
