//! Hyper with a map of answers and nothing else: the least that a server of this kind can do.
//! `bare-hyper ADDRESS FOLDER`

mod answers;

use std::convert::Infallible;
use std::path::Path;
use std::sync::Arc;

use http::{HeaderMap, Request, Response, StatusCode};
use http_body_util::Full;
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, address, folder] = &arguments[..] else {
        anyhow::bail!("usage: bare-hyper ADDRESS FOLDER")
    };
    let answers = Arc::new(answers::read(Path::new(folder))?);
    tokio::runtime::Runtime::new()?.block_on(async {
        let listener = tokio::net::TcpListener::bind(address).await?;
        loop {
            let (stream, _) = listener.accept().await?;
            let answers = answers.clone();
            tokio::spawn(async move {
                let service = service_fn(move |request: Request<Incoming>| {
                    let (status, headers, body) = match answers.get(request.uri().path()) {
                        Some((headers, body)) => (StatusCode::OK, headers.clone(), body.clone()),
                        None => (StatusCode::NOT_FOUND, HeaderMap::new(), bytes::Bytes::new()),
                    };
                    let mut response = Response::new(Full::new(body));
                    *response.status_mut() = status;
                    *response.headers_mut() = headers;
                    std::future::ready(Ok::<_, Infallible>(response))
                });
                // A client that goes away is no news.
                let _ = Builder::new(TokioExecutor::new())
                    .serve_connection(TokioIo::new(stream), service)
                    .await;
            });
        }
    })
}
