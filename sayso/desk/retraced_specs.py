"""The newsroom's specs by the readings that count, beside the same specs by the installed engine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sayso.desk.standing_rules import Breaches, broken_rules
from sayso.engine import Engine
from sayso.ledger import Rereading, Snapshot
from sayso.testing.article_reading import Readings
from sayso.testing.feature_files import Unfit
from sayso.testing.spec_folder import SpecFolder
from sayso.testing.spec_result import ScenarioOutcome, SpecResult
from sayso.testing.spec_run import run_specs
from schemas import Article, Extraction


@dataclass
class RetracedSpecs:
    """What came of the specs `before`, by the readings that count, and `after`, by the installed engine.

    Before, a scenario is unfit whose article the ledger does not hold. `newly_broken`: articles in which a standing
    rule is broken that was not before; `breaches_before` and `breaches_after` count them all.
    """

    before: SpecResult
    after: SpecResult
    breaches_before: int = 0
    breaches_after: int = 0
    newly_broken: list[Breaches] = field(default_factory=list)

    @property
    def lost(self) -> list[ScenarioOutcome]:
        """Scenarios that were right before and are wrong now."""
        return [now for was, now in self._pairs if was.fate in ("right", "right by now") and now.fate == "wrong"]

    @property
    def gained(self) -> list[ScenarioOutcome]:
        """Scenarios that were wrong before and are right now."""
        was_wrong, is_right = ("wrong", "known wrong"), ("right", "right by now")
        return [now for was, now in self._pairs if was.fate in was_wrong and now.fate in is_right]

    @property
    def _pairs(self) -> Iterator[tuple[ScenarioOutcome, ScenarioOutcome]]:
        return zip(self.before.outcomes, self.after.outcomes, strict=True)


def retraced_specs(specs: SpecFolder, snapshot: Snapshot, engine: Engine) -> RetracedSpecs:
    """Run the specs by the installed engine, by the adopted readings, and check standing rules in what both have read.

    An article of the specs is found in the ledger by its text.
    """
    now = _Noting(engine)
    after = run_specs(specs, None, now)
    held = {one.text_sha256: one.id for _, one in snapshot.articles() if one.text_sha256 in now.asked}
    texts = {id_: text for text, id_ in held.items()}
    read = snapshot.read_articles(held.values(), as_read=True)
    adopted = {texts[one.article.id]: one.extraction for one in read}
    found = RetracedSpecs(run_specs(specs, None, _Recalled(engine, adopted)), after)
    if specs.rules:
        _check_rules(found, specs, snapshot.readings(engine.id), engine)
    return found


def _check_rules(found: RetracedSpecs, specs: SpecFolder, readings: Iterable[Rereading], engine: Engine) -> None:
    for capture, article, before, after in readings:
        was, now = (broken_rules(specs.rules, article, one, engine.registry) for one in (before, after))
        found.breaches_before += len(was)
        found.breaches_after += len(now)
        known = {failure.place for failure in was}
        if new := tuple(failure for failure in now if failure.place not in known):
            found.newly_broken.append(Breaches(article.id, capture.file, new))


class _Noting(Readings):
    """Readings of the engine; `asked`: the hashes of the texts that were read."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine)
        self.asked: set[str] = set()

    def _read(self, article: Article) -> Extraction:
        self.asked.add(article.text_sha256)
        return super()._read(article)


class _Recalled(Readings):
    """Readings that are known, by the hash of the text."""

    def __init__(self, engine: Engine, known: Mapping[str, Extraction]) -> None:
        super().__init__(engine)
        self._known = known

    def _read(self, article: Article) -> Extraction:
        if (found := self._known.get(article.text_sha256)) is None:
            raise Unfit("a reading that counts", "none", "in the ledger")
        return found
