"""The articles at the paths of a command; what is none of them is reported on standard error."""

from __future__ import annotations

from flows.stderr import say
from sayso.ingest import ArticleLocation, locate


def located(paths: tuple[str, ...]) -> tuple[ArticleLocation, ...]:
    """The locations of the articles at `paths`, in order."""
    found = locate(paths)
    for path in found.passed_over:
        say(f"{path}: skipped, not .txt, .html or .jsonl")
    if not found.articles:
        say("expected .txt, .html or .jsonl files with articles, found none; name others")
    return found.articles
