//! The body of an answer as it was made. What is in memory anyway, such as a text that other bodies hold as well, is not kept once
//! more in each of them.

use std::cell::Cell;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use bytes::Bytes;

use crate::digest::Digest;

/// To say where a shorter piece is, in bytes, takes about as much as the piece.
const SHORTEST: usize = 64;

/// So much of a sheet is kept, in bytes: what one very long body took goes back.
const KEPT_SHEET: usize = 256 * 1024;

thread_local! {
    /// Where a body is written: in room that was found before, so that a body takes no more memory than it needs.
    static SHEET: Cell<String> = const { Cell::new(String::new()) };
}

/// The bytes of an answer.
#[derive(Debug)]
pub struct Body {
    /// All that is not shared, in a row.
    own: Bytes,
    /// In the order of their places.
    shared: Box<[Shared]>,
    length: usize,
    digest: Digest,
}

/// A piece of a text that is kept elsewhere.
#[derive(Debug)]
struct Shared {
    /// Its place in the body.
    at: usize,
    text: Arc<str>,
    piece: Range<usize>,
}

/// A body that is being written.
pub struct Sheet<'a> {
    written: String,
    texts: &'a [&'a Arc<str>],
    shared: Vec<Shared>,
}

impl Body {
    /// Writes a body. Pieces of these texts that are written from where they are, and are not short, stay there.
    ///
    /// # Errors
    /// When `write` fails.
    pub fn write<E>(
        texts: &[&Arc<str>],
        write: impl FnOnce(&mut Sheet<'_>) -> Result<(), E>,
    ) -> Result<Self, E> {
        let mut sheet = Sheet {
            written: SHEET.take(),
            texts,
            shared: Vec::new(),
        };
        write(&mut sheet)?;
        let Sheet {
            mut written,
            shared,
            ..
        } = sheet;
        let body = Body {
            own: own(&written, &shared),
            length: written.len(),
            digest: Digest::of(written.as_bytes()),
            shared: shared.into(),
        };
        written.clear();
        written.shrink_to(KEPT_SHEET);
        SHEET.set(written);
        Ok(body)
    }

    /// The number of bytes.
    pub fn length(&self) -> usize {
        self.length
    }

    /// Of all bytes.
    pub fn digest(&self) -> Digest {
        self.digest
    }

    /// All bytes in a row.
    pub fn whole(&self) -> Bytes {
        if self.shared.is_empty() {
            return self.own.clone();
        }
        let mut whole = Vec::with_capacity(self.length);
        let mut own = &*self.own;
        for Shared { at, text, piece } in &self.shared {
            let before = own
                .split_off(..at - whole.len())
                .expect("what is own lies around what is shared");
            whole.extend_from_slice(before);
            whole.extend_from_slice(text[piece.clone()].as_bytes());
        }
        whole.extend_from_slice(own);
        whole.into()
    }
}

impl<T: Into<Bytes>> From<T> for Body {
    fn from(bytes: T) -> Self {
        let own = bytes.into();
        Body {
            length: own.len(),
            digest: Digest::of(&own),
            own,
            shared: Box::default(),
        }
    }
}

impl fmt::Write for Sheet<'_> {
    fn write_str(&mut self, piece: &str) -> fmt::Result {
        if piece.len() >= SHORTEST {
            let at = self.written.len();
            let shared = |text: &&Arc<str>| {
                place_in(text, piece).map(|piece| Shared {
                    at,
                    text: Arc::clone(text),
                    piece,
                })
            };
            self.shared.extend(self.texts.iter().find_map(shared));
        }
        self.written.push_str(piece);
        Ok(())
    }
}

/// Where in a text a piece lies, if it is a piece of this one and not of another that says the same.
fn place_in(text: &str, piece: &str) -> Option<Range<usize>> {
    let start = piece.as_ptr().addr().checked_sub(text.as_ptr().addr())?;
    let end = start + piece.len();
    (end <= text.len()).then_some(start..end)
}

/// What was written without what is shared.
fn own(written: &str, shared: &[Shared]) -> Bytes {
    let length = written.len()
        - shared
            .iter()
            .map(|shared| shared.piece.len())
            .sum::<usize>();
    let mut own = Vec::with_capacity(length);
    let mut done = 0;
    for Shared { at, piece, .. } in shared {
        own.extend_from_slice(&written.as_bytes()[done..*at]);
        done = at + piece.len();
    }
    own.extend_from_slice(&written.as_bytes()[done..]);
    own.into()
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::*;

    #[test]
    fn a_body_is_the_same_whether_its_pieces_are_shared_or_not() {
        let text: Arc<str> = "Twente ".repeat(40).into();
        let write = |sheet: &mut Sheet<'_>| -> fmt::Result {
            write!(
                sheet,
                "<p>{}</p>{}<p>{}</p>",
                &text[..100],
                &text[70..200],
                &text[3..9]
            )?;
            sheet.write_str(&text)
        };
        let (alone, shared) = (
            Body::write(&[], write).expect("memory"),
            Body::write(&[&text], write).expect("memory"),
        );
        assert_eq!(alone.whole(), shared.whole());
        assert_eq!(
            (alone.length(), alone.digest()),
            (shared.length(), shared.digest())
        );
        assert_eq!(
            (alone.own.len(), shared.own.len()),
            (alone.length(), "<p></p><p>wente </p>".len())
        );
        assert_eq!(Body::from(alone.whole()).digest(), alone.digest());
    }
}
