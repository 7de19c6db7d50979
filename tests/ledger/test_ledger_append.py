"""Appending is all or nothing, once, in order, and reads back unchanged."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest
from examples import examples
from factories import ENGINE, NOON, make_article, make_capture, make_dossiers, make_extraction, make_failure
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import LedgerError
from sayso.ledger import AppendResult, HeldCapture, Item, Ledger
from schemas import Article, Capture, EngineVersion, Extraction

OTHER = EngineVersion(sayso="0.2.0", model="m" * 12, registry="r" * 12)
NewItem = Callable[..., tuple[Capture, Article, Extraction]]


def kinds(ledger: Ledger) -> list[tuple[int, str, str]]:
    with ledger.snapshot() as now:
        return [(entry.number, entry.kind, entry.actor) for entry in now.entries()]


def test_an_article_makes_a_capture_and_an_extraction(ledger: Ledger, item: NewItem) -> None:
    assert ledger.append(*item()) == AppendResult((1, 2))
    assert kinds(ledger) == [(1, "capture", "desk"), (2, "extraction", "desk")]
    assert ledger.verify().ok


def test_dossiers_are_what_went_in(ledger: Ledger, item: NewItem) -> None:
    capture, article, extraction = item()
    ledger.append(capture, article, extraction)
    with ledger.snapshot() as now:
        [_, entry] = now.entries()
    expected = [
        one.model_copy(update={"as_of": 2, "entry": entry}) for one in make_dossiers(article, extraction, capture)
    ]
    with ledger.snapshot() as now:
        assert list(now.dossiers()) == expected


TWICE = ["the same again", "from another file", "without its extraction"]


@pytest.mark.parametrize("how", TWICE)
def test_appending_twice_records_once(ledger: Ledger, item: NewItem, how: str) -> None:
    capture, article, extraction = item()
    ledger.append(capture, article, extraction)
    again: dict[str, Item] = {
        "the same again": (capture, article, extraction),
        "from another file": (capture.model_copy(update={"file": "moved.txt"}), article, extraction),
        "without its extraction": (capture, article, None),
    }
    assert ledger.append_many([again[how]]) == AppendResult(())
    assert len(kinds(ledger)) == 2


def with_mark(article: Article) -> Capture:
    """The capture of the same text after a byte order mark."""
    data = article.text.encode("utf-8-sig")
    return make_capture(article, sha256=sha256(data).hexdigest(), size=len(data), encoding="utf-8-sig")


NEW = {
    "other bytes of the same article": [(3, "capture")],
    "another engine": [(3, "extraction")],
    "a title that was not known": [(3, "capture"), (4, "extraction")],
}


@pytest.mark.parametrize("what", NEW)
def test_only_what_is_new_is_added(ledger: Ledger, item: NewItem, what: str) -> None:
    capture, article, extraction = item()
    ledger.append(capture, article, extraction)
    titled = article.model_copy(update={"title": "Truce holds"})
    new: dict[str, Item] = {
        "other bytes of the same article": (with_mark(article), article, extraction),
        "another engine": (capture, article, extraction.model_copy(update={"engine": OTHER})),
        "a title that was not known": (capture, titled, extraction),
    }
    ledger.append_many([new[what]])
    assert [(number, kind) for number, kind, _ in kinds(ledger)[2:]] == NEW[what]
    assert ledger.append_many([new[what]]).new == 0
    assert ledger.verify().ok


def test_a_problem_is_recorded_once(ledger: Ledger) -> None:
    failure = make_failure()
    assert ledger.append_problem(failure).new == 1
    assert ledger.append_problem(failure).new == 0
    with ledger.snapshot() as now:
        assert list(now.problems()) == [failure]
        assert list(now.dossiers()) == []


batches = st.lists(st.lists(st.sampled_from(range(6)), max_size=5), max_size=3)


@examples(6)
@given(batches=batches)
def test_everything_is_recorded_once_however_it_is_batched(
    item: NewItem, tmp_path_factory: pytest.TempPathFactory, batches: list[list[int]]
) -> None:
    with Ledger.open(f"sqlite:///{tmp_path_factory.mktemp('batches') / 'ledger.db'}") as ledger:
        for batch in batches:
            ledger.append_many([item(f"Article {number}. Two bridges were closed.") for number in batch])
        numbers = {number for batch in batches for number in batch}
        assert [number for number, _, _ in kinds(ledger)] == list(range(1, 2 * len(numbers) + 1))
        with ledger.snapshot() as now:
            assert {dossier.article.text[8] for dossier in now.dossiers()} == {str(number) for number in numbers}
        assert ledger.verify().ok


def test_what_does_not_belong_together_leaves_no_trace(ledger: Ledger, item: NewItem) -> None:
    capture, article, extraction = item()
    other = make_article("Another text.")
    wrong: dict[str, Item] = {
        "expected the article of capture 'article.txt', found another": (capture, other, None),
        "expected the article of capture 'article.txt', found none": (capture, None, None),
        "expected either an article or a problem": (make_failure(), None, extraction),
        "expected an extraction of": (capture, article, make_extraction(other)),
        "expected an extraction with the article": (capture, article, None),
        "expected a statement for every claim": (capture, article, extraction.model_copy(update={"statements": ()})),
        "does not fit its article: expected 'The truce": (
            make_capture(other),
            other,
            extraction.model_copy(update={"article": other.id}),
        ),
    }
    good = item("Good. Two bridges were closed.")
    for sentence, one in wrong.items():
        with pytest.raises(LedgerError, match=sentence):
            ledger.append_many([good, one])
    with ledger.snapshot() as now:
        assert list(now.entries()) == []


@pytest.mark.parametrize("text", ["NUL \0 in it", "emoji 🕊️ 👩‍👩‍👧", "مرحبا שלום", "\r\n\t\u2028 lines"])
def test_odd_characters_survive(ledger: Ledger, text: str) -> None:
    article = make_article(text)
    ledger.append(make_capture(article), article, make_extraction(article))
    with ledger.snapshot() as now:
        assert now.show(1)["article"]["text"] == text
    assert ledger.verify().ok


def test_a_lone_surrogate_is_refused(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="expected text that can be written as UTF-8"):
        ledger.append_problem(make_failure(file="\udcff.txt"))


def test_time_never_runs_backwards(url: str, item: NewItem) -> None:
    clock = iter([NOON, NOON - timedelta(hours=1), NOON + timedelta(hours=1)])
    with Ledger.open(url, clock=lambda: next(clock)) as ledger:
        for number in range(3):
            ledger.append(*item(f"Article {number}."))
        with ledger.snapshot() as now:
            hours = [entry.recorded_at.hour for entry in now.entries()]
        assert hours == [12, 12, 12, 12, 13, 13]
        later, day = NOON + timedelta(minutes=1), datetime(2022, 8, 10, tzinfo=UTC)
        with ledger.snapshot() as now:
            assert list(now.dossiers(since=day)) == []
            assert list(now.dossiers(since=later)) == list(now.find("Article 2"))


def test_known_distinguishes_versions_of_an_article(ledger: Ledger, item: NewItem) -> None:
    capture, article, extraction = item()
    ledger.append(capture, article, extraction)
    ledger.append_problem(make_failure())
    dated = article.model_copy(update={"published": "2022-08-09"})
    with ledger.snapshot() as now:
        assert now.known([article, dated, make_article("New.")], ENGINE.id) == {article.digest}
        assert now.known([article, dated], OTHER.id) == set()
        assert now.known([article, dated]) == {article.digest}


def test_held_captures_say_whether_their_bytes_were_read(ledger: Ledger, item: NewItem) -> None:
    capture, article, extraction = item()
    failure = make_failure(noted="n" * 32, reader=ENGINE.id)
    ledger.append(capture, article, extraction)
    ledger.append_problem(failure)
    with ledger.snapshot() as now:
        found = list(now.held([capture.sha256, failure.sha256, "0" * 64]))
    assert sorted(found, key=lambda one: one.read) == [
        HeldCapture(failure, None, False),
        HeldCapture(capture, article, True),
    ]


def test_of_captures_of_the_same_bytes_the_last_problem_counts(ledger: Ledger, item: NewItem) -> None:
    capture, article, extraction = item()
    unread = capture.model_copy(update={"article": None, "problem": "expected it to be read, found that it is not"})
    ledger.append_problem(unread)
    ledger.append_problem(unread.model_copy(update={"reader": ENGINE.id}))
    nothing = [make_failure(file, problem="expected a file, found a pipe") for file in ("a.txt", "b.txt")]
    for failure in [make_failure("broken.txt"), *nothing]:
        ledger.append_problem(failure)
    with ledger.snapshot() as now:
        assert [one.reader for one in now.problems() if one.sha256 == capture.sha256] == [ENGINE.id]
    ledger.append(capture, article, extraction)
    with ledger.snapshot() as now:
        assert [one.file for one in now.problems()] == ["broken.txt", "a.txt"]  # the same sentence is told once
