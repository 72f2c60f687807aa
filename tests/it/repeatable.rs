//! Equal input gives equal bytes, and what is exported is what is served.

use std::fs;

use crate::support::{NOW, Server, TestSite, answers, compiled, run};

#[test]
fn two_compiles_of_the_same_content_are_byte_equal() {
    let site = TestSite::new();
    let now = NOW.parse().expect("a moment");
    let (first, second) = (
        compiled(&site.path(""), now, None),
        compiled(&site.path(""), now, None),
    );
    assert_eq!(answers(&first.snapshot), answers(&second.snapshot));
    assert_eq!(first.snapshot.version, second.snapshot.version);
}

#[test]
fn the_exported_files_are_what_the_server_sends() {
    let site = TestSite::new();
    let built = site.build(&[]);
    let server = Server::start(&["--no-watch", "--now", NOW, "--content", &site.content()]);
    let mut compared = 0;
    for address in built.files().keys() {
        // The search of an export is a list.
        let is_its_own = address == "/404.html"
            || ["/zoeken/", "/suche/", "/search/"]
                .iter()
                .any(|search| address.ends_with(search));
        if is_its_own || address.starts_with("/_") {
            continue;
        }
        let file = if address.ends_with('/') {
            format!("{address}index.html")
        } else {
            address.clone()
        };
        assert!(
            server.get(address).body
                == fs::read(built.folder().join(&file[1..])).expect("the file can be read"),
            "{address} is served as it was exported"
        );
        compared += 1;
    }
    assert!(compared > 30, "{compared} files were compared");
}

#[test]
fn an_export_never_overwrites() {
    let out = tempfile::tempdir().expect("a folder can be made");
    fs::write(out.path().join("mine.txt"), "mine").expect("a file can be written");
    let site = TestSite::new();
    let path = out.path().to_str().expect("a plain path");
    let output = run(&["build", path, "--content", &site.content()]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        fs::read_dir(out.path())
            .expect("the folder can be read")
            .count(),
        1
    );
}

#[test]
fn an_export_takes_the_place_of_an_earlier_one() {
    let site = TestSite::new();
    let built = site.build(&[]);
    let folder = built.folder();
    let path = folder.to_str().expect("a plain path");
    fs::write(folder.join("left-behind.html"), "old").expect("a file can be written");
    let output = run(&[
        "build",
        path,
        "--content",
        &site.content(),
        "--compression",
        "quick",
    ]);
    assert!(output.status.success(), "{output:?}");
    assert!(!folder.join("left-behind.html").exists());
    for name in [
        "index.html",
        "index.html.br",
        "index.html.gz",
        "_nginx.conf",
        "_headers",
    ] {
        assert!(folder.join(name).is_file(), "{name} was written");
    }
    let beside = fs::read_dir(folder.parent().expect("it lies in a folder"));
    assert_eq!(
        beside.expect("it can be read").count(),
        1,
        "nothing is left beside it"
    );
}

/// Every file of a folder with its bytes.
fn contents(folder: &std::path::Path) -> Vec<(std::path::PathBuf, Vec<u8>)> {
    super::architecture::files(folder)
        .into_iter()
        .map(|path| (path.clone(), fs::read(path).expect("the file can be read")))
        .collect()
}

#[test]
fn an_export_that_breaks_off_leaves_the_folder_as_it_was() {
    let site = TestSite::new();
    let built = site.build(&[]);
    let folder = built.folder();
    let before = contents(&folder);
    site.write(
        "contact.md",
        "+++\ntitle = \"Anders\"\nsummary = \"Anders.\"\n+++\nAnders.\n",
    );
    // No file may grow beyond 4 kB: written to a full disk, or killed half-way.
    for limit in ["trap '' XFSZ; ulimit -f 8", "ulimit -f 8"] {
        let output = std::process::Command::new("sh")
            .args(["-c", &format!("{limit}; exec \"$@\""), "sh"])
            .arg(env!("CARGO_BIN_EXE_noaber"))
            .arg("build")
            .arg(&folder)
            .args(["--content", &site.content(), "--compression", "none"])
            .output()
            .expect("a shell runs");
        assert!(!output.status.success(), "{limit}: {output:?}");
        assert!(
            contents(&folder) == before,
            "{limit}: the folder is as it was"
        );
    }
    let output = run(&[
        "build",
        &folder.display().to_string(),
        "--content",
        &site.content(),
    ]);
    assert!(output.status.success(), "{output:?}");
    assert!(contents(&folder) != before);
}
