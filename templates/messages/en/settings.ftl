settings-key-missing-help = add `{ $key }`; README.md says what it is
settings-key-of-table-missing = `{ $key }` under `[{ $table }]` is missing
settings-key-of-table-missing-help = add `{ $key }` under `[{ $table }]`; README.md says what it is
settings-table-missing = `[{ $table }]` is missing
settings-table-missing-help = add `[{ $table }]`; README.md says what it is
settings-alert = an alert does not belong in `site.toml`
settings-alert-help = put it in `meldingen.toml` under [[alert]]; README.md says how
settings-base-url = `base-url` is not a web address: { $address }
settings-base-url-help = write https:// and the name, without a slash after it
settings-tag = `tag` is not a web address with a year: { $tag }
settings-tag-help =
    write the address without https://, a comma and a year in which it was yours already: example.com,2026
settings-time-zone = there is no time zone `{ $name }`
settings-time-zone-help = write a name like Europe/Amsterdam
settings-country = `{ $country }` is not a country
settings-country-help = write the two capital letters of the country: NL
settings-licence = a licence is a web address here
settings-licence-help = begin it with https:// or http://
settings-data-contact = this is not an address to ask something
settings-data-contact-help = begin it with mailto: or https://
settings-tooi = this is not a number from the Dutch list of public bodies (TOOI)
settings-tooi-help = write the whole address: { $start }gemeente/gm0141

settings-address = the address `{ $word }` of `{ $key }` is not possible
settings-address-help = write a word in small letters, without slashes
settings-kind-address-help = write an address like /news/: small letters, with a slash before and after
settings-address-taken = the address `{ $word }` of `{ $key }` is that of another list already
settings-list-word-taken = the word `{ $word }` of `{ $key }` is that of another kind of list already
settings-other-word = choose another word

settings-language = there are no texts in the language `{ $tag }`
settings-language-unnamed = this language lacks `language`
settings-language-unnamed-help = write which language it is: language = "de"
settings-language-twice = the language `{ $tag }` is there already
settings-language-twice-help = name each language once
settings-words = one of the words `municipality` and `municipalities` is missing
settings-words-help = write both: one municipality, and more municipalities
settings-no-word = `{ $word }` is not a word
settings-no-word-help = write letters only
settings-link-both = this link has `file` and `address`, and can lead to one place only
settings-link-address = this link has no address that can be used
settings-link-address-help =
    write either `file`, a page of the site, or `address`, a web address with https:// in front
settings-link-title = this link lacks `title`
settings-link-title-help = give each link a text (`title`)
settings-link-incomplete = this link lacks `title` or `file`
settings-link-incomplete-help =
    give each link a text (`title`) and a file (`file`); without those two it is left out

settings-security-contact-missing-help = add a line: contact = ["mailto:name@example.com"]
settings-security-contact = `{ $address }` is not an address to report something to
settings-security-contact-help = write mailto:name@example.com, tel:+44… or an address with https://
settings-security-expires-missing-help = add a line `expires = …`, with a day within a year
settings-security-expires-help = write a day like 2027-06-01
settings-security-address = `{ $address }` is not a web address with https

no-such-rule = there is no rule `{ $name }`
rules-are-listed = `noaber explain` names all rules
mandatory-rule = the rule { $rule } cannot be set aside
mandatory-rule-help =
    take the line out and correct the mistake itself: as long as it is there, the page cannot be seen in full
severity-unknown-help = choose from: error, warning, tip, off
exemption-without-rules = this exemption names no rules (`rules`)
exemption-without-rules-help = name the rules that do not count here: rules = ["lange-zin"]
exemption-without-reason = this exemption lacks a page or a reason
exemption-without-reason-help =
    name the page (`file`), the rules (`rules`) and why they do not count there (`reason`)

file-program-fault = the program itself fails at this
file-program-fault-help =
    report this, with this file, to whoever makes the program; the other pages are shown as usual
