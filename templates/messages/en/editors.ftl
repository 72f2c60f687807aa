moment = { $day } { $hour }:{ $minute }
moment-with-seconds = { $day } { $hour }:{ $minute }:{ $second }

place-line = line { $line }
page-of-file = { $seen }: { $cause }
state-invalid = cannot be shown
state-draft = draft
state-planned = planned for { $moment }
state-expired = expired since { $moment }
state-live-until = can be seen until { $moment }

preview-name = Preview
preview-show = Show
preview-hide = Hide
preview-problems =
    { $count ->
        [one] 1 problem
       *[other] { $count } problems
    } in { $file }
preview-elsewhere =
    { $count ->
        [one] 1 problem in another file
       *[other] { $count } problems in other files
    }
preview-and-more = and { $count } more
preview-failure = The last change cannot be seen:
program-fault = something went wrong in the program; report it with the files with which it happens
admin-by-address = Ask this of localhost or of an address in digits, such as 127.0.0.1.

status-title = How { $site } stands
status-no-change = none planned
status-change-of-alert = { $moment }: the alert
status-change = { $moment }: { $files }
status-not-shown = cannot be seen: { $failure }
status-no-commit = the folder is not in git, or the commit cannot be read
status-no-problems = none
status-counting =
    { $errors ->
        [0] no errors
        [one] 1 error
       *[other] { $errors } errors
    }; the warnings are still being counted
status-problem = { $place }: { $severity }: { $said } ({ $help })
status-asked =
    { $what } ({ $times ->
        [one] once
       *[other] { $times } times
    })
status-label-failure = Last change
status-label-since = Seen since
status-label-commit = Commit
status-label-version = Version
status-label-pages = Pages
status-label-problems = Problems
status-label-next-change = Next change
status-label-hidden = Not to be seen
status-label-searches = Searched and not found
status-label-addresses = Address asked for that does not exist
