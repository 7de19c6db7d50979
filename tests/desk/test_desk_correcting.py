"""A person's chain outranks the machine's, wherever the ledger is read, until it is taken back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from factories import make_article, make_capture, make_extraction, make_hop, make_statement

from sayso.desk.correcting import correct
from sayso.desk.deciding import decide
from sayso.desk.deed import Deed, Thing
from sayso.desk.undoing import undo
from sayso.desk.worklist_rows import ArticleRow, FindingRow
from sayso.desk.worklist_view import worklist_view
from sayso.errors import UsageError
from sayso.ledger import Ledger
from sayso.present.actions import ACTIONS
from sayso.present.chain import TERMINAL, chain, given
from sayso.present.decisions import decided, settled
from sayso.registry import Registry
from schemas import Dossier, EngineVersion, Statement

TEXT = """The truce holds, the Kremlin told TASS. Two bridges were closed, Sergei Lavrov said.
Lavrov and Ann Smith met a senior official and Bo Smith in the White House. The Marks and Spencer shop reopened.
The Wall Street Journal has seen the papers."""
TRUCE, BRIDGES, SHOP = "The truce holds", "Two bridges were closed", "The Marks and Spencer shop reopened"
NEW = EngineVersion(sayso="0.2.0", model="m" * 12, registry="r" * 12)
REGISTRY = Registry.installed()
ARTICLE = make_article(TEXT)


def statements() -> list[Statement]:
    told = make_statement(ARTICLE, TRUCE, chain=[make_hop(ARTICLE, "TASS", kind="news_agency", registry="tass")])
    official = make_hop(ARTICLE, "senior official", anonymous=True, kind="person")
    return [told, make_statement(ARTICLE, BRIDGES, chain=[official]), make_statement(ARTICLE, SHOP)]


@pytest.fixture
def ledger(tmp_path: Path, blank: Path) -> Iterator[Ledger]:
    with Ledger.open(f"sqlite:///{tmp_path / 'ledger.db'}", actor="desk") as opened:
        opened.append(make_capture(ARTICLE), ARTICLE, make_extraction(ARTICLE, statements()))
        yield opened


def dossiers(ledger: Ledger) -> dict[str, Dossier]:
    with ledger.snapshot() as now:
        return {one.claim.proposition: one for one in now.dossiers()}


def said(ledger: Ledger, words: str = TRUCE) -> str:
    return chain(dossiers(ledger)[words].statement, TERMINAL)


def corrected(ledger: Ledger, chain: str, words: str = TRUCE) -> str:
    return given(correct(ledger, dossiers(ledger)[words].claim.id, chain, REGISTRY, by="ana").decision.chain)


CHAINS = {
    "Kremlin via TASS": "Kremlin via TASS",
    "the Kremlin via Itar-Tass": "the Kremlin via TASS",
    "nobody": "no source given",
    "No source given": "no source given",
    "“Kremlin”": "Kremlin",
    "Lavrov": "Sergei Lavrov",
    "sergei lavrov": "Sergei Lavrov",
    "Ann Smith": "Ann Smith",
    "Lavrov and Ann Smith": "Sergei Lavrov and Ann Smith",
    '"Lavrov" and "Kremlin" via TASS': "Sergei Lavrov and Kremlin via TASS",
    "Marks and Spencer": "Marks and Spencer",
    "WSJ": "Wall Street Journal",
    "unnamed: a senior official, via TASS": "unnamed: senior official, via TASS",
    "an unnamed official via WSJ via TASS": "unnamed: official, via Wall Street Journal via TASS",
    "an unnamed source via TASS": "unnamed: not described, via TASS",
    "Kremlin via an unnamed senior official": "Kremlin via unnamed: senior official",
}


@pytest.mark.parametrize("words", CHAINS)
def test_a_chain_is_given_in_the_words_of_features_and_found_in_the_article(ledger: Ledger, words: str) -> None:
    assert corrected(ledger, words) == said(ledger) == CHAINS[words]
    statement = dossiers(ledger)[TRUCE].statement
    assert all(TEXT[hop.mention.start : hop.mention.end] == hop.mention.words for hop in statement.chain if hop.mention)
    assert (statement.id, statement.confidence) == (statements()[0].id, 1.0)


MISSING = {
    "Lavrova": "expected words of the article for “Lavrova”, found no “Lavrova” in it; name the source as it does",
    "Ivan Lavrov": "expected words of the article for “Ivan Lavrov”, found no “Ivan” in it; name the source as it does",
    "Kremlin via Reuters": "expected words of the article for “Reuters”, found no “Reuters” in it; name the source as",
    "Smith": "expected one person called Smith, found Ann Smith and Bo Smith; give the whole name",
    "White": "expected a whole name or a surname, found 'White' only in “White House”; give the whole",
    "Sergei Smith": "expected words of the article for “Sergei Smith”, found these words only apart from each other;",
    "senior official": "expected a name, found a description, “senior official”; write it as: unnamed: senior official",
    "unnamed: junior official": "expected words of the article for “junior official”, found no “junior” in it; name",
    "Kremlin via TASS via Kremlin": "expected each source once, found kremlin via tass via kremlin",
    "TASS": "expected another chain, found that it reads TASS already; confirm it",
    "denied by Kremlin": "expected who is answerable, such as",
    "undetermined": "expected who is answerable, such as",
    " ": "expected who is answerable, such as",
}


@pytest.mark.parametrize("words", MISSING)
def test_what_the_article_does_not_have_is_told_and_nothing_is_recorded(ledger: Ledger, words: str) -> None:
    with pytest.raises(UsageError) as refused:
        corrected(ledger, words)
    assert str(refused.value).startswith(MISSING[words])
    with ledger.snapshot() as now:
        assert now.size == 2


def test_the_publisher_is_no_part_of_what_is_given(ledger: Ledger) -> None:
    article = make_article("The truce holds, the Kremlin told Echo.", outlet="Echo")
    ledger.append(make_capture(article), article, make_extraction(article, [make_statement(article, TRUCE)]))
    with ledger.snapshot() as now:
        claim = [told.id for _, told in now.claims()][-1]
    with pytest.raises(UsageError, match="expected those before the publisher, found Echo, which prints it; leave it"):
        correct(ledger, claim, "Kremlin via Echo", REGISTRY, by="ana")


def test_it_counts_wherever_the_ledger_is_read_and_an_undo_brings_the_machines_back(ledger: Ledger) -> None:
    claim = dossiers(ledger)[TRUCE].claim
    corrected(ledger, "Kremlin via TASS")
    with ledger.snapshot() as now:
        read = [
            now.dossier(claim.id),
            next(now.find(TRUCE)),
            next(now.about(dossiers(ledger)[TRUCE].statement.id)),
            *now.published_claims([claim.id]),
            next(told for _, told in now.claims()),
        ]
        assert {chain(one.statement, TERMINAL) for one in read} == {"Kremlin via TASS"}
        assert now.corrections() == {3: [2]}
        assert chain(now.at(2).dossier(claim.id).statement, TERMINAL) == "TASS"
    assert decided(dossiers(ledger)[TRUCE]) == ("reading corrected by ana to “Kremlin via TASS”",)
    undo(ledger, claim.id, by="bo")
    assert (said(ledger), dossiers(ledger)[TRUCE].claim) == ("TASS", claim)
    ledger.rebuild()
    assert ledger.verify().findings == ()


def test_of_two_corrections_the_newer_counts_and_undoing_it_brings_back_the_older(ledger: Ledger) -> None:
    for words in ("Kremlin", "nobody"):
        corrected(ledger, words)
    assert said(ledger) == "no source given"
    undo(ledger, None, by="ana")
    assert said(ledger) == "Kremlin"


def test_what_was_cleared_under_another_chain_is_open_again(ledger: Ledger) -> None:
    claim = dossiers(ledger)[BRIDGES].claim.id
    cut, other = (Deed(ACTIONS[name], "ana") for name in ("cut", "reworded"))
    decide(ledger, claim, cut)
    corrected(ledger, "nobody", BRIDGES)
    assert not settled(dossiers(ledger)[BRIDGES])
    decide(ledger, claim, other)
    assert settled(dossiers(ledger)[BRIDGES])
    with ledger.snapshot() as now:
        correction = next(one for one in now.dossier(claim).decisions if one.judgement == "correct")
    undo(ledger, f"d-{correction.id}", by="ana")
    assert decided(dossiers(ledger)[BRIDGES]) == ("reworded by ana (when it was read otherwise)",)


def read_anew(ledger: Ledger, *made: Statement) -> None:
    ledger.append(make_capture(ARTICLE), ARTICLE, make_extraction(ARTICLE, made, engine=NEW))
    ledger.decide(Deed(ACTIONS["accept"], "ana", "new").on(Thing("engine", NEW.id, NEW.digest)))


OTHER = make_hop(ARTICLE, "Sergei Lavrov")
READ_ANEW: dict[str, tuple[Sequence[Statement], dict[str, str]]] = {
    "the same words with another chain": (
        [make_statement(ARTICLE, TRUCE, chain=[OTHER])],
        {TRUCE: "Kremlin via TASS"},
    ),
    "fewer words": ([make_statement(ARTICLE, "truce holds", chain=[OTHER])], {"truce holds": "Kremlin via TASS"}),
    "the words in two": (
        [make_statement(ARTICLE, "The truce"), make_statement(ARTICLE, "holds", chain=[OTHER])],
        {"The truce": "Kremlin via TASS", "holds": "Kremlin via TASS"},
    ),
    "much more": (
        [make_statement(ARTICLE, "The truce holds, the Kremlin told TASS. Two bridges were closed", chain=[OTHER])],
        {"The truce holds, the Kremlin told TASS. Two bridges were closed": "Sergei Lavrov"},
    ),
    "other words": ([make_statement(ARTICLE, BRIDGES, chain=[OTHER])], {BRIDGES: "Sergei Lavrov"}),
}


@pytest.mark.parametrize("name", READ_ANEW)
def test_it_follows_its_words_into_another_engines_reading(ledger: Ledger, name: str) -> None:
    made, expected = READ_ANEW[name]
    corrected(ledger, "Kremlin via TASS")
    claim = dossiers(ledger)[TRUCE].claim.id
    decide(ledger, claim, Deed(ACTIONS["cut"], "ana"))
    read_anew(ledger, *made)
    found = dossiers(ledger)
    assert {words: chain(one.statement, TERMINAL) for words, one in found.items()} == expected
    followed = {words for words, one in found.items() if one.statement.read_as}
    assert {words for words, one in found.items() if any(d.chain for d in one.decisions)} == followed
    with ledger.snapshot() as now:
        orphans = {one.judgement for one in now.orphaned()}
    assert orphans == (set() if followed else {"close", "correct"})


def test_a_sentence_of_several_statements_is_corrected_by_a_claim(ledger: Ledger) -> None:
    article = make_article("Two bridges were closed and a road was opened, police said.")
    made = [make_statement(article, BRIDGES), make_statement(article, "a road was opened")]
    ledger.append(make_capture(article), article, make_extraction(article, made))
    with ledger.snapshot() as now:
        first, second = [told for _, told in now.claims()][-2:]
    with pytest.raises(UsageError) as refused:
        correct(ledger, f"s-{first.id}", "police", REGISTRY, by="ana")
    assert str(refused.value) == (
        f"expected one statement, found 2: give a claim of the one you mean: {first.id[:12]} “{BRIDGES}”; "
        f"{second.id[:12]} “a road was opened”"
    )
    correct(ledger, second.id, "police", REGISTRY, by="ana")
    assert said(ledger, "a road was opened") == "police"


def test_a_link_cannot_be_corrected(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="expected reject or reopen for an engine, found correct"):
        correct(ledger, statements() and make_extraction(ARTICLE).engine.id, "nobody", REGISTRY, by="ana")


def test_whole_readings_and_the_worklist_have_it(ledger: Ledger, tmp_path: Path) -> None:
    def given() -> list[tuple[ArticleRow, list[FindingRow]]]:
        with ledger.snapshot() as now, worklist_view(now, tmp_path / "indexes", REGISTRY) as view:
            return [(row, list(view.findings())) for row in view.articles()]

    article = make_article("Ann Smith stole 2 million euros from the fund, a senior official told Bo Lind.")
    stole = "Ann Smith stole 2 million euros from the fund"
    official = make_hop(article, "senior official", anonymous=True, kind="person")
    ledger.append(
        make_capture(article), article, make_extraction(article, [make_statement(article, stole, chain=[official])])
    )
    before = given()
    corrected(ledger, "Bo Lind", stole)
    assert given() != before
    undo(ledger, None, by="ana")
    assert given() == before
    corrected(ledger, "Lavrov", BRIDGES)
    with ledger.snapshot() as now:
        [(_, _, counts)], [(_, _, read)] = (
            now.read_articles([ARTICLE.id]),
            now.read_articles([ARTICLE.id], as_read=True),
        )
        [whole] = now.whole_readings([2])
    assert counts == whole.extraction != read == make_extraction(ARTICLE, statements())
