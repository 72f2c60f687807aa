moment = { $day } { $hour }.{ $minute } uur
moment-with-seconds = { $day } { $hour }.{ $minute }.{ $second } uur

place-line = regel { $line }
page-of-file = { $seen }: { $cause }
state-invalid = kan niet worden getoond
state-draft = concept
state-planned = gepland voor { $moment }
state-expired = verlopen sinds { $moment }
state-live-until = te zien tot { $moment }

preview-name = Voorbeeld
preview-show = Toon
preview-hide = Verberg
preview-problems =
    { $count ->
        [one] 1 probleem
       *[other] { $count } problemen
    } in { $file }
preview-elsewhere =
    { $count ->
        [one] 1 probleem in een ander bestand
       *[other] { $count } problemen in andere bestanden
    }
preview-and-more = en nog { $count }
preview-failure = De laatste wijziging is niet te zien:
program-fault = er ging iets mis in het programma; meld dat met de bestanden waarbij het gebeurt
admin-by-address = Vraag dit aan localhost of aan een adres in cijfers, zoals 127.0.0.1.

status-title = Hoe { $site } ervoor staat
status-no-change = geen gepland
status-change-of-alert = { $moment }: de melding
status-change = { $moment }: { $files }
status-not-shown = niet te zien: { $failure }
status-no-commit = de map staat niet in git, of de commit is niet te lezen
status-no-problems = geen
status-counting =
    { $errors ->
        [0] geen fouten
        [one] 1 fout
       *[other] { $errors } fouten
    }; de waarschuwingen worden nog geteld
status-problem = { $place }: { $severity }: { $said } ({ $help })
status-asked =
    { $what } ({ $times ->
        [one] 1 keer
       *[other] { $times } keer
    })
status-label-failure = Laatste wijziging
status-label-since = Te zien sinds
status-label-commit = Commit
status-label-version = Versie
status-label-pages = Pagina's
status-label-problems = Problemen
status-label-next-change = Volgende wijziging
status-label-hidden = Niet te zien
status-label-searches = Gezocht en niet gevonden
status-label-addresses = Gevraagd adres dat er niet is
