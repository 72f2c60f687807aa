//! Inputs that are nearly right: seeds with some of their bytes changed.

use super::rng::SeededRng;

/// Pieces that readers of all kinds stumble over.
const PIECES: &[&[u8]] = &[
    b"\r\n",
    b"\n\n",
    b"\0",
    b" ",
    b":",
    b"/",
    b"%",
    b"%2e%2e/",
    b";",
    b",",
    b"=",
    b"\"",
    b"'",
    b"\xff",
    b"\xc0\xaf",
    b"\xe2\x80\xae",
    b"\xef\xbb\xbf",
    b"[",
    b"](",
    b"![",
    b"<",
    b"<b onclick=x>",
    b"<script>",
    b"javascript:",
    b"`",
    b"```\n",
    b"|",
    b"|-|\n",
    b"> ",
    b"- ",
    b"**",
    b"_",
    b"[^1]",
    b"+++\n",
    b"[[",
    b"{",
    b"}",
    b"60",
    b"-0",
    b"9999999999999999999",
    b"1e999",
    b"nan",
    b"2026-02-30",
    b"23:59:60",
    b"{#",
    b"&amp",
    b"&#0;",
    b"\\",
    b"]:",
    b"---\n",
    b"<!--",
    b"-->",
];

/// One of the seeds with up to seven changes: a byte another one, a part left out or doubled, a
/// piece put in, the end cut off or taken from another seed.
pub fn mutated(random: &mut SeededRng, seeds: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = random.choose(seeds).clone();
    for _ in 0..=random.below(6) {
        let at = random.below(bytes.len() + 1);
        let end = (at + random.below(64)).min(bytes.len());
        match random.below(8) {
            0 if at < bytes.len() => bytes[at] = random.below(256) as u8,
            1 => drop(bytes.drain(at..end)),
            2 if bytes.len() < 20_000 => bytes.extend_from_within(at..),
            3 => bytes.truncate(at),
            4 => {
                let piece = bytes[at..end].repeat(random.below(20));
                bytes.splice(at..at, piece);
            }
            5 => {
                let other = random.choose(seeds);
                bytes.truncate(at);
                bytes.extend(&other[random.below(other.len() + 1)..]);
            }
            _ => drop(bytes.splice(at..at, random.choose(PIECES).iter().copied())),
        }
    }
    bytes
}
