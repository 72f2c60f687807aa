//! The languages of a site, each with its menu and footer.

use serde::Deserialize;
use toml::Spanned;

use crate::config::reader::ConfigReader;
use crate::message;
use crate::message::MessageValue;
use crate::route::Route;
use crate::source::{LocatedName, Place};
use crate::text::Noun;

/// A language of the site, with what stands around its pages.
#[derive(Clone, Debug)]
pub struct Language {
    /// BCP 47 tag of a language that has a file of strings. But for the site's own it is also the
    /// folder of its pages within the content folder, and the first part of their addresses.
    pub tag: &'static str,
    /// Its place in `site.toml`.
    pub place: Place,
    /// The address at which its pages begin: `/`, `/de/`.
    pub home: Route,
    /// The address of its search: `/zoeken/`. Without it there is none.
    pub search: Option<Route>,
    /// The main navigation, in order.
    pub navigation: Vec<MenuEntry>,
    /// The questions that visitors come with most, on the home page.
    pub questions: Vec<MenuEntry>,
    pub footer: Footer,
    /// The noun for a municipality, where it is not that of the strings.
    pub municipality: Option<Noun>,
}

/// A link around the pages, from `site.toml`.
#[derive(Clone, Debug)]
pub struct MenuEntry {
    pub title: String,
    pub target: MenuTarget,
}

/// The target of a link around the pages.
#[derive(Clone, Debug)]
pub enum MenuTarget {
    /// A content file, from the content folder: `nieuws/index.md`.
    File(LocatedName),
    /// An address on the web.
    Web(String),
}

impl MenuEntry {
    /// The content file that it leads to.
    pub fn file(&self) -> Option<&LocatedName> {
        match &self.target {
            MenuTarget::File(file) => Some(file),
            MenuTarget::Web(_) => None,
        }
    }
}

/// A link to a content file, from `site.toml`.
#[derive(Clone, Debug)]
pub struct MenuLink {
    pub title: String,
    /// The content file, from the content folder: `nieuws/index.md`.
    pub file: LocatedName,
}

