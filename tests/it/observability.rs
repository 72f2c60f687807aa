//! The view that an operator has of a running site: metrics, the log, and the addresses that
//! visitors asked for in vain.

use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};

use crate::support::{Reply, Server, TestSite, noaber, run};

/// A site that is served, with its admin address and a log in JSON.
struct Observed {
    child: Child,
    address: String,
    admin: String,
}

impl Observed {
    fn start(site: &TestSite, arguments: &[&str]) -> Self {
        let all = ["serve", "--listen", "127.0.0.1:0", "--admin", "127.0.0.1:0"];
        let mut child = noaber(&all)
            .args([
                "--content",
                &site.content(),
                "--no-watch",
                "--log-format",
                "json",
            ])
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the binary starts");
        let told = BufReader::new(child.stdout.take().expect("a pipe"));
        let mut addresses = told.lines().take(2).map(|line| {
            let line = line.expect("a line of text");
            let address = line.trim_start_matches("http://");
            address.split('/').next().unwrap_or_default().to_owned()
        });
        let (address, admin) = (addresses.next(), addresses.next());
        drop(addresses);
        Observed {
            child,
            address: address.expect("the site tells its address"),
            admin: admin.expect("the admin address is told"),
        }
    }

    fn get(&self, path: &str, headers: &str) -> Reply {
        Server::send(
            &self.address,
            format!("GET {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n{headers}\r\n")
                .as_bytes(),
        )
    }

    /// The log of requests, once the program has ended.
    fn log(mut self) -> Vec<serde_json::Value> {
        let id = self.child.id().to_string();
        let sent = std::process::Command::new("kill")
            .args(["-TERM", &id])
            .status();
        assert!(sent.expect("kill runs").success());
        let log = BufReader::new(self.child.stderr.take().expect("a pipe"));
        let lines: Vec<_> = log
            .lines()
            .map(|line| line.expect("a line of text"))
            .filter(|line| line.starts_with('{'))
            .map(|line| serde_json::from_str(&line).expect("each line is JSON"))
            .filter(|line: &serde_json::Value| line["target"] == "noaber::request")
            .collect();
        self.child.wait().expect("the program ends");
        lines
    }
}

