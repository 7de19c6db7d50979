"""Clearing a draft: pure functions over an article and its extraction that say what to answer before it runs."""

from sayso.clear.headline import Overstatement, overstatements
from sayso.clear.replies import RightOfReply, rights_of_reply

__all__ = ["Overstatement", "RightOfReply", "overstatements", "rights_of_reply"]
