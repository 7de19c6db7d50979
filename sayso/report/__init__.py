"""What has no source, only an unnamed one or one origin, and what conflicts: a report for a standards editor."""

from sayso.report.concern import CONCERNS, LINKED, Concern
from sayso.report.item import SENTENCE
from sayso.report.judged import AT_ODDS, Judged
from sayso.report.linked import CLUSTER, Linked
from sayso.report.linked_wording import says, summary, where
from sayso.report.model import Period, Report
from sayso.report.page import sentence_of
from sayso.report.render import FORMATS, Format, render
from sayso.report.report import linked_of, report
from sayso.report.standing import standing
from sayso.report.telling import telling

__all__ = [
    "AT_ODDS",
    "CLUSTER",
    "CONCERNS",
    "FORMATS",
    "LINKED",
    "SENTENCE",
    "Concern",
    "Format",
    "Judged",
    "Linked",
    "Period",
    "Report",
    "linked_of",
    "render",
    "report",
    "says",
    "sentence_of",
    "standing",
    "summary",
    "telling",
    "where",
]
