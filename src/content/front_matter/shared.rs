//! The front-matter keys that all kinds of page share.

use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use crate::content::front_matter::key_reader::KeyReader;
use crate::content::front_matter::unwritten;
use crate::content::meta::{Citation, Contact, Download, Image, Meta, Relation};
use crate::content::slug::slug;
use crate::content::values::{dialled, is_email_address};
use crate::date::Date;
use crate::geometry::{Position, Units};
use crate::kinds::spec::Order;
use crate::message;
use crate::rule::Rule;
use crate::source::{LocatedName, Place};
use crate::visibility::Visibility;

/// The shared keys. The editor's guide (`content/LEESMIJ.md`) has the same list.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawMeta {
    title: Option<Spanned<String>>,
    summary: Option<Spanned<String>>,
    date: Option<Spanned<Datetime>>,
    updated: Option<Spanned<Datetime>>,
    publish: Option<Spanned<Datetime>>,
    expires: Option<Spanned<Datetime>>,
    draft: bool,
    noindex: bool,
    sources: Vec<Spanned<RawCitation>>,
    image: Option<Spanned<String>>,
    alt: Option<Spanned<String>>,
    point: Option<Spanned<[f64; 2]>>,
    tags: Vec<Spanned<String>>,
    former: Vec<Spanned<String>>,
    successor: Option<Spanned<String>>,
    translates: Option<Spanned<String>>,
    review: Option<Spanned<Datetime>>,
    author: Option<Spanned<String>>,
    owner: Option<String>,
    order: Option<u32>,
    brief: Vec<Spanned<String>>,
    downloads: Vec<Spanned<RawDownload>>,
    contacts: Vec<Spanned<RawContact>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawCitation {
    title: Option<Spanned<String>>,
    address: Option<Spanned<String>>,
    date: Option<Spanned<Datetime>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawDownload {
    title: Option<Spanned<String>>,
    file: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawContact {
    name: Option<Spanned<String>>,
    #[serde(default)]
    address: Vec<String>,
    phone: Option<Spanned<String>>,
    email: Option<Spanned<String>>,
    website: Option<Spanned<String>>,
    hours: Option<Spanned<String>>,
}

/// The file of a page, as far as it decides what its front matter may say.
pub struct Expected {
    /// The day in its name, which its `date` has to repeat.
    pub date: Option<Date>,
    /// The way in which the pages of its kind are put in order.
    pub order: Order,
    /// True where it lies in the folder of a language that is not the site's own.
    pub is_in_other_language: bool,
}

/// Checks the shared keys. A value that is wrong is as if it were not there; a page without a title
/// cannot be shown.
pub fn check(
    raw: RawMeta,
    relations: Vec<Relation>,
    expected: &Expected,
    keys: &mut KeyReader<'_>,
) -> Meta {
    let (title_place, summary_place) = (place_of(&raw.title, keys), place_of(&raw.summary, keys));
    let (date_place, updated_place) = (place_of(&raw.date, keys), place_of(&raw.updated, keys));
    let title = keys.text("title", raw.title);
    if title.is_none() {
        keys.hide(|path| path == "title");
    }
    let mut summary = keys.text("summary", raw.summary).unwrap_or_default();
    let date = date(raw.date, expected.date, keys);
    let mut updated = raw.updated.as_ref().and_then(|date| keys.day(date));
    if let (Some(first), Some(last), Some(written)) = (date, updated, &raw.updated)
        && last < first
    {
        keys.wrong(
            written.span(),
            Rule::Dates,
            message!("updated-before-date"),
            message!("updated-before-date-help"),
        );
        updated = None;
    }
    let visibility = visibility(raw.draft, raw.publish, raw.expires, keys);
    if !visibility.draft && unwritten::is_summary(&summary) {
        keys.report.add(
            summary_place.clone(),
            Rule::MissingKey,
            message!("summary-unwritten"),
            message!("summary-unwritten-help"),
        );
        summary.clear();
    }
    let image = image(raw.image, raw.alt, keys);
    let downloads = each(raw.downloads, |raw| download(raw, keys));
    Meta {
        title: title.unwrap_or_default(),
        summary,
        title_place,
        summary_place,
        date,
        date_place,
        updated,
        updated_place,
        visibility,
        relations,
        review_by: raw.review.as_ref().and_then(|date| keys.day(date)),
        image,
        point: point(raw.point, keys),
        citations: each(raw.sources, |raw| citation(raw, keys)),
        tags: each(raw.tags, |word| tag(word, keys)),
        aliases: each(raw.former, |name| Some(keys.located(name))),
        replaced_by: raw.successor.map(|file| keys.located(file)),
        translates: translates(raw.translates, expected, keys),
        author: keys.optional_text("author", raw.author),
        noindex: raw.noindex,
        owner: raw.owner,
        order: match expected.order {
            Order::ByNumber { is_required: true } => keys.required("order", raw.order),
            _ => raw.order,
        },
        key_points: each(raw.brief, |text| keys.text("brief", Some(text))),
        downloads,
        loose_files: std::mem::take(&mut keys.loose_files),
        contacts: each(raw.contacts, |raw| contact(raw, keys)),
    }
}

/// The place of a value, or else of the file.
fn place_of<T>(value: &Option<Spanned<T>>, keys: &KeyReader<'_>) -> Place {
    let place = value.as_ref().map(|value| keys.place(value));
    place.unwrap_or_else(|| keys.source.start())
}

/// A word that says what the page is about.
fn tag(word: Spanned<String>, keys: &mut KeyReader<'_>) -> Option<LocatedName> {
    if slug(word.get_ref()).is_empty() {
        keys.wrong(
            word.span(),
            Rule::WrongType,
            message!("tag-empty"),
            message!("tag-empty-help"),
        );
        return None;
    }
    Some(keys.located(word))
}

fn each<R, T>(raw: Vec<R>, check: impl FnMut(R) -> Option<T>) -> Vec<T> {
    raw.into_iter().filter_map(check).collect()
}

/// The day of the page: that of the name of its file where there is one, which the key repeats.
fn date(
    written: Option<Spanned<Datetime>>,
    named: Option<Date>,
    keys: &mut KeyReader<'_>,
) -> Option<Date> {
    let written = match named {
        Some(_) => keys.required("date", written),
        None => written,
    };
    let date = written.as_ref().and_then(|written| keys.day(written));
    if let (Some(date), Some(named), Some(written)) = (date, named, written)
        && date != named
    {
        let [date, named] = [date, named].map(|day| day.to_string());
        let message = message!("date-not-of-name", date, named);
        let help = message!("date-not-of-name-help");
        keys.wrong(written.span(), Rule::Dates, message, help);
    }
    named.or(date)
}

/// The time in which visitors see the page. One of which nobody can tell whether it may be seen yet
/// is a draft.
fn visibility(
    draft: bool,
    publish: Option<Spanned<Datetime>>,
    expires: Option<Spanned<Datetime>>,
    keys: &mut KeyReader<'_>,
) -> Visibility {
    let (from, to) = keys.period(&publish, &expires);
    let is_unknown = publish.is_some() && from.is_none() || keys.has_reported(is_of_visibility);
    if is_unknown {
        keys.hide(is_of_visibility);
    }
    Visibility {
        draft: draft || is_unknown,
        publish: from,
        expires: to,
    }
}

/// True for the path of a line that was probably meant to say from when on a page may be seen, also
/// where it ended up in a block.
fn is_of_visibility(path: &str) -> bool {
    const PARTS: [&str; 4] = ["draft", "concept", "publi", "embargo"];
    match path.rsplit_once('.') {
        Some((_, key)) => ["draft", "publish"].contains(&key),
        None => PARTS.iter().any(|part| path.to_lowercase().contains(part)),
    }
}

/// A latitude and a longitude in degrees, as people write them.
fn point(value: Option<Spanned<[f64; 2]>>, keys: &mut KeyReader<'_>) -> Option<(Position, Place)> {
    let place = keys.place(value.as_ref()?);
    let position = |[latitude, longitude]: [f64; 2]| Position(longitude, latitude);
    let point = keys.checked(
        value,
        |numbers| Units::of(position(*numbers)) == Units::Degrees,
        Rule::WrongType,
        message!("no-point"),
        message!("no-point-help"),
    )?;
    Some((position(point), place))
}

fn image(
    path: Option<Spanned<String>>,
    alternative: Option<Spanned<String>>,
    keys: &mut KeyReader<'_>,
) -> Option<Image> {
    match (path, alternative) {
        (Some(path), Some(alternative)) => Some(Image {
            path: keys.located(path),
            alternative: alternative.into_inner(),
        }),
        (Some(path), None) => {
            keys.wrong(
                path.span(),
                Rule::NoAlternative,
                message!("image-without-alt"),
                message!("image-without-alt-help"),
            );
            keys.keep_file(Some(path));
            None
        }
        (None, Some(alternative)) => {
            if !keys.is_reported("image") {
                keys.wrong(
                    alternative.span(),
                    Rule::MissingKey,
                    message!("alt-without-image"),
                    message!("alt-without-image-help"),
                );
            }
            None
        }
        (None, None) => None,
    }
}

/// Only what is not in the site's own language can be a translation.
fn translates(
    file: Option<Spanned<String>>,
    expected: &Expected,
    keys: &mut KeyReader<'_>,
) -> Option<LocatedName> {
    let file = file?;
    if expected.is_in_other_language {
        return Some(keys.located(file));
    }
    keys.wrong(
        file.span(),
        Rule::Translation,
        message!("translates-from-own-language"),
        message!("translates-from-own-language-help"),
    );
    None
}

fn citation(raw: Spanned<RawCitation>, keys: &mut KeyReader<'_>) -> Option<Citation> {
    let span = raw.span();
    let raw = raw.into_inner();
    let date = raw.date.as_ref().and_then(|date| keys.day(date));
    if raw.title.is_none() || raw.address.is_none() {
        keys.incomplete(
            span,
            "sources",
            &["title", "address"],
            message!("source-incomplete"),
            message!("source-incomplete-help"),
        );
    }
    let title = keys.optional_text("title", raw.title);
    let address = keys.web_address(raw.address, Rule::UnsafeLink);
    Some(Citation {
        title: title?,
        address: address?,
        date,
    })
}

fn download(raw: Spanned<RawDownload>, keys: &mut KeyReader<'_>) -> Option<Download> {
    let span = raw.span();
    let RawDownload { title, file } = raw.into_inner();
    if title.is_none() || file.is_none() {
        keys.incomplete(
            span,
            "downloads",
            &["title", "file"],
            message!("download-incomplete"),
            message!("download-incomplete-help"),
        );
    }
    let Some(title) = keys.optional_text("title", title) else {
        keys.keep_file(file);
        return None;
    };
    let file = keys.located(file?);
    Some(Download { title, file })
}

fn contact(raw: Spanned<RawContact>, keys: &mut KeyReader<'_>) -> Option<Contact> {
    let span = raw.span();
    let raw = raw.into_inner();
    if raw.name.is_none() {
        keys.incomplete(
            span,
            "contacts",
            &["name"],
            message!("contact-without-name"),
            message!("contact-without-name-help"),
        );
    }
    let name = keys.optional_text("name", raw.name);
    let contact = Contact {
        name: String::new(),
        address: raw.address,
        phone: keys.checked(
            raw.phone,
            |phone| dialled(phone).is_some(),
            Rule::WrongType,
            message!("no-phone-number"),
            message!("no-phone-number-help"),
        ),
        email: keys.checked(
            raw.email,
            |email| is_email_address(email),
            Rule::WrongType,
            message!("no-email-address"),
            message!("no-email-address-help"),
        ),
        website: keys.web_address(raw.website, Rule::WrongType),
        hours: keys.optional_text("hours", raw.hours),
    };
    name.map(|name| Contact { name, ..contact })
}
