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
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
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
    languages: Vec<RawLanguage>,
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
struct RawLanguage {
    language: Spanned<String>,
    search: Option<Spanned<String>>,
    #[serde(default)]
    navigation: Vec<RawMenuLink>,
    #[serde(default)]
    footer: RawFooter,
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
    let language = check.required("language", raw.language);
    let place = language.as_ref().map(|language| source.place(language.span().start));
    let language = language.and_then(|language| check.language(&language));
    let languages = check.other_languages(raw.languages, language);
    let time_zone = check.required("time-zone", raw.time_zone).and_then(|name| check.zone(&name));
    let name = check.required("name", raw.name);
    let description = check.required("description", raw.description);
    let publisher = check.required("[publisher]", raw.publisher);
    let addresses = check.required("[addresses]", raw.addresses);
    if let Some(Addresses { search, index, overview, patterns, .. }) = &addresses {
        for (key, word) in [("search", search), ("index", index), ("overview", overview), ("patterns", patterns)] {
            if let Some(word) = word {
                check.is_word(word, key, 0..0);
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
        navigation: placed(raw.navigation.unwrap_or_default(), source),
        footer: raw.footer.unwrap_or_default().placed(source),
    };
    Some(Config {
        name: name?,
        description: description?,
        base_url: base_url?.into_inner(),
        languages: std::iter::once(own).chain(languages).collect(),
        time_zone: time_zone?,
        publisher: publisher.map(|raw| Publisher { name: raw.name, address: raw.address })?,
        kinds: Kinds { news: news?, themes: themes?, municipalities: municipalities?, terms, questions },
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
        self.languages[1..].iter().map(|language| language.tag).find(|tag| Some(*tag) == folder).unwrap_or(self.language())
    }
}

fn placed(links: Vec<RawMenuLink>, source: &Source) -> Vec<MenuLink> {
    links.into_iter().map(|link| link.placed(source)).collect()
}

impl RawFooter {
    fn placed(self, source: &Source) -> Footer {
        Footer { text: self.text, links: placed(self.links, source) }
    }
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

    fn language(&mut self, written: &Spanned<String>) -> Option<&'static str> {
        let known = Text::known(written.get_ref());
        if known.is_none() {
            let help = format!("kies uit: {}", Text::languages().join(", "));
            self.wrong(written.span(), &format!("de taal `{}` heeft geen teksten", written.get_ref()), &help);
        }
        known
    }

    /// The languages beside the site's own.
    fn other_languages(&mut self, raw: Vec<RawLanguage>, own: Option<&'static str>) -> Vec<Language> {
        let mut languages: Vec<Language> = Vec::new();
        for RawLanguage { language, search, navigation, footer } in raw {
            let Some(tag) = self.language(&language) else { continue };
            if Some(tag) == own || languages.iter().any(|other| other.tag == tag) {
                self.wrong(language.span(), &format!("de taal `{tag}` staat er al"), "noem elke taal een keer");
            }
            if let Some(word) = &search {
                self.is_word(word.get_ref(), "search", word.span());
            }
            languages.push(Language {
                tag,
                place: self.source.place(language.span().start),
                home: Route::home().page(tag),
                search: search.map(Spanned::into_inner),
                navigation: placed(navigation, self.source),
                footer: footer.placed(self.source),
            });
        }
        languages
    }

    /// Reports a word that cannot stand in an address.
    fn is_word(&mut self, word: &str, key: &str, span: Range<usize>) {
        if !is_slug(word) {
            let help = "schrijf een woord in kleine letters, zonder schuine strepen";
            self.wrong(span, &format!("het adres `{word}` van `{key}` kan niet"), help);
        }
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
