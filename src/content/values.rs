//! Checks of values that are written in front matter and in Markdown alike.

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

/// True for a number that can be dialled: digits, with spaces, hyphens and brackets to read it by.
pub fn is_phone_number(number: &str) -> bool {
    let digits = number.chars().filter(char::is_ascii_digit).count();
    (3..=15).contains(&digits)
        && number
            .chars()
            .all(|c| c.is_ascii_digit() || " -()+".contains(c))
}

/// True for a text that has the form of an e-mail address.
pub fn is_email_address(address: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "._+-".contains(c);
    address.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty()
            && host.contains('.')
            && name.chars().all(is_plain)
            && host
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || ".-".contains(c))
    })
}
