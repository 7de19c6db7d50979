"""What a desk acts on, in the order in which it would be sued or blamed: findings of articles, and the list of them."""

from sayso.worklist.article_findings import found
from sayso.worklist.broken_rules import with_broken_rules
from sayso.worklist.formats.render import FORMATS, Format, render
from sayso.worklist.linked_items import of_conflict, of_fact
from sayso.worklist.misread_item import of_misread
from sayso.worklist.model.finding import KINDS, ArticleFindings, BrokenRule, Finding, Judged, Kind, Raised, SetAside
from sayso.worklist.model.worklist import STATES, Item, ItemArticle, ItemStory, StateAsked, Worklist
from sayso.worklist.order import SHEET, Ranked, ordered, shown, together

__all__ = [
    "FORMATS",
    "KINDS",
    "SHEET",
    "STATES",
    "ArticleFindings",
    "BrokenRule",
    "Finding",
    "Format",
    "Item",
    "ItemArticle",
    "ItemStory",
    "Judged",
    "Kind",
    "Raised",
    "Ranked",
    "SetAside",
    "StateAsked",
    "Worklist",
    "found",
    "of_conflict",
    "of_fact",
    "of_misread",
    "ordered",
    "render",
    "shown",
    "together",
    "with_broken_rules",
]
