"""Stories within another's words: in "X called Y's story, in which S, a lie", S is told by Y, and not by X.

So is S in "X denied Y's claim that S".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.attribute.draft import Draft, Places
from sayso.attribute.grammar import can_report, child_of
from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range, meets
from sayso.attribute.spans.assemble import merged
from sayso.attribute.spans.covered import Covered
from sayso.language.english import DOCUMENTS, REPORTING

if TYPE_CHECKING:
    from spacy.tokens import Token

_SURENESS = 0.7
_JUDGEMENT = re.compile(r",\s*(?=[\"“‘]|as\b)")
"""What X says of the story, behind S; the parse may take it for a part of S."""
_QUOTED_VIEW = re.compile(r"[\"“‘]|\bas\b")
"""What X says of the accusation: "called Y's claim that S “a lie”"."""
_NEAR = 8
"""The most tokens from the word for the story to "in which"."""


def with_stories(parsed: ParsedArticle, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without the stories in their contents, and a draft for each, which is nested in no other.

    A story in which somebody speaks is that one's report, and stays where it is.
    """
    cues = Covered(parsed, (place for draft in drafts for place in draft.cue))
    found = [story for token in parsed.doc if (story := _story(parsed, token) or _charge(parsed, token)) is not None]
    told = [story for story in found if not (cues.meets(story.content[0]) or _known(drafts, story))]
    if not told:
        return list(drafts)
    places = [story.content[0] for story in told]
    covered = Covered(parsed, places)
    rest = (
        replace(draft, content=_without(parsed, draft.content, places))
        if any(map(covered.meets, draft.content))
        else draft
        for draft in drafts
    )
    return [*rest, *told]


def _known(drafts: Sequence[Draft], story: Draft) -> bool:
    """Whether one of the drafts already gives the words of a story to whoever tells it."""
    return any(meets(story.source[0], draft.source) and meets(story.content[0], draft.content) for draft in drafts)


def _without(parsed: ParsedArticle, content: Places, stories: Sequence[Range]) -> Places:
    """The content without the stories in it."""
    for story in stories:
        parts = (part for place in content for part in _around(place, story))
        content = merged(parsed.text, map(parsed.trimmed, parts)) if meets(story, content) else content
    return content


def _around(place: Range, story: Range) -> Iterator[Range]:
    if story[0] > place[0]:
        yield place[0], min(place[1], story[0])
    if story[1] < place[1]:
        yield max(place[0], story[1]), place[1]


def _story(parsed: ParsedArticle, which: Token) -> Draft | None:
    """The draft of "[Y]'s story, in which [S]", by its "which"; else None."""
    verb = which.head.head
    if which.lower_ != "which" or which.head.lower_ != "in" or verb.i <= which.i or verb.pos_ not in ("VERB", "AUX"):
        return None
    owner = _owner(which.head)
    if owner is None or child_of(verb, "nsubj", "nsubjpass") is None:
        return None
    start, end = which.idx + len(which), parsed.subtree(verb)[1]
    judged = _JUDGEMENT.search(parsed.text, verb.idx + len(verb), end)
    content = parsed.trimmed((start, judged.start() if judged else end))
    source = parsed.doc[owner.left_edge.i].idx, owner.idx + len(owner)
    return Draft(source=(source,), content=(content,), confidence=_SURENESS, inherited=True)


def _charge(parsed: ParsedArticle, that: Token) -> Draft | None:
    """The draft of "[Y]'s accusation that [S]", by its "that"; else None."""
    verb = that.head
    if that.lower_ != "that" or that.dep_ != "mark" or verb.dep_ not in ("acl", "ccomp", "relcl"):
        return None
    owner = _owner(that)
    if (
        owner is None or owner.pos_ == "PRON"
    ):  # "the judge rejected his claim that ...": a careless reader takes the judge
        return None
    start, end = that.idx, parsed.subtree(verb)[1]
    judged = (
        _QUOTED_VIEW.search(parsed.text, start, end) if verb.head.head.lemma_.lower() in REPORTING.judging else None
    )
    content = parsed.trimmed((start, judged.start() if judged else end))
    mark = child_of(owner, "case") if owner.pos_ == "PROPN" else None
    last = mark if mark is not None else owner
    source = parsed.doc[owner.left_edge.i].idx, last.idx + len(last)
    return Draft(source=(source,), content=(content,), confidence=_SURENESS, inherited=True)


def _owner(before: Token) -> Token | None:
    """Whose story it is that the clause from `before` on belongs to: "Y's story", "a complaint by Y"."""
    words = [word for word in before.doc[max(0, before.i - _NEAR) : before.i] if not word.is_punct]
    for noun, behind in zip(reversed(words), [None, *reversed(words)], strict=False):
        if noun.lemma_.lower() in DOCUMENTS.told and (behind is None or behind.pos_ == "ADP"):
            by = behind if behind is not None and behind.lower_ == "by" else None
            owner = child_of(noun, "poss") or (child_of(by, "pobj") if by is not None else None)
            return owner if owner is not None and _tells(owner) else None
        if noun.pos_ in ("VERB", "AUX"):
            return None
    return None


def _tells(owner: Token) -> bool:
    return can_report(owner) or owner.pos_ == "PRON" or owner.ent_type_ == "PERSON"
