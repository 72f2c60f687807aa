//! The real binary on a free port, and a client that sends exactly what a test says.
#![allow(dead_code, reason = "each test file uses the part it needs")]

pub mod html;
pub mod mutation;
pub mod rng;
pub mod valid_site;

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use noaber::content::Folders;
use noaber::date::Timestamp;
use noaber::site::Drafts;
use noaber::site::rules::Checks;
use noaber::snapshot::{Answer, Snapshot, Stored};
use noaber::{Compiled, Options, compile};

/// Long enough for a loaded machine; nothing that works waits this long.
pub const TIMEOUT: Duration = Duration::from_secs(30);

/// The moment at which most tests look at a site.
pub const NOW: &str = "2026-11-23T12:00:00Z";

/// The folder of the project.
pub fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The binary with these arguments, on the project's own content, away from the settings of whoever
/// runs the tests.
pub fn noaber(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_noaber"));
    command
        .current_dir(project().join("tests/pages"))
        .args(arguments);
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("NOABER_")) {
        command.env_remove(name);
    }
    // Without a site the program speaks the language of the system.
    command.env("LC_ALL", "nl_NL.UTF-8");
    command.env(
        "NOABER_CACHE",
        concat!(env!("CARGO_TARGET_TMPDIR"), "/cache"),
    );
    command
}

/// Runs the binary to its end.
pub fn run(arguments: &[&str]) -> Output {
    noaber(arguments).output().expect("the binary starts")
}

/// A copy of a site with its static files in a folder of its own, to be changed at will.
pub struct TestSite {
    folder: tempfile::TempDir,
}

impl TestSite {
    /// A copy of the small site in `tests/pages`.
    pub fn new() -> Self {
        TestSite::copy("tests/pages", &std::env::temp_dir())
    }

    /// A copy of the content of the project itself.
    pub fn of_real_content() -> Self {
        TestSite::copy("", &std::env::temp_dir())
    }

    /// A copy of the small site in memory, where the system has a folder for that: for a test that
    /// makes very many files.
    pub fn in_memory() -> Self {
        let memory = Path::new("/dev/shm");
        if memory.is_dir() {
            TestSite::copy("tests/pages", memory)
        } else {
            TestSite::new()
        }
    }

    /// A copy of the site whose two folders lie below this folder of the project.
    pub fn copy(below: &str, place: &Path) -> Self {
        let folder = tempfile::tempdir_in(place).expect("a folder can be made");
        for name in ["content", "static"] {
            copy_folder(&project().join(below).join(name), &folder.path().join(name));
        }
        TestSite { folder }
    }

    /// The content folder, as an argument.
    pub fn content(&self) -> String {
        self.folder.path().join("content").display().to_string()
    }

    pub fn path(&self, file: &str) -> PathBuf {
        self.folder.path().join("content").join(file)
    }

    /// The folder in which `content` and `static` lie.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn read(&self, file: &str) -> String {
        std::fs::read_to_string(self.path(file)).expect("the file is there")
    }

    pub fn write(&self, file: &str, text: impl AsRef<[u8]>) {
        let path = self.path(file);
        std::fs::create_dir_all(path.parent().expect("a file lies in a folder"))
            .expect("a folder can be made");
        std::fs::write(path, text).expect("a file can be written");
    }

    /// Builds the site with these arguments, at a moment of the tests unless they name another.
    pub fn build(&self, arguments: &[&str]) -> BuiltSite {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let site = folder.path().join("site");
        let site = site.to_str().expect("a plain path");
        let mut command = noaber(&["build", site, "--content", &self.content()]);
        command.args(["--compression", "none"]);
        if !arguments.contains(&"--now") {
            command.args(["--now", NOW]);
        }
        let output = command.args(arguments).output().expect("the binary starts");
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{told}");
        BuiltSite { folder }
    }
}

/// A site that was written to a folder.
pub struct BuiltSite {
    folder: tempfile::TempDir,
}

