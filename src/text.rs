//! The languages of the site: interface strings, dates and numbers.
//!
//! The strings stand in `templates/text/<language>.ftl` (Fluent); a new language is a new file
//! there.

use std::collections::BTreeMap;
use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::Entry;
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{MD, YM, YMD, YMDE};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale_core::Locale;
use include_dir::{Dir, include_dir};
use rustc_hash::FxHashMap;

use crate::date::{Date, DateTime, Years, icu_date};
use crate::schedule::Occurrence;

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates/text");

/// A noun in the singular and in the plural.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noun {
    pub one: String,
    pub many: String,
}

/// The strings that a site has of its own in one language.
#[derive(Clone, Copy, Default)]
pub struct OwnStrings<'a> {
    /// In Fluent, as [`review`] let them pass.
    pub strings: Option<&'a str>,
    /// The noun for a municipality.
    pub municipality: Option<&'a Noun>,
}

/// One language of the site.
pub struct Text {
    language: &'static str,
    bundle: FluentBundle<FluentResource>,
    fixed: FxHashMap<String, String>,
    dates: DateTimeFormatter<YMD>,
    days: DateTimeFormatter<YMDE>,
    months: DateTimeFormatter<YM>,
    numbers: DecimalFormatter,
}

impl Text {
    /// The language with this BCP 47 tag; `None` when there is no file of strings for it.
    pub fn load(language: &str) -> Option<Self> {
        Self::with(language, OwnStrings::default())
    }

    /// Like [`load`](Self::load), with what a site says in its own words.
    pub fn with(language: &str, own: OwnStrings<'_>) -> Option<Self> {
        let known = Self::known(language).or_else(|| own.strings.and(language_tag(language)));
        let language = known?;
        let (mut bundle, names) = bundle(language)?;
        if let Some(strings) = own.strings {
            let strings = FluentResource::try_new(strings.to_owned());
            bundle.add_resource_overriding(strings.expect("a review lets no other strings pass"));
        }
        if let Some(noun) = own.municipality {
            let terms = FluentResource::try_new(noun.as_terms());
            bundle.add_resource_overriding(terms.expect("a noun is made of letters"));
        }
        let fixed: FxHashMap<String, String> = names
            .into_iter()
            .filter_map(|name| Some((name.clone(), format(&bundle, &name, None)?)))
            .collect();
        // English alone would be that of America, which puts the month before the day.
        let locale = locale(&fixed["locale"])?;
        Some(Text {
            language,
            bundle,
            fixed,
            dates: DateTimeFormatter::try_new(locale.clone().into(), YMD::long()).ok()?,
            days: DateTimeFormatter::try_new(locale.clone().into(), YMDE::long()).ok()?,
            months: DateTimeFormatter::try_new(locale.clone().into(), YM::long()).ok()?,
            numbers: DecimalFormatter::try_new(locale.into(), Default::default()).ok()?,
        })
    }

