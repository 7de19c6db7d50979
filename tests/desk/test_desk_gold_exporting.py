"""What people corrected and confirmed becomes gold, and of the rest of an article nothing is claimed."""

from __future__ import annotations

from pathlib import Path

import pytest
from factories import make_article, make_capture, make_extraction, make_hop, make_statement

from sayso.desk.correcting import correct
from sayso.desk.deciding import decide
from sayso.desk.deed import Deed
from sayso.desk.gold_exporting import ExportedGold, export_gold
from sayso.desk.undoing import undo
from sayso.errors import UsageError
from sayso.evaluate import evaluate, fitted, gold, mark
from sayso.evaluate.evaluation import SectionScores
from sayso.ingest import ingest
from sayso.ledger import Ledger
from sayso.present.actions import ACTIONS
from sayso.registry import Registry
from schemas import Article, Extraction, Statement

TEXT = """The truce holds, the Kremlin told TASS. Two bridges were closed, Sergei Lavrov said. The shop reopened.
WSJ said that the mine had been sold. A hundred people left the town, a senior official said."""
TRUCE, BRIDGES, SHOP, MINE, LEFT = (
    "The truce holds",
    "Two bridges were closed",
    "The shop reopened",
    "the mine had been sold",
    "A hundred people left the town",
)
REGISTRY = Registry.installed()


def statements(article: Article) -> list[Statement]:
    told = make_hop(article, "TASS", kind="news_agency", registry="tass")
    official = make_hop(article, "senior official", anonymous=True, kind="person")
    journal = make_hop(article, "WSJ", kind="news_outlet").model_copy(update={"name": "The Wall Street Journal"})
    chains = {TRUCE: [told], BRIDGES: [], SHOP: [official], MINE: [journal], LEFT: [official]}
    return [make_statement(article, words, chain=chain) for words, chain in chains.items()]


def read(ledger: Ledger, article: Article, file: str = "article.txt") -> Extraction:
    made = make_extraction(article, statements(article))
    ledger.append(make_capture(article, file), article, made)
    return made


def claim(ledger: Ledger, words: str) -> str:
    with ledger.snapshot() as now:
        return [one.claim.id for one in now.find(words)][-1]


def corrected(ledger: Ledger, words: str, chain: str) -> None:
    correct(ledger, claim(ledger, words), chain, REGISTRY, by="ana")


def confirmed(ledger: Ledger, words: str) -> None:
    decide(ledger, claim(ledger, words), Deed(ACTIONS["confirm"], "ana", "read it"))


def exported(ledger: Ledger, folder: Path) -> ExportedGold:
    with ledger.snapshot() as now:
        return export_gold(now, folder)


def scored(folder: Path, *extractions: Extraction) -> SectionScores:
    """The scores of these extractions, in the order of the names of the articles."""
    listed = gold(folder)
    assert listed.skipped == ()
    marked = []
    for place, extraction in zip(listed.places, extractions, strict=True):
        [(_, article)] = ingest(place.text, literal=True)
        assert article
        assert (article.title, article.outlet) != (None, None)
        marked.append(mark(fitted(place, article), extraction))
    scores = evaluate(marked).readings
    assert scores
    return scores


def shares(scores: SectionScores) -> dict[str, tuple[float | None, int]]:
    return {name: (one.value, one.of) for name, one in scores.measures.items()}


CORRECTED = {
    TRUCE: "Kremlin via TASS",
    BRIDGES: "Lavrov",
    SHOP: "nobody",
    LEFT: "unnamed: a senior official via TASS",
}


def test_what_the_machine_read_is_wrong_and_what_was_corrected_is_right(ledger: Ledger, tmp_path: Path) -> None:
    article = make_article(TEXT, title="A truce")
    as_read = read(ledger, article)
    for words, chain in CORRECTED.items():
        corrected(ledger, words, chain)
    confirmed(ledger, MINE)
    assert exported(ledger, tmp_path / "gold") == ExportedGold(1, 5, ())
    with ledger.snapshot() as now:
        [(_, _, counts)] = now.read_articles()
    wrong, right = (scored(tmp_path / "gold", one) for one in (as_read, counts))
    assert shares(wrong)["chain"] == (0.2, 5)
    assert {one.kind: one.count for one in wrong.confusions} == {
        "relay missing": 2,
        "given a source": 1,
        "taken for own voice": 1,
    }
    measured = {"found": 5, "sourced": 5, "chain": 5, "reported": 4, "multi": 2, "anonymous": 1}
    assert shares(right) == {name: (1.0, of) for name, of in measured.items()}


