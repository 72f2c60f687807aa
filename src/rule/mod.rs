//! The rules that content keeps. Each has a code and a name that never change, so that people and
//! scripts can refer to it.

pub mod explanation;
pub mod policy;

use std::fmt;

use crate::message;
use crate::message::Message;
use crate::suggest::{did_you_mean, nearest};

/// The weight of a broken rule for the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something is not shown as intended; `noaber check` fails.
    Error,
    /// The site is served in full, but a reader is worse off.
    Warning,
    /// Worth a thought.
    Tip,
}

impl Severity {
    /// The name in settings and in reports for programs.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "fout",
            Severity::Warning => "waarschuwing",
            Severity::Tip => "tip",
        }
    }

    /// The word for people.
    pub fn word(self) -> Message {
        match self {
            Severity::Error => message!("severity-error"),
            Severity::Warning => message!("severity-warning"),
            Severity::Tip => message!("severity-tip"),
        }
    }
}

macro_rules! rules {
    ($($(#[$doc:meta])* $rule:ident $code:literal $name:literal $severity:ident;)*) => {
        /// A rule that content keeps.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule { $($(#[$doc])* $rule),* }

        impl Rule {
            /// Every rule. Those about one thing stand together.
            pub const ALL: &[Rule] = &[$(Rule::$rule),*];

            /// The code, such as `B102`, which never changes. Its letter is what the rule is about.
            pub fn code(self) -> &'static str {
                match self { $(Rule::$rule => $code),* }
            }

            /// The name, such as `onbekende-sleutel`.
            pub fn name(self) -> &'static str {
                match self { $(Rule::$rule => $name),* }
            }

            /// The severity of breaking the rule, unless the site gives it another.
            pub fn severity(self) -> Severity {
                match self { $(Rule::$rule => Severity::$severity),* }
            }
        }
    };
}

impl Rule {
    /// The rule with this code or name: `Rule::find("l101")`, `Rule::find("kapotte-link")`.
    ///
    /// # Errors
    /// The remedy, where there is no such rule.
    pub fn find(name: &str) -> Result<Rule, Message> {
        let rules = Rule::ALL.iter().copied();
        rules
            .clone()
            .find(|rule| rule.code().eq_ignore_ascii_case(name) || rule.name() == name)
            .ok_or_else(|| {
                let names = rules.flat_map(|rule| [rule.code(), rule.name()]);
                did_you_mean(nearest(name, names), message!("rules-are-listed"))
            })
    }

    /// True for a rule that no setting may switch off or make lighter: a file that breaks it is
    /// left out of the site, or the site as a whole is not as its settings say.
    pub fn is_mandatory(self) -> bool {
        // The letters of files, addresses, the map and settings.
        let is_of_the_site = self.code().starts_with(['B', 'A', 'K', 'S']);
        is_of_the_site && self.severity() == Severity::Error
            || matches!(
                self,
                Rule::NoFrontMatter
                    | Rule::Syntax
                    | Rule::UnknownKey
                    | Rule::WrongType
                    | Rule::MissingKey
                    | Rule::Dates
                    | Rule::Translation
                    | Rule::RawHtml
                    | Rule::UnsafeLink
            )
    }
}

