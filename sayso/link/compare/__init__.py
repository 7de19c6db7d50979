"""How two claims relate: the same again, another's word, a hedge, a conflict, an update, a denial, or nothing."""

from sayso.link.compare.compare import Comparison, compare, shared

__all__ = ["Comparison", "compare", "shared"]
