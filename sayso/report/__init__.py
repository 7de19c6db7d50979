"""What has no source, only an unnamed one or one origin, and what conflicts: a report for a standards editor."""

from sayso.report.formats.linked_words import says, summary, where
from sayso.report.formats.render import FORMATS, Format, render
from sayso.report.linked.claim_telling import cluster_id, telling
from sayso.report.linked.in_stories import in_stories
from sayso.report.linked.texts import Texts
from sayso.report.linked.what_would_settle import confirms, settles
from sayso.report.model.concern import CONCERNS, LINKED, Concern
from sayso.report.model.linked import CLUSTER, LinkedFindings
from sayso.report.model.listed_sentence import SENTENCE
from sayso.report.model.report import Period, Report
from sayso.report.report import linked_of, report
from sayso.report.sentences.article_page import sentence_of

__all__ = [
    "CLUSTER",
    "CONCERNS",
    "FORMATS",
    "LINKED",
    "SENTENCE",
    "Concern",
    "Format",
    "LinkedFindings",
    "Period",
    "Report",
    "Texts",
    "cluster_id",
    "confirms",
    "in_stories",
    "linked_of",
    "render",
    "report",
    "says",
    "sentence_of",
    "settles",
    "summary",
    "telling",
    "where",
]
