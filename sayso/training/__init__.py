"""How encoders over the shared word pieces are written down, so that every processor computes the same."""
