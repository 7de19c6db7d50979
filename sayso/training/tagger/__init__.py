"""Training of the tagger: never needed to run Sayso."""
