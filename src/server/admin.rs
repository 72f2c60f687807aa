//! The admin address: a page for editors, the same as data, and what a keeper of programs asks. Off unless asked for.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::StatusCode;
use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::server::host::Host;
use crate::snapshot::headers;

/// What is told at the admin address, by whoever knows the site.
pub trait Told: Send + Sync {
    /// The page for editors, as HTML.
    fn page(&self) -> String;

    /// Its style sheet.
    fn style(&self) -> String;

    /// The same for programs, as JSON.
    fn data(&self) -> String;
}

#[derive(Clone)]
struct Admin {
    told: Arc<dyn Told>,
    stopping: watch::Receiver<bool>,
}

/// Serves until the program ends. `stopping` turns true when no more requests should be sent to it.
///
/// # Errors
/// When the listener breaks for good.
pub async fn serve(
    listener: TcpListener,
    told: Arc<dyn Told>,
    stopping: watch::Receiver<bool>,
) -> std::io::Result<()> {
    let router = Router::new()
        .route(
            "/",
            get(|State(admin): State<Admin>| async move {
                answer("text/html; charset=utf-8", admin.told.page())
            }),
        )
        .route(
            "/style.css",
            get(|State(admin): State<Admin>| async move {
                answer("text/css; charset=utf-8", admin.told.style())
            }),
        )
        .route(
            "/status.json",
            get(|State(admin): State<Admin>| async move {
                answer("application/json", admin.told.data())
            }),
        )
        .route_layer(middleware::from_fn(only_by_number))
        .route(
            "/livez",
            get(|| async { answer("text/plain; charset=utf-8", "ok\n".to_owned()) }),
        )
        .route("/readyz", get(ready))
        .with_state(Admin { told, stopping });
    axum::serve(listener, router).await
}

/// A site elsewhere may give this machine a name of its own and read the answers in a visitor's browser.
async fn only_by_number(request: Request, next: Next) -> Response {
    match Host::of(request.uri(), request.headers()) {
        Host::ThisMachine | Host::Number => next.run(request).await,
        Host::Name => {
            let why = "Vraag dit aan localhost of aan een adres in cijfers, zoals 127.0.0.1.\n";
            (
                StatusCode::FORBIDDEN,
                headers::unstored("text/plain; charset=utf-8"),
                why,
            )
                .into_response()
        }
    }
}

async fn ready(State(admin): State<Admin>) -> Response {
    if *admin.stopping.borrow() {
        (
            StatusCode::SERVICE_UNAVAILABLE,
            answer("text/plain; charset=utf-8", "stopping\n".to_owned()),
        )
            .into_response()
    } else {
        answer("text/plain; charset=utf-8", "ok\n".to_owned())
    }
}

fn answer(media_type: &'static str, body: String) -> Response {
    (headers::unstored(media_type), body).into_response()
}

/// Asks the admin address of a running program, such as `http://127.0.0.1:9090` or `127.0.0.1:9090`, for its data.
///
/// # Errors
/// Where nobody answers there, or with something else.
pub fn ask(address: &str) -> anyhow::Result<String> {
    const PORT: u16 = 9090;
    const PATIENCE: Option<Duration> = Some(Duration::from_secs(10));
    let rest = address.strip_prefix("http://").unwrap_or(address);
    anyhow::ensure!(
        !rest.contains("://"),
        "{address} is geen adres voor redacteuren: dat begint met http://"
    );
    let host = rest.split('/').next().unwrap_or_default();
    let has_port = host
        .rsplit(']')
        .next()
        .is_some_and(|behind| behind.contains(':'));
    let host = if has_port {
        host.to_owned()
    } else {
        format!("{host}:{PORT}")
    };
    // What the system says of it is not in Dutch, and says no more.
    let mut stream = TcpStream::connect(&host)
        .ok()
        .with_context(|| format!("op {host} luistert niemand; start noaber met --admin {host}"))?;
    let no_use = || format!("{address} geeft geen bruikbaar antwoord");
    stream.set_read_timeout(PATIENCE)?;
    write!(stream, "GET /status.json HTTP/1.0\r\nHost: {host}\r\n\r\n")
        .ok()
        .with_context(no_use)?;
    let mut answer = String::new();
    stream
        .read_to_string(&mut answer)
        .ok()
        .with_context(no_use)?;
    let (head, body) = answer.split_once("\r\n\r\n").with_context(no_use)?;
    anyhow::ensure!(
        head.split(' ').nth(1) == Some("200"),
        "{address} is geen adres voor redacteuren"
    );
    Ok(body.to_owned())
}
