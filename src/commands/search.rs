//! `search`: the site's own search, with its reasons.

use std::process::ExitCode;

use clap::Args;

use noaber::message;
use noaber::message::Message;
use noaber::search::language::SearchLanguage;
use noaber::search::query::Query;
use noaber::site::Drafts;

use crate::commands::{SiteArgs, outcome, print};

#[derive(Args)]
pub struct SearchArgs {
    #[arg(value_name = "query")]
    query: String,
    #[arg(long)]
    explain: bool,
    #[arg(long = "language", value_name = "language")]
    asked_in: Option<String>,
    #[command(flatten)]
    source: SiteArgs,
}

impl SearchArgs {
    pub fn run(self, language: &'static str) -> anyhow::Result<ExitCode> {
        let SearchArgs {
            query,
            explain,
            asked_in,
            source,
        } = self;
        let compiled = source.compiled(Drafts::Hide, language)?;
        let asked_in = asked_in.as_deref().unwrap_or(compiled.config().language());
        let query = Query {
            language: Some(SearchLanguage::of(asked_in)),
            ..Query::new(&query)
        };
        let index = compiled.index.wait();
        let found = noaber::search::search(index, &query);
        let mut printed = String::new();
        let say = |message: Message| message.in_language(language) + "\n";
        if let Some(suggestion) = &found.suggestion {
            printed += &say(message!("search-meant", suggestion));
        }
        for answer in &found.answers {
            let link = answer.link.as_ref();
            let link = link.map_or(String::new(), |(_, address)| format!("  {address}"));
            printed += &say(message!("search-answer", text = &answer.text, link));
        }
        if !found.unmatched.is_empty() {
            printed += &say(message!(
                "search-unmatched",
                words = found.unmatched.join(", ")
            ));
        }
        for (number, hit) in found.hits.iter().enumerate() {
            let line = format!(
                "{:2}. {:7.3}  {}  {}",
                number + 1,
                hit.scored.score(),
                hit.page.route,
                hit.page.meta.title
            );
            printed += &match hit.scored.is_named {
                true => say(message!("search-named", line)),
                false => line + "\n",
            };
            if explain {
                for reason in found.explain(hit) {
                    let reason = reason.in_language(language);
                    printed.push_str(&format!("    {reason}\n"));
                }
            }
        }
        printed += &say(message!("search-found", count = found.total));
        for page in &found.nearest {
            let (address, title) = (page.route.as_str(), &page.meta.title);
            printed += &say(message!("search-nearest", address, title));
        }
        print(&printed)?;
        Ok(outcome(found.total > 0))
    }
}
