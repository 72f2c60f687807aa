//! From a change of the files to what visitors get, while they visit: every change goes live, and
//! none hurts.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use crate::support::{NOW, Reply, Server, TestSite, compiled, noaber, project};

use noaber::digest::Digest;

const NEWS: &str = "nieuws/2026-11-20-proef.md";

fn news(title: &str) -> String {
    format!(
        "+++\ntitle = \"{title}\"\nsummary = \"Een bericht om mee te proeven: {title}.\"\ndate = 2026-11-20\nthemes = [\"wegen\"]\nowner = \"redactie\"\n+++\nDit is {title}.\n"
    )
}

/// The address of the style sheet that a page asks for.
fn style(page: &Reply) -> Option<String> {
    let text = page.text();
    let rest = text.split_once("<link rel=\"stylesheet\" href=\"")?.1;
    Some(rest.split_once('"')?.0.to_owned())
}

/// The answers that one visitor saw: for each address and version of the site, every body and
/// status that came.
type Seen = BTreeMap<(String, String), BTreeSet<(u16, Digest)>>;

/// Reads pages and their style sheets, one after the other, until it is told to stop.
fn visit(server: &Server, stop: &AtomicBool) -> (Seen, usize) {
    let mut connection = server.connect();
    let (mut seen, mut answers) = (Seen::new(), 0);
    let mut get = |path: &str| {
        let reply = connection
            .get(path)
            .expect("no connection is broken by a swap");
        answers += 1;
        let version = reply
            .header("x-content-version")
            .expect("every answer says its version")
            .to_owned();
        let digest = Digest::of(&reply.body);
        seen.entry((path.to_owned(), version))
            .or_default()
            .insert((reply.status, digest));
        reply
    };
    while !stop.load(Ordering::Relaxed) {
        for path in [
            "/",
            "/nieuws/",
            "/nieuws/proef/",
            "/themas/wegen/",
            "/nieuws/feed.xml",
            "/sitemap.xml",
        ] {
            let reply = get(path);
            assert_eq!(reply.status, 200, "{path}");
            if let Some(style) = style(&reply) {
                assert_eq!(
                    get(&style).status,
                    200,
                    "{path} gets the style sheet it asks for"
                );
            }
        }
        // The visitors should not take all of a small machine from the server.
        thread::sleep(Duration::from_millis(10));
    }
    (seen, answers)
}

#[test]
fn fifty_saves_go_live_while_visitors_read_and_no_answer_fails_or_mixes() {
    let copy = TestSite::new();
    copy.write(NEWS, news("Proef 0"));
    let server = Server::start(&["--content", &copy.content()]);
    let stop = AtomicBool::new(false);
    let tokens = copy.folder().join("static/css/tokens.css");
    let own_style = std::fs::read_to_string(project().join("templates/css/tokens.css"))
        .expect("the style sheet is there");
    std::fs::create_dir(tokens.parent().expect("a file lies in a folder"))
        .expect("a folder can be made");
    let visits = thread::scope(|scope| {
        let visitors: Vec<_> = (0..3)
            .map(|_| scope.spawn(|| visit(&server, &stop)))
            .collect();
        for save in 1..=50 {
            copy.write(NEWS, news(&format!("Proef {save}")));
            if save % 5 == 0 {
                std::fs::write(
                    &tokens,
                    format!("{own_style}\n:root {{ --proef: {save}; }}\n"),
                )
                .expect("the style sheet can be written");
            }
            server.wait_for("/nieuws/proef/", &format!("<h1>Proef {save}</h1>"));
        }
        stop.store(true, Ordering::Relaxed);
        visitors
            .into_iter()
            .map(|visitor| visitor.join().expect("no visitor met a failure"))
            .collect::<Vec<_>>()
    });
    let mut all = Seen::new();
    for (seen, answers) in visits {
        assert!(answers > 50, "visitors read all the while");
        for (key, bodies) in seen {
            all.entry(key).or_default().extend(bodies);
        }
    }
    for ((path, version), bodies) in &all {
        assert_eq!(bodies.len(), 1, "{path} has one body in version {version}");
    }
    let versions: BTreeSet<_> = all.keys().map(|(_, version)| version).collect();
    assert!(versions.len() > 10, "visitors saw the site change");
}

