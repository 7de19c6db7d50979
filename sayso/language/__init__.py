"""Word pieces and their embeddings, which the encoders of several rooms share."""

from sayso.language.pieces import embedded, piece_ids, tokenizer

__all__ = ["embedded", "piece_ids", "tokenizer"]
