"""A sheet and its clearance for the terminal, for paper, for a spreadsheet and for programs."""

from sayso.clear.formats.answer_table import AnswerRow, rows
from sayso.clear.formats.render import CLEARANCE_FORMATS, FORMATS, render, render_clearance

__all__ = ["CLEARANCE_FORMATS", "FORMATS", "AnswerRow", "render", "render_clearance", "rows"]
