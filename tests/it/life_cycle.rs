//! The program from its start to its end: the addresses it listens on, what systemd is told, and
//! that an upgrade loses no request.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::fd::OwnedFd;
use std::os::unix::net::{UnixDatagram, UnixStream};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::support::{Server, TestSite, noaber, run};

const TIMEOUT: Duration = Duration::from_secs(30);

/// The times that a site is started anew while visitors read it.
const RESTARTS: usize = 50;

/// A request on a connection of its own, up to the end of the response.
fn request(mut stream: impl Read + Write) -> std::io::Result<Vec<u8>> {
    stream.write_all(b"GET / HTTP/1.1\r\nHost: site.example\r\nConnection: close\r\n\r\n")?;
    let mut received = Vec::new();
    stream.read_to_end(&mut received)?;
    Ok(received)
}

fn is_whole(received: &[u8]) -> bool {
    received.starts_with(b"HTTP/1.1 200 OK\r\n") && received.trim_ascii_end().ends_with(b"</html>")
}

/// Starts the site as systemd does, with a socket that is open already.
fn start_with_socket(site: &TestSite, socket: &TcpListener, told: &std::path::Path) -> Child {
    let socket = OwnedFd::from(socket.try_clone().expect("a socket can be shared"));
    let passed = "exec 3<&0 0</dev/null; export LISTEN_PID=$$ LISTEN_FDS=1; exec \"$@\"";
    Command::new("sh")
        .args(["-c", passed, "sh", env!("CARGO_BIN_EXE_noaber")])
        .args(["serve", "--no-watch", "--content", &site.content()])
        .env("NOTIFY_SOCKET", told)
        .stdin(Stdio::from(socket))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the binary starts")
}

/// Waits until systemd was told this.
#[track_caller]
fn wait_for(told: &UnixDatagram, state: &str) {
    let mut message = [0; 256];
    loop {
        let length = told.recv(&mut message).expect("the program tells");
        if message[..length]
            .split(|byte| *byte == b'\n')
            .any(|line| line == state.as_bytes())
        {
            return;
        }
    }
}

#[test]
fn fifty_restarts_with_a_socket_of_systemd_lose_no_request() {
    let site = TestSite::new();
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("notify");
    let told = UnixDatagram::bind(&path).expect("a socket can be made");
    told.set_read_timeout(Some(TIMEOUT))
        .expect("a timeout can be set");
    let socket = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = socket.local_addr().expect("an address");
    let (stop, answered) = (AtomicBool::new(false), AtomicUsize::new(0));
    let visit = || {
        let mut failed = Vec::new();
        while !stop.load(Ordering::Relaxed) {
            let reply = TcpStream::connect(address).and_then(|stream| {
                stream.set_read_timeout(Some(TIMEOUT))?;
                request(stream)
            });
            match reply {
                Ok(received) if is_whole(&received) => {
                    answered.fetch_add(1, Ordering::Relaxed);
                }
                Ok(received) => failed.push(format!("{} bytes", received.len())),
                Err(error) => failed.push(error.to_string()),
            }
        }
        failed
    };
    let failed: Vec<String> = thread::scope(|scope| {
        let visitors: Vec<_> = (0..4).map(|_| scope.spawn(visit)).collect();
        let mut running = start_with_socket(&site, &socket, &path);
        wait_for(&told, "READY=1");
        for _ in 0..RESTARTS {
            let known = answered.load(Ordering::Relaxed);
            let begun = Instant::now();
            while answered.load(Ordering::Relaxed) < known + 8 && begun.elapsed() < TIMEOUT {
                thread::sleep(Duration::from_millis(1));
            }
            let id = running.id().to_string();
            let sent = Command::new("kill").args(["-TERM", &id]).status();
            assert!(sent.expect("kill runs").success());
            let status = running.wait().expect("the program ends");
            assert!(status.success(), "{status}");
            running = start_with_socket(&site, &socket, &path);
            wait_for(&told, "READY=1");
        }
        stop.store(true, Ordering::Relaxed);
        let failed = visitors
            .into_iter()
            .flat_map(|visitor| visitor.join().expect("it ends"));
        let failed = failed.collect();
        running
            .kill()
            .and_then(|()| running.wait())
            .expect("it can be ended");
        failed
    });
    let answered = answered.into_inner();
    assert!(
        answered > RESTARTS * 8,
        "only {answered} requests were answered"
    );
    assert!(
        failed.is_empty(),
        "{} of {answered} failed: {failed:?}",
        failed.len()
    );
}

#[test]
fn systemd_is_told_of_the_start_the_life_and_the_end() {
    let site = TestSite::new();
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("notify");
    let told = UnixDatagram::bind(&path).expect("a socket can be made");
    told.set_read_timeout(Some(TIMEOUT))
        .expect("a timeout can be set");
    let mut command = noaber(&[
        "serve",
        "--listen",
        "127.0.0.1:0",
        "--content",
        &site.content(),
    ]);
    command
        .env("NOTIFY_SOCKET", &path)
        .env("WATCHDOG_USEC", "300000");
    let server = Server::start_with(&mut command);
    wait_for(&told, "READY=1");
    wait_for(&told, "WATCHDOG=1");
    wait_for(&told, "WATCHDOG=1");
    server.signal("TERM");
    wait_for(&told, "STOPPING=1");
}

