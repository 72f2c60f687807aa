//! The open data: each collection as JSON and CSV with its description, the map, and the catalogue.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::support::{BuiltSite, Server, TestSite, run};

const TERMS: &str = "[data]\nlicence = \"https://creativecommons.org/publicdomain/zero/1.0/\"\ncontact = \"mailto:data@streek.example\"\n";

/// The small site with open data, and with these settings.
fn site(settings: &str) -> TestSite {
    let site = TestSite::new();
    let own = site.read("site.toml");
    let own = own
        .replacen("[kinds.news]", &format!("{settings}\n[kinds.news]"), 1)
        .replacen(
            "[publisher]",
            "[publisher]\naddress = \"https://streek.example/\"",
            1,
        );
    site.write("site.toml", own);
    site
}

fn json(built: &BuiltSite, address: &str) -> Value {
    serde_json::from_str(&built.read(address)).expect("it is JSON")
}

#[test]
fn each_collection_is_there_as_json_and_csv_with_the_same_facts() {
    let built = site(TERMS).build(&[]);
    let data = json(&built, "/data/gemeenten.json");
    assert_eq!(
        data["licence"],
        "https://creativecommons.org/publicdomain/zero/1.0/"
    );
    let items = data["items"].as_array().expect("the pages");
    let oever = items.iter().find(|item| item["title"] == "Oever");
    let oever = oever.expect("the municipality is there");
    assert_eq!(oever["address"], "https://streek.example/gemeenten/oever/");
    assert!(oever["inhabitants"].is_number(), "{oever}");
    let text = built.read("/data/gemeenten.csv");
    let mut rows = csv::Reader::from_reader(text.as_bytes());
    let names: Vec<String> = rows
        .headers()
        .expect("names of columns")
        .iter()
        .map(str::to_owned)
        .collect();
    let known: BTreeSet<&str> = names.iter().map(String::as_str).collect();
    let keys = oever.as_object().expect("an item").keys();
    assert_eq!(known, keys.map(String::as_str).collect());
    let title = names.iter().position(|name| name == "title");
    let title = title.expect("a column with titles");
    let rows: Vec<_> = rows.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), items.len());
    assert!(rows.iter().any(|row| &row[title] == "Oever"));
}

#[test]
fn each_time_of_an_event_and_each_word_of_its_editors_is_in_the_data() {
    let site = site("[kinds.events]\nfolder = \"agenda\"\naddress = \"/agenda/\"\n");
    site.write(
        "agenda/index.md",
        "+++\ntitle = \"Agenda\"\nsummary = \"Wat er te doen is.\"\n+++\n",
    );
    site.write(
        "agenda/markt.md",
        "+++\ntitle = \"Markt\"\nsummary = \"Kom ook.\"\nauthor = \"Een Schrijver\"\n\
         tags = [\"markt\"]\nstart = 2027-05-05T10:00:00\nmoved = 2027-05-04\nrepeat = { every = \"week\", \
         until = 2027-05-19, except = [2027-05-12] }\n+++\nIedereen.\n",
    );
    let settings = site.read("site.toml");
    let tags = settings.replace("[addresses]\n", "[addresses]\ntags = \"onderwerp\"\n");
    site.write("site.toml", tags);
    let data = json(&site.build(&[]), "/data/agenda.json");
    let event = &data["items"][0];
    assert_eq!(event["start"], "2027-05-05T10:00:00");
    assert_eq!(event["starts"][1], "2027-05-19T10:00:00");
    assert_eq!(event["starts"].as_array().map(Vec::len), Some(2));
    assert_eq!(event["moved"], "2027-05-04");
    assert_eq!(event["author"], "Een Schrijver");
    assert_eq!(event["tags"][0], "markt");
}

#[test]
fn each_collection_is_described_and_the_page_leads_to_all_files() {
    let site = site(TERMS);
    let server = Server::start(&["--no-watch", "--content", &site.content()]);
    let page = server.get("/data/");
    assert_eq!(page.status, 200);
    let page = page.text();
    for (address, kind) in [
        ("/data/nieuws.json", "application/json"),
        ("/data/nieuws.csv", "text/csv; charset=utf-8"),
        ("/data/nieuws.schema.json", "application/schema+json"),
        ("/data/themas.json", "application/json"),
        ("/data/catalog.ttl", "text/turtle; charset=utf-8"),
        ("/data/catalog.jsonld", "application/ld+json"),
        ("/data/kaart.geojson", "application/geo+json"),
    ] {
        assert!(page.contains(&format!("href=\"{address}\"")), "{address}");
        let reply = server.get(address);
        assert_eq!(reply.status, 200, "{address}");
        assert_eq!(reply.header("content-type"), Some(kind), "{address}");
    }
    let data = server.get("/data/nieuws.json").text();
    let data: Value = serde_json::from_str(&data).expect("it is JSON");
    let schema = server.get("/data/nieuws.schema.json").text();
    let schema: Value = serde_json::from_str(&schema).expect("it is JSON");
    assert_eq!(data["$schema"], schema["$id"]);
    let described = &schema["properties"]["items"]["items"]["properties"];
    let described = described.as_object().expect("columns");
    for item in data["items"].as_array().expect("the pages") {
        let keys: BTreeSet<_> = item.as_object().expect("an item").keys().collect();
        assert_eq!(keys, described.keys().collect());
    }
    for (name, column) in described {
        let text = column["description"].as_str().unwrap_or_default();
        assert!(!text.is_empty(), "{name} is described");
    }
}

#[test]
fn nothing_is_claimed_that_the_settings_do_not_say() {
    let built = site("").build(&[]);
    assert_eq!(built.find("/data/catalog.ttl"), None);
    assert_eq!(json(&built, "/data/nieuws.json")["licence"], Value::Null);
    let page = built.read("/data/");
    assert!(page.contains("is niet vastgelegd"), "{page}");
}

#[test]
fn the_catalogue_names_every_file_and_says_the_same_twice() {
    let built = site(TERMS).build(&[]);
    let turtle = built.read("/data/catalog.ttl");
    let graph = json(&built, "/data/catalog.jsonld");
    let nodes = graph["@graph"].as_array().expect("a graph");
    let of_class = |class: &str| nodes.iter().filter(|node| node["@type"] == class).count();
    assert!(of_class("dcat:Dataset") > 4);
    assert_eq!(of_class("dcat:Catalog"), 1);
    for node in nodes {
        let identifier = node["@id"].as_str().expect("an identifier");
        assert!(
            turtle.contains(&format!("\n<{identifier}> a ")),
            "{identifier}"
        );
        for address in node["dcat:downloadURL"].as_array().into_iter().flatten() {
            let address = address["@id"].as_str().expect("an address");
            let path = address.strip_prefix("https://streek.example");
            assert!(
                built.find(path.expect("of this site")).is_some(),
                "{address}"
            );
        }
    }
}

#[test]
fn a_file_may_not_take_the_address_of_the_data() {
    let site = site("");
    site.write(
        "data.md",
        "+++\ntitle = \"Data\"\nsummary = \"Iets anders.\"\n+++\nTekst.\n",
    );
    let report = run(&["check", "--content", &site.content()]);
    let report = String::from_utf8_lossy(&report.stdout).into_owned();
    assert!(report.contains("de pagina met open data"), "{report}");
}
