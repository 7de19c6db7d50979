"""One article's page of the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from sayso.present.decisions import decided
from sayso.present.safe import plain, plain_if_any
from sayso.present.sourcing import report_class
from sayso.report.model.concern import Concern
from sayso.report.model.counts import Aside, Counts
from sayso.report.model.listed_sentence import CONCERN_OF, REASONS, SENTENCE, ListedSentence, Reason, SentenceFinding
from sayso.report.model.report import ArticlePage
from sayso.report.sentences.gravity import item_order, kind
from sayso.report.sentences.headline_sourcing import Body
from sayso.report.sentences.passage import WITHIN, passage
from sayso.report.sentences.reasons import reason
from sayso.report.sentences.who_is_named import Lexis, names
from schemas import Dossier, Span

Why = tuple[Reason, str]
"""Why a sentence is listed, and the same in one plain sentence."""


def page(dossiers: Sequence[Dossier], concerns: Collection[Concern], closed: Collection[str] = ()) -> ArticlePage:
    """The page of the article that all `dossiers` (one or more, in text order) are about; it lists only `concerns`.

    `closed`: the claims (ids) that a person settled. A sentence is listed for its other claims; without any, it is
    listed as settled.
    """
    first = dossiers[0]
    lexis = Lexis.of(first.article.text)
    said = {dossier.statement.id: dossier.statement for dossier in dossiers if _in_body(dossier)}
    body = Body(statement for statement in said.values() if report_class(statement) == "sourced")
    items, aside = [], Aside()
    for sentence, about in _sentences(dossiers).items():
        if (made := _item(sentence, about, concerns, lexis, closed)) is None:
            continue
        apart = _aside(made, body)
        if apart is None:
            items.append(made)
        else:
            aside += apart
    return ArticlePage(
        article=first.article.id,
        title=plain_if_any(first.article.title),
        outlet=plain_if_any(first.article.outlet),
        published=first.article.published,
        url=plain_if_any(first.article.url),
        file=plain(first.capture.file),
        story=plain_if_any(first.article.story),
        counts=_counts(dossiers),
        aside=aside,
        items=tuple(sorted(items, key=item_order)),
    )


def _in_body(dossier: Dossier) -> bool:
    return dossier.segment is None or dossier.segment.kind != "headline"


def _sentences(dossiers: Iterable[Dossier]) -> dict[tuple[int, int], list[Dossier]]:
    sentences: dict[tuple[int, int], list[Dossier]] = {}
    for dossier in dossiers:
        sentences.setdefault(sentence_of(dossier), []).append(dossier)
    return sentences


def sentence_of(dossier: Dossier) -> tuple[int, int]:
    """The place of the claim's sentence (half-open); of the claim itself where the segment is not known."""
    if dossier.segment:
        return dossier.segment.span.range
    spans = dossier.claim.spans
    return min(span.start for span in spans), max(span.end for span in spans)


def _item(
    place: tuple[int, int],
    about: Sequence[Dossier],
    concerns: Collection[Concern],
    lexis: Lexis,
    closed: Collection[str],
) -> ListedSentence | None:
    """The sentence as a list item, if any of its claims is to be listed; else None."""
    segment = about[0].segment.kind if about[0].segment else None
    text = about[0].article.text
    sentence = Span.of(text, *place)
    reasons = ((dossier.claim.id, reason(dossier.statement, segment)) for dossier in about)
    why = {claim: given for claim, given in reasons if given and CONCERN_OF[given[0]] in concerns}
    every = [dossier for dossier in about if dossier.claim.id in why]
    if not every:
        return None
    left = [dossier for dossier in every if dossier.claim.id not in closed]
    listed = left or every
    marked = _marked(listed, why, sentence)
    findings = _findings(marked)
    spans = chain.from_iterable(each for _, each in marked)
    pieces = passage(text, about[0].paragraph or sentence, sentence, spans)
    words = " ".join(piece.words for piece in pieces if piece.part == "finding")
    return ListedSentence(
        id=f"{SENTENCE}{listed[0].claim.id}",
        start=sentence.start,
        end=sentence.end,
        segment=segment,
        sentence="".join(piece.words for piece in pieces if piece.part != "context"),
        kind=kind(words, findings, listed, bool(names(words, lexis))),
        findings=findings,
        passage=pieces,
        names=_affected(sentence, listed, lexis),
        claims=tuple(dossier.claim.id for dossier in listed),
        settled=not left,
        decisions=tuple(dict.fromkeys(words for dossier in listed for words in decided(dossier))),
    )


def _marked(listed: Iterable[Dossier], why: Mapping[str, Why], sentence: Span) -> list[tuple[Why, tuple[Span, ...]]]:
    """The words of each statement in the sentence, once, with the reason; a claim's own if its statement has none."""
    inside: dict[str, tuple[Span, ...]] = {}
    found: dict[tuple[Why, str], tuple[Span, ...]] = {}
    for dossier in listed:
        statement, claim = dossier.statement, dossier.claim
        if statement.id not in inside:
            inside[statement.id] = tuple(_inside(dossier.article.text, statement.spans, sentence))
        own = inside[statement.id]
        found.setdefault((why[claim.id], statement.id if own else claim.id), own or claim.spans)
    return [(given, spans) for (given, _), spans in found.items()]


def _inside(text: str, spans: Iterable[Span], sentence: Span) -> Iterator[Span]:
    for span in spans:
        start, end = max(span.start, sentence.start), min(span.end, sentence.end)
        if start < end:
            yield Span.of(text, start, end)


def _findings(given: Iterable[tuple[Why, tuple[Span, ...]]]) -> tuple[SentenceFinding, ...]:
    """One finding for each reason and its sentence, gravest first, with all the words it holds for."""
    spans: dict[Why, dict[Span, None]] = {}
    for why, marked in given:
        spans.setdefault(why, {}).update(dict.fromkeys(marked))
    found = [
        SentenceFinding(
            reason=given, why=plain(sentence), words=plain(" … ".join(span.words[:WITHIN] for span in marked))
        )
        for (given, sentence), marked in spans.items()
    ]
    return tuple(sorted(found, key=lambda finding: REASONS.index(finding.reason)))


def _affected(sentence: Span, listed: Iterable[Dossier], lexis: Lexis) -> tuple[str, ...]:
    """Who is named in the sentence, apart from its sources and relays."""
    statements = {dossier.statement.id: dossier.statement for dossier in listed if dossier.statement.mode == "speech"}
    sayers = " ".join(dict.fromkeys(hop.name or "" for statement in statements.values() for hop in statement.chain))
    return tuple(name for name in names(plain(sentence.words[:WITHIN]), lexis) if name not in sayers)


def _aside(item: ListedSentence, body: Body) -> Aside | None:
    """How the sentence is counted if it is not to be listed; None if it is."""
    match item.segment:
        case "caption":
            return Aside(captions=1)
        case "dateline" | "byline" | "boilerplate":
            return Aside(datelines=1)
        case "headline" if body.covers(item.sentence):
            return Aside(headlines=1)
    return None


def _counts(dossiers: Iterable[Dossier]) -> Counts:
    many = Counter(report_class(dossier.statement) for dossier in dossiers)
    return Counts(
        sourced=many["sourced"],
        unnamed=many["unnamed"],
        none_given=many["none-given"],
        undetermined=many["undetermined"],
    )
