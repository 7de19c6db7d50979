"""One article's section of the page."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from sayso.export.html.pane import Numbered, PaneRow, blocks, numbered
from sayso.export.html.statement_note import UNSURE, Note, note
from sayso.export.html.template import render
from sayso.export.html.text_rows import text_rows
from sayso.present.engines import engine_in_words
from sayso.present.safe import printable, web_address
from sayso.present.sourcing import PAGE_CLASSES, PageClass, page_class
from schemas import Article, Capture, Claim, Extraction, Statement


@dataclass(frozen=True)
class ContentsLine:
    """An article's line in the table of contents: number, heading, and how many statements of each kind."""

    number: int
    heading: str
    counts: tuple[tuple[PageClass, int], ...]
    unsure: int

    @property
    def statements(self) -> int:
        """How many statements it has."""
        return sum(count for _, count in self.counts)


class UnreadFile(NamedTuple):
    """A file that could not be read, and why."""

    file: str
    why: str


class RenderedSection(NamedTuple):
    """An article's section as HTML, and its line in the table of contents."""

    entry: ContentsLine
    html: str


class Beside(NamedTuple):
    """A block of text, the `row` of its part in which it stands, and the notes of the statements that begin in it."""

    row: int
    block: PaneRow
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class SectionContext:
    """What the template receives.

    `parts`: blocks whose statements and words highlight each other. `before`: white space before the text.
    """

    number: int
    heading: str
    link: str | None
    about: str
    publisher: str
    engine: str
    entry: ContentsLine
    before: str
    parts: tuple[tuple[Beside, ...], ...]


def section(capture: Capture, article: Article, extraction: Extraction, number: int = 1) -> RenderedSection:
    """The article with its statements and their notes; `number` distinguishes it from the others on the page.

    ValueError unless the extraction is of this article.
    """
    extraction.check(article)
    made = context(capture, article, extraction, number)
    return RenderedSection(made.entry, render("section.html", page=made))


def context(capture: Capture, article: Article, extraction: Extraction, number: int) -> SectionContext:
    """The same as `section`, before it is rendered."""
    statements = sorted(extraction.statements, key=lambda statement: statement.spans[0].start)
    heading = printable(article.title or _headline(extraction) or article.url or capture.file.rsplit("/", 1)[-1])
    known = (article.outlet, article.byline, article.published, capture.file)
    paragraphs = extraction.segmentation.paragraphs
    return SectionContext(
        number=number,
        heading=heading,
        link=web_address(article.url),
        about=" · ".join(printable(words) for words in known if words),
        publisher=printable(statements[0].chain[-1].name or "") if statements else "",
        engine=engine_in_words(extraction.engine),
        entry=_entry(number, heading, statements),
        before=article.text[: paragraphs[0].start] if paragraphs else article.text,
        parts=tuple(_parts(article, extraction, statements)),
    )


def _parts(article: Article, extraction: Extraction, statements: Sequence[Statement]) -> Iterator[tuple[Beside, ...]]:
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in extraction.claims:
        claims[claim.statement].append(claim)
    cut = tuple(text_rows(extraction.segmentation, statements))
    counted = tuple(numbered(cut, statements))
    made = blocks(article.text, cut, extraction.segmentation.segments, counted)
    for _, part in groupby(made, lambda block: block.row.part):
        yield tuple(
            Beside(row, block, tuple(note(begun, claims[begun.statement.id]) for begun in _begun(block, counted)))
            for row, block in enumerate(part, start=1)
        )


def _begun(block: PaneRow, counted: Sequence[Numbered]) -> Sequence[Numbered]:
    return counted[block.row.first : block.row.last]


def _entry(number: int, heading: str, statements: Sequence[Statement]) -> ContentsLine:
    many = Counter(page_class(statement) for statement in statements)
    unsure = sum(statement.confidence < UNSURE for statement in statements)
    return ContentsLine(number, heading, tuple((kind, many[kind]) for kind in PAGE_CLASSES if many[kind]), unsure)


def _headline(extraction: Extraction) -> str | None:
    """The article's first segment, if it is a headline."""
    first = extraction.segmentation.segments[:1]
    return first[0].span.words if first and first[0].kind == "headline" else None