rules! {
    // Files.
    /// A content file cannot be read, or is too large to be a page.
    UnreadableFile "B101" "onleesbaar-bestand" Error;
    /// The text is not UTF-8.
    NotUtf8 "B102" "geen-utf-8" Error;
    /// The name cannot become an address, or a news file has no date in front.
    FileName "B103" "bestandsnaam" Error;
    /// Two files would answer at one address.
    DuplicateAddress "B104" "dubbel-adres" Error;
    /// A link in the file system that leads out of the content folder.
    OutsideFolder "B105" "buiten-de-map" Error;
    /// A folder with more files than any site has.
    FullFolder "B106" "te-volle-map" Error;
    /// Git left two versions of a text in the file.
    MergeConflict "B107" "git-conflict" Error;
    /// A character that is no text, and that feeds and maps of a site cannot hold.
    HiddenCharacter "B108" "onzichtbaar-teken" Error;
    /// A character that takes no room, and changes how the words around it are read and found.
    InvisibleMark "B109" "teken-zonder-breedte" Warning;
    /// A file at which the program itself fails.
    ProgramFault "B110" "programmafout" Error;

    // Front matter.
    /// The file does not start with front matter between `+++` lines.
    NoFrontMatter "V101" "geen-kopregels" Error;
    /// The front matter is not TOML.
    Syntax "V102" "schrijfwijze" Error;
    /// A key that the kind of page does not have.
    UnknownKey "V103" "onbekende-sleutel" Error;
    /// A value of another type than the key takes.
    WrongType "V104" "verkeerde-waarde" Error;
    /// A key that the kind of page must have.
    MissingKey "V105" "ontbrekende-sleutel" Error;
    /// Dates that contradict each other or the file name.
    Dates "V106" "datums" Error;
    /// A theme or municipality that does not exist.
    UnknownName "V107" "onbekende-naam" Error;
    /// An image without a text that stands in for it.
    NoAlternative "V108" "geen-beeldtekst" Error;
    /// A title that search engines and phones cut off.
    LongTitle "V109" "lange-titel" Warning;
    /// Two pages with one title.
    SameTitle "V110" "dubbele-titel" Warning;
    /// A summary that is cut off in lists.
    LongSummary "V111" "lange-samenvatting" Warning;
    /// Two pages with one summary.
    SameSummary "V112" "dubbele-samenvatting" Warning;
    /// A page that cannot be the translation that it says it is.
    Translation "V113" "vertaling" Error;
    /// Markdown in a text that is shown as it is.
    MarkdownInFrontMatter "V114" "opmaak-in-kopregels" Warning;
    /// A day that is still to come when visitors see the page.
    FutureDate "V115" "datum-in-de-toekomst" Warning;

    // Markdown.
    /// HTML in Markdown.
    RawHtml "M101" "html" Error;
    /// A link that runs script, or that a browser may read as one.
    UnsafeLink "M102" "onveilige-link" Error;
    /// A heading of the first level, which only the title of the page is.
    SecondTitle "M103" "tweede-titel" Error;
    /// A line that was intended as a heading and is none.
    MalformedHeading "M104" "ongelezen-kop" Error;
    /// Something that was intended as a link and is none.
    MalformedLink "M105" "ongelezen-link" Error;
    /// Lines that were intended as a table and are none.
    MalformedTable "M106" "ongelezen-tabel" Error;
    /// A footnote without a reference, or a reference without its footnote.
    Footnote "M107" "losse-voetnoot" Error;
    /// Text that is not on the page.
    LostText "M108" "verloren-tekst" Error;
    /// Marks that stand on the page, since they are not read.
    UnreadMarkup "M109" "ongelezen-opmaak" Error;
    /// A list whose numbers are others on the page than in the file.
    Renumbered "M110" "andere-nummers" Tip;

    // Links.
    /// A link or image to a file that does not exist.
    BrokenLink "L101" "kapotte-link" Error;
    /// A link to a heading that does not exist.
    BrokenFragment "L102" "kapotte-kopverwijzing" Error;
    /// A link to a page that visitors do not get to see.
    HiddenTarget "L103" "link-naar-verborgen-pagina" Error;
    /// A link without text.
    EmptyLink "L104" "lege-link" Error;
    /// A link that reaches a page of the site by way of the web, or by an old address.
    Detour "L105" "link-met-omweg" Warning;
    /// A page that no other page leads to.
    Orphan "L106" "weespagina" Warning;
    /// A link whose text does not say where it leads.
    VagueLink "L107" "nietszeggende-link" Warning;
    /// One text on one page that leads to two places.
    SameLinkText "L108" "zelfde-linktekst" Warning;
    /// A link to a file whose text says how large it is, which the site measures and says by
    /// itself.
    FileLink "L109" "bestandslink" Warning;

    // The structure of a text.
    /// A heading two levels below the one above it.
    SkippedLevel "O101" "overgeslagen-kopniveau" Warning;
    /// A heading without text.
    EmptyHeading "O102" "lege-kop" Error;
    /// An image described by the name of its file.
    FileNameAlternative "O103" "bestandsnaam-als-beeldtekst" Warning;
    /// A table with columns that have no name.
    NoTableHeader "O104" "tabel-zonder-kop" Warning;
    /// A bold line that does the work of a heading.
    BoldHeading "O105" "vet-als-kop" Warning;
    /// Lines with dashes or numbers that are no list to a screen reader.
    HandMadeList "O106" "lijst-met-de-hand" Warning;
    /// Words in capitals.
    Capitals "O107" "hoofdletters" Warning;
    /// Words in another language that a screen reader will read as if they were of this one.
    OtherLanguage "O108" "andere-taal" Tip;
    /// A chart that cannot be drawn of its table.
    Chart "O109" "diagram" Error;
    /// A film without captions (WCAG 1.2.2).
    NoCaptions "O110" "film-zonder-ondertitels" Warning;

    // Language.
    /// A sentence of more than 20 words.
    LongSentence "T101" "lange-zin" Tip;
    /// A sentence of more than 25 words.
    VeryLongSentence "T102" "te-lange-zin" Warning;
    /// A paragraph of more than 80 words.
    LongParagraph "T103" "lange-alinea" Warning;
    /// Sentences in the passive, heaped up.
    Passive "T104" "lijdende-vorm" Tip;
    /// A word that has a simpler one.
    HardWord "T105" "moeilijk-woord" Tip;
    /// An abbreviation that the page does not explain.
    Abbreviation "T106" "afkorting" Tip;

    // Spelling.
    /// A word that the dictionary does not know.
    Spelling "P101" "spelling" Tip;

    // The care of pages.
    /// A page that had to be looked at again before today.
    ReviewDue "Z101" "controle-verlopen" Warning;
    /// A page that nobody looks after.
    NoOwner "Z102" "geen-eigenaar" Warning;
    /// A translation that is older than what it translates.
    OldTranslation "Z103" "oude-vertaling" Warning;
    /// An image that takes long to come in on a bad line.
    LargeImage "Z104" "groot-beeld" Warning;
    /// A file that no page uses.
    UnusedFile "Z105" "ongebruikt-bestand" Tip;
    /// A contact for weak spots that holds for less than a month more.
    SecurityExpires "Z106" "meldpunt-loopt-af" Warning;
    /// A contact for weak spots that holds no more.
    SecurityExpired "Z107" "meldpunt-verlopen" Error;
    /// A photograph that tells where it was taken, or with which camera.
    PhotoTraces "Z108" "sporen-in-foto" Error;
    /// A contact for weak spots that is said to hold for more than a year.
    SecurityFar "Z109" "meldpunt-ver-vooruit" Tip;

    // Addresses.
    /// An old address that cannot be kept.
    FormerAddress "A101" "oud-adres" Error;
    /// An address that the site had, where nothing would answer now.
    LostAddress "A102" "verdwenen-adres" Error;
    /// An old address that leads to another old address.
    AddressChain "A103" "keten-van-adressen" Error;
    /// Old addresses that lead to each other.
    AddressLoop "A104" "kring-van-adressen" Error;

    // The map.
    /// A mistake in `kaart.geojson`.
    Map "K101" "kaart" Error;
    /// A page with an area or a point that the map does not show.
    NotOnMap "K102" "niet-op-de-kaart" Warning;
    /// A name for which the map has no room.
    LongMapName "K103" "naam-op-de-kaart" Tip;

    // The settings and the lists beside the pages.
    /// A mistake in `site.toml`.
    Settings "S101" "instellingen" Error;
    /// A mistake in `synoniemen.toml`.
    Synonyms "S102" "synoniemen" Error;
    /// A mistake in the word list.
    WordList "S103" "woordenlijst" Error;
    /// An exemption from a rule that the page keeps.
    IdleExemption "S104" "loze-uitzondering" Tip;
    /// A mistake in `antwoorden.toml`.
    Answers "S105" "antwoorden" Error;
    /// A string of a site's own that cannot be used.
    OwnText "S106" "eigen-teksten" Error;
    /// Strings that a language of a site's own does not have yet.
    MissingText "S107" "ontbrekende-teksten" Warning;
}

impl fmt::Display for Rule {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} {}", self.code(), self.name())
    }
}