/// The foot of every page.
#[derive(Clone, Debug)]
pub struct Footer {
    /// Plain text about the site.
    pub text: String,
    pub links: Vec<MenuEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawLanguage {
    language: Option<Spanned<String>>,
    search: Option<Spanned<String>>,
    #[serde(default)]
    navigation: Vec<Spanned<RawMenuEntry>>,
    #[serde(default)]
    questions: Vec<Spanned<RawMenuEntry>>,
    #[serde(default)]
    footer: RawFooter,
    #[serde(default)]
    words: RawWords,
}

/// The words of a site for what others call otherwise.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawWords {
    municipality: Option<Spanned<String>>,
    municipalities: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawMenuEntry {
    title: Option<Spanned<String>>,
    file: Option<Spanned<String>>,
    address: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawMenuLink {
    title: Option<Spanned<String>>,
    file: Option<Spanned<String>>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawFooter {
    #[serde(default)]
    text: String,
    #[serde(default)]
    links: Vec<Spanned<RawMenuEntry>>,
}

/// The tag of a language that has texts. `None`, with a problem reported, for another one.
pub fn read_tag(written: &Spanned<String>, reader: &mut ConfigReader<'_>) -> Option<&'static str> {
    let known = reader.languages.get(written.get_ref().as_str()).copied();
    if known.is_none() {
        let names: MessageValue = reader.languages.iter().copied().collect();
        reader.wrong(
            written.span(),
            message!("settings-language", tag = written.get_ref()),
            message!("choose-from", names),
        );
    }
    known
}

/// The tag of the main language of a site, as its settings say; read from their text alone, so that
/// it is known of settings with mistakes as well.
pub fn main_language(settings: &str) -> Option<&str> {
    let top = settings.lines().take_while(|line| !line.starts_with('['));
    let value = top.into_iter().find_map(|line| {
        let value = line.trim_start().strip_prefix("language")?;
        value.trim_start().strip_prefix('=')
    })?;
    value.split(['"', '\'']).nth(1)
}

/// The language in which the editors of a site are spoken to, in the same way.
pub fn language_of_editors(settings: &str) -> Option<&'static str> {
    main_language(settings).map(message::language_for)
}

/// The languages beside the site's own.
pub fn read_others(
    raw: Vec<Spanned<RawLanguage>>,
    own: Option<&'static str>,
    reader: &mut ConfigReader<'_>,
) -> Vec<Language> {
    let mut languages: Vec<Language> = Vec::new();
    for raw in raw {
        let at = raw.span().start;
        let raw = raw.into_inner();
        let Some(language) = raw.language else {
            reader.wrong(
                at..at,
                message!("settings-language-unnamed"),
                message!("settings-language-unnamed-help"),
            );
            continue;
        };
        let Some(tag) = read_tag(&language, reader) else {
            continue;
        };
        if Some(tag) == own || languages.iter().any(|other| other.tag == tag) {
            reader.wrong(
                language.span(),
                message!("settings-language-twice", tag),
                message!("settings-language-twice-help"),
            );
        }
        if let Some(word) = &raw.search {
            reader.check_word(word, "search");
        }
        let home = Route::home().page(tag);
        languages.push(Language {
            tag,
            place: reader.source.place(language.span().start),
            search: raw.search.map(|word| home.page(word.get_ref())),
            home,
            navigation: read_entries(raw.navigation, "languages.navigation", reader),
            questions: read_entries(raw.questions, "languages.questions", reader),
            footer: read_footer(raw.footer, "languages.footer", reader),
            municipality: read_words(raw.words, reader),
        });
    }
    languages
}

pub fn read_footer(raw: RawFooter, table: &str, reader: &mut ConfigReader<'_>) -> Footer {
    Footer {
        text: raw.text,
        links: read_entries(raw.links, &format!("{table}.links"), reader),
    }
}

pub fn read_words(raw: RawWords, reader: &mut ConfigReader<'_>) -> Option<Noun> {
    let (one, many) = match (raw.municipality, raw.municipalities) {
        (Some(one), Some(many)) => (one, many),
        (None, None) => return None,
        (Some(word), None) | (None, Some(word)) => {
            let help = message!("settings-words-help");
            reader.left_out(word.span().start, message!("settings-words"), help);
            return None;
        }
    };
    for word in [&one, &many] {
        if word
            .get_ref()
            .contains(|c: char| !c.is_alphabetic() && !" -’'".contains(c))
        {
            let message = message!("settings-no-word", word = word.get_ref());
            let help = message!("settings-no-word-help");
            reader.left_out(word.span().start, message, help);
            return None;
        }
    }
    Some(Noun {
        one: reader.text("municipality", one)?,
        many: reader.text("municipalities", many)?,
    })
}

pub fn read_entries(
    raw: Vec<Spanned<RawMenuEntry>>,
    table: &str,
    reader: &mut ConfigReader<'_>,
) -> Vec<MenuEntry> {
    raw.into_iter()
        .filter_map(|entry| read_entry(entry, table, reader))
        .collect()
}

/// A link around the pages. The site does without one that is wrong.
fn read_entry(
    raw: Spanned<RawMenuEntry>,
    table: &str,
    reader: &mut ConfigReader<'_>,
) -> Option<MenuEntry> {
    let span = raw.span();
    let RawMenuEntry {
        title,
        file,
        address,
    } = raw.into_inner();
    let Some(address) = address else {
        let link = Spanned::new(span, RawMenuLink { title, file });
        let MenuLink { title, file } = read_link(link, table, reader)?;
        let target = MenuTarget::File(file);
        return Some(MenuEntry { title, target });
    };
    let at = address.span().start;
    let address = address.into_inner();
    let is_web = ["https://", "http://"]
        .iter()
        .any(|scheme| address.len() > scheme.len() && address.starts_with(scheme));
    if file.is_some() {
        let help = message!("settings-link-address-help");
        reader.left_out(at, message!("settings-link-both"), help);
        return None;
    }
    if !is_web || address.contains(char::is_whitespace) {
        let help = message!("settings-link-address-help");
        reader.left_out(at, message!("settings-link-address"), help);
        return None;
    }
    let Some(title) = title else {
        let help = message!("settings-link-title-help");
        reader.left_out(at, message!("settings-link-title"), help);
        return None;
    };
    let title = reader.text("title", title)?;
    let target = MenuTarget::Web(address);
    Some(MenuEntry { title, target })
}

/// A link in the table of this path. The site does without one that is wrong.
pub fn read_link(
    raw: Spanned<RawMenuLink>,
    table: &str,
    reader: &mut ConfigReader<'_>,
) -> Option<MenuLink> {
    let at = raw.span().start;
    let RawMenuLink {
        title: Some(title),
        file: Some(file),
    } = raw.into_inner()
    else {
        let keys = ["title", "file"].map(|key| format!("{table}.{key}"));
        if !keys.iter().any(|key| reader.is_reported(key)) {
            reader.left_out(
                at,
                message!("settings-link-incomplete"),
                message!("settings-link-incomplete-help"),
            );
        }
        return None;
    };
    Some(MenuLink {
        title: reader.text("title", title)?,
        file: reader.source.located(0, file),
    })
}
