"""What one article gives to a worklist."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest

from sayso.present.safe import plain, plain_if_any
from sayso.registry import Registry
from sayso.report import SENTENCE
from sayso.report.sentences.passage import passage
from sayso.report.sentences.passive import agentless
from sayso.report.sentences.reasons import reason
from sayso.worklist.article_sentence import ArticleSentence, support
from sayso.worklist.by_accused import by_accused
from sayso.worklist.model.finding import ArticleFindings, Finding, Judged, Kind, Place, SetAside
from sayso.worklist.sentences import sentences
from sayso.worklist.signal_words import raised
from sayso.worklist.signals import carried_by_a_figure, dangerous, decisive, interested, said_by_nobody, vague
from sayso.worklist.weights import AGAIN, LEADING, LEAST, MOST, score
from schemas import Article, Claim, Extraction, Statement


def found(article: Article, extraction: Extraction, registry: Registry) -> ArticleFindings:
    """What to act on in an article, best first, and how many sentences are only counted.

    1. Sentences; 2. without captions, printed replies and what a court found; 3. headlines that say more than their
    body; 4. who is accused or exposed; 5. unnamed sources alone; 6. facts that nobody says.
    """
    every = sentences(article, extraction, registry)  # 1
    replies = {pair.reply.range for one in every for pair in one.pairs if pair.reply and pair.kind == "printed"}
    open_ = [one for one in every if one.claims and not _apart(one, replies)]  # 2
    headlines = [finding_of(article, one, _headline_kinds(one)) for one in open_ if one.over]  # 3
    rest = [one for one in open_ if not one.over]
    accusations = [made for who, group in by_accused(rest) if (made := _accusation(article, who, group))]  # 4
    taken = {(one.start, one.end) for one in accusations}
    taken |= {(place.start, place.end) for one in accusations for place in one.places}
    left = [one for one in rest if one.segment.span.range not in taken]
    unnamed = _best(article, filter(_unnamed, left), "unnamed")  # 5
    facts = _best(article, filter(_fact, left), "fact")  # 6
    findings = sorted((*headlines, *accusations, *unnamed, *facts), key=lambda one: (_rank(one), -one.score, one.start))
    listed = taken | {(one.start, one.end) for one in findings}
    return ArticleFindings(
        article=article.id,
        title=plain_if_any(article.title) or _headline(extraction),
        findings=tuple(findings),
        aside=_set_aside(extraction, every, replies, listed),
    )


def _rank(finding: Finding) -> int:
    return int(finding.kind != "accusation")


def _apart(sentence: ArticleSentence, replies: set[tuple[int, int]]) -> bool:
    """Whether it is a caption, a printed reply that accuses nobody, or what a court found."""
    reply = sentence.segment.span.range in replies and not sentence.pairs
    return sentence.segment.kind == "caption" or reply or sentence.found


def _headline_kinds(sentence: ArticleSentence) -> tuple[Kind, ...]:
    return ("accusation", "headline") if sentence.exposing and sentence.who else ("headline",)


def _accusation(article: Article, who: str, group: Sequence[ArticleSentence]) -> Finding | None:
    """The accusations of one person or body as one item: the first sentence that weighs enough, and the others."""
    most = max(map(score, group))
    lead = next(one for one in group if score(one) >= LEADING * most)
    made = finding_of(article, lead, ("accusation",), (who,))
    whole = round(made.score * len(group) ** AGAIN, 3)
    if whole < LEAST["accusation"]:
        return None
    others = (one.segment.span for one in group if one is not lead)
    places = tuple(Place(start=span.start, end=span.end, words=plain(span.words)) for span in others)
    person = made.person or any(who in one.persons for one in group)
    return made.model_copy(update={"score": whole, "places": places, "person": person})


def _unnamed(sentence: ArticleSentence) -> bool:
    return any(one.unnamed and one.mode != "attitude" for one in sentence.statements)


def _fact(sentence: ArticleSentence) -> bool:
    """Whether nobody says what carries the story, or what readers decide by or are endangered by."""
    matters = dangerous(sentence) or decisive(sentence) or carried_by_a_figure(sentence) or sentence.exposing
    return bool(matters and (said_by_nobody(sentence) or vague(sentence)) and sentence.segment.kind == "sentence")


def _best(article: Article, candidates: Iterable[ArticleSentence], kind: Kind) -> list[Finding]:
    """The best of these sentences, as many as an editor would act on in one article."""
    best = nlargest(MOST[kind], candidates, key=lambda one: (score(one), -one.place))
    return [made for one in best if (made := finding_of(article, one, (kind,))).score >= LEAST[kind]]


def finding_of(
    article: Article, sentence: ArticleSentence, kinds: tuple[Kind, ...], who: tuple[str, ...] | None = None
) -> Finding:
    """The finding that a sentence of an article is, of these kinds; `who`: whom it is about, if not all it names."""
    span, kind = sentence.segment.span, sentence.segment.kind
    statements = {one.id: one for one in sentence.statements}
    listed = (one for one in sentence.claims if one.statement in statements and reason(statements[one.statement], kind))
    weakest = sentence.weakest
    marked = [each for pair in sentence.pairs for each in pair.words] or list(weakest.spans if weakest else ())
    names = sentence.who if who is None else who
    return Finding(
        id=f"{SENTENCE}{next(listed, sentence.claims[0]).id}",
        start=span.start,
        end=span.end,
        sentence=plain(span.words),
        kinds=kinds,
        harm=_harm(sentence, kinds),
        support=_support(sentence),
        score=round(score(sentence), 3),
        who=tuple(map(plain, names)),
        person=any(name in sentence.persons for name in names) or sentence.by_pronoun,
        claims=tuple(_judged(one, statements) for one in sentence.claims),
        raised=raised(sentence),
        passage=passage(article.text, sentence.paragraph, span, marked),
    )


def _judged(claim: Claim, statements: Mapping[str, Statement]) -> Judged:
    version = statements[claim.statement].digest if claim.statement in statements else ""
    return Judged(id=claim.id, version=claim.digest, statement=claim.statement, statement_version=version)


def _harm(sentence: ArticleSentence, kinds: tuple[Kind, ...]) -> int:
    """What it would do if it were wrong: 3 to somebody who can be identified, 2 to readers, 1 to the paper's name."""
    if kinds[0] == "accusation":
        return 3
    return 2 if kinds[0] == "headline" or dangerous(sentence) or decisive(sentence) else 1