#[test]
fn the_hangup_signal_reads_the_files_again_where_they_are_not_watched() {
    let copy = TestSite::new();
    copy.write(NEWS, news("Eerst"));
    let server = Server::start(&["--no-watch", "--content", &copy.content()]);
    copy.write(NEWS, news("Daarna"));
    thread::sleep(Duration::from_millis(200));
    assert!(
        server
            .get("/nieuws/proef/")
            .text()
            .contains("<h1>Eerst</h1>"),
        "nobody watches"
    );
    server.signal("HUP");
    server.wait_for("/nieuws/proef/", "<h1>Daarna</h1>");
}

#[test]
fn changes_go_live_also_where_nobody_reads_what_the_server_tells() {
    for has_reader in [false, true] {
        let site = TestSite::new();
        site.write(NEWS, news("Eerst"));
        let (reader, writer) = std::io::pipe().expect("a pipe");
        // One that is there and reads nothing, or none.
        let reader = has_reader.then_some(reader);
        let mut command = noaber(&["serve", "--listen", "127.0.0.1:0"]);
        let command = command.args(["--content", &site.content()]);
        let server = Server::start_telling(command, writer);
        let mut visitor = server.connect();
        for _ in 0..1_000 {
            visitor.get("/nieuws/proef/").expect("an answer");
        }
        for title in ["Daarna", "Ten slotte"] {
            site.write(NEWS, news(title) + "\nZie [niets](niets.md).\n");
            server.wait_for("/nieuws/proef/", &format!("<h1>{title}</h1>"));
        }
        drop(reader);
    }
}

fn git(folder: &std::path::Path, arguments: &[&str]) {
    let done = Command::new("git")
        .current_dir(folder)
        .args([
            "-c",
            "user.name=Redactie",
            "-c",
            "user.email=redactie@voorbeeld.example",
            "-c",
            "init.defaultBranch=main",
        ])
        .args(arguments)
        .output()
        .expect("git runs");
    assert!(
        done.status.success(),
        "git {arguments:?}: {}",
        String::from_utf8_lossy(&done.stderr)
    );
}

#[test]
fn the_commit_is_known_however_git_keeps_it() {
    for format in ["files", "reftable"] {
        let site = TestSite::new();
        git(
            site.folder(),
            &["init", "--quiet", &format!("--ref-format={format}")],
        );
        let commit = || compiled(&site.path(""), NOW.parse().expect("a moment"), None);
        assert_eq!(commit().commit(), None, "{format}: there is none yet");
        git(site.folder(), &["add", "."]);
        git(site.folder(), &["commit", "--quiet", "-m", "Eerst"]);
        let first = commit().commit().map(str::to_owned);
        assert!(first.is_some(), "{format}");
        git(
            site.folder(),
            &["commit", "--quiet", "--allow-empty", "-m", "Daarna"],
        );
        assert_ne!(commit().commit(), first.as_deref(), "{format}");
        git(site.folder(), &["pack-refs", "--all"]);
        assert!(commit().commit().is_some(), "{format}");
    }
}

