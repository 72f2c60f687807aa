# What the site says of itself, in German. The names are those of nl.ftl.

# What a municipality is called; a site may have other words for it.
-one-municipality = Gemeinde
-many-municipalities = Gemeinden
-One-municipality = Gemeinde
-Many-municipalities = Gemeinden

locale = de_DE

# The frame of every page
home = Startseite
skip-to-content = Zum Inhalt
main-menu = Hauptmenü
breadcrumb = Navigationspfad
alerts = Meldungen
alert-info = Mitteilung
alert-warning = Warnung
alert-crisis = Notfall
alert-area = Betrifft:
alert-from = von
alert-until = bis
about-this-site = Über diese Website
news-feed = Nachrichten von { $name }
news-feed-link = Nachrichten abonnieren
events-feed = Termine von { $name }
projects-feed = Projekte von { $name }
projects-feed-link = Projekte abonnieren
documents-feed = Dokumente von { $name }
documents-feed-link = Dokumente abonnieren
meetings-feed = Sitzungen von { $name }
meetings-feed-link = Sitzungen abonnieren
events-feed-link = Termine abonnieren
calendar-add = In Ihren Kalender übernehmen
calendar-follow = Diese Termine in Ihrem Kalender abonnieren
language-feed = { $name } auf Deutsch
language-feed-link = Neue deutsche Seiten abonnieren
follow-title = Der Website folgen
follow-lead = Sie erfahren, wenn es etwas Neues gibt. Sie müssen sich nirgends anmelden, und wir wissen nicht, wer Sie sind.
follow-how-title = So geht es
follow-how = Ein Programm auf Ihrem Telefon oder Computer sieht für Sie nach, ob es etwas Neues gibt. Für Nachrichten ist das ein Nachrichtenleser; auch viele Mailprogramme können das. Für Termine ist es Ihr eigener Kalender.
follow-choose = Wählen Sie unten, was Sie verfolgen möchten, und kopieren Sie die Adresse dieses Links.
follow-paste = Nachrichten: Fügen Sie die Adresse in Ihren Nachrichtenleser ein.
follow-calendar = Termine und Sitzungen: Fügen Sie die Adresse in Ihren Kalender ein, unter „abonnieren“. Was sich ändert, ändert sich dort mit.
follow-all = Die ganze Website
follow-also = Auch:
search = Suchen
search-site = Diese Website durchsuchen
search-all = Alle Seiten durchsuchen
search-label = Wonach suchen Sie?
languages = Sprache
language-name = Deutsch

# What kind of page it is
kind-news = Nachrichten
kind-projects = Projekt
kind-documents = Dokument
kind-bodies = Gremium
kind-meetings = Sitzung
kind-events = Termine
kind-themes = Thema
kind-municipalities = { -One-municipality }
kind-terms = Begriff
kind-questions = Frage
themes-count =
    { $count ->
        [one] Ein Thema
       *[other] { $count } Themen
    }
municipalities-count =
    { $count ->
        [one] 1 { -One-municipality }
       *[other] { $count } { -Many-municipalities }
    }
news-count =
    { $count ->
        [one] Eine Nachricht
       *[other] { $count } Nachrichten
    }
projects-count =
    { $count ->
        [one] Ein Projekt
       *[other] { $count } Projekte
    }
documents-count =
    { $count ->
        [one] Ein Dokument
       *[other] { $count } Dokumente
    }
bodies-count =
    { $count ->
        [one] Ein Gremium
       *[other] { $count } Gremien
    }
meetings-count =
    { $count ->
        [one] Eine Sitzung
       *[other] { $count } Sitzungen
    }
events-count =
    { $count ->
        [one] Ein Termin
       *[other] { $count } Termine
    }

terms-count =
    { $count ->
        [one] Ein Wort
       *[other] { $count } Wörter
    }
questions-count =
    { $count ->
        [one] Eine Frage
       *[other] { $count } Fragen
    }

# Around the text
official = In Plänen heißt das:
key-points = Kurz gesagt
glossary = Wörter auf dieser Seite
term-used = Auf diesen Seiten kommt dieses Wort vor
downloads = Dateien
file-pages =
    { $count ->
        [one] 1 Seite
       *[other] { $count } Seiten
    }
phone = Telefon
hours = Erreichbarkeit
email = E-Mail
contact-website = Website
author = Geschrieben von:
published = Veröffentlicht:
news-of-day = Nachricht vom
changed = Zuletzt geändert:
on-this-page = Auf dieser Seite
sources = Quellen
related = Mehr dazu
below = Seiten in diesem Bereich
tags-title = Stichwörter
tags-lead = Alles auf dieser Website, nach dem Wort, um das es geht.
tag-description = Alles auf dieser Website zum Stichwort { $tag }.
tag-pages = Seiten zu diesem Stichwort
tag-feed-link = Dieses Stichwort abonnieren
themes = Themen
municipalities = { -Many-municipalities }

