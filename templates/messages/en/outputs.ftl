unknown-hue = there is no hue `{ $hue }`
unknown-hue-help = choose from: { $hues }
table-fault = `{ $name }`: { $fault }
file-name-without-address = this name cannot become an address
file-name-without-address-help = use only small letters, digits and hyphens in the names of folders and files
unused-style-sheet = no page asks for this style sheet
unused-style-sheet-help = put it in `static/css` itself: then it applies to every page

search-without-word = { $word }: is not in it
search-with-word = { $word }: { $found } ({ $kind }, weight { $weight }) { $score }
search-match = { $kind ->
    [exact] the word itself
    [stem] another form
    [joined] together one word
    [parts] the parts together
    [synonym] a synonym
    [compound] a compound
    [correction] probably meant
    [root] a derived word
    [prefix] the beginning of a word
    [part] a part
   *[fragment] a fragment
}
search-stop-word = { $line } × { $share } (stop word)
search-weak-word = { $line } × { $share } (says little)
search-word = { $word } [{ $fields }]
search-field = { $field ->
    [title] title
    [names] names
    [summary] summary
    [headings] headings
   *[text] text
} { $count }
search-and = { $first } + { $second }
search-factors = times { $factors }
search-factor = { $name ->
    [coverage] coverage
    [title] title
    [adjacent] side by side
    [kind] kind
    [age] age
    [language] language
    [entity] place or theme
   *[named] name
} { $factor }
search-product = { $first } × { $second }
