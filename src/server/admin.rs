//! The admin address: a page for editors, the same as data, the health checks of an orchestrator,
//! and metrics. Off unless asked for.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::StatusCode;
use tokio_util::sync::CancellationToken;

use crate::message;
use crate::server::host::Host;
use crate::server::metrics::{self, ContentState, Metrics};
use crate::server::sockets::Listeners;
use crate::snapshot::headers;

/// The source of what the admin address says.
pub trait StatusSource: Send + Sync {
    /// The tag of the language in which editors are spoken to.
    fn language(&self) -> &'static str;

    /// The page for editors, as HTML.
    fn page(&self) -> String;

    /// Its style sheet.
    fn style(&self) -> String;

    /// The status for programs, as JSON.
    fn data(&self) -> String;

    /// The status as numbers.
    fn content(&self) -> ContentState;
}

#[derive(Clone)]
struct Admin {
    status: Arc<dyn StatusSource>,
    metrics: Arc<Metrics>,
    stopping: CancellationToken,
}

/// Serves until the program ends. `stopping` is cancelled when no more requests should be sent to
/// it.
///
/// # Errors
/// When the listener breaks for good.
pub async fn serve(
    listeners: Listeners,
    status: Arc<dyn StatusSource>,
    metrics: Arc<Metrics>,
    stopping: CancellationToken,
) -> std::io::Result<()> {
    let admin = Admin {
        status,
        metrics,
        stopping,
    };
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
        .route_layer(middleware::from_fn_with_state(
            admin.clone(),
            only_by_address,
        ))
        .route(
            "/livez",
            get(|| async { respond("text/plain; charset=utf-8", "ok\n".to_owned()) }),
        )
        .route("/readyz", get(ready))
        .route(
            "/metrics",
            get(|State(admin): State<Admin>| async move {
                let text = admin.metrics.text(admin.status.content());
                respond(metrics::MEDIA_TYPE, text)
            }),
        )
        .with_state(admin);
    axum::serve(listeners, router).await
}

/// A site elsewhere may give this machine a name of its own and read the answers in a visitor's
/// browser.
async fn only_by_address(State(admin): State<Admin>, request: Request, next: Next) -> Response {
    match Host::of(request.uri(), request.headers()) {
        Host::Loopback | Host::IpAddress => next.run(request).await,
        Host::Name => {
            let why = message!("admin-by-address").in_language(admin.status.language());
            let body = respond("text/plain; charset=utf-8", why + "\n");
            (StatusCode::FORBIDDEN, body).into_response()
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
