"""Accounts that have the same words: they come from one source, whoever is named for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import networkx as nx

from sayso.language.spelling import fold, words_of
from sayso.link.origins.accounts import Account

QUOTED, TOLD = 6, 10
"""How many words in a row two quotations share that are one, and two sentences outside of quotation marks."""


def wordings(found: Sequence[Account]) -> list[frozenset[int]]:
    """Groups of accounts (numbers, two and more in a group) whose statements share such a run of words.

    Nobody says six words in a row as somebody else does, and no two reporters write ten: one who is quoted may go by
    many names, and by wrong ones.
    """
    alike: nx.Graph = nx.Graph()
    first: dict[tuple[str, ...], int] = {}
    for number, account in enumerate(found):
        for run in _runs(account):
            if first.setdefault(run, number) != number:
                alike.add_edge(first[run], number)
    return sorted((frozenset(group) for group in nx.connected_components(alike)), key=min)


def _runs(account: Account) -> Iterator[tuple[str, ...]]:
    """The runs of words of a statement; of an article's own voice, which goes on, those that are mostly the claim's."""
    statement = account.claim.statement
    claimed = [span.range for span in account.claim.claim.spans]
    for span in statement.spans:
        words = list(words_of(span.words))
        keys = [fold(word.written) for word in words]
        inside = [any(start <= span.start + word.start < end for start, end in claimed) for word in words]
        for length in (TOLD, QUOTED) if statement.manner == "direct" else (TOLD,):
            for at in range(len(keys) - length + 1):
                if not account.own or 2 * sum(inside[at : at + length]) > length:
                    yield tuple(keys[at : at + length])
