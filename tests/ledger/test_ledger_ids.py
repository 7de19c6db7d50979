"""An article keeps the id that the ledger first gave it; nobody can tell from a new one what the article says."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from threading import Barrier

import pytest
from factories import SALT, make_attribution, make_capture, make_extraction, make_failure
from ledger_world import TRUCE, make_item

from sayso.ledger import Ledger
from schemas import Article, EngineVersion, Extraction

OTHER = EngineVersion(sayso="0.2.0", model="m" * 12, registry="r" * 12)


def numbered(url: str) -> Ledger:
    """A ledger whose salts are 1, 2, 3 ..."""
    salts: Iterator[int] = count(1)
    return Ledger.open(url, salt=lambda: str(next(salts)))


def ids(ledger: Ledger) -> set[str]:
    with ledger.snapshot() as now:
        return {article.id for _, article in now.articles()}


def test_a_new_article_gets_a_salt_that_is_as_random_as_its_id_is_long(kept: Ledger) -> None:
    capture, article, extraction = make_item(salt=None)
    [(captured, recorded)] = kept.append(capture, article, extraction).captured
    assert recorded is not None
    assert recorded.salt is not None
    assert (len(bytes.fromhex(recorded.salt)), recorded.salted(None)) == (16, article)
    assert (recorded.id != article.id, captured.article) == (True, recorded.id)
    assert ids(kept) == {recorded.id}
    assert kept.verify().findings == ()


def test_what_was_read_in_it_gets_ids_to_match(kept: Ledger) -> None:
    kept.append(*make_item(salt=None))
    with kept.snapshot() as now:
        [first, _] = now.dossiers()
        [kept_one] = now.read_articles()
    assert {first.article.id} == {first.claim.article, first.statement.article, first.capture.article}
    assert first.claim.statement == first.statement.id
    kept_one.extraction.check(kept_one.article)


AGAIN = {
    "the same again": {},
    "with a title": {"title": "Truce"},
    "as another ledger knows it": {"salt": SALT},
    "by another engine": {"engine": OTHER},
}


@pytest.mark.parametrize("how", AGAIN)
def test_the_same_text_of_the_same_outlet_has_the_same_id(kept: Ledger, how: str) -> None:
    kept.append(*make_item(salt=None))
    before = ids(kept)
    with kept.snapshot() as now:
        claims = [claim.id for _, claim in now.claims()]
    [(_, recorded)] = kept.append(*make_item(**{"salt": None, **AGAIN[how]})).captured  # type: ignore[arg-type]
    with kept.snapshot() as now:
        assert [claim.id for _, claim in now.claims()] == claims
        assert len([*now.entries()]) == {"the same again": 2, "by another engine": 3, "with a title": 4}.get(how, 2)
    assert (ids(kept), recorded and recorded.id) == (before, *before)
    assert kept.verify().findings == ()


def test_other_text_or_another_outlet_has_another_salt(kept: Ledger) -> None:
    for known in ({}, {"outlet": "Echo"}, {"url": "https://echo.example/1"}):
        kept.append(*make_item(salt=None, **known))
    kept.append(*make_item(f"{TRUCE} So far.", salt=None))
    with kept.snapshot() as now:
        assert len({article.salt for _, article in now.articles()}) == 4


def test_an_article_of_an_older_version_keeps_its_id_without_a_salt(url: str) -> None:
    with Ledger.open(url, salt=lambda: None) as older:
        older.append(*make_item(salt=None))
        before = ids(older)
    with Ledger.open(url) as ledger:
        [(_, again)] = ledger.append(*make_item(salt=None, title="Truce")).captured
        ledger.append(*make_item("New. The truce holds, the Kremlin said.", salt=None))
        with ledger.snapshot() as now:
            assert [article.salt is None for _, article in now.articles()] == [True, False]
        assert (before, ids(ledger) >= before) == ({again and again.id}, True)
        ledger.rebuild()
        assert ledger.verify().findings == ()


def test_two_that_first_see_an_article_at_the_same_time_end_with_one(anywhere: str) -> None:
    """Each has drawn its salt before either records anything."""
    drawn = Barrier(2, timeout=30)
    Ledger.open(anywhere).close()

    def run(name: str, engine: EngineVersion) -> str | None:
        def salt() -> str:
            drawn.wait()
            return name * 16

        with Ledger.open(anywhere, salt=salt) as ledger:
            return ledger.append(*make_item(salt=None, engine=engine)).captured[0].capture.article

    with ThreadPoolExecutor(2) as both:
        given = [*both.map(run, ("a1", "b2"), (make_item()[2].engine, OTHER))]
    with Ledger.open(anywhere, write=False) as ledger, ledger.snapshot() as now:
        assert {article.id for _, article in now.articles()} == {*given}
        assert [entry.kind for entry in now.entries()] == ["capture", "extraction", "extraction"]
        assert len({one.claim.article for one in now.dossiers()}) == 1
        assert ledger.verify().findings == ()


def test_salts_that_are_handed_in_make_two_ledgers_the_same(tmp_path_factory: pytest.TempPathFactory) -> None:
    held = []
    for name in ("one", "other"):
        with numbered(f"sqlite:///{tmp_path_factory.mktemp(name) / 'ledger.db'}") as ledger:
            ledger.append_many([make_item(salt=None), make_item(f"{TRUCE} So far.", salt=None), make_item(salt=None)])
            held.append(ids(ledger))
    assert (len(held[0]), held[0]) == (2, held[1])


def test_a_reading_under_another_id_is_the_same_but_for_the_ids() -> None:
    _, article, read = make_item()
    outer = make_attribution(article, "The truce holds", source="the Kremlin", cue="said")
    inner = make_attribution(article, "holds", parent=outer)
    given = read.model_copy(update={"attributions": (outer, inner)})
    moved = given.of(article.salted(None).id)
    moved.check(article.salted(None))
    assert moved.attributions[1].parent == moved.attributions[0].id
    assert {claim.statement for claim in moved.claims} == {statement.id for statement in moved.statements}
    assert not {*_ids(given)} & {*_ids(moved)}
    assert (moved.of(article.id), given.of(article.id)) == (given, given)


def _ids(read: Extraction) -> Iterator[str]:
    yield read.article
    for one in (*read.attributions, *read.statements, *read.claims):
        yield one.id


def test_a_capture_without_an_article_needs_no_salt(kept: Ledger) -> None:
    failure = make_failure()
    assert kept.append_problem(failure).captured == ((failure, None),)
    assert kept.append_problem(failure).numbers == ()


def test_an_article_that_is_alone_keeps_the_salt_it_comes_with(kept: Ledger) -> None:
    article = Article(text="Short.", salt="5a")
    kept.append(make_capture(article), article, make_extraction(article))
    assert ids(kept) == {article.id}
