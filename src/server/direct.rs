//! What nearly every request of HTTP/1.1 is: a GET, without a body, for what the snapshot holds. It is answered here from the
//! bytes that came in with the bytes that are there, which takes a third of what it takes to carry it through all that HTTP
//! knows. Whatever else comes is left as it came, for a library that knows all of it; the parser is the same.

use std::future::poll_fn;
use std::io::{self, Write};
use std::mem::MaybeUninit;
use std::pin::pin;
use std::task::Poll;

use bytes::{Buf, Bytes};
use http::StatusCode;
use httparse::{Request, Status};
use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimePrinter;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};

use crate::server::asked::Asked;
use crate::server::connection::Stop;
use crate::server::current::Current;
use crate::server::respond::{self, Held};
use crate::server::{log, log_start};

/// The largest request line with headers that is answered here, in bytes.
const HEAD_BYTES: usize = 4096;

/// The most headers of such a request.
const HEADERS: usize = 64;

/// Answers on a connection as long as what comes can be answered here. `None` when the connection is done; else what was received
/// and not answered.
///
/// # Errors
/// When the connection breaks.
pub(super) async fn serve<R, W>(
    reading: &mut R,
    writing: &mut W,
    current: &Current,
    stop: &mut Stop,
) -> io::Result<Option<Vec<u8>>>
where
    R: AsyncRead + Unpin,
    W: AsyncWrite + Unpin,
{
    let (mut received, mut head) = (
        Vec::with_capacity(HEAD_BYTES),
        Vec::with_capacity(HEAD_BYTES),
    );
    let mut date = Date::default();
    loop {
        let (length, body, after) = match Received::of(&received) {
            Received::Part if received.len() < HEAD_BYTES => {
                if receive(reading, &mut received, stop).await? == 0 {
                    return Ok(None);
                }
                continue;
            }
            Received::Question {
                asked,
                length,
                after,
            } => {
                let after = if stop.is_called() {
                    After::Close
                } else {
                    after
                };
                match answer(current, &asked, after, &mut date, &mut head) {
                    Some(body) => (length, body, after),
                    None => return Ok(Some(received)),
                }
            }
            Received::Part | Received::Other => return Ok(Some(received)),
        };
        writing.write_all_buf(&mut Buf::chain(&*head, body)).await?;
        if after == After::Close {
            writing.shutdown().await?;
            return Ok(None);
        }
        received.drain(..length);
    }
}

/// Waits for more bytes, and between two requests for the stop as well. Zero when no more will come.
async fn receive(
    reading: &mut (impl AsyncRead + Unpin),
    received: &mut Vec<u8>,
    stop: &mut Stop,
) -> io::Result<usize> {
    let is_between = received.is_empty();
    let mut read = pin!(reading.read_buf(received));
    let more = poll_fn(|context| match read.as_mut().poll(context) {
        Poll::Pending if is_between && stop.has_come(context) => Poll::Ready(Ok(0)),
        read => read,
    });
    more.await
}

/// What has come in.
enum Received<'a> {
    /// The beginning of a request, or nothing yet.
    Part,
    /// A request that may be answered here, and how many bytes it takes.
    Question {
        asked: Asked<'a>,
        length: usize,
        after: After,
    },
    Other,
}

/// What becomes of the connection after an answer.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum After {
    /// As HTTP/1.1 does where nothing is said.
    Stay,
    Close,
}

impl After {
    /// What the `connection` header of a request asks for, where it asks for no more than this.
    fn asked(value: &[u8]) -> Option<Self> {
        let known = [("close", After::Close), ("keep-alive", After::Stay)];
        known
            .into_iter()
            .find(|(name, _)| value.eq_ignore_ascii_case(name.as_bytes()))
            .map(|(_, after)| after)
    }
}

impl<'a> Received<'a> {
    fn of(bytes: &'a [u8]) -> Self {
        let mut headers = [const { MaybeUninit::uninit() }; HEADERS];
        let mut request = Request::new(&mut []);
        let length = match request.parse_with_uninit_headers(bytes, &mut headers) {
            Ok(Status::Complete(length)) => length,
            Ok(Status::Partial) => return Received::Part,
            Err(_) => return Received::Other,
        };
        let (Some("GET"), Some(path), Some(1)) = (request.method, request.path, request.version)
        else {
            return Received::Other;
        };
        let mut after = After::Stay;
        for header in request.headers.iter() {
            let is = |name: &str| header.name.eq_ignore_ascii_case(name);
            if is("connection") {
                let Some(asked) = After::asked(header.value) else {
                    return Received::Other;
                };
                after = after.max(asked);
            } else if ["content-length", "transfer-encoding", "expect", "upgrade"]
                .into_iter()
                .any(is)
            {
                return Received::Other;
            }
        }
        let asked = Asked::get(
            path,
            request
                .headers
                .iter()
                .map(|header| (header.name, header.value)),
        );
        Received::Question {
            asked,
            length,
            after,
        }
    }
}

/// Writes the head of the answer that the snapshot has, and returns its body. `None` where it has none.
fn answer(
    current: &Current,
    asked: &Asked<'_>,
    after: After,
    date: &mut Date,
    head: &mut Vec<u8>,
) -> Option<Bytes> {
    let started = log_start();
    let snapshot = current.load();
    let held = respond::held(&snapshot, asked)?;
    log(
        &asked.method,
        asked.path,
        held.status,
        held.body.len(),
        started,
    );
    write_head(&held, after, date.now(), head);
    Some(held.body)
}

fn write_head(held: &Held<'_>, after: After, date: &str, head: &mut Vec<u8>) {
    head.clear();
    for part in [
        "HTTP/1.1 ",
        held.status.as_str(),
        " ",
        held.status.canonical_reason().unwrap_or_default(),
        "\r\n",
    ] {
        head.extend_from_slice(part.as_bytes());
    }
    held.headers.write(&held.etag, head);
    if after == After::Close {
        head.extend_from_slice(b"connection: close\r\n");
    }
    // RFC 9110, 15.4.5: what the client has already is not described.
    if held.status != StatusCode::NOT_MODIFIED {
        write!(head, "content-length: {}\r\n", held.body.len())
            .expect("memory takes what is written");
    }
    for part in ["date: ", date, "\r\n\r\n"] {
        head.extend_from_slice(part.as_bytes());
    }
}

/// The time as HTTP writes it (RFC 9110, 5.6.7), written once a second.
#[derive(Default)]
struct Date {
    second: i64,
    text: String,
}

impl Date {
    #[expect(
        clippy::disallowed_methods,
        reason = "HTTP tells when an answer was sent, whatever moment the site is of"
    )]
    fn now(&mut self) -> &str {
        let now = Timestamp::now();
        if now.as_second() != self.second {
            self.second = now.as_second();
            self.text = DateTimePrinter::new()
                .timestamp_to_rfc9110_string(&now)
                .expect("HTTP can write the years of a clock");
        }
        &self.text
    }
}
