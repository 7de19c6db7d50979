"""Recording one source: any failure is its own problem, and what was read, or failed, is not read again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from hashlib import sha256
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import pytest
from before_world import CLAIMS, unpack
from factories import ENGINE, make_article, make_capture, make_extraction, make_statement

from flows.workers.reading import extracted
from sayso.desk import extracting
from sayso.desk.recalling import notes, recalled
from sayso.desk.recording import Outcome, Recorder
from sayso.errors import HinderedError, LedgerError, UnreadableError
from sayso.ingest import ArticleLocation, Ingested, locate, read
from sayso.ingest.mending import LOST
from sayso.ledger import Ledger
from schemas import Article, Extraction

WORDS = "The bridge will close, Anna Berg said."


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger for one test; it verifies at the end."""
    with Ledger.open(f"sqlite:///{tmp_path / 'ledger' / 'ledger.db'}") as made:
        yield made
        assert made.verify().ok


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A folder with two articles."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(f"{WORDS} {name[0].upper()} was there.", "utf-8")
    return folder


READER = ENGINE.id
"""Who reads, where it is not said."""


def unread(one: object) -> Any:
    """Reads nothing: for what must not be read."""
    raise AssertionError(f"expected that nothing is read, found {one}")


def run(
    ledger: Ledger,
    folder: Path,
    reader: str = READER,
    ingest: Callable[[ArticleLocation], Ingested] = read,
    engine: Callable[[Article], Extraction] = make_extraction,
) -> list[tuple[str, str]]:
    """Name and fate of each article of the folder, as a run would have it."""
    recorder = Recorder(ledger, ingest, engine, lambda: reader)
    done: list[Outcome] = []
    with ledger.snapshot() as now:
        for location, outcome in recalled(now, locate([folder]).articles, lambda: reader):
            done.append(outcome or recorder.record(location))
    return [(Path(outcome.capture.file).name, outcome.fate) for outcome in done]


def test_what_was_read_is_known_by_its_bytes_and_not_even_parsed(ledger: Ledger, inbox: Path) -> None:
    assert run(ledger, inbox) == [("a.txt", "read"), ("b.txt", "read")]
    assert run(ledger, inbox, ingest=unread, engine=unread) == [("a.txt", "known"), ("b.txt", "known")]
    (inbox / "a.txt").rename(inbox / "c.txt")
    assert run(ledger, inbox, ingest=unread, engine=unread) == [("b.txt", "known"), ("c.txt", "known")]
    with ledger.snapshot() as now:
        assert len(list(now.entries())) == 4


def test_what_any_engine_has_read_is_known(ledger: Ledger, inbox: Path) -> None:
    run(ledger, inbox)
    assert run(ledger, inbox, "a newer one", ingest=unread, engine=unread) == [("a.txt", "known"), ("b.txt", "known")]
    (inbox / "a.txt").write_text((inbox / "a.txt").read_text("utf-8"), "utf-16")  # other bytes, the same article
    assert run(ledger, inbox, "a newer one", engine=unread) == [("a.txt", "known"), ("b.txt", "known")]


NOTES = "file,outlet,captured\na.txt,{outlet},2022-08-09\n"


def test_what_is_noted_beside_the_bytes_makes_another_version(ledger: Ledger, inbox: Path) -> None:
    def fates(outlet: str | None, **how: Any) -> list[str]:
        (inbox / "articles.csv").unlink(missing_ok=True)
        if outlet:
            (inbox / "articles.csv").write_text(NOTES.format(outlet=outlet), "utf-8")
        return [fate for _, fate in run(ledger, inbox, **how)]

    assert fates(None) == ["read", "read"]
    assert fates("Echo") == ["read", "known"]
    assert fates("Echo", ingest=unread) == ["known", "known"]
    assert fates("Daily Echo") == ["read", "known"]
    assert fates(None, ingest=unread) == ["known", "known"]
    assert fates("Echo", ingest=unread) == ["known", "known"]
    with ledger.snapshot() as now:
        assert {article.outlet for _, article in now.articles()} == {None, "Echo", "Daily Echo"}


@pytest.mark.parametrize(
    ("noted", "known"),
    [("The Daily Globe", True), ("Echo", False), (None, True)],
    ids=["the same", "something else", "nothing any more"],
)
def test_a_capture_from_before_notes_were_recorded_is_known_if_its_article_says_the_same(
    ledger: Ledger, inbox: Path, noted: str | None, known: bool
) -> None:
    (inbox / "b.txt").unlink()
    article = make_article((inbox / "a.txt").read_text("utf-8"), outlet="The Daily Globe")
    ledger.append(make_capture(article), article, make_extraction(article))
    if noted:
        (inbox / "articles.csv").write_text(f"file,outlet\na.txt,{noted}\n", "utf-8")
    assert run(ledger, inbox) == [("a.txt", "known" if known else "read")]


def broken(article: Article) -> Extraction:
    """Fails at the article that names A."""
    if "A was there" in article.text:
        raise UnreadableError("it broke")
    return make_extraction(article)


