//! `[security]`: the contact for whoever finds a weak spot, as RFC 9116 has it.

use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use crate::config::reader::ConfigReader;
use crate::date::{self, TimeZone, Timestamp};
use crate::message;
use crate::source::Place;

/// The contact for whoever finds a weak spot.
#[derive(Clone, Debug)]
pub struct Security {
    /// Addresses to write to, each as a URI, the best first.
    pub contacts: Vec<String>,
    /// The moment until which this holds.
    pub expires: Timestamp,
    pub expires_place: Place,
    /// The web address of what is asked of the finder.
    pub policy: Option<String>,
    /// The web address of the key to encrypt a report with.
    pub encryption: Option<String>,
    /// The web address of the thanks to earlier finders.
    pub acknowledgments: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RawSecurity {
    #[serde(default)]
    contact: Vec<Spanned<String>>,
    expires: Option<Spanned<Datetime>>,
    policy: Option<Spanned<String>>,
    encryption: Option<Spanned<String>>,
    acknowledgments: Option<Spanned<String>>,
}

/// Reads the contact. `None` where it has no address or no end: such a file says nothing.
pub fn read(
    raw: Spanned<RawSecurity>,
    zone: &TimeZone,
    reader: &mut ConfigReader<'_>,
) -> Option<Security> {
    let (start, table) = (raw.span().start, "security");
    let raw = raw.into_inner();
    let written = raw.contact.len();
    let contacts: Vec<String> = raw
        .contact
        .into_iter()
        .filter_map(|contact| uri(&contact, reader))
        .collect();
    if written == 0 && !reader.is_reported("security.contact") {
        let message = message!("settings-key-of-table-missing", key = "contact", table);
        reader.left_out(
            start,
            message,
            message!("settings-security-contact-missing-help"),
        );
    }
    if raw.expires.is_none() && !reader.is_reported("security.expires") {
        let message = message!("settings-key-of-table-missing", key = "expires", table);
        reader.left_out(
            start,
            message,
            message!("settings-security-expires-missing-help"),
        );
    }
    let mut web = |address| web_address(address, reader);
    let (policy, encryption) = (web(raw.policy), web(raw.encryption));
    let acknowledgments = web(raw.acknowledgments);
    let written = raw.expires?;
    let moment = date::moment(*written.get_ref(), zone);
    if moment.is_none() {
        let help = message!("settings-security-expires-help");
        reader.left_out(written.span().start, message!("no-day"), help);
    }
    Some(Security {
        expires: moment?,
        expires_place: reader.source.place(written.span().start),
        policy,
        encryption,
        acknowledgments,
        contacts: Some(contacts).filter(|contacts| !contacts.is_empty())?,
    })
}

/// An address to write to, in the form that the standard takes.
fn uri(contact: &Spanned<String>, reader: &mut ConfigReader<'_>) -> Option<String> {
    let written = contact.get_ref();
    let is_uri = written.starts_with("https://")
        || written.starts_with("tel:+")
        || written
            .strip_prefix("mailto:")
            .is_some_and(|address| address.contains('@'));
    if !is_uri || written.contains(char::is_whitespace) {
        let message = message!("settings-security-contact", address = written);
        let help = message!("settings-security-contact-help");
        reader.left_out(contact.span().start, message, help);
        return None;
    }
    Some(written.clone())
}

fn web_address(address: Option<Spanned<String>>, reader: &mut ConfigReader<'_>) -> Option<String> {
    let address = address?;
    let written = address.get_ref();
    if !written.starts_with("https://") || written.contains(char::is_whitespace) {
        let message = message!("settings-security-address", address = written);
        let help = message!("no-web-address-help");
        reader.left_out(address.span().start, message, help);
        return None;
    }
    Some(address.into_inner())
}
