//! The same input gives the same bytes, and what is exported is what is served.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use noaber::content::Folders;
use noaber::site::Drafts;
use noaber::snapshot::{Answer, Snapshot};
use noaber::{Compiled, compile};

use crate::support::{Server, TestSite, project, run};

fn folders(content: &Path) -> Folders {
    Folders {
        content: content.to_owned(),
        assets: content.join("../static"),
    }
}

fn compiled(content: &Path, previous: Option<&Compiled>) -> Compiled {
    let now = "2026-11-23T12:00:00Z".parse().expect("a moment");
    compile(&folders(content), now, Drafts::Hide, previous).expect("the content makes a site")
}

/// Every address with what it answers.
fn answers(snapshot: &Snapshot) -> BTreeMap<String, String> {
    let say = |answer: &Answer| match answer {
        Answer::Stored(stored) => format!("page {}", String::from_utf8_lossy(&stored.body())),
        Answer::Gone(stored) => format!("gone {}", String::from_utf8_lossy(&stored.body())),
        Answer::Moved(to) => format!("moved {to}"),
        Answer::Dynamic(computed) => format!("computed {}", crate::support::answers(&**computed)),
    };
    snapshot
        .iter()
        .map(|(route, answer)| (route.to_string(), say(answer)))
        .collect()
}

#[test]
fn two_compiles_of_the_same_content_are_byte_equal() {
    let content = project().join("content");
    let (first, second) = (compiled(&content, None), compiled(&content, None));
    assert_eq!(answers(&first.snapshot), answers(&second.snapshot));
    assert_eq!(first.snapshot.version, second.snapshot.version);
}

#[test]
fn what_is_reused_from_the_last_compile_changes_nothing() {
    let copy = TestSite::of_real_content();
    let content = copy.path("");
    let before = compiled(&content, None);
    let page = copy.read("contact.md");
    copy.write(
        "contact.md",
        page.replace("title = \"", "title = \"Nieuw: "),
    );
    let (warm, cold) = (compiled(&content, Some(&before)), compiled(&content, None));
    assert_eq!(answers(&warm.snapshot), answers(&cold.snapshot));
    assert_ne!(before.snapshot.version, warm.snapshot.version);
    copy.write("contact.md", page);
    assert_eq!(
        answers(&compiled(&content, Some(&warm)).snapshot),
        answers(&before.snapshot)
    );
}

#[test]
fn the_exported_files_are_what_the_server_sends() {
    let out = tempfile::tempdir().expect("a folder can be made");
    let folder = out.path().join("site");
    let now = ["--now", "2026-11-23T12:00:00Z"];
    let output = run(&[&["build", folder.to_str().expect("a plain path")], &now[..]].concat());
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let server = Server::start(&[&["--no-watch"], &now[..]].concat());
    let mut compared = 0;
    let mut waiting = vec![folder.clone()];
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting.extend(
                fs::read_dir(&path)
                    .expect("the folder can be read")
                    .map(|entry| entry.expect("an entry").path()),
            );
            continue;
        }
        let name = format!(
            "/{}",
            path.strip_prefix(&folder)
                .expect("below the folder")
                .display()
        );
        if name == "/404.html" || name.starts_with("/_") {
            continue;
        }
        let address = name.strip_suffix("index.html").unwrap_or(&name);
        assert!(
            server.get(address).body == fs::read(&path).expect("the file can be read"),
            "{address} is served as it was exported"
        );
        compared += 1;
    }
    assert!(compared > 80, "{compared} files were compared");
}

#[test]
fn an_export_never_overwrites() {
    let out = tempfile::tempdir().expect("a folder can be made");
    fs::write(out.path().join("mine.txt"), "mine").expect("a file can be written");
    let output = run(&["build", out.path().to_str().expect("a plain path")]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        fs::read_dir(out.path())
            .expect("the folder can be read")
            .count(),
        1
    );
}
