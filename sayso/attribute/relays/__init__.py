"""Who relayed a statement: behind one function, so that a learned model can replace these rules.

`chains_of(parsed, drafts, resolver)` takes the article, its drafts, and the resolver of sources; it returns a
`DraftChain` for each draft. Everything else here is private to this package.
"""

from sayso.attribute.relays.chains import chains_of
from sayso.attribute.relays.draft_chain import DraftChain, FoundBy, FoundHop

__all__ = ["DraftChain", "FoundBy", "FoundHop", "chains_of"]
