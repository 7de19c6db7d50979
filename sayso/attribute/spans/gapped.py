"""Reports whose verb is left out: in "X said that A, and Y that B", B is said by Y, and not by X.

In "X told Z that A, and Y that B", Y may have been told B by X, or may have told it; the text leaves that open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from sayso.attribute.draft import Draft
from sayso.attribute.grammar import FINITE, can_report, last_verb, passive
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range
from sayso.attribute.spans.assemble import merged
from sayso.language.english import DOCUMENTS, REPORTING

if TYPE_CHECKING:
    from spacy.tokens import Token

_SURENESS = 0.9
"""The confidence of the second report, as a share of the first one's."""
_LONGEST = 10
"""The most tokens of the second speaker."""
_NOMINAL = frozenset("DET PROPN NOUN ADJ NUM PRON PART".split())
_LOOSE = ("conj", "npadvmod", "dep")


class _Gap(NamedTuple):
    """Where the second speaker stands, with the "and" before, and where the first content ends."""

    end: int
    speaker: Range
    that: int


def with_gapped_reports(parsed: ParsedArticle, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, and the reports without a verb that stood in their contents, each with the same verb as its cue."""
    out = list(drafts)
    for number, draft in enumerate(drafts):
        gap = _gap(parsed, draft)
        if gap is None:
            continue
        first = [(start, min(end, gap.end)) for start, end in draft.content if start < gap.end]
        second = [(max(start, gap.that), end) for start, end in draft.content if end > gap.that]
        out[number] = replace(draft, content=merged(parsed.text, map(parsed.trimmed, first)))
        other = replace(draft, content=merged(parsed.text, second), confidence=draft.confidence * _SURENESS)
        told = _tells(parsed, draft)
        other = replace(other, open=True) if told else replace(other, source=(gap.speaker,), signs=None)
        for i, inner in enumerate(out):
            if inner.parent == number and inner.start >= gap.that:
                out[i] = replace(inner, parent=len(out))
        out.append(other)
    return out


def _tells(parsed: ParsedArticle, draft: Draft) -> bool:
    """Whether the verb has a hearer, so that another may be one too."""
    verb = last_verb(parsed, draft)
    heard = verb is not None and any(child.dep_ in ("dobj", "dative") for child in verb.children)
    return heard or draft.addressee is not None


def _gap(parsed: ParsedArticle, draft: Draft) -> _Gap | None:
    """The last place in a content where another speaker's begins; else None."""
    verb = last_verb(parsed, draft)
    if verb is None or not draft.source or not draft.content or passive(verb):
        return None
    if verb.lemma_.lower() not in REPORTING.speech or verb.idx > draft.content[0][0]:
        return None
    whole = draft.content[0][0], min(draft.content[-1][1], parsed.sentence(draft.cue[0])[1])
    gaps = (_before(parsed, token, whole[0]) for token in parsed.tokens(whole) if token.lower_ == "that")
    return next((gap for gap in gaps if gap is not None), None)


def _before(parsed: ParsedArticle, that: Token, start: int) -> _Gap | None:
    """The gap right before a "that", in a content that begins at `start`."""
    words: list[Token] = []
    for token in reversed(parsed.doc[max(0, that.i - _LONGEST) : that.i]):
        if token.dep_ == "cc" or token.pos_ == "CCONJ":
            break
        if token.pos_ not in _NOMINAL and token.lower_ != "of":
            return None
        words.insert(0, token)
    else:
        return None
    if not words or token.idx <= start or not _speaks(parsed, words) or not _clause_behind(that):
        return None
    if parsed.quotation(that.idx) or not any(word.tag_ in FINITE for word in parsed.tokens((start, token.idx))):
        return None
    return _Gap(token.idx, (words[0].idx, words[-1].idx + len(words[-1])), that.idx)


def _speaks(parsed: ParsedArticle, words: Sequence[Token]) -> bool:
    """Whether words can be a second speaker: one who is joined to a verb, though no part of it."""
    head = parsed.head((words[0].idx, words[-1].idx + len(words[-1])))
    if head is None or not can_report(head) or head.lemma_.lower() in DOCUMENTS.nouns:
        return False
    return head.dep_ in _LOOSE and head.head.pos_ in ("VERB", "AUX")


def _clause_behind(that: Token) -> bool:
    """Whether a subject follows a "that", so that it is not itself the subject: "the clerk that left"."""
    behind = that.nbor() if that.i + 1 < len(that.doc) else that
    return that.dep_ != "det" and behind.pos_ in _NOMINAL
