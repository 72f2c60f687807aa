//! Schedules: the times at which something happens, by the clocks of the region. An hour on the
//! clock stays that hour when summer time begins or ends.

use std::fmt;

use jiff::civil::DateTime;
use jiff::{Span, ToSpan};

use crate::date::{Date, TimeZone, Timestamp};

/// The most times that something can happen, which is every week for some ten years.
pub const MAX_OCCURRENCES: usize = 520;

/// The most months that one occurrence is listed in.
const MAX_MONTHS: i64 = 24;

/// The times at which something happens, at least one, in their order.
#[derive(Clone, Debug)]
pub struct Schedule {
    occurrences: Vec<Occurrence>,
    pub repetition: Option<Repetition>,
}

/// One time at which something happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    pub start: DateTime,
    /// Never before the start. `None` where nobody says when it ends.
    pub end: Option<DateTime>,
    /// True where only days are known; the end is then the last day.
    pub is_whole_days: bool,
}

/// The rule by which something happens again and again.
#[derive(Clone, Debug)]
pub struct Repetition {
    pub every: Interval,
    /// The last day on which it can happen.
    pub until: Date,
    /// The days on which it does not happen, though the rule says so.
    pub except: Vec<Date>,
}

/// The stretch from one time to the next, which falls on the same day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Interval {
    Week,
    TwoWeeks,
    /// The first, second, third or fourth such day of the month, as the first time is.
    Month,
    /// The last such day of the month.
    MonthEnd,
}

/// The reason why times cannot be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unschedulable {
    /// A month that has no fifth such day: the rule for the end of the month is meant.
    FifthOfMonth,
    /// The first time is not the last such day of its month.
    NotLastOfMonth,
    /// Its last day lies before the second time.
    Once,
    TooOften,
    /// All of them are exceptions.
    Never,
}

/// The time of a page at a moment: the next, or else the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CurrentOccurrence {
    pub occurrence: Occurrence,
    /// True when the last of its times has gone by.
    pub is_over: bool,
}

impl Interval {
    /// Every rule, with its name in front matter.
    pub const ALL: [(&'static str, Interval); 4] = [
        ("week", Interval::Week),
        ("two-weeks", Interval::TwoWeeks),
        ("month", Interval::Month),
        ("month-end", Interval::MonthEnd),
    ];

    /// The day of the time with this number, counted from the first.
    fn day(self, first: Date, number: i64) -> Option<Date> {
        let in_month = |nth| {
            let month = first.first_of_month().checked_add(number.months()).ok()?;
            month.nth_weekday_of_month(nth, first.weekday()).ok()
        };
        match self {
            Interval::Week => first.checked_add(number.weeks()).ok(),
            Interval::TwoWeeks => first.checked_add((2 * number).weeks()).ok(),
            Interval::Month => in_month(number_in_month(first)),
            Interval::MonthEnd => in_month(-1),
        }
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = Interval::ALL.iter().find(|(_, interval)| interval == self);
        out.write_str(name.map_or("", |(name, _)| name))
    }
}

/// The number of a day among those of its month that fall on the same day of the week, from 1.
pub fn number_in_month(day: Date) -> i8 {
    (day.day() - 1) / 7 + 1
}

impl Schedule {
    /// A single time.
    pub fn once(occurrence: Occurrence) -> Self {
        Schedule {
            occurrences: vec![occurrence],
            repetition: None,
        }
    }

