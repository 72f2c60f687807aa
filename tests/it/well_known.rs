//! The files that other programs look for at the root of any site.

use crate::support::{Server, TestSite};

const SECURITY: &str = "\n[security]\ncontact = [\"mailto:veilig@streek.example\", \"https://streek.example/contact/\"]\nexpires = 2027-06-01\npolicy = \"https://streek.example/uitleg/\"\n";

fn site() -> TestSite {
    let site = TestSite::new();
    let well_known = site.folder().join("static/.well-known");
    std::fs::create_dir_all(&well_known).expect("a folder can be made");
    std::fs::write(well_known.join("apps.json"), "{}").expect("a file can be written");
    let settings = site.read("site.toml");
    let with_security =
        settings.replacen("\n[kinds.news]", &format!("{SECURITY}\n[kinds.news]"), 1);
    site.write("site.toml", with_security);
    site
}

#[test]
fn the_contact_for_weak_spots_is_that_of_the_settings() {
    let site = site();
    let server = Server::start(&["--no-watch", "--content", &site.content()]);
    let reply = server.get("/.well-known/security.txt");
    assert_eq!(reply.status, 200);
    assert_eq!(
        reply.header("content-type"),
        Some("text/plain; charset=utf-8")
    );
    assert_eq!(
        reply.text(),
        "Contact: mailto:veilig@streek.example\n\
         Contact: https://streek.example/contact/\n\
         Expires: 2027-05-31T22:00:00Z\n\
         Policy: https://streek.example/uitleg/\n\
         Preferred-Languages: nl, de, en\n\
         Canonical: https://streek.example/.well-known/security.txt\n"
    );
}

#[test]
fn a_site_that_names_nobody_to_write_to_has_no_such_file() {
    let built = TestSite::new().build(&[]);
    assert_eq!(built.find("/.well-known/security.txt"), None);
}

#[test]
fn other_files_of_that_folder_are_at_the_root_and_no_other_hidden_file_is() {
    let site = site();
    let hidden = site.folder().join("static/.geheim");
    std::fs::write(hidden, "x").expect("a file can be written");
    let server = Server::start(&["--no-watch", "--content", &site.content()]);
    let reply = server.get("/.well-known/apps.json");
    assert_eq!((reply.status, reply.text().as_str()), (200, "{}"));
    assert_eq!(reply.header("content-type"), Some("application/json"));
    assert_eq!(server.get("/.geheim").status, 404);
    assert_eq!(server.get("/static/.geheim").status, 404);
}
