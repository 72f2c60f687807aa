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
    site.write(
        "oud.md",
        "+++\ntitle = \"Oud\"\nsummary = \"Oud.\"\n+++\nOud.\n",
    );
    let built = site.build(&[]);
    let folder = built.folder();
    let path = folder.to_str().expect("a plain path");
    assert!(folder.join("oud/index.html").is_file());
    fs::remove_file(site.path("oud.md")).expect("a file can be removed");
    let output = run(&[
        "build",
        path,
        "--content",
        &site.content(),
        "--compression",
        "quick",
    ]);
    assert!(output.status.success(), "{output:?}");
    assert!(!folder.join("oud").exists());
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

#[test]
fn what_others_put_into_an_export_stays() {
    let site = TestSite::new();
    let built = site.build(&[]);
    let folder = built.folder();
    let put = |name: &str| {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().expect("it has a folder")).expect("it can be made");
        fs::write(path, name).expect("a file can be written");
    };
    let others = [
        ".git/HEAD",
        "CNAME",
        "eigen/map/bestand.html",
        "nieuws/eigen.txt",
    ];
    others.into_iter().for_each(put);
    fs::create_dir(folder.join(".git/refs")).expect("a folder can be made");
    std::os::unix::fs::symlink("CNAME", folder.join("naam")).expect("a link can be made");
    let build = || {
        let folder = folder.display().to_string();
        let content = site.content();
        run(&[
            "build",
            &folder,
            "--content",
            &content,
            "--compression",
            "none",
        ])
    };
    for _ in 0..2 {
        let output = build();
        assert!(output.status.success(), "{output:?}");
        for name in others {
            assert_eq!(
                fs::read_to_string(folder.join(name)).ok().as_deref(),
                Some(name)
            );
        }
        assert!(folder.join(".git/refs").is_dir());
        assert!(folder.join("naam").is_symlink());
        assert!(
            !folder.join("index.html.br").exists(),
            "it is of the earlier export"
        );
    }
    site.write(
        "eigen/index.md",
        "+++\ntitle = \"Eigen\"\nsummary = \"Eigen.\"\n+++\nEigen.\n",
    );
    put("eigen/index.html");
    let before = contents(&folder);
    let output = build();
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        said.contains("eigen/index.html is niet van een eerdere keer"),
        "{said}"
    );
    assert!(contents(&folder) == before);
}

#[test]
fn a_site_is_not_built_into_its_own_folders() {
    let site = TestSite::new();
    for out in ["content/uit", "content/nieuws/diep/uit", "static/uit"] {
        let out = site.folder().join(out);
        let output = run(&[
            "build",
            &out.display().to_string(),
            "--content",
            &site.content(),
        ]);
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        assert!(!out.exists());
    }
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
