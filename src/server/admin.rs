//! The admin address: a page for editors, the same as data, and what a keeper of programs asks. Off unless asked for.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::StatusCode;
use tokio::net::TcpListener;
use tokio::sync::watch;

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
pub async fn serve(listener: TcpListener, told: Arc<dyn Told>, stopping: watch::Receiver<bool>) -> std::io::Result<()> {
    let router = Router::new()
        .route("/", get(|State(admin): State<Admin>| async move { answer("text/html; charset=utf-8", admin.told.page()) }))
        .route("/style.css", get(|State(admin): State<Admin>| async move { answer("text/css; charset=utf-8", admin.told.style()) }))
        .route("/status.json", get(|State(admin): State<Admin>| async move { answer("application/json", admin.told.data()) }))
        .route("/livez", get(|| async { answer("text/plain; charset=utf-8", "ok\n".to_owned()) }))
        .route("/readyz", get(ready))
        .with_state(Admin { told, stopping });
    axum::serve(listener, router).await
}

async fn ready(State(admin): State<Admin>) -> Response {
    if *admin.stopping.borrow() {
        (StatusCode::SERVICE_UNAVAILABLE, answer("text/plain; charset=utf-8", "stopping\n".to_owned())).into_response()
    } else {
        answer("text/plain; charset=utf-8", "ok\n".to_owned())
    }
}

fn answer(media_type: &'static str, body: String) -> Response {
    (headers::unstored(media_type), body).into_response()
}

/// Asks the admin address of a running program, such as `http://127.0.0.1:9090`, for its data.
///
/// # Errors
/// Where nobody answers there, or with something else.
pub fn ask(address: &str) -> anyhow::Result<String> {
    const PATIENCE: Option<Duration> = Some(Duration::from_secs(10));
    let host = address.strip_prefix("http://").map(|rest| rest.trim_end_matches('/'));
    let host = host.with_context(|| format!("{address} moet met http:// beginnen"))?;
    let mut stream = TcpStream::connect(host).with_context(|| format!("op {address} luistert niemand; start noaber met --admin"))?;
    stream.set_read_timeout(PATIENCE)?;
    write!(stream, "GET /status.json HTTP/1.0\r\nHost: {host}\r\n\r\n")?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).with_context(|| format!("{address} geeft geen bruikbaar antwoord"))?;
    let (head, body) = answer.split_once("\r\n\r\n").with_context(|| format!("{address} geeft geen bruikbaar antwoord"))?;
    anyhow::ensure!(head.split(' ').nth(1) == Some("200"), "{address} is geen adres voor redacteuren");
    Ok(body.to_owned())
}
