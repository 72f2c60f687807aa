//! A new content file: the right name, in the right folder, with the keys that its kind asks for.

use crate::content::front_matter::unwritten;
use crate::content::slug::slug_in;
use crate::content::{Content, route_of};
use crate::date::Date;
use crate::kinds::spec::{FileName, NewPage};
use crate::message;
use crate::message::Message;
use crate::route::Route;

/// The longest slug that is made of a title, in characters.
const MAX_SLUG_LENGTH: usize = 60;

/// A content file that is not written yet.
#[derive(Debug, PartialEq, Eq)]
pub struct Draft {
    /// From the content folder: `nieuws/2026-03-03-een-titel.md`.
    pub file: String,
    pub route: Route,
    pub text: String,
}

/// A draft with this title in a folder of the content folder, which decides its kind: `nieuws`. An
/// empty folder is the top.
///
/// # Errors
/// The reason why there is no draft, with the remedy.
pub fn draft(folder: &str, title: &str, today: Date, content: &Content) -> Result<Draft, Message> {
    let config = &content.config;
    let slug = short_slug(config.language_of(&format!("{folder}/")), title);
    if slug.is_empty() {
        return Err(message!("new-no-title"));
    }
    let kind = config
        .kinds
        .iter()
        .find(|own| own.folder == folder)
        .map_or(config.table.fallback(), |own| own.kind);
    let name = match kind.file_name {
        FileName::DateSlug => format!("{today}-{slug}"),
        FileName::Slug => slug,
    };
    let file = if folder.is_empty() {
        format!("{name}.md")
    } else {
        format!("{folder}/{name}.md")
    };
    let route = route_of(&file, config).ok_or_else(|| message!("new-no-address"))?;
    let is_taken =
        |other: &str| *other != file && route_of(other, config).is_some_and(|taken| taken == route);
    if let Some(other) = content.files.iter().find(|other| is_taken(&other.path)) {
        let (address, file) = (route.as_str(), &*other.path);
        return Err(message!("new-address-taken", address, file));
    }
    let new = NewPage {
        today,
        language: message::language_for(config.language()),
    };
    let own = (kind.draft)(&new);
    let summary = new.say(&unwritten::summary());
    let owner = new.say(&message!("draft-owner"));
    let title = toml_text(&title.split_whitespace().collect::<Vec<_>>().join(" "));
    let text = format!(
        "+++\ntitle = {title}\nsummary = \"{summary}\"\ndate = {today}\ndraft = true\nowner = \"{owner}\"\n{own}+++\n"
    );
    Ok(Draft { file, route, text })
}

/// The slug of a title, cut off after a word.
fn short_slug(language: &str, title: &str) -> String {
    let whole = slug_in(language, title);
    if whole.len() <= MAX_SLUG_LENGTH {
        return whole;
    }
    let end = whole[..=MAX_SLUG_LENGTH]
        .rfind('-')
        .unwrap_or(MAX_SLUG_LENGTH);
    whole[..end].to_owned()
}

/// A text between quotes, as TOML wants it.
fn toml_text(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}
