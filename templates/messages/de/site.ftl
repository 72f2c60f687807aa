no-such-file = die Datei `{ $file }` gibt es nicht
name-a-file = eine Datei im Ordner der Texte nennen
name-a-seen-page = eine Seite nennen, die Besucher sehen
named-page = { $kind ->
    [themes] Thema
    [municipalities] Gemeinde
    [bodies] Gremium
    [projects] Projekt
   *[documents] Dokument
} `{ $name }`
no-such-page = { $what } gibt es nicht
no-such-page-help = den Namen einer Datei im Ordner `{ $folder }` verwenden, ohne .md

target-draft = { $what } ist noch ein Entwurf
target-draft-help = den Link entfernen, bis die Seite fertig ist
target-planned = { $what } ist noch nicht zu sehen
target-planned-help = diese Seite zum selben Zeitpunkt veröffentlichen oder den Link entfernen
target-expired = { $what } ist abgelaufen
target-expired-help = auf eine Seite verweisen, die es noch gibt
target-expires-before = `{ $path }` wird dann schon abgelaufen sein
target-expires-before-help = auf eine Seite verweisen, die es dann noch gibt
target-with-error = { $what } hat einen Fehler, wegen dem die Seite nicht zu sehen ist
target-unseen = Besucher sehen `{ $file }` nicht
target-no-page = `{ $file }` ist keine Seite
target-no-page-help = die Datei einer Seite nennen

file-without-address = Besucher bekommen `{ $path }` nicht: aus diesem Namen kann keine Adresse werden
file-without-address-help = die Datei umbenennen und hier auf den neuen Namen verweisen: `{ $path }`
link-to-nothing = dieser Link hat kein Ziel: zwischen den runden Klammern steht nichts
link-to-nothing-help = die Datei nennen, zu der der Link führt: `{ $up }ordner/name.md`, oder eine Adresse mit https://
picture-of-nothing = hier steht kein Bild: zwischen den runden Klammern steht nichts
picture-of-nothing-help = die Datei nennen: `{ $up }../static/bilder/name.jpg`
link-to-address = `{ $path }` ist eine Adresse, keine Datei
link-to-address-help = auf die Datei verweisen, von dieser aus gesehen: `{ $up }ordner/name.md`
link-outside-site = `{ $path }` liegt außerhalb der Website
link-outside-site-help = auf eine Datei im Ordner der Texte oder in `static` verweisen
no-such-heading = in `{ $file }` gibt es keine Überschrift mit dem Namen `#{ $fragment }`
no-such-heading-help = die Überschrift in kleinen Buchstaben schreiben, mit Bindestrichen zwischen den Wörtern

missing-used-by = { $number } Links führen dorthin, in { $named }
missing-and-users = { $help }; { $users }
missing-mail-address = `{ $path }` ist eine E-Mail-Adresse, keine Datei
missing-mail-address-help = mailto: davor setzen: `{ $address }`
missing-web-address = `{ $path }` ist eine Webadresse, keine Datei
missing-web-address-help = https:// davor setzen: `{ $address }`
missing-picture = das Bild oder die Datei `{ $path }` gibt es nicht
missing-picture-help = es in `static` ablegen und von dieser Datei aus gesehen darauf verweisen: `{ $path }`
missing-asset-elsewhere = `{ $path }` ist eine Adresse im Web, und hierher gehört eine Datei der Website
missing-asset-elsewhere-help = die Datei in `static` ablegen und von dieser Datei aus gesehen darauf verweisen: `{ $path }`; oder im Text einen Link daraus machen
missing-query = `{ $rest }` gehört nicht zum Namen einer Datei
missing-query-help = nur die Datei schreiben: `{ $file }`
missing-file-in-folder-help = eine Datei in diesem Ordner nennen: `{ $folder }/name.pdf`
missing-is-folder = `{ $path }` ist ein Ordner, keine Datei
missing-page-help = den Namen und den Ordner prüfen, von dieser Datei aus gesehen
missing-ending-help = die Datei der Seite nennen, mit .md: `{ $up }ordner/name.md`, oder `{ $up }ordner/index.md` für den Anfang eines Ordners
places-and-more = { $named } und { $others } weiteren

use-in-link = Link „{ $text }“
use-as-picture = Bild im Text
use-in-key = `{ $key }`
use-in-menu = Menü
use-in-question = Frage auf der Startseite
use-in-footer = Fuß der Seite
use-in-alert = Meldung
use-for-alert = Meldung auf dieser Seite
use-in-answer = Antwort „{ $title }“
use-for-address = alte Adresse { $address }

