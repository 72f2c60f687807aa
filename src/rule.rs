//! The rules that content keeps. Each has a code and a name that never change, so that people and scripts can refer to it.

use std::fmt;

/// What a broken rule means for the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something is not shown as it was meant; `noaber check` fails.
    Error,
    /// The site is served in full, but a reader is worse off.
    Warning,
    /// Worth a thought.
    Tip,
}

impl fmt::Display for Severity {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Severity::Error => "fout",
            Severity::Warning => "waarschuwing",
            Severity::Tip => "tip",
        })
    }
}

macro_rules! rules {
    ($($(#[$doc:meta])* $rule:ident $code:literal $name:literal $severity:ident;)*) => {
        /// A rule that content keeps.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule { $($(#[$doc])* $rule),* }

        impl Rule {
            /// Every rule, in the order of the codes.
            pub const ALL: &[Rule] = &[$(Rule::$rule),*];

            /// The code, such as `B102`: the letter names the group, the number never changes.
            pub fn code(self) -> &'static str {
                match self { $(Rule::$rule => $code),* }
            }

            /// The name, such as `onbekende-sleutel`.
            pub fn name(self) -> &'static str {
                match self { $(Rule::$rule => $name),* }
            }

            pub fn severity(self) -> Severity {
                match self { $(Rule::$rule => Severity::$severity),* }
            }
        }
    };
}

rules! {
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
    /// HTML in Markdown.
    RawHtml "M101" "html" Error;
    /// A link that runs script, or that a browser may read as one.
    UnsafeLink "M102" "onveilige-link" Error;
    /// A heading of the first level, which only the title of the page is.
    SecondTitle "M103" "tweede-titel" Error;
    /// A link or image to a file that does not exist.
    BrokenLink "L101" "kapotte-link" Error;
    /// A link to a heading that does not exist.
    BrokenFragment "L102" "kapotte-kopverwijzing" Error;
    /// A link to a page that visitors do not get to see.
    HiddenTarget "L103" "link-naar-verborgen-pagina" Error;
    /// A link without text.
    EmptyLink "L104" "lege-link" Error;
    /// An old address that cannot be kept.
    FormerAddress "A101" "oud-adres" Error;
    /// A mistake in `site.toml`.
    Settings "S101" "instellingen" Error;
    /// A mistake in `synoniemen.toml`.
    Synonyms "S102" "synoniemen" Error;
}

impl fmt::Display for Rule {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} {}", self.code(), self.name())
    }
}
