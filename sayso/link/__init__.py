"""Linking: who else says so, who says otherwise, and on how many independent origins it rests."""
