"""Retrieval of claims that may say the same: encoder, index and ranking."""

from sayso.link.retrieve.encoder import embed, model_digest
from sayso.link.retrieve.index import Index, Near
from sayso.link.retrieve.rank import Stated, rank

__all__ = ["Index", "Near", "Stated", "embed", "model_digest", "rank"]
