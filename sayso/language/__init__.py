"""Word pieces and their embeddings, which the encoders of several rooms share."""

from sayso.language.pieces import embedded, tokenizer

__all__ = ["embedded", "tokenizer"]
