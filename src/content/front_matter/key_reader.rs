//! Reading the keys of one file's front matter, with a report of what is wrong with them.

use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::value::Datetime;

use crate::content::typography;
use crate::content::values::{is_web_address, markdown_in};
use crate::date::{self, Date, TimeZone, Timestamp, YEARS, Years};
use crate::message;
use crate::message::Message;
use crate::problem::{Problem, Report};
use crate::rule::Rule;
use crate::source::{LocatedName, Place, Source};
use crate::toml_file::Entries;

/// The keys of one file that are still to be read. A value that is wrong is reported, and is as if
/// it were not there. Tables of other files are read with it as well.
pub struct KeyReader<'a> {
    pub(super) entries: Entries<'a>,
    pub(super) source: &'a Source,
    /// The offset of the front matter in the source.
    pub(super) start: usize,
    /// The language of the texts that are read next.
    pub language: &'static str,
    /// The country of the site, by its two letters.
    pub country: Option<&'a str>,
    /// The part of the source that is read next, where it has several blocks of one name.
    pub part: Range<usize>,
    pub(super) time_zone: &'a TimeZone,
    pub(super) report: &'a mut Report,
    /// The files of blocks that cannot be shown: they have to be there all the same.
    pub loose_files: Vec<LocatedName>,
    /// The first mistake because of which visitors cannot see the page.
    pub(super) hidden_by: Option<Problem>,
}

impl<'a> KeyReader<'a> {
    /// The keys of a text that begins at an offset of the source.
    pub fn new(
        entries: Entries<'a>,
        source: &'a Source,
        start: usize,
        language: &'static str,
        time_zone: &'a TimeZone,
        report: &'a mut Report,
    ) -> Self {
        KeyReader {
            entries,
            source,
            start,
            language,
            country: None,
            part: 0..usize::MAX,
            time_zone,
            report,
            loose_files: Vec::new(),
            hidden_by: None,
        }
    }

    /// The keys of the kind, as they are written.
    pub fn read<T: DeserializeOwned + Default>(&mut self) -> T {
        let raw = self.entries.read(|_| true, &[], self.report);
        raw.unwrap_or_default()
    }

    pub fn wrong(&mut self, span: Range<usize>, rule: Rule, message: Message, help: Message) {
        let place = self.source.place(self.start + span.start);
        self.report.add(place, rule, message, help);
    }

    pub fn place<T>(&self, value: &Spanned<T>) -> Place {
        self.source.place(self.start + value.span().start)
    }

    /// Keeps the file of a block that cannot be shown.
    pub fn keep_file(&mut self, file: Option<Spanned<String>>) {
        let file = file.map(|file| self.located(file));
        self.loose_files.extend(file);
    }

    pub fn located(&self, name: Spanned<String>) -> LocatedName {
        self.source.located(self.start, name)
    }

    /// The value of a key that the page should have.
    pub fn required<T>(&mut self, key: &str, value: Option<T>) -> Option<T> {
        if value.is_none() && !self.is_reported(key) {
            self.report.add(
                self.source.start(),
                Rule::MissingKey,
                message!("key-missing", key),
                message!("front-matter-key-missing-help", key),
            );
        }
        value
    }

    /// True for a key that is there but wrong, and reported.
    pub fn is_reported(&self, path: &str) -> bool {
        let mut reported = self.entries.reported_keys.iter();
        reported.any(|key| {
            let at = self.source.offset(&key.problem.place);
            key.path == path && self.part.contains(&at)
        })
    }

    pub(super) fn has_reported(&self, is_meant: impl Fn(&str) -> bool) -> bool {
        let mut reported = self.entries.reported_keys.iter();
        reported.any(|key| is_meant(&key.path))
    }

    /// Says that the page cannot be shown because of a line that was reported: one with a path that
    /// `is_meant`, or else the last.
    pub fn hide(&mut self, is_meant: impl Fn(&str) -> bool) {
        let mut reported = self.entries.reported_keys.iter();
        let problem = reported.find(|reported| is_meant(&reported.path));
        let problem = problem.map(|reported| &reported.problem);
        let problem = problem.or(self.report.problems().last());
        self.hidden_by = self.hidden_by.take().or(problem.cloned());
    }

    /// The value of a key that has to meet a condition.
    pub fn checked<T>(
        &mut self,
        value: Option<Spanned<T>>,
        is_valid: impl Fn(&T) -> bool,
        rule: Rule,
        message: Message,
        help: Message,
    ) -> Option<T> {
        let value = value?;
        if !is_valid(value.get_ref()) {
            self.wrong(value.span(), rule, message, help);
            return None;
        }
        Some(value.into_inner())
    }

    /// The value of a key that has to be an address of the web.
    pub fn web_address(&mut self, value: Option<Spanned<String>>, rule: Rule) -> Option<String> {
        self.checked(
            value,
            |address| is_web_address(address),
            rule,
            message!("no-web-address"),
            message!("no-web-address-help"),
        )
    }

