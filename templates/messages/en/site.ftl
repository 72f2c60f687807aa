no-such-file = there is no file `{ $file }`
name-a-file = name a file in the folder of texts
name-a-seen-page = name a page that visitors can see
named-page = { $kind ->
    [themes] theme
    [municipalities] municipality
    [bodies] body
    [projects] project
   *[documents] document
} `{ $name }`
no-such-page = { $what } does not exist
no-such-page-help = use the name of a file in the folder `{ $folder }`, without .md

target-draft = { $what } is still a draft
target-draft-help = take the link out until the page is finished
target-planned = { $what } cannot be seen yet
target-planned-help = publish this page at the same moment, or take the link out
target-expired = { $what } has expired
target-expired-help = link to a page that is still there
target-expires-before = `{ $path }` will have expired by then
target-expires-before-help = link to a page that will still be there
target-with-error = { $what } has a mistake that keeps the page from being seen
target-unseen = visitors do not see `{ $file }`
target-no-page = `{ $file }` is not a page
target-no-page-help = name the file of a page

file-without-address = visitors do not get `{ $path }`: its name cannot be an address
file-without-address-help = rename the file, and refer to the new name here: `{ $path }`
link-to-nothing = this link leads nowhere: there is nothing between the round brackets
link-to-nothing-help = name the file that the link leads to: `{ $up }folder/name.md`, or an address with https://
picture-of-nothing = there is no picture here: there is nothing between the round brackets
picture-of-nothing-help = name the file: `{ $up }../static/pictures/name.jpg`
link-to-address = `{ $path }` is an address, not a file
link-to-address-help = link to the file, as seen from this one: `{ $up }folder/name.md`
link-outside-site = `{ $path }` lies outside the site
link-outside-site-help = link to a file in the folder of texts or in `static`
no-such-heading = `{ $file }` has no heading with the name `#{ $fragment }`
no-such-heading-help = write the heading in small letters, with hyphens between the words

missing-used-by = { $number } links lead there, in { $named }
missing-and-users = { $help }; { $users }
missing-mail-address = `{ $path }` is an email address, not a file
missing-mail-address-help = put mailto: before it: `{ $address }`
missing-web-address = `{ $path }` is a web address, not a file
missing-web-address-help = put https:// before it: `{ $address }`
missing-picture = there is no picture or file `{ $path }`
missing-picture-help = put it in `static` and refer to it as seen from this file: `{ $path }`
missing-asset-elsewhere = `{ $path }` is an address on the web, and a file of the site belongs here
missing-asset-elsewhere-help = put the file in `static` and refer to it as seen from this file: `{ $path }`; or make it a link in the text
missing-query = `{ $rest }` is no part of the name of a file
missing-query-help = write the file alone: `{ $file }`
missing-file-in-folder-help = name a file in that folder: `{ $folder }/name.pdf`
missing-is-folder = `{ $path }` is a folder, not a file
missing-page-help = check the name and the folder, as seen from this file
missing-ending-help = name the file of the page, with .md: `{ $up }folder/name.md`, or `{ $up }folder/index.md` for the start of a folder
places-and-more = { $named } and { $others } more

use-in-link = link "{ $text }"
use-as-picture = picture in the text
use-in-key = `{ $key }`
use-in-menu = menu
use-in-question = question on the home page
use-in-footer = foot of the page
use-in-alert = alert
use-for-alert = alert on this page
use-in-answer = answer "{ $title }"
use-for-address = old address { $address }

page-of-search = the search
page-of-index = the list from A to Z
page-of-overview = the overview of the site
page-of-finder = the page to find a municipality
page-of-feeds = the page with feeds and calendars
page-of-alerts = the page with earlier alerts
page-of-data = the page with open data
page-of-patterns = the page with patterns
pages-of-tags = the lists of tags
page-of-news = a list of news
address-taken = the address { $address } already belongs to { $owner }
address-taken-help = give this file another name
address-taken-by-site-help = give this file another name, or choose another word in site.toml

address-loop = `{ $from }` leads by way of `{ $to }` back to itself
address-loop-help = let one of these addresses lead to a file
address-chain = `{ $from }` leads to an address that leads further itself
address-chain-help = let it lead straight to `{ $last }`
address-without-page = there is no page at `{ $address }`
address-without-page-help = name the file of the page, such as `news/index.md`
no-address = `{ $address }` is not an address within the site
no-address-help = write the old address from the first slash on: /folder/name
addresses-of-another-site = of the { $all } addresses of pages in this list only { $there } exist here: this looks like the list of another site
addresses-of-another-site-help = if this site is new, remove the whole file; if it is not, check that all texts are there, and that `[kinds]` in site.toml is right
old-address-leads = `{ $old }` already leads to { $to }
old-address-gone = `{ $old }` is already gone for another reason
old-address-twice-help = an old address can lead to one page only: take it away from one of the two
old-address-is-own = this page itself is at `{ $address }` now
old-address-is-own-help = take the address away here: it is not an old one
old-address-in-use = another page is at `{ $address }` now
old-address-in-use-help = remove the old address, or give that page another one
lost-address = the address { $address } existed, and does not any more
lost-address-help = put `former = ["{ $address }"]` in the front matter of the page that takes its place, or put the address in this file below [gone]
lost-address-and-users = { $help }; it is still referred to in { $users }
lost-address-for-now = the address { $address } is not there now: `{ $file }`

home-missing-help = make this file: it is the first page of the site
first-page-missing-help = make this file: the pages in this language start here
home-unseen-help = without a first page there is no site: take `draft`, `publish` or `expires` out of it
tags-without-address = `{ $tag }`: this site has no lists of tags
tags-without-address-help = put the word for their address in site.toml below [addresses]: tags = "tag"
translated-twice = `{ $other }` is already the translation of `{ $file }`
translated-twice-help = leave out one of these two pages, or take out the line here
translates-no-original = `{ $file }` itself is not a page in the language of the site
translates-no-original-help = name the file that was translated

point-off-map = the point of this page falls outside the map
point-off-map-help = check the numbers, and that `{ $file }` is in degrees (WGS84)
area-without-page = no page has the code `{ $code }`
area-without-page-help = give the page of the municipality this `code`, or remove this part
page-off-map = `{ $code }` is not on the map
page-off-map-help = put the borders of this municipality in `{ $file }`
same-code = `{ $code }` is also the code of `{ $other }`
same-code-help = give each municipality its own code
