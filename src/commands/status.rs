//! `status`: how a running site stands.

use std::process::ExitCode;
use std::time::Duration;

use clap::Args;
use http_body_util::{BodyExt, Empty, Limited};
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

use noaber::editors::status;
use noaber::message;

use crate::commands::{outcome, print};

/// The port of an address that names none.
const PORT: u16 = 9090;

/// The longest that the running program is waited for.
const TIMEOUT: Duration = Duration::from_secs(10);

/// The most bytes that are read of what it says.
const LARGEST_STATUS: usize = 4 * 1024 * 1024;

#[derive(Args)]
pub struct StatusArgs {
    #[arg(value_name = "address", default_value = "http://127.0.0.1:9090")]
    url: String,
}

impl StatusArgs {
    pub fn run(self) -> anyhow::Result<ExitCode> {
        let StatusArgs { url } = self;
        let status: status::Status = serde_json::from_slice(&request_status(&url)?)
            .map_err(|_| message!("status-no-admin", address = &url))?;
        print(&status.in_words())?;
        Ok(outcome(status.failure.is_none() && status.errors == 0))
    }
}

/// Requests the status from the admin address of a running program, such as `http://127.0.0.1:9090`
/// or `127.0.0.1:9090`.
fn request_status(address: &str) -> anyhow::Result<Bytes> {
    let rest = address.strip_prefix("http://").unwrap_or(address);
    anyhow::ensure!(!rest.contains("://"), message!("status-no-http", address));
    let host = rest.split('/').next().unwrap_or_default();
    let after_brackets = host.rsplit(']').next().unwrap_or_default();
    let host = if after_brackets.contains(':') {
        host.to_owned()
    } else {
        format!("{host}:{PORT}")
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let (status, body) = runtime.block_on(async {
        let connect = tokio::time::timeout(TIMEOUT, TcpStream::connect(&host));
        // What the system says of it says no more.
        let stream = connect.await.ok().and_then(Result::ok);
        let stream = stream.ok_or_else(|| message!("status-nobody-listens", host = &host))?;
        let response = tokio::time::timeout(TIMEOUT, get_status(stream, &host)).await;
        let response = response.ok().and_then(Result::ok);
        response.ok_or_else(|| message!("status-no-answer", address))
    })?;
    anyhow::ensure!(status.is_success(), message!("status-no-admin", address));
    Ok(body)
}

async fn get_status(stream: TcpStream, host: &str) -> anyhow::Result<(hyper::StatusCode, Bytes)> {
    let (mut client, connection) = http1::handshake(TokioIo::new(stream)).await?;
    tokio::spawn(connection);
    let request = hyper::Request::get("/status.json")
        .header(hyper::header::HOST, host)
        .body(Empty::<Bytes>::new())?;
    let response = client.send_request(request).await?;
    let status = response.status();
    let body = Limited::new(response.into_body(), LARGEST_STATUS).collect();
    let body = body.await.map_err(anyhow::Error::from_boxed)?;
    Ok((status, body.to_bytes()))
}
