//! The places where a server listens: addresses, unix sockets, and sockets that the system opened
//! for it (`sd_listen_fds`), which outlive a restart.

use std::fmt;
use std::future::poll_fn;
use std::io::{self, ErrorKind};
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, ToSocketAddrs};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::task::{Context, Poll};
use std::time::Duration;
use std::{fs, net};

use listenfd::ListenFd;
use tokio::net::{TcpListener, TcpStream, UnixListener, UnixStream};
use tokio_util::either::Either;

use crate::server::tls::Tls;

/// The pause after a connection that could not be accepted: there may be no more file descriptors.
pub(super) const ACCEPT_PAUSE: Duration = Duration::from_millis(50);

/// A connection as it was accepted.
pub type Stream = Either<TcpStream, UnixStream>;

/// An address to listen on, as an operator writes it: `127.0.0.1:8080`, `localhost:8080`, `:8080`
/// for every address of the machine, or `unix:/run/noaber/noaber.sock`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListenAddress {
    /// A host, or nothing for every address of the machine, and a port.
    Tcp(String, u16),
    Unix(PathBuf),
}

/// A text that is no address.
#[derive(Debug, thiserror::Error)]
#[error("no address with a port, such as 127.0.0.1:8080, and no unix:/path")]
pub struct NoListenAddress;

impl FromStr for ListenAddress {
    type Err = NoListenAddress;

    fn from_str(text: &str) -> Result<Self, NoListenAddress> {
        let path = text.strip_prefix("unix:").unwrap_or(text);
        if path.starts_with('/') {
            return Ok(ListenAddress::Unix(path.into()));
        }
        let (host, port) = text.rsplit_once(':').ok_or(NoListenAddress)?;
        let port = port.parse().map_err(|_| NoListenAddress)?;
        let is_bare_ipv6 = host.contains(':') && !host.starts_with('[');
        if is_bare_ipv6 || host.contains(['/', ' ']) {
            return Err(NoListenAddress);
        }
        Ok(ListenAddress::Tcp(host.to_owned(), port))
    }
}

impl fmt::Display for ListenAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ListenAddress::Tcp(host, port) => write!(f, "{host}:{port}"),
            ListenAddress::Unix(path) => write!(f, "unix:{}", path.display()),
        }
    }
}

impl ListenAddress {
    /// True where only this machine can reach it.
    pub fn is_local(&self) -> bool {
        match self {
            ListenAddress::Unix(_) => true,
            ListenAddress::Tcp(host, port) => {
                !host.is_empty()
                    && resolve(host, *port)
                        .is_ok_and(|found| found.iter().all(|address| address.ip().is_loopback()))
            }
        }
    }

    /// Listens on each address that this one stands for: `localhost` is `127.0.0.1` and `[::1]`.
    fn bind(&self) -> io::Result<Vec<Listener>> {
        match self {
            ListenAddress::Unix(path) => Ok(vec![Listener::Unix(bind_unix(path)?)]),
            ListenAddress::Tcp(host, port) if host.is_empty() => {
                // This takes IPv4 as well, but a machine may have no IPv6.
                bind_tcp((Ipv6Addr::UNSPECIFIED, *port).into())
                    .or_else(|_| bind_tcp((Ipv4Addr::UNSPECIFIED, *port).into()))
                    .map(|listener| vec![listener])
            }
            ListenAddress::Tcp(host, port) => {
                let found = resolve(host, *port)?;
                let (bound, failed): (Vec<_>, Vec<_>) =
                    found.into_iter().map(bind_tcp).partition(Result::is_ok);
                let is_absent = |error: &io::Error| error.kind() == ErrorKind::AddrNotAvailable;
                let failure = failed.into_iter().filter_map(Result::err);
                match failure
                    .into_iter()
                    .find(|error| bound.is_empty() || !is_absent(error))
                {
                    Some(error) => Err(error),
                    None => bound.into_iter().collect(),
                }
            }
        }
    }
}

/// The addresses of a host, each once.
fn resolve(host: &str, port: u16) -> io::Result<Vec<SocketAddr>> {
    let mut found: Vec<SocketAddr> = format!("{host}:{port}").to_socket_addrs()?.collect();
    found.sort();
    found.dedup();
    Ok(found)
}

fn bind_tcp(address: SocketAddr) -> io::Result<Listener> {
    accepted_tcp(net::TcpListener::bind(address)?)
}

fn accepted_tcp(listener: net::TcpListener) -> io::Result<Listener> {
    listener.set_nonblocking(true)?;
    TcpListener::from_std(listener).map(Listener::Tcp)
}