#[test]
fn a_pull_that_touches_many_files_is_one_change() {
    let origin = TestSite::new();
    for item in 0..150 {
        origin.write(
            &format!("nieuws/2026-11-19-bericht-{item}.md"),
            news(&format!("Bericht {item}, voor")).replace("11-20", "11-19"),
        );
    }
    git(origin.folder(), &["init", "--quiet"]);
    git(origin.folder(), &["add", "."]);
    git(origin.folder(), &["commit", "--quiet", "-m", "Voor"]);
    let place = tempfile::tempdir().expect("a folder can be made");
    git(
        place.path(),
        &[
            "clone",
            "--quiet",
            &origin.folder().display().to_string(),
            "site",
        ],
    );
    let site = place.path().join("site");
    let server = Server::start(&["--content", &site.join("content").display().to_string()]);
    let stop = AtomicBool::new(false);
    let versions = thread::scope(|scope| {
        let watching = scope.spawn(|| {
            let mut connection = server.connect();
            let mut versions = BTreeSet::new();
            while !stop.load(Ordering::Relaxed) {
                let reply = connection.get("/nieuws/").expect("the server answers");
                versions.insert(
                    reply
                        .header("x-content-version")
                        .expect("a version")
                        .to_owned(),
                );
                thread::sleep(Duration::from_millis(1));
            }
            versions
        });
        for item in 0..150 {
            origin.write(
                &format!("nieuws/2026-11-19-bericht-{item}.md"),
                news(&format!("Bericht {item}, na")).replace("11-20", "11-19"),
            );
        }
        git(origin.folder(), &["commit", "--quiet", "--all", "-m", "Na"]);
        git(&site, &["pull", "--quiet"]);
        server.wait_for("/nieuws/bericht-149/", "<h1>Bericht 149, na</h1>");
        server.wait_for("/nieuws/bericht-0/", "<h1>Bericht 0, na</h1>");
        thread::sleep(Duration::from_millis(300));
        stop.store(true, Ordering::Relaxed);
        watching.join().expect("the visitor met no failure")
    });
    assert_eq!(
        versions.len(),
        2,
        "visitors saw the site before the pull and after it, and nothing between"
    );
}

#[test]
fn a_folder_that_is_replaced_as_a_whole_is_followed() {
    let copy = TestSite::new();
    let next = TestSite::new();
    next.write(NEWS, news("Uit de nieuwe map"));
    let link = copy.folder().join("nu");
    std::os::unix::fs::symlink(copy.path(""), &link).expect("a link can be made");
    let server = Server::start(&[
        "--content",
        &link.display().to_string(),
        "--static",
        &copy.folder().join("static").display().to_string(),
    ]);
    assert_eq!(server.get("/nieuws/proef/").status, 404);
    // As tools that deliver content do it: the link is replaced in one step.
    let other = copy.folder().join("straks");
    std::os::unix::fs::symlink(next.path(""), &other).expect("a link can be made");
    std::fs::rename(&other, &link).expect("a link can be replaced");
    server.wait_for("/nieuws/proef/", "<h1>Uit de nieuwe map</h1>");
    next.write(NEWS, news("En nog eens"));
    server.wait_for("/nieuws/proef/", "<h1>En nog eens</h1>");
}

/// A site that is served while an editor breaks its files.
struct ServedSite {
    copy: TestSite,
    server: Server,
    marks: usize,
}

impl ServedSite {
    /// A site with one valid item of news.
    fn new() -> Self {
        Self::of(TestSite::new())
    }

    fn of(copy: TestSite) -> Self {
        copy.write(NEWS, news("Goed"));
        let server = Server::start(&["--content", &copy.content()]);
        ServedSite {
            copy,
            server,
            marks: 0,
        }
    }

    /// Waits until all that was done to the files until now has been read.
    fn settle(&mut self) {
        self.marks += 1;
        let title = format!("Merkteken {}", self.marks);
        self.copy.write(
            "merkteken.md",
            format!("+++\ntitle = \"{title}\"\nsummary = \"Om op te wachten.\"\n+++\n"),
        );
        self.server
            .wait_for("/merkteken/", &format!("<h1>{title}</h1>"));
    }

    /// The report on the files as they are now.
    fn report(&self) -> String {
        // A dictionary that cannot be used: reading a real one takes longer than all the rest.
        let none = self.copy.folder().join("geen.dic");
        for file in [&none, &none.with_extension("aff")] {
            std::fs::write(file, "").expect("a file can be written");
        }
        let output = crate::support::run(&[
            "check",
            "--content",
            &self.copy.content(),
            "--dictionary",
            &none.display().to_string(),
        ]);
        assert_eq!(output.status.code(), Some(1), "the check fails");
        String::from_utf8(output.stdout).expect("a report is text")
    }

