verbatim = { $text }
at-line = regel { $line }, { $message }
did-you-mean = bedoelt u `{ $name }`?
mend-first = herstel eerst `{ $file }`: { $cause }
fault-at-address = bij het maken van `{ $address }` loopt het programma zelf vast
