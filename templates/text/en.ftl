# What the site says of itself, in English. The names are those of nl.ftl.

# What a municipality is called; a site may have other words for it.
-one-municipality = municipality
-many-municipalities = municipalities
-One-municipality = Municipality
-Many-municipalities = Municipalities

locale = en_GB

# The frame of every page
home = Home
skip-to-content = Skip to content
main-menu = Main menu
breadcrumb = Breadcrumb
alerts = Alerts
alert-info = Notice
alert-warning = Warning
alert-crisis = Crisis
alert-area = About:
alert-from = from
alert-until = until
about-this-site = About this site
news-feed = News from { $name }
news-feed-link = Follow the news with a news reader
events-feed = Events of { $name }
projects-feed = Projects of { $name }
projects-feed-link = Follow the projects with a news reader
documents-feed = Documents of { $name }
documents-feed-link = Follow the documents with a news reader
meetings-feed = Meetings of { $name }
meetings-feed-link = Follow the meetings with a news reader
events-feed-link = Follow the events with a news reader
calendar-add = Add this to your calendar
calendar-follow = Subscribe to this calendar
language-feed = { $name } in English
language-feed-link = Follow the English pages with a news reader
follow-title = Follow the site
follow-lead = You hear about anything new. You do not have to sign up anywhere, and we do not know who you are.
follow-how-title = How it works
follow-how = A program on your phone or computer looks for anything new on your behalf. For news it is a news reader; many mail programs can do it, too. For events it is your own calendar.
follow-choose = Choose below what you want to follow, and copy the address of that link.
follow-paste = News: paste the address into your news reader.
follow-calendar = Events and meetings: paste the address into your calendar, under ‘subscribe’. They stay up to date there.
follow-all = The whole site
follow-also = Also:
search = Search
search-site = Search this site
search-all = Search all pages
search-label = What are you looking for?
languages = Language
language-name = English

# What kind of page it is
kind-news = News
kind-projects = Project
kind-documents = Document
kind-bodies = Body
kind-meetings = Meeting
kind-events = Events
kind-themes = Theme
kind-municipalities = { -One-municipality }
kind-terms = Term
kind-questions = Question
themes-count =
    { $count ->
        [one] One theme
       *[other] { $count } themes
    }
municipalities-count =
    { $count ->
        [one] One { -one-municipality }
       *[other] { $count } { -many-municipalities }
    }
news-count =
    { $count ->
        [one] One news item
       *[other] { $count } news items
    }
projects-count =
    { $count ->
        [one] One project
       *[other] { $count } projects
    }
documents-count =
    { $count ->
        [one] One document
       *[other] { $count } documents
    }
bodies-count =
    { $count ->
        [one] One body
       *[other] { $count } bodies
    }
meetings-count =
    { $count ->
        [one] One meeting
       *[other] { $count } meetings
    }
events-count =
    { $count ->
        [one] One event
       *[other] { $count } events
    }

terms-count =
    { $count ->
        [one] One word
       *[other] { $count } words
    }
questions-count =
    { $count ->
        [one] One question
       *[other] { $count } questions
    }

# Around the text
official = In plans this is called:
key-points = In short
glossary = Words on this page
term-used = Pages that use this word
downloads = Files
file-pages =
    { $count ->
        [one] 1 page
       *[other] { $count } pages
    }
phone = Phone
hours = Hours
email = Email
contact-website = Website
author = Written by:
published = Published:
news-of-day = News of
changed = Last changed:
on-this-page = On this page
sources = Sources
related = Related
below = Pages in this section
tags-title = Topics
tags-lead = Everything on this site, by the word that it is about.
tag-description = Everything on this site about { $tag }.
tag-pages = Pages about this topic
tag-feed-link = Follow this topic with a news reader
themes = Themes
municipalities = { -Many-municipalities }

# Words in texts
note-note = Good to know
note-tip = Tip
note-important = Important
note-warning = Please note
note-caution = Take care
table = Table
task-done = Done
task-open = To do
footnote = Footnote
footnotes = Footnotes
footnote-back = Back to the text at footnote

# News
latest-news = Latest news
newest-news = Latest news item:
newest-documents = Latest document:
tasks = How can we help you?
all-news = All news
other-news = Other news
older-news = Older item
newer-news = Newer item
news-of-years = News from { $title }
news-of-municipalities = News about { $title }
news-of-themes = News on the theme { $title }
all-news-of = All news about { $title }
list-description =
    { $count ->
        [one] One page
       *[other] All { $count } pages
    } in the list ‘{ $title }’.
