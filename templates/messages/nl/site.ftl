missing-used-by = { $number } verwijzingen leiden erheen, in { $named }
missing-and-users = { $help }; { $users }
