"""What a person at a terminal sees of a run: a bar while it goes on, a table at its end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from flows.cli.output import out
from flows.cli.spec_text import breach_lines
from flows.progress import WATCHER, TracedArticle, Watcher
from flows.stderr import say
from flows.worklist import listed
from sayso.desk.opening import opened
from sayso.desk.recalling import notes, problems
from sayso.desk.worklist import Shown
from sayso.desk.worklist_scope import WorklistScope
from sayso.ingest import ArticleLocations
from sayso.ledger import Snapshot
from sayso.present.numbers import count
from sayso.present.safe import printable
from sayso.present.sourcing import REPORT_CLASSES, report_class

if TYPE_CHECKING:
    from sayso.desk.standing_rules import Breaches

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
        self._traced: list[TracedArticle] = []
        self._places: dict[str, int] = {}
        self._broken: Sequence[Breaches] = ()

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
        """Set the length of the bar, and print what is left for later."""
        self._bar.update(self._job, description="reading", total=len(found.articles))
        self._places = {source.name: place for place, source in enumerate(found.articles)}
        for path in found.waiting:
            self._bar.console.print(f"still being written, left for the next run: {printable(path)}", soft_wrap=True)
        for path in found.passed_over:
            self._bar.console.print(f"skipped, not .txt, .html or .jsonl: {printable(path)}", soft_wrap=True)

    def done(self, traced: Sequence[TracedArticle]) -> None:
        """The bar goes on."""
        self._traced += traced
        self._bar.advance(self._job, len(traced))

    def linking(self, articles: int) -> None:
        """The bar starts again."""
        self._bar.reset(self._job, description="linking", total=articles)

    def linked(self, articles: int) -> None:
        """The bar goes on."""
        self._bar.advance(self._job, articles)

    def broken(self, breaches: Sequence[Breaches]) -> None:
        """Remembered for the summary."""
        self._broken = breaches

    def notice(self, sentence: str) -> None:
        """Print it above the bar."""
        self._bar.console.print(f"sayso: {printable(sentence)}", soft_wrap=True)

    def summarise(self, result: dict[str, Any], reported: dict[str, Any]) -> None:
        """Print the table, what could not be read, and where the report is."""
        traced = sorted(self._traced, key=lambda article: self._places[article.file])
        with opened(write=False) as ledger, ledger.snapshot() as snapshot:
            unreadable = {article.file: article.sha256 for article in traced if article.fate == "unreadable"}
            for file, problem in problems(snapshot, unreadable):
                say(f"{file}: {problem}")
            noted = {article.file: article.sha256 for article in traced if article.fate == "read"}
            for file, note in notes(snapshot, noted):
                say(f"{file}: {note}")
            read = {article.article: article.file for article in reversed(traced) if article.article}
            if read:
                console = Console(**PLAIN)
                if not console.is_terminal:
                    console.width = WIDTH
                console.print(_table(snapshot, [*reversed(read.items())][:ROWS]))
            if len(read) > ROWS:
                out(f"and {len(read) - ROWS} more articles\n")
            head = snapshot.head
        out(
            f"{count(result['read'], 'article')} read in {result['engine_seconds']:.1f} seconds of engine time, "
            f"{result['known']} known before, {result['unreadable']} could not be read\n"
        )
        if result["unlinked"]:
            say("some articles could not be linked, the next run tries again")
        if self._broken:
            out("".join(breach_lines(self._broken)))
        out(_to_act_on(article.article for article in traced if article.fate == "read" and article.article))
        out(printable(f"{count(reported['listed'], 'sentence')} without a named source: {reported['path']}") + "\n")
        out(f"head of the ledger: {head}\n")


def _to_act_on(articles: Iterable[str]) -> str:
    """What a run found to act on in these articles (ids), and how much is open in all."""
    found = listed(WorklistScope(articles=frozenset(articles)), Shown(sheet=True))
    accusing = f", {count(found.accusations, 'accusation')} among them" if found.accusations else ""
    return f"{count(found.matching, 'item')} to act on{accusing}; {found.open:,} open in all: sayso worklist\n"


def _table(snapshot: Snapshot, articles: Sequence[tuple[str, str]]) -> Table:
    """How many claims of which class these articles (id and file) make."""
    table = Table("article", box=None, pad_edge=False)
    for name in ("claims", "sourced", "unnamed", "none given", "undetermined"):
        table.add_column(name, justify="right")
    titles = {held.id: held.title for held in snapshot.articles_of(article for article, _ in articles)}
    for article, file in articles:
        counts = Counter(report_class(dossier.statement) for dossier in snapshot.about(article))
        name = printable(titles.get(article) or Path(file).name)
        table.add_row(Text(name), str(counts.total()), *(str(counts[column]) for column in REPORT_CLASSES))
    return table
