"""Repairs "S was quoted by R as saying X" and "R quoted S as saying X"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.attribute.draft import Draft
from sayso.attribute.grammar import FINITE, child_of, quoting_agent
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range, apart, overlap
from sayso.language.english import REPORTING

if TYPE_CHECKING:
    from spacy.tokens import Token


def complete_quoting(parsed: ParsedArticle, draft: Draft) -> Draft:
    """The draft, with S as its source and neither S nor R in its content, nor "as saying" or "as telling Y"."""
    found = quoting_agent(parsed, draft)
    if found is None:
        return draft
    content = tuple(_behind(parsed, draft.content, found))
    draft = replace(draft, source=(found[0],), content=content)
    saying = next((said for place in content if (said := _as_saying(parsed, place)) is not None), None)
    if saying is None:
        return draft
    return replace(draft, cue=(*draft.cue, saying), content=tuple(_behind(parsed, content, [saying])))


def _as_saying(parsed: ParsedArticle, place: Range) -> Range | None:
    """The place of "as saying" or "as telling Y" where a content begins with it."""
    words = parsed.tokens(place)[:2]
    if [word.lower_ for word in words] not in (["as", "saying"], ["as", "telling"]):
        return None
    hearer = child_of(words[1], "dobj", "dative") if words[1].lower_ == "telling" else None
    end = parsed.subtree(hearer, place)[1] if hearer is not None else words[1].idx + len(words[1])
    return parsed.trimmed((words[0].idx, end))


def report_of_quoting(parsed: ParsedArticle, verb: Token, place: Range) -> Draft | None:
    """The report within a content of "[R] [quoted] [S] [as saying] [that X]", by its verb, with S as its source."""
    if verb.lemma_.lower() not in REPORTING.quoting or verb.tag_ not in FINITE:
        return None
    quoted = child_of(verb, "dobj")
    as_ = next((child for child in verb.children if child.lower_ == "as"), None)
    saying = child_of(as_, "pcomp") if as_ is not None else None
    clause = child_of(saying, "ccomp") if saying is not None else None
    if quoted is None or child_of(verb, "nsubj") is None or as_ is None or saying is None or clause is None:
        return None
    source, content = parsed.subtree(quoted, (place[0], as_.idx)), parsed.subtree(clause, place)
    cue = (verb.idx, verb.idx + len(verb)), (as_.idx, saying.idx + len(saying))
    return Draft((source,), cue, (content,)) if apart(place, source, *cue, content) else None


def _behind(parsed: ParsedArticle, places: Sequence[Range], names: Sequence[Range]) -> Iterator[Range]:
    """The places without the parts up to the end of one of `names`."""
    for start, end in places:
        met = [name[1] for name in names if overlap((start, end), name)]
        first = max([start, *met])
        if first < end:
            yield parsed.trimmed((first, end))
