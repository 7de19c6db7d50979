"""Linking: which claims say the same or conflict, and on how many independent origins they rest."""
