//! `synoniemen.toml`: words that mean the same to whoever searches. Editors extend it; the search
//! reads it.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use crate::problem::Report;
use crate::rule::Rule;
use crate::source::{Place, Source};
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

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawSynonyms {
    groups: Option<Vec<RawGroup>>,
    /// The groups of words of one language, by its tag.
    #[serde(default)]
    groups_in: BTreeMap<Spanned<String>, Vec<RawGroup>>,
    one_way: Option<Vec<Spanned<RawOneWay>>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawOneWay {
    word: Option<Spanned<String>>,
    #[serde(default)]
    words: Vec<Spanned<String>>,
    finds: Option<Vec<Spanned<String>>>,
}

/// Reads the file. What is wrong in it is reported and left out; the rest counts.
pub fn read(source: &Source, report: &mut Report) -> Synonyms {
    let Some(read) = toml_file::read::<RawSynonyms>(source, report) else {
        return Synonyms::default();
    };
    let raw = read.raw;
    let mut check = Check { source, report };
    let any = raw.groups.unwrap_or_default().into_iter();
    let mut groups: Vec<SynonymGroup> = any.filter_map(|group| check.group(group, None)).collect();
    for (tag, of_language) in raw.groups_in {
        if let Some(language) = check.language(tag) {
            groups.extend(
                of_language
                    .into_iter()
                    .filter_map(|group| check.group(group, Some(language))),
            );
        }
    }
    let one_way = raw
        .one_way
        .unwrap_or_default()
        .into_iter()
        .flat_map(|row| check.one_way(row))
        .collect();
    Synonyms { groups, one_way }
}

struct Check<'a> {
    source: &'a Source,
    report: &'a mut Report,
}

impl Check<'_> {
    fn wrong(&mut self, place: Place, message: &str, help: &str) {
        self.report.add(place, Rule::Synonyms, message, help);
    }

    fn language(&mut self, tag: Spanned<String>) -> Option<&'static str> {
        let known = Text::known(tag.get_ref());
        if known.is_none() {
            let message = format!("`{}` is geen taal van de site", tag.get_ref());
            let help = format!("schrijf een van deze: {}", Text::languages().join(", "));
            self.wrong(self.source.place(tag.span().start), &message, &help);
        }
        known
    }

    fn group(&mut self, group: RawGroup, language: Option<&'static str>) -> Option<SynonymGroup> {
        let place = self.source.place(group.span().start);
        let words = self.words(group.into_inner());
        if words.len() < 2 {
            self.wrong(
                place,
                "deze groep heeft geen twee woorden",
                "een groep noemt twee of meer woorden die hetzelfde betekenen",
            );
            return None;
        }
        Some(SynonymGroup { language, words })
    }

    fn one_way(&mut self, row: Spanned<RawOneWay>) -> Vec<(String, Vec<String>)> {
        let place = self.source.place(row.span().start);
        let row = row.into_inner();
        let finds = self.words(row.finds.unwrap_or_default());
        let words = self.words(row.word.into_iter().chain(row.words).collect());
        if words.is_empty() || finds.is_empty() {
            self.wrong(
                place,
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
            let place = self.source.place(word.span().start);
            let word = word.into_inner();
            let parts = word.split_whitespace().count();
            if !word.chars().any(char::is_alphanumeric) {
                self.wrong(
                    place,
                    "hier staat geen woord",
                    "schrijf een woord, of haal de lege tekst weg",
                );
            } else if parts > LONGEST {
                let message = format!("`{word}` heeft meer dan {LONGEST} woorden");
                self.wrong(place, &message, "gebruik een woord of een korte naam");
            } else if valid
                .iter()
                .any(|other| other.to_lowercase() == word.to_lowercase())
            {
                self.wrong(
                    place,
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
