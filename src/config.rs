//! `site.toml`: what makes the site that of one region and not of another.

use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use crate::date::{self, TimeZone, Timestamp};
use crate::problem::Report;
use crate::route::{Route, is_slug};
use crate::rule::Rule;
use crate::rule::policy::{self, Policy, RawPolicy};
use crate::source::{Place, Source};
use crate::text::Text;
use crate::toml_file::{self, ParseState, Read};

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
    /// The languages that pages can be in: the site's own, then the others.
    pub languages: Vec<Language>,
    pub time_zone: TimeZone,
    pub publisher: Publisher,
    /// The folder and address of each kind of content. What lies in no such folder is a page.
    pub kinds: Kinds,
    /// The words in addresses that no folder gives.
    pub addresses: Addresses,
    pub alert: Option<Alert>,
    /// How heavy the rules weigh.
    pub check: Policy,
}

/// A language of the site, with what stands around its pages.
#[derive(Clone, Debug)]
pub struct Language {
    /// BCP 47 tag of a language that has a file of strings. But for the site's own it is also the folder of its pages within
    /// the content folder, and the first part of their addresses.
    pub tag: &'static str,
    /// Where `site.toml` names it.
    pub place: Place,
    /// Where its pages begin: `/`, `/de/`.
    pub home: Route,
    /// The address of its search, below its home: `zoeken`. Without it there is none.
    pub search: Option<String>,
    /// The main navigation, in order.
    pub navigation: Vec<MenuLink>,
    pub footer: Footer,
}

/// Who stands behind the site.
#[derive(Clone, Debug)]
pub struct Publisher {
    pub name: String,
    /// The publisher's own web address.
    pub address: Option<String>,
}

/// Where the kinds of content live.
#[derive(Clone, Debug)]
pub struct Kinds {
    pub news: Collection,
    pub themes: Collection,
    pub municipalities: Collection,
    /// Words with their meaning. `None` where the site explains none.
    pub terms: Option<Collection>,
    /// Questions with their answers.
    pub questions: Option<Collection>,
}

/// The folder of a kind within the content folder, and the address of its list.
#[derive(Clone, Debug)]
pub struct Collection {
    pub folder: String,
    pub address: Route,
}

/// The words in addresses that no folder gives: `/nieuws/pagina/2/`, `/nieuws/thema/naam/`.
#[derive(Clone, Debug)]
pub struct Addresses {
    pub page: String,
    pub theme: String,
    /// The address of the search in the site's own language.
    search: Option<String>,
    /// The address of the list of all pages from A to Z.
    pub index: Option<String>,
    /// The address of the list of all pages by section.
    pub overview: Option<String>,
    /// The address of the page that shows every part that pages are made of.
    pub patterns: Option<String>,
}

/// A link to a content file, from `site.toml`.
#[derive(Clone, Debug)]
pub struct MenuLink {
    pub title: String,
    /// The content file, from the content folder: `nieuws/index.md`.
    pub file: String,
    /// Where the link stands in `site.toml`.
    pub place: Place,
}

/// A content file that is named in `site.toml`.
#[derive(Clone, Debug)]
pub struct NamedFile {
    pub file: String,
    /// Where it is named.
    pub place: Place,
}

/// A message above pages, between its moments.
#[derive(Clone, Debug)]
pub struct Alert {
    pub level: Level,
    pub title: String,
    pub text: String,
    pub link: Option<MenuLink>,
    /// The files of the pages, themes and municipalities that it is about; `None` where it is about the whole site.
    pub on: Option<Vec<NamedFile>>,
    pub publish: Option<Timestamp>,
    pub expires: Option<Timestamp>,
}

