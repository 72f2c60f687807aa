//! The behaviour of the program, seen from outside: through its binary, over its sockets, and
//! through the public functions of its library.

mod architecture;
mod clock;
mod command_line;
mod connections;
mod editors;
mod explanations;
mod files;
mod http;
mod ids;
mod incremental;
mod languages;
mod limits;
mod live;
mod negotiation;
mod real_content;
mod redirects;
mod repeatable;
mod report;
mod search;
mod search_bounds;
mod search_page;
mod sentences;
mod site;
mod style;
#[path = "../support/mod.rs"]
mod support;
mod themes;
mod zero_results;
