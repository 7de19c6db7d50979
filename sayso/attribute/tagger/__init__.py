"""Source, cue and content spans by the trained network."""