/// How much an alert asks of the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    Info,
    Warning,
    Crisis,
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
struct RawConfig {
    name: Option<String>,
    description: Option<String>,
    base_url: Option<Spanned<String>>,
    language: Option<Spanned<String>>,
    #[serde(default)]
    languages: Vec<Spanned<RawLanguage>>,
    time_zone: Option<Spanned<String>>,
    publisher: Option<RawPublisher>,
    kinds: Option<RawKinds>,
    addresses: Option<RawAddresses>,
    #[serde(default)]
    navigation: Vec<Spanned<RawMenuLink>>,
    alert: Option<Spanned<RawAlert>>,
    footer: Option<RawFooter>,
    check: Option<RawPolicy>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawLanguage {
    language: Option<Spanned<String>>,
    search: Option<Spanned<String>>,
    #[serde(default)]
    navigation: Vec<Spanned<RawMenuLink>>,
    #[serde(default)]
    footer: RawFooter,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawAddresses {
    page: Option<Spanned<String>>,
    theme: Option<Spanned<String>>,
    search: Option<Spanned<String>>,
    index: Option<Spanned<String>>,
    overview: Option<Spanned<String>>,
    patterns: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawMenuLink {
    title: Option<String>,
    file: Option<Spanned<String>>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawFooter {
    #[serde(default)]
    text: String,
    #[serde(default)]
    links: Vec<Spanned<RawMenuLink>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawPublisher {
    name: Option<String>,
    address: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawKinds {
    news: Option<RawCollection>,
    themes: Option<RawCollection>,
    municipalities: Option<RawCollection>,
    terms: Option<RawCollection>,
    questions: Option<RawCollection>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawCollection {
    folder: Option<String>,
    address: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawAlert {
    level: Option<Level>,
    title: Option<String>,
    text: Option<String>,
    link: Option<Spanned<RawMenuLink>>,
    on: Option<Vec<Spanned<String>>>,
    publish: Option<Spanned<Datetime>>,
    expires: Option<Spanned<Datetime>>,
}

/// Reads the settings. `None` where something that every page needs is missing or wrong; the report says what. What only a
/// part of the site needs, such as a link in the menu or the alert, is left out where it is wrong.
pub fn read(source: &Source, report: &mut Report) -> Option<Config> {
    let Read {
        raw,
        reported_keys,
        state,
    } = toml_file::read::<RawConfig>(source, 0..source.text.len(), report)?;
    let mut check = Check {
        source,
        report,
        reported_keys,
        sound: state != ParseState::SyntaxErrors,
    };
    let base_url = check
        .required("base-url", raw.base_url)
        .filter(|address| check.is_base_url(address));
    let language = check.required("language", raw.language);
    let place = language
        .as_ref()
        .map(|language| source.place(language.span().start));
    let language = language.and_then(|language| check.language(&language));
    let languages = check.other_languages(raw.languages, language);
    let time_zone = check
        .required("time-zone", raw.time_zone)
        .and_then(|name| check.zone(&name));
    let name = check.required("name", raw.name);
    let description = check.required("description", raw.description);
    let publisher = check
        .required("[publisher]", raw.publisher)
        .and_then(|raw| {
            let name = check.required("name` onder `[publisher]", raw.name)?;
            Some(Publisher {
                name,
                address: raw.address,
            })
        });
    let addresses = check
        .required("[addresses]", raw.addresses)
        .and_then(|raw| check.addresses(raw));
    let kinds = raw.kinds.unwrap_or_default();
    let news = check.collection("news", kinds.news);
    let themes = check.collection("themes", kinds.themes);
    let municipalities = check.collection("municipalities", kinds.municipalities);
    let terms = kinds
        .terms
        .and_then(|raw| check.collection("terms", Some(raw)));
    let questions = kinds
        .questions
        .and_then(|raw| check.collection("questions", Some(raw)));
    let alert = raw
        .alert
        .and_then(|raw| check.alert(raw, time_zone.as_ref()));
    let navigation = check.links(raw.navigation);
    let footer = check.footer(raw.footer.unwrap_or_default());
    let policy = policy::read(raw.check.unwrap_or_default(), source, check.report);
    if !check.sound {
        return None;
    }
    let addresses = addresses?;
    let own = Language {
        tag: language?,
        place: place?,
        home: Route::home(),
        search: addresses.search.clone(),
        navigation,
        footer,
    };
    Some(Config {
        name: name?,
        description: description?,
        base_url: base_url?.into_inner(),
        languages: std::iter::once(own).chain(languages).collect(),
        time_zone: time_zone?,
        publisher: publisher?,
        kinds: Kinds {
            news: news?,
            themes: themes?,
            municipalities: municipalities?,
            terms,
            questions,
        },
        addresses,
        alert,
        check: policy,
    })
}

impl Config {
    /// The tag of the site's own language.
    pub fn language(&self) -> &'static str {
        self.languages[0].tag
    }

    /// The tag of the language of a content file: that of the folder in which it lies, or else the site's own.
    pub fn language_of(&self, file: &str) -> &'static str {
        let folder = file.split_once('/').map(|(folder, _)| folder);
        self.languages[1..]
            .iter()
            .map(|language| language.tag)
            .find(|tag| Some(*tag) == folder)
            .unwrap_or(self.language())
    }
}

/// Collects what is wrong with the settings.
struct Check<'a> {
    source: &'a Source,
    report: &'a mut Report,
    /// Keys that are there but wrong, and reported.
    reported_keys: Vec<String>,
    sound: bool,
}

impl Check<'_> {
    fn wrong(&mut self, span: Range<usize>, message: &str, help: &str) {
        self.sound = false;
        self.report
            .add(self.source.place(span.start), Rule::Settings, message, help);
    }

    fn required<T>(&mut self, key: &str, value: Option<T>) -> Option<T> {
        if value.is_none() {
            self.sound = false;
        }
        let bare = key
            .split('`')
            .next()
            .unwrap_or(key)
            .trim_matches(['[', ']']);
        if value.is_none() && !self.is_reported(&[bare]) {
            self.wrong(
                0..0,
                &format!("`{key}` ontbreekt"),
                &format!("voeg `{key}` toe; LEESMIJ.md zegt wat het is"),
            );
        }
        value
    }

    /// Reports what is wrong with a part that the site can do without.
    fn left_out(&mut self, at: usize, message: &str, help: &str) {
        self.report
            .add(self.source.place(at), Rule::Settings, message, help);
    }

    fn is_reported(&self, keys: &[&str]) -> bool {
        self.reported_keys
            .iter()
            .any(|reported_keys| keys.contains(&reported_keys.as_str()))
    }

    fn links(&mut self, raw: Vec<Spanned<RawMenuLink>>) -> Vec<MenuLink> {
        raw.into_iter().filter_map(|link| self.link(link)).collect()
    }

    fn link(&mut self, raw: Spanned<RawMenuLink>) -> Option<MenuLink> {
        let at = raw.span().start;
        let RawMenuLink {
            title: Some(title),
            file: Some(file),
        } = raw.into_inner()
        else {
            if !self.is_reported(&["title", "file"]) {
                let help = "geef elke link een tekst (`title`) en een bestand (`file`); zonder die twee blijft hij weg";
                self.left_out(at, "deze link mist `title` of `file`", help);
            }
            return None;
        };
        Some(MenuLink {
            title,
            place: self.source.place(file.span().start),
            file: file.into_inner(),
        })
    }

    fn footer(&mut self, raw: RawFooter) -> Footer {
        Footer {
            text: raw.text,
            links: self.links(raw.links),
        }
    }

    fn alert(&mut self, raw: Spanned<RawAlert>, zone: Option<&TimeZone>) -> Option<Alert> {
        let at = raw.span().start;
        let RawAlert {
            level,
            title,
            text,
            link,
            on,
            publish,
            expires,
        } = raw.into_inner();
        let until = expires.as_ref().map(Spanned::span);
        let (publish, expires) = (self.moment(publish, zone), self.moment(expires, zone));
        let link = link.and_then(|link| self.link(link));
        let (Some(level), Some(title), Some(text)) = (level, title, text) else {
            if !self.is_reported(&["level", "title", "text"]) {
                let help = "geef de melding alle drie; zonder die blijft zij weg";
                self.left_out(at, "de melding mist `level`, `title` of `text`", help);
            }
            return None;
        };
        let (publish, expires) = (publish.ok()?, expires.ok()?);
        if let (Some(from), Some(to), Some(span)) = (publish, expires, until)
            && to <= from
        {
            self.left_out(
                span.start,
                "`expires` ligt niet na `publish`: de melding is nooit te zien",
                "zet bij `expires` een later moment",
            );
            return None;
        }
        let named = |file: Spanned<String>| NamedFile {
            place: self.source.place(file.span().start),
            file: file.into_inner(),
        };
        let on = on.map(|files| files.into_iter().map(named).collect());
        Some(Alert {
            level,
            title,
            text,
            link,
            on,
            publish,
            expires,
        })
    }

    /// The moment that is meant. An error, which is told, where it is none.
    fn moment(
        &mut self,
        value: Option<Spanned<Datetime>>,
        zone: Option<&TimeZone>,
    ) -> Result<Option<Timestamp>, ()> {
        let (Some(value), Some(zone)) = (value, zone) else {
            return Ok(None);
        };
        let moment = date::moment(*value.get_ref(), zone);
        if moment.is_none() {
            let help =
                "schrijf 2026-03-31 of 2026-03-31T09:00:00; zonder dat blijft de melding weg";
            self.left_out(
                value.span().start,
                "hier hoort een datum, met of zonder tijd",
                help,
            );
        }
        moment.map(Some).ok_or(())
    }

    /// The words in addresses: each can stand in one, and no two own pages have the same.
    fn addresses(&mut self, raw: RawAddresses) -> Option<Addresses> {
        let own = [
            ("search", &raw.search),
            ("index", &raw.index),
            ("overview", &raw.overview),
            ("patterns", &raw.patterns),
        ];
        let mut seen: Vec<&str> = Vec::new();
        for (key, word) in own
            .into_iter()
            .filter_map(|(key, word)| Some((key, word.as_ref()?)))
        {
            self.is_word(word.get_ref(), key, word.span());
            if seen.contains(&word.get_ref().as_str()) {
                let message = format!(
                    "het adres `{}` van `{key}` is al van een andere lijst",
                    word.get_ref()
                );
                self.wrong(word.span(), &message, "kies een ander woord");
            }
            seen.push(word.get_ref());
        }
        for (key, word) in [("page", &raw.page), ("theme", &raw.theme)] {
            if let Some(word) = word {
                self.is_word(word.get_ref(), key, word.span());
            }
        }
        if let (Some(page), Some(theme)) = (&raw.page, &raw.theme)
            && page.get_ref() == theme.get_ref()
        {
            self.wrong(
                theme.span(),
                "`theme` en `page` zijn hetzelfde woord",
                "kies een ander woord",
            );
        }
        let text = |word: Option<Spanned<String>>| word.map(Spanned::into_inner);
        Some(Addresses {
            page: self.required("page` onder `[addresses]", text(raw.page))?,
            theme: self.required("theme` onder `[addresses]", text(raw.theme))?,
            search: text(raw.search),
            index: text(raw.index),
            overview: text(raw.overview),
            patterns: text(raw.patterns),
        })
    }

    fn is_base_url(&mut self, written: &Spanned<String>) -> bool {
        let address = written.get_ref();
        let host = address
            .strip_prefix("https://")
            .or_else(|| address.strip_prefix("http://"));
        let sound = host.is_some_and(|host| {
            !host.is_empty()
                && host
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || "-.:[]".contains(c))
        });
        if !sound {
            self.wrong(
                written.span(),
                &format!("`base-url` is geen webadres: {address}"),
                "schrijf https:// en de naam, zonder schuine streep erachter",
            );
        }
        sound
    }

    fn language(&mut self, written: &Spanned<String>) -> Option<&'static str> {
        let known = Text::known(written.get_ref());
        if known.is_none() {
            let help = format!("kies uit: {}", Text::languages().join(", "));
            self.wrong(
                written.span(),
                &format!("de taal `{}` heeft geen teksten", written.get_ref()),
                &help,
            );
        }
        known
    }

    /// The languages beside the site's own.
    fn other_languages(
        &mut self,
        raw: Vec<Spanned<RawLanguage>>,
        own: Option<&'static str>,
    ) -> Vec<Language> {
        let mut languages: Vec<Language> = Vec::new();
        for raw in raw {
            let at = raw.span().start;
            let RawLanguage {
                language,
                search,
                navigation,
                footer,
            } = raw.into_inner();
            let Some(language) = language else {
                self.wrong(
                    at..at,
                    "deze taal mist `language`",
                    "schrijf welke taal het is: language = \"de\"",
                );
                continue;
            };
            let Some(tag) = self.language(&language) else {
                continue;
            };
            if Some(tag) == own || languages.iter().any(|other| other.tag == tag) {
                self.wrong(
                    language.span(),
                    &format!("de taal `{tag}` staat er al"),
                    "noem elke taal een keer",
                );
            }
            if let Some(word) = &search {
                self.is_word(word.get_ref(), "search", word.span());
            }
            languages.push(Language {
                tag,
                place: self.source.place(language.span().start),
                home: Route::home().page(tag),
                search: search.map(Spanned::into_inner),
                navigation: self.links(navigation),
                footer: self.footer(footer),
            });
        }
        languages
    }

    /// Reports a word that cannot stand in an address.
    fn is_word(&mut self, word: &str, key: &str, span: Range<usize>) {
        if !is_slug(word) {
            let help = "schrijf een woord in kleine letters, zonder schuine strepen";
            self.wrong(
                span,
                &format!("het adres `{word}` van `{key}` kan niet"),
                help,
            );
        }
    }

    fn zone(&mut self, written: &Spanned<String>) -> Option<TimeZone> {
        let name = written.get_ref();
        let zone = TimeZone::get(name).ok();
        if zone.is_none() {
            self.wrong(
                written.span(),
                &format!("de tijdzone `{name}` bestaat niet"),
                "schrijf een naam als Europe/Amsterdam",
            );
        }
        zone
    }

    fn collection(&mut self, kind: &str, raw: Option<RawCollection>) -> Option<Collection> {
        let raw = self.required(&format!("[kinds.{kind}]"), raw)?;
        let below = |key: &str| format!("{key}` onder `[kinds.{kind}]");
        let folder = self.required(&below("folder"), raw.folder);
        let written = self.required(&below("address"), raw.address)?;
        match Route::parse(written.get_ref()).filter(|route| route.as_str().ends_with('/')) {
            Some(address) => Some(Collection {
                folder: folder?.trim_matches('/').to_owned(),
                address,
            }),
            None => {
                self.wrong(
                    written.span(),
                    &format!("het adres `{}` van `{kind}` kan niet", written.get_ref()),
                    "schrijf een adres als /nieuws/: kleine letters, met een schuine streep voor en achter",
                );
                None
            }
        }
    }
}
