"""Gives a reporting clause without content the content that grammar says is its own, even from another draft.

"(R reported,) citing S, that X": X is not part of S. A clause belongs to the verb that governs it. A sentence with a
reporting clause belongs to that clause, even if the report before it runs on into it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.attribute.draft import Draft
from sayso.attribute.grammar import child_of, names_source
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range, meets
from sayso.attribute.spans.content_index import ContentIndex
from sayso.attribute.spans.covered import Covered
from sayso.language.english import REPORTING

_REPORTING = REPORTING.embedded | REPORTING.reclaimed


def reclaim_contents(parsed: ParsedArticle, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those with a cue but no content given theirs; new drafts may be added at the end."""
    bare = [i for i, d in enumerate(drafts) if d.source and d.cue and not d.content and _reports(parsed, d)]
    out = _cited_alone(parsed, drafts, bare)
    bare = [i for i in bare if not out[i].content]
    if not bare:
        return out
    taken = Covered(parsed, (place for draft in out for place in draft.content))
    index = ContentIndex((i, draft.content) for i, draft in enumerate(out))
    for i in bare:
        clause = _own_clause(parsed, out[i])
        if clause is not None and not taken.meets(clause):
            out[i] = replace(out[i], content=(clause,))
        else:
            for number, draft in _own_sentence(parsed, out, i, index.near(parsed.sentence(out[i].cue[0])[0])).items():
                out[number] = draft
        index.add(i, out[i].content)
    return out


def _reports(parsed: ParsedArticle, draft: Draft) -> bool:
    words = {token.lemma_.lower() for token in parsed.words_in(draft.cue)}
    return bool(words & _REPORTING) or "according" in parsed.words(draft.cue[0]).lower()


def _cited_alone(parsed: ParsedArticle, drafts: Sequence[Draft], bare: Sequence[int]) -> list[Draft]:
    """In "R reported, citing S, that X" and "a report citing S said X", S alone is cited and R reports X.

    X goes to the draft of R: one of the `bare` ones, or a new one at the end.
    """
    out, added = list(drafts), list[Draft]()
    beside = {parsed.sentence(drafts[i].cue[0]): i for i in reversed(bare)}
    for i in range(len(drafts)):
        draft = out[i]
        found = _cited_and_rest(parsed, draft) if draft.content and names_source(parsed, draft) else None
        if found is None:
            continue
        cited, rest = found
        out[i] = replace(draft, content=(cited,))
        other = beside.get(parsed.sentence(draft.cue[0]))
        if rest is None:
            continue
        if other is not None and not meets(rest, out[other].cue):
            out[other] = replace(out[other], content=(rest,))
        elif (report := _of_report(parsed, draft, cited, rest)) is not None:
            added.append(report)
    return out + added


def _cited_and_rest(parsed: ParsedArticle, draft: Draft) -> tuple[Range, Range | None] | None:
    """The places of the cited source and of what follows it, for a draft whose cue is "citing"."""
    verb = next(parsed.words_in(draft.cue))
    cited = child_of(verb, "dobj")
    if cited is None:
        return None
    place, end = parsed.subtree(cited), draft.content[-1][1]
    start, stop = max(place[0], draft.content[0][0]), min(place[1], end)
    if start >= stop:
        return None
    rest = parsed.trimmed((stop, end))
    return (start, stop), rest if rest[0] < rest[1] and rest[0] >= stop else None


def _of_report(parsed: ParsedArticle, draft: Draft, cited: Range, rest: Range) -> Draft | None:
    """The draft of the report that a "citing" belongs to: "a report citing S" (said X)."""
    verb = next(parsed.words_in(draft.cue))
    noun = verb.head
    if verb.dep_ != "acl" or noun.dep_ != "nsubj" or noun.head.lemma_.lower() not in REPORTING.embedded:
        return None
    cue = (noun.head.idx, noun.head.idx + len(noun.head))
    said = parsed.trimmed((max(rest[0], cue[1]), draft.content[-1][1]))
    if cue[0] < cited[1] or said[0] >= said[1]:
        return None
    return Draft(draft.source, (cue,), (said,), confidence=draft.confidence)


def _own_clause(parsed: ParsedArticle, draft: Draft) -> Range | None:
    """The clausal complement of the cue's verb, on either side of it."""
    for verb in parsed.words_in(draft.cue):
        clause = child_of(verb, "ccomp")
        if verb.pos_ == "VERB" and clause is not None:
            place = parsed.subtree(clause, parsed.sentence(draft.cue[0]))
            clear = not meets(place, [*draft.source, *draft.cue])
            return _with_marks(parsed, place) if clear else None
    return None


def _with_marks(parsed: ParsedArticle, place: Range) -> Range:
    """A place with the quotation marks around it."""
    quotation = parsed.quotation(place[0]) or parsed.quotation(max(0, place[0] - 1))
    if quotation is None or quotation.span.start < place[0] - 2 or quotation.span.end < place[1]:
        return place
    return quotation.span.range if quotation.span.end <= place[1] + 3 else place


def _own_sentence(
    parsed: ParsedArticle, drafts: Sequence[Draft], number: int, near: Sequence[int]
) -> Mapping[int, Draft]:
    """The drafts that change, by number, if one of those `near` runs on into the sentence of draft `number`."""
    draft = drafts[number]
    start, end = parsed.sentence(draft.cue[0])
    quotation = parsed.quotation(start)
    if quotation is not None and quotation.span.start < start - 1:
        return {}
    for other in near:
        for i, place in enumerate(drafts[other].content):
            if other == number or not place[0] < start < place[1] or _in_sentence(drafts[other], start, end):
                continue
            said = parsed.trimmed((start, min(draft.start, place[1])))
            if said[1] - said[0] > 2 and start < said[1]:
                content, shorter = drafts[other].content, parsed.trimmed((place[0], start))
                content = (*content[:i], shorter, *content[i + 1 :])
                return {other: replace(drafts[other], content=content), number: replace(draft, content=(said,))}
    return {}


def _in_sentence(draft: Draft, start: int, end: int) -> bool:
    return any(start <= cue[0] < end for cue in draft.cue)
