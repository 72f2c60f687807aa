verbatim = { $text }
at-line = line { $line }, { $message }
did-you-mean = did you mean `{ $name }`?
mend-first = first mend `{ $file }`: { $cause }
fault-at-address = the program itself fails while it makes `{ $address }`