    #[track_caller]
    fn assert_reported(&self, problems: &[&str]) {
        let report = self.report();
        for problem in problems {
            assert!(
                report.contains(problem),
                "{problem:?} is in the report:\n{report}"
            );
        }
    }

    /// The item is served as it was when it was valid, and so is the rest of the site.
    #[track_caller]
    fn assert_last_good(&mut self) {
        self.settle();
        let reply = self.server.get("/nieuws/proef/");
        assert_eq!(reply.status, 200, "the last good version stays");
        assert!(
            reply.text().contains("<h1>Goed</h1>"),
            "the last good version stays"
        );
        self.assert_whole();
    }

    #[track_caller]
    fn assert_whole(&self) {
        for path in ["/", "/nieuws/", "/themas/wegen/", "/sitemap.xml"] {
            assert_eq!(self.server.get(path).status, 200, "{path}");
        }
    }

    /// A server that starts now leaves the item out, and serves the rest.
    #[track_caller]
    fn assert_left_out_at_a_cold_start(&self) {
        let cold = Server::start(&["--no-watch", "--content", &self.copy.content()]);
        assert_eq!(
            (cold.get("/nieuws/proef/").status, cold.get("/").status),
            (404, 200)
        );
    }

    /// The item is made valid again, and that is live.
    #[track_caller]
    fn assert_mended(&self) {
        self.copy.write(NEWS, news("Hersteld"));
        self.server.wait_for("/nieuws/proef/", "<h1>Hersteld</h1>");
    }
}

#[test]
fn a_file_with_a_mistake_keeps_its_last_good_version() {
    let mut site = ServedSite::new();
    site.copy
        .write(NEWS, news("Goed").replace("title", "titel"));
    site.assert_last_good();
    site.assert_reported(&[
        "nieuws/2026-11-20-proef.md: bezoekers zien deze pagina niet: regel 2, onbekende sleutel `titel`",
        "nieuws/2026-11-20-proef.md:2:1: fout: onbekende sleutel `titel`",
    ]);
    site.assert_left_out_at_a_cold_start();
    site.assert_mended();
}

#[test]
fn a_half_written_file_keeps_its_last_good_version() {
    let mut site = ServedSite::new();
    let whole = news("Half geschreven");
    for part in [
        0,
        3,
        20,
        whole.find("\n+++\n").expect("front matter ends") - 3,
    ] {
        site.copy.write(NEWS, &whole[..part]);
        site.assert_last_good();
        site.assert_reported(&["nieuws/2026-11-20-proef.md:1:1: fout: "]);
    }
    site.assert_left_out_at_a_cold_start();
    site.assert_mended();
}

#[test]
fn files_that_come_and_go_while_they_are_read_do_no_harm() {
    let mut site = ServedSite::new();
    for _ in 0..20 {
        for item in 0..20 {
            site.copy.write(
                &format!("nieuws/2026-11-18-vluchtig-{item}.md"),
                news("Vluchtig").replace("11-20", "11-18"),
            );
        }
        for item in 0..20 {
            std::fs::remove_file(
                site.copy
                    .path(&format!("nieuws/2026-11-18-vluchtig-{item}.md")),
            )
            .expect("the file is there");
        }
        site.assert_whole();
    }
    site.assert_last_good();
    assert_eq!(
        site.server.get("/nieuws/vluchtig-0/").status,
        404,
        "what is gone is gone"
    );
}