    /// The languages that have a file of strings.
    pub fn languages() -> Vec<&'static str> {
        let mut languages: Vec<_> = FILES
            .files()
            .filter_map(|file| file.path().file_stem()?.to_str())
            .collect();
        languages.sort_unstable();
        languages
    }

    /// The tag of a language that has a file of strings, as one that lasts.
    pub fn known(language: &str) -> Option<&'static str> {
        Self::languages()
            .into_iter()
            .find(|known| *known == language)
    }

    /// The BCP 47 tag: `nl`.
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// A string that takes no values.
    ///
    /// # Panics
    /// When the file has no such string. Tests check every name in templates and source against the
    /// files, and those that a [kind](crate::kinds::spec::KindSpec::strings) has by its own name.
    pub fn say(&self, name: &str) -> &str {
        self.fixed
            .get(name)
            .unwrap_or_else(|| panic!("the string `{name}` stands in {}.ftl", self.language))
    }

    /// A string with one text in it.
    pub fn say_with(&self, name: &str, key: &str, value: impl fmt::Display) -> String {
        self.fill(name, [(key, value.to_string().into())])
    }

    /// A string that depends on a number, as `{$count}`.
    pub fn count(&self, name: &str, count: usize) -> String {
        self.fill(name, [("count", count.into())])
    }

    /// A string with several values in it, by their names.
    ///
    /// # Panics
    /// As [`say`](Self::say), and where it takes another value.
    pub fn fill<'v>(
        &self,
        name: &str,
        values: impl IntoIterator<Item = (&'v str, FluentValue<'v>)>,
    ) -> String {
        format(&self.bundle, name, Some(&FluentArgs::from_iter(values)))
            .unwrap_or_else(|| panic!("the string `{name}` stands in {}.ftl", self.language))
    }

    /// A day as it is read: `2 maart 2022`.
    pub fn date(&self, date: Date) -> String {
        self.dates.format(&icu_date(date)).to_string()
    }

    /// A day without its year, such as `3 maart`.
    pub fn day(&self, date: Date) -> String {
        let locale = locale(self.say("locale"));
        let formatter =
            locale.and_then(|locale| DateTimeFormatter::try_new(locale.into(), MD::long()).ok());
        let formatter = formatter.expect("the formatters of the same locale were made");
        formatter.format(&icu_date(date)).to_string()
    }

    /// A month as it is read: `maart 2022`.
    pub fn month(&self, date: Date) -> String {
        self.months.format(&icu_date(date)).to_string()
    }

    /// A time as it is read: `woensdag 2 maart 2022, 14.00 tot 16.30 uur`.
    pub fn occurrence(&self, of: &Occurrence) -> String {
        let day = |time: DateTime| self.days.format(&icu_date(time.date())).to_string();
        let hour = |time: DateTime| time.strftime(self.say("clock")).to_string();
        let end = of.end.unwrap_or(of.start);
        let is_one_day = end.date() == of.start.date();
        let name = match (of.is_whole_days, is_one_day, of.end) {
            (true, true, _) => return day(of.start),
            (true, false, _) => "when-days",
            (false, true, Some(_)) => "when-hours",
            (false, false, _) => "when-days-and-hours",
            (false, _, None) => "when-hour",
        };
        let values = [
            ("day", day(of.start)),
            ("hour", hour(of.start)),
            ("last-day", day(end)),
            ("last-hour", hour(end)),
        ];
        self.fill(name, values.map(|(name, value)| (name, value.into())))
    }

    /// A stretch of years as it is read: `2019–2022`, `vanaf 2019`, `tot en met 2022`.
    pub fn years(&self, years: Years) -> String {
        match years {
            Years {
                from: Some(from),
                to: Some(to),
            } if from == to => from.to_string(),
            Years {
                from: Some(from),
                to: Some(to),
            } => format!("{from}–{to}"),
            Years {
                from: Some(from),
                to: None,
            } => self.say_with("years-from", "year", from),
            Years {
                from: None,
                to: Some(to),
            } => self.say_with("years-to", "year", to),
            Years {
                from: None,
                to: None,
            } => String::new(),
        }
    }

    /// An amount in euros as it is read: `€ 30.000.000`.
    pub fn euros(&self, amount: u64) -> String {
        self.say_with("euros", "amount", self.number(amount as f64))
    }

    /// A number as it is read: `74.355`, `176,83`.
    pub fn number(&self, number: f64) -> String {
        let decimal: Decimal = number.to_string().parse().unwrap_or_default();
        self.numbers.format(&decimal).to_string()
    }

    /// The size of a file as it is read: `412 kB`, `1,3 MB`. Nothing is smaller than 1 kB.
    pub fn size(&self, bytes: u64) -> String {
        const MEGA: u64 = 1_000_000;
        let (amount, unit) = match bytes {
            MEGA.. => (
                self.number((bytes * 10 + MEGA / 2).div_euclid(MEGA) as f64 / 10.0),
                "MB",
            ),
            _ => (((bytes + 500) / 1000).max(1).to_string(), "kB"),
        };
        format!("{amount}\u{a0}{unit}")
    }
}

impl Noun {
    /// The noun as the strings refer to it.
    fn as_terms(&self) -> String {
        let capital = |word: &str| {
            let mut letters = word.chars();
            let first = letters.next().into_iter().flat_map(char::to_uppercase);
            first.chain(letters).collect::<String>()
        };
        let Noun { one, many } = self;
        format!(
            "-one-municipality = {one}\n-many-municipalities = {many}\n-One-municipality = {}\n-Many-municipalities = {}\n",
            capital(one),
            capital(many)
        )
    }
}

/// The languages that a site can have strings for: the codes of ISO 639-1.
const LANGUAGES: &str = "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch \
    co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha \
    he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks \
    ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no \
    nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq \
    sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi \
    yo za zh zu";

/// The language whose strings stand in for those that another one lacks.
const FALLBACK: &str = "en";

/// A locale as the files of strings name it: `nl_NL`.
fn locale(name: &str) -> Option<Locale> {
    name.replace('_', "-").parse().ok()
}

/// The tag of a language, as one that lasts.
pub fn language_tag(code: &str) -> Option<&'static str> {
    LANGUAGES.split_whitespace().find(|known| *known == code)
}

/// The strings of the program in a language, or else those that stand in for them.
fn built_in(language: &str) -> &'static str {
    let language = Text::known(language).unwrap_or(FALLBACK);
    let file = FILES.get_file(format!("{language}.ftl"));
    let text = file.and_then(include_dir::File::contents_utf8);
    text.expect("the files of strings are there, and are UTF-8")
}