#[test]
fn metrics_count_requests_by_method_and_status_and_nothing_that_is_typed() {
    let site = TestSite::new();
    let observed = Observed::start(&site, &[]);
    for path in ["/", "/", "/nieuws", "/geheim-adres/", "/zoeken/?q=geheim"] {
        observed.get(
            path,
            "User-Agent: geheim\r\nReferer: http://geheim.example/\r\n",
        );
    }
    for method in ["FOO", "BAR"] {
        let request = format!("{method} / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        Server::send(&observed.address, request.as_bytes());
    }
    let reply = Server::ask(&observed.admin, "/metrics");
    let text = reply.text();
    assert_eq!(reply.status, 200);
    assert!(
        reply
            .header("content-type")
            .is_some_and(|kind| kind.starts_with("application/openmetrics-text")),
        "{reply:?}"
    );
    for line in [
        "http_server_request_duration_seconds_count{http_request_method=\"GET\",http_response_status_code=\"200\",network_protocol_version=\"1.1\"} 3\n",
        "http_server_request_duration_seconds_count{http_request_method=\"GET\",http_response_status_code=\"301\",network_protocol_version=\"1.1\"} 1\n",
        "http_server_request_duration_seconds_count{http_request_method=\"GET\",http_response_status_code=\"404\",network_protocol_version=\"1.1\"} 1\n",
        "http_server_request_duration_seconds_count{http_request_method=\"_OTHER\",http_response_status_code=\"501\",network_protocol_version=\"1.1\"} 2\n",
        "http_server_active_requests 0\n",
        "noaber_content_failed 0\n",
        "# EOF\n",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    for name in [
        "noaber_content_pages",
        "noaber_content_errors",
        "process_resident_memory_bytes",
    ] {
        assert!(text.contains(&format!("\n{name} ")), "{text}");
    }
    assert!(!text.contains("geheim"), "{text}");
    observed.log();
}

#[test]
fn the_log_names_the_trace_and_nobody() {
    let site = TestSite::new();
    let observed = Observed::start(&site, &[]);
    let trace = "0af7651916cd43dd8448eb211c80319c";
    let private = "User-Agent: geheim\r\nReferer: http://geheim.example/\r\nCookie: geheim=1\r\n";
    for header in [
        format!("traceparent: 00-{trace}-b7ad6b7169203331-01\r\n{private}"),
        format!("traceparent: 00-{trace}-0000000000000000-01\r\n"),
        "traceparent: geheim\r\n".to_owned(),
        String::new(),
    ] {
        assert_eq!(observed.get("/?geheim=ja", &header).status, 200);
    }
    observed.get("/geheim/", "");
    let log = observed.log();
    let traces: Vec<_> = log.iter().map(|line| line["trace_id"].as_str()).collect();
    assert_eq!(traces, [Some(trace), None, None, None, None], "{log:?}");
    for line in &log {
        let keys: Vec<&String> = line.as_object().expect("an object").keys().collect();
        let known = [
            "bytes",
            "level",
            "method",
            "microseconds",
            "path",
            "status",
            "target",
            "timestamp",
            "trace_id",
        ];
        assert!(
            keys.iter().all(|key| known.contains(&key.as_str())),
            "{line}"
        );
        let text = line.to_string();
        assert!(
            !text.contains("geheim") && !text.contains("127.0.0.1"),
            "{text}"
        );
    }
    assert_eq!(log[4]["path"], "-");
}

#[test]
fn addresses_that_are_asked_for_in_vain_are_told_to_editors() {
    let site = TestSite::new();
    let stats = site.folder().join("stats");
    let path = stats.display().to_string();
    let observed = Observed::start(&site, &["--stats", &path]);
    for _ in 0..4 {
        observed.get("/oude/pagina/", "");
        observed.get("/brief-aan/jan@voorbeeld.nl/", "");
        observed.get("/dossier/1234567/", "");
        observed.get("/bel/06-98-76-54-32/", "");
        observed.get("/zoeken/?q=qwrtzpsdfg", "");
    }
    observed.get("/maar-een-keer/", "");
    let status = run(&["status", &observed.admin]);
    let status = String::from_utf8_lossy(&status.stdout).into_owned();
    assert!(
        status.contains("Gevraagd adres dat er niet is:\n  /oude/pagina (4 keer)\n"),
        "{status}"
    );
    assert!(status.contains("qwrtzpsdfg (4 keer)"), "{status}");
    for hidden in ["voorbeeld", "1234567", "/bel", "maar-een-keer"] {
        assert!(!status.contains(hidden), "{status}");
    }
    observed.log();
    // The next start goes on where this one ended.
    let kept = std::fs::read_to_string(&stats).expect("the file is kept");
    assert!(
        kept.contains("4\t/oude/pagina\n") && kept.contains("4\tqwrtzpsdfg\n"),
        "{kept}"
    );
    let observed = Observed::start(&site, &["--stats", &path]);
    observed.get("/oude/pagina/", "");
    let data = Server::ask(&observed.admin, "/status.json").text();
    let data: serde_json::Value = serde_json::from_str(&data).expect("the status is JSON");
    assert_eq!(data["missing-addresses"][0]["address"], "/oude/pagina");
    assert_eq!(data["missing-addresses"][0]["times"], 5);
    assert_eq!(data["searched-in-vain"][0]["words"], "qwrtzpsdfg");
    observed.log();
}

#[test]
fn no_cache_in_front_keeps_a_page_beyond_the_next_scheduled_change() {
    let site = TestSite::new();
    site.write(
        "gepland.md",
        "+++\ntitle = \"Gepland\"\nsummary = \"Van straks.\"\npublish = 2026-12-01T12:00:30Z\n+++\nTekst.\n",
    );
    let policy = |now: &str, seconds: &str| {
        let server = Server::start(&[
            "--content",
            &site.content(),
            "--no-watch",
            "--now",
            now,
            "--shared-cache",
            seconds,
        ]);
        let style = server.get("/static/geen.css");
        assert!(
            style
                .header("cache-control")
                .is_some_and(|policy| !policy.contains("s-maxage"))
        );
        server
            .get("/")
            .header("cache-control")
            .expect("a policy")
            .to_owned()
    };
    let number = |policy: &str, name: &str| -> u64 {
        let value = policy.split(", ").find_map(|part| part.strip_prefix(name));
        value
            .and_then(|value| value.parse().ok())
            .unwrap_or_else(|| panic!("{name} in {policy}"))
    };
    let far = policy("2026-11-20T12:00:00Z", "60");
    assert_eq!(number(&far, "s-maxage="), 60);
    assert_eq!(number(&far, "stale-if-error="), 86_400);
    let near = policy("2026-12-01T12:00:00Z", "600");
    let (fresh, stale) = (number(&near, "s-maxage="), number(&near, "stale-if-error="));
    assert!((1..=30).contains(&fresh) && fresh + stale <= 30, "{near}");
}

#[test]
fn the_version_is_told() {
    let output = run(&["--version"]);
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        told.starts_with(&format!("noaber {}", env!("CARGO_PKG_VERSION"))),
        "{told}"
    );
}
