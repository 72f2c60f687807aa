//! What the preview says beside each page: how it stands, and what is wrong in its file.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use serde::Serialize;

use crate::Compiled;
use crate::content::page::{Standing, Visibility};
use crate::date::{TimeZone, Timestamp};
use crate::editors::moment;
use crate::problem::Problem;
use crate::route::Route;
use crate::rule::Severity;

/// The script and style that show a note in its page.
pub const SCRIPT: &str = include_str!("../../templates/editors/preview.js");
pub const STYLE: &str = include_str!("../../templates/editors/preview.css");

/// How many problems of other files are told.
const TOLD_ELSEWHERE: usize = 20;

/// The notes at all pages of a site.
#[derive(Default)]
pub struct Notes {
    pages: HashMap<Route, Page>,
    problems: BTreeMap<Arc<str>, Vec<Line>>,
}

struct Page {
    file: Arc<str>,
    standing: Option<String>,
}

/// What stands beside one page.
#[derive(Serialize)]
struct Note<'a> {
    /// Names the page as it is served now: another name, another page.
    tag: &'a str,
    file: Option<&'a str>,
    /// What a visitor would not see, or not now: `concept`.
    standing: Option<&'a str>,
    problems: Vec<&'a Line>,
    tips: Vec<&'a Line>,
    elsewhere: Vec<String>,
    elsewhere_count: usize,
}

#[derive(Clone, Serialize)]
struct Line {
    /// `regel 3`.
    place: String,
    severity: String,
    message: String,
    help: String,
    excerpt: Option<String>,
    #[serde(skip)]
    is_tip: bool,
}

impl Notes {
    /// The notes at a site as it is served from `now` on.
    pub fn new(compiled: &Compiled, now: Timestamp) -> Self {
        let zone = &compiled.config().time_zone;
        let pages = compiled.entries.iter().map(|entry| {
            let standing = standing(entry.standing, entry.visibility, now, zone);
            (entry.route.clone(), Page { file: entry.file.clone(), standing })
        });
        let mut problems: BTreeMap<Arc<str>, Vec<Line>> = BTreeMap::new();
        for problem in compiled.report.problems() {
            problems.entry(problem.place.file.clone()).or_default().push(Line::new(problem));
        }
        Notes { pages: pages.collect(), problems }
    }

    /// The note at the page with this path, as JSON.
    pub fn at(&self, path: &str, tag: &str) -> String {
        let page = self.pages.get(path);
        let lines = page.and_then(|page| self.problems.get(&page.file)).map(Vec::as_slice).unwrap_or_default();
        let (tips, problems) = lines.iter().partition(|line| line.is_tip);
        let others = self.problems.iter().filter(|(file, _)| page.is_none_or(|page| page.file != **file));
        let elsewhere = others.flat_map(|(file, lines)| lines.iter().filter(|line| !line.is_tip).map(move |line| (file, line)));
        let told = elsewhere.clone().take(TOLD_ELSEWHERE).map(|(file, line)| format!("{file}, {}: {}", line.place, line.message));
        let note = Note {
            tag,
            file: page.map(|page| &*page.file),
            standing: page.and_then(|page| page.standing.as_deref()),
            problems,
            tips,
            elsewhere: told.collect(),
            elsewhere_count: elsewhere.count(),
        };
        serde_json::to_string(&note).expect("texts and numbers can be written as JSON")
    }
}

impl Line {
    fn new(problem: &Problem) -> Self {
        Line {
            place: format!("regel {}", problem.place.line),
            severity: problem.severity.to_string(),
            message: problem.message.clone(),
            help: problem.help.clone(),
            excerpt: problem.excerpt.clone(),
            is_tip: problem.severity == Severity::Tip,
        }
    }
}

/// How a page stands, where that is not simply live.
fn standing(standing: Option<Standing>, visibility: Visibility, now: Timestamp, zone: &TimeZone) -> Option<String> {
    let read = |at: Option<Timestamp>| at.map(|at| moment(at, now, zone)).unwrap_or_default();
    match standing {
        None => Some("kan niet worden getoond".to_owned()),
        Some(Standing::Draft) => Some("concept".to_owned()),
        Some(Standing::Planned) => Some(format!("gepland voor {}", read(visibility.publish))),
        Some(Standing::Expired) => Some(format!("verlopen sinds {}", read(visibility.expires))),
        Some(Standing::Live) => visibility.expires.map(|expires| format!("te zien tot {}", moment(expires, now, zone))),
    }
}
