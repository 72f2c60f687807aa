//! Paths between the files of a site, as links in them name each other.

/// The key of the file that a relative path means: `content/nieuws/a.md` or `static/beeld/b.svg`.
/// `None` where the path leads out of the two folders.
pub fn resolve(file: &str, path: &str) -> Option<String> {
    let folder = file.rfind('/').map_or("", |end| &file[..=end]);
    let mut key = String::with_capacity("content/".len() + folder.len() + path.len() + 1);
    key.push_str("content/");
    key.push_str(folder);
    // Each part ends with a slash, and so does the last until all are there.
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                let above = key.strip_suffix('/')?.rfind('/').map_or(0, |end| end + 1);
                key.truncate(above);
            }
            part => {
                key.push_str(part);
                key.push('/');
            }
        }
    }
    let is_inside = key.starts_with("content/") || key.starts_with("static/");
    key.pop();
    is_inside.then_some(key)
}

/// The way from a file in the content folder to that folder: `../` for `nieuws/a.md`.
pub fn to_content(file: &str) -> String {
    "../".repeat(file.matches('/').count())
}

/// The path from one file to another, both from the same folder.
pub fn relative(from: &str, to: &str) -> String {
    let from: Vec<&str> = from.split('/').collect();
    let to: Vec<&str> = to.split('/').collect();
    let folders = from.len() - 1;
    let shared = from[..folders]
        .iter()
        .zip(&to[..to.len() - 1])
        .take_while(|(a, b)| a == b)
        .count();
    let up = std::iter::repeat_n("..", folders - shared);
    up.chain(to[shared..].iter().copied())
        .collect::<Vec<_>>()
        .join("/")
}
