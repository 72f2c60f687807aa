//! Another region: all that it says and shows is its own.

use std::collections::BTreeSet;
use std::fs;

use crate::support::html::Document;
use crate::support::{BuiltSite, Server, TestSite, noaber, project, run};

/// An invented region, with words, hues and a logo of its own and places without a code.
fn isles() -> BuiltSite {
    TestSite::copy("tests/regions/isles", &std::env::temp_dir()).build(&[])
}

/// The words by which the site of Twente would be known: its name, and those of its municipalities
/// and hues.
fn words_of_twente() -> BTreeSet<String> {
    let pages = fs::read_dir(project().join("content/gemeenten")).expect("the pages are there");
    let names = pages.filter_map(|page| Some(page.ok()?.path().file_stem()?.to_str()?.to_owned()));
    let others = [
        "twente",
        "twents",
        "twentse",
        "overijssel",
        "selvedge",
        "heather",
        "brick",
    ];
    let others = others.into_iter().map(str::to_owned);
    names.filter(|name| name != "index").chain(others).collect()
}

#[test]
fn no_word_of_twente_is_on_the_pages_of_another_region() {
    let words = words_of_twente();
    assert!(words.len() > 14, "{words:?}");
    for (address, text) in isles().files() {
        let text = text.to_lowercase();
        let is_letter = |c: char| c.is_alphanumeric();
        for word in text.split(|c: char| !is_letter(c) && c != '-') {
            assert!(!words.contains(word), "{address} says {word}");
        }
        assert!(!text.contains("twent"), "{address} names Twente");
    }
}

#[test]
fn another_region_has_no_mistake_and_calls_its_places_what_they_are() {
    let content = project().join("tests/regions/isles/content");
    let content = content.to_str().expect("a plain path");
    let report = run(&["check", "--all", "--content", content]);
    let told = String::from_utf8_lossy(&report.stdout);
    assert!(
        !told.contains(": fout: ") && !told.contains(": waarschuwing: "),
        "{told}"
    );
    let built = isles();
    for (address, words) in [
        ("/islands/", "Islands"),
        ("/islands/gullholm/", "Island"),
        ("/find-your-island/", "Find your island"),
    ] {
        let page = built.read(address);
        assert!(page.contains(words), "{address}:\n{page}");
    }
    for (address, text) in built.files() {
        let is_page = address.ends_with('/');
        assert!(
            !is_page || !text.to_lowercase().contains("municipalit"),
            "{address} speaks of municipalities:\n{text}"
        );
    }
}

#[test]
fn a_menu_leads_to_the_web_and_the_logo_is_that_of_the_site() {
    let built = isles();
    let home = built.read("/");
    let page = Document::parse(&home);
    for (part, address) in [
        (".site-nav", "https://ferry.example/times"),
        (".site-footer", "https://weather.example/"),
    ] {
        let part = page.outer(part).expect("it is on every page");
        let links = Document::parse(part).attributes("a", "href");
        assert!(links.iter().any(|link| link == address), "{links:?}");
    }
    assert_eq!(page.attributes(".mark", "src").len(), 2, "{home}");
    let site = TestSite::new();
    let plain = site.build(&[]).read("/");
    assert!(
        !plain.contains("class=\"mark\""),
        "a site without a logo shows none"
    );
}

#[test]
fn what_a_place_is_called_takes_both_of_its_words() {
    let site = TestSite::copy("tests/regions/isles", &std::env::temp_dir());
    let settings = site.read("site.toml");
    site.write(
        "site.toml",
        settings.replace("municipalities = \"islands\"\n", ""),
    );
    let output = noaber(&["check", "--content", &site.content()]).output();
    let output = output.expect("the binary starts").stdout;
    let told = String::from_utf8_lossy(&output);
    assert!(told.contains("one of the words `municipality`"), "{told}");
}

#[test]
fn the_colour_of_the_site_is_told_to_browsers_as_its_own_tokens_have_it() {
    let manifest = isles().read("/site.webmanifest");
    assert!(
        manifest.contains("\"theme_color\":\"#00658f\""),
        "{manifest}"
    );
}

