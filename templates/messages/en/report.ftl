at-line = line { $line }, { $message }
did-you-mean = did you mean `{ $name }`?
mend-first = correct `{ $file }` first: { $cause }
fault-at-address = the program itself fails while it makes `{ $address }`
severity-error = error
severity-warning = warning
severity-tip = tip
problem-help = help: { $help }
problem-with-help = { $said }. Help: { $help }
count-errors =
    { $count ->
        [one] 1 error
       *[other] { $count } errors
    }
count-warnings =
    { $count ->
        [one] 1 warning
       *[other] { $count } warnings
    }
count-tips =
    { $count ->
        [one] 1 tip
       *[other] { $count } tips
    }
counts = { $counts }
no-errors = No errors
seen-page = visitors do see this page
seen-old-version = visitors see the previous version, until the server starts again
seen-nothing = visitors do not see this page
hidden-page = { $name }: { $seen }: { $cause }
hidden-count =
    { $count ->
        [0] {""}
        [one] ; 1 page cannot be shown
       *[other] ; { $count } pages cannot be shown
    }
report-more-of-rule =
    … and { $rule } { $count ->
        [one] once
       *[other] { $count } times
    } more, in { $files ->
        [one] 1 file
       *[other] { $files } files
    }
report-more-hidden =
    … and { $count ->
        [one] 1 more page
       *[other] { $count } more pages
    }
report-by-rule = By rule (`noaber check --all` shows everything, `noaber explain CODE` explains a rule):
report-worst-files = The most findings (`noaber check FILE` or `noaber check FOLDER/` shows only those):
report-readability = Readability, from 0 (very hard) to 100 (very easy): Flesch-Douma { $flesch_douma } and Brouwer { $brouwer } on average
report-readability-note = These are indications, as the language tips are. No measurement proves that a text is at language level B1.
report-summary =
    { $counts } in { $files ->
        [one] 1 file
       *[other] { $files } files
    }{ $exempted ->
        [0] {""}
       *[other] {" "}({ $exempted } exempted)
    }{ $hidden }
