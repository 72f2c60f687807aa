//! Checks of values that are written in front matter and in Markdown alike.

use crate::message;
use crate::message::Message;

/// The ends of the host names that editors write most.
pub const DOMAIN_ENDINGS: &[&str] = &[".nl", ".eu", ".com", ".org", ".net", ".de", ".be", ".info"];

/// True for an address that a browser opens as a page of the web.
pub fn is_web_address(address: &str) -> bool {
    let rest = address
        .strip_prefix("https://")
        .or_else(|| address.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        rest.starts_with(|first: char| first.is_alphanumeric() || first == '[')
            && !rest.contains(|c: char| c.is_whitespace() || c.is_control())
    })
}

/// The number that is dialled, `+31534876543`, for one that is written to be read: with spaces,
/// signs and brackets between its digits. `None` where it is no number of a telephone.
pub fn dialled(number: &str) -> Option<String> {
    let mut number: String = number.split_whitespace().collect();
    if number.starts_with('+') || number.starts_with("00") {
        // This nought is dialled within the country alone.
        number = number.replace("(0)", "");
    }
    number.retain(|c| !"-–./()".contains(c));
    let digits = number.strip_prefix('+').unwrap_or(&number);
    let is_number = (3..=15).contains(&digits.len()) && digits.bytes().all(|c| c.is_ascii_digit());
    is_number.then_some(number)
}

/// True for a text that has the form of an e-mail address.
pub fn is_email_address(address: &str) -> bool {
    let is_in_name = |c: char| c.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c);
    let is_in_host = |c: char| c.is_alphanumeric() || c == '-';
    let is_dotted = |text: &str, is_valid: fn(char) -> bool| {
        let mut parts = text.split('.');
        parts.all(|part| !part.is_empty() && part.chars().all(is_valid))
    };
    address.rsplit_once('@').is_some_and(|(name, host)| {
        is_dotted(name, is_in_name) && is_dotted(host, is_in_host) && host.contains('.')
    })
}

/// The remedy for Markdown in a text that is shown as it is, where there is any. A link goes to
/// another place: `link` for the key of that name, else the text of the page.
pub fn markdown_in(text: &str, place_of_links: &str) -> Option<Message> {
    let has_link = text
        .split_once("](")
        .is_some_and(|(before, behind)| before.contains('[') && behind.contains(')'));
    if has_link {
        return Some(message!("markup-link-help", place = place_of_links));
    }
    let has_stress = text.matches("**").count() > 1;
    has_stress.then(|| message!("markup-stress-help"))
}
