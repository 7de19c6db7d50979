"""Which attribution stands in another's content."""

from __future__ import annotations

from sayso.attribute import lexicon
from sayso.attribute.assemble import Draft
from sayso.attribute.page import Page, Range, inside


def contained(page: Page, drafts: list[Draft]) -> None:
    """Give each draft that stands in another's content that one as its parent."""
    near: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.content:
            for number in range(page.paragraph(draft.start), page.paragraph(draft.end - 1) + 1):
                near.setdefault(number, []).append(draft)
    for draft in drafts:
        if draft.parent is None and draft.content and draft.cue:
            around = near.get(page.paragraph(draft.start), [])
            outer = [o for o in around if o is not draft and _holds(page, o, draft)]
            if outer:
                draft.parent = min(outer, key=lambda o: o.end - o.start)
    for draft in drafts:
        if draft.cue and draft.content and draft.source:
            _set_off(page, draft, near)


def reclaimed(page: Page, drafts: list[Draft]) -> None:
    """A sentence with a reporting clause of its own is that one's, though the report before it ran on into it."""
    for draft in drafts:
        if draft.content or not draft.source or not draft.cue or not _reports(page, draft):
            continue
        start, end = page.sentence(draft.cue[0])
        for other in drafts:
            for i, place in enumerate(other.content):
                if other is draft or not place[0] < start < place[1] or _in_sentence(other, start, end):
                    continue
                quotation = page.quotation(start)
                if quotation is not None and quotation.span.start < start - 1:
                    continue
                first = min(draft.start, draft.source[0][0])
                said = page.trimmed((start, min(first, place[1])))
                if said[1] - said[0] > 2 and said[1] > start:
                    other.content[i] = page.trimmed((place[0], start))
                    draft.content = [said]


def _reports(page: Page, draft: Draft) -> bool:
    words = {token.lemma_.lower() for token in page.words_in(draft.cue)}
    return bool(words & (lexicon.REPORTING | {"accord"})) or "according" in page.words(draft.cue[0]).lower()


def _in_sentence(draft: Draft, start: int, end: int) -> bool:
    return any(start <= cue[0] < end for cue in draft.cue)


def _holds(page: Page, outer: Draft, inner: Draft) -> bool:
    """Whether `inner` stands in the content of `outer`, or in the clause that hangs on its verb."""
    if _reaches(outer, inner):
        return False
    if inside((inner.start, inner.end), outer.content):
        return True
    if not outer.cue or not page.sentence(outer.cue[0])[0] <= inner.start < page.sentence(outer.cue[0])[1]:
        return False
    verb = next((t for t in page.words_in(inner.cue) if t.pos_ == "VERB"), None)
    if verb is None:
        return False
    at = verb
    for _ in range(12):
        if at.dep_ == "ccomp" and any(start <= at.head.idx < end for start, end in outer.cue):
            return True
        if at.head.i == at.i:
            return False
        at = at.head
    return False


def _set_off(page: Page, draft: Draft, near: dict[int, list[Draft]]) -> None:
    """What stands in an extract set off behind "The paper reports:" stands in that report, to the extract's end."""
    block = _extract(page, draft)
    if block is None:
        return
    for number in range(page.paragraph(block[0]), page.paragraph(block[1] - 1) + 1):
        for inner in near.get(number, []):
            free = inner is not draft and inner.parent is None and not _reaches(draft, inner)
            if free and block[0] <= inner.start and inner.end <= block[1]:
                inner.parent = draft


def _extract(page: Page, draft: Draft) -> Range | None:
    """The paragraphs quoted behind a cue that ends its own paragraph with a colon."""
    start = draft.content[0][0]
    between = page.text[draft.cue[-1][1] - 1 : start]
    if "\n" not in between or ":" not in between:
        return None
    quotations = iter(page.quotations)
    first = next((q for q in quotations if q.span.start <= start < q.span.end), None)
    if first is None:
        return None
    end = first.span.end
    for quotation in quotations:
        if not quotation.continues:
            break
        end = quotation.span.end
    return start, end


def _reaches(a: Draft, b: Draft) -> bool:
    """Whether `b` already holds `a`, so that neither may become the other's parent."""
    at = a.parent
    while at is not None:
        if at is b:
            return True
        at = at.parent
    return False