# Words in texts
note-note = Gut zu wissen
note-tip = Tipp
note-important = Wichtig
note-warning = Achtung
note-caution = Vorsicht
table = Tabelle
task-done = Erledigt
task-open = Noch offen
footnote = Fußnote
footnotes = Fußnoten
footnote-back = Zurück zum Text bei Fußnote

# News
latest-news = Neueste Nachrichten
newest-news = Neueste Nachricht:
newest-documents = Neuestes Dokument:
tasks = Womit können wir Ihnen helfen?
all-news = Alle Nachrichten
other-news = Weitere Nachrichten
older-news = Ältere Nachricht
newer-news = Neuere Nachricht
news-of-years = Nachrichten aus dem Jahr { $title }
news-of-municipalities = Nachrichten über { $title }
news-of-themes = Nachrichten zum Thema { $title }
all-news-of = Alle Nachrichten: { $title }
list-description =
    { $count ->
        [one] Eine Seite
       *[other] Alle { $count } Seiten
    } in der Liste „{ $title }“.
list-empty = In dieser Liste steht zurzeit nichts.
own-lists = Nicht enthalten ist, was eine eigene Liste hat:
choose-part = Wählen Sie einen Teil der Liste
by-years = Nach Jahr
by-months = Nach Monat
by-past = Früher
by-themes = Nach Thema
by-municipalities = Nach { -One-municipality }
all-years = Alle Jahre
all-months = Alle Monate
all-past = Was noch kommt
all-themes = Alle Themen
all-municipalities = Alle { -Many-municipalities }
past = Was vorbei ist
month-past = { $month } (vorbei)
page-of = Seite { $number } von { $total }
pages = Seiten
page = Seite
previous-page = Vorherige Seite
next-page = Nächste Seite

# Events, and when they happen
clock = %H:%M
when-hour = { $day }, { $hour } Uhr
when-hours = { $day }, { $hour } bis { $last-hour } Uhr
when-days = { $day } bis { $last-day }
when-days-and-hours = { $day }, { $hour } Uhr bis { $last-day }, { $last-hour } Uhr
every-week = jede Woche
every-two-weeks = alle zwei Wochen
every-month = jeden Monat, am selben Wochentag
every-month-end = jeden Monat, am letzten dieser Wochentage
repeated = { $every }, bis { $until }
events-of-months = Termine im { $title }
events-of-themes = Termine zum Thema { $title }
events-of-municipalities = Termine in { $title }
events-past = Vergangene Termine
all-events-of = Alle Termine zu { $title }
event-facts = Wann und wo
event-when = Wann
event-was = War am
event-repeats = Wiederholung
event-later = Danach
event-except = Nicht am
event-place = Wo
event-address = Adresse
event-organiser = Veranstalter
event-cost = Kosten
event-register = Anmeldung
event-cancelled = Findet nicht statt
event-moved = Verschoben: war für den { $day } geplant

euros = { $amount } €
unknown = nicht bekannt
years-from = ab { $year }
years-to = bis { $year }
projects-of-status = Projekte: { $title }
projects-of-themes = Projekte zum Thema { $title }
projects-of-municipalities = Projekte in { $title }
all-projects-of = Alle Projekte zu { $title }
by-status = Nach Stand
all-status = Alle Projekte
project-status = Stand
project-years = Laufzeit
project-partners = Partner
project-budget = Geld
project-total = Insgesamt
project-source = Quelle:
documents-of-type = Dokumente: { $title }
documents-of-years = Dokumente aus dem Jahr { $title }
documents-of-bodies = Dokumente von { $title }
documents-of-themes = Dokumente zum Thema { $title }
all-documents-of = Alle Dokumente zu { $title }
by-type = Nach Art
all-type = Alle Arten
by-bodies = Nach Gremium
all-bodies = Alle Gremien

undated = Ohne Datum
documents-of-day = Dokument vom
document-facts = Über dieses Dokument
document-type = Art
document-number = Nummer
document-publisher = Herausgeber
document-bodies = Gremium
document-projects = Projekt
document-language = Sprache
document-address = Zu lesen bei
document-page = Webseite
document-html = Als Webseite lesen
document-replaces = Ersetzt
document-replaced = Es gibt ein neueres Dokument
body-facts = Mitglieder und Vorgänger
body-next = Nächste Sitzung
body-members = Mitglieder
body-before = Folgt auf
body-ended = Besteht nicht mehr seit { $when }
body-after = Die Arbeit geht weiter bei:
meetings-of-months = Sitzungen im { $title }
meetings-of-bodies = Sitzungen: { $title }
meetings-past = Frühere Sitzungen
all-meetings-of = Alle Sitzungen: { $title }
meeting-bodies = Wer tagt
meeting-access = Zugang
meeting-open = öffentlich: alle dürfen zuhören
meeting-closed = nicht öffentlich
meeting-agenda = Tagesordnung
meeting-decision = Beschluss:
meeting-papers = Unterlagen

