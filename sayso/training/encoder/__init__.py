"""How the encoder of `sayso.link.retrieve` is made from MiniLM; needs the dependency group `train`."""
