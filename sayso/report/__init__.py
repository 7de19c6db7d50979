"""What has no source, only an unnamed one or one origin, and what conflicts: a report for a standards editor."""

from sayso.report.concern import CONCERNS, Concern
from sayso.report.linked_wording import summary
from sayso.report.model import Period, Report
from sayso.report.render import FORMATS, Format, render
from sayso.report.report import report
from sayso.report.standing import standing

__all__ = ["CONCERNS", "FORMATS", "Concern", "Format", "Period", "Report", "render", "report", "standing", "summary"]
