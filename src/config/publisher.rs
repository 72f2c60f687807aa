//! `[publisher]`: who publishes the site.

use serde::Deserialize;
use toml::Spanned;

use crate::config::reader::ConfigReader;
use crate::message;

/// The start of the identifiers of organisations in the list of Dutch public bodies.
const TOOI: &str = "https://identifier.overheid.nl/tooi/id/";

/// The organisation that publishes the site.
#[derive(Clone, Debug)]
pub struct Publisher {
    pub name: String,
    /// The publisher's own web address.
    pub address: Option<String>,
    /// The identifier of a Dutch public body: `https://identifier.overheid.nl/tooi/id/…`.
    pub tooi: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawPublisher {
    name: Option<Spanned<String>>,
    address: Option<String>,
    tooi: Option<Spanned<String>>,
}

pub fn read(raw: RawPublisher, reader: &mut ConfigReader<'_>) -> Option<Publisher> {
    let name = reader.required("publisher.name", raw.name)?;
    Some(Publisher {
        name: reader.text("name", name)?,
        address: raw.address,
        tooi: raw.tooi.and_then(|tooi| identifier(tooi, reader)),
    })
}

/// An identifier of two parts, the kind of body and its code: `gemeente/gm0141`.
fn identifier(written: Spanned<String>, reader: &mut ConfigReader<'_>) -> Option<String> {
    let parts = written.get_ref().strip_prefix(TOOI);
    let parts = parts.and_then(|rest| rest.split_once('/'));
    let is_code = |part: &str| {
        !part.is_empty()
            && part
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    if !parts.is_some_and(|(kind, code)| is_code(kind) && is_code(code)) {
        let help = message!("settings-tooi-help", start = TOOI);
        reader.left_out(written.span().start, message!("settings-tooi"), help);
        return None;
    }
    Some(written.into_inner())
}
