"""Who carried a statement on: behind one function, so that a learned model can take the place of these rules.

`chains_of(parsed, drafts, resolver)` gets the article, its drafts, and who is meant by the words at a place; it gives a
`DraftChain` for each draft. Everything else in this room is its own.
"""

from sayso.attribute.relays.chains import chains_of
from sayso.attribute.relays.draft_chain import DraftChain, FoundBy, FoundHop

__all__ = ["DraftChain", "FoundBy", "FoundHop", "chains_of"]