def _support(sentence: ArticleSentence) -> int:
    weakest = support(sentence.weakest) if sentence.weakest else 0
    return min(weakest, 2) if interested(sentence) or sentence.pairs else weakest


def _headline(extraction: Extraction) -> str | None:
    found = (one.span.words for one in extraction.segmentation.segments if one.kind == "headline")
    return plain_if_any(next(found, None))


def _set_aside(
    extraction: Extraction,
    every: Iterable[ArticleSentence],
    replies: set[tuple[int, int]],
    listed: set[tuple[int, int]],
) -> SetAside:
    """The sentences that are not listed, each counted once, under the first that holds."""
    counted: dict[str, int] = {}
    for one in every:
        if one.segment.span.range not in listed and (name := _why_apart(one, replies)):
            counted[name] = counted.get(name, 0) + 1
    counted["furniture"] = sum(not one.claims for one in extraction.segmentation.segments)
    return SetAside(**counted)


def _why_apart(sentence: ArticleSentence, replies: set[tuple[int, int]]) -> str | None:
    if sentence.segment.kind == "caption":
        return "captions"
    if sentence.segment.span.range in replies:
        return "replies"
    if sentence.found:
        return "records"
    if not said_by_nobody(sentence):
        return None
    return "passives" if agentless(sentence.words) and not sentence.persons else "background"
