//! TLS 1.2 and 1.3 (rustls), with certificate files that are read again when they change.

use std::fmt;
use std::fs;
use std::io;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use arc_swap::ArcSwap;
use http::header::{HOST, LOCATION};
use http::uri::Authority;
use http::{HeaderValue, Request, Response, StatusCode};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::server::{ClientHello, ResolvesServerCert};
use tokio_rustls::rustls::sign::CertifiedKey;
use tokio_rustls::server::TlsStream;
use tokio_rustls::{TlsAcceptor, rustls};

use crate::message;

/// The time after which a certificate that was renewed is used.
const RELOAD_INTERVAL: Duration = Duration::from_secs(10);

/// The files of a certificate with its chain, and of its key, in PEM.
#[derive(Clone, Debug)]
pub struct CertificateFiles {
    pub chain: PathBuf,
    pub key: PathBuf,
}

impl CertificateFiles {
    fn read(&self) -> anyhow::Result<CertifiedKey> {
        let unreadable = |path: &Path, cause: &dyn fmt::Display| {
            message!("cannot-read", path, cause = cause.to_string())
        };
        let chain = CertificateDer::pem_file_iter(&self.chain)
            .and_then(Iterator::collect::<Result<Vec<_>, _>>)
            .map_err(|cause| unreadable(&self.chain, &cause))?;
        let key = PrivateKeyDer::from_pem_file(&self.key)
            .map_err(|cause| unreadable(&self.key, &cause))?;
        anyhow::ensure!(
            !chain.is_empty(),
            message!("certificate-empty", path = self.chain.as_path())
        );
        CertifiedKey::from_der(chain, key, &ring::default_provider()).map_err(|cause| {
            let (chain, key) = (self.chain.as_path(), self.key.as_path());
            let cause = cause.to_string();
            message!("certificate-of-other-key", key, chain, cause).into()
        })
    }

    /// The moments at which the files were last changed.
    fn changed(&self) -> [Option<SystemTime>; 2] {
        let changed = |path: &Path| fs::metadata(path).and_then(|data| data.modified()).ok();
        [changed(&self.chain), changed(&self.key)]
    }
}

/// The certificate that is shown to visitors.
#[derive(Debug)]
struct CurrentCertificate(ArcSwap<CertifiedKey>);

impl ResolvesServerCert for CurrentCertificate {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(self.0.load_full())
    }
}

/// The TLS side of a server.
#[derive(Clone)]
pub struct Tls {
    acceptor: TlsAcceptor,
}

impl Tls {
    /// Reads the certificate, and follows its files for as long as the async runtime lives.
    ///
    /// # Errors
    /// Where the files hold no certificate with its key.
    pub fn start(files: CertificateFiles) -> anyhow::Result<Self> {
        let mut changed = files.changed();
        let current = Arc::new(CurrentCertificate(ArcSwap::from_pointee(files.read()?)));
        let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_protocol_versions(&[&rustls::version::TLS13, &rustls::version::TLS12])?
            .with_no_client_auth()
            .with_cert_resolver(current.clone());
        config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
        tokio::spawn(async move {
            loop {
                tokio::time::sleep(RELOAD_INTERVAL).await;
                let now = files.changed();
                if now == changed {
                    continue;
                }
                match files.read() {
                    Ok(read) => {
                        current.0.store(Arc::new(read));
                        changed = now;
                        tracing::info!("the certificate was read again");
                    }
                    // One of the two files may still be the old one.
                    Err(error) => {
                        tracing::warn!(
                            why = format!("{error:#}"),
                            "the certificate stays as it was"
                        );
                    }
                }
            }
        });
        Ok(Tls {
            acceptor: TlsAcceptor::from(Arc::new(config)),
        })
    }

    /// The connection after the handshake.
    pub(super) async fn accept<S>(&self, stream: S) -> io::Result<TlsStream<S>>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        self.acceptor.accept(stream).await
    }
}

/// The response to any request that came without TLS: the same address with it, at this port.
pub(super) fn redirect<B: Default>(request: &Request<impl Sized>, port: u16) -> Response<B> {
    let mut response = Response::new(B::default());
    let path = request
        .uri()
        .path_and_query()
        .map_or("/", |path| path.as_str());
    let location = host_of(request).and_then(|host| {
        let port = Some(port).filter(|port| *port != 443);
        let port = port.map(|port| format!(":{port}")).unwrap_or_default();
        HeaderValue::from_str(&format!("https://{host}{port}{path}")).ok()
    });
    match location {
        Some(location) => {
            *response.status_mut() = StatusCode::PERMANENT_REDIRECT;
            response.headers_mut().insert(LOCATION, location);
        }
        None => *response.status_mut() = StatusCode::BAD_REQUEST,
    }
    response
}

/// The host that is asked for, without its port.
fn host_of<B>(request: &Request<B>) -> Option<String> {
    let authority: Authority = match request.headers().get(HOST) {
        Some(host) => host.to_str().ok()?.parse().ok()?,
        None => request.uri().authority()?.clone(),
    };
    let host = authority.host();
    let is_name = |host: &str| {
        !host.is_empty()
            && host
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"-._".contains(&byte))
    };
    let address = host.trim_start_matches('[').trim_end_matches(']');
    (is_name(host) || address.parse::<IpAddr>().is_ok()).then(|| host.to_owned())
}
