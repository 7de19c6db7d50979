"""Splits the statements of an article into claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.split.claim_drafts import ClaimDraft, Word, drafts
from sayso.split.clauses import Clause, clauses
from sayso.split.cuts import is_conditional
from sayso.split.pronouns import resolved
from sayso.split.slots import slots
from sayso.split.token_table import TokenTable
from sayso.split.tree import VERBS, Tree
from sayso.split.wording import sentence
from schemas import Article, Claim, Span, Statement

if TYPE_CHECKING:
    from spacy.tokens import Doc


def split(article: Article, doc: Doc, statements: Sequence[Statement]) -> tuple[Claim, ...]:
    """The atomic claims of `statements`, in their order, each statement's in text order.

    `doc` is the parse of `article.text`. A statement with a letter or a digit makes at least one claim, and all its
    nouns, verbs and numbers are in a claim. A claim's spans lie in its statement's; no two claims have the same spans.

    1. The statement's words as a tree; 2. cut into clauses; 3. each drafted as a sentence of its own; 4. pronouns
    resolved where that is sure; 5. written out, with its slots.
    """
    syntax = TokenTable.of(doc)
    made: dict[str, Claim] = {}
    for statement in statements:
        for claim in _claims(article, syntax, statement):
            made.setdefault(claim.id, claim)
    return tuple(made.values())


def _claims(article: Article, syntax: TokenTable, statement: Statement) -> Iterator[Claim]:
    tree = Tree.of(syntax, statement.spans)  # 1
    found = clauses(tree)  # 2
    drafted = drafts(tree, found)  # 3
    for clause, draft in _informative(tree, drafted):
        spans = _spans(tree, article.text, draft.words)
        named = resolved(tree, draft, statement)  # 4
        proposition = sentence(tree, named.words, clause.question)  # 5
        if proposition and spans:
            yield Claim(
                article=article.id,
                statement=statement.id,
                spans=spans,
                proposition=proposition,
                slots=slots(tree, named, clause.question, is_conditional(tree, clause.head)),
            )


def _informative(tree: Tree, drafted: Sequence[tuple[Clause, ClaimDraft]]) -> list[tuple[Clause, ClaimDraft]]:
    """The drafts that say something of their own, in text order; without any, one of all the statement's words."""
    informative = [
        (clause, draft)
        for clause, draft in drafted
        if any(isinstance(word, str) or tree.syntax.is_word(word) for word in draft.words)
        and not _is_repeated(tree, clause, draft, drafted)
    ]
    if informative or not any(map(tree.syntax.is_word, tree.tokens)):
        return sorted(informative, key=lambda pair: pair[1].head)
    return [(drafted[0][0], ClaimDraft([*tree.tokens], [], [], tree.tokens[0]))]


def _is_repeated(tree: Tree, clause: Clause, draft: ClaimDraft, drafted: Sequence[tuple[Clause, ClaimDraft]]) -> bool:
    """Whether the rest of a noun phrase says no more than a claim that was cut out of it ("X, a doctor")."""
    if clause.kind != "main" or tree.syntax.pos[clause.head] in VERBS:
        return False
    return any(inner.parent is clause and set(draft.words) <= set(other.words) for inner, other in drafted)


def _spans(tree: Tree, text: str, words: Iterable[Word]) -> tuple[Span, ...]:
    """The spans of the words that are in the statement; quotation marks between neighbouring words are included."""
    ranges: list[tuple[int, int]] = []
    latest = -2
    for at in sorted({word for word in words if isinstance(word, int) and word in tree.part}):
        start, end = tree.range_of(at)
        near = ranges and tree.part[latest] == tree.part[at] and not _word_between(tree, latest, at)
        ranges[-1:] = [(ranges[-1][0], end)] if near else [*ranges[-1:], (start, end)]
        latest = at
    return tuple(Span.of(text, start, end) for start, end in ranges)


def _word_between(tree: Tree, before: int, at: int) -> bool:
    return any(tree.syntax.words[i].strip() and not tree.syntax.is_quote(i) for i in range(before + 1, at))
