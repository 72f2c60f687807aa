//! The site as it will be, for whoever writes it: the same answers, with a script in each page that shows how the page
//! stands and what is wrong with it, and that asks for the page again when it has become another one.

use std::convert::Infallible;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use bytes::Bytes;
use http::header::{ACCEPT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, IF_MATCH, IF_NONE_MATCH};
use http::{Request, Response, StatusCode};
use http_body_util::{BodyExt, Either, Full};
use hyper::body::Incoming;
use hyper::service::Service;
use percent_encoding::percent_decode_str;
use tokio::sync::watch;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::WatchStream;

use crate::server::host::Host;
use crate::server::{Body, Site};
use crate::snapshot::headers;

/// Where the preview's own parts are; no page has such an address.
const SCRIPT: &str = "/_preview/script.js";
const STYLE: &str = "/_preview/style.css";
const NOTE: &str = "/_preview/note";
const CHANGES: &str = "/_preview/changes";

/// What the preview shows beside the pages, from whoever knows the site.
pub trait Notes: Send + Sync {
    /// The note at the page with this path, as JSON. `tag` names the page as it is served now.
    fn note(&self, path: &str, tag: &str) -> String;

    fn script(&self) -> &'static str;

    fn style(&self) -> &'static str;
}

/// Rings when the site has become another one, and falls silent when the program stops.
pub struct Bell(watch::Sender<Option<u64>>);

impl Default for Bell {
    fn default() -> Self {
        Bell(watch::Sender::new(Some(0)))
    }
}

impl Bell {
    pub fn ring(&self) {
        self.0
            .send_modify(|rung| *rung = rung.map(|times| times + 1));
    }

    /// Lets everybody who listens go.
    pub fn fall_silent(&self) {
        self.0.send_modify(|rung| *rung = None);
    }
}

/// What makes a preview of a site.
#[derive(Clone)]
pub struct Preview {
    pub notes: Arc<dyn Notes>,
    pub bell: Arc<Bell>,
}

/// The service of one connection.
#[derive(Clone)]
pub(super) struct Previewed {
    pub site: Site,
    pub preview: Preview,
}

impl Service<Request<Incoming>> for Previewed {
    type Response = Response<Body>;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Response<Body>, Infallible>> + Send>>;

    fn call(&self, request: Request<Incoming>) -> Self::Future {
        let previewed = self.clone();
        Box::pin(async move { Ok(previewed.answer(request).await) })
    }
}

impl Previewed {
    async fn answer(&self, mut request: Request<Incoming>) -> Response<Body> {
        if !matches!(
            Host::of(request.uri(), request.headers()),
            Host::ThisMachine
        ) {
            let response = (
                StatusCode::FORBIDDEN,
                headers::unstored("text/plain; charset=utf-8"),
                "Alleen voor deze computer.\n",
            );
            return response.into_response().map(Either::Right);
        }
        match request.uri().path() {
            SCRIPT => own(
                "text/javascript; charset=utf-8",
                self.preview.notes.script(),
            ),
            STYLE => own("text/css; charset=utf-8", self.preview.notes.style()),
            NOTE => self.note(request.uri().query().unwrap_or_default()),
            CHANGES => self.changes(),
            _ => {
                // A page with the script in it is never kept, and never what a tag names.
                for name in [ACCEPT_ENCODING, IF_NONE_MATCH, IF_MATCH] {
                    request.headers_mut().remove(name);
                }
                // Of before the answer: if the site changes in between, the page is asked for once more.
                let tag = self.site.tag(request.uri().path());
                let Ok(response) = Service::call(&self.site, request).await;
                with_script(response, &tag).await
            }
        }
    }

    /// The note at the page whose address stands in the query.
    fn note(&self, query: &str) -> Response<Body> {
        let address = percent_decode_str(query.strip_prefix("page=").unwrap_or_default())
            .decode_utf8_lossy()
            .into_owned();
        let path = address.split('?').next().unwrap_or_default();
        own(
            "application/json",
            self.preview.notes.note(path, &self.site.tag(path)),
        )
    }

    /// One line for each change of the site, as server-sent events.
    fn changes(&self) -> Response<Body> {
        let rings = WatchStream::new(self.preview.bell.0.subscribe()).take_while(Option::is_some);
        let events = rings.map(|rung| {
            Ok::<_, Infallible>(Event::default().data(rung.unwrap_or_default().to_string()))
        });
        Sse::new(events)
            .keep_alive(KeepAlive::default())
            .into_response()
            .map(Either::Right)
    }
}

fn own(media_type: &'static str, body: impl Into<Bytes>) -> Response<Body> {
    let mut response = Response::new(Either::Left(Full::new(body.into())));
    *response.headers_mut() = headers::unstored(media_type);
    response
}

/// The same answer, with the script at the end of the page if it is one.
async fn with_script(response: Response<Body>, tag: &str) -> Response<Body> {
    let is_page = response
        .headers()
        .get(CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    let (mut parts, body) = response.into_parts();
    headers::never_store(&mut parts.headers);
    if !is_page {
        return Response::from_parts(parts, body);
    }
    let Ok(page) = body
        .collect()
        .await
        .map(http_body_util::Collected::to_bytes)
    else {
        return Response::from_parts(parts, Either::Left(Full::default()));
    };
    let page = String::from_utf8_lossy(&page);
    let Some(end) = page.rfind("</body>") else {
        return Response::from_parts(parts, Either::Left(Full::new(page.into_owned().into())));
    };
    let script = format!("<script src=\"{SCRIPT}\" data-tag=\"{tag}\" defer></script>\n");
    let page = [&page[..end], &script, &page[end..]].concat();
    // It was that of the page alone.
    parts.headers.remove(CONTENT_LENGTH);
    Response::from_parts(parts, Either::Left(Full::new(page.into())))
}
