//! The content of the project itself: the only tests that an edit of it can turn red.

use std::fs;

use crate::architecture::{files, root, sources};

#[test]
fn the_program_knows_no_place_of_any_region() {
    let settings =
        fs::read_to_string(root().join("content/site.toml")).expect("the settings are there");
    let name = settings
        .lines()
        .find_map(|line| line.strip_prefix("name = "))
        .expect("the site has a name")
        .trim_matches('"')
        .to_lowercase();
    let municipalities = files(&root().join("content/gemeenten"))
        .into_iter()
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()));
    let places: Vec<String> = municipalities
        .filter(|place| place != "index")
        .chain(name.split(' ').take(1).map(str::to_owned))
        .collect();
    assert!(places.len() > 10, "there are places to look for");
    let program = sources()
        .into_iter()
        .map(|(file, text)| (format!("src/{file}"), text));
    let templates = files(&root().join("templates")).into_iter().map(|path| {
        (
            path.display().to_string(),
            fs::read_to_string(&path).expect("templates are text"),
        )
    });
    for (file, text) in program.chain(templates) {
        let lower = text.to_lowercase();
        for place in &places {
            assert!(
                !lower
                    .split(|c: char| !c.is_alphanumeric() && c != '-')
                    .any(|word| word == place),
                "{file} names {place}"
            );
        }
    }
}
