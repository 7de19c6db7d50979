"""The sentences of an article that accuse or expose, by whom they do it to: one item for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from sayso.worklist.article_sentence import ArticleSentence

_PAIRED = 2
"""A name that is accused by the grammar of a sentence is whom it accuses, though others stand in it more often."""


def by_accused(sentences: Iterable[ArticleSentence]) -> list[tuple[str, list[ArticleSentence]]]:
    """Whom the sentences accuse or expose, each with those sentences in text order.

    Of several names in a sentence it is the one that such sentences name most often; "he" is the one named last, and so
    is whom a sentence leaves unsaid. A sentence before which nobody is named accuses nobody who can be identified.
    """
    accusing = [one for one in sentences if one.exposing or one.pairs]
    often = Counter(name for one in accusing for name in (*one.persons, *one.bodies, *_accused(one)))
    groups: dict[str, list[ArticleSentence]] = {}
    last = ""
    for one in accusing:
        if named := [*_accused(one), *one.persons]:
            who = last = max(named, key=lambda name: often[name] + _PAIRED * (name in _accused(one)))
        elif one.by_pronoun:
            who = last
        else:
            who = max(one.bodies, key=lambda name: often[name], default=last)
        if who:
            groups.setdefault(who, []).append(one)
    return list(groups.items())


def _accused(sentence: ArticleSentence) -> Sequence[str]:
    return [pair.accused for pair in sentence.pairs]
