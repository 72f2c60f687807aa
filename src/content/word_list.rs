//! The word list of a site: words that have a simpler one, own names, and abbreviations that every
//! reader knows.

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;
use toml::Spanned;

use crate::content::word_table::WordTable;
use crate::message;
use crate::problem::Report;
use crate::rule::Rule;
use crate::source::Source;
use crate::toml_file;

/// The name of the file, in the content folder.
pub const FILE: &str = "woordenlijst.toml";

/// The words that the site lists: names, abbreviations and hard words.
#[derive(Debug, Default)]
pub struct WordList {
    words: Vec<HardWord>,
    /// By the first word of a form, in lower case: the words that follow it, and its number in
    /// `words`; the longest first.
    forms: FxHashMap<String, Vec<(Vec<String>, usize)>>,
    names: FxHashSet<String>,
    abbreviations: FxHashSet<String>,
}

/// A word, or a few in a row, that can be said more simply.
#[derive(Debug, PartialEq)]
pub struct HardWord {
    pub word: String,
    pub simpler: String,
}

/// Every key of the file.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
struct RawWordList {
    names: Vec<String>,
    abbreviations: Vec<String>,
    word: Vec<Spanned<RawWord>>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
struct RawWord {
    word: Option<Spanned<String>>,
    simpler: Option<String>,
    forms: Vec<String>,
}

/// Reads the word list. An entry that is wrong is left out and reported.
pub fn read(source: &Source, report: &mut Report) -> WordList {
    let Some(toml_file::Read { raw, .. }) = toml_file::read::<RawWordList>(source, report) else {
        return WordList::default();
    };
    let parts = |names: &[String]| {
        let parts = names.iter().flat_map(|name| name.split_whitespace());
        parts.map(str::to_owned).collect()
    };
    let mut list = WordList {
        names: parts(&raw.names),
        abbreviations: parts(&raw.abbreviations),
        ..WordList::default()
    };
    let mut table = WordTable {
        source,
        report,
        rule: Rule::WordList,
    };
    for entry in raw.word {
        let span = entry.span();
        let entry = entry.into_inner();
        let (Some(word), Some(simpler)) = (entry.word, entry.simpler) else {
            table.wrong(
                span,
                message!("hard-word-incomplete"),
                message!("hard-word-incomplete-help"),
            );
            continue;
        };
        if word.get_ref().trim().is_empty() || simpler.trim().is_empty() {
            table.wrong(
                word.span(),
                message!("hard-word-empty"),
                message!("hard-word-empty-help"),
            );
        } else if !list.add(word.get_ref(), &simpler, entry.forms) {
            let message = message!("hard-word-twice", word = word.get_ref());
            table.wrong(word.span(), message, message!("hard-word-twice-help"));
        }
    }
    list
}

impl WordList {
    /// The hard word that stands at the start of these words, which are in lower case; and how many
    /// of them it takes.
    pub fn hard_word<'w>(
        &self,
        mut words: impl Iterator<Item = &'w str> + Clone,
    ) -> Option<(usize, &HardWord)> {
        let forms = self.forms.get(words.next()?)?;
        let fits = |following: &[String]| {
            let mut words = words.clone();
            following.iter().all(|word| words.next() == Some(word))
        };
        let (following, number) = forms.iter().find(|(following, _)| fits(following))?;
        Some((1 + following.len(), &self.words[*number]))
    }

    /// True if a word is, or is part of, a name that the site knows.
    pub fn is_name(&self, word: &str) -> bool {
        self.names.contains(word)
    }

    /// True if an abbreviation needs no explanation.
    pub fn is_known_abbreviation(&self, abbreviation: &str) -> bool {
        self.abbreviations.contains(abbreviation)
    }

    /// Adds a word with its forms. Returns whether it was new.
    fn add(&mut self, word: &str, simpler: &str, forms: Vec<String>) -> bool {
        let number = self.words.len();
        let all = std::iter::once(word.to_owned())
            .chain(verb_forms(word))
            .chain(forms);
        let mut is_new = true;
        for form in all {
            let mut parts = form
                .split_whitespace()
                .map(|part| part.trim_end_matches('.').to_lowercase());
            let Some(first) = parts.next() else { continue };
            let following: Vec<String> = parts.collect();
            let known = self.forms.entry(first).or_default();
            if known
                .iter()
                .any(|(other, entry)| *other == following && *entry != number)
            {
                is_new = false;
            } else {
                let at = known.partition_point(|(other, _)| other.len() >= following.len());
                known.insert(at, (following, number));
            }
        }
        self.words.push(HardWord {
            word: word.to_owned(),
            simpler: simpler.to_owned(),
        });
        is_new
    }
}

/// The other forms of a verb such as `realiseren`, which all follow one pattern; none for other
/// words.
fn verb_forms(word: &str) -> Vec<String> {
    const TAILS: [&str; 6] = ["eer", "eert", "eerde", "eerden", "erend", "erende"];
    let stem = word.strip_suffix("eren");
    let Some(stem) = stem.filter(|stem| stem.len() > 2 && !stem.contains(' ')) else {
        return Vec::new();
    };
    let participle = format!("ge{stem}eerd");
    let forms = TAILS.iter().map(|tail| format!("{stem}{tail}"));
    forms
        .chain([format!("{participle}e"), participle])
        .collect()
}
