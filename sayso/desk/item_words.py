"""The items of a worklist, and their wording, for those who show them in a form of their own."""

from sayso.worklist import KINDS, STATES, Item, ItemArticle, Kind, StateAsked
from sayso.worklist.formats.words import KIND_WORDS, about, also, heading, places, ranking, state

__all__ = [
    "KINDS",
    "KIND_WORDS",
    "STATES",
    "Item",
    "ItemArticle",
    "Kind",
    "StateAsked",
    "about",
    "also",
    "heading",
    "places",
    "ranking",
    "state",
]
