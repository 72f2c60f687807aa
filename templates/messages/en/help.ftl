# The help of a command is `help-COMMAND`, that of an argument `help-COMMAND-ARGUMENT`, or
# `help-ARGUMENT` where several commands have it. The names of values are `value-NAME`.
help-label-usage = Usage
help-label-commands = Commands
help-label-arguments = Arguments
help-label-options = Options
help-label-any-options = OPTIONS
help-label-choices = one of: { $choices }
help-label-default = default: { $usual }
help-label-environment = environment: { $variable }
help-help = Show this help
help-version = Show the version

value-address = ADDRESS
value-command = COMMAND
value-file = FILE
value-folder = FOLDER
value-language = LANGUAGE
value-moment = MOMENT
value-name = NAME
value-network = NETWORK
value-query = QUERY
value-rule = RULE
value-seconds = SECONDS
value-title = TITLE
value-what = WHAT

help-noaber = The website of a region, made from a folder of Markdown
help-serve = Show the site to visitors, and keep it as its files are; also without a command
help-preview = Show the site on this computer to those who write it: with drafts, planned pages and what is wrong
help-init = Make a new, small site in an empty folder, in Dutch, German or English
help-new = Make a new file with the right name and front matter, as a draft
help-status = Tell how a running site stands: what can be seen, what is wrong, what will change; exit code 0 all well, 1 not
help-check = Name every mistake in the texts; exit code 0 no errors, 1 errors, 2 the check could not run
help-explain = Explain a rule, with an example; without a code a list of all rules
help-links = Name what refers to a file, an address, a heading or a term
help-addresses = Name the addresses that do not stand in `adressen.toml` yet; exit code 0 none, 1 some
help-build = Write the site as files in a new or empty folder, or in place of what was written there before
help-search = Search the site, as a visitor does
help-manual = Write the manual (man) and the completions for shells in a folder

help-content = The folder with the texts and `site.toml`
help-assets = The folder with images and other files; otherwise `static` beside the folder with texts, or in this folder
help-now = Act as if it were this moment, such as 2026-03-29T01:00:00Z
help-folder = The folder that keeps what is made from other files, such as images in smaller sizes; otherwise `noaber` in the folder that the system has for this

help-listen = The address and port of the site, or unix:/path for a socket; may be given more than once. With port 0 the system chooses a free one, `:8080` is every address of the machine. Sockets that systemd passes on come first
help-preview-listen = The address and port on this computer; with port 0 the system chooses a free one
help-admin = Address and port of a page for editors and for monitoring; keep it closed to others
help-tls-certificate = The file with the certificate and its chain (PEM): the site then speaks TLS. A new certificate is read by itself
help-tls-key = The file with the key of the certificate (PEM)
help-redirect-from = The address without TLS from which visitors are sent to the same address with TLS, such as :80
help-shared-cache = How many seconds a cache in front may give a page without asking, never past the next planned change; only where that cache is told of every change
help-trusted-proxies = The networks of proxies in front, such as 10.0.0.0/8; may be given more than once. Only they are believed in X-Forwarded-Proto and X-Forwarded-For, and the limits for each visitor do not hold for themselves. Without this option: those on the same computer
help-drain = How many seconds answers still get when the program has to stop; a second signal stops it at once
help-no-watch = Do not follow the files; after SIGHUP they are read again
help-stats = Keep in this file, within a few seconds, for what nothing is found and which addresses do not exist: from the third time on, never numbers of six or more digits or mail addresses. Without this file --admin shows the same for as long as the program runs
help-compression = How strongly texts are compressed: at once (quick), or again later, as small as possible (best)
help-log-format = How the log looks

help-init-folder = The folder of the new site; it is not there yet, or is empty
help-init-language = The language of the site
help-init-name = The name of the site
help-new-folder = The folder within the folder with texts, such as news; a dot for the top one
help-new-title = The title of the page, between quotation marks
help-status-url = The address at which the site was started with --admin
help-check-only = Report only what stands in these files or folders
help-check-format = How the report looks: for people, or for programs
help-check-all = Show everything; otherwise the first of each rule and how many more there are
help-check-dictionary = The dictionary for the spelling: the path of its .aff or .dic; otherwise that of the system
help-explain-rule = The code or the name of the rule, as the report calls it
help-links-path = Such as themes/name.md, static/images/name.svg, /themes/name/, name or name.md#heading
help-addresses-write = Write them into it
help-build-out = The folder to write in
help-build-compression = How small texts stand beside themselves in brotli and gzip, for web servers that send these: not (none), fast (quick) or as small as possible (best)
help-search-query = The question
help-search-explain = Tell of each page why it stands there
help-search-asked-in = The language of the page on which is searched, such as de; otherwise that of the site
help-manual-folder = The folder to write in

argument-unknown = `{ $argument }` does not belong here
argument-meant = `{ $argument }` does not belong here; did you mean `{ $meant }`?
argument-missing = missing: { $argument }
argument-twice = { $argument } may stand here only once
command-unknown = there is no command `{ $wrong }`
command-meant = there is no command `{ $wrong }`; did you mean `{ $meant }`?
value-missing = the value behind { $argument } is missing
value-not-among = `{ $value }` cannot be used with { $argument }; choose one of { $choices }
value-unusable = `{ $value }` is not a usable value for { $argument }
command-line-unreadable = this command line cannot be read
command-line-refused =
    { $refusal }
    Read how to do it with: noaber --help, or noaber COMMAND --help