def test_a_failure_is_remembered_for_the_engine_that_failed(ledger: Ledger, inbox: Path) -> None:
    (inbox / "c.html").write_bytes(b"<html></html>")
    expected = [("a.txt", "unreadable"), ("b.txt", "read"), ("c.html", "unreadable")]
    assert run(ledger, inbox, engine=broken) == expected
    expected[1] = ("b.txt", "known")
    assert run(ledger, inbox, ingest=unread, engine=unread) == expected
    with ledger.snapshot() as now:
        entries = len(list(now.entries()))
    assert run(ledger, inbox, "a newer one", engine=broken) == expected
    assert run(ledger, inbox, "a newer one", ingest=unread, engine=unread) == expected
    with ledger.snapshot() as now:
        assert len(list(now.entries())) == entries + 2
        assert [Path(one.file).name for one in now.problems()] == ["a.txt", "c.html"]
    assert run(ledger, inbox, "the newest") == [("a.txt", "read"), ("b.txt", "known"), ("c.html", "unreadable")]
    with ledger.snapshot() as now:
        assert [Path(one.file).name for one in now.problems()] == ["c.html"]


def hindered(article: Article) -> Extraction:
    """Fails for a reason that may be over soon."""
    raise HinderedError("expected a process to read it, could not start one")


def test_what_the_machine_could_not_do_is_tried_again(ledger: Ledger, inbox: Path) -> None:
    assert run(ledger, inbox, engine=hindered) == [("a.txt", "unreadable"), ("b.txt", "unreadable")]
    assert run(ledger, inbox) == [("a.txt", "read"), ("b.txt", "read")]


def no_utf8(article: Article) -> Extraction:
    """An extraction whose words cannot be written."""
    statement = make_statement(article, WORDS[:20])
    hop = statement.chain[0].model_copy(update={"name": "half \ud800"})
    return make_extraction(article, [statement.model_copy(update={"chain": (hop,)})])


def another(article: Article) -> Extraction:
    """An extraction of another article."""
    return make_extraction(make_article("Another."))


def astray(article: Article) -> Extraction:
    """An extraction whose claims have no statements."""
    return make_extraction(article, [make_statement(article, WORDS[:20])]).model_copy(update={"statements": ()})


def nothing(article: Article) -> Any:
    """No extraction at all."""
    return "nonsense"


def raising(article: Article) -> Extraction:
    """An unexpected error, which quotes the article."""
    raise ValueError(article.text)


def recursing(article: Article) -> Extraction:
    """An error out of the depths."""
    return recursing(article)


def out_of_memory(article: Article) -> Extraction:
    """Too much."""
    raise MemoryError


@pytest.mark.parametrize("engine_of", [no_utf8, another, astray, nothing, raising, recursing, out_of_memory])
def test_what_cannot_be_recorded_costs_only_itself(
    ledger: Ledger, inbox: Path, engine_of: Callable[[Article], Extraction]
) -> None:
    def one_bad(article: Article) -> Extraction:
        return engine_of(article) if "A was" in article.text else make_extraction(article)

    assert run(ledger, inbox, engine=one_bad) == [("a.txt", "unreadable"), ("b.txt", "read")]
    with ledger.snapshot() as now:
        [problem] = [one.problem or "" for one in now.problems()]
    assert problem.startswith("expected ")
    assert "\n" not in problem
    assert WORDS not in problem
    assert run(ledger, inbox, ingest=unread, engine=unread) == [("a.txt", "unreadable"), ("b.txt", "known")]


def test_a_ledger_that_cannot_be_written_is_no_articles_fault(inbox: Path, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'ledger' / 'ledger.db'}"
    Ledger.open(url).close()
    with Ledger.open(url, write=False) as ledger, pytest.raises(LedgerError, match="it is read-only"):
        run(ledger, inbox)


def test_the_note_on_a_text_is_found_again(ledger: Ledger, inbox: Path) -> None:
    (inbox / "a.txt").write_text(f"{WORDS} The mayor\ufffds house was empty.", "utf-8")
    run(ledger, inbox)
    hashes = {path.name: sha256(path.read_bytes()).hexdigest() for path in sorted(inbox.iterdir())}
    with ledger.snapshot() as now:
        assert [(name, LOST in note) for name, note in notes(now, hashes)] == [("a.txt", True)]


def test_of_a_file_of_lines_each_line_is_its_own(ledger: Ledger, tmp_path: Path) -> None:
    lines = [{"text": WORDS}, {"text": WORDS, "id": "k" * 5000}, {"text": 7}, {"text": "Ben was there."}]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, lines)) + "\n{", "utf-8")
    fates = ["read", "unreadable", "unreadable", "read", "unreadable"]
    assert [fate for _, fate in run(ledger, tmp_path / "a.jsonl")] == fates
    again = [fate.replace("read", "known") if fate == "read" else fate for fate in fates]
    assert [fate for _, fate in run(ledger, tmp_path / "a.jsonl", ingest=unread)] == again


def test_a_heap_of_lines_of_a_few_letters_is_no_article(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extracting, "MOST_CLAIMS", 20)
    article = make_article(
        f"{WORDS}\n" * 10 + "".join(f"Ed {verb}.\n" for verb in ("ran", "fell", "rose", "left") * 25)
    )
    with pytest.raises(UnreadableError, match=r"^expected at most 67 claims in an article of its length, found \d{3};"):
        extracted(article)


def test_a_ledger_of_the_version_before_knows_what_it_holds(tmp_path: Path) -> None:
    read_then = [name for name in CLAIMS if name.endswith(".txt")]
    with (
        Ledger.open(unpack(tmp_path / "home")) as ledger,
        ledger.snapshot() as now,
        as_file(files("seeds") / "articles") as folder,
    ):
        found = [source for source in locate([folder]).articles if Path(source.file).name in read_then]
        fates = [outcome and outcome.fate for _, outcome in recalled(now, found, lambda: READER)]
    assert fates == ["known"] * len(read_then)