    /// The times from a first one on, by a rule.
    ///
    /// # Errors
    /// The rule does not go with the first time or with its own exceptions.
    pub fn repeated(first: Occurrence, repetition: Repetition) -> Result<Self, Unschedulable> {
        let Repetition {
            every,
            until,
            except,
        } = &repetition;
        let day = first.day();
        match every {
            Interval::Month if number_in_month(day) > 4 => {
                return Err(Unschedulable::FifthOfMonth);
            }
            Interval::MonthEnd if every.day(day, 0) != Some(day) => {
                return Err(Unschedulable::NotLastOfMonth);
            }
            _ => {}
        }
        let days = (0..).map_while(|number| every.day(day, number));
        let days: Vec<Date> = days
            .take_while(|day| day <= until)
            .take(MAX_OCCURRENCES + 1)
            .collect();
        if days.len() < 2 {
            return Err(Unschedulable::Once);
        }
        if days.len() > MAX_OCCURRENCES {
            return Err(Unschedulable::TooOften);
        }
        let days = days.iter().filter(|day| !except.contains(day));
        let occurrences: Vec<Occurrence> = days.filter_map(|day| first.moved_to(*day)).collect();
        match occurrences.is_empty() {
            true => Err(Unschedulable::Never),
            false => Ok(Schedule {
                occurrences,
                repetition: Some(repetition),
            }),
        }
    }

    pub fn occurrences(&self) -> &[Occurrence] {
        &self.occurrences
    }

    /// Those that are not over at a moment.
    pub fn coming(&self, now: Timestamp, zone: &TimeZone) -> &[Occurrence] {
        let is_over = |of: &Occurrence| of.over_at(zone).is_none_or(|over| over <= now);
        &self.occurrences[self.occurrences.partition_point(is_over)..]
    }

    /// The next one, or else the last.
    pub fn current(&self, now: Timestamp, zone: &TimeZone) -> CurrentOccurrence {
        let next = self.coming(now, zone).first();
        CurrentOccurrence {
            occurrence: *next.unwrap_or(&self.occurrences[self.occurrences.len() - 1]),
            is_over: next.is_none(),
        }
    }

    /// The first moment after `now` at which one is over.
    pub fn next_change(&self, now: Timestamp, zone: &TimeZone) -> Option<Timestamp> {
        self.coming(now, zone).first()?.over_at(zone)
    }
}

impl Occurrence {
    /// The day on which it begins.
    pub fn day(&self) -> Date {
        self.start.date()
    }

    /// The beginning in RFC 3339, to the minute, with the offset of the zone:
    /// `2022-03-02T14:00+01:00`; or the day alone.
    pub fn iso_start(&self, zone: &TimeZone) -> String {
        self.iso(self.start, zone)
    }

    /// The end in the same form, as far as anybody says.
    pub fn iso_end(&self, zone: &TimeZone) -> Option<String> {
        self.end.map(|end| self.iso(end, zone))
    }

    fn iso(&self, time: DateTime, zone: &TimeZone) -> String {
        let zoned = zone.to_ambiguous_zoned_datetime(time).compatible();
        let form = if self.is_whole_days {
            "%F"
        } else {
            "%FT%H:%M%:z"
        };
        let zoned = zoned.expect("a day that was read from content is far from the ends of time");
        zoned.strftime(form).to_string()
    }

    /// The day on which it ends, as far as anybody says.
    pub fn last_day(&self) -> Date {
        self.end.unwrap_or(self.start).date()
    }

    /// The first day of each month in which it happens.
    pub fn months(&self) -> impl Iterator<Item = Date> {
        let (first, last) = (self.day().first_of_month(), self.last_day());
        let months =
            (0..MAX_MONTHS).map_while(move |number| first.checked_add(number.months()).ok());
        months.take_while(move |month| *month <= last)
    }

    /// The moment at which it is over: its end, or else the end of its last day.
    fn over_at(&self, zone: &TimeZone) -> Option<Timestamp> {
        let end = match self.end.filter(|_| !self.is_whole_days) {
            Some(end) => end,
            None => DateTime::from(self.last_day().tomorrow().ok()?),
        };
        zone.to_timestamp(end).ok()
    }

    /// This time moved to another day, at the same hours.
    fn moved_to(&self, day: Date) -> Option<Occurrence> {
        let distance: Span = self.day().until(day).ok()?;
        Some(Occurrence {
            start: self.start.checked_add(distance).ok()?,
            end: match self.end {
                Some(end) => Some(end.checked_add(distance).ok()?),
                None => None,
            },
            is_whole_days: self.is_whole_days,
        })
    }
}