# Themes and municipalities
choose-themes = Wählen Sie ein Thema
other-themes = Weitere Themen
theme-now = Wer macht das
theme-now-day = Stand:
theme-figures = Wichtige Zahlen
choose-municipalities = { -One-municipality } wählen
municipalities-as-list = Die { -Many-municipalities } als Liste
inhabitants-count = { $number } Einwohner
inhabitants-counted = Einwohner am { $date }.
inhabitants-except = { $name }: { $date }.
map = { -One-municipality } auf der Karte wählen
map-drawing = Karte der { -Many-municipalities }
map-as-list = Auch auf der Karte
map-points = Orte auf der Karte
neighbours = Grenzt an
map-land = { -One-municipality }
map-neighbour = Nachbargebiet
map-abroad = Ausland
map-water = Wasser
map-road = Straße
map-railway = Bahnstrecke
map-border = Staatsgrenze
map-town = Ort
facts = Zahlen und Fakten
inhabitants = Einwohner
area = Fläche
seat = Rathaus in
places = Orte
website = Eigene Website
inhabitants-source = Quelle der Einwohnerzahl

# Find your municipality
finder-title = { -One-municipality } finden
finder-lead = Geben Sie Ihren Wohnort ein, oder einen Teil des Namens.
finder-label = Wohnort, Postleitzahl oder { -One-municipality }
finder-button = Finden
finder-nothing = „{ $query }“ finden wir nicht. Dies sind alle { -Many-municipalities }.
finder-several = Bei „{ $query }“ kann es eine von diesen sein.
place-lies-here = { $place } liegt hier

# Lists of all pages. Articles do not count when titles are put in order.
articles = der die das ein eine
index-title = A bis Z
index-lead = Alle Seiten in alphabetischer Reihenfolge. Wählen Sie einen Buchstaben oder blättern Sie durch die Liste.
overview-title = Übersicht der Website
overview-lead = Alle Seiten auf einen Blick, nach Bereichen geordnet.
alerts-title = Frühere Meldungen
alerts-lead = Was über den Seiten dieser Website stand und nun vorbei ist, das Neueste zuerst. Was jetzt gilt, steht über dieser Seite.
alerts-none = Es gibt noch keine früheren Meldungen.
data-title = Offene Daten
data-lead = Die Listen dieser Website als Dateien, für alle, die damit rechnen oder etwas bauen möchten.
data-licence = Sie dürfen die Daten unter dieser Lizenz nutzen:
data-no-licence = Unter welcher Lizenz Sie die Daten nutzen dürfen, ist nicht festgelegt.
data-schema = Beschreibung der Spalten
data-catalog = Katalog aller Dateien
data-map = Die { -Many-municipalities } und ihre Umgebung, in Längen- und Breitengraden.
data-address = Die Adresse der Seite
data-name = Der Titel
data-summary = Die Zusammenfassung
data-language = Die Sprache
data-date = Der Tag, an dem die Seite erschien oder den sie meldet
data-updated = Der Tag der letzten Änderung
data-longitude = Der Längengrad
data-latitude = Der Breitengrad
data-author = Wer es geschrieben hat
data-tags = Die Stichwörter
data-sources = Die Adressen der Quellen
data-files = Die Adressen der Dateien
data-start = Der Beginn des ersten Termins
data-end = Das Ende des ersten Termins
data-starts = Der Beginn jedes Termins
data-moved = Der Tag, an dem es zuerst sein sollte
data-area = Die Fläche in Quadratkilometern
data-inhabitants-date = Der Tag der Zählung
data-code = Der Code des niederländischen Statistikamts
data-status-date = Der Tag, für den der Stand gilt
data-from = Das erste Jahr
data-to = Das letzte Jahr
data-budget = Das Geld insgesamt, in Euro
data-budget-year = Das Jahr des Betrags
data-budget-source = Die Quelle des Betrags
data-document = Die Adresse eines Dokuments, das anderswo steht
data-woo = Die Kategorie nach dem niederländischen Woo
data-decisions = Die Beschlüsse
data-ended = Der Tag, an dem es endete
data-ended-year = Das Jahr, in dem es endete
patterns-title = Muster
patterns-lead = Alle Bausteine, aus denen Seiten bestehen, mit erfundenem Inhalt. Für alle, die daran arbeiten.