#[test]
fn a_site_listens_on_several_addresses_and_sockets() {
    let site = TestSite::new();
    let socket = site.folder().join("noaber.sock");
    let unix = format!("unix:{}", socket.display());
    let arguments = ["serve", "--content", &site.content(), "--no-watch"];
    // What a program that was killed left behind is no hindrance.
    drop(std::os::unix::net::UnixListener::bind(&socket).expect("a socket can be made"));
    let mut child = noaber(&arguments)
        .args([
            "--listen",
            "localhost:0",
            "--listen",
            ":0",
            "--listen",
            &unix,
        ])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the binary starts");
    let mut told = Vec::new();
    let mut lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
    while told.last() != Some(&unix) {
        told.push(
            lines
                .next()
                .expect("every address is told")
                .expect("a line of text"),
        );
    }
    let ports = told
        .iter()
        .filter_map(|line| line.strip_prefix("http://")?.strip_suffix('/'));
    let ports: Vec<&str> = ports.collect();
    assert!(
        ports
            .iter()
            .any(|address| address.starts_with("127.0.0.1:")),
        "{told:?}"
    );
    assert!(
        ports
            .iter()
            .any(|address| address.starts_with("[::]:") || address.starts_with("0.0.0.0:")),
        "{told:?}"
    );
    for address in ports {
        let port = address.rsplit(':').next().expect("a port");
        let near = if address.starts_with("[::1]") {
            "[::1]"
        } else {
            "127.0.0.1"
        };
        let stream = TcpStream::connect(format!("{near}:{port}")).expect("the server listens");
        assert!(is_whole(&request(stream).expect("an answer")), "{address}");
    }
    let stream = UnixStream::connect(&socket).expect("the server listens");
    assert!(is_whole(&request(stream).expect("an answer")));
    child
        .kill()
        .and_then(|()| child.wait())
        .expect("it can be ended");
}

#[test]
fn an_address_that_cannot_be_used_is_told() {
    let site = TestSite::new();
    let taken = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let taken = taken.local_addr().expect("an address").to_string();
    let bound = TcpListener::bind(&taken);
    for (address, told) in [
        ("8080", "`8080` is geen bruikbare waarde voor --listen"),
        (
            "::1:8080",
            "`::1:8080` is geen bruikbare waarde voor --listen",
        ),
        ("192.0.2.1:0", "192.0.2.1:0 is geen adres van deze machine"),
        (&taken, &format!("{taken} is niet vrij")),
    ] {
        let output = run(&["serve", "--content", &site.content(), "--listen", address]);
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{address}: {text}");
        assert!(text.contains(told), "{address}: {text}");
    }
    drop(bound);
}

/// A visitor who has asked for a large file and does not read on.
fn slow_reader(server: &Server) -> TcpStream {
    let mut stream = TcpStream::connect(&server.address).expect("the server listens");
    stream
        .write_all(b"GET /static/groot.pdf HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        .expect("the server reads");
    let mut start = [0; 12];
    stream.read_exact(&mut start).expect("the server answers");
    assert_eq!(&start, b"HTTP/1.1 200");
    stream
}

fn start_with_large_file(site: &TestSite, drain: &str) -> Server {
    let large = [b"%PDF-1.7\n".as_slice(), &vec![b' '; 24 * 1024 * 1024]].concat();
    std::fs::write(site.folder().join("static/groot.pdf"), large).expect("it can be written");
    Server::start(&["--content", &site.content(), "--no-watch", "--drain", drain])
}

#[test]
fn a_slow_reader_gets_all_of_a_response_while_the_server_stops() {
    let site = TestSite::new();
    let mut server = start_with_large_file(&site, "25");
    let mut stream = slow_reader(&server);
    server.signal("TERM");
    thread::sleep(Duration::from_millis(300));
    let mut rest = Vec::new();
    stream
        .read_to_end(&mut rest)
        .expect("the response is whole");
    assert!(rest.len() > 24 * 1024 * 1024, "{} bytes", rest.len());
    assert!(server.wait().success());
}

#[test]
fn the_time_that_responses_get_at_the_end_is_an_option() {
    let site = TestSite::new();
    let mut server = start_with_large_file(&site, "1");
    let _reader = slow_reader(&server);
    let begun = Instant::now();
    server.signal("TERM");
    assert!(server.wait().success());
    assert!(
        begun.elapsed() >= Duration::from_millis(900),
        "{:?}",
        begun.elapsed()
    );
}

#[test]
fn a_second_signal_stops_at_once() {
    let site = TestSite::new();
    let mut server = start_with_large_file(&site, "3600");
    let _reader = slow_reader(&server);
    server.signal("TERM");
    thread::sleep(Duration::from_millis(300));
    server.signal("TERM");
    assert!(server.wait().success());
}

#[test]
fn a_start_with_unusable_settings_says_so() {
    let site = TestSite::new();
    site.write("site.toml", "name = =\n");
    let output = run(&[
        "serve",
        "--content",
        &site.content(),
        "--listen",
        "127.0.0.1:0",
    ]);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(told.contains("site.toml:1:8: fout: "), "{told}");
    assert!(told.contains("noaber: de site is niet gestart"), "{told}");
}

#[test]
fn a_connection_that_is_open_when_the_server_stops_still_gets_its_first_response() {
    let site = TestSite::new();
    let mut server = Server::start(&["--content", &site.content(), "--no-watch"]);
    let stream = TcpStream::connect(&server.address).expect("the server listens");
    thread::sleep(Duration::from_millis(200));
    server.signal("TERM");
    thread::sleep(Duration::from_millis(200));
    let received = request(stream).expect("the server answers");
    assert!(is_whole(&received), "{} bytes", received.len());
    assert!(server.wait().success());
}
