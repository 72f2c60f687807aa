//! A new content file: the right name, in the right folder, with the keys that its kind asks for.

use crate::content::front_matter::NO_SUMMARY;
use crate::content::slug::slug;
use crate::content::{Content, route_of};
use crate::date::Date;
use crate::route::Route;
use crate::site::rules::front_matter::NO_FACT;

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
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("van deze titel kan geen naam worden gemaakt: schrijf er letters of cijfers in")]
    Title,
    #[error("deze map kan geen adres worden: gebruik kleine letters, cijfers en streepjes")]
    Folder,
    #[error("het adres {0} is al van `{1}`: kies een andere titel")]
    Taken(Route, String),
}

/// A draft with this title in a folder of the content folder, which decides its kind: `nieuws`. An empty folder is the top.
pub fn draft(folder: &str, title: &str, today: Date, content: &Content) -> Result<Draft, Refused> {
    let config = &content.config;
    let slug = short_slug(title);
    if slug.is_empty() {
        return Err(Refused::Title);
    }
    let kinds = &config.kinds;
    let name = if folder == kinds.news.folder {
        format!("{today}-{slug}")
    } else {
        slug
    };
    let file = if folder.is_empty() {
        format!("{name}.md")
    } else {
        format!("{folder}/{name}.md")
    };
    let route = route_of(&file, config).ok_or(Refused::Folder)?;
    let is_taken =
        |other: &str| *other != file && route_of(other, config).is_some_and(|taken| taken == route);
    if let Some(other) = content.files.iter().find(|other| is_taken(&other.path)) {
        return Err(Refused::Taken(route, other.path.to_string()));
    }
    let own = if folder == kinds.themes.folder {
        "order = 99\n".to_owned()
    } else if folder == kinds.municipalities.folder {
        format!(
            "# De feiten hieronder zijn voorbeelden: vul die van de gemeente in. LEESMIJ.md zegt wat elke regel betekent.\n\
             seat = \"{NO_FACT}\"\nplaces = [\"{NO_FACT}\"]\narea = 1.0\nwebsite = \"https://gemeente.example/\"\ncode = \"GM0000\"\n\
             inhabitants = {{ number = 1, date = {today}, source = \"{NO_FACT}\" }}\n"
        )
    } else {
        String::new()
    };
    let title = toml_text(&title.split_whitespace().collect::<Vec<_>>().join(" "));
    let text = format!(
        "+++\ntitle = {title}\nsummary = \"{NO_SUMMARY}\"\ndate = {today}\ndraft = true\nowner = \"redactie\"\n{own}+++\n"
    );
    Ok(Draft { file, route, text })
}

/// The title in small letters, with hyphens between the words, cut off after a word.
fn short_slug(title: &str) -> String {
    let whole = slug(&title.chars().map(in_ascii).collect::<String>());
    let words = whole
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
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

/// A letter as it is written where only those of English can be; others lose no more than their marks.
fn in_ascii(letter: char) -> String {
    match letter {
        'ß' | 'ẞ' => "ss",
        'ø' | 'Ø' => "o",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'ł' | 'Ł' => "l",
        'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'þ' | 'Þ' => "th",
        '\u{133}' | '\u{132}' => "ij",
        'ı' => "i",
        _ => return letter.to_string(),
    }
    .to_owned()
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
        assert_eq!(
            short_slug("Een café in ’t groen: 100% Twents!"),
            "een-cafe-in-t-groen-100-twents"
        );
        assert_eq!(
            short_slug("Straße naar Ærø, œuvre en \u{132}ssel"),
            "strasse-naar-aero-oeuvre-en-ijssel"
        );
        assert_eq!(
            short_slug("-5 graden: regio's in Łódź"),
            "5-graden-regios-in-lodz"
        );
        assert_eq!(short_slug("  ---  "), "");
        assert_eq!(short_slug(&"lang ".repeat(30)).len(), 59);
        assert_eq!(short_slug(&"x".repeat(100)).len(), LONGEST);
    }
}
