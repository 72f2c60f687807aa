//! The targets of links.

use percent_encoding::percent_decode_str;

use crate::content::document::Target;
use crate::content::values::{dialled, is_email_address, is_web_address};
use crate::message;
use crate::message::Message;

/// A path without its percent encoding.
pub fn decoded(path: &str) -> String {
    percent_decode_str(path).decode_utf8_lossy().into_owned()
}

/// The target of a destination; the message and the remedy of one that is not allowed.
pub fn target(destination: &str) -> Result<Target, (Message, Message)> {
    let refuse = |message: Message| Err((message, message!("target-help")));
    let destination = destination.trim();
    if destination
        .chars()
        .any(|c| c.is_control() || c.is_whitespace())
    {
        return Err((message!("target-space"), without_space(destination)));
    }
    if let Some((scheme, rest)) = scheme(destination) {
        return match scheme.to_ascii_lowercase().as_str() {
            web @ ("http" | "https") if is_web_address(&format!("{web}:{rest}")) => {
                Ok(Target::Elsewhere(format!("{web}:{rest}")))
            }
            "mailto" if is_mail(&decoded(rest)) => Ok(Target::Elsewhere(destination.to_owned())),
            "mailto" => Err((
                message!("target-no-mail", destination),
                message!("target-no-mail-help"),
            )),
            "tel" => match dialled(&decoded(rest)) {
                Some(number) => Ok(Target::Elsewhere(format!("tel:{number}"))),
                None => Err((
                    message!("target-no-phone", destination),
                    message!("target-no-phone-help"),
                )),
            },
            "lang" if is_language_tag(rest) => Ok(Target::Language(rest.to_owned())),
            _ => refuse(message!("target-scheme", scheme)),
        };
    }
    if destination.starts_with("//") || destination.starts_with('\\') {
        return refuse(message!("target-no-scheme"));
    }
    let (path, fragment) = match destination.split_once('#') {
        Some((path, fragment)) => (path, Some(decoded(fragment))),
        None => (destination, None),
    };
    match (path, fragment) {
        ("", Some(fragment)) => Ok(Target::Heading(fragment)),
        (path, fragment) => Ok(Target::File {
            path: decoded(path),
            fragment,
        }),
    }
}

/// The remedy for a destination with a space in it.
pub fn without_space(destination: &str) -> Message {
    let pieces: Vec<&str> = destination.split_whitespace().collect();
    match scheme(destination) {
        _ if destination.contains(char::is_control) => message!("target-help"),
        Some((name, number)) if name.eq_ignore_ascii_case("tel") => match dialled(number) {
            Some(number) => message!("target-space-phone-help", number),
            None => message!("target-no-phone-help"),
        },
        Some((name, rest)) if name.eq_ignore_ascii_case("mailto") => {
            // A subject can have spaces, but not who gets the mail.
            let (to, fields) = rest.split_at(rest.find('?').unwrap_or(rest.len()));
            let to: String = to.split_whitespace().collect();
            let address = format!("{name}:{to}{}", fields.replace(' ', "%20"));
            message!("target-space-address-help", address)
        }
        Some(_) => message!("target-space-address-help", address = pieces.join("%20")),
        None => message!("target-space-file-help", file = pieces.join("-")),
    }
}

/// The scheme in front of an address, as a browser would see it, and what follows.
fn scheme(address: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = address.split_once(':')?;
    let is_valid = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    is_valid.then_some((scheme, rest))
}

/// True for addresses to write to, one or more, or none where there is a subject or text.
fn is_mail(rest: &str) -> bool {
    let (addresses, fields) = rest.split_once('?').unwrap_or((rest, ""));
    addresses.split(',').all(is_email_address) || addresses.is_empty() && !fields.is_empty()
}

fn is_language_tag(tag: &str) -> bool {
    !tag.is_empty() && tag.len() <= 12 && tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}
