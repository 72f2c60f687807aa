//! The admin address: a page for editors, the same as data, and the health checks of an
//! orchestrator. Off unless asked for.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::StatusCode;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use crate::server::host::Host;
use crate::snapshot::headers;

/// The source of what the admin address says.
pub trait StatusSource: Send + Sync {
    /// The page for editors, as HTML.
    fn page(&self) -> String;

    /// Its style sheet.
    fn style(&self) -> String;

    /// The same for programs, as JSON.
    fn data(&self) -> String;
}

#[derive(Clone)]
struct Admin {
    status: Arc<dyn StatusSource>,
    stopping: CancellationToken,
}

/// Serves until the program ends. `stopping` is cancelled when no more requests should be sent to
/// it.
///
/// # Errors
/// When the listener breaks for good.
pub async fn serve(
    listener: TcpListener,
    status: Arc<dyn StatusSource>,
    stopping: CancellationToken,
) -> std::io::Result<()> {
    let router = Router::new()
        .route(
            "/",
            get(|State(admin): State<Admin>| async move {
                respond("text/html; charset=utf-8", admin.status.page())
            }),
        )
        .route(
            "/style.css",
            get(|State(admin): State<Admin>| async move {
                respond("text/css; charset=utf-8", admin.status.style())
            }),
        )
        .route(
            "/status.json",
            get(|State(admin): State<Admin>| async move {
                respond("application/json", admin.status.data())
            }),
        )
        .route_layer(middleware::from_fn(only_by_address))
        .route(
            "/livez",
            get(|| async { respond("text/plain; charset=utf-8", "ok\n".to_owned()) }),
        )
        .route("/readyz", get(ready))
        .with_state(Admin { status, stopping });
    axum::serve(listener, router).await
}

/// A site elsewhere may give this machine a name of its own and read the answers in a visitor's
/// browser.
async fn only_by_address(request: Request, next: Next) -> Response {
    match Host::of(request.uri(), request.headers()) {
        Host::Loopback | Host::IpAddress => next.run(request).await,
        Host::Name => {
            let why = "Vraag dit aan localhost of aan een adres in cijfers, zoals 127.0.0.1.\n";
            (
                StatusCode::FORBIDDEN,
                headers::private("text/plain; charset=utf-8"),
                why,
            )
                .into_response()
        }
    }
}

async fn ready(State(admin): State<Admin>) -> Response {
    if admin.stopping.is_cancelled() {
        (
            StatusCode::SERVICE_UNAVAILABLE,
            respond("text/plain; charset=utf-8", "stopping\n".to_owned()),
        )
            .into_response()
    } else {
        respond("text/plain; charset=utf-8", "ok\n".to_owned())
    }
}

fn respond(media_type: &'static str, body: String) -> Response {
    (headers::private(media_type), body).into_response()
}