#[test]
fn an_unreadable_file_keeps_its_last_good_version() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::os::unix::process::CommandExt;
    let copy = TestSite::new();
    copy.write(NEWS, news("Goed"));
    let allow = |path: &std::path::Path, mode| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode))
            .expect("permissions can be set");
    };
    allow(copy.folder(), 0o755);
    // The permissions of a file hold for everybody but root, so that is not who may serve here.
    let is_root = std::fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0);
    let as_somebody = |command: &mut Command| {
        if is_root {
            command.uid(65534).gid(65534);
        }
    };
    let content = copy.content();
    let mut serve = noaber(&["serve", "--listen", "127.0.0.1:0", "--content", &content]);
    as_somebody(&mut serve);
    let server = Server::start_with(&mut serve);
    for (path, place) in [
        (copy.path(NEWS), "nieuws/2026-11-20-proef.md:1:1"),
        (copy.path("nieuws"), "nieuws/:1:1"),
    ] {
        let mode = std::fs::metadata(&path)
            .expect("it is there")
            .permissions()
            .mode();
        allow(&path, 0o000);
        copy.write(
            "merkteken.md",
            format!("+++\ntitle = \"Zonder {place}\"\nsummary = \"Om op te wachten.\"\n+++\n"),
        );
        server.wait_for("/merkteken/", &format!("<h1>Zonder {place}</h1>"));
        let reply = server.get("/nieuws/proef/");
        assert!(
            reply.status == 200 && reply.text().contains("<h1>Goed</h1>"),
            "the last good version stays without {place}"
        );
        assert_eq!(
            server.get("/nieuws/").status,
            200,
            "the list stays without {place}"
        );
        let mut check = noaber(&["check", "--content", &content]);
        as_somebody(&mut check);
        let report = String::from_utf8(check.output().expect("the binary starts").stdout)
            .expect("a report is text");
        let problem = format!(
            "{place}: fout: dit kan niet worden gelezen: het programma heeft er geen leesrecht op"
        );
        assert!(
            report.contains(&problem),
            "{problem:?} is in the report:\n{report}"
        );
        allow(&path, mode);
    }
    copy.write(NEWS, news("Hersteld"));
    server.wait_for("/nieuws/proef/", "<h1>Hersteld</h1>");
}

#[test]
fn nothing_outside_the_folders_is_ever_served() {
    use std::os::unix::fs::symlink;
    let mut site = ServedSite::new();
    let outside = tempfile::tempdir().expect("a folder can be made");
    let secret = outside.path().join("2026-11-17-geheim.md");
    std::fs::write(&secret, news("Het geheim").replace("11-20", "11-17"))
        .expect("a file can be written");
    symlink(&secret, site.copy.path("geheim.md")).expect("a link can be made");
    symlink(outside.path(), site.copy.path("buiten")).expect("a link can be made");
    symlink(outside.path(), site.copy.folder().join("static/buiten")).expect("a link can be made");
    symlink(&secret, site.copy.folder().join("static/geheim.txt")).expect("a link can be made");
    std::fs::remove_file(site.copy.path(NEWS)).expect("the file is there");
    symlink(&secret, site.copy.path(NEWS)).expect("a link can be made");
    site.assert_last_good();
    for path in [
        "/geheim/",
        "/buiten/geheim/",
        "/buiten/2026-11-17-geheim/",
        "/static/buiten/2026-11-17-geheim.md",
        "/static/geheim.txt",
    ] {
        let reply = site.server.get(path);
        assert_eq!(reply.status, 404, "{path}");
        assert!(!reply.text().contains("Het geheim"), "{path}");
    }
    let links = [
        "geheim.md",
        "buiten",
        "static/buiten",
        "static/geheim.txt",
        NEWS,
    ];
    let problems = links.map(|file| {
        format!("{file}:1:1: fout: dit is geen gewoon bestand, maar bijvoorbeeld een verwijzing")
    });
    site.assert_reported(&problems.each_ref().map(String::as_str));
    site.assert_left_out_at_a_cold_start();
    std::fs::remove_file(site.copy.path(NEWS)).expect("the link is there");
    site.assert_mended();
    assert_eq!(
        std::fs::read_to_string(&secret)
            .expect("it is there")
            .matches("Hersteld")
            .count(),
        0
    );
}

#[test]
fn a_pipe_among_the_files_keeps_nobody_waiting() {
    let mut site = ServedSite::new();
    std::fs::remove_file(site.copy.path(NEWS)).expect("the file is there");
    let made = Command::new("mkfifo")
        .arg(site.copy.path(NEWS))
        .status()
        .expect("mkfifo runs");
    assert!(made.success());
    site.assert_last_good();
    site.assert_reported(&["nieuws/2026-11-20-proef.md:1:1: fout: dit is geen gewoon bestand"]);
    site.assert_left_out_at_a_cold_start();
}

