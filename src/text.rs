//! The languages of the site: interface strings, dates and numbers.
//!
//! The strings stand in `templates/text/<language>.ftl` (Fluent); a new language is a new file
//! there.

use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_syntax::ast::Entry;
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::YMD;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale_core::Locale;
use include_dir::{Dir, include_dir};
use rustc_hash::FxHashMap;

use crate::date::{Date, icu_date};

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates/text");

/// One language of the site.
pub struct Text {
    language: &'static str,
    bundle: FluentBundle<FluentResource>,
    fixed: FxHashMap<String, String>,
    dates: DateTimeFormatter<YMD>,
    numbers: DecimalFormatter,
}

impl Text {
    /// The language with this BCP 47 tag; `None` when there is no file of strings for it.
    pub fn load(language: &str) -> Option<Self> {
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
        // English alone would be that of America, which puts the month before the day.
        let locale = bundle
            .get_message("locale")
            .and_then(|message| message.value())
            .expect("each file of strings names its locale");
        let locale: Locale = bundle
            .format_pattern(locale, None, &mut Vec::new())
            .replace('_', "-")
            .parse()
            .ok()?;
        let mut text = Text {
            language,
            bundle,
            fixed: FxHashMap::default(),
            dates: DateTimeFormatter::try_new(locale.clone().into(), YMD::long()).ok()?,
            numbers: DecimalFormatter::try_new(locale.into(), Default::default()).ok()?,
        };
        text.fixed = names
            .into_iter()
            .filter_map(|name| text.format(&name, None).map(|value| (name, value)))
            .collect();
        Some(text)
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
        let mut arguments = FluentArgs::new();
        arguments.set(key, value.to_string());
        self.fill(name, &arguments)
    }

    /// A string that depends on a number, as `{$count}`.
    pub fn count(&self, name: &str, count: usize) -> String {
        let mut arguments = FluentArgs::new();
        arguments.set("count", count);
        self.fill(name, &arguments)
    }

    /// A string with a title that depends on a number, as `{$title}` and `{$count}`.
    pub fn title_and_count(&self, name: &str, title: &str, count: usize) -> String {
        let mut arguments = FluentArgs::new();
        arguments.set("title", title);
        arguments.set("count", count);
        self.fill(name, &arguments)
    }

    /// A string with a place in a row: `{$number}` of `{$total}`.
    pub fn number_of(&self, name: &str, number: usize, total: usize) -> String {
        let mut arguments = FluentArgs::new();
        arguments.set("number", number);
        arguments.set("total", total);
        self.fill(name, &arguments)
    }

    /// A string with a name and a day.
    pub fn name_and_date(&self, name: &str, who: &str, date: Date) -> String {
        let mut arguments = FluentArgs::new();
        arguments.set("name", who);
        arguments.set("date", self.date(date));
        self.fill(name, &arguments)
    }

    /// A day as it is read: `2 maart 2022`.
    pub fn date(&self, date: Date) -> String {
        self.dates.format(&icu_date(date)).to_string()
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

    fn fill(&self, name: &str, arguments: &FluentArgs<'_>) -> String {
        self.format(name, Some(arguments))
            .unwrap_or_else(|| panic!("the string `{name}` stands in {}.ftl", self.language))
    }

    fn format(&self, name: &str, arguments: Option<&FluentArgs<'_>>) -> Option<String> {
        let pattern = self.bundle.get_message(name)?.value()?;
        let mut errors = Vec::new();
        let value = self.bundle.format_pattern(pattern, arguments, &mut errors);
        errors.is_empty().then(|| value.into_owned())
    }
}

/// The name of a string; comments and terms have none.
fn name_of(entry: &Entry<&str>) -> Option<String> {
    match entry {
        Entry::Message(message) => Some(message.id.name.to_owned()),
        _ => None,
    }
}
