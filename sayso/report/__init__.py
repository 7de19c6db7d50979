"""What has no source, or only an unnamed one: a report for a standards editor."""

from sayso.report.model import Period, Report
from sayso.report.render import FORMATS, Format, render
from sayso.report.report import report
from sayso.report.standing import standing

__all__ = ["FORMATS", "Format", "Period", "Report", "render", "report", "standing"]