/// A unix socket for everyone who may enter its folder. One that a program left behind gives way.
fn bind_unix(path: &Path) -> io::Result<UnixListener> {
    let is_left_behind = || {
        std::os::unix::net::UnixStream::connect(path)
            .is_err_and(|error| error.kind() == ErrorKind::ConnectionRefused)
    };
    if is_left_behind() {
        fs::remove_file(path)?;
    }
    let listener = UnixListener::bind(path)?;
    fs::set_permissions(path, fs::Permissions::from_mode(0o666))?;
    Ok(listener)
}

#[derive(Debug)]
enum Listener {
    Tcp(TcpListener),
    Unix(UnixListener),
}

impl Listener {
    fn poll_accept(&self, context: &mut Context<'_>) -> Poll<io::Result<Stream>> {
        match self {
            Listener::Tcp(listener) => listener
                .poll_accept(context)
                .map_ok(|(stream, _)| Either::Left(stream)),
            Listener::Unix(listener) => listener
                .poll_accept(context)
                .map_ok(|(stream, _)| Either::Right(stream)),
        }
    }
}

impl fmt::Display for Listener {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Listener::Tcp(listener) => match listener.local_addr() {
                Ok(address) => write!(f, "http://{address}/"),
                Err(error) => error.fmt(f),
            },
            Listener::Unix(listener) => {
                let address = listener.local_addr().ok();
                let path = address.as_ref().and_then(|address| address.as_pathname());
                write!(f, "unix:{}", path.unwrap_or(Path::new("-")).display())
            }
        }
    }
}

/// All places where one server listens.
#[derive(Default)]
pub struct Listeners {
    all: Vec<Listener>,
    tls: Option<Tls>,
}

impl From<Vec<Listener>> for Listeners {
    fn from(all: Vec<Listener>) -> Self {
        Listeners { all, tls: None }
    }
}

impl From<TcpListener> for Listeners {
    fn from(listener: TcpListener) -> Self {
        vec![Listener::Tcp(listener)].into()
    }
}

impl Listeners {
    /// Listens on all of these. Only within an async runtime.
    ///
    /// # Errors
    /// The first address that cannot be used, with the reason.
    pub fn bind(addresses: &[ListenAddress]) -> Result<Self, (ListenAddress, io::Error)> {
        let bound = addresses.iter().map(|address| {
            let listeners = address.bind();
            listeners.map_err(|error| (address.clone(), error))
        });
        let bound: Vec<Vec<Listener>> = bound.collect::<Result<_, _>>()?;
        Ok(bound.into_iter().flatten().collect::<Vec<_>>().into())
    }

    /// The sockets that the system opened for this program; none where it did not.
    ///
    /// # Errors
    /// Where one of them is no socket to listen on.
    pub fn inherited() -> io::Result<Self> {
        let mut passed = ListenFd::from_env();
        let mut listeners = Vec::new();
        for at in 0..passed.len() {
            let listener = match passed.take_tcp_listener(at) {
                Ok(listener) => listener.map(accepted_tcp),
                Err(_) => passed.take_unix_listener(at)?.map(|listener| {
                    listener.set_nonblocking(true)?;
                    UnixListener::from_std(listener).map(Listener::Unix)
                }),
            };
            listeners.extend(listener.transpose()?);
        }
        Ok(listeners.into())
    }

    /// These listeners, with every connection secured where there is something to do it with.
    pub fn with_tls(self, tls: Option<Tls>) -> Self {
        Listeners { tls, ..self }
    }

    pub(super) fn tls(&self) -> Option<Tls> {
        self.tls.clone()
    }

    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The first port, where one of them has a port.
    pub fn port(&self) -> Option<u16> {
        self.all.iter().find_map(|listener| match listener {
            Listener::Tcp(listener) => listener.local_addr().ok().map(|address| address.port()),
            Listener::Unix(_) => None,
        })
    }

    /// Each address as it is told to people, such as `http://127.0.0.1:8080/`.
    pub fn addresses(&self) -> impl Iterator<Item = String> {
        let scheme = if self.tls.is_some() { "https" } else { "http" };
        let told = |listener: &Listener| listener.to_string().replacen("http", scheme, 1);
        self.all.iter().map(told)
    }

    /// The next connection.
    pub(super) async fn accept_next(&self) -> io::Result<Stream> {
        poll_fn(|context| {
            let mut accepted = self
                .all
                .iter()
                .map(|listener| listener.poll_accept(context));
            accepted.find(Poll::is_ready).unwrap_or(Poll::Pending)
        })
        .await
    }
}

impl axum::serve::Listener for Listeners {
    type Io = Stream;
    type Addr = ();

    async fn accept(&mut self) -> (Stream, ()) {
        loop {
            match self.accept_next().await {
                Ok(stream) => return (stream, ()),
                Err(error) => {
                    tracing::warn!(%error, "a connection could not be accepted");
                    tokio::time::sleep(ACCEPT_PAUSE).await;
                }
            }
        }
    }

    fn local_addr(&self) -> io::Result<()> {
        Ok(())
    }
}
