unknown-hue = there is no hue `{ $hue }`
unknown-hue-help = choose from: { $hues }
table-fault = `{ $name }`: { $fault }
file-name-without-address = this name cannot become an address
file-name-without-address-help = use only small letters, digits and hyphens in the names of folders and files
unused-style-sheet = no page asks for this style sheet
unused-style-sheet-help = put it in `static/css` itself: then it applies to every page
