//! Metrics for Prometheus, named as OpenTelemetry names those of HTTP servers. Nothing that a
//! visitor sends becomes a label, so that their number is bounded.

use std::fs;

use http::{Method, StatusCode, Version};
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::{Registry, Unit};

/// The bounds that OpenTelemetry advises, in seconds.
const BOUNDS: [f64; 14] = [
    0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0,
];

/// The media type of what [`Metrics::text`] gives.
pub const MEDIA_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// The metrics of one server.
pub struct Metrics {
    registry: Registry,
    durations: Family<RequestLabels, Histogram, fn() -> Histogram>,
    active: Gauge,
    pages: Gauge,
    errors: Gauge,
    published: Gauge,
    failed: Gauge,
    memory: Gauge,
    files: Gauge,
}

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct RequestLabels {
    http_request_method: &'static str,
    http_response_status_code: u16,
    network_protocol_version: &'static str,
}

/// The state of the content that is served.
#[derive(Clone, Copy, Debug, Default)]
pub struct ContentState {
    pub pages: usize,
    pub errors: usize,
    /// The moment from which on it is served, in seconds since 1970.
    pub published: i64,
    /// True where the last change of the files could not be published.
    pub has_failed: bool,
}

impl Metrics {
    /// None counted yet, by a program of this version.
    pub fn new(version: &'static str) -> Self {
        let durations: Family<_, _, fn() -> _> =
            Family::new_with_constructor(|| Histogram::new(BOUNDS));
        let mut metrics = Metrics {
            registry: Registry::default(),
            durations,
            active: Gauge::default(),
            pages: Gauge::default(),
            errors: Gauge::default(),
            published: Gauge::default(),
            failed: Gauge::default(),
            memory: Gauge::default(),
            files: Gauge::default(),
        };
        let registry = &mut metrics.registry;
        let durations = metrics.durations.clone();
        let help = "Duration of HTTP server requests";
        registry.register_with_unit(
            "http_server_request_duration",
            help,
            Unit::Seconds,
            durations,
        );
        registry.register(
            "noaber_build",
            "Version of the program",
            Info::new([("version", version)]),
        );
        for (name, help, gauge) in [
            (
                "http_server_active_requests",
                "Number of active HTTP server requests",
                &metrics.active,
            ),
            (
                "noaber_content_pages",
                "Pages that are served",
                &metrics.pages,
            ),
            (
                "noaber_content_errors",
                "Errors in the files of the content",
                &metrics.errors,
            ),
            (
                "noaber_content_published_timestamp_seconds",
                "Moment since which this content is served",
                &metrics.published,
            ),
            (
                "noaber_content_failed",
                "1 where the last change of the files could not be published",
                &metrics.failed,
            ),
            (
                "process_resident_memory_bytes",
                "Resident memory size",
                &metrics.memory,
            ),
            (
                "process_open_fds",
                "Number of open file descriptors",
                &metrics.files,
            ),
        ] {
            registry.register(name, help, gauge.clone());
        }
        metrics
    }

    /// Counts a request as active until what this returns is dropped.
    pub(super) fn begin(&self) -> ActiveRequest<'_> {
        self.active.inc();
        ActiveRequest(&self.active)
    }

    /// Counts a request that was answered.
    pub(super) fn count(
        &self,
        method: &Method,
        version: Version,
        status: StatusCode,
        seconds: f64,
    ) {
        let labels = RequestLabels {
            http_request_method: method_label(method),
            http_response_status_code: status.as_u16(),
            network_protocol_version: version_label(version),
        };
        self.durations.get_or_create(&labels).observe(seconds);
    }

    /// All of them in the text format of OpenMetrics.
    pub fn text(&self, content: ContentState) -> String {
        let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        self.pages.set(number(content.pages));
        self.errors.set(number(content.errors));
        self.published.set(content.published);
        self.failed.set(content.has_failed.into());
        if let Some(memory) = resident_memory() {
            self.memory.set(memory);
        }
        if let Ok(files) = fs::read_dir("/proc/self/fd") {
            self.files.set(number(files.count()));
        }
        let mut text = String::new();
        encode(&mut text, &self.registry).expect("a text takes all that is written to it");
        text
    }
}

/// A request that has no response yet.
pub(super) struct ActiveRequest<'a>(&'a Gauge);

impl Drop for ActiveRequest<'_> {
    fn drop(&mut self) {
        self.0.dec();
    }
}

/// The method as a label: any other than these is one.
fn method_label(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::OPTIONS => "OPTIONS",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::TRACE => "TRACE",
        Method::CONNECT => "CONNECT",
        _ => "_OTHER",
    }
}

fn version_label(version: Version) -> &'static str {
    match version {
        Version::HTTP_10 => "1.0",
        Version::HTTP_2 => "2",
        _ => "1.1",
    }
}

/// The memory that the program takes, in bytes, where the system tells it.
fn resident_memory() -> Option<i64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kilobytes: i64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(kilobytes * 1024)
}
