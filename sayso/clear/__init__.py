"""Clearing a draft: pure functions over an article and its extraction that say what to answer before it runs."""

from sayso.clear.house_rule import HouseRule
from sayso.clear.line import AnsweredAccusation, ClearedCounts, Findings, Line
from sayso.clear.lines import findings
from sayso.clear.overstatements import Overstatement, overstatements
from sayso.clear.person_words import names_somebody
from sayso.clear.replies import RightOfReply, rights_of_reply
from sayso.clear.rule_lines import Breach, rule_lines
from sayso.clear.sheet import Changes, DraftVersion, Sheet, SheetLine, revised
from sayso.clear.sheet_view import CHANGING, LineView, SheetView, viewed

__all__ = [
    "CHANGING",
    "AnsweredAccusation",
    "Breach",
    "Changes",
    "ClearedCounts",
    "DraftVersion",
    "Findings",
    "HouseRule",
    "Line",
    "LineView",
    "Overstatement",
    "RightOfReply",
    "Sheet",
    "SheetLine",
    "SheetView",
    "findings",
    "names_somebody",
    "overstatements",
    "revised",
    "rights_of_reply",
    "rule_lines",
    "viewed",
]
