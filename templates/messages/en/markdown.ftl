lint-heading = this heading is not read as a heading
lint-heading-help = put a space after the last #: `{ $heading }`
lint-heading-deep-help = a heading has six # at most: `{ $heading }`
lint-table-dashes = this line of dashes does not match the head of the table
lint-table-dashes-help = give it as many columns as the head has, and put it below the head: `{ $dashes }`
lint-table-no-dashes = this table has no line of dashes below its head
lint-table-no-dashes-help = put this below the first line: `{ $dashes }`
lint-table-grid = this site does not read a table that is drawn: it is on the page as it is
lint-table-grid-help = write `| head | head |`, below it `|---|---|`, and then each row on one line
lint-link = this link is not read as a link
lint-link-brackets-help = write [text](path/to/file.md), without brackets or another link in the text
lint-link-unclosed-help = put ) after the path: { $link }
lint-link-gap-help = take away the space between ] and (: { $link }
lint-link-undefined = this page does not say anywhere what `[{ $name }]` is
lint-link-undefined-help = write the path behind it: [{ $words }](path/to/file.md)
lint-link-double = this site does not read a link in double brackets
lint-link-double-help = write [{ $name }](path/to/file.md)
lint-link-reversed = the brackets of this link are the wrong way round
lint-link-reversed-help = write { $link }
lint-loose-marks = these marks make nothing { $made ->
    [bold] bold
   *[italic] italic
}: they are on the page as they are
lint-loose-marks-help = put them right against the words, with spaces on the outside: `{ $marked }`
lint-unclosed-marks-help = put ** after the last bold word as well: `**bold**`
lint-comment = this comment can be read on the page
lint-comment-help = put it on a line of its own, between `<!--` and `-->`
lint-notation = `{ $written }` is of another program: this site does not read it, and it is on the page as it is
lint-notation-help = { $means ->
    [abbreviation] write the whole name in the text the first time, with the abbreviation in brackets after it
    [attributes] take it away: the site decides what a text looks like
    [block] take it away, and link to a heading: `[text](file.md#heading)`
    [contents] take it away, or make a list of links to the headings: `- [Heading](#heading)`
    [footnote] write `[^1]`, and at the foot of the page `[^1]: the note`
    [heading-id] write the name alone, without spaces: `## Heading {"{"}#name{"}"}`
    [mark] write `**bold**`
    [tab] write a heading: `### Name`
    [task] put a space between the brackets: `- [ ] task`
   *[template] take it away, and write the text itself or a link: `[text](address)`
}
lint-remark = `{ $written }` is a remark for another program: it is not on the page
lint-remark-help = take it away: whoever sees the files reads it too; or put it between `<!--` and `-->`
lint-note-elsewhere = `{ $line }` opens no box here, and is on the page as it is
lint-note-unknown = there is no box of the kind `{ $kind }`
lint-note-gap = the space behind `[!{ $kind }]` is missing, so this is no box
lint-note-gap-help = write `> [!{ $kind }] { $title }`
lint-note-help = write `> [!NOTE] Title` (or TIP, IMPORTANT, WARNING, CAUTION), and put > before each line that belongs in it
lint-definition-unused = no link uses `[{ $name }]`, so this is not on the page
lint-definition-twice = this page says twice what `[{ $name }]` is
lint-definition-help = take this line away, or give it another name and use that in a link
lint-footnote-nowhere = the footnote `[^{ $name }]` is nowhere on this page
lint-footnote-nowhere-help = write the footnote below the text, on a line that begins with `[^{ $name }]: `
footnote-twice = the footnote `[^{ $name }]` is on this page twice
footnote-twice-help = give one of the two another name, or take it away
footnote-unused = the text does not refer to the footnote `[^{ $name }]`
footnote-unused-help = put `[^{ $name }]` behind the words it belongs to, or take the footnote away
heading-second-title = the page has a title already: the one in the front matter
heading-second-title-help = write this heading with ## before it
link-title = `{ $title }` is not on the page: it stands behind the address of a link
link-title-help = put it in the text, or take it away: not every visitor can get to see such a thing
link-empty = this link has no text
link-empty-help = write between the square brackets where the link leads
target-help = use https:, mailto:, tel: or the path to a file
target-space = this address has a space or an invisible character in it
target-space-address-help = take it away, or write %20 for a space: `{ $address }`
target-space-phone-help = write the number without spaces: `tel:{ $number }`
target-space-file-help = give the file a name without spaces: `{ $file }`
target-no-mail = `{ $destination }` is not an e-mail address
target-no-mail-help = write an address like mailto:name@example.org
target-no-phone = `{ $destination }` is not a phone number
target-no-phone-help = write a number like tel:0123456789
target-scheme = a link with `{ $scheme }:` is not allowed
target-no-scheme = this address does not say whether it is https
picture-no-alternative = the picture has no description
picture-no-alternative-help = write between the square brackets what there is to see, or put "{ $mark }" behind the path
picture-title = `{ $title }` is not on the page: only an image in a paragraph of its own has a caption
picture-title-help = put an empty line above and below the image, or write these words in the text
table-cells-lost = `{ $cells }` is not on the page: this row has more cells than the head of the table
table-cells-lost-help = give the head as many columns, or write \| for a | that belongs in a cell
code-unclosed = this block of code is not closed anywhere: everything below is in it
code-unclosed-help = put a line with { $fence } below the code
code-title = `{ $title }` is not on the page: behind the start of code stands only its language
code-title-help = put it in a sentence above the code
table-sentence = this line is a row of the table on the page: there is no empty line between them
table-sentence-help = put an empty line below the table; if it belongs in it, put | between the cells
list-renumbered = `{ $typed }` is number { $shown } on the page: a list counts on from its first number
list-renumbered-help = put the numbers in order; if the numbers themselves matter, put a word before them: `- Article 3: …`
chart-no-table = there is no table below this line, so there is nothing to draw
chart-no-table-help = put a blank line below it and then the table, with a line of heads and a line of dashes: |---|---:|
chart-no-numbers = this chart has no numbers: no column of the table is aligned to the right
chart-no-numbers-help = in the line of dashes, put a colon on the right below the column of numbers: |---:|
chart-columns = this chart has { $count } columns of numbers
chart-columns-help = keep it to { $most }: take away the colon below the others, or make a second table of them
chart-no-head = this chart has a column without a head: nobody can see what the numbers are
chart-no-head-help = write in the top row of the table what is in that column
chart-rows = this chart has { $count } rows: that is more than anyone can take in
chart-rows-help = keep it to { $most } rows, or write `Table:` for a table without a chart
chart-few-rows = this chart has too few rows for a line
chart-few-rows-help = put at least two rows in the table, or write `Bar chart:`
chart-column-without-numbers = the column `{ $name }` of this chart has no numbers
chart-column-without-numbers-help = begin each cell with the number, such as 7.4 or 38 million, or take away the colon below this column
chart-long = `{ $text }` is too long for the chart
chart-long-label-help = keep it to { $most } characters: what else you want to say fits in a column behind it
chart-long-value-help = keep it to { $most } characters: what stands in brackets does not count
chart-below-zero = `{ $value }` is less than nothing: there is no bar for that
chart-below-zero-help = write `Line chart:`, or `Table:` for a table without a chart
html-shown = this looks like HTML, and is on the page as it is: { $tags }
html-lost = HTML is not allowed, so this is not on the page: { $tags }
html-help = write it in Markdown; to show a <, put a \ before it
html-no-element-help = if it is to be on the page like this, put a \ before it: `\{ $written }`
html-unclosed = `<{ $name }>` is not closed anywhere here
html-unclosed-help = put `</{ $name }>` behind what belongs to it
html-comment-unclosed = a comment without `-->`
html-comment-unclosed-help = put `-->` where the comment ends; until then it can be read
html-instead = { $means ->
    [bold] write `**bold**`
    [caption] write `Table: The caption` above the table
    [code] put ` around it
    [code-block] put a line with ``` above and below it
    [emphasis] write `*emphasis*`
    [heading-2] write `## Heading`
    [heading-3] write `### Heading`
    [heading-4] write `#### Heading`
    [heading-5] write `##### Heading`
    [heading-6] write `###### Heading`
    [italic] write `*italic*`
    [line] write `---`, between two blank lines
    [link-elsewhere] write a link to where it can be seen: `[text](address)`
    [list] write `- item`
    [note] write `> [!NOTE]`
    [nothing] take it away: the site decides what a text looks like
    [numbered-list] write `1. item`
    [paragraph] begin a new paragraph with a blank line
    [picture] write `![description](path)`
    [picture-with-caption] write `![description](path "caption")`
    [question] write the question as a heading, `## The question`, with the answer below it
    [quotation-marks] write `"words"`
    [quote] write `> quote`
    [struck] write `~~gone~~`
    [table] make a table of Markdown: `| head | head |`, below it `|---|---|`, and then the rows
    [term] write the word on a line, and below it `: the explanation`
    [title] write `*title*`
    [word] write `*word*`
   *[link] write `[text](address)`
}
