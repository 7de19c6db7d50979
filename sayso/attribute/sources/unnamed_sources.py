"""Unnamed sources: one or several, the terms on which they spoke, and the reason given for withholding the name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sayso.attribute.parsed import ParsedArticle
from sayso.attribute.places import Range, overlap
from sayso.language.english import FUNCTION_WORDS, OFFICES, PEOPLE, QUANTITIES
from schemas import Number

if TYPE_CHECKING:
    from spacy.tokens import Token

_WHO = r"(?:he|she|they|(?:his|her|their)\ (?:\w+\ )?(?:names?|identit(?:y|ies)))"
_HIDDEN = r"(?:further\ |publicly\ )?(?:named|identified|quoted|anonymous|unnamed|unidentified)(?:\ by\ name)?"
_NOT = r"(?:\ not|n['’]t)"
_ASKED = r"""(?:ask|declin|refus|prefer|wish|want|request|agree|insist)(?:s|e|es|d|ed|ing|red|ring)?"""
_TERMS = re.compile(
    rf"""
    \b on\ (?:the\ |strict\ )? condition\ (?: of\ (?:\w+\ )?anonymity
        | (?:that\ )? {_WHO} \ (?:would\ |will\ |should\ )? not\ be\ (?:used|published|disclosed|revealed|{_HIDDEN}) )
    | \b on\ (?:deep\ )? background \b (?!\ (?:checks?|of|to|noise|music))
    | \b not\ for\ attribution \b | \b off[ -]the[ -]record \b | \b under\ (?:the\ )?Chatham\ House\ Rules?
    | \b (?:spoke|speaking|speak|talked|talking|commented)\ anonymously \b
    | \b (?:granted|promised|requested|requesting|sought|seeking|demanded|insisted\ on|insisting\ on|asked\ for
        |asking\ for)\ anonymity \b
    | \b {_ASKED} (?:\ that\ {_WHO})? \ (?:not\ )? (?:to\ )? (?:be|go|remain|stay|have) \ {_HIDDEN}
    | \b (?:did|do|does) {_NOT} \ (?:want|wish) \ (?:to\ be\ {_HIDDEN} | {_WHO}\ (?:to\ be\ )?(?:used|published))
    | \b (?:would|could|can|may|should|must) {_NOT} \ be\ {_HIDDEN}
    | \b (?:(?:declin|refus)(?:ed|ing|es)\ to | (?:would|did){_NOT}) \ (?:give|provide|reveal|disclose)\ {_WHO}
    | \b {_ASKED} \ (?:that\ )? {_WHO} \ (?:not\ )? be\ (?:used|withheld|published|disclosed|revealed)
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""The words for the terms on which an unnamed source speaks."""

_LEAD = re.compile(
    r"""
    [,;]? \s+ (?:and\ )? (?:
        (?P<cause> because(?:\ of)? | since | as(?=\ (?:he|she|they|the|it)\ ) | citing | due\ to | given | owing\ to
            | out\ of | for | over | lest )
      | (?P<aim> (?:so\ as\ |in\ order\ )? (?=to\ \w+ | so\ (?:he|she|they)\ )) ) \s*
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What leads from the terms to the reason; an aim ("to discuss internal matters") is among the reason's words."""

