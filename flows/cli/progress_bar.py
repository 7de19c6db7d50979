"""What a person at a terminal sees of a run: a bar while it goes on, a table at its end."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Any, Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from flows.cli.output import out
from flows.opened import opened
from flows.progress import WATCHER, Outcome, Watcher
from flows.stderr import say
from sayso.ingest import ArticleLocations
from sayso.present.safe import printable
from sayso.present.sourcing import REPORT_CLASSES, report_class
from schemas import Article, Capture

ROWS = 50
"""Articles that the table shows; of more, the first."""

WIDTH = 100
"""Columns of the table where no terminal says how many there are."""

PLAIN: dict[str, Any] = {"markup": False, "emoji": False, "highlight": False}
"""Words are words at these consoles: no brackets, colons or addresses in them mean anything."""


class Watch(Watcher):
    """A progress bar on standard error for as long as the context lasts; afterwards, the summary."""

    def __init__(self) -> None:
        console = Console(stderr=True, **PLAIN)
        self._bar = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=console,
            transient=True,
        )
        self._lock = Lock()
        self._articles: dict[str, tuple[Capture, Article]] = {}
        self._problems: list[tuple[str, str]] = []
        self._places: dict[str, int] = {}

    def __enter__(self) -> Self:
        self._job = self._bar.add_task("starting", total=None)
        self._token = WATCHER.set(self)
        if self._bar.console.is_terminal:
            self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._bar.live.is_started:
            self._bar.stop()
        WATCHER.reset(self._token)

    def expect(self, found: ArticleLocations) -> None:
        """The bar knows its length, and what is left for later is told."""
        self._bar.update(self._job, description="reading", total=len(found.articles))
        self._places = {source.name: place for place, source in enumerate(found.articles)}
        for path in found.waiting:
            self._bar.console.print(f"left for the next time, still being written: {printable(path)}", soft_wrap=True)
        for path in found.passed_over:
            self._bar.console.print(f"passed over, not .txt, .html or .jsonl: {printable(path)}", soft_wrap=True)

    def done(self, outcome: Outcome) -> None:
        """One more is done."""
        with self._lock:
            if outcome.article is not None:
                self._articles.setdefault(outcome.article.id, (outcome.capture, outcome.article))
            elif outcome.problem is not None:
                self._problems.append((outcome.capture.file, outcome.problem))
        self._bar.advance(self._job)

    def linking(self, batches: int) -> None:
        """The bar starts again."""
        self._bar.reset(self._job, description="linking", total=batches)

    def linked(self) -> None:
        """One more batch."""
        self._bar.advance(self._job)

    def notice(self, sentence: str) -> None:
        """Print it above the bar."""
        self._bar.console.print(f"sayso: {printable(sentence)}", soft_wrap=True)

    def summarise(self, traced: dict[str, Any], reported: dict[str, Any]) -> None:
        """Print the table, what could not be read, and where the report is."""
        for file, problem in self._problems:
            say(f"{file}: {problem}")
        if self._articles:
            console = Console(**PLAIN)
            if not console.is_terminal:
                console.width = WIDTH
            console.print(self._table())
        if len(self._articles) > ROWS:
            out(f"and {len(self._articles) - ROWS} articles more\n")
        out(
            f"{traced['read']} articles read in {traced['engine_seconds']:.1f} seconds of the engine, "
            f"{traced['known']} known before, {traced['unreadable']} could not be read\n"
        )
        if traced["unlinked"]:
            say("some articles could not be linked, the next run tries again")
        out(printable(f"{reported['listed']} sentences without a named source: {reported['path']}") + "\n")
        with opened(write=False) as ledger:
            out(f"head of the record: {ledger.head}\n")

    def _place(self, of: tuple[Capture, Article]) -> int:
        return self._places[of[0].file]

    def _table(self) -> Table:
        table = Table("article", box=None, pad_edge=False)
        for name in ("claims", "sourced", "unnamed", "none given", "undetermined"):
            table.add_column(name, justify="right")
        with opened(write=False) as ledger:
            for capture, article in sorted(self._articles.values(), key=self._place)[:ROWS]:
                counts = Counter(report_class(dossier.statement) for dossier in ledger.about(article.id))
                name = printable(article.title or Path(capture.file).name)
                table.add_row(Text(name), str(counts.total()), *(str(counts[column]) for column in REPORT_CLASSES))
        return table
