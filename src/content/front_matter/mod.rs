//! The lines between `+++` at the top of a file: the keys that all pages share, those that relate
//! it to other pages, and those of its kind.

pub mod key_reader;
pub mod schedule;
pub mod shared;
pub mod split;
pub mod unwritten;

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;

use crate::config::Config;
use crate::content::front_matter::key_reader::KeyReader;
use crate::content::front_matter::shared::Expected;
use crate::content::location::Location;
use crate::content::meta::{Meta, Relation};
use crate::content::page::Role;
use crate::kinds::spec::{Facts, KindTable, Order};
use crate::message;
use crate::problem::{Problem, Report};
use crate::rule::Rule;
use crate::source::Source;
use crate::toml_file::Entries;

/// The checked front matter of one file.
pub struct FrontMatter {
    /// The mistake because of which visitors cannot see the page.
    pub hidden_by: Option<Problem>,
    pub meta: Meta,
    pub facts: Facts,
}

impl FrontMatter {
    /// The front matter of a file of which nothing is known, because of this mistake.
    pub fn unreadable(source: &Source, mistake: Problem) -> Self {
        FrontMatter {
            hidden_by: Some(mistake),
            meta: Meta::unknown(source.start()),
            facts: Facts::default(),
        }
    }
}

/// Reads the front matter at `range` of a file. What is wrong with it goes to the report.
pub fn read(
    source: &Source,
    range: Range<usize>,
    location: &Location,
    config: &Config,
    report: &mut Report,
) -> FrontMatter {
    let before = report.problems().len();
    read_keys(source, range, location, config, report).unwrap_or_else(|| {
        let mut reported = report.problems().iter().skip(before);
        let mistake = reported.next().expect("a mistake was reported").clone();
        FrontMatter::unreadable(source, mistake)
    })
}

/// The front matter as far as it can be read; `None` where too much is wrong.
fn read_keys(
    source: &Source,
    range: Range<usize>,
    location: &Location,
    config: &Config,
    report: &mut Report,
) -> Option<FrontMatter> {
    let mut recovered = String::new();
    let (start, table) = (range.start, config.table);
    let language = config.language_of(&source.path);
    let entries = Entries::parse(source, range, &mut recovered, report)?;
    let zone = &config.time_zone;
    let mut keys = KeyReader::new(entries, source, start, language, zone, report);
    keys.country = config.country.as_deref();
    let (own, order) = match location.role {
        Role::Item => (location.kind.keys, location.kind.order),
        Role::Home | Role::Index => (&[][..], Order::ByFile),
    };
    let is_numbered = matches!(order, Order::ByNumber { .. });
    let of_kinds = table.keys();
    let of_others = of_kinds.iter().filter(|key| !own.contains(key));
    // Keys of another kind of page would be left unused without a word.
    for key in of_others.chain((!is_numbered).then_some(&"order")) {
        if let Some(span) = keys.entries.remove(key) {
            keys.wrong(
                span,
                Rule::UnknownKey,
                message!("key-of-another-kind", key = *key),
                message!("key-of-another-kind-help"),
            );
        }
    }
    let unwritten = keys.entries.texts(unwritten::is_fact);
    let relations = read_relations(&mut keys, table);
    let also_known: Vec<&str> = table
        .relations()
        .map(|kind| kind.name)
        .chain(of_kinds.iter().copied())
        .collect();
    let is_shared = |key: &str| !own.contains(&key);
    let raw = keys.entries.read(is_shared, &also_known, keys.report)?;
    let expected = Expected {
        date: location.date,
        order,
        is_in_other_language: language != config.language(),
    };
    let meta = shared::check(raw, relations, &expected, &mut keys);
    let is_new = meta.visibility.draft;
    for span in unwritten.into_iter().filter(|_| !is_new) {
        keys.wrong(
            span,
            Rule::MissingKey,
            message!("fact-unwritten"),
            message!("fact-unwritten-help"),
        );
    }
    let facts = match location.role {
        Role::Item => (location.kind.read)(&mut keys),
        Role::Home | Role::Index => Facts::default(),
    };
    Some(FrontMatter {
        hidden_by: keys.hidden_by,
        meta,
        facts,
    })
}

/// Reads the keys that name pages which this one belongs to.
fn read_relations(keys: &mut KeyReader<'_>, table: KindTable) -> Vec<Relation> {
    let is_relation = |key: &str| table.relations().any(|kind| kind.name == key);
    let named = keys.entries.read(is_relation, &[], keys.report);
    let mut named: BTreeMap<String, Vec<Spanned<String>>> = named.unwrap_or_default();
    let mut relations = Vec::new();
    for kind in table.relations() {
        let names = named.remove(kind.name).unwrap_or_default();
        let names = names.into_iter().map(|name| keys.located(name)).collect();
        relations.push(Relation { kind, names });
    }
    relations
}
