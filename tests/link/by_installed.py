"""The functions of linking with the installed registry."""

from functools import partial

from installed import registry

from sayso.link import compare as _compare
from sayso.link import credits as _credits
from sayso.link import origins as _origins
from sayso.link import reuse as _reuse
from sayso.link.link import link as _link
from sayso.link.origins.affiliations import standing as _standing

compare = partial(_compare.compare, registry=registry)
credits_of = partial(_credits.credits, registry=registry)
derivations = partial(_reuse.derivations, registry=registry)
derived = partial(_reuse.derived, registry=registry)
draw = partial(_origins.draw, registry=registry)
link = partial(_link, registry=registry)
one_origin = partial(_origins.one_origin, registry=registry)
origins = partial(_origins.origins, registry=registry)
pairs = partial(_reuse.pairs, registry=registry)
standing = partial(_standing, registry=registry)
