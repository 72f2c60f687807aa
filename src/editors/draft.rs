//! A new content file: the right name, in the right folder, with the keys that its kind asks for.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::config::Config;
use crate::content::front_matter::NO_SUMMARY;
use crate::content::route_of;
use crate::date::Date;
use crate::route::Route;

/// The longest slug that is made of a title, in characters.
const LONGEST: usize = 60;

/// A content file that is not written yet.
#[derive(Debug, PartialEq, Eq)]
pub struct Draft {
    /// From the content folder: `nieuws/2026-03-03-een-titel.md`.
    pub file: String,
    pub route: Route,
    pub text: String,
}

/// Why there is no draft, with the remedy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("van deze titel kan geen naam worden gemaakt: schrijf er letters of cijfers in")]
    Title,
    #[error("deze map kan geen adres worden: gebruik kleine letters, cijfers en streepjes")]
    Folder,
}

/// A draft with this title in a folder of the content folder, which decides its kind: `nieuws`. An empty folder is the top.
pub fn draft(folder: &str, title: &str, today: Date, config: &Config) -> Result<Draft, Refused> {
    let slug = slug(title);
    if slug.is_empty() {
        return Err(Refused::Title);
    }
    let kinds = &config.kinds;
    let name = if folder == kinds.news.folder { format!("{today}-{slug}") } else { slug };
    let file = if folder.is_empty() { format!("{name}.md") } else { format!("{folder}/{name}.md") };
    let route = route_of(&file, config).ok_or(Refused::Folder)?;
    let own = if folder == kinds.themes.folder {
        "order = 99\n"
    } else if folder == kinds.municipalities.folder {
        // Each is a mistake, with its remedy, until the fact is there.
        "seat = \"\"\nplaces = \"\"\narea = \"\"\nwebsite = \"\"\ncode = \"\"\ninhabitants = {}\n"
    } else {
        ""
    };
    let title = toml_text(&title.split_whitespace().collect::<Vec<_>>().join(" "));
    let text = format!("+++\ntitle = {title}\nsummary = \"{NO_SUMMARY}\"\ndate = {today}\ndraft = true\nowner = \"redactie\"\n{own}+++\n");
    Ok(Draft { file, route, text })
}

/// The title in small letters, with hyphens between the words, cut off after a word.
fn slug(title: &str) -> String {
    let plain = title.nfd().filter(|c| !is_combining_mark(*c)).collect::<String>().to_lowercase();
    let words = plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut slug = String::new();
    for word in words {
        if !slug.is_empty() && slug.len() + 1 + word.len() > LONGEST {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(&word[..word.len().min(LONGEST)]);
    }
    slug
}

/// A text between quotes, as TOML wants it.
fn toml_text(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_becomes_a_name_without_accents_signs_or_half_words() {
        assert_eq!(slug("Een café in ’t groen: 100% Twents!"), "een-cafe-in-t-groen-100-twents");
        assert_eq!(slug("  ---  "), "");
        assert_eq!(slug(&"lang ".repeat(30)).len(), 59);
        assert_eq!(slug(&"x".repeat(100)).len(), LONGEST);
    }
}
