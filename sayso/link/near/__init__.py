"""The same claim again: encoder, index and ranking."""

from sayso.link.near.encoder import embed, model_digest
from sayso.link.near.index import Index, Near
from sayso.link.near.rank import Stated, rank

__all__ = ["Index", "Near", "Stated", "embed", "model_digest", "rank"]
