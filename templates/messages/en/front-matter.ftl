key-missing = `{ $key }` is missing
key-missing-help = add a line `{ $key } = …`
key-empty = `{ $key }` is empty
key-empty-help = write the text between the quotation marks
key-unknown = unknown key `{ $key }`
key-unknown-help = take the line out, or choose from: { $known }
key-unknown-in-block-help =
    take the line out, choose from: { $known }, or put it above `{ $heading }` if it is about the whole
choose-from = choose from: { $names }

front-matter-absent = the file does not begin with front matter
front-matter-absent-help =
    begin the file with a line +++, then the front matter, then another line +++
front-matter-endless = the front matter has no end
front-matter-key-missing-help = add a line `{ $key } = …` to the front matter
front-matter-markdown = `{ $key }` has Markdown in it, which readers see as it stands
key-of-another-kind = `{ $key }` does not belong to this kind of page
key-of-another-kind-help = take the line out, or move the file to the right folder
fact-unwritten = this has not been filled in yet
fact-unwritten-help = write what belongs here, or take the line out, and check the examples next to it
summary-unwritten = the summary has not been written yet
summary-unwritten-help = say in one or two sentences what the reader finds here
image-without-alt = the image has no description
image-without-alt-help = add `alt = "…"` with what there is to see, or `alt = ""` if the image only decorates
alt-without-image = `alt` describes an image, and there is no `image`
alt-without-image-help = add `image = "…"` with the path to the image, or take this line out
tag-empty = there is no word here
tag-empty-help = write what the page is about: tags = ["housing"]
translates-from-own-language = this page is no translation: it is in the site’s own language
translates-from-own-language-help =
    take the line out, or move the file to the folder of another language; README.md says how
source-incomplete = this source lacks `title` or `address`
source-incomplete-help = give each source a title and a web address
download-incomplete = this file lacks `title` or `file`
download-incomplete-help = give each file a title, and the path to it from this page
contact-without-name = this contact lacks `name`
contact-without-name-help = write whom the reader can reach here

no-web-address = this is not a web address
no-web-address-help = write the whole address, with https:// in front
no-phone-number = this is not a phone number
no-phone-number-help = write digits with spaces: 0123 45 67 89
no-email-address = this is not an email address
no-email-address-help = write an address like name@example.com
no-point = this is not a point in Europe
no-point-help = write the latitude first and then the longitude, in degrees: [52.36, 6.66]

no-year = this is not a year
no-year-help = write a year in four digits: 2026
no-day = a date belongs here
no-day-help = write a date like 2026-03-31
no-moment = a date belongs here, with or without a time
no-moment-help = write 2026-03-31 or 2026-03-31T09:00:00
no-such-moment = this date or time does not exist
skipped-time = this time does not exist: the clocks go forward that night
skipped-time-help = it counts as { $time }; write the time that you mean
year-out-of-reach = the year { $year } is not possible here
year-out-of-reach-help = write a year from { $first } to { $last }
years-reversed = `to` is before `from`
years-reversed-help = change one of the two years
expires-before-publish = `expires` is not after `publish`
expires-before-publish-help = give `expires` a later moment than `publish`
updated-before-date = `updated` is before `date`
updated-before-date-help = a page cannot have changed before it was there: change one of the two
date-not-of-name = `date` is { $date }, but the file name says { $named }
date-not-of-name-help = make the two the same
one-time-of-two = only one of `start` and `end` has a time
one-time-of-two-help = write a time with both, or with neither
end-before-start = `end` is before `start`
end-before-start-help = nothing can end before it begins: change one of the two
repeat-incomplete = the repetition lacks `every` or `until`
repeat-incomplete-help =
    write how often, and up to which day: {"{"} every = "week", until = 2027-06-30 {"}"}
repeat-unknown = `{ $name }` is not a repetition
repeat-fifth-of-month = `start` is the fifth such day of its month, and not every month has one
repeat-fifth-of-month-help = write "month-end" for the last such day of the month, or choose another `start`
repeat-not-last-of-month = `start` is not the last such day of its month
repeat-not-last-of-month-help =
    write "month" for the first, second, third or fourth, or choose another `start`
