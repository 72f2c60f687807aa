//! `noaber init`: a new site is sound from its first minute, and a region that is not Dutch or has
//! nothing of its own is at home in it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Output;

use crate::support::{Server, noaber};

/// The languages of a new site.
pub const LANGUAGES: [&str; 3] = ["nl", "de", "en"];

/// Runs the binary in a folder, as who follows the README of a new site does.
#[track_caller]
pub fn run_in(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = noaber(arguments);
    let output = command.current_dir(folder).output();
    output.expect("the binary starts")
}

pub fn told(output: &Output) -> String {
    let text = [&output.stdout[..], &output.stderr[..]].concat();
    String::from_utf8(text).expect("the program writes UTF-8")
}

/// A new site in a folder of its own, at `site`.
#[track_caller]
pub fn new_site(arguments: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let output = run_in(folder.path(), &[&["init", "site"], arguments].concat());
    assert!(output.status.success(), "{}", told(&output));
    folder
}

/// The report on a new site after a change of it.
#[track_caller]
fn report(folder: &tempfile::TempDir) -> String {
    told(&run_in(&folder.path().join("site"), &["check", "--all"]))
}

#[test]
fn a_new_site_has_no_error_and_no_warning_and_each_of_its_pages_answers() {
    for language in LANGUAGES {
        let folder = new_site(&["--language", language, "--name", "Het \"Land\" van Ooit"]);
        let site = folder.path().join("site");
        let check = run_in(&site, &["check", "--all"]);
        let report = told(&check);
        assert_eq!(check.status.code(), Some(0), "{language}: {report}");
        assert!(
            !["waarschuwing", "warning", "Warnung"]
                .iter()
                .any(|word| report.contains(word)),
            "{language} has a warning:\n{report}"
        );
        let ci = std::process::Command::new("sh")
            .args(["-n", ".ci/check"])
            .current_dir(&site)
            .status();
        assert!(ci.expect("there is a shell").success());
        let server =
            Server::start_with(noaber(&["serve", "--listen", "127.0.0.1:0"]).current_dir(&site));
        let pages = server.pages();
        assert!(pages.len() > 20, "{language}: {pages:?}");
        for page in &pages {
            assert_eq!(server.get(page).status, 200, "{language}: {page}");
        }
        let home = server.get("/").text();
        assert!(
            home.contains(&format!("<html lang=\"{language}\">")),
            "{home}"
        );
        assert!(home.contains("Het &quot;Land&quot; van Ooit"), "{home}");
    }
}

#[test]
fn a_folder_with_something_in_it_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    fs::write(folder.path().join("brief.txt"), "Niet weggooien.").expect("a file can be written");
    let output = run_in(folder.path(), &["init", "."]);
    assert_eq!(output.status.code(), Some(2));
    assert!(told(&output).contains("is niet leeg"), "{}", told(&output));
    let left = fs::read_dir(folder.path()).expect("the folder is there");
    assert_eq!(left.count(), 1);
}

#[test]
fn a_site_without_a_first_page_is_an_error() {
    let folder = new_site(&[]);
    fs::remove_file(folder.path().join("site/content/index.md")).expect("there is a first page");
    let report = report(&folder);
    assert!(
        report.contains("fout: het bestand `index.md` bestaat niet"),
        "{report}"
    );
}

#[test]
fn a_folder_of_files_that_does_not_exist_is_named() {
    let folder = new_site(&[]);
    for command in ["check", "serve", "preview"] {
        let output = run_in(
            &folder.path().join("site"),
            &[command, "--static", "beelden"],
        );
        assert_eq!(output.status.code(), Some(2), "{command}");
        let told = told(&output);
        assert!(
            told.contains("de map `beelden` van --static is er niet"),
            "{told}"
        );
    }
}

#[test]
fn the_list_of_addresses_of_another_site_is_one_problem() {
    let folder = new_site(&[]);
    let list = crate::support::project().join("content/adressen.toml");
    fs::copy(list, folder.path().join("site/content/adressen.toml")).expect("it can be copied");
    let report = report(&folder);
    assert_eq!(report.matches(": fout: ").count(), 1, "{report}");
    assert!(
        report.contains("dit lijkt de lijst van een andere site"),
        "{report}"
    );
}