_REASON = re.compile(
    r"""
    (?<=\s) (?: (?:was|were|is|are|had|has|have) (?:\ not|n['’]t) (?:\ been)? | not ) \ (?:authori[sz]ed|permitted
        |allowed|cleared|empowered|supposed) \ to \b
    | \b (?:lack(?:ed|s|ing)|without) \ (?:the\ )? (?:authority|authori[sz]ation|permission) \ to \b
    | \b (?:for|out\ of) \ fear\ of \b
    | \b fear(?:ed|s|ing) \ (?:reprisals? | retaliation | retribution
        | for\ (?:his|her|their)\ (?:safety|life|lives|jobs?)) \b
    | \b citing \ (?:the\ |a\ )? (?:sensitivity|fears?|security|privacy|safety|confidentiality|ongoing|policy
        |ground\ rules|lack\ of\ authori[sz]ation|protocol|regulations?|\w+\ (?:policy|protocol|rules)) \b
    | \b because\ of\ the\ sensitivity\ of \b
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""The words for a reason that may stand without terms."""

_REASON_LEAD = re.compile(r"(?:citing|because of|because|for(?= fear)|out of)\s+", re.IGNORECASE)
_STOP = re.compile(
    r"[;\n\"“”—]|''|\.(?=\s|$)| - | – |,(?= (?:who|said|says|told|added|adding|but|and (?:said|told)|which)\b)"
)


class Secrecy(NamedTuple):
    """The places of the terms, of the reason, and of both with the words that lead to them ("who spoke on ...")."""

    terms: Range | None
    reason: Range | None
    whole: Range


def secrecy(parsed: ParsedArticle, source: Range) -> Secrecy | None:
    """The terms and reason of the unnamed source at a place, from its sentence or the next one; None if not stated."""
    own = parsed.sentence(source)
    found = _secrecy_in(parsed, own, source)
    if found is not None:
        return found
    after = parsed.segment(own[1] + 2)
    if after is None or not 0 <= after.span.start - own[1] <= 2:
        return None
    words = after.span.words.split(maxsplit=1)
    return (
        _secrecy_in(parsed, after.span.range, None)
        if words and words[0].lower().strip("“\"'") in QUANTITIES.of_those_named
        else None
    )


def number(parsed: ParsedArticle, place: Range, head: Token | None) -> Number | None:
    """Whether the words for an unnamed source mean one or several; None if they do not say."""
    if head is None:
        return None
    words = {token.lower_ for token in parsed.tokens(place) if token.i <= head.i}
    lemma = head.lower_
    if lemma in ("one", "someone", "somebody", "anyone") or (lemma == "each"):
        return "one"
    if (
        lemma in QUANTITIES.many | QUANTITIES.cardinals | {"percent", "cent", "%"}
        or head.tag_ in ("NNS", "NNPS")
        or words & QUANTITIES.cardinals
        or head.tag_ == "CD"
    ):
        return "several"
    if lemma in FUNCTION_WORDS.plural_pronouns or lemma in (
        "we",
        "us",
        "everyone",
        "everybody",
        "media",
        "police",
        "people",
        "staff",
    ):
        return "several"
    if head.tag_ == "NN" and (head.lemma_.lower() in PEOPLE.kinds | OFFICES.nouns or words & QUANTITIES.single):
        return "one"
    return "one" if lemma in ("he", "she") else None


def _secrecy_in(parsed: ParsedArticle, clause: Range, source: Range | None) -> Secrecy | None:
    """The terms and reason in a clause: the first after the source, if there are several."""
    said = list(_TERMS.finditer(parsed.text, *clause)) or list(_REASON.finditer(parsed.text, *clause))
    if not said:
        return None
    behind = [match for match in said if source is None or match.start() >= source[0]]
    first = (behind or said)[0]
    if source is not None and parsed.quoted(first.span()) > 0.5 and overlap(source, first.span()) == 0:
        return None
    if first.re is _REASON:
        lead = _REASON_LEAD.match(parsed.text, first.start())
        reason = parsed.trimmed((lead.end() if lead else first.start(), _end(parsed, first.end(), clause[1])))
        return Secrecy(None, reason, (first.start(), reason[1]))
    terms = first.span()
    stop = source[0] if source is not None and source[0] > terms[1] else clause[1]
    why = _reason_after_terms(parsed, terms[1], stop) or _reason_elsewhere(parsed, clause, terms)
    start, end = terms[0], terms[1]
    if why is not None:
        start, end = min(start, why[0]), max(end, why[1])
    return Secrecy(terms, why, (_lead_start(parsed, start, clause[0]), end))


def _reason_after_terms(parsed: ParsedArticle, at: int, end: int) -> Range | None:
    """The place of the reason right after the terms."""
    lead = _LEAD.match(parsed.text, at, end)
    if lead is None:
        return None
    start = lead.start("aim") if lead.group("cause") is None else lead.end()
    place = parsed.trimmed((start, _end(parsed, start, end)))
    return place if parsed.text[slice(*place)].strip() and place[0] < place[1] else None


def _reason_elsewhere(parsed: ParsedArticle, clause: Range, terms: Range) -> Range | None:
    """The place of a reason elsewhere in the clause: "was not authorized to speak and asked not to be named"."""
    found = next((match for match in _REASON.finditer(parsed.text, *clause) if overlap(match.span(), terms) == 0), None)
    if found is None:
        return None
    lead = _REASON_LEAD.match(parsed.text, found.start())
    stop = terms[0] if found.start() < terms[0] else clause[1]
    place = parsed.trimmed((lead.end() if lead else found.start(), _end(parsed, found.end(), stop)))
    cut = re.search(r"(?<!\s)\s++and(?: (?:so|therefore|thus))?(?: spoke| speaking)?$", parsed.text[slice(*place)])
    return (place[0], place[0] + cut.start()) if cut else place


def _end(parsed: ParsedArticle, at: int, end: int) -> int:
    stop = _STOP.search(parsed.text, at, end)
    return stop.start() if stop else end


def _lead_start(parsed: ParsedArticle, at: int, start: int) -> int:
    """The start of the words that lead to the terms ("who spoke", "speaking"), else `at`."""
    lead = re.search(
        r"(?:\b(?:who|and|all|both) )?(?:\b(?:spoke|speaking|speak|talked|talking) )\Z", parsed.text[start:at]
    )
    return start + lead.start() if lead else at