page-of-search = der Suche
page-of-index = der Liste von A bis Z
page-of-overview = der Übersicht der Website
page-of-finder = der Seite, auf der man eine Gemeinde findet
page-of-feeds = der Seite mit Feeds und Kalendern
page-of-alerts = der Seite mit früheren Meldungen
page-of-data = der Seite mit offenen Daten
page-of-patterns = der Seite mit Mustern
pages-of-tags = den Listen der Stichwörter
page-of-news = einer Liste von Nachrichten
address-taken = die Adresse { $address } gehört schon zu { $owner }
address-taken-help = dieser Datei einen anderen Namen geben
address-taken-by-site-help = dieser Datei einen anderen Namen geben, oder in site.toml ein anderes Wort wählen

address-loop = `{ $from }` führt über `{ $to }` zu sich selbst zurück
address-loop-help = eine dieser Adressen zu einer Datei führen lassen
address-chain = `{ $from }` führt zu einer Adresse, die selbst weiterführt
address-chain-help = sie gleich zu `{ $last }` führen lassen
address-without-page = unter `{ $address }` gibt es keine Seite
address-without-page-help = die Datei der Seite nennen, etwa `aktuelles/index.md`
no-address = `{ $address }` ist keine Adresse innerhalb der Website
no-address-help = die alte Adresse ab dem ersten Schrägstrich schreiben: /ordner/name
addresses-of-another-site = von den { $all } Adressen von Seiten in dieser Liste gibt es hier nur { $there }: das sieht aus wie die Liste einer anderen Website
addresses-of-another-site-help = ist diese Website neu, die ganze Datei entfernen; ist sie es nicht, prüfen, ob alle Texte da sind und ob `[kinds]` in site.toml stimmt
old-address-leads = `{ $old }` führt schon zu { $to }
old-address-gone = `{ $old }` gibt es schon aus einem anderen Grund nicht mehr
old-address-twice-help = eine alte Adresse kann nur zu einer Seite führen: sie bei einer der beiden entfernen
old-address-is-own = unter `{ $address }` steht diese Seite jetzt selbst
old-address-is-own-help = die Adresse hier entfernen: sie ist keine alte
old-address-in-use = unter `{ $address }` steht jetzt eine andere Seite
old-address-in-use-help = die alte Adresse entfernen oder jener Seite eine andere geben
lost-address = die Adresse { $address } gab es, und es gibt sie nicht mehr
lost-address-help = `former = ["{ $address }"]` in die Kopfzeilen der Seite setzen, die an ihre Stelle tritt, oder die Adresse in dieser Datei unter [gone] setzen
lost-address-and-users = { $help }; auf sie wird noch verwiesen in { $users }
lost-address-for-now = die Adresse { $address } gibt es jetzt nicht: `{ $file }`

home-missing-help = diese Datei anlegen: sie ist die erste Seite der Website
first-page-missing-help = diese Datei anlegen: mit ihr beginnen die Seiten in dieser Sprache
home-unseen-help = ohne erste Seite gibt es keine Website: `draft`, `publish` oder `expires` daraus entfernen
tags-without-address = `{ $tag }`: diese Website hat keine Listen von Stichwörtern
tags-without-address-help = das Wort für ihre Adresse in site.toml unter [addresses] setzen: tags = "stichwort"
translated-twice = `{ $other }` ist schon die Übersetzung von `{ $file }`
translated-twice-help = eine dieser beiden Seiten weglassen oder die Zeile hier entfernen
translates-no-original = `{ $file }` ist selbst keine Seite in der Sprache der Website
translates-no-original-help = die Datei nennen, die übersetzt wurde

point-off-map = der Punkt dieser Seite liegt außerhalb der Karte
point-off-map-help = die Zahlen prüfen, und ob `{ $file }` in Grad (WGS84) ist
area-without-page = keine Seite hat den Code `{ $code }`
area-without-page-help = der Seite der Gemeinde diesen `code` geben oder diesen Teil entfernen
page-off-map = `{ $code }` steht nicht auf der Karte
page-off-map-help = die Grenzen dieser Gemeinde in `{ $file }` setzen
same-code = `{ $code }` ist auch der Code von `{ $other }`
same-code-help = jeder Gemeinde einen eigenen Code geben
