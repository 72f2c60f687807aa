//! The host that a request names, to guard against DNS rebinding: another site may point its own
//! name at this machine, and let a browser send requests to it.

use std::net::IpAddr;

use http::header::HOST;
use http::{HeaderMap, Uri};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Host {
    /// `localhost`, or a loopback address.
    Loopback,
    /// Another IP address, which no site elsewhere can point at this machine.
    IpAddress,
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
            Ok(address) if address.is_loopback() => Host::Loopback,
            Ok(_) => Host::IpAddress,
            Err(_) if name == "localhost" || name.ends_with(".localhost") => Host::Loopback,
            Err(_) => Host::Name,
        }
    }
}
