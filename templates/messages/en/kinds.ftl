agenda-item-without-title = this item of the agenda lacks `title`
agenda-item-without-title-help =
    write what it is about: {"{"} title = "…", decision = "…" {"}"}
budget-part-without-name = this part of the money lacks `name`
budget-part-without-name-help = write who pays it, or what it is for
budget-sum = the parts add up to { $sum } euros, and `total` is { $total }
budget-sum-help = make them the same; leave out `amount` of a part that is not known
budget-without-source = nothing says where these figures come from
budget-without-source-help = add `source = "…"`, and `year` if the year is known
document-category = the Dutch open government act (Woo) has no category `{ $name }`
document-language = the site does not know this language
document-no-page = this is not a page
document-no-page-help = name the file of a page, or an address with https:// in front
figure-incomplete = a key figure has a name, a number, a year and a source
figure-incomplete-help = write `name`, `value`, `year` and `source`, or leave the figure out
inhabitants-incomplete = `inhabitants` lacks `number`, `date` or `source`
inhabitants-incomplete-help = a number of inhabitants needs a number, its date and a source
member-without-name = this member lacks `name`
member-without-name-help = write who it is: {"{"} name = "…", role = "chair" {"}"}
no-drawing = this is not a drawing
no-drawing-help = write the lines as an SVG path: letters like M and L, and numbers
no-hue = this is not the name of a colour
no-hue-help = write the name of a colour, like `blue`; the guide names them
no-municipality-code = this is not a municipality code
no-municipality-code-help = write GM and four digits, like Statistics Netherlands: GM0141
no-postcodes = these are not postcodes
no-postcodes-help = write the figures, or the first and the last: "7650-7669"; or the first half of a British one: "HS1"
no-surface = this is not an area
no-surface-help = write a number above 0, in square kilometres: 176.83
now-incomplete = `now` says who does the work, and the day on which that was known
now-incomplete-help = write `text = "…"` and `date = 2026-03-31`
places-empty = `places` names no place
places-empty-help = name the places in the municipality: ["one", "two"]
