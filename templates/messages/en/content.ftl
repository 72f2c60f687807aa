site-unreadable = { $path } cannot be read: { $cause }
site-settings = site.toml cannot be used
cause-not-found = it does not exist
cause-no-permission = the program has no right to read it
cause-system = the system reports an error
file-unreadable = this cannot be read: { $cause }
file-unreadable-help = see whether the file or folder is there, and whether the program has the right to read it
file-no-file = this is no ordinary file, but a link or something like it
file-no-file-help = put the file itself in the folder, not a link to it
file-too-large = { $file ->
    [page] this file is too large for a page: more than 1 MB
    [addresses] the list of addresses is larger than 16 MB
    [map] this map is larger than 2 MB
   *[other] this file is larger than 64 MB
}
file-too-large-help = { $file ->
    [page] divide the text over more pages, or put a picture or document in `static`
    [addresses] take away addresses that never existed, or join some with a * at the end
    [map] take generalised borders, and only those of your own municipalities
   *[other] make it smaller
}
folder-too-full = there are more than { $most } files in this folder, so it was not read
folder-too-full-help = take away what does not belong here, or divide the files over folders
file-name-no-text = this name is no text, so the file was not read
file-name-no-text-help = give the file a new name, with only small letters, digits and hyphens
file-name-no-date = the name of a news item begins with its date
file-name-no-date-help = name the file like 2022-03-02-short-name.md: date, hyphen, small letters
file-name-no-day = there is no day `{ $day }`
file-name-no-day-help = begin the name with the year, month and day of the item, like 2022-03-02
file-name-no-page = this file is not read as a page: its name does not end in `.md`
file-name-no-page-help = name the file `{ $name }`
not-utf8 = this file is no text in UTF-8
not-utf8-help = save the file in the encoding UTF-8
invisible-mark = there is a character here that nobody can see: { $code }
invisible-mark-help = take it away: it came along with text from another program, and because of it the search does not find the word
merge-conflict = git has left two versions of the text here
merge-conflict-help = choose what is to stay, and take away the lines that begin with <<<<<<<, ======= or >>>>>>>
markup-link-help = write only the words, and put the link { $place ->
    [link] at `link`
   *[text] in the text of the page
}
markup-stress-help = take the asterisks away
alert-no-level = this alert lacks `level`
alert-no-level-help = write how serious it is, `info`, `warning` or `crisis`; without that it is not shown
alert-language = `{ $name }` is not another language of the site
alert-language-help = take this block away, or choose from: { $languages }
alert-no-words = `title` or `text` is missing here
alert-no-words-help = give the alert both in each language; without them it is not shown there
alert-link = this link lacks `title` or `file`
alert-link-help = give the link a text (`title`) and a file (`file`); without them it is not shown
answer-word-taken = `{ $word }` has another answer already
answer-word-taken-help = take it away from one of the two
answer-incomplete = this answer lacks `words`, `text` or `link`
answer-incomplete-help = give each answer words, a text and a link; without these three it is not shown
answer-text-empty = `text` is empty
answer-text-empty-help = write the text between the quotation marks
answer-text-markup = there is markup in `text`, and there it is shown as it is written
answer-no-web-address = this is not an address of the web
answer-no-web-address-help = write the whole address, with https:// before it
answer-link = this link lacks `title`, or one of `file` and `address`
answer-link-help = write {"{"} title = "Where the link leads", file = "folder/name.md" {"}"}, or the address of another site with `address`
addresses-head =
    # Every address that this site has had. No address ever leaves this file: README.md explains how it works.

    # The addresses of the site itself. `noaber addresses --write` adds to this list.
gone-incomplete = an address that is gone lacks a reason or another page
gone-incomplete-help = write {"{"} reason = "Why the page is gone.", instead = "folder/file.md" {"}"}
synonyms-no-group = this group does not have two words
synonyms-no-group-help = a group names two or more words that mean the same
synonyms-incomplete = `word` or `finds` is missing here
synonyms-incomplete-help = write the word, and what it finds as well: word = "train", finds = ["railway"]
texts-no-language = this name is not a language
texts-no-language-help = name the file after the two letters of a language: fr.ftl
texts-syntax = this line cannot be read
texts-syntax-help = write a name, an = and the text; further lines begin with spaces
texts-unknown = the text `{ $name }` does not exist
texts-unknown-help = take a name from `templates/text/en.ftl` of the program
texts-value = there is something in the text `{ $name }` that it cannot hold
texts-value-help = use between braces only what stands there in the text of the program
texts-missing = { $count ->
    [one] 1 text is still missing: { $names }
   *[other] { $count } texts are still missing, such as { $names }
}
texts-missing-help = translate them from `templates/text/en.ftl`; until then they are in English
hard-word-incomplete = this block is not complete
hard-word-incomplete-help = write a line `word = …` and a line `simpler = …` below [[word]]
hard-word-empty = this word, or the simpler one, is empty
hard-word-empty-help = fill it in, or take the block away
hard-word-twice = `{ $word }` is in the list already
hard-word-twice-help = take it away here, or at the other word
words-language = `{ $name }` is not a language of the site
words-language-help = write one of these: { $languages }
words-none = there is no word here
words-none-help = write a word, or take the empty text away
words-long = `{ $word }` has more than { $most } words
words-long-help = use a word or a short name
words-twice = `{ $word }` is there twice
words-twice-help = take one of the two away
csv-empty = there is nothing in it
csv-empty-help = put the names of the columns on the first line, and below it a line for each row
csv-uneven = line { $line } has { $cells ->
    [one] 1 cell
   *[other] { $cells } cells
}, and the head has { $head }
csv-cells-lost = `{ $lost }` is not on the page: line { $line } has { $cells } cells, and the head has { $head }
csv-uneven-help = give each line as many cells; a cell with the separator in it belongs between quotation marks
csv-rows = of the { $count } rows the first { $most } are on the page
csv-rows-help = make a file of only the rows that the reader needs
csv-columns = of the { $count } columns the first { $most } are on the page
csv-columns-help = make a file of only the columns that the reader needs
photo-traces = this photo tells { $traces ->
    [both] where it was taken, and the serial number of the camera
    [place] where it was taken
   *[camera] the serial number of the camera
}
photo-traces-help = save the photo again for the web, without the place and without the details of the camera
