"""Which attribution stands in another's content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from sayso.attribute import lexicon
from sayso.attribute.draft import Draft
from sayso.attribute.grammar import names_source
from sayso.attribute.parsed import Covered, ParsedArticle
from sayso.attribute.places import Range, inside, overlap
from sayso.attribute.spans.covering import Covering

if TYPE_CHECKING:
    from spacy.tokens import Token


def contained(parsed: ParsedArticle, drafts: list[Draft]) -> None:
    """Give each draft that stands in another's content that one as its parent."""
    near: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.content:
            for number in range(parsed.paragraph(draft.start), parsed.paragraph(draft.end - 1) + 1):
                near.setdefault(number, []).append(draft)
    covering = Covering(draft for draft in drafts if draft.content)
    cues = {token.i: draft for draft in reversed(drafts) if draft.content for token in _tokens(parsed, draft.cue)}
    for draft in drafts:
        if draft.parent is None and draft.content and draft.cue:
            outer = _around(parsed, draft, covering, cues)
            if outer:
                draft.parent = min(outer, key=lambda o: o.end - o.start)
    numbers = {quotation.span.start: number for number, quotation in enumerate(parsed.quotations)}
    for draft in drafts:
        if draft.cue and draft.content and draft.source:
            _set_off(parsed, draft, near, numbers)


def _tokens(parsed: ParsedArticle, places: Sequence[Range]) -> Iterator[Token]:
    """The words that begin at some places."""
    return (token for place in places for token in parsed.tokens(place) if token.idx >= place[0])