# Search. The names of choices in addresses are words, too: /suche/?q=wort&art=seite
search-title = Suche
search-title-of = Suche: { $query }
error-code = Fehlercode
search-description = Suchen Sie in allen Seiten dieser Website, nach Inhalt oder nach Namen.
search-kicker = Alle Seiten
search-list-lead = Diese Ausgabe der Website kann nicht suchen. Unten stehen alle Seiten von A bis Z.
search-choice-kind = art
search-choice-theme = thema
search-choice-municipality = gemeinde
search-choice-year = jahr
search-choice-page = seite
search-choice-literal = woertlich
search-found =
    { $count ->
        [one] Ergebnis
       *[other] Ergebnisse
    }
search-found-for = für „{ $query }“
search-narrow = Aus diesen Ergebnissen wählen
search-narrowed = Aus den Ergebnissen wählen
search-suggestion = Meinten Sie
search-suggestion-found = Danach haben wir auch gesucht.
search-literally = Nur nach „{ $query }“ suchen
search-named = Beste Antwort
search-in-language =
    { $language ->
        [de] auf Deutsch
        [en] auf Englisch
        [nl] auf Niederländisch
       *[other] in einer anderen Sprache
    }
search-nothing-title = Nichts gefunden
search-nothing-lead = Prüfen Sie, ob alles richtig geschrieben ist, oder versuchen Sie es mit einem anderen oder kürzeren Wort.
search-nothing-narrowed = Mit dieser Auswahl bleibt nichts übrig.
search-not-narrowed = Ohne diese Auswahl suchen
search-answer = Antwort
search-unmatched = Zu { $words } haben wir nichts.
search-quoted = „{ $word }“
search-nearest = Was dem am nächsten kommt
search-too-long-title = Diese Anfrage ist zu lang
search-too-long-lead = Geben Sie ein paar Wörter ein, um die es geht. Mehr als 200 Zeichen sind nicht möglich.
search-malformed-title = Diese Anfrage ist nicht zu verstehen
search-malformed-lead = An der Adresse stimmt etwas nicht. Geben Sie unten ein, wonach Sie suchen.
search-too-many-title = Diese Anfrage hat zu viele Wörter
search-too-many-lead = Geben Sie ein paar Wörter ein, um die es geht. Mehr als zwölf Wörter sind nicht möglich.
search-no-page-title = Diese Seite mit Ergebnissen gibt es nicht
search-no-page-lead = So viele Ergebnisse gibt es nicht. Geben Sie unten ein, wonach Sie suchen.
search-kinds = Art
search-years = Jahr
search-all-hits = Alles
search-kind-news = Nachrichten
search-kind-projects = Projekte
search-kind-documents = Dokumente
search-kind-bodies = Gremien
search-kind-meetings = Sitzungen
search-kind-events = Termine
search-kind-themes = Themen
search-kind-municipalities = { -Many-municipalities }
search-kind-questions = Fragen
search-kind-terms = Begriffe
search-kind-page = Informationen
kind-page = Informationen
a-to-z = Alle Inhalte von A bis Z
letters = Buchstaben

# When there is no page
not-found-title = Diese Seite gibt es nicht
not-found-lead = Vielleicht ist die Adresse falsch geschrieben, oder die Seite steht jetzt an einer anderen Stelle.
not-found-offer = Diese Seiten haben ähnliche Adressen
gone-title = Diese Seite gibt es nicht mehr
gone-lead = Die Seite „{ $title }“ wurde entfernt.
gone-offer = Hier geht es weiter
bad-request-title = Diese Anfrage ist nicht zu verstehen
bad-request-lead = An der Adresse oder an der Anfrage Ihres Browsers stimmt etwas nicht. Beginnen Sie noch einmal auf der Startseite.
method-not-allowed-title = Das ist hier nicht möglich
method-not-allowed-lead = Die Seiten dieser Website können Sie nur lesen. Sie können nichts an sie senden.
not-implemented-title = Das kennt diese Website nicht
not-implemented-lead = Ihr Browser verlangt etwas, das diese Website nicht kennt. Seiten lesen können Sie trotzdem.
failed-title = Etwas ist schiefgegangen
failed-lead = Das liegt nicht an Ihnen. Versuchen Sie es in ein paar Minuten noch einmal.
overloaded-title = Im Moment ist zu viel los
overloaded-lead = Viele Menschen besuchen diese Website gleichzeitig. Versuchen Sie es in ein paar Sekunden noch einmal.

# A new site
init-name = Unsere Region
init-done =
    { $folder } ist eine Website. Sehen Sie sie an mit:
        cd { $folder }
        noaber preview
    Die README dort sagt, wie es weitergeht.
