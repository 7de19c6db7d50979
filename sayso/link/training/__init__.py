"""How the encoder of `sayso.link.near` is made from MiniLM; needs the dependency group `train`."""