/// A copy of the invented region with a file of strings in a language.
fn with_strings(language: &str, strings: &str) -> TestSite {
    let site = TestSite::copy("tests/regions/isles", &std::env::temp_dir());
    site.write(&format!("../texts/{language}.ftl"), strings);
    site
}

fn report(site: &TestSite) -> String {
    let output = noaber(&["check", "--all", "--content", &site.content()]).output();
    String::from_utf8_lossy(&output.expect("the binary starts").stdout).into_owned()
}

#[test]
fn a_site_says_things_in_its_own_strings_and_is_told_which_cannot_be_said() {
    let site = with_strings(
        "en",
        "# Own words.\nsearch = Look\nhome = Harbour { $nobody }\nlook = Look\nstill not a string\n",
    );
    let told = report(&site);
    for message in [
        "texts/en.ftl:3:1: error: there is something in the text `home` that it cannot hold",
        "texts/en.ftl:4:1: error: the text `look` does not exist",
        "texts/en.ftl:5:1: error: this line cannot be read",
    ] {
        assert!(told.contains(message), "{told}");
    }
    assert!(
        !told.contains("missing"),
        "what is not there, the program has:\n{told}"
    );
    let server = Server::start(&["--no-watch", "--content", &site.content()]);
    let page = server.get("/contact/").text();
    assert!(page.contains("Look"), "{page}");
    assert!(page.contains(">Home</a>"), "{page}");
}

#[test]
fn a_language_that_the_program_does_not_know_needs_no_more_than_a_file() {
    let site = with_strings(
        "fr",
        "locale = fr_FR\nlanguage-name = Français\nhome = Accueil\nskip-to-content = Aller au contenu\n",
    );
    let settings = site.read("site.toml");
    let french = "\n[[languages]]\nlanguage = \"fr\"\n";
    site.write("site.toml", format!("{settings}{french}"));
    let page = |title| {
        format!(
            "+++\ntitle = \"{title}\"\nsummary = \"Une page, {title}.\"\ndate = 2026-03-02\nowner = \"bureau\"\n+++\nVoir [la page](page.md).\n"
        )
    };
    site.write("fr/index.md", page("Les îles"));
    site.write("fr/page.md", page("Une page"));
    let told = report(&site);
    assert!(told.contains("texts/fr.ftl:1:1: warning: "), "{told}");
    assert!(told.contains("texts are still missing"), "{told}");
    assert!(!told.contains(": error: "), "{told}");
    let page = site.build(&[]).read("/fr/page/");
    for words in [
        "<html lang=\"fr\">",
        "Aller au contenu",
        ">Accueil</a>",
        "2 mars 2026",
    ] {
        assert!(page.contains(words), "{words}:\n{page}");
    }
}

#[test]
fn the_search_finds_and_shows_facts_in_the_own_strings_of_a_site() {
    let site = with_strings("fr", "locale = fr_FR\nevent-organiser = Organisateur\n");
    let settings = site.read("site.toml");
    site.write(
        "site.toml",
        settings.replacen("language = \"en\"", "language = \"fr\"", 1),
    );
    let boat_day = site.read("gatherings/boat-day.md");
    let organised = boat_day.replacen("place =", "organiser = \"Pilots\"\nplace =", 1);
    site.write("gatherings/boat-day.md", organised);
    let server = Server::start(&["--no-watch", "--content", &site.content()]);
    for query in ["pilots", "organisateur"] {
        let page = server.get(&format!("/search/?q={query}")).text();
        let words = page.replace("<mark>", "").replace("</mark>", "");
        assert!(words.contains("Boat day – Organisateur: Pilots"), "{page}");
    }
}

#[test]
fn a_string_of_the_site_is_followed_while_it_is_served() {
    let site = with_strings("en", "home = Harbour\n");
    let server = Server::start(&["--content", &site.content()]);
    server.wait_for("/contact/", ">Harbour</a>");
    site.write("../texts/en.ftl", "home = Quay\n");
    server.wait_for("/contact/", ">Quay</a>");
}

