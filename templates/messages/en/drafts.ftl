draft-summary = Write here what the reader finds on this page.
draft-fact = still to be filled in
draft-owner = editors
draft-document-type = Decision
draft-status = Under way
draft-role = chair
draft-explained = The facts below are examples: fill in those of the municipality. README.md says what each line means.
