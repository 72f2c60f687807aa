//! `synoniemen.toml`: words that mean the same to whoever searches. Editors extend it; the search
//! reads it.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use crate::content::word_table::{WordTable, texts};
use crate::message;
use crate::problem::Report;
use crate::rule::Rule;
use crate::source::Source;
use crate::toml_file;

/// The name of the file, in the content folder. A site can do without it.
pub const FILE: &str = "synoniemen.toml";

/// The words that mean the same, as editors wrote them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Synonyms {
    pub groups: Vec<SynonymGroup>,
    /// A word, and what it finds as well; not the other way round.
    pub one_way: Vec<(String, Vec<String>)>,
}

/// Words that mean the same: each finds the pages of all the others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SynonymGroup {
    /// The language of the questions for which they are; `None` for those in any.
    pub language: Option<&'static str>,
    pub words: Vec<String>,
}

type RawGroup = Spanned<Vec<Spanned<String>>>;

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
struct RawSynonyms {
    groups: Vec<RawGroup>,
    /// The groups of words of one language, by its tag.
    groups_in: BTreeMap<Spanned<String>, Vec<RawGroup>>,
    one_way: Vec<Spanned<RawOneWay>>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
struct RawOneWay {
    word: Option<Spanned<String>>,
    words: Vec<Spanned<String>>,
    finds: Vec<Spanned<String>>,
}

/// Reads the file. What is wrong in it is reported and left out; the rest counts.
pub fn read(source: &Source, report: &mut Report) -> Synonyms {
    let Some(read) = toml_file::read::<RawSynonyms>(source, report) else {
        return Synonyms::default();
    };
    let RawSynonyms {
        groups,
        groups_in,
        one_way,
    } = read.raw;
    let mut table = WordTable {
        source,
        report,
        rule: Rule::Synonyms,
    };
    let mut synonyms = Synonyms::default();
    for group in groups {
        synonyms.groups.extend(table.group(group, None));
    }
    for (tag, groups) in groups_in {
        let Some(language) = table.language(tag) else {
            continue;
        };
        for group in groups {
            synonyms.groups.extend(table.group(group, Some(language)));
        }
    }
    for row in one_way {
        synonyms.one_way.extend(table.one_way(row));
    }
    synonyms
}

impl WordTable<'_> {
    fn group(&mut self, group: RawGroup, language: Option<&'static str>) -> Option<SynonymGroup> {
        let span = group.span();
        let words = texts(self.words(group.into_inner()));
        if words.len() < 2 {
            self.wrong(
                span,
                message!("synonyms-no-group"),
                message!("synonyms-no-group-help"),
            );
            return None;
        }
        Some(SynonymGroup { language, words })
    }

    fn one_way(&mut self, row: Spanned<RawOneWay>) -> Vec<(String, Vec<String>)> {
        let span = row.span();
        let row = row.into_inner();
        let finds = texts(self.words(row.finds));
        let words = texts(self.words(row.word.into_iter().chain(row.words)));
        if words.is_empty() || finds.is_empty() {
            self.wrong(
                span,
                message!("synonyms-incomplete"),
                message!("synonyms-incomplete-help"),
            );
            return Vec::new();
        }
        words
            .into_iter()
            .map(|word| (word, finds.clone()))
            .collect()
    }
}
