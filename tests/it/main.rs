//! The behaviour of the program, seen from outside: through its binary, over its sockets, and
//! through the public functions of its library.

mod alerts;
mod architecture;
mod clock;
mod command_line;
mod connections;
mod content;
mod date;
mod editors;
mod events;
mod explanations;
mod faults;
mod files;
mod http;
mod ids;
mod incremental;
mod language;
mod languages;
mod limits;
mod live;
mod negotiation;
mod outputs;
mod pictures;
mod progress;
mod real_content;
mod redirects;
mod repeatable;
mod report;
mod route;
mod search;
mod search_bounds;
mod search_found;
mod search_page;
mod search_words;
mod sections;
mod sentences;
mod site;
mod source;
mod style;
mod suggest;
#[path = "../support/mod.rs"]
mod support;
mod text;
mod themes;
mod toml_file;
mod zero_results;
