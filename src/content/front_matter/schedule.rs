//! The keys that say when something happens: `start`, `end` and `repeat`.

use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use crate::content::front_matter::key_reader::KeyReader;
use crate::date;
use crate::message;
use crate::message::MessageValue;
use crate::rule::Rule;
use crate::schedule::{Interval, MAX_OCCURRENCES, Occurrence, Repetition, Schedule, Unschedulable};
use crate::suggest::{did_you_mean, nearest};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawRepetition {
    every: Option<Spanned<String>>,
    until: Option<Spanned<Datetime>>,
    #[serde(default)]
    except: Vec<Spanned<Datetime>>,
}

/// The times of what a page tells of. A page without a first time cannot be shown; where only the
/// end or the rule is wrong, it is as if that were not there.
pub fn read(
    start: Option<Spanned<Datetime>>,
    end: Option<Spanned<Datetime>>,
    repeat: Option<Spanned<RawRepetition>>,
    keys: &mut KeyReader<'_>,
) -> Option<Schedule> {
    let first = keys
        .required("start", start)
        .and_then(|start| occurrence(&start, end, keys));
    let Some(first) = first else {
        keys.hide(|path| path == "start");
        return None;
    };
    let repeated = repeat.and_then(|repeat| repeated(first, repeat, keys));
    Some(repeated.unwrap_or_else(|| Schedule::once(first)))
}

fn occurrence(
    start: &Spanned<Datetime>,
    end: Option<Spanned<Datetime>>,
    keys: &mut KeyReader<'_>,
) -> Option<Occurrence> {
    let zone = keys.time_zone;
    keys.moment(start)?;
    let first = Occurrence {
        start: date::local(*start.get_ref(), zone)?,
        end: None,
        is_whole_days: start.get_ref().time.is_none(),
    };
    let last = end.filter(|end| keys.moment(end).is_some());
    let Some(last) = last else {
        return Some(first);
    };
    if last.get_ref().time.is_none() != first.is_whole_days {
        keys.wrong(
            last.span(),
            Rule::Dates,
            message!("one-time-of-two"),
            message!("one-time-of-two-help"),
        );
        return Some(first);
    }
    let end = date::local(*last.get_ref(), zone).filter(|end| *end >= first.start);
    if end.is_none() {
        keys.wrong(
            last.span(),
            Rule::Dates,
            message!("end-before-start"),
            message!("end-before-start-help"),
        );
    }
    Some(Occurrence { end, ..first })
}

fn repeated(
    first: Occurrence,
    raw: Spanned<RawRepetition>,
    keys: &mut KeyReader<'_>,
) -> Option<Schedule> {
    let span = raw.span();
    let RawRepetition {
        every: Some(every),
        until: Some(until),
        except,
    } = raw.into_inner()
    else {
        keys.incomplete(
            span,
            "repeat",
            &["every", "until"],
            message!("repeat-incomplete"),
            message!("repeat-incomplete-help"),
        );
        return None;
    };
    let names = Interval::ALL.map(|(name, _)| name);
    let Some((_, interval)) = Interval::ALL
        .into_iter()
        .find(|(name, _)| name == every.get_ref())
    else {
        let otherwise = message!("choose-from", names = MessageValue::from_iter(names));
        let help = did_you_mean(nearest(every.get_ref(), names), otherwise);
        let message = message!("repeat-unknown", name = every.get_ref());
        keys.wrong(every.span(), Rule::UnknownName, message, help);
        return None;
    };
    let except: Vec<(date::Date, Range<usize>)> = except
        .iter()
        .filter_map(|day| Some((keys.day(day)?, day.span())))
        .collect();
    let mut repetition = Repetition {
        every: interval,
        until: keys.day(&until)?,
        except: Vec::new(),
    };
    // An exception for a day on which nothing happens is left out, and the rule stays.
    if let Ok(rule) = Schedule::repeated(first, repetition.clone()) {
        let happens = |day: date::Date| rule.occurrences().iter().any(|of| of.day() == day);
        for (day, span) in except {
            if happens(day) {
                repetition.except.push(day);
                continue;
            }
            keys.wrong(
                span,
                Rule::Dates,
                message!("repeat-no-exception", day),
                message!("repeat-no-exception-help"),
            );
        }
    }
    let error = match Schedule::repeated(first, repetition) {
        Ok(schedule) => return Some(schedule),
        Err(error) => error,
    };
    let (at, message, help) = match error {
        Unschedulable::FifthOfMonth => (
            every.span(),
            message!("repeat-fifth-of-month"),
            message!("repeat-fifth-of-month-help"),
        ),
        Unschedulable::NotLastOfMonth => (
            every.span(),
            message!("repeat-not-last-of-month"),
            message!("repeat-not-last-of-month-help"),
        ),
        Unschedulable::Once => (
            until.span(),
            message!("repeat-once"),
            message!("repeat-once-help"),
        ),
        Unschedulable::TooOften => (
            until.span(),
            message!("repeat-too-often", most = MAX_OCCURRENCES),
            message!("repeat-too-often-help"),
        ),
        Unschedulable::Never => (
            span,
            message!("repeat-never"),
            message!("repeat-never-help"),
        ),
    };
    keys.wrong(at, Rule::Dates, message, help);
    None
}
