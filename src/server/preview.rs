//! The preview of the site, for whoever writes it: the same answers, with a script in each page
//! that shows the state and the problems of the page, and reloads it when it has changed.

use std::convert::Infallible;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{RawQuery, Request, State};
use axum::middleware::{self, Next};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::header::{ACCEPT_ENCODING, CONTENT_TYPE, IF_MATCH, IF_NONE_MATCH};
use http::{Method, StatusCode};
use percent_encoding::percent_decode_str;
use tokio::sync::watch;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::WatchStream;

use crate::server::current::Current;
use crate::server::host::Host;
use crate::snapshot::headers;

/// The addresses of the preview's own parts; no page has such an address.
const SCRIPT: &str = "/_preview/script.js";
const STYLE: &str = "/_preview/style.css";
const NOTE: &str = "/_preview/note";
const CHANGES: &str = "/_preview/changes";

/// The source of what the preview shows beside the pages.
pub trait Notes: Send + Sync {
    /// The note at the page with this path, as JSON. `tag` names the page as it is served now.
    fn note(&self, path: &str, tag: &str) -> String;

    fn script(&self) -> &'static str;

    fn style(&self) -> &'static str;
}

/// The channel that notifies the open pages of a preview that the site has changed.
pub struct ChangeNotifier(watch::Sender<Option<u64>>);

impl Default for ChangeNotifier {
    fn default() -> Self {
        ChangeNotifier(watch::Sender::new(Some(0)))
    }
}

impl ChangeNotifier {
    pub fn notify(&self) {
        self.0
            .send_modify(|changes| *changes = changes.map(|changes| changes + 1));
    }

    /// Ends the connections of all that listen.
    pub fn close(&self) {
        self.0.send_modify(|changes| *changes = None);
    }
}

/// The parts that make a preview of a site.
#[derive(Clone)]
pub struct Preview {
    pub notes: Arc<dyn Notes>,
    pub notifier: Arc<ChangeNotifier>,
}

#[derive(Clone)]
struct Previewed {
    current: Arc<Current>,
    preview: Preview,
}

/// The router of a site, with the preview's own parts merged into it and its script in each page.
pub(super) fn router(site: Router, current: Arc<Current>, preview: Preview) -> Router {
    let site = site.layer(middleware::from_fn_with_state(current.clone(), page));
    Router::new()
        .route(SCRIPT, get(script))
        .route(STYLE, get(style))
        .route(NOTE, get(note))
        .route(CHANGES, get(changes))
        .with_state(Previewed { current, preview })
        .merge(site)
        .layer(middleware::from_fn(only_this_machine))
}

async fn only_this_machine(request: Request, next: Next) -> Response {
    if Host::of(request.uri(), request.headers()) == Host::Loopback {
        return next.run(request).await;
    }
    let headers = headers::private("text/plain; charset=utf-8");
    (
        StatusCode::FORBIDDEN,
        headers,
        "Alleen voor deze computer.\n",
    )
        .into_response()
}

async fn script(State(previewed): State<Previewed>) -> impl IntoResponse {
    let headers = headers::private("text/javascript; charset=utf-8");
    (headers, previewed.preview.notes.script())
}

async fn style(State(previewed): State<Previewed>) -> impl IntoResponse {
    let headers = headers::private("text/css; charset=utf-8");
    (headers, previewed.preview.notes.style())
}

/// The note at the page whose address stands in the query.
async fn note(State(previewed): State<Previewed>, RawQuery(query): RawQuery) -> impl IntoResponse {
    let query = query.unwrap_or_default();
    let page = query.strip_prefix("page=").unwrap_or_default();
    let address = percent_decode_str(page).decode_utf8_lossy();
    let path = address.split('?').next().unwrap_or_default();
    let note = previewed
        .preview
        .notes
        .note(path, &previewed.current.tag(path));
    (headers::private("application/json"), note)
}

/// One line for each change of the site, as server-sent events.
async fn changes(State(previewed): State<Previewed>) -> impl IntoResponse {
    let changes = WatchStream::new(previewed.preview.notifier.0.subscribe());
    let events = changes.take_while(Option::is_some).map(|change| {
        Ok::<_, Infallible>(Event::default().data(change.unwrap_or_default().to_string()))
    });
    Sse::new(events).keep_alive(KeepAlive::default())
}

/// A page of the site, with the script in it.
async fn page(State(current): State<Arc<Current>>, mut request: Request, next: Next) -> Response {
    // A page with the script in it is never kept, and never what a tag names.
    for name in [ACCEPT_ENCODING, IF_NONE_MATCH, IF_MATCH] {
        request.headers_mut().remove(name);
    }
    // The length of a page is that with the script, also where only its head is asked for.
    let is_head = request.method() == Method::HEAD;
    if is_head {
        *request.method_mut() = Method::GET;
    }
    // Of before the response: if the site changes in between, the page is asked for once more.
    let tag = current.tag(request.uri().path());
    let mut response = with_script(next.run(request).await, &tag).await;
    if is_head {
        *response.body_mut() = Body::empty();
    }
    response
}

/// A response with the script at the end of the page if it is one.
async fn with_script(response: Response, tag: &str) -> Response {
    let is_page = response
        .headers()
        .get(CONTENT_TYPE)
        .is_some_and(|media_type| media_type.as_bytes().starts_with(b"text/html"));
    let (mut parts, body) = response.into_parts();
    if !is_page {
        headers::never_store(&mut parts.headers);
        return Response::from_parts(parts, body);
    }
    headers::preview(&mut parts.headers);
    let page = to_bytes(body, usize::MAX).await.unwrap_or_default();
    let mut page = String::from_utf8_lossy(&page).into_owned();
    if let Some(end) = page.rfind("</body>") {
        let script = format!("<script src=\"{SCRIPT}\" data-tag=\"{tag}\" defer></script>\n");
        page.insert_str(end, &script);
    }
    headers::content_length(&mut parts.headers, page.len() as u64);
    Response::from_parts(parts, Body::from(page))
}
