"""The newsroom's standing rules at the end of a trace: checked in each new article."""

from __future__ import annotations

from collections.abc import Sequence

from prefect import get_run_logger

from flows.linking import notice
from flows.progress import watcher
from flows.workers.reading import registry
from sayso.ledger import Ledger
from sayso.settings import settings


def check_rules(ledger: Ledger, articles: Sequence[str]) -> int:
    """Check the articles with these ids, and tell the watcher what breaks a rule; how many articles do.

    Prefect is told files and rules, never words. A failure ends no run: the articles are recorded.
    """
    folder = settings().specs.folder
    if not articles or not folder.is_dir():
        return 0
    from sayso.desk.standing_rules import breaches, newsroom_rules  # imported here: most runs have no rules

    found = newsroom_rules(folder)
    for problem in found.problems:
        notice(f"standing rules in {folder}: {problem}")
    with ledger.snapshot() as snapshot:
        broken = list(breaches(snapshot, found.rules, registry(), articles))
    for one in broken:
        for failure in one.failures:
            get_run_logger().warning(f"{one.file} breaks {failure.place} ({failure.scenario})")
    watcher().broken(broken)
    return len(broken)
