//! The kind and address of a page, by the folder and the name of its file, before it is read.

use crate::config::Config;
use crate::content::page::Role;
use crate::date::{Date, YEARS};
use crate::kinds::spec::{FileName, KindSpec};
use crate::message;
use crate::message::Message;
use crate::problem::Report;
use crate::route::{Route, is_slug};
use crate::rule::Rule;
use crate::source::Place;

/// The kind and the address of the page that a file is, or would be.
#[derive(Debug, PartialEq)]
pub struct Location {
    pub kind: &'static KindSpec,
    pub role: Role,
    /// `None` where the name of the file cannot be an address.
    pub route: Option<Route>,
    /// The day in the name of the file.
    pub date: Option<Date>,
}

/// The address of the page that a content file with this path is, or would be.
pub fn route_of(path: &str, config: &Config) -> Option<Route> {
    locate(path, config, &mut Report::default()).route
}

/// The location of a file. A name that cannot be an address goes to the report.
pub fn locate(file: &str, config: &Config, report: &mut Report) -> Location {
    let path = file.strip_suffix(".md").unwrap_or(file);
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let mut refuse = |message: Message, help: Message| {
        report.add(Place::of_file(file), Rule::FileName, message, help);
    };
    let of_kind = config.kinds.iter().find(|kind| kind.folder == folder);
    if let Some(own) = of_kind.filter(|own| own.kind.file_name == FileName::DateSlug)
        && name != "index"
    {
        let named = date_and_slug(name);
        if let Err((message, help)) = named.clone() {
            refuse(message, help);
        }
        let named = named.ok();
        return Location {
            kind: named.map_or(config.table.fallback(), |_| own.kind),
            role: Role::Item,
            route: named.map(|(_, slug)| own.address.page(slug)),
            date: named.map(|(date, _)| date),
        };
    }
    let kind = of_kind.map_or(config.table.fallback(), |own| own.kind);
    let above = match of_kind {
        Some(own) => own.address.clone(),
        None => parts(folder).fold(Route::home(), |route, part| route.page(part)),
    };
    let is_home = of_kind.is_none()
        && config
            .languages
            .iter()
            .any(|language| language.home == above);
    let (role, route) = match name {
        "index" if is_home => (Role::Home, above),
        "index" if of_kind.is_some() => (Role::Index, above),
        "index" => (Role::Item, above),
        name => (Role::Item, above.page(name)),
    };
    let is_address = is_slug(name) && parts(folder).all(is_slug);
    if !is_address {
        refuse(
            message!("file-name-without-address"),
            message!("file-name-without-address-help"),
        );
    }
    Location {
        kind,
        role,
        route: Some(route).filter(|_| is_address),
        date: None,
    }
}

fn parts(folder: &str) -> impl Iterator<Item = &str> {
    folder.split('/').filter(|part| !part.is_empty())
}

/// The date and the slug in the name of a file: `2022-03-02-een-nieuw-tijdperk`.
fn date_and_slug(name: &str) -> Result<(Date, &str), (Message, Message)> {
    let parts = name.get(..10).zip(name.get(10..));
    let has_date = |(day, _): &(&str, &str)| {
        let is_sign = |(at, byte): (usize, u8)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        };
        day.bytes().enumerate().all(is_sign)
    };
    let parts = parts.filter(has_date);
    let Some((day, slug)) = parts.and_then(|(day, rest)| Some((day, rest.strip_prefix('-')?)))
    else {
        return Err((
            message!("file-name-no-date"),
            message!("file-name-no-date-help"),
        ));
    };
    let date = day.parse().ok();
    let Some(date) = date.filter(|date: &Date| YEARS.contains(&date.year())) else {
        return Err((
            message!("file-name-no-day", day),
            message!("file-name-no-day-help"),
        ));
    };
    match is_slug(slug) {
        true => Ok((date, slug)),
        false => Err((
            message!("file-name-without-address"),
            message!("file-name-without-address-help"),
        )),
    }
}
