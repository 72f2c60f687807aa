//! `site.toml`: what makes the site that of one region and not of another.

mod data;
mod kinds;
mod language;
mod publisher;
mod reader;
mod security;

use std::collections::{BTreeMap, HashSet};

use serde::Deserialize;
use serde::de::IgnoredAny;
use toml::Spanned;

use crate::config::data::RawDataTerms;
use crate::config::kinds::RawKinds;
use crate::config::language::{RawFooter, RawLanguage, RawMenuEntry, RawWords};
use crate::config::publisher::RawPublisher;
use crate::config::reader::ConfigReader;
use crate::config::security::RawSecurity;
use crate::date::TimeZone;
use crate::kinds::spec::{KindSpec, KindTable};
use crate::message;
use crate::problem::Report;
use crate::route::Route;
use crate::rule::policy::{self, Policy, RawPolicy};
use crate::source::Source;
use crate::text::Text;
use crate::toml_file::{self, ParseState, Read};

pub use data::DataTerms;
pub use kinds::KindFolder;
pub use language::{
    Footer, Language, MenuEntry, MenuLink, MenuTarget, language_of_editors, main_language,
};
pub use publisher::Publisher;
pub use security::Security;

/// The name of the file, in the content folder.
pub const FILE: &str = "site.toml";

/// The checked settings of a site.
#[derive(Clone, Debug)]
pub struct Config {
    /// The name of the site, as in the header and behind each title.
    pub name: String,
    /// One sentence for search engines and feeds.
    pub description: String,
    /// Scheme and host without a slash at the end: `https://voorbeeld.nl`.
    pub base_url: String,
    /// The name under which the site gives lasting names (RFC 4151), with a year or day on which it
    /// was its own: `voorbeeld.nl,2026`.
    pub tag: Option<String>,
    /// The languages that pages can be in: the site's own, then the others.
    pub languages: Vec<Language>,
    pub time_zone: TimeZone,
    /// The country, by its two letters: `NL`.
    pub country: Option<String>,
    pub publisher: Publisher,
    /// `None` where there is nobody to write to.
    pub security: Option<Security>,
    pub data: DataTerms,
    /// All kinds of content that there are.
    pub table: KindTable,
    /// Those that the site has, in the order of the table. What lies in no such folder is a page.
    pub kinds: Vec<KindFolder>,
    /// The words in addresses that no folder gives.
    pub addresses: Addresses,
    /// The severity of the rules.
    pub check: Policy,
}

