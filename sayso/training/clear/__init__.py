"""How the network of `sayso.clear.network` is trained; needs the dependency group `train`."""