#[test]
fn a_file_of_a_hundred_megabytes_is_not_read() {
    let mut site = ServedSite::new();
    for path in [
        site.copy.path(NEWS),
        site.copy.folder().join("static/groot.pdf"),
        site.copy.path("nieuws/groot.pdf"),
    ] {
        let file = std::fs::OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(false)
            .open(path)
            .expect("a file can be opened");
        file.set_len(100 * 1024 * 1024)
            .expect("a file can be made large");
    }
    site.assert_last_good();
    assert_eq!(site.server.get("/static/groot.pdf").status, 404);
    site.assert_reported(&[
        "nieuws/2026-11-20-proef.md:1:1: fout: dit bestand is te groot voor een pagina: meer dan 1 MB",
        "static/groot.pdf:1:1: fout: dit bestand is groter dan 64 MB",
        "nieuws/groot.pdf:1:1: fout: dit bestand is groter dan 64 MB",
    ]);
    site.assert_left_out_at_a_cold_start();
    site.assert_mended();
}

#[test]
fn a_file_in_windows_1252_is_read_and_one_that_is_no_text_keeps_its_last_good_version() {
    let mut site = ServedSite::new();
    let mut latin = news("Goed").into_bytes();
    latin.extend(
        "In één keer: "
            .bytes()
            .chain(*b"caf\xe9 \x84cr\xe8me\x94 van \x80 3\n"),
    );
    site.copy.write(NEWS, &latin);
    site.server
        .wait_for("/nieuws/proef/", "In één keer: café „crème” van €\u{a0}3");
    site.assert_reported(&[
        "nieuws/2026-11-20-proef.md:9:17: fout: dit bestand is geen tekst in UTF-8",
    ]);
    site.copy.write(NEWS, news("Goed"));
    site.copy.write(NEWS, b"\xff\xfe+\0+\0+\0");
    site.assert_last_good();
    site.assert_reported(&[
        "nieuws/2026-11-20-proef.md:1:1: fout: dit bestand is geen tekst in UTF-8",
    ]);
    site.assert_left_out_at_a_cold_start();
    site.assert_mended();
}

#[test]
fn a_folder_of_a_hundred_thousand_files_is_left_as_it_was() {
    let mut site = ServedSite::of(TestSite::in_memory());
    let (news, full) = (site.copy.path("nieuws"), site.copy.folder().join("vol"));
    std::fs::create_dir(&full).expect("a folder can be made");
    for item in 0..100_000 {
        std::fs::File::create(full.join(format!("rommel-{item}.md"))).expect("a file can be made");
    }
    std::fs::rename(&news, site.copy.folder().join("weg")).expect("a folder can be moved");
    std::fs::rename(&full, &news).expect("a folder can be moved");
    site.assert_last_good();
    let report = site.report();
    assert!(
        report.contains("nieuws/:1:1: fout: in deze map staan meer dan 80000 bestanden"),
        "one problem tells it:\n{report}"
    );
    assert!(
        report.lines().count() < 300,
        "the report stays readable: {} lines",
        report.lines().count()
    );
    assert_eq!(
        Server::start(&["--no-watch", "--content", &site.copy.content()])
            .get("/themas/")
            .status,
        200
    );
}

