"""The worklist of a ledger: a day of twelve articles, with what people decide in its course."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from worklist_world import BRIBES as MADE_UP
from worklist_world import REGISTRY, inbox, told

from sayso.desk.deciding import decide
from sayso.desk.deed import Deed
from sayso.desk.undoing import undo
from sayso.desk.worklist import Shown, alone, worklist
from sayso.desk.worklist_scope import WorklistScope
from sayso.desk.worklist_states import questions
from sayso.desk.worklist_view import FILE, worklist_view
from sayso.errors import UsageError
from sayso.ledger import Ledger, Snapshot
from sayso.present.actions import ACTIONS
from sayso.worklist import SHEET, Worklist

NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)
BRIBES = "accusation | Harbour Post | A council official said that Tom Hale took bribes."
DRUNK = "accusation | Daily Pilot | Tom Berg was drunk when the ferry sank."
FRAUD = "accusation | The Daily Globe | Joan Pryce said that Ben Lund had stolen the money."
JOBS = "unnamed | The Daily Globe | A manager said that 300 workers may lose their jobs."
SEALS = "fact | The Daily Globe | Volunteers counted 412 dead seals on the western rocks."
ALL = [BRIBES, FRAUD, DRUNK, SEALS, JOBS]


@pytest.fixture(scope="module")
def of_the_day(tmp_path_factory: pytest.TempPathFactory, blank: Path) -> Path:
    """A ledger with the inbox of a day; only to be copied."""
    place = tmp_path_factory.mktemp("day")
    shutil.copy(blank, place)
    with Ledger.open(f"sqlite:///{place / 'ledger.db'}") as ledger:
        ledger.append_many(inbox())
    return place


@pytest.fixture
def day(tmp_path: Path, of_the_day: Path) -> Iterator[Ledger]:
    shutil.copytree(of_the_day, tmp_path, dirs_exist_ok=True)
    with Ledger.open(f"sqlite:///{tmp_path / 'ledger.db'}") as ledger:
        yield ledger


def asked(ledger: Ledger, folder: Path, show: Shown = Shown(), **scope: Any) -> Worklist:  # noqa: B008
    with ledger.snapshot() as snapshot, worklist_view(snapshot, folder, REGISTRY) as view:
        return worklist(snapshot, view, WorklistScope(**scope), show, alone, NOW)


def short(made: Worklist) -> list[str]:
    return [f"{item.finding.kind} | {item.article.outlet} | {item.finding.sentence}" for item in made.items]


def did(ledger: Ledger, folder: Path, item: str, action: str, **known: Any) -> None:
    """Somebody decides on the item that is listed so."""
    made = asked(ledger, folder, states=("open", "queried", "answered", "with-lawyer", "closed", "reopened", "misread"))
    one = next(found for found, name in zip(made.items, short(made), strict=True) if name == item)
    decide(ledger, one.finding.id[:14], Deed(ACTIONS[action], by="Ana Lind", **known))


def test_of_twelve_articles_five_items_are_listed_and_the_rest_is_counted(day: Ledger, folder: Path) -> None:
    made = asked(day, folder)
    assert short(made) == ALL
    assert (made.articles, made.open, made.matching, made.accusations, made.left_out) == (12, 5, 5, 3, 0)
    assert made.aside.background > 0


def test_the_day_of_an_accusation(day: Ledger, folder: Path) -> None:
    until = NOW + timedelta(hours=4)
    did(day, folder, BRIBES, "query", to="Mr Hale's lawyer", until=until)
    first = asked(day, folder).items[0]
    assert (first.state, first.asked, first.until, first.overdue) == ("queried", "Mr Hale's lawyer", until, False)
    did(day, folder, BRIBES, "answered")
    assert asked(day, folder).items[0].state == "answered"
    did(day, folder, BRIBES, "held-on-file", reference="safe 2, folder 14")
    made = asked(day, folder)
    assert short(made) == [FRAUD, DRUNK, SEALS, JOBS]
    assert (made.open, made.closed) == (4, 1)
    [closed] = asked(day, folder, states=("closed",)).items
    assert (closed.outcome, closed.settled) == ("held-on-file", True)
    did(day, folder, BRIBES, "reopen", why="the letter is a copy")
    assert short(asked(day, folder)) == ALL
    assert not asked(day, folder).items[0].changed


def test_what_is_misread_leaves_the_list_and_is_counted(day: Ledger, folder: Path) -> None:
    did(day, folder, SEALS, "misread", why="the animals are counted")
    made = asked(day, folder)
    assert (short(made), made.misread, made.open) == ([BRIBES, FRAUD, DRUNK, JOBS], 1, 4)
    queue = asked(day, folder, states=("misread",))
    assert [(item.finding.sentence, item.misread) for item in queue.items] == [(SEALS.split(" | ")[2], True)]
    did(day, folder, SEALS, "reopen", why="it was right")
    assert (asked(day, folder, states=("misread",)).items, short(asked(day, folder))) == ((), ALL)


OPENED, SUN = "The bridge was opened in 1998.", "The sun shone on the market."


def test_what_is_misread_is_in_the_queue_though_it_is_no_item(day: Ledger, folder: Path) -> None:
    with day.snapshot() as snapshot:
        told_of = {one.claim.proposition: one for one in snapshot.dossiers()}
    for about, point in (
        (f"s-{told_of[OPENED].claim.id}", None),
        (told_of[SUN].statement.id, "headline"),
        (told_of[SEALS.split(" | ")[2]].claim.id, None),
    ):
        decide(day, about, Deed(ACTIONS["misread"], by="Ana Lind", why="no", point=point))
    made = asked(day, folder)
    assert (short(made), made.misread, made.open) == ([BRIBES, FRAUD, DRUNK, JOBS], 3, 4)
    queue = asked(day, folder, states=("misread",))
    assert short(queue) == [
        SEALS,
        f"other | Harbour Post | {OPENED}",
        f"other | The Daily Globe | {SUN}",
    ]
    assert queue.items[1].finding.reasons == ("Ana Lind says that it is misread: no.",)
    assert [item.misread for item in queue.items] == [True] * 3
    assert short(asked(day, folder, states=("misread",), outlet="Harbour Post")) == [f"other | Harbour Post | {OPENED}"]
    decide(day, queue.items[1].finding.id, Deed(ACTIONS["reopen"], by="Ana Lind", why="it was right"))
    assert len(asked(day, folder, states=("misread",)).items) == 2
    undo(day, told_of[SUN].statement.id, by="Ana Lind")
    assert short(asked(day, folder, states=("misread",))) == [SEALS]


def test_an_outcome_that_leaves_an_items_question_open_is_refused(day: Ledger, folder: Path) -> None:
    asked(day, folder)

    def questions_of(snapshot: Snapshot, things: Iterable[str]) -> set[str]:
        with worklist_view(snapshot, folder, REGISTRY) as view:
            return questions(view, things)

    items = {name: item.finding.id for name, item in zip(ALL, asked(day, folder).items, strict=True)}
    for item, word, sentence in (
        (
            BRIBES,
            "witnessed",
            r"whether the accused were heard \(held-on-file, .* found witnessed; with --point source it",
        ),
        (JOBS, "reply-printed", r"who says so \(sourced-in-copy, .* found reply-printed; with --point reply it says"),
    ):
        with pytest.raises(UsageError, match=sentence):
            decide(day, items[item], Deed(ACTIONS[word], by="Ana Lind"), questions_of)
    decide(day, items[BRIBES], Deed(ACTIONS["witnessed"], by="Ana Lind", point="source"), questions_of)
    assert short(asked(day, folder)) == ALL
    sought = Deed(ACTIONS["reply-sought"], by="Ana Lind", why="by phone on Monday, three times")
    decide(day, items[BRIBES], sought, questions_of)
    decide(day, items[JOBS], Deed(ACTIONS["witnessed"], by="Ana Lind"), questions_of)
    assert short(asked(day, folder)) == [FRAUD, DRUNK, SEALS]


def test_a_deadline_that_has_passed(day: Ledger, folder: Path) -> None:
    did(day, folder, JOBS, "query", to="the works council", until=NOW - timedelta(hours=1))
    made = asked(day, folder, Shown(by_deadline=True))
    assert (short(made)[0], made.items[0].overdue, made.overdue) == (JOBS, True, 1)
    assert short(asked(day, folder)) == ALL


def test_accusations_are_never_left_out(day: Ledger, folder: Path) -> None:
    made = asked(day, folder, Shown(limit=0))
    assert (short(made), made.matching, made.left_out) == ([BRIBES, FRAUD, DRUNK], 5, 2)


def test_a_sheet_has_the_first_ten_of_the_list_under_their_numbers(day: Ledger, folder: Path) -> None:
    day.append_many(
        told(f"Fire {number}", f"{number} people died when the ferry sank on Monday.") for number in range(3, 12)
    )

    def stories(article: str) -> tuple[str, str] | None:
        return ("t-1", "Fires") if int(article[:2], 16) % 2 else None

    with day.snapshot() as snapshot, worklist_view(snapshot, folder, REGISTRY) as view:
        lists = [
            worklist(snapshot, view, WorklistScope(), Shown(25, sheet=sheet), stories, NOW) for sheet in (False, True)
        ]
    assert len(lists[0].items) > SHEET == len(lists[1].items)
    assert [item.finding.id for item in lists[1].items] == [item.finding.id for item in lists[0].items[:SHEET]]
    assert lists[1].left_out == lists[0].left_out + len(lists[0].items) - SHEET


FILTERS: dict[str, tuple[dict[str, Any], list[str]]] = {
    "a person": ({"person": "tom  HALE"}, [BRIBES]),
    "a surname": ({"person": "Lund"}, [FRAUD]),
    "nobody of that name": ({"person": "Trop"}, []),
    "an outlet": ({"outlet": "harbour post"}, [BRIBES]),
    "a kind": ({"kinds": ("unnamed", "fact")}, [SEALS, JOBS]),
    "a state": ({"states": ("queried",)}, []),
    "an assignee": ({"assignee": "Ben"}, []),
    "since": ({"since": datetime(2020, 1, 1, tzinfo=UTC)}, ALL),
    "until": ({"until": datetime(2020, 1, 1, tzinfo=UTC)}, []),
    "articles": ({"articles": frozenset()}, []),
    "a phrase of the newsroom's": ({"phrases": ("300  Workers",)}, [BRIBES, FRAUD, DRUNK, SEALS]),
}


@pytest.mark.parametrize(("scope", "expected"), FILTERS.values(), ids=FILTERS)
def test_filters(day: Ledger, folder: Path, scope: dict[str, Any], expected: list[str]) -> None:
    made = asked(day, folder, **scope)
    assert short(made) == expected
    assert made.open == (4 if "phrases" in scope else 5)
    assert made.background == (1 if "phrases" in scope else 0)


REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "a future period": (
        {"since": NOW + timedelta(days=1)},
        "expected --since to be past, found 2 December 2026, 12:00 UTC, which is still to come",
    ),
    "a reversed period": (
        {"since": NOW - timedelta(days=1), "until": NOW - timedelta(days=2)},
        "expected --since before --until, found 30 November 2026, 12:00 UTC and 29 November 2026, 12:00 UTC; "
        "exchange them",
    ),
    "an outlet that is written otherwise": (
        {"outlet": "Harbor Post"},
        "expected an outlet of an article in the ledger, found 'Harbor Post'; did you mean 'Harbour Post'?",
    ),
    "no such outlet": (
        {"outlet": "Le Monde"},
        "expected an outlet of an article in the ledger, found 'Le Monde'; write it as the articles do",
    ),
}


@pytest.mark.parametrize(("scope", "message"), REFUSED.values(), ids=REFUSED)
def test_a_scope_in_which_nothing_can_be_is_refused(
    day: Ledger, folder: Path, scope: dict[str, Any], message: str
) -> None:
    with pytest.raises(UsageError) as error:
        asked(day, folder, **scope)
    assert str(error.value) == message


def test_a_sentence_that_two_articles_print_is_one_item_and_one_decision_settles_it(day: Ledger, folder: Path) -> None:
    day.append_many([told("Official says Hale took bribes", MADE_UP, outlet="Two Coasts")])
    made = asked(day, folder)
    assert short(made) == ALL
    assert [one.outlet for one in made.items[0].also] == ["Two Coasts"]
    did(day, folder, BRIBES, "traced")
    assert short(asked(day, folder)) == ALL[1:]


def test_what_is_kept_is_made_again_where_it_is_deleted_or_damaged(day: Ledger, folder: Path) -> None:
    before = asked(day, folder)
    (folder / FILE).write_bytes(b"no database")
    assert asked(day, folder) == before
    (folder / FILE).unlink()
    assert asked(day, folder) == before


def test_what_is_kept_of_another_ledger_is_thrown_away(day: Ledger, folder: Path, tmp_path: Path, blank: Path) -> None:
    asked(day, folder)
    (tmp_path / "other").mkdir()
    shutil.copy(blank, tmp_path / "other")
    with Ledger.open(f"sqlite:///{tmp_path / 'other' / 'ledger.db'}") as other:
        other.append_many([told("Seals return", "Volunteers counted 412 dead seals on the western rocks.")])
        assert short(asked(other, folder)) == [SEALS]
    assert short(asked(day, folder)) == ALL
