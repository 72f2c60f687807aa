//! The languages of a site, each with its menu and footer.

use serde::Deserialize;
use toml::Spanned;

use crate::config::reader::ConfigReader;
use crate::route::Route;
use crate::source::{LocatedName, Place};
use crate::text::Text;

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
    pub navigation: Vec<MenuLink>,
    /// The questions that visitors come with most, on the home page.
    pub questions: Vec<MenuLink>,
    pub footer: Footer,
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
    pub links: Vec<MenuLink>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawLanguage {
    language: Option<Spanned<String>>,
    search: Option<Spanned<String>>,
    #[serde(default)]
    navigation: Vec<Spanned<RawMenuLink>>,
    #[serde(default)]
    questions: Vec<Spanned<RawMenuLink>>,
    #[serde(default)]
    footer: RawFooter,
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
    links: Vec<Spanned<RawMenuLink>>,
}

/// The tag of a language that has texts. `None`, with a problem reported, for another one.
pub fn read_tag(written: &Spanned<String>, reader: &mut ConfigReader<'_>) -> Option<&'static str> {
    let known = Text::known(written.get_ref());
    if known.is_none() {
        reader.wrong(
            written.span(),
            &format!("de taal `{}` heeft geen teksten", written.get_ref()),
            &format!("kies uit: {}", Text::languages().join(", ")),
        );
    }
    known
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
                "deze taal mist `language`",
                "schrijf welke taal het is: language = \"de\"",
            );
            continue;
        };
        let Some(tag) = read_tag(&language, reader) else {
            continue;
        };
        if Some(tag) == own || languages.iter().any(|other| other.tag == tag) {
            reader.wrong(
                language.span(),
                &format!("de taal `{tag}` staat er al"),
                "noem elke taal een keer",
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
            navigation: read_links(raw.navigation, "languages.navigation", reader),
            questions: read_links(raw.questions, "languages.questions", reader),
            footer: read_footer(raw.footer, "languages.footer", reader),
        });
    }
    languages
}

pub fn read_footer(raw: RawFooter, table: &str, reader: &mut ConfigReader<'_>) -> Footer {
    Footer {
        text: raw.text,
        links: read_links(raw.links, &format!("{table}.links"), reader),
    }
}

pub fn read_links(
    raw: Vec<Spanned<RawMenuLink>>,
    table: &str,
    reader: &mut ConfigReader<'_>,
) -> Vec<MenuLink> {
    raw.into_iter()
        .filter_map(|link| read_link(link, table, reader))
        .collect()
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
                "deze link mist `title` of `file`",
                "geef elke link een tekst (`title`) en een bestand (`file`); zonder die twee blijft hij weg",
            );
        }
        return None;
    };
    Some(MenuLink {
        title: reader.text("title", title)?,
        file: reader.source.located(0, file),
    })
}
