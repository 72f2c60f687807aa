//! `synoniemen.toml`: words that mean the same to whoever searches. Editors extend it; the search
//! reads it.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;

use crate::problem::Report;
use crate::rule::Rule;
use crate::source::Source;
use crate::text::Text;
use crate::toml_file;

/// The name of the file, in the content folder. A site can do without it.
pub const FILE: &str = "synoniemen.toml";

/// No name that people search for has more words.
const LONGEST: usize = 5;

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
    let mut check = Check { source, report };
    let mut synonyms = Synonyms::default();
    for group in groups {
        synonyms.groups.extend(check.group(group, None));
    }
    for (tag, groups) in groups_in {
        let Some(language) = check.language(tag) else {
            continue;
        };
        for group in groups {
            synonyms.groups.extend(check.group(group, Some(language)));
        }
    }
    for row in one_way {
        synonyms.one_way.extend(check.one_way(row));
    }
    synonyms
}

struct Check<'a> {
    source: &'a Source,
    report: &'a mut Report,
}

impl Check<'_> {
    fn wrong(&mut self, span: Range<usize>, message: &str, help: &str) {
        let place = self.source.place(span.start);
        self.report.add(place, Rule::Synonyms, message, help);
    }

    fn language(&mut self, tag: Spanned<String>) -> Option<&'static str> {
        let known = Text::known(tag.get_ref());
        if known.is_none() {
            let message = format!("`{}` is geen taal van de site", tag.get_ref());
            let help = format!("schrijf een van deze: {}", Text::languages().join(", "));
            self.wrong(tag.span(), &message, &help);
        }
        known
    }

    fn group(&mut self, group: RawGroup, language: Option<&'static str>) -> Option<SynonymGroup> {
        let span = group.span();
        let words = self.words(group.into_inner());
        if words.len() < 2 {
            self.wrong(
                span,
                "deze groep heeft geen twee woorden",
                "een groep noemt twee of meer woorden die hetzelfde betekenen",
            );
            return None;
        }
        Some(SynonymGroup { language, words })
    }

    fn one_way(&mut self, row: Spanned<RawOneWay>) -> Vec<(String, Vec<String>)> {
        let span = row.span();
        let row = row.into_inner();
        let finds = self.words(row.finds);
        let words = self.words(row.word.into_iter().chain(row.words).collect());
        if words.is_empty() || finds.is_empty() {
            self.wrong(
                span,
                "hier ontbreekt `word` of `finds`",
                "schrijf het woord, en wat het ook vindt: word = \"trein\", finds = [\"spoor\"]",
            );
            return Vec::new();
        }
        words
            .into_iter()
            .map(|word| (word, finds.clone()))
            .collect()
    }

    /// The words that can be searched for, each once.
    fn words(&mut self, words: Vec<Spanned<String>>) -> Vec<String> {
        let mut valid: Vec<String> = Vec::new();
        for word in words {
            let span = word.span();
            let word = word.into_inner();
            let parts = word.split_whitespace().count();
            if !word.chars().any(char::is_alphanumeric) {
                self.wrong(
                    span,
                    "hier staat geen woord",
                    "schrijf een woord, of haal de lege tekst weg",
                );
            } else if parts > LONGEST {
                let message = format!("`{word}` heeft meer dan {LONGEST} woorden");
                self.wrong(span, &message, "gebruik een woord of een korte naam");
            } else if valid
                .iter()
                .any(|other| other.to_lowercase() == word.to_lowercase())
            {
                self.wrong(
                    span,
                    &format!("`{word}` staat er twee keer"),
                    "haal een van de twee weg",
                );
            } else {
                valid.push(word);
            }
        }
        valid
    }
}
