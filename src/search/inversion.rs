//! Pages become the postings of a segment: what stands where is gathered page by page, and written word by word.
//!
//! Tantivy could gather it too, but would look each word up among all others wherever it stands, and then its stem. Here a word gets a
//! number and its stem with it, numbers are sorted, and tantivy writes what comes of that.

use std::borrow::Cow;

use rustc_hash::FxHashMap;
use tantivy::DocId;
use tantivy::fieldnorm::FieldNormsWriter;
use tantivy::postings::{FieldSerializer, InvertedIndexSerializer};
use tantivy::schema::Field as IndexField;

use crate::content::page::Page;
use crate::search::analysis::{Form, Language, words};
use crate::search::fields::{self, Field};

/// What a stem begins with: it stands at the place of its word, and no word begins with it.
pub const STEM: char = '~';

/// How far a text begins behind the one before it in the same field, so that no phrase goes from one into the other.
const GAP: u32 = 1;

/// The number that a word or a stem has while a segment is made.
type Number = u32;

/// What stands where on pages in one language.
pub struct Inversion {
    language: Language,
    numbers: Numbers,
    /// What is known of each word.
    words: Vec<Known>,
    stems: Numbers,
    fields: [Occurrences; Field::ALL.len()],
}

struct Known {
    stem: Number,
    /// Whether it is looked for in other forms, too.
    says_something: bool,
}

/// A word with the number of pages that have it.
pub struct Counted {
    pub language: Language,
    pub word: Box<str>,
    pub stem: Box<str>,
    pub pages: u32,
}

/// Texts, each with a number.
type Numbers = FxHashMap<Box<str>, Number>;

/// The words of one field, page after page.
#[derive(Default)]
struct Occurrences {
    steps: Vec<Step>,
    /// Each document that has the field, with the end of its steps.
    documents: Vec<(DocId, usize)>,
    /// How many words and stems there are.
    length: u64,
}

/// A word, with whether it stands behind the one before it or at the same place; or the end of a text. A site has millions, so it
/// takes four bytes.
#[derive(Clone, Copy, PartialEq)]
struct Step(u32);

impl Step {
    const TEXT_END: Step = Step(u32::MAX);
    const GOES_ON: u32 = 1 << 31;

    fn new(word: Number, form: Form) -> Self {
        Step(if form == Form::Whole {
            word | Self::GOES_ON
        } else {
            word
        })
    }

    /// Moves on from the position of the word before, and says which word stands there.
    fn take(self, position: &mut u32) -> Option<Number> {
        if self == Self::TEXT_END {
            *position = position.wrapping_add(GAP);
            return None;
        }
        *position = position.wrapping_add(self.0 >> 31);
        Some(self.0 & !Self::GOES_ON)
    }
}

/// Where a word stands.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Spot {
    document: DocId,
    position: u32,
}

/// The spots of every word of a field, in order; those of one word stand together.
struct Spots {
    all: Vec<Spot>,
    /// For each word the end of its spots, which begin where those of the word before end.
    ends: Vec<usize>,
}

impl Inversion {
    pub fn new(language: Language) -> Self {
        Inversion {
            language,
            numbers: Numbers::default(),
            words: Vec::new(),
            stems: Numbers::default(),
            fields: Default::default(),
        }
    }

    /// Gathers the words of a page. Documents come in the order of their numbers.
    pub fn add(
        &mut self,
        document: DocId,
        page: &Page,
        of_language: &[IndexField],
        lengths: &mut FieldNormsWriter,
    ) {
        let mut added = [None; Field::ALL.len()];
        fields::texts(page, &mut |field, text| {
            self.add_text(field, text, &mut added)
        });
        for (at, length) in added
            .into_iter()
            .enumerate()
            .filter_map(|(at, length)| Some((at, length?)))
        {
            let occurrences = &mut self.fields[at];
            occurrences
                .documents
                .push((document, occurrences.steps.len()));
            occurrences.length += u64::from(length);
            lengths.record(document, of_language[at], length);
        }
    }

    /// `added` counts the words and stems of each field that the page has.
    fn add_text(&mut self, field: Field, text: &str, added: &mut [Option<u32>; Field::ALL.len()]) {
        let also = (field != Field::Text).then_some(Field::Text);
        let fields = || {
            std::iter::once(field)
                .chain(also)
                .map(|field| field as usize)
        };
        let mut terms = 0;
        // Words that a hyphen ties stand, as one, where the last of them does.
        for word in words(text) {
            let number = self.number(&word.folded);
            terms += 1 + u32::from(self.words[number as usize].says_something);
            fields().for_each(|at| self.fields[at].steps.push(Step::new(number, word.form)));
        }
        for at in fields() {
            self.fields[at].steps.push(Step::TEXT_END);
            *added[at].get_or_insert(0) += terms;
        }
    }

    fn number(&mut self, word: &str) -> Number {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        let stem = self.language.stem(word);
        let next = self.stems.len() as Number;
        let stem = *self.stems.entry(stem.into()).or_insert(next);
        let number = self.words.len() as Number;
        self.words.push(Known {
            stem,
            says_something: !self.language.is_stop_word(word),
        });
        self.numbers.insert(word.into(), number);
        number
    }

