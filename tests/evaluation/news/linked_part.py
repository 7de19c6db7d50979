"""The stories of a part in a ledger of their own, read and linked as a run does."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from flows.retries import BATCH, batches
from sayso.desk.extracting import extract
from sayso.desk.indexes import indexes
from sayso.desk.linking import link_entries
from sayso.desk.recording import Recorder
from sayso.engine import Engine
from sayso.ingest import locate, read
from sayso.ledger import Ledger, Snapshot
from sayso.registry import Registry
from schemas import Article, Extraction, PublishedClaim
from tests.evaluation.news.stories import Story
from tests.evaluation.news.texts import OWN, PLACE, texts


@dataclass(frozen=True)
class LinkedPart:
    """A ledger with the articles of some stories, and their gold.

    `claims`: of each article, by its name in the corpus; articles with the very same text have the very same claims.
    `refused`: a sentence for each article that the engine does not read.
    """

    stories: tuple[Story, ...]
    snapshot: Snapshot
    registry: Registry
    claims: dict[str, tuple[PublishedClaim, ...]]
    texts: dict[str, str]
    refused: tuple[str, ...]


def stories(part: str) -> tuple[Story, ...]:
    """The gold of a part."""
    rows = (PLACE / "stories" / f"{part}.jsonl").read_text(encoding="utf-8")
    return tuple(Story.model_validate_json(row) for row in rows.splitlines())


@contextmanager
def linked_part(part: str, cache: Path | None = None) -> Iterator[LinkedPart]:
    """The part's stories in one ledger, for as long as the context lasts.

    `cache` is a folder for what the engine read, under the engine's id: linking can be changed and measured again
    without reading.
    """
    told, engine = stories(part), Engine()
    with TemporaryDirectory(prefix="sayso-links-") as folder:
        files = lay_out(part, told, Path(folder) / "articles")
        ledger = Ledger.open(f"sqlite:///{folder}/ledger.db", salt=lambda: None)  # ties fall the same way each time
        names, refused = _recorded(ledger, files, engine, cache)
        link_all(ledger, Path(folder) / "indexes", engine.registry)
        with ledger.snapshot() as snapshot:
            of = {article.id: article.text for _, article in snapshot.articles()}
            claims: dict[str, list[PublishedClaim]] = {article: [] for article in of}
            for _, claim in snapshot.claims():
                claims[claim.claim.article].append(claim)
            yield LinkedPart(
                stories=told,
                snapshot=snapshot,
                registry=engine.registry,
                claims={name: tuple(claims[article]) for name, article in names.items()},
                texts={name: of[article] for name, article in names.items()},
                refused=tuple(refused),
            )
        ledger.close()


def lay_out(part: str, told: Sequence[Story], folder: Path) -> dict[str, str]:
    """A file for each article, in a folder for each story, our own with their `articles.csv`; names by file."""
    found, files = texts(), {}
    for story in told:
        place = folder / story.story
        place.mkdir(parents=True)
        own = story.story.startswith("own-")
        for name in story.articles:
            file = place / f"{name.removeprefix(f'{story.story}-')}.txt"
            file.write_bytes(found[name].encode("utf-8"))
            files[str(file)] = name
        if own:
            shutil.copy(OWN[part] / story.story.removeprefix("own-") / "articles.csv", place)
    return files


def link_all(ledger: Ledger, folder: Path, registry: Registry) -> None:
    """Link everything in the ledger, as many articles at a time as a run does."""
    with indexes(ledger, folder, print, 1) as ours:
        for some in batches(list(ours.position.waiting), BATCH):
            link_entries(ledger, ours, some, registry)


def _recorded(
    ledger: Ledger, files: dict[str, str], engine: Engine, cache: Path | None
) -> tuple[dict[str, str], list[str]]:
    """The ids of the recorded articles by their names, and why others were not."""
    recorder = Recorder(ledger, read, _cached(engine, cache), lambda: engine.id)
    names: dict[str, str] = {}
    refused: list[str] = []
    for location in locate([Path(next(iter(files))).parents[1]]).articles:
        outcome = recorder.record(replace(location, literal=True))
        if outcome.article is None:
            refused.append(f"{files[location.file]}: {outcome.problem}")
        else:
            names[files[location.file]] = outcome.article.id
    return names, refused


def _cached(engine: Engine, cache: Path | None) -> Callable[[Article], Extraction]:
    def read_once(article: Article) -> Extraction:
        if cache is None:
            return extract(engine, article)
        file = cache / engine.id[:16] / f"{article.digest}.json"
        if file.is_file():
            return Extraction.model_validate_json(file.read_bytes())
        file.parent.mkdir(parents=True, exist_ok=True)
        extraction = extract(engine, article)
        file.write_text(json.dumps(extraction.model_dump(mode="json")), encoding="utf-8")
        return extraction

    return read_once
