//! `meldingen.toml`: the messages above pages, those of before and those to come among them.
//! Editors extend it.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use crate::config::{Config, MenuLink};
use crate::content::front_matter::key_reader::KeyReader;
use crate::problem::Report;
use crate::rule::Rule;
use crate::source::{LocatedName, Source};
use crate::suggest::{did_you_mean, nearest};
use crate::toml_file::Entries;
use crate::visibility::Visibility;

/// The name of the file, in the content folder. A site can do without it.
pub const FILE: &str = "meldingen.toml";

/// A message above pages, between its moments.
#[derive(Clone, Debug)]
pub struct Alert {
    pub level: Level,
    /// In the site's own language, then in others.
    pub words: Vec<AlertWords>,
    /// The files of the pages that it is about, or that those name which it is about; `None` where
    /// it is about the whole site.
    pub on: Option<Vec<LocatedName>>,
    /// An alert is no draft.
    pub visibility: Visibility,
}

/// The text of an alert in one language.
#[derive(Clone, Debug)]
pub struct AlertWords {
    /// BCP 47 tag.
    pub language: &'static str,
    pub title: String,
    pub text: String,
    pub link: Option<MenuLink>,
}

/// The weight of an alert, the lightest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    Info,
    Warning,
    Crisis,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct RawAlerts {
    alert: Vec<Spanned<RawAlert>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAlert {
    level: Option<Level>,
    title: Option<Spanned<String>>,
    text: Option<Spanned<String>>,
    link: Option<Spanned<RawAlertLink>>,
    on: Option<Vec<Spanned<String>>>,
    publish: Option<Spanned<Datetime>>,
    expires: Option<Spanned<Datetime>>,
    /// The words in other languages, by their tags.
    #[serde(default, rename = "in")]
    others: BTreeMap<Spanned<String>, Spanned<RawWords>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawWords {
    title: Option<Spanned<String>>,
    text: Option<Spanned<String>>,
    link: Option<Spanned<RawAlertLink>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAlertLink {
    title: Option<Spanned<String>>,
    file: Option<Spanned<String>>,
}

/// Reads the file. An alert of which nobody can tell what it says, or when and where it stands, is
/// left out. `None` where too much is wrong.
pub fn read(source: &Source, config: &Config, report: &mut Report) -> Option<Vec<Alert>> {
    let mut recovered = String::new();
    let all = 0..source.text.len();
    let mut entries = Entries::parse(source, all.clone(), &mut recovered, report)?;
    let RawAlerts { alert: raw } = entries.read(|_| true, &[], report)?;
    let starts: Vec<usize> = raw.iter().map(|raw| raw.span().start).collect();
    let ends = starts.iter().skip(1).copied().chain([all.end]);
    let (language, zone) = (config.language(), &config.time_zone);
    let reader = &mut AlertReader {
        keys: KeyReader::new(entries, source, 0, language, zone, report),
        config,
    };
    let alerts = raw.into_iter().zip(ends);
    Some(
        alerts
            .filter_map(|(raw, end)| reader.alert(raw, end))
            .collect(),
    )
}

struct AlertReader<'a> {
    keys: KeyReader<'a>,
    config: &'a Config,
}

impl AlertReader<'_> {
    /// The alert whose part of the file goes on to `end`.
    fn alert(&mut self, raw: Spanned<RawAlert>, end: usize) -> Option<Alert> {
        let span = raw.span();
        let part = span.start..end;
        let raw = raw.into_inner();
        let (publish, expires) = self.keys.period(&raw.publish, &raw.expires);
        let own = RawWords {
            title: raw.title,
            text: raw.text,
            link: raw.link,
        };
        let own = self.words(self.config.language(), own, span.clone(), &part, "");
        let mut words: Vec<AlertWords> = own.into_iter().collect();
        let is_complete = !words.is_empty();
        for (tag, raw) in raw.others {
            words.extend(self.translation(tag, raw, &part));
        }
        let is_wrong = |key: &str| self.keys.is_reported_in(&part, &format!("alert.{key}"));
        // Without these it would be seen too early, or on too many pages.
        let is_misplaced = is_wrong("publish") || is_wrong("on");
        let is_level_told = is_wrong("level");
        if raw.level.is_none() && !is_level_told {
            self.keys.wrong(
                span,
                Rule::MissingKey,
                "deze melding mist `level`",
                "schrijf hoe zwaar zij weegt, `info`, `warning` of `crisis`; zonder dat blijft zij weg",
            );
        }
        let is_known = |raw: &Option<_>, read: Option<_>| raw.is_some() == read.is_some();
        let has_period = is_known(&raw.publish, publish) && is_known(&raw.expires, expires);
        if !is_complete || is_misplaced || !has_period {
            return None;
        }
        let keys = &self.keys;
        let located = |files: Vec<_>| files.into_iter().map(|file| keys.located(file)).collect();
        Some(Alert {
            level: raw.level?,
            words,
            on: raw.on.map(located),
            visibility: Visibility {
                draft: false,
                publish,
                expires,
            },
        })
    }

    fn translation(
        &mut self,
        tag: Spanned<String>,
        raw: Spanned<RawWords>,
        part: &Range<usize>,
    ) -> Option<AlertWords> {
        let others = self.config.languages[1..].iter().map(|of| of.tag);
        let others: Vec<&'static str> = others.collect();
        let name = tag.get_ref();
        let Some(language) = others.iter().find(|other| *other == name) else {
            let message = format!("`{name}` is geen andere taal van de site");
            let known = format!("haal dit blok weg, of kies uit: {}", others.join(", "));
            let help = did_you_mean(nearest(name, others), &known);
            self.keys
                .wrong(tag.span(), Rule::UnknownKey, &message, &help);
            return None;
        };
        let (span, path) = (raw.span(), format!("in.{language}."));
        self.words(language, raw.into_inner(), span, part, &path)
    }

    /// The words in a language. `path` leads to their keys within an alert.
    fn words(
        &mut self,
        language: &'static str,
        raw: RawWords,
        span: Range<usize>,
        part: &Range<usize>,
        path: &str,
    ) -> Option<AlertWords> {
        self.keys.language = language;
        let is_told = |key| {
            let path = format!("alert.{path}{key}");
            self.keys.is_reported_in(part, &path)
        };
        let is_told = is_told("title") || is_told("text");
        if (raw.title.is_none() || raw.text.is_none()) && !is_told {
            self.keys.wrong(
                span,
                Rule::MissingKey,
                "hier ontbreekt `title` of `text`",
                "geef de melding in elke taal allebei; zonder die twee blijft zij daar weg",
            );
        }
        let mut text = |key, text: Option<_>| text.and_then(|text| self.keys.text(key, Some(text)));
        let (title, text) = (text("title", raw.title), text("text", raw.text));
        let link = raw.link.and_then(|link| self.link(link));
        Some(AlertWords {
            language,
            title: title?,
            text: text?,
            link,
        })
    }

    /// The alert does without a link that is wrong.
    fn link(&mut self, raw: Spanned<RawAlertLink>) -> Option<MenuLink> {
        let span = raw.span();
        let RawAlertLink {
            title: Some(title),
            file: Some(file),
        } = raw.into_inner()
        else {
            self.keys.incomplete(
                span,
                "alert.link",
                &["title", "file"],
                "deze link mist `title` of `file`",
                "geef de link een tekst (`title`) en een bestand (`file`); zonder die twee blijft hij weg",
            );
            return None;
        };
        Some(MenuLink {
            title: self.keys.text("title", Some(title))?,
            file: self.keys.located(file),
        })
    }
}