repeat-once = there is no second time before this day
repeat-once-help = give `until` a later day, or take out `repeat`
repeat-too-often = up to this day it happens more than { $most } times
repeat-too-often-help = give `until` an earlier day
repeat-no-exception = by `every` it does not happen on { $day }
repeat-no-exception-help = name in `except` only days on which it would happen otherwise
repeat-never = this way it never happens: `except` names every time
repeat-never-help = take days out of `except`, or take out the page

no-choice = `{ $name }` is not one of the choices here
value-unfit = the value `{ $value }` does not fit here
expected-text = write text between quotation marks: "text"
expected-bare = write { $value }, without quotation marks
expected-choice = true (yes) or false (no)
expected-date = a date like 2026-03-31
expected-list = write a list between square brackets: ["one", "two"]
expected-list-of = write a list of exactly { $length } values here
expected-blocks = put two brackets around the name: [[{ $name }]]
expected-block = put one bracket around the name: [{ $name }]
expected-table = write a table here: a heading between square brackets with keys below it
expected-whole-number =
    write a whole number of 0 or more, without points or quotation marks: 74000
expected-this-whole-number =
    write a whole number, without points or quotation marks: { $number }
expected-whole-number-to = write a whole number from 0 to { $most }
expected-number = write a number with a decimal point, without quotation marks: 176.83
expected-other = change the value; README.md says what belongs here
choice-true = true (that is yes)
choice-false = false (that is no)
number-without-points = the number without points: { $number }
number-with-point = the number with a point instead of a comma: { $number }
hidden-character = there is an invisible character here that is not text
hidden-character-help = take it out: delete what is here and type it again
too-many-mistakes = there are more: nothing was read from here on
too-many-mistakes-help = correct the mistakes above first

toml-twice = this key is there twice
toml-twice-help = take one of the two lines out
toml-no-key = there is no key before the =
toml-no-key-help = write a line like `key = "text"`
toml-no-such-key = `{ $key }` cannot be a key
toml-no-such-key-help = write a key with letters without accents, digits and hyphens, without spaces
toml-unreadable = this line cannot be read
toml-unreadable-help = write a line like `key = "text"`, with straight quotation marks around text
toml-open-heading = this heading between square brackets is not finished
toml-open-heading-help = close the heading with as many brackets as it begins with: [name] or [[name]]
toml-colon = `{ $key }` is followed by a colon, where a = belongs
toml-colon-help = write `{ $key } = …`
toml-no-equals = there is no = on this line
toml-no-equals-help =
    write a line like `key = "text"`; if the line belongs to the text, put it below the front matter
toml-no-value = there is nothing after the =
toml-no-value-help = write the value after the =, or take the line out
toml-curly-quotes = these are not straight quotation marks
toml-curly-quotes-help = write straight quotation marks: "{ $text }"
toml-write = write { $value }
toml-other-date = this date is not written as year-month-day
toml-no-date = this date or time does not exist
toml-no-date-help = write a date that exists, like 2026-03-31, or 2026-03-31T09:00:00 with a time
toml-other-value = the value `{ $value }` cannot be read like this
toml-no-quotes = there are no quotation marks around this text
toml-no-quotes-help = put straight quotation marks around the whole text: "{ $text }"
toml-list = this list is not written well
toml-list-help = write a list like ["one", "two"]
toml-list-no-quotes = there are no quotation marks around this word
toml-list-no-quotes-help = put quotation marks around each word in the list: ["one", "two"]
toml-list-open = this list has no end
toml-list-open-help = close the list with a ]: ["one", "two"]
toml-list-no-comma = a comma is missing between two words in this list
toml-list-no-comma-help = write a list like ["one", "two"]
toml-several = there are several values here without brackets around them
toml-several-help = write a list between square brackets: [{ $values }]
toml-quotes-inside = the text ends at this quotation mark, but the line goes on
toml-quotes-inside-help =
    put a \ before each quotation mark within the text: \", or write ‘ and ’ there
toml-text-goes-on = there is something after the text between quotation marks
toml-text-goes-on-help = put it within the quotation marks, or take it out
toml-escape = a \ in a text has a meaning of its own
toml-escape-help = write \\ if a \ belongs there, or take it out
toml-text-open = this text does not end with a quotation mark
toml-text-open-help = put a { $quote } after the text
