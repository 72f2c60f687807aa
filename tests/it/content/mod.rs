//! Single files of content, as they are read.

mod english;
mod markdown;
mod prose;
mod redirects;
mod slug;
mod synonyms;
mod typography;
mod values;
mod word_list;
mod words;
