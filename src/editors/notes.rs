//! The note of the preview beside each page: its publish state, and the problems of its file.

use serde_json::{Value, json};

use crate::Compiled;
use crate::config;
use crate::date::{TimeZone, Timestamp};
use crate::editors::moment;
use crate::message;
use crate::message::Message;
use crate::problem::Problem;
use crate::report::seen_message;
use crate::rule::Severity;
use crate::site::Entry;
use crate::visibility::{PublishState, Visibility};

/// The script and style that show a note in its page.
pub const SCRIPT: &str = include_str!("../../templates/editors/preview.js");
pub const STYLE: &str = include_str!("../../templates/editors/preview.css");

/// The most problems of other files in a note.
const MAX_ELSEWHERE: usize = 20;

/// The note at the page with this path of a site as it is served from `since` on, as JSON.
/// `failure` says why it is not as its files are now.
pub fn note(
    compiled: &Compiled,
    since: Timestamp,
    path: &str,
    tag: &str,
    failure: Option<&Message>,
) -> String {
    let language = compiled.report.language;
    // Of two files with one address, that which is shown comes last.
    let entry = compiled
        .entries
        .iter()
        .rev()
        .find(|entry| entry.route.as_str() == path);
    let file = entry.map(|entry| &*entry.file);
    let hidden = file.and_then(|file| {
        let page = compiled.report.hidden_page(file)?;
        let (seen, cause) = (seen_message(page.seen), page.cause.in_short());
        Some(message!("page-of-file", seen, cause))
    });
    let (here, others): (Vec<&Problem>, Vec<&Problem>) = compiled
        .report
        .problems()
        .iter()
        .partition(|problem| file == Some(&*problem.place.file));
    let (tips, problems): (Vec<&Problem>, Vec<&Problem>) = here
        .into_iter()
        .partition(|problem| problem.severity == Severity::Tip);
    let mut elsewhere: Vec<&Problem> = others
        .into_iter()
        .filter(|problem| problem.severity != Severity::Tip)
        .collect();
    elsewhere.sort_by_key(|problem| (problem.severity, *problem.place.file != *config::FILE));
    let page = |file: &str| {
        compiled
            .entries
            .iter()
            .find(|entry| *entry.file == *file)
            .map(|entry| entry.route.as_str())
    };
    let elsewhere_count = elsewhere.len();
    let of_other_file = |problem: &Problem| {
        let mut line = line(problem, language);
        line["file"] = json!(&*problem.place.file);
        // Of a file without a page there is nothing to open.
        line["page"] = json!(page(&problem.place.file));
        line
    };
    let here = |problem| line(problem, language);
    elsewhere.truncate(MAX_ELSEWHERE);
    let say = |message: Message| message.in_language(language);
    let state = hidden.or_else(|| state(entry?, since, &compiled.config().time_zone));
    let note = json!({
        "language": language,
        "words": {
            "name": say(message!("preview-name")),
            "show": say(message!("preview-show")),
            "hide": say(message!("preview-hide")),
            "problems": file.map(|file| say(message!("preview-problems", count = problems.len(), file))),
            "tips": say(message!("count-tips", count = tips.len())),
            "elsewhere": say(message!("preview-elsewhere", count = elsewhere_count)),
            "rest": say(message!("preview-and-more", count = elsewhere_count.saturating_sub(MAX_ELSEWHERE))),
            "failure": say(message!("preview-failure")),
        },
        // Of the page as it is served now.
        "tag": tag,
        "file": file,
        "state": state.map(say),
        "problems": problems.into_iter().map(here).collect::<Vec<_>>(),
        "tips": tips.into_iter().map(here).collect::<Vec<_>>(),
        "failure": failure.map(|failure| failure.in_language(language)),
        "elsewhere": elsewhere.into_iter().map(of_other_file).collect::<Vec<_>>(),
        "elsewhere_count": elsewhere_count,
    });
    note.to_string()
}

fn line(problem: &Problem, language: &str) -> Value {
    json!({
        "place": message!("place-line", line = problem.place.line).in_language(language),
        "severity": problem.severity.word().in_language(language),
        "message": problem.message.in_language(language),
        "help": problem.help.in_language(language),
        "excerpt": problem.excerpt.as_ref().map(|excerpt| &excerpt.text),
    })
}

/// The publish state of a page, if it is not simply live.
fn state(entry: &Entry, now: Timestamp, zone: &TimeZone) -> Option<Message> {
    let Visibility {
        publish, expires, ..
    } = entry.visibility;
    let read = |at: Timestamp| moment(at, now, zone);
    match entry.state {
        None => Some(message!("state-invalid")),
        Some(PublishState::Draft) => Some(message!("state-draft")),
        Some(PublishState::Planned) => {
            publish.map(|at| message!("state-planned", moment = read(at)))
        }
        Some(PublishState::Expired) => {
            expires.map(|at| message!("state-expired", moment = read(at)))
        }
        Some(PublishState::Live) => {
            expires.map(|at| message!("state-live-until", moment = read(at)))
        }
    }
}