#[test]
fn unusable_settings_leave_the_site_as_it_was_and_hold_up_no_page() {
    let mut site = ServedSite::new();
    let settings = site.copy.read("site.toml");
    let before = site.server.get("/").text();
    for broken in [
        b"name = ".as_slice(),
        b"",
        b"\xff\xfe",
        b"name = \"Anders\"\n",
    ] {
        site.copy.write("site.toml", broken);
        site.assert_last_good();
        assert_eq!(
            site.server.get("/").text(),
            before,
            "the home page is as it was"
        );
        let output = crate::support::run(&["check", "--content", &site.copy.content()]);
        assert!(
            String::from_utf8_lossy(&output.stdout).contains("site.toml:1:"),
            "the report names the settings"
        );
    }
    std::fs::remove_file(site.copy.path("site.toml")).expect("the settings are there");
    site.copy.write(NEWS, news("Zonder instellingen"));
    thread::sleep(Duration::from_millis(300));
    assert_eq!(
        site.server.get("/").text(),
        before,
        "a folder without settings is no site"
    );
    site.copy.write(
        "site.toml",
        settings.replace("name = \"", "name = \"Nieuw "),
    );
    site.server
        .wait_for("/nieuws/proef/", "<h1>Zonder instellingen</h1>");
    site.server.wait_for("/", "Nieuw");
}

#[test]
fn a_picture_that_can_no_longer_be_read_stays_as_it_was() {
    let copy = TestSite::new();
    let picture = copy.folder().join("static/proef.svg");
    std::fs::write(&picture, "<svg viewBox=\"0 0 1 1\"/>").expect("a file can be written");
    let mut site = ServedSite::of(copy);
    assert_eq!(site.server.get("/static/proef.svg").status, 200);
    std::fs::OpenOptions::new()
        .write(true)
        .open(&picture)
        .and_then(|file| file.set_len(100 * 1024 * 1024))
        .expect("a file can be made large");
    site.assert_last_good();
    assert_eq!(
        site.server.get("/static/proef.svg").text(),
        "<svg viewBox=\"0 0 1 1\"/>"
    );
    site.assert_reported(&["static/proef.svg:1:1: fout: dit bestand is groter dan 64 MB"]);
    std::fs::remove_file(&picture).expect("the file is there");
    site.assert_last_good();
    assert_eq!(
        site.server.get("/static/proef.svg").status,
        404,
        "what is gone is gone"
    );
}

#[test]
fn a_file_whose_name_is_no_text_is_told() {
    use std::os::unix::ffi::OsStrExt;
    let mut site = ServedSite::new();
    std::fs::write(
        site.copy
            .path("")
            .join(std::ffi::OsStr::from_bytes(b"caf\xe9.md")),
        news("Goed"),
    )
    .expect("a file can be written");
    site.assert_last_good();
    site.assert_reported(&[
        "caf\u{fffd}.md:1:1: fout: deze naam is geen tekst, dus het bestand is niet gelezen",
    ]);
}

#[test]
fn a_last_good_version_goes_when_the_settings_make_another_page_of_its_file() {
    let mut site = ServedSite::new();
    let page = site.copy.read("de/kontakt.md");
    site.copy
        .write("de/kontakt.md", page.replacen("title", "titel", 1));
    site.assert_last_good();
    assert_eq!(
        site.server.get("/de/kontakt/").status,
        200,
        "the last good version stays"
    );
    let settings = site.copy.read("site.toml");
    let (own, rest) = settings
        .split_once("[[languages]]")
        .expect("the site has more languages");
    let last = rest.rfind("]\n\n[").map_or("", |end| &rest[end + 2..]);
    site.copy.write(
        "site.toml",
        format!(
            "{own}{}",
            if last.contains("languages") { "" } else { last }
        ),
    );
    site.assert_last_good();
    assert_eq!(
        site.server.get("/de/kontakt/").status,
        404,
        "a page in a language that is no more is left out"
    );
    site.copy.write("site.toml", settings);
    site.copy.write("de/kontakt.md", page);
    site.server.wait_for("/de/kontakt/", "lang=\"de\"");
}

#[test]
fn a_content_folder_that_is_away_for_a_while_is_missed_by_nobody() {
    let mut site = ServedSite::new();
    let (here, away) = (
        site.copy.folder().join("content"),
        site.copy.folder().join("weg"),
    );
    std::fs::rename(&here, &away).expect("a folder can be moved");
    thread::sleep(Duration::from_millis(1200));
    site.assert_whole();
    std::fs::rename(&away, &here).expect("a folder can be moved");
    site.assert_last_good();
    site.assert_mended();
}
