//! The identifiers with which a Dutch public body publishes documents under the Woo. They are data,
//! in `lists.toml` beside this file, with their source and version.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    toml::from_str(include_str!("lists.toml")).expect("the lists are read by a test")
});

/// The start of the identifiers of categories and actions.
const CONCEPTS: &str = "https://identifier.overheid.nl/tooi/def/thes/kern/";

const LANGUAGES: &str = "http://publications.europa.eu/resource/authority/language/";

const FILE_TYPES: &str = "http://publications.europa.eu/resource/authority/file-type/";

#[derive(Deserialize)]
struct Lists {
    category: Vec<WooCategory>,
    action: Term,
    languages: BTreeMap<String, LanguageTerm>,
    formats: BTreeMap<String, String>,
}

/// A category of documents that public bodies publish of their own accord.
#[derive(Debug, Deserialize, PartialEq, Eq)]
pub struct WooCategory {
    /// Its number in the name of its site map.
    pub number: usize,
    pub name: String,
    concept: String,
}

#[derive(Deserialize)]
struct Term {
    name: String,
    concept: String,
}

#[derive(Deserialize)]
struct LanguageTerm {
    name: String,
    code: String,
}

/// A word from a list, with its identifier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WooTerm {
    pub identifier: String,
    pub name: String,
}

impl WooCategory {
    /// The category with this name, in whatever case.
    pub fn named(name: &str) -> Option<&'static WooCategory> {
        let is_same = |category: &&WooCategory| category.name.to_lowercase() == name.to_lowercase();
        Self::all().iter().find(is_same)
    }

    pub fn all() -> &'static [WooCategory] {
        &LISTS.category
    }

    pub fn term(&self) -> WooTerm {
        WooTerm {
            identifier: format!("{CONCEPTS}{}", self.concept),
            name: self.name.clone(),
        }
    }
}

/// The act by which a document came to be.
pub fn action() -> WooTerm {
    WooTerm {
        identifier: format!("{CONCEPTS}{}", LISTS.action.concept),
        name: LISTS.action.name.clone(),
    }
}

/// The language with this BCP 47 tag.
pub fn language(tag: &str) -> Option<WooTerm> {
    let term = LISTS.languages.get(tag)?;
    Some(WooTerm {
        identifier: format!("{LANGUAGES}{}", term.code),
        name: term.name.clone(),
    })
}

/// The type of a file, by the ending of its name. `None` where a harvester takes no such file.
pub fn format(ending: &str) -> Option<WooTerm> {
    Some(WooTerm {
        identifier: format!("{FILE_TYPES}{}", LISTS.formats.get(ending)?),
        name: ending.to_owned(),
    })
}