def _around(parsed: ParsedArticle, draft: Draft, covering: Covering, cues: Mapping[int, Draft]) -> list[Draft]:
    """The drafts of the same paragraph in whose content `draft` stands, or on whose verb its own one hangs.

    What has most of a draft in its content has the middle of it.
    """
    near = covering.near((draft.start + draft.end) // 2)
    verb = next((token for token in parsed.words_in(draft.cue) if token.pos_ == "VERB"), None)
    over = cues.get(verb.head.i) if verb is not None else None
    paragraph = parsed.paragraph(draft.start)
    return [
        one
        for one in ([*near, over] if over is not None and over not in near else near)
        if one is not draft
        and parsed.paragraph(one.start) <= paragraph <= parsed.paragraph(one.end - 1)
        and _holds(parsed, one, draft)
    ]


def reclaimed(parsed: ParsedArticle, drafts: list[Draft]) -> None:
    """What the grammar gives to a report that has nothing to report, though others ran on into it.

    "(R reported,) citing S, that X": X is no part of S. A clause is its own verb's. A sentence with a reporting clause
    of its own belongs to that, though the report before it ran on into it.
    """
    bare = [draft for draft in drafts if draft.source and draft.cue and not draft.content and _reports(parsed, draft)]
    beside = {parsed.sentence(draft.cue[0]): draft for draft in reversed(bare)}
    for draft in list(drafts):
        if draft.content and names_source(parsed, draft):
            drafts.extend(_cited_alone(parsed, draft, beside))
    bare = [draft for draft in bare if not draft.content]
    if not bare:
        return
    taken = Covered(parsed, (place for draft in drafts for place in draft.content))
    covering = Covering(drafts)
    for draft in bare:
        clause = _own_clause(parsed, draft)
        if clause is not None and not taken.meets(clause):
            draft.content = [clause]
        else:
            _own_sentence(parsed, draft, covering)
        covering.add(draft)


def _cited_alone(parsed: ParsedArticle, draft: Draft, beside: Mapping[Range, Draft]) -> Iterator[Draft]:
    """Of "R reported, citing S, that X" and "a report citing S said X", S alone; X is what R reports."""
    verb = next(parsed.words_in(draft.cue))
    cited = next((child for child in verb.children if child.dep_ == "dobj"), None)
    if cited is None:
        return
    place, end = parsed.subtree(cited), draft.content[-1][1]
    start, stop = max(place[0], draft.content[0][0]), min(place[1], end)
    if start >= stop:
        return
    draft.content = [(start, stop)]
    noun, rest = verb.head, parsed.trimmed((stop, end))
    if not rest[0] < rest[1] or rest[0] < stop:
        return
    other = beside.get(parsed.sentence(draft.cue[0]))
    if other is not None and not any(overlap(rest, part) for part in other.cue):
        other.content = [rest]
    elif verb.dep_ == "acl" and noun.dep_ == "nsubj" and noun.head.lemma_.lower() in lexicon.REPORTING:
        cue = (noun.head.idx, noun.head.idx + len(noun.head))
        said = parsed.trimmed((max(rest[0], cue[1]), end))
        if cue[0] >= stop and said[0] < said[1]:
            yield Draft(list(draft.source), [cue], [said], confidence=draft.confidence)


def _own_clause(parsed: ParsedArticle, draft: Draft) -> Range | None:
    """The clause that hangs on the verb of the cue, on whichever side."""
    for verb in parsed.words_in(draft.cue):
        clause = next((child for child in verb.children if child.dep_ == "ccomp"), None)
        if verb.pos_ == "VERB" and clause is not None:
            place = parsed.subtree(clause, parsed.sentence(draft.cue[0]))
            clear = not any(overlap(place, part) for part in [*draft.source, *draft.cue])
            return _with_marks(parsed, place) if clear else None
    return None


def _with_marks(parsed: ParsedArticle, place: Range) -> Range:
    """A place with the quotation marks around it."""
    quotation = parsed.quotation(place[0]) or parsed.quotation(max(0, place[0] - 1))
    if quotation is None or quotation.span.start < place[0] - 2 or quotation.span.end < place[1]:
        return place
    return quotation.span.range if quotation.span.end <= place[1] + 3 else place


def _own_sentence(parsed: ParsedArticle, draft: Draft, covering: Covering) -> None:
    """The rest of a sentence, where the content of the report before it ran on into it."""
    start, end = parsed.sentence(draft.cue[0])
    quotation = parsed.quotation(start)
    if quotation is not None and quotation.span.start < start - 1:
        return
    for other in covering.near(start):
        for i, place in enumerate(other.content):
            if other is draft or not place[0] < start < place[1] or _in_sentence(other, start, end):
                continue
            said = parsed.trimmed((start, min(draft.start, place[1])))
            if said[1] - said[0] > 2 and start < said[1]:
                other.content[i] = parsed.trimmed((place[0], start))
                draft.content = [said]
                return


def _reports(parsed: ParsedArticle, draft: Draft) -> bool:
    words = {token.lemma_.lower() for token in parsed.words_in(draft.cue)}
    return (
        bool(words & (lexicon.REPORTING | {"accord", "quote", "cite"}))
        or "according" in parsed.words(draft.cue[0]).lower()
    )


def _in_sentence(draft: Draft, start: int, end: int) -> bool:
    return any(start <= cue[0] < end for cue in draft.cue)


def _holds(parsed: ParsedArticle, outer: Draft, inner: Draft) -> bool:
    """Whether `inner` stands in the content of `outer`, or its verb hangs on that one's."""
    if inner.verbatim or _reaches(outer, inner):
        return False
    if inside((inner.start, inner.end), outer.content):
        return True
    if not outer.cue or not parsed.sentence(outer.cue[0])[0] <= inner.start < parsed.sentence(outer.cue[0])[1]:
        return False
    verb = next((t for t in parsed.words_in(inner.cue) if t.pos_ == "VERB"), None)
    if verb is None or ";" in parsed.text[inner.end : outer.start]:
        return False
    return verb.dep_ == "ccomp" and any(start <= verb.head.idx < end for start, end in outer.cue)


def _set_off(parsed: ParsedArticle, draft: Draft, near: dict[int, list[Draft]], numbers: dict[int, int]) -> None:
    """What stands in an extract set off behind "The paper reports:" stands in that report, to the extract's end."""
    block = _extract(parsed, draft, numbers)
    if block is None:
        return
    for number in range(parsed.paragraph(block[0]), parsed.paragraph(block[1] - 1) + 1):
        for inner in near.get(number, []):
            free = inner is not draft and inner.parent is None and not _reaches(draft, inner)
            if free and block[0] <= inner.start and inner.end <= block[1]:
                inner.parent = draft


def _extract(parsed: ParsedArticle, draft: Draft, numbers: dict[int, int]) -> Range | None:
    """The paragraphs quoted behind a cue that ends its own paragraph with a colon."""
    start = draft.content[0][0]
    between = parsed.text[draft.cue[-1][1] - 1 : start]
    if "\n" not in between or ":" not in between:
        return None
    first = parsed.quotation(start)
    if first is None:
        return None
    end = first.span.end
    following = range(numbers[first.span.start] + 1, len(parsed.quotations))
    for number in takewhile(lambda one: parsed.quotations[one].continues, following):
        end = parsed.quotations[number].span.end
    return start, end


def _reaches(a: Draft, b: Draft) -> bool:
    """Whether `b` already holds `a`, so that neither may become the other's parent."""
    at = a.parent
    while at is not None:
        if at is b:
            return True
        at = at.parent
    return False
