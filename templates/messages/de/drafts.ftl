draft-summary = Hier schreiben, was der Leser auf dieser Seite findet.
draft-fact = noch auszufüllen
draft-owner = redaktion
draft-document-type = Beschluss
draft-status = Läuft
draft-role = Vorsitz
draft-explained = Die Fakten unten sind Beispiele: die der Gemeinde eintragen. LIESMICH.md sagt, was jede Zeile bedeutet.
