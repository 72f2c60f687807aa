draft-summary = Vul hier in wat de lezer op deze pagina vindt.
draft-fact = nog invullen
draft-owner = redactie
draft-document-type = Besluit
draft-status = Loopt
draft-role = voorzitter
draft-explained = De feiten hieronder zijn voorbeelden: vul die van de gemeente in. LEESMIJ.md zegt wat elke regel betekent.
