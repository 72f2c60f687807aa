# Die Hilfe zu einem Befehl heißt `help-BEFEHL`, die zu einem Argument `help-BEFEHL-ARGUMENT`, oder
# `help-ARGUMENT`, wo mehrere Befehle es haben. Die Namen der Werte sind `value-NAME`.
help-label-usage = Aufruf
help-label-commands = Befehle
help-label-arguments = Argumente
help-label-options = Optionen
help-label-any-options = OPTIONEN
help-label-choices = eines von: { $choices }
help-label-default = sonst: { $usual }
help-label-environment = Umgebung: { $variable }
help-help = Diese Hilfe zeigen
help-version = Die Version zeigen

value-address = ADRESSE
value-command = BEFEHL
value-file = DATEI
value-folder = ORDNER
value-language = SPRACHE
value-moment = ZEITPUNKT
value-name = NAME
value-network = NETZ
value-query = ANFRAGE
value-rule = REGEL
value-seconds = SEKUNDEN
value-title = TITEL
value-what = WAS

help-noaber = Die Website einer Region, aus einem Ordner mit Markdown
help-serve = Die Website Besuchern zeigen, immer so, wie ihre Dateien sind; auch ohne Befehl
help-preview = Die Website auf diesem Computer denen zeigen, die sie schreiben: mit Entwürfen, geplanten Seiten und allem, was nicht stimmt
help-init = Eine neue, kleine Website in einem leeren Ordner anlegen, auf Niederländisch, Deutsch oder Englisch
help-new = Eine neue Datei mit richtigem Namen und richtigen Kopfzeilen anlegen, als Entwurf
help-status = Sagen, wie es um eine laufende Website steht: was zu sehen ist, was nicht stimmt, was sich ändern wird; Rückgabewert 0 alles gut, 1 nicht
help-check = Jeden Fehler in den Texten nennen; Rückgabewert 0 keine Fehler, 1 Fehler, 2 die Prüfung war nicht möglich
help-explain = Eine Regel erklären, mit einem Beispiel; ohne Code eine Liste aller Regeln
help-links = Nennen, was auf eine Datei, eine Adresse, eine Überschrift oder einen Begriff verweist
help-addresses = Die Adressen nennen, die noch nicht in `adressen.toml` stehen; Rückgabewert 0 keine, 1 einige
help-build = Die Website als Dateien in einen neuen oder leeren Ordner schreiben, oder anstelle dessen, was früher dorthin geschrieben wurde
help-search = Die Website durchsuchen, wie ein Besucher es tut
help-manual = Das Handbuch (man) und die Vervollständigungen für Shells in einen Ordner schreiben

help-content = Der Ordner mit den Texten und `site.toml`
help-assets = Der Ordner mit Bildern und anderen Dateien; sonst `static` neben dem Ordner mit den Texten, oder in diesem Ordner
help-now = So tun, als sei es dieser Zeitpunkt, etwa 2026-03-29T01:00:00Z
help-folder = Der Ordner, der aufbewahrt, was aus anderen Dateien entsteht, etwa Bilder in kleineren Größen; sonst `noaber` in dem Ordner, den das System dafür hat

