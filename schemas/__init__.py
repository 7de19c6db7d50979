"""The nouns: frozen models of what Sayso reads, finds and records."""

from schemas.article import Article, Capture
from schemas.attribution import Attribution, Manner, Mode, Occasion, Polarity, Stance
from schemas.claim import Claim, Modality, Slots
from schemas.decision import Decision, Judgement
from schemas.extraction import Engine, Extraction
from schemas.ledger import Dossier, EntryKind, LedgerEntry
from schemas.link import Link, Relation, Signal
from schemas.record import Confidence, Record, Words, canonical, hash_of
from schemas.segment import Quotation, Segment, Segmentation, SegmentKind
from schemas.span import Span, ranges
from schemas.statement import Hop, Member, Number, Resolution, Role, SourceKind, Sourcing, Statement

__all__ = [
    "Article",
    "Attribution",
    "Capture",
    "Claim",
    "Confidence",
    "Decision",
    "Dossier",
    "Engine",
    "EntryKind",
    "Extraction",
    "Hop",
    "Judgement",
    "LedgerEntry",
    "Link",
    "Manner",
    "Member",
    "Modality",
    "Mode",
    "Number",
    "Occasion",
    "Polarity",
    "Quotation",
    "Record",
    "Relation",
    "Resolution",
    "Role",
    "Segment",
    "SegmentKind",
    "Segmentation",
    "Signal",
    "Slots",
    "SourceKind",
    "Sourcing",
    "Span",
    "Stance",
    "Statement",
    "Words",
    "canonical",
    "hash_of",
    "ranges",
]