impl BuiltSite {
    pub fn folder(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    /// The text at an address, such as `/nieuws/`.
    #[track_caller]
    pub fn read(&self, address: &str) -> String {
        self.find(address)
            .unwrap_or_else(|| panic!("{address} was not built"))
    }

    /// Everything that was built and is not gone, by address: text, or nothing where it is no text.
    pub fn files(&self) -> BTreeMap<String, String> {
        let mut found = BTreeMap::new();
        let mut waiting = vec![self.folder()];
        while let Some(path) = waiting.pop() {
            if path.is_dir() {
                let entries = std::fs::read_dir(&path).expect("the folder can be read");
                waiting.extend(entries.map(|entry| entry.expect("an entry").path()));
                continue;
            }
            let name = path.strip_prefix(self.folder()).expect("below the folder");
            let name = format!("/{}", name.display());
            let address = name.strip_suffix("index.html").unwrap_or(&name);
            let text = std::fs::read_to_string(&path).unwrap_or_default();
            found.insert(address.to_owned(), text);
        }
        let redirects = self.read("/_redirects");
        found.retain(|address, _| !redirects.contains(&format!("{address} {address} 410\n")));
        found
    }

    /// The text at an address, if there is one.
    pub fn find(&self, address: &str) -> Option<String> {
        let mut file = address.trim_start_matches('/').to_owned();
        if file.is_empty() || file.ends_with('/') {
            file.push_str("index.html");
        }
        std::fs::read_to_string(self.folder().join(file)).ok()
    }
}

/// A text in which the digests in the addresses of assets are replaced, so that it says the same
/// when only they change.
pub fn without_digests(text: &str) -> String {
    let mut parts = text.split("/static/");
    let mut result = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (address, rest) = part.split_at(part.find(['"', '&', '<', '\n']).unwrap_or(part.len()));
        let is_digest =
            |piece: &&str| piece.len() == 10 && piece.bytes().all(|byte| byte.is_ascii_hexdigit());
        let pieces: Vec<&str> = address
            .split('.')
            .map(|piece| if is_digest(&piece) { "DIGEST" } else { piece })
            .collect();
        result.push_str(&format!("/static/{}{rest}", pieces.join(".")));
    }
    result
}

fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder can be made");
    for entry in std::fs::read_dir(from)
        .expect("the folder can be read")
        .map(|entry| entry.expect("an entry"))
    {
        let target = to.join(entry.file_name());
        if entry.file_type().expect("a type").is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("a file can be copied");
        }
    }
}

/// A server that runs until it is dropped.
pub struct Server {
    child: Child,
    /// `127.0.0.1:43210`.
    pub address: String,
}

impl Server {
    /// Starts `noaber serve` with these arguments on a free port, and waits until it says where it
    /// is.
    pub fn start(arguments: &[&str]) -> Self {
        Self::start_with(noaber(&["serve", "--listen", "127.0.0.1:0"]).args(arguments))
    }

    /// Starts this command, which serves, and waits until it says where it is.
    pub fn start_with(command: &mut Command) -> Self {
        Self::start_telling(command, Stdio::null())
    }

    /// Like [`start_with`](Self::start_with), where this gets what it tells of itself.
    pub fn start_telling(command: &mut Command, log: impl Into<Stdio>) -> Self {
        let mut child = command
            .env("NOABER_LOG", "info")
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .expect("the binary starts");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("standard output is a pipe"))
            .read_line(&mut line)
            .expect("the server says its address");
        let address = line
            .trim()
            .strip_prefix("http://")
            .and_then(|rest| rest.strip_suffix('/'))
            .expect("an address")
            .to_owned();
        Server { child, address }
    }

    /// Asks again where the answer is to come back: on a busy machine the index may still be in the
    /// making.
    pub fn get(&self, path: &str) -> Reply {
        let begun = Instant::now();
        loop {
            let reply = self.request("GET", path, &[]);
            if reply.status != 503 || begun.elapsed() > TIMEOUT {
                return reply;
            }
        }
    }

    /// The paths of the pages in the site map.
    pub fn pages(&self) -> Vec<String> {
        let map = self.get("/sitemap.xml").text();
        html::Document::parse(&map)
            .texts("loc")
            .iter()
            .map(|address| {
                let path = address.splitn(4, '/').nth(3).unwrap_or_default();
                format!("/{path}")
            })
            .collect()
    }

    pub fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Reply {
        self.request("GET", path, headers)
    }

    /// One request on a connection of its own.
    pub fn request(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Reply {
        let mut text = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n",
            self.address
        );
        for (name, value) in headers {
            text.push_str(&format!("{name}: {value}\r\n"));
        }
        text.push_str("\r\n");
        self.raw(text.as_bytes())
    }

    /// Asks for a path at any address.
    pub fn ask(address: &str, path: &str) -> Reply {
        Self::send(
            address,
            format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")
                .as_bytes(),
        )
    }

    /// Sends these bytes and reads until the server closes.
    pub fn raw(&self, bytes: &[u8]) -> Reply {
        Self::send(&self.address, bytes)
    }

    /// Sends these bytes to any address and reads until the server closes.
    pub fn send(address: &str, bytes: &[u8]) -> Reply {
        let mut stream = TcpStream::connect(address).expect("the server listens");
        stream
            .set_read_timeout(Some(TIMEOUT))
            .expect("a timeout can be set");
        stream.write_all(bytes).expect("the server reads");
        let mut received = Vec::new();
        // A server that refuses bytes it has not read may reset the connection after its answer.
        let _ = stream.read_to_end(&mut received);
        Reply::parse(&received)
    }

    /// Asks for a page again and again until it holds `text`; panics when that takes too long.
    #[track_caller]
    pub fn wait_for(&self, path: &str, text: &str) -> Reply {
        let begun = Instant::now();
        loop {
            let reply = self.get(path);
            if reply.text().contains(text) {
                return reply;
            }
            assert!(
                begun.elapsed() < TIMEOUT,
                "{path} never said {text:?}; it answered {}",
                reply.status
            );
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// A connection that is kept for many requests.
    pub fn connect(&self) -> Connection {
        let stream = TcpStream::connect(&self.address).expect("the server listens");
        stream
            .set_read_timeout(Some(TIMEOUT))
            .expect("a timeout can be set");
        Connection {
            reader: BufReader::new(stream),
            address: self.address.clone(),
        }
    }

    /// The memory that the program has, in kilobytes.
    pub fn resident_memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()));
        let status = status.expect("the program runs");
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok())
            .expect("the system tells it")
    }

    /// Sends a signal by name, such as `TERM`.
    pub fn signal(&self, name: &str) {
        let sent = Command::new("kill")
            .args([&format!("-{name}"), &self.child.id().to_string()])
            .status()
            .expect("kill runs");
        assert!(sent.success(), "the signal is delivered");
    }

    /// Waits for the program to end by itself.
    #[track_caller]
    pub fn wait(&mut self) -> std::process::ExitStatus {
        let begun = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("the program can be asked") {
                return status;
            }
            assert!(begun.elapsed() < TIMEOUT, "the program does not stop");
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have stopped already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A connection on which one request follows another.
pub struct Connection {
    reader: BufReader<TcpStream>,
    address: String,
}

impl Connection {
    pub fn get(&mut self, path: &str) -> std::io::Result<Reply> {
        let request = format!("GET {path} HTTP/1.1\r\nHost: {}\r\n\r\n", self.address);
        self.reader.get_mut().write_all(request.as_bytes())?;
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            if self.reader.read_until(b'\n', &mut head)? == 0 {
                return Err(std::io::ErrorKind::UnexpectedEof.into());
            }
        }
        let mut reply = Reply::parse(&head);
        let length = reply
            .header("content-length")
            .and_then(|length| length.parse().ok())
            .expect("an answer says how long it is");
        reply.body = vec![0; length];
        self.reader.read_exact(&mut reply.body)?;
        Ok(reply)
    }
}

