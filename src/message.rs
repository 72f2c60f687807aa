//! Messages to editors, in their language.
//!
//! The strings stand in `templates/messages/<language>/` (Fluent), a file a room of the program; a
//! new language is a new folder there. What a language lacks is said in English.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use include_dir::{Dir, include_dir};

use crate::date::Date;
use crate::text::Text;

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates/messages");

/// The language of those whose own has no messages.
pub const FALLBACK: &str = "en";

/// A thing to tell an editor: the name of a string, and the values that fill its places. Made by
/// [`message!`](crate::message!); it becomes text where the language of its reader is known.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Message {
    name: &'static str,
    values: Box<[(&'static str, MessageValue)]>,
}

/// A value in a message.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MessageValue {
    /// A piece of a file, a name or an address: the same in every language.
    Text(String),
    Number(usize),
    Date(Date),
    /// A day of the year that its reader knows.
    Day(Date),
    /// A message within the message.
    Message(Message),
    /// Several, with commas between them.
    List(Vec<MessageValue>),
}

/// A message by the name of its string, with the values of its places: `message!("empty-heading")`,
/// `message!("no-such-file", path, count = found.len())`.
#[macro_export]
macro_rules! message {
    ($name:literal $(, $key:ident $(= $value:expr)?)* $(,)?) => {
        $crate::message::Message::new($name, [
            $((stringify!($key), $crate::message!(@value $key $($value)?).into())),*
        ])
    };
    (@value $key:ident) => { $key };
    (@value $key:ident $value:expr) => { $value };
}

impl Message {
    pub fn new<const N: usize>(
        name: &'static str,
        values: [(&'static str, MessageValue); N],
    ) -> Self {
        let values = Box::from(values);
        Message { name, values }
    }

    /// The text in a language, by its tag.
    ///
    /// # Panics
    /// When the English files have no such string, or it takes another value; a test holds the
    /// messages in the source against the files.
    pub fn in_language(&self, language: &str) -> String {
        let said = |language| voice(language)?.say(self.name, &self.values);
        let said = said(language).or_else(|| said(FALLBACK));
        said.unwrap_or_else(|| panic!("`{}` stands in templates/messages/{FALLBACK}", self.name))
    }
}

/// For logs, which are in English.
impl fmt::Display for Message {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.in_language(FALLBACK))
    }
}

impl std::error::Error for Message {}

/// The string with this name, which takes no values, in a language; `None` where there is none.
pub fn named(name: &str, language: &str) -> Option<String> {
    let said = |language| voice(language)?.say(name, &[]);
    said(language).or_else(|| said(FALLBACK))
}

/// The languages that have messages.
pub fn languages() -> impl Iterator<Item = &'static str> {
    VOICES.keys().copied()
}

/// The language in which the editors of a site are spoken to, by the tag of its main language.
pub fn language_for(tag: &str) -> &'static str {
    languages().find(|known| *known == tag).unwrap_or(FALLBACK)
}

/// The messages of one language.
struct Voice {
    bundle: FluentBundle<FluentResource>,
    text: Text,
}

static VOICES: LazyLock<BTreeMap<&'static str, Voice>> = LazyLock::new(|| {
    let folders = FILES.dirs().filter_map(|folder| {
        let language = folder.path().to_str()?;
        Some((language, Voice::load(language, folder)?))
    });
    folders.collect()
});

fn voice(language: &str) -> Option<&'static Voice> {
    VOICES.get(language)
}

impl Voice {
    fn load(language: &str, folder: &Dir<'_>) -> Option<Self> {
        let mut bundle = FluentBundle::new_concurrent(vec![language.parse().ok()?]);
        bundle.set_use_isolating(false);
        for file in folder.files() {
            let strings = FluentResource::try_new(file.contents_utf8()?.to_owned());
            let strings = strings.expect("the files of messages are valid Fluent");
            bundle
                .add_resource(strings)
                .expect("each message stands once in its language");
        }
        let text = Text::load(language)?;
        Some(Voice { bundle, text })
    }

    /// A message; `None` where this language lacks it.
    fn say(&self, name: &str, values: &[(&'static str, MessageValue)]) -> Option<String> {
        let pattern = self.bundle.get_message(name)?.value()?;
        let values = values.iter().map(|(key, value)| (*key, self.value(value)));
        let mut errors = Vec::new();
        let values = FluentArgs::from_iter(values);
        let said = self
            .bundle
            .format_pattern(pattern, Some(&values), &mut errors);
        errors.is_empty().then(|| said.into_owned())
    }

    /// A number stays one, so that a string can choose its words by it.
    fn value<'v>(&self, value: &'v MessageValue) -> FluentValue<'v> {
        match value {
            MessageValue::Number(number) => (*number).into(),
            value => self.in_words(value).into(),
        }
    }

    fn in_words(&self, value: &MessageValue) -> String {
        match value {
            MessageValue::Text(text) => text.clone(),
            MessageValue::Number(number) => number.to_string(),
            MessageValue::Date(date) => self.text.date(*date),
            MessageValue::Day(date) => self.text.day(*date),
            MessageValue::Message(message) => message.in_language(self.text.language()),
            MessageValue::List(values) => {
                let values: Vec<String> = values.iter().map(|value| self.in_words(value)).collect();
                values.join(", ")
            }
        }
    }
}

impl From<&str> for MessageValue {
    fn from(text: &str) -> Self {
        MessageValue::Text(text.to_owned())
    }
}

impl From<String> for MessageValue {
    fn from(text: String) -> Self {
        MessageValue::Text(text)
    }
}

impl From<&String> for MessageValue {
    fn from(text: &String) -> Self {
        MessageValue::Text(text.clone())
    }
}

impl From<&Path> for MessageValue {
    fn from(path: &Path) -> Self {
        MessageValue::Text(path.display().to_string())
    }
}

impl From<usize> for MessageValue {
    fn from(number: usize) -> Self {
        MessageValue::Number(number)
    }
}

impl From<Date> for MessageValue {
    fn from(date: Date) -> Self {
        MessageValue::Date(date)
    }
}

impl From<Message> for MessageValue {
    fn from(message: Message) -> Self {
        MessageValue::Message(message)
    }
}

impl<V: Into<MessageValue>> FromIterator<V> for MessageValue {
    fn from_iter<I: IntoIterator<Item = V>>(values: I) -> Self {
        MessageValue::List(values.into_iter().map(Into::into).collect())
    }
}
