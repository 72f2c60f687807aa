//! `[data]`: the terms on which others may use the site's data.

use serde::Deserialize;
use toml::Spanned;

use crate::config::reader::ConfigReader;
use crate::message;

/// The terms on which others may use the site's data.
#[derive(Clone, Debug, Default)]
pub struct DataTerms {
    /// The web address of the licence; nothing is said of one where there is none.
    pub licence: Option<String>,
    /// The address to ask about the data: `mailto:` or `https:`.
    pub contact: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawDataTerms {
    licence: Option<Spanned<String>>,
    contact: Option<Spanned<String>>,
}

pub fn read(raw: RawDataTerms, reader: &mut ConfigReader<'_>) -> DataTerms {
    let mut read = |address: Option<Spanned<String>>, schemes: &[&str], message, help| {
        let address = address?;
        let written = address.get_ref();
        let is_address = schemes
            .iter()
            .any(|scheme| written.len() > scheme.len() && written.starts_with(scheme));
        if !is_address || written.contains(char::is_whitespace) {
            reader.left_out(address.span().start, message, help);
            return None;
        }
        Some(address.into_inner())
    };
    const WEB: &[&str] = &["https://", "http://"];
    DataTerms {
        licence: read(
            raw.licence,
            WEB,
            message!("settings-licence"),
            message!("settings-licence-help"),
        ),
        contact: read(
            raw.contact,
            &["mailto:", "https://"],
            message!("settings-data-contact"),
            message!("settings-data-contact-help"),
        ),
    }
}