/// An answer of the server.
#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Reply {
    #[track_caller]
    fn parse(bytes: &[u8]) -> Self {
        let end = bytes
            .windows(4)
            .position(|window| window == b"\r\n\r\n")
            .unwrap_or_else(|| panic!("an answer with a head: {bytes:?}"));
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let mut lines = head.split("\r\n");
        let status = lines
            .next()
            .and_then(|line| line.split(' ').nth(1)?.parse().ok())
            .expect("a status line");
        let headers = lines
            .filter_map(|line| line.split_once(": "))
            .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
            .collect();
        Reply {
            status,
            headers,
            body: bytes[end + 4..].to_vec(),
        }
    }

    /// The value of a header, if it is there.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// A content folder with the files beside it.
pub fn folders(content: &Path) -> Folders {
    Folders {
        content: content.to_owned(),
        assets: content.join("../static"),
    }
}

/// The site in this content folder, compiled at a moment with what an earlier compile has cached.
pub fn compiled(content: &Path, now: Timestamp, previous: Option<&Compiled>) -> Compiled {
    let options = Options {
        checks: Checks::All { dictionary: None },
        ..Drafts::Hide.into()
    };
    let cache = previous.map(|last| last.cache.clone()).unwrap_or_default();
    compile(&folders(content), now, options, &cache).expect("the content makes a site")
}

/// Every address with its answer: type, policy and bytes.
pub fn answers(snapshot: &Snapshot) -> BTreeMap<String, String> {
    let stored_text = |kind: &str, stored: &Stored| {
        format!(
            "{kind} {} {:?} {}",
            stored.media_type,
            stored.cache,
            String::from_utf8_lossy(&stored.body())
        )
    };
    let text = |answer: &Answer| match answer {
        Answer::Stored(stored) => stored_text("page", stored),
        Answer::Gone(stored) => stored_text("gone", stored),
        Answer::File(file) => format!("file {}", file.digest),
        Answer::Derived(file) => format!("derived {}", file.digest),
        Answer::Moved(to) => format!("moved {to}"),
        Answer::Dynamic(handler) => format!("dynamic {}", dynamic_answers(&**handler)),
    };
    let routes = snapshot
        .iter()
        .map(|(route, answer)| (route.to_string(), text(answer)));
    let patterns = snapshot
        .patterns()
        .map(|(pattern, answer)| (format!("{pattern:?}"), text(answer)));
    routes.chain(patterns).collect()
}

/// The answers to questions of every sort: words as they are, in other forms, badly typed,
/// narrowed, further on, and none.
fn dynamic_answers(handler: &dyn noaber::snapshot::dynamic::DynamicHandler) -> String {
    let questions = [
        "",
        "q=contact",
        "q=schoon+watr",
        "q=gemeenten&soort=nieuws",
        "q=streek&pagina=2",
        "q=vuilnis+fiets",
        "q=straat",
        "q=over+de+dijk",
    ];
    let format = noaber::snapshot::dynamic::ResponseFormat::Html;
    questions
        .map(|question| {
            String::from_utf8_lossy(&handler.respond(question, format).stored.body()).into_owned()
        })
        .concat()
}
