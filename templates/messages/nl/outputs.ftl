unknown-hue = de kleur `{ $hue }` bestaat niet
unknown-hue-help = kies uit: { $hues }
table-fault = `{ $name }`: { $fault }
file-name-without-address = deze naam kan geen adres worden
file-name-without-address-help = gebruik in namen van mappen en bestanden alleen kleine letters, cijfers en streepjes
unused-style-sheet = geen pagina vraagt om dit stijlblad
unused-style-sheet-help = zet het in `static/css` zelf: dan geldt het op elke pagina
