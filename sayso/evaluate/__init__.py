"""How well Sayso reads, measured on articles that people have annotated."""

from sayso.evaluate.evaluation import Evaluation
from sayso.evaluate.fitted_gold import Gold, fitted
from sayso.evaluate.folder import Folder, GoldArticle, Skipped, gold
from sayso.evaluate.formats import FORMATS, Format, render
from sayso.evaluate.scoring import evaluate, mark

__all__ = [
    "FORMATS",
    "Evaluation",
    "Folder",
    "Format",
    "Gold",
    "GoldArticle",
    "Skipped",
    "evaluate",
    "fitted",
    "gold",
    "mark",
    "render",
]
