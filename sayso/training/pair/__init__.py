"""How the network of `sayso.link.pairs.network` is trained; needs the dependency group `train`."""