    /// A text that the page should have and that readers see, with curly quotes.
    pub fn text(&mut self, key: &str, value: Option<Spanned<String>>) -> Option<String> {
        let value = self.required(key, value)?;
        if value.get_ref().trim().is_empty() {
            self.wrong(
                value.span(),
                Rule::MissingKey,
                message!("key-empty", key),
                message!("key-empty-help"),
            );
            return None;
        }
        if let Some(help) = markdown_in(value.get_ref(), "text") {
            let message = message!("front-matter-markdown", key);
            let place = self.place(&value);
            self.report
                .add(place, Rule::MarkdownInFrontMatter, message, help);
        }
        Some(typography::line(value.into_inner(), self.language))
    }

    /// Like [`text`](Self::text), for one that the page can do without.
    pub fn optional_text(&mut self, key: &str, value: Option<Spanned<String>>) -> Option<String> {
        value.and_then(|value| self.text(key, Some(value)))
    }

    /// A year that content may name.
    pub fn year(&mut self, value: Option<Spanned<i16>>) -> Option<i16> {
        self.checked(
            value,
            |year| YEARS.contains(year),
            Rule::WrongType,
            message!("no-year"),
            message!("no-year-help"),
        )
    }

    /// A stretch of years; `None` where neither end is known.
    pub fn years(&mut self, from: Option<Spanned<i16>>, to: Option<Spanned<i16>>) -> Option<Years> {
        let at = to.as_ref().map(Spanned::span);
        let (from, mut to) = (self.year(from), self.year(to));
        if let (Some(first), Some(last), Some(span)) = (from, to, at)
            && last < first
        {
            self.wrong(
                span,
                Rule::Dates,
                message!("years-reversed"),
                message!("years-reversed-help"),
            );
            to = None;
        }
        (from.is_some() || to.is_some()).then_some(Years { from, to })
    }

    pub fn day(&mut self, value: &Spanned<Datetime>) -> Option<Date> {
        let day = date::day(*value.get_ref(), self.time_zone);
        if day.is_none() {
            self.wrong_date(value, message!("no-day"), message!("no-day-help"));
        }
        day
    }

    pub fn moment(&mut self, value: &Spanned<Datetime>) -> Option<Timestamp> {
        let moment = date::moment(*value.get_ref(), self.time_zone);
        if moment.is_none() {
            let message = match value.get_ref().date {
                Some(_) => message!("no-such-moment"),
                None => message!("no-moment"),
            };
            self.wrong_date(value, message, message!("no-moment-help"));
        }
        if let Some(later) = date::skipped(*value.get_ref(), self.time_zone) {
            let time = later.strftime("%H:%M").to_string();
            self.wrong(
                value.span(),
                Rule::Dates,
                message!("skipped-time"),
                message!("skipped-time-help", time),
            );
        }
        moment
    }

    /// The moments from which on, and until which, visitors see something. The second is left out
    /// where it does not come after the first.
    pub fn period(
        &mut self,
        publish: &Option<Spanned<Datetime>>,
        expires: &Option<Spanned<Datetime>>,
    ) -> (Option<Timestamp>, Option<Timestamp>) {
        let from = publish.as_ref().and_then(|publish| self.moment(publish));
        let to = expires.as_ref().and_then(|expires| self.moment(expires));
        if let (Some(first), Some(last), Some(written)) = (from, to, expires)
            && last <= first
        {
            self.wrong(
                written.span(),
                Rule::Dates,
                message!("expires-before-publish"),
                message!("expires-before-publish-help"),
            );
            return (from, None);
        }
        (from, to)
    }

    /// Reports what is no date, or a date in a year that no page can name.
    fn wrong_date(&mut self, value: &Spanned<Datetime>, message: Message, help: Message) {
        let year = value.get_ref().date.map(|date| date.year);
        let is_named = |year: &u16| i16::try_from(*year).is_ok_and(|year| YEARS.contains(&year));
        match year.filter(|year| !is_named(year)) {
            None => self.wrong(value.span(), Rule::WrongType, message, help),
            Some(year) => {
                let [first, last] = [YEARS.start(), YEARS.end()].map(i16::to_string);
                self.wrong(
                    value.span(),
                    Rule::WrongType,
                    message!("year-out-of-reach", year = format!("{year:04}")),
                    message!("year-out-of-reach-help", first, last),
                );
            }
        }
    }

    /// Reports a block that misses something, unless what it misses is there and is wrong.
    pub fn incomplete(
        &mut self,
        span: Range<usize>,
        block: &str,
        keys: &[&str],
        message: Message,
        help: Message,
    ) {
        if !keys
            .iter()
            .any(|key| self.is_reported(&format!("{block}.{key}")))
        {
            self.wrong(span, Rule::MissingKey, message, help);
        }
    }
}
