//! Content lines of iCalendar: one property a line, folded at 75 bytes.

use crate::date::DateTime;

/// The most bytes that a line may have, without its end.
const MAX_LINE: usize = 75;

/// The lines of a file as far as it is written.
#[derive(Default)]
pub struct ContentLines(String);

impl ContentLines {
    /// Adds a property whose value has no text of people: `DTSTART;VALUE=DATE`, `20261205`.
    pub fn line(&mut self, name: &str, value: &str) {
        let line = format!("{name}:{value}");
        let mut room = MAX_LINE;
        for character in line.chars() {
            if character.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = MAX_LINE - 1;
            }
            self.0.push(character);
            room -= character.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// Adds a property whose value is text.
    pub fn text(&mut self, name: &str, value: &str) {
        let mut escaped = String::with_capacity(value.len());
        for character in value.chars() {
            match character {
                '\\' | ';' | ',' => escaped.extend(['\\', character]),
                '\n' => escaped.push_str("\\n"),
                _ if character.is_control() => {}
                _ => escaped.push(character),
            }
        }
        self.line(name, &escaped);
    }

    pub fn finish(self) -> String {
        self.0
    }
}

/// A time on a clock: `20261205T090000`.
pub fn clock(time: DateTime) -> String {
    time.strftime("%Y%m%dT%H%M%S").to_string()
}
