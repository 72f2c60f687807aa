exemption-without-file-help = name a file in the folder of texts, or remove the exemption
exemption-idle = `{ $file }` keeps to { $rule }
exemption-idle-help = take this rule out of the exemption

structure-empty-heading = this heading is empty
structure-empty-heading-help = write the heading, or remove the line
structure-skipped-below-title = this heading has { $has }, but only the title stands above it
structure-skipped-level = this heading has { $has }, but the heading above it has { $above }
structure-skipped-level-help = write it with { $needs }: skip no level
structure-no-table-headers = this table has no headings
structure-no-table-header = column { $column } of this table has no heading
structure-no-table-header-help = say in the top row, above each column, what is in it
structure-bold-heading = this bold line does duty as a heading
structure-slanted-heading = this line in italics does duty as a heading
structure-stressed-heading-help = make it a heading: ## { $heading }
structure-hand-made-list = this looks like a list, but it is none
structure-hand-made-list-help = start each line with a hyphen and a space, or with 1. and a space, and leave a blank line above the list
structure-capitals = capitals are hard to read and seem to shout
structure-capitals-help = write it in small letters; if it is a name that is written like this, put it at `names` in the word list
structure-empty-alternative = the description `{ $alternative }` does not say what can be seen
structure-file-name-alternative = the description `{ $alternative }` is the name of a file
structure-alternative-help = write what can be seen in the picture

long-title = the title is { $length } characters long
long-title-help = make it { $longest } characters at most, with the most important words first
long-summary = the summary is { $length } characters long
long-summary-help = make it { $longest } characters at most: lists and search results leave out the rest
same-title = `{ $file }` has this title too
same-title-help = give each page a title of its own
same-summary = `{ $file }` has this summary too
same-summary-help = say what only this page tells
day-to-come = `{ $key }` is { $day }, and that day is still to come
day-to-come-help = check the day; if the page should only be seen from then on, write `publish = { $day }`

spelling-one-word = `{ $word }` is one word
spelling-one-word-help = write `{ $meant }`
spelling-unknown = the dictionary does not know `{ $word }`
spelling-unknown-help = did you mean `{ $meant }`? if it is a name, put it at `names` in the word list
no-dictionary = { $language ->
    [nl] Spelling was not checked: there is no Dutch dictionary. Install it: sudo apt install hunspell-nl
    [de] Spelling was not checked: there is no German dictionary. Install it: sudo apt install hunspell-de-de
    [en] Spelling was not checked: there is no English dictionary. Install it: sudo apt install hunspell-en-gb
   *[other] Spelling was not checked: there is no dictionary of the language of the site. Name one: noaber check --dictionary FILE
}
unreadable-dictionary = Spelling was not checked: the dictionary cannot be read. Install it again: { $path }
language-in-part = { $language ->
    [de] Language was checked in part: the length of sentences and paragraphs, your own list of hard words, and the spelling, but for words with a capital where they may be a name. The rules for the passive, abbreviations, other languages and readability know only Dutch.
   *[other] Language was checked in part: the length of sentences and paragraphs, and your own list of hard words. The rules for the passive, abbreviations, other languages and readability know only Dutch.
}

map-name-beside = the name `{ $name }` does not fit its area on the map: it stands beside it, with a line
map-name-cut = the name `{ $name }` does not fit its area on the map: only its beginning is there
map-name-left-out = the name `{ $name }` does not fit its area on the map: it is not there
map-name-help = leave it as it is, for the name is in the list as well; or choose a shorter title

