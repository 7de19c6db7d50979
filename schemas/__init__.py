"""The nouns: frozen models of what Sayso reads, finds and records."""

from schemas.article import Article, Capture
from schemas.attribution import Attribution, Manner, Mode, Occasion, Polarity, Stance
from schemas.claim import Claim, Slots
from schemas.decision import (
    IN_OTHERS,
    IN_OWN_COPY,
    RULINGS,
    Decision,
    Judgement,
    Outcome,
    pair_of_articles,
    undone_of,
)
from schemas.derivation import Credit, Derivation, Passage
from schemas.dossier import Dossier
from schemas.extraction import EngineVersion, Extraction
from schemas.fetch import Fetch, Header
from schemas.frame import Filler, Frame, Modality
from schemas.head import Head
from schemas.ledger_entry import EntryKind, LedgerEntry
from schemas.link import Link, Relation, Signal
from schemas.linking import Linker, Linking
from schemas.origins import Circle, OriginPath, Origins
from schemas.publication import Publication
from schemas.published_claim import PublishedClaim
from schemas.record import Confidence, Record, Words, canonical, hash_of
from schemas.segmentation import Quotation, Segment, Segmentation, SegmentKind
from schemas.source import REGISTRY, Source
from schemas.span import Span, ranges
from schemas.statement import (
    Hop,
    Member,
    Number,
    OtherReading,
    Resolution,
    Rewrite,
    Role,
    SourceKind,
    Sourcing,
    Statement,
)

__all__ = [
    "IN_OTHERS",
    "IN_OWN_COPY",
    "REGISTRY",
    "RULINGS",
    "Article",
    "Attribution",
    "Capture",
    "Circle",
    "Claim",
    "Confidence",
    "Credit",
    "Decision",
    "Derivation",
    "Dossier",
    "EngineVersion",
    "EntryKind",
    "Extraction",
    "Fetch",
    "Filler",
    "Frame",
    "Head",
    "Header",
    "Hop",
    "Judgement",
    "LedgerEntry",
    "Link",
    "Linker",
    "Linking",
    "Manner",
    "Member",
    "Modality",
    "Mode",
    "Number",
    "Occasion",
    "OriginPath",
    "Origins",
    "OtherReading",
    "Outcome",
    "Passage",
    "Polarity",
    "Publication",
    "PublishedClaim",
    "Quotation",
    "Record",
    "Relation",
    "Resolution",
    "Rewrite",
    "Role",
    "Segment",
    "SegmentKind",
    "Segmentation",
    "Signal",
    "Slots",
    "Source",
    "SourceKind",
    "Sourcing",
    "Span",
    "Stance",
    "Statement",
    "Words",
    "canonical",
    "hash_of",
    "pair_of_articles",
    "ranges",
    "undone_of",
]