/// The sentences of the report on this site, each with its remedy.
fn sentences(site: &TestSite, arguments: &[&str]) -> Vec<String> {
    let output = noaber(&["check", "--format", "json", "--content", &site.content()])
        .args(arguments)
        .output();
    let report = output.expect("the binary starts").stdout;
    let report: serde_json::Value = serde_json::from_slice(&report).expect("the report is JSON");
    let problems = report["problems"].as_array().expect("there are problems");
    let said = |problem: &serde_json::Value| format!("{}; {}", problem["message"], problem["help"]);
    let notes = report["notes"].as_array().expect("there are notes");
    let notes = notes.iter().map(ToString::to_string);
    problems.iter().map(said).chain(notes).collect()
}

#[test]
fn what_is_wrong_with_the_pages_of_an_english_site_is_told_in_english() {
    const DUTCH: [&str; 12] = [
        "de", "het", "een", "niet", "wordt", "geen", "zet", "schrijf", "naar", "met", "deze", "van",
    ];
    let site = TestSite::copy("tests/regions/isles", &std::env::temp_dir());
    let long = "and on ".repeat(30);
    site.write(
        "tidings/2026-03-01-wrong.md",
        format!(
            "+++\ntitle = \"Contact\"\nsummary = \"{}\"\ndate = 2026-03-01\nupdated = 2199-01-01\nreview = 2026-03-02\nformer = [\"/tidings/\", \"/old/\", \"old\"]\nthemes = [\"cows\"]\n+++\n#### Deep\n\n**Bold line**\n\nRead [here](nothing.md), [more](../islands/index.md#nowhere), [this](/islands/), [it](https://isles.example/none/) and [it](../topics/index.md). It goes on {long}.\n\n![picture](nothing.png)\n\n| a |  |\n|---|--|\n| b | c |\n",
            "w ".repeat(100)
        ),
    );
    site.write("../static/unused.pdf", "");
    let told = sentences(&site, &[]);
    assert!(told.len() > 15, "{told:#?}");
    for sentence in &told {
        let is_letter = |c: char| c.is_alphanumeric();
        let mut words = sentence.split(|c: char| !is_letter(c));
        let dutch = words.find(|word| DUTCH.contains(word));
        assert_eq!(dutch, None, "{sentence}");
    }
    let about = told.iter().find(|sentence| sentence.contains("no file"));
    let about = about.unwrap_or_else(|| panic!("a missing file is told of: {told:#?}"));
    assert!(about.contains("there is no file `nothing.md`"), "{about}");
}

#[test]
fn the_spelling_of_an_english_site_is_checked_and_one_line_says_what_is_not() {
    let site = TestSite::copy("tests/regions/isles", &std::env::temp_dir());
    site.write("../en.aff", "SET UTF-8\n");
    site.write("../en.dic", "2\nreceive\nharbour\n");
    let text = site.read("contact.md");
    let slow = "and the boats of the harbour ".repeat(6);
    let slow = slow.trim_end();
    site.write(
        "contact.md",
        format!("{text}\nWe recieve it in the harbour. There lie {slow}.\n"),
    );
    let dictionary = site.path("../en.dic").display().to_string();
    let told = sentences(&site, &["--dictionary", &dictionary]);
    let count = |part: &str| {
        let of = told.iter().filter(|sentence| sentence.contains(part));
        of.count()
    };
    assert_eq!(
        count("the dictionary does not know `recieve`"),
        1,
        "{told:#?}"
    );
    assert_eq!(count("the dictionary does not know"), 1, "{told:#?}");
    assert_eq!(count("did you mean `receive`?"), 1, "{told:#?}");
    assert_eq!(count("this sentence has 38 words"), 1, "{told:#?}");
    assert_eq!(count("know only Dutch"), 1, "{told:#?}");
}
