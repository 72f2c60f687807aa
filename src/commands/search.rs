//! `search`: the site's own search, with its reasons.

use std::process::ExitCode;

use clap::Args;

use noaber::report::counted;
use noaber::search::language::SearchLanguage;
use noaber::search::query::Query;
use noaber::site::Drafts;

use crate::commands::{SiteArgs, outcome, print};

#[derive(Args)]
pub struct SearchArgs {
    #[arg(help = "De vraag", value_name = "VRAAG")]
    query: String,
    #[arg(help = "Zeg van elke pagina waarom zij daar staat", long)]
    explain: bool,
    #[arg(
        help = "De taal van de pagina waarop wordt gevraagd, zoals de; anders die van de site",
        long,
        value_name = "TAAL"
    )]
    language: Option<String>,
    #[command(flatten)]
    source: SiteArgs,
}

impl SearchArgs {
    pub fn run(self) -> anyhow::Result<ExitCode> {
        let SearchArgs {
            query,
            explain,
            language,
            source,
        } = self;
        let compiled = source.compiled(Drafts::Hide)?;
        let spoken = crate::commands::language::of_site(&source.content);
        let language = Some(SearchLanguage::of(
            language.as_deref().unwrap_or(compiled.config().language()),
        ));
        let query = Query {
            language,
            ..Query::new(&query)
        };
        let index = compiled.index.wait();
        let found = noaber::search::search(index, &query);
        let mut printed = String::new();
        if let Some(suggestion) = &found.suggestion {
            printed.push_str(&format!("bedoelde u: {suggestion}\n"));
        }
        for answer in &found.answers {
            let link = answer.link.as_ref();
            let link = link.map_or(String::new(), |(_, address)| format!("  {address}"));
            printed.push_str(&format!("antwoord: {}{link}\n", answer.text));
        }
        if !found.unmatched.is_empty() {
            printed.push_str(&format!("niets over: {}\n", found.unmatched.join(", ")));
        }
        for (number, hit) in found.hits.iter().enumerate() {
            let named = if hit.scored.is_named {
                " (genoemd)"
            } else {
                ""
            };
            printed.push_str(&format!(
                "{:2}. {:7.3}  {}  {}{named}\n",
                number + 1,
                hit.scored.score(),
                hit.page.route,
                hit.page.meta.title
            ));
            if explain {
                for reason in found.explain(hit) {
                    let reason = reason.in_language(spoken);
                    printed.push_str(&format!("    {reason}\n"));
                }
            }
        }
        printed.push_str(&match found.total {
            0 => "niets gevonden\n".to_owned(),
            total => format!("{} gevonden\n", counted(total, "pagina", "pagina's")),
        });
        for page in &found.nearest {
            printed.push_str(&format!(
                "lijkt erop: {}  {}\n",
                page.route, page.meta.title
            ));
        }
        print(&printed)?;
        Ok(outcome(found.total > 0))
    }
}
