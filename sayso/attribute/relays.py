"""Who carried a statement on, where the reporting clause says so beside the source: outlets, agencies, documents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.attribute.assemble import Draft
from sayso.attribute.page import Page, Range, inside
from sayso.attribute.sources import looks_like_outlet

if TYPE_CHECKING:
    from spacy.tokens import Token

_CARRYING = frozenset("in on to with for via by through at from during".split())
_OCCASIONS = frozenset(
    """interview conversation column article editorial op-ed essay story piece broadcast episode appearance exclusive
    comment comments remarks statement message segment edition meeting report published told quoted""".split()
)
_MADE_PUBLIC = frozenset(
    "release publish obtain leak post air broadcast cite review see print unearth carry run report".split()
)
_QUOTING = frozenset("quote cite".split())
_OCCASION_LIMIT = 40


def audience_outlets(page: Page, draft: Draft) -> Iterator[Range]:
    """Outlets that were told, interviewed or wrote it: "told The New York Times", "in a CNN interview", "on Fox News"."""
    if not draft.cue or not draft.source:
        return
    verbs = [t for t in page.words_in(draft.cue) if t.pos_ in ("VERB", "AUX")]
    clause = page.sentence(draft.cue[0])
    taken = [*draft.content, *draft.source]
    for token in page.tokens(clause):
        if token.pos_ not in ("PROPN", "NOUN") or token.dep_ not in (
            "pobj",
            "dobj",
            "dative",
            "compound",
            "poss",
            "nmod",
        ):
            continue
        place = (token.idx, token.idx + len(token))
        if inside(place, taken) or not _hangs_on(token, verbs):
            continue
        phrase = _phrase(page, token)
        if phrase is None or any(phrase[0] < end and start < phrase[1] for start, end in taken):
            continue
        if looks_like_outlet(page, phrase):
            yield phrase


def _hangs_on(token: Token, verbs: list[Token]) -> bool:
    """Whether a word leads up to one of the cue's verbs over prepositions and occasions ("interview") alone."""
    cue = {verb.i for verb in verbs}
    at = token
    for _ in range(8):
        if at.i in cue:
            return True
        parent = at.head
        if parent.i == at.i:
            return False
        carried = at.dep_ in (
            "dobj",
            "dative",
            "npadvmod",
            "pobj",
            "prep",
            "compound",
            "poss",
            "nmod",
            "amod",
            "advcl",
            "pcomp",
            "acl",
            "appos",
        )
        if not carried or (at.dep_ == "prep" and at.lower_ not in _CARRYING):
            return False
        at = parent
    return False


def _phrase(page: Page, token: Token) -> Range | None:
    """The name that a word belongs to: its entity, else the word with its compounds."""
    for entity in page.doc[token.left_edge.i : token.right_edge.i + 1].ents:
        if entity.start <= token.i < entity.end:
            return (
                page.trimmed((entity.start_char, entity.end_char))
                if entity.label_ not in ("DATE", "TIME", "GPE")
                else None
            )
    run = [t for t in token.lefts if t.dep_ in ("compound", "det", "amod", "poss") and t.i >= token.i - 6]
    start = min([token.i, *(t.left_edge.i for t in run)])
    return page.trimmed((page.doc[start].idx, token.idx + len(token)))


def quoting_agent(page: Page, draft: Draft) -> tuple[Range, Range] | None:
    """ "S was quoted by R as saying": the places of S (who said it) and of R (who quotes)."""
    if not draft.cue:
        return None
    clause = page.sentence(draft.cue[0])
    for token in page.tokens(clause):
        if (
            token.lemma_.lower() not in _QUOTING
            or token.tag_ != "VBN"
            or inside((token.idx, token.idx + len(token)), draft.content)
        ):
            continue
        subject = next((c for c in token.children if c.dep_ in ("nsubjpass", "nsubj")), None)
        by = next((c for c in token.children if c.lower_ == "by" and c.dep_ in ("agent", "prep")), None)
        agent = next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None
        if subject is not None and agent is not None:
            who = page.subtree(agent)
            as_ = next((t for t in page.tokens(who) if t.lower_ == "as"), None)
            if as_ is not None:
                who = page.trimmed((who[0], as_.idx))
            return page.subtree(subject), who
    return None


def in_source(page: Page, source: Range) -> tuple[Range, Range] | None:
    """A source that itself names who carries it: the places of the origin and of the relay.

    "a WSJ report citing two officials": the officials, the report; "emails released by WikiLeaks": the emails, WikiLeaks.
    """
    for token in page.tokens(source):
        lemma = token.lemma_.lower()
        if lemma in _QUOTING and token.tag_ == "VBG":
            cited = next((c for c in token.children if c.dep_ == "dobj"), None)
            if cited is not None:
                return page.subtree(cited, source), page.trimmed((source[0], token.idx))
        if lemma in _MADE_PUBLIC and token.tag_ in ("VBN", "VBD"):
            by = next((c for c in token.children if c.lower_ == "by"), None)
            agent = next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None
            if agent is not None and token.idx > source[0]:
                origin = page.trimmed((source[0], token.idx))
                if origin[0] < origin[1]:
                    return origin, page.subtree(agent, source)
    return None


def citing(page: Page, draft: Draft) -> Range | None:
    """ "R reported, citing S": the place of S, in the reporting clause."""
    if not draft.cue or not draft.source:
        return None
    for token in page.tokens(page.sentence(draft.cue[0])):
        place = (token.idx, token.idx + len(token))
        if (
            token.lemma_.lower() in _QUOTING
            and token.tag_ == "VBG"
            and not inside(place, [*draft.content, *draft.source])
        ):
            cited = next((c for c in token.children if c.dep_ in ("dobj", "pobj")), None)
            if cited is not None:
                where = page.subtree(cited)
                if not any(where[0] < end and start < where[1] for start, end in [*draft.content, *draft.source]):
                    return where
    return None
