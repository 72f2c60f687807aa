//! "Did you mean": the candidate that differs from a word by a few typing mistakes.

use crate::media_type::media_type;
use crate::message;
use crate::message::Message;

/// The candidate nearest to the word, if one is near enough to suggest.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    candidates
        .into_iter()
        .filter_map(|candidate| Some((edit_distance(word, candidate)?, candidate)))
        .min()
        .map(|(_, candidate)| candidate)
}

/// The number of edits between two words, whatever their case; `None` where it is too high for a
/// typing mistake.
pub fn edit_distance(word: &str, candidate: &str) -> Option<usize> {
    let (word_length, length) = (word.chars().count(), candidate.chars().count());
    let limit = (word_length.max(length) / 3).max(1);
    if word_length.abs_diff(length) > limit {
        return None;
    }
    let distance = strsim::damerau_levenshtein(&word.to_lowercase(), &candidate.to_lowercase());
    // A word of one letter is another word, not a mistake in it.
    let is_mistake = distance <= limit && distance < word_length.max(length);
    (distance == 0 || is_mistake).then_some(distance)
}

/// The file whose name is most like that of `path`, whatever its folder; of several, one of the
/// same ending, and then that which lies nearest to where it was looked for. What is shown is not
/// like what is read.
pub fn nearest_file<'a>(path: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = FileName::of(path);
    let first = format!("{}/index.md", wanted.folder);
    let likely = known.into_iter().filter_map(|other| {
        let name = FileName::of(other);
        if is_shown(path) != is_shown(other) {
            return None;
        }
        let distance = if other == first && !wanted.is_first {
            edit_distance(wanted.name, "index")
        } else {
            edit_distance(wanted.name, name.name).filter(|_| name.is_first == wanted.is_first)
        };
        let is_other = !wanted.ending.eq_ignore_ascii_case(name.ending);
        let far = strsim::levenshtein(wanted.folder, name.folder);
        Some((distance? + usize::from(is_other), is_other, far, other))
    });
    likely.min().map(|(.., other)| other)
}

/// The name of a file in its parts. That of `themas/index.md` is `themas`: each folder has a file
/// `index`.
struct FileName<'a> {
    folder: &'a str,
    name: &'a str,
    ending: &'a str,
    /// True for the first page of a folder.
    is_first: bool,
}

impl<'a> FileName<'a> {
    fn of(path: &'a str) -> Self {
        let name_at = path.rfind('/').map_or(0, |slash| slash + 1);
        let point = path[name_at..].rfind('.').map(|at| name_at + at);
        let (bare, ending) = path.split_at(point.unwrap_or(path.len()));
        let first = match bare {
            "index" => Some(""),
            bare => bare.strip_suffix("/index"),
        };
        let first = first.filter(|_| ending == ".md");
        let (folder, name) = match first {
            // A folder within the one of all pages.
            Some(folder) => folder.rsplit_once('/').unwrap_or(("", folder)),
            None => bare.rsplit_once('/').unwrap_or(("", bare)),
        };
        let is_first = first.is_some();
        FileName {
            folder,
            name,
            ending,
            is_first,
        }
    }
}

/// True for the name of a picture, a film or a sound.
fn is_shown(path: &str) -> bool {
    let kind = media_type(&path.to_lowercase());
    ["image/", "video/", "audio/"]
        .iter()
        .any(|start| kind.starts_with(start))
}

/// The remedy for a name that does not exist.
pub fn did_you_mean(meant: Option<&str>, otherwise: Message) -> Message {
    match meant {
        Some(name) => message!("did-you-mean", name),
        None => otherwise,
    }
}