/// The strings of the program, to be said in a language; with their names.
fn bundle(language: &str) -> Option<(FluentBundle<FluentResource>, Vec<String>)> {
    let resource = FluentResource::try_new(built_in(language).to_owned());
    let resource = resource.expect("the files of strings are valid Fluent");
    let names = resource.entries().filter_map(name_of).collect();
    let mut bundle = FluentBundle::new_concurrent(vec![language.parse().ok()?]);
    bundle.set_use_isolating(false);
    bundle
        .add_resource(resource)
        .expect("each string stands once in its file");
    Some((bundle, names))
}

/// The strings of a site's own in one language, after a look at each.
pub struct Review {
    /// Those that can be used, in Fluent.
    pub strings: String,
    /// The faults of the others, each with its place in the file.
    pub faults: Vec<(usize, StringFault)>,
    /// The names of those that nobody has in this language.
    pub missing: Vec<String>,
}

/// The reason that a string cannot be used.
#[derive(Debug, PartialEq, Eq)]
pub enum StringFault {
    /// It cannot be read.
    Syntax,
    /// The program says nothing of this name.
    Unknown(String),
    /// It has something in it that the program does not give it.
    Value(String),
}

/// Looks at each string of a file.
pub fn review(language: &'static str, source: &str) -> Review {
    let known: BTreeMap<&str, &str> = entries(built_in(language))
        .map(|(_, name, text)| (name, text))
        .collect();
    let mut faults = Vec::new();
    let mut said: BTreeMap<&str, (usize, &str)> = BTreeMap::new();
    let (mut bundle, _) = bundle(language).expect("each code of a language is a tag");
    for (at, name, text) in entries(source) {
        match FluentResource::try_new(text.to_owned()) {
            Err(_) => faults.push((at, StringFault::Syntax)),
            Ok(_) if !known.contains_key(name) => {
                faults.push((at, StringFault::Unknown(name.to_owned())));
            }
            Ok(resource) => {
                bundle.add_resource_overriding(resource);
                said.insert(name, (at, text));
            }
        }
    }
    said.retain(|name, (at, _)| {
        let is_sayable = name.starts_with('-') || can_be_said(&bundle, name, known[name]);
        if !is_sayable {
            faults.push((*at, StringFault::Value((*name).to_owned())));
        }
        is_sayable
    });
    let is_own_language = Text::known(language).is_none();
    let missing = known.keys().filter(|name| !said.contains_key(*name));
    let missing = missing.filter(|name| is_own_language && !name.starts_with('-'));
    Review {
        strings: said.values().map(|(_, text)| format!("{text}\n")).collect(),
        faults,
        missing: missing.map(|name| (*name).to_owned()).collect(),
    }
}

/// The entries of a file of strings: each with its place, its name and its text.
fn entries(source: &str) -> impl Iterator<Item = (usize, &str, &str)> {
    let mut starts: Vec<usize> = Vec::new();
    let mut at = 0;
    for line in source.split_inclusive('\n') {
        let is_start = !line.trim().is_empty() && !line.starts_with([' ', '\t', '}', '#']);
        let is_end = line.starts_with('#');
        if is_start || is_end {
            starts.push(at);
        }
        at += line.len();
    }
    let ends: Vec<usize> = starts.iter().skip(1).copied().chain([at]).collect();
    let entry = move |(start, end): (usize, usize)| {
        let text = &source[start..end];
        let name = text.split('=').next().unwrap_or_default().trim();
        (start, name, text)
    };
    let entries = starts.into_iter().zip(ends).map(entry);
    entries.filter(|(_, _, text)| !text.starts_with('#'))
}

/// True for a string that can be said with the values that the program gives the original.
fn can_be_said(bundle: &FluentBundle<FluentResource>, name: &str, original: &str) -> bool {
    let is_other = |c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_';
    let names = original.split('$').skip(1);
    let names = names.filter_map(|rest| rest.split(is_other).next());
    let values = names.map(|name| (name, FluentValue::from(1)));
    let Some(said) = format(bundle, name, Some(&FluentArgs::from_iter(values))) else {
        return false;
    };
    let morning = DateTime::constant(2026, 1, 1, 9, 0, 0, 0);
    match name {
        "locale" => said.replace('_', "-").parse::<Locale>().is_ok(),
        "clock" => jiff::fmt::strtime::format(&said, morning).is_ok(),
        _ => true,
    }
}

/// A string with values in it. `None` where the file has no such string, or the string takes
/// another value.
fn format(
    bundle: &FluentBundle<FluentResource>,
    name: &str,
    values: Option<&FluentArgs<'_>>,
) -> Option<String> {
    let pattern = bundle.get_message(name)?.value()?;
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, values, &mut errors);
    errors.is_empty().then(|| text.into_owned())
}

/// The name of a string; comments and terms have none.
fn name_of(entry: &Entry<&str>) -> Option<String> {
    match entry {
        Entry::Message(message) => Some(message.id.name.to_owned()),
        _ => None,
    }
}