    /// Writes what was gathered to the fields of a segment that are of this language, and says which words there are.
    pub fn write(
        self,
        of_language: &[IndexField],
        serializer: &mut InvertedIndexSerializer,
    ) -> tantivy::Result<Vec<Counted>> {
        let Inversion {
            language,
            numbers,
            words,
            stems,
            fields,
        } = self;
        let mut with_stem: Vec<Vec<Number>> = vec![Vec::new(); stems.len()];
        for (word, known) in (0..).zip(&words).filter(|(_, known)| known.says_something) {
            with_stem[known.stem as usize].push(word);
        }
        // Each with the words that stand where it does.
        let of_words = numbers
            .iter()
            .map(|(text, number)| (Cow::Borrowed(&**text), std::slice::from_ref(number)));
        let of_stems = stems.iter().map(|(text, number)| {
            (
                Cow::Owned(format!("{STEM}{text}")),
                &*with_stem[*number as usize],
            )
        });
        let mut terms: Vec<(Cow<'_, str>, &[Number])> = of_words.chain(of_stems).collect();
        terms.sort_unstable();
        let mut pages = vec![0; words.len()];
        for (field, occurrences) in Field::ALL
            .into_iter()
            .zip(fields)
            .filter(|(_, occurrences)| occurrences.length > 0)
        {
            // No question passes over pages by the most that they can score, which takes the lengths of fields to reckon.
            let mut writer =
                serializer.new_field(of_language[field as usize], occurrences.length, None)?;
            let spots = occurrences.spots(words.len());
            let mut joined = Vec::new();
            for (text, words) in &terms {
                write_term(&mut writer, text, spots.of(words, &mut joined))?;
            }
            writer.close()?;
            if field == Field::Text {
                pages = (0..words.len() as Number)
                    .map(|word| documents(spots.of_word(word)).count() as u32)
                    .collect();
            }
        }
        let (texts, stems) = (in_order(numbers), in_order(stems));
        let counted = |((word, known), pages): ((Box<str>, &Known), u32)| {
            let stem = stems[known.stem as usize].clone();
            Counted {
                language,
                word,
                stem,
                pages,
            }
        };
        Ok(texts
            .into_iter()
            .zip(&words)
            .zip(pages)
            .map(counted)
            .collect())
    }
}

impl Occurrences {
    /// Sorts the words by their number, of which there are `words`.
    fn spots(self, words: usize) -> Spots {
        let mut next = vec![0; words + 1];
        self.steps
            .iter()
            .filter_map(|step| step.take(&mut 0))
            .for_each(|word| next[word as usize + 1] += 1);
        (0..words).for_each(|word| next[word + 1] += next[word]);
        let mut all = vec![Spot::default(); next[words]];
        let mut start = 0;
        for (document, end) in self.documents {
            // One before the first.
            let mut position = u32::MAX;
            for step in &self.steps[start..end] {
                if let Some(word) = step.take(&mut position) {
                    let at = &mut next[word as usize];
                    all[*at] = Spot { document, position };
                    *at += 1;
                }
            }
            start = end;
        }
        // Each now stands where the next word begins.
        next.truncate(words);
        Spots { all, ends: next }
    }
}

impl Spots {
    fn of_word(&self, word: Number) -> &[Spot] {
        let word = word as usize;
        let start = if word == 0 { 0 } else { self.ends[word - 1] };
        &self.all[start..self.ends[word]]
    }

    /// Where any of the words stands, in order. `joined` is room for those of several words.
    fn of<'a>(&'a self, words: &[Number], joined: &'a mut Vec<Spot>) -> &'a [Spot] {
        let mut found = words
            .iter()
            .map(|word| self.of_word(*word))
            .filter(|spots| !spots.is_empty());
        let first = found.next().unwrap_or_default();
        let Some(second) = found.next() else {
            return first;
        };
        joined.clear();
        joined.extend(first.iter().chain(second).chain(found.flatten()));
        // In rows that are in order, which this sort makes use of.
        joined.sort();
        joined
    }
}

/// The texts by their number.
fn in_order(numbers: Numbers) -> Vec<Box<str>> {
    let mut texts = vec![Box::default(); numbers.len()];
    numbers
        .into_iter()
        .for_each(|(text, number)| texts[number as usize] = text);
    texts
}

/// The spots of each document.
fn documents(spots: &[Spot]) -> impl Iterator<Item = &[Spot]> {
    spots.chunk_by(|one, other| one.document == other.document)
}

fn write_term(writer: &mut FieldSerializer<'_>, text: &str, spots: &[Spot]) -> tantivy::Result<()> {
    if spots.is_empty() {
        return Ok(());
    }
    writer.new_term(text.as_bytes(), documents(spots).count() as u32, true)?;
    let mut steps = Vec::new();
    for of_document in documents(spots) {
        steps.clear();
        let mut before = 0;
        steps.extend(
            of_document
                .iter()
                .map(|spot| spot.position - std::mem::replace(&mut before, spot.position)),
        );
        writer.write_doc(of_document[0].document, steps.len() as u32, &steps);
    }
    writer.close_term()?;
    Ok(())
}
