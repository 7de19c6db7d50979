"""The signals of a derivation: one function each, with a sentence for the reviewer."""

from __future__ import annotations

from collections.abc import Callable

from sayso.link.reuse.article_pair import ArticlePair
from sayso.link.reuse.precedence import earlier
from sayso.registry import Source
from schemas import Article, Credit, Signal

SHOWN = 80
"""Characters of a passage that a sentence shows."""


def signals(pair: ArticlePair) -> tuple[Signal, ...]:
    """The signals of a pair, in the order in which a reviewer reads them."""
    return tuple(signal for function in SIGNALS if (signal := function(pair)))


def shared_words(pair: ArticlePair) -> Signal:
    """The share of the shorter text that is in the other, counted in runs of eight words."""
    sentence = f"The two articles share {pair.words} words: {pair.containment:.0%} of the shorter one's wording."
    return Signal(name="shared words", score=min(1.0, pair.containment), sentence=sentence)


def longest_passage(pair: ArticlePair) -> Signal:
    """The longest passage that is the same word for word, over the words of the shorter text."""
    longest = pair.longest
    start, end = pair.a.wording.place(longest.a, longest.length)
    shorter = min(len(pair.a.wording.words), len(pair.b.wording.words))
    words = _shown(pair.a.article.text[start:end])
    sentence = f"The longest passage that both have has {longest.length} words: “{words}”."
    return Signal(name="longest passage", score=longest.length / shorter, sentence=sentence)


def same_quotations(pair: ArticlePair) -> Signal | None:
    """The share of shared words that both articles quote: a common source, but not a copy by itself."""
    if not pair.quoted_words:
        return None
    sentence = f"{pair.quoted_words} of the {pair.words} shared words are quotations in both"
    sentence += (
        "." if pair.copied else ", and outside them there are never eight words in a row: no copy by that alone."
    )
    return Signal(name="same quotations", score=pair.quoted_words / pair.words, sentence=sentence)


def same_agency(pair: ArticlePair) -> Signal | None:
    """Both credit one agency or outlet with their text or a part of it."""
    credited = {_key(credit): credit for credit in reversed(pair.a.credits)}
    shared = next((credit for credit in pair.b.credits if _key(credit) in credited), None)
    if shared is None:
        return None
    first = credited[_key(shared)]
    whole = first.share == shared.share == "whole"
    sentence = f"Both credit {shared.name}: {_words(first)} in the one, {_words(shared)} in the other."
    return Signal(name="same agency", score=1.0 if whole else 0.8, sentence=sentence)


def credited_publisher(pair: ArticlePair) -> Signal | None:
    """One credits the outlet that published the other."""
    for page, other in ((pair.a, pair.b), (pair.b, pair.a)):
        published = other.outlet
        credit = next((credit for credit in page.credits if published and credit.registry == published.key), None)
        if credit and published != page.outlet:
            sentence = f"One credits {credit.name} ({_words(credit)}), which published the other."
            return Signal(name="credited publisher", score=1.0, sentence=sentence)
    return None


def same_family(pair: ArticlePair) -> Signal | None:
    """Their outlets are one, or belong to one owner or state."""
    ours, theirs, registry = pair.a.outlet, pair.b.outlet, pair.a.registry
    if ours is None or theirs is None or registry.family(ours) != registry.family(theirs):
        return None
    return Signal(name="same family", score=1.0, sentence=_family_sentence(ours, theirs, registry.family(ours)))


def order(pair: ArticlePair) -> Signal | None:
    """Which was published first, where the dates say."""
    first = earlier(pair.a.article, pair.b.article)
    if first is None:
        return None
    second = pair.b.article if first is pair.a.article else pair.a.article
    sentence = f"{_called(first, 'One')} was published on {first.published}"
    sentence += f", {_called(second, 'the other')} on {second.published}."
    return Signal(name="order", score=1.0, sentence=sentence)


def versions(pair: ArticlePair) -> Signal | None:
    """They are versions of one article: one address, or one supplied id."""
    if pair.a.article.work is None or pair.a.article.work != pair.b.article.work:
        return None
    return Signal(name="versions", score=1.0, sentence=f"Both are versions of {pair.a.article.work}.")


SIGNALS: tuple[Callable[[ArticlePair], Signal | None], ...] = (
    shared_words,
    longest_passage,
    same_quotations,
    same_agency,
    credited_publisher,
    same_family,
    order,
    versions,
)


def _key(credit: Credit) -> str:
    return credit.registry or credit.name.casefold()


def _words(credit: Credit) -> str:
    return f"“{credit.span.words}”" if credit.span else "its byline"


def _family_sentence(ours: Source, theirs: Source, top: Source) -> str:
    if ours == theirs:
        return f"Both were published by {ours.name}."
    names = " and ".join(sorted((ours.name, theirs.name)))
    return f"{names} are both {'of the' if top.governs else 'of'} {top.name}."


def _called(article: Article, otherwise: str) -> str:
    if article.outlet:
        return f"{article.outlet}'s article"
    return f"“{article.title}”" if article.title else otherwise


def _shown(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= SHOWN else words[:SHOWN].rsplit(" ", 1)[0] + " …"
