"""How the network of `sayso.link.pairs.pair_network` is trained; needs the dependency group `train`."""