help-listen = Adresse und Port der Website, oder unix:/pfad für einen Socket; mehrmals möglich. Bei Port 0 wählt das System einen freien, `:8080` ist jede Adresse des Rechners. Sockets, die systemd weitergibt, gehen vor
help-preview-listen = Adresse und Port auf diesem Computer; bei Port 0 wählt das System einen freien
help-admin = Adresse und Port einer Seite für die Redaktion und die Überwachung; für andere geschlossen halten
help-tls-certificate = Die Datei mit dem Zertifikat und seiner Kette (PEM): Die Website spricht dann TLS. Ein neues Zertifikat wird von selbst gelesen
help-tls-key = Die Datei mit dem Schlüssel des Zertifikats (PEM)
help-redirect-from = Die Adresse ohne TLS, von der Besucher zu derselben Adresse mit TLS geleitet werden, etwa :80
help-shared-cache = Wie viele Sekunden ein Zwischenspeicher davor eine Seite ohne Nachfrage ausgeben darf, nie über die nächste geplante Änderung hinaus; nur, wo er von jeder Änderung erfährt
help-trusted-proxies = Die Netze der Proxys davor, etwa 10.0.0.0/8; mehrmals möglich. Nur ihnen wird X-Forwarded-Proto und X-Forwarded-For geglaubt, und die Grenzen je Besucher gelten für sie selbst nicht. Ohne diese Option: die auf demselben Computer
help-drain = Wie viele Sekunden Antworten noch bekommen, wenn das Programm enden soll; ein zweites Signal beendet es sofort
help-no-watch = Den Dateien nicht folgen; nach SIGHUP werden sie neu gelesen
help-stats = In dieser Datei, innerhalb weniger Sekunden, festhalten, wozu nichts gefunden wird und welche Adressen es nicht gibt: ab dem dritten Mal, nie Zahlen aus sechs oder mehr Ziffern oder E-Mail-Adressen. Ohne diese Datei zeigt --admin dasselbe, solange das Programm läuft
help-compression = Wie stark Texte komprimiert werden: sofort (quick), oder später noch einmal, so klein wie möglich (best)
help-log-format = Wie das Protokoll aussieht

help-init-folder = Der Ordner der neuen Website; es gibt ihn noch nicht, oder er ist leer
help-init-language = Die Sprache der Website
help-init-name = Der Name der Website
help-new-folder = Der Ordner im Ordner mit den Texten, etwa aktuelles; ein Punkt für den obersten
help-new-title = Der Titel der Seite, in Anführungszeichen
help-status-url = Die Adresse, mit der die Website bei --admin gestartet wurde
help-check-only = Nur melden, was in diesen Dateien oder Ordnern steht
help-check-format = Wie der Bericht aussieht: für Menschen oder für Programme
help-check-all = Alles zeigen; sonst das Erste jeder Regel und wie oft sie noch vorkommt
help-check-dictionary = Das Wörterbuch für die Rechtschreibung: der Pfad seiner .aff oder .dic; sonst das des Systems
help-explain-rule = Der Code oder der Name der Regel, wie der Bericht sie nennt
help-links-path = Etwa themen/name.md, static/bilder/name.svg, /themen/name/, name oder name.md#ueberschrift
help-addresses-write = Sie dort eintragen
help-build-out = Der Ordner, in den geschrieben wird
help-build-compression = Wie klein Texte in brotli und gzip daneben stehen, für Webserver, die sie senden: gar nicht (none), schnell (quick) oder so klein wie möglich (best)
help-search-query = Die Frage
help-search-explain = Zu jeder Seite sagen, warum sie dort steht
help-search-asked-in = Die Sprache der Seite, auf der gesucht wird, etwa en; sonst die der Website
help-manual-folder = Der Ordner, in den geschrieben wird

argument-unknown = `{ $argument }` gehört nicht hierher
argument-meant = `{ $argument }` gehört nicht hierher; ist `{ $meant }` gemeint?
argument-missing = es fehlt: { $argument }
argument-twice = { $argument } darf hier nur einmal stehen
command-unknown = den Befehl `{ $wrong }` gibt es nicht
command-meant = den Befehl `{ $wrong }` gibt es nicht; ist `{ $meant }` gemeint?
value-missing = hinter { $argument } fehlt der Wert
value-not-among = `{ $value }` ist mit { $argument } nicht möglich; eines wählen von { $choices }
value-unusable = `{ $value }` ist kein brauchbarer Wert für { $argument }
command-line-unreadable = diese Befehlszeile ist nicht zu lesen
command-line-refused =
    { $refusal }
    Wie es geht, steht in: noaber --help, oder noaber BEFEHL --help
