//! `meldingen.toml`: the messages above pages, those of before and those to come among them.
//! Editors extend it.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use crate::config::{Config, MenuLink};
use crate::content::front_matter::key_reader::KeyReader;
use crate::message;
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
    /// In the site's own language, then in others; none where it cannot be shown.
    pub words: Vec<AlertWords>,
    /// The files of the pages that it is about, or that those name which it is about; `None` where
    /// it is about the whole site.
    pub on: Option<Vec<LocatedName>>,
    /// The files that it names where it cannot be shown.
    pub loose_files: Vec<LocatedName>,
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

/// Reads the file. An alert of which nobody can tell what it says, or when and where it stands, has
/// no words. `None` where too much is wrong.
pub fn read(source: &Source, config: &Config, report: &mut Report) -> Option<Vec<Alert>> {
    let mut recovered = String::new();
    let end = source.text.len();
    let mut entries = Entries::parse(source, 0..end, &mut recovered, report)?;
    let RawAlerts { alert: raw } = entries.read(|_| true, &[], report)?;
    let starts: Vec<usize> = raw.iter().map(|raw| raw.span().start).collect();
    let ends = starts.into_iter().skip(1).chain([end]);
    let (language, zone) = (config.language(), &config.time_zone);
    let keys = &mut KeyReader::new(entries, source, 0, language, zone, report);
    let alert = |(raw, end): (Spanned<RawAlert>, usize)| {
        keys.part = raw.span().start..end;
        alert(raw, config, keys)
    };
    Some(raw.into_iter().zip(ends).map(alert).collect())
}

fn alert(raw: Spanned<RawAlert>, config: &Config, keys: &mut KeyReader<'_>) -> Alert {
    let span = raw.span();
    let raw = raw.into_inner();
    if raw.level.is_none() {
        keys.incomplete(
            span.clone(),
            "alert",
            &["level"],
            message!("alert-no-level"),
            message!("alert-no-level-help"),
        );
    }
    let (publish, expires) = keys.period(&raw.publish, &raw.expires);
    let own = RawWords {
        title: raw.title,
        text: raw.text,
        link: raw.link,
    };
    let own = words(config.language(), Spanned::new(span, own), "alert", keys);
    let others = raw.others.into_iter();
    let others = others.filter_map(|(tag, raw)| translation(tag, raw, config, keys));
    let others: Vec<AlertWords> = others.collect();
    // Without these it would be seen too early, too long or on too many pages.
    let is_placed = publish.is_some() == raw.publish.is_some()
        && expires.is_some() == raw.expires.is_some()
        && !keys.is_reported("alert.publish")
        && !keys.is_reported("alert.on");
    let is_shown = is_placed && own.is_some() && raw.level.is_some();
    let words: Vec<AlertWords> = own.into_iter().chain(others).collect();
    let located = |files: Vec<_>| files.into_iter().map(|file| keys.located(file)).collect();
    let on: Option<Vec<LocatedName>> = raw.on.map(located);
    let mut loose_files = std::mem::take(&mut keys.loose_files);
    let (words, on) = match is_shown {
        true => (words, on),
        false => {
            let links = words.into_iter().filter_map(|words| words.link);
            loose_files.extend(links.map(|link| link.file));
            loose_files.extend(on.into_iter().flatten());
            (Vec::new(), None)
        }
    };
    Alert {
        level: raw.level.unwrap_or(Level::Info),
        words,
        on,
        loose_files,
        visibility: Visibility {
            draft: false,
            publish,
            expires,
        },
    }
}

/// The words in another language of the site.
fn translation(
    tag: Spanned<String>,
    raw: Spanned<RawWords>,
    config: &Config,
    keys: &mut KeyReader<'_>,
) -> Option<AlertWords> {
    let others = config.languages[1..].iter().map(|of| of.tag);
    let others: Vec<&'static str> = others.collect();
    let name = tag.get_ref();
    let Some(language) = others.iter().find(|other| *other == name) else {
        let known = message!("alert-language-help", languages = others.join(", "));
        let help = did_you_mean(nearest(name, others), known);
        let message = message!("alert-language", name);
        keys.wrong(tag.span(), Rule::UnknownKey, message, help);
        return None;
    };
    words(language, raw, &format!("alert.in.{language}"), keys)
}

/// The words in a language, from the block of this name.
fn words(
    language: &'static str,
    raw: Spanned<RawWords>,
    block: &str,
    keys: &mut KeyReader<'_>,
) -> Option<AlertWords> {
    let span = raw.span();
    let raw = raw.into_inner();
    if raw.title.is_none() || raw.text.is_none() {
        keys.incomplete(
            span,
            block,
            &["title", "text"],
            message!("alert-no-words"),
            message!("alert-no-words-help"),
        );
    }
    keys.language = language;
    let mut text = |key, text: Option<_>| text.and_then(|text| keys.text(key, Some(text)));
    let (title, text) = (text("title", raw.title), text("text", raw.text));
    let link = raw.link.and_then(|raw| link(raw, block, keys));
    let Some((title, text)) = title.zip(text) else {
        keys.loose_files.extend(link.map(|link| link.file));
        return None;
    };
    Some(AlertWords {
        language,
        title,
        text,
        link,
    })
}

/// The link of a block. An alert does without one that is wrong.
fn link(raw: Spanned<RawAlertLink>, block: &str, keys: &mut KeyReader<'_>) -> Option<MenuLink> {
    let span = raw.span();
    let RawAlertLink { title, file } = raw.into_inner();
    if title.is_none() || file.is_none() {
        keys.incomplete(
            span,
            &format!("{block}.link"),
            &["title", "file"],
            message!("alert-link"),
            message!("alert-link-help"),
        );
    }
    let Some(title) = keys.optional_text("title", title) else {
        keys.keep_file(file);
        return None;
    };
    let file = keys.located(file?);
    Some(MenuLink { title, file })
}