#[test]
fn a_new_page_waits_for_its_words_in_the_language_of_the_site() {
    let folder = new_site(&["--language", "de"]);
    let site = folder.path().join("site");
    let mut pages = String::new();
    for (kind, title) in [
        ("aktuelles", "Die Brücke"),
        ("termine", "Ein Fest"),
        ("dokumente", "Ein Plan"),
        ("projekte", "Ein Weg"),
        ("gremien", "Ein Beirat"),
        ("gemeinden", "Neustadt"),
    ] {
        let made = told(&run_in(&site, &["new", kind, title]));
        assert!(made.contains("Das ist ein Entwurf."), "{made}");
        let path = made.lines().next().expect("it names the file");
        pages += &fs::read_to_string(site.join(path)).expect("it is there");
    }
    for said in [
        "summary = \"Hier schreiben, was der Leser auf dieser Seite findet.\"",
        "owner = \"redaktion\"",
        "place = \"noch auszufüllen\"",
        "type = \"Beschluss\"",
        "status = \"Läuft\"",
        "role = \"Vorsitz\"",
        "# Die Fakten unten sind Beispiele",
    ] {
        assert!(pages.contains(said), "{said} is in\n{pages}");
    }
    assert!(
        !report(&folder).contains("noch nicht geschrieben"),
        "drafts may wait"
    );
    let path = fs::read_dir(site.join("content/dokumente")).expect("the folder is there");
    let path = path.map(|entry| entry.expect("a file").path());
    let plan = path.into_iter().find(|path| path.ends_with("ein-plan.md"));
    let plan = plan.expect("the page is there");
    let text = fs::read_to_string(&plan).expect("it can be read");
    fs::write(&plan, text.replace("draft = true\n", "")).expect("it can be written");
    let report = report(&folder);
    assert!(
        report.contains("die Zusammenfassung ist noch nicht geschrieben"),
        "{report}"
    );
    assert!(report.contains("das ist noch nicht ausgefüllt"), "{report}");
}

#[test]
fn the_patterns_are_in_the_language_of_the_site() {
    for (language, address, said) in [
        (
            "nl",
            "/patronen/",
            ["Inwoners en fietsers, per dorp", "Wat u kunt doen"],
        ),
        (
            "de",
            "/muster/",
            ["Einwohner und Räder, nach Dorf", "Was Sie tun können"],
        ),
        (
            "en",
            "/patterns/",
            ["Inhabitants and bicycles, by village", "What you can do"],
        ),
    ] {
        let folder = new_site(&["--language", language]);
        let site = folder.path().join("site");
        let server =
            Server::start_with(noaber(&["serve", "--listen", "127.0.0.1:0"]).current_dir(&site));
        let page = server.get(address).text();
        for words in said {
            assert!(page.contains(words), "{words} is in\n{page}");
        }
        assert_eq!(
            page.matches("<svg class=\"chart\"").count(),
            2,
            "{language}"
        );
        if language != "nl" {
            assert!(
                !page.contains("Een ") && !page.contains("De plas"),
                "{language} has Dutch:\n{page}"
            );
        }
    }
}

#[test]
fn a_german_site_writes_umlauts_out_in_every_address() {
    let folder = new_site(&["--language", "de"]);
    let site = folder.path().join("site");
    let page = "+++\ntitle = \"Maße\"\nsummary = \"Wie groß es ist.\"\nowner = \"redaktion\"\n\
        point = [57.5, -4.2]\n+++\nSiehe [Größe](#groesse-und-hoehe).\n\n## Größe und Höhe\n\nGroß.\n";
    fs::write(site.join("content/masse.md"), page).expect("it can be written");
    let report = report(&folder);
    assert!(!report.contains(": Fehler: "), "{report}");
    let server =
        Server::start_with(noaber(&["serve", "--listen", "127.0.0.1:0"]).current_dir(&site));
    let page = server.get("/masse/").text();
    assert!(page.contains("id=\"groesse-und-hoehe\""), "{page}");
    assert_eq!(server.get("/projekte/stand/laeuft/").status, 200);
}

#[test]
fn a_code_is_free_where_the_region_is_not_dutch_and_never_that_of_two() {
    let folder = new_site(&["--language", "de"]);
    let content = folder.path().join("site/content");
    let path = content.join("gemeinden/beispielstadt.md");
    let page = fs::read_to_string(&path).expect("the page is there");
    let with_code = page.replace("seat = ", "code = \"NI-01\"\nseat = ");
    fs::write(&path, &with_code).expect("it can be written");
    assert!(!report(&folder).contains(": Fehler: "), "any code will do");
    let other = with_code.replace("Beispielstadt", "Anderstadt");
    fs::write(content.join("gemeinden/anderstadt.md"), other).expect("it can be written");
    let report = report(&folder);
    assert!(report.contains("`NI-01` ist auch der Code von"), "{report}");
}

