//! The languages of the site: interface strings, dates and numbers.
//!
//! The strings stand in `templates/text/<language>.ftl` (Fluent); a new language is a new file
//! there.

use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::Entry;
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{YM, YMD, YMDE};
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

    /// The same, with what a site says in its own words.
    pub fn with(language: &str, own: OwnStrings<'_>) -> Option<Self> {
        let language = Self::known(language)?;
        let file = FILES.get_file(format!("{language}.ftl"))?;
        let source = file
            .contents_utf8()
            .expect("the files of strings are UTF-8")
            .to_owned();
        let resource =
            FluentResource::try_new(source).expect("the files of strings are valid Fluent");
        let names: Vec<String> = resource.entries().filter_map(name_of).collect();
        let mut bundle = FluentBundle::new_concurrent(vec![language.parse().ok()?]);
        bundle.set_use_isolating(false);
        bundle
            .add_resource(resource)
            .expect("each string stands once in its file");
        if let Some(noun) = own.municipality {
            let terms = FluentResource::try_new(noun.as_terms());
            bundle.add_resource_overriding(terms.expect("a noun is made of letters"));
        }
        let fixed: FxHashMap<String, String> = names
            .into_iter()
            .filter_map(|name| Some((name.clone(), format(&bundle, &name, None)?)))
            .collect();
        // English alone would be that of America, which puts the month before the day.
        let locale: Locale = fixed["locale"].replace('_', "-").parse().ok()?;
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
    /// When the file has no such string; a test checks every name in templates and source against
    /// the files.
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
