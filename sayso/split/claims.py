"""The claims of an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc

from sayso.split.clauses import clauses
from sayso.split.cuts import is_conditional
from sayso.split.drafts import Draft, Word, drafts
from sayso.split.slots import slots
from sayso.split.syntax import Syntax, Tree
from sayso.split.wording import sentence
from schemas import Article, Claim, Span, Statement


def split(article: Article, doc: Doc, statements: Sequence[Statement]) -> tuple[Claim, ...]:
    """The atomic claims of `statements`, in their order, each statement's in text order.

    `doc` is the parse of `article.text`. A statement that holds a letter or a digit makes at least one claim, and
    every word of it stands in one. A claim's spans lie in its statement's; no two claims have the same spans.

    1. The statement's words as a tree, 2. cut into clauses, 3. each drafted as a sentence of its own, 4. with
    pronouns resolved where that is sure, 5. written out, with its slots.
    """
    syntax = Syntax.of(doc)
    made: dict[str, Claim] = {}
    for statement in statements:
        for claim in _claims(article, syntax, statement):
            made.setdefault(claim.id, claim)
    return tuple(made.values())


def _claims(article: Article, syntax: Syntax, statement: Statement) -> Iterator[Claim]:
    tree = Tree.of(syntax, statement.spans)  # 1
    found = clauses(tree)  # 2
    for clause, draft in sorted(drafts(tree, found), key=lambda one: one[1].head):  # 3
        proposition = sentence(tree, draft.words)  # 5
        spans = _spans(tree, article.text, draft.words)
        if proposition and spans:
            yield Claim(
                article=article.id,
                statement=statement.id,
                spans=spans,
                proposition=proposition,
                slots=slots(tree, draft, clause.question, is_conditional(tree, clause.head)),
            )


def _spans(tree: Tree, text: str, words: Iterable[Word]) -> tuple[Span, ...]:
    """The characters of those words that stand in the statement; quotation marks between them count in."""
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
