"""What has no source, only an unnamed one or one origin, and what conflicts: a report for a standards editor."""

from sayso.report.concern import CONCERNS, LINKED, Concern
from sayso.report.judged import Judged
from sayso.report.linked_wording import says, summary, where
from sayso.report.model import Period, Report
from sayso.report.render import FORMATS, Format, render
from sayso.report.report import report
from sayso.report.standing import standing
from sayso.report.telling import telling

__all__ = [
    "CONCERNS",
    "FORMATS",
    "LINKED",
    "Concern",
    "Format",
    "Judged",
    "Period",
    "Report",
    "render",
    "report",
    "says",
    "standing",
    "summary",
    "telling",
    "where",
]
