//! Dutch as a region writes it: sentences from patterns, with compounds that give it a large
//! vocabulary.

use crate::rng::SeededRng;

const WHO: &[&str] = &[
    "de gemeente",
    "de regio",
    "de provincie",
    "het bestuur",
    "de gemeenteraad",
    "het waterschap",
    "de ondernemer",
    "de inwoner",
    "de school",
    "het college",
    "de werkgroep",
    "de projectleider",
    "de vereniging",
    "de stichting",
    "het ministerie",
    "de wethouder",
    "de burgemeester",
    "de stuurgroep",
    "de zorgverlener",
    "de boer",
    "de student",
    "de bezoeker",
];
const STEMS: &[&str] = &[
    "bouw",
    "water",
    "werk",
    "woning",
    "energie",
    "weg",
    "fiets",
    "school",
    "zorg",
    "natuur",
    "markt",
    "plan",
    "dorps",
    "stads",
    "grond",
    "wijk",
    "jeugd",
    "sport",
    "cultuur",
    "landschaps",
    "vervoers",
    "kennis",
    "techniek",
    "warmte",
    "klimaat",
    "veiligheids",
    "opleidings",
    "ondernemers",
    "recreatie",
    "erfgoed",
    "spoor",
    "kanaal",
    "buurt",
    "arbeids",
    "gezondheids",
    "milieu",
    "ruimte",
    "bestuurs",
    "regio",
];
const THINGS: &[&str] = &[
    "plan",
    "project",
    "fonds",
    "overleg",
    "beleid",
    "netwerk",
    "onderzoek",
    "akkoord",
    "gebied",
    "programma",
    "centrum",
    "loket",
    "budget",
    "traject",
    "initiatief",
    "rapport",
    "besluit",
    "aanbod",
    "bedrijf",
    "platform",
    "team",
    "convenant",
    "verhaal",
    "punt",
];
const DOES: &[&str] = &[
    "werkt aan",
    "vraagt aandacht voor",
    "begint met",
    "kiest voor",
    "rekent op",
    "geeft ruimte aan",
    "investeert in",
    "zoekt naar",
    "praat over",
    "bouwt aan",
    "wacht op",
    "denkt na over",
    "legt de nadruk op",
    "neemt afscheid van",
    "gaat door met",
    "let op",
];
const HOW: &[&str] = &[
    "nieuw",
    "eerste",
    "gezamenlijk",
    "belangrijk",
    "regionaal",
    "duidelijk",
    "groot",
    "klein",
    "open",
    "veilig",
    "duurzaam",
    "breed",
    "sterk",
    "snel",
    "vast",
    "tijdelijk",
    "bestaand",
    "lokaal",
    "gewoon",
    "goed",
];
const WHEN: &[&str] = &[
    "dit jaar",
    "volgend voorjaar",
    "in de zomer",
    "na de vakantie",
    "voor het einde van het jaar",
    "vanaf januari",
    "op termijn",
    "deze maand",
    "in overleg met de buurt",
    "samen met de buren",
    "met geld van het Rijk",
    "zonder extra kosten",
    "in kleine stappen",
];
const LINKS: &[&str] = &[
    "Daarom",
    "Ook",
    "Verder",
    "Bovendien",
    "Intussen",
    "Daarna",
    "Toch",
    "Zo",
    "Hierdoor",
    "Volgens de planning",
];
const ENDS: &[&str] = &[
    "Dat staat in het verslag.",
    "De raad beslist daar in het najaar over.",
    "Wie mee wil praten, kan zich melden.",
    "Meer daarover staat op een andere pagina.",
    "De cijfers komen van het CBS.",
    "Daar is geld voor nodig, en tijd.",
    "Het loopt tot en met 2027.",
    "Inwoners krijgen daarover een brief.",
];

/// Writes about one theme.
pub struct Prose<'a> {
    pub rng: &'a mut SeededRng,
    theme: &'static str,
}

impl<'a> Prose<'a> {
    pub fn new(rng: &'a mut SeededRng, theme: &'static str) -> Self {
        Prose { rng, theme }
    }

    /// The number of words of a text: 500 by median, and a long tail.
    pub fn length(&mut self) -> usize {
        match self.rng.below(20) {
            0 => 1_100 + self.rng.below(1_900),
            1..=3 => 700 + self.rng.below(400),
            _ => 180 + self.rng.below(400),
        }
    }

    pub fn title(&mut self) -> String {
        let thing = self.compound();
        match self.rng.below(3) {
            0 => format!("{} voor {}", capital(&thing), self.theme),
            1 => format!(
                "{} en {}: {}",
                capital(self.theme),
                thing,
                self.rng.choose_by_rank(WHEN)
            ),
            _ => format!(
                "{} {} het {thing}",
                capital(self.rng.choose_by_rank(WHO)),
                self.rng.choose_by_rank(DOES)
            ),
        }
    }

    pub fn phrase(&mut self) -> String {
        format!(
            "een {} {} voor {}",
            self.rng.choose_by_rank(HOW),
            self.compound(),
            self.rng.choose_by_rank(WHO)
        )
    }

    pub fn sentence(&mut self) -> String {
        let who = self.rng.choose_by_rank(WHO);
        let does = self.rng.choose_by_rank(DOES);
        let (what, other) = (self.compound(), self.compound());
        match self.rng.below(6) {
            0 => format!(
                "{} {does} een {} {what} {}.",
                capital(who),
                self.rng.choose_by_rank(HOW),
                self.rng.choose_by_rank(WHEN)
            ),
            1 => format!("{} {does} het {what}, zegt {who}.", self.rng.choose(LINKS)),
            2 => format!(
                "{} {does} het {what} en het {other}, want {} vraagt daarom.",
                capital(who),
                self.theme
            ),
            3 => format!(
                "Het {what} kost {} euro, het {other} {} euro.",
                self.number(),
                self.number()
            ),
            4 => {
                format!(
                    "Wat {who} betreft is het \"{what}\" er {} voor **{}** en voor iedereen.",
                    self.rng.choose_by_rank(WHEN),
                    self.theme
                )
            }
            _ => self.rng.choose(ENDS).to_owned(),
        }
    }

    pub fn row(&mut self) -> [String; 3] {
        [
            capital(&self.compound()),
            self.number(),
            self.rng.choose_by_rank(WHEN).to_owned(),
        ]
    }

    fn number(&mut self) -> String {
        format!("{}.{:03}", 1 + self.rng.below(900), self.rng.below(1_000))
    }

    fn compound(&mut self) -> String {
        let thing = self.rng.choose_by_rank(THINGS);
        match self.rng.below(4) {
            0 => thing.to_owned(),
            1 => format!(
                "{}{}{thing}",
                self.rng.choose_by_rank(STEMS),
                self.rng.choose_by_rank(STEMS)
            ),
            _ => format!("{}{thing}", self.rng.choose_by_rank(STEMS)),
        }
    }
}

/// The text with its first letter large.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