def test_of_the_rest_nothing_is_claimed_and_what_is_taken_back_is_no_gold(ledger: Ledger, tmp_path: Path) -> None:
    article = make_article(TEXT, title="A truce")
    read(ledger, article)
    corrected(ledger, TRUCE, "Kremlin via TASS")
    corrected(ledger, SHOP, "nobody")
    undo(ledger, None, by="ana")
    confirmed(ledger, MINE)
    decide(ledger, claim(ledger, MINE), Deed(ACTIONS["misread"], "bo"))
    decide(ledger, claim(ledger, LEFT), Deed(ACTIONS["accept"], "ana", "on file"))
    assert exported(ledger, tmp_path / "gold") == ExportedGold(1, 1, ())
    with ledger.snapshot() as now:
        [(_, _, counts)] = now.read_articles()
    assert shares(scored(tmp_path / "gold", counts))["found"] == (1.0, 1)


NAMES = {
    "../../etc/passwd": "etc-passwd",
    "=HYPERLINK(1)": "hyperlink-1",
    "Ünïcode, “quoted”\nand \x1b[31mred": "unicode-quoted-and-31mred",
    "...": "article",
    "articles.csv": "articles-csv",
    "x" * 300: "x" * 60,
    ".hidden": "hidden",
}


def test_names_of_files_are_of_letters_and_figures_whatever_the_title(ledger: Ledger, tmp_path: Path) -> None:
    for number, title in enumerate([*NAMES, "..."]):
        read(ledger, make_article(f"{TEXT}\n{number} boats left.", title=title, key=f"../{number}"), f"../{number}.txt")
        corrected(ledger, TRUCE, "Kremlin via TASS")
    assert exported(ledger, tmp_path / "gold") == ExportedGold(8, 8, ())
    found = {str(path.relative_to(tmp_path / "gold")) for path in (tmp_path / "gold").rglob("*.*")}
    texts = {f"text/{name}.txt" for name in [*NAMES.values(), "article-2"]}
    assert found == {"readings.jsonl", "text/articles.csv", *texts}
    with ledger.snapshot() as now:
        by_title = {one.article.title: one.extraction for one in now.read_articles()}
    assert len(by_title) == len(NAMES)
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".txt"] == []


@pytest.mark.parametrize("there", ["a file", "a folder with a file", "a link to nowhere"])
def test_a_folder_that_is_not_empty_is_refused(ledger: Ledger, tmp_path: Path, there: str) -> None:
    read(ledger, make_article(TEXT))
    corrected(ledger, TRUCE, "Kremlin via TASS")
    folder = tmp_path / "gold"
    match there:
        case "a file":
            folder.write_text("mine")
        case "a folder with a file":
            folder.mkdir()
            (folder / ".mine").write_text("mine")
        case _:
            folder.symlink_to(tmp_path / "nowhere")
    with pytest.raises(UsageError, match=r"expected a new or empty folder at .*; name another"):
        exported(ledger, folder)


def test_without_anything_to_export_a_sentence_says_what_to_do(ledger: Ledger, tmp_path: Path) -> None:
    read(ledger, make_article(TEXT))
    with pytest.raises(UsageError) as refused:
        exported(ledger, tmp_path / "gold")
    assert str(refused.value) == (
        "expected readings that somebody corrected or confirmed, found none; `sayso correct ID CHAIN` corrects one, "
        "`sayso decide ID confirm` confirms one"
    )
    assert not (tmp_path / "gold").exists()


def test_what_gold_cannot_hold_is_told(ledger: Ledger, tmp_path: Path) -> None:
    article = make_article(TEXT)
    perhaps = make_statement(article, TRUCE, chain=[make_hop(article, "TASS")], sourcing="undetermined")
    ledger.append(make_capture(article), article, make_extraction(article, [perhaps]))
    confirmed(ledger, TRUCE)
    with pytest.raises(UsageError, match=r"expected readings that gold can hold, found none: .*“The truce holds” is"):
        exported(ledger, tmp_path / "gold")
    assert not (tmp_path / "gold").exists()
