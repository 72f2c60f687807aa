//! The client at the other end of a connection, and the share that one client may take.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use http::{HeaderMap, HeaderName};
use ipnet::{IpNet, Ipv4Net, Ipv6Net};

use crate::snapshot::headers::Scheme;

/// The headers in which a proxy in front says for whom it asks, and how they are connected.
const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");
const FORWARDED_SCHEME: HeaderName = HeaderName::from_static("x-forwarded-proto");

/// The part of an IPv6 address that one client has for itself alone, in bits.
const IPV6_NETWORK: u32 = 64;

const THIS_MACHINE: &[IpNet] = &[
    IpNet::V4(Ipv4Net::new_assert(Ipv4Addr::new(127, 0, 0, 0), 8)),
    IpNet::V6(Ipv6Net::new_assert(Ipv6Addr::LOCALHOST, 128)),
];

/// The proxies in front of a server, which are believed about whom they ask for.
#[derive(Clone, Copy, Debug)]
pub struct TrustedProxies(pub &'static [IpNet]);

impl Default for TrustedProxies {
    /// Those on the same machine.
    fn default() -> Self {
        TrustedProxies(THIS_MACHINE)
    }
}

impl TrustedProxies {
    fn has(self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.contains(&address))
    }
}

/// A client, as far as limits tell clients apart: an address, or the network of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Client(IpAddr);

impl From<IpAddr> for Client {
    fn from(address: IpAddr) -> Self {
        Client(match address.to_canonical() {
            IpAddr::V6(address) => {
                let network = u128::MAX << (128 - IPV6_NETWORK);
                Ipv6Addr::from_bits(address.to_bits() & network).into()
            }
            address => address,
        })
    }
}

/// The origin of the requests on one connection.
#[derive(Clone, Copy, Debug)]
pub struct Origin {
    /// `None` for a socket of this machine, which has no address.
    peer: Option<IpAddr>,
    scheme: Scheme,
    proxies: TrustedProxies,
}

impl Origin {
    pub fn new(peer: Option<IpAddr>, scheme: Scheme, proxies: TrustedProxies) -> Self {
        Origin {
            peer: peer.map(|peer| peer.to_canonical()),
            scheme,
            proxies,
        }
    }

    /// The client that keeps the connection. `None` for a proxy, whose connections are those of
    /// many clients.
    pub fn peer(&self) -> Option<Client> {
        let peer = self.peer.filter(|peer| !self.proxies.has(*peer));
        peer.map(Client::from)
    }

    /// The client that a request comes from: behind proxies the last that a proxy names who is
    /// none itself. `None` where a proxy does not say.
    pub fn client(&self, headers: &HeaderMap) -> Option<Client> {
        if let Some(peer) = self.peer() {
            return Some(peer);
        }
        let lines = headers.get_all(FORWARDED_FOR).iter().rev();
        let named = lines
            .filter_map(|line| line.to_str().ok())
            .flat_map(|line| line.rsplit(','))
            .map(address)
            .find(|address| address.is_none_or(|address| !self.proxies.has(address)))?;
        named.map(Client::from)
    }

    /// The scheme of the visitor, who is at the first of the connections that proxies list.
    pub fn scheme(&self, headers: &HeaderMap) -> Scheme {
        let forwarded = headers
            .get(FORWARDED_SCHEME)
            .filter(|_| self.peer().is_none())
            .and_then(|list| list.as_bytes().split(|byte| *byte == b',').next());
        match forwarded {
            Some(scheme) if scheme.trim_ascii().eq_ignore_ascii_case(b"https") => Scheme::Https,
            _ => self.scheme,
        }
    }
}

/// An address as proxies write it, with or without a port.
fn address(text: &str) -> Option<IpAddr> {
    let text = text.trim();
    let bare = text.trim_start_matches('[').trim_end_matches(']');
    let address = bare.parse().ok();
    let address = address.or_else(|| Some(text.parse::<SocketAddr>().ok()?.ip()));
    address.map(|address| address.to_canonical())
}

/// The places of one kind that each client has taken. None takes more than its share.
pub struct Shares {
    largest: usize,
    taken: Mutex<HashMap<Client, usize>>,
}

impl Shares {
    pub fn new(largest: usize) -> Arc<Self> {
        Arc::new(Shares {
            largest,
            taken: Mutex::default(),
        })
    }

