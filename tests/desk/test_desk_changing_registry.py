"""A newsroom's registry: what is added, renamed and merged, who did it and why, and what is refused."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from installed import registry

from flows.cli.main import exit_code
from flows.workers.reading import engine
from sayso.desk.changing_registry import NewsroomSources, Reason, add_alias, add_source, merge, newsroom
from sayso.desk.loading_registry import base_registry, listed_sources
from sayso.desk.opening import ledger_address
from sayso.desk.undoing import undo
from sayso.errors import UsageError
from sayso.ledger import Ledger
from schemas import Source

WHY = Reason("Ana Lind", "as their bylines have it")
WIRE = Source(key="", name="Harbour Wire", aliases=("HW",), kind="news_agency", country="NO")


def known(ledger: Ledger) -> NewsroomSources:
    return newsroom(ledger, registry)


def named(ledger: Ledger, words: str) -> str | None:
    source = known(ledger).registry.lookup(words)
    return source and source.key


def test_an_added_source_is_known_by_its_names_and_the_ledger_says_who_added_it(ledger: Ledger) -> None:
    assert named(ledger, "Harbour Wire") is None
    made = add_source(ledger, known(ledger), WIRE.model_copy(update={"parent": "Kremlin"}), WHY)
    assert [named(ledger, words) for words in ("Harbour Wire", "the HW agency", "Harbour")] == ["harbour-wire"] * 2 + [
        None
    ]
    source = known(ledger).registry.sources["harbour-wire"]
    assert known(ledger).registry.family(source).key == "government-of-russia"
    assert (made.entry, made.decision.by, made.decision.why) == (1, "Ana Lind", "as their bylines have it")
    assert [one.source for one in known(ledger).changes] == [source]
    assert ledger.verify().findings == ()


def test_a_further_name_is_added_to_what_comes_with_sayso(ledger: Ledger) -> None:
    add_alias(ledger, known(ledger), "TASS", "Telegraph Agency of Moscow", WHY, alone=False)
    add_alias(ledger, known(ledger), "tass", "Tower", WHY, alone=True)
    assert [named(ledger, words) for words in ("Telegraph Agency of Moscow", "Tower", "Tass")] == ["tass"] * 3
    assert known(ledger).registry.find_in("the Tower of London") is None


def test_a_merged_source_gives_its_names_and_what_belongs_to_it(ledger: Ledger) -> None:
    add_source(ledger, known(ledger), WIRE, WHY)
    child = Source(key="", name="Harbour Radio", kind="news_outlet", parent="Harbour Wire")
    add_source(ledger, known(ledger), child, WHY)
    add_source(ledger, known(ledger), Source(key="", name="Sund Wire", kind="news_agency"), WHY)
    merge(ledger, known(ledger), "HW", "sund-wire", WHY)
    now = known(ledger).registry
    assert [named(ledger, words) for words in ("Harbour Wire", "HW", "Sund Wire")] == ["sund-wire"] * 3
    assert "harbour-wire" not in now.sources
    assert now.family(now.sources["harbour-radio"]).key == "sund-wire"


def test_what_is_taken_back_is_as_it_was(ledger: Ledger) -> None:
    before = known(ledger).registry.digest
    add_source(ledger, known(ledger), WIRE, WHY)
    undo(ledger, None, by="Ana Lind")
    assert (known(ledger).registry.digest, named(ledger, "Harbour Wire")) == (before, None)


def test_an_upgrade_that_drops_an_owner_leaves_the_source_without_one(ledger: Ledger) -> None:
    add_source(ledger, known(ledger), WIRE.model_copy(update={"parent": "tass"}), WHY)
    smaller = type(registry)([source for source in registry.sources.values() if source.key == "reuters"], "smaller")
    now = newsroom(ledger, smaller).registry
    assert now.family(now.sources["harbour-wire"]).key == "harbour-wire"


REFUSED = [
    ({"name": "Reuters"}, "expected a name that means nobody yet, found 'Reuters', which means Reuters (reuters)"),
    (
        {"name": "The reuters"},
        "expected a name that means nobody yet, found 'The reuters', which means Reuters (reuters)",
    ),
    ({"name": "X Wire", "aliases": ("Afp",)}, "found 'Afp', which means Agence France-Presse (agence-france-presse)"),
    ({"name": "Lookout"}, "expected a name that is no common word, found 'Lookout'; give it with --alone"),
    ({"name": "Locals"}, "expected a name that is no common word, found 'Locals'; give it with --alone"),
    ({"name": "X Wire", "aliases": ("Lookout",)}, "expected a name that is no common word, found 'Lookout'"),
    ({"name": "harbour wire"}, "expected a name as texts write it, with a capital, found 'harbour wire'"),
    (
        {"name": "The Lebanese Newspaper"},
        "found 'The Lebanese Newspaper', which only describes a source; give more of it",
    ),
    ({"name": " "}, "expected a name of at most 100 characters without a semicolon, found ' '"),
    ({"name": "X; Y"}, "expected a name of at most 100 characters without a semicolon, found 'X; Y'"),
    ({"name": "X\x1b[31m"}, "expected a name of at most 100 characters without a semicolon, found 'X\\x1b[31m'"),
    ({"name": "Харьков Онлайн"}, "expected a key of small letters, digits and hyphens, found ''; give one with --key"),
    ({"name": "X Wire", "key": "tass"}, "expected a new key, found 'tass', which is that of TASS (tass)"),
    ({"name": "X Wire", "parent": "Tas"}, "expected the key or the name of a listed source, found 'Tas'; did you mean"),
]


@pytest.mark.parametrize(("given", "said"), REFUSED, ids=[str(given) for given, _ in REFUSED])
def test_what_cannot_be_added_is_told(ledger: Ledger, given: dict[str, Any], said: str) -> None:
    with pytest.raises(UsageError, match=re.escape(said)):
        add_source(ledger, known(ledger), Source(**{"key": "", "kind": "news_outlet", **given}), WHY)
    assert known(ledger).changes == ()


@pytest.mark.parametrize(
    ("source", "into", "said"),
    [
        ("bbc", "tass", "BBC (bbc) and TASS (tass): they are kept apart, of BBC (bbc) and of Government of Russia"),
        ("reuters", "Agence France-Presse", "they are kept apart, of Thomson Reuters (thomson-reuters) and of Agence"),
        ("bbc-news", "bbc", "BBC News (bbc-news) and BBC (bbc): one of them belongs to the other"),
        ("bbc", "British Broadcasting Corporation", "expected two sources, found BBC (bbc) twice"),
        ("bbc", "Sund Post", "expected the key or the name of a listed source, found 'Sund Post'"),
    ],
)
def test_what_cannot_be_one_source_is_told(ledger: Ledger, source: str, into: str, said: str) -> None:
    with pytest.raises(UsageError, match=re.escape(said)):
        merge(ledger, known(ledger), source, into, WHY)


def test_two_with_one_owner_can_be_one(ledger: Ledger) -> None:
    merge(ledger, known(ledger), "the-sun", "the-wall-street-journal", WHY)
    assert named(ledger, "The Sun") == "the-wall-street-journal"


def test_every_process_reads_with_it_from_then_on_and_the_engine_is_another(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = engine().id
    add = ["sources", "add", "Harbour Wire", "--kind", "news_agency", "--why", "the agency of our ports"]
    assert exit_code(add) == 0
    assert "recorded as entry 1: it holds for what is read from now on" in capsys.readouterr().err
    others = {other_process() for _ in range(2)}
    assert len(others) == 1
    assert before not in others
    [listed] = listed_sources(ledger_address())
    assert others == {f"{base_registry(None).extended([listed]).digest} harbour-wire"}


def other_process() -> str:
    code = "from flows.workers.reading import registry; r = registry(); print(r.digest, r.lookup('Harbour Wire').key)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=os.environ)
    return done.stdout.strip()


def test_the_list_names_who_and_why(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code(["sources", "list"]) == 0
    assert capsys.readouterr().out == ""
    assert exit_code(["sources", "alias", "tass", "Moscow Telegraph", "--why", "by\x1b[31mlines", "--by", "Ana"]) == 0
    capsys.readouterr()
    assert exit_code(["sources", "list"]) == 0
    listed = capsys.readouterr().out
    assert re.fullmatch(
        r"tass +TASS, news agency, RU, of Government of Russia \[changed by Ana, [\d-]+: by\\x1b\[31mlines\]\n", listed
    )
    assert exit_code(["sources", "list", "--all", "Moscow Times"]) == 0
    assert capsys.readouterr().out.count("\n") == 1
    assert exit_code(["sources", "show", "moscow telegraph"]) == 0
    shown = capsys.readouterr().out
    assert "also called    ITAR-TASS; Tass; Moscow Telegraph\n" in shown
    assert re.search(r"^changed +by Ana, [\d-]+ [\d:]+ UTC: by\\x1b\[31mlines \(d-[0-9a-f]{12}\)$", shown, re.MULTILINE)


def test_a_list_of_the_newsroom_takes_the_place_of_the_one_that_comes_with_sayso(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    os.environ["SAYSO_SOURCES_REGISTRY"] = str(tmp_path / "ours.yaml")
    assert exit_code(["sources", "list", "--all"]) == 2
    assert f"expected a registry of sources at '{tmp_path}/ours.yaml'" in capsys.readouterr().err
    (tmp_path / "other.yaml").write_text("sources:\n  sund-post: {name: Sund Post, kind: news_outlet}\n", "utf-8")
    os.environ["SAYSO_SOURCES_REGISTRY"] = str(tmp_path / "other.yaml")
    assert exit_code(["sources", "list", "--all"]) == 0
    assert capsys.readouterr().out == "sund-post                 Sund Post, news outlet\n"
