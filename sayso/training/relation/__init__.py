"""How the weights of `sayso.link.compare` are fitted to pairs of sentences whose relation is known."""
