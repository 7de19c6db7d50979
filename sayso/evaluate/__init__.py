"""How well Sayso reads, measured on articles that people have annotated."""

from sayso.evaluate.evaluate import evaluate, mark
from sayso.evaluate.folder import Folder, Place, Skipped, gold
from sayso.evaluate.gold import Gold, fitted
from sayso.evaluate.model import Evaluation
from sayso.evaluate.render import FORMATS, Format, render

__all__ = [
    "FORMATS",
    "Evaluation",
    "Folder",
    "Format",
    "Gold",
    "Place",
    "Skipped",
    "evaluate",
    "fitted",
    "gold",
    "mark",
    "render",
]
