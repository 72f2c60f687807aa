//! Single files of content, as they are read.

mod english;
mod german;
mod markdown;
mod prose;
mod redirects;
mod slug;
mod synonyms;
mod typography;
mod values;
mod word_list;
mod words;

use serde_json::Value;

use crate::support::valid_site::check;

/// The report of `check` on the files of a site of their own, each message with its help.
fn said_of(files: &[(&'static str, &str)]) -> String {
    let written = files.iter().map(|(name, text)| (*name, (*text).to_owned()));
    let (output, _) = check(&written.collect::<Vec<_>>(), &["--format", "json"]);
    let report: Value = serde_json::from_slice(&output.stdout).expect("the report is JSON");
    let problems = report["problems"].as_array().expect("there are problems");
    let said = problems.iter().filter_map(|problem| {
        let [file, message, help] = ["file", "message", "help"].map(|key| problem[key].as_str());
        let name = file?.strip_prefix("content/")?;
        files.iter().find(|(written, _)| *written == name)?;
        Some(format!("{name}: {}\n  {}\n", message?, help?))
    });
    said.collect()
}
