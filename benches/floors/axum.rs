//! The floor of axum: its Router under its own `serve`, with a map of answers. `axum-floor ADDRESS FOLDER`

mod answers;

use std::path::Path;
use std::sync::Arc;

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode};

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, address, folder] = &arguments[..] else {
        anyhow::bail!("usage: axum-floor ADDRESS FOLDER")
    };
    let answers = Arc::new(answers::read(Path::new(folder))?);
    let router = Router::new().fallback(move |request: Request| {
        let found = answers.get(request.uri().path()).cloned();
        async move {
            match found {
                Some((headers, body)) => (StatusCode::OK, headers, body),
                None => (StatusCode::NOT_FOUND, HeaderMap::new(), bytes::Bytes::new()),
            }
        }
    });
    tokio::runtime::Runtime::new()?.block_on(async {
        let listener = tokio::net::TcpListener::bind(address).await?;
        axum::serve(listener, router).await
    })?;
    Ok(())
}