list-empty = There is nothing in this list at the moment.
own-lists = Not here, as it has a list of its own:
choose-part = Choose a part of the list
by-years = By year
by-months = By month
by-past = Earlier
by-themes = By theme
by-municipalities = By { -one-municipality }
all-years = All years
all-months = All months
all-past = Still to come
all-themes = All themes
all-municipalities = All { -many-municipalities }
past = In the past
month-past = { $month } (past)
page-of = page { $number } of { $total }
pages = Pages
page = Page
previous-page = Previous page
next-page = Next page

# Events, and when they happen
clock = %H:%M
when-hour = { $day }, { $hour }
when-hours = { $day }, { $hour } to { $last-hour }
when-days = { $day } to { $last-day }
when-days-and-hours = { $day }, { $hour } to { $last-day }, { $last-hour }
every-week = every week
every-two-weeks = every two weeks
every-month = every month, on the same day of the week
every-month-end = every month, on the last of that day
repeated = { $every }, until { $until }
events-of-months = Events in { $title }
events-of-themes = Events on the theme { $title }
events-of-municipalities = Events in { $title }
events-past = Past events
all-events-of = All events about { $title }
event-facts = When and where
event-when = When
event-was = Took place on
event-repeats = Repeated
event-later = After that
event-except = Not on
event-place = Where
event-address = Address
event-organiser = Organised by
event-cost = Cost
event-register = Register
event-cancelled = Cancelled
event-moved = Moved: was on { $day }

euros = €{ $amount }
unknown = not known
years-from = from { $year }
years-to = until { $year }
projects-of-status = Projects: { $title }
projects-of-themes = Projects on the theme { $title }
projects-of-municipalities = Projects in { $title }
all-projects-of = All projects on { $title }
by-status = By status
all-status = All projects
project-status = Status
project-years = Years
project-partners = Partners
project-budget = Money
project-total = Total
project-source = Source:
documents-of-type = Documents: { $title }
documents-of-years = Documents from { $title }
documents-of-bodies = Documents of { $title }
documents-of-themes = Documents on the theme { $title }
all-documents-of = All documents on { $title }
by-type = By type
all-type = All types
by-bodies = By body
all-bodies = All bodies

undated = Without a date
documents-of-day = Document dated
document-facts = About this document
document-type = Type
document-number = Number
document-publisher = Publisher
document-bodies = Body
document-projects = Project
document-language = Language
document-address = Read it at
document-page = Web page
document-html = Read as a web page
document-replaces = Replaces
document-replaced = There is a newer document
body-facts = Members and predecessors
body-next = Next meeting
body-members = Members
body-before = Replaced
body-ended = Ended in { $when }
body-after = The work goes on at:
meetings-of-months = Meetings in { $title }
meetings-of-bodies = Meetings of { $title }
meetings-past = Earlier meetings
all-meetings-of = All meetings of { $title }
meeting-bodies = Who meets
meeting-access = Access
meeting-open = open: anyone may come and listen
meeting-closed = closed
meeting-agenda = Agenda
meeting-decision = Decision:
meeting-papers = Papers

# Themes and municipalities
choose-themes = Choose a theme
other-themes = Other themes
theme-now = Who does this now
theme-now-day = As of
theme-figures = Key figures
choose-municipalities = Choose your { -one-municipality }
municipalities-as-list = The { -many-municipalities } as a list
inhabitants-count = { $number } inhabitants
inhabitants-counted = Inhabitants on { $date }.
inhabitants-except = { $name }: { $date }.
map = Choose your { -one-municipality } on the map
map-drawing = Map of the { -many-municipalities }
map-as-list = Also on the map
map-points = Places on the map
neighbours = Borders
map-land = { -One-municipality }
map-neighbour = Neighbouring area
map-abroad = Abroad
map-water = Water
map-road = Road
map-railway = Railway
map-border = National border
map-town = Town
facts = Facts and figures
inhabitants = Inhabitants
area = Area
seat = Town hall in
places = Places
website = Own website
inhabitants-source = Source for the population

# Find your municipality
finder-title = Find your { -one-municipality }
finder-lead = Type the place where you live, or a part of its name.
finder-label = Your town, postcode or { -one-municipality }
finder-button = Find
finder-nothing = We cannot find ‘{ $query }’. Here are all the { -many-municipalities }.
finder-several = ‘{ $query }’ may be in one of these.
place-lies-here = { $place } lies here

