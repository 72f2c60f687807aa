//! Exemptions from rules that are of no use any more.

use crate::config::Config;
use crate::content::Content;
use crate::problem::Report;
use crate::rule::Rule;
use crate::suggest::did_you_mean;
use crate::suggest::nearest;

pub fn check(config: &Config, content: &Content, report: &mut Report) {
    for exemption in &config.check.exemptions {
        let is_asset = || {
            let beside = exemption
                .file
                .strip_prefix("../")
                .filter(|key| content.assets.contains_key(*key));
            beside.is_some()
                || content
                    .assets
                    .contains_key(&format!("content/{}", exemption.file))
        };
        if content.file(&exemption.file).is_none() && !is_asset() {
            let files = content.files.iter().map(|file| &*file.path);
            let help = did_you_mean(
                nearest(&exemption.file, files),
                "noem een bestand in de map met teksten, of haal de uitzondering weg",
            );
            report.add(
                exemption.place.clone(),
                Rule::Settings,
                format!("het bestand `{}` bestaat niet", exemption.file),
                help,
            );
            continue;
        }
        let idle = exemption.rules.iter().filter(|rule| {
            let broken = |problem: &crate::problem::Problem| {
                *problem.place.file == *exemption.file && problem.rule == **rule
            };
            !report.problems().iter().any(broken)
        });
        for rule in idle.copied().collect::<Vec<_>>() {
            let message = format!("`{}` houdt zich aan {rule}", exemption.file);
            report.add(
                exemption.place.clone(),
                Rule::IdleExemption,
                message,
                "haal deze regel uit de uitzondering",
            );
        }
    }
}