review-due = this page was due for review on { $day }
review-due-help = read it again, correct what is no longer right, and put a new date at `review`
no-owner = nobody keeps this page up to date
no-owner-help = add a line `owner = "…"` with who looks after the text
large-image = this picture is { $size } kB
large-image-help = make it smaller than { $largest } kB, or use a JPEG for a photo: the site makes smaller ones of that by itself
unused-file = no page uses this file
unused-file-help = remove it, or link to it from a page
unused-text-help = if this should be a page, let its name end in .md; otherwise remove it
security-expired = the contact for security reports expired on { $day }
security-expires = the contact for security reports expires on { $day }
security-expires-help = check that the addresses are still right, and put a day within a year at `expires`
security-far = the contact for security reports holds until { $day }, more than a year ahead
security-far-help = put a day within a year at `expires`: then someone checks each year that the addresses are still right
woo-without-date = without `date` the site does not offer this document for the Woo
woo-without-date-help = add a line `date = …` to the front matter, with the day of the document
woo-elsewhere = the site does not offer this document for the Woo: it is on another site only
woo-elsewhere-help = add the file itself under `[[downloads]]`, or take `woo` away: then that other site offers it
security-made-twice = `[security]` in site.toml makes this file already
security-made-twice-help = remove this file, or the lines in site.toml
film-without-captions = the film `{ $name }` has no captions
film-without-captions-help = put them beside it in `{ $stem }.{ $language }.vtt`; if there is nothing to hear, say so in `[[check.exempt]]`
old-translation = this translation is of { $day }, and `{ $original }` changed on { $since }
translation-without-date = this translation has no date, and `{ $original }` changed on { $since }
old-translation-help = take over what has changed, and put the day on which you did so at `updated`

detour-to-page = this link takes a detour over the web to a page of the site itself
detour-to-file = this link takes a detour over the web to a file of the site itself
detour-by-old-address = this link goes by an old address to a page of the site itself
detour-help = link to the file: `{ $target }`
detour-to-nothing = this site has no page at `{ $path }`
detour-to-nothing-help = link to the file of the page that you mean: `../folder/name.md`
vague-link-address = a bare address as the text of a link does not say where it leads: `{ $text }`
vague-link-file-name = a file name as the text of a link does not say where it leads: `{ $text }`
vague-link-text = the text of this link does not say where it leads: `{ $text }`
vague-link-help = write where the link leads, so that it is clear without the sentence around it: [the site of the province](…)
file-link-with-size = the size of the file comes behind the link by itself
file-link-with-size-help = write: [{ $text }](…)
file-link-without-size = this link to a { $kind } of another site does not say its kind and size
file-link-without-size-help = add them: [{ $text } ({ $kind }, 2 MB)](…)
same-link-text = `{ $text }` leads to another place on line { $line }
same-link-text-help = give each of the two links a text that says where it leads
orphan = no chain of links leads a reader to this page
orphan-help = link to it from a page where a reader looks for it, or put it in the menu

long-sentence = this sentence has { $length } words
long-sentence-help = make it two sentences, or a list; a sentence of 15 words at most reads best
long-paragraph = this paragraph has { $length } words
long-paragraph-help = start a new paragraph where a new thought starts; { $longest } words at most
passive-twice = this sentence is in the passive { $count } times
passive-stacked = this sentence piles auxiliary verbs on `worden`
passive-again = this sentence is in the passive, as are the { $before } sentences before it
passive-help = say who does it: not `het besluit wordt genomen`, but `de raad besluit`
hard-word = { $count ->
    [one] `{ $word }` is a hard word for many readers
   *[other] `{ $word }` is a hard word for many readers ({ $count } times on this page)
}
hard-word-help = better write: { $simpler }
abbreviation = the abbreviation `{ $abbreviation }` has not been explained yet
abbreviation-in-full-help = write it in full: { $full }
abbreviation-help = write the whole name the first time, with ({ $abbreviation }) behind it; if everybody knows the abbreviation, put it at `abbreviations` in the word list
other-language = `{ $words }` seems to be { $tag ->
    [de] German
    [fr] French
   *[en] English
}
other-language-help = say it in Dutch
other-language-in-text-help = say it in Dutch, or mark the language: [{ $words }](lang:{ $tag })