# Lists of all pages. Articles do not count when titles are put in order.
articles = the a an
index-title = A to Z
index-lead = All pages in alphabetical order. Choose a letter or browse the list.
overview-title = Overview of the site
overview-lead = All pages together, by section of the site.
alerts-title = Earlier alerts
alerts-lead = What was shown above the pages of this site and is now over, the latest first. Anything current is shown above this page.
alerts-none = There are no earlier alerts yet.
data-title = Open data
data-lead = The lists of this site as files, for whoever wants to calculate with them or build something.
data-licence = You may use the data under this licence:
data-no-licence = Under which licence you may use the data has not been settled.
data-schema = description of the columns
data-catalog = Catalogue of all files
data-map = The { -many-municipalities } and what lies around them, in degrees of longitude and latitude.
data-address = The address of the page
data-name = The title
data-summary = The summary
data-language = The language
data-date = The day on which the page appeared, or of which it tells
data-updated = The day of the last change
data-longitude = The longitude
data-latitude = The latitude
data-author = The author
data-tags = The topics
data-sources = The addresses of the sources
data-files = The addresses of the files
data-start = The start of the first time
data-end = The end of the first time
data-starts = The start of each time
data-moved = The day on which it was to be at first
data-area = The area in square kilometres
data-inhabitants-date = The day of the count
data-code = The code of Statistics Netherlands
data-status-date = The day for which the status holds
data-from = The first year
data-to = The last year
data-budget = The money together, in euros
data-budget-year = The year of the amount
data-budget-source = The source of the amount
data-document = The address of a document that is kept elsewhere
data-woo = The category under the Dutch Woo
data-decisions = The decisions
data-ended = The day on which it ended
data-ended-year = The year in which it ended
patterns-title = Patterns
patterns-lead = All the parts that pages are made of, with invented content. For those who work on them.

# Search. The names of choices in addresses are words, too: /search/?q=word&kind=page
search-title = Search
search-title-of = Search: { $query }
error-code = Error code
search-description = Search all pages of this site, by what they say or by name.
search-kicker = All pages
search-list-lead = This edition of the site cannot search. All pages are listed below, from A to Z.
search-choice-kind = kind
search-choice-theme = theme
search-choice-municipality = municipality
search-choice-year = year
search-choice-page = page
search-choice-literal = literally
search-found =
    { $count ->
        [one] result
       *[other] results
    }
search-found-for = for ‘{ $query }’
search-narrow = Choose from these results
search-narrowed = Choose from the results
search-suggestion = Did you mean
search-suggestion-found = We searched for that as well.
search-literally = Search only for ‘{ $query }’
search-named = Best answer
search-in-language =
    { $language ->
        [de] in German
        [en] in English
        [nl] in Dutch
       *[other] in another language
    }
search-nothing-title = Nothing found
search-nothing-lead = Check the spelling, or try another or a shorter word.
search-nothing-narrowed = These choices leave no results.
search-not-narrowed = Search without these choices
search-answer = Answer
search-unmatched = We have nothing about { $words }.
search-quoted = ‘{ $word }’
search-nearest = What comes closest
search-too-long-title = This search is too long
search-too-long-lead = Type a few words about your subject. Please use no more than 200 characters.
search-malformed-title = This search cannot be understood
search-malformed-lead = Something is wrong with the address. Type below what you are looking for.
search-too-many-title = This search has too many words
search-too-many-lead = Type a few words about your subject. Please use no more than twelve words.
search-no-page-title = There is no such page of results
search-no-page-lead = There are not that many results. Type below what you are looking for.
search-kinds = Kind
search-years = Year
search-all-hits = Everything
search-kind-news = News
search-kind-projects = Projects
search-kind-documents = Documents
search-kind-bodies = Bodies
search-kind-meetings = Meetings
search-kind-events = Events
search-kind-themes = Themes
search-kind-municipalities = { -Many-municipalities }
search-kind-questions = Questions
search-kind-terms = Terms
search-kind-page = Information
kind-page = Information
a-to-z = All subjects from A to Z
letters = Letters

# When there is no page
not-found-title = This page does not exist
not-found-lead = Perhaps the address was mistyped, or the page has moved.
not-found-offer = These pages have similar addresses
gone-title = This page is no longer here
gone-lead = The page ‘{ $title }’ has been removed.
gone-offer = You can go on from here
bad-request-title = This request cannot be understood
bad-request-lead = Something is wrong with the address or with what your browser asked for. Start again from the home page.
method-not-allowed-title = This is not possible here
method-not-allowed-lead = The pages of this site can only be read. Nothing can be sent to them.
not-implemented-title = This site cannot do that
not-implemented-lead = Your browser is asking for something this site does not offer. You can still read the pages.
failed-title = Something went wrong
failed-lead = It is not your fault. Please try again in a few minutes.
overloaded-title = It is too busy right now
overloaded-lead = Many people are using this site at the moment. Please try again in a few seconds.

# A new site
init-name = Our region
init-done =
    { $folder } is a site. Look at it with:
        cd { $folder }
        noaber preview
    The README there says how to go on.
