//! The same input gives the same bytes, and what is exported is what is served.

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
        if address == "/404.html" || address.starts_with("/_") {
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
