missing-used-by = { $number } links lead there, in { $named }
missing-and-users = { $help }; { $users }
