//! Exemptions from rules that are of no use any more.

use crate::config::Config;
use crate::content::Content;
use crate::message;
use crate::problem::{Problem, Report};
use crate::rule::Rule;
use crate::suggest::{did_you_mean, nearest_file};

pub fn check(config: &Config, content: &Content, report: &mut Report) {
    for exemption in &config.check.exemptions {
        let file = &exemption.file;
        let key = match file.strip_prefix("../") {
            Some(beside) => beside.to_owned(),
            None => format!("content/{file}"),
        };
        let is_there = content.file(file).is_some()
            || content.table(file).is_some()
            || content.assets.contains_key(&key);
        if !is_there {
            let files = content.files.iter().map(|file| &*file.path);
            let otherwise = message!("exemption-without-file-help");
            let message = message!("no-such-file", file);
            let help = did_you_mean(nearest_file(file, files), otherwise);
            report.add(exemption.place.clone(), Rule::Settings, message, help);
            continue;
        }
        for rule in &exemption.rules {
            let is_of = |problem: &Problem| *problem.place.file == **file && problem.rule == *rule;
            if !report.problems().iter().any(is_of) {
                let message = message!("exemption-idle", file, rule = rule.to_string());
                let help = message!("exemption-idle-help");
                report.add(exemption.place.clone(), Rule::IdleExemption, message, help);
            }
        }
    }
}
