settings-key-missing-help = `{ $key }` ergänzen; LIESMICH.md sagt, was es ist
settings-key-of-table-missing = unter `[{ $table }]` fehlt `{ $key }`
settings-key-of-table-missing-help = `{ $key }` unter `[{ $table }]` ergänzen; LIESMICH.md sagt, was es ist
settings-table-missing = `[{ $table }]` fehlt
settings-table-missing-help = `[{ $table }]` ergänzen; LIESMICH.md sagt, was es ist
settings-alert = eine Meldung gehört nicht in `site.toml`
settings-alert-help = sie in `meldingen.toml` unter [[alert]] setzen; LIESMICH.md sagt, wie
settings-base-url = `base-url` ist keine Webadresse: { $address }
settings-base-url-help = https:// und den Namen schreiben, ohne Schrägstrich dahinter
settings-tag = `tag` ist keine Webadresse mit einem Jahr: { $tag }
settings-tag-help =
    die Adresse ohne https://, ein Komma und ein Jahr schreiben, in dem sie schon der Website gehörte: example.com,2026
settings-time-zone = die Zeitzone `{ $name }` gibt es nicht
settings-time-zone-help = einen Namen wie Europe/Berlin schreiben
settings-country = `{ $country }` ist kein Land
settings-country-help = die zwei Großbuchstaben des Landes schreiben: DE
settings-licence = eine Lizenz ist hier eine Webadresse
settings-licence-help = sie mit https:// oder http:// beginnen
settings-data-contact = das ist keine Adresse für Fragen
settings-data-contact-help = sie mit mailto: oder https:// beginnen
settings-tooi = das ist keine Nummer aus der niederländischen Liste der Behörden (TOOI)
settings-tooi-help = die ganze Adresse schreiben: { $start }gemeente/gm0141

settings-address = die Adresse `{ $word }` bei `{ $key }` ist nicht möglich
settings-address-help = ein Wort in kleinen Buchstaben schreiben, ohne Schrägstriche
settings-kind-address-help = eine Adresse wie /aktuelles/ schreiben: kleine Buchstaben, mit einem Schrägstrich davor und dahinter
settings-address-taken = die Adresse `{ $word }` bei `{ $key }` gehört schon einer anderen Liste
settings-list-word-taken = das Wort `{ $word }` bei `{ $key }` gehört schon einer anderen Art von Liste
settings-other-word = ein anderes Wort wählen

settings-language = in der Sprache `{ $tag }` gibt es keine Texte
settings-language-unnamed = dieser Sprache fehlt `language`
settings-language-unnamed-help = schreiben, welche Sprache es ist: language = "en"
settings-language-twice = die Sprache `{ $tag }` gibt es schon
settings-language-twice-help = jede Sprache einmal nennen
settings-words = eines der Wörter `municipality` und `municipalities` fehlt
settings-words-help = beide schreiben: eine Gemeinde, und mehrere Gemeinden
settings-no-word = `{ $word }` ist kein Wort
settings-no-word-help = nur Buchstaben schreiben
settings-link-both = dieser Link hat `file` und `address`, kann aber nur an einen Ort führen
settings-link-address = dieser Link hat keine Adresse, die zu verwenden ist
settings-link-address-help =
    entweder `file` schreiben, eine Seite der Website, oder `address`, eine Webadresse mit https:// davor
settings-link-title = diesem Link fehlt `title`
settings-link-title-help = jedem Link einen Text geben (`title`)
settings-link-incomplete = diesem Link fehlt `title` oder `file`
settings-link-incomplete-help =
    jedem Link einen Text (`title`) und eine Datei (`file`) geben; ohne die beiden fällt er weg

settings-security-contact-missing-help = eine Zeile ergänzen: contact = ["mailto:name@example.com"]
settings-security-contact = `{ $address }` ist keine Adresse, unter der man etwas melden kann
settings-security-contact-help = mailto:name@example.com, tel:+49… oder eine Adresse mit https:// schreiben
settings-security-expires-missing-help = eine Zeile `expires = …` ergänzen, mit einem Tag innerhalb eines Jahres
settings-security-expires-help = einen Tag wie 2027-06-01 schreiben
settings-security-address = `{ $address }` ist keine Webadresse mit https

no-such-rule = die Regel `{ $name }` gibt es nicht
rules-are-listed = `noaber explain` nennt alle Regeln
mandatory-rule = die Regel { $rule } lässt sich nicht abschalten
mandatory-rule-help =
    die Zeile entfernen und den Fehler selbst beheben: solange er da ist, ist die Seite nicht ganz zu sehen
severity-unknown-help = wählen aus: fehler, warnung, hinweis, aus
exemption-without-rules = diese Ausnahme nennt keine Regeln (`rules`)
exemption-without-rules-help = die Regeln nennen, die hier nicht gelten: rules = ["lange-zin"]
exemption-without-reason = dieser Ausnahme fehlt eine Seite oder ein Grund
exemption-without-reason-help =
    die Seite (`file`), die Regeln (`rules`) und den Grund (`reason`) nennen, aus dem sie dort nicht gelten

file-program-fault = das Programm selbst scheitert hieran
file-program-fault-help =
    das mit dieser Datei denen melden, die das Programm machen; die anderen Seiten werden gezeigt wie sonst
