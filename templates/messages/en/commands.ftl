cannot-read = { $path } cannot be read: { $cause }
cannot-write = { $path } cannot be written: { $cause }
check-nothing-there = { $path } does not exist
dictionary-unusable = { $path } is not a dictionary
no-static-folder = the folder `{ $folder }` of --static is not there
unknown-rule = there is no rule `{ $name }`; { $help }
explain-bad = Wrong:
explain-good = Right:

addresses-complete = { $path } knows every address of the site
addresses-missing =
    { $count ->
        [one] 1 address does
       *[other] { $count } addresses do
    } not stand in { $path } yet; `noaber addresses --write` puts them there
addresses-unreadable = correct the mistakes in { $path } first
addresses-added =
    { $count ->
        [one] 1 address
       *[other] { $count } addresses
    } added to { $path }

built =
    { $files ->
        [one] 1 file
       *[other] { $files } files
    } written in { $folder } ({ $kilobytes } kB){ $hidden }
export-folder-in-site = { $folder } lies in { $site }, and what is there belongs to the site itself: choose a folder outside it
export-kept-in-the-way = { $path } is not of an earlier time, and the site has a file of that name itself: give it another name, or take it away
export-folder-not-empty = { $folder } is not empty: choose a new or empty folder, or the one of an earlier time

init-empty-name = the name of the site is empty
init-folder-not-empty = { $folder } is not empty: choose a new folder
init-no-folder = { $folder } is not a folder in which a site can be made

links-meant = `{ $path }` does not exist; did you mean `{ $meant }`?
links-nothing-there = `{ $path }` does not exist: name a file, an address or the name of a page
links-counted =
    { $count ->
        [0] Nothing refers
        [one] 1 reference
       *[other] { $count } references
    } to { $target }

new-draft =
    { $path }
    It is a draft. Write the summary and the text, and look at the page with `noaber preview` at { $address }.
    When it is ready, take `draft = true` out.
new-file-exists = { $path } is there already: choose another title, or edit that file
new-folder-meant = the folder `{ $folder }` is not there; did you mean `{ $meant }`?
new-folder-missing = the folder `{ $folder }` is not there; make a new folder yourself first
new-no-title = no name can be made of this title: write letters or digits in it
new-no-address = this folder cannot become an address: use lowercase letters, digits and hyphens
new-address-taken = the address { $address } belongs to `{ $file }` already: choose another title

progress =
    { $stage ->
        [reading] Reading
        [checking] Checking
        [rendering] Rendering
       *[writing] Writing
    }{ $total ->
        [0] {""}
       *[other] : { $done ->
            [0] { $total }
           *[other] { $done } of { $total }
        } { $stage ->
            [writing] files
           *[other] pages
        }
    }, { $seconds } s

search-meant = did you mean: { $suggestion }
search-answer = answer: { $text }{ $link }
search-unmatched = nothing about: { $words }
search-named = { $line } (named)
search-found =
    { $count ->
        [0] nothing
        [one] 1 page
       *[other] { $count } pages
    } found
search-nearest = looks like it: { $address }  { $title }

preview-is-local = the preview shows drafts and is only for this computer: listen on 127.0.0.1
serve-not-started = the site was not started: with these mistakes in site.toml there is no site
inherited-sockets-unusable = the sockets that were passed on cannot be used: { $cause }
admin-address = { $address } (for editors)
address-forbidden = this program may not use { $address }: { $cause }
address-elsewhere = { $address } is not an address of this machine: { $cause }
address-in-use = { $address } is not free: { $cause }
address-unusable = { $address } cannot be used: { $cause }
certificate-empty = { $path } is empty
certificate-of-other-key = { $key } is not the key of the certificate in { $chain }: { $cause }

status-no-admin = { $address } is not an address for editors
status-no-http = { $address } is not an address for editors: that begins with http://
status-nobody-listens = nobody listens on { $host }; start noaber with --admin { $host }
status-no-answer = { $address } gives no usable answer