/// The words in addresses that no folder gives, `/nieuws/pagina/2/`, `/agenda/voorbij/`, and the
/// addresses that are such a word, of pages that the site may have.
#[derive(Clone, Debug)]
pub struct Addresses {
    pub page: String,
    /// The words of lists of parts, by the names of their divisions: `themes`, `past`.
    lists: BTreeMap<String, String>,
    /// The search in the site's own language.
    search: Option<Route>,
    /// The list of all pages from A to Z.
    pub index: Option<Route>,
    /// The list of all pages by section.
    pub overview: Option<Route>,
    /// The page that finds the municipality of a place.
    pub finder: Option<Route>,
    /// The page with every feed and calendar.
    pub follow: Option<Route>,
    /// The alerts that are over.
    pub alerts: Option<Route>,
    /// The page with the site's data.
    pub data: Option<Route>,
    /// The list of all words by which editors say what pages are about; below it lies that of each.
    pub tags: Option<Route>,
    /// The page that shows every part that pages are made of, for whoever works on them.
    pub patterns: Option<Route>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawConfig {
    name: Option<Spanned<String>>,
    description: Option<Spanned<String>>,
    base_url: Option<Spanned<String>>,
    tag: Option<Spanned<String>>,
    language: Option<Spanned<String>>,
    #[serde(default)]
    languages: Vec<Spanned<RawLanguage>>,
    time_zone: Option<Spanned<String>>,
    country: Option<Spanned<String>>,
    publisher: Option<RawPublisher>,
    security: Option<Spanned<RawSecurity>>,
    #[serde(default)]
    data: RawDataTerms,
    #[serde(default)]
    kinds: RawKinds,
    addresses: Option<RawAddresses>,
    #[serde(default)]
    navigation: Vec<Spanned<RawMenuEntry>>,
    #[serde(default)]
    questions: Vec<Spanned<RawMenuEntry>>,
    #[serde(default)]
    words: RawWords,
    /// No setting: alerts have a file of their own.
    alert: Option<Spanned<IgnoredAny>>,
    #[serde(default)]
    footer: RawFooter,
    #[serde(default)]
    check: RawPolicy,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawAddresses {
    page: Option<Spanned<String>>,
    #[serde(default)]
    lists: BTreeMap<Spanned<String>, Spanned<String>>,
    search: Option<Spanned<String>>,
    index: Option<Spanned<String>>,
    overview: Option<Spanned<String>>,
    finder: Option<Spanned<String>>,
    follow: Option<Spanned<String>>,
    alerts: Option<Spanned<String>>,
    data: Option<Spanned<String>>,
    tags: Option<Spanned<String>>,
    patterns: Option<Spanned<String>>,
}

/// Reads the settings. `None` where something that every page needs is missing or wrong; the report
/// says what. What only a part of the site needs, such as a link in the menu, is left out where
/// it is wrong.
///
/// Besides the languages that have strings in the program there are `own` ones.
pub fn read(
    source: &Source,
    table: KindTable,
    own: impl Iterator<Item = &'static str>,
    report: &mut Report,
) -> Option<Config> {
    let Read {
        raw,
        reported_keys,
        state,
    } = toml_file::read::<RawConfig>(source, report)?;
    let reader = &mut ConfigReader {
        source,
        report,
        reported_keys,
        languages: Text::languages().into_iter().chain(own).collect(),
        is_valid: state != ParseState::SyntaxErrors,
    };
    let base_url = reader.required("base-url", raw.base_url);
    let base_url = base_url.and_then(|address| read_base_url(address, reader));
    let tag = raw.tag.and_then(|tag| read_tag(tag, reader));
    let language = reader.required("language", raw.language);
    let place = language
        .as_ref()
        .map(|language| source.place(language.span().start));
    let language = language.and_then(|language| language::read_tag(&language, reader));
    let languages = language::read_others(raw.languages, language, reader);
    let time_zone = reader.required("time-zone", raw.time_zone);
    let time_zone = time_zone.and_then(|name| read_zone(&name, reader));
    let country = raw
        .country
        .and_then(|country| read_country(country, reader));
    let name = reader.required("name", raw.name);
    let name = name.and_then(|name| reader.text("name", name));
    let description = reader.required("description", raw.description);
    let description = description.and_then(|text| reader.text("description", text));
    let publisher = reader.required_table("publisher", raw.publisher);
    let publisher = publisher.and_then(|raw| publisher::read(raw, reader));
    let security = match (raw.security, &time_zone) {
        (Some(raw), Some(zone)) => security::read(raw, zone, reader),
        _ => None,
    };
    let data = data::read(raw.data, reader);
    let addresses = reader.required_table("addresses", raw.addresses);
    let addresses = addresses.and_then(|raw| read_addresses(raw, table, reader));
    let kinds = kinds::read(raw.kinds, table, reader);
    if let Some(alert) = raw.alert {
        reader.left_out(
            alert.span().start,
            message!("settings-alert"),
            message!("settings-alert-help"),
        );
    }
    let navigation = language::read_entries(raw.navigation, "navigation", reader);
    let questions = language::read_entries(raw.questions, "questions", reader);
    let footer = language::read_footer(raw.footer, "footer", reader);
    let check = policy::read(raw.check, source, reader.report);
    if !reader.is_valid {
        return None;
    }
    let addresses = addresses?;
    let own = Language {
        tag: language?,
        place: place?,
        home: Route::home(),
        search: addresses.search.clone(),
        navigation,
        questions,
        footer,
        municipality: language::read_words(raw.words, reader),
    };
    Some(Config {
        name: name?,
        description: description?,
        base_url: base_url?,
        tag,
        languages: std::iter::once(own).chain(languages).collect(),
        time_zone: time_zone?,
        country,
        publisher: publisher?,
        security,
        data,
        table,
        kinds,
        addresses,
        check,
    })
}

fn read_base_url(written: Spanned<String>, reader: &mut ConfigReader<'_>) -> Option<String> {
    let span = written.span();
    let address = written.into_inner();
    let host = address
        .strip_prefix("https://")
        .or_else(|| address.strip_prefix("http://"));
    let is_valid = host.is_some_and(|host| {
        !host.is_empty()
            && host
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "-.:[]".contains(c))
    });
    if !is_valid {
        reader.wrong(
            span,
            message!("settings-base-url", address = &address),
            message!("settings-base-url-help"),
        );
    }
    is_valid.then_some(address)
}

fn read_tag(written: Spanned<String>, reader: &mut ConfigReader<'_>) -> Option<String> {
    let (at, tag) = (written.span().start, written.into_inner());
    let is_host = |host: &str| {
        let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.".contains(c);
        !host.is_empty() && host.chars().all(is_plain)
    };
    let is_day = |day: &str| {
        let lengths: Vec<usize> = day.split('-').map(str::len).collect();
        let is_plain = day.chars().all(|c| c.is_ascii_digit() || c == '-');
        is_plain && [4, 2, 2].starts_with(&lengths) && !lengths.is_empty()
    };
    let is_valid = tag
        .split_once(',')
        .is_some_and(|(host, day)| is_host(host) && is_day(day));
    if !is_valid {
        reader.left_out(
            at,
            message!("settings-tag", tag = &tag),
            message!("settings-tag-help"),
        );
    }
    is_valid.then_some(tag)
}

fn read_zone(written: &Spanned<String>, reader: &mut ConfigReader<'_>) -> Option<TimeZone> {
    let name = written.get_ref();
    let zone = TimeZone::get(name).ok();
    if zone.is_none() {
        reader.wrong(
            written.span(),
            message!("settings-time-zone", name),
            message!("settings-time-zone-help"),
        );
    }
    zone
}

fn read_country(written: Spanned<String>, reader: &mut ConfigReader<'_>) -> Option<String> {
    let country = written.get_ref();
    let is_code = country.len() == 2 && country.bytes().all(|byte| byte.is_ascii_uppercase());
    if !is_code {
        let message = message!("settings-country", country);
        let help = message!("settings-country-help");
        reader.left_out(written.span().start, message, help);
    }
    is_code.then(|| written.into_inner())
}

/// The words in addresses: each can stand in one, and no two generated pages have the same.
fn read_addresses(
    raw: RawAddresses,
    table: KindTable,
    reader: &mut ConfigReader<'_>,
) -> Option<Addresses> {
    let generated = [
        ("search", &raw.search),
        ("index", &raw.index),
        ("overview", &raw.overview),
        ("finder", &raw.finder),
        ("follow", &raw.follow),
        ("alerts", &raw.alerts),
        ("data", &raw.data),
        ("tags", &raw.tags),
        ("patterns", &raw.patterns),
    ];
    for (key, word) in generated.into_iter().chain([("page", &raw.page)]) {
        if let Some(word) = word {
            reader.check_word(word, key);
        }
    }
    let mut seen = HashSet::new();
    for (key, word) in generated {
        let Some(word) = word else { continue };
        let (span, word) = (word.span(), word.get_ref());
        if !seen.insert(word) {
            let message = message!("settings-address-taken", word, key);
            reader.wrong(span, message, message!("settings-other-word"));
        }
    }
    let mut seen: HashSet<&String> = raw.page.iter().map(Spanned::get_ref).collect();
    for (name, word) in &raw.lists {
        if !seen.insert(word.get_ref()) {
            let (span, word, key) = (word.span(), word.get_ref(), name.get_ref());
            let message = message!("settings-list-word-taken", word, key);
            reader.wrong(span, message, message!("settings-other-word"));
        }
    }
    let lists = raw.lists.into_iter();
    let lists = lists.filter_map(|(name, word)| list_word(name, word, table, reader));
    let lists = lists.collect();
    let text = |word: Option<Spanned<String>>| word.map(Spanned::into_inner);
    let address = |word: Option<Spanned<String>>| Some(Route::home().page(word?.get_ref()));
    Some(Addresses {
        page: reader.required("addresses.page", text(raw.page))?,
        lists,
        search: address(raw.search),
        index: address(raw.index),
        overview: address(raw.overview),
        finder: address(raw.finder),
        follow: address(raw.follow),
        alerts: address(raw.alerts),
        data: address(raw.data),
        tags: address(raw.tags),
        patterns: address(raw.patterns),
    })
}

/// The word of the lists of one division.
fn list_word(
    name: Spanned<String>,
    word: Spanned<String>,
    table: KindTable,
    reader: &mut ConfigReader<'_>,
) -> Option<(String, String)> {
    let divisions = table.divisions();
    if !divisions.contains(&name.get_ref().as_str()) {
        reader.unknown_key(&name, &divisions);
        return None;
    }
    reader.check_word(&word, name.get_ref());
    Some((name.into_inner(), word.into_inner()))
}

impl Config {
    /// The tag of the site's own language.
    pub fn language(&self) -> &'static str {
        self.languages[0].tag
    }

    /// The tag of the language of a content file: that of the folder in which it lies, or else the
    /// site's own.
    pub fn language_of(&self, file: &str) -> &'static str {
        let folder = file.split_once('/').map_or("", |(folder, _)| folder);
        let mut others = self.languages[1..].iter().map(|language| language.tag);
        others.find(|tag| *tag == folder).unwrap_or(self.language())
    }

    /// The word in the addresses of the lists of a division: that of the settings, or else the
    /// folder of the kind that it names, or its own name.
    pub fn word_of<'a>(&'a self, division: &'a str) -> &'a str {
        let kind = self.kinds.iter().find(|own| own.kind.name == division);
        let own = kind.map_or(division, |own| &own.folder);
        self.addresses
            .lists
            .get(division)
            .map_or(own, String::as_str)
    }

    /// The name of a kind in addresses: its folder, or a word for what lies in none.
    pub fn slug_of(&self, kind: &KindSpec) -> &str {
        let own = self.kinds.iter().find(|own| own.kind == kind);
        own.map_or(&self.addresses.page, |own| &own.folder)
    }
}
