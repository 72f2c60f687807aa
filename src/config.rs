//! `site.toml`: what makes the site that of one region and not of another.

use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use crate::date::{self, TimeZone, Timestamp};
use crate::problem::{Place, Report};
use crate::route::{Route, is_slug};
use crate::rule::Rule;
use crate::rule::policy::{self, Policy, RawPolicy};
use crate::source::Source;
use crate::text::Text;
use crate::toml_file::{self, Read};

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
    /// BCP 47 tag of a language that has a file of strings.
    pub language: String,
    pub time_zone: TimeZone,
    pub publisher: Publisher,
    /// The folder and address of each kind of content. What lies in no such folder is a page.
    pub kinds: Kinds,
    /// The words in addresses that no folder gives.
    pub addresses: Addresses,
    /// The main navigation, in order.
    pub navigation: Vec<MenuLink>,
    pub alert: Option<Alert>,
    pub footer: Footer,
    /// How heavy the rules weigh.
    pub check: Policy,
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
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Addresses {
    pub page: String,
    pub theme: String,
    /// The address of the search: `zoeken`. Without it the site has none.
    pub search: Option<String>,
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
    time_zone: Option<Spanned<String>>,
    publisher: Option<RawPublisher>,
    kinds: Option<RawKinds>,
    addresses: Option<Addresses>,
    navigation: Option<Vec<RawMenuLink>>,
    alert: Option<RawAlert>,
    footer: Option<RawFooter>,
    check: Option<RawPolicy>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawMenuLink {
    title: String,
    file: Spanned<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawFooter {
    #[serde(default)]
    text: String,
    #[serde(default)]
    links: Vec<RawMenuLink>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawPublisher {
    name: String,
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
    folder: String,
    address: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawAlert {
    level: Level,
    title: String,
    text: String,
    link: Option<RawMenuLink>,
    on: Option<Vec<Spanned<String>>>,
    publish: Option<Datetime>,
    expires: Option<Datetime>,
}

/// Reads the settings. `None` where something that every page needs is missing or wrong; the report says what.
pub fn read(source: &Source, report: &mut Report) -> Option<Config> {
    let Read { raw, troubled } = toml_file::read::<RawConfig>(source, 0..source.text.len(), report)?;
    let mut check = Check { source, report, troubled, sound: true };
    let base_url = check.required("base-url", raw.base_url).filter(|address| check.is_base_url(address));
    let language = check.required("language", raw.language).filter(|language| check.is_language(language));
    let time_zone = check.required("time-zone", raw.time_zone).and_then(|name| check.zone(&name));
    let name = check.required("name", raw.name);
    let description = check.required("description", raw.description);
    let publisher = check.required("[publisher]", raw.publisher);
    let addresses = check.required("[addresses]", raw.addresses);
    if let Some(Addresses { search, index, overview, patterns, .. }) = &addresses {
        for (key, word) in [("search", search), ("index", index), ("overview", overview), ("patterns", patterns)] {
            if let Some(word) = word.as_ref().filter(|word| !is_slug(word)) {
                let message = format!("het adres `{word}` van `{key}` kan niet");
                check.wrong(0..0, &message, "schrijf een woord in kleine letters, zonder schuine strepen");
            }
        }
    }
    let kinds = raw.kinds.unwrap_or_default();
    let news = check.collection("news", kinds.news);
    let themes = check.collection("themes", kinds.themes);
    let municipalities = check.collection("municipalities", kinds.municipalities);
    let terms = kinds.terms.and_then(|raw| check.collection("terms", Some(raw)));
    let questions = kinds.questions.and_then(|raw| check.collection("questions", Some(raw)));
    let alert = raw.alert.map(|raw| alert(raw, time_zone.as_ref(), source));
    let footer = raw.footer.unwrap_or_default();
    let policy = policy::read(raw.check.unwrap_or_default(), source, check.report);
    let links = |links: Vec<RawMenuLink>| links.into_iter().map(|link| link.placed(source)).collect();
    if !check.sound {
        return None;
    }
    Some(Config {
        name: name?,
        description: description?,
        base_url: base_url?.into_inner(),
        language: language?.into_inner(),
        time_zone: time_zone?,
        publisher: publisher.map(|raw| Publisher { name: raw.name, address: raw.address })?,
        kinds: Kinds { news: news?, themes: themes?, municipalities: municipalities?, terms, questions },
        addresses: addresses?,
        navigation: links(raw.navigation.unwrap_or_default()),
        alert,
        footer: Footer { text: footer.text, links: links(footer.links) },
        check: policy,
    })
}

impl RawMenuLink {
    fn placed(self, source: &Source) -> MenuLink {
        MenuLink { title: self.title, place: source.place(self.file.span().start), file: self.file.into_inner() }
    }
}

fn alert(raw: RawAlert, zone: Option<&TimeZone>, source: &Source) -> Alert {
    let moment = |value: Option<Datetime>| value.and_then(|value| date::moment(value, zone?));
    let named = |file: Spanned<String>| NamedFile { place: source.place(file.span().start), file: file.into_inner() };
    Alert {
        level: raw.level,
        title: raw.title,
        text: raw.text,
        link: raw.link.map(|link| link.placed(source)),
        on: raw.on.map(|files| files.into_iter().map(named).collect()),
        publish: moment(raw.publish),
        expires: moment(raw.expires),
    }
}

/// Collects what is wrong with the settings.
struct Check<'a> {
    source: &'a Source,
    report: &'a mut Report,
    /// Keys that are there but wrong, and reported.
    troubled: Vec<String>,
    sound: bool,
}

impl Check<'_> {
    fn wrong(&mut self, span: Range<usize>, message: &str, help: &str) {
        self.sound = false;
        self.report.add(self.source.place(span.start), Rule::Settings, message, help);
    }

    fn required<T>(&mut self, key: &str, value: Option<T>) -> Option<T> {
        if value.is_none() {
            self.sound = false;
        }
        if value.is_none() && !self.troubled.iter().any(|troubled| troubled == key.trim_matches(['[', ']'])) {
            self.wrong(0..0, &format!("`{key}` ontbreekt"), &format!("voeg `{key}` toe; LEESMIJ.md zegt wat het is"));
        }
        value
    }

    fn is_base_url(&mut self, written: &Spanned<String>) -> bool {
        let address = written.get_ref();
        let host = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
        let sound = host.is_some_and(|host| !host.is_empty() && host.chars().all(|c| c.is_ascii_alphanumeric() || "-.:[]".contains(c)));
        if !sound {
            self.wrong(
                written.span(),
                &format!("`base-url` is geen webadres: {address}"),
                "schrijf https:// en de naam, zonder schuine streep erachter",
            );
        }
        sound
    }

    fn is_language(&mut self, written: &Spanned<String>) -> bool {
        let (language, known) = (written.get_ref().as_str(), Text::languages());
        let sound = known.contains(&language);
        if !sound {
            self.wrong(written.span(), &format!("de taal `{language}` heeft geen teksten"), &format!("kies uit: {}", known.join(", ")));
        }
        sound
    }

    fn zone(&mut self, written: &Spanned<String>) -> Option<TimeZone> {
        let name = written.get_ref();
        let zone = TimeZone::get(name).ok();
        if zone.is_none() {
            self.wrong(written.span(), &format!("de tijdzone `{name}` bestaat niet"), "schrijf een naam als Europe/Amsterdam");
        }
        zone
    }

    fn collection(&mut self, kind: &str, raw: Option<RawCollection>) -> Option<Collection> {
        let raw = self.required(&format!("[kinds.{kind}]"), raw)?;
        match Route::parse(raw.address.get_ref()).filter(|route| route.as_str().ends_with('/')) {
            Some(address) => Some(Collection { folder: raw.folder.trim_matches('/').to_owned(), address }),
            None => {
                self.wrong(
                    raw.address.span(),
                    &format!("het adres `{}` van `{kind}` kan niet", raw.address.get_ref()),
                    "schrijf een adres als /nieuws/: kleine letters, met een schuine streep voor en achter",
                );
                None
            }
        }
    }
}
