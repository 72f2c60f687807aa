//! `[alert]`: a message above pages, between its moments.

use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use crate::config::language::{MenuLink, RawMenuLink, read_link};
use crate::config::reader::ConfigReader;
use crate::date::TimeZone;
use crate::source::LocatedName;
use crate::visibility::Visibility;

/// A message above pages, between its moments.
#[derive(Clone, Debug)]
pub struct Alert {
    pub level: Level,
    pub title: String,
    pub text: String,
    pub link: Option<MenuLink>,
    /// The files of the pages that it is about, or that those name which it is about; `None` where
    /// it is about the whole site.
    pub on: Option<Vec<LocatedName>>,
    /// An alert is no draft.
    pub visibility: Visibility,
}

/// The weight of an alert.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    Info,
    Warning,
    Crisis,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawAlert {
    level: Option<Level>,
    title: Option<Spanned<String>>,
    text: Option<Spanned<String>>,
    link: Option<Spanned<RawMenuLink>>,
    on: Option<Vec<Spanned<String>>>,
    publish: Option<Spanned<Datetime>>,
    expires: Option<Spanned<Datetime>>,
}

/// Reads the alert. The site does without one that is wrong.
pub fn read(
    raw: Spanned<RawAlert>,
    zone: Option<&TimeZone>,
    reader: &mut ConfigReader<'_>,
) -> Option<Alert> {
    let at = raw.span().start;
    let raw = raw.into_inner();
    let until = raw.expires.as_ref().map(Spanned::span);
    let publish = reader.moment(raw.publish, zone);
    let expires = reader.moment(raw.expires, zone);
    let link = raw
        .link
        .and_then(|link| read_link(link, "alert.link", reader));
    let (Some(level), Some(title), Some(text)) = (raw.level, raw.title, raw.text) else {
        let keys = ["alert.level", "alert.title", "alert.text"];
        if !keys.iter().any(|key| reader.is_reported(key)) {
            reader.left_out(
                at,
                "de melding mist `level`, `title` of `text`",
                "geef de melding alle drie; zonder die blijft zij weg",
            );
        }
        return None;
    };
    let (title, text) = (reader.text("title", title), reader.text("text", text));
    // Without these it would be seen too early, or on too many pages.
    if reader.is_reported("alert.publish") || reader.is_reported("alert.on") {
        return None;
    }
    let (publish, expires) = (publish.ok()?, expires.ok()?);
    if let (Some(from), Some(to), Some(span)) = (publish, expires, until)
        && to <= from
    {
        reader.left_out(
            span.start,
            "`expires` ligt niet na `publish`: de melding is nooit te zien",
            "zet bij `expires` een later moment",
        );
        return None;
    }
    let named = |file| reader.source.located(0, file);
    Some(Alert {
        level,
        title: title?,
        text: text?,
        link,
        on: raw.on.map(|files| files.into_iter().map(named).collect()),
        visibility: Visibility {
            draft: false,
            publish,
            expires,
        },
    })
}
