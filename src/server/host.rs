//! The name by which a request asks for this machine. Another site may point its own name at it,
//! and let a browser ask.

use std::net::IpAddr;

use http::header::HOST;
use http::{HeaderMap, Uri};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Host {
    /// `localhost`, or an address that no other machine has.
    ThisMachine,
    /// An address in numbers, which nobody else can give out.
    Number,
    /// Any name.
    Name,
}

impl Host {
    pub fn of(asked: &Uri, headers: &HeaderMap) -> Self {
        let named = headers
            .get(HOST)
            .and_then(|host| host.to_str().ok())
            .or(asked.host())
            .unwrap_or_default();
        let is_port = |(_, port): &(&str, &str)| port.bytes().all(|byte| byte.is_ascii_digit());
        let name = named
            .rsplit_once(':')
            .filter(is_port)
            .map_or(named, |(name, _)| name);
        match name
            .trim_start_matches('[')
            .trim_end_matches(']')
            .parse::<IpAddr>()
        {
            Ok(address) if address.is_loopback() => Host::ThisMachine,
            Ok(_) => Host::Number,
            Err(_) if name == "localhost" || name.ends_with(".localhost") => Host::ThisMachine,
            Err(_) => Host::Name,
        }
    }
}