    /// A place for a client, or for one that nobody can tell from others, who is not limited.
    /// `None` where the client has its share already.
    pub fn take(self: &Arc<Self>, client: Option<Client>) -> Option<ClientPlace> {
        let Some(client) = client else {
            return Some(ClientPlace(None));
        };
        let mut taken = self.taken();
        let places = taken.entry(client).or_default();
        if *places >= self.largest {
            return None;
        }
        *places += 1;
        drop(taken);
        Some(ClientPlace(Some((self.clone(), client))))
    }

    fn taken(&self) -> MutexGuard<'_, HashMap<Client, usize>> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A place that a client holds until this is dropped.
pub struct ClientPlace(Option<(Arc<Shares>, Client)>);

impl ClientPlace {
    /// True where the client has no other place.
    pub fn is_only(&self) -> bool {
        let Some((shares, client)) = &self.0 else {
            return true;
        };
        shares.taken().get(client) == Some(&1)
    }
}

impl Drop for ClientPlace {
    fn drop(&mut self) {
        let Some((shares, client)) = &self.0 else {
            return;
        };
        let mut taken = shares.taken();
        if let Some(places) = taken.get_mut(client) {
            *places -= 1;
            if *places == 0 {
                taken.remove(client);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    fn origin(peer: &str, scheme: Scheme) -> Origin {
        let proxies: &[IpNet] = Box::leak(Box::new(["10.0.0.0/8".parse().expect("a network")]));
        let peer = peer.parse().expect("an address");
        Origin::new(Some(peer), scheme, TrustedProxies(proxies))
    }

    #[track_caller]
    fn check(peer: &str, forwarded: &[&str], expected: Option<&str>) {
        let mut headers = HeaderMap::new();
        for line in forwarded {
            let line = HeaderValue::from_str(line).expect("it can stand in a header");
            headers.append(FORWARDED_FOR, line);
        }
        let expected = expected.map(|address| Client(address.parse().expect("an address")));
        assert_eq!(origin(peer, Scheme::Http).client(&headers), expected);
    }

    #[test]
    fn only_a_proxy_is_believed_about_whom_it_asks_for() {
        check("198.51.100.7", &["192.0.2.1"], Some("198.51.100.7"));
        check("10.0.0.1", &["192.0.2.1"], Some("192.0.2.1"));
        check("::ffff:10.0.0.1", &["192.0.2.1:4711"], Some("192.0.2.1"));
        check(
            "10.0.0.1",
            &["203.0.113.5, 192.0.2.1, 10.0.0.2"],
            Some("192.0.2.1"),
        );
        check("10.0.0.1", &["203.0.113.5", "192.0.2.1"], Some("192.0.2.1"));
        check("10.0.0.1", &["203.0.113.5, unknown"], None);
        check("10.0.0.1", &[], None);
    }

    #[test]
    fn the_addresses_of_one_network_are_one_client() {
        check("2001:db8:1:2:3::4", &[], Some("2001:db8:1:2::"));
        check(
            "10.0.0.1",
            &["[2001:db8:1:2:5::6]:443"],
            Some("2001:db8:1:2::"),
        );
    }

    #[test]
    fn only_a_proxy_is_believed_about_the_scheme() {
        let headers = |scheme: &'static str| {
            HeaderMap::from_iter([(FORWARDED_SCHEME, HeaderValue::from_static(scheme))])
        };
        let said = |peer, scheme| origin(peer, Scheme::Http).scheme(&headers(scheme));
        assert_eq!(said("10.0.0.1", "HTTPS , http"), Scheme::Https);
        assert_eq!(said("10.0.0.1", "http, https"), Scheme::Http);
        assert_eq!(said("198.51.100.7", "https"), Scheme::Http);
        let encrypted = origin("198.51.100.7", Scheme::Https);
        assert_eq!(encrypted.scheme(&headers("http")), Scheme::Https);
    }

    #[test]
    fn a_client_has_its_share_and_leaves_that_of_others_alone() {
        let shares = Shares::new(2);
        let [one, other] = ["192.0.2.1", "192.0.2.2"]
            .map(|address| Some(Client(address.parse().expect("an address"))));
        let first = shares.take(one).expect("a place");
        assert!(first.is_only());
        let _second = shares.take(one).expect("a place");
        assert!(!first.is_only());
        assert!(shares.take(one).is_none());
        assert!(shares.take(other).is_some());
        drop(first);
        assert!(shares.take(one).is_some());
        assert_eq!(shares.taken().len(), 1, "who has no place is forgotten");
    }
}