#[test]
fn two_lines_change_two_colours_and_all_else_stays() {
    let folder = new_site(&["--language", "en"]);
    let site = folder.path().join("site");
    fs::write(
        site.join("static/css/tokens.css"),
        "@layer tokens { :root { --brand-color: #123456; --deep-color: #654321; } .hue--sea { --hue: 1; } }",
    )
    .expect("it can be written");
    fs::write(
        site.join("static/css/more.css"),
        ".more-of-us { color: red; }",
    )
    .expect("it can be written");
    let server =
        Server::start_with(noaber(&["serve", "--listen", "127.0.0.1:0"]).current_dir(&site));
    let home = server.get("/").text();
    let (_, rest) = home
        .split_once("rel=\"stylesheet\" href=\"")
        .expect("there is a style sheet");
    let style = server
        .get(rest.split('"').next().expect("an address"))
        .text();
    let at = |text: &str| {
        style
            .find(text)
            .unwrap_or_else(|| panic!("{text} is in\n{style}"))
    };
    assert!(at("--brand-color: #123456") > at("--brand-color: #2b61a2"));
    assert!(at("--deep-color: #654321") > at("--deep-color: #1e2937"));
    assert!(style.contains("--space-4: "), "all else is there");
    assert!(
        style.contains(".more-of-us"),
        "another file of the site counts too"
    );
}

#[test]
fn a_newcomer_gets_from_nothing_to_a_site_with_what_the_guide_says() {
    let script = std::process::Command::new(crate::support::project().join("tests/newcomer"))
        .arg(env!("CARGO_BIN_EXE_noaber"))
        .env(
            "NOABER_CACHE",
            concat!(env!("CARGO_TARGET_TMPDIR"), "/cache"),
        )
        .output()
        .expect("there is a shell");
    assert!(script.status.success(), "{}", told(&script));
}

/// The words between backticks in a text.
fn marked_words(text: &str) -> BTreeSet<&str> {
    let marked = text.split('`').skip(1).step_by(2);
    marked
        .flat_map(|marked| marked.split(|c: char| !c.is_ascii_lowercase() && c != '-'))
        .collect()
}

#[test]
fn the_guide_of_each_language_explains_every_key_that_the_program_reads() {
    // An unknown key in each table makes the program say which ones it reads.
    const TABLES: [&str; 4] = ["[publisher]", "[footer]", "[addresses]", "[[navigation]]"];
    const MORE: &str = "[security]\nqqq = 1\n[data]\nqqq = 1\n[words]\nqqq = 1\n[check]\nqqq = 1\n\
        [[languages]]\nqqq = 1\n[[check.exempt]]\nqqq = 1\n[kinds.qqq]\nfolder = \"qqq\"\n";
    for (language, guide) in LANGUAGES
        .into_iter()
        .zip(["LEESMIJ.md", "LIESMICH.md", "README.md"])
    {
        let folder = new_site(&["--language", language]);
        let content = folder.path().join("site/content");
        let guide = fs::read_to_string(content.join(guide)).expect("there is a guide");
        let path = content.join("index.md");
        let home = fs::read_to_string(&path).expect("there is a first page");
        fs::write(&path, home.replacen("+++", "+++\nqqq = 1", 1)).expect("it can be written");
        let mut told = report(&folder);
        let path = content.join("site.toml");
        let mut settings = fs::read_to_string(&path).expect("there are settings");
        for table in TABLES {
            settings = settings.replacen(table, &format!("{table}\nqqq = 1"), 1);
        }
        let settings = format!("qqq = 1\n{settings}\n{MORE}");
        fs::write(&path, settings).expect("it can be written");
        told.push_str(&report(&folder));
        let told = told
            .replace("choose from: ", "kies uit: ")
            .replace("wählen aus: ", "kies uit: ");
        let lists = told.split("kies uit: ").skip(1);
        let lists: Vec<&str> = lists.filter_map(|rest| rest.lines().next()).collect();
        assert!(lists.len() >= TABLES.len() + 8, "{told}");
        let words = marked_words(&guide);
        let keys = lists.iter().flat_map(|list| list.split(", "));
        // Behind the last one a report may say what else to do.
        for key in keys.filter(|key| !key.contains(' ')) {
            // Alerts have a file of their own.
            assert!(
                key == "alert" || words.contains(key),
                "the guide in {language} does not explain `{key}`"
            );
        }
    }
}
